/* form_show: fills the form's part of answer.tpl; see form.h. */
#include <math.h>
#include <string.h>

#include "cgi/reporting/form.h"
#include "cgi/reporting/form_file.h"
#include "cgi/web/answer_parts.h"
#include "cgi/web/evidence_parts.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"

static const char *const statuses[] = { "reported", "not_available", "not_applicable" };

void form_mark(struct template_dict *page, const char *field, const char *text)
{
	static const struct { const char *field; enum template_key section; } fields[] = {
		{ "status", K_WRONG_STATUS }, { "value", K_WRONG_VALUE }, { "numerator", K_WRONG_NUMERATOR },
		{ "denominator", K_WRONG_DENOMINATOR }, { "item", K_WRONG_ITEM }, { "reason", K_WRONG_REASON },
		{ "narrative", K_WRONG_NARRATIVE }, { "source", K_WRONG_SOURCE }, { "explanation", K_WRONG_EXPLANATION }, { "note", K_WRONG_NOTE },
		{ "evidence", K_WRONG_EVIDENCE }, { "evidence_file", K_WRONG_FILE }, { "audience", K_WRONG_AUDIENCE }, { "why", K_WRONG_RETURN },
	};

	if (strncmp(field, "cell", 4) == 0)
		template_set(template_section(page, K_WRONG_CELL), K_WRONG_TEXT, text);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (strcmp(fields[i].field, field) == 0)
			template_set(template_section(page, fields[i].section), K_WRONG_TEXT, text);
}

/* --- one part for each type --- */

static bool criterion_met(const struct form *form, struct arena *arena, size_t level, size_t criterion)
{
	return form_has_item(form, arena_printf(arena, "%zu.%zu", level, criterion + 1));
}

static bool level_met(const struct question *question, const struct form *form, struct arena *arena, size_t level)
{
	for (size_t i = 0; i < question->levels[level].criterion_count; i++)
		if (!criterion_met(form, arena, level, i))
			return false;
	return question->levels[level].criterion_count > 0;
}

/* What the next level asks for that is not met yet. */
static void show_lift(struct template_dict *ladder, struct arena *arena, const struct question *question, const struct form *form,
	size_t reached)
{
	if (reached + 1 >= question->level_count || question->levels[reached + 1].criterion_count == 0)
		return;
	struct template_dict *lift = template_section(ladder, K_F_LIFT);
	for (size_t i = 0; i < question->levels[reached + 1].criterion_count; i++)
		if (!criterion_met(form, arena, reached + 1, i))
			template_set(template_section(lift, K_F_LIFT_ROW), K_F_LIFT_TEXT, question->levels[reached + 1].criteria[i]);
}

static void show_level(struct template_dict *ladder, struct arena *arena, const struct question *question, const struct form *form,
	size_t number, bool only_choice)
{
	const struct question_level *level = &question->levels[number];
	struct template_dict *step = template_section(ladder, K_F_STEP);

	template_set_int(step, K_F_STEP_NUMBER, (int64_t)number);
	template_set(step, K_F_STEP_TITLE, level->title);
	if (level->criterion_count == 0) {
		/* A radio button could not be taken back; where there is a choice of several it is the right thing. */
		struct template_dict *choice = template_section(step, K_F_STEP_CHOICE);
		template_set(choice, K_F_STEP_KIND, only_choice ? "checkbox" : "radio");
		if (number == 0)
			template_show(choice, K_F_STEP_NONE);
		if (strcmp(form->value, arena_printf(arena, "%zu", number)) == 0)
			template_show(choice, K_F_STEP_CHOSEN);
	} else {
		struct template_dict *words = template_section(step, K_F_STEP_HEAD);
		if (level_met(question, form, arena, number))
			template_show(words, K_F_STEP_MET);
	}
	for (size_t i = 0; i < level->criterion_count; i++) {
		struct template_dict *row = template_section(step, K_F_CRITERION);
		template_printf(row, K_F_CRITERION_CODE, "%zu.%zu", number, i + 1);
		template_set(row, K_F_CRITERION_TEXT, level->criteria[i]);
		if (criterion_met(form, arena, number, i))
			template_show(row, K_F_CRITERION_MET);
	}
}

static void show_ladder(struct template_dict *part, struct request *request, const struct question *question, const struct form *form)
{
	struct template_dict *ladder = template_section(part, K_F_LADDER);
	const struct answer_content ticked = { .items = form->items, .item_count = form->item_count };
	size_t choices = 0, reached = answer_level(question, &ticked);

	for (size_t i = 0; i < question->level_count; i++)
		choices += question->levels[i].criterion_count == 0;
	if (form->item_count > 0 || form->value[0] != '\0') {
		template_printf(template_section(ladder, K_F_REACHED), K_F_REACHED_TEXT, "%zu. %s", reached,
			reached < question->level_count ? question->levels[reached].title : "");
		show_lift(ladder, request->arena, question, form, reached);
	}
	for (size_t i = 0; i < question->level_count; i++)
		show_level(ladder, request->arena, question, form, i, choices == 1);
}

static void show_checklist(struct template_dict *part, const struct question *question, const struct form *form)
{
	struct template_dict *checklist = template_section(part, K_F_CHECKLIST);

	template_set_int(checklist, K_F_ITEM_TOTAL, (int64_t)question->item_count);
	template_set_int(checklist, K_F_ITEM_MET, (int64_t)form->item_count);
	for (size_t g = 0; g < question->group_count; g++) {
		struct template_dict *group = template_section(checklist, K_F_GROUP);

		template_set(group, K_F_GROUP_TITLE, question->groups[g].title);
		for (size_t i = 0; i < question->item_count; i++) {
			if (strcmp(question->items[i].group, question->groups[g].code) != 0)
				continue;
			struct template_dict *row = template_section(group, K_F_ITEM);
			template_set(row, K_F_ITEM_CODE, question->items[i].code);
			template_set(row, K_F_ITEM_TITLE, question->items[i].title);
			if (form_has_item(form, question->items[i].code))
				template_show(row, K_F_ITEM_CHOSEN);
		}
	}
}

/* What the two typed numbers give, or a dash. */
static const char *computed(struct request *request, const struct question *question, const struct form *form)
{
	struct score_scale scale = question_scale(question);
	struct score_answer numbers = { .value = NAN, .numerator = NAN, .denominator = NAN, .score = NAN };

	if (!param_real(form->numerator, &numbers.numerator) || !param_real(form->denominator, &numbers.denominator)
		|| score_check(&scale, &numbers, NULL) != ERR_OK)
		return "—";
	return parts_value(request, question, &(struct answer_content){ .status = "reported", .value = numbers.value,
		.numerator = numbers.numerator, .denominator = numbers.denominator });
}

static void show_number(struct template_dict *part, struct request *request, const struct question *question, const struct form *form)
{
	const char *unit = question_unit_title(question->unit);
	bool fraction = question_has_fraction(question);

	if (fraction) {
		struct template_dict *section = template_section(part, K_F_FRACTION);

		template_set(section, K_F_NUMERATOR_TITLE, question->numerator);
		template_set(section, K_F_DENOMINATOR_TITLE, question->denominator);
		template_set(section, K_F_NUMERATOR, form->numerator);
		template_set(section, K_F_DENOMINATOR, form->denominator);
		template_set(section, K_F_PER, parts_number(request, question->type == SCORE_PERCENT ? 100 : question->per));
		template_set(section, K_F_UNIT, unit);
		template_set(section, K_F_COMPUTED, computed(request, question, form));
	}
	struct template_dict *section = template_section(part, K_F_NUMBER);
	template_printf(section, K_F_NUMBER_TITLE, fraction ? _("Only the value (%s), if numerator and denominator are not known")
		: _("Value (%s)"), unit);
	template_set(section, K_F_VALUE, form->value);
}

static void show_dimension(struct template_dict *cells, struct request *request, const struct question_dimension *dimension,
	const struct form *form)
{
	struct arena *arena = request->arena;
	struct template_dict *table = template_section(cells, K_F_DIMENSION);
	double sum = 0, value;

	template_set(table, K_F_DIMENSION_TITLE, dimension->title);
	for (size_t i = 0; i < dimension->category_count; i++) {
		struct template_dict *row = template_section(table, K_F_CATEGORY);
		const char *cell = arena_printf(arena, "%s=%s", dimension->code, dimension->categories[i].code);
		const char *text = form_cell(form, cell);

		template_set(row, K_F_CATEGORY_TITLE, dimension->categories[i].title);
		template_printf(row, K_F_CATEGORY_ID, "cell-%s-%s", dimension->code, dimension->categories[i].code);
		template_set(row, K_F_CATEGORY_CELL, cell);
		template_set(row, K_F_CATEGORY_VALUE, text);
		/* "cell:sex=female" is one field, "cell:sex" all of its table. */
		if (form->wrong != NULL && strncmp(form->wrong, "cell:", 5) == 0
			&& (strcmp(form->wrong + 5, cell) == 0 || strcmp(form->wrong + 5, dimension->code) == 0))
			template_show(row, K_F_CATEGORY_WRONG);
		if (param_real(text, &value))
			sum += value;
	}
	template_set(table, K_F_SUM, parts_number(request, sum));
}

static void show_cells(struct template_dict *part, struct request *request, const struct question *question, const struct form *form)
{
	if (question->dimension_count == 0)
		return;
	struct template_dict *cells = template_section(part, K_F_CELLS);
	for (size_t i = 0; i < question->dimension_count; i++)
		show_dimension(cells, request, &question->dimensions[i], form);
}

static void show_value(struct template_dict *part, struct request *request, const struct question *question, const struct form *form)
{
	if (question->type == SCORE_LADDER) {
		show_ladder(part, request, question, form);
	} else if (question->type == SCORE_CHECKLIST) {
		show_checklist(part, question, form);
	} else if (question->type == SCORE_YES_NO) {
		struct template_dict *choice = template_section(part, K_F_YES_NO);
		if (strcmp(form->value, "1") == 0)
			template_show(choice, K_F_YES);
		if (strcmp(form->value, "0") == 0)
			template_show(choice, K_F_NO);
	} else {
		show_number(part, request, question, form);
		show_cells(part, request, question, form);
	}
}

/* --- the rest --- */

static void show_evidence(struct template_dict *part, struct request *request, const struct answer *answer, const struct form *form)
{
	for (size_t i = 0; i < answer->evidence_count; i++) {
		struct template_dict *row = template_section(part, K_F_EVIDENCE);

		evidence_show(request, template_include(row, K_EVIDENCE, "evidence.tpl"), answer->indicator, &answer->evidence[i]);
		template_set(row, K_F_EVIDENCE_SHARE, answer->evidence[i].shareable ? _("may be shared") : _("for review only"));
		template_set_int(row, K_F_EVIDENCE_ID, answer->evidence[i].id);
		for (size_t j = 0; j < form->removed_count; j++)
			if (form->removed[j] == answer->evidence[i].id) {
				template_show(row, K_F_EVIDENCE_REMOVED);
				break;
			}
	}
	for (size_t i = 0; i < EVIDENCE_NEW; i++) {
		struct template_dict *row = template_section(part, K_F_NEW);

		template_set_int(row, K_F_NEW_NUMBER, (int64_t)i + 1);
		template_set(row, K_F_NEW_TEXT, form->evidence[i].text);
		if (form->evidence[i].shared)
			template_show(row, K_F_NEW_SHARED);
	}
	form_file_show(part, request, form);
}

static const char *field_title(const char *field)
{
	static const struct { const char *field, *title; } titles[] = {
		{ "reason", N_("Why there is no value") }, { "narrative", N_("Explanation") }, { "source", N_("Source") },
		{ "explanation", N_("What is unusual, explained") }, { "note", N_("Public note on the correction") }, { "evidence", N_("Evidence") },
	};

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		if (strcmp(titles[i].field, field) == 0)
			return i18n_text(titles[i].title);
	return field;
}

static void show_personal(struct template_dict *part, struct request *request, const struct form *form)
{
	if (form->personal == NULL || form->personal->count == 0)
		return;
	struct template_dict *section = template_section(part, K_F_PERSONAL);
	template_set(section, K_F_CONFIRM, form->personal->confirm);
	for (size_t i = 0; i < form->personal->count; i++) {
		const struct answer_personal *place = &form->personal->rows[i];
		struct template_dict *row = template_section(section, K_F_PLACE);

		template_set(row, K_F_PLACE_FIELD, field_title(place->field));
		parts_place(request, row, place);
	}
}

static void show_explanation(struct template_dict *part, const struct form *form)
{
	size_t soft = form->findings != NULL ? form->findings->count - form->findings->hard : 0;

	if (soft == 0 && form->explanation[0] == '\0')
		return;
	struct template_dict *section = template_section(part, K_F_EXPLAIN);
	template_set(section, K_F_EXPLANATION, form->explanation);
	for (size_t i = 0; form->findings != NULL && i < form->findings->count; i++)
		if (!form->findings->rows[i].hard)
			template_set(template_section(section, K_F_UNUSUAL), K_F_UNUSUAL_TEXT, form->findings->rows[i].text);
}

void form_show(struct template_dict *page, struct request *request, const struct question *question, const struct answer *answer,
	const struct form *form, bool may_save)
{
	struct template_dict *part = template_section(page, K_A_FORM);

	template_set_int(part, K_F_OWNER, request->visitor.actor.person);
	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
		struct template_dict *row = template_section(part, K_F_STATUS);

		template_set(row, K_F_STATUS_VALUE, statuses[i]);
		template_set(row, K_F_STATUS_TITLE, answer_status_title(statuses[i]));
		if (strcmp(form->status, statuses[i]) == 0)
			template_show(row, K_F_STATUS_CHOSEN);
	}
	show_personal(part, request, form);
	show_value(part, request, question, form);
	template_set(part, K_F_REASON, form->reason);
	template_set(part, K_F_NARRATIVE, form->narrative);
	template_set(part, K_F_SOURCE, form->source);
	show_explanation(part, form);
	if (answer->released_revision != 0)
		template_set(template_section(part, K_F_CORRECTION), K_F_NOTE, form->note);
	show_evidence(part, request, answer, form);
	if (may_save) {
		struct template_dict *buttons = template_section(part, K_F_MAY_SAVE);
		if (question->next != NULL)
			template_show(buttons, K_F_HAS_NEXT);
	}
}
