/*
 * message_ml: SDMX-ML 3.0, structure-specific data. One data set for each flow, its observations in series or, flat, by themselves. The
 * attributes of the whole data set stand in one Atts element.
 */
#include <string.h>

#include "cgi/data/sdmx/message.h"
#include "cgi/data/sdmx/xml.h"

#define SCHEMAS "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"

static const char *at_observation(const struct sdmx_set *set)
{
	return set->at == SDMX_FLAT ? "AllDimensions" : set->flow->components[set->at].id;
}

static void put_header(const struct sdmx_selection *selection, struct arena *arena, struct xml *xml)
{
	bool of_structure = selection->ask->of_structure;

	xml_open(xml, "mes:Header");
	xml_element(xml, "mes:ID", sdmx_message_id(arena, selection->model));
	xml_element(xml, "mes:Test", "false");
	xml_element(xml, "mes:Prepared", selection->model->made_at);
	xml_open(xml, "mes:Sender");
	xml_attribute(xml, "id", SDMX_AGENCY);
	xml_close(xml);
	for (size_t n = 0; n < selection->count; n++) {
		const struct sdmx_set *set = &selection->sets[n];
		xml_open(xml, "mes:Structure");
		xml_attribute(xml, "structureID", set->flow->id);
		xml_attribute(xml, "namespace", sdmx_data_namespace(arena, set->flow, of_structure, at_observation(set)));
		xml_attribute(xml, "dimensionAtObservation", at_observation(set));
		if (of_structure)
			xml_element(xml, "com:Structure", sdmx_structure_urn(arena, set->flow));
		else
			xml_element(xml, "com:StructureUsage", sdmx_flow_urn(arena, set->flow));
		xml_close(xml);
	}
	xml_element(xml, "mes:DataSetAction", "Information");
	xml_element(xml, "mes:Extracted", selection->model->made_at);
	xml_close(xml);
}

/* The dimensions that the series has (`within` false), or those that its observations have. */
static void put_dimensions(const struct sdmx_set *set, size_t row, bool within, struct xml *xml)
{
	for (size_t i = 0; i <= set->flow->dimension_count; i++)
		if (set->at == SDMX_FLAT || (i == set->at) == within)
			xml_attribute(xml, set->flow->components[i].id, set->rows[row][i]);
}

static void put_observation(const struct sdmx_set *set, size_t row, struct xml *xml)
{
	xml_open(xml, "Obs");
	put_dimensions(set, row, true, xml);
	for (size_t i = set->flow->dimension_count + 1; i < set->flow->count; i++)
		if (set->shown[i] && !set->flow->components[i].on_dataset)
			xml_attribute(xml, set->flow->components[i].id, set->rows[row][i]);
	xml_close(xml);
}

static void put_attributes(const struct sdmx_set *set, struct xml *xml)
{
	bool open = false;

	for (size_t i = set->flow->dimension_count + 1; i < set->flow->count; i++) {
		if (!set->shown[i] || !set->flow->components[i].on_dataset || set->rows[0][i] == NULL)
			continue;
		if (!open)
			xml_open(xml, "Atts");
		open = true;
		xml_attribute(xml, set->flow->components[i].id, set->rows[0][i]);
	}
	if (open)
		xml_close(xml);
}

static void put_observations(const struct sdmx_selection *selection, const struct sdmx_set *set, struct xml *xml)
{
	for (size_t row = 0; row < set->count && xml->out->failure == ERR_OK; row++) {
		if (set->at == SDMX_FLAT) {
			put_observation(set, row, xml);
			continue;
		}
		if (row == 0 || !sdmx_same_series(set, row - 1, row)) {
			if (row > 0)
				xml_close(xml);
			xml_open(xml, "Series");
			put_dimensions(set, row, false, xml);
		}
		if (!selection->keys_only)
			put_observation(set, row, xml);
	}
	if (set->at != SDMX_FLAT)
		xml_close(xml);
}

enum err sdmx_write_ml(const struct sdmx_selection *selection, struct arena *arena, struct buffer *out, struct error *error)
{
	struct xml xml;

	xml_begin(&xml, out);
	xml_open(&xml, "mes:StructureSpecificData");
	xml_attribute(&xml, "xmlns:mes", SCHEMAS "message");
	xml_attribute(&xml, "xmlns:com", SCHEMAS "common");
	xml_attribute(&xml, "xmlns:ss", SCHEMAS "data/structurespecific");
	xml_attribute(&xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
	for (size_t n = 0; n < selection->count; n++)
		xml_attribute(&xml, arena_printf(arena, "xmlns:ns%zu", n + 1),
			sdmx_data_namespace(arena, selection->sets[n].flow, selection->ask->of_structure, at_observation(&selection->sets[n])));
	put_header(selection, arena, &xml);
	for (size_t n = 0; n < selection->count; n++) {
		const struct sdmx_set *set = &selection->sets[n];
		xml_open(&xml, "mes:DataSet");
		xml_attribute(&xml, "ss:structureRef", set->flow->id);
		xml_attribute(&xml, "xsi:type", arena_printf(arena, "ns%zu:DataSetType", n + 1));
		xml_attribute(&xml, "ss:action", "Information");
		put_attributes(set, &xml);
		put_observations(selection, set, &xml);
		xml_close(&xml);
	}
	xml_end(&xml);
	return buffer_check(out, error);
}
