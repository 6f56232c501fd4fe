/*
 * child: runs another program within limits: its words are fixed, no shell is between, its output is read into memory up to a cap, and
 * it ends, by force where it must, when its time is over.
 */
#ifndef CRON_CHILD_H
#define CRON_CHILD_H

#include <stddef.h>

#include "indicators/base/buffer.h"
#include "indicators/base/error.h"

#define CHILD_COMPLAINT 400

struct child {
	const char *const *words;        /* ends with NULL; the first is the program, looked up in PATH unless it holds a slash */
	const char *const *environment;  /* NAME=value, ends with NULL */
	const char *input;               /* what it reads from its standard input */
	size_t input_length;
	long seconds;                    /* in all */
	size_t memory;                   /* bytes of address space */
};

struct child_end {
	int status;                      /* of exit; -1: ended by a signal */
	char complaint[CHILD_COMPLAINT]; /* the last line on its standard error, "" for none */
};

/*
 * Runs it to its end; what it printed is appended to `output`, whose cap holds. Every exit status is ERR_OK: the caller knows what they
 * mean. ERR_NOT_FOUND: there is no such program; ERR_BUSY: its time was over; ERR_TOO_LARGE: it printed more than the cap.
 */
MUST_USE enum err child_run(const struct child *child, struct buffer *output, struct child_end *end, struct error *error);

#endif
