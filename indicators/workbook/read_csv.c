/*
 * read_csv: a filled-in CSV as spreadsheets save it; see read.h. Fields separated by semicolon, comma or tab; UTF-8 with or without a
 * byte-order mark, UTF-16 with one, or Windows-1251.
 */
#include <csv.h>
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"
#include "indicators/workbook/read.h"

#define FIELDS_MAX 64
#define PIECE 16384

enum field { FIELD_ID, FIELD_REVISION, FIELD_INDICATOR, FIELD_PART, FIELD_TITLE, FIELD_VALUE, FIELDS };
static const char *const names[FIELDS] = { "id", "revision", "indicator", "part", "title", "value" };

struct reading {
	struct arena *arena;
	struct filled *filled;
	size_t row;       /* from 1, as a spreadsheet counts */
	size_t field;     /* of the row at hand */
	const char *fields[FIELDS];
	bool beyond;      /* there is something right of the known columns */
	int ended;        /* what ended the row before, if nothing came since */
	bool header;      /* it was there */
	size_t texts;
	struct error *error;
	enum err err;
};

static enum err over(struct error *error)
{
	return error_set(error, ERR_TOO_LARGE, "%s", _("This file holds far more than a questionnaire has. Download it anew and only fill in the answers."));
}

static enum err no_text(struct error *error)
{
	return error_set(error, ERR_INVALID, "%s",
		_("This file is neither an Excel workbook (.xlsx) nor a CSV in UTF-8 or Windows-1251, or it is damaged. Save it anew and send it again."));
}

/* --- from bytes to UTF-8 ------------------------------------------------------------------------------------------- */

MUST_USE static enum err load(const char *path, struct buffer *bytes, struct error *error)
{
	char piece[PIECE];
	size_t got;
	FILE *file = fopen(path, "rbe");

	if (file == NULL)
		return error_set(error, ERR_IO, "%s", _("The file cannot be read any more. Send it again."));
	while ((got = fread(piece, 1, sizeof piece, file)) > 0)
		buffer_append(bytes, piece, got);
	fclose(file);
	return buffer_check(bytes, NULL) == ERR_OK ? ERR_OK : over(error);
}

MUST_USE static enum err convert(const char *from, const char *data, size_t length, struct buffer *text, struct error *error)
{
	iconv_t converter = iconv_open("UTF-8", from);
	char *in = (char *)(uintptr_t)data;
	char piece[PIECE];

	if (converter == (iconv_t)-1)
		return error_set(error, ERR_INTERNAL, _("This server cannot read %s."), from);
	while (length > 0) {
		char *out = piece;
		size_t room = sizeof piece;
		size_t result = iconv(converter, &in, &length, &out, &room);

		buffer_append(text, piece, sizeof piece - room);
		if (result == (size_t)-1 && errno != E2BIG) {
			iconv_close(converter);
			return no_text(error);
		}
	}
	iconv_close(converter);
	return buffer_check(text, NULL) == ERR_OK ? ERR_OK : over(error);
}

/* Whether bytes that are no UTF-8 were meant to be: most of what is not ASCII is well-formed. Cyrillic in one byte each never looks so. */
static bool is_broken_utf8(const char *data, size_t length)
{
	size_t good = 0, bad = 0;

	for (size_t i = 0; i < length;) {
		unsigned char c = (unsigned char)data[i];
		size_t size = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;

		if (c >= 0x80 && i + size <= length && utf8_is_valid(data + i, size)) {
			good++;
			i += size;
		} else {
			bad += c >= 0x80;
			i++;
		}
	}
	return good > bad;
}

MUST_USE static enum err decode(const struct buffer *bytes, struct buffer *text, struct error *error)
{
	const char *data = buffer_text(bytes);
	size_t length = bytes->length;
	bool marked = length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0;

	if (length >= 2 && memcmp(data, "\xFF\xFE", 2) == 0)
		return convert("UTF-16LE", data + 2, length - 2, text, error);
	if (length >= 2 && memcmp(data, "\xFE\xFF", 2) == 0)
		return convert("UTF-16BE", data + 2, length - 2, text, error);
	if (marked) {
		data += 3;
		length -= 3;
	}
	if (utf8_is_valid(data, length)) {
		buffer_append(text, data, length);
		return buffer_check(text, error);
	}
	if (marked || is_broken_utf8(data, length))
		return error_set(error, ERR_INVALID, "%s", _("This CSV is in UTF-8, but some of it is damaged. Save it anew and send it again."));
	return convert("WINDOWS-1251", data, length, text, error);
}

/* --- from text to rows --------------------------------------------------------------------------------------------- */

/* The file must begin with the column "id"; what follows it separates. A line "sep=;" may come before. 0: none. */
static char separator_of(const char **text)
{
	const char *p = *text;

	if (strncmp(p, "sep=", 4) == 0 && p[4] != '\0') {
		p += 5;
		p += strspn(p, "\r\n");
		*text = p;
	}
	if (*p == '"')
		p++;
	if (strncmp(p, "id", 2) != 0)
		return '\0';
	p += 2;
	if (*p == '"')
		p++;
	return *p == ';' || *p == ',' || *p == '\t' ? *p : '\0';
}

static void refuse(struct reading *reading, enum err err)
{
	if (reading->err == ERR_OK)
		reading->err = err;
}

/* The apostrophe that kept a text from being a formula. */
static const char *without_guard(const char *text)
{
	return text[0] == '\'' && text[1] != '\0' && strchr("=+-@'\t\r", text[1]) != NULL ? text + 1 : text;
}

static void on_field(void *data, size_t length, void *context)
{
	struct reading *reading = context;
	size_t field = reading->field++;
	const char *text = data;

	reading->ended = 0;
	if (reading->err != ERR_OK)
		return;
	if (length > READ_TEXT_MAX || field >= FIELDS_MAX || (reading->texts += length) > READ_TEXTS_MAX) {
		refuse(reading, over(reading->error));
		return;
	}
	if (field < FIELDS)
		reading->fields[field] = length > 0 ? arena_strndup(reading->arena, text, length) : "";
	else if (length > 0)
		reading->beyond = true;
}

static bool is_made_mark(struct reading *reading, const char *id)
{
	struct filled *filled = reading->filled;
	char participant[8] = "", digest[40] = "";
	long long template, round;

	if (strncmp(id, BOOK_MARK ":", strlen(BOOK_MARK) + 1) != 0)
		return false;
	if (sscanf(id + strlen(BOOK_MARK) + 1, "%lld:%lld:%7[A-Z]:%39[0-9a-f]", &template, &round, participant, digest) == 4) {
		filled->template = template;
		filled->round = round;
		filled->participant = arena_strdup(reading->arena, participant);
		filled->digest = arena_strdup(reading->arena, digest);
	}
	return true;
}

static enum err take_header(struct reading *reading)
{
	for (size_t i = 0; i < FIELDS; i++)
		if (strcmp(reading->fields[i], names[i]) != 0)
			return error_set(reading->error, ERR_INVALID, _("The first row of the CSV must name the columns id, revision, indicator, part, title and value; “%s” is missing or stands elsewhere."),
				names[i]);
	reading->header = true;
	return ERR_OK;
}

static enum err take_row(struct reading *reading)
{
	struct filled *filled = reading->filled;
	const char *place = arena_printf(reading->arena, _("row %zu"), reading->row);
	const char *id = reading->fields[FIELD_ID], *value = without_guard(reading->fields[FIELD_VALUE]);
	bool empty = true;

	if (!reading->header)
		return take_header(reading);
	for (size_t i = 0; i < FIELDS; i++)
		empty = empty && reading->fields[i][0] == '\0';
	if (reading->beyond)
		return error_set(reading->error, ERR_INVALID, _("%s: in this row something was written outside the columns of the questionnaire. Take it out and send the workbook again."),
			place);
	if (empty || is_made_mark(reading, id))
		return ERR_OK;
	if (id[0] == '\0')
		return error_set(reading->error, ERR_INVALID, _("%s: this row was added or has lost its hidden id, so the answer belongs to nothing. Download the workbook anew and copy your answers into it."),
			place);
	if (filled->count == READ_ROWS_MAX)
		return over(reading->error);
	char *end;
	const char *revision = reading->fields[FIELD_REVISION];
	long long number = strtoll(revision, &end, 10);
	filled->rows[filled->count++] = (struct filled_row){ .id = id, .place = place,
		.revision = *end == '\0' && end != revision && number >= 0 ? number : -1,
		.value = { .kind = value[0] != '\0' ? BOOK_TEXT : BOOK_EMPTY, .text = value } };
	return ERR_OK;
}

static void on_row(int end, void *context)
{
	struct reading *reading = context;

	/* CR LF ends one row, not two. */
	bool second = reading->field == 0 && reading->ended == '\r' && end == '\n';
	reading->ended = end;
	if (second)
		return;
	reading->row++;
	if (reading->err == ERR_OK)
		refuse(reading, take_row(reading));
	for (size_t i = 0; i < FIELDS; i++)
		reading->fields[i] = "";
	reading->field = 0;
	reading->beyond = false;
}

MUST_USE static enum err parse(struct reading *reading, const char *text, struct error *error)
{
	struct csv_parser parser;
	char separator = separator_of(&text);
	size_t length = strlen(text);

	if (separator == '\0')
		return error_set(error, ERR_INVALID, "%s",
			_("This file is neither a workbook nor the CSV that was downloaded here: its first row does not begin with the column “id”."));
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_REPALL_NL) != 0)
		return error_memory(error);
	csv_set_delim(&parser, (unsigned char)separator);
	for (size_t done = 0, piece; done < length && reading->err == ERR_OK; done += piece) {
		piece = length - done < PIECE ? length - done : PIECE;
		if (csv_parse(&parser, text + done, piece, on_field, on_row, reading) != piece)
			refuse(reading, csv_error(&parser) == CSV_ENOMEM ? error_memory(error) : error_set(error, ERR_INVALID,
				_("row %zu: a quotation mark stands where none can be. Save the CSV anew from the spreadsheet program."), reading->row + 1));
		if (csv_get_buffer_size(&parser) > 2 * READ_TEXT_MAX)
			refuse(reading, over(error));
	}
	if (reading->err == ERR_OK && csv_fini(&parser, on_field, on_row, reading) != 0)
		refuse(reading, error_set(error, ERR_INVALID, "%s", _("The CSV ends within a quoted text: it was cut off. Send it again.")));
	csv_free(&parser);
	return reading->err;
}

enum err read_csv(struct arena *arena, const char *path, struct filled *filled, struct error *error)
{
	struct reading reading = { .arena = arena, .filled = filled, .error = error, .fields = { "", "", "", "", "", "" } };
	struct buffer bytes = BUFFER_INIT(READ_CSV_MAX), text = BUFFER_INIT(2 * READ_CSV_MAX);

	filled->csv = true;
	filled->rows = arena_array(arena, READ_ROWS_MAX, sizeof *filled->rows);
	enum err err = load(path, &bytes, error);
	if (err == ERR_OK)
		err = decode(&bytes, &text, error);
	if (err == ERR_OK && memchr(buffer_text(&text), '\0', text.length) != NULL)
		err = no_text(error);
	if (err == ERR_OK)
		err = parse(&reading, buffer_text(&text), error);
	if (err == ERR_OK && (filled->count == 0 || filled->digest[0] == '\0'))
		err = error_set(error, ERR_INVALID, "%s",
			_("This is not a CSV that was downloaded here, or its second row is gone. Download it anew and copy your answers into it."));
	buffer_release(&bytes);
	buffer_release(&text);
	return err;
}
