/*
 * figures: what one audience sees of the panel, computed by indicators/methods/ and written into its snapshot. One thread
 * an audience; the panel is shared and only read.
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

#endif
