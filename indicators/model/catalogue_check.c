/*
 * catalogue_check: whether the files of a framework make sense, beyond their shape. See catalogue_file.h.
 *
 * Every sentence is for whoever edits the file: it names what is wrong and what would be right.
 */
#include "indicators/model/catalogue_file.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/period.h"

#define TITLE_MAX 400 /* bytes; about 200 Cyrillic letters */
#define TEXT_MAX 8000
#define CODE_MAX 32

/* Where the checks of one file report. */
struct place {
	const struct yaml_file *file;
	struct problems *problems;
};

static void complain(const struct place *at, const char *path, const char *format, ...) PRINTF_LIKE(3, 4);

static void complain(const struct place *at, const char *path, const char *format, ...)
{
	char sentence[ERROR_TEXT_MAX];
	va_list args;

	va_start(args, format);
	vsnprintf(sentence, sizeof sentence, format, args);
	va_end(args);
	yaml_file_problem(at->file, at->problems, path, "%s", sentence);
}

static bool is_code(const char *text, const char *first, const char *rest)
{
	size_t length = strlen(text);

	return length > 0 && length <= CODE_MAX && strchr(first, text[0]) != NULL && strspn(text, rest) == length;
}

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

static bool is_upper_code(const char *text)
{
	return is_code(text, UPPER, UPPER DIGITS "_");
}

bool catalogue_is_lower_code(const char *text)
{
	return is_code(text, LOWER, LOWER DIGITS "_");
}

static void check_text(const struct place *at, const char *path, const struct yaml_text *text, bool optional, size_t most)
{
	yaml_text_check(at->file, at->problems, path, text, optional, most);
}

void catalogue_check_framework(const struct catalogue *catalogue, struct problems *problems)
{
	const struct catalogue_framework *framework = catalogue->framework;
	const struct place at = { catalogue->framework_file, problems };
	char path[64];

	/* A code is also the first part of an address, where these are something else. */
	static const char *const taken[] = { "account", "reporting", "secretariat", "donors", "members", "methods", "assets",
		"healthz", "sdmx", "api", "index" };
	if (!catalogue_is_lower_code(framework->framework))
		complain(&at, "framework", _("The framework's code must be lower-case letters, digits and _, not “%s”."), framework->framework);
	else if (catalogue_has(taken, sizeof taken / sizeof *taken, framework->framework))
		complain(&at, "framework", _("“%s” is an address of the web site; choose another code."), framework->framework);
	if (framework->position < 1)
		complain(&at, "position", _("The position counts from 1."));
	if (framework->minimum_reporting < 1 || framework->minimum_reporting > 1000)
		complain(&at, "minimum_reporting", _("minimum_reporting must be from 1 to 1000, not %d."), framework->minimum_reporting);
	if (framework->ladder_levels != NULL && (*framework->ladder_levels < 2 || *framework->ladder_levels > CATALOGUE_LEVELS_MAX))
		complain(&at, "ladder_levels", _("ladder_levels must be from 2 to %d."), CATALOGUE_LEVELS_MAX);
	check_text(&at, "title", framework->title, false, TITLE_MAX);
	check_text(&at, "description", framework->description, false, TEXT_MAX);
	check_text(&at, "notice", framework->notice, true, TEXT_MAX);
	check_text(&at, "source", framework->source, true, TEXT_MAX);
	if (framework->domains_count == 0)
		complain(&at, "domains", _("A framework needs at least one domain."));
	for (unsigned i = 0; i < framework->domains_count; i++) {
		const struct catalogue_domain *domain = &framework->domains[i];
		snprintf(path, sizeof path, "domains/%u/code", i);
		if (!is_upper_code(domain->code))
			complain(&at, path, _("A domain's code must be capital letters, digits and _, not “%s”."), domain->code);
		for (unsigned before = 0; before < i; before++)
			if (strcmp(framework->domains[before].code, domain->code) == 0)
				complain(&at, path, _("The domain %s is there twice."), domain->code);
		snprintf(path, sizeof path, "domains/%u/title", i);
		check_text(&at, path, domain->title, false, TITLE_MAX);
		snprintf(path, sizeof path, "domains/%u/description", i);
		check_text(&at, path, domain->description, false, TEXT_MAX);
	}
}

static void check_periods(const struct place *at, const struct catalogue_indicator *indicator)
{
	struct period first;
	struct period last;
	struct error error = ERROR_INIT;
	bool good = true;

	if (indicator->first_period != NULL && period_parse(indicator->first_period, &first, &error) != ERR_OK) {
		complain(at, "first_period", "%s", error.text);
		good = false;
	}
	if (indicator->last_period != NULL && period_parse(indicator->last_period, &last, &error) != ERR_OK) {
		complain(at, "last_period", "%s", error.text);
		good = false;
	}
	if (!good || indicator->first_period == NULL || indicator->last_period == NULL)
		return;
	if (first.frequency != last.frequency)
		complain(at, "last_period", _("first_period and last_period must be of one kind: both years, half-years, quarters or months."));
	else if (period_compare(&first, &last) > 0)
		complain(at, "last_period", _("The last period %s is before the first, %s."), indicator->last_period, indicator->first_period);
}

static void check_ladder(const struct place *at, const struct catalogue_indicator *indicator, unsigned levels)
{
	char path[96];

	if (indicator->levels_count != levels)
		complain(at, "levels", _("A ladder needs exactly %u levels, from 0 to %u; here are %u."), levels, levels - 1, indicator->levels_count);
	for (unsigned l = 0; l < indicator->levels_count; l++) {
		const struct catalogue_level *level = &indicator->levels[l];
		snprintf(path, sizeof path, "levels/%u/title", l);
		check_text(at, path, level->title, false, TITLE_MAX);
		snprintf(path, sizeof path, "levels/%u/criteria", l);
		if (l == 0 && level->criteria_count != 0)
			complain(at, path, _("Level 0 has no criteria: it is where nothing is in place."));
		if (l > 0 && level->criteria_count == 0)
			complain(at, path, _("Level %u needs at least one criterion."), l);
		for (unsigned c = 0; c < level->criteria_count; c++) {
			snprintf(path, sizeof path, "levels/%u/criteria/%u", l, c);
			check_text(at, path, &level->criteria[c], false, TEXT_MAX);
		}
	}
}

static void check_checklist(const struct place *at, const struct catalogue_indicator *indicator)
{
	char path[96];

	if (indicator->items_count == 0)
		complain(at, "items", _("A checklist needs items."));
	for (unsigned i = 0; i < indicator->items_count; i++) {
		const struct catalogue_item *item = &indicator->items[i];
		bool group = false;
		snprintf(path, sizeof path, "items/%u/code", i);
		if (!is_code(item->code, UPPER LOWER DIGITS, UPPER LOWER DIGITS "_"))
			complain(at, path, _("An item's code must be letters, digits and _, not “%s”."), item->code);
		for (unsigned before = 0; before < i; before++)
			if (strcmp(indicator->items[before].code, item->code) == 0)
				complain(at, path, _("The item %s is there twice."), item->code);
		for (unsigned g = 0; g < indicator->groups_count; g++)
			group = group || strcmp(indicator->groups[g].code, item->group) == 0;
		snprintf(path, sizeof path, "items/%u/group", i);
		if (!group)
			complain(at, path, _("The item %s is in the group “%s”, which is not among the groups."), item->code, item->group);
		snprintf(path, sizeof path, "items/%u/title", i);
		check_text(at, path, item->title, false, TEXT_MAX);
	}
	for (unsigned g = 0; g < indicator->groups_count; g++) {
		const struct catalogue_group *group = &indicator->groups[g];
		snprintf(path, sizeof path, "groups/%u/code", g);
		if (!is_code(group->code, UPPER LOWER DIGITS, UPPER LOWER DIGITS "_"))
			complain(at, path, _("A group's code must be letters, digits and _, not “%s”."), group->code);
		for (unsigned before = 0; before < g; before++)
			if (strcmp(indicator->groups[before].code, group->code) == 0)
				complain(at, path, _("The group %s is there twice."), group->code);
		snprintf(path, sizeof path, "groups/%u/title", g);
		check_text(at, path, group->title, false, TITLE_MAX);
	}
	if (indicator->thresholds_count != 0 && indicator->thresholds_count != 3)
		complain(at, "thresholds", _("There are three thresholds: where classes 2, 3 and 4 begin."));
	for (unsigned t = 0; t < indicator->thresholds_count; t++) {
		snprintf(path, sizeof path, "thresholds/%u", t);
		if (!(indicator->thresholds[t] > 0 && indicator->thresholds[t] <= 100))
			complain(at, path, _("A threshold must be above 0 and at most 100."));
		else if (t > 0 && indicator->thresholds[t] <= indicator->thresholds[t - 1])
			complain(at, path, _("Each threshold must be above the one before it."));
	}
}

/* What only one type has must not stand in the file of another, where nobody would ever see it. */
static void check_type(const struct place *at, const struct catalogue_indicator *indicator, unsigned levels)
{
	enum score_type type;

	if (!score_type_named(indicator->type, &type)) {
		complain(at, "type", _("The type must be ladder, checklist, yes_no, count, percent or rate, not “%s”."), indicator->type);
		return;
	}
	if (type == SCORE_LADDER)
		check_ladder(at, indicator, levels);
	else if (indicator->levels_count > 0)
		complain(at, "levels", _("Only a ladder has levels; this is of the type %s."), indicator->type);
	if (type == SCORE_CHECKLIST) {
		check_checklist(at, indicator);
	} else {
		if (indicator->items_count > 0)
			complain(at, "items", _("Only a checklist has items; this is of the type %s."), indicator->type);
		if (indicator->groups_count > 0)
			complain(at, "groups", _("Only a checklist has groups; this is of the type %s."), indicator->type);
		if (indicator->thresholds_count > 0)
			complain(at, "thresholds", _("Only a checklist has thresholds; this is of the type %s."), indicator->type);
	}
	if (!score_type_divided(type)) {
		if (indicator->numerator != NULL || indicator->denominator != NULL)
			complain(at, indicator->numerator != NULL ? "numerator" : "denominator",
				_("Only a percent or a rate has a numerator and a denominator; this is of the type %s."), indicator->type);
	} else {
		if ((indicator->numerator == NULL) != (indicator->denominator == NULL))
			complain(at, indicator->numerator != NULL ? "numerator" : "denominator",
				_("numerator and denominator stand together or not at all."));
		check_text(at, "numerator", indicator->numerator, true, TEXT_MAX);
		check_text(at, "denominator", indicator->denominator, true, TEXT_MAX);
	}
	if (type == SCORE_RATE && (indicator->per == NULL || !(*indicator->per > 0) || isinf(*indicator->per)))
		complain(at, "per", _("A rate needs “per”, a number above 0: value = numerator / denominator · per."));
	if (type != SCORE_RATE && indicator->per != NULL)
		complain(at, "per", _("Only a rate has “per”; this is of the type %s."), indicator->type);
	if (type != SCORE_COUNT && indicator->disaggregation_count > 0)
		complain(at, "disaggregation", _("Only a count is broken down; this is of the type %s."), indicator->type);
}

/* "name=code" joined by ";", names in order, as official values have them. */
static bool are_dims(const char *text)
{
	char before[CODE_MAX + 1] = "";

	while (*text != '\0') {
		size_t name = strspn(text, LOWER DIGITS "_");
		if (name == 0 || name > CODE_MAX || text[name] != '=')
			return false;
		char now[CODE_MAX + 1];
		snprintf(now, sizeof now, "%.*s", (int)name, text);
		if (strcmp(before, now) >= 0)
			return false;
		snprintf(before, sizeof before, "%s", now);
		text += name + 1;
		size_t code = strspn(text, LOWER DIGITS "_");
		if (code == 0 || (text[code] != ';' && text[code] != '\0'))
			return false;
		text += code;
		if (*text == ';' && *++text == '\0')
			return false;
	}
	return true;
}

static void check_references(const struct catalogue *catalogue, const struct place *at, const struct catalogue_indicator *indicator,
	const struct catalogue_known *known)
{
	const struct catalogue_framework *framework = catalogue->framework;
	char path[64];

	for (unsigned i = 0; i < indicator->replaces_count; i++) {
		bool found = false;
		snprintf(path, sizeof path, "replaces/%u", i);
		for (size_t other = 0; other < catalogue->indicator_count; other++)
			found = found || strcmp(catalogue->indicators[other]->code, indicator->replaces[i]) == 0;
		if (strcmp(indicator->replaces[i], indicator->code) == 0)
			complain(at, path, _("An indicator does not replace itself; a new definition under the same code is a new version."));
		else if (!found)
			complain(at, path, _("It replaces %s, which is not in this framework."), indicator->replaces[i]);
		for (unsigned before = 0; before < i; before++)
			if (strcmp(indicator->replaces[before], indicator->replaces[i]) == 0)
				complain(at, path, _("%s is there twice."), indicator->replaces[i]);
	}
	for (unsigned i = 0; i < indicator->sdg_count; i++) {
		snprintf(path, sizeof path, "sdg/%u", i);
		if (known != NULL && !catalogue_has(known->targets, known->target_count, indicator->sdg[i]))
			complain(at, path, _("The SDG target %s is not in sdg.yaml."), indicator->sdg[i]);
		for (unsigned before = 0; before < i; before++)
			if (strcmp(indicator->sdg[before], indicator->sdg[i]) == 0)
				complain(at, path, _("%s is there twice."), indicator->sdg[i]);
	}
	for (unsigned i = 0; i < indicator->series_count; i++) {
		const struct catalogue_series *series = &indicator->series[i];
		snprintf(path, sizeof path, "series/%u/code", i);
		if (known != NULL && !catalogue_has(known->series, known->series_count, series->code))
			complain(at, path, _("The series %s is not in sdg.yaml."), series->code);
		for (unsigned before = 0; before < i; before++)
			if (strcmp(indicator->series[before].code, series->code) == 0 && strcmp(indicator->series[before].dims, series->dims) == 0)
				complain(at, path, _("%s is there twice."), series->code);
		snprintf(path, sizeof path, "series/%u/dims", i);
		if (!are_dims(series->dims))
			complain(at, path, _("dims must be “name=code” joined by “;”, names in alphabetical order, not “%s”."), series->dims);
	}
	for (unsigned i = 0; i < indicator->disaggregation_count; i++) {
		snprintf(path, sizeof path, "disaggregation/%u", i);
		bool found = framework == NULL;
		for (unsigned d = 0; !found && d < framework->dimensions_count; d++)
			found = strcmp(framework->dimensions[d].code, indicator->disaggregation[i]) == 0;
		if (!found)
			complain(at, path, _("A count is broken down by a dimension of framework.yaml; “%s” is not among them."), indicator->disaggregation[i]);
		for (unsigned before = 0; before < i; before++)
			if (strcmp(indicator->disaggregation[before], indicator->disaggregation[i]) == 0)
				complain(at, path, _("%s is there twice."), indicator->disaggregation[i]);
	}
	for (unsigned i = 0; i < indicator->instruments_count; i++) {
		snprintf(path, sizeof path, "instruments/%u", i);
		if (indicator->instruments[i][0] == '\0')
			complain(at, path, _("An instrument is empty."));
	}
}

void catalogue_check_indicator(const struct catalogue *catalogue, size_t index, const struct catalogue_known *known,
	struct problems *problems)
{
	const struct catalogue_indicator *indicator = catalogue->indicators[index];
	const struct catalogue_framework *framework = catalogue->framework;
	const struct place at = { catalogue->files[index], problems };
	enum score_direction direction;
	unsigned levels = CATALOGUE_LEVELS;

	if (framework != NULL && framework->ladder_levels != NULL)
		levels = (unsigned)*framework->ladder_levels;
	if (!is_upper_code(indicator->code))
		complain(&at, "code", _("An indicator's code must be capital letters, digits and _, not “%s”."), indicator->code);
	for (size_t before = 0; before < index; before++)
		if (strcmp(catalogue->indicators[before]->code, indicator->code) == 0)
			complain(&at, "code", _("The code %s is also that of %s."), indicator->code, yaml_file_shown(catalogue->files[before]));
	if (framework != NULL) {
		bool known_domain = false;
		for (unsigned i = 0; i < framework->domains_count; i++)
			known_domain = known_domain || strcmp(framework->domains[i].code, indicator->domain) == 0;
		if (!known_domain)
			complain(&at, "domain", _("The domain %s is not in framework.yaml."), indicator->domain);
	}
	if (indicator->position < 1)
		complain(&at, "position", _("The position counts from 1."));
	if (!score_direction_named(indicator->direction, &direction))
		complain(&at, "direction", _("The direction must be increase, decrease or neutral, not “%s”."), indicator->direction);
	if (!catalogue_is_lower_code(indicator->unit))
		complain(&at, "unit", _("The unit must be a code of lower-case letters, digits and _, not “%s”."), indicator->unit);
	else if (known != NULL && !catalogue_has(known->units, known->unit_count, indicator->unit))
		complain(&at, "unit", _("The unit %s is not in sdg.yaml."), indicator->unit);
	check_periods(&at, indicator);
	check_type(&at, indicator, levels);
	check_references(catalogue, &at, indicator, known);
	check_text(&at, "title", indicator->title, false, TITLE_MAX);
	check_text(&at, "measures", indicator->measures, false, TEXT_MAX);
	check_text(&at, "guidance", indicator->guidance, false, TEXT_MAX);
	check_text(&at, "evidence", indicator->evidence, false, TEXT_MAX);
	check_text(&at, "agency", indicator->agency, true, TITLE_MAX);
}
