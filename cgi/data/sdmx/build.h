/*
 * build: how a model is put together, for model.c (codelists and concepts, first) and flows.c (dataflows, which point into them).
 *
 * The first error stays in the builder and everything after it does nothing, so that it is looked at once.
 */
#ifndef CGI_DATA_SDMX_BUILD_H
#define CGI_DATA_SDMX_BUILD_H

#include "cgi/data/sdmx/model.h"

struct builder {
	struct database *db;
	struct arena *arena;
	struct sdmx_model *model;
	size_t codelist_room, concept_room;
	enum err err;
	struct error *error;
	/* In the order of the catalogue. */
	struct build_framework *frameworks;
	size_t framework_count;
	struct build_dimension *official;   /* the dimensions of official series */
	size_t official_count;
};

/* A dimension that comes from a catalogue: a breakdown of counts, or one of official series. */
struct build_dimension {
	const char *origin;
	const char *id;                     /* of the component */
	const char *concept;
	const char *codelist;
};

struct build_framework {
	const char *code;
	const char *id;                     /* the X of ANSWERS_X */
	struct sdmx_names title, description;
	struct build_dimension *breakdowns;
	size_t breakdown_count;
	bool has_targets, has_items;
};

/* --- flows.c --- */

/* Whether an id is one of the components that flows have by themselves, so that no dimension of a catalogue may have it. */
bool build_reserved(const char *id);

/* The concepts of those components. */
void build_concepts(struct builder *builder);

/* All dataflows; codelists and concepts are complete. */
void build_flows(struct builder *builder);

/* --- ids.c --- */

/* The SDMX id of a catalogue's code: an IDType, not yet taken by one of `codelist`'s codes (NULL: none are). In the arena. */
const char *build_id(struct arena *arena, const char *origin, const struct sdmx_codelist *codelist);

/* The same as an NCNameIDType: begins with a letter. */
const char *build_name_id(struct arena *arena, const char *origin);

/* --- model.c --- */

struct sdmx_concept *build_concept(struct builder *builder, const char *id, const struct sdmx_names *name);

/* N_("…") in the languages of the site. */
struct sdmx_names build_names(const char *message);

#endif
