/* Tests of what keeps an answer from being submitted or has to be explained, and of confirming what looks personal. */
#include <math.h>
#include <string.h>

#include "tests/unit/desk.h"

static struct desk desk;

/*
 * CNT asks for sex, may not be more than 1000 (hard) and should not double from one round to the next; PCT's numerator is at most CNT (hard);
 * VAL should equal CNT. Last round (2024, accepted): CNT 20.
 */
static void open_desk(void)
{
	desk_open(&desk);
	ck_ok(database_script(desk.db,
		"INSERT INTO framework_dimension VALUES ('probe', 'sex', 1);"
		"INSERT INTO framework_category VALUES ('probe', 'sex', 'female', 1), ('probe', 'sex', 'male', 2);"
		"INSERT INTO framework_text VALUES ('probe', 'dimension.sex', 'en', 'Sex');"
		"INSERT INTO indicator_disaggregation VALUES (4, 'sex');"
		"INSERT INTO indicator_rule (indicator_version, position, kind, hard, part, lowest, highest, factor, above, other, other_part) VALUES"
		" (4, 1, 'range', 1, 'value', NULL, 1000, NULL, NULL, NULL, NULL),"
		" (4, 2, 'jump', 0, 'value', NULL, NULL, 2, 10, NULL, NULL),"
		" (5, 1, 'at_most', 1, 'numerator', NULL, NULL, NULL, NULL, 'CNT', 'value'),"
		" (7, 1, 'equals', 0, 'value', NULL, NULL, NULL, NULL, 'CNT', 'value');"
		"INSERT INTO indicator_text VALUES (7, 'rule.1', 'en', 'Both come from one register.');"
		"INSERT INTO round VALUES (50, 'probe', '2024', '2025-01-01', '2025-02-01', '2025-03-01', 'round', NULL, '2025-01-01T00:00:00Z');"
		"INSERT INTO round_indicator VALUES (50, 4); INSERT INTO round_participant VALUES (50, 'XAA', NULL, NULL);"
		"INSERT INTO answer VALUES (70, 50, 'XAA', 4, 'accepted', 'members', 1, NULL, NULL);"
		"INSERT INTO answer_revision (answer, number, status, value, at) VALUES (70, 1, 'reported', 20, '2025-01-01T00:00:00Z');",
		&desk.error), desk.error);
}

static enum err save(const char *participant, const char *indicator, struct answer_content content, bool submit)
{
	int64_t person = strcmp(participant, "XAA") == 0 ? FOCAL : FOCAL_B;

	desk.error = (struct error)ERROR_INIT;
	return desk_save(&desk, person, participant, indicator, desk_answer(&desk, participant, indicator).revision, content, submit);
}

static struct answer_findings findings_of(const char *indicator)
{
	struct answer answer = desk_answer(&desk, "XAA", indicator);
	struct question question;
	struct answer_findings findings;

	ck_ok(question_load(desk.db, &desk.arena, desk.round, indicator, "en", &question, &desk.error), desk.error);
	ck_ok(answer_findings(desk.db, &desk.arena, &question, &answer, &answer.content, answer.evidence_count, &findings, &desk.error),
		desk.error);
	return findings;
}

START_TEST(a_breakdown_that_does_not_add_up_cannot_be_submitted)
{
	struct answer_cell cells[] = { { "sex=female", 12 }, { "sex=male", 9 } };
	struct answer_content content = desk_value(20);

	open_desk();
	content.cells = cells;
	content.cell_count = 2;
	ck_ok(save("XAA", "CNT", content, false), desk.error); /* as a draft it is fine */
	struct answer_findings findings = findings_of("CNT");
	ck_assert_int_eq((int)findings.count, 1);
	ck_assert(findings.rows[0].hard);
	ck_assert_str_eq(findings.rows[0].field, "cell:sex");
	ck_assert_ptr_nonnull(strstr(findings.rows[0].text, "21"));
	ck_refused(save("XAA", "CNT", content, true), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "cell:sex");
	/* Neither by the step alone. */
	ck_refused(desk_act(&desk, FOCAL, "XAA", "CNT", 1, ACTION_SUBMIT, NULL), ERR_INVALID, desk.error);
	cells[1].value = 8;
	ck_ok(save("XAA", "CNT", content, true), desk.error);
	ck_assert_int_eq((int)findings_of("CNT").count, 0);
	desk_close(&desk);
}
END_TEST

START_TEST(an_empty_breakdown_is_no_mistake)
{
	open_desk();
	ck_ok(save("XAA", "CNT", desk_value(21), true), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_hard_rule_keeps_an_answer_from_being_submitted_whatever_is_explained)
{
	struct answer_content content = desk_value(1001);

	open_desk();
	content.explanation = "It is so.";
	ck_ok(save("XAA", "CNT", content, false), desk.error);
	ck_assert_int_eq((int)findings_of("CNT").hard, 1);
	ck_refused(save("XAA", "CNT", content, true), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "value");
	desk_close(&desk);
}
END_TEST

START_TEST(a_jump_has_to_be_explained)
{
	struct answer_content content = desk_value(41);

	open_desk();
	ck_refused(save("XAA", "CNT", content, true), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "explanation");
	ck_assert_ptr_nonnull(strstr(desk.error.text, "20"));
	ck_assert_ptr_nonnull(strstr(desk.error.text, "2024"));
	content.explanation = " \n";
	ck_refused(save("XAA", "CNT", content, true), ERR_INVALID, desk.error);
	content.explanation = "A new unit began to work in May.";
	ck_ok(save("XAA", "CNT", content, true), desk.error);
	ck_assert_str_eq(desk_answer(&desk, "XAA", "CNT").content.explanation, content.explanation);
	desk_close(&desk);
}
END_TEST

START_TEST(twice_as_much_is_no_jump_yet_and_another_government_has_its_own_past)
{
	open_desk();
	ck_ok(save("XAA", "CNT", desk_value(40), true), desk.error);
	ck_ok(save("XBB", "CNT", desk_value(400), true), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(after_a_change_of_definition_nothing_jumps)
{
	open_desk();
	ck_ok(database_script(desk.db, "INSERT INTO indicator_version (id, indicator, version, current, domain, position, type, unit, direction, digest,"
		" loaded_at) VALUES (40, 4, 9, 0, 'TWO', 1, 'count', 'persons', 'neutral', 'd', 't');"
		"UPDATE answer SET indicator_version = 40 WHERE id = 70;", &desk.error), desk.error);
	ck_ok(save("XAA", "CNT", desk_value(400), true), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_number_is_checked_against_another_indicator_of_the_same_round)
{
	open_desk();
	/* Nothing there yet: nothing to compare with. */
	ck_ok(save("XAA", "PCT", desk_fraction(30, 40), false), desk.error);
	ck_assert_int_eq((int)findings_of("PCT").count, 0);
	ck_ok(save("XBB", "CNT", desk_value(1), false), desk.error);
	ck_assert_int_eq((int)findings_of("PCT").count, 0);
	ck_ok(save("XAA", "CNT", desk_value(25), false), desk.error);
	struct answer_findings findings = findings_of("PCT");
	ck_assert_int_eq((int)findings.hard, 1);
	ck_assert_str_eq(findings.rows[0].field, "numerator");
	ck_assert_ptr_nonnull(strstr(findings.rows[0].text, "30"));
	ck_assert_ptr_nonnull(strstr(findings.rows[0].text, "25"));
	ck_ok(save("XAA", "PCT", desk_fraction(25, 40), false), desk.error);
	ck_assert_int_eq((int)findings_of("PCT").count, 0);
	desk_close(&desk);
}
END_TEST

START_TEST(a_soft_rule_says_why_it_stands_there)
{
	open_desk();
	ck_ok(save("XAA", "CNT", desk_value(25), false), desk.error);
	ck_ok(save("XAA", "VAL", desk_value(24), false), desk.error);
	struct answer_findings findings = findings_of("VAL");
	ck_assert_int_eq((int)findings.count, 1);
	ck_assert_int_eq((int)findings.hard, 0);
	ck_assert_ptr_nonnull(strstr(findings.rows[0].text, "Both come from one register."));
	desk_close(&desk);
}
END_TEST

START_TEST(an_answer_without_a_value_is_checked_for_its_reason_only)
{
	struct answer_content content = desk_value(NAN);

	open_desk();
	content.status = "not_available";
	ck_ok(save("XAA", "CNT", content, false), desk.error);
	ck_assert_int_eq((int)findings_of("CNT").count, 1);
	ck_assert_str_eq(findings_of("CNT").rows[0].field, "reason");
	content.reason = "The register begins next year.";
	ck_ok(save("XAA", "CNT", content, true), desk.error);
	desk_close(&desk);
}
END_TEST

/* --- what looks like data of a person --- */

static enum err save_confirmed(const char *narrative, const char *confirmed)
{
	struct actor actor = desk_actor(FOCAL);
	struct answer_key key = { desk.round, "XAA", "YES" };
	struct answer_change change = { .base = desk_answer(&desk, "XAA", "YES").revision, .content = desk_value(1), .confirmed = confirmed };
	enum answer_outcome outcome;

	change.content.narrative = narrative;
	desk.error = (struct error)ERROR_INIT;
	return answer_save(desk.db, &actor, &key, &change, &outcome, &desk.error);
}

static const char *confirm_of(const char *narrative, const struct answer_content *before)
{
	struct answer_content content = desk_value(1);
	struct answer_personals found;

	content.narrative = narrative;
	answer_personal(&desk.arena, &content, NULL, 0, before, &found);
	return found.count > 0 ? found.confirm : NULL;
}

START_TEST(what_looks_personal_is_kept_only_when_just_these_places_are_confirmed)
{
	static const char one[] = "Call +7 701 123 45 67 for the register.", other[] = "Call +7 701 765 43 21 for the register.";

	open_desk();
	ck_refused(save_confirmed(one, NULL), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "confirmed");
	ck_refused(save_confirmed(one, ""), ERR_INVALID, desk.error);
	ck_refused(save_confirmed(one, confirm_of(other, NULL)), ERR_INVALID, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer WHERE round <> 50"), 0);
	ck_ok(save_confirmed(one, confirm_of(one, NULL)), desk.error);
	/* The audit log tells of it, without the words. */
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'answer.confirm_not_personal' AND detail LIKE '%narrative%telephone%'"), 1);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE detail LIKE '%701%'"), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(what_was_confirmed_once_is_not_asked_again)
{
	static const char before[] = "Call +7 701 123 45 67.", longer[] = "Call +7 701 123 45 67. The line is free.";

	open_desk();
	ck_ok(save_confirmed(before, confirm_of(before, NULL)), desk.error);
	ck_ok(save_confirmed(longer, NULL), desk.error);
	ck_refused(save_confirmed("Call +7 701 123 45 67 or +7 701 765 43 21.", NULL), ERR_INVALID, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(evidence_and_every_text_are_looked_at_but_not_links)
{
	static const char telephone[] = "+7 701 123 45 67";
	struct answer_content content = desk_value(1);
	const struct answer_evidence added[] = { { .kind = "citation", .text = telephone }, { .kind = "link", .text = "https://a.test/+77011234567" } };
	struct answer_personals found;

	open_desk();
	content.reason = content.narrative = content.source = content.note = content.explanation = telephone;
	answer_personal(&desk.arena, &content, added, 2, NULL, &found);
	ck_assert_int_eq((int)found.count, 6);
	ck_assert_str_eq(found.rows[5].field, "evidence");
	desk_close(&desk);
}
END_TEST

START_TEST(a_reason_never_holds_data_of_a_person)
{
	open_desk();
	ck_ok(save("XAA", "YES", desk_value(1), true), desk.error);
	ck_refused(desk_act(&desk, CLEARING, "XAA", "YES", 1, ACTION_RETURN, "Ask the victim Anna Ivanova, +7 701 123 45 67."), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "reason");
	ck_assert_ptr_nonnull(strstr(desk.error.text, "+7 701 123 45 67"));
	ck_assert_int_eq(desk_answer(&desk, "XAA", "YES").state, STATE_SUBMITTED);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer_event WHERE reason IS NOT NULL"), 0);
	ck_ok(desk_act(&desk, CLEARING, "XAA", "YES", 1, ACTION_RETURN, "Act No. 12 of 3 March 2025 says otherwise."), desk.error);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_breakdown_that_does_not_add_up_cannot_be_submitted),
	KIT_TEST(an_empty_breakdown_is_no_mistake),
	KIT_TEST(a_hard_rule_keeps_an_answer_from_being_submitted_whatever_is_explained),
	KIT_TEST(a_jump_has_to_be_explained),
	KIT_TEST(twice_as_much_is_no_jump_yet_and_another_government_has_its_own_past),
	KIT_TEST(after_a_change_of_definition_nothing_jumps),
	KIT_TEST(a_number_is_checked_against_another_indicator_of_the_same_round),
	KIT_TEST(a_soft_rule_says_why_it_stands_there),
	KIT_TEST(an_answer_without_a_value_is_checked_for_its_reason_only),
	KIT_TEST(what_looks_personal_is_kept_only_when_just_these_places_are_confirmed),
	KIT_TEST(what_was_confirmed_once_is_not_asked_again),
	KIT_TEST(evidence_and_every_text_are_looked_at_but_not_links),
	KIT_TEST(a_reason_never_holds_data_of_a_person),
};
KIT_MAIN("answer_findings", tests)
