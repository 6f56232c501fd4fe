/*
 * beside: the official figures that the catalogue sets beside an indicator, for the participant who answers it: the newest vintage
 * that has the series. Only to look at; nothing is ever taken over into an answer.
 */
#ifndef INDICATORS_MODEL_BESIDE_H
#define INDICATORS_MODEL_BESIDE_H

#include "indicators/base/arena.h"
#include "indicators/model/reports.h"

#define BESIDE_YEARS 4 /* the latest of each series */

struct beside_point {
	int64_t year;
	const char *value; /* as the source writes it: "92", "<5", "N" */
};

struct beside_series {
	const char *code, *title;
	const char *dims;  /* in words: "Female, under 18 years"; "" for the total */
	const char *unit;  /* in words, or "" */
	const char *vintage, *source;
	struct beside_point points[BESIDE_YEARS]; /* newest first */
	size_t count;
};

struct beside { struct beside_series *rows; size_t count; };

/* By series and breakdown, texts in `language`; series without a figure for the participant are left out. In the arena. */
MUST_USE enum err beside_load(struct database *db, struct arena *arena, int64_t version, const char *participant, const char *language,
	struct beside *beside, struct error *error);

#endif
