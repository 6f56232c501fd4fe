/* welcome: an invited person chooses the first password. */
#include <string.h>

#include "cgi/account/account.h"
#include "indicators/base/i18n.h"

static struct template_dict *form(struct request *request, struct response *response, const struct person *person)
{
	struct template_dict *page = response_page(response, "welcome.tpl", _("Welcome"));

	template_set(page, K_CSRF, request->csrf);
	template_set(page, K_WELCOME_NAME, person->name);
	template_set(page, K_WELCOME_EMAIL, person->email);
	template_set(page, K_WELCOME_TOKEN, request_text(request, "token"));
	template_set_int(page, K_PASSWORD_LEAST, PASSWORD_LEAST);
	return page;
}

enum err welcome_page(struct request *request, struct response *response, struct error *error)
{
	struct person person;
	enum err err = invitation_person(request->db, request->arena, request_text(request, "token"), &person, error);

	if (err == ERR_OK)
		form(request, response, &person);
	return err;
}

enum err welcome_post(struct request *request, struct response *response, struct error *error)
{
	const char *token = request_text(request, "token");
	const char *password = request_text(request, "password");
	struct error refusal = ERROR_INIT;
	struct sign_in in;
	struct person person;
	enum err err = invitation_person(request->db, request->arena, token, &person, error);

	if (err != ERR_OK)
		return err;
	if (request_state(request, "password") != PARAM_OK || strcmp(password, request_text(request, "again")) != 0)
		err = error_set(&refusal, ERR_INVALID, "%s", _("The password was typed in two different ways, or a field is empty or too long."));
	else
		err = invitation_redeem(request->db, &request->visitor.actor, token, password, &refusal);
	if (err == ERR_INVALID) {
		struct template_dict *page = form(request, response, &person);
		template_set(template_section(page, K_PASSWORD_REFUSED), K_PASSWORD_WHY, refusal.text);
		response_status(response, 422);
		return ERR_OK;
	}
	if (err == ERR_OK) {
		struct actor invited = { .person = person.id, .name = person.email, .address = request->visitor.actor.address };
		err = session_begin(request->db, &invited, person.id, &in, &refusal);
	}
	if (err != ERR_OK) {
		*error = refusal;
		return err;
	}
	/* The link stands for the password, never for the second factor. */
	if (in.half) {
		half_cookie(response, in.token);
		response_redirect(response, "/account/sign-in/code");
		return ERR_OK;
	}
	session_cookie(response, in.token);
	response_notice(response, "welcome");
	response_redirect(response, "/account/");
	return ERR_OK;
}
