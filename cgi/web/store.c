/*
 * store: the one database of a program, opened when it is there and opened again when it has been replaced.
 *
 * A snapshot is replaced by rename, a reports database by `monitor restore` or a migration; a running program notices at the next
 * request. While there is none, or one of another schema, every page says so with status 503 and the program keeps running.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cgi/web/kit.h"
#include "indicators/base/i18n.h"
#include "indicators/snapshot/schema.h"
#include "snapshot_statements.h"

static struct database *open_db;
static struct stat identity;
static char run[64];
static char audience[32];
static char made_at[32];

static bool same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static enum err read_meta(const char *key, char *value, size_t size, struct error *error)
{
	struct query *query = database_query(open_db, SNAPSHOT_meta);

	value[0] = '\0';
	query_text(query, "key", key);
	if (query_next(query)) {
		const char *text = query_column_text(query, 0);
		size_t length = strlen(text);
		if (length >= size)
			length = size - 1;
		memcpy(value, text, length);
		value[length] = '\0';
	}
	return query_end(query, error);
}

static enum err open_snapshot(const char *path, struct error *error)
{
	int64_t application_id = 0;
	int64_t version = 0;
	enum err err = database_open(&open_db, path, DATABASE_IMMUTABLE, &snapshot_statements, error);

	if (err != ERR_OK)
		return err;
	if ((err = database_identity(open_db, &application_id, &version, error)) != ERR_OK)
		return err;
	if (application_id != SNAPSHOT_APPLICATION_ID || version != SNAPSHOT_SCHEMA)
		return error_set(error, ERR_SCHEMA, _("The snapshot %s has schema %d, this program needs %d. Run: monitor summarise --full"),
			path, (int)version, SNAPSHOT_SCHEMA);
	err = read_meta("run", run, sizeof run, error);
	if (err == ERR_OK)
		err = read_meta("audience", audience, sizeof audience, error);
	if (err == ERR_OK)
		err = read_meta("made_at", made_at, sizeof made_at, error);
	return err;
}

/* A migration changes the schema within the same file. */
static enum err still_fits(struct error *error)
{
	int64_t application_id = 0;
	int64_t version = 0;
	enum err err = database_identity(open_db, &application_id, &version, error);

	if (err == ERR_OK && version != REPORTS_SCHEMA)
		err = error_set(error, ERR_SCHEMA, _("The database has schema %d, this program needs %d. Restart it after: monitor migrate"),
			(int)version, REPORTS_SCHEMA);
	return err;
}

void store_close(void)
{
	database_close(open_db);
	open_db = NULL;
	run[0] = audience[0] = made_at[0] = '\0';
}

enum err store_use(const struct program *program, struct database **db, bool *changed, struct error *error)
{
	bool snapshot = program->opens == WEB_SNAPSHOT;
	const char *place = getenv(snapshot ? "MONITOR_SNAPSHOT" : "MONITOR_DATA");
	struct arena arena = ARENA_INIT;
	struct stat now;
	enum err err = ERR_OK;

	*db = NULL;
	*changed = false;
	if (place == NULL || *place == '\0')
		return error_set(error, ERR_NOT_FOUND, _("The program was started without %s, so it does not know its database."),
			snapshot ? "MONITOR_SNAPSHOT" : "MONITOR_DATA");
	const char *path = place;
	if (!snapshot)
		path = arena_printf(&arena, "%s/reports.db", place);
	if (stat(path, &now) != 0) {
		*changed = open_db != NULL;
		store_close();
		err = error_set(error, ERR_NOT_FOUND, snapshot ?
			_("There is no snapshot yet. The scheduled job makes it: monitor summarise") :
			_("There is no database yet. It is made by: monitor migrate"));
		goto out;
	}
	if (open_db != NULL && !same_file(&now, &identity)) {
		*changed = true;
		store_close();
	}
	if (open_db == NULL) {
		*changed = true;
		identity = now;
		err = snapshot ? open_snapshot(path, error) : reports_open(&open_db, place, DATABASE_WRITE, error);
	} else if (!snapshot) {
		err = still_fits(error);
	}
	if (err != ERR_OK)
		store_close();
	*db = open_db;
out:
	arena_release(&arena);
	return err;
}

const char *store_run(void)
{
	return run;
}

const char *store_audience(void)
{
	return audience;
}

const char *store_made_at(void)
{
	return made_at;
}
