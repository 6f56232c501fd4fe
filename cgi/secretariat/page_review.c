/*
 * review: one answer before the secretariat: accepted, returned, reopened, asked about. Its content is shown once the government cleared it;
 * until then only how far it is, and while a correction is under way what was released (review_show.c).
 */
#include <string.h>

#include "cgi/secretariat/review.h"
#include "indicators/base/i18n.h"
#include "indicators/model/duty.h"

/* The nearest answers that wait for review before and after this one, round again at the ends. */
MUST_USE static enum err find_neighbours(struct request *request, struct review *page, struct error *error)
{
	struct round_lines lines;
	size_t here = 0;
	enum err err = round_questionnaire(request->db, request->arena, page->round.id, page->seat.code, request->language, &lines, error);

	page->previous = page->next = NULL;
	if (err != ERR_OK)
		return err;
	while (here < lines.count && strcmp(lines.rows[here].code, page->question.code) != 0)
		here++;
	for (size_t i = 1; i < lines.count; i++) {
		const struct round_line *after = &lines.rows[(here + i) % lines.count], *before = &lines.rows[(here + lines.count - i) % lines.count];

		if (page->next == NULL && after->state == STATE_CLEARED)
			page->next = after->code;
		if (page->previous == NULL && before->state == STATE_CLEARED)
			page->previous = before->code;
	}
	return ERR_OK;
}

MUST_USE static enum err load(struct request *request, struct review *page, struct error *error)
{
	struct answer_key key = { .round = request_int(request, "round"), .participant = request_text(request, "participant"),
		.indicator = request_text(request, "indicator") };
	*page = (struct review){ .why = "" };
	enum err err = round_load(request->db, request->arena, key.round, request->language, &page->round, error);

	if (err == ERR_OK)
		err = round_seat(request->db, request->arena, &page->round, key.participant, request->language, &page->seat, error);
	if (err == ERR_OK)
		err = question_load(request->db, request->arena, key.round, key.indicator, request->language, &page->question, error);
	if (err == ERR_OK)
		err = answer_load(request->db, request->arena, &key, &page->answer, error);
	if (err == ERR_OK)
		err = duty_of(request->db, &request->visitor.actor, key.participant, &page->duties, error);
	if (err == ERR_OK)
		err = find_neighbours(request, page, error);
	if (err == ERR_OK)
		page->href = arena_printf(request->arena, "/secretariat/rounds/%lld/%s/", (long long)key.round, key.participant);
	return err;
}

enum err review_page(struct request *request, struct response *response, struct error *error)
{
	struct review page;
	enum err err = load(request, &page, error);

	return err != ERR_OK ? err : review_show(request, response, &page, error);
}

/* The page as it is now, with what was typed. */
MUST_USE static enum err refuse(struct request *request, struct response *response, const struct thread_form *thread, struct error *error)
{
	struct error why = *error;
	struct review page;
	enum err err = load(request, &page, error);

	if (err != ERR_OK)
		return err;
	page.problem = arena_strdup(request->arena, why.text);
	page.at_why = strcmp(why.field, "reason") == 0;
	page.why = request_text(request, "why");
	if (thread != NULL)
		page.thread = *thread;
	err = review_show(request, response, &page, error);
	parts_status(response, why.code);
	return err;
}

MUST_USE static enum err post_message(struct request *request, struct response *response, const struct review *page, struct error *error)
{
	struct answer_key key = { .round = page->round.id, .participant = page->seat.code, .indicator = page->answer.indicator };
	struct thread_form form;
	enum err err = thread_post(request, &key, MESSAGE_SECRETARIAT, &form, error);

	if (err == ERR_INVALID || err == ERR_CONFLICT)
		return refuse(request, response, &form, error);
	if (err != ERR_OK)
		return err;
	response_notice(response, "message");
	response_redirect(response, arena_printf(request->arena, "%s%s", page->href, page->answer.indicator));
	return ERR_OK;
}

enum err review_post(struct request *request, struct response *response, struct error *error)
{
	static const struct { const char *what; enum answer_action action; const char *notice; } steps[] = {
		{ "accept", ACTION_ACCEPT, "accepted" }, { "return", ACTION_RETURN, "sent-back" }, { "reopen", ACTION_REOPEN, "reopened" },
	};
	const char *what = request_text(request, "do");
	struct review page;
	size_t i = 0;

	while (i < sizeof steps / sizeof *steps && strcmp(steps[i].what, what) != 0)
		i++;
	if (i == sizeof steps / sizeof *steps && strcmp(what, "message") != 0)
		return error_set_field(error, ERR_INVALID, "do", _("There is no step “%s”."), what);
	enum err err = load(request, &page, error);
	if (err != ERR_OK)
		return err;
	if (i == sizeof steps / sizeof *steps)
		return post_message(request, response, &page, error);
	struct answer_step step = { .indicator = page.answer.indicator, .revision = request_int(request, "base") };
	err = answer_review(request->db, &request->visitor.actor, page.round.id, page.seat.code, &step, steps[i].action,
		steps[i].action == ACTION_ACCEPT ? NULL : request_text(request, "why"), error);
	if (err == ERR_INVALID || err == ERR_CONFLICT)
		return refuse(request, response, NULL, error);
	if (err != ERR_OK)
		return err;
	response_notice(response, steps[i].notice);
	/* On to the next that waits, so that many are reviewed in one go. */
	response_redirect(response, arena_printf(request->arena, "%s%s", page.href, page.next != NULL ? page.next : ""));
	return ERR_OK;
}
