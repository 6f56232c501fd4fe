/* next: leads from one answer to the next that waits for the visitor, so that a round can be gone through without going back and forth. */
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "indicators/model/ready.h"

/* Whether it waits for the visitor: a focal point's unfinished answers, but for complete ones; else what is to be cleared. */
static bool waits(const struct desk *desk, const struct ready_list *ready, const struct round_line *line)
{
	const struct ready_line *about = ready_line(ready, line->code);

	if ((desk->duties & DUTY_REPORT) == 0)
		return (desk->duties & DUTY_CLEAR) != 0 && line->state == STATE_SUBMITTED;
	if (desk->seat.phase == ROUND_NOT_OPEN || (about != NULL && about->problem == NULL))
		return false;
	return line->state == STATE_RETURNED || (desk->seat.phase != ROUND_CLOSED && (line->state == STATE_NONE || line->state == STATE_DRAFT));
}

const struct round_line *desk_next(const struct desk *desk, const struct round_lines *lines, const struct ready_list *ready,
	const char *after)
{
	size_t from = 0;

	for (size_t i = 0; i < lines->count; i++)
		if (strcmp(lines->rows[i].code, after) == 0)
			from = i + 1;
	/* From the workbench, what was returned comes first. */
	for (size_t i = 0; from == 0 && i < lines->count; i++)
		if (lines->rows[i].state == STATE_RETURNED && waits(desk, ready, &lines->rows[i]))
			return &lines->rows[i];
	for (size_t i = 0; i < lines->count; i++) {
		const struct round_line *line = &lines->rows[(from + i) % lines->count];

		if (strcmp(line->code, after) != 0 && waits(desk, ready, line))
			return line;
	}
	return NULL;
}

enum err next_page(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	struct round_lines lines;
	struct ready_list ready = { 0 };
	enum err err = desk_open(request, &desk, error);

	if (err == ERR_OK)
		err = round_questionnaire(request->db, request->arena, desk.round.id, desk.seat.code, request->language, &lines, error);
	if (err == ERR_OK && (desk.duties & DUTY_REPORT) != 0)
		err = ready_list(request->db, request->arena, desk.round.id, desk.seat.code, &lines, &ready, error);
	if (err != ERR_OK)
		return err;
	const struct round_line *next = desk_next(&desk, &lines, &ready, request_text(request, "after"));
	if (next == NULL)
		response_notice(response, "nothing-left");
	response_redirect(response, arena_printf(request->arena, "%s%s", desk.href, next != NULL ? next->code : ""));
	return ERR_OK;
}
