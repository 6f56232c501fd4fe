/*
 * ready: which of a participant's unfinished answers could be submitted as they stand, and what the others still lack. What the
 * workbench shows beside each draft, and what "submit all that are complete" sends.
 */
#ifndef INDICATORS_MODEL_READY_H
#define INDICATORS_MODEL_READY_H

#include "indicators/model/answer.h"

/* A draft or returned answer. */
struct ready_line {
	const char *code;
	int64_t revision;
	enum answer_state state;
	bool mended;         /* returned: saved again since */
	const char *problem; /* the first thing that keeps it from being submitted, a sentence; NULL: nothing does */
};
struct ready_list { struct ready_line *rows; size_t count; size_t complete; };

/*
 * In the order of `lines`, the participant's questionnaire (round_questionnaire). A returned answer that nobody changed since counts as
 * incomplete: what it was returned for is still there; so does a checklist without any tick. Loads each unfinished answer.
 */
MUST_USE enum err ready_list(struct database *db, struct arena *arena, int64_t round, const char *participant,
	const struct round_lines *lines, struct ready_list *list, struct error *error);

/* The line of an indicator, or NULL. */
const struct ready_line *ready_line(const struct ready_list *list, const char *code);

#endif
