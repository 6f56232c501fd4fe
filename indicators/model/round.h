/*
 * round: one period of one framework being reported: its dates, its indicators, who is expected, how far they are.
 *
 * A round is open from `opens_on` to `closes_on`, overdue after `due_on`. An extension moves both deadlines of one participant
 * to a later day. After the close nothing is drafted or submitted any more, except what was returned or reopened for correction;
 * clearing and review go on.
 */
#ifndef INDICATORS_MODEL_ROUND_H
#define INDICATORS_MODEL_ROUND_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/arena.h"
#include "indicators/model/reports.h"
#include "indicators/model/workflow.h"

enum round_phase { ROUND_NOT_OPEN, ROUND_OPEN, ROUND_OVERDUE, ROUND_CLOSED };

/* Pure. `extended_to` may be NULL; all are dates of the form 2026-11-23, `today` too. */
enum round_phase round_phase_on(const char *opens_on, const char *due_on, const char *closes_on, const char *extended_to,
	const char *today);

const char *round_phase_title(enum round_phase phase); /* for people */

/* Pure: whether `period` lies within the periods from `first` to `last`, either of which may be NULL. */
bool round_in_force(const char *period, const char *first, const char *last);

struct round {
	int64_t id;
	const char *framework;
	const char *framework_title;
	const char *period;
	const char *opens_on, *due_on, *closes_on;
	bool imported; /* made by an import of historical answers; nobody is asked anything */
	enum round_phase phase;
	int64_t indicators;   /* how many it asks for */
	int64_t participants; /* how many are expected */
	int64_t releases;
	const char *released_at; /* of the newest release, or NULL */
	/* By round_list and round_count only: */
	int64_t answers[STATE_COUNT]; /* by state, over all participants */
	int64_t unreleased; /* accepted answers that no release shows as they stand */
};

/* A participant within a round. */
struct round_seat {
	const char *code;
	const char *title;
	const char *extended_to, *extension_reason; /* NULL when there is none */
	const char *due_on, *closes_on; /* with the extension */
	enum round_phase phase;
	int64_t expected; /* indicators */
	int64_t answers[STATE_COUNT]; /* by state; STATE_NONE is what is missing */
};

/* A round together with a seat: what one person has to do. */
struct round_task {
	struct round round;
	struct round_seat seat;
};

struct round_list { struct round *rows; size_t count; };
struct round_seats { struct round_seat *rows; size_t count; };
struct round_tasks { struct round_task *rows; size_t count; };

/* All rounds, newest period first. */
MUST_USE enum err round_list(struct database *db, struct arena *arena, const char *language, struct round_list *list,
	struct error *error);

/* ERR_NOT_FOUND when there is none of this number. */
MUST_USE enum err round_load(struct database *db, struct arena *arena, int64_t id, const char *language, struct round *round,
	struct error *error);

/* Adds the counts of answers to a round that was just loaded. Reads all of its answers. */
MUST_USE enum err round_count(struct database *db, struct round *round, struct error *error);

/* Everybody expected in the round, alphabetically by code, with progress. */
MUST_USE enum err round_seats(struct database *db, struct arena *arena, const struct round *round, const char *language,
	struct round_seats *seats, struct error *error);

/* ERR_NOT_FOUND when the participant is not expected in this round. */
MUST_USE enum err round_seat(struct database *db, struct arena *arena, const struct round *round, const char *participant,
	const char *language, struct round_seat *seat, struct error *error);

/* Rounds of the participants that the person reports, clears or observes for today; imports left out; next deadline first. */
MUST_USE enum err round_tasks_of(struct database *db, struct arena *arena, const struct actor *actor, const char *language,
	struct round_tasks *tasks, struct error *error);

struct round_input {
	const char *framework;
	const char *period;
	const char *opens_on, *due_on, *closes_on;
	const char *const *indicators; /* codes */
	size_t indicator_count;
	const char *const *participants; /* codes */
	size_t participant_count;
};

/*
 * Opens a round. By the secretariat only (ERR_DENIED). ERR_INVALID, with the field named, for an unknown framework, a period that is
 * none, dates that are none or out of order, nothing to ask, nobody to ask, an indicator that is unknown, retired or not in
 * force in that period, an unknown participant; ERR_CONFLICT when the framework has a round for that period.
 */
MUST_USE enum err round_create(struct database *db, const struct actor *actor, const struct round_input *input, int64_t *id,
	struct error *error);

struct round_dates { const char *opens_on, *due_on, *closes_on; };

/*
 * Other dates for a round of the desk that is not closed, with a reason. By the secretariat. ERR_INVALID (field named): dates that are
 * none or out of order, another opening where the round has opened, a close before today, dates as they are, no reason. ERR_CONFLICT:
 * the round is closed, or was imported. Extensions of single participants stay where they are later.
 */
MUST_USE enum err round_change_dates(struct database *db, const struct actor *actor, int64_t round, const struct round_dates *dates,
	const char *reason, struct error *error);

/*
 * Closes an open round now, for everybody, extended or not: its last day was yesterday. With a reason, by the secretariat.
 * ERR_CONFLICT where it is not open for anybody.
 */
MUST_USE enum err round_close(struct database *db, const struct actor *actor, int64_t round, const char *reason, struct error *error);

/*
 * Expects one more participant, or one less (with a reason). By somebody of the secretariat who does not belong to it. ERR_CONFLICT: the
 * round is closed, released or imported, it is expected already, it has answered something, or it is the last one.
 */
MUST_USE enum err round_add_participant(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	struct error *error);
MUST_USE enum err round_withdraw_participant(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const char *reason, struct error *error);

/*
 * Moves a participant's deadline to a later day, with a reason. By somebody of the secretariat who does not belong to the participant.
 * ERR_INVALID unless the day is after what holds now.
 */
MUST_USE enum err round_extend(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const char *until, const char *reason, struct error *error);

/* What can be chosen when a round is opened. */
struct round_choice {
	const char *code;
	const char *title;
	const char *group; /* domain title of an indicator; status of a participant */
	bool chosen;       /* preselected */
};
struct round_choices { struct round_choice *rows; size_t count; };

MUST_USE enum err round_choose_frameworks(struct database *db, struct arena *arena, const char *language,
	struct round_choices *choices, struct error *error);

/* Current indicators of the framework that are in force in the period, which is one; all chosen. */
MUST_USE enum err round_choose_indicators(struct database *db, struct arena *arena, const char *framework, const char *period,
	const char *language, struct round_choices *choices, struct error *error);

/* Participants valid today; members chosen. */
MUST_USE enum err round_choose_participants(struct database *db, struct arena *arena, const char *language,
	struct round_choices *choices, struct error *error);

/* Chooses what a former round asked, and whom it expected, in the place of that: of `indicators` and `participants` as read above. */
MUST_USE enum err round_choose_as(struct database *db, int64_t former, struct round_choices *indicators,
	struct round_choices *participants, struct error *error);

/* One cell of the board: a participant's answers in one domain. */
struct round_cell { int64_t expected; int64_t answers[STATE_COUNT]; };
struct round_board {
	struct round_choice *domains; /* code and title */
	size_t domain_count;
	struct round_cell *cells;     /* seat i, domain j: cells[i * domain_count + j] */
};

MUST_USE enum err round_board(struct database *db, struct arena *arena, const struct round *round,
	const struct round_seats *seats, const char *language, struct round_board *board, struct error *error);

/* One line of a questionnaire. */
struct round_line {
	const char *code, *title, *type, *domain, *domain_title;
	enum answer_state state;
	int64_t revision;
	bool released;        /* a release shows some revision of it */
	bool published;       /* a release shows it as it stands */
	const char *audience; /* or NULL */
	const char *status;   /* of the newest revision, or NULL */
	const char *reason;   /* why it was returned or reopened, while it is */
	const char *by, *at;  /* who did the last thing to it and when, or NULL; while it is returned, who returned it */
	/* Enough of definition and newest revision to say the value in short; numbers that are not there are NaN. */
	const char *unit;
	int64_t levels, items;  /* of a ladder; of a checklist */
	const char *level;      /* the title of the level reached, or NULL */
	bool has_fraction;
	double value, numerator, denominator;
	bool explained;         /* its author says why the figure is unusual */
};
struct round_lines { struct round_line *rows; size_t count; };

/* A participant's questionnaire in catalogue order. */
MUST_USE enum err round_questionnaire(struct database *db, struct arena *arena, int64_t round, const char *participant,
	const char *language, struct round_lines *lines, struct error *error);

bool round_lines_have_domain(const struct round_lines *lines, const char *domain);

/* Whether code and title have every word of `folded` (fold_text); "" has none to miss. */
bool round_line_has_words(struct arena *arena, const struct round_line *line, const char *folded);

#endif
