/*
 * error: how every function of this project says that something went wrong.
 *
 * A function that can fail returns `enum err` (0 is success) and fills the caller's `struct error` with a
 * finished sentence in the language of the moment (base/i18n.h). The lowest layer that fails writes the
 * sentence, since it knows what happened; the layers above pass it on or put context before it
 * (error_context). Only a program's main() and the web responder print it.
 *
 * A `struct error` may be NULL: then only the code comes back.
 */
#ifndef INDICATORS_BASE_ERROR_H
#define INDICATORS_BASE_ERROR_H

#define ERROR_TEXT_MAX 1024

enum err {
	ERR_OK = 0,
	ERR_INVALID,      /* what was given is wrong and can be mended by whoever gave it (400, 422) */
	ERR_DENIED,       /* not allowed for this person (403) */
	ERR_NOT_FOUND,    /* no such thing (404) */
	ERR_CONFLICT,     /* somebody changed it meanwhile, or it is in a state that forbids this (409) */
	ERR_TOO_LARGE,    /* over a cap (413) */
	ERR_BUSY,         /* somebody else holds it; trying again later helps (503) */
	ERR_SCHEMA,       /* a database or snapshot of another schema (503) */
	ERR_FULL,         /* no room on the disk; nothing was changed (507) */
	ERR_IO,           /* reading or writing failed (500) */
	ERR_INTERNAL      /* a fault of ours: out of memory, a broken invariant (500) */
};

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(text, first) __attribute__((format(printf, text, first)))

struct error {
	enum err code;
	char text[ERROR_TEXT_MAX]; /* a whole sentence, UTF-8, ends with a full stop */
	char field[64];            /* the form field or column it is about, or "" */
};

#define ERROR_INIT { .code = ERR_OK, .text = "", .field = "" }

/* Fills `error` (may be NULL) and returns `code`, so that callers write `return error_set(…)`. */
enum err error_set(struct error *error, enum err code, const char *format, ...) PRINTF_LIKE(3, 4);

/* The same for one form field or column. */
enum err error_set_field(struct error *error, enum err code, const char *field, const char *format, ...)
	PRINTF_LIKE(4, 5);

/* Puts "context: " before the sentence; returns the code that was there. */
enum err error_context(struct error *error, const char *format, ...) PRINTF_LIKE(2, 3);

/* "Out of memory." Always ERR_INTERNAL. */
enum err error_memory(struct error *error);

#endif
