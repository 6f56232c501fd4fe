/*
 * day: dates and moments as a person reads them, in the current language: "23 November 2026". Files that machines read keep
 * ISO 8601 (clock.h) and never pass here.
 */
#ifndef INDICATORS_BASE_DAY_H
#define INDICATORS_BASE_DAY_H

#include <stdint.h>

#include "indicators/base/arena.h"

/* "2026-11-23" or "2026-11-23T19:05:00Z" as "23 November 2026"; what is no date comes back as it is, NULL as NULL. */
const char *day_text(struct arena *arena, const char *time);

/* "2026-11-23T19:05:00Z" as "23 November 2026, 19:05 UTC"; without a time of day as day_text does. */
const char *day_moment(struct arena *arena, const char *time);

/* Days from one date to another, both real ones as clock.h writes them: 1 from today to tomorrow, negative into the past. */
int64_t day_count(const char *from, const char *to);

/* The date `days` after a real one. */
const char *day_shift(struct arena *arena, const char *date, int64_t days);

#endif
