/*
 * facts: the released answers as the scheduled job holds them in memory, with the catalogue that explains them. It reads
 * reports.db and computes nothing but scores; snapshot/figures.h makes figures of it.
 *
 * A round is a table: its participants are the rows, the indicators of its questionnaire the columns. A cell says
 * which fact stands there. So a regional figure reads a column, a participant's domain scores read a row, and nothing has
 * to be sorted. All released rounds are there; their cells only as far as they were loaded (all of them, or those that
 * a changed answer touches).
 *
 * After loading, facts are only read, so that the writers of the three audiences share them between threads.
 */
#ifndef INDICATORS_SNAPSHOT_FACTS_H
#define INDICATORS_SNAPSHOT_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "indicators/base/arena.h"
#include "indicators/base/period.h"
#include "indicators/methods/score.h"
#include "indicators/methods/statistics.h"
#include "indicators/model/reports.h"

#define FACTS_DIGEST 33 /* BLAKE2b-128 in hexadecimal */

enum fact_status { FACT_REPORTED, FACT_NOT_AVAILABLE, FACT_NOT_APPLICABLE };

/* "reported", "not_available", "not_applicable". */
const char *fact_status_name(enum fact_status status);

struct fact {
	double value, numerator, denominator, score; /* NAN: none */
	const char *reason, *source, *note;          /* or NULL */
	enum fact_status status;
	enum statistics_audience audience;           /* the widest that may see it */
};

struct fact_version {
	int64_t id;
	size_t framework;
	size_t code;     /* place in the framework's codes */
	size_t domain;   /* place in its domains */
	int number;
	struct score_scale scale;
	enum score_direction direction;
	bool *targets;   /* of the framework's targets, which it serves */
};

struct fact_framework {
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

struct fact_round {
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
	uint32_t *cells;      /* participants × columns: place in facts + 1, 0 where no answer is released (or none was loaded) */
	char basis[FACTS_DIGEST];
	char roster[FACTS_DIGEST];
};

struct facts {
	struct arena arena;
	int64_t generation, release, vintage; /* of the catalogue; newest ids */
	char participants_digest[FACTS_DIGEST];
	const char **participants;            /* codes, sorted */
	int64_t *m49;
	const char **participant_status;
	size_t participant_count;
	struct fact_framework *frameworks;    /* sorted by code */
	size_t framework_count;
	struct fact_version *versions;
	size_t version_count;
	size_t *versions_by_id;
	struct fact_round *rounds;            /* sorted by framework and period, as text */
	size_t round_count;
	size_t *rounds_by_id;
	struct fact *facts;
	size_t fact_count, fact_room;
	const char *seen[4096];               /* texts met lately: most answers of an import share theirs */
};

/* Everything but the answers. Within the caller's read transaction. Release with facts_release also after an error. */
MUST_USE enum err facts_open(struct facts *facts, struct database *reports, struct error *error);

/* All answers. */
MUST_USE enum err facts_load(struct facts *facts, struct database *reports, struct error *error);

/* Those of one participant in one round; all participants' to one column of a round. Repeating it changes nothing. */
MUST_USE enum err facts_load_row(struct facts *facts, struct database *reports, size_t round, size_t participant, struct error *error);
MUST_USE enum err facts_load_column(struct facts *facts, struct database *reports, size_t round, size_t column, struct error *error);

/* Places; SIZE_MAX where there is no such thing. */
size_t facts_round(const struct facts *facts, int64_t id);
size_t facts_version(const struct facts *facts, int64_t id);
size_t facts_participant(const struct facts *facts, const char *code);

/* The fact of a cell, or NULL. */
const struct fact *facts_cell(const struct facts *facts, const struct fact_round *round, size_t participant, size_t column);

/* Digest of the versions of one domain that are in force in a round: another one is a break in series. */
void facts_domain_basis(const struct facts *facts, const struct fact_round *round, size_t domain, char digest[static FACTS_DIGEST]);

void facts_release(struct facts *facts);

#endif
