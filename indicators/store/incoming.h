/*
 * incoming: files on their way in, in the folder evidence/incoming/ beside a database: written piece by piece, counted and hashed
 * on the way, never held in memory.
 *
 * One file is `struct incoming` from incoming_open to incoming_finish (it is whole) or incoming_drop (nobody wants it). What a
 * killed process left behind is swept by model/evidence.h.
 */
#ifndef INDICATORS_STORE_INCOMING_H
#define INDICATORS_STORE_INCOMING_H

#include <stddef.h>
#include <stdint.h>

#include "indicators/base/arena.h"
#include "indicators/base/error.h"

#define INCOMING_HASH 65 /* BLAKE2b-256 in hexadecimal, and NUL */

struct incoming_state; /* of the hash */

struct incoming {
	const char *path;
	int file;
	int64_t size;
	int64_t most;
	struct incoming_state *state;
	char hash[INCOMING_HASH]; /* from incoming_finish on */
};

/* The folder "evidence", or one below it, of the database at this path; in the arena. */
const char *incoming_folder(struct arena *arena, const char *database_path, const char *below);

/* A folder and those above it, mode 0750, where they are missing. ERR_FULL, ERR_IO. */
MUST_USE enum err incoming_make_folder(const char *path, struct error *error);

/* A new file of at most `most` bytes, in the folder of the database at this path. */
MUST_USE enum err incoming_open(struct incoming *incoming, struct arena *arena, const char *database_path, int64_t most,
	struct error *error);

/* ERR_TOO_LARGE, ERR_FULL, ERR_IO: the file is dropped, and further pieces are not taken. */
MUST_USE enum err incoming_write(struct incoming *incoming, const char *data, size_t length, struct error *error);

/* The file is whole: closed, and hash and size are known. */
MUST_USE enum err incoming_finish(struct incoming *incoming, struct error *error);

/* Closes and removes it; where it has been moved away, nothing happens. Safe to repeat. */
void incoming_drop(struct incoming *incoming);

/* The sentence of errno for a file that is written: ERR_FULL or ERR_IO. */
MUST_USE enum err incoming_failed(struct error *error, const char *path);

/* The BLAKE2b-256 of a whole file, read in pieces. */
MUST_USE enum err incoming_hash_of(const char *path, char hash[INCOMING_HASH], struct error *error);

#endif
