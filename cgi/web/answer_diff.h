/*
 * answer_diff: the part of a page that shows what differs between two contents of one answer: value and status, criteria and items ticked and
 * unticked, cells of the breakdowns, texts word by word, evidence. Only what differs is shown; <del> and <ins> are marked by more than colour.
 */
#ifndef CGI_WEB_ANSWER_DIFF_H
#define CGI_WEB_ANSWER_DIFF_H

#include "cgi/web/answer_parts.h"
#include "indicators/model/answer_basis.h"

struct answer_diff {
	const struct question *question;
	const struct answer_content *before, *after;
	struct answer_evidence_list added, removed; /* may be empty */
};

/* Includes answer_diff.tpl at `where`; whether anything differs. */
bool diff_show(struct request *request, struct template_dict *dict, enum template_key where, const struct answer_diff *diff);

/* A long text shortened at a blank to about `most` bytes, with "…"; a short one as it is. NULL is "". In the request's arena. */
const char *diff_excerpt(struct request *request, const char *text, size_t most);

#endif
