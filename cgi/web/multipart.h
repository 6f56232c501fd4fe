/*
 * multipart: a reader of multipart/form-data (RFC 7578) as browsers send it, that is given the body piece by piece and keeps
 * none of it.
 *
 * Strict, so that a form can be read in one way only: no preamble, lines end with CRLF, each part says
 * "Content-Disposition: form-data" with one name, no header is folded, and the last boundary must come: a body that broke off is
 * refused by multipart_end. What is read is handed to a sink; the first error ends the reading.
 *
 * Names of files come as browsers write them: raw UTF-8 with %22, %0D and %0A (the HTML standard), or a backslash before a
 * quotation mark; filename* (RFC 5987) is preferred where it stands. Whether such a name is a good one is not for this reader:
 * it is any bytes but NUL.
 */
#ifndef CGI_WEB_MULTIPART_H
#define CGI_WEB_MULTIPART_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/error.h"

#define MULTIPART_BOUNDARY_MAX 70 /* RFC 2046 */
#define MULTIPART_HEAD_MAX 8192   /* bytes of the headers of one part */
#define MULTIPART_PARTS_MAX 2000

struct multipart_part {
	const char *name;     /* of the field */
	const char *filename; /* NULL: a field, else a file; "" where none was chosen */
};

/* Strings of a part are good until `begin` returns. An error returned here ends the reading with that error. */
struct multipart_sink {
	enum err (*begin)(void *context, const struct multipart_part *part, struct error *error);
	enum err (*data)(void *context, const char *data, size_t length, struct error *error);
	enum err (*end)(void *context, struct error *error);
	void *context;
};

struct multipart {
	const struct multipart_sink *sink;
	char delimiter[MULTIPART_BOUNDARY_MAX + 5]; /* CRLF "--" boundary */
	size_t delimiter_length;
	enum { MULTIPART_DATA, MULTIPART_FIRST, MULTIPART_AFTER, MULTIPART_HEAD, MULTIPART_OVER } state;
	size_t matched;       /* bytes of the delimiter that the last ones read may be */
	char after[3];        /* what stands behind a delimiter, until it says what comes */
	size_t after_length;
	char head[MULTIPART_HEAD_MAX + 1];
	size_t head_length;
	size_t parts;
};

/* Whether a Content-Type is multipart/form-data, with or without parameters. */
bool multipart_is(const char *content_type);

/* ERR_INVALID where the Content-Type has no usable boundary. `sink` must outlive the reading. */
MUST_USE enum err multipart_init(struct multipart *multipart, const char *content_type, const struct multipart_sink *sink,
	struct error *error);

/* The next bytes of the body; any cut will do. ERR_INVALID, or what the sink returned. */
MUST_USE enum err multipart_feed(struct multipart *multipart, const char *data, size_t length, struct error *error);

/* The body is over: ERR_INVALID where the last boundary has not come. */
MUST_USE enum err multipart_end(const struct multipart *multipart, struct error *error);

#endif
