/* Tests of the migrations: one way to the schema, however one got there, and what stops. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "migrations/migrate.h"
#include "tests/unit/kit.h"

static struct error error = ERROR_INIT;

/* The whole schema as text, in the order of names. */
static char *schema_of(const char *path)
{
	struct buffer buffer = BUFFER_INIT(1024 * 1024);
	sqlite3 *handle;
	sqlite3_stmt *stmt;

	ck_assert_int_eq(sqlite3_open(path, &handle), SQLITE_OK);
	ck_assert_int_eq(sqlite3_prepare_v2(handle, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name", -1, &stmt, NULL), SQLITE_OK);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		for (int i = 0; i < 4; i++) {
			const char *text = (const char *)sqlite3_column_text(stmt, i);
			buffer_puts(&buffer, text != NULL ? text : "-");
			buffer_putc(&buffer, '\n');
		}
	}
	sqlite3_finalize(stmt);
	sqlite3_close(handle);
	ck_ok(buffer_check(&buffer, &error), error);
	return buffer.data;
}

static void by_hand(const char *path, const char *sql)
{
	sqlite3 *handle;

	ck_assert_int_eq(sqlite3_open(path, &handle), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(handle);
}

START_TEST(an_upgraded_schema_equals_a_fresh_one)
{
	const char *fresh = kit_path("fresh.db");
	const char *stepwise = kit_path("stepwise.db");
	int applied;

	ck_ok(migrate(fresh, 0, &applied, &error), error);
	ck_assert_int_eq(applied, (int)migration_count);
	for (size_t i = 0; i < migration_count; i++) {
		ck_ok(migrate(stepwise, migrations[i].number, &applied, &error), error);
		ck_assert_int_eq(applied, 1);
	}
	char *a = schema_of(fresh);
	char *b = schema_of(stepwise);
	ck_assert_ptr_nonnull(strstr(a, "answer_revision"));
	ck_assert_str_eq(a, b);
	free(a);
	free(b);
}
END_TEST

/* The disclosure key in hexadecimal; "" where there is none. */
static char *key_of(const char *file)
{
	sqlite3 *handle;
	sqlite3_stmt *statement;
	char *key = NULL;

	ck_assert_int_eq(sqlite3_open(file, &handle), SQLITE_OK);
	ck_assert_int_eq(sqlite3_prepare_v2(handle, "SELECT hex(value) FROM secret WHERE name = 'disclosure'", -1, &statement, NULL), SQLITE_OK);
	bool there = sqlite3_step(statement) == SQLITE_ROW;
	ck_assert_int_ge(asprintf(&key, "%s", there ? (const char *)sqlite3_column_text(statement, 0) : ""), 0);
	sqlite3_finalize(statement);
	sqlite3_close(handle);
	return key;
}

START_TEST(each_installation_has_a_key_of_its_own_that_is_made_once)
{
	static const char *const attempts[] = {
		"UPDATE secret SET value = zeroblob(32)", "DELETE FROM secret", "INSERT INTO secret VALUES ('short', x'00')"
	};
	const char *files[] = { kit_path("one.db"), kit_path("other.db") };
	char *keys[2];
	sqlite3 *handle;
	int applied;

	for (size_t i = 0; i < 2; i++) {
		ck_ok(migrate(files[i], 7, &applied, &error), error);
		ck_ok(migrate(files[i], 0, &applied, &error), error);
		keys[i] = key_of(files[i]);
		ck_assert_uint_eq(strlen(keys[i]), 64);
	}
	ck_assert_str_ne(keys[0], keys[1]);
	ck_ok(migrate(files[0], 0, &applied, &error), error);
	ck_assert_int_eq(sqlite3_open(files[0], &handle), SQLITE_OK);
	for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++)
		ck_assert_int_eq(sqlite3_exec(handle, attempts[i], NULL, NULL, NULL), SQLITE_CONSTRAINT);
	sqlite3_close(handle);
	char *again = key_of(files[0]);
	ck_assert_str_eq(keys[0], again);
	free(keys[0]);
	free(keys[1]);
	free(again);
}
END_TEST

START_TEST(repeating_a_migration_does_nothing)
{
	int applied;

	ck_ok(migrate(kit_path("reports.db"), 0, &applied, &error), error);
	ck_ok(migrate(kit_path("reports.db"), 0, &applied, &error), error);
	ck_assert_int_eq(applied, 0);
}
END_TEST

START_TEST(migrations_are_numbered_without_gaps_and_the_programs_know_the_last)
{
	for (size_t i = 0; i < migration_count; i++)
		ck_assert_int_eq(migrations[i].number, (int)i + 1);
	ck_assert_int_eq((int)migration_count, REPORTS_SCHEMA);
}
END_TEST

START_TEST(a_newer_schema_is_left_alone)
{
	int applied;

	ck_ok(migrate(kit_path("reports.db"), 0, &applied, &error), error);
	by_hand(kit_path("reports.db"), "PRAGMA user_version = 4711");
	ck_refused(migrate(kit_path("reports.db"), 0, &applied, &error), ERR_SCHEMA, error);
	ck_assert_ptr_nonnull(strstr(error.text, "4711"));
}
END_TEST

START_TEST(a_database_of_another_program_is_left_alone)
{
	int applied;

	by_hand(kit_path("reports.db"), "PRAGMA application_id = 7; CREATE TABLE theirs (a)");
	char *before = schema_of(kit_path("reports.db"));
	ck_refused(migrate(kit_path("reports.db"), 0, &applied, &error), ERR_SCHEMA, error);
	char *after = schema_of(kit_path("reports.db"));
	ck_assert_str_eq(before, after);
	free(before);
	free(after);
}
END_TEST

START_TEST(a_migration_that_was_edited_after_it_ran_stops_the_run)
{
	int applied;

	ck_ok(migrate(kit_path("reports.db"), 0, &applied, &error), error);
	by_hand(kit_path("reports.db"), "UPDATE schema_migration SET digest = 'another' WHERE number = 2");
	ck_refused(migrate(kit_path("reports.db"), 0, &applied, &error), ERR_SCHEMA, error);
	ck_assert_ptr_nonnull(strstr(error.text, migrations[1].name));
}
END_TEST

START_TEST(a_migration_that_fails_leaves_the_schema_before_it)
{
	int applied;

	ck_ok(migrate(kit_path("reports.db"), 2, &applied, &error), error);
	/* Stands in the way of the third one. */
	by_hand(kit_path("reports.db"), "CREATE TABLE release (a)");
	char *before = schema_of(kit_path("reports.db"));
	ck_assert_int_ne(migrate(kit_path("reports.db"), 0, &applied, &error), ERR_OK);
	ck_assert_ptr_nonnull(strstr(error.text, migrations[2].name));
	char *after = schema_of(kit_path("reports.db"));
	ck_assert_str_eq(before, after);
	by_hand(kit_path("reports.db"), "DROP TABLE release");
	ck_ok(migrate(kit_path("reports.db"), 0, &applied, &error), error);
	ck_assert_int_eq(applied, (int)migration_count - 2);
	free(before);
	free(after);
}
END_TEST

START_TEST(programs_refuse_an_old_schema_and_name_the_command)
{
	struct database *db = NULL;
	int applied;

	ck_ok(migrate(kit_path("reports.db"), 2, &applied, &error), error);
	ck_refused(reports_open(&db, kit_folder(), DATABASE_WRITE, &error), ERR_SCHEMA, error);
	ck_assert_ptr_null(db);
	ck_assert_ptr_nonnull(strstr(error.text, "monitor migrate"));
}
END_TEST

START_TEST(every_statement_prepares_against_a_fresh_schema)
{
	struct database *db = kit_reports();

	ck_ok(database_check_statements(db, &error), error);
	database_close(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(an_upgraded_schema_equals_a_fresh_one),
	KIT_TEST(each_installation_has_a_key_of_its_own_that_is_made_once),
	KIT_TEST(repeating_a_migration_does_nothing),
	KIT_TEST(migrations_are_numbered_without_gaps_and_the_programs_know_the_last),
	KIT_TEST(a_newer_schema_is_left_alone),
	KIT_TEST(a_database_of_another_program_is_left_alone),
	KIT_TEST(a_migration_that_was_edited_after_it_ran_stops_the_run),
	KIT_TEST(a_migration_that_fails_leaves_the_schema_before_it),
	KIT_TEST(programs_refuse_an_old_schema_and_name_the_command),
	KIT_TEST(every_statement_prepares_against_a_fresh_schema),
};
KIT_MAIN("migrate", tests)
