/*
 * items: how many governments meet each item of a checklist, over the answers that an audience may see. Counted are those that told which
 * items are met (an imported answer may be a number alone); nothing is said where they are fewer than the framework's minimum.
 */
#ifndef INDICATORS_SNAPSHOT_ITEMS_H
#define INDICATORS_SNAPSHOT_ITEMS_H

#include "indicators/snapshot/figures.h"

struct items_row {
	size_t round, column, participant;
	const char *item;
};

/* The items met of every released answer to a checklist; by round, column and participant. */
struct items {
	struct items_row *rows;
	size_t count;
};

/* In the panel's arena. */
MUST_USE enum err items_load(struct items *items, struct panel *panel, struct database *reports, struct error *error);

/* The table item_regional: all of a new snapshot, or in the place of what it has of the touched columns. */
MUST_USE enum err items_write(struct figures *figures, const struct items *items, struct error *error);

#endif
