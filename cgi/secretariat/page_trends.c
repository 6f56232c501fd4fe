/*
 * trends: what moved since the last round, how complete the round is, where answers are far from official figures, and the data-quality
 * list; of what is accepted or released. Alphabetical, without ranks.
 */
#include <math.h>
#include <string.h>

#include "cgi/secretariat/trends.h"
#include "indicators/base/i18n.h"

struct choice {
	struct round_list list;
	const struct round *chosen; /* or NULL */
	const char *framework, *period; /* of it, or as the address has them */
};

/* The round that the address names, or else the newest that is no import, or else the newest of all. */
MUST_USE static enum err choose(struct request *request, struct choice *choice, struct error *error)
{
	const char *framework = request_text(request, "framework"), *period = request_text(request, "period");
	enum err err = round_list(request->db, request->arena, request->language, &choice->list, error);

	choice->chosen = NULL;
	for (size_t i = 0; err == ERR_OK && i < choice->list.count; i++) {
		const struct round *round = &choice->list.rows[i];

		if ((framework[0] != '\0' && strcmp(framework, round->framework) != 0) || (period[0] != '\0' && strcmp(period, round->period) != 0))
			continue;
		if (choice->chosen == NULL || (choice->chosen->imported && !round->imported && period[0] == '\0'))
			choice->chosen = round;
	}
	choice->framework = choice->chosen != NULL ? choice->chosen->framework : framework;
	choice->period = choice->chosen != NULL ? choice->chosen->period : period;
	return err;
}

static void show_rounds(struct template_dict *body, const struct choice *choice)
{
	for (size_t i = 0; i < choice->list.count; i++) {
		const struct round *round = &choice->list.rows[i];
		struct template_dict *option = template_section(body, K_T_ROUND);

		template_printf(option, K_T_ROUND_HREF, "/secretariat/trends?framework=%s&period=%s", round->framework, round->period);
		template_printf(option, K_T_ROUND_TITLE, "%s, %s", round->framework_title, round->period);
		if (round == choice->chosen)
			template_show(option, K_T_ROUND_HERE);
	}
}

MUST_USE static enum err load(struct request *request, const char *framework, const char *period, struct trends_page *page, struct error *error)
{
	const char *look = request_text(request, "look");

	*page = (struct trends_page){ .look = review_look_named(look) & TRENDS_LOOKS };
	if (look[0] != '\0' && page->look == 0)
		return error_set_field(error, ERR_INVALID, "look", _("There is no reason “%s” to filter by."), look);
	enum err err = trend_load(request->db, request->arena, framework, period, request->language, &page->trends, error);
	return err != ERR_OK ? err : review_lines(request->db, request->arena, &page->trends.round, "", request->language, &page->lines, error);
}

/* --- by domain --------------------------------------------------------------------------------------------------- */

struct counts { int64_t better, worse, moved, same, first, absent, none; };

static void add(struct counts *counts, const struct trend_cell *cell)
{
	switch (cell->kind) {
	case TREND_NONE:
		counts->none++;
		break;
	case TREND_ABSENT:
		counts->absent++;
		break;
	case TREND_FIRST:
	case TREND_BREAK:
		counts->first++;
		break;
	case TREND_SAME:
		counts->same++;
		break;
	case TREND_UP:
	case TREND_DOWN:
		counts->better += cell->judged == TREND_BETTER;
		counts->worse += cell->judged == TREND_WORSE;
		counts->moved += cell->judged == TREND_NEUTRAL;
		break;
	}
}

static void show_summary(struct template_dict *page, const struct trends *trends)
{
	for (size_t d = 0; d < trends->board.domain_count; d++) {
		struct template_dict *row = template_section(page, K_T_SUM);
		struct counts counts = { 0 };

		for (size_t j = 0; j < trends->indicator_count; j++)
			for (size_t i = 0; i < trends->seats.count && strcmp(trends->indicators[j].domain, trends->board.domains[d].code) == 0; i++)
				add(&counts, &trends->cells[i * trends->indicator_count + j]);
		template_set(row, K_T_SUM_TITLE, trends->board.domains[d].title);
		template_printf(row, K_T_SUM_HREF, "#moved-%s", trends->board.domains[d].code);
		template_set_int(row, K_T_SUM_BETTER, counts.better);
		template_set_int(row, K_T_SUM_WORSE, counts.worse);
		template_set_int(row, K_T_SUM_MOVED, counts.moved);
		template_set_int(row, K_T_SUM_SAME, counts.same);
		template_set_int(row, K_T_SUM_FIRST, counts.first);
		template_set_int(row, K_T_SUM_ABSENT, counts.absent);
		template_set_int(row, K_T_SUM_NONE, counts.none);
	}
}

/* --- coverage ---------------------------------------------------------------------------------------------------- */

static void show_coverage(struct request *request, struct template_dict *page, const struct trends *trends)
{
	for (size_t d = 0; d < trends->board.domain_count; d++)
		template_set(template_section(page, K_T_DOMAIN), K_T_DOMAIN_TITLE, trends->board.domains[d].title);
	for (size_t i = 0; i < trends->seats.count; i++) {
		struct template_dict *row = template_section(page, K_T_COVER);

		template_set(row, K_T_SEAT_TITLE, trends->seats.rows[i].title);
		template_printf(row, K_T_SEAT_HREF, "/secretariat/rounds/%lld/%s/", (long long)trends->round.id, trends->seats.rows[i].code);
		for (size_t d = 0; d < trends->board.domain_count; d++) {
			struct template_dict *cell = template_section(row, K_T_COVER_CELL);
			int64_t there = 0, waiting = 0, expected = trends->board.cells[i * trends->board.domain_count + d].expected;

			for (size_t j = 0; j < trends->indicator_count; j++) {
				const struct trend_cell *figure = &trends->cells[i * trends->indicator_count + j];
				bool here = strcmp(trends->indicators[j].domain, trends->board.domains[d].code) == 0 && figure->kind != TREND_NONE;

				there += here;
				waiting += here && !figure->released;
			}
			template_set(cell, K_T_COVER_TEXT, arena_printf(request->arena, _("%lld of %lld"), (long long)there, (long long)expected));
			if (waiting > 0)
				template_set_int(template_section(cell, K_T_WAITING), K_T_WAITING_COUNT, waiting);
		}
	}
}

/* --- what moved -------------------------------------------------------------------------------------------------- */

static bool moved(const struct trend_cell *cell)
{
	return cell->kind == TREND_UP || cell->kind == TREND_DOWN;
}

static const char *figure(struct request *request, const struct trend_indicator *indicator, double value)
{
	if (indicator->scale.type == SCORE_YES_NO)
		return value > 0 ? _("yes") : _("no");
	double shown = indicator->scale.type == SCORE_PERCENT || indicator->scale.type == SCORE_RATE ? round(value * 100) / 100 : value;
	return parts_number(request, shown);
}

static const char *move_word(const struct trend_cell *cell)
{
	if (cell->judged == TREND_BETTER)
		return _("better");
	if (cell->judged == TREND_WORSE)
		return _("worse");
	return cell->kind == TREND_UP ? _("more") : _("less");
}

static void show_move(struct request *request, struct template_dict *row, const struct trends *trends, size_t i, size_t j)
{
	const struct trend_cell *cell = &trends->cells[i * trends->indicator_count + j];
	const struct trend_indicator *indicator = &trends->indicators[j];
	struct template_dict *dict = template_section(row, K_T_CELL);

	template_set(dict, K_T_CELL_SEAT, trends->seats.rows[i].title);
	if (cell->kind == TREND_NONE || cell->kind == TREND_ABSENT) {
		template_set(dict, K_T_CELL_TEXT, cell->kind == TREND_NONE ? "—" : _("not available"));
		return;
	}
	if (!moved(cell)) {
		template_set(dict, K_T_CELL_TEXT, figure(request, indicator, cell->now));
	} else {
		struct template_dict *move = template_section(dict, cell->judged == TREND_BETTER ? K_T_BETTER : cell->judged == TREND_WORSE
			? K_T_WORSE : K_T_OTHER);
		template_printf(move, K_T_MOVE_TEXT, "%s %s", cell->kind == TREND_UP ? "▲" : "▼", move_word(cell));
		template_printf(dict, K_T_CELL_TEXT, "%s → %s", figure(request, indicator, cell->before), figure(request, indicator, cell->now));
		template_set(move, K_T_MOVE_PERIOD, cell->before_period);
	}
	if (!cell->released)
		template_show(dict, K_T_CELL_WAITS);
}

static void show_moves(struct request *request, struct template_dict *page, const struct trends *trends)
{
	struct template_dict *section = NULL;
	const char *domain = "";

	for (size_t j = 0; j < trends->indicator_count; j++) {
		const struct trend_indicator *indicator = &trends->indicators[j];
		bool any = false;

		for (size_t i = 0; i < trends->seats.count; i++)
			any = any || moved(&trends->cells[i * trends->indicator_count + j]);
		if (!any)
			continue;
		if (section == NULL || strcmp(domain, indicator->domain) != 0) {
			section = template_section(page, K_T_MOVED);
			domain = indicator->domain;
			template_set(section, K_T_MOVED_CODE, domain);
			for (size_t d = 0; d < trends->board.domain_count; d++)
				if (strcmp(trends->board.domains[d].code, domain) == 0)
					template_set(section, K_T_MOVED_TITLE, trends->board.domains[d].title);
			for (size_t i = 0; i < trends->seats.count; i++)
				template_set(template_section(section, K_T_MOVED_SEAT), K_T_SEAT_TITLE, trends->seats.rows[i].title);
		}
		struct template_dict *row = template_section(section, K_T_ROW);
		template_set(row, K_T_ROW_CODE, indicator->code);
		template_set(row, K_T_ROW_TITLE, indicator->title);
		template_printf(row, K_T_ROW_HREF, "/members/%s/indicators/%s", trends->round.framework, indicator->code);
		for (size_t i = 0; i < trends->seats.count; i++)
			show_move(request, row, trends, i, j);
	}
	if (section == NULL)
		template_show(page, K_T_UNMOVED);
}

enum err trends_page(struct request *request, struct response *response, struct error *error)
{
	struct choice choice;
	struct trends_page about;
	struct template_dict *page = response_page(response, "trends.tpl", _("Trends and data quality"));
	enum err err = choose(request, &choice, error);

	if (err == ERR_OK && choice.framework[0] == '\0') {
		template_show(page, K_T_NO_ROUND);
		return ERR_OK;
	}
	if (err == ERR_OK)
		err = load(request, choice.framework, choice.period, &about, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *body = template_section(page, K_T_BODY);
	template_printf(body, K_T_TITLE, "%s, %s", about.trends.round.framework_title, choice.period);
	template_printf(body, K_ROUND_HREF, "/secretariat/rounds/%lld/", (long long)about.trends.round.id);
	template_printf(body, K_T_CSV_HREF, "/secretariat/trends/quality.csv?framework=%s&period=%s", choice.framework, choice.period);
	show_rounds(body, &choice);
	show_summary(body, &about.trends);
	show_coverage(request, body, &about.trends);
	show_moves(request, body, &about.trends);
	gaps_show(request, body, &about);
	quality_show(request, body, &about);
	return ERR_OK;
}

enum err trends_csv(struct request *request, struct response *response, struct error *error)
{
	struct choice choice;
	struct trends_page about;
	enum err err = choose(request, &choice, error);

	if (err == ERR_OK)
		err = load(request, choice.framework, choice.period, &about, error);
	if (err != ERR_OK)
		return err;
	response_header(response, "Content-Disposition", arena_printf(request->arena, "attachment; filename=\"quality-%s-%s.csv\"",
		choice.framework, choice.period));
	quality_csv(response_body(response, "text/csv; charset=utf-8"), &about);
	return ERR_OK;
}
