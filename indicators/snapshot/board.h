/*
 * board: a framework's domain scores while they are computed: every round, domain and participant, some read from the file that is brought up
 * to date. Part of figures_board; see figures_board.h.
 */
#ifndef INDICATORS_SNAPSHOT_BOARD_H
#define INDICATORS_SNAPSHOT_BOARD_H

#include "indicators/methods/compliance.h"
#include "indicators/snapshot/figures.h"

/* A participant's score of one domain in one round. */
struct board_mark {
	double score;  /* NAN: none */
	int scored, possible;
	double change; /* NAN: none */
	size_t from;   /* the round that the change is against */
	bool known;    /* what follows is known: computed, or read from the file that is brought up to date */
	bool is;       /* there is a row */
	bool as_filed; /* it came from the file and is as it stands there */
};

struct board {
	struct figures *figures;
	const struct panel_framework *framework;
	size_t participants;
	size_t slots;         /* domains and, first, the overall score: as their codes sort */
	struct board_mark *marks;   /* rounds × slots × participants */
	long *bases;          /* rounds × slots */
	bool *moved;          /* rounds × slots: some participant's score is not as filed */
	double *scores;       /* one for each column of a round */
	double *part;         /* some of them */
	double *slot_scores;  /* one for each domain */
	double *compliance;   /* one for each participant */
	struct compliance_point *points; /* one for each round */
	size_t *point_rounds;
};

/* Room for all of a framework, `figures` and `framework` being set; to be closed also after an error. */
MUST_USE enum err board_open(struct board *board, struct error *error);
void board_close(struct board *board);

/* Slot 0 is the overall score, its code "". */
struct board_mark *board_mark(const struct board *board, size_t round, size_t slot, size_t participant);
const char *board_slot_code(const struct board *board, size_t slot);

/* One mark, from the file where it was not computed. */
MUST_USE enum err board_know_mark(struct board *board, size_t round, size_t slot, size_t participant, struct error *error);

/* Every participant's mark of one domain in one round. */
MUST_USE enum err board_know_slot(struct board *board, size_t round, size_t slot, struct error *error);

/* Once all scores are computed: their changes since the round before, and the spread of the region (board_scores.c). */
MUST_USE enum err board_write_scores(struct board *board, struct statistics_value *values, struct error *error);

#endif
