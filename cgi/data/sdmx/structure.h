/*
 * structure: artefacts (dataflows, data structures, codelists, …) chosen by a query of the SDMX REST interface, and the message with them:
 * SDMX-JSON 2.0 or SDMX-ML 3.0.
 *
 *	/sdmx/v2/structure/{artefactType}/{agencyID}/{resourceID}/{version}/{itemID}?references=…&detail=…
 *
 * Besides what model.h tells there are here: AGENCIES, of which the maintainer is SDMX, as of every list of agencies of the first rank, and
 * which is partial: only ALMATY is told; a category scheme, FRAMEWORKS, with a category for each framework and
 * one for the official series, and a categorisation of each dataflow (of the dataflow's id); and a data constraint of each dataflow
 * that has data (of its id too, role Actual): what there is data for.
 *
 * Names come in all languages of the site; where a format wants one of them, in the reader's.
 */
#ifndef CGI_DATA_SDMX_STRUCTURE_H
#define CGI_DATA_SDMX_STRUCTURE_H

#include "cgi/data/sdmx/ask.h"
#include "cgi/data/sdmx/available.h"
#include "indicators/base/buffer.h"

/* In the order of an SDMX-ML message. */
enum sdmx_artefact {
	SDMX_AGENCYSCHEME, SDMX_CATEGORISATION, SDMX_CATEGORYSCHEME, SDMX_CODELIST, SDMX_CONCEPTSCHEME, SDMX_DATACONSTRAINT, SDMX_DATAFLOW,
	SDMX_DATASTRUCTURE, SDMX_ARTEFACTS
};

enum sdmx_mark { SDMX_LEFT_OUT, SDMX_REFERENCED, SDMX_ASKED };

/* How much of an artefact: all; what it is called; with its description too. */
enum sdmx_detail { SDMX_FULL, SDMX_STUB, SDMX_COMPLETE_STUB };

/*
 * Which artefacts go into a message. An artefact is known by its type and an index: of a codelist among model->codelists; of a dataflow,
 * its data structure, data constraint and categorisation among model->flows; 0 of the others.
 */
struct sdmx_artefacts {
	const struct sdmx_model *model;
	struct arena *arena;
	const char *language;
	const char *prefix;                      /* of the audience, before addresses: "", "/donors" */
	unsigned char *marks[SDMX_ARTEFACTS];    /* enum sdmx_mark, by index */
	enum sdmx_detail asked, referenced;
	bool partial;                            /* referenced item schemes: only with what the message uses */
	const char *items;                       /* of the item schemes asked for: those of this list; "" all */
	const struct sdmx_available *available;  /* what the data constraints say; a dataflow that is not there has none */
	size_t available_count;
	bool of_structure;                       /* the constraints are those of the data structures */
};

struct sdmx_structure_path {
	const char *type, *agency, *resource, *version, *item; /* "" where left out */
};

/*
 * What a structure query takes. ERR_INVALID: what can't be read, or an unknown value; ERR_NOT_FOUND: no such artefact, with those that there
 * are. Parameters that format, lang and the like have are not looked at.
 */
MUST_USE enum err sdmx_structure_ask(struct arena *arena, struct database *snapshot, const struct sdmx_model *model,
	const struct sdmx_structure_path *path, const struct sdmx_pair *pairs, size_t count, struct sdmx_artefacts *artefacts, struct error *error);

/* What references=… of a list of concrete types or a keyword adds to what is marked already. ERR_INVALID for another value. */
MUST_USE enum err sdmx_structure_references(struct sdmx_artefacts *artefacts, const char *references, struct error *error);

/* Nothing marked yet. */
void sdmx_artefacts_init(struct sdmx_artefacts *artefacts, struct arena *arena, const struct sdmx_model *model);

/* The message. `format` is SDMX_FORMAT_JSON or SDMX_FORMAT_XML. */
MUST_USE enum err sdmx_write_structure(const struct sdmx_artefacts *artefacts, enum sdmx_format format, struct buffer *out, struct error *error);

/*
 * The availability message: a data constraint for each of `available`, and what `references` (as of an availability query: none, all, or
 * codelist, conceptscheme, dataflow, datastructure, several with commas between) adds.
 */
MUST_USE enum err sdmx_write_availability(struct arena *arena, const struct sdmx_model *model, const char *language, const char *prefix,
	const struct sdmx_available *available, size_t count, bool of_structure, const char *references, enum sdmx_format format,
	struct buffer *out, struct error *error);

/* --- for the writers --- */

size_t sdmx_artefact_count(const struct sdmx_model *model, enum sdmx_artefact type);
const char *sdmx_artefact_agency(enum sdmx_artefact type);     /* who maintains it: SDMX_AGENCY, but for the agency scheme */
const char *sdmx_artefact_id(const struct sdmx_model *model, enum sdmx_artefact type, size_t index);
const struct sdmx_names *sdmx_artefact_name(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index);
const struct sdmx_names *sdmx_artefact_description(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index);
const char *sdmx_artefact_type_name(enum sdmx_artefact type);  /* "dataflow", as in addresses */
bool sdmx_artefact_type_named(const char *name, enum sdmx_artefact *type);
bool sdmx_artefact_type_is_elsewhere(const char *name);        /* a type of the standard that there is nothing of here */
const char *sdmx_artefact_type_names(struct arena *arena);     /* "agencyscheme, …" */
bool sdmx_artefact_is_there(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index);
const char *sdmx_artefact_urn(struct arena *arena, const struct sdmx_model *model, enum sdmx_artefact type, size_t index);
enum sdmx_detail sdmx_artefact_detail(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index);

/* Whether an item of an item scheme goes into the message, and whether that leaves any out. */
bool sdmx_item_wanted(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index, const char *item);
bool sdmx_is_partial(const struct sdmx_artefacts *artefacts, enum sdmx_artefact type, size_t index);

/* What a data constraint says; NULL where there is none. */
const struct sdmx_available *sdmx_available_of(const struct sdmx_artefacts *artefacts, size_t flow);

/* Categories: one a framework, and OFFICIAL. The category of a flow, and what it is called. */
size_t sdmx_category_count(const struct sdmx_model *model);
const char *sdmx_category_id(const struct sdmx_model *model, size_t category, const struct sdmx_names **name);
size_t sdmx_flow_category(const struct sdmx_model *model, const struct sdmx_flow *flow);

MUST_USE enum err sdmx_write_structure_json(const struct sdmx_artefacts *artefacts, struct buffer *out, struct error *error);
MUST_USE enum err sdmx_write_structure_ml(const struct sdmx_artefacts *artefacts, struct buffer *out, struct error *error);

#endif
