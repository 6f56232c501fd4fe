/* page_target: /{framework}/sdg/{target}, official series and compliance with one SDG target. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/sdg.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

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
		sdg_show_compliance(request, row, K_SCORE, framework, &compliance, NULL);
		template_printf(row, K_TEXT, _("%lld of %lld governments have a score; %lld are needed."), (long long)compliance.n,
			(long long)compliance.possible, (long long)compliance.needed);
	}
	return query_end(query, error);
}

enum err page_target(struct request *request, struct response *response, struct error *error)
{
	const char *vintages;
	struct framework framework;
	struct sdg_target target;
	struct sdg_view view;
	size_t indicators;
	enum err err = sdg_target_asked(request, response, &framework, &target, error);

	if (err != ERR_OK || target.code == NULL)
		return err;
	if ((err = sdg_view_read(request, &framework, NULL, &view, error)) != ERR_OK || (err = sdg_vintages(request, &vintages, error)) != ERR_OK)
		return err;
	struct template_dict *page = page_new(request, response, "target.tpl", arena_printf(request->arena, "%s %s", target.code, target.title),
		&framework);
	template_set(page, K_CODE, target.code);
	template_set(page, K_GOAL_CODE, target.goal);
	template_printf(page, K_GOAL_HREF, "%s/%s/sdg/?goal=%s", request->prefix, framework.code, target.goal);
	template_set(page, K_GOAL_TITLE, target.goal_title);
	template_set(page, K_VINTAGES, vintages);
	err = show_indicators(request, page, &framework, target.code, &indicators, error);
	template_show(page, indicators > 0 ? K_SOME_INDICATORS : K_NO_INDICATORS);
	if (err == ERR_OK)
		err = sdg_matrix(request, page, K_MATRIX, &view, target.code, indicators > 0, true, error);
	if (err == ERR_OK)
		err = show_compliance(request, page, &framework, target.code, error);
	if (err == ERR_OK)
		err = sdg_entries(request, page, &view, target.code, error);
	return err;
}
