/*
 * gap: what a government reports of itself beside an official figure of the same thing. Pure. Method "gap", version GAP_VERSION. A gap is a
 * reason to ask, in both directions; it changes nobody's figure and says of neither that it is the wrong one.
 *
 * Only pairs that measure the same are compared, by the definitions of the series in the metadata of the UN SDG indicators:
 *
 *	count      VC_HTF_DETV     detected victims, all ages, both sexes (16.2.2): told where the two differ by more than a tenth of the larger
 *	                           and by at least 5, the width of a small cell
 *	rate       VC_HTF_DETVR    the same per 100,000: by more than a tenth of the larger
 *	percent    SL_TLF_CHLDEC   children of 5-17 years in child labour (8.7.1, economic activity), SL_TLF_CHLDEA (with household chores): by more than
 *	                           5 percentage points
 *	checklist  SG_CPA_MIGRS    migration policies (10.7.2), the overall class 1-4: by any class; the answer's class follows from the thresholds
 *	                           of its definition. SG_CPA_MIGRP, the same in percent of the measures: by more than 5 points
 */
#ifndef INDICATORS_METHODS_GAP_H
#define INDICATORS_METHODS_GAP_H

#include <stdbool.h>

#include "indicators/methods/score.h"

#define GAP_VERSION 1

/* Whether an answer of the type and the series, its dimensions as the catalogue writes them, measure the same. */
bool gap_comparable(enum score_type type, const char *series, const char *dims);

/* A value of an answer as the series counts: of a checklist its class or percentage, else the value itself. NAN: none. */
double gap_value(const struct score_scale *scale, const struct score_classes *classes, const char *series, double value);

/* Whether the difference is one to be told; both as the series counts. */
bool gap_told(enum score_type type, const char *series, double own, double official);

#endif
