/*
 * page_explain_domain: /{framework}/explain/domain/{domain}/{period}, the region's spread of a domain's scores, and
 * …/{participant}, one participant's score. Domain "overall" is the score over all domains.
 */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/explain.h"
#include "cgi/dashboard/explain_score.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

struct asked {
	struct framework framework;
	const char *domain;  /* "" for overall, as in the snapshot; NULL: there is none of that name */
	const char *title;
	const char *period;
};

static enum err read_asked(struct request *request, struct asked *asked, struct names *domains, struct error *error)
{
	const char *code = request_text(request, "domain");
	enum err err = framework_read(request, request_text(request, "framework"), &asked->framework, error);

	asked->domain = NULL;
	asked->period = request_text(request, "period");
	if (err != ERR_OK || asked->framework.code == NULL)
		return err;
	if ((err = domains_read(request, asked->framework.code, domains, error)) != ERR_OK)
		return err;
	size_t at = names_find(domains, code);
	if (strcmp(code, EXPLAIN_OVERALL) == 0) {
		asked->domain = "";
		asked->title = _("Overall");
	} else if (at < domains->count) {
		asked->domain = domains->list[at].code;
		asked->title = domains->list[at].title;
	}
	return ERR_OK;
}

/* The newest period that has figures, for links from a page of what is not there; "" where there is none. */
static enum err missing_domain(struct request *request, struct response *response, const struct asked *asked, const struct names *domains,
	struct error *error)
{
	struct arena *arena = request->arena;
	struct periods periods;
	enum err err = periods_read(request, asked->framework.code, &periods, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *page = missing_page(request, response, arena_printf(arena, _("The framework “%s” has no domain “%s”."),
		asked->framework.title, request_text(request, "domain")), _("It has these domains:"));
	const char *period = periods_find(&periods, asked->period) < periods.count ? asked->period :
		periods.count > 0 ? periods.list[periods.count - 1].code : NULL;
	const char *overview = arena_printf(arena, "%s/%s/", request->prefix, asked->framework.code);
	missing_link(page, period != NULL ? explain_domain_href(request, asked->framework.code, "", period) : overview, _("Overall"));
	for (size_t i = 0; i < domains->count; i++)
		missing_link(page, period != NULL ? explain_domain_href(request, asked->framework.code, domains->list[i].code, period) : overview,
			domains->list[i].title);
	return ERR_OK;
}

static enum err missing_domain_period(struct request *request, struct response *response, const struct asked *asked, struct error *error)
{
	return explain_missing(request, response, &asked->framework, asked->domain, SNAPSHOT_explain_domain_periods, asked->title,
		explain_domain_href, error);
}

static void set_head(struct request *request, struct template_dict *page, const struct asked *asked, const char *up_href, const char *up_title)
{
	(void)request;
	template_set(page, K_UP_HREF, up_href);
	template_set(page, K_UP_TITLE, up_title);
	template_set(page, K_TITLE, asked->title);
	template_set(page, K_METHOD_ANCHOR, "scores");
}

/* --- the region --- */

struct spread {
	bool there;
	int64_t n_reporting, n_expected;
	double mean, median, min, max, q1, q3;
	const char *status;
};

static enum err read_spread(struct request *request, const struct asked *asked, struct spread *spread, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_domain);

	*spread = (struct spread){ .there = false };
	query_text(query, "framework", asked->framework.code);
	query_text(query, "period", asked->period);
	query_text(query, "domain", asked->domain);
	if (query_next(query))
		*spread = (struct spread){ .there = true, .n_reporting = query_column_int(query, 0), .n_expected = query_column_int(query, 1),
			.mean = query_column_real(query, 2), .median = query_column_real(query, 3), .min = query_column_real(query, 4),
			.max = query_column_real(query, 5), .q1 = query_column_real(query, 6), .q3 = query_column_real(query, 7),
			.status = arena_strdup(request->arena, query_column_text(query, 8)) };
	return query_end(query, error);
}

static enum err show_governments(struct request *request, struct template_dict *page, const struct asked *asked, struct explain_inputs *inputs,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_domain_scores);

	query_text(query, "framework", asked->framework.code);
	query_text(query, "period", asked->period);
	query_text(query, "domain", asked->domain);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		const char *code = arena_strdup(request->arena, query_column_text(query, 0));
		explain_score_row(request, page, &asked->framework, inputs, explain_score_href(request, asked->framework.code, asked->domain, asked->period, code),
			query_column_text(query, 1), query_column_real(query, 2), query_column_int(query, 3), query_column_int(query, 4),
			*asked->domain == '\0');
	}
	return query_end(query, error);
}

static void show_spread(struct request *request, struct template_dict *page, const struct asked *asked, const struct spread *spread,
	const struct explain_inputs *inputs)
{
	long long minimum = (long long)asked->framework.minimum_reporting;

	if (strcmp(spread->status, "ok") != 0) {
		template_set(template_section(page, K_NO_FIGURE), K_TEXT, strcmp(spread->status, "withheld") == 0 ?
			arena_printf(request->arena, _("The figure is withheld: it would be over %lld governments, and this framework shows none over fewer than %lld."),
				(long long)spread->n_reporting, minimum) : _("There is no figure: no government has a score."));
		return;
	}
	struct template_dict *part = template_section(page, K_FIGURES);
	template_set(part, K_HOW, _("Computed over the governments' scores, simple and unweighted: every government counts the same."));
	template_printf(template_section(part, K_COUNTED), K_TEXT, _("Governments in the figure: %lld of %lld."), (long long)spread->n_reporting,
		(long long)spread->n_expected);
	explain_statistics(request, part, inputs, &(struct explain_figure){ .mean = spread->mean, .median = spread->median, .min = spread->min,
		.max = spread->max, .q1 = spread->q1, .q3 = spread->q3, .hidden = inputs->count != (size_t)spread->n_reporting, .decimals = 0,
		.mean_title = _("Mean score") });
}

enum err page_explain_domain(struct request *request, struct response *response, struct error *error)
{
	struct asked asked;
	struct names domains;
	struct spread spread;
	struct explain_inputs inputs = { .count = 0 };
	enum err err = read_asked(request, &asked, &domains, error);

	if (err != ERR_OK)
		return err;
	if (asked.framework.code == NULL)
		return missing_framework(request, response, error);
	if (asked.domain == NULL)
		return missing_domain(request, response, &asked, &domains, error);
	if ((err = read_spread(request, &asked, &spread, error)) != ERR_OK)
		return err;
	if (!spread.there)
		return missing_domain_period(request, response, &asked, error);
	struct template_dict *page = page_new(request, response, "explain.tpl", *asked.domain == '\0' ?
		arena_printf(request->arena, _("How the region's overall score for %s came about"), asked.period) :
		arena_printf(request->arena, _("How the region's score of %s for %s came about"), asked.domain, asked.period), &asked.framework);
	set_head(request, page, &asked, arena_printf(request->arena, "%s/%s/?period=%s", request->prefix, asked.framework.code, asked.period), asked.period);
	template_set(page, K_INPUT_HEAD, _("Government"));
	template_set(page, K_VALUE_HEAD, *asked.domain == '\0' ? _("Domains with a score") : _("Indicators with a score"));
	if ((err = show_governments(request, page, &asked, &inputs, error)) != ERR_OK)
		return err;
	if (inputs.count == 0)
		template_show(page, K_INCLUDED_NONE);
	if (inputs.count == (size_t)spread.n_expected)
		template_show(page, K_EXCLUDED_NONE);
	show_spread(request, page, &asked, &spread, &inputs);
	explain_rule(page, *asked.domain == '\0' ? _("A government's overall score is the mean of its domains' scores.") :
		_("A government's score of a domain is the mean of its scored indicators' scores; its own page, linked above, shows them."));
	explain_rule(page, _("It is given where at least half of them are there."));
	explain_rule(page, _("A government without a score is left out; it never counts as zero."));
	explain_rule(page, arena_printf(request->arena, i18n_plural("A figure is given over at least %lu government.", "A figure is given over at least %lu governments.",
		(unsigned long)asked.framework.minimum_reporting), (unsigned long)asked.framework.minimum_reporting));
	explain_rule(page, _("All of it is made of answers that this audience may see, so that another audience may read another figure."));
	return explain_run(request, page, &asked.framework, asked.period, "regional statistics", error);
}

/* --- one government --- */

static enum err read_score(struct request *request, const struct asked *asked, const char *participant, struct explain_score *score,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_score);

	*score = (struct explain_score){ .there = false };
	query_text(query, "framework", asked->framework.code);
	query_text(query, "period", asked->period);
	query_text(query, "domain", asked->domain);
	query_text(query, "participant", participant);
	if (query_next(query))
		*score = (struct explain_score){ .there = true, .score = query_column_real(query, 0), .n_scored = query_column_int(query, 1),
			.n_possible = query_column_int(query, 2) };
	return query_end(query, error);
}

static enum err show_domains(struct request *request, struct template_dict *page, const struct asked *asked, const char *participant,
	struct explain_inputs *inputs, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_domains);

	query_text(query, "framework", asked->framework.code);
	query_text(query, "period", asked->period);
	query_text(query, "participant", participant);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		const char *code = arena_strdup(request->arena, query_column_text(query, 0));
		explain_score_row(request, page, &asked->framework, inputs, explain_score_href(request, asked->framework.code, code, asked->period, participant),
			query_column_text(query, 1), query_column_real(query, 2), query_column_int(query, 3), query_column_int(query, 4), false);
	}
	return query_end(query, error);
}

enum err page_explain_score(struct request *request, struct response *response, struct error *error)
{
	struct asked asked;
	struct names domains, participants;
	struct explain_score score;
	struct explain_inputs inputs = { .count = 0 };
	enum err err = read_asked(request, &asked, &domains, error);

	if (err != ERR_OK)
		return err;
	if (asked.framework.code == NULL)
		return missing_framework(request, response, error);
	if (asked.domain == NULL)
		return missing_domain(request, response, &asked, &domains, error);
	if ((err = participants_read(request, &participants, error)) != ERR_OK)
		return err;
	size_t at = names_find(&participants, request_text(request, "participant"));
	if (at == participants.count)
		return missing_participant(request, response, &asked.framework, error);
	const struct name *participant = &participants.list[at];
	if ((err = read_score(request, &asked, participant->code, &score, error)) != ERR_OK)
		return err;
	if (!score.there)
		return missing_domain_period(request, response, &asked, error);
	bool overall = *asked.domain == '\0';
	struct template_dict *page = page_new(request, response, "explain.tpl", overall ?
		arena_printf(request->arena, _("%s: how the overall score for %s came about"), participant->title, asked.period) :
		arena_printf(request->arena, _("%s: how the score of %s for %s came about"), participant->title, asked.domain, asked.period),
		&asked.framework);
	set_head(request, page, &asked, arena_printf(request->arena, "%s/%s/countries/%s?period=%s", request->prefix, asked.framework.code,
		participant->code, asked.period), participant->title);
	template_set(page, K_INPUT_HEAD, overall ? _("Domain") : _("Indicator"));
	template_set(page, K_VALUE_HEAD, overall ? _("Indicators with a score") : _("Answer"));
	err = overall ? show_domains(request, page, &asked, participant->code, &inputs, error) :
		explain_answers(request, page, &asked.framework, asked.period, participant->code, asked.domain, NULL, &inputs, error);
	if (err != ERR_OK)
		return err;
	explain_score_figure(request, page, &score, &inputs, overall);
	return explain_run(request, page, &asked.framework, asked.period, "compliance", error);
}
