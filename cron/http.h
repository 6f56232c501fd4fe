/*
 * http: fetches a document from outside, within limits.
 *
 * What comes from outside may be slow, endless, huge or somewhere else than it says: a request has time-outs for connecting,
 * for standing still and in all; a body has a cap, counted after decompression; only http and https are spoken, TLS is
 * verified, and a redirect is followed only to the same host and port (or from http to https of the same host). Failures
 * that may pass (the server's 5xx, 429, time-outs, broken connections) are tried again after a short pause. No cookies, no
 * passwords, no .netrc.
 */
#ifndef CRON_HTTP_H
#define CRON_HTTP_H

#include <stddef.h>

#include "indicators/base/buffer.h"
#include "indicators/base/error.h"

struct http_limits {
	long connect_seconds;
	long total_seconds; /* of one try */
	long stall_seconds; /* with next to nothing arriving */
	int tries;
	long pause_ms;      /* before the second try, then doubled */
};

#define HTTP_LIMITS { .connect_seconds = 10, .total_seconds = 60, .stall_seconds = 20, .tries = 3, .pause_ms = 500 }

struct http;

MUST_USE enum err http_open(struct http **http, const struct http_limits *limits, struct error *error);
void http_close(struct http *http); /* NULL is fine */

/* ERR_INVALID, saying why, when text is no address to build on: http(s)://host[:port][/path], nothing after it. */
MUST_USE enum err http_check_base(const char *text, struct error *error);

/* GETs `url` into `body`, which is emptied first and whose cap is the cap of the body. Anything but a 200 is an error. */
MUST_USE enum err http_get(struct http *http, const char *url, struct buffer *body, struct error *error);

#endif
