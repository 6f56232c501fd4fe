/*
 * secret: the secrets of this installation (table `secret`), which `monitor migrate` makes once. They never leave reports.db.
 */
#ifndef INDICATORS_MODEL_SECRET_H
#define INDICATORS_MODEL_SECRET_H

#include "indicators/model/reports.h"

#define SECRET_BYTES 32

/* The key under which the cells of breakdowns are ranked. ERR_SCHEMA, naming `monitor migrate`, where there is none. Wipe the copy after use. */
MUST_USE enum err secret_disclosure(struct database *reports, unsigned char key[static SECRET_BYTES], struct error *error);

#endif
