/* report: reading a round, and the words that its chapters share; see report.h. */
#include "cgi/dashboard/report.h"

#include <math.h>
#include <string.h>

#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"

static const char *kept(const struct report *report, struct query *query, int column)
{
	return query_column_is_null(query, column) ? NULL : arena_strdup(report->request->arena, query_column_text(query, column));
}

static const char *kept_or_empty(const struct report *report, struct query *query, int column)
{
	const char *text = kept(report, query, column);

	return text != NULL ? text : "";
}

static struct query *ask(const struct report *report, const char *language, const char *period, size_t statement)
{
	struct query *query = database_query(report->request->db, statement);

	query_text(query, "framework", report->framework->code);
	if (period != NULL)
		query_text(query, "period", period);
	if (language != NULL)
		query_text(query, "lang", language);
	return query;
}

MUST_USE static enum err read_domains(struct report *report, struct error *error)
{
	struct query *query = ask(report, report->request->language, report->period, SNAPSHOT_report_domains);

	while (query_next(query)) {
		report->domains.list = arena_grow(report->request->arena, report->domains.list, report->domains.count, sizeof *report->domains.list);
		struct report_domain *domain = &report->domains.list[report->domains.count++];
		domain->code = kept_or_empty(report, query, 0);
		domain->title = *domain->code == '\0' ? _("All domains") : kept_or_empty(report, query, 1);
		domain->description = kept_or_empty(report, query, 2);
		domain->figure = (struct report_figure){ .status = kept_or_empty(report, query, 3), .n_reporting = query_column_int(query, 4),
			.n_expected = query_column_int(query, 5), .mean = query_column_real(query, 6), .median = query_column_real(query, 7),
			.min = query_column_real(query, 8), .max = query_column_real(query, 9), .q1 = query_column_real(query, 10),
			.q3 = query_column_real(query, 11), .earlier = kept(report, query, 12), .earlier_mean = query_column_real(query, 13),
			.earlier_n = query_column_int(query, 14) };
	}
	return query_end(query, error);
}

MUST_USE static enum err read_indicators(struct report *report, struct error *error)
{
	struct query *query = ask(report, report->request->language, report->period, SNAPSHOT_report_indicators);

	while (query_next(query)) {
		report->indicators.list = arena_grow(report->request->arena, report->indicators.list, report->indicators.count,
			sizeof *report->indicators.list);
		struct report_indicator *indicator = &report->indicators.list[report->indicators.count++];
		*indicator = (struct report_indicator){ .domain = kept_or_empty(report, query, 0), .code = kept_or_empty(report, query, 1),
			.type = kept_or_empty(report, query, 2), .direction = kept_or_empty(report, query, 3), .title = kept_or_empty(report, query, 4),
			.unit = kept_or_empty(report, query, 5), .pooled = query_column_real(query, 15), .sum = query_column_real(query, 16),
			.n_hidden = query_column_int(query, 17) };
		indicator->banded = indicator_is_banded(indicator->type, indicator->direction);
		indicator->figure = (struct report_figure){ .status = kept_or_empty(report, query, 6), .n_reporting = query_column_int(query, 7),
			.n_expected = query_column_int(query, 8), .mean = query_column_real(query, 9), .median = query_column_real(query, 10),
			.min = query_column_real(query, 11), .max = query_column_real(query, 12), .q1 = query_column_real(query, 13),
			.q3 = query_column_real(query, 14), .earlier = kept(report, query, 18), .earlier_mean = query_column_real(query, 19),
			.earlier_n = query_column_int(query, 20) };
	}
	return query_end(query, error);
}

static size_t indicator_place(const struct report *report, const char *code)
{
	size_t i = 0;

	while (i < report->indicators.count && strcmp(report->indicators.list[i].code, code) != 0)
		i++;
	return i;
}

MUST_USE static enum err read_answers(struct report *report, struct error *error)
{
	struct query *query = ask(report, NULL, report->period, SNAPSHOT_report_answers);

	report->answers = arena_array(report->request->arena, report->indicators.count * report->participants.count + 1, sizeof *report->answers);
	while (query_next(query)) {
		size_t indicator = indicator_place(report, query_column_text(query, 0));
		size_t participant = names_find(&report->participants, query_column_text(query, 1));
		if (indicator == report->indicators.count || participant == report->participants.count)
			continue;
		report->answers[indicator * report->participants.count + participant] = (struct report_answer){
			.status = kept_or_empty(report, query, 2), .suppressed = query_column_int(query, 3) != 0, .value = query_column_real(query, 4),
			.numerator = query_column_real(query, 5), .denominator = query_column_real(query, 6), .score = query_column_real(query, 7),
			.carried_from = kept(report, query, 8), .reason = kept(report, query, 9), .source = kept(report, query, 10),
			.note = kept(report, query, 11), .since = query_column_int(query, 12), .old_status = kept(report, query, 13),
			.old_value = query_column_real(query, 14) };
	}
	return query_end(query, error);
}

MUST_USE static enum err read_coverage(struct report *report, struct error *error)
{
	struct query *query = ask(report, NULL, report->period, SNAPSHOT_report_coverage);

	report->coverage = arena_array(report->request->arena, report->participants.count + 1, sizeof *report->coverage);
	/* Who has no row has answered nothing that this audience may see. */
	for (size_t i = 0; i < report->participants.count; i++)
		report->coverage[i].expected = (int64_t)report->indicators.count;
	while (query_next(query)) {
		size_t participant = names_find(&report->participants, query_column_text(query, 0));
		if (participant < report->participants.count)
			report->coverage[participant] = (struct report_coverage){ .reported = query_column_int(query, 1),
				.not_available = query_column_int(query, 2), .not_applicable = query_column_int(query, 3),
				.expected = query_column_int(query, 4) };
	}
	return query_end(query, error);
}

static size_t domain_place(const struct report *report, const char *code)
{
	size_t i = 0;

	while (i < report->domains.count && strcmp(report->domains.list[i].code, code) != 0)
		i++;
	return i;
}

MUST_USE static enum err read_scores(struct report *report, struct error *error)
{
	struct query *query = ask(report, NULL, report->period, SNAPSHOT_overview_scores);

	report->scores = arena_array(report->request->arena, report->domains.count * report->participants.count + 1, sizeof *report->scores);
	while (query_next(query)) {
		size_t domain = domain_place(report, query_column_text(query, 0));
		size_t participant = names_find(&report->participants, query_column_text(query, 1));
		if (domain < report->domains.count && participant < report->participants.count)
			report->scores[domain * report->participants.count + participant] = (struct report_score){ .there = true,
				.score = query_column_real(query, 2), .n_scored = query_column_int(query, 3), .n_possible = query_column_int(query, 4) };
	}
	return query_end(query, error);
}

MUST_USE static enum err read_trend(struct report *report, struct error *error)
{
	struct query *query = ask(report, NULL, NULL, SNAPSHOT_report_trend);

	report->trend = arena_array(report->request->arena, report->domains.count * report->periods.count + 1, sizeof *report->trend);
	while (query_next(query)) {
		size_t domain = domain_place(report, query_column_text(query, 0));
		size_t period = periods_find(&report->periods, query_column_text(query, 1));
		if (domain == report->domains.count || period == report->periods.count)
			continue;
		report->trend[domain * report->periods.count + period] = (struct report_trend){ .there = true, .mean = query_column_real(query, 2),
			.low = query_column_real(query, 3), .high = query_column_real(query, 4), .n_reporting = query_column_int(query, 5),
			.status = kept_or_empty(report, query, 6), .basis = kept_or_empty(report, query, 7) };
	}
	return query_end(query, error);
}

enum err report_read(struct report *report, struct error *error)
{
	enum err err = expected_read(report->request, report->framework->code, report->period, &report->participants, error);

	if (err == ERR_OK)
		err = read_domains(report, error);
	if (err == ERR_OK)
		err = read_indicators(report, error);
	if (err == ERR_OK)
		err = read_answers(report, error);
	if (err == ERR_OK)
		err = read_coverage(report, error);
	if (err == ERR_OK)
		err = read_scores(report, error);
	return err == ERR_OK ? read_trend(report, error) : err;
}

const struct report_answer *report_answer(const struct report *report, size_t indicator, size_t participant)
{
	return &report->answers[indicator * report->participants.count + participant];
}

/* --- words --- */

const char *report_number(const struct report *report, bool whole, double value)
{
	if (isnan(value))
		return "–";
	return whole ? words_number(report->request->arena, value, 0) : words_rounded(report->request->arena, value, 1);
}

const char *report_why(const struct report *report, const struct report_figure *figure)
{
	if (strcmp(figure->status, "withheld") == 0)
		return arena_printf(report->request->arena, _("withheld: fewer than %lld governments"),
			(long long)report->framework->minimum_reporting);
	return _("no data");
}

const char *report_change(const struct report *report, const struct report_figure *figure, bool whole)
{
	struct arena *arena = report->request->arena;
	double change = figure->mean - figure->earlier_mean;

	if (figure->earlier == NULL || isnan(change))
		return NULL;
	if (number_round_half_even(change, whole ? 0 : 1) == 0)
		return arena_printf(arena, _("unchanged since %s"), figure->earlier);
	return arena_printf(arena, _("%s since %s"), words_change(arena, change, whole ? 0 : 1), figure->earlier);
}

const char *report_absence(const struct report *report, const struct report_answer *answer)
{
	if (answer->status == NULL)
		return framework_no_answer(report->framework);
	return answer->suppressed ? _("suppressed") : words_status(answer->status);
}

void report_cell(struct template_dict *row, enum template_key part, double score, const char *text, const char *small)
{
	struct template_dict *cell = template_include(row, part, "report_cell.tpl");
	int band = words_band(score);
	struct template_dict *shown = template_section(cell, band >= 0 ? K_BANDED : K_UNBANDED);

	if (band >= 0)
		template_set_int(shown, K_BAND, band);
	template_set(shown, K_TEXT, text);
	if (*small != '\0')
		template_set(template_section(shown, K_SMALL), K_TEXT, small);
}
