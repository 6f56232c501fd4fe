/*
 * page_explain_sdg: /{framework}/explain/sdg/{series}/{participant}?dims=…, both verdicts on one official series worked through.
 *
 * The verdicts are rows of the snapshot. The steps between are computed again from the snapshot's official values by the same
 * pure function (methods/progress.h). A neutral series has no verdict: here, and only here, the methods are asked what
 * they would say if a fall, or a rise, were wanted; the page says what that is worth.
 */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/series.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"
#include "indicators/methods/progress.h"

struct points {
	struct progress_point *list;
	size_t count;
};

static enum err read_points(struct request *request, struct template_dict *page, const char *participant, const char *dims,
	struct points *points, struct error *error)
{
	struct names natures;
	enum err err = natures_read(request, &natures, error);

	if (err != ERR_OK)
		return err;
	struct query *query = database_query(request->db, SNAPSHOT_explain_values);
	*points = (struct points){ .list = NULL };
	query_text(query, "series", request_text(request, "series"));
	query_text(query, "participant", participant);
	query_text(query, "dims", dims);
	while (query_next(query)) {
		points->list = arena_grow(request->arena, points->list, points->count, sizeof *points->list);
		points->list[points->count++] = (struct progress_point){ .year = (int)query_column_int(query, 0), .value = query_column_real(query, 1) };
		struct template_dict *row = template_section(page, K_POINT);
		template_set_int(row, K_YEAR, query_column_int(query, 0));
		template_set(row, K_VALUE, words_source(request->arena, arena_strdup(request->arena, query_column_text(query, 2))));
		template_set(row, K_NATURE_TITLE, names_title(&natures, query_column_text(query, 3)));
	}
	return query_end(query, error);
}

static const char *number(struct request *request, double value)
{
	return words_significant(request->arena, value, 5);
}

/* "≥ 0.95 · ≥ 0.60" in the reader's marks. */
static const char *thresholds(struct request *request, double first, double second, const char *rest)
{
	return arena_printf(request->arena, "≥ %s · ≥ %s%s", number(request, first), number(request, second), rest);
}

static void step(struct template_dict *part, enum template_key section, const char *label, const char *formula, const char *result)
{
	struct template_dict *row = template_section(part, section);

	template_set(row, K_LABEL, label);
	template_set(row, K_FORMULA, formula);
	template_set(row, K_VALUE, result);
}

/* 3a, step by step. */
static void show_open_sdg(struct request *request, struct template_dict *part, const struct progress *progress, bool wants_less)
{
	struct arena *arena = request->arena;
	int years = progress->current_year - progress->base_year;

	step(part, K_STEP_A, _("Growth a year"), arena_printf(arena, "(%s / %s)^(1 / %d) − 1", number(request, progress->current_value),
		number(request, progress->base_value), years), number(request, progress->growth));
	if (progress->method == 2) {
		step(part, K_STEP_A, _("Growth a year that leads to the target"), arena_printf(arena, "|(%s / %s)^(1 / %d) − 1|",
			number(request, progress->target), number(request, progress->base_value), progress->target_year - progress->base_year),
			number(request, progress->growth_needed));
		if (!isnan(progress->progress))
			step(part, K_STEP_A, "R", arena_printf(arena, "%s(%s) / %s", wants_less ? "−" : "", number(request, progress->growth),
				number(request, progress->growth_needed)), number(request, progress->progress));
		step(part, K_STEP_A, _("Thresholds"), thresholds(request, 0.95, 0.60, " · ≥ 0"), progress_status_title(progress->status));
	} else {
		step(part, K_STEP_A, "P", arena_printf(arena, "%s(%s)", wants_less ? "−" : "", number(request, progress->growth)),
			number(request, progress->progress));
		step(part, K_STEP_A, _("Thresholds, with C = 1 unless a natural limit is near"), thresholds(request, 0.015 * progress->natural_c, 0.005 * progress->natural_c, " · ≥ 0"), progress_status_title(progress->status));
	}
	if (!isnan(progress->score))
		step(part, K_STEP_A, _("Score, −5 to 5"), "", number(request, progress->score));
}

/* 3b, step by step. */
static void show_un_chart(struct request *request, struct template_dict *part, const struct progress *progress)
{
	struct arena *arena = request->arena;

	if (!isnan(progress->un2023_cagr))
		step(part, K_STEP_B, _("Growth a year"), arena_printf(arena, "(%s / %s)^(1 / %d) − 1", number(request, progress->current_value),
			number(request, progress->base_value), progress->current_year - progress->base_year), number(request, progress->un2023_cagr));
	if (!isnan(progress->un2023_expected))
		step(part, K_STEP_B, arena_printf(arena, _("Expected in %d"), progress->target_year), arena_printf(arena, "%s · (1 + %s)^(%d − %d)",
			number(request, progress->current_value), number(request, progress->un2023_cagr), progress->target_year, progress->current_year),
			number(request, progress->un2023_expected));
	if (!isnan(progress->un2023_ratio))
		step(part, K_STEP_B, _("Share of the way that will be gone by then"), arena_printf(arena, "(%s − %s) / (%s − %s)",
			number(request, progress->un2023_expected), number(request, progress->base_value),
			number(request, progress->zero_target ? 0 : progress->target), number(request, progress->base_value)),
			number(request, progress->un2023_ratio));
	step(part, K_STEP_B, _("Thresholds"), progress->method == 2 ?
		thresholds(request, 0.95, 0.10, "") : thresholds(request, 0.02, 0.005, ""),
		progress_class_title(progress->un2023_class));
}

static void show_verdicts(struct request *request, struct template_dict *page, const struct points *points, const struct series *series,
	enum score_direction direction, double target, const char *assumption)
{
	struct template_dict *part = template_section(page, K_ASSUMPTION);
	struct progress progress;
	struct progress_series asked = { .direction = direction, .target = target, .target_year = (int)series->goal_year,
		.limit = series->natural_limit, .base_year = (int)series->base_year };

	progress_compute(points->list, points->count, &asked, &progress);
	if (assumption != NULL)
		template_set(template_section(part, K_ASSUMPTION_TITLE), K_TEXT, assumption);
	if (progress.status == PROGRESS_NOT_AVAILABLE) {
		template_set(template_section(part, K_NOT_JUDGED), K_TEXT, progress_reason_title(progress.reason));
		return;
	}
	struct template_dict *worked = template_section(part, K_WORKED);
	template_set_int(worked, K_BASE_YEAR, progress.base_year);
	template_set(worked, K_BASE, number(request, progress.base_value));
	template_set_int(worked, K_CURRENT_YEAR, progress.current_year);
	template_set(worked, K_CURRENT, number(request, progress.current_value));
	if (!isnan(target)) {
		struct template_dict *goal = template_section(worked, K_GOAL_VALUE);
		template_set(goal, K_VALUE, number(request, target));
		template_set_int(goal, K_YEAR, progress.target_year);
	} else {
		template_show(worked, K_GOAL_NONE);
	}
	if (progress.zero_base || progress.zero_target)
		template_show(worked, K_ZERO);
	template_set(worked, K_VERDICT, progress_status_title(progress.status));
	template_set(worked, K_UN_CLASS, progress_class_title(progress.un2023_class));
	show_open_sdg(request, worked, &progress, direction == SCORE_DECREASE);
	show_un_chart(request, worked, &progress);
}

/* 404 that lists what there is for the series and participant. */
static enum err missing_dims(struct request *request, struct response *response, const struct framework *framework, const struct series *series,
	const char *participant, struct error *error)
{
	struct arena *arena = request->arena;
	struct dimensions dimensions;
	enum err err = dimensions_read(request, &dimensions, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *page = missing_page(request, response, arena_printf(arena, _("The official series %s has no values of that breakdown for %s."),
		series->code, participant), _("What there is:"));
	struct query *query = database_query(request->db, SNAPSHOT_explain_dims);
	query_text(query, "series", series->code);
	query_text(query, "participant", participant);
	while (query_next(query))
		missing_link(page, arena_printf(arena, "%s/%s/explain/sdg/%s/%s?dims=%s", request->prefix, framework->code, series->code, participant,
			query_column_text(query, 0)), arena_printf(arena, "%s %s", series->code,
			dimensions_text(arena, &dimensions, query_column_text(query, 0))));
	missing_link(page, series_href(request, framework, series->target, series->code), series->title);
	missing_link(page, arena_printf(arena, "%s/%s/sdg/%s", request->prefix, framework->code, series->target),
		arena_printf(arena, _("SDG target %s"), series->target));
	return query_end(query, error);
}

static enum err missing_series(struct request *request, struct response *response, const struct framework *framework)
{
	struct template_dict *page = missing_page(request, response,
		arena_printf(request->arena, _("There is no official series “%s” here."), request_text(request, "series")), _("All series stand on one page:"));

	missing_link(page, arena_printf(request->arena, "%s/%s/sdg/", request->prefix, framework->code), _("SDG targets"));
	return ERR_OK;
}

static enum err read_stored(struct request *request, struct template_dict *page, const char *participant, const char *dims, bool *there,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_progress);

	query_text(query, "series", request_text(request, "series"));
	query_text(query, "participant", participant);
	query_text(query, "dims", dims);
	*there = query_next(query);
	if (*there) {
		template_set(page, K_VINTAGE, query_column_text(query, 16));
		template_set(page, K_SOURCE, query_column_text(query, 17));
	}
	return query_end(query, error);
}

enum err page_explain_sdg(struct request *request, struct response *response, struct error *error)
{
	struct arena *arena = request->arena;
	const char *dims = request_text(request, "dims");
	struct framework framework;
	struct names participants;
	struct dimensions dimensions;
	struct series_list found;
	struct points points;
	bool there;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = participants_read(request, &participants, error)) != ERR_OK || (err = series_read(request, NULL, request_text(request, "series"), &found, error)) != ERR_OK ||
		(err = dimensions_read(request, &dimensions, error)) != ERR_OK)
		return err;
	size_t at = names_find(&participants, request_text(request, "participant"));
	if (at == participants.count)
		return missing_participant(request, response, &framework, error);
	if (found.count == 0)
		return missing_series(request, response, &framework);
	const struct series series = found.list[0];
	const struct name *participant = &participants.list[at];
	struct template_dict *page = page_new(request, response, "explain_sdg.tpl",
		arena_printf(arena, _("%s: how the verdict came about"), participant->title), &framework);
	if ((err = read_stored(request, page, participant->code, dims, &there, error)) != ERR_OK)
		return err;
	if (!there)
		return missing_dims(request, response, &framework, &series, participant->code, error);
	template_set(page, K_TITLE, series.title);
	template_set(page, K_CODE, series.code);
	template_set(page, K_NUMBER, series.indicator);
	template_set(page, K_UNIT, series.unit);
	template_set(page, K_TARGET_CODE, series.target);
	template_set(page, K_DIMENSIONS, dimensions_text(arena, &dimensions, dims));
	template_set(page, K_DIRECTION, words_direction(series.direction));
	template_set_int(page, K_METHOD_VERSION, PROGRESS_VERSION);
	if ((err = read_points(request, page, participant->code, dims, &points, error)) != ERR_OK)
		return err;
	if (series.neutral) {
		template_show(template_section(page, K_NEUTRAL), series_counts_victims(&series) ? K_NEUTRAL_VICTIMS : K_NEUTRAL_OTHER);
		show_verdicts(request, page, &points, &series, SCORE_DECREASE, 0, _("If a fall to 0 were wanted"));
		show_verdicts(request, page, &points, &series, SCORE_INCREASE, NAN, _("If a rise were wanted"));
	} else {
		show_verdicts(request, page, &points, &series, strcmp(series.direction, "decrease") == 0 ? SCORE_DECREASE : SCORE_INCREASE,
			series.goal_value, NULL);
	}
	return ERR_OK;
}
