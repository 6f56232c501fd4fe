/* seat: one participant of a round before the secretariat, in parts. */
#ifndef CGI_SECRETARIAT_SEAT_H
#define CGI_SECRETARIAT_SEAT_H

#include "cgi/secretariat/secretariat.h"
#include "indicators/model/review.h"

/* What the list shows, and which of it the address asks for: state, domain, reason for a look and words, all of them together. */
struct seat_list {
	const char *href;     /* "/secretariat/rounds/3/KGZ/" */
	bool may_review;      /* the visitor does not belong to the participant */
	struct round_lines lines;
	struct review_lines looks;
	const char *state, *domain, *look, *words; /* "" for any; look "any": some reason */
	const char *folded;
	bool active;
};

/* Loads the lines and reads the filter. ERR_INVALID for a state, domain or look that there is not. */
MUST_USE enum err seat_list_load(struct request *request, const struct round *round, const char *participant, struct seat_list *list,
	struct error *error);

/* The counters, the filter's form and the lines. */
void seat_list_show(struct request *request, struct template_dict *page, const struct seat_list *list);

/* How many answers wait for review and need no look. */
size_t seat_list_ready(const struct seat_list *list);

/* The reasons for a look, each a tag at {{#S_LOOK}}. */
void seat_show_looks(struct template_dict *row, unsigned look);

#endif
