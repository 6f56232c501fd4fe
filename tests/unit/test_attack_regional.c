/*
 * Attacks regional figures. They may include values that the audience does not see (methods/statistics.h, releases.h). Somebody has every file
 * of an audience, and those for more people, of three releases, and knows who reported, which values a correction left as they were, and
 * the denominators of rates. From sums, means and pooled values of every file, also those of the past, comes a linear program for each
 * indicator and period, solved by GLPK. A value that none of the files shows must not be bounded to less than k (counts) or a step of a
 * ladder (scores).
 *
 * Every hidden value is attacked. One thing is counted by itself: where a government later clears its value for more, what was added to it
 * in a figure of an earlier release is left to fewer. That the newest release's own figures are no part of the reason is what is asserted: the
 * value must be narrow without them, too. Who clears a value can't be kept from clearing it, nor can an old file be taken back.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/methods/statistics.h"
#include "tests/unit/program.h"
#include "tests/unit/world.h"

enum { RELEASES = 3, PARTICIPANTS = 6, PERIODS = 70, AUDIENCES = 3, KINDS = 3, FIGURES = 400 };

static const char *const participants[PARTICIPANTS] = { "XAA", "XAB", "XAC", "XAD", "XAE", "XAF" };
static const char *const audiences[AUDIENCES] = { "public", "donors", "members" };
static const struct kind {
	const char *code;
	int version;
	double top, width; /* top 0: none */
} kinds[KINDS] = {
	{ "C1", 1, 0, STATISTICS_COUNT_WIDTH }, { "L1", 2, 100, STATISTICS_SCORE_WIDTH }, { "P1", 5, 100, STATISTICS_SCORE_WIDTH },
};

/* What one government reported for one indicator and period, and from when on which attackers know it. */
struct value {
	bool released[RELEASES], reported[RELEASES];
	double amount[RELEASES]; /* as it enters a figure: a count, or a score */
	double denominator[RELEASES];
	size_t audience[RELEASES];
};

static struct value values[KINDS][PERIODS][PARTICIPANTS];

/* Something that a file says: the sum of weighted amounts of a release. */
struct figure {
	size_t kind, period, release;
	size_t read_after; /* which release's file */
	bool pooled;
	double sum;
};

static struct figure figures[AUDIENCES][AUDIENCES * RELEASES * RELEASES * KINDS * PERIODS * 2];
static size_t figure_counts[AUDIENCES];
static bool known[AUDIENCES][RELEASES][KINDS][PERIODS][PARTICIPANTS][RELEASES]; /* by the file of release …, the value of release … */
static uint32_t seed = 20261126;

static int64_t drawn(int64_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (int64_t)(seed >> 8) % below;
}

/* --- invented reports --- */

static size_t draw_audience(void)
{
	int64_t at = drawn(6);

	return at < 1 ? 0 : at < 3 ? 1 : 2;
}

static void draw_amount(size_t kind, struct value *value, size_t r)
{
	value->denominator[r] = kind == 2 ? 1 + (double)drawn(3) * 9 : 0;
	if (kind == 0)
		value->amount[r] = drawn(2) == 0 ? (double)drawn(4) : (double)drawn(60);
	else if (kind == 1)
		value->amount[r] = 25.0 * (double)(drawn(3) == 0 ? drawn(5) : drawn(2));
	else
		value->amount[r] = 100 * (double)drawn((int64_t)value->denominator[r] + 1) / value->denominator[r];
}

static void invent(size_t kind, struct value *value, size_t r)
{
	if (r > 0 && drawn(3) > 0) { /* as it was, at most for others */
		value->reported[r] = value->reported[r - 1];
		value->amount[r] = value->amount[r - 1];
		value->denominator[r] = value->denominator[r - 1];
		value->audience[r] = drawn(4) == 0 ? draw_audience() : value->audience[r - 1];
		value->released[r] = value->audience[r] != value->audience[r - 1];
		return;
	}
	value->released[r] = true;
	value->reported[r] = drawn(8) > 0;
	value->audience[r] = r > 0 && drawn(3) > 0 ? value->audience[r - 1] : draw_audience();
	draw_amount(kind, value, r);
}

static void report(struct buffer *sql, size_t kind, size_t period, size_t p, size_t r)
{
	const struct value *value = &values[kind][period][p];
	double reported = kind == 1 ? value->amount[r] / 25 : value->amount[r];

	if (!value->released[r])
		return;
	buffer_printf(sql, "INSERT INTO answer (round, participant, indicator_version, state, audience, revision) VALUES (%zu, '%s', %d, 'accepted', '%s', 1)"
		" ON CONFLICT DO UPDATE SET audience = excluded.audience, revision = %zu;"
		"INSERT INTO answer_revision (answer, number, status, value, numerator, denominator, reason, at) SELECT id, revision, ", period + 1,
		participants[p], kinds[kind].version, audiences[value->audience[r]], r + 1);
	if (!value->reported[r])
		buffer_puts(sql, "'not_available', NULL, NULL, NULL, 'because'");
	else if (kind == 2)
		buffer_printf(sql, "'reported', NULL, %.0f, %.0f, NULL", round(value->amount[r] * value->denominator[r] / 100), value->denominator[r]);
	else
		buffer_printf(sql, "'reported', %.0f, NULL, NULL, NULL", reported);
	buffer_printf(sql, ", '2026-01-01T00:00:00Z' FROM answer WHERE round = %zu AND participant = '%s' AND indicator_version = %d;", period + 1,
		participants[p], kinds[kind].version);
}

static void release(size_t r)
{
	struct buffer sql = BUFFER_INIT(16 << 20);

	buffer_puts(&sql, "BEGIN;");
	for (size_t kind = 0; kind < KINDS; kind++)
		for (size_t period = 0; period < PERIODS; period++)
			for (size_t p = 0; p < PARTICIPANTS; p++) {
				invent(kind, &values[kind][period][p], r);
				report(&sql, kind, period, p, r);
			}
	buffer_puts(&sql, "COMMIT;");
	ck_assert_int_eq(sql.failure, ERR_OK);
	world_sql("%s", buffer_text(&sql));
	buffer_release(&sql);
	for (size_t period = 0; period < PERIODS; period++) {
		char name[24];
		snprintf(name, sizeof name, "%zu", 2000 + period);
		world_release(name);
	}
	world_summarise(false);
}

/* --- what an attacker sees --- */

static double next_number(const char **at)
{
	char *end;
	double number = **at == '|' || **at == '\n' || **at == '\0' ? NAN : strtod(*at, &end);

	*at += strcspn(*at, "|\n");
	*at += **at == '|';
	return number;
}

static void add_figure(size_t reader, const struct figure *figure)
{
	ck_assert_uint_lt(figure_counts[reader], sizeof figures[reader] / sizeof *figures[reader]);
	if (!isnan(figure->sum))
		figures[reader][figure_counts[reader]++] = *figure;
}

/* Figures over all that reported, with hidden values among them; one without is of what the reader sees anyway. */
static void read_figures(size_t reader, const char *file, size_t kind, size_t r)
{
	char sql[400];

	snprintf(sql, sizeof sql, "SELECT CAST(period AS INTEGER) - 2000, since, COALESCE(until, 99), n_reporting, mean, pooled FROM regional_standing"
		" WHERE indicator = '%s' AND hidden_included AND status = 'ok'", kinds[kind].code);
	for (const char *at = world_query(file, sql); *at != '\0'; at += *at == '\n') {
		size_t period = (size_t)next_number(&at), since = (size_t)next_number(&at) - 1, until = (size_t)next_number(&at) - 1;
		double count = next_number(&at), mean = next_number(&at), pooled = next_number(&at);
		for (size_t of = since; of < until && of <= r; of++) {
			double persons = 0;
			for (size_t p = 0; p < PARTICIPANTS; p++)
				persons += values[kind][period][p].reported[of] ? values[kind][period][p].denominator[of] : 0;
			add_figure(reader, &(struct figure){ .kind = kind, .period = period, .release = of, .read_after = r, .sum = mean * count });
			add_figure(reader, &(struct figure){ .kind = kind, .period = period, .release = of, .read_after = r, .pooled = true,
				.sum = pooled * persons });
		}
	}
}

static void read_values(size_t reader, const char *file, size_t kind, size_t r)
{
	char sql[400];

	snprintf(sql, sizeof sql, "SELECT CAST(period AS INTEGER) - 2000, unicode(substr(participant, 3)) - 65, since, COALESCE(until, 99), value, score"
		" FROM answer_standing WHERE indicator = '%s' AND status = 'reported'", kinds[kind].code);
	for (const char *at = world_query(file, sql); *at != '\0'; at += *at == '\n') {
		size_t period = (size_t)next_number(&at), p = (size_t)next_number(&at), since = (size_t)next_number(&at) - 1;
		size_t until = (size_t)next_number(&at) - 1;
		double value = next_number(&at), score = next_number(&at);
		for (size_t of = since; of < until && of <= r; of++) {
			ck_assert_double_eq_tol(kind == 0 ? value : score, values[kind][period][p].amount[of], 1e-9);
			known[reader][r][kind][period][p][of] = true;
		}
	}
}

static void read_all(size_t r)
{
	for (size_t reader = 0; reader < AUDIENCES; reader++)
		for (size_t f = 0; f <= reader; f++)
			for (size_t kind = 0; kind < KINDS; kind++) {
				char file[64];
				snprintf(file, sizeof file, "snapshots/%s.db", audiences[f]);
				read_figures(reader, file, kind, r);
				read_values(reader, file, kind, r);
			}
}

/* --- the linear program --- */

/* What a reader has after the release `now`: values of all files up to then, figures of those before `figures_before`. */
struct attack { size_t reader, kind, period, now, figures_before; };

static int column_of(size_t r, size_t p)
{
	return (int)(r * PARTICIPANTS + p) + 1;
}

static bool is_known(const struct attack *attack, size_t p, size_t of)
{
	for (size_t r = 0; r <= attack->now; r++)
		if (known[attack->reader][r][attack->kind][attack->period][p][of])
			return true;
	return false;
}

static void add_row(glp_prob *program, const struct attack *attack, const struct figure *figure)
{
	int places[PARTICIPANTS + 1], count = 0;
	double factors[PARTICIPANTS + 1], slack = 1e-6 * (1 + figure->sum);

	for (size_t p = 0; p < PARTICIPANTS; p++) {
		const struct value *value = &values[attack->kind][attack->period][p];
		if (!value->reported[figure->release])
			continue;
		places[++count] = column_of(figure->release, p);
		factors[count] = figure->pooled ? value->denominator[figure->release] : 1;
	}
	int row = glp_add_rows(program, 1);
	glp_set_mat_row(program, row, count, places, factors);
	glp_set_row_bnds(program, row, GLP_DB, figure->sum - slack, figure->sum + slack);
}

static void add_equals(glp_prob *program, const struct attack *attack, size_t p)
{
	const struct value *value = &values[attack->kind][attack->period][p];

	for (size_t r = 1; r < RELEASES; r++)
		for (size_t before = 0; before < r; before++) {
			if (!value->reported[r] || !value->reported[before] || fabs(value->amount[r] - value->amount[before]) > 1e-9)
				continue;
			program_equal(program, column_of(r, p), column_of(before, p));
		}
}

static glp_prob *make_program(const struct attack *attack)
{
	glp_prob *program = glp_create_prob();

	glp_add_cols(program, RELEASES * PARTICIPANTS);
	for (size_t r = 0; r < RELEASES; r++)
		for (size_t p = 0; p < PARTICIPANTS; p++) {
			double amount = values[attack->kind][attack->period][p].amount[r], top = kinds[attack->kind].top;
			if (is_known(attack, p, r))
				glp_set_col_bnds(program, column_of(r, p), GLP_FX, amount, 0);
			else
				glp_set_col_bnds(program, column_of(r, p), top > 0 ? GLP_DB : GLP_LO, 0, top);
		}
	for (size_t p = 0; p < PARTICIPANTS; p++)
		add_equals(program, attack, p);
	for (size_t i = 0; i < figure_counts[attack->reader]; i++) {
		const struct figure *figure = &figures[attack->reader][i];
		if (figure->kind == attack->kind && figure->period == attack->period && figure->read_after < attack->figures_before)
			add_row(program, attack, figure);
	}
	return program;
}

static bool is_narrow(const struct attack *attack, size_t p, size_t of)
{
	glp_prob *program = make_program(attack);
	double low = program_end(program, column_of(of, p), GLP_MIN), high = program_end(program, column_of(of, p), GLP_MAX);
	double amount = values[attack->kind][attack->period][p].amount[of];

	ck_assert(low <= amount + 1e-3 && high >= amount - 1e-3);
	glp_delete_prob(program);
	return high - low < kinds[attack->kind].width - 1e-3;
}

struct outcome { size_t hidden, in_figures, recovered, by_clearing; };

static void attack_value(struct attack attack, size_t p, size_t of, struct outcome *outcome)
{
	bool recovered = false, by_clearing = false, hidden = false;

	for (attack.now = of; attack.now < RELEASES; attack.now++) {
		if (is_known(&attack, p, of))
			break;
		hidden = true;
		attack.figures_before = attack.now + 1;
		if (!is_narrow(&attack, p, of))
			continue;
		attack.figures_before = attack.now;
		bool anyway = is_narrow(&attack, p, of);
		recovered = recovered || !anyway;
		by_clearing = by_clearing || anyway;
	}
	outcome->hidden += hidden;
	outcome->recovered += recovered;
	outcome->by_clearing += by_clearing && !recovered;
}

static struct outcome attack_all(size_t reader, size_t kind)
{
	struct outcome outcome = { .in_figures = 0 };

	for (size_t i = 0; i < figure_counts[reader]; i++)
		outcome.in_figures += figures[reader][i].kind == kind;
	for (size_t period = 0; period < PERIODS; period++)
		for (size_t p = 0; p < PARTICIPANTS; p++)
			for (size_t of = 0; of < RELEASES; of++)
				if (values[kind][period][p].reported[of])
					attack_value((struct attack){ .reader = reader, .kind = kind, .period = period }, p, of, &outcome);
	return outcome;
}

/* What the rules are for: the same attack, were the figures of the public over all that was reported. */
static struct outcome attack_without_rules(size_t kind)
{
	figure_counts[0] = 0;
	for (size_t period = 0; period < PERIODS; period++)
		for (size_t r = 0; r < RELEASES; r++) {
			double sum = 0;
			for (size_t p = 0; p < PARTICIPANTS; p++)
				sum += values[kind][period][p].reported[r] ? values[kind][period][p].amount[r] : 0;
			add_figure(0, &(struct figure){ .kind = kind, .period = period, .release = r, .read_after = r, .sum = sum });
		}
	return attack_all(0, kind);
}

START_TEST(no_regional_figure_of_three_releases_tells_a_value_that_is_hidden)
{
	size_t recovered = 0, in_figures = 0;

	world_make();
	for (size_t period = 0; period < PERIODS; period++) {
		char name[24];
		snprintf(name, sizeof name, "%zu", 2000 + period);
		world_round(name);
	}
	for (size_t r = 0; r < RELEASES; r++) {
		release(r);
		read_all(r);
	}
	for (size_t reader = 0; reader < AUDIENCES - 1; reader++) /* from members nothing is hidden */
		for (size_t kind = 0; kind < KINDS; kind++) {
			struct outcome outcome = attack_all(reader, kind);
			printf("regional attack, %s, %s: %zu hidden values, %zu figures with hidden ones; %zu recovered, %zu narrow by what was later cleared\n",
				audiences[reader], kinds[kind].code, outcome.hidden, outcome.in_figures, outcome.recovered, outcome.by_clearing);
			fflush(stdout);
			ck_assert_uint_gt(outcome.hidden, 300);
			recovered += outcome.recovered;
			in_figures += outcome.in_figures;
		}
	ck_assert_uint_gt(in_figures, 300);
	ck_assert_uint_eq(recovered, 0);
	for (size_t kind = 0; kind < KINDS; kind++)
		ck_assert_uint_gt(attack_without_rules(kind).recovered, 20);
	glp_free_env();
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(no_regional_figure_of_three_releases_tells_a_value_that_is_hidden),
};
KIT_MAIN("attack_regional", tests)
