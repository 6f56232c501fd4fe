/* Tests of the two methods of SDG progress. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/methods/progress.h"
#include "tests/unit/kit.h"
#include "tests/unit/vectors.h"

#define POINTS 32
#define P(...) (const struct progress_point[]){ __VA_ARGS__ }, sizeof((const struct progress_point[]){ __VA_ARGS__ }) / sizeof(struct progress_point)

static const struct progress_series rising = { .direction = SCORE_INCREASE, .target = NAN, .limit = NAN };
static const struct progress_series falling = { .direction = SCORE_DECREASE, .target = NAN, .limit = NAN };

static struct progress_series toward(enum score_direction direction, double target)
{
	return (struct progress_series){ .direction = direction, .target = target, .limit = NAN };
}

static struct progress judge(const struct progress_point *points, size_t count, struct progress_series series)
{
	struct progress result;

	progress_compute(points, count, &series, &result);
	return result;
}

static void close_to(double got, double expected, const char *what, const char *which)
{
	if (isnan(expected)) {
		ck_assert_msg(isnan(got), "%s of %s: %.12g, expected none", what, which, got);
		return;
	}
	ck_assert_msg(fabs(got - expected) <= 1e-6 * fabs(expected) + 1e-12, "%s of %s: %.12g, expected %.12g", what, which, got,
		expected);
}

static size_t read_points(char *text, struct progress_point *points)
{
	size_t count = 0;
	char *rest = text;

	for (char *pair = strsep(&rest, ";"); pair != NULL; pair = strsep(&rest, ";")) {
		ck_assert_uint_lt(count, POINTS);
		ck_assert_int_eq(sscanf(pair, "%d:%lf", &points[count].year, &points[count].value), 2);
		count++;
	}
	return count;
}

/* case,data,direction,target,target_year,limit,base_year_used,base_value,current_year,current_value,method,C,
 * progress_value,status,score,un2023_cagr,un2023_ratio,un2023_score */
START_TEST(every_worked_case_is_reproduced)
{
	struct vectors rows;
	int count = 0, on_threshold = 0;

	vectors_open(&rows, "sdg_progress_3a_3b.csv");
	for (; vectors_next(&rows); count++) {
		const char *name = rows.cells[0];
		struct progress_point points[POINTS];
		size_t n = read_points(rows.cells[1], points);
		struct progress_series series = {
			.direction = strcmp(rows.cells[2], "positive") == 0 ? SCORE_INCREASE : SCORE_DECREASE,
			.target = vectors_number(&rows, 3),
			.target_year = (int)vectors_number(&rows, 4),
			.limit = vectors_number(&rows, 5),
		};
		struct progress got = judge(points, n, series);
		double class = vectors_number(&rows, 17);

		ck_assert_int_eq(got.base_year, (int)vectors_number(&rows, 6));
		close_to(got.base_value, vectors_number(&rows, 7), "base value", name);
		ck_assert_int_eq(got.current_year, (int)vectors_number(&rows, 8));
		close_to(got.current_value, vectors_number(&rows, 9), "current value", name);
		ck_assert_int_eq(got.method, (int)vectors_number(&rows, 10));
		close_to(got.natural_c, vectors_number(&rows, 11), "C", name);
		close_to(got.progress, vectors_number(&rows, 12), "progress", name);
		/* The file's data are rounded to nine digits, which moves the case that stands on 0.95 to 0.9500000001. */
		if (!(fabs(got.progress - 0.95) < 1e-9))
			ck_assert_str_eq(progress_status_name(got.status), rows.cells[13]);
		else
			on_threshold++;
		close_to(got.score, vectors_number(&rows, 14), "score", name);
		close_to(got.un2023_cagr, vectors_number(&rows, 15), "CAGR", name);
		close_to(got.un2023_ratio, vectors_number(&rows, 16), "ratio", name);
		ck_assert_int_eq(got.un2023_class, isnan(class) ? 0 : (int)class);
	}
	ck_assert_int_eq(count, 14);
	ck_assert_int_eq(on_threshold, 1);
}
END_TEST


/* The case on the threshold with its data as they were before they were rounded: a hair below 0.95 in doubles. */
START_TEST(the_worked_case_on_the_threshold_is_reproduced_from_exact_data)
{
	double growth = 0.95 * (pow(0.5, 1 / 15.0) - 1);
	struct progress got = judge(P({ 2015, 100 }, { 2020, 100 * pow(1 + growth, 5) }), toward(SCORE_DECREASE, 50));

	ck_assert_double_eq_tol(got.progress, 0.95, 1e-12);
	ck_assert_int_eq(got.status, got.progress >= 0.95 ? PROGRESS_SUBSTANTIAL : PROGRESS_MODERATE);
	ck_assert_double_eq_tol(got.score, 2.500055, 1e-9);
	ck_assert_double_eq_tol(got.un2023_ratio, 0.9639362058, 1e-9);
	ck_assert_int_eq(got.un2023_class, 3);
}
END_TEST

/* --- which points count --- */

START_TEST(the_base_is_the_base_year_or_the_next_later_one_and_the_order_does_not_matter)
{
	struct progress got = judge(P({ 2020, 12 }, { 2014, 9 }, { 2016, 10 }, { 2018, 99 }), rising);

	ck_assert_int_eq(got.base_year, 2016);
	ck_assert_double_eq(got.base_value, 10);
	ck_assert_int_eq(got.current_year, 2020);
	ck_assert_double_eq(got.current_value, 12);
	ck_assert_int_eq(got.target_year, 2030);

	struct progress_series early = rising;

	early.base_year = 2014;
	early.target_year = 2025;
	got = judge(P({ 2020, 12 }, { 2014, 9 }, { 2016, 10 }), early);
	ck_assert_int_eq(got.base_year, 2014);
	ck_assert_int_eq(got.target_year, 2025);
}
END_TEST

static void refused(struct progress got, enum progress_reason reason)
{
	ck_assert_int_eq(got.status, PROGRESS_NOT_AVAILABLE);
	ck_assert_str_eq(progress_reason_name(got.reason), progress_reason_name(reason));
	ck_assert_str_ne(progress_reason_title(got.reason), "");
	ck_assert(isnan(got.progress));
	ck_assert(isnan(got.score));
	ck_assert_int_eq(got.un2023_class, 0);
}

START_TEST(fewer_than_two_years_since_the_base_year_are_not_judged)
{
	struct progress got = judge(P({ 2018, 7 }), toward(SCORE_INCREASE, 5));

	refused(got, PROGRESS_ONE_POINT);
	ck_assert_int_eq(got.base_year, 2018);
	ck_assert_int_eq(got.current_year, 2018);
	got = judge(P({ 2011, 7 }, { 2013, 8 }), rising);
	refused(got, PROGRESS_ONE_POINT);
	ck_assert_int_eq(got.base_year, 0);
	ck_assert(isnan(got.base_value));
	ck_assert_int_eq(got.current_year, 2013);
	ck_assert_double_eq(got.current_value, 8);
	refused(judge(P({ 2011, 7 }, { 2016, 8 }), rising), PROGRESS_ONE_POINT);
	refused(judge(P({ 2016, 8 }, { 2016, 8 }), rising), PROGRESS_ONE_POINT);
}
END_TEST

START_TEST(what_is_no_number_is_left_out)
{
	struct progress got = judge(P({ 2015, NAN }, { 2016, 10 }, { 2020, 12 }, { 2021, NAN }), rising);

	ck_assert_int_eq(got.base_year, 2016);
	ck_assert_int_eq(got.current_year, 2020);
	ck_assert_int_eq(got.status, PROGRESS_SUBSTANTIAL);
	refused(judge(P({ 2015, NAN }, { 2016, NAN }), rising), PROGRESS_NO_NUMBER);
	refused(judge(NULL, 0, rising), PROGRESS_NO_NUMBER);
}
END_TEST

START_TEST(two_values_for_one_year_are_named_and_never_averaged)
{
	struct progress got = judge(P({ 2015, 1 }, { 2017, 2 }, { 2020, 3 }, { 2017, 2.5 }), rising);

	refused(got, PROGRESS_TWO_VALUES);
	ck_assert_int_eq(got.two_values_year, 2017);
	ck_assert_double_eq(got.base_value, 1);
	ck_assert_double_eq(got.current_value, 3);

	got = judge(P({ 2020, 4 }, { 2015, 2 }, { 2015, 1 }, { 2020, 3 }), rising);
	refused(got, PROGRESS_TWO_VALUES);
	ck_assert_int_eq(got.two_values_year, 2015);
	ck_assert(isnan(got.base_value));
	ck_assert(isnan(got.current_value));

	/* The same value twice is one value, and what lies before the base year is in no figure. */
	got = judge(P({ 2010, 1 }, { 2010, 2 }, { 2015, 10 }, { 2015, 10 }, { 2020, 12 }, { 2020, NAN }), rising);
	ck_assert_int_eq(got.status, PROGRESS_SUBSTANTIAL);
	ck_assert_int_eq(got.two_values_year, 0);
}
END_TEST

START_TEST(a_change_of_sign_has_no_growth_rate)
{
	refused(judge(P({ 2015, -2 }, { 2020, 3 }), rising), PROGRESS_SIGN_CHANGE);
	refused(judge(P({ 2015, 2 }, { 2020, -3 }), falling), PROGRESS_SIGN_CHANGE);
	refused(judge(P({ 2015, 0 }, { 2020, -3 }), falling), PROGRESS_SIGN_CHANGE);
	/* between base and target too */
	ck_assert_int_eq(judge(P({ 2015, -4 }, { 2020, -3 }), toward(SCORE_INCREASE, 5)).reason, PROGRESS_SIGN_CHANGE);
	ck_assert_int_eq(judge(P({ 2015, -4 }, { 2020, -3 }), toward(SCORE_INCREASE, 5)).status, PROGRESS_NOT_AVAILABLE);
}
END_TEST

START_TEST(a_neutral_series_is_not_judged_and_its_trend_is_given)
{
	struct progress_series neutral = toward(SCORE_NEUTRAL, 0);
	struct progress got = judge(P({ 2015, 3.25 }, { 2020, 0.39 }), neutral);

	refused(got, PROGRESS_NEUTRAL);
	ck_assert_int_eq(got.base_year, 2015);
	ck_assert_double_eq_tol(got.growth, -0.3456106101, 1e-9);
	ck_assert_double_eq(got.un2023_cagr, got.growth);
	got = judge(P({ 2015, 0 }, { 2020, 2 }), neutral);
	refused(got, PROGRESS_NEUTRAL);
	ck_assert(isnan(got.un2023_cagr));
}
END_TEST

/* --- zeros --- */

START_TEST(a_base_and_a_target_of_zero_become_a_thousandth_in_the_first_method_only)
{
	struct progress got = judge(P({ 2015, 0 }, { 2020, 5 }), rising);

	ck_assert(got.zero_base);
	ck_assert_double_eq(got.base_value, 0.001);
	ck_assert_double_eq_tol(got.progress, pow(5000, 0.2) - 1, 1e-12);
	ck_assert_int_eq(got.un2023_class, 0);

	got = judge(P({ 2015, 3.25 }, { 2020, 0.39 }), toward(SCORE_DECREASE, 0));
	ck_assert(got.zero_target);
	ck_assert(!got.zero_base);
	ck_assert_double_eq(got.target, 0.001);
	ck_assert_double_eq_tol(got.growth_needed, 1 - pow(0.001 / 3.25, 1 / 15.0), 1e-12);
	ck_assert_double_eq_tol(got.un2023_ratio, (0.39 * pow(0.39 / 3.25, 2) - 3.25) / -3.25, 1e-9);

	/* below zero the target of zero is approached from below */
	got = judge(P({ 2015, -8 }, { 2020, -2 }), toward(SCORE_INCREASE, 0));
	ck_assert_double_eq(got.target, -0.001);
	ck_assert_int_eq(got.status, PROGRESS_LIMITED);
	ck_assert_double_eq_tol(got.progress, (1 - pow(0.25, 0.2)) / (1 - pow(0.001 / 8, 1 / 15.0)), 1e-12);
}
END_TEST

START_TEST(a_target_of_zero_is_reached_by_zero_from_either_side)
{
	ck_assert_int_eq(judge(P({ 2015, 5 }, { 2020, 0 }), toward(SCORE_DECREASE, 0)).status, PROGRESS_TARGET_ACHIEVED);
	ck_assert_int_eq(judge(P({ 2015, -5 }, { 2020, 0 }), toward(SCORE_INCREASE, 0)).status, PROGRESS_TARGET_ACHIEVED);
	ck_assert_int_eq(judge(P({ 2015, 5 }, { 2020, 0.0005 }), toward(SCORE_DECREASE, 0)).status, PROGRESS_TARGET_ACHIEVED);
	ck_assert_int_ne(judge(P({ 2015, 5 }, { 2020, 0.0011 }), toward(SCORE_DECREASE, 0)).status, PROGRESS_TARGET_ACHIEVED);

	struct progress got = judge(P({ 2015, 0 }, { 2020, 0 }), toward(SCORE_DECREASE, 0));

	ck_assert_int_eq(got.status, PROGRESS_TARGET_ACHIEVED);
	ck_assert_int_eq(got.un2023_class, 3);
}
END_TEST

START_TEST(from_zero_to_zero_counts_as_a_fall_from_a_thousandth)
{
	struct progress got = judge(P({ 2020, 0 }, { 2021, 0 }), falling);

	ck_assert_int_eq(got.status, PROGRESS_SUBSTANTIAL);
	ck_assert_double_eq(got.progress, 1);
	ck_assert_double_eq(got.score, 5);
	ck_assert_int_eq(got.un2023_class, 0);
	ck_assert_double_eq(judge(P({ 2020, 0 }, { 2021, 0 }), rising).score, -5);
}
END_TEST

/* --- verdicts of the first method --- */

/* A current value so that s·d·CAGR is `growth` over five years from `base`. */
static struct progress grown(double base, double growth, struct progress_series series)
{
	struct progress_point points[] = { { 2015, base }, { 2020, base * pow(1 + growth, 5) } };

	return judge(points, 2, series);
}

START_TEST(verdicts_without_a_target_change_at_their_thresholds)
{
	static const double limits[] = { NAN, 100 };
	const double tiny = 1e-9;

	for (size_t i = 0; i < 2; i++) {
		struct progress_series series = rising;

		series.limit = limits[i];
		double base = 95;
		double c = i == 0 ? 1 : 1 - pow(0.95, 4.44);
		struct { double growth; enum progress_status status; double score; } cases[] = {
			{ 0.03 * c, PROGRESS_SUBSTANTIAL, 5 }, { 0.02 * c, PROGRESS_SUBSTANTIAL, 5 },
			{ 0.018 * c, PROGRESS_SUBSTANTIAL, 4 }, { 0.015 * c + tiny, PROGRESS_SUBSTANTIAL, 2.5 },
			{ 0.015 * c - tiny, PROGRESS_MODERATE, 2.5 }, { 0.01 * c, PROGRESS_MODERATE, 1.25 },
			{ 0.005 * c + tiny, PROGRESS_MODERATE, 0 }, { 0.005 * c - tiny, PROGRESS_LIMITED, 0 },
			{ 0.002 * c, PROGRESS_LIMITED, -1.5 }, { tiny, PROGRESS_LIMITED, -2.5 },
			{ -tiny, PROGRESS_DETERIORATION, -2.5 }, { -0.01, PROGRESS_DETERIORATION, -3.75 },
			{ -0.02, PROGRESS_DETERIORATION, -5 }, { -0.5, PROGRESS_DETERIORATION, -5 },
		};
		for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
			struct progress got = grown(base, cases[k].growth, series);

			ck_assert_double_eq_tol(got.natural_c, c, 1e-12);
			ck_assert_msg(got.status == cases[k].status, "growth %g, C %g: %s", cases[k].growth, c,
				progress_status_name(got.status));
			ck_assert_double_eq_tol(got.score, cases[k].score, 1e-5);
		}
	}
}
END_TEST

START_TEST(the_natural_limit_makes_the_last_steps_count_more)
{
	static const struct { double base, limit, c; } cases[] = {
		{ 0.001, 100, 1 }, { 50, 100, 0.9539290870 }, { 100, 100, 0 }, { 150, 100, 0.9539290870 }, { 199.999, 100, 1 },
		{ 200, 100, 1 }, { 201, 100, 1 }, { -50, 100, 0.9539290870 }, { 50, -100, 0.9539290870 }, { 7, 0, 1 }, { 7, NAN, 1 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct progress_series series = rising;

		series.limit = cases[i].limit;
		ck_assert_double_eq_tol(grown(cases[i].base, 0.01, series).natural_c, cases[i].c, 1e-7);
	}

	struct progress_series series = rising;

	series.limit = 100;

	struct progress got = grown(100, 0, series); /* stays at the limit: C = 0 */

	ck_assert_int_eq(got.status, PROGRESS_SUBSTANTIAL);
	ck_assert_double_eq(got.score, 5);
	ck_assert_int_eq(grown(100, -0.001, series).status, PROGRESS_DETERIORATION);
}
END_TEST

START_TEST(verdicts_with_a_target_change_at_their_thresholds)
{
	static const struct { double r; enum progress_status status; double score; } cases[] = {
		{ 1.4, PROGRESS_SUBSTANTIAL, 5 }, { 1, PROGRESS_SUBSTANTIAL, 2.8572 },
		{ 0.95 + 1e-9, PROGRESS_SUBSTANTIAL, 2.500055 }, { 0.95 - 1e-9, PROGRESS_MODERATE, 2.500055 },
		{ 0.6 + 1e-9, PROGRESS_MODERATE, 0.00004 }, { 0.6 - 1e-9, PROGRESS_LIMITED, 0.00002 },
		{ 0.3, PROGRESS_LIMITED, -1.24999 }, { 1e-9, PROGRESS_LIMITED, -2.5 }, { -1e-9, PROGRESS_DETERIORATION, -2.5 },
		{ -0.3, PROGRESS_DETERIORATION, -3.75001 }, { -0.7, PROGRESS_DETERIORATION, -5 },
		{ -9, PROGRESS_DETERIORATION, -5 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		double up = pow(2, 1 / 15.0) - 1;      /* 100 -> 200 */
		double down = 1 - pow(0.5, 1 / 15.0);  /* 100 -> 50 */
		struct progress got = grown(100, cases[i].r * up, toward(SCORE_INCREASE, 200));

		ck_assert_msg(got.status == cases[i].status, "R %.10g upward: %s", cases[i].r, progress_status_name(got.status));
		ck_assert_double_eq_tol(got.progress, cases[i].r, 1e-9);
		ck_assert_double_eq_tol(got.score, cases[i].score, 1e-5);
		got = grown(100, -cases[i].r * down, toward(SCORE_DECREASE, 50));
		ck_assert_msg(got.status == cases[i].status, "R %.10g downward: %s", cases[i].r, progress_status_name(got.status));
		ck_assert_double_eq_tol(got.score, cases[i].score, 1e-5);
	}
}
END_TEST

START_TEST(negative_values_that_shrink_are_an_increase)
{
	ck_assert_int_eq(judge(P({ 2015, -10 }, { 2020, -8 }), rising).status, PROGRESS_SUBSTANTIAL);
	ck_assert_int_eq(judge(P({ 2015, -10 }, { 2020, -8 }), rising).un2023_class, 3);
	ck_assert_int_eq(judge(P({ 2015, -10 }, { 2020, -8 }), falling).status, PROGRESS_DETERIORATION);
	ck_assert_int_eq(judge(P({ 2015, -10 }, { 2020, -8 }), falling).un2023_class, 1);
	ck_assert_int_eq(judge(P({ 2015, -10 }, { 2020, -8 }), toward(SCORE_INCREASE, -4)).status, PROGRESS_MODERATE);
}
END_TEST

START_TEST(at_or_beyond_the_target_is_achieved)
{
	static const struct { double value; bool up, down; } cases[] = {
		{ 49.999, false, true }, { 50, true, true }, { 50.001, true, false },
	};
	for (size_t i = 0; i < 3; i++) {
		struct progress up = judge(P({ 2015, 40 }, { 2020, cases[i].value }), toward(SCORE_INCREASE, 50));
		struct progress down = judge(P({ 2015, 60 }, { 2020, cases[i].value }), toward(SCORE_DECREASE, 50));

		ck_assert_int_eq(up.status == PROGRESS_TARGET_ACHIEVED, cases[i].up);
		ck_assert_int_eq(down.status == PROGRESS_TARGET_ACHIEVED, cases[i].down);
		if (cases[i].up) {
			ck_assert_double_eq(up.score, 5);
			ck_assert_int_eq(up.un2023_class, 3);
		}
		if (cases[i].down) {
			ck_assert_double_eq(down.score, 5);
			ck_assert_int_eq(down.un2023_class, 3);
		}
	}
}
END_TEST

START_TEST(a_base_on_the_target_that_leaves_it_deteriorates)
{
	struct progress got = judge(P({ 2015, 25 }, { 2020, 30 }), toward(SCORE_DECREASE, 25));

	ck_assert_int_eq(got.status, PROGRESS_DETERIORATION);
	ck_assert_double_eq(got.score, -5);
	ck_assert_double_eq(got.growth_needed, 0);
	ck_assert(isnan(got.progress));
	ck_assert(isnan(got.un2023_ratio));
	ck_assert_int_eq(got.un2023_class, 1);

	got = judge(P({ 2015, 25 }, { 2020, 25 }), toward(SCORE_DECREASE, 25));
	ck_assert_int_eq(got.status, PROGRESS_TARGET_ACHIEVED);
	ck_assert(isnan(got.progress));
	ck_assert_int_eq(got.un2023_class, 3);
}
END_TEST

START_TEST(a_base_year_not_before_the_target_year_leaves_no_path)
{
	struct progress_series series = toward(SCORE_INCREASE, 100);

	series.target_year = 2020;
	ck_assert_int_eq(judge(P({ 2020, 50 }, { 2022, 60 }), series).reason, PROGRESS_PAST_TARGET);
	ck_assert_int_eq(judge(P({ 2020, 50 }, { 2022, 60 }), series).status, PROGRESS_NOT_AVAILABLE);
	ck_assert_str_ne(progress_reason_title(PROGRESS_PAST_TARGET), "");
	ck_assert_int_eq(judge(P({ 2020, 50 }, { 2022, 100 }), series).status, PROGRESS_TARGET_ACHIEVED);
	ck_assert_int_eq(judge(P({ 2019, 50 }, { 2022, 60 }), series).status, PROGRESS_LIMITED);
}
END_TEST

/* --- verdicts of the second method --- */

START_TEST(classes_without_a_target_change_at_their_thresholds_and_are_mirrored)
{
	static const struct { double growth; int class; } cases[] = {
		{ 0.1, 3 }, { 0.02 + 1e-9, 3 }, { 0.02 - 1e-9, 2 }, { 0.005 + 1e-9, 2 }, { 0.005 - 1e-9, 1 }, { 0, 1 }, { -0.02, 1 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_int_eq(grown(10, cases[i].growth, rising).un2023_class, cases[i].class);
		ck_assert_int_eq(grown(10, -cases[i].growth, falling).un2023_class, cases[i].class);
	}
}
END_TEST

START_TEST(classes_with_a_target_change_at_their_thresholds)
{
	static const struct { double ratio; int class; } cases[] = {
		{ 1, 3 }, { 0.95 + 1e-9, 3 }, { 0.95 - 1e-9, 2 }, { 0.1 + 1e-9, 2 }, { 0.1 - 1e-9, 1 }, { 0, 1 }, { -1, 1 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		for (int sign = -1; sign <= 1; sign += 2) {
			/* heading for v2030e = 100 + ratio · 50 (or 100 − …), 15 years from the base */
			double growth = pow((100 + sign * cases[i].ratio * 50) / 100, 1 / 15.0) - 1;
			struct progress got = grown(100, growth, toward(sign > 0 ? SCORE_INCREASE : SCORE_DECREASE, 100 + sign * 50));

			ck_assert_double_eq_tol(got.un2023_ratio, cases[i].ratio, 1e-9);
			ck_assert_double_eq_tol(got.un2023_expected, 100 + sign * cases[i].ratio * 50, 1e-7);
			ck_assert_int_eq(got.un2023_class, cases[i].class);
		}
	}
}
END_TEST

START_TEST(a_base_beyond_its_target_that_drifts_away_is_class_1_whatever_the_ratio)
{
	struct progress got = judge(P({ 2015, 20 }, { 2020, 30 }), toward(SCORE_DECREASE, 25));

	ck_assert_double_eq_tol(got.un2023_ratio, 9.5, 1e-9);
	ck_assert_int_eq(got.un2023_class, 1);
	got = judge(P({ 2015, 30 }, { 2020, 20 }), toward(SCORE_INCREASE, 25));
	ck_assert_double_gt(got.un2023_ratio, 0.95);
	ck_assert_int_eq(got.un2023_class, 1);
	/* drifting, but still beyond it */
	ck_assert_int_eq(judge(P({ 2015, 20 }, { 2020, 24 }), toward(SCORE_DECREASE, 25)).un2023_class, 3);
}
END_TEST

START_TEST(a_projection_from_nothing_left_backward_in_time_is_none)
{
	struct progress_series series = toward(SCORE_INCREASE, 100);

	series.target_year = 2020;

	struct progress got = judge(P({ 2015, 50 }, { 2022, 0 }), series); /* (1 + CAGR) = 0, to the power −2 */

	ck_assert(isnan(got.un2023_expected));
	ck_assert_int_eq(got.un2023_class, 0);
	ck_assert_int_eq(got.status, PROGRESS_DETERIORATION);
}
END_TEST

START_TEST(from_zero_the_second_method_knows_only_whether_the_target_was_or_is_reached)
{
	struct progress got = judge(P({ 2015, 0 }, { 2020, 5 }), toward(SCORE_INCREASE, 8));

	ck_assert(isnan(got.un2023_cagr));
	ck_assert(isnan(got.un2023_ratio));
	ck_assert_int_eq(got.un2023_class, 0);
	ck_assert_int_eq(judge(P({ 2015, 0 }, { 2020, 5 }), toward(SCORE_INCREASE, 5)).un2023_class, 3);
	ck_assert_int_eq(judge(P({ 2015, 0 }, { 2020, 5 }), toward(SCORE_DECREASE, 0)).un2023_class, 1);
	ck_assert_int_eq(judge(P({ 2015, 0 }, { 2020, 0 }), toward(SCORE_DECREASE, 0)).un2023_class, 3);
}
END_TEST

/* --- several series --- */

START_TEST(series_of_a_target_are_judged_by_their_mean_score)
{
	static const struct { double scores[2]; enum progress_status status; } cases[] = {
		{ { 5, 0 }, PROGRESS_SUBSTANTIAL }, { { 5, -0.01 }, PROGRESS_MODERATE }, { { 2, -2 }, PROGRESS_MODERATE },
		{ { 2, -2.01 }, PROGRESS_LIMITED }, { { -5, 0 }, PROGRESS_LIMITED }, { { -5, -0.01 }, PROGRESS_DETERIORATION },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct progress series[2] = {
			{ .status = PROGRESS_LIMITED, .score = cases[i].scores[0] },
			{ .status = PROGRESS_LIMITED, .score = cases[i].scores[1] },
		};
		struct progress_aggregate got;

		progress_aggregate(series, 2, &got);
		ck_assert_int_eq(got.status, cases[i].status);
		ck_assert_double_eq_tol(got.score, (cases[i].scores[0] + cases[i].scores[1]) / 2, 1e-12);
		ck_assert_int_eq(got.n_judged, 2);
	}
}
END_TEST

START_TEST(a_target_is_achieved_only_if_every_series_is)
{
	struct progress series[3] = {
		{ .status = PROGRESS_TARGET_ACHIEVED, .score = 5 },
		{ .status = PROGRESS_TARGET_ACHIEVED, .score = 5 },
		{ .status = PROGRESS_NOT_AVAILABLE, .score = NAN },
	};
	struct progress_aggregate got;

	progress_aggregate(series, 2, &got);
	ck_assert_int_eq(got.status, PROGRESS_TARGET_ACHIEVED);
	progress_aggregate(series, 3, &got);
	ck_assert_int_eq(got.status, PROGRESS_SUBSTANTIAL);
	ck_assert_int_eq(got.n_judged, 2);
	ck_assert_int_eq(got.n_series, 3);
	progress_aggregate(series + 2, 1, &got);
	ck_assert_int_eq(got.status, PROGRESS_NOT_AVAILABLE);
	ck_assert(isnan(got.score));
	progress_aggregate(NULL, 0, &got);
	ck_assert_int_eq(got.status, PROGRESS_NOT_AVAILABLE);
}
END_TEST

START_TEST(every_verdict_has_a_name_and_a_title)
{
	for (int i = 0; i < PROGRESS_STATUSES; i++) {
		ck_assert_str_ne(progress_status_name((enum progress_status)i), "");
		ck_assert_str_ne(progress_status_title((enum progress_status)i), "");
	}
	for (int i = 1; i < PROGRESS_REASONS; i++) {
		ck_assert_str_ne(progress_reason_name((enum progress_reason)i), "");
		ck_assert_str_ne(progress_reason_title((enum progress_reason)i), "");
	}
	ck_assert_str_eq(progress_reason_name(PROGRESS_NO_REASON), "");
	ck_assert_str_eq(progress_reason_title(PROGRESS_NO_REASON), "");
	ck_assert_str_eq(progress_class_title(0), "Not available");
	ck_assert_str_eq(progress_class_title(3), "On track or target met");
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(every_worked_case_is_reproduced),
	KIT_TEST(the_worked_case_on_the_threshold_is_reproduced_from_exact_data),
	KIT_TEST(the_base_is_the_base_year_or_the_next_later_one_and_the_order_does_not_matter),
	KIT_TEST(fewer_than_two_years_since_the_base_year_are_not_judged),
	KIT_TEST(what_is_no_number_is_left_out),
	KIT_TEST(two_values_for_one_year_are_named_and_never_averaged),
	KIT_TEST(a_change_of_sign_has_no_growth_rate),
	KIT_TEST(a_neutral_series_is_not_judged_and_its_trend_is_given),
	KIT_TEST(a_base_and_a_target_of_zero_become_a_thousandth_in_the_first_method_only),
	KIT_TEST(a_target_of_zero_is_reached_by_zero_from_either_side),
	KIT_TEST(from_zero_to_zero_counts_as_a_fall_from_a_thousandth),
	KIT_TEST(verdicts_without_a_target_change_at_their_thresholds),
	KIT_TEST(the_natural_limit_makes_the_last_steps_count_more),
	KIT_TEST(verdicts_with_a_target_change_at_their_thresholds),
	KIT_TEST(negative_values_that_shrink_are_an_increase),
	KIT_TEST(at_or_beyond_the_target_is_achieved),
	KIT_TEST(a_base_on_the_target_that_leaves_it_deteriorates),
	KIT_TEST(a_base_year_not_before_the_target_year_leaves_no_path),
	KIT_TEST(classes_without_a_target_change_at_their_thresholds_and_are_mirrored),
	KIT_TEST(classes_with_a_target_change_at_their_thresholds),
	KIT_TEST(a_base_beyond_its_target_that_drifts_away_is_class_1_whatever_the_ratio),
	KIT_TEST(a_projection_from_nothing_left_backward_in_time_is_none),
	KIT_TEST(from_zero_the_second_method_knows_only_whether_the_target_was_or_is_reached),
	KIT_TEST(series_of_a_target_are_judged_by_their_mean_score),
	KIT_TEST(a_target_is_achieved_only_if_every_series_is),
	KIT_TEST(every_verdict_has_a_name_and_a_title),
};
KIT_MAIN("progress", tests)
