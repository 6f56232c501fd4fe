/* import_rows: see import_rows.h. */
#include "indicators/model/import_rows.h"

#include <csv.h>
#include <math.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "indicators/base/buffer.h"
#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/base/utf8.h"
#include "indicators/model/import.h"

enum column {
	COLUMN_PARTICIPANT, COLUMN_PERIOD, COLUMN_INDICATOR, COLUMN_VALUE, COLUMN_NUMERATOR, COLUMN_DENOMINATOR, COLUMN_STATUS,
	COLUMN_NOTE, COLUMN_COUNT
};

static const char *const column_names[COLUMN_COUNT] = {
	"participant", "period", "indicator", "value", "numerator", "denominator", "status", "note"
};

static const char *const statuses[] = { "reported", "not_available", "not_applicable" };

#define FIELDS_MAX 64

struct reader {
	const struct import_facts *facts;
	struct arena *arena;
	struct import_rows *rows;
	struct problems *problems;
	struct buffer text;              /* the fields of the row so far, NUL after each */
	size_t starts[FIELDS_MAX];
	size_t fields;
	int columns[FIELDS_MAX];         /* field → column */
	size_t header_fields;            /* 0: the header is still to come */
	bool has_column[COLUMN_COUNT];
	uint32_t line;
	bool stop;                       /* the header is wrong: what follows would be noise */
	struct error error;
};

/* --- facts ------------------------------------------------------------------------------------------------------- */

static int by_participant_code(const void *code, const void *participant)
{
	return strcmp(code, ((const struct import_participant *)participant)->code);
}

static int by_indicator_code(const void *code, const void *indicator)
{
	return strcmp(code, ((const struct import_indicator *)indicator)->code);
}

MUST_USE static enum err load_participants(struct database *db, struct arena *arena, struct import_facts *facts, struct error *error)
{
	char today[CLOCK_DATE];
	struct query *query = database_query(db, REPORTS_import_participants);

	clock_today(today);
	query_text(query, "today", today);
	while (query_next(query)) {
		if (facts->participants == NULL)
			facts->participants = arena_array(arena, (size_t)query_column_int(query, 2), sizeof *facts->participants);
		struct import_participant *participant = &facts->participants[facts->participant_count++];
		participant->code = arena_strdup(arena, query_column_text(query, 0));
		participant->expected = query_column_int(query, 1) != 0;
	}
	return query_end(query, error);
}

MUST_USE static enum err limit(const char *text, bool *has, struct period *period, struct error *error)
{
	*has = text != NULL;
	return text != NULL ? period_parse(text, period, error) : ERR_OK;
}

MUST_USE static enum err load_indicators(struct database *db, struct arena *arena, const char *framework, struct import_facts *facts,
	struct error *error)
{
	enum err err = ERR_OK;
	struct query *query = database_query(db, REPORTS_import_indicators);

	query_text(query, "framework", framework);
	while (err == ERR_OK && query_next(query)) {
		if (facts->indicators == NULL)
			facts->indicators = arena_array(arena, (size_t)query_column_int(query, 8), sizeof *facts->indicators);
		struct import_indicator *indicator = &facts->indicators[facts->indicator_count++];
		indicator->code = arena_strdup(arena, query_column_text(query, 0));
		indicator->version = query_column_int(query, 1);
		if (!score_type_named(query_column_text(query, 2), &indicator->scale.type))
			err = error_set(error, ERR_INTERNAL, "The catalogue has an indicator of an unknown type.");
		indicator->scale.levels = (int)query_column_int(query, 3);
		indicator->scale.items = (int)query_column_int(query, 4);
		indicator->scale.per = query_column_is_null(query, 5) ? 0 : query_column_real(query, 5);
		if (err == ERR_OK)
			err = limit(query_column_text(query, 6), &indicator->has_first, &indicator->first, error);
		if (err == ERR_OK)
			err = limit(query_column_text(query, 7), &indicator->has_last, &indicator->last, error);
	}
	enum err ended = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : ended;
}

enum err import_facts_load(struct database *db, struct arena *arena, const char *framework, struct import_facts *facts,
	struct error *error)
{
	bool known;
	struct query *query = database_query(db, REPORTS_round_framework_exists);

	*facts = (struct import_facts){ 0 };
	query_text(query, "framework", framework);
	known = query_next(query);
	enum err err = query_end(query, error);
	if (err == ERR_OK && !known)
		err = error_set(error, ERR_NOT_FOUND,
			_("There is no framework “%s”. Load it first: monitor catalogue load DIR"), framework);
	if (err == ERR_OK)
		err = load_participants(db, arena, facts, error);
	if (err == ERR_OK)
		err = load_indicators(db, arena, framework, facts, error);
	return err;
}

bool import_in_force(const struct import_indicator *indicator, const struct period *period)
{
	return period_within(period, indicator->has_first ? &indicator->first : NULL, indicator->has_last ? &indicator->last : NULL);
}

/* --- one row ----------------------------------------------------------------------------------------------------- */

static void problem(struct reader *reader, const char *format, ...) PRINTF_LIKE(2, 3);

static void problem(struct reader *reader, const char *format, ...)
{
	struct arena arena = ARENA_INIT;
	va_list args;

	va_start(args, format);
	problems_add_v(reader->problems, arena_printf(&arena, _("row %u"), reader->line), format, args);
	va_end(args);
	arena_release(&arena);
}

static const char *field_of(const struct reader *reader, enum column column)
{
	for (size_t i = 0; i < reader->fields && i < reader->header_fields; i++)
		if (reader->columns[i] == (int)column)
			return reader->text.data + reader->starts[i];
	return "";
}

static bool read_number(struct reader *reader, enum column column, double *value)
{
	const char *text = field_of(reader, column);

	*value = NAN;
	if (*text == '\0' || number_parse(text, value))
		return true;
	problem(reader, _("“%.40s” in the column %s is not a number."), text, column_names[column]);
	return false;
}

static bool find_period(struct reader *reader, const char *text, uint32_t *index)
{
	struct period period;
	struct error error = ERROR_INIT;
	struct import_rows *rows = reader->rows;

	if (period_parse(text, &period, &error) != ERR_OK) {
		problem(reader, "%s", error.text);
		return false;
	}
	/* Files come sorted, so the newest ones first. */
	for (size_t i = rows->period_count; i > 0; i--)
		if (period_compare(&rows->periods[i - 1], &period) == 0) {
			*index = (uint32_t)(i - 1);
			return true;
		}
	if (rows->period_count == rows->period_room) {
		size_t room = rows->period_room * 2 + 16;
		struct period *periods = realloc(rows->periods, room * sizeof *periods);
		if (periods == NULL) {
			reader->error.code = error_memory(&reader->error);
			return false;
		}
		rows->periods = periods;
		rows->period_room = room;
	}
	rows->periods[rows->period_count] = period;
	*index = (uint32_t)rows->period_count++;
	return true;
}

static bool check_values(struct reader *reader, const struct import_indicator *indicator, struct import_row *row)
{
	struct error error = ERROR_INIT;
	bool numbers = read_number(reader, COLUMN_VALUE, &row->value);

	numbers = read_number(reader, COLUMN_NUMERATOR, &row->numerator) && numbers;
	numbers = read_number(reader, COLUMN_DENOMINATOR, &row->denominator) && numbers;
	if (!numbers)
		return false;
	if (row->status != statuses[0]) {
		if (isnan(row->value) && isnan(row->numerator) && isnan(row->denominator))
			return true;
		problem(reader, _("An answer that is %s has no value; leave value, numerator and denominator empty."), row->status);
		return false;
	}
	struct score_answer answer = { .value = row->value, .numerator = row->numerator, .denominator = row->denominator, .score = NAN };
	if (score_check(&indicator->scale, &answer, &error) != ERR_OK) {
		problem(reader, "%s: %s", indicator->code, error.text);
		return false;
	}
	row->value = answer.value;
	return true;
}

static const char *status_of(const char *text)
{
	if (*text == '\0')
		return statuses[0];
	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
		if (strcmp(text, statuses[i]) == 0)
			return statuses[i];
	return NULL;
}

static void add_row(struct reader *reader, const struct import_row *row)
{
	struct import_rows *rows = reader->rows;

	if (rows->count == rows->room) {
		size_t room = rows->room * 2 + 1024;
		struct import_row *more = room <= 2 * IMPORT_ROWS_MAX ? realloc(rows->rows, room * sizeof *more) : NULL;
		if (more == NULL) {
			reader->error.code = error_memory(&reader->error);
			return;
		}
		rows->rows = more;
		rows->room = room;
	}
	rows->rows[rows->count++] = *row;
}

static void read_row(struct reader *reader)
{
	struct import_row row = { .line = reader->line };
	const struct import_facts *facts = reader->facts;
	const char *code = field_of(reader, COLUMN_PARTICIPANT);
	bool good = true;

	if (reader->fields != reader->header_fields) {
		problem(reader, _("There are %zu fields, but the header has %zu."), reader->fields, reader->header_fields);
		return;
	}
	const struct import_participant *participant = facts->participant_count == 0 ? NULL :
		bsearch(code, facts->participants, facts->participant_count, sizeof *facts->participants, by_participant_code);
	if (participant == NULL) {
		problem(reader, _("There is no participant “%.40s”; its ISO 3166 code of three letters is expected, as in KGZ."), code);
		good = false;
	}
	code = field_of(reader, COLUMN_INDICATOR);
	const struct import_indicator *indicator = facts->indicator_count == 0 ? NULL :
		bsearch(code, facts->indicators, facts->indicator_count, sizeof *facts->indicators, by_indicator_code);
	if (indicator == NULL) {
		problem(reader, _("The framework has no indicator “%.40s”."), code);
		good = false;
	}
	row.status = status_of(field_of(reader, COLUMN_STATUS));
	if (row.status == NULL) {
		problem(reader, _("“%.40s” is no status; leave it empty or write reported, not_available or not_applicable."),
			field_of(reader, COLUMN_STATUS));
		good = false;
	}
	const char *note = field_of(reader, COLUMN_NOTE);
	if (strlen(note) > IMPORT_NOTE_MAX) {
		problem(reader, _("The note is longer than %d bytes."), IMPORT_NOTE_MAX);
		good = false;
	}
	const char *period = field_of(reader, COLUMN_PERIOD);
	good = find_period(reader, period, &row.period) && good;
	if (!good)
		return;
	if (!import_in_force(indicator, &reader->rows->periods[row.period])) {
		problem(reader, _("%s was not asked in %s: the catalogue has it in force in other periods."), indicator->code, period);
		return;
	}
	if (!check_values(reader, indicator, &row))
		return;
	row.participant = (uint32_t)(participant - facts->participants);
	row.indicator = (uint32_t)(indicator - facts->indicators);
	row.note = *note != '\0' ? arena_strdup(reader->arena, note) : NULL;
	add_row(reader, &row);
}

/* --- the file ---------------------------------------------------------------------------------------------------- */

static void read_header(struct reader *reader)
{
	for (size_t i = 0; i < reader->fields; i++) {
		const char *name = reader->text.data + reader->starts[i];
		size_t column = 0;
		while (column < COLUMN_COUNT && strcmp(name, column_names[column]) != 0)
			column++;
		if (column == COLUMN_COUNT) {
			problem(reader, _("There is no column “%.40s”. The columns are participant, period, indicator, value, numerator, "
				"denominator, status, note, separated by commas."), name);
		} else if (reader->has_column[column]) {
			problem(reader, _("The column %s is there twice."), name);
		} else {
			reader->has_column[column] = true;
		}
		reader->columns[i] = (int)column;
	}
	for (size_t column = 0; column <= COLUMN_INDICATOR; column++)
		if (!reader->has_column[column])
			problem(reader, _("The column %s is missing."), column_names[column]);
	reader->header_fields = reader->fields;
	reader->stop = reader->problems->count > 0;
}

static void on_field(void *data, size_t length, void *context)
{
	struct reader *reader = context;

	if (reader->fields < FIELDS_MAX) {
		reader->starts[reader->fields] = reader->text.length;
		buffer_append(&reader->text, data, length);
		buffer_putc(&reader->text, '\0');
		if (length > 0 && memchr(data, '\0', length) != NULL)
			problem(reader, "%s", _("A field holds a NUL character; save the file as CSV with UTF-8 text."));
		else if (!utf8_is_valid(data, length))
			problem(reader, "%s", _("The text is not UTF-8; save the file as CSV UTF-8."));
	}
	reader->fields++;
}

static void on_row(int terminator, void *context)
{
	struct reader *reader = context;

	(void)terminator;
	if (reader->fields > FIELDS_MAX) {
		problem(reader, _("There are %zu fields; no more than %d are read."), reader->fields, FIELDS_MAX);
		reader->stop = reader->stop || reader->header_fields == 0;
	} else if (!reader->stop && buffer_check(&reader->text, &reader->error) == ERR_OK) {
		if (reader->header_fields == 0)
			read_header(reader);
		else
			read_row(reader);
	}
	reader->fields = 0;
	buffer_clear(&reader->text);
}

/* libcsv tells no positions, so it is fed line by line: a row is named by the line on which it ends. */
static void feed(struct reader *reader, struct csv_parser *parser, FILE *file)
{
	char *line = NULL;
	size_t size = 0;
	size_t total = 0;
	ssize_t length;
	struct stat st;
	crypto_generichash_state hash;
	unsigned char digest[32];

	crypto_generichash_init(&hash, NULL, 0, sizeof digest);
	/* Before a file that is one endless line is taken into memory as that. */
	if (fstat(fileno(file), &st) == 0 && S_ISREG(st.st_mode) && (uintmax_t)st.st_size > IMPORT_BYTES_MAX) {
		problem(reader, "%s", _("The file is too large for one import; split it by period."));
		return;
	}
	while (!reader->stop && reader->error.code == ERR_OK && (length = getline(&line, &size, file)) > 0) {
		const char *data = line;
		size_t left = (size_t)length;

		crypto_generichash_update(&hash, (const unsigned char *)line, left);
		total += left;
		if (total > IMPORT_BYTES_MAX || reader->rows->count > IMPORT_ROWS_MAX) {
			reader->error.code = error_set(&reader->error, ERR_TOO_LARGE, "%s",
				_("The file is too large for one import; split it by period."));
			break;
		}
		/* A byte order mark, as Excel writes it. */
		if (reader->line == 0 && left >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
			data += 3;
			left -= 3;
		}
		reader->line++;
		if (csv_parse(parser, data, left, on_field, on_row, reader) != left) {
			if (csv_error(parser) == CSV_EPARSE)
				problem(reader, "%s", _("A quotation mark stands where none may; write a quotation mark within a field twice."));
			else
				reader->error.code = error_memory(&reader->error);
			reader->stop = true;
		}
	}
	if (ferror(file) && reader->error.code == ERR_OK)
		reader->error.code = error_set(&reader->error, ERR_IO, "%s", _("The file cannot be read."));
	if (!reader->stop && reader->error.code == ERR_OK && csv_fini(parser, on_field, on_row, reader) != 0)
		problem(reader, "%s", _("The file ends within a quoted field; it may be cut off."));
	crypto_generichash_final(&hash, digest, sizeof digest);
	sodium_bin2hex(reader->rows->digest, sizeof reader->rows->digest, digest, sizeof digest);
	free(line);
}

static int by_key(const void *left, const void *right)
{
	const struct import_row *a = left;
	const struct import_row *b = right;

	if (a->period != b->period)
		return a->period < b->period ? -1 : 1;
	if (a->participant != b->participant)
		return a->participant < b->participant ? -1 : 1;
	if (a->indicator != b->indicator)
		return a->indicator < b->indicator ? -1 : 1;
	return a->line < b->line ? -1 : a->line > b->line;
}

static void find_duplicates(struct reader *reader)
{
	struct import_rows *rows = reader->rows;

	for (size_t i = 1; i < rows->count; i++) {
		const struct import_row *a = &rows->rows[i - 1];
		const struct import_row *b = &rows->rows[i];
		if (a->period != b->period || a->participant != b->participant || a->indicator != b->indicator)
			continue;
		reader->line = b->line;
		problem(reader, _("The same participant, period and indicator stand in row %u already."), a->line);
	}
}

enum err import_rows_read(FILE *file, const struct import_facts *facts, struct arena *arena, struct import_rows *rows,
	struct problems *problems, struct error *error)
{
	struct csv_parser parser;
	struct reader reader = { .facts = facts, .arena = arena, .rows = rows, .problems = problems,
		.text = BUFFER_INIT(1 << 20), .error = ERROR_INIT };

	*rows = (struct import_rows){ 0 };
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return error_memory(error);
	feed(&reader, &parser, file);
	csv_free(&parser);
	buffer_release(&reader.text);
	if (reader.error.code != ERR_OK) {
		if (error != NULL)
			*error = reader.error;
		return reader.error.code;
	}
	if (reader.header_fields == 0 && problems->count == 0)
		problems_add(problems, _("row 1"), "%s", _("The file is empty; its first row names the columns."));
	else if (rows->count == 0 && problems->count == 0)
		problems_add(problems, _("row 2"), "%s", _("There are no rows under the header."));
	if (rows->count > 0)
		qsort(rows->rows, rows->count, sizeof *rows->rows, by_key);
	find_duplicates(&reader);
	return ERR_OK;
}

void import_rows_release(struct import_rows *rows)
{
	free(rows->rows);
	free(rows->periods);
	*rows = (struct import_rows){ 0 };
}
