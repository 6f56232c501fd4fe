/*
 * select: the observations that a query asks for, read from the snapshot and put in order; the messages (csv, json, ml) only write them.
 */
#ifndef CGI_DATA_SDMX_SELECT_H
#define CGI_DATA_SDMX_SELECT_H

#include "cgi/data/sdmx/ask.h"
#include "cgi/data/sdmx/available.h"

#define SDMX_ROWS_MOST ((size_t)500000)
#define SDMX_FLAT SIZE_MAX

/* Those of one flow. */
struct sdmx_set {
	const struct sdmx_flow *flow;
	bool *shown;                 /* by component: whether it is in the answer */
	size_t at;                   /* index of the dimension at the observation; SDMX_FLAT for AllDimensions */
	const char ***rows;          /* values by component, as of sdmx_rows; series stand together */
	size_t count;
	size_t *filtered;            /* for each filter of the query: the component that it is about */
	size_t room;
};

struct sdmx_selection {
	const struct sdmx_model *model;
	const struct sdmx_ask *ask;
	const char *language;
	struct sdmx_set *sets;       /* those that have observations */
	size_t count;
	bool keys_only;              /* neither measures nor attributes: a row is a series (or, flat, an observation) without its figures */
};

/*
 * ERR_NOT_FOUND: no such flow, code or observation; ERR_INVALID: no such component, too long a key; ERR_TOO_LARGE: more than
 * SDMX_ROWS_MOST observations. All in `arena`.
 */
MUST_USE enum err sdmx_select(struct arena *arena, struct database *snapshot, const struct sdmx_model *model, const struct sdmx_ask *ask,
	const char *language, struct sdmx_selection *selection, struct error *error);

/* What there is data for. *list has one for each flow that the query takes and that has such data. */
MUST_USE enum err sdmx_select_available(struct arena *arena, struct database *snapshot, const struct sdmx_model *model, struct sdmx_ask *ask,
	struct sdmx_available **list, size_t *count, struct error *error);

/* Whether rows a and b of a set are of one series: alike in all dimensions but the one at the observation (flat: but time). */
bool sdmx_same_series(const struct sdmx_set *set, size_t a, size_t b);

/* The codes of a row's dimensions with dots between, with or without the one at the observation. In the arena. */
const char *sdmx_row_key(struct arena *arena, const struct sdmx_set *set, size_t row, bool whole);

/* --- shared by select.c and select_available.c --- */

/*
 * The flows that the path names, each checked against the query; not those of several that the query can't be about. On return
 * *checked has them.
 */
MUST_USE enum err sdmx_sets(struct arena *arena, const struct sdmx_model *model, const struct sdmx_ask *ask, struct sdmx_set **sets, size_t *count,
	struct error *error);

/* Binds the query's filters to the flow of the set, before its rows are read. */
MUST_USE enum err sdmx_bind(const struct sdmx_set *set, const struct sdmx_ask *ask, struct error *error);

/* Whether an observation fits; what is asked of the component `left_out` counts as fulfilled (SIZE_MAX: of none). */
bool sdmx_fits(const struct sdmx_set *set, const struct sdmx_ask *ask, const char *const *values, size_t left_out);

#endif
