/* Tests of saving answers: values of every type, revisions, two people at once, forms posted twice, deadlines. */
#include <math.h>
#include <string.h>

#include "indicators/model/answer_basis.h"
#include "tests/unit/desk.h"

static struct desk desk;

static struct answer_content absent(const char *status, const char *reason)
{
	struct answer_content content = desk_value(NAN);

	content.status = status;
	content.reason = reason;
	return content;
}

static enum err save(int64_t person, const char *indicator, int64_t base, struct answer_content content, bool submit)
{
	desk.error = (struct error)ERROR_INIT;
	return desk_save(&desk, person, "XAA", indicator, base, content, submit);
}

static enum err save_with(int64_t person, const char *indicator, struct answer_change change, enum answer_outcome *outcome)
{
	struct actor actor = desk_actor(person);
	struct answer_key key = { .round = desk.round, .participant = "XAA", .indicator = indicator };

	desk.error = (struct error)ERROR_INIT;
	return answer_save(desk.db, &actor, &key, &change, outcome, &desk.error);
}

START_TEST(a_draft_of_every_type_is_kept_and_read_back)
{
	static const char *const items[] = { "R", "P" };
	struct answer_content checklist = desk_value(NAN);
	struct answer answer;

	desk_open(&desk);
	checklist.items = items;
	checklist.item_count = 2;
	ck_ok(save(FOCAL, "LAD", 0, desk_value(4), false), desk.error);
	ck_ok(save(DEPUTY, "CHK", 0, checklist, false), desk.error);
	ck_ok(save(FOCAL, "YES", 0, desk_value(0), false), desk.error);
	ck_ok(save(FOCAL, "CNT", 0, desk_value(123), false), desk.error);
	ck_ok(save(FOCAL, "PCT", 0, desk_fraction(1, 3), false), desk.error);
	ck_ok(save(FOCAL, "RAT", 0, desk_fraction(50, 2000000), false), desk.error);
	ck_ok(save(FOCAL, "VAL", 0, desk_value(12.5), false), desk.error);

	answer = desk_answer(&desk, "XAA", "LAD");
	ck_assert_double_eq(answer.content.value, 4);
	ck_assert_int_eq(answer.state, STATE_DRAFT);
	ck_assert_int_eq(answer.revision, 1);
	ck_assert_str_eq(answer.author, "Fay Focal");
	ck_assert_str_eq(answer.place, "probe/2025/XAA/LAD");
	ck_assert_str_eq(answer.event, "saved");
	answer = desk_answer(&desk, "XAA", "CHK");
	ck_assert_double_eq(answer.content.value, 2);
	ck_assert_int_eq((int)answer.content.item_count, 2);
	ck_assert_str_eq(answer.content.items[0], "P");
	ck_assert_double_eq(desk_answer(&desk, "XAA", "YES").content.value, 0);
	ck_assert_double_eq(desk_answer(&desk, "XAA", "CNT").content.value, 123);
	answer = desk_answer(&desk, "XAA", "PCT");
	ck_assert_double_eq(answer.content.numerator, 1);
	ck_assert_double_eq(answer.content.denominator, 3);
	ck_assert_double_eq_tol(answer.content.value, 100.0 / 3, 1e-12);
	ck_assert_double_eq(desk_answer(&desk, "XAA", "RAT").content.value, 2.5);
	ck_assert_double_eq(desk_answer(&desk, "XAA", "VAL").content.value, 12.5);
	desk_close(&desk);
}
END_TEST

START_TEST(a_value_that_cannot_be_right_is_refused_with_its_field)
{
	static const char *const unknown[] = { "X" }, *const twice[] = { "P", "P" };
	struct answer_content one = desk_value(NAN), two = desk_value(NAN), text = desk_value(1);
	char long_text[ANSWER_TEXT_MAX + 2];

	memset(long_text, 'a', sizeof long_text - 1);
	long_text[sizeof long_text - 1] = '\0';
	one.items = unknown;
	one.item_count = 1;
	two.items = twice;
	two.item_count = 2;
	text.narrative = long_text;
	const struct { const char *indicator; struct answer_content content; const char *field; } cases[] = {
		{ "LAD", desk_value(5), "value" }, { "LAD", desk_value(-1), "value" }, { "LAD", desk_value(2.5), "value" },
		{ "CHK", one, "item" }, { "CHK", two, "item" }, { "CNT", one, "item" },
		{ "YES", desk_value(2), "value" }, { "CNT", desk_value(-1), "value" }, { "CNT", desk_value(1.5), "value" },
		{ "PCT", desk_value(100.1), "value" }, { "PCT", desk_fraction(4, 3), "numerator" }, { "PCT", desk_fraction(0, 0), "denominator" },
		{ "PCT", desk_fraction(-1, 3), "numerator" }, { "PCT", desk_fraction(NAN, -3), "denominator" }, { "RAT", desk_fraction(1, 0), "denominator" },
		{ "VAL", desk_fraction(1, 3), "numerator" }, { "VAL", desk_value(-0.1), "value" }, { "CNT", desk_fraction(1, 3), "numerator" },
		{ "CNT", absent("perhaps", NULL), "status" }, { "CNT", text, "narrative" },
	};

	desk_open(&desk);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		enum err err = save(FOCAL, cases[i].indicator, 0, cases[i].content, false);
		ck_assert_msg(err == ERR_INVALID, "case %zu: %d %s", i, (int)err, desk.error.text);
		ck_assert_msg(strcmp(desk.error.field, cases[i].field) == 0, "case %zu: %s", i, desk.error.field);
	}
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer"), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(a_draft_may_be_unfinished_but_not_what_is_submitted)
{
	struct answer_content empty = desk_value(NAN);
	const struct { const char *indicator; struct answer_content content; const char *field; } cases[] = {
		{ "LAD", empty, "value" }, { "YES", empty, "value" }, { "CNT", empty, "value" }, { "VAL", empty, "value" },
		{ "PCT", empty, "numerator" }, { "PCT", desk_fraction(3, NAN), "denominator" }, { "RAT", desk_fraction(NAN, 3), "numerator" },
		{ "LAD", desk_value(3), "evidence" }, { "LAD", absent("not_available", " "), "reason" },
		{ "CNT", absent("not_applicable", NULL), "reason" },
	};

	desk_open(&desk);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct answer answer = desk_answer(&desk, "XAA", cases[i].indicator);

		enum err err = save(FOCAL, cases[i].indicator, answer.revision, cases[i].content, true);
		ck_assert_msg(err == ERR_INVALID, "case %zu: %d %s", i, (int)err, desk.error.text);
		ck_assert_msg(strcmp(desk.error.field, cases[i].field) == 0, "case %zu: %s", i, desk.error.field);
		/* All or nothing: nothing was saved with the refused submission. */
		ck_assert_int_eq(desk_answer(&desk, "XAA", cases[i].indicator).revision, answer.revision);
		ck_ok(save(FOCAL, cases[i].indicator, answer.revision, cases[i].content, false), desk.error);
		ck_refused(desk_act(&desk, FOCAL, "XAA", cases[i].indicator, desk_answer(&desk, "XAA", cases[i].indicator).revision,
			ACTION_SUBMIT, NULL), ERR_INVALID, desk.error);
	}
	desk_close(&desk);
}
END_TEST

START_TEST(level_3_can_be_submitted_with_evidence)
{
	const struct answer_evidence added[] = { { .kind = "citation", .text = "Act 12 of 2024, article 3" },
		{ .kind = "link", .text = "https://example.test/act", .shareable = true } };
	struct answer_change change = { .content = desk_value(3), .added = added, .added_count = 2, .submit = true };
	enum answer_outcome outcome;

	desk_open(&desk);
	ck_ok(save_with(FOCAL, "LAD", change, &outcome), desk.error);
	struct answer answer = desk_answer(&desk, "XAA", "LAD");
	ck_assert_int_eq(answer.state, STATE_SUBMITTED);
	ck_assert_int_eq((int)answer.evidence_count, 2);
	ck_assert_str_eq(answer.evidence[1].text, "https://example.test/act");
	ck_assert(answer.evidence[1].shareable && !answer.evidence[0].shareable);
	desk_close(&desk);
}
END_TEST

START_TEST(evidence_taken_away_no_longer_counts)
{
	const struct answer_evidence added[] = { { .kind = "citation", .text = "Act 12" } };
	struct answer_change change = { .content = desk_value(3), .added = added, .added_count = 1 };
	enum answer_outcome outcome;

	desk_open(&desk);
	ck_ok(save_with(FOCAL, "LAD", change, &outcome), desk.error);
	int64_t id = desk_answer(&desk, "XAA", "LAD").evidence[0].id;
	change = (struct answer_change){ .base = 1, .content = desk_value(3), .removed = &id, .removed_count = 1, .submit = true };
	ck_refused(save_with(FOCAL, "LAD", change, &outcome), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "evidence");
	change.submit = false;
	ck_ok(save_with(FOCAL, "LAD", change, &outcome), desk.error);
	ck_assert_int_eq(outcome, ANSWER_SAVED);
	ck_assert_int_eq((int)desk_answer(&desk, "XAA", "LAD").evidence_count, 0);
	/* Taken away, not erased. */
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM evidence WHERE removed_at IS NOT NULL"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(evidence_is_a_citation_or_a_web_link)
{
	const struct answer_evidence wrong[] = { { .kind = "file", .text = "x" }, { .kind = "link", .text = "javascript:alert(1)" },
		{ .kind = "link", .text = "ftp://example.test/" }, { .kind = "link", .text = "https://example.test/ onclick" },
		{ .kind = "link", .text = "https://example.test/\">" }, { .kind = "link", .text = "https://anna:secret@example.test/act" },
		{ .kind = "link", .text = "https://anna@example.test/" }, { .kind = "citation", .text = "Act 12, http://anna:secret@example.test/" } };
	enum answer_outcome outcome;

	desk_open(&desk);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct answer_change change = { .content = desk_value(3), .added = &wrong[i], .added_count = 1 };

		ck_refused(save_with(FOCAL, "LAD", change, &outcome), ERR_INVALID, desk.error);
		ck_assert_str_eq(desk.error.field, "evidence");
	}
	desk_close(&desk);
}
END_TEST

START_TEST(a_password_that_was_once_taken_with_a_link_is_shown_to_nobody)
{
	const struct answer_evidence added = { .kind = "link", .text = "https://law.test/act" };
	struct answer_change change = { .content = desk_value(3), .added = &added, .added_count = 1 };
	struct answer_exhibits exhibits;
	enum answer_outcome outcome;

	desk_open(&desk);
	ck_ok(save_with(FOCAL, "LAD", change, &outcome), desk.error);
	ck_ok(database_script(desk.db, "UPDATE evidence SET text = 'https://anna:secret@law.test/act'", &desk.error), desk.error);
	struct answer answer = desk_answer(&desk, "XAA", "LAD");
	ck_assert_str_eq(answer.evidence[0].text, "https://law.test/act");
	ck_ok(answer_exhibits(desk.db, &desk.arena, answer.id, &exhibits, &desk.error), desk.error);
	ck_assert_str_eq(exhibits.rows[0].evidence.text, "https://law.test/act");
	desk_close(&desk);
}
END_TEST

START_TEST(not_available_needs_a_reason_and_keeps_no_value)
{
	struct answer_content content = absent("not_available", "The registry starts in 2026.");

	desk_open(&desk);
	content.value = 7;
	ck_ok(save(FOCAL, "CNT", 0, content, true), desk.error);
	struct answer answer = desk_answer(&desk, "XAA", "CNT");
	ck_assert_str_eq(answer.content.status, "not_available");
	ck_assert(isnan(answer.content.value));
	ck_assert_str_eq(answer.content.reason, "The registry starts in 2026.");
	desk_close(&desk);
}
END_TEST

START_TEST(a_change_is_a_new_revision_and_the_old_one_stays)
{
	struct answer_content old;
	struct answer_history history;

	desk_open(&desk);
	ck_ok(save(FOCAL, "CNT", 0, desk_value(10), false), desk.error);
	ck_ok(save(DEPUTY, "CNT", 1, desk_value(11), false), desk.error);
	struct answer answer = desk_answer(&desk, "XAA", "CNT");
	ck_assert_int_eq(answer.revision, 2);
	ck_assert_double_eq(answer.content.value, 11);
	ck_ok(answer_revision(desk.db, &desk.arena, answer.id, 1, &old, &desk.error), desk.error);
	ck_assert_double_eq(old.value, 10);
	ck_refused(answer_revision(desk.db, &desk.arena, answer.id, 3, &old, &desk.error), ERR_NOT_FOUND, desk.error);
	ck_ok(answer_history(desk.db, &desk.arena, answer.id, &history, &desk.error), desk.error);
	ck_assert_int_eq((int)history.count, 2);
	ck_assert_str_eq(history.rows[0].by, "Dan Deputy");
	ck_assert_int_eq(history.rows[1].revision, 1);
	desk_close(&desk);
}
END_TEST

START_TEST(who_was_slower_is_told_who_changed_what_and_when)
{
	desk_open(&desk);
	ck_ok(save(FOCAL, "CNT", 0, desk_value(10), false), desk.error);
	ck_refused(save(DEPUTY, "CNT", 0, desk_value(11), false), ERR_CONFLICT, desk.error);
	ck_assert_ptr_nonnull(strstr(desk.error.text, "Fay Focal"));
	ck_assert_ptr_nonnull(strstr(desk.error.text, "2026-03-10 at 09:30"));
	ck_assert_double_eq(desk_answer(&desk, "XAA", "CNT").content.value, 10);
	ck_refused(save(DEPUTY, "CNT", 7, desk_value(11), false), ERR_CONFLICT, desk.error);
	ck_ok(save(DEPUTY, "CNT", 1, desk_value(11), false), desk.error);
	ck_refused(save(FOCAL, "CNT", 1, desk_value(12), true), ERR_CONFLICT, desk.error);
	ck_assert_ptr_nonnull(strstr(desk.error.text, "Dan Deputy"));
	desk_close(&desk);
}
END_TEST

START_TEST(a_form_posted_twice_saves_once)
{
	const struct answer_evidence added[] = { { .kind = "citation", .text = "Act 12" } };
	struct answer_change change = { .content = desk_value(3), .added = added, .added_count = 1 };
	enum answer_outcome outcome;

	desk_open(&desk);
	for (int i = 0; i < 2; i++) {
		ck_ok(save_with(FOCAL, "LAD", change, &outcome), desk.error);
		ck_assert_int_eq(outcome, i == 0 ? ANSWER_SAVED : ANSWER_UNCHANGED);
	}
	ck_assert_int_eq(desk_answer(&desk, "XAA", "LAD").revision, 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM evidence"), 1);

	change = (struct answer_change){ .base = 1, .content = desk_value(4), .submit = true };
	for (int i = 0; i < 2; i++) {
		ck_ok(save_with(FOCAL, "LAD", change, &outcome), desk.error);
		ck_assert_int_eq(outcome, i == 0 ? ANSWER_SAVED : ANSWER_UNCHANGED);
	}
	ck_assert_int_eq(desk_answer(&desk, "XAA", "LAD").revision, 2);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer_event WHERE event = 'submitted'"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'answer.submitted'"), 1);
	desk_close(&desk);
}
END_TEST

START_TEST(submitting_what_was_saved_makes_no_new_revision)
{
	struct answer_change change = { .base = 1, .content = desk_value(5), .submit = true };
	enum answer_outcome outcome;

	desk_open(&desk);
	ck_ok(save(FOCAL, "CNT", 0, desk_value(5), false), desk.error);
	ck_ok(save_with(FOCAL, "CNT", change, &outcome), desk.error);
	ck_ok(save_with(FOCAL, "CNT", change, &outcome), desk.error);
	ck_assert_int_eq(outcome, ANSWER_UNCHANGED);
	struct answer answer = desk_answer(&desk, "XAA", "CNT");
	ck_assert_int_eq(answer.revision, 1);
	ck_assert_int_eq(answer.state, STATE_SUBMITTED);
	desk_close(&desk);
}
END_TEST

START_TEST(only_focal_point_and_deputy_of_the_participant_write)
{
	desk_open(&desk);
	for (int person = 0; person <= FOCAL_GONE; person++) {
		enum err err = save(person, "CNT", person == DEPUTY ? 1 : 0, desk_value(person), false);

		if (person == FOCAL || person == DEPUTY)
			ck_ok(err, desk.error);
		else
			ck_refused(err, ERR_DENIED, desk.error);
	}
	desk_close(&desk);
}
END_TEST

START_TEST(nothing_is_drafted_before_the_opening_or_after_the_close)
{
	desk_open(&desk);
	ck_ok(save(FOCAL, "VAL", 0, desk_value(1), false), desk.error);
	desk_today("2026-02-28");
	ck_refused(save(FOCAL, "CNT", 0, desk_value(1), false), ERR_CONFLICT, desk.error);
	desk_today("2026-03-25");
	ck_ok(save(FOCAL, "CNT", 0, desk_value(1), false), desk.error); /* overdue, still welcome */
	desk_today("2026-04-01");
	ck_refused(save(FOCAL, "CNT", 1, desk_value(2), false), ERR_CONFLICT, desk.error);
	ck_refused(save(FOCAL, "CNT", 1, desk_value(1), true), ERR_CONFLICT, desk.error);
	ck_refused(desk_act(&desk, FOCAL, "XAA", "VAL", 1, ACTION_SUBMIT, NULL), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").revision, 1);
	desk_close(&desk);
}
END_TEST

START_TEST(a_returned_answer_is_mended_even_after_the_close)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	desk_today("2026-04-10");
	ck_ok(desk_act(&desk, SECRETARIAT, "XAA", "CNT", 1, ACTION_RETURN, "Which year?"), desk.error);
	ck_ok(save(FOCAL, "CNT", 1, desk_value(2), false), desk.error);
	struct answer answer = desk_answer(&desk, "XAA", "CNT");
	ck_assert_int_eq(answer.state, STATE_RETURNED);
	ck_ok(save(FOCAL, "CNT", 2, desk_value(3), true), desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_SUBMITTED);
	desk_close(&desk);
}
END_TEST

START_TEST(what_the_round_does_not_ask_is_not_found)
{
	desk_open(&desk);
	ck_refused(save(FOCAL, "OLD", 0, desk_value(1), false), ERR_NOT_FOUND, desk.error);
	ck_refused(desk_save(&desk, FOCAL, "XCC", "CNT", 0, desk_value(1), false), ERR_NOT_FOUND, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(last_rounds_answer_is_at_hand_with_a_change_of_definition_marked)
{
	struct answer_content content;
	const char *period;
	bool other_version;

	desk_open(&desk);
	struct answer answer = desk_answer(&desk, "XAA", "LAD");
	ck_ok(answer_of_last_round(desk.db, &desk.arena, &answer, &content, &period, &other_version, &desk.error), desk.error);
	ck_assert_ptr_null(period);
	ck_ok(database_script(desk.db, "INSERT INTO round VALUES (50, 'probe', '2024', '2025-01-01', '2025-01-01', '2025-01-01', 'import', NULL, 't');"
		"INSERT INTO answer VALUES (70, 50, 'XAA', 10, 'accepted', 'members', 1, 1, 'members');"
		"INSERT INTO answer_revision (answer, number, status, value, at) VALUES (70, 1, 'reported', 2, '2025-01-01T00:00:00Z');",
		&desk.error), desk.error);
	ck_ok(answer_of_last_round(desk.db, &desk.arena, &answer, &content, &period, &other_version, &desk.error), desk.error);
	ck_assert_str_eq(period, "2024");
	ck_assert_double_eq(content.value, 2);
	ck_assert(other_version);
	desk_close(&desk);
}
END_TEST

START_TEST(the_question_carries_its_definition_and_neighbours)
{
	struct question question;

	desk_open(&desk);
	ck_ok(question_load(desk.db, &desk.arena, desk.round, "LAD", "ru", &question, &desk.error), desk.error);
	ck_assert_str_eq(question.title, "Лестница");
	ck_assert_int_eq((int)question.level_count, 5);
	ck_assert_str_eq(question.levels[1].title, "Draft");
	ck_assert_int_eq((int)question.levels[1].criterion_count, 2);
	ck_assert_ptr_null(question.previous);
	ck_assert_str_eq(question.next, "CHK");
	ck_ok(question_load(desk.db, &desk.arena, desk.round, "CHK", "en", &question, &desk.error), desk.error);
	ck_assert_int_eq((int)question.item_count, 3);
	ck_assert_int_eq((int)question.group_count, 2);
	ck_assert_str_eq(question.previous, "LAD");
	ck_ok(question_load(desk.db, &desk.arena, desk.round, "RAT", "en", &question, &desk.error), desk.error);
	ck_assert(question_has_fraction(&question));
	ck_assert_double_eq(question.per, 100000);
	ck_ok(question_load(desk.db, &desk.arena, desk.round, "VAL", "en", &question, &desk.error), desk.error);
	ck_assert(!question_has_fraction(&question));
	ck_assert_ptr_null(question.next);
	desk_close(&desk);
}
END_TEST

START_TEST(the_audit_chain_covers_every_step)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_ACCEPTED);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE object = 'probe/2025/XAA/CNT'"), 4);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer_event"), 4);
	/* A refused change leaves no trace of a change. */
	ck_refused(save(FOCAL, "CNT", 1, desk_value(9), false), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE object = 'probe/2025/XAA/CNT'"), 4);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_draft_of_every_type_is_kept_and_read_back),
	KIT_TEST(a_value_that_cannot_be_right_is_refused_with_its_field),
	KIT_TEST(a_draft_may_be_unfinished_but_not_what_is_submitted),
	KIT_TEST(level_3_can_be_submitted_with_evidence),
	KIT_TEST(evidence_taken_away_no_longer_counts),
	KIT_TEST(evidence_is_a_citation_or_a_web_link), KIT_TEST(a_password_that_was_once_taken_with_a_link_is_shown_to_nobody),
	KIT_TEST(not_available_needs_a_reason_and_keeps_no_value),
	KIT_TEST(a_change_is_a_new_revision_and_the_old_one_stays),
	KIT_TEST(who_was_slower_is_told_who_changed_what_and_when),
	KIT_TEST(a_form_posted_twice_saves_once),
	KIT_TEST(submitting_what_was_saved_makes_no_new_revision),
	KIT_TEST(only_focal_point_and_deputy_of_the_participant_write),
	KIT_TEST(nothing_is_drafted_before_the_opening_or_after_the_close),
	KIT_TEST(a_returned_answer_is_mended_even_after_the_close),
	KIT_TEST(what_the_round_does_not_ask_is_not_found),
	KIT_TEST(last_rounds_answer_is_at_hand_with_a_change_of_definition_marked),
	KIT_TEST(the_question_carries_its_definition_and_neighbours),
	KIT_TEST(the_audit_chain_covers_every_step),
};
KIT_MAIN("answer", tests)
