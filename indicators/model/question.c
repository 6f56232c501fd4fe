/* question: see question.h. Rules in words are in question_rule.c. */
#include "indicators/model/question.h"

#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"

#define TEXTS_MAX 1024
#define ITEMS_MAX 500

static const struct {
	const char *unit;
	const char *title;
} units[] = {
	{ "level", N_("level") },
	{ "items", N_("items met") },
	{ "yes_no", N_("yes or no") },
	{ "percent", N_("%") },
	{ "persons", N_("persons") },
	{ "cases", N_("cases") },
	{ "beds", N_("places") },
	{ "places", N_("places") },
	{ "per_100000", N_("per 100,000 population") },
};

bool question_has_fraction(const struct question *question)
{
	return score_type_divided(question->type) && question->numerator != NULL;
}

struct score_scale question_scale(const struct question *question)
{
	return (struct score_scale){ .type = question->type, .lowest = 0, .levels = (int)question->level_count,
		.items = (int)question->item_count, .per = question->per };
}

const char *question_unit_title(const char *unit)
{
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strcmp(units[i].unit, unit) == 0)
			return i18n_text(units[i].title);
	return unit;
}

struct texts {
	struct { const char *part, *text; } rows[TEXTS_MAX];
	size_t count;
};

static const char *text_of(const struct texts *texts, const char *part)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->rows[i].part, part) == 0)
			return texts->rows[i].text;
	return NULL;
}

static const char *text_or(const struct texts *texts, const char *part, const char *otherwise)
{
	const char *text = text_of(texts, part);

	return text != NULL ? text : otherwise;
}

MUST_USE static enum err load_texts(struct database *db, struct arena *arena, int64_t version, const char *language,
	struct texts *texts, struct error *error)
{
	struct query *query = database_query(db, REPORTS_question_texts);

	query_int(query, "version", version);
	query_text(query, "lang", language);
	while (texts->count < TEXTS_MAX && query_next(query)) {
		texts->rows[texts->count].part = arena_strdup(arena, query_column_text(query, 0));
		texts->rows[texts->count].text = arena_strdup(arena, query_column_text(query, 1));
		texts->count++;
	}
	return query_end(query, error);
}

MUST_USE static enum err load_row(struct database *db, struct arena *arena, int64_t round, const char *code,
	const char *language, struct question *question, struct error *error)
{
	struct query *query = database_query(db, REPORTS_question_row);
	bool found, known = true;

	query_int(query, "round", round);
	query_text(query, "code", code);
	query_text(query, "lang", language);
	found = query_next(query);
	if (found) {
		question->version = query_column_int(query, 0);
		known = score_type_named(query_column_text(query, 1), &question->type);
		question->unit = arena_strdup(arena, query_column_text(query, 2));
		question->direction = arena_strdup(arena, query_column_text(query, 3));
		question->level_count = (size_t)query_column_int(query, 4);
		question->per = query_column_real(query, 5);
		question->domain = arena_strdup(arena, query_column_text(query, 6));
		question->domain_title = arena_strdup(arena, query_column_text(query, 7));
		question->code = arena_strdup(arena, query_column_text(query, 8));
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !found)
		err = error_set(error, ERR_NOT_FOUND, _("This round has no indicator %s."), code);
	if (err == ERR_OK && !known)
		err = error_set(error, ERR_INTERNAL, "Indicator %s is of an unknown type.", code);
	return err;
}

static void fill_levels(struct arena *arena, const struct texts *texts, struct question *question)
{
	char part[64];

	question->levels = arena_array(arena, question->level_count, sizeof *question->levels);
	for (size_t i = 0; i < question->level_count; i++) {
		struct question_level *level = &question->levels[i];

		snprintf(part, sizeof part, "level.%zu", i);
		level->title = text_or(texts, part, "");
		level->criteria = arena_array(arena, 16, sizeof *level->criteria);
		while (level->criterion_count < 16) {
			snprintf(part, sizeof part, "level.%zu.criterion.%zu", i, level->criterion_count + 1);
			const char *text = text_of(texts, part);
			if (text == NULL)
				break;
			level->criteria[level->criterion_count++] = text;
		}
	}
}

MUST_USE static enum err load_items(struct database *db, struct arena *arena, const struct texts *texts,
	struct question *question, struct error *error)
{
	struct query *query = database_query(db, REPORTS_question_items);
	char part[128];

	question->items = arena_array(arena, ITEMS_MAX, sizeof *question->items);
	question->groups = arena_array(arena, ITEMS_MAX, sizeof *question->groups);
	query_int(query, "version", question->version);
	while (question->item_count < ITEMS_MAX && query_next(query)) {
		struct question_item *item = &question->items[question->item_count++];
		bool known = false;

		item->code = arena_strdup(arena, query_column_text(query, 0));
		item->group = arena_strdup(arena, query_column_text(query, 1));
		snprintf(part, sizeof part, "item.%s", item->code);
		item->title = text_or(texts, part, item->code);
		for (size_t i = 0; i < question->group_count; i++)
			known = known || strcmp(question->groups[i].code, item->group) == 0;
		if (!known) {
			snprintf(part, sizeof part, "group.%s", item->group);
			question->groups[question->group_count].code = item->group;
			question->groups[question->group_count++].title = text_or(texts, part, item->group);
		}
	}
	return query_end(query, error);
}

MUST_USE static enum err load_dimensions(struct database *db, struct arena *arena, const char *language, struct question *question,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_question_dimensions);
	struct question_dimension *dimension = NULL;

	question->dimensions = arena_array(arena, QUESTION_DIMENSIONS_MAX, sizeof *question->dimensions);
	query_int(query, "version", question->version);
	query_text(query, "lang", language);
	while (query_next(query)) {
		const char *code = query_column_text(query, 0);

		if (dimension == NULL || strcmp(dimension->code, code) != 0) {
			if (question->dimension_count == QUESTION_DIMENSIONS_MAX)
				break;
			dimension = &question->dimensions[question->dimension_count++];
			dimension->code = arena_strdup(arena, code);
			dimension->title = arena_strdup(arena, query_column_text(query, 1));
			dimension->categories = arena_array(arena, QUESTION_CATEGORIES_MAX, sizeof *dimension->categories);
		}
		if (dimension->category_count == QUESTION_CATEGORIES_MAX)
			continue;
		struct question_category *category = &dimension->categories[dimension->category_count++];
		category->code = arena_strdup(arena, query_column_text(query, 2));
		category->title = arena_strdup(arena, query_column_text(query, 3));
	}
	return query_end(query, error);
}

static const char *optional_text(struct arena *arena, struct query *query, int column)
{
	return query_column_is_null(query, column) ? NULL : arena_strdup(arena, query_column_text(query, column));
}

/* Names that this program does not know would be a newer program's rules; the schema's checks let none in. */
static bool read_rule(struct arena *arena, struct query *query, struct question_rule *rule)
{
	rule->rule.hard = query_column_int(query, 2) != 0;
	rule->rule.lowest = query_column_real(query, 4);
	rule->rule.highest = query_column_real(query, 5);
	rule->rule.factor = query_column_real(query, 6);
	rule->rule.above = query_column_is_null(query, 7) ? 0 : query_column_real(query, 7);
	rule->rule.other = optional_text(arena, query, 8);
	rule->other_title = optional_text(arena, query, 10);
	return rule_kind_named(query_column_text(query, 1), &rule->rule.kind) && rule_part_named(query_column_text(query, 3), &rule->rule.part) &&
		(query_column_is_null(query, 9) || rule_part_named(query_column_text(query, 9), &rule->rule.other_part));
}

MUST_USE static enum err load_rules(struct database *db, struct arena *arena, const char *language, const struct texts *texts,
	struct question *question, struct error *error)
{
	struct query *query = database_query(db, REPORTS_question_rules);
	bool known = true;
	char part[32];

	question->rules = arena_array(arena, QUESTION_RULES_MAX, sizeof *question->rules);
	query_int(query, "version", question->version);
	query_text(query, "lang", language);
	while (question->rule_count < QUESTION_RULES_MAX && query_next(query)) {
		struct question_rule *rule = &question->rules[question->rule_count++];

		known = read_rule(arena, query, rule) && known;
		snprintf(part, sizeof part, "rule.%lld", (long long)query_column_int(query, 0));
		rule->why = text_of(texts, part);
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !known)
		err = error_set(error, ERR_INTERNAL, "Indicator %s has a rule of an unknown kind.", question->code);
	return err;
}

MUST_USE static enum err load_neighbours(struct database *db, struct arena *arena, int64_t round, struct question *question,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_question_order);
	bool passed = false;

	query_int(query, "round", round);
	while (query_next(query)) {
		const char *code = query_column_text(query, 0);

		if (strcmp(code, question->code) == 0) {
			passed = true;
		} else if (!passed) {
			question->previous = arena_strdup(arena, code);
		} else {
			question->next = arena_strdup(arena, code);
			break;
		}
	}
	return query_end(query, error);
}

enum err question_load(struct database *db, struct arena *arena, int64_t round, const char *code, const char *language,
	struct question *question, struct error *error)
{
	struct texts *texts = arena_alloc(arena, sizeof *texts);

	*question = (struct question){ 0 };
	enum err err = load_row(db, arena, round, code, language, question, error);
	if (err == ERR_OK)
		err = load_texts(db, arena, question->version, language, texts, error);
	if (err != ERR_OK)
		return err;
	question->title = text_or(texts, "title", question->code);
	question->measures = text_of(texts, "measures");
	question->guidance = text_of(texts, "guidance");
	question->evidence = text_of(texts, "evidence");
	question->agency = text_of(texts, "agency");
	question->numerator = text_of(texts, "numerator");
	question->denominator = text_of(texts, "denominator");
	if (question->type == SCORE_LADDER)
		fill_levels(arena, texts, question);
	if (question->type == SCORE_CHECKLIST)
		err = load_items(db, arena, texts, question, error);
	if (err == ERR_OK && question->type == SCORE_COUNT)
		err = load_dimensions(db, arena, language, question, error);
	if (err == ERR_OK)
		err = load_rules(db, arena, language, texts, question, error);
	if (err == ERR_OK)
		err = load_neighbours(db, arena, round, question, error);
	return err;
}
