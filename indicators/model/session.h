/*
 * session: who is signed in.
 *
 * The browser holds a random token; the table holds its hash, so who reads the table cannot use it. A session ends 2 hours after it
 * was last used, 12 hours after it began, at sign-out, when the password changes, the person is deactivated or the second factor is reset.
 */
#ifndef INDICATORS_MODEL_SESSION_H
#define INDICATORS_MODEL_SESSION_H

#include "indicators/model/person.h"

#define SESSION_IDLE (2L * 3600)
#define SESSION_LONGEST (12L * 3600)

/* Failed sign-ins within the window after which the next have to wait. */
#define SIGN_IN_WINDOW (15L * 60)
#define SIGN_IN_MOST_PER_EMAIL 5
#define SIGN_IN_MOST_PER_ADDRESS 20

struct session {
	int64_t person;
	const char *email;
	const char *name;
	const char *lang;
};

/* How long the second step may follow the first. */
#define SIGN_IN_HALF (10L * 60)

/* What a sign-in came to. */
struct sign_in {
	int64_t person;
	char token[TOKEN_TEXT]; /* of the session; where `half`, of the second step, for session_second and nothing else */
	bool half;              /* the password was right, and the second factor (second_factor.h) is still owed */
	long wait_seconds;      /* > 0 after too many failures */
};

/*
 * Checks the password and opens a session, or where the person has a second factor a half one, which session_find does not know.
 * `former` (may be NULL) is the token of a session that this browser had; it ends when the new one begins.
 * ERR_DENIED for what does not fit; ERR_BUSY with in->wait_seconds > 0 after too many failures. Both are audited and cost the same time
 * whether the person exists or not.
 */
MUST_USE enum err session_sign_in(struct database *db, const char *email, const char *password, const char *address, const char *former,
	struct sign_in *in, struct error *error);

/*
 * The second step: `half` is the token of the first, `code` what was typed. Opens a session and ends the half one. ERR_NOT_FOUND when
 * that has ended (SIGN_IN_HALF, used, password changed, person deactivated): the password is to be asked for again. ERR_DENIED, field
 * "code", for one that is not right; the half session stays. ERR_BUSY as above: wrong codes and wrong passwords count together.
 */
MUST_USE enum err session_second(struct database *db, const char *half, const char *code, const char *address, const char *former,
	struct sign_in *in, struct error *error);

/* Whether session_second would find this half session. */
MUST_USE enum err session_is_half(struct database *db, const char *half, bool *is_half, struct error *error);

/*
 * Asks somebody who is signed in for the password again and, where `code` is not NULL, for a code, which it uses up. Failures count as
 * those of sign-ins. ERR_DENIED with the field ("password" or "code") named; ERR_BUSY with *wait_seconds > 0.
 */
MUST_USE enum err session_confirm(struct database *db, const struct actor *actor, const char *password, const char *code, long *wait_seconds,
	struct error *error);

/* Opens a session, or a half one where there is a second factor, for a person who has just chosen a password (an invitation). */
MUST_USE enum err session_begin(struct database *db, const struct actor *actor, int64_t person, struct sign_in *in, struct error *error);

/* Opens a session for a person who has proved all that is asked for. */
MUST_USE enum err session_create(struct database *db, const struct actor *actor, int64_t person, char token[static TOKEN_TEXT],
	struct error *error);

/* Whose session it is. ERR_NOT_FOUND when there is none (any more). */
MUST_USE enum err session_find(struct database *db, struct arena *arena, const char *token, struct session *session, struct error *error);

/* One that is open, as its owner and administrators see it. */
struct session_row {
	const char *id;         /* names it in session_end_one; who has it cannot use the session */
	const char *began_at, *seen_at;
	const char *address;
	bool own;               /* it is the one of `token` */
};
struct session_rows { struct session_row *rows; size_t count; };

/* The open sessions of a person, the newest first. `token` may be NULL. */
MUST_USE enum err session_list(struct database *db, struct arena *arena, int64_t person, const char *token, struct session_rows *rows,
	struct error *error);

/* Ends one of a person. ERR_CONFLICT when it has ended meanwhile. */
MUST_USE enum err session_end_one(struct database *db, const struct actor *actor, int64_t person, const char *id, struct error *error);

/* Ends all of a person but that of `keep` (NULL: all). ERR_CONFLICT when there are none. */
MUST_USE enum err session_end_all(struct database *db, const struct actor *actor, int64_t person, const char *keep, struct error *error);

/* Ends it; ending one that is not there is fine. */
MUST_USE enum err session_end(struct database *db, const struct actor *actor, const char *token, struct error *error);

#endif
