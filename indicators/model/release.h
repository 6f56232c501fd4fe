/*
 * release: the secretariat publishes a round's accepted answers. From the next summarise on they are in the snapshots of the audiences that
 * they were cleared for. A release is kept for ever and lists what it changed: each accepted answer whose revision or
 * audience is not what an earlier release published. The others go on standing as they were released.
 */
#ifndef INDICATORS_MODEL_RELEASE_H
#define INDICATORS_MODEL_RELEASE_H

#include "indicators/base/arena.h"
#include "indicators/model/reports.h"

/*
 * Releases a round, by the secretariat. *number gets the release's number within the round, *answers how many answers it
 * publishes anew. ERR_CONFLICT when nothing is accepted, or nothing changed since the last release.
 */
MUST_USE enum err release_round(struct database *db, const struct actor *actor, int64_t round, const char *note, int64_t *number,
	int64_t *answers, struct error *error);

struct release {
	int64_t number;
	int64_t answers;
	const char *note, *by, *at;
};
struct release_list { struct release *rows; size_t count; };

/* The round's releases, newest first. */
MUST_USE enum err release_list(struct database *db, struct arena *arena, int64_t round, struct release_list *list,
	struct error *error);

#endif
