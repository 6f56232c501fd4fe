/*
 * figures_past: answers as earlier releases had published them, as far as one audience may see them. Part of figures; see figures.h.
 */
#ifndef INDICATORS_SNAPSHOT_FIGURES_PAST_H
#define INDICATORS_SNAPSHOT_FIGURES_PAST_H

#include "indicators/snapshot/figures.h"

/* All of a round, into a snapshot that has none of it. */
MUST_USE enum err figures_past_write(struct figures *figures, size_t round, struct error *error);

/* Those of one answer, in the place of what the snapshot has. */
MUST_USE enum err figures_past_replace(struct figures *figures, const struct touched_cell *cell, struct error *error);

/* Who may see an answer of the past: never more than the release showed it to, nor more than may see the answer today. */
enum statistics_audience figures_past_audience(const struct panel *panel, const struct panel_round *round, const struct panel_past *past);

#endif
