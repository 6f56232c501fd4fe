/* sets: which flows a query is about, and whether it can be about them; see select.h. */
#include <stdint.h>
#include <string.h>

#include "cgi/data/sdmx/reference.h"
#include "cgi/data/sdmx/select.h"
#include "cgi/data/sdmx/words.h"
#include "indicators/base/i18n.h"

/* --- what is shown --- */

static bool is_keyword(const char *word)
{
	static const char *const keywords[] = { "all", "none", "dsd", "msd", "dataset", "series", "obs", "*" };

	for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
		if (strcmp(word, keywords[i]) == 0)
			return true;
	return false;
}

/* Every id of the list is one of the flow's components of that role. */
static enum err check_wanted(struct arena *arena, const struct sdmx_flow *flow, const char *ids, enum sdmx_role role, const char *name,
	struct error *error)
{
	for (const char *p = ids; *p != '\0';) {
		size_t length = strcspn(p, ",");
		const char *id = arena_strndup(arena, p, length);
		size_t at = sdmx_component_find(flow, id);
		if (!is_keyword(id) && (at == flow->count || flow->components[at].role != role))
			return error_set_field(error, ERR_INVALID, name, _("The parameter %s: %s has no “%.60s”. There are: %s."), name, flow->id, id,
				sdmx_component_ids(arena, flow, role, ", "));
		p += length + (p[length] == ',');
	}
	return ERR_OK;
}

static bool is_wanted(const struct sdmx_wanted *wanted, const struct sdmx_component *component)
{
	if (wanted->none)
		return false;
	return wanted->all || (component->on_dataset ? wanted->dataset : wanted->observation) || sdmx_is_listed(wanted->ids, component->id);
}

static enum err choose_components(struct arena *arena, const struct sdmx_ask *ask, struct sdmx_set *set, struct error *error)
{
	const struct sdmx_flow *flow = set->flow;
	enum err err = check_wanted(arena, flow, ask->measures.ids, SDMX_MEASURE, "measures", error);

	if (err == ERR_OK)
		err = check_wanted(arena, flow, ask->attributes.ids, SDMX_ATTRIBUTE, "attributes", error);
	set->shown = arena_array(arena, flow->count, sizeof *set->shown);
	for (size_t i = 0; i < flow->count; i++) {
		const struct sdmx_component *component = &flow->components[i];
		set->shown[i] = component->role == SDMX_DIMENSION || component->role == SDMX_TIME ||
			is_wanted(component->role == SDMX_MEASURE ? &ask->measures : &ask->attributes, component);
	}
	return err;
}

static enum err choose_at(struct arena *arena, const struct sdmx_ask *ask, struct sdmx_set *set, struct error *error)
{
	set->at = SDMX_FLAT;
	if (strcmp(ask->at_observation, "AllDimensions") == 0)
		return ERR_OK;
	set->at = sdmx_component_find(set->flow, ask->at_observation);
	if (set->at <= set->flow->dimension_count)
		return ERR_OK;
	return error_set_field(error, ERR_INVALID, "dimensionAtObservation",
		_("%s has no dimension “%.60s”. dimensionAtObservation is one of: TIME_PERIOD, AllDimensions, %s."), set->flow->id, ask->at_observation,
		sdmx_component_ids(arena, set->flow, SDMX_DIMENSION, ", "));
}

/* --- conditions --- */

static enum err find_filtered(struct arena *arena, const struct sdmx_ask *ask, struct sdmx_set *set, struct error *error)
{
	const struct sdmx_flow *flow = set->flow;

	set->filtered = arena_array(arena, ask->filter_count + 1, sizeof *set->filtered);
	for (size_t i = 0; i < ask->filter_count; i++) {
		set->filtered[i] = sdmx_component_find(flow, ask->filters[i].component);
		if (set->filtered[i] == flow->count)
			return error_set_field(error, ERR_INVALID, ask->filters[i].component,
				_("%s has no component “%.60s”. There are: %s, TIME_PERIOD, %s, %s."), flow->id, ask->filters[i].component,
				sdmx_component_ids(arena, flow, SDMX_DIMENSION, ", "), sdmx_component_ids(arena, flow, SDMX_MEASURE, ", "),
				sdmx_component_ids(arena, flow, SDMX_ATTRIBUTE, ", "));
	}
	return ERR_OK;
}

enum err sdmx_bind(const struct sdmx_set *set, const struct sdmx_ask *ask, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < ask->filter_count; i++)
		err = sdmx_filter_bind(&ask->filters[i], &set->flow->components[set->filtered[i]], error);
	return err;
}

static bool in_time(const struct sdmx_ask *ask, const char *period)
{
	struct sdmx_span span;

	if (!ask->has_start && !ask->has_end)
		return true;
	if (sdmx_span_read(period, "", &span, NULL) != ERR_OK)
		return false;
	return (!ask->has_start || strcmp(span.first, ask->start.first) >= 0) && (!ask->has_end || strcmp(span.last, ask->end.last) <= 0);
}

bool sdmx_fits(const struct sdmx_set *set, const struct sdmx_ask *ask, const char *const *values, size_t left_out)
{
	const struct sdmx_flow *flow = set->flow;

	if (!sdmx_keys_fit(&ask->keys, values, left_out))
		return false;
	if (left_out != flow->dimension_count && !in_time(ask, values[flow->dimension_count]))
		return false;
	for (size_t i = 0; i < ask->filter_count; i++) {
		size_t at = set->filtered[i];
		if (at != left_out && !sdmx_filter_passes(&ask->filters[i], &flow->components[at], values[at]))
			return false;
	}
	return true;
}

/* --- the flows --- */

static enum err check_set(struct arena *arena, const struct sdmx_ask *ask, struct sdmx_set *set, struct error *error)
{
	enum err err = sdmx_keys_check(&ask->keys, set->flow, error);

	if (err == ERR_OK)
		err = find_filtered(arena, ask, set, error);
	if (err == ERR_OK)
		err = sdmx_bind(set, ask, error);
	if (err == ERR_OK)
		err = choose_at(arena, ask, set, error);
	return err == ERR_OK ? choose_components(arena, ask, set, error) : err;
}

static enum err no_flow(struct arena *arena, const struct sdmx_model *model, const struct sdmx_ask *ask, const char *id, struct error *error)
{
	const char *ids = sdmx_flow_ids(model, arena);

	if (ask->of_structure)
		return error_set_field(error, ERR_NOT_FOUND, "resourceID", _("There is no data structure “%.60s”. There are: %s."), id, ids);
	return error_set_field(error, ERR_NOT_FOUND, "resourceID", _("There is no dataflow “%.60s”. There are: %s."), id, ids);
}

/* Every id that the path names. */
static enum err check_ids(struct arena *arena, const struct sdmx_model *model, const struct sdmx_ask *ask, struct error *error)
{
	for (const char *p = ask->path.resource; *p != '\0';) {
		size_t length = strcspn(p, ",");
		const char *id = arena_strndup(arena, p, length);
		if (strcmp(id, "*") != 0 && sdmx_flow_find(model, id) == NULL)
			return no_flow(arena, model, ask, id, error);
		p += length + (p[length] == ',');
	}
	return ERR_OK;
}

enum err sdmx_sets(struct arena *arena, const struct sdmx_model *model, const struct sdmx_ask *ask, struct sdmx_set **sets, size_t *count,
	struct error *error)
{
	struct error first = ERROR_INIT;
	enum err err = check_ids(arena, model, ask, error);

	*count = 0;
	*sets = arena_array(arena, model->flow_count + 1, sizeof **sets);
	for (size_t i = 0; err == ERR_OK && i < model->flow_count; i++) {
		struct error why = ERROR_INIT;
		struct sdmx_set *set = &(*sets)[*count];
		if (!sdmx_is_listed(ask->path.resource, model->flows[i].id))
			continue;
		*set = (struct sdmx_set){ .flow = &model->flows[i] };
		if (check_set(arena, ask, set, &why) == ERR_OK)
			(*count)++;
		else if (first.code == ERR_OK)
			first = why;
	}
	/* Of several flows those are left out that the query cannot be about, as long as it can be about one. */
	if (err == ERR_OK && *count == 0 && first.code != ERR_OK) {
		*error = first;
		return first.code;
	}
	return err == ERR_OK && *count == 0 ? no_flow(arena, model, ask, "*", error) : err;
}
