/*
 * lists: codes as the snapshot's catalogues have them, read for the codelists of a model; and the codelists that are the same in every
 * snapshot. For model.c.
 */
#ifndef CGI_DATA_SDMX_LISTS_H
#define CGI_DATA_SDMX_LISTS_H

#include "cgi/data/sdmx/build.h"

/* A growing list of codes, and what it is called where the statement says so. */
struct list {
	const char *group;               /* the catalogue's name of a dimension; NULL where the statement knows no groups */
	struct sdmx_names name;
	struct sdmx_codelist codes;      /* its id and name are not set yet */
	size_t room;
};

struct lists {
	struct list *list;
	size_t count, room;
};

/* Adds a code, with the catalogue's code as its name until it gets another one. An id of NULL: made from `origin`. */
struct sdmx_code *list_add(struct arena *arena, struct list *list, const char *id, const char *origin);

struct list *lists_add(struct arena *arena, struct lists *lists, const char *group);

/* Adds what a statement of the shape at the top of statements/sdmx.sql gives: a list for each group. `framework` may be NULL. */
void lists_read(struct builder *builder, size_t statement, const char *framework, struct lists *lists);

/* Dimensions and codes that only the figures know, "sex=female;age=lt18y", one set in each row of the statement. */
void lists_read_dims(struct builder *builder, size_t statement, struct lists *lists);

/* Adds one to the model: the codes of `first`, which may be NULL, before those of `list`, which may be NULL too. */
void list_publish(struct builder *builder, const char *id, struct sdmx_names name, const struct list *first, const struct list *list);

/* CL_FREQ, CL_OBS_STATUS, CL_CONF_STATUS, CL_STATISTIC, CL_ANSWER and those of the verdicts. */
void lists_publish_fixed(struct builder *builder);

#endif
