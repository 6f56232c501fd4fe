/* indicator_trend: the indicator through time and beside official series; see indicator.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* A value of a participant in time, of this indicator or of a neighbour. */
struct moment {
	const char *participant, *period;
	const char *basis;     /* code and version: another one is another definition */
	double value;
};

struct moments {
	struct moment *list;
	size_t count;
};

static enum err read_moments(struct request *request, const char *framework, const char *code, bool scored, struct moments *moments,
	struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_indicator_trend);

	query_text(query, "framework", framework);
	query_text(query, "indicator", code);
	while (query_next(query)) {
		moments->list = list_grow(arena, moments->list, moments->count, sizeof *moments->list);
		moments->list[moments->count++] = (struct moment){
			.participant = arena_strdup(arena, query_column_text(query, 0)),
			.period = arena_strdup(arena, query_column_text(query, 1)),
			.basis = arena_printf(arena, "%s/%lld", code, (long long)query_column_int(query, 2)),
			.value = query_column_real(query, scored ? 4 : 3),
		};
	}
	return query_end(query, error);
}

enum err indicator_chain_read(struct request *request, const char *framework, const struct indicator *indicator, struct names *chain,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_indicator_generations);
	struct { const char *code; int64_t generation; } found[24];
	int in_generation[25] = { 0 };
	size_t n = 0;

	*chain = (struct names){ .list = NULL };
	query_text(query, "framework", framework);
	query_text(query, "indicator", indicator->code);
	while (query_next(query)) {
		int64_t generation = query_column_int(query, 1);
		if (n == sizeof found / sizeof *found || generation < -12 || generation > 12)
			continue;
		found[n].code = arena_strdup(request->arena, query_column_text(query, 0));
		found[n++].generation = generation;
		in_generation[generation + 12]++;
	}
	int64_t from = 0, to = 0;
	while (from > -12 && in_generation[from - 1 + 12] == 1)
		from--;
	while (to < 12 && in_generation[to + 1 + 12] == 1)
		to++;
	for (size_t i = 0; i < n; i++)
		if (found[i].generation >= from && found[i].generation <= to) {
			chain->list = list_grow(request->arena, chain->list, chain->count, sizeof *chain->list);
			chain->list[chain->count++] = (struct name){ .code = found[i].code, .title = found[i].generation < 0 ? "before" : "after" };
		}
	return query_end(query, error);
}

/* The points of one participant in order of time, by insertion: there are few. */
static size_t points_of(struct arena *arena, const struct moments *moments, const char *participant, const char *type, bool scored,
	struct chart_point *points, const char **bases)
{
	size_t n = 0;

	for (size_t i = 0; i < moments->count; i++) {
		const struct moment *moment = &moments->list[i];
		double at = chart_time(moment->period);
		if (strcmp(moment->participant, participant) != 0 || isnan(at))
			continue;
		size_t place = n++;
		while (place > 0 && points[place - 1].at > at) {
			points[place] = points[place - 1];
			bases[place] = bases[place - 1];
			place--;
		}
		points[place] = (struct chart_point){ .at = at, .value = moment->value, .low = NAN, .high = NAN, .when = moment->period,
			.text = scored ? words_number(arena, moment->value, 0) : words_value(arena, type, moment->value) };
		bases[place] = moment->basis;
	}
	for (size_t i = 1; i < n; i++) {
		points[i].breaks = strcmp(bases[i], bases[i - 1]) != 0;
		/* A period in which others have a value, and this one none, is a gap. */
		for (size_t j = 0; j < moments->count && !points[i].gap; j++) {
			double at = chart_time(moments->list[j].period);
			points[i].gap = at > points[i - 1].at && at < points[i].at;
		}
	}
	return n;
}

static void show_row(struct template_dict *row, const struct name *participant, const struct chart_point *points, size_t n)
{
	template_set(row, K_CODE, participant->code);
	template_set(row, K_TITLE, participant->title);
	for (size_t i = 0; i < n; i++) {
		struct template_dict *value = template_section(row, K_TREND_VALUE);
		template_set(value, K_WHEN, points[i].when);
		template_set(value, K_VALUE, points[i].text);
		if (points[i].breaks)
			template_show(value, K_VALUE_BREAK);
	}
}

enum err indicator_trends(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error)
{
	struct arena *arena = request->arena;
	bool scored = indicator_is_banded(indicator->type, indicator->direction);
	struct moments moments = { .list = NULL };
	struct names participants, chain;
	double first = INFINITY, last = -INFINITY, most = 0;
	enum err err = participants_read(request, &participants, error);

	if (err == ERR_OK)
		err = indicator_chain_read(request, framework->code, indicator, &chain, error);
	if (err == ERR_OK)
		err = read_moments(request, framework->code, indicator->code, scored, &moments, error);
	for (size_t i = 0; err == ERR_OK && i < chain.count; i++)
		err = read_moments(request, framework->code, chain.list[i].code, scored, &moments, error);
	if (err != ERR_OK || moments.count == 0)
		return err;
	for (size_t i = 0; i < moments.count; i++) {
		double at = chart_time(moments.list[i].period);
		first = fmin(first, at);
		last = fmax(last, at);
		most = fmax(most, moments.list[i].value);
	}
	struct template_dict *part = template_section(page, K_TRENDS);
	for (size_t i = 0; i < chain.count; i++) {
		struct template_dict *item = template_section(part, K_CHAIN);
		template_set(item, K_COMMA, i > 0 ? ", " : "");
		template_set(item, K_CODE, chain.list[i].code);
	}
	if (chain.count > 0)
		template_show(part, K_CHAINED);
	for (size_t i = 0; i < participants.count; i++) {
		struct chart_point *points = arena_array(arena, moments.count + 1, sizeof *points);
		const char **bases = arena_array(arena, moments.count + 1, sizeof *bases);
		size_t n = points_of(arena, &moments, participants.list[i].code, indicator->type, scored, points, bases);
		struct template_dict *item = template_section(part, K_TREND_ITEM);
		template_set(item, K_CODE, participants.list[i].code);
		template_set(item, K_TITLE, participants.list[i].title);
		if (n == 0) {
			template_show(item, K_TREND_EMPTY);
			continue;
		}
		const struct chart_line line = { .points = points, .count = n, .style = 0, .label = participants.list[i].code };
		chart_lines(item, K_TREND, arena, &(struct chart_lines){
			.size = CHART_SMALL,
			.title = arena_printf(arena, "%s, %s", participants.list[i].title, indicator->code),
			.description = arena_printf(arena, _("%s in %s, %s in %s."), points[0].text, points[0].when, points[n - 1].text, points[n - 1].when),
			.low = 0, .high = scored || strcmp(indicator->type, "percent") == 0 ? 100 : most > 0 ? most : 1, .first = first, .last = last, .lines = &line, .count = 1 });
		show_row(template_section(part, K_TREND_ROW), &participants.list[i], points, n);
	}
	return ERR_OK;
}

/* --- official series beside it --- */

struct official_row {
	int64_t year;
	const char **values;   /* by participant, NULL where there is none */
};

static enum err show_series(struct request *request, struct template_dict *part, const struct names *participants, const char *series,
	const char *dims, bool *any, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_indicator_official);
	struct template_dict *row = NULL;
	const char **cells = arena_array(arena, participants->count + 1, sizeof *cells);
	const char *vintage = "";
	int64_t year = 0;

	*any = false;
	query_text(query, "series", series);
	query_text(query, "dims", dims);
	bool more = query_next(query);
	while (more) {
		if (row == NULL || query_column_int(query, 1) != year) {
			year = query_column_int(query, 1);
			row = template_section(part, K_SERIES_ROW);
			template_set_int(row, K_YEAR, year);
			memset(cells, 0, participants->count * sizeof *cells);
		}
		size_t at = names_find(participants, query_column_text(query, 0));
		if (at < participants->count)
			cells[at] = words_source(arena, arena_strdup(arena, query_column_text(query, 2)));
		vintage = arena_strdup(arena, query_column_text(query, 4));
		*any = true;
		more = query_next(query);
		if (!more || query_column_int(query, 1) != year)
			for (size_t i = 0; i < participants->count; i++)
				template_set(template_section(row, K_SERIES_CELL), K_TEXT, cells[i] != NULL ? cells[i] : "–");
	}
	template_set(part, K_VINTAGE, vintage);
	return query_end(query, error);
}

enum err indicator_official(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_indicator_series);
	struct { const char *series, *dims, *title, *number, *target; } list[16];
	struct names participants;
	struct dimensions dimensions;
	size_t n = 0;
	enum err err;

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator->code);
	query_int(query, "version", indicator->version);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		if (n == sizeof list / sizeof *list)
			continue;
		list[n].series = arena_strdup(arena, query_column_text(query, 0));
		list[n].dims = arena_strdup(arena, query_column_text(query, 1));
		list[n].title = arena_strdup(arena, query_column_text(query, 2));
		list[n].number = arena_strdup(arena, query_column_text(query, 3));
		list[n++].target = arena_strdup(arena, query_column_text(query, 4));
	}
	if ((err = query_end(query, error)) != ERR_OK || n == 0)
		return err;
	if ((err = participants_read(request, &participants, error)) != ERR_OK || (err = dimensions_read(request, &dimensions, error)) != ERR_OK)
		return err;
	struct template_dict *all = template_section(page, K_OFFICIAL);
	for (size_t i = 0; i < n && err == ERR_OK; i++) {
		struct template_dict *part = template_section(all, K_SERIES);
		bool any;
		if (i == 0)
			template_show(part, K_SERIES_OPEN);
		template_set(part, K_TITLE, list[i].title);
		template_set(part, K_CODE, list[i].series);
		template_set(part, K_NUMBER, list[i].number);
		template_set(part, K_DIMENSIONS, dimensions_text(arena, &dimensions, list[i].dims));
		if (list[i].target != NULL)
			template_set(template_section(part, K_SERIES_TARGET), K_TARGET_CODE, list[i].target);
		for (size_t j = 0; j < participants.count; j++)
			template_set(template_section(part, K_SERIES_HEAD), K_TITLE, participants.list[j].title);
		err = show_series(request, part, &participants, list[i].series, list[i].dims, &any, error);
		template_show(part, any ? K_SERIES_FILLED : K_SERIES_EMPTY);
	}
	return err;
}
