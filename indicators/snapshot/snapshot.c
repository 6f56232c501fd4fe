/* snapshot: see snapshot.h. */
#include "indicators/snapshot/snapshot.h"

#include "indicators/base/i18n.h"
#include "indicators/snapshot/schema.h"
#include "snapshot_statements.h"

const char *snapshot_path(struct arena *arena, const char *directory, enum statistics_audience audience)
{
	return arena_printf(arena, "%s/snapshots/%s.db", directory, statistics_audience_name(audience));
}

MUST_USE static enum err read_meta(struct database *db, const char *key, struct arena *arena, const char **value, struct error *error)
{
	struct query *query = database_query(db, SNAPSHOT_meta);

	*value = NULL;
	query_text(query, "key", key);
	if (query_next(query))
		*value = arena_strdup(arena, query_column_text(query, 0));
	return query_end(query, error);
}

enum err snapshot_open(struct database **db, const char *path, struct arena *arena, struct snapshot *snapshot, struct error *error)
{
	int64_t application_id = 0;
	int64_t schema = 0;
	const char *audience = NULL;
	enum err err = database_open(db, path, DATABASE_IMMUTABLE, &snapshot_statements, error);

	if (err == ERR_NOT_FOUND)
		return error_set(error, ERR_NOT_FOUND, _("There is no snapshot at %s yet. Run: monitor summarise"), path);
	if (err == ERR_OK)
		err = database_identity(*db, &application_id, &schema, error);
	if (err == ERR_OK && (application_id != SNAPSHOT_APPLICATION_ID || schema != SNAPSHOT_SCHEMA))
		err = error_set(error, ERR_SCHEMA,
			_("The snapshot %s has schema %d, this program needs %d. Run: monitor summarise --full"), path, (int)schema, SNAPSHOT_SCHEMA);
	else if (err != ERR_OK)
		err = error_set(error, ERR_IO, _("%s cannot be read as a snapshot. Run: monitor summarise --full"), path);
	if (err == ERR_OK)
		err = read_meta(*db, "run", arena, &snapshot->run, error);
	if (err == ERR_OK)
		err = read_meta(*db, "made_at", arena, &snapshot->made_at, error);
	if (err == ERR_OK)
		err = read_meta(*db, "methods", arena, &snapshot->methods, error);
	if (err == ERR_OK)
		err = read_meta(*db, "audience", arena, &audience, error);
	if (err == ERR_OK && (snapshot->run == NULL || snapshot->made_at == NULL || snapshot->methods == NULL || audience == NULL ||
		!statistics_audience_named(audience, &snapshot->audience)))
		err = error_set(error, ERR_SCHEMA, _("%s does not say which run made it. Run: monitor summarise --full"), path);
	if (err != ERR_OK) {
		database_close(*db);
		*db = NULL;
	}
	return err;
}
