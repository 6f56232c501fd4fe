/*
 * review: one answer before the secretariat. Its content is shown once the government cleared it; until then only how far it is, and
 * while a correction is under way what was released.
 */
#include <string.h>

#include "cgi/secretariat/secretariat.h"
#include "indicators/base/i18n.h"
#include "indicators/model/duty.h"

struct page {
	struct round round;
	struct round_seat seat;
	struct question question;
	struct answer answer;
	unsigned duties;
	const char *href; /* of the participant's list */
};

MUST_USE static enum err load(struct request *request, struct page *page, struct error *error)
{
	struct answer_key key = { .round = request_int(request, "round"), .participant = request_text(request, "participant"),
		.indicator = request_text(request, "indicator") };
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
		page->href = arena_printf(request->arena, "/secretariat/rounds/%lld/%s/", (long long)key.round, key.participant);
	return err;
}

static void show_link(struct template_dict *dict, const struct page *page, const char *code, enum template_key section,
	enum template_key href, enum template_key text)
{
	if (code == NULL)
		return;
	struct template_dict *link = template_section(dict, section);
	template_printf(link, href, "%s%s", page->href, code);
	template_set(link, text, code);
}

MUST_USE static enum err show_answer(struct request *request, struct template_dict *dict, const struct page *page,
	struct error *error)
{
	const struct answer *answer = &page->answer;
	bool cleared = answer->state == STATE_CLEARED || answer->state == STATE_ACCEPTED;
	struct answer_content released;

	if (cleared) {
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

static bool allows(const struct page *page, enum answer_action action)
{
	/* As a reviewer only: who also clears for the government does that in reporting. */
	return workflow_allows(page->answer.state, action, page->duties & (DUTY_REVIEW | DUTY_BELONG), page->answer.published);
}

static void show_steps(struct template_dict *dict, const struct page *page, const char *why, const char *problem)
{
	bool reopen = allows(page, ACTION_REOPEN);

	if ((page->duties & DUTY_BELONG) != 0)
		template_show(dict, K_S_OWN);
	if (allows(page, ACTION_ACCEPT))
		template_show(dict, K_V_ACCEPT);
	if (!reopen && !allows(page, ACTION_RETURN))
		return;
	struct template_dict *back = template_section(dict, K_V_BACK);
	template_set(back, K_V_BACK_TITLE, reopen ? _("Reopen for a correction") : _("Return for correction"));
	template_set(back, K_V_BACK_BUTTON, reopen ? _("Reopen") : _("Return"));
	template_set(back, K_V_BACK_ACTION, reopen ? "reopen" : "return");
	template_set(back, K_F_WHY, why);
	show_text(back, K_WRONG_RETURN, K_WRONG_TEXT, problem);
}

MUST_USE static enum err show(struct request *request, struct response *response, const struct page *page, const char *why,
	const char *problem, bool at_why, struct error *error)
{
	const struct question *question = &page->question;
	struct template_dict *dict = response_page(response, "review.tpl",
		arena_printf(request->arena, "%s, %s %s", page->seat.title, question->code, question->title));

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
	show_text(dict, K_A_PROBLEM, K_A_PROBLEM_TEXT, problem);
	show_link(dict, page, question->previous, K_A_PREVIOUS, K_A_PREVIOUS_HREF, K_A_PREVIOUS_CODE);
	show_link(dict, page, question->next, K_A_NEXT, K_A_NEXT_HREF, K_A_NEXT_CODE);
	if (question->type == SCORE_LADDER)
		parts_levels(template_section(dict, K_V_LEVELS), question);
	parts_definition(dict, question);
	show_steps(dict, page, why, at_why ? problem : NULL);
	enum err err = show_answer(request, dict, page, error);
	return err != ERR_OK ? err : parts_history(request, dict, question, &page->answer, false, error);
}

enum err review_page(struct request *request, struct response *response, struct error *error)
{
	struct page page;
	enum err err = load(request, &page, error);

	return err != ERR_OK ? err : show(request, response, &page, "", NULL, false, error);
}

enum err review_post(struct request *request, struct response *response, struct error *error)
{
	static const struct { const char *what; enum answer_action action; const char *notice; } steps[] = {
		{ "accept", ACTION_ACCEPT, "accepted" }, { "return", ACTION_RETURN, "sent-back" }, { "reopen", ACTION_REOPEN, "reopened" },
	};
	const char *what = request_text(request, "do");
	struct page page;
	size_t i = 0;

	while (i < sizeof steps / sizeof *steps && strcmp(steps[i].what, what) != 0)
		i++;
	if (i == sizeof steps / sizeof *steps)
		return error_set_field(error, ERR_INVALID, "do", _("There is no step “%s”."), what);
	enum err err = load(request, &page, error);
	if (err != ERR_OK)
		return err;
	/* The model would let somebody return their own government's answer as its clearing officer; here they are a reviewer. */
	if ((page.duties & DUTY_BELONG) != 0)
		return duty_require_review(request->db, &request->visitor.actor, page.seat.code, error);
	struct answer_step step = { .indicator = page.answer.indicator, .revision = request_int(request, "base") };
	err = answer_act(request->db, &request->visitor.actor, page.round.id, page.seat.code, &step, 1, steps[i].action, NULL,
		steps[i].action == ACTION_ACCEPT ? NULL : request_text(request, "why"), error);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		const char *problem = arena_strdup(request->arena, error->text);
		bool at_why = strcmp(error->field, "reason") == 0;
		enum err again = load(request, &page, error);
		if (again == ERR_OK)
			again = show(request, response, &page, request_text(request, "why"), problem, at_why, error);
		parts_status(response, err);
		return again;
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, steps[i].notice);
	response_redirect(response, page.href);
	return ERR_OK;
}
