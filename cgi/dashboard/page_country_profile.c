/*
 * page_country_profile: /{framework}/countries/{participant}/profile?period=…, one government on two sheets of paper: a page that is
 * printed as it is. The criteria of next levels, the region's figures by indicator and the official series that are not judged stand on
 * the government's page.
 */
#include <string.h>

#include "cgi/dashboard/country.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* Every indicator in as little room as its answer needs. */
static void show_brief_answers(const struct country *country, struct template_dict *page)
{
	struct template_dict *domain = NULL;
	const char *last = "";

	for (size_t i = 0; i < country->answers.count; i++) {
		const struct country_answer *answer = &country->answers.list[i];
		enum country_state state;
		if (domain == NULL || strcmp(answer->domain, last) != 0) {
			last = answer->domain;
			domain = template_section(page, K_ANSWER_DOMAIN);
			template_set(domain, K_TITLE, names_title(&country->domains, answer->domain));
		}
		struct template_dict *item = template_section(domain, K_ANSWER);
		const char *words = country_answer_words(country, answer, &state);
		template_set(item, K_CODE, answer->indicator);
		template_set(item, K_TITLE, answer->title);
		template_set(template_section(item, state == COUNTRY_GIVEN ? K_VALUE_GIVEN : K_VALUE_NONE), K_TEXT, words);
	}
}

/* Whose figures the answers are, where another publication is their source: paper is read without the site. */
MUST_USE static enum err show_source(struct request *request, struct template_dict *page, const char *framework, struct error *error)
{
	struct texts texts;
	enum err err = texts_read(request, "framework", framework, &texts, error);

	if (err == ERR_OK && *texts_get(&texts, "source") != '\0')
		template_set(template_section(page, K_SOURCE_LINE), K_TEXT, texts_get(&texts, "source"));
	return err;
}

enum err page_country_profile(struct request *request, struct response *response, struct error *error)
{
	struct country country;
	bool found;
	enum err err = country_read(request, response, "/profile", &country, &found, error);

	if (err != ERR_OK || !found)
		return err;
	const char *path = arena_printf(request->arena, "/%s/countries/%s", country.framework.code, country.participant.code);
	const char *period = country.periods.count > 0 ? country.periods.list[country.period].code : "";
	struct template_dict *page = response_page(response, "country_profile.tpl", arena_printf(request->arena, *period != '\0' ? "%s, %s" : "%s%s",
		country.participant.title, period));
	response_style(response, "profile.css");
	page_links(page, request, &country.framework);
	template_set(page, K_PAGE_TITLE, country.participant.title);
	template_set(page, K_FRAMEWORK_TITLE, country.framework.title);
	template_set(page, K_PARTICIPANT_CODE, country.participant.code);
	template_set(page, K_PERIOD, period);
	page_periods(page, K_PERIODS, request, &country.periods, country.period, arena_printf(request->arena, "%s/profile", path));
	if (country.periods.count > 0) {
		struct template_dict *results = template_section(page, K_RESULTS);
		country_sentences(&country, results);
		country_domains(&country, results);
		country_trends(&country, results);
		err = country_next(&country, results, false, error);
		struct template_dict *answers = template_section(page, K_ANSWERED);
		template_set(answers, K_PERIOD, period);
		country_coverage(&country, answers);
		show_brief_answers(&country, answers);
	} else {
		template_show(page, K_NO_RESULTS);
	}
	if (err == ERR_OK)
		err = country_sdg(&country, page, true, error);
	if (err == ERR_OK)
		err = show_source(request, page, country.framework.code, error);
	return err == ERR_OK ? page_run(request, page, error) : err;
}
