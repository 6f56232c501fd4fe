/* outlier: a country's figure against its own past. */
#include <math.h>

#include "indicators/methods/outlier.h"
#include "tests/unit/kit.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct outlier judge(const double *former, size_t count, double value, double least)
{
	struct outlier result;

	outlier_judge(former, count, value, least, &result);
	return result;
}

START_TEST(the_modified_z_score_is_that_of_the_formula)
{
	/* Median 12, deviations 2 1 0 1 3: MAD 1. M of 20: 0.6745 · 8 = 5.396. */
	static const double former[] = { 10, 11, 12, 13, 15 };
	struct outlier far = judge(former, COUNT(former), 20, 0), near = judge(former, COUNT(former), 16, 0);

	ck_assert(far.judged && far.is);
	ck_assert_double_eq_tol(far.median, 12, 1e-12);
	ck_assert_double_eq_tol(far.score, 5.396, 1e-9);
	ck_assert(near.judged && !near.is);
	ck_assert_double_eq_tol(near.score, 2.698, 1e-9);
	ck_assert_double_eq_tol(judge(former, COUNT(former), 4, 0).score, -5.396, 1e-9);
	ck_assert(judge(former, COUNT(former), 4, 0).is);
}
END_TEST

START_TEST(with_few_former_values_nothing_is_said)
{
	static const double former[] = { 10, 11, 12 };
	struct outlier result = judge(former, COUNT(former), 1e6, 0);

	ck_assert(!result.judged && !result.is);
	ck_assert(isnan(result.median) && isnan(result.score));
	ck_assert(!judge(NULL, 0, 5, 0).judged);
	ck_assert(!judge(former, COUNT(former), NAN, 0).judged);
}
END_TEST

START_TEST(where_most_former_values_are_equal_the_mean_deviation_counts)
{
	/* Median 5, MAD 0, mean absolute deviation 1: M of 12 is 7 / 1.253314. */
	static const double former[] = { 5, 5, 5, 5, 10 };

	ck_assert_double_eq_tol(judge(former, COUNT(former), 12, 0).score, 7 / 1.253314, 1e-9);
	ck_assert(judge(former, COUNT(former), 12, 0).is);
	ck_assert(!judge(former, COUNT(former), 9, 0).is);
}
END_TEST

START_TEST(where_all_former_values_are_equal_only_the_least_difference_counts)
{
	static const double former[] = { 2, 2, 2, 2 };

	ck_assert(isinf(judge(former, COUNT(former), 3, 0).score));
	ck_assert(!judge(former, COUNT(former), 3, 2).is);
	ck_assert(judge(former, COUNT(former), 4, 2).is);
	ck_assert(judge(former, COUNT(former), 0, 2).is);
	ck_assert_double_eq(judge(former, COUNT(former), 2, 0).score, 0);
	ck_assert(!judge(former, COUNT(former), 2, 0).is);
}
END_TEST

START_TEST(one_former_outlier_hides_no_new_one)
{
	static const double former[] = { 100, 104, 98, 900, 101, 103 };

	ck_assert(judge(former, COUNT(former), 400, 20).is);
	ck_assert(!judge(former, COUNT(former), 106, 20).is);
}
END_TEST

START_TEST(of_a_long_past_the_newest_values_count)
{
	double former[OUTLIER_FORMER_MAX + 40];

	for (size_t i = 0; i < COUNT(former); i++)
		former[i] = i < 40 ? 1000 : 10 + (double)(i % 3);
	ck_assert_double_eq(judge(former, COUNT(former), 11, 0).median, 11);
	ck_assert(judge(former, COUNT(former), 1000, 0).is);
}
END_TEST

START_TEST(each_type_has_its_least_difference)
{
	static const struct { struct score_scale scale; double median, least; } cases[] = {
		{ { .type = SCORE_LADDER, .levels = 5 }, 2, 2 }, { { .type = SCORE_CHECKLIST, .items = 30 }, 10, 6 },
		{ { .type = SCORE_CHECKLIST, .items = 4 }, 2, 2 }, { { .type = SCORE_PERCENT }, 50, 10 },
		{ { .type = SCORE_COUNT }, 3, 5 }, { { .type = SCORE_COUNT }, 200, 40 }, { { .type = SCORE_RATE }, 0.5, 0.1 },
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		ck_assert_double_eq_tol(outlier_least(&cases[i].scale, cases[i].median), cases[i].least, 1e-12);
	ck_assert(isinf(outlier_least(&(struct score_scale){ .type = SCORE_YES_NO }, 1)));
}
END_TEST

START_TEST(an_indicator_is_judged_by_its_scale)
{
	static const double levels[] = { 2, 2, 2, 2 }, answers[] = { 1, 1, 1, 1, 1 }, counts[] = { 0, 0, 1, 0 };
	struct outlier result;

	outlier_of(&(struct score_scale){ .type = SCORE_LADDER, .levels = 5 }, levels, COUNT(levels), 3, &result);
	ck_assert(result.judged && !result.is);
	outlier_of(&(struct score_scale){ .type = SCORE_LADDER, .levels = 5 }, levels, COUNT(levels), 4, &result);
	ck_assert(result.is);
	outlier_of(&(struct score_scale){ .type = SCORE_YES_NO }, answers, COUNT(answers), 0, &result);
	ck_assert(!result.is);
	outlier_of(&(struct score_scale){ .type = SCORE_COUNT }, counts, COUNT(counts), 4, &result);
	ck_assert(!result.is);
	outlier_of(&(struct score_scale){ .type = SCORE_COUNT }, counts, COUNT(counts), 5, &result);
	ck_assert(result.is);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(the_modified_z_score_is_that_of_the_formula),
	KIT_TEST(with_few_former_values_nothing_is_said),
	KIT_TEST(where_most_former_values_are_equal_the_mean_deviation_counts),
	KIT_TEST(where_all_former_values_are_equal_only_the_least_difference_counts),
	KIT_TEST(one_former_outlier_hides_no_new_one),
	KIT_TEST(of_a_long_past_the_newest_values_count),
	KIT_TEST(each_type_has_its_least_difference),
	KIT_TEST(an_indicator_is_judged_by_its_scale),
};
KIT_MAIN("outlier", tests)
