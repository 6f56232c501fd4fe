/* page_indicators: /{framework}/indicators/, the list by domain. */
#include <string.h>

#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

enum err page_indicators(struct request *request, struct response *response, struct error *error)
{
	struct framework framework;
	struct names domains;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = domains_read(request, framework.code, &domains, error)) != ERR_OK)
		return err;
	struct template_dict *page = page_new(request, response, "indicators.tpl",
		arena_printf(request->arena, _("Indicators: %s"), framework.title), &framework);
	struct query *query = database_query(request->db, SNAPSHOT_indicator_list);
	struct template_dict *domain = NULL;
	size_t last = domains.count;
	query_text(query, "framework", framework.code);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		size_t at = names_find(&domains, query_column_text(query, 3));
		const char *first = query_column_text(query, 7), *end = query_column_text(query, 8);
		if (domain == NULL || at != last) {
			domain = template_section(page, K_DOMAIN);
			template_set(domain, K_CODE, query_column_text(query, 3));
			template_set(domain, K_TITLE, names_title(&domains, query_column_text(query, 3)));
		}
		last = at;
		struct template_dict *item = template_section(domain, K_INDICATOR);
		template_set(item, K_CODE, query_column_text(query, 0));
		template_set(item, K_TITLE, query_column_text(query, 9));
		template_set(item, K_TYPE, words_type(query_column_text(query, 4)));
		template_set(item, K_DIRECTION, words_direction(query_column_text(query, 6)));
		if (first != NULL || end != NULL)
			template_printf(template_section(item, K_IN_FORCE), K_TEXT, "%s–%s", first != NULL ? first : "", end != NULL ? end : "");
		if (query_column_int(query, 2) == 0)
			template_show(item, K_RETIRED);
	}
	return query_end(query, error);
}
