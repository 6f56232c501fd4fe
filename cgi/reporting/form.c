/* form: an answer's form, from the stored answer or as it was typed, and back to the model; see reporting.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"

static const char *const statuses[] = { "reported", "not_available", "not_applicable" };

/* As exact as it was typed; a comma where the language writes one. */
static const char *typed(struct request *request, double value)
{
	char text[NUMBER_TEXT];

	number_text(value, text);
	char *copy = arena_strdup(request->arena, text);
	char *point = strchr(copy, '.');
	if (point != NULL && strcmp(request->language, "ru") == 0)
		*point = ',';
	return copy;
}

static const char *plain(const char *text)
{
	return text != NULL ? text : "";
}

void form_from_answer(struct request *request, const struct question *question, const struct answer *answer, struct form *form)
{
	const struct answer_content *content = &answer->content;
	bool fraction = question_has_fraction(question) && (!isnan(content->numerator) || !isnan(content->denominator));

	*form = (struct form){ .base = answer->revision, .status = content->status, .reason = plain(content->reason),
		.narrative = plain(content->narrative), .source = plain(content->source), .note = plain(content->note), .audience = "",
		.why = "" };
	/* Beside a fraction the value is computed; typed again it could only disagree. */
	form->value = fraction ? "" : typed(request, content->value);
	form->numerator = typed(request, content->numerator);
	form->denominator = typed(request, content->denominator);
	form->item_count = content->item_count;
	form->items = arena_array(request->arena, content->item_count, sizeof *form->items);
	for (size_t i = 0; i < content->item_count; i++)
		form->items[i] = content->items[i];
	for (size_t i = 0; i < EVIDENCE_NEW; i++)
		form->evidence[i].text = "";
	/* A note belongs to one correction, not to the next. */
	if (answer->published)
		form->note = "";
}

void form_from_request(struct request *request, struct form *form)
{
	*form = (struct form){ .base = request_int(request, "base"), .status = request_text(request, "status"),
		.value = request_text(request, "value"), .numerator = request_text(request, "numerator"),
		.denominator = request_text(request, "denominator"), .reason = request_text(request, "reason"),
		.narrative = request_text(request, "narrative"), .source = request_text(request, "source"), .note = request_text(request, "note"),
		.audience = request_text(request, "audience"), .why = request_text(request, "why") };
	form->item_count = request_count(request, "item");
	form->items = arena_array(request->arena, form->item_count, sizeof *form->items);
	for (size_t i = 0; i < form->item_count; i++)
		form->items[i] = request_text_at(request, "item", i);
	form->removed_count = request_count(request, "remove");
	form->removed = arena_array(request->arena, form->removed_count, sizeof *form->removed);
	for (size_t i = 0; i < form->removed_count; i++)
		form->removed[i] = strtoll(request_text_at(request, "remove", i), NULL, 10);
	for (size_t i = 0; i < EVIDENCE_NEW; i++) {
		form->evidence[i].text = request_text(request, arena_printf(request->arena, "evidence_text%zu", i + 1));
		form->evidence[i].shared = request_flag(request, arena_printf(request->arena, "evidence_share%zu", i + 1));
	}
}

/* `small`: a number that cannot reach a thousand, so that a comma or point in it is never one between thousands. */
MUST_USE static enum err read_number(struct request *request, const char *field, bool small, double *value, struct error *error)
{
	const char *ambiguous = small ? NULL : parts_ambiguous(request_text(request, field));

	*value = NAN;
	if (request_state(request, field) == PARAM_WRONG)
		return error_set_field(error, ERR_INVALID, field, "%s", request_problem(request, field));
	if (request_state(request, field) == PARAM_MISSING)
		return ERR_OK;
	if (ambiguous != NULL)
		return error_set_field(error, ERR_INVALID, field, "%s", ambiguous);
	*value = request_real(request, field);
	return ERR_OK;
}

/* Texts that the kit refused (controls, too long, several lines) are marked where they stand. */
MUST_USE static enum err check_texts(struct request *request, struct error *error)
{
	static const struct { const char *name, *field; } texts[] = {
		{ "status", "status" }, { "item", "item" }, { "reason", "reason" }, { "narrative", "narrative" }, { "source", "source" },
		{ "note", "note" }, { "evidence_text1", "evidence" }, { "evidence_text2", "evidence" }, { "remove", "evidence" },
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (request_state(request, texts[i].name) == PARAM_WRONG)
			return error_set_field(error, ERR_INVALID, texts[i].field, "%s", request_problem(request, texts[i].name));
	return ERR_OK;
}

static void read_evidence(struct request *request, const struct form *form, struct answer_change *change)
{
	struct answer_evidence *added = arena_array(request->arena, EVIDENCE_NEW, sizeof *added);

	for (size_t i = 0; i < EVIDENCE_NEW; i++) {
		const char *text = form->evidence[i].text;
		bool link = strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0;

		if (text[0] == '\0')
			continue;
		added[change->added_count++] = (struct answer_evidence){ .kind = link ? "link" : "citation", .text = text,
			.shareable = form->evidence[i].shared };
	}
	change->added = added;
	change->removed = form->removed;
	change->removed_count = form->removed_count;
}

enum err form_change(struct request *request, const struct question *question, const struct form *form,
	struct answer_change *change, struct error *error)
{
	*change = (struct answer_change){ .base = form->base };
	change->content = (struct answer_content){ .status = form->status, .value = NAN, .numerator = NAN, .denominator = NAN,
		.reason = form->reason, .narrative = form->narrative, .source = form->source, .note = form->note, .items = form->items,
		.item_count = form->item_count };
	enum err err = check_texts(request, error);
	if (err != ERR_OK)
		return err;
	read_evidence(request, form, change);
	/* Without a value there are no numbers to be wrong: what is left in the fields is of no account. */
	if (strcmp(form->status, "reported") != 0)
		return ERR_OK;
	if ((err = read_number(request, "value", question->type == SCORE_PERCENT, &change->content.value, error)) != ERR_OK)
		return err;
	if (!question_has_fraction(question))
		return ERR_OK;
	if ((err = read_number(request, "numerator", false, &change->content.numerator, error)) != ERR_OK)
		return err;
	return read_number(request, "denominator", false, &change->content.denominator, error);
}

void form_mark(struct template_dict *page, const char *field, const char *text)
{
	static const struct { const char *field; enum template_key section; } fields[] = {
		{ "status", K_WRONG_STATUS }, { "value", K_WRONG_VALUE }, { "numerator", K_WRONG_NUMERATOR },
		{ "denominator", K_WRONG_DENOMINATOR }, { "item", K_WRONG_ITEM }, { "reason", K_WRONG_REASON },
		{ "narrative", K_WRONG_NARRATIVE }, { "source", K_WRONG_SOURCE }, { "note", K_WRONG_NOTE }, { "evidence", K_WRONG_EVIDENCE },
		{ "audience", K_WRONG_AUDIENCE }, { "why", K_WRONG_RETURN },
	};

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (strcmp(fields[i].field, field) == 0)
			template_set(template_section(page, fields[i].section), K_WRONG_TEXT, text);
}

static void show_levels(struct template_dict *part, const struct question *question, const struct form *form)
{
	double value = NAN;

	/* A level that there is not is marked as wrong and no choice at all. */
	bool whole = number_parse(form->value, &value) && value >= 0 && value < (double)question->level_count && value <= floor(value);
	parts_levels(template_section(part, K_F_LADDER), question, whole ? (int64_t)value : -1);
}

static void show_checklist(struct template_dict *part, const struct question *question, const struct form *form)
{
	struct template_dict *checklist = template_section(part, K_F_CHECKLIST);

	for (size_t g = 0; g < question->group_count; g++) {
		struct template_dict *group = template_section(checklist, K_F_GROUP);

		template_set(group, K_F_GROUP_TITLE, question->groups[g].title);
		for (size_t i = 0; i < question->item_count; i++) {
			if (strcmp(question->items[i].group, question->groups[g].code) != 0)
				continue;
			struct template_dict *row = template_section(group, K_F_ITEM);
			template_set(row, K_F_ITEM_CODE, question->items[i].code);
			template_set(row, K_F_ITEM_TITLE, question->items[i].title);
			for (size_t j = 0; j < form->item_count; j++)
				if (strcmp(form->items[j], question->items[i].code) == 0) {
					template_show(row, K_F_ITEM_CHOSEN);
					break;
				}
		}
	}
}

static void show_number(struct template_dict *part, struct request *request, const struct question *question,
	const struct answer *answer, const struct form *form)
{
	const char *unit = question_unit_title(question->unit);
	bool fraction = question_has_fraction(question);

	if (fraction) {
		struct template_dict *section = template_section(part, K_F_FRACTION);

		template_set(section, K_F_NUMERATOR_TITLE, question->numerator);
		template_set(section, K_F_DENOMINATOR_TITLE, question->denominator);
		template_set(section, K_F_NUMERATOR, form->numerator);
		template_set(section, K_F_DENOMINATOR, form->denominator);
		if (!isnan(answer->content.value) && !isnan(answer->content.numerator))
			template_set(template_section(section, K_F_COMPUTED), K_F_COMPUTED_TEXT, parts_value(request, question, &answer->content));
	}
	struct template_dict *section = template_section(part, K_F_NUMBER);
	template_printf(section, K_F_NUMBER_TITLE, fraction ? _("Only the value (%s), if numerator and denominator are not known")
		: _("Value (%s)"), unit);
	template_set(section, K_F_VALUE, form->value);
}

static void show_evidence(struct template_dict *part, const struct answer *answer, const struct form *form)
{
	for (size_t i = 0; i < answer->evidence_count; i++) {
		struct template_dict *row = template_section(part, K_F_EVIDENCE);

		template_set(row, K_F_EVIDENCE_TEXT, answer->evidence[i].text);
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
}

void form_show(struct template_dict *page, struct request *request, const struct question *question, const struct answer *answer,
	const struct form *form, bool may_save)
{
	struct template_dict *part = template_section(page, K_A_FORM);

	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
		struct template_dict *row = template_section(part, K_F_STATUS);

		template_set(row, K_F_STATUS_VALUE, statuses[i]);
		template_set(row, K_F_STATUS_TITLE, answer_status_title(statuses[i]));
		if (strcmp(form->status, statuses[i]) == 0)
			template_show(row, K_F_STATUS_CHOSEN);
	}
	if (question->type == SCORE_LADDER) {
		show_levels(part, question, form);
	} else if (question->type == SCORE_CHECKLIST) {
		show_checklist(part, question, form);
	} else if (question->type == SCORE_YES_NO) {
		struct template_dict *choice = template_section(part, K_F_YES_NO);
		if (strcmp(form->value, "1") == 0)
			template_show(choice, K_F_YES);
		if (strcmp(form->value, "0") == 0)
			template_show(choice, K_F_NO);
	} else {
		show_number(part, request, question, answer, form);
	}
	template_set(part, K_F_REASON, form->reason);
	template_set(part, K_F_NARRATIVE, form->narrative);
	template_set(part, K_F_SOURCE, form->source);
	if (answer->released_revision != 0)
		template_set(template_section(part, K_F_CORRECTION), K_F_NOTE, form->note);
	show_evidence(part, answer, form);
	if (may_save)
		template_show(part, K_F_MAY_SAVE);
}
