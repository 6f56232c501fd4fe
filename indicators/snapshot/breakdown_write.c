/* breakdown_write: decided breakdowns into one audience's snapshot; see breakdown.h. */
#include "indicators/snapshot/breakdown.h"
#include "snapshot_statements.h"

struct row {
	const struct figures *figures;
	const struct breakdown *breakdown;
	size_t answer, cell; /* the next one: of the answers, of that answer's cells */
	const struct breakdown_answer *of;
	const struct breakdown_cell *at;
};

static const char *status_name(enum breakdown_status status)
{
	static const char *const names[] = { "shown", "suppressed", "withheld", "missing" };

	return names[status];
}

/* Whether the audience sees the answer, and so its breakdowns. */
static bool is_visible(const struct figures *figures, const struct breakdown_answer *of)
{
	const struct panel *panel = figures->panel;
	const struct panel_answer *answer = panel_cell(panel, &panel->rounds[of->round], of->participant, of->column);

	return answer != NULL && answer->status == PANEL_REPORTED && answer->audience <= figures->audience;
}

static bool next_row(void *context)
{
	struct row *row = context;

	for (; row->answer < row->breakdown->answer_count; row->answer++, row->cell = 0) {
		row->of = &row->breakdown->answers[row->answer];
		if (row->cell == row->of->count || !is_visible(row->figures, row->of))
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
	const struct panel *panel = row->figures->panel;
	const struct panel_answer *answer = panel_cell(panel, &panel->rounds[row->of->round], row->of->participant, row->of->column);

	if (answer == NULL || !(answer->value > 0))
		return (struct database_value){ .kind = DATABASE_NULL };
	return (struct database_value){ .kind = DATABASE_REAL, .real = 100 * (double)row->at->value / answer->value };
}

/* The columns of the table `answer_cell`. */
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
	default:
		return (struct database_value){ .kind = DATABASE_NULL };
	}
}

MUST_USE static enum err clear_touched(struct figures *figures, struct error *error)
{
	const struct panel *panel = figures->panel;
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < figures->touched->cell_count; i++) {
		const struct touched_cell *cell = &figures->touched->cells[i];
		const struct panel_round *round = &panel->rounds[cell->round];
		const struct panel_framework *framework = &panel->frameworks[round->framework];
		struct query *query = database_query(figures->db, SNAPSHOT_clear_answer_cell);
		query_text(query, "framework", framework->code);
		query_text(query, "indicator", framework->codes[panel->versions[round->columns[cell->column]].code]);
		query_text(query, "period", round->period);
		query_text(query, "participant", panel->participants[cell->participant]);
		err = query_run(query, error);
	}
	return err;
}

enum err breakdown_write(struct figures *figures, const struct breakdown *breakdown, struct error *error)
{
	struct row row = { .figures = figures, .breakdown = breakdown };
	const struct database_feed feed = { .next = next_row, .column = row_column, .context = &row };
	enum err err = figures->touched != NULL ? clear_touched(figures, error) : ERR_OK;

	if (err != ERR_OK || breakdown->answer_count == 0)
		return err;
	database_feed(figures->db, &feed);
	err = query_run(database_query(figures->db, SNAPSHOT_feed_answer_cells), error);
	database_feed(figures->db, NULL);
	return err;
}
