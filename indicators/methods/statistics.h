/*
 * statistics: the regional figure of one indicator in one period, for one audience. Pure: arrays in, figures out, no
 * allocation. Method "regional statistics", version STATISTICS_VERSION.
 *
 * Over the participants whose answer is reported, accepted and released: simple, unweighted mean; median and quartiles
 * (type 7 of R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996),
 * 361-365); minimum and maximum; for percentages the pooled value; for counts the sum. Not reporting is never 0: who did
 * not report is simply not in the array.
 *
 * Who may see what. Each value carries the narrowest audience that may see it, as its government cleared it. Audiences
 * nest: what the public may see donors and members see too. For an audience
 *	- a value that it may see is *visible*, any other reported value is *hidden*;
 *	- minimum, maximum, median and quartiles are those of the visible values;
 *	- mean, pooled value and sum are over the visible values, and over the hidden ones too where
 *	  statistics_may_include_hidden() and statistics_sum_is_telling() allow it, and where the round was released more than once
 *	  also releases_decide() (methods/releases.h);
 *	- with fewer than `minimum_reporting` values in the figure it is withheld, and then no statistic is given.
 */
#ifndef INDICATORS_METHODS_STATISTICS_H
#define INDICATORS_METHODS_STATISTICS_H

#include <stdbool.h>
#include <stddef.h>

#define STATISTICS_VERSION 4

/* Fewer hidden values than this are never added to a figure. */
#define STATISTICS_HIDDEN_MINIMUM 3

/*
 * What a hidden value could be, for all that a reader knows, must span at least this much: a step of a ladder, or the k of small
 * cells for counts and rates.
 */
#define STATISTICS_SCORE_WIDTH 25
#define STATISTICS_COUNT_WIDTH 5

/* Widest first: whoever reads as one of them may read what is cleared for those before it. */
enum statistics_audience { STATISTICS_PUBLIC, STATISTICS_DONORS, STATISTICS_MEMBERS, STATISTICS_AUDIENCES };

/* "public", "donors", "members". */
const char *statistics_audience_name(enum statistics_audience audience);

/* The audience of that name; false for any other text. */
bool statistics_audience_named(const char *name, enum statistics_audience *audience);

/* One participant's reported value. */
struct statistics_value {
	double value;       /* a score of 0-100, or the value of a count or rate; finite */
	double numerator;   /* of a percentage; NAN: not given */
	double denominator;
	enum statistics_audience audience; /* the widest one that may see it */
};

struct statistics_rules {
	enum statistics_audience audience; /* for whom */
	int minimum_reporting;             /* of the framework, at least 1 */
	bool scores;                       /* values lie in 0-100; else they are counts or rates, not below 0 */
	bool pooled;                       /* percent */
	bool sum;                          /* count */
};

enum statistics_status {
	STATISTICS_OK,
	STATISTICS_WITHHELD, /* somebody reported, but too few values may be in the figure */
	STATISTICS_NONE      /* nobody reported */
};

/* "ok", "withheld", "none": the `status` of exports and snapshots. */
const char *statistics_status_name(enum statistics_status status);

/* A statistic that does not apply, or may not be given, is NAN. */
struct statistics {
	enum statistics_status status;
	int n_reporting;      /* values in the figure: the visible ones, and the hidden ones if included */
	int n_hidden;         /* reported values that this audience may not see */
	bool hidden_included; /* in mean and sum */
	double mean;
	double median, min, max, q1, q3; /* of the visible values */
	/*
	 * Σnumerator / Σdenominator · 100, where every value in the figure has both, Σdenominator > 0, and no hidden value is in the figure.
	 * Denominators are often known from elsewhere (rates over the persons of a count that is public). Then mean and pooled value are two
	 * sums over the same hidden values: of three, two with the same denominator, they tell the third.
	 */
	double pooled;
	double sum;
};

/* Sorts by value, in place. Values that compare equal may change places. */
void statistics_sort(struct statistics_value *values, size_t count);

/*
 * The figure for one audience. `values` must be sorted by statistics_sort(); they stay as they are, so that one array
 * serves all three audiences in turn.
 */
void statistics_compute(const struct statistics_value *values, size_t count, const struct statistics_rules *rules,
	struct statistics *result);

/* The same where it was decided elsewhere whether hidden values are included. */
void statistics_compute_given(const struct statistics_value *values, size_t count, const struct statistics_rules *rules,
	bool include_hidden, struct statistics *result);

/*
 * Whether hidden values may be added to a figure for `audience`, where hidden[a] is how many values are hidden from
 * audience a.
 *
 * A reader who knows a total over n values and sees all but m of them knows the sum of those m; with m < 3 that gives
 * away one (m = 1), or gives each of two governments the other's (m = 2). So at least three must be hidden from the
 * audience itself. And everybody else may read its file too: a donor reads the public figure, subtracts what donors may
 * see, and is left with the values hidden from donors. So of those there must be none (then nothing is hidden from the
 * reader that could be worked out) or at least three, for each narrower audience.
 */
bool statistics_may_include_hidden(const int hidden[static STATISTICS_AUDIENCES], enum statistics_audience audience);

/*
 * Whether the sum of hidden values tells each of them, or nearly so. Three levels that sum up to 300 are three times the highest:
 * who knows the sum knows each. Each of n values of 0 to `top` with the sum S lies within max(0, S - (n - 1)·top) and min(top, S),
 * which is at least min(S, n·top - S) wide where n is 2 or more.
 */
bool statistics_sum_is_telling(bool scores, int count, double sum);

/*
 * The mean of the values that are there (NAN stands for one that isn't), NAN of none. The sum is compensated (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation
 * endlicher Summen", ZAMM 54 (1974), 39-51), so that the order of the participants never shows in the last digit.
 */
double statistics_mean(const double *values, size_t count);

/*
 * The quantile p (0 to 1) of sorted values, type 7 of Hyndman and Fan: with h = (count - 1)·p the value at place h,
 * interpolated linearly between its neighbours. NAN of none.
 */
double statistics_quantile(const double *sorted, size_t count, double p);

#endif
