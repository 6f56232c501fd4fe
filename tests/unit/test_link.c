/* link: names and passwords in addresses are found wherever a browser would find them, and left out. */
#include "indicators/base/link.h"
#include "tests/unit/kit.h"

START_TEST(a_name_or_password_before_the_host_is_left_out)
{
	static const struct { const char *written, *shown; } cases[] = {
		{ "https://anna:secret@law.test/act?x=1", "https://law.test/act?x=1" },
		{ "https://anna@law.test", "https://law.test" },
		{ "http://:secret@law.test:8080/#a", "http://law.test:8080/#a" },
		{ "HTTPS://anna:secret@law.test/", "HTTPS://law.test/" },
		{ "https://anna:p@ss@law.test/", "https://law.test/" },
		{ "https:///anna:secret@law.test/", "https:///law.test/" },
		{ "https:\\\\anna:secret@law.test/", "https:\\\\law.test/" },
		{ "Act 12, see https://anna:secret@law.test/act, and http://b:c@d.test.", "Act 12, see https://law.test/act, and http://d.test." },
		{ "https://a:b@https://c:d@law.test/", "https://https://law.test/" },
		{ "https://@law.test/", "https://law.test/" },
	};
	struct arena arena = ARENA_INIT;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_msg(link_has_credentials(cases[i].written), "%s", cases[i].written);
		const char *shown = link_without_credentials(&arena, cases[i].written);
		ck_assert_str_eq(shown, cases[i].shown);
		ck_assert_msg(!link_has_credentials(shown), "%s", shown);
	}
	arena_release(&arena);
}
END_TEST

START_TEST(what_is_no_credential_stays)
{
	static const char *const texts[] = { "https://law.test/@anna", "https://law.test/?to=a@b.test", "https://law.test#a@b", "https://law.test",
		"anna@law.test", "Act 12, article 3", "mailto:anna@law.test", "https:", "http://", "", "https://law.test, or ask anna@law.test",
		"https://law.test\nanna@law.test" };
	struct arena arena = ARENA_INIT;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		ck_assert_msg(!link_has_credentials(texts[i]), "%s", texts[i]);
		ck_assert_ptr_eq(link_without_credentials(&arena, texts[i]), texts[i]);
	}
	arena_release(&arena);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_name_or_password_before_the_host_is_left_out), KIT_TEST(what_is_no_credential_stays),
};
KIT_MAIN("link", tests)
