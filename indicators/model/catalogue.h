/*
 * catalogue: frameworks with their indicators, and the SDG series beside them, from YAML files into the database.
 *
 * A load compares the files with what is there and changes only what differs, in one transaction:
 *	- a changed definition is a new indicator_version, the one before it is no longer current: a break in series;
 *	- better wording, another translation, another place in the list, other breakdowns or rules change the current version;
 *	- an indicator whose file is gone is retired: no version is current, its answers stay;
 *	- no difference at all changes nothing, not even the generation.
 * Whatever changed raises catalogue_state.generation (the next summarise computes everything anew), adds a
 * framework_version and an audit row.
 *
 * The definition is what answers depend on: type, unit, direction, levels with the English of their criteria, codes and
 * English titles of items, the English of what is measured, of numerator and denominator, per, thresholds. Its digest
 * is BLAKE2b-256 over these in this order, each as its length in 8 bytes little-endian and its text.
 */
#ifndef INDICATORS_MODEL_CATALOGUE_H
#define INDICATORS_MODEL_CATALOGUE_H

#include "indicators/base/problems.h"
#include "indicators/model/catalogue_file.h"
#include "indicators/model/reports.h"

#define CATALOGUE_DIGEST 65 /* hexadecimal and NUL */

struct catalogue_changes {
	enum catalogue_kind kind;
	char name[64];     /* the framework's code, or "sdg" */
	bool changed;      /* anything at all */
	int version;       /* of the framework, after the load; 0 for sdg */
	int indicators;    /* in the folder (series, for sdg) */
	int added;
	int redefined;     /* a new version of an indicator that was there */
	int reworded;
	int retired;
	int reinstated;    /* had been retired */
};

struct fact {
	const char *kind, *key, *lang, *value;
};

struct facts {
	struct arena *arena;
	struct fact *list;
	size_t count;
};

/* Loads the folder. ERR_INVALID with every mistake in `problems`; then nothing was changed. */
MUST_USE enum err catalogue_load(struct database *db, const struct actor *actor, const char *directory,
	struct catalogue_changes *changes, struct problems *problems, struct error *error);

/* What a load does to one indicator; for people, before it is done. */
enum catalogue_step_kind { CATALOGUE_ADDED, CATALOGUE_REDEFINED, CATALOGUE_REWORDED, CATALOGUE_RETIRED, CATALOGUE_REINSTATED };

/* A text or property of the file that differs; "" where there is none. */
struct catalogue_difference {
	const char *what, *lang; /* "title", "level.2.criterion.1", "column.position" …; lang "" where it has none */
	const char *before, *after;
};

struct catalogue_step {
	enum catalogue_step_kind kind;
	const char *code, *title;
	int64_t version;                /* of the definition, after it; 0 where retired */
	const char *rounds;             /* periods of the rounds that are not closed and ask for the definition as it is now: "2025, 2026"; or "" */
	struct catalogue_difference *differences; /* redefined and reworded */
	size_t difference_count;
};

struct catalogue_steps {
	struct catalogue_step *rows;    /* in the order of the folder, the retired last; in the arena */
	size_t count;
	int64_t generation;             /* of the catalogue that it would change; two previews of the same differ in nothing */
};

/* All that catalogue_load would do, and then undone: the same checks and errors, nothing is changed. Titles in `language`. */
MUST_USE enum err catalogue_preview(struct database *db, struct arena *arena, const char *directory, const char *language,
	struct catalogue_changes *changes, struct catalogue_steps *steps, struct problems *problems, struct error *error);

/* Which generation the catalogue is: goes up with every change. */
MUST_USE enum err catalogue_generation(struct database *db, int64_t *generation, struct error *error);

/*
 * Retires an indicator by hand: no new round offers it, its history and open rounds go on. It comes back with catalogue_reinstate, or when
 * a folder that has it is loaded. ERR_INVALID, field "reason", without one; ERR_NOT_FOUND; ERR_CONFLICT when nothing would change.
 */
MUST_USE enum err catalogue_retire(struct database *db, const struct actor *actor, const char *framework, const char *code, const char *reason,
	struct error *error);
MUST_USE enum err catalogue_reinstate(struct database *db, const struct actor *actor, const char *framework, const char *code,
	struct error *error);

/* --- for catalogue.c, of catalogue_steps.c --- */

/* Adds one; `before` and `after` may be NULL. */
struct catalogue_step *catalogue_steps_add(struct catalogue_steps *steps, struct arena *arena, enum catalogue_step_kind kind, const char *code,
	int64_t version, const struct facts *before, const struct facts *after);

/* Titles and open rounds of all, from the database as it is. */
MUST_USE enum err catalogue_steps_finish(struct database *db, struct arena *arena, const char *framework, const char *language,
	struct catalogue_steps *steps, struct error *error);

/* Only checks it; `name`, `kind` and `indicators` of *changes are filled. Needs no database. */
MUST_USE enum err catalogue_check(const char *directory, struct catalogue_changes *changes, struct problems *problems,
	struct error *error);

/* The digest of an indicator's definition. */
void catalogue_definition(const struct catalogue_indicator *indicator, char digest[static CATALOGUE_DIGEST]);

/* sdg.yaml into the database; within catalogue_load's transaction (catalogue_sdg.c). */
MUST_USE enum err catalogue_load_sdg(struct database *db, const struct sdg_file *sdg, struct catalogue_changes *changes, struct error *error);

/* --- facts: what files and tables say, in a form in which they compare (catalogue_facts.c) --- */

void facts_add(struct facts *facts, const char *kind, const char *key, const char *lang, const char *value);

/* Adds the rows of a query with the columns kind, key, lang, value, and ends it. */
MUST_USE enum err facts_add_rows(struct facts *facts, struct query *query, struct error *error);

/* Whether both hold the same; sorts them. */
bool facts_equal(struct facts *a, struct facts *b);

/* All of an indicator's file that is kept. */
void facts_of_indicator(struct facts *facts, const struct catalogue_indicator *indicator);
void facts_of_framework(struct facts *facts, const struct catalogue_framework *framework);
void facts_of_sdg(struct facts *facts, const struct sdg_file *sdg);

/* The digest of the facts, in their order. */
void facts_digest(struct facts *facts, char digest[static CATALOGUE_DIGEST]);

#endif
