/* Tests of breakdowns in the snapshots: who sees them, what is kept back, and that what is kept back is not in the file. */
#include <stdio.h>
#include <string.h>

#include "tests/unit/world.h"

#define PUBLIC "snapshots/public.db"
#define DONORS "snapshots/donors.db"
#define MEMBERS "snapshots/members.db"
#define CELLS "SELECT participant, dimension, category, value, suppressed, status FROM answer_cell ORDER BY 1, 2, 3"

static void world_with_breakdowns(void)
{
	world_make();
	world_sql("INSERT INTO framework_dimension VALUES ('t', 'sex', 1), ('t', 'age', 2);"
		"INSERT INTO framework_category VALUES ('t', 'sex', 'female', 1), ('t', 'sex', 'male', 2), ('t', 'sex', 'unknown', 3),"
		" ('t', 'age', 'child', 1), ('t', 'age', 'adult', 2);"
		"INSERT INTO framework_text VALUES ('t', 'dimension.sex', 'en', 'Sex'), ('t', 'dimension.sex.female', 'en', 'Female')");
	world_round("2025");
}

/* A count, not released yet; `cells` is SQL: "('sex=female', 3), …". */
static void count(const char *participant, const char *value, const char *audience, const char *cells)
{
	world_answer("2025", participant, "C1", "reported", value, audience);
	world_sql("INSERT INTO answer_cell SELECT a.id, a.revision, c.column1, c.column2 FROM (VALUES %s) c, answer a JOIN indicator_version v"
		" ON v.id = a.indicator_version JOIN indicator i ON i.id = v.indicator WHERE a.participant = '%s' AND i.code = 'C1'",
		cells, participant);
}

START_TEST(suppressed_withheld_missing_and_zero_are_four_things)
{
	world_with_breakdowns();
	count("XAA", "63", "public", "('sex=female', 60), ('sex=male', 0), ('sex=unknown', 3), ('age=adult', 63)");
	count("XAB", "4", "public", "('sex=female', 4), ('sex=male', 0), ('sex=unknown', 0), ('age=adult', 4)");
	count("XAC", "0", "public", "('age=child', 0), ('age=adult', 0)");
	world_answer("2025", "XAD", "C1", "not_applicable", "NULL", "public");
	world_release("2025");
	world_summarise(false);
	ck_rows(PUBLIC, CELLS,
		"XAA|age|adult|63|0|shown\nXAA|age|child||0|missing\n"
		"XAA|sex|female||1|suppressed\nXAA|sex|male|0|0|shown\nXAA|sex|unknown||1|suppressed\n"
		"XAB|age|adult||1|withheld\nXAB|age|child||1|withheld\n"
		"XAB|sex|female||1|withheld\nXAB|sex|male||1|withheld\nXAB|sex|unknown||1|withheld\n"
		"XAC|age|adult|0|0|shown\nXAC|age|child|0|0|shown");
	/* The total is as its government cleared it. */
	ck_rows(PUBLIC, "SELECT value, suppressed FROM answer WHERE participant = 'XAB'", "4|0");
	ck_rows(PUBLIC, "SELECT dimension, category FROM breakdown ORDER BY dimension_position, position",
		"sex|female\nsex|male\nsex|unknown\nage|child\nage|adult");
	ck_rows(PUBLIC, "SELECT part, text FROM text WHERE part LIKE 'dimension.%' ORDER BY part", "dimension.sex|Sex\ndimension.sex.female|Female");
}
END_TEST

START_TEST(a_breakdown_is_seen_by_those_who_may_see_its_answer_and_alike_by_all)
{
	static const char of[] = "SELECT dimension, category, value, status FROM answer_cell WHERE participant = '%s' ORDER BY 1, 2";
	static const char *const files[] = { PUBLIC, DONORS, MEMBERS };
	static const char *const participants[] = { "XAA", "XAB", "XAC" };
	static const char *const cleared_for[] = { "public", "donors", "members" };

	world_with_breakdowns();
	for (size_t i = 0; i < 3; i++)
		count(participants[i], "63", cleared_for[i], "('sex=female', 60), ('sex=male', 3)");
	world_release("2025");
	world_summarise(false);
	for (size_t file = 0; file < 3; file++)
		for (size_t i = 0; i < 3; i++) {
			char sql[160];
			snprintf(sql, sizeof sql, of, participants[i]);
			ck_rows(files[file], sql, i <= file ? "sex|female||suppressed\nsex|male||suppressed\nsex|unknown||missing" : "");
		}
}
END_TEST

/* As SQLite writes whole numbers of this size: four bytes, the highest first. */
static bool holds_count(const char *file, uint32_t number)
{
	const unsigned char bytes[] = { (unsigned char)(number >> 24), (unsigned char)(number >> 16), (unsigned char)(number >> 8), (unsigned char)number };

	return world_holds(file, bytes, sizeof bytes);
}

START_TEST(what_is_kept_back_is_nowhere_in_the_files)
{
	static const char *const files[] = { PUBLIC, DONORS, MEMBERS };

	world_with_breakdowns();
	for (int turn = 0; turn < 2; turn++) { /* a full run, then one that only brings up to date */
		count("XAA", "1912345681", "public", "('sex=female', 712345678), ('sex=male', 3), ('sex=unknown', 1200000000)");
		world_release("2025");
		ck_assert_int_eq(world_summarise(false).kind, turn == 0 ? SUMMARISE_FULL : SUMMARISE_UPDATED);
		/* Which of the two large ones hides the 3 is for the installation's key to say; the same one each time. */
		const char *kept_back = world_query(PUBLIC, "SELECT group_concat(category) FROM answer_cell WHERE status = 'suppressed'");
		bool female = strcmp(kept_back, "female,male") == 0;
		ck_assert(female || strcmp(kept_back, "male,unknown") == 0);
		for (size_t i = 0; i < 3; i++) {
			ck_assert_int_eq(holds_count(files[i], 712345678), !female);
			ck_assert_int_eq(holds_count(files[i], 1200000000), female);
		}
	}
}
END_TEST

/* What XAA to XAF keep back of an age and a sex, under a key. */
static const char *kept_back_under(const char *key)
{
	world_sql("DROP TRIGGER IF EXISTS secret_is_made_once_u; UPDATE secret SET value = CAST('%s' AS BLOB)", key);
	world_summarise(true);
	return world_query(PUBLIC, "SELECT group_concat(participant || category) FROM answer_cell WHERE status = 'suppressed' AND category <> 'unknown'");
}

START_TEST(the_installations_key_says_which_figures_hide_others_and_is_in_no_snapshot)
{
	static const char one[] = "a key of thirty-two bytes: 12345", other[] = "another one of thirty-two: 67890";
	static const char *const files[] = { PUBLIC, DONORS, MEMBERS };

	world_with_breakdowns();
	for (char last = 'A'; last <= 'F'; last++)
		count((const char[]){ 'X', 'A', last, '\0' }, "173", "public", "('sex=female', 70), ('sex=male', 100), ('sex=unknown', 3)");
	world_release("2025");
	const char *first = kept_back_under(one), *second = kept_back_under(other);
	ck_assert_str_ne(first, second);                  /* the keys are fixed, so this is no matter of luck */
	ck_assert_ptr_nonnull(strstr(first, "female"));
	ck_assert_ptr_nonnull(strstr(first, ",")); /* one for each */
	ck_assert_str_eq(kept_back_under(one), first);    /* from run to run */
	for (size_t i = 0; i < 3; i++)
		ck_assert(!world_holds(files[i], one, sizeof one - 1) && !world_holds(files[i], other, sizeof other - 1));
}
END_TEST

START_TEST(without_a_key_the_job_says_how_one_is_made)
{
	const struct summarise_options run = { .directory = kit_folder() };
	struct summarise_result result;
	struct error error = ERROR_INIT;

	world_make();
	world_sql("DROP TRIGGER secret_is_made_once_d; DELETE FROM secret");
	ck_assert_int_eq(summarise(&run, &result, &error), ERR_SCHEMA);
	ck_assert_ptr_nonnull(strstr(error.text, "monitor migrate"));
}
END_TEST

START_TEST(earlier_releases_count_also_where_no_run_came_between)
{
	for (int between = 0; between < 2; between++) {
		if (between > 0)
			world_sql("DELETE FROM release_answer; DELETE FROM release; DELETE FROM answer_cell; DELETE FROM answer_event; DROP TRIGGER answer_revision_is_append_only_d;"
				"DELETE FROM answer_revision; DELETE FROM answer; UPDATE catalogue_state SET generation = generation + 1");
		else
			world_with_breakdowns();
		count("XAA", "59", "public", "('sex=female', 30), ('sex=male', 9), ('sex=unknown', 20)");
		world_release("2025");
		if (between > 0)
			world_summarise(false);
		/* Alone, 3 would be hidden with 9; but everybody knows the 9. */
		count("XAA", "37", "public", "('sex=female', 3), ('sex=male', 9), ('sex=unknown', 25)");
		world_release("2025");
		world_summarise(false);
		ck_rows(PUBLIC, "SELECT category, value, status FROM answer_cell", "female||suppressed\nmale|9|shown\nunknown||suppressed");
	}
}
END_TEST

START_TEST(bringing_up_to_date_gives_the_same_as_a_full_run)
{
	static const char *const audiences[] = { "public", "donors", "members" };
	static const char *const releases[][2] = {
		{ "80", "('sex=female', 50), ('sex=male', 27), ('sex=unknown', 3), ('age=child', 4), ('age=adult', 76)" },
		{ "83", "('sex=female', 50), ('sex=male', 27), ('sex=unknown', 6), ('age=child', 7), ('age=adult', 76)" },
		{ "6", "('sex=female', 6)" },
		{ "90", "('sex=female', 50), ('sex=male', 2), ('sex=unknown', 38)" },
	};

	world_with_breakdowns();
	for (size_t r = 0; r < sizeof releases / sizeof *releases; r++) {
		const char *updated[3];
		count("XAA", releases[r][0], "donors", releases[r][1]);
		if (r == 1)
			count("XAB", "30", "public", "('sex=female', 26), ('sex=male', 4)");
		world_release("2025");
		ck_assert_int_eq(world_summarise(false).kind, r == 0 ? SUMMARISE_FULL : SUMMARISE_UPDATED);
		for (size_t i = 0; i < 3; i++)
			updated[i] = world_dump(audiences[i]);
		world_summarise(true);
		for (size_t i = 0; i < 3; i++)
			ck_assert_str_eq(updated[i], world_dump(audiences[i]));
	}
	ck_rows(PUBLIC, "SELECT COUNT(*) FROM answer_cell WHERE participant = 'XAA'", "0");
}
END_TEST

START_TEST(figures_that_do_not_add_up_or_are_not_counts_are_withheld)
{
	world_with_breakdowns();
	count("XAA", "63", "public", "('sex=female', 60), ('sex=male', 30)");
	count("XAB", "63", "public", "('sex=female', 60.5), ('sex=male', 2.5)");
	count("XAC", "63", "public", "('sex=female', -3), ('sex=male', 66)");
	world_release("2025");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT participant, category, value FROM answer_cell WHERE status <> 'missing' AND status <> 'withheld'", "");
	ck_rows(PUBLIC, "SELECT COUNT(*) FROM answer_cell WHERE status = 'withheld' AND value IS NULL", "9"); /* and what was not given */
}
END_TEST

START_TEST(a_category_that_is_no_longer_asked_still_counts)
{
	world_with_breakdowns();
	count("XAA", "63", "public", "('sex=female', 60), ('sex=gone', 3)");
	count("XAB", "63", "public", "('past=one', 60), ('past=two', 3)");
	count("XAC", "63", "public", "('nonsense', 60)");
	world_release("2025");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT participant, dimension, category, status FROM answer_cell WHERE status <> 'missing' ORDER BY 1, 2, 3",
		"XAA|sex|female|suppressed\nXAA|sex|gone|suppressed\nXAB|past|one|suppressed\nXAB|past|two|suppressed");
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(suppressed_withheld_missing_and_zero_are_four_things),
	KIT_TEST(a_breakdown_is_seen_by_those_who_may_see_its_answer_and_alike_by_all),
	KIT_TEST(what_is_kept_back_is_nowhere_in_the_files),
	KIT_TEST(the_installations_key_says_which_figures_hide_others_and_is_in_no_snapshot),
	KIT_TEST(without_a_key_the_job_says_how_one_is_made),
	KIT_TEST(earlier_releases_count_also_where_no_run_came_between),
	KIT_TEST(bringing_up_to_date_gives_the_same_as_a_full_run),
	KIT_TEST(figures_that_do_not_add_up_or_are_not_counts_are_withheld),
	KIT_TEST(a_category_that_is_no_longer_asked_still_counts),
};
KIT_MAIN("breakdown", tests)
