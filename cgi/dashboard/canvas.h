/*
 * canvas: one SVG drawing of shapes and words, in the order in which they are put (canvas.tpl). Charts know classes and
 * coordinates; colours, faces and lines are the style sheet's. And how wide a text is, which nobody knows before it is drawn: an estimate
 * for PT Sans and the faces of systems, rather too wide than too narrow.
 */
#ifndef CGI_DASHBOARD_CANVAS_H
#define CGI_DASHBOARD_CANVAS_H

#include "cgi/dashboard/pen.h"
#include "indicators/base/arena.h"

struct canvas {
	struct template_dict *svg;
	struct arena *arena;
};

enum canvas_anchor { CANVAS_START, CANVAS_MIDDLE, CANVAS_END };

/* Includes canvas.tpl at `part`; the height is said at the end. */
struct canvas canvas_open(struct template_dict *dict, enum template_key part, struct arena *arena, const char *title, const char *description,
	double width);
void canvas_close(struct canvas *canvas, double height);

/* `tip`: what a pointer shows, or NULL. A path of nothing is left out. */
void canvas_shape(struct canvas *canvas, const char *class, const struct pen *path, const char *tip);
void canvas_text(struct canvas *canvas, const char *class, double x, double y, enum canvas_anchor anchor, const char *text);

/* A place for another template of a drawing, to be included at K_PANEL_CHART of the result. */
struct template_dict *canvas_panel(struct canvas *canvas, double x, double y);

/* Pixels that a text takes at that size. */
double canvas_width(const char *text, double size);

/*
 * Breaks a text at its blanks into at most `most` lines of that width; what does not fit ends with "…". A word that is wider than a line is
 * cut. Returns how many lines there are; they live in the arena.
 */
size_t canvas_wrap(struct arena *arena, const char *text, double size, double width, const char **lines, size_t most);

/* One line of it. */
const char *canvas_fit(struct arena *arena, const char *text, double size, double width);

#endif
