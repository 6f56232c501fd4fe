/*
 * explain: how a regional figure came about. Here the addresses of the explain pages, for every page that shows a figure, and what
 * those pages show alike; page_explain*.c put them together.
 *
 * An explain page computes nothing: the figure is a row of the snapshot. It writes its formula down with the numbers that this
 * audience may see, with enough digits that a pocket calculator comes to the same result.
 */
#ifndef CGI_DASHBOARD_EXPLAIN_H
#define CGI_DASHBOARD_EXPLAIN_H

#include "cgi/dashboard/dashboard.h"

/* --- addresses, with the request's prefix; in the arena --- */

/* The regional statistics of an indicator. */
const char *explain_indicator_href(const struct request *request, const char *framework, const char *indicator, const char *period);

/* The region's spread of a domain's scores; domain "": of the overall scores. */
const char *explain_domain_href(const struct request *request, const char *framework, const char *domain, const char *period);

/* One participant's score of a domain; domain "": its overall score. */
const char *explain_score_href(const struct request *request, const char *framework, const char *domain, const char *period,
	const char *participant);

/* Compliance with an SDG target; participant "": of the region. */
const char *explain_compliance_href(const struct request *request, const char *framework, const char *target, const char *period,
	const char *participant);

/* Why parts of an indicator's breakdowns are not shown. */
const char *explain_breakdown_href(const struct request *request, const char *framework, const char *indicator, const char *period);

/* Both verdicts on one official series; dims "" for none. */
const char *explain_progress_href(const struct request *request, const char *framework, const char *series, const char *participant,
	const char *dims);

/* --- parts of explain.tpl --- */

/* How the overall score is called in an address, where a domain has its code. */
#define EXPLAIN_OVERALL "overall"

/* What went in, as far as this audience sees it; and what did not, by the reason. */
struct explain_inputs {
	double *values;
	size_t count;
	struct explain_left_out { const char *why, *detail; struct template_dict *row; } *left_out;
	size_t left_out_count;
};
void explain_input(struct request *request, struct explain_inputs *inputs, double value);

/* A row of "what went in": title, with a link where href is not NULL; what was reported; what it enters as. Adds to the inputs. */
void explain_included(struct request *request, struct template_dict *page, struct explain_inputs *inputs, const char *href,
	const char *title, const char *value, double enters);

/* A name in the row of "what did not, and why" that is for its reason; href and detail may be NULL. */
void explain_excluded(struct request *request, struct template_dict *page, struct explain_inputs *inputs, const char *href,
	const char *title, const char *why, const char *detail);

struct explain_figure {
	double mean, median, min, max, q1, q3; /* NaN: none */
	bool hidden;    /* values that this audience may not see are in the mean: no formula with numbers */
	int decimals;   /* as pages show it */
	const char *mean_title;
};

/* The rows of formulas: mean, values in order, median, quartiles, lowest and highest. */
void explain_statistics(struct request *request, struct template_dict *page, const struct explain_inputs *inputs,
	const struct explain_figure *figure);

/* One more row: "Sum", 103, "60 + 43". Nothing where the value is NaN. */
void explain_row(struct request *request, struct template_dict *page, const char *label, double value, int decimals, const char *formula);

/* "60 + 43 + 100" of the inputs, or words where there are too many to write down. */
const char *explain_sum(struct request *request, const struct explain_inputs *inputs);

/* A number as the formulas have it. */
const char *explain_number(struct request *request, double value);

/* A sentence of the rules that were kept to. */
void explain_rule(struct template_dict *page, const char *sentence);

/* The method by its name in `meta` ("compliance") with its version, all methods, run and its moment, the newest release of the period. */
enum err explain_run(struct request *request, struct template_dict *page, const struct framework *framework, const char *period,
	const char *method, struct error *error) MUST_USE;

/* 404: there is no such figure, and the periods that have one: links made by href(request, framework, code, period). */
enum err explain_missing(struct request *request, struct response *response, const struct framework *framework, const char *code,
	size_t statement, const char *name, const char *(*href)(const struct request *, const char *, const char *, const char *),
	struct error *error) MUST_USE;

#endif
