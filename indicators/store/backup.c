/* backup: see backup.h. */
#include "indicators/store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indicators/base/i18n.h"

#define BUSY_TIMEOUT_MS 5000

/* What SQLite keeps beside a database. */
static const char *const endings[] = { "-wal", "-shm", "-journal" };

/* The bytes on which SQLite's connections hold their locks (SQLite's "Database File Format", the lock-byte page). */
#define LOCK_FIRST 0x40000000
#define LOCK_LENGTH 512

static enum err fail(sqlite3 *handle, int rc, const char *path, struct error *error)
{
	const char *detail = handle != NULL ? sqlite3_errmsg(handle) : sqlite3_errstr(rc);

	switch (rc & 0xFF) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return error_set(error, ERR_BUSY, _("Somebody else is writing to %s. Try again in a moment."), path);
	case SQLITE_FULL:
		return error_set(error, ERR_FULL, _("There is no room on the disk for %s."), path);
	case SQLITE_NOTADB:
	case SQLITE_CORRUPT:
		return error_set(error, ERR_IO, _("The file %s is damaged or is no database."), path);
	default:
		return error_set(error, ERR_IO, _("The database %s cannot be read or written (%s)."), path, detail);
	}
}

static enum err fail_io(const char *path, struct error *error)
{
	enum err code = errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? ERR_FULL : errno == ENOENT ? ERR_NOT_FOUND : ERR_IO;

	return error_set(error, code, _("The file %s cannot be read or written (%s)."), path, strerror(errno));
}

/* A handle on a file that is there, or with SQLITE_OPEN_CREATE on a new one. Close it with sqlite3_close in either case. */
MUST_USE static enum err open_file(const char *path, int flags, sqlite3 **handle, struct error *error)
{
	struct stat st;

	*handle = NULL;
	if ((flags & SQLITE_OPEN_CREATE) == 0 && stat(path, &st) != 0)
		return fail_io(path, error);
	mode_t mask = umask(0077);
	int rc = sqlite3_open_v2(path, handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
	umask(mask);
	if (rc != SQLITE_OK)
		return fail(*handle, rc, path, error);
	sqlite3_busy_timeout(*handle, BUSY_TIMEOUT_MS);
	sqlite3_db_config(*handle, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
	sqlite3_db_config(*handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
	return ERR_OK;
}

MUST_USE static enum err script(sqlite3 *handle, const char *sql, const char *path, struct error *error)
{
	int rc = sqlite3_exec(handle, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? ERR_OK : fail(handle, rc, path, error);
}

/* Has the file, or the folder it is in, on the disk. */
MUST_USE static enum err sync_path(const char *path, int flags, struct error *error)
{
	int fd = open(path, flags | O_CLOEXEC);

	if (fd < 0)
		return fail_io(path, error);
	enum err err = fsync(fd) == 0 ? ERR_OK : fail_io(path, error);
	close(fd);
	return err;
}

MUST_USE static enum err sync_folder(const char *path, struct error *error)
{
	char folder[PATH_MAX];
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return sync_path(".", O_RDONLY | O_DIRECTORY, error);
	snprintf(folder, sizeof folder, "%.*s", slash == path ? 1 : (int)(slash - path), path);
	return sync_path(folder, O_RDONLY | O_DIRECTORY, error);
}

void backup_remove(const char *path)
{
	char beside[PATH_MAX];

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (snprintf(beside, sizeof beside, "%s%s", path, endings[i]) < (int)sizeof beside)
			(void)unlink(beside);
	(void)unlink(path);
}

enum err backup_copy(const char *from, const char *to, struct error *error)
{
	sqlite3 *source = NULL, *target = NULL;
	sqlite3_backup *backup;
	enum err err = open_file(from, SQLITE_OPEN_READONLY, &source, error);

	if (err != ERR_OK)
		goto out;
	/* A read transaction holds one moment still, so that no writer makes the copy begin anew. */
	if ((err = script(source, "BEGIN; SELECT COUNT(*) FROM sqlite_schema", from, error)) != ERR_OK)
		goto out;
	backup_remove(to);
	if ((err = open_file(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &target, error)) != ERR_OK)
		goto out;
	if ((err = script(target, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE", to, error)) != ERR_OK)
		goto out;
	backup = sqlite3_backup_init(target, "main", source, "main");
	if (backup == NULL) {
		err = fail(target, sqlite3_errcode(target), to, error);
		goto out;
	}
	int rc = sqlite3_backup_step(backup, -1);
	(void)sqlite3_backup_finish(backup);
	if (rc != SQLITE_DONE) {
		err = fail(target, rc, (rc & 0xFF) == SQLITE_FULL || (rc & 0xFF) == SQLITE_IOERR ? to : from, error);
		goto out;
	}
	/* The header came over with the mark of a write-ahead log, which the copy has not. */
	if ((err = script(target, "PRAGMA journal_mode=DELETE", to, error)) != ERR_OK)
		goto out;
	rc = sqlite3_close(target);
	target = NULL;
	if (rc != SQLITE_OK)
		err = fail(NULL, rc, to, error);
	else if ((err = sync_path(to, O_RDONLY, error)) == ERR_OK)
		err = sync_folder(to, error);
out:
	sqlite3_close(source);
	sqlite3_close(target);
	if (err != ERR_OK)
		backup_remove(to);
	return err;
}

/* The rows of a query's first column, each with a newline, into `out`, until its cap. */
MUST_USE static enum err rows(sqlite3 *handle, const char *sql, const char *path, struct buffer *out, struct error *error)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL);

	while (rc == SQLITE_OK && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(stmt, 0);
		buffer_puts(out, text != NULL ? text : "");
		buffer_putc(out, '\n');
		rc = SQLITE_OK;
	}
	enum err err = rc == SQLITE_DONE ? ERR_OK : fail(handle, rc, path, error);
	sqlite3_finalize(stmt);
	return err;
}

enum err backup_identity(const char *path, int64_t *application_id, int64_t *user_version, struct error *error)
{
	sqlite3 *handle = NULL;
	struct buffer text = BUFFER_INIT(100);
	enum err err = open_file(path, SQLITE_OPEN_READONLY, &handle, error);

	*application_id = *user_version = 0;
	if (err == ERR_OK)
		err = rows(handle, "PRAGMA application_id", path, &text, error);
	if (err == ERR_OK)
		err = rows(handle, "PRAGMA user_version", path, &text, error);
	if (err == ERR_OK) {
		char *rest;
		*application_id = strtoll(buffer_text(&text), &rest, 10);
		*user_version = strtoll(rest, NULL, 10);
	}
	buffer_release(&text);
	sqlite3_close(handle);
	return err;
}

enum err backup_check(const char *path, struct error *error)
{
	sqlite3 *handle = NULL;
	struct buffer found = BUFFER_INIT(10000);
	enum err err = open_file(path, SQLITE_OPEN_READONLY, &handle, error);

	if (err == ERR_OK)
		err = rows(handle, "PRAGMA integrity_check(1)", path, &found, error);
	if (err == ERR_OK && strcmp(buffer_text(&found), "ok\n") != 0)
		err = error_set(error, ERR_CONFLICT, _("The file %s is damaged (%.*s)."), path, (int)strcspn(buffer_text(&found), "\n"), buffer_text(&found));
	buffer_clear(&found);
	if (err == ERR_OK)
		err = rows(handle, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", path, &found, error);
	if (err == ERR_OK && found.length > 0)
		err = error_set(error, ERR_CONFLICT, _("The file %s is damaged: rows of table %.*s refer to what is not there."), path,
			(int)strcspn(buffer_text(&found), "\n"), buffer_text(&found));
	buffer_release(&found);
	sqlite3_close(handle);
	return err;
}

enum err backup_schema(const char *path, struct buffer *schema, struct error *error)
{
	sqlite3 *handle = NULL;
	enum err err = open_file(path, SQLITE_OPEN_READONLY, &handle, error);

	buffer_clear(schema);
	if (err == ERR_OK)
		err = rows(handle, "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || COALESCE(sql, '') FROM sqlite_schema"
			" WHERE name NOT LIKE 'sqlite~_stat%' ESCAPE '~' ORDER BY type, name", path, schema, error);
	if (err == ERR_OK)
		err = buffer_check(schema, error);
	sqlite3_close(handle);
	return err;
}

enum err backup_checkpoint(const char *path, struct error *error)
{
	sqlite3 *handle = NULL;
	enum err err = open_file(path, SQLITE_OPEN_READWRITE, &handle, error);

	if (err == ERR_OK)
		err = script(handle, "PRAGMA wal_checkpoint(TRUNCATE)", path, error);
	sqlite3_close(handle);
	return err;
}

/* ERR_BUSY when another process has the database open; else *fd holds all of SQLite's locks on it until it is closed. */
MUST_USE static enum err lock_out(const char *path, int *fd, struct error *error)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_FIRST, .l_len = LOCK_LENGTH };

	*fd = open(path, O_RDWR | O_CLOEXEC);
	if (*fd < 0)
		return fail_io(path, error);
	if (fcntl(*fd, F_SETLK, &lock) == 0)
		return ERR_OK;
	int code = errno;
	close(*fd);
	*fd = -1;
	errno = code;
	if (code != EACCES && code != EAGAIN)
		return fail_io(path, error);
	return error_set(error, ERR_BUSY, _("%s is in use. Stop the web server and the timers first; nothing was changed."), path);
}

/* The log goes first: a log beside a database that is not its own would be its ruin. */
MUST_USE static enum err move_logs(const char *path, const char *aside, struct error *error)
{
	char from[PATH_MAX], to[PATH_MAX];

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		if (snprintf(from, sizeof from, "%s%s", path, endings[i]) >= (int)sizeof from ||
			snprintf(to, sizeof to, "%s%s", aside, endings[i]) >= (int)sizeof to)
			return error_set(error, ERR_INVALID, "%s", _("The name of the data directory is too long."));
		if (rename(from, to) != 0 && errno != ENOENT)
			return fail_io(from, error);
	}
	return ERR_OK;
}

enum err backup_replace(const char *fresh, const char *path, const char *aside, struct error *error)
{
	int fd = -1;
	enum err err = ERR_OK;

	if (access(path, F_OK) == 0) {
		if ((err = lock_out(path, &fd, error)) != ERR_OK)
			return err;
		if ((err = move_logs(path, aside, error)) != ERR_OK)
			goto out;
		/* A second name, so that there is a database at every moment; where there are none, a moment without. */
		if (link(path, aside) != 0 && (errno == EEXIST || rename(path, aside) != 0)) {
			err = fail_io(aside, error);
			goto out;
		}
	}
	if (rename(fresh, path) == 0) {
		err = sync_folder(path, error);
	} else {
		err = fail_io(path, error);
		/* Back as it was; where `aside` is only a second name, rename does nothing and the name goes. */
		if (fd >= 0 && rename(aside, path) == 0)
			(void)unlink(aside);
	}
out:
	if (fd >= 0)
		close(fd);
	return err;
}
