/* trend: see trend.h. */
#include "indicators/model/trend.h"

#include <math.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/period.h"

#define INDICATORS_MAX 2000
#define GAPS_MAX 5000
#define FIGURES_MAX 200000

/* One accepted or released figure by the definition of the round. */
struct figure { size_t seat, indicator; const char *period; int year; double value; };
struct figures { struct figure *rows; size_t count; };

MUST_USE static enum err load_indicators(struct database *db, struct arena *arena, const char *language, struct trends *trends,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_trend_indicators);

	trends->indicators = arena_array(arena, INDICATORS_MAX, sizeof *trends->indicators);
	query_int(query, "round", trends->round.id);
	query_text(query, "lang", language);
	while (trends->indicator_count < INDICATORS_MAX && query_next(query)) {
		struct trend_indicator *indicator = &trends->indicators[trends->indicator_count++];
		const char *thresholds = query_column_text(query, 9);

		indicator->version = query_column_int(query, 0);
		indicator->code = arena_strdup(arena, query_column_text(query, 1));
		indicator->title = arena_strdup(arena, query_column_text(query, 2));
		indicator->domain = arena_strdup(arena, query_column_text(query, 3));
		indicator->unit = arena_strdup(arena, query_column_text(query, 5));
		indicator->scale = (struct score_scale){ .levels = (int)query_column_int(query, 7), .items = (int)query_column_int(query, 8) };
		if (!score_type_named(query_column_text(query, 4), &indicator->scale.type))
			indicator->scale.type = SCORE_TYPES;
		if (!score_direction_named(query_column_text(query, 6), &indicator->direction))
			indicator->direction = SCORE_NEUTRAL;
		/* The catalogue was checked when it was loaded: what is no list of thresholds is none. */
		if (thresholds == NULL || score_classes_read(thresholds, &indicator->classes, NULL) != ERR_OK)
			indicator->classes.count = 0;
	}
	return query_end(query, error);
}

static size_t seat_of(const struct trends *trends, const char *participant)
{
	size_t i = 0;

	while (i < trends->seats.count && strcmp(trends->seats.rows[i].code, participant) != 0)
		i++;
	return i;
}

static size_t indicator_of(const struct trends *trends, const char *code)
{
	size_t i = 0;

	while (i < trends->indicator_count && strcmp(trends->indicators[i].code, code) != 0)
		i++;
	return i;
}

static void keep(struct arena *arena, struct figures *figures, const struct figure *figure)
{
	if (figures->count == FIGURES_MAX)
		return;
	figures->rows = arena_grow(arena, figures->rows, figures->count, sizeof *figures->rows);
	figures->rows[figures->count++] = *figure;
}

/* A row of the period itself. */
static void read_now(struct query *query, struct trend_cell *cell, bool reported)
{
	cell->kind = reported ? TREND_FIRST : TREND_ABSENT;
	cell->now = reported ? query_column_real(query, 5) : NAN;
	cell->released = query_column_int(query, 6) != 0;
}

MUST_USE static enum err load_figures(struct database *db, struct arena *arena, struct trends *trends, struct figures *figures,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_trend_figures);
	bool *broken = arena_array(arena, trends->seats.count * trends->indicator_count + 1, sizeof *broken);
	const char *period = NULL;
	int year = 0;

	query_text(query, "framework", trends->round.framework);
	query_text(query, "period", trends->round.period);
	while (query_next(query)) {
		size_t seat = seat_of(trends, query_column_text(query, 1)), indicator = indicator_of(trends, query_column_text(query, 3));
		if (seat == trends->seats.count || indicator == trends->indicator_count)
			continue;
		size_t place = seat * trends->indicator_count + indicator;
		bool same = query_column_int(query, 2) == trends->indicators[indicator].version;
		bool reported = strcmp(query_column_text(query, 4), "reported") == 0 && !query_column_is_null(query, 5);

		if (period == NULL || strcmp(period, query_column_text(query, 0)) != 0) {
			period = arena_strdup(arena, query_column_text(query, 0));
			year = period_first_year(period);
		}
		if (reported && same)
			keep(arena, figures, &(struct figure){ .seat = seat, .indicator = indicator, .period = period, .year = year,
				.value = query_column_real(query, 5) });
		if (strcmp(period, trends->round.period) == 0 && same) {
			read_now(query, &trends->cells[place], reported);
		} else if (reported && same) {
			trends->cells[place].before = query_column_real(query, 5);
			trends->cells[place].before_period = period;
		} else if (reported) {
			broken[place] = true;
		}
	}
	for (size_t i = 0; i < trends->seats.count * trends->indicator_count; i++)
		if (trends->cells[i].kind == TREND_FIRST && trends->cells[i].before_period == NULL && broken[i])
			trends->cells[i].kind = TREND_BREAK;
	return query_end(query, error);
}

static void judge(const struct trend_indicator *indicator, struct trend_cell *cell)
{
	if (cell->kind != TREND_FIRST || cell->before_period == NULL)
		return;
	cell->kind = cell->now > cell->before ? TREND_UP : cell->now < cell->before ? TREND_DOWN : TREND_SAME;
	if (cell->kind == TREND_SAME || indicator->direction == SCORE_NEUTRAL)
		return;
	cell->judged = (cell->kind == TREND_UP) == (indicator->direction == SCORE_INCREASE) ? TREND_BETTER : TREND_WORSE;
}

/* --- official figures -------------------------------------------------------------------------------------------- */

/* The participant's own figure of that year, or its newest. */
static const struct figure *own_of(const struct figures *figures, size_t seat, size_t indicator, int64_t year)
{
	const struct figure *newest = NULL;

	for (size_t i = figures->count; i-- > 0;) {
		const struct figure *figure = &figures->rows[i];

		if (figure->seat != seat || figure->indicator != indicator)
			continue;
		if (figure->year == year)
			return figure;
		if (newest == NULL)
			newest = figure;
	}
	return newest;
}

/* The newest year first: the first with an own figure of the same year is kept; else the latest stands beside the newest own figure. */
static void take_gap(struct trends *trends, const struct trend_gap *gap)
{
	struct trend_gap *last = trends->gap_count > 0 ? &trends->gaps[trends->gap_count - 1] : NULL;
	bool again = last != NULL && strcmp(last->participant, gap->participant) == 0 && strcmp(last->code, gap->code) == 0
		&& strcmp(last->series, gap->series) == 0;

	if (again && !last->same_year && gap->same_year)
		*last = *gap;
	else if (!again && trends->gap_count < GAPS_MAX)
		trends->gaps[trends->gap_count++] = *gap;
}

MUST_USE static enum err load_gaps(struct database *db, struct arena *arena, const struct figures *figures, const char *language,
	struct trends *trends, struct error *error)
{
	struct query *query = database_query(db, REPORTS_trend_official);

	trends->gaps = arena_array(arena, GAPS_MAX, sizeof *trends->gaps);
	query_int(query, "round", trends->round.id);
	query_text(query, "lang", language);
	query_int(query, "year", period_first_year(trends->round.period));
	while (query_next(query)) {
		size_t seat = seat_of(trends, query_column_text(query, 3)), at = indicator_of(trends, query_column_text(query, 0));
		const char *series = query_column_text(query, 1);

		if (seat == trends->seats.count || at == trends->indicator_count)
			continue;
		const struct trend_indicator *indicator = &trends->indicators[at];
		int64_t year = query_column_int(query, 4);
		const struct figure *own = own_of(figures, seat, at, year);
		if (own == NULL || !gap_comparable(indicator->scale.type, series, query_column_text(query, 2)))
			continue;
		struct trend_gap gap = { .participant = trends->seats.rows[seat].code, .code = indicator->code, .official_year = year,
			.series = arena_strdup(arena, series), .vintage = arena_strdup(arena, query_column_text(query, 6)),
			.series_title = arena_strdup(arena, query_column_text(query, 7)), .official = query_column_real(query, 5),
			.own = gap_value(&indicator->scale, &indicator->classes, series, own->value), .own_period = own->period,
			.same_year = own->year == year };
		gap.told = gap_told(indicator->scale.type, series, gap.own, gap.official);
		take_gap(trends, &gap);
	}
	return query_end(query, error);
}

/* --- all of it --------------------------------------------------------------------------------------------------- */

MUST_USE static enum err find_round(struct database *db, const char *framework, const char *period, int64_t *id, struct error *error)
{
	struct query *query = database_query(db, REPORTS_trend_round);

	query_text(query, "framework", framework);
	query_text(query, "period", period);
	*id = query_next(query) ? query_column_int(query, 0) : 0;
	enum err err = query_end(query, error);
	if (err == ERR_OK && *id == 0)
		err = error_set(error, ERR_NOT_FOUND, _("The framework “%s” has no round of %s."), framework, period);
	return err;
}

enum err trend_load(struct database *db, struct arena *arena, const char *framework, const char *period, const char *language,
	struct trends *trends, struct error *error)
{
	struct figures figures = { 0 };
	int64_t id;
	enum err err = find_round(db, framework, period, &id, error);

	*trends = (struct trends){ 0 };
	if (err == ERR_OK)
		err = round_load(db, arena, id, language, &trends->round, error);
	if (err == ERR_OK)
		err = round_seats(db, arena, &trends->round, language, &trends->seats, error);
	if (err == ERR_OK)
		err = round_board(db, arena, &trends->round, &trends->seats, language, &trends->board, error);
	if (err == ERR_OK)
		err = load_indicators(db, arena, language, trends, error);
	if (err != ERR_OK)
		return err;
	size_t count = trends->seats.count * trends->indicator_count;
	trends->cells = arena_array(arena, count + 1, sizeof *trends->cells);
	for (size_t i = 0; i < count; i++)
		trends->cells[i] = (struct trend_cell){ .now = NAN, .before = NAN };
	err = load_figures(db, arena, trends, &figures, error);
	for (size_t i = 0; i < count; i++)
		judge(&trends->indicators[i % trends->indicator_count], &trends->cells[i]);
	return err != ERR_OK ? err : load_gaps(db, arena, &figures, language, trends, error);
}
