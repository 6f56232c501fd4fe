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
	struct names frameworks = { 0 };
	const char *example = NULL;
	bool any;
	struct query *query = database_query(request->db, SNAPSHOT_framework_list);

	template_set(page, K_PAGE_TITLE, _("The figures as data"));
	page_links(page, request, NULL);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		frameworks.list = list_grow(request->arena, frameworks.list, frameworks.count, sizeof *frameworks.list);
		frameworks.list[frameworks.count++] = (struct name){ arena_strdup(request->arena, query_column_text(query, 0)),
			arena_strdup(request->arena, query_column_text(query, 1)) };
	}
	enum err err = query_end(query, error);
	for (size_t i = 0; err == ERR_OK && i < frameworks.count; i++) {
		struct template_dict *item = template_section(page, K_FRAMEWORK_ITEM);
		page_links(item, request, NULL);
		template_set(item, K_CODE, frameworks.list[i].code);
		template_set(item, K_TITLE, frameworks.list[i].title);
		err = show_release(request, item, frameworks.list[i].code, &any, error);
		if (any && example == NULL)
			example = frameworks.list[i].code;
	}
	/* The examples are of a framework that has figures. */
	if (example == NULL && frameworks.count > 0)
		example = frameworks.list[0].code;
	if (example != NULL)
		template_set(page, K_FRAMEWORK, example);
	return err;
}
