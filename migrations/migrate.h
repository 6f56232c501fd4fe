/*
 * migrate: brings a reports database to the current schema.
 *
 * The numbered SQL files beside this one are built into the program, in order; a file that has landed is
 * never edited. Each runs in a transaction of its own together with the new PRAGMA user_version, so an
 * interrupted migration leaves the schema of the last whole one, and repeating the command is safe. A file
 * whose text differs from what was applied (its digest is kept) stops the run.
 */
#ifndef MIGRATIONS_MIGRATE_H
#define MIGRATIONS_MIGRATE_H

#include <stddef.h>

#include "indicators/base/error.h"

struct migration {
	int number;
	const char *name; /* "0001_participants_and_people" */
	const char *sql;
};

extern const struct migration migrations[];
extern const size_t migration_count;

/*
 * Creates the database at `path` if it is missing and applies what is not yet applied. `upto` 0 means all.
 * *applied gets how many were. ERR_SCHEMA when the file belongs to a newer program or to something else.
 */
MUST_USE enum err migrate(const char *path, int upto, int *applied, struct error *error);

#endif
