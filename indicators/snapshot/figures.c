/* figures: see figures.h. Answers and regional figures here; scores of participants in figures_board.c. */
#include "indicators/snapshot/figures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/snapshot/figures_board.h"
#include "snapshot_statements.h"

const struct panel_answer *figures_answer(const struct panel *panel, size_t round_place, size_t participant, size_t column,
	const struct panel_round **from)
{
	const struct panel_round *round = &panel->rounds[round_place];
	const struct panel_framework *framework = &panel->frameworks[round->framework];
	const struct panel_answer *answer = panel_cell(panel, round, participant, column);

	*from = round;
	if (answer != NULL || !framework->carry_forward || !round->expected[participant])
		return answer;
	size_t version = round->columns[column];
	for (size_t i = round_place; i-- > framework->first_round;) {
		const struct panel_round *earlier = &panel->rounds[i];
		if (earlier->when.frequency != round->when.frequency)
			continue;
		int place = earlier->column_of[panel->versions[version].code];
		if (place < 0 || earlier->columns[place] != version)
			return NULL;
		answer = panel_cell(panel, earlier, participant, (size_t)place);
		if (answer != NULL) {
			*from = earlier;
			return answer->status == PANEL_REPORTED ? answer : NULL;
		}
	}
	return NULL;
}

const struct panel_answer *figures_visible(const struct figures *figures, size_t round, size_t participant, size_t column,
	const struct panel_round **from)
{
	const struct panel_answer *answer = figures_answer(figures->panel, round, participant, column, from);

	return answer != NULL && answer->audience <= figures->audience ? answer : NULL;
}

/* --- answers --- */

MUST_USE static enum err write_answer(struct figures *figures, size_t round_place, size_t participant, size_t column,
	struct error *error)
{
	const struct panel *panel = figures->panel;
	const struct panel_round *from;
	const struct panel_answer *answer = figures_visible(figures, round_place, participant, column, &from);

	if (answer == NULL)
		return ERR_OK;
	const struct panel_round *round = &panel->rounds[round_place];
	const struct panel_version *version = &panel->versions[round->columns[column]];
	const struct panel_framework *framework = &panel->frameworks[round->framework];
	struct query *query = database_query(figures->db,
		figures->touched == NULL ? SNAPSHOT_put_answer : SNAPSHOT_replace_answer);

	query_text_at(query, 1, framework->code);
	query_text_at(query, 2, framework->codes[version->code]);
	query_text_at(query, 3, round->period);
	query_text_at(query, 4, panel->participants[participant]);
	query_int_at(query, 5, version->number);
	query_text_at(query, 6, panel_status_name(answer->status));
	query_real_at(query, 7, answer->value);
	query_real_at(query, 8, answer->numerator);
	query_real_at(query, 9, answer->denominator);
	query_real_at(query, 10, answer->score);
	query_int_at(query, 11, 0);
	query_text_at(query, 12, from != round ? from->period : NULL);
	query_text_at(query, 13, answer->reason);
	query_text_at(query, 14, answer->source);
	query_text_at(query, 15, answer->note);
	figures->answers++;
	return query_run(query, error);
}

/* --- regional figures --- */

/* METHODS §2 for one column. `values` has room for every participant. */
MUST_USE static enum err write_regional(struct figures *figures, size_t round_place, size_t column,
	struct statistics_value *values, struct error *error)
{
	const struct panel *panel = figures->panel;
	const struct panel_round *round = &panel->rounds[round_place];
	const struct panel_framework *framework = &panel->frameworks[round->framework];
	const struct panel_version *version = &panel->versions[round->columns[column]];
	const struct statistics_rules rules = {
		.audience = figures->audience,
		.minimum_reporting = framework->minimum_reporting,
		.pooled = version->scale.type == SCORE_PERCENT,
		.sum = version->scale.type == SCORE_COUNT,
	};
	bool scored = score_type_scored(version->scale.type);
	struct statistics result;
	size_t count = 0;

	for (size_t i = 0; i < panel->participant_count; i++) {
		const struct panel_round *from;
		const struct panel_answer *answer = figures_answer(panel, round_place, i, column, &from);
		double value = answer == NULL || answer->status != PANEL_REPORTED ? NAN : scored ? answer->score : answer->value;
		if (!isfinite(value))
			continue;
		values[count++] = (struct statistics_value){ .value = value, .numerator = answer->numerator,
			.denominator = answer->denominator, .audience = answer->audience };
	}
	statistics_sort(values, count);
	statistics_compute(values, count, &rules, &result);

	struct query *query = database_query(figures->db, SNAPSHOT_put_regional);
	query_text_at(query, 1, framework->code);
	query_text_at(query, 2, framework->codes[version->code]);
	query_text_at(query, 3, round->period);
	query_int_at(query, 4, version->number);
	query_int_at(query, 5, result.n_reporting);
	query_int_at(query, 6, round->expected_count);
	query_int_at(query, 7, result.n_hidden);
	query_int_at(query, 8, result.hidden_included);
	query_real_at(query, 9, result.mean);
	query_real_at(query, 10, result.median);
	query_real_at(query, 11, result.min);
	query_real_at(query, 12, result.max);
	query_real_at(query, 13, result.q1);
	query_real_at(query, 14, result.q3);
	query_real_at(query, 15, result.pooled);
	query_real_at(query, 16, result.sum);
	query_text_at(query, 17, statistics_status_name(result.status));
	return query_run(query, error);
}

/* --- in the order of the tables' keys, so that rows are appended --- */

MUST_USE static enum err write_all(struct figures *figures, const struct panel_framework *framework,
	struct statistics_value *values, struct error *error)
{
	const struct panel *panel = figures->panel;
	enum err err = ERR_OK;

	for (size_t code = 0; code < framework->code_count; code++) {
		for (size_t i = 0; i < framework->round_count; i++) {
			size_t round = framework->first_round + i;
			int column = panel->rounds[round].column_of[code];
			if (column < 0)
				continue;
			for (size_t p = 0; err == ERR_OK && p < panel->participant_count; p++)
				err = write_answer(figures, round, p, (size_t)column, error);
			if (err == ERR_OK)
				err = write_regional(figures, round, (size_t)column, values, error);
			if (err != ERR_OK)
				return err;
		}
	}
	return ERR_OK;
}

MUST_USE static enum err write_touched(struct figures *figures, struct statistics_value *values, struct error *error)
{
	const struct panel *panel = figures->panel;
	const struct touched *touched = figures->touched;
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < touched->cell_count; i++)
		err = write_answer(figures, touched->cells[i].round, touched->cells[i].participant, touched->cells[i].column, error);
	for (size_t round = 0; err == ERR_OK && round < panel->round_count; round++) {
		if (!touched->rounds[round].is)
			continue;
		for (size_t column = 0; err == ERR_OK && column < panel->rounds[round].column_count; column++)
			if (touched->rounds[round].columns[column])
				err = write_regional(figures, round, column, values, error);
	}
	return err;
}

enum err figures_write(struct figures *figures, struct error *error)
{
	const struct panel *panel = figures->panel;
	struct statistics_value *values = calloc(panel->participant_count + 1, sizeof *values);
	enum err err = ERR_OK;

	if (values == NULL)
		return error_memory(error);
	if (figures->touched != NULL)
		err = write_touched(figures, values, error);
	for (size_t i = 0; err == ERR_OK && i < panel->framework_count; i++) {
		if (figures->touched == NULL)
			err = write_all(figures, &panel->frameworks[i], values, error);
		if (err == ERR_OK)
			err = figures_board_write(figures, i, values, error);
	}
	free(values);
	return err;
}
