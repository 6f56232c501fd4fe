/*
 * review: a round before the secretariat: which answers need a look and why, the spread of the other governments' released figures, and
 * accepting together what needs no look. Of what a government has not cleared nothing but its state is read here.
 */
#ifndef INDICATORS_MODEL_REVIEW_H
#define INDICATORS_MODEL_REVIEW_H

#include "indicators/methods/outlier.h"
#include "indicators/model/answer.h"

/* Why an answer needs a look, as a set. */
enum review_look {
	REVIEW_UNUSUAL = 1 << 0,  /* a rule of the catalogue asks for an explanation, or one was given */
	REVIEW_JUMP = 1 << 1,     /* far from its government's own past (methods/outlier.h), or a jump by the catalogue's rule */
	REVIEW_EVIDENCE = 1 << 2, /* level 3 or above without evidence */
	REVIEW_SMALL = 1 << 3,    /* counts from 1 to k − 1 in its breakdowns: hidden from everybody else */
	REVIEW_ASKED = 1 << 4,    /* a question of the secretariat is open */
	REVIEW_REPLIED = 1 << 5,  /* the last message is from the government */
	REVIEW_LATE = 1 << 6,     /* submitted first after the deadline, or missing since */
	REVIEW_LOOKS = 7
};

/* All but lateness, which says nothing about the figure. */
#define REVIEW_STOPS (REVIEW_UNUSUAL | REVIEW_JUMP | REVIEW_EVIDENCE | REVIEW_SMALL | REVIEW_ASKED | REVIEW_REPLIED)

/* "unusual", "jump", "evidence", "small", "asked", "replied", "late": in addresses and files; NULL for what is none. */
const char *review_look_name(unsigned look);
unsigned review_look_named(const char *name); /* 0: none of that name */

/* For people, in the current language: "unusual", "far from its own past" … */
const char *review_look_title(unsigned look);

struct review_line {
	const char *participant, *code, *title, *domain;
	enum answer_state state;
	int64_t revision;
	unsigned look;
	bool explained;     /* its author says why the figure is unusual */
	double value;       /* of a cleared or accepted answer that is reported; NaN: none */
	double last;        /* of the round before, by the same definition; NaN: none */
	const char *last_period;
	struct outlier outlier;
	int64_t evidence, small; /* how many pieces; how many small cells */
};
struct review_lines { struct review_line *rows; size_t count; };

/*
 * Each answer that the round asks for, by participant (one, or "" for all) in catalogue order, in two queries. REVIEW_UNUSUAL stands here only
 * for an explanation that was given.
 */
MUST_USE enum err review_lines(struct database *db, struct arena *arena, const struct round *round, const char *participant,
	const char *language, struct review_lines *lines, struct error *error);

/*
 * The same for one participant, with every rule of the catalogue checked for what waits for review (answer_findings_cleared): what
 * review_accept goes by.
 */
MUST_USE enum err review_seat(struct database *db, struct arena *arena, const struct round *round, const char *participant,
	const char *language, struct review_lines *lines, struct error *error);

/* Whether an answer waits for review and gives no reason for a look. */
bool review_ready(const struct review_line *line);

/* The line of an indicator, or NULL. */
const struct review_line *review_line(const struct review_lines *lines, const char *code);

/*
 * Accepts the answers that a page listed as needing no look, all or none. ERR_CONFLICT, naming the answer, where one was changed since, or needs
 * a look now. ERR_DENIED for who is not of the secretariat or belongs to the participant.
 */
MUST_USE enum err review_accept(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const struct answer_step *steps, size_t count, struct error *error);

/*
 * The spread of the other governments' figures: what releases published for the members, of the newest period up to that of the answer. Nothing that is not released ever
 * enters it. `withheld` where fewer report than the framework's minimum_reporting.
 */
struct review_spread {
	const char *period; /* NULL: no other government's figure was released yet */
	size_t count;
	bool withheld;
	double lowest, median, highest;
};
MUST_USE enum err review_spread(struct database *db, struct arena *arena, const struct answer *answer, struct review_spread *spread,
	struct error *error);

#endif
