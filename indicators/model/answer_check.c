/* answer_check: whether an answer fits its indicator's definition; see answer.h. Pure. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/model/answer.h"

#define TEXT_MAX 2000

static bool same_text(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static bool same_number(double a, double b)
{
	return (isnan(a) && isnan(b)) || (!(a < b) && !(a > b) && !isnan(a) && !isnan(b));
}

bool answer_has_item(const struct answer_content *content, const char *item)
{
	for (size_t i = 0; i < content->item_count; i++)
		if (strcmp(content->items[i], item) == 0)
			return true;
	return false;
}

double answer_cell_value(const struct answer_content *content, const char *cell)
{
	for (size_t i = 0; i < content->cell_count; i++)
		if (strcmp(content->cells[i].cell, cell) == 0)
			return content->cells[i].value;
	return NAN;
}

static bool has_cell(const struct answer_content *content, const struct answer_cell *cell)
{
	for (size_t i = 0; i < content->cell_count; i++)
		if (strcmp(content->cells[i].cell, cell->cell) == 0)
			return same_number(content->cells[i].value, cell->value);
	return false;
}

bool answer_content_equal(const struct answer_content *a, const struct answer_content *b)
{
	if (a->item_count != b->item_count || a->cell_count != b->cell_count)
		return false;
	for (size_t i = 0; i < a->item_count; i++)
		if (!answer_has_item(b, a->items[i]))
			return false;
	for (size_t i = 0; i < a->cell_count; i++)
		if (!has_cell(b, &a->cells[i]))
			return false;
	return strcmp(a->status, b->status) == 0 && same_number(a->value, b->value) && same_number(a->numerator, b->numerator)
		&& same_number(a->denominator, b->denominator) && same_text(a->reason, b->reason) && same_text(a->narrative, b->narrative)
		&& same_text(a->source, b->source) && same_text(a->note, b->note)
		&& same_text(a->explanation, b->explanation);
}

MUST_USE static enum err check_text(const char *text, size_t most, const char *field, struct error *error)
{
	if (text != NULL && strlen(text) > most)
		return error_set_field(error, ERR_INVALID, field, _("This text is too long; at most %zu bytes fit."), most);
	return ERR_OK;
}

static bool knows_item(const struct question *question, const char *item)
{
	char criterion[48];

	for (size_t i = 0; i < question->item_count; i++)
		if (strcmp(question->items[i].code, item) == 0)
			return true;
	for (size_t level = 0; level < question->level_count; level++)
		for (size_t i = 0; i < question->levels[level].criterion_count; i++) {
			snprintf(criterion, sizeof criterion, "%zu.%zu", level, i + 1);
			if (strcmp(criterion, item) == 0)
				return true;
		}
	return false;
}

MUST_USE static enum err check_items(const struct question *question, const struct answer_content *content, struct error *error)
{
	if (question->type != SCORE_CHECKLIST && question->type != SCORE_LADDER && content->item_count > 0)
		return error_set_field(error, ERR_INVALID, "item", "%s", _("This indicator has no items to tick."));
	for (size_t i = 0; i < content->item_count; i++) {
		if (!knows_item(question, content->items[i]))
			return error_set_field(error, ERR_INVALID, "item", _("This indicator has no item %s."), content->items[i]);
		for (size_t j = 0; j < i; j++)
			if (strcmp(content->items[i], content->items[j]) == 0)
				return error_set_field(error, ERR_INVALID, "item", _("Item %s is there twice."), content->items[i]);
	}
	return ERR_OK;
}

static bool level_is_met(const struct question *question, const struct answer_content *content, size_t level)
{
	char criterion[48];

	for (size_t i = 0; i < question->levels[level].criterion_count; i++) {
		snprintf(criterion, sizeof criterion, "%zu.%zu", level, i + 1);
		if (!answer_has_item(content, criterion))
			return false;
	}
	return true;
}

size_t answer_level(const struct question *question, const struct answer_content *content)
{
	size_t reached = 0;

	for (size_t level = 1; level < question->level_count && level_is_met(question, content, level); level++)
		if (question->levels[level].criterion_count > 0)
			reached = level;
	return reached;
}

/* The criteria of a level that came without them. */
static void fill_criteria(struct arena *arena, const struct question *question, struct answer_content *content)
{
	size_t count = 0, level_count = (size_t)content->value + 1;

	for (size_t level = 0; level < level_count; level++)
		count += question->levels[level].criterion_count;
	const char **items = arena_array(arena, count + 1, sizeof *items);
	for (size_t level = 0; level < level_count; level++)
		for (size_t i = 0; i < question->levels[level].criterion_count; i++)
			items[content->item_count++] = arena_printf(arena, "%zu.%zu", level, i + 1);
	content->items = items;
}

/* After the value was found to be one of the levels: it and the criteria say the same. */
MUST_USE static enum err check_level(struct arena *arena, const struct question *question, struct answer_content *content,
	struct error *error)
{
	size_t reached = answer_level(question, content), value = (size_t)content->value;
	bool agrees = reached <= value;

	if (content->item_count == 0 && value > 0) {
		fill_criteria(arena, question, content);
		return ERR_OK;
	}
	/* A level without criteria can only be told by itself; one with criteria has to have them. */
	for (size_t level = 1; level <= value; level++)
		agrees = agrees && level_is_met(question, content, level);
	if (!agrees)
		return error_set_field(error, ERR_INVALID, "value", _("The ticked criteria give level %zu, not level %zu. Tick what is met."), reached,
			value);
	return ERR_OK;
}

/* The dimension of "sex=female", where the question asks for it. */
static const struct question_dimension *dimension_of(const struct question *question, const char *cell)
{
	const char *equals = strchr(cell, '=');

	for (size_t i = 0; equals != NULL && i < question->dimension_count; i++) {
		const struct question_dimension *dimension = &question->dimensions[i];

		if (strlen(dimension->code) != (size_t)(equals - cell) || strncmp(dimension->code, cell, (size_t)(equals - cell)) != 0)
			continue;
		for (size_t j = 0; j < dimension->category_count; j++)
			if (strcmp(dimension->categories[j].code, equals + 1) == 0)
				return dimension;
	}
	return NULL;
}

MUST_USE static enum err check_cells(struct arena *arena, const struct question *question, struct answer_content *content,
	struct error *error)
{
	struct answer_cell *kept = arena_array(arena, content->cell_count, sizeof *kept);
	size_t count = 0;

	for (size_t i = 0; i < content->cell_count; i++) {
		const struct answer_cell *cell = &content->cells[i];
		struct score_scale scale = { .type = SCORE_COUNT };
		struct score_answer number = { .value = cell->value, .numerator = NAN, .denominator = NAN, .score = NAN };

		if (dimension_of(question, cell->cell) == NULL)
			return error_set_field(error, ERR_INVALID, "cell", _("This indicator does not ask for the breakdown %.60s."), cell->cell);
		for (size_t j = 0; j < count; j++)
			if (strcmp(kept[j].cell, cell->cell) == 0)
				return error_set_field(error, ERR_INVALID, "cell", _("The breakdown %.60s is there twice."), cell->cell);
		if (isnan(cell->value))
			continue;
		enum err err = score_check(&scale, &number, error);
		if (err != ERR_OK) {
			struct error said = error != NULL ? *error : (struct error)ERROR_INIT;
			return error_set_field(error, err, arena_printf(arena, "cell:%.50s", cell->cell), "%s", said.text);
		}
		kept[count++] = *cell;
	}
	content->cells = kept;
	content->cell_count = count;
	return ERR_OK;
}

MUST_USE static enum err check_numbers(struct arena *arena, const struct question *question, struct answer_content *content,
	struct error *error)
{
	struct score_scale scale = question_scale(question);
	struct score_answer numbers = { .value = content->value, .numerator = content->numerator, .denominator = content->denominator,
		.score = NAN };
	enum err err;

	if ((err = check_items(question, content, error)) != ERR_OK || (err = check_cells(arena, question, content, error)) != ERR_OK)
		return err;
	/* Nothing ticked is not yet an answer in a draft; "none is met" of a checklist is said by submitting it, of a ladder by its level 0. */
	if (question->type == SCORE_CHECKLIST)
		numbers.value = content->value = (double)content->item_count;
	else if (question->type == SCORE_LADDER && isnan(content->value) && content->item_count > 0)
		numbers.value = content->value = (double)answer_level(question, content);
	if (score_type_divided(question->type) && !question_has_fraction(question) && (!isnan(content->numerator) || !isnan(content->denominator)))
		return error_set_field(error, ERR_INVALID, "numerator", "%s", _("This indicator asks for the value only."));
	if (score_type_divided(question->type) && isnan(content->numerator) != isnan(content->denominator)) {
		/* Half a fraction is fine in a draft, as far as it goes. */
		const char *field = isnan(content->numerator) ? "denominator" : "numerator";
		double half = isnan(content->numerator) ? content->denominator : content->numerator;

		if (half < 0)
			return error_set_field(error, ERR_INVALID, field, "%s", _("A number below 0 cannot be right here."));
		content->value = NAN;
		return ERR_OK;
	}
	if (isnan(numbers.value) && isnan(numbers.numerator) && isnan(numbers.denominator))
		return ERR_OK;
	if ((err = score_check(&scale, &numbers, error)) != ERR_OK)
		return err;
	content->value = numbers.value;
	return question->type == SCORE_LADDER ? check_level(arena, question, content, error) : ERR_OK;
}

enum err answer_check(struct arena *arena, const struct question *question, struct answer_content *content, struct error *error)
{
	bool reported = strcmp(content->status, "reported") == 0;
	enum err err;

	if (!reported && strcmp(content->status, "not_available") != 0 && strcmp(content->status, "not_applicable") != 0)
		return error_set_field(error, ERR_INVALID, "status", "%s",
			_("Say whether the answer is reported, not available or not applicable."));
	if (reported) {
		content->reason = NULL;
		if ((err = check_numbers(arena, question, content, error)) != ERR_OK)
			return err;
	} else {
		content->value = content->numerator = content->denominator = NAN;
		content->item_count = content->cell_count = 0;
	}
	if ((err = check_text(content->reason, TEXT_MAX, "reason", error)) != ERR_OK
		|| (err = check_text(content->narrative, ANSWER_TEXT_MAX, "narrative", error)) != ERR_OK
		|| (err = check_text(content->source, TEXT_MAX, "source", error)) != ERR_OK
		|| (err = check_text(content->note, TEXT_MAX, "note", error)) != ERR_OK
		|| (err = check_text(content->explanation, TEXT_MAX, "explanation", error)) != ERR_OK)
		return err;
	return ERR_OK;
}
