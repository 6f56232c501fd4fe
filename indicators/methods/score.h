/*
 * score: what an answer's number may be, and what it is worth on the scale 0-100 on which indicators are compared. Pure.
 * Method "score", version SCORE_VERSION.
 *
 *	ladder     100 · level / highest level. Levels count from `lowest`: 0 here, so that level 2 of 0-4 is 50. WHO's
 *	           SPAR counts from 1 and divides by the highest, so that its level 1 of 1-5 is 20: `lowest` 1 gives that.
 *	checklist  100 · items met / items
 *	yes_no     0 or 100
 *	percent    100 · numerator / denominator, or the value that was reported
 *	count      none: shown in its unit
 *	rate       none; value = numerator / denominator · per
 *
 * Everything multiplies before it divides, so that a quotient that is a whole number is exactly that number (12 of 30
 * items is 40, not 40.000000000000007) and the thresholds of classes hold.
 */
#ifndef INDICATORS_METHODS_SCORE_H
#define INDICATORS_METHODS_SCORE_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/error.h"

#define SCORE_VERSION 1

enum score_type { SCORE_LADDER, SCORE_CHECKLIST, SCORE_YES_NO, SCORE_COUNT, SCORE_PERCENT, SCORE_RATE, SCORE_TYPES };

/* "ladder", "checklist", "yes_no", "count", "percent", "rate", as in catalogue files and tables. */
bool score_type_named(const char *name, enum score_type *type);

/* Whether answers of the type have a score: all but counts and rates. */
bool score_type_scored(enum score_type type);

/* Whether answers of the type may come as numerator and denominator: percent and rate. */
bool score_type_divided(enum score_type type);

/* Which way is better. Neutral: never judged, since fewer detected victims may be less detection. */
enum score_direction { SCORE_INCREASE, SCORE_DECREASE, SCORE_NEUTRAL, SCORE_DIRECTIONS };

/* "increase", "decrease", "neutral". */
const char *score_direction_name(enum score_direction direction);
bool score_direction_named(const char *name, enum score_direction *direction);

/* What an indicator version says about its numbers. What its type has no use for is 0. */
struct score_scale {
	enum score_type type;
	int lowest;  /* ladder: the lowest level */
	int levels;  /* ladder: how many; the highest level is lowest + levels - 1 */
	int items;   /* checklist: how many */
	double per;  /* rate: 100000 for "per 100,000" */
};

/* The numbers of a reported answer. NAN: not given. */
struct score_answer {
	double value; /* level, items met, 0 or 1, count, percentage, rate */
	double numerator;
	double denominator;
	double score; /* 0-100; NAN: the type has none */
};

#define SCORE_ANSWER_INIT { .value = NAN, .numerator = NAN, .denominator = NAN, .score = NAN } /* needs <math.h> */

/*
 * Checks a reported answer's numbers and completes them: `value` from numerator and denominator where both are given, and
 * `score`. ERR_INVALID with a sentence for whoever typed the number, its `field` "value", "numerator" or "denominator";
 * then `answer` is as it was. Refused are
 *	- no value at all, or only one of numerator and denominator;
 *	- a numerator or denominator of a type that has none;
 *	- a ladder level, checklist or count that isn't a whole number, or is out of range; yes_no other than 0 and 1;
 *	- anything below 0, or above 1e15 (whole numbers are exact up to there);
 *	- a denominator of 0: no share of nothing exists, such an answer is "not applicable";
 *	- a percentage over 100, or a numerator over its denominator;
 *	- a value given beside numerator and denominator that doesn't agree with them (percent: by half a point; rate: by
 *	  1%); if it agrees, the computed one replaces it, since the one that was typed is rounded.
 */
enum err score_check(const struct score_scale *scale, struct score_answer *answer, struct error *error) MUST_USE;

/* The score of a value that score_check() took, NAN where the type has none. */
double score_of(const struct score_scale *scale, double value);

/*
 * A score as it counts in a mean over several indicators (domain score, compliance with a target), where 100 must mean
 * the best: the score itself where increase is desired, 100 − score where decrease is, NAN (doesn't count) where the
 * indicator is neutral or has no score. 5% of children in child labour are a score of 5, and count 95.
 */
double score_judged(double score, enum score_direction direction);

/* Class thresholds of a checklist: class 1 below the first, class n + 1 from the n-th. SDG 10.7.2: 40, 80, 100. */
#define SCORE_THRESHOLDS_MAX 9

struct score_classes {
	double thresholds[SCORE_THRESHOLDS_MAX]; /* ascending */
	int count;
};

/* Reads "40 80 100". ERR_INVALID: not numbers, not ascending, out of 0-100, too many. "" is no classes at all. */
enum err score_classes_read(const char *text, struct score_classes *classes, struct error *error) MUST_USE;

/* The class of a score: 1 to count + 1; 0 where there are no thresholds or no score. */
int score_class(const struct score_classes *classes, double score);

#endif
