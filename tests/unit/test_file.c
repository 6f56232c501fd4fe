/* Tests of files as responses: ranges, and names in any script. */
#include <string.h>

#include "cgi/web/kit.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;

START_TEST(a_range_is_read_as_the_standard_says)
{
	static const struct { const char *header; enum range_kind kind; int64_t from, length; } cases[] = {
		{ "", RANGE_WHOLE, 0, 100 }, { "bytes=0-0", RANGE_PART, 0, 1 }, { "bytes=0-", RANGE_PART, 0, 100 }, { "bytes=0-99", RANGE_PART, 0, 100 },
		{ "bytes=50-1000", RANGE_PART, 50, 50 }, { "bytes=99-", RANGE_PART, 99, 1 }, { "bytes=100-", RANGE_NONE, 0, 100 },
		{ "bytes=-1", RANGE_PART, 99, 1 }, { "bytes=-1000", RANGE_PART, 0, 100 }, { "bytes=-0", RANGE_NONE, 100, 0 },
		{ "bytes=5-4", RANGE_WHOLE, 0, 100 }, { "bytes=", RANGE_WHOLE, 0, 100 }, { "bytes=-", RANGE_WHOLE, 0, 100 }, { "bytes=a-b", RANGE_WHOLE, 0, 100 },
		{ "bytes=1-2,4-5", RANGE_WHOLE, 0, 100 }, { "items=1-2", RANGE_WHOLE, 0, 100 }, { "bytes=1-2x", RANGE_WHOLE, 0, 100 },
		{ "bytes=99999999999999999999-", RANGE_WHOLE, 0, 100 }, { "bytes=1-99999999999999999999", RANGE_WHOLE, 0, 100 },
		{ "bytes=+1-2", RANGE_WHOLE, 0, 100 }, { "bytes= 1-2", RANGE_WHOLE, 0, 100 }, { "bytes=999999999999999999-", RANGE_NONE, 0, 100 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		int64_t from, length;
		ck_assert_msg(range_read(cases[i].header, 100, &from, &length) == cases[i].kind, "%s", cases[i].header);
		if (cases[i].kind != RANGE_NONE)
			ck_assert_msg(from == cases[i].from && length == cases[i].length, "%s: %d+%d", cases[i].header, (int)from, (int)length);
	}
}
END_TEST

START_TEST(a_name_in_any_script_passes_through_the_header)
{
	static const struct { const char *name, *header; } cases[] = {
		{ "a.pdf", "attachment; filename=\"a.pdf\"; filename*=UTF-8''a.pdf" },
		{ "a b;c=\"d\".pdf", "attachment; filename=\"a b;c=_d_.pdf\"; filename*=UTF-8''a%20b%3Bc%3D%22d%22.pdf" },
		{ "Ка.pdf", "attachment; filename=\"__.pdf\"; filename*=UTF-8''%D0%9A%D0%B0.pdf" },
		{ "😀%41.png", "attachment; filename=\"__41.png\"; filename*=UTF-8''%F0%9F%98%80%2541.png" },
		{ "a\r\nX: y.pdf", "attachment; filename=\"a__X: y.pdf\"; filename*=UTF-8''a%0D%0AX%3A%20y.pdf" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_str_eq(attachment_header(&arena, cases[i].name), cases[i].header);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_range_is_read_as_the_standard_says),
	KIT_TEST(a_name_in_any_script_passes_through_the_header),
};
KIT_MAIN("file", tests)
