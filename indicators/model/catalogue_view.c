/* catalogue_view: see catalogue_view.h. */
#include "indicators/model/catalogue_view.h"

#include <string.h>

#include "indicators/base/i18n.h"

#define VERSIONS_MAX 100

enum err catalogue_view(struct database *db, struct arena *arena, const char *framework, const char *language, struct catalogue_lines *lines,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_catalogue_view);

	*lines = (struct catalogue_lines){ .rows = arena_array(arena, CATALOGUE_INDICATORS_MAX, sizeof *lines->rows) };
	query_text(query, "framework", framework);
	query_text(query, "lang", language);
	while (lines->count < CATALOGUE_INDICATORS_MAX && query_next(query))
		lines->rows[lines->count++] = (struct catalogue_line){ .code = arena_strdup(arena, query_column_text(query, 0)),
			.title = arena_strdup(arena, query_column_text(query, 1)), .domain = arena_strdup(arena, query_column_text(query, 2)),
			.type = arena_strdup(arena, query_column_text(query, 3)), .version = query_column_int(query, 4),
			.loaded_at = arena_strdup(arena, query_column_text(query, 5)), .retired_at = arena_strdup(arena, query_column_text(query, 6)),
			.retired_reason = arena_strdup(arena, query_column_text(query, 7)) };
	enum err err = query_end(query, error);
	if (err == ERR_OK && lines->count == 0)
		err = error_set(error, ERR_NOT_FOUND, _("There is no framework %s."), framework);
	return err;
}

static size_t language_index(const char *code)
{
	size_t i = 0;

	while (i < YAML_LANGUAGES && i18n_languages[i].code != NULL && strcmp(i18n_languages[i].code, code) != 0)
		i++;
	return i < YAML_LANGUAGES && i18n_languages[i].code != NULL ? i : YAML_LANGUAGES;
}

/* The texts of the facts, a row for each part. */
static void lay_out(struct arena *arena, const struct facts *facts, struct catalogue_indicator_view *view)
{
	view->texts = arena_array(arena, facts->count + 1, sizeof *view->texts);
	for (size_t i = 0; i < facts->count; i++) {
		const struct fact *fact = &facts->list[i];
		size_t language = language_index(fact->lang), t = 0;

		if (strcmp(fact->kind, "text") != 0 || language == YAML_LANGUAGES)
			continue;
		while (t < view->text_count && strcmp(view->texts[t].part, fact->key) != 0)
			t++;
		if (t == view->text_count)
			view->texts[view->text_count++] = (struct catalogue_texts){ .part = fact->key };
		view->texts[t].in[language] = fact->value;
	}
	for (size_t t = 0; t < view->text_count; t++)
		for (size_t l = 0; l < YAML_LANGUAGES && i18n_languages[l].code != NULL; l++)
			view->missing += view->texts[t].in[l] == NULL;
}

MUST_USE static enum err read_versions(struct database *db, struct arena *arena, const char *framework, const char *code, int64_t *ids,
	struct catalogue_indicator_view *view, struct error *error)
{
	struct query *query = database_query(db, REPORTS_catalogue_versions);

	view->versions = arena_array(arena, VERSIONS_MAX, sizeof *view->versions);
	query_text(query, "framework", framework);
	query_text(query, "code", code);
	while (view->version_count < VERSIONS_MAX && query_next(query)) {
		ids[view->version_count] = query_column_int(query, 0);
		view->versions[view->version_count++] = (struct catalogue_version){ .number = query_column_int(query, 1),
			.loaded_at = arena_strdup(arena, query_column_text(query, 2)), .type = arena_strdup(arena, query_column_text(query, 3)),
			.unit = arena_strdup(arena, query_column_text(query, 4)), .direction = arena_strdup(arena, query_column_text(query, 5)),
			.current = query_column_int(query, 6) != 0 };
	}
	return query_end(query, error);
}

MUST_USE static enum err compare_versions(struct database *db, struct arena *arena, const int64_t *ids, struct catalogue_indicator_view *view,
	struct error *error)
{
	struct facts newer = { .arena = arena };
	enum err err = ERR_OK;

	for (size_t i = 0; i < view->version_count && err == ERR_OK; i++) {
		struct facts facts = { .arena = arena };
		struct query *query = database_query(db, REPORTS_indicator_version_facts);
		query_int(query, "version", ids[i]);
		if ((err = facts_add_rows(&facts, query, error)) != ERR_OK)
			break;
		if (i == 0) {
			lay_out(arena, &facts, view);
		} else {
			struct catalogue_steps steps = { 0 };
			const struct catalogue_step *step = catalogue_steps_add(&steps, arena, CATALOGUE_REDEFINED, "", 0, &facts, &newer);
			view->versions[i - 1].differences = step->differences;
			view->versions[i - 1].difference_count = step->difference_count;
		}
		newer = facts;
	}
	return err;
}

enum err catalogue_view_indicator(struct database *db, struct arena *arena, const char *framework, const char *code, const char *language,
	struct catalogue_indicator_view *view, struct error *error)
{
	struct catalogue_lines lines;
	int64_t ids[VERSIONS_MAX];
	enum err err = catalogue_view(db, arena, framework, language, &lines, error);

	*view = (struct catalogue_indicator_view){ 0 };
	for (size_t i = 0; err == ERR_OK && i < lines.count; i++)
		if (strcmp(lines.rows[i].code, code) == 0)
			view->line = lines.rows[i];
	if (err == ERR_OK && view->line.code == NULL)
		err = error_set(error, ERR_NOT_FOUND, _("There is no indicator %s."), code);
	if (err == ERR_OK)
		err = read_versions(db, arena, framework, code, ids, view, error);
	return err != ERR_OK ? err : compare_versions(db, arena, ids, view, error);
}
