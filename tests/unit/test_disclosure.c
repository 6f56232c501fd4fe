/* Tests of disclosure control: bounds against counting out, the choice of further cells, breakdowns over their releases. */
#include <stdio.h>
#include <string.h>

#include "indicators/methods/disclosure_history.h"
#include "tests/unit/kit.h"

static struct disclosure_system sys;
static const struct disclosure_options options = DISCLOSURE_OPTIONS;
static const struct disclosure_options switched_off = { .k = DISCLOSURE_K, .primary_only = true };

static uint64_t ranks[DISCLOSURE_CELLS]; /* 0 unless a test sets them: then the first place is first */
static uint32_t seed = 1;

static int64_t drawn(int64_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (int64_t)(seed >> 8) % below;
}

static size_t cell(int64_t value, enum disclosure_state state)
{
	sys.cells[sys.cell_count] = (struct disclosure_cell){ .value = value, .state = state, .positive = true, .width = DISCLOSURE_K,
		.rank = ranks[sys.cell_count] };
	return sys.cell_count++;
}

static void relate(const size_t *cells, size_t count)
{
	struct disclosure_relation *relation = &sys.relations[sys.relation_count++];

	memset(relation, 0, sizeof *relation);
	for (size_t i = 0; i < count; i++)
		relation->sign[cells[i]] = 1;
}

static void clear(void)
{
	sys.cell_count = sys.relation_count = 0;
}

/* A table with all row and column sums known. */
static void two_way(const int64_t *values, size_t rows, size_t columns, bool row_sums, bool column_sums)
{
	size_t line[DISCLOSURE_CELLS];

	clear();
	for (size_t i = 0; i < rows * columns; i++)
		cell(values[i], DISCLOSURE_FREE);
	for (size_t r = 0; row_sums && r < rows; r++) {
		for (size_t c = 0; c < columns; c++)
			line[c] = r * columns + c;
		relate(line, columns);
	}
	for (size_t c = 0; column_sums && c < columns; c++) {
		for (size_t r = 0; r < rows; r++)
			line[r] = r * columns + c;
		relate(line, rows);
	}
}

/* --- bounds --- */

/* Every way to fill in the hidden cells, by counting; the range of each. */
static void count_out(struct disclosure_range *ranges)
{
	size_t hidden[16], count = 0;
	int64_t top = 0, at[16];

	for (size_t i = 0; i < sys.cell_count; i++)
		if (sys.cells[i].state == DISCLOSURE_HIDDEN) {
			hidden[count++] = i;
			top += sys.cells[i].value;
			ranges[i] = (struct disclosure_range){ INT64_MAX, -1 };
		}
	ck_assert_uint_le(count, 16);
	for (size_t i = 0; i < count; i++)
		at[i] = sys.cells[hidden[i]].positive;
	for (;;) {
		bool fits = true;
		for (size_t r = 0; fits && r < sys.relation_count; r++) {
			int64_t off = 0;
			for (size_t i = 0; i < count; i++)
				off += sys.relations[r].sign[hidden[i]] * (at[i] - sys.cells[hidden[i]].value);
			fits = off == 0;
		}
		for (size_t i = 0; fits && i < count; i++) {
			struct disclosure_range *range = &ranges[hidden[i]];
			range->low = at[i] < range->low ? at[i] : range->low;
			range->high = at[i] > range->high ? at[i] : range->high;
		}
		size_t i = 0;
		while (i < count && ++at[i] > top) {
			at[i] = sys.cells[hidden[i]].positive;
			i++;
		}
		if (i == count)
			return;
	}
}

static void ck_bounds_as_counted(void)
{
	struct disclosure_range counted[DISCLOSURE_CELLS], solved[DISCLOSURE_CELLS];
	size_t hidden[DISCLOSURE_CELLS], count = 0;

	count_out(counted);
	for (size_t i = 0; i < sys.cell_count; i++)
		if (sys.cells[i].state == DISCLOSURE_HIDDEN)
			hidden[count++] = i;
	ck_assert(disclosure_bounds(&sys, hidden, count, solved));
	for (size_t i = 0; i < count; i++) {
		ck_assert_int_eq(solved[i].low, counted[hidden[i]].low);
		ck_assert_int_eq(solved[i].high, counted[hidden[i]].high);
	}
}

START_TEST(the_bounds_of_a_breakdown_are_those_of_the_hidden_sum)
{
	struct disclosure_range range[2];

	clear();
	const size_t cells[] = { cell(3, DISCLOSURE_HIDDEN), cell(40, DISCLOSURE_KNOWN), cell(9, DISCLOSURE_HIDDEN) };
	relate(cells, 3);
	ck_assert(disclosure_bounds(&sys, (const size_t[]){ 0, 2 }, 2, range));
	ck_assert_int_eq(range[0].low, 1); /* a hidden cell is never 0 */
	ck_assert_int_eq(range[0].high, 11);
	ck_assert_int_eq(range[1].low, 1);
	ck_assert_int_eq(range[1].high, 11);
	sys.cells[0].positive = sys.cells[2].positive = false;
	ck_assert(disclosure_bounds(&sys, (const size_t[]){ 0, 2 }, 2, range));
	ck_assert_int_eq(range[0].low, 0);
	ck_assert_int_eq(range[0].high, 12);
	sys.cells[2].state = DISCLOSURE_KNOWN;
	ck_assert(disclosure_bounds(&sys, (const size_t[]){ 0 }, 1, range));
	ck_assert(range[0].low == 3 && range[0].high == 3);
}
END_TEST

START_TEST(one_sum_has_the_same_bounds_by_its_formula_and_by_the_solver)
{
	for (int turn = 0; turn < 200; turn++) {
		struct disclosure_range formula[5], solved[5];
		size_t cells[5], hidden_ones[5], count = 0;
		clear();
		for (size_t i = 0; i < 5; i++) {
			cells[i] = cell(1 + drawn(20), drawn(2) == 0 ? DISCLOSURE_HIDDEN : DISCLOSURE_KNOWN);
			sys.cells[i].positive = drawn(2) == 0;
			if (sys.cells[i].state == DISCLOSURE_HIDDEN)
				hidden_ones[count++] = i;
		}
		relate(cells, 5);
		ck_assert(disclosure_bounds(&sys, hidden_ones, count, formula));
		relate(cells, 5); /* said twice: no single sum any more */
		ck_assert(disclosure_bounds(&sys, hidden_ones, count, solved));
		for (size_t i = 0; i < count; i++)
			ck_assert(formula[i].low == solved[i].low && formula[i].high == solved[i].high);
	}
}
END_TEST

START_TEST(a_cell_that_no_relation_reaches_has_no_upper_bound)
{
	struct disclosure_range range;

	clear();
	size_t alone = cell(3, DISCLOSURE_HIDDEN);
	ck_assert(disclosure_bounds(&sys, &alone, 1, &range));
	ck_assert(range.low == 1 && range.high == INT64_MAX);
}
END_TEST

START_TEST(the_bounds_of_two_way_tables_are_those_found_by_counting_out)
{
	for (int turn = 0; turn < 300; turn++) {
		int64_t values[9];
		size_t rows = 2 + (size_t)drawn(2), columns = 2 + (size_t)drawn(2);
		for (size_t i = 0; i < rows * columns; i++)
			values[i] = drawn(4);
		two_way(values, rows, columns, true, drawn(4) > 0);
		for (size_t i = 0, hidden = 0; i < sys.cell_count; i++) {
			sys.cells[i].positive = sys.cells[i].value > 0 && drawn(2) == 0;
			sys.cells[i].state = hidden < 5 && drawn(2) == 0 ? DISCLOSURE_HIDDEN : DISCLOSURE_KNOWN;
			hidden += sys.cells[i].state == DISCLOSURE_HIDDEN;
		}
		ck_bounds_as_counted();
	}
}
END_TEST

START_TEST(the_bounds_over_several_releases_are_those_found_by_counting_out)
{
	for (int turn = 0; turn < 300; turn++) {
		size_t now[3];
		clear();
		for (size_t i = 0; i < 3; i++)
			now[i] = cell(1 + drawn(4), DISCLOSURE_HIDDEN);
		relate(now, 3);
		for (int release = 2; release <= 3; release++) {
			size_t changes = (size_t)drawn(3); /* one of them changes, the others stay the same cells */
			now[changes] = cell(1 + drawn(4), drawn(3) == 0 ? DISCLOSURE_KNOWN : DISCLOSURE_HIDDEN);
			relate(now, 3);
		}
		ck_bounds_as_counted();
	}
}
END_TEST

START_TEST(nothing_is_concluded_from_relations_that_are_not_unimodular)
{
	struct disclosure_range range;

	/* Three sums of two each: each cell is half of a whole number for all that linear programs know. */
	clear();
	for (int i = 0; i < 3; i++)
		cell(10, DISCLOSURE_HIDDEN);
	for (size_t i = 0; i < 3; i++)
		relate((const size_t[]){ i, (i + 1) % 3 }, 2);
	ck_assert(!disclosure_bounds(&sys, (const size_t[]){ 0 }, 1, &range));
	ck_assert(!disclosure_is_protected(&sys));
}
END_TEST

START_TEST(numbers_out_of_bounds_are_refused)
{
	struct disclosure_range range;
	size_t one = 0;

	clear();
	cell(DISCLOSURE_LARGEST + 1, DISCLOSURE_HIDDEN);
	ck_assert(!disclosure_bounds(&sys, &one, 1, &range));
	sys.cells[0].value = -1;
	ck_assert(!disclosure_bounds(&sys, &one, 1, &range));
	sys.cells[0].value = 3;
	sys.cell_count = DISCLOSURE_CELLS + 1;
	ck_assert(!disclosure_bounds(&sys, &one, 1, &range));
	ck_assert(!disclosure_is_protected(&sys) && !disclosure_protect(&sys, &options));
	sys.cell_count = 1;
	sys.relation_count = DISCLOSURE_RELATIONS + 1;
	ck_assert(!disclosure_bounds(&sys, &one, 1, &range));
}
END_TEST

/* --- the choice --- */

/* "H" hidden, "." shown, in order. */
static const char *pattern(void)
{
	static char text[DISCLOSURE_CELLS + 1];

	for (size_t i = 0; i < sys.cell_count; i++)
		text[i] = sys.cells[i].state == DISCLOSURE_HIDDEN ? 'H' : '.';
	text[sys.cell_count] = '\0';
	return text;
}

static const char *protect_one_way(const int64_t *values, size_t count)
{
	two_way(values, 1, count, true, false);
	ck_assert(disclosure_protect(&sys, &options));
	ck_assert(disclosure_is_protected(&sys));
	return pattern();
}

#define ONE_WAY(...) protect_one_way((const int64_t[]){ __VA_ARGS__ }, sizeof (const int64_t[]){ __VA_ARGS__ } / sizeof(int64_t))

static void set_ranks(const char *digits)
{
	for (size_t i = 0; digits[i] != '\0'; i++)
		ranks[i] = (uint64_t)(digits[i] - '0');
}

START_TEST(further_cells_are_the_fewest_then_those_of_the_lowest_ranks)
{
	ck_assert_str_eq(ONE_WAY(20, 30, 40), "...");        /* nothing is small */
	ck_assert_str_eq(ONE_WAY(4, 4, 30), "HH.");          /* two small ones hide each other: 1 to 7 */
	ck_assert_str_eq(ONE_WAY(3, 3, 30), "HHH");          /* 1 to 5 is too narrow */
	ck_assert_str_eq(ONE_WAY(4, 5, 6), "HH.");           /* k itself is not small */
	ck_assert_str_eq(ONE_WAY(1, 5, 6), "H.H");           /* with 5: 1 to 5; the first that will do */
	ck_assert_str_eq(ONE_WAY(1, 5, 5, 5), "HHH.");       /* one is not enough */
	ck_assert_str_eq(ONE_WAY(1, 1, 1, 5, 9), "HHH.H");
	ck_assert_str_eq(ONE_WAY(4, 4, 4, 4, 4), "HHHHH");   /* all small */
	ck_assert_str_eq(ONE_WAY(4, 3, 0, 0), "HH..");
	set_ranks("9123");
	ck_assert_str_eq(ONE_WAY(3, 30, 40, 20), "HH..");
	set_ranks("9213");
	ck_assert_str_eq(ONE_WAY(3, 30, 40, 20), "H.H.");    /* larger, and as good as any */
	set_ranks("0321");
	ck_assert_str_eq(ONE_WAY(3, 30, 40, 20), "H..H");
	ck_assert_str_eq(ONE_WAY(1, 5, 6, 5), "H.H.");       /* what does not protect is passed over */
	set_ranks("3012");
	ck_assert_str_eq(ONE_WAY(1, 5, 5, 5), "HHH.");
	set_ranks("3201");
	ck_assert_str_eq(ONE_WAY(1, 5, 5, 5), "H.HH");
	set_ranks("0000");
}
END_TEST

START_TEST(ranks_decide_and_values_do_not)
{
	/* Whatever the other cells hold, as long as each would do. */
	for (int turn = 0; turn < 200; turn++) {
		set_ranks("4231");
		ck_assert_str_eq(ONE_WAY(3, 9 + drawn(50), 9 + drawn(50), 9 + drawn(50)), "H..H");
		set_ranks("4132");
		ck_assert_str_eq(ONE_WAY(3, 9 + drawn(50), 9 + drawn(50), 9 + drawn(50)), "HH..");
	}
	set_ranks("0000");
}
END_TEST

START_TEST(a_zero_is_never_hidden)
{
	ck_assert_str_eq(ONE_WAY(3, 0, 0, 60), "H..H");
	ck_assert_str_eq(ONE_WAY(0, 0, 0), "...");
	two_way((const int64_t[]){ 3, 0, 0 }, 1, 3, true, false);
	ck_assert(!disclosure_protect(&sys, &options)); /* a total of 3 tells it */
	ck_assert_str_eq(pattern(), "...");
}
END_TEST

START_TEST(a_cell_that_is_known_protects_nothing)
{
	two_way((const int64_t[]){ 3, 9, 40 }, 1, 3, true, false);
	sys.cells[1].state = DISCLOSURE_KNOWN;
	ck_assert(disclosure_protect(&sys, &options));
	ck_assert_str_eq(pattern(), "H.H");
}
END_TEST

/* The smallest pattern that protects, by trying every subset and counting out. */
static const char *best_pattern(const int64_t *values, size_t rows, size_t columns)
{
	static char best[17];
	int best_size = 17;
	size_t count = rows * columns;

	best[0] = '\0';
	for (unsigned set = 0; set < 1u << count; set++) {
		struct disclosure_range ranges[DISCLOSURE_CELLS];
		int size = 0;
		bool good = true;
		two_way(values, rows, columns, true, rows > 1);
		for (size_t i = 0; i < count; i++) {
			bool in = (set >> i & 1) != 0, small = values[i] > 0 && values[i] < DISCLOSURE_K;
			good = good && (!small || in) && (!in || values[i] > 0);
			sys.cells[i].state = in ? DISCLOSURE_HIDDEN : DISCLOSURE_KNOWN;
			size += in && !small;
		}
		if (!good || size >= best_size)
			continue;
		count_out(ranges);
		for (size_t i = 0; i < count; i++)
			good = good && (sys.cells[i].state != DISCLOSURE_HIDDEN || ranges[i].high - ranges[i].low >= DISCLOSURE_K);
		if (!good)
			continue;
		best_size = size;
		strcpy(best, pattern());
	}
	return best;
}

static int size_of(const char *hidden)
{
	int size = 0;

	for (; *hidden != '\0'; hidden++)
		size += *hidden == 'H';
	return size;
}

START_TEST(no_other_choice_is_smaller)
{
	for (int turn = 0; turn < 60; turn++) {
		for (size_t i = 0; i < 6; i++)
			ranks[i] = (uint64_t)drawn(1000);
		bool two = turn % 3 == 0;
		size_t rows = two ? 2 : 1, columns = two ? 2 : 3;
		int64_t values[6];
		char best[17];
		for (size_t i = 0; i < rows * columns; i++)
			values[i] = drawn(two ? 9 : 14);
		strcpy(best, best_pattern(values, rows, columns));
		two_way(values, rows, columns, true, two);
		bool can = disclosure_protect(&sys, &options);
		ck_assert_int_eq(can, best[0] != '\0');
		if (can)
			ck_assert_int_eq(size_of(pattern()), size_of(best));
	}
	set_ranks("000000");
}
END_TEST

START_TEST(regional_sums_are_part_of_the_relations)
{
	/* Participants by categories; totals of the participants and of the region by category are shown. */
	static const int64_t values[] = {
		3, 20, 30,
		40, 25, 35,
		50, 45, 28,
	};

	two_way(values, 3, 3, true, false);
	ck_assert(disclosure_protect(&sys, &options));
	ck_assert_str_eq(pattern(), "HH......."); /* without the regional sums one row is enough */
	two_way(values, 3, 3, true, true);
	ck_assert(disclosure_protect(&sys, &options));
	ck_assert_str_eq(pattern(), "HH.HH...."); /* a rectangle */
	ck_assert(disclosure_is_protected(&sys));
}
END_TEST

START_TEST(what_cannot_be_protected_in_bounded_work_is_said_so)
{
	int64_t values[10 * 12];

	/* A small cell in each row, all in columns of their own: it takes ten further cells at least, of 110. */
	for (size_t i = 0; i < 120; i++)
		values[i] = i / 12 == i % 12 ? 1 : 50;
	two_way(values, 10, 12, true, true);
	ck_assert(!disclosure_protect(&sys, &options));
	ck_assert_ptr_null(strchr(pattern(), 'H')); /* as it was */
}
END_TEST

/* --- breakdowns over their releases --- */

#define MOST 8

static struct disclosure_table tables[MOST];
static bool hidden[MOST][DISCLOSURE_CATEGORIES + 1];

/* One character a category, releases apart by blanks: "." shown, "H" hidden, "-" missing; a release withheld whole is "W". */
static const char *history(const int64_t (*values)[4], size_t releases, size_t categories, const struct disclosure_options *how)
{
	static char text[256];
	size_t at = 0;

	for (size_t r = 0; r < releases; r++) {
		tables[r] = (struct disclosure_table){ .values = values[r], .hidden = hidden[r] };
		for (size_t c = 0; c < categories; c++)
			tables[r].total += values[r][c] > 0 ? values[r][c] : 0;
	}
	disclosure_history(tables, releases, categories, ranks, how, &sys);
	for (size_t r = 0; r < releases; r++) {
		if (r > 0)
			text[at++] = ' ';
		for (size_t c = 0; c < categories && !tables[r].withheld; c++)
			text[at++] = values[r][c] == DISCLOSURE_MISSING ? '-' : hidden[r][c] ? 'H' : '.';
		if (tables[r].withheld)
			text[at++] = 'W';
	}
	text[at] = '\0';
	return text;
}

#define HISTORY(...) history((const int64_t[][4]){ __VA_ARGS__ }, sizeof (const int64_t[][4]){ __VA_ARGS__ } / sizeof(int64_t[4]), 4, &options)

START_TEST(a_breakdown_of_a_small_total_is_withheld_whatever_it_says)
{
	ck_assert_str_eq(HISTORY({ 0, 0, 0, 0 }), "....");
	ck_assert_str_eq(HISTORY({ 1, 0, 0, 0 }), "W");
	ck_assert_str_eq(HISTORY({ 8, 0, 0, 0 }), "W");  /* 1 to 8 of four parts */
	ck_assert_str_eq(HISTORY({ 2, 2, 2, 2 }), "W");
	ck_assert_str_eq(HISTORY({ 9, 0, 0, 0 }), "....");
	ck_assert_str_eq(HISTORY({ 3, 2, 2, 2 }), "HHHH");
	ck_assert_str_eq(HISTORY({ 8, DISCLOSURE_MISSING, DISCLOSURE_MISSING, 0 }), ".--."); /* of two parts, up to 6 */
}
END_TEST

START_TEST(from_there_on_a_first_release_is_never_withheld)
{
	for (int turn = 0; turn < 2000; turn++) {
		int64_t values[1][4];
		for (size_t c = 0; c < 4; c++)
			values[0][c] = drawn(3) == 0 ? drawn(60) : drawn(6);
		const char *got = history((const int64_t (*)[4])values, 1, 4, &options);
		int64_t total = tables[0].total;
		ck_assert_int_eq(strcmp(got, "W") == 0, total > 0 && total < DISCLOSURE_K + 4);
	}
}
END_TEST

START_TEST(missing_is_neither_hidden_nor_zero)
{
	ck_assert_str_eq(HISTORY({ 3, DISCLOSURE_MISSING, 20, 0 }), "H-H.");
	ck_assert_str_eq(HISTORY({ DISCLOSURE_MISSING, DISCLOSURE_MISSING, DISCLOSURE_MISSING, DISCLOSURE_MISSING }), "----");
}
END_TEST

START_TEST(parts_that_do_not_make_up_the_total_are_withheld)
{
	static const int64_t values[][4] = { { 20, 30, 40, 50 }, { 20, DISCLOSURE_BROKEN, 40, 50 }, { 20, 30, 40, -1 }, { 20, 30, 40, 50 } };
	const int64_t totals[] = { 139, 110, 140, -5 };

	for (size_t i = 0; i < 4; i++) {
		struct disclosure_table table = { .total = totals[i], .values = values[i], .hidden = hidden[0] };
		disclosure_history(&table, 1, 4, ranks, &options, &sys);
		ck_assert(table.withheld && hidden[0][0]);
	}
}
END_TEST

START_TEST(what_an_earlier_release_showed_protects_nothing)
{
	/* Alone, 3 would be hidden with 9, which comes first; but 9 was shown before, so it takes 25. */
	ck_assert_str_eq(HISTORY({ 30, 9, 20, 0 }, { 3, 9, 25, 0 }), ".... H.H.");
	/* Also where a number comes back. */
	ck_assert_str_eq(HISTORY({ 30, 9, 20, 0 }, { 30, 10, 20, 0 }, { 3, 9, 25, 0 }), ".... .... H.H.");
	/* Where everything else was shown before, the total tells 3 to whoever knows that 9 and 20 are as they were. To others it need not. */
	ck_assert_str_eq(HISTORY({ 30, 9, 20, 0 }, { 3, 9, 20, 0 }), ".... HH..");
	/* Who knows of the 30 takes 3 and 2 for parts of 5; shown as suppressed they would be from 1 to 4. */
	ck_assert_str_eq(HISTORY({ 30, 9, 20, 6 }, { 30, 3, 20, 2 }), ".... W");
}
END_TEST

START_TEST(what_an_earlier_release_hid_stays_hidden)
{
	/* Nothing is small any more, but 6 beside the unchanged 9 would tell that 9, and with it the earlier 3. */
	ck_assert_str_eq(HISTORY({ 3, 9, 20, 30 }, { 6, 9, 20, 30 }), "HH.. HH..");
	ck_assert_str_eq(history((const int64_t[][4]){ { 3, 9, 20, 30 }, { 6, 9, 20, 30 } }, 2, 4, &switched_off), "H... ....");
	/* Both changed. Shown, they would tell which numbers the old ones, from 1 to 11 each, were not. */
	ck_assert_str_eq(HISTORY({ 3, 9, 20, 30 }, { 6, 11, 20, 30 }), "HH.. HH..");
	/* Numbers that they can't have been tell nothing. */
	ck_assert_str_eq(HISTORY({ 3, 9, 20, 30 }, { 12, 13, 20, 30 }), "HH.. ....");
	ck_assert_str_eq(HISTORY({ 3, 9, 20, 30 }, { 0, 13, 20, 30 }), "HH.. ....");
	/* The same figures again: the same cells. */
	ck_assert_str_eq(HISTORY({ 3, 9, 20, 30 }, { 3, 9, 20, 30 }), "HH.. HH..");
	/* One that stays hidden is not left alone: the first that is not known is hidden with it. */
	ck_assert_str_eq(HISTORY({ 3, 9, 20, 30 }, { 12, 9, 20, 31 }), "HH.. HH..");
	ck_assert_str_eq(HISTORY({ 3, 9, 20, 30 }, { 0, 9, 20, 31 }), "HH.. .H.H");
}
END_TEST

START_TEST(a_release_after_a_withheld_one_hides_what_that_may_have_been)
{
	ck_assert_str_eq(HISTORY({ 2, 1, 0, 0 }, { 20, 30, 40, 50 }), "W ....");
	ck_assert_str_eq(HISTORY({ 2, 1, 0, 0 }, { 4, 30, 40, 50 }), "W HH..");
	ck_assert_str_eq(HISTORY({ 2, 1, 0, 0 }, { 20, 1, 40, 50 }), "W HHH."); /* 1 is 0 to 3 for ever; so 20 alone would be 18 to 21 */
	/* Even a zero: it was one of the parts of 3. */
	ck_assert_str_eq(HISTORY({ 2, 1, 0, 0 }, { 20, 30, 0, 50 }), "W HHH.");
	ck_assert_str_eq(HISTORY({ 1, 1, 1, 0 }, { 20, 30, 0, 50 }), "W H.H."); /* this one changed: then one is enough */
	/* A total of 0 tells zeros. */
	ck_assert_str_eq(HISTORY({ 2, 1, 0, 0 }, { 0, 0, 0, 0 }), "W ....");
}
END_TEST

START_TEST(a_breakdown_that_did_not_add_up_binds_no_later_one)
{
	static const int64_t values[][4] = { { 20, 30, 40, 50 }, { 20, 30, 40, 50 } };

	for (size_t i = 0; i < 2; i++)
		tables[i] = (struct disclosure_table){ .total = 139 + (int64_t)i, .values = values[i], .hidden = hidden[i] };
	disclosure_history(tables, 2, 4, ranks, &options, &sys);
	ck_assert(tables[0].withheld && !tables[1].withheld && !hidden[1][0]);
}
END_TEST

START_TEST(a_history_does_not_depend_on_what_comes_later)
{
	for (int turn = 0; turn < 500; turn++) {
		int64_t values[4][4];
		char whole[256];
		for (size_t r = 0; r < 4; r++)
			for (size_t c = 0; c < 4; c++)
				values[r][c] = r > 0 && drawn(3) > 0 ? values[r - 1][c] : drawn(2) == 0 ? drawn(6) : drawn(40);
		snprintf(whole, sizeof whole, "%s", history((const int64_t (*)[4])values, 4, 4, &options));
		for (size_t releases = 1; releases < 4; releases++) {
			const char *part = history((const int64_t (*)[4])values, releases, 4, &options);
			ck_assert_msg(strncmp(whole, part, strlen(part)) == 0, "%s, but %s", whole, part);
		}
	}
}
END_TEST

START_TEST(more_releases_than_can_be_looked_at_together_are_withheld)
{
	enum { RELEASES = DISCLOSURE_RELATIONS + 2 };
	static struct disclosure_table many[RELEASES];
	static bool marks[RELEASES][2];
	static int64_t values[RELEASES][2];

	for (size_t r = 0; r < RELEASES; r++) {
		values[r][0] = 20 + (int64_t)r;
		values[r][1] = 30;
		many[r] = (struct disclosure_table){ .total = 50 + (int64_t)r, .values = values[r], .hidden = marks[r] };
	}
	disclosure_history(many, RELEASES, 2, ranks, &options, &sys);
	ck_assert(!many[0].withheld && !many[DISCLOSURE_RELATIONS - 2].withheld);
	ck_assert(many[DISCLOSURE_RELATIONS - 1].withheld && many[RELEASES - 1].withheld);
}
END_TEST

START_TEST(a_breakdown_with_too_many_parts_is_withheld)
{
	static int64_t values[DISCLOSURE_CATEGORIES + 1];
	struct disclosure_table table = { .total = 10 * (DISCLOSURE_CATEGORIES + 1), .values = values, .hidden = hidden[0] };

	for (size_t c = 0; c <= DISCLOSURE_CATEGORIES; c++)
		values[c] = 10;
	disclosure_history(&table, 1, DISCLOSURE_CATEGORIES + 1, ranks, &options, &sys);
	ck_assert(table.withheld && hidden[0][DISCLOSURE_CATEGORIES]);
}
END_TEST

START_TEST(without_complementary_suppression_a_small_cell_is_told)
{
	struct disclosure_range range;

	ck_assert_str_eq(history((const int64_t[][4]){ { 3, 9, 20, 30 } }, 1, 4, &switched_off), "H...");
	ck_assert(disclosure_bounds(&sys, (const size_t[]){ 0 }, 1, &range));
	ck_assert(range.low == 3 && range.high == 3);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(the_bounds_of_a_breakdown_are_those_of_the_hidden_sum),
	KIT_TEST(one_sum_has_the_same_bounds_by_its_formula_and_by_the_solver),
	KIT_TEST(a_cell_that_no_relation_reaches_has_no_upper_bound),
	KIT_TEST(the_bounds_of_two_way_tables_are_those_found_by_counting_out),
	KIT_TEST(the_bounds_over_several_releases_are_those_found_by_counting_out),
	KIT_TEST(nothing_is_concluded_from_relations_that_are_not_unimodular),
	KIT_TEST(numbers_out_of_bounds_are_refused),
	KIT_TEST(further_cells_are_the_fewest_then_those_of_the_lowest_ranks),
	KIT_TEST(ranks_decide_and_values_do_not),
	KIT_TEST(a_zero_is_never_hidden),
	KIT_TEST(a_cell_that_is_known_protects_nothing),
	KIT_TEST(no_other_choice_is_smaller),
	KIT_TEST(regional_sums_are_part_of_the_relations),
	KIT_TEST(what_cannot_be_protected_in_bounded_work_is_said_so),
	KIT_TEST(a_breakdown_of_a_small_total_is_withheld_whatever_it_says),
	KIT_TEST(from_there_on_a_first_release_is_never_withheld),
	KIT_TEST(missing_is_neither_hidden_nor_zero),
	KIT_TEST(parts_that_do_not_make_up_the_total_are_withheld),
	KIT_TEST(what_an_earlier_release_showed_protects_nothing),
	KIT_TEST(what_an_earlier_release_hid_stays_hidden),
	KIT_TEST(a_release_after_a_withheld_one_hides_what_that_may_have_been),
	KIT_TEST(a_breakdown_that_did_not_add_up_binds_no_later_one),
	KIT_TEST(a_history_does_not_depend_on_what_comes_later),
	KIT_TEST(more_releases_than_can_be_looked_at_together_are_withheld),
	KIT_TEST(a_breakdown_with_too_many_parts_is_withheld),
	KIT_TEST(without_complementary_suppression_a_small_cell_is_told),
};
KIT_MAIN("disclosure", tests)
