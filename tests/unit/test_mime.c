/* test_mime: mails as bytes: encodings, folding, and nothing that begins a header of its own. */
#include <stdlib.h>
#include <string.h>

#include "indicators/base/mime.h"
#include "tests/unit/kit.h"

static const struct mime_mail plain = { .from_name = "Almaty Monitor", .from = "monitor@host.test", .to_name = "Fay Focal", .to = "focal@a.test",
	.subject = "Hello", .body = "One line.\n", .language = "en", .message_id = "mail-1@host.test", .date = 1773133200 };

static const char *written(const struct mime_mail *mail, struct buffer *out)
{
	struct error error = ERROR_INIT;

	ck_ok(mime_write(out, mail, &error), error);
	return buffer_text(out);
}

static void every_line_is_short_and_ends_with_crlf(const char *text)
{
	while (*text != '\0') {
		size_t length = strcspn(text, "\n");

		ck_assert_msg(text[length] == '\n' && length > 0 && text[length - 1] == '\r', "%s", text);
		ck_assert_msg(length - 1 <= 78, "%.*s", (int)length, text);
		for (size_t i = 0; i < length; i++)
			ck_assert((unsigned char)text[i] < 0x80);
		text += length + 1;
	}
}

START_TEST(a_plain_mail_is_as_the_standard_says)
{
	struct buffer out = BUFFER_INIT(10000);

	ck_assert_str_eq(written(&plain, &out),
		"Date: Tue, 10 Mar 2026 09:00:00 +0000\r\n"
		"From: \"Almaty Monitor\" <monitor@host.test>\r\n"
		"To: \"Fay Focal\" <focal@a.test>\r\n"
		"Subject: Hello\r\n"
		"Message-ID: <mail-1@host.test>\r\n"
		"Auto-Submitted: auto-generated\r\n"
		"MIME-Version: 1.0\r\n"
		"Content-Type: text/plain; charset=utf-8\r\n"
		"Content-Language: en\r\n"
		"Content-Transfer-Encoding: quoted-printable\r\n"
		"\r\n"
		"One line.\r\n");
	buffer_release(&out);
}
END_TEST

START_TEST(a_russian_subject_becomes_encoded_words_between_characters)
{
	struct mime_mail mail = plain;
	struct buffer out = BUFFER_INIT(10000);

	mail.subject = "Ж";
	ck_assert_ptr_nonnull(strstr(written(&mail, &out), "Subject: =?UTF-8?B?0JY=?=\r\n"));
	buffer_clear(&out);
	mail.subject = "Almaty Monitor: до срока сдачи ответов четырнадцать дней, и это длинная тема";
	const char *text = written(&mail, &out);
	every_line_is_short_and_ends_with_crlf(text);
	ck_assert_ptr_nonnull(strstr(text, "?=\r\n =?UTF-8?B?"));
	buffer_release(&out);
}
END_TEST

START_TEST(long_subjects_fold_at_blanks)
{
	struct mime_mail mail = plain;
	struct buffer out = BUFFER_INIT(10000);

	mail.subject = "words words words words words words words words words words words words words words words words words";
	every_line_is_short_and_ends_with_crlf(written(&mail, &out));
	buffer_clear(&out);
	mail.subject = "aword,withoutablankaword,withoutablankaword,withoutablankaword,withoutablankaword,withoutablank";
	every_line_is_short_and_ends_with_crlf(written(&mail, &out));
	buffer_clear(&out);
	/* What looks encoded is not taken for it. */
	mail.subject = "=?UTF-8?B?0JY=?=";
	ck_assert_ptr_null(strstr(written(&mail, &out), "Subject: =?UTF-8?B?0JY=?="));
	buffer_release(&out);
}
END_TEST

START_TEST(names_are_quoted_or_encoded)
{
	struct mime_mail mail = plain;
	struct buffer out = BUFFER_INIT(10000);

	mail.to_name = "O\"Neil, \\ Fay";
	ck_assert_ptr_nonnull(strstr(written(&mail, &out), "To: \"O\\\"Neil, \\\\ Fay\" <focal@a.test>\r\n"));
	buffer_clear(&out);
	mail.to_name = "Имя и ещё одно имя, которое очень длинное, и отчество";
	const char *text = written(&mail, &out);
	every_line_is_short_and_ends_with_crlf(text);
	ck_assert_ptr_nonnull(strstr(text, "\r\n <focal@a.test>\r\n"));
	buffer_clear(&out);
	mail.to_name = "";
	ck_assert_ptr_nonnull(strstr(written(&mail, &out), "To: <focal@a.test>\r\n"));
	buffer_release(&out);
}
END_TEST

START_TEST(text_is_quoted_printable_or_base64)
{
	struct mime_mail mail = plain;
	struct buffer out = BUFFER_INIT(10000);

	mail.body = "a=b, and a dash — here\n.begins with a dot\nblank at the end \nFrom here\n"
		"a line that is much longer than seventy-six characters, so that it has to be broken softly into two of them\n";
	const char *text = written(&mail, &out);
	every_line_is_short_and_ends_with_crlf(text);
	ck_assert_ptr_nonnull(strstr(text, "\r\n\r\na=3Db, and a dash =E2=80=94 here\r\n=2Ebegins with a dot\r\nblank at the end=20\r\n=46rom here\r\n"));
	ck_assert_ptr_nonnull(strstr(text, "=\r\n"));
	buffer_clear(&out);
	mail.body = "Здравствуйте!\n";
	text = written(&mail, &out);
	every_line_is_short_and_ends_with_crlf(text);
	ck_assert_ptr_nonnull(strstr(text, "Content-Transfer-Encoding: base64\r\n\r\n0JfQtNGA0LDQstGB0YLQstGD0LnRgtC1IQ0K\r\n"));
	buffer_release(&out);
}
END_TEST

START_TEST(nothing_begins_a_header_of_its_own)
{
	static const char *const bad[] = { "a@b\r\nBcc: c@d", "a@b\nX: y", "a b@c", "a@b>", "<a@b", "a@b,c@d", "a@@b", "@b", "a@", "ab", "ж@b", "" };
	struct error error = ERROR_INIT;
	struct buffer out = BUFFER_INIT(10000);

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct mime_mail mail = plain;
		ck_assert_msg(!mime_is_address(bad[i]), "%s", bad[i]);
		mail.to = bad[i];
		ck_refused(mime_write(&out, &mail, &error), ERR_INVALID, error);
		ck_assert_str_eq(error.field, "to");
		mail = plain;
		mail.from = bad[i];
		ck_refused(mime_write(&out, &mail, &error), ERR_INVALID, error);
		mail = plain;
		mail.message_id = bad[i];
		ck_refused(mime_write(&out, &mail, &error), ERR_INVALID, error);
	}
	struct mime_mail mail = plain;
	mail.subject = "Hello\r\nBcc: c@d";
	ck_refused(mime_write(&out, &mail, &error), ERR_INVALID, error);
	mail = plain;
	mail.to_name = "Fay\nBcc: c@d";
	ck_refused(mime_write(&out, &mail, &error), ERR_INVALID, error);
	mail = plain;
	mail.subject = "\xff";
	ck_refused(mime_write(&out, &mail, &error), ERR_INVALID, error);
	mail = plain;
	mail.body = "\xff";
	ck_refused(mime_write(&out, &mail, &error), ERR_INVALID, error);
	ck_assert_uint_eq(out.length, 0);
	ck_assert(mime_is_address("a.b+c@d-e.test"));
	buffer_release(&out);
}
END_TEST

START_TEST(a_mail_over_the_cap_is_refused)
{
	struct error error = ERROR_INIT;
	struct buffer out = BUFFER_INIT(200);

	ck_refused(mime_write(&out, &plain, &error), ERR_TOO_LARGE, error);
	buffer_release(&out);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_plain_mail_is_as_the_standard_says),
	KIT_TEST(a_russian_subject_becomes_encoded_words_between_characters),
	KIT_TEST(long_subjects_fold_at_blanks),
	KIT_TEST(names_are_quoted_or_encoded),
	KIT_TEST(text_is_quoted_printable_or_base64),
	KIT_TEST(nothing_begins_a_header_of_its_own),
	KIT_TEST(a_mail_over_the_cap_is_refused),
};
KIT_MAIN("mime", tests)
