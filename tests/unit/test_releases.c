/* Tests of what the figures of several releases tell together. */
#include <math.h>
#include <string.h>

#include "indicators/methods/releases.h"
#include "tests/unit/kit.h"

#define PUBLIC STATISTICS_PUBLIC
#define DONORS STATISTICS_DONORS
#define MEMBERS STATISTICS_MEMBERS
#define VALUES 80
#define RELEASES 6

static size_t given;
static struct releases_value values[VALUES];
static bool included[RELEASES][STATISTICS_AUDIENCES];

/* A participant's value from one release to another; for whom it was then and is now. */
static void give_both(size_t participant, int64_t since, int64_t until, double value, enum statistics_audience then,
	enum statistics_audience newest)
{
	values[given++] = (struct releases_value){ .participant = participant, .since = since, .until = until, .value = value,
		.numerator = NAN, .denominator = NAN, .then = then, .newest = newest };
}

static void give(size_t participant, int64_t since, int64_t until, double value, enum statistics_audience audience)
{
	give_both(participant, since, until, value, audience, audience);
}

static void decide(size_t releases)
{
	static const int64_t steps[RELEASES] = { 1, 2, 3, 4, 5, 6 };

	releases_decide(values, given, steps, releases, true, included);
}

/* Participants first to first+count-1 hold a middle value for one audience from the first release on. */
static void give_many(size_t first, size_t count, enum statistics_audience audience)
{
	for (size_t i = first; i < first + count; i++)
		give(i, 1, RELEASES_STILL, 50, audience);
}

START_TEST(one_release_includes_hidden_values_from_three_on)
{
	for (size_t hidden = 0; hidden < 6; hidden++) {
		given = 0;
		give_many(0, 3, PUBLIC);
		give_many(3, hidden, MEMBERS);
		decide(1);
		ck_assert_int_eq(included[0][PUBLIC], hidden >= 3);
		ck_assert_int_eq(included[0][DONORS], hidden >= 3);
		ck_assert(!included[0][MEMBERS]);
	}
	/* Two that donors can't see must not be left over when they subtract what they see from what the public sees. */
	given = 0;
	give_many(0, 4, DONORS);
	give_many(4, 2, MEMBERS);
	decide(1);
	ck_assert(!included[0][PUBLIC] && !included[0][DONORS]);
	/* Three at the top are told by their sum. */
	given = 0;
	for (size_t i = 0; i < 3; i++)
		give(i, 1, RELEASES_STILL, 100, MEMBERS);
	decide(1);
	ck_assert(!included[0][PUBLIC]);
}
END_TEST

START_TEST(a_correction_of_one_hidden_value_is_not_told_by_the_difference)
{
	for (size_t corrected = 0; corrected <= 5; corrected++) {
		given = 0;
		for (size_t i = 0; i < 5; i++) {
			give(i, 1, i < corrected ? 2 : RELEASES_STILL, 50, MEMBERS);
			if (i < corrected)
				give(i, 2, RELEASES_STILL, 75, MEMBERS);
		}
		decide(2);
		ck_assert(included[0][PUBLIC]);
		/* None changed: the same sum again. All five: a sum of its own. Any other number leaves a difference of some. */
		ck_assert_msg(included[1][PUBLIC] == (corrected == 0 || corrected == 5), "%zu corrected", corrected);
	}
}
END_TEST

START_TEST(hidden_values_that_come_later_are_told_only_together)
{
	for (size_t late = 1; late <= 4; late++) {
		given = 0;
		give_many(0, 4, MEMBERS);
		for (size_t i = 0; i < late; i++)
			give(4 + i, 2, RELEASES_STILL, 50, MEMBERS);
		decide(3);
		ck_assert(included[0][PUBLIC]);
		ck_assert_int_eq(included[1][PUBLIC], late >= 3);
		ck_assert_int_eq(included[2][PUBLIC], late >= 3);
	}
}
END_TEST

START_TEST(a_correction_that_everybody_sees_leaves_the_hidden_in_both_figures)
{
	given = 0;
	give(0, 1, 2, 0, PUBLIC);
	give(0, 2, RELEASES_STILL, 100, PUBLIC);
	give_many(1, 3, MEMBERS);
	decide(2);
	ck_assert(included[0][PUBLIC] && included[1][PUBLIC]);
}
END_TEST

START_TEST(a_correction_of_words_alone_is_the_same_value)
{
	given = 0;
	give(0, 1, 2, 50, MEMBERS);
	give(0, 2, RELEASES_STILL, 50, MEMBERS);
	give_many(1, 2, MEMBERS);
	decide(2);
	ck_assert(included[0][PUBLIC] && included[1][PUBLIC]);
	/* The same share of other numbers is another value. */
	values[1].numerator = 1;
	decide(2);
	ck_assert(included[0][PUBLIC] && !included[1][PUBLIC]);
}
END_TEST

START_TEST(three_figures_tell_no_more_than_two)
{
	given = 0;
	/* a b c, then d e f in their place, then all six and one more: the seventh would be the third less the first two. */
	for (size_t i = 0; i < 3; i++) {
		give(i, 1, 2, 50, MEMBERS);
		give(i, 3, RELEASES_STILL, 50, MEMBERS);
	}
	for (size_t i = 3; i < 6; i++)
		give(i, 2, RELEASES_STILL, 50, MEMBERS);
	give(6, 3, RELEASES_STILL, 50, MEMBERS);
	decide(3);
	ck_assert(included[0][PUBLIC] && included[1][PUBLIC] && !included[2][PUBLIC]);
	given--;
	decide(3);
	ck_assert(included[2][PUBLIC]);
}
END_TEST

START_TEST(an_older_figure_goes_without_hidden_values_once_too_few_are_left_unknown)
{
	given = 0;
	/* Three hidden ones, of which one is cleared for everybody later: the other two would be the rest. */
	give_both(0, 1, 2, 50, MEMBERS, PUBLIC);
	give(0, 2, RELEASES_STILL, 50, PUBLIC);
	give_many(1, 2, MEMBERS);
	decide(1);
	ck_assert(!included[0][PUBLIC]);
	decide(2);
	ck_assert(!included[0][PUBLIC] && !included[1][PUBLIC]);
	/* Of six, five are left. */
	give_many(3, 3, MEMBERS);
	decide(2);
	ck_assert(included[0][PUBLIC] && included[1][PUBLIC]);
	/* What was cleared for everybody only as corrected stays unknown as it was. */
	given = 0;
	give_both(0, 1, 2, 50, MEMBERS, PUBLIC);
	give(0, 2, RELEASES_STILL, 75, PUBLIC);
	give_many(1, 2, MEMBERS);
	decide(2);
	ck_assert(included[0][PUBLIC] && !included[1][PUBLIC]);
}
END_TEST

START_TEST(what_was_cleared_for_fewer_is_in_no_figure_of_those_who_lost_it)
{
	ck_assert_int_eq(releases_audience(PUBLIC, MEMBERS), MEMBERS);
	ck_assert_int_eq(releases_audience(MEMBERS, PUBLIC), MEMBERS);
	ck_assert_int_eq(releases_audience(DONORS, DONORS), DONORS);
	given = 0;
	give_both(0, 1, 2, 50, PUBLIC, DONORS);
	give(0, 2, RELEASES_STILL, 75, DONORS);
	give_many(1, 6, MEMBERS);
	decide(2);
	/* Somebody who kept the old file would subtract it; somebody who has only the new one must not learn it. */
	ck_assert(!included[0][PUBLIC] && !included[1][PUBLIC]);
	ck_assert(included[0][DONORS] && included[1][DONORS]);
}
END_TEST

/* --- any history, against linear algebra --- */

#define EQUATIONS 32

static unsigned long seed;

static size_t pick(size_t count)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (size_t)(seed >> 33) % count;
}

/* The rank of equations, two of the columns left out. */
static size_t rank_without(double matrix[EQUATIONS][VALUES], size_t rows, size_t columns, size_t one, size_t other)
{
	static double m[EQUATIONS][VALUES];
	size_t rank = 0;

	memcpy(m, matrix, sizeof m);
	for (size_t c = 0; c < columns && rank < rows; c++) { /* Gauss */
		size_t pivot = rank;
		if (c == one || c == other)
			continue;
		while (pivot < rows && fabs(m[pivot][c]) < 1e-9)
			pivot++;
		if (pivot == rows)
			continue;
		for (size_t k = 0; k < columns; k++) {
			double kept = m[rank][k];
			m[rank][k] = m[pivot][k];
			m[pivot][k] = kept;
		}
		for (size_t r = rank + 1; r < rows; r++) {
			double factor = m[r][c] / m[rank][c];
			for (size_t k = 0; k < columns; k++)
				m[r][k] -= factor * m[rank][k];
		}
		rank++;
	}
	return rank;
}

/* Random values over random releases. A government whose value stays keeps its audience; a new value may be for others. */
static void random_history(size_t participants, size_t releases)
{
	bool busy[RELEASES + 1];

	given = 0;
	for (size_t n = 0; n <= releases; n++)
		busy[n] = pick(2) == 0;
	for (size_t i = 0; i < participants; i++) {
		size_t first = given;
		for (int64_t n = 1; n <= (int64_t)releases; n++) {
			bool there = given > first;
			if (n > 1 && pick(busy[n] ? 2 : 8) != 0)
				continue;
			if (there)
				values[given - 1].until = n;
			if (there || pick(3) != 0)
				give(i, n, RELEASES_STILL, (double)(10 * (1 + pick(9))) + (double)n / 10,
					pick(3) == 0 ? (enum statistics_audience)pick(2) : MEMBERS);
		}
		for (size_t k = first; k < given; k++)
			values[k].newest = values[given - 1].then;
	}
}

/* The history as far as release n. */
static size_t cut(struct releases_value *part, int64_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < given; i++) {
		if (values[i].since > n)
			continue;
		part[count] = values[i];
		if (part[count].until > n)
			part[count].until = RELEASES_STILL;
		part[count].newest = values[i].then;
		for (size_t k = i + 1; k < given && values[k].participant == values[i].participant && values[k].since <= n; k++)
			part[count].newest = values[k].then;
		count++;
	}
	return count;
}

/* What a reader who kept every file of every release knows: a row for each figure with hidden values, a column for each value unknown. */
static size_t relations(size_t releases, int reader, double matrix[EQUATIONS][VALUES])
{
	static const int64_t steps[RELEASES] = { 1, 2, 3, 4, 5, 6 };
	static struct releases_value part[VALUES];
	bool published[RELEASES][STATISTICS_AUDIENCES];
	size_t rows = 0;

	memset(matrix, 0, sizeof(double[EQUATIONS][VALUES]));
	for (size_t n = 1; n <= releases; n++) {
		releases_decide(part, cut(part, (int64_t)n), steps, n, true, published);
		for (size_t step = 0; step < n; step++)
			for (int audience = 0; audience <= reader; audience++) {
				if (!published[step][audience])
					continue;
				for (size_t i = 0; i < given; i++)
					if (values[i].since <= steps[step] && steps[step] < values[i].until && (int)values[i].then > reader)
						matrix[rows][i] = 1;
				rows++;
				ck_assert_uint_le(rows, EQUATIONS - 1);
			}
	}
	return rows;
}

START_TEST(no_combination_of_the_files_of_all_releases_tells_one_or_two_values)
{
	static double matrix[EQUATIONS][VALUES];
	size_t some = 0, several = 0; /* histories with hidden values in a figure; in figures that tell different sums */

	for (unsigned long history = 1; history <= 1500; history++) {
		seed = history;
		size_t releases = 2 + pick(3);
		random_history(6 + pick(10), releases);
		for (int reader = PUBLIC; reader < MEMBERS; reader++) {
			size_t rows = relations(releases, reader, matrix);
			size_t rank = rank_without(matrix, rows, given, VALUES, VALUES);
			some += rank > 0;
			several += rank > 1;
			for (size_t i = 0; i < given; i++)
				for (size_t k = i; k < given; k++)
					ck_assert_msg(rank_without(matrix, rows, given, i, k) == rank,
						"history %lu: reader %d learns value %zu or %zu", history, reader, i, k);
		}
	}
	ck_assert_uint_ge(several, 40);
	ck_assert_uint_gt(some, several);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(one_release_includes_hidden_values_from_three_on),
	KIT_TEST(a_correction_of_one_hidden_value_is_not_told_by_the_difference),
	KIT_TEST(hidden_values_that_come_later_are_told_only_together),
	KIT_TEST(a_correction_that_everybody_sees_leaves_the_hidden_in_both_figures),
	KIT_TEST(a_correction_of_words_alone_is_the_same_value),
	KIT_TEST(three_figures_tell_no_more_than_two),
	KIT_TEST(an_older_figure_goes_without_hidden_values_once_too_few_are_left_unknown),
	KIT_TEST(what_was_cleared_for_fewer_is_in_no_figure_of_those_who_lost_it),
	KIT_TEST(no_combination_of_the_files_of_all_releases_tells_one_or_two_values),
};
KIT_MAIN("releases", tests)
