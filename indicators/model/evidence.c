/* evidence: the store of contents, and its sweeping; see evidence.h. What a file is, is found out in evidence_kind.c. */
#include "indicators/model/evidence.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/model/catalogue_zip.h"
#include "indicators/model/upload.h"

#define HASH_LENGTH (INCOMING_HASH - 1)
#define A_DAY (24L * 3600)

const char *evidence_path(struct arena *arena, const struct database *db, const char *hash)
{
	const char *folder = incoming_folder(arena, database_path(db), "");

	return arena_printf(arena, "%s/%.2s/%s", folder, hash, strlen(hash) > 2 ? hash + 2 : "");
}

/* What was written to a file or folder is on the disk. */
MUST_USE static enum err sync_path(const char *path, int flags, struct error *error)
{
	int file = open(path, flags | O_CLOEXEC);
	enum err err = ERR_OK;

	if (file < 0 || fsync(file) != 0)
		err = incoming_failed(error, path);
	if (file >= 0)
		close(file);
	return err;
}

/* The content at `path` gets its name in the store, and is on the disk under it when this returns. */
MUST_USE static enum err place(struct arena *arena, const char *path, const char *stored, struct error *error)
{
	const char *folder = arena_strndup(arena, stored, (size_t)(strrchr(stored, '/') - stored));
	const char *top = arena_strndup(arena, folder, (size_t)(strrchr(folder, '/') - folder));
	enum err err = incoming_make_folder(folder, error);

	if (err == ERR_OK && chmod(path, 0640) != 0)
		err = incoming_failed(error, path);
	if (err == ERR_OK)
		err = sync_path(path, O_RDONLY, error);
	/* The same content is there already: as new as if it came now, so that it is not swept before a row names it. */
	if (err == ERR_OK && link(path, stored) != 0 && (errno != EEXIST || utimensat(AT_FDCWD, stored, NULL, 0) != 0))
		err = incoming_failed(error, stored);
	if (err == ERR_OK)
		err = sync_path(folder, O_RDONLY | O_DIRECTORY, error);
	return err == ERR_OK ? sync_path(top, O_RDONLY | O_DIRECTORY, error) : err;
}

enum err evidence_store(struct database *db, struct arena *arena, const char *path, const char *name, const char *hash, int64_t size,
	struct evidence_file *file, struct error *error)
{
	const char *type;
	enum err err = evidence_check_name(name, error);

	if (err == ERR_OK)
		err = evidence_inspect(path, name, &type, error);
	if (err == ERR_OK)
		err = place(arena, path, evidence_path(arena, db, hash), error);
	if (err != ERR_OK)
		return err;
	*file = (struct evidence_file){ .name = arena_strdup(arena, name), .hash = arena_strdup(arena, hash), .size = size, .type = type };
	return ERR_OK;
}

enum err evidence_record(struct database *db, const char *hash, int64_t size, const char *type, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct stat status;
	char now[CLOCK_TEXT];
	enum err err = ERR_OK;

	clock_text(now);
	if (strlen(hash) != HASH_LENGTH || stat(evidence_path(&arena, db, hash), &status) != 0 || status.st_size != size) {
		err = error_set_field(error, ERR_CONFLICT, "evidence", "%s", _("The file is no longer here. Choose it again."));
	} else {
		struct query *query = database_query(db, REPORTS_evidence_file_insert);

		query_text(query, "hash", hash);
		query_int(query, "size", size);
		query_text(query, "type", type);
		query_text(query, "now", now);
		err = query_run(query, error);
	}
	arena_release(&arena);
	return err;
}

/* --- sweeping --- */

static bool is_hex(const char *text, size_t length)
{
	return strlen(text) == length && strspn(text, "0123456789abcdef") == length;
}

/* Of the real clock, as the times of files are. */
static bool has_lain_for_a_day(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0 && S_ISREG(status.st_mode) && time(NULL) - status.st_mtime > A_DAY;
}

MUST_USE static enum err sweep_content(struct database *db, const char *path, const char *hash, struct evidence_swept *swept,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_evidence_file_uses);
	int64_t uses = 0;

	query_text(query, "hash", hash);
	if (query_next(query))
		uses = query_column_int(query, 0);
	enum err err = query_end(query, error);
	if (err != ERR_OK || uses > 0 || !has_lain_for_a_day(path))
		return err;
	query = database_query(db, REPORTS_evidence_file_delete);
	query_text(query, "hash", hash);
	if ((err = query_run(query, error)) == ERR_OK && unlink(path) == 0)
		swept->files++;
	return err;
}

/* The contents in one folder of two digits. */
MUST_USE static enum err sweep_folder(struct database *db, const char *folder, const char *digits, struct evidence_swept *swept,
	struct error *error)
{
	DIR *directory = opendir(folder);
	enum err err = ERR_OK;
	struct dirent *entry;

	while (directory != NULL && err == ERR_OK && (entry = readdir(directory)) != NULL) {
		struct arena arena = ARENA_INIT;

		if (is_hex(entry->d_name, HASH_LENGTH - 2))
			err = sweep_content(db, arena_printf(&arena, "%s/%s", folder, entry->d_name), arena_printf(&arena, "%s%s", digits, entry->d_name),
				swept, error);
		arena_release(&arena);
	}
	if (directory != NULL)
		closedir(directory);
	return err;
}

MUST_USE static enum err sweep_contents(struct database *db, struct arena *arena, struct evidence_swept *swept, struct error *error)
{
	const char *top = incoming_folder(arena, database_path(db), "");
	DIR *directory = opendir(top);
	enum err err = ERR_OK;
	struct dirent *entry;

	while (directory != NULL && err == ERR_OK && (entry = readdir(directory)) != NULL)
		if (is_hex(entry->d_name, 2))
			err = sweep_folder(db, arena_printf(arena, "%s/%s", top, entry->d_name), entry->d_name, swept, error);
	if (directory != NULL)
		closedir(directory);
	return err;
}

/* A catalogue's archive was unpacked here by a process that was killed. */
static bool sweep_unpacked(struct arena *arena, const char *path, const char *name)
{
	struct stat status;

	if (strncmp(name, "catalogue-", 10) != 0 || lstat(path, &status) != 0 || !S_ISDIR(status.st_mode) || time(NULL) - status.st_mtime <= A_DAY)
		return false;
	catalogue_zip_remove(arena, path);
	return true;
}

/* Parts of forms whose process was killed, and pieces of uploads whose row is gone. */
static void sweep_remains(struct database *db, struct arena *arena, struct evidence_swept *swept)
{
	const char *folder = incoming_folder(arena, database_path(db), "incoming");
	DIR *directory = opendir(folder);
	struct dirent *entry;

	while (directory != NULL && (entry = readdir(directory)) != NULL) {
		const char *path = arena_printf(arena, "%s/%s", folder, entry->d_name);

		if (sweep_unpacked(arena, path, entry->d_name))
			swept->remains++;
		else if (entry->d_name[0] != '.' && has_lain_for_a_day(path) && !upload_is_known(db, entry->d_name) && unlink(path) == 0)
			swept->remains++;
	}
	if (directory != NULL)
		closedir(directory);
}

enum err evidence_sweep(struct database *db, const struct actor *actor, struct evidence_swept *swept, struct error *error)
{
	struct arena arena = ARENA_INIT;

	*swept = (struct evidence_swept){ 0 };
	/* A write transaction: who saves an answer with a file has either named it before, or finds it gone afterwards. */
	enum err err = database_begin(db, error);
	if (err == ERR_OK)
		err = upload_sweep(db, &swept->uploads, error);
	if (err == ERR_OK)
		err = sweep_contents(db, &arena, swept, error);
	if (err == ERR_OK)
		sweep_remains(db, &arena, swept);
	if (err == ERR_OK && swept->files + swept->uploads + swept->remains > 0)
		err = audit_add(db, actor, "evidence.swept", "evidence", arena_printf(&arena, "{\"files\":%lld,\"uploads\":%lld,\"remains\":%lld}",
			(long long)swept->files, (long long)swept->uploads, (long long)swept->remains), error);
	err = database_end(db, err, error);
	arena_release(&arena);
	return err;
}
