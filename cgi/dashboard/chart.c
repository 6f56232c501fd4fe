/* chart: see chart.h. */
#include "cgi/dashboard/chart.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/dashboard/words.h"
#include "indicators/base/period.h"

#define POINT_TEXT 48

struct frame {
	double width, height;
	double left, right, top, bottom; /* the plot's edges */
	double low, high;                /* values */
	double first, last;              /* times */
};

double chart_scale(double value, double low, double high, double from, double to)
{
	if (!(high > low))
		return (from + to) / 2;
	return from + (value - low) / (high - low) * (to - from);
}

size_t chart_ticks(double low, double high, double *ticks, size_t most)
{
	static const double steps[] = { 1, 2, 5, 10 };
	double raw, power, step = 0;
	size_t n = 0;

	if (most < 2 || !isfinite(low) || !isfinite(high) || high < low)
		return 0;
	if (high == low)
		high = low == 0 ? 1 : low + fabs(low);
	raw = (high - low) / (double)(most - 1);
	power = pow(10, floor(log10(raw)));
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		step = steps[i] * power;
		/* The ends are rounded outwards, so that a step may need one tick more than the span does. */
		if (ceil(high / step - 1e-9) - floor(low / step + 1e-9) <= (double)(most - 1))
			break;
		step = 0;
	}
	if (step == 0)
		step = 20 * power;
	double from = floor(low / step + 1e-9);
	double to = ceil(high / step - 1e-9);
	for (double at = from; at <= to && n < most; at++)
		ticks[n++] = at * step;
	return n;
}

double chart_time(const char *text)
{
	static const double parts[] = { [PERIOD_YEAR] = 1, [PERIOD_HALF] = 2, [PERIOD_THIRD] = 3, [PERIOD_QUARTER] = 4, [PERIOD_MONTH] = 12 };
	struct period period;

	if (period_parse(text, &period, NULL) != ERR_OK)
		return NAN;
	return period.year + (period.number - 1) / parts[period.frequency];
}

/* --- lines --- */

static void widen(double value, double *low, double *high)
{
	if (!isfinite(value))
		return;
	if (!isfinite(*low) || value < *low)
		*low = value;
	if (!isfinite(*high) || value > *high)
		*high = value;
}

static void find_ranges(const struct chart_lines *chart, struct frame *frame)
{
	frame->low = frame->high = frame->first = frame->last = NAN;
	for (size_t i = 0; i < chart->count; i++)
		for (size_t j = 0; j < chart->lines[i].count; j++) {
			const struct chart_point *point = &chart->lines[i].points[j];
			widen(point->at, &frame->first, &frame->last);
			widen(point->value, &frame->low, &frame->high);
			widen(point->low, &frame->low, &frame->high);
			widen(point->high, &frame->low, &frame->high);
		}
	if (!isfinite(frame->low))
		frame->low = frame->high = 0;
	if (chart->high > chart->low) {
		frame->low = chart->low;
		frame->high = chart->high;
	} else if (frame->low > 0 && chart->size != CHART_SPARK) {
		frame->low = 0; /* a cut axis makes small changes look large */
	}
	if (chart->last > chart->first) {
		frame->first = chart->first;
		frame->last = chart->last;
	}
}

static double x_of(const struct frame *frame, double at)
{
	return chart_scale(at, frame->first, frame->last, frame->left, frame->right);
}

static double y_of(const struct frame *frame, double value)
{
	return chart_scale(value, frame->low, frame->high, frame->bottom, frame->top);
}

/* "12.3,45.6 ": tenths of a unit are finer than any eye. Returns the length. */
static size_t put_point(char text[static POINT_TEXT], double x, double y)
{
	long tenths[2] = { lround(x * 10), lround(y * 10) };
	size_t used = 0;

	for (int i = 0; i < 2; i++)
		used += (size_t)snprintf(text + used, POINT_TEXT / 2, "%s%ld.%ld%s", tenths[i] < 0 ? "-" : "", labs(tenths[i]) / 10,
			labs(tenths[i]) % 10, i == 0 ? "," : " ");
	return used;
}

static void draw_run(struct template_dict *svg, struct arena *arena, const struct frame *frame, const struct chart_line *line,
	size_t from, size_t to)
{
	char *text = arena_alloc(arena, (to - from) * POINT_TEXT + 1);
	size_t used = 0;

	for (size_t i = from; i < to; i++)
		used += put_point(text + used, x_of(frame, line->points[i].at), y_of(frame, line->points[i].value));
	struct template_dict *drawn = template_section(svg, K_CHART_LINE);
	template_set(drawn, K_POINTS, text);
	if (line->style < 0)
		template_set(drawn, K_STYLE, "region");
	else
		template_set_int(drawn, K_STYLE, line->style);
}

/* The region's spread as an area: along the highs, back along the lows. */
static void draw_band(struct template_dict *svg, struct arena *arena, const struct frame *frame, const struct chart_line *line,
	size_t from, size_t to)
{
	char *text = arena_alloc(arena, (to - from) * 2 * POINT_TEXT + 1);
	double wider = to - from == 1 ? 2 : 0;
	size_t used = 0;

	for (size_t i = from; i < to; i++)
		used += put_point(text + used, x_of(frame, line->points[i].at) - wider, y_of(frame, line->points[i].high));
	for (size_t i = to; i-- > from;)
		used += put_point(text + used, x_of(frame, line->points[i].at) + wider, y_of(frame, line->points[i].low));
	template_set(template_section(svg, K_CHART_BAND), K_POINTS, text);
}

/* Calls draw for each run of points that belong together: no gap and no break within. */
static void each_run(struct template_dict *svg, struct arena *arena, const struct frame *frame, const struct chart_line *line, bool band)
{
	size_t from = 0;

	for (size_t i = 0; i <= line->count; i++) {
		bool there = i < line->count && (band ? isfinite(line->points[i].low) && isfinite(line->points[i].high) : isfinite(line->points[i].value));
		if (i < line->count && there && !((line->points[i].breaks || line->points[i].gap) && i > from))
			continue;
		if (i > from && band)
			draw_band(svg, arena, frame, line, from, i);
		else if (i > from + 1) /* one point alone is its dot */
			draw_run(svg, arena, frame, line, from, i);
		from = there ? i : i + 1;
	}
}

/* Labels that are written already, so that none covers another. */
struct ends {
	double x[64], y[64];
	size_t count;
};

/* The place nearest to y, above or below it, that no label takes. */
static double free_height(struct ends *ends, double x, double y, const struct frame *frame)
{
	double best = y;

	for (int step = 0; step < 40; step++) {
		double at = y + (step % 2 == 0 ? step / 2 : -(step + 1) / 2) * 6.5;
		bool taken = at > frame->bottom + 4 || at < frame->top;
		for (size_t i = 0; i < ends->count && !taken; i++)
			taken = fabs(ends->x[i] - x) < 34 && fabs(ends->y[i] - at) < 12.5;
		if (!taken) {
			best = at;
			break;
		}
	}
	if (ends->count < sizeof ends->x / sizeof *ends->x) {
		ends->x[ends->count] = x;
		ends->y[ends->count++] = best;
	}
	return best;
}

static void draw_dots(struct template_dict *svg, const struct frame *frame, const struct chart_line *line, enum chart_size size,
	struct ends *ends)
{
	size_t last = line->count;

	for (size_t i = 0; i < line->count; i++) {
		const struct chart_point *point = &line->points[i];
		if (!isfinite(point->value))
			continue;
		last = i;
		bool alone = (i == 0 || !isfinite(line->points[i - 1].value) || point->breaks || point->gap) &&
			(i + 1 == line->count || !isfinite(line->points[i + 1].value) || line->points[i + 1].breaks || line->points[i + 1].gap);
		/* Within a table row there is only room for the newest and for what no line connects. */
		if (size == CHART_SPARK && !alone && i + 1 < line->count)
			continue;
		struct template_dict *dot = template_section(svg, K_CHART_DOT);
		template_set_coordinate(dot, K_X, x_of(frame, point->at));
		template_set_coordinate(dot, K_Y, y_of(frame, point->value));
		template_set(dot, K_RADIUS, size == CHART_WIDE ? "3.5" : "2.5");
		if (line->style < 0)
			template_set(dot, K_STYLE, "region");
		else
			template_set_int(dot, K_STYLE, line->style);
		if (size != CHART_SPARK) {
			struct template_dict *told = template_section(dot, K_DOT_TOLD);
			template_set(told, K_LABEL, line->label);
			template_set(told, K_WHEN, point->when);
			template_set(told, K_VALUE, point->text);
		}
	}
	if (last < line->count && line->label[0] != '\0' && size == CHART_WIDE) {
		double x = x_of(frame, line->points[last].at) + 7;
		struct template_dict *end = template_section(svg, K_CHART_END);
		template_set_coordinate(end, K_X, x);
		template_set_coordinate(end, K_Y, free_height(ends, x, y_of(frame, line->points[last].value) + 4, frame));
		template_set(end, K_LABEL, line->label);
	}
}

static void draw_breaks(struct template_dict *svg, const struct frame *frame, const struct chart_lines *chart)
{
	double seen[32];
	size_t n = 0;

	for (size_t i = 0; i < chart->count && (i == 0 || !chart->one_break_set); i++)
		for (size_t j = 0; j < chart->lines[i].count; j++) {
			const struct chart_point *point = &chart->lines[i].points[j];
			bool known = !point->breaks || n == sizeof seen / sizeof *seen;
			for (size_t k = 0; k < n && !known; k++)
				known = seen[k] == point->at;
			if (known)
				continue;
			seen[n++] = point->at;
			/* Between the last time of the old definition and the first of the new one. */
			double before = j > 0 && point->at - chart->lines[i].points[j - 1].at < 1 ? (point->at - chart->lines[i].points[j - 1].at) / 2 : 0.5;
			struct template_dict *drawn = template_section(svg, K_CHART_BREAK);
			template_set_coordinate(drawn, K_X, x_of(frame, point->at - before));
			template_set_coordinate(drawn, K_Y1, frame->top);
			template_set_coordinate(drawn, K_Y2, frame->bottom);
		}
}

static void draw_axes(struct template_dict *svg, struct arena *arena, const struct frame *frame, const double *ticks, size_t count,
	enum chart_size size)
{
	double step = count > 1 ? ticks[1] - ticks[0] : 1;
	int decimals = step >= 1 ? 0 : (int)ceil(-log10(step) - 1e-9);

	for (size_t i = 0; i < count; i++) {
		struct template_dict *grid = template_section(svg, K_CHART_GRID);
		template_set_coordinate(grid, K_X1, frame->left);
		template_set_coordinate(grid, K_X2, frame->right);
		template_set_coordinate(grid, K_Y, y_of(frame, ticks[i]));
		template_set_coordinate(grid, K_Y_TEXT, y_of(frame, ticks[i]) + 3.5);
		template_set_coordinate(grid, K_X_TEXT, frame->left - 5);
		template_set(grid, K_LABEL, words_number(arena, ticks[i], decimals));
	}
	double years = floor(frame->last) - floor(frame->first);
	double every = ceil(years / (size == CHART_WIDE ? 12 : 4));
	for (double year = ceil(frame->first); every >= 1 && year <= frame->last + 1e-9; year += every) {
		struct template_dict *tick = template_section(svg, K_CHART_TICK);
		template_set_coordinate(tick, K_X, x_of(frame, year));
		template_set_coordinate(tick, K_Y, frame->bottom + 14);
		template_printf(tick, K_LABEL, "%.0f", year);
	}
	if (every < 1) {
		struct template_dict *tick = template_section(svg, K_CHART_TICK);
		template_set_coordinate(tick, K_X, x_of(frame, frame->first));
		template_set_coordinate(tick, K_Y, frame->bottom + 14);
		template_printf(tick, K_LABEL, "%.0f", frame->first);
	}
}

void chart_lines(struct template_dict *dict, enum template_key part, struct arena *arena, const struct chart_lines *chart)
{
	static const struct frame frames[] = {
		[CHART_SPARK] = { .width = 120, .height = 32, .left = 4, .right = 116, .top = 4, .bottom = 28 },
		[CHART_SMALL] = { .width = 250, .height = 130, .left = 34, .right = 238, .top = 10, .bottom = 108 },
		[CHART_WIDE] = { .width = 760, .height = 280, .left = 56, .right = 690, .top = 12, .bottom = 250 },
	};
	static const char *const names[] = { [CHART_SPARK] = "spark", [CHART_SMALL] = "small", [CHART_WIDE] = "wide" };
	struct template_dict *svg = template_include(dict, part, "chart_line.tpl");
	struct frame frame = frames[chart->size];
	struct ends ends = { .count = 0 };
	double ticks[8];

	find_ranges(chart, &frame);
	template_printf(svg, K_WIDTH, "%.0f", frame.width);
	template_printf(svg, K_HEIGHT, "%.0f", frame.height);
	template_set(svg, K_SIZE, names[chart->size]);
	template_set(svg, K_CHART_TITLE, chart->title);
	template_set(svg, K_CHART_DESCRIPTION, chart->description);
	if (!isfinite(frame.first))
		return;
	if (chart->size != CHART_SPARK) {
		size_t count = chart_ticks(frame.low, frame.high, ticks, chart->size == CHART_SMALL ? 5 : 7);
		if (count > 1) {
			frame.low = ticks[0];
			frame.high = ticks[count - 1];
		}
		draw_axes(svg, arena, &frame, ticks, count, chart->size);
	}
	for (size_t i = 0; i < chart->count; i++)
		each_run(svg, arena, &frame, &chart->lines[i], true);
	draw_breaks(svg, &frame, chart);
	for (size_t i = 0; i < chart->count; i++) {
		each_run(svg, arena, &frame, &chart->lines[i], false);
		draw_dots(svg, &frame, &chart->lines[i], chart->size, &ends);
	}
}

/* --- the spread --- */

static void place(struct template_dict *dict, enum template_key key, const struct frame *frame, double value)
{
	template_set_coordinate(dict, key, chart_scale(value, frame->low, frame->high, frame->left, frame->right));
}

/* Dots that would cover each other are stacked; `row` counts from 0 upwards. */
static int free_row(const double *xs, const int *rows, size_t count, double x)
{
	for (int row = 0;; row++) {
		bool taken = false;
		for (size_t i = 0; i < count && !taken; i++)
			taken = rows[i] == row && fabs(xs[i] - x) < 8;
		if (!taken || row == 7)
			return row;
	}
}

static void draw_spread_dots(struct template_dict *svg, struct arena *arena, const struct frame *frame, const struct chart_spread *chart)
{
	double *xs = arena_array(arena, chart->count + 1, sizeof *xs);
	int *rows = arena_array(arena, chart->count + 1, sizeof *rows);
	size_t n = 0;

	for (size_t i = 0; i < chart->count; i++) {
		if (!isfinite(chart->values[i]))
			continue;
		double x = chart_scale(chart->values[i], frame->low, frame->high, frame->left, frame->right);
		int row = chart->tall ? free_row(xs, rows, n, x) : 0;
		xs[n] = x;
		rows[n++] = row;
		struct template_dict *dot = template_section(svg, K_SPREAD_DOT);
		template_set_coordinate(dot, K_X, x);
		template_set_coordinate(dot, K_Y, frame->top - 9.0 * row);
		template_set(dot, K_RADIUS, chart->tall ? "4" : "3");
		if (chart->names != NULL)
			template_set(template_section(dot, K_DOT_TOLD), K_LABEL, chart->names[i]);
	}
}

void chart_spread(struct template_dict *dict, enum template_key part, struct arena *arena, const struct chart_spread *chart)
{
	struct template_dict *svg = template_include(dict, part, "chart_spread.tpl");
	struct frame frame = { .width = 150, .height = 28, .left = 6, .right = 144, .top = 14, .bottom = 14, .low = chart->low, .high = chart->high };
	double ticks[8];
	size_t count = 0;

	if (chart->tall) {
		frame = (struct frame){ .width = 640, .height = 96, .left = 30, .right = 610, .top = 44, .bottom = 66, .low = chart->low, .high = chart->high };
		count = chart_ticks(chart->low, chart->high, ticks, 6);
		if (count > 1) {
			frame.low = ticks[0];
			frame.high = ticks[count - 1];
		}
	}
	template_printf(svg, K_WIDTH, "%.0f", frame.width);
	template_printf(svg, K_HEIGHT, "%.0f", frame.height);
	template_set(svg, K_SIZE, chart->tall ? "tall" : "row");
	template_set(svg, K_CHART_TITLE, chart->title);
	template_set(svg, K_CHART_DESCRIPTION, chart->description);
	template_set_coordinate(svg, K_X1, frame.left);
	template_set_coordinate(svg, K_X2, frame.right);
	template_set_coordinate(svg, K_Y, frame.bottom);
	for (size_t i = 0; i < count; i++) {
		struct template_dict *tick = template_section(svg, K_SPREAD_TICK);
		double step = ticks[1] - ticks[0];
		place(tick, K_X, &frame, ticks[i]);
		template_set_coordinate(tick, K_Y1, frame.bottom);
		template_set_coordinate(tick, K_Y2, frame.bottom + 5);
		template_set_coordinate(tick, K_Y_TEXT, frame.bottom + 19);
		template_set(tick, K_LABEL, words_number(arena, ticks[i], step >= 1 ? 0 : (int)ceil(-log10(step) - 1e-9)));
	}
	if (isfinite(chart->min) && isfinite(chart->max)) {
		struct template_dict *range = template_section(svg, K_SPREAD_RANGE);
		place(range, K_X1, &frame, chart->min);
		place(range, K_X2, &frame, chart->max);
		template_set_coordinate(range, K_Y, frame.top);
	}
	if (isfinite(chart->q1) && isfinite(chart->q3)) {
		struct template_dict *box = template_section(svg, K_SPREAD_BOX);
		double x1 = chart_scale(chart->q1, frame.low, frame.high, frame.left, frame.right);
		double x2 = chart_scale(chart->q3, frame.low, frame.high, frame.left, frame.right);
		template_set_coordinate(box, K_X, x1);
		template_set_coordinate(box, K_WIDTH, x2 - x1);
		template_set_coordinate(box, K_Y, frame.top - (chart->tall ? 11 : 6));
		template_set(box, K_HEIGHT, chart->tall ? "22" : "12");
	}
	draw_spread_dots(svg, arena, &frame, chart);
	if (isfinite(chart->median)) {
		struct template_dict *median = template_section(svg, K_SPREAD_MEDIAN);
		place(median, K_X, &frame, chart->median);
		template_set_coordinate(median, K_Y1, frame.top - (chart->tall ? 15 : 8));
		template_set_coordinate(median, K_Y2, frame.top + (chart->tall ? 15 : 8));
	}
}
