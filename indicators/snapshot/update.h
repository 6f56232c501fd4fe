/*
 * update: what changed between the last run's snapshots and reports.db, and whether the new ones can be made from the old.
 */
#ifndef INDICATORS_SNAPSHOT_UPDATE_H
#define INDICATORS_SNAPSHOT_UPDATE_H

#include "indicators/snapshot/figures.h"
#include "indicators/snapshot/practice.h"
#include "indicators/snapshot/summarise.h"

/* The methods and versions behind the figures, for `meta`. */
void update_methods(char *text, size_t size);

struct update {
	const char *why;        /* a full run is needed: a sentence; else NULL */
	bool official;          /* a newer vintage is there */
	bool practice;          /* more evidence is shared */
	bool any;               /* anything changed */
	char run[SUMMARISE_RUN]; /* of the old snapshots */
	struct touched touched;
	struct database *old[STATISTICS_AUDIENCES]; /* the old snapshots, open for reading */
};

/*
 * Compares the snapshots in `folder` with a panel that holds no answers yet (it gets those of rounds that are new). Release
 * with update_release.
 */
MUST_USE enum err update_plan(struct update *update, const char *folder, struct panel *panel, const struct practice *practice,
	struct database *reports, struct error *error);

/*
 * Loads the other answers that stand in a row or column that changed: rows from reports.db, where they lie together, columns from
 * the old snapshots, where those do; who may see an answer is told by which of them have it. Closes them.
 */
MUST_USE enum err update_load(struct update *update, struct panel *panel, struct database *reports, struct error *error);

void update_release(struct update *update);

#endif
