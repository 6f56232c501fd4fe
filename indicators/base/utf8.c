/* utf8: see utf8.h. */
#include "indicators/base/utf8.h"

#include <string.h>

bool utf8_is_valid(const char *text, size_t length)
{
	const unsigned char *p = (const unsigned char *)text;
	const unsigned char *end = p + length;

	while (p < end) {
		size_t more;
		unsigned long code;

		if (*p < 0x80) {
			p++;
			continue;
		}
		if (*p >= 0xC2 && *p <= 0xDF) {
			more = 1;
			code = *p & 0x1Fu;
		} else if (*p >= 0xE0 && *p <= 0xEF) {
			more = 2;
			code = *p & 0x0Fu;
		} else if (*p >= 0xF0 && *p <= 0xF4) {
			more = 3;
			code = *p & 0x07u;
		} else {
			return false;
		}
		if ((size_t)(end - p) <= more)
			return false;
		for (size_t i = 1; i <= more; i++) {
			if ((p[i] & 0xC0) != 0x80)
				return false;
			code = code << 6 | (p[i] & 0x3Fu);
		}
		/* Overlong forms, surrogates, and beyond the last code point. */
		if ((more == 2 && code < 0x800) || (more == 3 && (code < 0x10000 || code > 0x10FFFF)) || (code >= 0xD800 && code <= 0xDFFF))
			return false;
		p += more + 1;
	}
	return true;
}

static bool is_within(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

size_t utf8_head(const char *text, size_t most)
{
	size_t length = strnlen(text, most);

	/* Where the text goes on within a character, that character does not fit. */
	while (length > 0 && is_within(text[length]))
		length--;
	return length;
}

size_t utf8_tail(const char *text, size_t end, size_t most)
{
	size_t start = end > most ? end - most : 0;

	while (start < end && is_within(text[start]))
		start++;
	return start;
}

bool utf8_is_no_character(const char *text)
{
	return strncmp(text, "\xEF\xBF\xBE", 3) == 0 || strncmp(text, "\xEF\xBF\xBF", 3) == 0;
}

bool utf8_is_blank(const char *text)
{
	/* U+00A0, U+2000 to U+200F, U+202F, U+2060, U+3000, U+FEFF */
	static const char *const spaces[] = { "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x81\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF" };

	while (text != NULL && *text != '\0') {
		const unsigned char *p = (const unsigned char *)text;
		size_t length = strspn(text, " \t\r\n\v\f");

		if (length == 0 && p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x80 && p[2] <= 0x8F)
			length = 3;
		for (size_t i = 0; length == 0 && i < sizeof spaces / sizeof *spaces; i++)
			if (strncmp(text, spaces[i], strlen(spaces[i])) == 0)
				length = strlen(spaces[i]);
		if (length == 0)
			return false;
		text += length;
	}
	return true;
}
