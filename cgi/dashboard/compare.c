/* compare: the choice of the comparison builder and what it asks for; see compare.h. */
#include "cgi/dashboard/compare.h"

#include <math.h>
#include <string.h>

#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"
#include "indicators/base/period.h"

/* --- what there is --- */

static struct measure *add_measure(struct compare *compare, const char *code, const char *title, size_t domain)
{
	struct arena *arena = compare->request->arena;

	compare->measures = arena_grow(arena, compare->measures, compare->measure_count, sizeof *compare->measures);
	struct measure *measure = &compare->measures[compare->measure_count++];
	*measure = (struct measure){ .code = code, .title = title, .domain = domain, .is_domain = true, .type = "", .direction = "", .in_force = "",
		.scored = true };
	return measure;
}

/* All domains together, then each domain and its indicators. */
static enum err read_measures(struct compare *compare, struct error *error)
{
	struct arena *arena = compare->request->arena;
	struct query *query = database_query(compare->request->db, SNAPSHOT_indicator_list);
	size_t next = 0;

	add_measure(compare, COMPARE_OVERALL, _("All domains"), compare->domains.count);
	query_text(query, "framework", compare->framework.code);
	query_text(query, "lang", compare->request->language);
	while (query_next(query)) {
		size_t domain = names_find(&compare->domains, query_column_text(query, 3));
		for (; next <= domain && next < compare->domains.count; next++)
			add_measure(compare, compare->domains.list[next].code, compare->domains.list[next].title, next);
		struct measure *measure = add_measure(compare, arena_strdup(arena, query_column_text(query, 0)),
			arena_strdup(arena, query_column_text(query, 9)), domain);
		measure->is_domain = false;
		measure->version = query_column_int(query, 1);
		measure->type = arena_strdup(arena, query_column_text(query, 4));
		measure->direction = arena_strdup(arena, query_column_text(query, 6));
		const char *first = query_column_text(query, 7), *last = query_column_text(query, 8);
		if (first != NULL || last != NULL)
			measure->in_force = arena_printf(arena, "%s–%s", first != NULL ? first : "", last != NULL ? last : "");
		measure->scored = indicator_is_banded(measure->type, measure->direction);
	}
	return query_end(query, error);
}

static struct measure *find_measure(struct compare *compare, const char *code, bool is_domain)
{
	for (size_t i = 0; i < compare->measure_count; i++)
		if (compare->measures[i].is_domain == is_domain && strcmp(compare->measures[i].code, code) == 0)
			return &compare->measures[i];
	return NULL;
}

/* --- what was chosen --- */

static void refuse_measure(struct compare *compare, struct response *response, const char *asked, bool is_domain)
{
	struct request *request = compare->request;
	const char *title = compare->framework.title;
	struct template_dict *page = missing_page(request, response, is_domain ?
		arena_printf(request->arena, _("The framework “%s” has no domain “%s”."), title, asked) :
		arena_printf(request->arena, _("The framework “%s” has no indicator “%s”."), title, asked),
		is_domain ? _("It has these domains:") : _("It has these indicators:"));

	for (size_t i = 0; i < compare->measure_count; i++) {
		const struct measure *measure = &compare->measures[i];
		if (measure->is_domain == is_domain)
			missing_link(page, arena_printf(request->arena, "%s/%s/compare?%s=%s", request->prefix, compare->framework.code,
				is_domain ? "domain" : "indicator", measure->code), arena_printf(request->arena, "%s — %s", measure->code, measure->title));
	}
}

static void refuse_participant(struct compare *compare, struct response *response, const char *asked)
{
	struct request *request = compare->request;
	struct template_dict *page = missing_page(request, response, arena_printf(request->arena, _("There is no participant “%s”."), asked),
		_("These governments take part:"));

	for (size_t i = 0; i < compare->participants.count; i++)
		missing_link(page, arena_printf(request->arena, "%s/%s/countries/%s", request->prefix, compare->framework.code,
			compare->participants.list[i].code), arena_printf(request->arena, "%s — %s", compare->participants.list[i].code,
			compare->participants.list[i].title));
}

static void refuse_periods(struct compare *compare, struct response *response)
{
	struct request *request = compare->request;
	struct template_dict *page = missing_page(request, response,
		arena_printf(request->arena, _("“%s” has no released period from %s to %s."), compare->framework.title,
			request_state(request, "from") == PARAM_OK ? request_text(request, "from") : "…",
			request_state(request, "to") == PARAM_OK ? request_text(request, "to") : "…"), _("There are these periods:"));

	for (size_t i = compare->periods.count; i-- > 0;)
		missing_link(page, arena_printf(request->arena, "%s/%s/compare?from=%s", request->prefix, compare->framework.code,
			compare->periods.list[i].code), compare->periods.list[i].code);
}

/* Measures of one parameter; *refused where one is not there. */
static void choose_measures(struct compare *compare, struct response *response, bool is_domain, bool *refused)
{
	const char *name = is_domain ? "domain" : "indicator";

	for (size_t i = 0; i < request_count(compare->request, name) && !*refused; i++) {
		const char *asked = request_text_at(compare->request, name, i);
		struct measure *measure = find_measure(compare, asked, is_domain);
		if (measure == NULL) {
			refuse_measure(compare, response, asked, is_domain);
			*refused = true;
			return;
		}
		compare->measures_chosen += !measure->chosen;
		measure->chosen = true;
	}
}

static void choose_participants(struct compare *compare, struct response *response, bool *refused)
{
	struct arena *arena = compare->request->arena;

	compare->participant_meant = arena_array(arena, compare->participants.count + 1, sizeof *compare->participant_meant);
	compare->participant_chosen = arena_array(arena, compare->participants.count + 1, sizeof *compare->participant_chosen);
	compare->participant_shown = arena_array(arena, compare->participants.count + 1, sizeof *compare->participant_shown);
	for (size_t i = 0; i < request_count(compare->request, "participant"); i++) {
		const char *asked = request_text_at(compare->request, "participant", i);
		size_t place = names_find(&compare->participants, asked);
		if (place == compare->participants.count) {
			refuse_participant(compare, response, asked);
			*refused = true;
			return;
		}
		compare->participants_chosen += !compare->participant_chosen[place];
		compare->participant_chosen[place] = true;
	}
}

/* Nobody chosen means those whom one of the periods asks. */
static void show_participants(struct compare *compare)
{
	size_t shown = 0;

	for (size_t i = 0; i < compare->participants.count; i++) {
		bool asked = false;
		for (size_t p = 0; p < compare->periods.count; p++)
			asked = asked || (compare->period_shown[p] && compare->expected[i * compare->periods.count + p]);
		compare->participant_meant[i] = compare->participants_chosen == 0 ? asked : compare->participant_chosen[i];
		compare->participant_shown[i] = compare->participant_meant[i] && shown < COMPARE_PARTICIPANTS;
		shown += compare->participant_shown[i];
	}
}

static enum err read_expected(struct compare *compare, struct error *error)
{
	struct query *query = database_query(compare->request->db, SNAPSHOT_compare_expected);
	size_t periods = compare->periods.count;

	compare->expected = arena_array(compare->request->arena, compare->participants.count * periods + 1, sizeof *compare->expected);
	query_text(query, "framework", compare->framework.code);
	while (query_next(query)) {
		size_t when = periods_find(&compare->periods, query_column_text(query, 0)), at = names_find(&compare->participants, query_column_text(query, 1));
		if (when < periods && at < compare->participants.count)
			compare->expected[at * periods + when] = true;
	}
	return query_end(query, error);
}

static enum err choose_periods(struct compare *compare, struct response *response, bool *refused, struct error *error)
{
	struct request *request = compare->request;
	struct period from, to;
	bool has_from = request_state(request, "from") == PARAM_OK, has_to = request_state(request, "to") == PARAM_OK;
	enum err err = ERR_OK;

	if (has_from)
		err = period_parse(request_text(request, "from"), &from, error);
	if (err == ERR_OK && has_to)
		err = period_parse(request_text(request, "to"), &to, error);
	if (err != ERR_OK)
		return err;
	if (has_from && has_to && period_compare(&from, &to) > 0)
		return error_set_field(error, ERR_INVALID, "from", _("The first period, %s, lies after the last one, %s."), request_text(request, "from"),
			request_text(request, "to"));
	compare->period_shown = arena_array(request->arena, compare->periods.count + 1, sizeof *compare->period_shown);
	for (size_t i = 0; i < compare->periods.count; i++) {
		struct period period;
		if (period_parse(compare->periods.list[i].code, &period, NULL) == ERR_OK)
			compare->period_shown[i] = period_within(&period, has_from ? &from : NULL, has_to ? &to : NULL);
		compare->periods_shown += compare->period_shown[i];
	}
	if (compare->periods.count > 0 && compare->periods_shown == 0) {
		refuse_periods(compare, response);
		*refused = true;
	}
	return ERR_OK;
}

enum err compare_choose(struct compare *compare, struct response *response, bool *refused, struct error *error)
{
	struct request *request = compare->request;
	size_t shown = 0;
	enum err err;

	*refused = false;
	if ((err = domains_read(request, compare->framework.code, &compare->domains, error)) != ERR_OK ||
		(err = read_measures(compare, error)) != ERR_OK ||
		(err = participants_read(request, &compare->participants, error)) != ERR_OK ||
		(err = periods_read(request, compare->framework.code, &compare->periods, error)) != ERR_OK ||
		(err = read_expected(compare, error)) != ERR_OK)
		return err;
	choose_measures(compare, response, true, refused);
	if (!*refused)
		choose_measures(compare, response, false, refused);
	if (!*refused)
		choose_participants(compare, response, refused);
	if (!*refused)
		err = choose_periods(compare, response, refused, error);
	if (err == ERR_OK && !*refused)
		show_participants(compare);
	for (size_t i = 0; i < compare->measure_count; i++) {
		compare->measures[i].shown = compare->measures[i].chosen && shown < COMPARE_MEASURES;
		shown += compare->measures[i].shown;
	}
	return err;
}

/* --- the values --- */

static struct query *ask(struct compare *compare, const struct measure *measure, size_t of_indicator, size_t of_domain)
{
	struct query *query = database_query(compare->request->db, measure->is_domain ? of_domain : of_indicator);

	query_text(query, "framework", compare->framework.code);
	if (measure->is_domain)
		query_text(query, "domain", measure->domain == compare->domains.count ? "" : measure->code);
	else
		query_text(query, "indicator", measure->code);
	return query;
}

/* In which periods it was asked; every cell of these is an answer that nobody sees, until one is found. */
static enum err read_asked(struct compare *compare, struct measure *measure, struct error *error)
{
	struct arena *arena = compare->request->arena;
	size_t periods = compare->periods.count;
	struct query *query = ask(compare, measure, SNAPSHOT_compare_asked, SNAPSHOT_compare_domain_asked);

	measure->basis = arena_array(arena, periods + 1, sizeof *measure->basis);
	measure->cells = arena_array(arena, compare->participants.count * periods + 1, sizeof *measure->cells);
	while (query_next(query)) {
		size_t period = periods_find(&compare->periods, query_column_text(query, 0));
		if (period < periods)
			measure->basis[period] = arena_strdup(arena, query_column_text(query, 1));
	}
	for (size_t i = 0; i < compare->participants.count * periods; i++)
		measure->cells[i] = (struct compare_cell){ .number = NAN, .state = measure->basis[i % periods] == NULL ? CELL_NOT_ASKED :
			compare->expected[i] ? CELL_NO_ANSWER : CELL_NOT_EXPECTED };
	return query_end(query, error);
}

static struct compare_cell *cell_of(struct compare *compare, struct measure *measure, const char *participant, const char *period)
{
	size_t at = names_find(&compare->participants, participant), when = periods_find(&compare->periods, period);

	return at == compare->participants.count || when == compare->periods.count ? NULL : &measure->cells[at * compare->periods.count + when];
}

static void take_score(struct compare_cell *cell, struct arena *arena, struct query *query)
{
	double score = query_column_real(query, 2);

	if (!isnan(score))
		*cell = (struct compare_cell){ .state = CELL_VALUE, .number = score, .text = words_number(arena, score, 0) };
	else if (query_column_int(query, 3) > 0)
		*cell = (struct compare_cell){ .state = CELL_TOO_FEW, .number = NAN,
			.text = arena_printf(arena, _("too few answers: %lld of %lld"), (long long)query_column_int(query, 3), (long long)query_column_int(query, 4)) };
}

static void take_answer(const struct measure *measure, struct compare_cell *cell, struct arena *arena, struct query *query)
{
	const char *status = query_column_text(query, 2);
	double value = query_column_real(query, 3), score = query_column_real(query, 4);

	if (strcmp(status, "not_available") == 0)
		cell->state = CELL_NOT_AVAILABLE;
	else if (strcmp(status, "not_applicable") == 0)
		cell->state = CELL_NOT_APPLICABLE;
	else if (query_column_int(query, 5) != 0)
		cell->state = CELL_SUPPRESSED;
	else
		*cell = (struct compare_cell){ .state = CELL_VALUE, .number = measure->scored ? score : value,
			.text = words_value(arena, measure->type, value) };
}

static enum err read_cells(struct compare *compare, struct measure *measure, struct error *error)
{
	struct query *query;
	enum err err = read_asked(compare, measure, error);

	if (err != ERR_OK)
		return err;
	query = ask(compare, measure, SNAPSHOT_compare_answers, SNAPSHOT_compare_scores);
	while (query_next(query)) {
		struct compare_cell *cell = cell_of(compare, measure, query_column_text(query, 0), query_column_text(query, 1));
		if (cell == NULL)
			continue;
		if (measure->is_domain)
			take_score(cell, compare->request->arena, query);
		else
			take_answer(measure, cell, compare->request->arena, query);
	}
	return query_end(query, error);
}

enum err compare_read(struct compare *compare, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < compare->measure_count; i++)
		if (compare->measures[i].shown)
			err = read_cells(compare, &compare->measures[i], error);
	/* A period in which none of it was asked has nothing to show. */
	for (size_t p = 0; err == ERR_OK && p < compare->periods.count; p++) {
		bool asked = false;
		for (size_t i = 0; i < compare->measure_count; i++)
			asked = asked || (compare->measures[i].shown && compare->measures[i].basis[p] != NULL);
		compare->periods_shown -= compare->period_shown[p] && !asked;
		compare->period_shown[p] = compare->period_shown[p] && asked;
	}
	return err;
}
