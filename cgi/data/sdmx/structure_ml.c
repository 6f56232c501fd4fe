/* structure_ml: artefacts as an SDMX-ML 3.0 structure message; see structure.h. */
#include <string.h>

#include "cgi/data/sdmx/build.h"
#include "cgi/data/sdmx/message.h"
#include "cgi/data/sdmx/structure.h"
#include "cgi/data/sdmx/xml.h"
#include "indicators/base/i18n.h"

#define SCHEMAS "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"

struct writer {
	const struct sdmx_artefacts *artefacts;
	struct xml xml;
};

/* One element for each language. */
static void put_names(struct writer *writer, const char *element, const struct sdmx_names *names)
{
	for (size_t i = 0; i < writer->artefacts->model->language_count; i++) {
		if (names->text[i] == NULL)
			continue;
		xml_open(&writer->xml, element);
		xml_attribute(&writer->xml, "xml:lang", i18n_languages[i].code);
		xml_text(&writer->xml, names->text[i]);
		xml_close(&writer->xml);
	}
}

static const char *urn(const struct writer *writer, enum sdmx_artefact type, size_t index)
{
	return sdmx_artefact_urn(writer->artefacts->arena, writer->artefacts->model, type, index);
}

/* An annotation that says a number, or the catalogue's code. */
static void put_annotation(struct writer *writer, const char *id, const char *title, const char *type, const char *value)
{
	xml_open(&writer->xml, "com:Annotation");
	xml_attribute(&writer->xml, "id", id);
	xml_element(&writer->xml, "com:AnnotationTitle", title);
	xml_element(&writer->xml, "com:AnnotationType", type);
	xml_element(&writer->xml, "com:AnnotationValue", value);
	xml_close(&writer->xml);
}

static void put_counts(struct writer *writer, const struct sdmx_available *available)
{
	struct arena *arena = writer->artefacts->arena;

	xml_open(&writer->xml, "com:Annotations");
	put_annotation(writer, "series_count", arena_printf(arena, "%zu", available->series_count), "sdmx_metrics", NULL);
	put_annotation(writer, "obs_count", arena_printf(arena, "%zu", available->observation_count), "sdmx_metrics", NULL);
	xml_close(&writer->xml);
}

/* Opens the element of an artefact, with its names. */
static void open_artefact(struct writer *writer, const char *element, enum sdmx_artefact type, size_t index)
{
	const struct sdmx_artefacts *artefacts = writer->artefacts;
	enum sdmx_detail detail = sdmx_artefact_detail(artefacts, type, index);
	const char *id = sdmx_artefact_id(artefacts->model, type, index);
	struct xml *xml = &writer->xml;

	xml_open(xml, element);
	if (type == SDMX_DATACONSTRAINT)
		xml_attribute(xml, "role", "Actual");
	xml_attribute(xml, "id", id);
	xml_attribute(xml, "urn", urn(writer, type, index));
	xml_attribute(xml, "agencyID", sdmx_artefact_agency(type));
	if (type != SDMX_AGENCYSCHEME) /* has no versions */
		xml_attribute(xml, "version", SDMX_VERSION);
	if (detail == SDMX_FULL && type != SDMX_CATEGORISATION && sdmx_is_partial(artefacts, type, index))
		xml_attribute(xml, "isPartial", "true");
	if (detail != SDMX_FULL) {
		xml_attribute(xml, "isExternalReference", "true");
		xml_attribute(xml, "structureURL", arena_printf(artefacts->arena, "%s/sdmx/v2/structure/%s/%s/%s/" SDMX_VERSION,
			artefacts->prefix, sdmx_artefact_type_name(type), sdmx_artefact_agency(type), id));
	}
	if (type == SDMX_DATACONSTRAINT && detail == SDMX_FULL && sdmx_available_of(artefacts, index) != NULL)
		put_counts(writer, sdmx_available_of(artefacts, index));
	put_names(writer, "com:Name", sdmx_artefact_name(artefacts, type, index));
	if (detail != SDMX_STUB)
		put_names(writer, "com:Description", sdmx_artefact_description(artefacts, type, index));
}

/* --- item schemes --- */

static void put_item(struct writer *writer, const char *element, const char *id, const char *origin, const struct sdmx_names *name,
	const struct sdmx_names *description)
{
	xml_open(&writer->xml, element);
	xml_attribute(&writer->xml, "id", id);
	if (origin != NULL && *origin != '\0' && strcmp(origin, id) != 0) {
		xml_open(&writer->xml, "com:Annotations");
		put_annotation(writer, NULL, NULL, "CATALOGUE_CODE", origin);
		xml_close(&writer->xml);
	}
	put_names(writer, "com:Name", name);
	if (description != NULL)
		put_names(writer, "com:Description", description);
	xml_close(&writer->xml);
}

static void put_items(struct writer *writer, enum sdmx_artefact type, size_t index)
{
	const struct sdmx_artefacts *artefacts = writer->artefacts;
	const struct sdmx_model *model = artefacts->model;
	const struct sdmx_names agency = build_names(N_("Almaty Monitor")), official = build_names(N_("Official series of the UN SDG Global Database"));
	const struct sdmx_names *name;

	for (size_t i = 0; type == SDMX_CODELIST && i < model->codelists[index].count; i++) {
		const struct sdmx_code *code = &model->codelists[index].codes[i];
		if (sdmx_item_wanted(artefacts, type, index, code->id))
			put_item(writer, "str:Code", code->id, code->origin, &code->name, &code->description);
	}
	for (size_t i = 0; type == SDMX_CONCEPTSCHEME && i < model->concept_count; i++)
		if (sdmx_item_wanted(artefacts, type, index, model->concepts[i].id))
			put_item(writer, "str:Concept", model->concepts[i].id, NULL, &model->concepts[i].name, &model->concepts[i].description);
	if (type == SDMX_AGENCYSCHEME && sdmx_item_wanted(artefacts, type, index, SDMX_AGENCY))
		put_item(writer, "str:Agency", SDMX_AGENCY, NULL, &agency, NULL);
	for (size_t i = 0; type == SDMX_CATEGORYSCHEME && i < sdmx_category_count(model); i++) {
		const char *id = sdmx_category_id(model, i, &name);
		if (sdmx_item_wanted(artefacts, type, index, id))
			put_item(writer, "str:Category", id, NULL, name != NULL ? name : &official, NULL);
	}
}

/* --- data structures --- */

static const char *const formats[] = {
	[SDMX_TEXT] = "String", [SDMX_NUMBER] = "Double", [SDMX_INTEGER] = "Integer", [SDMX_FLAG] = "Boolean", [SDMX_PERIOD] = "ObservationalTimePeriod",
};

static void put_component(struct writer *writer, const char *element, const struct sdmx_component *component, size_t position)
{
	const struct sdmx_artefacts *artefacts = writer->artefacts;
	struct xml *xml = &writer->xml;

	xml_open(xml, element);
	xml_attribute(xml, "id", component->id);
	if (component->role == SDMX_DIMENSION)
		xml_attribute(xml, "position", arena_printf(artefacts->arena, "%zu", position + 1));
	if (component->role == SDMX_MEASURE || component->role == SDMX_ATTRIBUTE)
		xml_attribute(xml, "usage", component->mandatory ? "mandatory" : "optional");
	xml_element(xml, "str:ConceptIdentity", arena_printf(artefacts->arena, "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=" SDMX_AGENCY
		":" SDMX_CONCEPTS "(" SDMX_VERSION ").%s", component->concept->id));
	xml_open(xml, "str:LocalRepresentation");
	if (component->type == SDMX_CODED) {
		xml_element(xml, "str:Enumeration", urn(writer, SDMX_CODELIST, (size_t)(component->codelist - artefacts->model->codelists)));
	} else {
		xml_open(xml, "str:TextFormat");
		xml_attribute(xml, "textType", formats[component->type]);
		if (component->type == SDMX_TEXT)
			xml_attribute(xml, "isMultiLingual", "false");
		xml_close(xml);
	}
	xml_close(xml);
	if (component->role == SDMX_ATTRIBUTE) {
		xml_open(xml, "str:AttributeRelationship");
		xml_open(xml, component->on_dataset ? "str:Dataflow" : "str:Observation");
		xml_close(xml);
		xml_close(xml);
		if (component->of_value) {
			xml_open(xml, "str:MeasureRelationship");
			xml_element(xml, "str:Measure", "OBS_VALUE");
			xml_close(xml);
		}
	}
	xml_close(xml);
}

static void put_list(struct writer *writer, const char *element, const char *id, const struct sdmx_flow *flow, unsigned roles)
{
	static const char *const elements[] = {
		[SDMX_DIMENSION] = "str:Dimension", [SDMX_TIME] = "str:TimeDimension", [SDMX_MEASURE] = "str:Measure", [SDMX_ATTRIBUTE] = "str:Attribute",
	};

	xml_open(&writer->xml, element);
	xml_attribute(&writer->xml, "id", id);
	for (size_t i = 0; i < flow->count; i++)
		if ((roles & 1U << flow->components[i].role) != 0)
			put_component(writer, elements[flow->components[i].role], &flow->components[i], i);
	xml_close(&writer->xml);
}

static void put_components(struct writer *writer, const struct sdmx_flow *flow)
{
	xml_open(&writer->xml, "str:DataStructureComponents");
	put_list(writer, "str:DimensionList", "DimensionDescriptor", flow, 1U << SDMX_DIMENSION | 1U << SDMX_TIME);
	put_list(writer, "str:AttributeList", "AttributeDescriptor", flow, 1U << SDMX_ATTRIBUTE);
	put_list(writer, "str:MeasureList", "MeasureDescriptor", flow, 1U << SDMX_MEASURE);
	xml_close(&writer->xml);
}

/* --- what there is data for --- */

static void put_key_value(struct writer *writer, const struct sdmx_available_codes *codes)
{
	struct xml *xml = &writer->xml;

	xml_open(xml, "str:KeyValue");
	xml_attribute(xml, "id", codes->dimension->id);
	xml_attribute(xml, "include", "true");
	if (codes->dimension->role == SDMX_TIME) {
		xml_open(xml, "str:TimeRange");
		xml_element(xml, "str:StartPeriod", codes->codes[0]);
		xml_element(xml, "str:EndPeriod", codes->codes[1]);
		xml_close(xml);
	} else {
		for (size_t i = 0; i < codes->count; i++)
			xml_element(xml, "str:Value", codes->codes[i]);
	}
	xml_close(xml);
}

static void put_constraint(struct writer *writer, size_t index)
{
	const struct sdmx_artefacts *artefacts = writer->artefacts;
	const struct sdmx_available *available = sdmx_available_of(artefacts, index);
	struct xml *xml = &writer->xml;
	bool any = false;

	xml_open(xml, "str:ConstraintAttachment");
	if (artefacts->of_structure)
		xml_element(xml, "str:DataStructure", urn(writer, SDMX_DATASTRUCTURE, index));
	else
		xml_element(xml, "str:Dataflow", urn(writer, SDMX_DATAFLOW, index));
	xml_close(xml);
	for (size_t i = 0; available != NULL && i < available->dimension_count; i++) {
		if (available->dimensions[i].count == 0)
			continue;
		if (!any) {
			xml_open(xml, "str:CubeRegion");
			xml_attribute(xml, "include", "true");
			any = true;
		}
		put_key_value(writer, &available->dimensions[i]);
	}
	if (any)
		xml_close(xml);
}

/* --- the message --- */

static void put_categorisation(struct writer *writer, size_t index)
{
	const struct sdmx_artefacts *artefacts = writer->artefacts;
	const struct sdmx_names *name;
	const char *category = sdmx_category_id(artefacts->model, sdmx_flow_category(artefacts->model, &artefacts->model->flows[index]), &name);

	xml_element(&writer->xml, "str:Source", urn(writer, SDMX_DATAFLOW, index));
	xml_element(&writer->xml, "str:Target", arena_printf(artefacts->arena, "urn:sdmx:org.sdmx.infomodel.categoryscheme.Category=" SDMX_AGENCY
		":FRAMEWORKS(" SDMX_VERSION ").%s", category));
}

static void put_content(struct writer *writer, enum sdmx_artefact type, size_t index)
{
	switch (type) {
	case SDMX_CATEGORISATION: put_categorisation(writer, index); break;
	case SDMX_DATACONSTRAINT: put_constraint(writer, index); break;
	case SDMX_DATAFLOW: xml_element(&writer->xml, "str:Structure", urn(writer, SDMX_DATASTRUCTURE, index)); break;
	case SDMX_DATASTRUCTURE: put_components(writer, &writer->artefacts->model->flows[index]); break;
	default: put_items(writer, type, index); break;
	}
}

static void put_type(struct writer *writer, enum sdmx_artefact type)
{
	static const struct {
		const char *many, *one;
	} elements[SDMX_ARTEFACTS] = {
		[SDMX_AGENCYSCHEME] = { "str:AgencySchemes", "str:AgencyScheme" },
		[SDMX_CATEGORISATION] = { "str:Categorisations", "str:Categorisation" },
		[SDMX_CATEGORYSCHEME] = { "str:CategorySchemes", "str:CategoryScheme" },
		[SDMX_CODELIST] = { "str:Codelists", "str:Codelist" },
		[SDMX_CONCEPTSCHEME] = { "str:ConceptSchemes", "str:ConceptScheme" },
		[SDMX_DATACONSTRAINT] = { "str:DataConstraints", "str:DataConstraint" },
		[SDMX_DATAFLOW] = { "str:Dataflows", "str:Dataflow" },
		[SDMX_DATASTRUCTURE] = { "str:DataStructures", "str:DataStructure" },
	};
	bool any = false;

	for (size_t i = 0; i < sdmx_artefact_count(writer->artefacts->model, type); i++) {
		if (writer->artefacts->marks[type][i] == SDMX_LEFT_OUT)
			continue;
		if (!any)
			xml_open(&writer->xml, elements[type].many);
		any = true;
		open_artefact(writer, elements[type].one, type, i);
		if (sdmx_artefact_detail(writer->artefacts, type, i) == SDMX_FULL)
			put_content(writer, type, i);
		xml_close(&writer->xml);
	}
	if (any)
		xml_close(&writer->xml);
}

enum err sdmx_write_structure_ml(const struct sdmx_artefacts *artefacts, struct buffer *out, struct error *error)
{
	struct writer writer = { .artefacts = artefacts };
	struct xml *xml = &writer.xml;

	xml_begin(xml, out);
	xml_open(xml, "mes:Structure");
	xml_attribute(xml, "xmlns:mes", SCHEMAS "message");
	xml_attribute(xml, "xmlns:str", SCHEMAS "structure");
	xml_attribute(xml, "xmlns:com", SCHEMAS "common");
	xml_open(xml, "mes:Header");
	xml_element(xml, "mes:ID", sdmx_message_id(artefacts->arena, artefacts->model));
	xml_element(xml, "mes:Test", "false");
	xml_element(xml, "mes:Prepared", artefacts->model->made_at);
	xml_open(xml, "mes:Sender");
	xml_attribute(xml, "id", SDMX_AGENCY);
	xml_close(xml);
	xml_close(xml);
	xml_open(xml, "mes:Structures");
	for (int type = 0; type < SDMX_ARTEFACTS; type++)
		put_type(&writer, (enum sdmx_artefact)type);
	xml_end(xml);
	return buffer_check(out, error);
}
