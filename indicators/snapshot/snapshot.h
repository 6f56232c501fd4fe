/*
 * snapshot: opening one audience's snapshot to read it.
 *
 * The file is immutable: a new run puts another one in its place, and whoever has this one open goes on reading it whole.
 * What pages ask of it stands in snapshot/statements/, one file per page.
 */
#ifndef INDICATORS_SNAPSHOT_SNAPSHOT_H
#define INDICATORS_SNAPSHOT_SNAPSHOT_H

#include "indicators/base/arena.h"
#include "indicators/methods/statistics.h"
#include "indicators/store/database.h"

struct snapshot {
	const char *run;      /* id of the run that made it */
	const char *made_at;
	const char *methods;  /* names and versions of the methods behind its figures */
	enum statistics_audience audience;
};

/* Where the snapshot of an audience is: `directory`/snapshots/public.db. */
const char *snapshot_path(struct arena *arena, const char *directory, enum statistics_audience audience);

/*
 * Opens the file at `path` and reads who it is for. ERR_NOT_FOUND, ERR_SCHEMA and ERR_IO name `monitor summarise`,
 * which makes a good one. Texts live in the arena. On failure *db is NULL.
 */
MUST_USE enum err snapshot_open(struct database **db, const char *path, struct arena *arena, struct snapshot *snapshot,
	struct error *error);

#endif
