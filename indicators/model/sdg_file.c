/* sdg_file: the schema of sdg.yaml and whether it makes sense. See catalogue_file.h. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/model/catalogue_file.h"

#define TITLE_MAX 600

#define TEXT(type) CYAML_FIELD_MAPPING_PTR("title", CYAML_FLAG_POINTER, type, title, yaml_text_fields)
#define LIST(key, type, member, entry) \
	CYAML_FIELD_SEQUENCE(key, CYAML_FLAG_POINTER, type, member, entry, 0, CYAML_UNLIMITED)

static const cyaml_schema_field_t target_fields[] = {
	YAML_STRING("code", 0, struct sdg_target_entry, code),
	TEXT(struct sdg_target_entry),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t target_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct sdg_target_entry, target_fields) };

static const cyaml_schema_field_t goal_fields[] = {
	YAML_STRING("code", 0, struct sdg_goal_entry, code),
	TEXT(struct sdg_goal_entry),
	LIST("targets", struct sdg_goal_entry, targets, &target_value),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t goal_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct sdg_goal_entry, goal_fields) };

static const cyaml_schema_field_t series_fields[] = {
	YAML_STRING("code", 0, struct sdg_series_entry, code),
	YAML_STRING("indicator", 0, struct sdg_series_entry, indicator),
	YAML_STRING("target", 0, struct sdg_series_entry, target),
	TEXT(struct sdg_series_entry),
	YAML_STRING("unit", 0, struct sdg_series_entry, unit),
	YAML_STRING("direction", 0, struct sdg_series_entry, direction),
	CYAML_FIELD_FLOAT_PTR("goal_value", CYAML_FLAG_OPTIONAL, struct sdg_series_entry, goal_value),
	CYAML_FIELD_INT("goal_year", CYAML_FLAG_DEFAULT, struct sdg_series_entry, goal_year),
	CYAML_FIELD_FLOAT_PTR("natural_limit", CYAML_FLAG_OPTIONAL, struct sdg_series_entry, natural_limit),
	CYAML_FIELD_INT("base_year", CYAML_FLAG_DEFAULT, struct sdg_series_entry, base_year),
	YAML_STRING("superseded_by", CYAML_FLAG_OPTIONAL, struct sdg_series_entry, superseded_by),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t series_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct sdg_series_entry, series_fields) };

static const cyaml_schema_field_t code_fields[] = {
	YAML_STRING("code", 0, struct sdg_code_entry, code),
	CYAML_FIELD_BOOL("total", CYAML_FLAG_OPTIONAL, struct sdg_code_entry, total),
	TEXT(struct sdg_code_entry),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t code_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct sdg_code_entry, code_fields) };

static const cyaml_schema_field_t dimension_fields[] = {
	YAML_STRING("code", 0, struct sdg_dimension_entry, code),
	TEXT(struct sdg_dimension_entry),
	LIST("codes", struct sdg_dimension_entry, codes, &code_value),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t dimension_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct sdg_dimension_entry, dimension_fields) };

static const cyaml_schema_field_t file_fields[] = {
	LIST("goals", struct sdg_file, goals, &goal_value),
	LIST("series", struct sdg_file, series, &series_value),
	LIST("dimensions", struct sdg_file, dimensions, &dimension_value),
	LIST("units", struct sdg_file, units, &code_value),
	LIST("natures", struct sdg_file, natures, &code_value),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t file_schema = { CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct sdg_file, file_fields) };

static void check_codes(const struct yaml_file *file, struct problems *problems, const char *path, const struct sdg_code_entry *codes,
	unsigned count)
{
	char where[128];

	for (unsigned i = 0; i < count; i++) {
		snprintf(where, sizeof where, "%s/%u/title", path, i);
		yaml_text_check(file, problems, where, codes[i].title, false, TITLE_MAX);
		snprintf(where, sizeof where, "%s/%u/code", path, i);
		if (codes[i].code[0] == '\0' || strspn(codes[i].code, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen(codes[i].code))
			yaml_file_problem(file, problems, where, _("A code must be lower-case letters, digits and _, not “%s”."), codes[i].code);
		for (unsigned before = 0; before < i; before++)
			if (strcmp(codes[before].code, codes[i].code) == 0)
				yaml_file_problem(file, problems, where, _("%s is there twice."), codes[i].code);
	}
}

static void check_goals(const struct yaml_file *file, struct problems *problems, const struct sdg_file *sdg)
{
	char where[128];

	for (unsigned g = 0; g < sdg->goals_count; g++) {
		const struct sdg_goal_entry *goal = &sdg->goals[g];
		size_t length = strlen(goal->code);
		snprintf(where, sizeof where, "goals/%u/title", g);
		yaml_text_check(file, problems, where, goal->title, false, TITLE_MAX);
		snprintf(where, sizeof where, "goals/%u/code", g);
		if (length == 0 || length > 2 || strspn(goal->code, "0123456789") != length)
			yaml_file_problem(file, problems, where, _("A goal's code is its number, not “%s”."), goal->code);
		for (unsigned before = 0; before < g; before++)
			if (strcmp(sdg->goals[before].code, goal->code) == 0)
				yaml_file_problem(file, problems, where, _("%s is there twice."), goal->code);
		for (unsigned t = 0; t < goal->targets_count; t++) {
			const struct sdg_target_entry *target = &goal->targets[t];
			snprintf(where, sizeof where, "goals/%u/targets/%u/title", g, t);
			yaml_text_check(file, problems, where, target->title, false, TITLE_MAX);
			snprintf(where, sizeof where, "goals/%u/targets/%u/code", g, t);
			if (strncmp(target->code, goal->code, length) != 0 || target->code[length] != '.' || target->code[length + 1] == '\0')
				yaml_file_problem(file, problems, where, _("%s is no target of goal %s."), target->code, goal->code);
			for (unsigned before = 0; before < t; before++)
				if (strcmp(goal->targets[before].code, target->code) == 0)
					yaml_file_problem(file, problems, where, _("%s is there twice."), target->code);
		}
	}
}

static bool is_year(int year)
{
	return year >= 1990 && year <= 2100;
}

/* Of the same SDG indicator, and with no successor of its own. */
static bool is_successor(const struct sdg_file *sdg, const struct sdg_series_entry *series)
{
	for (unsigned s = 0; s < sdg->series_count; s++) {
		const struct sdg_series_entry *other = &sdg->series[s];
		if (other != series && strcmp(other->code, series->superseded_by) == 0)
			return strcmp(other->indicator, series->indicator) == 0 && other->superseded_by == NULL;
	}
	return false;
}

static void check_series(const struct yaml_file *file, struct problems *problems, const struct sdg_file *sdg,
	const struct catalogue_known *known)
{
	char where[128];

	for (unsigned s = 0; s < sdg->series_count; s++) {
		const struct sdg_series_entry *series = &sdg->series[s];
		enum score_direction direction;
		snprintf(where, sizeof where, "series/%u/title", s);
		yaml_text_check(file, problems, where, series->title, false, TITLE_MAX);
		snprintf(where, sizeof where, "series/%u/code", s);
		if (series->code[0] == '\0' || strspn(series->code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") != strlen(series->code))
			yaml_file_problem(file, problems, where, _("A series' code must be capital letters, digits and _, not “%s”."), series->code);
		for (unsigned before = 0; before < s; before++)
			if (strcmp(sdg->series[before].code, series->code) == 0)
				yaml_file_problem(file, problems, where, _("%s is there twice."), series->code);
		snprintf(where, sizeof where, "series/%u/target", s);
		if (!catalogue_has(known->targets, known->target_count, series->target))
			yaml_file_problem(file, problems, where, _("The target %s is not among the goals' targets."), series->target);
		snprintf(where, sizeof where, "series/%u/indicator", s);
		if (strncmp(series->indicator, series->target, strlen(series->target)) != 0)
			yaml_file_problem(file, problems, where, _("The SDG indicator %s does not belong to the target %s."), series->indicator, series->target);
		snprintf(where, sizeof where, "series/%u/unit", s);
		if (!catalogue_has(known->units, known->unit_count, series->unit))
			yaml_file_problem(file, problems, where, _("The unit %s is not among the units."), series->unit);
		snprintf(where, sizeof where, "series/%u/direction", s);
		if (!score_direction_named(series->direction, &direction))
			yaml_file_problem(file, problems, where, _("The direction must be increase, decrease or neutral, not “%s”."), series->direction);
		snprintf(where, sizeof where, "series/%u/goal_value", s);
		if (series->goal_value != NULL && !isfinite(*series->goal_value))
			yaml_file_problem(file, problems, where, _("goal_value must be a number."));
		snprintf(where, sizeof where, "series/%u/natural_limit", s);
		if (series->natural_limit != NULL && (!isfinite(*series->natural_limit) || *series->natural_limit == 0))
			yaml_file_problem(file, problems, where, _("natural_limit must be a number other than 0."));
		snprintf(where, sizeof where, "series/%u/goal_year", s);
		if (!is_year(series->goal_year))
			yaml_file_problem(file, problems, where, _("goal_year must be a year."));
		snprintf(where, sizeof where, "series/%u/base_year", s);
		if (!is_year(series->base_year) || series->base_year >= series->goal_year)
			yaml_file_problem(file, problems, where, _("base_year must be a year before goal_year."));
		snprintf(where, sizeof where, "series/%u/superseded_by", s);
		if (series->superseded_by != NULL && !is_successor(sdg, series))
			yaml_file_problem(file, problems, where,
				_("superseded_by must name another series of %s that nothing supersedes, not “%s”."), series->indicator, series->superseded_by);
	}
}

struct yaml_file *sdg_file_read(const char *directory, struct problems *problems)
{
	struct arena arena = ARENA_INIT;
	struct catalogue_known known;
	char where[64];
	const char *path = arena_printf(&arena, "%s/sdg.yaml", directory);
	struct yaml_file *file = yaml_file_open(path, path, &file_schema, problems);

	if (file == NULL)
		goto out;
	const struct sdg_file *sdg = yaml_file_root(file);
	sdg_file_known(file, &arena, &known);
	check_goals(file, problems, sdg);
	check_series(file, problems, sdg, &known);
	for (unsigned d = 0; d < sdg->dimensions_count; d++) {
		snprintf(where, sizeof where, "dimensions/%u/title", d);
		yaml_text_check(file, problems, where, sdg->dimensions[d].title, false, TITLE_MAX);
		snprintf(where, sizeof where, "dimensions/%u/code", d);
		for (unsigned before = 0; before < d; before++)
			if (strcmp(sdg->dimensions[before].code, sdg->dimensions[d].code) == 0)
				yaml_file_problem(file, problems, where, _("%s is there twice."), sdg->dimensions[d].code);
		snprintf(where, sizeof where, "dimensions/%u/codes", d);
		check_codes(file, problems, where, sdg->dimensions[d].codes, sdg->dimensions[d].codes_count);
	}
	check_codes(file, problems, "units", sdg->units, sdg->units_count);
	check_codes(file, problems, "natures", sdg->natures, sdg->natures_count);
out:
	arena_release(&arena);
	return file;
}

void sdg_file_known(const struct yaml_file *file, struct arena *arena, struct catalogue_known *known)
{
	const struct sdg_file *sdg = yaml_file_root(file);
	size_t target_count = 0;

	for (unsigned g = 0; g < sdg->goals_count; g++)
		target_count += sdg->goals[g].targets_count;
	const char **targets = arena_array(arena, target_count + 1, sizeof *targets);
	const char **series = arena_array(arena, sdg->series_count + 1, sizeof *series);
	const char **units = arena_array(arena, sdg->units_count + 1, sizeof *units);
	*known = (struct catalogue_known){ .targets = targets, .series = series, .units = units,
		.series_count = sdg->series_count, .unit_count = sdg->units_count };
	for (unsigned g = 0; g < sdg->goals_count; g++)
		for (unsigned t = 0; t < sdg->goals[g].targets_count; t++)
			targets[known->target_count++] = arena_strdup(arena, sdg->goals[g].targets[t].code);
	for (unsigned s = 0; s < sdg->series_count; s++)
		series[s] = arena_strdup(arena, sdg->series[s].code);
	for (unsigned u = 0; u < sdg->units_count; u++)
		units[u] = arena_strdup(arena, sdg->units[u].code);
}
