/*
 * archive: the entries of a ZIP file that somebody sent, read one after the other, each bounded.
 *
 * Refused before anything is read: a file over ARCHIVE_SIZE_MAX, one that is no ZIP (an encrypted workbook is named as such),
 * more than ARCHIVE_ENTRIES_MAX entries, two of one name, encrypted ones, unusual compression. What an entry says of its size is
 * never believed: bytes are counted as they come out.
 */
#ifndef INDICATORS_WORKBOOK_ARCHIVE_H
#define INDICATORS_WORKBOOK_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/error.h"

#define ARCHIVE_SIZE_MAX ((size_t)10 * 1024 * 1024)
#define ARCHIVE_ENTRIES_MAX 500
#define ARCHIVE_ENTRY_MAX ((size_t)8 * 1024 * 1024)  /* bytes of one entry, unpacked */
#define ARCHIVE_TOTAL_MAX ((size_t)24 * 1024 * 1024) /* of all that are read */

struct archive;

/* ERR_INVALID, ERR_TOO_LARGE, with a sentence for who sent it. */
MUST_USE enum err archive_open(struct archive **archive, const char *path, struct error *error);
void archive_close(struct archive *archive); /* NULL is fine */

bool archive_has(const struct archive *archive, const char *name);

/* Whether an entry's name begins so. */
bool archive_has_below(const struct archive *archive, const char *beginning);

/* Gives an entry's bytes piece by piece; `take` may refuse (its error is passed on). ERR_INVALID when the entry is missing or damaged. */
typedef enum err archive_take(void *context, const char *data, size_t length, bool last, struct error *error);
MUST_USE enum err archive_read(struct archive *archive, const char *name, archive_take *take, void *context, struct error *error);

#endif
