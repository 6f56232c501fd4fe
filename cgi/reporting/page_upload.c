/*
 * upload: a file that comes in pieces, for templates/assets/upload.js. Answers are JSON: {"id", "name", "size", "received"}, and with a
 * refusal its sentence in "problem".
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "indicators/base/i18n.h"
#include "indicators/model/upload.h"

static void respond(struct response *response, const struct upload *upload, const char *problem)
{
	json_t *json = json_object();
	struct buffer *body = response_body(response, "application/json");

	if (upload != NULL && upload->id != NULL) {
		json_object_set_new(json, "id", json_string(upload->id));
		json_object_set_new(json, "name", json_string(upload->name));
		json_object_set_new(json, "size", json_integer(upload->size));
		json_object_set_new(json, "received", json_integer(upload->received));
	}
	if (problem != NULL)
		json_object_set_new(json, "problem", json_string(problem));
	char *text = json_dumps(json, JSON_COMPACT);
	buffer_puts(body, text != NULL ? text : "{}");
	free(text);
	json_decref(json);
}

/* A refusal that upload.js can tell the person. What is a fault of ours goes the usual way. */
MUST_USE static enum err refuse(struct response *response, const struct upload *upload, enum err err, const struct error *error)
{
	int status;

	switch (err) {
	case ERR_INVALID: status = 422; break;
	case ERR_DENIED: status = 403; break;
	case ERR_NOT_FOUND: status = 404; break;
	case ERR_CONFLICT: status = 409; break;
	case ERR_TOO_LARGE: status = 413; break;
	case ERR_BUSY: status = 503; break;
	case ERR_FULL: status = 507; break;
	default: return err;
	}
	respond(response, upload, error->text);
	response_status(response, status);
	return ERR_OK;
}

/* The place, for who has a role there. */
MUST_USE static enum err open_place(struct request *request, struct desk *desk, struct upload_place *place, struct error *error)
{
	enum err err = desk_open(request, desk, error);

	if (err == ERR_OK)
		*place = (struct upload_place){ .round = desk->round.id, .participant = desk->seat.code };
	return err;
}

enum err upload_page(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	struct upload_place place;
	struct upload upload = { .id = NULL };
	enum err err = open_place(request, &desk, &place, error);

	if (err == ERR_OK)
		err = upload_load(request->db, request->arena, &request->visitor.actor, &place, request_text(request, "upload"), &upload, error);
	if (err != ERR_OK)
		return refuse(response, NULL, err, error);
	respond(response, &upload, NULL);
	return ERR_OK;
}

MUST_USE static enum err take_piece(struct request *request, const struct upload_place *place, struct upload *upload, struct error *error)
{
	const struct request_file *piece;
	const struct actor *actor = &request->visitor.actor;
	enum err err = upload_load(request->db, request->arena, actor, place, request_text(request, "upload"), upload, error);

	if (err == ERR_OK)
		err = request_file(request, "piece", &piece, error);
	if (err == ERR_OK && (piece == NULL || request_state(request, "offset") != PARAM_OK))
		err = error_set_field(error, ERR_INVALID, "piece", "%s", _("The piece of the file is missing, or where it belongs."));
	if (err != ERR_OK)
		return err;
	return upload_append(request->db, actor, place, upload, request_int(request, "offset"), piece->path, error);
}

enum err upload_post(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	struct upload_place place;
	struct upload upload = { .id = NULL };
	enum err err = open_place(request, &desk, &place, error);

	if (err == ERR_OK && request_state(request, "upload") == PARAM_MISSING)
		err = request_state(request, "size") != PARAM_OK || request_state(request, "name") == PARAM_WRONG
			? error_set_field(error, ERR_INVALID, "evidence", "%s", _("The name or the size of the file cannot be read."))
			: upload_begin(request->db, request->arena, &request->visitor.actor, &place, request_text(request, "name"),
				request_int(request, "size"), &upload, error);
	else if (err == ERR_OK)
		err = take_piece(request, &place, &upload, error);
	if (err != ERR_OK)
		return refuse(response, &upload, err, error);
	respond(response, &upload, NULL);
	return ERR_OK;
}
