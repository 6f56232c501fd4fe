/*
 * report_request: reports of a round that the secretariat asked for with a button, and where their files are.
 *
 * Making one takes many seconds, so the page only asks; `monitor report --waiting` makes what waits, oldest first. One that was begun and
 * never ended (a machine that stopped) counts as failed after REPORT_REQUEST_LOST seconds.
 */
#ifndef INDICATORS_MODEL_REPORT_REQUEST_H
#define INDICATORS_MODEL_REPORT_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "indicators/base/arena.h"
#include "indicators/model/reports.h"

#define REPORT_REQUEST_LOST (15 * 60)

/* DIRECTORY/FRAMEWORK-PERIOD-AUDIENCE-LANGUAGE.ENDING; all but the directory are codes. */
const char *report_file(struct arena *arena, const char *directory, const char *framework, const char *period, const char *audience,
	const char *language, const char *ending);

/*
 * Asks for the report of a round, by the secretariat only (ERR_DENIED). ERR_INVALID for an unknown audience or language, ERR_CONFLICT
 * where the round has no release yet. One that already waits is not asked for twice.
 */
MUST_USE enum err report_request_add(struct database *db, const struct actor *actor, int64_t round, const char *audience,
	const char *language, struct error *error);

struct report_request {
	int64_t id;
	const char *framework, *period, *audience, *language;
	const char *by;                  /* who asked; or NULL */
	const char *asked_at, *begun_at, *ended_at, *problem, *run; /* NULL as in the table */
	const char *ready_at;            /* when the newest report of this audience and language that there is was made, or NULL */
	bool lost;                       /* begun too long ago to be still on its way */
};
struct report_requests { struct report_request *rows; size_t count; };

/* The newest request of each audience and language. */
MUST_USE enum err report_request_list(struct database *db, struct arena *arena, int64_t round, struct report_requests *list,
	struct error *error);

MUST_USE enum err report_request_waiting(struct database *db, int64_t *count, struct error *error);

/* The oldest that waits, from now on being made; request->id is 0 when none waits. */
MUST_USE enum err report_request_take(struct database *db, struct arena *arena, struct report_request *request, struct error *error);

/* It is made, from the figures of `run`, or (problem not NULL) it could not be. */
MUST_USE enum err report_request_end(struct database *db, int64_t id, const char *run, const char *problem, struct error *error);

#endif
