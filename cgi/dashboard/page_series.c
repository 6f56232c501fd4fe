/* page_series: /{framework}/sdg/{target}/{series}, one official series: charts, verdicts, values by year, breakdowns, revisions. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/figure.h"
#include "cgi/dashboard/sdg.h"
#include "cgi/dashboard/series.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* Years by participants; every cell with the nature of its value, and the vintage under the table. */
static void show_table(struct request *request, struct template_dict *part, const struct series_values *values, const char *dims,
	const struct names *participants, const struct names *natures)
{
	int64_t first = 0, last = -1;
	size_t from = values->count, to = 0;

	for (size_t i = 0; i < values->count; i++) {
		if (strcmp(values->list[i].dims, dims) != 0)
			continue;
		from = i < from ? i : from;
		to = i + 1;
	}
	series_span(values, dims, &first, &last);
	for (size_t i = 0; i < participants->count; i++)
		template_set(template_section(part, K_TABLE_HEAD), K_TITLE, participants->list[i].title);
	for (int64_t year = last; year >= first && to > 0; year--) {
		struct template_dict *row = NULL;
		const struct series_value **cells = arena_array(request->arena, participants->count + 1, sizeof *cells);
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

static void show_one_chart(struct request *request, struct template_dict *part, const struct chart_point *points, size_t n,
	const struct name *participant, const struct series *series, const struct chart_lines *common)
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
static bool show_charts(struct request *request, struct template_dict *part, const struct series_values *values, const char *dims,
	const struct names *participants, const struct series *series)
{
	struct arena *arena = request->arena;
	struct chart_lines chart = { .size = CHART_SMALL, .low = 0, .high = 0, .first = INFINITY, .last = -INFINITY };
	const char *without = "";
	size_t total = 0;

	for (size_t i = 0; i < values->count; i++) {
		const struct series_value *value = &values->list[i];
		if (strcmp(value->dims, dims) != 0 || isnan(value->value))
			continue;
		chart.first = fmin(chart.first, (double)value->year);
		chart.last = fmax(chart.last, (double)value->year);
		chart.low = fmin(chart.low, value->value);
		chart.high = fmax(chart.high, value->value);
		total++;
	}
	if (total < 2)
		return false;
	chart.goal = series_goal(arena, series);
	if (chart.goal != NULL) {
		chart.last = fmax(chart.last, chart.goal->when);
		chart.low = fmin(chart.low, chart.goal->value);
		chart.high = fmax(chart.high, chart.goal->value);
	}
	if (chart.high <= chart.low)
		chart.high = chart.low + 1;
	for (size_t p = 0; p < participants->count; p++) {
		struct chart_point *points = arena_array(arena, values->count + 1, sizeof *points);
		size_t n = series_points(arena, values, dims, participants->list[p].code, points);
		if (n > 0)
			show_one_chart(request, part, points, n, &participants->list[p], series, &chart);
		else
			without = arena_printf(arena, "%s%s%s", without, *without != '\0' ? ", " : "", participants->list[p].title);
	}
	if (*without != '\0')
		template_set(template_section(part, K_CHART_NONE), K_TEXT, without);
	return true;
}

/* What is not judged has no verdicts that could differ. */
static struct template_dict *show_head(struct template_dict *part, const struct series *series)
{
	struct template_dict *table = template_section(part, K_PROGRESS);

	if (!series->neutral)
		template_show(table, K_JUDGED);
	return table;
}

static void show_progress(struct request *request, struct template_dict *part, const char *dims, const struct dimensions *dimensions,
	const struct sdg_view *view, const struct series *series)
{
	struct arena *arena = request->arena;
	const struct sdg_line *line = sdg_line_of(&view->lines, series->code);
	struct template_dict *table = NULL;

	for (size_t i = 0; line != NULL && i < view->participants.count; i++) {
		const struct sdg_verdict *verdict = &line->verdicts[i];
		const struct name *participant = &view->participants.list[i];
		if (!verdict->there)
			continue;
		if (table == NULL)
			table = show_head(part, series);
		struct template_dict *row = template_section(table, K_PROGRESS_ROW);
		template_set(row, K_CODE, participant->code);
		template_set(row, K_TITLE, participant->title);
		if (strcmp(verdict->dims, dims) != 0)
			template_set(template_section(row, K_OTHER_DIMENSIONS), K_TEXT, dimensions_text(arena, dimensions, verdict->dims));
		template_set(row, K_BASE, isnan(verdict->base) ? "–" :
			arena_printf(arena, "%s (%lld)", words_significant(arena, verdict->zero_base ? 0 : verdict->base, 4), (long long)verdict->base_year));
		template_set(row, K_CURRENT, isnan(verdict->current) ? "–" :
			arena_printf(arena, "%s (%lld)", words_significant(arena, verdict->current, 4), (long long)verdict->year));
		sdg_show_verdict(request, row, K_CELL_VERDICT, verdict, view->framework, series->code, participant->code, NULL, NULL);
		if (series->neutral)
			continue;
		struct template_dict *remarks = template_section(row, K_REMARKS);
		sdg_show_notes(request, remarks, K_NOTE, verdict);
		if (*verdict->difference == '\0')
			continue;
		struct template_dict *why = template_section(remarks, K_WHY_DIFFER);
		template_set(why, K_CODE, participant->code);
		template_set(why, K_TEXT, sdg_why_differ(arena, verdict));
	}
}

static enum err show_revisions(struct request *request, struct template_dict *part, const struct dimensions *dimensions,
	const struct names *participants, const struct series *series, struct error *error)
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
	else
		template_show(part, K_REVISIONS_NONE);
	return query_end(query, error);
}

static void show_breakdowns(struct template_dict *page, struct request *request, const struct series_values *values, const struct names *breakdowns,
	const struct names *participants, const struct names *natures, const struct series *series)
{
	struct template_dict *all;

	if (breakdowns->count < 2)
		return;
	all = template_section(page, K_BREAKDOWNS);
	template_printf(all, K_TEXT, i18n_plural("%lu breakdown", "%lu breakdowns", (unsigned long)(breakdowns->count - 1)),
		(unsigned long)(breakdowns->count - 1));
	for (size_t i = 1; i < breakdowns->count; i++) {
		struct template_dict *table = template_section(all, K_BREAKDOWN);
		template_set(table, K_DIMENSIONS, breakdowns->list[i].title);
		template_set(table, K_UNIT, series->unit);
		show_table(request, table, values, breakdowns->list[i].code, participants, natures);
	}
}

/* The other series of the target, for the way from one to the next. */
static void show_others(struct request *request, struct template_dict *page, const struct framework *framework, const struct series_list *all,
	const struct series *shown)
{
	struct template_dict *part = NULL;

	for (size_t i = 0; i < all->count; i++) {
		if (strcmp(all->list[i].code, shown->code) == 0)
			continue;
		if (part == NULL)
			part = template_section(page, K_OTHER_SERIES);
		struct template_dict *item = template_section(part, K_SERIES);
		template_set(item, K_TITLE, all->list[i].title);
		template_set(item, K_HREF, series_href(request, framework, all->list[i].target, all->list[i].code));
	}
}

/* The participants that the source has values of, for the columns of tables; of the others it is said that there are none. */
static void with_values(struct arena *arena, const struct series_values *values, const struct names *all, struct names *found)
{
	*found = (struct names){ .list = arena_array(arena, all->count + 1, sizeof *found->list) };
	for (size_t p = 0; p < all->count; p++) {
		bool any = false;
		for (size_t i = 0; i < values->count && !any; i++)
			any = strcmp(values->list[i].participant, all->list[p].code) == 0;
		if (any)
			found->list[found->count++] = all->list[p];
	}
}

static enum err show_values(struct request *request, struct template_dict *page, const struct sdg_view *view, const struct series *series,
	struct error *error)
{
	struct names breakdowns, natures, reporting;
	struct dimensions dimensions;
	struct series_values values;
	enum err err = series_values_read(request, series->code, &values, error);

	if (err != ERR_OK || (err = dimensions_read(request, &dimensions, error)) != ERR_OK || (err = natures_read(request, &natures, error)) != ERR_OK)
		return err;
	series_breakdowns(request->arena, &dimensions, &values, sdg_main_dims(view, series->code), &breakdowns);
	if (breakdowns.count == 0) {
		template_show(page, K_SERIES_EMPTY);
		return ERR_OK;
	}
	const char *main = breakdowns.list[0].code;
	with_values(request->arena, &values, &view->participants, &reporting);
	template_set(page, K_DIMENSIONS, breakdowns.list[0].title);
	struct template_dict *charts = template_section(page, K_CHARTS);
	if (show_charts(request, charts, &values, main, &view->participants, series))
		figure_links(request, charts, K_CHART_LINKS, view->framework,
			&(struct figure_ref){ .kind = "official", .code = series->code, .dims = main });
	show_progress(request, page, main, &dimensions, view, series);
	show_table(request, template_section(page, K_MAIN_TABLE), &values, main, &reporting, &natures);
	show_breakdowns(page, request, &values, &breakdowns, &reporting, &natures, series);
	return show_revisions(request, page, &dimensions, &view->participants, series, error);
}

/* --- what is not there --- */

/* The target's own series, and the page of this one where it belongs to another target. */
static enum err missing_series(struct request *request, struct response *response, const struct framework *framework,
	const struct series_list *all, struct error *error)
{
	const char *target = request_text(request, "target"), *code = request_text(request, "series");
	struct series_list elsewhere;
	enum err err = series_read(request, NULL, code, &elsewhere, error);
	struct template_dict *page = missing_page(request, response,
		arena_printf(request->arena, _("The SDG target %s has no official series “%s”."), target, code), _("What there is:"));

	if (err == ERR_OK && elsewhere.count > 0)
		missing_link(page, series_href(request, framework, elsewhere.list[0].target, code),
			arena_printf(request->arena, "%s %s", elsewhere.list[0].target, elsewhere.list[0].title));
	for (size_t i = 0; i < all->count; i++)
		missing_link(page, series_href(request, framework, target, all->list[i].code),
			arena_printf(request->arena, "%s — %s", all->list[i].code, all->list[i].title));
	missing_link(page, arena_printf(request->arena, "%s/%s/sdg/%s", request->prefix, framework->code, target),
		arena_printf(request->arena, _("SDG target %s"), target));
	return err;
}

static const struct series *find(const struct series_list *all, const char *code)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->list[i].code, code) == 0)
			return &all->list[i];
	return NULL;
}

enum err page_series(struct request *request, struct response *response, struct error *error)
{
	const char *vintages;
	struct framework framework;
	struct sdg_target target;
	struct sdg_view view;
	struct series_list all;
	enum err err = sdg_target_asked(request, response, &framework, &target, error);

	if (err != ERR_OK || target.code == NULL)
		return err;
	if ((err = series_read(request, target.code, NULL, &all, error)) != ERR_OK)
		return err;
	const struct series *series = find(&all, request_text(request, "series"));
	if (series == NULL)
		return missing_series(request, response, &framework, &all, error);
	if ((err = sdg_view_read(request, &framework, NULL, &view, error)) != ERR_OK || (err = sdg_vintages(request, &vintages, error)) != ERR_OK)
		return err;
	struct template_dict *page = page_new(request, response, "series.tpl", series->title, &framework);
	series_show(request, page, &framework, series);
	template_set(page, K_TARGET_CODE, target.code);
	template_set(page, K_TARGET_TITLE, target.title);
	template_set(page, K_VINTAGES, vintages);
	if (series->neutral)
		template_show(page, series_counts_victims(series) ? K_NEUTRAL_VICTIMS : K_NEUTRAL_OTHER);
	show_others(request, page, &framework, &all, series);
	return show_values(request, page, &view, series, error);
}
