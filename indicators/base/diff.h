/*
 * diff: what differs between two texts, by words, to be shown to people. Pure.
 *
 * The texts of the SAME and ADDED pieces together are `after`, byte for byte; those of SAME and REMOVED are `before`, except that blanks
 * within SAME pieces are those of `after`. Where only blanks differ, the whole is replaced.
 */
#ifndef INDICATORS_BASE_DIFF_H
#define INDICATORS_BASE_DIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/arena.h"

enum diff_kind { DIFF_SAME, DIFF_REMOVED, DIFF_ADDED };

struct diff_piece {
	enum diff_kind kind;
	const char *text;
};

struct diff_pieces { struct diff_piece *rows; size_t count; };

#define DIFF_WORDS 20000 /* more of them are not compared one by one: all is replaced */
#define DIFF_EDITS 400   /* with more words changed than this, what lies between the common beginning and end is replaced */

/*
 * The pieces in the order of the texts; within one change, what was removed comes before what was added. No two neighbours are of one kind.
 * NULL is the empty text; two equal texts give one SAME piece, two empty ones none. Takes at most DIFF_EDITS steps a word.
 */
struct diff_pieces diff_words(struct arena *arena, const char *before, const char *after);

#endif
