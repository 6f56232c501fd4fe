/* figures: see figures.h. Answers here; what they were before in figures_past.c, regional figures in figures_regional.c, scores of
 * participants in figures_board.c, and what these were in figures_standing.c. */
#include "indicators/snapshot/figures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/snapshot/figures_board.h"
#include "indicators/snapshot/figures_regional.h"
#include "indicators/snapshot/figures_past.h"
#include "indicators/snapshot/figures_standing.h"
#include "snapshot_statements.h"

#define ANSWER_COLUMNS 16

const struct panel_answer *figures_answer(const struct panel *panel, size_t round_place, size_t participant, size_t column,
	const struct panel_round **from)
{
	const struct panel_round *round = &panel->rounds[round_place];
	const struct panel_answer *answer = panel_cell(panel, round, participant, column);

	*from = round;
	return answer != NULL ? answer : figures_carried(panel, round_place, participant, column, from);
}

const struct panel_answer *figures_carried(const struct panel *panel, size_t round_place, size_t participant, size_t column,
	const struct panel_round **from)
{
	const struct panel_round *round = &panel->rounds[round_place];
	const struct panel_framework *framework = &panel->frameworks[round->framework];

	if (!framework->carry_forward || !round->expected[participant])
		return NULL;
	size_t version = round->columns[column];
	for (size_t i = round_place; i-- > framework->first_round;) {
		const struct panel_round *earlier = &panel->rounds[i];
		if (earlier->when.frequency != round->when.frequency)
			continue;
		int place = earlier->column_of[panel->versions[version].code];
		if (place < 0 || earlier->columns[place] != version)
			return NULL;
		const struct panel_answer *answer = panel_cell(panel, earlier, participant, (size_t)place);
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

/* One answer on its way into the file. */
struct row {
	struct figures *figures;
	const struct panel_framework *framework;
	size_t code, nth, participant; /* where the next one is looked for: indicator, round of the framework, participant */
	const struct panel_answer *answer;
	const struct panel_version *version;
	const struct panel_round *round;
	const struct panel_round *from; /* in which it was reported */
	const char *participant_code;
};

static struct database_value text_value(const char *text)
{
	return (struct database_value){ .kind = DATABASE_TEXT, .text = text };
}

static struct database_value real_value(double real)
{
	return (struct database_value){ .kind = DATABASE_REAL, .real = real };
}

static struct database_value int_value(int64_t integer)
{
	return (struct database_value){ .kind = DATABASE_INT, .integer = integer };
}

/* The columns of the table `answer`. */
static struct database_value row_column(void *context, int column)
{
	const struct row *row = context;
	const struct panel_answer *answer = row->answer;

	switch (column) {
	case 0:
		return text_value(row->framework->code);
	case 1:
		return text_value(row->framework->codes[row->version->code]);
	case 2:
		return text_value(row->round->period);
	case 3:
		return text_value(row->participant_code);
	case 4:
		return int_value(row->version->number);
	case 5:
		return text_value(panel_status_name(answer->status));
	case 6:
		return real_value(answer->value);
	case 7:
		return real_value(answer->numerator);
	case 8:
		return real_value(answer->denominator);
	case 9:
		return real_value(answer->score);
	case 10:
		return int_value(0);
	case 11:
		return text_value(row->from != row->round ? row->from->period : NULL);
	case 12:
		return text_value(answer->reason);
	case 13:
		return text_value(answer->source);
	case 14:
		return text_value(answer->note);
	case 15:
		return int_value(answer->since);
	default:
		return (struct database_value){ .kind = DATABASE_NULL };
	}
}

/* Whether the audience sees an answer in that cell; then it stands in the row. */
static bool find_row(struct row *row, size_t round, size_t participant, size_t column)
{
	const struct panel *panel = row->figures->panel;

	row->answer = figures_visible(row->figures, round, participant, column, &row->from);
	if (row->answer == NULL)
		return false;
	row->round = &panel->rounds[round];
	row->version = &panel->versions[row->round->columns[column]];
	row->participant_code = panel->participants[participant];
	row->figures->answers++;
	return true;
}

/* The next visible answer in the order of the table's key: indicator, period, participant. */
static bool next_row(void *context)
{
	struct row *row = context;
	const struct panel *panel = row->figures->panel;

	for (; row->code < row->framework->code_count; row->code++, row->nth = 0) {
		for (; row->nth < row->framework->round_count; row->nth++, row->participant = 0) {
			size_t round = row->framework->first_round + row->nth;
			int column = panel->rounds[round].column_of[row->code];
			while (column >= 0 && row->participant < panel->participant_count)
				if (find_row(row, round, row->participant++, (size_t)column))
					return true;
		}
	}
	return false;
}

MUST_USE static enum err write_answers(struct figures *figures, const struct panel_framework *framework, struct error *error)
{
	struct row row = { .figures = figures, .framework = framework };
	const struct database_feed feed = { .next = next_row, .column = row_column, .context = &row };

	database_feed(figures->db, &feed);
	enum err err = query_run(database_query(figures->db, SNAPSHOT_feed_answers), error);
	database_feed(figures->db, NULL);
	for (size_t i = 0; err == ERR_OK && i < framework->round_count; i++)
		err = figures_past_write(figures, framework->first_round + i, error);
	return err;
}

/* One that changed. */
MUST_USE static enum err replace_answer(struct figures *figures, const struct touched_cell *cell, struct error *error)
{
	struct row row = { .figures = figures };

	enum err err = figures_past_replace(figures, cell, error);
	if (err != ERR_OK)
		return err;
	row.framework = &figures->panel->frameworks[figures->panel->rounds[cell->round].framework];
	if (!find_row(&row, cell->round, cell->participant, cell->column))
		return ERR_OK;
	struct query *query = database_query(figures->db, SNAPSHOT_replace_answer);
	for (int column = 0; column < ANSWER_COLUMNS; column++) {
		struct database_value value = row_column(&row, column);
		if (value.kind == DATABASE_TEXT)
			query_text_at(query, column + 1, value.text);
		else if (value.kind == DATABASE_INT)
			query_int_at(query, column + 1, value.integer);
		else
			query_real_at(query, column + 1, value.real);
	}
	return query_run(query, error);
}

/* --- in the order of the tables' keys, so that rows are appended --- */

MUST_USE static enum err write_all(struct figures *figures, const struct panel_framework *framework,
	struct statistics_value *values, struct error *error)
{
	const struct panel *panel = figures->panel;
	enum err err = write_answers(figures, framework, error);

	for (size_t code = 0; code < framework->code_count; code++) {
		for (size_t i = 0; err == ERR_OK && i < framework->round_count; i++) {
			size_t round = framework->first_round + i;
			int column = panel->rounds[round].column_of[code];
			if (column >= 0)
				err = figures_regional_write(figures, round, (size_t)column, values, error);
		}
	}
	return err;
}

MUST_USE static enum err write_touched(struct figures *figures, struct statistics_value *values, struct error *error)
{
	const struct panel *panel = figures->panel;
	const struct touched *touched = figures->touched;
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < touched->cell_count; i++)
		err = replace_answer(figures, &touched->cells[i], error);
	for (size_t round = 0; err == ERR_OK && round < panel->round_count; round++) {
		if (!touched->rounds[round].is)
			continue;
		for (size_t column = 0; err == ERR_OK && column < panel->rounds[round].column_count; column++)
			if (touched->rounds[round].columns[column])
				err = figures_regional_write(figures, round, column, values, error);
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
	return err == ERR_OK ? figures_standing_write(figures, error) : err;
}
