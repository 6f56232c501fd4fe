/*
 * official_verdicts: the judged lines of the official series, as snapshots hold them: the two verdicts on each, which line stands for
 * a series, and the judged series of a target together (METHODS §3a).
 *
 * A line is one series of one participant in one breakdown. Where a page has room for one line of a series, it is the *headline*:
 * of the breakdowns with the fewest codes that are no totals ("women" is none of all sexes) the one that most participants have,
 * and for a participant without it that participant's own nearest to a total.
 */
#ifndef INDICATORS_SNAPSHOT_OFFICIAL_VERDICTS_H
#define INDICATORS_SNAPSHOT_OFFICIAL_VERDICTS_H

#include <stdbool.h>

#include "indicators/base/arena.h"
#include "indicators/methods/progress.h"
#include "indicators/store/database.h"

struct official_series {
	char *code, *target;
	bool superseded;       /* another one took its place: not counted with the others of its target */
	struct progress_series rules;
};

struct official_line {
	const struct official_series *series;
	char *dims, *participant;
	size_t depth;          /* how many codes of dims are no totals */
	bool headline;
	int64_t vintage;
	struct progress progress;
};

/* "sex=female" and the like that are totals. */
struct official_totals {
	char **list;
	size_t count;
};

/* The depth of "age=lt18y;sex=bothsex". The mark of an observation says nothing of whom it counts. */
size_t official_depth(const char *dims, const struct official_totals *totals);

/* Sets `headline`. The lines are in order of series, dims and participant. */
void official_headlines(struct official_line *lines, size_t count);

/* Writes the lines, and what the headlines of each target come to for each participant, into each snapshot. */
MUST_USE enum err official_verdicts_write(const struct official_line *lines, size_t count, const struct official_series *series,
	size_t series_count, struct database *const *snapshots, size_t snapshot_count, struct arena *arena, struct error *error);

#endif
