/*
 * official: the official statistics set beside the answers, in dated vintages.
 *
 * Sources revise their history and drop figures, so what was fetched is kept: each fetch adds one vintage, named by its
 * month (label "2023-12") and, where one month was fetched with other content again, its number. A vintage is first
 * gathered whole in a batch and then stored in one transaction, so that half a fetch never is one.
 *
 * Nothing here reaches out: cron/unsd.c reads the UN's service, official_file.c saved extracts.
 */
#ifndef INDICATORS_MODEL_OFFICIAL_H
#define INDICATORS_MODEL_OFFICIAL_H

#include "indicators/base/buffer.h"
#include "indicators/base/problems.h"
#include "indicators/model/reports.h"

#define OFFICIAL_SOURCE "UN SDG Global Database, United Nations Statistics Division"
#define OFFICIAL_VALUES_MAX ((size_t)2000000)
#define OFFICIAL_FILE_MAX ((size_t)256 * 1024 * 1024)
#define OFFICIAL_LABEL 8 /* "2023-12" and NUL */

/* --- a point and its codes --- */

struct official_value {
	const char *series;      /* "VC_HTF_DETV" */
	const char *participant; /* "KAZ" */
	const char *dims;        /* as official_dims_text() writes them */
	int year;
	const char *value_text;  /* as in the source: "92", "N", "NaN", "<5"; what is no number is kept as text only */
	const char *nature;      /* lower-cased codes */
	const char *units;
};

/*
 * A code of the source as it is kept: lower case, "<" as "lt" and ">" as "gt", everything else that is neither letter
 * nor digit one "_", none at the ends: ALLAGE -> allage, <18Y -> lt18y, 15-24 -> 15_24, 18+ -> 18, _T -> t. Returns false
 * when nothing is left or it does not fit.
 */
bool official_code(const char *text, char *code, size_t size);

#define OFFICIAL_DIMS_MAX 12
#define OFFICIAL_CODE_MAX 64

struct official_dims {
	size_t count;
	struct official_dim {
		char name[OFFICIAL_CODE_MAX];
		char code[OFFICIAL_CODE_MAX];
	} dims[OFFICIAL_DIMS_MAX]; /* by name */
};

/* Adds one dimension in any spelling; false when it cannot be a dimension or is there already. */
bool official_dims_add(struct official_dims *dims, const char *name, const char *code);

/* "age=allage;sex=bothsex", by name; "" for none. */
void official_dims_text(const struct official_dims *dims, struct buffer *text);

/* Whether text is a month, YYYY-MM. */
bool official_is_label(const char *text);

/* --- gathering --- */

struct official_batch;

/* An empty batch that knows today's participants. NULL is fine to close. */
MUST_USE enum err official_open(struct official_batch **batch, struct database *db, struct error *error);
void official_close(struct official_batch *batch);

struct official_area {
	const char *code; /* KAZ */
	int m49;          /* 398 */
};

/* The participants by code; valid as long as the batch. */
const struct official_area *official_areas(const struct official_batch *batch, size_t *count);

/* The participant of an ISO code or of an M49 number ("398", also "0398"), or NULL. */
const struct official_area *official_area(const struct official_batch *batch, const char *text);

/* Copies a value into the batch. ERR_INVALID, saying what is wrong, when it cannot be a point of a series. */
MUST_USE enum err official_add(struct official_batch *batch, const struct official_value *value, struct error *error);

size_t official_count(const struct official_batch *batch);

/*
 * Adds the rows of a saved extract: CSV with the columns series,iso3,m49,year,nature,units,dims,value. Rows of areas that
 * are no participants, and of other series than `series` (when series_count isn't 0), are only counted in *ignored. Every
 * mistake goes to `problems` by its row; ERR_INVALID when there is one.
 */
MUST_USE enum err official_read_file(struct official_batch *batch, const char *path, const char *const *series,
	size_t series_count, size_t *ignored, struct problems *problems, struct error *error);

/* The codes of the catalogue's series, from the arena, by code. */
MUST_USE enum err official_series(struct database *db, struct arena *arena, const char ***codes, size_t *count, struct error *error);

/* --- storing --- */

struct official_vintage {
	const char *label;  /* YYYY-MM */
	const char *source; /* shown with every figure */
	const char *origin; /* the file or base address it came from */
	bool refetched;     /* a repeat of what the newest older vintage says is no news either; else only of the same label */
};

struct official_stored {
	bool added;         /* false: exactly this is stored already */
	int64_t vintage;
	char label[OFFICIAL_LABEL];
	int64_t number;
	size_t values;
	size_t conflicts;   /* further, different values for a point that has one */
};

/*
 * Stores the batch as one vintage with its audit row, in one transaction, unless it only repeats what is there. Values
 * that stand twice count once; a second, different value of a point becomes an official_conflict (the value kept is the
 * first in the order of the texts, so that the order of the source does not matter). ERR_INVALID for an empty batch.
 */
MUST_USE enum err official_store(struct official_batch *batch, struct database *db, const struct actor *actor,
	const struct official_vintage *about, struct official_stored *stored, struct error *error);

#endif
