/*
 * breakdown: the breakdowns of counts (by sex, by age, …) after disclosure control (methods/disclosure_history.h), the same for every
 * audience: an audience that may see an answer sees its breakdowns as they are here. Members too, since each of them is outside the others'
 * governments; a government reads its own figures at the reporting desk.
 *
 * What earlier releases showed is computed again from what each release published: the decision for a release depends on the releases up to
 * it and on nothing else, so that it is what the file of that release had. It stays in the snapshots for those who might see the answer then
 * and may see it today (figures_past.h). An answer that is carried forward into another period takes no breakdown along.
 */
#ifndef INDICATORS_SNAPSHOT_BREAKDOWN_H
#define INDICATORS_SNAPSHOT_BREAKDOWN_H

#include "indicators/methods/disclosure_history.h"
#include "indicators/snapshot/figures.h"
#include "indicators/snapshot/suppression.h"

enum breakdown_status {
	BREAKDOWN_SHOWN,      /* also where it is 0 */
	BREAKDOWN_SUPPRESSED, /* it, or one that it would tell, is small */
	BREAKDOWN_WITHHELD,   /* with the whole breakdown, whether it was given or not */
	BREAKDOWN_MISSING     /* asked for and not given, where others of the breakdown are */
};

struct breakdown_cell {
	const char *dimension, *category;
	int64_t value; /* only where it is shown */
	enum breakdown_status status;
};

/* One answer's cells as one release published them: `count` from `first`, by dimension and category. */
struct breakdown_answer {
	size_t round, participant, column;
	int64_t since; /* number of that release; of those that stand today it does not count */
	size_t first, count;
};

/* The categories that a framework asks for. */
struct breakdown_category {
	size_t framework;
	const char *dimension, *category;
};

struct breakdown {
	struct arena arena;
	struct breakdown_category *categories; /* by framework, dimension and category */
	size_t category_count;
	struct breakdown_cell *cells;
	size_t cell_count;
	struct breakdown_answer *answers;      /* in the order of the snapshot's table */
	size_t answer_count;
	struct breakdown_answer *past;         /* as they stood before, in the order of its table */
	size_t past_count;
};

/*
 * Reads what was released (`touched` NULL: of every answer, else of the touched ones) and decides. Release also after an error.
 */
MUST_USE enum err breakdown_load(struct breakdown *breakdown, const struct panel *panel, const struct touched *touched,
	enum suppression suppression, struct database *reports, struct error *error);

/* The tables answer_cell and answer_cell_past: all of a new snapshot, or in the place of what the snapshot has of the touched answers. */
MUST_USE enum err breakdown_write(struct figures *figures, const struct breakdown *breakdown, struct error *error);

void breakdown_release(struct breakdown *breakdown);

#endif
