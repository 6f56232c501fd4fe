/* figure_official: an official series, one line for each participant. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/figure_kind.h"
#include "cgi/dashboard/series.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* The breakdown that was asked for, or the one nearest to a total; refuses an unknown one. */
static void find_dims(struct request *request, struct figure *figure, const struct series_values *values, const struct dimensions *dimensions)
{
	const char *asked = figure->ref.dims;
	struct names found;
	size_t best = SIZE_MAX;

	series_breakdowns(request->arena, dimensions, values, NULL, &found);
	for (size_t i = 0; i < found.count && asked == NULL; i++) {
		size_t depth = dimensions_depth(request->arena, dimensions, found.list[i].code);
		if (depth >= best)
			continue;
		best = depth;
		figure->ref.dims = found.list[i].code;
	}
	if (found.count == 0)
		figure_refuse(figure, "code", _("The series has no values for these governments."), (struct names){ .list = NULL });
	else if (asked != NULL && names_find(&found, asked) == found.count)
		figure_refuse(figure, "dims", arena_printf(request->arena, _("The series %s has no breakdown “%s”."), figure->ref.code, asked), found);
}

static void fill_lines(struct request *request, struct figure *figure, const struct series_values *values, const struct names *participants)
{
	struct arena *arena = request->arena;
	struct chart_line *lines = arena_array(arena, participants->count + 1, sizeof *lines);
	const char *description = "";
	size_t drawn = 0;

	for (size_t p = 0; p < participants->count; p++) {
		struct chart_point *points = arena_array(arena, values->count + 1, sizeof *points);
		size_t n = series_points(arena, values, figure->ref.dims, participants->list[p].code, points);
		for (size_t i = 0; i < n; i++)
			figure->notes |= points[i].gap ? NOTE_GAP : 0;
		if (n == 0)
			continue;
		lines[drawn++] = (struct chart_line){ .points = points, .count = n, .style = (int)(p % 8), .label = participants->list[p].code };
		description = arena_printf(arena, "%s%s%s: %s", description, *description != '\0' ? " " : "", participants->list[p].title, arena_printf(arena,
			_("%s in %s, %s in %s."), points[0].text, points[0].when, points[n - 1].text, points[n - 1].when));
	}
	figure->form = FIGURE_LINES;
	figure->lines = (struct chart_lines){ .lines = lines, .count = drawn };
	figure->description = description;
}

static void fill_table(struct request *request, struct figure *figure, const struct series_values *values, const struct names *participants)
{
	int64_t first = 0, last = -1;

	series_span(values, figure->ref.dims, &first, &last);
	/* Sources write years; a span that no series has would be an error in the data. */
	size_t rows = last >= first && last - first < 300 ? (size_t)(last - first + 1) : 0;
	figure_table_begin(request, figure, participants->count + 1, rows, true);
	figure->table.heads[0] = _("Year");
	for (size_t p = 0; p < participants->count; p++)
		figure->table.heads[p + 1] = participants->list[p].title;
	for (size_t row = 0; row < rows; row++) {
		figure_table_set(figure, row, 0, arena_printf(request->arena, "%lld", (long long)(first + (int64_t)row)));
		for (size_t p = 0; p < participants->count; p++)
			figure_table_set(figure, row, p + 1, "–");
	}
	for (size_t i = 0; i < values->count && rows > 0; i++) {
		size_t p = names_find(participants, values->list[i].participant);
		if (p < participants->count && strcmp(values->list[i].dims, figure->ref.dims) == 0)
			figure_table_set(figure, (size_t)(values->list[i].year - first), p + 1, words_source(request->arena, values->list[i].text));
	}
}

/* Refuses an unknown one with those that there are. */
static enum err read_series(struct request *request, struct figure *figure, struct series *series, struct error *error)
{
	struct arena *arena = request->arena;
	struct series_list found;
	struct names all = { .list = NULL };
	enum err err = series_read(request, NULL, figure->ref.code, &found, error);

	if (err != ERR_OK)
		return err;
	if (found.count > 0) {
		*series = found.list[0];
		figure->title = series->title;
		return ERR_OK;
	}
	struct query *query = database_query(request->db, SNAPSHOT_figure_series_list);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		all.list = arena_grow(arena, all.list, all.count, sizeof *all.list);
		all.list[all.count++] = (struct name){ .code = arena_strdup(arena, query_column_text(query, 0)),
			.title = arena_printf(arena, "%s — %s", query_column_text(query, 0), query_column_text(query, 1)) };
	}
	figure_refuse(figure, "code", arena_printf(arena, _("There is no official series “%s”."), figure->ref.code), all);
	return query_end(query, error);
}

enum err figure_official(struct request *request, const struct framework *framework, struct figure *figure, struct error *error)
{
	struct arena *arena = request->arena;
	struct dimensions dimensions;
	struct names participants;
	struct series_values values;
	struct series series;
	const char *vintage = "";
	enum err err = read_series(request, figure, &series, error);

	(void)framework;
	if (err != ERR_OK || figure->refused != NULL)
		return err;
	if ((err = series_values_read(request, series.code, &values, error)) != ERR_OK || (err = dimensions_read(request, &dimensions, error)) != ERR_OK ||
		(err = participants_read(request, &participants, error)) != ERR_OK)
		return err;
	find_dims(request, figure, &values, &dimensions);
	if (figure->refused != NULL)
		return ERR_OK;
	fill_lines(request, figure, &values, &participants);
	figure->lines.goal = series_goal(arena, &series);
	if (figure->lines.goal != NULL) {
		figure->notes |= NOTE_GOAL;
		figure->description = arena_printf(arena, "%s %s", figure->description, figure->lines.goal->text);
	}
	fill_table(request, figure, &values, &participants);
	if (figure->lines.count > 1) {
		struct names *names = arena_array(arena, 1, sizeof *names);
		*names = participants;
		figure->line_names = names;
	}
	for (size_t i = 0; i < values.count; i++)
		vintage = strcmp(values.list[i].dims, figure->ref.dims) == 0 ? values.list[i].vintage : vintage;
	const char *what = dimensions_text(arena, &dimensions, figure->ref.dims);
	figure->subtitle = arena_printf(arena, "%s · %s%s%s", figure->ref.code, series.unit, *what != '\0' ? " · " : "", what);
	figure->source = arena_printf(arena, _("UN SDG Global Database, United Nations Statistics Division, vintage %s, CC BY 4.0"), vintage);
	figure->page = arena_printf(arena, "sdg/%s/%s", series.target, series.code);
	figure->data = arena_printf(arena, "sdg/%s/%s.csv", series.target, series.code);
	return ERR_OK;
}
