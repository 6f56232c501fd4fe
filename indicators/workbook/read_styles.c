/* read_styles: see read_styles.h. */
#include "indicators/workbook/read_styles.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "indicators/base/i18n.h"
#include "indicators/workbook/markup.h"

#define CUSTOM_MAX 2000

struct reading {
	struct styles *styles;
	bool within; /* <cellXfs> */
	struct { long id; uint8_t kind; } custom[CUSTOM_MAX];
	size_t custom_count;
};

/* The built-in formats: 9 and 10 are percentages; 14-22, 27-36, 45-47, 50-58 dates and times. */
static uint8_t built_in(long id)
{
	if (id == 9 || id == 10)
		return BOOK_PERCENTAGE;
	if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
		return BOOK_DATE;
	return BOOK_NUMBER;
}

/* "dd.mm.yyyy", "0.0%", "[h]:mm", "#,##0 \"мес.\"": what is quoted, escaped or a colour does not count. */
static uint8_t kind_of_code(const char *code)
{
	if (strcasecmp(code, "general") == 0)
		return BOOK_NUMBER;
	for (const char *p = code; *p != '\0' && *p != ';'; p++) {
		if (*p == '"') {
			p++;
			p += strcspn(p, "\"");
			if (*p == '\0')
				break;
		} else if (*p == '\\' || *p == '_' || *p == '*') {
			if (*++p == '\0')
				break;
		} else if (*p == '[' && strchr("hms", p[1]) == NULL) {
			p += strcspn(p, "]");
			if (*p == '\0')
				break;
		} else if (*p == '%') {
			return BOOK_PERCENTAGE;
		} else if (strchr("dmyhsDMYHS", *p) != NULL) {
			return BOOK_DATE;
		}
	}
	return BOOK_NUMBER;
}

static uint8_t kind_of(const struct reading *reading, long id)
{
	for (size_t i = 0; i < reading->custom_count; i++)
		if (reading->custom[i].id == id)
			return reading->custom[i].kind;
	return built_in(id);
}

static enum err start(void *context, const char *name, const char *const *attributes, struct error *error)
{
	struct reading *reading = context;
	const char *id = markup_attribute(attributes, "numFmtId");

	if (strcmp(name, "numFmt") == 0) {
		const char *code = markup_attribute(attributes, "formatCode");

		if (reading->custom_count == CUSTOM_MAX)
			return error_set(error, ERR_TOO_LARGE, "%s", _("This workbook has more formats than a questionnaire needs."));
		if (id != NULL && code != NULL) {
			reading->custom[reading->custom_count].id = strtol(id, NULL, 10);
			reading->custom[reading->custom_count++].kind = kind_of_code(code);
		}
	} else if (strcmp(name, "cellXfs") == 0) {
		reading->within = true;
	} else if (reading->within && strcmp(name, "xf") == 0) {
		if (reading->styles->count == STYLES_MAX)
			return error_set(error, ERR_TOO_LARGE, "%s", _("This workbook has more formats than a questionnaire needs."));
		reading->styles->kinds[reading->styles->count++] = kind_of(reading, id != NULL ? strtol(id, NULL, 10) : 0);
	}
	return ERR_OK;
}

static enum err end(void *context, const char *name, struct error *error)
{
	struct reading *reading = context;

	(void)error;
	if (strcmp(name, "cellXfs") == 0)
		reading->within = false;
	return ERR_OK;
}

enum err read_styles(struct arena *arena, struct archive *archive, const char *entry, struct styles *styles, struct error *error)
{
	static const struct markup markup = { .start = start, .end = end };
	struct reading *reading = arena_alloc(arena, sizeof *reading);

	*styles = (struct styles){ .kinds = arena_alloc(arena, STYLES_MAX) };
	reading->styles = styles;
	return archive_has(archive, entry) ? markup_read(archive, entry, &markup, reading, error) : ERR_OK;
}
