/*
 * body: the body of a form: urlencoded, or multipart where the route takes it. Text fields become the same from both; files are
 * streamed to temporary files beside the database, and only those that the route's parameters name.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cgi/web/kit.h"
#include "cgi/web/multipart.h"
#include "indicators/base/i18n.h"

#define PIECE ((size_t)64 * 1024)

static bool is_form(const char *content_type)
{
	static const char form[] = "application/x-www-form-urlencoded";

	return strncasecmp(content_type, form, sizeof form - 1) == 0 &&
		(content_type[sizeof form - 1] == '\0' || strchr("; \t", content_type[sizeof form - 1]) != NULL);
}

/* --- multipart --- */

struct reading {
	struct request *request;
	const char *name;          /* of the text field that is being read, or NULL */
	struct buffer text;
	size_t text_total;
	struct form_file *file;    /* that is being read, or NULL; also where it was refused and the rest of it is let go by */
};

static const struct param_spec *file_spec(const struct route *route, const char *name)
{
	for (const struct param_spec *spec = route->params; spec != NULL && spec->name != NULL; spec++)
		if (spec->type == PARAM_FILE && strcmp(spec->name, name) == 0)
			return spec;
	return NULL;
}

/* The file will not be taken; the form is read on. */
static void refuse_file(struct reading *reading, struct form_file *file, const struct error *error)
{
	incoming_drop(&file->incoming);
	if (file->code == ERR_OK) {
		/* Where things lie on this machine is for the log. */
		bool ours = error->code == ERR_IO || error->code == ERR_INTERNAL;

		if (ours)
			fprintf(stderr, "%s: %s\n", reading->request->path, error->text);
		file->code = error->code;
		file->problem = ours ? _("The file could not be written on our side. Nothing was saved; try again.")
			: arena_strdup(reading->request->arena, error->text);
	}
}

MUST_USE static enum err begin_file(struct reading *reading, const struct multipart_part *part, struct error *error)
{
	struct request *request = reading->request;
	struct request_parts *parts = request->parts;
	const struct param_spec *spec = file_spec(parts->route, part->name);
	struct error problem = ERROR_INIT;

	/* Files that nobody asked for, and the empty part of a field where none was chosen. */
	if (spec == NULL || part->filename[0] == '\0')
		return ERR_OK;
	for (size_t i = 0; i < parts->file_count; i++)
		if (strcmp(parts->files[i].field, spec->name) == 0) {
			error_set(&problem, ERR_INVALID, "%s", _("Only one file can be sent here at a time."));
			refuse_file(reading, &parts->files[i], &problem);
			return ERR_OK;
		}
	/* Nobody's files are written to the disk. */
	if ((parts->route->flags & ROUTE_PUBLIC) == 0 && request->visitor.actor.person == 0) {
		parts->left_file = arena_strdup(request->arena, part->filename);
		return ERR_OK;
	}
	if (parts->files == NULL)
		parts->files = arena_array(request->arena, FORM_FILES_MAX, sizeof *parts->files);
	if (parts->file_count == FORM_FILES_MAX)
		return error_set(error, ERR_INVALID, _("The form holds more than %d files."), FORM_FILES_MAX);
	struct form_file *file = reading->file = &parts->files[parts->file_count++];
	*file = (struct form_file){ .field = spec->name, .file.name = arena_strdup(request->arena, part->filename) };
	if (incoming_open(&file->incoming, request->arena, database_path(request->db), (int64_t)spec->max, &problem) != ERR_OK)
		refuse_file(reading, file, &problem);
	return ERR_OK;
}

/* Names are text too. */
MUST_USE static enum err count_text(struct reading *reading, size_t length, struct error *error)
{
	reading->text_total += length;
	if (reading->text_total > FORM_TEXT_MAX)
		return error_set(error, ERR_TOO_LARGE, _("The text of the form is larger than the %zu bytes allowed here. Nothing was saved."),
			FORM_TEXT_MAX);
	return buffer_check(&reading->text, error);
}

static enum err begin_part(void *context, const struct multipart_part *part, struct error *error)
{
	struct reading *reading = context;
	struct fields *fields = &reading->request->parts->body;

	reading->name = NULL;
	reading->file = NULL;
	if (part->filename != NULL)
		return begin_file(reading, part, error);
	enum err err = check_text(part->name, strlen(part->name), true, error);
	if (err != ERR_OK)
		return err;
	if (fields->count == REQUEST_FIELDS_MAX)
		return error_set(error, ERR_INVALID, _("The form holds more than %d fields."), REQUEST_FIELDS_MAX);
	reading->name = arena_strdup(reading->request->arena, part->name);
	buffer_clear(&reading->text);
	return count_text(reading, strlen(part->name), error);
}

static enum err part_data(void *context, const char *data, size_t length, struct error *error)
{
	struct reading *reading = context;
	struct error problem = ERROR_INIT;

	if (reading->file != NULL) {
		if (reading->file->code == ERR_OK && incoming_write(&reading->file->incoming, data, length, &problem) != ERR_OK)
			refuse_file(reading, reading->file, &problem);
		return ERR_OK;
	}
	if (reading->name == NULL)
		return ERR_OK;
	buffer_append(&reading->text, data, length);
	return count_text(reading, length, error);
}

static enum err end_part(void *context, struct error *error)
{
	struct reading *reading = context;
	struct fields *fields = &reading->request->parts->body;
	struct form_file *file = reading->file;
	struct error problem = ERROR_INIT;

	if (file != NULL && file->code == ERR_OK) {
		if (incoming_finish(&file->incoming, &problem) != ERR_OK) {
			refuse_file(reading, file, &problem);
			return ERR_OK;
		}
		file->file.path = file->incoming.path;
		file->file.size = file->incoming.size;
		file->file.hash = file->incoming.hash;
	}
	if (reading->name == NULL)
		return ERR_OK;
	enum err err = check_text(buffer_text(&reading->text), reading->text.length, true, error);
	if (err != ERR_OK)
		return err;
	fields->list[fields->count++] = (struct field){ .name = reading->name,
		.value = arena_strndup(reading->request->arena, buffer_text(&reading->text), reading->text.length) };
	return ERR_OK;
}

MUST_USE static enum err read_multipart(struct request *request, size_t length, int *status, struct error *error)
{
	const struct raw_request *raw = request->parts->raw;
	struct reading reading = { .request = request, .text = BUFFER_INIT(FORM_TEXT_MAX) };
	const struct multipart_sink sink = { .begin = begin_part, .data = part_data, .end = end_part, .context = &reading };
	struct multipart *multipart = arena_alloc(request->arena, sizeof *multipart);
	char *piece = arena_alloc(request->arena, PIECE);

	request->parts->body = (struct fields){ .list = arena_array(request->arena, REQUEST_FIELDS_MAX, sizeof(struct field)) };
	*status = 400;
	enum err err = multipart_init(multipart, raw->content_type, &sink, error);
	while (err == ERR_OK && length > 0) {
		size_t most = length < PIECE ? length : PIECE;

		if (raw->read(raw->stream, piece, most) != most)
			err = error_set(error, ERR_IO, "The client went away while it sent a form.");
		else
			err = multipart_feed(multipart, piece, most, error);
		length -= most;
	}
	if (err == ERR_OK)
		err = multipart_end(multipart, error);
	if (err == ERR_TOO_LARGE)
		*status = 413;
	buffer_release(&reading.text);
	return err;
}

void request_drop_files(struct request *request)
{
	for (size_t i = 0; i < request->parts->file_count; i++)
		incoming_drop(&request->parts->files[i].incoming);
}

/* --- both --- */

enum err request_read_form(struct request *request, int *status, struct error *error)
{
	struct request_parts *parts = request->parts;
	const struct raw_request *raw = parts->raw;
	size_t most = parts->route->max_body != 0 ? parts->route->max_body : (size_t)64 * 1024;
	char *end;
	unsigned long long length = strtoull(raw->content_length, &end, 10);

	*status = 400;
	if (*raw->content_length == '\0')
		length = 0;
	else if (*end != '\0' || *raw->content_length == '-')
		return error_set(error, ERR_INVALID, "%s", _("The length of the form is not a number."));
	*status = 413;
	if (length > most && (parts->route->flags & ROUTE_MULTIPART) != 0)
		return error_set(error, ERR_TOO_LARGE, _("What was sent, with its file, is larger than the %zu MB allowed here. Nothing was saved. Go back in your browser: what you typed is still there. Then choose a smaller file."),
			most / (1024 * 1024) > 0 ? most / (1024 * 1024) : 1);
	if (length > most)
		return error_set(error, ERR_TOO_LARGE, _("The form is larger than the %zu bytes allowed here. Nothing was saved."), most);
	*status = 415;
	if ((parts->route->flags & ROUTE_MULTIPART) != 0 && multipart_is(raw->content_type))
		return read_multipart(request, (size_t)length, status, error);
	if (length > 0 && !is_form(raw->content_type))
		return error_set(error, ERR_INVALID, "%s",
			_("The form was not sent as application/x-www-form-urlencoded, the only type taken here. Nothing was saved."));
	/* What comes urlencoded stands in memory, so a route's room for files is not for this. */
	*status = 413;
	if ((parts->route->flags & ROUTE_MULTIPART) != 0 && length > FORM_TEXT_MAX)
		return error_set(error, ERR_TOO_LARGE, _("The text of the form is larger than the %zu bytes allowed here. Nothing was saved."),
			FORM_TEXT_MAX);
	*status = 400;
	char *body = arena_alloc(request->arena, (size_t)length + 1);
	if (raw->read(raw->stream, body, (size_t)length) != (size_t)length)
		return error_set(error, ERR_IO, "The client went away while it sent a form.");
	return decode_form(request->arena, body, (size_t)length, &parts->body, error);
}
