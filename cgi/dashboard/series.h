/*
 * series: an official series as the snapshot has it: what it is, its values, its breakdowns. Its own page, that of its target, its
 * explanation and its chart read it here. What the values come to (verdicts) is in sdg.h.
 */
#ifndef CGI_DASHBOARD_SERIES_H
#define CGI_DASHBOARD_SERIES_H

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/dashboard.h"

struct series {
	const char *code, *indicator, *target, *title, *unit;
	const char *direction;
	bool neutral;          /* not judged */
	double goal_value;     /* NaN: no number was agreed */
	double natural_limit;  /* NaN: none */
	int64_t goal_year, base_year;
	const char *superseded_by; /* the series that took its place, or NULL */
};

struct series_list {
	struct series *list;
	size_t count;
};

/* Those of a target by indicator and code, or one; NULL asks for all. */
enum err series_read(struct request *request, const char *target, const char *code, struct series_list *all, struct error *error) MUST_USE;

/* By breakdown, participant and year. Texts are as the source wrote them. */
struct series_value {
	const char *dims, *participant, *text, *nature, *vintage;
	int64_t year;
	double value;          /* NaN: the source wrote no number */
};

struct series_values {
	struct series_value *list;
	size_t count;
};

enum err series_values_read(struct request *request, const char *series, struct series_values *values, struct error *error) MUST_USE;

/* The breakdowns that there are, with their words; `main` is the first where it is among them. */
void series_breakdowns(struct arena *arena, const struct dimensions *dimensions, const struct series_values *values, const char *main,
	struct names *found);

/* The years that a breakdown spans; false where it has no value. */
bool series_span(const struct series_values *values, const char *dims, int64_t *first, int64_t *last);

/* The points of one participant in one breakdown, with a gap where a year is missing; returns how many. `points` has room for all values. */
size_t series_points(struct arena *arena, const struct series_values *values, const char *dims, const char *participant, struct chart_point *points);

/* The target to be drawn, with its words; NULL where no number was agreed, and of what is not judged. */
const struct chart_goal *series_goal(struct arena *arena, const struct series *series);

/* What it is in a line: K_CODE, K_NUMBER, K_TITLE, K_UNIT, K_DIRECTION, K_HREF of its page, K_SUPERSEDED, and of its target
 * K_GOAL_VALUE or K_GOAL_NONE. */
void series_show(struct request *request, struct template_dict *part, const struct framework *framework, const struct series *series);

/* K_SUPERSEDED with K_CODE and K_HREF of the series that took its place. */
void series_show_superseded(struct request *request, struct template_dict *part, const struct framework *framework, const char *target,
	const char *successor);

/* Why it is not judged: 16.2.2 counts detected victims, which may be fewer for a bad reason. */
bool series_counts_victims(const struct series *series);

/* "/trafficking/sdg/16.2/VC_HTF_DETV" with the audience's prefix. */
const char *series_href(struct request *request, const struct framework *framework, const char *target, const char *code);

#endif
