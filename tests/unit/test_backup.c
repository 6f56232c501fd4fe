/* Tests of backups: whole while in use, kept in number, and the way back. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indicators/model/audit.h"
#include "indicators/model/backup.h"
#include "indicators/store/copy.h"
#include "migrations/migrate.h"
#include "tests/unit/kit.h"

static struct error error = ERROR_INIT;

static void add_rows(struct database *db, int count)
{
	for (int i = 0; i < count; i++) {
		ck_ok(database_begin(db, &error), error);
		ck_ok(audit_add(db, &kit_actor, "test.row", "thing", "", &error), error);
		ck_ok(database_commit(db, &error), error);
	}
}

static int64_t audit_rows(const char *folder)
{
	struct database *db;
	struct audit_state state;

	ck_ok(reports_open(&db, folder, DATABASE_WRITE, &error), error);
	ck_ok(audit_verify(db, &state, &error), error);
	database_close(db);
	return state.rows;
}

static void by_hand(const char *path, const char *sql)
{
	sqlite3 *handle;

	ck_assert_int_eq(sqlite3_open(path, &handle), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(handle);
}

static bool is_there(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

START_TEST(a_backup_made_while_somebody_writes_is_whole_and_private)
{
	struct database *db = kit_reports();
	struct backup_made made;
	struct copy_identity identity;
	struct stat st;

	add_rows(db, 3);
	/* Not committed, so not in the backup; and the backup does not wait for it. */
	ck_ok(database_begin(db, &error), error);
	ck_ok(audit_add(db, &kit_actor, "test.row", "thing", "", &error), error);
	ck_ok(backup_make(kit_folder(), kit_path("shelf"), 14, &made, &error), error);
	ck_ok(database_commit(db, &error), error);
	database_close(db);

	ck_ok(copy_verify(made.path, &identity, &error), error);
	ck_assert_int_eq(identity.application_id, REPORTS_APPLICATION_ID);
	ck_assert_int_eq(identity.schema, REPORTS_SCHEMA);
	ck_assert_int_eq(stat(made.path, &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	ck_assert_int_eq(rename(made.path, kit_path("shelf/reports.db")), 0);
	ck_assert_int_eq(audit_rows(kit_path("shelf")), 3);
}
END_TEST

START_TEST(only_the_newest_backups_are_kept_and_other_files_are_not_touched)
{
	struct backup_made made;

	database_close(kit_reports());
	ck_assert_int_eq(mkdir(kit_path("shelf"), 0700), 0);
	kit_write("shelf/notes.txt", "mine");
	kit_write("shelf/reports-20200101T000000Z.db.old", "mine too");
	for (int second = 0; second < 5; second++) {
		char now[32];
		snprintf(now, sizeof now, "2026-01-02T03:04:0%dZ", second);
		ck_assert_int_eq(setenv("MONITOR_NOW", now, 1), 0);
		ck_ok(backup_make(kit_folder(), kit_path("shelf"), 3, &made, &error), error);
		ck_assert_int_eq(made.removed, second < 3 ? 0 : 1);
	}
	ck_assert(!is_there(kit_path("shelf/reports-20260102T030401Z.db")));
	ck_assert(is_there(kit_path("shelf/reports-20260102T030402Z.db")));
	ck_assert(is_there(kit_path("shelf/reports-20260102T030404Z.db")));
	ck_assert(is_there(kit_path("shelf/notes.txt")));
	ck_assert(is_there(kit_path("shelf/reports-20200101T000000Z.db.old")));
}
END_TEST

START_TEST(a_backup_that_does_not_fit_leaves_no_file)
{
	struct backup_made made;
	struct rlimit limit = { .rlim_cur = 20000, .rlim_max = 20000 };

	database_close(kit_reports());
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(setenv("MONITOR_NOW", "2026-01-02T03:04:05Z", 1), 0);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_assert_int_ne(backup_make(kit_folder(), kit_path("shelf"), 3, &made, &error), ERR_OK);
	ck_assert(error.text[0] != '\0');
	/* An empty folder can be removed. */
	ck_assert_int_eq(rmdir(kit_path("shelf")), 0);
}
END_TEST

START_TEST(a_damaged_database_is_not_backed_up)
{
	struct backup_made made;
	FILE *file;

	database_close(kit_reports());
	file = fopen(kit_path("reports.db"), "r+");
	ck_assert_ptr_nonnull(file);
	ck_assert_int_eq(fseek(file, 8192, SEEK_SET), 0);
	for (int i = 0; i < 16384; i++)
		ck_assert_int_ne(fputc('x', file), EOF);
	fclose(file);
	ck_refused(backup_make(kit_folder(), kit_path("shelf"), 3, &made, &error), ERR_IO, error);
	ck_assert_int_eq(rmdir(kit_path("shelf")), 0);
}
END_TEST

START_TEST(without_a_database_there_is_nothing_to_back_up)
{
	struct backup_made made;

	ck_refused(backup_make(kit_path("nowhere"), kit_path("shelf"), 3, &made, &error), ERR_NOT_FOUND, error);
	ck_refused(backup_make(kit_folder(), kit_path("shelf"), 0, &made, &error), ERR_INVALID, error);
}
END_TEST

START_TEST(a_restore_brings_back_the_backup_and_keeps_what_was_there)
{
	struct database *db = kit_reports();
	struct backup_made made;
	struct backup_restored restored;
	struct audit_state state;

	add_rows(db, 3);
	ck_ok(backup_make(kit_folder(), kit_path("shelf"), 14, &made, &error), error);
	add_rows(db, 4);
	/* `db` stays open, as a worker's would, and sees the restored rows. */
	ck_ok(backup_restore(kit_folder(), made.path, &kit_actor, &restored, &error), error);
	ck_ok(audit_verify(db, &state, &error), error);
	ck_assert_int_eq(state.rows, 4); /* three and the restore itself */
	add_rows(db, 1);
	database_close(db);
	ck_assert_int_eq(restored.schema, REPORTS_SCHEMA);
	ck_assert_int_eq(mkdir(kit_path("before"), 0700), 0);
	ck_assert_int_eq(rename(restored.before, kit_path("before/reports.db")), 0);
	ck_assert_int_eq(audit_rows(kit_path("before")), 7);
}
END_TEST

START_TEST(a_restore_takes_the_place_of_a_damaged_database)
{
	struct database *db = kit_reports();
	struct backup_made made;
	struct backup_restored restored;

	add_rows(db, 2);
	ck_ok(backup_make(kit_folder(), kit_path("shelf"), 14, &made, &error), error);
	database_close(db);
	kit_write("reports.db", "This is no database any more, but it is long enough to be looked at as one: 0123456789012345678901234567890123456789\n");
	ck_ok(backup_restore(kit_folder(), made.path, &kit_actor, &restored, &error), error);
	ck_assert_int_eq(audit_rows(kit_folder()), 3);
	ck_assert(is_there(restored.before));
}
END_TEST

START_TEST(a_restore_into_an_empty_directory_works)
{
	struct backup_made made;
	struct backup_restored restored;

	database_close(kit_reports());
	ck_ok(backup_make(kit_folder(), kit_path("shelf"), 14, &made, &error), error);
	ck_ok(backup_restore(kit_path("new"), made.path, &kit_actor, &restored, &error), error);
	ck_assert_str_eq(restored.before, "");
	ck_assert_int_eq(audit_rows(kit_path("new")), 1);
}
END_TEST

START_TEST(what_is_no_backup_is_not_restored)
{
	struct database *db = kit_reports();
	struct backup_restored restored;
	int applied;

	add_rows(db, 2);
	database_close(db);
	ck_refused(backup_restore(kit_folder(), kit_path("none.db"), &kit_actor, &restored, &error), ERR_NOT_FOUND, error);
	kit_write("text.db", "This is no database, but it is long enough to be looked at as one: 0123456789012345678901234567890123456789\n");
	ck_refused(backup_restore(kit_folder(), kit_path("text.db"), &kit_actor, &restored, &error), ERR_IO, error);
	by_hand(kit_path("other.db"), "PRAGMA application_id = 7; CREATE TABLE theirs (a)");
	ck_refused(backup_restore(kit_folder(), kit_path("other.db"), &kit_actor, &restored, &error), ERR_SCHEMA, error);
	ck_ok(migrate(kit_path("newer.db"), 0, &applied, &error), error);
	by_hand(kit_path("newer.db"), "PRAGMA user_version = 4711");
	ck_refused(backup_restore(kit_folder(), kit_path("newer.db"), &kit_actor, &restored, &error), ERR_SCHEMA, error);
	ck_assert_int_eq(audit_rows(kit_folder()), 2);
}
END_TEST

START_TEST(an_older_backup_is_restored_and_says_that_it_needs_migrating)
{
	struct backup_restored restored;
	struct database *db;
	int applied;

	ck_ok(migrate(kit_path("old.db"), 3, &applied, &error), error);
	ck_ok(backup_restore(kit_path("new"), kit_path("old.db"), &kit_actor, &restored, &error), error);
	ck_assert_int_eq(restored.schema, 3);
	ck_refused(reports_open(&db, kit_path("new"), DATABASE_WRITE, &error), ERR_SCHEMA, error);
	ck_ok(migrate(kit_path("new/reports.db"), 0, &applied, &error), error);
	ck_assert_int_eq(audit_rows(kit_path("new")), 0);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_backup_made_while_somebody_writes_is_whole_and_private),
	KIT_TEST(only_the_newest_backups_are_kept_and_other_files_are_not_touched),
	KIT_TEST(a_backup_that_does_not_fit_leaves_no_file),
	KIT_TEST(a_damaged_database_is_not_backed_up),
	KIT_TEST(without_a_database_there_is_nothing_to_back_up),
	KIT_TEST(a_restore_brings_back_the_backup_and_keeps_what_was_there),
	KIT_TEST(a_restore_takes_the_place_of_a_damaged_database),
	KIT_TEST(a_restore_into_an_empty_directory_works),
	KIT_TEST(what_is_no_backup_is_not_restored),
	KIT_TEST(an_older_backup_is_restored_and_says_that_it_needs_migrating),
};
KIT_MAIN("backup", tests)
