/* structure: what the artefacts are called and which items they have; see structure.h. */
#include "cgi/data/sdmx/structure.h"

#include <string.h>

#include "cgi/data/sdmx/build.h"
#include "cgi/data/sdmx/reference.h"
#include "indicators/base/i18n.h"

/* As in addresses, and as in URNs. */
static const struct {
	const char *name, *class;
} types[SDMX_ARTEFACTS] = {
	[SDMX_AGENCYSCHEME] = { "agencyscheme", "base.AgencyScheme" },
	[SDMX_CATEGORISATION] = { "categorisation", "categoryscheme.Categorisation" },
	[SDMX_CATEGORYSCHEME] = { "categoryscheme", "categoryscheme.CategoryScheme" },
	[SDMX_CODELIST] = { "codelist", "codelist.Codelist" },
	[SDMX_CONCEPTSCHEME] = { "conceptscheme", "conceptscheme.ConceptScheme" },
	[SDMX_DATACONSTRAINT] = { "dataconstraint", "registry.DataConstraint" },
	[SDMX_DATAFLOW] = { "dataflow", "datastructure.Dataflow" },
	[SDMX_DATASTRUCTURE] = { "datastructure", "datastructure.DataStructure" },
};

void sdmx_artefacts_init(struct sdmx_artefacts *artefacts, struct arena *arena, const struct sdmx_model *model)
{
	*artefacts = (struct sdmx_artefacts){ .model = model, .arena = arena, .language = i18n_current(), .prefix = "", .items = "" };
	for (int type = 0; type < SDMX_ARTEFACTS; type++)
		artefacts->marks[type] = arena_alloc(arena, sdmx_artefact_count(model, (enum sdmx_artefact)type) + 1);
}

const char *sdmx_artefact_type_name(enum sdmx_artefact type)
{
	return types[type].name;
}

/* Types of the standard that there are none of here. */
static const char *const other_types[] = {
	"metadatastructure", "hierarchy", "hierarchyassociation", "valuelist", "dataproviderscheme", "metadataproviderscheme", "dataconsumerscheme",
	"organisationunitscheme", "metadataflow", "reportingtaxonomy", "provisionagreement", "metadataprovisionagreement", "structuremap",
	"representationmap", "conceptschememap", "categoryschememap", "organisationschememap", "reportingtaxonomymap", "process",
	"metadataconstraint", "transformationscheme", "rulesetscheme", "userdefinedoperatorscheme", "customtypescheme", "namepersonalisationscheme",
	"vtlmappingscheme", NULL
};

bool sdmx_artefact_type_is_elsewhere(const char *name)
{
	for (const char *const *other = other_types; *other != NULL; other++)
		if (strcmp(*other, name) == 0)
			return true;
	return false;
}

const char *sdmx_artefact_type_names(struct arena *arena)
{
	const char *names = "";

	for (int type = 0; type < SDMX_ARTEFACTS; type++)
		names = arena_printf(arena, "%s%s%s", names, type > 0 ? ", " : "", sdmx_artefact_type_name((enum sdmx_artefact)type));
	return names;
}

bool sdmx_artefact_type_named(const char *name, enum sdmx_artefact *type)
{
	for (int i = 0; i < SDMX_ARTEFACTS; i++)
		if (strcmp(sdmx_artefact_type_name((enum sdmx_artefact)i), name) == 0) {
			*type = (enum sdmx_artefact)i;
			return true;
		}
	return false;
}

bool sdmx_artefact_is_there(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index)
{
	return type != SDMX_DATACONSTRAINT || sdmx_available_of(artefacts, index) != NULL;
}

const char *sdmx_artefact_agency(enum sdmx_artefact type)
{
	return type == SDMX_AGENCYSCHEME ? "SDMX" : SDMX_AGENCY;
}

size_t sdmx_artefact_count(const struct sdmx_model *model, enum sdmx_artefact type)
{
	switch (type) {
	case SDMX_AGENCYSCHEME:
	case SDMX_CATEGORYSCHEME:
	case SDMX_CONCEPTSCHEME: return 1;
	case SDMX_CODELIST: return model->codelist_count;
	default: return model->flow_count;
	}
}

const char *sdmx_artefact_id(const struct sdmx_model *model, enum sdmx_artefact type, size_t index)
{
	switch (type) {
	case SDMX_AGENCYSCHEME: return "AGENCIES";
	case SDMX_CATEGORYSCHEME: return "FRAMEWORKS";
	case SDMX_CONCEPTSCHEME: return SDMX_CONCEPTS;
	case SDMX_CODELIST: return model->codelists[index].id;
	default: return model->flows[index].id;
	}
}

static const struct sdmx_names *own_name(const struct sdmx_artefacts *artefacts, const char *message)
{
	struct sdmx_names *names = arena_alloc(artefacts->arena, sizeof *names);

	*names = build_names(message);
	return names;
}

const struct sdmx_names *sdmx_artefact_name(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index)
{
	switch (type) {
	case SDMX_AGENCYSCHEME: return own_name(artefacts, N_("Agencies"));
	case SDMX_CATEGORYSCHEME: return own_name(artefacts, N_("Frameworks of indicators, and official figures"));
	case SDMX_CONCEPTSCHEME: return own_name(artefacts, N_("Concepts"));
	case SDMX_CODELIST: return &artefacts->model->codelists[index].name;
	default: return &artefacts->model->flows[index].name;
	}
}

const struct sdmx_names *sdmx_artefact_description(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index)
{
	static const struct sdmx_names none = { { NULL } };

	switch (type) {
	case SDMX_DATACONSTRAINT: return own_name(artefacts, N_("What there is data for."));
	case SDMX_DATAFLOW:
	case SDMX_DATASTRUCTURE: return &artefacts->model->flows[index].description;
	default: return &none;
	}
}

const char *sdmx_artefact_urn(struct arena *arena, const struct sdmx_model *model, enum sdmx_artefact type, size_t index)
{
	return arena_printf(arena, "urn:sdmx:org.sdmx.infomodel.%s=%s:%s(" SDMX_VERSION ")", types[type].class,
		sdmx_artefact_agency(type), sdmx_artefact_id(model, type, index));
}

enum sdmx_detail sdmx_artefact_detail(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index)
{
	return artefacts->marks[type][index] == SDMX_ASKED ? artefacts->asked : artefacts->referenced;
}

/* --- items --- */

/* Whether a data structure of the message has a component of that concept. */
static bool concept_is_used(const struct sdmx_artefacts *artefacts, const char *id)
{
	for (size_t f = 0; f < artefacts->model->flow_count; f++) {
		const struct sdmx_flow *flow = &artefacts->model->flows[f];
		for (size_t i = 0; artefacts->marks[SDMX_DATASTRUCTURE][f] != SDMX_LEFT_OUT && i < flow->count; i++)
			if (strcmp(flow->components[i].concept->id, id) == 0)
				return true;
	}
	return false;
}

/* Of the category scheme: whether a categorisation of the message puts something there. */
static bool category_is_used(const struct sdmx_artefacts *artefacts, const char *id)
{
	const struct sdmx_names *name;

	for (size_t f = 0; f < artefacts->model->flow_count; f++)
		if (artefacts->marks[SDMX_CATEGORISATION][f] != SDMX_LEFT_OUT &&
			strcmp(sdmx_category_id(artefacts->model, sdmx_flow_category(artefacts->model, &artefacts->model->flows[f]), &name), id) == 0)
			return true;
	return false;
}

bool sdmx_item_wanted(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index, const char *item)
{
	if (artefacts->marks[type][index] == SDMX_ASKED)
		return sdmx_is_listed(artefacts->items, item);
	if (!artefacts->partial)
		return true;
	return type == SDMX_CONCEPTSCHEME ? concept_is_used(artefacts, item) : type == SDMX_CATEGORYSCHEME ? category_is_used(artefacts, item) : true;
}

bool sdmx_is_partial(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index)
{
	if (type == SDMX_AGENCYSCHEME)
		return true;
	if (artefacts->marks[type][index] == SDMX_ASKED)
		return *artefacts->items != '\0' && strcmp(artefacts->items, "*") != 0;
	return artefacts->partial && (type == SDMX_CONCEPTSCHEME || type == SDMX_CATEGORYSCHEME);
}

const struct sdmx_available *sdmx_available_of(const struct sdmx_artefacts *artefacts, size_t flow)
{
	for (size_t i = 0; i < artefacts->available_count; i++)
		if (artefacts->available[i].flow == &artefacts->model->flows[flow])
			return &artefacts->available[i];
	return NULL;
}

/* --- categories --- */

size_t sdmx_category_count(const struct sdmx_model *model)
{
	return model->framework_count + 1;
}

const char *sdmx_category_id(const struct sdmx_model *model, size_t category, const struct sdmx_names **name)
{
	if (category < model->framework_count) {
		*name = &model->frameworks[category].title;
		return model->frameworks[category].id;
	}
	*name = NULL;
	for (size_t i = 0; i < model->framework_count; i++)
		if (strcmp(model->frameworks[i].id, "OFFICIAL") == 0)
			return "OFFICIAL_SERIES";
	return "OFFICIAL";
}

size_t sdmx_flow_category(const struct sdmx_model *model, const struct sdmx_flow *flow)
{
	size_t i = 0;

	while (i < model->framework_count && (flow->framework == NULL || strcmp(model->frameworks[i].code, flow->framework) != 0))
		i++;
	return i;
}

/* --- messages --- */

enum err sdmx_write_structure(const struct sdmx_artefacts *artefacts, enum sdmx_format format, struct buffer *out, struct error *error)
{
	return format == SDMX_FORMAT_XML ? sdmx_write_structure_ml(artefacts, out, error) : sdmx_write_structure_json(artefacts, out, error);
}

enum err sdmx_write_availability(struct arena *arena, const struct sdmx_model *model, const char *language, const char *prefix,
	const struct sdmx_available *available, size_t count, bool of_structure, const char *references, enum sdmx_format format,
	struct buffer *out, struct error *error)
{
	struct sdmx_artefacts artefacts;

	sdmx_artefacts_init(&artefacts, arena, model);
	artefacts.language = language;
	artefacts.prefix = prefix;
	artefacts.available = available;
	artefacts.available_count = count;
	artefacts.of_structure = of_structure;
	for (size_t i = 0; i < model->flow_count; i++)
		if (sdmx_available_of(&artefacts, i) != NULL)
			artefacts.marks[SDMX_DATACONSTRAINT][i] = SDMX_ASKED;
	enum err err = sdmx_structure_references(&artefacts, references == NULL || *references == '\0' ? "none" : references, error);
	return err == ERR_OK ? sdmx_write_structure(&artefacts, format, out, error) : err;
}
