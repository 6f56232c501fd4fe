/*
 * message_json: SDMX-JSON 2.0. Dimensions, codes and the attributes of a whole data set are indexes into the values that occur, listed in the
 * structure; numbers and texts of observations stand as they are.
 */
#include <stdint.h>
#include <string.h>

#include "cgi/data/sdmx/message.h"

#define SCHEMA "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json"

/* The values of one component that occur, in the order in which they do. */
struct values {
	const char **list;
	size_t count, room;
	size_t *place;                   /* by index in the codelist: where in the list it is, from 1; 0: nowhere */
	const char *last;                /* what was looked for last, and where it was: rows share their texts (select.c) */
	size_t last_place;
};

struct dataset {
	const struct sdmx_selection *selection;
	const struct sdmx_set *set;
	struct arena *arena;
	struct buffer *out;
	struct values *values;           /* by component; only of what is indexed */
};

/* --- values --- */

static bool is_indexed(const struct sdmx_component *component)
{
	return component->role == SDMX_DIMENSION || component->role == SDMX_TIME || component->type == SDMX_CODED || component->on_dataset;
}

/* Where the value is in the list; added when it is new. */
static size_t find_place(struct arena *arena, const struct sdmx_component *component, struct values *values, const char *value)
{
	const struct sdmx_code *code = component->type == SDMX_CODED ? sdmx_code_find(component->codelist, value) : NULL;

	if (code != NULL && values->place == NULL)
		values->place = arena_array(arena, component->codelist->count, sizeof *values->place);
	if (code != NULL && values->place[code - component->codelist->codes] > 0)
		return values->place[code - component->codelist->codes] - 1;
	/* Periods are few; the last one is the likeliest. */
	for (size_t i = values->count; code == NULL && i > 0; i--)
		if (strcmp(values->list[i - 1], value) == 0)
			return i - 1;
	if (values->count == values->room) {
		const char **list = arena_array(arena, values->room * 2 + 16, sizeof *list);
		if (values->count > 0)
			memcpy(list, values->list, values->count * sizeof *list);
		values->list = list;
		values->room = values->room * 2 + 16;
	}
	values->list[values->count++] = value;
	if (code != NULL)
		values->place[code - component->codelist->codes] = values->count;
	return values->count - 1;
}

static size_t place_of(struct arena *arena, const struct sdmx_component *component, struct values *values, const char *value)
{
	if (value != values->last) {
		values->last_place = find_place(arena, component, values, value);
		values->last = value;
	}
	return values->last_place;
}

static void collect_values(struct dataset *dataset)
{
	const struct sdmx_flow *flow = dataset->set->flow;

	dataset->values = arena_array(dataset->arena, flow->count, sizeof *dataset->values);
	for (size_t row = 0; row < dataset->set->count; row++)
		for (size_t i = 0; i < flow->count; i++)
			if (dataset->set->shown[i] && is_indexed(&flow->components[i]) && dataset->set->rows[row][i] != NULL)
				place_of(dataset->arena, &flow->components[i], &dataset->values[i], dataset->set->rows[row][i]);
}

/* --- JSON: what is put next has a comma before it unless it is the first of its object or array, or the value of a name --- */

static void put_next(struct buffer *out, const char *text)
{
	if (out->length > 0 && strchr("{[:", out->data[out->length - 1]) == NULL)
		buffer_putc(out, ',');
	buffer_puts(out, text);
}

/* A name and its value, which is JSON, or begins as an object or array. */
static void put_raw(struct buffer *out, const char *name, const char *json)
{
	put_next(out, "\"");
	buffer_printf(out, "%s\":%s", name, json);
}

static void put_member(struct buffer *out, const char *name, const char *text)
{
	put_raw(out, name, "");
	sdmx_put_json(out, text);
}

/* --- the structure --- */

static void put_period(struct buffer *out, const char *period)
{
	struct sdmx_span span;

	put_next(out, "{");
	put_member(out, "value", period);
	if (sdmx_span_read(period, "", &span, NULL) == ERR_OK)
		buffer_printf(out, ",\"start\":\"%sT00:00:00Z\",\"end\":\"%sT23:59:59Z\"", span.first, span.last);
	buffer_putc(out, '}');
}

static void put_values(const struct dataset *dataset, size_t at)
{
	const struct sdmx_component *component = &dataset->set->flow->components[at];
	const struct values *values = &dataset->values[at];
	struct buffer *out = dataset->out;

	put_raw(out, "values", "[");
	for (size_t i = 0; i < values->count; i++) {
		const struct sdmx_code *code = component->type == SDMX_CODED ? sdmx_code_find(component->codelist, values->list[i]) : NULL;
		if (component->role == SDMX_TIME) {
			put_period(out, values->list[i]);
			continue;
		}
		put_next(out, "{");
		put_member(out, component->type == SDMX_CODED ? "id" : "value", values->list[i]);
		if (component->type == SDMX_CODED)
			put_member(out, "name", code != NULL ? sdmx_name(&code->name, dataset->selection->language) : values->list[i]);
		buffer_putc(out, '}');
	}
	buffer_putc(out, ']');
}

static const char *data_type(enum sdmx_type type)
{
	switch (type) {
	case SDMX_CODED:
	case SDMX_TEXT: return "String";
	case SDMX_NUMBER: return "Double";
	case SDMX_INTEGER: return "Integer";
	case SDMX_FLAG: return "Boolean";
	case SDMX_PERIOD: return "ObservationalTimePeriod";
	}
	return "String";
}

/* Components that the cross-domain concepts know: what tools draw maps and axes by. */
static bool is_role(const char *id)
{
	static const char *const roles[] = { "TIME_PERIOD", "FREQ", "REF_AREA", "UNIT_MEASURE", "OBS_STATUS", "CONF_STATUS", "SEX", "AGE" };

	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (strcmp(id, roles[i]) == 0)
			return true;
	return false;
}

static const char *relationship(const struct sdmx_component *attribute)
{
	return attribute->on_dataset ? "{\"dataflow\":{}}" :
		attribute->of_value ? "{\"observation\":{},\"measures\":[\"OBS_VALUE\"]}" : "{\"observation\":{}}";
}

static void put_component(const struct dataset *dataset, size_t at)
{
	const struct sdmx_component *component = &dataset->set->flow->components[at];
	struct buffer *out = dataset->out;

	put_next(out, "{");
	put_member(out, "id", component->id);
	put_member(out, "name", sdmx_name(&component->concept->name, dataset->selection->language));
	if (component->role == SDMX_DIMENSION || component->role == SDMX_TIME)
		buffer_printf(out, ",\"keyPosition\":%zu", at);
	if (is_role(component->id))
		buffer_printf(out, ",\"roles\":[\"%s\"]", component->id);
	if (component->role == SDMX_ATTRIBUTE) {
		put_raw(out, "isMandatory", component->mandatory ? "true" : "false");
		put_raw(out, "relationship", relationship(component));
	}
	if (component->type != SDMX_CODED)
		buffer_printf(out, ",\"format\":{\"dataType\":\"%s\"}", data_type(component->type));
	if (is_indexed(component) && dataset->values[at].count > 0)
		put_values(dataset, at);
	buffer_putc(out, '}');
}

enum level { ON_DATASET, ON_SERIES, ON_OBSERVATION, LEVELS };

/* Where a component is in this message. */
static enum level level_of(const struct sdmx_set *set, size_t at)
{
	const struct sdmx_component *component = &set->flow->components[at];

	if (component->role == SDMX_DIMENSION || component->role == SDMX_TIME)
		return set->at == SDMX_FLAT || at == set->at ? ON_OBSERVATION : ON_SERIES;
	return component->on_dataset ? ON_DATASET : ON_OBSERVATION;
}

static bool has_role(const struct sdmx_component *component, enum sdmx_role role)
{
	return component->role == role || (role == SDMX_DIMENSION && component->role == SDMX_TIME);
}

static void put_components(const struct dataset *dataset, enum sdmx_role role, enum level level)
{
	static const char *const names[LEVELS] = { "dataSet", "series", "observation" };
	const struct sdmx_set *set = dataset->set;

	put_raw(dataset->out, names[level], "[");
	for (size_t i = 0; i < set->flow->count; i++)
		if (set->shown[i] && has_role(&set->flow->components[i], role) && level_of(set, i) == level &&
			!(dataset->selection->keys_only && i == set->at))
			put_component(dataset, i);
	buffer_putc(dataset->out, ']');
}

/* The components of a role by level, from the first on which the standard has such. */
static void put_roles(const struct dataset *dataset, const char *name, enum sdmx_role role, enum level first)
{
	put_raw(dataset->out, name, "{");
	for (enum level level = first; level < LEVELS; level++)
		put_components(dataset, role, level);
	buffer_putc(dataset->out, '}');
}

static void put_link(struct buffer *out, const char *urn, const char *rel)
{
	put_next(out, "{");
	put_member(out, "urn", urn);
	put_member(out, "rel", rel);
	buffer_putc(out, '}');
}

static void put_links(const struct dataset *dataset, bool of_dataset)
{
	put_raw(dataset->out, "links", "[");
	put_link(dataset->out, sdmx_flow_urn(dataset->arena, dataset->set->flow), "dataflow");
	if (!of_dataset)
		put_link(dataset->out, sdmx_structure_urn(dataset->arena, dataset->set->flow), "datastructure");
	buffer_putc(dataset->out, ']');
}

static void put_structure(const struct dataset *dataset, size_t index)
{
	struct buffer *out = dataset->out;

	put_next(out, "{");
	put_member(out, "name", sdmx_name(&dataset->set->flow->name, dataset->selection->language));
	put_links(dataset, false);
	buffer_printf(out, ",\"dataSets\":[%zu]", index);
	put_roles(dataset, "dimensions", SDMX_DIMENSION, ON_DATASET);
	put_roles(dataset, "measures", SDMX_MEASURE, ON_OBSERVATION);
	put_roles(dataset, "attributes", SDMX_ATTRIBUTE, ON_DATASET);
	buffer_putc(out, '}');
}

/* --- the data --- */

/* "0:3:1": indexes of the dimensions of that level. */
static void put_key(const struct dataset *dataset, size_t row, enum level level)
{
	const struct sdmx_set *set = dataset->set;
	bool any = false;

	put_next(dataset->out, "\"");
	for (size_t i = 0; i <= set->flow->dimension_count; i++) {
		if (level_of(set, i) != level)
			continue;
		buffer_printf(dataset->out, "%s%zu", any ? ":" : "",
			place_of(dataset->arena, &set->flow->components[i], &dataset->values[i], set->rows[row][i]));
		any = true;
	}
	buffer_puts(dataset->out, "\":");
}

static void put_value(const struct dataset *dataset, size_t row, size_t at)
{
	const struct sdmx_component *component = &dataset->set->flow->components[at];
	const char *value = dataset->set->rows[row][at];

	put_next(dataset->out, value == NULL ? "null" : "");
	if (value == NULL)
		return;
	if (is_indexed(component))
		buffer_printf(dataset->out, "%zu", place_of(dataset->arena, component, &dataset->values[at], value));
	else if (component->type == SDMX_NUMBER || component->type == SDMX_INTEGER || component->type == SDMX_FLAG)
		buffer_puts(dataset->out, value);
	else
		sdmx_put_json(dataset->out, value);
}

/* Measures and attributes of one level. */
static void put_figures(const struct dataset *dataset, size_t row, enum level level)
{
	const struct sdmx_set *set = dataset->set;

	buffer_putc(dataset->out, '[');
	for (size_t i = set->flow->dimension_count + 1; i < set->flow->count; i++)
		if (set->shown[i] && level_of(set, i) == level)
			put_value(dataset, row, i);
	buffer_putc(dataset->out, ']');
}

static void put_observation(const struct dataset *dataset, size_t row)
{
	put_key(dataset, row, ON_OBSERVATION);
	put_figures(dataset, row, ON_OBSERVATION);
}

static void put_flat(const struct dataset *dataset)
{
	put_raw(dataset->out, "observations", "{");
	for (size_t row = 0; row < dataset->set->count && dataset->out->failure == ERR_OK; row++)
		put_observation(dataset, row);
	buffer_putc(dataset->out, '}');
}

static void put_series(const struct dataset *dataset)
{
	const struct sdmx_set *set = dataset->set;
	struct buffer *out = dataset->out;

	put_raw(out, "series", "{");
	for (size_t row = 0; row < set->count && out->failure == ERR_OK; row++) {
		if (row == 0 || !sdmx_same_series(set, row - 1, row)) {
			buffer_puts(out, row > 0 ? "}}" : "");
			put_key(dataset, row, ON_SERIES);
			buffer_puts(out, "{\"observations\":{");
		}
		if (!dataset->selection->keys_only)
			put_observation(dataset, row);
	}
	buffer_puts(out, "}}}");
}

static void put_dataset(const struct dataset *dataset, size_t index)
{
	struct buffer *out = dataset->out;

	put_next(out, "{");
	buffer_printf(out, "\"structure\":%zu", index);
	put_member(out, "action", "Information");
	put_links(dataset, true);
	put_raw(out, "attributes", "");
	put_figures(dataset, 0, ON_DATASET);
	if (dataset->set->at == SDMX_FLAT)
		put_flat(dataset);
	else
		put_series(dataset);
	buffer_putc(out, '}');
}

static void put_meta(const struct sdmx_selection *selection, struct arena *arena, struct buffer *out)
{
	put_raw(out, "meta", "{");
	put_member(out, "schema", SCHEMA);
	put_member(out, "id", sdmx_message_id(arena, selection->model));
	put_raw(out, "test", "false");
	put_member(out, "prepared", selection->model->made_at);
	put_raw(out, "contentLanguages", "[");
	sdmx_put_json(out, selection->language);
	buffer_putc(out, ']');
	put_raw(out, "sender", "{\"id\":\"" SDMX_AGENCY "\"}}");
}

enum err sdmx_write_json(const struct sdmx_selection *selection, struct arena *arena, struct buffer *out, struct error *error)
{
	struct dataset *datasets = arena_array(arena, selection->count, sizeof *datasets);

	buffer_putc(out, '{');
	put_meta(selection, arena, out);
	put_raw(out, "data", "{\"structures\":[");
	for (size_t n = 0; n < selection->count; n++) {
		datasets[n] = (struct dataset){ .selection = selection, .set = &selection->sets[n], .arena = arena, .out = out };
		collect_values(&datasets[n]);
		put_structure(&datasets[n], n);
	}
	buffer_puts(out, "],\"dataSets\":[");
	for (size_t n = 0; n < selection->count; n++)
		put_dataset(&datasets[n], n);
	buffer_puts(out, "]}}\n");
	return buffer_check(out, error);
}
