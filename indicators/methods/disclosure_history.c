/* disclosure_history: see disclosure_history.h. */
#include "indicators/methods/disclosure_history.h"

#include <string.h>

struct history {
	const struct disclosure_table *tables;
	size_t categories;
	const struct disclosure_options *options;
	struct disclosure_system *system;            /* of the releases so far */
	size_t cell_of[DISCLOSURE_CATEGORIES];       /* in the newest release that is part of the system */
	size_t newest;                               /* that release + 1; 0: none yet */
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

/* Whether an earlier release showed the category with this number. */
static bool was_shown(const struct history *history, size_t release, size_t category)
{
	const struct disclosure_table *tables = history->tables;

	for (size_t r = 0; r < release; r++)
		if (tables[r].values[category] == tables[release].values[category] && !tables[r].hidden[category])
			return true;
	return false;
}

/* The release's cells and relation; false where there is no more room. New cells are hidden, until it is decided. */
static bool join(struct history *history, size_t release)
{
	struct disclosure_system *system = history->system;
	const struct disclosure_table *table = &history->tables[release];

	if (system->relation_count == DISCLOSURE_RELATIONS || system->cell_count + history->categories > DISCLOSURE_CELLS)
		return false;
	int8_t *sign = system->relations[system->relation_count++].sign;
	memset(sign, 0, DISCLOSURE_CELLS);
	for (size_t c = 0; c < history->categories; c++) {
		if (table->values[c] == DISCLOSURE_MISSING)
			continue;
		bool same = release > 0 && history->newest == release && history->tables[release - 1].values[c] == table->values[c];
		if (!same) {
			history->cell_of[c] = system->cell_count;
			system->cells[system->cell_count++] = (struct disclosure_cell){ .value = table->values[c], .state = DISCLOSURE_HIDDEN };
		}
		if (was_shown(history, release, c))
			system->cells[history->cell_of[c]].state = DISCLOSURE_KNOWN;
		sign[history->cell_of[c]] = 1;
	}
	history->newest = release + 1;
	return true;
}

/* How narrow what earlier releases hid is by the totals alone: that is as much as this one has to keep. */
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

/* Decides the release's cells. False: it cannot be protected, and the system is as it was. */
static bool decide(struct history *history, size_t release)
{
	struct disclosure_system *system = history->system;
	const struct disclosure_table *table = &history->tables[release];
	bool positive[DISCLOSURE_CATEGORIES] = { false };

	for (size_t c = 0; c < history->categories; c++) {
		struct disclosure_cell *cell = &system->cells[history->cell_of[c]];
		if (table->values[c] == DISCLOSURE_MISSING || cell->state == DISCLOSURE_KNOWN)
			continue;
		positive[c] = cell->positive;
		cell->state = DISCLOSURE_FREE;
		cell->width = history->options->k;
		cell->positive = true;
	}
	bool done = disclosure_protect(system, history->options);
	for (size_t c = 0; c < history->categories; c++) {
		struct disclosure_cell *cell = &system->cells[history->cell_of[c]];
		if (table->values[c] == DISCLOSURE_MISSING || cell->state == DISCLOSURE_KNOWN)
			continue;
		table->hidden[c] = cell->state == DISCLOSURE_HIDDEN;
		if (done && !table->hidden[c])
			cell->state = DISCLOSURE_KNOWN;
		if (!done) {
			cell->state = DISCLOSURE_HIDDEN;
			cell->positive = positive[c];
		}
	}
	return done;
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

/* Most breakdowns are released once and have nothing small in them. */
static bool is_plain(const struct disclosure_table *tables, size_t count, size_t categories, const struct disclosure_options *options)
{
	return count == 1 && is_sound(&tables[0], categories) && !is_too_few(&tables[0], categories, options)
		&& !has_small(&tables[0], categories, options->k);
}

void disclosure_history(struct disclosure_table *tables, size_t count, size_t categories, const struct disclosure_options *options,
	struct disclosure_system *room)
{
	struct history history = { .tables = tables, .categories = categories, .options = options, .system = room };
	bool plain = is_plain(tables, count, categories, options);

	room->cell_count = room->relation_count = 0;
	for (size_t r = 0; r < count; r++) {
		struct disclosure_table *table = &tables[r];
		table->withheld = false;
		for (size_t c = 0; c < categories; c++)
			table->hidden[c] = false;
		if (plain || count_given(table, categories) == 0)
			continue;
		bool joined = is_sound(table, categories) && join(&history, r);
		bool shown = joined && !is_too_few(table, categories, options)
			&& (room->relation_count == 1 || options->primary_only || set_widths(&history)) && decide(&history, r);
		if (!shown)
			withhold(table, categories);
	}
}
