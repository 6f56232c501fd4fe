/*
 * import_rows: the first half of an import: a CSV file read and checked against the catalogue, in memory. Nothing is written here.
 */
#ifndef INDICATORS_MODEL_IMPORT_ROWS_H
#define INDICATORS_MODEL_IMPORT_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "indicators/base/arena.h"
#include "indicators/base/period.h"
#include "indicators/base/problems.h"
#include "indicators/methods/score.h"
#include "indicators/model/reports.h"

struct import_participant {
	const char *code;
	bool expected; /* a member today: expected to report whether in the file or not */
};

struct import_indicator {
	const char *code;
	int64_t version;             /* indicator_version.id of the current one */
	struct score_scale scale;
	bool has_first, has_last;
	struct period first, last;   /* in force from … to …, where limited */
};

/* What a framework's file may name; each list sorted by code. */
struct import_facts {
	struct import_participant *participants;
	size_t participant_count;
	struct import_indicator *indicators;
	size_t indicator_count;
};

struct import_row {
	uint32_t period;      /* index into import_rows.periods */
	uint32_t participant; /* indexes into the facts */
	uint32_t indicator;
	uint32_t line;        /* in the file, the header being 1 */
	const char *status;   /* static: reported, not_available, not_applicable */
	const char *note;     /* NULL when empty */
	double value, numerator, denominator; /* NAN when not given */
};

struct import_rows {
	struct import_row *rows; /* by period, participant, indicator */
	size_t count;
	size_t room;
	struct period *periods;
	size_t period_count;
	size_t period_room;
	char digest[65]; /* BLAKE2b-256 of the file's bytes, hexadecimal */
};

/* ERR_NOT_FOUND for an unknown framework. The facts live in the arena. */
MUST_USE enum err import_facts_load(struct database *db, struct arena *arena, const char *framework, struct import_facts *facts,
	struct error *error);

/* Whether the indicator is in force in the period. */
bool import_in_force(const struct import_indicator *indicator, const struct period *period);

/* Reads and checks the whole file; wrong rows are named in `problems`, which the caller asks. Notes live in the arena. */
MUST_USE enum err import_rows_read(FILE *file, const struct import_facts *facts, struct arena *arena, struct import_rows *rows,
	struct problems *problems, struct error *error);

void import_rows_release(struct import_rows *rows);

#endif
