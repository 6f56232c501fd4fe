/* workbook_preview: what an uploaded workbook would change, and taking it over. The file waits as an upload; each page plans anew. */
#include <string.h>

#include "cgi/reporting/workbook.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"

static const char *cell_title(struct request *request, const struct plan_cell *cell)
{
	return cell->row->group != NULL ? arena_printf(request->arena, "%s: %s", cell->row->group, cell->row->title) : cell->row->title;
}

static const char *or_nothing(const char *text)
{
	return text[0] != '\0' ? text : "—";
}

/* --- what is wrong -------------------------------------------------------------------------------------------------- */

static void show_mistake(struct request *request, struct template_dict *section, const struct plan_answer *planned,
	const struct plan_cell *cell, const char *why)
{
	struct template_dict *row = template_section(section, K_W_MISTAKE);

	template_set(row, K_W_CODE, planned->answer->question.code);
	template_set(row, K_W_WHY, why);
	if (cell == NULL)
		return;
	struct template_dict *where = template_section(row, K_W_MISTAKE_CELL);
	template_set(where, K_W_CELL_TITLE, cell_title(request, cell));
	template_set(where, K_W_PLACE, cell->place);
	if (cell->to[0] != '\0')
		template_set(template_section(where, K_W_MISTAKE_TYPED), K_W_TYPED, arena_strndup(request->arena, cell->to, utf8_head(cell->to, 200)));
}

static void show_mistakes(struct request *request, struct template_dict *page, const struct plan *plan)
{
	if (plan->wrong == 0)
		return;
	struct template_dict *section = template_section(page, K_W_MISTAKES);
	template_printf(section, K_W_MISTAKES_TITLE, i18n_plural("%zu place cannot be taken as it is", "%zu places cannot be taken as they are",
		plan->wrong), plan->wrong);
	for (size_t i = 0; i < plan->count; i++) {
		const struct plan_answer *planned = &plan->answers[i];

		if (planned->wrong != NULL)
			show_mistake(request, section, planned, NULL, planned->wrong);
		for (size_t j = 0; j < planned->count; j++)
			if (planned->cells[j].wrong != NULL)
				show_mistake(request, section, planned, &planned->cells[j], planned->cells[j].wrong);
	}
}

/* --- what would change ------------------------------------------------------------------------------------------------ */

static bool is_mine(struct request *request, const char *code)
{
	for (size_t i = 0; i < request_count(request, "mine"); i++)
		if (strcmp(request_text_at(request, "mine", i), code) == 0)
			return true;
	return false;
}

static void show_cells(struct request *request, struct template_dict *dict, const struct plan_answer *planned)
{
	for (size_t i = 0; i < planned->count; i++) {
		const struct plan_cell *cell = &planned->cells[i];

		/* It stands among the mistakes. */
		if (cell->wrong != NULL)
			continue;
		struct template_dict *row = template_section(dict, K_W_CELL);
		template_set(row, K_W_CELL_TITLE, cell_title(request, cell));
		template_set(row, K_W_FROM, or_nothing(cell->from));
		template_set(row, K_W_NOW, or_nothing(cell->theirs != NULL ? cell->theirs : cell->from));
		template_set(row, K_W_TO, or_nothing(cell->to));
	}
}

static bool has_good_cells(const struct plan_answer *planned)
{
	for (size_t i = 0; i < planned->count; i++)
		if (planned->cells[i].wrong == NULL)
			return planned->wrong == NULL;
	return false;
}

static void show_conflicts(struct request *request, struct template_dict *page, const struct plan *plan)
{
	struct template_dict *section = NULL;

	for (size_t i = 0; i < plan->count; i++) {
		const struct plan_answer *planned = &plan->answers[i];
		const struct answer *answer = &planned->answer->answer;

		if (!planned->conflict || !has_good_cells(planned))
			continue;
		section = section != NULL ? section : template_section(page, K_W_CONFLICTS);
		struct template_dict *row = template_section(section, K_W_CONFLICT);
		template_set(row, K_W_CODE, planned->answer->question.code);
		template_set(row, K_W_TITLE, planned->answer->question.title);
		template_printf(row, K_W_WHO, _("%s saved revision %lld on %s."), answer->author != NULL ? answer->author : _("The secretariat's import"),
			(long long)answer->revision, day_moment(request->arena, answer->at));
		show_cells(request, row, planned);
		if (is_mine(request, planned->answer->question.code))
			template_show(row, K_W_MINE);
	}
}

static void show_personal(struct request *request, struct template_dict *page, const struct plan *plan)
{
	if (plan->personals == 0)
		return;
	struct template_dict *section = template_section(page, K_W_PERSONAL);
	for (size_t i = 0; i < plan->count; i++)
		for (size_t j = 0; j < plan->answers[i].personals.count; j++) {
			const struct answer_personal *place = &plan->answers[i].personals.rows[j];
			struct template_dict *row = template_section(section, K_W_MARK);

			template_set(row, K_W_CODE, plan->answers[i].answer->question.code);
			parts_place(request, row, place);
		}
	if (request_flag(request, "confirmed"))
		template_show(section, K_W_CONFIRMED);
}

static void show_domains(struct request *request, struct template_dict *page, const struct plan *plan)
{
	const char *domain = "";
	struct template_dict *section = NULL;

	for (size_t i = 0; i < plan->count; i++) {
		const struct plan_answer *planned = &plan->answers[i];
		const struct question *question = &planned->answer->question;

		if (planned->conflict || !has_good_cells(planned))
			continue;
		if (strcmp(domain, question->domain) != 0) {
			domain = question->domain;
			section = template_section(page, K_W_DOMAIN);
			template_set(section, K_W_DOMAIN_TITLE, question->domain_title);
		}
		struct template_dict *row = template_section(section, K_W_ANSWER);
		template_set(row, K_W_CODE, question->code);
		template_set(row, K_W_TITLE, question->title);
		show_cells(request, row, planned);
		for (size_t j = 0; j < planned->findings.count; j++)
			template_set(template_section(row, K_W_OPEN), K_W_OPEN_TEXT, planned->findings.rows[j].text);
	}
}

static void show_summary(struct request *request, struct template_dict *page, const struct plan *plan)
{
	const char *answers = arena_printf(request->arena, i18n_plural("%zu answer would change", "%zu answers would change", plan->count),
		plan->count);
	const char *places = arena_printf(request->arena, i18n_plural("in %zu place", "in %zu places", plan->cells), plan->cells);

	template_printf(page, K_W_SUMMARY, "%s, %s.", answers, places);
	if (plan->count == 0) {
		template_show(page, K_W_SAME);
		return;
	}
	if (plan->wrong > 0)
		return;
	struct template_dict *save = template_section(page, K_W_SAVE);
	if (plan->count == plan->conflicts)
		template_set(save, K_W_SAVE_TEXT, _("Save what is ticked as drafts"));
	else
		template_printf(save, K_W_SAVE_TEXT, i18n_plural("Save %zu answer as a draft", "Save %zu answers as drafts",
			plan->count - plan->conflicts), plan->count - plan->conflicts);
}

static void show_preview(struct request *request, struct response *response, const struct desk *desk, const struct plan *plan,
	const char *problem)
{
	struct template_dict *page = response_page(response, "workbook_preview.tpl", _("What the workbook would change"));

	template_set(page, K_LIST_HREF, desk->href);
	template_set(page, K_LIST_TITLE, desk->title);
	template_set(page, K_CSRF, request->csrf);
	template_printf(page, K_W_HREF, "%sworkbook/%s", desk->href, request_text(request, "upload"));
	template_set(page, K_W_PLAN, plan->digest);
	if (problem != NULL)
		template_set(template_section(page, K_W_PROBLEM), K_W_PROBLEM_TEXT, problem);
	show_summary(request, page, plan);
	show_mistakes(request, page, plan);
	show_conflicts(request, page, plan);
	show_personal(request, page, plan);
	show_domains(request, page, plan);
}

/* --- the pages ---------------------------------------------------------------------------------------------------------- */

MUST_USE static enum err open_preview(struct request *request, struct desk *desk, struct plan *plan, struct error *error)
{
	struct upload upload;
	enum err err = workbook_open(request, desk, error);

	struct upload_place place = { .round = desk->round.id, .participant = desk->seat.code };
	if (err == ERR_OK)
		err = upload_load(request->db, request->arena, &request->visitor.actor, &place, request_text(request, "upload"), &upload, error);
	if (err != ERR_OK)
		return err;
	return workbook_plan(request, desk, upload_path(request->arena, request->db, upload.id), plan, error);
}

enum err workbook_preview(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	struct plan plan;
	enum err err = open_preview(request, &desk, &plan, error);

	if (err == ERR_OK)
		show_preview(request, response, &desk, &plan, NULL);
	return err;
}

/* What the person saw is what is saved: of another plan they are told, and see it first. */
MUST_USE static enum err take_over(struct request *request, const struct plan *plan, size_t *saved, struct error *error)
{
	size_t count = request_count(request, "mine");
	const char **mine = arena_array(request->arena, count, sizeof *mine);

	if (strcmp(request_text(request, "plan"), plan->digest) != 0)
		return error_set(error, ERR_CONFLICT, "%s",
			_("The answers here have changed since you looked at this page. Below is what the workbook would change now. Nothing was saved."));
	for (size_t i = 0; i < count; i++)
		mine[i] = request_text_at(request, "mine", i);
	return plan_apply(request->db, &request->visitor.actor, request->arena, plan, mine, count, request_flag(request, "confirmed"), saved, error);
}

enum err workbook_apply(struct request *request, struct response *response, struct error *error)
{
	struct desk desk;
	struct plan plan;
	size_t saved = 0;
	enum err err = open_preview(request, &desk, &plan, error);

	if (err != ERR_OK)
		return err;
	err = take_over(request, &plan, &saved, error);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		const char *problem = arena_strdup(request->arena, error->text);

		/* Somebody may have been quicker between the plan and the saving. */
		enum err again = open_preview(request, &desk, &plan, error);
		if (again != ERR_OK)
			return again;
		show_preview(request, response, &desk, &plan, problem);
		parts_status(response, err);
		return ERR_OK;
	}
	if (err != ERR_OK)
		return err;
	/* Everything is saved; a file that could not be taken away is swept within a day. */
	(void)!upload_remove(request->db, request_text(request, "upload"), NULL);
	response_redirect(response, arena_printf(request->arena, "%sworkbook?saved=%zu", desk.href, saved));
	return ERR_OK;
}
