/*
 * write: a questionnaire as a workbook (XLSX) or as CSV, in the current language, with the present answers in it.
 *
 * The workbook has a sheet of instructions, one protected sheet for each domain, where only the cells to be filled in are
 * unlocked, and a hidden sheet "monitor" with what it was made from and the lists of the drop-downs. Columns of a domain's sheet:
 * indicator, what is asked, answer, how to fill it in, criteria and guidance, and hidden: id and the revision it was made from.
 *
 * The CSV has the same rows: columns id, revision, indicator, part, title, value, and a first row that says what it was made from.
 * In Russian it is as Russian Excel writes it: semicolons and decimal commas; always UTF-8 with a byte-order mark.
 * What a spreadsheet would take for a formula begins with an apostrophe there.
 */
#ifndef INDICATORS_WORKBOOK_WRITE_H
#define INDICATORS_WORKBOOK_WRITE_H

#include "indicators/base/buffer.h"
#include "indicators/workbook/book.h"

#define BOOK_META_SHEET "monitor"

/* The columns of a domain's sheet, from 0. */
enum book_column { COLUMN_INDICATOR, COLUMN_ASKED, COLUMN_ANSWER, COLUMN_HINT, COLUMN_GUIDANCE, COLUMN_ID, COLUMN_REVISION, COLUMNS };

/* Writes the workbook to a file at `path`, which is replaced. ERR_IO, ERR_FULL. */
MUST_USE enum err write_xlsx(struct arena *arena, const struct book *book, const char *path, struct error *error);

/* Appends the CSV. */
void write_csv(struct arena *arena, const struct book *book, struct buffer *out);

/*
 * A text as a string of a workbook holds it: "_x0041_" means an A there; whoever wrote just that gets it back. U+FFFE and U+FFFF, which would
 * make the file unreadable, become U+FFFD. The text itself or in the arena.
 */
const char *write_xlsx_text(struct arena *arena, const char *text);

#endif
