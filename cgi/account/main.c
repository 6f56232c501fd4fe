/* account.fcgi: sign-in, the own profile, and the question of the web server who may pass to an audience's pages. */
#include "cgi/account/account.h"
#include "indicators/base/i18n.h"
#include "indicators/model/second_factor.h"

static const struct param_spec sign_in_query[] = {
	{ .name = "next", .type = PARAM_LINE, .max = 5000 },
	{ 0 },
};

static const struct param_spec sign_in_form[] = {
	{ .name = "email", .type = PARAM_LINE, .max = PERSON_EMAIL_MAX, .required = true },
	{ .name = "password", .type = PARAM_TEXT, .max = PASSWORD_MOST, .required = true },
	{ .name = "next", .type = PARAM_LINE, .max = 5000 },
	{ 0 },
};

/* Of a code: more than a recovery code has, for blanks that were typed with it. */
static const struct param_spec code_form_params[] = {
	{ .name = "code", .type = PARAM_LINE, .max = FACTOR_TYPED, .required = true },
	{ .name = "next", .type = PARAM_LINE, .max = 5000 },
	{ 0 },
};

static const struct param_spec factor_form[] = {
	{ .name = "do", .type = PARAM_CODE, .max = 8, .required = true },
	{ .name = "password", .type = PARAM_TEXT, .max = PASSWORD_MOST },
	{ .name = "code", .type = PARAM_LINE, .max = FACTOR_TYPED },
	{ 0 },
};

static const struct param_spec language_form[] = {
	{ .name = "language", .type = PARAM_CODE, .max = 8, .required = true },
	{ 0 },
};

static const struct param_spec sessions_form[] = {
	{ .name = "session", .type = PARAM_CODE, .max = 64 },
	{ 0 },
};

static const struct param_spec password_form[] = {
	{ .name = "current", .type = PARAM_TEXT, .max = PASSWORD_MOST, .required = true },
	{ .name = "password", .type = PARAM_TEXT, .max = PASSWORD_MOST, .required = true },
	{ .name = "again", .type = PARAM_TEXT, .max = PASSWORD_MOST, .required = true },
	{ 0 },
};

static const struct param_spec welcome_query[] = {
	{ .name = "token", .type = PARAM_CODE, .max = TOKEN_TEXT },
	{ 0 },
};

static const struct param_spec welcome_form[] = {
	{ .name = "token", .type = PARAM_CODE, .max = TOKEN_TEXT },
	{ .name = "password", .type = PARAM_TEXT, .max = PASSWORD_MOST, .required = true },
	{ .name = "again", .type = PARAM_TEXT, .max = PASSWORD_MOST, .required = true },
	{ 0 },
};

static const struct param_spec calendar_form[] = {
	{ .name = "participant", .type = PARAM_CODE, .max = 3, .required = true },
	{ 0 },
};

static const struct param_spec calendar_params[] = {
	{ .name = "token", .type = PARAM_CODE, .max = TOKEN_TEXT },
	{ 0 },
};

static const struct route routes[] = {
	{ .pattern = "/account/sign-in", .flags = ROUTE_PUBLIC | ROUTE_LENIENT, .params = sign_in_query, .handler = sign_in_page },
	/* Room for what was typed elsewhere when the session had ended. */
	{ .pattern = "/account/sign-in", .flags = ROUTE_PUBLIC | ROUTE_POST | ROUTE_LENIENT | ROUTE_CARRIES, .max_body = HELD_BODY,
		.params = sign_in_form, .handler = sign_in_post },
	/* The second step: whoever has given the password only is still nobody, so no route but this one knows them. */
	{ .pattern = "/account/sign-in/code", .flags = ROUTE_PUBLIC | ROUTE_LENIENT, .params = sign_in_query, .handler = code_page },
	{ .pattern = "/account/sign-in/code", .flags = ROUTE_PUBLIC | ROUTE_POST | ROUTE_LENIENT | ROUTE_CARRIES, .max_body = HELD_BODY,
		.params = code_form_params, .handler = code_post },
	{ .pattern = "/account/sign-out", .flags = ROUTE_POST, .handler = sign_out_post },
	{ .pattern = "/account/", .handler = profile_page },
	{ .pattern = "/account/language", .flags = ROUTE_POST, .params = language_form, .handler = language_post },
	{ .pattern = "/account/sessions", .flags = ROUTE_POST, .params = sessions_form, .handler = sessions_post },
	{ .pattern = "/account/password", .handler = password_page },
	{ .pattern = "/account/password", .flags = ROUTE_POST | ROUTE_LENIENT, .params = password_form, .handler = password_post },
	{ .pattern = "/account/second-factor", .handler = factor_page },
	{ .pattern = "/account/second-factor", .flags = ROUTE_POST | ROUTE_LENIENT, .params = factor_form, .handler = factor_post },
	{ .pattern = "/account/calendar", .handler = calendar_page },
	{ .pattern = "/account/calendar", .flags = ROUTE_POST, .roles = ROLE_FOCAL_POINT | ROLE_CLEARING_OFFICER, .params = calendar_form,
		.handler = calendar_post },
	/* Calendar programs do not sign in: the address is the key. It is in the query, which no server writes down. */
	{ .pattern = "/account/calendar.ics", .flags = ROUTE_PUBLIC, .params = calendar_params, .handler = calendar_file },
	{ .pattern = "/account/welcome", .flags = ROUTE_PUBLIC, .params = welcome_query, .handler = welcome_page },
	{ .pattern = "/account/welcome", .flags = ROUTE_PUBLIC | ROUTE_POST | ROUTE_LENIENT, .params = welcome_form, .handler = welcome_post },
	{ 0 },
};

static const struct notice notices[] = {
	{ "session-ended", N_("The session has ended.") },
	{ "factor-off", N_("The second factor is off: signing in asks for the password only.") },
	{ "welcome", N_("Your password is set and you are signed in.") },
	{ 0 },
};

int main(void)
{
	static const struct program program = { .name = "account", .routes = routes, .opens = WEB_REPORTS, .notices = notices,
		.authorize = authorize };

	return web_main(&program);
}
