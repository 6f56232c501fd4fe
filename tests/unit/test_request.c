/* Tests of reading what the web server sent: addresses, forms, cookies, languages. */
#include <string.h>

#include "cgi/web/kit.h"
#include "indicators/base/i18n.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;
static struct error error = ERROR_INIT;
static const struct program program = { .name = "test", .opens = WEB_REPORTS };

static enum err read_uri(struct raw_request *raw, struct request_parts *parts, struct request *request, const char *uri, int *status)
{
	*raw = (struct raw_request){ .method = "GET", .uri = uri, .cookies = "", .accept_language = "", .accept_encoding = "", .if_none_match = "",
		.content_type = "", .content_length = "", .address = "", .guards = "" };
	*parts = (struct request_parts){ .raw = raw, .program = &program };
	const char *prefix = request->prefix != NULL ? request->prefix : "";
	*request = (struct request){ .arena = &arena, .parts = parts, .prefix = prefix, .language = "en", .method = "GET" };
	return request_read(request, status, &error);
}

static const char *decoded(const char *text)
{
	const char *out;

	return decode_text(&arena, text, strlen(text), true, &out, &error) == ERR_OK ? out : NULL;
}

START_TEST(good_escapes_are_decoded)
{
	ck_assert_str_eq(decoded("a%20b+c"), "a b c");
	ck_assert_str_eq(decoded("%D0%9A%d0%b0"), "Ка");
	ck_assert_str_eq(decoded(""), "");
	ck_assert_str_eq(decoded("line%0D%0Atwo"), "line\r\ntwo");
}
END_TEST

START_TEST(bad_escapes_are_refused)
{
	static const char *const wrong[] = { "%", "%2", "a%", "%zz", "%0", "%G0", "%-1", "%00", "a%00b", "%01", "%1b", "%7f", "%ff", "%c0%80", "%ed%a0%80",
		"%f4%90%80%80", "%e2%82", "%c3(", "\x80", "%80" };

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(decoded(wrong[i]) == NULL, "%s", wrong[i]);
}
END_TEST

START_TEST(an_odd_address_is_refused)
{
	static const struct { const char *uri; int status; } wrong[] = {
		{ "", 400 }, { "x", 400 }, { "http://x/", 400 }, { "*", 400 }, { "//", 400 }, { "/a//b", 400 }, { "/./a", 400 }, { "/a/..", 400 }, { "/a/../b", 400 },
		{ "/%2e%2e/", 400 }, { "/a%2Fb", 400 }, { "/a%2fb", 400 }, { "/a%5cb", 400 }, { "/a\\b", 400 }, { "/%", 400 }, { "/%ff", 400 }, { "/%00", 400 },
		{ "/%0a", 400 }, { "/?a=%ff", 400 }, { "/?a=%", 400 },
	};

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct raw_request raw;
		struct request_parts parts;
		struct request request = { 0 };
		int status = 0;
		ck_assert_msg(read_uri(&raw, &parts, &request, wrong[i].uri, &status) != ERR_OK, "%s", wrong[i].uri);
		ck_assert_msg(status == wrong[i].status, "%s: %d", wrong[i].uri, status);
	}
}
END_TEST

START_TEST(a_long_address_is_refused_with_414)
{
	struct raw_request raw;
	struct request_parts parts;
	struct request request = { 0 };
	int status = 0;
	char *long_path = arena_alloc(&arena, 10000);

	memset(long_path, 'a', REQUEST_PATH_MAX + 1);
	long_path[0] = '/';
	ck_refused(read_uri(&raw, &parts, &request, long_path, &status), ERR_INVALID, error);
	ck_assert_int_eq(status, 414);
	long_path[REQUEST_PATH_MAX] = '\0';
	ck_ok(read_uri(&raw, &parts, &request, long_path, &status), error);
	memset(long_path, 'a', REQUEST_QUERY_MAX + 3);
	memcpy(long_path, "/?", 2);
	ck_refused(read_uri(&raw, &parts, &request, long_path, &status), ERR_INVALID, error);
	ck_assert_int_eq(status, 414);
}
END_TEST

START_TEST(the_prefix_of_the_audience_is_taken_off_and_required)
{
	struct raw_request raw;
	struct request_parts parts;
	struct request request = { .prefix = "/donors" };
	int status = 0;

	ck_ok(read_uri(&raw, &parts, &request, "/donors/ihr/", &status), error);
	ck_assert_str_eq(request.path, "/ihr/");
	static const char *const others[] = { "/members/", "/", "/donorsx/", "/donors", "/Donors/" };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		ck_refused(read_uri(&raw, &parts, &request, others[i], &status), ERR_NOT_FOUND, error);
		ck_assert_int_eq(status, 404);
	}
}
END_TEST

START_TEST(cookies_are_read_and_rubbish_is_left_out)
{
	struct fields fields;

	decode_cookies(&arena, "a=1; b=x=y ;c=; d; =e;;f=\"q\"", &fields);
	ck_assert_str_eq(fields_get(&fields, "a"), "1");
	ck_assert_str_eq(fields_get(&fields, "b"), "x=y");
	ck_assert_str_eq(fields_get(&fields, "c"), "");
	ck_assert_ptr_null(fields_get(&fields, "d"));
	ck_assert_ptr_null(fields_get(&fields, ""));
	ck_assert_str_eq(fields_get(&fields, "f"), "\"q\"");
	decode_cookies(&arena, "", &fields);
	ck_assert_uint_eq(fields.count, 0);
}
END_TEST

START_TEST(forms_have_a_bounded_number_of_fields)
{
	struct buffer form = BUFFER_INIT(100000);
	struct fields fields;

	for (int i = 0; i < REQUEST_FIELDS_MAX; i++)
		buffer_puts(&form, i == 0 ? "a=1" : "&a=1");
	ck_ok(decode_form(&arena, buffer_text(&form), form.length, &fields, &error), error);
	ck_assert_uint_eq(fields.count, REQUEST_FIELDS_MAX);
	buffer_puts(&form, "&a=1");
	ck_refused(decode_form(&arena, buffer_text(&form), form.length, &fields, &error), ERR_INVALID, error);
	buffer_release(&form);
}
END_TEST

START_TEST(the_best_accepted_language_is_taken)
{
	static const struct { const char *header, *language; } cases[] = {
		{ "", NULL }, { "ru", "ru" }, { "ru-RU,ru;q=0.9,en;q=0.8", "ru" }, { "en;q=0.5,ru;q=0.7", "ru" }, { "de,fr;q=0.9", NULL },
		{ "kk,ru;q=0.5,en;q=0.9", "en" }, { "RU", "ru" }, { "rus", NULL }, { "*", NULL }, { "ru;q=0", NULL }, { "ru;q=nan,en;q=0.1", "en" }, { ",;,ru", "ru" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *got = accepted_language(cases[i].header);
		ck_assert_msg(cases[i].language == NULL ? got == NULL : got != NULL && strcmp(got, cases[i].language) == 0, "%s", cases[i].header);
	}
}
END_TEST

START_TEST(the_address_then_the_cookie_then_the_browser_choose_the_language)
{
	struct raw_request raw = { .method = "GET", .uri = "/?lang=en", .cookies = "lang=ru", .accept_language = "ru" };
	struct request_parts parts = { .raw = &raw, .program = &program };
	struct request request = { .arena = &arena, .parts = &parts, .prefix = "", .language = "en", .method = "GET" };
	int status;

	ck_ok(request_read(&request, &status, &error), error);
	ck_assert_str_eq(request.language, "en");
	raw.uri = "/?lang=xx";
	ck_ok(request_read(&request, &status, &error), error);
	ck_assert_str_eq(request.language, "ru");
	raw.cookies = "lang=../../x";
	raw.accept_language = "en";
	ck_ok(request_read(&request, &status, &error), error);
	ck_assert_str_eq(request.language, "en");
	i18n_use("en");
}
END_TEST

START_TEST(only_addresses_of_this_site_are_led_back_to)
{
	static const char *const ours[] = { "/", "/a?b=c", "/%D0%9A" };
	static const char *const others[] = { NULL, "", "a", "//a", "/\\a", "http://a/", "/a b", "/a\nb", "/a\\b", "\t/a" };

	for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
		ck_assert(path_is_ours(ours[i]));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ck_assert_msg(!path_is_ours(others[i]), "%zu", i);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(good_escapes_are_decoded),
	KIT_TEST(bad_escapes_are_refused),
	KIT_TEST(an_odd_address_is_refused),
	KIT_TEST(a_long_address_is_refused_with_414),
	KIT_TEST(the_prefix_of_the_audience_is_taken_off_and_required),
	KIT_TEST(cookies_are_read_and_rubbish_is_left_out),
	KIT_TEST(forms_have_a_bounded_number_of_fields),
	KIT_TEST(the_best_accepted_language_is_taken),
	KIT_TEST(the_address_then_the_cookie_then_the_browser_choose_the_language),
	KIT_TEST(only_addresses_of_this_site_are_led_back_to),
};
KIT_MAIN("request", tests)
