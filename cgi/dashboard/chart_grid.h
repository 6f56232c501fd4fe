/*
 * chart_grid: scores of many things by governments, as a table of cells: the band as a colour, as a bar below the number that is longer in a
 * higher band, and the number itself. What has no score has a sign instead.
 */
#ifndef CGI_DASHBOARD_CHART_GRID_H
#define CGI_DASHBOARD_CHART_GRID_H

#include "cgi/dashboard/canvas.h"
#include "cgi/dashboard/dashboard.h"

struct chart_cell {
	double score;              /* NaN: none */
	enum absence absence;
	const char *text;          /* the number, or why there is none */
};

struct chart_grid {
	const char *title, *description;
	const struct name *columns;    /* the code where the titles have no room */
	size_t column_count;
	const char *const *rows;
	size_t row_count;
	const struct chart_cell *cells; /* by row, then column */
};

double chart_grid(struct template_dict *dict, enum template_key part, struct arena *arena, const struct chart_grid *chart, double width);

/* --- the geometry, for tests --- */

struct grid_frame {
	double width, height, left, top, cell_width, row_height, label_width;
	bool above;                /* labels stand above their rows */
	bool coded;                /* columns have their codes for titles */
};
struct grid_frame grid_frame(const struct chart_grid *chart, double width);

#endif
