/*
 * catalogue_put: writes the rows of a framework and of its indicators, within the transaction of a load. Part of catalogue; see catalogue.h.
 */
#ifndef INDICATORS_MODEL_CATALOGUE_PUT_H
#define INDICATORS_MODEL_CATALOGUE_PUT_H

#include "indicators/base/clock.h"
#include "indicators/model/catalogue.h"

/* Where to, and when. */
struct catalogue_put {
	struct database *db;
	const char *framework;
	char at[CLOCK_TEXT];
	struct error *error;
};

/* The framework with its texts, domains and dimensions, `facts` being what it says, in the place of what was there. */
MUST_USE enum err catalogue_put_framework(const struct catalogue_put *put, const struct catalogue_framework *framework, const struct facts *facts);

/* An indicator's code; a version is still to come. */
MUST_USE enum err catalogue_put_indicator(const struct catalogue_put *put, const char *code, int64_t *id);

/* A version with all that belongs to it; the one before is no longer current. */
MUST_USE enum err catalogue_put_new_version(const struct catalogue_put *put, int64_t id, int64_t number, const char *digest,
	const struct catalogue_indicator *indicator, const struct facts *facts, int64_t *version);

/* Other words, breakdowns and rules for a version that is there. */
MUST_USE enum err catalogue_put_version(const struct catalogue_put *put, int64_t version, const struct catalogue_indicator *indicator,
	const struct facts *facts);

/* After all indicators: without the domains that nothing is in any more. */
MUST_USE enum err catalogue_put_end(const struct catalogue_put *put);

#endif
