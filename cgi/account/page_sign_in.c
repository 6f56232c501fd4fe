/* sign_in: the way in and out. */
#include <stdio.h>

#include "cgi/account/account.h"
#include "indicators/base/i18n.h"

/* Where the work of a person with these roles begins. */
static const char *start_page(unsigned roles)
{
	if (roles & ROLES_PARTICIPANT)
		return "/reporting/";
	if (roles & ROLE_SECRETARIAT)
		return "/secretariat/";
	if (roles & ROLE_DONOR)
		return "/donors/";
	if (roles & ROLE_ADMINISTRATOR)
		return "/secretariat/people";
	return "/account/";
}

void session_cookie(struct response *response, const char *token)
{
	/* Without an age: it is gone with the browser, and the server ends it after twelve hours anyway. */
	response_cookie(response, "session", token, -1);
	response_cookie(response, "form", "", 0);
}

void half_cookie(struct response *response, const char *token)
{
	response_cookie(response, HALF_COOKIE, token, SIGN_IN_HALF);
}

const char *sign_in_target(const struct request *request, unsigned roles)
{
	const char *next = request_text(request, "next");

	return request_state(request, "next") == PARAM_OK && path_is_ours(next) ? next : start_page(roles);
}

struct template_dict *sign_in_show(struct request *request, struct response *response, const char *email, const struct held *held, const char *why)
{
	struct template_dict *page = response_page(response, "sign_in.tpl", _("Sign in"));

	template_set(page, K_CSRF, request->csrf);
	template_set(page, K_SIGN_IN_EMAIL, email);
	template_set(page, K_SIGN_IN_NEXT, request_text(request, "next"));
	if (request_state(request, "next") == PARAM_OK)
		template_show(page, K_SIGN_IN_WANTED);
	if (held != NULL)
		held_in_sign_in(request, page, held, NULL);
	if (why != NULL)
		template_set(template_section(page, K_SIGN_IN_REFUSED), K_SIGN_IN_WHY, why);
	return page;
}

enum err sign_in_page(struct request *request, struct response *response, struct error *error)
{
	(void)error;
	if (request->visitor.actor.person != 0)
		response_redirect(response, sign_in_target(request, request->visitor.roles));
	else
		sign_in_show(request, response, "", NULL, NULL);
	return ERR_OK;
}

static unsigned roles_of(struct request *request, int64_t person)
{
	struct role_grant *grants;
	size_t count;
	unsigned roles = 0;

	if (role_grants(request->db, request->arena, person, true, &grants, &count, NULL) != ERR_OK)
		return 0;
	for (size_t i = 0; i < count; i++)
		roles |= visitor_role(grants[i].role);
	return roles;
}

/* Whoever signed in: what the form may do is decided when it is sent. */
static enum err show_held(struct request *request, struct response *response, const struct held *held, const char *token, struct error *error)
{
	enum err err = request_signed_in(request, token, error);

	if (err == ERR_OK)
		held_page(request, response, held, _("You are signed in again"),
			_("Your form is still here. Nothing was saved yet: look it through and send it."));
	return err;
}

enum err sign_in_go_on(struct request *request, struct response *response, const struct sign_in *in, struct error *error)
{
	const struct held *held = request_held(request);

	if (in->half) {
		half_cookie(response, in->token);
		/* What is held goes from form to form, so its page is shown at once. */
		if (held != NULL)
			return code_form(request, response, held, NULL);
		response_redirect(response, code_address(request));
		return ERR_OK;
	}
	session_cookie(response, in->token);
	if (held != NULL)
		return show_held(request, response, held, in->token, error);
	response_notice(response, "signed-in");
	response_redirect(response, sign_in_target(request, roles_of(request, in->person)));
	return ERR_OK;
}

void sign_in_status(struct response *response, long wait)
{
	char seconds[24];

	response_status(response, wait > 0 ? 429 : 422);
	if (wait > 0) {
		snprintf(seconds, sizeof seconds, "%ld", wait);
		response_header(response, "Retry-After", seconds);
	}
}

enum err sign_in_post(struct request *request, struct response *response, struct error *error)
{
	struct error refusal = ERROR_INIT;
	struct sign_in in = { 0 };
	enum err err = ERR_DENIED;

	if (request_state(request, "email") == PARAM_OK && request_state(request, "password") == PARAM_OK)
		err = session_sign_in(request->db, request_text(request, "email"), request_text(request, "password"), request->visitor.actor.address,
			request_cookie(request, "session"), &in, &refusal);
	else
		error_set(&refusal, ERR_DENIED, "%s", _("Both the e-mail address and the password are needed."));
	if (err == ERR_OK)
		return sign_in_go_on(request, response, &in, error);
	if (err != ERR_DENIED && in.wait_seconds == 0) {
		*error = refusal;
		return err;
	}
	sign_in_show(request, response, request_text(request, "email"), request_held(request), refusal.text);
	sign_in_status(response, in.wait_seconds);
	return ERR_OK;
}

enum err sign_out_post(struct request *request, struct response *response, struct error *error)
{
	enum err err = session_end(request->db, &request->visitor.actor, request_cookie(request, "session"), error);

	if (err != ERR_OK)
		return err;
	response_cookie(response, "session", "", 0);
	response_notice(response, "signed-out");
	response_redirect(response, "/account/sign-in");
	return ERR_OK;
}
