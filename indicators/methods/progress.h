/*
 * progress: how one official SDG series of one participant moves, by two published methods side by side. Pure.
 * Method "SDG progress", version PROGRESS_VERSION.
 *
 * (a) The growth-rate method published for Open SDG ("Progress Measurement Methodology", docs/progress-methodology.md;
 * Statistics Canada, after Eurostat). d = +1 where increase is desired, −1 where decrease; s = −1 where the base value is
 * below 0, else 1; base = the base year (2015 unless the catalogue says otherwise) or the next later year with data;
 * current = the latest year; CAGR(a→b) = (y_b / y_a)^(1 / (t_b − t_a)) − 1.
 *
 *	with a target y_T in t_T (`method` 2)
 *		R = s·d·CAGR(0→i) / |CAGR(0→T)|
 *		at or beyond the target: target_achieved, score 5; else R ≥ 0.95 substantial_progress, ≥ 0.60
 *		moderate_progress, ≥ 0 limited_progress, < 0 deterioration
 *		score: R ≥ 0.6: min(7.1429·R − 4.2857, 5), else max(4.1667·R − 2.5, −5)
 *	without one (`method` 1)
 *		P = s·d·CAGR(0→i); P ≥ 0.015·C substantial, ≥ 0.005·C moderate, ≥ 0 limited, < 0 deterioration
 *		score: P < 0: max(125·P − 2.5, −5); else C = 0: 5; P ≥ 0.015·C: min(500·P/C − 5, 5);
 *		P ≥ 0.005·C: 250·P/C − 1.25; else 500·P/C − 2.5
 *		C = 1 without a natural limit or where |y_0| ≥ 2·|lim|; 1 − (|y_0|/|lim|)^4.44 where |y_0| ≤ |lim|; else
 *		1 − ((2·|lim| − |y_0|)/|lim|)^4.44
 *
 *	A target of 0 and a base of 0 become 0.001 (of the base's sign), since no growth rate leads to or from 0. `zero_base`
 *	and `zero_target` say so; the current value stays what it is, so that 0 → 0 counts as a fall from 0.001.
 *
 * (b) The UN's Progress Chart 2023. v2030e = v_t·(1 + CAGR)^(2030 − t), ratio = (v2030e − v_b) / (v2030 − v_b);
 * ratio ≥ 0.95 class 3, ≥ 0.10 class 2, else 1. Without a target: s·d·CAGR ≥ 0.02 class 3, ≥ 0.005 class 2, else 1. A
 * latest value at or beyond the target is class 3. Guard: a base already at or beyond its target that drifts away from it
 * gives a large positive ratio (20 → 30 against 25: 9.5); that is class 1 here. Zeros stay zeros: from a base of 0 there is
 * no growth rate, so (b) has no verdict then, unless base or latest value is at or beyond the target.
 *
 * Both verdicts are shown, because they differ. A neutral series (16.2.2) has neither; its explain page asks again with the
 * direction that it wants to show.
 */
#ifndef INDICATORS_METHODS_PROGRESS_H
#define INDICATORS_METHODS_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/methods/score.h"

#define PROGRESS_VERSION 2 /* 2: a target's series together leave out what another series superseded */
#define PROGRESS_BASE_YEAR 2015
#define PROGRESS_TARGET_YEAR 2030

/* What 0 becomes as a base or a target. */
#define PROGRESS_ZERO 0.001

enum progress_status {
	PROGRESS_TARGET_ACHIEVED,
	PROGRESS_SUBSTANTIAL,
	PROGRESS_MODERATE,
	PROGRESS_LIMITED,
	PROGRESS_DETERIORATION,
	PROGRESS_NOT_AVAILABLE,
	PROGRESS_STATUSES
};

/* "target_achieved", "substantial_progress", "moderate_progress", "limited_progress", "deterioration",
 * "not_available". */
const char *progress_status_name(enum progress_status status);

/* The same for people, in the language of the moment: "Substantial progress". */
const char *progress_status_title(enum progress_status status);

/* Class 3, 2, 1 of (b) for people; 0 is "Not available". */
const char *progress_class_title(int un2023_class);

/* Why a status is not_available. */
enum progress_reason {
	PROGRESS_NO_REASON,
	PROGRESS_NO_NUMBER,   /* no value that is a number */
	PROGRESS_ONE_POINT,   /* fewer than two years with data from the base year on */
	PROGRESS_SIGN_CHANGE, /* base, current and target value are not all on one side of 0 */
	PROGRESS_TWO_VALUES,  /* two different values for one year: an error in the data, named, never averaged */
	PROGRESS_NEUTRAL,     /* the series is not judged */
	PROGRESS_PAST_TARGET, /* the base year in use is not before the target's year, so no path leads there */
	PROGRESS_REASONS
};

/* "", "no_number", "one_point", "sign_change", "two_values", "neutral", "past_target". */
const char *progress_reason_name(enum progress_reason reason);

/* A finished sentence in the language of the moment; "" for none. */
const char *progress_reason_title(enum progress_reason reason);

struct progress_point {
	int year;
	double value; /* NAN: stands there as something else than a number; left out */
};

/* What the catalogue says of the series. */
struct progress_series {
	enum score_direction direction;
	double target;      /* NAN: none */
	int target_year;    /* 0: PROGRESS_TARGET_YEAR */
	double limit;       /* natural limit, NAN: none */
	int base_year;      /* 0: PROGRESS_BASE_YEAR */
};

/* What doesn't apply is NAN, or 0 for a year or class. */
struct progress {
	enum progress_status status;
	enum progress_reason reason;
	int two_values_year;  /* the first year, from the base year on, with two values */
	int method;           /* 1 without a target, 2 with one */
	int base_year;        /* in use */
	double base_value;    /* in use: 0.001 where zero_base */
	int current_year;
	double current_value;
	bool zero_base;
	bool zero_target;
	double target;        /* in use by (a): 0.001 where zero_target */
	int target_year;
	double natural_c;     /* C; method 1 */
	double growth;        /* CAGR(0→i) of (a) */
	double growth_needed; /* |CAGR(0→T)|; method 2 */
	double progress;      /* R or P. NAN although there is a verdict: the base stood on the target, so that no growth
	                         was needed; and the target was left */
	double score;         /* −5 to 5 */
	double un2023_cagr;
	double un2023_expected; /* v2030e */
	double un2023_ratio;
	int un2023_class;     /* 3, 2, 1; 0: none */
	bool un2023_guard;    /* that is 1 because the base was at or beyond the target, and the latest value is not */
};

/*
 * Judges a series. The points may come in any order and reach back before the base year; the same value twice for one
 * year is one value.
 */
void progress_compute(const struct progress_point *points, size_t count, const struct progress_series *series,
	struct progress *result);

/* Several series of one target together. */
struct progress_aggregate {
	enum progress_status status;
	double score;     /* mean of those that have one, NAN: none has */
	int n_judged;     /* that have a score */
	int n_series;
};

/*
 * Mean of the scores: ≥ 2.5 substantial, ≥ 0 moderate, ≥ −2.5 limited, else deterioration; achieved only if every series
 * is (one without a verdict isn't).
 */
void progress_aggregate(const struct progress *series, size_t count, struct progress_aggregate *result);

#endif
