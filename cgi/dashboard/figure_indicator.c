/* figure_indicator: everybody's answer to an indicator in one period, against the region's spread. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/figure_indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

enum err figure_indicator_find(struct request *request, const struct framework *framework, struct figure *figure, struct indicator *indicator,
	struct error *error)
{
	struct names list = { .list = NULL };
	enum err err = indicator_read(request, framework->code, figure->ref.code, indicator, error);

	if (err != ERR_OK || indicator->code != NULL)
		return err;
	struct query *query = database_query(request->db, SNAPSHOT_indicator_list);
	query_text(query, "framework", framework->code);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		list.list = arena_grow(request->arena, list.list, list.count, sizeof *list.list);
		list.list[list.count++] = (struct name){ .code = arena_strdup(request->arena, query_column_text(query, 0)),
			.title = arena_printf(request->arena, "%s — %s", query_column_text(query, 0), query_column_text(query, 9)) };
	}
	figure_refuse(figure, "code", arena_printf(request->arena, _("The framework “%s” has no indicator “%s”."), framework->title, figure->ref.code), list);
	return query_end(query, error);
}

const char *figure_indicator_title(const struct indicator *indicator)
{
	const char *title = texts_get(&indicator->texts, "title");

	return *title != '\0' ? title : indicator->code;
}

enum err figure_indicator_scale(struct request *request, const struct indicator *indicator, const char **text, struct error *error)
{
	if (indicator_is_banded(indicator->type, indicator->direction)) {
		*text = _("score, 0–100");
		return ERR_OK;
	}
	return title_read(request, "unit", indicator->unit, text, error);
}

enum err figure_framework_source(struct request *request, const struct framework *framework, const char **text, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_text_one);

	*text = _("Answers of the governments, each cleared by its own.");
	query_text(query, "kind", "framework");
	query_text(query, "code", framework->code);
	query_text(query, "part", "source");
	query_text(query, "lang", request->language);
	if (query_next(query))
		*text = arena_strdup(request->arena, query_column_text(query, 0));
	return query_end(query, error);
}

/* The region in the asked period, or the newest. figure->ref.period is NULL where the indicator was never asked in a released one. */
static enum err read_region(struct request *request, const struct framework *framework, struct figure *figure, const char **status,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_indicator_regional);
	const char *asked = figure->ref.period;
	struct names periods = { .list = NULL };
	bool found = false;

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", figure->ref.code);
	while (query_next(query)) {
		const char *period = arena_strdup(request->arena, query_column_text(query, 0));
		periods.list = arena_grow(request->arena, periods.list, periods.count, sizeof *periods.list);
		periods.list[periods.count++] = (struct name){ .code = period, .title = period };
		if (asked != NULL && strcmp(asked, period) != 0)
			continue;
		found = true;
		figure->ref.period = period;
		*status = arena_strdup(request->arena, query_column_text(query, 14));
		figure->dots.region = (struct chart_range){ .median = query_column_real(query, 7), .min = query_column_real(query, 8),
			.max = query_column_real(query, 9), .q1 = query_column_real(query, 10), .q3 = query_column_real(query, 11) };
	}
	if (!found)
		figure_refuse(figure, "period", periods.count > 0 ?
			arena_printf(request->arena, _("There are no figures of “%s” for the period “%s”."), figure->ref.code, asked) :
			_("No period with this indicator has been released yet."), periods);
	return query_end(query, error);
}

struct rows {
	struct chart_row *list;
	size_t count;
};

static void fill_row(struct request *request, struct figure *figure, struct rows *rows, struct query *query, const struct indicator *indicator,
	bool scored)
{
	struct arena *arena = request->arena;
	const char *status = query_column_text(query, ANSWER_STATUS);
	bool suppressed = query_column_int(query, ANSWER_SUPPRESSED) != 0;
	enum absence absence = figure_absence(status, suppressed);
	double value = query_column_real(query, ANSWER_VALUE), score = query_column_real(query, ANSWER_SCORE);
	double shown = absence != ABSENT_NOT ? NAN : scored ? score : value;

	if (absence == ABSENT_NOT && isnan(shown))
		absence = ABSENT_UNKNOWN;
	const char *text = absence != ABSENT_NOT ? figure_absence_text(absence) : scored ? words_number(arena, score, 0) :
		words_value(arena, indicator->type, value);
	const char *carried = absence == ABSENT_NOT ? query_column_text(query, ANSWER_CARRIED) : NULL;
	const char *answer = absence != ABSENT_NOT && isnan(value) ? text : words_value(arena, indicator->type, value);
	if (carried != NULL) {
		answer = arena_printf(arena, _("%s (carried forward from %s)"), answer, carried);
		figure->notes |= NOTE_CARRIED;
	}
	rows->list = arena_grow(arena, rows->list, rows->count, sizeof *rows->list);
	rows->list[rows->count++] = (struct chart_row){
		.label = arena_strdup(arena, query_column_text(query, ANSWER_TITLE)), .value = shown, .absence = absence, .carried = carried != NULL, .text = text,
		.tip = arena_printf(arena, "%s: %s", query_column_text(query, ANSWER_TITLE), answer),
		.region = { NAN, NAN, NAN, NAN, NAN },
	};
	figure->absent[absence] = true;
	figure->dots.high = isnan(shown) ? figure->dots.high : fmax(figure->dots.high, shown);
}

static void fill_table(struct request *request, struct figure *figure, bool scored)
{
	size_t columns = scored ? 3 : 2;

	figure_table_begin(request, figure, columns, figure->dots.count, false);
	figure->table.heads[0] = _("Government");
	figure->table.heads[1] = _("Answer");
	if (scored)
		figure->table.heads[2] = _("Score, 0–100");
	for (size_t i = 0; i < figure->dots.count; i++) {
		const struct chart_row *row = &figure->dots.rows[i];
		figure_table_set(figure, i, 0, row->label);
		figure_table_set(figure, i, 1, row->tip + strlen(row->label) + 2);
		if (scored)
			figure_table_set(figure, i, 2, isnan(row->value) ? "–" : row->text);
	}
}

/* "Median 66; lowest 40, highest 90. Kazakhstan 72, …": what is seen, in words. */
static const char *describe(struct request *request, const struct figure *figure, const struct indicator *indicator, bool scored, const char *status)
{
	struct arena *arena = request->arena;
	const struct chart_range *region = &figure->dots.region;
	const char *text = "";

#define VALUE(value) (scored ? words_number(arena, value, 0) : words_value(arena, indicator->type, value))
	if (isfinite(region->min))
		text = arena_printf(arena, _("The region: lowest %s, median %s, highest %s."), VALUE(region->min), VALUE(region->median), VALUE(region->max));
	else if (status != NULL && strcmp(status, "withheld") == 0)
		text = _("The regional figure is withheld: too few governments would be in it.");
#undef VALUE
	for (size_t i = 0; i < figure->dots.count; i++)
		text = arena_printf(arena, "%s%s%s: %s", text, i == 0 ? (*text != '\0' ? " " : "") : "; ", figure->dots.rows[i].label, figure->dots.rows[i].text);
	return arena_printf(arena, "%s.", text);
}

enum err figure_indicator(struct request *request, const struct framework *framework, struct figure *figure, struct error *error)
{
	struct arena *arena = request->arena;
	struct indicator indicator;
	struct rows rows = { .list = NULL };
	const char *status = NULL, *scale;
	enum err err = figure_indicator_find(request, framework, figure, &indicator, error);

	if (err != ERR_OK || figure->refused != NULL)
		return err;
	bool scored = indicator_is_banded(indicator.type, indicator.direction);
	bool percent = strcmp(indicator.type, "percent") == 0;
	if ((err = read_region(request, framework, figure, &status, error)) != ERR_OK || figure->refused != NULL)
		return err;
	if ((err = figure_indicator_scale(request, &indicator, &scale, error)) != ERR_OK ||
		(err = figure_framework_source(request, framework, &figure->source, error)) != ERR_OK)
		return err;
	struct query *query = database_query(request->db, SNAPSHOT_indicator_answers);
	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator.code);
	query_text(query, "period", figure->ref.period);
	query_text(query, "lang", request->language);
	figure->dots.high = isfinite(figure->dots.region.max) ? figure->dots.region.max : 0;
	while (query_next(query))
		fill_row(request, figure, &rows, query, &indicator, scored);
	if ((err = query_end(query, error)) != ERR_OK)
		return err;
	figure->dots.rows = rows.list;
	figure->dots.count = rows.count;
	figure->form = FIGURE_DOTS;
	figure->dots.low = 0;
	figure->dots.high = scored || percent ? 100 : figure->dots.high > 0 ? figure->dots.high : 1;
	figure->dots.banded = scored;
	figure->title = figure_indicator_title(&indicator);
	figure->subtitle = arena_printf(arena, "%s · %s · %s", indicator.code, scale, figure->ref.period);
	if (isfinite(figure->dots.region.median)) {
		figure->dots.region_label = _("Region");
		figure->dots.region_text = arena_printf(arena, _("median %s"), scored ? words_number(arena, figure->dots.region.median, 0) :
			words_value(arena, strcmp(indicator.type, "count") == 0 ? "count" : indicator.type, figure->dots.region.median));
		figure->notes |= NOTE_SPREAD;
	}
	figure->notes |= scored ? NOTE_BANDS : 0;
	figure->description = describe(request, figure, &indicator, scored, status);
	figure->dots.title = figure->title;
	figure->dots.description = figure->description;
	figure->page = arena_printf(arena, "indicators/%s?period=%s", indicator.code, figure->ref.period);
	figure->data = arena_printf(arena, "indicators/%s.csv?period=%s", indicator.code, figure->ref.period);
	fill_table(request, figure, scored);
	return ERR_OK;
}
