/*
 * figures_regional: the regional figure of one indicator in one round (METHODS §2), as it stands and as it stood after earlier releases
 * of the round. Part of figures; see figures.h.
 */
#ifndef INDICATORS_SNAPSHOT_FIGURES_REGIONAL_H
#define INDICATORS_SNAPSHOT_FIGURES_REGIONAL_H

#include "indicators/snapshot/figures.h"

/* `values` has room for every participant. Replaces what the snapshot has of that column. */
MUST_USE enum err figures_regional_write(struct figures *figures, size_t round, size_t column, struct statistics_value *values,
	struct error *error);

#endif
