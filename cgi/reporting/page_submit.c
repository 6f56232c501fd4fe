/* submit: all answers that are complete, sent to clearing in one step: shown first, then all of the chosen or none. */
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "indicators/base/i18n.h"
#include "indicators/model/ready.h"

/* Unlike the route's roles, for this participant. */
MUST_USE static enum err open_submit(struct request *request, struct desk *desk, struct error *error)
{
	enum err err = desk_open(request, desk, error);

	if (err == ERR_OK && (desk->duties & DUTY_REPORT) == 0)
		err = error_set(error, ERR_DENIED, "%s", _("Only a focal point or deputy of this participant may write its answers."));
	return err;
}

static bool is_chosen(struct request *request, const char *step)
{
	for (size_t i = 0; i < request_count(request, "answer"); i++)
		if (strcmp(request_text_at(request, "answer", i), step) == 0)
			return true;
	return request_count(request, "answer") == 0;
}

static void show_row(struct template_dict *row, const struct desk *desk, const struct round_line *line)
{
	template_set(row, K_S_CODE, line->code);
	template_set(row, K_S_TITLE, line->title);
	template_printf(row, K_S_ROW_HREF, "%s%s", desk->href, line->code);
	template_set(row, K_S_LAST, line->by != NULL ? line->by : "");
	parts_state(row, line->state);
}

static void show_lists(struct request *request, struct template_dict *page, const struct desk *desk, const struct round_lines *lines,
	const struct ready_list *ready)
{
	struct template_dict *form = NULL, *rest = NULL;

	if (ready->complete > 0) {
		form = template_section(page, K_S_FORM);
		template_set(form, K_CSRF, request->csrf);
		template_printf(form, K_S_HREF, "%ssubmit", desk->href);
	} else {
		template_show(page, K_S_NONE);
	}
	if (ready->complete < ready->count)
		rest = template_section(page, K_S_REST);
	for (size_t i = 0; i < lines->count; i++) {
		const struct ready_line *line = ready_line(ready, lines->rows[i].code);

		if (line == NULL)
			continue;
		struct template_dict *row = template_section(line->problem == NULL ? form : rest, line->problem == NULL ? K_S_ROW : K_S_REST_ROW);
		show_row(row, desk, &lines->rows[i]);
		if (line->problem != NULL) {
			template_set(row, K_S_PROBLEM, line->problem);
			continue;
		}
		const char *step = arena_printf(request->arena, "%s:%lld", line->code, (long long)line->revision);
		template_set(row, K_S_STEP, step);
		if (is_chosen(request, step))
			template_show(row, K_S_CHOSEN);
	}
}

MUST_USE static enum err show(struct request *request, struct response *response, const struct desk *desk, const char *problem,
	struct error *error)
{
	struct round_lines lines;
	struct ready_list ready;
	enum err err = round_questionnaire(request->db, request->arena, desk->round.id, desk->seat.code, request->language, &lines, error);

	if (err == ERR_OK)
		err = ready_list(request->db, request->arena, desk->round.id, desk->seat.code, &lines, &ready, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "submit.tpl", _("Submit what is complete"));
	template_set(page, K_LIST_HREF, desk->href);
	template_set(page, K_LIST_TITLE, desk->title);
	if (problem != NULL)
		template_set(template_section(page, K_S_REFUSED), K_S_REFUSED_TEXT, problem);
	show_lists(request, page, desk, &lines, &ready);
	return ERR_OK;
}

enum err submit_page(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	enum err err = open_submit(request, &desk, error);

	return err != ERR_OK ? err : show(request, response, &desk, NULL, error);
}

enum err submit_post(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	struct answer_step *steps;
	size_t count;
	enum err err = open_submit(request, &desk, error);

	if (err != ERR_OK || (err = parts_steps(request, CHOSEN_MAX, &steps, &count, error)) != ERR_OK)
		return err;
	err = answer_act(request->db, &request->visitor.actor, desk.round.id, desk.seat.code, steps, count, ACTION_SUBMIT, NULL, NULL, error);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		const char *problem = arena_printf(request->arena, _("Nothing was submitted. %s"), error->text);
		enum err shown = show(request, response, &desk, problem, error);

		parts_status(response, err);
		return shown;
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, "submitted-many");
	response_redirect(response, desk.href);
	return ERR_OK;
}
