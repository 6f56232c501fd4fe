/* Tests of how far the region moved between two rounds, on cases small enough to compute by hand. */
#include <stdio.h>

#include "tests/unit/world.h"

#define PUBLIC "snapshots/public.db"
#define MEMBERS "snapshots/members.db"
#define L1 "SELECT since, n, score_before, score_now, change FROM move WHERE kind = 'indicator' AND code = 'L1' ORDER BY period"

/* Levels of an indicator by participant, XAA first; '-' where there is none. */
static void report(const char *period, const char *indicator, const char *levels, const char *audience)
{
	for (size_t i = 0; levels[i] != '\0'; i++)
		if (levels[i] != '-')
			world_answer(period, (const char *[]){ "XAA", "XAB", "XAC", "XAD", "XAE", "XAF" }[i], indicator, "reported",
				(const char[]){ levels[i], '\0' }, audience);
	world_release(period);
}

START_TEST(a_move_is_over_those_with_a_score_in_both_rounds)
{
	world_make();
	world_round("2024");
	world_round("2025");
	report("2024", "L1", "111-0", "public");
	/* XAD and XAE report once each: 1, 1, 1 became 2, 2, 3. */
	report("2025", "L1", "2230-", "public");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT since, n, score_before, round(score_now, 6), round(change, 6) FROM move WHERE kind = 'indicator'",
		"2024|3|25|58.333333000000003|33.333333000000003");
}
END_TEST

START_TEST(a_move_over_too_few_is_not_told)
{
	world_make();
	world_round("2024");
	world_round("2025");
	report("2024", "L1", "11-1", "public");
	report("2025", "L1", "222", "public");
	world_summarise(false);
	ck_rows(PUBLIC, L1, "");
}
END_TEST

START_TEST(a_move_is_over_what_the_audience_may_see)
{
	world_make();
	world_round("2024");
	world_round("2025");
	report("2024", "L1", "1111", "public");
	report("2025", "L1", "222", "public");
	report("2025", "L1", "---4", "members");
	world_summarise(false);
	ck_rows(PUBLIC, L1, "2024|3|25|50|25");
	ck_rows(MEMBERS, L1, "2024|4|25|62.5|37.5");
}
END_TEST

START_TEST(a_domain_moves_with_all_that_it_asks_and_the_region_over_all_domains)
{
	world_make();
	world_round("2024");
	world_round("2025");
	report("2024", "L1", "000", "public");
	report("2024", "L2", "444", "public");
	report("2024", "L3", "222", "public");
	report("2024", "P1", "000", "public");
	report("2025", "L1", "222", "public");
	report("2025", "L2", "444", "public");
	report("2025", "L3", "111", "public");
	report("2025", "P1", "000", "public");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT code, n, score_before, score_now, change FROM move WHERE kind = 'domain' ORDER BY code",
		"|3|37.5|43.75|6.25\nD1|3|50|75|25\nD2|3|25|12.5|-12.5");
}
END_TEST

static void redefine_l3(void)
{
	world_sql("UPDATE indicator_version SET current = 0 WHERE id = 4; INSERT INTO indicator_version VALUES"
		" (14, 4, 2, 1, 'D2', 2, 'ladder', 'level', 'increase', 5, NULL, NULL, NULL, NULL, 'e', '2026-01-01T00:00:00Z');"
		"UPDATE catalogue_state SET generation = generation + 1");
}

START_TEST(no_move_is_told_across_a_break_in_series)
{
	world_make();
	world_round("2024");
	report("2024", "L1", "1111", "public");
	report("2024", "L3", "1111", "public");
	redefine_l3();
	world_round("2025");
	report("2025", "L1", "2222", "public");
	report("2025", "L3", "2222", "public");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT kind, code FROM move ORDER BY kind, code", "indicator|L1");
}
END_TEST

START_TEST(years_are_not_compared_with_half_years_nor_across_a_round_between)
{
	world_make();
	world_round("2023");
	world_round("2024");
	world_round("2024-S1");
	world_round("2025");
	report("2023", "L1", "111", "public");
	report("2024", "L1", "2--", "public");
	report("2024-S1", "L1", "333", "public");
	report("2025", "L1", "444", "public");
	world_summarise(false);
	/* 2024 has only one of them: neither 2024 nor 2025 has three in both. */
	ck_rows(PUBLIC, L1, "");
}
END_TEST

START_TEST(neutral_counts_have_no_move)
{
	world_make();
	world_round("2024");
	world_round("2025");
	report("2024", "C1", "111", "public");
	report("2025", "C1", "999", "public");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT count(*) FROM move", "0");
}
END_TEST

START_TEST(a_corrected_answer_moves_its_own_round_and_the_one_behind_it)
{
	const char *updated;

	world_make();
	world_round("2023");
	world_round("2024");
	world_round("2025");
	report("2023", "L1", "111", "public");
	report("2024", "L1", "222", "public");
	report("2025", "L1", "333", "public");
	world_summarise(false);
	ck_rows(PUBLIC, L1, "2023|3|25|50|25\n2024|3|50|75|25");
	report("2024", "L1", "444", "public");
	ck_assert_int_eq(world_summarise(false).kind, SUMMARISE_UPDATED);
	ck_rows(PUBLIC, L1, "2023|3|25|100|75\n2024|3|100|75|-25");
	updated = world_query(PUBLIC, "SELECT * FROM move ORDER BY framework, period, kind, code");
	world_summarise(true);
	ck_rows(PUBLIC, "SELECT * FROM move ORDER BY framework, period, kind, code", updated);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_move_is_over_those_with_a_score_in_both_rounds),
	KIT_TEST(a_move_over_too_few_is_not_told),
	KIT_TEST(a_move_is_over_what_the_audience_may_see),
	KIT_TEST(a_domain_moves_with_all_that_it_asks_and_the_region_over_all_domains),
	KIT_TEST(no_move_is_told_across_a_break_in_series),
	KIT_TEST(years_are_not_compared_with_half_years_nor_across_a_round_between),
	KIT_TEST(neutral_counts_have_no_move),
	KIT_TEST(a_corrected_answer_moves_its_own_round_and_the_one_behind_it),
};
KIT_MAIN("moves", tests)
