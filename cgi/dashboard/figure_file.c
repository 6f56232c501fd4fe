/* figure_file: see figure_file.h. */
#include "cgi/dashboard/figure_file.h"

#include <math.h>
#include <sodium.h>
#include <string.h>

#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

#define MARGIN 16.0
#define FILE_MAX ((size_t)8 * 1024 * 1024)

struct sheet {
	struct template_dict *root;
	struct arena *arena;
	double width;      /* between the margins */
	double y;          /* down to where it is filled */
};

/* A text in as many lines as it takes, at most `most`. */
static void put_text(struct sheet *sheet, const char *class, double size, const char *text, size_t most)
{
	const char *lines[8];
	size_t n = canvas_wrap(sheet->arena, text, size, sheet->width, lines, most);

	for (size_t i = 0; i < n; i++) {
		sheet->y += size * 1.3;
		struct template_dict *line = template_section(sheet->root, K_FIGURE_LINE);
		template_set(line, K_CLASS, class);
		template_set_coordinate(line, K_X, MARGIN);
		template_set_coordinate(line, K_Y, sheet->y);
		template_set(line, K_LABEL, lines[i]);
	}
}

/* Words with room for a sign before them, beside each other as long as a line has room; returns where the sign begins. */
static double put_word(struct sheet *sheet, double sign, const char *text, double *x)
{
	double room = sign + canvas_width(text, 11) + 14, at;

	if (*x <= 0 || *x + room > sheet->width + MARGIN) {
		sheet->y += 17;
		*x = MARGIN;
	}
	at = *x;
	struct template_dict *line = template_section(sheet->root, K_FIGURE_LINE);
	template_set(line, K_CLASS, "foot");
	template_set_coordinate(line, K_X, at + sign);
	template_set_coordinate(line, K_Y, sheet->y);
	template_set(line, K_LABEL, text);
	*x += room;
	return at;
}

/* Lines, then signs beside each other; notes below. */
static void put_legend(struct sheet *sheet, const struct figure *figure)
{
	double x = 0;

	for (size_t i = 0; figure->line_names != NULL && i < figure->lines.count; i++) {
		const struct chart_line *line = &figure->lines.lines[i];
		double at = put_word(sheet, KEY_WIDTH + 6, arena_printf(sheet->arena, "%s (%s)", names_title(figure->line_names, line->label), line->label), &x);
		figure_line_key(sheet->arena, template_section(sheet->root, K_FIGURE_KEY), line->style, at, sheet->y - 4);
	}
	for (int absence = ABSENT_NOT + 1; absence < ABSENCES; absence++) {
		struct pen path = { .arena = sheet->arena };
		if (!figure->absent[absence])
			continue;
		double at = put_word(sheet, 16, figure_absence_text((enum absence)absence), &x);
		pen_absence(&path, (enum absence)absence, at + 5, sheet->y - 4);
		pen_set(template_section(sheet->root, K_FIGURE_SIGN), K_PATH, &path);
	}
	sheet->y += x > 0 ? 3 : 0;
	for (unsigned note = 1; note <= NOTE_LAST; note <<= 1)
		if ((figure->notes & note) != 0)
			put_text(sheet, "foot", 11, figure_note_text((enum figure_note)note), 3);
}

static const char *audience(const char *code)
{
	if (strcmp(code, "donors") == 0)
		return _("For donors");
	return strcmp(code, "members") == 0 ? _("For members") : _("Public figures");
}

enum err figure_credit(struct request *request, struct figure_credit *credit, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_methods_meta);

	*credit = (struct figure_credit){ .run = "", .audience = "", .made_at = "" };
	while (query_next(query)) {
		const char *key = query_column_text(query, 0), *value = query_column_text(query, 1);
		if (strcmp(key, "run") == 0)
			credit->run = arena_strdup(request->arena, value);
		else if (strcmp(key, "audience") == 0)
			credit->audience = audience(value);
		else if (strcmp(key, "made_at") == 0)
			credit->made_at = arena_strdup(request->arena, value);
	}
	return query_end(query, error);
}

static void put_foot(struct request *request, struct sheet *sheet, const struct figure *figure, const struct figure_credit *credit)
{
	sheet->y += 6;
	put_text(sheet, "foot", 11, arena_printf(request->arena, "%s %s", _("Source:"), figure->source), 4);
	put_text(sheet, "foot", 11, arena_printf(request->arena, "%s · %s · %s · %s %s", _("Almaty Monitor"), credit->audience,
		day_text(request->arena, credit->made_at), _("run"), credit->run), 3);
}

void figure_clean(char *text, size_t length)
{
	static const char replacement[] = "\xEF\xBF\xBD";

	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)text[i];
		if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
			text[i] = ' ';
		else if (c == 0xEF && i + 2 < length && (unsigned char)text[i + 1] == 0xBF && (unsigned char)text[i + 2] >= 0xBE)
			memcpy(text + i, replacement, 3);
	}
}

/* The style takes the place of the only empty element of that name: values are escaped, so that none of them can be it. */
MUST_USE static enum err join(struct buffer *drawing, const char *style, struct buffer *out, struct error *error)
{
	static const char empty[] = "<style></style>";
	enum err err = buffer_check(drawing, error);

	if (err != ERR_OK)
		return err;
	figure_clean(drawing->data, drawing->length);
	const char *text = buffer_text(drawing), *place = strstr(text, empty), *start = strchr(text, '<');
	if (place == NULL || start > place)
		return error_set(error, ERR_INTERNAL, "The template of charts has no place for their style.");
	buffer_append(out, start, (size_t)(place - start));
	buffer_printf(out, "<style>%s</style>", style);
	buffer_puts(out, place + sizeof empty - 1);
	return buffer_check(out, error);
}

static const char *policy_of(struct arena *arena, const char *style)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char text[sodium_base64_ENCODED_LEN(sizeof hash, sodium_base64_VARIANT_ORIGINAL)];

	crypto_hash_sha256(hash, (const unsigned char *)style, strlen(style));
	sodium_bin2base64(text, sizeof text, hash, sizeof hash, sodium_base64_VARIANT_ORIGINAL);
	return arena_printf(arena, "default-src 'none'; style-src 'sha256-%s'; sandbox; frame-ancestors 'none'", text);
}

enum err figure_svg(struct request *request, const struct figure *figure, enum figure_theme theme, double width, struct buffer *out,
	const char **policy, struct error *error)
{
	struct sheet sheet = { .arena = request->arena, .width = width - 2 * MARGIN, .y = 6 };
	struct pen paper = { .arena = request->arena };
	struct buffer drawing = BUFFER_INIT(FILE_MAX);
	struct figure_credit credit;
	const char *style;
	enum err err;

	if ((err = figure_style(theme, &style, error)) != ERR_OK || (err = figure_credit(request, &credit, error)) != ERR_OK)
		return err;
	sheet.root = template_new();
	put_text(&sheet, "title", 19, figure->title, 2);
	put_text(&sheet, "subtitle", 13, figure->subtitle, 2);
	sheet.y += 14;
	template_set_coordinate(sheet.root, K_X, MARGIN);
	template_set_coordinate(sheet.root, K_Y, sheet.y);
	sheet.y += figure_draw(request, sheet.root, K_PANEL_CHART, figure, sheet.width) + 4;
	put_legend(&sheet, figure);
	put_foot(request, &sheet, figure, &credit);
	sheet.y = ceil(sheet.y + MARGIN);
	pen_rectangle(&paper, 0, 0, width, sheet.y);
	pen_set(sheet.root, K_PATH, &paper);
	template_set_coordinate(sheet.root, K_WIDTH, width);
	template_set_coordinate(sheet.root, K_HEIGHT, sheet.y);
	template_set(sheet.root, K_LANG, request->language);
	template_printf(sheet.root, K_CHART_TITLE, "%s (%s)", figure->title, figure->subtitle);
	template_set(sheet.root, K_CHART_DESCRIPTION, figure->description);
	template_set(sheet.root, K_SOURCE, figure->source);
	template_set(sheet.root, K_MADE_AT, credit.made_at);
	template_set(sheet.root, K_RUN, credit.run);
	template_printf(sheet.root, K_RIGHTS, "%s. %s", credit.audience, figure->source);
	err = template_render("figure_file.tpl", sheet.root, &drawing, error);
	if (err == ERR_OK)
		err = join(&drawing, style, out, error);
	if (err == ERR_OK)
		*policy = policy_of(request->arena, style);
	template_free(sheet.root);
	buffer_release(&drawing);
	return err;
}
