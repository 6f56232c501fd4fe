/* copy: see copy.h. */
#include "indicators/store/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indicators/base/i18n.h"

#define BUSY_TIMEOUT_MS 5000

static enum err fail(sqlite3 *handle, int rc, const char *path, struct error *error)
{
	const char *detail = handle != NULL ? sqlite3_errmsg(handle) : sqlite3_errstr(rc);

	switch (rc & 0xFF) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return error_set(error, ERR_BUSY, "%s", _("Somebody else is writing to the database. Try again in a moment."));
	case SQLITE_FULL:
		return error_set(error, ERR_FULL, _("The disk is full, so %s was not written. Free some room and try again."), path);
	case SQLITE_NOTADB:
	case SQLITE_CORRUPT:
		return error_set(error, ERR_IO, _("The file %s is damaged or is no database."), path);
	default:
		return error_set(error, ERR_IO, _("%s cannot be read or written (%s)."), path, detail);
	}
}

MUST_USE static enum err open_handle(sqlite3 **handle, const char *path, int flags, struct error *error)
{
	int rc = sqlite3_open_v2(path, handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

	if (rc != SQLITE_OK)
		return fail(*handle, rc, path, error);
	sqlite3_busy_timeout(*handle, BUSY_TIMEOUT_MS);
	return ERR_OK;
}

/* One text or number that a PRAGMA answers; "" where it answers no row. */
MUST_USE static enum err ask(sqlite3 *handle, const char *path, const char *sql, char *text, size_t size, struct error *error)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(handle, sql, -1, &stmt, NULL);

	text[0] = '\0';
	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW) {
		snprintf(text, size, "%s", (const char *)sqlite3_column_text(stmt, 0));
		rc = SQLITE_DONE;
	}
	enum err err = rc == SQLITE_DONE ? ERR_OK : fail(handle, rc, path, error);
	sqlite3_finalize(stmt);
	return err;
}

MUST_USE static enum err copy_pages(sqlite3 *to, const char *to_path, sqlite3 *from, const char *from_path, struct error *error)
{
	sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");

	if (backup == NULL)
		return fail(to, sqlite3_errcode(to), to_path, error);
	/* All pages in one step: one read transaction, so that writers meanwhile do not make it start again. */
	int rc = sqlite3_backup_step(backup, -1);
	int finished = sqlite3_backup_finish(backup);
	if (rc == SQLITE_DONE && finished == SQLITE_OK)
		return ERR_OK;
	/* The error is the destination's, unless the source could not be read. */
	rc = rc == SQLITE_DONE ? finished : rc;
	bool source = (rc & 0xFF) == SQLITE_NOTADB || (rc & 0xFF) == SQLITE_CORRUPT || (rc & 0xFF) == SQLITE_CANTOPEN;
	return fail(source ? from : to, rc, source ? from_path : to_path, error);
}

MUST_USE static enum err verify(sqlite3 *handle, const char *path, struct copy_identity *identity, struct error *error)
{
	char text[256];
	enum err err = ask(handle, path, "PRAGMA integrity_check(1)", text, sizeof text, error);

	if (err != ERR_OK)
		return err;
	if (strcmp(text, "ok") != 0)
		return error_set(error, ERR_IO, _("The database %s is damaged (%s)."), path, text);
	if ((err = ask(handle, path, "PRAGMA foreign_key_check", text, sizeof text, error)) != ERR_OK)
		return err;
	if (text[0] != '\0')
		return error_set(error, ERR_IO, _("The database %s is damaged: a row of %s refers to one that is not there."), path, text);
	if ((err = ask(handle, path, "PRAGMA application_id", text, sizeof text, error)) != ERR_OK)
		return err;
	identity->application_id = strtoll(text, NULL, 10);
	if ((err = ask(handle, path, "PRAGMA user_version", text, sizeof text, error)) != ERR_OK)
		return err;
	identity->schema = strtoll(text, NULL, 10);
	return ERR_OK;
}

MUST_USE static enum err sync_file(const char *path, struct error *error)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || fsync(fd) != 0) {
		enum err err = error_set(error, ERR_IO, _("%s cannot be read or written (%s)."), path, strerror(errno));
		if (fd >= 0)
			close(fd);
		return err;
	}
	close(fd);
	return ERR_OK;
}

enum err copy_to_file(const char *from, const char *to, struct error *error)
{
	sqlite3 *source = NULL;
	sqlite3 *target = NULL;
	struct copy_identity identity;
	char mode[32];
	struct stat st;

	if (stat(from, &st) != 0)
		return error_set(error, ERR_NOT_FOUND, _("The database %s is not there."), from);
	/* Made here, so that nobody else of the machine can ever read it, whatever the umask. */
	int fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return errno == EEXIST ? error_set(error, ERR_CONFLICT, _("The file %s is there already."), to)
			: error_set(error, ERR_IO, _("%s cannot be read or written (%s)."), to, strerror(errno));
	close(fd);
	enum err err = open_handle(&source, from, SQLITE_OPEN_READWRITE, error);
	if (err == ERR_OK)
		err = open_handle(&target, to, SQLITE_OPEN_READWRITE, error);
	if (err == ERR_OK)
		err = copy_pages(target, to, source, from, error);
	/* The copy says WAL, as its source does; a file for a shelf keeps everything in itself. */
	if (err == ERR_OK)
		err = ask(target, to, "PRAGMA journal_mode = DELETE", mode, sizeof mode, error);
	if (err == ERR_OK)
		err = verify(target, to, &identity, error);
	sqlite3_close(target);
	sqlite3_close(source);
	if (err == ERR_OK)
		err = sync_file(to, error);
	if (err != ERR_OK)
		(void)unlink(to);
	return err;
}

enum err copy_into(const char *from, const char *to, struct error *error)
{
	sqlite3 *source = NULL;
	sqlite3 *target = NULL;
	char mode[32];
	mode_t mask = umask(0027);
	enum err err = open_handle(&target, to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

	umask(mask);
	if (err == ERR_OK)
		err = open_handle(&source, from, SQLITE_OPEN_READONLY, error);
	/* As the programs keep it, so that readers of the moment are not in the way. */
	if (err == ERR_OK)
		err = ask(target, to, "PRAGMA journal_mode = WAL", mode, sizeof mode, error);
	if (err == ERR_OK)
		err = ask(target, to, "PRAGMA synchronous = FULL", mode, sizeof mode, error);
	if (err == ERR_OK)
		err = copy_pages(target, to, source, from, error);
	if (err == ERR_OK)
		err = ask(target, to, "PRAGMA journal_mode = WAL", mode, sizeof mode, error);
	sqlite3_close(target);
	sqlite3_close(source);
	return err;
}

enum err copy_verify(const char *path, struct copy_identity *identity, struct error *error)
{
	sqlite3 *handle = NULL;
	struct stat st;

	*identity = (struct copy_identity){ 0 };
	if (stat(path, &st) != 0)
		return error_set(error, ERR_NOT_FOUND, _("The file %s is not there."), path);
	enum err err = open_handle(&handle, path, SQLITE_OPEN_READONLY, error);
	if (err == ERR_OK)
		err = verify(handle, path, identity, error);
	sqlite3_close(handle);
	return err;
}
