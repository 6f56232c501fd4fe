/* Workbooks and CSV there and back, and what of them is refused. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "tests/unit/shelf.h"

static struct desk desk;

static const char wild[] = "=SUM(A1)\n\xF0\x9F\x98\x80 \xD2\x9B\xD0\xB0\xD0\xB7\xD0\xB0\xD2\x9B\xD1\x88\xD0\xB0 <b>&amp; \"q\" _x0041_ ';,\t.";

static void same_rows(const struct book *book, const struct filled *filled)
{
	size_t at = 0;

	ck_assert_str_eq(filled->digest, book->digest);
	ck_assert_int_eq(filled->round, book->round->id);
	ck_assert_str_eq(filled->participant, "XAA");
	ck_assert_uint_eq(filled->count, book->rows);
	for (size_t i = 0; i < book->count; i++)
		for (size_t j = 0; j < book->answers[i].count; j++, at++) {
			const struct book_answer *answer = &book->answers[i];
			const char *there = book_value_text(&desk.arena, book_value(&desk.arena, answer, &answer->rows[j], book_saved(answer)));

			ck_assert_str_eq(filled->rows[at].id, answer->rows[j].id);
			ck_assert_int_eq(filled->rows[at].revision, answer->answer.revision);
			ck_assert_str_eq(book_value_text(&desk.arena, filled->rows[at].value), there);
		}
}

static struct book written(void)
{
	struct answer_content ladder = desk_value(2), fraction = desk_value(NAN), list = desk_value(NAN);
	static const char *const items[] = { "P", "R" };

	desk_open(&desk);
	ladder.narrative = wild;
	ladder.source = "-1";
	fraction.numerator = 1;
	fraction.denominator = 3;
	list.items = items;
	list.item_count = 2;
	ck_ok(desk_save(&desk, FOCAL, "XAA", "LAD", 0, ladder, false), desk.error);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "PCT", 0, fraction, false), desk.error);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "CHK", 0, list, false), desk.error);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "YES", 0, desk_value(0), false), desk.error);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "VAL", 0, desk_value(0.1), true), desk.error);
	return shelf_book(&desk);
}

START_TEST(a_workbook_comes_back_as_it_was_written)
{
	struct book book = written();
	struct filled filled = shelf_read(&desk, shelf_xlsx(&desk, &book));

	ck_assert(!filled.csv);
	ck_assert_str_eq(filled.framework, "probe");
	ck_assert_str_eq(filled.period, "2025");
	same_rows(&book, &filled);
	ck_assert_str_eq(shelf_row(&filled, "LAD/narrative")->value.text, wild);
	ck_assert_int_eq(shelf_row(&filled, "PCT/numerator")->value.kind, BOOK_NUMBER);
	desk_close(&desk);
}
END_TEST

START_TEST(a_csv_comes_back_as_it_was_written)
{
	struct book book = written();
	struct filled filled = shelf_read(&desk, shelf_csv(&desk, &book));

	ck_assert(filled.csv);
	same_rows(&book, &filled);
	ck_assert_str_eq(shelf_row(&filled, "LAD/source")->value.text, "-1");
	desk_close(&desk);
}
END_TEST

START_TEST(rows_do_not_depend_on_the_answers_so_the_digest_is_that_of_the_questionnaire)
{
	struct book before, after;

	desk_open(&desk);
	before = shelf_book(&desk);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "LAD", 0, desk_value(1), true), desk.error);
	after = shelf_book(&desk);
	ck_assert_str_eq(before.digest, after.digest);
	ck_assert(before.answers[0].open);
	ck_assert(!after.answers[0].open);
	desk_close(&desk);
}
END_TEST

/* --- the CSV that spreadsheets save --- */

static const char *const csv_lines[] = {
	"id;revision;indicator;part;title;value", "almaty-monitor:1:7:XAA:00ff;;;;;", "CNT/status;2;CNT;status;x;\xD0\x94\xD0\xB0",
	"CNT/value;2;CNT;value;\"two\nlines\";1234,5",
};

static const char *joined(const char *end, const char *before)
{
	return arena_printf(&desk.arena, "%s%s%s%s%s%s%s%s%s", before, csv_lines[0], end, csv_lines[1], end, csv_lines[2], end, csv_lines[3], end);
}

static void check_csv(const char *path)
{
	struct filled filled = shelf_read(&desk, path);

	ck_assert_int_eq(filled.round, 7);
	ck_assert_str_eq(filled.digest, "00ff");
	ck_assert_uint_eq(filled.count, 2);
	ck_assert_str_eq(filled.rows[0].value.text, "\xD0\x94\xD0\xB0");
	ck_assert_str_eq(filled.rows[1].value.text, "1234,5");
	ck_assert_str_eq(filled.rows[1].place, "row 4");
}

START_TEST(csv_is_taken_with_any_line_end_mark_and_separator)
{
	char *text;

	desk_open(&desk);
	check_csv(kit_write("a.csv", joined("\n", "")));
	check_csv(kit_write("b.csv", joined("\r\n", "")));
	check_csv(kit_write("c.csv", joined("\r\n", "\xEF\xBB\xBF")));
	check_csv(kit_write("d.csv", joined("\r\n", "\xEF\xBB\xBFsep=;\r\n") ));
	text = arena_strdup(&desk.arena, joined("\n", ""));
	for (char *p = text; *p != '\0'; p++)
		*p = *p == ';' ? '\t' : *p;
	check_csv(kit_write("e.csv", text));
	desk_close(&desk);
}
END_TEST

START_TEST(csv_in_windows_1251_is_taken_and_broken_utf8_is_not)
{
	struct filled filled;

	desk_open(&desk);
	filled = shelf_read(&desk, kit_write("a.csv", "id;revision;indicator;part;title;value\r\nalmaty-monitor:1:7:XAA:00ff;;;;;\r\n"
		"CNT/status;2;CNT;status;x;\xC4\xE0\r\n"));
	ck_assert_str_eq(filled.rows[0].value.text, "\xD0\x94\xD0\xB0");
	ck_refused(read_filled(&desk.arena, kit_write("b.csv", "id;revision;indicator;part;title;value\r\nalmaty-monitor:1:7:XAA:00ff;;;;;\r\n"
		"CNT/status;2;CNT;status;\xD0\x94\xD0\xB0\xD0\x94\xD0\xB0;\xD0\r\n"), &filled, &desk.error), ERR_INVALID, desk.error);
	ck_refused(read_filled(&desk.arena, kit_write("c.csv", "\xEF\xBB\xBFid;revision\xC4;"), &filled, &desk.error), ERR_INVALID, desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_csv_that_is_none_of_ours_is_refused_with_the_reason)
{
	static const struct { const char *text; const char *words; } cases[] = {
		{ "", "empty" }, { "Dear colleague,\nplease find", "does not begin" }, { "id;value\n", "revision" },
		{ "id;revision;indicator;part;title;value\n", "second row" },
		{ "id;revision;indicator;part;title;value\nalmaty-monitor:1:7:XAA:00ff;;;;;\nA/b;1;A;b;c;\"x", "cut off" },
		{ "id;revision;indicator;part;title;value\nalmaty-monitor:1:7:XAA:00ff;;;;;\nA/b;1;A;b;c;\"x\"y\n", "quotation mark" },
		{ "id;revision;indicator;part;title;value\nalmaty-monitor:1:7:XAA:00ff;;;;;\n;1;A;b;c;5\n", "row 3" },
		{ "id;revision;indicator;part;title;value\nalmaty-monitor:1:7:XAA:00ff;;;;;\nA/b;1;A;b;c;5;more\n", "row 3" },
	};
	struct filled filled;

	desk_open(&desk);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_refused(read_filled(&desk.arena, kit_write("a.csv", cases[i].text), &filled, &desk.error), ERR_INVALID, desk.error);
		ck_assert_msg(strstr(desk.error.text, cases[i].words) != NULL, "case %zu: %s", i, desk.error.text);
	}
	desk_close(&desk);
}
END_TEST

/* --- hostile workbooks --- */

static const char *repeated(const char *text, size_t times)
{
	size_t length = strlen(text);
	char *all = arena_alloc(&desk.arena, length * times + 1);

	for (size_t i = 0; i < times; i++)
		memcpy(all + i * length, text, length);
	return all;
}

#define SHEET "xl/worksheets/sheet3.xml"

static const char *row_with(const char *cell)
{
	return arena_printf(&desk.arena, "<worksheet><sheetData><row r=\"2\">%s</row></sheetData></worksheet>", cell);
}

static void refused(const char *path, const char *words)
{
	struct filled filled;
	enum err err = read_filled(&desk.arena, path, &filled, &desk.error);

	ck_assert_msg(err == ERR_INVALID || err == ERR_TOO_LARGE, "%s: %d %s", words, (int)err, desk.error.text);
	ck_assert_msg(strstr(desk.error.text, words) != NULL, "%s: %s", words, desk.error.text);
}

START_TEST(a_sheet_that_no_spreadsheet_writes_is_refused)
{
	struct book book = written();
	const char *path = shelf_xlsx(&desk, &book);
	const struct { const char *sheet; const char *words; } cases[] = {
		{ "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>", "document type" },
		{ "<worksheet><sheetData>", "damaged" }, { "", "damaged" }, { "<worksheet>\xC3(</worksheet>", "damaged" },
		{ row_with("<c r=\"C2\"><f>1+1</f><v>2</v></c>"), "formula" },
		{ row_with("<c r=\"C2\"><v>1e999</v></c><c r=\"F2\" t=\"str\"><v>A/b</v></c>"), "not a number" },
		{ row_with("<c r=\"C2\"><v>NaN</v></c>"), "not a number" }, { row_with("<c r=\"C2\" t=\"s\"><v>99999999</v></c>"), "damaged" },
		{ row_with("<c r=\"C2\" t=\"s\"><v>-1</v></c>"), "damaged" }, { row_with("<c r=\"C3\"><v>1</v></c>"), "damaged" },
		{ row_with("<c r=\"C2\"><v>1</v></c><c r=\"C2\"><v>2</v></c>"), "damaged" }, { row_with("<c r=\"!\"><v>1</v></c>"), "damaged" },
		{ row_with("<c r=\"C2\"><v>1</v></c>"), "added" },
		{ row_with("<c r=\"F2\" t=\"str\"><v>A/b</v></c><c r=\"J2\"><v>1</v></c>"), "outside" },
		{ "<worksheet><dimension ref=\"A1:G10000000\"/></worksheet>", "far more" },
		{ "<worksheet><sheetData><row r=\"10000000\"><c><v>1</v></c></row></sheetData></worksheet>", "far more" },
		{ arena_printf(&desk.arena, "<worksheet>%s", repeated("<a>", 100)), "damaged" },
		{ arena_printf(&desk.arena, "<worksheet a=\"%s\"/>", repeated("0123456789", 700000)), "far more" },
		{ arena_printf(&desk.arena, "<worksheet><sheetData>%s</sheetData></worksheet>", repeated("<row><c><v>1</v></c></row>", 250000)), "f" },
		{ row_with(arena_printf(&desk.arena, "<c r=\"C2\" t=\"str\"><v>%s</v></c>", repeated("x", 200000))), "more text" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		refused(shelf_replace(path, "changed.xlsx", SHEET, cases[i].sheet), cases[i].words);
	desk_close(&desk);
}
END_TEST

START_TEST(a_package_that_is_no_workbook_is_refused)
{
	struct book book = written();
	const char *path = shelf_xlsx(&desk, &book);
	const struct shelf_part document[] = { { "[Content_Types].xml", "<Types/>" }, { "word/document.xml", "<w/>" } };
	const struct { const char *part; const char *text; const char *words; } cases[] = {
		{ "xl/vbaProject.bin", "x", "macros" }, { "xl/externalLinks/externalLink1.xml", "<x/>", "other files" },
		{ "xl/workbook.xml", NULL, "damaged" }, { "[Content_Types].xml", NULL, "damaged" }, { SHEET, NULL, "damaged" },
		{ "XL/WORKBOOK.XML", "<x/>", "twice" }, { "xl/workbook.xml", "<workbook/>", "not a workbook that was downloaded here" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		refused(shelf_replace(path, "changed.xlsx", cases[i].part, cases[i].text), cases[i].words);
	refused(shelf_pack("document.docx", document, 2), "no Excel workbook");
	refused(kit_write("ole.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), "password");
	refused(kit_write("zip.xlsx", "PK\x03\x04 no more"), "damaged");
	desk_close(&desk);
}
END_TEST

START_TEST(a_workbook_cut_off_anywhere_is_refused)
{
	struct book book = written();
	const char *path = shelf_xlsx(&desk, &book), *cut = kit_path("cut.xlsx");
	static char data[1 << 20];
	FILE *file = fopen(path, "rb");
	size_t size = fread(data, 1, sizeof data, file);

	fclose(file);
	for (size_t length = 1; length < size; length += 97) {
		struct filled filled;

		file = fopen(cut, "wb");
		ck_assert_uint_eq(fwrite(data, 1, length, file), length);
		fclose(file);
		ck_refused(read_filled(&desk.arena, cut, &filled, &desk.error), ERR_INVALID, desk.error);
	}
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_workbook_comes_back_as_it_was_written),
	KIT_TEST(a_csv_comes_back_as_it_was_written),
	KIT_TEST(rows_do_not_depend_on_the_answers_so_the_digest_is_that_of_the_questionnaire),
	KIT_TEST(csv_is_taken_with_any_line_end_mark_and_separator),
	KIT_TEST(csv_in_windows_1251_is_taken_and_broken_utf8_is_not),
	KIT_TEST(a_csv_that_is_none_of_ours_is_refused_with_the_reason),
	KIT_TEST(a_sheet_that_no_spreadsheet_writes_is_refused),
	KIT_TEST(a_package_that_is_no_workbook_is_refused),
	KIT_TEST(a_workbook_cut_off_anywhere_is_refused),
};

KIT_MAIN("workbook_read", tests)
