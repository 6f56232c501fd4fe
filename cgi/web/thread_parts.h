/*
 * thread_parts: the part of a page where secretariat and government write to each other about an answer (model/message.h). The form posts
 * do=message with the fields message and confirmed.
 */
#ifndef CGI_WEB_THREAD_PARTS_H
#define CGI_WEB_THREAD_PARTS_H

#include "cgi/web/web.h"
#include "indicators/model/message.h"

/* The fields of the form, for tables of parameters. */
#define THREAD_FIELDS { .name = "message", .type = PARAM_TEXT, .max = 60000 }, { .name = "confirmed", .type = PARAM_CODE, .max = 64 }

struct thread_form {
	const char *text;    /* as typed, or "" */
	const char *problem; /* why it was refused, or NULL */
};

/*
 * {{>THREAD}}: the messages on an answer, and a form to `href` where the visitor may write for `side`. Nothing where there is neither, nor
 * for an answer that is not saved.
 */
struct thread_part {
	int64_t answer;
	const char *href;
	enum message_side side;
	bool may_write;
	struct thread_form form;
};
MUST_USE enum err thread_show(struct request *request, struct template_dict *dict, const struct thread_part *part, struct error *error);

/*
 * Adds what the form of this request says. ERR_INVALID and ERR_CONFLICT fill `form`, for the page to be shown again with it.
 */
MUST_USE enum err thread_post(struct request *request, const struct answer_key *key, enum message_side side, struct thread_form *form,
	struct error *error);

#endif
