/* Tests of writing CSV. */
#include <math.h>
#include <stdlib.h>

#include "indicators/base/csv.h"
#include "tests/unit/kit.h"

START_TEST(fields_are_quoted_as_rfc_4180_says)
{
	struct buffer out = BUFFER_INIT(1024);

	csv_text(&out, "plain");
	csv_text(&out, "a,b");
	csv_text(&out, "say \"so\"");
	csv_text(&out, "two\nlines");
	csv_text(&out, " Душанбе ");
	csv_end(&out);
	ck_assert_str_eq(buffer_text(&out), "plain,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\", Душанбе \r\n");
	buffer_release(&out);
}
END_TEST

START_TEST(what_is_missing_is_an_empty_field)
{
	struct buffer out = BUFFER_INIT(1024);

	csv_int(&out, -3);
	csv_text(&out, NULL);
	csv_number(&out, NAN);
	csv_number(&out, 0);
	csv_text(&out, "");
	csv_end(&out);
	csv_text(&out, "");
	csv_text(&out, "b");
	csv_end(&out);
	ck_assert_str_eq(buffer_text(&out), "-3,,,0,\r\n\"\",b\r\n");
	buffer_release(&out);
}
END_TEST

START_TEST(numbers_read_back_as_the_same_double)
{
	static const double values[] = { 1.0 / 3, 82.5, 0.1, 1e-7, 1e22, 2.0 / 7 * 1e5, -0.30000000000000004 };

	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		struct buffer out = BUFFER_INIT(1024);
		csv_number(&out, values[i]);
		ck_assert(strtod(buffer_text(&out), NULL) == values[i]);
		buffer_release(&out);
	}
}
END_TEST

START_TEST(words_are_no_formulas)
{
	struct buffer out = BUFFER_INIT(1024);

	csv_words(&out, "=HYPERLINK(\"x\")");
	csv_words(&out, "+1");
	csv_words(&out, "-1");
	csv_words(&out, "@a");
	csv_words(&out, "\ta");
	csv_words(&out, "\n=1");
	csv_words(&out, "＝1");
	csv_words(&out, NULL);
	csv_words(&out, "a=b");
	csv_words(&out, "");
	csv_end(&out);
	ck_assert_str_eq(buffer_text(&out), "\"'=HYPERLINK(\"\"x\"\")\",'+1,'-1,'@a,'\ta,\"'\n=1\",'＝1,,a=b,\r\n");
	buffer_release(&out);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(words_are_no_formulas),
	KIT_TEST(fields_are_quoted_as_rfc_4180_says),
	KIT_TEST(what_is_missing_is_an_empty_field),
	KIT_TEST(numbers_read_back_as_the_same_double),
};
KIT_MAIN("csv", tests)
