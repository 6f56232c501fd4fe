/* official: see official.h. Reading of saved extracts is in official_file.c. */
#include "indicators/model/official.h"

#include <jansson.h>
#include <math.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/arena.h"
#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/base/period.h"
#include "indicators/model/audit.h"

#define DIGEST 32
#define VALUE_TEXT_MAX 64
#define AREAS_MAX 1000

struct official_batch {
	struct arena arena;
	struct official_area *areas;
	size_t area_count;
	struct official_value *values;
	size_t count;
	size_t room;
};

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

/* --- storing --- */

/* A number as sources write it; NaN where there is none. A comma in one would be a thousands mark, so it is no number. */
static double number_of(const char *text)
{
	double value;

	return strchr(text, ',') == NULL && number_parse(text, &value) ? value : NAN;
}

static int by_point(const struct official_value *a, const struct official_value *b)
{
	int order = strcmp(a->series, b->series);

	if (order == 0)
		order = strcmp(a->participant, b->participant);
	if (order == 0)
		order = strcmp(a->dims, b->dims);
	return order != 0 ? order : (a->year > b->year) - (a->year < b->year);
}

static int by_all(const void *a_pointer, const void *b_pointer)
{
	const struct official_value *a = a_pointer, *b = b_pointer;
	int order = by_point(a, b);

	if (order == 0)
		order = strcmp(a->value_text, b->value_text);
	if (order == 0)
		order = strcmp(a->nature, b->nature);
	return order != 0 ? order : strcmp(a->units, b->units);
}

static bool same_value(const char *a, const char *b)
{
	double x = number_of(a), y = number_of(b);

	return strcmp(a, b) == 0 || (!isnan(x) && !isnan(y) && x >= y && x <= y);
}

/*
 * Sorts the batch and moves what is to be stored to its front: first every point once, then the further values of points
 * that have one. Returns the number of points; *conflicts that of the further values.
 */
static size_t arrange(struct official_batch *batch, struct official_value **further, size_t *conflicts)
{
	size_t points = 0;

	*conflicts = 0;
	*further = arena_array(&batch->arena, batch->count + 1, sizeof **further);
	if (batch->count > 0)
		qsort(batch->values, batch->count, sizeof *batch->values, by_all);
	for (size_t i = 0; i < batch->count; i++) {
		const struct official_value value = batch->values[i];
		bool known = points > 0 && by_point(&batch->values[points - 1], &value) == 0;
		if (!known) {
			batch->values[points++] = value;
			continue;
		}
		bool repeats = same_value(batch->values[points - 1].value_text, value.value_text);
		for (size_t c = *conflicts; c > 0 && !repeats && by_point(&(*further)[c - 1], &value) == 0; c--)
			repeats = same_value((*further)[c - 1].value_text, value.value_text);
		if (!repeats)
			(*further)[(*conflicts)++] = value;
	}
	batch->count = points;
	return points;
}

static void digest_value(crypto_generichash_state *state, const char *kind, const struct official_value *value)
{
	char year[16];
	snprintf(year, sizeof year, "%d", value->year);
	const char *const texts[] = { kind, value->series, value->participant, value->dims, year, value->value_text, value->nature, value->units };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		/* With its NUL, so that no two rows read alike. */
		crypto_generichash_update(state, (const unsigned char *)texts[i], strlen(texts[i]) + 1);
	}
}

static void digest_of(const struct official_batch *batch, const struct official_value *further, size_t conflicts,
	char text[static DIGEST * 2 + 1])
{
	crypto_generichash_state state;
	unsigned char digest[DIGEST];

	crypto_generichash_init(&state, NULL, 0, DIGEST);
	for (size_t i = 0; i < batch->count; i++)
		digest_value(&state, "value", &batch->values[i]);
	for (size_t i = 0; i < conflicts; i++)
		digest_value(&state, "conflict", &further[i]);
	crypto_generichash_final(&state, digest, DIGEST);
	sodium_bin2hex(text, DIGEST * 2 + 1, digest, DIGEST);
}

/* Whether this content is the newest that is known of its series already; then it fills *stored. */
MUST_USE static enum err find_same(struct database *db, const struct official_vintage *about, const char *digest,
	struct official_stored *stored, bool *same, struct error *error)
{
	struct query *query = database_query(db, REPORTS_official_same);

	query_text(query, "digest", digest);
	query_text(query, "label", about->label);
	query_text(query, "from", about->refetched ? "" : about->label);
	*same = query_next(query);
	if (*same) {
		stored->vintage = query_column_int(query, 0);
		snprintf(stored->label, sizeof stored->label, "%s", query_column_text(query, 1));
		stored->number = query_column_int(query, 2);
	}
	return query_end(query, error);
}

MUST_USE static enum err insert_vintage(struct database *db, const struct official_vintage *about, const char *digest,
	struct official_stored *stored, struct error *error)
{
	char at[CLOCK_TEXT];
	struct query *query = database_query(db, REPORTS_official_next_number);

	clock_text(at);
	query_text(query, "label", about->label);
	if (query_next(query))
		stored->number = query_column_int(query, 0);
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;
	snprintf(stored->label, sizeof stored->label, "%s", about->label);
	query = database_query(db, REPORTS_official_vintage_insert);
	query_text(query, "label", about->label);
	query_int(query, "number", stored->number);
	query_text(query, "source", about->source);
	query_text(query, "origin", about->origin);
	query_text(query, "digest", digest);
	query_text(query, "at", at);
	err = query_run(query, error);
	stored->vintage = database_last_id(db);
	return err;
}

static void bind_point(struct query *query, int64_t vintage, const struct official_value *value)
{
	query_int(query, "vintage", vintage);
	query_text(query, "series", value->series);
	query_text(query, "participant", value->participant);
	query_text(query, "dims", value->dims);
	query_int(query, "year", value->year);
	query_text(query, "value_text", value->value_text);
}

MUST_USE static enum err insert_values(struct database *db, const struct official_batch *batch, const struct official_value *further,
	const struct official_stored *stored, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t i = 0; i < batch->count && err == ERR_OK; i++) {
		struct query *query = database_query(db, REPORTS_official_value_insert);
		bind_point(query, stored->vintage, &batch->values[i]);
		query_real(query, "value", number_of(batch->values[i].value_text));
		query_text(query, "nature", batch->values[i].nature);
		query_text(query, "units", batch->values[i].units);
		err = query_run(query, error);
	}
	for (size_t i = 0; i < stored->conflicts && err == ERR_OK; i++) {
		struct query *query = database_query(db, REPORTS_official_conflict_insert);
		bind_point(query, stored->vintage, &further[i]);
		err = query_run(query, error);
	}
	return err;
}

MUST_USE static enum err note(struct database *db, const struct actor *actor, const struct official_vintage *about, const char *digest,
	const struct official_stored *stored, struct error *error)
{
	char object[64];
	json_t *json = json_pack("{s:I, s:I, s:s, s:s}", "values", (json_int_t)stored->values, "conflicts", (json_int_t)stored->conflicts,
		"origin", about->origin, "digest", digest);
	char *detail = json != NULL ? json_dumps(json, JSON_COMPACT) : NULL;

	snprintf(object, sizeof object, "vintage:%s.%lld", stored->label, (long long)stored->number);
	enum err err = detail == NULL ? error_memory(error) : audit_add(db, actor, "official.store", object, detail, error);
	free(detail);
	json_decref(json);
	return err;
}

enum err official_store(struct official_batch *batch, struct database *db, const struct actor *actor,
	const struct official_vintage *about, struct official_stored *stored, struct error *error)
{
	struct official_value *further;
	char digest[DIGEST * 2 + 1];
	bool same = false;

	*stored = (struct official_stored){ .added = false };
	if (!official_is_label(about->label))
		return error_set_field(error, ERR_INVALID, "vintage", _("A vintage is a month, YYYY-MM, not “%s”."), about->label);
	stored->values = arrange(batch, &further, &stored->conflicts);
	if (stored->values == 0)
		return error_set(error, ERR_INVALID, "%s", _("There are no values for these series and participants; nothing was changed."));
	digest_of(batch, further, stored->conflicts, digest);
	enum err err = database_begin(db, error);
	if (err != ERR_OK)
		return err;
	if ((err = find_same(db, about, digest, stored, &same, error)) != ERR_OK || same)
		goto out;
	if ((err = insert_vintage(db, about, digest, stored, error)) != ERR_OK)
		goto out;
	if ((err = insert_values(db, batch, further, stored, error)) != ERR_OK)
		goto out;
	if ((err = note(db, actor, about, digest, stored, error)) != ERR_OK)
		goto out;
	err = database_commit(db, error);
	stored->added = err == ERR_OK;
out:
	database_rollback(db);
	return err;
}
