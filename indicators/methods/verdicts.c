/* verdicts: see verdicts.h. */
#include "indicators/methods/verdicts.h"

#include <math.h>

const char *verdicts_difference_name(enum verdicts_difference difference)
{
	static const char *const names[VERDICTS_DIFFERENCES] = {
		[VERDICTS_ALIKE] = "",
		[VERDICTS_ZERO_BASE] = "zero_base",
		[VERDICTS_ONE_ONLY] = "one_only",
		[VERDICTS_ZERO_TARGET] = "zero_target",
		[VERDICTS_RATE_OR_DISTANCE] = "rate_or_distance",
		[VERDICTS_NEAR_LIMIT] = "near_limit",
		[VERDICTS_THRESHOLDS] = "thresholds",
	};

	return names[difference];
}

int verdicts_class(enum progress_status status)
{
	static const int classes[PROGRESS_STATUSES] = {
		[PROGRESS_TARGET_ACHIEVED] = 3, [PROGRESS_SUBSTANTIAL] = 3, [PROGRESS_MODERATE] = 2, [PROGRESS_LIMITED] = 2,
		[PROGRESS_DETERIORATION] = 1, [PROGRESS_NOT_AVAILABLE] = 0,
	};

	return classes[status];
}

enum verdicts_difference verdicts_compare(const struct progress *progress)
{
	int by_growth = verdicts_class(progress->status);

	if (by_growth == progress->un2023_class)
		return VERDICTS_ALIKE;
	if (by_growth == 0 || progress->un2023_class == 0)
		return progress->zero_base ? VERDICTS_ZERO_BASE : VERDICTS_ONE_ONLY;
	if (progress->method == 2)
		return progress->zero_target ? VERDICTS_ZERO_TARGET : VERDICTS_RATE_OR_DISTANCE;
	return progress->natural_c < 1 ? VERDICTS_NEAR_LIMIT : VERDICTS_THRESHOLDS;
}
