/* Tests of dates and the clock. */
#include <stdlib.h>

#include "indicators/base/clock.h"
#include "tests/unit/kit.h"

START_TEST(only_real_calendar_dates_are_dates)
{
	static const struct { const char *text; bool is; } cases[] = {
		{ "2026-11-23", true }, { "2024-02-29", true }, { "2000-02-29", true }, { "2026-12-31", true },
		{ "2026-02-29", false }, { "1900-02-29", false }, { "2026-02-31", false }, { "2026-13-01", false }, { "2026-00-10", false },
		{ "2026-1-1", false }, { "23.11.2026", false }, { "2026-11-23T", false }, { " 2026-11-2", false }, { "2026-11-2 ", false },
		{ "", false }, { NULL, false },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_msg(clock_is_date(cases[i].text) == cases[i].is, "%s", cases[i].text);
}
END_TEST

START_TEST(a_fixed_clock_stands_still)
{
	char text[CLOCK_TEXT];
	char date[CLOCK_DATE];

	setenv("MONITOR_NOW", "2026-12-31T23:59:30Z", 1);
	clock_text(text);
	ck_assert_str_eq(text, "2026-12-31T23:59:30Z");
	clock_text_in(60, text);
	ck_assert_str_eq(text, "2027-01-01T00:00:30Z");
	clock_text_in(-86400, text);
	ck_assert_str_eq(text, "2026-12-30T23:59:30Z");
	clock_today(date);
	ck_assert_str_eq(date, "2026-12-31");
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(only_real_calendar_dates_are_dates),
	KIT_TEST(a_fixed_clock_stands_still),
};
KIT_MAIN("clock", tests)
