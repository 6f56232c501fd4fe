/* Tests of rounds: opening, dates, extensions, progress. */
#include <math.h>
#include <string.h>

#include "tests/unit/desk.h"

static struct desk desk;

static const char *const indicators[] = { "LAD", "CNT" };
static const char *const participants[] = { "XAA" };

static struct round_input good(void)
{
	return (struct round_input){ .framework = "probe", .period = "2026", .opens_on = "2027-01-01", .due_on = "2027-02-01",
		.closes_on = "2027-03-01", .indicators = indicators, .indicator_count = 2, .participants = participants, .participant_count = 1 };
}

static enum err create(int64_t person, struct round_input input)
{
	struct actor actor = desk_actor(person);
	int64_t id;
	enum err err = round_create(desk.db, &actor, &input, &id, &desk.error);

	ck_assert(err == ERR_OK ? id > 0 : id == 0);
	return err;
}

START_TEST(phases_follow_the_dates)
{
	static const struct { const char *today, *extended; enum round_phase phase; } days[] = {
		{ "2026-02-28", NULL, ROUND_NOT_OPEN }, { "2026-03-01", NULL, ROUND_OPEN }, { "2026-03-20", NULL, ROUND_OPEN },
		{ "2026-03-21", NULL, ROUND_OVERDUE }, { "2026-03-31", NULL, ROUND_OVERDUE }, { "2026-04-01", NULL, ROUND_CLOSED },
		{ "2026-03-21", "2026-03-25", ROUND_OPEN }, { "2026-03-25", "2026-03-25", ROUND_OPEN },
		{ "2026-03-26", "2026-03-25", ROUND_OVERDUE }, { "2026-04-01", "2026-03-25", ROUND_CLOSED },
		{ "2026-04-10", "2026-04-10", ROUND_OPEN }, { "2026-04-11", "2026-04-10", ROUND_CLOSED },
		{ "2026-02-28", "2026-04-10", ROUND_NOT_OPEN },
	};
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		ck_assert_msg(round_phase_on("2026-03-01", "2026-03-20", "2026-03-31", days[i].extended, days[i].today) == days[i].phase,
			"%s", days[i].today);
}
END_TEST

START_TEST(a_round_opens_with_its_indicators_and_participants)
{
	struct round round;

	desk_open(&desk);
	ck_ok(round_load(desk.db, &desk.arena, desk.round, "ru", &round, &desk.error), desk.error);
	ck_ok(round_count(desk.db, &round, &desk.error), desk.error);
	ck_assert_str_eq(round.framework, "probe");
	ck_assert_str_eq(round.framework_title, "Проба");
	ck_assert_str_eq(round.period, "2025");
	ck_assert_int_eq(round.indicators, 7);
	ck_assert_int_eq(round.participants, 2);
	ck_assert_int_eq(round.answers[STATE_NONE], 14);
	ck_assert_int_eq(round.phase, ROUND_OPEN);
	ck_assert(!round.imported);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'round.open' AND object = 'probe/2025'"), 1);
	/* Of the current version only. */
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM round_indicator WHERE indicator_version = 10"), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(only_the_secretariat_opens_rounds)
{
	desk_open(&desk);
	ck_ok(create(SECRETARIAT, good()), desk.error);
	for (int person = 0; person <= FOCAL_GONE; person++) {
		struct round_input input = good();
		input.period = "2027";
		if (person == SECRETARIAT || person == SECRETARIAT_A)
			continue;
		ck_refused(create(person, input), ERR_DENIED, desk.error);
	}
	desk_close(&desk);
}
END_TEST

START_TEST(a_wrong_input_is_refused_with_its_field)
{
	static const char *const unknown[] = { "NIX" }, *const retired[] = { "RET" }, *const old[] = { "OLD" };
	struct round_input input;

	desk_open(&desk);
	const struct { const char *field; enum err err; } want[] = {
		{ "framework", ERR_INVALID }, { "period", ERR_INVALID }, { "period", ERR_CONFLICT }, { "opens_on", ERR_INVALID },
		{ "due_on", ERR_INVALID }, { "closes_on", ERR_INVALID }, { "due_on", ERR_INVALID }, { "closes_on", ERR_INVALID },
		{ "indicator", ERR_INVALID }, { "participant", ERR_INVALID }, { "indicator", ERR_INVALID }, { "indicator", ERR_INVALID },
		{ "indicator", ERR_INVALID }, { "participant", ERR_INVALID },
	};
	for (size_t i = 0; i < sizeof want / sizeof *want; i++) {
		input = good();
		switch (i) {
		case 0: input.framework = "nix"; break;
		case 1: input.period = "2025-X"; break;
		case 2: input.period = "2025"; break;
		case 3: input.opens_on = "2027-02-30"; break;
		case 4: input.due_on = ""; break;
		case 5: input.closes_on = "soon"; break;
		case 6: input.due_on = "2026-12-31"; break;
		case 7: input.closes_on = "2027-01-31"; break;
		case 8: input.indicator_count = 0; break;
		case 9: input.participant_count = 0; break;
		case 10: input.indicators = unknown; input.indicator_count = 1; break;
		case 11: input.indicators = retired; input.indicator_count = 1; break;
		case 12: input.indicators = old; input.indicator_count = 1; break;
		default: input.participants = unknown; break;
		}
		desk.error = (struct error)ERROR_INIT;
		ck_refused(create(SECRETARIAT, input), want[i].err, desk.error);
		ck_assert_str_eq(desk.error.field, want[i].field);
	}
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM round"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(what_can_be_chosen_is_in_force_and_valid)
{
	struct round_choices choices;

	desk_open(&desk);
	ck_ok(round_choose_indicators(desk.db, &desk.arena, "probe", "2025-S1", "ru", &choices, &desk.error), desk.error);
	ck_assert_int_eq((int)choices.count, 7);
	ck_assert_str_eq(choices.rows[0].title, "Лестница");
	ck_assert_str_eq(choices.rows[0].group, "First domain");
	ck_ok(round_choose_indicators(desk.db, &desk.arena, "probe", "2015-Q4", "en", &choices, &desk.error), desk.error);
	ck_assert_int_eq((int)choices.count, 8);
	ck_ok(round_choose_participants(desk.db, &desk.arena, "ru", &choices, &desk.error), desk.error);
	ck_assert_int_eq((int)choices.count, 3);
	ck_assert_str_eq(choices.rows[0].title, "Альфаландия");
	ck_assert_str_eq(choices.rows[1].title, "Betaland");
	ck_assert(choices.rows[0].chosen && choices.rows[1].chosen && !choices.rows[2].chosen);
	ck_ok(round_choose_frameworks(desk.db, &desk.arena, "en", &choices, &desk.error), desk.error);
	ck_assert_str_eq(choices.rows[0].title, "Probe");
	desk_close(&desk);
}
END_TEST

static enum err extend(int64_t person, const char *participant, const char *until, const char *reason)
{
	struct actor actor = desk_actor(person);

	desk.error = (struct error)ERROR_INIT;
	return round_extend(desk.db, &actor, desk.round, participant, until, reason, &desk.error);
}

START_TEST(an_extension_moves_one_participants_deadline)
{
	struct round round;
	struct round_seat seat;

	desk_open(&desk);
	ck_ok(extend(SECRETARIAT, "XAA", "2026-04-15", "Elections."), desk.error);
	desk_today("2026-04-02");
	ck_ok(round_load(desk.db, &desk.arena, desk.round, "en", &round, &desk.error), desk.error);
	ck_assert_int_eq(round.phase, ROUND_CLOSED);
	ck_ok(round_seat(desk.db, &desk.arena, &round, "XAA", "en", &seat, &desk.error), desk.error);
	ck_assert_int_eq(seat.phase, ROUND_OPEN);
	ck_assert_str_eq(seat.due_on, "2026-04-15");
	ck_assert_str_eq(seat.extension_reason, "Elections.");
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CNT", 0, desk_value(4), false), desk.error);
	ck_refused(desk_save(&desk, FOCAL_B, "XBB", "CNT", 0, desk_value(4), false), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'round.extend' AND object = 'probe/2025/XAA'"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(an_extension_is_refused_without_reason_backwards_or_for_ones_own)
{
	desk_open(&desk);
	ck_refused(extend(SECRETARIAT, "XAA", "2026-04-15", " \n"), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "reason");
	ck_refused(extend(SECRETARIAT, "XAA", "2026-03-20", "Why."), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "until");
	ck_refused(extend(SECRETARIAT, "XAA", "2026-13-20", "Why."), ERR_INVALID, desk.error);
	ck_refused(extend(SECRETARIAT, "XCC", "2026-04-15", "Why."), ERR_NOT_FOUND, desk.error);
	ck_refused(extend(SECRETARIAT_A, "XAA", "2026-04-15", "Why."), ERR_DENIED, desk.error);
	ck_ok(extend(SECRETARIAT_A, "XBB", "2026-04-15", "Why."), desk.error);
	ck_refused(extend(FOCAL, "XAA", "2026-04-15", "Why."), ERR_DENIED, desk.error);
	ck_refused(extend(ADMINISTRATOR, "XAA", "2026-04-15", "Why."), ERR_DENIED, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(tasks_are_the_rounds_of_ones_own_participant_today)
{
	desk_open(&desk);
	static const struct { int64_t person; size_t count; } people[] = {
		{ FOCAL, 1 }, { DEPUTY, 1 }, { CLEARING, 1 }, { OBSERVER, 1 }, { FOCAL_B, 1 }, { SECRETARIAT, 0 }, { SECRETARIAT_A, 0 },
		{ ADMINISTRATOR, 0 }, { DONOR, 0 }, { FOCAL_ENDED, 0 }, { FOCAL_GONE, 0 }, { 0, 0 },
	};
	for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
		struct actor actor = desk_actor(people[i].person);
		struct round_tasks tasks;

		ck_ok(round_tasks_of(desk.db, &desk.arena, &actor, "en", &tasks, &desk.error), desk.error);
		ck_assert_int_eq((int)tasks.count, (int)people[i].count);
		if (people[i].person == FOCAL_B)
			ck_assert_str_eq(tasks.rows[0].seat.code, "XBB");
	}
	desk_today("2031-01-01");
	struct actor deputy = desk_actor(DEPUTY);
	struct round_tasks tasks;
	ck_ok(round_tasks_of(desk.db, &desk.arena, &deputy, "en", &tasks, &desk.error), desk.error);
	ck_assert_int_eq((int)tasks.count, 0);
	desk_close(&desk);
}
END_TEST

START_TEST(progress_counts_states_by_participant_and_domain)
{
	struct round round;
	struct round_seats seats;
	struct round_board board;
	struct round_lines lines;

	desk_open(&desk);
	desk_bring(&desk, "LAD", STATE_RETURNED);
	desk_bring(&desk, "YES", STATE_CLEARED);
	desk_bring(&desk, "CNT", STATE_SUBMITTED);
	ck_ok(round_load(desk.db, &desk.arena, desk.round, "en", &round, &desk.error), desk.error);
	ck_ok(round_count(desk.db, &round, &desk.error), desk.error);
	ck_assert_int_eq(round.answers[STATE_NONE], 11);
	ck_ok(round_seats(desk.db, &desk.arena, &round, "en", &seats, &desk.error), desk.error);
	ck_assert_int_eq((int)seats.count, 2);
	ck_assert_int_eq(seats.rows[0].answers[STATE_NONE], 4);
	ck_assert_int_eq(seats.rows[0].answers[STATE_RETURNED], 1);
	ck_assert_int_eq(seats.rows[1].answers[STATE_NONE], 7);
	ck_ok(round_board(desk.db, &desk.arena, &round, &seats, "en", &board, &desk.error), desk.error);
	ck_assert_int_eq((int)board.domain_count, 2);
	ck_assert_str_eq(board.domains[0].title, "First domain");
	ck_assert_int_eq(board.cells[0].expected, 3);
	ck_assert_int_eq(board.cells[0].answers[STATE_NONE], 1);
	ck_assert_int_eq(board.cells[0].answers[STATE_CLEARED], 1);
	ck_assert_int_eq(board.cells[1].answers[STATE_SUBMITTED], 1);
	ck_assert_int_eq(board.cells[3].answers[STATE_NONE], 4);
	ck_ok(round_questionnaire(desk.db, &desk.arena, desk.round, "XAA", "en", &lines, &desk.error), desk.error);
	ck_assert_int_eq((int)lines.count, 7);
	ck_assert_str_eq(lines.rows[0].code, "LAD");
	ck_assert_int_eq(lines.rows[0].state, STATE_RETURNED);
	ck_assert_str_eq(lines.rows[0].reason, "Not so.");
	ck_assert_str_eq(lines.rows[0].by, "Cleo Clearing");
	ck_assert_str_eq(lines.rows[2].audience, "donors");
	ck_assert_int_eq(lines.rows[6].state, STATE_NONE);
	/* Enough to say each value in short. */
	ck_assert_str_eq(lines.rows[0].level, "Draft");
	ck_assert_int_eq(lines.rows[0].levels, 5);
	ck_assert_int_eq(lines.rows[1].items, 3);
	ck_assert_double_eq(lines.rows[3].value, 1);
	ck_assert_str_eq(lines.rows[3].unit, "persons");
	ck_assert(lines.rows[4].has_fraction && !lines.rows[6].has_fraction);
	ck_assert(isnan(lines.rows[6].value) && lines.rows[6].level == NULL && !lines.rows[6].explained);
	desk_close(&desk);
}
END_TEST

START_TEST(unknown_rounds_and_seats_are_not_found)
{
	struct round round;
	struct round_seat seat;

	desk_open(&desk);
	ck_refused(round_load(desk.db, &desk.arena, 99, "en", &round, &desk.error), ERR_NOT_FOUND, desk.error);
	ck_refused(round_load(desk.db, &desk.arena, 0, "en", &round, &desk.error), ERR_NOT_FOUND, desk.error);
	ck_ok(round_load(desk.db, &desk.arena, desk.round, "en", &round, &desk.error), desk.error);
	ck_refused(round_seat(desk.db, &desk.arena, &round, "XCC", "en", &seat, &desk.error), ERR_NOT_FOUND, desk.error);
	ck_refused(round_seat(desk.db, &desk.arena, &round, "", "en", &seat, &desk.error), ERR_NOT_FOUND, desk.error);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(phases_follow_the_dates),
	KIT_TEST(a_round_opens_with_its_indicators_and_participants),
	KIT_TEST(only_the_secretariat_opens_rounds),
	KIT_TEST(a_wrong_input_is_refused_with_its_field),
	KIT_TEST(what_can_be_chosen_is_in_force_and_valid),
	KIT_TEST(an_extension_moves_one_participants_deadline),
	KIT_TEST(an_extension_is_refused_without_reason_backwards_or_for_ones_own),
	KIT_TEST(tasks_are_the_rounds_of_ones_own_participant_today),
	KIT_TEST(progress_counts_states_by_participant_and_domain),
	KIT_TEST(unknown_rounds_and_seats_are_not_found),
};
KIT_MAIN("round", tests)
