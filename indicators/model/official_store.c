/* official_store: a gathered batch as one vintage in the database; see official.h. */
#include <jansson.h>
#include <math.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/model/audit.h"
#include "indicators/model/official_batch.h"

#define DIGEST 32

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
