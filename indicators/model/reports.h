/*
 * reports: the reports database (reports.db), the truth of this system.
 *
 * All its statements stand in model/statements/, one file per noun. The modules of this folder (participant,
 * person, round, answer, …) are the only callers; pages and commands call those.
 */
#ifndef INDICATORS_MODEL_REPORTS_H
#define INDICATORS_MODEL_REPORTS_H

#include "indicators/base/error.h"
#include "indicators/store/database.h"
#include "reports_statements.h"

#define REPORTS_APPLICATION_ID 0x414C4D31 /* "ALM1" */
#define REPORTS_SCHEMA 10                 /* number of the newest migration */

/* Who acts, for revisions, events and the audit log. */
struct actor {
	int64_t person;      /* 0: the shell or the scheduled job */
	const char *name;    /* e-mail address, or "monitor" */
	const char *address; /* of the browser, or "" */
};

/* `directory`/reports.db. ERR_SCHEMA, naming `monitor migrate`, when its schema is not this program's. */
MUST_USE enum err reports_open(struct database **db, const char *directory, enum database_mode mode, struct error *error);

/* Goes up by one: the next summarise computes everything anew. Within the caller's transaction. */
MUST_USE enum err reports_catalogue_changed(struct database *db, struct error *error);

#endif
