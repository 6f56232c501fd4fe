/* report_summary: the first chapter, the round in plain words; see report.h. Each sentence is made from the figures, and left out without them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cgi/dashboard/report.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"

#define MOVES_MOST 5
#define TITLES_MOST 8 /* indicators named in full; more of them by their codes */

static void key_figure(struct template_dict *page, const char *figure, const char *words)
{
	struct template_dict *item = template_section(page, K_KEY_FIGURE);

	template_set(item, K_TEXT, figure);
	template_set(item, K_LABEL, words);
}

static void sentence(struct template_dict *paragraph, const char *text)
{
	template_set(template_section(paragraph, K_SENTENCE_ITEM), K_TEXT, text);
}

/* --- who answered --- */

static void tell_coverage(const struct report *report, struct template_dict *page)
{
	struct arena *arena = report->request->arena;
	struct report_coverage all = { 0 };
	size_t answered = 0;
	const char *silent = "";
	struct template_dict *paragraph = template_section(page, K_PARAGRAPH);

	for (size_t i = 0; i < report->participants.count; i++) {
		const struct report_coverage *one = &report->coverage[i];
		all.reported += one->reported;
		all.not_available += one->not_available;
		all.not_applicable += one->not_applicable;
		all.expected += one->expected;
		if (one->reported > 0)
			answered++;
		else
			silent = arena_printf(arena, "%s%s%s", silent, *silent != '\0' ? ", " : "", report->participants.list[i].title);
	}
	key_figure(page, arena_printf(arena, _("%lld of %lld"), (long long)answered, (long long)report->participants.count),
		_("governments with answers shown here"));
	key_figure(page, arena_printf(arena, _("%lld of %lld"), (long long)all.reported, (long long)all.expected), _("answers with a figure"));
	sentence(paragraph, arena_printf(arena, i18n_plural("The round asked %lu government for %lld indicators each.",
		"The round asked %lu governments for %lld indicators each.", (unsigned long)report->participants.count),
		(unsigned long)report->participants.count, (long long)report->indicators.count));
	if (*silent != '\0')
		sentence(paragraph, arena_printf(arena, framework_is_whole(report->framework) ? _("The source has no figure of: %s.") :
			_("This report shows no figure of: %s."), silent));
	int64_t none = all.expected - all.reported - all.not_available - all.not_applicable;
	if (all.reported == all.expected)
		sentence(paragraph, _("Every government answered every indicator with a figure."));
	else
		sentence(paragraph, arena_printf(arena, framework_is_whole(report->framework) ?
			_("Of %lld answers asked for, %lld are reported, %lld not available and %lld not applicable; %lld are not in the source.") :
			_("Of %lld answers asked for, %lld are reported, %lld not available and %lld not applicable; of %lld this report shows no answer, because none was given or it is not cleared for its readers."),
			(long long)all.expected, (long long)all.reported, (long long)all.not_available, (long long)all.not_applicable, (long long)none));
}

/* How many answers a later release corrected. */
static void tell_corrections(const struct report *report, struct template_dict *page)
{
	unsigned long corrected = 0;

	for (size_t i = 0; i < report->indicators.count * report->participants.count; i++)
		corrected += report->answers[i].old_status != NULL;
	if (corrected > 0)
		sentence(template_section(page, K_PARAGRAPH), arena_printf(report->request->arena,
			i18n_plural("%lu answer was corrected after it had been released; the annex tells what it had been.",
				"%lu answers were corrected after they had been released; the annex tells what they had been.", corrected), corrected));
}

/* --- where the region stands --- */

static void tell_level(const struct report *report, struct template_dict *page, struct template_dict *paragraph)
{
	struct arena *arena = report->request->arena;
	const struct report_figure *all = report->domains.count > 0 ? &report->domains.list[0].figure : NULL;

	if (all == NULL || isnan(all->mean)) {
		if (all != NULL)
			sentence(paragraph, arena_printf(arena, _("There is no regional figure over all domains: %s."), report_why(report, all)));
		return;
	}
	key_figure(page, arena_printf(arena, "%s", words_number(arena, all->mean, 0)), _("regional mean of all domains, of 100"));
	sentence(paragraph, arena_printf(arena, _("Over all domains the regional mean is %s of 100, which is %s."), words_number(arena, all->mean, 0),
		words_band_name(words_band(all->mean))));
	if (!isnan(all->min))
		sentence(paragraph, arena_printf(arena, _("The governments' scores lie between %s and %s, half of them at or below %s."),
			words_number(arena, all->min, 0), words_number(arena, all->max, 0), words_number(arena, all->median, 0)));
	if (all->earlier == NULL && report->periods.count > 1)
		sentence(paragraph, _("The questions are not the same as in the round before, so the figure over all domains is not compared with earlier ones."));
	else if (all->earlier != NULL)
		sentence(paragraph, arena_printf(arena, _("In %s it was %s: %s."), all->earlier, words_number(arena, all->earlier_mean, 0),
			report_change(report, all, true)));
}

static void tell_extremes(const struct report *report, struct template_dict *paragraph)
{
	const struct report_domain *high = NULL, *low = NULL;

	for (size_t i = 1; i < report->domains.count; i++) {
		const struct report_domain *domain = &report->domains.list[i];
		if (isnan(domain->figure.mean))
			continue;
		if (high == NULL || domain->figure.mean > high->figure.mean)
			high = domain;
		if (low == NULL || domain->figure.mean < low->figure.mean)
			low = domain;
	}
	if (high == NULL || high == low)
		return;
	sentence(paragraph, arena_printf(report->request->arena, _("Of the domains, the regional mean is highest in “%s” (%s) and lowest in “%s” (%s)."),
		high->title, words_number(report->request->arena, high->figure.mean, 0), low->title,
		words_number(report->request->arena, low->figure.mean, 0)));
}

/* --- what moved --- */

static double move_of(const struct report_indicator *indicator)
{
	double change = indicator->figure.mean - indicator->figure.earlier_mean;
	bool judged = strcmp(indicator->direction, "neutral") != 0 && strcmp(indicator->type, "count") != 0 && strcmp(indicator->type, "rate") != 0;

	if (indicator->figure.earlier == NULL || isnan(change) || !judged || number_round_half_even(change, 0) == 0)
		return 0;
	return strcmp(indicator->direction, "decrease") == 0 ? -change : change;
}

/* Largest move first; equal ones stay in the order of the catalogue. */
static int by_size(const void *a, const void *b)
{
	const struct report_indicator *one = *(const struct report_indicator *const *)a, *other = *(const struct report_indicator *const *)b;
	double difference = fabs(move_of(other)) - fabs(move_of(one));

	return difference > 0 ? 1 : difference < 0 ? -1 : one < other ? -1 : 1;
}

/* Returns how many moved that way. */
static size_t tell_moves(const struct report *report, struct template_dict *page, enum template_key section, bool better)
{
	struct arena *arena = report->request->arena;
	const struct report_indicator **moved = arena_array(arena, report->indicators.count + 1, sizeof *moved);
	size_t count = 0;

	for (size_t i = 0; i < report->indicators.count; i++) {
		double move = move_of(&report->indicators.list[i]);
		if (better ? move > 0 : move < 0)
			moved[count++] = &report->indicators.list[i];
	}
	if (count == 0)
		return 0;
	qsort(moved, count, sizeof *moved, by_size);
	struct template_dict *part = template_section(page, section);
	for (size_t i = 0; i < count && i < MOVES_MOST; i++) {
		const struct report_figure *figure = &moved[i]->figure;
		struct template_dict *item = template_section(part, K_MOVE);
		template_set(item, K_CODE, moved[i]->code);
		template_set(item, K_TITLE, moved[i]->title);
		template_set(item, K_FROM, report_number(report, true, figure->earlier_mean));
		template_set(item, K_TO, report_number(report, true, figure->mean));
		template_set(item, K_CHANGE_TEXT, report_change(report, figure, true));
		/* Fewer governments, or more, are a reason for a move of their own. */
		if (figure->earlier_n != figure->n_reporting)
			template_printf(template_section(item, K_OTHER_COUNT), K_TEXT, _("%lld governments then, %lld now"), (long long)figure->earlier_n,
				(long long)figure->n_reporting);
	}
	if (count > MOVES_MOST)
		template_printf(template_section(part, K_MORE), K_TEXT,
			i18n_plural("and %lu more, in the chapter “Domain by domain”", "and %lu more, in the chapter “Domain by domain”",
				(unsigned long)(count - MOVES_MOST)), (unsigned long)(count - MOVES_MOST));
	return count;
}

static bool comparable(const struct report *report)
{
	for (size_t i = 0; i < report->indicators.count; i++)
		if (report->indicators.list[i].figure.earlier != NULL && !isnan(report->indicators.list[i].figure.mean))
			return true;
	return false;
}

/* --- what is not there --- */

static size_t without_figure(const struct report *report)
{
	size_t count = 0;

	for (size_t i = 0; i < report->indicators.count; i++)
		count += strcmp(report->indicators.list[i].figure.status, "ok") != 0;
	return count;
}

static void tell_gaps(const struct report *report, struct template_dict *page)
{
	struct arena *arena = report->request->arena;
	const char *withheld = "", *none = "";
	size_t hidden = 0;
	bool titles = without_figure(report) <= TITLES_MOST;

	for (size_t i = 0; i < report->indicators.count; i++) {
		const struct report_indicator *indicator = &report->indicators.list[i];
		hidden += indicator->n_hidden > 0;
		if (strcmp(indicator->figure.status, "ok") == 0)
			continue;
		const char **list = strcmp(indicator->figure.status, "withheld") == 0 ? &withheld : &none;
		*list = titles ? arena_printf(arena, "%s%s%s (%s)", *list, **list != '\0' ? "; " : "", indicator->title, indicator->code) :
			arena_printf(arena, "%s%s%s", *list, **list != '\0' ? ", " : "", indicator->code);
	}
	if (*withheld == '\0' && *none == '\0' && hidden == 0) {
		template_show(page, K_GAPS_NONE);
		return;
	}
	if (*withheld != '\0') {
		struct template_dict *part = template_section(page, K_GAPS_WITHHELD);
		template_set_int(part, K_MINIMUM, report->framework->minimum_reporting);
		template_set(part, K_TEXT, withheld);
	}
	if (*none != '\0')
		template_set(template_section(page, K_GAPS_NO_DATA), K_TEXT, none);
	if (hidden > 0)
		template_printf(template_section(page, K_GAPS_HIDDEN), K_TEXT,
			i18n_plural("For %lu indicator there are answers that are not cleared for the readers of this report.",
				"For %lu indicators there are answers that are not cleared for the readers of this report.", (unsigned long)hidden),
			(unsigned long)hidden);
}

void report_summary(const struct report *report, struct template_dict *page)
{
	struct template_dict *paragraph;

	template_show(page, framework_is_whole(report->framework) ? K_SOURCE_WHOLE : K_KEPT_BACK);
	tell_coverage(report, page);
	paragraph = template_section(page, K_PARAGRAPH);
	tell_level(report, page, paragraph);
	tell_extremes(report, paragraph);
	tell_corrections(report, page);
	if (!comparable(report)) {
		template_show(page, report->periods.count > 1 ? K_MOVES_NOT_COMPARABLE : K_MOVES_FIRST);
	} else if (tell_moves(report, page, K_MOVES_UP, true) + tell_moves(report, page, K_MOVES_DOWN, false) == 0) {
		template_show(page, K_MOVES_STILL);
	}
	tell_gaps(report, page);
}
