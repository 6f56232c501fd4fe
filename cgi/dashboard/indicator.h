/* indicator: what the page of one indicator shows, part by part; page_indicator.c puts them together. */
#ifndef CGI_DASHBOARD_INDICATOR_H
#define CGI_DASHBOARD_INDICATOR_H

#include "cgi/dashboard/dashboard.h"

struct indicator {
	const char *code;
	int64_t version;
	bool current;
	const char *domain, *type, *unit, *direction;
	int64_t levels;
	const char *first_period, *last_period;
	struct texts texts;
	int64_t versions;      /* how many there are */
};

/* Columns of the statement indicator_answers. */
enum { ANSWER_PARTICIPANT, ANSWER_TITLE, ANSWER_STATUS, ANSWER_VALUE, ANSWER_NUMERATOR, ANSWER_DENOMINATOR, ANSWER_SCORE, ANSWER_SUPPRESSED,
	ANSWER_CARRIED, ANSWER_REASON, ANSWER_SOURCE, ANSWER_NOTE };

/* Whether answers are judged by a score with a band: numbers and rates have none, and where less is better a low score is good news. */
bool indicator_is_banded(const char *type, const char *direction);

/* The newest version. indicator->code is NULL where there is none. */
enum err indicator_read(struct request *request, const char *framework, const char *code, struct indicator *indicator, struct error *error)
	MUST_USE;

/* Measures, guidance, evidence, levels, items, instruments, agency, SDG targets, neighbours. */
enum err indicator_definition(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error) MUST_USE;

/* The versions of the definition, where there is more than one, and what each changed. */
enum err indicator_version_list(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error) MUST_USE;

/* The regional figure of a period. */
struct region {
	bool there;
	int64_t version, n_reporting, n_expected, n_hidden;
	bool hidden_included;
	double mean, median, min, max, q1, q3, pooled, sum;
	const char *status;
	const char *type;      /* of that version */
};
enum err indicator_region(struct request *request, const struct framework *framework, const struct indicator *indicator, const char *period,
	struct region *region, struct error *error) MUST_USE;

/* Where each government stands in a period, in alphabetical order: all that were expected; value NaN where none is shown. */
struct stand {
	const char *code, *title;
	bool given;
	double value;
};
struct stands {
	struct stand *list;
	size_t count, given;
};
enum err indicator_stands(struct request *request, const struct framework *framework, const struct indicator *indicator, const char *period,
	struct stands *stands, struct error *error) MUST_USE;
size_t stands_at(const struct stands *stands, int64_t level);

/* What the region looks like in the period, in one sentence. */
void indicator_now(struct request *request, struct template_dict *page, const struct indicator *indicator, const struct region *region,
	const struct stands *stands, const char *period);

/* Everybody in one period: figures, dot plot and table. */
enum err indicator_period(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, const struct region *region, const char *period, struct error *error) MUST_USE;

/*
 * What was counted, by sex, by age, …: each breakdown a table, with what is kept back and what is missing told apart; the newest others of
 * `periods` below it.
 */
enum err indicator_cells(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, const struct periods *periods, size_t period, struct error *error) MUST_USE;

/* What would lift it. */
enum err indicator_lift(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, const struct stands *stands, const char *period, struct error *error) MUST_USE;

/* Who shares its practice, and how. */
enum err indicator_practice(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, const char *period, struct error *error) MUST_USE;

/*
 * The codes before and after: one after the other as long as each replaced exactly one and was replaced by exactly one.
 * Where two were merged or one was split, no single line leads on; the page links to them instead. Titles are "before" and "after".
 */
enum err indicator_chain_read(struct request *request, const char *framework, const struct indicator *indicator, struct names *chain,
	struct error *error) MUST_USE;

/* A small chart for each participant, across breaks to what was replaced and what replaced it. */
enum err indicator_trends(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error) MUST_USE;

/* The official series set beside it. */
enum err indicator_official(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error) MUST_USE;

#endif
