/* Tests of what can be submitted as it stands. */
#include <math.h>
#include <string.h>

#include "indicators/model/ready.h"
#include "tests/unit/desk.h"

static struct desk desk;

static struct ready_list list_now(void)
{
	struct round_lines lines;
	struct ready_list list;

	ck_ok(round_questionnaire(desk.db, &desk.arena, desk.round, "XAA", "en", &lines, &desk.error), desk.error);
	ck_ok(ready_list(desk.db, &desk.arena, desk.round, "XAA", &lines, &list, &desk.error), desk.error);
	return list;
}

START_TEST(only_unfinished_answers_are_listed_and_what_each_lacks_is_said)
{
	struct answer_content level = desk_value(3), empty = desk_value(NAN);

	desk_open(&desk);
	desk_bring(&desk, "YES", STATE_SUBMITTED);
	desk_bring(&desk, "CNT", STATE_DRAFT);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "LAD", 0, level, false), desk.error);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "VAL", 0, empty, false), desk.error);
	struct ready_list list = list_now();
	ck_assert_int_eq((int)list.count, 3);
	ck_assert_int_eq((int)list.complete, 1);
	ck_assert_ptr_null(ready_line(&list, "YES"));
	ck_assert_ptr_null(ready_line(&list, "PCT"));
	ck_assert_ptr_null(ready_line(&list, "CNT")->problem);
	ck_assert_int_eq(ready_line(&list, "CNT")->revision, 1);
	ck_assert_ptr_nonnull(strstr(ready_line(&list, "LAD")->problem, "evidence"));
	ck_assert_ptr_nonnull(ready_line(&list, "VAL")->problem);
	desk_close(&desk);
}
END_TEST

START_TEST(a_checklist_without_a_tick_is_left_to_its_own_page)
{
	struct answer_content none = desk_value(NAN), said = none;

	desk_open(&desk);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CHK", 0, none, false), desk.error);
	ck_assert_ptr_nonnull(list_now().rows[0].problem);
	said.status = "not_available";
	said.reason = "No register.";
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CHK", 1, said, false), desk.error);
	ck_assert_ptr_null(list_now().rows[0].problem);
	desk_close(&desk);
}
END_TEST

START_TEST(a_returned_answer_counts_only_when_it_was_changed_since)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_RETURNED);
	struct ready_list list = list_now();
	ck_assert_int_eq((int)list.complete, 0);
	ck_assert(!list.rows[0].mended);
	ck_assert_ptr_nonnull(list.rows[0].problem);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CNT", 1, desk_value(2), false), desk.error);
	list = list_now();
	ck_assert_int_eq((int)list.complete, 1);
	ck_assert(list.rows[0].mended);
	ck_assert_int_eq(list.rows[0].revision, 2);
	desk_close(&desk);
}
END_TEST

START_TEST(after_the_close_only_what_was_returned_is_ready)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_RETURNED);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CNT", 1, desk_value(2), false), desk.error);
	desk_bring(&desk, "YES", STATE_DRAFT);
	desk_today("2026-04-01");
	struct ready_list list = list_now();
	ck_assert_int_eq((int)list.complete, 1);
	ck_assert_ptr_nonnull(strstr(ready_line(&list, "YES")->problem, "closed"));
	desk_close(&desk);
}
END_TEST

/* A figure outside of what the catalogue finds usual waits for its explanation, and then is submitted and marked. */
START_TEST(an_unusual_figure_is_ready_once_it_is_explained)
{
	struct answer_content content = desk_value(50);
	struct round_lines lines;

	desk_open(&desk);
	ck_ok(database_script(desk.db, "INSERT INTO indicator_rule (indicator_version, position, kind, hard, part, highest)"
		" VALUES (4, 1, 'range', 0, 'value', 10)", &desk.error), desk.error);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CNT", 0, content, false), desk.error);
	ck_assert_ptr_nonnull(list_now().rows[0].problem);
	ck_refused(desk_act(&desk, FOCAL, "XAA", "CNT", 1, ACTION_SUBMIT, NULL), ERR_INVALID, desk.error);
	content.explanation = "A large case with many persons.";
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CNT", 1, content, false), desk.error);
	ck_assert_ptr_null(list_now().rows[0].problem);
	ck_ok(desk_act(&desk, FOCAL, "XAA", "CNT", 2, ACTION_SUBMIT, NULL), desk.error);
	ck_ok(round_questionnaire(desk.db, &desk.arena, desk.round, "XAA", "en", &lines, &desk.error), desk.error);
	ck_assert(lines.rows[3].explained);
	desk_close(&desk);
}
END_TEST

/* What is listed as lacking something is refused by each way to submit, and nothing of the batch is. */
START_TEST(no_step_submits_what_is_not_complete)
{
	struct actor actor = desk_actor(FOCAL);
	struct answer_step steps[2] = { { .indicator = "CNT", .revision = 1 }, { .indicator = "LAD", .revision = 1 } };

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_DRAFT);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "LAD", 0, desk_value(3), false), desk.error);
	ck_refused(desk_act(&desk, FOCAL, "XAA", "LAD", 1, ACTION_SUBMIT, NULL), ERR_INVALID, desk.error);
	ck_refused(desk_save(&desk, FOCAL, "XAA", "LAD", 1, desk_value(3), true), ERR_INVALID, desk.error);
	ck_refused(answer_act(desk.db, &actor, desk.round, "XAA", steps, 2, ACTION_SUBMIT, NULL, NULL, &desk.error), ERR_INVALID, desk.error);
	ck_assert_ptr_nonnull(strstr(desk.error.text, "LAD"));
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_DRAFT);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "LAD").state, STATE_DRAFT);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(only_unfinished_answers_are_listed_and_what_each_lacks_is_said), KIT_TEST(a_checklist_without_a_tick_is_left_to_its_own_page),
	KIT_TEST(a_returned_answer_counts_only_when_it_was_changed_since), KIT_TEST(after_the_close_only_what_was_returned_is_ready),
	KIT_TEST(an_unusual_figure_is_ready_once_it_is_explained), KIT_TEST(no_step_submits_what_is_not_complete),
};
KIT_MAIN("ready", tests)
