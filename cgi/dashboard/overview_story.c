/* overview_story: the region in words, and what moved most; see overview.h. Every figure is a row of the snapshot. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/overview.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

void overview_say(struct template_dict *part, const char *sentence)
{
	template_set(template_section(part, K_SENTENCES), K_SENTENCE, sentence);
}

/* --- the region in words --- */

static void say_level(struct request *request, struct template_dict *part, const struct framework *framework, const char *period,
	const struct regional *all)
{
	struct arena *arena = request->arena;

	if (!all->there || all->n_reporting == 0) {
		overview_say(part, arena_printf(arena, _("No government has enough answers for a score in %s."), period));
		return;
	}
	overview_say(part, arena_printf(arena, i18n_plural("In %s %lu of %lld governments has enough answers for a score.",
		"In %s %lu of %lld governments have enough answers for a score.", (unsigned long)all->n_reporting), period,
		(unsigned long)all->n_reporting, (long long)all->n_expected));
	if (isnan(all->mean))
		overview_say(part, arena_printf(arena, _("A regional figure is told from %lld governments on."), (long long)framework->minimum_reporting));
	else if (isnan(all->min) || all->n_reporting == 1)
		overview_say(part, arena_printf(arena, _("The mean over all domains is %s of 100: %s."), words_number(arena, all->mean, 0),
			words_band_name(words_band(all->mean))));
	else
		overview_say(part, arena_printf(arena, _("Their mean over all domains is %s of 100: %s. They lie between %s and %s."),
			words_number(arena, all->mean, 0), words_band_name(words_band(all->mean)), words_number(arena, all->min, 0),
			words_number(arena, all->max, 0)));
}

static enum err say_move(struct request *request, struct template_dict *part, const struct framework *framework, const struct story *story,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_overview_move);

	query_text(query, "framework", framework->code);
	query_text(query, "period", story->periods->list[story->period].code);
	if (query_next(query)) {
		struct arena *arena = request->arena;
		const char *since = query_column_text(query, 0);
		unsigned long n = (unsigned long)query_column_int(query, 1);
		const char *before = words_number(arena, query_column_real(query, 2), 0), *now = words_number(arena, query_column_real(query, 3), 0);
		double change = query_column_real(query, 4);
		if (strcmp(before, now) == 0)
			overview_say(part, arena_printf(arena, i18n_plural("Since %s the mean of the %lu government with a score in both periods stayed at %s.",
				"Since %s the mean of the %lu governments with a score in both periods stayed at %s.", n), since, n, now));
		else
			overview_say(part, arena_printf(arena, change > 0 ?
				i18n_plural("Since %s the mean of the %lu government with a score in both periods rose from %s to %s.",
					"Since %s the mean of the %lu governments with a score in both periods rose from %s to %s.", n) :
				i18n_plural("Since %s the mean of the %lu government with a score in both periods fell from %s to %s.",
					"Since %s the mean of the %lu governments with a score in both periods fell from %s to %s.", n), since, n, before, now));
	} else if (story->period > 0 && story->regional[0].n_reporting > 0 && strcmp(story->periods->list[story->period].basis,
		story->periods->list[story->period - 1].basis) == 0) {
		overview_say(part, _("Too few governments have a score in both this period and the one before to tell how the region changed."));
	} else if (story->period > 0 && strcmp(story->periods->list[story->period].basis, story->periods->list[story->period - 1].basis) != 0) {
		overview_say(part, _("The questions are others than in the period before, so that no change can be told."));
	}
	return query_end(query, error);
}

/* Domains with the largest and the smallest mean, where one of each stands out. */
static void say_domains(struct request *request, struct template_dict *part, const struct story *story)
{
	size_t high = 0, low = 0, highs = 0, lows = 0;

	for (size_t i = 1; i < story->domains->count; i++) {
		double mean = story->regional[i].there ? story->regional[i].mean : NAN;
		if (isnan(mean))
			continue;
		if (highs == 0 || mean > story->regional[high].mean) {
			high = i;
			highs = 0;
		}
		if (lows == 0 || mean < story->regional[low].mean) {
			low = i;
			lows = 0;
		}
		highs += !(mean < story->regional[high].mean);
		lows += !(mean > story->regional[low].mean);
	}
	if (highs != 1 || lows != 1 || high == low)
		return;
	overview_say(part, arena_printf(request->arena, _("The regional mean is highest in “%s” (%s) and lowest in “%s” (%s)."),
		story->domains->list[high].title, words_number(request->arena, story->regional[high].mean, 0), story->domains->list[low].title,
		words_number(request->arena, story->regional[low].mean, 0)));
}

enum err overview_story(struct request *request, struct template_dict *part, const struct framework *framework, const struct story *story,
	struct error *error)
{
	say_level(request, part, framework, story->periods->list[story->period].code, &story->regional[0]);
	enum err err = say_move(request, part, framework, story, error);
	if (err == ERR_OK)
		say_domains(request, part, story);
	return err;
}

/* --- what moved most --- */

#define CELL_MOST 6 /* several may have moved by as much */

static const struct {
	const char *kind, *title, *path;
} kinds[] = {
	{ "domain", N_("Domains, regional mean"), "indicators/#" },
	{ "indicator", N_("Indicators, regional mean"), "indicators/" },
	{ "participant", N_("Governments, all domains"), "countries/" },
};

/* `since` is the period that the table says; a government's own period before may be an earlier one. */
static void show_move(struct request *request, struct template_dict *item, const struct framework *framework, const char *path,
	const char *since, struct query *query)
{
	struct arena *arena = request->arena;
	const char *code = query_column_text(query, 1), *direction = query_column_text(query, 3);

	template_printf(item, K_HREF, "%s/%s/%s%s", request->prefix, framework->code, path, code);
	template_set(item, K_TITLE, query_column_text(query, 2));
	template_set(item, K_CHANGE_TEXT, words_change(arena, query_column_real(query, 6), 0));
	template_printf(item, K_TEXT, "%s → %s", words_number(arena, query_column_real(query, 4), 0),
		words_number(arena, query_column_real(query, 5), 0));
	if (strcmp(query_column_text(query, 7), since) != 0)
		template_printf(template_section(item, K_MOVE_DIRECTION), K_DIRECTION, _("since %s"), query_column_text(query, 7));
	if (strcmp(direction, "decrease") == 0)
		template_set(template_section(item, K_MOVE_DIRECTION), K_DIRECTION, words_direction(direction));
}

enum err overview_moves(struct request *request, struct template_dict *part, const struct framework *framework, const char *period,
	struct error *error)
{
	static const enum template_key cells[2] = { K_MOVE_DOWN, K_MOVE_UP };
	struct query *query = database_query(request->db, SNAPSHOT_overview_moves);
	struct template_dict *table = NULL, *row = NULL;
	size_t kind = sizeof kinds / sizeof *kinds, counts[2] = { 0, 0 };
	const char *since = "";

	query_text(query, "framework", framework->code);
	query_text(query, "period", period);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		bool up = query_column_real(query, 6) > 0;
		if (table == NULL) {
			table = template_section(part, K_MOVES);
			since = arena_strdup(request->arena, query_column_text(query, 7));
			template_set(table, K_PERIOD, since);
		}
		if (row == NULL || strcmp(kinds[kind].kind, query_column_text(query, 0)) != 0) {
			kind = 0;
			while (kind + 1 < sizeof kinds / sizeof *kinds && strcmp(kinds[kind].kind, query_column_text(query, 0)) != 0)
				kind++;
			row = template_section(table, K_MOVE_ROW);
			template_set(row, K_TITLE, i18n_text(kinds[kind].title));
			counts[0] = counts[1] = 0;
		}
		if (++counts[up] <= CELL_MOST)
			show_move(request, template_section(row, cells[up]), framework, kinds[kind].path, since, query);
		else if (counts[up] == CELL_MOST + 1)
			template_show(row, up ? K_MOVE_UP_MORE : K_MOVE_DOWN_MORE);
	}
	if (table == NULL)
		template_show(part, K_NO_MOVES);
	return query_end(query, error);
}
