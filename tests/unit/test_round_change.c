/* Tests of changing a round: dates, closing early, one participant more or less. */
#include <string.h>

#include "indicators/model/duty.h"
#include "tests/unit/desk.h"

static struct desk desk;

static enum err dates(int64_t person, const char *opens, const char *due, const char *closes, const char *reason)
{
	struct actor actor = desk_actor(person);

	desk.error = (struct error)ERROR_INIT;
	return round_change_dates(desk.db, &actor, desk.round, &(struct round_dates){ opens, due, closes }, reason, &desk.error);
}

static enum err close_now(int64_t person, const char *reason)
{
	struct actor actor = desk_actor(person);

	desk.error = (struct error)ERROR_INIT;
	return round_close(desk.db, &actor, desk.round, reason, &desk.error);
}

static enum err add(int64_t person, const char *participant)
{
	struct actor actor = desk_actor(person);

	desk.error = (struct error)ERROR_INIT;
	return round_add_participant(desk.db, &actor, desk.round, participant, &desk.error);
}

static enum err withdraw(int64_t person, const char *participant, const char *reason)
{
	struct actor actor = desk_actor(person);

	desk.error = (struct error)ERROR_INIT;
	return round_withdraw_participant(desk.db, &actor, desk.round, participant, reason, &desk.error);
}

START_TEST(the_dates_of_an_open_round_are_changed_with_a_reason)
{
	struct round round;

	desk_open(&desk);
	ck_ok(dates(SECRETARIAT, "2026-03-01", "2026-04-01", "2026-04-30", "Two \"weeks\" more."), desk.error);
	ck_ok(round_load(desk.db, &desk.arena, desk.round, "en", &round, &desk.error), desk.error);
	ck_assert_str_eq(round.due_on, "2026-04-01");
	ck_assert_str_eq(round.closes_on, "2026-04-30");
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'round.dates' AND object = 'probe/2025'"
		" AND json_extract(detail, '$.reason') = 'Two \"weeks\" more.' AND json_extract(detail, '$.due[0]') = '2026-03-20'"), 1);
	/* Shorter too, as long as it does not end in the past. */
	ck_ok(dates(SECRETARIAT_A, "2026-03-01", "2026-03-10", "2026-03-10", "Agreed."), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(wrong_dates_change_nothing)
{
	static const struct { const char *opens, *due, *closes, *reason, *field; } wrong[] = {
		{ "2026-03-01", "2026-02-01", "2026-04-30", "Why.", "due_on" }, { "2026-03-01", "2026-05-01", "2026-04-30", "Why.", "closes_on" },
		{ "2026-03-01", "soon", "2026-04-30", "Why.", "due_on" }, { "2026-03-01", "2026-02-30", "2026-04-30", "Why.", "due_on" },
		{ "2026-03-05", "2026-04-01", "2026-04-30", "Why.", "opens_on" }, { "2026-03-01", "2026-03-09", "2026-03-09", "Why.", "closes_on" },
		{ "2026-03-01", "2026-03-20", "2026-03-31", "Why.", "due_on" }, { "2026-03-01", "2026-04-01", "2026-04-30", " ", "reason" },
		{ "2026-03-01", "2026-04-01", "2026-04-30", NULL, "reason" },
	};
	desk_open(&desk);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		ck_refused(dates(SECRETARIAT, wrong[i].opens, wrong[i].due, wrong[i].closes, wrong[i].reason), ERR_INVALID, desk.error);
		ck_assert_str_eq(desk.error.field, wrong[i].field);
	}
	for (int person = 0; person <= FOCAL_GONE; person++)
		if (person != SECRETARIAT && person != SECRETARIAT_A)
			ck_refused(dates(person, "2026-03-01", "2026-04-01", "2026-04-30", "Why."), ERR_DENIED, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM round WHERE due_on = '2026-03-20' AND closes_on = '2026-03-31'"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'round.dates'"), 0);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'round.refused'"), FOCAL_GONE - 1);
	desk_today("2026-04-01");
	ck_refused(dates(SECRETARIAT, "2026-03-01", "2026-04-01", "2026-04-30", "Why."), ERR_CONFLICT, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(the_opening_moves_until_it_has_come)
{
	desk_open(&desk);
	desk_today("2026-02-20");
	ck_ok(dates(SECRETARIAT, "2026-03-10", "2026-04-01", "2026-04-30", "Later."), desk.error);
	desk_today("2026-03-10");
	ck_refused(dates(SECRETARIAT, "2026-03-11", "2026-04-01", "2026-04-30", "Later."), ERR_INVALID, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_round_is_closed_now_for_those_with_more_time_too)
{
	struct actor actor = desk_actor(SECRETARIAT);
	struct round round;
	struct round_seat seat;

	desk_open(&desk);
	ck_ok(round_extend(desk.db, &actor, desk.round, "XBB", "2026-05-01", "Elections.", &desk.error), desk.error);
	ck_refused(close_now(SECRETARIAT, ""), ERR_INVALID, desk.error);
	ck_refused(close_now(FOCAL, "Why."), ERR_DENIED, desk.error);
	ck_ok(close_now(SECRETARIAT, "All have reported."), desk.error);
	ck_ok(round_load(desk.db, &desk.arena, desk.round, "en", &round, &desk.error), desk.error);
	ck_assert_int_eq(round.phase, ROUND_CLOSED);
	ck_ok(round_seat(desk.db, &desk.arena, &round, "XBB", "en", &seat, &desk.error), desk.error);
	ck_assert_int_eq(seat.phase, ROUND_CLOSED);
	ck_refused(desk_save(&desk, FOCAL, "XAA", "CNT", 0, desk_value(1), false), ERR_CONFLICT, desk.error);
	ck_refused(close_now(SECRETARIAT, "Again."), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'round.close'"), 1);
	/* Somebody may still be given more time, and then it can be closed again. */
	ck_ok(round_extend(desk.db, &actor, desk.round, "XBB", "2026-06-01", "After all.", &desk.error), desk.error);
	ck_ok(close_now(SECRETARIAT, "Again."), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_round_that_has_not_opened_is_not_closed)
{
	desk_open(&desk);
	desk_today("2026-02-20");
	ck_refused(close_now(SECRETARIAT, "Why."), ERR_CONFLICT, desk.error);
	desk_today("2026-03-01");
	ck_ok(close_now(SECRETARIAT, "On its first day."), desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM round WHERE closes_on = '2026-02-28'"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(a_participant_is_expected_or_withdrawn_before_it_answers)
{
	desk_open(&desk);
	ck_ok(add(SECRETARIAT, "XCC"), desk.error);
	ck_refused(add(SECRETARIAT, "XCC"), ERR_CONFLICT, desk.error);
	ck_refused(add(SECRETARIAT, "XZZ"), ERR_INVALID, desk.error);
	ck_refused(withdraw(SECRETARIAT, "XCC", ""), ERR_INVALID, desk.error);
	ck_ok(withdraw(SECRETARIAT, "XCC", "It joins next year."), desk.error);
	ck_refused(withdraw(SECRETARIAT, "XCC", "Again."), ERR_NOT_FOUND, desk.error);
	ck_ok(desk_save(&desk, FOCAL_B, "XBB", "CNT", 0, desk_value(1), false), desk.error);
	ck_refused(withdraw(SECRETARIAT, "XBB", "Why."), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM round_participant WHERE participant = 'XBB'"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE object = 'probe/2025/XCC' AND action IN ('round.expect', 'round.withdraw')"), 2);
	/* The last one stays. */
	ck_ok(database_script(desk.db, "DELETE FROM round_participant WHERE participant = 'XBB'", &desk.error), desk.error);
	ck_refused(withdraw(SECRETARIAT, "XAA", "Why."), ERR_CONFLICT, desk.error);
	desk_today("2026-04-01");
	ck_refused(add(SECRETARIAT, "XCC"), ERR_CONFLICT, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(nobody_adds_withdraws_or_extends_their_own_participant_and_the_try_is_kept)
{
	struct actor actor = desk_actor(SECRETARIAT_A);

	desk_open(&desk);
	ck_refused(withdraw(SECRETARIAT_A, "XAA", "Why."), ERR_DENIED, desk.error);
	ck_refused(add(SECRETARIAT_A, "XAA"), ERR_DENIED, desk.error);
	ck_refused(round_extend(desk.db, &actor, desk.round, "XAA", "2026-05-01", "Why.", &desk.error), ERR_DENIED, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'round.refused' AND object = 'probe/2025/XAA'"
		" AND json_extract(detail, '$.step') IN ('withdraw', 'expect', 'extend')"), 3);
	ck_ok(withdraw(SECRETARIAT_A, "XBB", "It asked to."), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_new_round_can_begin_as_a_former_one)
{
	struct round_choices indicators, participants;
	struct actor actor = desk_actor(SECRETARIAT);
	const char *const asked[] = { "LAD", "CNT" }, *const expected[] = { "XBB" };
	const struct round_input input = { .framework = "probe", .period = "2026", .opens_on = "2027-01-01", .due_on = "2027-02-01",
		.closes_on = "2027-03-01", .indicators = asked, .indicator_count = 2, .participants = expected, .participant_count = 1 };
	int64_t id;

	desk_open(&desk);
	ck_ok(round_create(desk.db, &actor, &input, &id, &desk.error), desk.error);
	ck_ok(round_choose_indicators(desk.db, &desk.arena, "probe", "2027", "en", &indicators, &desk.error), desk.error);
	ck_ok(round_choose_participants(desk.db, &desk.arena, "en", &participants, &desk.error), desk.error);
	ck_ok(round_choose_as(desk.db, id, &indicators, &participants, &desk.error), desk.error);
	size_t chosen = 0;
	for (size_t i = 0; i < indicators.count; i++)
		chosen += indicators.rows[i].chosen;
	ck_assert_uint_eq(chosen, 2);
	for (size_t i = 0; i < participants.count; i++)
		ck_assert_int_eq(participants.rows[i].chosen, strcmp(participants.rows[i].code, "XBB") == 0);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(the_dates_of_an_open_round_are_changed_with_a_reason),
	KIT_TEST(wrong_dates_change_nothing),
	KIT_TEST(the_opening_moves_until_it_has_come),
	KIT_TEST(a_round_is_closed_now_for_those_with_more_time_too),
	KIT_TEST(a_round_that_has_not_opened_is_not_closed),
	KIT_TEST(a_participant_is_expected_or_withdrawn_before_it_answers),
	KIT_TEST(nobody_adds_withdraws_or_extends_their_own_participant_and_the_try_is_kept),
	KIT_TEST(a_new_round_can_begin_as_a_former_one),
};
KIT_MAIN("round_change", tests)
