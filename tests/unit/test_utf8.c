/* Tests of where a text may be cut. */
#include <string.h>

#include "indicators/base/utf8.h"
#include "tests/unit/kit.h"

/* One byte, two, three and four: a, я, €, 😀. */
static const char text[] = "a\xD1\x8F\xE2\x82\xAC\xF0\x9F\x98\x80";

START_TEST(a_beginning_has_whole_characters)
{
	static const size_t expected[] = { 0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10, 10 };

	for (size_t most = 0; most < sizeof expected / sizeof *expected; most++)
		ck_assert_uint_eq(utf8_head(text, most), expected[most]);
	ck_assert_uint_eq(utf8_head("", 5), 0);
}
END_TEST

START_TEST(an_end_has_whole_characters)
{
	static const size_t expected[] = { 10, 10, 10, 10, 6, 6, 6, 3, 3, 1, 0, 0 };

	for (size_t most = 0; most < sizeof expected / sizeof *expected; most++)
		ck_assert_uint_eq(utf8_tail(text, 10, most), expected[most]);
	ck_assert_uint_eq(utf8_tail(text, 3, 2), 1);
	ck_assert_uint_eq(utf8_tail(text, 0, 4), 0);
}
END_TEST

START_TEST(blank_is_what_leaves_no_ink)
{
	ck_assert(utf8_is_blank(NULL));
	ck_assert(utf8_is_blank(""));
	ck_assert(utf8_is_blank(" \t\r\n"));
	ck_assert(utf8_is_blank("\xC2\xA0 \xE2\x80\xAF\xE2\x80\x8B\xEF\xBB\xBF"));
	ck_assert(!utf8_is_blank("."));
	ck_assert(!utf8_is_blank(" \xC2\xA0\xD1\x8F"));
	ck_assert(!utf8_is_blank("\xE2\x80\x94"));
	ck_assert(!utf8_is_blank("\xE2\x80"));
}
END_TEST

START_TEST(what_no_xml_may_hold_is_no_character)
{
	ck_assert(utf8_is_no_character("\xEF\xBF\xBE"));
	ck_assert(utf8_is_no_character("\xEF\xBF\xBF and more"));
	ck_assert(!utf8_is_no_character("\xEF\xBF\xBD"));
	ck_assert(!utf8_is_no_character("\xEF\xBF"));
	ck_assert(!utf8_is_no_character(""));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_beginning_has_whole_characters),
	KIT_TEST(an_end_has_whole_characters),
	KIT_TEST(blank_is_what_leaves_no_ink),
	KIT_TEST(what_no_xml_may_hold_is_no_character),
};
KIT_MAIN("utf8", tests)
