/*
 * facts_catalogue: the part of facts that is not answers: participants, frameworks, indicator versions, rounds with
 * their questionnaires. Only facts.c calls it.
 */
#ifndef INDICATORS_SNAPSHOT_FACTS_CATALOGUE_H
#define INDICATORS_SNAPSHOT_FACTS_CATALOGUE_H

#include "indicators/snapshot/facts.h"

MUST_USE enum err facts_read_catalogue(struct facts *facts, struct database *reports, struct error *error);
MUST_USE enum err facts_read_rounds(struct facts *facts, struct database *reports, struct error *error);

#endif
