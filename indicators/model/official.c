/* official: see official.h. Gathering; saved extracts are read in official_file.c, a batch is stored in official_store.c. */
#include "indicators/model/official_batch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/period.h"

#define VALUE_TEXT_MAX 64
#define AREAS_MAX 1000

/* --- codes --- */

bool official_code(const char *text, char *code, size_t size)
{
	struct buffer out = BUFFER_INIT(size - 1);
	bool gap = false;

	for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++) {
		bool upper = *p >= 'A' && *p <= 'Z';
		bool plain = upper || (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9');
		if (!plain && *p != '<' && *p != '>') {
			gap = out.length > 0;
			continue;
		}
		if (gap)
			buffer_putc(&out, '_');
		gap = false;
		if (plain)
			buffer_putc(&out, (char)(upper ? *p - 'A' + 'a' : *p));
		else
			buffer_puts(&out, *p == '<' ? "lt" : "gt");
	}
	bool good = out.failure == ERR_OK && out.length > 0;
	snprintf(code, size, "%s", good ? buffer_text(&out) : "");
	buffer_release(&out);
	return good;
}

bool official_dims_add(struct official_dims *dims, const char *name, const char *code)
{
	struct official_dim dim;
	size_t at = dims->count;

	if (dims->count == OFFICIAL_DIMS_MAX || !official_code(name, dim.name, sizeof dim.name) || !official_code(code, dim.code, sizeof dim.code))
		return false;
	for (size_t i = 0; i < dims->count; i++) {
		int order = strcmp(dim.name, dims->dims[i].name);
		if (order == 0)
			return false;
		if (order < 0 && i < at)
			at = i;
	}
	memmove(&dims->dims[at + 1], &dims->dims[at], (dims->count - at) * sizeof dim);
	dims->dims[at] = dim;
	dims->count++;
	return true;
}

void official_dims_text(const struct official_dims *dims, struct buffer *text)
{
	for (size_t i = 0; i < dims->count; i++)
		buffer_printf(text, "%s%s=%s", i > 0 ? ";" : "", dims->dims[i].name, dims->dims[i].code);
}

bool official_is_label(const char *text)
{
	struct period period;

	return strlen(text) == OFFICIAL_LABEL - 1 && period_parse(text, &period, NULL) == ERR_OK && period.frequency == PERIOD_MONTH;
}

/* --- gathering --- */

enum err official_open(struct official_batch **out, struct database *db, struct error *error)
{
	struct official_batch *batch = calloc(1, sizeof *batch);

	*out = NULL;
	if (batch == NULL)
		return error_memory(error);
	batch->areas = arena_array(&batch->arena, AREAS_MAX, sizeof *batch->areas);
	struct query *query = database_query(db, REPORTS_official_participants);
	while (batch->area_count < AREAS_MAX && query_next(query)) {
		struct official_area *area = &batch->areas[batch->area_count++];
		area->code = arena_strdup(&batch->arena, query_column_text(query, 0));
		area->m49 = (int)query_column_int(query, 1);
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && batch->area_count == 0)
		err = error_set(error, ERR_CONFLICT, "%s",
			_("There are no participants yet, so no values would be kept. Add them first: monitor participant load FILE"));
	if (err != ERR_OK) {
		official_close(batch);
		return err;
	}
	*out = batch;
	return ERR_OK;
}

void official_close(struct official_batch *batch)
{
	if (batch == NULL)
		return;
	free(batch->values);
	arena_release(&batch->arena);
	free(batch);
}

const struct official_area *official_areas(const struct official_batch *batch, size_t *count)
{
	*count = batch->area_count;
	return batch->areas;
}

const struct official_area *official_area(const struct official_batch *batch, const char *text)
{
	bool digits = *text != '\0' && strlen(text) <= 6 && strspn(text, "0123456789") == strlen(text);
	long number = digits ? strtol(text, NULL, 10) : -1;

	for (size_t i = 0; i < batch->area_count; i++)
		if (number == batch->areas[i].m49 || strcmp(text, batch->areas[i].code) == 0)
			return &batch->areas[i];
	return NULL;
}

/* What is wrong with a value as a point of a series; NULL when nothing is. */
static const char *mistake(const struct official_value *value, const char **field)
{
	static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
	size_t length = strlen(value->series);

	*field = "series";
	if (length == 0 || length > OFFICIAL_CODE_MAX || strspn(value->series, allowed) != length)
		return N_("The series must be a code such as VC_HTF_DETV.");
	*field = "year";
	if (value->year < PERIOD_YEAR_MIN || value->year > PERIOD_YEAR_MAX)
		return N_("The year must be a year such as 2020.");
	*field = "value";
	if (strlen(value->value_text) > VALUE_TEXT_MAX)
		return N_("The value is too long to be a number.");
	for (const unsigned char *p = (const unsigned char *)value->value_text; *p != '\0'; p++)
		if (*p < 0x20 || *p == 0x7F || strchr("@|!\"'`{}\\", *p) != NULL)
			return N_("The value has characters that no number has.");
	/* The text goes into tables that people open in spreadsheets, which would compute it. */
	if (value->value_text[0] == '=' || (strchr("+-", value->value_text[0]) != NULL && strspn(value->value_text, "+-0123456789.eE") != strlen(value->value_text)))
		return N_("The value has characters that no number has.");
	return NULL;
}

enum err official_add(struct official_batch *batch, const struct official_value *value, struct error *error)
{
	const char *field;
	const char *sentence = mistake(value, &field);

	if (sentence != NULL)
		return error_set_field(error, ERR_INVALID, field, "%s", i18n_text(sentence));
	const struct official_area *area = official_area(batch, value->participant);
	if (area == NULL)
		return error_set_field(error, ERR_INVALID, "area", _("%s is no participant."), value->participant);
	if (batch->count >= OFFICIAL_VALUES_MAX)
		return error_set(error, ERR_TOO_LARGE, _("There are more than %zu values; that cannot be right."), OFFICIAL_VALUES_MAX);
	if (batch->count == batch->room) {
		size_t room = batch->room == 0 ? 1024 : batch->room * 2;
		struct official_value *values = realloc(batch->values, room * sizeof *values);
		if (values == NULL)
			return error_memory(error);
		batch->values = values;
		batch->room = room;
	}
	batch->values[batch->count++] = (struct official_value){
		.series = arena_strdup(&batch->arena, value->series),
		.participant = area->code,
		.dims = arena_strdup(&batch->arena, value->dims),
		.year = value->year,
		.value_text = arena_strdup(&batch->arena, value->value_text),
		.nature = arena_strdup(&batch->arena, value->nature),
		.units = arena_strdup(&batch->arena, value->units),
	};
	return ERR_OK;
}

size_t official_count(const struct official_batch *batch)
{
	return batch->count;
}

enum err official_series(struct database *db, struct arena *arena, const char ***codes, size_t *count, struct error *error)
{
	struct query *query = database_query(db, REPORTS_official_series_codes);

	*codes = NULL;
	*count = 0;
	while (query_next(query)) {
		*codes = arena_grow(arena, *codes, *count, sizeof **codes);
		(*codes)[(*count)++] = arena_strdup(arena, query_column_text(query, 0));
	}
	return query_end(query, error);
}
