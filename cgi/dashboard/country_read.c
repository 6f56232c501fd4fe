/* country_read: what the snapshot has on one participant; see country.h. */
#include <string.h>

#include "cgi/dashboard/country.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

static enum err read_participant(struct request *request, struct name *participant, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_country_one);

	*participant = (struct name){ .code = NULL };
	query_text(query, "participant", request_text(request, "participant"));
	query_text(query, "lang", request->language);
	if (query_next(query)) {
		participant->code = arena_strdup(request->arena, query_column_text(query, 0));
		participant->title = arena_strdup(request->arena, query_column_text(query, 3));
	}
	return query_end(query, error);
}

static enum err read_domains(struct country *country, struct error *error)
{
	struct arena *arena = country->request->arena;
	struct names listed;
	enum err err = domains_read(country->request, country->framework.code, &listed, error);

	if (err != ERR_OK)
		return err;
	country->domains.list = arena_array(arena, listed.count + 1, sizeof *country->domains.list);
	country->domains.list[0] = (struct name){ .code = "", .title = _("All domains") };
	for (size_t i = 0; i < listed.count; i++)
		country->domains.list[i + 1] = listed.list[i];
	country->domains.count = listed.count + 1;
	return ERR_OK;
}

static enum err read_moments(struct country *country, struct error *error)
{
	struct arena *arena = country->request->arena;
	struct query *query = database_query(country->request->db, SNAPSHOT_country_domains);

	country->moments = arena_array(arena, country->domains.count * country->periods.count + 1, sizeof *country->moments);
	query_text(query, "framework", country->framework.code);
	query_text(query, "participant", country->participant.code);
	while (query_next(query)) {
		size_t domain = names_find(&country->domains, query_column_text(query, 0));
		size_t period = periods_find(&country->periods, query_column_text(query, 1));
		if (domain == country->domains.count || period == country->periods.count)
			continue;
		country->moments[domain * country->periods.count + period] = (struct country_moment){
			.there = true, .score = query_column_real(query, 2), .n_scored = query_column_int(query, 3),
			.n_possible = query_column_int(query, 4), .change = query_column_real(query, 5),
			.change_from = arena_strdup(arena, query_column_text(query, 6)),
			.median = query_column_real(query, 8), .min = query_column_real(query, 9), .max = query_column_real(query, 10),
			.status = arena_strdup(arena, query_column_text(query, 11)), .basis = arena_strdup(arena, query_column_text(query, 12)),
			.q1 = query_column_real(query, 13), .q3 = query_column_real(query, 14),
		};
	}
	return query_end(query, error);
}

static enum err read_answers(struct country *country, struct error *error)
{
	struct arena *arena = country->request->arena;
	struct query *query = database_query(country->request->db, SNAPSHOT_country_answers);

	query_text(query, "framework", country->framework.code);
	query_text(query, "period", country->periods.list[country->period].code);
	query_text(query, "participant", country->participant.code);
	query_text(query, "lang", country->request->language);
	while (query_next(query)) {
		country->answers.list = arena_grow(arena, country->answers.list, country->answers.count, sizeof *country->answers.list);
		country->answers.list[country->answers.count++] = (struct country_answer){
			.domain = arena_strdup(arena, query_column_text(query, 0)), .indicator = arena_strdup(arena, query_column_text(query, 1)),
			.version = query_column_int(query, 2), .type = arena_strdup(arena, query_column_text(query, 3)),
			.levels = query_column_int(query, 5), .title = arena_strdup(arena, query_column_text(query, 6)),
			.status = arena_strdup(arena, query_column_text(query, 7)), .value = query_column_real(query, 8),
			.score = query_column_real(query, 11), .suppressed = query_column_int(query, 12) != 0,
			.carried_from = arena_strdup(arena, query_column_text(query, 13)), .reason = arena_strdup(arena, query_column_text(query, 14)),
			.median = query_column_real(query, 17), .min = query_column_real(query, 18), .max = query_column_real(query, 19),
			.direction = arena_strdup(arena, query_column_text(query, 20)),
		};
	}
	return query_end(query, error);
}

static enum err read_coverage(struct country *country, struct error *error)
{
	struct arena *arena = country->request->arena;
	struct query *query = database_query(country->request->db, SNAPSHOT_country_coverage);

	query_text(query, "framework", country->framework.code);
	query_text(query, "participant", country->participant.code);
	while (query_next(query)) {
		country->coverage.list = arena_grow(arena, country->coverage.list, country->coverage.count, sizeof *country->coverage.list);
		country->coverage.list[country->coverage.count++] = (struct country_coverage){
			.period = arena_strdup(arena, query_column_text(query, 0)), .reported = query_column_int(query, 1),
			.not_available = query_column_int(query, 2), .not_applicable = query_column_int(query, 3), .expected = query_column_int(query, 4),
		};
	}
	return query_end(query, error);
}

static enum err read_all(struct country *country, struct error *error)
{
	const char *period = country->period < country->periods.count ? country->periods.list[country->period].code : NULL;
	enum err err = read_domains(country, error);

	if (err == ERR_OK && period != NULL)
		err = read_moments(country, error);
	if (err == ERR_OK && period != NULL)
		err = read_answers(country, error);
	if (err == ERR_OK)
		err = read_coverage(country, error);
	return err == ERR_OK ? sdg_view_read(country->request, &country->framework, period, &country->sdg, error) : err;
}

enum err country_read(struct request *request, struct response *response, const char *ending, struct country *country, bool *found,
	struct error *error)
{
	*country = (struct country){ .request = request };
	*found = false;

	enum err err = framework_read(request, request_text(request, "framework"), &country->framework, error);
	if (err != ERR_OK)
		return err;
	if (country->framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = read_participant(request, &country->participant, error)) != ERR_OK)
		return err;
	if (country->participant.code == NULL)
		return missing_participant(request, response, &country->framework, error);
	if ((err = periods_read(request, country->framework.code, &country->periods, error)) != ERR_OK)
		return err;
	country->period = periods_find(&country->periods, request_text(request, "period"));
	if (country->period == country->periods.count && *request_text(request, "period") != '\0')
		return missing_period(request, response, &country->framework, &country->periods,
			arena_printf(request->arena, "/%s/countries/%s%s", country->framework.code, country->participant.code, ending), error);
	*found = true;
	return read_all(country, error);
}

const struct country_moment *country_moment(const struct country *country, size_t domain, size_t period)
{
	return &country->moments[domain * country->periods.count + period];
}
