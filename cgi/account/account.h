/* account: the pages of account.fcgi, one page_<noun>.c each. */
#ifndef CGI_ACCOUNT_ACCOUNT_H
#define CGI_ACCOUNT_ACCOUNT_H

#include "cgi/web/web.h"
#include "indicators/model/session.h"

#define ROLES_PARTICIPANT (ROLE_FOCAL_POINT | ROLE_DEPUTY | ROLE_CLEARING_OFFICER | ROLE_OBSERVER)

web_handler sign_in_page, sign_in_post, sign_out_post;
web_handler profile_page, language_post, sessions_post;
web_handler password_page, password_post;
web_handler welcome_page, welcome_post;
web_handler calendar_page, calendar_post, calendar_file;

/* May this visitor read the pages of request->guards? */
web_handler authorize;

/* Where the work of a person with these roles begins. */
const char *start_page(unsigned roles);

/* The cookie of a fresh session. */
void session_cookie(struct response *response, const char *token);

/* The open sessions of the visitor, in profile.tpl. */
MUST_USE enum err sessions_show(struct request *request, struct template_dict *page, struct error *error);

#endif
