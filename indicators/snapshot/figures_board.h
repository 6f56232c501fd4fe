/*
 * figures_board: a framework's domain scores, their changes and regional spread, coverage and compliance with SDG targets.
 * Part of figures; see figures.h.
 */
#ifndef INDICATORS_SNAPSHOT_FIGURES_BOARD_H
#define INDICATORS_SNAPSHOT_FIGURES_BOARD_H

#include "indicators/snapshot/figures.h"

/* `values` has room for every participant. */
MUST_USE enum err figures_board_write(struct figures *figures, size_t framework, struct statistics_value *values,
	struct error *error);

#endif
