/*
 * An attack on the snapshots. Somebody has every file that an audience may read, its own and those for more people, of three releases;
 * knows that zeros are never kept back; and was told by an insider which figures a release left as they were. From all of that comes a linear
 * program for each breakdown (solved by GLPK, which shares nothing with the solver that protects them), and for each figure that is
 * kept back the smallest and the largest number that it could be. None may be bounded to less than k. What totals tell, which are as their
 * governments cleared them, is no fault of the breakdowns; see attack_cell.
 *
 * The reports are invented by a generator that likes small numbers and small changes.
 */
#include <glpk.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/methods/disclosure_history.h"
#include "tests/unit/world.h"

enum { RELEASES = 3, PARTICIPANTS = 6, PERIODS = 17, DIMENSIONS = 2, CATEGORIES = 4, HISTORIES = PERIODS * PARTICIPANTS * DIMENSIONS };
enum seen { NOTHING, SHOWN, SUPPRESSED, WITHHELD };

static const char *const participants[PARTICIPANTS] = { "XAA", "XAB", "XAC", "XAD", "XAE", "XAF" };
static const char *const audiences[] = { "public", "donors", "members" };
static const char *const dimensions[DIMENSIONS] = { "age", "sex" };
static const char *const categories[CATEGORIES] = { "one", "two", "three", "four" };
static const size_t widths[DIMENSIONS] = { 4, 3 };

/* One breakdown of one answer. */
struct history {
	int64_t truth[RELEASES][CATEGORIES];
	int64_t total[RELEASES];
	enum seen seen[RELEASES][CATEGORIES]; /* by the attacker */
	int64_t value[RELEASES][CATEGORIES];  /* where it is shown */
};

static struct history histories[PERIODS][PARTICIPANTS][DIMENSIONS];
static uint32_t seed = 20261125;

static int64_t drawn(int64_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (int64_t)(seed >> 8) % below;
}

/* --- invented reports --- */

static int64_t draw_count(void)
{
	return drawn(3) == 0 ? 0 : drawn(2) == 0 ? 1 + drawn(6) : drawn(60);
}

/* Divides the total, as far as it goes the way the release before did. */
static void divide(struct history *history, size_t release, size_t width, int64_t total)
{
	int64_t left = total;

	for (size_t c = 0; c < width; c++) {
		int64_t wish = release > 0 && drawn(3) > 0 ? history->truth[release - 1][c] : draw_count();
		history->truth[release][c] = wish < left ? wish : left;
		left -= history->truth[release][c];
	}
	history->truth[release][(size_t)drawn((int64_t)width)] += left;
	history->total[release] = total;
}

static void invent(void)
{
	for (size_t period = 0; period < PERIODS; period++)
		for (size_t p = 0; p < PARTICIPANTS; p++) {
			int64_t total = 0;
			for (size_t r = 0; r < RELEASES; r++) {
				if (r == 0 || drawn(3) > 0)
					total = r > 0 && drawn(2) == 0 ? total + drawn(8) : draw_count() + draw_count() + drawn(2) * drawn(90);
				for (size_t d = 0; d < DIMENSIONS; d++)
					divide(&histories[period][p][d], r, widths[d], total);
			}
		}
}

static void report(size_t release, size_t period)
{
	struct buffer sql = BUFFER_INIT(1 << 20);

	for (size_t p = 0; p < PARTICIPANTS; p++) {
		buffer_printf(&sql, "INSERT INTO answer (round, participant, indicator_version, state, audience, revision)"
			" VALUES (%zu, '%s', 1, 'accepted', '%s', 0) ON CONFLICT DO NOTHING;"
			"UPDATE answer SET revision = %zu WHERE round = %zu AND participant = '%s';"
			"INSERT INTO answer_revision (answer, number, status, value, at) SELECT id, %zu, 'reported', %lld, '2026-01-01T00:00:00Z'"
			" FROM answer WHERE round = %zu AND participant = '%s';", period + 1, participants[p], audiences[(period + p) % 3],
			release + 1, period + 1, participants[p], release + 1, (long long)histories[period][p][0].total[release], period + 1,
			participants[p]);
		for (size_t d = 0; d < DIMENSIONS; d++)
			for (size_t c = 0; c < widths[d]; c++)
				buffer_printf(&sql, "INSERT INTO answer_cell SELECT id, %zu, '%s=%s', %lld FROM answer WHERE round = %zu AND participant = '%s';",
					release + 1, dimensions[d], categories[c], (long long)histories[period][p][d].truth[release][c], period + 1, participants[p]);
	}
	ck_assert_int_eq(sql.failure, ERR_OK);
	world_sql("%s", buffer_text(&sql));
	buffer_release(&sql);
}

/* --- what the attacker sees --- */

static size_t place_of(const char *const *list, size_t count, const char *text, size_t length)
{
	size_t place = 0;

	while (place < count && (strlen(list[place]) != length || memcmp(list[place], text, length) != 0))
		place++;
	ck_assert_uint_lt(place, count);
	return place;
}

/* The next part of a row, up to "|" or the row's end. */
static size_t part(const char **at, const char **text)
{
	size_t length = strcspn(*at, "|\n");

	*text = *at;
	*at += length + ((*at)[length] == '|');
	return length;
}

static void read_file(const char *audience, size_t release)
{
	char file[64];
	snprintf(file, sizeof file, "snapshots/%s.db", audience);
	const char *at = world_query(file, "SELECT period, participant, dimension, category, status, value FROM answer_cell WHERE status <> 'missing'");

	while (*at != '\0') {
		const char *text;
		size_t length = part(&at, &text);
		size_t period = (size_t)strtol(text, NULL, 10) - 2000;
		length = part(&at, &text);
		size_t p = place_of(participants, PARTICIPANTS, text, length);
		length = part(&at, &text);
		struct history *history = &histories[period][p][place_of(dimensions, DIMENSIONS, text, length)];
		length = part(&at, &text);
		size_t c = place_of(categories, CATEGORIES, text, length);
		part(&at, &text);
		enum seen seen = text[1] == 'h' ? SHOWN : text[0] == 's' ? SUPPRESSED : WITHHELD;
		/* A file for more people never says something else. */
		ck_assert(history->seen[release][c] == NOTHING || history->seen[release][c] == seen);
		history->seen[release][c] = seen;
		part(&at, &text);
		history->value[release][c] = strtoll(text, NULL, 10);
		at += *at == '\n';
	}
}

/* --- the linear program --- */

static int column_of(size_t release, size_t category)
{
	return (int)(release * CATEGORIES + category) + 1;
}

static void bound_cell(glp_prob *program, const struct history *history, size_t r, size_t c, bool total_only)
{
	double value = (double)history->value[r][c];

	if (history->seen[r][c] == SHOWN && !total_only)
		glp_set_col_bnds(program, column_of(r, c), GLP_FX, value, value);
	else
		glp_set_col_bnds(program, column_of(r, c), GLP_LO, history->seen[r][c] == SUPPRESSED && !total_only ? 1 : 0, 0);
}

/* With the first `releases` as they are seen, and of those after them, up to `all`, the totals only. */
static glp_prob *make_program(const struct history *history, size_t width, size_t releases, size_t all)
{
	glp_prob *program = glp_create_prob();
	int places[CATEGORIES + 1];
	double factors[CATEGORIES + 1];

	glp_add_cols(program, RELEASES * CATEGORIES);
	for (size_t r = 0; r < all; r++) {
		for (size_t c = 0; c < width; c++) {
			bound_cell(program, history, r, c, r >= releases);
			places[c + 1] = column_of(r, c);
			factors[c + 1] = 1;
		}
		int row = glp_add_rows(program, 1);
		glp_set_mat_row(program, row, (int)width, places, factors);
		glp_set_row_bnds(program, row, GLP_FX, (double)history->total[r], (double)history->total[r]);
		for (size_t c = 0; r > 0 && c < width; c++) {
			if (history->truth[r][c] != history->truth[r - 1][c])
				continue;
			row = glp_add_rows(program, 1);
			glp_set_mat_row(program, row, 2, (const int[]){ 0, column_of(r, c), column_of(r - 1, c) }, (const double[]){ 0, 1, -1 });
			glp_set_row_bnds(program, row, GLP_FX, 0, 0);
		}
	}
	return program;
}

static double solve(glp_prob *program, int column, int direction)
{
	glp_smcp how;

	glp_init_smcp(&how);
	how.msg_lev = GLP_MSG_OFF;
	glp_set_obj_coef(program, column, 1);
	glp_set_obj_dir(program, direction);
	ck_assert_int_eq(glp_simplex(program, &how), 0);
	ck_assert_int_eq(glp_get_status(program), GLP_OPT);
	double end = glp_get_obj_val(program);
	glp_set_obj_coef(program, column, 0);
	return end;
}

static double width_of(const struct history *history, size_t width, size_t r, size_t c, size_t releases, size_t all)
{
	glp_prob *program = make_program(history, width, releases, all);
	double low = solve(program, column_of(r, c), GLP_MIN), high = solve(program, column_of(r, c), GLP_MAX);

	ck_assert(low <= (double)history->truth[r][c] + 1e-6 && high >= (double)history->truth[r][c] - 1e-6);
	glp_delete_prob(program);
	return high - low;
}

/* Whether another release shows the very same figure: then it is not kept back. */
static bool is_shown_elsewhere(const struct history *history, size_t r, size_t c)
{
	for (size_t later = r + 1; later < RELEASES && history->truth[later][c] == history->truth[r][c]; later++)
		if (history->seen[later][c] == SHOWN)
			return true;
	for (size_t before = r; before-- > 0 && history->truth[before][c] == history->truth[r][c];)
		if (history->seen[before][c] == SHOWN)
			return true;
	return false;
}

struct outcome {
	size_t breakdowns, kept_back, recovered, exactly, told_by_totals;
};

/*
 * Totals are as cleared, and what they tell together with what was shown before, nobody can take back. So a suppressed figure must be k
 * wide when it is suppressed; later, and in a breakdown that is withheld, as wide as it would be if all that came since were withheld.
 */
static void attack_cell(const struct history *history, size_t width, size_t r, size_t c, struct outcome *outcome)
{
	double now = width_of(history, width, r, c, RELEASES, RELEASES), least = DISCLOSURE_K;

	outcome->kept_back++;
	bool recovered = history->seen[r][c] == SUPPRESSED && width_of(history, width, r, c, r + 1, r + 1) < DISCLOSURE_K - 1e-6;
	if (now < least - 1e-6) {
		double by_totals = width_of(history, width, r, c, r + 1, RELEASES);
		least = by_totals < least ? by_totals : least;
		outcome->told_by_totals += now >= least - 1e-6;
	}
	recovered = recovered || now < least - 1e-6;
	outcome->recovered += recovered;
	outcome->exactly += recovered && now < 1e-6;
}

static void attack(const struct history *history, size_t width, struct outcome *outcome)
{
	outcome->breakdowns++;
	for (size_t r = 0; r < RELEASES; r++)
		for (size_t c = 0; c < width; c++)
			if (history->seen[r][c] != SHOWN && history->seen[r][c] != NOTHING && !is_shown_elsewhere(history, r, c))
				attack_cell(history, width, r, c, outcome);
}

static struct outcome attack_all(void)
{
	struct outcome outcome = { .breakdowns = 0 };

	for (size_t period = 0; period < PERIODS; period++)
		for (size_t p = 0; p < PARTICIPANTS; p++)
			for (size_t d = 0; d < DIMENSIONS; d++)
				if (histories[period][p][d].seen[0][0] != NOTHING)
					attack(&histories[period][p][d], widths[d], &outcome);
	glp_free_env();
	return outcome;
}

/* --- the tests --- */

static void forget(void)
{
	for (size_t period = 0; period < PERIODS; period++)
		for (size_t p = 0; p < PARTICIPANTS; p++)
			for (size_t d = 0; d < DIMENSIONS; d++)
				memset(histories[period][p][d].seen, 0, sizeof histories[period][p][d].seen);
}

static void world_of_breakdowns(void)
{
	world_make();
	world_sql("INSERT INTO framework_dimension VALUES ('t', 'age', 1), ('t', 'sex', 2)");
	for (size_t d = 0; d < DIMENSIONS; d++)
		for (size_t c = 0; c < widths[d]; c++)
			world_sql("INSERT INTO framework_category VALUES ('t', '%s', '%s', %zu)", dimensions[d], categories[c], c + 1);
	for (int period = 0; period < PERIODS; period++) {
		char name[24];
		snprintf(name, sizeof name, "%d", 2000 + period);
		ck_assert_int_eq(world_round(name), period + 1);
	}
}

/* Each attacker reads as one audience, and so also the files for more people. All three are at work side by side. */
static struct history seen_by[3][PERIODS][PARTICIPANTS][DIMENSIONS];

START_TEST(every_file_of_three_releases_tells_no_figure_that_was_kept_back)
{
	invent();
	world_of_breakdowns();
	for (size_t a = 0; a < 3; a++)
		memcpy(seen_by[a], histories, sizeof histories);
	for (size_t r = 0; r < RELEASES; r++) {
		for (size_t period = 0; period < PERIODS; period++) {
			char name[24];
			snprintf(name, sizeof name, "%zu", 2000 + period);
			report(r, period);
			world_release(name);
		}
		world_summarise(false);
		for (size_t a = 0; a < 3; a++) {
			memcpy(histories, seen_by[a], sizeof histories);
			for (size_t file = 0; file <= a; file++)
				read_file(audiences[file], r);
			memcpy(seen_by[a], histories, sizeof histories);
		}
	}
	for (size_t a = 0; a < 3; a++) {
		memcpy(histories, seen_by[a], sizeof histories);
		struct outcome outcome = attack_all();
		ck_assert_uint_eq(outcome.breakdowns, (a + 1) * HISTORIES / 3);
		ck_assert_uint_gt(outcome.kept_back, (a + 1) * 100);
		ck_assert_msg(outcome.recovered == 0, "%s: %zu of %zu figures recovered, %zu of them exactly", audiences[a], outcome.recovered,
			outcome.kept_back, outcome.exactly);
	}
}
END_TEST

/* What one way of deciding would publish, without files. */
static void decide(const struct disclosure_options *options)
{
	static struct disclosure_system room;

	forget();
	for (size_t i = 0; i < HISTORIES; i++) {
		struct history *history = &histories[i / DIMENSIONS / PARTICIPANTS][i / DIMENSIONS % PARTICIPANTS][i % DIMENSIONS];
		struct disclosure_table tables[RELEASES];
		bool hidden[RELEASES][CATEGORIES];
		for (size_t r = 0; r < RELEASES; r++)
			tables[r] = (struct disclosure_table){ .total = history->total[r], .values = history->truth[r], .hidden = hidden[r] };
		disclosure_history(tables, RELEASES, widths[i % DIMENSIONS], options, &room);
		for (size_t r = 0; r < RELEASES; r++)
			for (size_t c = 0; c < widths[i % DIMENSIONS]; c++) {
				history->seen[r][c] = tables[r].withheld ? WITHHELD : hidden[r][c] ? SUPPRESSED : SHOWN;
				history->value[r][c] = history->truth[r][c];
			}
	}
}

START_TEST(without_complementary_suppression_the_same_attack_recovers_figures)
{
	const struct disclosure_options off = { .k = DISCLOSURE_K, .primary_only = true }, on = DISCLOSURE_OPTIONS;

	invent();
	decide(&off);
	struct outcome outcome = attack_all();
	ck_assert_uint_eq(outcome.breakdowns, HISTORIES);
	ck_assert_uint_gt(outcome.recovered, 50);
	ck_assert_uint_gt(outcome.exactly, 20);
	decide(&on);
	outcome = attack_all();
	ck_assert_uint_gt(outcome.kept_back, 200);
	ck_assert_uint_eq(outcome.recovered, 0);
}
END_TEST

START_TEST(a_thousand_more_breakdowns_are_told_by_nothing)
{
	const struct disclosure_options on = DISCLOSURE_OPTIONS;

	for (int turn = 0; turn < 5; turn++) {
		invent();
		decide(&on);
		struct outcome outcome = attack_all();
		ck_assert_msg(outcome.recovered == 0, "%zu of %zu figures recovered", outcome.recovered, outcome.kept_back);
	}
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(every_file_of_three_releases_tells_no_figure_that_was_kept_back),
	KIT_TEST(without_complementary_suppression_the_same_attack_recovers_figures),
	KIT_TEST(a_thousand_more_breakdowns_are_told_by_nothing),
};
KIT_MAIN("attack", tests)
