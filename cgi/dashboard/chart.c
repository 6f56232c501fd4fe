/* chart: see chart.h. */
#include "cgi/dashboard/chart.h"

#include <math.h>
#include <string.h>

#include "cgi/dashboard/pen.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/period.h"

#define SIGNS_HEIGHT 16.0 /* of the strip with the signs of what is absent */

struct frame {
	double width, height;
	double left, right, top, bottom; /* the plot's edges */
	double foot;                     /* below it, and below the signs of what is absent */
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

static const char *const digits_of[] = { "0", "1", "2", "3", "4", "5", "6", "7" };

static const char *style_of(const struct chart_line *line)
{
	return line->style < 0 ? "region" : digits_of[line->style % 8];
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
	if (chart->goal != NULL) {
		widen(chart->goal->when, &frame->first, &frame->last);
		widen(chart->goal->value, &frame->low, &frame->high);
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

static void draw_run(struct pen *path, const struct frame *frame, const struct chart_line *line, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		pen(path, i == from ? 'M' : 'L', x_of(frame, line->points[i].at), y_of(frame, line->points[i].value));
}

/* The region's spread as an area: along the highs, back along the lows. */
static void draw_band(struct pen *path, const struct frame *frame, const struct chart_line *line, size_t from, size_t to)
{
	double wider = to - from == 1 ? 2 : 0; /* one time alone is a bar, not a line without breadth */

	for (size_t i = from; i < to; i++)
		pen(path, i == from ? 'M' : 'L', x_of(frame, line->points[i].at) - wider, y_of(frame, line->points[i].high));
	for (size_t i = to; i-- > from;)
		pen(path, 'L', x_of(frame, line->points[i].at) + wider, y_of(frame, line->points[i].low));
	pen_close(path);
}

/* Draws each run of points that belong together: no gap and no break within. */
static void each_run(struct template_dict *svg, struct arena *arena, const struct frame *frame, const struct chart_line *line, bool band)
{
	struct pen path = { .arena = arena };
	size_t from = 0;

	for (size_t i = 0; i <= line->count; i++) {
		const struct chart_point *point = &line->points[i];
		bool there = i < line->count && (band ? isfinite(point->low) && isfinite(point->high) : isfinite(point->value));
		if (i < line->count && there && !((point->breaks || point->gap) && i > from))
			continue;
		if (i > from && band)
			draw_band(&path, frame, line, from, i);
		else if (i > from + 1) /* one point alone is its dot */
			draw_run(&path, frame, line, from, i);
		from = there ? i : i + 1;
	}
	if (path.used == 0)
		return;
	struct template_dict *drawn = template_section(svg, band ? K_CHART_BAND : K_CHART_LINE);
	pen_set(drawn, K_PATH, &path);
	if (!band)
		template_set(drawn, K_STYLE, style_of(line));
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

static bool is_alone(const struct chart_line *line, size_t i)
{
	const struct chart_point *point = &line->points[i];

	return (i == 0 || !isfinite(point[-1].value) || point->breaks || point->gap) &&
		(i + 1 == line->count || !isfinite(point[1].value) || point[1].breaks || point[1].gap);
}

/* Within a table row there is only room for the newest and for what no line connects. */
static void draw_spark_dots(struct template_dict *svg, struct arena *arena, const struct frame *frame, const struct chart_line *line)
{
	struct pen path = { .arena = arena };

	for (size_t i = 0; i < line->count; i++)
		if (isfinite(line->points[i].value) && (i + 1 == line->count || is_alone(line, i))) {
			pen_dot(&path, x_of(frame, line->points[i].at), y_of(frame, line->points[i].value));
		}
	if (path.used > 0)
		pen_set(template_section(svg, K_CHART_DOTS), K_PATH, &path);
}

/* The sign of what has no value stands below the scale, so that it is no value. */
static void draw_absence(struct template_dict *svg, struct arena *arena, const struct frame *frame, const struct chart_line *line,
	const struct chart_point *point)
{
	struct pen path = { .arena = arena };

	if (point->absence == ABSENT_NOT)
		return;
	pen_absence(&path, point->absence, x_of(frame, point->at), frame->bottom + SIGNS_HEIGHT / 2 + 1);
	struct template_dict *sign = template_section(svg, K_CHART_ABSENT);
	pen_set(sign, K_PATH, &path);
	template_set(sign, K_LABEL, line->label);
	template_set(sign, K_WHEN, point->when);
	template_set(sign, K_VALUE, point->text);
}

/* The region's line has no dots but where nothing else would be seen: its area stands behind it, and its numbers in the table. */
static void draw_dot(struct template_dict *marks, struct arena *arena, const struct frame *frame, const struct chart_line *line,
	const struct chart_point *point, enum chart_size size)
{
	struct template_dict *dot = template_section(marks, K_CHART_DOT);
	struct pen sign = { .arena = arena };

	pen_sign(&sign, line->style < 0 ? 0 : line->style, x_of(frame, point->at), y_of(frame, point->value),
		line->style < 0 ? 1.5 : size == CHART_WIDE ? 4 : 3);
	pen_set(dot, K_PATH, &sign);
	if (point->carried)
		template_show(dot, K_CARRIED);
	template_set(dot, K_LABEL, line->label);
	template_set(dot, K_WHEN, point->when);
	template_set(dot, K_VALUE, point->text);
}

static size_t newest_of(const struct chart_line *line)
{
	size_t last = line->count;

	while (last > 0 && !isfinite(line->points[last - 1].value))
		last--;
	return last > 0 ? last - 1 : line->count;
}

static void draw_dots(struct template_dict *svg, struct arena *arena, const struct frame *frame, const struct chart_line *line,
	const struct chart_lines *chart, struct ends *ends)
{
	struct template_dict *marks = NULL;
	size_t last = newest_of(line);
	enum chart_size size = chart->size;

	for (size_t i = 0; i < line->count; i++) {
		const struct chart_point *point = &line->points[i];
		if (!isfinite(point->value)) {
			draw_absence(svg, arena, frame, line, point);
			continue;
		}
		if ((line->style < 0 || (chart->quiet && i != last)) && !is_alone(line, i))
			continue;
		if (marks == NULL) {
			marks = template_section(svg, K_CHART_MARKS);
			template_set(marks, K_STYLE, style_of(line));
		}
		draw_dot(marks, arena, frame, line, point, size);
	}
	/* The region's word has no room on a telephone; what a thin line is, stands below. */
	if (last < line->count && line->label[0] != '\0' && (size == CHART_WIDE || (size == CHART_NARROW && line->style >= 0))) {
		double x = x_of(frame, line->points[last].at) + 7;
		struct template_dict *end = template_section(svg, K_CHART_END);
		template_set_coordinate(end, K_X, x);
		template_set_coordinate(end, K_Y, free_height(ends, x, y_of(frame, line->points[last].value) + 4, frame));
		template_set(end, K_LABEL, line->label);
	}
}

static void draw_breaks(struct template_dict *svg, struct arena *arena, const struct frame *frame, const struct chart_lines *chart)
{
	struct pen path = { .arena = arena };
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
			double before = j > 0 && point->at - point[-1].at < 1 ? (point->at - point[-1].at) / 2 : 0.5;
			pen(&path, 'M', x_of(frame, point->at - before), frame->top);
			pen(&path, 'V', 0, frame->bottom);
		}
	if (path.used > 0)
		pen_set(template_section(svg, K_CHART_BREAK), K_PATH, &path);
}

/* The line across, and a lozenge in the year. */
static void draw_goal(struct template_dict *svg, struct arena *arena, const struct frame *frame, const struct chart_goal *goal)
{
	struct template_dict *drawn = template_section(svg, K_CHART_GOAL);
	struct pen line = { .arena = arena }, mark = { .arena = arena };
	double x = x_of(frame, goal->when), y = y_of(frame, goal->value);

	pen(&line, 'M', frame->left, y);
	pen(&line, 'H', frame->right, 0);
	pen(&mark, 'M', x, y - 5);
	pen(&mark, 'L', x + 5, y);
	pen(&mark, 'L', x, y + 5);
	pen(&mark, 'L', x - 5, y);
	pen_close(&mark);
	pen_set(drawn, K_PATH, &line);
	pen_set(drawn, K_MARK, &mark);
	template_set(drawn, K_LABEL, goal->text);
}

static void draw_tick(struct template_dict *svg, const struct frame *frame, double year)
{
	struct template_dict *tick = template_section(svg, K_CHART_TICK);

	template_set_coordinate(tick, K_X, x_of(frame, year));
	template_set_coordinate(tick, K_Y, frame->foot + 14);
	template_set_int(tick, K_LABEL, (int64_t)year);
}

static int decimals_of(const double *ticks, size_t count)
{
	double step = count > 1 ? ticks[1] - ticks[0] : 1;

	return step >= 1 ? 0 : (int)ceil(-log10(step) - 1e-9);
}

/* The labels of the value axis stand left of the plot, however long they are: 7 for each character, in the widest face. */
static double room_for_labels(struct arena *arena, const double *ticks, size_t count)
{
	size_t longest = 0;

	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(words_number(arena, ticks[i], decimals_of(ticks, count)));
		longest = length > longest ? length : longest;
	}
	return 7.0 * (double)longest + 7;
}

static void draw_axes(struct template_dict *svg, struct arena *arena, const struct frame *frame, const double *ticks, size_t count,
	enum chart_size size)
{
	struct pen grid = { .arena = arena };
	int decimals = decimals_of(ticks, count);

	for (size_t i = 0; i < count; i++) {
		double y = y_of(frame, ticks[i]);
		struct template_dict *label = template_section(svg, K_CHART_GRID);
		pen(&grid, 'M', frame->left, y);
		pen(&grid, 'H', frame->right, 0);
		template_set_coordinate(label, K_Y, y + 3.5);
		template_set_coordinate(label, K_X, frame->left - 5);
		template_set(label, K_LABEL, words_number(arena, ticks[i], decimals));
	}
	pen_set(svg, K_GRID, &grid);
	double years = floor(frame->last) - floor(frame->first);
	double every = ceil(years / (size == CHART_WIDE ? 12 : size == CHART_NARROW ? 6 : 4));
	for (double year = ceil(frame->first); every >= 1 && year <= frame->last + 1e-9; year += every)
		draw_tick(svg, frame, year);
	if (every < 1)
		draw_tick(svg, frame, floor(frame->first));
}

static bool has_signs(const struct chart_lines *chart)
{
	for (size_t i = 0; i < chart->count; i++)
		for (size_t j = 0; j < chart->lines[i].count; j++)
			if (chart->lines[i].points[j].absence != ABSENT_NOT && !isfinite(chart->lines[i].points[j].value))
				return true;
	return false;
}

static void draw_shades(struct template_dict *svg, struct arena *arena, const struct frame *frame)
{
	for (int band = 0; band < 5; band++) {
		struct pen path = { .arena = arena };
		pen_rectangle(&path, frame->left, y_of(frame, 20.0 * (band + 1)), frame->right, y_of(frame, 20.0 * band));
		struct template_dict *shade = template_section(svg, K_CHART_SHADE);
		template_set(shade, K_STYLE, digits_of[band]);
		pen_set(shade, K_PATH, &path);
	}
}

static void draw_back(struct template_dict *back, struct arena *arena, const struct frame *frame, const struct chart_lines *chart,
	const double *ticks, size_t count)
{
	if (chart->banded)
		draw_shades(back, arena, frame);
	draw_axes(back, arena, frame, ticks, count, chart->size);
}

double chart_lines(struct template_dict *dict, enum template_key part, struct arena *arena, const struct chart_lines *chart)
{
	static const struct frame frames[] = {
		[CHART_SPARK] = { .width = 120, .height = 32, .left = 4, .right = 116, .top = 4, .bottom = 28 },
		[CHART_SMALL] = { .width = 250, .height = 130, .left = 34, .right = 232, .top = 10, .bottom = 108 },
		[CHART_WIDE] = { .width = 760, .height = 280, .left = 56, .right = 690, .top = 12, .bottom = 250 },
		[CHART_NARROW] = { .width = 340, .height = 240, .left = 42, .right = 300, .top = 10, .bottom = 212 },
	};
	static const char *const names[] = { [CHART_SPARK] = "spark", [CHART_SMALL] = "small", [CHART_WIDE] = "wide", [CHART_NARROW] = "narrow" };
	struct template_dict *svg = template_include(dict, part, "chart_line.tpl");
	struct frame frame = frames[chart->size];
	struct ends ends = { .count = 0 };
	double ticks[8];

	if (chart->width > 0) {
		frame.right += chart->width - frame.width;
		frame.width = chart->width;
	}
	bool signs = chart->signs || has_signs(chart);
	frame.height += signs ? SIGNS_HEIGHT : 0;
	frame.foot = frame.bottom + (signs ? SIGNS_HEIGHT : 0);
	find_ranges(chart, &frame);
	template_set_coordinate(svg, K_WIDTH, frame.width);
	template_set_coordinate(svg, K_HEIGHT, frame.height);
	template_set(svg, K_SIZE, names[chart->size]);
	template_set(svg, K_CHART_TITLE, chart->title);
	template_set(svg, K_CHART_DESCRIPTION, chart->description);
	if (!isfinite(frame.first))
		return frame.height;
	if (chart->printed)
		template_show(svg, K_PRINTED);
	if (chart->size != CHART_SPARK) {
		/* Where bands stand behind it, the scale has their edges. */
		size_t count = chart->banded ? 6 : chart_ticks(frame.low, frame.high, ticks, chart->size == CHART_SMALL ? 5 : 7);
		for (size_t i = 0; chart->banded && i < count; i++)
			ticks[i] = 20.0 * (double)i;
		if (count > 1) {
			frame.low = ticks[0];
			frame.high = ticks[count - 1];
		}
		frame.left = fmax(frame.left, room_for_labels(arena, ticks, count));
		struct template_dict *back = template_section(svg, chart->back_again ? K_CHART_BACK_AGAIN : K_CHART_BACK);
		if (chart->back != NULL)
			template_set(chart->back_again ? back : template_section(back, K_CHART_SHARED), K_ID, chart->back);
		if (!chart->back_again)
			draw_back(back, arena, &frame, chart, ticks, count);
	}
	for (size_t i = 0; i < chart->count; i++)
		each_run(svg, arena, &frame, &chart->lines[i], true);
	draw_breaks(svg, arena, &frame, chart);
	if (chart->goal != NULL)
		draw_goal(svg, arena, &frame, chart->goal);
	for (size_t i = 0; i < chart->count; i++) {
		each_run(svg, arena, &frame, &chart->lines[i], false);
		if (chart->size == CHART_SPARK)
			draw_spark_dots(svg, arena, &frame, &chart->lines[i]);
		else
			draw_dots(svg, arena, &frame, &chart->lines[i], chart, &ends);
	}
	return frame.height;
}

/* --- the spread --- */

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
	struct pen path = { .arena = arena };
	size_t n = 0;

	for (size_t i = 0; i < chart->count; i++) {
		if (!isfinite(chart->values[i]))
			continue;
		double x = chart_scale(chart->values[i], frame->low, frame->high, frame->left, frame->right);
		if (!chart->tall) {
			pen_dot(&path, x, frame->top);
			continue;
		}
		int row = free_row(xs, rows, n, x);
		xs[n] = x;
		rows[n++] = row;
		struct template_dict *dot = template_section(svg, K_SPREAD_DOT);
		template_set_coordinate(dot, K_X, x);
		template_set_coordinate(dot, K_Y, frame->top - 9.0 * row);
		template_set(dot, K_LABEL, chart->names != NULL ? chart->names[i] : "");
	}
	pen_set(svg, K_DOTS, &path);
}

static void draw_scale(struct template_dict *svg, struct arena *arena, const struct frame *frame, const double *ticks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct template_dict *tick = template_section(svg, K_SPREAD_TICK);
		double step = ticks[1] - ticks[0];
		template_set_coordinate(tick, K_X, chart_scale(ticks[i], frame->low, frame->high, frame->left, frame->right));
		template_set_coordinate(tick, K_Y1, frame->bottom);
		template_set_coordinate(tick, K_Y2, frame->bottom + 5);
		template_set_coordinate(tick, K_Y_TEXT, frame->bottom + 19);
		template_set(tick, K_LABEL, words_number(arena, ticks[i], step >= 1 ? 0 : (int)ceil(-log10(step) - 1e-9)));
	}
}

/* Where a quarter, the half and three quarters of the axis are. */
static void draw_quarters(struct template_dict *svg, struct arena *arena, const struct frame *frame)
{
	struct pen path = { .arena = arena };

	for (int i = 0; i <= 4; i++) {
		pen(&path, 'M', chart_scale(i, 0, 4, frame->left, frame->right), 2);
		pen(&path, 'V', 0, frame->height - 2);
	}
	pen_set(template_section(svg, K_SPREAD_QUARTERS), K_PATH, &path);
}

static void draw_before(struct template_dict *svg, struct arena *arena, const struct frame *frame, const struct chart_spread *chart)
{
	struct template_dict *before = template_section(svg, K_SPREAD_BEFORE);
	struct pen path = { .arena = arena };
	double x = chart_scale(*chart->before, frame->low, frame->high, frame->left, frame->right);

	template_set_coordinate(before, K_X, x);
	template_set_coordinate(before, K_Y, frame->top);
	if (chart->count > 0 && isfinite(chart->values[0])) {
		pen(&path, 'M', x, frame->top);
		pen(&path, 'H', chart_scale(chart->values[0], frame->low, frame->high, frame->left, frame->right), 0);
	}
	pen_set(before, K_PATH, &path);
}

void chart_spread(struct template_dict *dict, enum template_key part, struct arena *arena, const struct chart_spread *chart)
{
	struct template_dict *svg = template_include(dict, part, "chart_spread.tpl");
	struct frame frame = { .width = 150, .height = 28, .left = 6, .right = 144, .top = 14, .bottom = 14, .low = chart->low, .high = chart->high };
	struct pen axis = { .arena = arena }, range = { .arena = arena }, box = { .arena = arena }, median = { .arena = arena };
	double ticks[8], half = chart->tall ? 11 : 6;
	size_t count = 0;

	if (chart->broad)
		frame = (struct frame){ .width = 300, .height = 32, .left = 8, .right = 292, .top = 16, .bottom = 16, .low = chart->low, .high = chart->high };
	if (chart->tall) {
		frame = (struct frame){ .width = 640, .height = 96, .left = 30, .right = 610, .top = 44, .bottom = 66, .low = chart->low, .high = chart->high };
		count = chart_ticks(chart->low, chart->high, ticks, 6);
		if (count > 1) {
			frame.low = ticks[0];
			frame.high = ticks[count - 1];
		}
	}
#define X(value) chart_scale(value, frame.low, frame.high, frame.left, frame.right)
	pen(&axis, 'M', frame.left, frame.bottom);
	pen(&axis, 'H', frame.right, 0);
	if (isfinite(chart->min) && isfinite(chart->max)) {
		pen(&range, 'M', X(chart->min), frame.top);
		pen(&range, 'H', X(chart->max), 0);
	}
	if (isfinite(chart->q1) && isfinite(chart->q3)) {
		pen(&box, 'M', X(chart->q1), frame.top - half);
		pen(&box, 'H', X(chart->q3), 0);
		pen(&box, 'V', 0, frame.top + half);
		pen(&box, 'H', X(chart->q1), 0);
		pen_close(&box);
	}
	if (isfinite(chart->median)) {
		pen(&median, 'M', X(chart->median), frame.top - half - 3);
		pen(&median, 'V', 0, frame.top + half + 3);
	}
#undef X
	template_set_coordinate(svg, K_WIDTH, frame.width);
	template_set_coordinate(svg, K_HEIGHT, frame.height);
	template_set(svg, K_SIZE, chart->tall ? "tall" : chart->broad ? "broad" : "row");
	template_set(svg, K_CHART_TITLE, chart->title);
	template_set(svg, K_CHART_DESCRIPTION, chart->description);
	if (chart->printed)
		template_show(svg, K_PRINTED);
	pen_set(svg, K_AXIS, &axis);
	pen_set(svg, K_RANGE, &range);
	pen_set(svg, K_BOX, &box);
	pen_set(svg, K_MEDIAN, &median);
	if (chart->broad)
		draw_quarters(svg, arena, &frame);
	if (chart->before != NULL && isfinite(*chart->before))
		draw_before(svg, arena, &frame, chart);
	draw_scale(svg, arena, &frame, ticks, count);
	draw_spread_dots(svg, arena, &frame, chart);
}
