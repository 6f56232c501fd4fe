/* feed: see feed.h. A virtual table of SQLite that exists once in each database without having been created. */
#include "indicators/store/feed.h"

#include <math.h>
#include <stdlib.h>

#define DECLARATION "CREATE TABLE feed (c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16)"

struct table {
	sqlite3_vtab base;
	const struct database_feed *feed;
};

struct cursor {
	sqlite3_vtab_cursor base;
	bool more;
	sqlite3_int64 row;
};

static const struct database_feed *feed_of(const sqlite3_vtab_cursor *cursor)
{
	return ((const struct table *)cursor->pVtab)->feed;
}

static int feed_connect(sqlite3 *handle, void *context, int argc, const char *const *argv, sqlite3_vtab **out, char **message)
{
	struct table *table = sqlite3_malloc(sizeof *table);

	(void)argc;
	(void)argv;
	(void)message;
	if (table == NULL)
		return SQLITE_NOMEM;
	*table = (struct table){ .feed = context };
	*out = &table->base;
	return sqlite3_declare_vtab(handle, DECLARATION);
}

static int feed_disconnect(sqlite3_vtab *table)
{
	sqlite3_free(table);
	return SQLITE_OK;
}

static int feed_best_index(sqlite3_vtab *table, sqlite3_index_info *info)
{
	(void)table;
	info->estimatedCost = 1e6;
	info->estimatedRows = 1000000;
	return SQLITE_OK;
}

static int feed_open(sqlite3_vtab *table, sqlite3_vtab_cursor **out)
{
	struct cursor *cursor = sqlite3_malloc(sizeof *cursor);

	(void)table;
	if (cursor == NULL)
		return SQLITE_NOMEM;
	*cursor = (struct cursor){ .more = false };
	*out = &cursor->base;
	return SQLITE_OK;
}

static int feed_close(sqlite3_vtab_cursor *cursor)
{
	sqlite3_free(cursor);
	return SQLITE_OK;
}

static int feed_next(sqlite3_vtab_cursor *base)
{
	const struct database_feed *feed = feed_of(base);
	struct cursor *cursor = (struct cursor *)base;

	cursor->more = feed->next != NULL && feed->next(feed->context);
	cursor->row++;
	return SQLITE_OK;
}

static int feed_filter(sqlite3_vtab_cursor *cursor, int number, const char *text, int argc, sqlite3_value **argv)
{
	(void)number;
	(void)text;
	(void)argc;
	(void)argv;
	return feed_next(cursor);
}

static int feed_eof(sqlite3_vtab_cursor *cursor)
{
	return !((struct cursor *)cursor)->more;
}

static int feed_column(sqlite3_vtab_cursor *cursor, sqlite3_context *result, int column)
{
	const struct database_feed *feed = feed_of(cursor);
	struct database_value value = feed->column(feed->context, column);

	switch (value.kind) {
	case DATABASE_NULL:
		sqlite3_result_null(result);
		break;
	case DATABASE_INT:
		sqlite3_result_int64(result, value.integer);
		break;
	case DATABASE_REAL:
		if (isnan(value.real))
			sqlite3_result_null(result);
		else
			sqlite3_result_double(result, value.real);
		break;
	case DATABASE_TEXT:
		sqlite3_result_text(result, value.text, -1, SQLITE_STATIC); /* NULL gives NULL */
		break;
	}
	return SQLITE_OK;
}

static int feed_rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *row)
{
	*row = ((struct cursor *)cursor)->row;
	return SQLITE_OK;
}

int feed_register(sqlite3 *handle, const struct database_feed *feed)
{
	/* Without xCreate: there is one such table, and none can be made. */
	static const sqlite3_module module = {
		.iVersion = 1,
		.xConnect = feed_connect,
		.xBestIndex = feed_best_index,
		.xDisconnect = feed_disconnect,
		.xOpen = feed_open,
		.xClose = feed_close,
		.xFilter = feed_filter,
		.xNext = feed_next,
		.xEof = feed_eof,
		.xColumn = feed_column,
		.xRowid = feed_rowid,
	};

	return sqlite3_create_module_v2(handle, "feed", &module, (void *)(uintptr_t)feed, NULL);
}
