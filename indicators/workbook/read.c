/* read: see read.h. Which of the two formats a file is in. */
#include "indicators/workbook/read.h"

#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"

enum err read_filled(struct arena *arena, const char *path, struct filled *filled, struct error *error)
{
	char head[4] = "";
	FILE *file = fopen(path, "rbe");

	if (file == NULL)
		return error_set(error, ERR_IO, "%s", _("The file cannot be read any more. Send it again."));
	size_t got = fread(head, 1, sizeof head, file);
	fclose(file);
	*filled = (struct filled){ .framework = "", .period = "", .participant = "", .digest = "" };
	if (got == 0)
		return error_set(error, ERR_INVALID, "%s", _("The file is empty."));
	if (got == sizeof head && (memcmp(head, "PK", 2) == 0 || memcmp(head, "\xD0\xCF\x11\xE0", 4) == 0))
		return read_xlsx(arena, path, filled, error);
	return read_csv(arena, path, filled, error);
}
