/*
 * read: a filled-in workbook or CSV, as rows of ids and values. Every byte of it is hostile: size, entries, unpacked bytes, rows, cells,
 * texts and the depth of XML are bounded (archive.h, markup.h), so that any file is read or refused in well under a second and
 * a few megabytes. Formulas, macros and links to other files are refused wherever they stand.
 *
 * Which questionnaire it is, and whether the rows are its own, is for plan.h to say.
 */
#ifndef INDICATORS_WORKBOOK_READ_H
#define INDICATORS_WORKBOOK_READ_H

#include "indicators/workbook/book.h"

#define READ_ROWS_MAX 20000
#define READ_CELLS_MAX 200000
#define READ_TEXT_MAX ((size_t)131072)            /* bytes of one cell: 32,767 characters */
#define READ_TEXTS_MAX ((size_t)6 * 1024 * 1024)  /* of all */
#define READ_CSV_MAX ((size_t)4 * 1024 * 1024)    /* bytes of a CSV file */

struct filled_row {
	const char *id;
	int64_t revision;         /* that it was made from; -1: unreadable */
	struct book_value value;
	const char *place;        /* "IDR Identification, C12", "row 12" */
};

struct filled {
	bool csv;
	/* What it says that it was made from; "" where a CSV doesn't say. */
	int64_t template, round;
	const char *framework, *period, *participant, *digest;
	struct filled_row *rows;
	size_t count;
};

/* By its content, not its name. ERR_INVALID, ERR_TOO_LARGE with the reason. All in the arena. */
MUST_USE enum err read_filled(struct arena *arena, const char *path, struct filled *filled, struct error *error);

/* The two of which it chooses. */
MUST_USE enum err read_xlsx(struct arena *arena, const char *path, struct filled *filled, struct error *error);
MUST_USE enum err read_csv(struct arena *arena, const char *path, struct filled *filled, struct error *error);

#endif
