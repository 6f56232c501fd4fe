/* mime: see mime.h. */
#include "indicators/base/mime.h"

#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"

#define LINE_MOST 76
#define ADDRESS_MOST 254
/* Bytes in an encoded word, which has "=?UTF-8?B?", base64 and "?="; the first stands behind the header's name. */
#define WORD_BYTES 45
#define FIRST_WORD_BYTES 39

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

bool mime_is_address(const char *address)
{
	const char *at = strchr(address, '@');

	if (at == NULL || at == address || at[1] == '\0' || strchr(at + 1, '@') != NULL || strlen(address) > ADDRESS_MOST)
		return false;
	for (const char *p = address; *p != '\0'; p++)
		if ((unsigned char)*p <= 0x20 || (unsigned char)*p >= 0x7F || strchr("<>()[]\\,;:\"", *p) != NULL)
			return false;
	return true;
}

static bool is_line(const char *text)
{
	for (const char *p = text; *p != '\0'; p++)
		if ((unsigned char)*p < 0x20 || *p == 0x7F)
			return false;
	return utf8_is_valid(text, strlen(text));
}

static bool is_ascii(const char *text)
{
	for (const char *p = text; *p != '\0'; p++)
		if ((unsigned char)*p >= 0x80)
			return false;
	return true;
}

static void base64(struct buffer *out, const unsigned char *data, size_t length)
{
	for (size_t i = 0; i < length; i += 3) {
		size_t left = length - i;
		unsigned bits = (unsigned)data[i] << 16 | (left > 1 ? (unsigned)data[i + 1] << 8 : 0) | (left > 2 ? (unsigned)data[i + 2] : 0);

		buffer_putc(out, digits[bits >> 18 & 63]);
		buffer_putc(out, digits[bits >> 12 & 63]);
		buffer_putc(out, left > 1 ? digits[bits >> 6 & 63] : '=');
		buffer_putc(out, left > 2 ? digits[bits & 63] : '=');
	}
}

/* --- headers --- */

/* Encoded words, one a line. */
static void put_encoded(struct buffer *out, const char *text)
{
	for (bool first = true; *text != '\0'; first = false) {
		size_t length = utf8_head(text, first ? FIRST_WORD_BYTES : WORD_BYTES);

		buffer_puts(out, first ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?");
		base64(out, (const unsigned char *)text, length);
		buffer_puts(out, "?=");
		text += length;
	}
}

/* Plain words folded at blanks. A word that is too long for a line, and anything that looks encoded already, is encoded. */
static void put_words(struct buffer *out, const char *text, size_t column)
{
	bool encode = !is_ascii(text) || strstr(text, "=?") != NULL;

	for (const char *p = text; *p != '\0' && !encode; p += strcspn(p, " "), p += *p == ' ')
		encode = strcspn(p, " ") > LINE_MOST - 2;
	if (encode) {
		put_encoded(out, text);
		return;
	}
	for (const char *p = text; *p != '\0';) {
		size_t length = 1 + strcspn(p + 1, " ");

		if (column + length > LINE_MOST && *p == ' ' && p[1] != ' ' && p[1] != '\0') {
			buffer_puts(out, "\r\n");
			column = 0;
		}
		buffer_append(out, p, length);
		column += length;
		p += length;
	}
}

static void put_subject(struct buffer *out, const char *subject)
{
	buffer_puts(out, "Subject: ");
	put_words(out, subject, strlen("Subject: "));
	buffer_puts(out, "\r\n");
}

/* A name is quoted, which lets it hold commas and dots, or encoded; the address goes to the next line where both don't fit. */
static void put_mailbox(struct buffer *out, const char *header, const char *name, const char *address)
{
	size_t begin = out->length;

	buffer_printf(out, "%s:", header);
	if (*name == '\0') {
		buffer_printf(out, " <%s>\r\n", address);
		return;
	}
	if (is_ascii(name) && strlen(name) < 60) {
		buffer_puts(out, " \"");
		for (const char *p = name; *p != '\0'; p++) {
			if (*p == '"' || *p == '\\')
				buffer_putc(out, '\\');
			buffer_putc(out, *p);
		}
		buffer_puts(out, "\"");
	} else {
		buffer_puts(out, " ");
		put_encoded(out, name);
	}
	bool fits = is_ascii(name) && out->length - begin + strlen(address) + 3 <= LINE_MOST;
	buffer_printf(out, fits ? " <%s>\r\n" : "\r\n <%s>\r\n", address);
}

static void put_date(struct buffer *out, time_t date)
{
	static const char *const days[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	struct tm tm;

	gmtime_r(&date, &tm);
	buffer_printf(out, "Date: %s, %d %s %d %02d:%02d:%02d +0000\r\n", days[tm.tm_wday], tm.tm_mday, months[tm.tm_mon], tm.tm_year + 1900,
		tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* --- text --- */

static void quoted_printable(struct buffer *out, const char *text)
{
	size_t column = 0;

	for (const char *p = text; *p != '\0'; p++) {
		unsigned char c = (unsigned char)*p;
		bool last_blank = (c == ' ' || c == '\t') && (p[1] == '\n' || p[1] == '\0');
		/* A dot at the beginning is the mail server's end of text, and "From " some programs' beginning of a mail. */
		bool first = column == 0 && (c == '.' || c == 'F');
		size_t width = c >= 0x80 || c == '=' || c < 0x20 || c == 0x7F || last_blank || first ? 3 : 1;

		if (c == '\n') {
			buffer_puts(out, "\r\n");
			column = 0;
			continue;
		}
		if (column + width > LINE_MOST - 1) {
			buffer_puts(out, "=\r\n");
			column = 0;
			width = c == '.' || c == 'F' ? 3 : width;
		}
		if (width == 3)
			buffer_printf(out, "=%02X", c);
		else
			buffer_putc(out, *p);
		column += width;
	}
	if (column > 0)
		buffer_puts(out, "\r\n");
}

MUST_USE static enum err put_base64(struct buffer *out, const char *text, struct error *error)
{
	struct buffer lines = BUFFER_INIT(out->cap);

	for (const char *p = text; *p != '\0'; p++)
		buffer_append(&lines, *p == '\n' ? "\r\n" : p, *p == '\n' ? 2 : 1);
	for (size_t i = 0; i < lines.length; i += LINE_MOST / 4 * 3) {
		size_t left = lines.length - i;

		base64(out, (const unsigned char *)lines.data + i, left < LINE_MOST / 4 * 3 ? left : LINE_MOST / 4 * 3);
		buffer_puts(out, "\r\n");
	}
	enum err err = buffer_check(&lines, error);
	buffer_release(&lines);
	return err;
}

/* Whether quoted-printable, which a person can read, costs no more than base64 does. */
static bool is_mostly_ascii(const char *text)
{
	size_t far = 0;
	size_t length = strlen(text);

	for (const char *p = text; *p != '\0'; p++)
		far += (unsigned char)*p >= 0x80;
	return far <= length / 6;
}

MUST_USE static enum err check(const struct mime_mail *mail, struct error *error)
{
	if (!mime_is_address(mail->from))
		return error_set_field(error, ERR_INVALID, "from", "%s", _("The sender is no mail address that can be used; it would be name@host."));
	if (!mime_is_address(mail->to))
		return error_set_field(error, ERR_INVALID, "to", "%s",
			_("This mail address cannot be written to: it has line breaks, blanks or letters that mail servers do not take."));
	if (!is_line(mail->from_name) || !is_line(mail->to_name))
		return error_set_field(error, ERR_INVALID, "name", "%s", _("A name in a mail is one line of text."));
	if (!is_line(mail->subject))
		return error_set_field(error, ERR_INVALID, "subject", "%s", _("The subject of a mail is one line of text."));
	if (!mime_is_address(mail->message_id))
		return error_set_field(error, ERR_INVALID, "message_id", "%s", _("The id of a mail has the form of an address."));
	if (!utf8_is_valid(mail->body, strlen(mail->body)))
		return error_set_field(error, ERR_INVALID, "body", "%s", _("The text of a mail is UTF-8."));
	return ERR_OK;
}

enum err mime_write(struct buffer *out, const struct mime_mail *mail, struct error *error)
{
	bool readable = is_mostly_ascii(mail->body);
	enum err err = check(mail, error);

	if (err != ERR_OK)
		return err;
	put_date(out, mail->date);
	put_mailbox(out, "From", mail->from_name, mail->from);
	put_mailbox(out, "To", mail->to_name, mail->to);
	put_subject(out, mail->subject);
	buffer_printf(out, "Message-ID: <%s>\r\n", mail->message_id);
	buffer_puts(out, "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n");
	buffer_printf(out, "Content-Type: text/plain; charset=utf-8\r\nContent-Language: %s\r\n", mail->language);
	buffer_printf(out, "Content-Transfer-Encoding: %s\r\n\r\n", readable ? "quoted-printable" : "base64");
	if (readable)
		quoted_printable(out, mail->body);
	else if ((err = put_base64(out, mail->body, error)) != ERR_OK)
		return err;
	return buffer_check(out, error);
}
