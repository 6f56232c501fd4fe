/* Tests of the second factor: its codes, turning it on and off, and the second step of a sign-in. */
#include <inttypes.h>
#include <liboath/oath.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "indicators/base/arena.h"
#include "indicators/model/second_factor.h"
#include "indicators/model/session.h"
#include "tests/unit/kit.h"

#define GOOD "correct horse battery"
#define HERE "192.0.2.1"
#define MORNING 1767261600 /* 2026-01-01T10:00:00Z, the beginning of a step */

static struct error error = ERROR_INIT;
static struct arena arena = ARENA_INIT;
static struct actor self = { .name = "a@b.org", .address = HERE };
static struct recovery_codes codes;
static unsigned char key[FACTOR_KEY];
static char key_text[FACTOR_KEY_TEXT];
static time_t moment;

static void at(time_t when)
{
	char text[CLOCK_TEXT];
	struct tm tm;

	moment = when;
	gmtime_r(&when, &tm);
	strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm);
	setenv("MONITOR_NOW", text, 1);
}

/* What the telephone shows `steps` steps from now. */
static const char *code(int steps)
{
	char text[9];

	ck_ok(second_factor_code(key, moment + steps * FACTOR_STEP, FACTOR_DIGITS, text, &error), error);
	return arena_strdup(&arena, text);
}

static const char *wrong_code(void)
{
	return strcmp(code(0), "000000") != 0 && strcmp(code(1), "000000") != 0 && strcmp(code(-1), "000000") != 0 ? "000000" : "111111";
}

static struct database *with_person(void)
{
	struct database *db = kit_reports();

	at(MORNING);
	ck_ok(person_add(db, &kit_actor, "a@b.org", "A Person", "ru", &self.person, &error), error);
	ck_ok(password_set(db, &kit_actor, self.person, GOOD, NULL, &error), error);
	return db;
}

static void begin(struct database *db)
{
	char *raw;
	size_t length;

	ck_ok(second_factor_begin(db, &self, key_text, &error), error);
	ck_assert_int_eq((int)strlen(key_text), FACTOR_KEY_TEXT - 1);
	ck_assert_int_eq(oath_base32_decode(key_text, strlen(key_text), &raw, &length), OATH_OK);
	ck_assert_int_eq((int)length, FACTOR_KEY);
	memcpy(key, raw, sizeof key);
	free(raw);
}

/* It is on, and two steps have passed since the code that turned it on. */
static struct database *with_factor(void)
{
	struct database *db = with_person();

	begin(db);
	ck_ok(second_factor_confirm(db, &self, code(0), &codes, &error), error);
	at(MORNING + 2 * FACTOR_STEP);
	return db;
}

static const char *half(struct database *db)
{
	struct sign_in in;

	ck_ok(session_sign_in(db, "a@b.org", GOOD, HERE, NULL, &in, &error), error);
	ck_assert(in.half);
	ck_assert_int_eq(in.person, self.person);
	return arena_strdup(&arena, in.token);
}

static enum err second(struct database *db, const char *token, const char *typed)
{
	struct sign_in in;
	enum err err = session_second(db, token, typed, HERE, NULL, &in, &error);

	ck_assert(!in.half);
	ck_assert_int_eq(err == ERR_OK, in.token[0] != '\0');
	ck_assert_int_eq(err == ERR_BUSY, in.wait_seconds > 0);
	return err;
}

/* The same without the sign-in around it: checking passwords takes long. */
static enum factor_verdict take(struct database *db, const char *typed)
{
	enum factor_verdict verdict;

	ck_ok(database_begin(db, &error), error);
	ck_ok(second_factor_take(db, &self, self.person, typed, &verdict, &error), error);
	ck_ok(database_commit(db, &error), error);
	return verdict;
}

static bool is_on(struct database *db)
{
	struct second_factor factor;

	ck_ok(second_factor_state(db, &arena, self.person, &factor, &error), error);
	return factor.on_since != NULL;
}

static int64_t audited(struct database *db, const char *action)
{
	int64_t count = 0;
	struct query *query = database_query(db, REPORTS_audit_from);

	query_int(query, "first", 1);
	while (query_next(query))
		count += strcmp(query_column_text(query, 4), action) == 0;
	ck_ok(query_end(query, &error), error);
	return count;
}

/* --- codes --- */

START_TEST(codes_are_those_of_rfc_6238)
{
	static const struct { int64_t at; const char *code; } published[] = { /* appendix B, SHA-1 */
		{ 59, "94287082" }, { 1111111109, "07081804" }, { 1111111111, "14050471" }, { 1234567890, "89005924" }, { 2000000000, "69279037" },
		{ 20000000000, "65353130" },
	};
	char text[9];

	for (size_t i = 0; i < sizeof published / sizeof *published; i++) {
		ck_ok(second_factor_code((const unsigned char *)"12345678901234567890", (time_t)published[i].at, 8, text, &error), error);
		ck_assert_str_eq(text, published[i].code);
		/* Six digits are the last six of eight. */
		ck_ok(second_factor_code((const unsigned char *)"12345678901234567890", (time_t)published[i].at, 6, text, &error), error);
		ck_assert_str_eq(text, published[i].code + 2);
	}
	ck_refused(second_factor_code((const unsigned char *)"12345678901234567890", 59, 9, text, &error), ERR_INTERNAL, error);
}
END_TEST

START_TEST(a_code_is_taken_one_step_early_or_late_and_no_further)
{
	for (int steps = -3; steps <= 3; steps++) {
		struct database *db = with_factor();

		at(MORNING + 100 * FACTOR_STEP);
		if (steps >= -FACTOR_DRIFT && steps <= FACTOR_DRIFT)
			ck_ok(second(db, half(db), code(steps)), error);
		else
			ck_refused(second(db, half(db), code(steps)), ERR_DENIED, error);
		database_close(db);
		remove(kit_path("reports.db"));
		remove(kit_path("reports.db-wal"));
		remove(kit_path("reports.db-shm"));
	}
}
END_TEST

START_TEST(a_step_ends_when_its_half_minute_ends)
{
	struct database *db = with_factor();

	at(MORNING + 100 * FACTOR_STEP + 29);
	const char *old = code(-2);
	ck_refused(second(db, half(db), old), ERR_DENIED, error);
	at(MORNING + 99 * FACTOR_STEP + 29);
	ck_ok(second(db, half(db), old), error);
	database_close(db);
}
END_TEST

START_TEST(a_code_works_once_and_none_before_it_any_more)
{
	struct database *db = with_factor();
	const char *now = code(0), *before = code(-1), *next = code(1);

	ck_ok(second(db, half(db), now), error);
	ck_refused(second(db, half(db), now), ERR_DENIED, error);
	ck_refused(second(db, half(db), before), ERR_DENIED, error);
	ck_ok(second(db, half(db), next), error);
	at(moment + FACTOR_STEP);
	ck_refused(second(db, half(db), next), ERR_DENIED, error);
	database_close(db);
}
END_TEST

START_TEST(the_code_that_turned_it_on_does_not_sign_in)
{
	struct database *db = with_person();

	begin(db);
	const char *used = code(0);
	ck_ok(second_factor_confirm(db, &self, used, &codes, &error), error);
	ck_refused(second(db, half(db), used), ERR_DENIED, error);
	database_close(db);
}
END_TEST

START_TEST(blanks_within_a_code_do_not_matter)
{
	struct database *db = with_factor();
	const char *digits = code(0);

	ck_ok(second(db, half(db), arena_printf(&arena, " %.3s %s ", digits, digits + 3)), error);
	database_close(db);
}
END_TEST

START_TEST(what_is_no_code_is_refused)
{
	struct database *db = with_factor();
	static const char *const none[] = { "", "      ", "12345", "1234567", "abcdef", "12345a", "abcd-efgh-jkmn-pqr", "abcd-efgh-jkmn-pqrs-t", "١٢٣٤٥٦",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "' OR 1=1 --" };

	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		ck_assert_int_eq(take(db, none[i]), FACTOR_WRONG);
	ck_refused(second(db, half(db), none[0]), ERR_DENIED, error);
	ck_assert_str_eq(error.field, "code");
	database_close(db);
}
END_TEST

/* --- turning it on --- */

START_TEST(a_key_asks_for_nothing_until_its_code_was_entered)
{
	struct database *db = with_person();
	struct sign_in in;

	begin(db);
	ck_assert(!is_on(db));
	ck_ok(session_sign_in(db, "a@b.org", GOOD, HERE, NULL, &in, &error), error);
	ck_assert(!in.half);
	ck_refused(second_factor_confirm(db, &self, wrong_code(), &codes, &error), ERR_DENIED, error);
	ck_assert_str_eq(error.field, "code");
	ck_refused(second_factor_confirm(db, &self, "", &codes, &error), ERR_DENIED, error);
	ck_assert_str_eq(codes.texts[0], "");
	ck_assert(!is_on(db));
	ck_ok(second_factor_confirm(db, &self, code(0), &codes, &error), error);
	ck_assert(is_on(db));
	ck_refused(second_factor_confirm(db, &self, code(1), &codes, &error), ERR_CONFLICT, error);
	database_close(db);
}
END_TEST

START_TEST(a_key_can_be_confirmed_for_half_an_hour)
{
	struct database *db = with_person();
	struct second_factor factor;

	ck_refused(second_factor_confirm(db, &self, "123456", &codes, &error), ERR_CONFLICT, error);
	begin(db);
	at(MORNING + FACTOR_BEGUN);
	ck_ok(second_factor_state(db, &arena, self.person, &factor, &error), error);
	ck_assert(!factor.begun);
	ck_refused(second_factor_confirm(db, &self, code(0), &codes, &error), ERR_CONFLICT, error);
	begin(db);
	at(MORNING + 2 * FACTOR_BEGUN - 1);
	ck_ok(second_factor_confirm(db, &self, code(0), &codes, &error), error);
	database_close(db);
}
END_TEST

START_TEST(a_key_cannot_be_confirmed_by_guessing)
{
	struct database *db = with_person();

	begin(db);
	for (int i = 0; i < FACTOR_BEGUN_WRONG; i++)
		ck_refused(second_factor_confirm(db, &self, wrong_code(), &codes, &error), ERR_DENIED, error);
	ck_refused(second_factor_confirm(db, &self, code(0), &codes, &error), ERR_CONFLICT, error);
	ck_assert(!is_on(db));
	begin(db);
	for (int i = 1; i < FACTOR_BEGUN_WRONG; i++)
		ck_refused(second_factor_confirm(db, &self, wrong_code(), &codes, &error), ERR_DENIED, error);
	ck_ok(second_factor_confirm(db, &self, code(0), &codes, &error), error);
	database_close(db);
}
END_TEST

START_TEST(a_later_key_takes_the_place_of_one_that_waits_but_of_none_that_is_on)
{
	struct database *db = with_person();
	char other[FACTOR_KEY_TEXT];

	begin(db);
	const char *first = code(0);
	begin(db);
	ck_refused(second_factor_confirm(db, &self, first, &codes, &error), ERR_DENIED, error);
	ck_ok(second_factor_confirm(db, &self, code(0), &codes, &error), error);
	ck_refused(second_factor_begin(db, &self, other, &error), ERR_CONFLICT, error);
	ck_assert_str_eq(other, "");
	at(MORNING + FACTOR_STEP);
	ck_ok(second(db, half(db), code(0)), error);
	database_close(db);
}
END_TEST

/* --- recovery codes --- */

START_TEST(each_recovery_code_works_once_however_it_is_typed)
{
	struct database *db = with_factor();
	struct second_factor factor;
	char typed[RECOVERY_TEXT + 8];

	for (int i = 0; i < RECOVERY_CODES; i++) {
		ck_assert_int_eq((int)strlen(codes.texts[i]), RECOVERY_TEXT - 1);
		for (int k = 0; k < i; k++)
			ck_assert_str_ne(codes.texts[i], codes.texts[k]);
		snprintf(typed, sizeof typed, " %s", codes.texts[i]);
		for (char *p = typed; *p != '\0' && i % 2 != 0; p++)
			*p = *p == '-' ? ' ' : *p >= 'a' && *p <= 'z' ? (char)(*p - 'a' + 'A') : *p;
		ck_assert_int_eq(take(db, typed), FACTOR_RIGHT);
		ck_assert_int_eq(take(db, typed), FACTOR_WRONG);
		ck_ok(second_factor_state(db, &arena, self.person, &factor, &error), error);
		ck_assert_int_eq(factor.recovery_left, RECOVERY_CODES - 1 - i);
	}
	ck_assert_int_eq(audited(db, "factor.recovery"), RECOVERY_CODES);
	database_close(db);
}
END_TEST

START_TEST(new_recovery_codes_end_the_old_ones)
{
	struct database *db = with_factor();
	struct recovery_codes old = codes;

	ck_ok(second_factor_renew(db, &self, &codes, &error), error);
	ck_refused(second(db, half(db), old.texts[0]), ERR_DENIED, error);
	ck_ok(second(db, half(db), codes.texts[0]), error);
	ck_ok(second_factor_end(db, &self, &error), error);
	ck_refused(second_factor_renew(db, &self, &codes, &error), ERR_CONFLICT, error);
	ck_assert_str_eq(codes.texts[0], "");
	database_close(db);
}
END_TEST

START_TEST(a_recovery_code_of_somebody_else_is_none)
{
	struct database *db = with_factor();
	struct recovery_codes own = codes;
	struct actor other = { .name = "c@d.org", .address = HERE };
	struct sign_in in;

	ck_ok(person_add(db, &kit_actor, "c@d.org", "C Person", "en", &other.person, &error), error);
	ck_ok(password_set(db, &kit_actor, other.person, GOOD, NULL, &error), error);
	ck_ok(second_factor_begin(db, &other, key_text, &error), error);
	char *raw;
	size_t length;
	ck_assert_int_eq(oath_base32_decode(key_text, strlen(key_text), &raw, &length), OATH_OK);
	memcpy(key, raw, sizeof key);
	free(raw);
	ck_ok(second_factor_confirm(db, &other, code(0), &codes, &error), error);
	ck_ok(session_sign_in(db, "c@d.org", GOOD, HERE, NULL, &in, &error), error);
	ck_assert(in.half);
	ck_refused(second(db, in.token, own.texts[0]), ERR_DENIED, error);
	ck_ok(second(db, in.token, codes.texts[0]), error);
	database_close(db);
}
END_TEST

/* --- the half session --- */

START_TEST(half_a_sign_in_is_no_session)
{
	struct database *db = with_factor();
	const char *token = half(db);
	struct session_rows rows;
	struct session session;
	struct sign_in in;
	bool is_half;

	ck_refused(session_find(db, &arena, token, &session, &error), ERR_NOT_FOUND, error);
	ck_ok(session_list(db, &arena, self.person, token, &rows, &error), error);
	ck_assert_int_eq((int)rows.count, 0);
	ck_ok(session_is_half(db, token, &is_half, &error), error);
	ck_assert(is_half);
	ck_assert_int_eq(audited(db, "session.begin"), 0);
	ck_ok(session_second(db, token, code(0), HERE, NULL, &in, &error), error);
	ck_assert_str_ne(in.token, token);
	ck_ok(session_find(db, &arena, in.token, &session, &error), error);
	ck_assert_int_eq(session.person, self.person);
	ck_assert_int_eq(audited(db, "session.begin"), 1);
	/* Nor does it open anything once more. */
	ck_ok(session_is_half(db, token, &is_half, &error), error);
	ck_assert(!is_half);
	ck_refused(second(db, token, code(1)), ERR_NOT_FOUND, error);
	/* A session is no half one either. */
	ck_refused(second(db, in.token, code(1)), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

START_TEST(the_session_that_the_browser_had_ends_with_the_second_step_only)
{
	struct database *db = with_factor();
	char former[TOKEN_TEXT];
	struct session session;
	struct sign_in in;

	ck_ok(session_create(db, &self, self.person, former, &error), error);
	ck_ok(session_sign_in(db, "a@b.org", GOOD, HERE, former, &in, &error), error);
	ck_ok(session_find(db, &arena, former, &session, &error), error);
	ck_ok(session_second(db, arena_strdup(&arena, in.token), code(0), HERE, former, &in, &error), error);
	ck_refused(session_find(db, &arena, former, &session, &error), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

START_TEST(half_a_sign_in_ends_after_ten_minutes)
{
	struct database *db = with_factor();
	const char *token = half(db);

	at(moment + SIGN_IN_HALF - 1);
	ck_refused(second(db, token, wrong_code()), ERR_DENIED, error);
	at(moment + 1);
	ck_refused(second(db, token, code(0)), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

START_TEST(half_a_sign_in_ends_with_the_password_the_person_and_the_second_factor)
{
	struct database *db = with_factor();
	const char *token = half(db);

	ck_ok(password_set(db, &kit_actor, self.person, GOOD, NULL, &error), error);
	ck_refused(second(db, token, code(0)), ERR_NOT_FOUND, error);
	token = half(db);
	ck_ok(person_deactivate(db, &kit_actor, self.person, &error), error);
	ck_refused(second(db, token, code(0)), ERR_NOT_FOUND, error);
	ck_ok(person_reactivate(db, &kit_actor, self.person, &error), error);
	token = half(db);
	ck_ok(second_factor_reset(db, &kit_actor, self.person, &error), error);
	ck_refused(second(db, token, code(0)), ERR_NOT_FOUND, error);
	ck_refused(second(db, "", code(0)), ERR_NOT_FOUND, error);
	ck_refused(second(db, "0000000000000000000000000000000000000000000000000000000000000000", code(0)), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

START_TEST(tokens_keys_and_codes_are_in_no_file_but_as_they_have_to)
{
	struct database *db = with_factor();
	const char *token = half(db);

	ck_refused(second(db, token, codes.texts[1] + 5), ERR_DENIED, error);
	ck_ok(second(db, token, codes.texts[0]), error);
	int64_t rows = 0;
	struct query *query = database_query(db, REPORTS_audit_from);
	query_int(query, "first", 1);
	for (; query_next(query); rows++)
		for (int column = 3; column < 8; column++) {
			const char *text = query_column_text(query, column);
			ck_assert_ptr_null(strstr(text, key_text));
			for (int i = 0; i < RECOVERY_CODES; i++)
				ck_assert_ptr_null(strstr(text, codes.texts[i]));
		}
	ck_ok(query_end(query, &error), error);
	ck_assert_int_gt(rows, 5);
	database_close(db);
	FILE *file = fopen(kit_path("reports.db"), "rb");
	ck_assert_ptr_nonnull(file);
	static char all[1 << 21];
	size_t length = fread(all, 1, sizeof all, file);
	fclose(file);
	ck_assert_ptr_null(memmem(all, length, token, strlen(token)));
	ck_assert_ptr_null(memmem(all, length, key_text, strlen(key_text)));
	for (int i = 0; i < RECOVERY_CODES; i++) {
		char letters[RECOVERY_TEXT];
		size_t count = 0;

		for (const char *p = codes.texts[i]; *p != '\0'; p++)
			if (*p != '-')
				letters[count++] = *p;
		ck_assert_ptr_null(memmem(all, length, letters, count));
		ck_assert_ptr_null(memmem(all, length, codes.texts[i], strlen(codes.texts[i])));
	}
}
END_TEST

/* --- guessing --- */

START_TEST(wrong_codes_and_wrong_passwords_count_together)
{
	struct database *db = with_factor();
	const char *token = half(db);
	struct sign_in in;

	ck_refused(session_sign_in(db, "a@b.org", "wrong", HERE, NULL, &in, &error), ERR_DENIED, error);
	ck_refused(session_sign_in(db, "a@b.org", "wrong", HERE, NULL, &in, &error), ERR_DENIED, error);
	for (int i = 2; i < SIGN_IN_MOST_PER_EMAIL; i++) {
		/* A right password in between does not begin the count anew. */
		token = half(db);
		ck_refused(second(db, token, wrong_code()), ERR_DENIED, error);
	}
	ck_refused(second(db, token, code(0)), ERR_BUSY, error);
	ck_refused(second(db, token, codes.texts[0]), ERR_BUSY, error);
	/* Nobody learns here whether a password is right. */
	ck_refused(session_sign_in(db, "a@b.org", GOOD, HERE, NULL, &in, &error), ERR_BUSY, error);
	const char *right = arena_strdup(&arena, error.text);
	ck_refused(session_sign_in(db, "a@b.org", "wrong", HERE, NULL, &in, &error), ERR_BUSY, error);
	ck_assert_str_eq(error.text, right);
	ck_assert_int_eq(audited(db, "session.refused"), 9);
	at(moment + SIGN_IN_WINDOW);
	ck_ok(second(db, half(db), code(0)), error);
	database_close(db);
}
END_TEST

START_TEST(right_codes_do_not_count_as_failures)
{
	struct database *db = with_factor();

	for (int i = 0; i <= SIGN_IN_MOST_PER_EMAIL; i++) {
		ck_ok(second(db, half(db), code(0)), error);
		at(moment + FACTOR_STEP);
	}
	/* Nor does a form that was sent twice. */
	for (int i = 0; i <= SIGN_IN_MOST_PER_EMAIL; i++) {
		const char *token = half(db);
		ck_ok(second(db, token, code(0)), error);
		ck_refused(second(db, token, code(0)), ERR_NOT_FOUND, error);
		at(moment + FACTOR_STEP);
	}
	database_close(db);
}
END_TEST

START_TEST(after_thirty_wrong_codes_in_a_row_only_a_recovery_code_is_taken)
{
	struct database *db = with_factor();

	for (int i = 1; i < FACTOR_MOST_WRONG; i++)
		ck_assert_int_eq(take(db, wrong_code()), FACTOR_WRONG);
	const char *token = half(db);
	ck_refused(second(db, token, wrong_code()), ERR_DENIED, error);
	const char *wrong = arena_strdup(&arena, error.text);
	ck_refused(second(db, token, code(0)), ERR_DENIED, error);
	ck_assert_str_ne(error.text, wrong);
	ck_assert_int_eq(take(db, codes.texts[0] + 1), FACTOR_WRONG);
	ck_ok(second(db, token, codes.texts[0]), error);
	ck_ok(second(db, half(db), code(0)), error);
	/* A right one begins the count anew. */
	for (int i = 0; i < 2 * FACTOR_MOST_WRONG; i++) {
		at(moment + FACTOR_STEP);
		ck_assert_int_eq(take(db, i % 10 == 9 ? code(0) : wrong_code()), i % 10 == 9 ? FACTOR_RIGHT : FACTOR_WRONG);
	}
	database_close(db);
}
END_TEST

/* --- steps of who is signed in --- */

START_TEST(who_is_signed_in_is_asked_for_password_and_code_again)
{
	struct database *db = with_factor();
	long wait;

	ck_refused(session_confirm(db, &self, "wrong", code(0), &wait, &error), ERR_DENIED, error);
	ck_assert_str_eq(error.field, "password");
	/* The code was not used up by it. */
	ck_ok(session_confirm(db, &self, GOOD, code(0), &wait, &error), error);
	ck_refused(session_confirm(db, &self, GOOD, code(0), &wait, &error), ERR_DENIED, error);
	ck_assert_str_eq(error.field, "code");
	ck_ok(session_confirm(db, &self, GOOD, NULL, &wait, &error), error);
	ck_ok(session_confirm(db, &self, GOOD, codes.texts[0], &wait, &error), error);
	for (int i = 2; i < SIGN_IN_MOST_PER_EMAIL; i++)
		ck_refused(session_confirm(db, &self, GOOD, wrong_code(), &wait, &error), ERR_DENIED, error);
	ck_refused(session_confirm(db, &self, GOOD, code(1), &wait, &error), ERR_BUSY, error);
	ck_assert_int_eq(wait, SIGN_IN_WINDOW);
	database_close(db);
}
END_TEST

START_TEST(turned_off_it_asks_for_nothing_and_leaves_nothing)
{
	struct database *db = with_factor();
	struct second_factor factor;
	struct sign_in in;

	ck_ok(second_factor_end(db, &self, &error), error);
	ck_ok(second_factor_state(db, &arena, self.person, &factor, &error), error);
	ck_assert_ptr_null(factor.on_since);
	ck_assert(!factor.begun);
	ck_assert_int_eq(factor.recovery_left, 0);
	ck_ok(session_sign_in(db, "a@b.org", GOOD, HERE, NULL, &in, &error), error);
	ck_assert(!in.half);
	ck_refused(second_factor_end(db, &self, &error), ERR_CONFLICT, error);
	ck_assert_int_eq(audited(db, "factor.begin") + audited(db, "factor.on") + audited(db, "factor.off"), 3);
	database_close(db);
}
END_TEST

START_TEST(a_new_password_leaves_it_on)
{
	struct database *db = with_factor();
	char token[TOKEN_TEXT];
	struct sign_in in;

	ck_ok(password_set(db, &self, self.person, "another battery", NULL, &error), error);
	ck_assert(is_on(db));
	ck_ok(invitation_create(db, &kit_actor, self.person, token, &error), error);
	ck_ok(invitation_redeem(db, &kit_actor, token, GOOD, &error), error);
	ck_assert(is_on(db));
	ck_ok(session_begin(db, &self, self.person, &in, &error), error);
	ck_assert(in.half);
	ck_ok(second(db, in.token, code(0)), error);
	database_close(db);
}
END_TEST

START_TEST(a_reset_takes_it_away_and_ends_all_sessions)
{
	struct database *db = with_factor();
	struct session session;
	struct sign_in in;

	ck_ok(session_second(db, half(db), code(0), HERE, NULL, &in, &error), error);
	ck_ok(second_factor_reset(db, &kit_actor, self.person, &error), error);
	ck_assert(!is_on(db));
	ck_refused(session_find(db, &arena, in.token, &session, &error), ERR_NOT_FOUND, error);
	ck_assert_int_eq(audited(db, "factor.reset"), 1);
	ck_refused(second_factor_reset(db, &kit_actor, self.person, &error), ERR_CONFLICT, error);
	ck_refused(second_factor_reset(db, &kit_actor, self.person + 1, &error), ERR_NOT_FOUND, error);
	ck_assert_int_eq(audited(db, "factor.reset"), 1);
	ck_ok(session_sign_in(db, "a@b.org", GOOD, HERE, NULL, &in, &error), error);
	ck_assert(!in.half);
	database_close(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(codes_are_those_of_rfc_6238),
	KIT_TEST(a_code_is_taken_one_step_early_or_late_and_no_further),
	KIT_TEST(a_step_ends_when_its_half_minute_ends),
	KIT_TEST(a_code_works_once_and_none_before_it_any_more),
	KIT_TEST(the_code_that_turned_it_on_does_not_sign_in),
	KIT_TEST(blanks_within_a_code_do_not_matter),
	KIT_TEST(what_is_no_code_is_refused),
	KIT_TEST(a_key_asks_for_nothing_until_its_code_was_entered),
	KIT_TEST(a_key_can_be_confirmed_for_half_an_hour),
	KIT_TEST(a_key_cannot_be_confirmed_by_guessing),
	KIT_TEST(a_later_key_takes_the_place_of_one_that_waits_but_of_none_that_is_on),
	KIT_TEST(each_recovery_code_works_once_however_it_is_typed),
	KIT_TEST(new_recovery_codes_end_the_old_ones),
	KIT_TEST(a_recovery_code_of_somebody_else_is_none),
	KIT_TEST(half_a_sign_in_is_no_session),
	KIT_TEST(the_session_that_the_browser_had_ends_with_the_second_step_only),
	KIT_TEST(half_a_sign_in_ends_after_ten_minutes),
	KIT_TEST(half_a_sign_in_ends_with_the_password_the_person_and_the_second_factor),
	KIT_TEST(tokens_keys_and_codes_are_in_no_file_but_as_they_have_to),
	KIT_TEST(wrong_codes_and_wrong_passwords_count_together),
	KIT_TEST(right_codes_do_not_count_as_failures),
	KIT_TEST(after_thirty_wrong_codes_in_a_row_only_a_recovery_code_is_taken),
	KIT_TEST(who_is_signed_in_is_asked_for_password_and_code_again),
	KIT_TEST(turned_off_it_asks_for_nothing_and_leaves_nothing),
	KIT_TEST(a_new_password_leaves_it_on),
	KIT_TEST(a_reset_takes_it_away_and_ends_all_sessions),
};
KIT_MAIN("second_factor", tests)
