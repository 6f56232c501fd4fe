/* dashboard.fcgi: the pages of one snapshot, for one audience. */
#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/figure_file.h"

static const struct param_spec framework_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "period", .type = PARAM_CODE, .max = 16 },
	{ .name = NULL },
};

static const struct param_spec indicators_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "q", .type = PARAM_LINE, .max = 400 },
	{ .name = NULL },
};

static const struct param_spec indicator_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "indicator", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "period", .type = PARAM_CODE, .max = 16 },
	{ .name = NULL },
};

static const struct param_spec country_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "participant", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "period", .type = PARAM_CODE, .max = 16 },
	{ .name = NULL },
};

static const struct param_spec sdg_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "goal", .type = PARAM_CODE, .max = 16 },
	{ .name = NULL },
};

static const struct param_spec target_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "target", .type = PARAM_CODE, .required = true, .max = 16 },
	{ .name = NULL },
};

static const struct param_spec series_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "target", .type = PARAM_CODE, .required = true, .max = 16 },
	{ .name = "series", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = NULL },
};

static const struct param_spec explain_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "indicator", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "period", .type = PARAM_CODE, .required = true, .max = 16 },
	{ .name = NULL },
};

static const struct param_spec explain_sdg_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "series", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "participant", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "dims", .type = PARAM_LINE, .max = 500 },
	{ .name = NULL },
};

static const struct param_spec explain_domain_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "domain", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "period", .type = PARAM_CODE, .required = true, .max = 16 },
	{ .name = "participant", .type = PARAM_CODE, .max = 64 },
	{ .name = NULL },
};

static const struct param_spec explain_compliance_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "target", .type = PARAM_CODE, .required = true, .max = 16 },
	{ .name = "period", .type = PARAM_CODE, .required = true, .max = 16 },
	{ .name = "participant", .type = PARAM_CODE, .max = 64 },
	{ .name = NULL },
};

/* The names are those of struct figure_ref; what a kind of chart does not heed, its page refuses. */
static const struct param_spec chart_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "kind", .type = PARAM_CODE, .required = true, .max = 32 },
	{ .name = "code", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "period", .type = PARAM_CODE, .max = 16 },
	{ .name = "participant", .type = PARAM_CODE, .max = 64 },
	{ .name = "dims", .type = PARAM_LINE, .max = 500 },
	{ .name = "theme", .type = PARAM_CODE, .max = 16 },
	{ .name = "width", .type = PARAM_INT, .min = FIGURE_WIDTH_LEAST, .max = FIGURE_WIDTH_MOST },
	{ .name = NULL },
};

static const struct param_spec release_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "period", .type = PARAM_CODE, .required = true, .max = 16 },
	{ .name = "number", .type = PARAM_INT, .required = true, .min = 1, .max = 1e6 },
	{ .name = NULL },
};

static const struct param_spec compare_params[] = {
	{ .name = "framework", .type = PARAM_CODE, .required = true, .max = 64 },
	{ .name = "indicator", .type = PARAM_CODE, .max = 64, .repeated = true },
	{ .name = "domain", .type = PARAM_CODE, .max = 64, .repeated = true },
	{ .name = "participant", .type = PARAM_CODE, .max = 64, .repeated = true },
	{ .name = "from", .type = PARAM_CODE, .max = 16 },
	{ .name = "to", .type = PARAM_CODE, .max = 16 },
	{ .name = "official", .type = PARAM_FLAG },
	{ .name = NULL },
};

static const struct param_spec no_params[] = { { .name = NULL } };

#define PAGE .flags = ROUTE_PUBLIC | ROUTE_SNAPSHOT

static const struct route routes[] = {
	{ .pattern = "/", PAGE, .params = no_params, .handler = page_home },
	{ .pattern = "/data", PAGE, .params = no_params, .handler = page_data },
	{ .pattern = "/methods", PAGE, .params = no_params, .handler = page_methods },
	{ .pattern = "/{framework}/", PAGE, .params = framework_params, .handler = page_overview },
	{ .pattern = "/{framework}/compare", PAGE, .params = compare_params, .handler = page_compare },
	{ .pattern = "/{framework}/report", PAGE, .params = framework_params, .handler = page_report },
	{ .pattern = "/{framework}/report/annex", PAGE, .params = framework_params, .handler = page_report_annex },
	{ .pattern = "/{framework}/indicators/", PAGE, .params = indicators_params, .handler = page_indicators },
	{ .pattern = "/{framework}/indicators/{indicator}", PAGE, .params = indicator_params, .handler = page_indicator },
	{ .pattern = "/{framework}/countries/", PAGE, .params = framework_params, .handler = page_countries },
	{ .pattern = "/{framework}/countries/{participant}", PAGE, .params = country_params, .handler = page_country },
	{ .pattern = "/{framework}/countries/{participant}/profile", PAGE, .params = country_params, .handler = page_country_profile },
	{ .pattern = "/{framework}/sdg/", PAGE, .params = sdg_params, .handler = page_sdg },
	{ .pattern = "/{framework}/sdg/{target}", PAGE, .params = target_params, .handler = page_target },
	{ .pattern = "/{framework}/sdg/{target}/{series}", PAGE, .params = series_params, .handler = page_series },
	{ .pattern = "/{framework}/releases/", PAGE, .params = framework_params, .handler = page_releases },
	{ .pattern = "/{framework}/releases/{period}/{number}", PAGE, .params = release_params, .handler = page_release },
	{ .pattern = "/{framework}/explain/{indicator}/{period}", PAGE, .params = explain_params, .handler = page_explain },
	{ .pattern = "/{framework}/explain/domain/{domain}/{period}", PAGE, .params = explain_domain_params, .handler = page_explain_domain },
	{ .pattern = "/{framework}/explain/domain/{domain}/{period}/{participant}", PAGE, .params = explain_domain_params,
		.handler = page_explain_score },
	{ .pattern = "/{framework}/explain/compliance/{target}/{period}", PAGE, .params = explain_compliance_params,
		.handler = page_explain_compliance },
	{ .pattern = "/{framework}/explain/compliance/{target}/{period}/{participant}", PAGE, .params = explain_compliance_params,
		.handler = page_explain_compliance_one },
	{ .pattern = "/{framework}/explain/breakdown/{indicator}/{period}", PAGE, .params = explain_params, .handler = page_explain_breakdown },
	{ .pattern = "/{framework}/explain/sdg/{series}/{participant}", PAGE, .params = explain_sdg_params, .handler = page_explain_sdg },
	{ .pattern = "/{framework}/charts/{kind}/{code}.svg", PAGE | ROUTE_NO_COOKIES, .params = chart_params, .handler = page_chart_svg },
	{ .pattern = "/{framework}/charts/{kind}/{code}.png", PAGE | ROUTE_NO_COOKIES, .params = chart_params, .handler = page_chart_png },
	{ .pattern = "/{framework}/embed/{kind}/{code}", PAGE | ROUTE_NO_COOKIES, .params = chart_params, .handler = page_embed },
	{ .pattern = NULL },
};

int main(int count, char **words)
{
	static const struct program program = { .name = "dashboard", .routes = routes, .opens = WEB_SNAPSHOT };

	return count > 1 ? web_render(&program, count, words) : web_main(&program);
}
