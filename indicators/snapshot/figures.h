/*
 * figures: what one audience sees of the panel, computed by indicators/methods/ and written into its snapshot. One thread
 * an audience; the panel are shared and only read.
 *
 * A participant's scores of a framework are held on a board (rounds × domains × participants), because the change
 * of a score looks back over the rounds. When a snapshot is brought up to date, the board is read from the file, the
 * touched rows are computed again, and only marks that came out differently are written.
 */
#ifndef INDICATORS_SNAPSHOT_FIGURES_H
#define INDICATORS_SNAPSHOT_FIGURES_H

#include "indicators/snapshot/panel.h"
#include "indicators/store/database.h"

/* What changed since the snapshot that is brought up to date. */
struct touched {
	struct touched_cell {
		size_t round, participant, column;
	} *cells;
	size_t cell_count;
	struct touched_round {
		bool is;            /* anything */
		bool added;         /* the snapshot has nothing of it yet */
		bool *participants;
		bool *columns;
	} *rounds;              /* by place in panel */
};

struct figures {
	const struct panel *panel;
	enum statistics_audience audience;
	struct database *db;           /* its snapshot, being built */
	const struct touched *touched; /* NULL: the snapshot is new, everything is written */
	int64_t answers;               /* rows written */
};

/* Everything that is computed from answers. */
MUST_USE enum err figures_write(struct figures *figures, struct error *error);

#endif
