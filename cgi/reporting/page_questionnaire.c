/*
 * questionnaire: the round at a glance for one participant: how far it is, what needs doing first, and every indicator by domain. The
 * address may narrow it down (filter.c).
 */
#include <math.h>
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "indicators/base/clock.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/message.h"
#include "indicators/model/ready.h"

/* Returned, missing and drafts first; the rest in catalogue order. */
static const enum answer_state order[STATE_COUNT] = { STATE_RETURNED, STATE_NONE, STATE_DRAFT, STATE_SUBMITTED, STATE_CLEARED,
	STATE_ACCEPTED };

struct view {
	struct desk desk;
	struct round_lines lines;
	struct ready_list ready;
	struct desk_filter filter;
	size_t shown;
};

static const char *who_and_when(struct request *request, const struct round_line *line)
{
	return line->at == NULL ? "" : arena_printf(request->arena, "%s, %s", line->by != NULL ? line->by : _("Import"),
		day_moment(request->arena, line->at));
}

static void show_line(struct request *request, struct template_dict *domain, const struct view *view, const struct round_line *line)
{
	struct template_dict *row = template_section(domain, K_Q_ROW);
	const struct ready_line *ready = ready_line(&view->ready, line->code);

	template_printf(row, K_Q_ROW_HREF, "%s%s", view->desk.href, line->code);
	template_set(row, K_Q_ROW_CODE, line->code);
	template_set(row, K_Q_ROW_TITLE, line->title);
	parts_state(row, line->state);
	/* Unfiltered, returned answers stand above the list with their reasons. */
	if (line->reason != NULL && view->filter.active)
		template_set(template_section(row, K_Q_ROW_REASON), K_Q_ROW_REASON_TEXT, line->reason);
	if (line->published)
		template_show(row, K_Q_ROW_RELEASED);
	if (line->explained)
		template_show(row, K_Q_ROW_UNUSUAL);
	template_set(row, K_Q_ROW_VALUE, parts_line_value(request, line));
	if (ready != NULL && ready->problem == NULL)
		template_show(row, K_Q_ROW_COMPLETE);
	else if (ready != NULL && ready->state == STATE_DRAFT)
		template_set(template_section(row, K_Q_ROW_LACKS), K_Q_ROW_LACKS_TEXT, ready->problem);
	template_set(row, K_Q_ROW_AUDIENCE,
		line->audience != NULL && line->state >= STATE_CLEARED ? answer_audience_title(line->audience) : "—");
	template_set(row, K_Q_ROW_LAST, who_and_when(request, line));
}

/* One domain, lines first … end; nothing where the filter leaves none of them. */
static void show_domain(struct request *request, struct template_dict *page, struct view *view, size_t first, size_t end)
{
	struct template_dict *domain = NULL;

	for (size_t k = 0; k < STATE_COUNT; k++) {
		for (size_t i = first; i < end; i++) {
			const struct round_line *line = &view->lines.rows[i];

			if (line->state != order[k] || !desk_filter_fits(request, &view->filter, line))
				continue;
			if (domain == NULL) {
				domain = template_section(page, K_Q_DOMAIN);
				template_set(domain, K_Q_DOMAIN_TITLE, line->domain_title);
				template_set(domain, K_Q_DOMAIN_CODE, line->domain);
			}
			show_line(request, domain, view, line);
			view->shown++;
		}
	}
}

/* A domain's bar, with its figures in words. */
static void show_share(struct request *request, struct template_dict *overview, const struct view *view, size_t first, size_t end)
{
	struct template_dict *row = template_section(overview, K_Q_SHARE);
	long long done = 0, returned = 0;

	for (size_t i = first; i < end; i++) {
		done += view->lines.rows[i].state >= STATE_SUBMITTED;
		returned += view->lines.rows[i].state == STATE_RETURNED;
	}
	const char *text = arena_printf(request->arena, _("%lld of %lld submitted"), done, (long long)(end - first));
	template_set(row, K_Q_SHARE_TITLE, view->lines.rows[first].domain_title);
	template_printf(row, K_Q_SHARE_HREF, "%s?domain=%s", view->desk.href, view->lines.rows[first].domain);
	template_set_int(row, K_Q_SHARE_DONE, done);
	template_set_int(row, K_Q_SHARE_MAX, (int64_t)(end - first));
	template_set(row, K_Q_SHARE_TEXT, returned == 0 ? text : arena_printf(request->arena, "%s, %s", text, arena_printf(request->arena,
		i18n_plural("%lld returned", "%lld returned", (unsigned long)returned), returned)));
}

static void show_domains(struct request *request, struct template_dict *page, struct view *view)
{
	struct template_dict *overview = view->filter.active || view->lines.count == 0 ? NULL : template_section(page, K_Q_OVERVIEW);

	for (size_t first = 0, end; first < view->lines.count; first = end) {
		for (end = first; end < view->lines.count && strcmp(view->lines.rows[end].domain, view->lines.rows[first].domain) == 0;)
			end++;
		if (overview != NULL)
			show_share(request, overview, view, first, end);
		show_domain(request, page, view, first, end);
	}
}

/* What came back, with who returned it, when and why: a focal point's first work. */
static void show_returned(struct request *request, struct template_dict *page, const struct view *view)
{
	struct template_dict *box = NULL;

	for (size_t i = 0; i < view->lines.count && !view->filter.active; i++) {
		const struct round_line *line = &view->lines.rows[i];

		if (line->state != STATE_RETURNED)
			continue;
		if (box == NULL)
			box = template_section(page, K_Q_RETURNED);
		struct template_dict *row = template_section(box, K_Q_RETURNED_ROW);
		template_printf(row, K_Q_ROW_HREF, "%s%s", view->desk.href, line->code);
		template_set(row, K_Q_ROW_CODE, line->code);
		template_set(row, K_Q_ROW_TITLE, line->title);
		template_set(row, K_Q_ROW_LAST, who_and_when(request, line));
		template_set(row, K_Q_ROW_REASON_TEXT, line->reason);
		const struct ready_line *ready = ready_line(&view->ready, line->code);
		if (ready != NULL && ready->mended)
			template_show(row, K_Q_RETURNED_MENDED);
	}
}

/* What the secretariat asks about and nobody has answered. */
MUST_USE static enum err show_asked(struct request *request, struct template_dict *page, const struct desk *desk, struct error *error)
{
	struct message_waitings asked;
	enum err err = message_waiting(request->db, request->arena, desk->round.id, desk->seat.code, MESSAGE_SECRETARIAT, &asked, error);

	if (err != ERR_OK || asked.count == 0)
		return err;
	struct template_dict *box = template_section(page, K_Q_ASKED);
	for (size_t i = 0; i < asked.count; i++) {
		struct template_dict *row = template_section(box, K_Q_ASKED_ROW);

		template_printf(row, K_Q_ASKED_HREF, "%s%s#thread", desk->href, asked.rows[i].indicator);
		template_set(row, K_Q_ASKED_CODE, asked.rows[i].indicator);
		template_printf(row, K_Q_ASKED_BY, "%s, %s", asked.rows[i].by, day_moment(request->arena, asked.rows[i].at));
	}
	return ERR_OK;
}

static void show_actions(struct template_dict *page, const struct view *view)
{
	const struct desk *desk = &view->desk;
	const struct round_line *next = (desk->duties & DUTY_REPORT) != 0 ? desk_next(desk, &view->lines, &view->ready, "") : NULL;

	if (next != NULL) {
		struct template_dict *section = template_section(page, K_Q_NEXT);
		template_printf(section, K_Q_NEXT_HREF, "%s%s", desk->href, next->code);
		template_printf(section, K_Q_NEXT_TEXT, _("Go on with %s"), next->code);
	}
	if ((desk->duties & DUTY_REPORT) != 0 && view->ready.complete > 0) {
		struct template_dict *submit = template_section(page, K_Q_SUBMIT);
		template_printf(submit, K_Q_SUBMIT_HREF, "%ssubmit", desk->href);
		template_printf(submit, K_Q_SUBMIT_TEXT, _("Submit what is complete (%zu)"), view->ready.complete);
	}
	if ((desk->duties & DUTY_CLEAR) != 0) {
		struct template_dict *clearing = template_section(page, K_Q_CLEARING);
		template_printf(clearing, K_Q_CLEARING_HREF, "%sclearing", desk->href);
		template_printf(clearing, K_Q_CLEARING_TEXT, _("Clearing (%lld)"), (long long)desk->seat.answers[STATE_SUBMITTED]);
	}
}

static void show_deadline(struct request *request, struct template_dict *page, const struct desk *desk)
{
	const char *days = desk_days_left(request, &desk->seat);
	struct template_dict *line = template_section(page, desk->seat.phase == ROUND_OVERDUE ? K_Q_LATE : K_Q_ON_TIME);

	template_set(line, K_Q_PHASE, round_phase_title(desk->seat.phase));
	template_set(line, K_Q_DEADLINE, desk_deadline(request, &desk->round, &desk->seat));
	if (days[0] != '\0')
		template_set(template_section(line, K_Q_DAYS), K_Q_DAYS_TEXT, days);
	if (desk->seat.extension_reason != NULL) {
		struct template_dict *extended = template_section(page, K_Q_EXTENDED);
		template_printf(extended, K_Q_EXTENDED_DATES, _("Your deadline was extended from %s to %s"),
			day_text(request->arena, desk->round.due_on), day_text(request->arena, desk->seat.extended_to));
		template_set(extended, K_Q_EXTENDED_TEXT, desk->seat.extension_reason);
	}
	if (desk->seat.phase == ROUND_CLOSED)
		template_show(page, K_Q_CLOSED);
}

/* The counters below say the rest. */
static void show_progress(struct request *request, struct template_dict *page, const struct round_seat *seat)
{
	int64_t done = seat->answers[STATE_SUBMITTED] + seat->answers[STATE_CLEARED] + seat->answers[STATE_ACCEPTED];

	template_set_int(page, K_Q_DONE, done);
	template_set_int(page, K_Q_EXPECTED, seat->expected);
	template_set(page, K_Q_DONE_TEXT, arena_printf(request->arena, _("%lld of %lld submitted"), (long long)done, (long long)seat->expected));
}

static void show_result(struct request *request, struct template_dict *page, const struct view *view)
{
	if (view->shown == 0 && view->filter.active) {
		struct template_dict *none = template_section(page, K_Q_NONE);
		template_set(none, K_Q_HREF, view->desk.href);
		template_printf(none, K_Q_ALL_TEXT, _("Show all %zu indicators"), view->lines.count);
	} else if (view->filter.active) {
		template_set(template_section(page, K_Q_SOME), K_Q_SOME_TEXT, arena_printf(request->arena,
			_("%zu of %zu indicators fit."), view->shown, view->lines.count));
	}
}

enum err questionnaire_page(struct request *request, struct response *response, struct error *error)
{
	struct view view = { 0 };
	struct desk *desk = &view.desk;
	enum err err = desk_open(request, desk, error);

	if (err == ERR_OK)
		err = round_questionnaire(request->db, request->arena, desk->round.id, desk->seat.code, request->language, &view.lines, error);
	if (err == ERR_OK)
		err = desk_filter_read(request, &view.lines, &view.filter, error);
	if (err == ERR_OK && (desk->duties & DUTY_REPORT) != 0)
		err = ready_list(request->db, request->arena, desk->round.id, desk->seat.code, &view.lines, &view.ready, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "questionnaire.tpl", desk->title);
	response_script(response, "questionnaire.js");
	template_set(page, K_Q_PARTICIPANT, desk->seat.title);
	template_set(page, K_Q_FRAMEWORK, desk->round.framework_title);
	template_set(page, K_Q_PERIOD, desk->round.period);
	template_set(page, K_Q_HREF, desk->href);
	template_printf(page, K_Q_BOOK_HREF, "%sworkbook", desk->href);
	template_printf(page, K_Q_TEAM_HREF, "/reporting/team/%s/", desk->seat.code);
	show_deadline(request, page, desk);
	show_progress(request, page, &desk->seat);
	show_actions(page, &view);
	show_returned(request, page, &view);
	desk_filter_show(request, page, desk, &view.lines, &view.filter);
	show_domains(request, page, &view);
	show_result(request, page, &view);
	return show_asked(request, page, desk, error);
}
