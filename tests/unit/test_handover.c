/* Tests of handing a role over and of deputies: who may, which days, whom; each step whole, with its audit rows, and undone whole. */
#include <string.h>

#include "indicators/model/audit.h"
#include "indicators/model/duty.h"
#include "indicators/model/handover.h"
#include "tests/unit/desk.h"

#define GRANT_FOCAL 1
#define GRANT_DEPUTY 2
#define GRANT_CLEARING 3
#define GRANT_FOCAL_B 5

static struct desk desk;
static struct handed handed;

static struct successor known(const char *email)
{
	return (struct successor){ .email = email, .name = "", .lang = "en" };
}

static enum err hand(int64_t by, const char *participant, int64_t grant, struct successor successor, const char *date)
{
	struct actor actor = desk_actor(by);

	desk.error = (struct error)ERROR_INIT;
	return handover_make(desk.db, &desk.arena, &actor, participant, grant, &successor, date, &handed, &desk.error);
}

static enum err appoint(int64_t by, const char *participant, struct successor deputy, const char *from, const char *until)
{
	struct actor actor = desk_actor(by);

	desk.error = (struct error)ERROR_INIT;
	return handover_appoint(desk.db, &desk.arena, &actor, participant, &deputy, from, until, &handed, &desk.error);
}

static enum err take_back(int64_t by, const char *participant, int64_t grant)
{
	struct actor actor = desk_actor(by);

	desk.error = (struct error)ERROR_INIT;
	return handover_take_back(desk.db, &actor, participant, grant, &desk.error);
}

static enum err end(int64_t by, const char *participant, int64_t grant, const char *day)
{
	struct actor actor = desk_actor(by);

	desk.error = (struct error)ERROR_INIT;
	return handover_end(desk.db, &actor, participant, grant, day, &desk.error);
}

static bool reports(int64_t person)
{
	struct actor actor = desk_actor(person);
	unsigned duties;

	ck_ok(duty_of(desk.db, &actor, "XAA", &duties, &desk.error), desk.error);
	return (duties & DUTY_REPORT) != 0;
}

static int64_t newest_grant(void)
{
	return kit_number("SELECT MAX(id) FROM role_grant");
}

static struct team team_for(int64_t person)
{
	struct actor actor = desk_actor(person);
	struct team team;

	ck_ok(team_list(desk.db, &desk.arena, &actor, "XAA", "en", &team, &desk.error), desk.error);
	return team;
}

static const struct team_member *member(const struct team *team, int64_t grant)
{
	for (size_t i = 0; i < team->count; i++)
		if (team->rows[i].grant == grant)
			return &team->rows[i];
	return NULL;
}

/* Somebody without any role in these days. */
static int64_t stranger(void)
{
	int64_t id;

	ck_ok(person_add(desk.db, &kit_actor, "new@a.test", "Nia New", "en", &id, &desk.error), desk.error);
	return id;
}

START_TEST(the_role_passes_on_its_day_and_drafts_stay)
{
	struct audit_state before, after;

	desk_open(&desk);
	int64_t successor = stranger();
	desk_bring(&desk, "CNT", STATE_DRAFT);
	ck_ok(audit_verify(desk.db, &before, &desk.error), desk.error);
	ck_ok(hand(FOCAL, "XAA", GRANT_FOCAL, known("New@A.test"), "2026-03-15"), desk.error);
	ck_assert_int_eq(handed.person, successor);
	ck_assert_str_eq(handed.name, "Nia New");
	ck_assert_str_eq(handed.token, "");
	ck_ok(audit_verify(desk.db, &after, &desk.error), desk.error);
	ck_assert_int_eq(after.rows - before.rows, 3);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'role.handover' AND object = 'person:1'"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM role_grant WHERE id = 1 AND ends_on = '2026-03-14'"), 1);

	desk_today("2026-03-14");
	ck_assert(reports(FOCAL) && !reports(successor));
	desk_today("2026-03-15");
	ck_assert(!reports(FOCAL) && reports(successor));
	ck_refused(desk_save(&desk, FOCAL, "XAA", "CNT", 1, desk_value(2), false), ERR_DENIED, desk.error);
	ck_ok(desk_save(&desk, successor, "XAA", "CNT", 1, desk_value(2), true), desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_SUBMITTED);

	struct team team;
	ck_ok(team_of_person(desk.db, &desk.arena, successor, "en", &team, &desk.error), desk.error);
	ck_assert_int_eq((int)team.count, 1);
	ck_assert_str_eq(team.rows[0].came_from, "Fay Focal");
	ck_assert_str_eq(team.rows[0].participant_title, "Alphaland");
	ck_ok(team_of_person(desk.db, &desk.arena, FOCAL, "en", &team, &desk.error), desk.error);
	ck_assert_int_eq((int)team.count, 0);
	desk_close(&desk);
}
END_TEST

START_TEST(somebody_new_is_invited_in_the_same_step)
{
	struct person person;
	struct successor new = { .email = " Nia@Ministry.test", .name = "Nia New", .lang = "ru" };

	desk_open(&desk);
	ck_ok(hand(CLEARING, "XAA", GRANT_FOCAL, new, "2026-03-10"), desk.error);
	ck_assert_int_eq((int)strlen(handed.token), TOKEN_TEXT - 1);
	ck_ok(invitation_person(desk.db, &desk.arena, handed.token, &person, &desk.error), desk.error);
	ck_assert_str_eq(person.email, "nia@ministry.test");
	ck_assert_str_eq(person.lang, "ru");
	/* On the very day, since a clearing officer arranged it. */
	ck_assert(reports(handed.person) && !reports(FOCAL));
	desk_close(&desk);
}
END_TEST

START_TEST(only_the_holder_or_a_clearing_officer_of_the_participant_may)
{
	desk_open(&desk);
	stranger();
	for (int person = 0; person <= FOCAL_GONE; person++)
		if (person != FOCAL && person != CLEARING)
			ck_refused(hand(person, "XAA", GRANT_FOCAL, known("new@a.test"), "2026-03-15"), ERR_DENIED, desk.error);
	/* Another participant's grant is none of this one, whatever the form says. */
	ck_refused(hand(FOCAL, "XAA", GRANT_FOCAL_B, known("new@a.test"), "2026-03-15"), ERR_NOT_FOUND, desk.error);
	ck_refused(hand(CLEARING, "XBB", GRANT_FOCAL_B, known("new@a.test"), "2026-03-15"), ERR_DENIED, desk.error);
	ck_refused(hand(FOCAL, "XAA", 999, known("new@a.test"), "2026-03-15"), ERR_NOT_FOUND, desk.error);
	/* Roles that are none of a focal point are no matter of theirs. */
	ck_refused(hand(CLEARING, "XAA", GRANT_CLEARING, known("new@a.test"), "2026-03-15"), ERR_DENIED, desk.error);
	ck_refused(hand(DEPUTY, "XAA", GRANT_DEPUTY, known("new@a.test"), "2026-03-15"), ERR_DENIED, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM handover"), 0);
	ck_assert_int_eq(newest_grant(), 12);
	desk_close(&desk);
}
END_TEST

START_TEST(a_wrong_successor_or_day_is_refused_and_nothing_changes)
{
	static const struct { const char *email, *name, *lang, *date; enum err err; const char *field; } cases[] = {
		{ "nia@x.test", "Nia", "en", "2026-03-09", ERR_INVALID, "starts_on" }, { "nia@x.test", "Nia", "en", "2026-03-10", ERR_INVALID, "starts_on" },
		{ "nia@x.test", "Nia", "en", "2024-12-31", ERR_INVALID, "starts_on" }, { "nia@x.test", "Nia", "en", "2026-02-30", ERR_INVALID, "starts_on" },
		{ "nia@x.test", "Nia", "en", "", ERR_INVALID, "starts_on" }, { "nia@x.test", "Nia", "en", NULL, ERR_INVALID, "starts_on" },
		{ "focal@a.test", "", "en", "2026-03-15", ERR_CONFLICT, "email" }, { "gone@a.test", "", "en", "2026-03-15", ERR_CONFLICT, "email" },
		{ "focal@b.test", "", "en", "2026-03-15", ERR_CONFLICT, "email" }, { "clearing@a.test", "", "en", "2026-03-15", ERR_CONFLICT, "email" },
		{ "nia@x.test", "", "en", "2026-03-15", ERR_INVALID, "name" }, { "nia@x.test", "Nia\nNew", "en", "2026-03-15", ERR_INVALID, "name" },
		{ "nia@x.test", "Nia", "xx", "2026-03-15", ERR_INVALID, "lang" }, { "nia@x.test", "Nia", NULL, "2026-03-15", ERR_INVALID, "lang" },
		{ "nia@x.test\nBcc: all@x.test", "Nia", "en", "2026-03-15", ERR_INVALID, "email" }, { "", "Nia", "en", "2026-03-15", ERR_INVALID, "email" },
		{ NULL, "Nia", "en", "2026-03-15", ERR_INVALID, "email" }, { "nia\r@x.test", "Nia", "en", "2026-03-15", ERR_INVALID, "email" },
	};
	desk_open(&desk);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct successor successor = { .email = cases[i].email, .name = cases[i].name, .lang = cases[i].lang };

		ck_refused(hand(FOCAL, "XAA", GRANT_FOCAL, successor, cases[i].date), cases[i].err, desk.error);
		ck_assert_msg(strcmp(desk.error.field, cases[i].field) == 0, "%zu: %s: %s", i, desk.error.field, desk.error.text);
	}
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM handover"), 0);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM role_grant WHERE id = 1 AND ends_on IS NULL"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM person WHERE email LIKE 'nia%'"), 0);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM invitation"), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(the_successor_holds_it_no_longer_than_the_former_would_have)
{
	desk_open(&desk);
	stranger();
	ck_ok(database_script(desk.db, "UPDATE role_grant SET ends_on = '2026-06-30' WHERE id = 1", &desk.error), desk.error);
	ck_refused(hand(FOCAL, "XAA", GRANT_FOCAL, known("new@a.test"), "2026-07-01"), ERR_INVALID, desk.error);
	ck_ok(hand(FOCAL, "XAA", GRANT_FOCAL, known("new@a.test"), "2026-04-01"), desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM role_grant WHERE starts_on = '2026-04-01' AND ends_on = '2026-06-30'"), 1);
	ck_ok(take_back(FOCAL, "XAA", newest_grant()), desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM role_grant WHERE id = 1 AND ends_on = '2026-06-30'"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(a_role_passes_once_and_the_coming_handover_can_be_taken_back)
{
	desk_open(&desk);
	int64_t successor = stranger();
	ck_ok(hand(FOCAL, "XAA", GRANT_FOCAL, known("new@a.test"), "2026-03-15"), desk.error);
	int64_t grant = newest_grant();
	ck_refused(hand(FOCAL, "XAA", GRANT_FOCAL, known("deputy@a.test"), "2026-03-12"), ERR_CONFLICT, desk.error);
	ck_refused(hand(CLEARING, "XAA", grant, known("deputy@a.test"), "2026-03-20"), ERR_CONFLICT, desk.error);
	ck_refused(take_back(DEPUTY, "XAA", grant), ERR_DENIED, desk.error);
	ck_refused(take_back(successor, "XAA", grant), ERR_DENIED, desk.error);
	ck_refused(take_back(FOCAL_B, "XAA", grant), ERR_DENIED, desk.error);
	ck_refused(take_back(FOCAL, "XBB", grant), ERR_NOT_FOUND, desk.error);
	ck_refused(take_back(FOCAL, "XAA", GRANT_CLEARING), ERR_DENIED, desk.error);
	struct team team = team_for(FOCAL);
	ck_assert(member(&team, grant)->may_take_back && member(&team, grant)->coming);
	ck_assert_str_eq(member(&team, GRANT_FOCAL)->passes_to, "Nia New");
	ck_assert(!member(&team, GRANT_FOCAL)->may_hand_over);
	ck_ok(take_back(FOCAL, "XAA", grant), desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM role_grant WHERE id = 1 AND ends_on IS NULL"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM handover") + kit_number("SELECT COUNT(*) FROM role_grant WHERE id > 12"), 0);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'role.take_back'"), 1);
	ck_refused(take_back(FOCAL, "XAA", grant), ERR_NOT_FOUND, desk.error);
	/* And arranged again, it is done on its day: too late to take it back. */
	ck_ok(hand(FOCAL, "XAA", GRANT_FOCAL, known("new@a.test"), "2026-03-15"), desk.error);
	desk_today("2026-03-15");
	ck_refused(take_back(CLEARING, "XAA", newest_grant()), ERR_CONFLICT, desk.error);
	ck_refused(take_back(FOCAL, "XAA", newest_grant()), ERR_DENIED, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_handover_that_was_changed_since_is_not_taken_back)
{
	struct actor administrator = desk_actor(ADMINISTRATOR);

	desk_open(&desk);
	stranger();
	ck_ok(hand(FOCAL, "XAA", GRANT_FOCAL, known("new@a.test"), "2026-03-15"), desk.error);
	ck_ok(role_grant_end(desk.db, &administrator, GRANT_FOCAL, "2026-03-12", &desk.error), desk.error);
	ck_refused(take_back(FOCAL, "XAA", newest_grant()), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM handover"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM role_grant WHERE id = 1 AND ends_on = '2026-03-12'"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(a_deputy_stands_in_for_the_days_given)
{
	desk_open(&desk);
	int64_t person = stranger();
	ck_ok(appoint(FOCAL, "XAA", known("new@a.test"), "2026-03-12", "2026-03-14"), desk.error);
	ck_assert(!reports(person));
	desk_today("2026-03-12");
	ck_assert(reports(person));
	desk_today("2026-03-15");
	ck_assert(!reports(person));
	desk_today("2026-03-10");
	/* The same days again, or over them. */
	ck_refused(appoint(FOCAL, "XAA", known("new@a.test"), "2026-03-11", "2026-03-12"), ERR_CONFLICT, desk.error);
	ck_ok(appoint(CLEARING, "XAA", known("new@a.test"), "2026-03-15", ""), desk.error);
	ck_ok(take_back(CLEARING, "XAA", newest_grant()), desk.error);
	/* Out of their days a handover to them is fine. */
	ck_ok(hand(FOCAL, "XAA", GRANT_FOCAL, known("new@a.test"), "2026-03-12"), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_deputy_is_refused_for_wrong_days_people_and_appointers)
{
	desk_open(&desk);
	stranger();
	for (int person = 0; person <= FOCAL_GONE; person++)
		if (person != FOCAL && person != CLEARING)
			ck_refused(appoint(person, "XAA", known("new@a.test"), "2026-03-12", NULL), ERR_DENIED, desk.error);
	static const struct { const char *email, *from, *until; enum err err; const char *field; } cases[] = {
		{ "new@a.test", "2026-03-09", NULL, ERR_INVALID, "starts_on" }, { "new@a.test", "soon", NULL, ERR_INVALID, "starts_on" },
		{ "new@a.test", "2026-03-12", "2026-03-11", ERR_INVALID, "ends_on" }, { "new@a.test", "2026-03-12", "2026-13-01", ERR_INVALID, "ends_on" },
		{ "focal@a.test", "2026-03-12", NULL, ERR_CONFLICT, "email" }, { "deputy@a.test", "2026-03-12", NULL, ERR_CONFLICT, "email" },
		{ "clearing@a.test", "2026-03-12", NULL, ERR_CONFLICT, "email" }, { "gone@a.test", "2026-03-12", NULL, ERR_CONFLICT, "email" },
		{ "focal@b.test", "2026-03-12", NULL, ERR_CONFLICT, "email" }, { "nobody@a.test", "2026-03-12", NULL, ERR_INVALID, "name" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_refused(appoint(FOCAL, "XAA", known(cases[i].email), cases[i].from, cases[i].until), cases[i].err, desk.error);
		ck_assert_msg(strcmp(desk.error.field, cases[i].field) == 0, "%zu: %s: %s", i, desk.error.field, desk.error.text);
	}
	ck_ok(database_script(desk.db, "UPDATE role_grant SET ends_on = '2026-06-30' WHERE id = 1", &desk.error), desk.error);
	ck_refused(appoint(FOCAL, "XAA", known("new@a.test"), "2026-03-12", NULL), ERR_INVALID, desk.error);
	ck_refused(appoint(FOCAL, "XAA", known("new@a.test"), "2026-03-12", "2026-07-01"), ERR_INVALID, desk.error);
	ck_assert_int_eq(newest_grant(), 12);
	ck_ok(appoint(FOCAL, "XAA", known("new@a.test"), "2026-03-12", "2026-06-30"), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_deputys_last_day_can_be_set_and_no_other_roles)
{
	desk_open(&desk);
	ck_refused(end(DEPUTY, "XAA", GRANT_DEPUTY, "2026-03-20"), ERR_DENIED, desk.error);
	ck_refused(end(FOCAL_B, "XAA", GRANT_DEPUTY, "2026-03-20"), ERR_DENIED, desk.error);
	ck_refused(end(FOCAL_B, "XBB", GRANT_DEPUTY, "2026-03-20"), ERR_NOT_FOUND, desk.error);
	ck_refused(end(FOCAL, "XAA", GRANT_CLEARING, "2026-03-20"), ERR_DENIED, desk.error);
	ck_refused(end(CLEARING, "XAA", GRANT_FOCAL, "2026-03-20"), ERR_DENIED, desk.error);
	ck_refused(end(FOCAL, "XAA", GRANT_DEPUTY, "2026-03-09"), ERR_INVALID, desk.error);
	ck_refused(end(FOCAL, "XAA", GRANT_DEPUTY, "x"), ERR_INVALID, desk.error);
	ck_refused(end(FOCAL, "XAA", GRANT_DEPUTY, "2031-01-01"), ERR_CONFLICT, desk.error);
	ck_assert(reports(DEPUTY));
	ck_ok(end(FOCAL, "XAA", GRANT_DEPUTY, "2026-03-10"), desk.error);
	ck_assert(reports(DEPUTY));
	desk_today("2026-03-11");
	ck_assert(!reports(DEPUTY));
	desk_close(&desk);
}
END_TEST

START_TEST(the_list_names_present_and_coming_people_and_what_each_may_do)
{
	struct team team;
	struct actor nobody = desk_actor(0);

	desk_open(&desk);
	team = team_for(FOCAL);
	ck_assert_str_eq(team.title, "Alphaland");
	/* Neither the one who ended, nor the deactivated one, nor the seconded one. */
	ck_assert_int_eq((int)team.count, 4);
	ck_assert(team.may_appoint && member(&team, GRANT_FOCAL)->may_hand_over && member(&team, GRANT_DEPUTY)->may_end);
	ck_assert(!member(&team, GRANT_CLEARING)->may_end);
	team = team_for(OBSERVER);
	ck_assert(!team.may_appoint && !member(&team, GRANT_FOCAL)->may_hand_over && !member(&team, GRANT_DEPUTY)->may_end);
	team = team_for(DEPUTY);
	ck_assert(!team.may_appoint && !member(&team, GRANT_FOCAL)->may_hand_over);
	team = team_for(FOCAL_B);
	ck_assert(!team.may_appoint && !member(&team, GRANT_FOCAL)->may_hand_over);
	ck_refused(team_list(desk.db, &desk.arena, &nobody, "XZZ", "en", &team, &desk.error), ERR_NOT_FOUND, desk.error);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(the_role_passes_on_its_day_and_drafts_stay), KIT_TEST(somebody_new_is_invited_in_the_same_step),
	KIT_TEST(only_the_holder_or_a_clearing_officer_of_the_participant_may),
	KIT_TEST(a_wrong_successor_or_day_is_refused_and_nothing_changes),
	KIT_TEST(the_successor_holds_it_no_longer_than_the_former_would_have),
	KIT_TEST(a_role_passes_once_and_the_coming_handover_can_be_taken_back),
	KIT_TEST(a_handover_that_was_changed_since_is_not_taken_back), KIT_TEST(a_deputy_stands_in_for_the_days_given),
	KIT_TEST(a_deputy_is_refused_for_wrong_days_people_and_appointers), KIT_TEST(a_deputys_last_day_can_be_set_and_no_other_roles),
	KIT_TEST(the_list_names_present_and_coming_people_and_what_each_may_do),
};
KIT_MAIN("handover", tests)
