/*
 * duty: what a person may do today, from the roles granted to them. The model asks this itself before it changes anything, so
 * that no page can forget to.
 */
#ifndef INDICATORS_MODEL_DUTY_H
#define INDICATORS_MODEL_DUTY_H

#include "indicators/model/reports.h"
#include "indicators/model/workflow.h"

/* The duties (enum duty) of actor->person for a participant; participant NULL: those that need none. Nobody: 0. */
MUST_USE enum err duty_of(struct database *db, const struct actor *actor, const char *participant, unsigned *duties,
	struct error *error);

/* ERR_DENIED unless the actor belongs to the secretariat, and, with a participant, does not come from it. */
MUST_USE enum err duty_require_review(struct database *db, const struct actor *actor, const char *participant,
	struct error *error);

#endif
