/* country_answers: every indicator of one participant and period, what the next levels ask for, coverage; see country.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/country.h"
#include "cgi/dashboard/explain.h"
#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

const char *country_answer_words(const struct country *country, const struct country_answer *answer, enum country_state *state)
{
	*state = COUNTRY_NONE;
	if (answer->status == NULL)
		return framework_no_answer(&country->framework);
	if (answer->suppressed) {
		*state = COUNTRY_HIDDEN;
		return _("suppressed: too small to be shown");
	}
	if (strcmp(answer->status, "reported") != 0)
		return words_status(answer->status);
	*state = COUNTRY_GIVEN;
	return words_value(country->request->arena, answer->type, answer->value);
}

int64_t country_next_of(const struct country_answer *answer)
{
	if (answer->status == NULL || answer->suppressed || strcmp(answer->status, "reported") != 0 || strcmp(answer->type, "ladder") != 0 ||
		!(answer->value < (double)(answer->levels - 1)))
		return 0;
	return (int64_t)answer->value + 1;
}

/* --- all of them --- */

static void show_answer(const struct country *country, struct template_dict *row, const struct country_answer *answer)
{
	struct arena *arena = country->request->arena;
	bool scored = indicator_is_banded(answer->type, answer->direction);
	enum country_state state;
	const char *words = country_answer_words(country, answer, &state);

	template_set(row, K_CODE, answer->indicator);
	template_set(row, K_TITLE, answer->title);
	template_set(template_section(row, state == COUNTRY_GIVEN ? K_VALUE_GIVEN : state == COUNTRY_HIDDEN ? K_VALUE_HIDDEN : K_VALUE_NONE), K_TEXT, words);
	page_score(row, K_SCORE, country->request, state == COUNTRY_GIVEN && scored ? answer->score : NAN,
		state == COUNTRY_GIVEN && !scored ? _("not scored") : "–");
	if (answer->reason != NULL)
		template_set(template_section(row, K_REASON), K_TEXT, answer->reason);
	if (answer->carried_from != NULL)
		template_set(template_section(row, K_CARRIED), K_PERIOD, answer->carried_from);
	if (country_next_of(answer) > 0)
		template_set_int(template_section(row, K_NEXT_LEVEL), K_NUMBER, country_next_of(answer));
	if (isnan(answer->median))
		return;
	struct template_dict *region = template_section(row, K_REGION_RANGE);
	template_printf(region, K_TEXT, "%s–%s", words_rounded(arena, answer->min, scored ? 0 : 1), words_rounded(arena, answer->max, scored ? 0 : 1));
	template_set(region, K_HREF, explain_indicator_href(country->request, country->framework.code, answer->indicator,
		country->periods.list[country->period].code));
	template_set(region, K_MEDIAN, words_rounded(arena, answer->median, scored ? 0 : 1));
}

void country_answers(const struct country *country, struct template_dict *page)
{
	struct template_dict *domain = NULL;
	const char *last = "";

	for (size_t i = 0; i < country->answers.count; i++) {
		const struct country_answer *answer = &country->answers.list[i];
		if (domain == NULL || strcmp(answer->domain, last) != 0) {
			last = answer->domain;
			domain = template_section(page, K_ANSWER_DOMAIN);
			template_set(domain, K_TITLE, names_title(&country->domains, answer->domain));
		}
		show_answer(country, template_section(domain, K_ANSWER), answer);
	}
}

/* --- next steps --- */

/* What the next level asks for. */
static enum err show_level(const struct country *country, struct template_dict *step, const struct country_answer *answer, int64_t level,
	bool criteria, struct error *error)
{
	struct arena *arena = country->request->arena;
	struct query *query = database_query(country->request->db, SNAPSHOT_country_level);
	const char *title = arena_printf(arena, "level.%lld", (long long)level);
	const char *last = "";

	query_text(query, "code", arena_printf(arena, "%s/%s/%lld", country->framework.code, answer->indicator, (long long)answer->version));
	query_int(query, "level", level);
	query_text(query, "lang", country->request->language);
	while (query_next(query)) {
		const char *part = query_column_text(query, 0);
		if (strcmp(part, last) == 0)
			continue;
		last = arena_strdup(arena, part);
		if (strcmp(part, title) == 0)
			template_set(step, K_LEVEL_TITLE, query_column_text(query, 1));
		else if (criteria)
			template_set(template_section(step, K_CRITERION), K_TEXT, query_column_text(query, 1));
	}
	return query_end(query, error);
}

static unsigned long steps_of(const struct country *country, const char *domain)
{
	unsigned long n = 0;

	for (size_t i = 0; i < country->answers.count; i++)
		n += strcmp(country->answers.list[i].domain, domain) == 0 && country_next_of(&country->answers.list[i]) > 0;
	return n;
}

enum err country_next(const struct country *country, struct template_dict *page, bool criteria, struct error *error)
{
	struct template_dict *all = NULL, *domain = NULL;
	const char *last = "";
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < country->answers.count; i++) {
		const struct country_answer *answer = &country->answers.list[i];
		int64_t level = country_next_of(answer);
		if (level == 0)
			continue;
		if (all == NULL)
			all = template_section(page, K_NEXT_STEPS);
		if (domain == NULL || strcmp(answer->domain, last) != 0) {
			last = answer->domain;
			domain = template_section(all, K_STEP_DOMAIN);
			template_set(domain, K_TITLE, names_title(&country->domains, answer->domain));
			template_printf(domain, K_TEXT, i18n_plural("%lu next level", "%lu next levels", steps_of(country, last)), steps_of(country, last));
		}
		struct template_dict *step = template_section(domain, K_NEXT_STEP);
		template_set(step, K_CODE, answer->indicator);
		template_set(step, K_TITLE, answer->title);
		template_set_int(step, K_FROM_LEVEL, (int64_t)answer->value);
		template_set_int(step, K_TO_LEVEL, level);
		err = show_level(country, step, answer, level, criteria, error);
	}
	return err;
}

/* --- coverage --- */

void country_coverage(const struct country *country, struct template_dict *page)
{
	template_set(page, K_NO_ANSWER, framework_no_answer(&country->framework));
	for (size_t i = country->coverage.count; i-- > 0;) {
		const struct country_coverage *coverage = &country->coverage.list[i];
		struct template_dict *row = template_section(page, K_COVERAGE);
		template_set(row, K_PERIOD, coverage->period);
		template_set_int(row, K_REPORTED, coverage->reported);
		template_set_int(row, K_NOT_AVAILABLE, coverage->not_available);
		template_set_int(row, K_NOT_APPLICABLE, coverage->not_applicable);
		template_set_int(row, K_NONE, coverage->expected - coverage->reported - coverage->not_available - coverage->not_applicable);
		template_set_int(row, K_EXPECTED, coverage->expected);
		template_printf(row, K_TEXT, _("%lld of %lld indicators reported"), (long long)coverage->reported, (long long)coverage->expected);
		if (i > 0)
			template_show(row, K_COMMA_AFTER);
	}
}
