/* table: see table.h. The splitting is libcsv's. */
#include "indicators/base/table.h"

#include <csv.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"

#define ROW_BYTES_MAX ((size_t)1024 * 1024)

struct reader {
	const struct table_column *columns;
	size_t column_count;
	size_t column_of[TABLE_COLUMNS_MAX]; /* by place in the file: its declared column */
	size_t header_fields;
	bool header_read;
	bool header_bad;                     /* nothing can be told of the rows under it */

	struct buffer text;                  /* the fields of this row, each with its NUL */
	size_t starts[TABLE_COLUMNS_MAX];
	size_t field_count;                  /* of this row; may exceed TABLE_COLUMNS_MAX */
	bool broken;                         /* this row has bytes that cannot stand in a text */
	size_t row;

	table_row *each;
	void *context;
	struct problems *problems;
};

static bool is_text(const char *data, size_t length)
{
	return memchr(data, '\0', length) == NULL && utf8_is_valid(data, length);
}

static void on_field(void *data, size_t length, void *context)
{
	struct reader *reader = context;

	if (data == NULL)
		length = 0;
	if (length > 0 && !is_text(data, length))
		reader->broken = true;
	if (reader->field_count < TABLE_COLUMNS_MAX) {
		reader->starts[reader->field_count] = reader->text.length;
		buffer_append(&reader->text, data, length);
		buffer_append(&reader->text, "", 1);
	}
	reader->field_count++;
}

static void problem(struct reader *reader, const char *sentence)
{
	char place[32];

	snprintf(place, sizeof place, _("row %zu"), reader->row);
	problems_add(reader->problems, place, "%s", sentence);
}

static void problem_with(struct reader *reader, const char *format, const char *what) __attribute__((format(printf, 2, 0)));
static void problem_with(struct reader *reader, const char *format, const char *what)
{
	char sentence[512];

	snprintf(sentence, sizeof sentence, format, what);
	problem(reader, sentence);
}

static void read_header(struct reader *reader)
{
	bool seen[TABLE_COLUMNS_MAX] = { false };
	size_t before = reader->problems->count;

	if (reader->field_count > TABLE_COLUMNS_MAX) {
		problem(reader, _("The file has too many columns."));
		reader->field_count = TABLE_COLUMNS_MAX;
	}
	reader->header_fields = reader->field_count;
	for (size_t f = 0; f < reader->field_count; f++) {
		const char *name = reader->text.data + reader->starts[f];
		size_t c = 0;
		while (c < reader->column_count && strcmp(reader->columns[c].name, name) != 0)
			c++;
		if (c == reader->column_count) {
			problem_with(reader, _("There is no column “%.100s” in this format."), name);
			continue;
		}
		if (seen[c])
			problem_with(reader, _("The column %s stands twice."), name);
		seen[c] = true;
		reader->column_of[f] = c;
	}
	for (size_t c = 0; c < reader->column_count; c++)
		if (!seen[c] && !reader->columns[c].optional)
			problem_with(reader, _("The column %s is missing."), reader->columns[c].name);
	reader->header_bad = reader->problems->count > before;
}

static void read_row(struct reader *reader)
{
	const char *fields[TABLE_COLUMNS_MAX];

	if (reader->field_count != reader->header_fields) {
		char sentence[200];
		snprintf(sentence, sizeof sentence, _("The row has %zu fields, the header has %zu."), reader->field_count, reader->header_fields);
		problem(reader, sentence);
		return;
	}
	for (size_t c = 0; c < reader->column_count; c++)
		fields[c] = "";
	for (size_t f = 0; f < reader->field_count; f++)
		fields[reader->column_of[f]] = reader->text.data + reader->starts[f];
	reader->each(reader->context, reader->row, fields);
}

static void on_row(int terminator, void *context)
{
	struct reader *reader = context;

	(void)terminator;
	reader->row++;
	if (reader->text.failure != ERR_OK)
		problem(reader, _("The row is too long."));
	else if (reader->broken)
		problem(reader, _("The row is not UTF-8 text. Save the file as “CSV UTF-8”."));
	else if (!reader->header_read)
		read_header(reader);
	else if (!reader->header_bad)
		read_row(reader);
	if (!reader->header_read && reader->header_fields == 0)
		reader->header_bad = true;
	reader->header_read = true;
	reader->text.failure = ERR_OK;
	buffer_clear(&reader->text);
	reader->field_count = 0;
	reader->broken = false;
}

enum err table_read(const char *path, size_t bytes_max, const struct table_column *columns, table_row *each, void *context,
	struct problems *problems, struct error *error)
{
	static const unsigned char mark[] = { 0xEF, 0xBB, 0xBF };
	struct reader reader = { .columns = columns, .text = BUFFER_INIT(ROW_BYTES_MAX), .each = each, .context = context,
		.problems = problems };
	struct csv_parser parser;
	enum err err = ERR_OK;
	char block[65536];
	size_t total = 0;

	while (columns[reader.column_count].name != NULL)
		reader.column_count++;
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return error_memory(error);
	FILE *file = fopen(path, "rb");
	if (file == NULL) {
		err = error_set(error, ERR_NOT_FOUND, _("The file %s cannot be read (%s)."), path, strerror(errno));
		goto out;
	}
	for (size_t length; (length = fread(block, 1, sizeof block, file)) > 0; total += length) {
		size_t skip = total == 0 && length >= sizeof mark && memcmp(block, mark, sizeof mark) == 0 ? sizeof mark : 0;
		if (length > bytes_max - total) {
			err = error_set(error, ERR_TOO_LARGE, _("The file %s is too large; at most %zu bytes are taken."), path, bytes_max);
			goto out;
		}
		if (csv_parse(&parser, block + skip, length - skip, on_field, on_row, &reader) != length - skip)
			break;
	}
	if (ferror(file)) {
		err = error_set(error, ERR_IO, _("The file %s cannot be read (%s)."), path, strerror(errno));
		goto out;
	}
	if (csv_error(&parser) == CSV_SUCCESS && csv_fini(&parser, on_field, on_row, &reader) == 0) {
		if (reader.row == 0)
			problems_add(problems, path, "%s", _("The file is empty."));
	} else if (csv_error(&parser) == CSV_EPARSE) {
		reader.row++;
		problem(&reader, _("A quotation mark is out of place; the rest of the file was not read."));
	} else {
		err = error_memory(error);
	}
out:
	if (file != NULL)
		fclose(file);
	csv_free(&parser);
	buffer_release(&reader.text);
	return err;
}
