/* Tests of sign-in, its throttle, and sessions. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/arena.h"
#include "indicators/model/session.h"
#include "tests/unit/kit.h"

#define GOOD "correct horse battery"
#define HERE "192.0.2.1"

static struct error error = ERROR_INIT;
static struct arena arena = ARENA_INIT;

static struct database *with_person(int64_t *id)
{
	struct database *db = kit_reports();

	setenv("MONITOR_NOW", "2026-01-01T10:00:00Z", 1);
	ck_ok(person_add(db, &kit_actor, "a@b.org", "A Person", "ru", id, &error), error);
	ck_ok(password_set(db, &kit_actor, *id, GOOD, NULL, &error), error);
	return db;
}

static enum err sign_in(struct database *db, const char *email, const char *password, const char *address, char token[static TOKEN_TEXT], long *wait)
{
	struct sign_in in;
	enum err err = session_sign_in(db, email, password, address, NULL, &in, &error);

	memcpy(token, in.token, TOKEN_TEXT);
	*wait = in.wait_seconds;
	return err;
}

START_TEST(a_sign_in_opens_a_session)
{
	int64_t id;
	struct database *db = with_person(&id);
	char token[TOKEN_TEXT];
	struct session session;
	long wait;

	ck_ok(sign_in(db, "A@B.org", GOOD, HERE, token, &wait), error);
	ck_ok(session_find(db, &arena, token, &session, &error), error);
	ck_assert_int_eq(session.person, id);
	ck_assert_str_eq(session.lang, "ru");
	database_close(db);
}
END_TEST

START_TEST(a_new_sign_in_ends_the_session_before_it)
{
	int64_t id;
	struct database *db = with_person(&id);
	char first[TOKEN_TEXT];
	struct sign_in second;
	struct session session;
	long wait;

	ck_ok(sign_in(db, "a@b.org", GOOD, HERE, first, &wait), error);
	ck_ok(session_sign_in(db, "a@b.org", GOOD, HERE, first, &second, &error), error);
	ck_assert(!second.half);
	ck_assert_str_ne(first, second.token);
	ck_refused(session_find(db, &arena, first, &session, &error), ERR_NOT_FOUND, error);
	ck_ok(session_find(db, &arena, second.token, &session, &error), error);
	database_close(db);
}
END_TEST

START_TEST(the_token_itself_is_not_kept)
{
	int64_t id;
	struct database *db = with_person(&id);
	char token[TOKEN_TEXT];
	unsigned char hash[32];
	long wait;

	ck_ok(sign_in(db, "a@b.org", GOOD, HERE, token, &wait), error);
	database_close(db);
	FILE *file = fopen(kit_path("reports.db"), "rb");
	ck_assert_ptr_nonnull(file);
	static char all[1 << 20];
	size_t length = fread(all, 1, sizeof all, file);
	fclose(file);
	ck_assert_ptr_null(memmem(all, length, token, strlen(token)));
	ck_assert(token_hash(token, hash));
	ck_assert_ptr_nonnull(memmem(all, length, hash, sizeof hash));
}
END_TEST

START_TEST(a_session_ends_when_idle_and_at_the_latest_after_twelve_hours)
{
	int64_t id;
	struct database *db = with_person(&id);
	char token[TOKEN_TEXT];
	struct session session;
	long wait;

	ck_ok(sign_in(db, "a@b.org", GOOD, HERE, token, &wait), error);
	setenv("MONITOR_NOW", "2026-01-01T11:59:59Z", 1);
	ck_ok(session_find(db, &arena, token, &session, &error), error);
	/* Use keeps it alive… */
	setenv("MONITOR_NOW", "2026-01-01T13:59:58Z", 1);
	ck_ok(session_find(db, &arena, token, &session, &error), error);
	setenv("MONITOR_NOW", "2026-01-01T15:59:58Z", 1);
	ck_refused(session_find(db, &arena, token, &session, &error), ERR_NOT_FOUND, error);

	/* …but not for ever. */
	setenv("MONITOR_NOW", "2026-01-02T00:00:00Z", 1);
	ck_ok(sign_in(db, "a@b.org", GOOD, HERE, token, &wait), error);
	for (int hour = 1; hour < 12; hour++) {
		char now[32];
		snprintf(now, sizeof now, "2026-01-02T%02d:00:00Z", hour);
		setenv("MONITOR_NOW", now, 1);
		ck_ok(session_find(db, &arena, token, &session, &error), error);
	}
	setenv("MONITOR_NOW", "2026-01-02T12:00:00Z", 1);
	ck_refused(session_find(db, &arena, token, &session, &error), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

START_TEST(signing_out_ends_the_session)
{
	int64_t id;
	struct database *db = with_person(&id);
	struct actor self = { .person = id, .name = "a@b.org", .address = HERE };
	char token[TOKEN_TEXT];
	struct session session;
	long wait;

	ck_ok(sign_in(db, "a@b.org", GOOD, HERE, token, &wait), error);
	ck_ok(session_end(db, &self, token, &error), error);
	ck_refused(session_find(db, &arena, token, &session, &error), ERR_NOT_FOUND, error);
	ck_ok(session_end(db, &self, token, &error), error);
	database_close(db);
}
END_TEST

START_TEST(a_deactivated_person_has_no_session)
{
	int64_t id;
	struct database *db = with_person(&id);
	char token[TOKEN_TEXT];
	struct session session;
	long wait;

	ck_ok(sign_in(db, "a@b.org", GOOD, HERE, token, &wait), error);
	ck_ok(person_deactivate(db, &kit_actor, id, &error), error);
	ck_refused(session_find(db, &arena, token, &session, &error), ERR_NOT_FOUND, error);
	ck_refused(sign_in(db, "a@b.org", GOOD, HERE, token, &wait), ERR_DENIED, error);
	database_close(db);
}
END_TEST

START_TEST(after_five_failures_an_address_has_to_wait_even_with_the_right_password)
{
	int64_t id;
	struct database *db = with_person(&id);
	char token[TOKEN_TEXT];
	long wait;

	for (int i = 0; i < SIGN_IN_MOST_PER_EMAIL; i++) {
		ck_refused(sign_in(db, "a@b.org", "wrong", HERE, token, &wait), ERR_DENIED, error);
		ck_assert_int_eq(wait, 0);
	}
	ck_refused(sign_in(db, "A@b.org", GOOD, "198.51.100.7", token, &wait), ERR_BUSY, error);
	ck_assert_int_eq(wait, SIGN_IN_WINDOW);
	setenv("MONITOR_NOW", "2026-01-01T10:14:59Z", 1);
	ck_refused(sign_in(db, "a@b.org", GOOD, HERE, token, &wait), ERR_BUSY, error);
	ck_assert_int_eq(wait, 1);
	setenv("MONITOR_NOW", "2026-01-01T10:15:00Z", 1);
	ck_ok(sign_in(db, "a@b.org", GOOD, HERE, token, &wait), error);
	database_close(db);
}
END_TEST

START_TEST(after_twenty_failures_a_place_has_to_wait)
{
	int64_t id;
	struct database *db = with_person(&id);
	char token[TOKEN_TEXT];
	long wait;

	for (int i = 0; i < SIGN_IN_MOST_PER_ADDRESS; i++) {
		char email[32];
		snprintf(email, sizeof email, "guess%d@b.org", i);
		ck_refused(sign_in(db, email, "wrong", HERE, token, &wait), ERR_DENIED, error);
	}
	ck_refused(sign_in(db, "a@b.org", GOOD, HERE, token, &wait), ERR_BUSY, error);
	ck_assert_int_gt(wait, 0);
	/* Elsewhere the same person is not kept out. */
	ck_ok(sign_in(db, "a@b.org", GOOD, "198.51.100.7", token, &wait), error);
	database_close(db);
}
END_TEST

START_TEST(successes_do_not_count_as_failures)
{
	int64_t id;
	struct database *db = with_person(&id);
	char token[TOKEN_TEXT];
	long wait;

	for (int i = 0; i < SIGN_IN_MOST_PER_EMAIL + 2; i++)
		ck_ok(sign_in(db, "a@b.org", GOOD, HERE, token, &wait), error);
	database_close(db);
}
END_TEST

START_TEST(the_sessions_of_a_person_are_listed_and_ended)
{
	int64_t id;
	struct database *db = with_person(&id);
	char first[TOKEN_TEXT], second[TOKEN_TEXT], third[TOKEN_TEXT];
	struct session_rows rows;
	struct session session;
	long wait;

	ck_ok(sign_in(db, "a@b.org", GOOD, HERE, first, &wait), error);
	ck_ok(sign_in(db, "a@b.org", GOOD, HERE, second, &wait), error);
	ck_ok(sign_in(db, "a@b.org", GOOD, HERE, third, &wait), error);
	ck_ok(session_list(db, &arena, id, second, &rows, &error), error);
	ck_assert_int_eq((int)rows.count, 3);
	for (size_t i = 0; i < rows.count; i++)
		if (rows.rows[i].own)
			ck_ok(session_end_one(db, &kit_actor, id, rows.rows[i].id, &error), error);
	ck_refused(session_find(db, &arena, second, &session, &error), ERR_NOT_FOUND, error);
	ck_refused(session_end_one(db, &kit_actor, id, "abc", &error), ERR_INVALID, error);
	ck_refused(session_end_one(db, &kit_actor, id + 1, rows.rows[0].id, &error), ERR_CONFLICT, error);
	ck_ok(session_end_all(db, &kit_actor, id, first, &error), error);
	ck_ok(session_find(db, &arena, first, &session, &error), error);
	ck_refused(session_find(db, &arena, third, &session, &error), ERR_NOT_FOUND, error);
	ck_refused(session_end_all(db, &kit_actor, id, first, &error), ERR_CONFLICT, error);
	ck_ok(session_end_all(db, &kit_actor, id, NULL, &error), error);
	database_close(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(the_sessions_of_a_person_are_listed_and_ended),
	KIT_TEST(a_sign_in_opens_a_session),
	KIT_TEST(a_new_sign_in_ends_the_session_before_it),
	KIT_TEST(the_token_itself_is_not_kept),
	KIT_TEST(a_session_ends_when_idle_and_at_the_latest_after_twelve_hours),
	KIT_TEST(signing_out_ends_the_session),
	KIT_TEST(a_deactivated_person_has_no_session),
	KIT_TEST(after_five_failures_an_address_has_to_wait_even_with_the_right_password),
	KIT_TEST(after_twenty_failures_a_place_has_to_wait),
	KIT_TEST(successes_do_not_count_as_failures),
};
KIT_MAIN("session", tests)
