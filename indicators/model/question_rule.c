/*
 * question_rule: a rule of the catalogue in words. See question.h.
 *
 * The sentences name the part ("The numerator") as their subject and say nothing whose form depends on its gender, so that a language
 * needs one translation of each.
 */
#include "indicators/model/question.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/number.h"

#define NO_BREAK_SPACE "\u00a0"

/* Digits in threes from five digits on: "100,000", in Russian with spaces that do not break; the decimal mark of the language. */
static const char *words_of(struct arena *arena, double value)
{
	const bool english = strcmp(i18n_current(), "en") == 0;
	char text[NUMBER_TEXT];
	char words[3 * NUMBER_TEXT];
	size_t length = 0;

	number_text(value, text);
	/* What has an exponent stays as it is. */
	size_t digits = strspn(text, "-0123456789");
	bool grouped = text[digits + strspn(text + digits, ".0123456789")] == '\0' && strspn(text + (text[0] == '-'), "0123456789") >= 5;
	for (size_t i = 0; text[i] != '\0'; i++) {
		bool gap = grouped && i > (text[0] == '-' ? 1U : 0U) && i < digits && (digits - i) % 3 == 0;
		const char *piece = !gap ? "" : english ? "," : NO_BREAK_SPACE;
		length += (size_t)snprintf(words + length, sizeof words - length, "%s%c", piece, text[i] == '.' && !english ? ',' : text[i]);
	}
	return arena_strndup(arena, words, length);
}

/* The same of the rule's part: a percent with its sign. */
static const char *figure_of(struct arena *arena, const struct question *question, const struct rule *rule, double value)
{
	const char *words = words_of(arena, value);

	return rule->part == RULE_VALUE && strcmp(question->unit, "percent") == 0 ? arena_printf(arena, _("%s%%"), words) : words;
}

static const char *range_words(struct arena *arena, const struct question *question, const struct rule *rule, const char *subject)
{
	const char *lowest = figure_of(arena, question, rule, rule->lowest);
	const char *highest = figure_of(arena, question, rule, rule->highest);

	if (isnan(rule->highest))
		return arena_printf(arena, _("%s is at least %s."), subject, lowest);
	if (isnan(rule->lowest))
		return arena_printf(arena, _("%s is at most %s."), subject, highest);
	return arena_printf(arena, _("%s lies between %s and %s."), subject, lowest, highest);
}

static const char *jump_words(struct arena *arena, const struct question *question, const struct rule *rule, const char *subject)
{
	const char *factor = words_of(arena, rule->factor);
	const char *above = figure_of(arena, question, rule, rule->above);
	double whole;
	/* Where there is a fraction, the form that goes with 2 ("1.5 times" is not "1 time"). */
	unsigned long n = modf(rule->factor, &whole) > 0 || rule->factor > 1e6 ? 2 : (unsigned long)rule->factor;

	if (rule->factor < 2 || rule->factor > 2)
		return rule->above > 0
			? arena_printf(arena, i18n_plural("%s is up or down by no more than a factor of %s since the last round, where either figure reaches %s.",
				"%s is up or down by no more than a factor of %s since the last round, where either figure reaches %s.", n), subject, factor, above)
			: arena_printf(arena, i18n_plural("%s is up or down by no more than a factor of %s since the last round.",
				"%s is up or down by no more than a factor of %s since the last round.", n), subject, factor);
	if (rule->above > 0)
		return arena_printf(arena, _("%s is no more than twice and no less than half that of the last round, where either figure reaches %s."),
			subject, above);
	return arena_printf(arena, _("%s is no more than twice and no less than half that of the last round."), subject);
}

static const char *comparison_words(struct arena *arena, const struct question_rule *rule, const char *subject)
{
	static const char *const at_most[RULE_PARTS] = {
		[RULE_VALUE] = N_("%s is no more than the value of %s."),
		[RULE_NUMERATOR] = N_("%s is no more than the numerator of %s."),
		[RULE_DENOMINATOR] = N_("%s is no more than the denominator of %s."),
	};
	static const char *const equals[RULE_PARTS] = {
		[RULE_VALUE] = N_("%s is the same as the value of %s."),
		[RULE_NUMERATOR] = N_("%s is the same as the numerator of %s."),
		[RULE_DENOMINATOR] = N_("%s is the same as the denominator of %s."),
	};
	const char *const *sentences = rule->rule.kind == RULE_AT_MOST ? at_most : equals;
	const char *other = rule->other_title == NULL ? rule->rule.other : arena_printf(arena, "%s (%s)", rule->rule.other, rule->other_title);

	return arena_printf(arena, i18n_text(sentences[rule->rule.other_part]), subject, other);
}

const char *question_rule_text(struct arena *arena, const struct question *question, const struct question_rule *rule)
{
	static const char *const subjects[RULE_PARTS] = {
		[RULE_VALUE] = N_("The value"), [RULE_NUMERATOR] = N_("The numerator"), [RULE_DENOMINATOR] = N_("The denominator"),
	};
	const char *subject = i18n_text(subjects[rule->rule.part]);

	switch (rule->rule.kind) {
	case RULE_RANGE:
		return range_words(arena, question, &rule->rule, subject);
	case RULE_JUMP:
		return jump_words(arena, question, &rule->rule, subject);
	case RULE_AT_MOST:
	case RULE_EQUALS:
		return comparison_words(arena, rule, subject);
	case RULE_KINDS:
		break;
	}
	return "";
}
