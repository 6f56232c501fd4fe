/*
 * backup: whole database files copied, checked and put in another's place.
 *
 * These work on paths, not on an open struct database: what they handle may be damaged or foreign, and is only trusted
 * after it was checked. What makes a file *ours* is for the caller to say (application id, schema).
 */
#ifndef INDICATORS_STORE_BACKUP_H
#define INDICATORS_STORE_BACKUP_H

#include <stdbool.h>
#include <stdint.h>

#include "indicators/base/buffer.h"
#include "indicators/base/error.h"

/*
 * Copies the database at `from` into the new file `to` (mode 0600), as it is at one moment, even while others read and
 * write it. The copy stands alone (no write-ahead log) and is on the disk when this returns. On failure `to` is gone.
 */
MUST_USE enum err backup_copy(const char *from, const char *to, struct error *error);

/* Removes a database with its logs, if it is there. */
void backup_remove(const char *path);

/* What a file says it is. ERR_IO when it is no database. */
MUST_USE enum err backup_identity(const char *path, int64_t *application_id, int64_t *user_version, struct error *error);

/* SQLite's integrity check and the foreign keys, over the whole file. ERR_CONFLICT with the first finding. */
MUST_USE enum err backup_check(const char *path, struct error *error);

/* The text of the file's schema, in a fixed order: equal texts, equal schemas. */
MUST_USE enum err backup_schema(const char *path, struct buffer *schema, struct error *error);

/* Brings what stands in the write-ahead log into the file itself, as far as others let it. */
MUST_USE enum err backup_checkpoint(const char *path, struct error *error);

/*
 * Puts `fresh` in the place of the database at `path`, in one step, and keeps the former one (if there is one) as `aside`,
 * with its log. ERR_BUSY, and nothing changed, while anybody has the database open.
 */
MUST_USE enum err backup_replace(const char *fresh, const char *path, const char *aside, struct error *error);

#endif
