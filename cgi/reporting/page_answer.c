/* answer: one indicator's form, and the steps of focal point and clearing officer on it. */
#include <math.h>
#include <string.h>

#include "cgi/reporting/answer_show.h"
#include "cgi/reporting/form_file.h"
#include "indicators/base/i18n.h"
#include "indicators/model/answer_basis.h"

MUST_USE static enum err load(struct request *request, struct answer_page_parts *page, struct error *error)
{
	struct answer_key key;
	page->thread = (struct thread_form){ 0 };
	enum err err = desk_open(request, &page->desk, error);

	if (err != ERR_OK)
		return err;
	key = (struct answer_key){ .round = page->desk.round.id, .participant = page->desk.seat.code,
		.indicator = request_text(request, "indicator") };
	err = question_load(request->db, request->arena, key.round, key.indicator, request->language, &page->question, error);
	return err != ERR_OK ? err : answer_load(request->db, request->arena, &key, &page->answer, error);
}

/* What speaks against the content as it stands, for who may still mend it. */
MUST_USE static enum err find(struct request *request, const struct answer_page_parts *page, const struct answer_content *content, size_t evidence,
	struct form *form, struct error *error)
{
	struct answer_findings *findings = arena_alloc(request->arena, sizeof *findings);
	enum err err = answer_findings(request->db, request->arena, &page->question, &page->answer, content, evidence, findings, error);

	form->findings = findings;
	return err;
}

enum err answer_page(struct request *request, struct response *response, struct error *error)
{
	struct answer_page_parts page;
	struct form form;
	enum err err = load(request, &page, error);

	if (err != ERR_OK)
		return err;
	form_from_answer(request, &page.question, &page.answer, &form);
	if (page.answer.id != 0)
		err = find(request, &page, &page.answer.content, page.answer.evidence_count, &form, error);
	return err != ERR_OK ? err : answer_show(request, response, &page, &form, false, error);
}

/* The refused form again, with what is saved by now. */
MUST_USE static enum err show_again(struct request *request, struct response *response, struct answer_page_parts *page, struct form *form,
	bool typed, struct error *error)
{
	enum err refused = error->code;

	form->problem = arena_strdup(request->arena, error->text);
	if (form->wrong == NULL)
		form->wrong = arena_strdup(request->arena, error->field);
	/* The sentences that ask for it stand beside the field. */
	if (strcmp(form->wrong, "explanation") == 0 && form->findings != NULL)
		form->problem = _("Explain what is unusual here, then submit.");
	enum err err = answer_show(request, response, page, form, typed, error);
	parts_status(response, refused);
	return err;
}

/* Somebody saved since the form was made: what only they changed is taken over, and the form is now made from theirs. */
MUST_USE static enum err merge(struct request *request, const struct answer_page_parts *page, struct form *form, struct error *error)
{
	struct answer_content content = { .status = "reported", .value = NAN, .numerator = NAN, .denominator = NAN };
	struct form before, theirs;
	enum err err = form->base == 0 ? ERR_OK
		: answer_revision(request->db, request->arena, page->answer.id, form->base, &content, error);

	if (err != ERR_OK)
		return err;
	form_from_content(request, &page->question, &content, &before);
	form_from_content(request, &page->question, &page->answer.content, &theirs);
	form_merge(request, &page->question, &before, &theirs, page->answer.author != NULL ? page->answer.author : _("The secretariat's import"),
		form);
	form->base = page->answer.revision;
	return ERR_OK;
}

/* A level that came alone as its criteria, so that it can be set beside theirs. */
static void tick_level(const struct answer_content *content, struct form *form)
{
	if (form->item_count > 0 || content->item_count == 0)
		return;
	form->items = content->items;
	form->item_count = content->item_count;
	form->value = "";
}

/* The form could not be saved: it comes back as typed, with all that can be said about it. */
MUST_USE static enum err refuse_save(struct request *request, struct response *response, struct answer_page_parts *page, struct form *form,
	const struct answer_change *change, struct error *error)
{
	struct error why = *error;
	struct answer_content content = change->content;
	bool readable = answer_check(request->arena, &page->question, &content, NULL) == ERR_OK;
	enum err err = load(request, page, error);

	if (readable && page->question.type == SCORE_LADDER)
		tick_level(&content, form);
	if (err == ERR_OK && why.code == ERR_CONFLICT && page->answer.id != 0 && form->base < page->answer.revision)
		err = merge(request, page, form, error);
	if (err != ERR_OK)
		return err;
	if (strcmp(why.field, "confirmed") == 0) {
		struct answer_personals *personal = arena_alloc(request->arena, sizeof *personal);
		answer_personal(request->arena, &content, change->added, change->added_count, page->answer.id != 0 ? &page->answer.content : NULL,
			personal);
		form->personal = personal;
	}
	/* Only what can be read can be judged. */
	if (why.code == ERR_INVALID && readable)
		err = find(request, page, &content, page->answer.evidence_count + change->added_count, form, error);
	if (err != ERR_OK)
		return err;
	*error = why;
	return show_again(request, response, page, form, true, error);
}

MUST_USE static enum err post_save(struct request *request, struct response *response, struct answer_page_parts *page, bool submit, bool go_on,
	struct error *error)
{
	struct answer_key key = { .round = page->desk.round.id, .participant = page->desk.seat.code, .indicator = page->answer.indicator };
	struct answer_change change;
	enum answer_outcome outcome = ANSWER_UNCHANGED;
	struct form form;

	form_from_request(request, &form);
	enum err err = form_change(request, &page->question, &form, &change, error);
	change.submit = submit;
	/* Also beside a mistake elsewhere: a good file is kept for the next try. */
	struct error about_file = ERROR_INIT;
	enum err file = form_file_take(request, &page->desk, &form, &change, err == ERR_OK ? error : &about_file);
	if (err == ERR_OK && file != ERR_OK) {
		form.wrong = "evidence_file";
		return refuse_save(request, response, page, &form, &change, error);
	}
	if (err == ERR_OK)
		err = answer_save(request->db, &request->visitor.actor, &key, &change, &outcome, error);
	if (err != ERR_OK)
		form_file_keep(request, &page->desk, &form);
	if (err == ERR_INVALID || err == ERR_CONFLICT)
		return refuse_save(request, response, page, &form, &change, error);
	if (err != ERR_OK)
		return err;
	form_file_done(request, &form);
	response_notice(response, submit ? "submitted" : outcome == ANSWER_SAVED ? "draft" : "unchanged");
	response_redirect(response, arena_printf(request->arena, "%s%s", page->desk.href,
		go_on && page->question.next != NULL ? page->question.next : page->answer.indicator));
	return ERR_OK;
}

MUST_USE static enum err post_step(struct request *request, struct response *response, struct answer_page_parts *page,
	enum answer_action action, const char *notice, struct error *error)
{
	struct answer_step step = { .indicator = page->answer.indicator, .revision = request_int(request, "base") };
	struct form form;

	/* Whoever cleared it meanwhile chose its audience; that is not changed by who never saw it. */
	enum err err = action == ACTION_CLEAR && request_flag(request, "waits")
		? answer_clear_waiting(request->db, &request->visitor.actor, page->desk.round.id, page->desk.seat.code, &step, 1,
			request_text(request, "audience"), error)
		: answer_act(request->db, &request->visitor.actor, page->desk.round.id, page->desk.seat.code, &step, 1, action,
			request_text(request, "audience"), action == ACTION_RETURN ? request_text(request, "why") : NULL, error);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		/* The page as it is now, with the words of the step. */
		struct error why = *error;
		if ((err = load(request, page, error)) != ERR_OK)
			return err;
		form_from_answer(request, &page->question, &page->answer, &form);
		form.audience = request_text(request, "audience");
		form.why = request_text(request, "why");
		if (action == ACTION_RETURN)
			form.wrong = "why";
		*error = why;
		return show_again(request, response, page, &form, false, error);
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, notice);
	response_redirect(response, arena_printf(request->arena, "%s%s", page->desk.href, page->answer.indicator));
	return ERR_OK;
}

/* A question or reply to the secretariat; the form of the answer stays as it is saved. */
MUST_USE static enum err post_message(struct request *request, struct response *response, struct answer_page_parts *page, struct error *error)
{
	struct answer_key key = { .round = page->desk.round.id, .participant = page->desk.seat.code, .indicator = page->answer.indicator };
	struct form form;
	enum err err = thread_post(request, &key, MESSAGE_GOVERNMENT, &page->thread, error);

	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		struct error why = *error;
		form_from_answer(request, &page->question, &page->answer, &form);
		form.wrong = "message";
		*error = why;
		return show_again(request, response, page, &form, false, error);
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, "message");
	response_redirect(response, arena_printf(request->arena, "%s%s", page->desk.href, page->answer.indicator));
	return ERR_OK;
}

enum err answer_post(struct request *request, struct response *response, struct error *error)
{
	struct answer_page_parts page;
	const char *what = request_text(request, "do");
	enum err err = load(request, &page, error);

	if (err != ERR_OK)
		return err;
	/* Given twice they could be read in two ways; and no form of ours begins before the first revision. */
	if (request_state(request, "do") == PARAM_WRONG || request_state(request, "base") == PARAM_WRONG)
		return error_set(error, ERR_INVALID, "%s", _("The form is not one of ours."));
	if (strcmp(what, "submit") == 0)
		return post_save(request, response, &page, true, false, error);
	if (strcmp(what, "withdraw") == 0)
		return post_step(request, response, &page, ACTION_WITHDRAW, "withdrawn", error);
	if (strcmp(what, "clear") == 0)
		return post_step(request, response, &page, ACTION_CLEAR, "cleared", error);
	if (strcmp(what, "return") == 0)
		return post_step(request, response, &page, ACTION_RETURN, "returned", error);
	if (strcmp(what, "message") == 0)
		return post_message(request, response, &page, error);
	/* The enter key in a field sends no button: the harmless one is meant. */
	if (what[0] == '\0' || strcmp(what, "save") == 0 || strcmp(what, "next") == 0)
		return post_save(request, response, &page, false, strcmp(what, "next") == 0, error);
	return error_set_field(error, ERR_INVALID, "do", _("There is no step “%s”."), what);
}
