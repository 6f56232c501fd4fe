/*
 * openapi_sdmx: the SDMX addresses in the OpenAPI document, each once, in full; parts of a path may be left out from its end. They are
 * documented by hand: what they take is not in the route table (cgi/data/sdmx/ask.h).
 */
#include <string.h>

#include "cgi/data/openapi.h"
#include "cgi/data/sdmx/ask.h"
#include "indicators/base/i18n.h"

#define VALUES 9

struct parameter {
	const char *name;
	bool in_path;
	const char *about;
	const char *values[VALUES];   /* an enum; else any text */
	const char *example;          /* NULL: none */
};

#define CONTEXT { "context", true, N_("What the identifiers after it name."), { "dataflow", "datastructure", "*" }, "dataflow" }
#define AGENCY { "agencyID", true, N_("Who maintains it, or * for all."), { NULL }, SDMX_AGENCY }
#define FLOW { "resourceID", true, N_("Dataflows, with commas between, or * for all."), { NULL }, "OFFICIAL" }
#define VERSION { "version", true, N_("A version, * for all, ~ for the latest."), { NULL }, SDMX_VERSION }
#define KEY { "key", true, N_("Codes of the dimensions with dots between; * for all of one, + between alternatives, commas between keys."), { NULL }, "*" }
#define START { "startPeriod", false, N_("Only periods that begin no earlier."), { NULL }, NULL }
#define FINISH { "endPeriod", false, N_("Only periods that end no later."), { NULL }, NULL }
#define AT { "dimensionAtObservation", false, N_("TIME_PERIOD (time series), AllDimensions (flat), or another dimension."), { NULL }, NULL }
#define LAST { NULL, false, NULL, { NULL }, NULL }

static const struct parameter data_parameters[] = {
	CONTEXT, AGENCY, FLOW, VERSION, KEY, START, FINISH, AT,
	{ "firstNObservations", false, N_("At most so many of each series, from its beginning."), { NULL }, NULL },
	{ "lastNObservations", false, N_("At most so many of each series, up to its end."), { NULL }, NULL },
	{ "attributes", false, N_("Attributes, with commas between; or all, dataset, obs, none."), { NULL }, NULL },
	{ "measures", false, N_("Measures, with commas between; or all, none."), { NULL }, NULL },
	{ "offset", false, N_("So many observations are skipped."), { NULL }, NULL },
	{ "limit", false, N_("At most so many observations."), { NULL }, NULL },
	{ "format", false, N_("Instead of the Accept header."), { "json", "csv", "xml" }, NULL },
	{ "labels", false, N_("SDMX-CSV: codes, names beside them, or both together."), { "id", "name", "both" }, NULL },
	{ "timeFormat", false, N_("SDMX-CSV: periods as they are, or as ISO 8601 writes them."), { "original", "normalized" }, NULL },
	{ "keys", false, N_("SDMX-CSV: columns with keys."), { "none", "obs", "series", "both" }, NULL },
	LAST,
};
static const struct parameter availability_parameters[] = {
	CONTEXT, AGENCY, FLOW, VERSION, KEY,
	{ "componentId", true, N_("Dimensions, with commas between, or * for all."), { NULL }, "*" },
	START, FINISH,
	{ "mode", false, N_("What there is (exact), or what could be chosen besides (available)."), { "exact", "available" }, NULL },
	{ "references", false, N_("Which artefacts come along, with commas between."), { NULL }, NULL },
	{ "format", false, N_("Instead of the Accept header."), { "json", "xml" }, NULL },
	LAST,
};
static const struct parameter structure_parameters[] = {
	{ "artefactType", true, N_("A type of artefact, or * for all."), { "dataflow", "datastructure", "codelist", "conceptscheme", "dataconstraint",
		"agencyscheme", "categoryscheme", "categorisation", "*" }, "dataflow" },
	AGENCY,
	{ "resourceID", true, N_("Artefacts, with commas between, or * for all."), { NULL }, "*" },
	VERSION,
	{ "itemID", true, N_("Items of item schemes, with commas between, or * for all."), { NULL }, "*" },
	{ "detail", false, N_("How much of each artefact."), { "full", "raw", "allstubs", "referencestubs", "allcompletestubs", "referencecompletestubs",
		"referencepartial" }, NULL },
	{ "references", false, N_("Which artefacts come along, with commas between."), { NULL }, NULL },
	{ "format", false, N_("Instead of the Accept header."), { "json", "xml" }, NULL },
	LAST,
};
static const struct parameter schema_parameters[] = {
	{ "context", true, N_("What the identifiers after it name."), { "dataflow", "datastructure" }, "dataflow" },
	AGENCY,
	{ "resourceID", true, N_("The dataflow."), { NULL }, "OFFICIAL" },
	VERSION, AT,
	{ "format", false, N_("Instead of the Accept header."), { "xsd", "json", "xml" }, NULL },
	LAST,
};

#define SCHEMA_TYPE "application/vnd.sdmx.schema+xml;version=3.0.0"

static const struct address {
	const char *path, *id, *title;
	const struct parameter *parameters;
	bool filters;                         /* takes c[COMPONENT]=… */
	const struct sdmx_media *media;       /* NULL: an XML schema */
} addresses[] = {
	{ "/sdmx/v2/data/{context}/{agencyID}/{resourceID}/{version}/{key}", "get_sdmx_data", N_("SDMX: observations"), data_parameters, true, sdmx_data_media },
	{ "/sdmx/v2/availability/{context}/{agencyID}/{resourceID}/{version}/{key}/{componentId}", "get_sdmx_availability",
		N_("SDMX: what there are observations for"), availability_parameters, true, sdmx_structure_media },
	{ "/sdmx/v2/structure/{artefactType}/{agencyID}/{resourceID}/{version}/{itemID}", "get_sdmx_structure",
		N_("SDMX: dataflows, data structures, codelists and what belongs to them"), structure_parameters, false, sdmx_structure_media },
	{ "/sdmx/v2/schema/{context}/{agencyID}/{resourceID}/{version}", "get_sdmx_schema", N_("SDMX: the XML schema of a dataflow’s messages"),
		schema_parameters, false, NULL },
};

static json_t *parameter_json(const struct parameter *parameter)
{
	json_t *schema = json_pack("{s:s}", "type", "string");
	json_t *all = json_pack("{s:s, s:s, s:b, s:s, s:o}", "name", parameter->name, "in", parameter->in_path ? "path" : "query", "required",
		parameter->in_path, "description", _(parameter->about), "schema", schema);

	if (parameter->values[0] != NULL) {
		json_t *values = json_array();
		for (size_t i = 0; i < VALUES && parameter->values[i] != NULL; i++)
			json_array_append_new(values, json_string(parameter->values[i]));
		json_object_set_new(schema, "enum", values);
	}
	if (parameter->example != NULL)
		json_object_set_new(all, "example", json_string(parameter->example));
	return all;
}

/* c[REF_AREA]=KGZ is what OpenAPI calls a deep object. */
static json_t *filter_json(void)
{
	return json_pack("{s:s, s:s, s:b, s:s, s:s, s:b, s:{s:s, s:{s:s}}}", "name", "c", "in", "query", "required", 0, "description",
		_("c[COMPONENT]=… for each condition: values with commas between (or) or + (and), each with an operator before it: eq:, ne:, lt:, le:, gt:, ge:, co:, nc:, sw:, ew:."),
		"style", "deepObject", "explode", 1, "schema", "type", "object", "additionalProperties", "type", "string");
}

static json_t *parameters_json(const struct address *address)
{
	json_t *all = json_array();

	for (const struct parameter *parameter = address->parameters; parameter->name != NULL; parameter++)
		json_array_append_new(all, parameter_json(parameter));
	if (address->filters)
		json_array_append_new(all, filter_json());
	json_array_append_new(all, json_pack("{s:s}", "$ref", "#/components/parameters/lang"));
	return all;
}

static json_t *content_json(struct arena *arena, const struct address *address)
{
	json_t *all = json_object();

	if (address->media == NULL)
		json_object_set_new(all, SCHEMA_TYPE, json_pack("{s:{s:s}}", "schema", "type", "string"));
	for (const struct sdmx_media *media = address->media; media != NULL && media->type != NULL; media++)
		json_object_set_new(all, arena_printf(arena, "%s;version=%s", media->type, media->version),
			json_pack("{s:{s:s}}", "schema", "type", media->format == SDMX_FORMAT_JSON ? "object" : "string"));
	return all;
}

static json_t *responses_json(struct arena *arena, const struct address *address)
{
	static const char problem[] = "#/components/responses/Problem";

	return json_pack("{s:{s:s, s:o, s:{s:{s:s}, s:{s:s}}}, s:{s:s}, s:{s:s}, s:{s:s}, s:{s:s}, s:{s:s}, s:{s:s}}",
		"200", "description", _(address->title), "content", content_json(arena, address), "headers", "ETag", "$ref", "#/components/headers/ETag",
		"Last-Modified", "$ref", "#/components/headers/LastModified",
		"304", "$ref", "#/components/responses/NotModified", "400", "$ref", "#/components/responses/Invalid", "404", "$ref",
		"#/components/responses/NotFound", "406", "$ref", problem, "501", "$ref", problem, "default", "$ref", problem);
}

bool openapi_sdmx(struct arena *arena, json_t *paths)
{
	bool whole = true;

	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
		const struct address *address = &addresses[i];
		json_t *made = json_pack("{s:{s:s, s:s, s:[s], s:o, s:o}}", "get", "operationId", address->id, "summary", _(address->title), "tags", "sdmx",
			"parameters", parameters_json(address), "responses", responses_json(arena, address));
		whole = json_object_set_new(paths, address->path, made) == 0 && whole;
	}
	return whole;
}
