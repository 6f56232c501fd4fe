/* select_available: what there is data for; see select.h. */
#include <stdint.h>
#include <string.h>

#include "cgi/data/sdmx/reference.h"
#include "cgi/data/sdmx/select.h"
#include "cgi/data/sdmx/words.h"
#include "indicators/base/i18n.h"

/* What occurs in one flow, while its rows are read. */
struct tally {
	const struct sdmx_set *set;
	const struct sdmx_ask *ask;
	struct arena *arena;
	bool **occurs;             /* by dimension, by code of its codelist */
	const char *from, *to;     /* of TIME_PERIOD */
	const char **last;         /* key of the last series counted */
	size_t series, observations;
};

static void note_time(struct tally *tally, const char *period)
{
	struct sdmx_span there, from, to;

	if (sdmx_span_read(period, "", &there, NULL) != ERR_OK)
		return;
	if (tally->from == NULL || (sdmx_span_read(tally->from, "", &from, NULL) == ERR_OK && strcmp(there.first, from.first) < 0))
		tally->from = arena_strdup(tally->arena, period);
	if (tally->to == NULL || (sdmx_span_read(tally->to, "", &to, NULL) == ERR_OK && strcmp(there.last, to.last) > 0))
		tally->to = arena_strdup(tally->arena, period);
}

static void note_code(struct tally *tally, size_t dimension, const char *const *values)
{
	const struct sdmx_flow *flow = tally->set->flow;

	if (dimension == flow->dimension_count) {
		note_time(tally, values[dimension]);
		return;
	}
	const struct sdmx_codelist *codelist = flow->components[dimension].codelist;
	const struct sdmx_code *code = sdmx_code_find(codelist, values[dimension]);
	if (code != NULL)
		tally->occurs[dimension][code - codelist->codes] = true;
}

/* Rows of one series stand together, so a series is new when its key is another than the last. */
static void count_series(struct tally *tally, const char *const *values)
{
	const struct sdmx_flow *flow = tally->set->flow;
	bool same = tally->observations > 0;

	for (size_t i = 0; same && i < flow->dimension_count; i++)
		same = strcmp(tally->last[i], values[i]) == 0;
	tally->observations++;
	if (same)
		return;
	tally->series++;
	for (size_t i = 0; i < flow->dimension_count; i++)
		tally->last[i] = arena_strdup(tally->arena, values[i]);
}

static void note_row(struct tally *tally, const char *const *values)
{
	bool fits = sdmx_fits(tally->set, tally->ask, values, SIZE_MAX);

	if (fits)
		count_series(tally, values);
	/* mode=available: what could be chosen of a dimension, all other choices kept. */
	for (size_t i = 0; i <= tally->set->flow->dimension_count; i++)
		if (fits || (tally->ask->available && sdmx_fits(tally->set, tally->ask, values, i)))
			note_code(tally, i, values);
}

static void write_codes(const struct tally *tally, size_t dimension, struct sdmx_available_codes *codes)
{
	const struct sdmx_component *component = &tally->set->flow->components[dimension];

	codes->dimension = component;
	if (component->role == SDMX_TIME) {
		codes->codes = arena_array(tally->arena, 2, sizeof *codes->codes);
		codes->codes[0] = tally->from;
		codes->codes[1] = tally->to;
		codes->count = tally->from != NULL ? 2 : 0;
		return;
	}
	codes->codes = arena_array(tally->arena, component->codelist->count, sizeof *codes->codes);
	for (size_t i = 0; i < component->codelist->count; i++)
		if (tally->occurs[dimension][i])
			codes->codes[codes->count++] = component->codelist->codes[i].id;
}

static enum err read_available(struct arena *arena, struct database *snapshot, const struct sdmx_ask *ask, const struct sdmx_set *set,
	struct sdmx_available *available, struct error *error)
{
	const struct sdmx_flow *flow = set->flow;
	struct tally tally = { .set = set, .ask = ask, .arena = arena, .occurs = arena_array(arena, flow->dimension_count, sizeof *tally.occurs),
		.last = arena_array(arena, flow->dimension_count, sizeof *tally.last) };
	enum err err = sdmx_bind(set, ask, error);

	if (err != ERR_OK)
		return err;
	for (size_t i = 0; i < flow->dimension_count; i++)
		tally.occurs[i] = arena_array(arena, flow->components[i].codelist->count, sizeof **tally.occurs);
	struct sdmx_rows *rows = sdmx_rows_open(flow, snapshot, arena);
	while (sdmx_rows_next(rows))
		note_row(&tally, rows->values);
	err = sdmx_rows_end(rows, error);
	*available = (struct sdmx_available){ .flow = flow, .series_count = tally.series, .observation_count = tally.observations,
		.dimensions = arena_array(arena, flow->dimension_count + 1, sizeof *available->dimensions) };
	for (size_t i = 0; i <= flow->dimension_count; i++)
		if (sdmx_is_listed(ask->path.component, flow->components[i].id))
			write_codes(&tally, i, &available->dimensions[available->dimension_count++]);
	return err;
}

static bool has_any(const struct sdmx_available *available)
{
	for (size_t i = 0; i < available->dimension_count; i++)
		if (available->dimensions[i].count > 0)
			return true;
	return false;
}

/* Every component that the path names is a dimension of one of the flows. */
static enum err check_components(struct arena *arena, const struct sdmx_ask *ask, const struct sdmx_set *sets, size_t count, struct error *error)
{
	enum err err = sdmx_list_check(ask->path.component, "componentId", error);

	for (const char *p = ask->path.component; err == ERR_OK && *p != '\0';) {
		size_t length = strcspn(p, ",");
		const char *id = arena_strndup(arena, p, length);
		bool known = strcmp(id, "*") == 0;
		for (size_t i = 0; i < count && !known; i++)
			known = sdmx_component_find(sets[i].flow, id) <= sets[i].flow->dimension_count;
		if (!known)
			err = error_set_field(error, ERR_NOT_FOUND, "componentId", _("%s has no dimension “%.60s”. There are: %s, TIME_PERIOD."), sets[0].flow->id,
				id, sdmx_component_ids(arena, sets[0].flow, SDMX_DIMENSION, ", "));
		p += length + (p[length] == ',');
	}
	return err;
}

enum err sdmx_select_available(struct arena *arena, struct database *snapshot, const struct sdmx_model *model, struct sdmx_ask *ask,
	struct sdmx_available **list, size_t *count, struct error *error)
{
	struct sdmx_set *sets;
	size_t set_count;
	enum err err = sdmx_sets(arena, model, ask, &sets, &set_count, error);

	*count = 0;
	*list = arena_array(arena, model->flow_count + 1, sizeof **list);
	if (err == ERR_OK)
		err = check_components(arena, ask, sets, set_count, error);
	for (size_t i = 0; err == ERR_OK && i < set_count; i++) {
		struct sdmx_available *available = &(*list)[*count];
		err = read_available(arena, snapshot, ask, &sets[i], available, error);
		/* With mode=available there may be no such data now, but data for another choice. */
		if (available->observation_count > 0 || has_any(available))
			(*count)++;
	}
	if (err == ERR_OK && *count == 0)
		return error_set(error, ERR_NOT_FOUND, "%s", _("No observation fits this query."));
	return err;
}
