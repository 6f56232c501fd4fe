/* page_indicators: /{framework}/indicators/?q=words, the list by domain, each with the region's newest figure and its course. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/explain.h"
#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/fold.h"
#include "indicators/base/i18n.h"

/* The region's mean of an indicator in a period. */
struct mean {
	const char *indicator, *period, *status;
	int64_t version;
	double value;
};

struct means {
	struct mean *list; /* by indicator and period */
	size_t count;
};

static enum err read_means(struct request *request, const char *framework, struct means *means, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_indicator_means);

	*means = (struct means){ .list = NULL };
	query_text(query, "framework", framework);
	while (query_next(query)) {
		means->list = arena_grow(arena, means->list, means->count, sizeof *means->list);
		means->list[means->count++] = (struct mean){ .indicator = arena_strdup(arena, query_column_text(query, 0)),
			.period = arena_strdup(arena, query_column_text(query, 1)), .version = query_column_int(query, 2),
			.value = query_column_real(query, 3), .status = arena_strdup(arena, query_column_text(query, 4)) };
	}
	return query_end(query, error);
}

/* One indicator's part of them. */
static size_t means_of(const struct means *means, const char *indicator, const struct mean **first)
{
	size_t low = 0, high = means->count, end;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (strcmp(means->list[middle].indicator, indicator) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < means->count && strcmp(means->list[end].indicator, indicator) == 0; end++)
		;
	*first = means->list + low;
	return end - low;
}

/* The newest figure; a band where the indicator is judged, else the number. */
static void show_newest(struct request *request, struct template_dict *row, const struct framework *framework, const struct mean *mean,
	const char *type, bool banded)
{
	struct template_dict *newest = template_section(row, K_NEWEST);
	bool ok = strcmp(mean->status, "ok") == 0 && !isnan(mean->value);

	template_set(newest, K_PERIOD, mean->period);
	template_set(newest, K_HREF, explain_indicator_href(request, framework->code, mean->indicator, mean->period));
	if (ok && !banded) {
		template_set(template_section(newest, K_NEWEST_VALUE), K_TEXT, strcmp(type, "percent") == 0 ? words_value(request->arena, type, mean->value) :
			words_rounded(request->arena, mean->value, mean->value < 20 ? 2 : 1));
		return;
	}
	struct template_dict *band = template_section(newest, K_NEWEST_BAND);
	int number = ok ? words_band(mean->value) : -1;
	template_printf(band, K_CLASS, number >= 0 ? "band-%d" : strcmp(mean->status, "withheld") == 0 ? "band-hidden" : "band-none", number);
	template_set(band, K_SCORE, ok ? words_number(request->arena, mean->value, 0) : "");
	template_set(band, K_TEXT, ok ? words_band_name(number) : strcmp(mean->status, "withheld") == 0 ? _("withheld") : _("no score"));
}

static void show_course(struct request *request, struct template_dict *row, const struct mean *first, size_t count, const char *type, bool banded)
{
	struct arena *arena = request->arena;
	struct chart_point *points = arena_array(arena, count + 1, sizeof *points);
	double most = 0;
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		bool ok = strcmp(first[i].status, "ok") == 0 && isfinite(first[i].value);
		if (!ok)
			continue;
		points[n] = (struct chart_point){ .at = chart_time(first[i].period), .value = first[i].value, .low = NAN, .high = NAN,
			.breaks = i > 0 && first[i].version != first[i - 1].version, .gap = n > 0 && i > 0 && points[n - 1].when != first[i - 1].period,
			.when = first[i].period, .text = words_rounded(arena, first[i].value, banded ? 0 : 1) };
		most = fmax(most, first[i].value);
		n++;
	}
	if (n == 0)
		return;
	const struct chart_line line = { .points = points, .count = n, .style = 0, .label = "" };
	chart_lines(row, K_TREND, arena, &(struct chart_lines){
		.size = CHART_SPARK, .title = arena_printf(arena, _("The region’s mean of %s"), first->indicator),
		.description = arena_printf(arena, _("%s in %s, %s in %s."), points[0].text, points[0].when, points[n - 1].text, points[n - 1].when),
		.low = 0, .high = banded || strcmp(type, "percent") == 0 ? 100 : most > 0 ? most : 1, .lines = &line, .count = 1 });
}

/* Columns of the statement indicator_list. */
enum { LIST_CODE, LIST_VERSION, LIST_CURRENT, LIST_DOMAIN, LIST_TYPE, LIST_UNIT, LIST_DIRECTION, LIST_FIRST, LIST_LAST, LIST_TITLE };

static void show_indicator(struct request *request, struct template_dict *domain, const struct framework *framework, struct query *query,
	const struct means *means)
{
	struct template_dict *row = template_section(domain, K_INDICATOR);
	const char *first = query_column_text(query, LIST_FIRST), *last = query_column_text(query, LIST_LAST);
	const char *type = query_column_text(query, LIST_TYPE), *direction = query_column_text(query, LIST_DIRECTION);
	const struct mean *figures;
	size_t count = means_of(means, query_column_text(query, LIST_CODE), &figures);
	bool banded = indicator_is_banded(type, direction);

	template_set(row, K_CODE, query_column_text(query, LIST_CODE));
	template_set(row, K_TITLE, query_column_text(query, LIST_TITLE));
	template_set(row, K_TYPE, words_type(type));
	template_set(row, K_DIRECTION, words_direction(direction));
	if (first != NULL || last != NULL)
		template_printf(template_section(row, K_IN_FORCE), K_TEXT, "%s–%s", first != NULL ? first : "", last != NULL ? last : "");
	if (query_column_int(query, LIST_CURRENT) == 0)
		template_show(row, K_RETIRED);
	if (count == 0) {
		template_show(row, K_NEWEST_NONE);
		return;
	}
	show_newest(request, row, framework, &figures[count - 1], type, banded);
	show_course(request, row, figures, count, type, banded);
}

static void show_filter(struct template_dict *page, const char *words, size_t shown, size_t all)
{
	template_set(page, K_Q_WORDS, words);
	if (*words == '\0')
		return;
	template_show(page, K_Q_ALL);
	if (shown > 0)
		template_printf(template_section(page, K_Q_SOME), K_TEXT, _("%zu of %zu indicators have these words."), shown, all);
	else
		template_printf(template_section(page, K_Q_NONE), K_TEXT, _("None of the %zu indicators has all of these words."), all);
}

enum err page_indicators(struct request *request, struct response *response, struct error *error)
{
	const char *words = request_text(request, "q"), *folded = fold_text(request->arena, words);
	struct framework framework;
	struct names domains;
	struct means means;
	size_t shown = 0, all = 0;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = domains_read(request, framework.code, &domains, error)) != ERR_OK || (err = read_means(request, framework.code, &means, error)) != ERR_OK)
		return err;
	struct template_dict *page = page_new(request, response, "indicators.tpl",
		arena_printf(request->arena, _("Indicators: %s"), framework.title), &framework);
	struct query *query = database_query(request->db, SNAPSHOT_indicator_list);
	struct template_dict *domain = NULL;
	size_t last = domains.count;
	query_text(query, "framework", framework.code);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		size_t at = names_find(&domains, query_column_text(query, LIST_DOMAIN));
		const char *title = names_title(&domains, query_column_text(query, LIST_DOMAIN));
		all++;
		if (!fold_has_words(request->arena, fold_text(request->arena, arena_printf(request->arena, "%s %s %s", query_column_text(query, LIST_CODE),
			query_column_text(query, LIST_TITLE), title)), folded))
			continue;
		if (domain == NULL || at != last) {
			domain = template_section(page, K_DOMAIN);
			template_set(domain, K_CODE, query_column_text(query, LIST_DOMAIN));
			template_set(domain, K_TITLE, title);
			if (means.count > 0)
				template_printf(template_section(domain, K_DOMAIN_TRENDS), K_HREF, "%s/%s/compare?domain=%s", request->prefix, framework.code,
					query_column_text(query, LIST_DOMAIN));
		}
		last = at;
		shown++;
		show_indicator(request, domain, &framework, query, &means);
	}
	show_filter(page, words, shown, all);
	return query_end(query, error);
}
