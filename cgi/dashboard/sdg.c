/* sdg: what the snapshot says of SDG targets; see sdg.h. */
#include "cgi/dashboard/sdg.h"

#include <string.h>

#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

MUST_USE static enum err read_target(struct request *request, const char *code, struct sdg_target *target, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_target_one);

	*target = (struct sdg_target){ .code = NULL };
	query_text(query, "target", code);
	query_text(query, "lang", request->language);
	if (query_next(query))
		*target = (struct sdg_target){ .code = arena_strdup(arena, query_column_text(query, 0)), .goal = arena_strdup(arena, query_column_text(query, 1)),
			.title = arena_strdup(arena, query_column_text(query, 2)), .goal_title = arena_strdup(arena, query_column_text(query, 3)) };
	return query_end(query, error);
}

MUST_USE static enum err missing_target(struct request *request, struct response *response, const struct framework *framework,
	struct error *error)
{
	struct template_dict *page = missing_page(request, response,
		arena_printf(request->arena, _("There is no SDG target “%s” here."), request_text(request, "target")), _("There are these targets:"));
	struct query *query = database_query(request->db, SNAPSHOT_sdg_targets);

	query_text(query, "framework", framework->code);
	query_text(query, "lang", request->language);
	while (query_next(query))
		missing_link(page, arena_printf(request->arena, "%s/%s/sdg/%s", request->prefix, framework->code, query_column_text(query, 2)),
			arena_printf(request->arena, "%s %s", query_column_text(query, 2), query_column_is_null(query, 3) ? "" : query_column_text(query, 3)));
	return query_end(query, error);
}

enum err sdg_target_asked(struct request *request, struct response *response, struct framework *framework, struct sdg_target *target,
	struct error *error)
{
	enum err err = framework_read(request, request_text(request, "framework"), framework, error);

	target->code = NULL;
	if (err != ERR_OK)
		return err;
	if (framework->code == NULL)
		return missing_framework(request, response, error);
	if ((err = read_target(request, request_text(request, "target"), target, error)) != ERR_OK)
		return err;
	return target->code == NULL ? missing_target(request, response, framework, error) : ERR_OK;
}

enum err sdg_lines_read(struct request *request, const struct names *participants, struct sdg_lines *lines, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_progress_list);

	*lines = (struct sdg_lines){ .list = NULL };
	while (query_next(query)) {
		struct sdg_line *line = lines->count > 0 ? &lines->list[lines->count - 1] : NULL;
		if (line == NULL || strcmp(line->series, query_column_text(query, 1)) != 0) {
			lines->list = arena_grow(arena, lines->list, lines->count, sizeof *lines->list);
			line = &lines->list[lines->count++];
			*line = (struct sdg_line){ .target = arena_strdup(arena, query_column_text(query, 0)),
				.series = arena_strdup(arena, query_column_text(query, 1)),
				.superseded_by = query_column_is_null(query, 26) ? NULL : arena_strdup(arena, query_column_text(query, 26)),
				.verdicts = arena_array(arena, participants->count + 1, sizeof *line->verdicts) };
		}
		size_t at = names_find(participants, query_column_text(query, 3));
		if (at == participants->count)
			continue;
		line->verdicts[at] = (struct sdg_verdict){
			.there = true, .dims = arena_strdup(arena, query_column_text(query, 2)),
			.neutral = strcmp(query_column_text(query, 4), "neutral") == 0,
			.status = arena_strdup(arena, query_column_text(query, 5)), .reason = arena_strdup(arena, query_column_text(query, 6)),
			.un_class = query_column_int(query, 7), .year = query_column_int(query, 8), .text = arena_strdup(arena, query_column_text(query, 9)),
			.base_year = query_column_int(query, 10), .base = query_column_real(query, 11), .current = query_column_real(query, 12),
			.target = query_column_real(query, 13), .target_year = query_column_int(query, 14), .method = query_column_int(query, 15),
			.progress = query_column_real(query, 16), .ratio = query_column_real(query, 17), .growth = query_column_real(query, 18),
			.growth_needed = query_column_real(query, 19), .natural_c = query_column_real(query, 20),
			.zero_base = query_column_int(query, 21) != 0, .zero_target = query_column_int(query, 22) != 0,
			.guard = query_column_int(query, 23) != 0, .difference = arena_strdup(arena, query_column_text(query, 24)),
			.first_year = query_column_int(query, 25),
		};
	}
	return query_end(query, error);
}

static enum err read_togethers(struct request *request, struct sdg_togethers *all, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_together_list);

	*all = (struct sdg_togethers){ .list = NULL };
	while (query_next(query)) {
		all->list = arena_grow(arena, all->list, all->count, sizeof *all->list);
		all->list[all->count++] = (struct sdg_together){
			.target = arena_strdup(arena, query_column_text(query, 0)), .participant = arena_strdup(arena, query_column_text(query, 1)),
			.status = arena_strdup(arena, query_column_text(query, 2)), .score = query_column_real(query, 3),
			.judged = query_column_int(query, 4), .series = query_column_int(query, 5),
		};
	}
	return query_end(query, error);
}

enum err sdg_compliances_read(struct request *request, const char *framework, const char *period, struct sdg_compliances *all, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_compliance_list);

	*all = (struct sdg_compliances){ .list = NULL };
	query_text(query, "framework", framework);
	query_text(query, "period", period);
	while (query_next(query)) {
		all->list = arena_grow(arena, all->list, all->count, sizeof *all->list);
		all->list[all->count++] = (struct sdg_compliance){
			.target = arena_strdup(arena, query_column_text(query, 0)), .period = arena_strdup(arena, query_column_text(query, 1)),
			.participant = arena_strdup(arena, query_column_text(query, 2)), .score = query_column_real(query, 3),
			.n = query_column_int(query, 4), .possible = query_column_int(query, 5), .status = arena_strdup(arena, query_column_text(query, 6)),
			.needed = query_column_int(query, 7),
		};
	}
	return query_end(query, error);
}

static enum err read_gaps(struct request *request, const char *framework, const char *period, struct sdg_gaps *all, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_compliance_gaps);

	*all = (struct sdg_gaps){ .list = NULL };
	query_text(query, "framework", framework);
	query_text(query, "period", period);
	while (query_next(query)) {
		all->list = arena_grow(arena, all->list, all->count, sizeof *all->list);
		all->list[all->count++] = (struct sdg_gap){
			.target = arena_strdup(arena, query_column_text(query, 0)), .participant = arena_strdup(arena, query_column_text(query, 1)),
			.indicator = arena_strdup(arena, query_column_text(query, 2)), .status = arena_strdup(arena, query_column_text(query, 3)),
			.suppressed = query_column_int(query, 4) != 0,
		};
	}
	return query_end(query, error);
}

enum err sdg_view_read(struct request *request, const struct framework *framework, const char *period, struct sdg_view *view,
	struct error *error)
{
	*view = (struct sdg_view){ .framework = framework };

	enum err err = participants_read(request, &view->participants, error);
	if (err == ERR_OK)
		err = sdg_lines_read(request, &view->participants, &view->lines, error);
	if (err == ERR_OK)
		err = read_togethers(request, &view->togethers, error);
	if (err == ERR_OK)
		err = sdg_compliances_read(request, framework->code, period, &view->compliances, error);
	if (err == ERR_OK)
		err = read_gaps(request, framework->code, period, &view->gaps, error);
	return err;
}

const struct sdg_compliance *sdg_compliance_of(const struct sdg_compliances *all, const char *target, const char *participant)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->list[i].target, target) == 0 && strcmp(all->list[i].participant, participant) == 0)
			return &all->list[i];
	return NULL;
}

const struct sdg_together *sdg_together_of(const struct sdg_togethers *all, const char *target, const char *participant)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->list[i].target, target) == 0 && strcmp(all->list[i].participant, participant) == 0)
			return &all->list[i];
	return NULL;
}

const struct sdg_line *sdg_line_of(const struct sdg_lines *lines, const char *series)
{
	for (size_t i = 0; i < lines->count; i++)
		if (strcmp(lines->list[i].series, series) == 0)
			return &lines->list[i];
	return NULL;
}

const char *sdg_main_dims(const struct sdg_view *view, const char *series)
{
	const struct sdg_line *line = sdg_line_of(&view->lines, series);
	const char *main = "";
	size_t most = 0;

	for (size_t i = 0; line != NULL && i < view->participants.count; i++) {
		size_t n = 0;
		for (size_t j = 0; j < view->participants.count && line->verdicts[i].there; j++)
			n += line->verdicts[j].there && strcmp(line->verdicts[j].dims, line->verdicts[i].dims) == 0;
		if (n > most) {
			most = n;
			main = line->verdicts[i].dims;
		}
	}
	return main;
}

enum err sdg_vintages(struct request *request, const char **text, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_sdg_vintages);

	*text = "";
	while (query_next(query))
		*text = arena_printf(request->arena, "%s%s%s", *text, **text != '\0' ? ", " : "", query_column_text(query, 0));
	return query_end(query, error);
}
