/* page_report: /{framework}/report?period=…, the report of one round; report.h tells of its chapters. */
#include <string.h>

#include "cgi/dashboard/report.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

MUST_USE static enum err show_release(const struct report *report, struct template_dict *page, struct error *error)
{
	struct query *query = database_query(report->request->db, SNAPSHOT_report_release);

	query_text(query, "framework", report->framework->code);
	query_text(query, "period", report->period);
	if (query_next(query)) {
		template_set_int(page, K_RELEASE_NUMBER, query_column_int(query, 0));
		template_set(page, K_RELEASED, day_text(report->request->arena, query_column_text(query, 1)));
		if (!query_column_is_null(query, 2) && *query_column_text(query, 2) != '\0')
			template_set(template_section(page, K_RELEASE_NAME), K_TEXT, query_column_text(query, 2));
	}
	return query_end(query, error);
}

MUST_USE static enum err show_releases(const struct report *report, struct template_dict *page, struct error *error)
{
	struct query *query = database_query(report->request->db, SNAPSHOT_report_releases);

	query_text(query, "framework", report->framework->code);
	query_text(query, "period", report->period);
	while (query_next(query)) {
		struct template_dict *item = template_section(page, K_RELEASE_ITEM);
		template_set_int(item, K_NUMBER, query_column_int(query, 0));
		template_set(item, K_RELEASED, day_text(report->request->arena, query_column_text(query, 3)));
		if (*query_column_text(query, 1) != '\0')
			template_set(template_section(item, K_RELEASE_NAME), K_TEXT, query_column_text(query, 1));
		if (*query_column_text(query, 2) != '\0')
			template_set(template_section(item, K_NOTE_LINE), K_TEXT, query_column_text(query, 2));
	}
	return query_end(query, error);
}

static void show_cover(const struct report *report, struct template_dict *page)
{
	const char *list = "";

	for (size_t i = 0; i < report->participants.count; i++)
		list = arena_printf(report->request->arena, "%s%s%s", list, i > 0 ? ", " : "", report->participants.list[i].title);
	template_set(page, K_FRAMEWORK_TITLE, report->framework->title);
	template_set(page, K_PERIOD, report->period);
	template_set(page, K_PARTICIPANTS, list);
}

enum err report_methods(const struct report *report, struct template_dict *page, struct error *error)
{
	struct request *request = report->request;
	struct query *query = database_query(request->db, SNAPSHOT_methods_vintages);
	struct texts texts;

	template_set_int(page, K_MINIMUM, report->framework->minimum_reporting);
	while (query_next(query)) {
		struct template_dict *item = template_section(page, K_VINTAGE_ITEM);
		template_set(item, K_LABEL, query_column_text(query, 0));
		template_set(item, K_SOURCE, query_column_text(query, 2));
		template_set(item, K_FETCHED, day_text(request->arena, query_column_text(query, 3)));
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK)
		err = texts_read(request, "framework", report->framework->code, &texts, error);
	if (err != ERR_OK)
		return err;
	if (*texts_get(&texts, "source") != '\0')
		template_set(template_section(page, K_SOURCE_LINE), K_TEXT, texts_get(&texts, "source"));
	else
		template_show(page, K_CLEARED_HERE);
	if (*texts_get(&texts, "notice") != '\0')
		template_set(template_section(page, K_REMARK), K_TEXT, texts_get(&texts, "notice"));
	return ERR_OK;
}

MUST_USE static enum err show_chapters(struct report *report, struct template_dict *page, struct error *error)
{
	enum err err = report_read(report, error);

	if (err != ERR_OK)
		return err;
	show_cover(report, page);
	report_summary(report, page);
	report_domains(report, template_include(page, K_REPORT_DOMAINS, "report_domains.tpl"));
	report_trends(report, template_include(page, K_REPORT_TRENDS, "report_trends.tpl"));
	report_annex(report, template_include(page, K_REPORT_ANNEX, "report_annex.tpl"));
	for (size_t d = 1; d < report->domains.count; d++) {
		struct template_dict *entry = template_section(page, K_DOMAIN_ENTRY);
		template_set(entry, K_CODE, report->domains.list[d].code);
		template_set(entry, K_TITLE, report->domains.list[d].title);
	}
	for (size_t p = 0; p < report->participants.count; p++) {
		struct template_dict *entry = template_section(page, K_COUNTRY_ENTRY);
		template_set(entry, K_CODE, report->participants.list[p].code);
		template_set(entry, K_TITLE, report->participants.list[p].title);
	}
	/* More columns than an upright page holds. */
	if (report->participants.count > 6)
		template_set(page, K_SHAPE, "wide");
	err = report_sdg(report, template_include(page, K_REPORT_SDG, "report_sdg.tpl"), error);
	if (err == ERR_OK)
		err = show_release(report, page, error);
	if (err == ERR_OK)
		err = show_releases(report, page, error);
	return err == ERR_OK ? report_methods(report, page, error) : err;
}

enum err page_report(struct request *request, struct response *response, struct error *error)
{
	struct framework framework;
	struct report report = { .request = request, .framework = &framework };
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = periods_read(request, framework.code, &report.periods, error)) != ERR_OK)
		return err;
	size_t period = periods_find(&report.periods, request_text(request, "period"));
	if (period == report.periods.count)
		return missing_period(request, response, &framework, &report.periods, arena_printf(request->arena, "/%s/report", framework.code), error);
	report.period = report.periods.list[period].code;
	struct template_dict *page = response_page(response, "report.tpl",
		arena_printf(request->arena, _("%s: regional report, %s"), framework.title, report.period));
	response_style(response, "report.css");
	if (!request->stands_alone) {
		struct template_dict *site = template_section(page, K_ON_SITE);
		page_links(site, request, &framework);
		template_set(site, K_FRAMEWORK_TITLE, framework.title);
		page_periods(site, K_PERIODS, request, &report.periods, period, arena_printf(request->arena, "/%s/report", framework.code));
	}
	report.periods.count = period + 1;
	err = show_chapters(&report, page, error);
	return err == ERR_OK ? page_run(request, page, error) : err;
}
