/* book_value: what an answer's content looks like in a cell; see book.h. What is made of a cell is in book_take.c. Pure. */
#include <math.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/base/utf8.h"
#include "indicators/workbook/book.h"

const char *book_yes_no(bool yes)
{
	return yes ? _("Yes") : _("No");
}

const char *book_level(struct arena *arena, const struct question *question, size_t level)
{
	char *words = arena_printf(arena, "%zu. %s", level, question->levels[level].title);

	/* A comma separates the choices of a list in a workbook. */
	for (char *p = words; *p != '\0'; p++)
		if (*p == ',')
			*p = ';';
	return words;
}

static struct book_value text_value(const char *text)
{
	return utf8_is_blank(text) ? (struct book_value){ .kind = BOOK_EMPTY } : (struct book_value){ .kind = BOOK_TEXT, .text = text };
}

static struct book_value number_value(double number)
{
	return isnan(number) ? (struct book_value){ .kind = BOOK_EMPTY } : (struct book_value){ .kind = BOOK_NUMBER, .number = number };
}

static struct book_value level_value(struct arena *arena, const struct question *question, double value)
{
	if (!(value >= 0 && value < (double)question->level_count))
		return (struct book_value){ .kind = BOOK_EMPTY };
	return text_value(book_level(arena, question, (size_t)value));
}

/* Beside a fraction the value is computed; written there it could only disagree once the fraction is changed. */
static struct book_value plain_value(const struct question *question, const struct answer_content *content)
{
	bool fraction = question_has_fraction(question) && (!isnan(content->numerator) || !isnan(content->denominator));

	return number_value(fraction ? NAN : content->value);
}

const struct answer_content *book_saved(const struct book_answer *answer)
{
	return answer->answer.revision > 0 ? &answer->answer.content : NULL;
}

struct book_value book_value(struct arena *arena, const struct book_answer *answer, const struct book_row *row,
	const struct answer_content *content)
{
	if (content == NULL)
		return (struct book_value){ .kind = BOOK_EMPTY };
	switch (row->part) {
	case BOOK_STATUS:
		return text_value(answer_status_title(content->status));
	case BOOK_LEVEL:
		return level_value(arena, &answer->question, content->value);
	case BOOK_YES_NO:
		return text_value(isnan(content->value) ? NULL : book_yes_no(content->value > 0));
	case BOOK_ITEM:
		return text_value(strcmp(content->status, "reported") == 0 ? book_yes_no(answer_has_item(content, row->key)) : NULL);
	case BOOK_NUMERATOR:
		return number_value(content->numerator);
	case BOOK_DENOMINATOR:
		return number_value(content->denominator);
	case BOOK_VALUE:
		return plain_value(&answer->question, content);
	case BOOK_CELL:
		return number_value(answer_cell_value(content, row->key));
	case BOOK_REASON:
		return text_value(content->reason);
	case BOOK_NARRATIVE:
		return text_value(content->narrative);
	case BOOK_SOURCE:
		return text_value(content->source);
	case BOOK_EXPLANATION:
		return text_value(content->explanation);
	case BOOK_EVIDENCE:
	case BOOK_PARTS:
		break;
	}
	return (struct book_value){ .kind = BOOK_EMPTY };
}

const char *book_value_text(struct arena *arena, struct book_value value)
{
	if (value.kind == BOOK_EMPTY)
		return "";
	if (value.kind == BOOK_TEXT || value.kind == BOOK_ERROR)
		return value.text;
	if (value.kind == BOOK_FLAG)
		return book_yes_no(value.number > 0);
	return number_typed(arena, value.number);
}
