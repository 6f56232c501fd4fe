/* reporting: the pages of focal points, clearing officers and observers, and what they share. */
#ifndef CGI_REPORTING_REPORTING_H
#define CGI_REPORTING_REPORTING_H

#include "cgi/web/answer_parts.h"
#include "cgi/web/web.h"
#include "indicators/model/answer.h"
#include "indicators/model/question.h"
#include "indicators/model/round.h"

#define CHOSEN_MAX 500 /* answers of one form */
#define ROLES_OF_PARTICIPANT (ROLE_FOCAL_POINT | ROLE_DEPUTY | ROLE_CLEARING_OFFICER | ROLE_OBSERVER)

web_handler home_page;
web_handler questionnaire_page;
web_handler next_page;
web_handler submit_page;
web_handler submit_post;
web_handler team_page;
web_handler team_handover_post;
web_handler team_deputy_post;
web_handler team_grant_post;
web_handler answer_page;
web_handler answer_post;
web_handler history_page;
web_handler clearing_page;
web_handler clearing_post;
web_handler record_page;
web_handler workbook_page;
web_handler workbook_post;
web_handler workbook_preview;
web_handler workbook_apply;
web_handler workbook_xlsx;
web_handler workbook_csv;
web_handler evidence_file_page;
web_handler upload_page;
web_handler upload_post;

/* The round and seat that the address names. */
struct desk {
	struct round round;
	struct round_seat seat;
	unsigned duties; /* enum duty, of the visitor for this participant */
	const char *href;       /* "/reporting/3/KGZ/" */
	const char *title;      /* "Kyrgyzstan, 2025" */
};

/* ERR_NOT_FOUND, or ERR_DENIED where the visitor has no role for this participant. */
MUST_USE enum err desk_open(struct request *request, struct desk *desk, struct error *error);

/* "due on 2026-03-20", "was due on …", "closed on …". */
const char *desk_deadline(struct request *request, const struct round *round, const struct round_seat *seat);

/* "10 days left", "the last day is today", "3 days late; closes in 8 days"; "" where no day counts any more. */
const char *desk_days_left(struct request *request, const struct round_seat *seat);

/*
 * The line that waits for the visitor after the indicator `after` and round again; "": from the start, what was returned first. A focal
 * point's are unfinished answers, but for those that `ready` knows as complete; a clearing officer's what is to be cleared. NULL: none.
 */
struct ready_list;
const struct round_line *desk_next(const struct desk *desk, const struct round_lines *lines, const struct ready_list *ready,
	const char *after);

/* Which lines of the questionnaire the address asks for: its state, domain and words, all of them together. */
struct desk_filter {
	const char *state;  /* "todo", "missing", "returned" …; "" for any */
	const char *domain; /* a code, or "" */
	const char *words;  /* as typed */
	const char *folded;
	unsigned states;    /* 1 << enum answer_state, that fit */
	bool active;
};

/* ERR_INVALID for a state or domain that there is not. */
MUST_USE enum err desk_filter_read(struct request *request, const struct round_lines *lines, struct desk_filter *filter,
	struct error *error);
bool desk_filter_fits(struct request *request, const struct desk_filter *filter, const struct round_line *line);

/* The form of the filter, and the counters that are links. */
void desk_filter_show(struct request *request, struct template_dict *page, const struct desk *desk, const struct round_lines *lines,
	const struct desk_filter *filter);

/* The choice of audiences, `chosen` marked. */
void desk_audiences(struct template_dict *dict, const char *chosen);

#endif
