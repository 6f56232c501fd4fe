/* kit: see kit.h. */
#include "tests/unit/kit.h"

#include <ftw.h>
#include <limits.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "indicators/base/arena.h"
#include "migrations/migrate.h"

static char folder[PATH_MAX];
static struct arena arena = ARENA_INIT;

const struct actor kit_actor = { .person = 0, .name = "monitor", .address = "" };

static void make_folder(void)
{
	const char *base = getenv("TMPDIR");

	snprintf(folder, sizeof folder, "%s/monitor-test-XXXXXX", base != NULL ? base : "/tmp");
	if (mkdtemp(folder) == NULL)
		ck_abort_msg("no temporary folder");
}

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static void remove_folder(void)
{
	nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	arena_release(&arena);
}

const char *kit_folder(void)
{
	return folder;
}

const char *kit_path(const char *name)
{
	return arena_printf(&arena, "%s/%s", folder, name);
}

const char *kit_write(const char *name, const char *text)
{
	const char *path = kit_path(name);
	FILE *file = fopen(path, "w");

	ck_assert_ptr_nonnull(file);
	ck_assert_int_ge(fputs(text, file), 0);
	ck_assert_int_eq(fclose(file), 0);
	return path;
}

struct database *kit_reports(void)
{
	struct database *db = NULL;
	struct error error = ERROR_INIT;
	int applied;

	ck_ok(migrate(kit_path("reports.db"), 0, &applied, &error), error);
	ck_ok(reports_open(&db, folder, DATABASE_WRITE, &error), error);
	return db;
}

int64_t kit_number(const char *sql)
{
	sqlite3 *handle;
	sqlite3_stmt *statement;

	ck_assert_int_eq(sqlite3_open(kit_path("reports.db"), &handle), SQLITE_OK);
	ck_assert_int_eq(sqlite3_prepare_v2(handle, sql, -1, &statement, NULL), SQLITE_OK);
	ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
	int64_t number = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	sqlite3_close(handle);
	return number;
}

const char *kit_root(const char *path_below)
{
	const char *root = getenv("MONITOR_ROOT");

	return arena_printf(&arena, "%s/%s", root != NULL ? root : ".", path_below);
}

int kit_main(const char *suite_name, const struct kit_test *tests, size_t count)
{
	const char *only = getenv("MONITOR_TEST_CASE");
	Suite *suite = suite_create(suite_name);

	if (sodium_init() < 0)
		return 2;
	for (size_t i = 0; i < count; i++) {
		if (only != NULL && strstr(tests[i].name, only) == NULL)
			continue;
		TCase *tcase = tcase_create(tests[i].name);
		tcase_add_checked_fixture(tcase, make_folder, remove_folder);
		tcase_set_timeout(tcase, 600); /* only what hangs takes so long, on a busy machine too */
		tcase_add_test(tcase, *tests[i].test);
		suite_add_tcase(suite, tcase);
	}
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
