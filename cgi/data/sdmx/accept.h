/*
 * accept: which of the formats that there are a client wants, by its Accept header (RFC 9110, 12.5.1) or by ?format=.
 *
 * Each format has its SDMX media type with a version, and plainer types for tools that know no SDMX ("text/csv"). Of what the header
 * takes, the one with the highest quality is chosen; among equals the one named first; where a wildcard takes them all, the first of the
 * table. A type with another version, or with a parameter whose value we don't know, takes nothing.
 *
 * SDMX-CSV has three parameters of its own: labels, timeFormat and keys.
 */
#ifndef CGI_DATA_SDMX_ACCEPT_H
#define CGI_DATA_SDMX_ACCEPT_H

#include <stdbool.h>

#include "indicators/base/arena.h"

struct sdmx_media {
	const char *type;     /* "application/vnd.sdmx.data+csv"; NULL ends a table */
	const char *version;  /* "2.0.0" */
	const char *name;     /* in ?format=: "csv" */
	const char *plain[3]; /* "text/csv", …, NULL; the first with its charset is sent where a plain type was asked for */
	bool is_csv;          /* has the three parameters */
	int format;           /* the caller's own */
};

enum sdmx_labels { SDMX_LABELS_ID, SDMX_LABELS_NAME, SDMX_LABELS_BOTH };
enum sdmx_time_format { SDMX_TIME_ORIGINAL, SDMX_TIME_NORMALIZED };
enum sdmx_key_columns { SDMX_KEYS_NONE, SDMX_KEYS_OBS, SDMX_KEYS_SERIES, SDMX_KEYS_BOTH };

struct sdmx_accepted {
	const struct sdmx_media *media;
	const char *content_type;
	bool by_name;         /* by ?format=csv: a person asks */
	enum sdmx_labels labels;
	enum sdmx_time_format time_format;
	enum sdmx_key_columns keys;
};

/*
 * Chooses among `offered`. `format` ("csv", or a media type) goes before the header; NULL where it was not given. ERR_NOT_FOUND (to be
 * answered with 406, for a `format` too), naming all that there is, where nothing fits. An empty header takes the first of the table.
 */
MUST_USE enum err sdmx_accept(struct arena *arena, const struct sdmx_media *offered, const char *header, const char *format,
	struct sdmx_accepted *accepted, struct error *error);

/* Sets one of the parameters labels, timeFormat, keys, as from ?labels=. ERR_INVALID naming the values that there are. */
MUST_USE enum err sdmx_accept_set(struct sdmx_accepted *accepted, struct arena *arena, const char *name, const char *value, struct error *error);

#endif
