/* review: the page of one answer before the secretariat, in parts. */
#ifndef CGI_SECRETARIAT_REVIEW_H
#define CGI_SECRETARIAT_REVIEW_H

#include "cgi/secretariat/secretariat.h"
#include "cgi/web/thread_parts.h"

struct review {
	struct round round;
	struct round_seat seat;
	struct question question;
	struct answer answer;
	unsigned duties;
	const char *href; /* of the participant's list */
	const char *previous, *next; /* the neighbours that wait for review too, round and round; or NULL */
	/* What was refused: */
	const char *why;     /* as typed */
	const char *problem; /* a sentence, or NULL */
	bool at_why;         /* it is about `why` */
	struct thread_form thread;
};

/* Whether the secretariat may read the content: cleared or accepted. */
bool review_is_open(const struct review *page);

/* The whole page. */
MUST_USE enum err review_show(struct request *request, struct response *response, const struct review *page, struct error *error);

/* What stands beside an answer that is open: its findings, what changed, the other governments, the official figures. */
MUST_USE enum err review_show_context(struct request *request, struct template_dict *dict, const struct review *page, struct error *error);

#endif
