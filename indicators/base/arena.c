/* arena: see arena.h. */
#include "indicators/base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)64 * 1024)

struct arena_block {
	struct arena_block *next;
	size_t used;
	size_t size;
	alignas(max_align_t) unsigned char data[];
};

/* The one place of the library that ends the process: see arena.h. */
static void out_of_memory(void)
{
	fputs("Out of memory.\n", stderr);
	abort();
}

void *arena_alloc(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		out_of_memory();
	size = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);

	struct arena_block *block = arena->blocks;
	if (block == NULL || block->size - block->used < size) {
		size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
		block = malloc(sizeof *block + room);
		if (block == NULL)
			out_of_memory();
		block->used = 0;
		block->size = room;
		/* A large allocation goes behind the current block, whose free room stays in use. */
		if (size > BLOCK_SIZE && arena->blocks != NULL) {
			block->next = arena->blocks->next;
			arena->blocks->next = block;
		} else {
			block->next = arena->blocks;
			arena->blocks = block;
		}
	}
	void *data = block->data + block->used;
	block->used += size;
	memset(data, 0, size);
	return data;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / 4 / size)
		out_of_memory();
	return arena_alloc(arena, count * size);
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_alloc(arena, length + 1);

	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

void *arena_grow(struct arena *arena, void *list, size_t count, size_t size)
{
	/* Full at 0, 8, 16, 32, … */
	if (count != 0 && (count < 8 || (count & (count - 1)) != 0))
		return list;
	void *larger = arena_array(arena, count < 8 ? 8 : count * 2, size);
	if (count > 0)
		memcpy(larger, list, count * size);
	return larger;
}

char *arena_strdup(struct arena *arena, const char *text)
{
	return text == NULL ? NULL : arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;
	va_list again;

	va_start(args, format);
	va_copy(again, args);
	int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		out_of_memory();
	char *text = arena_alloc(arena, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}

static void free_blocks(struct arena_block *block)
{
	while (block != NULL) {
		struct arena_block *next = block->next;
		free(block);
		block = next;
	}
}

void arena_release(struct arena *arena)
{
	free_blocks(arena->blocks);
	arena->blocks = NULL;
}

void arena_reset(struct arena *arena)
{
	struct arena_block *kept = arena->blocks;

	if (kept == NULL)
		return;
	if (kept->size > BLOCK_SIZE) {
		arena_release(arena);
		return;
	}
	free_blocks(kept->next);
	kept->next = NULL;
	kept->used = 0;
}
