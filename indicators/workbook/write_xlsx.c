/* write_xlsx: the questionnaire as a workbook; see write.h. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "indicators/base/buffer.h"
#include "indicators/base/clock.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"
#include "indicators/workbook/sheet_name.h"
#include "indicators/workbook/write.h"

#define ROW_MAX 409    /* points that a row may be high */
#define LIST_MAX 250   /* bytes of a list in the cell itself: of more, when it is not ASCII, version 1.1.4 of the library overruns its buffer */
#define LISTS_FIRST 3  /* column D: the levels of the first ladder that are longer */

struct formats {
	lxw_format *title, *head, *band, *code, *asked, *group, *small, *hidden, *number, *text, *locked_number, *locked_text,
		*plain, *strong;
};

struct writer {
	struct arena *arena;
	const struct book *book;
	lxw_workbook *workbook;
	lxw_worksheet *meta;
	struct formats formats;
	lxw_col_t lists; /* next free column of the lists */
	lxw_error failure;
	const double *widths; /* of the sheet's columns, in characters */
	double tall;          /* what the row at hand needs, in points */
};

static void note(struct writer *writer, lxw_error result)
{
	if (result != LXW_NO_ERROR && writer->failure == LXW_NO_ERROR)
		writer->failure = result;
}

/* Lines that a text takes in a column of so many characters. */
static double lines_of(const char *text, double width)
{
	double lines = 0, characters = 0;

	for (; ; text++) {
		if (*text == '\n' || *text == '\0') {
			/* Words don't break, so a line is not quite filled. */
			lines += fmax(1, ceil(characters * 1.06 / width));
			characters = 0;
		}
		if (*text == '\0')
			return lines;
		characters += (*text & 0xC0) != 0x80 && *text != '\n';
	}
}

/* Not every program fits rows to wrapped text by itself when it opens a workbook. */
static void measure(struct writer *writer, lxw_col_t column, const char *text, const lxw_format *format)
{
	bool small = format == writer->formats.small || format == writer->formats.code;

	if (writer->widths != NULL && column < COLUMN_ID)
		writer->tall = fmax(writer->tall, 3 + lines_of(text, writer->widths[column] * (small ? 1.2 : format == writer->formats.band ? 0.92 : 1.0))
			* (small ? 12.5 : 15));
}

static void end_row(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row)
{
	note(writer, worksheet_set_row(sheet, row, fmin(writer->tall, ROW_MAX), NULL));
	writer->tall = 0;
}

const char *write_xlsx_text(struct arena *arena, const char *text)
{
	if (strstr(text, "_x") == NULL && strstr(text, "\xEF\xBF") == NULL)
		return text;
	char *out = arena_alloc(arena, 2 * strlen(text) + 1), *to = out;

	for (; *text != '\0'; text++) {
		if (text[0] == '_' && text[1] == 'x' && strspn(text + 2, "0123456789abcdefABCDEF") >= 4 && text[6] == '_') {
			memcpy(to, "_x005F", 6);
			to += 6;
		} else if (utf8_is_no_character(text)) {
			memcpy(to, "\xEF\xBF\xBD", 3);
			to += 3;
			text += 2;
			continue;
		}
		*to++ = *text;
	}
	return out;
}

/* Text is always written as text: nothing in it is ever a formula. */
static void put(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
	if (text != NULL)
		measure(writer, column, text, format);
	note(writer, text == NULL || text[0] == '\0' ? worksheet_write_blank(sheet, row, column, format)
		: worksheet_write_string(sheet, row, column, write_xlsx_text(writer->arena, text), format));
}

static lxw_format *format(struct writer *writer, bool bold, double size, bool border)
{
	lxw_format *made = workbook_add_format(writer->workbook);

	format_set_text_wrap(made);
	format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
	format_set_align(made, LXW_ALIGN_LEFT);
	format_set_font_size(made, size);
	if (bold)
		format_set_bold(made);
	if (border) {
		format_set_border(made, LXW_BORDER_THIN);
		format_set_border_color(made, 0xB8C2CC);
	}
	return made;
}

/* An answer's cell: text stays as it is typed, numbers are not made text. */
static lxw_format *cell_format(struct writer *writer, bool open, bool text)
{
	lxw_format *made = format(writer, false, 11, true);

	format_set_border_color(made, open ? 0x8A6D1B : 0xB8C2CC);
	format_set_bg_color(made, open ? 0xFFF8DC : 0xEDEFF2);
	if (text)
		format_set_num_format(made, "@");
	if (open)
		format_set_unlocked(made);
	return made;
}

static void make_formats(struct writer *writer)
{
	struct formats *formats = &writer->formats;

	formats->title = format(writer, true, 16, false);
	formats->head = format(writer, true, 10, true);
	format_set_bg_color(formats->head, 0x1F3A5F);
	format_set_font_color(formats->head, LXW_COLOR_WHITE);
	formats->band = format(writer, true, 11, true);
	format_set_bg_color(formats->band, 0xDCE6F1);
	formats->code = format(writer, false, 9, true);
	format_set_font_color(formats->code, 0x5A6570);
	formats->asked = format(writer, false, 11, true);
	formats->group = format(writer, true, 10, true);
	formats->small = format(writer, false, 9, true);
	format_set_font_color(formats->small, 0x3F4A54);
	formats->hidden = format(writer, false, 9, false);
	formats->number = cell_format(writer, true, false);
	formats->text = cell_format(writer, true, true);
	formats->locked_number = cell_format(writer, false, false);
	formats->locked_text = cell_format(writer, false, true);
	formats->plain = format(writer, false, 11, false);
	formats->strong = format(writer, true, 11, false);
}

/* --- the sheet of instructions ------------------------------------------------------------------------------ */

static void write_instructions(struct writer *writer)
{
	static const char *const steps[] = {
		N_("Fill in the yellow cells of the sheets that follow; each sheet is one domain. Grey cells are answers that are already submitted: withdraw them or ask for their return, if they need a change."),
		N_("Where a list is offered, choose from it. Criteria and guidance stand on the right; the criteria of the levels also open as a comment on the cell."),
		N_("An answer that is left empty is no answer: it is not 0. Where nothing is known choose “not available” and say why."),
		N_("Leave all rows, sheets and headings where they are, and write no formulas: a workbook that was rearranged is refused."),
		N_("Save the workbook as XLSX and send it in on the page it came from. You then see what would change before anything is saved. Submitting is a step of its own."),
		N_("No names or other personal data of victims anywhere, please: only numbers and texts without persons."),
	};
	lxw_worksheet *sheet = workbook_add_worksheet(writer->workbook, _("Instructions"));
	const struct round_seat *seat = writer->book->seat;
	const struct { const char *name, *value; } facts[] = {
		{ _("Government"), seat->title }, { _("Period"), writer->book->round->period },
		{ _("Framework"), writer->book->round->framework_title }, { _("Due on"), day_text(writer->arena, seat->due_on) },
		{ _("Closes after"), day_text(writer->arena, seat->closes_on) },
	};
	static const double widths[COLUMN_ID] = { 24, 90, 1, 1, 1 };
	char now[CLOCK_TEXT];
	lxw_row_t row = 2;

	clock_text(now);
	for (lxw_col_t i = 0; i < 2; i++)
		worksheet_set_column(sheet, i, i, widths[i], NULL);
	writer->widths = widths;
	note(writer, worksheet_merge_range(sheet, 0, 0, 0, 1, arena_printf(writer->arena, _("Questionnaire: %s, %s"), seat->title,
		writer->book->round->period), writer->formats.title));
	worksheet_set_row(sheet, 0, 28, NULL);
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++, row++) {
		put(writer, sheet, row, 0, facts[i].name, writer->formats.strong);
		put(writer, sheet, row, 1, facts[i].value, writer->formats.plain);
	}
	put(writer, sheet, row, 0, _("Made on"), writer->formats.strong);
	put(writer, sheet, row++, 1, day_moment(writer->arena, now), writer->formats.plain);
	row++;
	put(writer, sheet, row++, 0, _("How to fill it in"), writer->formats.strong);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++, row++) {
		note(writer, worksheet_write_number(sheet, row, 0, (double)i + 1, writer->formats.strong));
		put(writer, sheet, row, 1, i18n_text(steps[i]), writer->formats.plain);
		end_row(writer, sheet, row);
	}
	writer->widths = NULL;
	worksheet_set_landscape(sheet);
	worksheet_set_paper(sheet, 9);
	worksheet_fit_to_pages(sheet, 1, 0);
	worksheet_protect(sheet, NULL, NULL);
}

/* --- the hidden sheet --------------------------------------------------------------------------------------- */

static void write_meta(struct writer *writer)
{
	const struct round *round = writer->book->round;
	const struct { const char *key, *value; } facts[] = {
		{ "made-by", BOOK_MARK }, { "template", arena_printf(writer->arena, "%d", BOOK_TEMPLATE) },
		{ "round", arena_printf(writer->arena, "%lld", (long long)round->id) }, { "framework", round->framework },
		{ "period", round->period }, { "participant", writer->book->seat->code }, { "digest", writer->book->digest },
		{ "language", i18n_current() },
	};

	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
		put(writer, writer->meta, (lxw_row_t)i, 0, facts[i].key, NULL);
		put(writer, writer->meta, (lxw_row_t)i, 1, facts[i].value, NULL);
	}
	worksheet_hide(writer->meta);
	worksheet_protect(writer->meta, NULL, NULL);
}

/* --- a domain's sheet --------------------------------------------------------------------------------------- */

static void offer(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, const char **words, const char *range)
{
	lxw_data_validation validation = { .validate = words != NULL ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_LIST_FORMULA,
		.value_list = (char **)(uintptr_t)words, .value_formula = (char *)(uintptr_t)range,
		.ignore_blank = LXW_VALIDATION_ON, .dropdown = LXW_VALIDATION_ON, .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
		.error_title = (char *)(uintptr_t)_("Not in the list"), .error_message = (char *)(uintptr_t)_("Choose from the list.") };

	note(writer, worksheet_data_validation_cell(sheet, row, COLUMN_ANSWER, &validation));
}

static void offer_statuses(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row)
{
	const char *words[] = { answer_status_title("reported"), answer_status_title("not_available"), answer_status_title("not_applicable"), NULL };

	offer(writer, sheet, row, words, NULL);
}

static void offer_yes_no(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row)
{
	const char *words[] = { book_yes_no(true), book_yes_no(false), NULL };

	offer(writer, sheet, row, words, NULL);
}

static void ask_number(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, bool whole, double most)
{
	const char *message = whole ? _("A whole number, 0 or more.") : most < 1000 ? _("A number from 0 to 100.") : _("A number, 0 or more.");
	lxw_data_validation validation = { .validate = whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL,
		.criteria = LXW_VALIDATION_CRITERIA_BETWEEN, .minimum_number = 0, .maximum_number = most, .ignore_blank = LXW_VALIDATION_ON,
		.error_type = LXW_VALIDATION_ERROR_TYPE_STOP, .error_title = (char *)(uintptr_t)_("Not a number that fits"),
		.error_message = (char *)(uintptr_t)message };

	note(writer, worksheet_data_validation_cell(sheet, row, COLUMN_ANSWER, &validation));
}

/* The levels of a ladder: in the cell itself where they fit, else as a list on the hidden sheet. */
static void offer_levels(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, const struct question *question)
{
	const char **words = arena_array(writer->arena, question->level_count + 1, sizeof *words);
	size_t length = 0;
	char column[8], range[64];

	for (size_t i = 0; i < question->level_count; i++) {
		words[i] = book_level(writer->arena, question, i);
		length += strlen(words[i]) + 1;
	}
	if (length <= LIST_MAX) {
		offer(writer, sheet, row, words, NULL);
		return;
	}
	for (size_t i = 0; i < question->level_count; i++)
		put(writer, writer->meta, (lxw_row_t)i, writer->lists, words[i], NULL);
	lxw_col_to_name(column, writer->lists, LXW_TRUE);
	snprintf(range, sizeof range, "=monitor!%s$1:%s$%zu", column, column, question->level_count);
	offer(writer, sheet, row, NULL, range);
	writer->lists++;
}

static const char *criteria_of(struct writer *writer, const struct question_level *level)
{
	const char *text = "";

	for (size_t i = 0; i < level->criterion_count; i++)
		text = arena_printf(writer->arena, "%s%s• %s", text, i > 0 ? "\n" : "", level->criteria[i]);
	return text;
}

static void comment_levels(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, const struct question *question)
{
	lxw_comment_options options = { .width = 620, .height = 420, .author = (char *)(uintptr_t)"Almaty Monitor" };
	const char *text = "";

	for (size_t i = 0; i < question->level_count; i++)
		text = arena_printf(writer->arena, "%s%s%s\n%s", text, i > 0 ? "\n" : "", book_level(writer->arena, question, i),
			criteria_of(writer, &question->levels[i]));
	note(writer, worksheet_write_comment_opt(sheet, row, COLUMN_ANSWER, text, &options));
}

/* Rows for reading, with nothing to fill in: what each level means. */
static lxw_row_t write_levels(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, const struct question *question)
{
	for (size_t i = 0; i < question->level_count; i++, row++) {
		put(writer, sheet, row, COLUMN_INDICATOR, question->code, writer->formats.code);
		put(writer, sheet, row, COLUMN_ASKED, book_level(writer->arena, question, i), writer->formats.small);
		put(writer, sheet, row, COLUMN_ANSWER, NULL, writer->formats.small);
		put(writer, sheet, row, COLUMN_HINT, NULL, writer->formats.small);
		put(writer, sheet, row, COLUMN_GUIDANCE, criteria_of(writer, &question->levels[i]), writer->formats.small);
		end_row(writer, sheet, row);
	}
	return row;
}

static void write_answer(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, const struct book_answer *answer,
	const struct book_row *asked)
{
	const struct formats *formats = &writer->formats;
	struct book_value value = book_value(writer->arena, answer, asked, book_saved(answer));
	bool number = asked->part == BOOK_NUMERATOR || asked->part == BOOK_DENOMINATOR || asked->part == BOOK_VALUE || asked->part == BOOK_CELL;
	bool whole = answer->question.type == SCORE_COUNT;
	lxw_format *cell = answer->open ? (number ? formats->number : formats->text) : (number ? formats->locked_number : formats->locked_text);

	if (value.kind == BOOK_NUMBER)
		note(writer, worksheet_write_number(sheet, row, COLUMN_ANSWER, value.number, cell));
	else
		put(writer, sheet, row, COLUMN_ANSWER, book_value_text(writer->arena, value), cell);
	if (number)
		ask_number(writer, sheet, row, whole, asked->part == BOOK_VALUE && answer->question.type == SCORE_PERCENT ? 100 : 1e15);
	else if (asked->part == BOOK_STATUS)
		offer_statuses(writer, sheet, row);
	else if (asked->part == BOOK_YES_NO || asked->part == BOOK_ITEM)
		offer_yes_no(writer, sheet, row);
	else if (asked->part == BOOK_LEVEL)
		offer_levels(writer, sheet, row, &answer->question);
	if (asked->part == BOOK_LEVEL)
		comment_levels(writer, sheet, row, &answer->question);
}

static const char *evidence_so_far(struct writer *writer, const struct answer *answer)
{
	const char *text = "";

	for (size_t i = 0; i < answer->evidence_count; i++)
		text = arena_printf(writer->arena, "%s%s%s", text, i > 0 ? "\n" : "", answer->evidence[i].text);
	return text[0] != '\0' ? arena_printf(writer->arena, _("Saved so far:\n%s"), text) : "";
}

static const char *guidance_of(struct writer *writer, const struct book_answer *answer, const struct book_row *row)
{
	const char *evidence = answer->question.evidence != NULL ? answer->question.evidence : "";
	const char *saved;

	if (row->part != BOOK_EVIDENCE)
		return "";
	saved = evidence_so_far(writer, &answer->answer);
	return arena_printf(writer->arena, "%s%s%s", evidence, evidence[0] != '\0' && saved[0] != '\0' ? "\n" : "", saved);
}

static lxw_row_t write_row(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, const struct book_answer *answer,
	const struct book_row *asked)
{
	const struct formats *formats = &writer->formats;

	put(writer, sheet, row, COLUMN_INDICATOR, answer->question.code, formats->code);
	put(writer, sheet, row, COLUMN_ASKED, asked->group != NULL ? arena_printf(writer->arena, "%s: %s", asked->group, asked->title)
		: asked->title, formats->asked);
	write_answer(writer, sheet, row, answer, asked);
	put(writer, sheet, row, COLUMN_HINT, asked->hint, formats->small);
	put(writer, sheet, row, COLUMN_GUIDANCE, guidance_of(writer, answer, asked), formats->small);
	put(writer, sheet, row, COLUMN_ID, asked->id, formats->hidden);
	note(writer, worksheet_write_number(sheet, row, COLUMN_REVISION, (double)answer->answer.revision, formats->hidden));
	end_row(writer, sheet, row++);
	return asked->part == BOOK_LEVEL ? write_levels(writer, sheet, row, &answer->question) : row;
}

/* Where the answer stands: closed for changes, returned and why. */
static const char *standing(struct writer *writer, const struct book_answer *answer)
{
	const struct answer *saved = &answer->answer;

	if (!answer->open)
		return arena_printf(writer->arena, _("Locked: %s"), answer->closed);
	if (saved->state == STATE_RETURNED && saved->event_reason != NULL)
		return arena_printf(writer->arena, _("Returned: %s"), saved->event_reason);
	return saved->state == STATE_NONE ? "" : state_title(saved->state);
}

static lxw_row_t write_indicator(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, const struct book_answer *answer)
{
	const struct formats *formats = &writer->formats;

	put(writer, sheet, row, COLUMN_INDICATOR, answer->question.code, formats->band);
	put(writer, sheet, row, COLUMN_ASKED, answer->question.title, formats->band);
	put(writer, sheet, row, COLUMN_ANSWER, NULL, formats->band);
	put(writer, sheet, row, COLUMN_HINT, standing(writer, answer), formats->band);
	put(writer, sheet, row, COLUMN_GUIDANCE, answer->question.guidance, formats->small);
	end_row(writer, sheet, row++);
	for (size_t i = 0; i < answer->count; i++)
		row = write_row(writer, sheet, row, answer, &answer->rows[i]);
	return row;
}

static void set_up_sheet(struct writer *writer, lxw_worksheet *sheet, const char *domain_title)
{
	const char *const heads[] = { _("Indicator"), _("What is asked"), _("Answer"), _("How to fill it in"), _("Criteria and guidance"), "id",
		"revision" };
	static const double widths[] = { 13, 42, 44, 28, 74, 8, 8 };
	lxw_protection protection = { .format_columns = LXW_TRUE, .format_rows = LXW_TRUE };
	lxw_row_col_options hidden = { .hidden = LXW_TRUE };

	writer->widths = widths;
	for (lxw_col_t i = 0; i < COLUMN_ID; i++)
		worksheet_set_column(sheet, i, i, widths[i], NULL);
	worksheet_set_column_opt(sheet, COLUMN_ID, COLUMN_REVISION, widths[COLUMN_ID], NULL, &hidden);
	for (lxw_col_t i = 0; i < COLUMNS; i++)
		put(writer, sheet, 0, i, heads[i], i < COLUMN_ID ? writer->formats.head : writer->formats.hidden);
	worksheet_freeze_panes(sheet, 1, COLUMN_ANSWER);
	worksheet_protect(sheet, NULL, &protection);
	worksheet_set_landscape(sheet);
	worksheet_set_paper(sheet, 9);
	worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6);
	worksheet_fit_to_pages(sheet, 1, 0);
	worksheet_repeat_rows(sheet, 0, 0);
	/* The ampersand begins a code in headers. */
	worksheet_set_header(sheet, strchr(domain_title, '&') == NULL ? arena_printf(writer->arena, "&L%s&R%s, %s", domain_title,
		writer->book->seat->code, writer->book->round->period) : "");
	worksheet_set_footer(sheet, "&C&P / &N");
	worksheet_set_comments_author(sheet, "Almaty Monitor");
}

static void write_domains(struct writer *writer)
{
	const struct book *book = writer->book;
	const char *domain = "";
	lxw_worksheet *sheet = NULL;
	lxw_row_t row = 0;

	for (size_t i = 0; i < book->count; i++) {
		const struct question *question = &book->answers[i].question;

		if (strcmp(domain, question->domain) != 0) {
			sheet = workbook_add_worksheet(writer->workbook, sheet_name(writer->arena, writer->workbook, question->domain, question->domain_title));
			if (sheet == NULL) {
				note(writer, LXW_ERROR_SHEETNAME_ALREADY_USED);
				return;
			}
			domain = question->domain;
			set_up_sheet(writer, sheet, question->domain_title);
			row = 1;
		}
		row = write_indicator(writer, sheet, row, &book->answers[i]);
		if (i + 1 == book->count || strcmp(domain, book->answers[i + 1].question.domain) != 0)
			worksheet_print_area(sheet, 0, 0, row - 1, COLUMN_GUIDANCE);
	}
}

enum err write_xlsx(struct arena *arena, const struct book *book, const char *path, struct error *error)
{
	struct writer writer = { .arena = arena, .book = book, .workbook = workbook_new(path), .lists = LISTS_FIRST };
	lxw_doc_properties properties = { .title = arena_printf(arena, "%s, %s", book->seat->title, book->round->period),
		.company = (char *)(uintptr_t)"Almaty Monitor" };

	if (writer.workbook == NULL)
		return error_memory(error);
	workbook_set_properties(writer.workbook, &properties);
	make_formats(&writer);
	write_instructions(&writer);
	writer.meta = workbook_add_worksheet(writer.workbook, BOOK_META_SHEET);
	if (writer.meta != NULL) {
		write_meta(&writer);
		write_domains(&writer);
	} else {
		note(&writer, LXW_ERROR_MEMORY_MALLOC_FAILED);
	}
	/* Closing writes the file and frees all, whatever went wrong. */
	errno = 0;
	lxw_error closed = workbook_close(writer.workbook);
	if (closed != LXW_NO_ERROR && errno == ENOSPC)
		return error_set(error, ERR_FULL, "%s", _("There is no room on the disk to make the workbook."));
	if (closed != LXW_NO_ERROR || writer.failure != LXW_NO_ERROR)
		return error_set(error, ERR_IO, _("The workbook could not be made: %s."),
			lxw_strerror(closed != LXW_NO_ERROR ? closed : writer.failure));
	return ERR_OK;
}
