/*
 * book: a participant's questionnaire as rows to be filled in away from the browser: what a workbook or a CSV file has in its
 * cells, in which order, and how an answer's content is written there and read back. No files here (write.h, read.h), nothing is
 * saved here (plan.h).
 *
 * One row is one thing to fill in. Its id is stable: "IDR3/cell/sex=female". The rows depend only on what the round
 * asks, never on answers, so that `digest` tells whether a file was made from this very questionnaire.
 */
#ifndef INDICATORS_WORKBOOK_BOOK_H
#define INDICATORS_WORKBOOK_BOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/arena.h"
#include "indicators/model/answer.h"
#include "indicators/model/question.h"
#include "indicators/model/round.h"

#define BOOK_TEMPLATE 1 /* goes up when rows of an older workbook would be understood wrongly */
#define BOOK_MARK "almaty-monitor"

enum book_part {
	BOOK_STATUS, BOOK_LEVEL, BOOK_YES_NO, BOOK_ITEM, BOOK_NUMERATOR, BOOK_DENOMINATOR, BOOK_VALUE, BOOK_CELL, BOOK_REASON,
	BOOK_NARRATIVE, BOOK_SOURCE, BOOK_EXPLANATION, BOOK_EVIDENCE, BOOK_PARTS
};

struct book_row {
	const char *id;    /* "IDR2/value", "LAW4/item/PP", "IDR3/cell/sex=female" */
	enum book_part part;
	const char *key;   /* the item's code, the cell's name; else NULL */
	const char *group; /* title of the item's group or of the breakdown; else NULL */
	const char *title; /* for people */
	const char *hint;  /* how to fill it in; for people */
};

struct book_answer {
	struct question question;
	struct answer answer;
	bool open;          /* can be changed now */
	const char *closed; /* why it cannot; for people */
	struct book_row *rows;
	size_t count;
};

struct book {
	const struct round *round;
	const struct round_seat *seat;
	struct book_answer *answers; /* in the round's order: by domain */
	size_t count;
	size_t rows;                 /* of all answers together */
	char digest[33];             /* of template version, ids and definitions; hexadecimal */
};

/* The questionnaire with the present answers, in the current language; all in the arena. */
MUST_USE enum err book_load(struct database *db, struct arena *arena, const struct round *round, const struct round_seat *seat,
	struct book *book, struct error *error);

/* What a cell holds. */
enum book_kind {
	BOOK_EMPTY, BOOK_TEXT, BOOK_NUMBER, BOOK_FLAG /* TRUE or FALSE */, BOOK_PERCENTAGE /* a number shown as 45%, held as 0.45 */,
	BOOK_DATE /* a number shown as a date */, BOOK_ERROR /* #N/A … */
};
struct book_value {
	enum book_kind kind;
	double number;    /* NUMBER, FLAG, PERCENTAGE, DATE */
	const char *text; /* TEXT, ERROR; never NULL there */
};

/* What the row's cell holds for a content (NULL: nothing saved): numbers as numbers, choices in the words of the current language. */
struct book_value book_value(struct arena *arena, const struct book_answer *answer, const struct book_row *row,
	const struct answer_content *content);

/* The content of the newest revision, or NULL. */
const struct answer_content *book_saved(const struct book_answer *answer);

/* The same as one reads it, numbers in the current language. "" where there is nothing. */
const char *book_value_text(struct arena *arena, struct book_value value);

/* The words to choose from, in the current language. */
const char *book_yes_no(bool yes);
const char *book_level(struct arena *arena, const struct question *question, size_t level); /* "2. Adopted" */

/*
 * Puts what was filled in into the content; items, cells and texts are kept in the arena. Words are understood in every language
 * of the interface, numbers as forms take them ("1 234,5"). ERR_INVALID with a sentence for who filled it in.
 * A row of evidence gives `evidence` instead: one piece for each line.
 */
struct book_content {
	struct answer_content content;
	bool reported; /* a status was given, or something that only a reported answer has */
	struct answer_evidence *evidence;
	size_t evidence_count;
};
MUST_USE enum err book_take(struct arena *arena, const struct book_answer *answer, const struct book_row *row, struct book_value value,
	struct book_content *content, struct error *error);

/* An empty content to be filled by book_take for all rows of an answer. */
struct book_content book_content(struct arena *arena, const struct book_answer *answer);

#endif
