/* person: one person's roles and account. For administrators. */
#include <string.h>

#include "cgi/secretariat/secretariat.h"
#include "indicators/base/clock.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/session.h"
#include "indicators/model/mail.h"

struct form {
	struct grant_form grant;
	const char *token; /* of an invitation just made, or NULL */
	const char *problem;
};

static void show_grant(struct request *request, struct template_dict *roles, const struct role_grant *grant, const char *href,
	const char *today)
{
	struct template_dict *row = template_section(roles, K_P_ROLE);

	template_set(row, K_ROLE_TITLE, role_title(grant->role));
	template_set(row, K_ROLE_PARTICIPANT, grant->participant != NULL ? grant->participant : "—");
	template_set(row, K_ROLE_FROM, day_text(request->arena, grant->starts_on));
	template_set(row, K_ROLE_TO, grant->ends_on != NULL ? day_text(request->arena, grant->ends_on) : "—");
	if (grant->ends_on != NULL && strcmp(grant->ends_on, today) < 0)
		return;
	struct template_dict *end = template_section(row, K_P_ROLE_END);
	template_set(end, K_CSRF, request->csrf);
	template_set(end, K_P_HREF, href);
	template_set_int(end, K_P_GRANT, grant->id);
	template_set(end, K_P_TODAY, strcmp(grant->starts_on, today) > 0 ? grant->starts_on : today);
}

MUST_USE static enum err show_sessions(struct request *request, struct template_dict *page, int64_t id, const char *href, struct error *error)
{
	struct session_rows sessions;
	enum err err = session_list(request->db, request->arena, id, request_cookie(request, "session"), &sessions, error);

	if (err != ERR_OK)
		return err;
	if (sessions.count == 0) {
		template_show(page, K_P_NO_SESSIONS);
		return ERR_OK;
	}
	struct template_dict *table = template_section(page, K_P_SESSIONS);
	for (size_t i = 0; i < sessions.count; i++) {
		struct template_dict *row = template_section(table, K_SESSION);
		template_set(row, K_SESSION_BEGAN, day_moment(request->arena, sessions.rows[i].began_at));
		template_set(row, K_SESSION_SEEN, day_moment(request->arena, sessions.rows[i].seen_at));
		template_set(row, K_SESSION_ADDRESS, sessions.rows[i].address);
		template_set(row, K_SESSION_ID, sessions.rows[i].id);
		template_set(row, K_P_HREF, href);
		template_set(row, K_CSRF, request->csrf);
		if (sessions.rows[i].own)
			template_show(row, K_SESSION_OWN);
	}
	return ERR_OK;
}

MUST_USE static enum err show(struct request *request, struct response *response, int64_t id, const struct form *form,
	struct error *error)
{
	char today[CLOCK_DATE];
	struct people_row row;
	struct role_grant *grants;
	size_t count;
	enum err err = people_one(request->db, request->arena, id, &row, error);

	if (err == ERR_OK)
		err = role_grants(request->db, request->arena, id, false, &grants, &count, error);
	if (err != ERR_OK)
		return err;
	clock_today(today);
	const char *href = arena_printf(request->arena, "/secretariat/people/%lld", (long long)id);
	struct template_dict *page = response_page(response, "person.tpl", row.person.name);
	template_set(page, K_CSRF, request->csrf);
	template_set(page, K_P_HREF, href);
	template_set(page, K_P_NAME, row.person.name);
	template_set(page, K_P_EMAIL, row.person.email);
	template_set(page, K_P_STATE, people_account_text(request, &row));
	if (row.factor_since != NULL)
		template_set(template_section(page, K_P_FACTOR_ON), K_P_FACTOR_TEXT,
			arena_printf(request->arena, _("On since %s."), day_text(request->arena, row.factor_since)));
	else
		template_show(page, K_P_FACTOR_OFF);
	show_text(page, K_P_PROBLEM, K_P_PROBLEM_TEXT, form->problem);
	if (form->token != NULL)
		template_set(template_section(page, K_P_INVITATION), K_P_INVITATION_HREF,
			arena_printf(request->arena, "/account/welcome?token=%s", form->token));
	if (count == 0)
		template_show(page, K_P_NO_ROLES);
	struct template_dict *roles = count > 0 ? template_section(page, K_P_ROLES) : NULL;
	for (size_t i = 0; i < count; i++)
		show_grant(request, roles, &grants[i], href, today);
	if ((err = show_sessions(request, page, id, href, error)) != ERR_OK)
		return err;
	template_printf(page, K_P_LOG_HREF, "/secretariat/audit?object=person:%lld", (long long)id);
	if (row.person.deactivated_at != NULL) {
		template_show(page, K_P_GONE);
		return ERR_OK;
	}
	return grant_show(request, template_section(page, K_P_ACTIVE), &form->grant, error);
}

enum err person_page(struct request *request, struct response *response, struct error *error)
{
	struct form form = { 0 };

	grant_from_request(request, &form.grant);
	return show(request, response, request_int(request, "person"), &form, error);
}

enum err person_invited(struct request *request, struct response *response, int64_t id, const char *token, struct error *error)
{
	struct form form = { .token = token };

	grant_from_request(request, &form.grant);
	form.grant.role = form.grant.participant = "";
	return show(request, response, id, &form, error);
}

MUST_USE static enum err take_step(struct request *request, int64_t id, const char *what, const struct grant_form *grant,
	const char **notice, struct error *error)
{
	const struct actor *actor = &request->visitor.actor;
	int64_t made;

	if (strcmp(what, "grant") == 0) {
		*notice = "granted";
		return role_grant_add(request->db, actor, id, grant->role, grant->participant[0] != '\0' ? grant->participant : NULL,
			grant->starts_on, grant->ends_on[0] != '\0' ? grant->ends_on : NULL, &made, error);
	}
	if (strcmp(what, "end") == 0) {
		*notice = "ended";
		return role_grant_end(request->db, actor, request_int(request, "grant"), grant->ends_on, error);
	}
	if (strcmp(what, "mail") == 0) {
		*notice = "mailed";
		return mail_invite(request->db, actor, id, error);
	}
	if (strcmp(what, "end_session") == 0) {
		*notice = "session-ended";
		return session_end_one(request->db, actor, id, request_text(request, "session"), error);
	}
	if (strcmp(what, "end_sessions") == 0) {
		*notice = "sessions-ended";
		return session_end_all(request->db, actor, id, NULL, error);
	}
	if (strcmp(what, "deactivate") == 0) {
		*notice = "deactivated";
		return person_deactivate(request->db, actor, id, error);
	}
	if (strcmp(what, "reactivate") == 0) {
		*notice = "reactivated";
		return person_reactivate(request->db, actor, id, error);
	}
	return error_set_field(error, ERR_INVALID, "do", _("There is no step “%s”."), what);
}

enum err person_post(struct request *request, struct response *response, struct error *error)
{
	int64_t id = request_int(request, "person");
	const char *what = request_text(request, "do");
	const char *notice = NULL;
	char token[TOKEN_TEXT];
	struct form form = { 0 };

	grant_from_request(request, &form.grant);
	if (strcmp(what, "invite") == 0) {
		enum err err = invitation_create(request->db, &request->visitor.actor, id, token, error);
		return err != ERR_OK ? err : person_invited(request, response, id, token, error);
	}
	enum err err = take_step(request, id, what, &form.grant, &notice, error);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		form.problem = form.grant.problem = arena_strdup(request->arena, error->text);
		form.grant.wrong = strcmp(what, "grant") == 0 ? arena_strdup(request->arena, error->field) : NULL;
		enum err again = show(request, response, id, &form, error);
		parts_status(response, err);
		return again;
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, notice);
	response_redirect(response, arena_printf(request->arena, "/secretariat/people/%lld", (long long)id));
	return ERR_OK;
}
