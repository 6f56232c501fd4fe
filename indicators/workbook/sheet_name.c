/* sheet_name: see sheet_name.h. */
#include "indicators/workbook/sheet_name.h"

#include <stdbool.h>
#include <string.h>

#define MOST 31 /* characters, as Excel has it */
#define TWINS 1000

/* Bytes of the first `most` characters. */
static size_t head(const char *text, size_t most)
{
	size_t end = 0;

	while (text[end] != '\0' && most-- > 0)
		for (end++; (text[end] & 0xC0) == 0x80; end++)
			;
	return end;
}

/* Better a word less than half a word. */
static void cut(char *name, size_t most, size_t kept)
{
	size_t end = head(name, most);
	bool whole = name[end] == '\0' || name[end] == ' ';

	name[end] = '\0';
	char *blank = strrchr(name, ' ');
	if (!whole && blank != NULL && blank > name + kept)
		*blank = '\0';
}

const char *sheet_name(struct arena *arena, lxw_workbook *workbook, const char *code, const char *title)
{
	char *whole = code == NULL ? arena_strdup(arena, title) : arena_printf(arena, "%s %s", code, title);
	size_t kept = code == NULL ? 0 : strlen(code);

	for (char *p = whole; *p != '\0'; p++)
		if (strchr("[]:*?/\\'", *p) != NULL)
			*p = ' ';
	char *name = arena_strdup(arena, whole);
	cut(name, MOST, kept);
	for (int twin = 2; workbook_get_worksheet_by_name(workbook, name) != NULL && twin < TWINS; twin++) {
		char *shorter = arena_strdup(arena, whole);
		cut(shorter, MOST - 4, kept);
		name = arena_printf(arena, "%s %d", shorter, twin);
	}
	return name;
}
