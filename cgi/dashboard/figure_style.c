/* figure_style: see figure_style.h. */
#include "cgi/dashboard/figure_style.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/web/web.h"

#define SHEET_MAX ((size_t)256 * 1024)
#define STYLE_MAX ((size_t)64 * 1024)

/* What only a drawing on its own has: its paper, and texts that a page writes itself. */
static const char own_rules[] =
	"svg text { font-family: \"PT Sans\", system-ui, \"Segoe UI\", Roboto, \"Noto Sans\", \"DejaVu Sans\", sans-serif; }\n"
	"svg .paper { fill: var(--paper); }\n"
	"svg text.title { font-size: 19px; font-weight: 600; }\n"
	"svg text.subtitle { font-size: 13px; fill: var(--soft); }\n"
	"svg text.foot { font-size: 11px; fill: var(--soft); }\n";

/* The text between two marks, after `from`; NULL where there is none. */
static const char *between(const char *text, const char *begin, const char *end, size_t *length)
{
	const char *start = strstr(text, begin);
	const char *stop = start != NULL ? strstr(start + strlen(begin), end) : NULL;

	if (stop == NULL)
		return NULL;
	start += strlen(begin);
	*length = (size_t)(stop - start);
	return start;
}

/* The value of "--name:" among the declarations, which end with ";". */
static const char *value_of(const char *colours, size_t colours_length, const char *name, size_t name_length, size_t *length)
{
	for (const char *at = colours; (at = memmem(at, colours_length - (size_t)(at - colours), name, name_length)) != NULL; at++) {
		if (at[name_length] != ':')
			continue;
		at += name_length + 1;
		at += strspn(at, " ");
		*length = strcspn(at, ";}");
		return at;
	}
	return NULL;
}

MUST_USE static enum err put_rule(struct buffer *out, const char *rule, size_t length, const char *colours, size_t colours_length,
	struct error *error)
{
	const char *end = rule + length;

	while (rule < end) {
		const char *variable = memmem(rule, (size_t)(end - rule), "var(", 4);
		if (variable == NULL) {
			buffer_append(out, rule, (size_t)(end - rule));
			break;
		}
		const char *name = variable + 4, *close = memchr(name, ')', (size_t)(end - name));
		size_t value_length;
		const char *value = close != NULL ? value_of(colours, colours_length, name, (size_t)(close - name), &value_length) : NULL;
		if (value == NULL)
			return error_set(error, ERR_INVALID, "The style sheet has no colour for: %.*s", (int)length, rule);
		buffer_append(out, rule, (size_t)(variable - rule));
		buffer_append(out, value, value_length);
		rule = close + 1;
	}
	buffer_putc(out, '\n');
	return buffer_check(out, error);
}

/* Each line is a rule. `coloured`: only those that name a colour. */
MUST_USE static enum err put_rules(struct buffer *out, const char *rules, size_t length, bool coloured, const char *colours, size_t colours_length,
	struct error *error)
{
	const char *end = rules + length;
	enum err err = ERR_OK;

	while (rules < end && err == ERR_OK) {
		const char *stop = memchr(rules, '\n', (size_t)(end - rules));
		size_t line = (size_t)((stop != NULL ? stop : end) - rules);
		bool names = memmem(rules, line, "var(", 4) != NULL;
		if (line > 0 && (names || !coloured))
			err = put_rule(out, rules, line, colours, colours_length, error);
		rules += line + 1;
	}
	return err;
}

enum err figure_style_make(const char *sheet, enum figure_theme theme, struct buffer *out, struct error *error)
{
	static const char root[] = ":root {", dark_root[] = "(prefers-color-scheme: dark) {\n\t:root {";
	size_t light_length = 0, dark_length = 0, length = 0;
	const char *light = between(sheet, root, "}", &light_length), *dark = between(sheet, dark_root, "}", &dark_length);
	const char *part = between(sheet, "/* figures:", "/* end of figures */", &length);
	enum err err;

	if (light == NULL || dark == NULL || part == NULL)
		return error_set(error, ERR_INVALID, "The style sheet lacks its colours or its part \"figures\".");
	/* The rest of the opening comment. */
	size_t comment = strcspn(part, "\n");
	part += comment;
	length -= comment;
	const char *first = theme == THEME_DARK ? dark : light;
	size_t first_length = theme == THEME_DARK ? dark_length : light_length;
	if ((err = put_rules(out, part, length, false, first, first_length, error)) != ERR_OK ||
		(err = put_rules(out, own_rules, sizeof own_rules - 1, false, first, first_length, error)) != ERR_OK || theme != THEME_AUTO)
		return err;
	buffer_puts(out, "@media screen and (prefers-color-scheme: dark) {\n");
	if ((err = put_rules(out, part, length, true, dark, dark_length, error)) != ERR_OK ||
		(err = put_rules(out, own_rules, sizeof own_rules - 1, true, dark, dark_length, error)) != ERR_OK)
		return err;
	buffer_puts(out, "}\n");
	return buffer_check(out, error);
}

MUST_USE static enum err read_sheet(struct buffer *out, struct error *error)
{
	struct arena arena = ARENA_INIT;
	const char *path = arena_printf(&arena, "%s/assets/site.css", web_templates(&arena));
	FILE *file = fopen(path, "rb");
	char piece[4096];
	size_t got;
	enum err err = file == NULL ? error_set(error, ERR_IO, "The style sheet %s cannot be read.", path) : ERR_OK;

	while (file != NULL && (got = fread(piece, 1, sizeof piece, file)) > 0)
		buffer_append(out, piece, got);
	if (file != NULL)
		fclose(file);
	arena_release(&arena);
	return err != ERR_OK ? err : buffer_check(out, error);
}

enum err figure_style(enum figure_theme theme, const char **style, struct error *error)
{
	static char *styles[THEMES];
	struct buffer sheet = BUFFER_INIT(SHEET_MAX), made = BUFFER_INIT(STYLE_MAX);
	enum err err = ERR_OK;

	if (styles[theme] == NULL) {
		if ((err = read_sheet(&sheet, error)) == ERR_OK)
			err = figure_style_make(buffer_text(&sheet), theme, &made, error);
		if (err == ERR_OK && (styles[theme] = strdup(buffer_text(&made))) == NULL)
			err = error_memory(error);
	}
	buffer_release(&sheet);
	buffer_release(&made);
	*style = styles[theme];
	return err;
}
