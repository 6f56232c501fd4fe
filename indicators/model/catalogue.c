/* catalogue: see catalogue.h. */
#include "indicators/model/catalogue.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/model/audit.h"

/* What one load works on. */
struct load {
	struct database *db;
	struct arena *arena;
	const char *framework;
	char at[CLOCK_TEXT];
	struct catalogue_changes *changes;
	struct catalogue_steps *steps; /* of a preview, else NULL */
	struct arena *step_arena;
	struct error *error;
};

/* --- what the references are checked against ----------------------------------------------------------------- */

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

/* --- one indicator ------------------------------------------------------------------------------------------- */

MUST_USE static enum err delete_details(struct load *load, int64_t version)
{
	static const size_t statements[] = { REPORTS_indicator_text_delete, REPORTS_indicator_sdg_delete, REPORTS_indicator_series_delete,
		REPORTS_indicator_replaces_delete, REPORTS_indicator_instrument_delete, REPORTS_indicator_disaggregation_delete,
		REPORTS_indicator_item_delete, REPORTS_indicator_criterion_delete, REPORTS_indicator_rule_delete };
	enum err err = ERR_OK;

	for (size_t i = 0; i < sizeof statements / sizeof *statements && err == ERR_OK; i++) {
		struct query *query = database_query(load->db, statements[i]);
		query_int(query, "version", version);
		err = query_run(query, load->error);
	}
	return err;
}

/* One row of the tables that have no more than a key and a value. */
MUST_USE static enum err insert_fact(struct load *load, int64_t version, const struct fact *fact)
{
	static const struct {
		const char *kind;
		size_t statement;
		bool value;
	} tables[] = {
		{ "sdg", REPORTS_indicator_sdg_insert, false },
		{ "series", REPORTS_indicator_series_insert, true },
		{ "replaces", REPORTS_indicator_replaces_insert, false },
		{ "disaggregation", REPORTS_indicator_disaggregation_insert, false },
	};
	struct query *query = NULL;

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		if (strcmp(tables[i].kind, fact->kind) != 0)
			continue;
		query = database_query(load->db, tables[i].statement);
		query_text(query, "key", fact->key);
		if (tables[i].value)
			query_text(query, "value", fact->value);
	}
	if (strcmp(fact->kind, "text") == 0) {
		query = database_query(load->db, REPORTS_indicator_text_insert);
		query_text(query, "part", fact->key);
		query_text(query, "lang", fact->lang);
		query_text(query, "text", fact->value);
	}
	if (query == NULL)
		return ERR_OK;
	query_int(query, "version", version);
	return query_run(query, load->error);
}

static void give_real(struct query *query, const char *name, const double *value)
{
	query_real(query, name, value != NULL ? *value : NAN);
}

MUST_USE static enum err insert_rule(struct load *load, int64_t version, unsigned position, const struct catalogue_rule *rule)
{
	struct query *query = database_query(load->db, REPORTS_indicator_rule_insert);

	query_int(query, "version", version);
	query_int(query, "position", position);
	query_text(query, "kind", rule->kind);
	query_int(query, "hard", rule->hard ? 1 : 0);
	query_text(query, "part", catalogue_part(rule->part));
	give_real(query, "lowest", rule->lowest);
	give_real(query, "highest", rule->highest);
	give_real(query, "factor", rule->factor);
	give_real(query, "above", rule->above);
	query_text(query, "other", rule->other);
	query_text(query, "other_part", rule->other != NULL ? catalogue_part(rule->other_part) : NULL);
	return query_run(query, load->error);
}

MUST_USE static enum err insert_details(struct load *load, int64_t version, const struct catalogue_indicator *indicator, const struct facts *facts)
{
	enum err err = ERR_OK;
	struct query *query;

	for (size_t i = 0; i < facts->count && err == ERR_OK; i++)
		err = insert_fact(load, version, &facts->list[i]);
	for (unsigned i = 0; i < indicator->instruments_count && err == ERR_OK; i++) {
		query = database_query(load->db, REPORTS_indicator_instrument_insert);
		query_int(query, "version", version);
		query_int(query, "position", i + 1);
		query_text(query, "value", indicator->instruments[i]);
		err = query_run(query, load->error);
	}
	for (unsigned i = 0; i < indicator->items_count && err == ERR_OK; i++) {
		query = database_query(load->db, REPORTS_indicator_item_insert);
		query_int(query, "version", version);
		query_int(query, "position", i + 1);
		query_text(query, "code", indicator->items[i].code);
		query_text(query, "group", indicator->items[i].group);
		err = query_run(query, load->error);
	}
	for (unsigned l = 0; l < indicator->levels_count; l++) {
		for (unsigned c = 0; c < indicator->levels[l].criteria_count && err == ERR_OK; c++) {
			query = database_query(load->db, REPORTS_indicator_criterion_insert);
			query_int(query, "version", version);
			query_int(query, "level", l);
			query_int(query, "position", c + 1);
			err = query_run(query, load->error);
		}
	}
	for (unsigned r = 0; r < indicator->rules_count && err == ERR_OK; r++)
		err = insert_rule(load, version, r + 1, &indicator->rules[r]);
	return err;
}

MUST_USE static enum err insert_version(struct load *load, int64_t indicator_id, int64_t number, const char *digest,
	const struct catalogue_indicator *indicator, int64_t *version)
{
	char thresholds[4 * NUMBER_TEXT] = "";
	size_t length = 0;
	struct query *query = database_query(load->db, REPORTS_indicator_version_retire);

	query_int(query, "indicator", indicator_id);
	enum err err = query_run(query, load->error);
	if (err != ERR_OK)
		return err;
	for (unsigned t = 0; t < indicator->thresholds_count && t < 3; t++) {
		char number_as_text[NUMBER_TEXT];
		number_text(indicator->thresholds[t], number_as_text);
		length += (size_t)snprintf(thresholds + length, sizeof thresholds - length, "%s%s", t > 0 ? " " : "", number_as_text);
	}
	query = database_query(load->db, REPORTS_indicator_version_insert);
	query_int(query, "indicator", indicator_id);
	query_int(query, "version", number);
	query_text(query, "domain", indicator->domain);
	query_int(query, "position", indicator->position);
	query_text(query, "type", indicator->type);
	query_text(query, "unit", indicator->unit);
	query_text(query, "direction", indicator->direction);
	if (indicator->levels_count > 0)
		query_int(query, "levels", indicator->levels_count);
	query_real(query, "per", indicator->per != NULL ? *indicator->per : NAN);
	query_text(query, "thresholds", indicator->thresholds_count > 0 ? thresholds : NULL);
	query_text(query, "first_period", indicator->first_period);
	query_text(query, "last_period", indicator->last_period);
	query_text(query, "digest", digest);
	query_text(query, "at", load->at);
	err = query_run(query, load->error);
	*version = database_last_id(load->db);
	return err;
}

MUST_USE static enum err insert_indicator(struct load *load, const char *code, int64_t *id)
{
	struct query *query = database_query(load->db, REPORTS_indicator_insert);

	query_text(query, "framework", load->framework);
	query_text(query, "code", code);
	enum err err = query_run(query, load->error);
	*id = database_last_id(load->db);
	return err;
}

MUST_USE static enum err reinstate(struct load *load, int64_t id)
{
	struct query *query = database_query(load->db, REPORTS_indicator_reinstate);

	query_int(query, "indicator", id);
	load->changes->reinstated++;
	return query_run(query, load->error);
}

MUST_USE static enum err update_version(struct load *load, int64_t version, const struct catalogue_indicator *indicator, const struct facts *facts)
{
	struct query *query = database_query(load->db, REPORTS_indicator_version_update);

	query_int(query, "version", version);
	query_text(query, "domain", indicator->domain);
	query_int(query, "position", indicator->position);
	query_text(query, "first_period", indicator->first_period);
	query_text(query, "last_period", indicator->last_period);
	enum err err = query_run(query, load->error);
	if (err == ERR_OK)
		err = delete_details(load, version);
	return err != ERR_OK ? err : insert_details(load, version, indicator, facts);
}

static void note_step(struct load *load, enum catalogue_step_kind kind, const char *code, int64_t version, const struct facts *before,
	const struct facts *after)
{
	if (load->steps != NULL)
		catalogue_steps_add(load->steps, load->step_arena, kind, code, version, before, after);
}

/* What the newest version says, for a preview. */
MUST_USE static enum err facts_of_version(struct load *load, int64_t version, struct facts *facts)
{
	struct query *query = database_query(load->db, REPORTS_indicator_version_facts);

	query_int(query, "version", version);
	return facts_add_rows(facts, query, load->error);
}

MUST_USE static enum err load_indicator(struct load *load, const struct catalogue_indicator *indicator, struct facts *facts)
{
	char digest[CATALOGUE_DIGEST];
	int64_t id = 0;
	int64_t version = 0;
	int64_t number = 0;
	bool retired = false;
	bool same_definition = false;
	struct query *query = database_query(load->db, REPORTS_indicator_newest);

	catalogue_definition(indicator, digest);
	query_text(query, "framework", load->framework);
	query_text(query, "code", indicator->code);
	if (query_next(query)) {
		id = query_column_int(query, 0);
		retired = !query_column_is_null(query, 1);
		version = query_column_int(query, 2);
		number = query_column_int(query, 3);
		same_definition = version != 0 && strcmp(query_column_text(query, 4), digest) == 0;
	}
	enum err err = query_end(query, load->error);
	if (err != ERR_OK)
		return err;

	if (!same_definition) {
		if (id == 0) {
			err = insert_indicator(load, indicator->code, &id);
			load->changes->added++;
			note_step(load, CATALOGUE_ADDED, indicator->code, 1, NULL, NULL);
		} else {
			struct facts before = { .arena = load->arena };
			err = facts_of_version(load, version, &before);
			load->changes->redefined++;
			note_step(load, CATALOGUE_REDEFINED, indicator->code, number + 1, &before, facts);
		}
		if (err == ERR_OK)
			err = insert_version(load, id, number + 1, digest, indicator, &version);
		if (err == ERR_OK)
			err = insert_details(load, version, indicator, facts);
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
			err = update_version(load, version, indicator, facts);
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
	struct query *query = database_query(load->db, REPORTS_indicator_in_use);

	query_text(query, "framework", load->framework);
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
	enum err err = query_end(query, load->error);
	for (size_t i = 0; i < count && err == ERR_OK; i++) {
		query = database_query(load->db, REPORTS_indicator_retire);
		query_int(query, "indicator", gone[i]);
		query_text(query, "at", load->at);
		if ((err = query_run(query, load->error)) != ERR_OK)
			break;
		query = database_query(load->db, REPORTS_indicator_version_retire);
		query_int(query, "indicator", gone[i]);
		err = query_run(query, load->error);
		load->changes->retired++;
	}
	return err;
}

/* --- the framework itself ------------------------------------------------------------------------------------ */

MUST_USE static enum err run_for_framework(struct load *load, size_t statement)
{
	struct query *query = database_query(load->db, statement);

	query_text(query, "framework", load->framework);
	return query_run(query, load->error);
}

MUST_USE static enum err put_domain(struct load *load, const struct catalogue_domain *domain, unsigned position)
{
	const struct {
		const char *part;
		const struct yaml_text *text;
	} parts[] = { { "title", domain->title }, { "description", domain->description } };
	struct query *query = database_query(load->db, REPORTS_domain_put);

	query_text(query, "framework", load->framework);
	query_text(query, "code", domain->code);
	query_int(query, "position", position);
	enum err err = query_run(query, load->error);
	if (err != ERR_OK)
		return err;
	query = database_query(load->db, REPORTS_domain_text_delete);
	query_text(query, "framework", load->framework);
	query_text(query, "code", domain->code);
	if ((err = query_run(query, load->error)) != ERR_OK)
		return err;
	for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
		for (size_t i = 0; i < YAML_LANGUAGES && i18n_languages[i].code != NULL && err == ERR_OK; i++) {
			if (parts[p].text == NULL || parts[p].text->in[i] == NULL)
				continue;
			query = database_query(load->db, REPORTS_domain_text_insert);
			query_text(query, "framework", load->framework);
			query_text(query, "code", domain->code);
			query_text(query, "part", parts[p].part);
			query_text(query, "lang", i18n_languages[i].code);
			query_text(query, "text", parts[p].text->in[i]);
			err = query_run(query, load->error);
		}
	}
	return err;
}

MUST_USE static enum err put_dimension(struct load *load, const struct catalogue_dimension *dimension, unsigned position)
{
	struct query *query = database_query(load->db, REPORTS_framework_dimension_insert);

	query_text(query, "framework", load->framework);
	query_text(query, "dimension", dimension->code);
	query_int(query, "position", position);
	enum err err = query_run(query, load->error);
	for (unsigned i = 0; i < dimension->categories_count && err == ERR_OK; i++) {
		query = database_query(load->db, REPORTS_framework_category_insert);
		query_text(query, "framework", load->framework);
		query_text(query, "dimension", dimension->code);
		query_text(query, "category", dimension->categories[i].code);
		query_int(query, "position", i + 1);
		err = query_run(query, load->error);
	}
	return err;
}

MUST_USE static enum err put_framework(struct load *load, const struct catalogue_framework *framework, const struct facts *facts)
{
	struct query *query = database_query(load->db, REPORTS_framework_put);

	query_text(query, "framework", framework->framework);
	query_int(query, "position", framework->position);
	query_int(query, "minimum_reporting", framework->minimum_reporting);
	query_int(query, "carry_forward", framework->carry_forward ? 1 : 0);
	enum err err = query_run(query, load->error);
	if (err == ERR_OK)
		err = run_for_framework(load, REPORTS_framework_text_delete);
	for (size_t i = 0; i < facts->count && err == ERR_OK; i++) {
		if (strcmp(facts->list[i].kind, "text") != 0)
			continue;
		query = database_query(load->db, REPORTS_framework_text_insert);
		query_text(query, "framework", load->framework);
		query_text(query, "part", facts->list[i].key);
		query_text(query, "lang", facts->list[i].lang);
		query_text(query, "text", facts->list[i].value);
		err = query_run(query, load->error);
	}
	if (err == ERR_OK)
		err = run_for_framework(load, REPORTS_domain_put_last);
	for (unsigned i = 0; i < framework->domains_count && err == ERR_OK; i++)
		err = put_domain(load, &framework->domains[i], i + 1);
	if (err == ERR_OK)
		err = run_for_framework(load, REPORTS_framework_category_delete);
	if (err == ERR_OK)
		err = run_for_framework(load, REPORTS_framework_dimension_delete);
	for (unsigned i = 0; i < framework->dimensions_count && err == ERR_OK; i++)
		err = put_dimension(load, &framework->dimensions[i], i + 1);
	return err;
}

/* Adds the framework's new version when the load changed something. */
MUST_USE static enum err add_version(struct load *load, const char *digest)
{
	struct query *query = database_query(load->db, REPORTS_framework_version_last);

	query_text(query, "framework", load->framework);
	load->changes->version = 0;
	if (query_next(query))
		load->changes->version = (int)query_column_int(query, 0);
	enum err err = query_end(query, load->error);
	if (err != ERR_OK || !load->changes->changed)
		return err;
	load->changes->version++;
	query = database_query(load->db, REPORTS_framework_version_insert);
	query_text(query, "framework", load->framework);
	query_int(query, "version", load->changes->version);
	query_text(query, "at", load->at);
	query_text(query, "digest", digest);
	return query_run(query, load->error);
}

MUST_USE static enum err load_framework(struct load *load, const struct catalogue *catalogue, char digest[static CATALOGUE_DIGEST])
{
	struct facts facts = { .arena = load->arena };
	struct facts now = { .arena = load->arena };
	struct facts all = { .arena = load->arena };
	struct catalogue_changes *changes = load->changes;
	struct query *query = database_query(load->db, REPORTS_framework_facts);

	facts_of_framework(&facts, catalogue->framework);
	query_text(query, "framework", load->framework);
	enum err err = facts_add_rows(&now, query, load->error);
	if (err == ERR_OK && !facts_equal(&facts, &now)) {
		changes->changed = true;
		err = put_framework(load, catalogue->framework, &facts);
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
		err = run_for_framework(load, REPORTS_domain_text_delete_unused);
	if (err == ERR_OK)
		err = run_for_framework(load, REPORTS_domain_delete_unused);
	changes->changed = changes->changed || changes->added + changes->redefined + changes->reworded + changes->retired + changes->reinstated > 0;
	facts_digest(&all, digest);
	return err != ERR_OK ? err : add_version(load, digest);
}

/* --- the folder ---------------------------------------------------------------------------------------------- */

/* What was read of the folder, of either kind. */
struct folder {
	struct catalogue catalogue;
	struct yaml_file *sdg;
};

/* Reads and checks the folder; `db` may be NULL. */
MUST_USE static enum err read_folder(struct folder *folder, struct database *db, const char *directory, struct arena *arena,
	struct catalogue_changes *changes, struct problems *problems, struct error *error)
{
	struct catalogue_known known = { 0 };

	*folder = (struct folder){ .sdg = NULL };
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

static void release_folder(struct folder *folder)
{
	catalogue_release(&folder->catalogue);
	yaml_file_close(folder->sdg);
}

enum err catalogue_check(const char *directory, struct catalogue_changes *changes, struct problems *problems, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct folder folder;
	enum err err = read_folder(&folder, NULL, directory, &arena, changes, problems, error);

	release_folder(&folder);
	arena_release(&arena);
	return err;
}

MUST_USE static enum err finish(struct load *load, const struct actor *actor, const char *digest)
{
	const struct catalogue_changes *changes = load->changes;
	char object[96];
	char detail[400];

	if (!changes->changed)
		return ERR_OK;
	enum err err = reports_catalogue_changed(load->db, load->error);
	if (err != ERR_OK)
		return err;
	snprintf(object, sizeof object, "catalogue:%s", changes->name);
	snprintf(detail, sizeof detail,
		"{\"version\":%d,\"indicators\":%d,\"added\":%d,\"redefined\":%d,\"reworded\":%d,\"retired\":%d,\"reinstated\":%d,\"digest\":\"%s\"}",
		changes->version, changes->indicators, changes->added, changes->redefined, changes->reworded, changes->retired,
		changes->reinstated, digest);
	return audit_add(load->db, actor, "catalogue.load", object, detail, load->error);
}

/* A load, or with load->steps a preview: all is done and then undone. */
MUST_USE static enum err run(struct load *load, const struct actor *actor, const char *directory, const char *language, struct problems *problems)
{
	struct folder folder;
	char digest[CATALOGUE_DIGEST] = "";
	struct database *db = load->db;
	enum err err = read_folder(&folder, db, directory, load->arena, load->changes, problems, load->error);

	if (err != ERR_OK)
		goto out;
	load->framework = load->changes->name;
	clock_text(load->at);
	if ((err = database_begin(db, load->error)) != ERR_OK)
		goto out;
	if (load->steps != NULL)
		err = catalogue_generation(db, &load->steps->generation, load->error);
	if (err == ERR_OK && load->changes->kind == CATALOGUE_SDG)
		err = catalogue_load_sdg(db, yaml_file_root(folder.sdg), load->changes, load->error);
	else if (err == ERR_OK)
		err = load_framework(load, &folder.catalogue, digest);
	if (err == ERR_OK && load->steps != NULL)
		err = catalogue_steps_finish(db, load->step_arena, load->framework, language, load->steps, load->error);
	else if (err == ERR_OK && (err = finish(load, actor, digest)) == ERR_OK)
		err = database_commit(db, load->error);
	database_rollback(db);
out:
	release_folder(&folder);
	return err;
}

enum err catalogue_load(struct database *db, const struct actor *actor, const char *directory,
	struct catalogue_changes *changes, struct problems *problems, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct load load = { .db = db, .arena = &arena, .changes = changes, .error = error };
	enum err err = run(&load, actor, directory, NULL, problems);

	arena_release(&arena);
	return err;
}

enum err catalogue_preview(struct database *db, struct arena *arena, const char *directory, const char *language,
	struct catalogue_changes *changes, struct catalogue_steps *steps, struct problems *problems, struct error *error)
{
	struct arena own = ARENA_INIT;
	struct load load = { .db = db, .arena = &own, .changes = changes, .steps = steps, .step_arena = arena, .error = error };

	*steps = (struct catalogue_steps){ 0 };
	enum err err = run(&load, NULL, directory, language, problems);
	arena_release(&own);
	return err;
}
