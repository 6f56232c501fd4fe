/* report_domains: the region domain by domain, and how its figures moved; see report.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/report.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* --- the governments' answers --- */

static void show_answer(const struct report *report, struct template_dict *row, size_t i, size_t participant)
{
	struct arena *arena = report->request->arena;
	const struct report_indicator *indicator = &report->indicators.list[i];
	const struct report_answer *answer = report_answer(report, i, participant);

	if (answer->status == NULL || strcmp(answer->status, "reported") != 0 || answer->suppressed) {
		report_cell(row, K_REPORT_CELL, NAN, report_absence(report, answer), "");
		return;
	}
	const char *value = words_value(arena, indicator->type, answer->value);
	if (!indicator->banded)
		report_cell(row, K_REPORT_CELL, NAN, value, "");
	else if (strcmp(indicator->type, "percent") == 0)
		report_cell(row, K_REPORT_CELL, answer->score, words_number(arena, answer->score, 0), words_band_name(words_band(answer->score)));
	else
		report_cell(row, K_REPORT_CELL, answer->score, words_number(arena, answer->score, 0), value);
}

/* The end of the table that begins with participant `from`. */
static size_t columns_end(const struct report *report, size_t from)
{
	return from + REPORT_COLUMNS < report->participants.count ? from + REPORT_COLUMNS : report->participants.count;
}

static void show_heads(const struct report *report, struct template_dict *table, size_t from)
{
	for (size_t p = from; p < columns_end(report, from); p++)
		template_set(template_section(table, K_HEAD), K_TITLE, report->participants.list[p].title);
}

static void show_answers(const struct report *report, struct template_dict *table, const char *domain, size_t from)
{
	show_heads(report, table, from);
	for (size_t i = 0; i < report->indicators.count; i++) {
		if (strcmp(report->indicators.list[i].domain, domain) != 0)
			continue;
		struct template_dict *row = template_section(table, K_ANSWER);
		template_set(row, K_CODE, report->indicators.list[i].code);
		template_set(row, K_TITLE, report->indicators.list[i].title);
		for (size_t p = from; p < columns_end(report, from); p++)
			show_answer(report, row, i, p);
	}
}

/* --- the region's figures --- */

static void show_spread(const struct report *report, struct template_dict *row, size_t i)
{
	struct arena *arena = report->request->arena;
	const struct report_indicator *indicator = &report->indicators.list[i];
	const struct report_figure *figure = &indicator->figure;
	double *values = arena_array(arena, report->participants.count + 1, sizeof *values);

	if (!indicator->banded || isnan(figure->min))
		return;
	for (size_t p = 0; p < report->participants.count; p++) {
		const struct report_answer *answer = report_answer(report, i, p);
		values[p] = answer->status != NULL && !answer->suppressed ? answer->score : NAN;
	}
	chart_spread(row, K_SPREAD, arena, &(struct chart_spread){
		.title = arena_printf(arena, _("Spread in the region: %s"), indicator->title),
		.description = arena_printf(arena, _("Lowest %s, median %s, highest %s."), words_number(arena, figure->min, 0),
			words_number(arena, figure->median, 0), words_number(arena, figure->max, 0)),
		.low = 0, .high = 100, .min = figure->min, .q1 = figure->q1, .median = figure->median, .q3 = figure->q3, .max = figure->max,
		.values = values, .count = report->participants.count, .printed = report->request->stands_alone });
}

/* "of all together 71" for percentages, "sum 214" for numbers. */
static const char *together(const struct report *report, const struct report_indicator *indicator)
{
	if (!isnan(indicator->pooled))
		return arena_printf(report->request->arena, _("pooled %s"), report_number(report, indicator->banded, indicator->pooled));
	if (!isnan(indicator->sum))
		return arena_printf(report->request->arena, _("sum %s"), report_number(report, false, indicator->sum));
	return NULL;
}

static void show_region(const struct report *report, struct template_dict *part, size_t i)
{
	const struct report_indicator *indicator = &report->indicators.list[i];
	const struct report_figure *figure = &indicator->figure;
	bool whole = indicator->banded;
	struct template_dict *row = template_section(part, K_REGION_ROW);

	template_set(row, K_CODE, indicator->code);
	template_set(row, K_TITLE, indicator->title);
	template_printf(row, K_REPORTING, _("%lld of %lld"), (long long)figure->n_reporting, (long long)figure->n_expected);
	if (strcmp(figure->status, "ok") != 0) {
		template_set(template_section(row, K_NO_FIGURE), K_WHY, report_why(report, figure));
		return;
	}
	struct template_dict *shown = template_section(row, K_FIGURE);
	report_cell(shown, K_REPORT_CELL, whole ? figure->mean : NAN, report_number(report, whole, figure->mean),
		whole ? words_band_name(words_band(figure->mean)) : indicator->unit);
	template_set(shown, K_MEDIAN, report_number(report, whole, figure->median));
	if (!isnan(figure->min))
		template_printf(shown, K_RANGE, "%s–%s", report_number(report, whole, figure->min), report_number(report, whole, figure->max));
	else
		template_set(shown, K_RANGE, "–");
	show_spread(report, shown, i);
	const char *text = together(report, indicator);
	if (text != NULL)
		template_set(template_section(shown, K_SMALL), K_TEXT, text);
	text = report_change(report, figure, whole);
	template_set(shown, K_CHANGE_TEXT, text != NULL ? text : "–");
}

static void show_domain(const struct report *report, struct template_dict *page, size_t d)
{
	struct arena *arena = report->request->arena;
	const struct report_domain *domain = &report->domains.list[d];
	const struct report_figure *figure = &domain->figure;
	struct template_dict *part = template_section(page, K_DOMAIN);

	template_set(part, K_CODE, domain->code);
	template_set(part, K_TITLE, domain->title);
	if (*domain->description != '\0')
		template_set(template_section(part, K_DESCRIPTION_LINE), K_TEXT, domain->description);
	if (strcmp(figure->status, "ok") == 0 && !isnan(figure->mean)) {
		const char *change = report_change(report, figure, true);
		template_printf(part, K_SENTENCE, _("Regional mean %s of 100 (%s), median %s, from %s to %s, over %lld of %lld governments."),
			words_number(arena, figure->mean, 0), words_band_name(words_band(figure->mean)), report_number(report, true, figure->median),
			report_number(report, true, figure->min), report_number(report, true, figure->max), (long long)figure->n_reporting,
			(long long)figure->n_expected);
		if (change != NULL)
			template_set(template_section(part, K_CHANGED), K_TEXT, change);
	} else {
		template_printf(part, K_SENTENCE, _("There is no regional figure of this domain: %s."), report_why(report, figure));
	}
	for (size_t from = 0; from < report->participants.count; from += REPORT_COLUMNS)
		show_answers(report, template_section(part, K_ANSWER_TABLE), domain->code, from);
	for (size_t i = 0; i < report->indicators.count; i++)
		if (strcmp(report->indicators.list[i].domain, domain->code) == 0)
			show_region(report, part, i);
}

/* --- all domains at a glance --- */

static void show_glance_row(const struct report *report, struct template_dict *table, size_t d, size_t from)
{
	struct arena *arena = report->request->arena;
	const struct report_domain *domain = &report->domains.list[d];
	struct template_dict *row = template_section(table, K_ROW);

	template_set(row, K_TITLE, domain->title);
	if (isnan(domain->figure.mean))
		report_cell(row, K_REPORT_CELL, NAN, report_why(report, &domain->figure), "");
	else
		report_cell(row, K_REPORT_CELL, domain->figure.mean, words_number(arena, domain->figure.mean, 0),
			words_band_name(words_band(domain->figure.mean)));
	for (size_t p = from; p < columns_end(report, from); p++) {
		const struct report_score *score = &report->scores[d * report->participants.count + p];
		if (score->there && !isnan(score->score))
			report_cell(row, K_REPORT_CELL, score->score, words_number(arena, score->score, 0), words_band_name(words_band(score->score)));
		else if (score->there && score->n_scored > 0)
			report_cell(row, K_REPORT_CELL, NAN, arena_printf(arena, _("too few answers: %lld of %lld"), (long long)score->n_scored,
				(long long)score->n_possible), "");
		else
			report_cell(row, K_REPORT_CELL, NAN, _("no data"), "");
	}
}

static void show_glance(const struct report *report, struct template_dict *page)
{
	for (size_t from = 0; from < report->participants.count; from += REPORT_COLUMNS) {
		struct template_dict *table = template_section(page, K_GLANCE_TABLE);
		show_heads(report, table, from);
		for (size_t d = 0; d < report->domains.count; d++)
			show_glance_row(report, table, d, from);
	}
}

void report_domains(const struct report *report, struct template_dict *page)
{
	show_glance(report, page);
	for (size_t d = 1; d < report->domains.count; d++)
		show_domain(report, page, d);
}

/* --- trends --- */

static size_t trend_points(const struct report *report, size_t domain, struct chart_point *points)
{
	struct arena *arena = report->request->arena;
	const char *basis = NULL;
	size_t n = 0;

	for (size_t i = 0; i < report->periods.count; i++) {
		const struct report_trend *trend = &report->trend[domain * report->periods.count + i];
		if (!trend->there)
			continue;
		points[n++] = (struct chart_point){ .at = chart_time(report->periods.list[i].code), .value = trend->mean, .low = trend->low,
			.high = trend->high, .breaks = basis != NULL && strcmp(basis, trend->basis) != 0, .when = report->periods.list[i].code,
			.text = words_number(arena, trend->mean, 0) };
		basis = trend->basis;
	}
	return n;
}

static void show_chart(const struct report *report, struct template_dict *page, size_t domain)
{
	struct arena *arena = report->request->arena;
	struct chart_point *points = arena_array(arena, report->periods.count + 1, sizeof *points);
	size_t n = trend_points(report, domain, points), first = 0, last = n;

	while (first < n && isnan(points[first].value))
		first++;
	while (last > first && isnan(points[last - 1].value))
		last--;
	if (last == first)
		return;
	const struct chart_line line = { .points = points, .count = n, .style = 0, .label = "" };
	struct template_dict *item = template_section(page, K_CHART_ITEM);
	template_set(item, K_TITLE, report->domains.list[domain].title);
	chart_lines(item, K_CHART, arena, &(struct chart_lines){
		.size = CHART_SMALL,
		.title = arena_printf(arena, _("Trend of the regional mean: %s"), report->domains.list[domain].title),
		.description = arena_printf(arena, _("%s in %s, %s in %s."), points[first].text, points[first].when, points[last - 1].text,
			points[last - 1].when),
		.low = 0, .high = 100, .first = chart_time(report->periods.list[0].code),
		.last = chart_time(report->periods.list[report->periods.count - 1].code), .lines = &line, .count = 1,
		.printed = report->request->stands_alone });
}

static void show_trend_row(const struct report *report, struct template_dict *table, size_t domain)
{
	struct template_dict *row = template_section(table, K_TREND_ROW);
	const char *basis = NULL;

	template_set(row, K_TITLE, report->domains.list[domain].title);
	for (size_t i = 0; i < report->periods.count; i++) {
		const struct report_trend *trend = &report->trend[domain * report->periods.count + i];
		struct template_dict *cell = template_section(row, K_TREND_CELL);
		if (trend->there && basis != NULL && strcmp(basis, trend->basis) != 0)
			template_show(cell, K_PERIOD_BREAK);
		basis = trend->there ? trend->basis : basis;
		template_set(cell, K_TEXT, !trend->there ? "–" : !isnan(trend->mean) ?
			words_number(report->request->arena, trend->mean, 0) : strcmp(trend->status, "withheld") == 0 ? _("withheld") : _("no data"));
	}
}

void report_trends(const struct report *report, struct template_dict *page)
{
	if (report->periods.count < 2) {
		template_show(page, K_TREND_FIRST);
		return;
	}
	struct template_dict *part = template_section(page, K_TREND_TABLE);
	for (size_t i = 0; i < report->periods.count; i++)
		template_set(template_section(part, K_TREND_HEAD), K_PERIOD, report->periods.list[i].code);
	for (size_t d = 0; d < report->domains.count; d++) {
		show_chart(report, part, d);
		show_trend_row(report, part, d);
	}
}
