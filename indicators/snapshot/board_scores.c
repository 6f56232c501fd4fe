/* board_scores: how scores changed, and their spread in the region; see board.h. */
#include <math.h>

#include "indicators/snapshot/board.h"
#include "snapshot_statements.h"

/* --- changes --- */

static void set_change(struct board_mark *mark, double change, size_t from)
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
	return (struct compliance_point){ .score = board_mark(board, round, slot, participant)->score,
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
		set_change(board_mark(board, board->point_rounds[at], slot, participant), change, board->point_rounds[place]);
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
		err = board_know_mark(board, at, slot, participant, error);
		if (err == ERR_OK && !isnan(board_mark(board, at, slot, participant)->score)) {
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
		set_change(board_mark(board, rounds[at], slot, participant), change, rounds[place]);
	}
	return ERR_OK;
}

/* The same for all scores that moved in a round. */
MUST_USE static enum err move_slot(struct board *board, size_t round, size_t slot, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t p = 0; err == ERR_OK && p < board->participants; p++) {
		const struct board_mark *mark = board_mark(board, round, slot, p);
		if (mark->is && !mark->as_filed)
			err = move_changes(board, round, slot, p, error);
	}
	return err;
}

/* --- rows --- */

MUST_USE static enum err write_marks(struct board *board, size_t round, size_t slot, struct error *error)
{
	const struct panel *panel = board->figures->panel;
	enum err err = ERR_OK;

	for (size_t p = 0; err == ERR_OK && p < board->participants; p++) {
		const struct board_mark *mark = board_mark(board, round, slot, p);
		if (!mark->is || mark->as_filed)
			continue;
		struct query *query = database_query(board->figures->db, SNAPSHOT_put_domain_score);
		query_text_at(query, 1, board->framework->code);
		query_text_at(query, 2, panel->rounds[round].period);
		query_text_at(query, 3, board_slot_code(board, slot));
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
		const struct board_mark *mark = board_mark(board, round_place, slot, p);
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
	query_text_at(query, 3, board_slot_code(board, slot));
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

enum err board_write_scores(struct board *board, struct statistics_value *values, struct error *error)
{
	enum err err = change_scores(board, error);

	for (size_t i = 0; err == ERR_OK && i < board->framework->round_count; i++) {
		size_t round = board->framework->first_round + i;
		for (size_t slot = 0; err == ERR_OK && slot < board->slots; slot++) {
			err = write_marks(board, round, slot, error);
			if (err != ERR_OK || !has_moved(board, round, slot))
				continue;
			if (board->figures->touched != NULL)
				err = board_know_slot(board, round, slot, error);
			if (err == ERR_OK)
				err = write_spread(board, round, slot, values, error);
		}
	}
	return err;
}
