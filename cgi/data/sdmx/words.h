/* words: sentences and lists that several refusals of SDMX queries share. */
#ifndef CGI_DATA_SDMX_WORDS_H
#define CGI_DATA_SDMX_WORDS_H

#include "cgi/data/sdmx/model.h"

/* ERR_NOT_FOUND: the component has no such code; names those that there are, as many as fit into a sentence. */
MUST_USE enum err sdmx_no_code(const struct sdmx_component *component, const char *code, struct error *error);

/* The ids of a flow's components of a role, with `between` between them. SDMX_DIMENSION leaves TIME_PERIOD out. In the arena. */
const char *sdmx_component_ids(struct arena *arena, const struct sdmx_flow *flow, enum sdmx_role role, const char *between);

#endif
