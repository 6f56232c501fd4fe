/* change: see change.h. */
#include "indicators/model/change.h"

#include <jansson.h>
#include <stdlib.h>

enum err change_begin(struct database *db, bool *own, struct error *error)
{
	*own = !database_in_transaction(db);
	if (!*own)
		return ERR_OK;
	enum err err = database_begin(db, error);
	if (err != ERR_OK)
		*own = false;
	return err;
}

enum err change_end(struct database *db, bool own, enum err err, struct error *error)
{
	return own ? database_end(db, err, error) : err;
}

const char *change_detail(struct arena *arena, const char *key, const char *value)
{
	json_t *json = json_pack("{s:s}", key, value);
	char *text = json != NULL ? json_dumps(json, JSON_COMPACT) : NULL;
	const char *kept = arena_strdup(arena, text != NULL ? text : "{}");

	free(text);
	json_decref(json);
	return kept;
}
