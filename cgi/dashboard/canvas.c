/* canvas: see canvas.h. */
#include "cgi/dashboard/canvas.h"

#include <string.h>

#include "indicators/base/utf8.h"

#define ELLIPSIS "\xE2\x80\xA6"

struct canvas canvas_open(struct template_dict *dict, enum template_key part, struct arena *arena, const char *title, const char *description,
	double width)
{
	struct canvas canvas = { .svg = template_include(dict, part, "canvas.tpl"), .arena = arena };

	template_set(canvas.svg, K_CHART_TITLE, title);
	template_set(canvas.svg, K_CHART_DESCRIPTION, description);
	template_set_coordinate(canvas.svg, K_WIDTH, width);
	return canvas;
}

void canvas_close(struct canvas *canvas, double height)
{
	template_set_coordinate(canvas->svg, K_HEIGHT, height);
}

void canvas_shape(struct canvas *canvas, const char *class, const struct pen *path, const char *tip)
{
	if (path->used == 0)
		return;
	struct template_dict *shape = template_section(template_section(canvas->svg, K_CANVAS_ITEM), tip != NULL ? K_CANVAS_TOLD : K_CANVAS_SHAPE);
	template_set(shape, K_CLASS, class);
	pen_set(shape, K_PATH, path);
	if (tip != NULL)
		template_set(shape, K_LABEL, tip);
}

void canvas_text(struct canvas *canvas, const char *class, double x, double y, enum canvas_anchor anchor, const char *text)
{
	static const char *const anchors[] = { "", "middle", "end" };
	struct template_dict *word;

	if (*text == '\0')
		return;
	word = template_section(template_section(canvas->svg, K_CANVAS_ITEM), K_CANVAS_TEXT);
	template_set(word, K_CLASS, class);
	template_set_coordinate(word, K_X, x);
	template_set_coordinate(word, K_Y, y);
	if (anchor != CANVAS_START)
		template_set(template_section(word, K_ANCHORED), K_ANCHOR, anchors[anchor]);
	template_set(word, K_LABEL, text);
}

struct template_dict *canvas_panel(struct canvas *canvas, double x, double y)
{
	struct template_dict *panel = template_section(template_section(canvas->svg, K_CANVAS_ITEM), K_CANVAS_PANEL);

	template_set_coordinate(panel, K_X, x);
	template_set_coordinate(panel, K_Y, y);
	return panel;
}

/* --- how wide a text is --- */

/* The length of the character at `at`, and its width in units of the size of the face. */
static size_t character(const unsigned char *at, double *width)
{
	static const char narrow[] = "ijlI.,:;'|!()[]/ tfr-";
	static const char wide[] = "mwMW@%ABCDGHKNOQRUVXY&";

	if (*at < 0x80) {
		*width = strchr(narrow, *at) != NULL ? .34 : strchr(wide, *at) != NULL ? .76 : .57;
		if (*at == 'm' || *at == 'M' || *at == 'W' || *at == '@')
			*width = .9;
		return 1;
	}
	if (*at < 0xE0) {
		/* Cyrillic: capitals are wider, and ж, ш, щ, ю, м, ы, ф the widest. */
		unsigned code = (*at & 0x1Fu) << 6 | (at[1] & 0x3Fu);
		*width = code >= 0x410 && code <= 0x42F ? .72 : .6;
		if (strchr("\x36\x48\x49\x4E\x3C\x4B\x44", (int)(code & 0xFF)) != NULL && code >= 0x430 && code <= 0x44F)
			*width = .8;
		if (code == 0x416 || code == 0x41C || code == 0x424 || (code >= 0x428 && code <= 0x429) || code == 0x42E)
			*width = .98;
		if (code < 0x100)
			*width = code == 0xA0 ? .3 : .6;
		return 2;
	}
	/* Signs and dashes; whatever is further out may be as wide as it is high. */
	*width = *at == 0xE2 ? .75 : 1;
	return *at < 0xF0 ? 3 : 4;
}

double canvas_width(const char *text, double size)
{
	double sum = 0, width;

	for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at += character(at, &width), sum += width)
		continue;
	return sum * size;
}

/* Bytes of whole characters that take at most `width`. */
static size_t head_of(const char *text, double size, double width)
{
	const unsigned char *at = (const unsigned char *)text;
	double sum = 0, one;

	while (*at != '\0') {
		size_t length = character(at, &one);
		if ((sum += one * size) > width)
			break;
		at += length;
	}
	return (size_t)(at - (const unsigned char *)text);
}

/* Where the line that begins at `text` ends: at its last blank that fits. */
static size_t line_of(const char *text, double size, double width)
{
	size_t most = head_of(text, size, width), end = most;

	if (text[most] == '\0')
		return most;
	while (end > 0 && text[end] != ' ')
		end--;
	return end > 0 ? end : most > 0 ? most : utf8_head(text, 4);
}

const char *canvas_fit(struct arena *arena, const char *text, double size, double width)
{
	if (canvas_width(text, size) <= width)
		return text;
	size_t length = head_of(text, size, width - canvas_width(ELLIPSIS, size));
	while (length > 0 && text[length - 1] == ' ')
		length--;
	return arena_printf(arena, "%s" ELLIPSIS, arena_strndup(arena, text, length));
}

size_t canvas_wrap(struct arena *arena, const char *text, double size, double width, const char **lines, size_t most)
{
	size_t n = 0;

	while (*text == ' ')
		text++;
	while (*text != '\0' && n < most) {
		if (n + 1 == most) {
			lines[n++] = canvas_fit(arena, text, size, width);
			break;
		}
		size_t length = line_of(text, size, width);
		lines[n++] = arena_strndup(arena, text, length);
		text += length;
		while (*text == ' ')
			text++;
	}
	return n;
}
