/* disclosure_history: see disclosure_history.h. */
#include "indicators/methods/disclosure_history.h"

#include <string.h>

/*
 * The system holds the insider's cells and relations: one relation for each release that joined, in order. While a release that is not the first is
 * decided, the reader's cells and relation stand behind them.
 */
struct history {
	const struct disclosure_table *tables;
	size_t categories;
	const uint64_t *ranks;
	const struct disclosure_options *options;
	struct disclosure_system *system;
	size_t joined[DISCLOSURE_RELATIONS];                           /* by relation: which release */
	uint16_t cell_of[DISCLOSURE_RELATIONS][DISCLOSURE_CATEGORIES]; /* by relation: the insider's cell; only where given */
	int64_t high[DISCLOSURE_RELATIONS];     /* by relation: the largest number that a reader of the release alone takes a hidden part for */
	bool zeros_hidden[DISCLOSURE_CATEGORIES]; /* withheld before: a hidden part may be 0 */
};

static size_t count_given(const struct disclosure_table *table, size_t categories)
{
	size_t given = 0;

	for (size_t c = 0; c < categories; c++)
		given += table->values[c] != DISCLOSURE_MISSING;
	return given;
}

/* Whether the parts make up the total. */
static bool is_sound(const struct disclosure_table *table, size_t categories)
{
	int64_t sum = 0;

	if (categories > DISCLOSURE_CATEGORIES || table->total < 0 || table->total > DISCLOSURE_LARGEST)
		return false;
	for (size_t c = 0; c < categories; c++) {
		int64_t value = table->values[c];
		if (value == DISCLOSURE_MISSING)
			continue;
		if (value < 0 || value > DISCLOSURE_LARGEST)
			return false;
		sum += value;
	}
	return sum == table->total;
}

static void withhold(struct disclosure_table *table, size_t categories)
{
	table->withheld = true;
	for (size_t c = 0; c < categories; c++)
		table->hidden[c] = table->values[c] != DISCLOSURE_MISSING;
}

/* The insider's cell of the category's number, from whichever earlier release; DISCLOSURE_CELLS: a new one. */
static size_t find_cell(const struct history *history, size_t category, int64_t value)
{
	for (size_t r = 0; r < history->system->relation_count; r++)
		if (history->tables[history->joined[r]].values[category] == value)
			return history->cell_of[r][category];
	return DISCLOSURE_CELLS;
}

/* The release's cells and relation; false where there is no more room. New cells are hidden, until it is decided. */
static bool join(struct history *history, size_t release, size_t *first_new)
{
	struct disclosure_system *system = history->system;
	const struct disclosure_table *table = &history->tables[release];
	size_t row = system->relation_count;

	*first_new = system->cell_count;
	/* And one more relation, and as many cells, for the reader's. */
	if (row + 2 > DISCLOSURE_RELATIONS || system->cell_count + 2 * history->categories > DISCLOSURE_CELLS)
		return false;
	int8_t *sign = system->relations[row].sign;
	memset(sign, 0, DISCLOSURE_CELLS);
	for (size_t c = 0; c < history->categories; c++) {
		if (table->values[c] == DISCLOSURE_MISSING)
			continue;
		size_t cell = find_cell(history, c, table->values[c]);
		if (cell == DISCLOSURE_CELLS) {
			cell = system->cell_count++;
			system->cells[cell] = (struct disclosure_cell){ .value = table->values[c], .state = DISCLOSURE_HIDDEN };
		}
		history->cell_of[row][c] = (uint16_t)cell;
		sign[cell] = 1;
	}
	history->joined[row] = release;
	system->relation_count++;
	return true;
}

/* How wide hidden cells are for the insider as long as the newest release shows its total only: as much as its breakdown has to leave, up to k. */
static bool set_widths(struct history *history)
{
	struct disclosure_system *system = history->system;
	struct disclosure_range ranges[DISCLOSURE_CELLS];
	size_t hidden[DISCLOSURE_CELLS], count = 0;
	int64_t k = history->options->k;

	for (size_t i = 0; i < system->cell_count; i++)
		if (system->cells[i].state == DISCLOSURE_HIDDEN)
			hidden[count++] = i;
	if (count > 0 && !disclosure_bounds(system, hidden, count, ranges))
		return false;
	for (size_t i = 0; i < count; i++) {
		bool wide = ranges[i].high == INT64_MAX || ranges[i].high - ranges[i].low >= k;
		system->cells[hidden[i]].width = wide ? k : ranges[i].high - ranges[i].low;
	}
	return true;
}

/* Those that are narrow whatever the breakdown says are left to what the total tells. */
static void let_narrow_ones_go(struct disclosure_system *system, int64_t k)
{
	for (size_t i = 0; i < system->cell_count; i++)
		if (system->cells[i].width < k)
			system->cells[i].width = 0;
}

/* Whether an earlier release hid the category, and for all that its reader knows it was this number. */
static bool may_have_been_hidden(const struct history *history, size_t category, int64_t value)
{
	for (size_t r = 0; r + 1 < history->system->relation_count; r++) {
		const struct disclosure_table *table = &history->tables[history->joined[r]];
		if (table->values[category] != DISCLOSURE_MISSING && table->hidden[category]
			&& (value > 0 ? value <= history->high[r] : history->zeros_hidden[category]))
			return true;
	}
	return false;
}

/* The first release: insider and reader know the same. */
static bool decide_first(struct history *history)
{
	struct disclosure_system *system = history->system;
	const struct disclosure_table *table = &history->tables[history->joined[0]];

	for (size_t c = 0; c < history->categories; c++) {
		if (table->values[c] == DISCLOSURE_MISSING)
			continue;
		struct disclosure_cell *cell = &system->cells[history->cell_of[0][c]];
		cell->state = DISCLOSURE_FREE;
		cell->width = history->options->k;
		cell->positive = true;
		cell->rank = history->ranks[c];
	}
	bool done = disclosure_protect(system, history->options);
	for (size_t c = 0; c < history->categories; c++) {
		if (table->values[c] == DISCLOSURE_MISSING)
			continue;
		struct disclosure_cell *cell = &system->cells[history->cell_of[0][c]];
		table->hidden[c] = cell->state == DISCLOSURE_HIDDEN;
		if (!done) {
			cell->state = DISCLOSURE_HIDDEN;
			cell->positive = false;
		} else if (!table->hidden[c]) {
			cell->state = DISCLOSURE_KNOWN;
		}
	}
	return done;
}

/* The reader's cell of a category, and what becomes of the insider's for a start. */
static void add_readers_cell(struct history *history, size_t row, size_t category, int8_t *sign)
{
	struct disclosure_system *system = history->system;
	size_t cell = history->cell_of[row][category], place = system->cell_count++;
	struct disclosure_cell *insiders = &system->cells[cell], *readers = &system->cells[place];
	bool known = insiders->state == DISCLOSURE_KNOWN, only_primary = history->options->primary_only;
	bool stays = !only_primary && may_have_been_hidden(history, category, insiders->value);

	for (size_t r = 0; r <= row; r++)
		system->relations[r].sign[place] = 0;
	sign[place] = 1;
	*readers = (struct disclosure_cell){ .value = insiders->value, .state = stays ? DISCLOSURE_HIDDEN : DISCLOSURE_FREE,
		.positive = !history->zeros_hidden[category], .width = history->options->k, .rank = history->ranks[category] >> 1 };
	if (known) {
		readers->rank |= UINT64_C(1) << 63; /* after all others */
	} else if (!stays) {
		insiders->state = DISCLOSURE_KNOWN;
		readers->twin = cell + 1;
	}
	if (!known)
		insiders->positive = insiders->positive || readers->positive;
}

/* The release's cells as before it was decided. What it alone has is then taken for hidden, 0 or not. */
static void take_back(struct history *history, size_t row, size_t first_new, const struct disclosure_cell *before)
{
	memcpy(history->system->cells, before, first_new * sizeof *before);
	for (size_t c = 0; c < history->categories; c++) {
		if (history->tables[history->joined[row]].values[c] == DISCLOSURE_MISSING || history->cell_of[row][c] < first_new)
			continue;
		struct disclosure_cell *cell = &history->system->cells[history->cell_of[row][c]];
		cell->state = DISCLOSURE_HIDDEN;
		cell->positive = false;
	}
}

/* One try: over the insider's widths as they are. */
static bool try_later(struct history *history, size_t first_new)
{
	struct disclosure_system *system = history->system;
	struct disclosure_cell before[DISCLOSURE_CELLS];
	size_t row = system->relation_count - 1, first_readers = system->cell_count;
	const struct disclosure_table *table = &history->tables[history->joined[row]];
	int8_t *sign = system->relations[row + 1].sign;

	memcpy(before, system->cells, first_new * sizeof *before);
	memset(sign, 0, DISCLOSURE_CELLS);
	for (size_t c = 0; c < history->categories; c++)
		if (table->values[c] != DISCLOSURE_MISSING)
			add_readers_cell(history, row, c, sign);
	system->relation_count++;
	bool done = disclosure_protect(system, history->options);
	for (size_t c = 0, place = first_readers; c < history->categories; c++)
		if (table->values[c] != DISCLOSURE_MISSING)
			table->hidden[c] = system->cells[place++].state == DISCLOSURE_HIDDEN;
	system->relation_count--;
	system->cell_count = first_readers;
	if (!done)
		take_back(history, row, first_new, before);
	return done;
}

/* A later release. */
static bool decide_later(struct history *history, size_t first_new)
{
	if (history->options->primary_only)
		return try_later(history, first_new);
	if (!set_widths(history))
		return false;
	if (try_later(history, first_new))
		return true;
	let_narrow_ones_go(history->system, history->options->k);
	return try_later(history, first_new);
}

/* What the release adds to what later ones have to heed. */
static void remember(struct history *history, const struct disclosure_table *table)
{
	size_t row = history->system->relation_count - 1;
	int64_t high = table->withheld ? table->total : 1;

	for (size_t c = 0; c < history->categories; c++) {
		if (table->values[c] == DISCLOSURE_MISSING || !table->hidden[c])
			continue;
		if (table->withheld)
			history->zeros_hidden[c] = true;
		else
			high += table->values[c] - !history->zeros_hidden[c];
	}
	history->high[row] = high;
}

/* A total of 0 tells that every part is. */
static void show_zeros(struct history *history)
{
	size_t row = history->system->relation_count - 1;

	for (size_t c = 0; c < history->categories; c++)
		if (history->tables[history->joined[row]].values[c] != DISCLOSURE_MISSING)
			history->system->cells[history->cell_of[row][c]].state = DISCLOSURE_KNOWN;
}

static bool decide(struct history *history, size_t first_new)
{
	const struct disclosure_table *table = &history->tables[history->joined[history->system->relation_count - 1]];

	if (table->total == 0) {
		show_zeros(history);
		return true;
	}
	if (history->system->relation_count == 1)
		return decide_first(history);
	return decide_later(history, first_new);
}

static bool has_small(const struct disclosure_table *table, size_t categories, int64_t k)
{
	for (size_t c = 0; c < categories; c++)
		if (table->values[c] > 0 && table->values[c] < k)
			return true;
	return false;
}

static bool is_too_few(const struct disclosure_table *table, size_t categories, const struct disclosure_options *options)
{
	return !options->primary_only && table->total > 0 && table->total < options->k + (int64_t)count_given(table, categories);
}

bool disclosure_is_plain(const struct disclosure_table *tables, size_t count, size_t categories, const struct disclosure_options *options)
{
	return count == 1 && is_sound(&tables[0], categories) && !is_too_few(&tables[0], categories, options)
		&& !has_small(&tables[0], categories, options->k);
}

void disclosure_history(struct disclosure_table *tables, size_t count, size_t categories, const uint64_t *ranks,
	const struct disclosure_options *options, struct disclosure_system *room)
{
	struct history history = { .tables = tables, .categories = categories, .ranks = ranks, .options = options, .system = room };
	bool plain = disclosure_is_plain(tables, count, categories, options);
	size_t first_new;

	room->cell_count = room->relation_count = 0;
	for (size_t r = 0; r < count; r++) {
		struct disclosure_table *table = &tables[r];
		table->withheld = false;
		for (size_t c = 0; c < categories; c++)
			table->hidden[c] = false;
		if (plain || count_given(table, categories) == 0)
			continue;
		bool joined = is_sound(table, categories) && join(&history, r, &first_new);
		if (!joined || is_too_few(table, categories, options) || !decide(&history, first_new))
			withhold(table, categories);
		if (joined)
			remember(&history, table);
	}
}
