/* outlier: see outlier.h. */
#include "indicators/methods/outlier.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/methods/statistics.h"

#define MAD_FACTOR 0.6745
#define MEAN_FACTOR 1.253314

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median_of(const double *values, size_t count)
{
	double sorted[OUTLIER_FORMER_MAX];

	memcpy(sorted, values, count * sizeof *values);
	qsort(sorted, count, sizeof *sorted, compare);
	return statistics_quantile(sorted, count, 0.5);
}

static double score(const double *former, size_t count, double value, double median)
{
	double deviations[OUTLIER_FORMER_MAX], difference = value - median;

	for (size_t i = 0; i < count; i++)
		deviations[i] = fabs(former[i] - median);
	double mad = median_of(deviations, count), mean = statistics_mean(deviations, count);
	if (mad > 0)
		return MAD_FACTOR * difference / mad;
	if (mean > 0)
		return difference / (MEAN_FACTOR * mean);
	return fabs(difference) > 0 ? copysign(INFINITY, difference) : 0;
}

void outlier_judge(const double *former, size_t count, double value, double least, struct outlier *result)
{
	*result = (struct outlier){ .median = NAN, .score = NAN };
	if (count < OUTLIER_FORMER || !isfinite(value))
		return;
	if (count > OUTLIER_FORMER_MAX) {
		former += count - OUTLIER_FORMER_MAX;
		count = OUTLIER_FORMER_MAX;
	}
	result->judged = true;
	result->median = median_of(former, count);
	result->score = score(former, count, value, result->median);
	result->is = fabs(result->score) > OUTLIER_LIMIT && fabs(value - result->median) >= least;
}

double outlier_least(const struct score_scale *scale, double median)
{
	switch (scale->type) {
	case SCORE_LADDER:
		return 2;
	case SCORE_CHECKLIST:
		return fmax(2, ceil(scale->items / 5.0));
	case SCORE_PERCENT:
		return 10;
	case SCORE_COUNT:
		return fmax(STATISTICS_COUNT_WIDTH, fabs(median) / 5);
	case SCORE_RATE:
		return fabs(median) / 5;
	case SCORE_YES_NO:
	case SCORE_TYPES:
		break;
	}
	return INFINITY;
}

void outlier_of(const struct score_scale *scale, const double *former, size_t count, double value, struct outlier *result)
{
	outlier_judge(former, count, value, 0, result);
	result->is = result->is && fabs(value - result->median) >= outlier_least(scale, result->median);
}
