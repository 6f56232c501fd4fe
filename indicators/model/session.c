/* session: see session.h. */
#include "indicators/model/session.h"

#include <inttypes.h>
#include <sodium.h>
#include <string.h>
#include <time.h>

#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/model/change.h"
#include "indicators/model/second_factor.h"

/* How stale seen_at may grow before it is written again: reading a page should not always be a write. */
#define SEEN_EVERY 60

static time_t moment(const char *text)
{
	struct tm tm = { 0 };

	return text != NULL && strptime(text, "%Y-%m-%dT%H:%M:%SZ", &tm) != NULL ? timegm(&tm) : 0;
}

static enum err insert(struct database *db, int64_t person, const char *address, char token[static TOKEN_TEXT], struct error *error)
{
	unsigned char hash[32];
	char now[CLOCK_TEXT];
	char expires_at[CLOCK_TEXT];
	char idle_since[CLOCK_TEXT];

	token_make(token);
	token_hash(token, hash);
	clock_text(now);
	clock_text_in(SESSION_LONGEST, expires_at);
	clock_text_in(-SESSION_IDLE, idle_since);
	struct query *query = database_query(db, REPORTS_session_delete_stale);
	query_text(query, "now", now);
	query_text(query, "idle_since", idle_since);
	enum err err = query_run(query, error);
	if (err != ERR_OK)
		return err;
	query = database_query(db, REPORTS_session_insert);
	query_blob(query, "token_hash", hash, sizeof hash);
	query_int(query, "person", person);
	query_text(query, "now", now);
	query_text(query, "expires_at", expires_at);
	query_text(query, "address", address);
	if ((err = query_run(query, error)) != ERR_OK)
		return err;
	query = database_query(db, REPORTS_person_signed_in);
	query_int(query, "person", person);
	query_text(query, "now", now);
	return query_run(query, error);
}

static enum err delete(struct database *db, const char *token, struct error *error)
{
	unsigned char hash[32];

	if (!token_hash(token, hash))
		return ERR_OK;
	struct query *query = database_query(db, REPORTS_session_delete);
	query_blob(query, "token_hash", hash, sizeof hash);
	return query_run(query, error);
}

enum err session_create(struct database *db, const struct actor *actor, int64_t person, char token[static TOKEN_TEXT], struct error *error)
{
	struct arena arena = ARENA_INIT;
	bool own = false;
	enum err err = change_begin(db, &own, error);

	if (err == ERR_OK)
		err = insert(db, person, actor->address, token, error);
	if (err == ERR_OK)
		err = audit_add(db, actor, "session.begin", arena_printf(&arena, "person:%" PRId64, person), "", error);
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

/* --- half sessions --- */

MUST_USE static enum err insert_half(struct database *db, int64_t person, char token[static TOKEN_TEXT], struct error *error)
{
	unsigned char hash[32];
	char now[CLOCK_TEXT];
	char expires_at[CLOCK_TEXT];

	token_make(token);
	token_hash(token, hash);
	clock_text(now);
	clock_text_in(SIGN_IN_HALF, expires_at);
	struct query *query = database_query(db, REPORTS_half_session_delete_stale);
	query_text(query, "now", now);
	enum err err = query_run(query, error);
	if (err != ERR_OK)
		return err;
	query = database_query(db, REPORTS_half_session_insert);
	query_blob(query, "token_hash", hash, sizeof hash);
	query_int(query, "person", person);
	query_text(query, "expires_at", expires_at);
	return query_run(query, error);
}

/* *person is 0 when there is none (any more). */
MUST_USE static enum err find_half(struct database *db, struct arena *arena, const char *token, int64_t *person, const char **email,
	struct error *error)
{
	unsigned char hash[32];
	char now[CLOCK_TEXT];

	*person = 0;
	*email = "";
	if (!token_hash(token, hash))
		return ERR_OK;
	clock_text(now);
	struct query *query = database_query(db, REPORTS_half_session_person);
	query_blob(query, "token_hash", hash, sizeof hash);
	query_text(query, "now", now);
	if (query_next(query)) {
		*person = query_column_int(query, 0);
		*email = arena_strdup(arena, query_column_text(query, 1));
	}
	return query_end(query, error);
}

enum err session_is_half(struct database *db, const char *half, bool *is_half, struct error *error)
{
	struct arena arena = ARENA_INIT;
	const char *email;
	int64_t person;
	enum err err = find_half(db, &arena, half, &person, &email, error);

	*is_half = err == ERR_OK && person != 0;
	arena_release(&arena);
	return err;
}

enum err session_begin(struct database *db, const struct actor *actor, int64_t person, struct sign_in *in, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct second_factor factor;
	bool own = false;
	enum err err = change_begin(db, &own, error);

	*in = (struct sign_in){ .person = person };
	if (err == ERR_OK)
		err = second_factor_state(db, &arena, person, &factor, error);
	if (err != ERR_OK)
		goto out;
	in->half = factor.on_since != NULL;
	if (!in->half) {
		err = session_create(db, actor, person, in->token, error);
		goto out;
	}
	err = insert_half(db, person, in->token, error);
	if (err == ERR_OK)
		err = audit_add(db, actor, "session.half", arena_printf(&arena, "person:%" PRId64, person), "", error);
out:
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

/* --- sign-in --- */

/* How long the oldest of the failures that fill the window still counts; 0 when they don't fill it. */
static enum err wait_for(struct database *db, size_t statement, const char *name, const char *value, int most, long *seconds, struct error *error)
{
	char since[CLOCK_TEXT];
	struct query *query = database_query(db, statement);

	*seconds = 0;
	clock_text_in(-SIGN_IN_WINDOW, since);
	query_text(query, name, value);
	query_text(query, "since", since);
	query_int(query, "most", most);
	if (query_next(query) && query_column_int(query, 0) >= most) {
		*seconds = (long)(moment(query_column_text(query, 1)) + SIGN_IN_WINDOW - clock_now());
		if (*seconds < 1)
			*seconds = 1;
	}
	return query_end(query, error);
}

/*
 * Counts the attempt before the password is looked at, so that attempts in parallel cannot slip through together; what is right
 * takes its row away again.
 */
static enum err count_attempt(struct database *db, const char *email, const char *address, int64_t *id, long *wait, struct error *error)
{
	char now[CLOCK_TEXT];
	char since[CLOCK_TEXT];
	long by_address = 0;
	enum err err = database_begin(db, error);

	*id = 0;
	if (err == ERR_OK)
		err = wait_for(db, REPORTS_sign_in_failures_by_email, "email", email, SIGN_IN_MOST_PER_EMAIL, wait, error);
	if (err == ERR_OK)
		err = wait_for(db, REPORTS_sign_in_failures_by_address, "address", address, SIGN_IN_MOST_PER_ADDRESS, &by_address, error);
	if (err != ERR_OK)
		goto out;
	if (by_address > *wait)
		*wait = by_address;
	if (*wait > 0) {
		long minutes = (*wait + 59) / 60;
		err = error_set(error, ERR_BUSY, i18n_plural("Too many sign-ins have failed. Try again in %ld minute.",
			"Too many sign-ins have failed. Try again in %ld minutes.", (unsigned long)minutes), minutes);
		goto out;
	}
	clock_text(now);
	clock_text_in(-SIGN_IN_WINDOW, since);
	struct query *query = database_query(db, REPORTS_sign_in_failure_delete_stale);
	query_text(query, "since", since);
	if ((err = query_run(query, error)) != ERR_OK)
		goto out;
	query = database_query(db, REPORTS_sign_in_failure_insert);
	query_text(query, "email", email);
	query_text(query, "address", address);
	query_text(query, "now", now);
	if ((err = query_run(query, error)) == ERR_OK)
		*id = database_last_id(db);
out:
	return change_end(db, database_in_transaction(db), err, error);
}

/* What was typed may be a password in the wrong field, so the log names only people who exist. */
static enum err audit_refusal(struct database *db, const char *email, const char *address, const char *why, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct actor nobody = { .person = 0, .name = "", .address = address };
	struct person person;
	bool own = false;
	bool known = person_by_email(db, &arena, email, &person, NULL) == ERR_OK;
	enum err err = change_begin(db, &own, error);

	if (err == ERR_OK)
		err = audit_add(db, &nobody, "session.refused", known ? arena_printf(&arena, "person:%" PRId64, person.id) : "person:unknown",
			change_detail(&arena, "why", why), error);
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

MUST_USE static enum err uncount(struct database *db, int64_t attempt, struct error *error)
{
	struct query *query = database_query(db, REPORTS_sign_in_failure_delete);

	query_int(query, "id", attempt);
	return query_run(query, error);
}

/* A refusal is logged; its own sentence stays, and only a failure to log it is worse. */
MUST_USE static enum err refused(struct database *db, const char *email, const char *address, long wait, enum err err, struct error *error)
{
	if (err != ERR_DENIED && wait == 0)
		return err;
	const char *what = strcmp(error->field, "code") == 0 ? "code" : "password";
	enum err logged = audit_refusal(db, email, address, err == ERR_DENIED ? what : "too many", error);
	return logged != ERR_OK ? logged : err;
}

/* After the right password. A half session leaves the former one: it may still come to nothing. */
MUST_USE static enum err open_session(struct database *db, struct arena *arena, const char *address, int64_t attempt, const char *former,
	struct sign_in *in, struct error *error)
{
	struct person who;
	bool own = false;
	enum err err = change_begin(db, &own, error);

	if (err == ERR_OK)
		err = person_by_id(db, arena, in->person, &who, error);
	if (err == ERR_OK)
		err = uncount(db, attempt, error);
	if (err == ERR_OK) {
		struct actor actor = { .person = in->person, .name = who.email, .address = address };
		err = session_begin(db, &actor, in->person, in, error);
	}
	if (err == ERR_OK && !in->half)
		err = delete(db, former, error);
	return change_end(db, own, err, error);
}

enum err session_sign_in(struct database *db, const char *email, const char *password, const char *address, const char *former,
	struct sign_in *in, struct error *error)
{
	struct arena arena = ARENA_INIT;
	const char *normal = email_normal(&arena, email);
	int64_t attempt = 0;

	*in = (struct sign_in){ 0 };
	if (normal == NULL)
		normal = "";
	enum err err = count_attempt(db, normal, address, &attempt, &in->wait_seconds, error);
	if (err == ERR_OK)
		err = password_check(db, normal, password, &in->person, error);
	if (err == ERR_OK)
		err = open_session(db, &arena, address, attempt, former, in, error);
	else
		err = refused(db, normal, address, in->wait_seconds, err, error);
	arena_release(&arena);
	return err;
}

/* --- the second step --- */

static enum err no_half(struct error *error)
{
	return error_set(error, ERR_NOT_FOUND, "%s", _("The sign-in was begun too long ago. Enter e-mail address and password again."));
}

/* A code of the actor, used up; what `half` is the token of with it, where it is not NULL. A wrong one leaves its trace too. */
MUST_USE static enum err take_code(struct database *db, struct arena *arena, const struct actor *actor, const char *half, const char *code,
	int64_t attempt, struct error *error)
{
	enum factor_verdict verdict = FACTOR_WRONG;
	int64_t person = actor->person;
	const char *email;
	enum err err = half != NULL ? find_half(db, arena, half, &person, &email, error) : ERR_OK;

	/* Again within the transaction: the same form may have been sent twice, which is no failure. */
	if (err == ERR_OK && person != actor->person)
		return (err = uncount(db, attempt, error)) == ERR_OK ? no_half(error) : err;
	if (err == ERR_OK)
		err = second_factor_take(db, actor, actor->person, code, &verdict, error);
	if (err == ERR_OK && verdict == FACTOR_RIGHT)
		return uncount(db, attempt, error);
	if (err != ERR_OK)
		return err;
	return second_factor_refused(verdict, error);
}

/* Commits for these refusals as well: that a code was wrong is to be remembered. */
MUST_USE static enum err end_code(struct database *db, enum err err, struct error *error)
{
	enum err ended = change_end(db, database_in_transaction(db), err == ERR_DENIED || err == ERR_NOT_FOUND ? ERR_OK : err, error);

	return ended != ERR_OK ? ended : err;
}

MUST_USE static enum err complete(struct database *db, const struct actor *actor, const char *former, struct sign_in *in, struct error *error)
{
	struct query *query = database_query(db, REPORTS_half_session_delete);

	query_int(query, "person", actor->person);
	enum err err = query_run(query, error);
	if (err == ERR_OK)
		err = delete(db, former, error);
	return err == ERR_OK ? session_create(db, actor, actor->person, in->token, error) : err;
}

enum err session_second(struct database *db, const char *half, const char *code, const char *address, const char *former,
	struct sign_in *in, struct error *error)
{
	struct arena arena = ARENA_INIT;
	const char *email;
	int64_t attempt = 0;

	*in = (struct sign_in){ 0 };
	enum err err = find_half(db, &arena, half, &in->person, &email, error);
	if (err == ERR_OK && in->person == 0)
		err = no_half(error);
	if (err != ERR_OK)
		goto out;
	const struct actor actor = { .person = in->person, .name = email, .address = address };
	err = count_attempt(db, email, address, &attempt, &in->wait_seconds, error);
	if (err == ERR_OK && (err = database_begin(db, error)) == ERR_OK) {
		err = take_code(db, &arena, &actor, half, code, attempt, error);
		if (err == ERR_OK)
			err = complete(db, &actor, former, in, error);
		err = end_code(db, err, error);
	}
	err = refused(db, email, address, in->wait_seconds, err, error);
out:
	arena_release(&arena);
	return err;
}

enum err session_confirm(struct database *db, const struct actor *actor, const char *password, const char *code, long *wait_seconds,
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	int64_t attempt = 0;
	int64_t person = 0;

	*wait_seconds = 0;
	enum err err = count_attempt(db, actor->name, actor->address, &attempt, wait_seconds, error);
	if (err == ERR_OK && (err = password_check(db, actor->name, password, &person, error)) == ERR_DENIED)
		err = error_set_field(error, ERR_DENIED, "password", "%s", _("The present password is not right."));
	if (err == ERR_OK && (err = database_begin(db, error)) == ERR_OK) {
		err = code != NULL ? take_code(db, &arena, actor, NULL, code, attempt, error) : uncount(db, attempt, error);
		err = end_code(db, err, error);
	}
	err = refused(db, actor->name, actor->address, *wait_seconds, err, error);
	arena_release(&arena);
	return err;
}

/* --- a session in use --- */

enum err session_find(struct database *db, struct arena *arena, const char *token, struct session *session, struct error *error)
{
	unsigned char hash[32];
	char now[CLOCK_TEXT];
	char idle_since[CLOCK_TEXT];
	time_t seen = 0;

	*session = (struct session){ 0 };
	if (!token_hash(token, hash))
		return error_set(error, ERR_NOT_FOUND, "%s", _("There is no such session."));
	clock_text(now);
	clock_text_in(-SESSION_IDLE, idle_since);
	struct query *query = database_query(db, REPORTS_session_by_token);
	query_blob(query, "token_hash", hash, sizeof hash);
	query_text(query, "now", now);
	query_text(query, "idle_since", idle_since);
	if (query_next(query)) {
		session->person = query_column_int(query, 0);
		session->email = arena_strdup(arena, query_column_text(query, 1));
		session->name = arena_strdup(arena, query_column_text(query, 2));
		session->lang = arena_strdup(arena, query_column_text(query, 3));
		seen = moment(query_column_text(query, 4));
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;
	if (session->person == 0)
		return error_set(error, ERR_NOT_FOUND, "%s", _("There is no such session."));
	if (clock_now() - seen >= SEEN_EVERY) {
		query = database_query(db, REPORTS_session_seen);
		query_blob(query, "token_hash", hash, sizeof hash);
		query_text(query, "now", now);
		err = query_run(query, error);
		/* While another writes for long, pages can still be read. */
		if (err == ERR_BUSY || err == ERR_FULL)
			err = ERR_OK;
	}
	return err;
}

enum err session_end(struct database *db, const struct actor *actor, const char *token, struct error *error)
{
	struct arena arena = ARENA_INIT;
	bool own = false;
	enum err err = change_begin(db, &own, error);

	if (err == ERR_OK)
		err = delete(db, token, error);
	if (err == ERR_OK && database_changes(db) > 0)
		err = audit_add(db, actor, "session.end", arena_printf(&arena, "person:%" PRId64, actor->person), "", error);
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

/* --- the sessions of a person --- */

enum err session_list(struct database *db, struct arena *arena, int64_t person, const char *token, struct session_rows *rows,
	struct error *error)
{
	const size_t most = 200;
	unsigned char own[32];
	bool has_own = token != NULL && token_hash(token, own);
	char now[CLOCK_TEXT];
	char idle_since[CLOCK_TEXT];
	struct query *query = database_query(db, REPORTS_session_of_person);

	clock_text(now);
	clock_text_in(-SESSION_IDLE, idle_since);
	*rows = (struct session_rows){ .rows = arena_array(arena, most, sizeof *rows->rows) };
	query_int(query, "person", person);
	query_text(query, "now", now);
	query_text(query, "idle_since", idle_since);
	while (rows->count < most && query_next(query)) {
		struct session_row *row = &rows->rows[rows->count++];
		char id[65] = "";
		size_t length;
		const void *hash = query_column_blob(query, 0, &length);

		if (length == 32)
			sodium_bin2hex(id, sizeof id, hash, length);
		*row = (struct session_row){ .id = arena_strdup(arena, id), .began_at = arena_strdup(arena, query_column_text(query, 1)),
			.seen_at = arena_strdup(arena, query_column_text(query, 2)), .address = arena_strdup(arena, query_column_text(query, 3)),
			.own = has_own && length == 32 && memcmp(hash, own, length) == 0 };
	}
	return query_end(query, error);
}

/* What was ended by `query` is written down; `none` is the sentence where that was nothing. */
MUST_USE static enum err end_and_note(struct database *db, const struct actor *actor, int64_t person, struct query *query, const char *none,
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	enum err err = query_run(query, error);
	int64_t ended = database_changes(db);

	if (err == ERR_OK && ended == 0)
		err = error_set(error, ERR_CONFLICT, "%s", none);
	if (err == ERR_OK)
		err = audit_add(db, actor, "session.end", arena_printf(&arena, "person:%" PRId64, person),
			arena_printf(&arena, "{\"sessions\":%" PRId64 "}", ended), error);
	arena_release(&arena);
	return err;
}

enum err session_end_one(struct database *db, const struct actor *actor, int64_t person, const char *id, struct error *error)
{
	unsigned char hash[32];
	size_t length = 0;
	bool own = false;

	if (sodium_hex2bin(hash, sizeof hash, id, strlen(id), NULL, &length, NULL) != 0 || length != sizeof hash)
		return error_set(error, ERR_INVALID, "%s", _("That names no session. Open the page anew."));
	enum err err = change_begin(db, &own, error);
	if (err == ERR_OK) {
		struct query *query = database_query(db, REPORTS_session_delete_of_person);
		query_int(query, "person", person);
		query_blob(query, "token_hash", hash, sizeof hash);
		err = end_and_note(db, actor, person, query, _("This session has ended meanwhile."), error);
	}
	return change_end(db, own, err, error);
}

enum err session_end_all(struct database *db, const struct actor *actor, int64_t person, const char *keep, struct error *error)
{
	unsigned char hash[32] = { 0 };
	bool own = false;
	enum err err = change_begin(db, &own, error);

	if (keep != NULL && !token_hash(keep, hash))
		memset(hash, 0, sizeof hash);
	if (err == ERR_OK) {
		struct query *query = database_query(db, REPORTS_session_delete_others);
		query_int(query, "person", person);
		query_blob(query, "token_hash", hash, sizeof hash);
		err = end_and_note(db, actor, person, query, _("There is no session to end."), error);
	}
	return change_end(db, own, err, error);
}
