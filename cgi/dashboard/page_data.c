/* page_data: /data, how to take the figures away: for people, for statisticians, for programs. What it tells is what data.fcgi does. */
#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/release.h"
#include "indicators/base/i18n.h"

/* The newest release of a framework, where there is one. */
MUST_USE static enum err show_release(struct request *request, struct template_dict *item, const char *framework, bool *any, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_release_list);

	*any = false;
	query_text(query, "framework", framework);
	if (query_next(query)) {
		*any = true;
		struct template_dict *release = template_section(item, K_NEWEST);
		template_printf(release, K_HREF, "%s/%s/releases/%s/%lld", request->prefix, framework, query_column_text(query, 0),
			(long long)query_column_int(query, 1));
		template_printf(release, K_TITLE, "%s, %s", query_column_text(query, 0),
			release_title(request->arena, query_column_text(query, 2), query_column_int(query, 1)));
	}
	return query_end(query, error);
}

enum err page_data(struct request *request, struct response *response, struct error *error)
{
	struct template_dict *page = response_page(response, "data.tpl", _("The figures as data"));
	struct framework *frameworks = NULL;
	size_t count = 0;
	const char *example = NULL;
	bool any;
	struct query *query = database_query(request->db, SNAPSHOT_framework_list);

	template_set(page, K_PAGE_TITLE, _("The figures as data"));
	page_links(page, request, NULL);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		frameworks = arena_grow(request->arena, frameworks, count, sizeof *frameworks);
		frameworks[count++] = (struct framework){ .code = arena_strdup(request->arena, query_column_text(query, 0)),
			.title = arena_strdup(request->arena, query_column_text(query, 1)),
			.source = query_column_is_null(query, 8) ? NULL : arena_strdup(request->arena, query_column_text(query, 8)) };
	}
	enum err err = query_end(query, error);
	for (size_t i = 0; err == ERR_OK && i < count; i++) {
		struct template_dict *item = template_section(page, K_FRAMEWORK_ITEM);
		page_links(item, request, NULL);
		template_set(item, K_CODE, frameworks[i].code);
		template_set(item, K_TITLE, frameworks[i].title);
		if (frameworks[i].source != NULL)
			template_set(template_section(item, K_SOURCE_LINE), K_TEXT, frameworks[i].source);
		else
			template_show(item, K_CLEARED_HERE);
		err = show_release(request, item, frameworks[i].code, &any, error);
		if (any && example == NULL)
			example = frameworks[i].code;
	}
	/* The examples are of a framework that has figures. */
	if (example == NULL && count > 0)
		example = frameworks[0].code;
	if (example != NULL)
		template_set(page, K_FRAMEWORK, example);
	return err;
}
