/*
 * arena: one owner for everything that lives as long as a request (or a command).
 *
 * Allocations are released together by arena_release. An allocation that fails ends the process with a
 * message: a request holds a few hundred kilobytes, inputs are capped before they reach it, and a worker that
 * has no memory left for them can only be restarted (the web server does).
 */
#ifndef INDICATORS_BASE_ARENA_H
#define INDICATORS_BASE_ARENA_H

#include <stddef.h>

#include "indicators/base/error.h"

struct arena_block;

struct arena {
	struct arena_block *blocks;
};

#define ARENA_INIT { .blocks = NULL }

/* Zeroed memory, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* An array of `count` zeroed elements. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/*
 * A list that grows one by one: the list itself where there is room for one more behind its `count` elements, else a larger copy (NULL and
 * 0: the first). Always by this function from the first element on; what was outgrown stays in the arena, which is less than the list.
 */
void *arena_grow(struct arena *arena, void *list, size_t count, size_t size);

char *arena_strdup(struct arena *arena, const char *text); /* NULL gives NULL */
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);

void arena_release(struct arena *arena);

/* As arena_release, but keeps one block, so that the next request of usual size asks the system for nothing. */
void arena_reset(struct arena *arena);

#endif
