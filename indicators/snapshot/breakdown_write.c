/* breakdown_write: decided breakdowns into one audience's snapshot; see breakdown.h. */
#include "indicators/snapshot/breakdown.h"
#include "indicators/snapshot/figures_past.h"
#include "snapshot_statements.h"

struct row {
	const struct figures *figures;
	const struct breakdown *breakdown;
	const struct breakdown_answer *list;
	size_t count;
	bool standing;       /* the list is of what stands today, else of what stood before */
	size_t answer, cell; /* the next one: of the list, of that answer's cells */
	const struct breakdown_answer *of;
	int64_t until;       /* of what stood before */
	double total;
	const struct breakdown_cell *at;
};

static const char *status_name(enum breakdown_status status)
{
	static const char *const names[] = { "shown", "suppressed", "withheld", "missing" };

	return names[status];
}

/* The answer as it stood before; NULL where it is not known. */
static const struct panel_past *past_of(const struct panel_round *round, const struct breakdown_answer *of)
{
	size_t first, end;

	panel_past_of(round, of->column, &first, &end);
	for (size_t i = first; i < end; i++)
		if (round->past[i].participant == of->participant && round->past[i].answer.since == of->since)
			return &round->past[i];
	return NULL;
}

/* Whether the audience sees the answer, and so its breakdowns; then its total is in the row. */
static bool find_answer(struct row *row)
{
	const struct panel *panel = row->figures->panel;
	const struct panel_round *round = &panel->rounds[row->of->round];
	const struct panel_past *past = row->standing ? NULL : past_of(round, row->of);
	const struct panel_answer *answer = row->standing ? panel_cell(panel, round, row->of->participant, row->of->column)
		: past != NULL ? &past->answer : NULL;

	if (answer == NULL || answer->status != PANEL_REPORTED)
		return false;
	row->total = answer->value;
	row->until = past != NULL ? past->until : 0;
	return (past != NULL ? figures_past_audience(panel, round, past) : answer->audience) <= row->figures->audience;
}

static bool next_row(void *context)
{
	struct row *row = context;

	for (; row->answer < row->count; row->answer++, row->cell = 0) {
		row->of = &row->list[row->answer];
		if (row->cell == row->of->count || !find_answer(row))
			continue;
		row->at = &row->breakdown->cells[row->of->first + row->cell++];
		return true;
	}
	return false;
}

static struct database_value text_value(const char *text)
{
	return (struct database_value){ .kind = DATABASE_TEXT, .text = text };
}

static struct database_value int_value(int64_t integer)
{
	return (struct database_value){ .kind = DATABASE_INT, .integer = integer };
}

/* Both the part and the total are shown, so their quotient tells nothing more. */
static struct database_value share_of(const struct row *row)
{
	if (!(row->total > 0))
		return (struct database_value){ .kind = DATABASE_NULL };
	return (struct database_value){ .kind = DATABASE_REAL, .real = 100 * (double)row->at->value / row->total };
}

/* The columns of both tables, as their statements have them. */
static struct database_value row_column(void *context, int column)
{
	const struct row *row = context;
	const struct panel *panel = row->figures->panel;
	const struct panel_round *round = &panel->rounds[row->of->round];
	const struct panel_version *version = &panel->versions[round->columns[row->of->column]];
	enum breakdown_status status = row->at->status;

	switch (column) {
	case 0:
		return text_value(panel->frameworks[round->framework].code);
	case 1:
		return text_value(panel->frameworks[round->framework].codes[version->code]);
	case 2:
		return text_value(round->period);
	case 3:
		return text_value(panel->participants[row->of->participant]);
	case 4:
		return text_value(row->at->dimension);
	case 5:
		return text_value(row->at->category);
	case 6:
		return int_value(version->number);
	case 7:
		return status == BREAKDOWN_SHOWN ? int_value(row->at->value) : (struct database_value){ .kind = DATABASE_NULL };
	case 8:
		return status == BREAKDOWN_SHOWN ? share_of(row) : (struct database_value){ .kind = DATABASE_NULL };
	case 9:
		return int_value(status == BREAKDOWN_SUPPRESSED || status == BREAKDOWN_WITHHELD);
	case 10:
		return text_value(status_name(status));
	case 11:
		return int_value(row->of->since);
	case 12:
		return int_value(row->until);
	default:
		return (struct database_value){ .kind = DATABASE_NULL };
	}
}

MUST_USE static enum err clear_cells(struct figures *figures, enum snapshot_statement statement, const struct touched_cell *cell, struct error *error)
{
	const struct panel *panel = figures->panel;
	const struct panel_round *round = &panel->rounds[cell->round];
	const struct panel_framework *framework = &panel->frameworks[round->framework];
	struct query *query = database_query(figures->db, statement);

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", framework->codes[panel->versions[round->columns[cell->column]].code]);
	query_text(query, "period", round->period);
	query_text(query, "participant", panel->participants[cell->participant]);
	return query_run(query, error);
}

MUST_USE static enum err clear_touched(struct figures *figures, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < figures->touched->cell_count; i++) {
		err = clear_cells(figures, SNAPSHOT_clear_answer_cell, &figures->touched->cells[i], error);
		if (err == ERR_OK)
			err = clear_cells(figures, SNAPSHOT_clear_answer_cell_past, &figures->touched->cells[i], error);
	}
	return err;
}

MUST_USE static enum err write_list(struct figures *figures, struct row *row, enum snapshot_statement statement, struct error *error)
{
	const struct database_feed feed = { .next = next_row, .column = row_column, .context = row };

	if (row->count == 0)
		return ERR_OK;
	database_feed(figures->db, &feed);
	enum err err = query_run(database_query(figures->db, statement), error);
	database_feed(figures->db, NULL);
	return err;
}

enum err breakdown_write(struct figures *figures, const struct breakdown *breakdown, struct error *error)
{
	struct row standing = { .figures = figures, .breakdown = breakdown, .list = breakdown->answers, .count = breakdown->answer_count, .standing = true };
	struct row past = { .figures = figures, .breakdown = breakdown, .list = breakdown->past, .count = breakdown->past_count };
	enum err err = figures->touched != NULL ? clear_touched(figures, error) : ERR_OK;

	if (err == ERR_OK)
		err = write_list(figures, &standing, SNAPSHOT_feed_answer_cells, error);
	return err != ERR_OK ? err : write_list(figures, &past, SNAPSHOT_feed_answer_cells_past, error);
}
