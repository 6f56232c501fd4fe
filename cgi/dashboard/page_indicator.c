/* page_indicator: /{framework}/indicators/{indicator}. */
#include <string.h>

#include "cgi/dashboard/indicator.h"
#include "indicators/base/i18n.h"

/* Periods in which it was asked. */
static enum err asked_periods(struct request *request, const struct framework *framework, const struct indicator *indicator,
	struct periods *asked, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_indicator_regional);

	*asked = (struct periods){ .list = NULL };
	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator->code);
	while (query_next(query)) {
		asked->list = arena_grow(request->arena, asked->list, asked->count, sizeof *asked->list);
		asked->list[asked->count++] = (struct period_row){
			.code = arena_strdup(request->arena, query_column_text(query, 0)),
			.basis = arena_printf(request->arena, "%lld", (long long)query_column_int(query, 1)),
		};
	}
	return query_end(query, error);
}

/* All that is about one period. */
static enum err show_period(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, const struct periods *periods, size_t place, struct error *error)
{
	const char *period = periods->list[place].code;
	struct region region;
	struct stands stands;
	enum err err = indicator_region(request, framework, indicator, period, &region, error);

	if (err == ERR_OK)
		err = indicator_stands(request, framework, indicator, period, &stands, error);
	if (err != ERR_OK)
		return err;
	indicator_now(request, page, indicator, &region, &stands, period);
	err = indicator_period(request, page, framework, indicator, &region, period, error);
	if (err == ERR_OK)
		err = indicator_cells(request, page, framework, indicator, periods, place, error);
	if (err == ERR_OK)
		err = indicator_lift(request, page, framework, indicator, &stands, period, error);
	if (err == ERR_OK && stands.given > 0)
		err = indicator_practice(request, page, framework, indicator, period, error);
	return err;
}

enum err page_indicator(struct request *request, struct response *response, struct error *error)
{
	const char *code = request_text(request, "indicator");
	struct framework framework;
	struct indicator indicator;
	struct periods periods;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = indicator_read(request, framework.code, code, &indicator, error)) != ERR_OK)
		return err;
	if (indicator.code == NULL)
		return missing_indicator(request, response, &framework, error);
	if ((err = asked_periods(request, &framework, &indicator, &periods, error)) != ERR_OK)
		return err;
	const char *path = arena_printf(request->arena, "/%s/indicators/%s", framework.code, indicator.code);
	size_t period = periods_find(&periods, request_text(request, "period"));
	if (period == periods.count && *request_text(request, "period") != '\0')
		return missing_period(request, response, &framework, &periods, path, error);
	const char *title = texts_get(&indicator.texts, "title");
	struct template_dict *page = page_new(request, response, "indicator.tpl", *title != '\0' ? title : indicator.code, &framework);
	template_printf(page, K_COMPARE_HREF, "%s/%s/compare?indicator=%s", request->prefix, framework.code, indicator.code);
	err = indicator_definition(request, page, &framework, &indicator, error);
	if (err == ERR_OK)
		err = indicator_version_list(request, page, &framework, &indicator, error);
	if (err == ERR_OK && periods.count > 0) {
		page_periods(page, K_PERIODS, request, &periods, period, path);
		err = show_period(request, page, &framework, &indicator, &periods, period, error);
	} else if (err == ERR_OK) {
		template_show(page, K_NO_RESULTS);
	}
	if (err == ERR_OK)
		err = indicator_trends(request, page, &framework, &indicator, error);
	if (err == ERR_OK)
		err = indicator_official(request, page, &framework, &indicator, error);
	return err;
}
