/* answer_parts: see answer_parts.h. */
#include "cgi/web/answer_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/web/evidence_parts.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/base/utf8.h"

const char *parts_number(struct request *request, double value)
{
	/* What a division leaves behind is of no use to a reader; exact values stand in the form and in exports. */
	return number_typed(request->arena, number_round_half_even(value, 4));
}

static const char *reported_value(struct request *request, const struct question *question, const struct answer_content *content)
{
	struct arena *arena = request->arena;
	double value = content->value;
	const char *number = parts_number(request, question->type == SCORE_PERCENT ? number_round_half_even(value, 2) : value);

	if (question->type == SCORE_LADDER && value >= 0 && value < (double)question->level_count)
		return arena_printf(arena, _("Level %s: %s"), number, question->levels[(size_t)value].title);
	if (question->type == SCORE_CHECKLIST)
		return arena_printf(arena, _("%s of %zu items met"), number, question->item_count);
	if (question->type == SCORE_YES_NO)
		return value > 0 ? _("Yes") : _("No");
	if (question_has_fraction(question) && !isnan(content->numerator) && !isnan(content->denominator))
		return arena_printf(arena, _("%s %s (%s of %s)"), number, question_unit_title(question->unit),
			parts_number(request, content->numerator), parts_number(request, content->denominator));
	return arena_printf(arena, "%s %s", number, question_unit_title(question->unit));
}

const char *parts_value(struct request *request, const struct question *question, const struct answer_content *content)
{
	if (strcmp(content->status, "reported") != 0)
		return answer_status_title(content->status);
	return isnan(content->value) ? _("No value yet") : reported_value(request, question, content);
}

const char *parts_line_value(struct request *request, const struct round_line *line)
{
	/* As much of the definition as saying a value in short takes. */
	struct question question = { .unit = line->unit, .level_count = (size_t)line->levels, .item_count = (size_t)line->items,
		.numerator = line->has_fraction ? "" : NULL };
	struct answer_content content = { .status = line->status, .value = line->value, .numerator = line->numerator,
		.denominator = line->denominator };

	if (line->status == NULL || !score_type_named(line->type, &question.type))
		return "—";
	question.levels = arena_array(request->arena, question.level_count, sizeof *question.levels);
	for (size_t i = 0; i < question.level_count; i++)
		question.levels[i].title = line->level != NULL ? line->level : "";
	return parts_value(request, &question, &content);
}

static void set_optional(struct template_dict *dict, enum template_key section, enum template_key key, const char *text)
{
	if (text != NULL && text[0] != '\0')
		template_set(template_section(dict, section), key, text);
}

void parts_definition(struct template_dict *dict, const struct question *question)
{
	struct template_dict *part = template_include(dict, K_DEFINITION, "definition.tpl");

	set_optional(part, K_DEF_MEASURES, K_DEF_MEASURES_TEXT, question->measures);
	set_optional(part, K_DEF_GUIDANCE, K_DEF_GUIDANCE_TEXT, question->guidance);
	set_optional(part, K_DEF_EVIDENCE, K_DEF_EVIDENCE_TEXT, question->evidence);
	set_optional(part, K_DEF_AGENCY, K_DEF_AGENCY_TEXT, question->agency);
}

static void show_item(struct template_dict *list, bool met, const char *title)
{
	struct template_dict *row = template_section(list, K_VIEW_ITEM);

	template_set(row, K_VIEW_ITEM_TITLE, title);
	template_show(row, met ? K_VIEW_ITEM_MET : K_VIEW_ITEM_UNMET);
}

static void show_items(struct request *request, struct template_dict *part, const struct question *question, const struct answer_content *content)
{
	bool ladder = question->type == SCORE_LADDER && content->item_count > 0;

	if ((question->type != SCORE_CHECKLIST && !ladder) || strcmp(content->status, "reported") != 0)
		return;
	struct template_dict *list = template_section(part, K_VIEW_ITEMS);
	template_set(list, K_VIEW_ITEMS_TITLE, ladder ? _("Criteria") : _("Items"));
	for (size_t i = 0; i < question->item_count; i++)
		show_item(list, answer_has_item(content, question->items[i].code), question->items[i].title);
	for (size_t level = 0; ladder && level < question->level_count; level++)
		for (size_t i = 0; i < question->levels[level].criterion_count; i++)
			show_item(list, answer_has_item(content, arena_printf(request->arena, "%zu.%zu", level, i + 1)),
				arena_printf(request->arena, "%zu. %s", level, question->levels[level].criteria[i]));
}

/* Breakdowns in the order of the framework, each with what was given. */
static void show_cells(struct request *request, struct template_dict *part, const struct question *question,
	const struct answer_content *content)
{
	for (size_t d = 0; d < question->dimension_count; d++) {
		const struct question_dimension *dimension = &question->dimensions[d];
		struct template_dict *row = NULL;

		for (size_t c = 0; c < dimension->category_count; c++) {
			const char *name = arena_printf(request->arena, "%s=%s", dimension->code, dimension->categories[c].code);

			for (size_t i = 0; i < content->cell_count; i++) {
				if (strcmp(content->cells[i].cell, name) != 0)
					continue;
				if (row == NULL) {
					row = template_section(part, K_VIEW_BREAKDOWN);
					template_set(row, K_VIEW_BREAKDOWN_TITLE, dimension->title);
				}
				struct template_dict *cell = template_section(row, K_VIEW_CELL);
				template_set(cell, K_VIEW_CELL_TITLE, dimension->categories[c].title);
				template_set(cell, K_VIEW_CELL_VALUE, parts_number(request, content->cells[i].value));
			}
		}
	}
}

void parts_view(struct request *request, struct template_dict *dict, enum template_key where, const struct parts_view *view)
{
	struct template_dict *part = template_include(dict, where, "answer_view.tpl");
	const struct answer_content *content = view->content;

	template_set(part, K_VIEW_VALUE, parts_value(request, view->question, content));
	if (view->author != NULL)
		template_set(template_section(part, K_VIEW_AUTHOR), K_VIEW_AUTHOR_NAME, view->author);
	set_optional(part, K_VIEW_AT, K_VIEW_AT_TEXT, day_moment(request->arena, view->at));
	set_optional(part, K_VIEW_REASON, K_VIEW_REASON_TEXT, content->reason);
	set_optional(part, K_VIEW_NARRATIVE, K_VIEW_NARRATIVE_TEXT, content->narrative);
	set_optional(part, K_VIEW_SOURCE, K_VIEW_SOURCE_TEXT, content->source);
	set_optional(part, K_VIEW_NOTE, K_VIEW_NOTE_TEXT, content->note);
	set_optional(part, K_VIEW_UNUSUAL, K_VIEW_UNUSUAL_TEXT, content->explanation);
	show_items(request, part, view->question, content);
	show_cells(request, part, view->question, content);
	if (view->evidence_count == 0)
		return;
	struct template_dict *list = template_section(part, K_VIEW_EVIDENCE);
	for (size_t i = 0; i < view->evidence_count; i++) {
		struct template_dict *row = template_section(list, K_VIEW_EVIDENCE_ROW);

		evidence_show(request, template_include(row, K_EVIDENCE, "evidence.tpl"), view->question->code, &view->evidence[i]);
		template_show(row, view->evidence[i].shareable ? K_VIEW_EVIDENCE_SHARED : K_VIEW_EVIDENCE_PRIVATE);
	}
}

MUST_USE static enum err revision_value(struct request *request, struct template_dict *row, const struct question *question,
	const struct answer *answer, const struct answer_event *event, struct error *error)
{
	struct answer_content content;
	enum err err = answer_revision(request->db, request->arena, answer->id, event->revision, &content, error);

	if (err == ERR_OK)
		template_set(template_section(row, K_HISTORY_VALUE), K_HISTORY_VALUE_TEXT, parts_value(request, question, &content));
	return err;
}

/* What stays within the government: drafts, and what clearing sent back before it reached the secretariat. */
static bool is_internal(const struct answer_history *history, size_t i)
{
	const char *event = history->rows[i].event;

	if (strcmp(event, "saved") == 0 || strcmp(event, "submitted") == 0 || strcmp(event, "withdrawn") == 0)
		return true;
	/* Newest first: the row after is what happened before. */
	return strcmp(event, "returned") == 0 && i + 1 < history->count && history->rows[i + 1].state == STATE_SUBMITTED;
}

enum err parts_history(struct request *request, struct template_dict *dict, const struct question *question,
	const struct answer *answer, bool contents, struct error *error)
{
	struct answer_history history = { 0 };
	enum err err = answer->id == 0 ? ERR_OK : answer_history(request->db, request->arena, answer->id, &history, error);

	if (err != ERR_OK || history.count == 0)
		return err;
	struct template_dict *part = template_include(dict, K_HISTORY, "history.tpl");
	for (size_t i = 0; err == ERR_OK && i < history.count; i++) {
		const struct answer_event *event = &history.rows[i];

		if (!contents && is_internal(&history, i))
			continue;
		struct template_dict *row = template_section(part, K_HISTORY_ROW);
		template_set(row, K_HISTORY_AT, day_moment(request->arena, event->at));
		template_set(row, K_HISTORY_BY, event->by != NULL ? event->by : _("Import"));
		template_set(row, K_HISTORY_EVENT, event_title(event->event));
		template_set_int(row, K_HISTORY_REVISION, event->revision);
		if (event->audience != NULL)
			set_optional(row, K_HISTORY_AUDIENCE, K_HISTORY_AUDIENCE_TEXT, answer_audience_title(event->audience));
		set_optional(row, K_HISTORY_REASON, K_HISTORY_REASON_TEXT, event->reason);
		if (contents && strcmp(event->event, "saved") == 0)
			err = revision_value(request, row, question, answer, event, error);
	}
	return err;
}

void parts_levels(struct template_dict *dict, const struct question *question)
{
	for (size_t i = 0; i < question->level_count; i++) {
		struct template_dict *row = template_section(dict, K_F_LEVEL);
		const struct question_level *level = &question->levels[i];

		template_set_int(row, K_F_LEVEL_NUMBER, (int64_t)i);
		template_set(row, K_F_LEVEL_TITLE, level->title);
		if (level->criterion_count == 0)
			continue;
		struct template_dict *criteria = template_section(row, K_F_LEVEL_CRITERIA);
		for (size_t j = 0; j < level->criterion_count; j++)
			template_set(template_section(criteria, K_F_LEVEL_CRITERION), K_F_CRITERION_TEXT, level->criteria[j]);
	}
}

void parts_progress(struct request *request, struct template_dict *dict, const struct round_seat *seat)
{
	struct template_dict *part = template_include(dict, K_PROGRESS, "progress.tpl");
	int64_t done = seat->answers[STATE_SUBMITTED] + seat->answers[STATE_CLEARED] + seat->answers[STATE_ACCEPTED];

	template_set_int(part, K_PROGRESS_MAX, seat->expected);
	template_set_int(part, K_PROGRESS_VALUE, done);
	template_set(part, K_PROGRESS_TEXT, arena_printf(request->arena,
		_("%lld of %lld submitted: %lld cleared, %lld accepted; %lld in draft, %lld returned, %lld not started"), (long long)done,
		(long long)seat->expected, (long long)seat->answers[STATE_CLEARED], (long long)seat->answers[STATE_ACCEPTED],
		(long long)seat->answers[STATE_DRAFT], (long long)seat->answers[STATE_RETURNED], (long long)seat->answers[STATE_NONE]));
}

void parts_state(struct template_dict *dict, enum answer_state state)
{
	static const enum template_key kinds[STATE_COUNT] = {
		[STATE_NONE] = K_STATE_NONE, [STATE_DRAFT] = K_STATE_DRAFT, [STATE_RETURNED] = K_STATE_RETURNED,
		[STATE_SUBMITTED] = K_STATE_SUBMITTED, [STATE_CLEARED] = K_STATE_CLEARED, [STATE_ACCEPTED] = K_STATE_ACCEPTED,
	};

	template_show(template_include(dict, K_STATE, "state.tpl"), kinds[state]);
}

#define AROUND 60 /* bytes */

void parts_place(struct request *request, struct template_dict *row, const struct answer_personal *place)
{
	const struct personal_mark *mark = &place->mark;
	size_t before = utf8_tail(place->text, mark->start, AROUND);
	const char *after = place->text + mark->start + mark->length;

	template_set(row, K_PLACE_KIND, personal_kind_title(mark->kind));
	template_set(row, K_PLACE_BEFORE, arena_strndup(request->arena, place->text + before, mark->start - before));
	template_set(row, K_PLACE_TEXT, arena_strndup(request->arena, place->text + mark->start, mark->length));
	template_set(row, K_PLACE_AFTER, arena_strndup(request->arena, after, utf8_head(after, AROUND)));
}

void parts_status(struct response *response, enum err err)
{
	switch (err) {
	case ERR_INVALID:
	case ERR_TOO_LARGE:
		response_status(response, 422);
		break;
	case ERR_CONFLICT:
		response_status(response, 409);
		break;
	case ERR_FULL:
		response_status(response, 507);
		break;
	case ERR_IO:
		response_status(response, 500);
		break;
	default:
		break;
	}
}

const char *parts_ambiguous(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	/* 1,000 or 12.500; but 0,125 begins with a zero and can only be a fraction. */
	if (digits < 1 || digits > 3 || text[0] == '0' || (text[digits] != ',' && text[digits] != '.'))
		return NULL;
	const char *rest = text + digits + 1;
	if (strspn(rest, "0123456789") != 3 || rest[3] != '\0')
		return NULL;
	return _("This can be read as thousands or as a fraction. Write thousands without a point or comma, and a fraction without the last zero or with one more digit.");
}

enum err parts_steps(struct request *request, size_t most, struct answer_step **steps, size_t *count, struct error *error)
{
	*count = request_count(request, "answer");
	if (*count > most)
		return error_set(error, ERR_TOO_LARGE, "%s", _("These are too many answers at once."));
	*steps = arena_array(request->arena, *count, sizeof **steps);
	for (size_t i = 0; i < *count; i++) {
		char *step = arena_strdup(request->arena, request_text_at(request, "answer", i));
		char *colon = strchr(step, ':');

		if (colon == NULL)
			return error_set_field(error, ERR_INVALID, "answer", "%s", _("The form is not one of ours."));
		*colon = '\0';
		(*steps)[i] = (struct answer_step){ .indicator = step, .revision = strtoll(colon + 1, NULL, 10) };
	}
	return ERR_OK;
}
