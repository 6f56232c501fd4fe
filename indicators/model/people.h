/*
 * people: everybody who can sign in, as administrators look through them: searched, with the roles they hold, and who has not come yet.
 * One person, and all changes, are in person.h.
 */
#ifndef INDICATORS_MODEL_PEOPLE_H
#define INDICATORS_MODEL_PEOPLE_H

#include "indicators/model/person.h"

enum people_state {
	PEOPLE_ALL,
	PEOPLE_ACTIVE,       /* may sign in and has done so */
	PEOPLE_NEVER,        /* may sign in, or is invited, and never has */
	PEOPLE_EXPIRED,      /* of these: no password, and no invitation works any more */
	PEOPLE_NO_ROLE,      /* not deactivated, and holds no role today */
	PEOPLE_DEACTIVATED,
	PEOPLE_STATES
};

/* "never", as it stands in addresses; "" for PEOPLE_ALL. */
const char *people_state_name(enum people_state state);

struct people_filter {
	const char *words;        /* all of them stand in name or e-mail address, in any case; "" or NULL: any. So with the others */
	const char *role;         /* held today */
	const char *participant;  /* for which a role is held today */
	enum people_state state;
};

struct people_row {
	struct person person;
	const char *signed_in_at;             /* the last time; NULL: never */
	const char *factor_since;             /* the second factor is on since; NULL: off */
	const char *invited_at;               /* the newest invitation; NULL: none */
	const char *invitation_until;
	bool invitation_works;
	const struct role_grant *grants;      /* held today, then those that begin later */
	size_t grant_count, held;             /* `held` of them today */
};

struct people {
	struct people_row *rows;              /* those who fit, by name */
	size_t count;
	size_t by_state[PEOPLE_STATES];       /* of those who fit all but the state */
};

MUST_USE enum err people_find(struct database *db, struct arena *arena, const struct people_filter *filter, struct people *people,
	struct error *error);

/* One of them; ERR_NOT_FOUND when there is none. */
MUST_USE enum err people_one(struct database *db, struct arena *arena, int64_t person, struct people_row *row, struct error *error);

#endif
