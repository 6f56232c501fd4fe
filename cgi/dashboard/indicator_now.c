/* indicator_now: where the governments stand in one period, and that in a sentence; see indicator.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

enum err indicator_stands(struct request *request, const struct framework *framework, const struct indicator *indicator, const char *period,
	struct stands *stands, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_indicator_answers);

	*stands = (struct stands){ .list = NULL };
	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator->code);
	query_text(query, "period", period);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		const char *status = query_column_text(query, ANSWER_STATUS);
		bool given = status != NULL && strcmp(status, "reported") == 0 && query_column_int(query, ANSWER_SUPPRESSED) == 0;
		stands->list = arena_grow(arena, stands->list, stands->count, sizeof *stands->list);
		stands->list[stands->count++] = (struct stand){ .code = arena_strdup(arena, query_column_text(query, ANSWER_PARTICIPANT)),
			.title = arena_strdup(arena, query_column_text(query, ANSWER_TITLE)), .given = given,
			.value = given ? query_column_real(query, ANSWER_VALUE) : NAN };
		stands->given += given;
	}
	return query_end(query, error);
}

size_t stands_at(const struct stands *stands, int64_t level)
{
	size_t n = 0;

	for (size_t i = 0; i < stands->count; i++)
		n += stands->list[i].given && llround(stands->list[i].value) == level;
	return n;
}

/* "2 at level 1, 1 at level 3" */
static const char *by_level(struct arena *arena, const struct indicator *indicator, const struct stands *stands)
{
	const char *list = "";

	for (int64_t level = 0; level < indicator->levels; level++) {
		size_t n = stands_at(stands, level);
		if (n > 0)
			list = arena_printf(arena, "%s%s%s", list, *list != '\0' ? ", " : "", arena_printf(arena, _("%zu at level %lld"), n, (long long)level));
	}
	return list;
}

static const char *spread(struct request *request, const struct indicator *indicator, const struct region *region, const char *period, int given,
	int all)
{
	struct arena *arena = request->arena;
	bool points = strcmp(indicator->type, "checklist") == 0;
	const char *type = points ? "count" : indicator->type;
	const char *text;

	if (!region->there || strcmp(region->status, "ok") != 0 || isnan(region->min))
		return arena_printf(arena, _("In %s, %d of %d governments show an answer here; there is no regional figure."), period, given, all);
	text = arena_printf(arena, points ? _("In %s, %d of %d governments show an answer here: from %s to %s of 100 points, half of them at or below %s.") :
		_("In %s, %d of %d governments show an answer here: from %s to %s, half of them at or below %s."), period, given, all,
		words_value(arena, type, region->min), words_value(arena, type, region->max),
		words_value(arena, type, region->median));
	if (!isnan(region->sum))
		text = arena_printf(arena, _("%s The sum is %s."), text, words_number(arena, region->sum, 0));
	return text;
}

void indicator_now(struct request *request, struct template_dict *page, const struct indicator *indicator, const struct region *region,
	const struct stands *stands, const char *period)
{
	struct arena *arena = request->arena;
	int given = (int)stands->given, all = (int)stands->count;
	const char *text;

	if (given == 0)
		text = arena_printf(arena, _("In %s no government shows an answer here."), period);
	else if (strcmp(indicator->type, "ladder") == 0)
		text = arena_printf(arena, _("In %s, %d of %d governments show an answer here: %s."), period, given, all,
			by_level(arena, indicator, stands));
	else if (strcmp(indicator->type, "yes_no") == 0)
		text = arena_printf(arena, _("In %s, %d of %d governments show an answer here; yes: %d."), period, given, all,
			(int)stands_at(stands, 1));
	else
		text = spread(request, indicator, region, period, given, all);
	template_set(template_section(page, K_NOW), K_TEXT, text);
}
