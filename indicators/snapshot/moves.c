/*
 * moves: see moves.h. Scores are read where they are at hand: in the panel, where all of a column was loaded, else in the file that is being
 * written. A run that brings a snapshot up to date looks only at what changed answers touch.
 */
#include "indicators/snapshot/moves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "snapshot_statements.h"

struct moves {
	struct figures *figures;
	const struct panel_framework *framework;
	double *now, *before; /* by participant; NAN: none */
};

/* The nearest round of the same framework and frequency, before `round` or behind it; SIZE_MAX where there is none. */
static size_t neighbour(const struct panel *panel, size_t round, bool before)
{
	const struct panel_framework *framework = &panel->frameworks[panel->rounds[round].framework];
	size_t end = framework->first_round + framework->round_count;

	for (size_t at = round; before ? at-- > framework->first_round : ++at < end;)
		if (panel->rounds[at].when.frequency == panel->rounds[round].when.frequency)
			return at;
	return SIZE_MAX;
}

/* --- scores --- */

static void clear_scores(const struct moves *moves, double *scores)
{
	for (size_t p = 0; p < moves->figures->panel->participant_count; p++)
		scores[p] = NAN;
}

/* A query's rows: participant, and a score in `column`. */
MUST_USE static enum err take_scores(const struct moves *moves, struct query *query, int column, double *scores, struct error *error)
{
	while (query_next(query)) {
		size_t participant = panel_participant(moves->figures->panel, query_column_text(query, 0));
		if (participant != SIZE_MAX)
			scores[participant] = query_column_real(query, column);
	}
	return query_end(query, error);
}

/* Of a domain, or with slot 0 of all of them: as they were just written. */
MUST_USE static enum err read_domain(const struct moves *moves, size_t round, const char *domain, double *scores, struct error *error)
{
	struct query *query = database_query(moves->figures->db, SNAPSHOT_filed_scores);

	clear_scores(moves, scores);
	query_text(query, "framework", moves->framework->code);
	query_text(query, "period", moves->figures->panel->rounds[round].period);
	query_text(query, "domain", domain);
	return take_scores(moves, query, 1, scores, error);
}

static bool is_loaded(const struct moves *moves, size_t round, size_t column)
{
	const struct touched *touched = moves->figures->touched;

	return touched == NULL || touched->rounds[round].added || (touched->rounds[round].is && touched->rounds[round].columns[column]);
}

/* Of an indicator's answers of this very round: what was carried forward did not move. */
MUST_USE static enum err read_column(const struct moves *moves, size_t round_place, size_t column, double *scores, struct error *error)
{
	const struct panel *panel = moves->figures->panel;
	const struct panel_round *round = &panel->rounds[round_place];

	clear_scores(moves, scores);
	if (!is_loaded(moves, round_place, column)) {
		struct query *query = database_query(moves->figures->db, SNAPSHOT_filed_column);
		query_text(query, "framework", moves->framework->code);
		query_text(query, "indicator", moves->framework->codes[panel->versions[round->columns[column]].code]);
		query_text(query, "period", round->period);
		return take_scores(moves, query, 5, scores, error);
	}
	for (size_t p = 0; p < panel->participant_count; p++) {
		const struct panel_round *from;
		const struct panel_answer *answer = figures_visible(moves->figures, round_place, p, column, &from);
		if (answer != NULL && from == round && answer->status == PANEL_REPORTED)
			scores[p] = answer->score;
	}
	return ERR_OK;
}

/* --- moves --- */

MUST_USE static enum err clear_move(const struct moves *moves, size_t round, const char *kind, const char *code, struct error *error)
{
	struct query *query = database_query(moves->figures->db, SNAPSHOT_clear_move);

	query_text_at(query, 1, moves->framework->code);
	query_text_at(query, 2, moves->figures->panel->rounds[round].period);
	query_text_at(query, 3, kind);
	query_text_at(query, 4, code);
	return query_run(query, error);
}

/* Of moves->before and moves->now, over those who are in both. */
MUST_USE static enum err write_move(const struct moves *moves, size_t round, size_t since, const char *kind, const char *code,
	struct error *error)
{
	const struct panel *panel = moves->figures->panel;
	double before = 0, now = 0;
	int n = 0;

	for (size_t p = 0; p < panel->participant_count; p++) {
		if (isnan(moves->before[p]) || isnan(moves->now[p]))
			continue;
		before += moves->before[p];
		now += moves->now[p];
		n++;
	}
	if (n < MOVES_LEAST || n < moves->framework->minimum_reporting)
		return moves->figures->touched == NULL ? ERR_OK : clear_move(moves, round, kind, code, error);
	struct query *query = database_query(moves->figures->db, SNAPSHOT_put_move);
	query_text_at(query, 1, moves->framework->code);
	query_text_at(query, 2, panel->rounds[round].period);
	query_text_at(query, 3, kind);
	query_text_at(query, 4, code);
	query_text_at(query, 5, panel->rounds[since].period);
	query_int_at(query, 6, n);
	query_real_at(query, 7, before / n);
	query_real_at(query, 8, now / n);
	query_real_at(query, 9, (now - before) / n);
	return query_run(query, error);
}

/* Slot 0 is all domains together, then each: as their codes sort. */
MUST_USE static enum err write_domain(const struct moves *moves, size_t round, size_t since, size_t slot, struct error *error)
{
	const struct panel_round *one = &moves->figures->panel->rounds[round], *other = &moves->figures->panel->rounds[since];
	const char *domain = slot == 0 ? "" : moves->framework->domains[slot - 1];
	const char *basis = slot == 0 ? one->basis : one->domain_bases[slot - 1];
	enum err err;

	if (strcmp(basis, slot == 0 ? other->basis : other->domain_bases[slot - 1]) != 0)
		return ERR_OK;
	err = read_domain(moves, since, domain, moves->before, error);
	if (err == ERR_OK)
		err = read_domain(moves, round, domain, moves->now, error);
	return err != ERR_OK ? err : write_move(moves, round, since, "domain", domain, error);
}

MUST_USE static enum err write_indicator(const struct moves *moves, size_t round, size_t since, size_t column, struct error *error)
{
	const struct panel *panel = moves->figures->panel;
	const struct panel_version *version = &panel->versions[panel->rounds[round].columns[column]];
	int then = panel->rounds[since].column_of[version->code];
	enum err err;

	if (then < 0 || panel->rounds[since].columns[then] != panel->rounds[round].columns[column] || version->direction == SCORE_NEUTRAL ||
		!score_type_scored(version->scale.type))
		return ERR_OK;
	err = read_column(moves, since, (size_t)then, moves->before, error);
	if (err == ERR_OK)
		err = read_column(moves, round, column, moves->now, error);
	return err != ERR_OK ? err : write_move(moves, round, since, "indicator", moves->framework->codes[version->code], error);
}

/* Whether a column that counts in the slot was touched in the round that changed. */
static bool is_slot_due(const struct moves *moves, size_t changed, size_t slot)
{
	const struct touched *touched = moves->figures->touched;
	const struct panel *panel = moves->figures->panel;
	const struct panel_round *round = &panel->rounds[changed];

	if (touched == NULL || touched->rounds[changed].added || slot == 0)
		return true;
	for (size_t column = 0; column < round->column_count; column++)
		if (touched->rounds[changed].columns[column] && panel->versions[round->columns[column]].domain == slot - 1)
			return true;
	return false;
}

static bool is_column_due(const struct moves *moves, size_t changed, size_t round, size_t column)
{
	const struct touched *touched = moves->figures->touched;
	const struct panel *panel = moves->figures->panel;

	if (touched == NULL || touched->rounds[changed].added)
		return true;
	int there = panel->rounds[changed].column_of[panel->versions[panel->rounds[round].columns[column]].code];
	return there >= 0 && touched->rounds[changed].columns[there];
}

/* One round against the one before, as far as what `changed` (this one, or the one before) touches. */
MUST_USE static enum err write_round(const struct moves *moves, size_t round, size_t changed, struct error *error)
{
	const struct panel *panel = moves->figures->panel;
	size_t since = neighbour(panel, round, true);
	enum err err = ERR_OK;

	if (since == SIZE_MAX)
		return ERR_OK;
	/* In the order of the table's key, so that a new file's rows are appended. */
	for (size_t slot = 0; err == ERR_OK && slot <= moves->framework->domain_count; slot++)
		if (is_slot_due(moves, changed, slot))
			err = write_domain(moves, round, since, slot, error);
	for (size_t column = 0; err == ERR_OK && column < panel->rounds[round].column_count; column++)
		if (is_column_due(moves, changed, round, column))
			err = write_indicator(moves, round, since, column, error);
	return err;
}

/* A round that is new between two others: what the later one was told against is another one now. */
MUST_USE static enum err clear_round(const struct moves *moves, size_t round, struct error *error)
{
	struct query *query = database_query(moves->figures->db, SNAPSHOT_clear_moves);

	query_text(query, "framework", moves->framework->code);
	query_text(query, "period", moves->figures->panel->rounds[round].period);
	return query_run(query, error);
}

MUST_USE static enum err write_touched(const struct moves *moves, size_t round, struct error *error)
{
	const struct touched_round *touched = &moves->figures->touched->rounds[round];
	size_t next = neighbour(moves->figures->panel, round, false);
	enum err err = touched->is ? write_round(moves, round, round, error) : ERR_OK;

	if (err != ERR_OK || !touched->is || next == SIZE_MAX)
		return err;
	if (touched->added)
		err = clear_round(moves, next, error);
	return err != ERR_OK ? err : write_round(moves, next, round, error);
}

enum err moves_write(struct figures *figures, struct error *error)
{
	const struct panel *panel = figures->panel;
	struct moves moves = { .figures = figures, .now = calloc(panel->participant_count + 1, sizeof *moves.now),
		.before = calloc(panel->participant_count + 1, sizeof *moves.before) };
	enum err err = moves.now == NULL || moves.before == NULL ? error_memory(error) : ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < panel->round_count; i++) {
		moves.framework = &panel->frameworks[panel->rounds[i].framework];
		err = figures->touched == NULL ? write_round(&moves, i, i, error) : write_touched(&moves, i, error);
	}
	free(moves.now);
	free(moves.before);
	return err;
}
