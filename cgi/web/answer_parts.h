/*
 * answer_parts: the parts of pages that show a question, an answer and its history. Reporting and secretariat share them.
 */
#ifndef CGI_WEB_ANSWER_PARTS_H
#define CGI_WEB_ANSWER_PARTS_H

#include "cgi/web/web.h"
#include "indicators/model/answer.h"

/* A number as people write it in the language of the request: shortest, with a decimal comma in Russian. "" for NaN. */
const char *parts_number(struct request *request, double value);

/* What an answer says in one line: "Level 2: Adopted", "5 of 7 items met", "33.33 % (1 of 3)", "Not available". */
const char *parts_value(struct request *request, const struct question *question, const struct answer_content *content);

/* The same of a line of a questionnaire; "—" where nothing is saved. */
const char *parts_line_value(struct request *request, const struct round_line *line);

/* {{>DEFINITION}}: what is measured, guidance, what counts as evidence, agency. */
void parts_definition(struct template_dict *dict, const struct question *question);

/* {{>…}} of answer_view.tpl: an answer in full. `author` and `at` may be NULL, `evidence` may be none. */
struct parts_view {
	const struct question *question;
	const struct answer_content *content;
	const char *author, *at;
	const struct answer_evidence *evidence;
	size_t evidence_count;
};
void parts_view(struct request *request, struct template_dict *dict, enum template_key where, const struct parts_view *view);

/*
 * {{>HISTORY}}: what happened, newest first. With `contents`, for the government itself, each revision's value stands beside it; without,
 * for the secretariat, what stayed within the government is left out.
 */
MUST_USE enum err parts_history(struct request *request, struct template_dict *dict, const struct question *question,
	const struct answer *answer, bool contents, struct error *error);

/* {{#F_LEVEL}} of each level of a ladder, with its criteria. */
void parts_levels(struct template_dict *dict, const struct question *question);

/* The progress bar at {{>PROGRESS}}. */
void parts_progress(struct request *request, struct template_dict *dict, const struct round_seat *seat);

/* Fills a tag of state: {{#STATE_x}} of state.tpl at {{>STATE}}. */
void parts_state(struct template_dict *dict, enum answer_state state);

/* PLACE_KIND, PLACE_BEFORE, PLACE_TEXT, PLACE_AFTER: what looks like data of a person, in its place. */
void parts_place(struct request *request, struct template_dict *row, const struct answer_personal *place);

/*
 * The steps "IDR2:3" (indicator, and the revision that was on the page) of the repeated parameter "answer". ERR_INVALID for what no form
 * of ours sends, ERR_TOO_LARGE for more than `most`.
 */
MUST_USE enum err parts_steps(struct request *request, size_t most, struct answer_step **steps, size_t *count, struct error *error);

/* An error of a form or step: its status (422 for what can be mended, 409 for conflicts, 507 for a full disk) on the response. */
void parts_status(struct response *response, enum err err);

/* "1,000" and "1.000" may mean a thousand or one: the sentence that asks to write it plainly, or NULL. */
const char *parts_ambiguous(const char *text);

#endif
