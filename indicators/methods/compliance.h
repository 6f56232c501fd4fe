/*
 * compliance: one figure over several indicators. Pure. Method "compliance", version COMPLIANCE_VERSION.
 *
 *	domain score    of a participant: the mean of its scored indicators' scores in the domain, given where at least
 *	                half of them are reported; overall likewise over the domain scores.
 *	change          of such a score: against the previous period with data, only on the same basis (METHODS §2).
 *	compliance      with an SDG target. Of a participant: the mean of the scores of the target's indicators, given where
 *	                at least half of them have one. Of the region: the mean over its participants, given where at least
 *	                COMPLIANCE_PARTICIPANTS of them have one. Else "insufficient data", a result with what is missing
 *	                (n_needed − n_scored scores), not an empty cell.
 *
 * Scores go in as score_judged() of methods/score.h gives them: 100 is the best whatever the indicator's direction, and
 * neutral indicators, counts and rates take no part, also not among those that are possible.
 */
#ifndef INDICATORS_METHODS_COMPLIANCE_H
#define INDICATORS_METHODS_COMPLIANCE_H

#include <stddef.h>

#define COMPLIANCE_VERSION 1

/* A region's compliance is given from this many participants on. */
#define COMPLIANCE_PARTICIPANTS 3

enum compliance_status { COMPLIANCE_OK, COMPLIANCE_INSUFFICIENT_DATA };

/* "ok", "insufficient_data". */
const char *compliance_status_name(enum compliance_status status);

struct compliance {
	enum compliance_status status;
	double score;   /* 0-100; NAN: insufficient data */
	int n_scored;   /* that have a score */
	int n_possible; /* that could have one */
	int n_needed;   /* from how many scores on it is given */
};

/*
 * A participant's mean over `possible` indicators (or domains), NAN where one has no score. One that was reported as not
 * available or not applicable has none: not reporting is never 0, and is not left out of "at least half" either.
 */
void compliance_participant(const double *scores, size_t possible, struct compliance *result);

/* The region's, over the `expected` participants' scores; NAN where one has insufficient data. */
void compliance_region(const double *scores, size_t expected, struct compliance *result);

/* A score in one period. Two periods are on the same basis when the same indicator versions are behind them; how that is
 * told is the caller's affair (a number or a digest turned into one): equal numbers mean the same basis. */
struct compliance_point {
	double score; /* NAN: none */
	long basis;
};

/*
 * The change at points[at] of a series that is ordered by period: score minus the score of the newest earlier period that
 * has one; `*from` is that period's place. NAN (then `*from` is `at`) where there is no score, no earlier one, or the
 * newest earlier one is on another basis: that is a break in series, and the change is not computed across it.
 */
double compliance_change(const struct compliance_point *points, size_t at, size_t *from);

#endif
