/* answer_show: fills the answer page; see answer_show.h. */
#include "cgi/reporting/answer_show.h"

#include <string.h>

#include "cgi/web/beside_parts.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

static bool allows(const struct answer_page_parts *page, enum answer_action action)
{
	const struct answer *answer = &page->answer;
	bool writes = action == ACTION_SAVE || action == ACTION_SUBMIT;

	if (writes && (answer->phase == ROUND_NOT_OPEN || (answer->phase == ROUND_CLOSED && answer->state != STATE_RETURNED)))
		return false;
	return workflow_allows(answer->state, action, page->desk.duties & ~(unsigned)DUTY_REVIEW, answer->published);
}

/* Why a reporter sees no form. */
static const char *why_not(const struct answer_page_parts *page)
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

MUST_USE static enum err show_last(struct request *request, struct template_dict *dict, const struct answer_page_parts *page, struct error *error)
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

static void show_rules(struct request *request, struct template_dict *dict, const struct question *question)
{
	if (question->rule_count == 0)
		return;
	struct template_dict *section = template_section(dict, K_A_RULES);
	for (size_t i = 0; i < question->rule_count; i++) {
		struct template_dict *row = template_section(section, K_A_RULE);
		const struct question_rule *rule = &question->rules[i];

		template_printf(row, K_A_RULE_TEXT, rule->why != NULL ? "%s %s" : "%s%s",
			question_rule_text(request->arena, question, rule), rule->why != NULL ? rule->why : "");
		template_show(row, rule->rule.hard ? K_A_RULE_HARD : K_A_RULE_SOFT);
	}
}

static void show_findings(struct template_dict *dict, const struct answer_findings *findings)
{
	if (findings == NULL || findings->count == 0)
		return;
	struct template_dict *section = template_section(dict, K_A_FINDINGS);
	for (size_t i = 0; i < findings->count; i++) {
		struct template_dict *row = template_section(section, K_A_FINDING);
		const struct answer_finding *finding = &findings->rows[i];

		template_show(row, finding->hard ? K_A_FINDING_HARD : K_A_FINDING_SOFT);
		template_set(row, K_A_FINDING_TEXT, finding->text);
		template_set(row, K_A_FINDING_FIELD, !finding->hard ? "explanation" : strncmp(finding->field, "cell", 4) == 0 ? "cell" : finding->field);
	}
}

static void show_merge(struct template_dict *dict, const struct form_merge *merge)
{
	struct template_dict *section = template_section(dict, K_A_MERGE);

	template_printf(section, K_A_MERGE_BY,
		_("%s saved this answer while you were writing. Nothing of either is lost: theirs is saved and stays in the history, yours is in the form below."),
		merge->by);
	if (merge->taken_count > 0) {
		struct template_dict *taken = template_section(section, K_A_TAKEN);
		for (size_t i = 0; i < merge->taken_count; i++)
			template_set(template_section(taken, K_A_TAKEN_ROW), K_A_TAKEN_TITLE, merge->taken[i]);
	}
	if (merge->count == 0)
		return;
	struct template_dict *both = template_section(section, K_A_BOTH);
	for (size_t i = 0; i < merge->count; i++) {
		struct template_dict *row = template_section(both, K_A_BOTH_ROW);
		template_set(row, K_A_BOTH_TITLE, merge->rows[i].title);
		template_set(row, K_A_BOTH_BEFORE, merge->rows[i].before);
		template_set(row, K_A_BOTH_THEIRS, merge->rows[i].theirs);
		template_set(row, K_A_BOTH_YOURS, merge->rows[i].yours);
	}
}

static void show_heading(struct request *request, struct template_dict *dict, const struct answer_page_parts *page)
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
	if ((page->desk.duties & (DUTY_REPORT | DUTY_CLEAR)) != 0) {
		struct template_dict *link = template_section(dict, K_A_TODO);
		template_printf(link, K_A_TODO_HREF, "%snext?after=%s", page->desk.href, answer->indicator);
		template_set(link, K_A_TODO_TEXT, (page->desk.duties & DUTY_REPORT) != 0 ? _("Next to do") : _("Next to clear"));
	}
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

MUST_USE static enum err show_returned(struct request *request, struct template_dict *dict, const struct answer_page_parts *page,
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

static struct parts_view saved_view(const struct answer_page_parts *page)
{
	return (struct parts_view){ .question = &page->question, .content = &page->answer.content, .author = page->answer.author,
		.at = page->answer.at, .evidence = page->answer.evidence, .evidence_count = page->answer.evidence_count };
}

static void show_steps(struct template_dict *dict, const struct answer_page_parts *page, const struct form *form)
{
	const struct answer *answer = &page->answer;

	if (allows(page, ACTION_WITHDRAW))
		template_show(dict, K_A_WITHDRAW);
	if (allows(page, ACTION_CLEAR)) {
		struct template_dict *clear = template_section(dict, K_A_CLEAR);
		bool again = answer->state != STATE_SUBMITTED;

		template_set(clear, K_A_CLEAR_TITLE, again ? _("Change the audience") : _("Clear"));
		template_set(clear, K_A_CLEAR_BUTTON, again ? _("Set the audience") : _("Clear the answer"));
		if (answer->state == STATE_SUBMITTED)
			template_show(clear, K_F_WAITS);
		desk_audiences(clear, form->audience[0] != '\0' ? form->audience : answer->audience != NULL ? answer->audience : "members");
	}
	if (allows(page, ACTION_RETURN))
		template_set(template_section(dict, K_A_RETURN), K_F_WHY, form->why);
}

enum err answer_show(struct request *request, struct response *response, const struct answer_page_parts *page,
	const struct form *form, bool typed, struct error *error)
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
			template_set(template_section(problem, K_A_PROBLEM_FIELD), K_A_PROBLEM_ID, strncmp(form->wrong, "cell", 4) == 0 ? "cell" : form->wrong);
	}
	show_findings(dict, writes ? form->findings : NULL);
	show_rules(request, dict, &page->question);
	if (form->wrong != NULL)
		form_mark(dict, form->wrong, form->problem);
	if (why != NULL)
		template_set(template_section(dict, K_A_WHY_NOT), K_A_WHY_NOT_TEXT, why);
	if (form->merge != NULL)
		show_merge(dict, form->merge);
	if (typed && !writes && page->answer.id != 0)
		parts_view(request, template_section(dict, K_A_TYPED), K_THEIRS, &saved);
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
	if (err == ERR_OK)
		err = beside_show(request, dict, page->answer.version, page->answer.participant, error);
	if (err == ERR_OK)
		err = thread_show(request, dict, &(struct thread_part){ .answer = page->answer.id, .side = MESSAGE_GOVERNMENT,
			.href = arena_printf(request->arena, "%s%s", page->desk.href, page->answer.indicator), .form = page->thread,
			.may_write = (page->desk.duties & (DUTY_REPORT | DUTY_CLEAR)) != 0 }, error);
	response_script(response, "answer.js");
	response_script(response, "upload.js");
	return err != ERR_OK ? err : parts_history(request, dict, &page->question, &page->answer, true, error);
}
