/*
 * disclosure: which cells of published tables must not be shown, so that nobody can be singled out (METHODS §4). Pure: no allocation.
 * Method "disclosure control", version DISCLOSURE_VERSION.
 *
 * A *system* is cells, counts that are whole and not negative, and relations between them, each a sum of cells (or a difference)
 * that the reader knows: the parts of a breakdown make up a total that is shown, a row and a column of a table, a total over
 * participants, the same cell in two releases. A rate that is shown beside its denominator tells its numerator: that cell is known.
 *
 *	- Primary suppression: a cell with 0 < value < k is hidden.
 *	- Complementary suppression: the fewest further cells, so that every hidden cell could, for all that the reader knows, take values at
 *	  least k apart. Of several choices of that size the one that comes first by the cells' `rank`, which no reader knows.
 *
 * The bounds of each hidden cell are solved, not guessed: see disclosure_bounds. What the reader is taken to know: every relation and every
 * cell that is not hidden; that no hidden cell is 0 where zeros are shown (`positive`), since the rule never hides one. For the
 * same reason a 0 is never chosen as a further cell: somebody who knows that there was none would see through it.
 *
 * Why by rank, and not "then the smallest sum", as METHODS §4 has it. This program is public, so its rule can be run backwards: fill in every
 * table that might stand there, and keep those that come out looking the same. If the smallest further cell is always the one that is taken,
 * what is shown bounds what is hidden from below: (6, 6, 4) and (100, 100, 4) told all of their hidden numbers. A rank is a hash under a
 * secret key of the installation over the cell's place (not its value: model/secret.h, snapshot/breakdown.c), so for a reader each choice
 * of the fewest cells that protects could have been the first. It stays the same from run to run, so that nothing can be
 * learnt by asking twice. Larger numbers are hidden than the smallest sum would hide; that is the price.
 *
 * What a reader who runs the rule backwards over all keys can tell of a breakdown released once: the bounds of a hidden cell are those of the
 * relations, 1 to S - n + 1 for n hidden cells with the sum S, both ends possible, at least k apart. (Take n - 1 of them as 1 and one as the rest:
 * the rule hides just these.) Between them not every number is possible: of two hidden cells one must be small, so a cell of them is
 * from 1 to k - 1 or from S - k + 1 to S - 1, no more than what the primary rule itself says. tests/unit/test_backwards.c counts
 * all of it out. What such a reader can tell from several releases is said in disclosure_history.h.
 *
 * Work is bounded; where the bounds are exceeded, or no choice protects every cell, the answer is that the table cannot be protected, and
 * it has to be withheld whole.
 */
#ifndef INDICATORS_METHODS_DISCLOSURE_H
#define INDICATORS_METHODS_DISCLOSURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DISCLOSURE_VERSION 2
#define DISCLOSURE_K 5

#define DISCLOSURE_CELLS 320           /* of one system, at most */
#define DISCLOSURE_RELATIONS 40
#define DISCLOSURE_TRIALS 4000         /* choices looked at before giving up */
#define DISCLOSURE_LARGEST 1000000000000 /* of a cell */

enum disclosure_state {
	DISCLOSURE_FREE,   /* may be shown or hidden, which is to be decided */
	DISCLOSURE_KNOWN,  /* known whatever is decided: a total, a cell that was shown before */
	DISCLOSURE_HIDDEN  /* in: not shown in any case; out: not to be shown */
};

struct disclosure_cell {
	int64_t value;
	enum disclosure_state state;
	bool positive;      /* where it is hidden, a reader knows that it is not 0 */
	int64_t width;      /* how far apart its possible values must be if it is hidden; 0: it needs no protection */
	uint64_t rank;      /* free cells: those of the lowest ranks are chosen first */
	size_t twin;        /* free cells: the place + 1 of a cell that is known, but hidden whenever this one is; 0: none */
};

/* A known sum: over all cells, sign · value, where the sign is 0, 1 or -1. */
struct disclosure_relation {
	int8_t sign[DISCLOSURE_CELLS];
};

/* Large: on the heap, one for many calls. */
struct disclosure_system {
	size_t cell_count, relation_count;
	struct disclosure_cell cells[DISCLOSURE_CELLS];
	struct disclosure_relation relations[DISCLOSURE_RELATIONS];
};

struct disclosure_options {
	int64_t k;
	bool primary_only;  /* no complementary suppression: for tests that show what it is for */
};

#define DISCLOSURE_OPTIONS { .k = DISCLOSURE_K, .primary_only = false }

/* The smallest and largest value that a hidden cell could have; `high` INT64_MAX: no limit. */
struct disclosure_range {
	int64_t low, high;
};

/*
 * Solves the bounds of the hidden cells `wanted[i]`. False where that is not possible exactly, and then nothing may be
 * concluded: more than the limits above, or relations that are not unimodular.
 *
 * How. Hidden cells less their lowest value are y >= 0 with A·y = b, entries of A in {-1, 0, 1}. The bounds are two linear programs for each
 * cell, solved by the simplex method with Bland's rule (R. G. Bland, "New finite pivoting rules for the simplex method", Mathematics of
 * Operations Research 2 (1977), 103-107), which ends. Every pivot is 1 and every entry stays in {-1, 0, 1}, or the solver gives up. Therefore it
 * computes in whole numbers, without rounding; a solution of the program is one in whole numbers, so the bounds hold for
 * counts and are attained. That is no loss where it matters: one-way tables, their releases (a cell that stays the same stands in releases
 * that follow each other: an interval matrix) and two-way tables (a network matrix) are totally unimodular, and then every entry of every
 * tableau is in {-1, 0, 1}. And both ends are tried: a solution is put into every relation before it counts.
 */
bool disclosure_bounds(const struct disclosure_system *system, const size_t *wanted, size_t count, struct disclosure_range *ranges);

/* Whether every hidden cell is as uncertain as its `width` asks. */
bool disclosure_is_protected(const struct disclosure_system *system);

/*
 * Hides what must be hidden: free cells become DISCLOSURE_HIDDEN or stay free. False: it cannot be protected; then the
 * system is as it was. A free cell's `width` is what it needs if it is hidden, k for a count of persons.
 *
 * Of the choices with the fewest further cells that protect, the one whose lowest rank is lowest, then the next to lowest, and so on.
 */
bool disclosure_protect(struct disclosure_system *system, const struct disclosure_options *options);

#endif
