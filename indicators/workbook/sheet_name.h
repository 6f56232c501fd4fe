/* sheet_name: what a sheet of a workbook may be called. */
#ifndef INDICATORS_WORKBOOK_SHEET_NAME_H
#define INDICATORS_WORKBOOK_SHEET_NAME_H

#include <xlsxwriter.h>

#include "indicators/base/arena.h"

/*
 * A name for the workbook's next sheet: "IDR Identification", or the title alone where `code` is NULL. At most 31 characters, cut between words
 * but never within the code; without []:*?/\ and '; another than those of the sheets that are there. In the arena.
 */
const char *sheet_name(struct arena *arena, lxw_workbook *workbook, const char *code, const char *title);

#endif
