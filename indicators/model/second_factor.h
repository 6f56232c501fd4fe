/*
 * second_factor: what a sign-in asks for besides the password, where a person has turned it on.
 *
 * A code of six digits, made by a program on the person's telephone from a key and the time (TOTP, RFC 6238, with HMAC-SHA-1 and steps
 * of 30 seconds, as all such programs do); or one of ten recovery codes, each good for once, for who has lost the telephone. A code is
 * taken one step early or late, for clocks that differ, and only once: after it, none of its step or an older one.
 *
 * The key is kept as it is (migration 0009 says why), recovery codes as hashes. Both are shown once, when they are made; the audit log
 * has a row of each step and neither of them. Attempts are counted in session.h, which asks for the code; here only wrong codes in a
 * row are, over days.
 */
#ifndef INDICATORS_MODEL_SECOND_FACTOR_H
#define INDICATORS_MODEL_SECOND_FACTOR_H

#include "indicators/model/person.h"

#define FACTOR_KEY 20              /* bytes, as RFC 4226 recommends */
#define FACTOR_KEY_TEXT 33         /* the same in base32, and NUL */
#define FACTOR_STEP 30             /* seconds */
#define FACTOR_DRIFT 1             /* steps, either way */
#define FACTOR_DIGITS 6
#define FACTOR_BEGUN (30L * 60)    /* how long a key that was shown can still be confirmed */
#define FACTOR_BEGUN_WRONG 10      /* wrong codes after which it cannot */
#define FACTOR_TYPED 40            /* bytes of what is typed as a code */
/*
 * Wrong codes in a row after which only a recovery code is taken. Guessing goes on for days, and three codes of a million are right at
 * any time: within the limits of sign-ins alone one would be found in a few years. Only who has the password gets that far.
 */
#define FACTOR_MOST_WRONG 30

#define RECOVERY_CODES 10
#define RECOVERY_TEXT 20           /* "abcd-efgh-jkmn-pqrs" and NUL */

struct recovery_codes { char texts[RECOVERY_CODES][RECOVERY_TEXT]; };

struct second_factor {
	const char *on_since;      /* NULL: not on */
	bool begun;                /* a key was shown and can still be confirmed */
	int64_t recovery_left;
};

MUST_USE enum err second_factor_state(struct database *db, struct arena *arena, int64_t person, struct second_factor *factor,
	struct error *error);

/* A fresh key for the actor, in base32. It asks for nothing until it is confirmed. ERR_CONFLICT where the second factor is on. */
MUST_USE enum err second_factor_begin(struct database *db, const struct actor *actor, char key[static FACTOR_KEY_TEXT], struct error *error);

/*
 * Turns it on. ERR_DENIED, field "code": not the code of the key that was shown; ERR_CONFLICT: on already, or nothing was begun
 * within FACTOR_BEGUN, or FACTOR_BEGUN_WRONG codes were wrong.
 */
MUST_USE enum err second_factor_confirm(struct database *db, const struct actor *actor, const char *code, struct recovery_codes *codes,
	struct error *error);

/* New recovery codes; the old ones stop working. ERR_CONFLICT where it is off. So with second_factor_end. Ask for password and code before. */
MUST_USE enum err second_factor_renew(struct database *db, const struct actor *actor, struct recovery_codes *codes, struct error *error);
MUST_USE enum err second_factor_end(struct database *db, const struct actor *actor, struct error *error);

/* For somebody who has lost telephone and codes: turns it off and ends all sessions of the person. ERR_CONFLICT where there is nothing to turn off. */
MUST_USE enum err second_factor_reset(struct database *db, const struct actor *actor, int64_t person, struct error *error);

enum factor_verdict { FACTOR_WRONG, FACTOR_RIGHT, FACTOR_LOCKED };

/*
 * Whether this is a code of the person, and uses it up. Within the caller's transaction, which is to be committed for a wrong one too.
 * Blanks, hyphens and case do not matter. `actor` is whom the log names as having used a recovery code.
 */
MUST_USE enum err second_factor_take(struct database *db, const struct actor *actor, int64_t person, const char *typed,
	enum factor_verdict *verdict, struct error *error);

/* ERR_DENIED, field "code", with the sentence for FACTOR_WRONG or FACTOR_LOCKED. */
enum err second_factor_refused(enum factor_verdict verdict, struct error *error);

/* The code of a moment in `digits` digits (6 to 8). RFC 6238, section 4. */
MUST_USE enum err second_factor_code(const unsigned char key[static FACTOR_KEY], time_t at, unsigned digits, char code[static 9],
	struct error *error);

#endif
