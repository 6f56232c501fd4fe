/* statistics: see statistics.h. */
#include "indicators/methods/statistics.h"

#include <math.h>
#include <string.h>

static const char *const audience_names[STATISTICS_AUDIENCES] = {
	[STATISTICS_PUBLIC] = "public",
	[STATISTICS_DONORS] = "donors",
	[STATISTICS_MEMBERS] = "members",
};

const char *statistics_audience_name(enum statistics_audience audience)
{
	return audience_names[audience];
}

bool statistics_audience_named(const char *name, enum statistics_audience *audience)
{
	for (int i = 0; i < STATISTICS_AUDIENCES; i++) {
		if (strcmp(name, audience_names[i]) != 0)
			continue;
		*audience = (enum statistics_audience)i;
		return true;
	}
	return false;
}

const char *statistics_status_name(enum statistics_status status)
{
	static const char *const names[] = {
		[STATISTICS_OK] = "ok",
		[STATISTICS_WITHHELD] = "withheld",
		[STATISTICS_NONE] = "none",
	};

	return names[status];
}

/* --- sums --- */

struct total {
	double sum;
	double lost; /* what the additions so far rounded away */
};

static void total_add(struct total *total, double value)
{
	double sum = total->sum + value;

	if (fabs(total->sum) >= fabs(value))
		total->lost += (total->sum - sum) + value;
	else
		total->lost += (value - sum) + total->sum;
	total->sum = sum;
}

static double total_of(const struct total *total)
{
	return total->sum + total->lost;
}

double statistics_mean(const double *values, size_t count)
{
	struct total total = { 0, 0 };
	size_t there = 0;

	for (size_t i = 0; i < count; i++) {
		if (isnan(values[i]))
			continue;
		total_add(&total, values[i]);
		there++;
	}
	return there > 0 ? total_of(&total) / (double)there : NAN;
}

/* --- order --- */

/* Shell's sort with Ciura's gaps: in place, and for the few dozen values of a region as fast as any. */
void statistics_sort(struct statistics_value *values, size_t count)
{
	static const size_t gaps[] = { 1750, 701, 301, 132, 57, 23, 10, 4, 1 };

	for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++) {
		size_t gap = gaps[g];

		for (size_t i = gap; i < count; i++) {
			struct statistics_value moved = values[i];
			size_t at = i;

			for (; at >= gap && values[at - gap].value > moved.value; at -= gap)
				values[at] = values[at - gap];
			if (at != i)
				values[at] = moved;
		}
	}
}

/* Where a quantile lies: between two neighbouring places, `part` of the way. */
struct place {
	size_t below;
	size_t above;
	double part;
};

static struct place place_of(size_t count, double p)
{
	double h = (double)(count - 1) * p;
	size_t below = (size_t)h;

	return (struct place){
		.below = below,
		.above = below + 1 < count ? below + 1 : below,
		.part = h - (double)below,
	};
}

static double between(double below, double above, double part)
{
	/* Also where both are equal or it falls on a value: no rounding then. */
	return part > 0 ? below + (above - below) * part : below;
}

double statistics_quantile(const double *sorted, size_t count, double p)
{
	if (count == 0)
		return NAN;

	struct place place = place_of(count, p);

	return between(sorted[place.below], sorted[place.above], place.part);
}

/* --- the figure --- */

bool statistics_may_include_hidden(const int hidden[static STATISTICS_AUDIENCES], enum statistics_audience audience)
{
	if (hidden[audience] < STATISTICS_HIDDEN_MINIMUM)
		return false;
	for (int reader = (int)audience + 1; reader < STATISTICS_AUDIENCES; reader++)
		if (hidden[reader] > 0 && hidden[reader] < STATISTICS_HIDDEN_MINIMUM)
			return false;
	return true;
}

bool statistics_sum_is_telling(bool scores, int count, double sum)
{
	const double top = 100, rounding = 1e-6;

	if (!scores)
		return sum < STATISTICS_COUNT_WIDTH - rounding;
	return fmin(sum, count * top - sum) < STATISTICS_SCORE_WIDTH - rounding;
}

static void count_hidden(const struct statistics_value *values, size_t count, int hidden[static STATISTICS_AUDIENCES])
{
	memset(hidden, 0, STATISTICS_AUDIENCES * sizeof *hidden);
	for (size_t i = 0; i < count; i++)
		for (int reader = 0; reader < (int)values[i].audience; reader++)
			hidden[reader]++;
}

/* Whether a reader of this audience's file, who may be of a narrower audience, would learn a value from the sum over hidden ones. */
static bool is_telling(const struct statistics_value *values, size_t count, const struct statistics_rules *rules,
	const int hidden[static STATISTICS_AUDIENCES])
{
	for (int reader = (int)rules->audience; reader < STATISTICS_AUDIENCES; reader++) {
		struct total total = { 0, 0 };

		for (size_t i = 0; i < count; i++)
			if ((int)values[i].audience > reader)
				total_add(&total, values[i].value);
		if (hidden[reader] > 0 && statistics_sum_is_telling(rules->scores, hidden[reader], total_of(&total)))
			return true;
	}
	return false;
}

static void compute_totals(const struct statistics_value *values, size_t count, const struct statistics_rules *rules,
	struct statistics *result)
{
	struct total value = { 0, 0 }, numerator = { 0, 0 }, denominator = { 0, 0 };

	for (size_t i = 0; i < count; i++) {
		if (values[i].audience > rules->audience && !result->hidden_included)
			continue;
		total_add(&value, values[i].value);
		if (rules->pooled) { /* one that is not given makes the total NAN, and there is no pooled value */
			total_add(&numerator, values[i].numerator);
			total_add(&denominator, values[i].denominator);
		}
	}
	result->mean = total_of(&value) / result->n_reporting;
	if (rules->sum)
		result->sum = total_of(&value);
	/* Beside the mean a pooled value over hidden ones would be a second sum of the same: see statistics.h. */
	if (rules->pooled && total_of(&denominator) > 0 && !(result->hidden_included && result->n_hidden > 0))
		result->pooled = 100 * total_of(&numerator) / total_of(&denominator);
}

static void compute_order(const struct statistics_value *values, size_t count, enum statistics_audience audience,
	size_t visible, struct statistics *result)
{
	static const double parts[3] = { 0.25, 0.5, 0.75 };
	struct place places[3];
	double below[3] = { 0, 0, 0 }, above[3] = { 0, 0, 0 };
	size_t place = 0;

	for (int k = 0; k < 3; k++)
		places[k] = place_of(visible, parts[k]);
	for (size_t i = 0; i < count; i++) {
		if (values[i].audience > audience)
			continue;
		for (int k = 0; k < 3; k++) {
			if (places[k].below == place)
				below[k] = values[i].value;
			if (places[k].above == place)
				above[k] = values[i].value;
		}
		if (place == 0)
			result->min = values[i].value;
		result->max = values[i].value;
		place++;
	}
	result->q1 = between(below[0], above[0], places[0].part);
	result->median = between(below[1], above[1], places[1].part);
	result->q3 = between(below[2], above[2], places[2].part);
}

void statistics_compute(const struct statistics_value *values, size_t count, const struct statistics_rules *rules,
	struct statistics *result)
{
	int hidden[STATISTICS_AUDIENCES];

	count_hidden(values, count, hidden);
	statistics_compute_given(values, count, rules,
		statistics_may_include_hidden(hidden, rules->audience) && !is_telling(values, count, rules, hidden), result);
}

void statistics_compute_given(const struct statistics_value *values, size_t count, const struct statistics_rules *rules,
	bool include_hidden, struct statistics *result)
{
	int hidden[STATISTICS_AUDIENCES];

	count_hidden(values, count, hidden);
	*result = (struct statistics){
		.n_hidden = hidden[rules->audience],
		.hidden_included = include_hidden,
		.mean = NAN, .median = NAN, .min = NAN, .max = NAN, .q1 = NAN, .q3 = NAN, .pooled = NAN, .sum = NAN,
	};

	int visible = (int)count - result->n_hidden;

	result->n_reporting = result->hidden_included ? (int)count : visible;
	if (count == 0) {
		result->status = STATISTICS_NONE;
		return;
	}
	if (result->n_reporting < rules->minimum_reporting || result->n_reporting == 0) {
		result->status = STATISTICS_WITHHELD;
		return;
	}
	result->status = STATISTICS_OK;
	compute_totals(values, count, rules, result);
	if (visible > 0)
		compute_order(values, count, rules->audience, (size_t)visible, result);
}
