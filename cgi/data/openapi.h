/*
 * openapi: what the OpenAPI document knows of parts of it that are made elsewhere.
 */
#ifndef CGI_DATA_OPENAPI_H
#define CGI_DATA_OPENAPI_H

#include "cgi/data/data.h"

/* A parameter's meaning and schema, with an example that is there; `framework` is one that has figures, or "". NULL: no memory. */
json_t *openapi_parameter(struct request *request, const struct param_spec *spec, bool in_path, const char *framework, struct error *error);

/* Adds the SDMX addresses to the paths; false: no memory. */
bool openapi_sdmx(struct arena *arena, json_t *paths);

/* The schema of one kind of rows. */
json_t *openapi_row(struct arena *arena, const struct table *table);

#endif
