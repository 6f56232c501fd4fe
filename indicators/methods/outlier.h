/*
 * outlier: whether a country's figure is far from its own past. Pure. Method "outlier", version OUTLIER_VERSION. It compares a country
 * with nobody but itself and judges nothing: what is far off needs a look, and may well be right.
 *
 * The modified z-score of B. Iglewicz and D. C. Hoaglin, "How to Detect and Handle Outliers", ASQC Basic References in Quality Control 16
 * (1993), section 3.3:
 *
 *	M = 0.6745 · (value − median) / MAD
 *
 * over the former values, MAD being the median of their absolute deviations from their median; far off is |M| > 3.5. Where MAD is 0, since
 * more than half of the former values are equal, the mean absolute deviation takes its place: M = (value − median) / (1.253314 · MeanAD).
 * Where that is 0 too, any difference is infinitely far.
 *
 * Medians resist former outliers, but a series of four or five values is short, and steps of a ladder have no spread. So a difference of
 * less than `least` never counts, and with fewer than OUTLIER_FORMER values nothing is said at all.
 */
#ifndef INDICATORS_METHODS_OUTLIER_H
#define INDICATORS_METHODS_OUTLIER_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/methods/score.h"

#define OUTLIER_VERSION 1
#define OUTLIER_FORMER 4       /* fewer former values say nothing */
#define OUTLIER_FORMER_MAX 60  /* of more, the newest */
#define OUTLIER_LIMIT 3.5

struct outlier {
	bool judged;      /* there were former values enough */
	bool is;          /* far off */
	double median;    /* of the former values; NAN: not judged */
	double score;     /* M; may be infinite; NAN: not judged */
};

/* `former` are the values before, oldest first; all numbers finite. */
void outlier_judge(const double *former, size_t count, double value, double least, struct outlier *result);

/*
 * The least difference from the median that counts for an indicator: two levels of a ladder, a fifth of a checklist's items (at least 2), ten
 * percentage points, of counts and rates a fifth of the median (of counts at least 5, the width of a small cell). A yes or no is never
 * far off: infinite.
 */
double outlier_least(const struct score_scale *scale, double median);

/* outlier_judge with the least difference of the indicator. */
void outlier_of(const struct score_scale *scale, const double *former, size_t count, double value, struct outlier *result);

#endif
