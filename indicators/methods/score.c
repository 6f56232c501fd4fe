/* score: see score.h. */
#include "indicators/methods/score.h"

#include <math.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/number.h"

#define LARGEST 1e15

/* --- names --- */

static const char *const type_names[SCORE_TYPES] = {
	[SCORE_LADDER] = "ladder",
	[SCORE_CHECKLIST] = "checklist",
	[SCORE_YES_NO] = "yes_no",
	[SCORE_COUNT] = "count",
	[SCORE_PERCENT] = "percent",
	[SCORE_RATE] = "rate",
};

static const char *const direction_names[SCORE_DIRECTIONS] = {
	[SCORE_INCREASE] = "increase",
	[SCORE_DECREASE] = "decrease",
	[SCORE_NEUTRAL] = "neutral",
};

static int find_name(const char *const *names, int count, const char *name)
{
	for (int i = 0; i < count; i++)
		if (strcmp(name, names[i]) == 0)
			return i;
	return -1;
}

bool score_type_named(const char *name, enum score_type *type)
{
	int found = find_name(type_names, SCORE_TYPES, name);

	if (found >= 0)
		*type = (enum score_type)found;
	return found >= 0;
}

bool score_type_scored(enum score_type type)
{
	return type != SCORE_COUNT && type != SCORE_RATE;
}

bool score_type_divided(enum score_type type)
{
	return type == SCORE_PERCENT || type == SCORE_RATE;
}

const char *score_direction_name(enum score_direction direction)
{
	return direction_names[direction];
}

bool score_direction_named(const char *name, enum score_direction *direction)
{
	int found = find_name(direction_names, SCORE_DIRECTIONS, name);

	if (found >= 0)
		*direction = (enum score_direction)found;
	return found >= 0;
}

/* --- checks --- */

static enum err check_amount(double amount, const char *field, struct error *error)
{
	if (amount >= 0 && amount <= LARGEST)
		return ERR_OK;
	if (amount < 0)
		return error_set_field(error, ERR_INVALID, field, "%s", _("The number must not be below 0."));
	return error_set_field(error, ERR_INVALID, field, "%s", _("The number is too large."));
}

static enum err check_whole(double value, int lowest, int highest, struct error *error)
{
	char text[NUMBER_TEXT];

	if (value >= lowest && value <= highest && value == floor(value))
		return ERR_OK;
	number_text(value, text);
	return error_set_field(error, ERR_INVALID, "value", _("A whole number from %d to %d is expected, not %s."), lowest,
		highest, text);
}

static enum err check_value(const struct score_scale *scale, double value, struct error *error)
{
	char text[NUMBER_TEXT];
	enum err err;

	if (isnan(value))
		return error_set_field(error, ERR_INVALID, "value", "%s", _("A value is missing."));
	switch (scale->type) {
	case SCORE_LADDER:
		return check_whole(value, scale->lowest, scale->lowest + scale->levels - 1, error);
	case SCORE_CHECKLIST:
		return check_whole(value, 0, scale->items, error);
	case SCORE_YES_NO:
		if (value == 0 || value == 1)
			return ERR_OK;
		number_text(value, text);
		return error_set_field(error, ERR_INVALID, "value", _("1 (yes) or 0 (no) is expected, not %s."), text);
	case SCORE_PERCENT:
		if (value >= 0 && value <= 100)
			return ERR_OK;
		number_text(value, text);
		return error_set_field(error, ERR_INVALID, "value", _("A percentage from 0 to 100 is expected, not %s."), text);
	case SCORE_COUNT:
		err = check_amount(value, "value", error);
		if (err == ERR_OK && value != floor(value)) {
			number_text(value, text);
			err = error_set_field(error, ERR_INVALID, "value", _("A count is a whole number; %s is not."), text);
		}
		return err;
	default:
		return check_amount(value, "value", error);
	}
}

static enum err check_parts(const struct score_scale *scale, const struct score_answer *answer, struct error *error)
{
	const char *given = isnan(answer->numerator) ? "denominator" : "numerator";
	char numerator[NUMBER_TEXT], denominator[NUMBER_TEXT];
	enum err err;

	if (!score_type_divided(scale->type))
		return error_set_field(error, ERR_INVALID, given, "%s",
			_("This indicator takes a value, not a numerator and a denominator."));
	if (isnan(answer->numerator))
		return error_set_field(error, ERR_INVALID, "numerator", "%s", _("The numerator is missing."));
	if (isnan(answer->denominator))
		return error_set_field(error, ERR_INVALID, "denominator", "%s", _("The denominator is missing."));
	err = check_amount(answer->numerator, "numerator", error);
	if (err == ERR_OK)
		err = check_amount(answer->denominator, "denominator", error);
	if (err != ERR_OK)
		return err;
	if (answer->denominator == 0)
		return error_set_field(error, ERR_INVALID, "denominator", "%s",
			_("The denominator is 0, so there is nothing to take a share of: answer “not applicable” and say why."));
	if (scale->type == SCORE_PERCENT && answer->numerator > answer->denominator) {
		number_text(answer->numerator, numerator);
		number_text(answer->denominator, denominator);
		return error_set_field(error, ERR_INVALID, "numerator",
			_("The numerator %s is greater than the denominator %s: the percentage would be over 100."), numerator,
			denominator);
	}
	return ERR_OK;
}

static double divided(const struct score_scale *scale, const struct score_answer *answer)
{
	double per = scale->type == SCORE_PERCENT ? 100 : scale->per;

	return per * answer->numerator / answer->denominator;
}

/* Whether a value that was typed beside its parts is the computed one, rounded. */
static bool agrees(enum score_type type, double typed, double computed)
{
	double slack = type == SCORE_PERCENT ? 0.5 : 0.01 * computed + 0.005;

	return fabs(typed - computed) <= slack;
}

enum err score_check(const struct score_scale *scale, struct score_answer *answer, struct error *error)
{
	double value = answer->value;
	enum err err;

	if (!isnan(answer->numerator) || !isnan(answer->denominator)) {
		err = check_parts(scale, answer, error);
		if (err != ERR_OK)
			return err;

		double computed = divided(scale, answer);

		if (!isnan(value) && !agrees(scale->type, value, computed)) {
			char typed_text[NUMBER_TEXT], computed_text[NUMBER_TEXT];

			number_text(value, typed_text);
			number_rounded_text(computed, 2, computed_text);
			return error_set_field(error, ERR_INVALID, "value",
				_("The value %s does not agree with numerator and denominator, which give %s."), typed_text,
				computed_text);
		}
		value = computed;
	}
	err = check_value(scale, value, error);
	if (err != ERR_OK)
		return err;
	answer->value = value;
	answer->score = score_of(scale, value);
	return ERR_OK;
}

/* --- scores --- */

double score_of(const struct score_scale *scale, double value)
{
	switch (scale->type) {
	case SCORE_LADDER:
		return 100 * value / (scale->lowest + scale->levels - 1);
	case SCORE_CHECKLIST:
		return 100 * value / scale->items;
	case SCORE_YES_NO:
		return 100 * value;
	case SCORE_PERCENT:
		return value;
	default:
		return NAN;
	}
}

double score_judged(double score, enum score_direction direction)
{
	switch (direction) {
	case SCORE_INCREASE:
		return score;
	case SCORE_DECREASE:
		return 100 - score;
	default:
		return NAN;
	}
}

/* --- classes --- */

enum err score_classes_read(const char *text, struct score_classes *classes, struct error *error)
{
	struct score_classes read = { .count = 0 };

	for (;;) {
		char word[NUMBER_TEXT];
		double threshold;

		text += strspn(text, " ");

		size_t length = strcspn(text, " ");

		if (length == 0)
			break;
		if (read.count == SCORE_THRESHOLDS_MAX)
			return error_set_field(error, ERR_INVALID, "thresholds", _("There are more than %d thresholds."),
				SCORE_THRESHOLDS_MAX);
		if (length >= sizeof word)
			length = sizeof word - 1;
		memcpy(word, text, length);
		word[length] = '\0';
		if (!number_parse(word, &threshold) || threshold <= 0 || threshold > 100)
			return error_set_field(error, ERR_INVALID, "thresholds",
				_("A threshold is a number above 0 and up to 100; “%s” is not."), word);
		if (read.count > 0 && threshold <= read.thresholds[read.count - 1])
			return error_set_field(error, ERR_INVALID, "thresholds",
				_("Thresholds must ascend; %s does not."), word);
		read.thresholds[read.count++] = threshold;
		text += length;
	}
	*classes = read;
	return ERR_OK;
}

int score_class(const struct score_classes *classes, double score)
{
	int class = 1;

	if (classes->count == 0 || isnan(score))
		return 0;
	while (class <= classes->count && score >= classes->thresholds[class - 1])
		class++;
	return class;
}
