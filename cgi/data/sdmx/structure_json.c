/* structure_json: artefacts as an SDMX-JSON 2.0 structure message; see structure.h. */
#include <jansson.h>
#include <string.h>

#include "cgi/data/sdmx/build.h"
#include "cgi/data/sdmx/message.h"
#include "cgi/data/sdmx/structure.h"
#include "indicators/base/i18n.h"

#define SCHEMA "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json"

struct writer {
	const struct sdmx_artefacts *artefacts;
	bool whole;        /* false: no memory */
};

/* jansson's functions take NULL for a value that could not be made and say so. */
static void set(struct writer *writer, json_t *object, const char *name, json_t *value)
{
	writer->whole &= json_object_set_new(object, name, value) == 0;
}

static void append(struct writer *writer, json_t *array, json_t *value)
{
	writer->whole &= json_array_append_new(array, value) == 0;
}

static void set_text(struct writer *writer, json_t *object, const char *name, const char *value)
{
	if (value != NULL)
		set(writer, object, name, json_string(value));
}

/* In the reader's language, and in all. */
static void set_names(struct writer *writer, json_t *object, const char *one, const char *all, const struct sdmx_names *names)
{
	json_t *texts = json_object();

	if (names->text[0] == NULL) {
		json_decref(texts);
		return;
	}
	for (size_t i = 0; i < writer->artefacts->model->language_count; i++)
		set_text(writer, texts, i18n_languages[i].code, names->text[i]);
	set_text(writer, object, one, sdmx_name(names, writer->artefacts->language));
	set(writer, object, all, texts);
}

static const char *urn(const struct writer *writer, enum sdmx_artefact type, size_t index)
{
	return sdmx_artefact_urn(writer->artefacts->arena, writer->artefacts->model, type, index);
}

static json_t *maintainable(struct writer *writer, enum sdmx_artefact type, size_t index)
{
	const struct sdmx_artefacts *artefacts = writer->artefacts;
	enum sdmx_detail detail = sdmx_artefact_detail(artefacts, type, index);
	json_t *object = json_object();

	set_text(writer, object, "id", sdmx_artefact_id(artefacts->model, type, index));
	if (type != SDMX_AGENCYSCHEME)
		set_text(writer, object, "version", SDMX_VERSION);
	set_text(writer, object, "agencyID", sdmx_artefact_agency(type));
	set_names(writer, object, "name", "names", sdmx_artefact_name(artefacts, type, index));
	if (detail != SDMX_STUB)
		set_names(writer, object, "description", "descriptions", sdmx_artefact_description(artefacts, type, index));
	set(writer, object, "isExternalReference", json_boolean(detail != SDMX_FULL));
	set(writer, object, "links", json_pack("[{s:s, s:s, s:s}]", "rel", "self", "type", sdmx_artefact_type_name(type), "urn", urn(writer, type, index)));
	return object;
}

/* --- item schemes --- */

static json_t *item(struct writer *writer, const char *id, const struct sdmx_names *name, const struct sdmx_names *description)
{
	json_t *object = json_object();

	set_text(writer, object, "id", id);
	set_names(writer, object, "name", "names", name);
	if (description != NULL)
		set_names(writer, object, "description", "descriptions", description);
	return object;
}

/* The code of the catalogue, where it is another one. */
static void set_origin(struct writer *writer, json_t *object, const struct sdmx_code *code)
{
	if (*code->origin != '\0' && strcmp(code->origin, code->id) != 0)
		set(writer, object, "annotations", json_pack("[{s:s, s:s}]", "type", "CATALOGUE_CODE", "value", code->origin));
}

static json_t *items(struct writer *writer, enum sdmx_artefact type, size_t index)
{
	const struct sdmx_artefacts *artefacts = writer->artefacts;
	const struct sdmx_model *model = artefacts->model;
	const struct sdmx_names agency = build_names(N_("Almaty Monitor")), official = build_names(N_("Official series of the UN SDG Global Database"));
	const struct sdmx_names *name;
	json_t *array = json_array();

	if (type == SDMX_CODELIST)
		for (size_t i = 0; i < model->codelists[index].count; i++) {
			const struct sdmx_code *code = &model->codelists[index].codes[i];
			if (!sdmx_item_wanted(artefacts, type, index, code->id))
				continue;
			json_t *object = item(writer, code->id, &code->name, &code->description);
			set_origin(writer, object, code);
			append(writer, array, object);
		}
	else if (type == SDMX_CONCEPTSCHEME)
		for (size_t i = 0; i < model->concept_count; i++)
			if (sdmx_item_wanted(artefacts, type, index, model->concepts[i].id))
				append(writer, array, item(writer, model->concepts[i].id, &model->concepts[i].name, &model->concepts[i].description));
	if (type == SDMX_AGENCYSCHEME && sdmx_item_wanted(artefacts, type, index, SDMX_AGENCY))
		append(writer, array, item(writer, SDMX_AGENCY, &agency, NULL));
	for (size_t i = 0; type == SDMX_CATEGORYSCHEME && i < sdmx_category_count(model); i++) {
		const char *id = sdmx_category_id(model, i, &name);
		if (sdmx_item_wanted(artefacts, type, index, id))
			append(writer, array, item(writer, id, name != NULL ? name : &official, NULL));
	}
	return array;
}

static void put_items(struct writer *writer, json_t *object, enum sdmx_artefact type, size_t index, const char *name)
{
	json_t *array = items(writer, type, index);

	if (sdmx_is_partial(writer->artefacts, type, index))
		set(writer, object, "isPartial", json_true());
	if (json_array_size(array) > 0)
		set(writer, object, name, array);
	else
		json_decref(array);
}

/* --- data structures --- */

static const char *const formats[] = {
	[SDMX_TEXT] = "String", [SDMX_NUMBER] = "Double", [SDMX_INTEGER] = "Integer", [SDMX_FLAG] = "Boolean", [SDMX_PERIOD] = "ObservationalTimePeriod",
};

static json_t *component(struct writer *writer, const struct sdmx_component *component)
{
	const struct sdmx_artefacts *artefacts = writer->artefacts;
	json_t *object = json_object();

	set_text(writer, object, "id", component->id);
	set_text(writer, object, "conceptIdentity", arena_printf(artefacts->arena, "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=" SDMX_AGENCY
		":" SDMX_CONCEPTS "(" SDMX_VERSION ").%s", component->concept->id));
	set(writer, object, "localRepresentation", component->type == SDMX_CODED ?
		json_pack("{s:s}", "enumeration", urn(writer, SDMX_CODELIST, (size_t)(component->codelist - artefacts->model->codelists))) :
		json_pack("{s:{s:s}}", "format", "dataType", formats[component->type]));
	return object;
}

static json_t *attribute(struct writer *writer, const struct sdmx_component *is)
{
	json_t *object = component(writer, is);

	set_text(writer, object, "usage", is->mandatory ? "mandatory" : "optional");
	set(writer, object, "attributeRelationship", json_pack("{s:{}}", is->on_dataset ? "dataflow" : "observation"));
	if (is->of_value)
		set(writer, object, "measureRelationship", json_pack("[s]", "OBS_VALUE"));
	return object;
}

static void put_components(struct writer *writer, json_t *object, const struct sdmx_flow *flow)
{
	json_t *dimensions = json_array(), *measures = json_array(), *attributes = json_array(), *time = NULL;

	for (size_t i = 0; i < flow->count; i++) {
		const struct sdmx_component *is = &flow->components[i];
		if (is->role == SDMX_ATTRIBUTE) {
			append(writer, attributes, attribute(writer, is));
			continue;
		}
		json_t *made = component(writer, is);
		if (is->role == SDMX_DIMENSION)
			set(writer, made, "position", json_integer((json_int_t)i));
		if (is->role == SDMX_MEASURE)
			set_text(writer, made, "usage", "optional");
		if (is->role == SDMX_TIME)
			time = made;
		else
			append(writer, is->role == SDMX_DIMENSION ? dimensions : measures, made);
	}
	set(writer, object, "dataStructureComponents", json_pack("{s:{s:s, s:o, s:o}, s:{s:s, s:o}, s:{s:s, s:o}}",
		"dimensionList", "id", "DimensionDescriptor", "dimensions", dimensions, "timeDimension", time,
		"measureList", "id", "MeasureDescriptor", "measures", measures,
		"attributeList", "id", "AttributeDescriptor", "attributes", attributes));
}

/* --- what there is data for --- */

static json_t *key_value(struct writer *writer, const struct sdmx_available_codes *codes)
{
	if (codes->dimension->role == SDMX_TIME)
		return json_pack("{s:s, s:b, s:{s:{s:s, s:b}, s:{s:s, s:b}}}", "id", codes->dimension->id, "include", true, "timeRange",
			"startPeriod", "period", codes->codes[0], "isInclusive", true, "endPeriod", "period", codes->codes[1], "isInclusive", true);
	json_t *values = json_array();
	for (size_t i = 0; i < codes->count; i++)
		append(writer, values, json_string(codes->codes[i]));
	return json_pack("{s:s, s:b, s:o}", "id", codes->dimension->id, "include", true, "values", values);
}

static json_t *count_annotation(const char *id, size_t count, struct arena *arena)
{
	return json_pack("{s:s, s:s, s:s}", "id", id, "type", "sdmx_metrics", "title", arena_printf(arena, "%zu", count));
}

static void put_constraint(struct writer *writer, json_t *object, size_t index)
{
	const struct sdmx_artefacts *artefacts = writer->artefacts;
	const struct sdmx_available *available = sdmx_available_of(artefacts, index);
	json_t *keys = json_array();

	for (size_t i = 0; available != NULL && i < available->dimension_count; i++)
		if (available->dimensions[i].count > 0)
			append(writer, keys, key_value(writer, &available->dimensions[i]));
	set_text(writer, object, "role", "Actual");
	set(writer, object, "constraintAttachment", json_pack("{s:[s]}", artefacts->of_structure ? "dataStructures" : "dataflows",
		urn(writer, artefacts->of_structure ? SDMX_DATASTRUCTURE : SDMX_DATAFLOW, index)));
	if (available != NULL)
		set(writer, object, "annotations", json_pack("[o, o]", count_annotation("series_count", available->series_count, artefacts->arena),
			count_annotation("obs_count", available->observation_count, artefacts->arena)));
	if (json_array_size(keys) > 0)
		set(writer, object, "cubeRegions", json_pack("[{s:b, s:o}]", "include", true, "keyValues", keys));
	else
		json_decref(keys);
}

/* --- the message --- */

static void put_categorisation(struct writer *writer, json_t *object, size_t index)
{
	const struct sdmx_artefacts *artefacts = writer->artefacts;
	const struct sdmx_names *name;
	const char *category = sdmx_category_id(artefacts->model, sdmx_flow_category(artefacts->model, &artefacts->model->flows[index]), &name);

	set_text(writer, object, "source", urn(writer, SDMX_DATAFLOW, index));
	set_text(writer, object, "target", arena_printf(artefacts->arena, "urn:sdmx:org.sdmx.infomodel.categoryscheme.Category=" SDMX_AGENCY
		":FRAMEWORKS(" SDMX_VERSION ").%s", category));
}

static json_t *artefact(struct writer *writer, enum sdmx_artefact type, size_t index)
{
	json_t *object = maintainable(writer, type, index);

	if (sdmx_artefact_detail(writer->artefacts, type, index) != SDMX_FULL)
		return object;
	switch (type) {
	case SDMX_AGENCYSCHEME: put_items(writer, object, type, index, "agencies"); break;
	case SDMX_CATEGORYSCHEME: put_items(writer, object, type, index, "categories"); break;
	case SDMX_CODELIST: put_items(writer, object, type, index, "codes"); break;
	case SDMX_CONCEPTSCHEME: put_items(writer, object, type, index, "concepts"); break;
	case SDMX_CATEGORISATION: put_categorisation(writer, object, index); break;
	case SDMX_DATACONSTRAINT: put_constraint(writer, object, index); break;
	case SDMX_DATAFLOW: set_text(writer, object, "structure", urn(writer, SDMX_DATASTRUCTURE, index)); break;
	case SDMX_DATASTRUCTURE: put_components(writer, object, &writer->artefacts->model->flows[index]); break;
	default: break;
	}
	return object;
}

static json_t *data(struct writer *writer)
{
	static const char *const names[SDMX_ARTEFACTS] = {
		[SDMX_AGENCYSCHEME] = "agencySchemes", [SDMX_CATEGORISATION] = "categorisations", [SDMX_CATEGORYSCHEME] = "categorySchemes",
		[SDMX_CODELIST] = "codelists", [SDMX_CONCEPTSCHEME] = "conceptSchemes", [SDMX_DATACONSTRAINT] = "dataConstraints",
		[SDMX_DATAFLOW] = "dataflows", [SDMX_DATASTRUCTURE] = "dataStructures",
	};
	json_t *object = json_object();

	for (int type = 0; type < SDMX_ARTEFACTS; type++) {
		json_t *list = json_array();
		for (size_t i = 0; i < sdmx_artefact_count(writer->artefacts->model, (enum sdmx_artefact)type); i++)
			if (writer->artefacts->marks[type][i] != SDMX_LEFT_OUT)
				append(writer, list, artefact(writer, (enum sdmx_artefact)type, i));
		if (json_array_size(list) > 0)
			set(writer, object, names[type], list);
		else
			json_decref(list);
	}
	return object;
}

static json_t *meta(struct writer *writer)
{
	const struct sdmx_artefacts *artefacts = writer->artefacts;
	json_t *languages = json_array();

	/* The language of what stands in one language comes first. */
	append(writer, languages, json_string(artefacts->language));
	for (size_t i = 0; i < artefacts->model->language_count; i++)
		if (strcmp(i18n_languages[i].code, artefacts->language) != 0)
			append(writer, languages, json_string(i18n_languages[i].code));
	return json_pack("{s:s, s:s, s:b, s:s, s:o, s:{s:s}}", "schema", SCHEMA, "id", sdmx_message_id(artefacts->arena, artefacts->model), "test", 0,
		"prepared", artefacts->model->made_at, "contentLanguages", languages, "sender", "id", SDMX_AGENCY);
}

static int put(const char *text, size_t length, void *out)
{
	buffer_append(out, text, length);
	return 0;
}

enum err sdmx_write_structure_json(const struct sdmx_artefacts *artefacts, struct buffer *out, struct error *error)
{
	struct writer writer = { .artefacts = artefacts, .whole = true };
	json_t *message = json_object();

	set(&writer, message, "meta", meta(&writer));
	set(&writer, message, "data", data(&writer));
	if (writer.whole && json_dump_callback(message, put, out, JSON_COMPACT) != 0)
		writer.whole = false;
	buffer_putc(out, '\n');
	json_decref(message);
	return writer.whole ? buffer_check(out, error) : error_memory(error);
}
