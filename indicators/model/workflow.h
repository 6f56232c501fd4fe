/*
 * workflow: the way of an answer, as one table: state × action × duty → state. Pure; no store, no clock.
 *
 *	none ─save─▶ draft ─submit─▶ submitted ─clear─▶ cleared ─accept─▶ accepted ─▶ (a release publishes it)
 *	               ▲               │   │               │                 │
 *	               └──withdraw─────┘   └────return─────┴─────return──────┤ not yet published
 *	                                         ▼                           │
 *	                   submit ◀── returned ◀─────────────reopen──────────┘ published
 *
 * A returned answer stays `returned`, with its reason in sight, while it is being mended, until it is submitted again.
 * Clearing again changes the audience and nothing else; the change of a published answer's audience takes effect with the
 * next release.
 */
#ifndef INDICATORS_MODEL_WORKFLOW_H
#define INDICATORS_MODEL_WORKFLOW_H

#include <stdbool.h>

#include "indicators/base/error.h"

enum answer_state {
	STATE_NONE, /* nothing saved yet */
	STATE_DRAFT, STATE_RETURNED, STATE_SUBMITTED, STATE_CLEARED, STATE_ACCEPTED,
	STATE_COUNT
};

enum answer_action {
	ACTION_SAVE, ACTION_SUBMIT, ACTION_WITHDRAW, ACTION_CLEAR, ACTION_RETURN, ACTION_ACCEPT, ACTION_REOPEN,
	ACTION_COUNT
};

/* What somebody may do for one participant today, as a set (model/duty.h finds it out). */
enum duty {
	DUTY_REPORT = 1 << 0,      /* focal point or deputy of the participant */
	DUTY_CLEAR = 1 << 1,       /* clearing officer of the participant */
	DUTY_OBSERVE = 1 << 2,     /* observer of the participant */
	DUTY_REVIEW = 1 << 3,      /* secretariat */
	DUTY_ADMINISTER = 1 << 4,  /* administrator */
	DUTY_BELONG = 1 << 5       /* holds any role for the participant, so never reviews it */
};

/* "draft", as the database keeps it; "none" for STATE_NONE. */
const char *state_name(enum answer_state state);
enum answer_state state_from_name(const char *name); /* NULL and unknown names: STATE_NONE */

/* For people, in the current language: "Draft", "Returned" … */
const char *state_title(enum answer_state state);

/* The name of the event that an action leaves behind: "saved", "submitted" … */
const char *action_event(enum answer_action action);

/* For people, what an event was: "saved", "sent to clearing" … */
const char *event_title(const char *event);

/*
 * The state after `action` by somebody with `duties`. `published` tells that a release has published the answer's newest
 * revision. ERR_DENIED where the duties don't cover the action or the person belongs to the participant to be reviewed;
 * ERR_CONFLICT where the answer's state forbids it to anybody.
 */
MUST_USE enum err workflow_next(enum answer_state state, enum answer_action action, unsigned duties, bool published,
	enum answer_state *next, struct error *error);

/* Whether workflow_next would allow it; decides which buttons a page shows. */
bool workflow_allows(enum answer_state state, enum answer_action action, unsigned duties, bool published);

#endif
