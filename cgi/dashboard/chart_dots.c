/* chart_dots: see chart_dots.h. */
#include "cgi/dashboard/chart_dots.h"

#include <math.h>
#include <string.h>

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

#define LABEL_SIZE 13.0
#define VALUE_SIZE (1.18 * LABEL_SIZE) /* as wide as bold is, or a wide face of the reader's */
#define LINE_HEIGHT 15.0
#define EDGE 4.0       /* between the drawing and its own edge */
#define SIGN_ROOM 18.0 /* before the words of what has no value */
#define SCALE_LEAST 190.0
#define BAND_SIZE 11.0
#define BAND_LINE 12.0

static double widest(double so_far, const char *text, double size)
{
	return fmax(so_far, canvas_width(text, size));
}

/* In how many lines all names of bands fit above them. */
static size_t band_lines(double width)
{
	size_t most = 1;

	for (int band = 0; band < 5; band++) {
		const char *name = words_band_name(band), *blank = strchr(name, ' ');
		if (canvas_width(name, BAND_SIZE) <= width)
			continue;
		double second = blank != NULL ? canvas_width(blank + 1, BAND_SIZE) : width + 1;
		if (second > width || canvas_width(name, BAND_SIZE) - second > width)
			return 0;
		most = 2;
	}
	return most;
}

/* What stands at the right takes its room from the scale, but for the words of what has no value where those stand above. */
static double text_room(const struct chart_dots *chart, const struct dots_frame *frame)
{
	double text = 26;

	for (size_t i = 0; i < chart->count; i++)
		if (!isnan(chart->rows[i].value))
			text = widest(text, chart->rows[i].text, VALUE_SIZE);
		else if (!frame->above)
			text = fmax(text, canvas_width(chart->rows[i].text, VALUE_SIZE) + SIGN_ROOM);
	if (chart->region_label != NULL && !frame->above)
		text = widest(text, chart->region_text, VALUE_SIZE);
	return fmin(text, frame->width * .34);
}

struct dots_frame dots_frame(const struct chart_dots *chart, double width)
{
	struct dots_frame frame = { .width = fmax(width, 240), .label_lines = 1 };
	double label = chart->region_label != NULL ? canvas_width(chart->region_label, LABEL_SIZE) : 0;

	for (size_t i = 0; i < chart->count; i++)
		label = widest(label, chart->rows[i].label, LABEL_SIZE);
	frame.label_width = fmin(label, frame.width * .36);
	/* A wide drawing has two lines for long names; in a narrow one they stand above their rows. */
	frame.label_lines = label > frame.label_width ? 2 : 1;
	frame.above = frame.width < 520 && (frame.label_lines > 1 || frame.width - frame.label_width - text_room(chart, &frame) < SCALE_LEAST);
	if (frame.above) {
		frame.label_width = frame.width - 2 * EDGE;
		frame.label_lines = 1;
	}
	frame.left = frame.above ? EDGE + 8 : EDGE + frame.label_width + 14;
	frame.text_left = frame.width - EDGE - text_room(chart, &frame);
	frame.right = frame.text_left - 14;
	frame.row_height = frame.above ? 46 : frame.label_lines > 1 ? 36 : 28;
	frame.band_lines = chart->banded ? band_lines((frame.right - frame.left) / 5 - 6) : 0;
	frame.top = 8 + BAND_LINE * (double)frame.band_lines;
	frame.bottom = frame.top + frame.row_height * (double)(chart->count + (chart->region_label != NULL));
	frame.height = frame.bottom + 26;
	return frame;
}

double dots_row_y(const struct dots_frame *frame, size_t row)
{
	double from = frame->top + frame->row_height * (double)row;

	return frame->above ? from + 32 : from + frame->row_height / 2;
}

static double x_of(const struct chart_dots *chart, const struct dots_frame *frame, double value)
{
	return chart_scale(value, chart->low, chart->high, frame->left, frame->right);
}

/* The bands as a background, with their names where all of them have room. */
static void draw_bands(struct canvas *canvas, const struct chart_dots *chart, const struct dots_frame *frame)
{
	static const char *const classes[] = { "shade-0", "shade-1", "shade-2", "shade-3", "shade-4" };

	for (int band = 0; band < 5; band++) {
		struct pen path = { .arena = canvas->arena };
		double from = x_of(chart, frame, 20.0 * band), to = x_of(chart, frame, 20.0 * (band + 1));
		pen_rectangle(&path, from, frame->top, to, frame->bottom);
		canvas_shape(canvas, classes[band], &path, words_band_name(band));
		const char *lines[2];
		size_t n = canvas_wrap(canvas->arena, words_band_name(band), BAND_SIZE, to - from - 6, lines, frame->band_lines);
		for (size_t i = 0; i < n; i++)
			canvas_text(canvas, "tick", (from + to) / 2, frame->top - 6 - BAND_LINE * (double)(n - 1 - i), CANVAS_MIDDLE, lines[i]);
	}
}

static void draw_scale(struct canvas *canvas, const struct chart_dots *chart, const struct dots_frame *frame)
{
	struct pen grid = { .arena = canvas->arena }, lines = { .arena = canvas->arena };
	double ticks[8];
	size_t count = chart->banded ? 6 : chart_ticks(chart->low, chart->high, ticks, frame->right - frame->left > 300 ? 6 : 4);

	for (size_t i = 0; chart->banded && i < count; i++)
		ticks[i] = 20.0 * (double)i;
	double step = count > 1 ? ticks[1] - ticks[0] : 1;
	int decimals = step >= 1 ? 0 : (int)ceil(-log10(step) - 1e-9);
	for (size_t i = 0; i < count; i++) {
		double x = x_of(chart, frame, ticks[i]);
		pen(&grid, 'M', x, frame->top);
		pen(&grid, 'V', 0, frame->bottom + 4);
		canvas_text(canvas, "tick", x, frame->bottom + 17, CANVAS_MIDDLE, words_number(canvas->arena, ticks[i], decimals));
	}
	size_t first = chart->region_label != NULL;
	for (size_t row = 0; row < chart->count + first; row++) {
		/* What has no value is on no scale. */
		if (row >= first && isnan(chart->rows[row - first].value))
			continue;
		pen(&lines, 'M', frame->left, dots_row_y(frame, row));
		pen(&lines, 'H', frame->right, 0);
	}
	canvas_shape(canvas, "grid", &grid, NULL);
	canvas_shape(canvas, "row", &lines, NULL);
}

/* Line from the lowest to the highest, box of the middle half, tick of the median. */
static void draw_range(struct canvas *canvas, const struct chart_dots *chart, const struct dots_frame *frame, const struct chart_range *range,
	double y, double half)
{
	struct pen line = { .arena = canvas->arena }, box = { .arena = canvas->arena }, tick = { .arena = canvas->arena };

	if (isfinite(range->min) && isfinite(range->max)) {
		pen(&line, 'M', x_of(chart, frame, range->min), y - half / 2);
		pen(&line, 'V', 0, y + half / 2);
		pen(&line, 'M', x_of(chart, frame, range->min), y);
		pen(&line, 'H', x_of(chart, frame, range->max), 0);
		pen(&line, 'M', x_of(chart, frame, range->max), y - half / 2);
		pen(&line, 'V', 0, y + half / 2);
	}
	if (isfinite(range->q1) && isfinite(range->q3))
		pen_rectangle(&box, x_of(chart, frame, range->q1), y - half, x_of(chart, frame, range->q3), y + half);
	if (isfinite(range->median)) {
		pen(&tick, 'M', x_of(chart, frame, range->median), y - half - 2);
		pen(&tick, 'V', 0, y + half + 2);
	}
	canvas_shape(canvas, "range", &line, NULL);
	canvas_shape(canvas, "box", &box, NULL);
	canvas_shape(canvas, "median", &tick, NULL);
}

/* The median of all goes through all rows. */
static void draw_region(struct canvas *canvas, const struct chart_dots *chart, const struct dots_frame *frame)
{
	struct pen through = { .arena = canvas->arena };

	if (chart->region_label == NULL)
		return;
	draw_range(canvas, chart, frame, &chart->region, dots_row_y(frame, 0), 8);
	if (isfinite(chart->region.median)) {
		pen(&through, 'M', x_of(chart, frame, chart->region.median), dots_row_y(frame, 0) + 10);
		pen(&through, 'V', 0, frame->bottom);
		canvas_shape(canvas, "through", &through, NULL);
	}
}

/* `beside`: what is to be left free at its right. */
static void draw_label(struct canvas *canvas, const struct dots_frame *frame, const char *class, const char *label, size_t row, double beside)
{
	const char *lines[2];
	size_t n = canvas_wrap(canvas->arena, label, LABEL_SIZE, frame->label_width - beside, lines, frame->label_lines);
	double y = frame->above ? dots_row_y(frame, row) - 16 : dots_row_y(frame, row) + 4.5 - LINE_HEIGHT * (double)(n - 1) / 2;

	for (size_t i = 0; i < n; i++)
		canvas_text(canvas, class, EDGE, y + LINE_HEIGHT * (double)i, CANVAS_START, lines[i]);
}

/* Sign and words, at the right of the scale, or after the name. */
static void draw_absence(struct canvas *canvas, const struct dots_frame *frame, const struct chart_row *row, size_t at, const char *tip)
{
	struct pen path = { .arena = canvas->arena };
	double words = canvas_width(row->text, LABEL_SIZE) + SIGN_ROOM, y = dots_row_y(frame, at) - (frame->above ? 20.5 : 0);
	double after = EDGE + canvas_width(row->label, LABEL_SIZE) + 10;
	double left = frame->above ? fmin(after, fmax(frame->width / 2, frame->width - EDGE - words)) : frame->text_left;

	draw_label(canvas, frame, "label", row->label, at, frame->above ? frame->width - left : 0);
	pen_absence(&path, row->absence, left + 5, y);
	canvas_shape(canvas, "absent", &path, tip);
	canvas_text(canvas, "value none", left + SIGN_ROOM, y + 4.5, CANVAS_START,
		canvas_fit(canvas->arena, row->text, LABEL_SIZE, frame->width - left - SIGN_ROOM));
}

static void draw_row(struct canvas *canvas, const struct chart_dots *chart, const struct dots_frame *frame, const struct chart_row *row, size_t at)
{
	struct pen path = { .arena = canvas->arena };
	double y = dots_row_y(frame, at);
	bool none = isnan(row->value);
	const char *tip = row->tip != NULL ? row->tip : arena_printf(canvas->arena, "%s: %s", row->label, row->text);

	draw_range(canvas, chart, frame, &row->region, y, 6);
	if (none) {
		draw_absence(canvas, frame, row, at, tip);
		return;
	}
	draw_label(canvas, frame, "label", row->label, at, 0);
	pen_sign(&path, 0, x_of(chart, frame, row->value), y, 6);
	canvas_shape(canvas, row->carried ? "dot carried" : "dot", &path, tip);
	canvas_text(canvas, "value", frame->text_left, y + 4.5, CANVAS_START,
		canvas_fit(canvas->arena, row->text, VALUE_SIZE, frame->width - frame->text_left));
}

double chart_dots(struct template_dict *dict, enum template_key part, struct arena *arena, const struct chart_dots *chart, double width)
{
	struct dots_frame frame = dots_frame(chart, width);
	struct canvas canvas = canvas_open(dict, part, arena, chart->title, chart->description, frame.width);
	size_t first = chart->region_label != NULL;

	if (chart->banded)
		draw_bands(&canvas, chart, &frame);
	draw_scale(&canvas, chart, &frame);
	if (first > 0) {
		draw_label(&canvas, &frame, "label quiet", frame.above ? arena_printf(arena, "%s: %s", chart->region_label, chart->region_text) :
			chart->region_label, 0, 0);
		if (!frame.above)
			canvas_text(&canvas, "value quiet", frame.text_left, dots_row_y(&frame, 0) + 4.5, CANVAS_START,
				canvas_fit(arena, chart->region_text, VALUE_SIZE, frame.width - frame.text_left));
	}
	draw_region(&canvas, chart, &frame);
	for (size_t i = 0; i < chart->count; i++)
		draw_row(&canvas, chart, &frame, &chart->rows[i], i + first);
	canvas_close(&canvas, frame.height);
	return frame.height;
}
