/* ask: see ask.h. */
#include "cgi/data/sdmx/ask.h"

#include <stdlib.h>
#include <string.h>

#include "cgi/data/sdmx/reference.h"
#include "indicators/base/buffer.h"
#include "indicators/base/i18n.h"

#define COUNT_DIGITS 9

const struct sdmx_media sdmx_data_media[] = {
	{ "application/vnd.sdmx.data+json", "2.0.0", "json", { "application/json", NULL, NULL }, false, SDMX_FORMAT_JSON },
	{ "application/vnd.sdmx.data+csv", "2.0.0", "csv", { "text/csv", NULL, NULL }, true, SDMX_FORMAT_CSV },
	{ "application/vnd.sdmx.data+xml", "3.0.0", "xml", { "application/xml", "text/xml", NULL }, false, SDMX_FORMAT_XML },
	{ 0 },
};
const struct sdmx_media sdmx_structure_media[] = {
	{ "application/vnd.sdmx.structure+json", "2.0.0", "json", { "application/json", NULL, NULL }, false, SDMX_FORMAT_JSON },
	{ "application/vnd.sdmx.structure+xml", "3.0.0", "xml", { "application/xml", "text/xml", NULL }, false, SDMX_FORMAT_XML },
	{ 0 },
};

/* --- one reader for each parameter --- */

struct reading {
	struct arena *arena;
	struct sdmx_ask *ask;
	int *status;
};

typedef enum err parameter_reader(struct reading *reading, const char *name, const char *value, struct error *error);

static enum err refuse_value(const char *name, const char *value, const char *allowed, struct error *error)
{
	return error_set_field(error, ERR_INVALID, name, _("The parameter %s cannot be “%.60s”. It is one of: %s."), name, value, allowed);
}

static enum err read_count(const char *name, const char *value, int64_t least, int64_t *number, struct error *error)
{
	if (*value != '\0' && strlen(value) <= COUNT_DIGITS && strspn(value, "0123456789") == strlen(value)) {
		*number = strtoll(value, NULL, 10);
		if (*number >= least)
			return ERR_OK;
	}
	return error_set_field(error, ERR_INVALID, name, _("The parameter %s is a whole number from %d to 999999999, not “%.60s”."), name, (int)least, value);
}

static enum err read_start(struct reading *reading, const char *name, const char *value, struct error *error)
{
	reading->ask->has_start = true;
	return sdmx_span_read(value, name, &reading->ask->start, error);
}

static enum err read_end(struct reading *reading, const char *name, const char *value, struct error *error)
{
	reading->ask->has_end = true;
	return sdmx_span_read(value, name, &reading->ask->end, error);
}

static enum err read_first(struct reading *reading, const char *name, const char *value, struct error *error)
{
	return read_count(name, value, 1, &reading->ask->first, error);
}

static enum err read_last(struct reading *reading, const char *name, const char *value, struct error *error)
{
	return read_count(name, value, 1, &reading->ask->last, error);
}

static enum err read_offset(struct reading *reading, const char *name, const char *value, struct error *error)
{
	return read_count(name, value, 0, &reading->ask->offset, error);
}

static enum err read_limit(struct reading *reading, const char *name, const char *value, struct error *error)
{
	return read_count(name, value, 1, &reading->ask->limit, error);
}

/* Ids and the keywords of the standard, with commas between. Reference metadata (msd) and attributes of series there are none. */
static enum err read_wanted(const char *name, const char *value, struct sdmx_wanted *wanted, struct error *error)
{
	enum err err = *value == '\0' ? refuse_value(name, value, "all, none, ID,…", error) : sdmx_list_check(value, name, error);

	*wanted = (struct sdmx_wanted){ .ids = value };
	wanted->all = sdmx_is_listed(value, "all") || sdmx_is_listed(value, "dsd");
	wanted->none = strcmp(value, "none") == 0;
	if (err == ERR_OK && !wanted->none && sdmx_is_listed(value, "none") && strcmp(value, "*") != 0)
		err = error_set_field(error, ERR_INVALID, name, _("The parameter %s is “none” or a list, not both."), name);
	return err;
}

static enum err read_measures(struct reading *reading, const char *name, const char *value, struct error *error)
{
	return read_wanted(name, value, &reading->ask->measures, error);
}

static enum err read_attributes(struct reading *reading, const char *name, const char *value, struct error *error)
{
	struct sdmx_wanted *wanted = &reading->ask->attributes;
	enum err err = read_wanted(name, value, wanted, error);

	wanted->dataset = sdmx_is_listed(value, "dataset");
	wanted->observation = sdmx_is_listed(value, "obs");
	return err;
}

static enum err read_at_observation(struct reading *reading, const char *name, const char *value, struct error *error)
{
	(void)error;
	(void)name;
	reading->ask->at_observation = value;
	return ERR_OK;
}

static enum err read_mode(struct reading *reading, const char *name, const char *value, struct error *error)
{
	reading->ask->available = strcmp(value, "available") == 0;
	if (reading->ask->available || strcmp(value, "exact") == 0)
		return ERR_OK;
	return refuse_value(name, value, "exact, available", error);
}

static enum err read_references(struct reading *reading, const char *name, const char *value, struct error *error)
{
	static const char allowed[] = "none, all, dataflow, datastructure, codelist, conceptscheme, dataproviderscheme, valuelist";

	for (const char *p = value;; p++) {
		size_t length = strcspn(p, ",");
		const char *one = arena_strndup(reading->arena, p, length);
		const char *at = length > 0 ? strstr(allowed, one) : NULL;
		/* Behind a comma and a blank, or at the beginning; before a comma, or at the end. */
		if (at == NULL || (at != allowed && at[-1] != ' ') || (at[length] != ',' && at[length] != '\0'))
			return refuse_value(name, one, allowed, error);
		p += length;
		if (*p == '\0')
			break;
	}
	reading->ask->references = value;
	return ERR_OK;
}

/* Of the standard, with the value that changes nothing. */
static enum err read_not_done(struct reading *reading, const char *name, const char *value, struct error *error)
{
	if ((strcmp(name, "includeHistory") == 0 && strcmp(value, "false") == 0) ||
		(strcmp(name, "reportingYearStartDay") == 0 && strcmp(value, "--01-01") == 0))
		return ERR_OK;
	*reading->status = 501;
	return error_set_field(error, ERR_INVALID, name,
		_("The parameter %s is not done here. All answers are of the newest release; whether anything is new tells If-Modified-Since or If-None-Match."), name);
}

/* Read by sdmx_ask_format(), or, of the language, by the kit. */
static enum err read_elsewhere(struct reading *reading, const char *name, const char *value, struct error *error)
{
	(void)reading;
	(void)name;
	(void)value;
	(void)error;
	return ERR_OK;
}

#define DATA (1 << SDMX_ASKS_DATA)
#define AVAILABILITY (1 << SDMX_ASKS_AVAILABILITY)
#define ELSEWHERE (1 << 2) /* known to the standard; not in the list of what there is */

static const struct {
	const char *name;
	int purposes;
	parameter_reader *read;
} parameters[] = {
	{ "startPeriod", DATA | AVAILABILITY, read_start }, { "endPeriod", DATA | AVAILABILITY, read_end },
	{ "firstNObservations", DATA, read_first }, { "lastNObservations", DATA, read_last }, { "offset", DATA, read_offset },
	{ "limit", DATA, read_limit }, { "attributes", DATA, read_attributes }, { "measures", DATA, read_measures },
	{ "dimensionAtObservation", DATA, read_at_observation }, { "mode", AVAILABILITY, read_mode },
	{ "references", AVAILABILITY, read_references }, { "format", DATA | AVAILABILITY, read_elsewhere }, { "labels", DATA, read_elsewhere },
	{ "timeFormat", DATA, read_elsewhere }, { "keys", DATA, read_elsewhere }, { "lang", DATA | AVAILABILITY, read_elsewhere },
	{ "updatedAfter", DATA | AVAILABILITY | ELSEWHERE, read_not_done }, { "includeHistory", DATA | ELSEWHERE, read_not_done },
	{ "asOf", DATA | ELSEWHERE, read_not_done }, { "sort", DATA | ELSEWHERE, read_not_done },
	{ "reportingYearStartDay", DATA | AVAILABILITY | ELSEWHERE, read_not_done },
};

static enum err refuse_parameter(enum sdmx_purpose purpose, const char *name, struct error *error)
{
	struct buffer all = BUFFER_INIT(1024);

	for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++)
		if ((parameters[i].purposes & (1 << purpose)) != 0 && (parameters[i].purposes & ELSEWHERE) == 0)
			buffer_printf(&all, ", %s", parameters[i].name);
	enum err err = error_set_field(error, ERR_INVALID, name, _("There is no parameter “%.60s”. There are: c[COMPONENT]%s."), name, buffer_text(&all));
	buffer_release(&all);
	return err;
}

/* "c[REF_AREA]": the component's id; NULL where it is no such name. */
static const char *component_of(struct arena *arena, const char *name)
{
	size_t length = strlen(name);

	return length > 3 && strncmp(name, "c[", 2) == 0 && name[length - 1] == ']' ? arena_strndup(arena, name + 2, length - 3) : NULL;
}

static enum err read_pair(struct reading *reading, const struct sdmx_pair *pair, struct error *error)
{
	struct sdmx_ask *ask = reading->ask;
	const char *component = component_of(reading->arena, pair->name);

	if (component != NULL)
		return sdmx_filter_read(reading->arena, component, pair->value, &ask->filters[ask->filter_count++], error);
	for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++)
		if ((parameters[i].purposes & (1 << ask->purpose)) != 0 && strcmp(parameters[i].name, pair->name) == 0)
			return parameters[i].read(reading, pair->name, pair->value, error);
	return refuse_parameter(ask->purpose, pair->name, error);
}

static enum err check_once(const struct sdmx_pair *pairs, size_t at, struct error *error)
{
	for (size_t i = 0; i < at; i++)
		if (strcmp(pairs[i].name, pairs[at].name) == 0)
			return error_set_field(error, ERR_INVALID, pairs[at].name,
				_("The parameter %.60s was given more than once. Several values of one stand with commas between."), pairs[at].name);
	return ERR_OK;
}

/* --- the format --- */

static const char *value_of(const struct sdmx_pair *pairs, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(pairs[i].name, name) == 0)
			return pairs[i].value;
	return NULL;
}

enum err sdmx_ask_format(struct arena *arena, const struct sdmx_media *offered, const struct sdmx_pair *pairs, size_t count,
	const char *accept, struct sdmx_accepted *accepted, int *status, struct error *error)
{
	static const char *const names[] = { "labels", "timeFormat", "keys" };
	enum err err = sdmx_accept(arena, offered, accept, value_of(pairs, count, "format"), accepted, error);

	*status = err == ERR_NOT_FOUND ? 406 : 0;
	for (size_t i = 0; err == ERR_OK && i < sizeof names / sizeof *names; i++)
		if (value_of(pairs, count, names[i]) != NULL)
			err = sdmx_accept_set(accepted, arena, names[i], value_of(pairs, count, names[i]), error);
	return err;
}

/* --- all of it --- */

static enum err read_context(struct sdmx_ask *ask, const char *context, int *status, struct error *error)
{
	ask->of_structure = strcmp(context, "datastructure") == 0;
	if (ask->of_structure || strcmp(context, "dataflow") == 0 || strcmp(context, "*") == 0 || *context == '\0')
		return ERR_OK;
	if (strcmp(context, "provisionagreement") == 0) {
		*status = 501;
		return error_set_field(error, ERR_INVALID, "context", "%s", _("There are no provision agreements here: ask for a dataflow or a datastructure."));
	}
	return error_set_field(error, ERR_INVALID, "context", _("The context cannot be “%.60s”. It is one of: dataflow, datastructure, *."), context);
}

static enum err read_path(struct arena *arena, struct sdmx_ask *ask, int *status, struct error *error)
{
	bool fits;
	enum err err = read_context(ask, ask->path.context, status, error);

	if (err == ERR_OK)
		err = sdmx_agency_check(ask->path.agency, error);
	if (err == ERR_OK)
		err = sdmx_list_check(ask->path.resource, "resourceID", error);
	if (err == ERR_OK)
		err = sdmx_version_fits(ask->path.version, SDMX_VERSION, &fits, error);
	if (err == ERR_OK && !fits)
		err = error_set_field(error, ERR_NOT_FOUND, "version", _("There is no version %.40s. There is %s."), ask->path.version, SDMX_VERSION);
	return err == ERR_OK ? sdmx_keys_read(arena, ask->path.key, &ask->keys, error) : err;
}

enum err sdmx_ask_read(struct arena *arena, enum sdmx_purpose purpose, const struct sdmx_path *path, const struct sdmx_pair *pairs,
	size_t count, const char *accept, struct sdmx_ask *ask, int *status, struct error *error)
{
	*ask = (struct sdmx_ask){ .purpose = purpose, .path = *path, .first = -1, .last = -1, .limit = -1, .at_observation = "TIME_PERIOD",
		.references = "none", .measures = { .all = true, .ids = "" }, .attributes = { .all = true, .ids = "" },
		.filters = arena_array(arena, count + 1, sizeof *ask->filters) };
	struct reading reading = { .arena = arena, .ask = ask, .status = status };
	enum err err;

	*status = 0;
	err = read_path(arena, ask, status, error);
	for (size_t i = 0; err == ERR_OK && i < count; i++)
		if ((err = check_once(pairs, i, error)) == ERR_OK)
			err = read_pair(&reading, &pairs[i], error);
	if (err == ERR_OK && ask->has_start && ask->has_end && strcmp(ask->start.first, ask->end.last) > 0)
		err = error_set_field(error, ERR_INVALID, "startPeriod", "%s", _("startPeriod lies after endPeriod, so no period can be between them."));
	/* Last, so that a mistake in the query is told in whatever format was asked for. */
	if (err == ERR_OK)
		err = sdmx_ask_format(arena, purpose == SDMX_ASKS_DATA ? sdmx_data_media : sdmx_structure_media, pairs, count, accept, &ask->accepted,
			status, error);
	return err;
}
