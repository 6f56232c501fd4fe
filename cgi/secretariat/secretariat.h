/* secretariat: the pages of those who run the rounds and of administrators, and what they share. */
#ifndef CGI_SECRETARIAT_SECRETARIAT_H
#define CGI_SECRETARIAT_SECRETARIAT_H

#include "cgi/web/answer_parts.h"
#include "cgi/web/web.h"
#include "indicators/model/people.h"
#include "indicators/model/release.h"
#include "indicators/model/round.h"

web_handler home_page;
web_handler round_new_page;
web_handler round_new_post;
web_handler round_page;
web_handler release_page;
web_handler release_record_page;
web_handler round_release_post;
web_handler report_post;
web_handler report_file_page;
web_handler round_change_page;
web_handler round_change_post;
web_handler seat_page;
web_handler trends_page;
web_handler trends_csv;
web_handler seat_accept_page;
web_handler seat_accept_post;
web_handler seat_extend_post;
web_handler review_page;
web_handler review_post;
web_handler evidence_file_page;
web_handler catalogue_page;
web_handler catalogue_preview_post;
web_handler catalogue_load_post;
web_handler catalogue_retire_post;
web_handler framework_page;
web_handler framework_indicator_page;
web_handler people_page;
web_handler people_post;
web_handler person_page;
web_handler person_post;
web_handler mail_page;
web_handler mail_post;
web_handler audit_log_page;
web_handler audit_file;

/* The person's page with the link of an invitation just made; the token is shown this once. */
MUST_USE enum err person_invited(struct request *request, struct response *response, int64_t id, const char *token,
	struct error *error);

/* The people found by the address's words, role, participant and state (people_list.c). */
MUST_USE enum err people_list_show(struct request *request, struct template_dict *page, struct error *error);

/* "signed in last on …", "never signed in; the invitation of … works until …" */
const char *people_account_text(struct request *request, const struct people_row *row);

/* "Level 2, criterion 1" for level.2.criterion.1; a part without words of its own as it is. */
const char *catalogue_part_words(struct request *request, const char *part);

/* "open from 2026-03-01, due on 2026-03-20, closes after 2026-03-31" */
const char *round_dates(struct request *request, const char *opens_on, const char *due_on, const char *closes_on);

/* The part of a round's page that asks for its report, at {{>ROUND_REPORT}}. */
MUST_USE enum err report_part(struct request *request, struct template_dict *page, const struct round *round, struct error *error);

/* The fields of a role at {{>GRANT}}: as given, or empty from today on. */
struct grant_form {
	const char *role, *participant, *starts_on, *ends_on;
	const char *wrong, *problem; /* field that is marked and its sentence, or NULL */
};
MUST_USE enum err grant_show(struct request *request, struct template_dict *dict, const struct grant_form *form, struct error *error);
void grant_from_request(struct request *request, struct grant_form *form);

/* Shows {{#SECTION}} with its text, where there is one. */
void show_text(struct template_dict *dict, enum template_key section, enum template_key key, const char *text);

#endif
