/* write_csv: the questionnaire as CSV; see write.h. */
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/workbook/write.h"

static const char *const parts[BOOK_PARTS] = { "status", "level", "yes_no", "item", "numerator", "denominator", "value", "cell", "reason",
	"narrative", "source", "explanation", "evidence" };

static void field(struct buffer *out, const char *text, char separator, bool last)
{
	buffer_putc(out, '"');
	/* A spreadsheet would compute it; the apostrophe is taken off again when the file comes back. */
	if (text[0] != '\0' && strchr("=+-@'\t\r", text[0]) != NULL)
		buffer_putc(out, '\'');
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '"')
			buffer_putc(out, '"');
		buffer_putc(out, *p);
	}
	buffer_putc(out, '"');
	buffer_puts(out, last ? "\r\n" : (const char[]){ separator, '\0' });
}

static void line(struct buffer *out, char separator, const char *const *fields)
{
	for (size_t i = 0; i < 6; i++)
		field(out, fields[i], separator, i == 5);
}

void write_csv(struct arena *arena, const struct book *book, struct buffer *out)
{
	char separator = strcmp(i18n_current(), "ru") == 0 ? ';' : ',';
	const char *made = arena_printf(arena, "%s:%d:%lld:%s:%s", BOOK_MARK, BOOK_TEMPLATE, (long long)book->round->id, book->seat->code,
		book->digest);
	const char *title = arena_printf(arena, _("%s, %s, %s. Only fill in the last column; leave all rows where they are."),
		book->seat->title, book->round->period, book->round->framework_title);

	buffer_puts(out, "\xEF\xBB\xBF");
	line(out, separator, (const char *const[]){ "id", "revision", "indicator", "part", "title", "value" });
	line(out, separator, (const char *const[]){ made, "", "", "", title, "" });
	for (size_t i = 0; i < book->count; i++)
		for (size_t j = 0; j < book->answers[i].count; j++) {
			const struct book_answer *answer = &book->answers[i];
			const struct book_row *row = &answer->rows[j];
			const char *asked = row->group != NULL ? arena_printf(arena, "%s: %s", row->group, row->title) : row->title;

			/* The first row of an indicator names it. */
			if (j == 0)
				asked = arena_printf(arena, "%s. %s", answer->question.title, asked);
			line(out, separator, (const char *const[]){ row->id, arena_printf(arena, "%lld", (long long)answer->answer.revision),
				answer->question.code, parts[row->part], asked,
				book_value_text(arena, book_value(arena, answer, row, book_saved(answer))) });
		}
}
