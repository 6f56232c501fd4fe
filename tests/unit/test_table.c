/* Tests of reading CSV files by declared columns. */
#include <stdio.h>
#include <string.h>

#include "indicators/base/table.h"
#include "tests/unit/kit.h"

static struct error error = ERROR_INIT;

static const struct table_column columns[] = {
	{ "code", false }, { "value", false }, { "note", true }, { NULL, false },
};

struct seen {
	size_t rows;
	char last[200];
};

static void on_row(void *context, size_t row, const char *const *fields)
{
	struct seen *seen = context;

	seen->rows++;
	snprintf(seen->last, sizeof seen->last, "%zu|%s|%s|%s", row, fields[0], fields[1], fields[2]);
}

static size_t mistakes; /* of the last read() */
static char first[300];

static struct seen read_text(const char *text)
{
	struct seen seen = { .rows = 0 };
	struct problems problems = PROBLEMS_INIT(20);

	ck_ok(table_read(kit_write("table.csv", text), 1000, columns, on_row, &seen, &problems, &error), error);
	mistakes = problems.count;
	snprintf(first, sizeof first, "%s", problems.first != NULL ? problems.first->text : "");
	problems_release(&problems);
	return seen;
}

START_TEST(columns_come_in_any_order_and_optional_ones_may_be_missing)
{
	struct seen seen = read_text("value,code\n3,KAZ\n4,KGZ\n");

	ck_assert_uint_eq(mistakes, 0);
	ck_assert_uint_eq(seen.rows, 2);
	ck_assert_str_eq(seen.last, "3|KGZ|4|");
}
END_TEST

START_TEST(a_mark_crlf_quotes_and_a_missing_last_newline_are_fine)
{
	struct seen seen = read_text("\xEF\xBB\xBF" "code,value,note\r\nKAZ,3,\"a \"\"b\"\", c\"");

	ck_assert_uint_eq(mistakes, 0);
	ck_assert_str_eq(seen.last, "2|KAZ|3|a \"b\", c");
}
END_TEST

START_TEST(each_kind_of_mistake_is_named_with_its_row)
{
	static const struct { const char *text, *part; } cases[] = {
		{ "code,value,colour\n", "row 1: There is no column “colour”" },
		{ "code\n", "row 1: The column value is missing" },
		{ "code,value,code\n", "row 1: The column code stands twice" },
		{ "code,value\nKAZ\n", "row 2: The row has 1 fields, the header has 2" },
		{ "code,value\nKAZ,1,2\n", "row 2: The row has 3 fields, the header has 2" },
		{ "code,value\nKAZ,\"a\"b\n", "row 2: A quotation mark is out of place" },
		{ "code,value\nKAZ,\"a\n", "row 2: A quotation mark is out of place" },
		{ "code,value\nKAZ,\xFF\n", "row 2: The row is not UTF-8" },
		{ "code,value\nKAZ,\xED\xA0\x80\n", "row 2: The row is not UTF-8" },
		{ "code,value\nKAZ,\xC0\x80\n", "row 2: The row is not UTF-8" },
		{ "", "The file is empty" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		read_text(cases[i].text);
		ck_assert_msg(mistakes >= 1 && strstr(first, cases[i].part) != NULL, "case %zu: %zu, %s", i, mistakes, first);
	}
}
END_TEST

START_TEST(rows_after_a_bad_one_are_still_read)
{
	struct seen seen = read_text("code,value\nKAZ\nKGZ,1\nTJK,\xFF\nUZB,2\n");

	ck_assert_uint_eq(mistakes, 2);
	ck_assert_uint_eq(seen.rows, 2);
	ck_assert_str_eq(seen.last, "5|UZB|2|");
}
END_TEST

START_TEST(a_file_over_the_cap_or_missing_is_refused)
{
	struct problems problems = PROBLEMS_INIT(20);
	struct seen seen = { .rows = 0 };
	const char *path = kit_write("large.csv", "code,value\nKAZ,1\nKAZ,2\n");

	ck_refused(table_read(path, 20, columns, on_row, &seen, &problems, &error), ERR_TOO_LARGE, error);
	ck_refused(table_read(kit_path("none.csv"), 20, columns, on_row, &seen, &problems, &error), ERR_NOT_FOUND, error);
	ck_refused(table_read(kit_folder(), 20, columns, on_row, &seen, &problems, &error), ERR_IO, error);
	problems_release(&problems);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(columns_come_in_any_order_and_optional_ones_may_be_missing),
	KIT_TEST(a_mark_crlf_quotes_and_a_missing_last_newline_are_fine),
	KIT_TEST(each_kind_of_mistake_is_named_with_its_row),
	KIT_TEST(rows_after_a_bad_one_are_still_read),
	KIT_TEST(a_file_over_the_cap_or_missing_is_refused),
};
KIT_MAIN("table", tests)
