/*
 * compare_official: official series beside the indicators of a comparison; see compare.h. They have years of their own, and a small chart
 * each, which leads to the page of the series with its figures. Of a series that is broken down, the totals are drawn; that page has the rest.
 */
#include <string.h>

#include "cgi/dashboard/compare.h"
#include "cgi/dashboard/figure_kind.h"
#include "indicators/base/i18n.h"

struct series {
	const char *code, *title, *number, *indicators;
	const struct measure *last; /* that named it */
};

struct list {
	struct series *list;
	size_t count;
};

/* The series of one indicator; one that stands beside several names them all. */
static enum err read_series(struct compare *compare, const struct measure *measure, struct list *all, struct error *error)
{
	struct arena *arena = compare->request->arena;
	struct query *query = database_query(compare->request->db, SNAPSHOT_indicator_series);

	query_text(query, "framework", compare->framework.code);
	query_text(query, "indicator", measure->code);
	query_int(query, "version", measure->version);
	query_text(query, "lang", compare->request->language);
	while (query_next(query)) {
		const char *code = query_column_text(query, 0);
		size_t at = 0;
		while (at < all->count && strcmp(all->list[at].code, code) != 0)
			at++;
		if (at < all->count) {
			if (all->list[at].last != measure)
				all->list[at].indicators = arena_printf(arena, "%s, %s", all->list[at].indicators, measure->code);
			all->list[at].last = measure;
			continue;
		}
		all->list = arena_grow(arena, all->list, all->count, sizeof *all->list);
		all->list[all->count++] = (struct series){ .code = arena_strdup(arena, code), .last = measure,
			.title = arena_strdup(arena, query_column_text(query, 2)), .number = arena_strdup(arena, query_column_text(query, 3)),
			.indicators = measure->code };
	}
	return query_end(query, error);
}

/* What did not fit, by its titles. */
static void show_limit(struct compare *compare, struct template_dict *part, const struct list *all)
{
	const char *left_out = "";

	for (size_t i = COMPARE_MEASURES; i < all->count; i++)
		left_out = arena_printf(compare->request->arena, "%s%s%s", left_out, *left_out != '\0' ? "; " : "", all->list[i].title);
	if (*left_out != '\0')
		template_set(template_section(part, K_OFFICIAL_LIMIT), K_TEXT, arena_printf(compare->request->arena,
			_("At most %d official series are shown at once. Left out: %s."), COMPARE_MEASURES, left_out));
}

/* `drawn`, by participant: who has a line. */
static enum err show_series(struct compare *compare, struct template_dict *part, const struct series *series, bool *drawn, unsigned *notes,
	struct error *error)
{
	struct request *request = compare->request;
	const struct figure_ref ref = { .kind = "official", .code = series->code };
	struct figure figure;
	enum err err = figure_load(request, &compare->framework, &ref, &figure, error);

	if (err != ERR_OK || figure.refused != NULL)
		return err;
	struct template_dict *item = template_section(part, K_OFFICIAL_SERIES);
	template_set(item, K_TITLE, series->title);
	template_set(item, K_NUMBER, series->number);
	template_set(item, K_INDICATORS, series->indicators);
	template_set(item, K_SUBTITLE, figure.subtitle);
	template_printf(item, K_HREF, "%s/%s/%s", request->prefix, compare->framework.code, figure.page);
	figure_draw(request, item, K_CHART, &figure, 340);
	for (size_t i = 0; i < figure.lines.count; i++) {
		size_t at = names_find(&compare->participants, figure.lines.lines[i].label);
		if (at < compare->participants.count)
			drawn[at] = true;
	}
	*notes |= figure.notes;
	return ERR_OK;
}

enum err compare_official(struct compare *compare, struct template_dict *page, struct error *error)
{
	struct list all = { .list = NULL };
	bool *drawn = arena_array(compare->request->arena, compare->participants.count + 1, sizeof *drawn);
	unsigned notes = 0;
	enum err err = ERR_OK;

	if (!request_flag(compare->request, "official"))
		return ERR_OK;
	for (size_t i = 0; err == ERR_OK && i < compare->measure_count; i++)
		if (compare->measures[i].shown && !compare->measures[i].is_domain)
			err = read_series(compare, &compare->measures[i], &all, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *part = template_section(page, K_COMPARE_OFFICIAL);
	if (all.count == 0)
		template_show(part, K_OFFICIAL_NONE);
	show_limit(compare, part, &all);
	for (size_t i = 0; err == ERR_OK && i < all.count && i < COMPARE_MEASURES; i++)
		err = show_series(compare, part, &all.list[i], drawn, &notes, error);
	for (size_t i = 0; i < compare->participants.count; i++)
		if (drawn[i]) {
			struct template_dict *key = template_section(part, K_OFFICIAL_KEY);
			template_set(key, K_CODE, compare->participants.list[i].code);
			template_set(key, K_TITLE, compare->participants.list[i].title);
		}
	for (unsigned note = 1; note <= NOTE_LAST; note <<= 1)
		if ((notes & note) != 0)
			template_set(template_section(part, K_OFFICIAL_NOTE), K_TEXT, figure_note_text((enum figure_note)note));
	return err;
}
