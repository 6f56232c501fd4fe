/*
 * clearing: the answers that wait for the clearing officer, each with what differs from the last clearing or the last round; to be cleared or
 * returned one by one, cleared several together, or all that are unchanged at once.
 */
#include <stdlib.h>
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "cgi/web/answer_diff.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

#define TEXT_SHOWN 1500  /* most bytes of a new text; the answer's page has the rest */
#define TEXTS_SHOWN 36000 /* of all answers together, about: the page stays light on a slow line */
#define TABS_FROM 8      /* fewer answers need no tabs */

struct waiting {
	const struct round_line *line;
	struct question question;
	struct answer answer;
	struct answer_basis basis;
	const char *step; /* "IDR2:3" */
};

struct clearing {
	struct desk desk;
	const char *domain; /* shown alone; "" for all */
	struct round_lines lines;
	struct waiting *rows;
	size_t count, same;
	int64_t all; /* that wait, whatever is shown */
	/* Of a post that was refused. */
	const char *problem;
	const char *field;
};

/* Unlike the route's roles, for this participant. */
MUST_USE static enum err open_clearing(struct request *request, struct clearing *clearing, struct error *error)
{
	struct desk *desk = &clearing->desk;

	*clearing = (struct clearing){ .domain = request_text(request, "domain") };
	enum err err = desk_open(request, desk, error);
	if (err == ERR_OK && (desk->duties & DUTY_CLEAR) == 0)
		err = error_set(error, ERR_DENIED, _("You are not a clearing officer of %s."), desk->seat.title);
	return err;
}

MUST_USE static enum err load_row(struct request *request, const struct clearing *clearing, const struct round_line *line,
	struct waiting *row, struct error *error)
{
	struct answer_key key = { .round = clearing->desk.round.id, .participant = clearing->desk.seat.code, .indicator = line->code };
	enum err err = answer_load(request->db, request->arena, &key, &row->answer, error);

	if (err == ERR_OK)
		err = question_load(request->db, request->arena, key.round, line->code, request->language, &row->question, error);
	if (err == ERR_OK)
		err = answer_basis(request->db, request->arena, &row->answer, &row->basis, error);
	row->line = line;
	row->step = arena_printf(request->arena, "%s:%lld", line->code, (long long)row->answer.revision);
	return err;
}

MUST_USE static enum err load_rows(struct request *request, struct clearing *clearing, struct error *error)
{
	struct round_lines *lines = &clearing->lines;
	enum err err = round_questionnaire(request->db, request->arena, clearing->desk.round.id, clearing->desk.seat.code, request->language,
		lines, error);

	if (err != ERR_OK)
		return err;
	clearing->rows = arena_array(request->arena, lines->count + 1, sizeof *clearing->rows);
	for (size_t i = 0; err == ERR_OK && i < lines->count; i++) {
		const struct round_line *line = &lines->rows[i];

		if (line->state != STATE_SUBMITTED)
			continue;
		clearing->all++;
		if (clearing->domain[0] != '\0' && strcmp(clearing->domain, line->domain) != 0)
			continue;
		err = load_row(request, clearing, line, &clearing->rows[clearing->count], error);
		clearing->same += clearing->rows[clearing->count++].basis.unchanged;
	}
	return err;
}

/* Whether the form of several answers was sent, not that of one. */
static bool sent_several(struct request *request)
{
	const char *what = request_text(request, "do");

	return what[0] == '\0' || strcmp(what, "chosen") == 0;
}

/* Ticks of a refused form come back; an answer that was only to be returned is not ticked by that. */
static bool is_chosen(struct request *request, const char *step)
{
	if (!sent_several(request))
		return false;
	for (size_t i = 0; i < request_count(request, "answer"); i++)
		if (strcmp(request_text_at(request, "answer", i), step) == 0)
			return true;
	return false;
}

/* --- the page ---------------------------------------------------------------------------------------------------- */

/* The domains with answers that wait; only where there are so many that they help. */
static void show_tabs(struct template_dict *page, const struct clearing *clearing)
{
	const struct round_lines *lines = &clearing->lines;
	struct template_dict *tabs;

	if (clearing->all < TABS_FROM)
		return;
	tabs = template_section(page, K_CL_TABS);
	if (clearing->domain[0] == '\0')
		template_show(tabs, K_CL_TAB_ALL);
	for (size_t i = 0; i < lines->count; i++) {
		const struct round_line *line = &lines->rows[i];
		int64_t count = 0;
		struct template_dict *tab;

		if (i > 0 && strcmp(lines->rows[i - 1].domain, line->domain) == 0)
			continue;
		for (size_t j = i; j < lines->count && strcmp(lines->rows[j].domain, line->domain) == 0; j++)
			count += lines->rows[j].state == STATE_SUBMITTED;
		if (count == 0)
			continue;
		tab = template_section(tabs, K_CL_TAB);
		template_printf(tab, K_CL_TAB_HREF, "%sclearing?domain=%s", clearing->desk.href, line->domain);
		template_set(tab, K_CL_TAB_TITLE, line->domain_title);
		template_set_int(tab, K_CL_TAB_COUNT, count);
		if (strcmp(clearing->domain, line->domain) == 0)
			template_show(tab, K_CL_TAB_HERE);
	}
}

static void show_same(struct request *request, struct template_dict *page, const struct clearing *clearing)
{
	struct template_dict *form;

	if (clearing->same == 0)
		return;
	form = template_section(page, K_CL_SAME);
	template_set(form, K_CL_SAME_TITLE, arena_printf(request->arena,
		i18n_plural("%zu answer is unchanged", "%zu answers are unchanged", clearing->same), clearing->same));
	for (size_t i = 0; i < clearing->count; i++) {
		const struct waiting *row = &clearing->rows[i];
		struct template_dict *line;

		if (!row->basis.unchanged)
			continue;
		line = template_section(form, K_CL_SAME_ROW);
		template_printf(line, K_CL_SAME_STEP, "%s:%s", row->step, row->basis.audience);
		template_set(line, K_CL_SAME_CODE, row->line->code);
		template_set(line, K_CL_SAME_VALUE, parts_value(request, &row->question, &row->answer.content));
		template_set(line, K_CL_SAME_AUDIENCE, answer_audience_title(row->basis.audience));
	}
}

/* "What differs from what Anna cleared on … for members (revision 2)" */
static const char *since(struct request *request, const struct answer_basis *basis)
{
	const char *audience = answer_audience_title(basis->audience);

	if (basis->kind == BASIS_LAST_ROUND)
		return arena_printf(request->arena, _("Compared with the accepted answer of %s, for: %s"), basis->period, audience);
	return arena_printf(request->arena, _("Compared with revision %lld, cleared by %s on %s, for: %s"), (long long)basis->revision,
		basis->by != NULL ? basis->by : "–", day_moment(request->arena, basis->at), audience);
}

/* Bytes of each new text: less where many answers wait. */
static size_t text_shown(const struct clearing *clearing)
{
	size_t share = TEXTS_SHOWN / 3 / (clearing->count + 1);

	return share < 200 ? 200 : share > TEXT_SHOWN ? TEXT_SHOWN : share;
}

static void show_content(struct request *request, struct template_dict *dict, const struct clearing *clearing, const struct waiting *row)
{
	const struct answer *answer = &row->answer;
	const struct answer_basis *basis = &row->basis;
	struct answer_content content = answer->content;

	if (basis->kind == BASIS_NONE) {
		content.reason = diff_excerpt(request, content.reason, text_shown(clearing));
		content.narrative = diff_excerpt(request, content.narrative, text_shown(clearing));
		content.source = diff_excerpt(request, content.source, text_shown(clearing));
		content.explanation = NULL; /* it stands beside what is unusual */
		template_show(dict, K_CL_IS_NEW);
		parts_view(request, template_section(dict, K_CL_NEW), K_VIEW, &(struct parts_view){ .question = &row->question, .content = &content,
			.evidence = answer->evidence, .evidence_count = answer->evidence_count });
		return;
	}
	template_show(dict, basis->unchanged ? K_CL_IS_SAME : K_CL_IS_CHANGED);
	if (basis->other_version)
		template_show(dict, K_CL_BREAK);
	struct template_dict *changes = template_section(dict, K_CL_CHANGES);
	template_set(changes, K_CL_SINCE, since(request, basis));
	(void)diff_show(request, changes, K_DIFF, &(struct answer_diff){ .question = &row->question, .before = &basis->content,
		.after = &answer->content, .added = basis->added, .removed = basis->removed });
}

/* What the rules find unusual, and what its author says to it. */
MUST_USE static enum err show_findings(struct request *request, struct template_dict *dict, const struct waiting *row, struct error *error)
{
	const struct answer *answer = &row->answer;
	struct answer_findings findings;
	struct template_dict *unusual = NULL;
	enum err err = answer_findings(request->db, request->arena, &row->question, answer, &answer->content, answer->evidence_count, &findings,
		error);

	for (size_t i = 0; err == ERR_OK && i < findings.count; i++) {
		unusual = unusual != NULL ? unusual : template_section(dict, K_CL_UNUSUAL);
		template_set(template_section(unusual, K_CL_FINDING), K_CL_FINDING_TEXT, findings.rows[i].text);
	}
	if (answer->content.explanation != NULL && answer->content.explanation[0] != '\0')
		template_set(template_section(dict, K_CL_EXPLAINED), K_CL_EXPLANATION, answer->content.explanation);
	return err;
}

/* The reason that was typed for this answer comes back as typed. */
static void show_return(struct request *request, struct template_dict *dict, const struct clearing *clearing, const struct waiting *row)
{
	struct template_dict *part;

	if (clearing->problem == NULL || strcmp(request_text(request, "do"), "return") != 0
		|| strncmp(request_text_at(request, "answer", 0), row->line->code, strlen(row->line->code)) != 0
		|| request_text_at(request, "answer", 0)[strlen(row->line->code)] != ':')
		return;
	part = template_section(dict, K_CL_RETURN);
	template_set(part, K_CL_RETURN_WHY, request_text(request, "why"));
	if (strcmp(clearing->field, "reason") == 0 || strcmp(clearing->field, "why") == 0)
		template_set(template_section(part, K_CL_RETURN_PROBLEM), K_CL_RETURN_PROBLEM_TEXT, clearing->problem);
}

static void show_audiences(struct template_dict *dict, const char *chosen)
{
	static const char *const audiences[] = { "members", "donors", "public" };

	for (size_t i = 0; i < sizeof audiences / sizeof *audiences; i++) {
		struct template_dict *option = template_section(dict, K_CL_AUDIENCE);

		template_set(option, K_CL_AUDIENCE_VALUE, audiences[i]);
		template_set(option, K_CL_AUDIENCE_TITLE, answer_audience_title(audiences[i]));
		if (strcmp(audiences[i], chosen) == 0)
			template_show(option, K_CL_AUDIENCE_CHOSEN);
	}
}

MUST_USE static enum err show_row(struct request *request, struct template_dict *page, const struct clearing *clearing, size_t i,
	struct error *error)
{
	const struct waiting *row = &clearing->rows[i];
	const struct round_line *line = row->line;
	const struct answer *answer = &row->answer;
	struct template_dict *dict = template_section(page, K_CL_ROW);

	if (i == 0 || strcmp(clearing->rows[i - 1].line->domain, line->domain) != 0)
		template_set(template_section(dict, K_CL_GROUP), K_CL_GROUP_TITLE, line->domain_title);
	template_set(dict, K_CL_STEP, row->step);
	template_set(dict, K_CL_CODE, line->code);
	template_set(dict, K_CL_TITLE, line->title);
	template_printf(dict, K_CL_ROW_HREF, "%s%s", clearing->desk.href, line->code);
	if (row->basis.kind != BASIS_NONE)
		template_set(template_section(dict, K_CL_VALUE_ROW), K_CL_VALUE, parts_value(request, &row->question, &answer->content));
	template_set(dict, K_CL_LAST, arena_printf(request->arena, _("sent by %s, %s"), answer->event_by != NULL ? answer->event_by : "–",
		day_moment(request->arena, answer->event_at)));
	if (is_chosen(request, row->step))
		template_show(dict, K_CL_CHOSEN);
	show_content(request, dict, clearing, row);
	show_return(request, dict, clearing, row);
	show_audiences(dict, row->basis.audience != NULL ? row->basis.audience : "members");
	return show_findings(request, dict, row, error);
}

static void show_problem(struct request *request, struct template_dict *page, const struct clearing *clearing)
{
	struct template_dict *problem;
	const char *step = request_text_at(request, "answer", 0);

	if (clearing->problem == NULL)
		return;
	problem = template_section(page, K_CL_PROBLEM);
	template_set(problem, K_CL_PROBLEM_TEXT, clearing->problem);
	for (size_t i = 0; request_count(request, "answer") == 1 && i < clearing->count; i++) {
		size_t length = strlen(clearing->rows[i].line->code);

		if (strncmp(step, clearing->rows[i].line->code, length) == 0 && step[length] == ':')
			template_set(template_section(problem, K_CL_PROBLEM_AT), K_CL_PROBLEM_CODE, clearing->rows[i].line->code);
	}
}

MUST_USE static enum err show_page(struct request *request, struct response *response, struct clearing *clearing, struct error *error)
{
	enum err err = load_rows(request, clearing, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "clearing.tpl", _("Clearing"));
	template_set(page, K_LIST_HREF, clearing->desk.href);
	template_set(page, K_LIST_TITLE, clearing->desk.title);
	template_set(page, K_CSRF, request->csrf);
	template_printf(page, K_CL_HREF, "%sclearing", clearing->desk.href);
	template_printf(page, K_CL_RECORD_HREF, "%srecord", clearing->desk.href);
	template_set(page, K_CL_DOMAIN, clearing->domain);
	template_set(page, K_CL_COUNT, arena_printf(request->arena, i18n_plural("%s: %lld answer waits for your clearing.",
		"%s: %lld answers wait for your clearing.", (unsigned long)clearing->all), clearing->desk.title, (long long)clearing->all));
	show_problem(request, page, clearing);
	show_tabs(page, clearing);
	if (clearing->count == 0) {
		template_show(page, K_CL_NONE);
		return ERR_OK;
	}
	show_same(request, page, clearing);
	for (size_t i = 0; err == ERR_OK && i < clearing->count; i++)
		err = show_row(request, page, clearing, i, error);
	struct template_dict *form = template_section(page, K_CL_FORM);
	const char *audience = request_text(request, "audience");
	desk_audiences(form, audience[0] != '\0' && sent_several(request) ? audience : "members");
	return err;
}

enum err clearing_page(struct request *request, struct response *response, struct error *error)
{
	struct clearing clearing;
	enum err err = open_clearing(request, &clearing, error);

	return err != ERR_OK ? err : show_page(request, response, &clearing, error);
}

/* --- its forms --------------------------------------------------------------------------------------------------- */

/* "IDR2:3:donors" of what the page said is unchanged. */
MUST_USE static enum err clear_unchanged(struct request *request, const struct clearing *clearing, struct error *error)
{
	size_t count = request_count(request, "same");
	struct answer_same *same = arena_array(request->arena, count + 1, sizeof *same);

	if (count > CHOSEN_MAX)
		return error_set(error, ERR_TOO_LARGE, "%s", _("These are too many answers at once."));
	for (size_t i = 0; i < count; i++) {
		char *code = arena_strdup(request->arena, request_text_at(request, "same", i));
		char *revision = strchr(code, ':'), *audience = revision != NULL ? strchr(revision + 1, ':') : NULL;

		if (audience == NULL)
			return error_set_field(error, ERR_INVALID, "same", "%s", _("The form is not one of ours."));
		*revision++ = '\0';
		*audience++ = '\0';
		same[i] = (struct answer_same){ .step = { .indicator = code, .revision = strtoll(revision, NULL, 10) }, .audience = audience };
	}
	return answer_clear_unchanged(request->db, &request->visitor.actor, clearing->desk.round.id, clearing->desk.seat.code, same, count, error);
}

MUST_USE static enum err act(struct request *request, const struct clearing *clearing, enum answer_action action, struct error *error)
{
	struct answer_step *steps;
	size_t count;
	enum err err = parts_steps(request, CHOSEN_MAX, &steps, &count, error);

	if (err != ERR_OK)
		return err;
	if (action == ACTION_CLEAR)
		return answer_clear_waiting(request->db, &request->visitor.actor, clearing->desk.round.id, clearing->desk.seat.code, steps, count,
			request_text(request, "audience"), error);
	return answer_act(request->db, &request->visitor.actor, clearing->desk.round.id, clearing->desk.seat.code, steps, count, action, NULL,
		request_text(request, "why"), error);
}

/* Does what the button says; *notice tells what was done. */
MUST_USE static enum err take(struct request *request, const struct clearing *clearing, const char **notice, struct error *error)
{
	const char *what = request_text(request, "do");
	bool one = request_count(request, "answer") == 1;

	if (strcmp(what, "unchanged") == 0) {
		*notice = "cleared-unchanged";
		return clear_unchanged(request, clearing, error);
	}
	if (strcmp(what, "return") == 0) {
		*notice = "returned";
		return act(request, clearing, ACTION_RETURN, error);
	}
	if (!sent_several(request) && strcmp(what, "clear") != 0)
		return error_set_field(error, ERR_INVALID, "do", _("There is no step “%s”."), what);
	*notice = one ? "cleared" : "cleared-many";
	return act(request, clearing, ACTION_CLEAR, error);
}

enum err clearing_post(struct request *request, struct response *response, struct error *error)
{
	struct clearing clearing;
	const char *notice = NULL;
	enum err err = open_clearing(request, &clearing, error);

	if (err != ERR_OK)
		return err;
	err = take(request, &clearing, &notice, error);
	if (err == ERR_INVALID || err == ERR_CONFLICT || err == ERR_TOO_LARGE) {
		clearing.problem = arena_strdup(request->arena, error->text);
		clearing.field = arena_strdup(request->arena, error->field);
		enum err shown = show_page(request, response, &clearing, error);

		parts_status(response, err);
		return shown;
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, notice);
	response_redirect(response, arena_printf(request->arena, clearing.domain[0] != '\0' ? "%sclearing?domain=%s" : "%sclearing",
		clearing.desk.href, clearing.domain));
	return ERR_OK;
}
