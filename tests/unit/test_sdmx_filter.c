/* Tests of what is asked for: periods, keys and conditions. */
#include <stdint.h>
#include <string.h>

#include "cgi/data/sdmx/filter.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;

static struct sdmx_code areas[] = { { .id = "KGZ" }, { .id = "TJK" }, { .id = "UZB" }, { .id = "_T" } };
static struct sdmx_code indicators[] = { { .id = "LAW1" }, { .id = "IDR3" }, { .id = "idr-3_a@$" } };
static struct sdmx_code frequencies[] = { { .id = "A" }, { .id = "S" } };
static const struct sdmx_codelist cl_area = { .id = "CL_AREA", .codes = areas, .count = 4 };
static const struct sdmx_codelist cl_indicator = { .id = "CL_INDICATOR", .codes = indicators, .count = 3 };
static const struct sdmx_codelist cl_frequency = { .id = "CL_FREQ", .codes = frequencies, .count = 2 };
static struct sdmx_component components[] = {
	{ .id = "FREQ", .role = SDMX_DIMENSION, .type = SDMX_CODED, .codelist = &cl_frequency },
	{ .id = "REF_AREA", .role = SDMX_DIMENSION, .type = SDMX_CODED, .codelist = &cl_area },
	{ .id = "INDICATOR", .role = SDMX_DIMENSION, .type = SDMX_CODED, .codelist = &cl_indicator },
	{ .id = "TIME_PERIOD", .role = SDMX_TIME, .type = SDMX_PERIOD },
	{ .id = "OBS_VALUE", .role = SDMX_MEASURE, .type = SDMX_NUMBER },
	{ .id = "HIDDEN_INCLUDED", .role = SDMX_ATTRIBUTE, .type = SDMX_FLAG },
	{ .id = "REASON", .role = SDMX_ATTRIBUTE, .type = SDMX_TEXT },
};
static const struct sdmx_flow flow = { .id = "ANSWERS_X", .components = components, .count = 7, .dimension_count = 3, .measure_count = 1 };

/* --- periods --- */

START_TEST(a_period_is_the_days_it_lasts)
{
	static const struct { const char *text, *first, *last; } cases[] = {
		{ "2020", "2020-01-01", "2020-12-31" }, { "2020-A1", "2020-01-01", "2020-12-31" }, { "2020-S2", "2020-07-01", "2020-12-31" },
		{ "2020-Q1", "2020-01-01", "2020-03-31" }, { "2020-T3", "2020-09-01", "2020-12-31" }, { "2020-02", "2020-02-01", "2020-02-29" },
		{ "2020-M02", "2020-02-01", "2020-02-29" }, { "2020-02-29", "2020-02-29", "2020-02-29" },
		{ "2020-02-29T12:00:00Z", "2020-02-29", "2020-02-29" }, { "2020-02-29T12:00:00.5+06:00", "2020-02-29", "2020-02-29" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sdmx_span span;
		struct error error = ERROR_INIT;
		ck_assert_msg(sdmx_span_read(cases[i].text, "startPeriod", &span, &error) == ERR_OK, "%s: %s", cases[i].text, error.text);
		ck_assert_str_eq(span.first, cases[i].first);
		ck_assert_str_eq(span.last, cases[i].last);
	}
}
END_TEST

START_TEST(what_is_no_period_is_told_the_forms)
{
	static const char *const wrong[] = { "", "20", "2020-13", "2020-00", "2020-Q5", "2020-S3", "2020-A2", "2020-M13", "2020-M1", "2020-02-30",
		"2019-02-29", "2020-2-1", "2020-W05", "2020-D001", "2020-01-01T", "2020-01-01Tnoon", "2020-01-01 12:00", "3020", "1000", "-2020", "２０２０",
		"2020-01-01T00:00:00.00000000000000000000000000", "2020/2021", "2020.0", "now" };

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct sdmx_span span;
		struct error error = ERROR_INIT;
		ck_assert_msg(sdmx_span_read(wrong[i], "endPeriod", &span, &error) == ERR_INVALID, "%s", wrong[i]);
		ck_assert_str_eq(error.field, "endPeriod");
	}
}
END_TEST

/* --- keys --- */

static bool key_fits(const char *text, const char *frequency, const char *area, const char *indicator)
{
	const char *values[] = { frequency, area, indicator, "2020", NULL, NULL, NULL };
	struct sdmx_keys keys;
	struct error error = ERROR_INIT;

	ck_assert_msg(sdmx_keys_read(&arena, text, &keys, &error) == ERR_OK, "%s: %s", text, error.text);
	return sdmx_keys_fit(&keys, values, SIZE_MAX);
}

START_TEST(a_key_takes_codes_alternatives_and_all)
{
	static const struct { const char *key; bool kgz, tjk; } cases[] = {
		{ "", true, true }, { "*", true, true }, { "all", true, true }, { "A", true, true }, { "A.*.*", true, true }, { "..", true, true },
		{ "A.KGZ.LAW1", true, false }, { "A.KGZ", true, false }, { "*.KGZ.*", true, false }, { ".KGZ.", true, false }, { "S.KGZ.LAW1", false, false },
		{ "A.KGZ+TJK.LAW1", true, true }, { "A.UZB+TJK.*", false, true }, { "A.UZB.LAW1,A.TJK.LAW1", false, true }, { "A.KGZ.IDR3", false, false },
		{ "A.KGZ.LAW1,A.TJK.*", true, true }, { "A.kgz.LAW1", false, false }, { "A.*+KGZ.LAW1", true, true },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_msg(key_fits(cases[i].key, "A", "KGZ", "LAW1") == cases[i].kgz, "%s KGZ", cases[i].key);
		ck_assert_msg(key_fits(cases[i].key, "A", "TJK", "LAW1") == cases[i].tjk, "%s TJK", cases[i].key);
	}
	ck_assert(key_fits("A.KGZ.idr-3_a@$", "A", "KGZ", "idr-3_a@$"));
}
END_TEST

START_TEST(a_dimension_can_be_left_out_of_the_comparison)
{
	const char *values[] = { "A", "KGZ", "LAW1", "2020" };
	struct sdmx_keys keys;
	struct error error = ERROR_INIT;

	ck_assert_int_eq(sdmx_keys_read(&arena, "A.TJK.LAW1", &keys, &error), ERR_OK);
	ck_assert(!sdmx_keys_fit(&keys, values, SIZE_MAX));
	ck_assert(sdmx_keys_fit(&keys, values, 1));
	ck_assert(!sdmx_keys_fit(&keys, values, 2));
}
END_TEST

START_TEST(what_can_be_no_key_is_refused)
{
	static const char *const wrong[] = { ",", "A.KGZ.LAW1,", ",A", "A,,B", "A.K Z", "A.K*", "A.KGZ+", "A.+KGZ", "A.KGZ++TJK", "A.é", "A;B", "A:KGZ", "A.**", "A.(KGZ)" };

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct sdmx_keys keys;
		struct error error = ERROR_INIT;
		ck_assert_msg(sdmx_keys_read(&arena, wrong[i], &keys, &error) == ERR_INVALID, "%s", wrong[i]);
		ck_assert_str_eq(error.field, "key");
	}
}
END_TEST

START_TEST(a_key_of_too_many_parts_names_the_dimensions_and_a_wrong_code_the_codes)
{
	struct sdmx_keys keys;
	struct error error = ERROR_INIT;

	ck_assert_int_eq(sdmx_keys_read(&arena, "A.KGZ.LAW1.2020", &keys, &error), ERR_OK);
	ck_assert_int_eq(sdmx_keys_check(&keys, &flow, &error), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(error.text, "FREQ.REF_AREA.INDICATOR"));
	ck_assert_int_eq(sdmx_keys_read(&arena, "A.KGZ.LAW1,A.KAZ+TJK.*", &keys, &error), ERR_OK);
	ck_assert_int_eq(sdmx_keys_check(&keys, &flow, &error), ERR_NOT_FOUND);
	ck_assert_str_eq(error.field, "REF_AREA");
	ck_assert_ptr_nonnull(strstr(error.text, "“KAZ”. There are: KGZ, TJK, UZB, _T."));
	ck_assert_int_eq(sdmx_keys_read(&arena, "A.KGZ+TJK.*,S", &keys, &error), ERR_OK);
	ck_assert_int_eq(sdmx_keys_check(&keys, &flow, &error), ERR_OK);
}
END_TEST

/* --- conditions --- */

static enum err bind(const char *component, const char *text, struct sdmx_filter *filter, struct error *error)
{
	enum err err = sdmx_filter_read(&arena, component, text, filter, error);

	for (size_t i = 0; err == ERR_OK && i < flow.count; i++)
		if (strcmp(components[i].id, component) == 0)
			err = sdmx_filter_bind(filter, &components[i], error);
	return err;
}

static bool passes(const char *component, const char *text, const char *value)
{
	struct sdmx_filter filter;
	struct error error = ERROR_INIT;
	size_t at = 0;

	ck_assert_msg(bind(component, text, &filter, &error) == ERR_OK, "%s=%s: %s", component, text, error.text);
	while (strcmp(components[at].id, component) != 0)
		at++;
	return sdmx_filter_passes(&filter, &components[at], value);
}

START_TEST(conditions_hold_as_the_standard_says)
{
	static const struct { const char *component, *text, *value; bool passes; } cases[] = {
		{ "REF_AREA", "KGZ", "KGZ", true }, { "REF_AREA", "KGZ,TJK", "TJK", true }, { "REF_AREA", "KGZ,TJK", "UZB", false },
		{ "REF_AREA", "ne:KGZ", "KGZ", false }, { "REF_AREA", "ne:KGZ,KGZ", "KGZ", true }, { "REF_AREA", "ne:KGZ+ne:TJK", "UZB", true },
		{ "REF_AREA", "ne:KGZ+ne:TJK", "TJK", false }, { "REF_AREA", "ne:KGZ,ne:TJK", "TJK", true }, { "REF_AREA", "KGZ+TJK", "KGZ", false },
		{ "REF_AREA", "sw:K", "KGZ", true }, { "REF_AREA", "ew:ZB", "UZB", true }, { "REF_AREA", "ew:LONGER", "UZB", false },
		{ "REF_AREA", "co:J", "TJK", true }, { "REF_AREA", "nc:J", "TJK", false }, { "REF_AREA", "nc:J", "KGZ", true },
		{ "REF_AREA", "ge:L", "TJK", true }, { "REF_AREA", "lt:L", "TJK", false },
		{ "TIME_PERIOD", "2018", "2018", true }, { "TIME_PERIOD", "2018", "2018-S1", false }, { "TIME_PERIOD", "2018-A1", "2018", true },
		{ "TIME_PERIOD", "ge:2018+le:2020", "2018", true }, { "TIME_PERIOD", "ge:2018 le:2020", "2020", true },
		{ "TIME_PERIOD", "ge:2018+le:2020", "2021", false }, { "TIME_PERIOD", "ge:2018+le:2020,2022", "2022", true },
		{ "TIME_PERIOD", "ge:2018-02", "2018", false }, { "TIME_PERIOD", "ge:2018-02", "2018-Q2", true }, { "TIME_PERIOD", "le:2018-06", "2018-S1", true },
		{ "TIME_PERIOD", "le:2018-06", "2018", false }, { "TIME_PERIOD", "gt:2018", "2018-S2", false }, { "TIME_PERIOD", "gt:2018", "2019-01", true },
		{ "TIME_PERIOD", "lt:2018", "2017-Q4", true }, { "TIME_PERIOD", "lt:2018", "2018-01", false }, { "TIME_PERIOD", "ne:2018", "2019", true },
		{ "TIME_PERIOD", "sw:2018", "2018-S2", true }, { "TIME_PERIOD", "gt:2018-06-30T00:00:00Z", "2018-07", true },
		{ "OBS_VALUE", "ge:10.0", "10", true }, { "OBS_VALUE", "ge:10", "9.99", false }, { "OBS_VALUE", "eq:10", "1e1", true },
		{ "OBS_VALUE", "lt:9", "10", false }, { "OBS_VALUE", "gt:-1+lt:1", "0", true }, { "OBS_VALUE", "ge:0", NULL, false },
		{ "OBS_VALUE", "ne:0", NULL, true }, { "OBS_VALUE", "nc:5", NULL, true }, { "OBS_VALUE", "lt:0", NULL, false },
		{ "HIDDEN_INCLUDED", "true", "true", true }, { "HIDDEN_INCLUDED", "ne:true", "true", false },
		{ "REASON", "co:census", "no census yet", true }, { "REASON", "a:b", "a:b", true }, { "REASON", "eq:ne:x", "ne:x", true },
		{ "REASON", "Co:x", "Co:x", true },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ck_assert_msg(passes(cases[i].component, cases[i].text, cases[i].value) == cases[i].passes, "%s=%s: %s", cases[i].component, cases[i].text,
			cases[i].value);
}
END_TEST

START_TEST(what_is_wrong_with_a_condition_is_said)
{
	static const struct { const char *component, *text; enum err err; const char *says; } cases[] = {
		{ "REF_AREA", "", ERR_INVALID, "lacks a value" }, { "REF_AREA", "KGZ,", ERR_INVALID, "lacks a value" },
		{ "REF_AREA", "KGZ+", ERR_INVALID, "lacks a value" }, { "REF_AREA", "eq:", ERR_INVALID, "lacks a value" },
		{ "REF_AREA", "in:KGZ", ERR_INVALID, "eq, ne, lt, le, gt, ge, co, nc, sw and ew" }, { "REF_AREA", "KAZ", ERR_NOT_FOUND, "KGZ, TJK, UZB" },
		{ "REF_AREA", "ne:KAZ", ERR_NOT_FOUND, "KGZ, TJK, UZB" }, { "TIME_PERIOD", "ge:2018-Q5", ERR_INVALID, "2018-Q5" },
		{ "TIME_PERIOD", "yesterday", ERR_INVALID, "yesterday" }, { "OBS_VALUE", "ge:many", ERR_INVALID, "many" }, { "OBS_VALUE", "nan", ERR_INVALID, "nan" },
		{ "HIDDEN_INCLUDED", "1", ERR_INVALID, "true or false" }, { "HIDDEN_INCLUDED", "gt:true", ERR_INVALID, "true or false" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct sdmx_filter filter;
		struct error error = ERROR_INIT;
		ck_assert_msg(bind(cases[i].component, cases[i].text, &filter, &error) == cases[i].err, "%s=%s", cases[i].component, cases[i].text);
		ck_assert_msg(strstr(error.text, cases[i].says) != NULL && strcmp(error.field, cases[i].component) == 0, "%s=%s: %s", cases[i].component,
			cases[i].text, error.text);
	}
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_period_is_the_days_it_lasts),
	KIT_TEST(what_is_no_period_is_told_the_forms),
	KIT_TEST(a_key_takes_codes_alternatives_and_all),
	KIT_TEST(a_dimension_can_be_left_out_of_the_comparison),
	KIT_TEST(what_can_be_no_key_is_refused),
	KIT_TEST(a_key_of_too_many_parts_names_the_dimensions_and_a_wrong_code_the_codes),
	KIT_TEST(conditions_hold_as_the_standard_says),
	KIT_TEST(what_is_wrong_with_a_condition_is_said),
};
KIT_MAIN("sdmx_filter", tests)
