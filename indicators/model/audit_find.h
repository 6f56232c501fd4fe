/*
 * audit_find: the audit log searched, newest first, and the state of its chain for people to read.
 *
 * A search stays quick in a log of a million rows: what is asked decides which index is walked (audit_find.c tells how), and pages
 * go on from a row's number, never by leaving rows out.
 */
#ifndef INDICATORS_MODEL_AUDIT_FIND_H
#define INDICATORS_MODEL_AUDIT_FIND_H

#include "indicators/base/arena.h"
#include "indicators/model/audit.h"

struct audit_filter {
	const char *who;      /* a part of the e-mail address, any case; "" or NULL: all. So with the others */
	const char *action;   /* "answer.submitted", or a family: "answer." */
	const char *object;   /* itself and all below it: "trafficking/2025/KGZ" with its answers, "person:7" without person:70 */
	const char *address;  /* its beginning: "192.0.2." */
	const char *from;     /* the first and the last day, both real dates */
	const char *until;
	int64_t before;       /* only rows with a lower number; 0: all */
};

struct audit_entry {
	int64_t id;
	int64_t person;       /* of the actor, 0 for the shell and the scheduled job */
	const char *at, *actor, *action, *object, *detail, *address;
	const char *hash;     /* hexadecimal */
};

struct audit_entries { struct audit_entry *rows; size_t count; };

/* Up to `most` rows, newest first; in the arena. */
MUST_USE enum err audit_find(struct database *db, struct arena *arena, const struct audit_filter *filter, size_t most,
	struct audit_entries *entries, struct error *error);

/* Every action that the log has, in alphabetical order. */
MUST_USE enum err audit_actions(struct database *db, struct arena *arena, const char ***actions, size_t *count, struct error *error);

/* --- the chain --- */

/* Walks the whole chain as audit_verify does and keeps what it found for audit_standing. */
MUST_USE enum err audit_verify_and_note(struct database *db, struct audit_state *state, struct error *error);

struct audit_standing {
	int64_t rows;             /* in the log now */
	const char *last_hash;    /* of the newest, or "" */
	int64_t newest;           /* how many of the newest were checked just now: each follows from the one before it */
	int64_t broken;           /* of these the first that does not follow, or 0 */
	const char *verified_at;  /* when the whole log was walked last; NULL: never */
	int64_t verified_rows;    /* how many rows it had; where it was broken, the row that did not follow */
	bool verified_whole;
	bool still_there;         /* the last row of that walk is there with the same hash */
};

/* Checks the `most` newest rows and says what else is known. A chain that is broken is no error here. */
MUST_USE enum err audit_standing(struct database *db, struct arena *arena, int64_t most, struct audit_standing *standing, struct error *error);

#endif
