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

START_TEST(days_are_counted_and_added_over_months_and_leap_years)
{
	struct arena memory = ARENA_INIT;

	ck_assert_int_eq(day_count("2026-03-10", "2026-03-20"), 10);
	ck_assert_int_eq(day_count("2026-03-10", "2026-03-10"), 0);
	ck_assert_int_eq(day_count("2026-03-01", "2026-02-28"), -1);
	ck_assert_int_eq(day_count("2024-02-28", "2024-03-01"), 2);
	ck_assert_int_eq(day_count("1969-12-31", "1970-01-01"), 1);
	ck_assert_str_eq(day_shift(&memory, "2026-03-01", -1), "2026-02-28");
	ck_assert_str_eq(day_shift(&memory, "2024-03-01", -1), "2024-02-29");
	ck_assert_str_eq(day_shift(&memory, "2026-12-31", 1), "2027-01-01");
	ck_assert_str_eq(day_shift(&memory, "2026-12-31", 0), "2026-12-31");
	arena_release(&memory);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(days_are_counted_and_added_over_months_and_leap_years),
	KIT_TEST(a_day_is_written_out),
	KIT_TEST(what_is_no_date_stays_as_it_is),
};
KIT_MAIN("day", tests)
