/* openapi_schema: the parameters and rows of the OpenAPI document; see openapi.h. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/data/openapi.h"
#include "indicators/base/i18n.h"

/* --- rows --- */

static json_t *codes_json(const struct column *column)
{
	json_t *all = json_array();

	for (const struct code *code = column->codes; code->code != NULL; code++)
		json_array_append_new(all, column->kind == COLUMN_TEXT ? json_string(code->code) : json_integer(strtoll(code->code, NULL, 10)));
	/* Of a column that may be empty, nothing is one of its values. */
	if (column->empty)
		json_array_append_new(all, json_null());
	return all;
}

static json_t *column_schema(struct arena *arena, const struct column *column)
{
	static const char *const types[] = {
		[COLUMN_TEXT] = "string", [COLUMN_INT] = "integer", [COLUMN_YEAR] = "integer", [COLUMN_REAL] = "number", [COLUMN_FLAG] = "boolean",
		[COLUMN_TIME] = "string",
	};
	const char *about = _(column->about);
	json_t *schema = column->empty ? json_pack("{s:[s,s]}", "type", types[column->kind], "null") : json_pack("{s:s}", "type", types[column->kind]);

	for (const struct code *code = column->codes; code != NULL && code->code != NULL; code++)
		about = arena_printf(arena, "%s%s%s: %s", about, code == column->codes ? " " : "; ", code->code, _(code->title));
	json_object_set_new(schema, "title", json_string(_(column->title)));
	json_object_set_new(schema, "description", json_string(about));
	if (column->kind == COLUMN_TIME)
		json_object_set_new(schema, "format", json_string("date-time"));
	if (column->codes != NULL)
		json_object_set_new(schema, "enum", codes_json(column));
	return schema;
}

json_t *openapi_row(struct arena *arena, const struct table *table)
{
	json_t *properties = json_object(), *required = json_array();

	for (const struct column *column = data_columns(arena, table); column->name != NULL; column++) {
		json_object_set_new(properties, column->name, column_schema(arena, column));
		json_array_append_new(required, json_string(column->name));
	}
	return json_pack("{s:s, s:s, s:o, s:o}", "type", "object", "description", _(table->row->about), "properties", properties, "required", required);
}

/* --- parameters --- */

#define PERIOD "^[0-9]{4}(-(S[12]|T[1-3]|Q[1-4]|(0[1-9]|1[0-2])))?$"

static const struct meaning {
	const char *name;
	const char *about;
	const char *pattern;
	bool in_snapshot;  /* data_codes knows its values */
	bool listed;       /* they are few: the schema lists them */
} meanings[] = {
	{ "framework", N_("Code of the framework of indicators."), NULL, true, true },
	{ "indicator", N_("Code of the indicator within the framework."), "^[A-Za-z0-9._-]+$", true, false },
	{ "participant", N_("The government, by its ISO 3166 alpha-3 code."), NULL, true, true },
	{ "domain", N_("Code of the domain; overall: all domains together."), "^[A-Za-z0-9._-]+$", true, false },
	{ "target", N_("Number of the SDG target."), NULL, true, true },
	{ "series", N_("Code of the official series in the UN SDG database."), NULL, true, true },
	{ "period", N_("Reporting period as SDMX writes it: 2025, 2025-S1, 2025-Q3."), PERIOD, true, false },
	{ "from", N_("First period of a comparison."), PERIOD, false, false },
	{ "to", N_("Last period of a comparison."), PERIOD, false, false },
	{ "dims", N_("The series’ dimensions and their codes, as name=code, separated by semicolons; empty: it has none."), NULL, false, false },
	{ "number", N_("Number of the release within its period."), NULL, false, false },
	{ NULL, NULL, NULL, false, false },
};

static const struct meaning *meaning_of(const char *name)
{
	const struct meaning *meaning = meanings;

	while (meaning->name != NULL && strcmp(meaning->name, name) != 0)
		meaning++;
	return meaning;
}

/* The codes that there are; the newest period and the first of others is the example. */
static enum err add_values(struct request *request, json_t *schema, const struct meaning *meaning, const char *framework, const char **example,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_data_codes);
	bool newest = strcmp(meaning->name, "period") == 0;
	json_t *all = json_array();

	query_text(query, "kind", meaning->name);
	query_text(query, "framework", framework);
	while (query_next(query)) {
		if (*example == NULL || newest)
			*example = arena_strdup(request->arena, query_column_text(query, 0));
		json_array_append_new(all, json_string(query_column_text(query, 0)));
	}
	if (strcmp(meaning->name, "framework") == 0 && *framework != '\0')
		*example = framework;
	if (meaning->listed && json_array_size(all) > 0)
		json_object_set(schema, "enum", all);
	json_decref(all);
	return query_end(query, error);
}

json_t *openapi_parameter(struct request *request, const struct param_spec *spec, bool in_path, const char *framework, struct error *error)
{
	const struct meaning *meaning = meaning_of(spec->name);
	json_t *schema = json_pack("{s:s}", "type", spec->type == PARAM_INT ? "integer" : "string");
	json_t *parameter = json_pack("{s:s, s:s, s:b, s:O}", "name", spec->name, "in", in_path ? "path" : "query", "required", in_path, "schema", schema);
	const char *example = NULL;
	bool looked_up = meaning->name != NULL && meaning->in_snapshot;

	if (meaning->about != NULL)
		json_object_set_new(parameter, "description", json_string(_(meaning->about)));
	if (meaning->pattern != NULL)
		json_object_set_new(schema, "pattern", json_string(meaning->pattern));
	if (spec->type == PARAM_INT)
		json_object_set_new(schema, "minimum", json_integer((json_int_t)spec->min));
	else if (spec->max > 0)
		json_object_set_new(schema, "maxLength", json_integer((json_int_t)spec->max));
	if (looked_up && add_values(request, schema, meaning, framework, &example, error) != ERR_OK) {
		json_decref(parameter);
		parameter = NULL;
	}
	if (parameter != NULL && spec->repeated)
		json_object_set_new(parameter, "schema", json_pack("{s:s, s:O}", "type", "array", "items", schema));
	/* A filter needs none, and the first release is always there. */
	if (parameter != NULL && in_path && spec->type == PARAM_INT)
		json_object_set_new(parameter, "example", json_integer(1));
	else if (parameter != NULL && in_path && example != NULL)
		json_object_set_new(parameter, "example", json_string(example));
	json_decref(schema);
	return parameter;
}
