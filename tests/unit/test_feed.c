/* Tests of the ways to move many rows: the table feed, binding by place, copying a row from one database to another. */
#include <math.h>

#include "tests/unit/kit.h"

enum { CREATE, FROM_FEED, ALL, PUT, PUT_TWO };

static const struct statement_text statements[] = {
	{ "create", "CREATE TABLE IF NOT EXISTS t (a TEXT, b INTEGER, c REAL)" },
	{ "from_feed", "INSERT INTO t SELECT c1, c2, c3 FROM feed" },
	{ "all", "SELECT a, b, c FROM t ORDER BY rowid" },
	{ "put", "INSERT INTO t (a, b, c) VALUES ($a, $b, $c)" },
	{ "put_two", "INSERT INTO t (a, b) VALUES ($a, $b)" },
};
static const struct statement_table table = { statements, sizeof statements / sizeof *statements };
static struct error error = ERROR_INIT;

static struct database *open_table(const char *name)
{
	struct database *db = NULL;

	ck_ok(database_open(&db, kit_path(name), DATABASE_CREATE, &table, &error), error);
	ck_ok(query_run(database_query(db, CREATE), &error), error);
	return db;
}

struct count {
	int at, most;
};

static bool next(void *context)
{
	struct count *count = context;

	return ++count->at <= count->most;
}

static struct database_value column(void *context, int place)
{
	const struct count *count = context;

	switch (place) {
	case 0:
		return (struct database_value){ .kind = DATABASE_TEXT, .text = count->at == 2 ? NULL : "text" };
	case 1:
		return (struct database_value){ .kind = DATABASE_INT, .integer = count->at };
	case 2:
		return (struct database_value){ .kind = DATABASE_REAL, .real = count->at == 2 ? NAN : count->at / 4.0 };
	default:
		return (struct database_value){ .kind = DATABASE_NULL };
	}
}

static int rows_of(struct database *db)
{
	struct query *query = database_query(db, ALL);
	int rows = 0;

	while (query_next(query)) {
		rows++;
		ck_assert_int_eq((int)query_column_int(query, 1), rows);
		ck_assert(query_column_is_null(query, 0) == (rows == 2) && query_column_is_null(query, 2) == (rows == 2));
		if (rows != 2)
			ck_assert(query_column_real(query, 2) == rows / 4.0);
	}
	ck_ok(query_end(query, &error), error);
	return rows;
}

START_TEST(a_feed_gives_its_rows_in_order)
{
	struct database *db = open_table("a.db");
	struct count count = { .at = 0, .most = 1000 };
	const struct database_feed feed = { .next = next, .column = column, .context = &count };

	database_feed(db, &feed);
	ck_ok(query_run(database_query(db, FROM_FEED), &error), error);
	ck_assert_int_eq((int)database_changes(db), 1000);
	ck_assert_int_eq(rows_of(db), 1000);
	database_close(db);
}
END_TEST

START_TEST(without_a_feed_its_table_is_empty)
{
	struct database *db = open_table("a.db");
	struct count count = { .at = 0, .most = 3 };
	const struct database_feed feed = { .next = next, .column = column, .context = &count };

	ck_ok(query_run(database_query(db, FROM_FEED), &error), error);
	database_feed(db, &feed);
	database_feed(db, NULL);
	ck_ok(query_run(database_query(db, FROM_FEED), &error), error);
	ck_assert_int_eq(rows_of(db), 0);
	database_close(db);
}
END_TEST

START_TEST(a_row_is_copied_with_its_types)
{
	struct database *from = open_table("a.db");
	struct database *to = open_table("b.db");

	for (int i = 1; i <= 3; i++) {
		struct query *put = database_query(from, PUT);
		query_text_at(put, 1, i == 2 ? NULL : "text");
		query_int_at(put, 2, i);
		query_real_at(put, 3, i == 2 ? NAN : i / 4.0);
		ck_ok(query_run(put, &error), error);
	}
	struct query *all = database_query(from, ALL);
	while (query_next(all)) {
		struct query *put = database_query(to, PUT);
		query_row(put, all);
		ck_ok(query_run(put, &error), error);
	}
	ck_ok(query_end(all, &error), error);
	ck_assert_int_eq(rows_of(to), 3);
	database_close(from);
	database_close(to);
}
END_TEST

START_TEST(a_row_of_another_width_is_refused)
{
	struct database *db = open_table("a.db");
	struct database *to = open_table("b.db");
	struct query *put = database_query(db, PUT);

	query_int_at(put, 2, 1);
	ck_ok(query_run(put, &error), error);
	struct query *all = database_query(db, ALL);
	ck_assert(query_next(all));
	put = database_query(to, PUT_TWO);
	query_row(put, all);
	ck_refused(query_run(put, &error), ERR_INTERNAL, error);
	ck_ok(query_end(all, &error), error);
	database_close(db);
	database_close(to);
}
END_TEST

START_TEST(a_place_that_the_statement_does_not_have_is_refused)
{
	struct database *db = open_table("a.db");
	struct query *put = database_query(db, PUT_TWO);

	query_int_at(put, 3, 1);
	enum err err = query_run(put, &error);
	ck_assert_int_ne(err, ERR_OK);
	database_close(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_feed_gives_its_rows_in_order),
	KIT_TEST(without_a_feed_its_table_is_empty),
	KIT_TEST(a_row_is_copied_with_its_types),
	KIT_TEST(a_row_of_another_width_is_refused),
	KIT_TEST(a_place_that_the_statement_does_not_have_is_refused),
};
KIT_MAIN("feed", tests)
