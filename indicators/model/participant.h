/*
 * participant: the governments of the process. Membership changes, so participants are data with dates.
 *
 * catalogue/participants.yaml holds those that are shipped; `monitor participant` reads it and adds others.
 */
#ifndef INDICATORS_MODEL_PARTICIPANT_H
#define INDICATORS_MODEL_PARTICIPANT_H

#include "indicators/base/problems.h"
#include "indicators/model/reports.h"
#include "indicators/model/yaml_file.h"

struct participant {
	char *code;       /* ISO 3166 alpha-3 */
	int m49;
	char *status;     /* member, observer, former */
	char *valid_from; /* YYYY-MM-DD */
	char *valid_to;   /* or NULL */
	struct yaml_text *title;
};

struct participant_changes {
	int added;
	int revised;
	int same;
};

/*
 * Adds and revises the participants of a YAML file, in one transaction with its audit row. Those that the file does not
 * name stay. ERR_INVALID with every mistake in `problems`; then nothing was changed.
 */
MUST_USE enum err participant_load(struct database *db, const struct actor *actor, const char *path,
	struct participant_changes *changes, struct problems *problems, struct error *error);

/*
 * Adds one. ERR_CONFLICT when the code or the M49 code is taken. With m49 0, a code that ISO 3166 gives to no country
 * (XAA: rehearsals and demonstrations) gets a free number above those of UN M49.
 */
MUST_USE enum err participant_add(struct database *db, const struct actor *actor, const struct participant *participant,
	struct error *error);

/* Calls `each` for every participant by code; `name` in `lang`. */
MUST_USE enum err participant_each(struct database *db, const char *lang,
	void (*each)(void *context, const struct participant *participant, const char *name), void *context, struct error *error);

#endif
