/*
 * answer_basis: what an answer is compared with when it is to be cleared: its last cleared revision in this round, or else what was accepted
 * of the last round that has one; and clearing by what a page showed of that.
 */
#ifndef INDICATORS_MODEL_ANSWER_BASIS_H
#define INDICATORS_MODEL_ANSWER_BASIS_H

#include "indicators/model/answer.h"

/* A piece of evidence that stands or stood there. */
struct answer_exhibit {
	struct answer_evidence evidence;
	const char *removed_at; /* NULL: it stands */
};
struct answer_exhibits { struct answer_exhibit *rows; size_t count; };

/* All evidence that an answer ever had, in the order in which it came; in the arena. */
MUST_USE enum err answer_exhibits(struct database *db, struct arena *arena, int64_t answer, struct answer_exhibits *exhibits,
	struct error *error);

struct answer_evidence_list { const struct answer_evidence **rows; size_t count; };

enum answer_basis_kind { BASIS_NONE, BASIS_CLEARED, BASIS_LAST_ROUND };

struct answer_basis {
	enum answer_basis_kind kind;
	struct answer_content content;
	int64_t revision;
	const char *audience;    /* that it was cleared for; NULL only without a basis */
	const char *by, *at;     /* BASIS_CLEARED: who cleared it and when; by NULL: the shell */
	const char *period;      /* BASIS_LAST_ROUND */
	bool other_version;      /* BASIS_LAST_ROUND: the definition was another one */
	struct answer_evidence_list added, removed; /* evidence, since then */
	bool unchanged;          /* content, evidence and definition are the same */
};

/* For a saved answer. */
MUST_USE enum err answer_basis(struct database *db, struct arena *arena, const struct answer *answer, struct answer_basis *basis,
	struct error *error);

/*
 * Clears answers that wait for it, for one audience, all or none. ERR_CONFLICT, naming the answer and who was quicker, where one does not wait any
 * more: unlike answer_act this changes no audience of what is cleared already.
 */
MUST_USE enum err answer_clear_waiting(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const struct answer_step *steps, size_t count, const char *audience, struct error *error);

/* An answer that a page said is unchanged, and the audience that it said it would keep. */
struct answer_same {
	struct answer_step step;
	const char *audience;
};

/*
 * Clears answers that are unchanged, each for the audience of its basis, all or none. ERR_CONFLICT, naming the answer, where one is no longer
 * unchanged or has another basis than the page said; otherwise as answer_act.
 */
MUST_USE enum err answer_clear_unchanged(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const struct answer_same *same, size_t count, struct error *error);

#endif
