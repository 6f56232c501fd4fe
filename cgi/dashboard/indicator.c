/* indicator: its definition, and everybody in one period; see indicator.h. */
#include "cgi/dashboard/indicator.h"

#include <math.h>
#include <string.h>

#include "cgi/dashboard/explain.h"
#include "cgi/dashboard/figure.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

bool indicator_is_banded(const char *type, const char *direction)
{
	return strcmp(type, "count") != 0 && strcmp(type, "rate") != 0 && strcmp(direction, "decrease") != 0;
}

enum err indicator_read(struct request *request, const char *framework, const char *code, struct indicator *indicator, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_indicator_versions);

	*indicator = (struct indicator){ .code = NULL };
	query_text(query, "framework", framework);
	query_text(query, "indicator", code);
	while (query_next(query)) {
		if (indicator->versions++ > 0)
			continue;
		indicator->code = arena_strdup(request->arena, code);
		indicator->version = query_column_int(query, 0);
		indicator->current = query_column_int(query, 1) != 0;
		indicator->domain = arena_strdup(request->arena, query_column_text(query, 2));
		indicator->type = arena_strdup(request->arena, query_column_text(query, 3));
		indicator->unit = arena_strdup(request->arena, query_column_text(query, 4));
		indicator->direction = arena_strdup(request->arena, query_column_text(query, 5));
		indicator->levels = query_column_int(query, 6);
		indicator->first_period = arena_strdup(request->arena, query_column_text(query, 8));
		indicator->last_period = arena_strdup(request->arena, query_column_text(query, 9));
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK || indicator->code == NULL)
		return err;
	return texts_read(request, "indicator",
		arena_printf(request->arena, "%s/%s/%lld", framework, indicator->code, (long long)indicator->version), &indicator->texts, error);
}

/* --- definition --- */

static struct query *ask(struct request *request, size_t statement, const struct framework *framework, const struct indicator *indicator)
{
	struct query *query = database_query(request->db, statement);

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator->code);
	return query;
}

static struct query *ask_version(struct request *request, size_t statement, const struct framework *framework,
	const struct indicator *indicator)
{
	struct query *query = ask(request, statement, framework, indicator);

	query_int(query, "version", indicator->version);
	return query;
}

static void show_text(struct template_dict *page, const struct indicator *indicator, const char *part, enum template_key section)
{
	const char *text = texts_get(&indicator->texts, part);

	if (*text != '\0')
		template_set(template_section(page, section), K_TEXT, text);
}

static enum err show_levels(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error)
{
	struct query *query;
	struct template_dict *levels, *level;
	int64_t last = -1;

	if (strcmp(indicator->type, "ladder") != 0)
		return ERR_OK;
	levels = template_section(page, K_LEVELS);
	level = template_section(levels, K_LEVEL);
	template_set_int(level, K_NUMBER, 0);
	template_set(level, K_TITLE, texts_get(&indicator->texts, "level.0"));
	query = ask_version(request, SNAPSHOT_indicator_criteria, framework, indicator);
	while (query_next(query)) {
		int64_t number = query_column_int(query, 0);
		if (number != last && number > 0) {
			level = template_section(levels, K_LEVEL);
			template_set_int(level, K_NUMBER, number);
			template_set(level, K_TITLE, texts_getf(&indicator->texts, "level.%lld", (long long)number));
		}
		last = number;
		template_set(template_section(level, K_CRITERION), K_TEXT,
			texts_getf(&indicator->texts, "level.%lld.criterion.%lld", (long long)number, (long long)query_column_int(query, 1)));
	}
	return query_end(query, error);
}

static enum err show_items(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error)
{
	struct template_dict *items = NULL, *group = NULL;
	struct query *query;
	const char *last = "";

	if (strcmp(indicator->type, "checklist") != 0)
		return ERR_OK;
	items = template_section(page, K_ITEMS);
	query = ask_version(request, SNAPSHOT_indicator_items, framework, indicator);
	while (query_next(query)) {
		const char *code = query_column_text(query, 1);
		if (group == NULL || strcmp(last, code) != 0) {
			last = arena_strdup(request->arena, code);
			group = template_section(items, K_GROUP);
			if (*texts_getf(&indicator->texts, "group.%s", code) != '\0')
				template_set(template_section(group, K_GROUP_TITLE), K_TITLE, texts_getf(&indicator->texts, "group.%s", code));
		}
		template_set(template_section(group, K_ITEM), K_TEXT, texts_getf(&indicator->texts, "item.%s", query_column_text(query, 0)));
	}
	return query_end(query, error);
}

static enum err show_relations(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error)
{
	struct query *query = ask_version(request, SNAPSHOT_indicator_targets, framework, indicator);
	struct template_dict *targets = NULL, *instruments = NULL;
	enum err err;

	query_text(query, "lang", request->language);
	while (query_next(query)) {
		if (targets == NULL)
			targets = template_section(page, K_TARGETS);
		struct template_dict *shown = template_section(template_section(targets, K_TARGET),
			query_column_int(query, 2) > 0 ? K_TARGET_LINK : K_TARGET_TEXT);
		template_set(shown, K_CODE, query_column_text(query, 0));
		template_set(shown, K_TITLE, query_column_text(query, 1));
	}
	if ((err = query_end(query, error)) != ERR_OK)
		return err;
	query = ask_version(request, SNAPSHOT_indicator_instruments, framework, indicator);
	const char *list = "";
	while (query_next(query))
		list = arena_printf(request->arena, "%s%s%s", list, *list != '\0' ? ", " : "", query_column_text(query, 0));
	if ((err = query_end(query, error)) != ERR_OK)
		return err;
	if (*list != '\0') {
		instruments = template_section(page, K_INSTRUMENTS);
		template_set(instruments, K_TEXT, list);
	}
	query = ask_version(request, SNAPSHOT_indicator_lineage, framework, indicator);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		struct template_dict *item = template_section(page, strcmp(query_column_text(query, 0), "replaces") == 0 ? K_REPLACES : K_REPLACED_BY);
		template_set(item, K_CODE, query_column_text(query, 1));
		template_set(item, K_TITLE, query_column_text(query, 2));
	}
	return query_end(query, error);
}

enum err indicator_definition(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error)
{
	const char *unit;
	struct texts of_framework;
	enum err err = title_read(request, "unit", indicator->unit, &unit, error);

	if (err != ERR_OK || (err = texts_read(request, "framework", framework->code, &of_framework, error)) != ERR_OK)
		return err;
	if (*texts_get(&of_framework, "notice") != '\0')
		template_set(template_section(page, K_REMARK), K_TEXT, texts_get(&of_framework, "notice"));
	template_set(page, K_CODE, indicator->code);
	template_set(page, K_TYPE, words_type(indicator->type));
	template_set(page, K_UNIT, unit);
	template_set(page, K_DIRECTION, words_direction(indicator->direction));
	template_set_int(page, K_VERSION, indicator->version);
	if (indicator->first_period != NULL || indicator->last_period != NULL)
		template_printf(template_section(page, K_IN_FORCE), K_TEXT, "%s–%s", indicator->first_period != NULL ? indicator->first_period : "",
			indicator->last_period != NULL ? indicator->last_period : "");
	if (!indicator->current)
		template_show(page, K_RETIRED);
	show_text(page, indicator, "measures", K_MEASURES);
	show_text(page, indicator, "numerator", K_NUMERATOR);
	show_text(page, indicator, "denominator", K_DENOMINATOR);
	show_text(page, indicator, "guidance", K_GUIDANCE);
	show_text(page, indicator, "evidence", K_EVIDENCE);
	show_text(page, indicator, "agency", K_AGENCY);
	if ((err = show_levels(request, page, framework, indicator, error)) != ERR_OK ||
		(err = show_items(request, page, framework, indicator, error)) != ERR_OK)
		return err;
	return show_relations(request, page, framework, indicator, error);
}

/* --- one period --- */

static void show_answer(struct request *request, struct template_dict *row, struct query *query, const struct framework *framework,
	const struct indicator *indicator, bool scored)
{
	struct arena *arena = request->arena;
	const char *status = query_column_text(query, ANSWER_STATUS);
	const char *words;
	double score = query_column_real(query, ANSWER_SCORE);
	bool value = false, hidden = false;

	template_set(row, K_CODE, query_column_text(query, ANSWER_PARTICIPANT));
	template_set(row, K_TITLE, query_column_text(query, ANSWER_TITLE));
	if (status == NULL) {
		words = framework_no_answer(framework);
	} else if (query_column_int(query, ANSWER_SUPPRESSED) != 0) {
		words = _("suppressed: too small to be shown");
		hidden = true;
	} else if (strcmp(status, "reported") != 0) {
		words = words_status(status);
	} else {
		words = words_value(arena, indicator->type, query_column_real(query, ANSWER_VALUE));
		value = true;
	}
	struct template_dict *cell = template_section(row, value ? K_VALUE_GIVEN : hidden ? K_VALUE_HIDDEN : K_VALUE_NONE);
	template_set(cell, K_TEXT, words);
	if (value && strcmp(indicator->type, "ladder") == 0)
		template_set(template_section(cell, K_LEVEL_TITLE), K_TEXT,
			texts_getf(&indicator->texts, "level.%d", (int)query_column_real(query, ANSWER_VALUE)));
	if (value && !query_column_is_null(query, ANSWER_NUMERATOR) && !query_column_is_null(query, ANSWER_DENOMINATOR) && strcmp(indicator->type, "checklist") != 0)
		template_printf(template_section(cell, K_FRACTION), K_TEXT, "%s / %s", words_number(arena, query_column_real(query, ANSWER_NUMERATOR), 0),
			words_number(arena, query_column_real(query, ANSWER_DENOMINATOR), 0));
	if (scored)
		page_score(row, K_SCORE, request, value ? score : NAN, _("no score"));
	if (!query_column_is_null(query, ANSWER_REASON))
		template_set(template_section(row, K_REASON), K_TEXT, query_column_text(query, ANSWER_REASON));
	if (!query_column_is_null(query, ANSWER_SOURCE))
		template_set(template_section(row, K_ANSWER_SOURCE), K_TEXT, query_column_text(query, ANSWER_SOURCE));
	if (!query_column_is_null(query, ANSWER_NOTE) &&
		(query_column_is_null(query, ANSWER_REASON) || strcmp(query_column_text(query, ANSWER_NOTE), query_column_text(query, ANSWER_REASON)) != 0))
		template_set(template_section(row, K_NOTE), K_TEXT, query_column_text(query, ANSWER_NOTE));
	if (!query_column_is_null(query, ANSWER_CARRIED))
		template_set(template_section(row, K_CARRIED), K_PERIOD, query_column_text(query, ANSWER_CARRIED));
}

enum err indicator_region(struct request *request, const struct framework *framework, const struct indicator *indicator, const char *period,
	struct region *region, struct error *error)
{
	struct query *query = ask(request, SNAPSHOT_indicator_regional, framework, indicator);

	*region = (struct region){ .there = false };
	while (query_next(query)) {
		if (strcmp(query_column_text(query, 0), period) != 0)
			continue;
		*region = (struct region){
			.there = true, .version = query_column_int(query, 1), .n_reporting = query_column_int(query, 2),
			.n_expected = query_column_int(query, 3), .n_hidden = query_column_int(query, 4), .hidden_included = query_column_int(query, 5) != 0,
			.mean = query_column_real(query, 6), .median = query_column_real(query, 7), .min = query_column_real(query, 8),
			.max = query_column_real(query, 9), .q1 = query_column_real(query, 10), .q3 = query_column_real(query, 11),
			.pooled = query_column_real(query, 12), .sum = query_column_real(query, 13),
			.status = arena_strdup(request->arena, query_column_text(query, 14)),
			.type = arena_strdup(request->arena, query_column_text(query, 15)),
		};
	}
	return query_end(query, error);
}

static void figure(struct template_dict *part, const char *label, const char *text)
{
	struct template_dict *item;

	if (*text == '\0')
		return;
	item = template_section(part, K_FIGURE);
	template_set(item, K_LABEL, label);
	template_set(item, K_TEXT, text);
}

static void show_region(struct request *request, struct template_dict *part, const struct framework *framework, const struct region *region,
	bool scored)
{
	struct arena *arena = request->arena;
	int decimals = scored ? 0 : region->max < 20 ? 2 : 1;

	if (!region->there || strcmp(region->status, "ok") != 0) {
		template_set(template_section(part, K_NO_REGION), K_TEXT, region->there && strcmp(region->status, "withheld") == 0 ?
			arena_printf(arena, _("The regional figure is withheld: it would be over fewer than %lld governments."), (long long)framework->minimum_reporting) :
			_("There is no regional figure: no government reported a value that this page may show."));
	} else {
		figure(part, scored ? _("Mean score") : _("Mean"), words_rounded(arena, region->mean, decimals));
		figure(part, _("Median"), words_rounded(arena, region->median, decimals));
		if (!isnan(region->min))
			figure(part, _("Lowest – highest"),
				arena_printf(arena, "%s–%s", words_rounded(arena, region->min, decimals), words_rounded(arena, region->max, decimals)));
		if (!isnan(region->q1))
			figure(part, _("Middle half (quartiles)"),
				arena_printf(arena, "%s–%s", words_rounded(arena, region->q1, decimals), words_rounded(arena, region->q3, decimals)));
		if (!isnan(region->pooled))
			figure(part, _("All numerators by all denominators"), words_value(arena, "percent", region->pooled));
		figure(part, _("Sum"), words_number(arena, region->sum, 0));
	}
	if (region->there) {
		figure(part, _("Governments in the figure"),
			arena_printf(arena, _("%lld of %lld"), (long long)region->n_reporting, (long long)region->n_expected));
	}
	if (region->there && region->n_hidden > 0)
		template_printf(template_section(part, K_HIDDEN), K_TEXT, region->hidden_included ?
			i18n_plural("%lu value that this audience may not see is in the mean.", "%lu values that this audience may not see are in the mean.",
				(unsigned long)region->n_hidden) :
			i18n_plural("%lu value that this audience may not see is left out: it could be worked out otherwise.",
				"%lu values that this audience may not see are left out: they could be worked out otherwise.",
				(unsigned long)region->n_hidden), (unsigned long)region->n_hidden);
}

enum err indicator_period(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, const struct region *region, const char *period, struct error *error)
{
	bool scored = indicator_is_banded(indicator->type, indicator->direction);
	struct template_dict *part = template_section(page, K_RESULTS);

	template_set(part, K_PERIOD, period);
	show_region(request, part, framework, region, scored);
	if (region->there)
		template_set(template_section(part, K_EXPLAIN), K_HREF, explain_indicator_href(request, framework->code, indicator->code, period));
	if (scored)
		template_show(part, K_SCORE_HEAD);
	struct query *query = ask(request, SNAPSHOT_indicator_answers, framework, indicator);
	query_text(query, "period", period);
	query_text(query, "lang", request->language);
	while (query_next(query))
		show_answer(request, template_section(part, K_ANSWER), query, framework, indicator, scored);
	enum err err = query_end(query, error);
	const struct figure_ref ref = { .kind = "indicator", .code = indicator->code, .period = period };
	return err != ERR_OK ? err : figure_show(request, part, K_FIGURE_NOW, framework, &ref, error);
}
