/* flows: the data structures of the dataflows, as tables; see build.h and model.h. */
#include <string.h>

#include "cgi/data/sdmx/build.h"
#include "indicators/base/i18n.h"

/* --- concepts: every component has one of the same id --- */

static const struct {
	const char *id, *name, *description;
} concepts[] = {
	{ "FREQ", N_("Frequency"), N_("How often figures of the series are reported.") },
	{ "REF_AREA", N_("Reference area"), N_("The government that a figure is of, or the region.") },
	{ "INDICATOR", N_("Indicator"), NULL },
	{ "DOMAIN", N_("Domain"), N_("Group of indicators.") },
	{ "STATISTIC", N_("Statistic of the region"), NULL },
	{ "ITEM", N_("Item of a checklist"), NULL },
	{ "ANSWER", N_("Answer"), N_("What became of the questions of a period.") },
	{ "SDG_TARGET", N_("SDG target"), NULL },
	{ "SERIES", N_("Official series"), N_("A series of the UN SDG Global Database.") },
	{ "TIME_PERIOD", N_("Time period"), N_("The period that a figure is of.") },
	{ "OBS_VALUE", N_("Value"), NULL },
	{ "NUMERATOR", N_("Numerator"), NULL },
	{ "DENOMINATOR", N_("Denominator"), NULL },
	{ "SCORE", N_("Score"), N_("From 0 to 100; counts and rates have none.") },
	{ "SHARE", N_("Share of the whole"), N_("In percent of the whole count.") },
	{ "CHANGE", N_("Change"), N_("Against the last period with data, where the definitions are the same.") },
	{ "PROGRESS_RATIO", N_("Rate of progress"), N_("The growth rate so far over the one that leads to the target; without a target the growth rate itself.") },
	{ "BASE_VALUE", N_("Value of the base year"), NULL },
	{ "CURRENT_VALUE", N_("Newest value"), NULL },
	{ "TARGET_VALUE", N_("Target value"), NULL },
	{ "UN2023_RATIO", N_("Ratio of the UN Progress Chart 2023"), NULL },
	{ "OBS_STATUS", N_("Status of the observation"), N_("Tells a plain figure, suppressed, missing, not available and not applicable apart.") },
	{ "CONF_STATUS", N_("Confidentiality"), N_("Whether something is held back, and how.") },
	{ "UNIT_MEASURE", N_("Unit"), NULL },
	{ "DEFINITION_VERSION", N_("Version of the definition"), N_("Another version of the indicator is a break in series.") },
	{ "CARRIED_FROM", N_("Carried forward from"), N_("The period that the figure was reported for.") },
	{ "REASON", N_("Reason"), N_("Why a figure is not available or not applicable, in the government's words.") },
	{ "SOURCE", N_("Source"), NULL },
	{ "COMMENT_OBS", N_("Note"), N_("Of a correction: what was corrected and why.") },
	{ "N_REPORTING", N_("Participants in the figure"), NULL },
	{ "N_EXPECTED", N_("Participants expected to report"), NULL },
	{ "N_HIDDEN", N_("Participants whose value this audience may not see"), NULL },
	{ "HIDDEN_INCLUDED", N_("Values that this audience may not see are in the figure"), NULL },
	{ "N_SCORED", N_("Parts with a score"), N_("Indicators, or domains or governments, that the score is the mean of.") },
	{ "N_POSSIBLE", N_("Parts that could have a score"), NULL },
	{ "CHANGE_FROM", N_("Compared with"), N_("The period that the change is measured from.") },
	{ "NATURE", N_("Nature of the official figure"), NULL },
	{ "SOURCE_VALUE", N_("As its source wrote it"), N_("Where that is not a number.") },
	{ "VINTAGE", N_("Vintage"), N_("The edition of the official figures, by month.") },
	{ "PROGRESS", N_("Verdict by growth rate"), NULL },
	{ "UN2023_CLASS", N_("Class of the UN Progress Chart 2023"), NULL },
	{ "DIRECTION", N_("Direction"), NULL },
	{ "METHOD", N_("Method"), N_("1 without a target, 2 with one.") },
	{ "BASE_YEAR", N_("Base year"), NULL },
	{ "TARGET_YEAR", N_("Year of the target"), NULL },
	{ "PROGRESS_REASON", N_("Why there is no verdict"), NULL },
	{ "SERIES_UNIT", N_("Unit of the series"), N_("Of the base, newest and target values.") },
	{ "RUN", N_("Run"), N_("The id of the run that computed the figures.") },
	{ "AUDIENCE", N_("Audience"), N_("Whom the figures are for: public, donors or members.") },
	{ "METHODS", N_("Methods"), N_("Names and versions of the methods behind the figures.") },
};

#define CONCEPTS (sizeof concepts / sizeof *concepts)

bool build_reserved(const char *id)
{
	for (size_t i = 0; i < CONCEPTS; i++)
		if (strcmp(concepts[i].id, id) == 0)
			return true;
	return false;
}

void build_concepts(struct builder *builder)
{
	for (size_t i = 0; i < CONCEPTS; i++) {
		struct sdmx_names name = build_names(concepts[i].name);
		build_concept(builder, concepts[i].id, &name)->description = build_names(concepts[i].description);
	}
}

/* --- components: in the order of model.h; `column` is that of the flow's statement in statements/sdmx.sql --- */

enum { MANDATORY = 1, OF_VALUE = 2 };

/* The place of the dimensions that a catalogue has. */
#define CATALOGUE_DIMENSIONS "*"
#define CONSTANT (-1)

struct spec {
	const char *id;                  /* NULL ends the list */
	enum sdmx_role role;
	enum sdmx_type type;
	const char *codelist;            /* one that ends with _ belongs to the framework */
	int column;
	unsigned flags;
	const char *constant;
};

#define DIMENSION(id, codelist, column) { id, SDMX_DIMENSION, SDMX_CODED, codelist, column, 0, NULL }
#define PERIOD(column) { "TIME_PERIOD", SDMX_TIME, SDMX_PERIOD, NULL, column, 0, NULL }
#define MEASURE(id, column) { id, SDMX_MEASURE, SDMX_NUMBER, NULL, column, 0, NULL }
#define CODED(id, codelist, column, flags) { id, SDMX_ATTRIBUTE, SDMX_CODED, codelist, column, flags, NULL }
#define UNCODED(id, type, column, flags) { id, SDMX_ATTRIBUTE, type, NULL, column, flags, NULL }
#define STATUS(column) CODED("OBS_STATUS", "CL_OBS_STATUS", column, MANDATORY), CODED("CONF_STATUS", "CL_CONF_STATUS", (column) + 1, MANDATORY)
#define UNIT(column) CODED("UNIT_MEASURE", "CL_UNIT", column, OF_VALUE)
#define UNIT_ALWAYS(unit) { "UNIT_MEASURE", SDMX_ATTRIBUTE, SDMX_CODED, "CL_UNIT", CONSTANT, MANDATORY | OF_VALUE, unit }
#define NO_MORE { NULL, SDMX_ATTRIBUTE, SDMX_TEXT, NULL, 0, 0, NULL }

static const struct spec answers[] = {
	DIMENSION("FREQ", "CL_FREQ", 0), DIMENSION("REF_AREA", "CL_AREA", 1), DIMENSION("INDICATOR", "CL_INDICATOR_", 2), PERIOD(3),
	MEASURE("OBS_VALUE", 4), MEASURE("NUMERATOR", 5), MEASURE("DENOMINATOR", 6), MEASURE("SCORE", 7), STATUS(8), UNIT(10),
	UNCODED("DEFINITION_VERSION", SDMX_INTEGER, 11, MANDATORY), UNCODED("CARRIED_FROM", SDMX_PERIOD, 12, 0), UNCODED("REASON", SDMX_TEXT, 13, 0),
	UNCODED("SOURCE", SDMX_TEXT, 14, 0), UNCODED("COMMENT_OBS", SDMX_TEXT, 15, 0), NO_MORE
};

static const struct spec breakdowns[] = {
	DIMENSION("FREQ", "CL_FREQ", 0), DIMENSION("REF_AREA", "CL_AREA", 1), DIMENSION("INDICATOR", "CL_INDICATOR_", 2),
	DIMENSION(CATALOGUE_DIMENSIONS, NULL, 3), PERIOD(5), MEASURE("OBS_VALUE", 6), MEASURE("SHARE", 7), STATUS(8), UNIT(10),
	UNCODED("DEFINITION_VERSION", SDMX_INTEGER, 11, MANDATORY), NO_MORE
};

static const struct spec regional[] = {
	DIMENSION("FREQ", "CL_FREQ", 0), DIMENSION("REF_AREA", "CL_AREA", 1), DIMENSION("INDICATOR", "CL_INDICATOR_", 2),
	DIMENSION("STATISTIC", "CL_STATISTIC", 3), PERIOD(4), MEASURE("OBS_VALUE", 5), STATUS(6), UNIT(8),
	UNCODED("DEFINITION_VERSION", SDMX_INTEGER, 9, MANDATORY), UNCODED("N_REPORTING", SDMX_INTEGER, 10, MANDATORY),
	UNCODED("N_EXPECTED", SDMX_INTEGER, 11, MANDATORY), UNCODED("N_HIDDEN", SDMX_INTEGER, 12, MANDATORY),
	UNCODED("HIDDEN_INCLUDED", SDMX_FLAG, 13, MANDATORY), NO_MORE
};

static const struct spec domains[] = {
	DIMENSION("FREQ", "CL_FREQ", 0), DIMENSION("REF_AREA", "CL_AREA", 1), DIMENSION("DOMAIN", "CL_DOMAIN_", 2),
	DIMENSION("STATISTIC", "CL_STATISTIC", 3), PERIOD(4), MEASURE("OBS_VALUE", 5), MEASURE("CHANGE", 6), STATUS(7), UNIT_ALWAYS("SCORE_0_100"),
	UNCODED("CHANGE_FROM", SDMX_PERIOD, 9, 0), UNCODED("N_SCORED", SDMX_INTEGER, 10, 0), UNCODED("N_POSSIBLE", SDMX_INTEGER, 11, 0),
	UNCODED("N_REPORTING", SDMX_INTEGER, 12, 0), UNCODED("N_EXPECTED", SDMX_INTEGER, 13, 0), NO_MORE
};

static const struct spec items[] = {
	DIMENSION("FREQ", "CL_FREQ", 0), DIMENSION("REF_AREA", "CL_AREA", 1), DIMENSION("INDICATOR", "CL_INDICATOR_", 2),
	DIMENSION("ITEM", "CL_ITEM_", 3), PERIOD(4), MEASURE("OBS_VALUE", 5), STATUS(6), UNIT_ALWAYS("PARTICIPANTS"),
	UNCODED("DEFINITION_VERSION", SDMX_INTEGER, 8, MANDATORY), UNCODED("N_REPORTING", SDMX_INTEGER, 9, 0), NO_MORE
};

static const struct spec coverage[] = {
	DIMENSION("FREQ", "CL_FREQ", 0), DIMENSION("REF_AREA", "CL_AREA", 1), DIMENSION("ANSWER", "CL_ANSWER", 2), PERIOD(3),
	MEASURE("OBS_VALUE", 4), STATUS(5), UNIT_ALWAYS("INDICATORS"), NO_MORE
};

static const struct spec compliance[] = {
	DIMENSION("FREQ", "CL_FREQ", 0), DIMENSION("REF_AREA", "CL_AREA", 1), DIMENSION("SDG_TARGET", "CL_SDG_TARGET", 2), PERIOD(3),
	MEASURE("OBS_VALUE", 4), STATUS(5), UNIT_ALWAYS("SCORE_0_100"), UNCODED("N_SCORED", SDMX_INTEGER, 7, MANDATORY),
	UNCODED("N_POSSIBLE", SDMX_INTEGER, 8, MANDATORY), NO_MORE
};

static const struct spec official[] = {
	DIMENSION("FREQ", "CL_FREQ", 0), DIMENSION("REF_AREA", "CL_AREA", 1), DIMENSION("SERIES", "CL_SERIES", 2),
	DIMENSION(CATALOGUE_DIMENSIONS, NULL, 3), PERIOD(4), MEASURE("OBS_VALUE", 5), STATUS(6), UNIT(8), CODED("NATURE", "CL_NATURE", 9, 0),
	UNCODED("SOURCE_VALUE", SDMX_TEXT, 10, 0), UNCODED("VINTAGE", SDMX_TEXT, 11, MANDATORY), NO_MORE
};

static const struct spec progress[] = {
	DIMENSION("FREQ", "CL_FREQ", 0), DIMENSION("REF_AREA", "CL_AREA", 1), DIMENSION("SERIES", "CL_SERIES", 2),
	DIMENSION(CATALOGUE_DIMENSIONS, NULL, 3), PERIOD(4), MEASURE("OBS_VALUE", 5), MEASURE("PROGRESS_RATIO", 6), MEASURE("BASE_VALUE", 7),
	MEASURE("CURRENT_VALUE", 8), MEASURE("TARGET_VALUE", 9), MEASURE("UN2023_RATIO", 10), STATUS(11), UNIT_ALWAYS("PROGRESS_SCORE"),
	CODED("PROGRESS", "CL_PROGRESS", 13, MANDATORY), CODED("UN2023_CLASS", "CL_UN2023_CLASS", 14, 0), CODED("DIRECTION", "CL_DIRECTION", 15, MANDATORY),
	UNCODED("METHOD", SDMX_INTEGER, 16, MANDATORY), UNCODED("BASE_YEAR", SDMX_INTEGER, 17, 0), UNCODED("TARGET_YEAR", SDMX_INTEGER, 18, 0),
	CODED("PROGRESS_REASON", "CL_PROGRESS_REASON", 19, 0), CODED("SERIES_UNIT", "CL_UNIT", 20, 0), UNCODED("VINTAGE", SDMX_TEXT, 21, MANDATORY),
	NO_MORE
};

/* What every figure of a data set shares. */
static const char *const on_dataset[] = { "RUN", "AUDIENCE", "METHODS" };
#define ON_DATASET (sizeof on_dataset / sizeof *on_dataset)

/* --- one dataflow --- */

static const struct sdmx_concept *concept(const struct sdmx_model *model, const char *id)
{
	for (size_t i = 0; i < model->concept_count; i++)
		if (strcmp(model->concepts[i].id, id) == 0)
			return &model->concepts[i];
	return NULL;
}

static const struct sdmx_codelist *codelist(struct builder *builder, const char *id, const struct build_framework *framework)
{
	size_t length = strlen(id);

	return sdmx_codelist_find(builder->model, id[length - 1] == '_' ? arena_printf(builder->arena, "%s%s", id, framework->id) : id);
}

static struct sdmx_component *add(struct builder *builder, struct sdmx_flow *flow, const struct spec *spec, const struct build_framework *framework)
{
	struct sdmx_component *component = &flow->components[flow->count++];

	*component = (struct sdmx_component){ .id = spec->id, .concept = concept(builder->model, spec->id), .role = spec->role, .type = spec->type,
		.mandatory = (spec->flags & MANDATORY) != 0, .of_value = (spec->flags & OF_VALUE) != 0, .column = spec->column, .constant = spec->constant };
	if (spec->codelist != NULL)
		component->codelist = codelist(builder, spec->codelist, framework);
	flow->dimension_count += spec->role == SDMX_DIMENSION;
	flow->measure_count += spec->role == SDMX_MEASURE;
	return component;
}

static void add_catalogue(struct builder *builder, struct sdmx_flow *flow, int column, const struct build_dimension *dimensions, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct spec spec = { dimensions[i].id, SDMX_DIMENSION, SDMX_CODED, NULL, column, 0, NULL };
		struct sdmx_component *component = add(builder, flow, &spec, NULL);
		component->concept = concept(builder->model, dimensions[i].concept);
		component->codelist = sdmx_codelist_find(builder->model, dimensions[i].codelist);
		component->dimension = dimensions[i].origin;
	}
}

static void add_dataset(struct builder *builder, struct sdmx_flow *flow)
{
	const char *const values[ON_DATASET] = { builder->model->run, builder->model->audience, builder->model->methods };

	for (size_t i = 0; i < ON_DATASET; i++) {
		struct spec spec = { on_dataset[i], SDMX_ATTRIBUTE, SDMX_TEXT, NULL, CONSTANT, MANDATORY, values[i] };
		add(builder, flow, &spec, NULL)->on_dataset = true;
	}
}

static void add_flow(struct builder *builder, enum sdmx_kind kind, const char *id, const struct spec *specs, const struct build_framework *framework,
	const char *name, const char *description)
{
	struct sdmx_flow *flow = &builder->model->flows[builder->model->flow_count++];
	const struct build_dimension *dimensions = framework != NULL ? framework->breakdowns : builder->official;
	size_t count = framework != NULL ? framework->breakdown_count : builder->official_count, room = ON_DATASET + count;

	for (const struct spec *spec = specs; spec->id != NULL; spec++)
		room++;
	*flow = (struct sdmx_flow){ .id = id, .kind = kind, .name = build_names(name), .description = build_names(description),
		.components = arena_array(builder->arena, room, sizeof *flow->components) };
	for (const struct spec *spec = specs; spec->id != NULL; spec++)
		if (strcmp(spec->id, CATALOGUE_DIMENSIONS) == 0)
			add_catalogue(builder, flow, spec->column, dimensions, count);
		else
			add(builder, flow, spec, framework);
	add_dataset(builder, flow);
	if (framework == NULL)
		return;
	flow->framework = framework->code;
	flow->id = arena_printf(builder->arena, "%s_%s", id, framework->id);
	for (size_t i = 0; i < builder->model->language_count; i++)
		if (flow->name.text[i] != NULL || framework->title.text[i] != NULL)
			flow->name.text[i] = arena_printf(builder->arena, "%s: %s",
				framework->title.text[i] != NULL ? framework->title.text[i] : framework->title.text[0],
				flow->name.text[i] != NULL ? flow->name.text[i] : flow->name.text[0]);
}

static void framework_flows(struct builder *builder, const struct build_framework *framework)
{
	add_flow(builder, SDMX_ANSWERS, "ANSWERS", answers, framework, N_("answers of the governments"),
		N_("What each government answered, with the status of what is no plain figure. What was asked and has no answer that this audience may see is there as missing."));
	if (framework->breakdown_count > 0)
		add_flow(builder, SDMX_BREAKDOWNS, "BREAKDOWNS", breakdowns, framework, N_("breakdowns of counts"),
			N_("Counts by one category at a time, after disclosure control; the other dimensions are _T. Where all are, it is the whole count."));
	add_flow(builder, SDMX_REGIONAL, "REGIONAL", regional, framework, N_("statistics of the region"),
		N_("Simple, unweighted statistics over the governments that reported. Of ladders, yes or no and checklists they are those of the scores from 0 to 100."));
	add_flow(builder, SDMX_DOMAINS, "DOMAINS", domains, framework, N_("scores of the domains"),
		N_("Scores of each government, and the region's spread of them. The domain _T is the overall score."));
	if (framework->has_items)
		add_flow(builder, SDMX_ITEMS, "ITEMS", items, framework, N_("checklists, item by item"),
			N_("How many governments meet each item, of those that told which; missing where they are too few."));
	add_flow(builder, SDMX_COVERAGE, "COVERAGE", coverage, framework, N_("coverage"),
		N_("How many indicators each government was asked for (_T), and how many it answered how, as far as this audience may see."));
	if (framework->has_targets)
		add_flow(builder, SDMX_COMPLIANCE, "COMPLIANCE", compliance, framework, N_("compliance by SDG target"),
			N_("The mean score of the indicators that serve a target, of each government and of the region; missing where there is not enough."));
}

void build_flows(struct builder *builder)
{
	bool series = sdmx_codelist_find(builder->model, "CL_SERIES")->count > 0;

	builder->model->flows = arena_array(builder->arena, builder->framework_count * 7 + 2, sizeof *builder->model->flows);
	for (size_t i = 0; i < builder->framework_count; i++)
		framework_flows(builder, &builder->frameworks[i]);
	if (!series)
		return;
	add_flow(builder, SDMX_OFFICIAL, "OFFICIAL", official, NULL, N_("Official series of the UN SDG Global Database"),
		N_("Figures of the United Nations Statistics Division, CC BY 4.0: for each government the newest edition that has them."));
	add_flow(builder, SDMX_PROGRESS, "PROGRESS", progress, NULL, N_("Progress of the official series"),
		N_("Verdicts of two methods on each official series. The value is the score of the first, from −5 to 5; the time period is the year of the newest value."));
}
