/* page_countries: /{framework}/countries/, the governments in alphabetical order, each with its newest overall score. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/dashboard.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

struct card {
	const char *period;    /* the newest in which it was asked; NULL: none */
	bool there;
	double score, change;
	const char *change_from;
	int64_t n_scored, n_possible, reported, expected;
};

static enum err read_cards(struct request *request, const struct framework *framework, const struct names *participants, struct card *cards,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_country_cards);

	query_text(query, "framework", framework->code);
	while (query_next(query)) {
		size_t at = names_find(participants, query_column_text(query, 0));
		if (at == participants->count)
			continue;
		cards[at] = (struct card){
			.period = arena_strdup(request->arena, query_column_text(query, 1)), .there = !query_column_is_null(query, 3),
			.score = query_column_real(query, 2), .n_scored = query_column_int(query, 3), .n_possible = query_column_int(query, 4),
			.change = query_column_real(query, 5), .change_from = arena_strdup(request->arena, query_column_text(query, 6)),
			.reported = query_column_int(query, 7), .expected = query_column_int(query, 8),
		};
	}
	return query_end(query, error);
}

static void show_card(struct request *request, struct template_dict *page, const struct name *participant, const struct card *card)
{
	struct arena *arena = request->arena;
	struct template_dict *item = template_section(page, K_PARTICIPANT);
	struct template_dict *figures;

	template_set(item, K_CODE, participant->code);
	template_set(item, K_TITLE, participant->title);
	if (card->period == NULL) {
		template_show(item, K_CARD_NONE);
		return;
	}
	figures = template_section(item, K_CARD);
	template_set(figures, K_PERIOD, card->period);
	if (card->there && !isnan(card->score)) {
		struct template_dict *score = template_section(figures, K_CARD_SCORE);
		template_set_int(score, K_BAND, words_band(card->score));
		template_set(score, K_BAND_NAME, words_band_name(words_band(card->score)));
		template_set(score, K_SCORE, words_number(arena, card->score, 0));
		if (!isnan(card->change))
			template_printf(template_section(score, K_OWN_CHANGE), K_TEXT, _("%s since %s"), words_change(arena, card->change, 0), card->change_from);
	} else {
		template_set(template_section(figures, K_CARD_NO_SCORE), K_WHY, card->n_scored > 0 ?
			arena_printf(arena, _("insufficient data: %lld of %lld domains have a score"), (long long)card->n_scored, (long long)card->n_possible) : _("no score"));
	}
	template_set(figures, K_TEXT, card->reported > 0 ?
		arena_printf(arena, _("reported and shown here: %lld of %lld indicators"), (long long)card->reported, (long long)card->expected) :
		_("no reported answer that this page may show"));
	if (card->expected > 0 && card->reported > 0) {
		struct template_dict *bar = template_section(figures, K_BAR);
		template_set_int(bar, K_REPORTED, card->reported);
		template_set_int(bar, K_EXPECTED, card->expected);
	}
}

enum err page_countries(struct request *request, struct response *response, struct error *error)
{
	struct framework framework;
	struct names participants;
	enum err err = framework_read(request, request_text(request, "framework"), &framework, error);

	if (err != ERR_OK)
		return err;
	if (framework.code == NULL)
		return missing_framework(request, response, error);
	if ((err = participants_read(request, &participants, error)) != ERR_OK)
		return err;
	struct card *cards = arena_array(request->arena, participants.count + 1, sizeof *cards);
	if ((err = read_cards(request, &framework, &participants, cards, error)) != ERR_OK)
		return err;
	struct template_dict *page = page_new(request, response, "countries.tpl",
		arena_printf(request->arena, _("Governments: %s"), framework.title), &framework);
	for (size_t i = 0; i < participants.count; i++)
		show_card(request, page, &participants.list[i], &cards[i]);
	return ERR_OK;
}
