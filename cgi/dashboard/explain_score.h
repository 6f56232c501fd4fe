/*
 * explain_score: one government's score over several indicators (of a domain, of an SDG target) or domains, on the explain pages.
 */
#ifndef CGI_DASHBOARD_EXPLAIN_SCORE_H
#define CGI_DASHBOARD_EXPLAIN_SCORE_H

#include "cgi/dashboard/explain.h"

struct explain_score {
	bool there;
	double score;               /* NaN: fewer than half */
	int64_t n_scored, n_possible;
};

/*
 * A government (or a domain) with its score, among what went in or what did not. n_possible 0: nothing is known of it; `domains`: it is
 * domains that are counted, not indicators.
 */
void explain_score_row(struct request *request, struct template_dict *page, const struct framework *framework, struct explain_inputs *inputs, const char *href,
	const char *title, double score, int64_t n_scored, int64_t n_possible, bool domains);

/* Its answers to the indicators of a domain or, where domain is NULL, of an SDG target, each with what it enters as or why it does not. */
enum err explain_answers(struct request *request, struct template_dict *page, const struct framework *framework, const char *period,
	const char *participant, const char *domain, const char *target, struct explain_inputs *inputs, struct error *error) MUST_USE;

/* The score with its formula and rules, or why there is none; `domains` as above. */
void explain_score_figure(struct request *request, struct template_dict *page, const struct explain_score *score,
	const struct explain_inputs *inputs, bool domains);

#endif
