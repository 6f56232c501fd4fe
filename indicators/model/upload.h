/*
 * upload: files on their way, that come in pieces over a slow line, or wait for a form that was refused for something else. Only who began
 * an upload sees it, for the same round and participant; after a day it is swept. What has come lies in evidence/incoming/ID.
 */
#ifndef INDICATORS_MODEL_UPLOAD_H
#define INDICATORS_MODEL_UPLOAD_H

#include <stdbool.h>

#include "indicators/model/evidence.h"

#define UPLOAD_PIECE_MAX (256 * 1024)
#define UPLOAD_OPEN_MAX 10 /* of one person; beginning another one gives up the oldest */

/* Whose uploads. */
struct upload_place {
	int64_t round;
	const char *participant;
};

struct upload {
	const char *id; /* 64 hexadecimal digits, not to be guessed */
	const char *name;
	int64_t size;     /* announced */
	int64_t received; /* so far; the next piece begins here */
};

/*
 * A file is announced. Checked: that the person reports for the participant (ERR_DENIED), the name (evidence_check_name), the size
 * (ERR_INVALID, ERR_TOO_LARGE). Strings in the arena.
 */
MUST_USE enum err upload_begin(struct database *db, struct arena *arena, const struct actor *actor, const struct upload_place *place,
	const char *name, int64_t size, struct upload *upload, struct error *error);

/* A whole file that has come already, at `path` in the same data directory: kept until a form takes it. */
MUST_USE enum err upload_keep(struct database *db, struct arena *arena, const struct actor *actor, const struct upload_place *place,
	const char *path, const char *name, int64_t size, struct upload *upload, struct error *error);

/* ERR_NOT_FOUND where there is none, or it is somebody else's or of another place. */
MUST_USE enum err upload_load(struct database *db, struct arena *arena, const struct actor *actor, const struct upload_place *place,
	const char *id, struct upload *upload, struct error *error);

/*
 * The file at `piece` becomes the bytes from `offset` on. ERR_CONFLICT where another offset is due: upload->received tells which.
 * ERR_TOO_LARGE beyond the announced size. ERR_FULL, ERR_IO: nothing was taken.
 */
MUST_USE enum err upload_append(struct database *db, const struct actor *actor, const struct upload_place *place, struct upload *upload,
	int64_t offset, const char *piece, struct error *error);

/* A complete upload as evidence (evidence_store); the upload stays. ERR_CONFLICT while it is not complete. Field "evidence". */
MUST_USE enum err upload_store(struct database *db, struct arena *arena, const struct upload *upload, struct evidence_file *file,
	struct error *error);

/* Where its bytes lie; in the arena. */
const char *upload_path(struct arena *arena, const struct database *db, const char *id);

/* It has been taken, or is given up. */
MUST_USE enum err upload_remove(struct database *db, const char *id, struct error *error);

/* For evidence_sweep, within its transaction. */
MUST_USE enum err upload_sweep(struct database *db, int64_t *count, struct error *error);
bool upload_is_known(struct database *db, const char *id);

#endif
