/* upload: see upload.h. */
#include "indicators/model/upload.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/duty.h"

#define ID_BYTES 32
#define ID_LENGTH 64
#define FIELD "evidence"

static bool is_id(const char *id)
{
	return strlen(id) == ID_LENGTH && strspn(id, "0123456789abcdef") == ID_LENGTH;
}

const char *upload_path(struct arena *arena, const struct database *db, const char *id)
{
	return arena_printf(arena, "%s/%s", incoming_folder(arena, database_path(db), "incoming"), id);
}

static enum err not_there(struct error *error)
{
	return error_set_field(error, ERR_NOT_FOUND, FIELD, "%s", _("The file that was sent is no longer here. Choose it again."));
}

enum err upload_load(struct database *db, struct arena *arena, const struct actor *actor, const struct upload_place *place, const char *id,
	struct upload *upload, struct error *error)
{
	bool found = false;

	if (!is_id(id))
		return not_there(error);
	struct query *query = database_query(db, REPORTS_upload_by_id);
	query_text(query, "id", id);
	if (query_next(query)) {
		*upload = (struct upload){ .id = arena_strdup(arena, id), .name = arena_strdup(arena, query_column_text(query, 0)),
			.size = query_column_int(query, 1), .received = query_column_int(query, 2) };
		found = query_column_int(query, 3) == actor->person && query_column_int(query, 4) == place->round
			&& strcmp(query_column_text(query, 5), place->participant) == 0;
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !found)
		err = not_there(error);
	return err;
}

bool upload_is_known(struct database *db, const char *id)
{
	bool found = false;

	struct query *query = database_query(db, REPORTS_upload_by_id);
	query_text(query, "id", id);
	found = query_next(query);
	/* In doubt it is known: what is left lying is swept the next time. */
	return query_end(query, NULL) != ERR_OK || found;
}

enum err upload_remove(struct database *db, const char *id, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct query *query = database_query(db, REPORTS_upload_delete);

	query_text(query, "id", id);
	enum err err = query_run(query, error);
	if (err == ERR_OK && is_id(id))
		unlink(upload_path(&arena, db, id));
	arena_release(&arena);
	return err;
}

/* Removes those that a statement names. */
MUST_USE static enum err remove_all(struct database *db, struct query *query, int64_t *count, struct error *error)
{
	struct arena arena = ARENA_INIT;
	const char **ids = arena_array(&arena, 1000, sizeof *ids);
	size_t n = 0;

	while (n < 1000 && query_next(query))
		ids[n++] = arena_strdup(&arena, query_column_text(query, 0));
	enum err err = query_end(query, error);
	for (size_t i = 0; err == ERR_OK && i < n; i++)
		err = upload_remove(db, ids[i], error);
	*count = (int64_t)n;
	arena_release(&arena);
	return err;
}

enum err upload_sweep(struct database *db, int64_t *count, struct error *error)
{
	char before[CLOCK_TEXT];
	struct query *query = database_query(db, REPORTS_upload_stale);

	clock_text_in(-24L * 3600, before);
	query_text(query, "before", before);
	return remove_all(db, query, count, error);
}

MUST_USE static enum err insert(struct database *db, const struct actor *actor, const struct upload_place *place, const struct upload *upload,
	struct error *error)
{
	char now[CLOCK_TEXT];
	int64_t given_up;
	struct query *query = database_query(db, REPORTS_upload_surplus);

	query_int(query, "person", actor->person);
	query_int(query, "most", UPLOAD_OPEN_MAX - 1);
	enum err err = remove_all(db, query, &given_up, error);
	if (err != ERR_OK)
		return err;
	clock_text(now);
	query = database_query(db, REPORTS_upload_insert);
	query_text(query, "id", upload->id);
	query_int(query, "person", actor->person);
	query_int(query, "round", place->round);
	query_text(query, "participant", place->participant);
	query_text(query, "name", upload->name);
	query_int(query, "size", upload->size);
	query_int(query, "received", upload->received);
	query_text(query, "now", now);
	return query_run(query, error);
}

/* Who may, and what may come. */
MUST_USE static enum err check(struct database *db, const struct actor *actor, const struct upload_place *place, const char *name,
	int64_t size, struct error *error)
{
	unsigned duties = 0;
	enum err err = duty_of(db, actor, place->participant, &duties, error);

	if (err == ERR_OK && (duties & DUTY_REPORT) == 0)
		err = error_set(error, ERR_DENIED, "%s", _("Only a focal point or deputy of this participant may write its answers."));
	if (err == ERR_OK)
		err = evidence_check_name(name, error);
	if (err == ERR_OK && size <= 0)
		err = error_set_field(error, ERR_INVALID, FIELD, "%s", _("The file is empty."));
	if (err == ERR_OK && size > EVIDENCE_FILE_MAX)
		err = error_set_field(error, ERR_TOO_LARGE, FIELD, _("The file is larger than the %lld MB that are taken here."),
			(long long)(EVIDENCE_FILE_MAX / (1024 * 1024)));
	return err;
}

/* A row and, first, its file: of the content at `path`, or empty. */
MUST_USE static enum err create(struct database *db, struct arena *arena, const struct actor *actor, const struct upload_place *place,
	const char *path, struct upload *upload, struct error *error)
{
	unsigned char random[ID_BYTES];
	char id[ID_LENGTH + 1];

	randombytes_buf(random, sizeof random);
	sodium_bin2hex(id, sizeof id, random, sizeof random);
	upload->id = arena_strdup(arena, id);
	const char *stored = upload_path(arena, db, id);
	enum err err = incoming_make_folder(incoming_folder(arena, database_path(db), "incoming"), error);
	if (err != ERR_OK)
		return err;
	int file = path == NULL ? open(stored, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640) : link(path, stored);
	if (file < 0)
		return incoming_failed(error, stored);
	if (path == NULL)
		close(file);
	if ((err = database_begin(db, error)) == ERR_OK)
		err = insert(db, actor, place, upload, error);
	if ((err = database_end(db, err, error)) != ERR_OK)
		unlink(stored);
	return err;
}

enum err upload_begin(struct database *db, struct arena *arena, const struct actor *actor, const struct upload_place *place, const char *name,
	int64_t size, struct upload *upload, struct error *error)
{
	enum err err = check(db, actor, place, name, size, error);

	*upload = (struct upload){ .name = arena_strdup(arena, name), .size = size };
	return err != ERR_OK ? err : create(db, arena, actor, place, NULL, upload, error);
}

enum err upload_keep(struct database *db, struct arena *arena, const struct actor *actor, const struct upload_place *place, const char *path,
	const char *name, int64_t size, struct upload *upload, struct error *error)
{
	enum err err = check(db, actor, place, name, size, error);

	*upload = (struct upload){ .name = arena_strdup(arena, name), .size = size, .received = size };
	return err != ERR_OK ? err : create(db, arena, actor, place, path, upload, error);
}

/* A write that took less than it was given met the end of the disk. */
MUST_USE static enum err not_written(ssize_t put, const char *path, struct error *error)
{
	if (put >= 0)
		errno = ENOSPC;
	return incoming_failed(error, path);
}

/* Puts the piece at its place in the file; *length gets its bytes. */
MUST_USE static enum err write_piece(const char *path, int64_t offset, const char *piece, int64_t room, int64_t *length, struct error *error)
{
	static const size_t step = 64 * 1024;
	struct arena arena = ARENA_INIT;
	char *bytes = arena_alloc(&arena, step);
	int from = open(piece, O_RDONLY | O_CLOEXEC);
	int to = open(path, O_WRONLY | O_CLOEXEC);
	enum err err = ERR_OK;
	ssize_t got = 0, put;

	*length = 0;
	if (from < 0 || to < 0) {
		err = error_set(error, ERR_IO, "%s: %s.", from < 0 ? piece : path, strerror(errno));
		goto out;
	}
	while (err == ERR_OK && (got = read(from, bytes, step)) > 0) {
		if (*length + got > room)
			err = error_set_field(error, ERR_TOO_LARGE, FIELD, "%s", _("More came of the file than was announced. Choose it again."));
		else if ((put = pwrite(to, bytes, (size_t)got, offset + *length)) != got)
			err = not_written(put, path, error);
		*length += got;
	}
	if (err == ERR_OK && got < 0)
		err = error_set(error, ERR_IO, "%s: %s.", piece, strerror(errno));
out:
	if (from >= 0)
		close(from);
	if (to >= 0)
		close(to);
	arena_release(&arena);
	return err;
}

/*
 * What a killed process wrote beyond `received` does not count and is written over. The row says what has come only after the
 * bytes are there.
 */
MUST_USE static enum err append(struct database *db, struct arena *arena, const struct actor *actor, const struct upload_place *place,
	struct upload *upload, int64_t offset, const char *piece, struct error *error)
{
	int64_t length;
	enum err err = upload_load(db, arena, actor, place, upload->id, upload, error);

	if (err != ERR_OK)
		return err;
	if (offset != upload->received)
		return error_set_field(error, ERR_CONFLICT, "offset", _("Of the file %lld bytes are here; the next piece begins there."),
			(long long)upload->received);
	err = write_piece(upload_path(arena, db, upload->id), offset, piece, upload->size - offset, &length, error);
	if (err != ERR_OK)
		return err;
	struct query *query = database_query(db, REPORTS_upload_received);
	query_text(query, "id", upload->id);
	query_int(query, "received", offset + length);
	if ((err = query_run(query, error)) == ERR_OK)
		upload->received = offset + length;
	return err;
}

enum err upload_append(struct database *db, const struct actor *actor, const struct upload_place *place, struct upload *upload, int64_t offset,
	const char *piece, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct upload now = *upload;
	enum err err = database_begin(db, error);

	if (err == ERR_OK)
		err = append(db, &arena, actor, place, &now, offset, piece, error);
	err = database_end(db, err, error);
	if (err == ERR_OK || err == ERR_CONFLICT)
		upload->received = now.received;
	arena_release(&arena);
	return err;
}

enum err upload_store(struct database *db, struct arena *arena, const struct upload *upload, struct evidence_file *file, struct error *error)
{
	char hash[INCOMING_HASH];
	const char *path = upload_path(arena, db, upload->id);

	if (upload->received != upload->size)
		return error_set_field(error, ERR_CONFLICT, FIELD, _("The file “%s” has not arrived whole yet. Wait until it has, or choose it again."),
			upload->name);
	/* A killed process may have left bytes behind the end. */
	struct stat status;
	if (stat(path, &status) != 0 || status.st_size < upload->size)
		return not_there(error);
	if (status.st_size > upload->size && truncate(path, upload->size) != 0)
		return incoming_failed(error, path);
	enum err err = incoming_hash_of(path, hash, error);
	return err != ERR_OK ? err : evidence_store(db, arena, path, upload->name, hash, upload->size, file, error);
}
