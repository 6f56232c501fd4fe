/* page_explain_breakdown: /{framework}/explain/breakdown/{indicator}/{period}, why parts of breakdowns are not shown. */
#include <string.h>

#include "cgi/dashboard/explain.h"
#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"
#include "indicators/methods/disclosure.h"

/* How many cells of each kind the governments' breakdowns have, at K_BREAKDOWN_ROW. */
static enum err show_counts(struct request *request, struct template_dict *page, const struct framework *framework, const char *indicator,
	const char *period, const struct texts *texts, bool *any, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_cells);

	*any = false;
	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator);
	query_text(query, "period", period);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		const char *dimension = query_column_text(query, 0);
		const char *title = texts_getf(texts, "dimension.%s", dimension);
		struct template_dict *row = template_section(page, K_BREAKDOWN_ROW);
		*any = true;
		template_set(row, K_CODE, query_column_text(query, 1));
		template_set(row, K_TITLE, query_column_text(query, 2));
		template_set(row, K_DIMENSION, *title != '\0' ? title : dimension);
		template_set_int(row, K_N_SHOWN, query_column_int(query, 3));
		template_set_int(row, K_N_SUPPRESSED, query_column_int(query, 4));
		template_set_int(row, K_N_WITHHELD, query_column_int(query, 5));
		template_set_int(row, K_N_MISSING, query_column_int(query, 6));
	}
	return query_end(query, error);
}

enum err page_explain_breakdown(struct request *request, struct response *response, struct error *error)
{
	struct framework framework;
	struct indicator indicator;
	struct texts texts;
	const char *period = request_text(request, "period");
	bool any;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = indicator_read(request, framework.code, request_text(request, "indicator"), &indicator, error)) != ERR_OK)
		return err;
	if (indicator.code == NULL)
		return missing_indicator(request, response, &framework, error);
	if ((err = texts_read(request, "framework", framework.code, &texts, error)) != ERR_OK)
		return err;
	struct template_dict *page = page_new(request, response, "explain_breakdown.tpl",
		arena_printf(request->arena, _("Why parts of the breakdowns of %s for %s are not shown"), indicator.code, period), &framework);
	template_printf(page, K_UP_HREF, "%s/%s/indicators/%s?period=%s", request->prefix, framework.code, indicator.code, period);
	template_set(page, K_UP_TITLE, indicator.code);
	template_set(page, K_TITLE, texts_get(&indicator.texts, "title"));
	template_printf(page, K_SUPPRESSED_WORDS, _("There is a number, and it is not shown: it is from 1 to %d, or such a number could be worked out from it."),
		DISCLOSURE_K - 1);
	template_printf(page, K_RULE_SMALL, _("A number from 1 to %d is not shown."), DISCLOSURE_K - 1);
	template_printf(page, K_RULE_WIDTH, _("For each number that is not shown, the lowest and highest values that it could have are solved from all that is shown. They must lie at least %d apart."),
		DISCLOSURE_K);
	if ((err = show_counts(request, page, &framework, indicator.code, period, &texts, &any, error)) != ERR_OK)
		return err;
	if (!any)
		return explain_missing(request, response, &framework, indicator.code, SNAPSHOT_explain_breakdown_periods,
			arena_printf(request->arena, _("the breakdowns of %s"), indicator.code), explain_breakdown_href, error);
	return explain_run(request, page, &framework, period, "disclosure control", error);
}
