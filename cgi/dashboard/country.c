/* country: own scores in the region's spread, and beside it in time, by domain; see country.h. */
#include "cgi/dashboard/country.h"

#include <math.h>
#include <string.h>

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/explain.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"

static const char *why_none(struct arena *arena, const struct country_moment *moment)
{
	if (!moment->there || moment->n_possible == 0)
		return _("not asked");
	if (moment->n_scored > 0)
		return arena_printf(arena, _("too few answers: %lld of %lld"), (long long)moment->n_scored, (long long)moment->n_possible);
	return _("no data");
}

static const char *change_words(struct arena *arena, const struct country_moment *moment)
{
	return number_round_half_even(moment->change, 0) == 0 ? arena_printf(arena, _("unchanged since %s"), moment->change_from) :
		arena_printf(arena, _("%s since %s"), words_change(arena, moment->change, 0), moment->change_from);
}

/* The region as a box with its ends, this government as a dot, its score before as a ring. */
static void show_spread(const struct country *country, struct template_dict *row, size_t domain, const struct country_moment *moment)
{
	struct arena *arena = country->request->arena;
	const struct country_moment *before = NULL;
	const char *own = isnan(moment->score) ? why_none(arena, moment) : words_number(arena, moment->score, 0);

	if (!isnan(moment->change))
		before = country_moment(country, domain, periods_find(&country->periods, moment->change_from));
	chart_spread(row, K_SPREAD, arena, &(struct chart_spread){
		.title = arena_printf(arena, _("Beside the region: %s"), country->domains.list[domain].title),
		.description = arena_printf(arena, _("The region: lowest %s, median %s, highest %s. The dot is the government of this page: %s. A ring is its score in the period before, where the questions are the same."),
			words_number(arena, moment->min, 0), words_number(arena, moment->median, 0), words_number(arena, moment->max, 0), own),
		.low = 0, .high = 100, .min = moment->min, .q1 = moment->q1, .median = moment->median, .q3 = moment->q3, .max = moment->max,
		.values = &moment->score, .count = 1, .broad = true, .before = before != NULL ? &before->score : NULL });
}

static void show_domain(const struct country *country, struct template_dict *page, size_t domain)
{
	struct request *request = country->request;
	struct arena *arena = request->arena;
	const struct name *name = &country->domains.list[domain];
	const struct country_moment *moment = country_moment(country, domain, country->period);
	struct template_dict *row = template_section(page, K_DOMAIN_ROW);
	struct template_dict *title = template_section(row, *name->code == '\0' ? K_ROW_ALL : K_ROW_DOMAIN);

	template_set(title, K_CODE, name->code);
	template_set(title, K_TITLE, name->title);
	page_score(row, K_SCORE, request, moment->there ? moment->score : NAN, why_none(arena, moment));
	const char *period = country->periods.list[country->period].code;
	if (moment->there && country_asked(country))
		template_set(template_section(row, K_SCORE_EXPLAIN), K_HREF, explain_score_href(request, country->framework.code, name->code, period,
			country->participant.code));
	if (moment->there && !isnan(moment->change))
		template_set(template_section(row, K_OWN_CHANGE), K_TEXT, change_words(arena, moment));
	else if (country->period > 0 && moment->there && !isnan(moment->score) && country_moment(country, domain, country->period - 1)->there &&
		strcmp(moment->basis, country_moment(country, domain, country->period - 1)->basis) != 0)
		template_show(row, K_CHANGE_BREAK);
	if (!moment->there || isnan(moment->min))
		return;
	show_spread(country, row, domain, moment);
	struct template_dict *range = template_section(row, K_REGION_RANGE);
	template_printf(range, K_TEXT, "%s–%s", words_number(arena, moment->min, 0), words_number(arena, moment->max, 0));
	template_set(range, K_HREF, explain_domain_href(request, country->framework.code, name->code, period));
	template_set(row, K_MEDIAN, words_number(arena, moment->median, 0));
}

void country_domains(const struct country *country, struct template_dict *page)
{
	for (size_t d = 0; d < country->domains.count; d++)
		show_domain(country, page, d);
}

/* --- in time --- */

/* `again`: another chart of the page has drawn scale and years already. Whether there is anything to draw. */
static bool show_chart(const struct country *country, struct template_dict *item, size_t domain, bool again)
{
	struct arena *arena = country->request->arena;
	const struct periods *periods = &country->periods;
	struct chart_point *own = arena_array(arena, periods->count + 1, sizeof *own);
	struct chart_point *region = arena_array(arena, periods->count + 1, sizeof *region);
	const char *basis = NULL;
	size_t n = 0, given = 0, first = 0, last = 0;

	for (size_t i = 0; i < periods->count; i++) {
		const struct country_moment *moment = country_moment(country, domain, i);
		if (!moment->there)
			continue;
		bool breaks = basis != NULL && strcmp(basis, moment->basis) != 0;
		basis = moment->basis;
		own[n] = (struct chart_point){ .at = chart_time(periods->list[i].code), .value = moment->score, .low = moment->min, .high = moment->max,
			.breaks = breaks, .when = periods->list[i].code, .text = words_number(arena, moment->score, 0) };
		region[n] = own[n];
		region[n].value = moment->median;
		region[n].low = region[n].high = NAN;
		region[n].text = words_number(arena, moment->median, 0);
		if (!isnan(moment->score)) {
			first = given++ == 0 ? n : first;
			last = n;
		}
		n++;
	}
	if (n == 0)
		return false;
	const struct chart_line lines[] = {
		{ .points = region, .count = n, .style = -1, .label = _("median") },
		{ .points = own, .count = n, .style = 0, .label = country->participant.code },
	};
	chart_lines(item, K_CHART, arena, &(struct chart_lines){
		.size = CHART_SMALL,
		.title = arena_printf(arena, "%s, %s", country->participant.title, country->domains.list[domain].title),
		.description = given == 0 ? _("No score of its own; the area is the region's spread, the thin line its median.") :
			arena_printf(arena, _("%s in %s, %s in %s; the area is the region's spread, the thin line its median."), own[first].text,
				own[first].when, own[last].text, own[last].when),
		.low = 0, .high = 100, .first = chart_time(periods->list[0].code), .last = chart_time(periods->list[periods->count - 1].code),
		.one_break_set = true, .back = "scale", .back_again = again, .lines = lines, .count = 2 });
	return true;
}

static void show_trend_row(const struct country *country, struct template_dict *table, size_t domain)
{
	struct arena *arena = country->request->arena;
	struct template_dict *row = template_section(table, K_TREND_ROW);

	template_set(row, K_TITLE, country->domains.list[domain].title);
	for (size_t i = 0; i < country->periods.count; i++) {
		const struct country_moment *moment = country_moment(country, domain, i);
		struct template_dict *cell = template_section(row, K_TREND_CELL);
		template_set(cell, K_TEXT, moment->there && !isnan(moment->score) ? words_number(arena, moment->score, 0) : why_none(arena, moment));
		if (moment->there && !isnan(moment->median))
			template_set(template_section(cell, K_CELL_MEDIAN), K_MEDIAN, words_number(arena, moment->median, 0));
	}
}

void country_trends(const struct country *country, struct template_dict *page)
{
	const struct periods *periods = &country->periods;
	struct template_dict *part, *table;
	bool drawn = false;

	if (periods->count < 2)
		return;
	part = template_section(page, K_TRENDS);
	table = template_section(part, K_TREND_TABLE);
	for (size_t i = 0; i < periods->count; i++) {
		struct template_dict *head = template_section(table, K_TREND_HEAD);
		template_set(head, K_PERIOD, periods->list[i].code);
		if (i > 0 && strcmp(periods->list[i].basis, periods->list[i - 1].basis) != 0)
			template_show(head, K_PERIOD_BREAK);
	}
	for (size_t d = 0; d < country->domains.count; d++) {
		struct template_dict *item = template_section(part, K_CHART_ITEM);
		template_set(item, K_TITLE, country->domains.list[d].title);
		drawn = show_chart(country, item, d, drawn) || drawn;
		show_trend_row(country, table, d);
	}
}
