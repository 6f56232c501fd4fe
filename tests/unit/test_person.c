/* Tests of people, roles, invitations and passwords. */
#include <stdlib.h>
#include <string.h>

#include "indicators/base/arena.h"
#include "indicators/model/audit.h"
#include "indicators/model/person.h"
#include "indicators/model/session.h"
#include "tests/unit/kit.h"

#define GOOD "correct horse battery"

static struct error error = ERROR_INIT;
static struct arena arena = ARENA_INIT;

static struct database *with_participants(void)
{
	struct database *db = kit_reports();

	ck_ok(database_script(db, "INSERT INTO participant (code, m49, status, valid_from) VALUES ('XAA', 901, 'member', '2000-01-01')", &error), error);
	return db;
}

static int64_t add(struct database *db, const char *email)
{
	int64_t id;

	ck_ok(person_add(db, &kit_actor, email, "A Person", "en", &id, &error), error);
	return id;
}

static int64_t audit_rows(struct database *db)
{
	struct audit_state state;

	ck_ok(audit_verify(db, &state, &error), error);
	return state.rows;
}

START_TEST(a_person_is_found_by_any_spelling_of_the_address)
{
	struct database *db = kit_reports();
	struct person person;
	int64_t id = add(db, " Aigul@Example.ORG ");

	ck_ok(person_by_email(db, &arena, "AIGUL@example.org", &person, &error), error);
	ck_assert_int_eq(person.id, id);
	ck_assert_str_eq(person.email, "aigul@example.org");
	ck_assert(!person.has_password);
	ck_assert_int_eq(audit_rows(db), 1);
	ck_refused(person_by_email(db, &arena, "nobody@example.org", &person, &error), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

START_TEST(what_is_no_address_is_refused)
{
	static const char *const wrong[] = { "", "a", "@", "a@", "@b", "a@b@c", "a b@c.org", "a@.org", "a@org.", "<a@b.org>", "a@b.org\n,c@d.org" };
	struct database *db = kit_reports();
	int64_t id;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		ck_refused(person_add(db, &kit_actor, wrong[i], "A", "en", &id, &error), ERR_INVALID, error);
		ck_assert_str_eq(error.field, "email");
	}
	ck_refused(person_add(db, &kit_actor, "a@b.org", "", "en", &id, &error), ERR_INVALID, error);
	ck_assert_str_eq(error.field, "name");
	ck_refused(person_add(db, &kit_actor, "a@b.org", "A\nB", "en", &id, &error), ERR_INVALID, error);
	ck_refused(person_add(db, &kit_actor, "a@b.org", "A", "xx", &id, &error), ERR_INVALID, error);
	ck_assert_str_eq(error.field, "lang");
	ck_assert_int_eq(audit_rows(db), 0);
	database_close(db);
}
END_TEST

START_TEST(an_address_is_there_once)
{
	struct database *db = kit_reports();
	int64_t id;

	add(db, "a@b.org");
	ck_refused(person_add(db, &kit_actor, "A@B.org", "Other", "ru", &id, &error), ERR_CONFLICT, error);
	ck_assert(!database_in_transaction(db));
	database_close(db);
}
END_TEST

START_TEST(several_changes_can_be_one_transaction)
{
	struct database *db = with_participants();
	struct person person;
	int64_t id;
	int64_t grant;

	ck_ok(database_begin(db, &error), error);
	id = add(db, "a@b.org");
	ck_refused(role_grant_add(db, &kit_actor, id, "focal_point", "XZZ", "2020-01-01", NULL, &grant, &error), ERR_INVALID, error);
	ck_assert(database_in_transaction(db));
	database_rollback(db);
	ck_refused(person_by_email(db, &arena, "a@b.org", &person, &error), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

START_TEST(a_role_is_held_from_its_first_to_its_last_day)
{
	static const struct { const char *now; size_t held; } days[] = {
		{ "2025-12-31T23:59:59Z", 0 }, { "2026-01-01T00:00:00Z", 1 }, { "2026-06-30T23:59:59Z", 1 }, { "2026-07-01T00:00:00Z", 0 },
	};
	struct database *db = with_participants();
	struct role_grant *grants;
	size_t count;
	int64_t grant;
	int64_t id = add(db, "a@b.org");

	ck_ok(role_grant_add(db, &kit_actor, id, "deputy", "XAA", "2026-01-01", "2026-06-30", &grant, &error), error);
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		setenv("MONITOR_NOW", days[i].now, 1);
		ck_ok(role_grants(db, &arena, id, true, &grants, &count, &error), error);
		ck_assert_uint_eq(count, days[i].held);
	}
	ck_ok(role_grants(db, &arena, id, false, &grants, &count, &error), error);
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(grants[0].role, "deputy");
	ck_assert_str_eq(grants[0].participant, "XAA");
	database_close(db);
}
END_TEST

START_TEST(a_role_that_makes_no_sense_is_refused)
{
	static const struct { const char *role, *participant, *from, *to, *field; } wrong[] = {
		{ "minister", "XAA", "2026-01-01", NULL, "role" },
		{ NULL, "XAA", "2026-01-01", NULL, "role" },
		{ "focal_point", NULL, "2026-01-01", NULL, "participant" },
		{ "focal_point", "", "2026-01-01", NULL, "participant" },
		{ "focal_point", "XZZ", "2026-01-01", NULL, "participant" },
		{ "secretariat", NULL, "2026-02-30", NULL, "starts_on" },
		{ "secretariat", NULL, "2026-01-01", "soon", "ends_on" },
		{ "secretariat", NULL, "2026-01-02", "2026-01-01", "ends_on" },
	};
	struct database *db = with_participants();
	int64_t grant;
	int64_t id = add(db, "a@b.org");

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		ck_refused(role_grant_add(db, &kit_actor, id, wrong[i].role, wrong[i].participant, wrong[i].from, wrong[i].to, &grant, &error),
			ERR_INVALID, error);
		ck_assert_str_eq(error.field, wrong[i].field);
	}
	ck_refused(role_grant_add(db, &kit_actor, 999, "secretariat", NULL, "2026-01-01", NULL, &grant, &error), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

START_TEST(a_role_ends_once_and_not_before_it_began)
{
	struct database *db = with_participants();
	int64_t grant;
	int64_t id = add(db, "a@b.org");

	ck_ok(role_grant_add(db, &kit_actor, id, "donor", NULL, "2026-01-01", NULL, &grant, &error), error);
	ck_refused(role_grant_end(db, &kit_actor, grant, "2025-12-31", &error), ERR_INVALID, error);
	ck_refused(role_grant_end(db, &kit_actor, grant, "tomorrow", &error), ERR_INVALID, error);
	ck_ok(role_grant_end(db, &kit_actor, grant, "2026-03-31", &error), error);
	ck_refused(role_grant_end(db, &kit_actor, grant, "2026-04-01", &error), ERR_CONFLICT, error);
	ck_ok(role_grant_end(db, &kit_actor, grant, "2026-03-01", &error), error);
	ck_refused(role_grant_end(db, &kit_actor, 999, "2026-03-01", &error), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

START_TEST(a_weak_password_is_refused)
{
	static const char *const weak[] = { "", "short", "elevenchars", "aaaaaaaaaaaaaaaa", "my-AIGUL-password", "ааааааааааа" };

	for (size_t i = 0; i < sizeof weak / sizeof *weak; i++) {
		ck_refused(password_acceptable(weak[i], "aigul@example.org", &error), ERR_INVALID, error);
		ck_assert_str_eq(error.field, "password");
	}
	/* Characters count, not bytes; and a name of two letters is in every second word. */
	ck_ok(password_acceptable("двенадцать букв", "aigul@example.org", &error), error);
	ck_ok(password_acceptable("the battery staple", "at@example.org", &error), error);
}
END_TEST

START_TEST(only_the_right_password_of_an_active_person_fits)
{
	struct database *db = kit_reports();
	int64_t who;
	int64_t id = add(db, "a@b.org");

	ck_refused(password_check(db, "a@b.org", "", &who, &error), ERR_DENIED, error);
	ck_ok(password_set(db, &kit_actor, id, GOOD, NULL, &error), error);
	ck_ok(password_check(db, "A@b.org", GOOD, &who, &error), error);
	ck_assert_int_eq(who, id);
	ck_refused(password_check(db, "a@b.org", GOOD " ", &who, &error), ERR_DENIED, error);
	ck_assert_int_eq(who, 0);
	ck_refused(password_check(db, "nobody@b.org", GOOD, &who, &error), ERR_DENIED, error);
	ck_refused(password_check(db, "no address", GOOD, &who, &error), ERR_DENIED, error);
	ck_ok(person_deactivate(db, &kit_actor, id, &error), error);
	ck_refused(password_check(db, "a@b.org", GOOD, &who, &error), ERR_DENIED, error);
	ck_ok(person_reactivate(db, &kit_actor, id, &error), error);
	ck_ok(password_check(db, "a@b.org", GOOD, &who, &error), error);
	database_close(db);
}
END_TEST

START_TEST(nobody_grants_themselves_a_role)
{
	struct database *db = kit_reports();
	int64_t id = add(db, "a@b.org"), grant;
	struct actor self = { .person = id, .name = "a@b.org", .address = "" };

	ck_refused(role_grant_add(db, &self, id, "secretariat", NULL, "2026-01-01", NULL, &grant, &error), ERR_CONFLICT, error);
	ck_ok(role_grant_add(db, &kit_actor, id, "secretariat", NULL, "2026-01-01", NULL, &grant, &error), error);
	database_close(db);
}
END_TEST

START_TEST(nobody_deactivates_themselves)
{
	struct database *db = kit_reports();
	int64_t id = add(db, "a@b.org");
	struct actor self = { .person = id, .name = "a@b.org", .address = "" };

	ck_refused(person_deactivate(db, &self, id, &error), ERR_CONFLICT, error);
	ck_ok(person_deactivate(db, &kit_actor, id, &error), error);
	ck_refused(person_deactivate(db, &kit_actor, id, &error), ERR_CONFLICT, error);
	database_close(db);
}
END_TEST

START_TEST(an_invitation_works_once)
{
	struct database *db = kit_reports();
	char token[TOKEN_TEXT];
	struct person person;
	int64_t who;
	int64_t id = add(db, "a@b.org");

	ck_ok(invitation_create(db, &kit_actor, id, token, &error), error);
	ck_ok(invitation_person(db, &arena, token, &person, &error), error);
	ck_assert_int_eq(person.id, id);
	/* A refused password leaves it good. */
	ck_refused(invitation_redeem(db, &kit_actor, token, "short", &error), ERR_INVALID, error);
	ck_ok(invitation_redeem(db, &kit_actor, token, GOOD, &error), error);
	ck_ok(password_check(db, "a@b.org", GOOD, &who, &error), error);
	ck_refused(invitation_redeem(db, &kit_actor, token, GOOD "2", &error), ERR_NOT_FOUND, error);
	ck_refused(invitation_person(db, &arena, token, &person, &error), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

START_TEST(an_invitation_ends_after_ten_days_or_with_a_newer_one)
{
	struct database *db = kit_reports();
	char token[TOKEN_TEXT];
	char newer[TOKEN_TEXT];
	struct person person;
	int64_t id;

	setenv("MONITOR_NOW", "2026-01-01T00:00:00Z", 1);
	id = add(db, "a@b.org");
	ck_ok(invitation_create(db, &kit_actor, id, token, &error), error);
	setenv("MONITOR_NOW", "2026-01-02T00:00:00Z", 1);
	ck_ok(invitation_create(db, &kit_actor, id, newer, &error), error);
	ck_refused(invitation_person(db, &arena, token, &person, &error), ERR_NOT_FOUND, error);
	setenv("MONITOR_NOW", "2026-01-11T23:59:59Z", 1);
	ck_ok(invitation_person(db, &arena, newer, &person, &error), error);
	setenv("MONITOR_NOW", "2026-01-12T00:00:00Z", 1);
	ck_refused(invitation_person(db, &arena, newer, &person, &error), ERR_NOT_FOUND, error);
	ck_refused(invitation_redeem(db, &kit_actor, newer, GOOD, &error), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

START_TEST(what_is_no_token_invites_nobody)
{
	static const char *const wrong[] = { "", "x", "0000000000000000000000000000000000000000000000000000000000000000",
		"ABCDEF0000000000000000000000000000000000000000000000000000000000", NULL };
	struct database *db = kit_reports();
	struct person person;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_refused(invitation_person(db, &arena, wrong[i], &person, &error), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

START_TEST(a_new_password_ends_the_other_sessions)
{
	struct database *db = kit_reports();
	char kept[TOKEN_TEXT];
	char other[TOKEN_TEXT];
	struct session session;
	int64_t id = add(db, "a@b.org");
	struct actor self = { .person = id, .name = "a@b.org", .address = "" };

	ck_ok(session_create(db, &self, id, kept, &error), error);
	ck_ok(session_create(db, &self, id, other, &error), error);
	ck_ok(password_set(db, &self, id, GOOD, kept, &error), error);
	ck_ok(session_find(db, &arena, kept, &session, &error), error);
	ck_refused(session_find(db, &arena, other, &session, &error), ERR_NOT_FOUND, error);
	ck_ok(password_set(db, &self, id, GOOD "2", NULL, &error), error);
	ck_refused(session_find(db, &arena, kept, &session, &error), ERR_NOT_FOUND, error);
	database_close(db);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_person_is_found_by_any_spelling_of_the_address),
	KIT_TEST(what_is_no_address_is_refused),
	KIT_TEST(an_address_is_there_once),
	KIT_TEST(several_changes_can_be_one_transaction),
	KIT_TEST(a_role_is_held_from_its_first_to_its_last_day),
	KIT_TEST(a_role_that_makes_no_sense_is_refused),
	KIT_TEST(a_role_ends_once_and_not_before_it_began),
	KIT_TEST(a_weak_password_is_refused),
	KIT_TEST(only_the_right_password_of_an_active_person_fits),
	KIT_TEST(nobody_grants_themselves_a_role),
	KIT_TEST(nobody_deactivates_themselves),
	KIT_TEST(an_invitation_works_once),
	KIT_TEST(an_invitation_ends_after_ten_days_or_with_a_newer_one),
	KIT_TEST(what_is_no_token_invites_nobody),
	KIT_TEST(a_new_password_ends_the_other_sessions),
};
KIT_MAIN("person", tests)
