/* catalogue_list: see catalogue_list.h. */
#include "indicators/model/catalogue_list.h"

#define ENTRIES_MAX 200
#define REDEFINITIONS_MAX 500

enum err catalogue_list(struct database *db, struct arena *arena, const char *language, struct catalogue_list *list,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_catalogue_entries);

	*list = (struct catalogue_list){ .entries = arena_array(arena, ENTRIES_MAX, sizeof *list->entries),
		.redefinitions = arena_array(arena, REDEFINITIONS_MAX, sizeof *list->redefinitions) };
	query_text(query, "lang", language);
	while (list->count < ENTRIES_MAX && query_next(query)) {
		struct catalogue_entry *entry = &list->entries[list->count++];

		entry->framework = arena_strdup(arena, query_column_text(query, 0));
		entry->title = arena_strdup(arena, query_column_text(query, 1));
		entry->version = query_column_int(query, 2);
		entry->loaded_at = arena_strdup(arena, query_column_text(query, 3));
		entry->indicators = query_column_int(query, 4);
		entry->retired = query_column_int(query, 5);
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;

	query = database_query(db, REPORTS_catalogue_redefinitions);
	query_text(query, "lang", language);
	while (list->redefinition_count < REDEFINITIONS_MAX && query_next(query)) {
		struct catalogue_redefinition *row = &list->redefinitions[list->redefinition_count++];

		row->framework = arena_strdup(arena, query_column_text(query, 0));
		row->indicator = arena_strdup(arena, query_column_text(query, 1));
		row->title = arena_strdup(arena, query_column_text(query, 2));
		row->version = query_column_int(query, 3);
		row->loaded_at = arena_strdup(arena, query_column_text(query, 4));
	}
	return query_end(query, error);
}
