/* Tests of what an answer's content is made of: criteria and levels of ladders, breakdowns of counts. */
#include <math.h>
#include <string.h>

#include "tests/unit/desk.h"

static struct desk desk;

/* LAD gets criteria at level 2 as well: 2 at level 1, 1 at level 2, none above; CNT asks for sex and age. */
static void open_desk(void)
{
	desk_open(&desk);
	ck_ok(database_script(desk.db,
		"INSERT INTO indicator_text VALUES (1, 'level.2.criterion.1', 'en', 'It is adopted.');"
		"INSERT INTO framework_dimension VALUES ('probe', 'sex', 1), ('probe', 'age', 2);"
		"INSERT INTO framework_category VALUES ('probe', 'sex', 'female', 1), ('probe', 'sex', 'male', 2), ('probe', 'sex', 'unknown', 3),"
		" ('probe', 'age', 'child', 1), ('probe', 'age', 'adult', 2);"
		"INSERT INTO framework_text VALUES ('probe', 'dimension.sex', 'en', 'Sex'), ('probe', 'dimension.age', 'en', 'Age');"
		"INSERT INTO indicator_disaggregation VALUES (4, 'sex'), (4, 'age');", &desk.error), desk.error);
}

static enum err save(const char *indicator, struct answer_content content)
{
	desk.error = (struct error)ERROR_INIT;
	return desk_save(&desk, FOCAL, "XAA", indicator, desk_answer(&desk, "XAA", indicator).revision, content, false);
}

static struct answer_content ticked(const char *const *items, size_t count, double value)
{
	struct answer_content content = desk_value(value);

	content.items = items;
	content.item_count = count;
	return content;
}

static struct answer_content broken_down(double value, const struct answer_cell *cells, size_t count)
{
	struct answer_content content = desk_value(value);

	content.cells = cells;
	content.cell_count = count;
	return content;
}

START_TEST(the_level_is_the_highest_whose_criteria_and_all_below_are_met)
{
	static const char *const first[] = { "1.1" }, *const both[] = { "1.2", "1.1" }, *const all[] = { "2.1", "1.1", "1.2" },
		*const above_only[] = { "2.1", "1.1" };
	const struct { const char *const *items; size_t count; double level; } cases[] = {
		{ first, 1, 0 }, { both, 2, 1 }, { all, 3, 2 }, { above_only, 2, 0 },
	};

	open_desk();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_ok(save("LAD", ticked(cases[i].items, cases[i].count, NAN)), desk.error);
		struct answer answer = desk_answer(&desk, "XAA", "LAD");
		ck_assert_double_eq(answer.content.value, cases[i].level);
		ck_assert_int_eq((int)answer.content.item_count, (int)cases[i].count);
	}
	desk_close(&desk);
}
END_TEST

START_TEST(a_level_that_comes_alone_brings_its_criteria)
{
	open_desk();
	ck_ok(save("LAD", desk_value(2)), desk.error);
	struct answer answer = desk_answer(&desk, "XAA", "LAD");
	ck_assert_int_eq((int)answer.content.item_count, 3);
	ck_assert(answer_has_item(&answer.content, "1.1") && answer_has_item(&answer.content, "1.2") && answer_has_item(&answer.content, "2.1"));
	/* Levels 3 and 4 have no criteria here: they are told by themselves, with all below met. */
	ck_ok(save("LAD", desk_value(4)), desk.error);
	answer = desk_answer(&desk, "XAA", "LAD");
	ck_assert_double_eq(answer.content.value, 4);
	ck_assert_int_eq((int)answer.content.item_count, 3);
	ck_ok(save("LAD", desk_value(0)), desk.error);
	ck_assert_int_eq((int)desk_answer(&desk, "XAA", "LAD").content.item_count, 0);
	desk_close(&desk);
}
END_TEST

START_TEST(a_level_that_contradicts_its_criteria_is_refused)
{
	static const char *const first[] = { "1.1" }, *const all[] = { "2.1", "1.1", "1.2" }, *const unknown[] = { "2.2" };

	open_desk();
	ck_refused(save("LAD", ticked(first, 1, 1)), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "value");
	ck_refused(save("LAD", ticked(all, 3, 1)), ERR_INVALID, desk.error);
	ck_refused(save("LAD", ticked(all, 3, 0)), ERR_INVALID, desk.error);
	ck_ok(save("LAD", ticked(all, 3, 3)), desk.error);
	ck_refused(save("LAD", ticked(unknown, 1, NAN)), ERR_INVALID, desk.error);
	ck_assert_str_eq(desk.error.field, "item");
	desk_close(&desk);
}
END_TEST

START_TEST(breakdowns_are_kept_with_their_revision)
{
	const struct answer_cell one[] = { { "sex=female", 7 }, { "sex=male", 5 }, { "age=child", NAN } };
	const struct answer_cell two[] = { { "sex=female", 8 }, { "sex=male", 5 } };
	struct answer_content first;

	open_desk();
	ck_ok(save("CNT", broken_down(12, one, 3)), desk.error);
	struct answer answer = desk_answer(&desk, "XAA", "CNT");
	ck_assert_int_eq((int)answer.content.cell_count, 2); /* what is empty is not there */
	ck_assert_str_eq(answer.content.cells[0].cell, "sex=female");
	ck_assert_double_eq(answer.content.cells[0].value, 7);
	ck_ok(save("CNT", broken_down(13, two, 2)), desk.error);
	ck_ok(answer_revision(desk.db, &desk.arena, answer.id, 1, &first, &desk.error), desk.error);
	ck_assert_double_eq(first.cells[0].value, 7);
	ck_assert_double_eq(desk_answer(&desk, "XAA", "CNT").content.cells[0].value, 8);
	/* The same cells in another order are no new revision. */
	const struct answer_cell turned[] = { two[1], two[0] };
	ck_ok(save("CNT", broken_down(13, turned, 2)), desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").revision, 2);
	desk_close(&desk);
}
END_TEST

START_TEST(a_breakdown_that_cannot_be_right_is_refused_with_its_field)
{
	const struct { const char *indicator; struct answer_cell cells[2]; size_t count; const char *field; } cases[] = {
		{ "CNT", { { "sex=none", 1 } }, 1, "cell" }, { "CNT", { { "size=big", 1 } }, 1, "cell" }, { "CNT", { { "sex", 1 } }, 1, "cell" },
		{ "CNT", { { "", 1 } }, 1, "cell" }, { "CNT", { { "sex=female", 1 }, { "sex=female", 2 } }, 2, "cell" },
		{ "CNT", { { "sex=female", -1 } }, 1, "cell:sex=female" }, { "CNT", { { "sex=female", 1.5 } }, 1, "cell:sex=female" },
		{ "CNT", { { "sex=female", 1e16 } }, 1, "cell:sex=female" }, { "PCT", { { "sex=female", 1 } }, 1, "cell" },
	};

	open_desk();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		enum err err = save(cases[i].indicator, broken_down(5, cases[i].cells, cases[i].count));
		ck_assert_msg(err == ERR_INVALID && strcmp(desk.error.field, cases[i].field) == 0, "case %zu: %d %s: %s", i, (int)err, desk.error.field,
			desk.error.text);
	}
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer_cell"), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(an_answer_without_a_value_has_no_criteria_or_breakdowns)
{
	static const char *const first[] = { "1.1" };
	const struct answer_cell cells[] = { { "sex=female", 7 } };
	struct answer_content ladder = ticked(first, 1, NAN), count = broken_down(7, cells, 1);

	open_desk();
	ladder.status = count.status = "not_available";
	ladder.reason = count.reason = "The register begins next year.";
	ck_ok(save("LAD", ladder), desk.error);
	ck_ok(save("CNT", count), desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer_item"), 0);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer_cell"), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(several_answers_are_saved_all_or_none_in_one_transaction)
{
	struct actor actor = desk_actor(FOCAL);
	struct answer_key good = { desk.round, "XAA", "YES" }, bad = { desk.round, "XAA", "CNT" };
	struct answer_change yes = { .content = desk_value(1) }, wrong = { .content = desk_value(-1) };
	enum answer_outcome outcome;

	open_desk();
	good.round = bad.round = desk.round;
	ck_ok(database_begin(desk.db, &desk.error), desk.error);
	ck_ok(answer_save(desk.db, &actor, &good, &yes, &outcome, &desk.error), desk.error);
	ck_refused(answer_save(desk.db, &actor, &bad, &wrong, &outcome, &desk.error), ERR_INVALID, desk.error);
	ck_assert(database_in_transaction(desk.db));
	database_rollback(desk.db);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM answer"), 0);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(the_level_is_the_highest_whose_criteria_and_all_below_are_met),
	KIT_TEST(a_level_that_comes_alone_brings_its_criteria),
	KIT_TEST(a_level_that_contradicts_its_criteria_is_refused),
	KIT_TEST(breakdowns_are_kept_with_their_revision),
	KIT_TEST(a_breakdown_that_cannot_be_right_is_refused_with_its_field),
	KIT_TEST(an_answer_without_a_value_has_no_criteria_or_breakdowns),
	KIT_TEST(several_answers_are_saved_all_or_none_in_one_transaction),
};
KIT_MAIN("answer_content", tests)
