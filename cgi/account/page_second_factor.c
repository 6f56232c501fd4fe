/* second_factor: a person turns their second factor on and off, and makes recovery codes. What is secret is in the answer to a form, once. */
#include <stdio.h>
#include <string.h>

#include "cgi/account/account.h"
#include "indicators/base/buffer.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/second_factor.h"

#define ISSUER "Almaty Monitor" /* what the application shows above the code */

/* What the page shows besides the state: a key just made, codes just made, or why a step was refused. */
struct shown {
	const char *key;
	const struct recovery_codes *codes;
	const char *why;
};

/* otpauth://, as the applications read it from a QR code. */
static const char *key_address(struct request *request, const char *key)
{
	struct buffer address = BUFFER_INIT(8 * 1024);

	buffer_puts(&address, "otpauth://totp/");
	encode_url(&address, ISSUER, false);
	buffer_puts(&address, ":");
	encode_url(&address, request->visitor.actor.name, false);
	buffer_printf(&address, "?secret=%s&issuer=", key);
	encode_url(&address, ISSUER, false);
	const char *text = arena_strdup(request->arena, buffer_text(&address));
	buffer_release(&address);
	return text;
}

/* "ABCD EFGH …", to be typed. */
static const char *in_groups(struct arena *arena, const char *key)
{
	const char *text = "";

	for (size_t i = 0; key[i] != '\0'; i += 4)
		text = arena_printf(arena, "%s%s%.4s", text, i > 0 ? " " : "", key + i);
	return text;
}

static void show_key(struct request *request, struct template_dict *page, const char *key)
{
	struct template_dict *section = template_section(page, K_FACTOR_KEY);
	int size = 0;
	const char *path = qr_path(request->arena, key_address(request, key), &size);

	template_set(section, K_FACTOR_TEXT, in_groups(request->arena, key));
	if (path == NULL)
		return;
	struct template_dict *picture = template_section(section, K_FACTOR_QR);
	template_set_int(picture, K_FACTOR_SIZE, size);
	template_set(picture, K_FACTOR_PATH, path);
}

static void show_on(struct request *request, struct template_dict *page, const struct second_factor *factor)
{
	struct arena *arena = request->arena;
	struct template_dict *on = template_section(page, K_FACTOR_ON);
	unsigned long left = (unsigned long)factor->recovery_left;

	template_set(on, K_CSRF, request->csrf);
	template_set(on, K_FACTOR_STATE, arena_printf(arena, _("On since %s."), day_text(arena, factor->on_since)));
	template_set(on, K_FACTOR_LEFT, arena_printf(arena, i18n_plural("%lu recovery code is left.", "%lu recovery codes are left.", left), left));
	if (left < 3)
		template_show(on, K_FACTOR_FEW);
}

MUST_USE static enum err show(struct request *request, struct response *response, const struct shown *shown, struct error *error)
{
	struct second_factor factor;
	enum err err = second_factor_state(request->db, request->arena, request->visitor.actor.person, &factor, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "second_factor.tpl", _("Second factor"));
	response_style(response, "account.css");
	if (shown->why != NULL)
		template_set(template_section(page, K_FACTOR_REFUSED), K_FACTOR_WHY, shown->why);
	if (shown->codes != NULL) {
		struct template_dict *codes = template_section(page, K_FACTOR_CODES);
		for (size_t i = 0; i < RECOVERY_CODES; i++)
			template_set(template_section(codes, K_FACTOR_CODE), K_FACTOR_CODE_TEXT, shown->codes->texts[i]);
	}
	if (factor.on_since != NULL) {
		show_on(request, page, &factor);
		return ERR_OK;
	}
	if (shown->key != NULL)
		show_key(request, page, shown->key);
	if (factor.begun) {
		struct template_dict *confirm = template_section(page, K_FACTOR_CONFIRM);
		template_set(confirm, K_CSRF, request->csrf);
		/* The key is not shown twice. */
		if (shown->key == NULL)
			template_show(confirm, K_FACTOR_SHOWN);
	} else {
		template_show(page, K_FACTOR_OFF);
	}
	if (shown->key == NULL)
		template_set(template_section(page, factor.begun ? K_FACTOR_ANEW : K_FACTOR_BEGIN), K_CSRF, request->csrf);
	return ERR_OK;
}

enum err factor_page(struct request *request, struct response *response, struct error *error)
{
	return show(request, response, &(struct shown){ 0 }, error);
}

static enum err begin(struct request *request, struct response *response, struct error *error)
{
	char key[FACTOR_KEY_TEXT];
	enum err err = second_factor_begin(request->db, &request->visitor.actor, key, error);

	return err != ERR_OK ? err : show(request, response, &(struct shown){ .key = key }, error);
}

static enum err confirm(struct request *request, struct response *response, struct error *error)
{
	struct recovery_codes codes;
	enum err err = second_factor_confirm(request->db, &request->visitor.actor, request_text(request, "code"), &codes, error);

	return err != ERR_OK ? err : show(request, response, &(struct shown){ .codes = &codes }, error);
}

static enum err renew(struct request *request, struct response *response, struct error *error)
{
	struct recovery_codes codes;
	enum err err = second_factor_renew(request->db, &request->visitor.actor, &codes, error);

	return err != ERR_OK ? err : show(request, response, &(struct shown){ .codes = &codes }, error);
}

static enum err turn_off(struct request *request, struct response *response, struct error *error)
{
	enum err err = second_factor_end(request->db, &request->visitor.actor, error);

	if (err != ERR_OK)
		return err;
	response_notice(response, "factor-off");
	response_redirect(response, "/account/");
	return ERR_OK;
}

/* The steps of the form, and what each asks for again. */
static const struct step {
	const char *name;
	bool password, code; /* are checked, and attempts counted, before the step */
	enum err (*take)(struct request *request, struct response *response, struct error *error);
} steps[] = {
	{ "begin", true, false, begin },
	{ "confirm", false, false, confirm },
	{ "codes", true, true, renew },
	{ "off", true, true, turn_off },
};

MUST_USE static enum err check_first(struct request *request, const struct step *step, long *wait, struct error *error)
{
	if (step->password && request_state(request, "password") != PARAM_OK)
		return error_set_field(error, ERR_INVALID, "password", "%s", step->code ? _("Both the password and a code are needed.") : _("The password is needed."));
	if (step->code && request_state(request, "code") != PARAM_OK)
		return error_set_field(error, ERR_INVALID, "code", "%s", _("Both the password and a code are needed."));
	if (!step->password)
		return ERR_OK;
	return session_confirm(request->db, &request->visitor.actor, request_text(request, "password"), step->code ? request_text(request, "code") : NULL,
		wait, error);
}

/* Checked before the password is: a code would be used up for nothing. */
MUST_USE static enum err fits_state(struct request *request, const struct step *step, struct error *error)
{
	struct second_factor factor;
	enum err err = second_factor_state(request->db, request->arena, request->visitor.actor.person, &factor, error);

	if (err != ERR_OK || (factor.on_since != NULL) == step->code || !step->password)
		return err;
	return error_set(error, ERR_CONFLICT, "%s", factor.on_since != NULL ? _("The second factor is on already.") : _("The second factor is off already."));
}

enum err factor_post(struct request *request, struct response *response, struct error *error)
{
	const char *what = request_text(request, "do");
	const struct step *step = NULL;
	struct error refusal = ERROR_INIT;
	long wait = 0;

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
		if (strcmp(steps[i].name, what) == 0)
			step = &steps[i];
	if (step == NULL)
		return error_set_field(error, ERR_INVALID, "do", _("There is no step “%s”."), what);
	enum err err = fits_state(request, step, &refusal);
	if (err == ERR_OK)
		err = check_first(request, step, &wait, &refusal);
	if (err == ERR_OK)
		err = step->take(request, response, &refusal);
	if (err == ERR_OK)
		return ERR_OK;
	if (err != ERR_INVALID && err != ERR_DENIED && err != ERR_CONFLICT && wait == 0) {
		*error = refusal;
		return err;
	}
	enum err again = show(request, response, &(struct shown){ .why = refusal.text }, error);
	sign_in_status(response, wait);
	if (err == ERR_CONFLICT)
		response_status(response, 409);
	return again;
}
