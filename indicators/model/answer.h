/*
 * answer: what a participant answers to one indicator of a round, and every step it takes.
 *
 * An answer is never overwritten: saving adds a revision, also where only the evidence changed. Whoever changes one names the revision that they had before
 * their eyes; when somebody else was quicker nothing is changed and the sentence tells who did what and when (ERR_CONFLICT). A
 * form posted twice saves once.
 *
 * Duties, the way of an answer (model/workflow.h) and the round's dates are checked here, within the transaction of the change,
 * together with its events and its row of the audit log.
 */
#ifndef INDICATORS_MODEL_ANSWER_H
#define INDICATORS_MODEL_ANSWER_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/arena.h"
#include "indicators/methods/personal.h"
#include "indicators/model/question.h"
#include "indicators/model/reports.h"
#include "indicators/model/round.h"
#include "indicators/model/workflow.h"

#define ANSWER_EVIDENCE_MAX 200 /* pieces of evidence of one answer */
#define ANSWER_TEXT_MAX 10000 /* bytes of a narrative; other texts 2000 */

struct answer_cell {
	const char *cell; /* "sex=female" */
	double value;
};

/* What is said. Numbers not given are NaN, texts not given NULL or "". */
struct answer_content {
	const char *status; /* "reported", "not_available", "not_applicable" */
	double value;       /* ladder level, items met, 0 or 1, count, percent, rate */
	double numerator, denominator;
	const char *reason; /* why not available or not applicable */
	const char *narrative;
	const char *source;
	const char *note;   /* public, of a correction after release */
	const char *explanation; /* of what the soft rules found unusual */
	const char *const *items; /* checklist: codes of the items met; ladder: criteria met, "2.1" is the first of level 2 */
	size_t item_count;
	const struct answer_cell *cells; /* count: its breakdowns, in any order */
	size_t cell_count;
};

struct answer_evidence {
	int64_t id;
	const char *kind; /* "citation", "link", "file" */
	const char *text; /* of a file its name */
	const char *file; /* a file's hash (model/evidence.h), else NULL */
	int64_t size;     /* of a file, in bytes */
	const char *type; /* of a file, its media type */
	bool shareable;
	const char *by, *at;
};

struct answer {
	int64_t id;       /* 0: nothing saved yet */
	int64_t round;
	const char *participant;
	const char *indicator;
	int64_t version;  /* indicator_version.id */
	const char *place; /* "trafficking/2025/KGZ/IDR2", as the audit log names it */
	const char *framework, *period;
	enum round_phase phase; /* of the round for this participant */
	enum answer_state state;
	const char *audience; /* or NULL */
	int64_t revision;     /* 0: none yet */
	int64_t released_revision; /* 0: never released */
	const char *released_audience;
	bool published; /* a release shows the newest revision */
	struct answer_content content; /* of the newest revision */
	const char *author, *at;       /* of the newest revision */
	struct answer_evidence *evidence;
	size_t evidence_count;
	/* The last thing that happened to it. */
	const char *event, *event_reason, *event_by, *event_at;
};

struct answer_key {
	int64_t round;
	const char *participant;
	const char *indicator;
};

/* An answer, or the empty one where nothing is saved. ERR_NOT_FOUND when the round does not ask that of that participant. */
MUST_USE enum err answer_load(struct database *db, struct arena *arena, const struct answer_key *key, struct answer *answer,
	struct error *error);

/* The content of one revision. ERR_NOT_FOUND when there is none. */
MUST_USE enum err answer_revision(struct database *db, struct arena *arena, int64_t answer, int64_t revision,
	struct answer_content *content, struct error *error);

/*
 * The same participant's newest answer to the indicator in the last period before this round's; *period NULL when there is none.
 * `other_version` tells that the definition was another one: a break in series.
 */
MUST_USE enum err answer_of_last_round(struct database *db, struct arena *arena, const struct answer *answer,
	struct answer_content *content, const char **period, bool *other_version, struct error *error);

struct answer_event {
	int64_t revision;
	const char *event;  /* "saved" … (event_title words it) */
	enum answer_state state; /* after it */
	const char *audience, *reason; /* or NULL */
	const char *by, *at; /* by NULL: the shell */
};
struct answer_history { struct answer_event *rows; size_t count; };

/* All that happened to an answer, newest first. */
MUST_USE enum err answer_history(struct database *db, struct arena *arena, int64_t answer, struct answer_history *history,
	struct error *error);

/*
 * Pure check of content against the definition: takes what is not finished yet, refuses what can't be right, and completes what
 * follows: the value of a checklist and of a fraction; the level of a ladder from its criteria, and the criteria from a level that
 * came alone (a level holds when all criteria of it and of those below are met). ERR_INVALID, field named as in the form:
 * status, value, numerator, denominator, item, cell, reason, narrative, source, note, explanation.
 * Numbers, items and cells of an answer that is not `reported` are taken out. New lists live in the arena.
 */
MUST_USE enum err answer_check(struct arena *arena, const struct question *question, struct answer_content *content, struct error *error);

/* Whether a new piece of evidence can be taken: its kind, its length, and of a link that it is one without a password in it. */
MUST_USE enum err answer_check_evidence(const struct answer_evidence *evidence, struct error *error);

/* Whether an item, or the criterion "2.1" of a ladder, is among the items. */
bool answer_has_item(const struct answer_content *content, const char *item);

/* The part "sex=female" of the breakdowns; NaN where it is not among them. */
double answer_cell_value(const struct answer_content *content, const char *cell);

/* The highest level whose criteria, and those of all levels below, are met; 0 where none is. Levels without criteria are passed. */
size_t answer_level(const struct question *question, const struct answer_content *content);

/*
 * Everything that speaks against a content as it stands, most serious first: what keeps it from being submitted (hard) and what has to be
 * explained (soft): completeness, totals of the breakdowns, the catalogue's rules against the last round and the other answers
 * of this round. An empty draft has the finding that its value is missing. In the arena; `field` as in the form.
 */
struct answer_finding {
	bool hard;
	const char *field;
	const char *text; /* a sentence */
};
struct answer_findings { struct answer_finding *rows; size_t count; size_t hard; };
MUST_USE enum err answer_findings(struct database *db, struct arena *arena, const struct question *question, const struct answer *answer,
	const struct answer_content *content, size_t evidence, struct answer_findings *findings, struct error *error);

/*
 * The same as the secretariat may read it: compared only with what its government has cleared: other answers of this round that are cleared or
 * accepted, and what was accepted or released of the last round.
 */
MUST_USE enum err answer_findings_cleared(struct database *db, struct arena *arena, const struct question *question,
	const struct answer *answer, struct answer_findings *findings, struct error *error);

/*
 * What was accepted or released of the same participant's last answer to the indicator before this round; otherwise as
 * answer_of_last_round.
 */
MUST_USE enum err answer_accepted_before(struct database *db, struct arena *arena, const struct answer *answer,
	struct answer_content *content, const char **period, bool *other_version, struct error *error);

/* The same for submitting: ERR_INVALID with the first hard finding, or with the soft ones where `explanation` is empty. */
MUST_USE enum err answer_check_complete(struct database *db, struct arena *arena, const struct question *question,
	const struct answer *answer, const struct answer_content *content, size_t evidence, struct error *error);

/*
 * What looks like data of a person in the texts of a content (methods/personal.h), but for what stands in `before` just so (NULL: none),
 * since that was confirmed then. `confirm` is what a change has to bring (answer_change.confirmed) to be saved all the same: it names these
 * very places, so that a confirmation never covers another text.
 */
struct answer_personal { const char *field; struct personal_mark mark; const char *text; /* the whole text of the field */ };
struct answer_personals { struct answer_personal *rows; size_t count; const char *confirm; };
void answer_personal(struct arena *arena, const struct answer_content *content, const struct answer_evidence *added, size_t added_count,
	const struct answer_content *before, struct answer_personals *found);

/* The places for a sentence: “telephone number: “+7 …”; name of a person: “…””. In the arena. */
const char *answer_personal_places(struct arena *arena, const struct answer_personals *found);

/* Whether two contents say the same. */
bool answer_content_equal(const struct answer_content *a, const struct answer_content *b);

struct answer_change {
	int64_t base; /* the revision that the form was made from; 0: none */
	struct answer_content content;
	const struct answer_evidence *added; /* kind, text, shareable; of a file its hash, size and type (evidence_store) */
	size_t added_count;
	const int64_t *removed; /* ids of evidence */
	size_t removed_count;
	const char *confirmed; /* answer_personals.confirm of what the person has looked at and keeps; or NULL */
	bool submit; /* and send it to clearing, all or nothing */
};

enum answer_outcome { ANSWER_SAVED, ANSWER_UNCHANGED /* it already stands there just so */ };

/*
 * Saves a draft, or saves and submits; within the caller's transaction where there is one, so that many are saved all or none.
 * ERR_INVALID with the field "confirmed": answer_personal finds something that `confirmed` does not cover. Otherwise ERR_INVALID (field named), ERR_DENIED, ERR_NOT_FOUND, ERR_CONFLICT: somebody else
 * saved meanwhile, or the state or the round's dates forbid it.
 */
MUST_USE enum err answer_save(struct database *db, const struct actor *actor, const struct answer_key *key,
	const struct answer_change *change, enum answer_outcome *outcome, struct error *error);

/* One step of one answer as it stood at `revision`. */
struct answer_step {
	const char *indicator;
	int64_t revision;
};

/*
 * Takes the same action on several answers of one participant, all or none: submit, withdraw, clear (with an audience: "members",
 * "donors", "public"), return and reopen (with a reason), accept. Not ACTION_SAVE. Refused for a revision that is no longer the
 * newest (ERR_CONFLICT, saying who changed it), an audience that is none, an empty reason (ERR_INVALID, field "audience", "reason"),
 * and whatever workflow_next refuses, and a reason with what looks like data of a person; with several answers the sentence names the one. Within the caller's transaction where there is one.
 */
MUST_USE enum err answer_act(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const struct answer_step *steps, size_t step_count, enum answer_action action, const char *audience, const char *reason,
	struct error *error);

/*
 * A step of the secretariat on one answer: accept, return or reopen. As answer_act, but refused (ERR_DENIED) also where the person could
 * take it for their own government, as its clearing officer.
 */
MUST_USE enum err answer_review(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const struct answer_step *step, enum answer_action action, const char *reason, struct error *error);

/*
 * What a submission checks besides duties: the round's dates, the definition and completeness of what is saved. ERR_OK where the answer
 * could be submitted as it stands, else ERR_INVALID (field named) or ERR_CONFLICT. answer_act asks this itself.
 */
MUST_USE enum err answer_check_submit(struct database *db, struct arena *arena, const struct answer *answer, struct error *error);

/* Accepts all cleared answers of a participant; *count gets how many. ERR_CONFLICT when there is none. */
MUST_USE enum err answer_accept_all(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	size_t *count, struct error *error);

/* For people, in the current language: "Reported", "Not available", "Not applicable"; "Members", "Members and donors", "Everybody". */
const char *answer_status_title(const char *status);
const char *answer_audience_title(const char *audience);

/* Within the caller's transaction, for answer_save.c and answer_act.c: one event and its row of the audit log. */
MUST_USE enum err answer_note(struct database *db, const struct actor *actor, const struct answer *answer, int64_t revision,
	enum answer_action action, enum answer_state state, const char *audience, const char *reason, struct error *error);

/* ERR_CONFLICT with the sentence of who did what and when since `base`. */
MUST_USE enum err answer_conflict(const struct answer *answer, int64_t base, struct error *error);

#endif
