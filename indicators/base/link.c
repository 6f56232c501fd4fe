/* link: see link.h. */
#include "indicators/base/link.h"

#include <string.h>
#include <strings.h>

/* The length of "https://" at the start of the text, with as many slashes of either kind as browsers skip; 0: none begins here. */
static size_t scheme(const char *text)
{
	size_t length = strncasecmp(text, "https:", 6) == 0 ? 6 : strncasecmp(text, "http:", 5) == 0 ? 5 : 0;
	size_t slashes = length > 0 ? strspn(text + length, "/\\") : 0;

	return slashes > 0 ? length + slashes : 0;
}

/* The length of "name:password@" at the start of what follows a scheme; 0: there is none. */
static size_t credentials(const char *text)
{
	size_t end = strcspn(text, "/\\?# \t\r\n\"<>");

	while (end > 0 && text[end - 1] != '@')
		end--;
	return end;
}

bool link_has_credentials(const char *text)
{
	for (; *text != '\0'; text++) {
		size_t length = scheme(text);
		if (length > 0 && credentials(text + length) > 0)
			return true;
	}
	return false;
}

const char *link_without_credentials(struct arena *arena, const char *text)
{
	if (!link_has_credentials(text))
		return text;
	char *clean = arena_strdup(arena, text);
	char *to = clean;
	for (const char *from = text; *from != '\0';) {
		size_t length = scheme(from);
		if (length == 0) {
			*to++ = *from++;
			continue;
		}
		memcpy(to, from, length);
		to += length;
		from += length + credentials(from + length);
	}
	*to = '\0';
	return clean;
}
