/*
 * smtp: gives a mail to a mail server, within limits.
 *
 * The server may be away, slow, silent or break off half-way: there are time-outs for connecting, for each reply and in all. TLS is
 * required and verified (smtps://, or STARTTLS on smtp://), except on this machine itself. One connection serves several mails.
 * What the server answered is told in one line, without control characters.
 */
#ifndef CRON_SMTP_H
#define CRON_SMTP_H

#include <stddef.h>

#include "indicators/base/error.h"

struct smtp_server {
	const char *url;        /* smtp://host[:port] or smtps://host[:port] */
	const char *user;       /* NULL: no sign-in */
	const char *password;
	long connect_seconds;
	long total_seconds;     /* of one mail; a reply has half of it */
};

enum smtp_outcome {
	SMTP_TAKEN,   /* the server answers for it from now on */
	SMTP_REFUSED, /* it will not take this mail, now or later (5xx for the recipient or the text) */
	SMTP_LATER,   /* not this mail, not now (4xx) */
	SMTP_BROKEN,  /* the connection broke or fell silent in the middle of the mail */
	SMTP_DOWN     /* the server cannot be used at all: not there, no TLS, sign-in or sender refused */
};

struct smtp;

/* ERR_INVALID, saying why, when the address is none of a mail server or holds a password. Connects to nothing yet. */
MUST_USE enum err smtp_open(struct smtp **smtp, const struct smtp_server *server, struct error *error);
void smtp_close(struct smtp *smtp); /* NULL is fine */

/* `mail` is whole, with its headers (base/mime.h). ERR_IO with a sentence unless the outcome is SMTP_TAKEN. */
MUST_USE enum err smtp_send(struct smtp *smtp, const char *from, const char *to, const char *mail, size_t length, enum smtp_outcome *outcome,
	struct error *error);

#endif
