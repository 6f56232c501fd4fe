/*
 * span: a time period of SDMX as the days from which to which it lasts, to compare periods of different frequencies.
 *
 * Read are reporting periods (base/period.h), the standard's other spellings of the same (2025-A1, 2025-M07), dates (2025-07-31) and
 * moments (2025-07-31T12:00:00Z; the time of day says nothing, since no period is shorter than a day).
 */
#ifndef CGI_DATA_SDMX_SPAN_H
#define CGI_DATA_SDMX_SPAN_H

#include <stdbool.h>

#include "indicators/base/error.h"
#include "indicators/base/period.h"

struct sdmx_span {
	char first[PERIOD_DATE];
	char last[PERIOD_DATE];
	bool is_year;
};

/* ERR_INVALID, for the parameter `what`, with a sentence that says what is wrong and which forms there are. */
MUST_USE enum err sdmx_span_read(const char *text, const char *what, struct sdmx_span *span, struct error *error);

#endif
