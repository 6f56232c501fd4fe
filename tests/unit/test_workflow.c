/* Tests of the way of an answer: every state, action and duty. */
#include <stdio.h>
#include <string.h>

#include "indicators/model/workflow.h"
#include "tests/unit/kit.h"

static struct error error = ERROR_INIT;

/* Written down a second time, by hand: "state action duty published" → state. What is not here is refused. */
static const struct {
	enum answer_state from;
	enum answer_action action;
	unsigned duty;
	int published; /* 0, 1, 2: either */
	enum answer_state to;
} allowed[] = {
	{ STATE_NONE, ACTION_SAVE, DUTY_REPORT, 2, STATE_DRAFT },
	{ STATE_DRAFT, ACTION_SAVE, DUTY_REPORT, 2, STATE_DRAFT },
	{ STATE_DRAFT, ACTION_SUBMIT, DUTY_REPORT, 2, STATE_SUBMITTED },
	{ STATE_RETURNED, ACTION_SAVE, DUTY_REPORT, 2, STATE_RETURNED },
	{ STATE_RETURNED, ACTION_SUBMIT, DUTY_REPORT, 2, STATE_SUBMITTED },
	{ STATE_SUBMITTED, ACTION_WITHDRAW, DUTY_REPORT, 2, STATE_DRAFT },
	{ STATE_SUBMITTED, ACTION_CLEAR, DUTY_CLEAR, 2, STATE_CLEARED },
	{ STATE_SUBMITTED, ACTION_RETURN, DUTY_CLEAR, 2, STATE_RETURNED },
	{ STATE_CLEARED, ACTION_CLEAR, DUTY_CLEAR, 2, STATE_CLEARED },
	{ STATE_CLEARED, ACTION_RETURN, DUTY_CLEAR, 2, STATE_RETURNED },
	{ STATE_CLEARED, ACTION_RETURN, DUTY_REVIEW, 2, STATE_RETURNED },
	{ STATE_CLEARED, ACTION_ACCEPT, DUTY_REVIEW, 2, STATE_ACCEPTED },
	{ STATE_ACCEPTED, ACTION_CLEAR, DUTY_CLEAR, 2, STATE_ACCEPTED },
	{ STATE_ACCEPTED, ACTION_RETURN, DUTY_REVIEW, 0, STATE_RETURNED },
	{ STATE_ACCEPTED, ACTION_REOPEN, DUTY_REVIEW, 1, STATE_RETURNED },
};

static const unsigned duties[] = { DUTY_REPORT, DUTY_CLEAR, DUTY_OBSERVE, DUTY_REVIEW, DUTY_ADMINISTER, DUTY_BELONG };

static int expected(enum answer_state state, enum answer_action action, unsigned duty, int published)
{
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		if (allowed[i].from == state && allowed[i].action == action && allowed[i].duty == duty
			&& (allowed[i].published == 2 || allowed[i].published == published))
			return (int)allowed[i].to;
	return -1;
}

START_TEST(each_duty_allows_exactly_its_steps)
{
	for (int state = 0; state < STATE_COUNT; state++) {
		for (int action = 0; action < ACTION_COUNT; action++) {
			for (size_t d = 0; d < sizeof duties / sizeof *duties; d++) {
				for (int published = 0; published < 2; published++) {
					enum answer_state next;
					int want = expected((enum answer_state)state, (enum answer_action)action, duties[d], published);
					enum err err = workflow_next((enum answer_state)state, (enum answer_action)action, duties[d], published != 0,
						&next, &error);

					if (want >= 0) {
						ck_ok(err, error);
						ck_assert_int_eq((int)next, want);
					} else {
						ck_assert_msg(err == ERR_DENIED || err == ERR_CONFLICT, "state %d action %d duty %u", state, action, duties[d]);
						ck_assert_int_eq((int)next, state);
						ck_assert_str_ne(error.text, "");
					}
					ck_assert_int_eq(workflow_allows((enum answer_state)state, (enum answer_action)action, duties[d], published != 0), want >= 0);
				}
			}
		}
	}
}
END_TEST

START_TEST(without_a_duty_everything_is_denied)
{
	for (int state = 0; state < STATE_COUNT; state++) {
		for (int action = 0; action < ACTION_COUNT; action++) {
			enum answer_state next;

			ck_refused(workflow_next((enum answer_state)state, (enum answer_action)action, 0, false, &next, &error), ERR_DENIED, error);
			ck_refused(workflow_next((enum answer_state)state, (enum answer_action)action, DUTY_OBSERVE | DUTY_ADMINISTER | DUTY_BELONG, true,
				&next, &error), ERR_DENIED, error);
		}
	}
}
END_TEST

START_TEST(nobody_reviews_a_participant_they_belong_to)
{
	static const struct { enum answer_state state; enum answer_action action; bool published; } steps[] = {
		{ STATE_CLEARED, ACTION_ACCEPT, false }, { STATE_CLEARED, ACTION_RETURN, false }, { STATE_ACCEPTED, ACTION_RETURN, false },
		{ STATE_ACCEPTED, ACTION_REOPEN, true },
	};
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		enum answer_state next;

		ck_ok(workflow_next(steps[i].state, steps[i].action, DUTY_REVIEW, steps[i].published, &next, &error), error);
		ck_refused(workflow_next(steps[i].state, steps[i].action, DUTY_REVIEW | DUTY_BELONG, steps[i].published, &next, &error),
			ERR_DENIED, error);
		ck_assert_int_eq(next, steps[i].state);
		ck_refused(workflow_next(steps[i].state, steps[i].action, DUTY_REVIEW | DUTY_BELONG | DUTY_REPORT | DUTY_OBSERVE,
			steps[i].published, &next, &error), ERR_DENIED, error);
	}
}
END_TEST

START_TEST(a_clearing_officer_who_also_sits_in_the_secretariat_may_still_return_for_their_government)
{
	enum answer_state next;

	ck_ok(workflow_next(STATE_CLEARED, ACTION_RETURN, DUTY_CLEAR | DUTY_REVIEW | DUTY_BELONG, false, &next, &error), error);
	ck_refused(workflow_next(STATE_CLEARED, ACTION_ACCEPT, DUTY_CLEAR | DUTY_REVIEW | DUTY_BELONG, false, &next, &error), ERR_DENIED,
		error);
}
END_TEST

START_TEST(several_duties_add_up)
{
	enum answer_state next;

	ck_ok(workflow_next(STATE_DRAFT, ACTION_SUBMIT, DUTY_REPORT | DUTY_CLEAR | DUTY_BELONG, false, &next, &error), error);
	ck_ok(workflow_next(STATE_SUBMITTED, ACTION_CLEAR, DUTY_REPORT | DUTY_CLEAR | DUTY_BELONG, false, &next, &error), error);
}
END_TEST

START_TEST(the_right_person_at_the_wrong_time_is_told_of_the_state)
{
	enum answer_state next;

	ck_refused(workflow_next(STATE_SUBMITTED, ACTION_SAVE, DUTY_REPORT, false, &next, &error), ERR_CONFLICT, error);
	ck_assert_ptr_nonnull(strstr(error.text, "Withdraw"));
	ck_refused(workflow_next(STATE_ACCEPTED, ACTION_RETURN, DUTY_CLEAR, false, &next, &error), ERR_DENIED, error);
	ck_refused(workflow_next(STATE_NONE, ACTION_SUBMIT, DUTY_REPORT, false, &next, &error), ERR_CONFLICT, error);
	ck_refused(workflow_next(STATE_ACCEPTED, ACTION_ACCEPT, DUTY_REVIEW, false, &next, &error), ERR_CONFLICT, error);
	ck_refused(workflow_next(STATE_ACCEPTED, ACTION_REOPEN, DUTY_REVIEW, false, &next, &error), ERR_CONFLICT, error);
	ck_refused(workflow_next(STATE_ACCEPTED, ACTION_RETURN, DUTY_REVIEW, true, &next, &error), ERR_CONFLICT, error);
}
END_TEST

START_TEST(names_of_states_read_back)
{
	for (int state = 0; state < STATE_COUNT; state++) {
		ck_assert_int_eq((int)state_from_name(state_name((enum answer_state)state)), state);
		ck_assert_str_ne(state_title((enum answer_state)state), "");
	}
	ck_assert_int_eq(state_from_name("nonsense"), STATE_NONE);
	ck_assert_int_eq(state_from_name(NULL), STATE_NONE);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(each_duty_allows_exactly_its_steps),
	KIT_TEST(without_a_duty_everything_is_denied),
	KIT_TEST(nobody_reviews_a_participant_they_belong_to),
	KIT_TEST(a_clearing_officer_who_also_sits_in_the_secretariat_may_still_return_for_their_government),
	KIT_TEST(several_duties_add_up),
	KIT_TEST(the_right_person_at_the_wrong_time_is_told_of_the_state),
	KIT_TEST(names_of_states_read_back),
};
KIT_MAIN("workflow", tests)
