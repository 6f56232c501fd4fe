/* catalogue: see catalogue.h. */
#include "indicators/model/catalogue.h"

#include <stdio.h>
#include <string.h>

#include "indicators/model/audit.h"
#include "indicators/model/catalogue_folder.h"
#include "indicators/model/catalogue_put.h"

/* What one load works on. */
struct load {
	struct catalogue_put put;
	struct arena *arena;
	struct catalogue_changes *changes;
	struct catalogue_steps *steps; /* of a preview, else NULL */
	struct arena *step_arena;
};

/* --- one indicator ------------------------------------------------------------------------------------------- */

static void note_step(struct load *load, enum catalogue_step_kind kind, const char *code, int64_t version, const struct facts *before,
	const struct facts *after)
{
	if (load->steps != NULL)
		catalogue_steps_add(load->steps, load->step_arena, kind, code, version, before, after);
}

/* What the newest version says, for a preview. */
MUST_USE static enum err facts_of_version(struct load *load, int64_t version, struct facts *facts)
{
	struct query *query = database_query(load->put.db, REPORTS_indicator_version_facts);

	query_int(query, "version", version);
	return facts_add_rows(facts, query, load->put.error);
}

MUST_USE static enum err reinstate(struct load *load, int64_t id)
{
	struct query *query = database_query(load->put.db, REPORTS_indicator_reinstate);

	query_int(query, "indicator", id);
	load->changes->reinstated++;
	return query_run(query, load->put.error);
}

MUST_USE static enum err load_indicator(struct load *load, const struct catalogue_indicator *indicator, struct facts *facts)
{
	char digest[CATALOGUE_DIGEST];
	int64_t id = 0;
	int64_t version = 0;
	int64_t number = 0;
	bool retired = false;
	bool same_definition = false;
	struct query *query = database_query(load->put.db, REPORTS_indicator_newest);

	catalogue_definition(indicator, digest);
	query_text(query, "framework", load->put.framework);
	query_text(query, "code", indicator->code);
	if (query_next(query)) {
		id = query_column_int(query, 0);
		retired = !query_column_is_null(query, 1);
		version = query_column_int(query, 2);
		number = query_column_int(query, 3);
		same_definition = version != 0 && strcmp(query_column_text(query, 4), digest) == 0;
	}
	enum err err = query_end(query, load->put.error);
	if (err != ERR_OK)
		return err;

	if (!same_definition) {
		if (id == 0) {
			err = catalogue_put_indicator(&load->put, indicator->code, &id);
			load->changes->added++;
			note_step(load, CATALOGUE_ADDED, indicator->code, 1, NULL, NULL);
		} else {
			struct facts before = { .arena = load->arena };
			err = facts_of_version(load, version, &before);
			load->changes->redefined++;
			note_step(load, CATALOGUE_REDEFINED, indicator->code, number + 1, &before, facts);
		}
		if (err == ERR_OK)
			err = catalogue_put_new_version(&load->put, id, number + 1, digest, indicator, facts, &version);
	} else {
		struct facts now = { .arena = load->arena };
		if ((err = facts_of_version(load, version, &now)) != ERR_OK)
			return err;
		bool same = facts_equal(&now, facts);
		if (!same && !retired) {
			load->changes->reworded++;
			note_step(load, CATALOGUE_REWORDED, indicator->code, number, &now, facts);
		}
		if (!same || retired)
			err = catalogue_put_version(&load->put, version, indicator, facts);
	}
	if (err == ERR_OK && retired) {
		note_step(load, CATALOGUE_REINSTATED, indicator->code, same_definition ? number : number + 1, NULL, NULL);
		err = reinstate(load, id);
	}
	return err;
}

/* Retires what is in use and not in the folder. */
MUST_USE static enum err retire_missing(struct load *load, const struct catalogue *catalogue)
{
	int64_t *gone = NULL;
	size_t count = 0;
	struct query *query = database_query(load->put.db, REPORTS_indicator_in_use);

	query_text(query, "framework", load->put.framework);
	while (query_next(query)) {
		const char *code = query_column_text(query, 1);
		bool found = false;
		for (size_t i = 0; i < catalogue->indicator_count && !found; i++)
			found = strcmp(catalogue->indicators[i]->code, code) == 0;
		if (found)
			continue;
		note_step(load, CATALOGUE_RETIRED, code, 0, NULL, NULL);
		gone = arena_grow(load->arena, gone, count, sizeof *gone);
		gone[count++] = query_column_int(query, 0);
	}
	enum err err = query_end(query, load->put.error);
	for (size_t i = 0; i < count && err == ERR_OK; i++) {
		query = database_query(load->put.db, REPORTS_indicator_retire);
		query_int(query, "indicator", gone[i]);
		query_text(query, "at", load->put.at);
		if ((err = query_run(query, load->put.error)) != ERR_OK)
			break;
		query = database_query(load->put.db, REPORTS_indicator_version_retire);
		query_int(query, "indicator", gone[i]);
		err = query_run(query, load->put.error);
		load->changes->retired++;
	}
	return err;
}

/* Adds the framework's new version when the load changed something. */
MUST_USE static enum err add_version(struct load *load, const char *digest)
{
	struct query *query = database_query(load->put.db, REPORTS_framework_version_last);

	query_text(query, "framework", load->put.framework);
	load->changes->version = 0;
	if (query_next(query))
		load->changes->version = (int)query_column_int(query, 0);
	enum err err = query_end(query, load->put.error);
	if (err != ERR_OK || !load->changes->changed)
		return err;
	load->changes->version++;
	query = database_query(load->put.db, REPORTS_framework_version_insert);
	query_text(query, "framework", load->put.framework);
	query_int(query, "version", load->changes->version);
	query_text(query, "at", load->put.at);
	query_text(query, "digest", digest);
	return query_run(query, load->put.error);
}

MUST_USE static enum err load_framework(struct load *load, const struct catalogue *catalogue, char digest[static CATALOGUE_DIGEST])
{
	struct facts facts = { .arena = load->arena };
	struct facts now = { .arena = load->arena };
	struct facts all = { .arena = load->arena };
	struct catalogue_changes *changes = load->changes;
	struct query *query = database_query(load->put.db, REPORTS_framework_facts);

	facts_of_framework(&facts, catalogue->framework);
	query_text(query, "framework", load->put.framework);
	enum err err = facts_add_rows(&now, query, load->put.error);
	if (err == ERR_OK && !facts_equal(&facts, &now)) {
		changes->changed = true;
		err = catalogue_put_framework(&load->put, catalogue->framework, &facts);
	}
	facts_digest(&facts, digest);
	facts_add(&all, "framework", "", "", digest);
	for (size_t i = 0; i < catalogue->indicator_count && err == ERR_OK; i++) {
		struct facts of_indicator = { .arena = load->arena };
		facts_of_indicator(&of_indicator, catalogue->indicators[i]);
		err = load_indicator(load, catalogue->indicators[i], &of_indicator);
		facts_digest(&of_indicator, digest);
		facts_add(&all, "indicator", catalogue->indicators[i]->code, "", digest);
		catalogue_definition(catalogue->indicators[i], digest);
		facts_add(&all, "definition", catalogue->indicators[i]->code, "", digest);
	}
	if (err == ERR_OK)
		err = retire_missing(load, catalogue);
	if (err == ERR_OK)
		err = catalogue_put_end(&load->put);
	changes->changed = changes->changed || changes->added + changes->redefined + changes->reworded + changes->retired + changes->reinstated > 0;
	facts_digest(&all, digest);
	return err != ERR_OK ? err : add_version(load, digest);
}

MUST_USE static enum err finish(struct load *load, const struct actor *actor, const char *digest)
{
	const struct catalogue_changes *changes = load->changes;
	char object[96];
	char detail[400];

	if (!changes->changed)
		return ERR_OK;
	enum err err = reports_catalogue_changed(load->put.db, load->put.error);
	if (err != ERR_OK)
		return err;
	snprintf(object, sizeof object, "catalogue:%s", changes->name);
	snprintf(detail, sizeof detail,
		"{\"version\":%d,\"indicators\":%d,\"added\":%d,\"redefined\":%d,\"reworded\":%d,\"retired\":%d,\"reinstated\":%d,\"digest\":\"%s\"}",
		changes->version, changes->indicators, changes->added, changes->redefined, changes->reworded, changes->retired,
		changes->reinstated, digest);
	return audit_add(load->put.db, actor, "catalogue.load", object, detail, load->put.error);
}

/* A load, or with load->steps a preview: all is done and then undone. */
MUST_USE static enum err run(struct load *load, const struct actor *actor, const char *directory, const char *language, struct problems *problems)
{
	struct catalogue_folder folder;
	char digest[CATALOGUE_DIGEST] = "";
	struct database *db = load->put.db;
	enum err err = catalogue_folder_read(&folder, db, directory, load->arena, load->changes, problems, load->put.error);

	if (err != ERR_OK)
		goto out;
	load->put.framework = load->changes->name;
	clock_text(load->put.at);
	if ((err = database_begin(db, load->put.error)) != ERR_OK)
		goto out;
	if (load->steps != NULL)
		err = catalogue_generation(db, &load->steps->generation, load->put.error);
	if (err == ERR_OK && load->changes->kind == CATALOGUE_SDG)
		err = catalogue_load_sdg(db, yaml_file_root(folder.sdg), load->changes, load->put.error);
	else if (err == ERR_OK)
		err = load_framework(load, &folder.catalogue, digest);
	if (err == ERR_OK && load->steps != NULL)
		err = catalogue_steps_finish(db, load->step_arena, load->put.framework, language, load->steps, load->put.error);
	else if (err == ERR_OK && (err = finish(load, actor, digest)) == ERR_OK)
		err = database_commit(db, load->put.error);
	database_rollback(db);
out:
	catalogue_folder_release(&folder);
	return err;
}

enum err catalogue_load(struct database *db, const struct actor *actor, const char *directory,
	struct catalogue_changes *changes, struct problems *problems, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct load load = { .put = { .db = db, .error = error }, .arena = &arena, .changes = changes };
	enum err err = run(&load, actor, directory, NULL, problems);

	arena_release(&arena);
	return err;
}

enum err catalogue_preview(struct database *db, struct arena *arena, const char *directory, const char *language,
	struct catalogue_changes *changes, struct catalogue_steps *steps, struct problems *problems, struct error *error)
{
	struct arena own = ARENA_INIT;
	struct load load = { .put = { .db = db, .error = error }, .arena = &own, .changes = changes, .steps = steps, .step_arena = arena };

	*steps = (struct catalogue_steps){ 0 };
	enum err err = run(&load, NULL, directory, language, problems);
	arena_release(&own);
	return err;
}
