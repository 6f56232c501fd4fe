/*
 * catalogue_file: the YAML files of a catalogue folder as structs, checked. Knows no database; model/catalogue.h loads.
 *
 * A folder holds either a framework (framework.yaml and one <CODE>.yaml an indicator) or the SDG series (sdg.yaml).
 * Every mistake of every file is found in one go and named by file and line. Texts are struct yaml_text; what is not
 * in a file is NULL (or count 0).
 */
#ifndef INDICATORS_MODEL_CATALOGUE_FILE_H
#define INDICATORS_MODEL_CATALOGUE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/arena.h"
#include "indicators/base/problems.h"
#include "indicators/methods/score.h"
#include "indicators/model/yaml_file.h"

#define CATALOGUE_LEVELS 5 /* of a ladder, where framework.yaml does not say otherwise (ladder_levels) */
#define CATALOGUE_LEVELS_MAX 10
#define CATALOGUE_INDICATORS_MAX 5000

struct catalogue_level {
	struct yaml_text *title;
	struct yaml_text *criteria;
	unsigned criteria_count;
};

struct catalogue_item {
	char *code;
	char *group;
	struct yaml_text *title;
};

struct catalogue_group {
	char *code;
	struct yaml_text *title;
};

struct catalogue_series {
	char *code;
	char *dims;
};

/*
 * What an answer's numbers have to keep to (methods/rule.h), only for counts, percents and rates. A range has `lowest`, `highest` or
 * both; a jump `factor` and perhaps `above`; at_most and equals `other`, the code of another indicator, and perhaps `other_part`.
 */
struct catalogue_rule {
	char *kind;
	bool hard;
	char *part;                                      /* NULL: the value */
	double *lowest, *highest, *factor, *above;
	char *other;
	char *other_part;                                /* NULL: the value */
	struct yaml_text *why;
};

struct catalogue_indicator {
	char *code;
	char *domain;
	int position;
	char *type;
	char *unit;
	char *direction;
	char *first_period;
	char *last_period;
	char **replaces;
	unsigned replaces_count;
	char **sdg;
	unsigned sdg_count;
	char **instruments;
	unsigned instruments_count;
	struct yaml_text *agency;
	char **disaggregation;
	unsigned disaggregation_count;
	struct catalogue_series *series;
	unsigned series_count;
	struct yaml_text *title;
	struct yaml_text *measures;
	struct yaml_text *guidance;
	struct yaml_text *evidence;
	struct catalogue_level *levels;
	unsigned levels_count;
	struct catalogue_item *items;
	unsigned items_count;
	struct catalogue_group *groups;
	unsigned groups_count;
	double *thresholds;
	unsigned thresholds_count;
	struct yaml_text *numerator;
	struct yaml_text *denominator;
	double *per;
	struct catalogue_rule *rules;
	unsigned rules_count;
};

struct catalogue_category {
	char *code;
	struct yaml_text *title;
};

/* A breakdown that counts may be asked for. Its categories divide the whole count, so one of them is "unknown". */
struct catalogue_dimension {
	char *code;
	struct yaml_text *title;
	struct catalogue_category *categories;
	unsigned categories_count;
};

struct catalogue_domain {
	char *code;
	struct yaml_text *title;
	struct yaml_text *description;
};

struct catalogue_framework {
	char *framework;
	int position;
	int minimum_reporting;
	bool carry_forward;
	int *ladder_levels;
	struct yaml_text *title;
	struct yaml_text *description;
	struct yaml_text *notice;
	struct yaml_text *source;
	struct catalogue_domain *domains;
	unsigned domains_count;
	struct catalogue_dimension *dimensions;
	unsigned dimensions_count;
};

/* What the SDG catalogue has, for the references to it. */
struct catalogue_known {
	const char *const *targets;
	size_t target_count;
	const char *const *series;
	size_t series_count;
	const char *const *units;
	size_t unit_count;
};

struct catalogue {
	struct arena arena;
	struct yaml_file *framework_file;
	const struct catalogue_framework *framework;
	struct yaml_file **files;                        /* by indicator */
	const struct catalogue_indicator **indicators;   /* by code */
	size_t indicator_count;
};

enum catalogue_kind { CATALOGUE_FRAMEWORK, CATALOGUE_SDG };

/* What the folder holds. ERR_INVALID when it is neither; ERR_NOT_FOUND when it is no folder. */
MUST_USE enum err catalogue_kind_of(const char *directory, enum catalogue_kind *kind, struct error *error);

/*
 * Reads and checks a framework's folder. With a NULL `known`, references to the SDG catalogue are not checked. With
 * problems, what could be read is there all the same, for nobody but the caller's release.
 */
void catalogue_read(struct catalogue *catalogue, const char *directory, const struct catalogue_known *known,
	struct problems *problems);
void catalogue_release(struct catalogue *catalogue);

/* The checks of meaning (catalogue_check.c, catalogue_check_desk.c), called by catalogue_read. */
void catalogue_check_framework(const struct catalogue *catalogue, struct problems *problems);
void catalogue_check_indicator(const struct catalogue *catalogue, size_t index, const struct catalogue_known *known,
	struct problems *problems);
void catalogue_check_dimensions(const struct catalogue *catalogue, struct problems *problems);
void catalogue_check_rules(const struct catalogue *catalogue, size_t index, struct problems *problems);

/* Whether `text` is a code of lower-case letters, digits and _, beginning with a letter. */
bool catalogue_is_lower_code(const char *text);

/* A rule's part, which is the value where the file names none. */
const char *catalogue_part(const char *part);

/* Whether `text` is one of `list`. */
bool catalogue_has(const char *const *list, size_t count, const char *text);

/* --- sdg.yaml (sdg_file.c) --- */

struct sdg_target_entry {
	char *code;
	struct yaml_text *title;
};

struct sdg_goal_entry {
	char *code;
	struct yaml_text *title;
	struct sdg_target_entry *targets;
	unsigned targets_count;
};

struct sdg_series_entry {
	char *code;
	char *indicator;
	char *target;
	struct yaml_text *title;
	char *unit;
	char *direction;
	double *goal_value;
	int goal_year;
	double *natural_limit;
	int base_year;
	char *superseded_by;               /* NULL: it stands for itself */
};

struct sdg_code_entry {
	char *code;
	bool total;
	struct yaml_text *title;
};

struct sdg_dimension_entry {
	char *code;
	struct yaml_text *title;
	struct sdg_code_entry *codes;
	unsigned codes_count;
};

struct sdg_file {
	struct sdg_goal_entry *goals;
	unsigned goals_count;
	struct sdg_series_entry *series;
	unsigned series_count;
	struct sdg_dimension_entry *dimensions;
	unsigned dimensions_count;
	struct sdg_code_entry *units;
	unsigned units_count;
	struct sdg_code_entry *natures;
	unsigned natures_count;
};

/* Reads and checks directory/sdg.yaml. NULL when it could not be read; look at `problems` in any case. */
struct yaml_file *sdg_file_read(const char *directory, struct problems *problems);

/* What it has, in `arena`. */
void sdg_file_known(const struct yaml_file *file, struct arena *arena, struct catalogue_known *known);

#endif
