/* disclosure: chooses what to hide; see disclosure.h. The bounds are solved in disclosure_bounds.c. */
#include "indicators/methods/disclosure.h"

#include <string.h>

bool disclosure_is_protected(const struct disclosure_system *system)
{
	size_t hidden[DISCLOSURE_CELLS];
	struct disclosure_range ranges[DISCLOSURE_CELLS];
	size_t count = 0;

	if (system->cell_count > DISCLOSURE_CELLS)
		return false;
	for (size_t i = 0; i < system->cell_count; i++)
		if (system->cells[i].state == DISCLOSURE_HIDDEN && system->cells[i].width > 0)
			hidden[count++] = i;
	if (count == 0)
		return true;
	if (!disclosure_bounds(system, hidden, count, ranges))
		return false;
	for (size_t i = 0; i < count; i++)
		if (ranges[i].high != INT64_MAX && ranges[i].high - ranges[i].low < system->cells[hidden[i]].width)
			return false;
	return true;
}

/* --- the choice of further cells --- */

struct search {
	struct disclosure_system *system;
	size_t candidates[DISCLOSURE_CELLS]; /* by rank, then by place */
	size_t candidate_count;
	size_t chosen[DISCLOSURE_CELLS];
	size_t trials;
};

/* A cell that no relation reaches hides nothing. */
static bool is_related(const struct disclosure_system *system, size_t cell)
{
	for (size_t r = 0; r < system->relation_count; r++)
		if (system->relations[r].sign[cell] != 0)
			return true;
	return false;
}

static void list_candidates(struct search *search)
{
	const struct disclosure_cell *cells = search->system->cells;

	for (size_t i = 0; i < search->system->cell_count; i++) {
		if (cells[i].state != DISCLOSURE_FREE || cells[i].value <= 0 || !is_related(search->system, i))
			continue;
		size_t at = search->candidate_count++;
		for (; at > 0 && cells[search->candidates[at - 1]].rank > cells[i].rank; at--)
			search->candidates[at] = search->candidates[at - 1];
		search->candidates[at] = i;
	}
}

static void hide(struct disclosure_system *system, size_t cell)
{
	system->cells[cell].state = DISCLOSURE_HIDDEN;
	if (system->cells[cell].twin > 0)
		system->cells[system->cells[cell].twin - 1].state = DISCLOSURE_HIDDEN;
}

static void unhide(struct disclosure_system *system, size_t cell)
{
	system->cells[cell].state = DISCLOSURE_FREE;
	if (system->cells[cell].twin > 0)
		system->cells[system->cells[cell].twin - 1].state = DISCLOSURE_KNOWN;
}

/* Whether the choice protects; then it stays hidden. */
static bool try_choice(struct search *search, size_t size)
{
	search->trials++;
	for (size_t i = 0; i < size; i++)
		hide(search->system, search->chosen[i]);
	if (disclosure_is_protected(search->system))
		return true;
	for (size_t i = 0; i < size; i++)
		unhide(search->system, search->chosen[i]);
	return false;
}

/*
 * All choices of `size` candidates, the lower ranks first, until one protects. `places` are where the chosen ones stand among the
 * candidates: the last is moved on; where it can't be, the one before it.
 */
static bool try_size(struct search *search, size_t size)
{
	size_t places[DISCLOSURE_CELLS];
	size_t depth = 0;

	places[0] = 0;
	while (search->trials < DISCLOSURE_TRIALS) {
		if (places[depth] + (size - depth) > search->candidate_count) {
			if (depth == 0)
				return false;
			places[--depth]++;
		} else if (depth + 1 < size) {
			places[depth + 1] = places[depth] + 1;
			depth++;
		} else {
			for (size_t i = 0; i < size; i++)
				search->chosen[i] = search->candidates[places[i]];
			if (try_choice(search, size))
				return true;
			places[depth]++;
		}
	}
	return false;
}

static bool hide_further(struct disclosure_system *system)
{
	struct search search; /* large: only what is used is set */

	search.system = system;
	search.candidate_count = search.trials = 0;
	list_candidates(&search);
	for (size_t size = 1; size <= search.candidate_count && search.trials < DISCLOSURE_TRIALS; size++)
		if (try_size(&search, size))
			return true;
	return false;
}

bool disclosure_protect(struct disclosure_system *system, const struct disclosure_options *options)
{
	bool primary[DISCLOSURE_CELLS] = { false };

	if (system->cell_count > DISCLOSURE_CELLS)
		return false;
	for (size_t i = 0; i < system->cell_count; i++) {
		const struct disclosure_cell *cell = &system->cells[i];
		primary[i] = cell->state == DISCLOSURE_FREE && cell->width > 0 && cell->value > 0 && cell->value < options->k;
		if (primary[i])
			hide(system, i);
	}
	if (options->primary_only || disclosure_is_protected(system) || hide_further(system))
		return true;
	for (size_t i = 0; i < system->cell_count; i++)
		if (primary[i])
			unhide(system, i);
	return false;
}
