/* figures_board: see figures_board.h. */
#include "indicators/snapshot/figures_board.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/methods/compliance.h"
#include "snapshot_statements.h"

/* A participant's score of one domain in one round. */
struct mark {
	double score;  /* NAN: none */
	int scored, possible;
	double change; /* NAN: none */
	size_t from;   /* the round that the change is against */
	bool known;    /* what follows is known: computed, or read from the file that is brought up to date */
	bool is;       /* there is a row */
	bool as_filed; /* it came from the file and is as it stands there */
};

struct board {
	struct figures *figures;
	const struct panel_framework *framework;
	size_t participants;
	size_t slots;         /* domains and, first, the overall score: as their codes sort */
	struct mark *marks;   /* rounds × slots × participants */
	long *bases;          /* rounds × slots */
	bool *moved;          /* rounds × slots: some participant's score is not as filed */
	double *scores;       /* one for each column of a round */
	double *part;         /* some of them */
	double *slot_scores;  /* one for each domain */
	double *compliance;   /* one for each participant */
	struct compliance_point *points; /* one for each round */
	size_t *point_rounds;
};

static struct mark *mark_at(const struct board *board, size_t round, size_t slot, size_t participant)
{
	return &board->marks[((round - board->framework->first_round) * board->slots + slot) * board->participants + participant];
}

static const char *slot_code(const struct board *board, size_t slot)
{
	return slot == 0 ? "" : board->framework->domains[slot - 1];
}

/* Equal digests give equal numbers; 60 bits of them are enough to tell two apart. */
static long digest_number(const char *digest)
{
	char part[16];

	memcpy(part, digest, 15);
	part[15] = '\0';
	return strtol(part, NULL, 16);
}

static void board_close(struct board *board)
{
	free(board->marks);
	free(board->bases);
	free(board->moved);
	free(board->scores);
	free(board->part);
	free(board->slot_scores);
	free(board->compliance);
	free(board->points);
	free(board->point_rounds);
}

MUST_USE static enum err board_open(struct board *board, struct error *error)
{
	const struct panel *panel = board->figures->panel;
	const struct panel_framework *framework = board->framework;
	size_t rounds = framework->round_count;

	board->participants = panel->participant_count;
	board->slots = framework->domain_count + 1;
	board->marks = calloc(rounds * board->slots * board->participants + 1, sizeof *board->marks);
	board->bases = calloc(rounds * board->slots + 1, sizeof *board->bases);
	board->moved = calloc(rounds * board->slots + 1, sizeof *board->moved);
	board->scores = calloc(framework->code_count + 1, sizeof *board->scores);
	board->part = calloc(framework->code_count + 1, sizeof *board->part);
	board->slot_scores = calloc(board->slots, sizeof *board->slot_scores);
	board->compliance = calloc(board->participants + 1, sizeof *board->compliance);
	board->points = calloc(rounds + 1, sizeof *board->points);
	board->point_rounds = calloc(rounds + 1, sizeof *board->point_rounds);
	if (board->marks == NULL || board->bases == NULL || board->moved == NULL || board->scores == NULL || board->part == NULL ||
		board->slot_scores == NULL || board->compliance == NULL || board->points == NULL || board->point_rounds == NULL)
		return error_memory(error);
	for (size_t i = 0; i < rounds * board->slots * board->participants; i++)
		board->marks[i] = (struct mark){ .score = NAN, .change = NAN, .from = SIZE_MAX };
	for (size_t i = 0; i < rounds; i++) {
		const struct panel_round *round = &panel->rounds[framework->first_round + i];
		board->bases[i * board->slots] = digest_number(round->basis);
		for (size_t slot = 1; slot < board->slots; slot++)
			board->bases[i * board->slots + slot] = digest_number(round->domain_bases[slot - 1]);
	}
	return ERR_OK;
}

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

/* --- what the file has; asked for where it is needed, which is little of it --- */

static size_t round_of_period(const struct board *board, const char *period)
{
	for (size_t i = 0; i < board->framework->round_count; i++)
		if (strcmp(board->figures->panel->rounds[board->framework->first_round + i].period, period) == 0)
			return board->framework->first_round + i;
	return SIZE_MAX;
}

/* The columns from `first` on: score, n_scored, n_possible, change, change_from. */
static void take_mark(const struct board *board, struct mark *mark, struct query *query, int first)
{
	const char *from = query_column_text(query, first + 4);

	*mark = (struct mark){ .score = query_column_real(query, first), .scored = (int)query_column_int(query, first + 1),
		.possible = (int)query_column_int(query, first + 2), .change = query_column_real(query, first + 3),
		.from = from == NULL ? SIZE_MAX : round_of_period(board, from), .known = true, .is = true, .as_filed = true };
}

/* One mark, from the file where it was not computed. */
MUST_USE static enum err know_mark(struct board *board, size_t round, size_t slot, size_t participant, struct error *error)
{
	struct mark *mark = mark_at(board, round, slot, participant);

	if (mark->known || board->figures->touched == NULL || board->figures->touched->rounds[round].added)
		return ERR_OK;
	struct query *query = database_query(board->figures->db, SNAPSHOT_filed_score);
	query_text(query, "framework", board->framework->code);
	query_text(query, "period", board->figures->panel->rounds[round].period);
	query_text(query, "domain", slot_code(board, slot));
	query_text(query, "participant", board->figures->panel->participants[participant]);
	if (query_next(query))
		take_mark(board, mark, query, 0);
	mark->known = true;
	return query_end(query, error);
}

/* Every participant's mark of one domain in one round. */
MUST_USE static enum err know_slot(struct board *board, size_t round, size_t slot, struct error *error)
{
	struct query *query = database_query(board->figures->db, SNAPSHOT_filed_scores);

	query_text(query, "framework", board->framework->code);
	query_text(query, "period", board->figures->panel->rounds[round].period);
	query_text(query, "domain", slot_code(board, slot));
	while (query_next(query)) {
		size_t participant = panel_participant(board->figures->panel, query_column_text(query, 0));
		if (participant != SIZE_MAX && !mark_at(board, round, slot, participant)->known)
			take_mark(board, mark_at(board, round, slot, participant), query, 1);
	}
	return query_end(query, error);
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
	struct mark *mark = mark_at(board, round, slot, participant);
	double score = result->status == COMPLIANCE_OK ? result->score : NAN;

	if (mark->is && (mark->score == score || (isnan(mark->score) && isnan(score))) && mark->scored == result->n_scored &&
		mark->possible == result->n_possible)
		return;
	*mark = (struct mark){ .score = score, .scored = result->n_scored, .possible = result->n_possible,
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
			err = know_mark(board, round, slot, p, error);
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

/* --- changes and the region's spread --- */

static void set_change(struct mark *mark, double change, size_t from)
{
	if (isnan(change))
		from = SIZE_MAX;
	if (mark->from == from && (mark->change == change || (isnan(mark->change) && isnan(change))))
		return;
	mark->change = change;
	mark->from = from;
	mark->as_filed = false;
}

static struct compliance_point point_at(const struct board *board, size_t round, size_t slot, size_t participant)
{
	return (struct compliance_point){ .score = mark_at(board, round, slot, participant)->score,
		.basis = board->bases[(round - board->framework->first_round) * board->slots + slot] };
}

/* Of every round, within those of one frequency; their texts sort as they follow each other. */
static void compute_changes(struct board *board, size_t slot, size_t participant, enum period_frequency frequency)
{
	const struct panel_framework *framework = board->framework;
	size_t count = 0;

	for (size_t i = 0; i < framework->round_count; i++) {
		size_t round = framework->first_round + i;
		if (board->figures->panel->rounds[round].when.frequency != frequency)
			continue;
		board->points[count] = point_at(board, round, slot, participant);
		board->point_rounds[count++] = round;
	}
	for (size_t at = 0; at < count; at++) {
		size_t place;
		double change = compliance_change(board->points, at, &place);
		set_change(mark_at(board, board->point_rounds[at], slot, participant), change, board->point_rounds[place]);
	}
}

/* The nearest round with a score, before `round` or behind it; SIZE_MAX where there is none. */
MUST_USE static enum err find_scored(struct board *board, size_t round, bool before, size_t slot, size_t participant, size_t *found,
	struct error *error)
{
	const struct panel_framework *framework = board->framework;
	const struct panel_round *rounds = board->figures->panel->rounds;
	size_t end = framework->first_round + framework->round_count;
	enum err err = ERR_OK;

	*found = SIZE_MAX;
	for (size_t at = round; err == ERR_OK && (before ? at-- > framework->first_round : ++at < end);) {
		if (rounds[at].when.frequency != rounds[round].when.frequency)
			continue;
		err = know_mark(board, at, slot, participant, error);
		if (err == ERR_OK && !isnan(mark_at(board, at, slot, participant)->score)) {
			*found = at;
			break;
		}
	}
	return err;
}

/* Of a round whose score moved, and of the next one with a score, which is the only other that is told against it. */
MUST_USE static enum err move_changes(struct board *board, size_t round, size_t slot, size_t participant, struct error *error)
{
	size_t rounds[3];
	size_t count = 0;
	size_t before, behind;
	enum err err = find_scored(board, round, true, slot, participant, &before, error);

	if (err == ERR_OK)
		err = find_scored(board, round, false, slot, participant, &behind, error);
	if (err != ERR_OK)
		return err;
	if (before != SIZE_MAX)
		rounds[count++] = before;
	rounds[count++] = round;
	if (behind != SIZE_MAX)
		rounds[count++] = behind;
	for (size_t i = 0; i < count; i++)
		board->points[i] = point_at(board, rounds[i], slot, participant);
	for (size_t at = before != SIZE_MAX ? 1 : 0; at < count; at++) {
		size_t place;
		double change = compliance_change(board->points, at, &place);
		set_change(mark_at(board, rounds[at], slot, participant), change, rounds[place]);
	}
	return ERR_OK;
}

/* The same for all scores that moved in a round. */
MUST_USE static enum err move_slot(struct board *board, size_t round, size_t slot, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t p = 0; err == ERR_OK && p < board->participants; p++) {
		const struct mark *mark = mark_at(board, round, slot, p);
		if (mark->is && !mark->as_filed)
			err = move_changes(board, round, slot, p, error);
	}
	return err;
}

MUST_USE static enum err write_marks(struct board *board, size_t round, size_t slot, struct error *error)
{
	const struct panel *panel = board->figures->panel;
	enum err err = ERR_OK;

	for (size_t p = 0; err == ERR_OK && p < board->participants; p++) {
		const struct mark *mark = mark_at(board, round, slot, p);
		if (!mark->is || mark->as_filed)
			continue;
		struct query *query = database_query(board->figures->db, SNAPSHOT_put_domain_score);
		query_text_at(query, 1, board->framework->code);
		query_text_at(query, 2, panel->rounds[round].period);
		query_text_at(query, 3, slot_code(board, slot));
		query_text_at(query, 4, panel->participants[p]);
		query_real_at(query, 5, mark->score);
		query_int_at(query, 6, mark->scored);
		query_int_at(query, 7, mark->possible);
		query_real_at(query, 8, mark->change);
		query_text_at(query, 9, mark->from == SIZE_MAX ? NULL : panel->rounds[mark->from].period);
		err = query_run(query, error);
	}
	return err;
}

MUST_USE static enum err write_spread(struct board *board, size_t round_place, size_t slot, struct statistics_value *values,
	struct error *error)
{
	const struct panel_round *round = &board->figures->panel->rounds[round_place];
	/* Scores are made of what the audience sees, so none is hidden. */
	const struct statistics_rules rules = { .audience = STATISTICS_PUBLIC,
		.minimum_reporting = board->framework->minimum_reporting };
	struct statistics result;
	size_t count = 0;
	bool any = false;

	for (size_t p = 0; p < board->participants; p++) {
		const struct mark *mark = mark_at(board, round_place, slot, p);
		any = any || mark->is;
		if (mark->is && !isnan(mark->score))
			values[count++] = (struct statistics_value){ .value = mark->score, .numerator = NAN, .denominator = NAN,
				.audience = STATISTICS_PUBLIC };
	}
	if (!any)
		return ERR_OK;
	statistics_sort(values, count);
	statistics_compute(values, count, &rules, &result);

	struct query *query = database_query(board->figures->db, SNAPSHOT_put_domain_regional);
	query_text_at(query, 1, board->framework->code);
	query_text_at(query, 2, round->period);
	query_text_at(query, 3, slot_code(board, slot));
	query_int_at(query, 4, result.n_reporting);
	query_int_at(query, 5, round->expected_count);
	query_real_at(query, 6, result.mean);
	query_real_at(query, 7, result.median);
	query_real_at(query, 8, result.min);
	query_real_at(query, 9, result.max);
	query_real_at(query, 10, result.q1);
	query_real_at(query, 11, result.q3);
	query_text_at(query, 12, statistics_status_name(result.status));
	query_text_at(query, 13, slot == 0 ? round->basis : round->domain_bases[slot - 1]);
	return query_run(query, error);
}

static bool has_moved(const struct board *board, size_t round, size_t slot)
{
	return board->moved[(round - board->framework->first_round) * board->slots + slot];
}

MUST_USE static enum err change_scores(struct board *board, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t slot = 0; err == ERR_OK && slot < board->slots; slot++) {
		if (board->figures->touched == NULL) {
			for (size_t p = 0; p < board->participants; p++)
				for (enum period_frequency frequency = PERIOD_YEAR; frequency <= PERIOD_MONTH; frequency++)
					compute_changes(board, slot, p, frequency);
			continue;
		}
		for (size_t i = 0; err == ERR_OK && i < board->framework->round_count; i++)
			if (has_moved(board, board->framework->first_round + i, slot))
				err = move_slot(board, board->framework->first_round + i, slot, error);
	}
	return err;
}

MUST_USE static enum err write_scores(struct board *board, struct statistics_value *values, struct error *error)
{
	enum err err = change_scores(board, error);

	for (size_t i = 0; err == ERR_OK && i < board->framework->round_count; i++) {
		size_t round = board->framework->first_round + i;
		for (size_t slot = 0; err == ERR_OK && slot < board->slots; slot++) {
			err = write_marks(board, round, slot, error);
			if (err != ERR_OK || !has_moved(board, round, slot))
				continue;
			if (board->figures->touched != NULL)
				err = know_slot(board, round, slot, error);
			if (err == ERR_OK)
				err = write_spread(board, round, slot, values, error);
		}
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
		err = write_scores(&board, values, error);
	board_close(&board);
	return err;
}
