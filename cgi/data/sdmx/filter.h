/*
 * filter: which observations are asked for: keys and the conditions of c[COMPONENT]=….
 *
 * A key names codes of the dimensions in their order, with dots between: "A.KGZ.SPAR02". "*" (or nothing) in the place of one takes all of
 * it, dimensions that are left out at the end are taken whole, + stands between alternatives of one dimension (as in SDMX REST 1), and
 * several keys stand with commas between. "*" and "all" take everything.
 *
 * A condition is made of terms, each a value with an operator before it (eq: where there is none): "," is or, "+" is and, which binds
 * closer: ge:2018+le:2020,2022. Within a query a plus comes as a blank, which is the same here. Periods are compared by their days
 * (span.h): ge: those that begin no earlier, le: those that end no later, gt: those that begin after, lt: those that end before.
 * Numbers are compared as numbers, all else as text. What has no value passes ne: and nc: only.
 */
#ifndef CGI_DATA_SDMX_FILTER_H
#define CGI_DATA_SDMX_FILTER_H

#include "cgi/data/sdmx/model.h"
#include "cgi/data/sdmx/span.h"

/* --- keys --- */

struct sdmx_key_part {
	const char **codes;
	size_t count;            /* 0: all */
};

struct sdmx_key {
	const char *text;        /* as it was asked for */
	struct sdmx_key_part *parts;
	size_t count;
};

struct sdmx_keys {
	struct sdmx_key *list;
	size_t count;            /* 0: everything */
};

/* ERR_INVALID for what can't be a key. */
MUST_USE enum err sdmx_keys_read(struct arena *arena, const char *text, struct sdmx_keys *keys, struct error *error);

/* ERR_INVALID for more parts than the flow has dimensions, naming them; ERR_NOT_FOUND for a code that there is not, naming those that are. */
MUST_USE enum err sdmx_keys_check(const struct sdmx_keys *keys, const struct sdmx_flow *flow, struct error *error);

/* Whether an observation with these values is among them; the part of the dimension `left_out` is taken for all (SIZE_MAX: none is). */
bool sdmx_keys_fit(const struct sdmx_keys *keys, const char *const *values, size_t left_out);

/* --- conditions --- */

enum sdmx_operator { SDMX_EQ, SDMX_NE, SDMX_LT, SDMX_LE, SDMX_GT, SDMX_GE, SDMX_CO, SDMX_NC, SDMX_SW, SDMX_EW };

struct sdmx_term {
	enum sdmx_operator operator;
	const char *value;
	struct sdmx_span span;   /* once it was bound to a component of periods */
	double number;           /* … of numbers */
};

struct sdmx_terms {              /* all of them must hold */
	struct sdmx_term *list;
	size_t count;
};

struct sdmx_filter {             /* any of these */
	const char *component;   /* its id */
	struct sdmx_terms *any;
	size_t count;
};

/* ERR_INVALID, naming the operators where an unknown one is used. */
MUST_USE enum err sdmx_filter_read(struct arena *arena, const char *component, const char *text, struct sdmx_filter *filter, struct error *error);

/*
 * Reads the values as those of that component. ERR_INVALID: no period, no number; ERR_NOT_FOUND: no code of its codelist, with those that
 * there are.
 */
MUST_USE enum err sdmx_filter_bind(struct sdmx_filter *filter, const struct sdmx_component *component, struct error *error);

/* Whether a value (NULL: none) of the component that the filter was bound to passes. */
bool sdmx_filter_passes(const struct sdmx_filter *filter, const struct sdmx_component *component, const char *value);

#endif
