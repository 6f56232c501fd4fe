/* page_explain: /{framework}/explain/{indicator}/{period}, how one regional figure came about. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/explain.h"
#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/release.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* How often decimals are shown, as on the indicator's page. */
static int decimals_of(const struct indicator *indicator, const struct region *figure)
{
	return indicator_is_banded(indicator->type, indicator->direction) ? 0 : figure->max < 20 ? 2 : 1;
}

struct fractions {
	double above, below;
	const char *above_terms, *below_terms;
	int count;
};

static void add_fraction(struct request *request, struct fractions *fractions, struct query *query)
{
	double above = query_column_real(query, ANSWER_NUMERATOR), below = query_column_real(query, ANSWER_DENOMINATOR);
	const char *plus = fractions->count > 0 ? " + " : "";

	if (isnan(above) || isnan(below))
		return;
	fractions->above_terms = arena_printf(request->arena, "%s%s%s", fractions->above_terms, plus, explain_number(request, above));
	fractions->below_terms = arena_printf(request->arena, "%s%s%s", fractions->below_terms, plus, explain_number(request, below));
	fractions->count++;
}

/* The values that went in and those that did not. */
static enum err show_inputs(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, const char *period, bool scored, struct explain_inputs *inputs, struct fractions *fractions,
	struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_indicator_answers);

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator->code);
	query_text(query, "period", period);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		const char *status = query_column_text(query, ANSWER_STATUS);
		const char *href = arena_printf(arena, "%s/%s/countries/%s", request->prefix, framework->code, query_column_text(query, ANSWER_PARTICIPANT));
		const char *title = query_column_text(query, ANSWER_TITLE);
		bool suppressed = query_column_int(query, ANSWER_SUPPRESSED) != 0;
		if (status != NULL && strcmp(status, "reported") == 0 && !suppressed) {
			const char *value = words_value(arena, indicator->type, query_column_real(query, ANSWER_VALUE));
			if (!query_column_is_null(query, ANSWER_CARRIED))
				value = arena_printf(arena, _("%s, carried forward from %s"), value, query_column_text(query, ANSWER_CARRIED));
			explain_included(request, page, inputs, href, title, value, query_column_real(query, scored ? ANSWER_SCORE : ANSWER_VALUE));
			add_fraction(request, fractions, query);
			continue;
		}
		explain_excluded(request, page, inputs, href, title, status == NULL ? framework_why_no_answer(framework) :
			suppressed ? _("suppressed: too small to be shown") : words_status(status), query_column_text(query, ANSWER_REASON));
	}
	return query_end(query, error);
}

static void show_hidden(struct template_dict *page, const struct region *figure)
{
	unsigned long n = (unsigned long)figure->n_hidden;

	if (n == 0)
		template_set(template_section(page, K_HIDDEN), K_TEXT, _("No reported value is hidden from this audience."));
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

/* The figures are there: each with its formula. */
static void show_figures(struct request *request, struct template_dict *page, const struct indicator *indicator, const struct region *figure,
	bool scored, const struct explain_inputs *inputs, const struct fractions *fractions)
{
	struct arena *arena = request->arena;
	struct template_dict *part = template_section(page, K_FIGURES);
	int decimals = decimals_of(indicator, figure);
	bool whole = !figure->hidden_included && inputs->count == (size_t)figure->n_reporting;

	template_set(part, K_HOW, scored ? _("Computed over scores from 0 to 100, simple and unweighted: every government counts the same.") :
		_("Computed over the values as reported, unweighted: every government counts the same."));
	template_printf(template_section(part, K_COUNTED), K_TEXT, _("Governments in the figure: %lld of %lld."), (long long)figure->n_reporting,
		(long long)figure->n_expected);
	explain_statistics(request, part, inputs, &(struct explain_figure){ .mean = figure->mean, .median = figure->median, .min = figure->min,
		.max = figure->max, .q1 = figure->q1, .q3 = figure->q3, .hidden = !whole, .decimals = decimals,
		.mean_title = scored ? _("Mean score") : _("Mean") });
	explain_row(request, part, _("All numerators by all denominators"), figure->pooled, 1, whole && fractions->count == (int)inputs->count ?
		arena_printf(arena, "100 · (%s) / (%s)", fractions->above_terms, fractions->below_terms) :
		_("sum of the numerators / sum of the denominators · 100"));
	explain_row(request, part, _("Sum"), figure->sum, 0, whole ? explain_sum(request, inputs) :
		_("sum of all values, those included that this audience may not see"));
}

static void show_rules(struct request *request, struct template_dict *page, const struct framework *framework, const struct region *figure,
	const char *type)
{
	if (strcmp(type, "ladder") == 0)
		explain_rule(page, _("A level enters as its share of the highest level: level 3 of 4 is 75."));
	else if (strcmp(type, "checklist") == 0)
		explain_rule(page, _("A checklist enters as its items met by all its items, times 100."));
	else if (strcmp(type, "yes_no") == 0)
		explain_rule(page, _("Yes enters as 100, no as 0."));
	explain_rule(page, _("A government that did not report is left out; it never counts as zero."));
	explain_rule(page, arena_printf(request->arena, i18n_plural("A figure is given over at least %lu government.", "A figure is given over at least %lu governments.",
		(unsigned long)framework->minimum_reporting), (unsigned long)framework->minimum_reporting));
	explain_rule(page, _("Values that this audience may not see are included only where at least three are hidden and none of them can be worked out."));
	if (!isnan(figure->q1))
		explain_rule(page, _("Quartiles are those of type 7 of Hyndman and Fan (1996)."));
}

static void show_figure(struct request *request, struct template_dict *page, const struct framework *framework, const struct indicator *indicator,
	const struct region *figure, bool scored, const struct explain_inputs *inputs, const struct fractions *fractions)
{
	if (strcmp(figure->status, "withheld") == 0)
		template_printf(template_section(page, K_NO_FIGURE), K_TEXT,
			_("The figure is withheld: it would be over %lld governments, and this framework shows none over fewer than %lld."),
			(long long)figure->n_reporting, (long long)framework->minimum_reporting);
	else if (strcmp(figure->status, "ok") != 0)
		template_set(template_section(page, K_NO_FIGURE), K_TEXT, _("There is no figure: no government reported a value."));
	else
		show_figures(request, page, indicator, figure, scored, inputs, fractions);
}

enum err page_explain(struct request *request, struct response *response, struct error *error)
{
	struct arena *arena = request->arena;
	const char *period = request_text(request, "period");
	struct framework framework;
	struct indicator indicator;
	struct region figure;
	struct explain_inputs inputs = { .count = 0 };
	struct fractions fractions = { .above_terms = "", .below_terms = "" };
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = indicator_read(request, framework.code, request_text(request, "indicator"), &indicator, error)) != ERR_OK)
		return err;
	if (indicator.code == NULL)
		return missing_indicator(request, response, &framework, error);
	if ((err = indicator_region(request, &framework, &indicator, period, &figure, error)) != ERR_OK)
		return err;
	if (!figure.there)
		return explain_missing(request, response, &framework, indicator.code, SNAPSHOT_explain_indicator_periods, indicator.code,
			explain_indicator_href, error);
	bool scored = strcmp(figure.type, "count") != 0 && strcmp(figure.type, "rate") != 0;
	struct template_dict *page = page_new(request, response, "explain.tpl",
		arena_printf(arena, _("How the regional figure of %s for %s came about"), indicator.code, period), &framework);
	template_printf(page, K_UP_HREF, "%s/%s/indicators/%s?period=%s", request->prefix, framework.code, indicator.code, period);
	template_set(page, K_UP_TITLE, indicator.code);
	template_set(page, K_TITLE, texts_get(&indicator.texts, "title"));
	template_set(page, K_INPUT_HEAD, _("Government"));
	template_set(page, K_VALUE_HEAD, _("Answer"));
	template_set(page, K_METHOD_ANCHOR, "regional");
	template_printf(template_section(page, K_VERSION_ROW), K_TEXT, "%s, %lld", indicator.code, (long long)figure.version);
	if ((err = show_inputs(request, page, &framework, &indicator, period, scored, &inputs, &fractions, error)) != ERR_OK)
		return err;
	if (inputs.count == 0)
		template_show(page, K_INCLUDED_NONE);
	show_hidden(page, &figure);
	show_figure(request, page, &framework, &indicator, &figure, scored, &inputs, &fractions);
	show_rules(request, page, &framework, &figure, figure.type);
	if ((err = release_explain(request, template_section(page, K_RELEASES), &framework, indicator.code, figure.type, period, error)) != ERR_OK)
		return err;
	return explain_run(request, page, &framework, period, "regional statistics", error);
}
