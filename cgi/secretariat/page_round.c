/* round: the board of participants and domains (board.c), and the releases. */
#include <string.h>

#include "cgi/secretariat/board.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/duty.h"

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
		&& (err = board_show(request, page, &round, &seats, error)) == ERR_OK)
		err = show_release(request, page, &round, error);
	return err == ERR_OK ? report_part(request, page, &round, error) : err;
}
