/* trend: what moved between a government's rounds, by accepted and released figures only. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/model/trend.h"
#include "tests/unit/desk.h"

static struct desk desk;

/* An imported answer of XAA, released; `version` is that of the definition. */
static void former(int year, int version, const char *status, double value)
{
	char script[1024];

	snprintf(script, sizeof script,
		"INSERT INTO round (framework, period, opens_on, due_on, closes_on, origin, created_at)"
		" VALUES ('probe', '%d', '2020-01-01', '2020-01-01', '2020-01-01', 'import', 't') ON CONFLICT DO NOTHING;"
		"INSERT INTO answer (round, participant, indicator_version, state, audience, revision, released_revision, released_audience)"
		" SELECT id, 'XAA', %d, 'accepted', 'members', 1, 1, 'members' FROM round WHERE period = '%d';"
		"INSERT INTO answer_revision (answer, number, status, value, at) SELECT MAX(id), 1, '%s', %g, 't' FROM answer;",
		year, version, year, status, value);
	ck_ok(database_script(desk.db, script, &desk.error), desk.error);
}

static struct trend_cell cell_of(const char *participant, const char *code)
{
	struct trends trends;

	ck_ok(trend_load(desk.db, &desk.arena, "probe", "2025", "en", &trends, &desk.error), desk.error);
	for (size_t i = 0; i < trends.seats.count; i++)
		for (size_t j = 0; j < trends.indicator_count; j++)
			if (strcmp(trends.seats.rows[i].code, participant) == 0 && strcmp(trends.indicators[j].code, code) == 0)
				return trends.cells[i * trends.indicator_count + j];
	ck_abort_msg("no cell %s %s", participant, code);
}

START_TEST(only_accepted_or_released_figures_count)
{
	desk_open(&desk);
	former(2024, 4, "reported", 5);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	ck_assert_int_eq(cell_of("XAA", "CNT").kind, TREND_NONE);
	ck_ok(desk_act(&desk, SECRETARIAT, "XAA", "CNT", 1, ACTION_ACCEPT, NULL), desk.error);
	struct trend_cell cell = cell_of("XAA", "CNT");
	ck_assert_int_eq(cell.kind, TREND_DOWN);
	ck_assert_int_eq(cell.judged, TREND_NEUTRAL); /* a count without a direction */
	ck_assert(!cell.released);
	ck_assert_double_eq(cell.now, 1);
	ck_assert_double_eq(cell.before, 5);
	ck_assert_str_eq(cell.before_period, "2024");
	ck_ok(database_script(desk.db, "UPDATE answer SET released_revision = revision, released_audience = audience WHERE state = 'accepted'",
		&desk.error), desk.error);
	ck_assert(cell_of("XAA", "CNT").released);
	/* Another audience since then waits for a release too. */
	ck_ok(database_script(desk.db, "UPDATE answer SET audience = 'public' WHERE state = 'accepted'", &desk.error), desk.error);
	ck_assert(!cell_of("XAA", "CNT").released);
	ck_assert_int_eq(cell_of("XBB", "CNT").kind, TREND_NONE);
	desk_close(&desk);
}
END_TEST

START_TEST(a_move_is_judged_by_the_direction)
{
	desk_open(&desk);
	former(2023, 3, "reported", 1);
	former(2024, 3, "reported", 0);
	desk_bring(&desk, "YES", STATE_ACCEPTED);
	struct trend_cell cell = cell_of("XAA", "YES");
	ck_assert_int_eq(cell.kind, TREND_UP);
	ck_assert_int_eq(cell.judged, TREND_BETTER);
	ck_ok(database_script(desk.db, "UPDATE indicator_version SET direction = 'decrease' WHERE id = 3", &desk.error), desk.error);
	ck_assert_int_eq(cell_of("XAA", "YES").judged, TREND_WORSE);
	desk_close(&desk);
}
END_TEST

START_TEST(a_break_in_the_series_is_no_move)
{
	desk_open(&desk);
	former(2024, 10, "reported", 4); /* the ladder by its first definition */
	desk_bring(&desk, "LAD", STATE_ACCEPTED);
	ck_assert_int_eq(cell_of("XAA", "LAD").kind, TREND_BREAK);
	former(2022, 1, "reported", 1);
	struct trend_cell cell = cell_of("XAA", "LAD");
	ck_assert_int_eq(cell.kind, TREND_SAME);
	ck_assert_str_eq(cell.before_period, "2022");
	desk_close(&desk);
}
END_TEST

START_TEST(what_is_not_available_is_no_figure)
{
	desk_open(&desk);
	former(2024, 4, "not_available", 0);
	desk_bring(&desk, "CNT", STATE_ACCEPTED);
	struct trend_cell cell = cell_of("XAA", "CNT");
	ck_assert_int_eq(cell.kind, TREND_FIRST);
	ck_assert(isnan(cell.before));
	former(2025, 7, "not_available", 0);
	ck_assert_int_eq(cell_of("XAA", "VAL").kind, TREND_ABSENT);
	desk_close(&desk);
}
END_TEST

START_TEST(while_a_correction_is_under_way_what_was_released_stands)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_ACCEPTED);
	ck_ok(database_script(desk.db,
		"UPDATE answer SET released_revision = 1, released_audience = audience, state = 'returned', revision = 2;"
		"INSERT INTO answer_revision (answer, number, status, value, at) SELECT id, 2, 'reported', 888, 't' FROM answer;", &desk.error),
		desk.error);
	struct trend_cell cell = cell_of("XAA", "CNT");
	ck_assert_double_eq(cell.now, 1);
	ck_assert(cell.released);
	desk_close(&desk);
}
END_TEST

START_TEST(a_round_that_there_is_not_is_not_found)
{
	struct trends trends;

	desk_open(&desk);
	ck_refused(trend_load(desk.db, &desk.arena, "probe", "1999", "en", &trends, &desk.error), ERR_NOT_FOUND, desk.error);
	ck_refused(trend_load(desk.db, &desk.arena, "nix", "2025", "en", &trends, &desk.error), ERR_NOT_FOUND, desk.error);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(only_accepted_or_released_figures_count),
	KIT_TEST(a_move_is_judged_by_the_direction),
	KIT_TEST(a_break_in_the_series_is_no_move),
	KIT_TEST(what_is_not_available_is_no_figure),
	KIT_TEST(while_a_correction_is_under_way_what_was_released_stands),
	KIT_TEST(a_round_that_there_is_not_is_not_found),
};
KIT_MAIN("trend", tests)
