/*
 * panel: the released answers as the scheduled job holds them in memory, with the catalogue that explains them. It reads
 * reports.db and computes nothing but scores; snapshot/figures.h makes figures of it.
 *
 * A round is a table: its participants are the rows, the indicators of its questionnaire the columns. A cell says
 * which answer stands there. So a regional figure reads a column, a participant's domain scores read a row, and nothing has
 * to be sorted. All released rounds are there; their cells only as far as they were loaded (all of them, or those that
 * a changed answer touches).
 *
 * After loading, the panel is only read, so that the writers of the three audiences share them between threads.
 */
#ifndef INDICATORS_SNAPSHOT_PANEL_H
#define INDICATORS_SNAPSHOT_PANEL_H

#include <stdbool.h>
#include <stdint.h>

#include "indicators/base/arena.h"
#include "indicators/base/period.h"
#include "indicators/methods/score.h"
#include "indicators/methods/statistics.h"
#include "indicators/model/reports.h"

#define PANEL_DIGEST 33 /* BLAKE2b-128 in hexadecimal */

enum panel_status { PANEL_REPORTED, PANEL_NOT_AVAILABLE, PANEL_NOT_APPLICABLE };

/* "reported", "not_available", "not_applicable". */
const char *panel_status_name(enum panel_status status);
enum panel_status panel_status_named(const char *name);

struct panel_answer {
	double value, numerator, denominator, score; /* NAN: none */
	const char *reason, *source, *note;          /* or NULL */
	enum panel_status status;
	enum statistics_audience audience;           /* the widest that may see it */
	int64_t since;                               /* number of the release that published it as it stands */
};

/* An answer as an earlier release of its round had published it. */
struct panel_past {
	size_t participant, column;
	int64_t until;                               /* number of the release that replaced it */
	struct panel_answer answer;                  /* audience: whom it was shown to then */
};

struct panel_version {
	int64_t id;
	size_t framework;
	size_t code;     /* place in the framework's codes */
	size_t domain;   /* place in its domains */
	int number;
	struct score_scale scale;
	enum score_direction direction;
	bool *targets;   /* of the framework's targets, which it serves */
};

struct panel_framework {
	const char *code;
	int64_t position;
	int minimum_reporting;
	bool carry_forward;
	const char **codes;   /* of its indicators, sorted */
	size_t code_count;
	const char **domains; /* sorted */
	size_t domain_count;
	const char **targets; /* SDG targets that its indicators serve, sorted */
	size_t target_count;
	size_t first_round, round_count; /* its part of `rounds`, sorted by period as text */
};

struct panel_round {
	int64_t id;
	size_t framework;
	const char *period;
	struct period when;
	int64_t release;
	const char *released_at;
	bool *expected;       /* by participant */
	int expected_count;
	size_t *columns;      /* versions, in the order of their codes */
	size_t column_count;
	int *column_of;       /* by code of the framework: place in columns, -1 where it is not asked */
	uint32_t *cells;      /* participants × columns: place in answers + 1, 0 where no answer is released (or none was loaded) */
	struct panel_past *past; /* by column, participant and release */
	size_t past_count;
	char basis[PANEL_DIGEST];
	char (*domain_bases)[PANEL_DIGEST]; /* by domain: another digest of the versions in force is a break in its series */
	char roster[PANEL_DIGEST];
};

struct panel {
	struct arena arena;
	int64_t generation, release, vintage; /* of the catalogue; newest ids */
	char participants_digest[PANEL_DIGEST];
	const char **participants;            /* codes, sorted */
	int64_t *m49;
	const char **participant_status;
	size_t participant_count;
	struct panel_framework *frameworks;    /* sorted by code */
	size_t framework_count;
	struct panel_version *versions;
	size_t version_count;
	size_t *versions_by_id;
	struct panel_round *rounds;            /* sorted by framework and period, as text */
	size_t round_count;
	size_t *rounds_by_id;
	struct panel_answer *answers;
	size_t answer_count, answer_room;
	const char *seen[4096];               /* texts met lately: most answers of an import share theirs */
};

/* Everything but the answers. Within the caller's read transaction. Release with panel_release also after an error. */
MUST_USE enum err panel_open(struct panel *panel, struct database *reports, struct error *error);

/* All answers. */
MUST_USE enum err panel_load(struct panel *panel, struct database *reports, struct error *error);

/* Those of one participant in one round. Cells that are filled stay as they are. */
MUST_USE enum err panel_load_row(struct panel *panel, struct database *reports, size_t round, size_t participant, struct error *error);

/*
 * What earlier releases of rounds had published, for the rounds with ids from `first` to `last`: `past`, and the `since` of answers in
 * cells that are filled already.
 */
MUST_USE enum err panel_load_past(struct panel *panel, struct database *reports, int64_t first, int64_t last, struct error *error);

/* One answer from elsewhere; likewise. Its texts are not copied. */
MUST_USE enum err panel_put(struct panel *panel, size_t round, size_t participant, size_t column, const struct panel_answer *answer,
	struct error *error);

/* Places; SIZE_MAX where there is no such thing. */
size_t panel_round(const struct panel *panel, int64_t id);
size_t panel_version(const struct panel *panel, int64_t id);
size_t panel_participant(const struct panel *panel, const char *code);

/* A column's part of a round's `past`: from places *first to before *end. */
void panel_past_of(const struct panel_round *round, size_t column, size_t *first, size_t *end);

/* The answer of a cell, or NULL. */
const struct panel_answer *panel_cell(const struct panel *panel, const struct panel_round *round, size_t participant, size_t column);

void panel_release(struct panel *panel);

#endif
