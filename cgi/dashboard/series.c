/* series: official series and their values; see series.h. */
#include "cgi/dashboard/series.h"

#include <math.h>
#include <string.h>

#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

enum err series_read(struct request *request, const char *target, const char *code, struct series_list *all, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_series);

	*all = (struct series_list){ .list = NULL };
	query_text(query, "target", target);
	query_text(query, "series", code);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		all->list = arena_grow(arena, all->list, all->count, sizeof *all->list);
		all->list[all->count++] = (struct series){
			.code = arena_strdup(arena, query_column_text(query, 0)), .indicator = arena_strdup(arena, query_column_text(query, 1)),
			.unit = arena_strdup(arena, query_column_is_null(query, 9) ? query_column_text(query, 2) : query_column_text(query, 9)),
			.direction = arena_strdup(arena, query_column_text(query, 3)), .neutral = strcmp(query_column_text(query, 3), "neutral") == 0,
			.goal_value = query_column_real(query, 4), .goal_year = query_column_int(query, 5), .base_year = query_column_int(query, 6),
			.target = arena_strdup(arena, query_column_text(query, 7)), .title = arena_strdup(arena, query_column_text(query, 8)),
			.natural_limit = query_column_real(query, 10),
			.superseded_by = query_column_is_null(query, 11) ? NULL : arena_strdup(arena, query_column_text(query, 11)),
		};
	}
	return query_end(query, error);
}

enum err series_values_read(struct request *request, const char *series, struct series_values *values, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_values);
	const char *dims = NULL, *participant = "", *vintage = "";

	*values = (struct series_values){ .list = NULL };
	query_text(query, "series", series);
	while (query_next(query)) {
		/* Rows come sorted, so the same text follows itself and is kept once. */
		if (dims == NULL || strcmp(dims, query_column_text(query, 0)) != 0)
			dims = arena_strdup(arena, query_column_text(query, 0));
		if (strcmp(participant, query_column_text(query, 1)) != 0)
			participant = arena_strdup(arena, query_column_text(query, 1));
		if (strcmp(vintage, query_column_text(query, 6)) != 0)
			vintage = arena_strdup(arena, query_column_text(query, 6));
		values->list = arena_grow(arena, values->list, values->count, sizeof *values->list);
		values->list[values->count++] = (struct series_value){
			.dims = dims, .participant = participant, .year = query_column_int(query, 2), .value = query_column_real(query, 3),
			.text = arena_strdup(arena, query_column_text(query, 4)), .nature = arena_strdup(arena, query_column_text(query, 5)),
			.vintage = vintage,
		};
	}
	return query_end(query, error);
}

void series_breakdowns(struct arena *arena, const struct dimensions *dimensions, const struct series_values *values, const char *main,
	struct names *found)
{
	size_t first = 0;

	*found = (struct names){ .list = NULL };
	for (size_t i = 0; i < values->count; i++) {
		if (i > 0 && values->list[i].dims == values->list[i - 1].dims)
			continue;
		found->list = arena_grow(arena, found->list, found->count, sizeof *found->list);
		if (main != NULL && strcmp(values->list[i].dims, main) == 0)
			first = found->count;
		found->list[found->count++] = (struct name){ .code = values->list[i].dims,
			.title = dimensions_text(arena, dimensions, values->list[i].dims) };
	}
	if (first > 0) {
		struct name name = found->list[first];
		memmove(&found->list[1], &found->list[0], first * sizeof name);
		found->list[0] = name;
	}
}

bool series_span(const struct series_values *values, const char *dims, int64_t *first, int64_t *last)
{
	bool any = false;

	for (size_t i = 0; i < values->count; i++) {
		int64_t year = values->list[i].year;
		if (strcmp(values->list[i].dims, dims) != 0)
			continue;
		*first = !any || year < *first ? year : *first;
		*last = !any || year > *last ? year : *last;
		any = true;
	}
	return any;
}

size_t series_points(struct arena *arena, const struct series_values *values, const char *dims, const char *participant, struct chart_point *points)
{
	size_t n = 0;

	for (size_t i = 0; i < values->count; i++) {
		const struct series_value *value = &values->list[i];
		if (strcmp(value->dims, dims) != 0 || strcmp(value->participant, participant) != 0 || isnan(value->value))
			continue;
		points[n] = (struct chart_point){ .at = (double)value->year, .value = value->value, .low = NAN, .high = NAN,
			.when = arena_printf(arena, "%lld", (long long)value->year), .text = words_source(arena, value->text),
			.gap = n > 0 && (double)value->year - points[n - 1].at > 1 };
		n++;
	}
	return n;
}

const struct chart_goal *series_goal(struct arena *arena, const struct series *series)
{
	struct chart_goal *goal;

	if (series->neutral || isnan(series->goal_value))
		return NULL;
	goal = arena_array(arena, 1, sizeof *goal);
	*goal = (struct chart_goal){ .value = series->goal_value, .when = (double)series->goal_year,
		.text = arena_printf(arena, _("Target: %s in %lld."), words_significant(arena, series->goal_value, 4), (long long)series->goal_year) };
	return goal;
}

void series_show_superseded(struct request *request, struct template_dict *part, const struct framework *framework, const char *target,
	const char *successor)
{
	struct template_dict *superseded = template_section(part, K_SUPERSEDED);

	template_set(superseded, K_CODE, successor);
	template_set(superseded, K_HREF, series_href(request, framework, target, successor));
}

void series_show(struct request *request, struct template_dict *part, const struct framework *framework, const struct series *series)
{
	template_set(part, K_CODE, series->code);
	template_set(part, K_NUMBER, series->indicator);
	template_set(part, K_TITLE, series->title);
	template_set(part, K_UNIT, series->unit);
	template_set(part, K_DIRECTION, words_direction(series->direction));
	template_set(part, K_HREF, series_href(request, framework, series->target, series->code));
	if (series->superseded_by != NULL)
		series_show_superseded(request, part, framework, series->target, series->superseded_by);
	if (series->neutral)
		return;
	if (isnan(series->goal_value)) {
		template_show(part, K_GOAL_NONE);
		return;
	}
	struct template_dict *goal = template_section(part, K_GOAL_VALUE);
	template_set(goal, K_VALUE, words_significant(request->arena, series->goal_value, 4));
	template_set_int(goal, K_YEAR, series->goal_year);
}

bool series_counts_victims(const struct series *series)
{
	return series->neutral && strcmp(series->indicator, "16.2.2") == 0;
}

const char *series_href(struct request *request, const struct framework *framework, const char *target, const char *code)
{
	return arena_printf(request->arena, "%s/%s/sdg/%s/%s", request->prefix, framework->code, target, code);
}
