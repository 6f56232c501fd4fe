/*
 * pen: the text of an SVG path, in tenths of a pixel. Told where to go, it writes by how far: steps from point to point are short, alike in
 * many drawings, and compress well; they are taken between rounded points, so that none drifts. It writes digits itself: printf of doubles
 * would be half the cost of a page, and know of a decimal comma. A pen begins as { .arena = arena }; what it wrote lives in that arena.
 */
#ifndef CGI_DASHBOARD_PEN_H
#define CGI_DASHBOARD_PEN_H

#include "cgi/web/template.h"
#include "indicators/base/arena.h"

struct pen {
	struct arena *arena;
	char *text;
	size_t used, size;
	long x, y;             /* where it is, and where its line began, in tenths */
	long begin_x, begin_y;
};

/* M begins a line at x, y; L, H and V go on to there: of H and V the coordinate that is not used is not looked at. */
void pen(struct pen *pen, char command, double x, double y);

/* Back to where the line began. */
void pen_close(struct pen *pen);

/* A dot, where the line has round ends. */
void pen_dot(struct pen *pen, double x, double y);

void pen_rectangle(struct pen *pen, double left, double top, double right, double bottom);

/*
 * A sign around a point, to be filled: 0 circle, 1 square, 2 triangle, 3 diamond, 4 triangle that points down, 5 plus, 6 a bar, 7 a star
 * of four points; each about as large as a circle of that radius. Other numbers begin anew.
 */
void pen_sign(struct pen *pen, int sign, double x, double y, double radius);

/* Why there is no value, as a sign to be drawn with a line of even width around a point: never filled, so that it is no dot. */
enum absence { ABSENT_NOT, ABSENT_SUPPRESSED, ABSENT_NOT_AVAILABLE, ABSENT_NOT_APPLICABLE, ABSENT_UNKNOWN, ABSENCES };
void pen_absence(struct pen *pen, enum absence absence, double x, double y);

/* What it wrote, never NULL. */
const char *pen_text(const struct pen *pen);
void pen_set(struct template_dict *dict, enum template_key key, const struct pen *pen);

#endif
