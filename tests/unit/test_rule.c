/* Tests of the catalogue's rules: each kind at its edges, and what is not there. */
#include <math.h>

#include "indicators/methods/rule.h"
#include "tests/unit/kit.h"

static const struct rule twice = { .kind = RULE_JUMP, .factor = 2, .above = 10, .lowest = NAN, .highest = NAN };

static struct rule range(double lowest, double highest)
{
	return (struct rule){ .kind = RULE_RANGE, .lowest = lowest, .highest = highest, .factor = NAN, .above = NAN };
}

static struct rule_numbers value(double number)
{
	return (struct rule_numbers){ .value = number, .numerator = NAN, .denominator = NAN };
}

/* Of a rule about the value, beside the last round's (jump) or the other indicator's value. */
static bool breaks(const struct rule *rule, double now, double beside)
{
	const struct rule_numbers own = value(now);
	const struct rule_numbers there = value(beside);

	return rule->kind == RULE_JUMP ? rule_broken(rule, &own, &there, NULL) : rule_broken(rule, &own, NULL, &there);
}

START_TEST(names_lead_there_and_back)
{
	static const char *const kinds[] = { "range", "jump", "at_most", "equals" };
	static const char *const parts[] = { "value", "numerator", "denominator" };
	enum rule_kind kind;
	enum rule_part part;

	for (int i = 0; i < RULE_KINDS; i++) {
		ck_assert(rule_kind_named(kinds[i], &kind));
		ck_assert_int_eq((int)kind, i);
	}
	for (int i = 0; i < RULE_PARTS; i++) {
		ck_assert_str_eq(rule_part_name((enum rule_part)i), parts[i]);
		ck_assert(rule_part_named(parts[i], &part));
		ck_assert_int_eq((int)part, i);
	}
	ck_assert(!rule_kind_named("atmost", &kind));
	ck_assert(!rule_kind_named("", &kind));
	ck_assert(!rule_kind_named("Range", &kind));
	ck_assert(!rule_part_named("total", &part));
	ck_assert(!rule_part_named("", &part));
}
END_TEST

START_TEST(a_part_is_that_number_of_the_answer)
{
	const struct rule_numbers numbers = { .value = 25, .numerator = 1, .denominator = 4 };

	ck_assert_double_eq(rule_part_of(&numbers, RULE_VALUE), 25);
	ck_assert_double_eq(rule_part_of(&numbers, RULE_NUMERATOR), 1);
	ck_assert_double_eq(rule_part_of(&numbers, RULE_DENOMINATOR), 4);
}
END_TEST

START_TEST(a_range_holds_its_ends)
{
	static const struct {
		double lowest, highest, now;
		bool broken;
	} cases[] = {
		{ 1, 5, 1, false }, { 1, 5, 5, false }, { 1, 5, 3, false }, { 1, 5, 0.999, true }, { 1, 5, 5.001, true }, { 1, 5, -3, true },
		{ 0, 5, 0, false }, { 0, 5, -0.0, false }, { 2, 2, 2, false }, { 2, 2, 2.5, true },
		{ NAN, 5, -1e300, false }, { NAN, 5, 6, true }, { 1, NAN, 1e300, false }, { 1, NAN, 0, true }, { NAN, NAN, 7, false },
		{ 1, 5, NAN, false },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct rule rule = range(cases[i].lowest, cases[i].highest);
		const struct rule_numbers own = value(cases[i].now);
		ck_assert_msg(rule_broken(&rule, &own, NULL, NULL) == cases[i].broken, "case %zu", i);
	}
}
END_TEST

START_TEST(a_range_looks_at_its_part_alone)
{
	const struct rule_numbers numbers = { .value = 100, .numerator = 3, .denominator = 50 };
	struct rule rule = range(1, 10);

	ck_assert(rule_broken(&rule, &numbers, NULL, NULL));
	rule.part = RULE_NUMERATOR;
	ck_assert(!rule_broken(&rule, &numbers, NULL, NULL));
	rule.part = RULE_DENOMINATOR;
	ck_assert(rule_broken(&rule, &numbers, NULL, NULL));
}
END_TEST

START_TEST(a_jump_is_told_only_beyond_the_factor_and_from_the_threshold)
{
	static const struct {
		double before, now;
		bool broken;
	} cases[] = {
		{ 10, 20, false }, { 10, 21, true }, { 20, 10, false }, { 21, 10, true }, { 10, 20.001, true },
		{ 100, 100, false }, { 100, 50, false }, { 100, 49, true }, { 50, 100, false }, { 49, 100, true },
		/* Both below the threshold: small numbers jump by themselves. */
		{ 1, 9, false }, { 9, 1, false }, { 0, 9, false }, { 9.999, 0, false },
		/* One of the two at it, exactly. */
		{ 4, 10, true }, { 5, 10, false }, { 10, 4, true }, { 10, 5, false },
		/* From and to nothing. */
		{ 0, 10, true }, { 10, 0, true }, { 0, 0, false },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_msg(breaks(&twice, cases[i].now, cases[i].before) == cases[i].broken, "case %zu", i);
}
END_TEST

START_TEST(a_jump_without_a_threshold_is_told_for_small_numbers_too)
{
	const struct rule rule = { .kind = RULE_JUMP, .factor = 1.5, .above = 0 };

	ck_assert(!breaks(&rule, 0, 0));
	ck_assert(breaks(&rule, 1, 0));
	ck_assert(breaks(&rule, 0, 1));
	ck_assert(breaks(&rule, 2, 1));
	ck_assert(!breaks(&rule, 3, 2));
	ck_assert(!breaks(&rule, 2, 3));
}
END_TEST

START_TEST(a_jump_compares_the_same_part_of_both_rounds)
{
	const struct rule_numbers last = { .value = 50, .numerator = 10, .denominator = 20 };
	const struct rule_numbers own = { .value = 50, .numerator = 100, .denominator = 200 };
	struct rule rule = twice;

	ck_assert(!rule_broken(&rule, &own, &last, NULL));
	rule.part = RULE_NUMERATOR;
	ck_assert(rule_broken(&rule, &own, &last, NULL));
	rule.part = RULE_DENOMINATOR;
	ck_assert(rule_broken(&rule, &own, &last, NULL));
	/* What another part of the other indicator says is no matter. */
	rule.part = RULE_VALUE;
	rule.other_part = RULE_NUMERATOR;
	ck_assert(!rule_broken(&rule, &own, &last, &last));
}
END_TEST

START_TEST(at_most_lets_as_many_pass)
{
	const struct rule rule = { .kind = RULE_AT_MOST, .other = "B" };

	ck_assert(!breaks(&rule, 5, 5));
	ck_assert(!breaks(&rule, 4, 5));
	ck_assert(breaks(&rule, 6, 5));
	ck_assert(!breaks(&rule, 0, 0));
	ck_assert(breaks(&rule, 1, 0));
}
END_TEST

START_TEST(equals_lets_only_the_same_pass)
{
	const struct rule rule = { .kind = RULE_EQUALS, .other = "B" };

	ck_assert(!breaks(&rule, 5, 5));
	ck_assert(breaks(&rule, 4, 5));
	ck_assert(breaks(&rule, 6, 5));
	ck_assert(!breaks(&rule, 0, 0));
	ck_assert(!breaks(&rule, 0, -0.0));
	ck_assert(breaks(&rule, 1, 0));
}
END_TEST

START_TEST(a_comparison_takes_the_parts_that_it_names)
{
	const struct rule_numbers own = { .value = 50, .numerator = 10, .denominator = 20 };
	const struct rule_numbers other = { .value = 20, .numerator = 9, .denominator = 10 };
	static const struct {
		enum rule_part part, other_part;
		bool at_most, equals;
	} cases[] = {
		{ RULE_VALUE, RULE_VALUE, true, true }, { RULE_NUMERATOR, RULE_NUMERATOR, true, true },
		{ RULE_NUMERATOR, RULE_DENOMINATOR, false, false }, { RULE_DENOMINATOR, RULE_VALUE, false, false },
		{ RULE_NUMERATOR, RULE_VALUE, false, true },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct rule at_most = { .kind = RULE_AT_MOST, .part = cases[i].part, .other = "B", .other_part = cases[i].other_part };
		const struct rule equals = { .kind = RULE_EQUALS, .part = cases[i].part, .other = "B", .other_part = cases[i].other_part };
		ck_assert_msg(rule_broken(&at_most, &own, NULL, &other) == cases[i].at_most, "case %zu", i);
		ck_assert_msg(rule_broken(&equals, &own, NULL, &other) == cases[i].equals, "case %zu", i);
	}
}
END_TEST

START_TEST(what_is_not_there_breaks_nothing)
{
	static const enum rule_kind kinds[] = { RULE_JUMP, RULE_AT_MOST, RULE_EQUALS };
	const struct rule_numbers own = value(1000);
	const struct rule_numbers nothing = value(NAN);

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const struct rule rule = { .kind = kinds[i], .factor = 2, .above = 0, .other = "B" };
		/* Control: with both numbers the rule is broken. */
		ck_assert(breaks(&rule, 1000, 1));
		ck_assert(!rule_broken(&rule, &own, NULL, NULL));
		ck_assert(!rule_broken(&rule, &own, &nothing, &nothing));
		ck_assert(!breaks(&rule, NAN, 1));
		ck_assert(!breaks(&rule, NAN, NAN));
	}
	/* Each kind looks only at what it is about. */
	const struct rule_numbers one = value(1);
	const struct rule at_most = { .kind = RULE_AT_MOST, .other = "B" };
	ck_assert(!rule_broken(&at_most, &own, &one, NULL));
	ck_assert(!rule_broken(&twice, &own, NULL, &one));
}
END_TEST

START_TEST(hard_or_soft_makes_no_difference_to_whether_it_is_broken)
{
	struct rule rule = range(0, 10);
	const struct rule_numbers own = value(11);

	ck_assert(rule_broken(&rule, &own, NULL, NULL));
	rule.hard = true;
	ck_assert(rule_broken(&rule, &own, NULL, NULL));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(names_lead_there_and_back),
	KIT_TEST(a_part_is_that_number_of_the_answer),
	KIT_TEST(a_range_holds_its_ends),
	KIT_TEST(a_range_looks_at_its_part_alone),
	KIT_TEST(a_jump_is_told_only_beyond_the_factor_and_from_the_threshold),
	KIT_TEST(a_jump_without_a_threshold_is_told_for_small_numbers_too),
	KIT_TEST(a_jump_compares_the_same_part_of_both_rounds),
	KIT_TEST(at_most_lets_as_many_pass),
	KIT_TEST(equals_lets_only_the_same_pass),
	KIT_TEST(a_comparison_takes_the_parts_that_it_names),
	KIT_TEST(what_is_not_there_breaks_nothing),
	KIT_TEST(hard_or_soft_makes_no_difference_to_whether_it_is_broken),
};
KIT_MAIN("rule", tests)
