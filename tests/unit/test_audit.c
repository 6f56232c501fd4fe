/* Tests of the hash chain of the audit log. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/model/audit_find.h"
#include "tests/unit/kit.h"

static struct error error = ERROR_INIT;

static void add_rows(struct database *db, int count)
{
	for (int i = 0; i < count; i++) {
		ck_ok(database_begin(db, &error), error);
		ck_ok(audit_add(db, &kit_actor, "test.row", "thing", "{\"n\":1}", &error), error);
		ck_ok(database_commit(db, &error), error);
	}
}

/* As somebody with the file and a SQL shell would. */
static void change_by_hand(const char *sql)
{
	sqlite3 *handle;

	ck_assert_int_eq(sqlite3_open(kit_path("reports.db"), &handle), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(handle, "DROP TRIGGER audit_log_is_append_only_u; DROP TRIGGER audit_log_is_append_only_d;",
		NULL, NULL, NULL), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(handle);
}

START_TEST(an_untouched_log_verifies)
{
	struct database *db = kit_reports();
	struct audit_state state;

	ck_ok(audit_verify(db, &state, &error), error);
	ck_assert_int_eq(state.rows, 0);
	add_rows(db, 5);
	ck_ok(audit_verify(db, &state, &error), error);
	ck_assert_int_eq(state.rows, 5);
	database_close(db);
}
END_TEST

START_TEST(each_kind_of_change_by_hand_is_found)
{
	static const char *const changes[] = {
		"UPDATE audit_log SET detail = '{\"n\":2}' WHERE id = 3",
		"UPDATE audit_log SET actor = 7 WHERE id = 3",
		"UPDATE audit_log SET at = '2000-01-01T00:00:00Z' WHERE id = 1",
		"UPDATE audit_log SET hash = zeroblob(32) WHERE id = 5",
		"UPDATE audit_log SET action = 'test.rowt', object = 'hing' WHERE id = 2",
		"DELETE FROM audit_log WHERE id = 2",
		"DELETE FROM audit_log WHERE id = 1",
	};
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		struct database *db = kit_reports();
		struct audit_state state;

		add_rows(db, 5);
		change_by_hand(changes[i]);
		ck_refused(audit_verify(db, &state, &error), ERR_CONFLICT, error);
		database_close(db);
		ck_assert_int_eq(remove(kit_path("reports.db")), 0);
	}
}
END_TEST

START_TEST(the_log_refuses_updates_and_deletes)
{
	struct database *db = kit_reports();

	add_rows(db, 1);
	ck_refused(database_script(db, "UPDATE audit_log SET detail = ''", &error), ERR_CONFLICT, error);
	ck_refused(database_script(db, "DELETE FROM audit_log", &error), ERR_CONFLICT, error);
	database_close(db);
}
END_TEST

/* Row by row: who, what, on what, from where; a day later each. */
static struct database *a_told_log(void)
{
	static const struct { const char *who, *action, *object, *address; } rows[] = {
		{ "ann@x.example", "answer.saved", "trafficking/2025/XAA/LAW1", "192.0.2.1" },
		{ "ann@x.example", "answer.submitted", "trafficking/2025/XAA/LAW1", "192.0.2.1" },
		{ "bob@x.example", "answer.cleared", "trafficking/2025/XAA/LAW1", "192.0.2.20" },
		{ "bob@x.example", "session.begin", "person:2", "198.51.100.7" },
		{ "monitor", "round.open", "trafficking/2026", "" },
		{ "ann@x.example", "answer.saved", "trafficking/2025/XAA/LAW10", "192.0.2.1" },
		{ "c_d@x.example", "answer.saved", "trafficking/2025/XBB/100%", "192.0.2.3" },
	};
	struct database *db = kit_reports();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char now[CLOCK_TEXT];
		struct actor actor = { .person = 0, .name = rows[i].who, .address = rows[i].address };
		snprintf(now, sizeof now, "2026-01-%02zuT10:00:00Z", i + 1);
		setenv("MONITOR_NOW", now, 1);
		ck_ok(database_begin(db, &error), error);
		ck_ok(audit_add(db, &actor, rows[i].action, rows[i].object, "", &error), error);
		ck_ok(database_commit(db, &error), error);
	}
	return db;
}

/* The numbers found, as "6 2 1". */
static const char *found(struct database *db, struct arena *arena, struct audit_filter filter, size_t most)
{
	struct audit_entries entries;
	const char *numbers = "";

	ck_ok(audit_find(db, arena, &filter, most, &entries, &error), error);
	for (size_t i = 0; i < entries.count; i++)
		numbers = arena_printf(arena, "%s%s%lld", numbers, i > 0 ? " " : "", (long long)entries.rows[i].id);
	return numbers;
}

START_TEST(a_search_finds_what_was_asked_for_newest_first)
{
	static const struct { struct audit_filter filter; const char *numbers; } cases[] = {
		{ { 0 }, "7 6 5 4 3 2 1" },
		{ { .before = 3 }, "2 1" },
		{ { .who = "ANN" }, "6 2 1" },
		{ { .who = "x.example" }, "7 6 4 3 2 1" },
		{ { .who = "_" }, "7" },
		{ { .who = "nobody" }, "" },
		{ { .action = "answer." }, "7 6 3 2 1" },
		{ { .action = "answer.saved" }, "7 6 1" },
		{ { .action = "answer" }, "" },
		{ { .action = "answer.", .who = "bob" }, "3" },
		{ { .object = "trafficking/2025/XAA" }, "6 3 2 1" },
		{ { .object = "trafficking/2025/XAA/LAW1", .action = "answer.saved" }, "1" },
		{ { .object = "trafficking/2025/" }, "7 6 3 2 1" },
		{ { .object = "trafficking/20" }, "" },
		{ { .object = "trafficking/2025/XAA/LAW1", .who = "bob" }, "3" },
		{ { .object = "%" }, "" },
		{ { .address = "192.0.2.2" }, "3" },
		{ { .address = "192.0.2.", .who = "bob" }, "3" },
		{ { .from = "2026-01-03", .until = "2026-01-05" }, "5 4 3" },
		{ { .from = "2026-01-06" }, "7 6" },
		{ { .until = "2026-01-02", .who = "ann" }, "2 1" },
		{ { .from = "2027-01-01" }, "" },
		{ { .who = "ann", .before = 6 }, "2 1" },
	};
	struct database *db = a_told_log();
	struct arena arena = ARENA_INIT;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_msg(strcmp(found(db, &arena, cases[i].filter, 50), cases[i].numbers) == 0, "case %zu: %s, not %s", i,
			found(db, &arena, cases[i].filter, 50), cases[i].numbers);
	/* With fewer than there are, the newest. */
	ck_assert_str_eq(found(db, &arena, (struct audit_filter){ .action = "answer." }, 2), "7 6");
	ck_assert_str_eq(found(db, &arena, (struct audit_filter){ .who = "x.example" }, 1), "7");
	arena_release(&arena);
	database_close(db);
}
END_TEST

START_TEST(days_are_found_also_where_the_clock_was_set_back)
{
	struct database *db = a_told_log();
	struct arena arena = ARENA_INIT;

	setenv("MONITOR_NOW", "2026-01-02T09:00:00Z", 1);
	add_rows(db, 1);
	ck_assert_str_eq(found(db, &arena, (struct audit_filter){ .from = "2026-01-02", .until = "2026-01-02" }, 50), "8 2");
	arena_release(&arena);
	database_close(db);
}
END_TEST

START_TEST(the_standing_tells_what_was_checked_and_what_was_not)
{
	struct database *db = kit_reports();
	struct arena arena = ARENA_INIT;
	struct audit_standing standing;
	struct audit_state state;

	ck_ok(audit_standing(db, &arena, 3, &standing, &error), error);
	ck_assert_int_eq(standing.rows, 0);
	ck_assert_ptr_null(standing.verified_at);
	add_rows(db, 5);
	ck_ok(audit_verify_and_note(db, &state, &error), error);
	add_rows(db, 2);
	ck_ok(audit_standing(db, &arena, 3, &standing, &error), error);
	ck_assert_int_eq(standing.rows, 7);
	ck_assert_int_eq(standing.newest, 3);
	ck_assert_int_eq(standing.broken, 0);
	ck_assert_int_eq(standing.verified_rows, 5);
	ck_assert(standing.verified_whole && standing.still_there);
	change_by_hand("UPDATE audit_log SET detail = '{}' WHERE id = 6");
	ck_ok(audit_standing(db, &arena, 3, &standing, &error), error);
	ck_assert_int_eq(standing.broken, 6);
	ck_refused(audit_verify_and_note(db, &state, &error), ERR_CONFLICT, error);
	ck_ok(audit_standing(db, &arena, 3, &standing, &error), error);
	ck_assert(!standing.verified_whole);
	ck_assert_int_eq(standing.verified_rows, 6);
	arena_release(&arena);
	database_close(db);
}
END_TEST

START_TEST(rows_cut_off_at_the_end_show_by_the_last_walk)
{
	struct database *db = kit_reports();
	struct arena arena = ARENA_INIT;
	struct audit_standing standing;
	struct audit_state state;

	add_rows(db, 5);
	ck_ok(audit_verify_and_note(db, &state, &error), error);
	change_by_hand("DELETE FROM audit_log WHERE id > 3");
	ck_ok(audit_standing(db, &arena, 3, &standing, &error), error);
	ck_assert_int_eq(standing.broken, 0);
	ck_assert(!standing.still_there);
	arena_release(&arena);
	database_close(db);
}
END_TEST

START_TEST(an_entry_outside_a_transaction_is_refused)
{
	struct database *db = kit_reports();

	ck_refused(audit_add(db, &kit_actor, "test", "thing", "", &error), ERR_INTERNAL, error);
	database_close(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(an_untouched_log_verifies),
	KIT_TEST(each_kind_of_change_by_hand_is_found),
	KIT_TEST(the_log_refuses_updates_and_deletes),
	KIT_TEST(a_search_finds_what_was_asked_for_newest_first),
	KIT_TEST(days_are_found_also_where_the_clock_was_set_back),
	KIT_TEST(the_standing_tells_what_was_checked_and_what_was_not),
	KIT_TEST(rows_cut_off_at_the_end_show_by_the_last_walk),
	KIT_TEST(an_entry_outside_a_transaction_is_refused),
};
KIT_MAIN("audit", tests)
