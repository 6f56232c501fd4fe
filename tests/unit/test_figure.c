/*
 * Tests of the charts' newer forms: rows of dots, grids, signs, texts that have to fit, and the style of charts as files. The Makefile links
 * the dashboard's parts that draw.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/dashboard/chart_dots.h"
#include "cgi/dashboard/chart_grid.h"
#include "cgi/dashboard/figure_style.c"
#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"
#include "tests/unit/kit.h"

static struct error error = ERROR_INIT;
static struct arena memory = ARENA_INIT;

static const char *file_text(const char *path)
{
	FILE *file = fopen(kit_root(path), "r");
	char *text = arena_alloc(&memory, 200000);

	ck_assert_ptr_nonnull(file);
	ck_assert_uint_gt(fread(text, 1, 199999, file), 0);
	fclose(file);
	return text;
}

/* --- texts --- */

START_TEST(a_text_is_broken_at_blanks_and_loses_nothing)
{
	const char *text = "Legislation that criminalises trafficking in persons, in all its forms", *lines[8], *joined = "";
	size_t n = canvas_wrap(&memory, text, 13, 150, lines, 8);

	ck_assert_uint_gt(n, 2);
	for (size_t i = 0; i < n; i++) {
		ck_assert_double_le(canvas_width(lines[i], 13), 150);
		joined = arena_printf(&memory, "%s%s%s", joined, i > 0 ? " " : "", lines[i]);
	}
	ck_assert_str_eq(joined, text);
}
END_TEST

START_TEST(what_does_not_fit_ends_with_an_ellipsis)
{
	const char *lines[2];
	size_t n = canvas_wrap(&memory, "Готовность и реагирование на чрезвычайные ситуации любого рода", 13, 120, lines, 2);

	ck_assert_uint_eq(n, 2);
	ck_assert_ptr_nonnull(strstr(lines[1], "\xE2\x80\xA6"));
	ck_assert_double_le(canvas_width(lines[1], 13), 120);
	ck_assert_str_eq(canvas_fit(&memory, "short", 13, 120), "short");
}
END_TEST

START_TEST(a_word_wider_than_a_line_is_cut_between_characters)
{
	const char *lines[40], *text = "Достопримечательностидостопримечательности";
	size_t n = canvas_wrap(&memory, text, 13, 60, lines, 40);

	ck_assert_uint_gt(n, 3);
	for (size_t i = 0; i < n; i++)
		ck_assert(utf8_is_valid(lines[i], strlen(lines[i])));
	/* Even where nothing at all fits, it comes to an end. */
	n = canvas_wrap(&memory, text, 13, 1, lines, 40);
	ck_assert_uint_gt(n, 20);
	ck_assert_uint_eq(canvas_wrap(&memory, "  ", 13, 60, lines, 4), 0);
}
END_TEST

/* --- rows of dots --- */

#define NO_RANGE { NAN, NAN, NAN, NAN, NAN }

static struct chart_dots dots_of(const struct chart_row *rows, size_t count)
{
	return (struct chart_dots){ .title = "T", .description = "D", .low = 0, .high = 100, .banded = true, .rows = rows, .count = count,
		.region_label = "Region", .region_text = "median 50", .region = { 20, 40, 50, 60, 90 } };
}

START_TEST(values_that_coincide_have_rows_of_their_own)
{
	const struct chart_row rows[] = { { "Alphaland", 50, ABSENT_NOT, false, "50", NULL, NO_RANGE }, { "Betaland", 50, ABSENT_NOT, false, "50", NULL, NO_RANGE },
		{ "Gammaland", 50, ABSENT_NOT, false, "50", NULL, NO_RANGE } };
	const struct chart_dots chart = dots_of(rows, 3);

	for (double width = 240; width <= 1200; width += 40) {
		struct dots_frame frame = dots_frame(&chart, width);
		ck_assert_double_ge(frame.right - frame.left, 60);
		ck_assert_double_le(frame.text_left, frame.width);
		for (size_t row = 0; row < 4; row++) {
			ck_assert_double_ge(dots_row_y(&frame, row), frame.top);
			ck_assert_double_le(dots_row_y(&frame, row) + 8, frame.bottom);
			/* A dot of radius 6 does not touch the next. */
			if (row > 0)
				ck_assert_double_ge(dots_row_y(&frame, row) - dots_row_y(&frame, row - 1), 13);
		}
		ck_assert_double_gt(frame.height, frame.bottom);
	}
}
END_TEST

START_TEST(names_stand_above_their_rows_where_there_is_no_room_beside_them)
{
	const struct chart_row rows[] = { { "Emergency preparedness and response of all services", 50, ABSENT_NOT, false, "50", NULL, NO_RANGE },
		{ "Law", NAN, ABSENT_NOT_AVAILABLE, false, "not available", NULL, NO_RANGE } };
	const struct chart_dots chart = dots_of(rows, 2);

	ck_assert(dots_frame(&chart, 340).above);
	ck_assert_double_ge(dots_frame(&chart, 340).right - dots_frame(&chart, 340).left, 190);
	ck_assert(!dots_frame(&chart, 720).above);
	ck_assert_uint_eq(dots_frame(&chart, 720).label_lines, 2);
}
END_TEST

/* The drawing as markup. */
static const char *drawn_dots(const struct chart_dots *chart, double width)
{
	struct buffer out = BUFFER_INIT(200000);

	kit_write("canvas.tpl", file_text("templates/canvas.tpl"));
	kit_write("frame.tpl", "{{%AUTOESCAPE context=\"HTML\"}}\n{{>CHART}}\n");
	i18n_use("en");
	ck_ok(template_load(kit_folder(), &error), error);
	struct template_dict *root = template_new();
	chart_dots(root, K_CHART, &memory, chart, width);
	ck_ok(template_render("frame.tpl", root, &out, &error), error);
	template_free(root);
	const char *text = arena_strdup(&memory, buffer_text(&out));
	buffer_release(&out);
	return text;
}

static size_t count_of(const char *text, const char *part)
{
	size_t n = 0;

	for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
		n++;
	return n;
}

START_TEST(what_has_no_value_has_a_sign_and_words_beside_the_scale)
{
	const struct chart_row rows[] = { { "Alphaland", 0, ABSENT_NOT, false, "0", NULL, NO_RANGE },
		{ "Betaland", NAN, ABSENT_SUPPRESSED, false, "suppressed", NULL, NO_RANGE }, { "Gammaland", NAN, ABSENT_NOT_AVAILABLE, false, "not available", NULL, NO_RANGE },
		{ "Deltaland", NAN, ABSENT_NOT_APPLICABLE, false, "not applicable", NULL, NO_RANGE }, { "Epsilonland", NAN, ABSENT_UNKNOWN, false, "no figure shown", NULL, NO_RANGE } };
	const struct chart_dots chart = dots_of(rows, 5);
	struct dots_frame frame = dots_frame(&chart, 720);
	const char *svg = drawn_dots(&chart, 720);

	/* The 0 is a dot at the beginning of the scale; nothing else is a dot. */
	ck_assert_uint_eq(count_of(svg, "class=\"dot\""), 1);
	const char *dot = strstr(svg, "class=\"dot\" d=\"M");
	ck_assert_double_eq_tol(strtod(dot + strlen("class=\"dot\" d=\"M"), NULL), frame.left - 6, .1);
	ck_assert_uint_eq(count_of(svg, "class=\"absent\""), 4);
	for (const char *at = strstr(svg, "class=\"absent\" d=\"M"); at != NULL; at = strstr(at + 1, "class=\"absent\" d=\"M"))
		ck_assert_double_gt(strtod(at + strlen("class=\"absent\" d=\"M"), NULL), frame.right);
	for (size_t i = 1; i < 5; i++)
		ck_assert_ptr_nonnull(strstr(svg, arena_printf(&memory, ">%s</text>", rows[i].text)));
	ck_assert_uint_eq(count_of(svg, "nan"), 0);
}
END_TEST

START_TEST(signs_of_absence_are_all_different_and_none_is_a_dot)
{
	const char *seen[ABSENCES + 8];
	size_t n = 0;

	for (int i = 0; i < 8; i++, n++) {
		struct pen path = { .arena = &memory };
		pen_sign(&path, i, 10, 10, 4);
		seen[n] = pen_text(&path);
	}
	for (int i = ABSENT_NOT + 1; i < ABSENCES; i++, n++) {
		struct pen path = { .arena = &memory };
		pen_absence(&path, (enum absence)i, 10, 10);
		seen[n] = pen_text(&path);
		ck_assert_str_ne(seen[n], "");
	}
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < i; j++)
			ck_assert_str_ne(seen[i], seen[j]);
}
END_TEST

/* --- grids --- */

START_TEST(a_grid_keeps_its_cells_wide_enough_to_read)
{
	static const struct name columns[] = { { "XAA", "Alphaland" }, { "XAB", "The Republic of Betaland" }, { "XAC", "Gammaland" }, { "XAD", "Deltaland" },
		{ "XAE", "Epsilonland" }, { "XAF", "Zetaland" }, { "XAG", "Etaland" } };
	static const char *const rows[] = { "All domains", "Protection and assistance of victims, whoever they are" };
	const struct chart_grid chart = { .columns = columns, .column_count = 7, .rows = rows, .row_count = 2 };

	for (double width = 260; width <= 1200; width += 20) {
		struct grid_frame frame = grid_frame(&chart, width);
		ck_assert_double_ge(frame.cell_width, 34);
		ck_assert_double_le(frame.left + 7 * frame.cell_width, width + .1);
		ck_assert(frame.coded || frame.cell_width > canvas_width("The Republic of Betaland", 12));
	}
	ck_assert(grid_frame(&chart, 340).above);
	ck_assert(!grid_frame(&chart, 900).above);
}
END_TEST

/* --- the style of files --- */

START_TEST(the_style_of_a_file_names_every_colour)
{
	const char *sheet = file_text("templates/assets/site.css");
	struct buffer made[THEMES] = { BUFFER_INIT(100000), BUFFER_INIT(100000), BUFFER_INIT(100000) };

	for (int theme = 0; theme < THEMES; theme++) {
		ck_ok(figure_style_make(sheet, (enum figure_theme)theme, &made[theme], &error), error);
		const char *style = buffer_text(&made[theme]);
		ck_assert_ptr_null(strstr(style, "var("));
		ck_assert_ptr_null(strpbrk(style, "<&"));
		ck_assert_ptr_nonnull(strstr(style, "svg .line-1 { stroke: #"));
		ck_assert_ptr_nonnull(strstr(style, "svg .paper { fill: #"));
		/* Only what follows its reader's setting has both. */
		ck_assert_int_eq(strstr(style, "prefers-color-scheme") != NULL, theme == THEME_AUTO);
	}
	ck_assert_str_ne(buffer_text(&made[THEME_LIGHT]), buffer_text(&made[THEME_DARK]));
	for (int theme = 0; theme < THEMES; theme++)
		buffer_release(&made[theme]);
}
END_TEST

START_TEST(a_colour_that_the_sheet_does_not_have_is_refused)
{
	struct buffer out = BUFFER_INIT(10000);
	const char *sheet = ":root {\n--a: #fff;\n}\n@media (prefers-color-scheme: dark) {\n\t:root {\n--a: #000;\n}\n}\n"
		"/* figures: x */\nsvg .a { fill: var(--b); }\n/* end of figures */\n";

	ck_assert_int_eq(figure_style_make(sheet, THEME_LIGHT, &out, &error), ERR_INVALID);
	ck_assert_ptr_nonnull(strstr(error.text, "var(--b)"));
	ck_assert_int_eq(figure_style_make(":root { }", THEME_LIGHT, &out, &error), ERR_INVALID);
	buffer_release(&out);
}
END_TEST

/* --- contrast: WCAG 2.2, relative luminance --- */

static double luminance(const char *colour)
{
	double sum = 0;
	static const double weights[] = { .2126, .7152, .0722 };
	size_t step = strlen(colour) == 4 ? 1 : 2;

	for (size_t i = 0; i < 3; i++) {
		char digits[3] = { colour[1 + i * step], colour[i * step + step], '\0' };
		double part = (double)strtol(digits, NULL, 16) / 255;
		sum += weights[i] * (part <= .03928 ? part / 12.92 : pow((part + .055) / 1.055, 2.4));
	}
	return sum;
}

static double contrast(const char *one, const char *other)
{
	double a = luminance(one), b = luminance(other);

	return (fmax(a, b) + .05) / (fmin(a, b) + .05);
}

static const char *colour_of(const char *sheet, bool dark, const char *name)
{
	size_t length = 0, value_length = 0;
	const char *part = between(sheet, dark ? "(prefers-color-scheme: dark) {\n\t:root {" : ":root {", "}", &length);
	const char *full = arena_printf(&memory, "--%s", name), *value;

	ck_assert_ptr_nonnull(part);
	value = value_of(part, length, full, strlen(full), &value_length);
	ck_assert_msg(value != NULL && *value == '#', "%s", name);
	return arena_strndup(&memory, value, value_length);
}

START_TEST(graphics_have_a_contrast_of_three_and_texts_of_four_and_a_half)
{
	static const char *const marks[] = { "c1", "c2", "c3", "good", "bad", "warn", "soft", "ink", "mark" };
	static const char *const grounds[] = { "paper", "b0", "b1", "b2", "b3", "b4", "none", "info-bg" };
	const char *sheet = file_text("templates/assets/site.css");

	for (int dark = 0; dark < 2; dark++)
		for (size_t g = 0; g < sizeof grounds / sizeof *grounds; g++) {
			const char *ground = colour_of(sheet, dark, grounds[g]);
			for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
				ck_assert_msg(contrast(colour_of(sheet, dark, marks[m]), ground) >= 3, "%s on %s, dark %d", marks[m], grounds[g], dark);
			ck_assert_msg(contrast(colour_of(sheet, dark, "ink"), ground) >= 4.5, "ink on %s, dark %d", grounds[g], dark);
			ck_assert_msg(contrast(colour_of(sheet, dark, "soft"), ground) >= 4.5, "soft on %s, dark %d", grounds[g], dark);
		}
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_text_is_broken_at_blanks_and_loses_nothing),
	KIT_TEST(what_does_not_fit_ends_with_an_ellipsis),
	KIT_TEST(a_word_wider_than_a_line_is_cut_between_characters),
	KIT_TEST(values_that_coincide_have_rows_of_their_own),
	KIT_TEST(names_stand_above_their_rows_where_there_is_no_room_beside_them),
	KIT_TEST(what_has_no_value_has_a_sign_and_words_beside_the_scale),
	KIT_TEST(signs_of_absence_are_all_different_and_none_is_a_dot),
	KIT_TEST(a_grid_keeps_its_cells_wide_enough_to_read),
	KIT_TEST(the_style_of_a_file_names_every_colour),
	KIT_TEST(a_colour_that_the_sheet_does_not_have_is_refused),
	KIT_TEST(graphics_have_a_contrast_of_three_and_texts_of_four_and_a_half),
};
KIT_MAIN("figure", tests)
