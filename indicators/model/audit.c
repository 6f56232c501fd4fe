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

/* The hash that row `first` follows from. ERR_OK with *found false where that row is not there. */
MUST_USE static enum err hash_before(struct database *db, int64_t first, unsigned char previous[static HASH], bool *found, struct error *error)
{
	struct query *query;

	memset(previous, 0, HASH);
	*found = first <= 1;
	if (*found)
		return ERR_OK;
	query = database_query(db, REPORTS_audit_hash_of);
	query_int(query, "id", first - 1);
	if (query_next(query)) {
		size_t length;
		const void *kept = query_column_blob(query, 0, &length);
		*found = length == HASH;
		if (*found)
			memcpy(previous, kept, HASH);
	}
	return query_end(query, error);
}

enum err audit_walk(struct database *db, int64_t first, struct audit_state *state, int64_t *broken, struct error *error)
{
	unsigned char previous[HASH];
	bool found;
	enum err err = hash_before(db, first, previous, &found, error);

	*state = (struct audit_state){ 0 };
	*broken = found ? 0 : first;
	if (err != ERR_OK)
		return err;
	struct query *query = database_query(db, REPORTS_audit_from);
	/* A walk from the beginning looks at what was put before it, too. */
	query_int(query, "first", first == 1 ? INT64_MIN : first);
	while (*broken == 0 && query_next(query)) {
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
		/* ids are consecutive, so a row taken out of the middle shows here, not only by its hash. */
		if (!plain || row.id != first + state->rows || length != HASH || memcmp(kept, hash, HASH) != 0)
			*broken = first + state->rows;
		state->rows++;
		memcpy(previous, hash, HASH);
	}
	sodium_bin2hex(state->last_hash, sizeof state->last_hash, previous, sizeof previous);
	return query_end(query, error);
}

enum err audit_verified(int64_t broken, struct error *error)
{
	if (broken == 0)
		return ERR_OK;
	return error_set(error, ERR_CONFLICT, _("The audit log was changed: row %lld does not follow from the one before it."), (long long)broken);
}

enum err audit_verify(struct database *db, struct audit_state *state, struct error *error)
{
	int64_t broken;
	enum err err = audit_walk(db, 1, state, &broken, error);

	return err != ERR_OK ? err : audit_verified(broken, error);
}
