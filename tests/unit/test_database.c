/* Tests of the statement table over SQLite: what it refuses, and that nothing is half done then. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/store/database.h"
#include "tests/unit/kit.h"

enum { MAKE, ADD, GET, COUNT, WRONG, STATEMENTS };

static const struct statement_text texts[STATEMENTS] = {
	[MAKE] = { "make", "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE, size REAL, data BLOB) STRICT" },
	[ADD] = { "add", "INSERT INTO thing (name, size, data) VALUES ($name, $size, $data)" },
	[GET] = { "get", "SELECT id, name, size, data FROM thing WHERE name = $name" },
	[COUNT] = { "count", "SELECT count(*) FROM thing" },
	[WRONG] = { "wrong", "SELECT nothing FROM nowhere" },
};
static const struct statement_table table = { texts, STATEMENTS };
static struct error error = ERROR_INIT;

static struct database *open_new(const char *name)
{
	struct database *db;

	ck_ok(database_open(&db, kit_path(name), DATABASE_CREATE, &table, &error), error);
	ck_ok(query_run(database_query(db, MAKE), &error), error);
	return db;
}

MUST_USE static enum err add(struct database *db, const char *name, double size)
{
	struct query *query = database_query(db, ADD);

	query_text(query, "name", name);
	query_real(query, "size", size);
	query_blob(query, "data", "\0\1", 2);
	return query_run(query, &error);
}

static int64_t count(struct database *db)
{
	struct query *query = database_query(db, COUNT);

	ck_assert(query_next(query));
	int64_t n = query_column_int(query, 0);
	ck_ok(query_end(query, &error), error);
	return n;
}

START_TEST(what_is_bound_comes_back)
{
	struct database *db = open_new("a b%20?mode=memory#.db"); /* a hostile path is only a path */
	size_t length;

	ck_ok(add(db, "Ташкент'; DROP TABLE thing; --", 0.1), error);
	ck_ok(add(db, "empty", NAN), error);
	struct query *query = database_query(db, GET);
	query_text(query, "name", "Ташкент'; DROP TABLE thing; --");
	ck_assert(query_next(query));
	ck_assert_str_eq(query_column_text(query, 1), "Ташкент'; DROP TABLE thing; --");
	ck_assert_double_eq(query_column_real(query, 2), 0.1);
	ck_assert_int_eq(memcmp(query_column_blob(query, 3, &length), "\0\1", 2), 0);
	ck_assert_uint_eq(length, 2);
	ck_assert(!query_next(query));
	ck_ok(query_end(query, &error), error);

	query = database_query(db, GET);
	query_text(query, "name", "empty");
	ck_assert(query_next(query));
	ck_assert(query_column_is_null(query, 2));
	ck_assert(isnan(query_column_real(query, 2)));
	ck_ok(query_end(query, &error), error);
	database_close(db);
}
END_TEST

START_TEST(a_mistyped_parameter_is_an_error)
{
	struct database *db = open_new("x.db");
	struct query *query = database_query(db, ADD);

	query_text(query, "nmae", "x");
	query_real(query, "size", 1);
	ck_refused(query_run(query, &error), ERR_INTERNAL, error);
	ck_assert_int_eq(count(db), 0);
	database_close(db);
}
END_TEST

START_TEST(a_statement_that_does_not_prepare_is_named)
{
	struct database *db = open_new("x.db");

	ck_refused(query_run(database_query(db, WRONG), &error), ERR_IO, error);
	ck_assert_ptr_nonnull(strstr(error.text, "wrong"));
	ck_assert_int_ne(database_check_statements(db, &error), ERR_OK);
	database_close(db);
}
END_TEST

START_TEST(a_statement_in_use_is_not_handed_out_again)
{
	struct database *db = open_new("x.db");
	struct query *query = database_query(db, COUNT);

	ck_assert(query_next(query));
	ck_refused(query_run(database_query(db, COUNT), &error), ERR_INTERNAL, error);
	database_close(db);
}
END_TEST

START_TEST(a_broken_constraint_is_a_conflict)
{
	struct database *db = open_new("x.db");

	ck_ok(add(db, "one", 1), error);
	ck_refused(add(db, "one", 2), ERR_CONFLICT, error);
	ck_assert_int_eq(count(db), 1);
	database_close(db);
}
END_TEST

START_TEST(a_rolled_back_transaction_leaves_nothing)
{
	struct database *db = open_new("x.db");

	ck_ok(database_begin(db, &error), error);
	ck_assert(database_in_transaction(db));
	ck_ok(add(db, "one", 1), error);
	database_rollback(db);
	ck_assert(!database_in_transaction(db));
	ck_assert_int_eq(count(db), 0);
	database_close(db);
}
END_TEST

/* A full disk is SQLITE_FULL; the page limit brings the same code about. */
START_TEST(a_full_disk_refuses_the_write_and_keeps_the_data)
{
	struct database *db = open_new("x.db");
	enum err err = ERR_OK;
	char name[600];
	int added = 0;

	ck_ok(database_script(db, "PRAGMA max_page_count = 8", &error), error);
	while (err == ERR_OK && added < 1000) {
		memset(name, 'x', sizeof name);
		snprintf(name, sizeof name, "%0500d", added);
		if ((err = add(db, name, 1)) == ERR_OK)
			added++;
	}
	ck_assert_int_eq(err, ERR_FULL);
	ck_assert_ptr_nonnull(strstr(error.text, "disk is full"));
	ck_assert_int_eq(count(db), added);
	database_close(db);
}
END_TEST

START_TEST(a_second_writer_is_told_to_come_again)
{
	struct database *first = open_new("x.db");
	struct database *second;

	ck_ok(database_open(&second, kit_path("x.db"), DATABASE_WRITE, &table, &error), error);
	ck_ok(database_script(second, "PRAGMA busy_timeout = 50", &error), error);
	ck_ok(database_begin(first, &error), error);
	ck_refused(database_begin(second, &error), ERR_BUSY, error);
	ck_assert_int_eq(count(second), 0); /* readers go on */
	database_rollback(first);
	ck_ok(database_begin(second, &error), error);
	database_rollback(second);
	database_close(second);
	database_close(first);
}
END_TEST

START_TEST(a_reader_cannot_write)
{
	static const enum database_mode modes[] = { DATABASE_READ, DATABASE_IMMUTABLE };

	database_close(open_new("x.db"));
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		struct database *db;
		ck_ok(database_open(&db, kit_path("x.db"), modes[i], &table, &error), error);
		ck_refused(add(db, "one", 1), ERR_IO, error);
		database_close(db);
	}
}
END_TEST

START_TEST(a_missing_or_foreign_file_is_refused)
{
	struct database *db;

	ck_refused(database_open(&db, kit_path("none.db"), DATABASE_WRITE, &table, &error), ERR_NOT_FOUND, error);
	ck_assert_ptr_null(db);
	ck_refused(database_open(&db, kit_path("none.db"), DATABASE_IMMUTABLE, &table, &error), ERR_NOT_FOUND, error);
	kit_write("text.db", "This is no database, but it is long enough to be looked at as one.\n"
		"0123456789012345678901234567890123456789012345678901234567890123456789\n");
	ck_refused(database_open(&db, kit_path("text.db"), DATABASE_WRITE, &table, &error), ERR_IO, error);
	ck_assert_ptr_null(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(what_is_bound_comes_back),
	KIT_TEST(a_mistyped_parameter_is_an_error),
	KIT_TEST(a_statement_that_does_not_prepare_is_named),
	KIT_TEST(a_statement_in_use_is_not_handed_out_again),
	KIT_TEST(a_broken_constraint_is_a_conflict),
	KIT_TEST(a_rolled_back_transaction_leaves_nothing),
	KIT_TEST(a_full_disk_refuses_the_write_and_keeps_the_data),
	KIT_TEST(a_second_writer_is_told_to_come_again),
	KIT_TEST(a_reader_cannot_write),
	KIT_TEST(a_missing_or_foreign_file_is_refused),
};
KIT_MAIN("database", tests)
