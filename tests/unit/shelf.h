/*
 * shelf: workbooks for the tests: made from the desk's questionnaire (desk.h), changed, packed as the test wants them.
 */
#ifndef TESTS_UNIT_SHELF_H
#define TESTS_UNIT_SHELF_H

#include "indicators/workbook/plan.h"
#include "indicators/workbook/read.h"
#include "indicators/workbook/write.h"
#include "tests/unit/desk.h"

/* The questionnaire of XAA with the present answers. */
struct book shelf_book(struct desk *desk);

/* The path of its workbook, its CSV. */
const char *shelf_xlsx(struct desk *desk, const struct book *book);
const char *shelf_csv(struct desk *desk, const struct book *book);

/* What a file holds, read without a fault. */
struct filled shelf_read(struct desk *desk, const char *path);

/* The row of an id, which must be there. */
struct filled_row *shelf_row(struct filled *filled, const char *id);

/* Types a text or a number into a row. */
void shelf_type(struct filled *filled, const char *id, const char *text);
void shelf_number(struct filled *filled, const char *id, double number);

struct shelf_part { const char *name; const char *text; };

/* A ZIP file of these parts; its path. */
const char *shelf_pack(const char *name, const struct shelf_part *parts, size_t count);

/* A copy of a workbook in which one part is another one (NULL: gone). */
const char *shelf_replace(const char *path, const char *name, const char *part, const char *text);

/* A part of a workbook as text; lives until the test ends. */
const char *shelf_part(struct desk *desk, const char *path, const char *part);

#endif
