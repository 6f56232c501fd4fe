/* page_sdg: /{framework}/sdg/, the goals and targets: official series and the governments' own answers side by side. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/sdg.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* One series of a target, by its totals. */
struct line {
	const char *target, *series, *dims;
	size_t depth;
	struct sdg_verdict *verdicts;  /* by participant */
};

struct lines {
	struct line *list;
	size_t count;
};

struct compliance {
	const char *target, *participant, *period, *status;
	double score;
	int64_t n, possible;
};

struct compliances {
	struct compliance *list;
	size_t count;
};

static enum err read_lines(struct request *request, const struct names *participants, struct lines *lines, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query;
	struct dimensions dimensions;
	enum err err = dimensions_read(request, &dimensions, error);

	if (err != ERR_OK)
		return err;
	*lines = (struct lines){ .list = NULL };
	query = database_query(request->db, SNAPSHOT_sdg_progress_list);
	while (query_next(query)) {
		const char *series = query_column_text(query, 1), *dims = query_column_text(query, 2);
		struct line *line = lines->count > 0 ? &lines->list[lines->count - 1] : NULL;
		size_t depth = dimensions_depth(arena, &dimensions, dims);
		if (line == NULL || strcmp(line->series, series) != 0) {
			lines->list = list_grow(arena, lines->list, lines->count, sizeof *lines->list);
			line = &lines->list[lines->count++];
			*line = (struct line){ .series = arena_strdup(arena, series), .target = arena_strdup(arena, query_column_text(query, 0)),
				.depth = SIZE_MAX };
		}
		if (depth < line->depth) {
			line->depth = depth;
			line->dims = arena_strdup(arena, dims);
			line->verdicts = arena_array(arena, participants->count + 1, sizeof *line->verdicts);
		}
		size_t at = names_find(participants, query_column_text(query, 3));
		if (strcmp(line->dims, dims) != 0 || at == participants->count)
			continue;
		line->verdicts[at] = (struct sdg_verdict){
			.there = true, .neutral = strcmp(query_column_text(query, 4), "neutral") == 0,
			.status = arena_strdup(arena, query_column_text(query, 5)), .reason = arena_strdup(arena, query_column_text(query, 6)),
			.un_class = query_column_int(query, 7), .year = query_column_int(query, 8),
		};
	}
	return query_end(query, error);
}

static enum err read_compliance(struct request *request, const char *framework, struct compliances *all, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_compliance_list);

	*all = (struct compliances){ .list = NULL };
	query_text(query, "framework", framework);
	while (query_next(query)) {
		all->list = list_grow(arena, all->list, all->count, sizeof *all->list);
		all->list[all->count++] = (struct compliance){
			.target = arena_strdup(arena, query_column_text(query, 0)), .period = arena_strdup(arena, query_column_text(query, 1)),
			.participant = arena_strdup(arena, query_column_text(query, 2)), .score = query_column_real(query, 3),
			.n = query_column_int(query, 4), .possible = query_column_int(query, 5), .status = arena_strdup(arena, query_column_text(query, 6)),
		};
	}
	return query_end(query, error);
}

static const struct compliance *compliance_of(const struct compliances *all, const char *target, const char *participant)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->list[i].target, target) == 0 && strcmp(all->list[i].participant, participant) == 0)
			return &all->list[i];
	return NULL;
}

static void show_compliance(struct request *request, struct template_dict *row, enum template_key part, const struct compliance *compliance)
{
	const char *why = compliance == NULL ? _("not asked yet") :
		arena_printf(request->arena, _("insufficient data: %lld of %lld"), (long long)compliance->n, (long long)compliance->possible);

	page_score(row, part, request, compliance != NULL ? compliance->score : NAN, why);
}

static enum err show_series(struct request *request, struct template_dict *target, const struct line *line, const struct names *participants,
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

static enum err show_target(struct request *request, struct template_dict *target, const char *code, const struct lines *lines,
	const struct names *participants, const struct framework *framework, const struct compliances *compliances, struct error *error)
{
	enum err err = ERR_OK;

	if (compliances->count == 0)
		template_set_int(template_section(target, K_OWN_NONE), K_COLUMNS, (int64_t)participants->count + 1);
	else
		show_compliance(request, target, K_REGION, compliance_of(compliances, code, ""));
	for (size_t i = 0; compliances->count > 0 && i < participants->count; i++)
		show_compliance(request, target, K_CELL_SCORE,
			compliance_of(compliances, code, participants->list[i].code));
	for (size_t i = 0; err == ERR_OK && i < lines->count; i++)
		if (strcmp(lines->list[i].target, code) == 0)
			err = show_series(request, target, &lines->list[i], participants, framework, error);
	return err;
}

enum err page_sdg(struct request *request, struct response *response, struct error *error)
{
	struct framework framework;
	struct names participants;
	struct lines lines;
	struct compliances compliances;
	struct template_dict *goal = NULL;
	const char *last = "";
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = participants_read(request, &participants, error)) != ERR_OK || (err = read_lines(request, &participants, &lines, error)) != ERR_OK ||
		(err = read_compliance(request, framework.code, &compliances, error)) != ERR_OK)
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
