/* chart_grid: see chart_grid.h. */
#include "cgi/dashboard/chart_grid.h"

#include <math.h>

#include "cgi/dashboard/words.h"

#define LABEL_SIZE 13.0
#define HEAD_SIZE 12.0
#define CELL_LEAST 36.0
#define LINE_HEIGHT 15.0
#define GAP 2.0
#define BAR 4.0

struct grid_frame grid_frame(const struct chart_grid *chart, double width)
{
	struct grid_frame frame = { .width = fmax(width, 240), .top = 22, .row_height = 36 };
	size_t columns = chart->column_count > 0 ? chart->column_count : 1;
	double label = 40;

	for (size_t i = 0; i < chart->row_count; i++)
		label = fmax(label, canvas_width(chart->rows[i], LABEL_SIZE) + 12);
	frame.label_width = fmin(label, frame.width * .38);
	frame.cell_width = (frame.width - frame.label_width) / (double)columns;
	frame.above = frame.cell_width < CELL_LEAST || (label > frame.label_width && frame.width < 520);
	if (frame.above) {
		frame.label_width = 0;
		frame.cell_width = frame.width / (double)columns;
		frame.row_height = 56;
	}
	frame.left = frame.label_width;
	for (size_t i = 0; i < chart->column_count; i++)
		frame.coded = frame.coded || canvas_width(chart->columns[i].title, HEAD_SIZE) > frame.cell_width - 4;
	frame.height = frame.top + frame.row_height * (double)chart->row_count + 2;
	return frame;
}

static void draw_cell(struct canvas *canvas, const struct grid_frame *frame, const struct chart_cell *cell, double x, double y, const char *tip)
{
	static const char *const classes[] = { "shade-0", "shade-1", "shade-2", "shade-3", "shade-4" };
	struct pen box = { .arena = canvas->arena }, bar = { .arena = canvas->arena };
	double right = x + frame->cell_width - GAP, bottom = y + 36 - GAP;
	int band = words_band(cell->score);

	pen_rectangle(&box, x, y, right, bottom);
	canvas_shape(canvas, band < 0 ? "shade-none" : classes[band], &box, tip);
	if (band < 0) {
		pen_absence(&bar, cell->absence, (x + right) / 2, (y + bottom) / 2);
		canvas_shape(canvas, "absent", &bar, tip);
		return;
	}
	pen_rectangle(&bar, x, bottom - BAR, x + (right - x) * (double)(band + 1) / 5, bottom);
	canvas_shape(canvas, "bars", &bar, NULL);
	canvas_text(canvas, "score", (x + right) / 2, y + 20, CANVAS_MIDDLE, cell->text);
}

double chart_grid(struct template_dict *dict, enum template_key part, struct arena *arena, const struct chart_grid *chart, double width)
{
	struct grid_frame frame = grid_frame(chart, width);
	struct canvas canvas = canvas_open(dict, part, arena, chart->title, chart->description, frame.width);

	for (size_t i = 0; i < chart->column_count; i++)
		canvas_text(&canvas, "head", frame.left + frame.cell_width * ((double)i + .5) - GAP / 2, 14, CANVAS_MIDDLE, frame.coded ?
			canvas_fit(arena, chart->columns[i].code, HEAD_SIZE, frame.cell_width) : chart->columns[i].title);
	for (size_t row = 0; row < chart->row_count; row++) {
		double y = frame.top + frame.row_height * (double)row;
		const char *lines[2];
		size_t n = canvas_wrap(arena, chart->rows[row], LABEL_SIZE, frame.above ? frame.width : frame.label_width - 10, lines, frame.above ? 1 : 2);
		for (size_t i = 0; i < n; i++)
			canvas_text(&canvas, "label", 0, frame.above ? y + 12 : y + 21 + LINE_HEIGHT * ((double)i - (double)(n - 1) / 2), CANVAS_START, lines[i]);
		for (size_t i = 0; i < chart->column_count; i++) {
			const struct chart_cell *cell = &chart->cells[row * chart->column_count + i];
			draw_cell(&canvas, &frame, cell, frame.left + frame.cell_width * (double)i, frame.above ? y + 16 : y,
				arena_printf(arena, "%s, %s: %s", chart->columns[i].title, chart->rows[row], cell->text));
		}
	}
	canvas_close(&canvas, frame.height);
	return frame.height;
}
