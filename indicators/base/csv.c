/* csv: see csv.h. */
#include "indicators/base/csv.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/number.h"

/*
 * The separator is written before a field, and a record begins at the start of the buffer or after LF. A first field that is
 * empty would leave no trace, so it is written as an empty quoted one, which reads the same.
 */
static bool is_first(const struct buffer *buffer)
{
	return buffer->length == 0 || buffer->data[buffer->length - 1] == '\n';
}

static void plain(struct buffer *buffer, const char *text)
{
	bool first = is_first(buffer);

	if (!first)
		buffer_putc(buffer, ',');
	buffer_puts(buffer, first && *text == '\0' ? "\"\"" : text);
}

void csv_text(struct buffer *buffer, const char *text)
{
	if (text == NULL)
		text = "";
	if (strpbrk(text, ",\"\r\n") == NULL) {
		plain(buffer, text);
		return;
	}
	if (!is_first(buffer))
		buffer_putc(buffer, ',');
	buffer_putc(buffer, '"');
	for (const char *p = text; *p != '\0';) {
		size_t length = strcspn(p, "\"");
		buffer_append(buffer, p, length);
		p += length;
		if (*p == '"') {
			buffer_puts(buffer, "\"\"");
			p++;
		}
	}
	buffer_putc(buffer, '"');
}

bool csv_is_formula(const char *text)
{
	/* Full-width forms, which some input methods write and some programs read as the plain ones. */
	static const char *const wide[] = { "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20" };

	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (strncmp(text, wide[i], strlen(wide[i])) == 0)
			return true;
	return *text != '\0' && strchr("=+-@\t\r\n", *text) != NULL;
}

void csv_words(struct buffer *buffer, const char *text)
{
	struct buffer safe = BUFFER_INIT(1024 * 1024);

	if (text == NULL || !csv_is_formula(text)) {
		csv_text(buffer, text);
		return;
	}
	buffer_printf(&safe, "'%s", text);
	csv_text(buffer, buffer_text(&safe));
	buffer_release(&safe);
}

void csv_number(struct buffer *buffer, double value)
{
	char text[NUMBER_TEXT];

	number_text(value, text);
	plain(buffer, text);
}

void csv_int(struct buffer *buffer, int64_t value)
{
	char text[24];

	snprintf(text, sizeof text, "%" PRId64, value);
	plain(buffer, text);
}

void csv_end(struct buffer *buffer)
{
	buffer_puts(buffer, "\r\n");
}
