/* page_country: /{framework}/countries/{participant}, one government; its two-page profile is page_country_profile.c. */
#include "cgi/dashboard/country.h"
#include "cgi/dashboard/figure.h"
#include "indicators/base/i18n.h"

enum err page_country(struct request *request, struct response *response, struct error *error)
{
	struct country country;
	bool found;
	enum err err = country_read(request, response, "", &country, &found, error);

	if (err != ERR_OK || !found)
		return err;
	struct template_dict *page = page_new(request, response, "country.tpl", country.participant.title, &country.framework);
	if (country.periods.count > 0) {
		struct template_dict *results = template_section(page, K_RESULTS);
		template_set(results, K_PERIOD, country.periods.list[country.period].code);
		page_periods(results, K_PERIODS, request, &country.periods, country.period,
			arena_printf(request->arena, "/%s/countries/%s", country.framework.code, country.participant.code));
		template_printf(results, K_PROFILE_HREF, "%s/%s/countries/%s/profile?period=%s", request->prefix, country.framework.code,
			country.participant.code, country.periods.list[country.period].code);
		template_printf(results, K_COMPARE_HREF, "%s/%s/compare?domain=overall&participant=%s", request->prefix, country.framework.code,
			country.participant.code);
		country_sentences(&country, results);
		country_domains(&country, results);
		if (country_asked(&country))
			figure_links(request, results, K_CHART_LINKS, &country.framework, &(struct figure_ref){ .kind = "country",
				.code = country.participant.code, .period = country.periods.list[country.period].code });
		country_trends(&country, results);
		err = country_next(&country, results, true, error);
		struct template_dict *answers = template_section(page, K_ANSWERED);
		template_set(answers, K_PERIOD, country.periods.list[country.period].code);
		country_answers(&country, answers);
		country_coverage(&country, answers);
	} else {
		template_show(page, K_NO_RESULTS);
	}
	return err == ERR_OK ? country_sdg(&country, page, false, error) : err;
}
