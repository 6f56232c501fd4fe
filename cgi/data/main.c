/* data.fcgi: the figures of one snapshot as files, for one audience; errors are problem documents. */
#include "cgi/data/data.h"
#include "cgi/data/sdmx/sdmx.h"

#define FRAMEWORK { .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 }
#define INDICATOR { .name = "indicator", .type = PARAM_CODE, .required = true, .max = 64 }
#define PERIOD { .name = "period", .type = PARAM_CODE, .max = 16 }
#define SERIES { .name = "series", .type = PARAM_CODE, .max = 64 }
#define PARTICIPANT { .name = "participant", .type = PARAM_CODE, .max = 64 }
#define TARGET { .name = "target", .type = PARAM_CODE, .max = 16 }
#define DOMAIN { .name = "domain", .type = PARAM_CODE, .required = true, .max = 64 }
#define DIMS { .name = "dims", .type = PARAM_LINE, .max = 500 }
#define NUMBER { .name = "number", .type = PARAM_INT, .required = true, .min = 1, .max = 1e6 }
#define LAST { .name = NULL }

/* The first names are parts of the address, as the patterns say; the others are filters. */
static const struct param_spec no_params[] = { LAST };
static const struct param_spec framework_params[] = { FRAMEWORK, LAST };
static const struct param_spec period_params[] = { FRAMEWORK, PERIOD, LAST };
static const struct param_spec indicator_params[] = { FRAMEWORK, INDICATOR, PERIOD, LAST };
static const struct param_spec country_params[] = { FRAMEWORK, PARTICIPANT, PERIOD, LAST };
static const struct param_spec sdg_params[] = { FRAMEWORK, TARGET, SERIES, PARTICIPANT, DIMS, LAST };
static const struct param_spec explain_sdg_params[] = { FRAMEWORK, SERIES, PARTICIPANT, DIMS, LAST };
static const struct param_spec explain_domain_params[] = { FRAMEWORK, DOMAIN, PARTICIPANT, PERIOD, LAST };
static const struct param_spec explain_target_params[] = { FRAMEWORK, TARGET, PARTICIPANT, PERIOD, LAST };
static const struct param_spec compare_params[] = {
	FRAMEWORK, { .name = "indicator", .type = PARAM_CODE, .max = 64, .repeated = true },
	{ .name = "domain", .type = PARAM_CODE, .max = 64, .repeated = true }, { .name = "participant", .type = PARAM_CODE, .max = 64, .repeated = true },
	{ .name = "from", .type = PARAM_CODE, .max = 16 }, { .name = "to", .type = PARAM_CODE, .max = 16 }, LAST,
};
static const struct param_spec release_params[] = { FRAMEWORK, PERIOD, NUMBER, LAST };

#define SNAPSHOT(list) .flags = ROUTE_PUBLIC | ROUTE_SNAPSHOT | ROUTE_DATED | ROUTE_STRICT, .params = list
#define TABLES(list, page) SNAPSHOT(list), .handler = data_get, .detail = &data_##page
#define CHOICE(list, page) SNAPSHOT(list), .handler = page##_get, .detail = &data_##page
/* The figures of a page: its address with an ending. The descriptions come first: an ending is looked for from the right. */
#define FILES_AS(kind, stem, list, page) \
	{ .pattern = stem ".csv-metadata.json", kind(list, page) }, { .pattern = stem "-metadata.json", kind(list, page) }, \
	{ .pattern = stem ".csv", kind(list, page) }, { .pattern = stem ".json", kind(list, page) }, { .pattern = stem ".xlsx", kind(list, page) }
#define FILES(stem, list, page) FILES_AS(TABLES, stem, list, page)
/* A page whose address ends in / is called index, and answers to the bare ending too. */
#define INDEX(stem, list, page) \
	FILES(stem "index", list, page), { .pattern = stem ".csv-metadata.json", TABLES(list, page) }, \
	{ .pattern = stem ".csv", TABLES(list, page) }, { .pattern = stem ".json", TABLES(list, page) }, \
	{ .pattern = stem ".xlsx", TABLES(list, page) }

/* Parts of the path may be left out from the end, with or without the slash before them. */
#define SDMX(path, what) { .pattern = path, .flags = ROUTE_PUBLIC | ROUTE_SNAPSHOT | ROUTE_DATED, .params = sdmx_params, \
	.handler = sdmx_get_##what, .variant = sdmx_##what##_variant }
#define SDMX_PART(path, what) SDMX(path, what), SDMX(path "/", what)
#define SDMX_PARTS(path, what) \
	SDMX_PART(path, what), SDMX_PART(path "/{context}", what), SDMX_PART(path "/{context}/{agency}", what), \
	SDMX_PART(path "/{context}/{agency}/{resource}", what), SDMX_PART(path "/{context}/{agency}/{resource}/{version}", what), \
	SDMX_PART(path "/{context}/{agency}/{resource}/{version}/{key}", what)
#define SDMX_STRUCTURE_TOO_DEEP(path) { .pattern = path, .flags = ROUTE_PUBLIC | ROUTE_SNAPSHOT, .params = sdmx_params, \
	.handler = sdmx_get_structure_too_deep }
#define SDMX_OTHER(path) { .pattern = path, .flags = ROUTE_PUBLIC | ROUTE_SNAPSHOT, .params = sdmx_params, .handler = sdmx_get_other }
#define SDMX_TOO_DEEP(path) { .pattern = path, .flags = ROUTE_PUBLIC | ROUTE_SNAPSHOT, .params = sdmx_params, .handler = sdmx_get_too_deep }

const struct route data_routes[] = {
	INDEX("/", no_params, home),
	FILES("/methods", no_params, methods),
	SDMX_PARTS("/sdmx/v2/data", data),
	SDMX_TOO_DEEP("/sdmx/v2/data/{context}/{agency}/{resource}/{version}/{key}/{component}"),
	SDMX_PARTS("/sdmx/v2/availability", availability),
	SDMX_PART("/sdmx/v2/availability/{context}/{agency}/{resource}/{version}/{key}/{component}", availability),
	SDMX_TOO_DEEP("/sdmx/v2/availability/{context}/{agency}/{resource}/{version}/{key}/{component}/{extra}"),
	SDMX_PARTS("/sdmx/v2/structure", structure),
	SDMX_STRUCTURE_TOO_DEEP("/sdmx/v2/structure/{context}/{agency}/{resource}/{version}/{key}/{component}"),
	SDMX_PARTS("/sdmx/v2/schema", schema),
	SDMX_OTHER("/sdmx/"),
	SDMX_OTHER("/sdmx/{version}"),
	SDMX_OTHER("/sdmx/{version}/"),
	SDMX_OTHER("/sdmx/{version}/{context}"),
	SDMX_OTHER("/sdmx/{version}/{context}/"),
	SDMX_OTHER("/sdmx/{version}/{context}/{agency}"),
	SDMX_OTHER("/sdmx/{version}/{context}/{agency}/{resource}"),
	SDMX_OTHER("/sdmx/{version}/{context}/{agency}/{resource}/{key}"),
	SDMX_OTHER("/sdmx/{version}/{context}/{agency}/{resource}/{key}/{component}"),
	{ .pattern = "/releases.atom", SNAPSHOT(no_params), .handler = releases_feed },
	FILES("/{framework}/regional", period_params, export_regional),
	FILES("/{framework}/answers", period_params, export_answers),
	FILES("/{framework}/cells", period_params, export_cells),
	FILES("/{framework}/coverage", period_params, export_coverage),
	FILES("/{framework}/items", period_params, export_items),
	FILES("/{framework}/sdg", framework_params, export_sdg),
	INDEX("/{framework}/", period_params, overview),
	FILES_AS(CHOICE, "/{framework}/compare", compare_params, compare),
	INDEX("/{framework}/indicators/", framework_params, indicators),
	FILES("/{framework}/indicators/{indicator}", indicator_params, indicator),
	INDEX("/{framework}/countries/", framework_params, countries),
	FILES("/{framework}/countries/{participant}", country_params, country),
	INDEX("/{framework}/sdg/", sdg_params, sdg),
	FILES("/{framework}/sdg/{target}", sdg_params, target),
	FILES("/{framework}/sdg/{target}/{series}", sdg_params, series),
	FILES("/{framework}/explain/{indicator}/{period}", indicator_params, explain),
	FILES("/{framework}/explain/domain/{domain}/{period}", explain_domain_params, explain_domain),
	FILES("/{framework}/explain/domain/{domain}/{period}/{participant}", explain_domain_params, explain_score),
	FILES("/{framework}/explain/compliance/{target}/{period}", explain_target_params, explain_compliance),
	FILES("/{framework}/explain/compliance/{target}/{period}/{participant}", explain_target_params, explain_compliance_one),
	FILES("/{framework}/explain/breakdown/{indicator}/{period}", indicator_params, explain_breakdown),
	FILES("/{framework}/explain/sdg/{series}/{participant}", explain_sdg_params, explain_sdg),
	INDEX("/{framework}/releases/", framework_params, releases),
	FILES("/{framework}/releases/{period}/{number}", release_params, release),
	{ .pattern = "/{framework}/releases/{period}/{number}.zip", SNAPSHOT(release_params), .handler = release_zip },
	{ .pattern = "/api/v1/openapi.json", SNAPSHOT(no_params), .handler = openapi_get },
	{ .pattern = NULL },
};

int main(void)
{
	static const struct program program = { .name = "data", .routes = data_routes, .opens = WEB_SNAPSHOT, .problems = true };

	return web_main(&program);
}
