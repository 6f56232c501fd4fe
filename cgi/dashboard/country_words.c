/* country_words: a government's period in a few neutral sentences; see country.h. They tell what stands in the rows, and judge nothing. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/country.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"

#define MOVES 3 /* named in each direction */

static void sentence(struct template_dict *page, const char *text)
{
	template_set(template_section(page, K_SENTENCE_ITEM), K_TEXT, text);
}

static const struct country_coverage *coverage_of(const struct country *country)
{
	const char *period = country->periods.list[country->period].code;

	for (size_t i = 0; i < country->coverage.count; i++)
		if (strcmp(country->coverage.list[i].period, period) == 0)
			return &country->coverage.list[i];
	return NULL;
}

bool country_asked(const struct country *country)
{
	return coverage_of(country) != NULL;
}

static void tell_coverage(const struct country *country, struct template_dict *page)
{
	struct arena *arena = country->request->arena;
	const char *period = country->periods.list[country->period].code;
	const struct country_coverage *coverage = coverage_of(country);

	if (coverage == NULL) {
		sentence(page, arena_printf(arena, _("%s was not asked to report for %s."), country->participant.title, period));
		return;
	}
	const char *text = arena_printf(arena, _("Reported for %s: %lld of %lld indicators"), period, (long long)coverage->reported, (long long)coverage->expected);
	int64_t none = coverage->expected - coverage->reported - coverage->not_available - coverage->not_applicable;
	if (coverage->not_available > 0)
		text = arena_printf(arena, _("%s; not available: %lld"), text, (long long)coverage->not_available);
	if (coverage->not_applicable > 0)
		text = arena_printf(arena, _("%s; not applicable: %lld"), text, (long long)coverage->not_applicable);
	if (none > 0)
		text = arena_printf(arena, "%s; %s: %lld", text, framework_no_answer(&country->framework), (long long)none);
	sentence(page, arena_printf(arena, "%s.", text));
}

static void tell_score(const struct country *country, struct template_dict *page)
{
	struct arena *arena = country->request->arena;
	const struct country_moment *all = country_moment(country, 0, country->period);

	if (!all->there)
		return;
	if (isnan(all->score))
		sentence(page, arena_printf(arena, _("There is no score over all domains: %lld of %lld domains have one."), (long long)all->n_scored, (long long)all->n_possible));
	else if (isnan(all->min))
		sentence(page, arena_printf(arena, _("Over all domains the score is %s of 100 (%s)."), words_number(arena, all->score, 0), words_band_name(words_band(all->score))));
	else
		sentence(page, arena_printf(arena, _("Over all domains the score is %s of 100 (%s); the region reaches from %s to %s, with a median of %s."),
			words_number(arena, all->score, 0), words_band_name(words_band(all->score)), words_number(arena, all->min, 0),
			words_number(arena, all->max, 0), words_number(arena, all->median, 0)));
}

/* The domain that moved most in a direction among those that are not told yet; 0: none. */
static size_t next_move(const struct country *country, int direction, const bool *told)
{
	size_t best = 0;
	double most = 0;

	for (size_t d = 1; d < country->domains.count; d++) {
		double change = direction * country_moment(country, d, country->period)->change;
		if (!told[d] && !isnan(change) && change > most && number_round_half_even(change, 0) > 0) {
			best = d;
			most = change;
		}
	}
	return best;
}

/* "Law (+8), Justice (+3)"; "" for none. */
static const char *moves(const struct country *country, int direction)
{
	struct arena *arena = country->request->arena;
	bool *told = arena_array(arena, country->domains.count, sizeof *told);
	const char *text = "";

	for (int i = 0; i < MOVES; i++) {
		size_t d = next_move(country, direction, told);
		if (d == 0)
			break;
		told[d] = true;
		text = arena_printf(arena, "%s%s%s (%s)", text, i > 0 ? ", " : "", country->domains.list[d].title,
			words_change(arena, country_moment(country, d, country->period)->change, 0));
	}
	return text;
}

static void tell_moves(const struct country *country, struct template_dict *page)
{
	struct arena *arena = country->request->arena;
	const char *period = country->periods.list[country->period].code, *from = NULL;
	const char *up = moves(country, 1), *down = moves(country, -1);
	bool scored = false;

	for (size_t d = 0; d < country->domains.count; d++) {
		const struct country_moment *moment = country_moment(country, d, country->period);
		scored |= moment->there && !isnan(moment->score);
		if (from == NULL && moment->there && !isnan(moment->change))
			from = moment->change_from;
	}
	if (!scored)
		return;
	if (from == NULL) {
		sentence(page, country->period == 0 ? arena_printf(arena, _("%s is the first period, so that there is no change yet."), period) :
			arena_printf(arena, _("There is no change to tell for %s: no earlier period has a score on the same questions."), period));
		return;
	}
	if (*up != '\0' && *down != '\0')
		sentence(page, arena_printf(arena, _("Since %s, up: %s; down: %s."), from, up, down));
	else if (*up != '\0')
		sentence(page, arena_printf(arena, _("Since %s, up: %s; no domain is down."), from, up));
	else if (*down != '\0')
		sentence(page, arena_printf(arena, _("Since %s, down: %s; no domain is up."), from, down));
	else
		sentence(page, arena_printf(arena, _("No domain has moved since %s."), from));
}

static void tell_missing(const struct country *country, struct template_dict *page)
{
	struct arena *arena = country->request->arena;
	const char *text = "";

	for (size_t d = 1; d < country->domains.count; d++) {
		const struct country_moment *moment = country_moment(country, d, country->period);
		if (moment->there && isnan(moment->score))
			text = arena_printf(arena, "%s%s%s", text, *text != '\0' ? ", " : "", country->domains.list[d].title);
	}
	if (*text != '\0')
		sentence(page, arena_printf(arena, _("Too few answers for a score: %s."), text));
}

static void tell_steps(const struct country *country, struct template_dict *page)
{
	unsigned long n = 0;

	for (size_t i = 0; i < country->answers.count; i++)
		n += country_next_of(&country->answers.list[i]) > 0;
	if (n > 0)
		sentence(page, arena_printf(country->request->arena, i18n_plural("%lu ladder has a next level; its criteria stand under “Next steps”.",
			"%lu ladders have a next level; their criteria stand under “Next steps”.", n), n));
}

void country_sentences(const struct country *country, struct template_dict *page)
{
	tell_coverage(country, page);
	if (coverage_of(country) == NULL)
		return;
	tell_score(country, page);
	tell_moves(country, page);
	tell_missing(country, page);
	tell_steps(country, page);
}
