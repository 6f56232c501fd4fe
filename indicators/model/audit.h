/*
 * audit: the log of who did what, hash-chained.
 *
 * hash(row) = BLAKE2b-256( hash(previous row, 32 zero bytes before the first)
 *                          ‖ for each of id, at, actor, actor_name, action, object, detail, address:
 *                            its length in bytes as 8 bytes little-endian, then its text )
 * with numbers as decimal text and a NULL actor as "". The table's triggers refuse updates and deletes, so a
 * change by hand shows: audit_verify finds the first row that does not follow from the one before it.
 * (Cutting off the newest rows cannot be seen from inside; note the count and last hash elsewhere, as
 * `monitor audit verify` prints them.)
 */
#ifndef INDICATORS_MODEL_AUDIT_H
#define INDICATORS_MODEL_AUDIT_H

#include "indicators/base/arena.h"
#include "indicators/model/reports.h"

/* Adds a row; within the transaction of what it tells of. `detail` is JSON or "". */
MUST_USE enum err audit_add(struct database *db, const struct actor *actor, const char *action, const char *object,
	const char *detail, struct error *error);

struct audit_state {
	int64_t rows;
	char last_hash[65]; /* hexadecimal */
};

/* Walks the whole chain. ERR_CONFLICT, naming the row, where it is broken. */
MUST_USE enum err audit_verify(struct database *db, struct audit_state *state, struct error *error);

struct audit_row {
	int64_t id;
	const char *at, *actor, *action, *object, *detail, *address;
};

/* Up to `most` rows, newest first, after leaving out `skip`; in the arena. */
MUST_USE enum err audit_page(struct database *db, struct arena *arena, size_t skip, size_t most, struct audit_row **rows,
	size_t *count, struct error *error);

#endif
