/* Tests of catalogue folders: each mistake with its file and line, and what a load changes. */
#include <stdio.h>
#include <string.h>

#include "indicators/model/audit.h"
#include "tests/unit/small.h"

static struct error error = ERROR_INIT;

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
		small_problem(small_folder(FRAMEWORK DIMENSIONS, LADDER, cases[i].gov1), cases[i].line, cases[i].words);
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
		small_problem(small_folder(cases[i].framework, LADDER, COUNT), cases[i].line, cases[i].words);
}
END_TEST

START_TEST(all_mistakes_of_all_files_are_found_at_once)
{
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(100);
	const char *path = small_folder(FRAMEWORK "colour: red\n", HEAD("LAW1", "LAW", "ladder", "level", "up") TEXTS,
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
	ck_refused(catalogue_check(small_subfolder("empty"), &changes, &problems, &error), ERR_INVALID, error);
	kit_write("empty/framework.yaml", FRAMEWORK);
	small_problem(kit_path("empty"), "empty", "no indicator");
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
		const char *path = small_subfolder("sdg");
		kit_write("sdg/sdg.yaml", text);
		small_problem(path, cases[i].line, cases[i].words);
	}
}
END_TEST

START_TEST(a_series_is_superseded_by_another_of_its_indicator_that_stands)
{
	static const struct {
		const char *successor;
		bool good;
	} cases[] = { { "VC_Y", true }, { "VC_X", false }, { "NOPE", false }, { "VC_Z", false }, { "VC_W", false } };
	/* VC_Y stands, VC_Z is of another indicator, VC_W is superseded itself. */
	static const char others[] =
		"  - {code: VC_Y, indicator: \"16.2.2\", target: \"16.2\", title: {en: y, ru: y}, unit: number, direction: neutral, goal_year: 2030, base_year: 2015}\n"
		"  - {code: VC_Z, indicator: \"16.2.3\", target: \"16.2\", title: {en: z, ru: z}, unit: number, direction: neutral, goal_year: 2030, base_year: 2015}\n"
		"  - {code: VC_W, indicator: \"16.2.2\", target: \"16.2\", title: {en: w, ru: w}, unit: number, direction: neutral, goal_year: 2030, base_year: 2015,"
		" superseded_by: VC_Y}\n";

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[8192];
		const char *at = strstr(SDG, "base_year: 2015\n");
		ck_assert_ptr_nonnull(at);
		at += strlen("base_year: 2015\n");
		snprintf(text, sizeof text, "%.*s    superseded_by: %s\n%s%s", (int)(at - SDG), SDG, cases[i].successor, others, at);
		const char *path = small_subfolder("sdg");
		kit_write("sdg/sdg.yaml", text);
		if (!cases[i].good) {
			small_problem(path, "sdg.yaml:15:", cases[i].successor);
			continue;
		}
		struct database *db = kit_reports();
		ck_assert(small_load(db, path).changed);
		database_close(db);
	}
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM series WHERE code IN ('VC_X', 'VC_W') AND superseded_by = 'VC_Y'"), 2);
}
END_TEST

START_TEST(a_second_load_without_a_change_changes_nothing)
{
	struct database *db = kit_reports();
	struct audit_state before;
	struct audit_state after;

	ck_assert(small_load(db, kit_root("indicators/catalogue/sdg")).changed);
	ck_assert_int_eq(small_load(db, kit_root("indicators/catalogue/trafficking")).added, 49);
	int64_t generation = kit_number("SELECT generation FROM catalogue_state");
	ck_ok(audit_verify(db, &before, &error), error);
	ck_assert(!small_load(db, kit_root("indicators/catalogue/sdg")).changed);
	ck_assert(!small_load(db, kit_root("indicators/catalogue/trafficking")).changed);
	ck_ok(audit_verify(db, &after, &error), error);
	ck_assert_int_eq(after.rows, before.rows);
	ck_assert_int_eq(kit_number("SELECT generation FROM catalogue_state"), generation);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM framework_version"), 1);
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
	int64_t generation;

	small_load(db, small_folder(FRAMEWORK, LADDER, COUNT));
	for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
		generation = kit_number("SELECT generation FROM catalogue_state");
		struct catalogue_changes changes = small_load(db, small_folder(FRAMEWORK, LADDER, changed[i]));
		ck_assert_msg(changes.redefined == 1 && changes.added + changes.reworded + changes.retired == 0, "case %zu", i);
		ck_assert_int_eq(changes.version, (int)i + 2);
		ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_version WHERE current = 1"), 2);
		ck_assert_int_eq(kit_number("SELECT MAX(version) FROM indicator_version"), (int)i + 2);
		ck_assert_int_eq(kit_number("SELECT generation FROM catalogue_state"), generation + 1);
	}
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_text WHERE part = 'title' AND lang = 'en'"), 2 + (int)(sizeof changed / sizeof *changed));
	database_close(db);
}
END_TEST

START_TEST(an_english_criterion_is_definition_and_its_translation_is_not)
{
	struct database *db = kit_reports();
	static const char levels[] = "levels:\n" LEVEL("0", "[]") LEVEL("1", CRITERION) LEVEL("2", CRITERION) LEVEL("3", CRITERION);
	char text[4096];

	small_load(db, small_folder(FRAMEWORK, LADDER, COUNT));
	snprintf(text, sizeof text, "%s%s%s", HEAD("LAW1", "LAW", "ladder", "level", "increase") TEXTS, levels, LEVEL("4", "[{en: Fact, ru: Другой факт}]"));
	struct catalogue_changes changes = small_load(db, small_folder(FRAMEWORK, text, COUNT));
	ck_assert_int_eq(changes.reworded, 1);
	ck_assert_int_eq(changes.redefined, 0);
	snprintf(text, sizeof text, "%s%s%s", HEAD("LAW1", "LAW", "ladder", "level", "increase") TEXTS, levels, LEVEL("4", "[{en: Other fact, ru: Факт}]"));
	changes = small_load(db, small_folder(FRAMEWORK, text, COUNT));
	ck_assert_int_eq(changes.redefined, 1);
	snprintf(text, sizeof text, "%s%s%s", HEAD("LAW1", "LAW", "ladder", "level", "increase") TEXTS, levels,
		LEVEL("4", "[{en: Other fact, ru: Факт}, {en: Second, ru: Второй}]"));
	changes = small_load(db, small_folder(FRAMEWORK, text, COUNT));
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

	small_load(db, small_folder(FRAMEWORK DIMENSIONS, LADDER, COUNT));
	for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
		struct catalogue_changes changes = small_load(db, small_folder(FRAMEWORK DIMENSIONS, LADDER, changed[i]));
		ck_assert_msg(changes.reworded == 1 && changes.redefined == 0, "case %zu", i);
		ck_assert(!small_load(db, small_folder(FRAMEWORK DIMENSIONS, LADDER, changed[i])).changed);
	}
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_version"), 2);
	database_close(db);
}
END_TEST

START_TEST(an_indicator_whose_file_is_gone_is_retired_and_comes_back_with_it)
{
	struct database *db = kit_reports();

	small_load(db, small_folder(FRAMEWORK, LADDER, COUNT));
	struct catalogue_changes changes = small_load(db, small_folder(FRAMEWORK, LADDER, NULL));
	ck_assert_int_eq(changes.retired, 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator WHERE retired_at IS NOT NULL AND code = 'GOV1'"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_version WHERE current = 1"), 1);
	ck_assert(!small_load(db, small_folder(FRAMEWORK, LADDER, NULL)).changed);
	changes = small_load(db, small_folder(FRAMEWORK, LADDER, COUNT));
	ck_assert_int_eq(changes.reinstated, 1);
	ck_assert_int_eq(changes.redefined + changes.added, 0);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_version WHERE current = 1"), 2);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator WHERE retired_at IS NOT NULL"), 0);
	database_close(db);
}
END_TEST

START_TEST(a_preview_tells_each_step_and_changes_nothing)
{
	struct database *db = kit_reports();
	struct arena arena = ARENA_INIT;
	struct problems problems = PROBLEMS_INIT(10);
	struct catalogue_changes changes;
	struct catalogue_steps steps;
	int64_t generation;

	small_load(db, small_folder(FRAMEWORK, LADDER, COUNT));
	ck_ok(catalogue_preview(db, &arena, small_folder(FRAMEWORK, HEAD("LAW1", "LAW", "yes_no", "level", "increase") TEXTS, NULL), "ru", &changes, &steps, &problems, &error), error);
	ck_assert_int_eq((int)steps.count, 2);
	ck_assert_int_eq(steps.rows[0].kind, CATALOGUE_REDEFINED);
	ck_assert_str_eq(steps.rows[0].code, "LAW1");
	ck_assert_str_eq(steps.rows[0].title, "Название");
	ck_assert_int_eq(steps.rows[0].version, 2);
	ck_assert_int_gt((int)steps.rows[0].difference_count, 0);
	ck_assert_int_eq(steps.rows[1].kind, CATALOGUE_RETIRED);
	ck_assert_str_eq(steps.rows[1].code, "GOV1");
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_version"), 2);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator WHERE retired_at IS NOT NULL"), 0);
	ck_ok(catalogue_generation(db, &generation, &error), error);
	ck_assert_int_eq(generation, steps.generation);
	problems_release(&problems);
	arena_release(&arena);
	database_close(db);
}
END_TEST

START_TEST(an_indicator_is_retired_by_hand_and_brought_back)
{
	struct database *db = kit_reports();

	small_load(db, small_folder(FRAMEWORK, LADDER, COUNT));
	ck_refused(catalogue_retire(db, &kit_actor, "small", "LAW1", " \n", &error), ERR_INVALID, error);
	ck_refused(catalogue_retire(db, &kit_actor, "small", "NIX", "why", &error), ERR_NOT_FOUND, error);
	ck_refused(catalogue_reinstate(db, &kit_actor, "small", "LAW1", &error), ERR_CONFLICT, error);
	ck_ok(catalogue_retire(db, &kit_actor, "small", "LAW1", "merged", &error), error);
	ck_refused(catalogue_retire(db, &kit_actor, "small", "LAW1", "merged", &error), ERR_CONFLICT, error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_version WHERE current = 1"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator WHERE retired_reason = 'merged'"), 1);
	ck_ok(catalogue_reinstate(db, &kit_actor, "small", "LAW1", &error), error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator_version WHERE current = 1"), 2);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM indicator WHERE retired_reason IS NOT NULL"), 0);
	database_close(db);
}
END_TEST

START_TEST(a_domain_that_is_gone_stays_while_retired_indicators_are_in_it)
{
	struct database *db = kit_reports();
	char framework[2048];

	small_load(db, small_folder(FRAMEWORK "  - {code: NEW, title: {en: New, ru: Новое}, description: {en: New, ru: Новое}}\n", LADDER, COUNT));
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM domain"), 3);
	snprintf(framework, sizeof framework, "%.*s", (int)(strstr(FRAMEWORK, "  - {code: GOV") - FRAMEWORK), FRAMEWORK);
	small_load(db, small_folder(framework, LADDER, NULL));
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM domain WHERE code = 'NEW'"), 0);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM domain WHERE code = 'GOV'"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM domain_text WHERE domain = 'GOV'"), 4);
	ck_assert(!small_load(db, small_folder(framework, LADDER, NULL)).changed);
	database_close(db);
}
END_TEST

START_TEST(a_folder_with_a_mistake_loads_nothing_of_it)
{
	struct database *db = kit_reports();
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(10);
	const char *path = small_folder(FRAMEWORK, LADDER, COUNT "colour: red\n");

	ck_refused(catalogue_load(db, &kit_actor, path, &changes, &problems, &error), ERR_INVALID, error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM framework"), 0);
	ck_assert_int_eq(kit_number("SELECT generation FROM catalogue_state"), 0);
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
	const char *path = small_folder(FRAMEWORK, LADDER, COUNT);

	small_load(db, kit_path("sdg"));
	small_load(db, path);
	snprintf(text, sizeof text, "%.*s      - {code: \"16.3\", title: {en: Law, ru: Право}}\nseries: []\ndimensions: []\nunits: []\nnatures: []\n", (int)(at - SDG), SDG);
	kit_write("sdg/sdg.yaml", text);
	ck_refused(catalogue_load(db, &kit_actor, kit_path("sdg"), &changes, &problems, &error), ERR_CONFLICT, error);
	ck_assert_ptr_nonnull(strstr(error.text, "16.2"));
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM sdg_target WHERE code = '16.2'"), 1);
	problems_release(&problems);
	database_close(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_preview_tells_each_step_and_changes_nothing),
	KIT_TEST(an_indicator_is_retired_by_hand_and_brought_back),
	KIT_TEST(the_shipped_catalogues_are_good),
	KIT_TEST(each_mistake_of_an_indicator_is_named_by_file_and_line),
	KIT_TEST(each_mistake_of_a_framework_is_named_by_line),
	KIT_TEST(all_mistakes_of_all_files_are_found_at_once),
	KIT_TEST(a_folder_that_is_none_is_refused),
	KIT_TEST(each_mistake_of_sdg_yaml_is_named_by_line),
	KIT_TEST(a_series_is_superseded_by_another_of_its_indicator_that_stands),
	KIT_TEST(a_second_load_without_a_change_changes_nothing),
	KIT_TEST(another_definition_is_a_new_version_and_the_old_one_stays),
	KIT_TEST(an_english_criterion_is_definition_and_its_translation_is_not),
	KIT_TEST(better_wording_and_place_change_the_version_that_is_there),
	KIT_TEST(an_indicator_whose_file_is_gone_is_retired_and_comes_back_with_it),
	KIT_TEST(a_domain_that_is_gone_stays_while_retired_indicators_are_in_it),
	KIT_TEST(a_folder_with_a_mistake_loads_nothing_of_it),
	KIT_TEST(a_target_that_indicators_name_cannot_be_taken_away),
};
KIT_MAIN("catalogue", tests)
