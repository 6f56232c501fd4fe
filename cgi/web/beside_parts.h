/* beside_parts: the part of a page with the official figures that the catalogue sets beside an indicator (model/beside.h). */
#ifndef CGI_WEB_BESIDE_PARTS_H
#define CGI_WEB_BESIDE_PARTS_H

#include "cgi/web/web.h"

/* {{>BESIDE}}, where there are any. */
MUST_USE enum err beside_show(struct request *request, struct template_dict *dict, int64_t version, const char *participant,
	struct error *error);

#endif
