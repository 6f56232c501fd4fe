/* Tests of the difference of two texts by words. */
#include <stdlib.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/base/diff.h"
#include "tests/unit/kit.h"

static struct arena memory = ARENA_INIT;

/* "one [-two-]{+ three+}" */
static const char *written(const struct diff_pieces *pieces)
{
	static struct buffer out = BUFFER_INIT(4000000);

	buffer_clear(&out);
	for (size_t i = 0; i < pieces->count; i++)
		buffer_printf(&out, pieces->rows[i].kind == DIFF_SAME ? "%s" : pieces->rows[i].kind == DIFF_ADDED ? "{+%s+}" : "[-%s-]", pieces->rows[i].text);
	return buffer_text(&out);
}

static char *joined(const struct diff_pieces *pieces, enum diff_kind kind)
{
	struct buffer out = BUFFER_INIT(4000000);

	buffer_puts(&out, "");
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->rows[i].kind == DIFF_SAME || pieces->rows[i].kind == kind)
			buffer_puts(&out, pieces->rows[i].text);
	char *text = arena_strdup(&memory, buffer_text(&out));
	buffer_release(&out);
	return text;
}

/* The promises of the header that hold for any two texts. */
static struct diff_pieces sound(const char *before, const char *after)
{
	struct diff_pieces pieces = diff_words(&memory, before, after);

	ck_assert_str_eq(joined(&pieces, DIFF_ADDED), after);
	for (size_t i = 0; i < pieces.count; i++) {
		ck_assert(pieces.rows[i].text[0] != '\0');
		ck_assert(i == 0 || pieces.rows[i].kind != pieces.rows[i - 1].kind);
		ck_assert(i == 0 || pieces.rows[i].kind != DIFF_REMOVED || pieces.rows[i - 1].kind == DIFF_SAME);
	}
	return pieces;
}

START_TEST(words_that_differ_are_told_from_those_that_stay)
{
	static const struct { const char *before, *after, *written; } cases[] = {
		{ "", "", "" },
		{ "a", "a", "a" },
		{ "", "a b", "{+a b+}" },
		{ "a b", "", "[-a b-]" },
		{ "a", "b", "[-a-]{+b+}" },
		{ "one two three", "one 2 three", "one[- two-]{+ 2+} three" },
		{ "one three", "one two three", "one{+ two+} three" },
		{ "one two three", "one three", "one[- two-] three" },
		{ "one", "one two", "one{+ two+}" },
		{ "two", "one two", "{+one+} two" },
		{ "a b c d e", "b c x e f", "[-a-]b c[- d-]{+ x+} e{+ f+}" },
		{ "a b c a b b a", "c b a b a c", NULL },
		{ "Приют на 12 мест.", "Приют на 20 мест.", "Приют на[- 12-]{+ 20+} мест." },
		{ "a  b", "a b", "[-a  b-]{+a b+}" },
		{ "a\nb c", "a b d", "a b[- c-]{+ d+}" },
		{ "a ", "a", "a[- -]" },
		{ "  ", "\n", "[-  -]{+\n+}" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct diff_pieces pieces = sound(cases[i].before, cases[i].after);

		if (cases[i].written != NULL)
			ck_assert_str_eq(written(&pieces), cases[i].written);
	}
	ck_assert_uint_eq(diff_words(&memory, NULL, NULL).count, 0);
}
END_TEST

START_TEST(any_two_texts_are_put_together_again)
{
	static const char *const words[] = { "a", "b", "c", " ", " ", "\n", "д", "安" };
	unsigned random = 3;

	for (int round = 0; round < 3000; round++) {
		char text[2][200];

		for (int k = 0; k < 2; k++) {
			text[k][0] = '\0';
			for (int i = 0; i < 30; i++) {
				random = random * 1103515245u + 12345u;
				strncat(text[k], words[(random >> 16) % 8], sizeof text[k] - strlen(text[k]) - 1);
			}
		}
		struct diff_pieces pieces = sound(text[0], text[1]);
		/* Without blanks in the way, what stays and what was removed is the old text. */
		for (int k = 0; k < 2; k++)
			for (char *c = text[k]; *c != '\0'; c++)
				if (*c == '\n')
					*c = ' ';
		pieces = diff_words(&memory, text[0], text[1]);
		char *old = joined(&pieces, DIFF_REMOVED);
		size_t a = 0, b = 0;
		while (old[a] != '\0' || text[0][b] != '\0') {
			a += strspn(old + a, " ");
			b += strspn(text[0] + b, " ");
			ck_assert_int_eq(old[a], text[0][b]);
			a += old[a] != '\0';
			b += text[0][b] != '\0';
		}
	}
}
END_TEST

/* As few words as can be: one of a hundred changed is one change. */
START_TEST(few_changes_in_a_long_text_are_found)
{
	struct buffer before = BUFFER_INIT(1000000), after = BUFFER_INIT(1000000);
	size_t changes = 0;

	for (int i = 0; i < 5000; i++) {
		buffer_printf(&before, "word%d ", i % 700);
		buffer_printf(&after, i % 100 == 50 ? "other%d " : "word%d ", i % 700);
	}
	struct diff_pieces pieces = sound(buffer_text(&before), buffer_text(&after));
	for (size_t i = 0; i < pieces.count; i++)
		changes += pieces.rows[i].kind != DIFF_SAME;
	ck_assert_uint_eq(changes, 100);
	buffer_release(&before);
	buffer_release(&after);
}
END_TEST

START_TEST(texts_that_differ_altogether_are_replaced_between_their_common_ends)
{
	struct buffer before = BUFFER_INIT(1000000), after = BUFFER_INIT(1000000);

	buffer_puts(&before, "beginning");
	buffer_puts(&after, "beginning");
	for (int i = 0; i < 3000; i++) {
		buffer_printf(&before, " a%d", i);
		buffer_printf(&after, " b%d", i);
	}
	buffer_puts(&before, " end");
	buffer_puts(&after, " end");
	struct diff_pieces pieces = sound(buffer_text(&before), buffer_text(&after));
	ck_assert_uint_eq(pieces.count, 4);
	ck_assert_str_eq(pieces.rows[0].text, "beginning");
	ck_assert_str_eq(pieces.rows[3].text, " end");

	/* Too many words to look at. */
	for (int i = 0; i < DIFF_WORDS; i++)
		buffer_puts(&before, " x");
	pieces = sound(buffer_text(&before), buffer_text(&after));
	ck_assert_uint_eq(pieces.count, 2);
	ck_assert_int_eq(pieces.rows[0].kind, DIFF_REMOVED);
	ck_assert_str_eq(pieces.rows[0].text, buffer_text(&before));
	buffer_release(&before);
	buffer_release(&after);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(words_that_differ_are_told_from_those_that_stay),
	KIT_TEST(any_two_texts_are_put_together_again),
	KIT_TEST(few_changes_in_a_long_text_are_found),
	KIT_TEST(texts_that_differ_altogether_are_replaced_between_their_common_ends),
};
KIT_MAIN("diff", tests)
