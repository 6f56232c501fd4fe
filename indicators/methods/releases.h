/*
 * releases: which regional figures of a round's successive releases may include hidden values. Pure: no allocation.
 *
 * A round is released more than once: answers come late, are corrected, or are cleared for others. The figure that stood after each
 * release stays reachable, and whoever read a file once may have kept it. So the totals of all releases are known together,
 * and each must tell no hidden value also when one is taken from another: 40 over five hidden values in the first release and 43
 * over the same five in the second tell that a correction of one of them came to +3 in five.
 *
 * The rule, for each (indicator, period), which repeats that of a single release (methods/statistics.h) on what is new in
 * each:
 *	- A *value* is what one participant reported, however many releases show it; a correction that leaves the numbers as they were is
 *	  the same value.
 *	- A reader *knows* a value once a release showed it to the reader's audience. All others are unknown to that reader.
 *	- The relations of a reader are *blocks*: sets of unknown values, no two of which overlap, whose sums are known.
 *	- In the order of the releases, a figure may include hidden values if for this audience and each narrower one the unknown values in it
 *	  are whole blocks of earlier releases and a rest that is in none. The rest must be empty, or at least
 *	  STATISTICS_HIDDEN_MINIMUM values whose sum is not telling; it becomes a block. Else the newer figure goes without
 *	  hidden values, since the older one can't be taken back from those who read it.
 *
 * Blocks don't overlap, so no sum or difference of figures tells more than the sums of the blocks, and of those none is over fewer than
 * three values when it is published.
 *
 * Two things happen later than a figure. A value becomes known to more when its government clears it for more: then the older
 * figure is looked at again, and goes without hidden values where what is left unknown in it would be too few. And a value may be
 * cleared for fewer (it is *narrowed*): from then on the newest audience holds for its older values too (releases_audience), and no
 * figure of that indicator and period includes hidden values for audiences that saw it, since who has the old file knows it and
 * who has not must not.
 */
#ifndef INDICATORS_METHODS_RELEASES_H
#define INDICATORS_METHODS_RELEASES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indicators/methods/statistics.h"

#define RELEASES_STILL INT64_MAX /* `until` of what stands today */

/* What one participant reported, and from which release to which it stood as published. */
struct releases_value {
	size_t participant;
	int64_t since, until; /* numbers of releases: since <= n < until */
	double value, numerator, denominator;
	enum statistics_audience then;   /* whom that release showed it to */
	enum statistics_audience newest; /* whom the newest release shows the participant's answer to */
	/* Room for releases_decide. */
	size_t same;                           /* place of the first with the same numbers from the same participant */
	int64_t known_since[STATISTICS_AUDIENCES];
	bool hidden_for[STATISTICS_AUDIENCES];
	size_t block[STATISTICS_AUDIENCES];    /* 0: none */
};

/* Who may see it now: the narrower of the two audiences. */
enum statistics_audience releases_audience(enum statistics_audience then, enum statistics_audience newest);

/*
 * included[step][audience]: whether the figure after the release steps[step] includes hidden values for that audience. `values` are all
 * that were ever published for the column, by participant and then by release; `steps` ascend. `scores`: see statistics_rules.
 */
void releases_decide(struct releases_value *values, size_t count, const int64_t *steps, size_t step_count, bool scores,
	bool (*included)[STATISTICS_AUDIENCES]);

#endif
