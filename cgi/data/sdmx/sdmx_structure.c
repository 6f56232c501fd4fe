/* sdmx_structure: the pages of structures and schemas; see sdmx.h. */
#include <string.h>

#include "cgi/data/sdmx/message.h"
#include "cgi/data/sdmx/reference.h"
#include "cgi/data/sdmx/schema.h"
#include "cgi/data/sdmx/sdmx.h"
#include "cgi/data/sdmx/structure.h"
#include "indicators/base/i18n.h"

/* Beside enum sdmx_format. */
#define FORMAT_SCHEMA 100

static const struct sdmx_media schema_media[] = {
	{ "application/vnd.sdmx.schema+xml", "3.0.0", "xsd", { "application/xml", "text/xml", NULL }, false, FORMAT_SCHEMA },
	{ "application/vnd.sdmx.structure+json", "2.0.0", "json", { "application/json", NULL, NULL }, false, SDMX_FORMAT_JSON },
	{ "application/vnd.sdmx.structure+xml", "3.0.0", "xml", { NULL, NULL, NULL }, false, SDMX_FORMAT_XML },
	{ 0 },
};

const char *sdmx_structure_variant(struct request *request)
{
	return sdmx_variant(request, sdmx_structure_media);
}

const char *sdmx_schema_variant(struct request *request)
{
	return sdmx_variant(request, schema_media);
}

static enum err write_artefacts(struct request *request, struct response *response, struct sdmx_artefacts *artefacts,
	const struct sdmx_accepted *accepted, struct error *error)
{
	artefacts->language = request->language;
	artefacts->prefix = request->prefix;
	response_header(response, "Content-Language", request->language);
	return sdmx_write_structure(artefacts, (enum sdmx_format)accepted->media->format, response_body(response, accepted->content_type), error);
}

enum err sdmx_get_structure(struct request *request, struct response *response, struct error *error)
{
	const struct sdmx_structure_path path = { request_text(request, "context"), request_text(request, "agency"), request_text(request, "resource"),
		request_text(request, "version"), request_text(request, "key") };
	struct sdmx_artefacts artefacts;
	struct sdmx_accepted accepted;
	struct sdmx_model *model;
	int status = 0;
	size_t count;
	const struct sdmx_pair *pairs = sdmx_pairs(request, &count);
	enum err err = sdmx_ask_format(request->arena, sdmx_structure_media, pairs, count, request_accept(request), &accepted, &status, error);

	if (err != ERR_OK && status != 0)
		return response_refuse(response, status, error);
	if (err == ERR_OK)
		err = sdmx_model_read(request->db, request->arena, &model, error);
	if (err == ERR_OK)
		err = sdmx_structure_ask(request->arena, request->db, model, &path, pairs, count, &artefacts, error);
	return err == ERR_OK ? write_artefacts(request, response, &artefacts, &accepted, error) : err;
}

enum err sdmx_get_structure_too_deep(struct request *request, struct response *response, struct error *error)
{
	(void)request;
	(void)response;
	return error_set(error, ERR_NOT_FOUND, "%s",
		_("The address has too many parts. It is …/structure/{artefactType}/{agencyID}/{resourceID}/{version}/{itemID}."));
}

/* --- schemas --- */

static enum err not_done(int *status, const char *name, struct error *error)
{
	*status = 501;
	return error_set_field(error, ERR_INVALID, name, _("The parameter %s is not done here. Leave it out."), name);
}

static enum err read_schema_pairs(const struct sdmx_pair *pairs, size_t count, const char **at_observation, int *status, struct error *error)
{
	*at_observation = "TIME_PERIOD";
	for (size_t i = 0; i < count; i++) {
		const char *name = pairs[i].name, *value = pairs[i].value;
		if (strcmp(name, "dimensionAtObservation") == 0)
			*at_observation = value;
		else if (strcmp(name, "asOf") == 0 || (strcmp(name, "deletion") == 0 && strcmp(value, "true") == 0))
			return not_done(status, name, error);
		else if (strcmp(name, "deletion") == 0 && strcmp(value, "false") != 0)
			return error_set_field(error, ERR_INVALID, name, _("The parameter %s cannot be “%.60s”. It is one of: %s."), name, value, "true, false");
		else if (strcmp(name, "deletion") != 0 && strcmp(name, "format") != 0 && strcmp(name, "lang") != 0)
			return error_set_field(error, ERR_INVALID, "query", _("There is no parameter “%.60s” here. There are: %s."), name,
				"dimensionAtObservation, deletion, format, lang");
	}
	return ERR_OK;
}

/* The one dataflow that the address names. */
static enum err find_flow(struct request *request, const struct sdmx_model *model, const struct sdmx_flow **flow, bool *of_structure, struct error *error)
{
	static const char *const others[] = { "metadatastructure", "metadataflow", "provisionagreement", "metadataprovisionagreement" };
	const char *context = request_text(request, "context"), *resource = request_text(request, "resource"), *version = request_text(request, "version");
	bool fits = true;
	enum err err;

	*of_structure = strcmp(context, "datastructure") == 0;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strcmp(context, others[i]) == 0)
			return error_set_field(error, ERR_NOT_FOUND, "context", _("There is no %s here. There are dataflows and data structures."), context);
	if (!*of_structure && strcmp(context, "dataflow") != 0)
		return error_set_field(error, ERR_INVALID, "context", _("“%.60s” is not what a schema can be of. Write dataflow or datastructure."), context);
	if ((err = sdmx_agency_check(request_text(request, "agency"), error)) != ERR_OK)
		return err;
	if (*version != '\0' && (err = sdmx_version_fits(version, SDMX_VERSION, &fits, error)) != ERR_OK)
		return err;
	if (!fits)
		return error_set_field(error, ERR_NOT_FOUND, "version", _("There is no version %.40s. There is version %s of everything."), version, SDMX_VERSION);
	*flow = sdmx_flow_find(model, resource);
	if (*flow == NULL)
		return error_set_field(error, ERR_NOT_FOUND, "resourceID", _("There is no dataflow “%.60s”. A schema is of one of: %s."), resource,
			sdmx_flow_ids(model, request->arena));
	return *request_text(request, "key") == '\0' ? ERR_OK :
		error_set(error, ERR_NOT_FOUND, "%s", _("The address has too many parts. It is …/schema/{context}/{agencyID}/{resourceID}/{version}."));
}

/* What a data message of the flow can hold, as artefacts: its structure with the codelists and concepts that it uses. */
static enum err write_as_structure(struct request *request, struct response *response, const struct sdmx_model *model, const struct sdmx_flow *flow,
	const struct sdmx_accepted *accepted, struct error *error)
{
	struct sdmx_artefacts artefacts;

	sdmx_artefacts_init(&artefacts, request->arena, model);
	artefacts.marks[SDMX_DATASTRUCTURE][flow - model->flows] = SDMX_ASKED;
	artefacts.partial = true;
	enum err err = sdmx_structure_references(&artefacts, "children", error);
	return err == ERR_OK ? write_artefacts(request, response, &artefacts, accepted, error) : err;
}

enum err sdmx_get_schema(struct request *request, struct response *response, struct error *error)
{
	const struct sdmx_flow *flow = NULL;
	const char *at_observation;
	struct sdmx_accepted accepted;
	struct sdmx_model *model;
	bool of_structure = false;
	int status = 0;
	size_t count;
	const struct sdmx_pair *pairs = sdmx_pairs(request, &count);
	enum err err = sdmx_ask_format(request->arena, schema_media, pairs, count, request_accept(request), &accepted, &status, error);

	if (err == ERR_OK)
		err = read_schema_pairs(pairs, count, &at_observation, &status, error);
	if (err != ERR_OK && status != 0)
		return response_refuse(response, status, error);
	if (err == ERR_OK)
		err = sdmx_model_read(request->db, request->arena, &model, error);
	if (err == ERR_OK)
		err = find_flow(request, model, &flow, &of_structure, error);
	if (err != ERR_OK)
		return err;
	if (accepted.media->format != FORMAT_SCHEMA)
		return write_as_structure(request, response, model, flow, &accepted, error);
	return sdmx_write_schema(request->arena, flow, of_structure, at_observation, response_body(response, accepted.content_type), error);
}
