/* round: the board of participants and domains, and the releases. */
#include <string.h>

#include "cgi/secretariat/secretariat.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/duty.h"

static const struct { enum answer_state state; const char *glyph; } shown[] = {
	{ STATE_ACCEPTED, "✓✓" }, { STATE_CLEARED, "✓" }, { STATE_SUBMITTED, "→" }, { STATE_RETURNED, "↩" }, { STATE_DRAFT, "✎" },
	{ STATE_NONE, "○" },
};

static void show_cell(struct template_dict *row, const struct round_cell *cell)
{
	struct template_dict *dict = template_section(row, K_R_CELL);

	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		if (cell->answers[shown[i].state] == 0)
			continue;
		struct template_dict *count = template_section(dict, K_R_COUNT);
		template_set(count, K_R_GLYPH, shown[i].glyph);
		template_set(count, K_R_STATE, state_title(shown[i].state));
		template_set_int(count, K_R_NUMBER, cell->answers[shown[i].state]);
	}
}

MUST_USE static enum err show_board(struct request *request, struct template_dict *page, const struct round *round,
	const struct round_seats *seats, struct error *error)
{
	struct round_board board;
	enum err err = round_board(request->db, request->arena, round, seats, request->language, &board, error);

	if (err != ERR_OK)
		return err;
	for (size_t j = 0; j < board.domain_count; j++)
		template_set(template_section(page, K_R_DOMAIN), K_R_DOMAIN_TITLE, board.domains[j].title);
	for (size_t i = 0; i < seats->count; i++) {
		struct template_dict *row = template_section(page, K_R_SEAT);

		template_printf(row, K_R_SEAT_HREF, "/secretariat/rounds/%lld/%s/", (long long)round->id, seats->rows[i].code);
		template_set(row, K_R_SEAT_TITLE, seats->rows[i].title);
		template_set(row, K_R_SEAT_DUE, day_text(request->arena, seats->rows[i].due_on));
		template_set(row, K_R_SEAT_PHASE, round_phase_title(seats->rows[i].phase));
		for (size_t j = 0; j < board.domain_count; j++)
			show_cell(row, &board.cells[i * board.domain_count + j]);
	}
	return ERR_OK;
}

MUST_USE static enum err show_release(struct request *request, struct template_dict *page, const struct round *round,
	struct error *error)
{
	struct release_list list;
	enum err err = release_list(request->db, request->arena, round->id, &list, error);

	if (err != ERR_OK)
		return err;
	if (round->answers[STATE_ACCEPTED] == 0)
		template_set(page, K_R_RELEASE_TEXT, _("No answer has been accepted yet."));
	else if (round->unreleased == 0)
		template_set(page, K_R_RELEASE_TEXT, _("All accepted answers are released as they stand."));
	else
		template_set(page, K_R_RELEASE_TEXT, arena_printf(request->arena,
			i18n_plural("%lld accepted answer is new or changed since the last release.",
				"%lld accepted answers are new or changed since the last release.", (unsigned long)round->unreleased),
			(long long)round->unreleased));
	if (round->unreleased > 0)
		template_show(page, K_R_MAY_RELEASE);
	if (list.count == 0)
		return ERR_OK;
	struct template_dict *releases = template_section(page, K_R_RELEASES);
	for (size_t i = 0; i < list.count; i++) {
		struct template_dict *row = template_section(releases, K_R_RELEASE);
		template_printf(row, K_RELEASE_HREF, "/secretariat/rounds/%lld/releases/%lld", (long long)round->id,
			(long long)list.rows[i].number);
		template_set(row, K_RELEASE_NAME, list.rows[i].name[0] != '\0' ? list.rows[i].name :
			arena_printf(request->arena, _("Release %lld"), (long long)list.rows[i].number));
		template_set(row, K_RELEASE_AT, day_moment(request->arena, list.rows[i].at));
		template_set(row, K_RELEASE_BY, list.rows[i].by != NULL ? list.rows[i].by : _("Import"));
		template_set(row, K_RELEASE_ANSWERS, arena_printf(request->arena,
			i18n_plural("%lld answer", "%lld answers", (unsigned long)list.rows[i].answers), (long long)list.rows[i].answers));
		show_text(row, K_RELEASE_NOTE, K_RELEASE_NOTE_TEXT, list.rows[i].note);
	}
	return ERR_OK;
}

/* Participants that the visitor may not review, and those that nobody can. */
MUST_USE static enum err show_reviewers(struct request *request, struct template_dict *page, const struct round_seats *seats,
	struct error *error)
{
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < seats->count; i++) {
		struct duty_reviewers reviewers;
		unsigned duties;
		err = duty_of(request->db, &request->visitor.actor, seats->rows[i].code, &duties, error);
		if (err == ERR_OK)
			err = duty_reviewers(request->db, request->arena, seats->rows[i].code, &reviewers, error);
		bool own = (duties & DUTY_BELONG) != 0;
		if (err != ERR_OK || (!own && reviewers.count > 0))
			continue;
		struct template_dict *row = template_section(page, K_R_REVIEWERS);
		template_set(row, K_R_SEAT_TITLE, seats->rows[i].title);
		if (own)
			template_show(row, K_R_OWN);
		template_set(row, K_R_REVIEWERS_TEXT, duty_reviewers_text(request->arena, &reviewers));
	}
	return err;
}

enum err round_page(struct request *request, struct response *response, struct error *error)
{
	struct round round;
	struct round_seats seats;
	enum err err = round_load(request->db, request->arena, request_int(request, "round"), request->language, &round, error);

	if (err == ERR_OK)
		err = round_count(request->db, &round, error);
	if (err == ERR_OK)
		err = round_seats(request->db, request->arena, &round, request->language, &seats, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "round.tpl",
		arena_printf(request->arena, "%s, %s", round.framework_title, round.period));
	template_set(page, K_R_FRAMEWORK, round.framework_title);
	template_set(page, K_R_PERIOD, round.period);
	template_set(page, K_R_PHASE, round.imported ? _("Imported") : round_phase_title(round.phase));
	template_set(page, K_R_DATES, round_dates(request, round.opens_on, round.due_on, round.closes_on));
	if (!round.imported)
		template_show(page, K_R_MAY_CHANGE);
	if ((err = show_reviewers(request, page, &seats, error)) == ERR_OK
		&& (err = show_board(request, page, &round, &seats, error)) == ERR_OK)
		err = show_release(request, page, &round, error);
	return err == ERR_OK ? report_part(request, page, &round, error) : err;
}
