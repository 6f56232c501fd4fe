/*
 * plan: what an uploaded workbook or CSV would change, cell by cell, before anything is saved; and saving it, all or nothing.
 *
 * A workbook is refused as a whole when it is not of this very questionnaire: another round, country or template, an older catalogue,
 * rows removed, added or put in another order. What somebody typed is what differs from the revision that the workbook was made from; so
 * answers that nobody touched in it are left alone, however they have changed here since, and of an answer that both sides
 * changed only the typed fields would be put over the present ones, once the person says so.
 */
#ifndef INDICATORS_WORKBOOK_PLAN_H
#define INDICATORS_WORKBOOK_PLAN_H

#include "indicators/workbook/book.h"
#include "indicators/workbook/read.h"

struct plan_cell {
	const struct book_row *row;
	const char *place;
	const char *from;  /* what the workbook was made with */
	const char *to;    /* what stands there now, as it was understood or, where it is wrong, as it was typed */
	const char *theirs; /* what was saved here since; NULL unless that is something else than both */
	const char *wrong; /* why it cannot be taken, or NULL */
};

struct plan_answer {
	const struct book_answer *answer;
	bool conflict;     /* somebody saved the answer after the workbook was made */
	const char *wrong; /* of the answer as a whole, or NULL */
	struct plan_cell *cells; /* what was changed, and what is wrong */
	size_t count;
	struct answer_content content; /* as it would be saved */
	const struct answer_evidence *added;
	size_t added_count;
	struct answer_findings findings; /* what would still keep it from being submitted, or has to be explained */
	struct answer_personals personals; /* what looks like data of persons, to be confirmed */
};

struct plan {
	const struct book *book;
	struct plan_answer *answers; /* only those in which something was changed, in the round's order */
	size_t count;
	size_t cells;     /* changed */
	size_t wrong;     /* cells and answers that cannot be taken: then nothing can be saved */
	size_t conflicts;
	size_t personals; /* places to be confirmed */
	char digest[33];  /* of all of it: a preview is of this plan and no other */
};

/* ERR_INVALID or ERR_CONFLICT with the reason when the file is refused as a whole. In the arena. */
MUST_USE enum err plan_make(struct database *db, struct arena *arena, const struct book *book, const struct filled *filled,
	struct plan *plan, struct error *error);

/*
 * Saves every answer of the plan as a draft, in one transaction, with a row in the audit log; *saved gets how many. Answers in conflict
 * are left out, but for those whose codes are in `mine`. `confirmed`: the person has looked at plan.personals. ERR_INVALID
 * when something is wrong in the plan or not confirmed, and whatever answer_save refuses; then nothing is saved.
 */
MUST_USE enum err plan_apply(struct database *db, const struct actor *actor, struct arena *arena, const struct plan *plan,
	const char *const *mine, size_t mine_count, bool confirmed, size_t *saved, struct error *error);

#endif
