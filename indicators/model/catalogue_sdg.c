/* catalogue_sdg: sdg.yaml into the database. See catalogue.h. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/model/catalogue.h"

MUST_USE static enum err delete_all(struct database *db, struct error *error)
{
	/* In the order that foreign keys allow. */
	static const size_t statements[] = { REPORTS_label_delete_all, REPORTS_dimension_code_delete_all, REPORTS_series_delete_all,
		REPORTS_sdg_target_delete_all, REPORTS_sdg_goal_delete_all };
	enum err err = ERR_OK;

	for (size_t i = 0; i < sizeof statements / sizeof *statements && err == ERR_OK; i++)
		err = query_run(database_query(db, statements[i]), error);
	return err;
}

MUST_USE static enum err insert_goals(struct database *db, const struct sdg_file *sdg, struct error *error)
{
	enum err err = ERR_OK;
	unsigned position = 0;

	for (unsigned g = 0; g < sdg->goals_count && err == ERR_OK; g++) {
		const struct sdg_goal_entry *goal = &sdg->goals[g];
		struct query *query = database_query(db, REPORTS_sdg_goal_insert);
		query_text(query, "code", goal->code);
		query_int(query, "position", g + 1);
		err = query_run(query, error);
		for (unsigned t = 0; t < goal->targets_count && err == ERR_OK; t++) {
			query = database_query(db, REPORTS_sdg_target_insert);
			query_text(query, "code", goal->targets[t].code);
			query_text(query, "goal", goal->code);
			query_int(query, "position", ++position);
			err = query_run(query, error);
		}
	}
	return err;
}

MUST_USE static enum err insert_series(struct database *db, const struct sdg_file *sdg, struct error *error)
{
	enum err err = ERR_OK;

	for (unsigned s = 0; s < sdg->series_count && err == ERR_OK; s++) {
		const struct sdg_series_entry *series = &sdg->series[s];
		struct query *query = database_query(db, REPORTS_series_insert);
		query_text(query, "code", series->code);
		query_text(query, "indicator", series->indicator);
		query_text(query, "target", series->target);
		query_text(query, "unit", series->unit);
		query_text(query, "direction", series->direction);
		query_real(query, "goal_value", series->goal_value != NULL ? *series->goal_value : NAN);
		query_int(query, "goal_year", series->goal_year);
		query_real(query, "natural_limit", series->natural_limit != NULL ? *series->natural_limit : NAN);
		query_int(query, "base_year", series->base_year);
		query_text(query, "superseded_by", series->superseded_by);
		err = query_run(query, error);
	}
	return err;
}

MUST_USE static enum err insert_dimensions(struct database *db, const struct sdg_file *sdg, struct error *error)
{
	enum err err = ERR_OK;

	for (unsigned d = 0; d < sdg->dimensions_count; d++) {
		for (unsigned c = 0; c < sdg->dimensions[d].codes_count && err == ERR_OK; c++) {
			struct query *query = database_query(db, REPORTS_dimension_code_insert);
			query_text(query, "dimension", sdg->dimensions[d].code);
			query_text(query, "code", sdg->dimensions[d].codes[c].code);
			query_int(query, "position", c + 1);
			query_int(query, "is_total", sdg->dimensions[d].codes[c].total ? 1 : 0);
			err = query_run(query, error);
		}
	}
	return err;
}

/* The names: every fact that has a language. */
MUST_USE static enum err insert_labels(struct database *db, const struct facts *facts, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t i = 0; i < facts->count && err == ERR_OK; i++) {
		const struct fact *fact = &facts->list[i];
		if (fact->lang[0] == '\0')
			continue;
		struct query *query = database_query(db, REPORTS_label_insert);
		query_text(query, "kind", fact->kind);
		query_text(query, "code", fact->key);
		query_text(query, "lang", fact->lang);
		query_text(query, "text", fact->value);
		err = query_run(query, error);
	}
	return err;
}

/* A target that indicators name cannot go away under them. */
MUST_USE static enum err check_targets(struct database *db, struct error *error)
{
	char indicator[128] = "";
	char target[32] = "";
	struct query *query = database_query(db, REPORTS_sdg_missing_target);

	if (query_next(query)) {
		snprintf(indicator, sizeof indicator, "%s/%s", query_column_text(query, 0), query_column_text(query, 1));
		snprintf(target, sizeof target, "%s", query_column_text(query, 2));
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && indicator[0] != '\0')
		err = error_set(error, ERR_CONFLICT, _("The SDG target %s is not in sdg.yaml any more, but the indicator %s names it."), target, indicator);
	return err;
}

enum err catalogue_load_sdg(struct database *db, const struct sdg_file *sdg, struct catalogue_changes *changes, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct facts facts = { .arena = &arena };
	struct facts now = { .arena = &arena };
	enum err err = facts_add_rows(&now, database_query(db, REPORTS_sdg_facts), error);

	if (err != ERR_OK)
		goto out;
	facts_of_sdg(&facts, sdg);
	if (facts_equal(&facts, &now))
		goto out;
	changes->changed = true;
	if ((err = delete_all(db, error)) != ERR_OK || (err = insert_goals(db, sdg, error)) != ERR_OK ||
		(err = insert_series(db, sdg, error)) != ERR_OK || (err = insert_dimensions(db, sdg, error)) != ERR_OK ||
		(err = insert_labels(db, &facts, error)) != ERR_OK)
		goto out;
	err = check_targets(db, error);
out:
	arena_release(&arena);
	return err;
}
