/*
 * available: what there is data for, as the answer to an availability query of the SDMX REST interface: of each flow, the codes of each
 * dimension that occur among the observations asked for, and from when to when they are.
 */
#ifndef CGI_DATA_SDMX_AVAILABLE_H
#define CGI_DATA_SDMX_AVAILABLE_H

#include "cgi/data/sdmx/model.h"

struct sdmx_available_codes {
	const struct sdmx_component *dimension;
	const char **codes;        /* that occur, in the order of the codelist; of the time dimension: the first and the last period */
	size_t count;
};

struct sdmx_available {
	const struct sdmx_flow *flow;
	struct sdmx_available_codes *dimensions; /* those that were asked for, in the order of the key; TIME_PERIOD last */
	size_t dimension_count;
	size_t series_count;
	size_t observation_count;
};

#endif
