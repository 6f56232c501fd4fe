/* error: see error.h. */
#include "indicators/base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"

/* A sentence cut in the middle of a UTF-8 sequence would make the page that shows it invalid. */
static void trim_partial_utf8(char *text)
{
	size_t length = strlen(text);
	size_t start = length;

	while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
		start--;
	if (start == 0)
		return;
	unsigned char lead = (unsigned char)text[start - 1];
	size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
	if (length - (start - 1) < need)
		text[start - 1] = '\0';
}

static void fill(struct error *error, enum err code, const char *field, const char *format, va_list args)
{
	error->code = code;
	snprintf(error->field, sizeof error->field, "%s", field);
	vsnprintf(error->text, sizeof error->text, format, args);
	trim_partial_utf8(error->text);
}

enum err error_set(struct error *error, enum err code, const char *format, ...)
{
	if (error != NULL) {
		va_list args;

		va_start(args, format);
		fill(error, code, "", format, args);
		va_end(args);
	}
	return code;
}

enum err error_set_field(struct error *error, enum err code, const char *field, const char *format, ...)
{
	if (error != NULL) {
		va_list args;

		va_start(args, format);
		fill(error, code, field, format, args);
		va_end(args);
	}
	return code;
}

enum err error_context(struct error *error, const char *format, ...)
{
	if (error == NULL)
		return ERR_INTERNAL;

	char before[ERROR_TEXT_MAX];
	char whole[2 * ERROR_TEXT_MAX + 4];
	va_list args;

	va_start(args, format);
	vsnprintf(before, sizeof before, format, args);
	va_end(args);
	snprintf(whole, sizeof whole, "%s: %s", before, error->text);
	whole[ERROR_TEXT_MAX - 1] = '\0';
	memcpy(error->text, whole, ERROR_TEXT_MAX);
	trim_partial_utf8(error->text);
	return error->code;
}

enum err error_memory(struct error *error)
{
	return error_set(error, ERR_INTERNAL, "%s", _("Out of memory."));
}
