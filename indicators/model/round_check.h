/*
 * round_check: checks that opening and changing a round share. For round_open.c and round_change.c.
 */
#ifndef INDICATORS_MODEL_ROUND_CHECK_H
#define INDICATORS_MODEL_ROUND_CHECK_H

#include "indicators/model/round.h"

/* ERR_INVALID with the field named unless all are dates and in order. */
MUST_USE enum err round_check_dates(const struct round_dates *dates, struct error *error);

/* ERR_INVALID, field "reason", with the sentence `missing` unless there is one that fits. */
MUST_USE enum err round_check_reason(const char *reason, const char *missing, struct error *error);

/* Expects a participant, within the caller's transaction. ERR_INVALID, field "participant", where there is none of that code. */
MUST_USE enum err round_expect(struct database *db, int64_t round, const char *participant, struct error *error);

#endif
