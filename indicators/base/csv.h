/*
 * csv: writing comma-separated values as RFC 4180 has them: CRLF ends a record, a field with a comma, a quote, CR or LF in
 * it is quoted, a quote within is doubled. UTF-8, no byte-order mark. Numbers are number_text(): a point, and
 * digits enough to read back the same double.
 *
 *	csv_text(buffer, "KGZ"); csv_number(buffer, 82.5); csv_end(buffer);	-> KGZ,82.5
 *
 * A field begins with a comma unless it is the first of its record, which the buffer's last byte tells.
 */
#ifndef INDICATORS_BASE_CSV_H
#define INDICATORS_BASE_CSV_H

#include <stdbool.h>
#include <stdint.h>

#include "indicators/base/buffer.h"

void csv_text(struct buffer *buffer, const char *text); /* NULL and "" are an empty field */

/* Whether a spreadsheet could take a text for a formula: it begins with = + - @ (wide ones too), a tab, CR or LF. */
bool csv_is_formula(const char *text);

/* Words of people, that a spreadsheet must not take for a formula: what could be one gets an apostrophe before it. NULL is an empty field. */
void csv_words(struct buffer *buffer, const char *text);
void csv_number(struct buffer *buffer, double value);   /* NaN is an empty field */
void csv_int(struct buffer *buffer, int64_t value);

/* Ends the record. */
void csv_end(struct buffer *buffer);

#endif
