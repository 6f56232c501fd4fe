/* pen: see pen.h. */
#include "cgi/dashboard/pen.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#define PEN_STEP 40 /* room for one command with two coordinates */

/* "-.5" of -5: what SVG needs of a number. */
static char *pen_number(char *out, long tenths)
{
	unsigned long rest = (unsigned long)(tenths < 0 ? -tenths : tenths);
	char digits[24];
	size_t n = 0;

	if (tenths < 0)
		*out++ = '-';
	bool fraction = rest % 10 != 0;
	if (fraction) {
		digits[n++] = (char)('0' + rest % 10);
		digits[n++] = '.';
	}
	for (rest /= 10; (rest > 0 || n == 0) && n < sizeof digits; rest /= 10)
		digits[n++] = (char)('0' + rest % 10);
	while (n > 0)
		*out++ = digits[--n];
	return out;
}

/* A minus sign parts two numbers as well as a comma does. */
static char *pen_pair(char *out, long x, long y)
{
	out = pen_number(out, x);
	if (y >= 0)
		*out++ = ',';
	return pen_number(out, y);
}

static long tenths_of(double value)
{
	return lround(value * 10);
}

static char *pen_room(struct pen *pen)
{
	if (pen->used + PEN_STEP > pen->size) {
		size_t size = pen->size == 0 ? 256 : 2 * pen->size;
		char *larger = arena_alloc(pen->arena, size);
		if (pen->used > 0)
			memcpy(larger, pen->text, pen->used);
		pen->text = larger;
		pen->size = size;
	}
	return pen->text + pen->used;
}

static void pen_end(struct pen *pen, char *out)
{
	*out = '\0';
	pen->used = (size_t)(out - pen->text);
}

void pen(struct pen *pen, char command, double x, double y)
{
	char *out = pen_room(pen);
	long to_x = command == 'V' ? pen->x : tenths_of(x), to_y = command == 'H' ? pen->y : tenths_of(y);
	long by_x = to_x - pen->x, by_y = to_y - pen->y;

	if (command == 'M') {
		*out++ = 'M';
		out = pen_pair(out, to_x, to_y);
		pen->begin_x = to_x;
		pen->begin_y = to_y;
	} else if (by_y == 0) {
		*out++ = 'h';
		out = pen_number(out, by_x);
	} else if (by_x == 0) {
		*out++ = 'v';
		out = pen_number(out, by_y);
	} else {
		*out++ = 'l';
		out = pen_pair(out, by_x, by_y);
	}
	pen->x = to_x;
	pen->y = to_y;
	pen_end(pen, out);
}

static void pen_put(struct pen *pen, const char *text)
{
	char *out = pen_room(pen);

	while (*text != '\0')
		*out++ = *text++;
	pen_end(pen, out);
}

void pen_close(struct pen *pen)
{
	pen_put(pen, "z");
	pen->x = pen->begin_x;
	pen->y = pen->begin_y;
}

void pen_dot(struct pen *path, double x, double y)
{
	pen(path, 'M', x, y);
	pen_put(path, "h0");
}

void pen_rectangle(struct pen *path, double left, double top, double right, double bottom)
{
	pen(path, 'M', left, top);
	pen(path, 'H', right, 0);
	pen(path, 'V', 0, bottom);
	pen(path, 'H', left, 0);
	pen_close(path);
}

/* Two half circles: "M left,y a r,r 0 1 0 2r,0 a r,r 0 1 0 -2r,0 z". */
static void circle(struct pen *path, double x, double y, double radius)
{
	pen(path, 'M', x - radius, y);
	for (int half = 0; half < 2; half++) {
		char *out = pen_room(path);
		*out++ = 'a';
		out = pen_pair(out, tenths_of(radius), tenths_of(radius));
		pen_end(path, out);
		pen_put(path, " 0 1 0 ");
		out = pen_room(path);
		pen_end(path, pen_pair(out, tenths_of(half == 0 ? 2 * radius : -2 * radius), 0));
	}
	pen_close(path);
}

static double rounded(double value)
{
	return (double)tenths_of(value) / 10;
}

void pen_sign(struct pen *path, int sign, double x, double y, double radius)
{
	/* Corners in units of the radius; each sign has about the same area as the circle. */
	static const struct { int count; double at[12][2]; } shapes[] = {
		{ .count = 0 },
		{ 4, { { -.88, -.88 }, { .88, -.88 }, { .88, .88 }, { -.88, .88 } } },
		{ 3, { { 0, -1.3 }, { 1.2, .9 }, { -1.2, .9 } } },
		{ 4, { { 0, -1.3 }, { 1.3, 0 }, { 0, 1.3 }, { -1.3, 0 } } },
		{ 3, { { 0, 1.3 }, { 1.2, -.9 }, { -1.2, -.9 } } },
		{ 12, { { -.4, -1.25 }, { .4, -1.25 }, { .4, -.4 }, { 1.25, -.4 }, { 1.25, .4 }, { .4, .4 }, { .4, 1.25 }, { -.4, 1.25 }, { -.4, .4 },
			{ -1.25, .4 }, { -1.25, -.4 }, { -.4, -.4 } } },
		{ 4, { { -1.3, -.5 }, { 1.3, -.5 }, { 1.3, .5 }, { -1.3, .5 } } },
		{ 8, { { 0, -1.5 }, { .45, -.45 }, { 1.5, 0 }, { .45, .45 }, { 0, 1.5 }, { -.45, .45 }, { -1.5, 0 }, { -.45, -.45 } } },
	};
	unsigned which = (unsigned)sign % (sizeof shapes / sizeof *shapes);

	if (shapes[which].count == 0) {
		circle(path, x, y, radius);
		return;
	}
	/* Of a point in whole tenths: so the steps from corner to corner are the same wherever it is, and compress to almost nothing. */
	x = rounded(x);
	y = rounded(y);
	for (int i = 0; i < shapes[which].count; i++)
		pen(path, i == 0 ? 'M' : 'L', x + rounded(radius * shapes[which].at[i][0]), y + rounded(radius * shapes[which].at[i][1]));
	pen_close(path);
}

void pen_absence(struct pen *path, enum absence absence, double x, double y)
{
	const double r = 4.5;

	switch (absence) {
	case ABSENT_SUPPRESSED: /* a hatched box: something is in it */
		pen_rectangle(path, x - r, y - r, x + r, y + r);
		pen(path, 'M', x - r, y);
		pen(path, 'L', x, y - r);
		pen(path, 'M', x - r, y + r);
		pen(path, 'L', x + r, y - r);
		pen(path, 'M', x, y + r);
		pen(path, 'L', x + r, y);
		break;
	case ABSENT_NOT_AVAILABLE: /* a cross */
		pen(path, 'M', x - r, y - r);
		pen(path, 'L', x + r, y + r);
		pen(path, 'M', x - r, y + r);
		pen(path, 'L', x + r, y - r);
		break;
	case ABSENT_NOT_APPLICABLE: /* two strokes */
		pen(path, 'M', x - r, y - 2);
		pen(path, 'H', x + r, 0);
		pen(path, 'M', x - r, y + 2);
		pen(path, 'H', x + r, 0);
		break;
	case ABSENT_UNKNOWN: /* an empty box with open corners */
		pen(path, 'M', x - 2, y - r);
		pen(path, 'H', x + 2, 0);
		pen(path, 'M', x - 2, y + r);
		pen(path, 'H', x + 2, 0);
		pen(path, 'M', x - r, y - 2);
		pen(path, 'V', 0, y + 2);
		pen(path, 'M', x + r, y - 2);
		pen(path, 'V', 0, y + 2);
		break;
	case ABSENT_NOT:
	case ABSENCES:
		break;
	}
}

const char *pen_text(const struct pen *pen)
{
	return pen->used > 0 ? pen->text : "";
}

void pen_set(struct template_dict *dict, enum template_key key, const struct pen *pen)
{
	template_set(dict, key, pen_text(pen));
}
