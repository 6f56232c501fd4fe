/* clearing: the answers that wait for the clearing officer, to be cleared one by one or together. */
#include <stdlib.h>
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

#define CHOSEN_MAX 500

/* Unlike the route's roles, for this participant. */
MUST_USE static enum err open_clearing(struct request *request, struct desk *desk, struct error *error)
{
	enum err err = desk_open(request, desk, error);

	if (err == ERR_OK && (desk->duties & DUTY_CLEAR) == 0)
		err = error_set(error, ERR_DENIED, _("You are not a clearing officer of %s."), desk->seat.title);
	return err;
}

static bool is_chosen(struct request *request, const char *step)
{
	for (size_t i = 0; i < request_count(request, "answer"); i++)
		if (strcmp(request_text_at(request, "answer", i), step) == 0)
			return true;
	return false;
}

MUST_USE static enum err show_row(struct request *request, struct template_dict *form, const struct desk *desk,
	const struct round_line *line, struct error *error)
{
	struct answer_key key = { .round = desk->round.id, .participant = desk->seat.code, .indicator = line->code };
	struct answer answer;
	struct question question;
	enum err err = answer_load(request->db, request->arena, &key, &answer, error);

	if (err == ERR_OK)
		err = question_load(request->db, request->arena, key.round, line->code, request->language, &question, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *row = template_section(form, K_CL_ROW);
	const char *step = arena_printf(request->arena, "%s:%lld", line->code, (long long)answer.revision);
	template_set(row, K_CL_STEP, step);
	template_set(row, K_CL_CODE, line->code);
	template_set(row, K_CL_TITLE, line->title);
	template_printf(row, K_CL_ROW_HREF, "%s%s", desk->href, line->code);
	template_set(row, K_CL_VALUE, parts_value(request, &question, &answer.content));
	template_printf(row, K_CL_LAST, "%s, %s", answer.event_by != NULL ? answer.event_by : "", day_moment(request->arena, answer.event_at));
	if (is_chosen(request, step))
		template_show(row, K_CL_CHOSEN);
	return ERR_OK;
}

MUST_USE static enum err show_page(struct request *request, struct response *response, const struct desk *desk, const char *problem,
	struct error *error)
{
	struct round_lines lines;
	size_t count = 0;
	enum err err = round_questionnaire(request->db, request->arena, desk->round.id, desk->seat.code, request->language, &lines, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "clearing.tpl", _("Clearing"));
	template_set(page, K_LIST_HREF, desk->href);
	template_set(page, K_LIST_TITLE, desk->title);
	if (problem != NULL)
		template_set(template_section(page, K_CL_PROBLEM), K_CL_PROBLEM_TEXT, problem);
	for (size_t i = 0; i < lines.count; i++)
		count += lines.rows[i].state == STATE_SUBMITTED;
	if (count == 0) {
		template_show(page, K_CL_NONE);
		return ERR_OK;
	}
	struct template_dict *form = template_section(page, K_CL_FORM);
	template_set(form, K_CSRF, request->csrf);
	template_printf(form, K_CL_HREF, "%sclearing", desk->href);
	const char *audience = request_text(request, "audience");
	desk_audiences(form, audience[0] != '\0' ? audience : "members");
	for (size_t i = 0; err == ERR_OK && i < lines.count; i++)
		if (lines.rows[i].state == STATE_SUBMITTED)
			err = show_row(request, form, desk, &lines.rows[i], error);
	return err;
}

enum err clearing_page(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	enum err err = open_clearing(request, &desk, error);

	return err != ERR_OK ? err : show_page(request, response, &desk, NULL, error);
}

/* "IDR2:3": indicator and the revision that was on the page. */
MUST_USE static enum err read_steps(struct request *request, struct answer_step *steps, size_t *count, struct error *error)
{
	*count = request_count(request, "answer");
	if (*count > CHOSEN_MAX)
		return error_set(error, ERR_TOO_LARGE, "%s", _("These are too many answers at once."));
	for (size_t i = 0; i < *count; i++) {
		char *step = arena_strdup(request->arena, request_text_at(request, "answer", i));
		char *colon = strchr(step, ':');

		if (colon == NULL)
			return error_set_field(error, ERR_INVALID, "answer", "%s", _("The form is not one of ours."));
		*colon = '\0';
		steps[i].indicator = step;
		steps[i].revision = strtoll(colon + 1, NULL, 10);
	}
	return ERR_OK;
}

enum err clearing_post(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	struct answer_step *steps = arena_array(request->arena, CHOSEN_MAX, sizeof *steps);
	size_t count;
	enum err err = open_clearing(request, &desk, error);

	if (err != ERR_OK || (err = read_steps(request, steps, &count, error)) != ERR_OK)
		return err;
	err = answer_act(request->db, &request->visitor.actor, desk.round.id, desk.seat.code, steps, count, ACTION_CLEAR,
		request_text(request, "audience"), NULL, error);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		const char *problem = arena_strdup(request->arena, error->text);
		enum err shown = show_page(request, response, &desk, problem, error);

		parts_status(response, err);
		return shown;
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, "cleared-many");
	response_redirect(response, arena_printf(request->arena, "%sclearing", desk.href));
	return ERR_OK;
}
