/* audit: see audit.h. */
#include "indicators/model/audit.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"

#define HASH 32

static void add(crypto_generichash_state *state, const char *text)
{
	size_t length = strlen(text);
	unsigned char prefix[8];

	for (size_t i = 0; i < sizeof prefix; i++)
		prefix[i] = (unsigned char)((uint64_t)length >> (8 * i));
	crypto_generichash_update(state, prefix, sizeof prefix);
	crypto_generichash_update(state, (const unsigned char *)text, length);
}

struct row {
	int64_t id;
	const char *at;
	int64_t actor; /* 0 for none */
	const char *texts[5]; /* actor_name, action, object, detail, address */
};

static void row_hash(const unsigned char previous[static HASH], const struct row *row, unsigned char hash[static HASH])
{
	crypto_generichash_state state;
	char number[32];

	crypto_generichash_init(&state, NULL, 0, HASH);
	crypto_generichash_update(&state, previous, HASH);
	snprintf(number, sizeof number, "%" PRId64, row->id);
	add(&state, number);
	add(&state, row->at);
	number[0] = '\0';
	if (row->actor != 0)
		snprintf(number, sizeof number, "%" PRId64, row->actor);
	add(&state, number);
	for (size_t i = 0; i < sizeof row->texts / sizeof *row->texts; i++)
		add(&state, row->texts[i]);
	crypto_generichash_final(&state, hash, HASH);
}

enum err audit_add(struct database *db, const struct actor *actor, const char *action, const char *object,
	const char *detail, struct error *error)
{
	char at[CLOCK_TEXT];
	unsigned char previous[HASH] = { 0 };
	unsigned char hash[HASH];
	struct row row = { .id = 1, .at = at, .actor = actor->person,
		.texts = { actor->name, action, object, detail, actor->address } };

	if (!database_in_transaction(db))
		return error_set(error, ERR_INTERNAL, "The audit log is written within the transaction of what it tells of.");
	clock_text(at);
	struct query *query = database_query(db, REPORTS_audit_last);
	if (query_next(query)) {
		size_t length;
		const void *last = query_column_blob(query, 1, &length);
		row.id = query_column_int(query, 0) + 1;
		if (length == HASH)
			memcpy(previous, last, HASH);
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;
	row_hash(previous, &row, hash);

	query = database_query(db, REPORTS_audit_insert);
	query_int(query, "id", row.id);
	query_text(query, "at", at);
	if (actor->person != 0)
		query_int(query, "actor", actor->person);
	query_text(query, "actor_name", actor->name);
	query_text(query, "action", action);
	query_text(query, "object", object);
	query_text(query, "detail", detail);
	query_text(query, "address", actor->address);
	query_blob(query, "hash", hash, sizeof hash);
	return query_run(query, error);
}

enum err audit_verify(struct database *db, struct audit_state *state, struct error *error)
{
	unsigned char previous[HASH] = { 0 };
	int64_t broken = 0;
	struct query *query = database_query(db, REPORTS_audit_all);

	state->rows = 0;
	while (broken == 0 && query_next(query)) {
		unsigned char hash[HASH];
		size_t length;
		struct row row = { .id = query_column_int(query, 0), .at = query_column_text(query, 1),
			.actor = query_column_int(query, 2) };

		/* What the hash cannot tell apart: nobody from person 0, and a text from one that goes on behind a NUL. */
		bool plain = query_column_is_null(query, 2) || row.actor != 0;
		for (int i = 0; i < 5; i++) {
			row.texts[i] = query_column_text(query, 3 + i);
			query_column_blob(query, 3 + i, &length);
			plain = plain && length == strlen(row.texts[i]);
		}
		const void *kept = query_column_blob(query, 8, &length);
		row_hash(previous, &row, hash);
		state->rows++;
		/* ids are consecutive, so a row taken out of the middle shows here, not only by its hash. */
		if (!plain || row.id != state->rows || length != HASH || memcmp(kept, hash, HASH) != 0)
			broken = state->rows;
		memcpy(previous, hash, HASH);
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;
	sodium_bin2hex(state->last_hash, sizeof state->last_hash, previous, sizeof previous);
	if (broken != 0)
		return error_set(error, ERR_CONFLICT,
			_("The audit log was changed: row %lld does not follow from the one before it."), (long long)broken);
	return ERR_OK;
}

enum err audit_page(struct database *db, struct arena *arena, size_t skip, size_t most, struct audit_row **rows, size_t *count,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_audit_page);

	*count = 0;
	*rows = arena_array(arena, most, sizeof **rows);
	query_int(query, "most", (int64_t)most);
	query_int(query, "skip", (int64_t)skip);
	while (*count < most && query_next(query)) {
		struct audit_row *row = &(*rows)[(*count)++];

		row->id = query_column_int(query, 0);
		row->at = arena_strdup(arena, query_column_text(query, 1));
		row->actor = arena_strdup(arena, query_column_text(query, 2));
		row->action = arena_strdup(arena, query_column_text(query, 3));
		row->object = arena_strdup(arena, query_column_text(query, 4));
		row->detail = arena_strdup(arena, query_column_text(query, 5));
		row->address = arena_strdup(arena, query_column_text(query, 6));
	}
	return query_end(query, error);
}
