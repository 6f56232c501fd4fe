/* board: participants and domains of a round with their states at a glance, and what waits for the visitor; a part of the round's page. */
#include "cgi/secretariat/board.h"

#include <string.h>

#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/duty.h"
#include "indicators/model/review.h"

static const struct { enum answer_state state; const char *glyph; } shown[] = {
	{ STATE_ACCEPTED, "✓✓" }, { STATE_CLEARED, "✓" }, { STATE_SUBMITTED, "→" }, { STATE_RETURNED, "↩" }, { STATE_DRAFT, "✎" },
	{ STATE_NONE, "○" },
};

struct board {
	const struct round *round;
	const struct round_seats *seats;
	struct round_board cells;
	struct review_lines lines;
};

static const char *href_of(struct request *request, const struct board *board, const struct round_seat *seat)
{
	return arena_printf(request->arena, "/secretariat/rounds/%lld/%s/", (long long)board->round->id, seat->code);
}

/* How many of a participant's answers are in a state (STATE_COUNT: any) and give one of these reasons for a look (0: any or none). */
static size_t count_of(const struct board *board, const char *participant, enum answer_state state, unsigned look)
{
	size_t count = 0;

	for (size_t i = 0; i < board->lines.count; i++) {
		const struct review_line *line = &board->lines.rows[i];

		count += strcmp(line->participant, participant) == 0 && (state == STATE_COUNT || line->state == state)
			&& (look == 0 || (line->look & look) != 0);
	}
	return count;
}

static void show_cell(struct template_dict *row, const struct round_cell *cell, const char *href, const char *domain)
{
	struct template_dict *dict = template_section(row, K_B_CELL);

	template_printf(dict, K_B_CELL_HREF, "%s?domain=%s", href, domain);
	if (cell->answers[STATE_CLEARED] > 0)
		template_show(dict, K_B_WAITS);
	else if (cell->expected > 0 && cell->answers[STATE_ACCEPTED] == cell->expected)
		template_show(dict, K_B_DONE);
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		if (cell->answers[shown[i].state] == 0)
			continue;
		struct template_dict *count = template_section(dict, K_B_COUNT);
		template_set(count, K_B_GLYPH, shown[i].glyph);
		template_set(count, K_B_STATE, state_title(shown[i].state));
		template_set_int(count, K_B_NUMBER, cell->answers[shown[i].state]);
	}
}

static void show_row(struct request *request, struct template_dict *table, const struct board *board, size_t i)
{
	const struct round_seat *seat = &board->seats->rows[i];
	struct template_dict *row = template_section(table, K_B_SEAT);
	const char *href = href_of(request, board, seat);

	template_set(row, K_B_SEAT_HREF, href);
	template_set(row, K_B_SEAT_TITLE, seat->title);
	template_set(row, K_B_SEAT_DUE, day_text(request->arena, seat->due_on));
	template_set(row, K_B_SEAT_PHASE, round_phase_title(seat->phase));
	if (seat->extended_to != NULL)
		template_set(template_section(row, K_B_EXTENDED), K_B_EXTENDED_REASON, seat->extension_reason);
	for (size_t j = 0; j < board->cells.domain_count; j++)
		show_cell(row, &board->cells.cells[i * board->cells.domain_count + j], href, board->cells.domains[j].code);
}

/* One line of a list of links, "Alphaland (8)". */
static void show_entry(struct template_dict *list, enum template_key section, const char *href, const char *query, const char *title, size_t count)
{
	struct template_dict *row = template_section(list, section);

	template_printf(row, K_B_LINK_HREF, "%s?%s", href, query);
	template_printf(row, K_B_LINK_TEXT, "%s (%zu)", title, count);
}

/* What waits for this visitor, and what is late, participant by participant. */
MUST_USE static enum err show_waiting(struct request *request, struct template_dict *part, const struct board *board, struct error *error)
{
	struct template_dict *list = template_section(part, K_B_LISTS);
	size_t waiting = 0;

	for (size_t i = 0; i < board->seats->count; i++) {
		const struct round_seat *seat = &board->seats->rows[i];
		const char *href = href_of(request, board, seat);
		size_t cleared = count_of(board, seat->code, STATE_CLEARED, 0), replied = count_of(board, seat->code, STATE_COUNT, REVIEW_REPLIED);
		size_t late = count_of(board, seat->code, STATE_COUNT, REVIEW_LATE);
		unsigned duties;
		enum err err = duty_of(request->db, &request->visitor.actor, seat->code, &duties, error);

		if (err != ERR_OK)
			return err;
		bool mine = (duties & DUTY_BELONG) == 0;
		if (mine && cleared > 0)
			show_entry(list, K_B_REVIEW, href, "state=cleared", seat->title, cleared);
		if (mine && replied > 0)
			show_entry(list, K_B_REPLIED, href, "look=replied", seat->title, replied);
		if (late > 0)
			show_entry(list, K_B_LATE, href, "look=late", seat->title, late);
		waiting += mine ? cleared + replied : 0;
	}
	if (waiting == 0)
		template_show(list, K_B_NOTHING);
	return ERR_OK;
}

enum err board_show(struct request *request, struct template_dict *page, const struct round *round, const struct round_seats *seats,
	struct error *error)
{
	struct board board = { .round = round, .seats = seats };
	enum err err = round_board(request->db, request->arena, round, seats, request->language, &board.cells, error);

	if (err == ERR_OK)
		err = review_lines(request->db, request->arena, round, "", request->language, &board.lines, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *part = template_include(page, K_BOARD, "board.tpl");
	template_printf(part, K_B_TRENDS_HREF, "/secretariat/trends?framework=%s&period=%s", round->framework, round->period);
	for (size_t j = 0; j < board.cells.domain_count; j++)
		template_set(template_section(part, K_B_DOMAIN), K_B_DOMAIN_TITLE, board.cells.domains[j].title);
	for (size_t i = 0; i < seats->count; i++)
		show_row(request, part, &board, i);
	return round->imported ? ERR_OK : show_waiting(request, part, &board, error);
}
