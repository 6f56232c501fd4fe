/*
 * page_report: /{framework}/report?period=…, the report of one round; report.h tells of its chapters. As a file it is one document; on the
 * screen it is two pages, so that the first is there at once: the region, and at …/report/annex what stands behind it.
 */
#include <string.h>

#include "cgi/dashboard/report.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

enum part { PART_REGION = 1, PART_ANNEX = 2 };

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

static const char *names_line(const struct report *report)
{
	const char *list = "";

	for (size_t i = 0; i < report->participants.count; i++)
		list = arena_printf(report->request->arena, "%s%s%s", list, i > 0 ? ", " : "", report->participants.list[i].title);
	return list;
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
	if (*texts_get(&texts, "notice") != '\0')
		template_set(template_section(page, K_REMARK), K_TEXT, texts_get(&texts, "notice"));
	return ERR_OK;
}

/* Whose word the answers are: what governments cleared here, or what a source outside published. */
static void show_origin(const struct report *report, struct template_dict *part)
{
	if (report->framework->source != NULL)
		template_set(template_section(part, K_SOURCE_LINE), K_TEXT, report->framework->source);
	else
		template_show(part, K_CLEARED_HERE);
}

MUST_USE static enum err show_methods(const struct report *report, struct template_dict *page, struct error *error)
{
	struct template_dict *part = template_include(page, K_REPORT_METHODS, "report_methods.tpl");
	enum err err = report_methods(report, part, error);

	template_set(part, K_FRAMEWORK_TITLE, report->framework->title);
	show_origin(report, part);
	if (err == ERR_OK)
		err = show_releases(report, part, error);
	return err == ERR_OK ? page_run(report->request, part, error) : err;
}

static void show_contents(const struct report *report, struct template_dict *page)
{
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
}

MUST_USE static enum err show_region(const struct report *report, struct template_dict *page, struct error *error)
{
	struct template_dict *cover = template_section(page, K_COVER);

	template_set(cover, K_PARTICIPANTS, names_line(report));
	report_summary(report, template_include(page, K_REPORT_SUMMARY, "report_summary.tpl"));
	report_domains(report, template_include(page, K_REPORT_DOMAINS, "report_domains.tpl"));
	report_trends(report, template_include(page, K_REPORT_TRENDS, "report_trends.tpl"));
	return show_release(report, cover, error);
}

MUST_USE static enum err show_annex(const struct report *report, struct template_dict *page, struct error *error)
{
	enum err err = report_sdg(report, template_include(page, K_REPORT_SDG, "report_sdg.tpl"), error);

	if (err == ERR_OK)
		err = show_methods(report, page, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *annex = template_include(page, K_REPORT_ANNEX, "report_annex.tpl");
	show_origin(report, annex);
	report_annex(report, annex);
	return ERR_OK;
}

MUST_USE static enum err show_chapters(struct report *report, unsigned parts, struct template_dict *page, struct error *error)
{
	enum err err = report_read(report, error);

	if (err != ERR_OK)
		return err;
	template_set(page, K_FRAMEWORK_TITLE, report->framework->title);
	template_set(page, K_PERIOD, report->period);
	show_origin(report, page);
	show_contents(report, page);
	/* More columns than an upright page holds. */
	if (report->participants.count > 6)
		template_set(page, K_SHAPE, "wide");
	if (parts & PART_REGION)
		err = show_region(report, page, error);
	return err == ERR_OK && parts & PART_ANNEX ? show_annex(report, page, error) : err;
}

/* Where the other part is: on a page of its own, or in this same document. */
static const char *part_href(const struct report *report, unsigned parts, enum part part)
{
	if (parts & part)
		return "";
	return arena_printf(report->request->arena, "%s/%s/report%s?period=%s", report->request->prefix, report->framework->code,
		part == PART_ANNEX ? "/annex" : "", report->period);
}

static void show_frame(const struct report *report, struct template_dict *page, unsigned parts, size_t period, const char *path)
{
	struct request *request = report->request;

	template_set(page, K_REGION_HREF, part_href(report, parts, PART_REGION));
	template_set(page, K_ANNEX_HREF, part_href(report, parts, PART_ANNEX));
	if (!(parts & PART_ANNEX))
		template_show(page, K_NEXT);
	if (!(parts & PART_REGION))
		template_show(page, K_CONTINUED);
	if (request->stands_alone)
		return;
	struct template_dict *site = template_section(page, K_ON_SITE);
	page_links(site, request, report->framework);
	page_periods(site, K_PERIODS, request, &report->periods, period, path);
}

MUST_USE static enum err report_page(struct request *request, struct response *response, unsigned parts, struct error *error)
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
	const char *path = arena_printf(request->arena, "/%s/report%s", framework.code, parts & PART_REGION ? "" : "/annex");
	size_t period = periods_find(&report.periods, request_text(request, "period"));
	if (period == report.periods.count)
		return missing_period(request, response, &framework, &report.periods, path, error);
	report.period = report.periods.list[period].code;
	struct template_dict *page = response_page(response, "report.tpl", arena_printf(request->arena, parts & PART_REGION ?
		_("%s: regional report, %s") : _("%s: regional report, %s: SDG targets, methods, annex"), framework.title, report.period));
	response_style(response, "report.css");
	show_frame(&report, page, parts, period, path);
	report.periods.count = period + 1;
	err = show_chapters(&report, parts, page, error);
	return err == ERR_OK ? page_run(request, page, error) : err;
}

enum err page_report(struct request *request, struct response *response, struct error *error)
{
	return report_page(request, response, request->stands_alone ? PART_REGION | PART_ANNEX : PART_REGION, error);
}

enum err page_report_annex(struct request *request, struct response *response, struct error *error)
{
	return report_page(request, response, PART_ANNEX, error);
}
