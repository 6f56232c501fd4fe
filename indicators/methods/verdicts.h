/*
 * verdicts: the two verdicts of methods/progress.h on one series side by side: whether they say different things, and what in the
 * series makes them. Pure. A part of the method "SDG progress".
 *
 * They are compared as classes of three. (a) "target achieved" and "substantial" stand for 3, "moderate" and "limited" for 2,
 * "deterioration" for 1; (b) has its classes. Where these differ, or only one method has a verdict, the difference is named after
 * what makes it in this series; the first that applies:
 *
 *	zero_base        the base is 0, from where no growth rate leads: (a) takes it as 0.001, (b) has no verdict
 *	one_only         another reason why only one of them can be computed: a target on the other side of 0, or a base year that is
 *	                 not before the target's year; (b) then judges what it can
 *	zero_target      the target is 0: (a) measures the growth that would lead to 0.001, which is a steep fall each year, (b) how
 *	                 much of the distance to 0 would be covered
 *	rate_or_distance another target: (a) compares growth rates, (b) the distance that would be covered in the target's year
 *	near_limit       no target and a natural limit near: (a) asks for less the nearer the limit is, (b) doesn't know of it
 *	thresholds       no target: the same growth, and the lines are drawn elsewhere
 */
#ifndef INDICATORS_METHODS_VERDICTS_H
#define INDICATORS_METHODS_VERDICTS_H

#include "indicators/methods/progress.h"

enum verdicts_difference {
	VERDICTS_ALIKE,
	VERDICTS_ZERO_BASE,
	VERDICTS_ONE_ONLY,
	VERDICTS_ZERO_TARGET,
	VERDICTS_RATE_OR_DISTANCE,
	VERDICTS_NEAR_LIMIT,
	VERDICTS_THRESHOLDS,
	VERDICTS_DIFFERENCES
};

/* "", "zero_base", "one_only", "zero_target", "rate_or_distance", "near_limit", "thresholds". */
const char *verdicts_difference_name(enum verdicts_difference difference);

/* (a) as a class of (b): 3, 2, 1; 0 for not_available. */
int verdicts_class(enum progress_status status);

/* Neutral series, and those that neither method judges, are alike. */
enum verdicts_difference verdicts_compare(const struct progress *progress);

#endif
