/*
 * chart: turns figures into coordinates for the chart templates. It knows no markup: chart_line.tpl and chart_spread.tpl
 * draw, from numbers that are computed here.
 *
 * A missing value is a gap, never a zero: a line is never drawn across it. A break in series (another definition) ends
 * a line too, and is drawn itself. Every chart has a title and a description in words, and each page has the same figures
 * in a table.
 */
#ifndef CGI_DASHBOARD_CHART_H
#define CGI_DASHBOARD_CHART_H

#include <stdbool.h>
#include <stddef.h>

#include "cgi/dashboard/pen.h"
#include "cgi/web/template.h"
#include "indicators/base/arena.h"

struct chart_point {
	double at;             /* when: 2018, or 2018.5 for the second half of 2018 */
	double value;          /* NaN: no value, a gap */
	double low, high;      /* the region's spread at that time, where the chart shows one; NaN: none */
	bool breaks;           /* a break in series lies before this point */
	bool gap;              /* something is missing between the point before and this one */
	bool carried;          /* carried forward from an earlier time: a ring */
	enum absence absence;  /* of a point without value: its sign stands below the scale, never at zero. Only where a chart has one line */
	const char *when;      /* "2018" */
	const char *text;      /* "72": what a pointer shows */
};

struct chart_line {
	const struct chart_point *points;   /* in order of time */
	size_t count;
	int style;             /* 0 to 7: the class "line-N" of its line, dots of another shape; -1: the quiet style of the region */
	const char *label;     /* written at its end; "" for none */
};

enum chart_size {
	CHART_SPARK,           /* within a table row: no axes */
	CHART_SMALL,           /* one of many beside each other */
	CHART_WIDE,            /* on its own */
	CHART_NARROW           /* the same on a telephone */
};

/* A value to be reached: a line across the chart, and a mark in its year. */
struct chart_goal {
	double value, when;
	const char *text;      /* what a pointer shows */
};

struct chart_lines {
	enum chart_size size;
	const char *title;
	const char *description;
	double low, high;      /* of the value axis; equal: found from the values */
	double first, last;    /* of the time axis; equal: found from the points */
	bool one_break_set;    /* breaks of the first line stand for all lines */
	bool banded;           /* the bands of scores behind it: the scale is 0 to 100 */
	bool signs;            /* keeps room for the signs of absence, also where this chart has none: its neighbours have */
	bool quiet;            /* dots at a line's end and where none connects them: the values stand elsewhere, and a page with many stays light */
	double width;          /* 0: the usual one of the size */
	const char *back;      /* an id: shades, grid and ticks can be drawn again by that name; NULL: they are this chart's alone */
	bool back_again;       /* those of the chart with that id, which stands before this one, has the same frame and is in the same page */
	bool printed;          /* there will be no style sheet: colours and faces stand in the drawing itself */
	const struct chart_goal *goal; /* or NULL */
	const struct chart_line *lines;
	size_t count;
};

/* Includes chart_line.tpl at `part`; returns the height of the drawing. */
double chart_lines(struct template_dict *dict, enum template_key part, struct arena *arena, const struct chart_lines *chart);

struct chart_spread {
	const char *title;
	const char *description;
	double low, high;                /* of the axis */
	double min, q1, median, q3, max; /* NaN where there is none */
	const double *values;            /* one dot each; NaN is left out */
	const char *const *names;        /* what a pointer shows, as many; may be NULL */
	size_t count;
	bool tall;                       /* with an axis: on its own; else within a table row */
	bool printed;                    /* as that of lines */
	bool broad;                      /* in a row with more room: quarters of the axis are marked */
	const double *before;            /* a value of the period before: a ring, and the way from there to the first dot; or NULL */
};

/* Includes chart_spread.tpl at `part`. */
void chart_spread(struct template_dict *dict, enum template_key part, struct arena *arena, const struct chart_spread *chart);

/* --- the geometry, for tests --- */

/* Where `value` of low…high lies between the pixels from and to. A range of nothing is the middle. */
double chart_scale(double value, double low, double high, double from, double to);

/* At most `most` round numbers (1, 2 or 5 times a power of ten apart) that cover low…high; returns how many. */
size_t chart_ticks(double low, double high, double *ticks, size_t most);

/* A reporting period as a time: 2025, 2025-S2 (2025.5), 2025-Q3 (2025.5), 2025-07 (2025.5). NaN for anything else. */
double chart_time(const char *period);

#endif
