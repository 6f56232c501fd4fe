/*
 * figure_kind: a figure as its loader fills it, for those that draw it: in a page (figure.c), as a file (figure_file.c), to be embedded
 * (page_embed.c). All texts and lists live in the request's arena.
 */
#ifndef CGI_DASHBOARD_FIGURE_KIND_H
#define CGI_DASHBOARD_FIGURE_KIND_H

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/chart_dots.h"
#include "cgi/dashboard/chart_grid.h"
#include "cgi/dashboard/figure.h"

struct figure;

enum figure_form { FIGURE_DOTS, FIGURE_LINES, FIGURE_PANELS, FIGURE_GRID };

/* One of many small charts beside each other. */
struct figure_panel {
	const char *title;
	const char *description;
	const struct chart_line *lines;
	size_t count;              /* 0: nothing to draw */
};

/* Whether a panel shows something: a value, or why there is none. What nobody sees in any period is no picture but a word. */
bool figure_panel_drawn(const struct figure_panel *panel);

/* The others in a sentence, "No data: Kazakhstan, Tajikistan."; "" where all are drawn. */
const char *figure_panels_without(struct arena *arena, const struct figure *figure);

/* The same figures as a table: the first column names the row. */
struct figure_table {
	const char **heads;
	size_t columns;
	const char **cells;        /* by row, `columns` each */
	size_t rows;
	bool numbers;              /* all but the first column are figures, aligned to the right */
};

/* Signs and lines that a reader may not know, told below the chart. */
enum figure_note { NOTE_BREAK = 1, NOTE_BANDS = 2, NOTE_SPREAD = 4, NOTE_MEDIAN = 8, NOTE_AREA = 16, NOTE_GAP = 32, NOTE_BARS = 64,
	NOTE_CARRIED = 128, NOTE_GOAL = 256 };
#define NOTE_LAST NOTE_GOAL

struct figure {
	/* What cannot be shown: a sentence, the parameter that is wrong (a name of figure_ref), and what there is instead. */
	const char *refused;
	const char *field;
	struct names choices;

	struct figure_ref ref;     /* as found: with the period, participant, dims that are shown */
	const char *title;         /* whole */
	const char *subtitle;      /* "Score 0–100, 2022" */
	const char *description;   /* what the chart shows, in words */
	const char *source;
	const char *page;          /* the page it belongs to, after "/{framework}/": "indicators/SPAR02?period=2022" */
	const char *data;          /* its figures as CSV, in the same way */

	enum figure_form form;
	struct chart_dots dots;
	struct chart_grid grid;
	struct chart_lines lines;  /* FIGURE_LINES; of FIGURE_PANELS all but title, description, lines */
	struct figure_panel *panels;
	size_t panel_count;

	bool absent[ABSENCES];     /* the signs that it has */
	const struct names *line_names; /* of the codes at the ends of its lines; NULL: one line, or they need none */
	unsigned notes;
	struct figure_table table;
};

typedef enum err figure_loader(struct request *request, const struct framework *framework, struct figure *figure, struct error *error);

struct figure_kind {
	const char *name;
	const char *title;         /* what it shows: N_("…") */
	figure_loader *load;
	unsigned takes;            /* which parameters it heeds */
};
enum { TAKES_PERIOD = 1, TAKES_PARTICIPANT = 2, TAKES_DIMS = 4 };

/* Ends with a NULL name. */
extern const struct figure_kind figure_kinds[];
const struct figure_kind *figure_kind_find(const char *name);

/* Loads figure->ref. Where there is no such thing, figure->refused says so, and nothing else is filled. */
MUST_USE enum err figure_load(struct request *request, const struct framework *framework, const struct figure_ref *ref, struct figure *figure,
	struct error *error);

/* The drawing at `part`, as wide as that; returns its height. FIGURE_PANELS: all panels in one drawing. */
double figure_draw(struct request *request, struct template_dict *dict, enum template_key part, const struct figure *figure, double width);

/* Words for a sign and a note, in the reader's language. */
const char *figure_absence_text(enum absence absence);
const char *figure_note_text(enum figure_note note);

/* A piece of a line with its dot, KEY_WIDTH wide: K_STYLE, K_PATH and K_DOTS of a section. */
#define KEY_WIDTH 26.0
void figure_line_key(struct arena *arena, struct template_dict *dict, int style, double x, double y);

/* The whole figure for a page, without links: drawings for wide and narrow screens, and what its signs mean (figure.tpl). */
struct template_dict *figure_put(struct request *request, struct template_dict *dict, enum template_key part, const struct figure *figure);

/* --- for loaders --- */

void figure_refuse(struct figure *figure, const char *field, const char *sentence, struct names choices);

/* A table of that size, to be filled. */
void figure_table_begin(struct request *request, struct figure *figure, size_t columns, size_t rows, bool numbers);
void figure_table_set(struct figure *figure, size_t row, size_t column, const char *text);

/* What an answer of that status means where there is no value; NULL status: this audience sees none. */
enum absence figure_absence(const char *status, bool suppressed);

figure_loader figure_indicator, figure_trend, figure_domain, figure_bands, figure_country, figure_official;

/* A line in words: its first value and its last, each with its time. `none` where it has no value. */
const char *figure_tell(struct arena *arena, const struct chart_point *points, size_t count, const char *none);

#endif
