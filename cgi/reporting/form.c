/* form: reads an answer's form and hands it to the model; see form.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/reporting/form.h"
#include "cgi/web/answer_parts.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"


static const char *plain(const char *text)
{
	return text != NULL ? text : "";
}

const char *form_cell(const struct form *form, const char *cell)
{
	for (size_t i = 0; i < form->cell_count; i++)
		if (strcmp(form->cells[i].cell, cell) == 0)
			return form->cells[i].text;
	return "";
}

bool form_has_item(const struct form *form, const char *item)
{
	for (size_t i = 0; i < form->item_count; i++)
		if (strcmp(form->items[i], item) == 0)
			return true;
	return false;
}

void form_from_content(struct request *request, const struct question *question, const struct answer_content *stored, struct form *form)
{
	struct answer_content content = *stored;
	/* Levels of older answers came alone; with their criteria they can be ticked on. What no longer fits is shown as it is. */
	struct answer_content with_criteria = content;

	if (question->type == SCORE_LADDER && answer_check(request->arena, question, &with_criteria, NULL) == ERR_OK)
		content = with_criteria;
	bool fraction = question_has_fraction(question) && (!isnan(content.numerator) || !isnan(content.denominator));
	*form = (struct form){ .status = content.status, .reason = plain(content.reason), .narrative = plain(content.narrative),
		.source = plain(content.source), .explanation = plain(content.explanation), .note = plain(content.note), .audience = "", .why = "",
		.confirmed = "" };
	/* Beside a fraction or criteria the value follows; typed again it could only disagree. */
	form->value = fraction || content.item_count > 0 ? "" : number_typed(request->arena, content.value);
	form->numerator = number_typed(request->arena, content.numerator);
	form->denominator = number_typed(request->arena, content.denominator);
	form->item_count = content.item_count;
	form->items = content.items;
	form->cell_count = content.cell_count;
	form->cells = arena_array(request->arena, content.cell_count, sizeof *form->cells);
	for (size_t i = 0; i < content.cell_count; i++)
		form->cells[i] = (struct form_cell){ .cell = content.cells[i].cell, .text = number_typed(request->arena, content.cells[i].value) };
	for (size_t i = 0; i < EVIDENCE_NEW; i++)
		form->evidence[i].text = "";
	form->upload = "";
}

void form_from_answer(struct request *request, const struct question *question, const struct answer *answer, struct form *form)
{
	form_from_content(request, question, &answer->content, form);
	form->base = answer->revision;
	/* A note belongs to one correction, not to the next. */
	if (answer->published)
		form->note = "";
}

void form_from_request(struct request *request, struct form *form)
{
	*form = (struct form){ .base = request_int(request, "base"), .status = request_text(request, "status"),
		.value = request_text(request, "value"), .numerator = request_text(request, "numerator"),
		.denominator = request_text(request, "denominator"), .reason = request_text(request, "reason"),
		.narrative = request_text(request, "narrative"), .source = request_text(request, "source"),
		.explanation = request_text(request, "explanation"), .note = request_text(request, "note"),
		.audience = request_text(request, "audience"), .why = request_text(request, "why"), .confirmed = request_text(request, "confirmed") };
	form->upload = request_text(request, "evidence_upload");
	form->file_shared = request_flag(request, "evidence_file_share");
	form->item_count = request_count(request, "item");
	const char **items = arena_array(request->arena, form->item_count, sizeof *items);
	for (size_t i = 0; i < form->item_count; i++)
		items[i] = request_text_at(request, "item", i);
	form->items = items;
	form->cell_count = request_family_count(request, "cell");
	form->cells = arena_array(request->arena, form->cell_count, sizeof *form->cells);
	for (size_t i = 0; i < form->cell_count; i++)
		form->cells[i] = (struct form_cell){ .cell = request_family_key(request, "cell", i), .text = request_family_text(request, "cell", i) };
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
		{ "explanation", "explanation" }, { "note", "note" }, { "evidence_text1", "evidence" }, { "evidence_text2", "evidence" }, { "remove", "evidence" },
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

/* Numbers of a table, each plain or refused where it stands. */
MUST_USE static enum err read_cells(struct request *request, const struct form *form, struct answer_change *change, struct error *error)
{
	struct answer_cell *cells = arena_array(request->arena, form->cell_count, sizeof *cells);
	size_t count = 0;

	for (size_t i = 0; i < form->cell_count; i++) {
		const struct form_cell *cell = &form->cells[i];
		const char *field = arena_printf(request->arena, "cell:%.50s", cell->cell);
		double value;

		if (cell->text[0] == '\0')
			continue;
		if (parts_ambiguous(cell->text) != NULL)
			return error_set_field(error, ERR_INVALID, field, "%s", parts_ambiguous(cell->text));
		if (!param_real(cell->text, &value))
			return error_set_field(error, ERR_INVALID, field, "%s", _("That is not a number."));
		cells[count++] = (struct answer_cell){ .cell = cell->cell, .value = value };
	}
	change->content.cells = cells;
	change->content.cell_count = count;
	return ERR_OK;
}

enum err form_change(struct request *request, const struct question *question, const struct form *form,
	struct answer_change *change, struct error *error)
{
	*change = (struct answer_change){ .base = form->base, .confirmed = form->confirmed };
	change->content = (struct answer_content){ .status = form->status, .value = NAN, .numerator = NAN, .denominator = NAN,
		.reason = form->reason, .narrative = form->narrative, .source = form->source, .explanation = form->explanation,
		.note = form->note, .items = form->items, .item_count = form->item_count };
	enum err err = check_texts(request, error);
	if (err != ERR_OK)
		return err;
	read_evidence(request, form, change);
	/* Without a value there are no numbers to be wrong: what is left in the fields is of no account. */
	if (strcmp(form->status, "reported") != 0)
		return ERR_OK;
	if (question->type == SCORE_COUNT && (err = read_cells(request, form, change, error)) != ERR_OK)
		return err;
	if ((err = read_number(request, "value", question->type == SCORE_PERCENT, &change->content.value, error)) != ERR_OK)
		return err;
	if (!question_has_fraction(question))
		return ERR_OK;
	if ((err = read_number(request, "numerator", false, &change->content.numerator, error)) != ERR_OK)
		return err;
	return read_number(request, "denominator", false, &change->content.denominator, error);
}
