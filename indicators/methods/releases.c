/* releases: see releases.h. */
#include "indicators/methods/releases.h"

#include <math.h>

enum statistics_audience releases_audience(enum statistics_audience then, enum statistics_audience newest)
{
	return then > newest ? then : newest;
}

static bool equal(double a, double b)
{
	return (isnan(a) && isnan(b)) || (!isnan(a) && !isnan(b) && !(a < b) && !(a > b));
}

/* Finds out which are the same value, and from which release on each audience knows it. */
static void prepare(struct releases_value *values, size_t count)
{
	size_t first = 0; /* of the participant */

	for (size_t i = 0; i < count; i++) {
		struct releases_value *one = &values[i];
		if (values[first].participant != one->participant)
			first = i;
		one->same = first;
		while (one->same < i && !(equal(values[one->same].value, one->value) && equal(values[one->same].numerator, one->numerator)
			&& equal(values[one->same].denominator, one->denominator)))
			one->same++;
		for (int reader = 0; reader < STATISTICS_AUDIENCES; reader++) {
			struct releases_value *value = &values[one->same];
			if (one->same == i) {
				one->known_since[reader] = RELEASES_STILL;
				one->block[reader] = 0;
			}
			if ((int)one->then <= reader && one->since < value->known_since[reader])
				value->known_since[reader] = one->since;
		}
	}
}

/* Whether something that this audience once saw is hidden from it now. */
static bool is_narrowed(const struct releases_value *values, size_t count, int reader)
{
	for (size_t i = 0; i < count; i++)
		if ((int)values[i].then <= reader && (int)values[i].newest > reader)
			return true;
	return false;
}

static bool stands(const struct releases_value *value, int64_t step)
{
	return value->since <= step && step < value->until;
}

/* How many of the values that stood after `step` the reader did not know after `as_of`, and their sum; those in a block left out on demand. */
static int count_unknown(const struct releases_value *values, size_t count, int reader, int64_t step, int64_t as_of, bool outside_blocks,
	double *sum)
{
	int unknown = 0;

	*sum = 0;
	for (size_t i = 0; i < count; i++) {
		const struct releases_value *value = &values[values[i].same];
		if (!stands(&values[i], step) || value->known_since[reader] <= as_of || (outside_blocks && value->block[reader] != 0))
			continue;
		unknown++;
		*sum += value->value;
	}
	return unknown;
}

static bool is_enough(int unknown, double sum, bool scores)
{
	return unknown >= STATISTICS_HIDDEN_MINIMUM && !statistics_sum_is_telling(scores, unknown, sum);
}

/* Whether every block of which something stands in the figure stands in it whole, but for what is known. */
static bool is_whole(const struct releases_value *values, size_t count, int reader, int64_t step)
{
	for (size_t i = 0; i < count; i++) {
		const struct releases_value *value = &values[values[i].same];
		size_t block = value->block[reader];
		if (!stands(&values[i], step) || block == 0 || value->known_since[reader] <= step)
			continue;
		/* Every other unknown value of its block must stand here too, in whichever of its rows. */
		for (size_t j = 0; j < count; j++) {
			bool here = false;
			if (values[j].same != j || values[j].block[reader] != block || values[j].known_since[reader] <= step)
				continue;
			for (size_t k = j; k < count && values[k].participant == values[j].participant; k++)
				here = here || (values[k].same == j && stands(&values[k], step));
			if (!here)
				return false;
		}
	}
	return true;
}

/* Whether a total over all that stood after `step` tells this reader no value, given the earlier ones. */
static bool is_safe(const struct releases_value *values, size_t count, int reader, int64_t step, bool scores)
{
	double sum;

	if (count_unknown(values, count, reader, step, step, false, &sum) == 0)
		return true;
	if (!is_whole(values, count, reader, step))
		return false;
	int rest = count_unknown(values, count, reader, step, step, true, &sum);
	return rest == 0 || is_enough(rest, sum, scores);
}

/* What the reader knows today may leave too few unknown ones in an older figure. */
static bool is_safe_today(const struct releases_value *values, size_t count, int reader, int64_t step, bool scores)
{
	double sum;
	int unknown = count_unknown(values, count, reader, step, RELEASES_STILL - 1, false, &sum);

	return unknown == 0 || is_enough(unknown, sum, scores);
}

static void make_block(struct releases_value *values, size_t count, int reader, int64_t step, size_t number)
{
	for (size_t i = 0; i < count; i++) {
		struct releases_value *value = &values[values[i].same];
		if (stands(&values[i], step) && value->known_since[reader] > step && value->block[reader] == 0)
			value->block[reader] = number;
	}
}

void releases_decide(struct releases_value *values, size_t count, const int64_t *steps, size_t step_count, bool scores,
	bool (*included)[STATISTICS_AUDIENCES])
{
	bool narrowed[STATISTICS_AUDIENCES];

	prepare(values, count);
	for (int reader = 0; reader < STATISTICS_AUDIENCES; reader++)
		narrowed[reader] = is_narrowed(values, count, reader);
	for (size_t i = 0; i < step_count; i++) {
		bool safe = true, today = true; /* for this audience and each narrower one */
		bool published[STATISTICS_AUDIENCES] = { false };
		double sum;

		for (int audience = STATISTICS_AUDIENCES - 1; audience >= 0; audience--) {
			safe = safe && !narrowed[audience] && is_safe(values, count, audience, steps[i], scores);
			today = today && is_safe_today(values, count, audience, steps[i], scores);
			published[audience] = safe
				&& count_unknown(values, count, audience, steps[i], steps[i], false, &sum) >= STATISTICS_HIDDEN_MINIMUM;
			included[i][audience] = published[audience] && today
				&& count_unknown(values, count, audience, steps[i], RELEASES_STILL - 1, false, &sum) >= STATISTICS_HIDDEN_MINIMUM;
		}
		/* Whoever reads a narrower file reads the wider ones too. */
		for (int reader = 0; reader < STATISTICS_AUDIENCES; reader++)
			for (int audience = 0; audience <= reader; audience++)
				if (published[audience])
					make_block(values, count, reader, steps[i], i + 1);
	}
}
