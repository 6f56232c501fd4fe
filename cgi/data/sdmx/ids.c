/* ids: codes of catalogues, whatever they hold, as ids of SDMX; see build.h and model.h. */
#include <string.h>

#include "cgi/data/sdmx/build.h"

/* ASCII, whatever the locale. */
static bool letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static char upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* One character each: the further bytes of a character of UTF-8 make none. */
static char *plain(struct arena *arena, const char *origin)
{
	char *id = arena_alloc(arena, strlen(origin) + 2);
	size_t length = 0;

	for (const char *p = origin; *p != '\0'; p++) {
		if (letter(*p) || (*p >= '0' && *p <= '9') || *p == '_' || *p == '-')
			id[length++] = upper(*p);
		else if (((unsigned char)*p & 0xC0) != 0x80)
			id[length++] = '_';
	}
	if (length == 0)
		id[length++] = '_';
	id[length] = '\0';
	return id;
}

const char *build_id(struct arena *arena, const char *origin, const struct sdmx_codelist *codelist)
{
	const char *base = plain(arena, origin);
	const char *id = base;

	for (int number = 2; codelist != NULL && sdmx_code_find(codelist, id) != NULL; number++)
		id = arena_printf(arena, "%s_%d", base, number);
	return id;
}

const char *build_name_id(struct arena *arena, const char *origin)
{
	const char *id = plain(arena, origin);

	return letter(*id) ? id : arena_printf(arena, "D%s%s", *id == '_' ? "" : "_", id);
}
