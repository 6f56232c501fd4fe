/* Tests of what an answer is compared with at clearing, and of clearing what is unchanged. */
#include <string.h>

#include "indicators/model/answer_basis.h"
#include "tests/unit/desk.h"

static struct desk desk;

static struct answer_basis basis_of(const char *indicator)
{
	struct answer answer = desk_answer(&desk, "XAA", indicator);
	struct answer_basis basis;

	ck_ok(answer_basis(desk.db, &desk.arena, &answer, &basis, &desk.error), desk.error);
	return basis;
}

/* Saves with a piece of evidence more, or without one. */
static void save_evidence(const char *indicator, int64_t base, double value, const char *added, int64_t removed)
{
	struct answer_evidence evidence = { .kind = "citation", .text = added, .shareable = true };
	struct answer_change change = { .base = base, .content = desk_value(value), .added = &evidence, .added_count = added != NULL,
		.removed = &removed, .removed_count = removed != 0 };
	struct answer_key key = { .round = desk.round, .participant = "XAA", .indicator = indicator };
	struct actor actor = desk_actor(FOCAL);
	enum answer_outcome outcome;

	ck_ok(answer_save(desk.db, &actor, &key, &change, &outcome, &desk.error), desk.error);
	ck_assert_int_eq(outcome, ANSWER_SAVED);
}

static void act(int64_t person, const char *indicator, int64_t revision, enum answer_action action, const char *words)
{
	ck_ok(desk_act(&desk, person, "XAA", indicator, revision, action, words), desk.error);
}

/* A round of 2024 in which CNT was 7 and accepted for donors; the desk is back at 2025. */
static void add_last_round(void)
{
	static const char *const indicators[] = { "CNT", "VAL" };
	static const char *const participants[] = { "XAA" };
	struct round_input input = { .framework = "probe", .period = "2024", .opens_on = "2026-03-01", .due_on = "2026-03-20",
		.closes_on = "2026-03-31", .indicators = indicators, .indicator_count = 2, .participants = participants, .participant_count = 1 };
	struct actor secretariat = desk_actor(SECRETARIAT);
	int64_t now = desk.round;

	ck_ok(round_create(desk.db, &secretariat, &input, &desk.round, &desk.error), desk.error);
	save_evidence("CNT", 0, 7, "Register of 2024", 0);
	act(FOCAL, "CNT", 1, ACTION_SUBMIT, NULL);
	act(CLEARING, "CNT", 1, ACTION_CLEAR, "donors");
	act(SECRETARIAT, "CNT", 1, ACTION_ACCEPT, NULL);
	desk_bring(&desk, "VAL", STATE_CLEARED);
	desk.round = now;
}

START_TEST(a_first_answer_has_no_basis)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_SUBMITTED);
	struct answer_basis basis = basis_of("CNT");
	ck_assert_int_eq(basis.kind, BASIS_NONE);
	ck_assert(!basis.unchanged);
	desk_close(&desk);
}
END_TEST

START_TEST(an_answer_that_comes_back_as_it_was_cleared_is_unchanged)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	desk_today("2026-03-11");
	act(SECRETARIAT, "CNT", 1, ACTION_RETURN, "Sure?");
	act(FOCAL, "CNT", 1, ACTION_SUBMIT, NULL);
	struct answer_basis basis = basis_of("CNT");
	ck_assert_int_eq(basis.kind, BASIS_CLEARED);
	ck_assert_int_eq(basis.revision, 1);
	ck_assert_str_eq(basis.audience, "donors");
	ck_assert_str_eq(basis.at, "2026-03-10T09:30:00Z");
	ck_assert(basis.unchanged);

	/* Changed, and changed back: what counts is what it says. */
	act(FOCAL, "CNT", 1, ACTION_WITHDRAW, NULL);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CNT", 1, desk_value(2), true), desk.error);
	basis = basis_of("CNT");
	ck_assert(!basis.unchanged);
	ck_assert_double_eq(basis.content.value, 1);
	act(FOCAL, "CNT", 2, ACTION_WITHDRAW, NULL);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CNT", 2, desk_value(1), true), desk.error);
	ck_assert(basis_of("CNT").unchanged);
	desk_close(&desk);
}
END_TEST

START_TEST(evidence_that_came_or_went_since_the_clearing_is_a_change)
{
	desk_open(&desk);
	save_evidence("CNT", 0, 1, "Old register", 0);
	act(FOCAL, "CNT", 1, ACTION_SUBMIT, NULL);
	desk_today("2026-03-11");
	act(CLEARING, "CNT", 1, ACTION_CLEAR, "members");
	desk_today("2026-03-12");
	act(SECRETARIAT, "CNT", 1, ACTION_RETURN, "Which register?");
	ck_assert(basis_of("CNT").unchanged);
	save_evidence("CNT", 1, 1, "New register", desk_answer(&desk, "XAA", "CNT").evidence[0].id);
	struct answer_basis basis = basis_of("CNT");
	ck_assert(!basis.unchanged);
	ck_assert_uint_eq(basis.added.count, 1);
	ck_assert_str_eq(basis.added.rows[0]->text, "New register");
	ck_assert_uint_eq(basis.removed.count, 1);
	ck_assert_str_eq(basis.removed.rows[0]->text, "Old register");
	desk_close(&desk);
}
END_TEST

START_TEST(without_a_clearing_the_last_rounds_accepted_answer_counts)
{
	desk_open(&desk);
	add_last_round();
	save_evidence("CNT", 0, 7, "Register of 2024", 0);
	struct answer_basis basis = basis_of("CNT");
	ck_assert_int_eq(basis.kind, BASIS_LAST_ROUND);
	ck_assert_str_eq(basis.period, "2024");
	ck_assert_str_eq(basis.audience, "donors");
	ck_assert(!basis.other_version);
	ck_assert(basis.unchanged);
	save_evidence("CNT", 1, 7, "Register of 2025", 0);
	basis = basis_of("CNT");
	ck_assert(!basis.unchanged);
	ck_assert_uint_eq(basis.added.count, 1);
	/* Cleared is not accepted. */
	desk_bring(&desk, "VAL", STATE_SUBMITTED);
	ck_assert_int_eq(basis_of("VAL").kind, BASIS_NONE);
	desk_close(&desk);
}
END_TEST

static enum err clear_same(int64_t person, const struct answer_same *same, size_t count)
{
	struct actor actor = desk_actor(person);

	return answer_clear_unchanged(desk.db, &actor, desk.round, "XAA", same, count, &desk.error);
}

START_TEST(unchanged_answers_are_cleared_each_for_its_audience)
{
	struct answer_same same[] = { { { "CNT", 1 }, "donors" }, { { "YES", 1 }, "public" } };

	desk_open(&desk);
	add_last_round();
	save_evidence("CNT", 0, 7, "Register of 2024", 0);
	act(FOCAL, "CNT", 1, ACTION_SUBMIT, NULL);
	desk_bring(&desk, "YES", STATE_SUBMITTED);
	act(CLEARING, "YES", 1, ACTION_CLEAR, "public");
	act(SECRETARIAT, "YES", 1, ACTION_RETURN, "Sure?");
	act(FOCAL, "YES", 1, ACTION_SUBMIT, NULL);
	ck_ok(clear_same(CLEARING, same, 2), desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_CLEARED);
	ck_assert_str_eq(desk_answer(&desk, "XAA", "CNT").audience, "donors");
	ck_assert_str_eq(desk_answer(&desk, "XAA", "YES").audience, "public");
	desk_close(&desk);
}
END_TEST

START_TEST(what_is_not_unchanged_is_not_cleared_and_nothing_with_it)
{
	struct answer_same both[] = { { { "CNT", 1 }, "donors" }, { { "YES", 1 }, "members" } };
	struct answer_same wider = { { "CNT", 1 }, "public" };
	struct answer_same stale = { { "CNT", 7 }, "donors" };
	struct answer_same missing = { { "PCT", 1 }, "donors" };

	desk_open(&desk);
	add_last_round();
	save_evidence("CNT", 0, 7, "Register of 2024", 0);
	act(FOCAL, "CNT", 1, ACTION_SUBMIT, NULL);
	desk_bring(&desk, "YES", STATE_SUBMITTED);
	ck_refused(clear_same(CLEARING, NULL, 0), ERR_INVALID, desk.error);
	ck_refused(clear_same(FOCAL, both, 1), ERR_DENIED, desk.error);
	ck_refused(clear_same(CLEARING_B, both, 1), ERR_DENIED, desk.error);
	ck_refused(clear_same(CLEARING, both, 2), ERR_CONFLICT, desk.error);
	ck_assert(strncmp(desk.error.text, "YES: ", 5) == 0);
	ck_refused(clear_same(CLEARING, &wider, 1), ERR_CONFLICT, desk.error);
	ck_refused(clear_same(CLEARING, &stale, 1), ERR_CONFLICT, desk.error);
	ck_refused(clear_same(CLEARING, &missing, 1), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_SUBMITTED);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "YES").state, STATE_SUBMITTED);
	/* Nothing is left open. */
	ck_ok(clear_same(CLEARING, both, 1), desk.error);
	ck_refused(clear_same(CLEARING, both, 1), ERR_CONFLICT, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(only_what_waits_is_cleared_from_a_page)
{
	struct answer_step steps[] = { { "CNT", 1 }, { "YES", 1 } };
	struct actor officer = desk_actor(CLEARING), focal = desk_actor(FOCAL);

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_SUBMITTED);
	desk_bring(&desk, "YES", STATE_CLEARED);
	ck_refused(answer_clear_waiting(desk.db, &focal, desk.round, "XAA", steps, 1, "public", &desk.error), ERR_DENIED, desk.error);
	ck_refused(answer_clear_waiting(desk.db, &officer, desk.round, "XAA", steps, 2, "public", &desk.error), ERR_CONFLICT, desk.error);
	ck_refused(answer_clear_waiting(desk.db, &officer, desk.round, "XAA", steps, 1, "world", &desk.error), ERR_INVALID, desk.error);
	ck_refused(answer_clear_waiting(desk.db, &officer, desk.round, "XAA", steps, 0, "public", &desk.error), ERR_INVALID, desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_SUBMITTED);
	ck_assert_str_eq(desk_answer(&desk, "XAA", "YES").audience, "donors");
	ck_ok(answer_clear_waiting(desk.db, &officer, desk.round, "XAA", steps, 1, "public", &desk.error), desk.error);
	ck_assert_str_eq(desk_answer(&desk, "XAA", "CNT").audience, "public");
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_first_answer_has_no_basis),
	KIT_TEST(an_answer_that_comes_back_as_it_was_cleared_is_unchanged),
	KIT_TEST(evidence_that_came_or_went_since_the_clearing_is_a_change),
	KIT_TEST(without_a_clearing_the_last_rounds_accepted_answer_counts),
	KIT_TEST(unchanged_answers_are_cleared_each_for_its_audience),
	KIT_TEST(only_what_waits_is_cleared_from_a_page),
	KIT_TEST(what_is_not_unchanged_is_not_cleared_and_nothing_with_it),
};
KIT_MAIN("answer_basis", tests)
