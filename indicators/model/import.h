/*
 * import: historical answers from a CSV file, taken as accepted and released.
 *
 * The file: UTF-8, comma, a header with the columns participant, period, indicator, value, numerator, denominator, status, note in any
 * order (participant, period and indicator always; the others where they are used), a row an answer. Every row is checked first; a
 * file with one bad row imports nothing and names the rows.
 *
 * For each period a round of origin "import" is made where there is none, asking for the indicators in force then, with all members
 * expected. A value that is there already changes nothing, so a repeated import is harmless; another value becomes the answer's next
 * revision. What changed is published by one release per period.
 */
#ifndef INDICATORS_MODEL_IMPORT_H
#define INDICATORS_MODEL_IMPORT_H

#include <stdint.h>
#include <stdio.h>

#include "indicators/base/problems.h"
#include "indicators/model/reports.h"

#define IMPORT_BYTES_MAX ((size_t)256 * 1024 * 1024)
#define IMPORT_ROWS_MAX ((size_t)5 * 1000 * 1000)
#define IMPORT_NOTE_MAX 4000 /* bytes */

struct import_source {
	const char *framework;
	const char *source;   /* shown with each value; may be NULL */
	const char *audience; /* members, donors, public */
	void (*progress)(size_t done, size_t rows); /* called now and then while the rows are written; may be NULL */
};

struct import_counts {
	int64_t added;
	int64_t revised;
	int64_t unchanged;
	int64_t periods;
};

/*
 * ERR_INVALID with everything that is wrong in `problems` ("row 7: …", the header being row 1) and nothing imported; ERR_NOT_FOUND
 * for an unknown framework; ERR_CONFLICT for a period that is being reported by a round.
 */
MUST_USE enum err import_csv(struct database *db, const struct actor *actor, const struct import_source *source, FILE *file,
	struct import_counts *counts, struct problems *problems, struct error *error);

#endif
