/* page: what all pages show alike; see dashboard.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

void page_links(struct template_dict *part, const struct request *request, const struct framework *framework)
{
	template_set(part, K_PREFIX, request->prefix);
	if (framework != NULL)
		template_set(part, K_FRAMEWORK, framework->code);
}

/* Whether the page is a list that is the same for each period: its files know no period either. */
static bool is_list(const struct request *request)
{
	const char *framework = request_text(request, "framework");
	size_t length = strlen(request->path);

	return length > 0 && request->path[length - 1] == '/' && length > strlen(framework) + 2;
}

/* The same figures as files: the page's address + .csv, .xlsx or .json; a page that ends in / is called index. */
static const char *data_href(struct request *request, const char *ending)
{
	size_t length = strlen(request->path);
	const char *stem = length > 0 && request->path[length - 1] == '/' ? "index" : "";
	const char *query = "";

	/* A choice of several things is the whole query; the data reads it as the page does. */
	if (request_count(request, "indicator") + request_count(request, "domain") > 0 && *request->query != '\0' && length >= 8 &&
		strcmp(request->path + length - 8, "/compare") == 0)
		return arena_printf(request->arena, "%s%s.%s?%s", request->prefix, request->path, ending, request->query);
	/* Where the period is a part of the path, it is a part of the data's path too. */
	if (request_state(request, "period") == PARAM_OK && strstr(request->query, "period=") != NULL && !is_list(request))
		query = arena_printf(request->arena, "?period=%s", request_text(request, "period"));
	else if (request_state(request, "dims") == PARAM_OK)
		query = arena_printf(request->arena, "?dims=%s", request_text(request, "dims"));
	return arena_printf(request->arena, "%s%s%s.%s%s", request->prefix, request->path, stem, ending, query);
}

struct template_dict *page_new(struct request *request, struct response *response, const char *body_name, const char *title,
	const struct framework *framework)
{
	struct template_dict *body = response_page(response, body_name, title);
	struct template_dict *downloads = template_include(body, K_DOWNLOADS, "downloads.tpl");

	template_set(body, K_PAGE_TITLE, title);
	page_links(body, request, framework);
	if (framework != NULL)
		template_set(body, K_FRAMEWORK_TITLE, framework->title);
	template_set(downloads, K_CSV_HREF, data_href(request, "csv"));
	template_set(downloads, K_XLSX_HREF, data_href(request, "xlsx"));
	template_set(downloads, K_JSON_HREF, data_href(request, "json"));
	template_printf(downloads, K_DATA_HREF, "%s/data", request->prefix);
	return body;
}

void page_periods(struct template_dict *body, enum template_key key, struct request *request, const struct periods *periods,
	size_t chosen, const char *path)
{
	struct template_dict *part;

	if (periods->count < 2)
		return;
	part = template_include(body, key, "periods.tpl");
	for (size_t i = periods->count; i-- > 0;) {
		struct template_dict *item = template_section(part, K_PERIOD_ITEM);
		struct template_dict *shown = template_section(item, i == chosen ? K_PERIOD_THIS : K_PERIOD_OTHER);
		template_set(shown, K_PERIOD, periods->list[i].code);
		template_printf(shown, K_HREF, "%s%s?period=%s", request->prefix, path, periods->list[i].code);
		if (i > 0 && strcmp(periods->list[i].basis, periods->list[i - 1].basis) != 0)
			template_show(item, K_PERIOD_BREAK);
	}
}

void page_score(struct template_dict *row, enum template_key part, struct request *request, double score, const char *why_none)
{
	page_score_change(row, part, request, score, why_none, NAN, NULL);
}

void page_score_change(struct template_dict *row, enum template_key part, struct request *request, double score, const char *why_none,
	double change, const char *since)
{
	static const char *const bands[] = { "0", "1", "2", "3", "4" };
	int band = words_band(score);
	struct template_dict *cell = template_include(row, part,
		band < 0 ? "score_none.tpl" : isnan(change) ? "score.tpl" : "score_change.tpl");

	if (band < 0) {
		template_set(cell, K_WHY, why_none);
		return;
	}
	template_set(cell, K_BAND, bands[band]);
	template_set(cell, K_BAND_NAME, words_band_name(band));
	template_set(cell, K_SCORE, words_number(request->arena, score, 0));
	if (!isnan(change)) {
		template_set(cell, K_CHANGE_FROM, since);
		template_set(cell, K_CHANGE_TEXT, words_change(request->arena, change, 0));
	}
}

/* --- what is not there --- */

/* The ending of the address where it asks for a kind of file, ".pdf", and what stands before it; or NULL: "16.2" asks for none. */
static const char *asked_format(struct arena *arena, const char *path, const char **stem)
{
	size_t whole = strlen(path);

	/* "/methods.xml/" is where "/methods.xml" leads: a framework's address ends so. */
	if (whole > 1 && path[whole - 1] == '/')
		whole--;
	const char *plain = arena_strndup(arena, path, whole);
	const char *last = strrchr(plain, '/');
	const char *ending = last != NULL ? strrchr(last, '.') : NULL;
	size_t length = ending != NULL ? strlen(ending + 1) : 0;

	/* There are charts as pictures: what is wrong is something else. */
	if (strstr(path, "/charts/") != NULL)
		return NULL;
	if (length < 2 || length > 5 || ending == last + 1 || strspn(ending + 1, "0123456789") == length ||
		strspn(ending + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != length)
		return NULL;
	*stem = arena_strndup(arena, plain, (size_t)(ending - plain));
	return ending;
}

struct template_dict *missing_page(struct request *request, struct response *response, const char *sentence, const char *there_is)
{
	struct template_dict *page = response_page(response, "missing.tpl", _("There is no such page"));
	const char *stem, *format = asked_format(request->arena, request->path, &stem);

	response_status(response, 404);
	page_links(page, request, NULL);
	template_set(page, K_SENTENCE, sentence);
	template_set(page, K_THERE_IS, there_is);
	if (format != NULL) {
		struct template_dict *other = template_section(page, K_OTHER_FORMATS);
		template_set(other, K_FORMAT, format);
		template_printf(other, K_STEM, "%s%s", request->prefix, stem);
		template_printf(other, K_DATA_HREF, "%s/data", request->prefix);
	}
	return page;
}

void missing_link(struct template_dict *page, const char *href, const char *text)
{
	struct template_dict *item = template_section(page, K_MISSING_ITEM);

	template_set(item, K_HREF, href);
	template_set(item, K_LABEL, text);
}

enum err missing_framework(struct request *request, struct response *response, struct error *error)
{
	const char *asked = request_text(request, "framework");
	struct template_dict *page = missing_page(request, response,
		arena_printf(request->arena, _("There is no framework “%s”."), asked), _("There are these frameworks:"));
	struct query *query = database_query(request->db, SNAPSHOT_framework_list);

	query_text(query, "lang", request->language);
	while (query_next(query))
		missing_link(page, arena_printf(request->arena, "%s/%s/", request->prefix, query_column_text(query, 0)), query_column_text(query, 1));
	return query_end(query, error);
}

enum err missing_period(struct request *request, struct response *response, const struct framework *framework,
	const struct periods *periods, const char *path, struct error *error)
{
	const char *asked = request_text(request, "period");
	struct template_dict *page;

	(void)error;
	page = missing_page(request, response,
		arena_printf(request->arena, _("There are no figures of “%s” for the period “%s”."), framework->title, asked),
		periods->count > 0 ? _("There are these periods:") : _("No period has been released yet. What there is:"));
	for (size_t i = periods->count; i-- > 0;)
		missing_link(page, arena_printf(request->arena, "%s%s?period=%s", request->prefix, path, periods->list[i].code), periods->list[i].code);
	if (periods->count == 0)
		missing_link(page, arena_printf(request->arena, "%s/%s/", request->prefix, framework->code), framework->title);
	return ERR_OK;
}

enum err missing_participant(struct request *request, struct response *response, const struct framework *framework, struct error *error)
{
	const char *asked = request_text(request, "participant");
	struct template_dict *page = missing_page(request, response,
		arena_printf(request->arena, _("There is no participant “%s”."), asked), _("These governments take part:"));
	struct names names;
	enum err err = participants_read(request, &names, error);

	for (size_t i = 0; err == ERR_OK && i < names.count; i++)
		missing_link(page, arena_printf(request->arena, "%s/%s/countries/%s", request->prefix, framework->code, names.list[i].code),
			names.list[i].title);
	return err;
}

enum err missing_indicator(struct request *request, struct response *response, const struct framework *framework, struct error *error)
{
	const char *asked = request_text(request, "indicator");
	struct template_dict *page = missing_page(request, response,
		arena_printf(request->arena, _("The framework “%s” has no indicator “%s”."), framework->title, asked),
		_("It has these indicators:"));
	struct query *query = database_query(request->db, SNAPSHOT_indicator_list);

	query_text(query, "framework", framework->code);
	query_text(query, "lang", request->language);
	while (query_next(query))
		missing_link(page, arena_printf(request->arena, "%s/%s/indicators/%s", request->prefix, framework->code, query_column_text(query, 0)),
			arena_printf(request->arena, "%s — %s", query_column_text(query, 0), query_column_text(query, 9)));
	return query_end(query, error);
}

enum err page_run(struct request *request, struct template_dict *page, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_methods_meta);

	while (query_next(query)) {
		const char *key = query_column_text(query, 0), *value = query_column_text(query, 1);
		if (strcmp(key, "run") == 0)
			template_set(page, K_RUN, value);
		else if (strcmp(key, "methods") == 0)
			template_set(page, K_METHOD_VERSIONS, words_methods(request->arena, value));
		else if (strcmp(key, "made_at") == 0)
			template_set(page, K_MADE_AT, day_text(request->arena, value));
		else if (strcmp(key, "audience") == 0)
			template_show(page, strcmp(value, "members") == 0 ? K_FOR_MEMBERS : strcmp(value, "donors") == 0 ? K_FOR_DONORS : K_FOR_PUBLIC);
	}
	return query_end(query, error);
}
