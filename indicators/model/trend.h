/*
 * trend: a period of a framework before the secretariat: what moved since each government's round before, how complete it is, and where
 * what governments say of themselves is far from the official figures. Over what is accepted or released, of all governments; nothing
 * else is read. Alphabetical, without ranks.
 */
#ifndef INDICATORS_MODEL_TREND_H
#define INDICATORS_MODEL_TREND_H

#include "indicators/methods/gap.h"
#include "indicators/methods/score.h"
#include "indicators/model/round.h"

struct trend_indicator {
	int64_t version;
	const char *code, *title, *domain;
	const char *unit;
	struct score_scale scale;
	struct score_classes classes;
	enum score_direction direction;
};

enum trend_kind {
	TREND_NONE,   /* nothing accepted or released */
	TREND_ABSENT, /* not available or not applicable */
	TREND_FIRST,  /* a figure, and none before */
	TREND_BREAK,  /* a figure, and before it only figures by another definition */
	TREND_SAME, TREND_UP, TREND_DOWN
};

enum trend_judged { TREND_NEUTRAL, TREND_BETTER, TREND_WORSE }; /* by the indicator's direction; of SAME: NEUTRAL */

/* One participant's figure of one indicator in the period. */
struct trend_cell {
	enum trend_kind kind;
	enum trend_judged judged;
	double now, before;        /* NaN: none */
	const char *before_period; /* the newest before this one that has a figure by the same definition */
	bool released;             /* else it is accepted and waits for the release */
};

/* An answer beside the official figure of the same thing. */
struct trend_gap {
	const char *participant, *code;
	const char *series, *series_title, *vintage;
	double own, official;      /* both as the series counts (methods/gap.h) */
	const char *own_period;
	int64_t official_year;     /* that of own_period, where both have one; else the latest before the period */
	bool same_year;
	bool told;                 /* the two differ enough to ask */
};

struct trends {
	struct round round;
	struct round_seats seats;
	struct round_board board;  /* its domains, and what is expected of each */
	struct trend_indicator *indicators;
	size_t indicator_count;
	struct trend_cell *cells;  /* seat i, indicator j: cells[i * indicator_count + j] */
	struct trend_gap *gaps;    /* by participant and indicator */
	size_t gap_count;
};

/* ERR_NOT_FOUND where the framework has no round of that period. */
MUST_USE enum err trend_load(struct database *db, struct arena *arena, const char *framework, const char *period, const char *language,
	struct trends *trends, struct error *error);

#endif
