/* password: a signed-in person chooses a new one. */
#include <string.h>

#include "cgi/account/account.h"
#include "indicators/base/i18n.h"

static struct template_dict *form(struct request *request, struct response *response)
{
	struct template_dict *page = response_page(response, "password.tpl", _("Change the password"));

	template_set(page, K_CSRF, request->csrf);
	template_set(page, K_PASSWORD_EMAIL, request->visitor.actor.name);
	template_set_int(page, K_PASSWORD_LEAST, PASSWORD_LEAST);
	return page;
}

enum err password_page(struct request *request, struct response *response, struct error *error)
{
	(void)error;
	form(request, response);
	return ERR_OK;
}

static enum err refused(struct request *request, struct response *response, const char *why, int status)
{
	struct template_dict *page = form(request, response);

	template_set(template_section(page, K_PASSWORD_REFUSED), K_PASSWORD_WHY, why);
	response_status(response, status);
	return ERR_OK;
}

enum err password_post(struct request *request, struct response *response, struct error *error)
{
	struct actor *actor = &request->visitor.actor;
	const char *password = request_text(request, "password");
	struct error refusal = ERROR_INIT;
	char token[TOKEN_TEXT];
	long wait = 0;

	if (request_state(request, "current") != PARAM_OK || request_state(request, "password") != PARAM_OK ||
		request_state(request, "again") != PARAM_OK)
		return refused(request, response, _("All three fields are needed, each of at most 256 bytes."), 422);
	if (strcmp(password, request_text(request, "again")) != 0)
		return refused(request, response, _("The new password was typed in two different ways."), 422);
	enum err err = session_confirm(request->db, actor, request_text(request, "current"), NULL, &wait, &refusal);
	if (err == ERR_DENIED)
		return refused(request, response, refusal.text, 422);
	if (wait > 0)
		return refused(request, response, refusal.text, 429);
	/* A fresh session for this browser: that of the old password ends with all others. */
	if (err == ERR_OK)
		err = session_create(request->db, actor, actor->person, token, &refusal);
	if (err == ERR_OK)
		err = password_set(request->db, actor, actor->person, password, token, &refusal);
	if (err == ERR_INVALID) {
		/* The fresh session is not needed then. */
		if ((err = session_end(request->db, actor, token, error)) != ERR_OK)
			return err;
		return refused(request, response, refusal.text, 422);
	}
	if (err != ERR_OK) {
		*error = refusal;
		return err;
	}
	session_cookie(response, token);
	response_notice(response, "password-changed");
	response_redirect(response, "/account/");
	return ERR_OK;
}
