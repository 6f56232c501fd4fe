/* page_country: /{framework}/countries/{participant}. */
#include <string.h>

#include "cgi/dashboard/country.h"
#include "indicators/base/i18n.h"

static enum err read_participant(struct request *request, struct name *participant, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_country_one);

	*participant = (struct name){ .code = NULL };
	query_text(query, "participant", request_text(request, "participant"));
	query_text(query, "lang", request->language);
	if (query_next(query)) {
		participant->code = arena_strdup(request->arena, query_column_text(query, 0));
		participant->title = arena_strdup(request->arena, query_column_text(query, 3));
	}
	return query_end(query, error);
}

enum err page_country(struct request *request, struct response *response, struct error *error)
{
	struct framework framework;
	struct name participant;
	struct periods periods;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = read_participant(request, &participant, error)) != ERR_OK)
		return err;
	if (participant.code == NULL)
		return missing_participant(request, response, &framework, error);
	if ((err = periods_read(request, framework.code, &periods, error)) != ERR_OK)
		return err;
	const char *path = arena_printf(request->arena, "/%s/countries/%s", framework.code, participant.code);
	size_t period = periods_find(&periods, request_text(request, "period"));
	if (period == periods.count && *request_text(request, "period") != '\0')
		return missing_period(request, response, &framework, &periods, path, error);
	struct template_dict *page = page_new(request, response, "country.tpl", participant.title, &framework);
	if (periods.count > 0) {
		struct template_dict *results = template_section(page, K_RESULTS);
		template_set(results, K_PERIOD, periods.list[period].code);
		page_periods(results, K_PERIODS, request, &periods, period, path);
		err = country_domains(request, results, &framework, &periods, period, &participant, error);
		if (err == ERR_OK)
			err = country_answers(request, results, &framework, periods.list[period].code, &participant, error);
		if (err == ERR_OK)
			err = country_coverage(request, results, &framework, &participant, error);
	} else {
		template_show(page, K_NO_RESULTS);
	}
	if (err == ERR_OK)
		err = country_official(request, page, &participant, error);
	return err;
}
