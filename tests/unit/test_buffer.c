/* Tests of the capped buffer. */
#include <string.h>

#include "indicators/base/buffer.h"
#include "tests/unit/kit.h"

static struct error error = ERROR_INIT;

START_TEST(what_is_appended_is_there_and_terminated)
{
	struct buffer buffer = BUFFER_INIT(10000);

	ck_assert_str_eq(buffer_text(&buffer), "");
	for (int i = 0; i < 1000; i++)
		buffer_printf(&buffer, "%d", i % 10);
	buffer_putc(&buffer, '!');
	ck_ok(buffer_check(&buffer, &error), error);
	ck_assert_uint_eq(buffer.length, 1001);
	ck_assert_uint_eq(strlen(buffer_text(&buffer)), 1001);
	buffer_clear(&buffer);
	ck_assert_str_eq(buffer_text(&buffer), "");
	buffer_release(&buffer);
}
END_TEST

START_TEST(nothing_goes_over_the_cap)
{
	struct buffer buffer = BUFFER_INIT(8);

	buffer_puts(&buffer, "12345678");
	ck_ok(buffer_check(&buffer, &error), error);
	buffer_putc(&buffer, '9');
	ck_refused(buffer_check(&buffer, &error), ERR_TOO_LARGE, error);
	ck_assert_str_eq(buffer_text(&buffer), "12345678");
	buffer_release(&buffer);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(what_is_appended_is_there_and_terminated),
	KIT_TEST(nothing_goes_over_the_cap),
};
KIT_MAIN("buffer", tests)
