/*
 * summarise: the scheduled job. Computes all that is shown (METHODS §1, §2, §3a-c) and replaces the three snapshots
 *
 *	DATA/snapshots/public.db, donors.db, members.db
 *
 * each as a whole: built beside the old one (public.db.new), written to the disk, then renamed over it. Whoever opens a
 * snapshot finds one complete run, and whoever has one open keeps it; a run that is killed leaves the old ones as they were, and
 * the next one clears away what it left. A file lock (DATA/snapshots/summarise.lock) keeps two runs apart.
 *
 * All of reports.db is read in one transaction, so the three audiences and all figures are of one moment, which the run
 * id stands for. A snapshot holds what releases published, each answer as it was released, to those audiences that its
 * government cleared it for. Audiences nest: public ⊂ donors ⊂ members.
 *
 * When little was released since the last run, the new snapshots are copies of the old ones brought up to date: changed
 * answers, the regional figures of their columns, the scores of their rows and what follows from those (snapshot/update.h).
 * The result is the same as that of a full run, byte for byte in every row. A full run is made by itself when the last
 * one can't be built on: snapshots missing, foreign, of several runs or of another schema or method; catalogue, participants
 * or a round's questionnaire changed; an answer's audience narrowed; or answers are carried forward.
 */
#ifndef INDICATORS_SNAPSHOT_SUMMARISE_H
#define INDICATORS_SNAPSHOT_SUMMARISE_H

#include <stdbool.h>
#include <stdint.h>

#include "indicators/base/error.h"
#include "indicators/methods/statistics.h"
#include "indicators/snapshot/suppression.h"

#define SUMMARISE_RUN 32

enum summarise_kind { SUMMARISE_UNCHANGED, SUMMARISE_UPDATED, SUMMARISE_FULL };

struct summarise_result {
	enum summarise_kind kind;
	char run[SUMMARISE_RUN];                /* id of the run that the snapshots are of now */
	const char *why;                        /* full: why not less, a sentence; NULL where it was asked for */
	int64_t changed;                        /* updated: answers that changed */
	int64_t answers[STATISTICS_AUDIENCES];  /* answers written */
};

struct summarise_options {
	const char *directory;                  /* DATA */
	bool full;
	void (*progress)(const char *what);     /* what is being done, for a terminal; may be NULL */
	enum suppression suppression;           /* no command sets it */
};

/* ERR_BUSY while another run holds the lock; ERR_FULL, ERR_IO, ERR_SCHEMA; after an error the old snapshots stand. */
MUST_USE enum err summarise(const struct summarise_options *options, struct summarise_result *result, struct error *error);

#endif
