/* secretariat.fcgi: rounds, review, release; people and roles; the audit log. */
#include "cgi/secretariat/secretariat.h"
#include "cgi/web/thread_parts.h"
#include "indicators/base/i18n.h"

#define ROUND { .name = "round", .type = PARAM_INT, .required = true, .min = 1, .max = 1e12 }
#define PARTICIPANT { .name = "participant", .type = PARAM_CODE, .required = true, .max = 3 }
#define INDICATOR { .name = "indicator", .type = PARAM_CODE, .required = true, .max = 64 }
#define PERSON { .name = "person", .type = PARAM_INT, .required = true, .min = 1, .max = 1e12 }
#define GRANT_FIELDS { .name = "role", .type = PARAM_CODE, .max = 32 }, { .name = "participant", .type = PARAM_CODE, .max = 3 }, \
	{ .name = "starts_on", .type = PARAM_DATE }, { .name = "ends_on", .type = PARAM_DATE }

static const struct param_spec round_params[] = { ROUND, { 0 } };
static const struct param_spec seat_params[] = { ROUND, PARTICIPANT, { 0 } };
/* What the list is narrowed down by; the page that refuses a form shows all of it. */
static const struct param_spec seat_query[] = {
	ROUND, PARTICIPANT,
	{ .name = "state", .type = PARAM_CODE, .max = 16 },
	{ .name = "domain", .type = PARAM_CODE, .max = 64 },
	{ .name = "look", .type = PARAM_CODE, .max = 16 },
	{ .name = "q", .type = PARAM_LINE, .max = 200 },
	{ 0 },
};
static const struct param_spec accept_form[] = { ROUND, PARTICIPANT, { .name = "answer", .type = PARAM_LINE, .repeated = true, .max = 100 }, { 0 } };
static const struct param_spec review_params[] = { ROUND, PARTICIPANT, INDICATOR, { 0 } };
static const struct param_spec evidence_params[] = {
	ROUND, PARTICIPANT, INDICATOR,
	{ .name = "evidence", .type = PARAM_INT, .required = true, .min = 1, .max = 1e12 },
	{ 0 },
};

static const struct param_spec round_new_query[] = {
	{ .name = "framework", .type = PARAM_CODE },
	{ .name = "period", .type = PARAM_LINE, .max = 40 },
	{ .name = "as", .type = PARAM_INT, .min = 0, .max = 1e12 },
	{ 0 },
};

static const struct param_spec round_new_form[] = {
	{ .name = "framework", .type = PARAM_CODE },
	{ .name = "period", .type = PARAM_LINE, .max = 40 },
	{ .name = "opens_on", .type = PARAM_LINE, .max = 40 },
	{ .name = "due_on", .type = PARAM_LINE, .max = 40 },
	{ .name = "closes_on", .type = PARAM_LINE, .max = 40 },
	{ .name = "indicator", .type = PARAM_CODE, .repeated = true },
	{ .name = "participant", .type = PARAM_CODE, .repeated = true, .max = 3 },
	{ 0 },
};

static const struct param_spec release_form[] = {
	ROUND,
	{ .name = "name", .type = PARAM_LINE, .max = 2000 },
	{ .name = "note", .type = PARAM_TEXT, .max = 20000 },
	{ .name = "seen", .type = PARAM_CODE, .max = 64 },
	{ 0 },
};

static const struct param_spec release_params[] = { ROUND, { .name = "number", .type = PARAM_INT, .required = true, .min = 1, .max = 1e6 }, { 0 } };

static const struct param_spec round_change_form[] = {
	ROUND,
	{ .name = "do", .type = PARAM_CODE, .max = 16 },
	{ .name = "opens_on", .type = PARAM_LINE, .max = 40 },
	{ .name = "due_on", .type = PARAM_LINE, .max = 40 },
	{ .name = "closes_on", .type = PARAM_LINE, .max = 40 },
	{ .name = "participant", .type = PARAM_CODE, .max = 3 },
	{ .name = "reason", .type = PARAM_TEXT, .max = 20000 },
	{ 0 },
};

static const struct param_spec report_form[] = {
	ROUND,
	{ .name = "audience", .type = PARAM_CODE, .required = true, .max = 16 },
	{ .name = "lang", .type = PARAM_CODE, .required = true, .max = 8 },
	{ 0 },
};

static const struct param_spec report_params[] = {
	ROUND,
	{ .name = "audience", .type = PARAM_CODE, .required = true, .max = 16 },
	{ .name = "language", .type = PARAM_CODE, .required = true, .max = 8 },
	{ .name = "ending", .type = PARAM_CODE, .required = true, .max = 8 },
	{ 0 },
};

static const struct param_spec extend_form[] = {
	ROUND, PARTICIPANT,
	{ .name = "until", .type = PARAM_LINE, .max = 40 },
	{ .name = "reason", .type = PARAM_TEXT, .max = 20000 },
	{ 0 },
};

static const struct param_spec review_form[] = {
	ROUND, PARTICIPANT, INDICATOR,
	{ .name = "do", .type = PARAM_CODE, .max = 16 },
	{ .name = "base", .type = PARAM_INT, .min = 0, .max = 1e12 },
	{ .name = "why", .type = PARAM_TEXT, .max = 20000 },
	THREAD_FIELDS,
	{ 0 },
};

static const struct param_spec catalogue_file_form[] = { { .name = "file", .type = PARAM_FILE, .max = 4.0 * 1024 * 1024 }, { 0 } };

static const struct param_spec catalogue_load_form[] = {
	{ .name = "archive", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "generation", .type = PARAM_INT, .required = true, .min = 0, .max = 1e12 },
	{ 0 },
};

static const struct param_spec framework_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "indicator", .type = PARAM_CODE, .max = 64 },
	{ 0 },
};

static const struct param_spec catalogue_retire_form[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "indicator", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "reason", .type = PARAM_TEXT, .max = 10000 },
	{ .name = "do", .type = PARAM_CODE, .max = 16 },
	{ 0 },
};

static const struct param_spec people_query[] = {
	{ .name = "q", .type = PARAM_LINE, .max = 200 },
	{ .name = "role", .type = PARAM_CODE, .max = 32 },
	{ .name = "participant", .type = PARAM_CODE, .max = 3 },
	{ .name = "state", .type = PARAM_CODE, .max = 16 },
	{ 0 },
};

static const struct param_spec people_form[] = {
	{ .name = "name", .type = PARAM_LINE, .max = 400 },
	{ .name = "email", .type = PARAM_LINE, .max = 400 },
	{ .name = "lang", .type = PARAM_CODE, .max = 8 },
	{ .name = "by", .type = PARAM_CODE, .max = 8 },
	GRANT_FIELDS,
	{ 0 },
};

static const struct param_spec person_params[] = { PERSON, { 0 } };

static const struct param_spec person_form[] = {
	PERSON,
	{ .name = "do", .type = PARAM_CODE, .max = 16 },
	{ .name = "grant", .type = PARAM_INT, .min = 1, .max = 1e12 },
	{ .name = "session", .type = PARAM_CODE, .max = 64 },
	GRANT_FIELDS,
	{ 0 },
};

static const struct param_spec audit_query[] = {
	{ .name = "who", .type = PARAM_LINE, .max = 200 },
	{ .name = "action", .type = PARAM_CODE, .max = 64 },
	{ .name = "object", .type = PARAM_LINE, .max = 200 },
	{ .name = "address", .type = PARAM_LINE, .max = 100 },
	{ .name = "from", .type = PARAM_DATE },
	{ .name = "until", .type = PARAM_DATE },
	{ .name = "before", .type = PARAM_INT, .min = 1, .max = 1e15 },
	{ 0 },
};

static const struct param_spec mail_query[] = {
	{ .name = "state", .type = PARAM_CODE, .max = 16 },
	{ .name = "page", .type = PARAM_INT, .min = 1, .max = 1e6 },
	{ 0 },
};

static const struct param_spec mail_form[] = {
	{ .name = "mail", .type = PARAM_INT, .required = true, .min = 1, .max = 1e12 },
	{ .name = "state", .type = PARAM_CODE, .max = 16 },
	{ 0 },
};

static const struct param_spec trends_query[] = {
	{ .name = "framework", .type = PARAM_CODE, .max = 64 },
	{ .name = "period", .type = PARAM_CODE, .max = 16 },
	{ .name = "look", .type = PARAM_CODE, .max = 16 },
	{ 0 },
};

static const struct route routes[] = {
	{ .pattern = "/secretariat/", .roles = ROLE_SECRETARIAT | ROLE_ADMINISTRATOR, .handler = home_page },
	{ .pattern = "/secretariat/rounds/new", .flags = ROUTE_LENIENT, .roles = ROLE_SECRETARIAT, .params = round_new_query,
		.handler = round_new_page },
	{ .pattern = "/secretariat/rounds/new", .flags = ROUTE_POST | ROUTE_HOLDS | ROUTE_LENIENT, .roles = ROLE_SECRETARIAT, .params = round_new_form,
		.handler = round_new_post },
	{ .pattern = "/secretariat/rounds/{round}/", .roles = ROLE_SECRETARIAT, .params = round_params, .handler = round_page },
	{ .pattern = "/secretariat/rounds/{round}/change", .roles = ROLE_SECRETARIAT, .params = round_params, .handler = round_change_page },
	{ .pattern = "/secretariat/rounds/{round}/change", .flags = ROUTE_POST | ROUTE_HOLDS | ROUTE_LENIENT, .roles = ROLE_SECRETARIAT,
		.params = round_change_form, .handler = round_change_post },
	{ .pattern = "/secretariat/rounds/{round}/release", .roles = ROLE_SECRETARIAT, .params = round_params, .handler = release_page },
	{ .pattern = "/secretariat/rounds/{round}/release", .flags = ROUTE_POST | ROUTE_LENIENT, .roles = ROLE_SECRETARIAT,
		.params = release_form, .handler = round_release_post },
	{ .pattern = "/secretariat/rounds/{round}/report", .flags = ROUTE_POST, .roles = ROLE_SECRETARIAT, .params = report_form,
		.handler = report_post },
	{ .pattern = "/secretariat/rounds/{round}/report/{audience}/{language}/{ending}", .roles = ROLE_SECRETARIAT, .params = report_params,
		.handler = report_file_page },
	{ .pattern = "/secretariat/rounds/{round}/releases/{number}", .roles = ROLE_SECRETARIAT, .params = release_params,
		.handler = release_record_page },
	{ .pattern = "/secretariat/rounds/{round}/{participant}/", .roles = ROLE_SECRETARIAT, .params = seat_query, .handler = seat_page },
	{ .pattern = "/secretariat/rounds/{round}/{participant}/accept", .roles = ROLE_SECRETARIAT, .params = seat_params,
		.handler = seat_accept_page },
	{ .pattern = "/secretariat/rounds/{round}/{participant}/accept", .flags = ROUTE_POST, .roles = ROLE_SECRETARIAT,
		.params = accept_form, .handler = seat_accept_post },
	{ .pattern = "/secretariat/rounds/{round}/{participant}/extend", .flags = ROUTE_POST | ROUTE_HOLDS | ROUTE_LENIENT, .roles = ROLE_SECRETARIAT,
		.params = extend_form, .handler = seat_extend_post },
	{ .pattern = "/secretariat/rounds/{round}/{participant}/{indicator}/evidence/{evidence}", .roles = ROLE_SECRETARIAT,
		.params = evidence_params, .handler = evidence_file_page },
	{ .pattern = "/secretariat/rounds/{round}/{participant}/{indicator}", .roles = ROLE_SECRETARIAT, .params = review_params,
		.handler = review_page },
	{ .pattern = "/secretariat/rounds/{round}/{participant}/{indicator}", .flags = ROUTE_POST | ROUTE_HOLDS | ROUTE_LENIENT,
		.roles = ROLE_SECRETARIAT, .params = review_form, .handler = review_post },
	{ .pattern = "/secretariat/trends", .roles = ROLE_SECRETARIAT, .params = trends_query, .handler = trends_page },
	{ .pattern = "/secretariat/trends/quality.csv", .roles = ROLE_SECRETARIAT, .params = trends_query, .handler = trends_csv },
	{ .pattern = "/secretariat/catalogue", .roles = ROLE_SECRETARIAT, .handler = catalogue_page },
	{ .pattern = "/secretariat/catalogue/preview", .flags = ROUTE_POST | ROUTE_MULTIPART, .roles = ROLE_SECRETARIAT,
		.max_body = (size_t)5 * 1024 * 1024, .params = catalogue_file_form, .handler = catalogue_preview_post },
	{ .pattern = "/secretariat/catalogue/load", .flags = ROUTE_POST, .roles = ROLE_SECRETARIAT, .params = catalogue_load_form,
		.handler = catalogue_load_post },
	{ .pattern = "/secretariat/catalogue/retire", .flags = ROUTE_POST, .roles = ROLE_SECRETARIAT, .params = catalogue_retire_form,
		.handler = catalogue_retire_post },
	{ .pattern = "/secretariat/catalogue/{framework}/", .roles = ROLE_SECRETARIAT, .params = framework_params, .handler = framework_page },
	{ .pattern = "/secretariat/catalogue/{framework}/{indicator}", .roles = ROLE_SECRETARIAT, .params = framework_params,
		.handler = framework_indicator_page },
	{ .pattern = "/secretariat/people", .flags = ROUTE_LENIENT, .roles = ROLE_ADMINISTRATOR, .params = people_query, .handler = people_page },
	{ .pattern = "/secretariat/people", .flags = ROUTE_POST | ROUTE_LENIENT, .roles = ROLE_ADMINISTRATOR, .params = people_form,
		.handler = people_post },
	{ .pattern = "/secretariat/people/{person}", .roles = ROLE_ADMINISTRATOR, .params = person_params, .handler = person_page },
	{ .pattern = "/secretariat/people/{person}", .flags = ROUTE_POST | ROUTE_LENIENT, .roles = ROLE_ADMINISTRATOR,
		.params = person_form, .handler = person_post },
	{ .pattern = "/secretariat/mail", .roles = ROLE_SECRETARIAT | ROLE_ADMINISTRATOR, .params = mail_query, .handler = mail_page },
	{ .pattern = "/secretariat/mail", .flags = ROUTE_POST, .roles = ROLE_SECRETARIAT | ROLE_ADMINISTRATOR, .params = mail_form,
		.handler = mail_post },
	{ .pattern = "/secretariat/audit", .flags = ROUTE_LENIENT, .roles = ROLE_SECRETARIAT | ROLE_ADMINISTRATOR, .params = audit_query,
		.handler = audit_log_page },
	{ .pattern = "/secretariat/audit.csv", .flags = ROUTE_LENIENT, .roles = ROLE_SECRETARIAT | ROLE_ADMINISTRATOR, .params = audit_query,
		.handler = audit_file },
	{ 0 },
};

static const struct notice notices[] = {
	{ "opened", N_("The round is open.") },
	{ "released", N_("The round is released. The pages show it after the next scheduled computation.") },
	{ "report-asked", N_("The report is asked for.") },
	{ "accepted", N_("The answer is accepted.") },
	{ "accepted-all", N_("The answers are accepted.") },
	{ "sent-back", N_("The answer is returned to the government.") },
	{ "message", N_("The message is sent.") },
	{ "reopened", N_("The answer is reopened. What was released goes on being shown until the correction is released.") },
	{ "changed", N_("The round is changed.") },
	{ "closed", N_("The round is closed.") },
	{ "extended", N_("The deadline is extended.") },
	{ "granted", N_("The role is granted.") },
	{ "ended", N_("The role has an end.") },
	{ "mailed", N_("The invitation goes out by mail within minutes.") },
	{ "mail-again", N_("The mail waits to be sent again.") },
	{ "catalogue-loaded", N_("The catalogue is loaded. The pages show it after the next scheduled computation.") },
	{ "retired", N_("The indicator is retired.") },
	{ "reinstated", N_("The indicator is in use again.") },
	{ "session-ended", N_("The session has ended.") },
	{ "sessions-ended", N_("All sessions of this person have ended.") },
	{ "deactivated", N_("The account is deactivated and all its sessions have ended.") },
	{ "reactivated", N_("The account is active again.") },
	{ 0 },
};

int main(void)
{
	static const struct program program = { .name = "secretariat", .routes = routes, .opens = WEB_REPORTS, .notices = notices };

	return web_main(&program);
}
