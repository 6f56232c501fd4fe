/* Tests of what makes the two verdicts on a series differ. */
#include <math.h>
#include <string.h>

#include "indicators/methods/verdicts.h"
#include "tests/unit/kit.h"

static struct progress judge(double from, double to, double target, double limit, enum score_direction direction)
{
	const struct progress_point points[] = { { 2015, from }, { 2020, to } };
	const struct progress_series series = { .direction = direction, .target = target, .limit = limit };
	struct progress result;

	progress_compute(points, 2, &series, &result);
	return result;
}

START_TEST(each_status_stands_for_a_class)
{
	ck_assert_int_eq(verdicts_class(PROGRESS_TARGET_ACHIEVED), 3);
	ck_assert_int_eq(verdicts_class(PROGRESS_SUBSTANTIAL), 3);
	ck_assert_int_eq(verdicts_class(PROGRESS_MODERATE), 2);
	ck_assert_int_eq(verdicts_class(PROGRESS_LIMITED), 2);
	ck_assert_int_eq(verdicts_class(PROGRESS_DETERIORATION), 1);
	ck_assert_int_eq(verdicts_class(PROGRESS_NOT_AVAILABLE), 0);
}
END_TEST

START_TEST(a_difference_is_named_after_what_makes_it)
{
	static const struct {
		double from, to, target, limit;
		enum score_direction direction;
		const char *name;
	} cases[] = {
		{ 10, 5, 12, NAN, SCORE_INCREASE, "" },                            /* both: the wrong way */
		{ 10, 12, 12, NAN, SCORE_INCREASE, "" },                           /* both: reached */
		{ 3.25, 0.39, 0, NAN, SCORE_DECREASE, "zero_target" },             /* METHODS: moderate and class 3 */
		{ 100, 106, NAN, NAN, SCORE_INCREASE, "" },                        /* 1.2 % a year: moderate, class 2 */
		{ 100, 108.5, NAN, NAN, SCORE_INCREASE, "thresholds" },            /* 1.6 %: substantial from 1.5 %, class 3 from 2 % */
		{ 100, 101, NAN, NAN, SCORE_INCREASE, "thresholds" },              /* 0.2 %: limited, class 1 */
		{ 99, 99.4, NAN, 100, SCORE_INCREASE, "near_limit" },              /* little is asked near the limit */
		{ 0, 0, NAN, NAN, SCORE_DECREASE, "zero_base" },
		{ 5, 4, NAN, NAN, SCORE_NEUTRAL, "" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct progress result = judge(cases[i].from, cases[i].to, cases[i].target, cases[i].limit, cases[i].direction);
		const char *got = verdicts_difference_name(verdicts_compare(&result));
		ck_assert_msg(strcmp(got, cases[i].name) == 0, "case %zu: “%s”, %s and class %d", i, got, progress_status_name(result.status), result.un2023_class);
	}
}
END_TEST

START_TEST(a_rate_and_a_distance_can_differ)
{
	/* From 10 to 100: growth of half the needed rate is far less than half of the way. */
	struct progress result = judge(10, 12, 100, NAN, SCORE_INCREASE);

	ck_assert_int_eq(result.status, PROGRESS_LIMITED);
	ck_assert_int_eq(result.un2023_class, 1);
	ck_assert_str_eq(verdicts_difference_name(verdicts_compare(&result)), "rate_or_distance");
}
END_TEST

START_TEST(one_verdict_alone_is_a_difference)
{
	/* The base is above 0, the target below: no growth rate leads there, and the chart can still judge. */
	struct progress result = judge(5, 4, -1, NAN, SCORE_DECREASE);

	ck_assert_int_eq(result.status, PROGRESS_NOT_AVAILABLE);
	ck_assert_int_ne(result.un2023_class, 0);
	ck_assert_str_eq(verdicts_difference_name(verdicts_compare(&result)), "one_only");
}
END_TEST

START_TEST(a_target_that_was_left_is_told)
{
	struct progress left = judge(20, 30, 25, NAN, SCORE_DECREASE), reached = judge(30, 20, 25, NAN, SCORE_DECREASE);

	ck_assert(left.un2023_guard && left.un2023_class == 1);
	ck_assert(!reached.un2023_guard && reached.un2023_class == 3);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(each_status_stands_for_a_class),
	KIT_TEST(a_difference_is_named_after_what_makes_it),
	KIT_TEST(a_rate_and_a_distance_can_differ),
	KIT_TEST(one_verdict_alone_is_a_difference),
	KIT_TEST(a_target_that_was_left_is_told),
};
KIT_MAIN("verdicts", tests)
