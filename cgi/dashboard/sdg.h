/* sdg: what the pages of SDG targets share. */
#ifndef CGI_DASHBOARD_SDG_H
#define CGI_DASHBOARD_SDG_H

#include "cgi/dashboard/dashboard.h"

/* Both verdicts on one official series of one participant. */
struct sdg_verdict {
	bool there;
	bool neutral;          /* not judged: a figure and a trend, no verdict */
	const char *status;    /* METHODS 3a */
	const char *reason;
	int64_t un_class;      /* METHODS 3b: 3, 2, 1; 0 none */
	int64_t year;          /* of the newest value */
	const char *text;      /* that value as its source wrote it, or NULL */
};

/* A table cell (verdict.tpl) at `part`, with the way to its explanation; `brief` leaves out why there is none. */
void sdg_show_verdict(struct request *request, struct template_dict *row, enum template_key part, const struct sdg_verdict *verdict,
	const struct framework *framework, const char *series, const char *participant, const char *dims, bool brief);

/* One series of a target, by its totals. */
struct sdg_line {
	const char *target, *series, *dims;
	size_t depth;                  /* of its dimensions; the fewest stand for the series */
	struct sdg_verdict *verdicts;  /* by participant */
};

struct sdg_lines {
	struct sdg_line *list;
	size_t count;
};

/* A participant's own answers to a target's indicators; the region's is that of participant "". */
struct sdg_compliance {
	const char *target, *participant, *period, *status;
	double score;
	int64_t n, possible;
};

struct sdg_compliances {
	struct sdg_compliance *list;
	size_t count;
};

enum err sdg_lines_read(struct request *request, const struct names *participants, struct sdg_lines *lines, struct error *error) MUST_USE;

/* Of one period; NULL: of the newest one. */
enum err sdg_compliances_read(struct request *request, const char *framework, const char *period, struct sdg_compliances *all,
	struct error *error) MUST_USE;
const struct sdg_compliance *sdg_compliance_of(const struct sdg_compliances *all, const char *target, const char *participant);

/* One official series on the page of its target: chart, table, verdicts, breakdowns, revisions. */
struct sdg_series {
	const char *code, *indicator, *title, *unit;
	const char *direction;
	double goal_value;     /* NaN: no number was agreed */
	int64_t goal_year, base_year;
};

enum err sdg_show_series(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct names *participants, const struct dimensions *dimensions, const struct names *natures, const struct sdg_series *series,
	struct error *error) MUST_USE;

#endif
