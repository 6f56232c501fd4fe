/*
 * duty: what a person may do today, from the roles granted to them. The model asks this itself before it changes anything, so
 * that no page can forget to.
 */
#ifndef INDICATORS_MODEL_DUTY_H
#define INDICATORS_MODEL_DUTY_H

#include "indicators/base/arena.h"
#include "indicators/model/reports.h"
#include "indicators/model/workflow.h"

/* The duties (enum duty) of actor->person for a participant; participant NULL: those that need none. Nobody: 0. */
MUST_USE enum err duty_of(struct database *db, const struct actor *actor, const char *participant, unsigned *duties,
	struct error *error);

/* ERR_DENIED unless the actor belongs to the secretariat, and, with a participant, does not come from it. */
MUST_USE enum err duty_require_review(struct database *db, const struct actor *actor, const char *participant,
	struct error *error);

/*
 * A step that was tried and refused for lack of duty (ERR_DENIED) leaves a row in the audit log: `action` "answer.refused" or
 * "round.refused", the step in its detail, and what it was about: the round, with `whose` a participant or an answer of it ("XAA",
 * "XAA/IDR2"). In a transaction of its own, so to be called after the rollback of what was tried. Any other `err`, and a step within
 * somebody else's transaction, leaves none. Returns `err`, whether or not the row could be written.
 */
MUST_USE enum err duty_refused(struct database *db, const struct actor *actor, const char *action, int64_t round, const char *whose,
	const char *step, enum err err);

/* Who could review the participant today: active people of the secretariat who do not belong to it, by name. */
struct duty_reviewers { const char **names; size_t count; };
MUST_USE enum err duty_reviewers(struct database *db, struct arena *arena, const char *participant, struct duty_reviewers *reviewers,
	struct error *error);

/*
 * In the current language: "Ann and Bob can review it." or that nobody can and what to do about it; in the arena.
 */
const char *duty_reviewers_text(struct arena *arena, const struct duty_reviewers *reviewers);

#endif
