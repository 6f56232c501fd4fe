/* overview: what the parts of the overview share; overview.c puts them together. */
#ifndef CGI_DASHBOARD_OVERVIEW_H
#define CGI_DASHBOARD_OVERVIEW_H

#include "cgi/dashboard/dashboard.h"

/* The region's spread of a domain's scores in one period. */
struct regional {
	bool there;            /* the domain was asked */
	int64_t n_reporting, n_expected;
	double mean, median, min, max, q1, q3;
	const char *status;
};

struct story {
	size_t period;
	const struct periods *periods;
	const struct names *domains;      /* "" first: all of them together */
	const struct regional *regional;  /* as many */
};

/* One more sentence of the region in words. */
void overview_say(struct template_dict *part, const char *sentence);

/* The region in a few sentences: who reports, the mean and its band, how it moved, where it is highest and lowest. */
enum err overview_story(struct request *request, struct template_dict *part, const struct framework *framework, const struct story *story,
	struct error *error) MUST_USE;

/* The largest moves since the period before, up and down: domains, indicators, governments; alphabetical. */
enum err overview_moves(struct request *request, struct template_dict *part, const struct framework *framework, const char *period,
	struct error *error) MUST_USE;

#endif
