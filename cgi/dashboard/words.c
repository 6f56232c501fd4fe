/* words: see words.h. */
#include "cgi/dashboard/words.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/methods/progress.h"

#define MINUS "\xE2\x88\x92"
#define NO_BREAK_SPACE "\xC2\xA0"

/* Puts the marks of the language into plain digits with a point: groups of three, the decimal mark, the minus sign. */
static const char *localize(struct arena *arena, const char *plain)
{
	bool russian = strcmp(i18n_current(), "ru") == 0;
	const char *group = russian ? NO_BREAK_SPACE : ",";
	const char *digits = plain + (*plain == '-');
	size_t whole = strspn(digits, "0123456789");
	char *text = arena_alloc(arena, strlen(plain) * 3 + 4);
	size_t used = 0;

	if (*plain == '-') {
		memcpy(text, MINUS, sizeof MINUS - 1);
		used = sizeof MINUS - 1;
	}
	for (size_t i = 0; i < whole; i++) {
		/* Four digits are not grouped in Russian; years and the like never come here. */
		if (i > 0 && (whole - i) % 3 == 0 && (!russian || whole > 4)) {
			memcpy(text + used, group, strlen(group));
			used += strlen(group);
		}
		text[used++] = digits[i];
	}
	for (const char *p = digits + whole; *p != '\0'; p++)
		text[used++] = *p == '.' && russian ? ',' : *p;
	text[used] = '\0';
	return text;
}

const char *words_number(struct arena *arena, double value, int decimals)
{
	char text[NUMBER_TEXT];

	number_rounded_text(value, decimals, text);
	return localize(arena, text);
}

const char *words_rounded(struct arena *arena, double value, int decimals)
{
	char text[NUMBER_TEXT];

	number_rounded_text(value, decimals, text);
	/* Zeros at the end of the decimals would claim a precision that nobody asked for. */
	if (strchr(text, '.') != NULL) {
		size_t end = strlen(text);
		while (text[end - 1] == '0')
			end--;
		text[end - (text[end - 1] == '.')] = '\0';
	}
	return localize(arena, text);
}

const char *words_change(struct arena *arena, double value, int decimals)
{
	double rounded = number_round_half_even(value, decimals);

	if (rounded > 0)
		return arena_printf(arena, "+%s", words_number(arena, value, decimals));
	return rounded == 0 ? "=" : words_number(arena, value, decimals);
}

const char *words_source(struct arena *arena, const char *text)
{
	const char *digits = text + (*text == '-');
	size_t whole = strspn(digits, "0123456789");
	const char *rest = digits + whole;

	/* Anything but a plain number ("<5", "N") stays as the source has it. */
	if (whole == 0 || (*rest != '\0' && (*rest != '.' || rest[1 + strspn(rest + 1, "0123456789")] != '\0')))
		return text;
	if (strcmp(rest, ".0") == 0)
		return localize(arena, arena_strndup(arena, text, (size_t)(rest - text)));
	return localize(arena, text);
}

const char *words_significant(struct arena *arena, double value, int digits)
{
	if (!isfinite(value))
		return "";
	double size = fabs(value) > 0 ? floor(log10(fabs(value))) + 1 : 1;
	int decimals = digits - (int)size;

	return words_rounded(arena, value, decimals < 0 ? 0 : decimals > NUMBER_DECIMALS_MAX ? NUMBER_DECIMALS_MAX : decimals);
}

const char *words_value(struct arena *arena, const char *type, double value)
{
	if (isnan(value))
		return "";
	if (strcmp(type, "ladder") == 0)
		return arena_printf(arena, _("level %s"), words_number(arena, value, 0));
	if (strcmp(type, "yes_no") == 0)
		return value > 0 ? _("yes") : _("no");
	if (strcmp(type, "percent") == 0)
		return arena_printf(arena, "%s" NO_BREAK_SPACE "%%", words_number(arena, value, value == floor(value) ? 0 : 1));
	if (strcmp(type, "rate") == 0)
		return words_number(arena, value, 2);
	return words_number(arena, value, value == floor(value) ? 0 : 1);
}

int words_band(double score)
{
	if (isnan(score))
		return -1;
	double shown = number_round_half_even(score, 0);
	return shown >= 80 ? 4 : shown >= 60 ? 3 : shown >= 40 ? 2 : shown >= 20 ? 1 : 0;
}

const char *words_band_name(int band)
{
	static const char *const names[] = { N_("very low"), N_("low"), N_("medium"), N_("high"), N_("very high") };

	return band < 0 || band > 4 ? "" : _(names[band]);
}

/* --- codes --- */

struct word {
	const char *code;
	const char *text;
};

static const char *look_up(const struct word *words, const char *code)
{
	for (; words->code != NULL; words++)
		if (strcmp(words->code, code) == 0)
			return _(words->text);
	return code;
}

const char *words_type(const char *type)
{
	static const struct word words[] = {
		{ "ladder", N_("levels, each with criteria") },
		{ "checklist", N_("checklist") },
		{ "yes_no", N_("yes or no") },
		{ "count", N_("number") },
		{ "percent", N_("percentage") },
		{ "rate", N_("rate") },
		{ NULL, NULL },
	};

	return look_up(words, type);
}

const char *words_direction(const char *direction)
{
	static const struct word words[] = {
		{ "increase", N_("a higher value is better") },
		{ "decrease", N_("a lower value is better") },
		{ "neutral", N_("not judged: neither a higher nor a lower value is better in itself") },
		{ NULL, NULL },
	};

	return look_up(words, direction);
}

const char *words_status(const char *status)
{
	static const struct word words[] = {
		{ "reported", N_("reported") },
		{ "not_available", N_("not available") },
		{ "not_applicable", N_("not applicable") },
		{ NULL, NULL },
	};

	return look_up(words, status);
}

const char *words_verdict(const char *status)
{
	for (int i = 0; i < PROGRESS_STATUSES; i++)
		if (strcmp(progress_status_name((enum progress_status)i), status) == 0)
			return progress_status_title((enum progress_status)i);
	return status;
}

const char *words_reason(const char *reason)
{
	for (int i = 0; i < PROGRESS_REASONS; i++)
		if (strcmp(progress_reason_name((enum progress_reason)i), reason) == 0)
			return progress_reason_title((enum progress_reason)i);
	return reason;
}

const char *words_un_class(int64_t number)
{
	return progress_class_title((int)number);
}

const char *words_methods(struct arena *arena, const char *text)
{
	int score, statistics, compliance, progress, disclosure;

	if (sscanf(text, "score %d; regional statistics %d; compliance %d; SDG progress %d; disclosure control %d", &score, &statistics,
		&compliance, &progress, &disclosure) != 5)
		return text;
	return arena_printf(arena, _("score %d; regional statistics %d; compliance %d; SDG progress %d; disclosure control %d"), score,
		statistics, compliance, progress, disclosure);
}
