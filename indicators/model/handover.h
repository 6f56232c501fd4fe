/*
 * handover: how a government arranges its own people: a focal point's role passes to a successor on a day, deputies stand in, and the
 * list of who acts for the government now and soon. Everything else about roles is up to administrators (person.h).
 *
 * Who may: a focal point for the own role, a clearing officer for any focal point of the participant, both for deputies; each holding
 * the role today. Nobody grants themselves a role. Drafts belong to the participant, so they stay.
 *
 * Each change is one transaction with its rows of the audit log. ERR_DENIED without the right, ERR_NOT_FOUND for a grant that is
 * none of this participant's, ERR_INVALID and ERR_CONFLICT with the field as in the forms: email, name, lang, starts_on, ends_on.
 */
#ifndef INDICATORS_MODEL_HANDOVER_H
#define INDICATORS_MODEL_HANDOVER_H

#include <stdbool.h>

#include "indicators/base/arena.h"
#include "indicators/model/person.h"
#include "indicators/model/reports.h"

/* Somebody who acts for a participant, or will. Strings live in the arena. */
struct team_member {
	int64_t grant, person;
	const char *name, *email, *role;
	const char *participant, *participant_title;
	const char *starts_on, *ends_on; /* ends_on NULL: open */
	bool coming;             /* begins after today */
	bool invited;            /* has not chosen a password yet */
	const char *came_from;   /* who handed the role over, or NULL */
	int64_t came_from_person;
	const char *passes_to;   /* who gets the role next, or NULL … */
	const char *passes_on;   /* … and from which day */
	/* What the one who asks may do with it. */
	bool may_hand_over, may_take_back, may_end;
};
struct team {
	const char *title;       /* of the participant */
	struct team_member *rows;
	size_t count;
	bool may_appoint;        /* deputies */
};

/* The present and coming people of a participant, by role and day, texts in `language`. ERR_NOT_FOUND for no participant. */
MUST_USE enum err team_list(struct database *db, struct arena *arena, const struct actor *actor, const char *participant,
	const char *language, struct team *team, struct error *error);

/* The roles that a person holds today for participants, with where they came from and where they go; no rights are filled in. */
MUST_USE enum err team_of_person(struct database *db, struct arena *arena, int64_t person, const char *language, struct team *team,
	struct error *error);

/* Whom a role goes to: somebody who is there already, by e-mail address; or somebody new, with a name and a language. */
struct successor { const char *email, *name, *lang; };

struct handed {
	int64_t person;
	const char *name;        /* in the arena */
	char token[TOKEN_TEXT];  /* of the invitation of somebody new, to be shown once; else "" */
};

/*
 * The focal point's role `grant` passes to the successor on the day `date`: the old grant ends the day before, the new one begins
 * then and lasts as long as the old one would have. Refused: a day that has passed (for the own role also today), one before the role
 * began or after it ends, a role that passes on already, and a successor who is oneself, deactivated, acts for another government, holds
 * this role already, or clears the answers.
 */
MUST_USE enum err handover_make(struct database *db, struct arena *arena, const struct actor *actor, const char *participant, int64_t grant,
	const struct successor *successor, const char *date, struct handed *handed, struct error *error);

/* A deputy focal point from a day, today or later, until a last day or (NULL or "") open, but no longer than one's own role. */
MUST_USE enum err handover_appoint(struct database *db, struct arena *arena, const struct actor *actor, const char *participant,
	const struct successor *deputy, const char *starts_on, const char *ends_on, struct handed *handed, struct error *error);

/* A coming handover or deputy is undone, before its day; the role that would have passed on lasts as before. `grant` is the coming one. */
MUST_USE enum err handover_take_back(struct database *db, const struct actor *actor, const char *participant, int64_t grant,
	struct error *error);

/* Sets the last day of a deputy, today or later. */
MUST_USE enum err handover_end(struct database *db, const struct actor *actor, const char *participant, int64_t grant, const char *ends_on,
	struct error *error);

/* What somebody may arrange for a participant today; for team.c. */
struct team_rights {
	bool focal, clearing;
	const char *until; /* the last day of the longer one of these roles; NULL: open */
};
MUST_USE enum err team_rights(struct database *db, struct arena *arena, const struct actor *actor, const char *participant,
	struct team_rights *rights, struct error *error);

#endif
