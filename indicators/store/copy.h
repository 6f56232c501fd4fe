/*
 * copy: whole databases, while others use them.
 *
 * SQLite's online backup reads one consistent state in a single read transaction, so that in WAL mode nobody waits for it;
 * written into a database that is in use, the new contents appear there at once or not at all.
 */
#ifndef INDICATORS_STORE_COPY_H
#define INDICATORS_STORE_COPY_H

#include <stdint.h>

#include "indicators/base/error.h"

/*
 * Copies the database `from` into a new file `to`, mode 0600, which is then one file without a log beside it, checked and on
 * the disk. ERR_CONFLICT when `to` is there. On failure no `to` is left.
 */
MUST_USE enum err copy_to_file(const char *from, const char *to, struct error *error);

/* Replaces the contents of the database `to`, made when it is missing, by those of `from`. ERR_BUSY when somebody is writing. */
MUST_USE enum err copy_into(const char *from, const char *to, struct error *error);

struct copy_identity {
	int64_t application_id;
	int64_t schema; /* PRAGMA user_version */
};

/* Reads every page: ERR_IO when the file is damaged or no database, or a foreign key leads nowhere. Changes nothing. */
MUST_USE enum err copy_verify(const char *path, struct copy_identity *identity, struct error *error);

#endif
