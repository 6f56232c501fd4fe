/* form_file: see form_file.h. */
#include "cgi/reporting/form_file.h"

#include <stdio.h>
#include <string.h>

#include "cgi/web/evidence_parts.h"
#include "indicators/base/i18n.h"
#include "indicators/model/upload.h"

static struct upload_place place_of(const struct desk *desk)
{
	return (struct upload_place){ .round = desk->round.id, .participant = desk->seat.code };
}

/* The change with one more piece of evidence. */
static void add(struct request *request, const struct evidence_file *file, bool shared, struct answer_change *change)
{
	struct answer_evidence *added = arena_array(request->arena, change->added_count + 1, sizeof *added);

	for (size_t i = 0; i < change->added_count; i++)
		added[i] = change->added[i];
	added[change->added_count++] = (struct answer_evidence){ .kind = "file", .text = file->name, .file = file->hash, .size = file->size,
		.type = file->type, .shareable = shared };
	change->added = added;
}

/* The upload that the form names. */
MUST_USE static enum err take_upload(struct request *request, const struct desk *desk, struct form *form, struct evidence_file *file,
	struct error *error)
{
	struct upload_place place = place_of(desk);
	struct upload upload;
	enum err err = upload_load(request->db, request->arena, &request->visitor.actor, &place, form->upload, &upload, error);

	if (err == ERR_OK) {
		form->file_name = upload.name;
		err = upload_store(request->db, request->arena, &upload, file, error);
	}
	/* Swept, or never there: it has to be chosen again, and the rest of the form is kept. */
	if (err == ERR_NOT_FOUND) {
		error->code = err = ERR_INVALID;
		form->upload = "";
	}
	return err;
}

enum err form_file_take(struct request *request, const struct desk *desk, struct form *form, struct answer_change *change,
	struct error *error)
{
	const struct request_file *sent;
	struct evidence_file file;

	if ((desk->duties & DUTY_REPORT) == 0)
		return ERR_OK;
	enum err err = request_file(request, "evidence_file", &sent, error);
	if (err == ERR_OK && sent == NULL && form->upload[0] == '\0')
		return ERR_OK;
	if (err == ERR_OK && sent != NULL)
		err = evidence_store(request->db, request->arena, sent->path, sent->name, sent->hash, sent->size, &file, error);
	else if (err == ERR_OK)
		err = take_upload(request, desk, form, &file, error);
	/* The field is empty when the form comes back, so the sentence names the file, where its name is fit to be shown. */
	if (err == ERR_INVALID && sent != NULL && evidence_check_name(sent->name, NULL) == ERR_OK)
		return error_context(error, "%s", sent->name);
	if (err != ERR_OK)
		return err;
	/* One that is chosen now takes the place of one that waited. */
	if (sent != NULL)
		form->upload = "";
	form->file_name = file.name;
	form->file_type = file.type;
	form->file_size = file.size;
	add(request, &file, form->file_shared, change);
	return ERR_OK;
}

void form_file_keep(struct request *request, const struct desk *desk, struct form *form)
{
	const struct request_file *sent;
	struct upload_place place = place_of(desk);
	struct upload upload;
	struct error error = ERROR_INIT;

	/* Without a type it was not found good. */
	if (form->file_type == NULL || form->upload[0] != '\0' || request_file(request, "evidence_file", &sent, &error) != ERR_OK || sent == NULL)
		return;
	if (upload_keep(request->db, request->arena, &request->visitor.actor, &place, sent->path, sent->name, sent->size, &upload, &error) == ERR_OK)
		form->upload = upload.id;
	else
		fprintf(stderr, "%s: %s\n", request->path, error.text);
}

void form_file_done(struct request *request, const struct form *form)
{
	struct error error = ERROR_INIT;

	/* What stays is swept tomorrow. */
	if (form->upload[0] != '\0' && form->file_type != NULL && upload_remove(request->db, form->upload, &error) != ERR_OK)
		fprintf(stderr, "%s: %s\n", request->path, error.text);
}

void form_file_show(struct template_dict *part, struct request *request, const struct form *form)
{
	struct template_dict *file = template_section(part, K_F_FILE);

	template_set(file, K_F_FILE_ACCEPT, evidence_accept());
	template_set_int(file, K_F_FILE_MOST, EVIDENCE_FILE_MAX);
	template_set_int(file, K_F_FILE_PIECE, UPLOAD_PIECE_MAX);
	if (form->file_shared)
		template_show(file, K_F_FILE_SHARED);
	if (form->upload[0] == '\0' || form->file_type == NULL)
		return;
	const struct answer_evidence evidence = { .type = form->file_type, .size = form->file_size };
	struct template_dict *waiting = template_section(file, K_F_UPLOAD);
	template_set(waiting, K_F_UPLOAD_ID, form->upload);
	template_set(waiting, K_F_UPLOAD_NAME, form->file_name);
	template_set(waiting, K_F_UPLOAD_WORDS, evidence_words(request, &evidence));
}
