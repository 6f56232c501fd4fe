/*
 * report: the regional report of one round for one audience, /{framework}/report?period=…: a page to read, and the source of the PDF.
 *
 * It is read once into a struct report, and each chapter writes down what it says of it. All of it comes from the audience's snapshot, so
 * there is nothing in a report that its audience may not see. The chapters have no links but those within the report, since the file
 * stands alone. Governments are alphabetical; nobody is ranked.
 */
#ifndef CGI_DASHBOARD_REPORT_H
#define CGI_DASHBOARD_REPORT_H

#include "cgi/dashboard/dashboard.h"

/* A regional figure and the one of the last period with data on the same questions. */
struct report_figure {
	const char *status;      /* ok, withheld, none; "" where there is no row */
	int64_t n_reporting, n_expected;
	double mean, median, min, max, q1, q3;
	const char *earlier;     /* its period, or NULL */
	double earlier_mean;
	int64_t earlier_n;
};

struct report_domain {
	const char *code;        /* "": all of them together */
	const char *title, *description;
	struct report_figure figure;
};

struct report_indicator {
	const char *domain, *code, *type, *direction, *title, *unit;
	bool banded;             /* its score is told in a band */
	struct report_figure figure;
	double pooled, sum;
	int64_t n_hidden;
};

struct report_answer {
	const char *status;      /* NULL: none that this audience may see */
	bool suppressed;
	double value, numerator, denominator, score;
	const char *carried_from, *reason, *source, *note; /* or NULL */
	int64_t since;           /* number of the release that published it as it stands */
	const char *old_status;  /* of what a correction replaced, or NULL */
	double old_value;
};

/* A government's score of a domain. */
struct report_score {
	bool there;
	double score;            /* NaN: too few answers */
	int64_t n_scored, n_possible;
};

struct report_trend {
	bool there;
	double mean, low, high;
	int64_t n_reporting;
	const char *status, *basis;
};

struct report_coverage {
	int64_t reported, not_available, not_applicable, expected;
};

/* Governments beside each other in one table, as many as a lying page holds; more of them are further tables. */
#define REPORT_COLUMNS 8

struct report {
	struct request *request;
	const struct framework *framework;
	struct periods periods;  /* up to the report's own: a report tells of no later round */
	const char *period;
	struct names participants;
	struct { struct report_domain *list; size_t count; } domains;       /* "" first */
	struct { struct report_indicator *list; size_t count; } indicators; /* by domain, in the order of the catalogue */
	struct report_answer *answers;     /* indicator i, participant p: [i * participants.count + p] */
	struct report_coverage *coverage;  /* by participant */
	struct report_score *scores;       /* domain d, participant p: [d * participants.count + p] */
	struct report_trend *trend;        /* domain d, period p: [d * periods.count + p] */
};

/* Everything but the SDG chapter's rows. */
MUST_USE enum err report_read(struct report *report, struct error *error);

const struct report_answer *report_answer(const struct report *report, size_t indicator, size_t participant);

/* A mean, median or end of a spread as it is published: whole for scores, one decimal for the rest. "–" for none. */
const char *report_number(const struct report *report, bool whole, double value);

/* Why there is no regional figure. */
const char *report_why(const struct report *report, const struct report_figure *figure);

/* "+4 since 2024", "unchanged since 2024", or NULL where nothing can be compared. */
const char *report_change(const struct report *report, const struct report_figure *figure, bool whole);

/* Why there is no value: suppressed, not available, not applicable, no answer shown or none in the source. */
const char *report_absence(const struct report *report, const struct report_answer *answer);

/* A cell at `part`: report_cell.tpl. The band stands for the score; NaN has none. `small` may be "". */
void report_cell(struct template_dict *row, enum template_key part, double score, const char *text, const char *small);

/* The chapters, each at its place in report.tpl. */
void report_summary(const struct report *report, struct template_dict *page);
void report_domains(const struct report *report, struct template_dict *page);
void report_trends(const struct report *report, struct template_dict *page);
MUST_USE enum err report_sdg(const struct report *report, struct template_dict *page, struct error *error);
MUST_USE enum err report_methods(const struct report *report, struct template_dict *page, struct error *error);
void report_annex(const struct report *report, struct template_dict *page);

#endif
