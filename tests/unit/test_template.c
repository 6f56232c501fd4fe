/* Tests of loading and rendering templates. The keys come from templates/, so these use some of theirs. */
#include <stdlib.h>
#include <string.h>

#include "cgi/web/template.h"
#include "indicators/base/i18n.h"
#include "tests/unit/kit.h"

#define PRAGMA "{{%AUTOESCAPE context=\"HTML\"}}\n"

static struct error error = ERROR_INIT;

static enum err load(const char *text)
{
	kit_write("page.tpl", text);
	return template_load(kit_folder(), &error);
}

static const char *render(struct template_dict *dict)
{
	static struct buffer out = BUFFER_INIT(100000);

	buffer_clear(&out);
	ck_ok(template_render("page.tpl", dict, &out, &error), error);
	template_free(dict);
	return buffer_text(&out);
}

START_TEST(values_are_escaped_for_their_place)
{
	ck_ok(load(PRAGMA "<p>{{TITLE}}</p><a href=\"{{HOME_HREF}}\" title=\"{{LANG}}\">x</a>"), error);
	struct template_dict *dict = template_new();
	template_set(dict, K_TITLE, "<script>&\"'");
	template_set(dict, K_HOME_HREF, "javascript:alert(1)");
	template_set(dict, K_LANG, "\" onclick=\"x");
	const char *page = render(dict);
	ck_assert_ptr_nonnull(strstr(page, "<p>&lt;script&gt;&amp;&quot;&#39;</p>"));
	ck_assert_ptr_null(strstr(page, "javascript:"));
	ck_assert_ptr_null(strstr(page, "\" onclick"));
}
END_TEST

START_TEST(sections_and_parts_are_shown_as_often_as_asked)
{
	kit_write("part.tpl", PRAGMA "[{{NAV_LABEL}}]");
	ck_ok(load(PRAGMA "{{#NAV_ITEM}}({{NAV_LABEL}}{{TITLE}}){{/NAV_ITEM}}{{#NOTICE}}never{{/NOTICE}}{{>PAGE_BODY}}"), error);
	struct template_dict *dict = template_new();
	template_set(dict, K_TITLE, "!");
	template_set(template_section(dict, K_NAV_ITEM), K_NAV_LABEL, "a");
	template_set_int(template_section(dict, K_NAV_ITEM), K_NAV_LABEL, -5);
	template_printf(template_include(dict, K_PAGE_BODY, "part.tpl"), K_NAV_LABEL, "%0600d", 7);
	const char *page = render(dict);
	ck_assert_ptr_nonnull(strstr(page, "(a!)(-5!)["));
	ck_assert_ptr_null(strstr(page, "never"));
	ck_assert_uint_gt(strlen(page), 600);
}
END_TEST

START_TEST(a_template_that_could_be_wrong_stops_the_program)
{
	static const char *const wrong[] = {
		"<p>no pragma</p>",
		PRAGMA "{{TITLE:none}}",
		PRAGMA "{{TITLE:h}}",
		PRAGMA "<a href={{HOME_HREF}}>x</a>",
		PRAGMA "<p class={{LANG}}>x</p>",
		PRAGMA "{{#NOTICE}}not closed",
		PRAGMA "{{TITLE",
		PRAGMA "[[not closed",
		PRAGMA "{{/NOTICE}}",
		"{{%AUTOESCAPE context=\"JAVASCRIPT\"}}\nx",
		PRAGMA "{{%AUTOESCAPE context=\"JSON\"}}",
	};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		ck_assert_msg(load(wrong[i]) == ERR_INVALID, "%s", wrong[i]);
		ck_assert_ptr_nonnull(strstr(error.text, "page.tpl"));
	}
}
END_TEST

START_TEST(an_empty_or_missing_folder_stops_the_program)
{
	ck_refused(template_load(kit_folder(), &error), ERR_NOT_FOUND, error);
	ck_refused(template_load("/nonexistent", &error), ERR_IO, error);
}
END_TEST

START_TEST(a_template_that_is_not_there_is_an_error_not_an_empty_page)
{
	struct buffer out = BUFFER_INIT(1000);

	ck_ok(load(PRAGMA "x"), error);
	struct template_dict *dict = template_new();
	ck_refused(template_render("other.tpl", dict, &out, &error), ERR_INTERNAL, error);
	template_free(dict);
	buffer_release(&out);
}
END_TEST

START_TEST(a_page_over_the_cap_is_an_error)
{
	struct buffer out = BUFFER_INIT(10);

	ck_ok(load(PRAGMA "longer than ten bytes"), error);
	struct template_dict *dict = template_new();
	ck_refused(template_render("page.tpl", dict, &out, &error), ERR_TOO_LARGE, error);
	template_free(dict);
	buffer_release(&out);
}
END_TEST

START_TEST(texts_are_translated_when_loaded)
{
	i18n_init(kit_root("build/locale"));
	if (strcmp(i18n_text_in("ru", "Sign in"), "Sign in") == 0)
		return; /* no compiled catalogue beside this build */
	ck_ok(load(PRAGMA "[[Sign\n\t in]]"), error);
	ck_assert_ptr_nonnull(strstr(render(template_new()), "Sign in"));
	i18n_use("ru");
	ck_assert_ptr_nonnull(strstr(render(template_new()), i18n_text_in("ru", "Sign in")));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(values_are_escaped_for_their_place),
	KIT_TEST(sections_and_parts_are_shown_as_often_as_asked),
	KIT_TEST(a_template_that_could_be_wrong_stops_the_program),
	KIT_TEST(an_empty_or_missing_folder_stops_the_program),
	KIT_TEST(a_template_that_is_not_there_is_an_error_not_an_empty_page),
	KIT_TEST(a_page_over_the_cap_is_an_error),
	KIT_TEST(texts_are_translated_when_loaded),
};
KIT_MAIN("template", tests)
