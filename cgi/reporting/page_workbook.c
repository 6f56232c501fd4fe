/* workbook: a questionnaire to be filled in away from the browser: its page and the downloads. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cgi/reporting/reporting.h"
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
