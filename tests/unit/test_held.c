/* Tests of held forms: packing, what is refused, and where a form may come from. */
#include <sodium.h>
#include <string.h>

#include "cgi/web/kit.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;

static const char *packed(const char *raw, size_t length)
{
	size_t size = sodium_base64_ENCODED_LEN(length, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	char *text = arena_alloc(&arena, size);

	return sodium_bin2base64(text, size, (const unsigned char *)raw, length, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

START_TEST(a_form_comes_back_as_it_was_without_its_token)
{
	struct field list[] = { { "csrf", "secret" }, { "narrative", "Две строки\r\nи \xF0\x9F\x95\x8A & <b>" }, { "item", "1" }, { "item", "2" }, { "empty", "" },
		{ "", "nameless" }, { "cell:sex=female", "12" } };
	struct fields fields = { list, sizeof list / sizeof *list };
	struct fields back;

	const char *text = held_pack(&arena, &fields);
	ck_assert_ptr_nonnull(text);
	ck_assert(strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == strlen(text));
	ck_assert(held_unpack(&arena, text, &back));
	ck_assert_uint_eq(back.count, 5);
	ck_assert_str_eq(back.list[0].name, "narrative");
	ck_assert_str_eq(back.list[0].value, list[1].value);
	ck_assert_str_eq(back.list[1].value, "1");
	ck_assert_str_eq(back.list[2].value, "2");
	ck_assert_str_eq(back.list[3].value, "");
	ck_assert_str_eq(back.list[4].name, "cell:sex=female");
	ck_assert_ptr_null(fields_get(&back, "csrf"));
}
END_TEST

START_TEST(a_form_of_the_largest_size_is_held_and_one_byte_more_is_not)
{
	char *value = arena_alloc(&arena, HELD_MAX + 1);
	struct field field = { "a", value };
	struct fields fields = { &field, 1 };
	struct fields back;

	/* "a", its NUL and that of the value belong to the size. */
	memset(value, 'x', HELD_MAX - 3);
	const char *text = held_pack(&arena, &fields);
	ck_assert_ptr_nonnull(text);
	ck_assert(strlen(text) + 8192 < HELD_BODY);
	ck_assert(held_unpack(&arena, text, &back));
	ck_assert_uint_eq(strlen(back.list[0].value), HELD_MAX - 3);
	value[HELD_MAX - 3] = 'x';
	value[HELD_MAX - 2] = 'x';
	ck_assert_ptr_null(held_pack(&arena, &fields));
}
END_TEST

START_TEST(what_is_no_packed_form_is_refused)
{
	static const struct { const char *raw; size_t length; } wrong[] = {
		{ "", 0 }, { "a", 1 }, { "a\0b", 3 }, { "a\0", 2 }, { "a\0b\0c\0", 6 }, { "a\0\xFF\0", 4 }, { "a\0\x01\0", 4 }, { "a\x7F\0b\0", 5 },
		{ "a\0\xC0\x80\0", 5 },
	};
	static const char *const no_base64[] = { "", "!", "YQ==", "YQBi AA", "YQBiAA\n", "A", "<script>" };
	struct fields back;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(!held_unpack(&arena, packed(wrong[i].raw, wrong[i].length), &back), "%zu", i);
	for (size_t i = 0; i < sizeof no_base64 / sizeof *no_base64; i++)
		ck_assert_msg(!held_unpack(&arena, no_base64[i], &back), "%s", no_base64[i]);
	ck_assert(held_unpack(&arena, packed("a\0b\0", 4), &back));
}
END_TEST

START_TEST(more_fields_than_a_form_may_have_are_refused)
{
	size_t length = 4 * (REQUEST_FIELDS_MAX + 1);
	char *raw = arena_alloc(&arena, length);
	struct fields back;

	for (size_t i = 0; i < length; i += 4)
		memcpy(raw + i, "a\0b", 4);
	ck_assert(held_unpack(&arena, packed(raw, length - 4), &back));
	ck_assert_uint_eq(back.count, REQUEST_FIELDS_MAX);
	ck_assert(!held_unpack(&arena, packed(raw, length), &back));
}
END_TEST

START_TEST(the_browser_tells_a_form_of_another_site)
{
	static const struct { const char *fetch_site, *origin, *host; bool foreign; } cases[] = {
		{ "", "", "m.example", false },
		{ "same-origin", "https://m.example", "m.example", false },
		{ "none", "", "m.example", false },
		{ "", "https://m.example", "m.example", false },
		{ "", "HTTPS://M.example:8443", "m.example:8443", false },
		{ "", "http://127.0.0.1:8080", "127.0.0.1:8080", false },
		{ "cross-site", "https://m.example", "m.example", true },
		{ "same-site", "", "m.example", true },
		{ "same-origin", "https://evil.example", "m.example", true },
		{ "unknown", "", "m.example", true },
		{ "", "null", "m.example", true },
		{ "", "https://evil.example", "m.example", true },
		{ "", "https://m.example.evil.example", "m.example", true },
		{ "", "https://m.example:8443", "m.example", true },
		{ "", "m.example", "m.example", true },
		{ "", "https://", "", true },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct raw_request raw = { .fetch_site = cases[i].fetch_site, .origin = cases[i].origin, .host = cases[i].host };
		ck_assert_msg(request_is_foreign(&raw) == cases[i].foreign, "%zu", i);
	}
}
END_TEST

START_TEST(a_form_token_never_looks_the_same_and_always_fits)
{
	struct request_parts parts = { .session_token = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" };
	struct request request = { .arena = &arena, .parts = &parts };
	char before[65];

	visitor_form_token(&request);
	ck_assert_uint_eq(strlen(request.csrf), 64);
	memcpy(before, request.csrf, sizeof before);
	visitor_form_token(&request);
	ck_assert_str_ne(request.csrf, before);
	ck_assert(visitor_form_token_fits(&request, before));
	ck_assert(visitor_form_token_fits(&request, request.csrf));
	/* Neither half tells the other; a change of either does not fit. */
	for (size_t i = 0; i < 64; i++) {
		char wrong[65];
		memcpy(wrong, before, sizeof wrong);
		wrong[i] = wrong[i] == '0' ? '1' : '0';
		ck_assert_msg(!visitor_form_token_fits(&request, wrong), "%zu", i);
	}
	static const char *const others[] = { NULL, "", "0", "zz", "0000000000000000000000000000000000000000000000000000000000000000" };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ck_assert_msg(!visitor_form_token_fits(&request, others[i]), "%zu", i);
	ck_assert(!visitor_form_token_fits(&request, parts.session_token));
	parts.session_token = "1123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
	ck_assert(!visitor_form_token_fits(&request, before));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_form_comes_back_as_it_was_without_its_token),
	KIT_TEST(a_form_of_the_largest_size_is_held_and_one_byte_more_is_not),
	KIT_TEST(what_is_no_packed_form_is_refused),
	KIT_TEST(more_fields_than_a_form_may_have_are_refused),
	KIT_TEST(the_browser_tells_a_form_of_another_site),
	KIT_TEST(a_form_token_never_looks_the_same_and_always_fits),
};
KIT_MAIN("held", tests)
