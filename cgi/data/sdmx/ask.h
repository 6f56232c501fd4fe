/*
 * ask: what a data or availability query of the SDMX REST interface (2.x) asks for, read from its address and its Accept header.
 *
 *	/sdmx/v2/data/{context}/{agencyID}/{resourceID}/{version}/{key}?c[DIM]=…
 *	/sdmx/v2/availability/{context}/{agencyID}/{resourceID}/{version}/{key}/{componentId}?c[DIM]=…&mode=…
 *
 * What is left out at the end of the path is "*". Nothing is silently ignored: an unknown parameter is refused with the list of those
 * that there are, one of the standard that is not done here with 501.
 */
#ifndef CGI_DATA_SDMX_ASK_H
#define CGI_DATA_SDMX_ASK_H

#include <stdint.h>

#include "cgi/data/sdmx/accept.h"
#include "cgi/data/sdmx/filter.h"

enum sdmx_purpose { SDMX_ASKS_DATA, SDMX_ASKS_AVAILABILITY };

enum sdmx_format { SDMX_FORMAT_JSON, SDMX_FORMAT_CSV, SDMX_FORMAT_XML };

/* A parameter of the query, decoded. */
struct sdmx_pair {
	const char *name, *value;
};

/* The parts of the path, "" where they were left out. */
struct sdmx_path {
	const char *context, *agency, *resource, *version, *key, *component;
};

/* Which measures or attributes are wanted. */
struct sdmx_wanted {
	bool all, none;
	bool dataset, observation;       /* attributes by where they are attached */
	const char *ids;                 /* else those of this list, "A,B" */
};

struct sdmx_ask {
	enum sdmx_purpose purpose;
	bool of_structure;               /* the context is datastructure: the answer names data structures, not dataflows */
	struct sdmx_path path;
	struct sdmx_keys keys;
	struct sdmx_filter *filters;
	size_t filter_count;
	bool has_start, has_end;         /* startPeriod, endPeriod */
	struct sdmx_span start, end;
	int64_t first, last;             /* observations of each series; −1: all */
	int64_t offset, limit;           /* of all observations; −1: no limit */
	struct sdmx_wanted measures, attributes;
	const char *at_observation;      /* "TIME_PERIOD", "AllDimensions" or another dimension's id */
	bool available;                  /* mode=available */
	const char *references;          /* "none", …, as asked for */
	struct sdmx_accepted accepted;
};

extern const struct sdmx_media sdmx_data_media[], sdmx_structure_media[];

/*
 * ERR_INVALID (400), ERR_NOT_FOUND (404) with a sentence and the parameter's name in `error->field`. *status is another one where
 * the refusal has it (406, 501), else 0.
 */
MUST_USE enum err sdmx_ask_read(struct arena *arena, enum sdmx_purpose purpose, const struct sdmx_path *path, const struct sdmx_pair *pairs,
	size_t count, const char *accept, struct sdmx_ask *ask, int *status, struct error *error);

/* The format alone, by the parameters format, labels, timeFormat and keys and by the header. */
MUST_USE enum err sdmx_ask_format(struct arena *arena, const struct sdmx_media *offered, const struct sdmx_pair *pairs, size_t count,
	const char *accept, struct sdmx_accepted *accepted, int *status, struct error *error);

#endif
