/* Tests of catalogue folders: each mistake with its file and line, and what a load changes. */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indicators/model/audit.h"
#include "indicators/model/catalogue.h"
#include "tests/unit/kit.h"

static struct error error = ERROR_INIT;

#define FRAMEWORK \
	"framework: small\n" \
	"position: 1\n" \
	"minimum_reporting: 3\n" \
	"carry_forward: no\n" \
	"title: {en: Small, ru: Малая}\n" \
	"description: {en: Small one, ru: Малая}\n" \
	"domains:\n" \
	"  - {code: LAW, title: {en: Law, ru: Закон}, description: {en: Laws, ru: Законы}}\n" \
	"  - {code: GOV, title: {en: Rule, ru: Власть}, description: {en: Rules, ru: Власти}}\n"

#define DIMENSION(code, categories) "  - {code: " code ", title: {en: Title, ru: Название}, categories: [" categories "]}\n"
#define CATEGORY(code) "{code: " code ", title: {en: Title, ru: Название}}"
#define DIMENSIONS "dimensions:\n" DIMENSION("sex", CATEGORY("female") ", " CATEGORY("unknown")) DIMENSION("age", CATEGORY("child") ", " CATEGORY("unknown"))

/* Lines 1-7 say what it is, 8-11 the texts, from 12 what belongs to the type. */
#define HEAD(code, domain, type, unit, direction) \
	"code: " code "\ndomain: " domain "\nposition: 1\ntype: " type "\nunit: " unit "\ndirection: " direction "\nsdg: [\"16.2\"]\n"
#define TEXTS \
	"title: {en: Title, ru: Название}\n" \
	"measures: {en: What is measured, ru: Что измеряется}\n" \
	"guidance: {en: How to answer, ru: Как отвечать}\n" \
	"evidence: {en: What counts, ru: Что считается}\n"
#define LEVEL(n, criteria) "  - title: {en: Level " n ", ru: Уровень " n "}\n    criteria: " criteria "\n"
#define CRITERION "[{en: Fact, ru: Факт}]"
#define LEVELS "levels:\n" LEVEL("0", "[]") LEVEL("1", CRITERION) LEVEL("2", CRITERION) LEVEL("3", CRITERION) LEVEL("4", CRITERION)
#define LADDER HEAD("LAW1", "LAW", "ladder", "level", "increase") TEXTS LEVELS
#define COUNT HEAD("GOV1", "GOV", "count", "persons", "neutral") TEXTS
#define ITEM(code, group) "  - {code: " code ", group: " group ", title: {en: Item " code ", ru: Пункт " code "}}\n"
#define GROUPS "groups:\n  - {code: core, title: {en: Core, ru: Основное}}\n"
#define CHECKLIST HEAD("GOV1", "GOV", "checklist", "items", "increase") TEXTS "items:\n" ITEM("A", "core") ITEM("B", "core") GROUPS

#define SDG \
	"goals:\n" \
	"  - code: \"16\"\n" \
	"    title: {en: Peace, ru: Мир}\n" \
	"    targets:\n" \
	"      - {code: \"16.2\", title: {en: Children, ru: Дети}}\n" \
	"series:\n" \
	"  - code: VC_X\n" \
	"    indicator: \"16.2.2\"\n" \
	"    target: \"16.2\"\n" \
	"    title: {en: Victims, ru: Жертвы}\n" \
	"    unit: number\n" \
	"    direction: neutral\n" \
	"    goal_year: 2030\n" \
	"    base_year: 2015\n" \
	"dimensions:\n" \
	"  - code: sex\n" \
	"    title: {en: Sex, ru: Пол}\n" \
	"    codes:\n" \
	"      - {code: bothsex, total: yes, title: {en: Both, ru: Оба}}\n" \
	"units:\n" \
	"  - {code: number, title: {en: number, ru: число}}\n" \
	"  - {code: level, title: {en: level, ru: уровень}}\n" \
	"  - {code: items, title: {en: items, ru: пункты}}\n" \
	"  - {code: percent, title: {en: percent, ru: процент}}\n" \
	"  - {code: persons, title: {en: persons, ru: лица}}\n" \
	"natures:\n" \
	"  - {code: c, title: {en: country, ru: страна}}\n"

static const char *folder(const char *name)
{
	const char *path = kit_path(name);

	mkdir(path, 0700);
	return path;
}

/* The small framework with its SDG catalogue beside it. */
static const char *small(const char *framework, const char *law1, const char *gov1)
{
	const char *path = folder("small");

	folder("sdg");
	kit_write("sdg/sdg.yaml", SDG);
	kit_write("small/framework.yaml", framework);
	kit_write("small/LAW1.yaml", law1);
	if (gov1 != NULL)
		kit_write("small/GOV1.yaml", gov1);
	else
		unlink(kit_path("small/GOV1.yaml"));
	return path;
}

static void expect_problem(const char *path, const char *place, const char *words)
{
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(100);
	bool found = false;

	ck_refused(catalogue_check(path, &changes, &problems, &error), ERR_INVALID, error);
	for (const struct problem *problem = problems.first; problem != NULL; problem = problem->next)
		found = found || (strstr(problem->text, place) != NULL && strstr(problem->text, words) != NULL);
	ck_assert_msg(found, "no “%s … %s” but %zu, first: %s", place, words, problems.count, problems.first != NULL ? problems.first->text : error.text);
	problems_release(&problems);
}

static struct catalogue_changes load(struct database *db, const char *path)
{
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(10);

	ck_ok(catalogue_load(db, &kit_actor, path, &changes, &problems, &error), error);
	problems_release(&problems);
	return changes;
}

static int number(const char *sql)
{
	sqlite3 *handle;
	sqlite3_stmt *stmt;

	ck_assert_int_eq(sqlite3_open(kit_path("reports.db"), &handle), SQLITE_OK);
	ck_assert_int_eq(sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL), SQLITE_OK);
	ck_assert_int_eq(sqlite3_step(stmt), SQLITE_ROW);
	int value = sqlite3_column_int(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(handle);
	return value;
}

START_TEST(the_shipped_catalogues_are_good)
{
	static const char *const folders[] = { "sdg", "trafficking", "ihr" };
	static const int sizes[] = { 0, 49, 41 };

	for (size_t i = 0; i < 3; i++) {
		struct catalogue_changes changes;
		struct problems problems = PROBLEMS_INIT(10);
		char path[64];
		snprintf(path, sizeof path, "indicators/catalogue/%s", folders[i]);
		ck_ok(catalogue_check(kit_root(path), &changes, &problems, &error), error);
		ck_assert_str_eq(changes.name, folders[i]);
		if (sizes[i] != 0)
			ck_assert_int_eq(changes.indicators, sizes[i]);
		problems_release(&problems);
	}
}
END_TEST

START_TEST(each_mistake_of_an_indicator_is_named_by_file_and_line)
{
	static const struct {
		const char *gov1, *line, *words;
	} cases[] = {
		{ HEAD("GOV2", "GOV", "count", "persons", "neutral") TEXTS, "GOV1.yaml:1:", "the file is named" },
		{ HEAD("gov1", "GOV", "count", "persons", "neutral") TEXTS, "GOV1.yaml:1:", "capital letters" },
		{ HEAD("GOV1", "ZZZ", "count", "persons", "neutral") TEXTS, "GOV1.yaml:2:", "domain ZZZ" },
		{ HEAD("GOV1", "GOV", "number", "persons", "neutral") TEXTS, "GOV1.yaml:4:", "“number”" },
		{ HEAD("GOV1", "GOV", "count", "apples", "neutral") TEXTS, "GOV1.yaml:5:", "unit apples" },
		{ HEAD("GOV1", "GOV", "count", "Persons", "neutral") TEXTS, "GOV1.yaml:5:", "lower-case" },
		{ HEAD("GOV1", "GOV", "count", "persons", "up") TEXTS, "GOV1.yaml:6:", "“up”" },
		{ "code: GOV1\ndomain: GOV\nposition: 0\ntype: count\nunit: persons\ndirection: neutral\n" TEXTS, "GOV1.yaml:3:", "counts from 1" },
		{ "code: GOV1\ndomain: GOV\nposition: 1\ntype: count\nunit: persons\ndirection: neutral\nsdg: [\"16.9\"]\n" TEXTS, "GOV1.yaml:7:", "16.9" },
		{ COUNT "sdg: [\"16.2\"]\n", "GOV1.yaml:12:", "twice" },
		{ COUNT "first_period: \"2025-Q5\"\n", "GOV1.yaml:12:", "2025-Q5" },
		{ COUNT "first_period: \"2025\"\nlast_period: \"2024\"\n", "GOV1.yaml:13:", "before the first" },
		{ COUNT "first_period: \"2025\"\nlast_period: \"2026-Q1\"\n", "GOV1.yaml:13:", "one kind" },
		{ COUNT "replaces: [OLD1]\n", "GOV1.yaml:12:", "OLD1" },
		{ COUNT "replaces: [GOV1]\n", "GOV1.yaml:12:", "itself" },
		{ COUNT "series:\n  - {code: VC_Y, dims: \"\"}\n", "GOV1.yaml:13:", "VC_Y" },
		{ COUNT "series:\n  - {code: VC_X, dims: \"sex=bothsex;age=allage\"}\n", "GOV1.yaml:13:", "dims" },
		{ COUNT "series:\n  - {code: VC_X, dims: \"sex\"}\n", "GOV1.yaml:13:", "dims" },
		{ COUNT "disaggregation: [sex, shoe_size]\n", "GOV1.yaml:12:", "shoe_size" },
		{ COUNT LEVELS, "GOV1.yaml:12:", "Only a ladder" },
		{ COUNT "items:\n" ITEM("A", "core") GROUPS, "GOV1.yaml:12:", "Only a checklist" },
		{ COUNT "numerator: {en: a, ru: б}\n", "GOV1.yaml:12:", "Only a percent or a rate" },
		{ COUNT "per: 1000\n", "GOV1.yaml:12:", "Only a rate" },
		{ HEAD("GOV1", "GOV", "rate", "persons", "neutral") TEXTS, "GOV1.yaml:1:", "“per”" },
		{ HEAD("GOV1", "GOV", "rate", "persons", "neutral") TEXTS "per: 0\n", "GOV1.yaml:12:", "above 0" },
		{ HEAD("GOV1", "GOV", "percent", "percent", "increase") TEXTS "numerator: {en: a, ru: б}\n", "GOV1.yaml:12:", "stand together" },
		{ HEAD("GOV1", "GOV", "percent", "percent", "increase") TEXTS "disaggregation: [sex]\n", "GOV1.yaml:12:", "Only a count" },
		{ HEAD("GOV1", "GOV", "ladder", "level", "increase") TEXTS, "GOV1.yaml:1:", "exactly 5 levels" },
		{ HEAD("GOV1", "GOV", "ladder", "level", "increase") TEXTS "levels:\n" LEVEL("0", "[]") LEVEL("1", CRITERION), "GOV1.yaml:12:", "here are 2" },
		{ HEAD("GOV1", "GOV", "ladder", "level", "increase") TEXTS "levels:\n" LEVEL("0", CRITERION) LEVEL("1", CRITERION) LEVEL("2", CRITERION)
			LEVEL("3", CRITERION) LEVEL("4", CRITERION), "GOV1.yaml:14:", "Level 0" },
		{ HEAD("GOV1", "GOV", "ladder", "level", "increase") TEXTS "levels:\n" LEVEL("0", "[]") LEVEL("1", CRITERION) LEVEL("2", "[]")
			LEVEL("3", CRITERION) LEVEL("4", CRITERION), "GOV1.yaml:18:", "Level 2" },
		{ HEAD("GOV1", "GOV", "ladder", "level", "increase") TEXTS "levels:\n" LEVEL("0", "[]") LEVEL("1", CRITERION) LEVEL("2", "[{en: Fact}]")
			LEVEL("3", CRITERION) LEVEL("4", CRITERION), "GOV1.yaml:18:", "“ru”" },
		{ HEAD("GOV1", "GOV", "checklist", "items", "increase") TEXTS GROUPS, "GOV1.yaml:1:", "needs items" },
		{ HEAD("GOV1", "GOV", "checklist", "items", "increase") TEXTS "items:\n" ITEM("A", "core") ITEM("A", "core") GROUPS, "GOV1.yaml:14:", "twice" },
		{ HEAD("GOV1", "GOV", "checklist", "items", "increase") TEXTS "items:\n" ITEM("A", "other") GROUPS, "GOV1.yaml:13:", "“other”" },
		{ CHECKLIST "thresholds: [40, 80]\n", "GOV1.yaml:17:", "three thresholds" },
		{ CHECKLIST "thresholds: [40, 30, 100]\n", "GOV1.yaml:17:", "above the one before" },
		{ CHECKLIST "thresholds: [40, 80, 101]\n", "GOV1.yaml:17:", "at most 100" },
		{ CHECKLIST "thresholds: [40, x, 100]\n", "GOV1.yaml:17:", "must be a number" },
		{ HEAD("GOV1", "GOV", "count", "persons", "neutral") "title: {en: Title, ru: Название}\n", "GOV1.yaml:1:", "“measures” is missing" },
		{ HEAD("GOV1", "GOV", "count", "persons", "neutral") "title: {en: Title}\nmeasures: {en: a, ru: б}\nguidance: {en: a, ru: б}\nevidence: {en: a, ru: б}\n",
			"GOV1.yaml:8:", "“ru”" },
		{ COUNT "colour: red\n", "GOV1.yaml:12:", "“colour”" },
		{ COUNT "agency: {en: a, xx: b}\n", "GOV1.yaml:12:", "“xx”" },
		{ COUNT "\tagency: x\n", "GOV1.yaml:12:", "not YAML" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_problem(small(FRAMEWORK DIMENSIONS, LADDER, cases[i].gov1), cases[i].line, cases[i].words);
}
END_TEST

START_TEST(each_mistake_of_a_framework_is_named_by_line)
{
	static const struct {
		const char *framework, *line, *words;
	} cases[] = {
		{ "framework: Small\nposition: 1\nminimum_reporting: 3\ncarry_forward: no\ntitle: {en: a, ru: б}\ndescription: {en: a, ru: б}\ndomains: []\n",
			"framework.yaml:1:", "lower-case" },
		{ "framework: donors\nposition: 1\nminimum_reporting: 3\ncarry_forward: no\ntitle: {en: a, ru: б}\ndescription: {en: a, ru: б}\ndomains: []\n",
			"framework.yaml:1:", "address" },
		{ "framework: small\nposition: 1\nminimum_reporting: 0\ncarry_forward: no\ntitle: {en: a, ru: б}\ndescription: {en: a, ru: б}\ndomains: []\n",
			"framework.yaml:3:", "minimum_reporting" },
		{ "framework: small\nposition: 1\nminimum_reporting: 3\ncarry_forward: perhaps\ntitle: {en: a, ru: б}\ndescription: {en: a, ru: б}\ndomains: []\n",
			"framework.yaml:4:", "yes or no" },
		{ "framework: small\nposition: 1\nminimum_reporting: 3\ncarry_forward: no\ntitle: {en: a, ru: б}\ndescription: {en: a, ru: б}\ndomains: []\n",
			"framework.yaml:7:", "at least one domain" },
		{ FRAMEWORK "  - {code: LAW, title: {en: Law, ru: Закон}, description: {en: Laws, ru: Законы}}\n", "framework.yaml:10:", "twice" },
		{ FRAMEWORK "  - {code: law, title: {en: Law, ru: Закон}, description: {en: Laws, ru: Законы}}\n", "framework.yaml:10:", "capital" },
		{ FRAMEWORK "ladder_levels: 1\n", "framework.yaml:10:", "ladder_levels" },
		{ FRAMEWORK "ladder_levels: 4\n", "LAW1.yaml:12:", "exactly 4 levels" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_problem(small(cases[i].framework, LADDER, COUNT), cases[i].line, cases[i].words);
}
END_TEST

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
		expect_problem(small(FRAMEWORK, RATE, cases[i].gov1), cases[i].line, cases[i].words);

	/* The other indicator must have the part. */
	expect_problem(small(FRAMEWORK, LADDER, COUNT "rules:\n  - kind: at_most\n    other: LAW1\n"), "GOV1.yaml:14:", "LAW1, of the type ladder, has no value");
	expect_problem(small(FRAMEWORK, HEAD("LAW1", "LAW", "count", "persons", "neutral") TEXTS,
		COUNT "rules:\n  - kind: at_most\n    other: LAW1\n    other_part: numerator\n"), "GOV1.yaml:15:", "LAW1, of the type count, has no numerator");
}
END_TEST

START_TEST(an_indicator_has_a_bounded_number_of_rules)
{
	char text[4096];
	size_t length = (size_t)snprintf(text, sizeof text, "%s", COUNT "rules:\n");

	for (int i = 0; i < 21; i++)
		length += (size_t)snprintf(text + length, sizeof text - length, "  - {kind: range, lowest: %d}\n", i);
	expect_problem(small(FRAMEWORK, LADDER, text), "GOV1.yaml:12:", "at most 20 rules; here are 21");
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
		expect_problem(small(cases[i].framework, LADDER, COUNT "disaggregation: [sex]\n"), cases[i].line, cases[i].words);
}
END_TEST

START_TEST(dimensions_and_categories_are_bounded)
{
	char text[8192];
	size_t length = (size_t)snprintf(text, sizeof text, "%s", FRAMEWORK "dimensions:\n");

	for (int i = 0; i < 11; i++)
		length += (size_t)snprintf(text + length, sizeof text - length, DIMENSION("d%d", CATEGORY("a") ", " CATEGORY("unknown")), i);
	expect_problem(small(text, LADDER, COUNT), "framework.yaml:10:", "at most 10 dimensions; here are 11");
	length = (size_t)snprintf(text, sizeof text, "%s", FRAMEWORK "dimensions:\n  - code: sex\n    title: {en: Title, ru: Название}\n    categories:\n");
	for (int i = 0; i < 30; i++)
		length += (size_t)snprintf(text + length, sizeof text - length, "      - " CATEGORY("c%d") "\n", i);
	snprintf(text + length, sizeof text - length, "      - " CATEGORY("unknown") "\n");
	expect_problem(small(text, LADDER, COUNT), "framework.yaml:13:", "at most 30 categories; sex has 31");
}
END_TEST

START_TEST(all_mistakes_of_all_files_are_found_at_once)
{
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(100);
	const char *path = small(FRAMEWORK "colour: red\n", HEAD("LAW1", "LAW", "ladder", "level", "up") TEXTS,
		HEAD("GOV1", "GOV", "count", "apples", "down") TEXTS "first_period: x\n");

	ck_refused(catalogue_check(path, &changes, &problems, &error), ERR_INVALID, error);
	ck_assert_int_eq((int)problems.count, 6);
	problems_release(&problems);
}
END_TEST

START_TEST(a_folder_that_is_none_is_refused)
{
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(10);

	ck_refused(catalogue_check(kit_path("nowhere"), &changes, &problems, &error), ERR_NOT_FOUND, error);
	ck_refused(catalogue_check(folder("empty"), &changes, &problems, &error), ERR_INVALID, error);
	kit_write("empty/framework.yaml", FRAMEWORK);
	expect_problem(kit_path("empty"), "empty", "no indicator");
	kit_write("empty/sdg.yaml", SDG);
	ck_refused(catalogue_check(kit_path("empty"), &changes, &problems, &error), ERR_INVALID, error);
	problems_release(&problems);
}
END_TEST

START_TEST(each_mistake_of_sdg_yaml_is_named_by_line)
{
	static const struct {
		const char *from, *to, *line, *words;
	} cases[] = {
		{ "code: \"16\"", "code: SIX", "sdg.yaml:2:", "its number" },
		{ "code: \"16.2\", title", "code: \"17.2\", title", "sdg.yaml:5:", "no target of goal" },
		{ "code: VC_X", "code: vc_x", "sdg.yaml:7:", "capital" },
		{ "indicator: \"16.2.2\"", "indicator: \"5.2.2\"", "sdg.yaml:8:", "does not belong" },
		{ "target: \"16.2\"", "target: \"16.9\"", "sdg.yaml:9:", "16.9" },
		{ "unit: number", "unit: apples", "sdg.yaml:11:", "apples" },
		{ "direction: neutral", "direction: up", "sdg.yaml:12:", "“up”" },
		{ "goal_year: 2030", "goal_year: 30", "sdg.yaml:13:", "goal_year" },
		{ "base_year: 2015", "base_year: 2031", "sdg.yaml:14:", "base_year" },
		{ "{code: bothsex,", "{code: Both,", "sdg.yaml:19:", "lower-case" },
		{ "{code: level,", "{code: number,", "sdg.yaml:22:", "twice" },
		{ "{en: country, ru: страна}", "{en: country}", "sdg.yaml:27:", "“ru”" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[8192];
		const char *at = strstr(SDG, cases[i].from);
		ck_assert_ptr_nonnull(at);
		snprintf(text, sizeof text, "%.*s%s%s", (int)(at - SDG), SDG, cases[i].to, at + strlen(cases[i].from));
		const char *path = folder("sdg");
		kit_write("sdg/sdg.yaml", text);
		expect_problem(path, cases[i].line, cases[i].words);
	}
}
END_TEST

START_TEST(a_second_load_without_a_change_changes_nothing)
{
	struct database *db = kit_reports();
	struct audit_state before;
	struct audit_state after;

	ck_assert(load(db, kit_root("indicators/catalogue/sdg")).changed);
	ck_assert_int_eq(load(db, kit_root("indicators/catalogue/trafficking")).added, 49);
	int generation = number("SELECT generation FROM catalogue_state");
	ck_ok(audit_verify(db, &before, &error), error);
	ck_assert(!load(db, kit_root("indicators/catalogue/sdg")).changed);
	ck_assert(!load(db, kit_root("indicators/catalogue/trafficking")).changed);
	ck_ok(audit_verify(db, &after, &error), error);
	ck_assert_int_eq(after.rows, before.rows);
	ck_assert_int_eq(number("SELECT generation FROM catalogue_state"), generation);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM framework_version"), 1);
	database_close(db);
}
END_TEST

START_TEST(another_definition_is_a_new_version_and_the_old_one_stays)
{
	static const char *const changed[] = {
		HEAD("GOV1", "GOV", "percent", "persons", "neutral") TEXTS,
		HEAD("GOV1", "GOV", "count", "number", "neutral") TEXTS,
		HEAD("GOV1", "GOV", "count", "persons", "increase") TEXTS,
		HEAD("GOV1", "GOV", "count", "persons", "neutral")
			"title: {en: Title, ru: Название}\nmeasures: {en: Something else, ru: Что измеряется}\nguidance: {en: a, ru: б}\nevidence: {en: a, ru: б}\n",
		CHECKLIST,
		CHECKLIST "thresholds: [40, 80, 100]\n",
		HEAD("GOV1", "GOV", "checklist", "items", "increase") TEXTS "items:\n" ITEM("A", "core") ITEM("C", "core") GROUPS,
		HEAD("GOV1", "GOV", "rate", "persons", "neutral") TEXTS "per: 1000\n",
		HEAD("GOV1", "GOV", "rate", "persons", "neutral") TEXTS "per: 1001\n",
	};
	struct database *db = kit_reports();
	int generation;

	load(db, small(FRAMEWORK, LADDER, COUNT));
	for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
		generation = number("SELECT generation FROM catalogue_state");
		struct catalogue_changes changes = load(db, small(FRAMEWORK, LADDER, changed[i]));
		ck_assert_msg(changes.redefined == 1 && changes.added + changes.reworded + changes.retired == 0, "case %zu", i);
		ck_assert_int_eq(changes.version, (int)i + 2);
		ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_version WHERE current = 1"), 2);
		ck_assert_int_eq(number("SELECT MAX(version) FROM indicator_version"), (int)i + 2);
		ck_assert_int_eq(number("SELECT generation FROM catalogue_state"), generation + 1);
	}
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_text WHERE part = 'title' AND lang = 'en'"), 2 + (int)(sizeof changed / sizeof *changed));
	database_close(db);
}
END_TEST

START_TEST(an_english_criterion_is_definition_and_its_translation_is_not)
{
	struct database *db = kit_reports();
	static const char levels[] = "levels:\n" LEVEL("0", "[]") LEVEL("1", CRITERION) LEVEL("2", CRITERION) LEVEL("3", CRITERION);
	char text[4096];

	load(db, small(FRAMEWORK, LADDER, COUNT));
	snprintf(text, sizeof text, "%s%s%s", HEAD("LAW1", "LAW", "ladder", "level", "increase") TEXTS, levels, LEVEL("4", "[{en: Fact, ru: Другой факт}]"));
	struct catalogue_changes changes = load(db, small(FRAMEWORK, text, COUNT));
	ck_assert_int_eq(changes.reworded, 1);
	ck_assert_int_eq(changes.redefined, 0);
	snprintf(text, sizeof text, "%s%s%s", HEAD("LAW1", "LAW", "ladder", "level", "increase") TEXTS, levels, LEVEL("4", "[{en: Other fact, ru: Факт}]"));
	changes = load(db, small(FRAMEWORK, text, COUNT));
	ck_assert_int_eq(changes.redefined, 1);
	snprintf(text, sizeof text, "%s%s%s", HEAD("LAW1", "LAW", "ladder", "level", "increase") TEXTS, levels,
		LEVEL("4", "[{en: Other fact, ru: Факт}, {en: Second, ru: Второй}]"));
	changes = load(db, small(FRAMEWORK, text, COUNT));
	ck_assert_int_eq(changes.redefined, 1);
	database_close(db);
}
END_TEST

START_TEST(better_wording_and_place_change_the_version_that_is_there)
{
	static const char *const changed[] = {
		HEAD("GOV1", "GOV", "count", "persons", "neutral")
			"title: {en: Better title, ru: Название}\nmeasures: {en: What is measured, ru: Что измеряется}\nguidance: {en: How to answer, ru: Как отвечать}\nevidence: {en: What counts, ru: Что считается}\n",
		HEAD("GOV1", "LAW", "count", "persons", "neutral") TEXTS,
		COUNT "first_period: \"2020\"\n",
		COUNT "instruments: [\"PP 6\"]\n",
		COUNT "disaggregation: [sex]\n",
		COUNT "replaces: [LAW1]\n",
		COUNT "agency: {en: Ministry, ru: Министерство}\n",
		COUNT "series:\n  - {code: VC_X, dims: \"sex=bothsex\"}\n",
		COUNT,
	};
	struct database *db = kit_reports();

	load(db, small(FRAMEWORK DIMENSIONS, LADDER, COUNT));
	for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
		struct catalogue_changes changes = load(db, small(FRAMEWORK DIMENSIONS, LADDER, changed[i]));
		ck_assert_msg(changes.reworded == 1 && changes.redefined == 0, "case %zu", i);
		ck_assert(!load(db, small(FRAMEWORK DIMENSIONS, LADDER, changed[i])).changed);
	}
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_version"), 2);
	database_close(db);
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

	load(db, small(FRAMEWORK, RATE, COUNT));
	for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
		struct catalogue_changes changes = load(db, small(FRAMEWORK, RATE, changed[i]));
		ck_assert_msg(changes.reworded == 1 && changes.redefined == 0, "case %zu", i);
		ck_assert_int_eq(changes.version, (int)i + 2);
		ck_assert_msg(!load(db, small(FRAMEWORK, RATE, changed[i])).changed, "case %zu", i);
	}
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_version"), 2);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_rule"), 0);
	database_close(db);
}
END_TEST

START_TEST(rules_are_kept_as_written_and_the_value_is_meant_where_no_part_is_named)
{
	struct database *db = kit_reports();

	load(db, small(FRAMEWORK, RATE, PERCENT FRACTION "rules:\n"
		"  - {kind: at_most, hard: yes, part: numerator, other: LAW1, why: {en: Because, ru: Потому что}}\n"
		"  - {kind: jump, factor: 2.5, above: 0.5}\n"
		"  - {kind: range, hard: no, part: denominator, lowest: -1, highest: 1e9}\n"));
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_rule WHERE position = 1 AND kind = 'at_most' AND hard = 1 AND part = 'numerator'"
		" AND other = 'LAW1' AND other_part = 'value' AND lowest IS NULL AND highest IS NULL AND factor IS NULL AND above IS NULL"), 1);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_rule WHERE position = 2 AND kind = 'jump' AND hard = 0 AND part = 'value'"
		" AND factor = 2.5 AND above = 0.5 AND other IS NULL AND other_part IS NULL"), 1);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_rule WHERE position = 3 AND kind = 'range' AND hard = 0 AND part = 'denominator'"
		" AND lowest = -1 AND highest = 1e9"), 1);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_text WHERE part = 'rule.1'"), 2);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_text WHERE part LIKE 'rule.%'"), 2);
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

	load(db, small(FRAMEWORK, LADDER, COUNT));
	for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
		struct catalogue_changes changes = load(db, small(changed[i], LADDER, COUNT));
		ck_assert_msg(changes.changed && changes.added + changes.redefined + changes.reworded + changes.retired == 0, "case %zu", i);
		ck_assert_int_eq(changes.version, (int)i + 2);
		ck_assert_msg(!load(db, small(changed[i], LADDER, COUNT)).changed, "case %zu", i);
		if (i == 0) {
			ck_assert_int_eq(number("SELECT COUNT(*) FROM framework_dimension"), 2);
			ck_assert_int_eq(number("SELECT position FROM framework_category WHERE dimension = 'sex' AND category = 'unknown'"), 2);
			ck_assert_int_eq(number("SELECT COUNT(*) FROM framework_text WHERE part IN ('dimension.sex', 'dimension.sex.female')"), 4);
		}
	}
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_version"), 2);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM framework_dimension"), 0);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM framework_category"), 0);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM framework_text WHERE part LIKE 'dimension.%'"), 0);
	database_close(db);
}
END_TEST

START_TEST(an_indicator_whose_file_is_gone_is_retired_and_comes_back_with_it)
{
	struct database *db = kit_reports();

	load(db, small(FRAMEWORK, LADDER, COUNT));
	struct catalogue_changes changes = load(db, small(FRAMEWORK, LADDER, NULL));
	ck_assert_int_eq(changes.retired, 1);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator WHERE retired_at IS NOT NULL AND code = 'GOV1'"), 1);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_version WHERE current = 1"), 1);
	ck_assert(!load(db, small(FRAMEWORK, LADDER, NULL)).changed);
	changes = load(db, small(FRAMEWORK, LADDER, COUNT));
	ck_assert_int_eq(changes.reinstated, 1);
	ck_assert_int_eq(changes.redefined + changes.added, 0);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator_version WHERE current = 1"), 2);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM indicator WHERE retired_at IS NOT NULL"), 0);
	database_close(db);
}
END_TEST

START_TEST(a_domain_that_is_gone_stays_while_retired_indicators_are_in_it)
{
	struct database *db = kit_reports();
	char framework[2048];

	load(db, small(FRAMEWORK "  - {code: NEW, title: {en: New, ru: Новое}, description: {en: New, ru: Новое}}\n", LADDER, COUNT));
	ck_assert_int_eq(number("SELECT COUNT(*) FROM domain"), 3);
	snprintf(framework, sizeof framework, "%.*s", (int)(strstr(FRAMEWORK, "  - {code: GOV") - FRAMEWORK), FRAMEWORK);
	load(db, small(framework, LADDER, NULL));
	ck_assert_int_eq(number("SELECT COUNT(*) FROM domain WHERE code = 'NEW'"), 0);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM domain WHERE code = 'GOV'"), 1);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM domain_text WHERE domain = 'GOV'"), 4);
	ck_assert(!load(db, small(framework, LADDER, NULL)).changed);
	database_close(db);
}
END_TEST

START_TEST(a_folder_with_a_mistake_loads_nothing_of_it)
{
	struct database *db = kit_reports();
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(10);
	const char *path = small(FRAMEWORK, LADDER, COUNT "colour: red\n");

	ck_refused(catalogue_load(db, &kit_actor, path, &changes, &problems, &error), ERR_INVALID, error);
	ck_assert_int_eq(number("SELECT COUNT(*) FROM framework"), 0);
	ck_assert_int_eq(number("SELECT generation FROM catalogue_state"), 0);
	problems_release(&problems);
	database_close(db);
}
END_TEST

START_TEST(a_target_that_indicators_name_cannot_be_taken_away)
{
	struct database *db = kit_reports();
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(10);
	char text[8192];
	const char *at = strstr(SDG, "      - {code: \"16.2\"");
	const char *path = small(FRAMEWORK, LADDER, COUNT);

	load(db, kit_path("sdg"));
	load(db, path);
	snprintf(text, sizeof text, "%.*s      - {code: \"16.3\", title: {en: Law, ru: Право}}\nseries: []\ndimensions: []\nunits: []\nnatures: []\n", (int)(at - SDG), SDG);
	kit_write("sdg/sdg.yaml", text);
	ck_refused(catalogue_load(db, &kit_actor, kit_path("sdg"), &changes, &problems, &error), ERR_CONFLICT, error);
	ck_assert_ptr_nonnull(strstr(error.text, "16.2"));
	ck_assert_int_eq(number("SELECT COUNT(*) FROM sdg_target WHERE code = '16.2'"), 1);
	problems_release(&problems);
	database_close(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(the_shipped_catalogues_are_good),
	KIT_TEST(each_mistake_of_an_indicator_is_named_by_file_and_line),
	KIT_TEST(each_mistake_of_a_framework_is_named_by_line),
	KIT_TEST(each_mistake_of_a_rule_is_named_by_line),
	KIT_TEST(an_indicator_has_a_bounded_number_of_rules),
	KIT_TEST(each_mistake_of_a_dimension_is_named_by_line),
	KIT_TEST(dimensions_and_categories_are_bounded),
	KIT_TEST(all_mistakes_of_all_files_are_found_at_once),
	KIT_TEST(a_folder_that_is_none_is_refused),
	KIT_TEST(each_mistake_of_sdg_yaml_is_named_by_line),
	KIT_TEST(a_second_load_without_a_change_changes_nothing),
	KIT_TEST(another_definition_is_a_new_version_and_the_old_one_stays),
	KIT_TEST(an_english_criterion_is_definition_and_its_translation_is_not),
	KIT_TEST(better_wording_and_place_change_the_version_that_is_there),
	KIT_TEST(another_rule_is_loaded_and_makes_no_new_version),
	KIT_TEST(rules_are_kept_as_written_and_the_value_is_meant_where_no_part_is_named),
	KIT_TEST(another_breakdown_is_loaded_and_makes_no_new_version),
	KIT_TEST(an_indicator_whose_file_is_gone_is_retired_and_comes_back_with_it),
	KIT_TEST(a_domain_that_is_gone_stays_while_retired_indicators_are_in_it),
	KIT_TEST(a_folder_with_a_mistake_loads_nothing_of_it),
	KIT_TEST(a_target_that_indicators_name_cannot_be_taken_away),
};
KIT_MAIN("catalogue", tests)
