/* book_take: what was filled in a cell as an answer's content; see book.h. Pure. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/base/utf8.h"
#include "indicators/workbook/book.h"

static const char *const statuses[] = { "reported", "not_available", "not_applicable" };

/* Blanks of every kind that spreadsheets put between thousands, from the ordinary one to the narrow no-break one. */
static size_t space(const char *text)
{
	static const char *const spaces[] = { " ", "\t", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89" };

	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		if (strncmp(text, spaces[i], strlen(spaces[i])) == 0)
			return strlen(spaces[i]);
	return 0;
}

/* Without the blanks around it and between digits; false when that does not fit. */
static bool squeeze(const char *text, char *out, size_t room)
{
	size_t n = 0;

	while (*text != '\0') {
		size_t skip = space(text);

		if (skip > 0 && (n == 0 || space(text + skip) > 0 || text[skip] == '\0' || (out[n - 1] >= '0' && out[n - 1] <= '9'))) {
			text += skip;
			continue;
		}
		if (n + 1 >= room)
			return false;
		out[n++] = *text++;
	}
	out[n] = '\0';
	return true;
}

/* 1,000 and 1.000 may be a thousand or one. A number that cannot reach a thousand is never between thousands. */
static bool ambiguous(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (digits < 1 || digits > 3 || text[0] == '0' || (text[digits] != ',' && text[digits] != '.'))
		return false;
	return strspn(text + digits + 1, "0123456789") == 3 && text[digits + 4] == '\0';
}

MUST_USE static enum err take_typed_number(const char *typed, bool percent, double *number, struct error *error)
{
	char text[64];

	if (!squeeze(typed, text, sizeof text))
		return error_set(error, ERR_INVALID, "%s", _("That is not a number."));
	if (strpbrk(text, "eE") != NULL && strspn(text, "0123456789.,eE+-") == strlen(text))
		return error_set(error, ERR_INVALID, "%s", _("The spreadsheet has shortened this number. Format the cell as a number and type it again."));
	size_t length = strlen(text);
	if (percent && length > 1 && text[length - 1] == '%')
		text[length - 1] = '\0';
	if (!percent && ambiguous(text))
		return error_set(error, ERR_INVALID, "%s",
			_("This can be read as thousands or as a fraction. Write thousands without a point or comma, and a fraction without the last zero or with one more digit."));
	if (!number_parse(text, number))
		return error_set(error, ERR_INVALID, "%s", _("That is not a number."));
	return ERR_OK;
}

/* What a spreadsheet stores has up to 17 digits; what was typed had at most 15. */
static double as_typed(double number)
{
	char text[40];
	double rounded = number;

	snprintf(text, sizeof text, "%.15g", number);
	return number_parse(text, &rounded) ? rounded : number;
}

MUST_USE static enum err take_number(struct book_value value, bool percent, double *number, struct error *error)
{
	switch (value.kind) {
	case BOOK_EMPTY:
		return ERR_OK;
	case BOOK_TEXT:
		return utf8_is_blank(value.text) ? ERR_OK : take_typed_number(value.text, percent, number, error);
	case BOOK_NUMBER:
		*number = as_typed(value.number);
		break;
	case BOOK_PERCENTAGE:
		if (!percent)
			return error_set(error, ERR_INVALID, "%s", _("A plain number is asked here, not a percentage."));
		*number = as_typed(value.number * 100);
		break;
	case BOOK_DATE:
		return error_set(error, ERR_INVALID, "%s",
			_("The spreadsheet has made a date of what was typed. Format the cell as a number and type it again."));
	case BOOK_FLAG:
	case BOOK_ERROR:
		return error_set(error, ERR_INVALID, "%s", _("That is not a number."));
	}
	return isfinite(*number) ? ERR_OK : error_set(error, ERR_INVALID, "%s", _("That is not a number."));
}

static bool is_control(unsigned char c)
{
	return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

/* Line ends as LF; blanks at the end taken away. ERR_INVALID: control characters. */
MUST_USE static enum err take_text(struct arena *arena, struct book_value value, const char **text, struct error *error)
{
	if (value.kind == BOOK_EMPTY)
		return ERR_OK;
	if (value.kind == BOOK_DATE || value.kind == BOOK_ERROR)
		return error_set(error, ERR_INVALID, "%s",
			_("The spreadsheet has made something else of this text. Format the cell as text and type it again."));
	if (value.kind == BOOK_PERCENTAGE) {
		value.number = as_typed(value.number * 100);
		*text = arena_printf(arena, "%s%%", book_value_text(arena, value));
		return ERR_OK;
	}
	const char *typed = book_value_text(arena, value);
	char *copy = arena_alloc(arena, strlen(typed) + 1);
	size_t n = 0;
	for (const char *p = typed; *p != '\0'; p++) {
		if (*p == '\r' && p[1] == '\n')
			continue;
		copy[n] = *p == '\r' ? '\n' : *p;
		if (is_control((unsigned char)copy[n++]))
			return error_set(error, ERR_INVALID, "%s", _("This text holds control characters, which cannot be shown. Type it again."));
	}
	copy[n] = '\0';
	*text = utf8_is_blank(copy) ? NULL : copy;
	return ERR_OK;
}

/* Small letters, Latin and Cyrillic, in place. */
static void fold(char *text)
{
	for (unsigned char *p = (unsigned char *)text; *p != '\0'; p++) {
		if (*p >= 'A' && *p <= 'Z') {
			*p = (unsigned char)(*p + 32);
		} else if (*p == 0xD0 && p[1] >= 0x90 && p[1] <= 0x9F) {
			p[1] = (unsigned char)(p[1] + 0x20);
		} else if (*p == 0xD0 && p[1] >= 0xA0 && p[1] <= 0xAF) {
			*p = 0xD1;
			p[1] = (unsigned char)(p[1] - 0x20);
		}
		p += *p >= 0xC0 && p[1] != '\0';
	}
}

/* Whether typed words are these, in any language of the interface. `words` looks them up in the current one. */
static bool means(const char *typed, const char *(*words)(int), int which)
{
	char here[8], text[128];
	bool same = false;

	if (!squeeze(typed, text, sizeof text))
		return false;
	fold(text);
	snprintf(here, sizeof here, "%s", i18n_current());
	for (size_t i = 0; i18n_languages[i].code != NULL && !same; i++) {
		char other[128];

		i18n_use(i18n_languages[i].code);
		if (!squeeze(words(which), other, sizeof other))
			continue;
		fold(other);
		same = strcmp(text, other) == 0;
	}
	i18n_use(here);
	return same;
}

static const char *status_words(int which)
{
	return answer_status_title(statuses[which]);
}

static const char *yes_no_words(int which)
{
	return book_yes_no(which != 0);
}

MUST_USE static enum err take_status(struct book_value value, struct book_content *content, struct error *error)
{
	if (value.kind == BOOK_EMPTY || (value.kind == BOOK_TEXT && utf8_is_blank(value.text)))
		return ERR_OK;
	for (int i = 0; value.kind == BOOK_TEXT && i < 3; i++)
		if (strcmp(value.text, statuses[i]) == 0 || means(value.text, status_words, i)) {
			content->content.status = statuses[i];
			content->reported = content->reported || i == 0;
			return ERR_OK;
		}
	return error_set(error, ERR_INVALID, _("Choose one of these words: %s, %s, %s."), status_words(0), status_words(1), status_words(2));
}

/* "2. Adopted" or 2. */
MUST_USE static enum err take_level(const struct question *question, struct book_value value, double *level, struct error *error)
{
	double number = NAN;

	if (value.kind == BOOK_EMPTY || (value.kind == BOOK_TEXT && utf8_is_blank(value.text)))
		return ERR_OK;
	if (value.kind == BOOK_NUMBER) {
		number = value.number;
	} else if (value.kind == BOOK_TEXT) {
		char text[16];
		const char *typed = value.text + strspn(value.text, " ");
		size_t digits = strspn(typed, "0123456789");

		/* The number says it; the words after it are the catalogue's, in whichever language. */
		if (digits >= 1 && digits <= 3 && (typed[digits] == '\0' || typed[digits] == '.' || typed[digits] == ' ')
			&& !(typed[digits] == '.' && typed[digits + 1] >= '0' && typed[digits + 1] <= '9')) {
			snprintf(text, sizeof text, "%.*s", (int)digits, typed);
			if (!number_parse(text, &number))
				number = NAN;
		}
	}
	if (!(number >= 0 && number < (double)question->level_count) || number > floor(number))
		return error_set(error, ERR_INVALID, _("There is no such level. Choose one from 0 to %zu."), question->level_count - 1);
	*level = number;
	return ERR_OK;
}

MUST_USE static enum err take_yes_no(struct book_value value, int *yes, struct error *error)
{
	*yes = -1;
	if (value.kind == BOOK_EMPTY || (value.kind == BOOK_TEXT && utf8_is_blank(value.text)))
		return ERR_OK;
	if (value.kind == BOOK_FLAG || value.kind == BOOK_NUMBER) {
		if (value.number <= 0 && value.number >= 0)
			*yes = 0;
		else if (value.number <= 1 && value.number >= 1)
			*yes = 1;
	} else if (value.kind == BOOK_TEXT) {
		for (int i = 0; i < 2; i++)
			if (means(value.text, yes_no_words, i) || strcmp(value.text, i == 0 ? "0" : "1") == 0)
				*yes = i;
	}
	return *yes >= 0 ? ERR_OK : error_set(error, ERR_INVALID, _("Choose %s or %s."), book_yes_no(true), book_yes_no(false));
}

MUST_USE static enum err take_item(const struct book_row *row, struct book_value value, struct book_content *content, struct error *error)
{
	int yes;
	enum err err = take_yes_no(value, &yes, error);

	if (err != ERR_OK)
		return err;
	content->reported = content->reported || yes >= 0;
	if (yes == 1)
		((const char **)(uintptr_t)content->content.items)[content->content.item_count++] = row->key;
	return ERR_OK;
}

MUST_USE static enum err take_cell(const struct book_row *row, struct book_value value, struct book_content *content, struct error *error)
{
	double number = NAN;
	enum err err = take_number(value, false, &number, error);

	if (err != ERR_OK || isnan(number))
		return err;
	content->reported = true;
	((struct answer_cell *)(uintptr_t)content->content.cells)[content->content.cell_count++] =
		(struct answer_cell){ .cell = row->key, .value = number };
	return ERR_OK;
}

MUST_USE static enum err take_evidence(struct arena *arena, struct book_value value, struct book_content *content, struct error *error)
{
	const char *text = NULL;
	enum err err = take_text(arena, value, &text, error);

	if (err != ERR_OK || text == NULL)
		return err;
	size_t lines = 1;
	for (const char *p = text; *p != '\0'; p++)
		lines += *p == '\n';
	if (lines > 20)
		return error_set(error, ERR_INVALID, "%s", _("At most 20 pieces of evidence can be added at once."));
	content->evidence = arena_array(arena, lines, sizeof *content->evidence);
	for (const char *line = text; *line != '\0'; line += *line == '\n') {
		size_t length = strcspn(line, "\n"), start = strspn(line, " \t");
		const char *piece = start < length ? arena_strndup(arena, line + start, length - start) : "";

		line += length;
		if (utf8_is_blank(piece))
			continue;
		bool link = strncmp(piece, "https://", 8) == 0 || strncmp(piece, "http://", 7) == 0;
		content->evidence[content->evidence_count++] = (struct answer_evidence){ .kind = link ? "link" : "citation", .text = piece };
	}
	return ERR_OK;
}

enum err book_take(struct arena *arena, const struct book_answer *answer, const struct book_row *row, struct book_value value,
	struct book_content *content, struct error *error)
{
	struct answer_content *to = &content->content;
	bool percent = answer->question.type == SCORE_PERCENT;
	double number = NAN;
	int yes = -1;
	enum err err = ERR_OK;

	switch (row->part) {
	case BOOK_STATUS:
		return take_status(value, content, error);
	case BOOK_ITEM:
		return take_item(row, value, content, error);
	case BOOK_CELL:
		return take_cell(row, value, content, error);
	case BOOK_EVIDENCE:
		return take_evidence(arena, value, content, error);
	case BOOK_REASON:
		return take_text(arena, value, &to->reason, error);
	case BOOK_NARRATIVE:
		return take_text(arena, value, &to->narrative, error);
	case BOOK_SOURCE:
		return take_text(arena, value, &to->source, error);
	case BOOK_EXPLANATION:
		return take_text(arena, value, &to->explanation, error);
	case BOOK_LEVEL:
		err = take_level(&answer->question, value, &number, error);
		to->value = number;
		break;
	case BOOK_YES_NO:
		err = take_yes_no(value, &yes, error);
		to->value = yes >= 0 ? (double)yes : (double)NAN;
		break;
	case BOOK_VALUE:
		err = take_number(value, percent, &number, error);
		to->value = number;
		break;
	case BOOK_NUMERATOR:
		err = take_number(value, false, &number, error);
		to->numerator = number;
		break;
	case BOOK_DENOMINATOR:
		err = take_number(value, false, &number, error);
		to->denominator = number;
		break;
	case BOOK_PARTS:
		break;
	}
	content->reported = content->reported || !isnan(number) || yes >= 0;
	return err;
}

struct book_content book_content(struct arena *arena, const struct book_answer *answer)
{
	return (struct book_content){ .content = { .status = "reported", .value = NAN, .numerator = NAN, .denominator = NAN,
		.items = arena_array(arena, answer->count, sizeof(const char *)),
		.cells = arena_array(arena, answer->count, sizeof(struct answer_cell)) } };
}
