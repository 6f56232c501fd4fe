/* figure_trend: answers to an indicator through time, a small chart for each participant or a large one for one. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/figure_indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

static enum err read_moments(struct request *request, const char *framework, const char *code, bool scored, struct moments *moments,
	struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_figure_answers);

	query_text(query, "framework", framework);
	query_text(query, "indicator", code);
	while (query_next(query)) {
		enum absence absence = figure_absence(query_column_text(query, 3), query_column_int(query, 4) != 0);
		double value = absence != ABSENT_NOT ? NAN : query_column_real(query, scored ? 6 : 5);
		double at = chart_time(query_column_text(query, 1));
		if (isnan(at))
			continue;
		moments->list = arena_grow(arena, moments->list, moments->count, sizeof *moments->list);
		moments->list[moments->count++] = (struct moment){
			.participant = arena_strdup(arena, query_column_text(query, 0)),
			.period = arena_strdup(arena, query_column_text(query, 1)),
			.code = code, .basis = arena_printf(arena, "%s/%lld", code, (long long)query_column_int(query, 2)),
			.at = at, .value = value, .carried = absence == ABSENT_NOT ? arena_strdup(arena, query_column_text(query, 7)) : NULL,
			.absence = absence == ABSENT_NOT && isnan(value) ? ABSENT_UNKNOWN : absence,
		};
	}
	return query_end(query, error);
}

/* In order of time, by insertion: there are few. */
static size_t sorted_of(const struct moments *moments, const char *participant, const struct moment **sorted)
{
	size_t n = 0;

	for (size_t i = 0; i < moments->count; i++) {
		if (strcmp(moments->list[i].participant, participant) != 0)
			continue;
		size_t place = n++;
		for (; place > 0 && sorted[place - 1]->at > moments->list[i].at; place--)
			sorted[place] = sorted[place - 1];
		sorted[place] = &moments->list[i];
	}
	return n;
}

const char *figure_moment_text(struct arena *arena, const struct moment *moment, const char *type, bool scored)
{
	if (moment->absence != ABSENT_NOT)
		return figure_absence_text(moment->absence);
	const char *text = scored ? words_number(arena, moment->value, 0) : words_value(arena, type, moment->value);
	return moment->carried == NULL ? text : arena_printf(arena, _("%s (carried forward from %s)"), text, moment->carried);
}

static size_t points_of(struct arena *arena, const struct moments *moments, const char *participant, const char *type, bool scored,
	struct chart_point *points)
{
	const struct moment **sorted = arena_array(arena, moments->count + 1, sizeof *sorted);
	size_t n = sorted_of(moments, participant, sorted);

	for (size_t i = 0; i < n; i++) {
		points[i] = (struct chart_point){ .at = sorted[i]->at, .value = sorted[i]->value, .low = NAN, .high = NAN, .when = sorted[i]->period,
			.absence = sorted[i]->absence, .breaks = i > 0 && strcmp(sorted[i]->basis, sorted[i - 1]->basis) != 0,
			.carried = sorted[i]->carried != NULL, .text = figure_moment_text(arena, sorted[i], type, scored) };
		/* A period in which others were asked, and this one was not, is a gap. */
		for (size_t j = 0; i > 0 && j < moments->count && !points[i].gap; j++)
			points[i].gap = moments->list[j].at > points[i - 1].at && moments->list[j].at < points[i].at;
	}
	return n;
}

static void note_signs(struct figure *figure, const struct chart_point *points, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		figure->absent[points[i].absence] = true;
		figure->lines.signs = figure->lines.signs || points[i].absence != ABSENT_NOT;
		figure->notes |= (points[i].breaks ? NOTE_BREAK : 0) | (points[i].carried ? NOTE_CARRIED : 0);
	}
}

/* Periods in order of time; each once. */
static struct names periods_of(struct arena *arena, const struct moments *moments)
{
	struct names periods = { .list = NULL };

	for (size_t i = 0; i < moments->count; i++) {
		if (names_find(&periods, moments->list[i].period) < periods.count)
			continue;
		periods.list = arena_grow(arena, periods.list, periods.count, sizeof *periods.list);
		size_t place = periods.count++;
		for (; place > 0 && chart_time(periods.list[place - 1].code) > moments->list[i].at; place--)
			periods.list[place] = periods.list[place - 1];
		periods.list[place] = (struct name){ .code = moments->list[i].period, .title = moments->list[i].period };
	}
	return periods;
}

static void fill_table(struct request *request, struct figure *figure, const struct moments *moments, const struct names *periods,
	const struct names *shown, const char *type, bool scored)
{
	figure_table_begin(request, figure, shown->count + 1, periods->count, true);
	figure->table.heads[0] = _("Period");
	for (size_t p = 0; p < shown->count; p++)
		figure->table.heads[p + 1] = shown->list[p].title;
	for (size_t row = 0; row < periods->count; row++) {
		figure_table_set(figure, row, 0, periods->list[row].code);
		for (size_t p = 0; p < shown->count; p++)
			figure_table_set(figure, row, p + 1, _("not asked"));
		for (size_t i = 0; i < moments->count; i++) {
			const struct moment *moment = &moments->list[i];
			size_t p = names_find(shown, moment->participant);
			if (p == shown->count || strcmp(moment->period, periods->list[row].code) != 0)
				continue;
			figure_table_set(figure, row, p + 1, figure_moment_text(request->arena, moment, type, scored));
		}
	}
}

static void fill_panels(struct request *request, struct figure *figure, const struct moments *moments, const struct names *shown, const char *type,
	bool scored)
{
	struct arena *arena = request->arena;
	const char *description = "";

	figure->panels = arena_array(arena, shown->count + 1, sizeof *figure->panels);
	for (size_t p = 0; p < shown->count; p++) {
		struct chart_point *points = arena_array(arena, moments->count + 1, sizeof *points);
		struct chart_line *line = arena_array(arena, 1, sizeof *line);
		size_t n = points_of(arena, moments, shown->list[p].code, type, scored, points);
		const char *told = n > 0 ? figure_tell(arena, points, n, _("no value")) : _("not asked");
		*line = (struct chart_line){ .points = points, .count = n, .style = 0, .label = shown->list[p].code };
		figure->panels[figure->panel_count++] = (struct figure_panel){ .title = shown->list[p].title, .description = told, .lines = line,
			.count = n > 0 };
		if (figure_panel_drawn(&figure->panels[figure->panel_count - 1]))
			note_signs(figure, points, n);
		description = arena_printf(arena, "%s%s%s: %s", description, p > 0 ? " " : "", shown->list[p].title, told);
	}
	figure->description = description;
	figure->form = figure->panel_count == 1 && figure->panels[0].count > 0 ? FIGURE_LINES : FIGURE_PANELS;
	if (figure->form == FIGURE_LINES) {
		figure->lines.lines = figure->panels[0].lines;
		figure->lines.count = 1;
	}
}

enum err figure_participant_find(struct request *request, struct figure *figure, const struct names *participants, struct name *participant,
	struct error *error)
{
	(void)error;
	*participant = (struct name){ .code = NULL };
	if (figure->ref.participant == NULL)
		return ERR_OK;
	size_t at = names_find(participants, figure->ref.participant);
	if (at == participants->count)
		figure_refuse(figure, "participant", arena_printf(request->arena, _("There is no participant “%s”."), figure->ref.participant), *participants);
	else
		*participant = participants->list[at];
	return ERR_OK;
}

enum err figure_moments_read(struct request *request, const struct framework *framework, const struct indicator *indicator, bool scored,
	struct moments *moments, struct names *chain, struct error *error)
{
	enum err err = indicator_chain_read(request, framework->code, indicator, chain, error);

	*moments = (struct moments){ .list = NULL };
	if (err == ERR_OK)
		err = read_moments(request, framework->code, indicator->code, scored, moments, error);
	for (size_t i = 0; err == ERR_OK && i < chain->count; i++)
		err = read_moments(request, framework->code, chain->list[i].code, scored, moments, error);
	return err;
}

enum err figure_trend(struct request *request, const struct framework *framework, struct figure *figure, struct error *error)
{
	struct arena *arena = request->arena;
	struct indicator indicator;
	struct names participants, shown, chain;
	struct name one;
	struct moments moments;
	const char *scale;
	double most = 0;
	enum err err = figure_indicator_find(request, framework, figure, &indicator, error);

	if (err != ERR_OK || figure->refused != NULL)
		return err;
	bool scored = indicator_is_banded(indicator.type, indicator.direction);
	if ((err = participants_read(request, &participants, error)) != ERR_OK ||
		(err = figure_participant_find(request, figure, &participants, &one, error)) != ERR_OK || figure->refused != NULL ||
		(err = figure_moments_read(request, framework, &indicator, scored, &moments, &chain, error)) != ERR_OK ||
		(err = figure_indicator_scale(request, &indicator, &scale, error)) != ERR_OK ||
		(err = figure_framework_source(request, framework, &figure->source, error)) != ERR_OK)
		return err;
	struct names periods = periods_of(arena, &moments);
	if (periods.count == 0) {
		figure_refuse(figure, "code", _("No period with this indicator has been released yet."), (struct names){ .list = NULL });
		return ERR_OK;
	}
	for (size_t i = 0; i < moments.count; i++)
		most = isnan(moments.list[i].value) ? most : fmax(most, moments.list[i].value);
	shown = one.code != NULL ? (struct names){ .list = &one, .count = 1 } : participants;
	figure->lines = (struct chart_lines){ .low = 0, .high = scored || strcmp(indicator.type, "percent") == 0 ? 100 : most > 0 ? most : 1,
		.first = chart_time(periods.list[0].code), .last = chart_time(periods.list[periods.count - 1].code), .banded = scored };
	fill_panels(request, figure, &moments, &shown, indicator.type, scored);
	figure->notes |= scored ? NOTE_BANDS : 0;
	figure->title = figure_indicator_title(&indicator);
	figure->subtitle = arena_printf(arena, "%s · %s · %s%s%s–%s", indicator.code, scale, one.code != NULL ? one.title : "",
		one.code != NULL ? " · " : "", periods.list[0].code, periods.list[periods.count - 1].code);
	figure->page = arena_printf(arena, "indicators/%s", indicator.code);
	figure->data = arena_printf(arena, "indicators/%s.csv", indicator.code);
	fill_table(request, figure, &moments, &periods, &shown, indicator.type, scored);
	return ERR_OK;
}
