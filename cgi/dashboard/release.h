/*
 * release: how pages of the dashboard tell of a round's releases: their names, and what one changed of an answer.
 */
#ifndef CGI_DASHBOARD_RELEASE_H
#define CGI_DASHBOARD_RELEASE_H

#include "cgi/dashboard/dashboard.h"

/* Its name, or "Release 2" where it has none. */
const char *release_title(struct arena *arena, const char *name, int64_t number);

/*
 * One change of an answer on the query's current row: status, value, reason and note in columns `at` to at+3, and the same of what stood
 * before in the four after (status NULL: nothing that this audience may see). Texts in the arena.
 */
struct release_step {
	const char *before; /* "level 2"; NULL: nothing */
	const char *after;
	const char *note;   /* or NULL */
	bool same;          /* it says what it said: published to others, or with another evidence */
};
void release_step(struct arena *arena, struct query *query, int at, const char *type, struct release_step *step);

/* Where the regional figures of one indicator came from, release by release, at K_RELEASE_ROW of an explain page. */
enum err release_explain(struct request *request, struct template_dict *page, const struct framework *framework, const char *indicator,
	const char *type, const char *period, struct error *error) MUST_USE;

/* A mean as pages show it: scores in whole points, other values with their digits; "–" where there is none. */
const char *release_mean(struct arena *arena, const char *type, double mean);

#endif
