/* data.fcgi: the figures of one snapshot's pages as CSV and JSON, for one audience; errors are problem documents. */
#include "cgi/data/data.h"
#include "cgi/data/sdmx/sdmx.h"
#include "indicators/snapshot/export.h"

static const struct param_spec page_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .max = 64 },
	{ .name = "indicator", .type = PARAM_CODE, .max = 64 },
	{ .name = "participant", .type = PARAM_CODE, .max = 64 },
	{ .name = "target", .type = PARAM_CODE, .max = 16 },
	{ .name = "series", .type = PARAM_CODE, .max = 64 },
	{ .name = "period", .type = PARAM_CODE, .max = 16 },
	{ .name = "dims", .type = PARAM_LINE, .max = 500 },
	{ .name = "domain", .type = PARAM_CODE, .max = 64 },
	{ .name = NULL },
};

static const struct param_spec compare_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .max = 64 },
	{ .name = "indicator", .type = PARAM_CODE, .max = 64, .repeated = true },
	{ .name = "domain", .type = PARAM_CODE, .max = 64, .repeated = true },
	{ .name = "participant", .type = PARAM_CODE, .max = 64, .repeated = true },
	{ .name = "from", .type = PARAM_CODE, .max = 16 },
	{ .name = "to", .type = PARAM_CODE, .max = 16 },
	{ .name = NULL },
};

/* --- one handler a page --- */

#define HANDLER(page) \
	static enum err get_##page(struct request *request, struct response *response, struct error *error) \
	{ \
		return data_send(request, response, &data_##page, error); \
	}

HANDLER(home)
HANDLER(overview)
HANDLER(indicators)
HANDLER(indicator)
HANDLER(countries)
HANDLER(country)
HANDLER(sdg)
HANDLER(target)
HANDLER(explain)
HANDLER(explain_domain)
HANDLER(explain_score)
HANDLER(explain_compliance)
HANDLER(explain_compliance_one)
HANDLER(explain_breakdown)
HANDLER(explain_sdg)
HANDLER(methods)

/* --- the exports, the same as of `monitor export` --- */

static enum err put(void *context, const char *text, size_t length, struct error *error)
{
	buffer_append(context, text, length);
	return buffer_check(context, error);
}

static enum err send_export(struct request *request, struct response *response, enum export_kind kind, struct error *error)
{
	struct buffer *out = response_body(response, "text/csv; charset=utf-8; header=present");

	return export_csv(request->db, kind, request_text(request, "framework"),
		request_state(request, "period") == PARAM_OK ? request_text(request, "period") : NULL, put, out, error);
}

static enum err get_regional(struct request *request, struct response *response, struct error *error)
{
	return send_export(request, response, EXPORT_REGIONAL, error);
}

static enum err get_answers(struct request *request, struct response *response, struct error *error)
{
	return send_export(request, response, EXPORT_ANSWERS, error);
}

static enum err get_cells(struct request *request, struct response *response, struct error *error)
{
	return send_export(request, response, EXPORT_CELLS, error);
}

static enum err get_sdg_export(struct request *request, struct response *response, struct error *error)
{
	return send_export(request, response, EXPORT_SDG, error);
}

#define DATA .flags = ROUTE_PUBLIC | ROUTE_SNAPSHOT | ROUTE_DATED, .params = page_params
#define COMPARE .flags = ROUTE_PUBLIC | ROUTE_SNAPSHOT, .params = compare_params, .handler = compare_get
#define BOTH(stem, page) { .pattern = stem ".csv", DATA, .handler = get_##page }, { .pattern = stem ".json", DATA, .handler = get_##page }
/* A page whose address ends in / is called index, and answers to the bare ending too. */
#define INDEX(stem, page) BOTH(stem "index", page), BOTH(stem, page)

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

static const struct route routes[] = {
	INDEX("/", home),
	BOTH("/methods", methods),
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
	{ .pattern = "/releases.atom", DATA, .handler = releases_feed },
	{ .pattern = "/{framework}/regional.csv", DATA, .handler = get_regional },
	{ .pattern = "/{framework}/answers.csv", DATA, .handler = get_answers },
	{ .pattern = "/{framework}/cells.csv", DATA, .handler = get_cells },
	{ .pattern = "/{framework}/sdg.csv", DATA, .handler = get_sdg_export },
	{ .pattern = "/{framework}/compare.csv", COMPARE }, { .pattern = "/{framework}/compare.json", COMPARE },
	INDEX("/{framework}/", overview),
	INDEX("/{framework}/indicators/", indicators),
	BOTH("/{framework}/indicators/{indicator}", indicator),
	INDEX("/{framework}/countries/", countries),
	BOTH("/{framework}/countries/{participant}", country),
	INDEX("/{framework}/sdg/", sdg),
	BOTH("/{framework}/sdg/{target}", target),
	BOTH("/{framework}/explain/{indicator}/{period}", explain),
	BOTH("/{framework}/explain/domain/{domain}/{period}", explain_domain),
	BOTH("/{framework}/explain/domain/{domain}/{period}/{participant}", explain_score),
	BOTH("/{framework}/explain/compliance/{target}/{period}", explain_compliance),
	BOTH("/{framework}/explain/compliance/{target}/{period}/{participant}", explain_compliance_one),
	BOTH("/{framework}/explain/breakdown/{indicator}/{period}", explain_breakdown),
	BOTH("/{framework}/explain/sdg/{series}/{participant}", explain_sdg),
	{ .pattern = NULL },
};

int main(void)
{
	static const struct program program = { .name = "data", .routes = routes, .opens = WEB_SNAPSHOT, .problems = true };

	return web_main(&program);
}
