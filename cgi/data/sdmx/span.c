/* span: see span.h. */
#include "cgi/data/sdmx/span.h"

#include <stdio.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"

static bool read_period(const char *text, struct sdmx_span *span, struct error *error)
{
	struct period period;

	if (period_parse(text, &period, error) != ERR_OK)
		return false;
	period_first_day(&period, span->first);
	period_last_day(&period, span->last);
	span->is_year = period.frequency == PERIOD_YEAR;
	return true;
}

/* "2025-A1" and "2025-M07" as this project spells them. */
static bool respell(const char *text, char spelled[static PERIOD_TEXT])
{
	size_t length = strlen(text);

	if (length == 7 && strcmp(text + 4, "-A1") == 0)
		snprintf(spelled, PERIOD_TEXT, "%.4s", text);
	else if (length == 8 && strncmp(text + 4, "-M", 2) == 0)
		snprintf(spelled, PERIOD_TEXT, "%.5s%.2s", text, text + 6);
	else
		return false;
	return true;
}

static bool read_date(const char *text, struct sdmx_span *span)
{
	char date[CLOCK_DATE];
	const char *rest = text + (strlen(text) < CLOCK_DATE - 1 ? strlen(text) : CLOCK_DATE - 1);

	if (*rest != '\0' && *rest != 'T')
		return false;
	/* What follows the date is read as far as to see that it is a time of day. */
	if (*rest == 'T' && (rest[1] == '\0' || strspn(rest, "T0123456789:.Z+- ") != strlen(rest) || strlen(rest) > 30))
		return false;
	snprintf(date, sizeof date, "%s", text);
	if (!clock_is_date(date))
		return false;
	memcpy(span->first, date, sizeof date);
	memcpy(span->last, date, sizeof date);
	return true;
}

enum err sdmx_span_read(const char *text, const char *what, struct sdmx_span *span, struct error *error)
{
	char spelled[PERIOD_TEXT];
	struct error why = ERROR_INIT;

	*span = (struct sdmx_span){ 0 };
	if (read_date(text, span) || read_period(respell(text, spelled) ? spelled : text, span, &why))
		return ERR_OK;
	return error_set_field(error, ERR_INVALID, what, _("%s: %s A date such as 2025-07-31 will do, too."), what, why.text);
}
