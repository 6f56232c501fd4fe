/* evidence: a file of an answer before the secretariat, as a download: where the answer itself is shown, once it is cleared. */
#include "cgi/secretariat/secretariat.h"
#include "cgi/web/evidence_parts.h"
#include "indicators/base/i18n.h"

enum err evidence_file_page(struct request *request, struct response *response, struct error *error)
{
	struct answer_key key = { .round = request_int(request, "round"), .participant = request_text(request, "participant"),
		.indicator = request_text(request, "indicator") };
	struct answer answer;
	enum err err = answer_load(request->db, request->arena, &key, &answer, error);

	if (err != ERR_OK)
		return err;
	/* As on the page of the review: what is not cleared stays within the government, also that there is a file. */
	if (answer.state != STATE_CLEARED && answer.state != STATE_ACCEPTED)
		return error_set(error, ERR_NOT_FOUND, "%s", _("This answer has no such file, or no longer."));
	return evidence_respond(request, response, &answer, request_int(request, "evidence"), error);
}
