/* data: writes the tables of a page; see data.h. */
#include "cgi/data/data.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/csv.h"
#include "indicators/base/i18n.h"

static const struct {
	unsigned bit;
	const char *name;
} bounds[] = {
	{ BOUND_FRAMEWORK, "framework" }, { BOUND_PERIOD, "period" }, { BOUND_INDICATOR, "indicator" }, { BOUND_PARTICIPANT, "participant" },
	{ BOUND_TARGET, "target" }, { BOUND_SERIES, "series" }, { BOUND_DIMS, "dims" }, { BOUND_DOMAIN, "domain" },
};

#define LIST_MOST 700
#define BOUNDS (sizeof bounds / sizeof *bounds)

/* --- what there is --- */

/* A sentence for each kind, so that translations need not inflect a name. */
static const char *no_such(const char *kind)
{
	if (strcmp(kind, "framework") == 0)
		return _("There is no framework %s. There are: %s.");
	if (strcmp(kind, "period") == 0)
		return _("There are no figures for the period %s. There are periods: %s.");
	if (strcmp(kind, "indicator") == 0)
		return _("There is no indicator %s in this framework. There are: %s.");
	if (strcmp(kind, "participant") == 0)
		return _("There is no participant %s. There are: %s.");
	if (strcmp(kind, "domain") == 0)
		return _("There is no domain %s in this framework. There are: %s.");
	if (strcmp(kind, "target") == 0)
		return _("There is no SDG target %s here. There are: %s.");
	return _("There is no official series %s here. There are: %s.");
}

static enum err check_one(struct request *request, const char *kind, const char *asked, struct error *error)
{
	struct buffer all = BUFFER_INIT(4096);
	struct query *query;
	bool found = false, cut = false;

	query = database_query(request->db, SNAPSHOT_data_codes);
	query_text(query, "kind", kind);
	query_text(query, "framework", request_text(request, "framework"));
	while (!found && query_next(query)) {
		const char *code = query_column_text(query, 0);
		found = strcmp(code, asked) == 0;
		/* A sentence, not a catalogue: the list of all is a table of its own. */
		if (all.length < LIST_MOST)
			buffer_printf(&all, "%s%s", all.length > 0 ? ", " : "", code);
		else
			cut = true;
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !found)
		err = error_set_field(error, ERR_NOT_FOUND, kind, no_such(kind), asked,
			all.length == 0 ? "–" : arena_printf(request->arena, "%s%s", buffer_text(&all), cut ? ", …" : ""));
	buffer_release(&all);
	return err;
}

enum err data_check(struct request *request, unsigned known, struct error *error)
{
	enum err err = ERR_OK;

	/* The framework comes first: periods and indicators are looked for within it. */
	for (size_t i = 0; err == ERR_OK && i < BOUNDS; i++)
		for (size_t n = 0; err == ERR_OK && (known & bounds[i].bit) != 0 && n < request_count(request, bounds[i].name); n++)
			err = check_one(request, bounds[i].name, request_text_at(request, bounds[i].name, n), error);
	return err;
}

/* --- tables --- */

static struct query *ask(struct request *request, const struct table *table)
{
	struct query *query = database_query(request->db, table->statement);

	for (size_t i = 0; i < BOUNDS; i++)
		if ((table->bound & bounds[i].bit) != 0)
			query_text(query, bounds[i].name, request_state(request, bounds[i].name) == PARAM_OK ? request_text(request, bounds[i].name) : NULL);
	if ((table->bound & BOUND_LANG) != 0)
		query_text(query, "lang", request->language);
	if ((table->bound & BOUND_CHOICE) != 0)
		compare_bind(request, query);
	return query;
}

static enum err read_run(struct request *request, const char *key, const char **value, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_meta);

	*value = "";
	query_text(query, "key", key);
	if (query_next(query))
		*value = arena_strdup(request->arena, query_column_text(query, 0));
	return query_end(query, error);
}

static enum err send_csv(struct request *request, struct response *response, const struct table *table, const char *run, struct error *error)
{
	struct buffer *out = response_body(response, "text/csv; charset=utf-8; header=present");
	struct query *query = ask(request, table);

	for (const struct column *column = table->columns; column->name != NULL; column++)
		csv_text(out, column->name);
	if (table->run)
		csv_text(out, "run");
	csv_end(out);
	while (query_next(query)) {
		int i = 0;
		for (const struct column *column = table->columns; column->name != NULL; column++, i++) {
			if (query_column_is_null(query, i) || column->kind == COLUMN_TEXT)
				csv_text(out, query_column_text(query, i));
			else if (column->kind == COLUMN_REAL)
				csv_number(out, query_column_real(query, i));
			else
				csv_int(out, query_column_int(query, i));
		}
		if (table->run)
			csv_text(out, run);
		csv_end(out);
	}
	return query_end(query, error);
}

static json_t *json_column(struct query *query, int i, enum column_kind kind)
{
	if (query_column_is_null(query, i))
		return json_null();
	switch (kind) {
	case COLUMN_TEXT: return json_string(query_column_text(query, i));
	case COLUMN_INT: return json_integer(query_column_int(query, i));
	case COLUMN_REAL: return json_real(query_column_real(query, i));
	case COLUMN_FLAG: return json_boolean(query_column_int(query, i) != 0);
	}
	return NULL;
}

static enum err json_table(struct request *request, const struct table *table, const char *run, json_t *rows, struct error *error)
{
	struct query *query = ask(request, table);
	bool whole = true;

	while (query_next(query)) {
		json_t *row = json_object();
		int i = 0;
		for (const struct column *column = table->columns; column->name != NULL; column++, i++)
			whole &= json_object_set_new(row, column->name, json_column(query, i, column->kind)) == 0;
		if (table->run)
			whole &= json_object_set_new(row, "run", json_string(run)) == 0;
		whole &= json_array_append_new(rows, row) == 0;
	}
	enum err err = query_end(query, error);
	return err == ERR_OK && !whole ? error_memory(error) : err;
}

static enum err json_meta(struct request *request, json_t *all, const char *run, struct error *error)
{
	const char *audience, *made_at, *methods;
	enum err err;

	if ((err = read_run(request, "audience", &audience, error)) != ERR_OK || (err = read_run(request, "made_at", &made_at, error)) != ERR_OK ||
		(err = read_run(request, "methods", &methods, error)) != ERR_OK)
		return err;
	json_t *meta = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "audience", audience, "run", run, "made_at", made_at, "methods", methods,
		"page", arena_printf(request->arena, "%s%s", request->prefix, request->path),
		"source", "Answers of the governments; official series: UN SDG Global Database, United Nations Statistics Division",
		"licence", "Official series: CC BY 4.0");
	return json_object_set_new(all, "meta", meta) == 0 ? ERR_OK : error_memory(error);
}

static int put(const char *text, size_t length, void *out)
{
	buffer_append(out, text, length);
	return 0;
}

static enum err send_json(struct request *request, struct response *response, const struct table *table, const char *run, struct error *error)
{
	struct buffer *out = response_body(response, "application/json");
	json_t *all = json_object();
	enum err err = json_meta(request, all, run, error);

	for (; err == ERR_OK && table->name != NULL; table++) {
		json_t *rows = json_array();
		err = json_table(request, table, run, rows, error);
		if (json_object_set_new(all, table->name, rows) != 0 && err == ERR_OK)
			err = error_memory(error);
	}
	if (err == ERR_OK && json_dump_callback(all, put, out, JSON_COMPACT) != 0)
		err = error_memory(error);
	buffer_putc(out, '\n');
	json_decref(all);
	return err;
}

enum err data_send(struct request *request, struct response *response, const struct data_page *page, struct error *error)
{
	size_t length = strlen(request->path);
	const char *run;
	enum err err = data_check(request, page->known, error);

	if (err != ERR_OK || (err = read_run(request, "run", &run, error)) != ERR_OK)
		return err;
	if (length > 4 && strcmp(request->path + length - 4, ".csv") == 0)
		return send_csv(request, response, page->tables, run, error);
	return send_json(request, response, page->tables, run, error);
}
