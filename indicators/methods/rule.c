/* rule: see rule.h. */
#include "indicators/methods/rule.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

static const char *const kinds[RULE_KINDS] = {
	[RULE_RANGE] = "range", [RULE_JUMP] = "jump", [RULE_AT_MOST] = "at_most", [RULE_EQUALS] = "equals",
};
static const char *const parts[RULE_PARTS] = {
	[RULE_VALUE] = "value", [RULE_NUMERATOR] = "numerator", [RULE_DENOMINATOR] = "denominator",
};

static bool named(const char *const *names, int count, const char *name, int *found)
{
	for (int i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0) {
			*found = i;
			return true;
		}
	return false;
}

bool rule_kind_named(const char *name, enum rule_kind *kind)
{
	int found = 0;
	bool known = named(kinds, RULE_KINDS, name, &found);

	*kind = (enum rule_kind)found;
	return known;
}

const char *rule_part_name(enum rule_part part)
{
	return parts[part];
}

bool rule_part_named(const char *name, enum rule_part *part)
{
	int found = 0;
	bool known = named(parts, RULE_PARTS, name, &found);

	*part = (enum rule_part)found;
	return known;
}

double rule_part_of(const struct rule_numbers *numbers, enum rule_part part)
{
	switch (part) {
	case RULE_NUMERATOR:
		return numbers->numerator;
	case RULE_DENOMINATOR:
		return numbers->denominator;
	case RULE_VALUE:
	case RULE_PARTS:
		break;
	}
	return numbers->value;
}

static bool jumps(const struct rule *rule, double now, double before)
{
	if (now < rule->above && before < rule->above)
		return false;
	/* Multiplied, not divided: a 0 on either side is a jump by any factor. */
	return now > rule->factor * before || before > rule->factor * now;
}

bool rule_broken(const struct rule *rule, const struct rule_numbers *own, const struct rule_numbers *last, const struct rule_numbers *other)
{
	double now = rule_part_of(own, rule->part);
	const struct rule_numbers *beside = rule->kind == RULE_JUMP ? last : other;

	/* Comparisons with NaN are false: what is not there breaks nothing. */
	if (rule->kind == RULE_RANGE)
		return now < rule->lowest || now > rule->highest;
	if (beside == NULL || isnan(now))
		return false;
	double there = rule_part_of(beside, rule->kind == RULE_JUMP ? rule->part : rule->other_part);
	if (isnan(there))
		return false;
	switch (rule->kind) {
	case RULE_JUMP:
		return jumps(rule, now, there);
	case RULE_AT_MOST:
		return now > there;
	case RULE_EQUALS:
		return now < there || now > there;
	case RULE_RANGE:
	case RULE_KINDS:
		break;
	}
	return false;
}
