/*
 * copy: what stands in a snapshot as it stands in reports.db: catalogue, texts, rounds with whom and what they asked.
 */
#ifndef INDICATORS_SNAPSHOT_COPY_H
#define INDICATORS_SNAPSHOT_COPY_H

#include "indicators/snapshot/panel.h"
#include "indicators/store/database.h"

/* Every row of a statement of reports.db into a statement of each snapshot, column by column. */
MUST_USE enum err copy_rows(struct database *reports, size_t from, struct database *const *snapshots, size_t count, size_t to,
	struct error *error);

/* The catalogue, which no audience is refused. */
MUST_USE enum err copy_catalogue(struct database *reports, const struct panel *panel, struct database *const *snapshots,
	size_t count, struct error *error);

/* One released round with its releases; with `added` also whom and what it asked. */
MUST_USE enum err copy_round(struct database *reports, const struct panel *panel, size_t round, bool added,
	struct database *const *snapshots, size_t count, struct error *error);

#endif
