/*
 * official_figures: the official series as one snapshot holds them, the same for every audience: newest values, what was
 * revised since the vintage before, and how each series moves (METHODS §3a, §3b).
 *
 * The newest vintage is told for each series and participant: a later fetch of one series leaves the others at the
 * vintage that has them. A neutral series (16.2.2) has its figures and no verdict.
 */
#ifndef INDICATORS_SNAPSHOT_OFFICIAL_FIGURES_H
#define INDICATORS_SNAPSHOT_OFFICIAL_FIGURES_H

#include "indicators/store/database.h"

/* Replaces that part in each of the snapshots. */
MUST_USE enum err official_figures_write(struct database *reports, struct database *const *snapshots, size_t count,
	struct error *error);

#endif
