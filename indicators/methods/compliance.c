/* compliance: see compliance.h. */
#include "indicators/methods/compliance.h"

#include <math.h>
#include <stdbool.h>

#include "indicators/methods/statistics.h"

const char *compliance_status_name(enum compliance_status status)
{
	return status == COMPLIANCE_OK ? "ok" : "insufficient_data";
}

/* The mean of those that are there, if there are `least` of them. */
static void mean_of_scored(const double *scores, size_t possible, size_t least, struct compliance *result)
{
	double mean = statistics_mean(scores, possible);
	size_t scored = 0;

	for (size_t i = 0; i < possible; i++)
		if (!isnan(scores[i]))
			scored++;

	bool enough = scored >= least;

	*result = (struct compliance){
		.status = enough ? COMPLIANCE_OK : COMPLIANCE_INSUFFICIENT_DATA,
		.score = enough ? mean : NAN,
		.n_scored = (int)scored,
		.n_possible = (int)possible,
		.n_needed = (int)least,
	};
}

void compliance_participant(const double *scores, size_t possible, struct compliance *result)
{
	/* Half of an odd number is rounded up; of nothing there is no mean. */
	mean_of_scored(scores, possible, possible > 0 ? (possible + 1) / 2 : 1, result);
}

void compliance_region(const double *scores, size_t expected, struct compliance *result)
{
	mean_of_scored(scores, expected, COMPLIANCE_PARTICIPANTS, result);
}

double compliance_change(const struct compliance_point *points, size_t at, size_t *from)
{
	*from = at;
	if (isnan(points[at].score))
		return NAN;
	for (size_t i = at; i-- > 0;) {
		if (isnan(points[i].score))
			continue;
		if (points[i].basis != points[at].basis)
			return NAN;
		*from = i;
		return points[at].score - points[i].score;
	}
	return NAN;
}
