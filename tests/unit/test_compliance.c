/* Tests of scores over several indicators, their changes, and compliance with a target. */
#include <math.h>

#include "indicators/methods/compliance.h"
#include "tests/unit/kit.h"

START_TEST(a_score_needs_at_least_half_of_the_indicators)
{
	for (int possible = 0; possible <= 9; possible++) {
		for (int scored = 0; scored <= possible; scored++) {
			double scores[9];
			struct compliance got;
			bool enough = scored > 0 && 2 * scored >= possible;

			for (int i = 0; i < possible; i++)
				scores[i] = i < scored ? 10.0 * i : NAN;
			compliance_participant(scores, (size_t)possible, &got);
			ck_assert_int_eq(got.n_scored, scored);
			ck_assert_int_eq(got.n_possible, possible);
			ck_assert_int_eq(got.n_needed, possible > 0 ? (possible + 1) / 2 : 1);
			ck_assert_int_eq(got.status, enough ? COMPLIANCE_OK : COMPLIANCE_INSUFFICIENT_DATA);
			if (enough)
				ck_assert_double_eq(got.score, 5.0 * (scored - 1));
			else
				ck_assert(isnan(got.score));
		}
	}
}
END_TEST

START_TEST(a_score_of_zero_is_a_score)
{
	struct compliance got;

	compliance_participant((const double[]){ NAN, 0, 0, NAN }, 4, &got);
	ck_assert_int_eq(got.status, COMPLIANCE_OK);
	ck_assert_double_eq(got.score, 0);
}
END_TEST

START_TEST(a_region_needs_three_participants)
{
	for (int scored = 0; scored <= 5; scored++) {
		double scores[5];
		struct compliance got;

		for (int i = 0; i < 5; i++)
			scores[i] = i < scored ? 40.0 : NAN;
		compliance_region(scores, 5, &got);
		ck_assert_int_eq(got.n_scored, scored);
		ck_assert_int_eq(got.n_possible, 5);
		ck_assert_int_eq(got.n_needed, 3);
		ck_assert_int_eq(got.status, scored >= 3 ? COMPLIANCE_OK : COMPLIANCE_INSUFFICIENT_DATA);
		ck_assert(scored >= 3 ? got.score == 40 : isnan(got.score));
	}
	struct compliance two;

	compliance_region((const double[]){ 10, 20 }, 2, &two); /* all there are, and still too few */
	ck_assert_int_eq(two.status, COMPLIANCE_INSUFFICIENT_DATA);
}
END_TEST

START_TEST(change_is_against_the_previous_period_with_data)
{
	static const struct compliance_point points[] = { { 40, 1 }, { NAN, 1 }, { NAN, 2 }, { 55, 1 }, { 50, 1 } };
	size_t from;

	ck_assert_double_eq(compliance_change(points, 3, &from), 15);
	ck_assert_uint_eq(from, 0);
	ck_assert_double_eq(compliance_change(points, 4, &from), -5);
	ck_assert_uint_eq(from, 3);
}
END_TEST

START_TEST(there_is_no_change_without_both_scores)
{
	static const struct compliance_point points[] = { { NAN, 1 }, { 40, 1 }, { NAN, 1 } };
	size_t from;

	for (size_t at = 0; at < 3; at++) {
		from = 99;
		ck_assert(isnan(compliance_change(points, at, &from)));
		ck_assert_uint_eq(from, at);
	}
}
END_TEST

START_TEST(a_change_is_not_computed_across_a_break_in_series)
{
	static const struct compliance_point points[] = { { 40, 1 }, { 50, 2 }, { 60, 1 }, { 65, 1 } };
	size_t from;

	ck_assert(isnan(compliance_change(points, 1, &from)));
	ck_assert_uint_eq(from, 1);
	ck_assert(isnan(compliance_change(points, 2, &from))); /* although an earlier one has the same basis */
	ck_assert_double_eq(compliance_change(points, 3, &from), 5);
}
END_TEST

START_TEST(statuses_have_their_names)
{
	ck_assert_str_eq(compliance_status_name(COMPLIANCE_OK), "ok");
	ck_assert_str_eq(compliance_status_name(COMPLIANCE_INSUFFICIENT_DATA), "insufficient_data");
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_score_needs_at_least_half_of_the_indicators),
	KIT_TEST(a_score_of_zero_is_a_score),
	KIT_TEST(a_region_needs_three_participants),
	KIT_TEST(change_is_against_the_previous_period_with_data),
	KIT_TEST(there_is_no_change_without_both_scores),
	KIT_TEST(a_change_is_not_computed_across_a_break_in_series),
	KIT_TEST(statuses_have_their_names),
};
KIT_MAIN("compliance", tests)
