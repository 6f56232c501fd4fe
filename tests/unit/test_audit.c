/* Tests of the hash chain of the audit log. */
#include <sqlite3.h>
#include <stdio.h>

#include "indicators/model/audit.h"
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

START_TEST(the_log_is_read_in_pages_newest_first)
{
	struct database *db = kit_reports();
	struct arena arena = ARENA_INIT;
	struct audit_row *rows;
	size_t count;

	add_rows(db, 5);
	ck_ok(audit_page(db, &arena, 0, 2, &rows, &count, &error), error);
	ck_assert_int_eq((int)count, 2);
	ck_assert_int_eq(rows[0].id, 5);
	ck_assert_str_eq(rows[0].action, "test.row");
	ck_ok(audit_page(db, &arena, 4, 2, &rows, &count, &error), error);
	ck_assert_int_eq((int)count, 1);
	ck_assert_int_eq(rows[0].id, 1);
	ck_ok(audit_page(db, &arena, 5, 2, &rows, &count, &error), error);
	ck_assert_int_eq((int)count, 0);
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
	KIT_TEST(the_log_is_read_in_pages_newest_first),
	KIT_TEST(an_entry_outside_a_transaction_is_refused),
};
KIT_MAIN("audit", tests)
