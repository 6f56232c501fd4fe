/* page_sdg: /{framework}/sdg/[?goal=16], the goals and targets: official series and the governments' own answers side by side. */
#include <string.h>

#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/sdg.h"
#include "indicators/base/i18n.h"

static enum err read_goals(struct request *request, struct names *goals, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_sdg_goals);

	*goals = (struct names){ .list = NULL };
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		goals->list = arena_grow(request->arena, goals->list, goals->count, sizeof *goals->list);
		goals->list[goals->count++] = (struct name){ .code = arena_strdup(request->arena, query_column_text(query, 0)),
			.title = arena_strdup(request->arena, query_column_text(query, 1)) };
	}
	return query_end(query, error);
}

static enum err missing_goal(struct request *request, struct response *response, const struct framework *framework, const struct names *goals)
{
	struct template_dict *page = missing_page(request, response,
		arena_printf(request->arena, _("There is no goal “%s” here."), request_text(request, "goal")), _("There are these goals:"));

	for (size_t i = 0; i < goals->count; i++)
		missing_link(page, arena_printf(request->arena, "%s/%s/sdg/?goal=%s", request->prefix, framework->code, goals->list[i].code),
			arena_printf(request->arena, "%s. %s", goals->list[i].code, goals->list[i].title));
	return ERR_OK;
}

static void show_tabs(const struct request *request, struct template_dict *page, const struct framework *framework, const struct names *goals,
	const char *chosen)
{
	if (*chosen != '\0')
		template_set(template_section(page, K_ONE_GOAL), K_CODE, chosen);
	else
		template_show(page, K_ALL_GOALS);
	for (size_t i = 0; i < goals->count; i++) {
		struct template_dict *tab = template_section(page, K_GOAL_TAB);
		struct template_dict *shown = template_section(tab, strcmp(goals->list[i].code, chosen) == 0 ? K_GOAL_THIS : K_GOAL_OTHER);
		template_set(shown, K_CODE, goals->list[i].code);
		template_set(shown, K_TITLE, goals->list[i].title);
		template_printf(shown, K_HREF, "%s/%s/sdg/?goal=%s", request->prefix, framework->code, goals->list[i].code);
	}
}

static enum err show_targets(struct request *request, struct template_dict *page, const struct sdg_view *view, const char *chosen,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_sdg_targets);
	struct template_dict *goal = NULL;
	const char *last = "";
	int64_t linked = 0;
	enum err err = ERR_OK;

	query_text(query, "framework", view->framework->code);
	query_text(query, "lang", request->language);
	while (err == ERR_OK && query_next(query)) {
		const char *code = query_column_text(query, 2);
		linked += query_column_int(query, 5);
		if (*chosen != '\0' && strcmp(query_column_text(query, 0), chosen) != 0)
			continue;
		if (goal == NULL || strcmp(query_column_text(query, 0), last) != 0) {
			last = arena_strdup(request->arena, query_column_text(query, 0));
			goal = template_section(page, K_GOAL);
			template_set(goal, K_CODE, last);
			template_set(goal, K_TITLE, query_column_text(query, 1));
		}
		struct template_dict *target = template_section(goal, K_TARGET);
		template_set(target, K_CODE, code);
		template_set(target, K_TITLE, query_column_text(query, 3));
		if (query_column_int(query, 5) > 0)
			template_printf(template_section(target, K_OWN), K_INDICATORS, i18n_plural("%lu indicator of this framework", "%lu indicators of this framework",
			(unsigned long)query_column_int(query, 5)), (unsigned long)query_column_int(query, 5));
		err = sdg_matrix(request, target, K_MATRIX, view, code, query_column_int(query, 5) > 0, true, error);
	}
	if (linked == 0)
		template_show(page, K_UNLINKED);
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

enum err page_sdg(struct request *request, struct response *response, struct error *error)
{
	const char *chosen = request_text(request, "goal");
	struct framework framework;
	struct names goals;
	struct sdg_view view;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = read_goals(request, &goals, error)) != ERR_OK)
		return err;
	if (*chosen != '\0' && names_find(&goals, chosen) == goals.count)
		return missing_goal(request, response, &framework, &goals);
	if ((err = sdg_view_read(request, &framework, NULL, &view, error)) != ERR_OK)
		return err;
	struct template_dict *page = page_new(request, response, "sdg.tpl",
		arena_printf(request->arena, _("SDG targets: %s"), framework.title), &framework);
	show_tabs(request, page, &framework, &goals, chosen);
	return show_targets(request, page, &view, chosen, error);
}
