/* page_sdg: /{framework}/sdg/, the goals and targets: official series and the governments' own answers side by side. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/sdg.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

static void show_compliance(struct request *request, struct template_dict *row, enum template_key part, const struct sdg_compliance *compliance)
{
	const char *why = compliance == NULL ? _("not asked yet") :
		arena_printf(request->arena, _("insufficient data: %lld of %lld"), (long long)compliance->n, (long long)compliance->possible);

	page_score(row, part, request, compliance != NULL ? compliance->score : NAN, why);
}

static enum err show_series(struct request *request, struct template_dict *target, const struct sdg_line *line, const struct names *participants,
	const struct framework *framework, struct error *error)
{
	struct template_dict *row = template_section(target, K_SERIES);
	const char *title;
	enum err err = title_read(request, "series", line->series, &title, error);

	template_set(row, K_TITLE, title);
	template_set(row, K_CODE, line->series);
	for (size_t i = 0; i < participants->count; i++)
		sdg_show_verdict(request, row, K_CELL_VERDICT, &line->verdicts[i], framework, line->series,
			participants->list[i].code, line->dims, true);
	return err;
}

static enum err show_target(struct request *request, struct template_dict *target, const char *code, const struct sdg_lines *lines,
	const struct names *participants, const struct framework *framework, const struct sdg_compliances *compliances, struct error *error)
{
	enum err err = ERR_OK;

	if (compliances->count == 0)
		template_set_int(template_section(target, K_OWN_NONE), K_COLUMNS, (int64_t)participants->count + 1);
	else
		show_compliance(request, target, K_REGION, sdg_compliance_of(compliances, code, ""));
	for (size_t i = 0; compliances->count > 0 && i < participants->count; i++)
		show_compliance(request, target, K_CELL_SCORE,
			sdg_compliance_of(compliances, code, participants->list[i].code));
	for (size_t i = 0; err == ERR_OK && i < lines->count; i++)
		if (strcmp(lines->list[i].target, code) == 0)
			err = show_series(request, target, &lines->list[i], participants, framework, error);
	return err;
}

enum err page_sdg(struct request *request, struct response *response, struct error *error)
{
	struct framework framework;
	struct names participants;
	struct sdg_lines lines;
	struct sdg_compliances compliances;
	struct template_dict *goal = NULL;
	const char *last = "";
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = participants_read(request, &participants, error)) != ERR_OK || (err = sdg_lines_read(request, &participants, &lines, error)) != ERR_OK ||
		(err = sdg_compliances_read(request, framework.code, NULL, &compliances, error)) != ERR_OK)
		return err;
	struct template_dict *page = page_new(request, response, "sdg.tpl",
		arena_printf(request->arena, _("SDG targets: %s"), framework.title), &framework);
	for (size_t i = 0; i < participants.count; i++)
		template_set(template_section(page, K_HEAD), K_TITLE, participants.list[i].title);
	if (compliances.count > 0)
		template_set(template_section(page, K_COMPLIANCE_PERIOD), K_PERIOD, compliances.list[0].period);
	struct query *query = database_query(request->db, SNAPSHOT_sdg_targets);
	query_text(query, "framework", framework.code);
	query_text(query, "lang", request->language);
	int64_t linked = 0;
	while (err == ERR_OK && query_next(query)) {
		if (goal == NULL || strcmp(query_column_text(query, 0), last) != 0) {
			last = arena_strdup(request->arena, query_column_text(query, 0));
			goal = template_section(page, K_GOAL);
			template_set(goal, K_CODE, last);
			template_set(goal, K_TITLE, query_column_text(query, 1));
		}
		struct template_dict *target = template_section(goal, K_TARGET);
		const char *code = query_column_text(query, 2);
		template_set(target, K_CODE, code);
		template_set(target, K_TITLE, query_column_text(query, 3));
		if (query_column_int(query, 5) > 0)
			template_show(target, K_OWN);
		template_printf(target, K_INDICATORS, i18n_plural("%lu indicator of this framework", "%lu indicators of this framework",
			(unsigned long)query_column_int(query, 5)), (unsigned long)query_column_int(query, 5));
		linked += query_column_int(query, 5);
		err = show_target(request, target, code, &lines, &participants, &framework, &compliances, error);
	}
	if (linked == 0)
		template_show(page, K_UNLINKED);
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}
