/* number: see number.h. */
#include "indicators/base/number.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"

/*
 * printf and strtod write and read the decimal mark of LC_NUMERIC, which whoever links this library may have set. So only
 * digits and an exponent go through them, and the mark is put and found here.
 */

/* |value| = 0.digits · 10^exponent */
struct decimal {
	char digits[DBL_DECIMAL_DIG + 1];
	int exponent;
};

static void decimal_of(double value, int digits, struct decimal *decimal)
{
	char text[NUMBER_TEXT];

	snprintf(text, sizeof text, "%.*e", digits - 1, fabs(value));

	const char *exponent = strchr(text, 'e');
	const char *rest = exponent - (digits - 1); /* behind the mark */

	decimal->digits[0] = text[0];
	memcpy(decimal->digits + 1, rest, (size_t)digits - 1);
	decimal->digits[digits] = '\0';
	decimal->exponent = (int)strtol(exponent + 1, NULL, 10) + 1;
}

static double decimal_value(const struct decimal *decimal)
{
	char text[2 * NUMBER_TEXT];

	snprintf(text, sizeof text, "%se%d", decimal->digits, decimal->exponent - (int)strlen(decimal->digits));
	return strtod(text, NULL);
}

void number_text(double value, char text[static NUMBER_TEXT])
{
	struct decimal decimal;

	text[0] = '\0';
	if (!isfinite(value))
		return;
	if (fabs(value) < 1e15 && value == floor(value)) { /* most figures; also makes -0 plain 0 */
		snprintf(text, NUMBER_TEXT, "%lld", (long long)value);
		return;
	}
	for (int digits = DBL_DIG; digits <= DBL_DECIMAL_DIG; digits++) {
		decimal_of(value, digits, &decimal);
		if (decimal_value(&decimal) == fabs(value))
			break;
	}

	int length = (int)strlen(decimal.digits);
	int places = decimal.exponent; /* before the mark */
	const char *sign = value < 0 ? "-" : "";

	while (length > 1 && decimal.digits[length - 1] == '0')
		length--;
	decimal.digits[length] = '\0';
	/* As %g chooses between the two. A whole number below 1e15 was written above, so that length > places. */
	if (places > DBL_DIG || places < -3) {
		int end = snprintf(text, NUMBER_TEXT, "%s%c%s%s", sign, decimal.digits[0], length > 1 ? "." : "", decimal.digits + 1);

		snprintf(text + end, NUMBER_TEXT - (size_t)end, "e%+03d", places - 1);
	} else if (places > 0) {
		snprintf(text, NUMBER_TEXT, "%s%.*s.%s", sign, places, decimal.digits, decimal.digits + places);
	} else {
		snprintf(text, NUMBER_TEXT, "%s0.%.*s%s", sign, -places, "000", decimal.digits);
	}
}

static size_t digits_at(const char *text)
{
	return strspn(text, "0123456789");
}

bool number_parse(const char *text, double *value)
{
	char plain[2 * NUMBER_TEXT];
	size_t sign = text[0] == '-' || text[0] == '+';
	size_t whole = digits_at(text + sign);
	size_t at = sign + whole;
	size_t fraction = 0;
	int exponent = 0;

	if (text[at] == '.' || text[at] == ',') {
		fraction = digits_at(text + at + 1);
		at += 1 + fraction;
	}
	if (whole + fraction == 0 || whole + fraction > NUMBER_TEXT)
		return false;

	const char *fraction_digits = text + at - fraction;

	if (text[at] == 'e' || text[at] == 'E') {
		size_t exponent_sign = text[at + 1] == '-' || text[at + 1] == '+';
		size_t exponent_digits = digits_at(text + at + 1 + exponent_sign);

		if (exponent_digits == 0 || exponent_digits > 4) /* four say more than any double holds */
			return false;
		exponent = (int)strtol(text + at + 1, NULL, 10);
		at += 1 + exponent_sign + exponent_digits;
	}
	if (text[at] != '\0')
		return false;
	snprintf(plain, sizeof plain, "%.*s%.*se%d", (int)(sign + whole), text, (int)fraction, fraction_digits,
		exponent - (int)fraction);

	double read = strtod(plain, NULL);

	if (!isfinite(read))
		return false;
	*value = read == 0 ? 0 : read;
	return true;
}

/* Exact as doubles. */
static const double powers[NUMBER_DECIMALS_MAX + 1] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };

/*
 * What nearly every figure is: far from the middle between two units, so that neither the error of the multiplication nor the 15
 * digits could move it to the other side. Writing a double out in digits costs fifty times as much.
 */
static bool clearly_rounded(double value, int decimals, long long *units)
{
	double scaled = fabs(value) * powers[decimals];

	if (scaled >= 1e8)
		return false;
	*units = (long long)scaled;

	double rest = scaled - (double)*units;

	/* 68.5 is itself, nothing was multiplied: a tie, and a common one. */
	if (decimals == 0 && rest == 0.5) {
		*units += *units % 2;
		return true;
	}
	if (fabs(rest - 0.5) < 1e-6)
		return false;
	*units += rest > 0.5;
	return true;
}

/* |value| in units of the last decimal place, rounded half to even. */
static long long rounded_units(double value, int decimals)
{
	struct decimal decimal;
	long long clear;

	if (clearly_rounded(value, decimals, &clear))
		return clear;
	decimal_of(value, DBL_DIG, &decimal);

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
	long long units = rounded_units(value, usable);
	double rounded;

	if (units < 1LL << 53) {
		/* Both are exact, and the quotient of two exact doubles is the double nearest to the decimal. */
		rounded = (double)units / powers[usable];
	} else {
		/* Units and an exponent: no mark to read, and strtod gives the nearest double. */
		char text[2 * NUMBER_TEXT];
		snprintf(text, sizeof text, "%llde-%d", units, usable);
		rounded = strtod(text, NULL);
	}

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
	int length = 0; /* of the digits, the last first; at least one before the mark */

	for (long long rest = units; rest > 0 || length <= usable; rest /= 10)
		digits[length++] = (char)('0' + rest % 10);
	if (value < 0 && units != 0)
		*text++ = '-';
	while (length > usable)
		*text++ = digits[--length];
	if (decimals > 0)
		*text++ = '.';
	while (length > 0)
		*text++ = digits[--length];
	for (int i = usable; i < decimals; i++)
		*text++ = '0';
	*text = '\0';
}

const char *number_typed(struct arena *arena, double value)
{
	char text[NUMBER_TEXT];

	number_text(value, text);
	char *point = strchr(text, '.');
	if (point != NULL)
		*point = i18n_decimal();
	return arena_strdup(arena, text);
}
