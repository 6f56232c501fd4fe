/* figures_board: see figures_board.h. Coverage and compliance here; the scores are kept in board.c, their changes and spread in board_scores.c. */
#include "indicators/snapshot/figures_board.h"

#include <math.h>
#include <string.h>

#include "indicators/snapshot/board.h"
#include "snapshot_statements.h"

/* Rounds whose rows are computed now: all, or the touched ones. */
static bool is_due(const struct board *board, size_t round)
{
	return board->figures->touched == NULL || board->figures->touched->rounds[round].is;
}

static bool is_row_due(const struct board *board, size_t round, size_t participant)
{
	const struct touched *touched = board->figures->touched;

	return board->figures->panel->rounds[round].expected[participant] &&
		(touched == NULL || touched->rounds[round].participants[participant]);
}

/* --- a participant's row --- */

/* Fills board->scores with the scores that this audience sees, as they count in a mean. */
static void read_row(struct board *board, size_t round_place, size_t participant, int counts[static 3])
{
	const struct panel *panel = board->figures->panel;
	const struct panel_round *round = &panel->rounds[round_place];

	counts[PANEL_REPORTED] = counts[PANEL_NOT_AVAILABLE] = counts[PANEL_NOT_APPLICABLE] = 0;
	for (size_t column = 0; column < round->column_count; column++) {
		const struct panel_round *from;
		const struct panel_answer *answer = figures_visible(board->figures, round_place, participant, column, &from);
		board->scores[column] = answer == NULL ? NAN :
			score_judged(answer->score, panel->versions[round->columns[column]].direction);
		if (answer != NULL && from == round)
			counts[answer->status]++;
	}
}

static bool takes_part(const struct panel_version *version)
{
	return score_type_scored(version->scale.type) && version->direction != SCORE_NEUTRAL;
}

static void set_mark(struct board *board, size_t round, size_t slot, size_t participant, const struct compliance *result)
{
	struct board_mark *mark = board_mark(board, round, slot, participant);
	double score = result->status == COMPLIANCE_OK ? result->score : NAN;

	if (mark->is && (mark->score == score || (isnan(mark->score) && isnan(score))) && mark->scored == result->n_scored &&
		mark->possible == result->n_possible)
		return;
	*mark = (struct board_mark){ .score = score, .scored = result->n_scored, .possible = result->n_possible,
		.change = NAN, .from = SIZE_MAX, .known = true, .is = true };
	board->moved[(round - board->framework->first_round) * board->slots + slot] = true;
}

static void compute_marks(struct board *board, size_t round_place, size_t participant)
{
	const struct panel *panel = board->figures->panel;
	const struct panel_round *round = &panel->rounds[round_place];
	size_t domains = 0;
	struct compliance result;

	for (size_t slot = 1; slot < board->slots; slot++) {
		size_t count = 0;
		for (size_t column = 0; column < round->column_count; column++) {
			const struct panel_version *version = &panel->versions[round->columns[column]];
			if (version->domain == slot - 1 && takes_part(version))
				board->part[count++] = board->scores[column];
		}
		if (count == 0)
			continue;
		compliance_participant(board->part, count, &result);
		set_mark(board, round_place, slot, participant, &result);
		board->slot_scores[domains++] = result.status == COMPLIANCE_OK ? result.score : NAN;
	}
	if (domains == 0)
		return;
	compliance_participant(board->slot_scores, domains, &result);
	set_mark(board, round_place, 0, participant, &result);
}

MUST_USE static enum err write_coverage(struct board *board, size_t round_place, size_t participant, const int counts[static 3],
	struct error *error)
{
	const struct panel_round *round = &board->figures->panel->rounds[round_place];
	struct query *query = database_query(board->figures->db, SNAPSHOT_put_coverage);

	query_text_at(query, 1, board->framework->code);
	query_text_at(query, 2, round->period);
	query_text_at(query, 3, board->figures->panel->participants[participant]);
	query_int_at(query, 4, counts[PANEL_REPORTED]);
	query_int_at(query, 5, counts[PANEL_NOT_AVAILABLE]);
	query_int_at(query, 6, counts[PANEL_NOT_APPLICABLE]);
	query_int_at(query, 7, (int64_t)round->column_count);
	return query_run(query, error);
}

MUST_USE static enum err write_compliance(struct board *board, size_t target, size_t round_place, const char *participant,
	const struct compliance *result, struct error *error)
{
	struct query *query = database_query(board->figures->db, SNAPSHOT_put_compliance);

	query_text_at(query, 1, board->framework->code);
	query_text_at(query, 2, board->framework->targets[target]);
	query_text_at(query, 3, board->figures->panel->rounds[round_place].period);
	query_text_at(query, 4, participant);
	query_real_at(query, 5, result->status == COMPLIANCE_OK ? result->score : NAN);
	query_int_at(query, 6, result->n_scored);
	query_int_at(query, 7, result->n_possible);
	query_int_at(query, 8, result->n_needed);
	query_text_at(query, 9, compliance_status_name(result->status));
	return query_run(query, error);
}

/* Whether a round asks anything of an SDG target. */
static bool asks_target(const struct board *board, size_t round_place, size_t target)
{
	const struct panel *panel = board->figures->panel;
	const struct panel_round *round = &panel->rounds[round_place];

	for (size_t column = 0; column < round->column_count; column++)
		if (panel->versions[round->columns[column]].targets[target])
			return true;
	return false;
}

/* METHODS §3c for one participant, of board->scores. */
MUST_USE static enum err write_row_compliance(struct board *board, size_t round_place, size_t participant, struct error *error)
{
	const struct panel *panel = board->figures->panel;
	const struct panel_round *round = &panel->rounds[round_place];
	enum err err = ERR_OK;

	for (size_t target = 0; err == ERR_OK && target < board->framework->target_count; target++) {
		struct compliance result;
		size_t count = 0;
		if (!asks_target(board, round_place, target))
			continue;
		for (size_t column = 0; column < round->column_count; column++) {
			const struct panel_version *version = &panel->versions[round->columns[column]];
			if (version->targets[target] && takes_part(version))
				board->part[count++] = board->scores[column];
		}
		compliance_participant(board->part, count, &result);
		err = write_compliance(board, target, round_place, panel->participants[participant], &result, error);
	}
	return err;
}

MUST_USE static enum err write_rows(struct board *board, size_t round, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t p = 0; err == ERR_OK && p < board->participants; p++) {
		int counts[3];
		if (!is_row_due(board, round, p))
			continue;
		for (size_t slot = 0; err == ERR_OK && slot < board->slots; slot++)
			err = board_know_mark(board, round, slot, p, error);
		if (err != ERR_OK)
			break;
		read_row(board, round, p, counts);
		compute_marks(board, round, p);
		err = write_coverage(board, round, p, counts, error);
		if (err == ERR_OK)
			err = write_row_compliance(board, round, p, error);
	}
	return err;
}

/* --- the region's compliance: over the rows that stand in the file now --- */

MUST_USE static enum err write_region_compliance(struct board *board, size_t round_place, struct error *error)
{
	const struct panel_round *round = &board->figures->panel->rounds[round_place];
	enum err err = ERR_OK;

	for (size_t target = 0; err == ERR_OK && target < board->framework->target_count; target++) {
		struct compliance result;
		size_t count = 0;
		if (!asks_target(board, round_place, target))
			continue;
		struct query *query = database_query(board->figures->db, SNAPSHOT_filed_compliance);
		query_text(query, "framework", board->framework->code);
		query_text(query, "target", board->framework->targets[target]);
		query_text(query, "period", round->period);
		while (count < board->participants && query_next(query))
			board->compliance[count++] = query_column_real(query, 0);
		err = query_end(query, error);
		if (err != ERR_OK)
			break;
		compliance_region(board->compliance, count, &result);
		err = write_compliance(board, target, round_place, "", &result, error);
	}
	return err;
}

enum err figures_board_write(struct figures *figures, size_t framework, struct statistics_value *values, struct error *error)
{
	struct board board = { .figures = figures, .framework = &figures->panel->frameworks[framework] };
	enum err err = ERR_OK;
	bool due = false;

	for (size_t i = 0; i < board.framework->round_count; i++)
		due = due || is_due(&board, board.framework->first_round + i);
	if (!due)
		return ERR_OK;
	err = board_open(&board, error);
	for (size_t i = 0; err == ERR_OK && i < board.framework->round_count; i++) {
		size_t round = board.framework->first_round + i;
		if (!is_due(&board, round))
			continue;
		err = write_rows(&board, round, error);
		if (err == ERR_OK)
			err = write_region_compliance(&board, round, error);
	}
	if (err == ERR_OK)
		err = board_write_scores(&board, values, error);
	board_close(&board);
	return err;
}
