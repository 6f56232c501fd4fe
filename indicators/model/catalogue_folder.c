/* catalogue_folder: see catalogue_folder.h. */
#include "indicators/model/catalogue_folder.h"

#include <stdio.h>
#include <string.h>

MUST_USE static enum err read_codes(struct database *db, size_t statement, struct arena *arena, const char *const **list, size_t *count,
	struct error *error)
{
	const char **codes = NULL;
	struct query *query = database_query(db, statement);

	*count = 0;
	while (query_next(query)) {
		codes = arena_grow(arena, codes, *count, sizeof *codes);
		codes[(*count)++] = arena_strdup(arena, query_column_text(query, 0));
	}
	*list = codes;
	return query_end(query, error);
}

/* The SDG catalogue beside the folder: indicators/catalogue/sdg for indicators/catalogue/trafficking. */
static bool known_beside(const char *directory, struct arena *arena, struct catalogue_known *known)
{
	struct problems ignored = PROBLEMS_INIT(0);
	struct error error = ERROR_INIT;
	enum catalogue_kind kind;
	bool found = false;
	const char *beside = arena_printf(arena, "%s/../sdg", directory);

	if (catalogue_kind_of(beside, &kind, &error) == ERR_OK && kind == CATALOGUE_SDG) {
		struct yaml_file *file = sdg_file_read(beside, &ignored);
		if (file != NULL) {
			sdg_file_known(file, arena, known);
			found = true;
		}
		yaml_file_close(file);
	}
	problems_release(&ignored);
	return found;
}

enum err catalogue_folder_read(struct catalogue_folder *folder, struct database *db, const char *directory, struct arena *arena,
	struct catalogue_changes *changes, struct problems *problems, struct error *error)
{
	struct catalogue_known known = { 0 };

	*folder = (struct catalogue_folder){ .sdg = NULL };
	*changes = (struct catalogue_changes){ 0 };
	enum err err = catalogue_kind_of(directory, &changes->kind, error);
	if (err != ERR_OK)
		return err;
	if (changes->kind == CATALOGUE_SDG) {
		folder->sdg = sdg_file_read(directory, problems);
		snprintf(changes->name, sizeof changes->name, "sdg");
		if (folder->sdg != NULL)
			changes->indicators = (int)((const struct sdg_file *)yaml_file_root(folder->sdg))->series_count;
		return problems_check(problems, error);
	}
	if (db != NULL) {
		err = read_codes(db, REPORTS_catalogue_known_targets, arena, &known.targets, &known.target_count, error);
		if (err == ERR_OK)
			err = read_codes(db, REPORTS_catalogue_known_series, arena, &known.series, &known.series_count, error);
		if (err == ERR_OK)
			err = read_codes(db, REPORTS_catalogue_known_units, arena, &known.units, &known.unit_count, error);
		if (err != ERR_OK)
			return err;
	}
	bool checked = known.target_count > 0 || known_beside(directory, arena, &known);
	catalogue_read(&folder->catalogue, directory, checked ? &known : NULL, problems);
	changes->indicators = (int)folder->catalogue.indicator_count;
	if (folder->catalogue.framework != NULL)
		snprintf(changes->name, sizeof changes->name, "%s", folder->catalogue.framework->framework);
	return problems_check(problems, error);
}

void catalogue_folder_release(struct catalogue_folder *folder)
{
	catalogue_release(&folder->catalogue);
	yaml_file_close(folder->sdg);
}

enum err catalogue_check(const char *directory, struct catalogue_changes *changes, struct problems *problems, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct catalogue_folder folder;
	enum err err = catalogue_folder_read(&folder, NULL, directory, &arena, changes, problems, error);

	catalogue_folder_release(&folder);
	arena_release(&arena);
	return err;
}
