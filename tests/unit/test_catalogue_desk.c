/* Tests of what a catalogue says to those who answer: breakdowns and rules, each mistake with its file and line, and what a load changes. */
#include <stdio.h>

#include "tests/unit/small.h"

#define PERCENT HEAD("GOV1", "GOV", "percent", "percent", "increase") TEXTS
#define FRACTION "numerator: {en: a, ru: б}\ndenominator: {en: c, ru: в}\n"
#define RATE HEAD("LAW1", "LAW", "rate", "persons", "neutral") TEXTS "per: 1000\n" FRACTION

START_TEST(each_mistake_of_a_rule_is_named_by_line)
{
	static const struct {
		const char *gov1, *line, *words;
	} cases[] = {
		{ COUNT "rules:\n  - {hard: yes}\n", "GOV1.yaml:13:", "“kind” is missing" },
		{ COUNT "rules:\n  - {kind: atmost, other: LAW1}\n", "GOV1.yaml:13:", "range, jump, at_most or equals" },
		{ COUNT "rules:\n  - {kind: range, lowest: 1}\n  - {kind: range, lowest: much}\n", "GOV1.yaml:14:", "must be a number" },
		{ COUNT "rules:\n  - {kind: range, hard: perhaps, lowest: 1}\n", "GOV1.yaml:13:", "yes or no" },
		{ COUNT "rules:\n  - {kind: range, lowest: 1, colour: red}\n", "GOV1.yaml:13:", "“colour”" },
		{ COUNT "rules:\n  - {kind: range, lowest: 1, why: {en: Words}}\n", "GOV1.yaml:13:", "“ru”" },
		{ COUNT "rules:\n  - kind: range\n    lowest: 1\n    why: {en: \"\", ru: Слова}\n", "GOV1.yaml:15:", "is empty" },
		{ COUNT "rules:\n  - kind: range\n    hard: yes\n", "GOV1.yaml:13:", "“lowest” or “highest”" },
		{ COUNT "rules:\n  - kind: range\n    lowest: 6\n    highest: 5\n", "GOV1.yaml:14:", "above highest" },
		{ COUNT "rules:\n  - kind: range\n    lowest: 1e999\n", "GOV1.yaml:14:", "too large" },
		{ COUNT "rules:\n  - kind: range\n    lowest: 1\n    factor: 2\n", "GOV1.yaml:15:", "has no “factor”" },
		{ COUNT "rules:\n  - kind: range\n    lowest: 1\n    other: LAW1\n", "GOV1.yaml:15:", "has no “other”" },
		{ COUNT "rules:\n  - kind: jump\n    above: 10\n", "GOV1.yaml:13:", "needs “factor”" },
		{ COUNT "rules:\n  - kind: jump\n    factor: 1\n", "GOV1.yaml:14:", "more than 1" },
		{ COUNT "rules:\n  - kind: jump\n    factor: 2\n    above: -1\n", "GOV1.yaml:15:", "less than 0" },
		{ COUNT "rules:\n  - kind: jump\n    factor: 2\n    lowest: 1\n", "GOV1.yaml:15:", "has no “lowest”" },
		{ COUNT "rules:\n  - kind: at_most\n    hard: no\n", "GOV1.yaml:13:", "needs “other”" },
		{ COUNT "rules:\n  - kind: at_most\n    other: GOV1\n", "GOV1.yaml:14:", "not with itself" },
		{ COUNT "rules:\n  - kind: equals\n    other: LAW9\n", "GOV1.yaml:14:", "LAW9, which is not" },
		{ COUNT "rules:\n  - kind: equals\n    other: LAW1\n    other_part: total\n", "GOV1.yaml:15:", "“total”" },
		{ COUNT "rules:\n  - kind: equals\n    other: LAW1\n    other_part: value\n    above: 1\n", "GOV1.yaml:16:", "has no “above”" },
		{ COUNT "rules:\n  - kind: range\n    lowest: 1\n    part: numerator\n", "GOV1.yaml:15:", "has no numerator" },
		{ COUNT "rules:\n  - kind: range\n    lowest: 1\n    part: total\n", "GOV1.yaml:15:", "“total”" },
		{ PERCENT "rules:\n  - kind: range\n    lowest: 1\n    part: denominator\n", "GOV1.yaml:15:", "has no denominator" },
		{ PERCENT FRACTION "rules:\n  - kind: at_most\n    other: LAW1\n", "GOV1.yaml:16:", "percent and LAW1 in persons" },
		{ CHECKLIST "rules:\n  - kind: range\n    lowest: 1\n", "GOV1.yaml:17:", "Only a count, a percent or a rate" },
		{ HEAD("GOV1", "GOV", "yes_no", "level", "increase") TEXTS "rules:\n  - kind: range\n    lowest: 1\n", "GOV1.yaml:12:", "type yes_no" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		small_problem(small_folder(FRAMEWORK, RATE, cases[i].gov1), cases[i].line, cases[i].words);

	/* The other indicator must have the part. */
	small_problem(small_folder(FRAMEWORK, LADDER, COUNT "rules:\n  - kind: at_most\n    other: LAW1\n"), "GOV1.yaml:14:", "LAW1, of the type ladder, has no value");
	small_problem(small_folder(FRAMEWORK, HEAD("LAW1", "LAW", "count", "persons", "neutral") TEXTS,
		COUNT "rules:\n  - kind: at_most\n    other: LAW1\n    other_part: numerator\n"), "GOV1.yaml:15:", "LAW1, of the type count, has no numerator");
}
END_TEST

START_TEST(an_indicator_has_a_bounded_number_of_rules)
{
	char text[4096];
	size_t length = (size_t)snprintf(text, sizeof text, "%s", COUNT "rules:\n");

	for (int i = 0; i < 21; i++)
		length += (size_t)snprintf(text + length, sizeof text - length, "  - {kind: range, lowest: %d}\n", i);
	small_problem(small_folder(FRAMEWORK, LADDER, text), "GOV1.yaml:12:", "at most 20 rules; here are 21");
}
END_TEST

START_TEST(each_mistake_of_a_dimension_is_named_by_line)
{
	static const struct {
		const char *framework, *line, *words;
	} cases[] = {
		{ FRAMEWORK "dimensions:\n" DIMENSION("Sex", CATEGORY("female") ", " CATEGORY("unknown")), "framework.yaml:11:", "lower-case" },
		{ FRAMEWORK "dimensions:\n" DIMENSION("a.b", CATEGORY("female") ", " CATEGORY("unknown")), "framework.yaml:11:", "lower-case" },
		{ FRAMEWORK DIMENSIONS DIMENSION("sex", CATEGORY("female") ", " CATEGORY("unknown")), "framework.yaml:13:", "sex is there twice" },
		{ FRAMEWORK "dimensions:\n" DIMENSION("sex", CATEGORY("female") ", " CATEGORY("male")), "framework.yaml:11:", "a category “unknown”" },
		{ FRAMEWORK "dimensions:\n" DIMENSION("sex", ""), "framework.yaml:11:", "a category “unknown”" },
		{ FRAMEWORK "dimensions:\n" DIMENSION("sex", CATEGORY("unknown")), "framework.yaml:11:", "besides “unknown”" },
		{ FRAMEWORK "dimensions:\n  - code: sex\n    title: {en: Title, ru: Название}\n    categories:\n      - " CATEGORY("unknown")
			"\n      - " CATEGORY("unknown") "\n", "framework.yaml:15:", "unknown is there twice" },
		{ FRAMEWORK "dimensions:\n  - code: sex\n    title: {en: Title, ru: Название}\n    categories:\n      - " CATEGORY("unknown")
			"\n      - " CATEGORY("not=so") "\n", "framework.yaml:15:", "“not=so”" },
		{ FRAMEWORK "dimensions:\n  - code: sex\n    title: {en: Title}\n    categories: [" CATEGORY("unknown") "]\n", "framework.yaml:12:", "“ru”" },
		{ FRAMEWORK "dimensions:\n  - code: sex\n    title: {en: Title, ru: Название}\n    categories:\n      - " CATEGORY("unknown")
			"\n      - {code: male}\n", "framework.yaml:15:", "“title” is missing" },
		{ FRAMEWORK "dimensions:\n  - code: sex\n    title: {en: Title, ru: Название}\n", "framework.yaml:11:", "“categories” is missing" },
		{ FRAMEWORK "dimensions:\n" DIMENSION("age", CATEGORY("child") ", " CATEGORY("unknown")), "GOV1.yaml:12:", "“sex” is not among them" },
		{ FRAMEWORK, "GOV1.yaml:12:", "“sex” is not among them" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		small_problem(small_folder(cases[i].framework, LADDER, COUNT "disaggregation: [sex]\n"), cases[i].line, cases[i].words);
}
END_TEST

START_TEST(dimensions_and_categories_are_bounded)
{
	char text[8192];
	size_t length = (size_t)snprintf(text, sizeof text, "%s", FRAMEWORK "dimensions:\n");

	for (int i = 0; i < 11; i++)
		length += (size_t)snprintf(text + length, sizeof text - length, DIMENSION("d%d", CATEGORY("a") ", " CATEGORY("unknown")), i);
	small_problem(small_folder(text, LADDER, COUNT), "framework.yaml:10:", "at most 10 dimensions; here are 11");
	length = (size_t)snprintf(text, sizeof text, "%s", FRAMEWORK "dimensions:\n  - code: sex\n    title: {en: Title, ru: Название}\n    categories:\n");
	for (int i = 0; i < 30; i++)
		length += (size_t)snprintf(text + length, sizeof text - length, "      - " CATEGORY("c%d") "\n", i);
	snprintf(text + length, sizeof text - length, "      - " CATEGORY("unknown") "\n");
	small_problem(small_folder(text, LADDER, COUNT), "framework.yaml:13:", "at most 30 categories; sex has 31");
}
END_TEST

START_TEST(another_rule_is_loaded_and_makes_no_new_version)
{
	static const char *const changed[] = {
		COUNT "rules:\n  - {kind: range, lowest: 1}\n",
		COUNT "rules:\n  - {kind: range, lowest: 2}\n",
		COUNT "rules:\n  - {kind: range, highest: 2}\n",
		COUNT "rules:\n  - {kind: range, hard: yes, highest: 2}\n",
		COUNT "rules:\n  - {kind: range, hard: yes, highest: 2, why: {en: Because, ru: Потому что}}\n",
		COUNT "rules:\n  - {kind: range, hard: yes, highest: 2, why: {en: Because, ru: Поэтому}}\n",
		COUNT "rules:\n  - {kind: jump, factor: 2}\n",
		COUNT "rules:\n  - {kind: jump, factor: 3}\n",
		COUNT "rules:\n  - {kind: jump, factor: 3, above: 10}\n",
		COUNT "rules:\n  - {kind: at_most, other: LAW1, other_part: numerator}\n",
		COUNT "rules:\n  - {kind: at_most, other: LAW1, other_part: denominator}\n",
		COUNT "rules:\n  - {kind: equals, other: LAW1, other_part: denominator}\n",
		COUNT "rules:\n  - {kind: equals, other: LAW1}\n",
		COUNT "rules:\n  - {kind: equals, other: LAW1}\n  - {kind: jump, factor: 3}\n",
		COUNT "rules:\n  - {kind: jump, factor: 3}\n  - {kind: equals, other: LAW1}\n",
		COUNT "rules: []\n",
	};
	struct database *db = kit_reports();

	small_load(db, small_folder(FRAMEWORK, RATE, COUNT));
	for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
		struct catalogue_changes changes = small_load(db, small_folder(FRAMEWORK, RATE, changed[i]));
		ck_assert_msg(changes.reworded == 1 && changes.redefined == 0, "case %zu", i);
		ck_assert_int_eq(changes.version, (int)i + 2);
		ck_assert_msg(!small_load(db, small_folder(FRAMEWORK, RATE, changed[i])).changed, "case %zu", i);
	}
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_version"), 2);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_rule"), 0);
	database_close(db);
}
END_TEST

START_TEST(rules_are_kept_as_written_and_the_value_is_meant_where_no_part_is_named)
{
	struct database *db = kit_reports();

	small_load(db, small_folder(FRAMEWORK, RATE, PERCENT FRACTION "rules:\n"
		"  - {kind: at_most, hard: yes, part: numerator, other: LAW1, why: {en: Because, ru: Потому что}}\n"
		"  - {kind: jump, factor: 2.5, above: 0.5}\n"
		"  - {kind: range, hard: no, part: denominator, lowest: -1, highest: 1e9}\n"));
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_rule WHERE position = 1 AND kind = 'at_most' AND hard = 1 AND part = 'numerator'"
		" AND other = 'LAW1' AND other_part = 'value' AND lowest IS NULL AND highest IS NULL AND factor IS NULL AND above IS NULL"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_rule WHERE position = 2 AND kind = 'jump' AND hard = 0 AND part = 'value'"
		" AND factor = 2.5 AND above = 0.5 AND other IS NULL AND other_part IS NULL"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_rule WHERE position = 3 AND kind = 'range' AND hard = 0 AND part = 'denominator'"
		" AND lowest = -1 AND highest = 1e9"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_text WHERE part = 'rule.1'"), 2);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_text WHERE part LIKE 'rule.%'"), 2);
	database_close(db);
}
END_TEST

START_TEST(another_breakdown_is_loaded_and_makes_no_new_version)
{
	static const char *const changed[] = {
		FRAMEWORK DIMENSIONS,
		FRAMEWORK "dimensions:\n" DIMENSION("age", CATEGORY("child") ", " CATEGORY("unknown")) DIMENSION("sex", CATEGORY("female") ", " CATEGORY("unknown")),
		FRAMEWORK "dimensions:\n" DIMENSION("sex", CATEGORY("female") ", " CATEGORY("unknown")),
		FRAMEWORK "dimensions:\n" DIMENSION("sex", CATEGORY("unknown") ", " CATEGORY("female")),
		FRAMEWORK "dimensions:\n" DIMENSION("sex", CATEGORY("unknown") ", " CATEGORY("female") ", " CATEGORY("male")),
		FRAMEWORK "dimensions:\n" DIMENSION("sex", CATEGORY("unknown") ", {code: female, title: {en: Other title, ru: Название}}"),
		FRAMEWORK,
	};
	struct database *db = kit_reports();

	small_load(db, small_folder(FRAMEWORK, LADDER, COUNT));
	for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
		struct catalogue_changes changes = small_load(db, small_folder(changed[i], LADDER, COUNT));
		ck_assert_msg(changes.changed && changes.added + changes.redefined + changes.reworded + changes.retired == 0, "case %zu", i);
		ck_assert_int_eq(changes.version, (int)i + 2);
		ck_assert_msg(!small_load(db, small_folder(changed[i], LADDER, COUNT)).changed, "case %zu", i);
		if (i == 0) {
			ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM framework_dimension"), 2);
			ck_assert_int_eq(kit_number("SELECT position FROM framework_category WHERE dimension = 'sex' AND category = 'unknown'"), 2);
			ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM framework_text WHERE part IN ('dimension.sex', 'dimension.sex.female')"), 4);
		}
	}
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_version"), 2);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM framework_dimension"), 0);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM framework_category"), 0);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM framework_text WHERE part LIKE 'dimension.%'"), 0);
	database_close(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(each_mistake_of_a_rule_is_named_by_line),
	KIT_TEST(an_indicator_has_a_bounded_number_of_rules),
	KIT_TEST(each_mistake_of_a_dimension_is_named_by_line),
	KIT_TEST(dimensions_and_categories_are_bounded),
	KIT_TEST(another_rule_is_loaded_and_makes_no_new_version),
	KIT_TEST(rules_are_kept_as_written_and_the_value_is_meant_where_no_part_is_named),
	KIT_TEST(another_breakdown_is_loaded_and_makes_no_new_version),
};
KIT_MAIN("catalogue_desk", tests)
