/*
 * sdmx: the pages of the SDMX REST interface (2.x), /sdmx/v2/…; routes of data.fcgi. Data and availability are in sdmx.c, structures and
 * schemas in sdmx_structure.c.
 */
#ifndef CGI_DATA_SDMX_SDMX_H
#define CGI_DATA_SDMX_SDMX_H

#include "cgi/data/sdmx/ask.h"
#include "cgi/data/sdmx/available.h"
#include "cgi/web/web.h"

/* The parts of the path: {context} {agency} {resource} {version} {key} {component}. A structure's type is {context}, its item {key}. */
extern const struct param_spec sdmx_params[];

web_handler sdmx_get_data, sdmx_get_availability, sdmx_get_structure, sdmx_get_schema;

/* A path with more parts than there are: says so. */
web_handler sdmx_get_too_deep, sdmx_get_structure_too_deep;

/* Anything else below /sdmx/: says what there is. */
web_handler sdmx_get_other;

/* What an answer of theirs depends on: the format chosen and the whole query. */
web_variant sdmx_data_variant, sdmx_availability_variant, sdmx_structure_variant, sdmx_schema_variant;

/* The same of any other table of formats. */
const char *sdmx_variant(struct request *request, const struct sdmx_media *offered);

/* The parameters of the query. In the request's arena. */
const struct sdmx_pair *sdmx_pairs(struct request *request, size_t *count);

#endif
