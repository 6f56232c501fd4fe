/* figure_official: an official series, one line for each participant. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/figure_kind.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

struct value {
	const char *dims, *participant, *text, *vintage;
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

	*values = (struct values){ .list = NULL };
	query_text(query, "series", series);
	while (query_next(query)) {
		values->list = list_grow(arena, values->list, values->count, sizeof *values->list);
		values->list[values->count++] = (struct value){ .dims = arena_strdup(arena, query_column_text(query, 0)),
			.participant = arena_strdup(arena, query_column_text(query, 1)), .year = query_column_int(query, 2),
			.value = query_column_real(query, 3), .text = arena_strdup(arena, query_column_text(query, 4)),
			.vintage = arena_strdup(arena, query_column_text(query, 6)) };
	}
	return query_end(query, error);
}

/* The breakdown that was asked for, or the one nearest to a total; refuses an unknown one. */
static void find_dims(struct request *request, struct figure *figure, const struct values *values, const struct dimensions *dimensions)
{
	const char *asked = figure->ref.dims;
	struct names found = { .list = NULL };
	size_t best = SIZE_MAX;

	for (size_t i = 0; i < values->count; i++) {
		const char *dims = values->list[i].dims;
		if (names_find(&found, dims) < found.count)
			continue;
		found.list = list_grow(request->arena, found.list, found.count, sizeof *found.list);
		found.list[found.count++] = (struct name){ .code = dims, .title = dimensions_text(request->arena, dimensions, dims) };
		size_t depth = dimensions_depth(request->arena, dimensions, dims);
		if (asked == NULL && depth < best) {
			best = depth;
			figure->ref.dims = dims;
		}
	}
	if (found.count == 0)
		figure_refuse(figure, "code", _("The series has no values for these governments."), (struct names){ .list = NULL });
	else if (asked != NULL && names_find(&found, asked) == found.count)
		figure_refuse(figure, "dims", arena_printf(request->arena, _("The series %s has no breakdown “%s”."), figure->ref.code, asked), found);
}

static void fill_lines(struct request *request, struct figure *figure, const struct values *values, const struct names *participants)
{
	struct arena *arena = request->arena;
	struct chart_line *lines = arena_array(arena, participants->count + 1, sizeof *lines);
	const char *description = "";
	size_t drawn = 0;

	for (size_t p = 0; p < participants->count; p++) {
		struct chart_point *points = arena_array(arena, values->count + 1, sizeof *points);
		size_t n = 0;
		for (size_t i = 0; i < values->count; i++) {
			const struct value *value = &values->list[i];
			if (strcmp(value->dims, figure->ref.dims) != 0 || strcmp(value->participant, participants->list[p].code) != 0 || isnan(value->value))
				continue;
			points[n] = (struct chart_point){ .at = (double)value->year, .value = value->value, .low = NAN, .high = NAN,
				.when = arena_printf(arena, "%lld", (long long)value->year), .text = words_source(arena, value->text),
				.gap = n > 0 && (double)value->year - points[n - 1].at > 1 };
			figure->notes |= points[n].gap ? NOTE_GAP : 0;
			n++;
		}
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

static void fill_table(struct request *request, struct figure *figure, const struct values *values, const struct names *participants)
{
	int64_t first = INT64_MAX, last = INT64_MIN;

	for (size_t i = 0; i < values->count; i++) {
		if (strcmp(values->list[i].dims, figure->ref.dims) != 0)
			continue;
		first = values->list[i].year < first ? values->list[i].year : first;
		last = values->list[i].year > last ? values->list[i].year : last;
	}
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

/* Title, unit and target of the series; refuses an unknown one. */
static enum err read_series(struct request *request, struct figure *figure, const char **unit, const char **target, struct chart_goal *goal,
	struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_series_one);
	struct names all = { .list = NULL };

	query_text(query, "series", figure->ref.code);
	query_text(query, "lang", request->language);
	if (query_next(query)) {
		*target = arena_strdup(arena, query_column_text(query, 7));
		figure->title = arena_strdup(arena, query_column_text(query, 8));
		/* What is not judged has no target. */
		bool neutral = strcmp(query_column_text(query, 3), "neutral") == 0;
		*goal = (struct chart_goal){ .value = neutral ? NAN : query_column_real(query, 4), .when = (double)query_column_int(query, 5) };
		if (!isnan(goal->value))
			goal->text = arena_printf(arena, _("Target: %s in %lld."), words_significant(arena, goal->value, 4), (long long)goal->when);
		*unit = query_column_is_null(query, 9) ? "" : arena_strdup(arena, query_column_text(query, 9));
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK || figure->title != NULL)
		return err;
	query = database_query(request->db, SNAPSHOT_figure_series_list);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		all.list = list_grow(arena, all.list, all.count, sizeof *all.list);
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
	struct chart_goal *goal = arena_array(arena, 1, sizeof *goal);
	struct names participants;
	struct values values;
	const char *unit = "", *target = "", *vintage = "";
	enum err err = read_series(request, figure, &unit, &target, goal, error);

	(void)framework;
	if (err != ERR_OK || figure->refused != NULL)
		return err;
	if ((err = read_values(request, figure->ref.code, &values, error)) != ERR_OK || (err = dimensions_read(request, &dimensions, error)) != ERR_OK ||
		(err = participants_read(request, &participants, error)) != ERR_OK)
		return err;
	find_dims(request, figure, &values, &dimensions);
	if (figure->refused != NULL)
		return ERR_OK;
	fill_lines(request, figure, &values, &participants);
	if (!isnan(goal->value) && goal->text != NULL) {
		figure->lines.goal = goal;
		figure->notes |= NOTE_GOAL;
		figure->description = arena_printf(arena, "%s %s", figure->description, goal->text);
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
	figure->subtitle = arena_printf(arena, "%s · %s%s%s", figure->ref.code, unit, *what != '\0' ? " · " : "", what);
	figure->source = arena_printf(arena, _("UN SDG Global Database, United Nations Statistics Division, vintage %s, CC BY 4.0"), vintage);
	figure->page = arena_printf(arena, "sdg/%s#%s", target, figure->ref.code);
	figure->data = arena_printf(arena, "sdg/%s.csv", target);
	return ERR_OK;
}
