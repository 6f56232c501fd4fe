/*
 * sdg: what the pages of SDG goals and targets, of a government, and the report share: official series with both verdicts beside the
 * governments' own answers. All figures are rows of the snapshot; sdg_words.c says in sentences what they are made of.
 */
#ifndef CGI_DASHBOARD_SDG_H
#define CGI_DASHBOARD_SDG_H

#include "cgi/dashboard/dashboard.h"

/* Both verdicts on one official series of one participant, by the breakdown that stands for it. */
struct sdg_verdict {
	bool there;
	bool neutral;          /* not judged: a figure and a trend, no verdict */
	const char *dims;
	const char *status;    /* METHODS 3a */
	const char *reason;
	int64_t un_class;      /* METHODS 3b: 3, 2, 1; 0 none */
	int64_t year;          /* of the newest value */
	const char *text;      /* that value as its source wrote it, or NULL */
	int64_t base_year;     /* in use; 0: none */
	int64_t first_year;    /* that the series' catalogue entry asks for */
	double base, current;  /* base: 0.001 where it is 0 */
	double target;         /* NaN: no number was agreed */
	int64_t target_year, method;
	double progress, ratio, growth, growth_needed, natural_c;
	bool zero_base, zero_target, guard;
	const char *difference; /* methods/verdicts.h */
};

/* One series of a target. */
struct sdg_line {
	const char *target, *series;
	const char *superseded_by;     /* the series that took its place: not counted with the others of the target; or NULL */
	struct sdg_verdict *verdicts;  /* by participant */
};

struct sdg_lines {
	struct sdg_line *list;
	size_t count;
};

/* The judged series of a target together, of one participant. */
struct sdg_together {
	const char *target, *participant, *status;
	double score;
	int64_t judged, series;
};

struct sdg_togethers {
	struct sdg_together *list;
	size_t count;
};

/* A participant's own answers to a target's indicators; the region's is that of participant "". */
struct sdg_compliance {
	const char *target, *participant, *period, *status;
	double score;
	int64_t n, possible, needed;
};

struct sdg_compliances {
	struct sdg_compliance *list;
	size_t count;
};

/* An indicator of a target without a score of a participant. */
struct sdg_gap {
	const char *target, *participant, *indicator;
	const char *status;    /* NULL: no answer that this audience sees */
	bool suppressed;
};

struct sdg_gaps {
	struct sdg_gap *list;
	size_t count;
};

struct sdg_target {
	const char *code;      /* NULL: there is none of that code */
	const char *title, *goal, *goal_title;
};

/* All of it, for one framework and period. */
struct sdg_view {
	const struct framework *framework;
	struct names participants;
	struct sdg_lines lines;
	struct sdg_togethers togethers;
	struct sdg_compliances compliances;
	struct sdg_gaps gaps;
};

/* `period` NULL: the newest one. */
enum err sdg_view_read(struct request *request, const struct framework *framework, const char *period, struct sdg_view *view,
	struct error *error) MUST_USE;

/* The framework and target that the address names. target->code is NULL where one is not there: the response is a 404 that says which there are. */
enum err sdg_target_asked(struct request *request, struct response *response, struct framework *framework, struct sdg_target *target,
	struct error *error) MUST_USE;

enum err sdg_lines_read(struct request *request, const struct names *participants, struct sdg_lines *lines, struct error *error) MUST_USE;
enum err sdg_compliances_read(struct request *request, const char *framework, const char *period, struct sdg_compliances *all,
	struct error *error) MUST_USE;
const struct sdg_compliance *sdg_compliance_of(const struct sdg_compliances *all, const char *target, const char *participant);
const struct sdg_line *sdg_line_of(const struct sdg_lines *lines, const char *series);

/* The breakdown that stands for the series of most participants; "" where there is none. */
const char *sdg_main_dims(const struct sdg_view *view, const char *series);
const struct sdg_together *sdg_together_of(const struct sdg_togethers *all, const char *target, const char *participant);

/* --- in words and signs --- */

/* Of all three cells: `label` names the cell where a telephone turns rows into blocks; NULL: what kind of cell it is.
 *
 * A table cell (verdict.tpl) at `part`: both verdicts, each with its sign and words, or what there is instead; the way to its explanation;
 * and where the verdicts differ a sign that leads to `why` (an address; NULL: to nowhere). */
void sdg_show_verdict(struct request *request, struct template_dict *row, enum template_key part, const struct sdg_verdict *verdict,
	const struct framework *framework, const char *series, const char *participant, const char *why, const char *label);

/* The Open SDG verdict on a whole target as a table cell (verdict_together.tpl); NULL: no data. */
void sdg_show_together(struct request *request, struct template_dict *row, enum template_key part, const struct sdg_together *together,
	const char *label);

/* Own answers as a table cell (compliance.tpl): the score, or "insufficient data" with how many there are and are needed, and the way to
 * how it came about; NULL: not asked. */
void sdg_show_compliance(struct request *request, struct template_dict *row, enum template_key part, const struct framework *framework,
	const struct sdg_compliance *compliance, const char *label);

/* Why the two verdicts may differ in this series: a sentence with its figures; "" where they don't. */
const char *sdg_why_differ(struct arena *arena, const struct sdg_verdict *verdict);

/* For paper: the kinds of difference that occur, in order, each with a number beside the verdicts and once in words below. */
struct sdg_reasons {
	const char *kinds[8];          /* methods/verdicts.h */
	size_t count;
};

/* K_DIFFERS with K_NUMBER at `row` where the verdicts differ. */
void sdg_mark_reason(struct template_dict *row, struct sdg_reasons *reasons, const struct sdg_verdict *verdict);

/* K_DIFFERENCES of `part` with a K_DIFFERENCE_ITEM (K_NUMBER, K_TEXT) for each; nothing where there is none. */
void sdg_show_reasons(struct template_dict *part, const struct sdg_reasons *reasons);

/* What else has to be known of how it was judged, one section with K_TEXT each: a zero that counts as 0.001, a later base year, a base
 * that had passed its target, a change of sign. */
void sdg_show_notes(struct request *request, struct template_dict *row, enum template_key section, const struct sdg_verdict *verdict);

/* "↗ Moderate progress" and "↗ Fair progress, but acceleration needed", for lines of text. */
const char *sdg_verdict_words(struct arena *arena, const char *status);
const char *sdg_class_words(struct arena *arena, int64_t un_class);

/* Both in one line: "↗ Moderate progress · UN chart: ↑ On track or target met"; or why there is none. */
const char *sdg_verdict_line(struct arena *arena, const struct sdg_verdict *verdict);

/* --- parts of pages --- */

/* Own answers, series together and each series, by government: sdg_matrix.tpl at `part`. The list of what is missing for scores, and of
 * why verdicts differ, with `reasons`. */
enum err sdg_matrix(struct request *request, struct template_dict *page, enum template_key part, const struct sdg_view *view,
	const char *target, bool own, bool reasons, struct error *error) MUST_USE;

/* What is missing where a government has no score for a target, one section K_MISSING_ITEM each; participant NULL: of all. */
void sdg_show_missing(struct request *request, struct template_dict *part, const struct sdg_view *view, const char *target, const char *participant);

/* The official series of a target, a short entry each: what it is, a chart, how the governments stand, and the way to its own page. */
enum err sdg_entries(struct request *request, struct template_dict *page, const struct sdg_view *view, const char *target,
	struct error *error) MUST_USE;

/* The vintages that official values come from: "2020-10, 2023-12". */
enum err sdg_vintages(struct request *request, const char **text, struct error *error) MUST_USE;

#endif
