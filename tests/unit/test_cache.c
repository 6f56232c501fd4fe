/* Tests of the cache of ready responses. */
#include <stdio.h>
#include <string.h>

#include "cgi/web/kit.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;
static struct error error = ERROR_INIT;

static struct cached *put(const char *key, const char *body, size_t repeat)
{
	struct request request = { .arena = &arena };
	struct response response;
	struct cached *entry;

	response_init(&response, &request);
	struct buffer *out = response_body(&response, "text/plain; charset=utf-8");
	for (size_t i = 0; i < repeat; i++)
		buffer_puts(out, body);
	response_header(&response, "X-Test", "1");
	ck_ok(cache_put(key, &response, "run-1", &entry, &error), error);
	response_release(&response);
	return entry;
}

START_TEST(what_was_put_is_found_again)
{
	put("a", "Hello", 1);
	put("b", "World", 1);
	struct cached *entry = cache_get("a");
	ck_assert_ptr_nonnull(entry);
	ck_assert_str_eq(entry->body, "Hello");
	ck_assert_str_eq(entry->head, "X-Test: 1\r\nContent-Type: text/plain; charset=utf-8\r\n");
	ck_assert_ptr_null(cache_get("c"));
	cache_clear();
	ck_assert_ptr_null(cache_get("a"));
	ck_assert_uint_eq(cache_bytes(), 0);
}
END_TEST

START_TEST(another_body_has_another_tag)
{
	char first[sizeof ((struct cached *)0)->etag];

	snprintf(first, sizeof first, "%s", put("a", "Hello", 1)->etag);
	ck_assert_str_eq(put("b", "Hello", 1)->etag, first);
	ck_assert_str_ne(put("a", "Hallo", 1)->etag, first);
	ck_assert_str_eq(cache_get("a")->body, "Hallo");
}
END_TEST

START_TEST(the_least_recently_used_goes_first_and_memory_stays_within_the_cap)
{
	char key[32];

	put("kept", "0123456789abcdef", 65536);
	for (int i = 0; i < 200; i++) {
		snprintf(key, sizeof key, "page %d", i);
		put(key, "0123456789abcdef", 65536);
		ck_assert_ptr_nonnull(cache_get("kept"));
		ck_assert_uint_le(cache_bytes(), CACHE_MAX);
	}
	ck_assert_ptr_null(cache_get("page 0"));
	ck_assert_ptr_nonnull(cache_get("page 199"));
}
END_TEST

START_TEST(a_body_is_packed_quickly_once_then_well_and_counted)
{
	struct cached *entry = put("a", "Almaty 0123456789abcdef Bishkek 42; ", 1000);
	size_t before = cache_bytes();

	cache_compress(entry);
	ck_assert_ptr_nonnull(entry->gzip);
	ck_assert_uint_lt(entry->gzip_length, entry->length);
	ck_assert_uint_eq(cache_bytes(), before + entry->gzip_length);
	int quickly = entry->gzip_level;
	cache_compress(entry);
	ck_assert_int_gt(entry->gzip_level, quickly);
	ck_assert_uint_eq(cache_bytes(), before + entry->gzip_length);
	const char *gzip = entry->gzip;
	cache_compress(entry);
	ck_assert_ptr_eq(entry->gzip, gzip);
	entry = put("small", "x", 1);
	cache_compress(entry);
	ck_assert_ptr_null(entry->gzip);
}
END_TEST

START_TEST(headers_refuse_line_breaks)
{
	struct request request = { .arena = &arena };
	struct response response;

	response_init(&response, &request);
	response_header(&response, "X-A", "a\r\nSet-Cookie: b=c");
	response_header(&response, "X-B\r\n", "a");
	response_header(&response, "X C", "a");
	response_header(&response, "X-D", "a\nb");
	response_cookie(&response, "a", "b\r\nX: y", -1);
	ck_assert_uint_eq(response.header_count, 0);
	response_header(&response, "X-E", "good");
	ck_assert_uint_eq(response.header_count, 1);
	response_release(&response);
}
END_TEST

START_TEST(a_redirect_leads_only_to_this_site)
{
	static const char *const others[] = { "http://evil.example/", "//evil.example/", "/a\r\nX: y", "" };
	struct request request = { .arena = &arena };
	struct response response;

	response_init(&response, &request);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		response_redirect(&response, others[i]);
		ck_assert_int_eq(response.status, 303);
		ck_assert_str_eq(response.headers[0].value, "/");
	}
	response_release(&response);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(what_was_put_is_found_again),
	KIT_TEST(another_body_has_another_tag),
	KIT_TEST(the_least_recently_used_goes_first_and_memory_stays_within_the_cap),
	KIT_TEST(a_body_is_packed_quickly_once_then_well_and_counted),
	KIT_TEST(headers_refuse_line_breaks),
	KIT_TEST(a_redirect_leads_only_to_this_site),
};
KIT_MAIN("cache", tests)
