/* structure_ask: which artefacts a structure query takes, and what they refer to; see structure.h. */
#include <string.h>

#include "cgi/data/sdmx/reference.h"
#include "cgi/data/sdmx/select.h"
#include "cgi/data/sdmx/structure.h"
#include "indicators/base/buffer.h"
#include "indicators/base/i18n.h"

#define IDS_MOST 600

static bool all_of(const char *list)
{
	return *list == '\0' || strcmp(list, "*") == 0;
}

static enum err refuse_type(struct arena *arena, const char *name, struct error *error)
{
	if (sdmx_artefact_type_is_elsewhere(name))
		return error_set_field(error, ERR_NOT_FOUND, "artefactType", _("There is no artefact of the type %s here. There are types: %s."), name,
			sdmx_artefact_type_names(arena));
	return error_set_field(error, ERR_INVALID, "artefactType", _("“%.60s” is no type of artefact. There are: %s, and * for all."), name, sdmx_artefact_type_names(arena));
}

/* --- detail --- */

static enum err read_detail(struct sdmx_artefacts *artefacts, const char *value, struct error *error)
{
	static const struct {
		const char *name;
		enum sdmx_detail asked, referenced;
		bool partial;
	} details[] = {
		{ "full", SDMX_FULL, SDMX_FULL, false },
		{ "raw", SDMX_FULL, SDMX_FULL, false },
		{ "allstubs", SDMX_STUB, SDMX_STUB, false },
		{ "referencestubs", SDMX_FULL, SDMX_STUB, false },
		{ "allcompletestubs", SDMX_COMPLETE_STUB, SDMX_COMPLETE_STUB, false },
		{ "referencecompletestubs", SDMX_FULL, SDMX_COMPLETE_STUB, false },
		{ "referencepartial", SDMX_FULL, SDMX_FULL, true },
	};

	for (size_t i = 0; i < sizeof details / sizeof *details; i++)
		if (strcmp(details[i].name, value) == 0) {
			artefacts->asked = details[i].asked;
			artefacts->referenced = details[i].referenced;
			artefacts->partial = details[i].partial;
			return ERR_OK;
		}
	return error_set_field(error, ERR_INVALID, "detail", _("The parameter %s cannot be “%.60s”. It is one of: %s."), "detail", value,
		"full, allstubs, referencestubs, allcompletestubs, referencecompletestubs, referencepartial, raw");
}

/* --- what is asked for --- */

static const char *ids_of(const struct sdmx_artefacts *artefacts, int only)
{
	struct buffer ids = BUFFER_INIT(4096);
	bool cut = false;

	for (int type = 0; type < SDMX_ARTEFACTS; type++)
		for (size_t i = 0; i < sdmx_artefact_count(artefacts->model, (enum sdmx_artefact)type); i++) {
			if ((only >= 0 && only != type) || (only < 0 && type == SDMX_DATASTRUCTURE) || !sdmx_artefact_is_there(artefacts, (enum sdmx_artefact)type, i))
				continue;
			if (ids.length < IDS_MOST)
				buffer_printf(&ids, "%s%s", ids.length > 0 ? ", " : "", sdmx_artefact_id(artefacts->model, (enum sdmx_artefact)type, i));
			else
				cut = true;
		}
	if (cut)
		buffer_puts(&ids, ", …");
	const char *text = arena_strdup(artefacts->arena, ids.length > 0 ? buffer_text(&ids) : "–");
	buffer_release(&ids);
	return text;
}

/* Each part "*" or alternatives. */
static enum err mark_asked(struct sdmx_artefacts *artefacts, int only, const char *agencies, const char *resource, struct error *error)
{
	bool any = false;

	for (int type = 0; type < SDMX_ARTEFACTS; type++)
		for (size_t i = 0; i < sdmx_artefact_count(artefacts->model, (enum sdmx_artefact)type); i++)
			if ((only < 0 || only == type) && sdmx_artefact_is_there(artefacts, (enum sdmx_artefact)type, i) &&
				sdmx_is_listed(agencies, sdmx_artefact_agency((enum sdmx_artefact)type)) &&
				sdmx_is_listed(resource, sdmx_artefact_id(artefacts->model, (enum sdmx_artefact)type, i))) {
				artefacts->marks[type][i] = SDMX_ASKED;
				any = true;
			}
	/* Everything of a type that there is nothing of yet is an empty message. */
	if (any || all_of(resource))
		return ERR_OK;
	return error_set_field(error, ERR_NOT_FOUND, "resourceID", _("There is no %s “%.60s”. There are: %s."),
		only < 0 ? "artefact" : sdmx_artefact_type_name((enum sdmx_artefact)only), resource, ids_of(artefacts, only));
}

static bool has_item(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index, const char *item)
{
	const struct sdmx_names *name;

	if (type == SDMX_AGENCYSCHEME)
		return strcmp(item, SDMX_AGENCY) == 0;
	if (type == SDMX_CODELIST)
		return sdmx_code_find(&artefacts->model->codelists[index], item) != NULL;
	if (type == SDMX_CONCEPTSCHEME) {
		for (size_t i = 0; i < artefacts->model->concept_count; i++)
			if (strcmp(artefacts->model->concepts[i].id, item) == 0)
				return true;
		return false;
	}
	for (size_t i = 0; i < sdmx_category_count(artefacts->model); i++)
		if (strcmp(sdmx_category_id(artefacts->model, i, &name), item) == 0)
			return true;
	return false;
}

/* Every item named is in one of the schemes asked for. */
static enum err check_items(struct sdmx_artefacts *artefacts, int only, const char *items, struct error *error)
{
	enum err err = sdmx_list_check(items, "itemID", error);

	if (err != ERR_OK || all_of(items))
		return err;
	if (only != SDMX_AGENCYSCHEME && only != SDMX_CATEGORYSCHEME && only != SDMX_CODELIST && only != SDMX_CONCEPTSCHEME)
		return error_set_field(error, ERR_INVALID, "itemID", "%s",
			_("Only item schemes have items: write the type as agencyscheme, categoryscheme, codelist or conceptscheme, or leave the item out."));
	for (const char *p = items;; p++) {
		size_t length = strcspn(p, ",");
		const char *item = arena_strndup(artefacts->arena, p, length);
		bool known = false;
		for (size_t i = 0; !known && i < sdmx_artefact_count(artefacts->model, (enum sdmx_artefact)only); i++)
			known = artefacts->marks[only][i] == SDMX_ASKED && has_item(artefacts, (enum sdmx_artefact)only, i, item);
		if (!known && strcmp(item, "*") != 0)
			return error_set_field(error, ERR_NOT_FOUND, "itemID", _("There is no item “%.60s” in what the address names. Leave it out to see all of them."), item);
		p += length;
		if (*p == '\0')
			break;
	}
	artefacts->items = items;
	return ERR_OK;
}

/* What there is data for, of every flow. */
static enum err read_available(struct sdmx_artefacts *artefacts, struct database *snapshot, struct error *error)
{
	const struct sdmx_path path = { "dataflow", SDMX_AGENCY, "*", "*", "*", "*" };
	struct sdmx_available *list;
	struct sdmx_ask ask;
	int status;
	enum err err = sdmx_ask_read(artefacts->arena, SDMX_ASKS_AVAILABILITY, &path, NULL, 0, "", &ask, &status, error);

	if (err == ERR_OK)
		err = sdmx_select_available(artefacts->arena, snapshot, artefacts->model, &ask, &list, &artefacts->available_count, error);
	if (err == ERR_NOT_FOUND) { /* nothing has data yet */
		artefacts->available_count = 0;
		return ERR_OK;
	}
	if (err == ERR_OK)
		artefacts->available = list;
	return err;
}

static enum err read_pairs(struct sdmx_artefacts *artefacts, const struct sdmx_pair *pairs, size_t count, const char **references, struct error *error)
{
	static const char *const others[] = { "format", "lang", NULL };
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < count; i++) {
		bool known = false;
		for (const char *const *other = others; *other != NULL; other++)
			known |= strcmp(*other, pairs[i].name) == 0;
		if (strcmp(pairs[i].name, "detail") == 0)
			err = read_detail(artefacts, pairs[i].value, error);
		else if (strcmp(pairs[i].name, "references") == 0)
			*references = pairs[i].value;
		else if (!known)
			err = error_set_field(error, ERR_INVALID, "query", _("There is no parameter “%.60s” here. There are: %s."), pairs[i].name,
				"detail, references, format, lang");
	}
	return err;
}

/* ALMATY maintains everything but the scheme that names it. */
static enum err check_agency(int only, const char *agencies, struct error *error)
{
	const char *scheme = sdmx_artefact_agency(SDMX_AGENCYSCHEME);
	enum err err = only == SDMX_AGENCYSCHEME || (only < 0 && sdmx_is_listed(agencies, scheme)) ? sdmx_list_check(agencies, "agencyID", error) :
		sdmx_agency_check(agencies, error);

	if (err == ERR_OK && only == SDMX_AGENCYSCHEME && !sdmx_is_listed(agencies, scheme))
		return error_set_field(error, ERR_NOT_FOUND, "agencyID", _("The list of agencies is maintained by %s: write that, or * for all."), scheme);
	return err;
}

enum err sdmx_structure_ask(struct arena *arena, struct database *snapshot, const struct sdmx_model *model,
	const struct sdmx_structure_path *path, const struct sdmx_pair *pairs, size_t count, struct sdmx_artefacts *artefacts, struct error *error)
{
	const char *references = "none", *resource = path->resource;
	enum sdmx_artefact type = SDMX_AGENCYSCHEME;
	bool every = all_of(path->type), fits = true;
	enum err err;

	sdmx_artefacts_init(artefacts, arena, model);
	if (!every && !sdmx_artefact_type_named(path->type, &type))
		return refuse_type(arena, path->type, error);
	int only = every ? -1 : (int)type;
	if ((err = read_pairs(artefacts, pairs, count, &references, error)) != ERR_OK || (err = check_agency(only, path->agency, error)) != ERR_OK ||
		(err = sdmx_list_check(resource, "resourceID", error)) != ERR_OK)
		return err;
	if (*path->version != '\0' && (err = sdmx_version_fits(path->version, SDMX_VERSION, &fits, error)) != ERR_OK)
		return err;
	if (!fits)
		return error_set_field(error, ERR_NOT_FOUND, "version", _("There is no version %.40s. There is version %s of everything."), path->version, SDMX_VERSION);
	if ((every || type == SDMX_DATACONSTRAINT || strcmp(references, "none") != 0) && (err = read_available(artefacts, snapshot, error)) != ERR_OK)
		return err;
	if ((err = mark_asked(artefacts, only, path->agency, resource, error)) != ERR_OK || (err = check_items(artefacts, only, path->item, error)) != ERR_OK)
		return err;
	return sdmx_structure_references(artefacts, references, error);
}
