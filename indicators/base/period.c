/* period: see period.h. */
#include "indicators/base/period.h"

#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"

/* By frequency: the letter of its parts, how many a year has, how many months one lasts. */
static const struct {
	char letter; /* '\0': none is written */
	int parts;
	int months;
} frequencies[] = {
	[PERIOD_YEAR] = { '\0', 1, 12 },
	[PERIOD_HALF] = { 'S', 2, 6 },
	[PERIOD_THIRD] = { 'T', 3, 4 },
	[PERIOD_QUARTER] = { 'Q', 4, 3 },
	[PERIOD_MONTH] = { '\0', 12, 1 },
};

/* The number that exactly `length` digits at text say, −1 if they aren't digits. */
static int read_digits(const char *text, int length)
{
	int number = 0;

	for (int i = 0; i < length; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		number = number * 10 + (text[i] - '0');
	}
	return number;
}

static enum err refuse(const char *text, struct error *error)
{
	return error_set_field(error, ERR_INVALID, "period",
		_("“%.20s” is not a reporting period: write a year (2025), half-year (2025-S1), quarter (2025-Q3) or month "
		  "(2025-07)."), text);
}

enum err period_parse(const char *text, struct period *period, struct error *error)
{
	struct period read = { .year = read_digits(text, 4), .frequency = PERIOD_YEAR, .number = 1 };

	if (read.year < 0)
		return refuse(text, error);
	if (text[4] == '-' && text[5] >= 'A' && text[5] <= 'Z') {
		int frequency = PERIOD_HALF;

		while (frequency <= PERIOD_QUARTER && frequencies[frequency].letter != text[5])
			frequency++;
		read.frequency = (enum period_frequency)frequency;
		read.number = read_digits(text + 6, 1);
		if (frequency > PERIOD_QUARTER || read.number < 0 || text[7] != '\0')
			return refuse(text, error);
	} else if (text[4] == '-') {
		read.frequency = PERIOD_MONTH;
		read.number = read_digits(text + 5, 2);
		if (read.number < 0 || text[7] != '\0')
			return refuse(text, error);
	} else if (text[4] != '\0') {
		return refuse(text, error);
	}
	if (read.number < 1 || read.number > frequencies[read.frequency].parts)
		return error_set_field(error, ERR_INVALID, "period",
			_("There is no period “%s”: its last number goes from 1 to %d."), text,
			frequencies[read.frequency].parts);
	if (read.year < PERIOD_YEAR_MIN || read.year > PERIOD_YEAR_MAX)
		return error_set_field(error, ERR_INVALID, "period",
			_("The year of the period “%s” is not from %d to %d."), text, PERIOD_YEAR_MIN, PERIOD_YEAR_MAX);
	*period = read;
	return ERR_OK;
}

bool period_is(const char *text)
{
	struct period period;

	return period_parse(text, &period, NULL) == ERR_OK;
}

void period_text(const struct period *period, char text[static PERIOD_TEXT])
{
	switch (period->frequency) {
	case PERIOD_YEAR:
		snprintf(text, PERIOD_TEXT, "%04d", period->year);
		break;
	case PERIOD_MONTH:
		snprintf(text, PERIOD_TEXT, "%04d-%02d", period->year, period->number);
		break;
	default:
		snprintf(text, PERIOD_TEXT, "%04d-%c%d", period->year, frequencies[period->frequency].letter,
			period->number);
	}
}

/* Months since January of year 0. */
static int first_month(const struct period *period)
{
	return period->year * 12 + (period->number - 1) * frequencies[period->frequency].months;
}

static int last_month(const struct period *period)
{
	return first_month(period) + frequencies[period->frequency].months - 1;
}

int period_compare(const struct period *a, const struct period *b)
{
	int difference = first_month(a) - first_month(b);

	return difference != 0 ? difference : last_month(b) - last_month(a);
}

bool period_within(const struct period *period, const struct period *first, const struct period *last)
{
	return (first == NULL || first_month(period) >= first_month(first)) &&
		(last == NULL || last_month(period) <= last_month(last));
}

static int days_of_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 1 && leap ? 29 : days[month];
}

void period_first_day(const struct period *period, char date[static PERIOD_DATE])
{
	int month = first_month(period);

	snprintf(date, PERIOD_DATE, "%04d-%02d-01", month / 12, month % 12 + 1);
}

void period_last_day(const struct period *period, char date[static PERIOD_DATE])
{
	int month = last_month(period);
	int year = month / 12;

	snprintf(date, PERIOD_DATE, "%04d-%02d-%02d", year, month % 12 + 1, days_of_month(year, month % 12));
}

int period_first_year(const char *text)
{
	struct period period;
	int year = read_digits(text, 4);

	if (year < PERIOD_YEAR_MIN || year > PERIOD_YEAR_MAX)
		return 0;

	const char *rest = text + 4;

	if (rest[0] == '.')
		return rest[1] != '\0' && strspn(rest + 1, "0") == strlen(rest + 1) ? year : 0;
	/* A split year: the year after, in two digits or four. 2011-12 could be a month too; the year is the same. */
	if (rest[0] == '-' && strlen(rest) == 3 && read_digits(rest + 1, 2) == (year + 1) % 100)
		return year;
	if (rest[0] == '-' && strlen(rest) == 5 && read_digits(rest + 1, 4) == year + 1)
		return year;
	return period_parse(text, &period, NULL) == ERR_OK ? year : 0;
}
