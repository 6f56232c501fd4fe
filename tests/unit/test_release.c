/* Tests of clearing, review and release. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/model/audit.h"
#include "indicators/model/duty.h"
#include "indicators/model/release.h"
#include "tests/unit/desk.h"

static struct desk desk;

static enum err act(int64_t person, const char *indicator, int64_t revision, enum answer_action action, const char *words)
{
	desk.error = (struct error)ERROR_INIT;
	return desk_act(&desk, person, "XAA", indicator, revision, action, words);
}

static enum err release(int64_t person, int64_t *number, int64_t *answers)
{
	static int made; /* names differ */
	struct actor actor = desk_actor(person);
	char name[32];

	snprintf(name, sizeof name, "Release %d", ++made);
	return release_round(desk.db, &actor, desk.round, &(struct release_input){ .name = name, .note = "As agreed." }, number, answers,
		&desk.error);
}

START_TEST(clearing_sets_the_audience)
{
	static const char *const audiences[] = { "members", "donors", "public" };

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_SUBMITTED);
	for (size_t i = 0; i < 3; i++) { /* clearing again changes it */
		ck_ok(act(CLEARING, "CNT", 1, ACTION_CLEAR, audiences[i]), desk.error);
		struct answer answer = desk_answer(&desk, "XAA", "CNT");
		ck_assert_str_eq(answer.audience, audiences[i]);
		ck_assert_int_eq(answer.state, STATE_CLEARED);
	}
	ck_refused(act(CLEARING, "CNT", 1, ACTION_CLEAR, "world"), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "audience");
	ck_refused(act(CLEARING, "CNT", 1, ACTION_CLEAR, NULL), ERR_INVALID, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_return_needs_a_reason_and_keeps_it)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_SUBMITTED);
	ck_refused(act(CLEARING, "CNT", 1, ACTION_RETURN, NULL), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "reason");
	ck_refused(act(CLEARING, "CNT", 1, ACTION_RETURN, " \n\t"), ERR_INVALID, desk.error);
	ck_ok(act(CLEARING, "CNT", 1, ACTION_RETURN, "Counts 2024."), desk.error);
	struct answer answer = desk_answer(&desk, "XAA", "CNT");
	ck_assert_int_eq(answer.state, STATE_RETURNED);
	ck_assert_str_eq(answer.event_reason, "Counts 2024.");
	ck_assert_str_eq(answer.event_by, "Cleo Clearing");
	desk_close(&desk);
}
END_TEST

START_TEST(one_return_leaves_the_other_answers_alone)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_SUBMITTED);
	desk_bring(&desk, "YES", STATE_CLEARED);
	ck_ok(act(CLEARING, "CNT", 1, ACTION_RETURN, "No."), desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "YES").state, STATE_CLEARED);
	desk_close(&desk);
}
END_TEST

START_TEST(a_withdrawn_answer_is_a_draft_again)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_SUBMITTED);
	ck_refused(act(CLEARING, "CNT", 1, ACTION_WITHDRAW, NULL), ERR_DENIED, desk.error);
	ck_ok(act(DEPUTY, "CNT", 1, ACTION_WITHDRAW, NULL), desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_DRAFT);
	ck_refused(act(FOCAL, "CNT", 1, ACTION_WITHDRAW, NULL), ERR_CONFLICT, desk.error);
	ck_assert_ptr_nonnull(strstr(desk.error.text, "Dan Deputy"));
	desk_close(&desk);
}
END_TEST

START_TEST(clearing_is_for_the_participants_own_officers)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_SUBMITTED);
	for (int person = 0; person <= FOCAL_GONE; person++)
		if (person != CLEARING)
			ck_refused(act(person, "CNT", 1, ACTION_CLEAR, "members"), ERR_DENIED, desk.error);
	ck_ok(act(CLEARING, "CNT", 1, ACTION_CLEAR, "members"), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(review_is_for_the_secretariat_but_never_of_ones_own_participant)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	for (int person = 0; person <= FOCAL_GONE; person++) {
		if (person == SECRETARIAT)
			continue;
		ck_refused(act(person, "CNT", 1, ACTION_ACCEPT, NULL), ERR_DENIED, desk.error);
		if (person != CLEARING) /* who may take it back, for their own government */
			ck_refused(act(person, "CNT", 1, ACTION_RETURN, "No."), ERR_DENIED, desk.error);
	}
	ck_ok(act(SECRETARIAT, "CNT", 1, ACTION_ACCEPT, NULL), desk.error);
	ck_refused(act(SECRETARIAT_A, "CNT", 1, ACTION_RETURN, "No."), ERR_DENIED, desk.error);

	/* The same person reviews the others. */
	ck_ok(desk_save(&desk, FOCAL_B, "XBB", "CNT", 0, desk_value(1), true), desk.error);
	ck_ok(desk_act(&desk, CLEARING_B, "XBB", "CNT", 1, ACTION_CLEAR, "members"), desk.error);
	ck_ok(desk_act(&desk, SECRETARIAT_A, "XBB", "CNT", 1, ACTION_ACCEPT, NULL), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(belonging_ends_with_the_grant)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	ck_ok(database_script(desk.db, "INSERT INTO role_grant (person, role, participant, starts_on, ends_on, granted_at) VALUES"
		" (7, 'observer', 'XAA', '2026-01-01', '2026-03-10', 't')", &desk.error), desk.error);
	ck_refused(act(SECRETARIAT, "CNT", 1, ACTION_ACCEPT, NULL), ERR_DENIED, desk.error);
	desk_today("2026-03-11");
	ck_ok(act(SECRETARIAT, "CNT", 1, ACTION_ACCEPT, NULL), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_step_on_an_old_revision_is_refused)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_DRAFT);
	ck_ok(desk_save(&desk, DEPUTY, "XAA", "CNT", 1, desk_value(7), true), desk.error);
	ck_refused(act(CLEARING, "CNT", 1, ACTION_CLEAR, "public"), ERR_CONFLICT, desk.error);
	ck_assert_ptr_nonnull(strstr(desk.error.text, "Dan Deputy"));
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_SUBMITTED);
	ck_refused(act(CLEARING, "VAL", 0, ACTION_CLEAR, "public"), ERR_CONFLICT, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(several_answers_are_cleared_together_or_not_at_all)
{
	struct actor clearing = desk_actor(CLEARING);
	struct answer_step steps[] = { { "CNT", 1 }, { "YES", 1 } };

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_SUBMITTED);
	desk_bring(&desk, "YES", STATE_DRAFT);
	ck_refused(answer_act(desk.db, &clearing, desk.round, "XAA", steps, 2, ACTION_CLEAR, "donors", NULL, &desk.error), ERR_CONFLICT,
		desk.error);
	ck_assert_ptr_nonnull(strstr(desk.error.text, "YES"));
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_SUBMITTED);
	ck_ok(act(FOCAL, "YES", 1, ACTION_SUBMIT, NULL), desk.error);
	ck_ok(answer_act(desk.db, &clearing, desk.round, "XAA", steps, 2, ACTION_CLEAR, "donors", NULL, &desk.error), desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "YES").state, STATE_CLEARED);
	ck_refused(answer_act(desk.db, &clearing, desk.round, "XAA", steps, 0, ACTION_CLEAR, "donors", NULL, &desk.error), ERR_INVALID,
		desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(all_cleared_answers_are_accepted_at_once_but_not_by_their_own)
{
	struct actor secretariat = desk_actor(SECRETARIAT), own = desk_actor(SECRETARIAT_A), focal = desk_actor(FOCAL);
	size_t count;

	desk_open(&desk);
	ck_refused(answer_accept_all(desk.db, &secretariat, desk.round, "XAA", &count, &desk.error), ERR_CONFLICT, desk.error);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	desk_bring(&desk, "YES", STATE_CLEARED);
	desk_bring(&desk, "LAD", STATE_SUBMITTED);
	ck_refused(answer_accept_all(desk.db, &own, desk.round, "XAA", &count, &desk.error), ERR_DENIED, desk.error);
	ck_refused(answer_accept_all(desk.db, &focal, desk.round, "XAA", &count, &desk.error), ERR_DENIED, desk.error);
	ck_ok(answer_accept_all(desk.db, &secretariat, desk.round, "XAA", &count, &desk.error), desk.error);
	ck_assert_int_eq((int)count, 2);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "YES").state, STATE_ACCEPTED);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "LAD").state, STATE_SUBMITTED);
	desk_close(&desk);
}
END_TEST

START_TEST(a_release_publishes_what_is_accepted_and_nothing_else)
{
	int64_t number, answers;

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_ACCEPTED);
	desk_bring(&desk, "YES", STATE_CLEARED);
	ck_ok(release(SECRETARIAT, &number, &answers), desk.error);
	ck_assert_int_eq(number, 1);
	ck_assert_int_eq(answers, 1);
	struct answer answer = desk_answer(&desk, "XAA", "CNT");
	ck_assert(answer.published);
	ck_assert_str_eq(answer.released_audience, "donors");
	ck_assert_int_eq(desk_answer(&desk, "XAA", "YES").released_revision, 0);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM release_answer WHERE revision = 1 AND audience = 'donors'"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'round.release'"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(a_release_is_refused_when_nothing_is_accepted_or_nothing_changed)
{
	int64_t number, answers;

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	ck_refused(release(SECRETARIAT, &number, &answers), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM release"), 0);
	ck_ok(act(SECRETARIAT, "CNT", 1, ACTION_ACCEPT, NULL), desk.error);
	for (int person = 0; person <= FOCAL_GONE; person++)
		if (person != SECRETARIAT && person != SECRETARIAT_A)
			ck_refused(release(person, &number, &answers), ERR_DENIED, desk.error);
	ck_ok(release(SECRETARIAT, &number, &answers), desk.error);
	ck_refused(release(SECRETARIAT, &number, &answers), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM release"), 1);
	struct actor actor = desk_actor(SECRETARIAT);
	ck_refused(release_round(desk.db, &actor, 77, &(struct release_input){ .name = "x" }, &number, &answers, &desk.error), ERR_NOT_FOUND, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_release_has_a_name_of_its_own)
{
	char long_name[RELEASE_NAME_MAX + 2], long_note[2102];
	int64_t number, answers;
	struct actor actor = desk_actor(SECRETARIAT);

	memset(long_name, 'x', sizeof long_name - 1);
	long_name[sizeof long_name - 1] = '\0';
	memset(long_note, 'x', sizeof long_note - 1);
	long_note[sizeof long_note - 1] = '\0';
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_ACCEPTED);
	desk_bring(&desk, "YES", STATE_ACCEPTED);
	const struct { struct release_input input; const char *field; } wrong[] = {
		{ { .name = NULL }, "name" }, { { .name = "" }, "name" }, { { .name = " \t" }, "name" }, { { .name = long_name }, "name" },
		{ { .name = "one\r\nBcc: two" }, "name" }, { { .name = "First", .note = long_note }, "note" },
	};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		ck_refused(release_round(desk.db, &actor, desk.round, &wrong[i].input, &number, &answers, &desk.error), ERR_INVALID, desk.error);
		ck_assert_str_eq(desk.error.field, wrong[i].field);
	}
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM release"), 0);
	ck_ok(release_round(desk.db, &actor, desk.round, &(struct release_input){ .name = "First" }, &number, &answers, &desk.error), desk.error);
	ck_ok(act(CLEARING, "CNT", 1, ACTION_CLEAR, "public"), desk.error);
	ck_refused(release_round(desk.db, &actor, desk.round, &(struct release_input){ .name = "First" }, &number, &answers, &desk.error),
		ERR_INVALID, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE detail LIKE '%\"name\":\"First\"%'"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(a_release_lists_what_it_changes_before_and_for_ever)
{
	int64_t number, answers;
	struct release made;
	struct release_changes before, after;
	struct actor actor = desk_actor(SECRETARIAT);

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_ACCEPTED);
	desk_bring(&desk, "LAD", STATE_ACCEPTED);
	ck_ok(release_preview(desk.db, &desk.arena, desk.round, "en", &before, &desk.error), desk.error);
	ck_assert_uint_eq(before.count, 2);
	ck_assert_str_eq(before.rows[0].indicator, "LAD");
	ck_assert_str_eq(before.rows[0].participant, "XAA");
	ck_assert(!before.rows[0].before.is);
	ck_assert_ptr_nonnull(before.rows[0].new_level);
	ck_assert(before.rows[0].after.is && before.rows[0].after.content.value > 0);
	ck_ok(release_round(desk.db, &actor, desk.round, &(struct release_input){ .name = "First", .seen = before.seen }, &number, &answers,
		&desk.error), desk.error);
	ck_ok(release_load(desk.db, &desk.arena, desk.round, 1, "en", &made, &after, &desk.error), desk.error);
	ck_assert_str_eq(after.seen, before.seen);
	ck_assert_str_eq(made.name, "First");
	ck_ok(release_preview(desk.db, &desk.arena, desk.round, "en", &before, &desk.error), desk.error);
	ck_assert_uint_eq(before.count, 0);
	/* A correction: old value, new value, audience and note. */
	ck_ok(act(SECRETARIAT, "CNT", 1, ACTION_REOPEN, "December is missing."), desk.error);
	struct answer_content content = desk_value(9);
	content.note = "December was added.";
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CNT", 1, content, true), desk.error);
	ck_ok(act(CLEARING, "CNT", 2, ACTION_CLEAR, "public"), desk.error);
	ck_ok(act(SECRETARIAT, "CNT", 2, ACTION_ACCEPT, NULL), desk.error);
	ck_ok(release(SECRETARIAT, &number, &answers), desk.error);
	ck_ok(release_load(desk.db, &desk.arena, desk.round, 2, "en", &made, &after, &desk.error), desk.error);
	ck_assert_uint_eq(after.count, 1);
	ck_assert(after.rows[0].before.is);
	ck_assert_double_eq(after.rows[0].before.content.value, 1);
	ck_assert_double_eq(after.rows[0].after.content.value, 9);
	ck_assert_str_eq(after.rows[0].before.audience, "donors");
	ck_assert_str_eq(after.rows[0].after.audience, "public");
	ck_assert_str_eq(after.rows[0].after.content.note, "December was added.");
	/* The first one stays as it was. */
	ck_ok(release_load(desk.db, &desk.arena, desk.round, 1, "en", &made, &after, &desk.error), desk.error);
	ck_assert_uint_eq(after.count, 2);
	ck_assert_double_eq(after.rows[1].after.content.value, 1);
	ck_refused(release_load(desk.db, &desk.arena, desk.round, 3, "en", &made, &after, &desk.error), ERR_NOT_FOUND, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(what_changed_since_it_was_looked_at_is_not_released)
{
	int64_t number, answers;
	struct release_changes changes;
	struct actor actor = desk_actor(SECRETARIAT);

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_ACCEPTED);
	ck_ok(release_preview(desk.db, &desk.arena, desk.round, "en", &changes, &desk.error), desk.error);
	const struct release_input input = { .name = "First", .seen = changes.seen };
	ck_ok(act(CLEARING, "CNT", 1, ACTION_CLEAR, "public"), desk.error);
	ck_refused(release_round(desk.db, &actor, desk.round, &input, &number, &answers, &desk.error), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM release"), 0);
	ck_ok(act(CLEARING, "CNT", 1, ACTION_CLEAR, "donors"), desk.error);
	ck_ok(release_round(desk.db, &actor, desk.round, &input, &number, &answers, &desk.error), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_second_correction_needs_a_note_of_its_own)
{
	int64_t number, answers;

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_ACCEPTED);
	ck_ok(release(SECRETARIAT, &number, &answers), desk.error);
	ck_refused(act(SECRETARIAT, "CNT", 1, ACTION_REOPEN, ""), ERR_INVALID, desk.error);
	ck_ok(act(SECRETARIAT, "CNT", 1, ACTION_REOPEN, "December is missing."), desk.error);
	struct answer_content content = desk_value(9);
	ck_refused(desk_save(&desk, FOCAL, "XAA", "CNT", 1, content, true), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "note");
	content.note = "December was added.";
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CNT", 1, content, true), desk.error);
	ck_ok(act(CLEARING, "CNT", 2, ACTION_CLEAR, "public"), desk.error);
	ck_ok(act(SECRETARIAT, "CNT", 2, ACTION_ACCEPT, NULL), desk.error);
	ck_ok(release(SECRETARIAT, &number, &answers), desk.error);
	ck_ok(act(SECRETARIAT, "CNT", 2, ACTION_REOPEN, "November too?"), desk.error);
	content = desk_value(11);
	content.note = "December was added.";
	ck_refused(desk_save(&desk, FOCAL, "XAA", "CNT", 2, content, true), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "note");
	content.note = "November was added.";
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CNT", 2, content, true), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(every_try_to_review_ones_own_is_in_the_audit_log)
{
	size_t count;
	struct actor actor = desk_actor(SECRETARIAT_A);
	struct duty_reviewers reviewers;

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	struct answer_step step = { .indicator = "CNT", .revision = 1 };
	static const enum answer_action actions[] = { ACTION_ACCEPT, ACTION_RETURN, ACTION_REOPEN };
	for (size_t i = 0; i < 3; i++) {
		ck_refused(act(SECRETARIAT_A, "CNT", 1, actions[i], "why"), ERR_DENIED, desk.error);
		ck_refused(answer_review(desk.db, &actor, desk.round, "XAA", &step, actions[i], "why", &desk.error), ERR_DENIED, desk.error);
	}
	ck_refused(answer_accept_all(desk.db, &actor, desk.round, "XAA", &count, &desk.error), ERR_DENIED, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'answer.refused' AND object = 'probe/2025/XAA/CNT'"), 6);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'answer.refused' AND object = 'probe/2025/XAA'"
		" AND detail = '{\"step\":\"accepted\"}'"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer WHERE state <> 'cleared'"), 0);
	/* A try that another reason forbids is no refusal of this kind. */
	ck_refused(act(SECRETARIAT, "CNT", 1, ACTION_REOPEN, "why"), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'answer.refused'"), 7);
	struct audit_state state;
	ck_ok(audit_verify(desk.db, &state, &desk.error), desk.error);
	/* Who can. */
	ck_ok(duty_reviewers(desk.db, &desk.arena, "XAA", &reviewers, &desk.error), desk.error);
	ck_assert_uint_eq(reviewers.count, 1);
	ck_ok(duty_reviewers(desk.db, &desk.arena, "XBB", &reviewers, &desk.error), desk.error);
	ck_assert_uint_eq(reviewers.count, 2);
	ck_assert_ptr_nonnull(strstr(duty_reviewers_text(&desk.arena, &reviewers), " and "));
	reviewers.count = 0;
	ck_assert_ptr_nonnull(strstr(duty_reviewers_text(&desk.arena, &reviewers), "administrator"));
	desk_close(&desk);
}
END_TEST

START_TEST(a_clearing_officer_of_the_secretariat_clears_but_never_returns_as_a_reviewer)
{
	struct actor actor = desk_actor(SECRETARIAT_A);

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	ck_ok(database_script(desk.db, "INSERT INTO role_grant (person, role, participant, starts_on, granted_at) SELECT 8, 'clearing_officer',"
		" 'XAA', '2026-01-01', '2026-01-01T00:00:00Z'", &desk.error), desk.error);
	struct answer_step step = { .indicator = "CNT", .revision = 1 };
	ck_refused(answer_review(desk.db, &actor, desk.round, "XAA", &step, ACTION_RETURN, "why", &desk.error), ERR_DENIED, desk.error);
	ck_ok(act(SECRETARIAT_A, "CNT", 1, ACTION_RETURN, "Between us."), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_changed_audience_is_released_anew)
{
	int64_t number, answers;

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_ACCEPTED);
	desk_bring(&desk, "YES", STATE_ACCEPTED);
	ck_ok(release(SECRETARIAT, &number, &answers), desk.error);
	ck_ok(act(CLEARING, "CNT", 1, ACTION_CLEAR, "public"), desk.error);
	ck_assert_str_eq(desk_answer(&desk, "XAA", "CNT").released_audience, "donors");
	ck_ok(release(SECRETARIAT, &number, &answers), desk.error);
	ck_assert_int_eq(number, 2);
	ck_assert_int_eq(answers, 1);
	ck_assert_str_eq(desk_answer(&desk, "XAA", "CNT").released_audience, "public");
	desk_close(&desk);
}
END_TEST

START_TEST(a_reopened_answer_goes_on_being_shown_until_its_correction_is_released)
{
	struct answer_content corrected = desk_value(9);
	int64_t number, answers;
	struct release_list releases;

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_ACCEPTED);
	ck_refused(act(SECRETARIAT, "CNT", 1, ACTION_REOPEN, "An error."), ERR_CONFLICT, desk.error);
	ck_ok(release(SECRETARIAT, &number, &answers), desk.error);
	ck_refused(act(SECRETARIAT, "CNT", 1, ACTION_RETURN, "An error."), ERR_CONFLICT, desk.error);
	ck_refused(act(SECRETARIAT, "CNT", 1, ACTION_REOPEN, ""), ERR_INVALID, desk.error);
	ck_refused(act(SECRETARIAT_A, "CNT", 1, ACTION_REOPEN, "An error."), ERR_DENIED, desk.error);
	desk_today("2026-05-01"); /* long closed */
	ck_ok(act(SECRETARIAT, "CNT", 1, ACTION_REOPEN, "An error."), desk.error);
	struct answer answer = desk_answer(&desk, "XAA", "CNT");
	ck_assert_int_eq(answer.state, STATE_RETURNED);
	ck_assert_int_eq(answer.released_revision, 1);

	ck_refused(desk_save(&desk, FOCAL, "XAA", "CNT", 1, corrected, true), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "note");
	corrected.note = "Cases of December were missing.";
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CNT", 1, corrected, true), desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").released_revision, 1);
	ck_ok(act(CLEARING, "CNT", 2, ACTION_CLEAR, "donors"), desk.error);
	ck_ok(act(SECRETARIAT, "CNT", 2, ACTION_ACCEPT, NULL), desk.error);
	ck_ok(release(SECRETARIAT, &number, &answers), desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").released_revision, 2);
	ck_ok(release_list(desk.db, &desk.arena, desk.round, &releases, &desk.error), desk.error);
	ck_assert_int_eq((int)releases.count, 2);
	ck_assert_int_eq(releases.rows[0].number, 2);
	ck_assert_str_eq(releases.rows[0].by, "Sam Secretary");
	desk_close(&desk);
}
END_TEST

START_TEST(the_audit_log_verifies_after_a_whole_round)
{
	struct audit_state state;
	int64_t number, answers;

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_ACCEPTED);
	ck_ok(release(SECRETARIAT, &number, &answers), desk.error);
	ck_ok(audit_verify(desk.db, &state, &desk.error), desk.error);
	ck_assert_int_eq(state.rows, 6); /* open, save, submit, clear, accept, release */
	desk_close(&desk);
}
END_TEST

START_TEST(every_statement_prepares)
{
	desk_open(&desk);
	ck_ok(database_check_statements(desk.db, &desk.error), desk.error);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(clearing_sets_the_audience),
	KIT_TEST(a_return_needs_a_reason_and_keeps_it),
	KIT_TEST(one_return_leaves_the_other_answers_alone),
	KIT_TEST(a_withdrawn_answer_is_a_draft_again),
	KIT_TEST(clearing_is_for_the_participants_own_officers),
	KIT_TEST(review_is_for_the_secretariat_but_never_of_ones_own_participant),
	KIT_TEST(belonging_ends_with_the_grant),
	KIT_TEST(a_step_on_an_old_revision_is_refused),
	KIT_TEST(several_answers_are_cleared_together_or_not_at_all),
	KIT_TEST(all_cleared_answers_are_accepted_at_once_but_not_by_their_own),
	KIT_TEST(a_release_publishes_what_is_accepted_and_nothing_else),
	KIT_TEST(a_release_is_refused_when_nothing_is_accepted_or_nothing_changed),
	KIT_TEST(a_release_has_a_name_of_its_own),
	KIT_TEST(a_release_lists_what_it_changes_before_and_for_ever),
	KIT_TEST(what_changed_since_it_was_looked_at_is_not_released),
	KIT_TEST(a_second_correction_needs_a_note_of_its_own),
	KIT_TEST(every_try_to_review_ones_own_is_in_the_audit_log),
	KIT_TEST(a_clearing_officer_of_the_secretariat_clears_but_never_returns_as_a_reviewer),
	KIT_TEST(a_changed_audience_is_released_anew),
	KIT_TEST(a_reopened_answer_goes_on_being_shown_until_its_correction_is_released),
	KIT_TEST(the_audit_log_verifies_after_a_whole_round),
	KIT_TEST(every_statement_prepares),
};
KIT_MAIN("release", tests)
