/*
 * catalogue_check_desk: whether the breakdowns of a framework and the rules of an indicator make sense. See catalogue_file.h.
 *
 * As in catalogue_check.c, every sentence is for whoever edits the file.
 */
#include "indicators/model/catalogue_file.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/methods/rule.h"
#include "indicators/model/question.h"

#define TITLE_MAX 400 /* bytes; about 200 Cyrillic letters */
#define WHY_MAX 2000

static void check_categories(const struct yaml_file *file, const struct catalogue_dimension *dimension, unsigned index,
	struct problems *problems)
{
	bool unknown = false;
	char path[96];

	snprintf(path, sizeof path, "dimensions/%u/categories", index);
	if (dimension->categories_count > QUESTION_CATEGORIES_MAX)
		yaml_file_problem(file, problems, path, _("A dimension has at most %d categories; %s has %u."), QUESTION_CATEGORIES_MAX,
			dimension->code, dimension->categories_count);
	for (unsigned i = 0; i < dimension->categories_count; i++) {
		const struct catalogue_category *category = &dimension->categories[i];
		unknown = unknown || strcmp(category->code, "unknown") == 0;
		snprintf(path, sizeof path, "dimensions/%u/categories/%u/code", index, i);
		if (!catalogue_is_lower_code(category->code))
			yaml_file_problem(file, problems, path, _("A category's code must be lower-case letters, digits and _, not “%s”."), category->code);
		for (unsigned before = 0; before < i; before++)
			if (strcmp(dimension->categories[before].code, category->code) == 0)
				yaml_file_problem(file, problems, path, _("The category %s is there twice."), category->code);
		snprintf(path, sizeof path, "dimensions/%u/categories/%u/title", index, i);
		yaml_text_check(file, problems, path, category->title, false, TITLE_MAX);
	}
	snprintf(path, sizeof path, "dimensions/%u/categories", index);
	if (!unknown)
		yaml_file_problem(file, problems, path,
			_("The dimension %s needs a category “unknown”; without it the categories cannot add up to the total."), dimension->code);
	else if (dimension->categories_count < 2)
		yaml_file_problem(file, problems, path, _("The dimension %s needs a category besides “unknown”."), dimension->code);
}

void catalogue_check_dimensions(const struct catalogue *catalogue, struct problems *problems)
{
	const struct catalogue_framework *framework = catalogue->framework;
	const struct yaml_file *file = catalogue->framework_file;
	char path[64];

	if (framework->dimensions_count > QUESTION_DIMENSIONS_MAX)
		yaml_file_problem(file, problems, "dimensions", _("A framework has at most %d dimensions; here are %u."), QUESTION_DIMENSIONS_MAX,
			framework->dimensions_count);
	for (unsigned i = 0; i < framework->dimensions_count; i++) {
		const struct catalogue_dimension *dimension = &framework->dimensions[i];
		snprintf(path, sizeof path, "dimensions/%u/code", i);
		if (!catalogue_is_lower_code(dimension->code))
			yaml_file_problem(file, problems, path, _("A dimension's code must be lower-case letters, digits and _, not “%s”."), dimension->code);
		for (unsigned before = 0; before < i; before++)
			if (strcmp(framework->dimensions[before].code, dimension->code) == 0)
				yaml_file_problem(file, problems, path, _("The dimension %s is there twice."), dimension->code);
		snprintf(path, sizeof path, "dimensions/%u/title", i);
		yaml_text_check(file, problems, path, dimension->title, false, TITLE_MAX);
		check_categories(file, dimension, i, problems);
	}
}

/* --- rules --------------------------------------------------------------------------------------------------- */

/* What the checks of one rule work on. */
struct checked {
	const struct catalogue *catalogue;
	const struct catalogue_indicator *indicator;
	const struct catalogue_rule *rule;
	const struct yaml_file *file;
	struct problems *problems;
	unsigned index;
};

const char *catalogue_part(const char *part)
{
	return part != NULL ? part : rule_part_name(RULE_VALUE);
}

/* The path of a field of the rule, or of the rule itself (""). */
static const char *path_of(const struct checked *checked, const char *field, char path[static 64])
{
	snprintf(path, 64, "rules/%u/%s", checked->index, field);
	return path;
}

static bool is_numeric(const struct catalogue_indicator *indicator)
{
	enum score_type type;

	return score_type_named(indicator->type, &type) && (type == SCORE_COUNT || score_type_divided(type));
}

static bool has_part(const struct catalogue_indicator *indicator, enum rule_part part)
{
	return is_numeric(indicator) && (part == RULE_VALUE || indicator->numerator != NULL);
}

/* Whether the part that `field` names is one that `indicator` has. */
static bool check_part(const struct checked *checked, const char *field, const char *name, const struct catalogue_indicator *indicator,
	enum rule_part *part)
{
	char path[64];

	path_of(checked, field, path);
	if (!rule_part_named(catalogue_part(name), part))
		yaml_file_problem(checked->file, checked->problems, path, _("%s must be value, numerator or denominator, not “%s”."), field, name);
	else if (!has_part(indicator, *part))
		yaml_file_problem(checked->file, checked->problems, path, _("%s, of the type %s, has no %s that a rule could be about."),
			indicator->code, indicator->type, rule_part_name(*part));
	else
		return true;
	return false;
}

/* Each kind has its fields, and a field of another kind would never be looked at. */
static bool check_fields(const struct checked *checked, enum rule_kind kind)
{
	const struct catalogue_rule *rule = checked->rule;
	const bool compares = kind == RULE_AT_MOST || kind == RULE_EQUALS;
	const struct {
		const char *name;
		bool given, belongs, needed;
	} fields[] = {
		{ "lowest", rule->lowest != NULL, kind == RULE_RANGE, rule->highest == NULL },
		{ "highest", rule->highest != NULL, kind == RULE_RANGE, false },
		{ "factor", rule->factor != NULL, kind == RULE_JUMP, true },
		{ "above", rule->above != NULL, kind == RULE_JUMP, false },
		{ "other", rule->other != NULL, compares, true },
		{ "other_part", rule->other_part != NULL, compares, false },
	};
	bool good = true;
	char path[64];

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		path_of(checked, fields[i].name, path);
		if (fields[i].given && !fields[i].belongs)
			yaml_file_problem(checked->file, checked->problems, path, _("A rule of the kind %s has no “%s”."), rule->kind, fields[i].name);
		else if (!fields[i].given && fields[i].belongs && fields[i].needed)
			yaml_file_problem(checked->file, checked->problems, path, kind == RULE_RANGE
				? _("A rule of the kind %s needs “%s” or “highest”.") : _("A rule of the kind %s needs “%s”."), rule->kind, fields[i].name);
		else
			continue;
		good = false;
	}
	return good;
}

static void check_numbers(const struct checked *checked)
{
	const struct catalogue_rule *rule = checked->rule;
	const struct {
		const char *name;
		const double *value;
	} numbers[] = { { "lowest", rule->lowest }, { "highest", rule->highest }, { "factor", rule->factor }, { "above", rule->above } };
	char path[64];

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (numbers[i].value != NULL && !isfinite(*numbers[i].value)) {
			yaml_file_problem(checked->file, checked->problems, path_of(checked, numbers[i].name, path), _("%s is too large a number."), numbers[i].name);
			return;
		}
	if (rule->lowest != NULL && rule->highest != NULL && *rule->lowest > *rule->highest)
		yaml_file_problem(checked->file, checked->problems, path_of(checked, "lowest", path), _("lowest is above highest, so that no answer could keep to the rule."));
	if (rule->factor != NULL && !(*rule->factor > 1))
		yaml_file_problem(checked->file, checked->problems, path_of(checked, "factor", path), _("factor must be more than 1: 2 lets a figure double or halve."));
	if (rule->above != NULL && *rule->above < 0)
		yaml_file_problem(checked->file, checked->problems, path_of(checked, "above", path), _("above must not be less than 0."));
}

static void check_other(const struct checked *checked)
{
	const struct catalogue_rule *rule = checked->rule;
	const struct catalogue_indicator *other = NULL;
	enum rule_part own_part, other_part;
	char path[64];

	path_of(checked, "other", path);
	if (strcmp(rule->other, checked->indicator->code) == 0) {
		yaml_file_problem(checked->file, checked->problems, path, _("A rule compares with another indicator, not with itself."));
		return;
	}
	for (size_t i = 0; i < checked->catalogue->indicator_count && other == NULL; i++)
		if (strcmp(checked->catalogue->indicators[i]->code, rule->other) == 0)
			other = checked->catalogue->indicators[i];
	if (other == NULL) {
		yaml_file_problem(checked->file, checked->problems, path, _("The rule compares with %s, which is not in this framework."), rule->other);
		return;
	}
	if (!check_part(checked, rule->other_part != NULL ? "other_part" : "other", rule->other_part, other, &other_part))
		return;
	if (rule_part_named(catalogue_part(rule->part), &own_part) && own_part == RULE_VALUE && other_part == RULE_VALUE &&
		strcmp(checked->indicator->unit, other->unit) != 0)
		yaml_file_problem(checked->file, checked->problems, path, _("%s is in %s and %s in %s: they do not compare."),
			checked->indicator->code, checked->indicator->unit, other->code, other->unit);
}

static void check_rule(const struct checked *checked)
{
	const struct catalogue_rule *rule = checked->rule;
	enum rule_kind kind;
	enum rule_part part;
	char path[64];

	yaml_text_check(checked->file, checked->problems, path_of(checked, "why", path), rule->why, true, WHY_MAX);
	check_part(checked, "part", rule->part, checked->indicator, &part);
	if (!rule_kind_named(rule->kind, &kind)) {
		yaml_file_problem(checked->file, checked->problems, path_of(checked, "kind", path),
			_("The kind of a rule must be range, jump, at_most or equals, not “%s”."), rule->kind);
		return;
	}
	if (!check_fields(checked, kind))
		return;
	check_numbers(checked);
	if (rule->other != NULL)
		check_other(checked);
}

void catalogue_check_rules(const struct catalogue *catalogue, size_t index, struct problems *problems)
{
	struct checked checked = { .catalogue = catalogue, .indicator = catalogue->indicators[index], .file = catalogue->files[index],
		.problems = problems };
	const struct catalogue_indicator *indicator = checked.indicator;

	enum score_type type;

	/* An unknown type is told once, by catalogue_check_indicator. */
	if (indicator->rules_count == 0 || !score_type_named(indicator->type, &type))
		return;
	if (!is_numeric(indicator)) {
		yaml_file_problem(checked.file, problems, "rules", _("Only a count, a percent or a rate has rules; this is of the type %s."), indicator->type);
		return;
	}
	if (indicator->rules_count > QUESTION_RULES_MAX)
		yaml_file_problem(checked.file, problems, "rules", _("An indicator has at most %d rules; here are %u."), QUESTION_RULES_MAX,
			indicator->rules_count);
	for (checked.index = 0; checked.index < indicator->rules_count; checked.index++) {
		checked.rule = &indicator->rules[checked.index];
		check_rule(&checked);
	}
}
