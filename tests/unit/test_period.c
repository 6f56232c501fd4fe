/* Tests of reporting periods. */
#include <stdlib.h>
#include <string.h>

#include "indicators/base/period.h"
#include "tests/unit/kit.h"

static struct error error = ERROR_INIT;

static struct period period_of(const char *text)
{
	struct period period = { 0, PERIOD_YEAR, 0 };

	ck_ok(period_parse(text, &period, &error), error);
	return period;
}

START_TEST(a_period_keeps_its_one_spelling)
{
	static const struct { const char *text; int year; enum period_frequency frequency; int number; const char *first, *last; } cases[] = {
		{ "2025", 2025, PERIOD_YEAR, 1, "2025-01-01", "2025-12-31" },
		{ "2025-S1", 2025, PERIOD_HALF, 1, "2025-01-01", "2025-06-30" },
		{ "2025-S2", 2025, PERIOD_HALF, 2, "2025-07-01", "2025-12-31" },
		{ "2025-T1", 2025, PERIOD_THIRD, 1, "2025-01-01", "2025-04-30" },
		{ "2025-T3", 2025, PERIOD_THIRD, 3, "2025-09-01", "2025-12-31" },
		{ "2025-Q1", 2025, PERIOD_QUARTER, 1, "2025-01-01", "2025-03-31" },
		{ "2025-Q4", 2025, PERIOD_QUARTER, 4, "2025-10-01", "2025-12-31" },
		{ "2025-01", 2025, PERIOD_MONTH, 1, "2025-01-01", "2025-01-31" },
		{ "2025-12", 2025, PERIOD_MONTH, 12, "2025-12-01", "2025-12-31" },
		{ "2024-02", 2024, PERIOD_MONTH, 2, "2024-02-01", "2024-02-29" },
		{ "2025-02", 2025, PERIOD_MONTH, 2, "2025-02-01", "2025-02-28" },
		{ "2000-02", 2000, PERIOD_MONTH, 2, "2000-02-01", "2000-02-29" },
		{ "1900-02", 1900, PERIOD_MONTH, 2, "1900-02-01", "1900-02-28" },
		{ "2199-11", 2199, PERIOD_MONTH, 11, "2199-11-01", "2199-11-30" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct period period = period_of(cases[i].text);
		char text[PERIOD_TEXT], date[PERIOD_DATE];

		ck_assert_int_eq(period.year, cases[i].year);
		ck_assert_int_eq(period.frequency, cases[i].frequency);
		ck_assert_int_eq(period.number, cases[i].number);
		period_text(&period, text);
		ck_assert_str_eq(text, cases[i].text);
		period_first_day(&period, date);
		ck_assert_str_eq(date, cases[i].first);
		period_last_day(&period, date);
		ck_assert_str_eq(date, cases[i].last);
		ck_assert(period_is(cases[i].text));
		ck_assert_int_eq(period_first_year(cases[i].text), cases[i].year);
	}
}
END_TEST

START_TEST(what_is_no_reporting_period_is_refused_with_what_would_be_one)
{
	static const char *const bad[] = {
		"", "2", "202", "20255", "2O25", "-2025", "2025-", "2025-S", "2025-s1", "2025-S12", "2025-S1x", "2025-Sx", "2025-1", "2025-013",
		"2025-1x", "2025-A1", "2025-M01", "2025-W01", "2025-D001", "2025/2026", "2025 ", " 2025", "2025-S1 ", "2025–S1", "2025-01-31",
		"year", "٢٠٢٥",
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct period period = { 1, PERIOD_MONTH, 2 };

		ck_refused(period_parse(bad[i], &period, &error), ERR_INVALID, error);
		ck_assert_ptr_nonnull(strstr(error.text, "2025-S1"));
		ck_assert_str_eq(error.field, "period");
		ck_assert_int_eq(period.year, 1);
		ck_assert(!period_is(bad[i]));
	}
}
END_TEST

START_TEST(a_part_that_a_year_does_not_have_is_refused)
{
	static const struct { const char *text, *highest; } bad[] = {
		{ "2025-S0", "1 to 2" }, { "2025-S3", "1 to 2" }, { "2025-T4", "1 to 3" }, { "2025-Q0", "1 to 4" }, { "2025-Q5", "1 to 4" },
		{ "2025-00", "1 to 12" }, { "2025-13", "1 to 12" }, { "2025-26", "1 to 12" },
	};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct period period;

		ck_refused(period_parse(bad[i].text, &period, &error), ERR_INVALID, error);
		ck_assert_ptr_nonnull(strstr(error.text, bad[i].text));
		ck_assert_ptr_nonnull(strstr(error.text, bad[i].highest));
	}
}
END_TEST

START_TEST(a_year_far_off_is_refused)
{
	static const char *const bad[] = { "0000", "0205", "1899", "2200", "9999-Q1" };
	struct period period;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ck_refused(period_parse(bad[i], &period, &error), ERR_INVALID, error);
	ck_ok(period_parse("1900", &period, &error), error);
	ck_ok(period_parse("2199", &period, &error), error);
}
END_TEST

START_TEST(periods_sort_in_time_and_the_longer_comes_first)
{
	static const char *const sorted[] = {
		"2024", "2024-12", "2025", "2025-S1", "2025-T1", "2025-Q1", "2025-01", "2025-02", "2025-Q2", "2025-T2", "2025-S2", "2025-Q3",
		"2025-07", "2025-T3", "2025-Q4", "2026",
	};
	size_t n = sizeof sorted / sizeof *sorted;

	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < n; k++) {
			struct period a = period_of(sorted[i]), b = period_of(sorted[k]);
			int order = period_compare(&a, &b);

			ck_assert_int_eq((order > 0) - (order < 0), (i > k) - (i < k));
			if (a.frequency == b.frequency)
				ck_assert_int_eq((order > 0) - (order < 0), (strcmp(sorted[i], sorted[k]) > 0) - (strcmp(sorted[i], sorted[k]) < 0));
		}
	}
}
END_TEST

START_TEST(a_period_lies_within_limits_of_any_frequency)
{
	static const struct { const char *period, *first, *last; bool within; } cases[] = {
		{ "2011", "2011", "2015", true }, { "2015", "2011", "2015", true }, { "2010", "2011", "2015", false }, { "2016", "2011", "2015", false },
		{ "2011-Q1", "2011", "2015", true }, { "2015-S2", "2011", "2015", true }, { "2010-12", "2011", NULL, false },
		{ "2010", "2010-S2", NULL, false }, { "2010-S2", "2010-S2", NULL, true }, { "2015", NULL, "2015-S1", false },
		{ "2015-Q2", NULL, "2015-S1", true }, { "1950", NULL, NULL, true },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct period period = period_of(cases[i].period), first, last;

		if (cases[i].first != NULL)
			first = period_of(cases[i].first);
		if (cases[i].last != NULL)
			last = period_of(cases[i].last);
		ck_assert_int_eq(period_within(&period, cases[i].first != NULL ? &first : NULL, cases[i].last != NULL ? &last : NULL),
			cases[i].within);
	}
}
END_TEST

START_TEST(the_year_of_an_official_period_is_the_one_in_which_it_begins)
{
	static const struct { const char *text; int year; } cases[] = {
		{ "2015", 2015 }, { "2015.0", 2015 }, { "2015.00", 2015 }, { "2015-16", 2015 }, { "2015-2016", 2015 }, { "1999-00", 1999 },
		{ "1999-2000", 1999 }, { "2011-12", 2011 }, { "2015-S2", 2015 }, { "2015-07", 2015 },
		{ "", 0 }, { "15", 0 }, { "2015.5", 0 }, { "2015.", 0 }, { "2015-17", 0 }, { "2015-2017", 0 }, { "2015-14", 0 }, { "2015-16x", 0 },
		{ "20151", 0 }, { "1899", 0 }, { "2200", 0 }, { "nan", 0 }, { "2015-1x", 0 }, { "2015-20x6", 0 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_msg(period_first_year(cases[i].text) == cases[i].year, "%s: %d", cases[i].text, period_first_year(cases[i].text));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_period_keeps_its_one_spelling),
	KIT_TEST(what_is_no_reporting_period_is_refused_with_what_would_be_one),
	KIT_TEST(a_part_that_a_year_does_not_have_is_refused),
	KIT_TEST(a_year_far_off_is_refused),
	KIT_TEST(periods_sort_in_time_and_the_longer_comes_first),
	KIT_TEST(a_period_lies_within_limits_of_any_frequency),
	KIT_TEST(the_year_of_an_official_period_is_the_one_in_which_it_begins),
};
KIT_MAIN("period", tests)
