/* catalogue_facts: what files and tables say as sorted rows, so that they compare. See catalogue.h. */
#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/base/number.h"
#include "indicators/model/catalogue.h"

void facts_add(struct facts *facts, const char *kind, const char *key, const char *lang, const char *value)
{
	facts->list = arena_grow(facts->arena, facts->list, facts->count, sizeof *facts->list);
	facts->list[facts->count++] = (struct fact){ kind, arena_strdup(facts->arena, key), arena_strdup(facts->arena, lang),
		arena_strdup(facts->arena, value) };
}

static void add_text(struct facts *facts, const char *kind, const char *key, const struct yaml_text *text)
{
	if (text == NULL)
		return;
	for (size_t i = 0; i < YAML_LANGUAGES && i18n_languages[i].code != NULL; i++)
		if (text->in[i] != NULL)
			facts_add(facts, kind, key, i18n_languages[i].code, text->in[i]);
}

static void add_number(struct facts *facts, const char *kind, const char *key, double value)
{
	char text[NUMBER_TEXT];

	number_text(value, text);
	facts_add(facts, kind, key, "", text);
}

enum err facts_add_rows(struct facts *facts, struct query *query, struct error *error)
{
	while (query_next(query)) {
		const char *kind = arena_strdup(facts->arena, query_column_text(query, 0));
		/* Real numbers come as they are, so that both sides write them by the same function. */
		if (query_column_is_null(query, 3) && !query_column_is_null(query, 4))
			add_number(facts, kind, query_column_text(query, 1), query_column_real(query, 4));
		else
			facts_add(facts, kind, query_column_text(query, 1), query_column_text(query, 2), query_column_text(query, 3));
	}
	return query_end(query, error);
}

static int by_content(const void *left, const void *right)
{
	const struct fact *a = left;
	const struct fact *b = right;
	int order = strcmp(a->kind, b->kind);

	if (order == 0)
		order = strcmp(a->key, b->key);
	if (order == 0)
		order = strcmp(a->lang, b->lang);
	if (order == 0)
		order = strcmp(a->value, b->value);
	return order;
}

static void sort(struct facts *facts)
{
	if (facts->count > 1)
		qsort(facts->list, facts->count, sizeof *facts->list, by_content);
}

bool facts_equal(struct facts *a, struct facts *b)
{
	sort(a);
	sort(b);
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (by_content(&a->list[i], &b->list[i]) != 0)
			return false;
	return true;
}

static void hash_text(crypto_generichash_state *state, const char *text)
{
	unsigned char length[8];
	uint64_t bytes = strlen(text);

	for (size_t i = 0; i < sizeof length; i++)
		length[i] = (unsigned char)(bytes >> (8 * i));
	crypto_generichash_update(state, length, sizeof length);
	crypto_generichash_update(state, (const unsigned char *)text, bytes);
}

static void hash_end(crypto_generichash_state *state, char digest[static CATALOGUE_DIGEST])
{
	unsigned char hash[32];

	crypto_generichash_final(state, hash, sizeof hash);
	sodium_bin2hex(digest, CATALOGUE_DIGEST, hash, sizeof hash);
}

void facts_digest(struct facts *facts, char digest[static CATALOGUE_DIGEST])
{
	crypto_generichash_state state;

	sort(facts);
	crypto_generichash_init(&state, NULL, 0, 32);
	for (size_t i = 0; i < facts->count; i++) {
		hash_text(&state, facts->list[i].kind);
		hash_text(&state, facts->list[i].key);
		hash_text(&state, facts->list[i].lang);
		hash_text(&state, facts->list[i].value);
	}
	hash_end(&state, digest);
}

void catalogue_definition(const struct catalogue_indicator *indicator, char digest[static CATALOGUE_DIGEST])
{
	crypto_generichash_state state;
	char text[NUMBER_TEXT];

	crypto_generichash_init(&state, NULL, 0, 32);
	hash_text(&state, indicator->type);
	hash_text(&state, indicator->unit);
	hash_text(&state, indicator->direction);
	for (unsigned l = 0; l < indicator->levels_count; l++) {
		snprintf(text, sizeof text, "level %u", l);
		hash_text(&state, text);
		for (unsigned c = 0; c < indicator->levels[l].criteria_count; c++)
			hash_text(&state, yaml_text_english(&indicator->levels[l].criteria[c]));
	}
	for (unsigned i = 0; i < indicator->items_count; i++) {
		hash_text(&state, indicator->items[i].code);
		hash_text(&state, yaml_text_english(indicator->items[i].title));
	}
	hash_text(&state, yaml_text_english(indicator->measures));
	hash_text(&state, yaml_text_english(indicator->numerator));
	hash_text(&state, yaml_text_english(indicator->denominator));
	if (indicator->per != NULL) {
		number_text(*indicator->per, text);
		hash_text(&state, text);
	}
	for (unsigned t = 0; t < indicator->thresholds_count; t++) {
		number_text(indicator->thresholds[t], text);
		hash_text(&state, text);
	}
	hash_end(&state, digest);
}

static void add_given(struct facts *facts, const char *kind, const char *key, const double *value)
{
	if (value != NULL)
		add_number(facts, kind, key, *value);
}

static void add_rule(struct facts *facts, unsigned position, const struct catalogue_rule *rule)
{
	char key[32];

	snprintf(key, sizeof key, "%u", position);
	facts_add(facts, "rule.kind", key, "", rule->kind);
	add_number(facts, "rule.hard", key, rule->hard ? 1 : 0);
	facts_add(facts, "rule.part", key, "", catalogue_part(rule->part));
	add_given(facts, "rule.lowest", key, rule->lowest);
	add_given(facts, "rule.highest", key, rule->highest);
	add_given(facts, "rule.factor", key, rule->factor);
	add_given(facts, "rule.above", key, rule->above);
	if (rule->other != NULL) {
		facts_add(facts, "rule.other", key, "", rule->other);
		facts_add(facts, "rule.other_part", key, "", catalogue_part(rule->other_part));
	}
	snprintf(key, sizeof key, "rule.%u", position);
	add_text(facts, "text", key, rule->why);
}

void facts_of_indicator(struct facts *facts, const struct catalogue_indicator *indicator)
{
	char key[128];

	facts_add(facts, "column", "domain", "", indicator->domain);
	add_number(facts, "column", "position", indicator->position);
	if (indicator->first_period != NULL)
		facts_add(facts, "column", "first_period", "", indicator->first_period);
	if (indicator->last_period != NULL)
		facts_add(facts, "column", "last_period", "", indicator->last_period);
	for (unsigned i = 0; i < indicator->sdg_count; i++)
		facts_add(facts, "sdg", indicator->sdg[i], "", "");
	for (unsigned i = 0; i < indicator->series_count; i++)
		facts_add(facts, "series", indicator->series[i].code, "", indicator->series[i].dims);
	for (unsigned i = 0; i < indicator->replaces_count; i++)
		facts_add(facts, "replaces", indicator->replaces[i], "", "");
	for (unsigned i = 0; i < indicator->instruments_count; i++) {
		snprintf(key, sizeof key, "%u", i + 1);
		facts_add(facts, "instrument", key, "", indicator->instruments[i]);
	}
	for (unsigned i = 0; i < indicator->disaggregation_count; i++)
		facts_add(facts, "disaggregation", indicator->disaggregation[i], "", "");
	add_text(facts, "text", "title", indicator->title);
	add_text(facts, "text", "measures", indicator->measures);
	add_text(facts, "text", "guidance", indicator->guidance);
	add_text(facts, "text", "evidence", indicator->evidence);
	add_text(facts, "text", "agency", indicator->agency);
	add_text(facts, "text", "numerator", indicator->numerator);
	add_text(facts, "text", "denominator", indicator->denominator);
	for (unsigned l = 0; l < indicator->levels_count; l++) {
		snprintf(key, sizeof key, "level.%u", l);
		add_text(facts, "text", key, indicator->levels[l].title);
		for (unsigned c = 0; c < indicator->levels[l].criteria_count; c++) {
			snprintf(key, sizeof key, "level.%u.criterion.%u", l, c + 1);
			add_text(facts, "text", key, &indicator->levels[l].criteria[c]);
		}
	}
	for (unsigned i = 0; i < indicator->items_count; i++) {
		char position[16];
		snprintf(position, sizeof position, "%u", i + 1);
		facts_add(facts, "item", indicator->items[i].code, position, indicator->items[i].group);
		snprintf(key, sizeof key, "item.%s", indicator->items[i].code);
		add_text(facts, "text", key, indicator->items[i].title);
	}
	for (unsigned g = 0; g < indicator->groups_count; g++) {
		snprintf(key, sizeof key, "group.%s", indicator->groups[g].code);
		add_text(facts, "text", key, indicator->groups[g].title);
	}
	for (unsigned r = 0; r < indicator->rules_count; r++)
		add_rule(facts, r + 1, &indicator->rules[r]);
}

static void add_dimension(struct facts *facts, unsigned position, const struct catalogue_dimension *dimension)
{
	char key[128];

	add_number(facts, "dimension", dimension->code, position);
	snprintf(key, sizeof key, "dimension.%s", dimension->code);
	add_text(facts, "text", key, dimension->title);
	for (unsigned i = 0; i < dimension->categories_count; i++) {
		snprintf(key, sizeof key, "%s/%s", dimension->code, dimension->categories[i].code);
		add_number(facts, "category", key, i + 1);
		snprintf(key, sizeof key, "dimension.%s.%s", dimension->code, dimension->categories[i].code);
		add_text(facts, "text", key, dimension->categories[i].title);
	}
}

void facts_of_framework(struct facts *facts, const struct catalogue_framework *framework)
{
	char key[128];

	add_number(facts, "column", "position", framework->position);
	add_number(facts, "column", "minimum_reporting", framework->minimum_reporting);
	add_number(facts, "column", "carry_forward", framework->carry_forward ? 1 : 0);
	add_text(facts, "text", "title", framework->title);
	add_text(facts, "text", "description", framework->description);
	add_text(facts, "text", "notice", framework->notice);
	add_text(facts, "text", "source", framework->source);
	for (unsigned i = 0; i < framework->domains_count; i++) {
		const struct catalogue_domain *domain = &framework->domains[i];
		add_number(facts, "domain", domain->code, i + 1);
		snprintf(key, sizeof key, "%s/title", domain->code);
		add_text(facts, "domain_text", key, domain->title);
		snprintf(key, sizeof key, "%s/description", domain->code);
		add_text(facts, "domain_text", key, domain->description);
	}
	for (unsigned i = 0; i < framework->dimensions_count; i++)
		add_dimension(facts, i + 1, &framework->dimensions[i]);
}

static void add_codes(struct facts *facts, const char *kind, const struct sdg_code_entry *codes, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		add_text(facts, kind, codes[i].code, codes[i].title);
}

void facts_of_sdg(struct facts *facts, const struct sdg_file *sdg)
{
	char key[128];
	unsigned position = 0;

	for (unsigned g = 0; g < sdg->goals_count; g++) {
		const struct sdg_goal_entry *goal = &sdg->goals[g];
		add_number(facts, "row.goal", goal->code, g + 1);
		add_text(facts, "goal", goal->code, goal->title);
		for (unsigned t = 0; t < goal->targets_count; t++) {
			snprintf(key, sizeof key, "%s/%s", goal->code, goal->targets[t].code);
			add_number(facts, "row.target", key, ++position);
			add_text(facts, "target", goal->targets[t].code, goal->targets[t].title);
		}
	}
	for (unsigned s = 0; s < sdg->series_count; s++) {
		const struct sdg_series_entry *series = &sdg->series[s];
		facts_add(facts, "series.indicator", series->code, "", series->indicator);
		facts_add(facts, "series.target", series->code, "", series->target);
		facts_add(facts, "series.unit", series->code, "", series->unit);
		facts_add(facts, "series.direction", series->code, "", series->direction);
		if (series->goal_value != NULL)
			add_number(facts, "series.goal_value", series->code, *series->goal_value);
		add_number(facts, "series.goal_year", series->code, series->goal_year);
		if (series->natural_limit != NULL)
			add_number(facts, "series.natural_limit", series->code, *series->natural_limit);
		add_number(facts, "series.base_year", series->code, series->base_year);
		if (series->superseded_by != NULL)
			facts_add(facts, "series.superseded_by", series->code, "", series->superseded_by);
		add_text(facts, "series", series->code, series->title);
	}
	for (unsigned d = 0; d < sdg->dimensions_count; d++) {
		const struct sdg_dimension_entry *dimension = &sdg->dimensions[d];
		add_text(facts, "dimension", dimension->code, dimension->title);
		for (unsigned c = 0; c < dimension->codes_count; c++) {
			snprintf(key, sizeof key, "%s=%s", dimension->code, dimension->codes[c].code);
			add_number(facts, dimension->codes[c].total ? "row.total" : "row.code", key, c + 1);
			add_text(facts, "dimension_code", key, dimension->codes[c].title);
		}
	}
	add_codes(facts, "unit", sdg->units, sdg->units_count);
	add_codes(facts, "nature", sdg->natures, sdg->natures_count);
}
