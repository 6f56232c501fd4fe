/* Tests of dates as a person reads them. */
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "tests/unit/kit.h"

START_TEST(a_day_is_written_out)
{
	struct arena memory = ARENA_INIT;

	i18n_use("en");
	ck_assert_str_eq(day_text(&memory, "2026-11-23T19:05:00Z"), "23 November 2026");
	ck_assert_str_eq(day_text(&memory, "2026-03-01"), "1 March 2026");
	ck_assert_str_eq(day_moment(&memory, "2026-11-23T19:05:00Z"), "23 November 2026, 19:05 UTC");
	ck_assert_str_eq(day_moment(&memory, "2026-03-01"), "1 March 2026");
	arena_release(&memory);
}
END_TEST

START_TEST(what_is_no_date_stays_as_it_is)
{
	struct arena memory = ARENA_INIT;

	ck_assert_str_eq(day_text(&memory, "some time ago"), "some time ago");
	ck_assert_str_eq(day_text(&memory, "2026-13-01"), "2026-13-01");
	ck_assert_ptr_null(day_text(&memory, NULL));
	ck_assert_ptr_null(day_moment(&memory, NULL));
	arena_release(&memory);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_day_is_written_out),
	KIT_TEST(what_is_no_date_stays_as_it_is),
};
KIT_MAIN("day", tests)
