/* beside: see beside.h. */
#include "indicators/model/beside.h"

#include <string.h>

#include "indicators/base/buffer.h"

#define SERIES_MAX 60

/* "age=lt18y;sex=female" in words, totals left out. */
MUST_USE static enum err dims_in_words(struct database *db, struct arena *arena, const char *dims, const char *language, const char **words,
	struct error *error)
{
	struct buffer text = BUFFER_INIT(1024);
	enum err err = ERR_OK;

	for (const char *p = dims; err == ERR_OK && *p != '\0';) {
		size_t length = strcspn(p, ";"), name = strcspn(p, "=");

		if (name < length) {
			const char *pair = arena_strndup(arena, p, length);
			const char *dimension = arena_strndup(arena, p, name);
			struct query *query = database_query(db, REPORTS_beside_code);

			query_text(query, "dimension", dimension);
			query_text(query, "code", pair + name + 1);
			query_text(query, "pair", pair);
			query_text(query, "lang", language);
			if (query_next(query))
				buffer_printf(&text, "%s%s", text.length > 0 ? ", " : "", query_column_text(query, 0));
			err = query_end(query, error);
		}
		p += length + (p[length] == ';');
	}
	if (err == ERR_OK)
		err = buffer_check(&text, error);
	*words = arena_strdup(arena, buffer_text(&text));
	buffer_release(&text);
	return err;
}

enum err beside_load(struct database *db, struct arena *arena, int64_t version, const char *participant, const char *language,
	struct beside *beside, struct error *error)
{
	struct query *query = database_query(db, REPORTS_beside_points);

	*beside = (struct beside){ .rows = arena_array(arena, SERIES_MAX, sizeof *beside->rows) };
	query_int(query, "version", version);
	query_text(query, "participant", participant);
	query_text(query, "lang", language);
	while (query_next(query)) {
		struct beside_series *row = beside->count > 0 ? &beside->rows[beside->count - 1] : NULL;

		if (row == NULL || strcmp(row->code, query_column_text(query, 0)) != 0 || strcmp(row->dims, query_column_text(query, 1)) != 0) {
			if (beside->count == SERIES_MAX)
				break;
			row = &beside->rows[beside->count++];
			*row = (struct beside_series){ .code = arena_strdup(arena, query_column_text(query, 0)),
				.dims = arena_strdup(arena, query_column_text(query, 1)), .vintage = arena_strdup(arena, query_column_text(query, 4)),
				.source = arena_strdup(arena, query_column_text(query, 5)), .title = arena_strdup(arena, query_column_text(query, 6)),
				.unit = arena_strdup(arena, query_column_text(query, 7)) };
		}
		if (row->count < BESIDE_YEARS)
			row->points[row->count++] = (struct beside_point){ .year = query_column_int(query, 2),
				.value = arena_strdup(arena, query_column_text(query, 3)) };
	}
	enum err err = query_end(query, error);
	for (size_t i = 0; err == ERR_OK && i < beside->count; i++)
		err = dims_in_words(db, arena, beside->rows[i].dims, language, &beside->rows[i].dims, error);
	return err;
}
