/*
 * overview: the part of a page that shows one framework in one period: domains by participants, the region's spread, the
 * trend with its breaks, coverage, and what is missing. Used by the first page and by each framework's own.
 */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/explain.h"
#include "cgi/dashboard/figure.h"
#include "cgi/dashboard/map.h"
#include "cgi/dashboard/overview.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

struct cell {
	bool there;
	double score, change;
	int64_t n_scored, n_possible;
	const char *change_from;
};

struct trend {
	bool there;
	double mean;
	const char *status;
	const char *basis;
};

struct overview {
	struct request *request;
	const struct framework *framework;
	const struct periods *periods;
	size_t period;
	struct names domains;       /* "" first: all of them together */
	struct names participants;
	struct regional *regional;  /* by domain */
	struct cell *cells;         /* by domain, then participant */
	struct trend *trend;        /* by domain, then period */
	bool incomplete;            /* somebody has not reported all */
};

/* --- reading --- */

static enum err read_domains(struct overview *overview, struct error *error)
{
	struct arena *arena = overview->request->arena;
	struct query *query = database_query(overview->request->db, SNAPSHOT_overview_domains);

	query_text(query, "framework", overview->framework->code);
	query_text(query, "period", overview->periods->list[overview->period].code);
	query_text(query, "lang", overview->request->language);
	while (query_next(query)) {
		size_t n = overview->domains.count;
		overview->domains.list = arena_grow(arena, overview->domains.list, n, sizeof *overview->domains.list);
		overview->regional = arena_grow(arena, overview->regional, n, sizeof *overview->regional);
		overview->domains.list[n].code = arena_strdup(arena, query_column_text(query, 0));
		overview->domains.list[n].title = n == 0 ? _("All domains") : arena_strdup(arena, query_column_text(query, 1));
		overview->regional[n] = (struct regional){
			.there = !query_column_is_null(query, 10),
			.n_reporting = query_column_int(query, 2),
			.n_expected = query_column_int(query, 3),
			.mean = query_column_real(query, 4),
			.median = query_column_real(query, 5),
			.min = query_column_real(query, 6),
			.max = query_column_real(query, 7),
			.q1 = query_column_real(query, 8),
			.q3 = query_column_real(query, 9),
			.status = arena_strdup(arena, query_column_text(query, 10)),
		};
		overview->domains.count++;
	}
	return query_end(query, error);
}

static enum err read_scores(struct overview *overview, struct error *error)
{
	struct arena *arena = overview->request->arena;
	struct query *query = database_query(overview->request->db, SNAPSHOT_overview_scores);

	overview->cells = arena_array(arena, overview->domains.count * overview->participants.count + 1, sizeof *overview->cells);
	query_text(query, "framework", overview->framework->code);
	query_text(query, "period", overview->periods->list[overview->period].code);
	while (query_next(query)) {
		size_t domain = names_find(&overview->domains, query_column_text(query, 0));
		size_t participant = names_find(&overview->participants, query_column_text(query, 1));
		if (domain == overview->domains.count || participant == overview->participants.count)
			continue;
		overview->cells[domain * overview->participants.count + participant] = (struct cell){
			.there = true,
			.score = query_column_real(query, 2),
			.n_scored = query_column_int(query, 3),
			.n_possible = query_column_int(query, 4),
			.change = query_column_real(query, 5),
			.change_from = arena_strdup(arena, query_column_text(query, 6)),
		};
	}
	return query_end(query, error);
}

static enum err read_trend(struct overview *overview, struct error *error)
{
	struct arena *arena = overview->request->arena;
	struct query *query = database_query(overview->request->db, SNAPSHOT_overview_trend);

	overview->trend = arena_array(arena, overview->domains.count * overview->periods->count + 1, sizeof *overview->trend);
	query_text(query, "framework", overview->framework->code);
	while (query_next(query)) {
		size_t domain = names_find(&overview->domains, query_column_text(query, 0));
		size_t period = periods_find(overview->periods, query_column_text(query, 1));
		if (domain == overview->domains.count || period == overview->periods->count)
			continue;
		overview->trend[domain * overview->periods->count + period] = (struct trend){
			.there = true,
			.mean = query_column_real(query, 2),
			.status = arena_strdup(arena, query_column_text(query, 3)),
			.basis = arena_strdup(arena, query_column_text(query, 4)),
		};
	}
	return query_end(query, error);
}

/* --- the table --- */

static const char *why_no_region(struct overview *overview, const struct regional *regional)
{
	if (!regional->there)
		return _("not asked in this period");
	if (strcmp(regional->status, "withheld") == 0)
		return arena_printf(overview->request->arena, _("withheld: fewer than %lld governments"), (long long)overview->framework->minimum_reporting);
	return _("no data");
}

static const char *why_no_score(struct overview *overview, const struct cell *cell, const struct regional *regional)
{
	if (!regional->there)
		return _("not asked");
	if (cell->n_scored > 0)
		return arena_printf(overview->request->arena, _("too few answers: %lld of %lld"), (long long)cell->n_scored, (long long)cell->n_possible);
	return _("no data");
}

static void show_spread(struct overview *overview, struct template_dict *row, size_t domain)
{
	struct arena *arena = overview->request->arena;
	const struct regional *regional = &overview->regional[domain];
	size_t count = overview->participants.count;
	double *values = arena_array(arena, count + 1, sizeof *values);

	if (isnan(regional->min))
		return;
	for (size_t i = 0; i < count; i++) {
		const struct cell *cell = &overview->cells[domain * count + i];
		values[i] = cell->there ? cell->score : NAN;
	}
	chart_spread(row, K_SPREAD, arena, &(struct chart_spread){
		.title = arena_printf(arena, _("Spread in the region: %s"), overview->domains.list[domain].title),
		.description = arena_printf(arena, _("Lowest %s, median %s, highest %s."), words_number(arena, regional->min, 0),
			words_number(arena, regional->median, 0), words_number(arena, regional->max, 0)),
		.low = 0, .high = 100, .min = regional->min, .q1 = regional->q1, .median = regional->median, .q3 = regional->q3,
		.max = regional->max, .values = values, .count = count });
	template_set(row, K_SPREAD_WORDS, arena_printf(arena, "%s–%s", words_number(arena, regional->min, 0), words_number(arena, regional->max, 0)));
}

static size_t trend_points(struct overview *overview, size_t domain, struct chart_point *points)
{
	struct arena *arena = overview->request->arena;
	const char *basis = NULL;
	size_t n = 0;

	for (size_t i = 0; i < overview->periods->count; i++) {
		const struct trend *trend = &overview->trend[domain * overview->periods->count + i];
		if (!trend->there)
			continue;
		points[n++] = (struct chart_point){
			.at = chart_time(overview->periods->list[i].code), .value = trend->mean, .low = NAN, .high = NAN,
			.breaks = basis != NULL && strcmp(basis, trend->basis) != 0,
			.when = overview->periods->list[i].code, .text = words_number(arena, trend->mean, 0),
		};
		basis = trend->basis;
	}
	return n;
}

static void show_trend(struct overview *overview, struct template_dict *row, size_t domain)
{
	struct arena *arena = overview->request->arena;
	struct chart_point *points = arena_array(arena, overview->periods->count + 1, sizeof *points);
	size_t n = trend_points(overview, domain, points);
	size_t first = 0, last = n;

	while (first < n && isnan(points[first].value))
		first++;
	while (last > first && isnan(points[last - 1].value))
		last--;
	if (last == first)
		return;
	const struct chart_line line = { .points = points, .count = n, .style = 0, .label = "" };
	chart_lines(row, K_TREND, arena, &(struct chart_lines){
		.size = CHART_SPARK,
		.title = arena_printf(arena, _("Trend of the regional mean: %s"), overview->domains.list[domain].title),
		.description = arena_printf(arena, _("%s in %s, %s in %s."), points[first].text, points[first].when, points[last - 1].text,
			points[last - 1].when),
		.low = 0, .high = 100,
		.first = chart_time(overview->periods->list[0].code),
		.last = chart_time(overview->periods->list[overview->periods->count - 1].code),
		.lines = &line, .count = 1 });
}

/* The region's mean, which leads to how it came about. */
static void show_region(struct overview *overview, struct template_dict *row, size_t domain)
{
	struct request *request = overview->request;
	const struct regional *regional = &overview->regional[domain];
	int band = words_band(regional->there ? regional->mean : NAN);

	if (band < 0) {
		page_score(row, K_REGION, request, NAN, why_no_region(overview, regional));
		return;
	}
	struct template_dict *cell = template_include(row, K_REGION, "score_region.tpl");
	template_set_int(cell, K_BAND, band);
	template_set(cell, K_BAND_NAME, words_band_name(band));
	template_set(cell, K_SCORE, words_number(request->arena, regional->mean, 0));
	template_set(cell, K_HREF, explain_domain_href(request, overview->framework->code, overview->domains.list[domain].code,
		overview->periods->list[overview->period].code));
}

static void show_table(struct overview *overview, struct template_dict *part)
{
	struct request *request = overview->request;
	size_t count = overview->participants.count;

	const char *since = NULL;
	for (size_t i = 0; i < overview->domains.count * count && since == NULL; i++)
		since = overview->cells[i].change_from;
	if (since != NULL)
		template_set(template_section(part, K_SINCE), K_PERIOD, since);
	for (size_t i = 0; i < count; i++) {
		struct template_dict *head = template_section(part, K_HEAD);
		template_set(head, K_CODE, overview->participants.list[i].code);
		template_set(head, K_TITLE, overview->participants.list[i].title);
	}
	for (size_t domain = 0; domain < overview->domains.count; domain++) {
		const struct regional *regional = &overview->regional[domain];
		struct template_dict *row = template_section(part, K_ROW);
		template_show(row, domain == 0 ? K_ROW_ALL : K_ROW_DOMAIN);
		template_set(row, K_CODE, overview->domains.list[domain].code);
		template_set(row, K_TITLE, overview->domains.list[domain].title);
		show_region(overview, row, domain);
		show_spread(overview, row, domain);
		show_trend(overview, row, domain);
		for (size_t i = 0; i < count; i++) {
			const struct cell *cell = &overview->cells[domain * count + i];
			bool scored = cell->there && !isnan(cell->score);
			page_score_change(row, K_CELL_SCORE, request, scored ? cell->score : NAN,
				scored ? NULL : why_no_score(overview, cell, regional), scored ? cell->change : NAN, cell->change_from);
		}
	}
}

/* --- around the table --- */

static size_t show_breaks(struct overview *overview, struct template_dict *part)
{
	const struct periods *periods = overview->periods;
	struct template_dict *breaks = NULL;
	const char *list = "";
	size_t n = 0;

	for (size_t i = 1; i < periods->count; i++)
		if (strcmp(periods->list[i].basis, periods->list[i - 1].basis) != 0) {
			list = arena_printf(overview->request->arena, "%s%s%s", list, n > 0 ? ", " : "", periods->list[i].code);
			n++;
		}
	if (n == 0)
		return 0;
	breaks = template_section(part, K_BREAKS);
	template_printf(breaks, K_TEXT, i18n_plural("%lu break in series: %s.", "%lu breaks in series: %s.", n), (unsigned long)n, list);
	return n;
}

static void show_key_figures(struct overview *overview, struct template_dict *part)
{
	struct arena *arena = overview->request->arena;
	const struct period_row *period = &overview->periods->list[overview->period];
	const struct regional *all = &overview->regional[0];

	template_set(part, K_PERIOD, period->code);
	if (all->there && !isnan(all->mean)) {
		struct template_dict *mean = template_section(part, K_MEAN);
		template_set(mean, K_SCORE, words_number(arena, all->mean, 0));
		template_set(mean, K_BAND_NAME, words_band_name(words_band(all->mean)));
		template_set_int(mean, K_BAND, words_band(all->mean));
	}
	template_printf(part, K_REPORTING, _("%lld of %lld"), (long long)(all->there ? all->n_reporting : 0), (long long)period->n_expected);
	if (all->there && !isnan(all->min)) {
		struct template_dict *range = template_section(part, K_RANGE);
		template_printf(range, K_TEXT, "%s–%s", words_number(arena, all->min, 0), words_number(arena, all->max, 0));
		template_set(range, K_MEDIAN, words_number(arena, all->median, 0));
	}
	template_set(part, K_RELEASED, day_text(arena, period->released_at));
	template_printf(part, K_REPORT_HREF, "%s/%s/report?period=%s", overview->request->prefix, overview->framework->code, period->code);
}

static void show_trend_table(struct overview *overview, struct template_dict *part)
{
	const struct periods *periods = overview->periods;

	if (periods->count < 2)
		return;
	struct template_dict *table = template_section(part, K_TREND_TABLE);
	for (size_t i = 0; i < periods->count; i++) {
		struct template_dict *head = template_section(table, K_TREND_HEAD);
		template_set(head, K_PERIOD, periods->list[i].code);
		if (i > 0 && strcmp(periods->list[i].basis, periods->list[i - 1].basis) != 0)
			template_show(head, K_PERIOD_BREAK);
	}
	for (size_t domain = 0; domain < overview->domains.count; domain++) {
		struct template_dict *row = template_section(table, K_TREND_ROW);
		template_set(row, K_TITLE, overview->domains.list[domain].title);
		for (size_t i = 0; i < periods->count; i++) {
			const struct trend *trend = &overview->trend[domain * periods->count + i];
			const char *text = !trend->there ? _("not asked") : !isnan(trend->mean) ? words_number(overview->request->arena, trend->mean, 0) :
				strcmp(trend->status, "withheld") == 0 ? _("withheld") : _("no data");
			template_set(template_section(row, K_TREND_CELL), K_TEXT, text);
		}
	}
}

static enum err show_coverage(struct overview *overview, struct template_dict *part, struct error *error)
{
	struct query *query = database_query(overview->request->db, SNAPSHOT_overview_coverage);
	const char *silent = "";

	query_text(query, "framework", overview->framework->code);
	query_text(query, "period", overview->periods->list[overview->period].code);
	query_text(query, "lang", overview->request->language);
	while (query_next(query)) {
		struct template_dict *row = template_section(part, K_COVERAGE);
		int64_t reported = query_column_int(query, 2), not_available = query_column_int(query, 3),
			not_applicable = query_column_int(query, 4), expected = query_column_int(query, 5);
		template_set(row, K_CODE, query_column_text(query, 0));
		template_set(row, K_TITLE, query_column_text(query, 1));
		template_set_int(row, K_REPORTED, reported);
		template_set_int(row, K_NOT_AVAILABLE, not_available);
		template_set_int(row, K_NOT_APPLICABLE, not_applicable);
		template_set_int(row, K_NONE, expected - reported - not_available - not_applicable);
		template_set_int(row, K_EXPECTED, expected);
		if (expected > 0)
			template_set(template_section(row, K_BAR), K_LABEL, query_column_text(query, 1));
		overview->incomplete |= reported < expected;
		if (reported == 0) {
			template_set(template_section(part, K_SILENT), K_TITLE, query_column_text(query, 1));
			silent = arena_printf(overview->request->arena, "%s%s%s", silent, *silent != '\0' ? ", " : "", query_column_text(query, 1));
		}
	}
	if (*silent != '\0')
		overview_say(part, arena_printf(overview->request->arena, framework_is_whole(overview->framework) ?
			_("The source has no figure of: %s.") : _("No reported answer is shown here of: %s."), silent));
	else if (!overview->incomplete)
		overview_say(part, _("Every government answered every indicator."));
	return query_end(query, error);
}

/* What is missing, by government and reason. */
static enum err show_gaps(struct overview *overview, struct template_dict *part, struct error *error)
{
	struct query *query = database_query(overview->request->db, SNAPSHOT_overview_gaps);
	struct template_dict *gap = NULL, *group = NULL;
	size_t last = overview->participants.count;
	const char *last_why = NULL;

	query_text(query, "framework", overview->framework->code);
	query_text(query, "period", overview->periods->list[overview->period].code);
	query_text(query, "lang", overview->request->language);
	while (query_next(query)) {
		size_t participant = names_find(&overview->participants, query_column_text(query, 0));
		const char *status = query_column_text(query, 2);
		if (participant == overview->participants.count)
			continue;
		if (participant != last) {
			gap = template_section(part, K_GAP);
			template_set(gap, K_TITLE, overview->participants.list[participant].title);
			last_why = NULL;
		}
		last = participant;
		const char *why = status == NULL ? framework_no_answer(overview->framework) : strcmp(status, "reported") == 0 ? _("suppressed") : words_status(status);
		bool same = last_why != NULL && strcmp(why, last_why) == 0;
		if (!same) {
			group = template_section(gap, K_GAP_REASON);
			template_set(group, K_SEMICOLON, last_why != NULL ? "; " : "");
			template_set(group, K_WHY, why);
			last_why = arena_strdup(overview->request->arena, why);
		}
		struct template_dict *item = template_section(group, K_GAP_ITEM);
		page_links(item, overview->request, overview->framework);
		template_set(item, K_COMMA, same ? ", " : "");
		template_set(item, K_CODE, query_column_text(query, 1));
	}
	if (!overview->incomplete)
		template_show(part, K_COMPLETE);
	return query_end(query, error);
}

static enum err show_hidden(struct overview *overview, struct template_dict *part, struct error *error)
{
	struct query *query = database_query(overview->request->db, SNAPSHOT_overview_hidden);

	query_text(query, "framework", overview->framework->code);
	query_text(query, "period", overview->periods->list[overview->period].code);
	if (query_next(query) && query_column_int(query, 0) > 0)
		template_printf(template_section(part, K_HIDDEN), K_TEXT,
			i18n_plural("For %lu indicator there are answers that are not cleared for this audience; its page tells how many.",
				"For %lu indicators there are answers that are not cleared for this audience; their pages tell how many.",
				(unsigned long)query_column_int(query, 0)), (unsigned long)query_column_int(query, 0));
	return query_end(query, error);
}

enum err overview_part(struct request *request, struct template_dict *body, enum template_key key, const struct framework *framework,
	const struct periods *periods, size_t period, struct error *error)
{
	struct overview overview = { .request = request, .framework = framework, .periods = periods, .period = period };
	struct template_dict *part = template_include(body, key, "overview_part.tpl");
	enum err err;

	page_links(part, request, framework);
	template_set(part, K_FRAMEWORK_TITLE, framework->title);
	err = expected_read(request, framework->code, periods->list[period].code, &overview.participants, error);
	if (err == ERR_OK)
		err = read_domains(&overview, error);
	if (err == ERR_OK)
		err = read_scores(&overview, error);
	if (err == ERR_OK)
		err = read_trend(&overview, error);
	if (err != ERR_OK)
		return err;
	page_periods(part, K_PERIODS, request, periods, period, arena_printf(request->arena, "/%s/", framework->code));
	figure_links(request, part, K_CHART_LINKS, framework, &(struct figure_ref){ .kind = "bands", .code = "all",
		.period = periods->list[period].code });
	show_key_figures(&overview, part);
	show_breaks(&overview, part);
	err = overview_story(request, part, framework, &(struct story){ .period = period, .periods = periods, .domains = &overview.domains,
		.regional = overview.regional }, error);
	if (err == ERR_OK)
		err = overview_moves(request, part, framework, periods->list[period].code, error);
	if (err == ERR_OK)
		err = map_part(request, part, K_MAP, framework, periods->list[period].code, error);
	if (err != ERR_OK)
		return err;
	show_table(&overview, part);
	show_trend_table(&overview, part);
	template_set(part, K_NO_ANSWER, framework_no_answer(framework));
	template_show(part, framework_is_whole(framework) ? K_SOURCE_WHOLE : K_KEPT_BACK);
	if ((err = show_coverage(&overview, part, error)) == ERR_OK && (err = show_gaps(&overview, part, error)) == ERR_OK)
		err = show_hidden(&overview, part, error);
	return err;
}
