/* reporting.fcgi: the questionnaires of a government's own rounds. */
#include "cgi/reporting/reporting.h"
#include "cgi/web/thread_parts.h"
#include "indicators/base/i18n.h"
#include "indicators/model/upload.h"

/* More than the largest file: one that is too large comes to the handler, so that what was typed comes back with the sentence. */
#define ANSWER_FORM_MAX ((size_t)31 * 1024 * 1024)

#define ROUND { .name = "round", .type = PARAM_INT, .required = true, .min = 1, .max = 1e12 }
#define PARTICIPANT { .name = "participant", .type = PARAM_CODE, .required = true, .max = 3 }
#define INDICATOR { .name = "indicator", .type = PARAM_CODE, .required = true, .max = 64 }
#define UPLOAD { .name = "upload", .type = PARAM_CODE, .required = true, .max = 64 }

static const struct param_spec seat_params[] = { ROUND, PARTICIPANT, { 0 } };
static const struct param_spec questionnaire_params[] = {
	ROUND, PARTICIPANT,
	{ .name = "state", .type = PARAM_CODE, .max = 16 },
	{ .name = "domain", .type = PARAM_CODE, .max = 64 },
	{ .name = "q", .type = PARAM_LINE, .max = 200 },
	{ 0 },
};
static const struct param_spec next_params[] = { ROUND, PARTICIPANT, { .name = "after", .type = PARAM_CODE, .max = 64 }, { 0 } };
static const struct param_spec submit_form[] = {
	ROUND, PARTICIPANT,
	{ .name = "answer", .type = PARAM_LINE, .repeated = true, .max = 100 },
	{ 0 },
};
static const struct param_spec team_params[] = { PARTICIPANT, { 0 } };
/* The model says what a person and their days have to be. */
static const struct param_spec team_form[] = {
	PARTICIPANT,
	{ .name = "grant", .type = PARAM_INT, .min = 1, .max = 1e12 },
	{ .name = "do", .type = PARAM_CODE, .max = 16 },
	{ .name = "email", .type = PARAM_LINE, .max = 1000 },
	{ .name = "name", .type = PARAM_LINE, .max = 1000 },
	{ .name = "lang", .type = PARAM_CODE, .max = 16 },
	{ .name = "starts_on", .type = PARAM_DATE },
	{ .name = "ends_on", .type = PARAM_DATE },
	{ 0 },
};
static const struct param_spec answer_params[] = { ROUND, PARTICIPANT, INDICATOR, { 0 } };
static const struct param_spec evidence_params[] = {
	ROUND, PARTICIPANT, INDICATOR,
	{ .name = "evidence", .type = PARAM_INT, .required = true, .min = 1, .max = 1e12 },
	{ 0 },
};
static const struct param_spec upload_params[] = {
	ROUND, PARTICIPANT,
	{ .name = "upload", .type = PARAM_CODE, .required = true, .max = 64 },
	{ 0 },
};
static const struct param_spec upload_form[] = {
	ROUND, PARTICIPANT,
	{ .name = "upload", .type = PARAM_CODE, .max = 64 },
	{ .name = "name", .type = PARAM_LINE, .max = 4000 },
	{ .name = "size", .type = PARAM_INT, .min = 0, .max = 1e12 },
	{ .name = "offset", .type = PARAM_INT, .min = 0, .max = 1e12 },
	{ .name = "piece", .type = PARAM_FILE, .max = UPLOAD_PIECE_MAX },
	{ 0 },
};

static const struct param_spec history_params[] = {
	ROUND, PARTICIPANT, INDICATOR,
	{ .name = "below", .type = PARAM_INT, .min = 1, .max = 1e12 }, /* revisions older than this one */
	{ 0 },
};
static const struct param_spec record_params[] = {
	ROUND, PARTICIPANT,
	{ .name = "until", .type = PARAM_DATE }, /* as it was at the end of that day */
	{ 0 },
};
static const struct param_spec clearing_params[] = {
	ROUND, PARTICIPANT,
	{ .name = "domain", .type = PARAM_CODE, .max = 64 },
	{ 0 },
};
static const struct param_spec workbook_params[] = {
	ROUND, PARTICIPANT,
	{ .name = "saved", .type = PARAM_INT, .min = 0, .max = 10000 },
	{ 0 },
};
static const struct param_spec workbook_form[] = {
	ROUND, PARTICIPANT,
	{ .name = "file", .type = PARAM_FILE, .max = 10 * 1024 * 1024 },
	{ 0 },
};
static const struct param_spec preview_params[] = { ROUND, PARTICIPANT, UPLOAD, { 0 } };
static const struct param_spec preview_form[] = {
	ROUND, PARTICIPANT, UPLOAD,
	{ .name = "plan", .type = PARAM_CODE, .max = 64 },
	{ .name = "mine", .type = PARAM_CODE, .repeated = true, .max = 64 },
	{ .name = "confirmed", .type = PARAM_FLAG },
	{ 0 },
};

static const struct param_spec clearing_form[] = {
	ROUND, PARTICIPANT,
	{ .name = "answer", .type = PARAM_LINE, .repeated = true, .max = 100 },
	{ .name = "same", .type = PARAM_LINE, .repeated = true, .max = 100 }, /* as "answer": what the page said is unchanged */
	{ .name = "audience", .type = PARAM_CODE, .max = 16 },
	{ .name = "why", .type = PARAM_TEXT, .max = 60000 },
	{ .name = "do", .type = PARAM_CODE, .max = 16 },
	{ .name = "domain", .type = PARAM_CODE, .max = 64 },
	{ 0 },
};

/* Limits here only keep out what no form sends; the model says what fits. */
static const struct param_spec answer_form[] = {
	ROUND, PARTICIPANT, INDICATOR,
	{ .name = "do", .type = PARAM_CODE, .max = 16 },
	{ .name = "base", .type = PARAM_INT, .min = 0, .max = 1e12 },
	{ .name = "status", .type = PARAM_CODE, .max = 32 },
	{ .name = "value", .type = PARAM_REAL },
	{ .name = "numerator", .type = PARAM_REAL },
	{ .name = "denominator", .type = PARAM_REAL },
	{ .name = "item", .type = PARAM_CODE, .repeated = true, .max = 64 },
	{ .name = "cell", .type = PARAM_LINE, .family = true, .max = 64 },
	{ .name = "reason", .type = PARAM_TEXT, .max = 60000 },
	{ .name = "narrative", .type = PARAM_TEXT, .max = 60000 },
	{ .name = "source", .type = PARAM_TEXT, .max = 60000 },
	{ .name = "explanation", .type = PARAM_TEXT, .max = 60000 },
	{ .name = "note", .type = PARAM_TEXT, .max = 60000 },
	{ .name = "evidence_text1", .type = PARAM_LINE, .max = 60000 },
	{ .name = "evidence_share1", .type = PARAM_FLAG },
	{ .name = "evidence_text2", .type = PARAM_LINE, .max = 60000 },
	{ .name = "evidence_share2", .type = PARAM_FLAG },
	{ .name = "evidence_file", .type = PARAM_FILE, .max = EVIDENCE_FILE_MAX },
	{ .name = "evidence_file_share", .type = PARAM_FLAG },
	{ .name = "evidence_upload", .type = PARAM_CODE, .max = 64 },
	{ .name = "remove", .type = PARAM_INT, .repeated = true, .min = 1, .max = 1e12 },
	{ .name = "audience", .type = PARAM_CODE, .max = 16 },
	{ .name = "waits", .type = PARAM_FLAG }, /* the page showed an answer that waits for clearing, not one that is cleared */
	{ .name = "why", .type = PARAM_TEXT, .max = 60000 },
	THREAD_FIELDS,
	{ 0 },
};

static const struct route routes[] = {
	{ .pattern = "/reporting/", .roles = ROLES_OF_PARTICIPANT, .handler = home_page },
	{ .pattern = "/reporting/team/{participant}/", .roles = ROLES_OF_PARTICIPANT, .params = team_params, .handler = team_page },
	{ .pattern = "/reporting/team/{participant}/handover", .flags = ROUTE_POST | ROUTE_HOLDS | ROUTE_LENIENT,
		.roles = ROLE_FOCAL_POINT | ROLE_CLEARING_OFFICER, .params = team_form, .handler = team_handover_post },
	{ .pattern = "/reporting/team/{participant}/deputy", .flags = ROUTE_POST | ROUTE_HOLDS | ROUTE_LENIENT,
		.roles = ROLE_FOCAL_POINT | ROLE_CLEARING_OFFICER, .params = team_form, .handler = team_deputy_post },
	{ .pattern = "/reporting/team/{participant}/grant", .flags = ROUTE_POST | ROUTE_LENIENT,
		.roles = ROLE_FOCAL_POINT | ROLE_CLEARING_OFFICER, .params = team_form, .handler = team_grant_post },
	{ .pattern = "/reporting/{round}/{participant}/", .roles = ROLES_OF_PARTICIPANT, .params = questionnaire_params,
		.handler = questionnaire_page },
	{ .pattern = "/reporting/{round}/{participant}/next", .roles = ROLE_FOCAL_POINT | ROLE_DEPUTY | ROLE_CLEARING_OFFICER,
		.params = next_params, .handler = next_page },
	{ .pattern = "/reporting/{round}/{participant}/submit", .roles = ROLE_FOCAL_POINT | ROLE_DEPUTY, .params = seat_params,
		.handler = submit_page },
	{ .pattern = "/reporting/{round}/{participant}/submit", .flags = ROUTE_POST | ROUTE_HOLDS | ROUTE_LENIENT, .roles = ROLE_FOCAL_POINT | ROLE_DEPUTY,
		.params = submit_form, .handler = submit_post },
	{ .pattern = "/reporting/{round}/{participant}/clearing", .roles = ROLE_CLEARING_OFFICER, .params = clearing_params,
		.handler = clearing_page },
	{ .pattern = "/reporting/{round}/{participant}/clearing", .flags = ROUTE_POST | ROUTE_HOLDS | ROUTE_LENIENT, .roles = ROLE_CLEARING_OFFICER,
		.params = clearing_form, .handler = clearing_post },
	{ .pattern = "/reporting/{round}/{participant}/record", .roles = ROLES_OF_PARTICIPANT, .params = record_params,
		.handler = record_page },
	{ .pattern = "/reporting/{round}/{participant}/workbook", .roles = ROLES_OF_PARTICIPANT, .params = workbook_params,
		.handler = workbook_page },
	{ .pattern = "/reporting/{round}/{participant}/workbook", .flags = ROUTE_POST | ROUTE_LENIENT | ROUTE_MULTIPART,
		.roles = ROLE_FOCAL_POINT | ROLE_DEPUTY, .max_body = 12 * 1024 * 1024, .params = workbook_form, .handler = workbook_post },
	{ .pattern = "/reporting/{round}/{participant}/workbook/{upload}", .roles = ROLE_FOCAL_POINT | ROLE_DEPUTY,
		.params = preview_params, .handler = workbook_preview },
	{ .pattern = "/reporting/{round}/{participant}/workbook/{upload}", .flags = ROUTE_POST | ROUTE_HOLDS | ROUTE_LENIENT,
		.roles = ROLE_FOCAL_POINT | ROLE_DEPUTY, .params = preview_form, .handler = workbook_apply },
	{ .pattern = "/reporting/{round}/{participant}/workbook.xlsx", .roles = ROLES_OF_PARTICIPANT, .params = seat_params,
		.handler = workbook_xlsx },
	{ .pattern = "/reporting/{round}/{participant}/workbook.csv", .roles = ROLES_OF_PARTICIPANT, .params = seat_params,
		.handler = workbook_csv },
	{ .pattern = "/reporting/{round}/{participant}/uploads", .flags = ROUTE_POST | ROUTE_MULTIPART | ROUTE_LENIENT,
		.roles = ROLE_FOCAL_POINT | ROLE_DEPUTY, .max_body = 2 * UPLOAD_PIECE_MAX, .params = upload_form, .handler = upload_post },
	{ .pattern = "/reporting/{round}/{participant}/uploads/{upload}", .roles = ROLE_FOCAL_POINT | ROLE_DEPUTY, .params = upload_params,
		.handler = upload_page },
	{ .pattern = "/reporting/{round}/{participant}/{indicator}/evidence/{evidence}", .roles = ROLES_OF_PARTICIPANT,
		.params = evidence_params, .handler = evidence_file_page },
	{ .pattern = "/reporting/{round}/{participant}/{indicator}/history", .roles = ROLES_OF_PARTICIPANT, .params = history_params,
		.handler = history_page },
	{ .pattern = "/reporting/{round}/{participant}/{indicator}", .roles = ROLES_OF_PARTICIPANT, .params = answer_params,
		.handler = answer_page },
	/* An observer's POST is told by the model what the role does not cover. */
	{ .pattern = "/reporting/{round}/{participant}/{indicator}", .flags = ROUTE_POST | ROUTE_HOLDS | ROUTE_MULTIPART | ROUTE_LENIENT,
		.roles = ROLE_FOCAL_POINT | ROLE_DEPUTY | ROLE_CLEARING_OFFICER, .max_body = ANSWER_FORM_MAX, .params = answer_form,
		.handler = answer_post },
	{ 0 },
};

static const struct notice notices[] = {
	{ "draft", N_("The draft is saved.") },
	{ "unchanged", N_("It is saved; there was nothing new in the form.") },
	{ "submitted", N_("The answer is saved and waits for clearing.") },
	{ "nothing-left", N_("Nothing else waits for you here.") },
	{ "submitted-many", N_("The chosen answers are submitted and wait for clearing.") },
	{ "handed-over", N_("The role passes on as you arranged it. Until its day nothing changes.") },
	{ "deputy", N_("The deputy is appointed.") },
	{ "taken-back", N_("It is taken back; the roles are as they were.") },
	{ "ended", N_("The deputy's last day is set.") },
	{ "withdrawn", N_("The answer is withdrawn and is a draft again.") },
	{ "cleared", N_("The answer is cleared and goes to the secretariat's review.") },
	{ "cleared-many", N_("The chosen answers are cleared and go to the secretariat's review.") },
	{ "cleared-unchanged", N_("The unchanged answers are cleared, each for the audience it had, and go to the secretariat's review.") },
	{ "returned", N_("The answer is returned to the focal point.") },
	{ "message", N_("The message is sent.") },
	{ 0 },
};

int main(void)
{
	static const struct program program = { .name = "reporting", .routes = routes, .opens = WEB_REPORTS, .notices = notices };

	return web_main(&program);
}
