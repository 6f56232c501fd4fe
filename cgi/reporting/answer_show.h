/* answer_show: the page of one answer: the form with all that stands around it, or what is saved for who may not write now. */
#ifndef CGI_REPORTING_ANSWER_SHOW_H
#define CGI_REPORTING_ANSWER_SHOW_H

#include "cgi/reporting/form.h"
#include "cgi/reporting/reporting.h"
#include "cgi/web/thread_parts.h"

/* What the address names. */
struct answer_page_parts {
	struct desk desk;
	struct question question;
	struct answer answer;
	struct thread_form thread; /* a message that was refused */
};

/* The page with the form as given; what was `typed` is never lost, even where it can no longer be saved. */
MUST_USE enum err answer_show(struct request *request, struct response *response, const struct answer_page_parts *page,
	const struct form *form, bool typed, struct error *error);

#endif
