/* database: see database.h. The file and its transactions; binding, stepping and columns are in query.c. */
#include "indicators/store/query.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "indicators/base/buffer.h"
#include "indicators/base/i18n.h"
#include "indicators/store/feed.h"

#define BUSY_TIMEOUT_MS 5000

enum err database_fail(struct database *db, int rc, const char *what, struct error *error)
{
	const char *detail = db->handle != NULL ? sqlite3_errmsg(db->handle) : sqlite3_errstr(rc);

	switch (rc & 0xFF) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return error_set(error, ERR_BUSY, "%s", _("Somebody else is writing to the database. Try again in a moment."));
	case SQLITE_FULL:
		return error_set(error, ERR_FULL,
			_("The disk is full, so nothing was saved. Free some room and try again (%s)."), db->path);
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
	case SQLITE_AUTH:
	case SQLITE_READONLY:
		return error_set(error, ERR_IO, _("The database %s cannot be opened or written (%s)."), db->path, detail);
	case SQLITE_NOTADB:
	case SQLITE_CORRUPT:
		return error_set(error, ERR_IO, _("The file %s is damaged or is no database; restore it from a backup."), db->path);
	case SQLITE_CONSTRAINT:
		return error_set(error, ERR_CONFLICT, _("The database refused the change (%s: %s)."), what, detail);
	default:
		return error_set(error, ERR_IO, _("The database %s failed (%s: %s)."), db->path, what, detail);
	}
}

MUST_USE static enum err configure(struct database *db, enum database_mode mode, struct error *error)
{
	sqlite3_busy_timeout(db->handle, BUSY_TIMEOUT_MS);
	sqlite3_extended_result_codes(db->handle, 1);
	/* Before the defences, which would silently keep a journal. */
	enum err err = mode == DATABASE_BUILD ? database_script(db, "PRAGMA journal_mode=OFF;", error) : ERR_OK;
	if (err != ERR_OK)
		return err;
	/* Hostile schemas and strings: no functions with side effects from triggers and views, no double-quoted strings. */
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DML, 0, (int *)NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)NULL);

	switch (mode) {
	case DATABASE_READ:
		return database_script(db, "PRAGMA query_only=ON; PRAGMA cache_size=-16384;", error);
	case DATABASE_IMMUTABLE:
		/* Not mapped into memory: a file that somebody cuts short would end the program with a signal. */
		return database_script(db, "PRAGMA query_only=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-65536;", error);
	case DATABASE_WRITE:
	case DATABASE_CREATE:
		return database_script(db,
			"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384;", error);
	case DATABASE_BUILD:
		return database_script(db,
			"PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-8192;", error);
	}
	return ERR_INTERNAL;
}

/* SQLite counts its memory under one lock for all threads, which those that write snapshots side by side would wait for. */
static void configure_library(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* A file: URI with everything but plain path characters percent-encoded, so that no part of a path is read as an option. */
static void path_uri(struct buffer *uri, const char *path, const char *options)
{
	buffer_puts(uri, "file:");
	for (const unsigned char *p = (const unsigned char *)path; *p != '\0'; p++) {
		if ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || (*p >= '0' && *p <= '9') || strchr("/._-", *p) != NULL)
			buffer_putc(uri, (char)*p);
		else
			buffer_printf(uri, "%%%02X", *p);
	}
	buffer_puts(uri, options);
}

enum err database_open(struct database **out, const char *path, enum database_mode mode,
	const struct statement_table *table, struct error *error)
{
	enum err err = ERR_OK;
	struct buffer uri = BUFFER_INIT(16384);
	static pthread_once_t configured = PTHREAD_ONCE_INIT;
	struct database *db = calloc(1, sizeof *db);

	*out = NULL;
	pthread_once(&configured, configure_library);
	if (db == NULL)
		return error_memory(error);
	db->table = table;
	db->path = strdup(path);
	db->queries = calloc(table->count + 1, sizeof *db->queries);
	if (db->path == NULL || db->queries == NULL) {
		err = error_memory(error);
		goto out;
	}
	path_uri(&uri, path, mode == DATABASE_IMMUTABLE ? "?immutable=1" : "");
	if ((err = buffer_check(&uri, error)) != ERR_OK)
		goto out;
	if (mode != DATABASE_CREATE && mode != DATABASE_BUILD) {
		struct stat st;
		if (stat(path, &st) != 0) {
			err = error_set(error, ERR_NOT_FOUND, _("The database %s is not there."), path);
			goto out;
		}
	}

	int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
	if (mode == DATABASE_READ || mode == DATABASE_IMMUTABLE)
		flags |= SQLITE_OPEN_READONLY;
	else
		flags |= SQLITE_OPEN_READWRITE;
	if (mode == DATABASE_CREATE || mode == DATABASE_BUILD)
		flags |= SQLITE_OPEN_CREATE;

	mode_t mask = umask(0027);
	int rc = sqlite3_open_v2(buffer_text(&uri), &db->handle, flags, NULL);
	umask(mask);
	if (rc == SQLITE_OK)
		rc = feed_register(db->handle, &db->feed);
	if (rc != SQLITE_OK) {
		err = database_fail(db, rc, "open", error);
		goto out;
	}
	err = configure(db, mode, error);
out:
	buffer_release(&uri);
	if (err != ERR_OK) {
		database_close(db);
		return err;
	}
	*out = db;
	return ERR_OK;
}

void database_close(struct database *db)
{
	if (db == NULL)
		return;
	if (db->queries != NULL)
		for (size_t i = 0; i < db->table->count; i++)
			sqlite3_finalize(db->queries[i].stmt);
	free(db->queries);
	sqlite3_close(db->handle);
	free(db->path);
	free(db);
}

static void prepare(struct database *db, struct query *query)
{
	const struct statement_text *text = &db->table->statements[query->statement];
	int rc = sqlite3_prepare_v3(db->handle, text->sql, -1, SQLITE_PREPARE_PERSISTENT, &query->stmt, NULL);

	if (rc != SQLITE_OK) {
		query->error.code = database_fail(db, rc, text->name, &query->error);
		sqlite3_finalize(query->stmt);
		query->stmt = NULL;
	}
}

enum err database_check_statements(struct database *db, struct error *error)
{
	for (size_t i = 0; i < db->table->count; i++) {
		struct query *query = database_query(db, i);
		enum err err = query_end(query, error);
		if (err != ERR_OK)
			return err;
	}
	return ERR_OK;
}

enum err database_script(struct database *db, const char *sql, struct error *error)
{
	int rc = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);

	return rc == SQLITE_OK ? ERR_OK : database_fail(db, rc, "script", error);
}

enum err database_begin(struct database *db, struct error *error)
{
	return database_script(db, "BEGIN IMMEDIATE", error);
}

enum err database_commit(struct database *db, struct error *error)
{
	enum err err = database_script(db, "COMMIT", error);

	if (err != ERR_OK)
		database_rollback(db);
	return err;
}

void database_rollback(struct database *db)
{
	if (!sqlite3_get_autocommit(db->handle))
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
}

enum err database_end(struct database *db, enum err err, struct error *error)
{
	if (err == ERR_OK)
		return database_commit(db, error);
	database_rollback(db);
	return err;
}

bool database_in_transaction(const struct database *db)
{
	return !sqlite3_get_autocommit(db->handle);
}

int64_t database_last_id(const struct database *db)
{
	return sqlite3_last_insert_rowid(db->handle);
}

int64_t database_changes(const struct database *db)
{
	return sqlite3_changes64(db->handle);
}

const char *database_path(const struct database *db)
{
	return db->path;
}

static enum err pragma_int(struct database *db, const char *sql, int64_t *value, struct error *error)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(db->handle, sql, -1, &stmt, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW) {
		*value = sqlite3_column_int64(stmt, 0);
		rc = SQLITE_OK;
	}
	enum err err = rc == SQLITE_OK ? ERR_OK : database_fail(db, rc, sql, error);
	sqlite3_finalize(stmt);
	return err;
}

enum err database_identity(struct database *db, int64_t *application_id, int64_t *user_version, struct error *error)
{
	enum err err = pragma_int(db, "PRAGMA application_id", application_id, error);

	return err != ERR_OK ? err : pragma_int(db, "PRAGMA user_version", user_version, error);
}

struct query *database_query(struct database *db, size_t statement)
{
	struct query *query = &db->queries[statement];

	query->db = db;
	query->statement = statement;
	query->error = (struct error)ERROR_INIT;
	if (query->stmt == NULL)
		prepare(db, query);
	if (query->active) {
		query->error.code = error_set(&query->error, ERR_INTERNAL,
			"The statement %s was asked for while it was still in use.", db->table->statements[statement].name);
		return query;
	}
	query->active = true;
	if (query->stmt != NULL)
		sqlite3_clear_bindings(query->stmt);
	return query;
}

void database_feed(struct database *db, const struct database_feed *feed)
{
	db->feed = feed != NULL ? *feed : (struct database_feed){ .next = NULL };
}
