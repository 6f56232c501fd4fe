/* catalogue_file: see catalogue_file.h. The schema of framework.yaml and of the indicators' files, and their folder. */
#include "indicators/model/catalogue_file.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "indicators/base/i18n.h"

#define TEXT(key, flags, type, member) \
	CYAML_FIELD_MAPPING_PTR(key, CYAML_FLAG_POINTER | (flags), type, member, yaml_text_fields)
#define LIST(key, type, member, entry) \
	CYAML_FIELD_SEQUENCE(key, CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, type, member, entry, 0, CYAML_UNLIMITED)
#define NEEDED 0
#define OPTIONAL CYAML_FLAG_OPTIONAL

static const cyaml_schema_value_t string_value = { CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 0, YAML_FILE_MAX) };
static const cyaml_schema_value_t number_value = { CYAML_VALUE_FLOAT(CYAML_FLAG_DEFAULT, double) };

/* --- framework.yaml --- */

static const cyaml_schema_field_t domain_fields[] = {
	YAML_STRING("code", NEEDED, struct catalogue_domain, code),
	TEXT("title", NEEDED, struct catalogue_domain, title),
	TEXT("description", NEEDED, struct catalogue_domain, description),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t domain_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct catalogue_domain, domain_fields) };

static const cyaml_schema_field_t category_fields[] = {
	YAML_STRING("code", NEEDED, struct catalogue_category, code),
	TEXT("title", NEEDED, struct catalogue_category, title),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t category_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct catalogue_category, category_fields) };

static const cyaml_schema_field_t dimension_fields[] = {
	YAML_STRING("code", NEEDED, struct catalogue_dimension, code),
	TEXT("title", NEEDED, struct catalogue_dimension, title),
	CYAML_FIELD_SEQUENCE("categories", CYAML_FLAG_POINTER, struct catalogue_dimension, categories, &category_value, 0, CYAML_UNLIMITED),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t dimension_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct catalogue_dimension, dimension_fields) };

static const cyaml_schema_field_t framework_fields[] = {
	YAML_STRING("framework", NEEDED, struct catalogue_framework, framework),
	CYAML_FIELD_INT("position", CYAML_FLAG_DEFAULT, struct catalogue_framework, position),
	CYAML_FIELD_INT("minimum_reporting", CYAML_FLAG_DEFAULT, struct catalogue_framework, minimum_reporting),
	CYAML_FIELD_BOOL("carry_forward", CYAML_FLAG_DEFAULT, struct catalogue_framework, carry_forward),
	CYAML_FIELD_INT_PTR("ladder_levels", OPTIONAL, struct catalogue_framework, ladder_levels),
	TEXT("title", NEEDED, struct catalogue_framework, title),
	TEXT("description", NEEDED, struct catalogue_framework, description),
	TEXT("notice", OPTIONAL, struct catalogue_framework, notice),
	TEXT("source", OPTIONAL, struct catalogue_framework, source),
	CYAML_FIELD_SEQUENCE("domains", CYAML_FLAG_POINTER, struct catalogue_framework, domains, &domain_value, 0, CYAML_UNLIMITED),
	LIST("dimensions", struct catalogue_framework, dimensions, &dimension_value),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t framework_schema = { CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct catalogue_framework, framework_fields) };

/* --- an indicator's file. Texts are optional where the checks of meaning say more about them --- */

static const cyaml_schema_value_t text_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct yaml_text, yaml_text_fields) };

static const cyaml_schema_field_t level_fields[] = {
	TEXT("title", NEEDED, struct catalogue_level, title),
	CYAML_FIELD_SEQUENCE("criteria", CYAML_FLAG_POINTER, struct catalogue_level, criteria, &text_value, 0, CYAML_UNLIMITED),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t level_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct catalogue_level, level_fields) };

static const cyaml_schema_field_t item_fields[] = {
	YAML_STRING("code", NEEDED, struct catalogue_item, code),
	YAML_STRING("group", NEEDED, struct catalogue_item, group),
	TEXT("title", NEEDED, struct catalogue_item, title),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t item_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct catalogue_item, item_fields) };

static const cyaml_schema_field_t group_fields[] = {
	YAML_STRING("code", NEEDED, struct catalogue_group, code),
	TEXT("title", NEEDED, struct catalogue_group, title),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t group_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct catalogue_group, group_fields) };

static const cyaml_schema_field_t series_fields[] = {
	YAML_STRING("code", NEEDED, struct catalogue_series, code),
	YAML_STRING("dims", NEEDED, struct catalogue_series, dims),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t series_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct catalogue_series, series_fields) };

static const cyaml_schema_field_t rule_fields[] = {
	YAML_STRING("kind", NEEDED, struct catalogue_rule, kind),
	CYAML_FIELD_BOOL("hard", OPTIONAL, struct catalogue_rule, hard),
	YAML_STRING("part", OPTIONAL, struct catalogue_rule, part),
	CYAML_FIELD_FLOAT_PTR("lowest", OPTIONAL, struct catalogue_rule, lowest),
	CYAML_FIELD_FLOAT_PTR("highest", OPTIONAL, struct catalogue_rule, highest),
	CYAML_FIELD_FLOAT_PTR("factor", OPTIONAL, struct catalogue_rule, factor),
	CYAML_FIELD_FLOAT_PTR("above", OPTIONAL, struct catalogue_rule, above),
	YAML_STRING("other", OPTIONAL, struct catalogue_rule, other),
	YAML_STRING("other_part", OPTIONAL, struct catalogue_rule, other_part),
	TEXT("why", OPTIONAL, struct catalogue_rule, why),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t rule_value = { CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct catalogue_rule, rule_fields) };

static const cyaml_schema_field_t indicator_fields[] = {
	YAML_STRING("code", NEEDED, struct catalogue_indicator, code),
	YAML_STRING("domain", NEEDED, struct catalogue_indicator, domain),
	CYAML_FIELD_INT("position", CYAML_FLAG_DEFAULT, struct catalogue_indicator, position),
	YAML_STRING("type", NEEDED, struct catalogue_indicator, type),
	YAML_STRING("unit", NEEDED, struct catalogue_indicator, unit),
	YAML_STRING("direction", NEEDED, struct catalogue_indicator, direction),
	YAML_STRING("first_period", OPTIONAL, struct catalogue_indicator, first_period),
	YAML_STRING("last_period", OPTIONAL, struct catalogue_indicator, last_period),
	LIST("replaces", struct catalogue_indicator, replaces, &string_value),
	LIST("sdg", struct catalogue_indicator, sdg, &string_value),
	LIST("instruments", struct catalogue_indicator, instruments, &string_value),
	TEXT("agency", OPTIONAL, struct catalogue_indicator, agency),
	LIST("disaggregation", struct catalogue_indicator, disaggregation, &string_value),
	LIST("series", struct catalogue_indicator, series, &series_value),
	TEXT("title", NEEDED, struct catalogue_indicator, title),
	TEXT("measures", NEEDED, struct catalogue_indicator, measures),
	TEXT("guidance", NEEDED, struct catalogue_indicator, guidance),
	TEXT("evidence", NEEDED, struct catalogue_indicator, evidence),
	LIST("levels", struct catalogue_indicator, levels, &level_value),
	LIST("items", struct catalogue_indicator, items, &item_value),
	LIST("groups", struct catalogue_indicator, groups, &group_value),
	LIST("thresholds", struct catalogue_indicator, thresholds, &number_value),
	TEXT("numerator", OPTIONAL, struct catalogue_indicator, numerator),
	TEXT("denominator", OPTIONAL, struct catalogue_indicator, denominator),
	CYAML_FIELD_FLOAT_PTR("per", OPTIONAL, struct catalogue_indicator, per),
	LIST("rules", struct catalogue_indicator, rules, &rule_value),
	CYAML_FIELD_END,
};
static const cyaml_schema_value_t indicator_schema = { CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct catalogue_indicator, indicator_fields) };

bool catalogue_has(const char *const *list, size_t count, const char *text)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i], text) == 0)
			return true;
	return false;
}

static bool is_file(const char *directory, const char *name)
{
	char path[PATH_MAX];
	struct stat st;

	return snprintf(path, sizeof path, "%s/%s", directory, name) < (int)sizeof path && stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

enum err catalogue_kind_of(const char *directory, enum catalogue_kind *kind, struct error *error)
{
	struct stat st;

	if (stat(directory, &st) != 0 || !S_ISDIR(st.st_mode))
		return error_set(error, ERR_NOT_FOUND, _("%s is no folder."), directory);
	bool framework = is_file(directory, "framework.yaml");
	bool sdg = is_file(directory, "sdg.yaml");
	if (framework == sdg)
		return error_set(error, ERR_INVALID, framework ? _("%s holds both framework.yaml and sdg.yaml; a catalogue folder holds one of them.")
			: _("%s holds neither framework.yaml nor sdg.yaml, so it is no catalogue folder."), directory);
	*kind = sdg ? CATALOGUE_SDG : CATALOGUE_FRAMEWORK;
	return ERR_OK;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names of the indicators' files, sorted. */
static size_t list_files(const char *directory, struct arena *arena, const char ***names, struct problems *problems)
{
	size_t count = 0;
	struct dirent *entry;
	DIR *dir = opendir(directory);

	*names = arena_array(arena, CATALOGUE_INDICATORS_MAX, sizeof **names);
	if (dir == NULL) {
		problems_add(problems, directory, _("The folder cannot be read (%s)."), strerror(errno));
		return 0;
	}
	while ((entry = readdir(dir)) != NULL) {
		size_t length = strlen(entry->d_name);
		if (entry->d_name[0] == '.' || length < 6 || strcmp(entry->d_name + length - 5, ".yaml") != 0 ||
			strcmp(entry->d_name, "framework.yaml") == 0)
			continue;
		if (count == CATALOGUE_INDICATORS_MAX) {
			problems_add(problems, directory, _("The folder holds more than %d indicators."), CATALOGUE_INDICATORS_MAX);
			break;
		}
		(*names)[count++] = arena_strdup(arena, entry->d_name);
	}
	closedir(dir);
	qsort(*names, count, sizeof **names, by_name);
	return count;
}

void catalogue_read(struct catalogue *catalogue, const char *directory, const struct catalogue_known *known,
	struct problems *problems)
{
	const char **names;

	*catalogue = (struct catalogue){ .arena = ARENA_INIT };
	struct arena *arena = &catalogue->arena;
	const char *path = arena_printf(arena, "%s/framework.yaml", directory);
	catalogue->framework_file = yaml_file_open(path, path, &framework_schema, problems);
	if (catalogue->framework_file != NULL) {
		catalogue->framework = yaml_file_root(catalogue->framework_file);
		catalogue_check_framework(catalogue, problems);
		catalogue_check_dimensions(catalogue, problems);
	}
	size_t count = list_files(directory, arena, &names, problems);
	if (count == 0)
		problems_add(problems, directory, "%s", _("The folder holds no indicator."));
	catalogue->files = arena_array(arena, count + 1, sizeof(struct yaml_file *));
	catalogue->indicators = arena_array(arena, count + 1, sizeof(struct catalogue_indicator *));
	for (size_t i = 0; i < count; i++) {
		path = arena_printf(arena, "%s/%s", directory, names[i]);
		struct yaml_file *file = yaml_file_open(path, path, &indicator_schema, problems);
		if (file == NULL)
			continue;
		const struct catalogue_indicator *indicator = yaml_file_root(file);
		size_t length = strlen(names[i]) - 5;
		if (strlen(indicator->code) != length || strncmp(indicator->code, names[i], length) != 0)
			yaml_file_problem(file, problems, "code", _("The code is “%s”, but the file is named %s."), indicator->code, names[i]);
		catalogue->files[catalogue->indicator_count] = file;
		catalogue->indicators[catalogue->indicator_count++] = indicator;
	}
	for (size_t i = 0; i < catalogue->indicator_count; i++) {
		catalogue_check_indicator(catalogue, i, known, problems);
		catalogue_check_rules(catalogue, i, problems);
	}
}

void catalogue_release(struct catalogue *catalogue)
{
	yaml_file_close(catalogue->framework_file);
	for (size_t i = 0; i < catalogue->indicator_count; i++)
		yaml_file_close(catalogue->files[i]);
	arena_release(&catalogue->arena);
	*catalogue = (struct catalogue){ .arena = ARENA_INIT };
}
