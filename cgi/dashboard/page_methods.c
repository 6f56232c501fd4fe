/* page_methods: /methods, how everything here is computed, from what, and what is never shown. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

static enum err show_run(struct request *request, struct template_dict *page, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_methods_meta);

	while (query_next(query)) {
		const char *key = query_column_text(query, 0);
		if (strcmp(key, "run") == 0)
			template_set(page, K_RUN, query_column_text(query, 1));
		else if (strcmp(key, "methods") == 0)
			template_set(page, K_METHOD_VERSIONS, words_methods(request->arena, query_column_text(query, 1)));
		else if (strcmp(key, "made_at") == 0)
			template_set(page, K_MADE_AT, day_moment(request->arena, query_column_text(query, 1)));
	}
	return query_end(query, error);
}

static enum err show_sources(struct request *request, struct template_dict *page, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_methods_vintages);
	enum err err;

	while (query_next(query)) {
		struct template_dict *item = template_section(page, K_VINTAGE_ITEM);
		template_set(item, K_LABEL, query_column_text(query, 0));
		template_set(item, K_SOURCE, query_column_text(query, 2));
		template_set(item, K_FETCHED, day_text(request->arena, query_column_text(query, 3)));
	}
	if ((err = query_end(query, error)) != ERR_OK)
		return err;
	query = database_query(request->db, SNAPSHOT_methods_frameworks);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		struct template_dict *item = template_section(page, K_FRAMEWORK_ITEM);
		template_set(item, K_CODE, query_column_text(query, 0));
		template_set(item, K_TITLE, query_column_text(query, 3));
		template_set_int(item, K_MINIMUM, query_column_int(query, 1));
		template_show(item, query_column_int(query, 2) != 0 ? K_CARRIES : K_CARRIES_NOT);
		if (!query_column_is_null(query, 4))
			template_set(template_section(item, K_SOURCE_LINE), K_TEXT, query_column_text(query, 4));
	}
	return query_end(query, error);
}

static enum err show_directions(struct request *request, struct template_dict *page, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_methods_directions);

	query_text(query, "lang", request->language);
	while (query_next(query)) {
		struct template_dict *row = template_section(page, K_SERIES);
		double goal = query_column_real(query, 3);
		template_set(row, K_NUMBER, query_column_text(query, 0));
		template_set(row, K_CODE, query_column_text(query, 1));
		template_set(row, K_TITLE, query_column_text(query, 6));
		template_set(row, K_DIRECTION, words_direction(query_column_text(query, 2)));
		template_set(row, K_VALUE, isnan(goal) ? "–" : arena_printf(request->arena, "%s (%lld)", words_significant(request->arena, goal, 4),
			(long long)query_column_int(query, 4)));
		template_set_int(row, K_YEAR, query_column_int(query, 5));
	}
	return query_end(query, error);
}

enum err page_methods(struct request *request, struct response *response, struct error *error)
{
	struct template_dict *page = page_new(request, response, "methods.tpl", _("Methods"), NULL);
	enum err err = show_run(request, page, error);

	/* The figures of the study of 2010, in the reader's marks. */
	template_set(page, K_BASELINE, words_number(request->arena, 1132486, 0));
	template_set(page, K_BASELINE_LOW, words_number(request->arena, 928769, 0));
	template_set(page, K_BASELINE_HIGH, words_number(request->arena, 1591338, 0));
	if (err == ERR_OK)
		err = show_sources(request, page, error);
	if (err == ERR_OK)
		err = show_directions(request, page, error);
	return err;
}
