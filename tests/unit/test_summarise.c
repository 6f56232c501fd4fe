/* Tests of what a run of the job puts into the three snapshots, on cases small enough to compute by hand. */
#include <stdio.h>
#include <string.h>

#include "indicators/snapshot/schema.h"
#include "snapshot_statements.h"
#include "tests/unit/world.h"

#define PUBLIC "snapshots/public.db"
#define DONORS "snapshots/donors.db"
#define MEMBERS "snapshots/members.db"

static struct error error = ERROR_INIT;

/* Levels of L1 in 2025 by participant, each for an audience: 'p', 'd' or 'm' before the level. */
static void report_levels(const char *period, const char *const levels[], size_t count)
{
	static const char *const codes[] = { "XAA", "XAB", "XAC", "XAD", "XAE", "XAF" };

	for (size_t i = 0; i < count; i++)
		if (levels[i] != NULL)
			world_answer(period, codes[i], "L1", "reported", levels[i] + 1,
				levels[i][0] == 'p' ? "public" : levels[i][0] == 'd' ? "donors" : "members");
	world_release(period);
}

#define REGIONAL "SELECT n_reporting, n_hidden, hidden_included, mean, median, min, max, status FROM regional WHERE indicator = 'L1'"

START_TEST(every_statement_prepares_against_a_snapshot)
{
	struct database *db = NULL;

	ck_ok(database_open(&db, kit_path("s.db"), DATABASE_BUILD, &snapshot_statements, &error), error);
	ck_ok(database_script(db, snapshot_schema, &error), error);
	ck_ok(database_check_statements(db, &error), error);
	database_close(db);
}
END_TEST

START_TEST(a_regional_figure_is_over_those_who_reported)
{
	world_make();
	world_round("2025");
	report_levels("2025", (const char *[]){ "p1", "p2", "p4", NULL }, 4);
	world_answer("2025", "XAD", "L1", "not_available", "NULL", "public");
	world_release("2025");
	world_summarise(false);
	/* 25, 50, 100: not available is not 0. */
	ck_rows(PUBLIC, "SELECT n_reporting, n_expected, n_hidden, round(mean, 9), median, q1, q3, min, max, pooled, sum, status FROM regional"
		" WHERE indicator = 'L1'", "3|6|0|58.333333332999999|50|37.5|75|25|100|||ok");
	ck_rows(PUBLIC, "SELECT participant, status, value, score, reason FROM answer WHERE indicator = 'L1'",
		"XAA|reported|1|25|\nXAB|reported|2|50|\nXAC|reported|4|100|\nXAD|not_available|||because");
	ck_rows(PUBLIC, "SELECT n_reporting, status FROM regional WHERE indicator = 'L2'", "0|none");
}
END_TEST

START_TEST(too_few_values_are_withheld)
{
	world_make();
	world_round("2025");
	report_levels("2025", (const char *[]){ "p1", "p2" }, 2);
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT mean, median, min, max, q1, q3, status FROM regional WHERE indicator = 'L1'", "||||||withheld");
}
END_TEST

START_TEST(one_or_two_hidden_values_stay_out_of_the_mean)
{
	world_make();
	world_round("2025");
	report_levels("2025", (const char *[]){ "p1", "p2", "p3", "m4" }, 4);
	world_summarise(false);
	ck_rows(PUBLIC, REGIONAL, "3|1|0|50|50|25|75|ok");
	ck_rows(DONORS, REGIONAL, "3|1|0|50|50|25|75|ok");
	ck_rows(MEMBERS, REGIONAL, "4|0|0|62.5|62.5|25|100|ok");
	report_levels("2025", (const char *[]){ NULL, NULL, NULL, NULL, "m4" }, 5);
	world_summarise(false);
	ck_rows(PUBLIC, REGIONAL, "3|2|0|50|50|25|75|ok");
}
END_TEST

START_TEST(three_hidden_values_are_in_the_mean_but_not_in_the_spread)
{
	world_make();
	world_round("2025");
	report_levels("2025", (const char *[]){ "p1", "p2", "p3", "m4", "m3", "m2" }, 6);
	world_summarise(false);
	ck_rows(PUBLIC, REGIONAL, "6|3|1|62.5|50|25|75|ok");
	ck_rows(DONORS, REGIONAL, "6|3|1|62.5|50|25|75|ok");
	ck_rows(MEMBERS, REGIONAL, "6|0|0|62.5|62.5|25|100|ok");
}
END_TEST

START_TEST(three_hidden_values_that_their_mean_would_tell_stay_out)
{
	world_make();
	world_round("2025");
	report_levels("2025", (const char *[]){ "p1", "p2", "p3", "m4", "m4", "m4" }, 6);
	world_summarise(false);
	ck_rows(PUBLIC, REGIONAL, "3|3|0|50|50|25|75|ok");
	ck_rows(DONORS, REGIONAL, "3|3|0|50|50|25|75|ok");
	ck_rows(MEMBERS, REGIONAL, "6|0|0|75|87.5|25|100|ok");
}
END_TEST

START_TEST(three_hidden_values_stay_out_where_a_donor_could_work_one_out)
{
	world_make();
	world_round("2025");
	report_levels("2025", (const char *[]){ "p1", "p2", "p3", "d4", "d4", "m4" }, 6);
	world_summarise(false);
	ck_rows(PUBLIC, REGIONAL, "3|3|0|50|50|25|75|ok");
	ck_rows(DONORS, REGIONAL, "5|1|0|70|75|25|100|ok");
}
END_TEST

START_TEST(audiences_nest)
{
	world_make();
	world_round("2025");
	report_levels("2025", (const char *[]){ "p1", "d2", "m3" }, 3);
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT participant FROM answer", "XAA");
	ck_rows(DONORS, "SELECT participant FROM answer", "XAA\nXAB");
	ck_rows(MEMBERS, "SELECT participant FROM answer", "XAA\nXAB\nXAC");
	ck_rows(PUBLIC, "SELECT value FROM meta WHERE key = 'audience'", "public");
	ck_assert_str_eq(world_query(PUBLIC, "SELECT value FROM meta WHERE key = 'run'"),
		world_query(MEMBERS, "SELECT value FROM meta WHERE key = 'run'"));
}
END_TEST

START_TEST(drafts_and_unreleased_rounds_are_in_no_snapshot)
{
	world_make();
	world_round("2024");
	world_round("2025");
	world_report("2024", "XAA", "L1", "1", "public");
	world_answer("2024", "XAB", "L1", "reported", "2", "public");
	world_answer("2025", "XAA", "L1", "reported", "3", "public");
	world_summarise(false);
	ck_rows(MEMBERS, "SELECT period, participant, value FROM answer", "2024|XAA|1");
	ck_rows(MEMBERS, "SELECT period, release FROM period", "2024|1");
}
END_TEST

START_TEST(a_reopened_answer_goes_on_being_shown_as_it_was_released)
{
	world_make();
	world_round("2025");
	world_report("2025", "XAA", "L1", "1", "public");
	world_answer("2025", "XAA", "L1", "reported", "4", "public");
	world_sql("UPDATE answer SET state = 'draft'");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT value FROM answer", "1");
	world_sql("UPDATE answer SET state = 'accepted'");
	world_release("2025");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT value FROM answer", "4");
}
END_TEST

START_TEST(a_domain_score_needs_half_of_its_indicators)
{
	world_make();
	world_round("2025");
	/* D1: L1, L2, Y1. Two of three are enough, one is not; D2 (L3, P1): one of two is. C1 is neutral and a count. */
	world_answer("2025", "XAA", "L1", "reported", "4", "public");
	world_answer("2025", "XAA", "Y1", "reported", "0", "public");
	world_answer("2025", "XAA", "P1", "reported", "30", "public");
	world_answer("2025", "XAB", "L1", "reported", "4", "public");
	world_answer("2025", "XAB", "L2", "not_available", "NULL", "public");
	world_answer("2025", "XAB", "L3", "reported", "1", "members");
	world_release("2025");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT domain, score, n_scored, n_possible FROM domain_score WHERE participant = 'XAA'",
		"|40|2|2\nD1|50|2|3\nD2|30|1|2");
	ck_rows(PUBLIC, "SELECT domain, score, n_scored, n_possible FROM domain_score WHERE participant = 'XAB'",
		"||0|2\nD1||1|3\nD2||0|2");
	ck_rows(MEMBERS, "SELECT domain, score, n_scored, n_possible FROM domain_score WHERE participant = 'XAB'",
		"|25|1|2\nD1||1|3\nD2|25|1|2");
	ck_rows(PUBLIC, "SELECT n_reported, n_not_available, n_not_applicable, n_expected FROM coverage WHERE participant = 'XAB'",
		"1|1|0|6");
	ck_rows(PUBLIC, "SELECT domain, n_reporting, mean, status FROM domain_regional", "|1||withheld\nD1|1||withheld\nD2|1||withheld");
}
END_TEST

START_TEST(change_is_against_the_previous_period_with_data)
{
	world_make();
	for (int year = 2022; year <= 2025; year++) {
		char period[16];
		snprintf(period, sizeof period, "%d", year);
		world_round(period);
	}
	world_answer("2022", "XAA", "L3", "reported", "1", "public");
	world_answer("2023", "XAB", "L3", "reported", "1", "public");
	world_answer("2024", "XAA", "L3", "reported", "3", "public");
	world_answer("2025", "XAA", "L3", "reported", "2", "public");
	for (int year = 2022; year <= 2025; year++) {
		char period[16];
		snprintf(period, sizeof period, "%d", year);
		world_release(period);
	}
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT period, score, change, change_from FROM domain_score WHERE participant = 'XAA' AND domain = 'D2'",
		"2022|25||\n2023|||\n2024|75|50|2022\n2025|50|-25|2024");
}
END_TEST

static void redefine_l3(void)
{
	world_sql("UPDATE indicator_version SET current = 0 WHERE id = 4; INSERT INTO indicator_version VALUES"
		" (14, 4, 2, 1, 'D2', 2, 'ladder', 'level', 'increase', 5, NULL, NULL, NULL, NULL, 'e', '2026-01-01T00:00:00Z');"
		"UPDATE catalogue_state SET generation = generation + 1");
}

START_TEST(no_change_is_given_across_a_break_in_series)
{
	world_make();
	world_round("2024");
	world_report("2024", "XAA", "L3", "1", "public");
	world_report("2024", "XAA", "L1", "1", "public");
	world_report("2024", "XAA", "L2", "1", "public");
	redefine_l3();
	world_round("2025");
	world_report("2025", "XAA", "L3", "3", "public");
	world_report("2025", "XAA", "L1", "3", "public");
	world_report("2025", "XAA", "L2", "3", "public");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT domain, score, change FROM domain_score WHERE participant = 'XAA' AND period = '2025'",
		"|75|\nD1|75|50\nD2|75|");
	ck_rows(PUBLIC, "SELECT COUNT(DISTINCT basis) FROM domain_regional WHERE domain = 'D1'", "1");
	ck_rows(PUBLIC, "SELECT COUNT(DISTINCT basis) FROM domain_regional WHERE domain = 'D2'", "2");
	ck_rows(PUBLIC, "SELECT period, version FROM answer WHERE indicator = 'L3'", "2024|1\n2025|2");
}
END_TEST

START_TEST(no_change_is_given_between_years_and_half_years)
{
	static const char *const periods[] = { "2023", "2024-S1", "2024-S2", "2024" };

	world_make();
	for (size_t i = 0; i < 4; i++) {
		world_round(periods[i]);
		world_report(periods[i], "XAA", "L3", (const char *[]){ "1", "2", "3", "4" }[i], "public");
	}
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT period, score, change, change_from FROM domain_score WHERE participant = 'XAA' AND domain = 'D2'",
		"2023|25||\n2024|100|75|2023\n2024-S1|50||\n2024-S2|75|25|2024-S1");
}
END_TEST

START_TEST(a_round_that_lists_two_versions_asks_the_newer_once_it_is_answered)
{
	world_make();
	world_round("2025");
	world_report("2025", "XAA", "L3", "1", "public");
	redefine_l3();
	world_sql("INSERT INTO round_indicator SELECT id, 14 FROM round");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT version FROM questionnaire WHERE indicator = 'L3'", "1");
	ck_rows(PUBLIC, "SELECT version, value FROM answer WHERE indicator = 'L3'", "1|1");
	world_report("2025", "XAA", "L3", "3", "public");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT version FROM questionnaire WHERE indicator = 'L3'", "2");
	ck_rows(PUBLIC, "SELECT version, value FROM answer WHERE indicator = 'L3'", "2|3");
}
END_TEST

START_TEST(a_percentage_is_pooled_and_a_count_is_summed)
{
	world_make();
	world_round("2025");
	static const char *const codes[] = { "XAA", "XAB", "XAC" };
	for (size_t i = 0; i < 3; i++) {
		world_answer("2025", codes[i], "P1", "reported", "NULL", "public");
		world_answer("2025", codes[i], "C1", "reported", "7", "public");
	}
	world_sql("DROP TRIGGER answer_revision_is_append_only_u; UPDATE answer_revision SET numerator = 1, denominator = 1 + answer %% 7"
		" WHERE value IS NULL");
	world_release("2025");
	world_summarise(false);
	/* Answers 1, 3 and 5: 1/2, 1/4, 1/6. */
	ck_rows(PUBLIC, "SELECT value, score FROM answer WHERE indicator = 'P1' AND participant = 'XAA'", "50|50");
	ck_rows(PUBLIC, "SELECT pooled, sum FROM regional WHERE indicator = 'P1'", "25|");
	ck_rows(PUBLIC, "SELECT mean, pooled, sum FROM regional WHERE indicator = 'C1'", "7||21");
	ck_rows(PUBLIC, "SELECT DISTINCT score IS NULL FROM answer WHERE indicator = 'C1'", "1");
}
END_TEST

START_TEST(compliance_needs_half_the_indicators_and_three_participants)
{
	world_make();
	world_round("2025");
	report_levels("2025", (const char *[]){ "p1", "p2", "p3" }, 3);
	world_report("2025", "XAA", "L2", "4", "public");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT participant, score, n_indicators, n_possible, status FROM sdg_compliance WHERE target = '16.2'",
		"|62.5|3|6|ok\nXAA|62.5|2|2|ok\nXAB|50|1|2|ok\nXAC|75|1|2|ok\nXAD||0|2|insufficient_data\n"
		"XAE||0|2|insufficient_data\nXAF||0|2|insufficient_data");
}
END_TEST

START_TEST(compliance_of_two_participants_is_insufficient)
{
	world_make();
	world_round("2025");
	report_levels("2025", (const char *[]){ "p1", "p2" }, 2);
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT score, n_indicators, n_possible, n_needed, status FROM sdg_compliance WHERE participant = ''", "|2|6|3|insufficient_data");
}
END_TEST

START_TEST(carried_answers_are_marked_and_only_where_the_framework_says_so)
{
	world_make();
	world_sql("UPDATE framework SET carry_forward = 1");
	world_round("2023");
	world_round("2024");
	world_round("2025");
	report_levels("2023", (const char *[]){ "p1", "p2", "m3" }, 3);
	report_levels("2024", (const char *[]){ "p3" }, 1);
	world_answer("2024", "XAB", "L1", "not_available", "NULL", "public");
	world_release("2024");
	world_report("2025", "XAF", "L1", "4", "public");
	world_summarise(false);
	/* XAB said that it has none: nothing is carried over that. XAC's is for members. */
	ck_rows(PUBLIC, "SELECT period, participant, value, carried_from FROM answer",
		"2023|XAA|1|\n2023|XAB|2|\n2024|XAA|3|\n2024|XAB||\n2025|XAA|3|2024\n2025|XAF|4|");
	ck_rows(MEMBERS, "SELECT period, participant, value, carried_from FROM answer WHERE participant = 'XAC'",
		"2023|XAC|3|\n2024|XAC|3|2023\n2025|XAC|3|2023");
	ck_rows(MEMBERS, "SELECT n_reporting, n_expected FROM regional WHERE indicator = 'L1' AND period = '2025'", "3|6");
	ck_rows(PUBLIC, "SELECT n_reported FROM coverage WHERE participant = 'XAA' AND period = '2025'", "0");
	world_sql("UPDATE framework SET carry_forward = 0; UPDATE catalogue_state SET generation = generation + 1");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT COUNT(*) FROM answer WHERE carried_from IS NOT NULL", "0");
}
END_TEST

/* As SQLite writes a number that is not whole: eight bytes, the highest first. */
static bool holds_number(const char *file, double number)
{
	unsigned char bytes[8];
	uint64_t bits;

	memcpy(&bits, &number, sizeof bits);
	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)(bits >> (56 - 8 * i));
	return world_holds(file, bytes, sizeof bytes);
}

START_TEST(what_only_those_who_answer_read_of_the_catalogue_is_in_no_snapshot)
{
	world_make();
	world_sql("INSERT INTO indicator_text SELECT id, 'rule.1', 'en', 'Why the rule' FROM indicator_version;"
		"INSERT INTO indicator_text SELECT id, 'guidance', 'en', 'How to answer' FROM indicator_version");
	world_summarise(false);
	ck_rows(MEMBERS, "SELECT DISTINCT part FROM text WHERE kind IN ('framework', 'indicator') ORDER BY part", "guidance\ntitle");
	ck_rows(PUBLIC, "SELECT DISTINCT part FROM text WHERE kind IN ('framework', 'indicator') ORDER BY part", "guidance\ntitle");
}
END_TEST

START_TEST(what_was_not_cleared_for_an_audience_is_nowhere_in_its_file)
{
	static const struct {
		const char *participant, *audience;
		double number;
		const char *text;
	} secrets[] = { { "XAA", "members", 7654321.25, "kept-among-members" }, { "XAB", "donors", 1234567.75, "kept-among-donors" } };

	world_make();
	world_round("2025");
	world_sql("DROP TRIGGER answer_revision_is_append_only_u");
	for (int turn = 0; turn < 2; turn++) { /* a full run, then one that only brings up to date */
		for (size_t i = 0; i < 2; i++) {
			char value[32];
			snprintf(value, sizeof value, "%.2f", secrets[i].number + turn);
			world_answer("2025", secrets[i].participant, "C1", "reported", value, secrets[i].audience);
			world_sql("UPDATE answer_revision SET source = '%s', note = '%s', reason = '%s', narrative = 'narrative-for-nobody'"
				" WHERE value = %s", secrets[i].text, secrets[i].text, secrets[i].text, value);
		}
		world_answer("2025", "XAC", "C1", "reported", "9999999.5", "public");
		world_release("2025");
		/* And drafts, which no file holds. */
		world_answer("2025", "XAD", "C1", "reported", "5555555.5", "public");
		world_sql("UPDATE answer SET state = 'draft' WHERE participant = 'XAD'; INSERT INTO answer_cell"
			" SELECT a.id, a.revision, 'sex=female', 3333333.5 FROM answer a WHERE a.participant = 'XAC'");
		ck_assert_int_eq(world_summarise(false).kind, turn == 0 ? SUMMARISE_FULL : SUMMARISE_UPDATED);
		ck_assert(holds_number(PUBLIC, 9999999.5));
		for (size_t i = 0; i < 2; i++) {
			const char *text = secrets[i].text;
			double number = secrets[i].number + turn;
			ck_assert(!world_holds(PUBLIC, text, strlen(text)) && !holds_number(PUBLIC, number));
			ck_assert(world_holds(DONORS, text, strlen(text)) == (i == 1) && holds_number(DONORS, number) == (i == 1));
			ck_assert(world_holds(MEMBERS, text, strlen(text)) && holds_number(MEMBERS, number));
		}
		ck_assert(!holds_number(MEMBERS, 5555555.5));
		/* A breakdown that is not one of whole persons, and narratives, never. */
		ck_assert(!holds_number(MEMBERS, 3333333.5));
		ck_assert(!world_holds(MEMBERS, "narrative-for-nobody", strlen("narrative-for-nobody")));
	}
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(what_only_those_who_answer_read_of_the_catalogue_is_in_no_snapshot),
	KIT_TEST(what_was_not_cleared_for_an_audience_is_nowhere_in_its_file),
	KIT_TEST(every_statement_prepares_against_a_snapshot),
	KIT_TEST(a_regional_figure_is_over_those_who_reported),
	KIT_TEST(too_few_values_are_withheld),
	KIT_TEST(one_or_two_hidden_values_stay_out_of_the_mean),
	KIT_TEST(three_hidden_values_are_in_the_mean_but_not_in_the_spread),
	KIT_TEST(three_hidden_values_that_their_mean_would_tell_stay_out),
	KIT_TEST(three_hidden_values_stay_out_where_a_donor_could_work_one_out),
	KIT_TEST(audiences_nest),
	KIT_TEST(drafts_and_unreleased_rounds_are_in_no_snapshot),
	KIT_TEST(a_reopened_answer_goes_on_being_shown_as_it_was_released),
	KIT_TEST(a_domain_score_needs_half_of_its_indicators),
	KIT_TEST(change_is_against_the_previous_period_with_data),
	KIT_TEST(no_change_is_given_across_a_break_in_series),
	KIT_TEST(no_change_is_given_between_years_and_half_years),
	KIT_TEST(a_round_that_lists_two_versions_asks_the_newer_once_it_is_answered),
	KIT_TEST(a_percentage_is_pooled_and_a_count_is_summed),
	KIT_TEST(compliance_needs_half_the_indicators_and_three_participants),
	KIT_TEST(compliance_of_two_participants_is_insufficient),
	KIT_TEST(carried_answers_are_marked_and_only_where_the_framework_says_so),
};
KIT_MAIN("summarise", tests)
