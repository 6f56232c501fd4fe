/* world: see world.h. */
#include "tests/unit/world.h"

#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/arena.h"
#include "indicators/base/buffer.h"

static struct arena arena = ARENA_INIT;

static const char catalogue[] =
	"INSERT INTO participant VALUES ('XAA', 901, 'member', '2000-01-01', NULL), ('XAB', 902, 'member', '2000-01-01', NULL),"
	" ('XAC', 903, 'member', '2000-01-01', NULL), ('XAD', 904, 'member', '2000-01-01', NULL),"
	" ('XAE', 905, 'member', '2000-01-01', NULL), ('XAF', 906, 'member', '2000-01-01', NULL);"
	"INSERT INTO participant_text SELECT code, 'en', 'Made-up ' || code FROM participant;"
	"INSERT INTO framework VALUES ('t', 1, 3, 0);"
	"INSERT INTO framework_text VALUES ('t', 'title', 'en', 'Test');"
	"INSERT INTO domain VALUES ('t', 'D1', 1), ('t', 'D2', 2);"
	"INSERT INTO domain_text VALUES ('t', 'D1', 'title', 'en', 'First'), ('t', 'D2', 'title', 'en', 'Second');"
	"INSERT INTO indicator (id, framework, code, retired_at) VALUES (1, 't', 'C1', NULL), (2, 't', 'L1', NULL), (3, 't', 'L2', NULL), (4, 't', 'L3', NULL),"
	" (5, 't', 'P1', NULL), (6, 't', 'Y1', NULL);"
	"INSERT INTO indicator_version VALUES"
	" (1, 1, 1, 1, 'D2', 1, 'count', 'persons', 'neutral', NULL, NULL, NULL, NULL, NULL, 'd', '2026-01-01T00:00:00Z'),"
	" (2, 2, 1, 1, 'D1', 1, 'ladder', 'level', 'increase', 5, NULL, NULL, NULL, NULL, 'd', '2026-01-01T00:00:00Z'),"
	" (3, 3, 1, 1, 'D1', 2, 'ladder', 'level', 'increase', 5, NULL, NULL, NULL, NULL, 'd', '2026-01-01T00:00:00Z'),"
	" (4, 4, 1, 1, 'D2', 2, 'ladder', 'level', 'increase', 5, NULL, NULL, NULL, NULL, 'd', '2026-01-01T00:00:00Z'),"
	" (5, 5, 1, 1, 'D2', 3, 'percent', 'percent', 'increase', NULL, NULL, NULL, NULL, NULL, 'd', '2026-01-01T00:00:00Z'),"
	" (6, 6, 1, 1, 'D1', 3, 'yes_no', 'yes_no', 'increase', NULL, NULL, NULL, NULL, NULL, 'd', '2026-01-01T00:00:00Z');"
	"INSERT INTO indicator_text SELECT id, 'title', 'en', 'Indicator ' || id FROM indicator_version;"
	"INSERT INTO indicator_sdg VALUES (1, '16.2'), (2, '16.2'), (3, '16.2');"
	"INSERT INTO sdg_goal VALUES ('16', 1);"
	"INSERT INTO sdg_target VALUES ('16.2', '16', 1);"
	"UPDATE catalogue_state SET generation = generation + 1;";

static void run(const char *file, const char *sql)
{
	sqlite3 *handle;
	char *message = NULL;

	ck_assert_int_eq(sqlite3_open(kit_path(file), &handle), SQLITE_OK);
	sqlite3_busy_timeout(handle, 5000);
	sqlite3_exec(handle, "PRAGMA foreign_keys=ON; PRAGMA synchronous=OFF", NULL, NULL, NULL);
	ck_assert_msg(sqlite3_exec(handle, sql, NULL, NULL, &message) == SQLITE_OK, "%s: %s", message, sql);
	sqlite3_close(handle);
}

void world_make(void)
{
	database_close(kit_reports());
	run("reports.db", catalogue);
}

void world_sql(const char *format, ...)
{
	va_list args;
	char *sql;

	va_start(args, format);
	ck_assert_int_ge(vasprintf(&sql, format, args), 0);
	va_end(args);
	run("reports.db", sql);
	free(sql);
}

void world_alter(const char *file, const char *sql)
{
	run(file, sql);
}

int world_round(const char *period)
{
	world_sql("INSERT INTO round (framework, period, opens_on, due_on, closes_on, origin, created_at)"
		" VALUES ('t', '%s', '2026-01-01', '2026-01-01', '2026-01-01', 'round', '2026-01-01T00:00:00Z');"
		"INSERT INTO round_participant SELECT o.id, p.code, NULL, NULL FROM round o, participant p"
		" WHERE o.period = '%s' AND o.framework = 't' AND p.status = 'member';"
		"INSERT INTO round_indicator SELECT o.id, v.id FROM round o, indicator_version v JOIN indicator i ON i.id = v.indicator"
		" WHERE o.period = '%s' AND o.framework = 't' AND v.current = 1 AND i.framework = 't';", period, period, period);
	return (int)strtol(world_query("reports.db", "SELECT MAX(id) FROM round"), NULL, 10);
}

void world_answer(const char *period, const char *participant, const char *indicator, const char *status, const char *value,
	const char *audience)
{
	world_sql("INSERT INTO answer (round, participant, indicator_version, state, audience, revision)"
		" SELECT o.id, '%s', q.indicator_version, 'accepted', '%s', 0 FROM round o JOIN round_indicator q ON q.round = o.id"
		" JOIN indicator_version v ON v.id = q.indicator_version JOIN indicator i ON i.id = v.indicator"
		" WHERE o.framework = 't' AND o.period = '%s' AND i.code = '%s' AND v.current = 1"
		" ON CONFLICT DO UPDATE SET audience = excluded.audience;"
		"UPDATE answer SET revision = revision + 1 WHERE participant = '%s' AND round = (SELECT id FROM round WHERE framework = 't'"
		" AND period = '%s') AND indicator_version = (SELECT v.id FROM indicator_version v JOIN indicator i ON i.id = v.indicator"
		" WHERE i.code = '%s' AND v.current = 1);"
		"INSERT INTO answer_revision (answer, number, status, value, reason, at)"
		" SELECT a.id, a.revision, '%s', %s, CASE '%s' WHEN 'reported' THEN NULL ELSE 'because' END, '2026-01-01T00:00:00Z'"
		" FROM answer a WHERE NOT EXISTS (SELECT 1 FROM answer_revision r WHERE r.answer = a.id AND r.number = a.revision);",
		participant, audience, period, indicator, participant, period, indicator, status, value, status);
}

void world_release(const char *period)
{
	world_sql("INSERT INTO release (round, number, released_at) SELECT o.id,"
		" (SELECT COALESCE(MAX(r.number), 0) + 1 FROM release r WHERE r.round = o.id), '2026-02-01T00:00:00Z'"
		" FROM round o WHERE o.framework = 't' AND o.period = '%s';"
		"INSERT INTO release_answer SELECT (SELECT MAX(id) FROM release), a.id, a.revision, a.audience FROM answer a"
		" JOIN round o ON o.id = a.round WHERE o.framework = 't' AND o.period = '%s' AND a.state = 'accepted'"
		" AND (a.released_revision IS NULL OR a.released_revision <> a.revision OR a.released_audience <> a.audience);"
		"UPDATE answer SET released_revision = revision, released_audience = audience"
		" WHERE id IN (SELECT answer FROM release_answer WHERE release = (SELECT MAX(id) FROM release));", period, period);
}

void world_report(const char *period, const char *participant, const char *indicator, const char *value, const char *audience)
{
	world_answer(period, participant, indicator, "reported", value, audience);
	world_release(period);
}

struct summarise_result world_summarise(bool full)
{
	const struct summarise_options options = { .directory = kit_folder(), .full = full };
	struct summarise_result result;
	struct error error = ERROR_INIT;

	ck_ok(summarise(&options, &result, &error), error);
	return result;
}

static void append_rows(sqlite3 *handle, const char *sql, struct buffer *out)
{
	sqlite3_stmt *stmt;
	bool first = true;

	ck_assert_msg(sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL) == SQLITE_OK, "%s: %s", sqlite3_errmsg(handle), sql);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		if (!first)
			buffer_putc(out, '\n');
		first = false;
		for (int i = 0; i < sqlite3_column_count(stmt); i++) {
			if (i > 0)
				buffer_putc(out, '|');
			/* All digits: a figure that differs in the last bit is another figure. */
			if (sqlite3_column_type(stmt, i) == SQLITE_FLOAT)
				buffer_printf(out, "%.17g", sqlite3_column_double(stmt, i));
			else if (sqlite3_column_type(stmt, i) != SQLITE_NULL)
				buffer_puts(out, (const char *)sqlite3_column_text(stmt, i));
		}
	}
	sqlite3_finalize(stmt);
}

static const char *kept(struct buffer *buffer)
{
	const char *text = arena_strdup(&arena, buffer_text(buffer));

	ck_assert_int_eq(buffer->failure, ERR_OK);
	buffer_release(buffer);
	return text;
}

const char *world_query(const char *file, const char *sql)
{
	struct buffer out = BUFFER_INIT((size_t)1 << 26);
	sqlite3 *handle;

	ck_assert_int_eq(sqlite3_open_v2(kit_path(file), &handle, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	append_rows(handle, sql, &out);
	sqlite3_close(handle);
	return kept(&out);
}

bool world_holds(const char *name, const void *bytes, size_t length)
{
	FILE *file = fopen(kit_path(name), "rb");
	struct buffer all = BUFFER_INIT((size_t)1 << 26);
	char part[65536];
	size_t n;

	ck_assert_ptr_nonnull(file);
	while ((n = fread(part, 1, sizeof part, file)) > 0)
		buffer_append(&all, part, n);
	fclose(file);
	ck_assert_int_eq(all.failure, ERR_OK);
	bool holds = memmem(all.data, all.length, bytes, length) != NULL;
	buffer_release(&all);
	return holds;
}

const char *world_dump(const char *audience)
{
	struct buffer out = BUFFER_INIT((size_t)1 << 26);
	char name[64], sql[256];
	sqlite3 *handle;
	sqlite3_stmt *tables;

	snprintf(name, sizeof name, "snapshots/%s.db", audience);
	ck_assert_int_eq(sqlite3_open_v2(kit_path(name), &handle, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	ck_assert_int_eq(sqlite3_prepare_v2(handle, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", -1, &tables, NULL),
		SQLITE_OK);
	while (sqlite3_step(tables) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(tables, 0);
		buffer_printf(&out, "\n--- %s\n", table);
		snprintf(sql, sizeof sql, "SELECT * FROM %s%s", table, strcmp(table, "meta") == 0 ? " WHERE key NOT IN ('run', 'made_at')" : "");
		append_rows(handle, sql, &out);
	}
	sqlite3_finalize(tables);
	sqlite3_close(handle);
	return kept(&out);
}
