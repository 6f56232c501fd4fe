/*
 * figure_file: a figure as a file that stands alone: title, drawing, what its signs mean, source, audience and run, with its style in it. No
 * script, no link, nothing to be loaded. Valid XML, whatever the texts hold.
 */
#ifndef CGI_DASHBOARD_FIGURE_FILE_H
#define CGI_DASHBOARD_FIGURE_FILE_H

#include "cgi/dashboard/figure_kind.h"
#include "cgi/dashboard/figure_style.h"

#define FIGURE_WIDTH 720
#define FIGURE_WIDTH_LEAST 320
#define FIGURE_WIDTH_MOST 1200

/* Which run of which audience a figure is of, in words. */
struct figure_credit {
	const char *run, *audience, *made_at;
};
MUST_USE enum err figure_credit(struct request *request, struct figure_credit *credit, struct error *error);

/* The SVG, appended to `out`; *policy is the Content-Security-Policy under which exactly its own style works, in the request's arena. */
MUST_USE enum err figure_svg(struct request *request, const struct figure *figure, enum figure_theme theme, double width, struct buffer *out,
	const char **policy, struct error *error);

/* Replaces what no XML document may hold (controls, U+FFFE, U+FFFF) by U+FFFD or blanks, in place; the length stays. */
void figure_clean(char *text, size_t length);

/*
 * Draws an SVG of ours as PNG, twice as large as it says, appended to `out`. It can load nothing from outside. ERR_TOO_LARGE beyond
 * FIGURE_PIXELS_MOST pixels.
 */
#define FIGURE_PIXELS_MOST (12.0 * 1000 * 1000)
MUST_USE enum err figure_png(const char *svg, size_t length, struct buffer *out, struct error *error);

#endif
