/*
 * data: the figures of a page for machines. A page is a list of tables, a table a named statement and its columns; all of
 * them are written here as CSV (the page's first table) or JSON (all of them, with where they come from).
 *
 * CSV is RFC 4180 in UTF-8 with a header; numbers have a point and all their digits; what is not there is empty in CSV and null
 * in JSON, never 0.
 */
#ifndef CGI_DATA_DATA_H
#define CGI_DATA_DATA_H

#include "cgi/web/web.h"
#include "snapshot_statements.h"

enum column_kind { COLUMN_TEXT, COLUMN_INT, COLUMN_REAL, COLUMN_FLAG };

struct column {
	const char *name;      /* NULL ends the list */
	enum column_kind kind;
};

/* What a statement asks for. Each is bound from the request's parameter of that name, NULL where it is missing. */
enum bound {
	BOUND_FRAMEWORK = 1 << 0, BOUND_PERIOD = 1 << 1, BOUND_INDICATOR = 1 << 2, BOUND_PARTICIPANT = 1 << 3, BOUND_TARGET = 1 << 4,
	BOUND_SERIES = 1 << 5, BOUND_DIMS = 1 << 6, BOUND_LANG = 1 << 7, BOUND_DOMAIN = 1 << 8, /* "overall": the score over all */
	BOUND_CHOICE = 1 << 9 /* the comparison's: compare_bind() */
};

struct table {
	const char *name;      /* in JSON; NULL ends the list */
	size_t statement;
	unsigned bound;
	const struct column *columns;
	bool run;              /* the run's id stands in a last column, as in the exports */
};

struct data_page {
	unsigned known;        /* parameters that must name something that is there (BOUND_…); a missing period is every period */
	const struct table *tables;
};

extern const struct data_page data_home, data_overview, data_indicators, data_indicator, data_countries, data_country, data_sdg, data_target,
	data_explain, data_explain_domain, data_explain_score, data_explain_compliance, data_explain_compliance_one, data_explain_breakdown,
	data_explain_sdg, data_methods, data_compare;

/* Answers with the page as CSV or JSON, as the address ends. ERR_NOT_FOUND names what is wrong and what there is. */
enum err data_send(struct request *request, struct response *response, const struct data_page *page, struct error *error) MUST_USE;

/* Whether what the parameters name is there. */
enum err data_check(struct request *request, unsigned known, struct error *error) MUST_USE;

/* The figures of a comparison; a choice of nothing is ERR_INVALID. */
web_handler compare_get;

/* Binds $indicators, $domains, $participants and $periods as the request chose them: ",A,B,", NULL for all. */
void compare_bind(struct request *request, struct query *query);

/* The releases that this audience sees something of, newest first, as an Atom feed (RFC 4287). */
web_handler releases_feed;

#endif
