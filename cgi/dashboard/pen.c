/* pen: see pen.h. */
#include "cgi/dashboard/pen.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#define PEN_STEP 40 /* room for one command with two coordinates */

static char *pen_tenths(char *out, double value)
{
	long tenths = lround(value * 10);
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
	rest /= 10;
	do {
		digits[n++] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0 && n < sizeof digits);
	while (n > 0)
		*out++ = digits[--n];
	return out;
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

void pen(struct pen *pen, char command, double x, double y)
{
	char *out = pen_room(pen);

	*out++ = command;
	if (command != 'V')
		out = pen_tenths(out, x);
	if (command != 'V' && command != 'H')
		*out++ = ',';
	if (command != 'H')
		out = pen_tenths(out, y);
	*out = '\0';
	pen->used = (size_t)(out - pen->text);
}

void pen_close(struct pen *pen, const char *text)
{
	char *out = pen_room(pen);

	while (*text != '\0')
		*out++ = *text++;
	*out = '\0';
	pen->used = (size_t)(out - pen->text);
}

void pen_rectangle(struct pen *path, double left, double top, double right, double bottom)
{
	pen(path, 'M', left, top);
	pen(path, 'H', right, 0);
	pen(path, 'V', 0, bottom);
	pen(path, 'H', left, 0);
	pen_close(path, "Z");
}

/* Two half circles: "M left,y a r,r 0 1,0 2r,0 a r,r 0 1,0 -2r,0 Z". */
static void circle(struct pen *path, double x, double y, double radius)
{
	pen(path, 'M', x - radius, y);
	for (int half = 0; half < 2; half++) {
		pen(path, 'a', radius, radius);
		pen(path, ' ', 0, 1);
		pen(path, ',', 0, half == 0 ? 2 * radius : -2 * radius);
		pen_close(path, ",0");
	}
	pen_close(path, "Z");
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
	for (int i = 0; i < shapes[which].count; i++)
		pen(path, i == 0 ? 'M' : 'L', x + radius * shapes[which].at[i][0], y + radius * shapes[which].at[i][1]);
	pen_close(path, "Z");
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
