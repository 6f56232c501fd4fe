/* people: everybody who can sign in (people_list.c), and adding somebody. For administrators. */
#include <string.h>

#include "cgi/secretariat/secretariat.h"
#include "cgi/web/choice_parts.h"
#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/change.h"
#include "indicators/model/mail.h"

struct form {
	const char *name, *email, *lang;
	struct grant_form grant;
	const char *wrong, *problem;
};

enum err grant_show(struct request *request, struct template_dict *dict, const struct grant_form *form, struct error *error)
{
	static const struct { const char *field; enum template_key section; } fields[] = {
		{ "role", K_WRONG_ROLE }, { "participant", K_WRONG_PARTICIPANT }, { "starts_on", K_WRONG_STARTS }, { "ends_on", K_WRONG_ENDS },
	};
	struct template_dict *part = template_include(dict, K_GRANT, "grant.tpl");
	struct round_choices participants;
	enum err err = round_choose_participants(request->db, request->arena, request->language, &participants, error);

	for (size_t i = 0; role_names[i] != NULL; i++)
		choice_option(part, K_GRANT_ROLE, role_names[i], role_title(role_names[i]), form->role);
	for (size_t i = 0; err == ERR_OK && i < participants.count; i++)
		choice_option(part, K_GRANT_PARTICIPANT, participants.rows[i].code, participants.rows[i].title, form->participant);
	template_set(part, K_GRANT_STARTS, form->starts_on);
	template_set(part, K_GRANT_ENDS, form->ends_on);
	for (size_t i = 0; form->wrong != NULL && i < sizeof fields / sizeof *fields; i++)
		if (strcmp(fields[i].field, form->wrong) == 0)
			show_text(part, fields[i].section, K_WRONG_TEXT, form->problem);
	return err;
}

void grant_from_request(struct request *request, struct grant_form *form)
{
	char today[CLOCK_DATE];

	clock_today(today);
	*form = (struct grant_form){ .role = request_text(request, "role"), .participant = request_text(request, "participant"),
		.starts_on = request_text(request, "starts_on"), .ends_on = request_text(request, "ends_on") };
	if (form->starts_on[0] == '\0')
		form->starts_on = arena_strdup(request->arena, today);
}

MUST_USE static enum err show(struct request *request, struct response *response, const struct form *form, struct error *error)
{
	struct template_dict *page = response_page(response, "people.tpl", _("People"));
	template_set(page, K_CSRF, request->csrf);
	show_text(page, K_PE_PROBLEM, K_PE_PROBLEM_TEXT, form->problem);
	enum err err = people_list_show(request, page, error);
	template_set(page, K_PE_NEW_NAME, form->name);
	template_set(page, K_PE_NEW_EMAIL, form->email);
	choice_languages(page, K_PE_LANGUAGE, form->lang);
	if (form->wrong != NULL && strcmp(form->wrong, "name") == 0)
		show_text(page, K_WRONG_NAME, K_WRONG_TEXT, form->problem);
	if (form->wrong != NULL && strcmp(form->wrong, "email") == 0)
		show_text(page, K_WRONG_EMAIL, K_WRONG_TEXT, form->problem);
	return err != ERR_OK ? err : grant_show(request, page, &form->grant, error);
}

enum err people_page(struct request *request, struct response *response, struct error *error)
{
	struct form form = { .name = "", .email = "", .lang = request->language };

	grant_from_request(request, &form.grant);
	return show(request, response, &form, error);
}

/* Person, role and invitation in one transaction; the token is empty where the invitation goes by mail. */
MUST_USE static enum err add_person(struct request *request, const struct form *form, int64_t *id, char token[static TOKEN_TEXT],
	struct error *error)
{
	const struct actor *actor = &request->visitor.actor;
	int64_t grant;
	bool own = false;
	enum err err = change_begin(request->db, &own, error);

	if (err != ERR_OK)
		return err;
	err = person_add(request->db, actor, form->email, form->name, form->lang, id, error);
	if (err == ERR_OK)
		err = role_grant_add(request->db, actor, *id, form->grant.role, form->grant.participant[0] != '\0' ? form->grant.participant : NULL,
			form->grant.starts_on, form->grant.ends_on[0] != '\0' ? form->grant.ends_on : NULL, &grant, error);
	token[0] = '\0';
	if (err == ERR_OK)
		err = strcmp(request_text(request, "by"), "mail") == 0 ? mail_invite(request->db, actor, *id, error)
			: invitation_create(request->db, actor, *id, token, error);
	return change_end(request->db, own, err, error);
}

enum err people_post(struct request *request, struct response *response, struct error *error)
{
	struct form form = { .name = request_text(request, "name"), .email = request_text(request, "email"),
		.lang = request_text(request, "lang") };
	char token[TOKEN_TEXT];
	int64_t id;

	grant_from_request(request, &form.grant);
	enum err err = add_person(request, &form, &id, token, error);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		form.problem = form.grant.problem = arena_strdup(request->arena, error->text);
		form.wrong = form.grant.wrong = arena_strdup(request->arena, error->field);
		enum err again = show(request, response, &form, error);
		parts_status(response, err);
		return again;
	}
	if (err != ERR_OK)
		return err;
	if (token[0] != '\0')
		return person_invited(request, response, id, token, error);
	response_notice(response, "mailed");
	response_redirect(response, arena_printf(request->arena, "/secretariat/people/%lld", (long long)id));
	return ERR_OK;
}
