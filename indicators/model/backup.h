/*
 * backup: copies of reports.db in a folder of their own, and the way back.
 *
 * A backup is one SQLite file, reports-20261123T190500Z.db, complete and checked when it has that name; it holds password
 * hashes and uncleared answers, so it is as confidential as reports.db. Snapshots are not backed up: summarise makes them.
 */
#ifndef INDICATORS_MODEL_BACKUP_H
#define INDICATORS_MODEL_BACKUP_H

#include <limits.h>

#include "indicators/model/reports.h"

#define BACKUP_KEEP 14 /* newest ones that stay */

struct backup_made {
	char path[PATH_MAX];
	int removed; /* older ones */
};

/* Backs data/reports.db up into `folder`, made when missing, and removes all but the `keep` newest backups there. */
MUST_USE enum err backup_make(const char *data, const char *folder, int keep, struct backup_made *made, struct error *error);

struct backup_restored {
	char before[PATH_MAX]; /* where the present database was put aside, or "" when there was none */
	int64_t schema;        /* of what was restored; older than REPORTS_SCHEMA needs `monitor migrate` */
};

/*
 * Puts a backup in the place of data/reports.db, after checking it and putting a copy of the present one aside in `data`. The
 * running programs go on with the restored contents. ERR_SCHEMA for a file of another program or a newer one.
 */
MUST_USE enum err backup_restore(const char *data, const char *file, const struct actor *actor, struct backup_restored *restored,
	struct error *error);

#endif
