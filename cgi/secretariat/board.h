/* board: the part of the round's page with participants and domains at a glance. */
#ifndef CGI_SECRETARIAT_BOARD_H
#define CGI_SECRETARIAT_BOARD_H

#include "cgi/secretariat/secretariat.h"

/* {{>BOARD}}: what waits for the visitor and what is late, then the table; each of its cells leads to the list of those answers. */
MUST_USE enum err board_show(struct request *request, struct template_dict *page, const struct round *round, const struct round_seats *seats,
	struct error *error);

#endif
