/* Tests of the charts' geometry and of the numbers in words. The sources are included: a program's parts are in no library. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/dashboard/chart.c"
#include "cgi/dashboard/pen.c"
#include "cgi/dashboard/words.c"
#include "tests/unit/kit.h"

static struct error error = ERROR_INIT;
static struct arena memory = ARENA_INIT;

static void copy_template(const char *name)
{
	FILE *file = fopen(kit_root(arena_printf(&memory, "templates/%s", name)), "r");
	char *text = arena_alloc(&memory, 20000);

	ck_assert_ptr_nonnull(file);
	ck_assert_uint_gt(fread(text, 1, 19999, file), 0);
	fclose(file);
	kit_write(name, text);
}

/* The chart as markup: one of the two. */
static const char *drawn_either(const struct chart_lines *chart, const struct chart_spread *spread)
{
	struct template_dict *root;
	struct buffer out = BUFFER_INIT(100000);

	copy_template("chart_line.tpl");
	copy_template("chart_spread.tpl");
	kit_write("frame.tpl", "{{%AUTOESCAPE context=\"HTML\"}}\n{{>CHART}}\n");
	i18n_use("en");
	ck_ok(template_load(kit_folder(), &error), error);
	root = template_new();
	if (chart != NULL)
		chart_lines(root, K_CHART, &memory, chart);
	else
		chart_spread(root, K_CHART, &memory, spread);
	ck_ok(template_render("frame.tpl", root, &out, &error), error);
	template_free(root);
	const char *text = arena_strdup(&memory, buffer_text(&out));
	buffer_release(&out);
	return text;
}

static const char *drawn(const struct chart_lines *chart)
{
	return drawn_either(chart, NULL);
}

static size_t count_of(const char *text, const char *part)
{
	size_t n = 0;

	for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
		n++;
	return n;
}

/* How many separate lines the path of that class has. */
static size_t moves_of(const char *svg, const char *class)
{
	const char *path = strstr(svg, arena_printf(&memory, "<path class=\"%s\" d=\"", class));

	if (path == NULL)
		return 0;
	const char *from = strstr(path, "d=\"");
	return count_of(arena_strndup(&memory, from, strcspn(from + 3, "\"") + 3), "M");
}

/* How many signs of values the first line has. */
static size_t dots_of(const char *svg)
{
	const char *marks = strstr(svg, "<g class=\"dot ");

	return marks != NULL ? count_of(arena_strndup(&memory, marks, (size_t)(strstr(marks, "</g>") - marks)), "<path ") : 0;
}

static const struct chart_point *points_of(const double *values, size_t count)
{
	struct chart_point *points = arena_array(&memory, count, sizeof *points);

	for (size_t i = 0; i < count; i++)
		points[i] = (struct chart_point){ .at = 2010 + (double)i, .value = values[i], .low = NAN, .high = NAN, .when = "then", .text = "so" };
	return points;
}

START_TEST(a_value_lies_where_its_share_of_the_range_is)
{
	ck_assert_double_eq(chart_scale(0, 0, 100, 10, 110), 10);
	ck_assert_double_eq(chart_scale(25, 0, 100, 10, 110), 35);
	ck_assert_double_eq(chart_scale(100, 0, 100, 110, 10), 10);
}
END_TEST

START_TEST(a_range_of_nothing_is_drawn_in_the_middle)
{
	ck_assert_double_eq(chart_scale(7, 7, 7, 0, 50), 25);
}
END_TEST

START_TEST(ticks_are_round_and_cover_the_range)
{
	static const struct { double low, high; size_t most; } ranges[] = {
		{ 0, 100, 6 }, { 0, 1650, 7 }, { 0, 0.39, 5 }, { 3, 3, 5 }, { 0, 0, 5 }, { -4, 9, 6 }, { 0, 7, 2 }, { 0.001, 0.0017, 4 }, { 0, 1e9, 7 },
	};
	double ticks[8];

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
		size_t n = chart_ticks(ranges[i].low, ranges[i].high, ticks, ranges[i].most);
		ck_assert_msg(n >= 2 && n <= ranges[i].most, "range %zu has %zu ticks", i, n);
		ck_assert_msg(ticks[0] <= ranges[i].low + 1e-12, "range %zu begins at %g", i, ticks[0]);
		ck_assert_msg(ticks[n - 1] >= ranges[i].high - 1e-9, "range %zu ends at %g", i, ticks[n - 1]);
	}
	ck_assert_uint_eq(chart_ticks(NAN, 1, ticks, 5), 0);
	ck_assert_uint_eq(chart_ticks(5, 1, ticks, 5), 0);
}
END_TEST

START_TEST(a_period_is_a_place_in_time)
{
	ck_assert_double_eq(chart_time("2025"), 2025);
	ck_assert_double_eq(chart_time("2025-S2"), 2025.5);
	ck_assert_double_eq(chart_time("2025-Q4"), 2025.75);
	ck_assert_double_eq(chart_time("2025-07"), 2025.5);
	ck_assert(isnan(chart_time("soon")));
}
END_TEST

START_TEST(a_missing_value_is_a_gap_and_not_a_zero)
{
	const double values[] = { 50, 60, NAN, 40, 30 };
	const struct chart_line line = { .points = points_of(values, 5), .count = 5, .label = "XAA" };
	const char *svg = drawn(&(struct chart_lines){ .size = CHART_SMALL, .title = "t", .description = "d", .high = 100, .lines = &line, .count = 1 });

	ck_assert_uint_eq(moves_of(svg, "line line-0"), 2);
	ck_assert_uint_eq(dots_of(svg), 4);
	ck_assert_uint_eq(count_of(svg, "nan"), 0);
}
END_TEST

START_TEST(a_break_in_series_ends_the_line_and_is_drawn)
{
	const double values[] = { 50, 60, 40, 30 };
	struct chart_point points[4];

	memcpy(points, points_of(values, 4), sizeof points);
	points[2].breaks = true;
	const struct chart_line line = { .points = points, .count = 4, .label = "XAA" };
	const char *svg = drawn(&(struct chart_lines){ .size = CHART_SMALL, .title = "t", .description = "d", .high = 100, .lines = &line, .count = 1 });
	ck_assert_uint_eq(moves_of(svg, "line line-0"), 2);
	ck_assert_uint_eq(moves_of(svg, "break"), 1);
}
END_TEST

START_TEST(a_value_alone_is_a_dot)
{
	const double values[] = { NAN, 60, NAN };
	const struct chart_line line = { .points = points_of(values, 3), .count = 3, .label = "XAA" };
	const char *svg = drawn(&(struct chart_lines){ .size = CHART_SPARK, .title = "t", .description = "d", .high = 100, .lines = &line, .count = 1 });

	ck_assert_uint_eq(moves_of(svg, "line line-0"), 0);
	ck_assert_uint_eq(moves_of(svg, "dots"), 1);
}
END_TEST

START_TEST(a_quiet_chart_has_dots_at_the_newest_and_where_no_line_connects)
{
	const double values[] = { 50, NAN, 60, 40, 30, NAN };
	const struct chart_line line = { .points = points_of(values, 6), .count = 6, .label = "XAA" };
	const char *svg = drawn(&(struct chart_lines){ .size = CHART_NARROW, .quiet = true, .title = "t", .description = "d", .high = 100,
		.lines = &line, .count = 1 });

	/* Of four values the one alone and the newest; the label stands at the newest. */
	ck_assert_uint_eq(dots_of(svg), 2);
	ck_assert_uint_eq(moves_of(svg, "line line-0"), 1);
	ck_assert_uint_eq(count_of(svg, "class=\"end\""), 1);
}
END_TEST

START_TEST(long_labels_of_the_axis_push_the_plot_aside)
{
	const double values[] = { 5, 1999000 };
	const struct chart_line line = { .points = points_of(values, 2), .count = 2, .label = "XAA" };
	const char *svg = drawn(&(struct chart_lines){ .size = CHART_SMALL, .title = "t", .description = "d", .lines = &line, .count = 1 });

	/* "2,000,000" needs 9 times 7, and 7 more; a small chart has 34 otherwise. */
	ck_assert_ptr_nonnull(strstr(svg, "class=\"grid\" d=\"M70"));
}
END_TEST

START_TEST(a_path_is_written_in_tenths)
{
	struct pen path = { .arena = &memory };

	pen(&path, 'M', 12, -3.25);
	pen(&path, 'L', 0.04, 100.96);
	pen(&path, 'H', 7.5, 0);
	pen(&path, 'V', 0, 1234.5);
	pen_close(&path);
	ck_assert_str_eq(path.text, "M12-3.3l-12,104.3h7.5v1133.5z");
	for (int i = 0; i < 1000; i++)
		pen(&path, 'L', 1e6, -1e6);
	ck_assert_uint_eq(strlen(path.text), path.used);
}
END_TEST

START_TEST(a_chart_of_nothing_is_still_told_in_words)
{
	const struct chart_line line = { .points = NULL, .count = 0, .label = "" };
	const char *svg = drawn(&(struct chart_lines){ .size = CHART_WIDE, .title = "Nothing <yet>", .description = "None", .lines = &line, .count = 1 });

	ck_assert_ptr_nonnull(strstr(svg, "<title>Nothing &lt;yet&gt;</title>"));
	ck_assert_ptr_nonnull(strstr(svg, "<desc>None</desc>"));
	ck_assert_uint_eq(count_of(svg, "nan"), 0);
}
END_TEST

START_TEST(what_is_absent_has_a_sign_below_the_scale)
{
	const struct chart_point points[] = {
		{ .at = 2010, .value = 0, .low = NAN, .high = NAN, .when = "2010", .text = "0" },
		{ .at = 2011, .value = NAN, .low = NAN, .high = NAN, .absence = ABSENT_SUPPRESSED, .when = "2011", .text = "suppressed" },
		{ .at = 2012, .value = 50, .low = NAN, .high = NAN, .when = "2012", .text = "50" },
	};
	const struct chart_line line = { .points = points, .count = 3, .label = "XAA" };
	const struct chart_lines chart = { .size = CHART_SMALL, .title = "T", .description = "D", .low = 0, .high = 100, .banded = true,
		.lines = &line, .count = 1 };
	const char *svg = drawn(&chart);
	const char *sign = strstr(svg, "class=\"absent\" d=\"M");
	double x, y;

	ck_assert_uint_eq(dots_of(svg), 2);
	ck_assert_uint_eq(count_of(svg, "class=\"shade-"), 5);
	ck_assert_ptr_nonnull(sign);
	ck_assert_int_eq(sscanf(sign, "class=\"absent\" d=\"M%lf,%lf", &x, &y), 2);
	/* The zero of a small chart lies at 108. */
	ck_assert_double_gt(y, 108);
	ck_assert_ptr_nonnull(strstr(svg, "<title>XAA 2011: suppressed</title>"));
}
END_TEST

START_TEST(neighbours_of_a_chart_with_signs_are_level_with_it)
{
	const double values[] = { 50, 60 };
	const struct chart_line line = { .points = points_of(values, 2), .count = 2, .label = "XAB" };
	const char *svg = drawn(&(struct chart_lines){ .size = CHART_SMALL, .title = "T", .description = "D", .high = 100, .signs = true,
		.lines = &line, .count = 1 });

	ck_assert_ptr_null(strstr(svg, "class=\"absent\""));
	ck_assert_ptr_nonnull(strstr(svg, "viewBox=\"0 0 250 146\""));
}
END_TEST

START_TEST(lines_are_told_apart_by_the_shapes_of_their_dots)
{
	const double values[] = { 50 };
	const struct chart_point *points = points_of(values, 1);
	struct chart_line lines[8];
	const char *seen[8];

	for (int i = 0; i < 8; i++)
		lines[i] = (struct chart_line){ .points = points, .count = 1, .style = i, .label = "" };
	const char *svg = drawn(&(struct chart_lines){ .size = CHART_WIDE, .title = "T", .description = "D", .high = 100, .lines = lines, .count = 8 });
	for (int i = 0; i < 8; i++) {
		const char *dot = strstr(svg, arena_printf(&memory, "<g class=\"dot line-%d\"><path d=\"", i));
		ck_assert_ptr_nonnull(dot);
		dot = strstr(dot, "d=\"") + 3;
		seen[i] = arena_strndup(&memory, dot, strcspn(dot, "\""));
		for (int j = 0; j < i; j++)
			ck_assert_str_ne(seen[i], seen[j]);
	}
}
END_TEST

START_TEST(labels_at_the_ends_of_lines_do_not_cover_each_other)
{
	struct ends ends = { .count = 0 };
	const struct frame frame = { .top = 0, .bottom = 200 };
	double y[6];

	for (size_t i = 0; i < 6; i++)
		y[i] = free_height(&ends, 300, 100, &frame);
	for (size_t i = 0; i < 6; i++)
		for (size_t j = 0; j < i; j++)
			ck_assert_double_ge(fabs(y[i] - y[j]), 12);
}
END_TEST

/* --- words --- */

START_TEST(numbers_have_the_marks_of_the_language)
{
	i18n_use("en");
	ck_assert_str_eq(words_number(&memory, 1132486, 0), "1,132,486");
	ck_assert_str_eq(words_number(&memory, 1234.5, 1), "1,234.5");
	ck_assert_str_eq(words_change(&memory, -3.25, 1), "−3.2");
	i18n_use("ru");
	ck_assert_str_eq(words_number(&memory, 1132486, 0), "1\xC2\xA0" "132\xC2\xA0" "486");
	ck_assert_str_eq(words_number(&memory, 1234.5, 1), "1234,5");
	ck_assert_str_eq(words_source(&memory, "21.05"), "21,05");
}
END_TEST

START_TEST(what_a_source_wrote_beside_numbers_stays_as_it_is)
{
	i18n_use("ru");
	ck_assert_str_eq(words_source(&memory, "<5"), "<5");
	ck_assert_str_eq(words_source(&memory, "N"), "N");
	ck_assert_str_eq(words_source(&memory, "1.2.3"), "1.2.3");
	ck_assert_str_eq(words_source(&memory, ""), "");
	ck_assert_str_eq(words_source(&memory, "92.0"), "92");
}
END_TEST

START_TEST(no_number_is_no_text)
{
	i18n_use("en");
	ck_assert_str_eq(words_number(&memory, NAN, 0), "");
	ck_assert_str_eq(words_significant(&memory, NAN, 4), "");
	ck_assert_str_eq(words_value(&memory, "percent", NAN), "");
	ck_assert_int_eq(words_band(NAN), -1);
	ck_assert_str_eq(words_band_name(-1), "");
}
END_TEST

START_TEST(a_change_of_nothing_is_told_so)
{
	i18n_use("en");
	ck_assert_str_eq(words_change(&memory, 0.4, 0), "=");
	ck_assert_str_eq(words_change(&memory, -0.4, 0), "=");
	ck_assert_str_eq(words_change(&memory, 0.6, 0), "+1");
}
END_TEST

START_TEST(zeros_claim_no_precision)
{
	i18n_use("en");
	ck_assert_str_eq(words_significant(&memory, 52.7, 4), "52.7");
	ck_assert_str_eq(words_significant(&memory, 100, 4), "100");
	ck_assert_str_eq(words_significant(&memory, 7, 4), "7");
	ck_assert_str_eq(words_significant(&memory, 0, 4), "0");
	ck_assert_str_eq(words_significant(&memory, 0.0056161, 4), "0.005616");
	ck_assert_str_eq(words_rounded(&memory, 0.10, 2), "0.1");
}
END_TEST

START_TEST(a_score_is_in_the_band_that_its_shown_number_belongs_to)
{
	static const struct { double score; int band; } bands[] = {
		{ 0, 0 }, { 19.4, 0 }, { 19.5, 1 }, { 20, 1 }, { 39.4, 1 }, { 39.6, 2 }, { 40, 2 }, { 59, 2 }, { 60, 3 }, { 79.4, 3 }, { 79.6, 4 },
		{ 80, 4 }, { 100, 4 },
	};

	for (size_t i = 0; i < sizeof bands / sizeof *bands; i++)
		ck_assert_msg(words_band(bands[i].score) == bands[i].band, "%g is in band %d", bands[i].score, words_band(bands[i].score));
}
END_TEST

START_TEST(a_value_to_be_reached_is_a_line_and_a_mark_and_widens_both_axes)
{
	const double values[] = { 4, 5 };
	const struct chart_line line = { .points = points_of(values, 2), .count = 2, .label = "" };
	const struct chart_goal goal = { .value = 20, .when = 2030, .text = "Target: 20 in 2030." };
	const char *svg = drawn(&(struct chart_lines){ .size = CHART_SMALL, .title = "t", .description = "d", .goal = &goal, .lines = &line, .count = 1 });

	ck_assert_uint_eq(moves_of(svg, "goal"), 1);
	ck_assert_ptr_nonnull(strstr(svg, "<title>Target: 20 in 2030.</title>"));
	ck_assert_ptr_nonnull(strstr(svg, ">20</text>"));
	ck_assert_ptr_nonnull(strstr(svg, ">2030</text>"));
}
END_TEST

/* The region from 10 to 90; the own score is 75. */
static const char *drawn_spread(bool broad, const double *before)
{
	const double now = 75;

	return drawn_either(NULL, &(struct chart_spread){ .title = "t", .description = "d", .high = 100, .min = 10, .q1 = 20, .median = 40, .q3 = 60,
		.max = 90, .values = &now, .count = 1, .broad = broad, .before = before });
}

START_TEST(a_broad_spread_has_the_score_before_as_a_ring_on_the_way_to_the_dot)
{
	const double before = 25;
	const char *svg = drawn_spread(true, &before);

	/* 300 wide, with 8 left at either end: 25 is at 79, 75 at 221. */
	ck_assert_ptr_nonnull(strstr(svg, "class=\"chart spread-broad\""));
	ck_assert_ptr_nonnull(strstr(svg, "<path class=\"way\" d=\"M79,16h142\""));
	ck_assert_ptr_nonnull(strstr(svg, "<circle class=\"ring\" cx=\"79"));
	ck_assert_uint_eq(moves_of(svg, "grid"), 5);
}
END_TEST

START_TEST(without_a_score_before_there_is_no_ring)
{
	const double none = NAN;

	ck_assert_ptr_null(strstr(drawn_spread(true, &none), "ring\""));
}
END_TEST

START_TEST(a_spread_in_a_table_row_is_small_and_has_no_ring)
{
	const char *svg = drawn_spread(false, NULL);

	ck_assert_ptr_null(strstr(svg, "ring\""));
	ck_assert_ptr_nonnull(strstr(svg, "class=\"chart spread-row\""));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_value_to_be_reached_is_a_line_and_a_mark_and_widens_both_axes),
	KIT_TEST(a_broad_spread_has_the_score_before_as_a_ring_on_the_way_to_the_dot),
	KIT_TEST(without_a_score_before_there_is_no_ring),
	KIT_TEST(a_spread_in_a_table_row_is_small_and_has_no_ring),
	KIT_TEST(a_value_lies_where_its_share_of_the_range_is),
	KIT_TEST(a_range_of_nothing_is_drawn_in_the_middle),
	KIT_TEST(ticks_are_round_and_cover_the_range),
	KIT_TEST(a_period_is_a_place_in_time),
	KIT_TEST(a_missing_value_is_a_gap_and_not_a_zero),
	KIT_TEST(a_break_in_series_ends_the_line_and_is_drawn),
	KIT_TEST(a_value_alone_is_a_dot),
	KIT_TEST(a_quiet_chart_has_dots_at_the_newest_and_where_no_line_connects),
	KIT_TEST(long_labels_of_the_axis_push_the_plot_aside),
	KIT_TEST(a_path_is_written_in_tenths),
	KIT_TEST(a_chart_of_nothing_is_still_told_in_words),
	KIT_TEST(what_is_absent_has_a_sign_below_the_scale),
	KIT_TEST(neighbours_of_a_chart_with_signs_are_level_with_it),
	KIT_TEST(lines_are_told_apart_by_the_shapes_of_their_dots),
	KIT_TEST(labels_at_the_ends_of_lines_do_not_cover_each_other),
	KIT_TEST(numbers_have_the_marks_of_the_language),
	KIT_TEST(what_a_source_wrote_beside_numbers_stays_as_it_is),
	KIT_TEST(no_number_is_no_text),
	KIT_TEST(a_change_of_nothing_is_told_so),
	KIT_TEST(zeros_claim_no_precision),
	KIT_TEST(a_score_is_in_the_band_that_its_shown_number_belongs_to),
};
KIT_MAIN("chart", tests)
