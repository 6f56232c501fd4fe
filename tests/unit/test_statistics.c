/* Tests of the regional figures and of what may be in them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/number.h"
#include "indicators/methods/statistics.h"
#include "tests/unit/kit.h"
#include "tests/unit/vectors.h"

#define PUBLIC STATISTICS_PUBLIC
#define DONORS STATISTICS_DONORS
#define MEMBERS STATISTICS_MEMBERS
#define VALUES 64

static size_t given; /* how many values the test has set */
static struct statistics_value values[VALUES];

static void give(double value, enum statistics_audience audience)
{
	values[given++] = (struct statistics_value){ .value = value, .numerator = NAN, .denominator = NAN, .audience = audience };
}

static void give_share(double numerator, double denominator, enum statistics_audience audience)
{
	give(100 * numerator / denominator, audience);
	values[given - 1].numerator = numerator;
	values[given - 1].denominator = denominator;
}

static struct statistics figure(enum statistics_audience audience, int minimum)
{
	struct statistics_rules rules = { .audience = audience, .minimum_reporting = minimum, .pooled = true, .sum = true };
	struct statistics result;

	statistics_sort(values, given);
	statistics_compute(values, given, &rules, &result);
	return result;
}

static void nothing_is_given(const struct statistics *got)
{
	ck_assert(isnan(got->mean) && isnan(got->median) && isnan(got->min) && isnan(got->max));
	ck_assert(isnan(got->q1) && isnan(got->q3) && isnan(got->pooled) && isnan(got->sum));
}

/* year,ihr_capacity,n_reporting,KAZ,KGZ,TJK,TKM,UZB,simple_mean_computed,UNSD_published_M49_143,round_half_even_matches */
START_TEST(the_published_regional_values_are_reproduced_rounding_included)
{
	struct vectors rows;
	int count = 0;

	vectors_open(&rows, "ihr_regional_mean_published.csv");
	for (; vectors_next(&rows); count++) {
		given = 0;
		for (int i = 3; i < 8; i++)
			if (rows.cells[i][0] != '\0')
				give(vectors_number(&rows, i), PUBLIC);

		struct statistics got = figure(PUBLIC, 1);

		ck_assert_int_eq(got.status, STATISTICS_OK);
		ck_assert_double_eq(got.n_reporting, vectors_number(&rows, 2));
		ck_assert_double_eq_tol(got.mean, vectors_number(&rows, 8), 1e-9);
		ck_assert_msg(number_round_half_even(got.mean, 0) == vectors_number(&rows, 9), "%s %s: %.17g", rows.cells[0],
			rows.cells[1], got.mean);
	}
	ck_assert_int_eq(count, 39);
}
END_TEST

START_TEST(order_statistics_are_those_of_type_7)
{
	/* As R's quantile(x, c(0, .25, .5, .75, 1), type = 7) and Excel's QUARTILE.INC give them. */
	static const struct { size_t n; double x[8]; double min, q1, median, q3, max; } cases[] = {
		{ 1, { 7 }, 7, 7, 7, 7, 7 },
		{ 2, { 10, 20 }, 10, 12.5, 15, 17.5, 20 },
		{ 3, { 30, 10, 20 }, 10, 15, 20, 25, 30 },
		{ 4, { 4, 3, 2, 1 }, 1, 1.75, 2.5, 3.25, 4 },
		{ 5, { 75, 25, 100, 50, 100 }, 25, 50, 75, 100, 100 },
		{ 6, { 1, 2, 4, 8, 16, 32 }, 1, 2.5, 6, 14, 32 },
		{ 7, { 7, 1, 6, 2, 5, 3, 4 }, 1, 2.5, 4, 5.5, 7 },
		{ 8, { 0, 0, 0, 0, 100, 100, 100, 100 }, 0, 0, 50, 100, 100 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		given = 0;
		for (size_t k = 0; k < cases[i].n; k++)
			give(cases[i].x[k], PUBLIC);

		struct statistics got = figure(PUBLIC, 1);

		ck_assert_double_eq(got.min, cases[i].min);
		ck_assert_double_eq(got.q1, cases[i].q1);
		ck_assert_double_eq(got.median, cases[i].median);
		ck_assert_double_eq(got.q3, cases[i].q3);
		ck_assert_double_eq(got.max, cases[i].max);

		double sorted[8];

		for (size_t k = 0; k < given; k++)
			sorted[k] = values[k].value;
		ck_assert_double_eq(statistics_quantile(sorted, given, 0.25), cases[i].q1);
		ck_assert_double_eq(statistics_quantile(sorted, given, 1), cases[i].max);
	}
	ck_assert(isnan(statistics_quantile(NULL, 0, 0.5)));
}
END_TEST

START_TEST(sorting_puts_any_number_of_values_in_order_and_keeps_each_whole)
{
	static struct statistics_value many[5000];
	uint64_t state = 7;

	for (size_t n = 0; n <= 5000; n = n < 40 ? n + 1 : n * 2 + 1) {
		double total = 0, sorted_total = 0;

		for (size_t i = 0; i < n; i++) {
			state = state * 6364136223846793005u + 1442695040888963407u;
			many[i].value = (double)(state >> 56);
			many[i].numerator = many[i].value + 1;
			total += many[i].value;
		}
		statistics_sort(many, n);
		for (size_t i = 0; i < n; i++) {
			ck_assert(i == 0 || many[i - 1].value <= many[i].value);
			ck_assert_double_eq(many[i].numerator, many[i].value + 1);
			sorted_total += many[i].value;
		}
		ck_assert_double_eq(total, sorted_total);
	}
}
END_TEST

START_TEST(the_mean_does_not_depend_on_the_order_of_the_participants)
{
	static const double a[] = { 1e15, 0.1, -1e15, 0.2, 0.3 }, b[] = { 0.3, 0.2, 0.1, 1e15, -1e15 };
	static const double tenths[] = { 82.1, 82.2, 82.3, 82.4, 82.6, 82.7, 82.8, 82.9 };
	static const double gaps[] = { NAN, 10, NAN, 20 };

	ck_assert_double_eq_tol(statistics_mean(a, 5), 0.12, 1e-15);
	ck_assert_double_eq_tol(statistics_mean(b, 5), 0.12, 1e-15);
	ck_assert_double_eq(number_round_half_even(statistics_mean(tenths, 8), 0), 82);
	ck_assert_double_eq(statistics_mean(gaps, 4), 15);
	ck_assert(isnan(statistics_mean(gaps, 1)));
	ck_assert(isnan(statistics_mean(NULL, 0)));
}
END_TEST

START_TEST(a_mean_that_is_a_tie_in_decimals_is_rounded_as_one)
{
	/* n values of one decimal whose mean is exactly k + 0.5: the sum of their doubles is not always exact. */
	uint64_t state = 11;

	for (int round = 0; round < 20000; round++) {
		size_t n = 2 + (size_t)round % 60;
		double x[64];
		long tenths = 0, whole;

		for (size_t i = 0; i + 1 < n; i++) {
			state = state * 6364136223846793005u + 1442695040888963407u;
			long t = (long)((state >> 33) % 1001);
			x[i] = (double)t / 10;
			tenths += t;
		}
		whole = tenths / (10 * (long)n);
		/* the last one fills up to (whole + 0.5)·n */
		long last = (10 * whole + 5) * (long)n - tenths;
		x[n - 1] = (double)last / 10;

		double mean = statistics_mean(x, n);

		ck_assert_msg(number_round_half_even(mean, 0) == (double)(whole + whole % 2), "mean %.17g", mean);
	}
}
END_TEST

START_TEST(not_reporting_is_never_zero)
{
	struct statistics got;

	given = 0;
	got = figure(MEMBERS, 1);
	ck_assert_int_eq(got.status, STATISTICS_NONE);
	ck_assert_int_eq(got.n_reporting, 0);
	nothing_is_given(&got);
	give(0, PUBLIC);
	got = figure(MEMBERS, 1);
	ck_assert_int_eq(got.status, STATISTICS_OK);
	ck_assert_double_eq(got.mean, 0);
	ck_assert_double_eq(got.sum, 0);
}
END_TEST

START_TEST(a_figure_over_too_few_is_withheld_whole)
{
	for (int n = 0; n <= 5; n++) {
		for (int minimum = 1; minimum <= 5; minimum++) {
			given = 0;
			for (int i = 0; i < n; i++)
				give(10 * i, PUBLIC);

			struct statistics got = figure(PUBLIC, minimum);

			ck_assert_int_eq(got.status, n == 0 ? STATISTICS_NONE : n < minimum ? STATISTICS_WITHHELD : STATISTICS_OK);
			ck_assert_int_eq(got.n_reporting, n);
			if (got.status != STATISTICS_OK)
				nothing_is_given(&got);
			else
				ck_assert_double_eq(got.mean, 5.0 * (n - 1));
		}
	}
}
END_TEST

START_TEST(hidden_values_are_added_from_three_on)
{
	for (int hidden = 0; hidden <= 5; hidden++) {
		given = 0;
		give(20, PUBLIC);
		give(40, PUBLIC);
		for (int i = 0; i < hidden; i++)
			give(100, DONORS);

		struct statistics got = figure(PUBLIC, 1);
		bool added = hidden >= 3;

		ck_assert_int_eq(got.n_hidden, hidden);
		ck_assert_int_eq(got.hidden_included, added);
		ck_assert_int_eq(got.n_reporting, 2 + (added ? hidden : 0));
		ck_assert_double_eq(got.mean, added ? (60.0 + 100 * hidden) / (2 + hidden) : 30);
		ck_assert_double_eq(got.sum, added ? 60 + 100 * hidden : 60);
		/* never more than what is visible */
		ck_assert_double_eq(got.min, 20);
		ck_assert_double_eq(got.q1, 25);
		ck_assert_double_eq(got.median, 30);
		ck_assert_double_eq(got.q3, 35);
		ck_assert_double_eq(got.max, 40);

		got = figure(DONORS, 1);
		ck_assert_int_eq(got.n_hidden, 0);
		ck_assert(!got.hidden_included);
		ck_assert_int_eq(got.n_reporting, 2 + hidden);
	}
}
END_TEST

/* Whoever knows the mean of three hidden ladders to be 100 knows each of them. */
START_TEST(hidden_values_that_their_sum_tells_stay_out)
{
	static const struct { bool scores; double values[3]; bool added; } cases[] = {
		{ true, { 0, 0, 0 }, false }, { true, { 100, 100, 100 }, false }, { true, { 0, 0, 25 }, true }, { true, { 0, 0, 24.9 }, false },
		{ true, { 100, 75, 100 }, true }, { true, { 100, 75.1, 100 }, false }, { true, { 50, 50, 50 }, true }, { true, { 0, 100, 0 }, true },
		{ true, { 100.0 / 3, 0, 0 }, true }, { false, { 0, 0, 0 }, false }, { false, { 1, 2, 1 }, false }, { false, { 1, 2, 2 }, true },
		{ false, { 100, 100, 100 }, true }, { false, { 1e9, 0, 0 }, true },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		for (int narrow = DONORS; narrow <= MEMBERS; narrow++) {
			struct statistics_rules rules = { .audience = PUBLIC, .minimum_reporting = 1, .scores = cases[i].scores, .sum = true };
			struct statistics got;

			given = 0;
			give(50, PUBLIC);
			for (int k = 0; k < 3; k++)
				give(cases[i].values[k], (enum statistics_audience)narrow);
			statistics_sort(values, given);
			statistics_compute(values, given, &rules, &got);
			ck_assert_int_eq(got.hidden_included, cases[i].added);
			ck_assert_int_eq(got.n_hidden, 3);
			if (!cases[i].added)
				ck_assert_double_eq(got.sum, 50);
		}
	}
}
END_TEST

/* Six are hidden from the public, with a sum that tells nobody of the public anything; a donor knows three of them. */
START_TEST(what_is_left_for_a_donor_must_not_tell_either)
{
	struct statistics_rules rules = { .audience = PUBLIC, .minimum_reporting = 1, .scores = true };
	struct statistics got;

	given = 0;
	for (int i = 0; i < 3; i++) {
		give(25 * i, DONORS);
		give(100, MEMBERS);
	}
	statistics_sort(values, given);
	statistics_compute(values, given, &rules, &got);
	ck_assert(!got.hidden_included);
	values[given - 1].value = 50;
	statistics_sort(values, given);
	statistics_compute(values, given, &rules, &got);
	ck_assert(got.hidden_included);
}
END_TEST

START_TEST(a_figure_may_be_of_hidden_values_alone)
{
	given = 0;
	give(10, MEMBERS);
	give(20, MEMBERS);

	struct statistics got = figure(PUBLIC, 1);

	ck_assert_int_eq(got.status, STATISTICS_WITHHELD);
	ck_assert_int_eq(got.n_reporting, 0);
	ck_assert_int_eq(got.n_hidden, 2);
	nothing_is_given(&got);
	give(60, MEMBERS);
	got = figure(PUBLIC, 3);
	ck_assert_int_eq(got.status, STATISTICS_OK);
	ck_assert_int_eq(got.n_reporting, 3);
	ck_assert_double_eq(got.mean, 30);
	ck_assert(isnan(got.median) && isnan(got.min) && isnan(got.max) && isnan(got.q1) && isnan(got.q3));
	got = figure(PUBLIC, 4);
	ck_assert_int_eq(got.status, STATISTICS_WITHHELD);
	nothing_is_given(&got);
	given = 1; /* a minimum that a catalogue can't have gives no figure over nothing */
	got = figure(PUBLIC, 0);
	ck_assert_int_eq(got.status, STATISTICS_WITHHELD);
	nothing_is_given(&got);
}
END_TEST

START_TEST(who_may_read_several_files_must_not_be_able_to_subtract)
{
	for (int public = 0; public <= 5; public++) {
		for (int donors = 0; donors <= public; donors++) {
			int hidden[STATISTICS_AUDIENCES] = { public, donors, 0 };

			ck_assert_int_eq(statistics_may_include_hidden(hidden, PUBLIC), public >= 3 && (donors == 0 || donors >= 3));
			ck_assert_int_eq(statistics_may_include_hidden(hidden, DONORS), donors >= 3);
			ck_assert(!statistics_may_include_hidden(hidden, MEMBERS));
		}
	}
	/* Two cleared for donors and one for members only: 3 are hidden from the public, but a donor knows two of them. */
	given = 0;
	give(50, PUBLIC);
	give(10, DONORS);
	give(20, DONORS);
	give(90, MEMBERS);

	struct statistics got = figure(PUBLIC, 1);

	ck_assert_int_eq(got.n_hidden, 3);
	ck_assert(!got.hidden_included);
	ck_assert_double_eq(got.mean, 50);
	got = figure(DONORS, 1);
	ck_assert_int_eq(got.n_hidden, 1);
	ck_assert(!got.hidden_included);
	ck_assert_int_eq(got.n_reporting, 3);
	got = figure(MEMBERS, 1);
	ck_assert_int_eq(got.n_hidden, 0);
	ck_assert_double_eq(got.mean, 42.5);
}
END_TEST

/* For every way in which up to six values can be cleared: what a reader can compute from all the files that it may read is
 * never a sum over one or two values that it may not see. */
START_TEST(no_combination_of_files_gives_away_fewer_than_three_values)
{
	for (int n = 1; n <= 6; n++) {
		int ways = (int)pow(3, n);

		for (int way = 0; way < ways; way++) {
			int rest = way;

			given = 0;
			for (int i = 0; i < n; i++, rest /= 3)
				give(1 << i, (enum statistics_audience)(rest % 3));
			for (int reader = 0; reader < STATISTICS_AUDIENCES; reader++) {
				for (int file = 0; file <= reader; file++) {
					struct statistics got = figure((enum statistics_audience)file, 1);
					int unseen = 0;

					if (!got.hidden_included)
						continue;
					for (size_t i = 0; i < given; i++)
						unseen += (int)values[i].audience > reader;
					ck_assert_msg(unseen == 0 || unseen >= 3, "way %d of %d values: file %d gives reader %d the sum of %d",
						way, n, file, reader, unseen);
				}
			}
		}
	}
}
END_TEST

START_TEST(a_pooled_value_needs_every_numerator_and_denominator)
{
	given = 0;
	give_share(1, 10, PUBLIC);
	give_share(45, 50, PUBLIC);

	struct statistics got = figure(PUBLIC, 1);

	ck_assert_double_eq(got.mean, 50);
	ck_assert_double_eq_tol(got.pooled, 100 * 46.0 / 60, 1e-12);
	give(70, PUBLIC); /* a value alone */
	got = figure(PUBLIC, 1);
	ck_assert(isnan(got.pooled));
	ck_assert_double_eq(got.mean, (10 + 90 + 70) / 3.0);

	/* One that is hidden and not in the figure is not asked for its own. */
	given = 0;
	give_share(1, 10, PUBLIC);
	give_share(45, 50, PUBLIC);
	give(70, MEMBERS);
	ck_assert_double_eq_tol(figure(PUBLIC, 1).pooled, 100 * 46.0 / 60, 1e-12);
	give(70, MEMBERS);
	give(70, MEMBERS);
	ck_assert(figure(PUBLIC, 1).hidden_included);
	ck_assert(isnan(figure(PUBLIC, 1).pooled));
	ck_assert(!isnan(figure(PUBLIC, 1).mean));

	/* Nor where hidden ones have both: beside the mean it would be a second sum of the same values. */
	given = 0;
	give_share(1, 10, PUBLIC);
	for (int i = 0; i < 3; i++)
		give_share(25, 50, MEMBERS);
	ck_assert(figure(PUBLIC, 1).hidden_included);
	ck_assert_double_eq(figure(PUBLIC, 1).mean, 40);
	ck_assert(isnan(figure(PUBLIC, 1).pooled));
	ck_assert_double_eq_tol(figure(MEMBERS, 1).pooled, 100 * 76.0 / 160, 1e-12);

	given = 0;
	give(0, PUBLIC);
	values[0].numerator = 0;
	values[0].denominator = 0;
	ck_assert(isnan(figure(PUBLIC, 1).pooled));
}
END_TEST

START_TEST(pooled_value_and_sum_are_given_only_where_asked_for)
{
	struct statistics_rules rules = { .audience = PUBLIC, .minimum_reporting = 1 };
	struct statistics got;

	given = 0;
	give_share(1, 2, PUBLIC);
	statistics_compute(values, given, &rules, &got);
	ck_assert_int_eq(got.status, STATISTICS_OK);
	ck_assert(isnan(got.pooled) && isnan(got.sum));
}
END_TEST

START_TEST(audiences_and_statuses_have_their_names)
{
	for (int i = 0; i < STATISTICS_AUDIENCES; i++) {
		enum statistics_audience read = STATISTICS_AUDIENCES;

		ck_assert(statistics_audience_named(statistics_audience_name((enum statistics_audience)i), &read));
		ck_assert_int_eq(read, i);
	}
	enum statistics_audience unchanged = DONORS;

	ck_assert(!statistics_audience_named("everybody", &unchanged));
	ck_assert(!statistics_audience_named("", &unchanged));
	ck_assert_int_eq(unchanged, DONORS);
	ck_assert_str_eq(statistics_status_name(STATISTICS_OK), "ok");
	ck_assert_str_eq(statistics_status_name(STATISTICS_WITHHELD), "withheld");
	ck_assert_str_eq(statistics_status_name(STATISTICS_NONE), "none");
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(the_published_regional_values_are_reproduced_rounding_included),
	KIT_TEST(order_statistics_are_those_of_type_7),
	KIT_TEST(sorting_puts_any_number_of_values_in_order_and_keeps_each_whole),
	KIT_TEST(the_mean_does_not_depend_on_the_order_of_the_participants),
	KIT_TEST(a_mean_that_is_a_tie_in_decimals_is_rounded_as_one),
	KIT_TEST(not_reporting_is_never_zero),
	KIT_TEST(a_figure_over_too_few_is_withheld_whole),
	KIT_TEST(hidden_values_are_added_from_three_on),
	KIT_TEST(hidden_values_that_their_sum_tells_stay_out),
	KIT_TEST(what_is_left_for_a_donor_must_not_tell_either),
	KIT_TEST(a_figure_may_be_of_hidden_values_alone),
	KIT_TEST(who_may_read_several_files_must_not_be_able_to_subtract),
	KIT_TEST(no_combination_of_files_gives_away_fewer_than_three_values),
	KIT_TEST(a_pooled_value_needs_every_numerator_and_denominator),
	KIT_TEST(pooled_value_and_sum_are_given_only_where_asked_for),
	KIT_TEST(audiences_and_statuses_have_their_names),
};
KIT_MAIN("statistics", tests)
