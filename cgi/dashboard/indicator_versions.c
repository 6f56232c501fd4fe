/* indicator_versions: the versions of a definition and what each changed; see indicator.h. */
#include <stdio.h>
#include <string.h>

#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

struct version {
	int64_t number;
	const char *type, *unit, *direction, *first, *last;
	struct texts texts;
};

struct versions {
	struct version *list; /* the newest first */
	size_t count;
};

static enum err read_versions(struct request *request, const struct framework *framework, const struct indicator *indicator,
	struct versions *versions, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_indicator_versions);

	*versions = (struct versions){ .list = NULL };
	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator->code);
	while (query_next(query)) {
		versions->list = arena_grow(arena, versions->list, versions->count, sizeof *versions->list);
		versions->list[versions->count++] = (struct version){ .number = query_column_int(query, 0),
			.type = arena_strdup(arena, query_column_text(query, 3)), .unit = arena_strdup(arena, query_column_text(query, 4)),
			.direction = arena_strdup(arena, query_column_text(query, 5)), .first = arena_strdup(arena, query_column_text(query, 8)),
			.last = arena_strdup(arena, query_column_text(query, 9)) };
	}
	enum err err = query_end(query, error);
	for (size_t i = 0; err == ERR_OK && i < versions->count; i++)
		err = texts_read(request, "indicator", arena_printf(arena, "%s/%s/%lld", framework->code, indicator->code,
			(long long)versions->list[i].number), &versions->list[i].texts, error);
	return err;
}

/* "level.2.criterion.1" → "Level 2, criterion 1". */
static const char *part_title(struct arena *arena, const char *part)
{
	static const struct { const char *part, *title; } parts[] = {
		{ "title", N_("Title") }, { "measures", N_("What it measures") }, { "guidance", N_("How to answer") },
		{ "evidence", N_("What counts as evidence") }, { "agency", N_("Who answers") }, { "numerator", N_("Numerator") },
		{ "denominator", N_("Denominator") },
	};
	int level, criterion;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strcmp(parts[i].part, part) == 0)
			return _(parts[i].title);
	if (sscanf(part, "level.%d.criterion.%d", &level, &criterion) == 2)
		return arena_printf(arena, _("Level %d, criterion %d"), level, criterion);
	if (sscanf(part, "level.%d", &level) == 1)
		return arena_printf(arena, _("Level %d"), level);
	if (strncmp(part, "item.", 5) == 0)
		return arena_printf(arena, _("Item %s"), part + 5);
	if (strncmp(part, "group.", 6) == 0)
		return arena_printf(arena, _("Group %s"), part + 6);
	return part;
}

static bool show_change(struct template_dict *row, const char *title, const char *before, const char *after)
{
	if (strcmp(before, after) == 0)
		return false;
	struct template_dict *change = template_section(row, K_VERSION_CHANGE);
	template_set(change, K_TITLE, title);
	if (*before != '\0')
		template_set(template_section(change, K_BEFORE), K_TEXT, before);
	if (*after != '\0')
		template_set(template_section(change, K_AFTER), K_TEXT, after);
	return true;
}

/* What differs from the version before. */
static void show_changes(struct request *request, struct template_dict *row, const struct version *older, const struct version *newer)
{
	bool any = show_change(row, _("Kind of answer"), words_type(older->type), words_type(newer->type));

	any |= show_change(row, _("How to read it"), words_direction(older->direction), words_direction(newer->direction));
	for (size_t i = 0; i < newer->texts.count; i++)
		any |= show_change(row, part_title(request->arena, newer->texts.list[i].code), texts_get(&older->texts, newer->texts.list[i].code),
			newer->texts.list[i].title);
	for (size_t i = 0; i < older->texts.count; i++)
		if (*texts_get(&newer->texts, older->texts.list[i].code) == '\0')
			any |= show_change(row, part_title(request->arena, older->texts.list[i].code), older->texts.list[i].title, "");
	if (!any)
		template_show(row, K_VERSION_SAME);
}

enum err indicator_version_list(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error)
{
	struct versions versions;
	enum err err = indicator->versions > 1 ? read_versions(request, framework, indicator, &versions, error) : ERR_OK;

	if (err != ERR_OK || indicator->versions < 2)
		return err;
	struct template_dict *part = template_section(page, K_VERSIONS);
	for (size_t i = 0; i < versions.count; i++) {
		const struct version *version = &versions.list[i];
		struct template_dict *row = template_section(part, K_VERSION_ITEM);
		template_set_int(row, K_VERSION, version->number);
		if (version->first != NULL || version->last != NULL)
			template_printf(template_section(row, K_IN_FORCE), K_TEXT, "%s–%s", version->first != NULL ? version->first : "",
				version->last != NULL ? version->last : "");
		if (i + 1 < versions.count)
			show_changes(request, row, &versions.list[i + 1], version);
		else
			template_show(row, K_VERSION_FIRST);
	}
	return ERR_OK;
}
