/*
 * kit: what every unit test shares. A test file lists its tests once:
 *
 *	static const struct kit_test tests[] = { KIT_TEST(late_answer_is_marked_overdue), … };
 *	KIT_MAIN("round", tests)
 *
 * Names state behaviour. Each test runs in a process of its own (Check forks; CK_FORK=no for a debugger) and has its own
 * temporary folder, kit_folder(), removed afterwards. MONITOR_TEST_CASE=part runs only tests whose name contains it.
 */
#ifndef TESTS_UNIT_KIT_H
#define TESTS_UNIT_KIT_H

#include <check.h>

#include "indicators/base/error.h"
#include "indicators/model/reports.h"

struct kit_test {
	const char *name;
	const TTest *const *test; /* what START_TEST defines */
};

#define KIT_TEST(test) { #test, &test }
#define KIT_MAIN(suite, tests) \
	int main(void) { return kit_main(suite, tests, sizeof(tests) / sizeof *(tests)); }

int kit_main(const char *suite, const struct kit_test *tests, size_t count);

/* The test's own folder. */
const char *kit_folder(void);

/* A path in it; the result lives until the test ends. */
const char *kit_path(const char *name);

/* Writes a file in the folder and returns its path. */
const char *kit_write(const char *name, const char *text);

/* A freshly migrated reports database in the test's folder, open for writing. */
struct database *kit_reports(void);

/* The number that a query of one row and column gives over that database. */
int64_t kit_number(const char *sql);

/* The repository's root, from $MONITOR_ROOT or the current directory. */
const char *kit_root(const char *path_below);

extern const struct actor kit_actor;

#define ck_ok(call, error) ck_assert_msg((call) == ERR_OK, "%s", (error).text)
#define ck_refused(call, expected, error) do { \
	enum err ck_got = (call); \
	ck_assert_msg(ck_got == (expected), "got %d: %s", (int)ck_got, (error).text); \
	ck_assert_msg((error).text[0] != '\0', "a refusal without a sentence"); \
} while (0)

#endif
