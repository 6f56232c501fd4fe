/* country: own past beside the region's spread, by domain; see country.h. */
#include "cgi/dashboard/country.h"

#include <math.h>
#include <string.h>

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"

struct moment {
	bool there;
	double score, change, mean, median, min, max;
	int64_t n_scored, n_possible;
	const char *change_from, *status, *basis;
};

static enum err read_moments(struct request *request, const struct framework *framework, const struct periods *periods,
	const struct names *domains, const struct name *participant, struct moment *moments, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_country_domains);

	query_text(query, "framework", framework->code);
	query_text(query, "participant", participant->code);
	while (query_next(query)) {
		size_t domain = names_find(domains, query_column_text(query, 0));
		size_t period = periods_find(periods, query_column_text(query, 1));
		if (domain == domains->count || period == periods->count)
			continue;
		moments[domain * periods->count + period] = (struct moment){
			.there = true, .score = query_column_real(query, 2), .n_scored = query_column_int(query, 3),
			.n_possible = query_column_int(query, 4), .change = query_column_real(query, 5),
			.change_from = arena_strdup(arena, query_column_text(query, 6)),
			.mean = query_column_real(query, 7), .median = query_column_real(query, 8), .min = query_column_real(query, 9),
			.max = query_column_real(query, 10), .status = arena_strdup(arena, query_column_text(query, 11)),
			.basis = arena_strdup(arena, query_column_text(query, 12)),
		};
	}
	return query_end(query, error);
}

static void show_chart(struct request *request, struct template_dict *item, const struct periods *periods, const struct moment *moments,
	const struct name *participant, const char *domain)
{
	struct arena *arena = request->arena;
	struct chart_point *own = arena_array(arena, periods->count, sizeof *own);
	struct chart_point *region = arena_array(arena, periods->count, sizeof *region);
	const char *basis = NULL;
	size_t n = 0, given = 0, first = 0, last = 0;

	for (size_t i = 0; i < periods->count; i++) {
		const struct moment *moment = &moments[i];
		if (!moment->there)
			continue;
		bool breaks = basis != NULL && strcmp(basis, moment->basis) != 0;
		basis = moment->basis;
		own[n] = (struct chart_point){ .at = chart_time(periods->list[i].code), .value = moment->score, .low = moment->min, .high = moment->max,
			.breaks = breaks, .when = periods->list[i].code, .text = words_number(arena, moment->score, 0) };
		region[n] = own[n];
		region[n].value = moment->median;
		region[n].low = region[n].high = NAN;
		region[n].text = words_number(arena, moment->median, 0);
		if (!isnan(moment->score)) {
			first = given++ == 0 ? n : first;
			last = n;
		}
		n++;
	}
	if (n == 0)
		return;
	const struct chart_line lines[] = {
		{ .points = region, .count = n, .style = -1, .label = _("median") },
		{ .points = own, .count = n, .style = 0, .label = participant->code },
	};
	chart_lines(item, K_CHART, arena, &(struct chart_lines){
		.size = CHART_SMALL,
		.title = arena_printf(arena, "%s, %s", participant->title, domain),
		.description = given == 0 ? _("No score of its own; the area is the region's spread, the thin line its median.") :
			arena_printf(arena, _("%s in %s, %s in %s; the area is the region's spread, the thin line its median."), own[first].text,
				own[first].when, own[last].text, own[last].when),
		.low = 0, .high = 100, .first = chart_time(periods->list[0].code), .last = chart_time(periods->list[periods->count - 1].code),
		.one_break_set = true, .lines = lines, .count = 2 });
}

static const char *why_none(struct request *request, const struct moment *moment)
{
	if (!moment->there)
		return _("not asked");
	if (moment->n_scored > 0)
		return arena_printf(request->arena, _("too few answers: %lld of %lld"), (long long)moment->n_scored, (long long)moment->n_possible);
	return _("no data");
}

static void show_domain(struct request *request, struct template_dict *page, const struct moment *moment, const struct name *domain)
{
	struct arena *arena = request->arena;
	struct template_dict *row = template_section(page, K_DOMAIN_ROW);
	struct template_dict *title = template_section(row, *domain->code == '\0' ? K_ROW_ALL : K_ROW_DOMAIN);

	template_set(title, K_CODE, domain->code);
	template_set(title, K_TITLE, domain->title);
	page_score(row, K_SCORE, request, moment->there ? moment->score : NAN, why_none(request, moment));
	if (moment->there && !isnan(moment->change))
		template_set(template_section(row, K_OWN_CHANGE), K_TEXT, number_round_half_even(moment->change, 0) == 0 ?
			arena_printf(arena, _("unchanged since %s"), moment->change_from) :
			arena_printf(arena, _("%s since %s"), words_change(arena, moment->change, 0), moment->change_from));
	if (moment->there && !isnan(moment->min)) {
		chart_spread(row, K_SPREAD, arena, &(struct chart_spread){
			.title = arena_printf(arena, _("Beside the region: %s"), domain->title),
			.description = arena_printf(arena, _("The region: lowest %s, median %s, highest %s. The dot is the government of this page."),
				words_number(arena, moment->min, 0), words_number(arena, moment->median, 0), words_number(arena, moment->max, 0)),
			.low = 0, .high = 100, .min = moment->min, .q1 = NAN, .median = moment->median, .q3 = NAN, .max = moment->max,
			.values = &moment->score, .count = 1 });
		template_printf(template_section(row, K_REGION_RANGE), K_TEXT, "%s–%s", words_number(arena, moment->min, 0), words_number(arena, moment->max, 0));
		template_set(row, K_MEDIAN, words_number(arena, moment->median, 0));
	}
}

enum err country_domains(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct periods *periods, size_t period, const struct name *participant, struct error *error)
{
	struct arena *arena = request->arena;
	struct names listed, domains = { .list = NULL };
	enum err err = domains_read(request, framework->code, &listed, error);

	if (err != ERR_OK)
		return err;
	domains.list = arena_array(arena, listed.count + 1, sizeof *domains.list);
	domains.list[domains.count++] = (struct name){ .code = "", .title = _("All domains") };
	for (size_t i = 0; i < listed.count; i++)
		domains.list[domains.count++] = listed.list[i];
	struct moment *moments = arena_array(arena, domains.count * periods->count, sizeof *moments);
	if ((err = read_moments(request, framework, periods, &domains, participant, moments, error)) != ERR_OK)
		return err;
	struct template_dict *table = periods->count > 1 ? template_section(page, K_TREND_TABLE) : NULL;
	for (size_t i = 0; table != NULL && i < periods->count; i++) {
		struct template_dict *head = template_section(table, K_TREND_HEAD);
		template_set(head, K_PERIOD, periods->list[i].code);
		if (i > 0 && strcmp(periods->list[i].basis, periods->list[i - 1].basis) != 0)
			template_show(head, K_PERIOD_BREAK);
	}
	for (size_t d = 0; d < domains.count; d++) {
		const struct moment *own = &moments[d * periods->count];
		show_domain(request, page, &own[period], &domains.list[d]);
		struct template_dict *item = template_section(page, K_CHART_ITEM);
		template_set(item, K_TITLE, domains.list[d].title);
		show_chart(request, item, periods, own, participant, domains.list[d].title);
		if (table == NULL)
			continue;
		struct template_dict *row = template_section(table, K_TREND_ROW);
		template_set(row, K_TITLE, domains.list[d].title);
		for (size_t i = 0; i < periods->count; i++) {
			struct template_dict *cell = template_section(row, K_TREND_CELL);
			template_set(cell, K_TEXT, own[i].there && !isnan(own[i].score) ? words_number(arena, own[i].score, 0) : why_none(request, &own[i]));
			if (own[i].there && !isnan(own[i].median))
				template_set(template_section(cell, K_CELL_MEDIAN), K_MEDIAN, words_number(arena, own[i].median, 0));
		}
	}
	return ERR_OK;
}
