/* practice: see practice.h. */
#include "indicators/snapshot/practice.h"

#include <stdlib.h>
#include <string.h>

#include "indicators/base/link.h"
#include "snapshot_statements.h"

/* --- reading --- */

static int by_key(const void *a, const void *b)
{
	const struct practice_row *one = a, *other = b;

	if (one->framework != other->framework)
		return one->framework < other->framework ? -1 : 1;
	if (one->code != other->code)
		return one->code < other->code ? -1 : 1;
	if (one->round != other->round)
		return one->round < other->round ? -1 : 1;
	if (one->participant != other->participant)
		return one->participant < other->participant ? -1 : 1;
	return one->position < other->position ? -1 : one->position > other->position;
}

static bool is_link(const char *text)
{
	return strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0;
}

/* The answer of the query's current row, as far as it is one to what its round asks. */
static bool find_answer(const struct panel *panel, struct query *query, struct practice_row *row)
{
	size_t version = panel_version(panel, query_column_int(query, 2));

	row->round = panel_round(panel, query_column_int(query, 0));
	row->participant = panel_participant(panel, query_column_text(query, 1));
	if (row->round == SIZE_MAX || row->participant == SIZE_MAX || version == SIZE_MAX)
		return false;
	const struct panel_round *round = &panel->rounds[row->round];
	row->framework = round->framework;
	row->code = panel->versions[version].code;
	row->version = panel->versions[version].number;
	if (panel->versions[version].framework != round->framework)
		return false;
	int column = round->column_of[row->code];
	return column >= 0 && round->columns[column] == version && statistics_audience_named(query_column_text(query, 3), &row->audience);
}

static void add_row(struct practice *practice, struct panel *panel, const struct practice_row *row)
{
	practice->rows = arena_grow(&panel->arena, practice->rows, practice->count, sizeof *practice->rows);
	practice->rows[practice->count++] = *row;
}

static bool is_same_answer(const struct practice_row *a, const struct practice_row *b)
{
	return a->framework == b->framework && a->code == b->code && a->round == b->round && a->participant == b->participant;
}

enum err practice_load(struct practice *practice, struct panel *panel, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_practice);

	*practice = (struct practice){ .rows = NULL };
	while (query_next(query)) {
		struct practice_row row;
		if (!find_answer(panel, query, &row))
			continue;
		/* A password that was once taken with a link is nobody's to read. */
		row.text = link_without_credentials(&panel->arena, arena_strdup(&panel->arena, query_column_text(query, 5)));
		/* What is followed as a link is one, whatever the row says. */
		const char *kind = query_column_text(query, 4);
		row.kind = strcmp(kind, "file") == 0 ? "file" : strcmp(kind, "link") == 0 && is_link(row.text) ? "link" : "citation";
		/* They come answer by answer. */
		const struct practice_row *before = practice->count > 0 ? &practice->rows[practice->count - 1] : NULL;
		row.position = before != NULL && is_same_answer(before, &row) ? before->position + 1 : 1;
		add_row(practice, panel, &row);
	}
	if (practice->count > 1)
		qsort(practice->rows, practice->count, sizeof *practice->rows, by_key);
	return query_end(query, error);
}

/* --- comparing --- */

static bool is_filed(const struct practice_row *row, const struct panel *panel, struct query *query)
{
	const struct panel_framework *framework = &panel->frameworks[row->framework];

	return strcmp(framework->code, query_column_text(query, 0)) == 0 && strcmp(framework->codes[row->code], query_column_text(query, 1)) == 0
		&& strcmp(panel->rounds[row->round].period, query_column_text(query, 2)) == 0
		&& strcmp(panel->participants[row->participant], query_column_text(query, 3)) == 0
		&& row->position == query_column_int(query, 4) && row->version == query_column_int(query, 5)
		&& strcmp(row->kind, query_column_text(query, 6)) == 0 && strcmp(row->text, query_column_text(query, 7)) == 0;
}

enum err practice_compare(const struct practice *practice, const struct panel *panel, enum statistics_audience audience,
	struct database *old, bool *changed, bool *lost, struct error *error)
{
	struct query *query = database_query(old, SNAPSHOT_filed_practice);
	size_t at = 0, filed = 0, wanted = 0;

	*lost = false;
	for (size_t i = 0; i < practice->count; i++)
		wanted += practice->rows[i].audience <= audience;
	/* Both come in the order of the table's key. */
	while (!*lost && query_next(query)) {
		while (at < practice->count && (practice->rows[at].audience > audience || !is_filed(&practice->rows[at], panel, query)))
			at++;
		*lost = at == practice->count;
		at++;
		filed++;
	}
	*changed = *lost || filed != wanted;
	return query_end(query, error);
}

/* --- writing --- */

enum err practice_write(struct figures *figures, const struct practice *practice, struct error *error)
{
	const struct panel *panel = figures->panel;
	enum err err = query_run(database_query(figures->db, SNAPSHOT_clear_practice), error);

	for (size_t i = 0; err == ERR_OK && i < practice->count; i++) {
		const struct practice_row *row = &practice->rows[i];
		const struct panel_framework *framework = &panel->frameworks[row->framework];
		if (row->audience > figures->audience)
			continue;
		struct query *query = database_query(figures->db, SNAPSHOT_put_practice);
		query_text(query, "framework", framework->code);
		query_text(query, "indicator", framework->codes[row->code]);
		query_text(query, "period", panel->rounds[row->round].period);
		query_text(query, "participant", panel->participants[row->participant]);
		query_int(query, "position", row->position);
		query_int(query, "version", row->version);
		query_text(query, "kind", row->kind);
		query_text(query, "text", row->text);
		err = query_run(query, error);
	}
	return err;
}
