/*
 * rule: what the catalogue says that an answer's numbers have to keep to, beyond what their type allows (score.h). Pure.
 *
 *	range     the part lies within lowest … highest
 *	jump      the part is no more than `factor` times the last round's, and no less than its `factor`-th part; told only where one of
 *	          the two is `above` or more, since small numbers jump by themselves
 *	at_most   the part is no more than another indicator's (persons convicted, persons prosecuted)
 *	equals    the part is just another indicator's (the denominator "victims identified", and IDR3)
 *
 * A hard rule keeps an answer from being submitted; a soft one asks for an explanation. A number that is not there breaks no rule.
 */
#ifndef INDICATORS_METHODS_RULE_H
#define INDICATORS_METHODS_RULE_H

#include <stdbool.h>

enum rule_kind { RULE_RANGE, RULE_JUMP, RULE_AT_MOST, RULE_EQUALS, RULE_KINDS };
enum rule_part { RULE_VALUE, RULE_NUMERATOR, RULE_DENOMINATOR, RULE_PARTS };

struct rule {
	enum rule_kind kind;
	bool hard;
	enum rule_part part;
	double lowest, highest;    /* range; NaN: open on that side */
	double factor;             /* jump: more than 1 */
	double above;              /* jump */
	const char *other;         /* at_most, equals: code of the other indicator */
	enum rule_part other_part;
};

/* The numbers of an answer; NaN: not given. */
struct rule_numbers { double value, numerator, denominator; };

/* "range", "jump", "at_most", "equals"; "value", "numerator", "denominator", as in catalogue files, tables and forms. */
bool rule_kind_named(const char *name, enum rule_kind *kind);
const char *rule_part_name(enum rule_part part);
bool rule_part_named(const char *name, enum rule_part *part);

double rule_part_of(const struct rule_numbers *numbers, enum rule_part part);

/*
 * Whether `own` breaks the rule. `last` are the numbers of the last round by the same definition, `other` those of rule->other in the
 * same round; either may be NULL where there are none.
 */
bool rule_broken(const struct rule *rule, const struct rule_numbers *own, const struct rule_numbers *last, const struct rule_numbers *other);

#endif
