/* What an uploaded workbook would change, what it is refused for, and saving it: all or nothing. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "tests/unit/shelf.h"

static struct desk desk;

static struct filled downloaded(void)
{
	struct book book = shelf_book(&desk);

	return shelf_read(&desk, shelf_xlsx(&desk, &book));
}

/* The plan of a file against what is saved by now. */
static struct plan planned(const struct filled *filled)
{
	struct book *book = arena_alloc(&desk.arena, sizeof *book);
	struct plan plan;

	*book = shelf_book(&desk);
	ck_ok(plan_make(desk.db, &desk.arena, book, filled, &plan, &desk.error), desk.error);
	return plan;
}

static void refused(const struct filled *filled, enum err expected, const char *words)
{
	struct book book = shelf_book(&desk);
	struct plan plan;

	ck_refused(plan_make(desk.db, &desk.arena, &book, filled, &plan, &desk.error), expected, desk.error);
	ck_assert_msg(strstr(desk.error.text, words) != NULL, "%s: %s", words, desk.error.text);
}

static enum err apply(const struct plan *plan, const char *mine, size_t *saved)
{
	struct actor actor = desk_actor(FOCAL);

	return plan_apply(desk.db, &actor, &desk.arena, plan, &mine, mine != NULL ? 1 : 0, true, saved, &desk.error);
}

START_TEST(a_workbook_that_nobody_touched_changes_nothing)
{
	struct answer_content fraction = desk_value(NAN);
	struct filled filled;
	struct plan plan;
	size_t saved;

	desk_open(&desk);
	fraction.numerator = 1;
	fraction.denominator = 3;
	ck_ok(desk_save(&desk, FOCAL, "XAA", "LAD", 0, desk_value(2), false), desk.error);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "PCT", 0, fraction, true), desk.error);
	filled = downloaded();
	plan = planned(&filled);
	ck_assert_uint_eq(plan.count, 0);
	ck_assert_uint_eq(plan.wrong, 0);
	/* Also not when others changed things meanwhile. */
	ck_ok(desk_save(&desk, DEPUTY, "XAA", "LAD", 1, desk_value(1), false), desk.error);
	plan = planned(&filled);
	ck_assert_uint_eq(plan.count, 0);
	ck_ok(apply(&plan, NULL, &saved), desk.error);
	ck_assert_uint_eq(saved, 0);
	ck_assert(desk_answer(&desk, "XAA", "LAD").content.value <= 1);
	desk_close(&desk);
}
END_TEST

START_TEST(what_is_typed_is_what_is_saved)
{
	struct filled filled;
	struct plan plan;
	struct answer answer;
	size_t saved;

	desk_open(&desk);
	filled = downloaded();
	shelf_type(&filled, "LAD/value", "2. Adopted");
	shelf_type(&filled, "LAD/narrative", "\xF0\x9F\x98\x80 =1\r\ntwo");
	shelf_type(&filled, "LAD/evidence", "Act 7, article 2\n\nhttps://example.test/act");
	shelf_type(&filled, "CHK/item/P", "yes");
	shelf_type(&filled, "CHK/item/Q", " NO ");
	shelf_row(&filled, "CHK/item/R")->value = (struct book_value){ .kind = BOOK_FLAG, .number = 1 };
	shelf_type(&filled, "YES/status", "Not available");
	shelf_type(&filled, "YES/reason", "No register.");
	shelf_type(&filled, "CNT/value", "1 234");
	shelf_number(&filled, "PCT/numerator", 3);
	shelf_number(&filled, "PCT/denominator", 8);
	shelf_number(&filled, "VAL/value", 0.28000000000000003);
	shelf_row(&filled, "RAT/value")->value = (struct book_value){ .kind = BOOK_TEXT, .text = "2,5" };
	plan = planned(&filled);
	ck_assert_uint_eq(plan.count, 7);
	ck_assert_uint_eq(plan.wrong, 0);
	ck_ok(apply(&plan, NULL, &saved), desk.error);
	ck_assert_uint_eq(saved, 7);

	answer = desk_answer(&desk, "XAA", "LAD");
	ck_assert_double_eq(answer.content.value, 2);
	ck_assert_str_eq(answer.content.narrative, "\xF0\x9F\x98\x80 =1\ntwo");
	ck_assert_uint_eq(answer.evidence_count, 2);
	ck_assert_str_eq(answer.evidence[1].kind, "link");
	ck_assert_int_eq(answer.state, STATE_DRAFT);
	ck_assert_uint_eq(desk_answer(&desk, "XAA", "CHK").content.item_count, 2);
	ck_assert_str_eq(desk_answer(&desk, "XAA", "YES").content.status, "not_available");
	ck_assert_double_eq(desk_answer(&desk, "XAA", "CNT").content.value, 1234);
	ck_assert_double_eq(desk_answer(&desk, "XAA", "PCT").content.value, 37.5);
	ck_assert_double_eq(desk_answer(&desk, "XAA", "VAL").content.value, 0.28);
	ck_assert_double_eq(desk_answer(&desk, "XAA", "RAT").content.value, 2.5);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'workbook.imported'"), 1);
	/* The same workbook once more finds nothing new. */
	filled = downloaded();
	plan = planned(&filled);
	ck_assert_uint_eq(plan.count, 0);
	desk_close(&desk);
}
END_TEST

START_TEST(a_cell_that_cannot_be_right_is_named_and_keeps_all_from_being_saved)
{
	static const struct { const char *id; struct book_value value; } cases[] = {
		{ "LAD/value", { .kind = BOOK_TEXT, .text = "5. Perfect" } }, { "LAD/value", { .kind = BOOK_NUMBER, .number = 2.5 } },
		{ "LAD/value", { .kind = BOOK_TEXT, .text = "2.5" } }, { "LAD/value", { .kind = BOOK_TEXT, .text = "high" } },
		{ "LAD/value", { .kind = BOOK_NUMBER, .number = -1 } }, { "CHK/item/P", { .kind = BOOK_TEXT, .text = "perhaps" } },
		{ "YES/value", { .kind = BOOK_NUMBER, .number = 2 } }, { "YES/status", { .kind = BOOK_TEXT, .text = "done" } },
		{ "CNT/value", { .kind = BOOK_NUMBER, .number = -5 } }, { "CNT/value", { .kind = BOOK_NUMBER, .number = 1.5 } },
		{ "CNT/value", { .kind = BOOK_TEXT, .text = "1,000" } }, { "CNT/value", { .kind = BOOK_TEXT, .text = "NaN" } },
		{ "CNT/value", { .kind = BOOK_TEXT, .text = "1.23457E+11" } }, { "CNT/value", { .kind = BOOK_TEXT, .text = "many" } },
		{ "CNT/value", { .kind = BOOK_DATE, .number = 45933 } }, { "CNT/value", { .kind = BOOK_ERROR, .text = "#N/A" } },
		{ "CNT/value", { .kind = BOOK_PERCENTAGE, .number = 0.5 } }, { "CNT/value", { .kind = BOOK_FLAG, .number = 1 } },
		{ "PCT/value", { .kind = BOOK_NUMBER, .number = 101 } }, { "PCT/denominator", { .kind = BOOK_NUMBER, .number = -1 } },
		{ "LAD/narrative", { .kind = BOOK_TEXT, .text = "a\x01" } }, { "LAD/source", { .kind = BOOK_DATE, .number = 1 } },
		{ "LAD/reason", { .kind = BOOK_TEXT, .text = "Because." } },
		{ "LAD/evidence", { .kind = BOOK_TEXT, .text = "Act 7\nhttps://anna:secret@example.test/act" } },
		{ "LAD/evidence", { .kind = BOOK_TEXT, .text = "https://example.test/ act" } },
	};

	desk_open(&desk);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct filled filled = downloaded();
		struct plan plan;
		size_t saved;

		shelf_row(&filled, cases[i].id)->value = cases[i].value;
		shelf_number(&filled, "VAL/value", 5);
		plan = planned(&filled);
		ck_assert_msg(plan.wrong == 1, "case %zu: %zu wrong", i, plan.wrong);
		ck_assert_msg(plan.answers[0].cells[0].wrong != NULL && strcmp(plan.answers[0].cells[0].row->id, cases[i].id) == 0, "case %zu", i);
		ck_refused(apply(&plan, NULL, &saved), ERR_INVALID, desk.error);
	}
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer"), 0);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'workbook.imported'"), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(a_value_left_beside_not_available_is_asked_about_and_not_dropped)
{
	struct filled filled;
	struct plan plan;

	desk_open(&desk);
	filled = downloaded();
	shelf_type(&filled, "CNT/status", "Not available");
	shelf_type(&filled, "CNT/reason", "No register.");
	shelf_number(&filled, "CNT/value", 7);
	plan = planned(&filled);
	ck_assert_uint_eq(plan.wrong, 1);
	/* But a value that stood there before goes with the answer. */
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CNT", 0, desk_value(7), false), desk.error);
	filled = downloaded();
	shelf_type(&filled, "CNT/status", "Not available");
	shelf_type(&filled, "CNT/reason", "No register.");
	plan = planned(&filled);
	ck_assert_uint_eq(plan.wrong, 0);
	ck_assert(isnan(plan.answers[0].content.value));
	desk_close(&desk);
}
END_TEST

START_TEST(a_percentage_shown_as_one_is_read_as_one)
{
	struct filled filled;
	struct plan plan;

	desk_open(&desk);
	filled = downloaded();
	shelf_row(&filled, "VAL/value")->value = (struct book_value){ .kind = BOOK_PERCENTAGE, .number = 0.07 };
	shelf_type(&filled, "PCT/value", "45%");
	plan = planned(&filled);
	ck_assert_uint_eq(plan.wrong, 0);
	ck_assert_double_eq(plan.answers[0].content.value, 45);
	ck_assert_double_eq(plan.answers[1].content.value, 7);
	desk_close(&desk);
}
END_TEST

START_TEST(a_workbook_of_another_questionnaire_is_refused)
{
	struct filled filled;

	desk_open(&desk);
	filled = downloaded();
	filled.participant = "XBB";
	refused(&filled, ERR_INVALID, "XBB 2025 probe");
	filled = downloaded();
	filled.round++;
	refused(&filled, ERR_INVALID, "made for");
	filled = downloaded();
	filled.framework = "ihr";
	refused(&filled, ERR_INVALID, "made for");
	filled = downloaded();
	filled.period = "2024";
	refused(&filled, ERR_INVALID, "2024");
	filled = downloaded();
	filled.template = 0;
	refused(&filled, ERR_INVALID, "another version");
	filled = downloaded();
	filled.digest = "00";
	refused(&filled, ERR_CONFLICT, "has changed since");
	desk_close(&desk);
}
END_TEST

START_TEST(rows_removed_added_reordered_or_doubled_are_refused_by_name)
{
	struct filled filled;
	struct filled_row kept;

	desk_open(&desk);
	filled = downloaded();
	memmove(filled.rows + 3, filled.rows + 4, (filled.count - 4) * sizeof *filled.rows);
	filled.count--;
	refused(&filled, ERR_INVALID, "was removed");
	filled = downloaded();
	filled.count--;
	refused(&filled, ERR_INVALID, "was removed");
	filled = downloaded();
	kept = filled.rows[3];
	filled.rows[3] = filled.rows[4];
	filled.rows[4] = kept;
	refused(&filled, ERR_INVALID, "another order");
	filled = downloaded();
	filled.rows[5].id = "NEW/value";
	refused(&filled, ERR_INVALID, "not part of the questionnaire");
	filled = downloaded();
	filled.rows[filled.count] = filled.rows[filled.count - 1];
	filled.count++;
	refused(&filled, ERR_INVALID, "twice");
	filled = downloaded();
	filled.rows[0].revision = 9;
	refused(&filled, ERR_INVALID, "revision");
	filled = downloaded();
	filled.rows[1].revision = -1;
	refused(&filled, ERR_INVALID, "revision");
	desk_close(&desk);
}
END_TEST

START_TEST(an_answer_saved_by_somebody_else_meanwhile_is_a_conflict_and_theirs_stays_unless_told)
{
	struct answer_content theirs = desk_value(1);
	struct filled filled;
	struct plan plan;
	size_t saved;

	desk_open(&desk);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "LAD", 0, desk_value(1), false), desk.error);
	filled = downloaded();
	shelf_type(&filled, "LAD/value", "2. Adopted");
	shelf_type(&filled, "LAD/source", "Mine");
	shelf_number(&filled, "CNT/value", 4);
	theirs.narrative = "Theirs";
	theirs.source = "Gazette";
	ck_ok(desk_save(&desk, DEPUTY, "XAA", "LAD", 1, theirs, false), desk.error);
	plan = planned(&filled);
	ck_assert_uint_eq(plan.conflicts, 1);
	ck_assert(plan.answers[0].conflict);
	ck_assert_str_eq(plan.answers[0].cells[1].theirs, "Gazette");
	ck_ok(apply(&plan, NULL, &saved), desk.error);
	ck_assert_uint_eq(saved, 1);
	ck_assert_double_eq(desk_answer(&desk, "XAA", "LAD").content.value, 1);
	/* Told so, what was typed goes over theirs; what only they wrote stays. */
	plan = planned(&filled);
	ck_ok(apply(&plan, "LAD", &saved), desk.error);
	ck_assert_double_eq(desk_answer(&desk, "XAA", "LAD").content.value, 2);
	ck_assert_str_eq(desk_answer(&desk, "XAA", "LAD").content.narrative, "Theirs");
	ck_assert_str_eq(desk_answer(&desk, "XAA", "LAD").content.source, "Mine");
	desk_close(&desk);
}
END_TEST

START_TEST(a_plan_that_is_no_longer_true_saves_nothing_at_all)
{
	struct filled filled;
	struct plan plan;
	size_t saved;

	desk_open(&desk);
	filled = downloaded();
	shelf_number(&filled, "CNT/value", 4);
	shelf_number(&filled, "VAL/value", 5);
	plan = planned(&filled);
	ck_ok(desk_save(&desk, DEPUTY, "XAA", "VAL", 0, desk_value(6), false), desk.error);
	ck_refused(apply(&plan, NULL, &saved), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer"), 1);
	ck_assert_str_ne(planned(&filled).digest, plan.digest);
	desk_close(&desk);
}
END_TEST

START_TEST(what_is_submitted_cannot_be_changed_by_a_workbook)
{
	struct filled filled;
	struct plan plan;
	size_t saved;

	desk_open(&desk);
	filled = downloaded();
	ck_ok(desk_save(&desk, FOCAL, "XAA", "VAL", 0, desk_value(6), true), desk.error);
	shelf_number(&filled, "VAL/value", 5);
	plan = planned(&filled);
	ck_assert_uint_eq(plan.wrong, 1);
	ck_assert_ptr_nonnull(plan.answers[0].wrong);
	ck_refused(apply(&plan, "VAL", &saved), ERR_INVALID, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(what_looks_like_a_person_has_to_be_confirmed)
{
	struct actor actor = desk_actor(FOCAL);
	struct filled filled;
	struct plan plan;
	size_t saved;

	desk_open(&desk);
	filled = downloaded();
	shelf_type(&filled, "LAD/narrative", "Call +7 701 123 45 67 about the victim.");
	plan = planned(&filled);
	ck_assert_uint_gt(plan.personals, 0);
	ck_refused(plan_apply(desk.db, &actor, &desk.arena, &plan, NULL, 0, false, &saved, &desk.error), ERR_INVALID, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer"), 0);
	ck_ok(plan_apply(desk.db, &actor, &desk.arena, &plan, NULL, 0, true, &saved, &desk.error), desk.error);
	ck_assert_uint_eq(saved, 1);
	desk_close(&desk);
}
END_TEST

START_TEST(only_those_who_report_can_save_a_workbook)
{
	static const int64_t others[] = { CLEARING, OBSERVER, FOCAL_B, SECRETARIAT, FOCAL_ENDED };
	struct filled filled;
	struct plan plan;
	size_t saved;

	desk_open(&desk);
	filled = downloaded();
	shelf_number(&filled, "CNT/value", 4);
	plan = planned(&filled);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		struct actor actor = desk_actor(others[i]);
		ck_refused(plan_apply(desk.db, &actor, &desk.arena, &plan, NULL, 0, true, &saved, &desk.error), ERR_DENIED, desk.error);
	}
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer"), 0);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_workbook_that_nobody_touched_changes_nothing),
	KIT_TEST(what_is_typed_is_what_is_saved),
	KIT_TEST(a_cell_that_cannot_be_right_is_named_and_keeps_all_from_being_saved),
	KIT_TEST(a_value_left_beside_not_available_is_asked_about_and_not_dropped),
	KIT_TEST(a_percentage_shown_as_one_is_read_as_one),
	KIT_TEST(a_workbook_of_another_questionnaire_is_refused),
	KIT_TEST(rows_removed_added_reordered_or_doubled_are_refused_by_name),
	KIT_TEST(an_answer_saved_by_somebody_else_meanwhile_is_a_conflict_and_theirs_stays_unless_told),
	KIT_TEST(a_plan_that_is_no_longer_true_saves_nothing_at_all),
	KIT_TEST(what_is_submitted_cannot_be_changed_by_a_workbook),
	KIT_TEST(what_looks_like_a_person_has_to_be_confirmed),
	KIT_TEST(only_those_who_report_can_save_a_workbook),
};

KIT_MAIN("workbook_plan", tests)
