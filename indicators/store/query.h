/* query: what database.c and query.c share, and nobody else; see database.h. */
#ifndef INDICATORS_STORE_QUERY_H
#define INDICATORS_STORE_QUERY_H

#include <sqlite3.h>

#include "indicators/store/database.h"

struct query {
	struct database *db;
	size_t statement;
	sqlite3_stmt *stmt;
	bool active;
	struct error error;
};

struct database {
	sqlite3 *handle;
	char *path;
	const struct statement_table *table;
	struct query *queries;
	struct database_feed feed;
};

/* SQLite's result codes in our words; `what` is the statement's name or an act. */
enum err database_fail(struct database *db, int rc, const char *what, struct error *error);

#endif
