/* official_file: saved extracts of official statistics, read into a batch; see official_read_file() in official.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/period.h"
#include "indicators/base/table.h"
#include "indicators/model/official.h"

enum { SERIES, ISO3, M49, YEAR, NATURE, UNITS, DIMS, VALUE };

static const struct table_column columns[] = {
	[SERIES] = { "series", false }, [ISO3] = { "iso3", false }, [M49] = { "m49", false }, [YEAR] = { "year", false },
	[NATURE] = { "nature", false }, [UNITS] = { "units", false }, [DIMS] = { "dims", false }, [VALUE] = { "value", false },
	{ NULL, false },
};

struct reading {
	struct official_batch *batch;
	const char *const *series;
	size_t series_count;
	size_t ignored;
	struct problems *problems;
	struct error failure; /* other than a mistake in the file */
};

/* Reads "age=allage;sex=bothsex" in any order; false when it is something else. */
static bool read_dims(const char *text, struct official_dims *dims)
{
	char name[OFFICIAL_CODE_MAX];
	char code[OFFICIAL_CODE_MAX];

	while (*text != '\0') {
		size_t length = strcspn(text, ";");
		const char *equals = memchr(text, '=', length);
		if (equals == NULL || (size_t)(equals - text) >= sizeof name || length - (size_t)(equals - text) > sizeof code)
			return false;
		snprintf(name, sizeof name, "%.*s", (int)(equals - text), text);
		snprintf(code, sizeof code, "%.*s", (int)(length - (size_t)(equals - text) - 1), equals + 1);
		if (!official_dims_add(dims, name, code))
			return false;
		text += length;
		if (*text == ';' && *++text == '\0')
			return false;
	}
	return true;
}

static bool wanted(const struct reading *reading, const char *series)
{
	for (size_t i = 0; i < reading->series_count; i++)
		if (strcmp(reading->series[i], series) == 0)
			return true;
	return reading->series_count == 0;
}

static void on_row(void *context, size_t row, const char *const *fields)
{
	struct reading *reading = context;
	struct error error = ERROR_INIT;
	struct official_dims dims = { .count = 0 };
	struct buffer text = BUFFER_INIT(4096);
	char nature[OFFICIAL_CODE_MAX] = "";
	char units[OFFICIAL_CODE_MAX] = "";
	char place[32];
	const struct official_area *by_code = official_area(reading->batch, fields[ISO3]);
	const struct official_area *by_number = official_area(reading->batch, fields[M49]);

	if (reading->failure.code != ERR_OK)
		return;
	snprintf(place, sizeof place, _("row %zu"), row);
	if (by_code != by_number) {
		problems_add(reading->problems, place, _("iso3 %.20s and m49 %.20s are not the same participant."), fields[ISO3], fields[M49]);
		return;
	}
	if (by_code == NULL || !wanted(reading, fields[SERIES])) {
		reading->ignored++;
		return;
	}
	if (!read_dims(fields[DIMS], &dims)) {
		problems_add(reading->problems, place, _("“%.100s” is no list of dimensions; it would be name=code;name=code."), fields[DIMS]);
		return;
	}
	if ((fields[NATURE][0] != '\0' && !official_code(fields[NATURE], nature, sizeof nature)) ||
		(fields[UNITS][0] != '\0' && !official_code(fields[UNITS], units, sizeof units))) {
		problems_add(reading->problems, place, "%s", _("nature and units must be codes."));
		return;
	}
	official_dims_text(&dims, &text);
	const struct official_value value = {
		.series = fields[SERIES], .participant = by_code->code, .dims = buffer_text(&text), .year = period_first_year(fields[YEAR]),
		.value_text = fields[VALUE], .nature = nature, .units = units,
	};
	enum err err = buffer_check(&text, &error);
	if (err == ERR_OK)
		err = official_add(reading->batch, &value, &error);
	if (err == ERR_INVALID)
		problems_add(reading->problems, place, "%s", error.text);
	else if (err != ERR_OK)
		reading->failure = error;
	buffer_release(&text);
}

enum err official_read_file(struct official_batch *batch, const char *path, const char *const *series, size_t series_count,
	size_t *ignored, struct problems *problems, struct error *error)
{
	struct reading reading = { .batch = batch, .series = series, .series_count = series_count, .problems = problems,
		.failure = ERROR_INIT };
	enum err err = table_read(path, OFFICIAL_FILE_MAX, columns, on_row, &reading, problems, error);

	*ignored = reading.ignored;
	if (err != ERR_OK)
		return err;
	if (reading.failure.code != ERR_OK) {
		if (error != NULL)
			*error = reading.failure;
		return reading.failure.code;
	}
	return problems_check(problems, error);
}
