/*
 * database: SQLite, reached only through a table of named statements.
 *
 * Callers never hold SQL: they name a statement of their store's table (made from `statements/` folders of
 * SQL files by store/statements.awk), bind values by name and step through rows. A bind to a name that the
 * statement does not have is an error, so a mistyped name cannot silently bind nothing.
 *
 *	struct query *query = database_query(db, REPORTS_round_by_id);
 *	query_int(query, "round", id);
 *	if (query_next(query))
 *		title = arena_strdup(arena, query_column_text(query, 0));
 *	return query_end(query, error);
 *
 * The first thing that goes wrong is remembered in the query; query_next then returns false and query_end
 * gives the error. One statement is one query: it must have ended before it is asked for again.
 *
 * Statements keep to SQL that SQLite 3.40 and PostgreSQL 15 both take; parameters are written $name (a store
 * on PostgreSQL numbers them when it reads the same files).
 */
#ifndef INDICATORS_STORE_DATABASE_H
#define INDICATORS_STORE_DATABASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indicators/base/error.h"

struct statement_text {
	const char *name;
	const char *sql;
};

struct statement_table {
	const struct statement_text *statements;
	size_t count;
};

enum database_mode {
	DATABASE_READ,      /* read-only; the file may be written by others meanwhile (WAL) */
	DATABASE_IMMUTABLE, /* read-only and never changed under us: a snapshot */
	DATABASE_WRITE,     /* read and write an existing file: WAL, synchronous=FULL, foreign keys on */
	DATABASE_CREATE,    /* the same, created when it is missing, mode 0640 */
	DATABASE_BUILD      /* a new file built aside and renamed when whole: no journal, no syncs until then */
};

struct database;
struct query;

/* `table` must outlive the database. On failure *db is NULL. */
MUST_USE enum err database_open(struct database **db, const char *path, enum database_mode mode,
	const struct statement_table *table, struct error *error);

/* Ends every query and closes the file. NULL is fine. */
void database_close(struct database *db);

/* Prepares every statement of the table; the error names the first that does not prepare. For tests. */
MUST_USE enum err database_check_statements(struct database *db, struct error *error);

/* Runs a fixed script (migrations, schemas). Never called with text from outside the program. */
MUST_USE enum err database_script(struct database *db, const char *sql, struct error *error);

/* BEGIN IMMEDIATE waits at most the busy time-out (5 s), then ERR_BUSY. */
MUST_USE enum err database_begin(struct database *db, struct error *error);
MUST_USE enum err database_commit(struct database *db, struct error *error);
void database_rollback(struct database *db); /* no-op outside a transaction */

/* Commits when err is ERR_OK, else rolls back. Returns err, or why it could not be committed; either way the transaction is over. */
MUST_USE enum err database_end(struct database *db, enum err err, struct error *error);
bool database_in_transaction(const struct database *db);

int64_t database_last_id(const struct database *db);
int64_t database_changes(const struct database *db); /* rows changed by the last statement */
const char *database_path(const struct database *db);

/* PRAGMA user_version; PRAGMA application_id. */
MUST_USE enum err database_identity(struct database *db, int64_t *application_id, int64_t *user_version, struct error *error);

/* A statement of the table, reset and with nothing bound. Never NULL. */
struct query *database_query(struct database *db, size_t statement);

void query_text(struct query *query, const char *name, const char *value);  /* NULL binds NULL; not copied, must live until query_end */
void query_int(struct query *query, const char *name, int64_t value);
void query_real(struct query *query, const char *name, double value);       /* NaN binds NULL */
void query_blob(struct query *query, const char *name, const void *data, size_t length); /* not copied */
void query_null(struct query *query, const char *name);

/*
 * The same by place, from 1 in the order in which the statement first names its parameters: for the inner loops that write
 * millions of rows, where looking names up would cost more than the row. Everywhere else, bind by name.
 */
void query_text_at(struct query *query, int place, const char *value);
void query_int_at(struct query *query, int place, int64_t value);
void query_real_at(struct query *query, int place, double value); /* NaN binds NULL */

/* Binds the columns of the current row of `from` to the parameters of `query` in order, types and all. Text is not copied. */
void query_row(struct query *query, struct query *from);

/*
 * Rows that the program makes while a statement reads them: `INSERT INTO … SELECT c1, c2, … FROM feed` takes one after the
 * other until `next` says that there is none. For writing very many rows: it costs a third of a statement for each.
 */
struct database_value {
	enum { DATABASE_NULL, DATABASE_INT, DATABASE_REAL, DATABASE_TEXT } kind;
	union {
		int64_t integer;
		double real;      /* NaN is NULL */
		const char *text; /* NULL is NULL; must live until the next row */
	};
};

struct database_feed {
	bool (*next)(void *context);                                /* moves to the next row, at first to the first one */
	struct database_value (*column)(void *context, int column); /* of that row, from 0; at most 16 */
	void *context;
};

/* What the table `feed` gives from now on; NULL: no rows. */
void database_feed(struct database *db, const struct database_feed *feed);

/* True when a row is there; false at the end and after an error. */
bool query_next(struct query *query);

/* Resets the statement; the first error since database_query, or ERR_OK. */
MUST_USE enum err query_end(struct query *query, struct error *error);

/* Runs a statement that returns no rows (or whose rows don't matter) to its end. */
MUST_USE enum err query_run(struct query *query, struct error *error);

/* Columns of the current row, from 0. Text is valid until the next query_next or query_end. */
const char *query_column_text(struct query *query, int column);  /* NULL where NULL */
int64_t query_column_int(struct query *query, int column);       /* 0 where NULL */
double query_column_real(struct query *query, int column);       /* NaN where NULL */
const void *query_column_blob(struct query *query, int column, size_t *length);
bool query_column_is_null(struct query *query, int column);

#endif
