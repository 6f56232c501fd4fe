/* schema: see schema.h. */
#include "cgi/data/sdmx/schema.h"

#include <stdint.h>
#include <string.h>

#include "cgi/data/sdmx/message.h"
#include "cgi/data/sdmx/words.h"
#include "cgi/data/sdmx/xml.h"
#include "indicators/base/i18n.h"

#define SCHEMAS "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"
#define FLAT SIZE_MAX

struct writer {
	const struct sdmx_flow *flow;
	size_t at;             /* index of the dimension at the observation; FLAT: all are */
	struct arena *arena;
	struct xml xml;
};

static void put_import(struct writer *writer, const char *name, const char *location)
{
	xml_open(&writer->xml, "xs:import");
	xml_attribute(&writer->xml, "namespace", name);
	xml_attribute(&writer->xml, "schemaLocation", location);
	xml_close(&writer->xml);
}

/* The codes that a component takes, as a type of the component's name. */
static void put_codes(struct writer *writer, const struct sdmx_component *component)
{
	xml_open(&writer->xml, "xs:simpleType");
	xml_attribute(&writer->xml, "name", component->id);
	xml_open(&writer->xml, "xs:restriction");
	xml_attribute(&writer->xml, "base", "xs:string");
	for (size_t i = 0; i < component->codelist->count; i++) {
		xml_open(&writer->xml, "xs:enumeration");
		xml_attribute(&writer->xml, "value", component->codelist->codes[i].id);
		xml_close(&writer->xml);
	}
	xml_close(&writer->xml);
	xml_close(&writer->xml);
}

static const char *type_of(struct writer *writer, const struct sdmx_component *component)
{
	switch (component->type) {
	case SDMX_CODED: return arena_printf(writer->arena, "ns:%s", component->id);
	case SDMX_NUMBER: return "xs:double";
	case SDMX_INTEGER: return "xs:integer";
	case SDMX_FLAG: return "xs:boolean";
	case SDMX_PERIOD: return "common:ObservationalTimePeriodType";
	case SDMX_TEXT: break;
	}
	return "xs:string";
}

static void put_attribute(struct writer *writer, const struct sdmx_component *component, const char *use)
{
	xml_open(&writer->xml, "xs:attribute");
	xml_attribute(&writer->xml, "name", component->id);
	if (strcmp(use, "prohibited") != 0)
		xml_attribute(&writer->xml, "type", type_of(writer, component));
	xml_attribute(&writer->xml, "use", use);
	xml_close(&writer->xml);
}

/* <xs:complexType name="…"><xs:complexContent><xs:restriction base="dsd:…"><xs:sequence>, and annotations, which may come first everywhere. */
static void open_type(struct writer *writer, const char *name)
{
	xml_open(&writer->xml, "xs:complexType");
	xml_attribute(&writer->xml, "name", name);
	xml_open(&writer->xml, "xs:complexContent");
	xml_open(&writer->xml, "xs:restriction");
	xml_attribute(&writer->xml, "base", arena_printf(writer->arena, "dsd:%s", name));
	xml_open(&writer->xml, "xs:sequence");
	xml_open(&writer->xml, "xs:element");
	xml_attribute(&writer->xml, "ref", "common:Annotations");
	xml_attribute(&writer->xml, "minOccurs", "0");
	xml_close(&writer->xml);
}

static void close_type(struct writer *writer)
{
	for (int i = 0; i < 3; i++)
		xml_close(&writer->xml);
}

/* An element without a namespace, as the base has them; as often as one likes. */
static void put_element(struct writer *writer, const char *name, const char *type)
{
	xml_open(&writer->xml, "xs:element");
	xml_attribute(&writer->xml, "name", name);
	xml_attribute(&writer->xml, "type", arena_printf(writer->arena, "ns:%s", type));
	xml_attribute(&writer->xml, "form", "unqualified");
	xml_attribute(&writer->xml, "minOccurs", "0");
	xml_attribute(&writer->xml, "maxOccurs", "unbounded");
	xml_close(&writer->xml);
}

static void put_data_set(struct writer *writer)
{
	open_type(writer, "DataSetType");
	xml_open(&writer->xml, "xs:choice");
	xml_attribute(&writer->xml, "minOccurs", "0");
	xml_attribute(&writer->xml, "maxOccurs", "unbounded");
	put_element(writer, "Atts", "AttsType");
	if (writer->at == FLAT)
		put_element(writer, "Obs", "ObsType");
	else
		put_element(writer, "Series", "SeriesType");
	xml_close(&writer->xml);
	xml_close(&writer->xml);
	close_type(writer);
}

/* What every observation of the data set shares. */
static void put_atts(struct writer *writer)
{
	const struct sdmx_flow *flow = writer->flow;

	open_type(writer, "AttsType");
	xml_close(&writer->xml);
	for (size_t i = 0; i < flow->count; i++)
		if (flow->components[i].on_dataset)
			put_attribute(writer, &flow->components[i], "optional");
	put_attribute(writer, &flow->components[flow->dimension_count], "prohibited");
	close_type(writer);
}

/* Dimensions: those of the type are required; the base knows TIME_PERIOD, which has to be ruled out where it is not. */
static void put_dimensions(struct writer *writer, bool of_observation)
{
	for (size_t i = 0; i <= writer->flow->dimension_count; i++) {
		bool here = writer->at == FLAT ? of_observation : (i == writer->at) == of_observation;
		if (here || i == writer->flow->dimension_count)
			put_attribute(writer, &writer->flow->components[i], here ? "required" : "prohibited");
	}
}

static void put_series(struct writer *writer)
{
	open_type(writer, "SeriesType");
	put_element(writer, "Obs", "ObsType");
	xml_close(&writer->xml);
	put_dimensions(writer, false);
	close_type(writer);
}

/* A message need not have all measures and attributes. */
static void put_observation(struct writer *writer)
{
	const struct sdmx_flow *flow = writer->flow;

	open_type(writer, "ObsType");
	xml_close(&writer->xml);
	put_dimensions(writer, true);
	for (size_t i = flow->dimension_count + 1; i < flow->count; i++)
		if (!flow->components[i].on_dataset)
			put_attribute(writer, &flow->components[i], "optional");
	close_type(writer);
}

enum err sdmx_write_schema(struct arena *arena, const struct sdmx_flow *flow, bool of_structure, const char *at_observation,
	struct buffer *out, struct error *error)
{
	struct writer writer = { .flow = flow, .at = FLAT, .arena = arena };
	const char *name = sdmx_data_namespace(arena, flow, of_structure, at_observation);

	if (strcmp(at_observation, "AllDimensions") != 0 && (writer.at = sdmx_component_find(flow, at_observation)) > flow->dimension_count)
		return error_set_field(error, ERR_INVALID, "dimensionAtObservation",
			_("The parameter dimensionAtObservation cannot be “%.60s”. It is AllDimensions or one of: %s, TIME_PERIOD."), at_observation,
			sdmx_component_ids(arena, flow, SDMX_DIMENSION, ", "));
	xml_begin(&writer.xml, out);
	xml_open(&writer.xml, "xs:schema");
	xml_attribute(&writer.xml, "targetNamespace", name);
	xml_attribute(&writer.xml, "xmlns:xs", "http://www.w3.org/2001/XMLSchema");
	xml_attribute(&writer.xml, "xmlns:ns", name);
	xml_attribute(&writer.xml, "xmlns:dsd", SCHEMAS "data/structurespecific");
	xml_attribute(&writer.xml, "xmlns:common", SCHEMAS "common");
	put_import(&writer, SCHEMAS "data/structurespecific", "SDMXDataStructureSpecific.xsd");
	put_import(&writer, SCHEMAS "common", "SDMXCommon.xsd");
	for (size_t i = 0; i < flow->count; i++)
		if (flow->components[i].type == SDMX_CODED)
			put_codes(&writer, &flow->components[i]);
	put_data_set(&writer);
	put_atts(&writer);
	if (writer.at != FLAT)
		put_series(&writer);
	put_observation(&writer);
	xml_end(&writer.xml);
	return buffer_check(out, error);
}
