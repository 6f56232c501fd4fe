/* Tests of which breakdown stands for an official series, and of the judged series of a target together. */
#include <string.h>

#include "indicators/snapshot/official_verdicts.h"
#include "tests/unit/world.h"

#define PUBLIC "snapshots/public.db"

static char *both = (char[]){ "sex=bothsex" }, *all = (char[]){ "age=allage" };

START_TEST(codes_that_are_no_totals_count)
{
	const struct official_totals totals = { .list = (char *[]){ both, all }, .count = 2 };

	ck_assert_uint_eq(official_depth("", &totals), 0);
	ck_assert_uint_eq(official_depth("age=allage;sex=bothsex", &totals), 0);
	ck_assert_uint_eq(official_depth("age=allage;sex=female", &totals), 1);
	ck_assert_uint_eq(official_depth("age=lt18y;sex=female", &totals), 2);
	/* A code that only begins like a total is none; the mark of an observation is no breakdown. */
	ck_assert_uint_eq(official_depth("sex=bothsexes", &totals), 1);
	ck_assert_uint_eq(official_depth("observation_status=e;sex=bothsex", &totals), 0);
}
END_TEST

/* "AB": headline lines as one letter each, in order. */
static void headlines_are(struct official_line *lines, size_t count, const char *expected)
{
	official_headlines(lines, count);
	for (size_t i = 0; i < count; i++)
		ck_assert_msg(lines[i].headline == (expected[i] == 'x'), "line %zu of %s", i, expected);
}

#define LINE(d, who, far) { .series = &series, .dims = (char[]){ d }, .participant = (char[]){ who }, .depth = far }

START_TEST(the_breakdown_nearest_to_a_total_stands_for_the_series)
{
	static const struct official_series series = { .code = NULL };
	struct official_line lines[] = { LINE("sex=bothsex", "XAA", 0), LINE("sex=bothsex", "XAB", 0), LINE("sex=female", "XAA", 1), LINE("sex=female", "XAB", 1) };

	headlines_are(lines, 4, "xx--");
}
END_TEST

START_TEST(of_equals_the_one_of_most_participants_stands)
{
	static const struct official_series series = { .code = NULL };
	struct official_line lines[] = { LINE("age=15", "XAA", 1), LINE("age=18", "XAA", 1), LINE("age=18", "XAB", 1) };

	headlines_are(lines, 3, "-xx");
}
END_TEST

START_TEST(a_participant_without_it_has_its_own_nearest)
{
	static const struct official_series series = { .code = NULL };
	struct official_line lines[] = { LINE("age=15", "XAC", 2), LINE("age=18", "XAC", 1), LINE("all", "XAA", 0), LINE("all", "XAB", 0), LINE("part", "XAC", 1) };

	headlines_are(lines, 5, "-xxx-");
}
END_TEST

START_TEST(series_are_told_apart)
{
	static const struct official_series first = { .code = NULL }, second = { .code = NULL };
	struct official_line lines[] = { { .series = &first, .dims = (char[]){ "a" }, .participant = (char[]){ "XAA" }, .depth = 2 },
		{ .series = &second, .dims = (char[]){ "a" }, .participant = (char[]){ "XAA" }, .depth = 1 } };

	headlines_are(lines, 2, "xx");
}
END_TEST

START_TEST(the_judged_series_of_a_target_are_taken_together)
{
	world_make();
	world_sql("INSERT INTO series VALUES ('A', '16.2.1', '16.2', 'percent', 'decrease', NULL, 2030, NULL, 2015, NULL),"
		" ('B', '16.2.3', '16.2', 'percent', 'increase', NULL, 2030, NULL, 2015, NULL), ('C', '16.2.4', '16.2', 'percent', 'increase', NULL, 2030, NULL, 2015, NULL),"
		" ('N', '16.2.2', '16.2', 'number', 'neutral', NULL, 2030, NULL, 2015, NULL);"
		"UPDATE catalogue_state SET generation = generation + 1;"
		"INSERT INTO vintage VALUES (1, '2020-10', 1, 'UN', 'f', 'd1', '2026-01-01T00:00:00Z');"
		/* XAA: A falls fast (5), B falls (−5 at most), C has one year. XAB: only the neutral one. XAC: B does not move (−2.5). */
		"INSERT INTO official_value VALUES (1, 'A', 'XAA', '', 2015, 100, '100', 'c', 'percent'), (1, 'A', 'XAA', '', 2016, 50, '50', 'c', 'percent'),"
		" (1, 'B', 'XAA', '', 2015, 10, '10', 'c', 'percent'), (1, 'B', 'XAA', '', 2016, 5, '5', 'c', 'percent'),"
		" (1, 'C', 'XAA', '', 2016, 5, '5', 'c', 'percent'),"
		" (1, 'N', 'XAB', '', 2015, 4, '4', 'c', 'number'), (1, 'N', 'XAB', '', 2019, 8, '8', 'c', 'number'),"
		" (1, 'B', 'XAC', '', 2015, 7, '7', 'c', 'percent'), (1, 'B', 'XAC', '', 2019, 7, '7', 'c', 'percent')");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT participant, status, score, n_judged, n_series FROM sdg_target_progress WHERE target = '16.2'",
		"XAA|moderate_progress|0|2|3\nXAC|limited_progress|-2.5|1|3");
	ck_rows(PUBLIC, "SELECT series, participant, difference, headline, zero_base, zero_target, un2023_guard FROM sdg_progress ORDER BY series, participant",
		"A|XAA||1|0|0|0\nB|XAA||1|0|0|0\nB|XAC|thresholds|1|0|0|0\nC|XAA||1|0|0|0\nN|XAB||1|0|0|0");
	/* Another run leaves the same. */
	world_summarise(true);
	ck_rows(PUBLIC, "SELECT COUNT(*) FROM sdg_target_progress", "2");
}
END_TEST

START_TEST(what_another_series_superseded_is_judged_and_not_counted_with_the_others)
{
	world_make();
	world_sql("INSERT INTO series VALUES ('NEW', '16.2.3', '16.2', 'percent', 'decrease', NULL, 2030, NULL, 2015, NULL),"
		" ('OLD', '16.2.3', '16.2', 'percent', 'decrease', NULL, 2030, NULL, 2015, 'NEW'),"
		" ('REST', '16.2.1', '16.2', 'percent', 'increase', NULL, 2030, NULL, 2015, NULL);"
		"UPDATE catalogue_state SET generation = generation + 1;"
		"INSERT INTO vintage VALUES (1, '2020-10', 1, 'UN', 'f', 'd1', '2026-01-01T00:00:00Z');"
		/* XAA: OLD falls, NEW rises. XAB has OLD alone, so that nothing of it counts. */
		"INSERT INTO official_value VALUES (1, 'OLD', 'XAA', '', 2015, 10, '10', 'c', 'percent'), (1, 'OLD', 'XAA', '', 2018, 5, '5', 'c', 'percent'),"
		" (1, 'NEW', 'XAA', '', 2015, 10, '10', 'c', 'percent'), (1, 'NEW', 'XAA', '', 2020, 20, '20', 'c', 'percent'),"
		" (1, 'OLD', 'XAB', '', 2015, 10, '10', 'c', 'percent'), (1, 'OLD', 'XAB', '', 2018, 5, '5', 'c', 'percent')");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT participant, status, n_judged, n_series FROM sdg_target_progress WHERE target = '16.2'",
		"XAA|deterioration|1|2\nXAB|not_available|0|2");
	ck_rows(PUBLIC, "SELECT series, participant, status FROM sdg_progress WHERE series IN ('OLD', 'NEW') ORDER BY series, participant",
		"NEW|XAA|deterioration\nOLD|XAA|substantial_progress\nOLD|XAB|substantial_progress");
	ck_rows(PUBLIC, "SELECT code, superseded_by FROM series WHERE superseded_by IS NOT NULL", "OLD|NEW");
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(codes_that_are_no_totals_count),
	KIT_TEST(the_breakdown_nearest_to_a_total_stands_for_the_series),
	KIT_TEST(of_equals_the_one_of_most_participants_stands),
	KIT_TEST(a_participant_without_it_has_its_own_nearest),
	KIT_TEST(series_are_told_apart),
	KIT_TEST(the_judged_series_of_a_target_are_taken_together),
	KIT_TEST(what_another_series_superseded_is_judged_and_not_counted_with_the_others),
};
KIT_MAIN("official_verdicts", tests)
