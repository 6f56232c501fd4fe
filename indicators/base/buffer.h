/*
 * buffer: a growable byte string with a mandatory cap.
 *
 * Invariants: `data` is NULL or NUL-terminated after `length` bytes; `length` never exceeds `cap`. Once an
 * append fails (over the cap, out of memory) `failure` says which, further appends do nothing, and
 * buffer_check words it: so a page is built without a test after each line and checked once before it is sent.
 */
#ifndef INDICATORS_BASE_BUFFER_H
#define INDICATORS_BASE_BUFFER_H

#include <stddef.h>

#include "indicators/base/error.h"

struct buffer {
	char *data;
	size_t length;
	size_t size;  /* allocated */
	size_t cap;   /* most bytes it may hold */
	enum err failure;
};

#define BUFFER_INIT(most) { .data = NULL, .length = 0, .size = 0, .cap = (most), .failure = ERR_OK }

void buffer_append(struct buffer *buffer, const void *data, size_t length);
void buffer_puts(struct buffer *buffer, const char *text);
void buffer_putc(struct buffer *buffer, char c);
void buffer_printf(struct buffer *buffer, const char *format, ...) PRINTF_LIKE(2, 3);

/* The text so far, never NULL. Valid until the next append. */
const char *buffer_text(const struct buffer *buffer);

/* Room for `length` more bytes to be written by the caller at data + length; NULL when it would exceed the cap. */
char *buffer_reserve(struct buffer *buffer, size_t length);

/* ERR_TOO_LARGE or ERR_INTERNAL when an append failed. */
MUST_USE enum err buffer_check(const struct buffer *buffer, struct error *error);

/* Empties it and keeps the memory. */
void buffer_clear(struct buffer *buffer);

/* Frees the memory; the buffer is as after BUFFER_INIT. */
void buffer_release(struct buffer *buffer);

#endif
