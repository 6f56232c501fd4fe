/*
 * model: what a snapshot offers as SDMX 3.0: dataflows, their data structures, codelists and concepts, and the observations.
 *
 * Everything is built from the snapshot: frameworks, indicators, breakdowns, participants and series are data, not constants. There are
 *
 *	ANSWERS_X      what governments answered        FREQ . REF_AREA . INDICATOR . TIME_PERIOD
 *	BREAKDOWNS_X   counts by sex, age, …            FREQ . REF_AREA . INDICATOR . one for each breakdown . TIME_PERIOD; by one at a time,
 *	               the others _T; the whole count is _T in all
 *	REGIONAL_X     the region's statistics          FREQ . REF_AREA . INDICATOR . STATISTIC . TIME_PERIOD
 *	DOMAINS_X      scores of domains, both          FREQ . REF_AREA . DOMAIN . STATISTIC . TIME_PERIOD
 *	ITEMS_X        how many meet an item of a      FREQ . REF_AREA . INDICATOR . ITEM . TIME_PERIOD
 *	               checklist
 *	COVERAGE_X     how much was answered           FREQ . REF_AREA . ANSWER . TIME_PERIOD; the whole is _T
 *	COMPLIANCE_X   compliance by SDG target         FREQ . REF_AREA . SDG_TARGET . TIME_PERIOD
 *	OFFICIAL       official series of the UN        FREQ . REF_AREA . SERIES . one for each dimension of theirs . TIME_PERIOD
 *	PROGRESS       progress of those series         the same; TIME_PERIOD is the year of the current value
 *
 * one X for each framework (IHR, TRAFFICKING). BREAKDOWNS_X, ITEMS_X and COMPLIANCE_X are there only where the framework has such things. A dataflow
 * and its data structure have the same id. The agency is ALMATY, the version of everything 1.0: the standard's two-part versions are those
 * of artefacts that may change, as a catalogue does.
 *
 * The measure of each is OBS_VALUE. Numbers that belong to the same observation and share its status are further measures (NUMERATOR,
 * DENOMINATOR and SCORE of an answer, SHARE of a part). The region's statistics are a dimension instead: each has a unit and a status of its own, and is a
 * series that can be asked for alone.
 *
 * What is not a plain figure, in OBS_STATUS and CONF_STATUS, by the codes of the SDMX cross-domain codelists:
 *
 *	zero             OBS_VALUE 0     A  F
 *	suppressed       no OBS_VALUE    Q  C    disclosure control; C for primary and secondary alike, since which it is would tell a range
 *	withheld         no OBS_VALUE    Q  N    the whole breakdown, or the statistic of too few
 *	missing          no OBS_VALUE    O  F    expected, but there is nothing that this audience may see; or not enough to compute it
 *	not available    no OBS_VALUE    L  F    the government says that it has no such figure; its reason in REASON
 *	not applicable   no OBS_VALUE    M  F    … that there can be none
 *	carried forward  OBS_VALUE       I  F    from CARRIED_FROM
 *	estimated        OBS_VALUE       E  F    official series: estimated or modelled
 *	any other        OBS_VALUE       A  F
 *
 * Ids. Codes of catalogues become upper-case letters, digits, _ and -; anything else an underscore; where two would become the same, the
 * later one gets _2. `origin` keeps the catalogue's own code. _T is the total (all participants, all ages), _Z "does not apply here".
 *
 * All of a model lives in the arena given and points into nothing else.
 */
#ifndef CGI_DATA_SDMX_MODEL_H
#define CGI_DATA_SDMX_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/arena.h"
#include "indicators/base/error.h"
#include "indicators/store/database.h"

#define SDMX_AGENCY "ALMATY"
#define SDMX_VERSION "1.0"
#define SDMX_CONCEPTS "CONCEPTS"     /* the one concept scheme */
#define SDMX_TOTAL "_T"
#define SDMX_NOT_APPLICABLE "_Z"

/* A text in the languages of the site, in the order of i18n_languages; NULL where there is none. The first (English) is always there. */
#define SDMX_LANGUAGES 8
struct sdmx_names {
	const char *text[SDMX_LANGUAGES];
};

struct sdmx_code {
	const char *id;                  /* an SDMX IDType */
	const char *origin;              /* as the snapshot has it; "" for codes that only SDMX has */
	struct sdmx_names name;
	struct sdmx_names description;   /* text[0] NULL: none */
};

struct sdmx_codelist {
	const char *id;                  /* "CL_INDICATOR_IHR" */
	struct sdmx_names name;
	struct sdmx_code *codes;
	size_t count;
};

struct sdmx_concept {
	const char *id;                  /* an SDMX NCNameIDType */
	struct sdmx_names name;
	struct sdmx_names description;   /* text[0] NULL: none */
};

enum sdmx_role { SDMX_DIMENSION, SDMX_TIME, SDMX_MEASURE, SDMX_ATTRIBUTE };

enum sdmx_type {
	SDMX_CODED,      /* `codelist` is not NULL */
	SDMX_TEXT,       /* words of people: anything, lines too */
	SDMX_NUMBER,     /* a double: digits, a point, maybe an exponent, as JSON and xs:double have them */
	SDMX_INTEGER,
	SDMX_FLAG,       /* "true" or "false" */
	SDMX_PERIOD      /* an observational time period: 2025, 2025-S1, 2025-T1, 2025-Q3, 2025-07 */
};

struct sdmx_component {
	const char *id;                  /* an SDMX NCNameIDType: also an XML attribute and a CSV column. Mostly its concept's id, not always */
	const struct sdmx_concept *concept;
	enum sdmx_role role;
	enum sdmx_type type;
	const struct sdmx_codelist *codelist;
	bool on_dataset;                 /* attributes: one value for the whole data set (RUN, AUDIENCE, METHODS), else one an observation */
	bool mandatory;                  /* attributes: always has a value */
	bool of_value;                   /* attributes: of the measure OBS_VALUE only (UNIT_MEASURE) */
	/* How rows are read: from a column of the flow's statement; or, where `dimension` is not NULL, what the column says of that dimension. */
	int column;
	const char *dimension;           /* the catalogue's name of a breakdown or of a dimension of official series */
	const char *constant;            /* the value of every row; `column` does not count */
};

enum sdmx_kind { SDMX_ANSWERS, SDMX_BREAKDOWNS, SDMX_REGIONAL, SDMX_DOMAINS, SDMX_ITEMS, SDMX_COVERAGE, SDMX_COMPLIANCE, SDMX_OFFICIAL, SDMX_PROGRESS };

struct sdmx_flow {
	const char *id;
	enum sdmx_kind kind;
	const char *framework;           /* as the snapshot has it; NULL for OFFICIAL and PROGRESS */
	struct sdmx_names name;
	struct sdmx_names description;
	/*
	 * In this order: dimensions (their position in a key), the time dimension, measures (OBS_VALUE first), attributes. So a key of the
	 * REST interface has dimension_count parts, components[0] to components[dimension_count - 1], and components[dimension_count] is
	 * TIME_PERIOD.
	 */
	struct sdmx_component *components;
	size_t count;
	size_t dimension_count;          /* without the time dimension */
	size_t measure_count;
};

struct sdmx_framework {
	const char *code;                /* as the snapshot has it */
	const char *id;                  /* the X of ANSWERS_X */
	struct sdmx_names title;
};

struct sdmx_model {
	const char *run, *audience, *made_at, *methods;  /* the snapshot's; made_at as "2026-11-25T20:59:40Z" */
	struct sdmx_flow *flows;
	size_t flow_count;
	struct sdmx_codelist *codelists;
	size_t codelist_count;
	struct sdmx_concept *concepts;
	size_t concept_count;
	struct sdmx_framework *frameworks;
	size_t framework_count;
	size_t language_count;           /* of the site: i18n_languages[0] … */
};

/* The model of an open snapshot. */
MUST_USE enum err sdmx_model_read(struct database *snapshot, struct arena *arena, struct sdmx_model **model, struct error *error);

/* By id; NULL where there is none. */
const struct sdmx_flow *sdmx_flow_find(const struct sdmx_model *model, const char *id);
const struct sdmx_codelist *sdmx_codelist_find(const struct sdmx_model *model, const char *id);
const struct sdmx_code *sdmx_code_find(const struct sdmx_codelist *codelist, const char *id);

/* The index among `flow->components`; flow->count where there is none of that id. */
size_t sdmx_component_find(const struct sdmx_flow *flow, const char *id);

/* The text in a language ("ru"), else in English. */
const char *sdmx_name(const struct sdmx_names *names, const char *language);

/* "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=ALMATY:ANSWERS_IHR(1.0)", and its data structure's. In the arena. */
const char *sdmx_flow_urn(struct arena *arena, const struct sdmx_flow *flow);
const char *sdmx_structure_urn(struct arena *arena, const struct sdmx_flow *flow);

/* "ANSWERS_IHR, BREAKDOWNS_TRAFFICKING, …", for the sentence that says what there is. */
const char *sdmx_flow_ids(const struct sdmx_model *model, struct arena *arena);

/*
 * The observations of a flow, all of them, series by series: those of one key stand together, in the order of time. A row has a value for
 * each of flow->components, at the same index: the lexical form that CSV, JSON and XML share (numbers with a point and all their digits, so
 * that a number is valid JSON as it is), codes as the codelist's ids; NULL where there is none. Dimensions are never NULL.
 *
 *	struct sdmx_rows *rows = sdmx_rows_open(flow, snapshot, arena);
 *	while (sdmx_rows_next(rows))
 *		puts(rows->values[0]);
 *	return sdmx_rows_end(rows, error);
 */
struct sdmx_rows {
	const char *const *values;       /* flow->count of them, valid until the next call */
	struct sdmx_reader *reader;
};

struct sdmx_rows *sdmx_rows_open(const struct sdmx_flow *flow, struct database *snapshot, struct arena *arena);
bool sdmx_rows_next(struct sdmx_rows *rows);
MUST_USE enum err sdmx_rows_end(struct sdmx_rows *rows, struct error *error);

#endif
