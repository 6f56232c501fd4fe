/* review_show: the page of one answer before the secretariat; see review.h. */
#include "cgi/secretariat/review.h"
#include "indicators/base/i18n.h"

bool review_is_open(const struct review *page)
{
	return page->answer.state == STATE_CLEARED || page->answer.state == STATE_ACCEPTED;
}

static void show_link(struct template_dict *dict, const struct review *page, const char *code, enum template_key section,
	enum template_key href, enum template_key text)
{
	if (code == NULL)
		return;
	struct template_dict *link = template_section(dict, section);
	template_printf(link, href, "%s%s", page->href, code);
	template_set(link, text, code);
}

MUST_USE static enum err show_answer(struct request *request, struct template_dict *dict, const struct review *page, struct error *error)
{
	const struct answer *answer = &page->answer;
	struct answer_content released;

	if (review_is_open(page)) {
		parts_view(request, template_section(dict, K_A_READ), K_SAVED, &(struct parts_view){ .question = &page->question,
			.content = &answer->content, .author = answer->author, .at = answer->at, .evidence = answer->evidence,
			.evidence_count = answer->evidence_count });
		return ERR_OK;
	}
	if (answer->released_revision == 0) {
		template_show(dict, K_V_HIDDEN);
		return ERR_OK;
	}
	enum err err = answer_revision(request->db, request->arena, answer->id, answer->released_revision, &released, error);
	if (err != ERR_OK)
		return err;
	template_show(dict, K_V_RELEASED);
	parts_view(request, template_section(dict, K_A_READ), K_SAVED, &(struct parts_view){ .question = &page->question,
		.content = &released });
	return ERR_OK;
}

static bool allows(const struct review *page, enum answer_action action)
{
	/* As a reviewer only: who also clears for the government does that in reporting. */
	return workflow_allows(page->answer.state, action, page->duties & (DUTY_REVIEW | DUTY_BELONG), page->answer.published);
}

static void show_steps(struct template_dict *dict, const struct review *page)
{
	bool reopen = allows(page, ACTION_REOPEN);

	if ((page->duties & DUTY_BELONG) != 0)
		template_show(dict, K_S_OWN);
	if (allows(page, ACTION_ACCEPT))
		template_set(template_section(dict, K_V_ACCEPT), K_V_ACCEPT_TEXT, page->next != NULL ? _("Accept, and on to the next") : _("Accept"));
	if (!reopen && !allows(page, ACTION_RETURN))
		return;
	struct template_dict *back = template_section(dict, K_V_BACK);
	template_set(back, K_V_BACK_TITLE, reopen ? _("Reopen for a correction") : _("Return for correction"));
	template_set(back, K_V_BACK_BUTTON, reopen ? _("Reopen") : _("Return"));
	template_set(back, K_V_BACK_ACTION, reopen ? "reopen" : "return");
	template_set(back, K_F_WHY, page->why);
	if (page->at_why) {
		template_show(back, K_V_BACK_OPEN);
		show_text(back, K_WRONG_RETURN, K_WRONG_TEXT, page->problem);
	}
}

static void show_heading(struct request *request, struct template_dict *dict, const struct review *page)
{
	const struct question *question = &page->question;

	template_set(dict, K_CSRF, request->csrf);
	template_printf(dict, K_A_HREF, "%s%s", page->href, question->code);
	template_printf(dict, K_ROUND_HREF, "/secretariat/rounds/%lld/", (long long)page->round.id);
	template_printf(dict, K_ROUND_TITLE, "%s, %s", page->round.framework_title, page->round.period);
	template_set(dict, K_LIST_HREF, page->href);
	template_set(dict, K_LIST_TITLE, page->seat.title);
	template_set(dict, K_A_CODE, question->code);
	template_set(dict, K_A_TITLE, question->title);
	template_set_int(dict, K_F_BASE, page->answer.revision);
	parts_state(dict, page->answer.state);
	if (page->answer.audience != NULL && page->answer.state >= STATE_CLEARED)
		show_text(dict, K_A_AUDIENCE, K_A_AUDIENCE_TEXT, answer_audience_title(page->answer.audience));
	show_text(dict, K_A_PROBLEM, K_A_PROBLEM_TEXT, page->problem);
	show_link(dict, page, question->previous, K_A_PREVIOUS, K_A_PREVIOUS_HREF, K_A_PREVIOUS_CODE);
	show_link(dict, page, question->next, K_A_NEXT, K_A_NEXT_HREF, K_A_NEXT_CODE);
	show_link(dict, page, page->previous, K_V_PREVIOUS, K_V_PREVIOUS_HREF, K_V_PREVIOUS_CODE);
	show_link(dict, page, page->next, K_V_NEXT, K_V_NEXT_HREF, K_V_NEXT_CODE);
}

enum err review_show(struct request *request, struct response *response, const struct review *page, struct error *error)
{
	const struct question *question = &page->question;
	struct template_dict *dict = response_page(response, "review.tpl",
		arena_printf(request->arena, "%s, %s %s", page->seat.title, question->code, question->title));
	struct thread_part thread = { .answer = page->answer.id, .side = MESSAGE_SECRETARIAT, .form = page->thread,
		.href = arena_printf(request->arena, "%s%s", page->href, question->code), .may_write = (page->duties & DUTY_BELONG) == 0 };

	show_heading(request, dict, page);
	if (question->type == SCORE_LADDER)
		parts_levels(template_section(dict, K_V_LEVELS), question);
	parts_definition(dict, question);
	show_steps(dict, page);
	enum err err = show_answer(request, dict, page, error);
	if (err == ERR_OK)
		err = review_show_context(request, dict, page, error);
	if (err == ERR_OK)
		err = thread_show(request, dict, &thread, error);
	return err != ERR_OK ? err : parts_history(request, dict, question, &page->answer, false, error);
}
