/* page_overview: / (which frameworks there are, and the overview of the default one) and /{framework}/. */
#include <string.h>

#include "cgi/dashboard/dashboard.h"
#include "indicators/base/i18n.h"

/* The cards of all frameworks; finds the default one and the first that has released figures. */
static enum err show_frameworks(struct request *request, struct template_dict *page, const char **first, const char **shown,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_framework_list);

	*first = *shown = NULL;
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		struct template_dict *card = template_section(page, K_CARD);
		int64_t periods = query_column_int(query, 5);
		template_set(card, K_CODE, query_column_text(query, 0));
		template_set(card, K_TITLE, query_column_text(query, 1));
		template_printf(card, K_INDICATORS, i18n_plural("%lu indicator", "%lu indicators", (unsigned long)query_column_int(query, 3)),
			(unsigned long)query_column_int(query, 3));
		template_printf(card, K_DOMAINS, i18n_plural("in %lu domain", "in %lu domains", (unsigned long)query_column_int(query, 4)),
			(unsigned long)query_column_int(query, 4));
		if (periods == 0) {
			template_show(card, K_CARD_EMPTY);
		} else {
			struct template_dict *filled = template_section(card, K_CARD_FILLED);
			if (periods == 1)
				template_printf(filled, K_TEXT, _("one period, %s"), query_column_text(query, 6));
			else
				template_printf(filled, K_TEXT, i18n_plural("%lu period, %s–%s", "%lu periods, %s–%s", (unsigned long)periods),
					(unsigned long)periods, query_column_text(query, 6), query_column_text(query, 7));
		}
		if (*first == NULL)
			*first = arena_strdup(request->arena, query_column_text(query, 0));
		if (*shown == NULL && periods > 0)
			*shown = arena_strdup(request->arena, query_column_text(query, 0));
	}
	return query_end(query, error);
}

/* Who takes part; each leads to its page in the framework that is shown. */
static enum err show_participants(struct request *request, struct template_dict *page, const char *framework, struct error *error)
{
	struct names names;
	enum err err = participants_read(request, &names, error);

	for (size_t i = 0; err == ERR_OK && i < names.count; i++) {
		struct template_dict *item = template_section(page, K_PARTICIPANT);
		struct template_dict *link = template_section(item, K_PARTICIPANT_LINK);
		template_set(item, K_COMMA, i > 0 ? ", " : "");
		template_set(link, K_PREFIX, request->prefix);
		template_set(link, K_FRAMEWORK, framework);
		template_set(link, K_CODE, names.list[i].code);
		template_set(link, K_TITLE, names.list[i].title);
	}
	return err;
}

enum err page_home(struct request *request, struct response *response, struct error *error)
{
	struct template_dict *page = page_new(request, response, "home.tpl", _("How well are victims of trafficking protected?"), NULL);
	struct framework framework, first_framework;
	struct periods periods;
	struct texts texts;
	const char *first, *shown;
	enum err err = show_frameworks(request, page, &first, &shown, error);

	if (err != ERR_OK)
		return err;
	if (first != NULL && (err = show_participants(request, page, shown != NULL ? shown : first, error)) != ERR_OK)
		return err;
	if (shown == NULL) {
		template_show(page, first == NULL ? K_NO_FRAMEWORK : K_NO_FIGURES);
		return ERR_OK;
	}
	if ((err = framework_read(request, shown, &framework, error)) != ERR_OK || (err = periods_read(request, shown, &periods, error)) != ERR_OK ||
		(err = texts_read(request, "framework", shown, &texts, error)) != ERR_OK)
		return err;
	if (*texts_get(&texts, "source") != '\0')
		template_set(template_section(page, K_SOURCE_LINE), K_TEXT, texts_get(&texts, "source"));
	if (strcmp(first, shown) != 0) {
		if ((err = framework_read(request, first, &first_framework, error)) != ERR_OK)
			return err;
		struct template_dict *waiting = template_section(page, K_WAITING);
		page_links(waiting, request, &first_framework);
		template_set(waiting, K_TITLE, first_framework.title);
		template_set(waiting, K_SHOWN_TITLE, framework.title);
	}
	return overview_part(request, page, K_OVERVIEW, &framework, &periods, periods.count - 1, error);
}

/* A framework without a release: what it will show, and what is officially known already. */
static enum err show_empty(struct request *request, struct template_dict *page, const struct framework *framework, struct error *error)
{
	struct template_dict *empty = template_section(page, K_EMPTY);
	struct names domains;
	struct texts texts;
	enum err err = domains_read(request, framework->code, &domains, error);

	page_links(empty, request, framework);
	for (size_t i = 0; err == ERR_OK && i < domains.count; i++) {
		struct template_dict *item = template_section(empty, K_DOMAIN);
		template_set(item, K_CODE, domains.list[i].code);
		template_set(item, K_TITLE, domains.list[i].title);
		err = texts_read(request, "domain", arena_printf(request->arena, "%s/%s", framework->code, domains.list[i].code), &texts, error);
		if (err == ERR_OK)
			template_set(item, K_DESCRIPTION, texts_get(&texts, "description"));
	}
	struct names participants;
	if (err == ERR_OK)
		err = participants_read(request, &participants, error);
	for (size_t i = 0; err == ERR_OK && i < participants.count; i++) {
		struct template_dict *item = template_section(empty, K_PARTICIPANT);
		template_set(item, K_CODE, participants.list[i].code);
		template_set(item, K_TITLE, participants.list[i].title);
	}
	return err;
}

enum err page_overview(struct request *request, struct response *response, struct error *error)
{
	struct framework framework;
	struct periods periods;
	struct texts texts;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = periods_read(request, framework.code, &periods, error)) != ERR_OK ||
		(err = texts_read(request, "framework", framework.code, &texts, error)) != ERR_OK)
		return err;
	size_t period = periods_find(&periods, request_text(request, "period"));
	if (period == periods.count && *request_text(request, "period") != '\0')
		return missing_period(request, response, &framework, &periods, arena_printf(request->arena, "/%s/", framework.code), error);
	struct template_dict *page = page_new(request, response, "overview.tpl", framework.title, &framework);
	template_set(page, K_DESCRIPTION, texts_get(&texts, "description"));
	if (*texts_get(&texts, "notice") != '\0')
		template_set(template_section(page, K_REMARK), K_TEXT, texts_get(&texts, "notice"));
	if (*texts_get(&texts, "source") != '\0')
		template_set(template_section(page, K_SOURCE_LINE), K_TEXT, texts_get(&texts, "source"));
	if (periods.count == 0)
		return show_empty(request, page, &framework, error);
	return overview_part(request, page, K_OVERVIEW, &framework, &periods, period, error);
}
