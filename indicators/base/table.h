/*
 * table: reads a CSV file with a header row by rows of declared columns.
 *
 * UTF-8 with or without a byte-order mark, lines ending in LF or CRLF, quoting as in RFC 4180, columns in any order. A
 * column that is not declared, is missing or stands twice is refused, and so are a quote out of place, a row with more or
 * fewer fields than the header, bytes that are no UTF-8 and a file over the cap: each is a problem with its row. Rows are
 * counted as a spreadsheet shows them: the header is row 1.
 */
#ifndef INDICATORS_BASE_TABLE_H
#define INDICATORS_BASE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/problems.h"

#define TABLE_COLUMNS_MAX 32

struct table_column {
	const char *name;
	bool optional; /* the file may do without it; its fields are then "" */
};

/* One row: fields[i] belongs to the i-th declared column and is valid during the call only; never NULL. */
typedef void table_row(void *context, size_t row, const char *const *fields);

/*
 * Reads the file at `path`, at most `bytes_max` bytes, and calls `each` for every whole row, also after a problem, so that
 * all mistakes of a file are found in one go. `columns` ends with a NULL name. ERR_OK means that the file could be read
 * to its end; whether it was good is in `problems`.
 */
MUST_USE enum err table_read(const char *path, size_t bytes_max, const struct table_column *columns, table_row *each,
	void *context, struct problems *problems, struct error *error);

#endif
