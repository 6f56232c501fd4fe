/* sdmx: see sdmx.h. */
#include "cgi/data/sdmx/sdmx.h"

#include <string.h>

#include "cgi/data/sdmx/message.h"
#include "cgi/data/sdmx/structure.h"
#include "indicators/base/i18n.h"

const struct param_spec sdmx_params[] = {
	{ .name = "context", .type = PARAM_LINE, .max = 1024 },
	{ .name = "agency", .type = PARAM_LINE, .max = 1024 },
	{ .name = "resource", .type = PARAM_LINE, .max = 1024 },
	{ .name = "version", .type = PARAM_LINE, .max = 1024 },
	{ .name = "key", .type = PARAM_LINE, .max = 1024 },
	{ .name = "component", .type = PARAM_LINE, .max = 1024 },
	{ .name = NULL },
};

const struct sdmx_pair *sdmx_pairs(struct request *request, size_t *count)
{
	struct sdmx_pair *pairs = arena_array(request->arena, request_query_count(request) + 1, sizeof *pairs);

	*count = request_query_count(request);
	for (size_t i = 0; i < *count; i++)
		pairs[i] = (struct sdmx_pair){ request_query_name(request, i), request_query_value(request, i) };
	return pairs;
}

/* --- what the cache tells answers apart by --- */

const char *sdmx_variant(struct request *request, const struct sdmx_media *offered)
{
	struct sdmx_accepted accepted;
	size_t count;
	int status;
	const struct sdmx_pair *pairs = sdmx_pairs(request, &count);
	struct buffer out = BUFFER_INIT(64 * 1024);

	/* What is refused is not kept, so it does not matter what it is called. Lengths keep one parameter from passing for two. */
	if (sdmx_ask_format(request->arena, offered, pairs, count, request_accept(request), &accepted, &status, NULL) == ERR_OK)
		/* The type does not tell all: a plain text/csv with labels is called like one without. */
		buffer_printf(&out, "%s %d %d %d", accepted.content_type, (int)accepted.labels, (int)accepted.time_format, (int)accepted.keys);
	for (size_t i = 0; i < count; i++)
		if (strcmp(pairs[i].name, "lang") != 0)
			buffer_printf(&out, "\n%zu %s=%zu %s", strlen(pairs[i].name), pairs[i].name, strlen(pairs[i].value), pairs[i].value);
	const char *text = arena_strdup(request->arena, buffer_text(&out));
	buffer_release(&out);
	return text;
}

const char *sdmx_data_variant(struct request *request)
{
	return sdmx_variant(request, sdmx_data_media);
}

const char *sdmx_availability_variant(struct request *request)
{
	return sdmx_variant(request, sdmx_structure_media);
}

/* --- data --- */

static enum err read_ask(struct request *request, enum sdmx_purpose purpose, struct sdmx_ask *ask, int *status, struct error *error)
{
	const struct sdmx_path path = { request_text(request, "context"), request_text(request, "agency"), request_text(request, "resource"),
		request_text(request, "version"), request_text(request, "key"), request_text(request, "component") };
	size_t count;
	const struct sdmx_pair *pairs = sdmx_pairs(request, &count);

	return sdmx_ask_read(request->arena, purpose, &path, pairs, count, request_accept(request), ask, status, error);
}

/* For a browser, which would call the file by the last part of the address. */
static void name_file(struct response *response, struct arena *arena, const struct sdmx_selection *selection)
{
	if (selection->ask->accepted.by_name)
		response_header(response, "Content-Disposition", arena_printf(arena, "attachment; filename=\"%s.%s\"",
			selection->count == 1 ? selection->sets[0].flow->id : SDMX_AGENCY, selection->ask->accepted.media->name));
}

static enum err write_data(struct request *request, struct response *response, const struct sdmx_selection *selection, struct error *error)
{
	struct buffer *out = response_body(response, selection->ask->accepted.content_type);
	enum err err = ERR_OK;

	response_header(response, "Content-Language", selection->language);
	name_file(response, request->arena, selection);
	switch (selection->ask->accepted.media->format) {
	case SDMX_FORMAT_CSV: err = sdmx_write_csv(selection, request->arena, out, error); break;
	case SDMX_FORMAT_XML: err = sdmx_write_ml(selection, request->arena, out, error); break;
	default: err = sdmx_write_json(selection, request->arena, out, error); break;
	}
	if (err == ERR_TOO_LARGE)
		return error_set(error, ERR_TOO_LARGE, "%s",
			_("The answer would be larger than this service sends at once. Ask for less by a key, by c[TIME_PERIOD]=ge:…, or in parts by limit= and offset=."));
	return err;
}

enum err sdmx_get_data(struct request *request, struct response *response, struct error *error)
{
	struct sdmx_selection selection;
	struct sdmx_model *model;
	struct sdmx_ask ask;
	int status = 0;
	enum err err = read_ask(request, SDMX_ASKS_DATA, &ask, &status, error);

	if (err != ERR_OK && status != 0)
		return response_refuse(response, status, error);
	if (err == ERR_OK)
		err = sdmx_model_read(request->db, request->arena, &model, error);
	if (err == ERR_OK)
		err = sdmx_select(request->arena, request->db, model, &ask, request->language, &selection, error);
	return err == ERR_OK ? write_data(request, response, &selection, error) : err;
}

/* --- availability --- */

enum err sdmx_get_availability(struct request *request, struct response *response, struct error *error)
{
	struct sdmx_available *available;
	struct sdmx_model *model;
	struct sdmx_ask ask;
	size_t count;
	int status = 0;
	enum err err = read_ask(request, SDMX_ASKS_AVAILABILITY, &ask, &status, error);

	if (err != ERR_OK && status != 0)
		return response_refuse(response, status, error);
	if (err == ERR_OK)
		err = sdmx_model_read(request->db, request->arena, &model, error);
	if (err == ERR_OK)
		err = sdmx_select_available(request->arena, request->db, model, &ask, &available, &count, error);
	if (err != ERR_OK)
		return err;
	response_header(response, "Content-Language", request->language);
	return sdmx_write_availability(request->arena, model, request->language, request->prefix, available, count, ask.of_structure, ask.references,
		(enum sdmx_format)ask.accepted.media->format, response_body(response, ask.accepted.content_type), error);
}

enum err sdmx_get_too_deep(struct request *request, struct response *response, struct error *error)
{
	(void)request;
	(void)response;
	return error_set(error, ERR_NOT_FOUND, "%s",
		_("The address has too many parts. It is …/data/{context}/{agencyID}/{resourceID}/{version}/{key}, or …/availability/… with /{componentId} behind."));
}

enum err sdmx_get_other(struct request *request, struct response *response, struct error *error)
{
	const char *resource = request_text(request, "context");

	error_set(error, ERR_NOT_FOUND, _("There is no %s here. There are %s/sdmx/v2/data/…, …/structure/…, …/availability/… and …/schema/…."),
		request->path, request->prefix);
	/* Of the standard, but there are no reference metadata and no registrations. */
	return response_refuse(response, strcmp(resource, "metadata") == 0 || strcmp(resource, "registration") == 0 ? 501 : 404, error);
}
