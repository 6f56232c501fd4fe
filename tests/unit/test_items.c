/* Tests of how many governments meet each item of a checklist, and of the shares of breakdowns. */
#include <string.h>

#include "tests/unit/world.h"

#define PUBLIC "snapshots/public.db"
#define MEMBERS "snapshots/members.db"
#define ROWS "SELECT item, n_met, n_known FROM item_regional ORDER BY item"

static void world_with_checklist(void)
{
	world_make();
	world_sql("INSERT INTO indicator (id, framework, code, retired_at) VALUES (7, 't', 'K1', NULL);"
		"INSERT INTO indicator_version VALUES (7, 7, 1, 1, 'D1', 4, 'checklist', 'items', 'increase', NULL, NULL, NULL, NULL, NULL, 'd',"
		" '2026-01-01T00:00:00Z');"
		"INSERT INTO indicator_item (indicator_version, position, code, group_code) VALUES (7, 1, 'a', 'g'), (7, 2, 'b', 'g'), (7, 3, 'c', 'g');"
		"UPDATE catalogue_state SET generation = generation + 1");
	world_round("2025");
}

/* An answer to K1 that names its items, "('a'), ('b')"; "" names none. */
static void answer(const char *participant, const char *value, const char *items, const char *audience)
{
	world_answer("2025", participant, "K1", "reported", value, audience);
	if (*items != '\0')
		world_sql("INSERT INTO answer_item SELECT a.id, a.revision, c.column1 FROM (VALUES %s) c, answer a JOIN indicator_version v"
			" ON v.id = a.indicator_version AND v.type = 'checklist' WHERE a.participant = '%s'", items, participant);
}

START_TEST(each_item_is_counted_over_those_who_told_which)
{
	world_with_checklist();
	answer("XAA", "2", "('a'), ('b')", "public");
	answer("XAB", "1", "('a')", "public");
	answer("XAC", "0", "", "public");
	answer("XAD", "2", "", "public"); /* a number alone */
	world_answer("2025", "XAE", "K1", "not_available", "NULL", "public");
	world_release("2025");
	world_summarise(false);
	ck_rows(PUBLIC, ROWS, "a|2|3\nb|1|3\nc|0|3");
}
END_TEST

START_TEST(nothing_is_said_over_fewer_than_the_minimum_or_of_what_the_audience_may_not_see)
{
	world_with_checklist();
	answer("XAA", "2", "('a'), ('b')", "public");
	answer("XAB", "1", "('a')", "public");
	answer("XAC", "3", "('a'), ('b'), ('c')", "members");
	world_release("2025");
	world_summarise(false);
	ck_rows(PUBLIC, ROWS, "");
	ck_rows(MEMBERS, ROWS, "a|3|3\nb|2|3\nc|1|3");
}
END_TEST

START_TEST(bringing_up_to_date_counts_as_a_full_run_does)
{
	world_with_checklist();
	answer("XAA", "2", "('a'), ('b')", "public");
	answer("XAB", "1", "('a')", "public");
	answer("XAC", "0", "", "public");
	world_release("2025");
	world_summarise(false);
	answer("XAB", "2", "('b'), ('c')", "public");
	answer("XAD", "1", "('c')", "donors");
	world_release("2025");
	ck_assert_int_eq(world_summarise(false).kind, SUMMARISE_UPDATED);
	ck_rows(PUBLIC, ROWS, "a|1|3\nb|2|3\nc|1|3");
	ck_rows(MEMBERS, ROWS, "a|1|4\nb|2|4\nc|2|4");
	const char *updated = world_dump("members");
	world_summarise(true);
	ck_assert_str_eq(world_dump("members"), updated);
}
END_TEST

START_TEST(a_share_is_of_the_total_and_only_where_the_part_is_shown)
{
	world_make();
	world_sql("INSERT INTO framework_dimension VALUES ('t', 'sex', 1); INSERT INTO framework_category VALUES ('t', 'sex', 'female', 1),"
		" ('t', 'sex', 'male', 2), ('t', 'sex', 'unknown', 3); UPDATE catalogue_state SET generation = generation + 1");
	world_round("2025");
	world_answer("2025", "XAA", "C1", "reported", "80", "public");
	world_answer("2025", "XAB", "C1", "reported", "70", "public");
	world_sql("INSERT INTO answer_cell SELECT a.id, a.revision, c.column2, c.column3 FROM (VALUES ('XAA', 'sex=female', 60), ('XAA', 'sex=male', 20),"
		" ('XAA', 'sex=unknown', 0), ('XAB', 'sex=female', 50), ('XAB', 'sex=male', 17), ('XAB', 'sex=unknown', 3)) c,"
		" answer a WHERE a.participant = c.column1");
	world_release("2025");
	world_summarise(false);
	ck_rows(PUBLIC, "SELECT category, value, share FROM answer_cell WHERE participant = 'XAA'", "female|60|75\nmale|20|25\nunknown|0|0");
	ck_rows(PUBLIC, "SELECT COUNT(*) FROM answer_cell WHERE status <> 'shown' AND (value IS NOT NULL OR share IS NOT NULL)", "0");
	ck_rows(PUBLIC, "SELECT COUNT(*) > 0 FROM answer_cell WHERE participant = 'XAB' AND status = 'suppressed'", "1");
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(each_item_is_counted_over_those_who_told_which),
	KIT_TEST(nothing_is_said_over_fewer_than_the_minimum_or_of_what_the_audience_may_not_see),
	KIT_TEST(bringing_up_to_date_counts_as_a_full_run_does),
	KIT_TEST(a_share_is_of_the_total_and_only_where_the_part_is_shown),
};
KIT_MAIN("items", tests)
