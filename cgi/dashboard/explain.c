/* explain: see explain.h. */
#include "cgi/dashboard/explain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/dashboard/release.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"

/* More terms than this are not written down one by one. */
#define TERMS_MOST 24

/* --- addresses --- */

const char *explain_indicator_href(const struct request *request, const char *framework, const char *indicator, const char *period)
{
	return arena_printf(request->arena, "%s/%s/explain/%s/%s", request->prefix, framework, indicator, period);
}

static const char *domain_word(const char *domain)
{
	return *domain != '\0' ? domain : EXPLAIN_OVERALL;
}

const char *explain_domain_href(const struct request *request, const char *framework, const char *domain, const char *period)
{
	return arena_printf(request->arena, "%s/%s/explain/domain/%s/%s", request->prefix, framework, domain_word(domain), period);
}

const char *explain_score_href(const struct request *request, const char *framework, const char *domain, const char *period,
	const char *participant)
{
	return arena_printf(request->arena, "%s/%s/explain/domain/%s/%s/%s", request->prefix, framework, domain_word(domain), period, participant);
}

const char *explain_compliance_href(const struct request *request, const char *framework, const char *target, const char *period,
	const char *participant)
{
	return arena_printf(request->arena, "%s/%s/explain/compliance/%s/%s%s%s", request->prefix, framework, target, period,
		*participant != '\0' ? "/" : "", participant);
}

const char *explain_breakdown_href(const struct request *request, const char *framework, const char *indicator, const char *period)
{
	return arena_printf(request->arena, "%s/%s/explain/breakdown/%s/%s", request->prefix, framework, indicator, period);
}

const char *explain_progress_href(const struct request *request, const char *framework, const char *series, const char *participant,
	const char *dims)
{
	return arena_printf(request->arena, "%s/%s/explain/sdg/%s/%s%s%s", request->prefix, framework, series, participant,
		*dims != '\0' ? "?dims=" : "", dims);
}

/* --- what went in --- */

const char *explain_number(struct request *request, double value)
{
	return words_significant(request->arena, value, 9);
}

void explain_input(struct request *request, struct explain_inputs *inputs, double value)
{
	inputs->values = arena_grow(request->arena, inputs->values, inputs->count, sizeof *inputs->values);
	inputs->values[inputs->count++] = value;
}

static void set_title(struct template_dict *row, const char *href, const char *title)
{
	struct template_dict *name = template_section(row, href != NULL ? K_NAME_LINK : K_NAME_TEXT);

	template_set(name, K_TITLE, title);
	if (href != NULL)
		template_set(name, K_HREF, href);
}

void explain_included(struct request *request, struct template_dict *page, struct explain_inputs *inputs, const char *href,
	const char *title, const char *value, double enters)
{
	struct template_dict *row = template_section(page, K_INCLUDED);

	set_title(row, href, title);
	template_set(row, K_VALUE, value);
	template_set(row, K_SCORE, explain_number(request, enters));
	explain_input(request, inputs, enters);
}

static struct template_dict *left_out_row(struct request *request, struct template_dict *page, struct explain_inputs *inputs, const char *why,
	const char *detail)
{
	struct explain_left_out *rows = inputs->left_out;

	for (size_t i = 0; i < inputs->left_out_count; i++)
		if (strcmp(rows[i].why, why) == 0 && strcmp(rows[i].detail, detail) == 0)
			return rows[i].row;
	struct template_dict *row = template_section(page, K_EXCLUDED);
	template_set(row, K_WHY, why);
	if (*detail != '\0')
		template_set(template_section(row, K_REASON), K_TEXT, detail);
	rows = arena_grow(request->arena, rows, inputs->left_out_count, sizeof *rows);
	rows[inputs->left_out_count++] = (struct explain_left_out){ .why = arena_strdup(request->arena, why),
		.detail = arena_strdup(request->arena, detail), .row = row };
	inputs->left_out = rows;
	return row;
}

void explain_excluded(struct request *request, struct template_dict *page, struct explain_inputs *inputs, const char *href,
	const char *title, const char *why, const char *detail)
{
	set_title(template_section(left_out_row(request, page, inputs, why, detail != NULL ? detail : ""), K_EXCLUDED_NAME), href, title);
}

/* --- formulas --- */

const char *explain_sum(struct request *request, const struct explain_inputs *inputs)
{
	const char *terms = "";

	if (inputs->count > TERMS_MOST)
		return _("sum of the values");
	for (size_t i = 0; i < inputs->count; i++)
		terms = arena_printf(request->arena, "%s%s%s", terms, i > 0 ? " + " : "", explain_number(request, inputs->values[i]));
	return terms;
}

void explain_row(struct request *request, struct template_dict *page, const char *label, double value, int decimals, const char *formula)
{
	struct template_dict *row;

	if (isnan(value))
		return;
	row = template_section(page, K_STATISTIC);
	template_set(row, K_LABEL, label);
	template_set(row, K_VALUE, words_significant(request->arena, value, 8));
	template_set(row, K_SHOWN, decimals == 0 ? words_number(request->arena, value, 0) : words_rounded(request->arena, value, decimals));
	template_set(row, K_FORMULA, formula);
}

static int by_value(const void *a, const void *b)
{
	double one = *(const double *)a, other = *(const double *)b;

	return one < other ? -1 : one > other;
}

/* At place (n − 1) · share, counted from 0; between two values a part of the way. */
static const char *quantile_formula(struct request *request, const double *sorted, size_t n, double share)
{
	struct arena *arena = request->arena;
	double place = (double)(n - 1) * share;
	size_t below = (size_t)floor(place);
	double part = place - (double)below;
	const char *where = arena_printf(arena, "1 + (%zu − 1) · %s = %s", n, explain_number(request, share), explain_number(request, place + 1));

	if (!(part > 0) || below + 1 >= n)
		return arena_printf(arena, _("place %s: %s"), where, explain_number(request, sorted[below]));
	return arena_printf(arena, _("place %s: %s + %s · (%s − %s)"), where, explain_number(request, sorted[below]), explain_number(request, part),
		explain_number(request, sorted[below + 1]), explain_number(request, sorted[below]));
}

static const char *median_formula(struct request *request, const double *sorted, size_t n)
{
	if (n % 2 == 1)
		return arena_printf(request->arena, _("the middle one, place %zu of %zu: %s"), n / 2 + 1, n, explain_number(request, sorted[n / 2]));
	return arena_printf(request->arena, _("half way between the two in the middle: (%s + %s) / 2"), explain_number(request, sorted[n / 2 - 1]),
		explain_number(request, sorted[n / 2]));
}

static void show_order(struct request *request, struct template_dict *page, const double *sorted, size_t n)
{
	const char *list = "";

	for (size_t i = 0; i < n; i++)
		list = arena_printf(request->arena, "%s%s%s", list, i > 0 ? " · " : "", explain_number(request, sorted[i]));
	template_set(template_section(page, K_IN_ORDER), K_TEXT, list);
}

void explain_statistics(struct request *request, struct template_dict *page, const struct explain_inputs *inputs,
	const struct explain_figure *figure)
{
	struct arena *arena = request->arena;
	size_t n = inputs->count;
	bool plain = n > 0 && n <= TERMS_MOST;
	double *sorted = arena_array(arena, n + 1, sizeof *sorted);

	if (n > 0)
		memcpy(sorted, inputs->values, n * sizeof *sorted);
	qsort(sorted, n, sizeof *sorted, by_value);
	explain_row(request, page, figure->mean_title, figure->mean, figure->decimals, figure->hidden ?
		_("sum of all values, those included that this audience may not see / their number") : plain ?
		arena_printf(arena, "(%s) / %zu", explain_sum(request, inputs), n) : _("sum of the values / number of the values"));
	if (plain && (!isnan(figure->median) || !isnan(figure->q1)))
		show_order(request, page, sorted, n);
	explain_row(request, page, _("Lowest"), figure->min, figure->decimals, _("of the values this audience may see"));
	explain_row(request, page, _("First quartile"), figure->q1, figure->decimals, plain ? quantile_formula(request, sorted, n, 0.25) :
		_("type 7 of Hyndman and Fan: at place (n − 1) · 0.25, interpolated"));
	explain_row(request, page, _("Median"), figure->median, figure->decimals, plain ? median_formula(request, sorted, n) :
		_("the middle value, or the mean of the two in the middle"));
	explain_row(request, page, _("Third quartile"), figure->q3, figure->decimals, plain ? quantile_formula(request, sorted, n, 0.75) :
		_("type 7 of Hyndman and Fan: at place (n − 1) · 0.75, interpolated"));
	explain_row(request, page, _("Highest"), figure->max, figure->decimals, _("of the values this audience may see"));
}

void explain_rule(struct template_dict *page, const char *sentence)
{
	template_set(template_section(page, K_RULE), K_TEXT, sentence);
}

/* --- method and run --- */

MUST_USE static enum err show_release(struct request *request, struct template_dict *page, const struct framework *framework,
	const char *period, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_explain_release);

	query_text(query, "framework", framework->code);
	query_text(query, "period", period);
	if (query_next(query)) {
		struct template_dict *part = template_section(page, K_RUN_RELEASE);
		int64_t number = query_column_int(query, 0);
		template_printf(part, K_HREF, "%s/%s/releases/%s/%lld", request->prefix, framework->code, period, (long long)number);
		template_set(part, K_TITLE, release_title(request->arena, query_column_text(query, 1), number));
		template_set(part, K_RELEASED, day_text(request->arena, query_column_text(query, 2)));
	}
	return query_end(query, error);
}

MUST_USE static enum err read_meta(struct request *request, const char *key, const char **text, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_meta);

	*text = "";
	query_text(query, "key", key);
	if (query_next(query))
		*text = arena_strdup(request->arena, query_column_text(query, 0));
	return query_end(query, error);
}

/* "1", of the compliance in "score 1; compliance 1; …"; "" where the run does not name it. */
static const char *version_of(struct arena *arena, const char *methods, const char *method)
{
	size_t length = strlen(method);

	for (const char *at = methods; *at != '\0'; at += strcspn(at, ";"), at += strspn(at, "; "))
		if (strncmp(at, method, length) == 0 && at[length] == ' ')
			return arena_strndup(arena, at + length + 1, strcspn(at + length + 1, ";"));
	return "";
}

static const char *method_title(const char *method)
{
	static const char *const names[] = { N_("regional statistics"), N_("compliance"), N_("disclosure control") };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i], method) == 0)
			return _(names[i]);
	return method;
}

enum err explain_run(struct request *request, struct template_dict *page, const struct framework *framework, const char *period,
	const char *method, struct error *error)
{
	const char *run, *made_at, *methods;
	enum err err = show_release(request, page, framework, period, error);

	if (err != ERR_OK || (err = read_meta(request, "run", &run, error)) != ERR_OK || (err = read_meta(request, "made_at", &made_at, error)) != ERR_OK
		|| (err = read_meta(request, "methods", &methods, error)) != ERR_OK)
		return err;
	template_set(page, K_RUN, run);
	template_set(page, K_MADE_AT, day_moment(request->arena, made_at));
	template_printf(page, K_METHOD, _("%s, version %s"), method_title(method), version_of(request->arena, methods, method));
	template_set(page, K_METHOD_VERSIONS, words_methods(request->arena, methods));
	return ERR_OK;
}

/* --- what is not there --- */

enum err explain_missing(struct request *request, struct response *response, const struct framework *framework, const char *code,
	size_t statement, const char *name, const char *(*href)(const struct request *, const char *, const char *, const char *),
	struct error *error)
{
	struct query *query = database_query(request->db, statement);
	const char *asked = request_text(request, "period");
	struct template_dict *page = NULL;

	query_text(query, "framework", framework->code);
	query_text(query, "code", code);
	while (query_next(query)) {
		const char *period = arena_strdup(request->arena, query_column_text(query, 0));
		if (page == NULL)
			page = missing_page(request, response, arena_printf(request->arena, _("There are no figures of “%s” for the period “%s”."), name, asked),
				_("There are these periods:"));
		missing_link(page, href(request, framework->code, code, period), period);
	}
	if (page == NULL) {
		page = missing_page(request, response, arena_printf(request->arena, _("There are no figures of “%s” for the period “%s”."), name, asked),
			_("No period has been released yet. What there is:"));
		missing_link(page, arena_printf(request->arena, "%s/%s/", request->prefix, framework->code), framework->title);
	}
	return query_end(query, error);
}
