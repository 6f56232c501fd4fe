/*
 * sdmx: the pages of the SDMX REST interface (2.x) that give data: /sdmx/v2/data/… and /sdmx/v2/availability/…; routes of data.fcgi.
 */
#ifndef CGI_DATA_SDMX_SDMX_H
#define CGI_DATA_SDMX_SDMX_H

#include "cgi/data/sdmx/ask.h"
#include "cgi/data/sdmx/available.h"
#include "cgi/web/web.h"

/* The parts of the path: {context} {agency} {resource} {version} {key} {component}. */
extern const struct param_spec sdmx_params[];

web_handler sdmx_get_data, sdmx_get_availability;

/* A path with more parts than there are: says so. */
web_handler sdmx_get_too_deep;

/* What an answer of theirs depends on: the format chosen and the whole query. */
web_variant sdmx_data_variant, sdmx_availability_variant;

/* The parameters of the query. In the request's arena. */
const struct sdmx_pair *sdmx_pairs(struct request *request, size_t *count);

#endif
