/*
 * dashboard: pages of one snapshot. What the pages share: looking things up, and saying that there is no such thing.
 *
 * Pages read rows and write them down in words; no page computes a statistic. All texts and lists live in the request's arena.
 * Everything that depends on an audience was decided when the snapshot was written: a page shows whatever is there.
 */
#ifndef CGI_DASHBOARD_DASHBOARD_H
#define CGI_DASHBOARD_DASHBOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "snapshot_statements.h"
#include "cgi/web/web.h"

struct framework {
	const char *code;      /* NULL: there is none of that code */
	const char *title;
	int64_t minimum_reporting;
	const char *source;    /* who published its answers outside; NULL: governments give and clear them here */
	bool hidden;           /* some of its answers are not for this audience */
};

struct name {
	const char *code;
	const char *title;
};

struct names {
	struct name *list;
	size_t count;
};

struct period_row {
	const char *code;
	const char *released_at;
	const char *basis;
	int64_t n_expected;
};

struct periods {
	struct period_row *list;
	size_t count;
};

enum err framework_read(struct request *request, const char *code, struct framework *framework, struct error *error) MUST_USE;

/* Whether what is not there is not in the framework's source either: it has one, and nothing of it is kept from this audience. */
bool framework_is_whole(const struct framework *framework);

/* What is said of an answer that is not there: kept back, never given, or not in the source; and at length. In the current language. */
const char *framework_no_answer(const struct framework *framework);
const char *framework_why_no_answer(const struct framework *framework);

enum err periods_read(struct request *request, const char *framework, struct periods *periods, struct error *error) MUST_USE;

/* Participants in alphabetical order: all, or those expected in a period. */
enum err participants_read(struct request *request, struct names *names, struct error *error) MUST_USE;
enum err expected_read(struct request *request, const char *framework, const char *period, struct names *names, struct error *error)
	MUST_USE;
enum err domains_read(struct request *request, const char *framework, struct names *names, struct error *error) MUST_USE;

/* What the letters beside official values mean: "c" → "Country data". */
enum err natures_read(struct request *request, struct names *names, struct error *error) MUST_USE;

/* The place of a code, or names->count. */
size_t names_find(const struct names *names, const char *code);

/* The title of a code, or the code itself. */
const char *names_title(const struct names *names, const char *code);

/* The place of a period, or periods->count; "" asks for the newest. */
size_t periods_find(const struct periods *periods, const char *code);

/* All texts of one thing ("indicator", "ihr/SPAR01/1"), by part. */
struct texts {
	struct name *list; /* code: the part */
	size_t count;
};
enum err texts_read(struct request *request, const char *kind, const char *code, struct texts *texts, struct error *error) MUST_USE;
const char *texts_get(const struct texts *texts, const char *part); /* "" where there is none */
const char *texts_getf(const struct texts *texts, const char *format, ...) PRINTF_LIKE(2, 3);

/* The title of one thing, in *text; the code where it has none. */
enum err title_read(struct request *request, const char *kind, const char *code, const char **text, struct error *error) MUST_USE;

/* --- pages --- */

/* A page whose links begin with K_PREFIX and K_FRAMEWORK, with links to its data at the end. framework may be NULL. */
struct template_dict *page_new(struct request *request, struct response *response, const char *body, const char *title,
	const struct framework *framework);

/* Sets K_PREFIX and K_FRAMEWORK of an included part. */
void page_links(struct template_dict *part, const struct request *request, const struct framework *framework);

/* For paper: the run, when it was made, the versions of its methods and for whom, as K_RUN, K_MADE_AT, K_METHOD_VERSIONS and K_FOR_…. */
enum err page_run(struct request *request, struct template_dict *page, struct error *error) MUST_USE;

/* The choice among periods at `part`; `path` is the page's own, without prefix. */
void page_periods(struct template_dict *body, enum template_key part, struct request *request, const struct periods *periods,
	size_t chosen, const char *path);

/* A score as a table cell at `part`: its band in words and number, or the words that say why there is none. */
void page_score(struct template_dict *row, enum template_key part, struct request *request, double score, const char *why_none);

/* The same with the change since a period; NaN where there is none. */
void page_score_change(struct template_dict *row, enum template_key part, struct request *request, double score, const char *why_none,
	double change, const char *since);

/* 404 with what is wrong and, link by link, what there is. */
struct template_dict *missing_page(struct request *request, struct response *response, const char *sentence, const char *there_is);
void missing_link(struct template_dict *page, const char *href, const char *text);
enum err missing_framework(struct request *request, struct response *response, struct error *error) MUST_USE;
enum err missing_period(struct request *request, struct response *response, const struct framework *framework,
	const struct periods *periods, const char *path, struct error *error) MUST_USE;
enum err missing_participant(struct request *request, struct response *response, const struct framework *framework,
	struct error *error) MUST_USE;
enum err missing_indicator(struct request *request, struct response *response, const struct framework *framework,
	struct error *error) MUST_USE;

/* --- parts that two pages share --- */

/* The overview's body (overview_part.tpl) at `part`, for one framework and period. */
enum err overview_part(struct request *request, struct template_dict *body, enum template_key part, const struct framework *framework,
	const struct periods *periods, size_t period, struct error *error) MUST_USE;

/* "Women, under 18 years" for "age=lt18y;sex=female"; "" for no dimensions. */
struct dimensions {
	struct names texts;    /* "sex=female" → "Female" */
	struct names totals;   /* "sex=bothsex" */
};
enum err dimensions_read(struct request *request, struct dimensions *dimensions, struct error *error) MUST_USE;
const char *dimensions_text(struct arena *arena, const struct dimensions *dimensions, const char *dims);

/* How many of its codes are no totals: the fewest stand for the series. */
size_t dimensions_depth(struct arena *arena, const struct dimensions *dimensions, const char *dims);

web_handler page_home, page_overview, page_indicators, page_indicator, page_countries, page_country, page_country_profile, page_sdg, page_target, page_series,
	page_explain, page_explain_domain, page_explain_score, page_explain_compliance, page_explain_compliance_one, page_explain_breakdown,
	page_compare, page_explain_sdg, page_methods, page_report, page_report_annex, page_releases, page_release, page_data, page_chart_svg, page_chart_png, page_embed;

#endif
