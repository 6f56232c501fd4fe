/* country_answers: every indicator of one participant and period, coverage, official series; see country.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/country.h"
#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* What the next level asks for. */
static enum err show_next_level(struct request *request, struct template_dict *row, const struct framework *framework, const char *indicator,
	int64_t version, int64_t level, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_country_level);
	struct template_dict *next = template_section(row, K_NEXT_LEVEL);
	const char *title = arena_printf(request->arena, "level.%lld", (long long)level);
	const char *last = "";

	template_set_int(next, K_NUMBER, level);
	query_text(query, "code", arena_printf(request->arena, "%s/%s/%lld", framework->code, indicator, (long long)version));
	query_int(query, "level", level);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		const char *part = query_column_text(query, 0);
		if (strcmp(part, last) == 0)
			continue;
		last = arena_strdup(request->arena, part);
		if (strcmp(part, title) == 0)
			template_set(next, K_TITLE, query_column_text(query, 1));
		else
			template_set(template_section(next, K_CRITERION), K_TEXT, query_column_text(query, 1));
	}
	return query_end(query, error);
}

/* One row of the table; *level is the next level of a ladder that has not reached its last, else 0. */
static void show_answer(struct request *request, struct template_dict *row, struct query *query, int64_t *level)
{
	struct arena *arena = request->arena;
	const char *type = query_column_text(query, 3);
	const char *status = query_column_text(query, 7);
	bool scored = indicator_is_banded(type, query_column_text(query, 20));
	double median = query_column_real(query, 17);
	const char *words;
	bool given = false, hidden = false;

	*level = 0;
	template_set(row, K_CODE, query_column_text(query, 1));
	template_set(row, K_TITLE, query_column_text(query, 6));
	if (status == NULL) {
		words = _("no answer shown here");
	} else if (query_column_int(query, 12) != 0) {
		words = _("suppressed: too small to be shown");
		hidden = true;
	} else if (strcmp(status, "reported") != 0) {
		words = words_status(status);
	} else {
		words = words_value(arena, type, query_column_real(query, 8));
		given = true;
	}
	template_set(template_section(row, given ? K_VALUE_GIVEN : hidden ? K_VALUE_HIDDEN : K_VALUE_NONE), K_TEXT, words);
	page_score(row, K_SCORE, request, given && scored ? query_column_real(query, 11) : NAN, given && !scored ? _("not scored") : "–");
	if (!query_column_is_null(query, 14))
		template_set(template_section(row, K_REASON), K_TEXT, query_column_text(query, 14));
	if (!query_column_is_null(query, 13))
		template_set(template_section(row, K_CARRIED), K_PERIOD, query_column_text(query, 13));
	if (!isnan(median)) {
		struct template_dict *region = template_section(row, K_REGION_RANGE);
		template_printf(region, K_TEXT, "%s–%s", words_rounded(arena, query_column_real(query, 18), scored ? 0 : 1),
			words_rounded(arena, query_column_real(query, 19), scored ? 0 : 1));
		template_set(region, K_MEDIAN, words_rounded(arena, median, scored ? 0 : 1));
	}
	if (given && strcmp(type, "ladder") == 0 && query_column_real(query, 8) < (double)(query_column_int(query, 5) - 1))
		*level = (int64_t)query_column_real(query, 8) + 1;
}

enum err country_answers(struct request *request, struct template_dict *page, const struct framework *framework, const char *period,
	const struct name *participant, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_country_answers);
	struct names domains;
	struct template_dict *domain = NULL;
	const char *last = "";
	enum err err = domains_read(request, framework->code, &domains, error);

	if (err != ERR_OK)
		return err;
	query_text(query, "framework", framework->code);
	query_text(query, "period", period);
	query_text(query, "participant", participant->code);
	query_text(query, "lang", request->language);
	while (err == ERR_OK && query_next(query)) {
		const char *code = query_column_text(query, 0);
		int64_t level;
		if (domain == NULL || strcmp(code, last) != 0) {
			last = arena_strdup(request->arena, code);
			domain = template_section(page, K_ANSWER_DOMAIN);
			template_set(domain, K_TITLE, names_title(&domains, code));
		}
		struct template_dict *row = template_section(domain, K_ANSWER);
		show_answer(request, row, query, &level);
		if (level > 0)
			err = show_next_level(request, row, framework, query_column_text(query, 1), query_column_int(query, 2), level, error);
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

enum err country_coverage(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct name *participant, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_country_coverage);

	query_text(query, "framework", framework->code);
	query_text(query, "participant", participant->code);
	while (query_next(query)) {
		struct template_dict *row = template_section(page, K_COVERAGE);
		int64_t reported = query_column_int(query, 1), not_available = query_column_int(query, 2),
			not_applicable = query_column_int(query, 3), expected = query_column_int(query, 4);
		template_set(row, K_PERIOD, query_column_text(query, 0));
		template_set_int(row, K_REPORTED, reported);
		template_set_int(row, K_NOT_AVAILABLE, not_available);
		template_set_int(row, K_NOT_APPLICABLE, not_applicable);
		template_set_int(row, K_NONE, expected - reported - not_available - not_applicable);
		template_set_int(row, K_EXPECTED, expected);
	}
	return query_end(query, error);
}

enum err country_official(struct request *request, struct template_dict *page, const struct name *participant, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_country_official);
	struct template_dict *part = NULL, *row = NULL;
	struct dimensions dimensions;
	const char *last = "";
	size_t depth = 0;
	enum err err = dimensions_read(request, &dimensions, error);

	if (err != ERR_OK)
		return err;
	query_text(query, "participant", participant->code);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		const char *code = query_column_text(query, 0);
		size_t here = dimensions_depth(arena, &dimensions, query_column_text(query, 5));
		bool neutral = strcmp(query_column_text(query, 4), "neutral") == 0;
		/* One line a series, its totals where there are any; the rest stands on the target's page. */
		if (row != NULL && strcmp(code, last) == 0 && here >= depth)
			continue;
		if (part == NULL)
			part = template_section(page, K_OFFICIAL);
		if (row == NULL || strcmp(code, last) != 0)
			row = template_section(part, K_SERIES);
		last = arena_strdup(arena, code);
		depth = here;
		template_set(row, K_CODE, code);
		template_set(row, K_NUMBER, query_column_text(query, 1));
		template_set(row, K_TARGET_CODE, query_column_text(query, 2));
		template_set(row, K_TITLE, query_column_text(query, 6));
		template_set(row, K_DIMENSIONS, dimensions_text(arena, &dimensions, query_column_text(query, 5)));
		if (!query_column_is_null(query, 7))
			template_set_int(row, K_YEAR, query_column_int(query, 7));
		template_set(row, K_VALUE, query_column_is_null(query, 8) ? "–" : words_source(arena, arena_strdup(arena, query_column_text(query, 8))));
		template_set(row, K_VERDICT, neutral ? _("not judged") : words_verdict(query_column_text(query, 9)));
		template_set(row, K_VINTAGE, query_column_text(query, 11));
	}
	return query_end(query, error);
}
