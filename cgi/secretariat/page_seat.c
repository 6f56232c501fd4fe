/* seat: one participant of a round as the secretariat sees it: states, what waits for review, its deadline. */
#include <string.h>

#include "cgi/secretariat/seat.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/duty.h"

struct problem {
	const char *text;
	const char *field; /* of the extension's form, or "" */
};

/* What somebody who does not belong to the participant may do. */
static void show_steps(struct request *request, struct template_dict *page, const char *href, const struct round *round,
	const struct seat_list *list, const struct problem *problem)
{
	size_t ready = seat_list_ready(list);

	if (ready > 0) {
		struct template_dict *link = template_section(page, K_S_ACCEPT);
		template_printf(link, K_S_ACCEPT_HREF, "%saccept", href);
		template_set(link, K_S_ACCEPT_TEXT, arena_printf(request->arena,
			i18n_plural("Accept %zu answer that needs no look", "Accept %zu answers that need no look", (unsigned long)ready), ready));
	}
	if (round->imported)
		return;
	struct template_dict *form = template_section(page, K_S_EXTEND);
	template_set(form, K_CSRF, request->csrf);
	template_printf(form, K_S_EXTEND_HREF, "%sextend", href);
	template_set(form, K_S_UNTIL, problem->text != NULL ? request_text(request, "until") : "");
	template_set(form, K_S_REASON, problem->text != NULL ? request_text(request, "reason") : "");
	if (problem->text != NULL && strcmp(problem->field, "until") == 0)
		show_text(form, K_WRONG_UNTIL, K_WRONG_TEXT, problem->text);
	if (problem->text != NULL && strcmp(problem->field, "reason") == 0)
		show_text(form, K_WRONG_REASON, K_WRONG_TEXT, problem->text);
}

MUST_USE static enum err show(struct request *request, struct response *response, const struct problem *problem, struct error *error)
{
	struct round round;
	struct round_seat seat;
	struct seat_list list;
	unsigned duties;
	const char *participant = request_text(request, "participant");

	enum err err = round_load(request->db, request->arena, request_int(request, "round"), request->language, &round, error);
	if (err == ERR_OK)
		err = round_seat(request->db, request->arena, &round, participant, request->language, &seat, error);
	if (err == ERR_OK)
		err = seat_list_load(request, &round, participant, &list, error);
	if (err == ERR_OK)
		err = duty_of(request->db, &request->visitor.actor, participant, &duties, error);
	if (err != ERR_OK)
		return err;
	const char *href = arena_printf(request->arena, "/secretariat/rounds/%lld/%s/", (long long)round.id, seat.code);
	struct template_dict *page = response_page(response, "seat.tpl", arena_printf(request->arena, "%s, %s", seat.title, round.period));
	template_printf(page, K_ROUND_HREF, "/secretariat/rounds/%lld/", (long long)round.id);
	template_printf(page, K_ROUND_TITLE, "%s, %s", round.framework_title, round.period);
	template_set(page, K_S_TITLE, seat.title);
	template_set(page, K_S_PHASE, round_phase_title(seat.phase));
	template_set(page, K_S_DATES, round_dates(request, round.opens_on, seat.due_on, seat.closes_on));
	show_text(page, K_S_PROBLEM, K_S_PROBLEM_TEXT, problem->text);
	parts_progress(request, page, &seat);
	list.may_review = (duties & DUTY_BELONG) == 0;
	seat_list_show(request, page, &list);
	if (seat.extended_to != NULL) {
		struct template_dict *extended = template_section(page, K_S_EXTENDED);
		template_set(extended, K_S_EXTENDED_TO, day_text(request->arena, seat.extended_to));
		template_set(extended, K_S_EXTENDED_REASON, seat.extension_reason);
	}
	if ((duties & DUTY_BELONG) == 0) {
		show_steps(request, page, href, &round, &list, problem);
		return ERR_OK;
	}
	struct duty_reviewers reviewers;
	struct template_dict *own = template_section(page, K_S_OWN);
	err = duty_reviewers(request->db, request->arena, seat.code, &reviewers, error);
	if (err == ERR_OK)
		template_set(own, K_S_REVIEWERS, duty_reviewers_text(request->arena, &reviewers));
	return err;
}

enum err seat_page(struct request *request, struct response *response, struct error *error)
{
	return show(request, response, &(struct problem){ 0 }, error);
}

/* After a step: back to the page with a notice, or the page again with what went wrong. */
MUST_USE static enum err finish(struct request *request, struct response *response, enum err err, const char *notice,
	struct error *error)
{
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		struct problem problem = { .text = arena_strdup(request->arena, error->text), .field = arena_strdup(request->arena, error->field) };
		enum err again = show(request, response, &problem, error);
		parts_status(response, err);
		return again;
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, notice);
	response_redirect(response, arena_printf(request->arena, "/secretariat/rounds/%lld/%s/", (long long)request_int(request, "round"),
		request_text(request, "participant")));
	return ERR_OK;
}

enum err seat_extend_post(struct request *request, struct response *response, struct error *error)
{
	enum err err = round_extend(request->db, &request->visitor.actor, request_int(request, "round"),
		request_text(request, "participant"), request_text(request, "until"), request_text(request, "reason"), error);

	return finish(request, response, err, "extended", error);
}
