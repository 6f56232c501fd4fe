/*
 * figures_board: a framework's domain scores, their changes and regional spread, coverage and compliance with SDG targets.
 * Part of figures; see figures.h.
 */
#ifndef INDICATORS_SNAPSHOT_FIGURES_BOARD_H
#define INDICATORS_SNAPSHOT_FIGURES_BOARD_H

#include "indicators/snapshot/figures.h"

/*
 * The answer that stands for a participant in a column, whoever may see it; NULL where there is none. Where the framework
 * carries answers forward and none was released, the last one that was reported to the same definition stands in;
 * *from is the round in which it was.
 */
const struct panel_answer *figures_answer(const struct panel *panel, size_t round, size_t participant, size_t column,
	const struct panel_round **from);

/* Only the one that stands in for an answer that is not there. */
const struct panel_answer *figures_carried(const struct panel *panel, size_t round, size_t participant, size_t column,
	const struct panel_round **from);

/* The same as figures_answer for the figures' audience: NULL also where it may not see it. */
const struct panel_answer *figures_visible(const struct figures *figures, size_t round, size_t participant, size_t column,
	const struct panel_round **from);

/* `values` has room for every participant. */
MUST_USE enum err figures_board_write(struct figures *figures, size_t framework, struct statistics_value *values,
	struct error *error);

#endif
