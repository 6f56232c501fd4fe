/* team: who acts for a government: handing the focal point's role over, deputies. What administrators do is in the secretariat's pages. */
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "cgi/web/choice_parts.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/handover.h"

/* Which form was sent, as typed, and what is wrong with it. */
struct team_form {
	const char *which; /* "handover", "deputy", "grant"; "" for none */
	int64_t grant;
	const char *email, *name, *lang, *starts_on, *ends_on;
	const char *wrong, *problem;
	const struct handed *handed; /* somebody new, whose invitation is shown now; or NULL */
};

static void read_form(struct request *request, const char *which, struct team_form *form)
{
	*form = (struct team_form){ .which = which, .grant = request_int(request, "grant"), .email = request_text(request, "email"),
		.name = request_text(request, "name"), .lang = request_text(request, "lang"), .starts_on = request_text(request, "starts_on"),
		.ends_on = request_text(request, "ends_on") };
}

static void show_notes(struct request *request, struct template_dict *row, const struct team_member *member)
{
	if (member->coming)
		template_show(row, K_TEAM_COMING);
	if (member->invited)
		template_show(row, K_TEAM_INVITED);
	if (member->came_from != NULL)
		template_set(template_section(row, K_TEAM_NOTE), K_TEAM_NOTE_TEXT,
			arena_printf(request->arena, _("handed over by %s"), member->came_from));
	if (member->passes_to != NULL)
		template_set(template_section(row, K_TEAM_NOTE), K_TEAM_NOTE_TEXT, arena_printf(request->arena, _("passes to %s on %s"),
			member->passes_to, day_text(request->arena, member->passes_on)));
}

static void show_member(struct request *request, struct template_dict *page, const struct team_member *member, const char *href)
{
	struct template_dict *row = template_section(page, K_TEAM_ROW);
	char today[CLOCK_DATE];

	template_set(row, K_TEAM_NAME, member->name);
	template_set(row, K_TEAM_EMAIL, member->email);
	template_set(row, K_TEAM_ROLE, role_title(member->role));
	template_set(row, K_TEAM_FROM, day_text(request->arena, member->starts_on));
	template_set(row, K_TEAM_TO, member->ends_on != NULL ? day_text(request->arena, member->ends_on) : "—");
	show_notes(request, row, member);
	if (!member->may_take_back && !member->may_end)
		return;
	clock_today(today);
	struct template_dict *step = template_section(row, member->may_take_back ? K_TEAM_TAKE_BACK : K_TEAM_END);
	template_set(step, K_CSRF, request->csrf);
	template_set(step, K_TEAM_HREF, href);
	template_set_int(step, K_TEAM_GRANT, member->grant);
	template_set(step, K_TEAM_TODAY, today);
	template_set(step, K_TEAM_NAME, member->name);
}

/* The person's fields and days of a form; what was typed stands in the form that was sent. */
static void show_fields(struct request *request, struct template_dict *dict, const struct team_form *form, const char *which)
{
	static const struct { const char *field; enum template_key section; } fields[] = {
		{ "email", K_WRONG_EMAIL }, { "name", K_WRONG_NAME }, { "lang", K_WRONG_LANG }, { "starts_on", K_WRONG_STARTS },
		{ "ends_on", K_WRONG_ENDS },
	};
	struct template_dict *part = template_include(dict, K_SUCCESSOR, "successor.tpl");
	bool sent = strcmp(form->which, which) == 0;

	template_set(part, K_SU_PREFIX, which);
	template_set(part, K_SU_EMAIL, sent ? form->email : "");
	template_set(part, K_SU_NAME, sent ? form->name : "");
	template_set(part, K_SU_STARTS, sent ? form->starts_on : "");
	choice_languages(part, K_SU_LANGUAGE, sent ? form->lang : request->language);
	struct template_dict *until = NULL;
	if (strcmp(which, "deputy") == 0) {
		until = template_section(part, K_SU_UNTIL);

		template_set(until, K_SU_PREFIX, which);
		template_set(until, K_SU_ENDS, sent ? form->ends_on : "");
	}
	for (size_t i = 0; sent && form->wrong != NULL && i < sizeof fields / sizeof *fields; i++)
		if (strcmp(fields[i].field, form->wrong) == 0)
			template_set(template_section(fields[i].section == K_WRONG_ENDS && until != NULL ? until : part, fields[i].section), K_WRONG_TEXT,
				form->problem);
}

static void show_handover(struct request *request, struct template_dict *page, const struct team *team, const struct team_form *form,
	const char *href)
{
	struct template_dict *dict = NULL;

	for (size_t i = 0; i < team->count; i++) {
		const struct team_member *member = &team->rows[i];

		if (!member->may_hand_over)
			continue;
		const char *grant = arena_printf(request->arena, "%lld", (long long)member->grant);
		bool chosen = form->grant != 0 ? member->grant == form->grant : dict == NULL;
		if (dict == NULL) {
			dict = template_section(page, K_TEAM_HANDOVER);
			template_set(dict, K_CSRF, request->csrf);
			template_printf(dict, K_TEAM_HREF, "%shandover", href);
			show_fields(request, dict, form, "handover");
		}
		choice_option(dict, K_TEAM_WHOSE, grant, member->name, chosen ? grant : "");
	}
}

static void show_invitation(struct request *request, struct template_dict *page, const struct handed *handed)
{
	struct template_dict *section = template_section(page, K_TEAM_INVITATION);

	template_set(section, K_TEAM_INVITED_NAME, handed->name);
	template_set(section, K_TEAM_INVITATION_HREF, arena_printf(request->arena, "/account/welcome?token=%s", handed->token));
}

MUST_USE static enum err show(struct request *request, struct response *response, const struct team_form *form, struct error *error)
{
	const char *participant = request_text(request, "participant");
	struct team team;

	if (!visitor_may(&request->visitor, ROLES_OF_PARTICIPANT, participant))
		return error_set(error, ERR_DENIED, _("You have no reporting role for %s."), participant);
	enum err err = team_list(request->db, request->arena, &request->visitor.actor, participant, request->language, &team, error);
	if (err != ERR_OK)
		return err;
	const char *href = arena_printf(request->arena, "/reporting/team/%s/", participant);
	const char *title = arena_printf(request->arena, _("People who act for %s"), team.title);
	struct template_dict *page = response_page(response, "team.tpl", title);
	template_set(page, K_TEAM_TITLE, title);
	if (form->problem != NULL)
		template_set(template_section(page, K_TEAM_PROBLEM), K_TEAM_PROBLEM_TEXT, form->problem);
	if (form->handed != NULL)
		show_invitation(request, page, form->handed);
	for (size_t i = 0; i < team.count; i++)
		show_member(request, page, &team.rows[i], href);
	show_handover(request, page, &team, form, href);
	if (team.may_appoint) {
		struct template_dict *deputy = template_section(page, K_TEAM_DEPUTY);
		template_set(deputy, K_CSRF, request->csrf);
		template_printf(deputy, K_TEAM_HREF, "%sdeputy", href);
		show_fields(request, deputy, form, "deputy");
	} else {
		template_show(page, K_TEAM_READ_ONLY);
	}
	return ERR_OK;
}

enum err team_page(struct request *request, struct response *response, struct error *error)
{
	struct team_form form = { .which = "" };

	return show(request, response, &form, error);
}

/* After a step: the invitation of somebody new, the page with its notice, or the form as typed with what is wrong. */
MUST_USE static enum err finish(struct request *request, struct response *response, enum err err, struct team_form *form, const char *notice,
	struct error *error)
{
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		form->problem = arena_strdup(request->arena, error->text);
		form->wrong = arena_strdup(request->arena, error->field);
		enum err again = show(request, response, form, error);
		parts_status(response, err);
		return again;
	}
	if (err != ERR_OK)
		return err;
	if (form->handed != NULL && form->handed->token[0] != '\0')
		return show(request, response, &(struct team_form){ .which = "", .handed = form->handed }, error);
	response_notice(response, notice);
	response_redirect(response, arena_printf(request->arena, "/reporting/team/%s/", request_text(request, "participant")));
	return ERR_OK;
}

static struct successor successor_of(const struct team_form *form)
{
	return (struct successor){ .email = form->email, .name = form->name, .lang = form->lang };
}

enum err team_handover_post(struct request *request, struct response *response, struct error *error)
{
	struct team_form form;
	struct handed handed;

	read_form(request, "handover", &form);
	form.handed = &handed;
	struct successor successor = successor_of(&form);
	enum err err = handover_make(request->db, request->arena, &request->visitor.actor, request_text(request, "participant"), form.grant,
		&successor, form.starts_on, &handed, error);
	if (err != ERR_OK)
		form.handed = NULL;
	return finish(request, response, err, &form, "handed-over", error);
}

enum err team_deputy_post(struct request *request, struct response *response, struct error *error)
{
	struct team_form form;
	struct handed handed;

	read_form(request, "deputy", &form);
	form.handed = &handed;
	struct successor deputy = successor_of(&form);
	enum err err = handover_appoint(request->db, request->arena, &request->visitor.actor, request_text(request, "participant"), &deputy,
		form.starts_on, form.ends_on, &handed, error);
	if (err != ERR_OK)
		form.handed = NULL;
	return finish(request, response, err, &form, "deputy", error);
}

enum err team_grant_post(struct request *request, struct response *response, struct error *error)
{
	const struct actor *actor = &request->visitor.actor;
	const char *participant = request_text(request, "participant"), *what = request_text(request, "do");
	struct team_form form;

	read_form(request, "grant", &form);
	if (strcmp(what, "end") == 0)
		return finish(request, response, handover_end(request->db, actor, participant, form.grant, form.ends_on, error), &form, "ended", error);
	if (strcmp(what, "take_back") == 0)
		return finish(request, response, handover_take_back(request->db, actor, participant, form.grant, error), &form, "taken-back", error);
	return error_set_field(error, ERR_INVALID, "do", _("There is no step “%s”."), what);
}
