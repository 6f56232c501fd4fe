/*
 * read_xlsx: a filled-in workbook; see read.h. The workbook's list of sheets is followed to the sheets; the one called "monitor" says what
 * it was made from; in all others each row with an id gives one value. Cells without an id must not hold an answer.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/workbook/markup.h"
#include "indicators/workbook/read.h"
#include "indicators/workbook/read_styles.h"
#include "indicators/workbook/write.h"

#define SHEETS_MAX 60
#define STRINGS_MAX 40000

struct sheet {
	const char *name;
	const char *relation;
	const char *entry; /* "xl/worksheets/sheet1.xml" */
};

struct reading {
	struct arena *arena;
	struct archive *archive;
	struct filled *filled;
	struct sheet sheets[SHEETS_MAX];
	size_t sheet_count;
	const char *strings_entry, *styles_entry;
	struct styles styles;
	const char **strings;
	size_t string_count;
	size_t texts;        /* bytes of all texts so far */
	struct buffer text;  /* of the element at hand */
	bool in_text;        /* what comes now is text of a value */
	int skipped;         /* within <rPh>, a reading aid that is no text */
	bool is_workbook;
	size_t cells;

	/* The sheet at hand. */
	const struct sheet *sheet;
	size_t sheet_index;
	bool meta;
	unsigned long row, column; /* of the cell, from 1 and from 0; the last one seen */
	char type[16];
	unsigned long style;
	bool has_value;
	struct book_value values[COLUMNS];
	bool beyond;         /* there is something right of the known columns */
	bool strange;        /* some row without an id holds something */
	bool known;          /* some row has an id */
};

static enum err over(struct error *error)
{
	return error_set(error, ERR_TOO_LARGE, "%s",
		_("This workbook holds far more than a questionnaire has. Download it anew and only fill in the answers."));
}

static enum err damaged(struct error *error)
{
	return error_set(error, ERR_INVALID, "%s", _("This workbook is damaged: what is in it is not readable. Save it anew as “Excel workbook (.xlsx)”."));
}

static enum err not_ours(struct error *error)
{
	return error_set(error, ERR_INVALID, "%s",
		_("This is not a workbook that was downloaded here, or its hidden sheet is gone. Download the workbook anew and copy your answers into it."));
}

/* --- texts ------------------------------------------------------------------------------------------------------ */

/* Spreadsheets write what XML cannot hold as _x000D_. */
static size_t unescape(char *text, size_t length)
{
	size_t n = 0;

	for (size_t i = 0; i < length;) {
		if (text[i] == '_' && i + 7 <= length && text[i + 1] == 'x' && text[i + 6] == '_'
			&& strspn(text + i + 2, "0123456789abcdefABCDEF") >= 4) {
			char digits[5] = { text[i + 2], text[i + 3], text[i + 4], text[i + 5], '\0' };
			unsigned long code = strtoul(digits, NULL, 16);

			if (code > 0 && code < 0x80) {
				text[n++] = (char)code;
				i += 7;
				continue;
			}
		}
		text[n++] = text[i++];
	}
	text[n] = '\0';
	return n;
}

/* The text collected for a value, kept. */
static enum err keep_text(struct reading *reading, const char **text, struct error *error)
{
	if (buffer_check(&reading->text, NULL) != ERR_OK)
		return error_set(error, ERR_TOO_LARGE, "%s", _("A cell of this workbook holds more text than a cell can have."));
	size_t length = reading->text.length;
	char *copy = arena_strndup(reading->arena, buffer_text(&reading->text), length);
	reading->texts += unescape(copy, length);
	if (reading->texts > READ_TEXTS_MAX)
		return over(error);
	*text = copy;
	return ERR_OK;
}

static enum err on_text(void *context, const char *text, size_t length, struct error *error)
{
	struct reading *reading = context;

	(void)error;
	if (reading->in_text && reading->skipped == 0)
		buffer_append(&reading->text, text, length);
	return ERR_OK;
}

/* --- the parts of the package ----------------------------------------------------------------------------------- */

static enum err on_content_type(void *context, const char *name, const char *const *attributes, struct error *error)
{
	struct reading *reading = context;
	const char *part = markup_attribute(attributes, "PartName"), *type = markup_attribute(attributes, "ContentType");

	if (type == NULL)
		return ERR_OK;
	if (strstr(type, "macroEnabled") != NULL || strstr(type, "vbaProject") != NULL)
		return error_set(error, ERR_INVALID, "%s", _("This workbook holds macros. Save it as “Excel workbook (.xlsx)”, without macros."));
	if (strcmp(name, "Override") == 0 && part != NULL && strcmp(part, "/xl/workbook.xml") == 0
		&& strcmp(type, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml") == 0)
		reading->is_workbook = true;
	return ERR_OK;
}

/* As many characters of a name as a sheet's name may have. */
static const char *sheet_name(struct arena *arena, const char *name)
{
	size_t end = 0;

	for (size_t characters = 0; name[end] != '\0'; end++)
		if ((name[end] & 0xC0) != 0x80 && ++characters > 31)
			break;
	return arena_strndup(arena, name, end);
}

static enum err on_workbook(void *context, const char *name, const char *const *attributes, struct error *error)
{
	struct reading *reading = context;
	const char *title = markup_attribute(attributes, "name"), *relation = markup_attribute(attributes, "id");

	if (strcmp(name, "externalReference") == 0)
		return error_set(error, ERR_INVALID, "%s", _("This workbook refers to other files. Take these links out of it and send it again."));
	if (strcmp(name, "sheet") != 0)
		return ERR_OK;
	if (title == NULL || relation == NULL)
		return damaged(error);
	if (reading->sheet_count == SHEETS_MAX)
		return over(error);
	for (size_t i = 0; i < reading->sheet_count; i++)
		if (strcmp(reading->sheets[i].relation, relation) == 0 || strcmp(reading->sheets[i].name, title) == 0)
			return damaged(error);
	reading->sheets[reading->sheet_count++] = (struct sheet){ .name = sheet_name(reading->arena, title),
		.relation = arena_strdup(reading->arena, relation) };
	return ERR_OK;
}

static bool ends_with(const char *text, const char *end)
{
	size_t a = strlen(text), b = strlen(end);

	return a >= b && strcmp(text + a - b, end) == 0;
}

static enum err on_relation(void *context, const char *name, const char *const *attributes, struct error *error)
{
	struct reading *reading = context;
	const char *id = markup_attribute(attributes, "Id"), *type = markup_attribute(attributes, "Type");
	const char *target = markup_attribute(attributes, "Target"), *mode = markup_attribute(attributes, "TargetMode");

	if (strcmp(name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL)
		return ERR_OK;
	if ((mode != NULL && strcmp(mode, "External") == 0) || ends_with(type, "/externalLink"))
		return error_set(error, ERR_INVALID, "%s", _("This workbook refers to other files. Take these links out of it and send it again."));
	const char *entry = target[0] == '/' ? arena_strdup(reading->arena, target + 1) : arena_printf(reading->arena, "xl/%s", target);
	if (ends_with(type, "/sharedStrings"))
		reading->strings_entry = entry;
	else if (ends_with(type, "/styles"))
		reading->styles_entry = entry;
	for (size_t i = 0; i < reading->sheet_count; i++)
		if (ends_with(type, "/worksheet") && strcmp(reading->sheets[i].relation, id) == 0)
			reading->sheets[i].entry = entry;
	return ERR_OK;
}

/* --- shared strings ---------------------------------------------------------------------------------------------- */

static enum err on_string_start(void *context, const char *name, const char *const *attributes, struct error *error)
{
	struct reading *reading = context;

	(void)attributes;
	(void)error;
	if (strcmp(name, "si") == 0)
		buffer_clear(&reading->text);
	else if (strcmp(name, "rPh") == 0)
		reading->skipped++;
	reading->in_text = strcmp(name, "t") == 0;
	return ERR_OK;
}

static enum err on_string_end(void *context, const char *name, struct error *error)
{
	struct reading *reading = context;

	reading->in_text = false;
	if (strcmp(name, "rPh") == 0)
		reading->skipped--;
	if (strcmp(name, "si") != 0)
		return ERR_OK;
	if (reading->string_count == STRINGS_MAX)
		return over(error);
	return keep_text(reading, &reading->strings[reading->string_count++], error);
}

/* --- sheets -------------------------------------------------------------------------------------------------------- */

/* "C12"; false when it is none. */
static bool parse_reference(const char *text, unsigned long *row, unsigned long *column)
{
	unsigned long letters = 0, number = 0;
	const char *p = text;

	for (; *p >= 'A' && *p <= 'Z' && p - text < 3; p++)
		letters = letters * 26 + (unsigned long)(*p - 'A') + 1;
	if (letters == 0 || *p < '1' || *p > '9')
		return false;
	for (; *p >= '0' && *p <= '9' && number < 10000000; p++)
		number = number * 10 + (unsigned long)(*p - '0');
	*row = number;
	*column = letters - 1;
	return *p == '\0';
}

static const char *place(struct reading *reading)
{
	char letters[8] = "";
	size_t n = sizeof letters - 1;

	for (unsigned long column = reading->column + 1; column > 0 && n > 0; column = (column - 1) / 26)
		letters[--n] = (char)('A' + (column - 1) % 26);
	return arena_printf(reading->arena, "%s, %s%lu", reading->sheet->name, letters + n, reading->row);
}

static enum err start_row(struct reading *reading, const char *const *attributes, struct error *error)
{
	const char *number = markup_attribute(attributes, "r");
	unsigned long row = number != NULL ? strtoul(number, NULL, 10) : reading->row + 1;

	if (row <= reading->row)
		return damaged(error);
	reading->row = row;
	reading->column = (unsigned long)-1;
	memset(reading->values, 0, sizeof reading->values);
	reading->beyond = false;
	return ERR_OK;
}

static enum err start_cell(struct reading *reading, const char *const *attributes, struct error *error)
{
	const char *reference = markup_attribute(attributes, "r"), *type = markup_attribute(attributes, "t");
	const char *style = markup_attribute(attributes, "s");
	unsigned long row = reading->row, column = reading->column + 1;

	if (reference != NULL && !parse_reference(reference, &row, &column))
		return damaged(error);
	if (row != reading->row || column + 1 <= reading->column + 1)
		return damaged(error);
	if (++reading->cells > READ_CELLS_MAX)
		return over(error);
	reading->column = column;
	reading->style = style != NULL ? strtoul(style, NULL, 10) : 0;
	snprintf(reading->type, sizeof reading->type, "%s", type != NULL ? type : "n");
	reading->has_value = false;
	buffer_clear(&reading->text);
	return ERR_OK;
}

static enum err on_sheet_start(void *context, const char *name, const char *const *attributes, struct error *error)
{
	struct reading *reading = context;

	reading->in_text = false;
	if (strcmp(name, "row") == 0)
		return start_row(reading, attributes, error);
	if (strcmp(name, "c") == 0)
		return start_cell(reading, attributes, error);
	if (strcmp(name, "f") == 0)
		return error_set(error, ERR_INVALID, _("%s: there is a formula in this cell. Type the answer itself and send the workbook again."),
			place(reading));
	if (strcmp(name, "rPh") == 0)
		reading->skipped++;
	if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0) {
		reading->in_text = true;
		reading->has_value = true;
	}
	if (strcmp(name, "dimension") == 0) {
		const char *range = markup_attribute(attributes, "ref");
		const char *last = range != NULL ? strrchr(range, ':') : NULL;
		unsigned long row, column;

		if (last != NULL && parse_reference(last + 1, &row, &column) && row > READ_ROWS_MAX)
			return over(error);
	}
	return ERR_OK;
}

static enum err number_of(struct reading *reading, const char *text, struct book_value *value, struct error *error)
{
	/* A decimal comma is for people; no program writes it there. */
	if (strchr(text, ',') != NULL || !number_parse(text, &value->number) || !isfinite(value->number))
		return error_set(error, ERR_INVALID, _("%s: what is in this cell is not a number that a spreadsheet can hold."), place(reading));
	value->kind = reading->style < reading->styles.count ? (enum book_kind)reading->styles.kinds[reading->style] : BOOK_NUMBER;
	return ERR_OK;
}

static enum err value_of(struct reading *reading, struct book_value *value, struct error *error)
{
	const char *text;
	enum err err = keep_text(reading, &text, error);

	if (err != ERR_OK)
		return err;
	if (strcmp(reading->type, "s") == 0) {
		char *end;
		unsigned long index = strtoul(text, &end, 10);

		if (*end != '\0' || end == text || index >= reading->string_count)
			return damaged(error);
		*value = (struct book_value){ .kind = BOOK_TEXT, .text = reading->strings[index] };
	} else if (strcmp(reading->type, "inlineStr") == 0 || strcmp(reading->type, "str") == 0) {
		*value = (struct book_value){ .kind = BOOK_TEXT, .text = text };
	} else if (text[0] == '\0') {
		return ERR_OK;
	} else if (strcmp(reading->type, "b") == 0) {
		*value = (struct book_value){ .kind = BOOK_FLAG, .number = strcmp(text, "1") == 0 || strcmp(text, "true") == 0 };
	} else if (strcmp(reading->type, "n") == 0) {
		return number_of(reading, text, value, error);
	} else if (strcmp(reading->type, "d") == 0) {
		*value = (struct book_value){ .kind = BOOK_DATE };
	} else {
		*value = (struct book_value){ .kind = BOOK_ERROR, .text = text };
	}
	return ERR_OK;
}

static bool is_blank(const struct book_value *value)
{
	return value->kind == BOOK_EMPTY || (value->kind == BOOK_TEXT && value->text[0] == '\0');
}

static enum err end_cell(struct reading *reading, struct error *error)
{
	struct book_value value = { .kind = BOOK_EMPTY };
	enum err err = reading->has_value ? value_of(reading, &value, error) : ERR_OK;

	if (err != ERR_OK || is_blank(&value))
		return err;
	if (reading->row > READ_ROWS_MAX)
		return over(error);
	if (reading->column < COLUMNS)
		reading->values[reading->column] = value;
	else
		reading->beyond = true;
	return ERR_OK;
}

static const char *text_of(struct reading *reading, size_t column)
{
	const struct book_value *value = &reading->values[column];
	char number[NUMBER_TEXT];

	if (value->kind == BOOK_TEXT)
		return value->text;
	if (value->kind != BOOK_NUMBER)
		return "";
	number_text(value->number, number);
	return arena_strdup(reading->arena, number);
}

static void take_fact(struct reading *reading)
{
	struct filled *filled = reading->filled;
	const char *key = text_of(reading, 0), *value = text_of(reading, 1);

	if (strcmp(key, "template") == 0)
		filled->template = strtoll(value, NULL, 10);
	else if (strcmp(key, "round") == 0)
		filled->round = strtoll(value, NULL, 10);
	else if (strcmp(key, "framework") == 0)
		filled->framework = value;
	else if (strcmp(key, "period") == 0)
		filled->period = value;
	else if (strcmp(key, "participant") == 0)
		filled->participant = value;
	else if (strcmp(key, "digest") == 0)
		filled->digest = value;
}

static enum err end_row(struct reading *reading, struct error *error)
{
	struct filled *filled = reading->filled;

	if (reading->meta) {
		take_fact(reading);
		return ERR_OK;
	}
	for (size_t i = 0; i < COLUMNS; i++)
		reading->strange = reading->strange || !is_blank(&reading->values[i]);
	if (reading->sheet_index == 0 || reading->row == 1)
		return ERR_OK;
	reading->column = COLUMN_ANSWER;
	if (reading->beyond)
		return error_set(error, ERR_INVALID, _("%s: in this row something was written outside the columns of the questionnaire. Take it out and send the workbook again."),
			place(reading));
	const char *id = text_of(reading, COLUMN_ID), *revision = text_of(reading, COLUMN_REVISION);
	if (id[0] == '\0' && (!is_blank(&reading->values[COLUMN_ANSWER]) || revision[0] != '\0'))
		return error_set(error, ERR_INVALID, _("%s: this row was added or has lost its hidden id, so the answer belongs to nothing. Download the workbook anew and copy your answers into it."),
			place(reading));
	if (id[0] == '\0')
		return ERR_OK;
	if (filled->count == READ_ROWS_MAX)
		return over(error);
	char *end;
	long long number = strtoll(revision, &end, 10);
	reading->known = true;
	filled->rows[filled->count++] = (struct filled_row){ .id = id, .revision = *end == '\0' && end != revision && number >= 0 ? number : -1,
		.value = reading->values[COLUMN_ANSWER], .place = place(reading) };
	return ERR_OK;
}

static enum err on_sheet_end(void *context, const char *name, struct error *error)
{
	struct reading *reading = context;

	reading->in_text = false;
	if (strcmp(name, "rPh") == 0)
		reading->skipped--;
	if (strcmp(name, "c") == 0)
		return end_cell(reading, error);
	return strcmp(name, "row") == 0 ? end_row(reading, error) : ERR_OK;
}

static enum err read_sheet(struct reading *reading, size_t index, struct error *error)
{
	static const struct markup markup = { .start = on_sheet_start, .text = on_text, .end = on_sheet_end };

	reading->sheet = &reading->sheets[index];
	reading->sheet_index = index;
	reading->meta = strcmp(reading->sheet->name, BOOK_META_SHEET) == 0;
	reading->row = 0;
	reading->column = 0;
	reading->strange = reading->known = false;
	if (reading->sheet->entry == NULL)
		return damaged(error);
	enum err err = markup_read(reading->archive, reading->sheet->entry, &markup, reading, error);
	if (err == ERR_OK && !reading->meta && index > 0 && reading->strange && !reading->known)
		return error_set(error, ERR_INVALID, _("The sheet “%s” is not part of the questionnaire. Take it out and send the workbook again."),
			reading->sheet->name);
	return err;
}

/* --- the whole ------------------------------------------------------------------------------------------------------ */

static enum err check_package(struct reading *reading, struct error *error)
{
	static const struct markup types = { .start = on_content_type }, workbook = { .start = on_workbook }, relations = { .start = on_relation };
	struct archive *archive = reading->archive;

	if (archive_has_below(archive, "xl/vbaProject") || archive_has_below(archive, "xl/activeX") || archive_has_below(archive, "xl/macrosheets"))
		return error_set(error, ERR_INVALID, "%s", _("This workbook holds macros. Save it as “Excel workbook (.xlsx)”, without macros."));
	if (archive_has_below(archive, "xl/externalLinks") || archive_has_below(archive, "xl/connections") || archive_has_below(archive, "xl/embeddings"))
		return error_set(error, ERR_INVALID, "%s", _("This workbook refers to other files. Take these links out of it and send it again."));
	enum err err = markup_read(archive, "[Content_Types].xml", &types, reading, error);
	if (err == ERR_OK && !reading->is_workbook)
		err = error_set(error, ERR_INVALID, "%s", _("This file is an Office document, but no Excel workbook. Send the workbook that was downloaded here."));
	if (err == ERR_OK)
		err = markup_read(archive, "xl/workbook.xml", &workbook, reading, error);
	if (err == ERR_OK)
		err = markup_read(archive, "xl/_rels/workbook.xml.rels", &relations, reading, error);
	return err;
}

static enum err read_strings(struct reading *reading, struct error *error)
{
	static const struct markup markup = { .start = on_string_start, .text = on_text, .end = on_string_end };

	reading->strings = arena_array(reading->arena, STRINGS_MAX, sizeof *reading->strings);
	return reading->strings_entry != NULL ? markup_read(reading->archive, reading->strings_entry, &markup, reading, error) : ERR_OK;
}

static enum err read_all(struct reading *reading, struct error *error)
{
	enum err err = check_package(reading, error);

	if (err == ERR_OK && reading->styles_entry != NULL)
		err = read_styles(reading->arena, reading->archive, reading->styles_entry, &reading->styles, error);
	if (err == ERR_OK)
		err = read_strings(reading, error);
	for (size_t i = 0; err == ERR_OK && i < reading->sheet_count; i++)
		err = read_sheet(reading, i, error);
	if (err == ERR_OK && (reading->filled->digest[0] == '\0' || reading->filled->count == 0))
		err = not_ours(error);
	return err;
}

enum err read_xlsx(struct arena *arena, const char *path, struct filled *filled, struct error *error)
{
	struct reading *reading = arena_alloc(arena, sizeof *reading);

	*reading = (struct reading){ .arena = arena, .filled = filled, .text = BUFFER_INIT(READ_TEXT_MAX) };
	filled->rows = arena_array(arena, READ_ROWS_MAX, sizeof *filled->rows);
	enum err err = archive_open(&reading->archive, path, error);
	if (err == ERR_OK)
		err = read_all(reading, error);
	buffer_release(&reading->text);
	archive_close(reading->archive);
	return err;
}
