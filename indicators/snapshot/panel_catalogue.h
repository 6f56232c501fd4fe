/*
 * panel_catalogue: the part of the panel that is not answers: participants, frameworks, indicator versions, rounds with
 * their questionnaires. Only panel.c calls it.
 */
#ifndef INDICATORS_SNAPSHOT_PANEL_CATALOGUE_H
#define INDICATORS_SNAPSHOT_PANEL_CATALOGUE_H

#include "indicators/snapshot/panel.h"

MUST_USE enum err panel_read_catalogue(struct panel *panel, struct database *reports, struct error *error);
MUST_USE enum err panel_read_rounds(struct panel *panel, struct database *reports, struct error *error);

#endif
