/* sdg_series: one official series on the page of its target; see sdg.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/figure.h"
#include "cgi/dashboard/sdg.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

struct value {
	const char *dims, *participant, *text, *nature, *vintage;
	int64_t year;
	double value;
};

struct values {
	struct value *list;
	size_t count;
};

static enum err read_values(struct request *request, const char *series, struct values *values, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_values);
	const char *dims = "", *participant = "", *vintage = "";

	*values = (struct values){ .list = NULL };
	query_text(query, "series", series);
	while (query_next(query)) {
		/* Rows come sorted, so the same text follows itself and is kept once. */
		if (strcmp(dims, query_column_text(query, 0)) != 0)
			dims = arena_strdup(arena, query_column_text(query, 0));
		if (strcmp(participant, query_column_text(query, 1)) != 0)
			participant = arena_strdup(arena, query_column_text(query, 1));
		if (strcmp(vintage, query_column_text(query, 6)) != 0)
			vintage = arena_strdup(arena, query_column_text(query, 6));
		values->list = list_grow(arena, values->list, values->count, sizeof *values->list);
		values->list[values->count++] = (struct value){
			.dims = dims, .participant = participant, .year = query_column_int(query, 2), .value = query_column_real(query, 3),
			.text = arena_strdup(arena, query_column_text(query, 4)), .nature = arena_strdup(arena, query_column_text(query, 5)),
			.vintage = vintage,
		};
	}
	return query_end(query, error);
}

static const struct sdg_line *line_of(const struct sdg_view *view, const char *series)
{
	for (size_t i = 0; i < view->lines.count; i++)
		if (strcmp(view->lines.list[i].series, series) == 0)
			return &view->lines.list[i];
	return NULL;
}

/* The breakdown that stands for the series of most participants. */
static const char *main_dims(const struct sdg_view *view, const struct sdg_series *series)
{
	const struct sdg_line *line = line_of(view, series->code);
	const char *main = "";
	size_t most = 0;

	for (size_t i = 0; line != NULL && i < view->participants.count; i++) {
		size_t n = 0;
		for (size_t j = 0; j < view->participants.count && line->verdicts[i].there; j++)
			n += line->verdicts[j].there && strcmp(line->verdicts[j].dims, line->verdicts[i].dims) == 0;
		if (n > most) {
			most = n;
			main = line->verdicts[i].dims;
		}
	}
	return main;
}

/* The breakdowns that there are, the main one first. */
static void find_breakdowns(struct request *request, const struct dimensions *dimensions, const struct values *values, const char *main,
	struct names *found)
{
	size_t first = 0;

	*found = (struct names){ .list = NULL };
	for (size_t i = 0; i < values->count; i++) {
		if (i > 0 && values->list[i].dims == values->list[i - 1].dims)
			continue;
		found->list = list_grow(request->arena, found->list, found->count, sizeof *found->list);
		if (strcmp(values->list[i].dims, main) == 0)
			first = found->count;
		found->list[found->count++] = (struct name){ .code = values->list[i].dims,
			.title = dimensions_text(request->arena, dimensions, values->list[i].dims) };
	}
	if (first > 0) {
		struct name name = found->list[first];
		memmove(&found->list[1], &found->list[0], first * sizeof name);
		found->list[0] = name;
	}
}

/* Years by participants; every cell with the nature of its value, and the vintage under the table. */
static void show_table(struct request *request, struct template_dict *part, const struct values *values, const char *dims,
	const struct names *participants, const struct names *natures)
{
	int64_t first = INT64_MAX, last = INT64_MIN;
	size_t from = values->count, to = 0;

	for (size_t i = 0; i < values->count; i++) {
		if (values->list[i].dims != dims)
			continue;
		from = i < from ? i : from;
		to = i + 1;
		first = values->list[i].year < first ? values->list[i].year : first;
		last = values->list[i].year > last ? values->list[i].year : last;
	}
	for (size_t i = 0; i < participants->count; i++)
		template_set(template_section(part, K_TABLE_HEAD), K_TITLE, participants->list[i].title);
	for (int64_t year = last; year >= first && to > 0; year--) {
		struct template_dict *row = NULL;
		const struct value **cells = arena_array(request->arena, participants->count + 1, sizeof *cells);
		for (size_t i = from; i < to; i++) {
			size_t at = values->list[i].year == year ? names_find(participants, values->list[i].participant) : participants->count;
			if (at == participants->count)
				continue;
			cells[at] = &values->list[i];
			if (row == NULL)
				row = template_section(part, K_TABLE_ROW);
		}
		if (row == NULL)
			continue;
		template_set_int(row, K_YEAR, year);
		for (size_t i = 0; i < participants->count; i++) {
			struct template_dict *cell = template_section(row, K_TABLE_CELL);
			if (cells[i] == NULL) {
				template_set(cell, K_TEXT, "–");
				continue;
			}
			template_set(cell, K_TEXT, words_source(request->arena, cells[i]->text));
			if (*cells[i]->nature != '\0') {
				struct template_dict *nature = template_section(cell, K_NATURE);
				template_set(nature, K_CODE, cells[i]->nature);
				template_set(nature, K_TITLE, names_title(natures, cells[i]->nature));
			}
		}
	}
	if (to > from)
		template_set(part, K_VINTAGE, values->list[from].vintage);
}

/* The points of one participant in one breakdown; the time that all of them span. */
static size_t points_of(struct arena *arena, const struct values *values, const char *dims, const char *participant,
	struct chart_point *points)
{
	size_t n = 0;

	for (size_t i = 0; i < values->count; i++) {
		const struct value *value = &values->list[i];
		if (value->dims != dims || strcmp(value->participant, participant) != 0 || isnan(value->value))
			continue;
		points[n] = (struct chart_point){ .at = (double)value->year, .value = value->value, .low = NAN, .high = NAN,
			.when = arena_printf(arena, "%lld", (long long)value->year), .text = words_source(arena, value->text),
			.gap = n > 0 && (double)value->year - points[n - 1].at > 1 };
		n++;
	}
	return n;
}

static void show_one_chart(struct request *request, struct template_dict *part, const struct chart_point *points, size_t n,
	const struct name *participant, const struct sdg_series *series, const struct chart_lines *common)
{
	struct arena *arena = request->arena;
	struct template_dict *item = template_section(part, K_CHART_ITEM);
	const struct chart_line line = { .points = points, .count = n, .style = 0, .label = participant->code };
	struct chart_lines chart = *common;

	template_set(item, K_TITLE, participant->title);
	chart.title = arena_printf(arena, "%s, %s (%s)", participant->title, series->title, series->unit);
	chart.description = n == 1 ? arena_printf(arena, _("%s in %s."), points[0].text, points[0].when) :
		arena_printf(arena, _("%s in %s, %s in %s."), points[0].text, points[0].when, points[n - 1].text, points[n - 1].when);
	if (chart.goal != NULL)
		chart.description = arena_printf(arena, "%s %s", chart.description, chart.goal->text);
	chart.lines = &line;
	chart.count = 1;
	chart_lines(item, K_CHART, arena, &chart);
}

/* A small chart for each participant, all on one scale, with the target where a number was agreed; none where there are fewer than two values. */
static bool show_charts(struct request *request, struct template_dict *part, const struct values *values, const char *dims,
	const struct names *participants, const struct sdg_series *series)
{
	struct arena *arena = request->arena;
	bool neutral = strcmp(series->direction, "neutral") == 0;
	struct chart_goal goal = { .value = series->goal_value, .when = (double)series->goal_year };
	struct chart_lines chart = { .size = CHART_SMALL, .low = 0, .high = 0, .first = INFINITY, .last = -INFINITY };
	const char *without = "";
	size_t total = 0;

	for (size_t i = 0; i < values->count; i++) {
		const struct value *value = &values->list[i];
		if (value->dims != dims || isnan(value->value))
			continue;
		chart.first = fmin(chart.first, (double)value->year);
		chart.last = fmax(chart.last, (double)value->year);
		chart.low = fmin(chart.low, value->value);
		chart.high = fmax(chart.high, value->value);
		total++;
	}
	if (total < 2)
		return false;
	if (!neutral && !isnan(goal.value)) {
		goal.text = arena_printf(arena, _("Target: %s in %lld."), words_significant(arena, goal.value, 4), (long long)series->goal_year);
		chart.goal = &goal;
		chart.last = fmax(chart.last, goal.when);
		chart.low = fmin(chart.low, goal.value);
		chart.high = fmax(chart.high, goal.value);
	}
	if (chart.high <= chart.low)
		chart.high = chart.low + 1;
	for (size_t p = 0; p < participants->count; p++) {
		struct chart_point *points = arena_array(arena, values->count + 1, sizeof *points);
		size_t n = points_of(arena, values, dims, participants->list[p].code, points);
		if (n > 0)
			show_one_chart(request, part, points, n, &participants->list[p], series, &chart);
		else
			without = arena_printf(arena, "%s%s%s", without, *without != '\0' ? ", " : "", participants->list[p].title);
	}
	if (*without != '\0')
		template_set(template_section(part, K_CHART_NONE), K_TEXT, without);
	return true;
}

static void show_progress(struct request *request, struct template_dict *part, const char *dims, const struct dimensions *dimensions,
	const struct sdg_view *view, const struct sdg_series *series)
{
	struct arena *arena = request->arena;
	const struct sdg_line *line = line_of(view, series->code);
	struct template_dict *table = NULL;

	for (size_t i = 0; line != NULL && i < view->participants.count; i++) {
		const struct sdg_verdict *verdict = &line->verdicts[i];
		const struct name *participant = &view->participants.list[i];
		if (!verdict->there)
			continue;
		if (table == NULL)
			table = template_section(part, K_PROGRESS);
		struct template_dict *row = template_section(table, K_PROGRESS_ROW);
		template_set(row, K_CODE, participant->code);
		template_set(row, K_TITLE, participant->title);
		if (strcmp(verdict->dims, dims) != 0)
			template_set(template_section(row, K_OTHER_DIMENSIONS), K_TEXT, dimensions_text(arena, dimensions, verdict->dims));
		template_set(row, K_BASE, isnan(verdict->base) ? "–" :
			arena_printf(arena, "%s (%lld)", words_significant(arena, verdict->zero_base ? 0 : verdict->base, 4), (long long)verdict->base_year));
		template_set(row, K_CURRENT, isnan(verdict->current) ? "–" :
			arena_printf(arena, "%s (%lld)", words_significant(arena, verdict->current, 4), (long long)verdict->year));
		sdg_show_verdict(request, row, K_CELL_VERDICT, verdict, view->framework, series->code, participant->code, NULL);
		sdg_show_notes(request, row, K_NOTE, verdict);
		if (*verdict->difference == '\0')
			continue;
		struct template_dict *why = template_section(row, K_WHY_DIFFER);
		template_set(why, K_SERIES_CODE, series->code);
		template_set(why, K_CODE, participant->code);
		template_set(why, K_TEXT, sdg_why_differ(arena, verdict));
	}
}

static enum err show_revisions(struct request *request, struct template_dict *part, const struct dimensions *dimensions,
	const struct names *participants, const struct sdg_series *series, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_revisions);
	struct template_dict *table = NULL;
	unsigned long n = 0;

	query_text(query, "series", series->code);
	while (query_next(query)) {
		const char *kind = query_column_text(query, 3);
		if (table == NULL)
			table = template_section(part, K_REVISIONS);
		n++;
		struct template_dict *row = template_section(table, K_REVISION);
		template_set(row, K_DIMENSIONS, dimensions_text(arena, dimensions, query_column_text(query, 0)));
		template_set(row, K_TITLE, names_title(participants, query_column_text(query, 1)));
		template_set_int(row, K_YEAR, query_column_int(query, 2));
		template_set(row, K_KIND, strcmp(kind, "revised") == 0 ? _("revised") : strcmp(kind, "dropped") == 0 ? _("dropped") : _("added"));
		template_set(row, K_OLD, query_column_is_null(query, 4) ? "–" : words_source(arena, arena_strdup(arena, query_column_text(query, 4))));
		template_set(row, K_NEW, query_column_is_null(query, 5) ? "–" : words_source(arena, arena_strdup(arena, query_column_text(query, 5))));
		template_printf(row, K_VINTAGES, "%s → %s", query_column_text(query, 6), query_column_text(query, 7));
	}
	if (table != NULL)
		template_printf(table, K_TEXT, i18n_plural("%lu value of its history was changed by the source between two vintages",
			"%lu values of its history were changed by the source between two vintages", n), n);
	return query_end(query, error);
}

enum err sdg_show_series(struct request *request, struct template_dict *page, const struct sdg_view *view,
	const struct dimensions *dimensions, const struct names *natures, const struct sdg_series *series, struct error *error)
{
	const struct names *participants = &view->participants;
	struct arena *arena = request->arena;
	struct template_dict *part = template_section(page, K_SERIES);
	struct values values;
	struct names breakdowns;
	bool neutral = strcmp(series->direction, "neutral") == 0;
	enum err err = read_values(request, series->code, &values, error);

	if (err != ERR_OK)
		return err;
	template_set(part, K_CODE, series->code);
	template_set(part, K_NUMBER, series->indicator);
	template_set(part, K_TITLE, series->title);
	template_set(part, K_UNIT, series->unit);
	template_set(part, K_DIRECTION, words_direction(series->direction));
	if (!neutral && !isnan(series->goal_value)) {
		struct template_dict *goal = template_section(part, K_GOAL_VALUE);
		template_set(goal, K_VALUE, words_significant(arena, series->goal_value, 4));
		template_set_int(goal, K_YEAR, series->goal_year);
	} else if (!neutral) {
		template_show(part, K_GOAL_NONE);
	}
	find_breakdowns(request, dimensions, &values, main_dims(view, series), &breakdowns);
	if (breakdowns.count == 0) {
		template_show(part, K_SERIES_EMPTY);
		return ERR_OK;
	}
	template_set(part, K_DIMENSIONS, breakdowns.list[0].title);
	if (show_charts(request, part, &values, breakdowns.list[0].code, participants, series))
		figure_links(request, part, K_CHART_LINKS, view->framework,
			&(struct figure_ref){ .kind = "official", .code = series->code, .dims = breakdowns.list[0].code });
	struct template_dict *main_table = template_section(part, K_MAIN_TABLE);
	show_table(request, main_table, &values, breakdowns.list[0].code, participants, natures);
	if (neutral)
		template_show(part, K_SERIES_NEUTRAL);
	show_progress(request, part, breakdowns.list[0].code, dimensions, view, series);
	for (size_t i = 1; i < breakdowns.count; i++) {
		struct template_dict *all = i == 1 ? template_section(part, K_BREAKDOWNS) : NULL;
		if (all != NULL)
			template_printf(all, K_TEXT, i18n_plural("%lu breakdown", "%lu breakdowns", (unsigned long)(breakdowns.count - 1)),
				(unsigned long)(breakdowns.count - 1));
		struct template_dict *table = template_section(part, K_BREAKDOWN);
		template_set(table, K_DIMENSIONS, breakdowns.list[i].title);
		show_table(request, table, &values, breakdowns.list[i].code, participants, natures);
	}
	return show_revisions(request, part, dimensions, participants, series, error);
}
