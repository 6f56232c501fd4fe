/*
 * csvw: descriptions of tables as CSV on the Web has them (W3C, Metadata Vocabulary for Tabular Data, 2015): which columns, what they
 * mean in each language, of what type, which of them tell rows apart, what a missing value looks like, where it is from.
 */
#include <string.h>

#include "cgi/data/data.h"
#include "indicators/base/i18n.h"

#define OFFICIAL_LICENCE "https://creativecommons.org/licenses/by/4.0/"

/* A text in every language. */
static json_t *in_all_languages(const char *text)
{
	json_t *all = json_object();

	for (const struct language *language = i18n_languages; language->code != NULL; language++)
		json_object_set_new(all, language->code, json_string(i18n_text_in(language->code, text)));
	return all;
}

/* Language-tagged strings, for a property of another vocabulary. */
static json_t *tagged(const char *text)
{
	json_t *all = json_array();

	for (const struct language *language = i18n_languages; language->code != NULL; language++)
		json_array_append_new(all, json_pack("{s:s, s:s}", "@value", i18n_text_in(language->code, text), "@language", language->code));
	return all;
}

/* What a column means, with the meaning of each of its codes. */
static const char *description(struct arena *arena, const struct column *column, const char *language)
{
	const char *text = i18n_text_in(language, column->about);

	for (const struct code *code = column->codes; code != NULL && code->code != NULL; code++)
		text = arena_printf(arena, "%s%s%s: %s", text, code == column->codes ? " " : "; ", code->code, i18n_text_in(language, code->title));
	return text;
}

static json_t *described(struct arena *arena, const struct column *column)
{
	json_t *all = json_array();

	for (const struct language *language = i18n_languages; language->code != NULL; language++)
		json_array_append_new(all, json_pack("{s:s, s:s}", "@value", description(arena, column, language->code), "@language", language->code));
	return all;
}

static json_t *datatype(struct arena *arena, const struct column *column)
{
	switch (column->kind) {
	case COLUMN_INT:
	case COLUMN_YEAR: return json_string("integer");
	case COLUMN_REAL: return json_string("double");
	case COLUMN_FLAG: return json_pack("{s:s, s:s}", "base", "boolean", "format", "1|0");
	case COLUMN_TIME: return json_string("dateTime");
	case COLUMN_TEXT: break;
	}
	const char *format = "";
	for (const struct code *code = column->codes; code != NULL && code->code != NULL; code++)
		format = arena_printf(arena, "%s%s%s", format, *format != '\0' ? "|" : "", code->code);
	return *format == '\0' ? json_string("string") : json_pack("{s:s, s:s}", "base", "string", "format", format);
}

static json_t *column_json(struct arena *arena, const struct column *column)
{
	json_t *json = json_pack("{s:s, s:o, s:o, s:o, s:b}", "name", column->name, "titles", in_all_languages(column->title), "dc:description",
		described(arena, column), "datatype", datatype(arena, column), "required", !column->empty && !column->total);

	/* The header holds the name; a title that is no name stands beside it. */
	json_t *titles = json_object_get(json, "titles");
	json_object_set_new(titles, "und", json_string(column->name));
	/* An empty text is a value here, not a missing one. */
	if (column->total)
		json_object_set_new(json, "null", json_array());
	else
		json_object_set_new(json, "null", json_string(""));
	if (column->property != NULL)
		json_object_set_new(json, "propertyUrl", json_string(column->property));
	return json;
}

static json_t *key_json(struct arena *arena, const char *key)
{
	json_t *all = json_array();

	while (*key != '\0') {
		size_t length = strcspn(key, " ");
		json_array_append_new(all, json_string(arena_strndup(arena, key, length)));
		key += length + strspn(key + length, " ");
	}
	return all;
}

static bool is_official(const struct row *row)
{
	return row == &row_official || row == &row_progress || row == &row_verdict || row == &row_together || row == &row_revision || row == &row_series || row == &row_vintage;
}

json_t *csvw_table(struct request *request, const struct table *table, const char *url)
{
	struct error error = ERROR_INIT;
	const char *made_at = "", *run = "";
	json_t *columns = json_array();

	if (data_fact(request, "made_at", &made_at, &error) != ERR_OK || data_fact(request, "run", &run, &error) != ERR_OK) {
		json_decref(columns);
		return NULL;
	}
	for (const struct column *column = data_columns(request->arena, table); column->name != NULL; column++)
		json_array_append_new(columns, column_json(request->arena, column));
	json_t *all = json_pack("{s:s, s:o, s:o, s:o, s:s, s:s, s:s}", "url", url, "dc:title", tagged(table->title), "dc:description",
		tagged(table->row->about), "dc:source", tagged(N_("Answers of the governments; official series: UN SDG Global Database, United Nations Statistics Division")),
		"dc:publisher", "Almaty Monitor", "dc:modified", made_at, "dc:identifier", run);
	if (all == NULL) {
		json_decref(columns);
		return NULL;
	}
	if (is_official(table->row))
		json_object_set_new(all, "dc:license", json_pack("{s:s}", "@id", OFFICIAL_LICENCE));
	json_object_set_new(all, "dc:rights", tagged(N_("Official series: CC BY 4.0. Answers: as each government cleared them for this audience or, where the framework names a source, as that source published them; name Almaty Monitor and the run.")));
	json_object_set_new(all, "dialect", json_pack("{s:s, s:b, s:i, s:s, s:s, s:b, s:[s]}", "encoding", "utf-8", "header", 1, "headerRowCount", 1,
		"delimiter", ",", "quoteChar", "\"", "doubleQuote", 1, "lineTerminators", "\r\n"));
	json_object_set_new(all, "tableSchema", json_pack("{s:o}", "columns", columns));
	if (*table->row->key != '\0')
		json_object_set_new(json_object_get(all, "tableSchema"), "primaryKey", key_json(request->arena, table->row->key));
	return all;
}
