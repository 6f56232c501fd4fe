/* Tests of typed parameters. */
#include <math.h>
#include <string.h>

#include "cgi/web/kit.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;
static struct error error = ERROR_INIT;

/* A GET request whose query is `query`, for a route with one parameter "x". */
static enum err read_one(const struct param_spec *spec, unsigned flags, const char *query, struct request *request)
{
	struct param_spec *specs = arena_array(&arena, 2, sizeof *specs);
	struct route *route = arena_alloc(&arena, sizeof *route);
	struct request_parts *parts = arena_alloc(&arena, sizeof *parts);

	specs[0] = *spec;
	specs[0].name = "x";
	*route = (struct route){ .pattern = "/", .flags = flags, .params = specs };
	parts->route = route;
	*request = (struct request){ .arena = &arena, .parts = parts };
	ck_ok(decode_form(&arena, query, strlen(query), &parts->query, &error), error);
	return params_read(request, &error);
}

START_TEST(good_values_are_read)
{
	static const struct { struct param_spec spec; const char *query; double real; const char *text; } cases[] = {
		{ { .type = PARAM_INT }, "x=42", 42, "42" },
		{ { .type = PARAM_INT }, "x=+-7+", -7, "-7" },
		{ { .type = PARAM_INT, .min = 1, .max = 4 }, "x=4", 4, "4" },
		{ { .type = PARAM_REAL }, "x=12.5", 12.5, "12.5" },
		{ { .type = PARAM_REAL }, "x=12,5", 12.5, "12,5" },
		{ { .type = PARAM_REAL }, "x=1%20234%20567,25", 1234567.25, "1 234 567,25" },
		{ { .type = PARAM_REAL }, "x=1%C2%A0234", 1234, NULL },
		{ { .type = PARAM_REAL }, "x=-0.5", -0.5, NULL },
		{ { .type = PARAM_REAL, .min = 0, .max = 100 }, "x=100", 100, NULL },
		{ { .type = PARAM_DATE }, "x=2024-02-29", NAN, "2024-02-29" },
		{ { .type = PARAM_CODE }, "x=SPAR2_C01", NAN, "SPAR2_C01" },
		{ { .type = PARAM_LINE }, "x=%20a+b%20", NAN, "a b" },
		{ { .type = PARAM_TEXT }, "x=a%0D%0Ab", NAN, "a\nb" },
		{ { .type = PARAM_FLAG }, "x=", NAN, "" },
		{ { .type = PARAM_LINE, .max = 4 }, "x=%D0%9A%D0%B0", NAN, "Ка" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct request request;
		ck_ok(read_one(&cases[i].spec, 0, cases[i].query, &request), error);
		ck_assert_int_eq(request_state(&request, "x"), PARAM_OK);
		if (!isnan(cases[i].real))
			ck_assert_double_eq(request_real(&request, "x"), cases[i].real);
		if (cases[i].text != NULL)
			ck_assert_str_eq(request_text(&request, "x"), cases[i].text);
	}
}
END_TEST

START_TEST(wrong_values_are_refused_and_the_field_named)
{
	static const struct { struct param_spec spec; const char *query; } cases[] = {
		{ { .type = PARAM_INT }, "x=1.5" }, { { .type = PARAM_INT }, "x=abc" }, { { .type = PARAM_INT }, "x=99999999999999999999" },
		{ { .type = PARAM_INT }, "x=0x10" }, { { .type = PARAM_INT }, "x=1-2" }, { { .type = PARAM_INT }, "x=-" },
		{ { .type = PARAM_INT, .min = 0, .max = 4 }, "x=5" }, { { .type = PARAM_INT, .min = 0, .max = 4 }, "x=-1" },
		{ { .type = PARAM_REAL }, "x=inf" }, { { .type = PARAM_REAL }, "x=nan" }, { { .type = PARAM_REAL }, "x=1e5" }, { { .type = PARAM_REAL }, "x=1.2.3" },
		{ { .type = PARAM_REAL }, "x=1,2,3" }, { { .type = PARAM_REAL }, "x=." },
		{ { .type = PARAM_REAL }, "x=0x1p3" }, { { .type = PARAM_REAL, .min = 0, .max = 100 }, "x=100,1" },
		{ { .type = PARAM_DATE }, "x=2025-02-29" }, { { .type = PARAM_DATE }, "x=2025-1-1" }, { { .type = PARAM_DATE }, "x=01.01.2025" },
		{ { .type = PARAM_CODE }, "x=a+b" }, { { .type = PARAM_CODE }, "x=a%2Fb" }, { { .type = PARAM_CODE }, "x=%D0%9A" }, { { .type = PARAM_CODE, .max = 3 }, "x=ABCD" },
		{ { .type = PARAM_LINE }, "x=a%0Ab" }, { { .type = PARAM_LINE, .max = 3 }, "x=%D0%9A%D0%B0" }, { { .type = PARAM_TEXT, .max = 2 }, "x=abc" },
		{ { .type = PARAM_INT }, "x=1&x=2" }, { { .type = PARAM_INT, .repeated = true }, "x=1&x=b" },
		{ { .type = PARAM_INT, .required = true }, "" }, { { .type = PARAM_INT, .required = true }, "x=" }, { { .type = PARAM_LINE, .required = true }, "x=+++" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct request request;
		ck_assert_msg(read_one(&cases[i].spec, 0, cases[i].query, &request) == ERR_INVALID, "%s", cases[i].query);
		ck_assert_str_eq(error.field, "x");
		/* A lenient route gets them, with the sentence to show beside the field. */
		ck_ok(read_one(&cases[i].spec, ROUTE_LENIENT, cases[i].query, &request), error);
		ck_assert_int_ne(request_state(&request, "x"), PARAM_OK);
		ck_assert_str_ne(request_problem(&request, "x"), "");
	}
}
END_TEST

START_TEST(missing_and_wrong_are_two_things)
{
	static const struct param_spec spec = { .type = PARAM_INT };
	struct request request;

	ck_ok(read_one(&spec, ROUTE_LENIENT, "", &request), error);
	ck_assert_int_eq(request_state(&request, "x"), PARAM_MISSING);
	ck_assert(isnan(request_real(&request, "x")));
	ck_assert_str_eq(request_text(&request, "x"), "");
	ck_ok(read_one(&spec, ROUTE_LENIENT, "x=q", &request), error);
	ck_assert_int_eq(request_state(&request, "x"), PARAM_WRONG);
	ck_assert_str_eq(request_text(&request, "x"), "q");
	ck_assert_int_eq(request_state(&request, "unknown"), PARAM_MISSING);
}
END_TEST

START_TEST(repeated_values_keep_their_order)
{
	static const struct param_spec spec = { .type = PARAM_CODE, .repeated = true };
	struct request request;

	ck_ok(read_one(&spec, 0, "x=KAZ&y=1&x=KGZ&x=", &request), error);
	ck_assert_uint_eq(request_count(&request, "x"), 2);
	ck_assert_str_eq(request_text_at(&request, "x", 0), "KAZ");
	ck_assert_str_eq(request_text_at(&request, "x", 1), "KGZ");
	ck_assert_str_eq(request_text_at(&request, "x", 2), "");
}
END_TEST

START_TEST(only_known_parameters_make_the_canonical_query)
{
	static const struct param_spec spec = { .type = PARAM_LINE };
	struct request request;

	ck_ok(read_one(&spec, 0, "utm=1&lang=ru&x=a%20%26b&z", &request), error);
	ck_assert_str_eq(params_canonical(&request), "x=a%20%26b");
	ck_ok(read_one(&spec, 0, "utm=1", &request), error);
	ck_assert_str_eq(params_canonical(&request), "");
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(good_values_are_read),
	KIT_TEST(wrong_values_are_refused_and_the_field_named),
	KIT_TEST(missing_and_wrong_are_two_things),
	KIT_TEST(repeated_values_keep_their_order),
	KIT_TEST(only_known_parameters_make_the_canonical_query),
};
KIT_MAIN("params", tests)
