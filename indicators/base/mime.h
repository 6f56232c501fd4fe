/*
 * mime: one plain-text mail in UTF-8 as the bytes that a mail server takes (RFC 5322, 2045, 2047). Pure.
 *
 * Every line ends with CR LF and has at most 78 bytes. What is not ASCII is encoded: names and subject as encoded words that fold
 * between characters, the text as quoted-printable where it is mostly ASCII, else as base64. Nothing that comes in can begin a
 * header of its own: addresses, names, subject and ids with control characters are refused.
 */
#ifndef INDICATORS_BASE_MIME_H
#define INDICATORS_BASE_MIME_H

#include <stdbool.h>
#include <time.h>

#include "indicators/base/buffer.h"

struct mime_mail {
	const char *from_name;  /* may be "" */
	const char *from;       /* an address, name@host */
	const char *to_name;    /* may be "" */
	const char *to;
	const char *subject;
	const char *body;       /* lines end with \n */
	const char *language;   /* "ru" */
	const char *message_id; /* without the angle brackets */
	time_t date;
};

/* Whether it can stand in an envelope and a header as it is: ASCII, one @ with something on either side, no blanks or brackets. */
bool mime_is_address(const char *address);

/* Appends the whole mail. ERR_INVALID with the field (from, to, name, subject, message_id) named for what cannot be sent. */
MUST_USE enum err mime_write(struct buffer *out, const struct mime_mail *mail, struct error *error);

#endif
