/* Tests of charts as pictures: what librsvg makes of our drawings, and that what it can't make is one picture that is not there. */
#include <stdio.h>
#include <string.h>

#include "cgi/dashboard/figure_file.h"
#include "tests/unit/kit.h"

static struct error error;
static struct buffer out;

static enum err drawn(const char *svg)
{
	buffer_release(&out);
	out = (struct buffer)BUFFER_INIT(32 << 20);
	error = (struct error)ERROR_INIT;
	return figure_png(svg, strlen(svg), &out, &error);
}

static const char *svg_of(unsigned width, unsigned height, const char *inside)
{
	static char text[4000];

	snprintf(text, sizeof text, "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"%u\" height=\"%u\""
		" viewBox=\"0 0 %u %u\"><rect width=\"%u\" height=\"%u\" fill=\"#fff\"/>%s</svg>", width, height, width, height, width, height, inside);
	return text;
}

static unsigned number_at(size_t at)
{
	const unsigned char *p = (const unsigned char *)out.data + at;

	return (unsigned)p[0] << 24 | (unsigned)p[1] << 16 | (unsigned)p[2] << 8 | p[3];
}

START_TEST(a_drawing_becomes_a_picture_twice_as_large)
{
	ck_ok(drawn(svg_of(100, 50, "")), error);
	ck_assert_uint_gt(out.length, 40);
	ck_assert_mem_eq(out.data, "\x89PNG\r\n\x1A\n", 8);
	ck_assert_uint_eq(number_at(16), 200);
	ck_assert_uint_eq(number_at(20), 100);
}
END_TEST

START_TEST(words_of_every_script_are_drawn)
{
	static const char *const words[] = { "Indicator", "Показатель", "Көрсеткіш", "指标" };

	ck_ok(drawn(svg_of(200, 40, "")), error);
	size_t blank = out.length;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		char inside[200];
		snprintf(inside, sizeof inside, "<text x=\"4\" y=\"30\" font-family=\"sans-serif\" font-weight=\"%s\">%s</text>", i % 2 == 0 ? "bold" : "normal",
			words[i]);
		ck_ok(drawn(svg_of(200, 40, inside)), error);
		ck_assert_uint_gt(out.length, blank + 100);
	}
}
END_TEST

START_TEST(the_largest_picture_there_may_be_is_drawn_and_none_larger)
{
	ck_ok(drawn(svg_of(1200, 2500, "<circle cx=\"600\" cy=\"1250\" r=\"500\"/>")), error);
	ck_assert_uint_eq(number_at(16), 2400);
	ck_assert_uint_eq(number_at(20), 5000);
	ck_refused(drawn(svg_of(1200, 2501, "")), ERR_TOO_LARGE, error);
	ck_assert_ptr_nonnull(strstr(error.text, "SVG"));
	ck_assert_uint_eq(out.length, 0);
}
END_TEST

START_TEST(what_is_no_drawing_is_refused)
{
	static const char *const texts[] = { "", "no XML", "<svg xmlns=\"http://www.w3.org/2000/svg\"", "<html/>", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\"/>" };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		ck_refused(drawn(texts[i]), ERR_INTERNAL, error);
}
END_TEST

START_TEST(nothing_is_loaded)
{
	static const char *const insides[] = {
		"<image xlink:href=\"file:///usr/share/pixmaps/debian-logo.png\" width=\"50\" height=\"50\"/>",
		"<use xlink:href=\"file:///etc/passwd#a\"/>", "<style>@import url(\"file:///etc/hostname\");</style>",
	};

	ck_ok(drawn(svg_of(60, 60, "")), error);
	size_t blank = out.length;
	for (size_t i = 0; i < sizeof insides / sizeof *insides; i++) {
		ck_ok(drawn(svg_of(60, 60, insides[i])), error);
		ck_assert_uint_eq(out.length, blank);
	}
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_drawing_becomes_a_picture_twice_as_large),
	KIT_TEST(words_of_every_script_are_drawn),
	KIT_TEST(the_largest_picture_there_may_be_is_drawn_and_none_larger),
	KIT_TEST(what_is_no_drawing_is_refused),
	KIT_TEST(nothing_is_loaded),
};

KIT_MAIN("figure_png", tests)
