/* round_new: opening a round, in two steps: what is it about, then dates, participants and indicators. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cgi/secretariat/secretariat.h"
#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/base/period.h"

#define DAY (24L * 3600)

struct form {
	const char *framework, *period, *opens_on, *due_on, *closes_on;
	int64_t as;  /* preselect as in this former round; 0: everything in force, all members */
	bool posted; /* the choices are those of the request, not the suggested ones */
	const char *wrong, *problem;
};

static bool is_posted(struct request *request, const char *field, const char *code)
{
	for (size_t i = 0; i < request_count(request, field); i++)
		if (strcmp(request_text_at(request, field, i), code) == 0)
			return true;
	return false;
}

static void show_choice(struct request *request, struct template_dict *row, const struct round_choice *choice, const char *field,
	bool posted)
{
	template_set(row, K_RN_CODE, choice->code);
	template_set(row, K_RN_TITLE, choice->title);
	if (posted ? is_posted(request, field, choice->code) : choice->chosen)
		template_show(row, K_RN_CHOSEN);
}

static void mark(struct template_dict *dict, const struct form *form)
{
	static const struct { const char *field; enum template_key section; } fields[] = {
		{ "opens_on", K_WRONG_OPENS }, { "due_on", K_WRONG_DUE }, { "closes_on", K_WRONG_CLOSES },
		{ "participant", K_WRONG_PARTICIPANT }, { "indicator", K_WRONG_INDICATOR },
	};

	for (size_t i = 0; form->wrong != NULL && i < sizeof fields / sizeof *fields; i++)
		if (strcmp(fields[i].field, form->wrong) == 0)
			show_text(dict, fields[i].section, K_WRONG_TEXT, form->problem);
}

/* Dates, participants and indicators. */
MUST_USE static enum err show_choices(struct request *request, struct template_dict *page, const struct form *form,
	struct error *error)
{
	struct round_choices participants, indicators;
	enum err err = round_choose_participants(request->db, request->arena, request->language, &participants, error);

	if (err == ERR_OK)
		err = round_choose_indicators(request->db, request->arena, form->framework, form->period, request->language, &indicators, error);
	if (err == ERR_OK && form->as != 0 && !form->posted)
		err = round_choose_as(request->db, form->as, &indicators, &participants, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *dict = template_section(page, K_RN_FORM);
	template_set(dict, K_CSRF, request->csrf);
	template_set(dict, K_RN_FRAMEWORK_CODE, form->framework);
	template_set(dict, K_RN_PERIOD, form->period);
	template_set(dict, K_RN_OPENS, form->opens_on);
	template_set(dict, K_RN_DUE, form->due_on);
	template_set(dict, K_RN_CLOSES, form->closes_on);
	for (size_t i = 0; i < participants.count; i++)
		show_choice(request, template_section(dict, K_RN_PARTICIPANT), &participants.rows[i], "participant", form->posted);
	for (size_t i = 0; i < indicators.count;) {
		struct template_dict *group = template_section(dict, K_RN_GROUP);
		const char *title = indicators.rows[i].group;

		template_set(group, K_RN_GROUP_TITLE, title);
		for (; i < indicators.count && strcmp(indicators.rows[i].group, title) == 0; i++)
			show_choice(request, template_section(group, K_RN_INDICATOR), &indicators.rows[i], "indicator", form->posted);
	}
	mark(dict, form);
	return ERR_OK;
}

/* The framework's former rounds, newest first, to begin as one of them; with `as` -1 the newest is chosen. */
MUST_USE static enum err show_former(struct request *request, struct template_dict *page, struct form *form, struct error *error)
{
	struct round_list list;
	struct template_dict *former = NULL;
	enum err err = round_list(request->db, request->arena, request->language, &list, error);

	for (size_t i = 0; err == ERR_OK && i < list.count; i++) {
		if (strcmp(list.rows[i].framework, form->framework) != 0 || list.rows[i].imported)
			continue;
		if (former == NULL)
			former = template_section(page, K_RN_FORMER);
		if (form->as < 0)
			form->as = list.rows[i].id;
		struct template_dict *row = template_section(former, K_RN_AS);
		template_set_int(row, K_RN_AS_ID, list.rows[i].id);
		template_set(row, K_RN_AS_PERIOD, list.rows[i].period);
		if (form->as == list.rows[i].id)
			template_show(row, K_RN_AS_CHOSEN);
	}
	if (form->as < 0)
		form->as = 0;
	if (former != NULL && form->as == 0)
		template_show(former, K_RN_AS_ALL);
	return err;
}

MUST_USE static enum err show(struct request *request, struct response *response, struct form *form, bool choices,
	struct error *error)
{
	struct round_choices frameworks;
	enum err err = round_choose_frameworks(request->db, request->arena, request->language, &frameworks, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "round_new.tpl", _("Open a round"));
	show_text(page, K_RN_PROBLEM, K_RN_PROBLEM_TEXT, form->problem);
	template_set(page, K_RN_PERIOD, form->period);
	for (size_t i = 0; i < frameworks.count; i++) {
		struct template_dict *row = template_section(page, K_RN_FRAMEWORK);
		template_set(row, K_RN_FRAMEWORK_CODE, frameworks.rows[i].code);
		template_set(row, K_RN_FRAMEWORK_TITLE, frameworks.rows[i].title);
		if (strcmp(frameworks.rows[i].code, form->framework) == 0)
			template_show(row, K_RN_FRAMEWORK_CHOSEN);
	}
	if (!choices)
		return ERR_OK;
	err = show_former(request, page, form, error);
	return err != ERR_OK ? err : show_choices(request, page, form, error);
}

static const char *date_in(struct request *request, long days)
{
	char text[CLOCK_TEXT];

	clock_text_in(days * DAY, text);
	return arena_strndup(request->arena, text, CLOCK_DATE - 1);
}

/* The year that ended last. */
static const char *last_year(struct request *request)
{
	char today[CLOCK_DATE];

	clock_today(today);
	return arena_printf(request->arena, "%d", (int)strtol(today, NULL, 10) - 1);
}

enum err round_new_page(struct request *request, struct response *response, struct error *error)
{
	struct form form = { .framework = request_text(request, "framework"), .period = request_text(request, "period") };
	bool asked = form.period[0] != '\0' && form.framework[0] != '\0';
	struct period period;

	form.as = request_state(request, "as") == PARAM_OK ? request_int(request, "as") : -1;
	form.opens_on = date_in(request, 0);
	form.due_on = date_in(request, 60);
	form.closes_on = date_in(request, 90);
	if (!asked && form.period[0] == '\0')
		form.period = last_year(request);
	if (asked && period_parse(form.period, &period, error) != ERR_OK) {
		form.problem = arena_strdup(request->arena, error->text);
		asked = false;
		enum err err = show(request, response, &form, asked, error);
		response_status(response, 422);
		return err;
	}
	return show(request, response, &form, asked, error);
}

static const char *const *all_texts(struct request *request, const char *name, size_t *count)
{
	const char **texts = arena_array(request->arena, request_count(request, name), sizeof *texts);

	*count = request_count(request, name);
	for (size_t i = 0; i < *count; i++)
		texts[i] = request_text_at(request, name, i);
	return texts;
}

enum err round_new_post(struct request *request, struct response *response, struct error *error)
{
	struct form form = { .framework = request_text(request, "framework"), .period = request_text(request, "period"),
		.opens_on = request_text(request, "opens_on"), .due_on = request_text(request, "due_on"),
		.closes_on = request_text(request, "closes_on"), .posted = true };
	struct round_input input = { .framework = form.framework, .period = form.period, .opens_on = form.opens_on,
		.due_on = form.due_on, .closes_on = form.closes_on };
	int64_t id;

	input.indicators = all_texts(request, "indicator", &input.indicator_count);
	input.participants = all_texts(request, "participant", &input.participant_count);
	enum err err = round_create(request->db, &request->visitor.actor, &input, &id, error);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		form.problem = arena_strdup(request->arena, error->text);
		form.wrong = arena_strdup(request->arena, error->field);
		enum err shown = show(request, response, &form, period_is(form.period), error);
		parts_status(response, err);
		return shown;
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, "opened");
	response_redirect(response, arena_printf(request->arena, "/secretariat/rounds/%lld/", (long long)id));
	return ERR_OK;
}
