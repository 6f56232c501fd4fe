/* account: the pages of account.fcgi, one page_<noun>.c each. */
#ifndef CGI_ACCOUNT_ACCOUNT_H
#define CGI_ACCOUNT_ACCOUNT_H

#include "cgi/web/web.h"
#include "indicators/model/session.h"

#define ROLES_PARTICIPANT (ROLE_FOCAL_POINT | ROLE_DEPUTY | ROLE_CLEARING_OFFICER | ROLE_OBSERVER)

web_handler sign_in_page, sign_in_post, sign_out_post;
web_handler code_page, code_post;
web_handler factor_page, factor_post;
web_handler profile_page, language_post, sessions_post;
web_handler password_page, password_post;
web_handler welcome_page, welcome_post;
web_handler calendar_page, calendar_post, calendar_file;

/* May this visitor read the pages of request->guards? */
web_handler authorize;

/* The cookie of a fresh session. */
void session_cookie(struct response *response, const char *token);

/* The cookie of who has given the password and owes the code ("half"); the page that asks for it. */
#define HALF_COOKIE "half"
void half_cookie(struct response *response, const char *token);
const char *code_address(const struct request *request);

/* The form of sign-in, with the held form that came along. Not for a request without the parameter `next`. */
struct template_dict *sign_in_show(struct request *request, struct response *response, const char *email, const struct held *held, const char *why);

/* The form of the second step. Returns ERR_OK. */
enum err code_form(struct request *request, struct response *response, const struct held *held, const char *why);

/* `next` of the request, where it leads to an address of ours; else the start page of these roles. */
const char *sign_in_target(const struct request *request, unsigned roles);

/* The step after a sign-in that came to something: the code, the held form, or where the person wanted to go. */
MUST_USE enum err sign_in_go_on(struct request *request, struct response *response, const struct sign_in *in, struct error *error);

/* Says to wait: 429 and Retry-After, or 422 where `wait` is 0. */
void sign_in_status(struct response *response, long wait);

/* A text as a QR code: the path of an SVG whose unit is a module; *size is its width, with the quiet zone around. NULL: too long. */
const char *qr_path(struct arena *arena, const char *text, int *size);

/* The open sessions of the visitor, in profile.tpl. */
MUST_USE enum err sessions_show(struct request *request, struct template_dict *page, struct error *error);

#endif
