/*
 * store: the one database of a program, opened when it is there and opened again when it has been replaced.
 *
 * A snapshot is replaced by rename, a reports database by `monitor restore` or a migration; a running program notices at the next
 * request. While there is none, or one of another schema, every page says so with status 503 and the program keeps running.
 */
#include <stdio.h>
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
static char noted[sizeof ((struct error *)0)->text];

/* A snapshot never changes once it is there, so one that did was written over: it is another. */
static bool same_file(const struct stat *a, const struct stat *b, bool snapshot)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino &&
		(!snapshot || (a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec &&
			a->st_ctim.tv_sec == b->st_ctim.tv_sec && a->st_ctim.tv_nsec == b->st_ctim.tv_nsec));
}

/* Anybody may read why a page cannot be made; where things lie on this machine is for the log. */
static void without_folder(struct error *error, const char *path)
{
	const char *name = strrchr(path, '/');
	size_t length = name != NULL ? (size_t)(name - path) : 0;
	char *at = error->text;

	if (length == 0)
		return;
	while ((at = strstr(at, path)) != NULL)
		memmove(at, at + length + 1, strlen(at + length + 1) + 1);
	/* What is left names the folder alone, "--data /var/lib/…"; three dots are never longer. */
	for (char *rest = error->text; length >= 3 && (rest = memmem(rest, strlen(rest), path, length)) != NULL; rest += 3) {
		memcpy(rest, "...", 3);
		memmove(rest + 3, rest + length, strlen(rest + length) + 1);
	}
}

/* In the log, once as long as it stays the same. */
static void note(const struct program *program, const struct error *error)
{
	if (strcmp(noted, error->text) == 0)
		return;
	memcpy(noted, error->text, sizeof noted);
	fprintf(stderr, "%s: %s\n", program->name, error->text);
}

/* The audience whose addresses begin with MONITOR_PREFIX: "", "/donors", "/members". */
static const char *expected_audience(void)
{
	const char *prefix = getenv("MONITOR_PREFIX");

	return prefix == NULL || *prefix == '\0' ? "public" : prefix + 1;
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

static enum err read_snapshot(const char *path, struct error *error)
{
	int64_t application_id = 0;
	int64_t version = 0;
	enum err err = database_open(&open_db, path, DATABASE_IMMUTABLE, &snapshot_statements, error);

	if (err != ERR_OK)
		return err;
	if ((err = database_identity(open_db, &application_id, &version, error)) != ERR_OK)
		return err;
	if (application_id != SNAPSHOT_APPLICATION_ID)
		return error_set(error, ERR_SCHEMA, _("The file %s is no snapshot. Run: monitor summarise --full"), path);
	if (version != SNAPSHOT_SCHEMA)
		return error_set(error, ERR_SCHEMA, _("The snapshot %s has schema %d, this program needs %d. Run: monitor summarise --full"),
			path, (int)version, SNAPSHOT_SCHEMA);
	err = read_meta("run", run, sizeof run, error);
	if (err == ERR_OK)
		err = read_meta("audience", audience, sizeof audience, error);
	if (err == ERR_OK)
		err = read_meta("made_at", made_at, sizeof made_at, error);
	/* A file copied to the wrong place must not show the members' figures to everybody. */
	if (err == ERR_OK && strcmp(audience, expected_audience()) != 0)
		return error_set(error, ERR_SCHEMA, _("The snapshot %s is for another audience than the pages it is to serve. Run: monitor summarise --full"), path);
	return err != ERR_OK ? err : database_check_statements(open_db, error);
}

static enum err open_snapshot(const char *path, struct error *error)
{
	enum err err = read_snapshot(path, error);

	if (err == ERR_OK || err == ERR_SCHEMA || err == ERR_NOT_FOUND)
		return err;
	/* What the store says of a damaged file is meant for reports.db; a snapshot is simply made anew. */
	struct error why = *error;
	return error_set(error, err, _("The snapshot %s cannot be used. Run: monitor summarise --full (%s)"), path, why.text);
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
	if (open_db != NULL && !same_file(&now, &identity, snapshot)) {
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
	if (err != ERR_OK) {
		note(program, error);
		without_folder(error, path);
		store_close();
	} else {
		noted[0] = '\0';
	}
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
