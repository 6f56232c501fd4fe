/*
 * data: the figures of a page as files. A page is a list of tables, a table a named statement and its columns (columns.h); all of them are
 * written here, by the ending of the address:
 *
 *	.csv                     the page's first table; what could be taken for a formula is neutralised (csv_words)
 *	.json                    all tables, with where they come from
 *	.xlsx                    all tables as a workbook for people (workbook.c)
 *	.csv-metadata.json       what the columns of the CSV are (CSV on the Web); -metadata.json is the same, beside the page
 *
 * CSV is RFC 4180 in UTF-8 with a header; numbers have a point and all their digits; what is not there is empty in CSV and null
 * in JSON, never 0. The routes themselves are documented by openapi.c.
 */
#ifndef CGI_DATA_DATA_H
#define CGI_DATA_DATA_H

#include <jansson.h>

#include "cgi/data/columns.h"
#include "cgi/web/web.h"
#include "snapshot_statements.h"

/* What a statement asks for. Each is bound from the request's parameter of that name, NULL where it is missing. */
enum bound {
	BOUND_FRAMEWORK = 1 << 0, BOUND_PERIOD = 1 << 1, BOUND_INDICATOR = 1 << 2, BOUND_PARTICIPANT = 1 << 3, BOUND_TARGET = 1 << 4,
	BOUND_SERIES = 1 << 5, BOUND_DIMS = 1 << 6, BOUND_NUMBER = 1 << 7, BOUND_LANG = 1 << 8,
	BOUND_DOMAIN = 1 << 9, /* "overall": the score over all */
	BOUND_CHOICE = 1 << 10 /* the comparison's: compare_bind() */
};

struct table {
	const char *name;      /* in JSON; NULL ends the list */
	const char *title;     /* of its sheet; English, translated by _() */
	size_t statement;
	unsigned bound;
	const struct row *row;
	bool run;              /* the run's id stands in a last column, as in the exports */
};

/* The `detail` of a route that answers with tables. */
struct data_page {
	const char *title;     /* English, translated by _() */
	const struct table *tables;
	bool exact;            /* its CSV is for machines, the text of `monitor export`: nothing is neutralised */
};

extern const struct data_page data_home, data_overview, data_indicators, data_indicator, data_countries, data_country, data_sdg, data_target, data_series,
	data_explain, data_explain_domain, data_explain_score, data_explain_compliance, data_explain_compliance_one, data_explain_breakdown,
	data_explain_sdg, data_methods, data_compare, data_releases, data_release, data_export_regional, data_export_answers, data_export_cells,
	data_export_coverage, data_export_items, data_export_sdg;

/* The tables of a release's file: of every one; then those of the newest, or those of one that another has replaced. */
extern const struct table release_file_tables[], release_file_newest_tables[], release_file_older_tables[];

/* All routes of the program; main.c. */
extern const struct route data_routes[];

/* --- handlers --- */

web_handler data_get;      /* a data_page, as the address ends */
web_handler compare_get;   /* the figures of a comparison; a choice of nothing is ERR_INVALID */
web_handler openapi_get;   /* /api/v1/openapi.json */
web_handler release_zip;   /* all of a release in one file */
web_handler releases_feed; /* the releases that this audience sees something of, newest first, as an Atom feed (RFC 4287) */

/* Binds $indicators, $domains, $participants and $periods as the request chose them: ",A,B,", NULL for all. */
void compare_bind(struct request *request, struct query *query);

/* --- what the writers share --- */

/* Whether what the parameters name is there. ERR_NOT_FOUND or ERR_INVALID names what is wrong and what there is. */
MUST_USE enum err data_check(struct request *request, struct error *error);

/* The rows of a table, in the language. */
struct query *data_ask(struct request *request, const struct table *table, const char *language);

/* A fact about the snapshot: "run", "audience", "made_at", "methods"; "" where there is none. */
MUST_USE enum err data_fact(struct request *request, const char *key, const char **value, struct error *error);

/* The columns of a table, with that of the run; ends with a NULL name. In the arena. */
const struct column *data_columns(struct arena *arena, const struct table *table);

/* Words for a spreadsheet: what it could take for a formula gets an apostrophe before it; a number written out is none. In the arena. */
const char *data_words(struct arena *arena, const char *text);

/* A table as CSV. `exact`: texts as they are, nothing is neutralised. */
MUST_USE enum err data_csv(struct request *request, const struct table *table, const char *language, bool exact, struct buffer *out,
	struct error *error);

/* Where the figures are from and on which terms, in the current language. */
const char *data_source(void);
const char *data_licence(void);

/* The address of the request with another ending, "/donors/ihr/index.csv"; `query` adds its parameters. */
const char *data_address(struct request *request, const char *ending, bool query);

/* A name to save the answer under, made of the address: "ihr-indicators-SPAR02.csv". */
const char *data_file_name(struct request *request, const char *ending);

/* CSV on the Web: the description of one table whose file is at `url`. NULL: no memory. */
json_t *csvw_table(struct request *request, const struct table *table, const char *url);

/* Writes the JSON into the response's body and lets go of it. */
MUST_USE enum err data_put_json(json_t *json, size_t flags, struct buffer *out, struct error *error);

/* The page's tables as a workbook. */
MUST_USE enum err workbook_send(struct request *request, struct response *response, const struct data_page *page, struct error *error);

#endif
