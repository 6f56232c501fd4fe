/*
 * question: one indicator as a round asks it: its definition and texts in one language, in the round's order. What forms and
 * checks need; nothing about answers.
 */
#ifndef INDICATORS_MODEL_QUESTION_H
#define INDICATORS_MODEL_QUESTION_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/arena.h"
#include "indicators/methods/rule.h"
#include "indicators/methods/score.h"
#include "indicators/model/reports.h"

/* The catalogue takes no more (catalogue_check_desk.c). */
#define QUESTION_DIMENSIONS_MAX 10
#define QUESTION_CATEGORIES_MAX 30
#define QUESTION_RULES_MAX 20

struct question_level {
	const char *title;
	const char **criteria;
	size_t criterion_count;
};

struct question_item {
	const char *code;
	const char *group;
	const char *title;
};

struct question_group {
	const char *code;
	const char *title;
};

/* A breakdown that a count is asked for: "sex" with "female", "male" … */
struct question_category { const char *code; const char *title; };
struct question_dimension {
	const char *code;
	const char *title;
	struct question_category *categories;
	size_t category_count;
};

struct question_rule {
	struct rule rule;
	const char *other_title; /* of the indicator that rule.other names; or NULL */
	const char *why;         /* in words, from the catalogue; or NULL */
};

/* Everything lives in the arena. Texts that a definition does not have are NULL. */
struct question {
	int64_t version; /* indicator_version.id */
	const char *code;
	enum score_type type;
	const char *unit;
	const char *direction;
	double per; /* rate: value = numerator / denominator · per */
	const char *domain;
	const char *domain_title;
	const char *title, *measures, *guidance, *evidence, *agency;
	const char *numerator, *denominator; /* what they count; NULL where only the value is asked */
	struct question_level *levels; /* ladder, lowest (0) first */
	size_t level_count;
	struct question_item *items;   /* checklist, in order */
	size_t item_count;
	struct question_group *groups;
	size_t group_count;
	struct question_dimension *dimensions; /* count: the breakdowns asked for, in the framework's order */
	size_t dimension_count;
	struct question_rule *rules;   /* of the catalogue */
	size_t rule_count;
	const char *previous, *next;   /* codes of the neighbours in the round, or NULL */
};

/* Whether numerator and denominator are asked for. */
bool question_has_fraction(const struct question *question);

/* What score_check needs to know. */
struct score_scale question_scale(const struct question *question);

/*
 * A rule in words, in the current language (question_rule.c): "The value is no more than the value of JUS2 (Persons prosecuted)." What it
 * says should hold, whether it does or not. In the arena.
 */
const char *question_rule_text(struct arena *arena, const struct question *question, const struct question_rule *rule);

/* The unit for people: "persons", "%", "per 100,000" … in the current language; codes we have no word for as they are. */
const char *question_unit_title(const char *unit);

/* The round's indicator `code`, texts in `language` (English where a translation is missing). ERR_NOT_FOUND, naming both. */
MUST_USE enum err question_load(struct database *db, struct arena *arena, int64_t round, const char *code,
	const char *language, struct question *question, struct error *error);

#endif
