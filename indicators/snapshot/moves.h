/*
 * moves: how far the region moved since the round before, written into an audience's snapshot after its figures.
 *
 * A region's mean may change only because others reported. So a move is told over the participants that have a score in both
 * rounds: the mean of those scores now, the mean of them then, and the difference. Both rounds are of one frequency, one directly
 * after the other, and ask the same: the same version of the indicator, the same versions of all of a domain's indicators. Only scores that
 * the audience may see take part, and no move is told over fewer participants than the framework's minimum, or over
 * one alone: that would be its own. An answer that was carried forward has no part in the move of its indicator. Neutral indicators, and those without a score, have no moves.
 *
 * The moves of a single participant are the changes of its domain scores (methods/compliance.h).
 */
#ifndef INDICATORS_SNAPSHOT_MOVES_H
#define INDICATORS_SNAPSHOT_MOVES_H

#include "indicators/snapshot/figures.h"

#define MOVES_LEAST 2 /* participants */

/* Of all rounds; where a snapshot is brought up to date, of the touched ones and of those that are told against them. */
MUST_USE enum err moves_write(struct figures *figures, struct error *error);

#endif
