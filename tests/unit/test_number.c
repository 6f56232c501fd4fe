/* Tests of numbers as text, and of the rounding of published figures. */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/number.h"
#include "tests/unit/kit.h"

START_TEST(a_number_is_written_as_the_shortest_text_that_reads_back)
{
	static const struct { double value; const char *text; } cases[] = {
		{ 0, "0" }, { -0.0, "0" }, { 1, "1" }, { -17, "-17" }, { 82.5, "82.5" }, { 0.1, "0.1" }, { 0.1 + 0.2, "0.30000000000000004" },
		{ 100.0 / 3, "33.333333333333336" }, { 1e15, "1e+15" }, { 999999999999999, "999999999999999" }, { 1e-7, "1e-07" },
		{ 1132486, "1132486" }, { -0.001, "-0.001" }, { 0.000123, "0.000123" }, { 0.0000123, "1.23e-05" }, { 12345.678, "12345.678" },
		{ 123456789012345.6, "123456789012345.6" }, { -2.5e-300, "-2.5e-300" }, { 5e-324, "4.94065645841247e-324" }, { 1.5e15, "1.5e+15" },
		{ 1234567890123456, "1.234567890123456e+15" }, { DBL_MAX, "1.7976931348623157e+308" }, { NAN, "" }, { INFINITY, "" }, { -INFINITY, "" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[NUMBER_TEXT];

		number_text(cases[i].value, text);
		ck_assert_str_eq(text, cases[i].text);
	}
}
END_TEST

START_TEST(any_number_survives_the_way_into_text_and_back)
{
	uint64_t state = 20261123;

	for (int i = 0; i < 200000; i++) {
		double value, back;
		char text[NUMBER_TEXT];

		state = state * 6364136223846793005u + 1442695040888963407u;
		memcpy(&value, &state, sizeof value);
		if (!isfinite(value))
			continue;
		number_text(value, text);
		ck_assert_msg(number_parse(text, &back), "%s", text);
		ck_assert_msg(back == value, "%s", text);
	}
}
END_TEST

START_TEST(a_typed_number_may_have_a_point_or_a_comma)
{
	static const struct { const char *text; double value; } good[] = {
		{ "0", 0 }, { "-0", 0 }, { "12", 12 }, { "12.5", 12.5 }, { "12,5", 12.5 }, { ".5", 0.5 }, { ",5", 0.5 }, { "5.", 5 },
		{ "+7", 7 }, { "-7.25", -7.25 }, { "1e3", 1000 }, { "1,5E-2", 0.015 }, { "1e+2", 100 }, { "00012", 12 }, { "12345678901234567890123456789012", 12345678901234567890123456789012.0 },
		{ "1e-9999", 0 },
	};
	static const char *const bad[] = {
		"", " ", "-", "+", ".", ",", "1 000", " 1", "1 ", "1.2.3", "1,234.5", "1.234,5", "0x10", "nan", "NaN", "inf", "infinity", "N", "<5",
		"1e", "1e+", "e5", "1e999", "-1e999", "1e99999", "12abc", "١٢", "--1", "+-1",
		"11111111111111111111111111111111111111111111111111111111111111111111111111111", "000000000000000000000000000000001",
	};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		double value = -99;

		ck_assert_msg(number_parse(good[i].text, &value), "%s", good[i].text);
		ck_assert_double_eq(value, good[i].value);
		ck_assert(!signbit(value) || value < 0);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		double value = -99;

		ck_assert_msg(!number_parse(bad[i], &value), "%s", bad[i]);
		ck_assert_double_eq(value, -99);
	}
}
END_TEST

START_TEST(ties_go_to_the_even_digit_of_the_decimal_that_is_meant)
{
	static const struct { double value; int decimals; double rounded; const char *text; } cases[] = {
		{ 82.5, 0, 82, "82" }, { 79.5, 0, 80, "80" }, { 71.5, 0, 72, "72" }, { 94.5, 0, 94, "94" }, { 88.5, 0, 88, "88" },
		{ 0.5, 0, 0, "0" }, { 1.5, 0, 2, "2" }, { -0.5, 0, 0, "0" }, { -1.5, 0, -2, "-2" }, { -2.5, 0, -2, "-2" },
		{ 0.285, 2, 0.28, "0.28" }, { 0.275, 2, 0.28, "0.28" }, { 1.005, 2, 1.00, "1.00" }, { 1.015, 2, 1.02, "1.02" },
		{ 2.675, 2, 2.68, "2.68" }, { 1.115, 2, 1.12, "1.12" }, { 0.285, 1, 0.3, "0.3" }, { 0.05, 1, 0, "0.0" },
		{ 0.15, 1, 0.2, "0.2" }, { 0.25, 1, 0.2, "0.2" }, { 0.35, 1, 0.4, "0.4" }, { 0.250001, 1, 0.3, "0.3" },
		{ 0.04999, 1, 0, "0.0" }, { 0.051, 1, 0.1, "0.1" }, { 0.0051, 1, 0, "0.0" },
		{ 99.5, 0, 100, "100" }, { 9.95, 1, 10, "10.0" }, { 99.95, 1, 100, "100.0" },
		/* what an addition and a division leave of 82.5 */
		{ 82.499999999999986, 0, 82, "82" }, { 82.500000000000014, 0, 82, "82" }, { 81.499999999999986, 0, 82, "82" },
		{ 82.4999999999, 0, 82, "82" }, { 82.5000000001, 0, 83, "83" }, { 81.4999999999, 0, 81, "81" },
		{ 2, 1, 2, "2.0" }, { 0, 2, 0, "0.00" }, { -0.0, 1, 0, "0.0" }, { -0.04, 1, 0, "0.0" }, { -0.06, 1, -0.1, "-0.1" },
		{ 1132486, 0, 1132486, "1132486" }, { 1132486.5, 0, 1132486, "1132486" }, { 1e14, 2, 1e14, "100000000000000.00" },
		{ 123456789012.25, 1, 123456789012.2, "123456789012.2" }, { 1e14, 9, 1e14, "100000000000000.000000000" },
		{ 999999999.9999999, 9, 1e9, "1000000000.000000000" }, { 1e-300, 9, 0, "0.000000000" },
		{ 1.0 / 3, 99, 0.333333333, "0.333333333" }, { 82.5, -3, 82, "82" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		double rounded = number_round_half_even(cases[i].value, cases[i].decimals);
		char text[NUMBER_TEXT];

		ck_assert_msg(rounded == cases[i].rounded, "%.17g to %d gave %.17g", cases[i].value, cases[i].decimals, rounded);
		ck_assert(!signbit(rounded) || rounded < 0);
		number_rounded_text(cases[i].value, cases[i].decimals, text);
		ck_assert_str_eq(text, cases[i].text);
	}
}
END_TEST

START_TEST(every_thousandth_rounds_to_hundredths_as_its_decimal_does)
{
	for (long n = -200000; n <= 200000; n++) {
		long size = labs(n), units = size / 10, last = size % 10;

		if (last > 5 || (last == 5 && units % 2 != 0))
			units++;

		double expected = (double)(n < 0 ? -units : units) / 100;
		double rounded = number_round_half_even((double)n / 1000, 2);

		ck_assert_msg(rounded == expected, "%ld/1000 gave %.17g", n, rounded);
	}
}
END_TEST

START_TEST(what_is_no_number_of_a_figure_is_not_rounded)
{
	char text[NUMBER_TEXT];

	ck_assert(isnan(number_round_half_even(NAN, 1)));
	ck_assert_double_eq(number_round_half_even(-INFINITY, 1), -INFINITY);
	ck_assert_double_eq(number_round_half_even(1.5e15, 1), 1.5e15);
	number_rounded_text(NAN, 1, text);
	ck_assert_str_eq(text, "");
	number_rounded_text(1e15, 1, text);
	ck_assert_str_eq(text, "");
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_number_is_written_as_the_shortest_text_that_reads_back),
	KIT_TEST(any_number_survives_the_way_into_text_and_back),
	KIT_TEST(a_typed_number_may_have_a_point_or_a_comma),
	KIT_TEST(ties_go_to_the_even_digit_of_the_decimal_that_is_meant),
	KIT_TEST(every_thousandth_rounds_to_hundredths_as_its_decimal_does),
	KIT_TEST(what_is_no_number_of_a_figure_is_not_rounded),
};
KIT_MAIN("number", tests)
