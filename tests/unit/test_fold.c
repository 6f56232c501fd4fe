/* Tests of searching as a person does: letters without their case. */
#include "indicators/base/fold.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;

START_TEST(capital_letters_of_each_alphabet_become_small)
{
	static const struct { const char *text, *folded; } cases[] = {
		{ "", "" }, { "IDR2 National", "idr2 national" }, { "ЖЕРТВЫ Ещё ЁЛКА", "жертвы еще елка" }, { "Қазақ Ұлт Әділ Ғ Ң Ө Ү Һ І", "қазақ ұлт әділ ғ ң ө ү һ і" },
		{ "Ҷ Ӯ Ӣ Ҳ", "ҷ ӯ ӣ ҳ" }, { "ÄÖÜ Çàé Ş Ž Ł", "äöü çàé ş ž ł" }, { "日本 🙂 × ÷ ÿ", "日本 🙂 × ÷ ÿ" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_str_eq(fold_text(&arena, cases[i].text), cases[i].folded);
}
END_TEST

START_TEST(all_words_have_to_be_there_in_any_order)
{
	ck_assert(fold_has_words(&arena, "idr2 national referral", "referral  nation"));
	ck_assert(fold_has_words(&arena, "idr2 national referral", " \t "));
	ck_assert(fold_has_words(&arena, "idr2 national referral", ""));
	ck_assert(!fold_has_words(&arena, "idr2 national referral", "referral local"));
	ck_assert(!fold_has_words(&arena, "", "x"));
	ck_assert(fold_has_words(&arena, "100 % _done_", "% _"));
	ck_assert(!fold_has_words(&arena, "abc", "%"));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(capital_letters_of_each_alphabet_become_small), KIT_TEST(all_words_have_to_be_there_in_any_order),
};
KIT_MAIN("fold", tests)
