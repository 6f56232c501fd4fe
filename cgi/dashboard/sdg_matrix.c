/* sdg_matrix: one target by government: own answers, the series together and one by one; see sdg.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/explain.h"
#include "cgi/dashboard/sdg.h"
#include "cgi/dashboard/series.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* --- what is missing --- */

/* "not available: LAW1, LAW2; no answer shown here: GOV3" */
static const char *gaps_text(struct arena *arena, const struct framework *framework, const struct sdg_gaps *gaps, const char *target,
	const char *participant)
{
	const char *text = "", *last = NULL;

	for (size_t i = 0; i < gaps->count; i++) {
		const struct sdg_gap *gap = &gaps->list[i];
		if (strcmp(gap->target, target) != 0 || strcmp(gap->participant, participant) != 0)
			continue;
		const char *why = gap->status == NULL ? framework_no_answer(framework) : gap->suppressed ? _("suppressed") : words_status(gap->status);
		if (last != NULL && strcmp(why, last) == 0)
			text = arena_printf(arena, "%s, %s", text, gap->indicator);
		else
			text = arena_printf(arena, "%s%s%s: %s", text, *text != '\0' ? "; " : "", why, gap->indicator);
		last = why;
	}
	return text;
}

static void show_missing(struct request *request, struct template_dict *part, const struct sdg_view *view, const struct sdg_compliance *compliance)
{
	struct template_dict *item = template_section(part, K_MISSING_ITEM);
	const char *gaps = gaps_text(request->arena, view->framework, &view->gaps, compliance->target, compliance->participant);

	template_set(item, K_TITLE, names_title(&view->participants, compliance->participant));
	template_printf(item, K_TEXT, _("%lld of %lld indicators have a score; %lld are needed."), (long long)compliance->n,
		(long long)compliance->possible, (long long)compliance->needed);
	if (*gaps != '\0')
		template_set(template_section(item, K_GAP), K_TEXT, gaps);
}

void sdg_show_missing(struct request *request, struct template_dict *part, const struct sdg_view *view, const char *target, const char *participant)
{
	for (size_t i = 0; i < view->compliances.count; i++) {
		const struct sdg_compliance *compliance = &view->compliances.list[i];
		if (strcmp(compliance->target, target) == 0 && isnan(compliance->score) && *compliance->participant != '\0' &&
			(participant == NULL || strcmp(compliance->participant, participant) == 0))
			show_missing(request, part, view, compliance);
	}
}

/* The region in a line of its own, and the governments behind it. */
static void show_insufficient(struct request *request, struct template_dict *matrix, const struct sdg_view *view, const char *target)
{
	const struct sdg_compliance *region = sdg_compliance_of(&view->compliances, target, "");
	bool any = false;

	if (region != NULL && isnan(region->score))
		template_printf(template_section(matrix, K_MISSING_REGION), K_TEXT, _("%lld of %lld governments have a score; %lld are needed."),
			(long long)region->n, (long long)region->possible, (long long)region->needed);
	for (size_t i = 0; i < view->compliances.count && !any; i++)
		any = strcmp(view->compliances.list[i].target, target) == 0 && *view->compliances.list[i].participant != '\0' &&
			isnan(view->compliances.list[i].score);
	if (any)
		sdg_show_missing(request, template_section(matrix, K_MISSING), view, target, NULL);
}

/* --- rows --- */

static const char *why_href(struct request *request, const struct sdg_view *view, const struct sdg_line *line, size_t participant)
{
	return arena_printf(request->arena, "%s#why-%s", series_href(request, view->framework, line->target, line->series),
		view->participants.list[participant].code);
}

static enum err show_series(struct request *request, struct template_dict *matrix, const struct sdg_view *view, const struct sdg_line *line,
	struct template_dict *reasons, struct error *error)
{
	struct template_dict *row = template_section(matrix, K_SERIES);
	const char *title;
	enum err err = title_read(request, "series", line->series, &title, error);

	template_set(row, K_TITLE, title);
	template_set(row, K_HREF, series_href(request, view->framework, line->target, line->series));
	if (line->superseded_by != NULL)
		series_show_superseded(request, row, view->framework, line->target, line->superseded_by);
	for (size_t i = 0; i < view->participants.count; i++) {
		const struct sdg_verdict *verdict = &line->verdicts[i];
		sdg_show_verdict(request, row, K_CELL_VERDICT, verdict, view->framework, line->series, view->participants.list[i].code,
			why_href(request, view, line, i), view->participants.list[i].title);
		if (reasons == NULL || !verdict->there || *verdict->difference == '\0')
			continue;
		struct template_dict *item = template_section(reasons, K_DIFFERENCE_ITEM);
		template_printf(item, K_TITLE, "%s, %s", view->participants.list[i].title, title);
		template_set(item, K_VERDICT, sdg_verdict_line(request->arena, verdict));
		template_set(item, K_TEXT, sdg_why_differ(request->arena, verdict));
	}
	return err;
}

/* The region has a score of own answers only: it stands beside their name, not in a column that would be empty in every other row. */
static void show_region(struct request *request, struct template_dict *row, const struct sdg_view *view, const struct sdg_compliance *compliance)
{
	struct template_dict *region;
	int band;

	if (compliance == NULL)
		return;
	region = template_section(row, K_REGION);
	band = words_band(compliance->score);
	template_set(region, K_HREF, explain_compliance_href(request, view->framework->code, compliance->target, compliance->period, ""));
	if (band < 0) {
		template_show(region, K_SCORE_NONE);
		return;
	}
	struct template_dict *given = template_section(region, K_SCORE_GIVEN);
	template_set(given, K_SCORE, words_number(request->arena, compliance->score, 0));
	template_set(given, K_BAND_NAME, words_band_name(band));
}

static void show_own(struct request *request, struct template_dict *matrix, const struct sdg_view *view, const char *target)
{
	struct template_dict *row = template_section(matrix, K_OWN);
	const struct names *participants = &view->participants;

	if (view->compliances.count == 0) {
		template_set_int(template_section(row, K_OWN_NONE), K_COLUMNS, (int64_t)participants->count);
		return;
	}
	template_set(template_section(row, K_COMPLIANCE_PERIOD), K_PERIOD, view->compliances.list[0].period);
	show_region(request, row, view, sdg_compliance_of(&view->compliances, target, ""));
	for (size_t i = 0; i < participants->count; i++)
		sdg_show_compliance(request, row, K_CELL_SCORE, view->framework,
			sdg_compliance_of(&view->compliances, target, participants->list[i].code), participants->list[i].title);
}

static bool is_neutral(const struct sdg_view *view, const struct sdg_line *line)
{
	for (size_t i = 0; i < view->participants.count; i++)
		if (line->verdicts[i].there)
			return line->verdicts[i].neutral;
	return false;
}

static unsigned long count_differences(const struct sdg_view *view, const char *target)
{
	unsigned long n = 0;

	for (size_t i = 0; i < view->lines.count; i++)
		for (size_t p = 0; p < view->participants.count && strcmp(view->lines.list[i].target, target) == 0; p++)
			n += view->lines.list[i].verdicts[p].there && *view->lines.list[i].verdicts[p].difference != '\0';
	return n;
}

enum err sdg_matrix(struct request *request, struct template_dict *page, enum template_key part, const struct sdg_view *view,
	const char *target, bool own, bool reasons, struct error *error)
{
	struct template_dict *matrix = template_include(page, part, "sdg_matrix.tpl");
	struct template_dict *differences = NULL;
	unsigned long differ = count_differences(view, target);
	size_t judged = 0;
	enum err err = ERR_OK;

	page_links(matrix, request, view->framework);
	template_set(matrix, K_CODE, target);
	for (size_t i = 0; i < view->participants.count; i++)
		template_set(template_section(matrix, K_HEAD), K_TITLE, view->participants.list[i].title);
	if (own)
		show_own(request, matrix, view, target);
	if (reasons && differ > 0) {
		differences = template_section(matrix, K_DIFFERENCES);
		template_printf(differences, K_TEXT, i18n_plural("The two methods differ in %lu case: why", "The two methods differ in %lu cases: why", differ), differ);
	}
	for (size_t i = 0; err == ERR_OK && i < view->lines.count; i++) {
		if (strcmp(view->lines.list[i].target, target) != 0)
			continue;
		judged += !is_neutral(view, &view->lines.list[i]) && view->lines.list[i].superseded_by == NULL;
		err = show_series(request, matrix, view, &view->lines.list[i], differences, error);
	}
	if (judged > 1) {
		struct template_dict *row = template_section(matrix, K_TOGETHER);
		for (size_t i = 0; i < view->participants.count; i++)
			sdg_show_together(request, row, K_CELL_VERDICT, sdg_together_of(&view->togethers, target, view->participants.list[i].code),
				view->participants.list[i].title);
	}
	if (reasons && own)
		show_insufficient(request, matrix, view, target);
	return err;
}
