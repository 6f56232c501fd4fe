/* evidence: a file of one's own government's answer, as a download. */
#include "cgi/reporting/reporting.h"
#include "cgi/web/evidence_parts.h"

enum err evidence_file_page(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	struct answer answer;
	enum err err = desk_open(request, &desk, error);

	if (err != ERR_OK)
		return err;
	struct answer_key key = { .round = desk.round.id, .participant = desk.seat.code, .indicator = request_text(request, "indicator") };
	err = answer_load(request->db, request->arena, &key, &answer, error);
	return err != ERR_OK ? err : evidence_respond(request, response, &answer, request_int(request, "evidence"), error);
}
