/* rows: reads the observations of a dataflow; see model.h. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cgi/data/sdmx/model.h"
#include "indicators/base/number.h"
#include "snapshot_statements.h"

struct cell {
	char number[NUMBER_TEXT];
	size_t hint;                     /* where the last code stood: it often comes again */
};

struct sdmx_reader {
	struct sdmx_rows rows;
	const struct sdmx_flow *flow;
	struct query *query;
	const char **values;
	struct cell *cells;
	const char *unknown;             /* a component that has a code of no codelist: the snapshot contradicts itself */
};

static const size_t statements[] = {
	[SDMX_ANSWERS] = SNAPSHOT_sdmx_answers, [SDMX_BREAKDOWNS] = SNAPSHOT_sdmx_cells, [SDMX_REGIONAL] = SNAPSHOT_sdmx_regional,
	[SDMX_DOMAINS] = SNAPSHOT_sdmx_scores, [SDMX_ITEMS] = SNAPSHOT_sdmx_item_regional, [SDMX_COVERAGE] = SNAPSHOT_sdmx_coverage,
	[SDMX_COMPLIANCE] = SNAPSHOT_sdmx_compliance, [SDMX_OFFICIAL] = SNAPSHOT_sdmx_official,
	[SDMX_PROGRESS] = SNAPSHOT_sdmx_progress,
};

struct sdmx_rows *sdmx_rows_open(const struct sdmx_flow *flow, struct database *snapshot, struct arena *arena)
{
	struct sdmx_reader *reader = arena_alloc(arena, sizeof *reader);

	reader->flow = flow;
	reader->values = arena_array(arena, flow->count, sizeof *reader->values);
	reader->cells = arena_array(arena, flow->count, sizeof *reader->cells);
	reader->query = database_query(snapshot, statements[flow->kind]);
	if (flow->framework != NULL)
		query_text(reader->query, "framework", flow->framework);
	reader->rows = (struct sdmx_rows){ .values = reader->values, .reader = reader };
	return &reader->rows;
}

/* The id of a catalogue's code of that length; NULL where there is none. */
static const char *code(const struct sdmx_codelist *codelist, struct cell *cell, const char *origin, size_t length)
{
	for (size_t i = 0; i < codelist->count; i++) {
		size_t place = (cell->hint + i) % codelist->count;
		const char *known = codelist->codes[place].origin;
		if (strncmp(known, origin, length) == 0 && known[length] == '\0') {
			cell->hint = place;
			return codelist->codes[place].id;
		}
	}
	return NULL;
}

/* What "sex=female;age=lt18y" says of a dimension; "" where it says nothing. */
static const char *dims_part(const char *dims, const char *dimension, size_t *length)
{
	size_t name = strlen(dimension);

	for (const char *p = dims; *p != '\0';) {
		size_t whole = strcspn(p, ";");
		if (whole > name && p[name] == '=' && strncmp(p, dimension, name) == 0) {
			*length = whole - name - 1;
			return p + name + 1;
		}
		p += whole + (p[whole] == ';');
	}
	*length = 0;
	return "";
}

static const char *dimension_value(struct sdmx_reader *reader, const struct sdmx_component *component, struct cell *cell)
{
	const char *text = query_column_text(reader->query, component->column), *value = "";
	size_t length = 0;

	if (text == NULL)
		text = "";
	if (reader->flow->kind != SDMX_BREAKDOWNS) {
		value = dims_part(text, component->dimension, &length);
	} else if (strcmp(text, component->dimension) == 0) {
		value = query_column_text(reader->query, component->column + 1);
		length = strlen(value);
	}
	return code(component->codelist, cell, value, length);
}

static const char *value_of(struct sdmx_reader *reader, const struct sdmx_component *component, struct cell *cell)
{
	if (component->constant != NULL)
		return component->constant;
	if (component->dimension != NULL)
		return dimension_value(reader, component, cell);
	if (query_column_is_null(reader->query, component->column))
		return NULL;
	if (component->type == SDMX_NUMBER) {
		number_text(query_column_real(reader->query, component->column), cell->number);
		return cell->number;
	}
	if (component->type == SDMX_INTEGER) {
		snprintf(cell->number, sizeof cell->number, "%" PRId64, query_column_int(reader->query, component->column));
		return cell->number;
	}
	if (component->type == SDMX_FLAG)
		return query_column_int(reader->query, component->column) != 0 ? "true" : "false";
	const char *text = query_column_text(reader->query, component->column);
	if (component->type == SDMX_CODED)
		return code(component->codelist, cell, text, strlen(text));
	return *text == '\0' ? NULL : text;
}

bool sdmx_rows_next(struct sdmx_rows *rows)
{
	struct sdmx_reader *reader = rows->reader;

	if (reader->unknown != NULL || !query_next(reader->query))
		return false;
	for (size_t i = 0; i < reader->flow->count; i++) {
		reader->values[i] = value_of(reader, &reader->flow->components[i], &reader->cells[i]);
		if (reader->values[i] == NULL && i <= reader->flow->dimension_count)
			reader->unknown = reader->flow->components[i].id;
	}
	return reader->unknown == NULL;
}

enum err sdmx_rows_end(struct sdmx_rows *rows, struct error *error)
{
	struct sdmx_reader *reader = rows->reader;
	enum err err = query_end(reader->query, error);

	if (err == ERR_OK && reader->unknown != NULL)
		err = error_set(error, ERR_INTERNAL, "The snapshot has a figure of %s whose %s is in none of its catalogues.", reader->flow->id, reader->unknown);
	return err;
}
