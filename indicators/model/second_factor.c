/* second_factor: see second_factor.h. */
#include "indicators/model/second_factor.h"

#include <inttypes.h>
#include <liboath/oath.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/model/change.h"

#define RECOVERY_LETTERS 16

/* What is easily read and typed: no 0 and o, no 1, i and l. */
static const char recovery_alphabet[] = "abcdefghjkmnpqrstuvwxyz23456789";

struct factor {
	bool there, on, begun;
	unsigned char key[FACTOR_KEY];
	int64_t last_step, wrong_in_a_row, recovery_left;
};

/* --- codes --- */

enum err second_factor_code(const unsigned char key[static FACTOR_KEY], time_t at, unsigned digits, char code[static 9], struct error *error)
{
	code[0] = '\0';
	if (digits < 6 || digits > 8)
		return error_set(error, ERR_INTERNAL, "A code has 6 to 8 digits, not %u.", digits);
	int failed = oath_init();
	if (failed == OATH_OK)
		failed = oath_totp_generate((const char *)key, FACTOR_KEY, at, FACTOR_STEP, OATH_TOTP_DEFAULT_START_TIME, digits, code);
	return failed == OATH_OK ? ERR_OK : error_set(error, ERR_INTERNAL, "liboath: %s", oath_strerror(failed));
}

/* The step of the code, if it is one of now and newer than `after`; else 0. Takes as long for every code of six digits. */
MUST_USE static enum err step_of(const unsigned char key[static FACTOR_KEY], const char *digits, int64_t after, int64_t *step, struct error *error)
{
	int64_t now = clock_now() / FACTOR_STEP;
	enum err err = ERR_OK;

	*step = 0;
	for (int64_t i = now - FACTOR_DRIFT; err == ERR_OK && i <= now + FACTOR_DRIFT; i++) {
		char code[9];

		err = second_factor_code(key, (time_t)(i * FACTOR_STEP), FACTOR_DIGITS, code, error);
		if (err == ERR_OK && sodium_memcmp(code, digits, FACTOR_DIGITS) == 0 && i > after)
			*step = i;
		sodium_memzero(code, sizeof code);
	}
	return err;
}

/* Without blanks and hyphens, in lower case; "" where it is too long for any code. */
static void normal_code(const char *typed, char code[static RECOVERY_LETTERS + 1])
{
	size_t length = 0;

	for (const char *p = typed; *p != '\0'; p++) {
		if (*p == ' ' || *p == '-')
			continue;
		if (length == RECOVERY_LETTERS) {
			length = 0;
			break;
		}
		code[length++] = *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p;
	}
	code[length] = '\0';
}

static bool is_digits(const char *code)
{
	return strlen(code) == FACTOR_DIGITS && strspn(code, "0123456789") == FACTOR_DIGITS;
}

static void recovery_hash(const char letters[static RECOVERY_LETTERS], unsigned char hash[static 32])
{
	crypto_generichash(hash, 32, (const unsigned char *)letters, RECOVERY_LETTERS, NULL, 0);
}

/* --- reading --- */

MUST_USE static enum err read_factor(struct database *db, struct arena *arena, int64_t person, struct factor *factor, const char **on_since,
	struct error *error)
{
	char since[CLOCK_TEXT];
	struct query *query = database_query(db, REPORTS_second_factor);

	*factor = (struct factor){ 0 };
	clock_text_in(-FACTOR_BEGUN, since);
	query_int(query, "person", person);
	if (query_next(query)) {
		size_t length;
		const void *key = query_column_blob(query, 0, &length);

		factor->there = key != NULL && length == FACTOR_KEY;
		if (factor->there)
			memcpy(factor->key, key, FACTOR_KEY);
		factor->on = factor->there && !query_column_is_null(query, 2);
		if (on_since != NULL)
			*on_since = factor->on ? arena_strdup(arena, query_column_text(query, 2)) : NULL;
		factor->last_step = query_column_int(query, 3);
		factor->wrong_in_a_row = query_column_int(query, 4);
		factor->recovery_left = query_column_int(query, 5);
		factor->begun = factor->there && !factor->on && factor->wrong_in_a_row < FACTOR_BEGUN_WRONG &&
			strcmp(query_column_text(query, 1), since) > 0;
	}
	return query_end(query, error);
}

enum err second_factor_state(struct database *db, struct arena *arena, int64_t person, struct second_factor *state, struct error *error)
{
	struct factor factor;

	*state = (struct second_factor){ 0 };
	enum err err = read_factor(db, arena, person, &factor, &state->on_since, error);
	state->begun = factor.begun;
	state->recovery_left = factor.recovery_left;
	sodium_memzero(&factor, sizeof factor);
	return err;
}

/* --- what the steps share --- */

MUST_USE static enum err run_for(struct database *db, size_t statement, int64_t person, struct error *error)
{
	struct query *query = database_query(db, statement);

	query_int(query, "person", person);
	return query_run(query, error);
}

MUST_USE static enum err note(struct database *db, const struct actor *actor, const char *action, int64_t person, const char *detail,
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	enum err err = audit_add(db, actor, action, arena_printf(&arena, "person:%" PRId64, person), detail, error);

	arena_release(&arena);
	return err;
}

static enum err is_off(struct error *error)
{
	return error_set(error, ERR_CONFLICT, "%s", _("The second factor is off. Open the page anew."));
}

/* --- turning it on --- */

enum err second_factor_begin(struct database *db, const struct actor *actor, char text[static FACTOR_KEY_TEXT], struct error *error)
{
	unsigned char key[FACTOR_KEY];
	char now[CLOCK_TEXT];
	char *base32 = NULL;
	bool own = false;
	enum err err = change_begin(db, &own, error);

	text[0] = '\0';
	randombytes_buf(key, sizeof key);
	clock_text(now);
	if (err != ERR_OK)
		goto out;
	struct query *query = database_query(db, REPORTS_second_factor_begin);
	query_int(query, "person", actor->person);
	query_blob(query, "key", key, sizeof key);
	query_text(query, "now", now);
	err = query_run(query, error);
	if (err == ERR_OK && database_changes(db) == 0)
		err = error_set(error, ERR_CONFLICT, "%s", _("The second factor is on already. Turn it off first, to set it up on another device."));
	if (err == ERR_OK)
		err = note(db, actor, "factor.begin", actor->person, "", error);
	if (err == ERR_OK && (oath_init() != OATH_OK || oath_base32_encode((const char *)key, sizeof key, &base32, NULL) != OATH_OK))
		err = error_memory(error);
out:
	err = change_end(db, own, err, error);
	if (err == ERR_OK && base32 != NULL && strlen(base32) < FACTOR_KEY_TEXT)
		memcpy(text, base32, strlen(base32) + 1);
	if (base32 != NULL)
		sodium_memzero(base32, strlen(base32));
	free(base32);
	sodium_memzero(key, sizeof key);
	return err;
}

/* Within the caller's transaction: ten new ones instead of those that were there. */
MUST_USE static enum err make_codes(struct database *db, int64_t person, struct recovery_codes *codes, struct error *error)
{
	char now[CLOCK_TEXT];
	enum err err = run_for(db, REPORTS_recovery_code_delete, person, error);

	clock_text(now);
	for (size_t i = 0; err == ERR_OK && i < RECOVERY_CODES; i++) {
		char letters[RECOVERY_LETTERS];
		unsigned char hash[32];
		char *out = codes->texts[i];

		for (size_t k = 0; k < RECOVERY_LETTERS; k++) {
			letters[k] = recovery_alphabet[randombytes_uniform(sizeof recovery_alphabet - 1)];
			if (k > 0 && k % 4 == 0)
				*out++ = '-';
			*out++ = letters[k];
		}
		*out = '\0';
		recovery_hash(letters, hash);
		struct query *query = database_query(db, REPORTS_recovery_code_insert);
		query_int(query, "person", person);
		query_blob(query, "code_hash", hash, sizeof hash);
		query_text(query, "now", now);
		err = query_run(query, error);
		sodium_memzero(letters, sizeof letters);
	}
	return err;
}

MUST_USE static enum err turn_on(struct database *db, int64_t person, int64_t step, struct error *error)
{
	char now[CLOCK_TEXT];
	struct query *query = database_query(db, REPORTS_second_factor_on);

	clock_text(now);
	query_int(query, "person", person);
	query_int(query, "step", step);
	query_text(query, "now", now);
	return query_run(query, error);
}

enum err second_factor_confirm(struct database *db, const struct actor *actor, const char *typed, struct recovery_codes *codes,
	struct error *error)
{
	char code[RECOVERY_LETTERS + 1];
	struct factor factor = { 0 };
	int64_t step = 0;
	bool own = false;
	enum err err = change_begin(db, &own, error);

	*codes = (struct recovery_codes){ 0 };
	normal_code(typed, code);
	if (err == ERR_OK)
		err = read_factor(db, NULL, actor->person, &factor, NULL, error);
	if (err == ERR_OK && factor.on)
		err = error_set(error, ERR_CONFLICT, "%s", _("The second factor is on already."));
	if (err == ERR_OK && !factor.begun)
		err = error_set(error, ERR_CONFLICT, "%s", _("The key that you were shown is no longer good, or there was none. Begin anew."));
	if (err == ERR_OK && is_digits(code))
		err = step_of(factor.key, code, factor.last_step, &step, error);
	if (err == ERR_OK && step == 0) {
		/* That a code was wrong is kept, so this is committed. */
		err = change_end(db, own, run_for(db, REPORTS_second_factor_wrong, actor->person, error), error);
		sodium_memzero(&factor, sizeof factor);
		return err != ERR_OK ? err : error_set_field(error, ERR_DENIED, "code", "%s",
			_("This is not the code of the key that you were shown. Enter the six digits that the application shows now; the telephone's clock must be right."));
	}
	if (err == ERR_OK)
		err = turn_on(db, actor->person, step, error);
	if (err == ERR_OK)
		err = make_codes(db, actor->person, codes, error);
	if (err == ERR_OK)
		err = note(db, actor, "factor.on", actor->person, "", error);
	err = change_end(db, own, err, error);
	if (err != ERR_OK)
		sodium_memzero(codes, sizeof *codes);
	sodium_memzero(&factor, sizeof factor);
	return err;
}

/* --- while it is on --- */

enum err second_factor_renew(struct database *db, const struct actor *actor, struct recovery_codes *codes, struct error *error)
{
	struct factor factor = { 0 };
	bool own = false;
	enum err err = change_begin(db, &own, error);

	*codes = (struct recovery_codes){ 0 };
	if (err == ERR_OK)
		err = read_factor(db, NULL, actor->person, &factor, NULL, error);
	if (err == ERR_OK && !factor.on)
		err = is_off(error);
	if (err == ERR_OK)
		err = make_codes(db, actor->person, codes, error);
	if (err == ERR_OK)
		err = note(db, actor, "factor.codes", actor->person, "", error);
	err = change_end(db, own, err, error);
	if (err != ERR_OK)
		sodium_memzero(codes, sizeof *codes);
	sodium_memzero(&factor, sizeof factor);
	return err;
}

/* Within the caller's transaction. *removed: whether it had been on, or begun. */
MUST_USE static enum err forget(struct database *db, int64_t person, bool *removed, struct error *error)
{
	enum err err = run_for(db, REPORTS_second_factor_delete, person, error);

	*removed = err == ERR_OK && database_changes(db) > 0;
	if (err == ERR_OK)
		err = run_for(db, REPORTS_recovery_code_delete, person, error);
	if (err == ERR_OK)
		err = run_for(db, REPORTS_half_session_delete, person, error);
	return err;
}

enum err second_factor_end(struct database *db, const struct actor *actor, struct error *error)
{
	bool removed = false;
	bool own = false;
	enum err err = change_begin(db, &own, error);

	if (err == ERR_OK)
		err = forget(db, actor->person, &removed, error);
	if (err == ERR_OK && !removed)
		err = is_off(error);
	if (err == ERR_OK)
		err = note(db, actor, "factor.off", actor->person, "", error);
	return change_end(db, own, err, error);
}

enum err second_factor_reset(struct database *db, const struct actor *actor, int64_t id, struct error *error)
{
	struct arena arena = ARENA_INIT;
	const unsigned char none[32] = { 0 };
	struct person person;
	bool removed = false;
	bool own = false;
	enum err err = change_begin(db, &own, error);

	if (err == ERR_OK)
		err = person_by_id(db, &arena, id, &person, error);
	if (err == ERR_OK)
		err = forget(db, id, &removed, error);
	if (err == ERR_OK && !removed)
		err = error_set(error, ERR_CONFLICT, _("%s has no second factor, so there is nothing to take away."), person.email);
	if (err != ERR_OK)
		goto out;
	struct query *query = database_query(db, REPORTS_session_delete_others);
	query_int(query, "person", id);
	query_blob(query, "token_hash", none, sizeof none);
	if ((err = query_run(query, error)) == ERR_OK)
		err = note(db, actor, "factor.reset", id, "", error);
out:
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

/* --- a code at the sign-in --- */

MUST_USE static enum err take_recovery(struct database *db, const struct actor *actor, int64_t person, const char *code, int64_t left,
	enum factor_verdict *verdict, struct error *error)
{
	struct arena arena = ARENA_INIT;
	unsigned char hash[32];
	char now[CLOCK_TEXT];
	struct query *query = database_query(db, REPORTS_recovery_code_use);

	recovery_hash(code, hash);
	clock_text(now);
	query_int(query, "person", person);
	query_blob(query, "code_hash", hash, sizeof hash);
	query_text(query, "now", now);
	enum err err = query_run(query, error);
	if (err == ERR_OK && database_changes(db) > 0) {
		*verdict = FACTOR_RIGHT;
		err = run_for(db, REPORTS_second_factor_right, person, error);
		if (err == ERR_OK)
			err = note(db, actor, "factor.recovery", person, arena_printf(&arena, "{\"left\":%" PRId64 "}", left - 1), error);
	}
	arena_release(&arena);
	return err;
}

MUST_USE static enum err take_digits(struct database *db, int64_t person, const struct factor *factor, const char *code,
	enum factor_verdict *verdict, struct error *error)
{
	int64_t step;
	enum err err = step_of(factor->key, code, factor->last_step, &step, error);

	if (err != ERR_OK || step == 0)
		return err;
	struct query *query = database_query(db, REPORTS_second_factor_take);
	query_int(query, "person", person);
	query_int(query, "step", step);
	err = query_run(query, error);
	if (err == ERR_OK && database_changes(db) > 0)
		*verdict = FACTOR_RIGHT;
	return err;
}

enum err second_factor_take(struct database *db, const struct actor *actor, int64_t person, const char *typed, enum factor_verdict *verdict,
	struct error *error)
{
	char code[RECOVERY_LETTERS + 1];
	struct factor factor;

	*verdict = FACTOR_WRONG;
	if (!database_in_transaction(db))
		return error_set(error, ERR_INTERNAL, "A code is used up within the transaction of what it opens.");
	normal_code(typed, code);
	enum err err = read_factor(db, NULL, person, &factor, NULL, error);
	if (err == ERR_OK && factor.on && is_digits(code) && factor.wrong_in_a_row >= FACTOR_MOST_WRONG)
		*verdict = FACTOR_LOCKED;
	else if (err == ERR_OK && factor.on && is_digits(code))
		err = take_digits(db, person, &factor, code, verdict, error);
	else if (err == ERR_OK && factor.on && strlen(code) == RECOVERY_LETTERS)
		err = take_recovery(db, actor, person, code, factor.recovery_left, verdict, error);
	if (err == ERR_OK && *verdict == FACTOR_WRONG)
		err = run_for(db, REPORTS_second_factor_wrong, person, error);
	sodium_memzero(&factor, sizeof factor);
	sodium_memzero(code, sizeof code);
	return err;
}

enum err second_factor_refused(enum factor_verdict verdict, struct error *error)
{
	return error_set_field(error, ERR_DENIED, "code", "%s", verdict == FACTOR_LOCKED
		? _("Too many wrong codes were entered in a row, so codes of the application are no longer taken. Enter a recovery code, or ask the administrator.")
		: _("The code is not right. Each code works once and for half a minute: enter the one that the application shows now."));
}
