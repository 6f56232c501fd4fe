/*
 * authorize: the FastCGI role of authorizer. The web server asks it before each request to /donors/ and /members/; which of the
 * two is said by the web server's configuration (MONITOR_GUARDS), not read from the address, so no odd spelling of an address can
 * ask for the wrong one.
 */
#include <string.h>

#include "cgi/account/account.h"
#include "indicators/base/i18n.h"

static const struct { const char *prefix; unsigned roles; } audiences[] = {
	{ "/donors", ROLES_PARTICIPANT | ROLE_SECRETARIAT | ROLE_DONOR },
	{ "/members", ROLES_PARTICIPANT | ROLE_SECRETARIAT },
};

enum err authorize(struct request *request, struct response *response, struct error *error)
{
	unsigned roles = 0;

	for (size_t i = 0; i < sizeof audiences / sizeof *audiences; i++)
		if (strcmp(audiences[i].prefix, request->guards) == 0)
			roles = audiences[i].roles;
	if (roles == 0)
		return error_set(error, ERR_DENIED, "%s", _("The web server did not say whose pages it guards, so nobody may pass."));
	if (request->visitor.actor.person == 0)
		return response_to_sign_in(request, response);
	if ((request->visitor.roles & roles) == 0)
		return error_set(error, ERR_DENIED, "%s",
			_("Your roles do not open these figures. If your work needs them, ask the administrator for the role."));
	/* Apache wants a user's name from whoever lets pass. It gets none: the pages behind do not need to know who reads them. */
	response_header(response, "Variable-REMOTE_USER", "reader");
	response_status(response, 200);
	return ERR_OK;
}
