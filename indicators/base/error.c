/* error: see error.h. */
#include "indicators/base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"

/* A text that was cut, at the end of the room or by the precision of a format, may have lost a part of a character: the rest of it goes too. */
static void keep_whole_characters(char *text)
{
	char *out = text;

	for (const char *p = text; *p != '\0';) {
		unsigned char lead = (unsigned char)*p;
		size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;

		if (strnlen(p, size) == size && utf8_is_valid(p, size)) {
			memmove(out, p, size);
			out += size;
			p += size;
		} else {
			p++;
		}
	}
	*out = '\0';
}

static void fill(struct error *error, enum err code, const char *field, const char *format, va_list args)
{
	error->code = code;
	snprintf(error->field, sizeof error->field, "%s", field);
	keep_whole_characters(error->field);
	vsnprintf(error->text, sizeof error->text, format, args);
	keep_whole_characters(error->text);
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
	keep_whole_characters(error->text);
	return error->code;
}

enum err error_memory(struct error *error)
{
	return error_set(error, ERR_INTERNAL, "%s", _("Out of memory."));
}
