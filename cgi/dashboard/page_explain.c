/* page_explain: /{framework}/explain/{indicator}/{period}, how one regional figure came about. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/release.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

struct figure {
	bool there;
	int64_t n_reporting, n_expected, n_hidden;
	bool hidden_included;
	double mean, median, min, max, q1, q3, pooled, sum;
	const char *status;
	const char *type;
};

static enum err read_figure(struct request *request, const char *framework, const char *indicator, const char *period, struct figure *figure,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_regional);

	*figure = (struct figure){ .there = false };
	query_text(query, "framework", framework);
	query_text(query, "indicator", indicator);
	query_text(query, "period", period);
	if (query_next(query))
		*figure = (struct figure){
			.there = true, .n_reporting = query_column_int(query, 1), .n_expected = query_column_int(query, 2),
			.n_hidden = query_column_int(query, 3), .hidden_included = query_column_int(query, 4) != 0,
			.mean = query_column_real(query, 5), .median = query_column_real(query, 6), .min = query_column_real(query, 7),
			.max = query_column_real(query, 8), .q1 = query_column_real(query, 9), .q3 = query_column_real(query, 10),
			.pooled = query_column_real(query, 11), .sum = query_column_real(query, 12),
			.status = arena_strdup(request->arena, query_column_text(query, 13)), .type = arena_strdup(request->arena, query_column_text(query, 14)),
		};
	return query_end(query, error);
}

/* The values that went in and those that did not; *terms gets "75 + 25 + 100". */
static enum err show_inputs(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, const char *period, bool scored, const char **terms, int *visible, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_indicator_answers);

	*terms = "";
	*visible = 0;
	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator->code);
	query_text(query, "period", period);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		const char *status = query_column_text(query, ANSWER_STATUS);
		bool suppressed = query_column_int(query, ANSWER_SUPPRESSED) != 0;
		if (status != NULL && strcmp(status, "reported") == 0 && !suppressed) {
			double input = query_column_real(query, scored ? ANSWER_SCORE : ANSWER_VALUE);
			struct template_dict *row = template_section(page, K_INCLUDED);
			template_set(row, K_CODE, query_column_text(query, ANSWER_PARTICIPANT));
			template_set(row, K_TITLE, query_column_text(query, ANSWER_TITLE));
			template_set(row, K_VALUE, words_value(arena, indicator->type, query_column_real(query, ANSWER_VALUE)));
			template_set(row, K_SCORE, words_significant(arena, input, 6));
			*terms = arena_printf(arena, "%s%s%s", *terms, **terms != '\0' ? " + " : "", words_significant(arena, input, 6));
			++*visible;
			continue;
		}
		struct template_dict *row = template_section(page, K_EXCLUDED);
		template_set(row, K_CODE, query_column_text(query, ANSWER_PARTICIPANT));
		template_set(row, K_TITLE, query_column_text(query, ANSWER_TITLE));
		template_set(row, K_WHY, status == NULL ? _("no answer that this audience may see: none was released, or it is not cleared for it") :
			suppressed ? _("suppressed: too small to be shown") : words_status(status));
		if (!query_column_is_null(query, ANSWER_REASON))
			template_set(template_section(row, K_REASON), K_TEXT, query_column_text(query, ANSWER_REASON));
	}
	return query_end(query, error);
}

static void statistic(struct request *request, struct template_dict *page, const char *label, double value, const char *formula)
{
	struct template_dict *row;

	if (isnan(value))
		return;
	row = template_section(page, K_STATISTIC);
	template_set(row, K_LABEL, label);
	template_set(row, K_VALUE, words_significant(request->arena, value, 8));
	template_set(row, K_FORMULA, formula);
}

static enum err show_run(struct request *request, struct template_dict *page, struct error *error)
{
	static const struct { const char *key; enum template_key mark; } shown[] = {
		{ "run", K_RUN }, { "made_at", K_MADE_AT }, { "methods", K_METHOD_VERSIONS },
	};
	enum err err = ERR_OK;

	for (size_t i = 0; i < sizeof shown / sizeof *shown && err == ERR_OK; i++) {
		struct query *query = database_query(request->db, SNAPSHOT_meta);
		query_text(query, "key", shown[i].key);
		if (query_next(query)) {
			const char *text = query_column_text(query, 0);
			template_set(page, shown[i].mark, shown[i].mark == K_METHOD_VERSIONS ? words_methods(request->arena, text) :
				shown[i].mark == K_MADE_AT ? day_moment(request->arena, text) : text);
		}
		err = query_end(query, error);
	}
	return err;
}

static void show_hidden(struct template_dict *page, const struct figure *figure)
{
	unsigned long n = (unsigned long)figure->n_hidden;

	if (n == 0)
		template_show(page, K_HIDDEN_NONE);
	else if (figure->hidden_included)
		template_printf(template_section(page, K_HIDDEN), K_TEXT, i18n_plural(
			"%lu value is not cleared for this audience. It is part of the mean and the sum, not of lowest, highest, median and quartiles.",
			"%lu values are not cleared for this audience. They are part of the mean and the sum, since none of them can be worked out from so many; not of lowest, highest, median and quartiles.",
			n), n);
	else
		template_printf(template_section(page, K_HIDDEN), K_TEXT, i18n_plural(
			"%lu value is not cleared for this audience and is left out of every figure: it could be worked out otherwise.",
			"%lu values are not cleared for this audience and are left out of every figure: they could be worked out otherwise.", n), n);
}

static void show_figure(struct request *request, struct template_dict *page, const struct framework *framework, const struct figure *figure,
	bool scored, const char *terms, int visible)
{
	struct arena *arena = request->arena;
	bool plain = visible > 0 && visible <= 12 && !figure->hidden_included && visible == (int)figure->n_reporting;

	if (strcmp(figure->status, "withheld") == 0) {
		template_printf(template_section(page, K_NO_FIGURE), K_TEXT,
			_("The figure is withheld: it would be over %lld governments, and this framework shows none over fewer than %lld."),
			(long long)figure->n_reporting, (long long)framework->minimum_reporting);
		return;
	}
	if (strcmp(figure->status, "ok") != 0) {
		template_set(template_section(page, K_NO_FIGURE), K_TEXT, _("There is no figure: no government reported a value."));
		return;
	}
	statistic(request, page, scored ? _("Mean score") : _("Mean"), figure->mean, plain ?
		arena_printf(arena, "(%s) / %d", terms, visible) : _("sum of the values / number of the values"));
	statistic(request, page, _("Median"), figure->median, _("the middle value, or the mean of the two in the middle"));
	statistic(request, page, _("First quartile"), figure->q1, _("type 7 of Hyndman and Fan: at place (n − 1) · 0.25, interpolated"));
	statistic(request, page, _("Third quartile"), figure->q3, _("type 7 of Hyndman and Fan: at place (n − 1) · 0.75, interpolated"));
	statistic(request, page, _("Lowest"), figure->min, _("of the values this audience may see"));
	statistic(request, page, _("Highest"), figure->max, _("of the values this audience may see"));
	statistic(request, page, _("Pooled"), figure->pooled, _("sum of the numerators / sum of the denominators · 100"));
	statistic(request, page, _("Sum"), figure->sum, _("sum of the values"));
}

enum err page_explain(struct request *request, struct response *response, struct error *error)
{
	struct arena *arena = request->arena;
	const char *period = request_text(request, "period");
	struct framework framework;
	struct indicator indicator;
	struct periods periods;
	struct figure figure;
	const char *terms;
	int visible;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = indicator_read(request, framework.code, request_text(request, "indicator"), &indicator, error)) != ERR_OK)
		return err;
	if (indicator.code == NULL)
		return missing_indicator(request, response, &framework, error);
	if ((err = read_figure(request, framework.code, indicator.code, period, &figure, error)) != ERR_OK)
		return err;
	if (!figure.there) {
		if ((err = periods_read(request, framework.code, &periods, error)) != ERR_OK)
			return err;
		return missing_period(request, response, &framework, &periods,
			arena_printf(arena, "/%s/indicators/%s", framework.code, indicator.code), error);
	}
	bool scored = strcmp(figure.type, "count") != 0 && strcmp(figure.type, "rate") != 0;
	struct template_dict *page = page_new(request, response, "explain.tpl",
		arena_printf(arena, _("How the regional figure of %s for %s came about"), indicator.code, period), &framework);
	template_set(page, K_CODE, indicator.code);
	template_set(page, K_PERIOD, period);
	template_printf(page, K_INDICATOR_HREF, "%s/%s/indicators/%s?period=%s", request->prefix, framework.code, indicator.code, period);
	template_set(page, K_TITLE, texts_get(&indicator.texts, "title"));
	template_set_int(page, K_VERSION, indicator.version);
	template_set_int(page, K_N_REPORTING, figure.n_reporting);
	template_set_int(page, K_N_EXPECTED, figure.n_expected);
	template_set_int(page, K_MINIMUM, framework.minimum_reporting);
	template_show(page, scored ? K_SCORED : K_UNSCORED);
	if ((err = show_inputs(request, page, &framework, &indicator, period, scored, &terms, &visible, error)) != ERR_OK)
		return err;
	if (visible == 0)
		template_show(page, K_INCLUDED_NONE);
	show_hidden(page, &figure);
	show_figure(request, page, &framework, &figure, scored, terms, visible);
	if ((err = release_explain(request, page, &framework, indicator.code, figure.type, period, error)) != ERR_OK)
		return err;
	return show_run(request, page, error);
}
