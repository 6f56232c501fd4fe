/* answer: one indicator's form, and the steps of focal point and clearing officer on it. */
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

struct page {
	struct desk desk;
	struct question question;
	struct answer answer;
};

MUST_USE static enum err load(struct request *request, struct page *page, struct error *error)
{
	struct answer_key key;
	enum err err = desk_open(request, &page->desk, error);

	if (err != ERR_OK)
		return err;
	key = (struct answer_key){ .round = page->desk.round.id, .participant = page->desk.seat.code,
		.indicator = request_text(request, "indicator") };
	err = question_load(request->db, request->arena, key.round, key.indicator, request->language, &page->question, error);
	return err != ERR_OK ? err : answer_load(request->db, request->arena, &key, &page->answer, error);
}

static bool allows(const struct page *page, enum answer_action action)
{
	const struct answer *answer = &page->answer;
	bool writes = action == ACTION_SAVE || action == ACTION_SUBMIT;

	if (writes && (answer->phase == ROUND_NOT_OPEN || (answer->phase == ROUND_CLOSED && answer->state != STATE_RETURNED)))
		return false;
	return workflow_allows(answer->state, action, page->desk.duties & ~(unsigned)DUTY_REVIEW, answer->published);
}

/* Why a reporter sees no form. */
static const char *why_not(const struct page *page)
{
	if ((page->desk.duties & DUTY_REPORT) == 0)
		return NULL;
	if (page->answer.phase == ROUND_NOT_OPEN)
		return _("This round is not open yet.");
	switch (page->answer.state) {
	case STATE_SUBMITTED:
		return _("The answer waits for clearing. To change it, withdraw it first.");
	case STATE_CLEARED:
		return _("The answer was cleared and waits for the secretariat's review.");
	case STATE_ACCEPTED:
		return page->answer.published
			? _("The answer was accepted and released. For a correction, ask the secretariat to reopen it.")
			: _("The answer was accepted and waits for the release.");
	default:
		return _("This round is closed. The secretariat can extend the deadline.");
	}
}

MUST_USE static enum err show_last(struct request *request, struct template_dict *dict, const struct page *page, struct error *error)
{
	struct answer_content content;
	const char *period;
	bool other_version;
	enum err err = answer_of_last_round(request->db, request->arena, &page->answer, &content, &period, &other_version, error);

	if (err != ERR_OK || period == NULL)
		return err;
	struct template_dict *last = template_section(dict, K_A_LAST);
	template_set(last, K_A_LAST_PERIOD, period);
	if (other_version)
		template_show(last, K_A_LAST_BREAK);
	parts_view(request, last, K_LAST, &(struct parts_view){ .question = &page->question, .content = &content });
	return ERR_OK;
}

static void show_heading(struct request *request, struct template_dict *dict, const struct page *page)
{
	const struct answer *answer = &page->answer;

	template_set(dict, K_CSRF, request->csrf);
	template_printf(dict, K_A_HREF, "%s%s", page->desk.href, answer->indicator);
	template_set(dict, K_LIST_HREF, page->desk.href);
	template_set(dict, K_LIST_TITLE, page->desk.title);
	template_set(dict, K_A_DOMAIN, page->question.domain_title);
	template_set(dict, K_A_CODE, page->question.code);
	template_set(dict, K_A_TITLE, page->question.title);
	template_set(dict, K_A_DEADLINE, desk_deadline(request, &page->desk.round, &page->desk.seat));
	parts_state(dict, answer->state);
	if (answer->audience != NULL && answer->state >= STATE_CLEARED)
		template_set(template_section(dict, K_A_AUDIENCE), K_A_AUDIENCE_TEXT, answer_audience_title(answer->audience));
	if (page->question.previous != NULL) {
		struct template_dict *link = template_section(dict, K_A_PREVIOUS);
		template_printf(link, K_A_PREVIOUS_HREF, "%s%s", page->desk.href, page->question.previous);
		template_set(link, K_A_PREVIOUS_CODE, page->question.previous);
	}
	if (page->question.next != NULL) {
		struct template_dict *link = template_section(dict, K_A_NEXT);
		template_printf(link, K_A_NEXT_HREF, "%s%s", page->desk.href, page->question.next);
		template_set(link, K_A_NEXT_CODE, page->question.next);
	}
}

MUST_USE static enum err show_returned(struct request *request, struct template_dict *dict, const struct page *page,
	struct error *error)
{
	struct answer_history history;

	if (page->answer.state != STATE_RETURNED)
		return ERR_OK;
	enum err err = answer_history(request->db, request->arena, page->answer.id, &history, error);
	if (err != ERR_OK)
		return err;
	for (size_t i = 0; i < history.count; i++) {
		const struct answer_event *event = &history.rows[i];

		if (strcmp(event->event, "returned") != 0 && strcmp(event->event, "reopened") != 0)
			continue;
		struct template_dict *section = template_section(dict, K_A_RETURNED);
		template_set(section, K_A_RETURNED_WHO, arena_printf(request->arena, "%s: %s, %s", event->by != NULL ? event->by : "",
			event_title(event->event), day_moment(request->arena, event->at)));
		template_set(section, K_A_RETURNED_REASON, event->reason);
		break;
	}
	return ERR_OK;
}

static struct parts_view saved_view(const struct page *page)
{
	return (struct parts_view){ .question = &page->question, .content = &page->answer.content, .author = page->answer.author,
		.at = page->answer.at, .evidence = page->answer.evidence, .evidence_count = page->answer.evidence_count };
}

static void show_steps(struct template_dict *dict, const struct page *page, const struct form *form)
{
	const struct answer *answer = &page->answer;

	if (allows(page, ACTION_WITHDRAW))
		template_show(dict, K_A_WITHDRAW);
	if (allows(page, ACTION_CLEAR)) {
		struct template_dict *clear = template_section(dict, K_A_CLEAR);
		bool again = answer->state != STATE_SUBMITTED;

		template_set(clear, K_A_CLEAR_TITLE, again ? _("Change the audience") : _("Clear"));
		template_set(clear, K_A_CLEAR_BUTTON, again ? _("Set the audience") : _("Clear the answer"));
		desk_audiences(clear, form->audience[0] != '\0' ? form->audience : answer->audience != NULL ? answer->audience : "members");
	}
	if (allows(page, ACTION_RETURN))
		template_set(template_section(dict, K_A_RETURN), K_F_WHY, form->why);
}

/* The page with the form as given; what was typed is never lost, even where it can no longer be saved. */
MUST_USE static enum err show(struct request *request, struct response *response, const struct page *page, const struct form *form,
	bool typed, struct error *error)
{
	const char *title = arena_printf(request->arena, "%s %s", page->question.code, page->question.title);
	struct template_dict *dict = response_page(response, "answer.tpl", title);
	struct parts_view saved = saved_view(page);
	bool writes = allows(page, ACTION_SAVE);
	const char *why = writes ? NULL : why_not(page);

	show_heading(request, dict, page);
	template_set_int(dict, K_F_BASE, form->base);
	if (form->problem != NULL) {
		struct template_dict *problem = template_section(dict, K_A_PROBLEM);
		template_set(problem, K_A_PROBLEM_TEXT, form->problem);
		if (form->wrong != NULL && form->wrong[0] != '\0')
			template_set(template_section(problem, K_A_PROBLEM_FIELD), K_A_PROBLEM_ID, form->wrong);
	}
	if (form->wrong != NULL)
		form_mark(dict, form->wrong, form->problem);
	if (why != NULL)
		template_set(template_section(dict, K_A_WHY_NOT), K_A_WHY_NOT_TEXT, why);
	if (form->theirs != 0)
		parts_view(request, template_section(dict, K_A_THEIRS), K_THEIRS, &saved);
	else if (page->answer.id != 0 && !writes)
		parts_view(request, template_section(dict, K_A_READ), K_SAVED, &saved);
	else if (page->answer.id == 0 && !writes)
		template_show(dict, K_A_NO_ANSWER);
	if (writes || typed)
		form_show(dict, request, &page->question, &page->answer, form, writes);
	parts_definition(dict, &page->question);
	show_steps(dict, page, form);
	enum err err = show_returned(request, dict, page, error);
	if (err == ERR_OK)
		err = show_last(request, dict, page, error);
	return err != ERR_OK ? err : parts_history(request, dict, &page->question, &page->answer, true, error);
}

enum err answer_page(struct request *request, struct response *response, struct error *error)
{
	struct page page;
	struct form form;
	enum err err = load(request, &page, error);

	if (err != ERR_OK)
		return err;
	form_from_answer(request, &page.question, &page.answer, &form);
	return show(request, response, &page, &form, false, error);
}

/* The refused form again, with what is saved by now. */
MUST_USE static enum err show_again(struct request *request, struct response *response, struct page *page, struct form *form,
	bool typed, const char *field, struct error *error)
{
	enum err refused = error->code;

	form->problem = arena_strdup(request->arena, error->text);
	form->wrong = arena_strdup(request->arena, error->field[0] != '\0' ? error->field : field);
	enum err err = load(request, page, error);
	if (err != ERR_OK)
		return err;
	if (refused == ERR_CONFLICT && typed && page->answer.revision != form->base) {
		form->theirs = page->answer.revision;
		form->base = page->answer.revision;
	}
	if (!typed) { /* a step was refused: the page as it is now, with the words of the step */
		struct form now;
		form_from_answer(request, &page->question, &page->answer, &now);
		now.audience = form->audience;
		now.why = form->why;
		now.problem = form->problem;
		now.wrong = form->wrong;
		*form = now;
	}
	err = show(request, response, page, form, typed, error);
	parts_status(response, refused);
	return err;
}

MUST_USE static enum err post_save(struct request *request, struct response *response, struct page *page, bool submit,
	struct error *error)
{
	struct answer_key key = { .round = page->desk.round.id, .participant = page->desk.seat.code, .indicator = page->answer.indicator };
	struct answer_change change;
	enum answer_outcome outcome = ANSWER_UNCHANGED;
	struct form form;

	form_from_request(request, &form);
	enum err err = form_change(request, &page->question, &form, &change, error);
	change.submit = submit;
	if (err == ERR_OK)
		err = answer_save(request->db, &request->visitor.actor, &key, &change, &outcome, error);
	if (err == ERR_INVALID || err == ERR_CONFLICT)
		return show_again(request, response, page, &form, true, "", error);
	if (err != ERR_OK)
		return err;
	response_notice(response, submit ? "submitted" : outcome == ANSWER_SAVED ? "draft" : "unchanged");
	response_redirect(response, arena_printf(request->arena, "%s%s", page->desk.href, page->answer.indicator));
	return ERR_OK;
}

MUST_USE static enum err post_step(struct request *request, struct response *response, struct page *page,
	enum answer_action action, const char *notice, struct error *error)
{
	struct answer_step step = { .indicator = page->answer.indicator, .revision = request_int(request, "base") };
	struct form form;

	enum err err = answer_act(request->db, &request->visitor.actor, page->desk.round.id, page->desk.seat.code, &step, 1, action,
		request_text(request, "audience"), action == ACTION_RETURN ? request_text(request, "why") : NULL, error);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		form_from_answer(request, &page->question, &page->answer, &form);
		form.audience = request_text(request, "audience");
		form.why = request_text(request, "why");
		if (strcmp(error->field, "reason") == 0 && action == ACTION_RETURN)
			error->field[0] = '\0';
		return show_again(request, response, page, &form, false, action == ACTION_RETURN ? "why" : "", error);
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, notice);
	response_redirect(response, arena_printf(request->arena, "%s%s", page->desk.href, page->answer.indicator));
	return ERR_OK;
}

enum err answer_post(struct request *request, struct response *response, struct error *error)
{
	struct page page;
	const char *what = request_text(request, "do");
	enum err err = load(request, &page, error);

	if (err != ERR_OK)
		return err;
	if (strcmp(what, "submit") == 0)
		return post_save(request, response, &page, true, error);
	if (strcmp(what, "withdraw") == 0)
		return post_step(request, response, &page, ACTION_WITHDRAW, "withdrawn", error);
	if (strcmp(what, "clear") == 0)
		return post_step(request, response, &page, ACTION_CLEAR, "cleared", error);
	if (strcmp(what, "return") == 0)
		return post_step(request, response, &page, ACTION_RETURN, "returned", error);
	/* The enter key in a field sends no button: the harmless one is meant. */
	if (what[0] == '\0' || strcmp(what, "save") == 0)
		return post_save(request, response, &page, false, error);
	return error_set_field(error, ERR_INVALID, "do", _("There is no step “%s”."), what);
}
