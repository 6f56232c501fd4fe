/* data: writes the tables of a page as CSV and JSON; see data.h. */
#include "cgi/data/data.h"

#include <string.h>

#include "indicators/base/csv.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/base/period.h"

static const struct {
	unsigned bit;
	const char *name;
} bounds[] = {
	{ BOUND_FRAMEWORK, "framework" }, { BOUND_PERIOD, "period" }, { BOUND_INDICATOR, "indicator" }, { BOUND_PARTICIPANT, "participant" },
	{ BOUND_TARGET, "target" }, { BOUND_SERIES, "series" }, { BOUND_DIMS, "dims" }, { BOUND_DOMAIN, "domain" },
};

#define LIST_MOST 700
#define BOUNDS (sizeof bounds / sizeof *bounds)
#define CSV_TYPE "text/csv; charset=utf-8; header=present"

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

/* A sentence, not a catalogue: the list of all is a table of its own. */
static void add_code(struct buffer *all, const char *code, bool *cut)
{
	if (all->length < LIST_MOST)
		buffer_printf(all, "%s%s", all->length > 0 ? ", " : "", code);
	else
		*cut = true;
}

static const char *list_text(struct request *request, const struct buffer *all, bool cut)
{
	return all->length == 0 ? "–" : arena_printf(request->arena, "%s%s", buffer_text(all), cut ? ", …" : "");
}

static enum err check_one(struct request *request, const char *kind, const char *asked, struct error *error)
{
	struct buffer all = BUFFER_INIT(4096);
	struct error why = ERROR_INIT;
	struct period period;
	struct query *query;
	bool found = false, cut = false;

	query = database_query(request->db, SNAPSHOT_data_codes);
	query_text(query, "kind", kind);
	query_text(query, "framework", request_text(request, "framework"));
	/* Series are those of the target, where one is named. */
	query_text(query, "target", strcmp(kind, "series") == 0 && request_state(request, "target") == PARAM_OK ? request_text(request, "target") : NULL);
	while (!found && query_next(query)) {
		const char *code = query_column_text(query, 0);
		found = strcmp(code, asked) == 0;
		add_code(&all, code, &cut);
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !found && strcmp(kind, "period") == 0 && period_parse(asked, &period, &why) != ERR_OK)
		err = error_set_field(error, ERR_INVALID, kind, _("%s There are figures for: %s."), why.text, list_text(request, &all, cut));
	else if (err == ERR_OK && !found)
		err = error_set_field(error, ERR_NOT_FOUND, kind, no_such(kind), asked, list_text(request, &all, cut));
	buffer_release(&all);
	return err;
}

static enum err check_release(struct request *request, struct error *error)
{
	struct buffer all = BUFFER_INIT(4096);
	struct query *query = database_query(request->db, SNAPSHOT_takeaway_releases);
	const char *period = request_text(request, "period");
	bool found = false, cut = false;

	query_text(query, "framework", request_text(request, "framework"));
	while (query_next(query)) {
		bool same = strcmp(query_column_text(query, 1), period) == 0;
		found = found || (same && query_column_int(query, 2) == request_int(request, "number"));
		if (same)
			add_code(&all, arena_printf(request->arena, "%lld", (long long)query_column_int(query, 2)), &cut);
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !found)
		err = error_set_field(error, ERR_NOT_FOUND, "number", _("There is no release %lld of %s. There are: %s."),
			(long long)request_int(request, "number"), period, list_text(request, &all, cut));
	buffer_release(&all);
	return err;
}

enum err data_check(struct request *request, struct error *error)
{
	enum err err = ERR_OK;

	/* The framework comes first: periods and indicators are looked for within it. */
	for (size_t i = 0; err == ERR_OK && i < BOUNDS; i++)
		for (size_t n = 0; err == ERR_OK && bounds[i].bit != BOUND_DIMS && n < request_count(request, bounds[i].name); n++)
			err = check_one(request, bounds[i].name, request_text_at(request, bounds[i].name, n), error);
	if (err == ERR_OK && request_state(request, "number") == PARAM_OK)
		err = check_release(request, error);
	return err;
}

/* --- what the writers share --- */

struct query *data_ask(struct request *request, const struct table *table, const char *language)
{
	struct query *query = database_query(request->db, table->statement);

	for (size_t i = 0; i < BOUNDS; i++)
		if ((table->bound & bounds[i].bit) != 0)
			query_text(query, bounds[i].name, request_state(request, bounds[i].name) == PARAM_OK ? request_text(request, bounds[i].name) : NULL);
	if ((table->bound & BOUND_NUMBER) != 0)
		query_int(query, "number", request_int(request, "number"));
	if ((table->bound & BOUND_CHOICE) != 0)
		compare_bind(request, query);
	if ((table->bound & BOUND_LANG) != 0)
		query_text(query, "lang", language);
	return query;
}

enum err data_fact(struct request *request, const char *key, const char **value, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_meta);

	*value = "";
	query_text(query, "key", key);
	if (query_next(query))
		*value = arena_strdup(request->arena, query_column_text(query, 0));
	return query_end(query, error);
}

const struct column *data_columns(struct arena *arena, const struct table *table)
{
	size_t count = 0;

	while (table->row->columns[count].name != NULL)
		count++;
	struct column *columns = arena_array(arena, count + 2, sizeof *columns);
	memcpy(columns, table->row->columns, count * sizeof *columns);
	if (table->run)
		columns[count] = column_run;
	return columns;
}

const char *data_source(void)
{
	return _("Answers of the governments; official series: UN SDG Global Database, United Nations Statistics Division");
}

const char *data_licence(void)
{
	return _("Official series: CC BY 4.0. Answers: as each government cleared them for this audience or, where the framework names a source, as that source published them; name Almaty Monitor and the run.");
}

/* The path without what its format adds. */
static const char *stem_of(struct request *request)
{
	static const char *const endings[] = { ".csv-metadata.json", "-metadata.json", ".csv", ".json", ".xlsx", ".zip" };
	size_t length = strlen(request->path);

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t ending = strlen(endings[i]);
		if (length > ending && strcmp(request->path + length - ending, endings[i]) == 0)
			return arena_strndup(request->arena, request->path, length - ending);
	}
	return request->path;
}

const char *data_address(struct request *request, const char *ending, bool query)
{
	const char *asked = query ? request_query_known(request) : "";

	return arena_printf(request->arena, "%s%s%s%s%s", request->prefix, stem_of(request), ending, *asked != '\0' ? "?" : "", asked);
}

const char *data_file_name(struct request *request, const char *ending)
{
	const char *period = strstr(request_query_known(request), "period=") != NULL ? request_text(request, "period") : "";
	const char *stem = stem_of(request);
	size_t length = strlen(stem);

	/* A page whose address ends in / is called index; its name says more without. */
	if (length >= 5 && strcmp(stem + length - 5, "index") == 0)
		length -= 5;
	while (length > 0 && stem[length - 1] == '/')
		length--;
	char *name = arena_printf(request->arena, "%.*s%s%s%s", (int)(length > 0 ? length - 1 : 0), stem + (length > 0), *period != '\0' ? "-" : "", period,
		ending);
	for (char *p = name; *p != '\0'; p++)
		if (*p == '/')
			*p = '-';
	return *name == '.' ? arena_printf(request->arena, "monitor%s", name) : name;
}

/* --- CSV --- */

const char *data_words(struct arena *arena, const char *text)
{
	double number;

	return text == NULL || !csv_is_formula(text) || number_parse(text, &number) ? text : arena_printf(arena, "'%s", text);
}

static void put_cell(struct arena *arena, struct buffer *out, struct query *query, int i, enum column_kind kind, bool exact)
{
	const char *text;

	if (query_column_is_null(query, i))
		csv_text(out, NULL);
	else if (kind == COLUMN_REAL)
		csv_number(out, query_column_real(query, i));
	else if (kind == COLUMN_INT || kind == COLUMN_YEAR || kind == COLUMN_FLAG)
		csv_int(out, query_column_int(query, i));
	else if ((text = query_column_text(query, i)) != NULL)
		csv_text(out, exact ? text : data_words(arena, text));
}

enum err data_csv(struct request *request, const struct table *table, const char *language, bool exact, struct buffer *out,
	struct error *error)
{
	const char *run;
	enum err err = data_fact(request, "run", &run, error);

	if (err != ERR_OK)
		return err;
	struct query *query = data_ask(request, table, language);
	for (const struct column *column = table->row->columns; column->name != NULL; column++)
		csv_text(out, column->name);
	if (table->run)
		csv_text(out, column_run.name);
	csv_end(out);
	while (query_next(query)) {
		int i = 0;
		for (const struct column *column = table->row->columns; column->name != NULL; column++, i++)
			put_cell(request->arena, out, query, i, column->kind, exact);
		if (table->run)
			csv_text(out, run);
		csv_end(out);
	}
	return query_end(query, error);
}

static enum err send_csv(struct request *request, struct response *response, const struct data_page *page, struct error *error)
{
	struct buffer *out = response_body(response, CSV_TYPE);

	response_header(response, "Link", arena_printf(request->arena, "<%s>; rel=\"describedby\"; type=\"application/csvm+json\"",
		data_address(request, ".csv-metadata.json", true)));
	response_header(response, "Content-Disposition", arena_printf(request->arena, "attachment; filename=\"%s\"", data_file_name(request, ".csv")));
	return data_csv(request, page->tables, request->language, page->exact, out, error);
}

/* --- JSON --- */

static json_t *json_column(struct query *query, int i, enum column_kind kind)
{
	if (query_column_is_null(query, i))
		return json_null();
	switch (kind) {
	case COLUMN_TEXT:
	case COLUMN_TIME: return json_string(query_column_text(query, i));
	case COLUMN_INT:
	case COLUMN_YEAR: return json_integer(query_column_int(query, i));
	case COLUMN_REAL: return json_real(query_column_real(query, i));
	case COLUMN_FLAG: return json_boolean(query_column_int(query, i) != 0);
	}
	return NULL;
}

static enum err json_table(struct request *request, const struct table *table, const char *run, json_t *rows, struct error *error)
{
	struct query *query = data_ask(request, table, request->language);
	bool whole = true;

	while (query_next(query)) {
		json_t *row = json_object();
		int i = 0;
		for (const struct column *column = table->row->columns; column->name != NULL; column++, i++)
			whole &= json_object_set_new(row, column->name, json_column(query, i, column->kind)) == 0;
		if (table->run)
			whole &= json_object_set_new(row, column_run.name, json_string(run)) == 0;
		whole &= json_array_append_new(rows, row) == 0;
	}
	enum err err = query_end(query, error);
	return err == ERR_OK && !whole ? error_memory(error) : err;
}

static enum err json_meta(struct request *request, json_t *all, const char *run, struct error *error)
{
	const char *audience, *made_at, *methods;
	enum err err;

	if ((err = data_fact(request, "audience", &audience, error)) != ERR_OK || (err = data_fact(request, "made_at", &made_at, error)) != ERR_OK ||
		(err = data_fact(request, "methods", &methods, error)) != ERR_OK)
		return err;
	json_t *meta = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s}", "audience", audience, "run", run, "made_at", made_at, "methods", methods,
		"page", arena_printf(request->arena, "%s%s", request->prefix, request->path), "source", data_source(), "licence", data_licence());
	return json_object_set_new(all, "meta", meta) == 0 ? ERR_OK : error_memory(error);
}

static int put(const char *text, size_t length, void *out)
{
	buffer_append(out, text, length);
	return 0;
}

enum err data_put_json(json_t *json, size_t flags, struct buffer *out, struct error *error)
{
	enum err err = json == NULL || json_dump_callback(json, put, out, flags) != 0 ? error_memory(error) : ERR_OK;

	buffer_putc(out, '\n');
	json_decref(json);
	return err;
}

static enum err send_json(struct request *request, struct response *response, const struct table *table, struct error *error)
{
	struct buffer *out = response_body(response, "application/json");
	json_t *all = json_object();
	const char *run;
	enum err err = data_fact(request, "run", &run, error);

	/* RFC 8631. */
	response_header(response, "Link", arena_printf(request->arena, "<%s/api/v1/openapi.json>; rel=\"service-desc\"; type=\"application/json\"",
		request->prefix));
	if (err == ERR_OK)
		err = json_meta(request, all, run, error);
	for (; err == ERR_OK && table->name != NULL; table++) {
		json_t *rows = json_array();
		err = json_table(request, table, run, rows, error);
		if (json_object_set_new(all, table->name, rows) != 0 && err == ERR_OK)
			err = error_memory(error);
	}
	if (err != ERR_OK) {
		json_decref(all);
		return err;
	}
	return data_put_json(all, JSON_COMPACT, out, error);
}

/* --- the description of a CSV --- */

static enum err send_csvw(struct request *request, struct response *response, const struct data_page *page, struct error *error)
{
	const char *address = data_address(request, ".csv", true);
	json_t *table = csvw_table(request, page->tables, strrchr(address, '/') + 1);
	json_t *all = json_pack("{s:[s,{s:s}]}", "@context", "http://www.w3.org/ns/csvw", "@language", "en");

	if (table == NULL || all == NULL || json_object_update(all, table) != 0) {
		json_decref(all);
		all = NULL;
	}
	json_decref(table);
	return data_put_json(all, JSON_INDENT(2), response_body(response, "application/csvm+json"), error);
}

enum err data_get(struct request *request, struct response *response, struct error *error)
{
	const struct data_page *page = request_detail(request);
	size_t length = strlen(request->path);
	enum err err = data_check(request, error);

	if (err != ERR_OK)
		return err;
	if (length > 4 && strcmp(request->path + length - 4, ".csv") == 0)
		return send_csv(request, response, page, error);
	if (length > 5 && strcmp(request->path + length - 5, ".xlsx") == 0)
		return workbook_send(request, response, page, error);
	if (length > 14 && strcmp(request->path + length - 14, "-metadata.json") == 0)
		return send_csvw(request, response, page, error);
	return send_json(request, response, page->tables, error);
}
