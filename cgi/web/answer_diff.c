/* answer_diff: see answer_diff.h. */
#include "cgi/web/answer_diff.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/day.h"
#include "indicators/base/diff.h"
#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"

#define SAME_MAX 400   /* bytes of an unchanged stretch of text that are shown in full */
#define CONTEXT 150    /* bytes kept at each end of a longer one */
#define CELL_PARTS 10

struct show {
	struct request *request;
	struct template_dict *part, *rows;
	const struct answer_diff *diff;
};

static struct template_dict *add_row(struct show *show, const char *title)
{
	struct template_dict *row;

	if (show->rows == NULL)
		show->rows = template_section(show->part, K_DIFF_ROWS);
	row = template_section(show->rows, K_DIFF_ROW);
	template_set(row, K_DIFF_TITLE, title);
	return row;
}

static void turned(struct show *show, const char *title, const char *before, const char *after)
{
	struct template_dict *turn = template_section(add_row(show, title), K_DIFF_TURNED);

	template_set(turn, K_DIFF_BEFORE, before);
	template_set(turn, K_DIFF_AFTER, after);
}

static void put(struct template_dict *row, const char *text, const char *note)
{
	struct template_dict *line = template_section(row, K_DIFF_PUT);

	template_set(line, K_DIFF_PUT_TEXT, text);
	if (note != NULL)
		template_set(template_section(line, K_DIFF_PUT_NOTE), K_DIFF_PUT_NOTE_TEXT, note);
}

static void taken(struct template_dict *row, const char *text, const char *note)
{
	struct template_dict *line = template_section(row, K_DIFF_TAKEN);

	template_set(line, K_DIFF_TAKEN_TEXT, text);
	if (note != NULL)
		template_set(template_section(line, K_DIFF_TAKEN_NOTE), K_DIFF_TAKEN_NOTE_TEXT, note);
}

/* --- figures ----------------------------------------------------------------------------------------------------- */

static bool same_number(double a, double b)
{
	return (isnan(a) && isnan(b)) || a == b;
}

static void show_value(struct show *show)
{
	const struct answer_content *before = show->diff->before, *after = show->diff->after;
	const struct question *question = show->diff->question;

	if (strcmp(before->status, after->status) == 0 && same_number(before->value, after->value)
		&& same_number(before->numerator, after->numerator) && same_number(before->denominator, after->denominator))
		return;
	turned(show, _("Answer"), parts_value(show->request, question, before), parts_value(show->request, question, after));
}

/* --- items and criteria ------------------------------------------------------------------------------------------ */

/* "Level 2: …" of the criterion "2.1", the title of a checklist's item; codes of another definition as they are. */
static const char *item_title(struct show *show, const char *code)
{
	const struct question *question = show->diff->question;
	char *point;
	unsigned long level = strtoul(code, &point, 10), criterion = *point == '.' ? strtoul(point + 1, NULL, 10) : 0;

	for (size_t i = 0; i < question->item_count; i++)
		if (strcmp(question->items[i].code, code) == 0)
			return question->items[i].title;
	if (level < question->level_count && criterion >= 1 && criterion <= question->levels[level].criterion_count)
		return arena_printf(show->request->arena, _("Level %lu: %s"), level, question->levels[level].criteria[criterion - 1]);
	return code;
}

static void show_items(struct show *show)
{
	const struct answer_content *before = show->diff->before, *after = show->diff->after;
	struct template_dict *row = NULL;
	const char *title = show->diff->question->type == SCORE_LADDER ? _("Criteria") : _("Items");

	for (size_t i = 0; i < after->item_count; i++)
		if (!answer_has_item(before, after->items[i]))
			put(row = row != NULL ? row : add_row(show, title), item_title(show, after->items[i]), NULL);
	for (size_t i = 0; i < before->item_count; i++)
		if (!answer_has_item(after, before->items[i]))
			taken(row = row != NULL ? row : add_row(show, title), item_title(show, before->items[i]), NULL);
}

/* --- breakdowns -------------------------------------------------------------------------------------------------- */

/* "Sex: Female" of "sex=female"; what the definition does not know as it is. */
static const char *part_title(struct show *show, const char *part)
{
	const struct question *question = show->diff->question;
	const char *equals = strchr(part, '=');

	for (size_t i = 0; equals != NULL && i < question->dimension_count; i++) {
		const struct question_dimension *dimension = &question->dimensions[i];

		if (strlen(dimension->code) != (size_t)(equals - part) || strncmp(dimension->code, part, strlen(dimension->code)) != 0)
			continue;
		for (size_t j = 0; j < dimension->category_count; j++)
			if (strcmp(dimension->categories[j].code, equals + 1) == 0)
				return arena_printf(show->request->arena, "%s: %s", dimension->title, dimension->categories[j].title);
	}
	return part;
}

static const char *cell_title(struct show *show, const char *cell)
{
	char *rest = arena_strdup(show->request->arena, cell);
	const char *title = "";

	for (int i = 0; i < CELL_PARTS && rest != NULL; i++) {
		char *end = strchr(rest, ';');

		if (end != NULL)
			*end++ = '\0';
		title = arena_printf(show->request->arena, "%s%s%s", title, title[0] != '\0' ? "; " : "", part_title(show, rest));
		rest = end;
	}
	return title;
}

static const char *cell_number(struct show *show, double value)
{
	return isnan(value) ? _("not given") : parts_number(show->request, value);
}

static void show_cells(struct show *show)
{
	const struct answer_content *before = show->diff->before, *after = show->diff->after;

	for (size_t i = 0; i < after->cell_count; i++) {
		double old = answer_cell_value(before, after->cells[i].cell);

		if (!same_number(old, after->cells[i].value))
			turned(show, cell_title(show, after->cells[i].cell), cell_number(show, old), cell_number(show, after->cells[i].value));
	}
	for (size_t i = 0; i < before->cell_count; i++)
		if (isnan(answer_cell_value(after, before->cells[i].cell)) && !isnan(before->cells[i].value))
			turned(show, cell_title(show, before->cells[i].cell), cell_number(show, before->cells[i].value), cell_number(show, NAN));
}

/* --- texts ------------------------------------------------------------------------------------------------------- */

/* The first blank at or after `at`, so that neither words nor characters are cut; the text's end where there is none. */
static size_t blank_after(const char *text, size_t at)
{
	return at + strcspn(text + at, " \t\r\n");
}

const char *diff_excerpt(struct request *request, const char *text, size_t most)
{
	size_t length = text != NULL ? strlen(text) : 0, end;

	if (length <= most)
		return text != NULL ? text : "";
	end = blank_after(text, most);
	/* One endless word: cut it between characters. */
	if (end > 2 * most)
		end = utf8_head(text, most);
	return end >= length ? text : arena_printf(request->arena, "%.*s …", (int)end, text);
}

/* Of what stays only as much as shows where the change stands. */
static const char *stretch(struct show *show, const char *text, bool first, bool last)
{
	size_t length = strlen(text), tail;
	const char *head;

	if (length <= SAME_MAX)
		return text;
	head = first ? "" : arena_strndup(show->request->arena, text, blank_after(text, CONTEXT));
	tail = last ? length : blank_after(text, length - CONTEXT);
	if (strlen(head) >= tail)
		return text;
	return arena_printf(show->request->arena, "%s … %s", head, text + tail);
}

static void show_text(struct show *show, const char *title, const char *before, const char *after)
{
	struct diff_pieces pieces;
	struct template_dict *words;

	if (strcmp(before != NULL ? before : "", after != NULL ? after : "") == 0)
		return;
	pieces = diff_words(show->request->arena, before, after);
	words = template_section(add_row(show, title), K_DIFF_WORDS);
	for (size_t i = 0; i < pieces.count; i++) {
		struct template_dict *piece = template_section(words, K_DIFF_PIECE);
		const char *text = pieces.rows[i].text;
		size_t gap = strspn(text, " \t\r\n");

		if (pieces.rows[i].kind == DIFF_SAME) {
			template_set(template_section(piece, K_DIFF_SAME), K_DIFF_SAME_TEXT, stretch(show, text, i == 0, i + 1 == pieces.count));
			continue;
		}
		/* The blanks before a word are not underlined or struck through, unless there is nothing else. */
		if (text[gap] != '\0') {
			template_set(template_section(piece, K_DIFF_SAME), K_DIFF_SAME_TEXT, arena_strndup(show->request->arena, text, gap));
			text += gap;
		}
		if (pieces.rows[i].kind == DIFF_REMOVED)
			template_set(template_section(piece, K_DIFF_REMOVED), K_DIFF_REMOVED_TEXT, text);
		else
			template_set(template_section(piece, K_DIFF_ADDED), K_DIFF_ADDED_TEXT, text);
	}
}

/* --- evidence ---------------------------------------------------------------------------------------------------- */

static const char *evidence_note(struct show *show, const struct answer_evidence *evidence)
{
	const char *shared = evidence->shareable ? _("may be shared") : _("for review only");

	if (evidence->at == NULL)
		return shared;
	return arena_printf(show->request->arena, "%s; %s%s%s", shared, evidence->by != NULL ? evidence->by : "", evidence->by != NULL ? ", " : "",
		day_moment(show->request->arena, evidence->at));
}

static void show_evidence(struct show *show)
{
	const struct answer_diff *diff = show->diff;
	struct template_dict *row;

	if (diff->added.count + diff->removed.count == 0)
		return;
	row = add_row(show, _("Evidence"));
	for (size_t i = 0; i < diff->added.count; i++)
		put(row, diff->added.rows[i]->text, evidence_note(show, diff->added.rows[i]));
	for (size_t i = 0; i < diff->removed.count; i++)
		taken(row, diff->removed.rows[i]->text, evidence_note(show, diff->removed.rows[i]));
}

bool diff_show(struct request *request, struct template_dict *dict, enum template_key where, const struct answer_diff *diff)
{
	struct show show = { .request = request, .part = template_include(dict, where, "answer_diff.tpl"), .rows = NULL, .diff = diff };
	const struct answer_content *before = diff->before, *after = diff->after;

	show_value(&show);
	show_items(&show);
	show_cells(&show);
	show_text(&show, _("Why there is no value"), before->reason, after->reason);
	show_text(&show, _("Explanation"), before->narrative, after->narrative);
	show_text(&show, _("What is unusual, explained"), before->explanation, after->explanation);
	show_text(&show, _("Source"), before->source, after->source);
	show_text(&show, _("Public note on the correction"), before->note, after->note);
	show_evidence(&show);
	if (show.rows == NULL)
		template_show(show.part, K_DIFF_NOTHING);
	return show.rows != NULL;
}
