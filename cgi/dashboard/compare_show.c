/* compare_show: the result of the comparison builder, a chart for each measure and one table; see compare.h. */
#include "cgi/dashboard/compare.h"

#include <math.h>
#include <string.h>

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

static const struct compare_cell *cell_at(const struct compare *compare, const struct measure *measure, size_t participant, size_t period)
{
	return &measure->cells[participant * compare->periods.count + period];
}

static const char *cell_text(const struct framework *framework, const struct compare_cell *cell)
{
	switch (cell->state) {
	case CELL_VALUE:
	case CELL_TOO_FEW:
		return cell->text;
	case CELL_SUPPRESSED:
		return _("suppressed");
	case CELL_NOT_AVAILABLE:
		return _("not available");
	case CELL_NOT_APPLICABLE:
		return _("not applicable");
	case CELL_NOT_ASKED:
		return _("not asked");
	case CELL_NOT_EXPECTED:
		return _("takes no part");
	case CELL_NO_ANSWER:
		break;
	}
	return framework_no_answer(framework);
}

/* Whether the measure was asked by another definition than the last time before. */
static bool breaks_at(const struct compare *compare, const struct measure *measure, size_t period)
{
	if (measure->basis[period] == NULL)
		return false;
	for (size_t before = period; before-- > 0;)
		if (compare->period_shown[before] && measure->basis[before] != NULL)
			return strcmp(measure->basis[before], measure->basis[period]) != 0;
	return false;
}

/* --- charts --- */

/* One participant's values in order of time; a period that was asked and has none in between is a gap. */
static size_t points_of(const struct compare *compare, const struct measure *measure, size_t participant, struct chart_point *points)
{
	bool gap = false, breaks = false;
	size_t n = 0;

	for (size_t p = 0; p < compare->periods.count; p++) {
		const struct compare_cell *cell = cell_at(compare, measure, participant, p);
		if (!compare->period_shown[p])
			continue;
		breaks = breaks || breaks_at(compare, measure, p);
		if (cell->state != CELL_VALUE || isnan(cell->number)) {
			gap = gap || measure->basis[p] != NULL;
			continue;
		}
		size_t place = n++;
		const struct chart_point point = { .at = chart_time(compare->periods.list[p].code), .value = cell->number, .low = NAN, .high = NAN,
			.breaks = breaks && place > 0, .gap = gap && place > 0, .when = compare->periods.list[p].code, .text = cell->text };
		/* Periods of several frequencies do not sort by their texts. */
		for (; place > 0 && points[place - 1].at > point.at; place--)
			points[place] = points[place - 1];
		points[place] = point;
		gap = breaks = false;
	}
	return n;
}

static double time_of(const struct compare *compare, bool last)
{
	double found = NAN;

	for (size_t p = 0; p < compare->periods.count; p++) {
		double at = chart_time(compare->periods.list[p].code);
		if (compare->period_shown[p] && (isnan(found) || (last ? at > found : at < found)))
			found = at;
	}
	return found;
}

static void show_chart(struct compare *compare, struct template_dict *page, const struct measure *measure)
{
	struct arena *arena = compare->request->arena;
	struct chart_line *lines = arena_array(arena, compare->participants.count + 1, sizeof *lines);
	struct template_dict *item = template_section(page, K_COMPARE_CHART);
	bool percent = strcmp(measure->type, "percent") == 0;
	size_t count = 0, place = 0;

	template_set(item, K_TITLE, measure->title);
	if (!measure->is_domain)
		page_links(template_section(item, K_INDICATOR_LINK), compare->request, &compare->framework);
	template_set(item, K_CODE, measure->is_domain ? "" : measure->code);
	template_set(item, K_TYPE, measure->is_domain ? _("score, 0–100") : measure->scored && !percent ?
		arena_printf(arena, "%s; %s", words_type(measure->type), _("drawn as a score, 0–100")) : words_type(measure->type));
	if (!measure->is_domain && strcmp(measure->direction, "increase") != 0)
		template_printf(template_section(item, K_DIRECTION_NOTE), K_DIRECTION, "%s", words_direction(measure->direction));
	for (size_t i = 0; i < compare->participants.count; i++) {
		if (!compare->participant_shown[i])
			continue;
		struct chart_point *points = arena_array(arena, compare->periods.count + 1, sizeof *points);
		size_t n = points_of(compare, measure, i, points);
		if (n > 0)
			lines[count++] = (struct chart_line){ .points = points, .count = n, .style = (int)(place % 8),
				.label = compare->participants.list[i].code };
		place++;
	}
	if (count == 0) {
		template_show(item, K_COMPARE_EMPTY);
		return;
	}
	chart_lines(item, K_CHART, arena, &(struct chart_lines){
		.size = CHART_NARROW,
		.title = arena_printf(arena, _("%s: a line for each government"), measure->title),
		.description = _("Governments are told apart by their code at the end of the line, the mark and the dashes. The figures stand in the table below."),
		.low = 0, .high = measure->scored || percent ? 100 : 0, .first = time_of(compare, false), .last = time_of(compare, true),
		.lines = lines, .count = count });
}

/* --- the table --- */

static void show_rows(struct compare *compare, struct template_dict *page, const struct measure *measure)
{
	struct template_dict *group = template_section(page, K_COMPARE_GROUP);

	template_set_int(group, K_COLUMNS, (int64_t)compare->periods_shown + 1);
	template_set(group, K_TITLE, measure->title);
	template_set(group, K_CODE, measure->is_domain ? "" : measure->code);
	for (size_t i = 0; i < compare->participants.count; i++) {
		if (!compare->participant_shown[i])
			continue;
		struct template_dict *row = template_section(group, K_COMPARE_ROW);
		template_set(row, K_CODE, compare->participants.list[i].code);
		template_set(row, K_TITLE, compare->participants.list[i].title);
		for (size_t p = 0; p < compare->periods.count; p++) {
			if (!compare->period_shown[p])
				continue;
			const struct compare_cell *cell = cell_at(compare, measure, i, p);
			struct template_dict *shown = template_section(row, K_COMPARE_CELL);
			struct template_dict *kind = template_section(shown, breaks_at(compare, measure, p) ? K_CELL_BREAK : K_CELL_PLAIN);
			template_set(template_section(kind, cell->state == CELL_VALUE ? K_CELL_FIGURE : cell->state == CELL_NOT_ASKED ? K_CELL_NOT :
				K_CELL_WORDS), K_TEXT, cell_text(&compare->framework, cell));
		}
	}
}

/* The measures or participants that did not fit, by their codes. */
static const char *left_out(const struct compare *compare, bool measures, size_t *count)
{
	const char *list = "";
	size_t all = measures ? compare->measure_count : compare->participants.count;

	*count = 0;
	for (size_t i = 0; i < all; i++) {
		bool chosen = measures ? compare->measures[i].chosen : compare->participant_meant[i];
		bool shown = measures ? compare->measures[i].shown : compare->participant_shown[i];
		if (chosen && !shown)
			list = arena_printf(compare->request->arena, "%s%s%s", list, (*count)++ > 0 ? ", " : "",
				!measures ? compare->participants.list[i].title : compare->measures[i].is_domain ? compare->measures[i].title : compare->measures[i].code);
	}
	return list;
}

static void show_limits(struct compare *compare, struct template_dict *page)
{
	struct arena *arena = compare->request->arena;
	size_t count;
	const char *list = left_out(compare, true, &count);

	if (count > 0)
		template_set(template_section(page, K_LIMIT), K_TEXT, arena_printf(arena,
			_("At most %d indicators and domains are shown at once. Left out: %s."), COMPARE_MEASURES, list));
	list = left_out(compare, false, &count);
	if (count > 0)
		template_set(template_section(page, K_LIMIT), K_TEXT, arena_printf(arena,
			_("At most %d governments are shown at once. Left out: %s."), COMPARE_PARTICIPANTS, list));
}

void compare_show(struct compare *compare, struct template_dict *page)
{
	struct template_dict *result = template_section(page, K_COMPARE_RESULT);

	template_show(page, K_FILLED);
	show_limits(compare, result);
	for (size_t i = 0; i < compare->participants.count; i++) {
		if (!compare->participant_shown[i])
			continue;
		struct template_dict *item = template_section(result, K_COMPARE_KEY);
		page_links(item, compare->request, &compare->framework);
		template_set(item, K_CODE, compare->participants.list[i].code);
		template_set(item, K_TITLE, compare->participants.list[i].title);
	}
	for (size_t p = 0; p < compare->periods.count; p++)
		if (compare->period_shown[p])
			template_set(template_section(result, K_COMPARE_PERIOD), K_PERIOD, compare->periods.list[p].code);
	for (size_t i = 0; i < compare->measure_count; i++)
		if (compare->measures[i].shown) {
			show_chart(compare, result, &compare->measures[i]);
			show_rows(compare, result, &compare->measures[i]);
		}
}
