/*
 * schema: the XML schema of a dataflow's SDMX-ML 3.0 structure-specific data. It derives from the standard's own schemas, which are to
 * lie beside it: SDMXDataStructureSpecific.xsd and SDMXCommon.xsd. A message is checked with a schema that imports SDMXMessage.xsd and
 * then this one, for the namespace that its header names.
 */
#ifndef CGI_DATA_SDMX_SCHEMA_H
#define CGI_DATA_SDMX_SCHEMA_H

#include "cgi/data/sdmx/model.h"
#include "indicators/base/buffer.h"

/*
 * `at_observation`: TIME_PERIOD, AllDimensions or another dimension's id, as of the message. Of a data structure rather than its dataflow
 * where `of_structure`. ERR_INVALID for what is no dimension, naming those that there are.
 */
MUST_USE enum err sdmx_write_schema(struct arena *arena, const struct sdmx_flow *flow, bool of_structure, const char *at_observation,
	struct buffer *out, struct error *error);

#endif
