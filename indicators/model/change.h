/*
 * change: a transaction that is the caller's own, or part of one that is open already.
 *
 *	bool own = false;
 *	enum err err = change_begin(db, &own, error);
 *	… if (err != ERR_OK) goto out; …
 *	out:
 *		return change_end(db, own, err, error);
 */
#ifndef INDICATORS_MODEL_CHANGE_H
#define INDICATORS_MODEL_CHANGE_H

#include "indicators/base/arena.h"
#include "indicators/store/database.h"

/* Begins a transaction unless one is open; *own says whether it did. */
MUST_USE enum err change_begin(struct database *db, bool *own, struct error *error);

/* Commits an own transaction when err is ERR_OK, else rolls it back. Returns err, or why it could not be committed. */
MUST_USE enum err change_end(struct database *db, bool own, enum err err, struct error *error);

/* The JSON object {"key":"value"} for an audit row's detail. */
const char *change_detail(struct arena *arena, const char *key, const char *value);

#endif
