/* country_sdg: one government by SDG target, own answers beside official series; see country.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/country.h"
#include "cgi/dashboard/series.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* The panel: which targets there are, and whether any of them has indicators of this framework. */
struct panel {
	struct { const char *code, *title; bool own; } *list;
	size_t count;
	bool linked;
	size_t at;             /* the participant */
	bool brief;
	struct dimensions dimensions;
	struct sdg_reasons reasons;
};

static enum err show_series(const struct country *country, struct template_dict *target, const struct sdg_line *line, struct panel *panel,
	struct error *error)
{
	struct request *request = country->request;
	const struct sdg_verdict *verdict = &line->verdicts[panel->at];
	struct template_dict *row = template_section(target, K_SERIES);
	const char *title;
	enum err err = title_read(request, "series", line->series, &title, error);

	template_set(row, K_TITLE, title);
	template_set(row, K_DIMENSIONS, dimensions_text(request->arena, &panel->dimensions, verdict->dims));
	template_set(row, K_HREF, series_href(request, &country->framework, line->target, line->series));
	if (line->superseded_by != NULL)
		series_show_superseded(request, row, &country->framework, line->target, line->superseded_by);
	if (verdict->text != NULL)
		template_printf(row, K_VALUE, "%s (%lld)", words_source(request->arena, verdict->text), (long long)verdict->year);
	else
		template_set(row, K_VALUE, "–");
	template_set(row, K_VERDICT_LINE, sdg_verdict_line(request->arena, verdict));
	sdg_show_verdict(request, row, K_CELL_VERDICT, verdict, &country->framework, line->series, country->participant.code, NULL, NULL);
	if (panel->linked)
		template_show(row, K_OWN_CELL);
	if (*verdict->difference != '\0')
		template_set(template_section(row, K_WHY_DIFFER), K_TEXT, sdg_why_differ(request->arena, verdict));
	if (panel->brief)
		sdg_mark_reason(row, &panel->reasons, verdict);
	sdg_show_notes(request, row, K_NOTE, verdict);
	return err;
}

/* Whether there is anything of a target: an own answer that counts, or a series. */
static bool is_empty(const struct country *country, const char *target, size_t at, bool own)
{
	if (own && sdg_compliance_of(&country->sdg.compliances, target, country->participant.code) != NULL)
		return false;
	for (size_t i = 0; i < country->sdg.lines.count; i++)
		if (strcmp(country->sdg.lines.list[i].target, target) == 0 && country->sdg.lines.list[i].verdicts[at].there)
			return false;
	return true;
}

static enum err show_target(const struct country *country, struct template_dict *target, const char *code, bool own, struct panel *panel,
	struct error *error)
{
	struct request *request = country->request;
	const struct sdg_compliance *compliance = sdg_compliance_of(&country->sdg.compliances, code, country->participant.code);
	size_t neutral = 0;
	enum err err = ERR_OK;

	sdg_show_together(request, target, K_CELL_TOGETHER, sdg_together_of(&country->sdg.togethers, code, country->participant.code), NULL);
	if (own)
		sdg_show_compliance(request, target, K_SCORE, &country->framework, compliance, NULL);
	else if (panel->linked)
		page_score(target, K_SCORE, request, NAN, _("no indicator of this framework"));
	for (size_t i = 0; err == ERR_OK && i < country->sdg.lines.count; i++) {
		const struct sdg_line *line = &country->sdg.lines.list[i];
		if (strcmp(line->target, code) != 0 || !line->verdicts[panel->at].there)
			continue;
		neutral += line->verdicts[panel->at].neutral;
		if (!panel->brief || !line->verdicts[panel->at].neutral)
			err = show_series(country, target, line, panel, error);
	}
	if (panel->brief && neutral > 0)
		template_printf(template_section(target, K_NEUTRAL_SERIES), K_TEXT, i18n_plural("%lu series is not judged: a figure only",
			"%lu series are not judged: figures only", (unsigned long)neutral), (unsigned long)neutral);
	if (own && compliance != NULL && isnan(compliance->score))
		sdg_show_missing(request, target, &country->sdg, code, country->participant.code);
	return err;
}

static enum err read_targets(const struct country *country, struct panel *panel, struct error *error)
{
	struct arena *arena = country->request->arena;
	struct query *query = database_query(country->request->db, SNAPSHOT_sdg_targets);

	query_text(query, "framework", country->framework.code);
	query_text(query, "lang", country->request->language);
	while (query_next(query)) {
		bool own = query_column_int(query, 5) > 0;
		panel->linked |= own;
		if (is_empty(country, query_column_text(query, 2), panel->at, own))
			continue;
		panel->list = arena_grow(arena, panel->list, panel->count, sizeof *panel->list);
		panel->list[panel->count].code = arena_strdup(arena, query_column_text(query, 2));
		panel->list[panel->count].title = arena_strdup(arena, query_column_text(query, 3));
		panel->list[panel->count++].own = own;
	}
	return query_end(query, error);
}

enum err country_sdg(const struct country *country, struct template_dict *page, bool brief, struct error *error)
{
	struct panel panel = { .at = names_find(&country->sdg.participants, country->participant.code), .brief = brief };
	struct template_dict *part;
	enum err err = dimensions_read(country->request, &panel.dimensions, error);

	if (err == ERR_OK)
		err = read_targets(country, &panel, error);
	if (err != ERR_OK || panel.count == 0)
		return err;
	part = template_section(page, K_SDG_PANEL);
	if (panel.linked)
		template_show(part, K_OWN_COLUMN);
	for (size_t i = 0; err == ERR_OK && i < panel.count; i++) {
		struct template_dict *target = template_section(part, K_TARGET);
		template_set(target, K_CODE, panel.list[i].code);
		template_set(target, K_TITLE, panel.list[i].title);
		err = show_target(country, target, panel.list[i].code, panel.list[i].own, &panel, error);
	}
	sdg_show_reasons(part, &panel.reasons);
	return err;
}
