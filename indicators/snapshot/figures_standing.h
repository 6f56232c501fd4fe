/*
 * figures_standing: scores by domain, their regional spread and coverage as they stood after each earlier release of a period. Computed of
 * the answers that the snapshot itself has of that release (answer_standing), so that they tell nothing which those do not. Part of figures; see
 * figures.h.
 */
#ifndef INDICATORS_SNAPSHOT_FIGURES_STANDING_H
#define INDICATORS_SNAPSHOT_FIGURES_STANDING_H

#include "indicators/snapshot/figures.h"

/* Of every round, or of the touched ones in the place of what the file has; after its answers were written. */
MUST_USE enum err figures_standing_write(struct figures *figures, struct error *error);

#endif
