/* sdg: the verdicts on official series; see sdg.h. */
#include "cgi/dashboard/sdg.h"

#include <string.h>

#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* A colour and a sign for each verdict; the words stand beside them. */
static void look_of(const char *status, const char **sign, int *band)
{
	static const struct { const char *status, *sign; int band; } looks[] = {
		{ "target_achieved", "✓", 4 }, { "substantial_progress", "↑", 4 }, { "moderate_progress", "↗", 3 },
		{ "limited_progress", "→", 2 }, { "deterioration", "↓", 0 },
	};

	*sign = "";
	*band = -1;
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
		if (strcmp(looks[i].status, status) == 0) {
			*sign = looks[i].sign;
			*band = looks[i].band;
		}
}

void sdg_show_verdict(struct request *request, struct template_dict *row, enum template_key part, const struct sdg_verdict *verdict,
	const struct framework *framework, const char *series, const char *participant, const char *dims, bool brief)
{
	struct template_dict *cell = template_include(row, part, "verdict.tpl");
	const char *sign;
	int band;

	if (!verdict->there) {
		template_show(cell, K_VERDICT_NO_DATA);
		return;
	}
	template_printf(cell, K_HREF, "%s/%s/explain/sdg/%s/%s%s%s", request->prefix, framework->code, series, participant,
		*dims != '\0' ? "?dims=" : "", dims);
	if (verdict->neutral) {
		template_show(cell, K_VERDICT_NEUTRAL);
		return;
	}
	look_of(verdict->status, &sign, &band);
	if (band < 0) {
		template_set(template_section(cell, K_VERDICT_NONE), K_WHY, brief ? "" : words_reason(verdict->reason));
		return;
	}
	struct template_dict *given = template_section(cell, K_VERDICT_GIVEN);
	template_set_int(given, K_BAND, band);
	template_set(given, K_SIGN, sign);
	template_set(given, K_VERDICT, words_verdict(verdict->status));
	template_set(given, K_UN_CLASS, verdict->un_class > 0 ? words_un_class(verdict->un_class) : _("no verdict"));
}

/* --- how everybody stands by every series and target --- */

enum err sdg_lines_read(struct request *request, const struct names *participants, struct sdg_lines *lines, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query;
	struct dimensions dimensions;
	enum err err = dimensions_read(request, &dimensions, error);

	if (err != ERR_OK)
		return err;
	*lines = (struct sdg_lines){ .list = NULL };
	query = database_query(request->db, SNAPSHOT_sdg_progress_list);
	while (query_next(query)) {
		const char *series = query_column_text(query, 1), *dims = query_column_text(query, 2);
		struct sdg_line *line = lines->count > 0 ? &lines->list[lines->count - 1] : NULL;
		size_t depth = dimensions_depth(arena, &dimensions, dims);
		if (line == NULL || strcmp(line->series, series) != 0) {
			lines->list = list_grow(arena, lines->list, lines->count, sizeof *lines->list);
			line = &lines->list[lines->count++];
			*line = (struct sdg_line){ .series = arena_strdup(arena, series), .target = arena_strdup(arena, query_column_text(query, 0)),
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
			.un_class = query_column_int(query, 7), .year = query_column_int(query, 8), .text = arena_strdup(arena, query_column_text(query, 9)),
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
		all->list = list_grow(arena, all->list, all->count, sizeof *all->list);
		all->list[all->count++] = (struct sdg_compliance){
			.target = arena_strdup(arena, query_column_text(query, 0)), .period = arena_strdup(arena, query_column_text(query, 1)),
			.participant = arena_strdup(arena, query_column_text(query, 2)), .score = query_column_real(query, 3),
			.n = query_column_int(query, 4), .possible = query_column_int(query, 5), .status = arena_strdup(arena, query_column_text(query, 6)),
		};
	}
	return query_end(query, error);
}

const struct sdg_compliance *sdg_compliance_of(const struct sdg_compliances *all, const char *target, const char *participant)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->list[i].target, target) == 0 && strcmp(all->list[i].participant, participant) == 0)
			return &all->list[i];
	return NULL;
}
