/* query: binding, stepping and the columns of a statement; see database.h. */
#include "indicators/store/query.h"

#include <math.h>
#include <stdio.h>

/* The index of a parameter, or 0 after remembering the error. */
static int parameter(struct query *query, const char *name)
{
	char full[64];

	if (query->error.code != ERR_OK)
		return 0;
	snprintf(full, sizeof full, "$%s", name);
	int index = sqlite3_bind_parameter_index(query->stmt, full);
	if (index == 0)
		query->error.code = error_set(&query->error, ERR_INTERNAL, "The statement %s has no parameter %s.",
			query->db->table->statements[query->statement].name, full);
	return index;
}

static void bound(struct query *query, int rc)
{
	if (rc != SQLITE_OK)
		query->error.code = database_fail(query->db, rc, query->db->table->statements[query->statement].name, &query->error);
}

void query_text(struct query *query, const char *name, const char *value)
{
	int index = parameter(query, name);

	if (index != 0)
		bound(query, sqlite3_bind_text(query->stmt, index, value, -1, SQLITE_STATIC));
}

void query_int(struct query *query, const char *name, int64_t value)
{
	int index = parameter(query, name);

	if (index != 0)
		bound(query, sqlite3_bind_int64(query->stmt, index, value));
}

void query_real(struct query *query, const char *name, double value)
{
	int index = parameter(query, name);

	if (index == 0)
		return;
	if (isnan(value))
		bound(query, sqlite3_bind_null(query->stmt, index));
	else
		bound(query, sqlite3_bind_double(query->stmt, index, value));
}

void query_blob(struct query *query, const char *name, const void *data, size_t length)
{
	int index = parameter(query, name);

	if (index != 0)
		bound(query, sqlite3_bind_blob64(query->stmt, index, data, length, SQLITE_STATIC));
}

void query_null(struct query *query, const char *name)
{
	int index = parameter(query, name);

	if (index != 0)
		bound(query, sqlite3_bind_null(query->stmt, index));
}

void query_text_at(struct query *query, int place, const char *value)
{
	if (query->error.code == ERR_OK)
		bound(query, sqlite3_bind_text(query->stmt, place, value, -1, SQLITE_STATIC));
}

void query_int_at(struct query *query, int place, int64_t value)
{
	if (query->error.code == ERR_OK)
		bound(query, sqlite3_bind_int64(query->stmt, place, value));
}

void query_real_at(struct query *query, int place, double value)
{
	if (query->error.code != ERR_OK)
		return;
	bound(query, isnan(value) ? sqlite3_bind_null(query->stmt, place) : sqlite3_bind_double(query->stmt, place, value));
}

void query_row(struct query *query, struct query *from)
{
	int columns = from->stmt != NULL ? sqlite3_data_count(from->stmt) : 0;

	if (query->error.code != ERR_OK)
		return;
	if (sqlite3_bind_parameter_count(query->stmt) != columns) {
		query->error.code = error_set(&query->error, ERR_INTERNAL, "The statement %s takes %d values and gets %d.",
			query->db->table->statements[query->statement].name, sqlite3_bind_parameter_count(query->stmt), columns);
		return;
	}
	for (int i = 0; i < columns && query->error.code == ERR_OK; i++) {
		switch (sqlite3_column_type(from->stmt, i)) {
		case SQLITE_INTEGER:
			bound(query, sqlite3_bind_int64(query->stmt, i + 1, sqlite3_column_int64(from->stmt, i)));
			break;
		case SQLITE_FLOAT:
			bound(query, sqlite3_bind_double(query->stmt, i + 1, sqlite3_column_double(from->stmt, i)));
			break;
		case SQLITE_NULL:
			bound(query, sqlite3_bind_null(query->stmt, i + 1));
			break;
		default:
			bound(query, sqlite3_bind_text(query->stmt, i + 1, (const char *)sqlite3_column_text(from->stmt, i),
				sqlite3_column_bytes(from->stmt, i), SQLITE_STATIC));
			break;
		}
	}
}

bool query_next(struct query *query)
{
	if (query->error.code != ERR_OK)
		return false;
	int rc = sqlite3_step(query->stmt);
	if (rc == SQLITE_ROW)
		return true;
	if (rc != SQLITE_DONE)
		query->error.code = database_fail(query->db, rc, query->db->table->statements[query->statement].name, &query->error);
	return false;
}

enum err query_end(struct query *query, struct error *error)
{
	if (query->stmt != NULL)
		sqlite3_reset(query->stmt);
	query->active = false;
	if (query->error.code != ERR_OK && error != NULL)
		*error = query->error;
	return query->error.code;
}

enum err query_run(struct query *query, struct error *error)
{
	while (query_next(query))
		continue;
	return query_end(query, error);
}

const char *query_column_text(struct query *query, int column)
{
	return (const char *)sqlite3_column_text(query->stmt, column);
}

int64_t query_column_int(struct query *query, int column)
{
	return sqlite3_column_int64(query->stmt, column);
}

double query_column_real(struct query *query, int column)
{
	if (sqlite3_column_type(query->stmt, column) == SQLITE_NULL)
		return NAN;
	return sqlite3_column_double(query->stmt, column);
}

const void *query_column_blob(struct query *query, int column, size_t *length)
{
	const void *data = sqlite3_column_blob(query->stmt, column);

	*length = (size_t)sqlite3_column_bytes(query->stmt, column);
	return data;
}

bool query_column_is_null(struct query *query, int column)
{
	return sqlite3_column_type(query->stmt, column) == SQLITE_NULL;
}
