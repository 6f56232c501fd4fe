/*
 * openapi: /api/v1/openapi.json, the description of every address of this program (OpenAPI 3.1), made of the route table and of the columns of
 * its tables, so that it cannot say anything else than they do. An address that is added to the table is in it.
 *
 * The addresses of the API are those of the pages with an ending. There are no second ones below /api/v1/: two addresses for one figure
 * would have to agree for ever, and a person who reads a page has its data one ending away.
 */
#include <string.h>

#include "cgi/data/openapi.h"
#include "cgi/data/sdmx/sdmx.h"
#include "indicators/base/i18n.h"

#define VERSION "1.0.0"
#define OFFICIAL_LICENCE "https://creativecommons.org/licenses/by/4.0/"

/* What the answers of a handler are that gives no tables. Ends with a NULL handler. */
static const struct other {
	web_handler *handler;
	const char *title;
	const char *tag;
	const char *media;
	const char *type; /* of the schema */
} others[] = {
	{ release_zip, N_("All of a release in one file"), "releases", "application/zip", "string" },
	{ releases_feed, N_("Releases as a feed (Atom)"), "releases", "application/atom+xml", "string" },
	{ openapi_get, N_("This description"), "about", "application/json", "object" },
	{ NULL, NULL, NULL, NULL, NULL },
};

static const struct { const char *name, *about; } tags[] = {
	{ "pages", N_("The figures of each page.") }, { "frameworks", N_("Everything of a framework.") },
	{ "releases", N_("Releases, as they stood.") }, { "sdmx", N_("SDMX, for statistical tools (REST 2.x).") }, { "about", N_("This description, and whether the program can serve.") },
};

static const struct ending {
	const char *text;
	const char *format; /* said after the title */
	const char *media;
} endings[] = {
	{ ".csv-metadata.json", N_("description of the CSV (CSVW)"), "application/csvm+json" },
	{ "-metadata.json", N_("description of the CSV (CSVW)"), "application/csvm+json" },
	{ ".csv", "CSV", "text/csv" },
	{ ".xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
	{ ".json", "JSON", "application/json" },
};

static const struct ending *ending_of(const char *pattern)
{
	size_t length = strlen(pattern);

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t ending = strlen(endings[i].text);
		if (length > ending && strcmp(pattern + length - ending, endings[i].text) == 0)
			return &endings[i];
	}
	return NULL;
}

/* "get_framework_indicators_indicator_csv" */
static const char *operation_id(struct arena *arena, const char *pattern)
{
	char *name = arena_printf(arena, "get%s", pattern);
	size_t n = 0;

	for (const char *p = name; *p != '\0'; p++) {
		bool plain = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9');
		/* One underscore for a dot, two would be one for "/." too. */
		if (plain)
			name[n++] = *p;
		else if (*p == '/' || *p == '.' || *p == '-')
			name[n++] = '_';
	}
	name[n] = '\0';
	return name;
}

/* --- answers --- */

static json_t *reference(struct arena *arena, const char *kind, const char *name)
{
	return json_pack("{s:s}", "$ref", arena_printf(arena, "#/components/%s/%s", kind, name));
}

static json_t *page_schema(struct arena *arena, const struct data_page *page)
{
	json_t *properties = json_pack("{s:o}", "meta", reference(arena, "schemas", "Meta"));
	json_t *required = json_pack("[s]", "meta");

	for (const struct table *table = page->tables; table->name != NULL; table++) {
		json_object_set_new(properties, table->name, json_pack("{s:s, s:s, s:o}", "type", "array", "title", _(table->title), "items",
			reference(arena, "schemas", table->row->name)));
		json_array_append_new(required, json_string(table->name));
	}
	return json_pack("{s:s, s:o, s:o}", "type", "object", "properties", properties, "required", required);
}

static json_t *answer(const char *about, const char *media, json_t *schema)
{
	return json_pack("{s:s, s:{s:{s:o}}}", "description", about, "content", media, "schema", schema);
}

/* What a CSV's lines are. */
static const char *csv_about(struct arena *arena, const struct table *table)
{
	const char *names = "";

	for (const struct column *column = data_columns(arena, table); column->name != NULL; column++)
		names = arena_printf(arena, "%s%s%s", names, *names != '\0' ? "," : "", column->name);
	return arena_printf(arena, "%s %s: %s", _(table->row->about), table->row->name, names);
}

static json_t *tables_answer(struct arena *arena, const struct data_page *page, const struct ending *ending)
{
	json_t *all;

	if (strcmp(ending->media, "application/json") == 0)
		return answer(_(page->title), ending->media, page_schema(arena, page));
	if (strcmp(ending->media, "application/csvm+json") == 0)
		return answer(_("What the columns of the CSV are."), ending->media, json_pack("{s:s}", "type", "object"));
	if (strcmp(ending->media, "text/csv") != 0)
		return answer(_("All tables of the page, a sheet each."), ending->media, json_object());
	all = answer(csv_about(arena, page->tables), ending->media, json_pack("{s:s}", "type", "string"));
	json_object_set_new(all, "headers", json_pack("{s:o}", "Link", reference(arena, "headers", "Link")));
	return all;
}

static json_t *responses(struct arena *arena, json_t *good)
{
	json_t *headers = json_object_get(good, "headers");

	if (headers == NULL)
		json_object_set_new(good, "headers", headers = json_object());
	json_object_set_new(headers, "ETag", reference(arena, "headers", "ETag"));
	json_object_set_new(headers, "Last-Modified", reference(arena, "headers", "LastModified"));
	return json_pack("{s:o, s:o, s:o, s:o, s:o}", "200", good, "304", reference(arena, "responses", "NotModified"), "400",
		reference(arena, "responses", "Invalid"), "404", reference(arena, "responses", "NotFound"), "default", reference(arena, "responses", "Problem"));
}

/* --- an address --- */

static bool is_in_path(struct arena *arena, const char *pattern, const char *name)
{
	return strstr(pattern, arena_printf(arena, "{%s}", name)) != NULL;
}

static json_t *parameters(struct request *request, const struct route *route, const char *framework, struct error *error)
{
	json_t *all = json_array();

	for (const struct param_spec *spec = route->params; spec != NULL && spec->name != NULL; spec++) {
		json_t *one = openapi_parameter(request, spec, is_in_path(request->arena, route->pattern, spec->name), framework, error);
		if (json_array_append_new(all, one) != 0) {
			json_decref(all);
			return NULL;
		}
	}
	json_array_append_new(all, reference(request->arena, "parameters", "lang"));
	return all;
}

static const struct other *other_of(web_handler *handler)
{
	const struct other *other = others;

	while (other->handler != NULL && other->handler != handler)
		other++;
	return other;
}

static enum err operation(struct request *request, const struct route *route, const char *framework, json_t **made, struct error *error)
{
	struct arena *arena = request->arena;
	const struct ending *ending = ending_of(route->pattern);
	const struct other *other = other_of(route->handler);
	const char *summary = route->pattern, *tag = "pages";
	json_t *good;

	json_t *list = parameters(request, route, framework, error);
	if (list == NULL)
		return error->code != ERR_OK ? error->code : error_memory(error);
	if (route->detail != NULL && ending != NULL) {
		const struct data_page *page = route->detail;
		summary = arena_printf(arena, "%s: %s", _(page->title), _(ending->format));
		tag = page->exact ? "frameworks" : page == &data_releases || page == &data_release ? "releases" : "pages";
		good = tables_answer(arena, page, ending);
	} else if (other->handler != NULL) {
		summary = _(other->title);
		tag = other->tag;
		good = answer(summary, other->media, strcmp(other->media, "application/zip") == 0 ? json_object() : json_pack("{s:s}", "type", other->type));
	} else {
		good = json_pack("{s:s}", "description", summary);
	}
	*made = json_pack("{s:{s:s, s:s, s:[s], s:o, s:o}}", "get", "operationId", operation_id(arena, route->pattern), "summary", summary, "tags", tag,
		"parameters", list, "responses", responses(arena, good));
	return *made != NULL ? ERR_OK : error_memory(error);
}

static enum err paths(struct request *request, const char *framework, json_t *all, struct error *error)
{
	enum err err = ERR_OK;

	for (const struct route *route = data_routes; err == ERR_OK && route->pattern != NULL; route++) {
		json_t *one = NULL;
		/* The same address with a slash at its end is none of its own; those of SDMX follow. */
		if (route->pattern[strlen(route->pattern) - 1] == '/' || route->params == sdmx_params)
			continue;
		err = operation(request, route, framework, &one, error);
		if (err == ERR_OK && json_object_set_new(all, route->pattern, one) != 0)
			err = error_memory(error);
	}
	if (err == ERR_OK && !openapi_sdmx(request->arena, all))
		err = error_memory(error);
	json_object_set_new(all, "/data/healthz", json_pack("{s:{s:s, s:s, s:[s], s:{s:{s:s, s:{s:{s:{s:s}}}}, s:o}}}", "get", "operationId", "get_data_healthz",
		"summary", _("Whether the program can serve"), "tags", "about", "responses", "200", "description", _("It can."), "content", "application/json",
		"schema", "type", "object", "default", reference(request->arena, "responses", "Problem")));
	return err;
}

/* --- what the addresses share --- */

static json_t *schemas(struct arena *arena)
{
	json_t *all = json_object();

	for (const struct route *route = data_routes; route->pattern != NULL; route++) {
		if (route->detail == NULL)
			continue;
		for (const struct table *table = ((const struct data_page *)route->detail)->tables; table->name != NULL; table++)
			if (json_object_get(all, table->row->name) == NULL)
				json_object_set_new(all, table->row->name, openapi_row(arena, table));
	}
	json_object_set_new(all, "Meta", json_pack("{s:s, s:s, s:{s:{s:s, s:[s,s,s]}, s:{s:s}, s:{s:s, s:s}, s:{s:s}, s:{s:s}, s:{s:s}, s:{s:s}}, s:[s,s,s,s,s,s,s]}",
		"type", "object", "description", _("Where the figures come from."), "properties",
		"audience", "type", "string", "enum", "public", "donors", "members", "run", "type", "string", "made_at", "type", "string", "format", "date-time",
		"methods", "type", "string", "page", "type", "string", "source", "type", "string", "licence", "type", "string",
		"required", "audience", "run", "made_at", "methods", "page", "source", "licence"));
	json_object_set_new(all, "Problem", json_pack("{s:s, s:s, s:{s:{s:s}, s:{s:s}, s:{s:s}, s:{s:s, s:s}, s:{s:s, s:s}}, s:[s,s,s,s]}",
		"type", "object", "description", _("A problem document (RFC 9457)."), "properties",
		"type", "type", "string", "title", "type", "string", "status", "type", "integer", "detail", "type", "string", "description",
		_("What is wrong, and what there is."), "field", "type", "string", "description", _("The parameter that is wrong."),
		"required", "type", "title", "status", "detail"));
	return all;
}

static json_t *problem(struct arena *arena, const char *about)
{
	return answer(about, "application/problem+json", reference(arena, "schemas", "Problem"));
}

static json_t *header(const char *about)
{
	return json_pack("{s:s, s:{s:s}}", "description", about, "schema", "type", "string");
}

static json_t *languages(void)
{
	json_t *all = json_array();

	for (const struct language *language = i18n_languages; language->code != NULL; language++)
		json_array_append_new(all, json_string(language->code));
	return all;
}

static json_t *components(struct request *request)
{
	struct arena *arena = request->arena;
	json_t *all = json_pack("{s:o, s:{s:o, s:{s:s}, s:o, s:o}, s:{s:{s:s, s:s, s:b, s:s, s:{s:s, s:o}}}, s:{s:o, s:o, s:o}}",
		"schemas", schemas(arena),
		"responses", "Problem", problem(arena, _("Something else is wrong: the address is too long (414), or there are no figures at the moment (503).")),
		"NotModified", "description", _("Nothing has changed since."),
		"Invalid", problem(arena, _("A parameter is unknown or malformed; the problem names it and what would be right.")),
		"NotFound", problem(arena, _("There is no such thing; the problem names what there is.")),
		"parameters", "lang", "name", "lang", "in", "query", "required", 0, "description", _("Language of titles and sentences; else that of Accept-Language."),
		"schema", "type", "string", "enum", languages(),
		"headers", "ETag", header(_("For If-None-Match.")), "LastModified", header(_("The moment of the run, for If-Modified-Since.")),
		"Link", header(_("rel=\"describedby\": the description of the CSV.")));

	if (all != NULL && *request->prefix != '\0')
		json_object_set_new(all, "securitySchemes", json_pack("{s:{s:s, s:s, s:s, s:s}}", "session", "type", "apiKey", "in", "cookie", "name", "session",
			"description", _("The session of a signed-in browser.")));
	return all;
}

static json_t *document(struct request *request, json_t *all_paths)
{
	json_t *list = json_array();

	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		json_array_append_new(list, json_pack("{s:s, s:s}", "name", tags[i].name, "description", _(tags[i].about)));
	return json_pack("{s:s, s:{s:s, s:s, s:s, s:{s:s, s:s}}, s:[{s:s}], s:o, s:o, s:o, s:o}", "openapi", "3.1.0",
		"info", "title", _("Almaty Monitor: the figures as data"), "version", VERSION, "description",
		arena_printf(request->arena, "%s %s", _("Every figure of these pages can be taken away: as a table for a spreadsheet, as data for statistical tools, as an answer for a program. The files hold exactly what the pages of this audience show."), data_licence()),
		"license", "name", _("Official series: CC BY 4.0"), "url", OFFICIAL_LICENCE,
		"servers", "url", *request->prefix != '\0' ? request->prefix : "/", "security",
		*request->prefix != '\0' ? json_pack("[{s:[]}]", "session") : json_array(), "tags", list, "paths", all_paths, "components", components(request));
}

/* A framework with figures, for the examples; else any; "" where there is none. */
static enum err example_framework(struct request *request, const char **code, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_data_frameworks);
	bool filled = false;

	*code = "";
	query_text(query, "lang", request->language);
	while (!filled && query_next(query)) {
		filled = !query_column_is_null(query, 5);
		if (filled || **code == '\0')
			*code = arena_strdup(request->arena, query_column_text(query, 0));
	}
	return query_end(query, error);
}

enum err openapi_get(struct request *request, struct response *response, struct error *error)
{
	json_t *all_paths = json_object();
	const char *framework;
	enum err err = example_framework(request, &framework, error);

	if (err == ERR_OK)
		err = paths(request, framework, all_paths, error);
	if (err != ERR_OK) {
		json_decref(all_paths);
		return err;
	}
	return data_put_json(document(request, all_paths), JSON_INDENT(1), response_body(response, "application/json"), error);
}
