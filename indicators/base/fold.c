/* fold: see fold.h. */
#include "indicators/base/fold.h"

#include <string.h>

/* The small letter of a code point below U+0800: what two bytes of UTF-8 hold. */
static unsigned small_letter(unsigned code)
{
	if ((code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7))
		return code + 0x20;
	if (code >= 0x0400 && code <= 0x040F)
		code += 0x50;
	else if (code >= 0x0410 && code <= 0x042F)
		code += 0x20;
	else if ((code >= 0x0100 && code <= 0x0137 && code != 0x0130) || (code >= 0x014A && code <= 0x0177)
		|| (code >= 0x0460 && code <= 0x0481) || (code >= 0x048A && code <= 0x04BF) || (code >= 0x04D0 && code <= 0x052F))
		code |= 1; /* pairs, the capital first */
	else if ((code >= 0x0139 && code <= 0x0148) || (code >= 0x0179 && code <= 0x017E) || (code >= 0x04C1 && code <= 0x04CE))
		code += code & 1; /* pairs, the capital odd */
	return code == 0x0451 ? 0x0435 : code;
}

const char *fold_text(struct arena *arena, const char *text)
{
	char *folded = arena_strdup(arena, text);

	for (unsigned char *p = (unsigned char *)folded; *p != '\0'; p++) {
		if (*p < 0x80) {
			*p = (unsigned char)small_letter(*p);
		} else if (*p >= 0xC2 && *p <= 0xDF && p[1] != '\0') {
			unsigned code = small_letter((*p & 0x1Fu) << 6 | (p[1] & 0x3Fu));

			*p = (unsigned char)(0xC0 | code >> 6);
			*++p = (unsigned char)(0x80 | (code & 0x3F));
		}
	}
	return folded;
}

bool fold_has_words(struct arena *arena, const char *text, const char *words)
{
	static const char blanks[] = " \t\r\n";

	for (words += strspn(words, blanks); *words != '\0'; words += strspn(words, blanks)) {
		size_t length = strcspn(words, blanks);

		if (strstr(text, arena_strndup(arena, words, length)) == NULL)
			return false;
		words += length;
	}
	return true;
}
