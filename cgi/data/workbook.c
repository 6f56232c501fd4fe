/*
 * workbook: the tables of a page as a workbook (XLSX) for people: headings in the reader's language with what they mean as notes, codes with
 * their titles beside them, a sheet that says where the figures are from and what an empty cell means.
 *
 * Depends on nothing but the snapshot, the address and the language: the same bytes for the same three.
 */
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "cgi/data/data.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"
#include "indicators/workbook/sheet_name.h"
#include "indicators/workbook/write.h"

#define TEXT_MOST 32000 /* bytes of a cell; a workbook's cell holds 32,767 characters */
#define ROW_MOST 409.0 /* points that a row may be high */
#define WIDE 60.0
#define TITLE_WIDTH 40.0
#define ABOUT_WIDTH 90.0

/* Kinds of codes that have titles, and what the column of the titles is called. */
static const struct {
	const char *kind;
	const char *title;
} named[] = {
	{ "participant", N_("Government") }, { "domain", N_("Domain title") }, { "indicator", N_("Indicator title") }, { "item", N_("Item title") },
	{ "target", N_("Target title") }, { "series", N_("Series title") },
};
#define NAMED (sizeof named / sizeof *named)

struct titles {
	const char **codes, **texts;
	size_t count;
};

struct writer {
	struct request *request;
	struct arena *arena;
	lxw_workbook *workbook;
	lxw_format *title, *head, *head_number, *strong, *plain, *code, *text, *whole, *thousands, *decimals;
	struct titles titles[NAMED];
	const char *run;
	lxw_error failure;
};

static void note(struct writer *writer, lxw_error result)
{
	if (result != LXW_NO_ERROR && writer->failure == LXW_NO_ERROR)
		writer->failure = result;
}

static lxw_format *format(struct writer *writer, const char *number, bool wrap)
{
	lxw_format *made = workbook_add_format(writer->workbook);

	format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
	if (number != NULL)
		format_set_num_format(made, number);
	if (wrap)
		format_set_text_wrap(made);
	return made;
}

static void make_formats(struct writer *writer)
{
	writer->title = format(writer, NULL, false);
	format_set_bold(writer->title);
	format_set_font_size(writer->title, 16);
	writer->head = format(writer, NULL, true);
	format_set_bold(writer->head);
	format_set_bg_color(writer->head, 0x1F3A5F);
	format_set_font_color(writer->head, LXW_COLOR_WHITE);
	writer->head_number = format(writer, NULL, true);
	format_set_bold(writer->head_number);
	format_set_bg_color(writer->head_number, 0x1F3A5F);
	format_set_font_color(writer->head_number, LXW_COLOR_WHITE);
	format_set_align(writer->head_number, LXW_ALIGN_RIGHT);
	writer->strong = format(writer, NULL, true);
	format_set_bold(writer->strong);
	writer->plain = format(writer, NULL, true);
	writer->code = format(writer, "@", false);
	writer->text = format(writer, "@", true);
	writer->whole = format(writer, "0", false);
	writer->thousands = format(writer, "#,##0", false);
	writer->decimals = format(writer, "#,##0.00##", false);
}

/* Text is always written as text; what another program could take for a formula when it is saved as CSV has its apostrophe. */
static void put(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *as)
{
	if (text == NULL || *text == '\0')
		return;
	if (strlen(text) > TEXT_MOST)
		text = arena_strndup(writer->arena, text, utf8_head(text, TEXT_MOST));
	note(writer, worksheet_write_string(sheet, row, column, write_xlsx_text(writer->arena, data_words(writer->arena, text)), as));
}

/* Points that a text needs in a column of so many characters: not every program fits rows to wrapped text by itself. */
static double height_of(const char *text, double width)
{
	double lines = 0, characters = 0;

	for (; ; text++) {
		if (*text == '\n' || *text == '\0') {
			/* Words don't break, so a line is not quite filled. */
			lines += fmax(1, ceil(characters * 1.06 / width));
			characters = 0;
		}
		if (*text == '\0')
			return fmin(lines * 15, ROW_MOST);
		characters += (*text & 0xC0) != 0x80 && *text != '\n';
	}
}

/* --- titles of codes --- */

static enum err read_titles(struct writer *writer, size_t kind, struct error *error)
{
	struct query *query = database_query(writer->request->db, SNAPSHOT_takeaway_names);
	struct titles *titles = &writer->titles[kind];
	size_t room = 0;

	query_text(query, "kind", named[kind].kind);
	query_text(query, "framework", request_text(writer->request, "framework"));
	query_text(query, "lang", writer->request->language);
	while (query_next(query)) {
		if (titles->count == room) {
			const char **codes = arena_array(writer->arena, room = 2 * room + 64, sizeof *codes);
			const char **texts = arena_array(writer->arena, room, sizeof *texts);
			if (titles->count > 0) {
				memcpy(codes, titles->codes, titles->count * sizeof *codes);
				memcpy(texts, titles->texts, titles->count * sizeof *texts);
			}
			titles->codes = codes;
			titles->texts = texts;
		}
		titles->codes[titles->count] = arena_strdup(writer->arena, query_column_text(query, 0));
		titles->texts[titles->count++] = arena_strdup(writer->arena, query_column_text(query, 1));
	}
	return query_end(query, error);
}

static const char *title_of(const struct writer *writer, size_t kind, const char *code)
{
	const struct titles *titles = &writer->titles[kind];

	if (*code == '\0')
		return strcmp(named[kind].kind, "participant") == 0 ? _("The region") : _("All domains");
	for (size_t i = 0; i < titles->count; i++)
		if (strcmp(titles->codes[i], code) == 0)
			return titles->texts[i];
	return code;
}

/* The place in `named`, or NAMED: its codes have no column of titles. */
static size_t kind_of(const struct column *column)
{
	size_t kind = 0;

	while (kind < NAMED && (column->names == NULL || strcmp(column->names, named[kind].kind) != 0))
		kind++;
	return kind;
}

/* --- a table --- */

static double width_of(const struct column *column)
{
	if (column->kind == COLUMN_TEXT && (strcmp(column->name, "text") == 0 || strcmp(column->name, "title") == 0 || strcmp(column->name, "reason") == 0 ||
		strcmp(column->name, "note") == 0 || strcmp(column->name, "source") == 0))
		return WIDE;
	if (column->kind == COLUMN_TIME)
		return 22;
	return column->codes != NULL ? 24 : 14;
}

static bool is_number(const struct column *column)
{
	return column->kind == COLUMN_REAL || ((column->kind == COLUMN_INT || column->kind == COLUMN_YEAR) && column->codes == NULL);
}

static void put_heading(struct writer *writer, lxw_worksheet *sheet, lxw_col_t at, const char *title, const char *about, double width, bool number)
{
	lxw_comment_options options = { .width = 260, .height = 90, .author = (char *)(uintptr_t)"Almaty Monitor" };

	worksheet_set_column(sheet, at, at, width, NULL);
	put(writer, sheet, 0, at, title, number ? writer->head_number : writer->head);
	note(writer, worksheet_write_comment_opt(sheet, 0, at, about, &options));
}

static lxw_col_t put_headings(struct writer *writer, lxw_worksheet *sheet, const struct column *columns)
{
	lxw_col_t at = 0;

	for (const struct column *column = columns; column->name != NULL; column++) {
		size_t kind = kind_of(column);

		put_heading(writer, sheet, at++, _(column->title), _(column->about), width_of(column), is_number(column));
		if (kind < NAMED)
			put_heading(writer, sheet, at++, _(named[kind].title), _("The title of the code before it."), TITLE_WIDTH, false);
	}
	note(writer, worksheet_set_row(sheet, 0, 32, NULL));
	return at;
}

static void put_real(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at, double value)
{
	note(writer, worksheet_write_number(sheet, row, at, value, value == floor(value) ? writer->thousands : writer->decimals));
}

static void put_value(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at, const struct column *column, struct query *query, int i)
{
	if (query_column_is_null(query, i))
		return;
	switch (column->kind) {
	case COLUMN_TEXT:
	case COLUMN_TIME:
		put(writer, sheet, row, at, column_code_title(column, query_column_text(query, i)), width_of(column) < WIDE ? writer->code : writer->text);
		break;
	case COLUMN_FLAG:
		put(writer, sheet, row, at, query_column_int(query, i) != 0 ? _("yes") : _("no"), writer->code);
		break;
	case COLUMN_REAL:
		put_real(writer, sheet, row, at, query_column_real(query, i));
		break;
	case COLUMN_INT:
	case COLUMN_YEAR:
		if (column->codes != NULL)
			put(writer, sheet, row, at, column_code_title(column, arena_printf(writer->arena, "%" PRId64, query_column_int(query, i))), writer->code);
		else
			note(writer, worksheet_write_number(sheet, row, at, (double)query_column_int(query, i),
				column->kind == COLUMN_YEAR ? writer->whole : writer->thousands));
		break;
	}
}

static void put_row(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, const struct table *table, struct query *query)
{
	double tall = 15;
	lxw_col_t at = 0;
	int i = 0;

	for (const struct column *column = table->row->columns; column->name != NULL; column++, i++) {
		size_t kind = kind_of(column);

		if (width_of(column) >= WIDE && !query_column_is_null(query, i))
			tall = fmax(tall, height_of(query_column_text(query, i), WIDE));
		put_value(writer, sheet, row, at++, column, query, i);
		if (kind < NAMED) {
			const char *title = title_of(writer, kind, query_column_text(query, i));
			tall = fmax(tall, height_of(title, TITLE_WIDTH));
			put(writer, sheet, row, at++, title, writer->text);
		}
	}
	if (tall > 15)
		note(writer, worksheet_set_row(sheet, row, tall, NULL));
	if (table->run)
		put(writer, sheet, row, at, writer->run, writer->code);
}

static void set_up_page(struct writer *writer, lxw_worksheet *sheet)
{
	(void)writer;
	worksheet_set_landscape(sheet);
	worksheet_set_paper(sheet, 9);
	worksheet_fit_to_pages(sheet, 1, 0);
	worksheet_set_footer(sheet, "&L&A&C&P / &N");
}

static enum err put_table(struct writer *writer, const struct table *table, struct error *error)
{
	lxw_worksheet *sheet = workbook_add_worksheet(writer->workbook, sheet_name(writer->arena, writer->workbook, NULL, _(table->title)));
	lxw_row_t row = 0;

	if (sheet == NULL)
		return error_set(error, ERR_INTERNAL, "There can be no sheet named %s.", _(table->title));
	lxw_col_t columns = put_headings(writer, sheet, data_columns(writer->arena, table));
	struct query *query = data_ask(writer->request, table, writer->request->language);
	while (query_next(query))
		put_row(writer, sheet, ++row, table, query);
	enum err err = query_end(query, error);
	worksheet_freeze_panes(sheet, 1, 0);
	worksheet_repeat_rows(sheet, 0, 0);
	if (row > 0)
		worksheet_autofilter(sheet, 0, 0, row, (lxw_col_t)(columns - 1));
	set_up_page(writer, sheet);
	return err;
}

/* --- the sheet that says what all this is --- */

static const char *audience_title(const char *audience)
{
	return strcmp(audience, "donors") == 0 ? _("For donors") : strcmp(audience, "members") == 0 ? _("For members") : _("Public figures");
}

/* A row of two cells, as high as the second needs. */
static void put_pair(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, const char *name, const char *text, bool strong)
{
	put(writer, sheet, row, 0, name, strong ? writer->strong : writer->plain);
	put(writer, sheet, row, 1, text, writer->plain);
	note(writer, worksheet_set_row(sheet, row, height_of(text, ABOUT_WIDTH), NULL));
}

/* What the page is about: the things that its address names. */
static lxw_row_t put_subjects(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row)
{
	for (size_t i = 0; i < NAMED; i++) {
		const char *kind = named[i].kind, *code;

		for (size_t n = 0; n < request_count(writer->request, kind) && *(code = request_text_at(writer->request, kind, n)) != '\0'; n++)
			put_pair(writer, sheet, row++, _(named[i].title), arena_printf(writer->arena, "%s — %s", code, title_of(writer, i, code)), true);
	}
	return row;
}

static lxw_row_t put_columns(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, const struct table *table)
{
	put(writer, sheet, row, 0, _(table->title), writer->strong);
	put(writer, sheet, row++, 1, _(table->row->about), writer->strong);
	for (const struct column *column = data_columns(writer->arena, table); column->name != NULL; column++, row++) {
		put_pair(writer, sheet, row, _(column->title), _(column->about), false);
		put(writer, sheet, row, 2, column->name, writer->code);
	}
	return row + 1;
}

static void put_about(struct writer *writer, const struct data_page *page, const char *audience, const char *made_at, const char *methods)
{
	lxw_worksheet *sheet = workbook_add_worksheet(writer->workbook, _("About"));
	const struct { const char *name, *text; } facts[] = {
		{ _("Page"), arena_printf(writer->arena, "%s%s", writer->request->prefix, writer->request->path) },
		{ _("Framework"), request_text(writer->request, "framework") }, { _("Period"), request_text(writer->request, "period") },
		{ _("Audience"), audience_title(audience) }, { _("Computed"), day_moment(writer->arena, made_at) }, { _("Run"), writer->run },
		{ _("Method versions"), methods }, { _("Source"), data_source() }, { _("Licence"), data_licence() },
	};
	lxw_row_t row = put_subjects(writer, sheet, 2);

	worksheet_set_column(sheet, 0, 0, 26, NULL);
	worksheet_set_column(sheet, 1, 1, ABOUT_WIDTH, NULL);
	worksheet_set_column(sheet, 2, 2, 20, NULL);
	put(writer, sheet, 0, 0, arena_printf(writer->arena, "%s: %s", _("Almaty Monitor"), _(page->title)), writer->title);
	worksheet_set_row(sheet, 0, 24, NULL);
	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
		if (*facts[i].text != '\0')
			put_pair(writer, sheet, row++, facts[i].name, facts[i].text, true);
	}
	row++;
	put(writer, sheet, row++, 0, _("What cells mean"), writer->title);
	for (const struct code *word = column_words; word->code != NULL; word++, row++)
		put_pair(writer, sheet, row, _(word->code), _(word->title), true);
	row++;
	put(writer, sheet, row, 0, _("Sheets and columns"), writer->title);
	put(writer, sheet, row++, 2, _("Name in CSV and JSON"), writer->strong);
	for (const struct table *table = page->tables; table->name != NULL; table++)
		row = put_columns(writer, sheet, row, table);
	set_up_page(writer, sheet);
}

/* --- the file --- */

static time_t moment_of(const char *text)
{
	struct tm parts = { 0 };
	const char *end = strptime(text, "%Y-%m-%dT%H:%M:%SZ", &parts);

	/* 0 would mean now, which is another file each time. */
	return end != NULL && *end == '\0' ? timegm(&parts) : 1;
}

static enum err fill(struct writer *writer, const struct data_page *page, struct error *error)
{
	const char *audience, *made_at, *methods;
	enum err err;

	if ((err = data_fact(writer->request, "run", &writer->run, error)) != ERR_OK || (err = data_fact(writer->request, "audience", &audience, error)) != ERR_OK ||
		(err = data_fact(writer->request, "made_at", &made_at, error)) != ERR_OK || (err = data_fact(writer->request, "methods", &methods, error)) != ERR_OK)
		return err;
	for (size_t i = 0; err == ERR_OK && i < NAMED; i++)
		err = read_titles(writer, i, error);
	lxw_doc_properties properties = { .title = (char *)(uintptr_t)_(page->title), .company = (char *)(uintptr_t)"Almaty Monitor",
		.comments = arena_printf(writer->arena, "%s%s", writer->request->prefix, writer->request->path), .created = moment_of(made_at) };
	note(writer, workbook_set_properties(writer->workbook, &properties));
	make_formats(writer);
	put_about(writer, page, audience, made_at, methods);
	for (const struct table *table = page->tables; err == ERR_OK && table->name != NULL; table++)
		err = put_table(writer, table, error);
	return err;
}

static enum err read_back(int file, struct buffer *out, struct error *error)
{
	char part[65536];
	ssize_t got;

	for (off_t at = 0; (got = pread(file, part, sizeof part, at)) > 0; at += got)
		buffer_append(out, part, (size_t)got);
	return got < 0 ? error_set(error, ERR_IO, _("The workbook could not be made: %s."), strerror(errno)) : buffer_check(out, error);
}

enum err workbook_send(struct request *request, struct response *response, const struct data_page *page, struct error *error)
{
	/* The library writes files only; this one is in memory. */
	int file = memfd_create("workbook", MFD_CLOEXEC);
	struct writer writer = { .request = request, .arena = request->arena };

	if (file < 0)
		return error_set(error, ERR_IO, _("The workbook could not be made: %s."), strerror(errno));
	writer.workbook = workbook_new(arena_printf(request->arena, "/proc/self/fd/%d", file));
	enum err err = writer.workbook == NULL ? error_memory(error) : fill(&writer, page, error);
	/* Closing writes the file and frees all, whatever went wrong. */
	lxw_error closed = writer.workbook != NULL ? workbook_close(writer.workbook) : LXW_NO_ERROR;
	if (err == ERR_OK && (closed != LXW_NO_ERROR || writer.failure != LXW_NO_ERROR))
		err = error_set(error, ERR_IO, _("The workbook could not be made: %s."), lxw_strerror(closed != LXW_NO_ERROR ? closed : writer.failure));
	if (err == ERR_OK)
		err = read_back(file, response_body(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), error);
	close(file);
	response_header(response, "Content-Disposition", arena_printf(request->arena, "attachment; filename=\"%s\"", data_file_name(request, ".xlsx")));
	return err;
}
