/*
 * problems: everything that is wrong with what somebody gave us, not only the first mistake.
 *
 * Loaders of files collect here while they check ("framework.yaml:12: …", "row 7: …"), so that whoever wrote the
 * file mends it in one go. The first `keep` are kept in the order found, all are counted.
 */
#ifndef INDICATORS_BASE_PROBLEMS_H
#define INDICATORS_BASE_PROBLEMS_H

#include <stdarg.h>
#include <stddef.h>

#include "indicators/base/arena.h"
#include "indicators/base/error.h"

struct problem {
	struct problem *next;
	const char *text; /* "place: sentence" */
};

struct problems {
	struct arena arena;
	struct problem *first;
	struct problem *last;
	size_t kept;
	size_t keep;
	size_t count;
};

#define PROBLEMS_INIT(most) { .arena = ARENA_INIT, .first = NULL, .last = NULL, .kept = 0, .keep = (most), .count = 0 }

/* One more, at `place` ("file:line", "row 7"). */
void problems_add(struct problems *problems, const char *place, const char *format, ...) PRINTF_LIKE(3, 4);
void problems_add_v(struct problems *problems, const char *place, const char *format, va_list args)
	__attribute__((format(printf, 3, 0)));

/* ERR_OK when there are none; else ERR_INVALID with one sentence: the first problem and how many there are. */
MUST_USE enum err problems_check(const struct problems *problems, struct error *error);

void problems_release(struct problems *problems);

#endif
