/*
 * evidence_parts: a file as evidence before people: its size and kind in words, and the file itself. Reporting and secretariat share
 * them; each has checked the rights to the answer first.
 */
#ifndef CGI_WEB_EVIDENCE_PARTS_H
#define CGI_WEB_EVIDENCE_PARTS_H

#include "cgi/web/web.h"
#include "indicators/model/answer.h"

/* "PDF, 1.4 MB", with a decimal comma in Russian. */
const char *evidence_words(struct request *request, const struct answer_evidence *evidence);

/*
 * Fills evidence.tpl: a citation, a link, or a file's name with its kind and size and the way to it, which is relative: of a page that
 * lies beside those of the round's indicators ("IDR2/evidence/7").
 */
void evidence_show(struct request *request, struct template_dict *dict, const char *indicator, const struct answer_evidence *evidence);

/* Responds with the file of this evidence of the answer. ERR_NOT_FOUND where the answer has none of this id, or no longer. */
MUST_USE enum err evidence_respond(struct request *request, struct response *response, const struct answer *answer, int64_t id,
	struct error *error);

#endif
