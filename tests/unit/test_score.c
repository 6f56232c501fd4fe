/* Tests of scores, of what an answer's number may be, and of classes. */
#include <math.h>
#include <string.h>

#include "indicators/methods/score.h"
#include "tests/unit/kit.h"
#include "tests/unit/vectors.h"

static struct error error = ERROR_INIT;

static const struct score_scale ladder = { .type = SCORE_LADDER, .levels = 5 };
static const struct score_scale spar = { .type = SCORE_LADDER, .lowest = 1, .levels = 5 };
static const struct score_scale checklist = { .type = SCORE_CHECKLIST, .items = 30 };
static const struct score_scale yes_no = { .type = SCORE_YES_NO };
static const struct score_scale count = { .type = SCORE_COUNT };
static const struct score_scale percent = { .type = SCORE_PERCENT };
static const struct score_scale rate = { .type = SCORE_RATE, .per = 100000 };
static const struct score_classes policy = { { 40, 80, 100 }, 3 }; /* SDG 10.7.2 */

static struct score_answer answered(double value, double numerator, double denominator)
{
	return (struct score_answer){ .value = value, .numerator = numerator, .denominator = denominator, .score = NAN };
}

static void takes(const struct score_scale *scale, double value, double score)
{
	struct score_answer answer = answered(value, NAN, NAN);

	ck_ok(score_check(scale, &answer, &error), error);
	ck_assert_double_eq(answer.value, value);
	if (isnan(score))
		ck_assert(isnan(answer.score));
	else
		ck_assert_double_eq(answer.score, score);
}

static void refuses(const struct score_scale *scale, double value, const char *sentence)
{
	struct score_answer answer = answered(value, NAN, NAN);

	ck_refused(score_check(scale, &answer, &error), ERR_INVALID, error);
	ck_assert_str_eq(error.text, sentence);
	ck_assert_str_eq(error.field, "value");
	ck_assert(isnan(answer.score));
}

static void refuses_parts(const struct score_scale *scale, double value, double numerator, double denominator,
	const char *field, const char *sentence)
{
	struct score_answer answer = answered(value, numerator, denominator);

	ck_refused(score_check(scale, &answer, &error), ERR_INVALID, error);
	ck_assert_str_eq(error.text, sentence);
	ck_assert_str_eq(error.field, field);
	ck_assert(isnan(answer.score));
	ck_assert((isnan(value) && isnan(answer.value)) || answer.value == value);
}

START_TEST(a_ladder_level_scores_its_share_of_the_highest)
{
	for (int level = 0; level <= 4; level++)
		takes(&ladder, level, 25 * level);
	for (int level = 1; level <= 5; level++)
		takes(&spar, level, 20 * level);
	refuses(&ladder, -1, "A whole number from 0 to 4 is expected, not -1.");
	refuses(&ladder, 5, "A whole number from 0 to 4 is expected, not 5.");
	refuses(&ladder, 2.5, "A whole number from 0 to 4 is expected, not 2.5.");
	refuses(&spar, 0, "A whole number from 1 to 5 is expected, not 0.");
	refuses(&ladder, NAN, "A value is missing.");
}
END_TEST

START_TEST(a_checklist_scores_the_share_of_items_met_exactly)
{
	takes(&checklist, 0, 0);
	takes(&checklist, 12, 40);
	takes(&checklist, 24, 80);
	takes(&checklist, 30, 100);
	refuses(&checklist, 31, "A whole number from 0 to 30 is expected, not 31.");
	refuses(&checklist, 0.5, "A whole number from 0 to 30 is expected, not 0.5.");
	/* Whatever the number of items: a share that is a whole percentage is that number. */
	for (int items = 1; items <= 100; items++) {
		struct score_scale scale = { .type = SCORE_CHECKLIST, .items = items };

		for (int met = 0; met <= items; met++)
			if (100 * met % items == 0)
				ck_assert_double_eq(score_of(&scale, met), 100 * met / items);
	}
}
END_TEST

START_TEST(yes_is_a_hundred_and_no_is_nothing)
{
	takes(&yes_no, 0, 0);
	takes(&yes_no, 1, 100);
	refuses(&yes_no, 2, "1 (yes) or 0 (no) is expected, not 2.");
	refuses(&yes_no, 0.5, "1 (yes) or 0 (no) is expected, not 0.5.");
	refuses(&yes_no, -1, "1 (yes) or 0 (no) is expected, not -1.");
}
END_TEST

START_TEST(a_count_is_a_whole_number_without_a_score)
{
	takes(&count, 0, NAN);
	takes(&count, 573, NAN);
	takes(&count, 1e15, NAN);
	refuses(&count, -1, "The number must not be below 0.");
	refuses(&count, 1.5, "A count is a whole number; 1.5 is not.");
	refuses(&count, 1.1e15, "The number is too large.");
	refuses(&count, INFINITY, "The number is too large.");
	refuses(&count, NAN, "A value is missing.");
}
END_TEST

START_TEST(a_percentage_is_given_or_computed)
{
	takes(&percent, 0, 0);
	takes(&percent, 33.3, 33.3);
	takes(&percent, 100, 100);
	refuses(&percent, -0.1, "A percentage from 0 to 100 is expected, not -0.1.");
	refuses(&percent, 100.1, "A percentage from 0 to 100 is expected, not 100.1.");

	struct score_answer answer = answered(NAN, 2, 3);

	ck_ok(score_check(&percent, &answer, &error), error);
	ck_assert_double_eq(answer.value, 200.0 / 3);
	ck_assert_double_eq(answer.score, 200.0 / 3);
	answer = answered(67, 2, 3); /* rounded by whoever typed it */
	ck_ok(score_check(&percent, &answer, &error), error);
	ck_assert_double_eq(answer.value, 200.0 / 3);
	answer = answered(NAN, 0, 5);
	ck_ok(score_check(&percent, &answer, &error), error);
	ck_assert_double_eq(answer.score, 0);
	answer = answered(NAN, 5, 5);
	ck_ok(score_check(&percent, &answer, &error), error);
	ck_assert_double_eq(answer.score, 100);
}
END_TEST

START_TEST(a_rate_is_per_its_unit_and_may_exceed_a_hundred)
{
	takes(&rate, 0, NAN);
	takes(&rate, 250.5, NAN);
	refuses(&rate, -1, "The number must not be below 0.");
	refuses(&rate, 2e15, "The number is too large.");

	struct score_answer answer = answered(NAN, 573, 32000000);

	ck_ok(score_check(&rate, &answer, &error), error);
	ck_assert_double_eq_tol(answer.value, 1.790625, 1e-12);
	ck_assert(isnan(answer.score));
	answer = answered(1.79, 573, 32000000);
	ck_ok(score_check(&rate, &answer, &error), error);
	ck_assert_double_eq_tol(answer.value, 1.790625, 1e-12);

	struct score_scale share = { .type = SCORE_RATE, .per = 100 };

	answer = answered(NAN, 900, 600); /* a job that costs a month and a half */
	ck_ok(score_check(&share, &answer, &error), error);
	ck_assert_double_eq(answer.value, 150);
}
END_TEST

START_TEST(numerator_and_denominator_must_make_sense_together)
{
	refuses_parts(&percent, NAN, 2, NAN, "denominator", "The denominator is missing.");
	refuses_parts(&percent, 50, NAN, 4, "numerator", "The numerator is missing.");
	refuses_parts(&percent, NAN, -2, 4, "numerator", "The number must not be below 0.");
	refuses_parts(&percent, NAN, 2, -4, "denominator", "The number must not be below 0.");
	refuses_parts(&rate, NAN, 2e15, 4, "numerator", "The number is too large.");
	refuses_parts(&rate, NAN, 2, 1.5e15, "denominator", "The number is too large.");
	refuses_parts(&percent, NAN, 0, 0, "denominator",
		"The denominator is 0, so there is nothing to take a share of: answer “not applicable” and say why.");
	refuses_parts(&percent, NAN, 5, 4, "numerator",
		"The numerator 5 is greater than the denominator 4: the percentage would be over 100.");
	refuses_parts(&percent, 60, 1, 2, "value", "The value 60 does not agree with numerator and denominator, which give 50.00.");
	refuses_parts(&percent, 50.6, 1, 2, "value",
		"The value 50.6 does not agree with numerator and denominator, which give 50.00.");
	refuses_parts(&rate, 1.9, 573, 32000000, "value",
		"The value 1.9 does not agree with numerator and denominator, which give 1.79.");
	refuses_parts(&rate, NAN, 1e15, 0.001, "value", "The number is too large.");
	refuses_parts(&count, 5, 5, 10, "numerator", "This indicator takes a value, not a numerator and a denominator.");
	refuses_parts(&ladder, 2, NAN, 10, "denominator", "This indicator takes a value, not a numerator and a denominator.");
}
END_TEST

START_TEST(in_a_mean_over_indicators_a_hundred_is_the_best)
{
	ck_assert_double_eq(score_judged(5, SCORE_INCREASE), 5);
	ck_assert_double_eq(score_judged(5, SCORE_DECREASE), 95);
	ck_assert(isnan(score_judged(5, SCORE_NEUTRAL)));
	ck_assert(isnan(score_judged(NAN, SCORE_INCREASE)));
	ck_assert(isnan(score_judged(NAN, SCORE_DECREASE)));
}
END_TEST

START_TEST(a_class_begins_at_its_threshold)
{
	static const struct { double score; int class; } cases[] = {
		{ 0, 1 }, { 39.999, 1 }, { 40, 2 }, { 40.001, 2 }, { 79.999, 2 }, { 80, 3 }, { 80.001, 3 }, { 99.999, 3 }, { 100, 4 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_int_eq(score_class(&policy, cases[i].score), cases[i].class);
	ck_assert_int_eq(score_class(&policy, NAN), 0);
	ck_assert_int_eq(score_class(&(struct score_classes){ .count = 0 }, 50), 0);
}
END_TEST

START_TEST(every_number_of_items_met_has_its_class)
{
	for (int items = 5; items <= 30; items += 25) {
		struct score_scale scale = { .type = SCORE_CHECKLIST, .items = items };

		for (int met = 0; met <= items; met++) {
			int expected = met == items ? 4 : 100 * met >= 80 * items ? 3 : 100 * met >= 40 * items ? 2 : 1;

			ck_assert_int_eq(score_class(&policy, score_of(&scale, met)), expected);
		}
	}
}
END_TEST

START_TEST(thresholds_are_read_from_the_catalogue)
{
	struct score_classes got = { .count = 9 };

	ck_ok(score_classes_read("40 80 100", &got, &error), error);
	ck_assert_int_eq(got.count, 3);
	ck_assert_double_eq(got.thresholds[0], 40);
	ck_assert_double_eq(got.thresholds[2], 100);
	ck_ok(score_classes_read("  33.3  ", &got, &error), error);
	ck_assert_int_eq(got.count, 1);
	ck_ok(score_classes_read("", &got, &error), error);
	ck_assert_int_eq(got.count, 0);
}
END_TEST

START_TEST(thresholds_that_cannot_be_are_refused)
{
	static const char *const bad[] = {
		"forty", "40 80 1OO", "0 50", "-1", "50 101", "80 40", "40 40", "1 2 3 4 5 6 7 8 9 10",
		"40 0000000000000000000000000000000000000000000080",
	};
	struct score_classes got = { .count = 7 };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		ck_refused(score_classes_read(bad[i], &got, &error), ERR_INVALID, error);
		ck_assert_int_eq(got.count, 7);
	}
}
END_TEST

static int class_of_items(int met, int items)
{
	return score_class(&policy, 100.0 * met / items);
}

/* The overall classes that are possible where only the classes of six domains of five items each are published. */
static void bounds_of(const int *domains, int *lowest, int *highest)
{
	int least = 0, most = 0;

	for (int d = 0; d < 6; d++) {
		int met = 0;

		while (class_of_items(met, 5) < domains[d])
			met++;
		least += met;
		while (met < 5 && class_of_items(met + 1, 5) == domains[d])
			met++;
		most += met;
	}
	*lowest = class_of_items(least, 30);
	*highest = class_of_items(most, 30);
}

/* m49,name,year,d1…d6,min_pct_if_5_binary_subcats,max_pct…,published_overall_category,determinate */
START_TEST(the_published_domain_classes_give_the_published_overall_class)
{
	struct vectors rows;
	int all = 0, forced = 0;

	vectors_open(&rows, "sdg_10_7_2_published.csv");
	for (; vectors_next(&rows); all++) {
		int domains[6], lowest, highest;
		int published = (int)vectors_number(&rows, 11);
		bool determinate = vectors_number(&rows, 12) == 1;

		for (int d = 0; d < 6; d++)
			domains[d] = (int)vectors_number(&rows, 3 + d);
		bounds_of(domains, &lowest, &highest);
		ck_assert_msg(lowest <= published && published <= highest, "%s: %d to %d", rows.cells[1], lowest, highest);
		ck_assert_int_eq(lowest == highest, determinate);
		forced += determinate;
	}
	ck_assert_int_eq(all, 60);
	ck_assert_int_eq(forced, 50);
}
END_TEST

START_TEST(types_and_directions_have_their_names)
{
	static const char *const types[SCORE_TYPES] = { "ladder", "checklist", "yes_no", "count", "percent", "rate" };

	for (int i = 0; i < SCORE_TYPES; i++) {
		enum score_type read = SCORE_TYPES;

		ck_assert(score_type_named(types[i], &read));
		ck_assert_int_eq(read, i);
		ck_assert_int_eq(score_type_scored(read), read != SCORE_COUNT && read != SCORE_RATE);
		ck_assert_int_eq(score_type_divided(read), read == SCORE_PERCENT || read == SCORE_RATE);
		if (!score_type_scored(read))
			ck_assert(isnan(score_of(&(struct score_scale){ .type = read }, 5)));
	}
	for (int i = 0; i < SCORE_DIRECTIONS; i++) {
		enum score_direction read = SCORE_DIRECTIONS;

		ck_assert(score_direction_named(score_direction_name((enum score_direction)i), &read));
		ck_assert_int_eq(read, i);
	}
	enum score_type type;
	enum score_direction direction;

	ck_assert(!score_type_named("Ladder", &type));
	ck_assert(!score_direction_named("up", &direction));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_ladder_level_scores_its_share_of_the_highest),
	KIT_TEST(a_checklist_scores_the_share_of_items_met_exactly),
	KIT_TEST(yes_is_a_hundred_and_no_is_nothing),
	KIT_TEST(a_count_is_a_whole_number_without_a_score),
	KIT_TEST(a_percentage_is_given_or_computed),
	KIT_TEST(a_rate_is_per_its_unit_and_may_exceed_a_hundred),
	KIT_TEST(numerator_and_denominator_must_make_sense_together),
	KIT_TEST(in_a_mean_over_indicators_a_hundred_is_the_best),
	KIT_TEST(a_class_begins_at_its_threshold),
	KIT_TEST(every_number_of_items_met_has_its_class),
	KIT_TEST(thresholds_are_read_from_the_catalogue),
	KIT_TEST(thresholds_that_cannot_be_are_refused),
	KIT_TEST(the_published_domain_classes_give_the_published_overall_class),
	KIT_TEST(types_and_directions_have_their_names),
};
KIT_MAIN("score", tests)
