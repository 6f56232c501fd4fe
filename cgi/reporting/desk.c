/* desk: what the reporting pages share; see reporting.h. */
#include <stdlib.h>
#include <string.h>

#include "cgi/reporting/reporting.h"
#include "indicators/base/clock.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/duty.h"


enum err desk_open(struct request *request, struct desk *desk, struct error *error)
{
	const char *participant = request_text(request, "participant");

	/* Who has no role for the participant learns nothing about its rounds. */
	if (!visitor_may(&request->visitor, ROLES_OF_PARTICIPANT, participant))
		return error_set(error, ERR_DENIED, _("You have no reporting role for %s."), participant);
	enum err err = round_load(request->db, request->arena, request_int(request, "round"), request->language, &desk->round, error);
	if (err == ERR_OK)
		err = round_seat(request->db, request->arena, &desk->round, participant, request->language, &desk->seat, error);
	if (err == ERR_OK)
		err = duty_of(request->db, &request->visitor.actor, participant, &desk->duties, error);
	if (err != ERR_OK)
		return err;
	desk->href = arena_printf(request->arena, "/reporting/%lld/%s/", (long long)desk->round.id, desk->seat.code);
	desk->title = arena_printf(request->arena, "%s, %s", desk->seat.title, desk->round.period);
	return ERR_OK;
}

const char *desk_deadline(struct request *request, const struct round *round, const struct round_seat *seat)
{
	struct arena *arena = request->arena;

	switch (seat->phase) {
	case ROUND_NOT_OPEN:
		return arena_printf(arena, _("opens on %s"), day_text(arena, round->opens_on));
	case ROUND_OPEN:
		return arena_printf(arena, _("due on %s"), day_text(arena, seat->due_on));
	case ROUND_OVERDUE:
		return arena_printf(arena, _("was due on %s, closes after %s"), day_text(arena, seat->due_on), day_text(arena, seat->closes_on));
	case ROUND_CLOSED:
		break;
	}
	return arena_printf(arena, _("closed since %s"), day_text(arena, seat->closes_on));
}

void desk_audiences(struct template_dict *dict, const char *chosen)
{
	static const struct { const char *value, *words; } audiences[] = {
		{ "members", N_("the governments of the process and its secretariat. Nobody else sees the value; it may enter a regional figure only where nobody can work it out.") },
		{ "donors", N_("the members, and the donors who support the process.") },
		{ "public", N_("anyone, on the public pages and in the open data.") },
	};

	for (size_t i = 0; i < sizeof audiences / sizeof *audiences; i++) {
		struct template_dict *row = template_section(dict, K_F_AUDIENCE);

		template_set(row, K_F_AUDIENCE_VALUE, audiences[i].value);
		template_set(row, K_F_AUDIENCE_TITLE, answer_audience_title(audiences[i].value));
		template_set(row, K_F_AUDIENCE_WORDS, i18n_text(audiences[i].words));
		if (strcmp(chosen, audiences[i].value) == 0)
			template_show(row, K_F_AUDIENCE_CHOSEN);
	}
}

/* TRANSLATORS: how many days until a round closes for good. */
static const char *until_closing(struct request *request, int64_t days)
{
	return days == 0 ? _("it closes tonight") : arena_printf(request->arena,
		i18n_plural("%lld day until it closes", "%lld days until it closes", (unsigned long)days), (long long)days);
}

const char *desk_days_left(struct request *request, const struct round_seat *seat)
{
	char today[CLOCK_DATE];

	clock_today(today);
	int64_t due = day_count(today, seat->due_on), closes = day_count(today, seat->closes_on);
	switch (seat->phase) {
	case ROUND_OPEN:
		return due == 0 ? _("today is the last day") : arena_printf(request->arena,
			i18n_plural("%lld day left", "%lld days left", (unsigned long)due), (long long)due);
	case ROUND_OVERDUE:
		return arena_printf(request->arena, "%s; %s", arena_printf(request->arena,
			i18n_plural("%lld day late", "%lld days late", (unsigned long)-due), (long long)-due), until_closing(request, closes));
	case ROUND_NOT_OPEN:
	case ROUND_CLOSED:
		break;
	}
	return "";
}
