/*
 * country: what the pages of one participant show, part by part. It is read once into a struct country; page_country.c puts the parts
 * together for the screen, page_country_profile.c for two sheets of paper.
 */
#ifndef CGI_DASHBOARD_COUNTRY_H
#define CGI_DASHBOARD_COUNTRY_H

#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/sdg.h"

/* One domain in one period. */
struct country_moment {
	bool there;            /* the domain was asked */
	double score, change;  /* own; NaN: none */
	const char *change_from;
	int64_t n_scored, n_possible;
	double median, min, max, q1, q3; /* of the region */
	const char *status, *basis;
};

struct country_answer {
	const char *domain, *indicator, *type, *direction, *title;
	int64_t version, levels;
	const char *status;    /* NULL: none that this audience may see */
	bool suppressed;
	double value, score;
	const char *carried_from, *reason; /* or NULL */
	double median, min, max; /* of the region */
};

struct country_coverage {
	const char *period;
	int64_t reported, not_available, not_applicable, expected;
};

struct country {
	struct request *request;
	struct framework framework;
	struct periods periods;
	size_t period;         /* the chosen one; periods.count: none was released */
	struct name participant;
	struct names domains;  /* "", all of them together, first */
	struct country_moment *moments; /* domains × periods */
	struct { struct country_answer *list; size_t count; } answers;    /* of the period */
	struct { struct country_coverage *list; size_t count; } coverage; /* of every period */
	struct sdg_view sdg;   /* compliance of the period */
};

/* What the address asks for. *found is false where there is no such framework, participant or period: `response` says so then. */
enum err country_read(struct request *request, struct response *response, const char *ending, struct country *country, bool *found,
	struct error *error) MUST_USE;

const struct country_moment *country_moment(const struct country *country, size_t domain, size_t period);

/* Whether it was asked to report for the period: else it has no chart of its own. */
bool country_asked(const struct country *country);

/* The next level of a ladder that has not reached its last; 0 for any other answer. */
int64_t country_next_of(const struct country_answer *answer);

/* "level 3", or why there is no value: in *state given, hidden or none. */
enum country_state { COUNTRY_GIVEN, COUNTRY_HIDDEN, COUNTRY_NONE };
const char *country_answer_words(const struct country *country, const struct country_answer *answer, enum country_state *state);

/* --- parts --- */

/* A few neutral sentences, one section K_SENTENCE_ITEM each: how much was reported, where the scores stand, what moved, what is missing. */
void country_sentences(const struct country *country, struct template_dict *page);

/* Own scores in the region's spread, a row with a chart for each domain. */
void country_domains(const struct country *country, struct template_dict *page);

/* Own past beside the region's, a small chart for each domain, and a table of them. */
void country_trends(const struct country *country, struct template_dict *page);

/* Every indicator of the period. */
void country_answers(const struct country *country, struct template_dict *page);

/* The next level of each ladder, by domain; with `criteria` what it asks for. */
enum err country_next(const struct country *country, struct template_dict *page, bool criteria, struct error *error) MUST_USE;

/* How much was reported, period by period. */
void country_coverage(const struct country *country, struct template_dict *page);

/* SDG targets: own answers and official series. `brief` leaves out targets without anything and series that are not judged. */
enum err country_sdg(const struct country *country, struct template_dict *page, bool brief, struct error *error) MUST_USE;

#endif
