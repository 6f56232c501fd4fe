/* catalogue_put: see catalogue_put.h. */
#include "indicators/model/catalogue_put.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/number.h"

/* --- the framework --- */

MUST_USE static enum err run_for_framework(const struct catalogue_put *put, size_t statement)
{
	struct query *query = database_query(put->db, statement);

	query_text(query, "framework", put->framework);
	return query_run(query, put->error);
}

MUST_USE static enum err put_domain(const struct catalogue_put *put, const struct catalogue_domain *domain, unsigned position)
{
	const struct {
		const char *part;
		const struct yaml_text *text;
	} parts[] = { { "title", domain->title }, { "description", domain->description } };
	struct query *query = database_query(put->db, REPORTS_domain_put);

	query_text(query, "framework", put->framework);
	query_text(query, "code", domain->code);
	query_int(query, "position", position);
	enum err err = query_run(query, put->error);
	if (err != ERR_OK)
		return err;
	query = database_query(put->db, REPORTS_domain_text_delete);
	query_text(query, "framework", put->framework);
	query_text(query, "code", domain->code);
	if ((err = query_run(query, put->error)) != ERR_OK)
		return err;
	for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
		for (size_t i = 0; i < YAML_LANGUAGES && i18n_languages[i].code != NULL && err == ERR_OK; i++) {
			if (parts[p].text == NULL || parts[p].text->in[i] == NULL)
				continue;
			query = database_query(put->db, REPORTS_domain_text_insert);
			query_text(query, "framework", put->framework);
			query_text(query, "code", domain->code);
			query_text(query, "part", parts[p].part);
			query_text(query, "lang", i18n_languages[i].code);
			query_text(query, "text", parts[p].text->in[i]);
			err = query_run(query, put->error);
		}
	}
	return err;
}

MUST_USE static enum err put_dimension(const struct catalogue_put *put, const struct catalogue_dimension *dimension, unsigned position)
{
	struct query *query = database_query(put->db, REPORTS_framework_dimension_insert);

	query_text(query, "framework", put->framework);
	query_text(query, "dimension", dimension->code);
	query_int(query, "position", position);
	enum err err = query_run(query, put->error);
	for (unsigned i = 0; i < dimension->categories_count && err == ERR_OK; i++) {
		query = database_query(put->db, REPORTS_framework_category_insert);
		query_text(query, "framework", put->framework);
		query_text(query, "dimension", dimension->code);
		query_text(query, "category", dimension->categories[i].code);
		query_int(query, "position", i + 1);
		err = query_run(query, put->error);
	}
	return err;
}

enum err catalogue_put_framework(const struct catalogue_put *put, const struct catalogue_framework *framework, const struct facts *facts)
{
	struct query *query = database_query(put->db, REPORTS_framework_put);

	query_text(query, "framework", framework->framework);
	query_int(query, "position", framework->position);
	query_int(query, "minimum_reporting", framework->minimum_reporting);
	query_int(query, "carry_forward", framework->carry_forward ? 1 : 0);
	enum err err = query_run(query, put->error);
	if (err == ERR_OK)
		err = run_for_framework(put, REPORTS_framework_text_delete);
	for (size_t i = 0; i < facts->count && err == ERR_OK; i++) {
		if (strcmp(facts->list[i].kind, "text") != 0)
			continue;
		query = database_query(put->db, REPORTS_framework_text_insert);
		query_text(query, "framework", put->framework);
		query_text(query, "part", facts->list[i].key);
		query_text(query, "lang", facts->list[i].lang);
		query_text(query, "text", facts->list[i].value);
		err = query_run(query, put->error);
	}
	if (err == ERR_OK)
		err = run_for_framework(put, REPORTS_domain_put_last);
	for (unsigned i = 0; i < framework->domains_count && err == ERR_OK; i++)
		err = put_domain(put, &framework->domains[i], i + 1);
	if (err == ERR_OK)
		err = run_for_framework(put, REPORTS_framework_category_delete);
	if (err == ERR_OK)
		err = run_for_framework(put, REPORTS_framework_dimension_delete);
	for (unsigned i = 0; i < framework->dimensions_count && err == ERR_OK; i++)
		err = put_dimension(put, &framework->dimensions[i], i + 1);
	return err;
}

enum err catalogue_put_end(const struct catalogue_put *put)
{
	enum err err = run_for_framework(put, REPORTS_domain_text_delete_unused);

	return err != ERR_OK ? err : run_for_framework(put, REPORTS_domain_delete_unused);
}

/* --- one indicator --- */

MUST_USE static enum err delete_details(const struct catalogue_put *put, int64_t version)
{
	static const size_t statements[] = { REPORTS_indicator_text_delete, REPORTS_indicator_sdg_delete, REPORTS_indicator_series_delete,
		REPORTS_indicator_replaces_delete, REPORTS_indicator_instrument_delete, REPORTS_indicator_disaggregation_delete,
		REPORTS_indicator_item_delete, REPORTS_indicator_criterion_delete, REPORTS_indicator_rule_delete };
	enum err err = ERR_OK;

	for (size_t i = 0; i < sizeof statements / sizeof *statements && err == ERR_OK; i++) {
		struct query *query = database_query(put->db, statements[i]);
		query_int(query, "version", version);
		err = query_run(query, put->error);
	}
	return err;
}

/* One row of the tables that have no more than a key and a value. */
MUST_USE static enum err insert_fact(const struct catalogue_put *put, int64_t version, const struct fact *fact)
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
		query = database_query(put->db, tables[i].statement);
		query_text(query, "key", fact->key);
		if (tables[i].value)
			query_text(query, "value", fact->value);
	}
	if (strcmp(fact->kind, "text") == 0) {
		query = database_query(put->db, REPORTS_indicator_text_insert);
		query_text(query, "part", fact->key);
		query_text(query, "lang", fact->lang);
		query_text(query, "text", fact->value);
	}
	if (query == NULL)
		return ERR_OK;
	query_int(query, "version", version);
	return query_run(query, put->error);
}

static void give_real(struct query *query, const char *name, const double *value)
{
	query_real(query, name, value != NULL ? *value : NAN);
}

MUST_USE static enum err insert_rule(const struct catalogue_put *put, int64_t version, unsigned position, const struct catalogue_rule *rule)
{
	struct query *query = database_query(put->db, REPORTS_indicator_rule_insert);

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
	return query_run(query, put->error);
}

MUST_USE static enum err insert_details(const struct catalogue_put *put, int64_t version, const struct catalogue_indicator *indicator, const struct facts *facts)
{
	enum err err = ERR_OK;
	struct query *query;

	for (size_t i = 0; i < facts->count && err == ERR_OK; i++)
		err = insert_fact(put, version, &facts->list[i]);
	for (unsigned i = 0; i < indicator->instruments_count && err == ERR_OK; i++) {
		query = database_query(put->db, REPORTS_indicator_instrument_insert);
		query_int(query, "version", version);
		query_int(query, "position", i + 1);
		query_text(query, "value", indicator->instruments[i]);
		err = query_run(query, put->error);
	}
	for (unsigned i = 0; i < indicator->items_count && err == ERR_OK; i++) {
		query = database_query(put->db, REPORTS_indicator_item_insert);
		query_int(query, "version", version);
		query_int(query, "position", i + 1);
		query_text(query, "code", indicator->items[i].code);
		query_text(query, "group", indicator->items[i].group);
		err = query_run(query, put->error);
	}
	for (unsigned l = 0; l < indicator->levels_count; l++) {
		for (unsigned c = 0; c < indicator->levels[l].criteria_count && err == ERR_OK; c++) {
			query = database_query(put->db, REPORTS_indicator_criterion_insert);
			query_int(query, "version", version);
			query_int(query, "level", l);
			query_int(query, "position", c + 1);
			err = query_run(query, put->error);
		}
	}
	for (unsigned r = 0; r < indicator->rules_count && err == ERR_OK; r++)
		err = insert_rule(put, version, r + 1, &indicator->rules[r]);
	return err;
}

enum err catalogue_put_new_version(const struct catalogue_put *put, int64_t id, int64_t number, const char *digest,
	const struct catalogue_indicator *indicator, const struct facts *facts, int64_t *version)
{
	char thresholds[4 * NUMBER_TEXT] = "";
	size_t length = 0;
	struct query *query = database_query(put->db, REPORTS_indicator_version_retire);

	query_int(query, "indicator", id);
	enum err err = query_run(query, put->error);
	if (err != ERR_OK)
		return err;
	for (unsigned t = 0; t < indicator->thresholds_count && t < 3; t++) {
		char number_as_text[NUMBER_TEXT];
		number_text(indicator->thresholds[t], number_as_text);
		length += (size_t)snprintf(thresholds + length, sizeof thresholds - length, "%s%s", t > 0 ? " " : "", number_as_text);
	}
	query = database_query(put->db, REPORTS_indicator_version_insert);
	query_int(query, "indicator", id);
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
	query_text(query, "at", put->at);
	err = query_run(query, put->error);
	*version = database_last_id(put->db);
	return err != ERR_OK ? err : insert_details(put, *version, indicator, facts);
}

enum err catalogue_put_indicator(const struct catalogue_put *put, const char *code, int64_t *id)
{
	struct query *query = database_query(put->db, REPORTS_indicator_insert);

	query_text(query, "framework", put->framework);
	query_text(query, "code", code);
	enum err err = query_run(query, put->error);
	*id = database_last_id(put->db);
	return err;
}

enum err catalogue_put_version(const struct catalogue_put *put, int64_t version, const struct catalogue_indicator *indicator, const struct facts *facts)
{
	struct query *query = database_query(put->db, REPORTS_indicator_version_update);

	query_int(query, "version", version);
	query_text(query, "domain", indicator->domain);
	query_int(query, "position", indicator->position);
	query_text(query, "first_period", indicator->first_period);
	query_text(query, "last_period", indicator->last_period);
	enum err err = query_run(query, put->error);
	if (err == ERR_OK)
		err = delete_details(put, version);
	return err != ERR_OK ? err : insert_details(put, version, indicator, facts);
}
