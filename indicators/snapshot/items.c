/* items: see items.h. */
#include "indicators/snapshot/items.h"

#include <stdlib.h>

#include "snapshot_statements.h"

static int by_place(const void *a, const void *b)
{
	const struct items_row *one = a, *other = b;

	if (one->round != other->round)
		return one->round < other->round ? -1 : 1;
	if (one->column != other->column)
		return one->column < other->column ? -1 : 1;
	return one->participant < other->participant ? -1 : one->participant > other->participant;
}

static void add_row(struct items *items, struct panel *panel, const struct items_row *row)
{
	items->rows = arena_grow(&panel->arena, items->rows, items->count, sizeof *items->rows);
	items->rows[items->count++] = *row;
}

enum err items_load(struct items *items, struct panel *panel, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_items);

	*items = (struct items){ .rows = NULL };
	while (query_next(query)) {
		size_t version = panel_version(panel, query_column_int(query, 2));
		struct items_row row = { .round = panel_round(panel, query_column_int(query, 0)),
			.participant = panel_participant(panel, query_column_text(query, 1)) };
		if (row.round == SIZE_MAX || row.participant == SIZE_MAX || version == SIZE_MAX
			|| panel->versions[version].framework != panel->rounds[row.round].framework)
			continue;
		int column = panel->rounds[row.round].column_of[panel->versions[version].code];
		if (column < 0 || panel->rounds[row.round].columns[column] != version)
			continue;
		row.column = (size_t)column;
		row.item = arena_strdup(&panel->arena, query_column_text(query, 3));
		add_row(items, panel, &row);
	}
	if (items->count > 1)
		qsort(items->rows, items->count, sizeof *items->rows, by_place);
	return query_end(query, error);
}

/* --- one column --- */

/* The rows of one cell, from *first; how many. */
static size_t of_cell(const struct items *items, size_t round, size_t column, size_t participant, size_t *first)
{
	const struct items_row key = { .round = round, .column = column, .participant = participant };
	size_t low = 0, high = items->count, end;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (by_place(&items->rows[middle], &key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < items->count && by_place(&items->rows[end], &key) == 0; end++)
		;
	*first = low;
	return end - low;
}

/* Whether the audience sees an answer there that tells which items are met. */
static bool is_known(const struct figures *figures, const struct items *items, size_t round, size_t column, size_t participant, size_t *first,
	size_t *count)
{
	const struct panel_answer *answer = panel_cell(figures->panel, &figures->panel->rounds[round], participant, column);

	if (answer == NULL || answer->status != PANEL_REPORTED || answer->audience > figures->audience)
		return false;
	*count = of_cell(items, round, column, participant, first);
	return !(answer->value < (double)*count) && !(answer->value > (double)*count);
}

static void put_key(struct query *query, const struct panel *panel, size_t round, size_t column)
{
	const struct panel_framework *framework = &panel->frameworks[panel->rounds[round].framework];
	const struct panel_version *version = &panel->versions[panel->rounds[round].columns[column]];

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", framework->codes[version->code]);
	query_text(query, "period", panel->rounds[round].period);
}

MUST_USE static enum err write_met(struct figures *figures, const struct items *items, size_t round, size_t column, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t p = 0; err == ERR_OK && p < figures->panel->participant_count; p++) {
		size_t first, count;
		if (!is_known(figures, items, round, column, p, &first, &count))
			continue;
		for (size_t i = first; err == ERR_OK && i < first + count; i++) {
			struct query *query = database_query(figures->db, SNAPSHOT_add_item);
			put_key(query, figures->panel, round, column);
			query_text(query, "item", items->rows[i].item);
			err = query_run(query, error);
		}
	}
	return err;
}

MUST_USE static enum err write_column(struct figures *figures, const struct items *items, size_t round, size_t column, struct error *error)
{
	const struct panel *panel = figures->panel;
	struct query *query = database_query(figures->db, SNAPSHOT_clear_items);
	size_t first, count;
	int known = 0;

	put_key(query, panel, round, column);
	enum err err = query_run(query, error);
	for (size_t p = 0; p < panel->participant_count; p++)
		known += is_known(figures, items, round, column, p, &first, &count);
	if (err != ERR_OK || known == 0 || known < panel->frameworks[panel->rounds[round].framework].minimum_reporting)
		return err;
	query = database_query(figures->db, SNAPSHOT_put_items);
	put_key(query, panel, round, column);
	query_int(query, "version", panel->versions[panel->rounds[round].columns[column]].number);
	query_int(query, "known", known);
	err = query_run(query, error);
	return err != ERR_OK ? err : write_met(figures, items, round, column, error);
}

enum err items_write(struct figures *figures, const struct items *items, struct error *error)
{
	const struct panel *panel = figures->panel;
	const struct touched *touched = figures->touched;
	enum err err = ERR_OK;

	for (size_t round = 0; err == ERR_OK && round < panel->round_count; round++)
		for (size_t column = 0; err == ERR_OK && column < panel->rounds[round].column_count; column++) {
			if (touched != NULL && (!touched->rounds[round].is || !touched->rounds[round].columns[column]))
				continue;
			if (panel->versions[panel->rounds[round].columns[column]].scale.type == SCORE_CHECKLIST)
				err = write_column(figures, items, round, column, error);
		}
	return err;
}
