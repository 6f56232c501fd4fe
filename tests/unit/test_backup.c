/* Tests of copying, checking and replacing whole database files. */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indicators/store/backup.h"
#include "tests/unit/kit.h"

static struct error error = ERROR_INIT;

START_TEST(a_copy_is_the_same_database)
{
	struct buffer one = BUFFER_INIT(1000000), two = BUFFER_INIT(1000000);
	int64_t id, version;

	database_close(kit_reports());
	ck_ok(backup_copy(kit_path("reports.db"), kit_path("copy.db"), &error), error);
	ck_ok(backup_check(kit_path("copy.db"), &error), error);
	ck_ok(backup_identity(kit_path("copy.db"), &id, &version, &error), error);
	ck_assert_int_eq(id, REPORTS_APPLICATION_ID);
	ck_assert_int_eq(version, REPORTS_SCHEMA);
	ck_ok(backup_schema(kit_path("reports.db"), &one, &error), error);
	ck_ok(backup_schema(kit_path("copy.db"), &two, &error), error);
	ck_assert_uint_gt(one.length, 1000);
	ck_assert_str_eq(buffer_text(&one), buffer_text(&two));
	buffer_release(&one);
	buffer_release(&two);
}
END_TEST

START_TEST(a_copy_takes_the_place_of_what_was_there)
{
	database_close(kit_reports());
	kit_write("copy.db", "leftover");
	kit_write("copy.db-wal", "leftover");
	ck_ok(backup_copy(kit_path("reports.db"), kit_path("copy.db"), &error), error);
	ck_ok(backup_check(kit_path("copy.db"), &error), error);
	ck_assert_int_ne(access(kit_path("copy.db-wal"), F_OK), 0);
}
END_TEST

START_TEST(what_is_missing_or_no_database_is_refused)
{
	struct buffer schema = BUFFER_INIT(1000);
	int64_t id, version;
	const char *text = kit_write("text.db", "This is no database, however long it may be. This is no database, however long it may be. "
		"This is no database, however long it may be.\n");

	ck_refused(backup_copy(kit_path("none.db"), kit_path("copy.db"), &error), ERR_NOT_FOUND, error);
	ck_refused(backup_copy(text, kit_path("copy.db"), &error), ERR_IO, error);
	ck_assert_int_ne(access(kit_path("copy.db"), F_OK), 0);
	ck_refused(backup_identity(text, &id, &version, &error), ERR_IO, error);
	ck_refused(backup_check(text, &error), ERR_IO, error);
	ck_refused(backup_schema(text, &schema, &error), ERR_IO, error);
	ck_refused(backup_checkpoint(kit_path("none.db"), &error), ERR_NOT_FOUND, error);
	buffer_release(&schema);
}
END_TEST

START_TEST(rows_that_refer_to_nothing_are_found)
{
	struct database *db = kit_reports();

	ck_ok(database_script(db, "PRAGMA foreign_keys=OFF; INSERT INTO participant_text VALUES ('ZZZ', 'en', 'x')", &error), error);
	ck_refused(backup_check(kit_path("reports.db"), &error), ERR_CONFLICT, error);
	ck_assert_msg(strstr(error.text, "participant_text") != NULL, "%s", error.text);
	database_close(db);
}
END_TEST

START_TEST(nothing_is_replaced_while_another_process_has_it_open)
{
	int ready[2], done[2];
	char byte = 0;
	int status;

	database_close(kit_reports());
	ck_ok(backup_copy(kit_path("reports.db"), kit_path("copy.db"), &error), error);
	ck_assert_int_eq(pipe(ready), 0);
	ck_assert_int_eq(pipe(done), 0);
	pid_t child = fork();
	ck_assert_int_ge(child, 0);
	if (child == 0) {
		struct database *db = NULL;
		bool good = reports_open(&db, kit_folder(), DATABASE_WRITE, NULL) == ERR_OK;
		good = write(ready[1], "x", 1) == 1 && good;
		good = read(done[0], &byte, 1) == 1 && good;
		database_close(db);
		_exit(good ? 0 : 1);
	}
	ck_assert_int_eq(read(ready[0], &byte, 1), 1);
	ck_refused(backup_replace(kit_path("copy.db"), kit_path("reports.db"), kit_path("aside.db"), &error), ERR_BUSY, error);
	ck_assert_int_ne(access(kit_path("aside.db"), F_OK), 0);
	ck_assert_int_eq(access(kit_path("copy.db"), F_OK), 0);
	ck_assert_int_eq(write(done[1], "x", 1), 1);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
	ck_ok(backup_replace(kit_path("copy.db"), kit_path("reports.db"), kit_path("aside.db"), &error), error);
	ck_ok(backup_check(kit_path("aside.db"), &error), error);
	ck_ok(backup_check(kit_path("reports.db"), &error), error);
}
END_TEST

START_TEST(what_was_kept_aside_is_not_overwritten)
{
	database_close(kit_reports());
	ck_ok(backup_copy(kit_path("reports.db"), kit_path("copy.db"), &error), error);
	kit_write("aside.db", "an earlier one");
	ck_refused(backup_replace(kit_path("copy.db"), kit_path("reports.db"), kit_path("aside.db"), &error), ERR_IO, error);
	ck_ok(backup_check(kit_path("reports.db"), &error), error);
	ck_assert_int_eq(access(kit_path("copy.db"), F_OK), 0);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_copy_is_the_same_database),
	KIT_TEST(a_copy_takes_the_place_of_what_was_there),
	KIT_TEST(what_is_missing_or_no_database_is_refused),
	KIT_TEST(rows_that_refer_to_nothing_are_found),
	KIT_TEST(nothing_is_replaced_while_another_process_has_it_open),
	KIT_TEST(what_was_kept_aside_is_not_overwritten),
};
KIT_MAIN("backup", tests)
