/*
 * code: the second step of a sign-in. Who comes here has given the right password, which only the cookie "half" says: a random token
 * whose hash the table half_session holds for ten minutes. It is no session, so every other page takes them for nobody.
 */
#include "cgi/account/account.h"
#include "indicators/base/buffer.h"
#include "indicators/base/i18n.h"

const char *code_address(const struct request *request)
{
	const char *next = request_text(request, "next");
	struct buffer address = BUFFER_INIT(32 * 1024);

	buffer_puts(&address, "/account/sign-in/code");
	if (request_state(request, "next") == PARAM_OK && path_is_ours(next)) {
		buffer_puts(&address, "?next=");
		encode_url(&address, next, false);
	}
	const char *text = arena_strdup(request->arena, buffer_text(&address));
	buffer_release(&address);
	return text;
}

enum err code_form(struct request *request, struct response *response, const struct held *held, const char *why)
{
	struct template_dict *page = response_page(response, "code.tpl", _("The second step"));

	template_set(page, K_CSRF, request->csrf);
	template_set(page, K_SIGN_IN_NEXT, request_text(request, "next"));
	if (held != NULL)
		held_in_sign_in(request, page, held, NULL);
	if (why != NULL)
		template_set(template_section(page, K_CODE_REFUSED), K_CODE_WHY, why);
	return ERR_OK;
}

enum err code_page(struct request *request, struct response *response, struct error *error)
{
	bool half = false;

	if (request->visitor.actor.person != 0) {
		response_redirect(response, sign_in_target(request, request->visitor.roles));
		return ERR_OK;
	}
	enum err err = session_is_half(request->db, request_cookie(request, HALF_COOKIE), &half, error);
	if (err != ERR_OK)
		return err;
	if (half)
		return code_form(request, response, NULL, NULL);
	sign_in_show(request, response, "", NULL, _("The sign-in was begun too long ago. Enter e-mail address and password again."));
	return ERR_OK;
}

enum err code_post(struct request *request, struct response *response, struct error *error)
{
	const struct held *held = request_held(request);
	struct error refusal = ERROR_INIT;
	struct sign_in in = { 0 };

	if (request_state(request, "code") == PARAM_MISSING) {
		response_status(response, 422);
		return code_form(request, response, held, _("Enter the code, or one of your recovery codes."));
	}
	/* What is too long or no text at all is as wrong as any other code, and counts. */
	enum err err = session_second(request->db, request_cookie(request, HALF_COOKIE),
		request_state(request, "code") == PARAM_OK ? request_text(request, "code") : "", request->visitor.actor.address,
		request_cookie(request, "session"), &in, &refusal);
	if (err == ERR_OK) {
		response_cookie(response, HALF_COOKIE, "", 0);
		return sign_in_go_on(request, response, &in, error);
	}
	if (err == ERR_NOT_FOUND) {
		sign_in_show(request, response, "", held, refusal.text);
		response_status(response, 422);
		return ERR_OK;
	}
	if (err != ERR_DENIED && in.wait_seconds == 0) {
		*error = refusal;
		return err;
	}
	sign_in_status(response, in.wait_seconds);
	return code_form(request, response, held, refusal.text);
}
