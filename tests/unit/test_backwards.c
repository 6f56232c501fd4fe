/*
 * Runs disclosure control backwards. Somebody who has the program, but not the installation's key, fills in every breakdown that might stand
 * there, in every order of ranks, and keeps those that come out looking the same: which numbers are left for a hidden part? All breakdowns
 * into three and four parts up to a bound are counted out; what is asserted is what methods/disclosure.h and disclosure_history.h say.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/methods/disclosure_history.h"
#include "tests/unit/kit.h"

enum { PARTS = 4, RELEASES = 2, SLOTS = 1 << 20, WITHHELD = 63, SUPPRESSED = 62 };

/* What is published, and what may stand behind it. */
struct look {
	uint64_t key;
	uint8_t total[RELEASES];
	uint8_t shown[RELEASES][PARTS];          /* or WITHHELD, SUPPRESSED */
	uint64_t possible[RELEASES][PARTS];      /* a bit for each number */
};

static struct look *looks;
static size_t parts, releases;
static struct disclosure_system room;
static const struct disclosure_options options = DISCLOSURE_OPTIONS;

static struct look *find_look(uint64_t key)
{
	size_t slot = (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> 44);

	while (looks[slot].key != 0 && looks[slot].key != key)
		slot = (slot + 1) % SLOTS;
	return &looks[slot];
}

/* One truth under one order of ranks. */
static void add_truth(const int64_t *const *values, const uint64_t *ranks)
{
	struct disclosure_table tables[RELEASES];
	bool hidden[RELEASES][PARTS];
	uint8_t shown[RELEASES][PARTS] = { { 0 } };
	uint64_t key = 1;

	for (size_t r = 0; r < releases; r++) {
		tables[r] = (struct disclosure_table){ .values = values[r], .hidden = hidden[r] };
		for (size_t c = 0; c < parts; c++)
			tables[r].total += values[r][c];
	}
	disclosure_history(tables, releases, parts, ranks, &options, &room);
	for (size_t r = 0; r < releases; r++) {
		key = key * 64 + (uint64_t)tables[r].total;
		for (size_t c = 0; c < parts; c++) {
			shown[r][c] = tables[r].withheld ? WITHHELD : hidden[r][c] ? SUPPRESSED : (uint8_t)values[r][c];
			key = key * 64 + shown[r][c];
		}
	}
	struct look *look = find_look(key);
	look->key = key;
	memcpy(look->shown, shown, sizeof shown);
	for (size_t r = 0; r < releases; r++) {
		look->total[r] = (uint8_t)tables[r].total;
		for (size_t c = 0; c < parts; c++)
			look->possible[r][c] |= UINT64_C(1) << values[r][c];
	}
}

/* Every order of `parts` ranks. */
static size_t all_orders(uint64_t orders[][PARTS])
{
	size_t count = 0, end = 1;

	for (size_t c = 0; c < parts; c++)
		end *= parts;
	for (size_t code = 0; code < end; code++) {
		uint64_t order[PARTS];
		bool twice = false;
		for (size_t c = 0, rest = code; c < parts; c++, rest /= parts) {
			order[c] = rest % parts;
			for (size_t before = 0; before < c; before++)
				twice = twice || order[before] == order[c];
		}
		if (!twice)
			memcpy(orders[count++], order, sizeof order);
	}
	return count;
}

/* Every breakdown with a total up to `most`. */
static size_t all_breakdowns(int64_t (*list)[PARTS], int64_t most)
{
	size_t count = 0;
	int64_t at[PARTS] = { 0 };

	for (;;) {
		int64_t total = 0;
		for (size_t c = 0; c < parts; c++)
			total += at[c];
		if (total <= most)
			memcpy(list[count++], at, sizeof at);
		size_t c = 0;
		while (c < parts && ++at[c] > most)
			at[c++] = 0;
		if (c == parts)
			return count;
	}
}

static void begin(size_t of_parts, size_t of_releases)
{
	free(looks);
	looks = calloc(SLOTS, sizeof *looks);
	ck_assert_ptr_nonnull(looks);
	parts = of_parts;
	releases = of_releases;
}

static int count_numbers(uint64_t possible)
{
	return __builtin_popcountll(possible);
}

static int lowest(uint64_t possible)
{
	return __builtin_ctzll(possible);
}

static int highest(uint64_t possible)
{
	return 63 - __builtin_clzll(possible);
}

static int64_t hidden_sum(const struct look *look, size_t r, int64_t *hidden)
{
	int64_t sum = look->total[r];

	*hidden = 0;
	for (size_t c = 0; c < parts; c++) {
		*hidden += look->shown[r][c] == SUPPRESSED;
		sum -= look->shown[r][c] < SUPPRESSED ? look->shown[r][c] : 0;
	}
	return sum;
}

/* --- one release --- */

static void ck_first_release(const struct look *look, size_t c)
{
	uint64_t possible = look->possible[0][c];
	int64_t hidden, sum = hidden_sum(look, 0, &hidden);

	if (look->shown[0][c] == WITHHELD) { /* from 0 to the total, every number */
		ck_assert(possible == (UINT64_C(1) << (look->total[0] + 1)) - 1);
	} else if (look->shown[0][c] == SUPPRESSED) {
		/* The bounds of the relations, and both ends of them. */
		ck_assert_int_eq(lowest(possible), 1);
		ck_assert_int_eq(highest(possible), sum - hidden + 1);
		ck_assert_int_ge(highest(possible) - lowest(possible), DISCLOSURE_K);
		ck_assert_int_gt(count_numbers(possible), DISCLOSURE_K);
		/* Of two, one is small: that is all. */
		for (int64_t value = 1; hidden == 2 && value < sum; value++)
			ck_assert_int_eq(possible >> value & 1, value < DISCLOSURE_K || sum - value < DISCLOSURE_K);
	}
}

static void count_out_one_release(size_t of_parts, int64_t most)
{
	static int64_t list[30000][PARTS];
	static uint64_t orders[24][PARTS];
	size_t looked_at = 0;

	begin(of_parts, 1);
	size_t order_count = all_orders(orders), count = all_breakdowns(list, most);
	for (size_t i = 0; i < count; i++)
		for (size_t o = 0; o < order_count; o++)
			add_truth((const int64_t *const[]){ list[i] }, orders[o]);
	for (size_t slot = 0; slot < SLOTS; slot++)
		for (size_t c = 0; looks[slot].key != 0 && c < parts; c++) {
			ck_first_release(&looks[slot], c);
			looked_at++;
		}
	ck_assert_uint_gt(looked_at, 1000);
}

START_TEST(the_rule_run_backwards_over_three_parts_tells_no_more_than_the_bounds)
{
	count_out_one_release(3, 40);
}
END_TEST

START_TEST(the_rule_run_backwards_over_four_parts_tells_no_more_than_the_bounds)
{
	count_out_one_release(4, 24);
}
END_TEST

/* What the ranks are for. */
START_TEST(if_the_smallest_were_taken_some_numbers_would_be_told_exactly)
{
	static int64_t list[30000][PARTS];
	size_t told = 0;
	bool that_one = false;

	begin(3, 1);
	size_t count = all_breakdowns(list, 40);
	for (size_t i = 0; i < count; i++) {
		uint64_t by_size[PARTS];
		for (size_t c = 0; c < parts; c++)
			by_size[c] = (uint64_t)list[i][c] * PARTS + c;
		add_truth((const int64_t *const[]){ list[i] }, by_size);
	}
	for (size_t slot = 0; slot < SLOTS; slot++) {
		const struct look *look = &looks[slot];
		bool exactly = false;
		for (size_t c = 0; look->key != 0 && c < parts; c++)
			exactly = exactly || (look->shown[0][c] == SUPPRESSED && count_numbers(look->possible[0][c]) == 1);
		told += exactly;
		that_one = that_one || (exactly && look->total[0] == 16 && look->shown[0][1] == 6 && look->possible[0][2] == 1 << 4);
	}
	ck_assert_uint_gt(told, 5);
	ck_assert(that_one); /* (6, 6, 4) */
}
END_TEST

/* --- two releases --- */

struct told { size_t hidden, none_small; int least; };

static void look_at(const struct look *look, size_t r, size_t c, struct told *told)
{
	const uint64_t small = (UINT64_C(1) << DISCLOSURE_K) - 2;
	uint64_t possible = look->possible[r][c];
	int total = look->total[r], numbers = count_numbers(possible);

	if (look->shown[r][c] < SUPPRESSED)
		return;
	told->hidden++;
	if ((possible & small) == 0 && total > 0) { /* 0 or large: only in a later release that is withheld */
		ck_assert(r == 1 && look->shown[r][c] == WITHHELD);
		told->none_small++;
		return;
	}
	ck_assert_int_ge(numbers, total + 1 < DISCLOSURE_K - 1 ? total + 1 : DISCLOSURE_K - 1);
	if (total >= DISCLOSURE_K && numbers < told->least)
		told->least = numbers;
}

START_TEST(run_backwards_over_two_releases_it_leaves_as_many_numbers_as_are_small)
{
	static int64_t list[30000][PARTS];
	static uint64_t orders[24][PARTS];
	struct told told = { .least = 64 };

	begin(3, 2);
	size_t order_count = all_orders(orders), count = all_breakdowns(list, 12);
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++)
			for (size_t o = 0; o < order_count; o++)
				add_truth((const int64_t *const[]){ list[i], list[j] }, orders[o]);
	for (size_t slot = 0; slot < SLOTS; slot++)
		for (size_t r = 0; looks[slot].key != 0 && r < releases; r++)
			for (size_t c = 0; c < parts; c++)
				look_at(&looks[slot], r, c, &told);
	printf("backwards: %zu hidden parts of two releases; where one may be small at least %d numbers are left; %zu can't be small\n",
		told.hidden, told.least, told.none_small);
	ck_assert_uint_gt(told.hidden, 5000);
	ck_assert_uint_lt(told.none_small * 25, told.hidden);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(the_rule_run_backwards_over_three_parts_tells_no_more_than_the_bounds),
	KIT_TEST(the_rule_run_backwards_over_four_parts_tells_no_more_than_the_bounds),
	KIT_TEST(if_the_smallest_were_taken_some_numbers_would_be_told_exactly),
	KIT_TEST(run_backwards_over_two_releases_it_leaves_as_many_numbers_as_are_small),
};
KIT_MAIN("backwards", tests)
