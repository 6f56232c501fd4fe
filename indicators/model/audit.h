/*
 * audit: the log of who did what, hash-chained.
 *
 * hash(row) = BLAKE2b-256( hash(previous row, 32 zero bytes before the first)
 *                          ‖ for each of id, at, actor, actor_name, action, object, detail, address:
 *                            its length in bytes as 8 bytes little-endian, then its text )
 * with numbers as decimal text and a NULL actor as "". The table's triggers refuse updates and deletes, so a
 * change by hand shows: audit_verify finds the first row that does not follow from the one before it.
 * (Cutting off the newest rows cannot be seen from inside; note the count and last hash elsewhere, as
 * `monitor audit verify` prints them.) Searching is in audit_find.h.
 */
#ifndef INDICATORS_MODEL_AUDIT_H
#define INDICATORS_MODEL_AUDIT_H

#include "indicators/model/reports.h"

/* Adds a row; within the transaction of what it tells of. `detail` is JSON or "". */
MUST_USE enum err audit_add(struct database *db, const struct actor *actor, const char *action, const char *object,
	const char *detail, struct error *error);

struct audit_state {
	int64_t rows;
	char last_hash[65]; /* hexadecimal */
};

/*
 * Walks the chain from row `first` (1: the whole of it) to its end, or to the first row that does not follow from the one before it:
 * *broken is its number, else 0. A broken chain is no error here. state->rows counts those that were looked at.
 */
MUST_USE enum err audit_walk(struct database *db, int64_t first, struct audit_state *state, int64_t *broken, struct error *error);

/* ERR_CONFLICT, naming the row, where audit_walk found a broken one. */
MUST_USE enum err audit_verified(int64_t broken, struct error *error);

/* Walks the whole chain. ERR_CONFLICT, naming the row, where it is broken. */
MUST_USE enum err audit_verify(struct database *db, struct audit_state *state, struct error *error);

#endif
