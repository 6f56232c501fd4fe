/* round_change: other dates for a round, closing it early, expecting one participant more or less. */
#include <string.h>

#include "cgi/secretariat/secretariat.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/duty.h"

struct problem {
	const char *what;  /* which form: "dates", "close", "expect", "withdraw"; or NULL */
	const char *field;
	const char *text;
};

static bool is_about(const struct problem *problem, const char *what)
{
	return problem->what != NULL && strcmp(problem->what, what) == 0;
}

/* What was typed into the form that was refused, else what holds. */
static const char *typed(struct request *request, const struct problem *problem, const char *what, const char *field, const char *holds)
{
	return is_about(problem, what) ? request_text(request, field) : holds;
}

static void mark(struct template_dict *form, const struct problem *problem, const char *what)
{
	static const struct { const char *field; enum template_key section; } fields[] = {
		{ "opens_on", K_WRONG_OPENS }, { "due_on", K_WRONG_DUE }, { "closes_on", K_WRONG_CLOSES },
		{ "participant", K_WRONG_PARTICIPANT }, { "reason", K_WRONG_REASON },
	};

	for (size_t i = 0; is_about(problem, what) && i < sizeof fields / sizeof *fields; i++)
		if (strcmp(fields[i].field, problem->field) == 0)
			show_text(form, fields[i].section, K_WRONG_TEXT, problem->text);
}

static struct template_dict *new_form(struct request *request, struct template_dict *page, enum template_key section, const char *what,
	const struct problem *problem)
{
	struct template_dict *form = template_section(page, section);

	template_set(form, K_CSRF, request->csrf);
	template_set(form, K_RC_REASON, typed(request, problem, what, "reason", ""));
	mark(form, problem, what);
	return form;
}

static void show_dates(struct request *request, struct template_dict *page, const struct round *round, const struct problem *problem)
{
	struct template_dict *form = new_form(request, page, K_RC_DATES, "dates", problem);

	template_set(form, K_RC_OPENS, typed(request, problem, "dates", "opens_on", round->opens_on));
	template_set(form, K_RC_DUE, typed(request, problem, "dates", "due_on", round->due_on));
	template_set(form, K_RC_CLOSES, typed(request, problem, "dates", "closes_on", round->closes_on));
	if (round->phase != ROUND_NOT_OPEN)
		template_show(form, K_RC_OPENED);
}

static void show_choice(struct request *request, struct template_dict *form, const struct problem *problem, const char *what,
	const char *code, const char *title)
{
	struct template_dict *option = template_section(form, K_RC_OPTION);

	template_set(option, K_RC_CODE, code);
	template_set(option, K_RC_TITLE, title);
	if (strcmp(typed(request, problem, what, "participant", ""), code) == 0)
		template_show(option, K_RC_CHOSEN);
}

static bool is_seat(const struct round_seats *seats, const char *code)
{
	for (size_t i = 0; i < seats->count; i++)
		if (strcmp(seats->rows[i].code, code) == 0)
			return true;
	return false;
}

/* Only whom the visitor may add or withdraw: not their own, and nobody who has begun. */
MUST_USE static enum err show_roster(struct request *request, struct template_dict *page, const struct round *round,
	const struct problem *problem, struct error *error)
{
	struct round_seats seats;
	struct round_choices all;
	struct template_dict *add = NULL, *withdraw = NULL;
	enum err err = round_seats(request->db, request->arena, round, request->language, &seats, error);

	if (err == ERR_OK)
		err = round_choose_participants(request->db, request->arena, request->language, &all, error);
	for (size_t i = 0; err == ERR_OK && i < all.count; i++) {
		unsigned duties;
		const char *code = all.rows[i].code;
		err = duty_of(request->db, &request->visitor.actor, code, &duties, error);
		if (err != ERR_OK || (duties & DUTY_BELONG) != 0 || is_seat(&seats, code))
			continue;
		if (add == NULL)
			add = new_form(request, page, K_RC_EXPECT, "expect", problem);
		show_choice(request, add, problem, "expect", code, all.rows[i].title);
	}
	for (size_t i = 0; err == ERR_OK && seats.count > 1 && i < seats.count; i++) {
		unsigned duties;
		const struct round_seat *seat = &seats.rows[i];
		err = duty_of(request->db, &request->visitor.actor, seat->code, &duties, error);
		if (err != ERR_OK || (duties & DUTY_BELONG) != 0 || seat->answers[STATE_NONE] < seat->expected)
			continue;
		if (withdraw == NULL)
			withdraw = new_form(request, page, K_RC_WITHDRAW, "withdraw", problem);
		show_choice(request, withdraw, problem, "withdraw", seat->code, seat->title);
	}
	return err;
}

MUST_USE static enum err show(struct request *request, struct response *response, const struct problem *problem, struct error *error)
{
	struct round round;
	enum err err = round_load(request->db, request->arena, request_int(request, "round"), request->language, &round, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "round_change.tpl",
		arena_printf(request->arena, _("Dates and participants: %s, %s"), round.framework_title, round.period));
	template_printf(page, K_ROUND_HREF, "/secretariat/rounds/%lld/", (long long)round.id);
	template_printf(page, K_ROUND_TITLE, "%s, %s", round.framework_title, round.period);
	template_set(page, K_RC_PHASE, round.imported ? _("Imported") : round_phase_title(round.phase));
	template_set(page, K_RC_NOW, round_dates(request, round.opens_on, round.due_on, round.closes_on));
	show_text(page, K_RC_PROBLEM, K_RC_PROBLEM_TEXT, problem->text);
	if (round.imported) {
		template_show(page, K_RC_IMPORTED);
		return ERR_OK;
	}
	if (round.phase != ROUND_CLOSED)
		show_dates(request, page, &round, problem);
	else
		template_show(page, K_RC_CLOSED);
	if (round.phase != ROUND_NOT_OPEN)
		new_form(request, page, K_RC_CLOSE, "close", problem);
	if (round.phase == ROUND_CLOSED || round.releases > 0)
		return ERR_OK;
	return show_roster(request, page, &round, problem, error);
}

enum err round_change_page(struct request *request, struct response *response, struct error *error)
{
	return show(request, response, &(struct problem){ .what = NULL }, error);
}

MUST_USE static enum err change(struct request *request, const char *what, struct error *error)
{
	const struct actor *actor = &request->visitor.actor;
	const char *reason = request_text(request, "reason"), *participant = request_text(request, "participant");
	int64_t round = request_int(request, "round");

	if (strcmp(what, "dates") == 0)
		return round_change_dates(request->db, actor, round, &(struct round_dates){ request_text(request, "opens_on"),
			request_text(request, "due_on"), request_text(request, "closes_on") }, reason, error);
	if (strcmp(what, "close") == 0)
		return round_close(request->db, actor, round, reason, error);
	if (strcmp(what, "expect") == 0)
		return round_add_participant(request->db, actor, round, participant, error);
	if (strcmp(what, "withdraw") == 0)
		return round_withdraw_participant(request->db, actor, round, participant, reason, error);
	return error_set_field(error, ERR_INVALID, "do", _("There is no step “%s”."), what);
}

enum err round_change_post(struct request *request, struct response *response, struct error *error)
{
	const char *what = request_text(request, "do");
	enum err err = change(request, what, error);

	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		struct problem problem = { .what = what, .field = arena_strdup(request->arena, error->field),
			.text = arena_strdup(request->arena, error->text) };
		enum err again = show(request, response, &problem, error);
		parts_status(response, err);
		return again;
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, strcmp(what, "close") == 0 ? "closed" : "changed");
	response_redirect(response, arena_printf(request->arena, "/secretariat/rounds/%lld/", (long long)request_int(request, "round")));
	return ERR_OK;
}
