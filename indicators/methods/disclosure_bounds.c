/* disclosure_bounds: what a hidden cell could be, for all that a reader knows, solved in whole numbers; see disclosure.h. */
#include <string.h>

#include "indicators/methods/disclosure.h"

#define COLUMNS (DISCLOSURE_CELLS + DISCLOSURE_RELATIONS)
#define PIVOTS 20000 /* far more than any table needs */

/* A simplex tableau whose entries are -1, 0 or 1. Columns: hidden cells, then one artificial for each relation. */
struct tableau {
	size_t rows, cells;
	size_t cell_of[DISCLOSURE_CELLS];                        /* column: place in the system */
	int8_t given[DISCLOSURE_RELATIONS][DISCLOSURE_CELLS];    /* the relations, as they were */
	int64_t given_right[DISCLOSURE_RELATIONS];
	int8_t entry[DISCLOSURE_RELATIONS][COLUMNS];
	int64_t right[DISCLOSURE_RELATIONS];
	size_t basis[DISCLOSURE_RELATIONS];
	int64_t cost[COLUMNS];
	size_t pivots;
};

enum outcome { OPTIMAL, UNBOUNDED, GIVEN_UP };

static int64_t lowest(const struct disclosure_cell *cell)
{
	return cell->positive ? 1 : 0;
}

/* False where the numbers are out of bounds. Relations over what is known only say nothing. */
static bool set_up(const struct disclosure_system *system, struct tableau *t)
{
	t->rows = t->cells = t->pivots = 0;
	if (system->cell_count > DISCLOSURE_CELLS || system->relation_count > DISCLOSURE_RELATIONS)
		return false;
	for (size_t i = 0; i < system->cell_count; i++) {
		const struct disclosure_cell *cell = &system->cells[i];
		if (cell->state != DISCLOSURE_HIDDEN)
			continue;
		if (cell->value < lowest(cell) || cell->value > DISCLOSURE_LARGEST)
			return false;
		t->cell_of[t->cells++] = i;
	}
	for (size_t r = 0; r < system->relation_count; r++) {
		bool any = false;
		int64_t right = 0;
		for (size_t c = 0; c < t->cells; c++) {
			const struct disclosure_cell *cell = &system->cells[t->cell_of[c]];
			int8_t sign = system->relations[r].sign[t->cell_of[c]];
			t->given[t->rows][c] = sign;
			any = any || sign != 0;
			right += sign * (cell->value - lowest(cell));
		}
		if (any)
			t->given_right[t->rows++] = right;
	}
	return true;
}

/* Makes the column basic in the row, whose entry there is 1. False where an entry would leave {-1, 0, 1}. */
static bool pivot(struct tableau *t, size_t row, size_t column)
{
	size_t columns = t->cells + t->rows;

	if (t->pivots++ > PIVOTS)
		return false;
	for (size_t i = 0; i < t->rows; i++) {
		int factor = t->entry[i][column];
		if (i == row || factor == 0)
			continue;
		for (size_t c = 0; c < columns; c++) {
			int changed = t->entry[i][c] - factor * t->entry[row][c];
			if (changed < -1 || changed > 1)
				return false;
			t->entry[i][c] = (int8_t)changed;
		}
		t->right[i] -= factor * t->right[row];
	}
	int64_t factor = t->cost[column];
	for (size_t c = 0; factor != 0 && c < columns; c++)
		t->cost[c] -= factor * t->entry[row][c];
	t->basis[row] = column;
	return true;
}

/* Least cost over the first `columns` columns. Bland: the first column that improves, of the rows that limit it the first basic one. */
static enum outcome minimise(struct tableau *t, size_t columns)
{
	for (;;) {
		size_t enters = 0, leaves = SIZE_MAX;
		while (enters < columns && t->cost[enters] >= 0)
			enters++;
		if (enters == columns)
			return OPTIMAL;
		for (size_t i = 0; i < t->rows; i++)
			if (t->entry[i][enters] == 1 && (leaves == SIZE_MAX || t->right[i] < t->right[leaves]
				|| (t->right[i] == t->right[leaves] && t->basis[i] < t->basis[leaves])))
				leaves = i;
		if (leaves == SIZE_MAX)
			return UNBOUNDED;
		if (!pivot(t, leaves, enters))
			return GIVEN_UP;
	}
}

/* A row whose basic column is still artificial has 0 on the right: any cell may take its place. One without cells repeats others. */
static bool drive_out(struct tableau *t, size_t row)
{
	size_t column = 0;

	while (column < t->cells && t->entry[row][column] == 0)
		column++;
	if (column == t->cells)
		return true;
	if (t->entry[row][column] < 0)
		for (size_t c = 0; c < t->cells + t->rows; c++)
			t->entry[row][c] = (int8_t)-t->entry[row][c];
	return pivot(t, row, column);
}

/* A first solution: artificial columns take what the relations ask, and are then driven out. */
static bool begin(struct tableau *t)
{
	size_t columns = t->cells + t->rows;

	memset(t->cost, 0, (t->cells + t->rows) * sizeof *t->cost);
	for (size_t i = 0; i < t->rows; i++) {
		int sign = t->given_right[i] < 0 ? -1 : 1;
		for (size_t c = 0; c < columns; c++)
			t->entry[i][c] = (int8_t)(c < t->cells ? sign * t->given[i][c] : c - t->cells == i);
		t->right[i] = sign * t->given_right[i];
		t->basis[i] = t->cells + i;
		for (size_t c = 0; c < t->cells; c++)
			t->cost[c] -= t->entry[i][c];
	}
	if (minimise(t, t->cells) != OPTIMAL)
		return false;
	for (size_t i = 0; i < t->rows; i++) {
		if (t->basis[i] < t->cells)
			continue;
		if (t->right[i] != 0 || !drive_out(t, i))
			return false;
	}
	return true;
}

static int64_t value_of(const struct tableau *t, size_t column)
{
	for (size_t i = 0; i < t->rows; i++)
		if (t->basis[i] == column)
			return t->right[i];
	return 0;
}

/* Puts the present solution into every relation. */
static bool is_solution(const struct tableau *t)
{
	for (size_t r = 0; r < t->rows; r++) {
		int64_t right = 0;
		for (size_t i = 0; i < t->rows; i++) {
			if (t->right[i] < 0)
				return false;
			if (t->basis[i] < t->cells)
				right += t->given[r][t->basis[i]] * t->right[i];
		}
		if (right != t->given_right[r])
			return false;
	}
	return true;
}

/* One end of a column's range: sign 1 the smallest value, -1 the largest. */
static enum outcome find_end(struct tableau *t, size_t column, int sign, int64_t *end)
{
	memset(t->cost, 0, (t->cells + t->rows) * sizeof *t->cost);
	t->cost[column] = sign;
	for (size_t i = 0; i < t->rows; i++)
		for (size_t c = 0; t->basis[i] == column && c < t->cells; c++)
			t->cost[c] -= sign * t->entry[i][c];
	enum outcome outcome = minimise(t, t->cells);
	*end = value_of(t, column);
	return outcome == OPTIMAL && !is_solution(t) ? GIVEN_UP : outcome;
}

static size_t column_of(const struct tableau *t, size_t cell)
{
	size_t column = 0;

	while (column < t->cells && t->cell_of[column] != cell)
		column++;
	return column;
}

/*
 * One sum of cells, as most breakdowns are: y >= 0 with y1 + … + yn = b. Where n > 1, any of them may be 0, the others making up b, or b, the
 * others being 0; a single one is b. False where it is something else.
 */
static bool bound_by_one_sum(const struct disclosure_system *system, const size_t *wanted, size_t count, struct disclosure_range *ranges)
{
	size_t hidden = 0;
	int64_t rest = 0;

	if (system->relation_count != 1 || system->cell_count > DISCLOSURE_CELLS)
		return false;
	for (size_t i = 0; i < system->cell_count; i++) {
		const struct disclosure_cell *cell = &system->cells[i];
		if (cell->state != DISCLOSURE_HIDDEN)
			continue;
		if (system->relations[0].sign[i] != 1 || cell->value < lowest(cell) || cell->value > DISCLOSURE_LARGEST)
			return false;
		hidden++;
		rest += cell->value - lowest(cell);
	}
	for (size_t i = 0; i < count; i++) {
		const struct disclosure_cell *cell = &system->cells[wanted[i]];
		if (cell->state != DISCLOSURE_HIDDEN)
			return false;
		ranges[i] = (struct disclosure_range){ .low = lowest(cell) + (hidden == 1 ? rest : 0), .high = lowest(cell) + rest };
	}
	return true;
}

bool disclosure_bounds(const struct disclosure_system *system, const size_t *wanted, size_t count, struct disclosure_range *ranges)
{
	struct tableau t;

	if (bound_by_one_sum(system, wanted, count, ranges))
		return true;
	if (!set_up(system, &t) || !begin(&t))
		return false;
	for (size_t i = 0; i < count; i++) {
		size_t column = column_of(&t, wanted[i]);
		int64_t low, high;
		if (column == t.cells || find_end(&t, column, 1, &low) != OPTIMAL)
			return false;
		enum outcome outcome = find_end(&t, column, -1, &high);
		if (outcome == GIVEN_UP)
			return false;
		int64_t shift = lowest(&system->cells[wanted[i]]);
		ranges[i] = (struct disclosure_range){ .low = low + shift, .high = outcome == UNBOUNDED ? INT64_MAX : high + shift };
	}
	return true;
}
