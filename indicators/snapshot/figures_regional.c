/* figures_regional: see figures_regional.h. */
#include "indicators/snapshot/figures_regional.h"

#include <math.h>
#include <stdlib.h>

#include "indicators/methods/releases.h"
#include "indicators/snapshot/figures_past.h"
#include "snapshot_statements.h"

/* One column on its way into the file. */
struct column {
	struct figures *figures;
	size_t place; /* of the round */
	size_t column;
	const struct panel_round *round;
	const struct panel_framework *framework;
	const struct panel_version *version;
	struct statistics_rules rules;
	struct statistics_value *values; /* room for every participant */
	size_t past_first, past_end;     /* its part of the round's past */
};

/* What an answer enters a figure with; NAN: it does not. */
static double value_of(const struct column *column, const struct panel_answer *answer)
{
	if (answer == NULL || answer->status != PANEL_REPORTED)
		return NAN;
	double value = column->rules.scores ? answer->score : answer->value;
	return isfinite(value) ? value : NAN;
}

/* --- writing --- */

/* What the two statements of `regional` and `regional_past` share. */
static void put_figure(struct query *query, const struct column *column, int64_t since, const struct statistics *result)
{
	query_text(query, "framework", column->framework->code);
	query_text(query, "indicator", column->framework->codes[column->version->code]);
	query_text(query, "period", column->round->period);
	query_int(query, "n_reporting", result->n_reporting);
	query_int(query, "n_expected", column->round->expected_count);
	query_int(query, "n_hidden", result->n_hidden);
	query_int(query, "hidden_included", result->hidden_included);
	query_real(query, "mean", result->mean);
	query_real(query, "median", result->median);
	query_real(query, "min", result->min);
	query_real(query, "max", result->max);
	query_real(query, "q1", result->q1);
	query_real(query, "q3", result->q3);
	query_real(query, "pooled", result->pooled);
	query_real(query, "sum", result->sum);
	query_text(query, "status", statistics_status_name(result->status));
	query_int(query, "since", since);
}

MUST_USE static enum err put_current(const struct column *column, int64_t since, const struct statistics *result, struct error *error)
{
	struct query *query = database_query(column->figures->db, SNAPSHOT_put_regional);

	put_figure(query, column, since, result);
	query_int(query, "version", column->version->number);
	return query_run(query, error);
}

MUST_USE static enum err put_past(const struct column *column, int64_t since, int64_t until, const struct statistics *result,
	struct error *error)
{
	struct query *query = database_query(column->figures->db, SNAPSHOT_put_regional_past);

	put_figure(query, column, since, result);
	query_int(query, "until", until);
	return query_run(query, error);
}

MUST_USE static enum err clear_past(const struct column *column, struct error *error)
{
	struct query *query = database_query(column->figures->db, SNAPSHOT_clear_regional_past);

	query_text(query, "framework", column->framework->code);
	query_text(query, "indicator", column->framework->codes[column->version->code]);
	query_text(query, "period", column->round->period);
	return query_run(query, error);
}

/* --- one release: most columns --- */

/* Whether all that was ever published in the column was published by the round's first release. */
static bool is_of_first_release(const struct column *column)
{
	const struct panel *panel = column->figures->panel;

	if (column->past_first < column->past_end)
		return false;
	for (size_t i = 0; i < panel->participant_count; i++) {
		const struct panel_answer *answer = panel_cell(panel, column->round, i, column->column);
		if (answer != NULL && answer->since > 1)
			return false;
	}
	return true;
}

MUST_USE static enum err write_only(const struct column *column, struct error *error)
{
	const struct panel *panel = column->figures->panel;
	struct statistics result;
	size_t count = 0;

	for (size_t i = 0; i < panel->participant_count; i++) {
		const struct panel_round *from;
		const struct panel_answer *answer = figures_answer(panel, column->place, i, column->column, &from);
		double value = value_of(column, answer);
		if (!isnan(value))
			column->values[count++] = (struct statistics_value){ .value = value, .numerator = answer->numerator,
				.denominator = answer->denominator, .audience = answer->audience };
	}
	statistics_sort(column->values, count);
	statistics_compute(column->values, count, &column->rules, &result);
	return put_current(column, 1, &result, error);
}

/* --- several releases --- */

/* Everything that releases published in a column, and the releases that changed it. */
struct history {
	struct releases_value *values; /* reported ones */
	size_t count;
	int64_t *steps;                /* 1 and each release that changed the column, ascending */
	size_t step_count;
	bool (*included)[STATISTICS_AUDIENCES]; /* by step */
};

static void add_value(struct history *history, const struct column *column, size_t participant, const struct panel_answer *answer,
	int64_t until, enum statistics_audience newest)
{
	double value = value_of(column, answer);

	if (!isnan(value))
		history->values[history->count++] = (struct releases_value){ .participant = participant, .since = answer->since,
			.until = until, .value = value, .numerator = answer->numerator, .denominator = answer->denominator,
			.then = answer->audience, .newest = newest };
}

/* An answer carried forward from another round stands in until the participant's own one comes. */
static void add_carried(struct history *history, const struct column *column, size_t participant, int64_t until)
{
	const struct panel_round *from;
	const struct panel_answer *carried = figures_carried(column->figures->panel, column->place, participant, column->column, &from);

	if (carried == NULL || until <= 1)
		return;
	struct panel_answer stands = *carried;
	stands.since = 1;
	add_value(history, column, participant, &stands, until, stands.audience);
}

static int by_number(const void *a, const void *b)
{
	int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;

	return one < other ? -1 : one > other;
}

static void sort_steps(struct history *history)
{
	size_t kept = 0;

	qsort(history->steps, history->step_count, sizeof *history->steps, by_number);
	for (size_t i = 0; i < history->step_count; i++)
		if (kept == 0 || history->steps[kept - 1] != history->steps[i])
			history->steps[kept++] = history->steps[i];
	history->step_count = kept;
}

/* By participant and release. `history` has room. */
static void collect(struct history *history, const struct column *column)
{
	const struct panel *panel = column->figures->panel;
	size_t at = column->past_first;

	history->steps[history->step_count++] = 1;
	for (size_t i = 0; i < panel->participant_count; i++) {
		const struct panel_answer *current = panel_cell(panel, column->round, i, column->column);
		int64_t first = at < column->past_end && column->round->past[at].participant == i ? column->round->past[at].answer.since
			: current != NULL ? current->since : RELEASES_STILL;

		add_carried(history, column, i, first);
		for (; at < column->past_end && column->round->past[at].participant == i; at++) {
			const struct panel_past *past = &column->round->past[at];
			history->steps[history->step_count++] = past->answer.since;
			add_value(history, column, i, &past->answer, past->until,
				current != NULL ? current->audience : STATISTICS_MEMBERS);
		}
		if (current == NULL)
			continue;
		history->steps[history->step_count++] = current->since;
		add_value(history, column, i, current, RELEASES_STILL, current->audience);
	}
	sort_steps(history);
}

static void compute_step(const struct column *column, const struct history *history, size_t step, struct statistics *result)
{
	size_t count = 0;

	for (size_t i = 0; i < history->count; i++) {
		const struct releases_value *value = &history->values[i];
		if (value->since <= history->steps[step] && history->steps[step] < value->until)
			column->values[count++] = (struct statistics_value){ .value = value->value, .numerator = value->numerator,
				.denominator = value->denominator, .audience = releases_audience(value->then, value->newest) };
	}
	statistics_sort(column->values, count);
	statistics_compute_given(column->values, count, &column->rules, history->included[step][column->rules.audience], result);
}

static bool same(double a, double b)
{
	return (isnan(a) && isnan(b)) || (!isnan(a) && !isnan(b) && !(a < b) && !(a > b));
}

static bool is_same_figure(const struct statistics *a, const struct statistics *b)
{
	return a->status == b->status && a->n_reporting == b->n_reporting && a->n_hidden == b->n_hidden
		&& a->hidden_included == b->hidden_included && same(a->mean, b->mean) && same(a->median, b->median) && same(a->min, b->min)
		&& same(a->max, b->max) && same(a->q1, b->q1) && same(a->q3, b->q3) && same(a->pooled, b->pooled) && same(a->sum, b->sum);
}

/* A release that left the figure as it was for this audience leaves no trace. */
MUST_USE static enum err write_steps(const struct column *column, const struct history *history, struct error *error)
{
	struct statistics standing, next;
	int64_t since = history->steps[0];
	enum err err = ERR_OK;

	compute_step(column, history, 0, &standing);
	for (size_t step = 1; err == ERR_OK && step < history->step_count; step++) {
		compute_step(column, history, step, &next);
		if (is_same_figure(&standing, &next))
			continue;
		err = put_past(column, since, history->steps[step], &standing, error);
		standing = next;
		since = history->steps[step];
	}
	return err != ERR_OK ? err : put_current(column, since, &standing, error);
}

MUST_USE static enum err write_history(const struct column *column, struct error *error)
{
	/* Each participant has an answer of today and one carried forward at most; the first release is a step in any case. */
	size_t most = 2 * column->figures->panel->participant_count + (column->past_end - column->past_first) + 1;
	struct history history = { .count = 0 };
	enum err err;

	history.values = calloc(most, sizeof *history.values);
	history.steps = calloc(most, sizeof *history.steps);
	history.included = calloc(most, sizeof *history.included);
	if (history.values == NULL || history.steps == NULL || history.included == NULL) {
		err = error_memory(error);
		goto out;
	}
	collect(&history, column);
	releases_decide(history.values, history.count, history.steps, history.step_count, column->rules.scores, history.included);
	err = write_steps(column, &history, error);
out:
	free(history.values);
	free(history.steps);
	free(history.included);
	return err;
}

enum err figures_regional_write(struct figures *figures, size_t place, size_t number, struct statistics_value *values,
	struct error *error)
{
	const struct panel *panel = figures->panel;
	const struct panel_round *round = &panel->rounds[place];
	const struct panel_version *version = &panel->versions[round->columns[number]];
	struct column column = {
		.figures = figures, .place = place, .column = number, .round = round,
		.framework = &panel->frameworks[round->framework], .version = version, .values = values,
		.rules = {
			.audience = figures->audience,
			.minimum_reporting = panel->frameworks[round->framework].minimum_reporting,
			.scores = score_type_scored(version->scale.type),
			.pooled = version->scale.type == SCORE_PERCENT,
			.sum = version->scale.type == SCORE_COUNT,
		},
	};
	enum err err = ERR_OK;

	panel_past_of(round, number, &column.past_first, &column.past_end);
	if (figures->touched != NULL && !figures->touched->rounds[place].added)
		err = clear_past(&column, error);
	if (err != ERR_OK)
		return err;
	return is_of_first_release(&column) ? write_only(&column, error) : write_history(&column, error);
}
