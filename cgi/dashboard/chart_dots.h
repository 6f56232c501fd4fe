/*
 * chart_dots: a row for each thing, its name beside it, a dot where its value is on the shared scale, and the region's spread: for all
 * rows (governments in one period) or in each row (domains of one government). Values that coincide stay legible, since
 * each has its row. What has no value has a sign and words beside the scale, never a place on it.
 */
#ifndef CGI_DASHBOARD_CHART_DOTS_H
#define CGI_DASHBOARD_CHART_DOTS_H

#include <stdbool.h>

#include "cgi/dashboard/canvas.h"

/* NaN where there is none; without quartiles no box is drawn. */
struct chart_range {
	double min, q1, median, q3, max;
};

struct chart_row {
	const char *label;         /* the whole name; shortened where it has to be */
	double value;              /* NaN: none, `absence` says why */
	enum absence absence;
	bool carried;              /* carried forward from an earlier period: a ring */
	const char *text;          /* beside the row: the value, or why there is none */
	const char *tip;           /* what a pointer shows; NULL: label and text */
	struct chart_range region; /* of this row; all NaN where the chart has one for all */
};

struct chart_dots {
	const char *title, *description;
	double low, high;          /* of the scale */
	bool banded;               /* the bands of scores behind it */
	const struct chart_row *rows;
	size_t count;
	const char *region_label;  /* "Region": the first row is the region's spread; NULL: none */
	const char *region_text;
	struct chart_range region;
};

/* Includes the drawing at `part`, `width` pixels wide (240 at least); returns its height. */
double chart_dots(struct template_dict *dict, enum template_key part, struct arena *arena, const struct chart_dots *chart, double width);

/* --- the geometry, for tests --- */

struct dots_frame {
	double width, height;
	double left, right;        /* the scale's ends */
	double top, bottom;        /* of the plot: first row's upper edge, last row's lower one */
	double row_height;         /* of the rows; the region's own row is as high as they are */
	double label_width;
	bool above;                /* names stand above their rows, and why there is no value beside them: there is no room at the sides */
	size_t label_lines;
	double text_left;          /* where values are written */
	size_t band_lines;         /* of the bands' names above the plot; 0: they have no room */
};
struct dots_frame dots_frame(const struct chart_dots *chart, double width);

/* The middle of a row; the region's row comes first. */
double dots_row_y(const struct dots_frame *frame, size_t row);

#endif
