/* questionnaire: all indicators of a round for one participant, by domain; what needs doing comes first in each. */
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

/* Returned, missing and drafts first; the rest in catalogue order. */
static const enum answer_state order[STATE_COUNT] = { STATE_RETURNED, STATE_NONE, STATE_DRAFT, STATE_SUBMITTED, STATE_CLEARED,
	STATE_ACCEPTED };

static void show_line(struct request *request, struct template_dict *domain, const struct desk *desk, const struct round_line *line)
{
	struct template_dict *row = template_section(domain, K_Q_ROW);

	template_printf(row, K_Q_ROW_HREF, "%s%s", desk->href, line->code);
	template_set(row, K_Q_ROW_CODE, line->code);
	template_set(row, K_Q_ROW_TITLE, line->title);
	parts_state(row, line->state);
	if (line->reason != NULL)
		template_set(template_section(row, K_Q_ROW_REASON), K_Q_ROW_REASON_TEXT, line->reason);
	if (line->published)
		template_show(row, K_Q_ROW_RELEASED);
	template_set(row, K_Q_ROW_STATUS, line->status != NULL ? answer_status_title(line->status) : "—");
	template_set(row, K_Q_ROW_AUDIENCE,
		line->audience != NULL && line->state >= STATE_CLEARED ? answer_audience_title(line->audience) : "—");
	if (line->at != NULL)
		template_printf(row, K_Q_ROW_LAST, "%s, %s", line->by != NULL ? line->by : _("Import"), day_moment(request->arena, line->at));
}

static void show_domains(struct request *request, struct template_dict *page, const struct desk *desk, const struct round_lines *lines)
{
	for (size_t first = 0, end; first < lines->count; first = end) {
		struct template_dict *domain = template_section(page, K_Q_DOMAIN);

		template_set(domain, K_Q_DOMAIN_TITLE, lines->rows[first].domain_title);
		for (end = first; end < lines->count && strcmp(lines->rows[end].domain, lines->rows[first].domain) == 0;)
			end++;
		for (size_t k = 0; k < STATE_COUNT; k++)
			for (size_t i = first; i < end; i++)
				if (lines->rows[i].state == order[k])
					show_line(request, domain, desk, &lines->rows[i]);
	}
}

/* Where a focal point goes on: the first returned answer, else the first draft or missing one. */
static void show_next(struct template_dict *page, const struct desk *desk, const struct round_lines *lines)
{
	const struct round_line *next = NULL;

	if ((desk->duties & DUTY_REPORT) == 0 || desk->seat.phase == ROUND_NOT_OPEN)
		return;
	for (size_t i = 0; i < lines->count && next == NULL; i++)
		if (lines->rows[i].state == STATE_RETURNED)
			next = &lines->rows[i];
	for (size_t i = 0; i < lines->count && next == NULL && desk->seat.phase != ROUND_CLOSED; i++)
		if (lines->rows[i].state == STATE_NONE || lines->rows[i].state == STATE_DRAFT)
			next = &lines->rows[i];
	if (next == NULL)
		return;
	struct template_dict *section = template_section(page, K_Q_NEXT);
	template_printf(section, K_Q_NEXT_HREF, "%s%s", desk->href, next->code);
	template_printf(section, K_Q_NEXT_TEXT, _("Go on with %s"), next->code);
}

enum err questionnaire_page(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	struct round_lines lines;
	enum err err = desk_open(request, &desk, error);

	if (err == ERR_OK)
		err = round_questionnaire(request->db, request->arena, desk.round.id, desk.seat.code, request->language, &lines, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "questionnaire.tpl", desk.title);
	template_set(page, K_Q_PARTICIPANT, desk.seat.title);
	template_set(page, K_Q_FRAMEWORK, desk.round.framework_title);
	template_set(page, K_Q_PERIOD, desk.round.period);
	template_set(page, K_Q_PHASE, round_phase_title(desk.seat.phase));
	template_set(page, K_Q_DEADLINE, desk_deadline(request, &desk.round, &desk.seat));
	if (desk.seat.extension_reason != NULL)
		template_set(template_section(page, K_Q_EXTENDED), K_Q_EXTENDED_TEXT, desk.seat.extension_reason);
	if (desk.seat.phase == ROUND_CLOSED)
		template_show(page, K_Q_CLOSED);
	parts_progress(request, page, &desk.seat);
	show_next(page, &desk, &lines);
	if ((desk.duties & DUTY_CLEAR) != 0) {
		struct template_dict *clearing = template_section(page, K_Q_CLEARING);
		template_printf(clearing, K_Q_CLEARING_HREF, "%sclearing", desk.href);
		template_printf(clearing, K_Q_CLEARING_TEXT, _("Clearing (%lld)"), (long long)desk.seat.answers[STATE_SUBMITTED]);
	}
	show_domains(request, page, &desk, &lines);
	return ERR_OK;
}
