/*
 * compare: the figures of a comparison (/{framework}/compare of the pages) as data: a row for each measure, participant and period that was
 * asked, also where there is no figure, with the reason. All that was chosen is there, however much: only the page has to fit a screen.
 */
#include <string.h>

#include "cgi/data/data.h"
#include "indicators/base/i18n.h"
#include "indicators/base/period.h"

/* ",A,B," of a parameter that may stand several times; NULL where it does not stand at all. */
static const char *list_of(struct request *request, const char *name)
{
	const char *list = ",";

	for (size_t i = 0; i < request_count(request, name); i++)
		list = arena_printf(request->arena, "%s%s,", list, request_text_at(request, name, i));
	return list[1] == '\0' ? NULL : list;
}

static enum err read_end(struct request *request, const char *name, struct period *period, bool *has, struct error *error)
{
	*has = request_state(request, name) == PARAM_OK;
	return *has ? period_parse(request_text(request, name), period, error) : ERR_OK;
}

/* The periods within from … to; ",", which holds none, where there are none. */
static enum err periods_of(struct request *request, const char **list, struct error *error)
{
	struct period from, to;
	bool has_from, has_to;
	enum err err;

	*list = NULL;
	if ((err = read_end(request, "from", &from, &has_from, error)) != ERR_OK || (err = read_end(request, "to", &to, &has_to, error)) != ERR_OK)
		return err;
	if (!has_from && !has_to)
		return ERR_OK;
	if (has_from && has_to && period_compare(&from, &to) > 0)
		return error_set_field(error, ERR_INVALID, "from", _("The first period, %s, lies after the last one, %s."), request_text(request, "from"),
			request_text(request, "to"));
	struct query *query = database_query(request->db, SNAPSHOT_data_codes);
	query_text(query, "kind", "period");
	query_text(query, "framework", request_text(request, "framework"));
	*list = ",";
	while (query_next(query)) {
		struct period period;
		const char *code = query_column_text(query, 0);
		if (period_parse(code, &period, NULL) == ERR_OK && period_within(&period, has_from ? &from : NULL, has_to ? &to : NULL))
			*list = arena_printf(request->arena, "%s%s,", *list, code);
	}
	return query_end(query, error);
}

void compare_bind(struct request *request, struct query *query)
{
	const char *indicators = list_of(request, "indicator"), *domains = list_of(request, "domain"), *periods;

	/* compare_get() has read them before and found them right. */
	if (periods_of(request, &periods, NULL) != ERR_OK)
		periods = ",";
	query_text(query, "indicators", indicators != NULL ? indicators : ",");
	query_text(query, "domains", domains != NULL ? domains : ",");
	query_text(query, "participants", list_of(request, "participant"));
	query_text(query, "periods", periods);
}

enum err compare_get(struct request *request, struct response *response, struct error *error)
{
	const char *periods;
	enum err err = data_check(request, error);

	if (err == ERR_OK && request_count(request, "indicator") + request_count(request, "domain") == 0)
		err = error_set_field(error, ERR_INVALID, "indicator", "%s",
			_("Nothing is chosen: name at least one indicator (indicator=…) or domain (domain=…; domain=overall for the score over all)."));
	if (err == ERR_OK)
		err = periods_of(request, &periods, error);
	return err != ERR_OK ? err : data_get(request, response, error);
}
