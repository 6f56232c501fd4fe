/*
 * practice: the governments that share their practice: evidence that may be shared, of released answers, for those audiences that may see
 * the answer. A citation or link as it was written; of a file its name alone, since files are not in a snapshot.
 *
 * Three things are never in: evidence for review only; evidence that was taken away since (from the next run on, whatever was released);
 * and evidence that came with a later revision than the one that was released, which nobody has cleared yet. Evidence belongs to the
 * answer's newest revision that is not newer than it.
 *
 * What leaves takes its bytes along: a snapshot that holds something that is no longer shared is not brought up to date but made anew.
 */
#ifndef INDICATORS_SNAPSHOT_PRACTICE_H
#define INDICATORS_SNAPSHOT_PRACTICE_H

#include "indicators/snapshot/figures.h"

struct practice_row {
	size_t framework, code, round, participant; /* places in the panel */
	int version;
	int64_t position;                           /* of the answer's evidence, from 1; the same for every audience */
	enum statistics_audience audience;          /* the widest that may see the answer */
	const char *kind, *text;
};

struct practice {
	struct practice_row *rows; /* in the order of the snapshot's table */
	size_t count;
};

/* All of it, in the panel's arena. */
MUST_USE enum err practice_load(struct practice *practice, struct panel *panel, struct database *reports, struct error *error);

/* What an old snapshot of the audience has of it: *changed, and *lost where it holds a row that must go. */
MUST_USE enum err practice_compare(const struct practice *practice, const struct panel *panel, enum statistics_audience audience,
	struct database *old, bool *changed, bool *lost, struct error *error);

/* The table `practice` of one audience, in the place of what the snapshot has. */
MUST_USE enum err practice_write(struct figures *figures, const struct practice *practice, struct error *error);

#endif
