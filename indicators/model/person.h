/*
 * person: the people who use the system, their roles, invitations and passwords. Sessions are in session.h.
 *
 * Each function that changes something writes its audit row in the same transaction. It opens a transaction of its own, unless the
 * caller is in one already (then the caller commits): so a person, a role and an invitation can be made together.
 *
 * Strings of the results live in the arena. E-mail addresses are kept in lower case; any case is taken.
 */
#ifndef INDICATORS_MODEL_PERSON_H
#define INDICATORS_MODEL_PERSON_H

#include "indicators/base/arena.h"
#include "indicators/base/clock.h"
#include "indicators/model/reports.h"

#define PERSON_EMAIL_MAX 254
#define PASSWORD_LEAST 12       /* characters */
#define PASSWORD_MOST 256       /* bytes */
#define TOKEN_TEXT 65           /* 32 random bytes as hexadecimal, and NUL */
#define INVITATION_DAYS 10

struct person {
	int64_t id;
	const char *email;
	const char *name;
	const char *lang;
	bool has_password;
	const char *deactivated_at;  /* NULL while active */
};

struct role_grant {
	int64_t id;
	const char *role;            /* focal_point, deputy, clearing_officer, observer, secretariat, donor, administrator */
	const char *participant;     /* NULL where none */
	const char *starts_on;
	const char *ends_on;         /* the last day; NULL while open */
};

/* The roles in the order of the list above; ends with NULL. */
extern const char *const role_names[];

/* The role's name in the current language, or `role` itself when unknown. */
const char *role_title(const char *role);

/* ERR_INVALID with the field (email, name, lang) named; ERR_CONFLICT when the address is there already. */
MUST_USE enum err person_add(struct database *db, const struct actor *actor, const char *email, const char *name, const char *lang,
	int64_t *id, struct error *error);

/* ERR_NOT_FOUND when there is none. */
MUST_USE enum err person_by_email(struct database *db, struct arena *arena, const char *email, struct person *person, struct error *error);
MUST_USE enum err person_by_id(struct database *db, struct arena *arena, int64_t id, struct person *person, struct error *error);

/* Everybody, by name. */
MUST_USE enum err person_list(struct database *db, struct arena *arena, struct person **people, size_t *count, struct error *error);

MUST_USE enum err person_set_lang(struct database *db, const struct actor *actor, int64_t id, const char *lang, struct error *error);

/* Ends all sessions and keeps the person from signing in. ERR_CONFLICT when nothing changes by it, or for oneself. */
MUST_USE enum err person_deactivate(struct database *db, const struct actor *actor, int64_t id, struct error *error);
MUST_USE enum err person_reactivate(struct database *db, const struct actor *actor, int64_t id, struct error *error);

/*
 * Grants a role from a day to a day (ends_on NULL: open). ERR_INVALID with the field (role, participant, starts_on, ends_on) named:
 * unknown role or participant, a participant missing, no real dates, an end before the start. ERR_CONFLICT: nobody grants themselves a role.
 */
MUST_USE enum err role_grant_add(struct database *db, const struct actor *actor, int64_t person, const char *role, const char *participant,
	const char *starts_on, const char *ends_on, int64_t *id, struct error *error);

/* Sets the last day of a grant, not before its first. ERR_CONFLICT when it has ended before that already. */
MUST_USE enum err role_grant_end(struct database *db, const struct actor *actor, int64_t grant, const char *ends_on, struct error *error);

/* All grants of a person, or only those held today. */
MUST_USE enum err role_grants(struct database *db, struct arena *arena, int64_t person, bool held_today, struct role_grant **grants,
	size_t *count, struct error *error);

/*
 * A link's token with which the person chooses a password, once, within INVITATION_DAYS. An older unused one stops working.
 * The page is /account/welcome?token=TOKEN. The token is shown here once; only its hash is kept.
 */
MUST_USE enum err invitation_create(struct database *db, const struct actor *actor, int64_t person, char token[static TOKEN_TEXT],
	struct error *error);

/* Whom the token invites. ERR_NOT_FOUND when it is unknown, used or too old. */
MUST_USE enum err invitation_person(struct database *db, struct arena *arena, const char *token, struct person *person, struct error *error);

/* Sets the password and uses the token up. ERR_INVALID for a password that is refused: the token stays good. */
MUST_USE enum err invitation_redeem(struct database *db, const struct actor *actor, const char *token, const char *password,
	struct error *error);

/* Whether it may be chosen: length, and not made of the e-mail address. ERR_INVALID, field "password". */
MUST_USE enum err password_acceptable(const char *password, const char *email, struct error *error);

/* Argon2id. Ends all sessions of the person but the one of `keep_token` (NULL: all). */
MUST_USE enum err password_set(struct database *db, const struct actor *actor, int64_t person, const char *password, const char *keep_token,
	struct error *error);

/*
 * ERR_OK and the person's id where the password is right. ERR_DENIED, with one and the same sentence, for an unknown or deactivated
 * person, one without a password, and a wrong password; all take the same time. Does not count attempts: session_sign_in does.
 */
MUST_USE enum err password_check(struct database *db, const char *email, const char *password, int64_t *person, struct error *error);

/* BLAKE2b-256 of a token as text: what the tables keep. False when the text is no token. */
bool token_hash(const char *token, unsigned char hash[static 32]);
void token_make(char token[static TOKEN_TEXT]);

/* The address in lower case, trimmed; NULL when it is none. */
const char *email_normal(struct arena *arena, const char *email);

#endif
