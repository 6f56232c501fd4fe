/* gap: see gap.h. */
#include "indicators/methods/gap.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "indicators/methods/statistics.h"

#define SHARE 0.1  /* of the larger */
#define POINTS 5.0 /* percentage points */

static const struct { enum score_type type; const char *series, *dims; } pairs[] = {
	{ SCORE_COUNT, "VC_HTF_DETV", "age=allage;sex=bothsex" },
	{ SCORE_RATE, "VC_HTF_DETVR", "age=allage;sex=bothsex" },
	{ SCORE_PERCENT, "SL_TLF_CHLDEC", "age=5_17;sex=bothsex" },
	{ SCORE_PERCENT, "SL_TLF_CHLDEA", "age=5_17;sex=bothsex" },
	{ SCORE_CHECKLIST, "SG_CPA_MIGRS", "policy_domains=alldomains" },
	{ SCORE_CHECKLIST, "SG_CPA_MIGRP", "policy_domains=alldomains" },
};

bool gap_comparable(enum score_type type, const char *series, const char *dims)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i].type == type && strcmp(pairs[i].series, series) == 0 && strcmp(pairs[i].dims, dims) == 0)
			return true;
	return false;
}

double gap_value(const struct score_scale *scale, const struct score_classes *classes, const char *series, double value)
{
	if (scale->type != SCORE_CHECKLIST)
		return value;
	double score = score_of(scale, value);
	if (strcmp(series, "SG_CPA_MIGRS") != 0)
		return score;
	int class = score_class(classes, score);
	return class == 0 ? (double)NAN : (double)class;
}

bool gap_told(enum score_type type, const char *series, double own, double official)
{
	double difference = fabs(own - official), larger = fmax(fabs(own), fabs(official));

	if (isnan(difference))
		return false;
	switch (type) {
	case SCORE_COUNT:
		return difference > SHARE * larger && difference >= STATISTICS_COUNT_WIDTH;
	case SCORE_RATE:
		return difference > SHARE * larger;
	case SCORE_CHECKLIST:
		return strcmp(series, "SG_CPA_MIGRS") == 0 ? difference >= 1 : difference > POINTS;
	default:
		return difference > POINTS;
	}
}
