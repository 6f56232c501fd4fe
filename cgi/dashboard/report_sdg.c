/* report_sdg: the chapter of SDG targets: own answers and official series side by side, with both verdicts; see report.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/report.h"
#include "cgi/dashboard/sdg.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

struct chapter {
	const struct report *report;
	struct names participants;       /* of the process, not of the round only: the official series have values for all of them */
	struct sdg_lines lines;
	struct sdg_compliances compliances;
	struct sdg_reasons reasons;
	bool neutral;                    /* some series shown is not judged */
};

static void show_compliance(const struct chapter *chapter, struct template_dict *row, const char *target, const char *participant)
{
	const struct sdg_compliance *compliance = sdg_compliance_of(&chapter->compliances, target, participant);

	if (compliance == NULL)
		report_cell(row, K_REPORT_CELL, NAN, _("no data"), "");
	else if (isnan(compliance->score))
		report_cell(row, K_REPORT_CELL, NAN, _("insufficient data"), arena_printf(chapter->report->request->arena, _("%lld of %lld"),
			(long long)compliance->n, (long long)compliance->possible));
	else
		report_cell(row, K_REPORT_CELL, compliance->score, words_number(chapter->report->request->arena, compliance->score, 0),
			words_band_name(words_band(compliance->score)));
}

static void show_verdict(struct chapter *chapter, struct template_dict *row, const struct sdg_verdict *verdict)
{
	struct template_dict *cell = template_section(row, K_VERDICT_CELL);

	if (!verdict->there) {
		template_show(cell, K_VERDICT_NO_DATA);
		return;
	}
	if (verdict->text != NULL) {
		struct template_dict *newest = template_section(cell, K_NEWEST);
		template_set(newest, K_VALUE, words_source(chapter->report->request->arena, verdict->text));
		template_set_int(newest, K_YEAR, verdict->year);
	}
	if (verdict->neutral) {
		template_show(cell, K_VERDICT_NEUTRAL);
	} else if (verdict->un_class == 0 && strcmp(verdict->status, "not_available") == 0) {
		template_show(cell, K_VERDICT_NONE);
	} else {
		struct template_dict *given = template_section(cell, K_VERDICT_GIVEN);
		template_set(given, K_VERDICT, words_verdict(verdict->status));
		template_set(given, K_UN_CLASS, verdict->un_class > 0 ? words_un_class(verdict->un_class) : _("no verdict"));
		sdg_mark_reason(given, &chapter->reasons, verdict);
	}
}

/* The end of the table that begins with participant `from`. */
static size_t columns_end(const struct chapter *chapter, size_t from)
{
	return from + REPORT_COLUMNS < chapter->participants.count ? from + REPORT_COLUMNS : chapter->participants.count;
}

MUST_USE static enum err show_series(struct chapter *chapter, struct template_dict *table, const struct sdg_line *line, bool own, size_t from,
	struct error *error)
{
	struct template_dict *row = template_section(table, K_SERIES);
	const char *title;
	enum err err = title_read(chapter->report->request, "series", line->series, &title, error);
	bool neutral = false;

	template_set(row, K_TITLE, title);
	template_set(row, K_CODE, line->series);
	for (size_t p = from; p < columns_end(chapter, from); p++)
		show_verdict(chapter, row, &line->verdicts[p]);
	for (size_t p = 0; p < chapter->participants.count; p++)
		neutral |= line->verdicts[p].there && line->verdicts[p].neutral;
	if (neutral)
		template_show(row, K_NOT_JUDGED);
	if (own)
		template_show(row, K_REGION_NONE);
	chapter->neutral |= neutral;
	return err;
}

MUST_USE static enum err show_table(struct chapter *chapter, struct template_dict *target, const char *code, int64_t asked, size_t from,
	struct error *error)
{
	struct template_dict *table = template_section(target, K_TARGET_TABLE);
	const struct name *columns = chapter->participants.list;
	enum err err = ERR_OK;

	/* A target with many governments has several tables; each is a landmark of its own. */
	if (from < columns_end(chapter, from))
		template_printf(table, K_LABEL, "%s: %s – %s", code, columns[from].title, columns[columns_end(chapter, from) - 1].title);
	for (size_t p = from; p < columns_end(chapter, from); p++)
		template_set(template_section(table, K_HEAD), K_TITLE, columns[p].title);
	if (asked > 0) {
		struct template_dict *own = template_section(table, K_OWN);
		template_show(table, K_REGION_HEAD);
		template_printf(own, K_INDICATORS, i18n_plural("%lu indicator of this framework", "%lu indicators of this framework",
			(unsigned long)asked), (unsigned long)asked);
		show_compliance(chapter, own, code, "");
		for (size_t p = from; p < columns_end(chapter, from); p++)
			show_compliance(chapter, own, code, chapter->participants.list[p].code);
	}
	for (size_t i = 0; err == ERR_OK && i < chapter->lines.count; i++)
		if (strcmp(chapter->lines.list[i].target, code) == 0)
			err = show_series(chapter, table, &chapter->lines.list[i], asked > 0, from, error);
	return err;
}

MUST_USE static enum err show_target(struct chapter *chapter, struct template_dict *goal, struct query *query, struct error *error)
{
	struct template_dict *target = template_section(goal, K_TARGET);
	const char *code = arena_strdup(chapter->report->request->arena, query_column_text(query, 2));
	enum err err = ERR_OK;

	template_set(target, K_CODE, code);
	template_set(target, K_TITLE, query_column_text(query, 3));
	for (size_t from = 0; err == ERR_OK && from < chapter->participants.count; from += REPORT_COLUMNS)
		err = show_table(chapter, target, code, query_column_int(query, 5), from, error);
	return err;
}

/* A target without a series and without an indicator has nothing to tell. */
static bool tells(const struct chapter *chapter, struct query *query)
{
	for (size_t i = 0; i < chapter->lines.count; i++)
		if (strcmp(chapter->lines.list[i].target, query_column_text(query, 2)) == 0)
			return true;
	return query_column_int(query, 5) > 0;
}

MUST_USE static enum err show_targets(struct chapter *chapter, struct template_dict *page, int64_t *linked, struct error *error)
{
	struct request *request = chapter->report->request;
	struct query *query = database_query(request->db, SNAPSHOT_sdg_targets);
	struct template_dict *goal = NULL;
	const char *last = "";
	enum err err = ERR_OK;

	query_text(query, "framework", chapter->report->framework->code);
	query_text(query, "lang", request->language);
	while (err == ERR_OK && query_next(query)) {
		if (!tells(chapter, query))
			continue;
		if (goal == NULL || strcmp(query_column_text(query, 0), last) != 0) {
			last = arena_strdup(request->arena, query_column_text(query, 0));
			goal = template_section(page, K_GOAL);
			template_set(goal, K_CODE, last);
			template_set(goal, K_TITLE, query_column_text(query, 1));
		}
		*linked += query_column_int(query, 5);
		err = show_target(chapter, goal, query, error);
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

enum err report_sdg(const struct report *report, struct template_dict *page, struct error *error)
{
	struct chapter chapter = { .report = report };
	int64_t linked = 0;
	enum err err = participants_read(report->request, &chapter.participants, error);

	if (err == ERR_OK)
		err = sdg_lines_read(report->request, &chapter.participants, &chapter.lines, error);
	if (err == ERR_OK)
		err = sdg_compliances_read(report->request, report->framework->code, report->period, &chapter.compliances, error);
	if (err == ERR_OK)
		err = show_targets(&chapter, page, &linked, error);
	if (linked == 0)
		template_show(page, K_UNLINKED);
	sdg_show_reasons(page, &chapter.reasons);
	if (chapter.neutral)
		template_show(page, K_NEUTRAL_WARNING);
	return err;
}
