/*
 * world: a small made-up reports database for tests of what is computed from it: participants XAA to XAF, framework "t"
 * (at least three must report) with domains D1 (L1, L2 ladders, Y1 yes/no) and D2 (C1 count, P1 percent, L3 ladder), all but
 * C1 to be increased. SDG target 16.2 is served by L1, L2 and C1.
 *
 * Everything is put in with plain SQL: what the job reads is tables, whoever filled them.
 */
#ifndef TESTS_UNIT_WORLD_H
#define TESTS_UNIT_WORLD_H

#include "indicators/snapshot/summarise.h"
#include "tests/unit/kit.h"

/* Makes reports.db in the test's folder. */
void world_make(void);

/* Runs SQL on reports.db. */
void world_sql(const char *format, ...) PRINTF_LIKE(1, 2);

/* Runs SQL on another file of the test's folder, as somebody with a SQL shell would. */
void world_alter(const char *file, const char *sql);

/* A round of `period` (id returned) that asks everybody everything in force. Not released yet. */
int world_round(const char *period);

/*
 * An answer, or one more revision of it, accepted but not released. `value` is SQL: "3", "NULL"; status may be followed by
 * a reason: "not_available".
 */
void world_answer(const char *period, const char *participant, const char *indicator, const char *status, const char *value,
	const char *audience);

/* Releases every answer of the round whose newest revision or audience is not released yet. */
void world_release(const char *period);

/* reported + release in one, for short tests. */
void world_report(const char *period, const char *participant, const char *indicator, const char *value, const char *audience);

/* Runs the job; the test fails if it does. */
struct summarise_result world_summarise(bool full);

/* The rows that a query gives, columns joined by "|", rows by newlines; lives until the test ends. `file` is in the test's
 * folder: "snapshots/public.db", "reports.db". */
const char *world_query(const char *file, const char *sql);

/* Whether the bytes stand anywhere in a file, as text or number, in use or left over. */
bool world_holds(const char *file, const void *bytes, size_t length);

/* Every row of every table of a snapshot but what tells runs apart. */
const char *world_dump(const char *audience);

#define ck_rows(file, sql, expected) ck_assert_str_eq(world_query(file, sql), expected)

#endif
