/* progress: see progress.h. */
#include "indicators/methods/progress.h"

#include <math.h>

#include "indicators/base/i18n.h"

/* --- names --- */

const char *progress_status_name(enum progress_status status)
{
	static const char *const names[PROGRESS_STATUSES] = {
		[PROGRESS_TARGET_ACHIEVED] = "target_achieved",
		[PROGRESS_SUBSTANTIAL] = "substantial_progress",
		[PROGRESS_MODERATE] = "moderate_progress",
		[PROGRESS_LIMITED] = "limited_progress",
		[PROGRESS_DETERIORATION] = "deterioration",
		[PROGRESS_NOT_AVAILABLE] = "not_available",
	};

	return names[status];
}

const char *progress_status_title(enum progress_status status)
{
	static const char *const titles[PROGRESS_STATUSES] = {
		[PROGRESS_TARGET_ACHIEVED] = N_("Target achieved"),
		[PROGRESS_SUBSTANTIAL] = N_("Substantial progress"),
		[PROGRESS_MODERATE] = N_("Moderate progress"),
		[PROGRESS_LIMITED] = N_("Limited progress"),
		[PROGRESS_DETERIORATION] = N_("Deterioration"),
		[PROGRESS_NOT_AVAILABLE] = N_("Not available"),
	};

	return i18n_text(titles[status]);
}

const char *progress_class_title(int un2023_class)
{
	static const char *const titles[] = {
		N_("Not available"),
		N_("Stagnation or regression"),
		N_("Fair progress, but acceleration needed"),
		N_("On track or target met"),
	};

	return i18n_text(titles[un2023_class]);
}

const char *progress_reason_name(enum progress_reason reason)
{
	static const char *const names[PROGRESS_REASONS] = {
		[PROGRESS_NO_REASON] = "",
		[PROGRESS_NO_NUMBER] = "no_number",
		[PROGRESS_ONE_POINT] = "one_point",
		[PROGRESS_SIGN_CHANGE] = "sign_change",
		[PROGRESS_TWO_VALUES] = "two_values",
		[PROGRESS_NEUTRAL] = "neutral",
		[PROGRESS_PAST_TARGET] = "past_target",
	};

	return names[reason];
}

const char *progress_reason_title(enum progress_reason reason)
{
	static const char *const titles[PROGRESS_REASONS] = {
		[PROGRESS_NO_REASON] = "",
		[PROGRESS_NO_NUMBER] = N_("The source gives no number."),
		[PROGRESS_ONE_POINT] = N_("Fewer than two years have data since the base year."),
		[PROGRESS_SIGN_CHANGE] = N_("The values are not all on one side of zero, so there is no growth rate."),
		[PROGRESS_TWO_VALUES] = N_("The source gives two different values for one year."),
		[PROGRESS_NEUTRAL] = N_("This series is not judged: a change can mean better or worse."),
		[PROGRESS_PAST_TARGET] = N_("The first year with data is not before the target year."),
	};

	/* gettext answers "" with its own header. */
	return reason == PROGRESS_NO_REASON ? "" : i18n_text(titles[reason]);
}

/* --- the points that count --- */

static double cagr(double from, double to, int years)
{
	return pow(to / from, 1.0 / years) - 1;
}

static bool has_two_values(const struct progress_point *points, size_t count, int year)
{
	double first = NAN;

	for (size_t i = 0; i < count; i++) {
		if (points[i].year != year || isnan(points[i].value))
			continue;
		if (!isnan(first) && points[i].value != first)
			return true;
		first = points[i].value;
	}
	return false;
}

/* Sets base, current and, where the series can't be judged at all, the reason. */
static void find_points(const struct progress_point *points, size_t count, int base_year, struct progress *result)
{
	for (size_t i = 0; i < count; i++) {
		const struct progress_point *point = &points[i];

		if (isnan(point->value))
			continue;
		if (result->current_year == 0 || point->year > result->current_year) {
			result->current_year = point->year;
			result->current_value = point->value;
		}
		if (point->year < base_year)
			continue;
		if (result->base_year == 0 || point->year < result->base_year) {
			result->base_year = point->year;
			result->base_value = point->value;
		}
		if ((result->two_values_year == 0 || point->year < result->two_values_year) &&
		    has_two_values(points, count, point->year))
			result->two_values_year = point->year;
	}
	if (result->current_year == 0)
		result->reason = PROGRESS_NO_NUMBER;
	else if (result->two_values_year != 0)
		result->reason = PROGRESS_TWO_VALUES;
	else if (result->base_year == 0 || result->base_year == result->current_year)
		result->reason = PROGRESS_ONE_POINT;

	/* Which of two values is base or current is for nobody to pick. */
	if (has_two_values(points, count, result->base_year))
		result->base_value = NAN;
	if (has_two_values(points, count, result->current_year))
		result->current_value = NAN;
}

/* --- (a) --- */

static bool reached(double value, double target, double d)
{
	return d > 0 ? value >= target : value <= target;
}

static double natural_c(double base, double limit)
{
	double y = fabs(base), lim = fabs(limit);

	if (isnan(limit) || y >= 2 * lim)
		return 1;
	return 1 - pow((y <= lim ? y : 2 * lim - y) / lim, 4.44);
}

static void judge_without_target(double moved, struct progress *result)
{
	double c = result->natural_c;

	result->progress = moved;
	if (moved < 0) {
		result->status = PROGRESS_DETERIORATION;
		result->score = fmax(125 * moved - 2.5, -5);
	} else if (moved >= 0.015 * c) {
		result->status = PROGRESS_SUBSTANTIAL;
		result->score = c > 0 ? fmin(500 * moved / c - 5, 5) : 5;
	} else if (moved >= 0.005 * c) {
		result->status = PROGRESS_MODERATE;
		result->score = 250 * moved / c - 1.25;
	} else {
		result->status = PROGRESS_LIMITED;
		result->score = 500 * moved / c - 2.5;
	}
}

static void judge_with_target(double moved, struct progress *result)
{
	/* The base stood on the target, and the target is not reached now: whatever was needed, it went the other way. */
	if (result->growth_needed == 0) {
		result->status = PROGRESS_DETERIORATION;
		result->score = -5;
		return;
	}

	double r = moved / result->growth_needed;

	result->progress = r;
	result->status = r >= 0.95 ? PROGRESS_SUBSTANTIAL : r >= 0.6 ? PROGRESS_MODERATE :
		r >= 0 ? PROGRESS_LIMITED : PROGRESS_DETERIORATION;
	result->score = r >= 0.6 ? fmin(7.1429 * r - 4.2857, 5) : fmax(4.1667 * r - 2.5, -5);
}

static void judge_by_growth(const struct progress_series *series, double d, struct progress *result)
{
	double base = result->base_value;
	double moved = (base < 0 ? -d : d) * result->growth;

	if (result->method == 1) {
		judge_without_target(moved, result);
		return;
	}

	int years = result->target_year - result->base_year;
	/* As given or as it became: a value of 0 has reached a target of 0 from either side. */
	bool achieved = reached(result->current_value, series->target, d) || reached(result->current_value, result->target, d);

	if (years > 0 && base * result->target > 0) {
		result->growth_needed = fabs(cagr(base, result->target, years));
		if (result->growth_needed > 0)
			result->progress = moved / result->growth_needed;
	}
	if (achieved) {
		result->status = PROGRESS_TARGET_ACHIEVED;
		result->score = 5;
	} else if (years <= 0) {
		result->reason = PROGRESS_PAST_TARGET;
	} else if (isnan(result->growth_needed)) {
		result->reason = PROGRESS_SIGN_CHANGE;
	} else {
		judge_with_target(moved, result);
	}
}

/* --- (b) --- */

static int class_by_growth(double moved)
{
	return moved >= 0.02 ? 3 : moved >= 0.005 ? 2 : 1;
}

static void judge_by_chart(const struct progress_series *series, double base, double d, struct progress *result)
{
	double current = result->current_value;

	if (base != 0)
		result->un2023_cagr = cagr(base, current, result->current_year - result->base_year);
	if (isnan(series->target)) {
		if (base != 0)
			result->un2023_class = class_by_growth((base < 0 ? -d : d) * result->un2023_cagr);
		return;
	}
	if (base != 0) {
		result->un2023_expected = current *
			pow(1 + result->un2023_cagr, result->target_year - result->current_year);
		if (!isfinite(result->un2023_expected))
			result->un2023_expected = NAN;
		if (base != series->target)
			result->un2023_ratio = (result->un2023_expected - base) / (series->target - base);
	}
	if (reached(current, series->target, d))
		result->un2023_class = 3;
	else if ((result->un2023_guard = reached(base, series->target, d)))
		result->un2023_class = 1; /* also a base that stood on its target */
	else if (!isnan(result->un2023_ratio))
		result->un2023_class = result->un2023_ratio >= 0.95 ? 3 : result->un2023_ratio >= 0.1 ? 2 : 1;
}

/* --- both --- */

void progress_compute(const struct progress_point *points, size_t count, const struct progress_series *series,
	struct progress *result)
{
	bool has_target = !isnan(series->target);

	*result = (struct progress){
		.status = PROGRESS_NOT_AVAILABLE,
		.method = has_target ? 2 : 1,
		.base_value = NAN,
		.current_value = NAN,
		.target = series->target,
		.target_year = series->target_year != 0 ? series->target_year : PROGRESS_TARGET_YEAR,
		.natural_c = NAN, .growth = NAN, .growth_needed = NAN, .progress = NAN, .score = NAN,
		.un2023_cagr = NAN, .un2023_expected = NAN, .un2023_ratio = NAN,
	};
	find_points(points, count, series->base_year != 0 ? series->base_year : PROGRESS_BASE_YEAR, result);

	double base = result->base_value;

	if (base == 0) {
		result->base_value = PROGRESS_ZERO;
		result->zero_base = true;
	}
	if (series->target == 0) {
		result->target = base < 0 ? -PROGRESS_ZERO : PROGRESS_ZERO;
		result->zero_target = true;
	}
	if (!has_target)
		result->natural_c = natural_c(result->base_value, series->limit);
	if (result->reason != PROGRESS_NO_REASON)
		return;
	if (result->base_value * result->current_value < 0) {
		result->reason = PROGRESS_SIGN_CHANGE;
		return;
	}
	result->growth = cagr(result->base_value, result->current_value, result->current_year - result->base_year);
	if (series->direction == SCORE_NEUTRAL) {
		if (base != 0)
			result->un2023_cagr = result->growth;
		result->reason = PROGRESS_NEUTRAL;
		return;
	}

	double d = series->direction == SCORE_INCREASE ? 1 : -1;

	judge_by_growth(series, d, result);
	judge_by_chart(series, base, d, result);
}

void progress_aggregate(const struct progress *series, size_t count, struct progress_aggregate *result)
{
	double total = 0;
	size_t achieved = 0;

	*result = (struct progress_aggregate){ .status = PROGRESS_NOT_AVAILABLE, .score = NAN, .n_series = (int)count };
	for (size_t i = 0; i < count; i++) {
		if (isnan(series[i].score))
			continue;
		total += series[i].score;
		result->n_judged++;
		achieved += series[i].status == PROGRESS_TARGET_ACHIEVED;
	}
	if (result->n_judged == 0)
		return;
	result->score = total / result->n_judged;
	result->status = achieved == count ? PROGRESS_TARGET_ACHIEVED : result->score >= 2.5 ? PROGRESS_SUBSTANTIAL :
		result->score >= 0 ? PROGRESS_MODERATE : result->score >= -2.5 ? PROGRESS_LIMITED : PROGRESS_DETERIORATION;
}
