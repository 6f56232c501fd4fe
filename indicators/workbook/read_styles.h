/* read_styles: which cell formats of a workbook show a number as a date or as a percentage. For read_xlsx.c. */
#ifndef INDICATORS_WORKBOOK_READ_STYLES_H
#define INDICATORS_WORKBOOK_READ_STYLES_H

#include <stdint.h>

#include "indicators/base/arena.h"
#include "indicators/workbook/archive.h"
#include "indicators/workbook/book.h"

#define STYLES_MAX 65536

struct styles {
	uint8_t *kinds; /* enum book_kind of a number in format i */
	size_t count;
};

/* None where the workbook has no styles. */
MUST_USE enum err read_styles(struct arena *arena, struct archive *archive, const char *entry, struct styles *styles, struct error *error);

#endif
