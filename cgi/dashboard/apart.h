/*
 * apart: a piece of work in a process of its own, for libraries that are large and that we did not write. Whatever happens in it, a crash, a
 * loop without end, a hunger for memory, the program itself goes on and says that this one thing could not be done.
 *
 * The process is a copy of this one (fork), from before the library was ever touched here. It has none of our descriptors (no socket, no
 * snapshot), only a pipe for its result; it opens nothing but what libraries and fonts need, reading below /usr, /etc and /var/cache/fontconfig
 * (Landlock, where the kernel has it); it writes no file, starts no program, and ends with us.
 */
#ifndef CGI_DASHBOARD_APART_H
#define CGI_DASHBOARD_APART_H

#include "indicators/base/buffer.h"
#include "indicators/base/error.h"

struct apart_limits {
	long seconds;  /* of processor time; and twice as many by the clock */
	size_t memory; /* bytes of address space, beyond what the program has */
};

/* Appends its result to `out`, which begins empty. What it changes elsewhere is lost. */
typedef enum err apart_work(const void *context, struct buffer *out, struct error *error);

/*
 * Appends what the work made to `out`, all or nothing. The work's own error is passed on with its sentence. ERR_BUSY: its time was over;
 * ERR_TOO_LARGE: it made more than `out` may hold; ERR_INTERNAL: it crashed or ran out of memory, or no process could be started.
 */
MUST_USE enum err apart_run(apart_work *work, const void *context, const struct apart_limits *limits, struct buffer *out, struct error *error);

#endif
