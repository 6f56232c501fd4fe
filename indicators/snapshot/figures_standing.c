/* figures_standing: see figures_standing.h. */
#include "indicators/snapshot/figures_standing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/methods/compliance.h"
#include "snapshot_statements.h"

struct standing {
	struct figures *figures;
	const struct panel_framework *framework;
	const struct panel_round *round;
	int64_t release;
	size_t columns, slots;           /* slots: domains and, first, all of them */
	size_t past;                     /* releases: all but the newest */
	double *scores;                  /* past × participants × columns */
	int (*counts)[3];                /* past × participants, by status */
	double *marks;                   /* participants × slots; NAN: none */
	bool *asked;                     /* by slot: there is a row */
	double *part;                    /* some scores of one participant */
	struct statistics_value *values;
};

static void release(struct standing *standing)
{
	free(standing->scores);
	free(standing->counts);
	free(standing->marks);
	free(standing->asked);
	free(standing->part);
	free(standing->values);
}

MUST_USE static enum err reserve(struct standing *standing, struct error *error)
{
	size_t participants = standing->figures->panel->participant_count, widest = standing->columns + standing->slots + 1;

	standing->scores = calloc(standing->past * participants * standing->columns + 1, sizeof *standing->scores);
	standing->counts = calloc(standing->past * participants + 1, sizeof *standing->counts);
	standing->marks = calloc(participants * standing->slots + 1, sizeof *standing->marks);
	standing->asked = calloc(standing->slots, sizeof *standing->asked);
	standing->part = calloc(widest, sizeof *standing->part);
	standing->values = calloc(participants + 1, sizeof *standing->values);
	return standing->scores == NULL || standing->counts == NULL || standing->marks == NULL || standing->asked == NULL ||
		standing->part == NULL || standing->values == NULL ? error_memory(error) : ERR_OK;
}

/* --- the answers that stood then --- */

/* `near` is the column of the row before, which mostly has the same indicator. */
static size_t column_named(const struct standing *standing, const char *indicator, size_t near)
{
	const struct panel *panel = standing->figures->panel;

	for (size_t i = 0; i < standing->columns; i++) {
		size_t column = (near + i) % standing->columns;
		if (strcmp(standing->framework->codes[panel->versions[standing->round->columns[column]].code], indicator) == 0)
			return column;
	}
	return SIZE_MAX;
}

/* The place of a participant in `counts`, and of its row in `scores`. */
static size_t place(const struct standing *standing, int64_t release, size_t participant)
{
	return (size_t)(release - 1) * standing->figures->panel->participant_count + participant;
}

static void stand(struct standing *standing, struct query *query, size_t participant, size_t column)
{
	const struct panel *panel = standing->figures->panel;
	double score = score_judged(query_column_real(query, 3), panel->versions[standing->round->columns[column]].direction);
	int64_t since = query_column_int(query, 5), until = query_column_is_null(query, 6) ? standing->round->release : query_column_int(query, 6);

	for (int64_t release = since < 1 ? 1 : since; release < until && release < standing->round->release; release++) {
		size_t at = place(standing, release, participant);
		standing->scores[at * standing->columns + column] = score;
		if (query_column_int(query, 4) == 0)
			standing->counts[at][panel_status_named(query_column_text(query, 2))]++;
	}
}

/* Of all releases but the newest, in one walk. */
MUST_USE static enum err read_answers(struct standing *standing, struct error *error)
{
	const struct panel *panel = standing->figures->panel;
	struct query *query = database_query(standing->figures->db, SNAPSHOT_standing_answers);
	size_t column = 0;

	for (size_t i = 0; i < standing->past * panel->participant_count * standing->columns; i++)
		standing->scores[i] = NAN;
	query_text(query, "framework", standing->framework->code);
	query_text(query, "period", standing->round->period);
	while (query_next(query)) {
		size_t participant = panel_participant(panel, query_column_text(query, 0));
		size_t found = column_named(standing, query_column_text(query, 1), column);
		if (participant == SIZE_MAX || found == SIZE_MAX)
			continue;
		column = found;
		stand(standing, query, participant, column);
	}
	return query_end(query, error);
}

/* --- of one participant --- */

static void put_release(struct query *query, const struct standing *standing)
{
	query_text(query, "framework", standing->framework->code);
	query_text(query, "period", standing->round->period);
	query_int(query, "release", standing->release);
}

static const char *slot_code(const struct standing *standing, size_t slot)
{
	return slot == 0 ? "" : standing->framework->domains[slot - 1];
}

MUST_USE static enum err write_mark(struct standing *standing, size_t participant, size_t slot, size_t count, struct error *error)
{
	struct compliance result;
	struct query *query = database_query(standing->figures->db, SNAPSHOT_put_domain_score_past);

	compliance_participant(standing->part, count, &result);
	double score = result.status == COMPLIANCE_OK ? result.score : NAN;
	standing->marks[participant * standing->slots + slot] = score;
	standing->asked[slot] = true;
	put_release(query, standing);
	query_text(query, "domain", slot_code(standing, slot));
	query_text(query, "participant", standing->figures->panel->participants[participant]);
	query_real(query, "score", score);
	query_int(query, "n_scored", result.n_scored);
	query_int(query, "n_possible", result.n_possible);
	return query_run(query, error);
}

/* Puts the scores of a domain that count into `part`; how many. */
static size_t collect_domain(struct standing *standing, size_t participant, size_t slot)
{
	const struct panel *panel = standing->figures->panel;
	size_t count = 0;

	for (size_t column = 0; column < standing->columns; column++) {
		const struct panel_version *version = &panel->versions[standing->round->columns[column]];
		if (version->domain == slot - 1 && score_type_scored(version->scale.type) && version->direction != SCORE_NEUTRAL)
			standing->part[count++] = standing->scores[place(standing, standing->release, participant) * standing->columns + column];
	}
	return count;
}

MUST_USE static enum err write_marks(struct standing *standing, size_t participant, struct error *error)
{
	size_t count, domains = 0;
	enum err err = ERR_OK;

	for (size_t slot = 1; err == ERR_OK && slot < standing->slots; slot++)
		if ((count = collect_domain(standing, participant, slot)) > 0)
			err = write_mark(standing, participant, slot, count, error);
	for (size_t slot = 1; slot < standing->slots; slot++)
		if (standing->asked[slot])
			standing->part[domains++] = standing->marks[participant * standing->slots + slot];
	return err == ERR_OK && domains > 0 ? write_mark(standing, participant, 0, domains, error) : err;
}

MUST_USE static enum err write_coverage(const struct standing *standing, size_t participant, struct error *error)
{
	const int *counts = standing->counts[place(standing, standing->release, participant)];
	struct query *query = database_query(standing->figures->db, SNAPSHOT_put_coverage_past);

	put_release(query, standing);
	query_text(query, "participant", standing->figures->panel->participants[participant]);
	query_int(query, "n_reported", counts[PANEL_REPORTED]);
	query_int(query, "n_not_available", counts[PANEL_NOT_AVAILABLE]);
	query_int(query, "n_not_applicable", counts[PANEL_NOT_APPLICABLE]);
	query_int(query, "n_expected", (int64_t)standing->columns);
	return query_run(query, error);
}

/* --- of the region --- */

MUST_USE static enum err write_spread(struct standing *standing, size_t slot, struct error *error)
{
	/* Scores are made of what the audience sees, so none is hidden. */
	const struct statistics_rules rules = { .audience = STATISTICS_PUBLIC, .minimum_reporting = standing->framework->minimum_reporting };
	const struct panel_round *round = standing->round;
	struct statistics result;
	size_t count = 0;

	for (size_t p = 0; p < standing->figures->panel->participant_count; p++) {
		double score = standing->marks[p * standing->slots + slot];
		if (round->expected[p] && !isnan(score))
			standing->values[count++] = (struct statistics_value){ .value = score, .numerator = NAN, .denominator = NAN, .audience = STATISTICS_PUBLIC };
	}
	statistics_sort(standing->values, count);
	statistics_compute(standing->values, count, &rules, &result);
	struct query *query = database_query(standing->figures->db, SNAPSHOT_put_domain_regional_past);
	put_release(query, standing);
	query_text(query, "domain", slot_code(standing, slot));
	query_int(query, "n_reporting", result.n_reporting);
	query_int(query, "n_expected", round->expected_count);
	query_real(query, "mean", result.mean);
	query_real(query, "median", result.median);
	query_real(query, "min", result.min);
	query_real(query, "max", result.max);
	query_real(query, "q1", result.q1);
	query_real(query, "q3", result.q3);
	query_text(query, "status", statistics_status_name(result.status));
	query_text(query, "basis", slot == 0 ? round->basis : round->domain_bases[slot - 1]);
	return query_run(query, error);
}

/* --- all --- */

MUST_USE static enum err write_release(struct standing *standing, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t p = 0; err == ERR_OK && p < standing->figures->panel->participant_count; p++) {
		if (!standing->round->expected[p])
			continue;
		err = write_marks(standing, p, error);
		if (err == ERR_OK)
			err = write_coverage(standing, p, error);
	}
	for (size_t slot = 0; err == ERR_OK && slot < standing->slots; slot++)
		if (standing->asked[slot])
			err = write_spread(standing, slot, error);
	return err;
}

MUST_USE static enum err clear(struct figures *figures, const struct panel_round *round, struct error *error)
{
	static const enum snapshot_statement statements[] = { SNAPSHOT_clear_domain_score_past, SNAPSHOT_clear_domain_regional_past,
		SNAPSHOT_clear_coverage_past };
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < sizeof statements / sizeof *statements; i++) {
		struct query *query = database_query(figures->db, statements[i]);
		query_text(query, "framework", figures->panel->frameworks[round->framework].code);
		query_text(query, "period", round->period);
		err = query_run(query, error);
	}
	return err;
}

MUST_USE static enum err write_round(struct figures *figures, const struct panel_round *round, struct error *error)
{
	const struct panel_framework *framework = &figures->panel->frameworks[round->framework];
	struct standing standing = { .figures = figures, .framework = framework, .round = round, .columns = round->column_count,
		.slots = framework->domain_count + 1, .past = (size_t)round->release - 1 };
	enum err err = reserve(&standing, error);

	if (err == ERR_OK)
		err = read_answers(&standing, error);
	for (standing.release = 1; err == ERR_OK && standing.release < round->release; standing.release++)
		err = write_release(&standing, error);
	release(&standing);
	return err;
}

enum err figures_standing_write(struct figures *figures, struct error *error)
{
	const struct touched *touched = figures->touched;
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < figures->panel->round_count; i++) {
		const struct panel_round *round = &figures->panel->rounds[i];
		if (round->release < 2 || (touched != NULL && !touched->rounds[i].is))
			continue;
		if (touched != NULL)
			err = clear(figures, round, error);
		if (err == ERR_OK)
			err = write_round(figures, round, error);
	}
	return err;
}
