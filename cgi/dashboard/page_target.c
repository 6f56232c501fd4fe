/* page_target: /{framework}/sdg/{target}, official series and compliance with one SDG target. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/sdg.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

static enum err missing_target(struct request *request, struct response *response, const struct framework *framework, struct error *error)
{
	struct template_dict *page = missing_page(request, response,
		arena_printf(request->arena, _("There is no SDG target “%s” here."), request_text(request, "target")), _("There are these targets:"));
	struct query *query = database_query(request->db, SNAPSHOT_sdg_targets);

	query_text(query, "framework", framework->code);
	query_text(query, "lang", request->language);
	while (query_next(query))
		missing_link(page, arena_printf(request->arena, "%s/%s/sdg/%s", request->prefix, framework->code, query_column_text(query, 2)),
			arena_printf(request->arena, "%s %s", query_column_text(query, 2), query_column_is_null(query, 3) ? "" : query_column_text(query, 3)));
	return query_end(query, error);
}

static enum err show_indicators(struct request *request, struct template_dict *page, const struct framework *framework, const char *target,
	size_t *count, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_sdg_indicators_of_target);

	*count = 0;
	query_text(query, "framework", framework->code);
	query_text(query, "target", target);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		struct template_dict *item = template_section(page, K_INDICATOR);
		bool counted = strcmp(query_column_text(query, 1), "count") != 0 && strcmp(query_column_text(query, 1), "rate") != 0 &&
			strcmp(query_column_text(query, 2), "neutral") != 0;
		template_set(item, K_CODE, query_column_text(query, 0));
		template_set(item, K_TITLE, query_column_text(query, 3));
		if (!counted)
			template_show(item, K_NOT_COUNTED);
		++*count;
	}
	return query_end(query, error);
}

/* The region's score, period by period. */
static enum err show_compliance(struct request *request, struct template_dict *page, const struct framework *framework, const char *target,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_sdg_compliance_of_target);
	struct template_dict *part = NULL;

	query_text(query, "framework", framework->code);
	query_text(query, "target", target);
	while (query_next(query)) {
		if (*query_column_text(query, 1) != '\0')
			continue;
		if (part == NULL)
			part = template_section(page, K_COMPLIANCE);
		const struct sdg_compliance compliance = { .target = target, .participant = "",
			.period = arena_strdup(request->arena, query_column_text(query, 0)), .score = query_column_real(query, 2), .n = query_column_int(query, 3),
			.possible = query_column_int(query, 4), .needed = query_column_int(query, 6) };
		struct template_dict *row = template_section(part, K_COMPLIANCE_ROW);
		template_set(row, K_PERIOD, query_column_text(query, 0));
		sdg_show_compliance(request, row, K_SCORE, framework, &compliance);
		template_printf(row, K_TEXT, _("%lld of %lld governments have a score; %lld are needed."), (long long)compliance.n,
			(long long)compliance.possible, (long long)compliance.needed);
	}
	return query_end(query, error);
}

static enum err show_all_series(struct request *request, struct template_dict *page, const struct sdg_view *view, const char *target,
	struct error *error)
{
	struct arena *arena = request->arena;
	struct { struct sdg_series *list; size_t count; } series = { .list = NULL };
	struct names natures;
	struct dimensions dimensions;
	enum err err = dimensions_read(request, &dimensions, error);

	if (err != ERR_OK || (err = natures_read(request, &natures, error)) != ERR_OK)
		return err;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_series);
	query_text(query, "target", target);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		series.list = list_grow(arena, series.list, series.count, sizeof *series.list);
		series.list[series.count++] = (struct sdg_series){
			.code = arena_strdup(arena, query_column_text(query, 0)), .indicator = arena_strdup(arena, query_column_text(query, 1)),
			.unit = arena_strdup(arena, query_column_is_null(query, 9) ? query_column_text(query, 2) : query_column_text(query, 9)),
			.direction = arena_strdup(arena, query_column_text(query, 3)), .goal_value = query_column_real(query, 4),
			.goal_year = query_column_int(query, 5), .base_year = query_column_int(query, 6), .title = arena_strdup(arena, query_column_text(query, 8)),
		};
	}
	if ((err = query_end(query, error)) != ERR_OK)
		return err;
	for (size_t i = 0; i < series.count; i++) {
		struct template_dict *item = template_section(page, K_CONTENTS);
		template_set(item, K_CODE, series.list[i].code);
		template_set(item, K_TITLE, series.list[i].title);
	}
	for (size_t i = 0; err == ERR_OK && i < series.count; i++)
		err = sdg_show_series(request, page, view, &dimensions, &natures, &series.list[i], error);
	if (series.count == 0)
		template_show(page, K_NO_SERIES);
	return err;
}

enum err page_target(struct request *request, struct response *response, struct error *error)
{
	const char *code = request_text(request, "target");
	struct framework framework;
	struct sdg_view view;
	const char *title = NULL, *goal = "", *goal_title = "";
	size_t indicators;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	struct query *query = database_query(request->db, SNAPSHOT_sdg_target_one);
	query_text(query, "target", code);
	query_text(query, "lang", request->language);
	if (query_next(query)) {
		goal = arena_strdup(request->arena, query_column_text(query, 1));
		title = arena_strdup(request->arena, query_column_text(query, 2));
		goal_title = arena_strdup(request->arena, query_column_text(query, 3));
	}
	if ((err = query_end(query, error)) != ERR_OK)
		return err;
	if (title == NULL)
		return missing_target(request, response, &framework, error);
	if ((err = sdg_view_read(request, &framework, NULL, &view, error)) != ERR_OK)
		return err;
	struct template_dict *page = page_new(request, response, "target.tpl", arena_printf(request->arena, "%s %s", code, title), &framework);
	template_set(page, K_CODE, code);
	template_set(page, K_GOAL_CODE, goal);
	template_printf(page, K_GOAL_HREF, "%s/%s/sdg/?goal=%s", request->prefix, framework.code, goal);
	template_set(page, K_GOAL_TITLE, goal_title);
	err = show_indicators(request, page, &framework, code, &indicators, error);
	template_show(page, indicators > 0 ? K_SOME_INDICATORS : K_NO_INDICATORS);
	if (err == ERR_OK)
		err = sdg_matrix(request, page, K_MATRIX, &view, code, indicators > 0, true, error);
	if (err == ERR_OK)
		err = show_compliance(request, page, &framework, code, error);
	if (err == ERR_OK)
		err = show_all_series(request, page, &view, code, error);
	return err;
}
