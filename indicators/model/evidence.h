/*
 * evidence: files as evidence, kept outside the database: evidence/ab/cdef… beside reports.db, named by the BLAKE2b-256 of their
 * content, so that the same content is stored once. What an answer says of a file (its name, whether it may be shared) is a row of
 * the database (model/answer.h); which content there is, a row of evidence_file.
 *
 * A file is on the disk, and synced, before a row names it; a file that no row names for a day is swept. So a power cut or a kill at
 * any point leaves no row without its file.
 */
#ifndef INDICATORS_MODEL_EVIDENCE_H
#define INDICATORS_MODEL_EVIDENCE_H

#include "indicators/base/arena.h"
#include "indicators/model/reports.h"
#include "indicators/store/incoming.h"

#define EVIDENCE_FILE_MAX ((int64_t)20 * 1024 * 1024)
#define EVIDENCE_NAME_MAX 255 /* characters of a file's name */

struct evidence_file {
	const char *name; /* as given */
	const char *hash;
	int64_t size;
	const char *type; /* media type */
};

/*
 * Whether a name can be kept: any script, but valid UTF-8, not too long, no path separators, no control characters, none that turn
 * the direction of writing, and the ending of a kind of file that is taken. ERR_INVALID, field "evidence"; so with the next ones.
 */
MUST_USE enum err evidence_check_name(const char *name, struct error *error);

/*
 * Whether the file at `path` is what its name says, by its content: PDF, DOCX, XLSX, JPEG or PNG, not empty, not larger than
 * EVIDENCE_FILE_MAX; office files without macros and passwords, of a sane number and size of parts. Work and memory are bounded:
 * nothing is unpacked but a list of parts of at most 256 KB. *type is static.
 */
MUST_USE enum err evidence_inspect(const char *path, const char *name, const char **type, struct error *error);

/*
 * Checks a file (evidence_check_name, evidence_inspect) and stores its content; `path` lies in the same data directory and stays there
 * too. `hash` and `size` as incoming_finish gave them. Strings in the arena. ERR_FULL, ERR_IO: nothing was stored.
 */
MUST_USE enum err evidence_store(struct database *db, struct arena *arena, const char *path, const char *name, const char *hash,
	int64_t size, struct evidence_file *file, struct error *error);

/* Within the transaction that names the file: its row, where it is missing. ERR_CONFLICT: the content has been swept meanwhile. */
MUST_USE enum err evidence_record(struct database *db, const char *hash, int64_t size, const char *type, struct error *error);

/* Where the content lies; in the arena. */
const char *evidence_path(struct arena *arena, const struct database *db, const char *hash);

/* Which kinds are taken, for the accept attribute of a form: ".pdf,.docx,…". */
const char *evidence_accept(void);

/*
 * Sweeps what has lain for a day: contents that no evidence names, uploads, and what killed processes left behind. Adds a row
 * to the audit log where it removed anything.
 */
struct evidence_swept { int64_t files, uploads, remains; };
MUST_USE enum err evidence_sweep(struct database *db, const struct actor *actor, struct evidence_swept *swept, struct error *error);

#endif
