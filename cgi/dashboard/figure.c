/* figure: the registry, and how a figure is drawn, in a page and on its own; see figure.h and figure_kind.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/figure_kind.h"
#include "indicators/base/i18n.h"

const struct figure_kind figure_kinds[] = {
	{ "indicator", N_("all governments in one period, against the region’s spread"), figure_indicator, TAKES_PERIOD },
	{ "trend", N_("answers of each government through time"), figure_trend, TAKES_PARTICIPANT },
	{ "domain", N_("scores of a domain through time"), figure_domain, TAKES_PARTICIPANT },
	{ "bands", N_("domains by governments"), figure_bands, TAKES_PERIOD },
	{ "country", N_("domains of one government, against the region’s spread"), figure_country, TAKES_PERIOD },
	{ "official", N_("an official series"), figure_official, TAKES_DIMS },
	{ .name = NULL },
};

const struct figure_kind *figure_kind_find(const char *name)
{
	for (const struct figure_kind *kind = figure_kinds; kind->name != NULL; kind++)
		if (strcmp(kind->name, name) == 0)
			return kind;
	return NULL;
}

enum err figure_load(struct request *request, const struct framework *framework, const struct figure_ref *ref, struct figure *figure,
	struct error *error)
{
	const struct figure_kind *kind = figure_kind_find(ref->kind);

	*figure = (struct figure){ .ref = *ref };
	if (kind == NULL)
		return error_set(error, ERR_INTERNAL, "There is no kind of chart %s.", ref->kind);
	return kind->load(request, framework, figure, error);
}

/* --- for loaders --- */

void figure_refuse(struct figure *figure, const char *field, const char *sentence, struct names choices)
{
	figure->refused = sentence;
	figure->field = field;
	figure->choices = choices;
}

void figure_table_begin(struct request *request, struct figure *figure, size_t columns, size_t rows, bool numbers)
{
	figure->table = (struct figure_table){ .columns = columns, .rows = rows, .numbers = numbers,
		.heads = arena_array(request->arena, columns + 1, sizeof *figure->table.heads),
		.cells = arena_array(request->arena, columns * rows + 1, sizeof *figure->table.cells) };
}

void figure_table_set(struct figure *figure, size_t row, size_t column, const char *text)
{
	if (row < figure->table.rows && column < figure->table.columns)
		figure->table.cells[row * figure->table.columns + column] = text;
}

enum absence figure_absence(const char *status, bool suppressed)
{
	if (status == NULL)
		return ABSENT_UNKNOWN;
	if (suppressed)
		return ABSENT_SUPPRESSED;
	if (strcmp(status, "reported") == 0)
		return ABSENT_NOT;
	return strcmp(status, "not_applicable") == 0 ? ABSENT_NOT_APPLICABLE : ABSENT_NOT_AVAILABLE;
}

const char *figure_absence_text(enum absence absence)
{
	switch (absence) {
	case ABSENT_SUPPRESSED: return _("suppressed");
	case ABSENT_NOT_AVAILABLE: return _("not available");
	case ABSENT_NOT_APPLICABLE: return _("not applicable");
	case ABSENT_UNKNOWN: return _("no figure shown");
	case ABSENT_NOT:
	case ABSENCES: break;
	}
	return "";
}

const char *figure_note_text(enum figure_note note)
{
	switch (note) {
	case NOTE_BREAK: return _("dashed upright line: a break in series, figures on its two sides answer different questions");
	case NOTE_BANDS: return _("background: bands of scores, 20 points each");
	case NOTE_SPREAD: return _("the region: line from the lowest to the highest, box of the middle half, tick at the median");
	case NOTE_MEDIAN: return _("thin line: the region’s median");
	case NOTE_AREA: return _("area: from the region’s lowest to its highest");
	case NOTE_BARS: return _("colour and bar: the band of a score, 20 points each; a full bar is the highest");
	case NOTE_CARRIED: return _("ring: carried forward from an earlier period");
	case NOTE_GOAL: return _("level dotted line with an empty diamond: the target and its year");
	case NOTE_GAP: return _("where a line stops, a value is missing");
	}
	return "";
}

/* --- addresses --- */

static void put_parameter(struct buffer *out, const char *name, const char *value)
{
	if (value == NULL || *value == '\0')
		return;
	buffer_printf(out, "%c%s=", strchr(buffer_text(out), '?') == NULL ? '?' : '&', name);
	encode_url(out, value, false);
}

const char *figure_address(struct request *request, const struct framework *framework, const struct figure_ref *ref, const char *ending)
{
	struct buffer out = BUFFER_INIT(16384);

	buffer_printf(&out, "%s/%s/%s/%s/", request->prefix, framework->code, ending != NULL ? "charts" : "embed", ref->kind);
	encode_url(&out, ref->code, false);
	if (ending != NULL)
		buffer_printf(&out, ".%s", ending);
	put_parameter(&out, "lang", request->language);
	put_parameter(&out, "period", ref->period);
	put_parameter(&out, "participant", ref->participant);
	put_parameter(&out, "dims", ref->dims);
	const char *address = arena_strdup(request->arena, buffer_text(&out));
	buffer_release(&out);
	return address;
}

/* --- the row of links --- */

/* The page whose data hold the same figures, without ending; NULL: only the loader knows (the target of a series). */
static const char *data_of(struct request *request, const struct figure_ref *ref)
{
	struct buffer out = BUFFER_INIT(8192);
	const char *address = NULL;

	if (strcmp(ref->kind, "indicator") == 0 || strcmp(ref->kind, "trend") == 0)
		buffer_puts(&out, "indicators/");
	else if (strcmp(ref->kind, "country") == 0)
		buffer_puts(&out, "countries/");
	else if (strcmp(ref->kind, "official") == 0)
		return NULL;
	if (out.length > 0)
		encode_url(&out, ref->code, false);
	else
		buffer_puts(&out, "index");
	buffer_puts(&out, ".csv");
	put_parameter(&out, "period", ref->period);
	address = arena_strdup(request->arena, buffer_text(&out));
	buffer_release(&out);
	return address;
}

static void put_links(struct request *request, struct template_dict *dict, enum template_key part, const struct framework *framework,
	const struct figure_ref *ref, const char *data)
{
	if (request->stands_alone)
		return;
	struct template_dict *links = template_include(dict, part, "chart_links.tpl");

	template_set(links, K_SVG_HREF, figure_address(request, framework, ref, "svg"));
	template_set(links, K_PNG_HREF, figure_address(request, framework, ref, "png"));
	if (data != NULL)
		template_printf(template_section(links, K_CHART_CSV), K_CSV_HREF, "%s/%s/%s", request->prefix, framework->code, data);
	/* What others are not to see is in nobody else's page. */
	if (*request->prefix != '\0')
		return;
	struct template_dict *embed = template_section(links, K_CHART_EMBED);
	template_set(embed, K_EMBED_HREF, figure_address(request, framework, ref, NULL));
	if (*web_site() == '\0')
		return;
	struct template_dict *code = template_section(embed, K_EMBED_CODE);
	template_set(code, K_EMBED_SITE, web_site());
	template_set(code, K_CODE, ref->code);
}

void figure_links(struct request *request, struct template_dict *dict, enum template_key part, const struct framework *framework,
	const struct figure_ref *ref)
{
	put_links(request, dict, part, framework, ref, data_of(request, ref));
}

/* --- drawing --- */

bool figure_panel_drawn(const struct figure_panel *panel)
{
	for (size_t i = 0; i < panel->count; i++)
		for (size_t j = 0; j < panel->lines[i].count; j++) {
			const struct chart_point *point = &panel->lines[i].points[j];
			if (isfinite(point->value) || isfinite(point->low) || (point->absence != ABSENT_NOT && point->absence != ABSENT_UNKNOWN))
				return true;
		}
	return false;
}

/* Those of one reason: never asked, or asked and nothing to be seen. */
static const char *without(struct arena *arena, const struct figure *figure, const char *sentence, bool asked, const char *reason)
{
	const char *names = "";

	for (size_t i = 0; i < figure->panel_count; i++)
		if (!figure_panel_drawn(&figure->panels[i]) && (figure->panels[i].count > 0) == asked)
			names = arena_printf(arena, "%s%s%s", names, *names != '\0' ? ", " : "", figure->panels[i].title);
	return *names == '\0' ? sentence : arena_printf(arena, "%s%s%s: %s.", sentence, *sentence != '\0' ? " " : "", reason, names);
}

const char *figure_panels_without(struct arena *arena, const struct figure *figure)
{
	return without(arena, figure, without(arena, figure, "", true, _("No figure shown in any period")), false, _("Not asked"));
}

#define PANEL_LEAST 230.0
#define PANEL_GAP 18.0
#define PANEL_HEAD 20.0

/* All small charts in one drawing, in rows, on one scale. */
static double draw_panels(struct request *request, struct template_dict *dict, enum template_key part, const struct figure *figure, double width)
{
	struct canvas canvas = canvas_open(dict, part, request->arena, figure->title, figure->description, width);
	size_t columns = (size_t)fmax(1, floor((width + PANEL_GAP) / (PANEL_LEAST + PANEL_GAP)));
	double panel_width = (width - PANEL_GAP * (double)(columns - 1)) / (double)columns;
	double y = 0, height = 0;
	size_t place = 0, i;

	for (size_t p = 0; p < figure->panel_count; p++) {
		const struct figure_panel *panel = &figure->panels[p];
		if (!figure_panel_drawn(panel))
			continue;
		i = place++;
		double x = (double)(i % columns) * (panel_width + PANEL_GAP);
		struct chart_lines chart = figure->lines;
		if (i > 0 && i % columns == 0) {
			y += height + PANEL_GAP;
			height = 0;
		}
		canvas_text(&canvas, "label strong", x, y + 13, CANVAS_START, canvas_fit(request->arena, panel->title, 13, panel_width));
		chart.size = CHART_SMALL;
		chart.width = panel_width;
		chart.title = panel->title;
		chart.description = panel->description;
		chart.lines = panel->lines;
		chart.count = panel->count;
		height = fmax(height, PANEL_HEAD + chart_lines(canvas_panel(&canvas, x, y + PANEL_HEAD), K_PANEL_CHART, request->arena, &chart));
	}
	y += height;
	const char *lines[4];
	size_t count = canvas_wrap(request->arena, figure_panels_without(request->arena, figure), 12, width, lines, 4);
	for (i = 0; i < count; i++)
		canvas_text(&canvas, "quiet", 0, y += 17, CANVAS_START, lines[i]);
	canvas_close(&canvas, y + 4);
	return y + 4;
}

double figure_draw(struct request *request, struct template_dict *dict, enum template_key part, const struct figure *figure, double width)
{
	struct arena *arena = request->arena;
	struct chart_lines lines = figure->lines;
	struct chart_dots dots = figure->dots;
	struct chart_grid grid = figure->grid;

	lines.title = dots.title = grid.title = arena_printf(arena, "%s, %s", figure->title, figure->subtitle);
	lines.description = dots.description = grid.description = figure->description;
	switch (figure->form) {
	case FIGURE_DOTS: return chart_dots(dict, part, arena, &dots, width);
	case FIGURE_GRID: return chart_grid(dict, part, arena, &grid, width);
	case FIGURE_PANELS: return draw_panels(request, dict, part, figure, width);
	case FIGURE_LINES: break;
	}
	lines.size = width < 520 ? CHART_NARROW : CHART_WIDE;
	lines.width = width;
	return chart_lines(dict, part, arena, &lines);
}

/* --- in a page --- */

void figure_line_key(struct arena *arena, struct template_dict *dict, int style, double x, double y)
{
	static const char *const digits[] = { "0", "1", "2", "3", "4", "5", "6", "7" };
	struct pen line = { .arena = arena }, dot = { .arena = arena };

	pen(&line, 'M', x, y);
	pen(&line, 'H', x + KEY_WIDTH, 0);
	pen_sign(&dot, style, x + KEY_WIDTH / 2, y, 4);
	template_set(dict, K_STYLE, digits[style % 8]);
	pen_set(dict, K_PATH, &line);
	pen_set(dict, K_DOTS, &dot);
}

static void put_legend(struct request *request, struct template_dict *part, const struct figure *figure)
{
	for (int absence = ABSENT_NOT + 1; absence < ABSENCES; absence++) {
		struct pen path = { .arena = request->arena };
		if (!figure->absent[absence])
			continue;
		struct template_dict *sign = template_section(part, K_FIGURE_SIGN);
		pen_absence(&path, (enum absence)absence, 7, 7);
		pen_set(sign, K_PATH, &path);
		template_set(sign, K_LABEL, figure_absence_text((enum absence)absence));
	}
	for (size_t i = 0; figure->line_names != NULL && i < figure->lines.count; i++) {
		struct template_dict *key = template_section(part, K_FIGURE_KEY);
		const char *name = names_title(figure->line_names, figure->lines.lines[i].label);
		figure_line_key(request->arena, key, figure->lines.lines[i].style, 2, 7);
		template_printf(key, K_LABEL, "%s (%s)", name, figure->lines.lines[i].label);
	}
	for (unsigned note = 1; note <= NOTE_LAST; note <<= 1)
		if ((figure->notes & note) != 0)
			template_set(template_section(part, K_FIGURE_NOTE), K_LABEL, figure_note_text((enum figure_note)note));
}

/* Each with its own head, as many beside each other as there is room for. They have one scale, so that it is drawn once and shown again. */
static void put_panels(struct request *request, struct template_dict *part, const struct figure *figure)
{
	struct template_dict *all = template_section(part, K_FIGURE_PANELS);
	const char *back = arena_printf(request->arena, "scale-%s-%s", figure->ref.kind, figure->ref.code);
	bool drawn = false;

	for (size_t i = 0; i < figure->panel_count; i++) {
		const struct figure_panel *panel = &figure->panels[i];
		if (!figure_panel_drawn(panel))
			continue;
		struct template_dict *item = template_section(all, K_FIGURE_PANEL);
		struct chart_lines chart = figure->lines;
		template_set(item, K_TITLE, panel->title);
		chart.size = CHART_SMALL;
		chart.title = arena_printf(request->arena, "%s, %s", panel->title, figure->title);
		chart.description = panel->description;
		chart.lines = panel->lines;
		chart.count = panel->count;
		chart.back = back;
		chart.back_again = drawn;
		drawn = true;
		chart_lines(item, K_PANEL_CHART, request->arena, &chart);
	}
	const char *others = figure_panels_without(request->arena, figure);
	if (*others != '\0')
		template_set(template_section(part, K_FIGURE_WITHOUT), K_TEXT, others);
}

struct template_dict *figure_put(struct request *request, struct template_dict *dict, enum template_key part, const struct figure *figure)
{
	struct template_dict *put = template_include(dict, part, "figure.tpl");

	if (figure->form == FIGURE_PANELS) {
		put_panels(request, put, figure);
	} else {
		struct template_dict *drawings = template_section(put, K_FIGURE_DRAWINGS);
		figure_draw(request, drawings, K_WIDE_CHART, figure, 720);
		figure_draw(request, drawings, K_NARROW_CHART, figure, 340);
	}
	put_legend(request, put, figure);
	return put;
}

enum err figure_show(struct request *request, struct template_dict *dict, enum template_key part, const struct framework *framework,
	const struct figure_ref *ref, struct error *error)
{
	struct figure figure;
	enum err err = figure_load(request, framework, ref, &figure, error);

	if (err != ERR_OK || figure.refused != NULL)
		return err;
	put_links(request, figure_put(request, dict, part, &figure), K_CHART_LINKS, framework, &figure.ref, figure.data);
	return ERR_OK;
}

const char *figure_tell(struct arena *arena, const struct chart_point *points, size_t count, const char *none)
{
	size_t first = 0, last = count;

	while (first < count && isnan(points[first].value))
		first++;
	while (last > first && isnan(points[last - 1].value))
		last--;
	if (first == last)
		return none;
	return arena_printf(arena, _("%s in %s, %s in %s."), points[first].text, points[first].when, points[last - 1].text, points[last - 1].when);
}
