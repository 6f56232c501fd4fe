/* Tests of finding the route of a path. */
#include <string.h>

#include "cgi/web/kit.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;

static enum err handler(struct request *request, struct response *response, struct error *error)
{
	(void)request;
	(void)response;
	(void)error;
	return ERR_OK;
}

static const struct route routes[] = {
	{ .pattern = "/", .handler = handler },
	{ .pattern = "/methods", .handler = handler },
	{ .pattern = "/{framework}/", .handler = handler },
	{ .pattern = "/{framework}/indicators/{code}", .handler = handler },
	{ .pattern = "/{framework}/indicators/{code}.csv", .handler = handler },
	{ .pattern = "/form", .handler = handler },
	{ .pattern = "/form", .flags = ROUTE_POST, .handler = handler },
	{ .pattern = "/only/post", .flags = ROUTE_POST, .handler = handler },
	{ 0 },
};

static const struct route *find(const char *method, const char *path, struct route_match *match, struct fields *fields)
{
	route_find(routes, method, path, &arena, match, fields);
	return match->route;
}

START_TEST(a_path_finds_its_route)
{
	static const struct { const char *path; int route; } cases[] = {
		{ "/", 0 }, { "/methods", 1 }, { "/trafficking/", 2 }, { "/trafficking/indicators/IDR2", 3 }, { "/form", 5 },
		{ "/methods/", 2 }, { "", -1 }, { "methods", -1 }, { "/trafficking/indicators/", -1 }, { "/trafficking/indicators/IDR2/", -1 },
		{ "/trafficking/indicators/IDR2/x", -1 }, { "//", -1 }, { "/x//", -1 }, { "/Methods", -1 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct route_match match;
		struct fields fields = { NULL, 0 };
		const struct route *route = find("GET", cases[i].path, &match, &fields);
		ck_assert_msg(route == (cases[i].route < 0 ? NULL : &routes[cases[i].route]), "%s", cases[i].path);
	}
}
END_TEST

START_TEST(names_in_the_pattern_take_their_segments)
{
	struct route_match match;
	struct fields fields = { NULL, 0 };

	ck_assert_ptr_nonnull(find("GET", "/trafficking/indicators/IDR2", &match, &fields));
	ck_assert_uint_eq(fields.count, 2);
	ck_assert_str_eq(fields_get(&fields, "framework"), "trafficking");
	ck_assert_str_eq(fields_get(&fields, "code"), "IDR2");
}
END_TEST

START_TEST(a_name_with_an_ending_takes_what_stands_before_it)
{
	struct fields fields = { NULL, 0 };

	ck_assert(route_fits("/{framework}/indicators/{code}.csv", "/ihr/indicators/SPAR2_C01.csv", &arena, &fields));
	ck_assert_str_eq(fields_get(&fields, "code"), "SPAR2_C01");
	ck_assert(!route_fits("/{framework}/indicators/{code}.csv", "/ihr/indicators/.csv", &arena, &fields));
	ck_assert(!route_fits("/{framework}/indicators/{code}.csv", "/ihr/indicators/x.json", &arena, &fields));
	ck_assert(route_fits("/{a}.csv", "/x.y.csv", &arena, &fields));
	ck_assert_str_eq(fields_get(&fields, "a"), "x.y");
}
END_TEST

START_TEST(the_method_chooses_between_routes_of_one_path)
{
	struct route_match match;
	struct fields fields = { NULL, 0 };

	ck_assert_ptr_eq(find("POST", "/form", &match, &fields), &routes[6]);
	ck_assert_ptr_null(find("PUT", "/form", &match, &fields));
	ck_assert(match.path_known);
	ck_assert_str_eq(match.allow, "GET, HEAD, POST");
	ck_assert_ptr_null(find("GET", "/only/post", &match, &fields));
	ck_assert_str_eq(match.allow, "POST");
	ck_assert_ptr_null(find("POST", "/methods", &match, &fields));
	ck_assert_str_eq(match.allow, "GET, HEAD");
}
END_TEST

START_TEST(a_missing_last_slash_is_noticed)
{
	struct route_match match;
	struct fields fields = { NULL, 0 };

	ck_assert_ptr_null(find("GET", "/trafficking", &match, &fields));
	ck_assert(match.needs_slash);
	ck_assert_ptr_null(find("POST", "/trafficking", &match, &fields));
	ck_assert(!match.needs_slash);
	ck_assert_ptr_null(find("GET", "/a/b", &match, &fields));
	ck_assert(!match.needs_slash);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_path_finds_its_route),
	KIT_TEST(names_in_the_pattern_take_their_segments),
	KIT_TEST(a_name_with_an_ending_takes_what_stands_before_it),
	KIT_TEST(the_method_chooses_between_routes_of_one_path),
	KIT_TEST(a_missing_last_slash_is_noticed),
};
KIT_MAIN("route", tests)
