/* book: see book.h. The rows of a questionnaire; what stands in their cells is book_value.c. */
#include "indicators/workbook/book.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"

#define ROWS_MAX 4000 /* of one answer: more items and categories than any definition has */

struct rows {
	struct arena *arena;
	struct book_answer *answer;
};

static struct book_row *add(const struct rows *rows, enum book_part part, const char *name, const char *key)
{
	struct book_row *row = &rows->answer->rows[rows->answer->count++];
	const char *code = rows->answer->question.code;

	row->part = part;
	row->key = key;
	row->id = key != NULL ? arena_printf(rows->arena, "%s/%s/%s", code, name, key) : arena_printf(rows->arena, "%s/%s", code, name);
	return row;
}

static void add_text(const struct rows *rows, enum book_part part, const char *name, const char *title, const char *hint)
{
	struct book_row *row = add(rows, part, name, NULL);

	row->title = title;
	row->hint = hint;
}

static void add_items(const struct rows *rows)
{
	const struct question *question = &rows->answer->question;

	for (size_t g = 0; g < question->group_count; g++)
		for (size_t i = 0; i < question->item_count; i++) {
			const struct question_item *item = &question->items[i];

			if (strcmp(item->group, question->groups[g].code) != 0)
				continue;
			struct book_row *row = add(rows, BOOK_ITEM, "item", item->code);
			row->group = question->groups[g].title;
			row->title = item->title;
			row->hint = _("Yes or no; empty counts as no.");
		}
}

static void add_cells(const struct rows *rows)
{
	const struct question *question = &rows->answer->question;

	for (size_t d = 0; d < question->dimension_count; d++)
		for (size_t c = 0; c < question->dimensions[d].category_count; c++) {
			const struct question_dimension *dimension = &question->dimensions[d];
			struct book_row *row = add(rows, BOOK_CELL, "cell",
				arena_printf(rows->arena, "%s=%s", dimension->code, dimension->categories[c].code));

			row->group = dimension->title;
			row->title = dimension->categories[c].title;
			row->hint = c == 0 ? _("Whole numbers that together make up the value; 0 only where it was counted and nobody found.")
				: _("A whole number; 0 only where it was counted and nobody found.");
		}
}

static void add_numbers(const struct rows *rows)
{
	const struct question *question = &rows->answer->question;
	const char *unit = question_unit_title(question->unit);

	if (question_has_fraction(question)) {
		add_text(rows, BOOK_NUMERATOR, "numerator", question->numerator, _("A number"));
		add_text(rows, BOOK_DENOMINATOR, "denominator", question->denominator, _("A number"));
		add_text(rows, BOOK_VALUE, "value",
			arena_printf(rows->arena, _("Only the value (%s), if numerator and denominator are not known"), unit), _("A number"));
		return;
	}
	add_text(rows, BOOK_VALUE, "value", arena_printf(rows->arena, _("Value (%s)"), unit),
		question->type == SCORE_COUNT ? _("A whole number") : _("A number"));
	add_cells(rows);
}

static size_t rows_of(const struct question *question)
{
	size_t count = 12 + question->item_count;

	for (size_t d = 0; d < question->dimension_count; d++)
		count += question->dimensions[d].category_count;
	return count;
}

static void add_rows(struct arena *arena, struct book_answer *answer)
{
	const struct rows rows = { .arena = arena, .answer = answer };
	const struct question *question = &answer->question;

	answer->rows = arena_array(arena, rows_of(question), sizeof *answer->rows);
	add_text(&rows, BOOK_STATUS, "status", _("Status of the answer"), _("Choose from the list. Empty means: reported."));
	if (question->type == SCORE_LADDER)
		add_text(&rows, BOOK_LEVEL, "value", _("Level"), _("Choose from the list, the highest whose criteria, and all below, are met."));
	else if (question->type == SCORE_YES_NO)
		add_text(&rows, BOOK_YES_NO, "value", _("Answer"), _("Choose yes or no."));
	else if (question->type == SCORE_CHECKLIST)
		add_items(&rows);
	else
		add_numbers(&rows);
	add_text(&rows, BOOK_REASON, "reason", _("If not available or not applicable: why?"), "");
	add_text(&rows, BOOK_NARRATIVE, "narrative", _("What stands behind the answer"),
		_("Text. No names or other personal data of victims."));
	add_text(&rows, BOOK_SOURCE, "source", _("Source"), "");
	add_text(&rows, BOOK_EXPLANATION, "explanation", _("Explanation of what is unusual"), _("Where a figure is far from the last round's, for example."));
	add_text(&rows, BOOK_EVIDENCE, "evidence", _("Evidence to be added"),
		_("A citation (act, article, date) or a link (https://…), one on each line. What is saved stays."));
}

/* Why an answer cannot be changed now; NULL where it can. */
static const char *closed(const struct answer *answer)
{
	struct error why = ERROR_INIT;
	enum answer_state next;

	if (workflow_next(answer->state, ACTION_SAVE, DUTY_REPORT, answer->published, &next, &why) != ERR_OK)
		return state_title(answer->state);
	if (answer->phase == ROUND_NOT_OPEN)
		return _("The round is not open yet.");
	if (answer->phase == ROUND_CLOSED && answer->state != STATE_RETURNED)
		return _("The round is closed.");
	return NULL;
}

MUST_USE static enum err load_answer(struct database *db, struct arena *arena, struct book *book, const char *code,
	struct error *error)
{
	struct book_answer *answer = &book->answers[book->count];
	struct answer_key key = { .round = book->round->id, .participant = book->seat->code, .indicator = code };

	enum err err = question_load(db, arena, key.round, code, i18n_current(), &answer->question, error);
	if (err == ERR_OK)
		err = answer_load(db, arena, &key, &answer->answer, error);
	if (err != ERR_OK)
		return err;
	if (rows_of(&answer->question) > ROWS_MAX)
		return error_set(error, ERR_TOO_LARGE, _("Indicator %s asks for more than a workbook can hold."), code);
	answer->closed = closed(&answer->answer);
	answer->open = answer->closed == NULL;
	add_rows(arena, answer);
	book->rows += answer->count;
	book->count++;
	return ERR_OK;
}

static void digest(struct book *book)
{
	crypto_generichash_state state;
	unsigned char hash[16];
	char number[32];

	crypto_generichash_init(&state, NULL, 0, sizeof hash);
	for (size_t i = 0; i < book->count; i++) {
		const struct book_answer *answer = &book->answers[i];
		int length = snprintf(number, sizeof number, "%d.%lld\n", BOOK_TEMPLATE, (long long)answer->question.version);

		crypto_generichash_update(&state, (const unsigned char *)number, (unsigned long long)length);
		for (size_t j = 0; j < answer->count; j++) {
			crypto_generichash_update(&state, (const unsigned char *)answer->rows[j].id, strlen(answer->rows[j].id));
			crypto_generichash_update(&state, (const unsigned char *)"\n", 1);
		}
	}
	crypto_generichash_final(&state, hash, sizeof hash);
	sodium_bin2hex(book->digest, sizeof book->digest, hash, sizeof hash);
}

enum err book_load(struct database *db, struct arena *arena, const struct round *round, const struct round_seat *seat,
	struct book *book, struct error *error)
{
	struct round_lines lines;

	*book = (struct book){ .round = round, .seat = seat };
	enum err err = round_questionnaire(db, arena, round->id, seat->code, i18n_current(), &lines, error);
	if (err != ERR_OK)
		return err;
	book->answers = arena_array(arena, lines.count, sizeof *book->answers);
	for (size_t i = 0; i < lines.count; i++)
		if ((err = load_answer(db, arena, book, lines.rows[i].code, error)) != ERR_OK)
			return err;
	digest(book);
	return ERR_OK;
}
