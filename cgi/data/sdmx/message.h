/*
 * message: a selection of observations as a data message: SDMX-CSV 2.0, SDMX-JSON 2.0 or SDMX-ML 3.0 (structure-specific).
 *
 * Machine formats: nothing is neutralised, rounded or translated but names, which are in the selection's language. What has no value is
 * left out (XML), null (JSON) or empty (CSV); OBS_STATUS and CONF_STATUS say why (model.h). A message depends on the snapshot, the query and
 * the language alone: its moment is that of the run.
 */
#ifndef CGI_DATA_SDMX_MESSAGE_H
#define CGI_DATA_SDMX_MESSAGE_H

#include "cgi/data/sdmx/select.h"
#include "indicators/base/buffer.h"

MUST_USE enum err sdmx_write_csv(const struct sdmx_selection *selection, struct arena *arena, struct buffer *out, struct error *error);
MUST_USE enum err sdmx_write_json(const struct sdmx_selection *selection, struct arena *arena, struct buffer *out, struct error *error);
MUST_USE enum err sdmx_write_ml(const struct sdmx_selection *selection, struct arena *arena, struct buffer *out, struct error *error);

/*
 * The namespace of a flow's (or, of_structure, of its data structure's) structure-specific data: its URN, with the dimension at the
 * observation, as the schema endpoint has it: "urn:…=ALMATY:ANSWERS_IHR(1.0):ObsLevelDim:TIME_PERIOD". In the arena.
 */
const char *sdmx_data_namespace(struct arena *arena, const struct sdmx_flow *flow, bool of_structure, const char *at_observation);

/* What names a message: the run, in the letters of an SDMX id. In the arena. */
const char *sdmx_message_id(struct arena *arena, const struct sdmx_model *model);

/* A JSON string with its quotation marks; NULL is null. */
void sdmx_put_json(struct buffer *out, const char *text);

#endif
