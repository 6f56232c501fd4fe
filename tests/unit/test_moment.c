/* Tests of times as HTTP writes them. */
#include "cgi/web/kit.h"
#include "tests/unit/kit.h"

START_TEST(a_moment_is_written_as_http_does)
{
	char text[MOMENT_TEXT];

	ck_assert(moment_http("2026-11-25T20:55:50Z", text));
	ck_assert_str_eq(text, "Wed, 25 Nov 2026 20:55:50 GMT");
	ck_assert(!moment_http("2026-11-25", text));
	ck_assert_str_eq(text, "");
	ck_assert(!moment_http("", text));
}
END_TEST

START_TEST(a_date_of_any_form_is_compared)
{
	static const struct { const char *header; bool since; } cases[] = {
		{ "Wed, 25 Nov 2026 20:55:50 GMT", true }, { "Wed, 25 Nov 2026 20:55:51 GMT", true }, { "Wed, 25 Nov 2026 20:55:49 GMT", false },
		{ "Wednesday, 25-Nov-26 20:55:50 GMT", true }, { "Wed Nov 25 20:55:50 2026", true }, { "Wed Nov  4 20:55:50 2026", false },
		{ "", false }, { "2026-11-26T00:00:00Z", false }, { "Wed, 25 Nov 2026 20:55:50 GMT; length=1", false }, { "tomorrow", false },
		{ "Wed, 25 Nov 2026 20:55:50 +0600", false },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_msg(moment_is_since(cases[i].header, "2026-11-25T20:55:50Z") == cases[i].since, "%s", cases[i].header);
	ck_assert(!moment_is_since(NULL, "2026-11-25T20:55:50Z"));
	ck_assert(!moment_is_since("Wed, 25 Nov 2026 20:55:50 GMT", ""));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_moment_is_written_as_http_does),
	KIT_TEST(a_date_of_any_form_is_compared),
};
KIT_MAIN("moment", tests)
