/* workbook: a questionnaire to be filled in away from the browser: its page, the downloads, and taking a file in. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cgi/reporting/workbook.h"
#include "indicators/base/i18n.h"
#include "indicators/workbook/write.h"

#define XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

MUST_USE static enum err open_book(struct request *request, struct desk *desk, struct book *book, struct error *error)
{
	enum err err = desk_open(request, desk, error);

	return err != ERR_OK ? err : book_load(request->db, request->arena, &desk->round, &desk->seat, book, error);
}

/* "trafficking-2025-XAA-ru.xlsx": says what it is in whichever folder it ends. */
static void attach(struct request *request, struct response *response, const struct desk *desk, const char *ending)
{
	response_header(response, "Content-Disposition", arena_printf(request->arena, "attachment; filename=\"%s-%s-%s-%s.%s\"",
		desk->round.framework, desk->round.period, desk->seat.code, request->language, ending));
	response_header(response, "Cache-Control", "no-store");
}

MUST_USE static enum err read_back(int file, struct buffer *body, struct error *error)
{
	char piece[16384];
	ssize_t got;

	while ((got = read(file, piece, sizeof piece)) > 0)
		buffer_append(body, piece, (size_t)got);
	if (got < 0)
		return error_set(error, ERR_IO, "%s", _("The workbook could not be made: it cannot be read back."));
	return buffer_check(body, error);
}

enum err workbook_xlsx(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	struct book book;
	const char *folder = getenv("TMPDIR");
	char *path = arena_printf(request->arena, "%s/almaty-monitor-XXXXXX", folder != NULL ? folder : "/tmp");
	int file = -1;
	enum err err = open_book(request, &desk, &book, error);

	if (err != ERR_OK)
		return err;
	/* The library writes to a named file only. */
	file = mkostemp(path, O_CLOEXEC);
	if (file < 0)
		return error_set(error, ERR_IO, "%s", _("The workbook could not be made: there is no place for a temporary file."));
	if ((err = write_xlsx(request->arena, &book, path, error)) == ERR_OK)
		err = read_back(file, response_body(response, XLSX), error);
	if (err == ERR_OK)
		attach(request, response, &desk, "xlsx");
	close(file);
	unlink(path);
	return err;
}

enum err workbook_csv(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	struct book book;
	enum err err = open_book(request, &desk, &book, error);

	if (err != ERR_OK)
		return err;
	write_csv(request->arena, &book, response_body(response, "text/csv; charset=utf-8"));
	attach(request, response, &desk, "csv");
	return ERR_OK;
}

/* --- sending in --------------------------------------------------------------------------------------------------------- */

enum err workbook_open(struct request *request, struct desk *desk, struct error *error)
{
	enum err err = desk_open(request, desk, error);

	if (err == ERR_OK && (desk->duties & DUTY_REPORT) == 0)
		err = error_set(error, ERR_DENIED, "%s", _("Only a focal point or deputy of this participant may write its answers."));
	return err;
}

enum err workbook_plan(struct request *request, struct desk *desk, const char *path, struct plan *plan, struct error *error)
{
	struct book *book = arena_alloc(request->arena, sizeof *book);
	struct filled filled;
	/* The file first: it is refused before anything is looked up for it. */
	enum err err = read_filled(request->arena, path, &filled, error);

	if (err == ERR_OK)
		err = book_load(request->db, request->arena, &desk->round, &desk->seat, book, error);
	if (err == ERR_OK)
		err = plan_make(request->db, request->arena, book, &filled, plan, error);
	return err;
}

static void show_saved(struct request *request, struct template_dict *page)
{
	size_t saved = (size_t)request_int(request, "saved");

	if (request_state(request, "saved") != PARAM_OK)
		return;
	if (saved == 0)
		template_show(page, K_W_NOTHING);
	else
		template_printf(template_section(page, K_W_SAVED), K_W_SAVED_TEXT, i18n_plural("%zu answer was saved from the workbook.",
			"%zu answers were saved from the workbook.", saved), saved);
}

static struct template_dict *show_page(struct request *request, struct response *response, const struct desk *desk, const char *problem, bool of_field)
{
	struct template_dict *page = response_page(response, "workbook.tpl", _("The questionnaire as a workbook"));

	template_set(page, K_LIST_HREF, desk->href);
	template_set(page, K_LIST_TITLE, desk->title);
	if (problem != NULL && !of_field)
		template_set(template_section(page, K_W_PROBLEM), K_W_PROBLEM_TEXT, problem);
	if ((desk->duties & DUTY_REPORT) == 0) {
		template_show(page, K_W_READ_ONLY);
		return page;
	}
	struct template_dict *form = template_section(page, K_W_FORM);
	template_set(form, K_CSRF, request->csrf);
	template_printf(form, K_W_HREF, "%sworkbook", desk->href);
	if (problem != NULL && of_field)
		template_set(template_section(form, K_W_WRONG), K_W_WRONG_TEXT, problem);
	return page;
}

enum err workbook_page(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	enum err err = desk_open(request, &desk, error);

	if (err != ERR_OK)
		return err;
	show_saved(request, show_page(request, response, &desk, NULL, false));
	return ERR_OK;
}

/* The file is kept only when there is something in it to be looked at. */
MUST_USE static enum err take_file(struct request *request, struct desk *desk, struct upload *upload, struct error *error)
{
	const struct upload_place place = { .round = desk->round.id, .participant = desk->seat.code };
	const struct request_file *file;
	struct plan plan;
	enum err err = request_file(request, "file", &file, error);

	if (err == ERR_OK && file == NULL)
		err = error_set_field(error, ERR_INVALID, "file", "%s", _("Choose the filled-in workbook or CSV."));
	if (err == ERR_OK)
		err = workbook_plan(request, desk, file->path, &plan, error);
	/* Under a name of ours: what it was called says nothing that is needed. */
	if (err == ERR_OK)
		err = upload_keep(request->db, request->arena, &request->visitor.actor, &place, file->path, "workbook.xlsx", file->size, upload, error);
	return err;
}

enum err workbook_post(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	struct upload upload;
	enum err err = workbook_open(request, &desk, error);

	if (err != ERR_OK)
		return err;
	err = take_file(request, &desk, &upload, error);
	if (err == ERR_INVALID || err == ERR_CONFLICT || err == ERR_TOO_LARGE) {
		show_page(request, response, &desk, arena_strdup(request->arena, error->text), strcmp(error->field, "file") == 0);
		response_status(response, err == ERR_TOO_LARGE ? 413 : err == ERR_CONFLICT ? 409 : 422);
		return ERR_OK;
	}
	if (err == ERR_OK)
		response_redirect(response, arena_printf(request->arena, "%sworkbook/%s", desk.href, upload.id));
	return err;
}
