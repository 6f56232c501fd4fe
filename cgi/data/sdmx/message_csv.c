/*
 * message_csv: SDMX-CSV 2.0. One row an observation; columns in the order of the components, first all dimensions, then measures, then
 * attributes; of several flows each component has one column.
 */
#include <stdint.h>
#include <string.h>

#include "cgi/data/sdmx/message.h"
#include "indicators/base/csv.h"

struct column {
	const struct sdmx_component *component;
	size_t *at;                      /* by set: the component's index, SIZE_MAX where the flow has none */
	const char *last, *name;         /* the code whose name was looked up last: rows share their texts (select.c) */
};

struct table {
	const struct sdmx_selection *selection;
	struct arena *arena;
	struct buffer *out;
	struct column *columns;
	size_t count;
	bool years_only;                 /* no period is shorter than a year: as ISO 8601, years are years */
	struct buffer *pair;             /* a cell that is being put together */
};

/* --- columns --- */

static size_t column_of(const struct table *table, const struct sdmx_component *component)
{
	for (size_t i = 0; i < table->count; i++)
		if (strcmp(table->columns[i].component->id, component->id) == 0)
			return i;
	return table->count;
}

/* A series without figures has no dimension at the observation. */
static bool is_shown(const struct sdmx_selection *selection, const struct sdmx_set *set, size_t at)
{
	return set->shown[at] && !(selection->keys_only && at == set->at);
}

static bool is_dimension(enum sdmx_role role)
{
	return role == SDMX_DIMENSION || role == SDMX_TIME;
}

static void add_columns(struct table *table, enum sdmx_role role)
{
	const struct sdmx_selection *selection = table->selection;

	for (size_t n = 0; n < selection->count; n++) {
		const struct sdmx_set *set = &selection->sets[n];
		for (size_t i = 0; i < set->flow->count; i++) {
			const struct sdmx_component *component = &set->flow->components[i];
			if (!(component->role == role || (is_dimension(role) && is_dimension(component->role))) || !is_shown(selection, set, i))
				continue;
			size_t place = column_of(table, component);
			struct column *column = &table->columns[place];
			if (place == table->count) {
				*column = (struct column){ .component = component, .at = arena_array(table->arena, selection->count, sizeof *column->at) };
				for (size_t k = 0; k < selection->count; k++)
					column->at[k] = SIZE_MAX;
				table->count++;
			}
			column->at[n] = i;
		}
	}
}

static void make_columns(struct table *table)
{
	size_t most = 1;

	for (size_t n = 0; n < table->selection->count; n++)
		most += table->selection->sets[n].flow->count;
	table->columns = arena_array(table->arena, most, sizeof *table->columns);
	add_columns(table, SDMX_DIMENSION);
	add_columns(table, SDMX_MEASURE);
	add_columns(table, SDMX_ATTRIBUTE);
}

/* --- periods as ISO 8601 --- */

static bool all_years(const struct sdmx_selection *selection)
{
	for (size_t n = 0; n < selection->count; n++)
		for (size_t i = 0; i < selection->sets[n].count; i++) {
			struct sdmx_span span;
			const char *period = selection->sets[n].rows[i][selection->sets[n].flow->dimension_count];
			if (sdmx_span_read(period, "", &span, NULL) == ERR_OK && !span.is_year)
				return false;
		}
	return true;
}

/* Where some are shorter than a year, the month in which each ends. */
static const char *normalized(const struct table *table, const char *period, struct sdmx_span *span)
{
	if (table->years_only || sdmx_span_read(period, "", span, NULL) != ERR_OK)
		return period;
	span->last[sizeof "2026-11" - 1] = '\0';
	return span->last;
}

/* --- cells --- */

static void put_pair(const struct table *table, const char *id, const char *name)
{
	const enum sdmx_labels labels = table->selection->ask->accepted.labels;

	if (labels == SDMX_LABELS_BOTH && name != NULL) {
		buffer_clear(table->pair);
		buffer_printf(table->pair, "%s: %s", id, name);
		csv_text(table->out, buffer_text(table->pair));
	} else {
		csv_text(table->out, id);
	}
	if (labels == SDMX_LABELS_NAME)
		csv_text(table->out, name);
}

static const char *name_of(const struct table *table, const struct sdmx_component *component, struct column *column, const char *value)
{
	if (component->type != SDMX_CODED || table->selection->ask->accepted.labels == SDMX_LABELS_ID)
		return NULL;
	if (value != column->last) {
		const struct sdmx_code *code = sdmx_code_find(component->codelist, value);
		column->name = code != NULL ? sdmx_name(&code->name, table->selection->language) : NULL;
		column->last = value;
	}
	return column->name;
}

static void put_value(const struct table *table, const struct sdmx_component *component, struct column *column, const char *value)
{
	struct sdmx_span span;
	const char *name = value != NULL ? name_of(table, component, column, value) : NULL;

	if (value != NULL && component->role == SDMX_TIME && table->selection->ask->accepted.time_format == SDMX_TIME_NORMALIZED)
		value = normalized(table, value, &span);
	put_pair(table, value, name);
}

static void put_header(const struct table *table)
{
	const struct sdmx_accepted *accepted = &table->selection->ask->accepted;

	csv_text(table->out, "STRUCTURE");
	csv_text(table->out, "STRUCTURE_ID");
	if (accepted->labels == SDMX_LABELS_NAME)
		csv_text(table->out, "STRUCTURE_NAME");
	csv_text(table->out, "ACTION");
	if (accepted->keys == SDMX_KEYS_SERIES || accepted->keys == SDMX_KEYS_BOTH)
		csv_text(table->out, "SERIES_KEY");
	if (accepted->keys == SDMX_KEYS_OBS || accepted->keys == SDMX_KEYS_BOTH)
		csv_text(table->out, "OBS_KEY");
	for (size_t i = 0; i < table->count; i++) {
		const struct sdmx_component *component = table->columns[i].component;
		put_pair(table, component->id, sdmx_name(&component->concept->name, table->selection->language));
	}
	csv_end(table->out);
}

static void put_row(const struct table *table, size_t n, size_t row)
{
	const struct sdmx_selection *selection = table->selection;
	const struct sdmx_accepted *accepted = &selection->ask->accepted;
	const struct sdmx_set *set = &selection->sets[n];
	struct arena keys = ARENA_INIT;

	csv_text(table->out, selection->ask->of_structure ? "datastructure" : "dataflow");
	put_pair(table, arena_printf(&keys, "%s:%s(%s)", SDMX_AGENCY, set->flow->id, SDMX_VERSION), sdmx_name(&set->flow->name, selection->language));
	csv_text(table->out, "I");
	if (accepted->keys == SDMX_KEYS_SERIES || accepted->keys == SDMX_KEYS_BOTH)
		csv_text(table->out, sdmx_row_key(&keys, set, row, false));
	if (accepted->keys == SDMX_KEYS_OBS || accepted->keys == SDMX_KEYS_BOTH)
		csv_text(table->out, sdmx_row_key(&keys, set, row, !selection->keys_only || set->at == SDMX_FLAT));
	for (size_t i = 0; i < table->count; i++) {
		size_t at = table->columns[i].at[n];
		const struct sdmx_component *component = at != SIZE_MAX ? &set->flow->components[at] : table->columns[i].component;
		put_value(table, component, &table->columns[i], at != SIZE_MAX ? set->rows[row][at] : NULL);
	}
	csv_end(table->out);
	arena_release(&keys);
}

enum err sdmx_write_csv(const struct sdmx_selection *selection, struct arena *arena, struct buffer *out, struct error *error)
{
	struct buffer pair = BUFFER_INIT(64 * 1024);
	struct table table = { .selection = selection, .arena = arena, .out = out, .years_only = all_years(selection), .pair = &pair };

	make_columns(&table);
	put_header(&table);
	for (size_t n = 0; n < selection->count; n++)
		for (size_t row = 0; row < selection->sets[n].count && out->failure == ERR_OK; row++)
			put_row(&table, n, row);
	buffer_release(&pair);
	return buffer_check(out, error);
}
