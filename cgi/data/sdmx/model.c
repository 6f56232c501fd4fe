/* model: reads what a snapshot offers; see model.h. */
#include "cgi/data/sdmx/model.h"

#include <string.h>

#include "cgi/data/sdmx/build.h"
#include "cgi/data/sdmx/lists.h"
#include "indicators/base/i18n.h"
#include "snapshot_statements.h"

/* --- what is in every snapshot --- */

static const char *read_meta(struct builder *builder, const char *key)
{
	const char *value = "";

	if (builder->err != ERR_OK)
		return value;
	struct query *query = database_query(builder->db, SNAPSHOT_meta);
	query_text(query, "key", key);
	if (query_next(query))
		value = arena_strdup(builder->arena, query_column_text(query, 0));
	builder->err = query_end(query, builder->error);
	return value;
}

/* One list of a statement without groups, after the codes that only SDMX has. It is there even when it has no codes yet. */
static void publish(struct builder *builder, const char *id, struct sdmx_names name, const struct list *first, size_t statement,
	const char *framework)
{
	struct lists lists = { .count = 0 };

	lists_read(builder, statement, framework, &lists);
	list_publish(builder, id, name, first, lists.count > 0 ? &lists.list[0] : NULL);
}

static struct list only(struct builder *builder, const char *id, const char *name)
{
	struct list list = { .group = NULL };

	list_add(builder->arena, &list, id, "")->name = build_names(name);
	return list;
}

static void common_lists(struct builder *builder)
{
	struct list area = only(builder, SDMX_TOTAL, N_("The region: all participants"));
	struct list unit = only(builder, "SCORE_0_100", N_("points, 0–100"));

	list_add(builder->arena, &unit, "PROGRESS_SCORE", "")->name = build_names(N_("points, −5 to 5"));
	list_add(builder->arena, &unit, "PARTICIPANTS", "")->name = build_names(N_("governments"));
	list_add(builder->arena, &unit, "INDICATORS", "")->name = build_names(N_("indicators"));
	publish(builder, "CL_AREA", build_names(N_("Participants (ISO 3166 alpha-3) and the region")), &area, SNAPSHOT_sdmx_participants, NULL);
	publish(builder, "CL_UNIT", build_names(N_("Unit")), &unit, SNAPSHOT_sdmx_units, NULL);
	publish(builder, "CL_SDG_TARGET", build_names(N_("SDG target")), NULL, SNAPSHOT_sdmx_targets, NULL);
	publish(builder, "CL_SERIES", build_names(N_("Official series of the UN SDG Global Database")), NULL, SNAPSHOT_sdmx_series, NULL);
	publish(builder, "CL_NATURE", build_names(N_("Nature of the official figure")), NULL, SNAPSHOT_sdmx_natures, NULL);
}

/* --- dimensions of catalogues --- */

/* The concept of a dimension: one for all that are called the same, another one where they are not. */
static const char *concept_of(struct builder *builder, const char *id, const char *suffix, const struct sdmx_names *name)
{
	for (size_t i = 0; i < builder->model->concept_count; i++) {
		const struct sdmx_concept *concept = &builder->model->concepts[i];
		if (strcmp(concept->id, id) != 0)
			continue;
		if (!build_reserved(id) && strcmp(concept->name.text[0], name->text[0]) == 0)
			return concept->id;
		return concept_of(builder, arena_printf(builder->arena, "%s_%s", id, suffix), suffix, name);
	}
	return build_concept(builder, id, name)->id;
}

static bool dimension_taken(const struct build_dimension *dimensions, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(dimensions[i].id, id) == 0)
			return true;
	return build_reserved(id);
}

static struct build_dimension *dimensions(struct builder *builder, const struct lists *lists, const char *suffix, const char *nothing,
	const char *nothing_name)
{
	struct build_dimension *all = arena_array(builder->arena, lists->count, sizeof *all);

	for (size_t i = 0; i < lists->count; i++) {
		const struct list *list = &lists->list[i];
		const char *base = build_name_id(builder->arena, list->group), *id = base;
		for (int number = 2; dimension_taken(all, i, id); number++)
			id = arena_printf(builder->arena, "%s_%d", base, number);
		const char *codelist = arena_printf(builder->arena, "CL_%s_%s", id, suffix);
		while (sdmx_codelist_find(builder->model, codelist) != NULL)
			codelist = arena_printf(builder->arena, "%s_2", codelist);
		struct list first = only(builder, nothing, nothing_name);
		all[i] = (struct build_dimension){ .origin = list->group, .id = id, .concept = concept_of(builder, id, suffix, &list->name),
			.codelist = codelist };
		list_publish(builder, all[i].codelist, list->name, &first, list);
	}
	return all;
}

static void official_dimensions(struct builder *builder)
{
	struct lists lists = { .count = 0 };

	lists_read(builder, SNAPSHOT_sdmx_dimensions, NULL, &lists);
	lists_read_dims(builder, SNAPSHOT_sdmx_dims, &lists);
	builder->official_count = lists.count;
	builder->official = dimensions(builder, &lists, "OFFICIAL", SDMX_NOT_APPLICABLE, N_("Not applicable: the series has no such dimension"));
}

/* --- frameworks --- */

/* "Indicators: International Health Regulations" in every language that has both. */
static struct sdmx_names titled(struct arena *arena, const char *message, const struct sdmx_names *title)
{
	struct sdmx_names words = build_names(message), names = { { NULL } };

	for (size_t i = 0; i < SDMX_LANGUAGES; i++)
		if (words.text[i] != NULL || title->text[i] != NULL)
			names.text[i] = arena_printf(arena, "%s: %s", words.text[i] != NULL ? words.text[i] : words.text[0],
				title->text[i] != NULL ? title->text[i] : title->text[0]);
	return names;
}

static void read_extent(struct builder *builder, struct build_framework *framework)
{
	if (builder->err != ERR_OK)
		return;
	struct query *query = database_query(builder->db, SNAPSHOT_sdmx_extent);
	query_text(query, "framework", framework->code);
	if (query_next(query)) {
		framework->has_targets = query_column_int(query, 0) != 0;
		framework->has_items = query_column_int(query, 1) != 0;
	}
	builder->err = query_end(query, builder->error);
}

static void read_framework(struct builder *builder, struct build_framework *framework)
{
	struct lists lists = { .count = 0 };
	struct list overall = only(builder, SDMX_TOTAL, N_("All domains"));
	struct arena *arena = builder->arena;

	read_extent(builder, framework);
	publish(builder, arena_printf(arena, "CL_INDICATOR_%s", framework->id), titled(arena, N_("Indicators"), &framework->title), NULL,
		SNAPSHOT_sdmx_indicators, framework->code);
	publish(builder, arena_printf(arena, "CL_DOMAIN_%s", framework->id), titled(arena, N_("Domains"), &framework->title), &overall,
		SNAPSHOT_sdmx_domains, framework->code);
	if (framework->has_items)
		publish(builder, arena_printf(arena, "CL_ITEM_%s", framework->id), titled(arena, N_("Items of checklists"), &framework->title), NULL,
			SNAPSHOT_sdmx_items, framework->code);
	lists_read(builder, SNAPSHOT_sdmx_breakdowns, framework->code, &lists);
	framework->breakdown_count = lists.count;
	framework->breakdowns = dimensions(builder, &lists, framework->id, SDMX_TOTAL, N_("All: not broken down by this"));
}

static void frameworks(struct builder *builder)
{
	struct lists lists = { .count = 0 };

	lists_read(builder, SNAPSHOT_sdmx_frameworks, NULL, &lists);
	if (lists.count == 0 || builder->err != ERR_OK)
		return;
	const struct sdmx_codelist *codes = &lists.list[0].codes;
	builder->framework_count = codes->count;
	builder->frameworks = arena_array(builder->arena, codes->count, sizeof *builder->frameworks);
	builder->model->frameworks = arena_array(builder->arena, codes->count, sizeof *builder->model->frameworks);
	builder->model->framework_count = codes->count;
	for (size_t i = 0; i < codes->count; i++) {
		struct build_framework *framework = &builder->frameworks[i];
		framework->code = codes->codes[i].origin;
		framework->id = codes->codes[i].id;
		framework->title = codes->codes[i].name;
		framework->description = codes->codes[i].description;
		builder->model->frameworks[i] = (struct sdmx_framework){ framework->code, framework->id, framework->title };
		read_framework(builder, framework);
	}
}

enum err sdmx_model_read(struct database *snapshot, struct arena *arena, struct sdmx_model **model, struct error *error)
{
	struct builder builder = { .db = snapshot, .arena = arena, .error = error, .model = arena_alloc(arena, sizeof **model) };

	*model = builder.model;
	while (builder.model->language_count < SDMX_LANGUAGES && i18n_languages[builder.model->language_count].code != NULL)
		builder.model->language_count++;
	builder.model->run = read_meta(&builder, "run");
	builder.model->audience = read_meta(&builder, "audience");
	builder.model->made_at = read_meta(&builder, "made_at");
	builder.model->methods = read_meta(&builder, "methods");
	build_concepts(&builder);
	lists_publish_fixed(&builder);
	common_lists(&builder);
	official_dimensions(&builder);
	frameworks(&builder);
	if (builder.err == ERR_OK)
		build_flows(&builder);
	return builder.err;
}

/* --- looking things up --- */

const struct sdmx_flow *sdmx_flow_find(const struct sdmx_model *model, const char *id)
{
	for (size_t i = 0; i < model->flow_count; i++)
		if (strcmp(model->flows[i].id, id) == 0)
			return &model->flows[i];
	return NULL;
}

const struct sdmx_codelist *sdmx_codelist_find(const struct sdmx_model *model, const char *id)
{
	for (size_t i = 0; i < model->codelist_count; i++)
		if (strcmp(model->codelists[i].id, id) == 0)
			return &model->codelists[i];
	return NULL;
}

const struct sdmx_code *sdmx_code_find(const struct sdmx_codelist *codelist, const char *id)
{
	for (size_t i = 0; i < codelist->count; i++)
		if (strcmp(codelist->codes[i].id, id) == 0)
			return &codelist->codes[i];
	return NULL;
}

size_t sdmx_component_find(const struct sdmx_flow *flow, const char *id)
{
	size_t i = 0;

	while (i < flow->count && strcmp(flow->components[i].id, id) != 0)
		i++;
	return i;
}

const char *sdmx_name(const struct sdmx_names *names, const char *language)
{
	for (size_t i = 0; i < SDMX_LANGUAGES && i18n_languages[i].code != NULL; i++)
		if (strcmp(i18n_languages[i].code, language) == 0 && names->text[i] != NULL)
			return names->text[i];
	return names->text[0];
}

const char *sdmx_flow_urn(struct arena *arena, const struct sdmx_flow *flow)
{
	return arena_printf(arena, "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=" SDMX_AGENCY ":%s(" SDMX_VERSION ")", flow->id);
}

const char *sdmx_structure_urn(struct arena *arena, const struct sdmx_flow *flow)
{
	return arena_printf(arena, "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=" SDMX_AGENCY ":%s(" SDMX_VERSION ")", flow->id);
}

const char *sdmx_flow_ids(const struct sdmx_model *model, struct arena *arena)
{
	const char *ids = "";

	for (size_t i = 0; i < model->flow_count; i++)
		ids = arena_printf(arena, "%s%s%s", ids, i > 0 ? ", " : "", model->flows[i].id);
	return ids;
}
