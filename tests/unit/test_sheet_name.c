/* Tests of what sheets are called. */
#include <string.h>

#include "indicators/base/arena.h"
#include "indicators/workbook/sheet_name.h"
#include "tests/unit/kit.h"

static struct arena arena;

static lxw_workbook *workbook_of(const char *sheet)
{
	lxw_workbook *workbook = workbook_new("unused.xlsx");

	arena = (struct arena)ARENA_INIT;
	ck_assert_ptr_nonnull(workbook);
	if (sheet != NULL)
		ck_assert_ptr_nonnull(workbook_add_worksheet(workbook, sheet));
	return workbook;
}

static void done(lxw_workbook *workbook)
{
	lxw_workbook_free(workbook);
	arena_release(&arena);
}

START_TEST(a_name_has_no_more_characters_than_fit_and_whole_words)
{
	static const struct { const char *code, *title, *name; } cases[] = {
		{ NULL, "Answers", "Answers" },
		{ NULL, "", "" },
		{ NULL, "1234567890123456789012345678901", "1234567890123456789012345678901" },
		{ NULL, "12345678901234567890123456789012", "1234567890123456789012345678901" },
		{ NULL, "SDG targets, series all together", "SDG targets, series all" },
		{ NULL, "Показатели по области и государству", "Показатели по области и" },
		{ "IDR", "Identification", "IDR Identification" },
		{ "IDR", "Identification and referral of the victims", "IDR Identification and referral" },
		/* The code and half a word, rather than the code alone. */
		{ "IDR", "Identificationandreferralofthevictims", "IDR Identificationandreferralof" },
		{ NULL, "a [b]: c*d?e/f\\g'h", "a  b   c d e f g h" },
	};
	lxw_workbook *workbook = workbook_of(NULL);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_str_eq(sheet_name(&arena, workbook, cases[i].code, cases[i].title), cases[i].name);
	done(workbook);
}
END_TEST

START_TEST(a_name_that_is_taken_gets_a_number)
{
	lxw_workbook *workbook = workbook_of("Answers");

	ck_assert_str_eq(sheet_name(&arena, workbook, NULL, "answers"), "answers 2");
	for (int i = 0; i < 120; i++) {
		const char *name = sheet_name(&arena, workbook, NULL, "Ответы [всех] государств региона и ещё");
		ck_assert_msg(workbook_add_worksheet(workbook, name) != NULL, "%s", name);
	}
	ck_assert_ptr_nonnull(workbook_get_worksheet_by_name(workbook, "Ответы  всех  государств"));
	ck_assert_ptr_nonnull(workbook_get_worksheet_by_name(workbook, "Ответы  всех  государств 120"));
	done(workbook);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_name_has_no_more_characters_than_fit_and_whole_words),
	KIT_TEST(a_name_that_is_taken_gets_a_number),
};

KIT_MAIN("sheet_name", tests)
