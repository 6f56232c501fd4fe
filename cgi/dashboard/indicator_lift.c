/*
 * indicator_lift: what would lift the indicator: the next level's criteria for each level at which governments stand, the items of a
 * checklist that are met least, the lever of a percentage; see indicator.h. Governments are in alphabetical order.
 */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* --- ladders --- */

struct criterion {
	int64_t level, position;
};

struct criteria {
	struct criterion *list;
	size_t count;
};

static enum err read_criteria(struct request *request, const struct framework *framework, const struct indicator *indicator,
	struct criteria *criteria, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_indicator_criteria);

	*criteria = (struct criteria){ .list = NULL };
	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator->code);
	query_int(query, "version", indicator->version);
	while (query_next(query)) {
		criteria->list = arena_grow(request->arena, criteria->list, criteria->count, sizeof *criteria->list);
		criteria->list[criteria->count++] = (struct criterion){ .level = query_column_int(query, 0), .position = query_column_int(query, 1) };
	}
	return query_end(query, error);
}

static void show_level(struct request *request, struct template_dict *part, const struct indicator *indicator, const struct criteria *criteria,
	int64_t level, size_t n)
{
	struct template_dict *item = template_section(part, K_LIFT_LEVEL);

	template_set_int(item, K_NUMBER, level);
	template_set(item, K_TITLE, texts_getf(&indicator->texts, "level.%lld", (long long)level));
	template_set(item, K_N_HERE, arena_printf(request->arena, i18n_plural("%lu government", "%lu governments", (unsigned long)n), (unsigned long)n));
	if (level + 1 >= indicator->levels) {
		template_show(item, K_LIFT_TOP);
		return;
	}
	struct template_dict *next = template_section(item, K_LIFT_NEXT);
	template_set_int(next, K_NUMBER, level + 1);
	template_set(next, K_TITLE, texts_getf(&indicator->texts, "level.%lld", (long long)level + 1));
	for (size_t i = 0; i < criteria->count; i++)
		if (criteria->list[i].level == level + 1)
			template_set(template_section(next, K_CRITERION), K_TEXT, texts_getf(&indicator->texts, "level.%lld.criterion.%lld",
				(long long)level + 1, (long long)criteria->list[i].position));
}

static void show_step(struct request *request, struct template_dict *part, const struct indicator *indicator, const struct stand *stand)
{
	struct template_dict *row = template_section(part, K_LIFT_STEP);
	long long level = llround(stand->value);

	template_set(row, K_CODE, stand->code);
	template_set(row, K_TITLE, stand->title);
	template_set(row, K_VALUE, words_value(request->arena, "ladder", stand->value));
	template_set_int(row, K_NUMBER, level);
	template_set(row, K_STEP, level + 1 < indicator->levels ? arena_printf(request->arena, _("level %lld: %s"), level + 1,
		texts_getf(&indicator->texts, "level.%lld", level + 1)) : _("keep the highest level"));
}

static enum err show_ladder(struct request *request, struct template_dict *lift, const struct framework *framework,
	const struct indicator *indicator, const struct stands *stands, struct error *error)
{
	struct criteria criteria;
	enum err err = read_criteria(request, framework, indicator, &criteria, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *part = template_section(lift, K_LIFT_LADDER);
	for (int64_t level = 0; level < indicator->levels; level++) {
		size_t n = stands_at(stands, level);
		if (n > 0)
			show_level(request, part, indicator, &criteria, level, n);
	}
	for (size_t i = 0; i < stands->count; i++)
		if (stands->list[i].given)
			show_step(request, part, indicator, &stands->list[i]);
	return ERR_OK;
}

/* --- checklists --- */

static enum err show_checklist(struct request *request, struct template_dict *lift, const struct framework *framework,
	const struct indicator *indicator, const char *period, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_indicator_item_regional);
	struct template_dict *part = template_section(lift, K_LIFT_ITEMS);
	bool any = false;

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator->code);
	query_text(query, "period", period);
	query_int(query, "version", indicator->version);
	while (query_next(query)) {
		long long met = query_column_int(query, 1), known = query_column_int(query, 2);
		const char *title = texts_getf(&indicator->texts, "item.%s", query_column_text(query, 0));
		struct template_dict *row = template_section(part, K_LIFT_ITEM);
		any = true;
		template_set(row, K_TITLE, *title != '\0' ? title : query_column_text(query, 0));
		template_printf(row, K_TEXT, _("%lld of %lld"), met, known);
		template_set_int(row, K_VALUE, met);
		template_set_int(row, K_MOST, known);
	}
	template_show(part, any ? K_LIFT_ITEMS_SOME : K_LIFT_ITEMS_NONE);
	return query_end(query, error);
}

/* --- numbers --- */

static void show_words(struct template_dict *lift, const struct indicator *indicator)
{
	static const struct { const char *part; enum template_key section; } parts[] = {
		{ "numerator", K_NUMERATOR }, { "denominator", K_DENOMINATOR }, { "guidance", K_GUIDANCE }, { "evidence", K_EVIDENCE },
	};
	struct template_dict *words = template_section(lift, K_LIFT_WORDS);
	bool divided = *texts_get(&indicator->texts, "numerator") != '\0';
	bool decrease = strcmp(indicator->direction, "decrease") == 0;

	if (strcmp(indicator->direction, "neutral") == 0)
		template_set(words, K_TEXT, _("Neither a higher nor a lower value is better in itself, so that nothing “lifts” it. What can be made better is how completely it is counted:"));
	else if (divided)
		template_set(words, K_TEXT, decrease ? _("It falls when less of what the denominator counts is counted in the numerator too:") :
			_("It rises when more of what the denominator counts is counted in the numerator too:"));
	else if (strcmp(indicator->type, "yes_no") == 0)
		template_set(words, K_TEXT, _("What makes the answer a yes:"));
	else
		template_set(words, K_TEXT, decrease ? _("What counts, and so what would make it fall:") : _("What counts, and so what would make it rise:"));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		const char *text = texts_get(&indicator->texts, parts[i].part);
		if (*text != '\0')
			template_set(template_section(words, parts[i].section), K_TEXT, text);
	}
}

enum err indicator_lift(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, const struct stands *stands, const char *period, struct error *error)
{
	bool ladder = strcmp(indicator->type, "ladder") == 0, checklist = strcmp(indicator->type, "checklist") == 0;

	/* What is no longer asked needs no next step; where nobody stands anywhere the definition says all there is. */
	if (!indicator->current || stands->given == 0)
		return ERR_OK;
	if (!ladder && !checklist && *texts_get(&indicator->texts, "guidance") == '\0' && *texts_get(&indicator->texts, "numerator") == '\0')
		return ERR_OK;
	struct template_dict *lift = template_section(page, K_LIFT);
	template_set(lift, K_PERIOD, period);
	if (ladder)
		return show_ladder(request, lift, framework, indicator, stands, error);
	if (checklist)
		return show_checklist(request, lift, framework, indicator, period, error);
	show_words(lift, indicator);
	return ERR_OK;
}
