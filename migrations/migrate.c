/* migrate: see migrate.h. */
#include "migrations/migrate.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/reports.h"
#include "indicators/store/database.h"

enum { APPLIED, RECORD, CONTENTS, MAKE_SECRET, STATEMENTS };

#define SECRET_MIGRATION 8 /* that has the table `secret` */

static const struct statement_text texts[STATEMENTS] = {
	[APPLIED] = { "applied", "SELECT digest FROM schema_migration WHERE number = $number" },
	[RECORD] = { "record",
		"INSERT INTO schema_migration (number, name, digest, applied_at) VALUES ($number, $name, $digest, $at)" },
	[CONTENTS] = { "contents", "SELECT COUNT(*) FROM sqlite_schema" },
	[MAKE_SECRET] = { "make_secret", "INSERT INTO secret (name, value) VALUES ('disclosure', $value) ON CONFLICT (name) DO NOTHING" },
};
static const struct statement_table table = { texts, STATEMENTS };

static void digest_of(const char *sql, char hex[static 65])
{
	unsigned char hash[32];

	crypto_generichash(hash, sizeof hash, (const unsigned char *)sql, strlen(sql), NULL, 0);
	sodium_bin2hex(hex, 65, hash, sizeof hash);
}

MUST_USE static enum err check_unchanged(struct database *db, const struct migration *migration, struct error *error)
{
	char digest[65];
	bool same = false;
	struct query *query = database_query(db, APPLIED);

	digest_of(migration->sql, digest);
	query_int(query, "number", migration->number);
	if (query_next(query))
		same = strcmp(query_column_text(query, 0), digest) == 0;
	enum err err = query_end(query, error);
	if (err != ERR_OK || same)
		return err;
	return error_set(error, ERR_SCHEMA,
		_("Migration %s differs from the one that was applied to this database; use the program that made it."),
		migration->name);
}

MUST_USE static enum err apply(struct database *db, const struct migration *migration, bool *applied, struct error *error)
{
	char digest[65];
	char at[CLOCK_TEXT];
	char version[64];
	int64_t application_id = 0;
	int64_t there = 0;
	enum err err = database_begin(db, error);

	*applied = false;
	if (err != ERR_OK)
		return err;
	/* Two may migrate at once: the other one can have been here since the version was read. */
	if ((err = database_identity(db, &application_id, &there, error)) != ERR_OK)
		goto out;
	if (there >= migration->number) {
		database_rollback(db);
		return check_unchanged(db, migration, error);
	}
	digest_of(migration->sql, digest);
	clock_text(at);
	snprintf(version, sizeof version, "PRAGMA user_version = %d", migration->number);
	if ((err = database_script(db, migration->sql, error)) != ERR_OK)
		goto out;
	struct query *query = database_query(db, RECORD);
	query_int(query, "number", migration->number);
	query_text(query, "name", migration->name);
	query_text(query, "digest", digest);
	query_text(query, "at", at);
	if ((err = query_run(query, error)) != ERR_OK)
		goto out;
	if ((err = database_script(db, version, error)) != ERR_OK)
		goto out;
	err = database_commit(db, error);
	*applied = err == ERR_OK;
out:
	if (err != ERR_OK) {
		database_rollback(db);
		error_context(error, "%s", migration->name);
	}
	return err;
}

/* The installation's key, once. Not by SQL: this is for a generator that was made for keys. */
MUST_USE static enum err make_secret(struct database *db, struct error *error)
{
	unsigned char key[32];

	randombytes_buf(key, sizeof key);
	struct query *query = database_query(db, MAKE_SECRET);
	query_blob(query, "value", key, sizeof key);
	enum err err = query_run(query, error);
	sodium_memzero(key, sizeof key);
	return err;
}

/* Whether the file is ours, or new and made ours here. */
MUST_USE static enum err claim(struct database *db, const char *path, int64_t *version, struct error *error)
{
	int64_t application_id = 0;
	int64_t contents = 0;
	char identity[64];
	enum err err = database_begin(db, error);

	if (err != ERR_OK)
		return err;
	if ((err = database_identity(db, &application_id, version, error)) != ERR_OK)
		goto out;
	struct query *query = database_query(db, CONTENTS);
	if (query_next(query))
		contents = query_column_int(query, 0);
	if ((err = query_end(query, error)) != ERR_OK)
		goto out;
	/* Most programs give their databases no number, so only an empty file without one is free to take. */
	if (application_id != REPORTS_APPLICATION_ID && (application_id != 0 || contents > 0)) {
		err = error_set(error, ERR_SCHEMA, _("%s is a database of another program."), path);
		goto out;
	}
	if (*version > (int64_t)migration_count) {
		err = error_set(error, ERR_SCHEMA,
			_("%s has schema %d, newer than this program's %d. Install the newer program."), path, (int)*version, (int)migration_count);
		goto out;
	}
	snprintf(identity, sizeof identity, "PRAGMA application_id = %d", REPORTS_APPLICATION_ID);
	if ((err = database_script(db, identity, error)) != ERR_OK)
		goto out;
	err = database_script(db,
		"CREATE TABLE IF NOT EXISTS schema_migration ("
		" number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, applied_at TEXT NOT NULL)"
		" STRICT, WITHOUT ROWID", error);
	if (err == ERR_OK)
		err = database_commit(db, error);
out:
	if (err != ERR_OK)
		database_rollback(db);
	return err;
}

enum err migrate(const char *path, int upto, int *applied, struct error *error)
{
	struct database *db = NULL;
	int64_t version = 0;

	*applied = 0;
	enum err err = database_open(&db, path, DATABASE_CREATE, &table, error);
	if (err != ERR_OK)
		return err;
	err = claim(db, path, &version, error);
	for (size_t i = 0; err == ERR_OK && i < migration_count && (upto == 0 || migrations[i].number <= upto); i++) {
		bool done = false;
		if (migrations[i].number <= version)
			err = check_unchanged(db, &migrations[i], error);
		else if ((err = apply(db, &migrations[i], &done, error)) == ERR_OK && done)
			++*applied;
	}
	if (err == ERR_OK && (upto == 0 || upto >= SECRET_MIGRATION) && migration_count >= SECRET_MIGRATION)
		err = make_secret(db, error);
	database_close(db);
	return err;
}
