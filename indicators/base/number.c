/* number: see number.h. */
#include "indicators/base/number.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* printf and strtod follow LC_NUMERIC; whoever links this library may have set it. */
static void write_point(char *text)
{
	const char *mark = localeconv()->decimal_point;
	char *found = strcmp(mark, ".") != 0 ? strstr(text, mark) : NULL;

	if (found == NULL)
		return;
	*found = '.';
	memmove(found + 1, found + strlen(mark), strlen(found + strlen(mark)) + 1);
}

void number_text(double value, char text[static NUMBER_TEXT])
{
	text[0] = '\0';
	if (!isfinite(value))
		return;
	if (fabs(value) < 1e15 && value == floor(value)) { /* most figures; also makes -0 plain 0 */
		snprintf(text, NUMBER_TEXT, "%lld", (long long)value);
		return;
	}
	for (int digits = DBL_DIG; digits <= DBL_DECIMAL_DIG; digits++) {
		snprintf(text, NUMBER_TEXT, "%.*g", digits, value);
		if (strtod(text, NULL) == value)
			break;
	}
	write_point(text);
}

static size_t digits_at(const char *text)
{
	return strspn(text, "0123456789");
}

bool number_parse(const char *text, double *value)
{
	char plain[64];
	size_t sign = text[0] == '-' || text[0] == '+';
	size_t whole = digits_at(text + sign);
	size_t at = sign + whole;
	size_t fraction = 0;
	const char *mark = NULL;

	if (text[at] == '.' || text[at] == ',') {
		mark = text + at;
		fraction = digits_at(text + at + 1);
		at += 1 + fraction;
	}
	if (whole + fraction == 0)
		return false;
	if (text[at] == 'e' || text[at] == 'E') {
		size_t exponent_sign = text[at + 1] == '-' || text[at + 1] == '+';
		size_t exponent = digits_at(text + at + 1 + exponent_sign);

		/* Four digits say more than any double holds; strtod answers an overflow with infinity. */
		if (exponent == 0 || exponent > 4)
			return false;
		at += 1 + exponent_sign + exponent;
	}
	if (text[at] != '\0' || at >= sizeof plain - 8)
		return false;

	const char *point = localeconv()->decimal_point;

	if (mark == NULL)
		snprintf(plain, sizeof plain, "%s", text);
	else
		snprintf(plain, sizeof plain, "%.*s%s%s", (int)(mark - text), text, point, mark + 1);

	double read = strtod(plain, NULL);

	if (!isfinite(read))
		return false;
	*value = read == 0 ? 0 : read;
	return true;
}

/*
 * A finite number below 1e15, as 15 significant digits without a mark: |value| = 0.digits · 10^exponent.
 */
struct decimal {
	char digits[DBL_DIG + 1];
	int exponent;
};

static void decimal_of(double value, struct decimal *decimal)
{
	char text[NUMBER_TEXT];
	size_t length = 0;

	snprintf(text, sizeof text, "%.*e", DBL_DIG - 1, fabs(value));

	const char *at = text;

	for (; *at != 'e'; at++) /* leaves the mark out, whatever the locale's is */
		if (*at >= '0' && *at <= '9')
			decimal->digits[length++] = *at;
	decimal->digits[length] = '\0';
	decimal->exponent = (int)strtol(at + 1, NULL, 10) + 1;
}

/* |value| in units of the last decimal place, rounded half to even. */
static long long rounded_units(double value, int decimals)
{
	struct decimal decimal;

	decimal_of(value, &decimal);

	int kept = decimal.exponent + decimals; /* digits before the cut */
	long long units = 0;

	for (int i = 0; i < kept; i++)
		units = units * 10 + (i < DBL_DIG ? decimal.digits[i] - '0' : 0);
	if (kept < 0 || kept >= DBL_DIG)
		return units;

	const char *rest = decimal.digits + kept;
	bool more = rest[0] > '5' || (rest[0] == '5' && strspn(rest + 1, "0") < strlen(rest + 1));
	bool tie = rest[0] == '5' && !more;

	return units + (more || (tie && units % 2 != 0));
}

/* Only 15 digits mean something, and 18 fit a long long. */
static int usable_decimals(double value, int decimals)
{
	int usable = NUMBER_DECIMALS_MAX;

	for (double size = fabs(value); size >= 1e9; size /= 10)
		usable--;
	return decimals < 0 ? 0 : decimals < usable ? decimals : usable;
}

double number_round_half_even(double value, int decimals)
{
	if (!isfinite(value) || fabs(value) >= 1e15)
		return value;

	int usable = usable_decimals(value, decimals);
	char text[NUMBER_TEXT];

	/* Units and an exponent: no mark to read, and strtod gives the double nearest to the decimal. */
	snprintf(text, sizeof text, "%llde-%d", rounded_units(value, usable), usable);

	double rounded = strtod(text, NULL);

	return value < 0 && rounded != 0 ? -rounded : rounded;
}

void number_rounded_text(double value, int decimals, char text[static NUMBER_TEXT])
{
	text[0] = '\0';
	if (!isfinite(value) || fabs(value) >= 1e15)
		return;
	if (decimals < 0)
		decimals = 0;
	if (decimals > NUMBER_DECIMALS_MAX)
		decimals = NUMBER_DECIMALS_MAX;

	int usable = usable_decimals(value, decimals);
	long long units = rounded_units(value, usable);
	char digits[NUMBER_TEXT];
	int whole = snprintf(digits, sizeof digits, "%0*lld", usable + 1, units) - usable;

	snprintf(text, NUMBER_TEXT, "%s%.*s%s%s%.*s", value < 0 && units != 0 ? "-" : "", whole, digits,
		decimals > 0 ? "." : "", digits + whole, decimals - usable, "000000000");
}
