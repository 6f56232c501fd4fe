/* accept: the answers of a participant that wait for review and need no look: listed first, then accepted, all or none. */
#include <stdlib.h>
#include <string.h>

#include "cgi/secretariat/seat.h"
#include "indicators/base/i18n.h"
#include "indicators/model/duty.h"

#define STEPS_MAX 2000

struct page {
	struct round round;
	struct round_seat seat;
	struct seat_list list;
	unsigned duties;
};

MUST_USE static enum err load(struct request *request, struct page *page, struct error *error)
{
	const char *participant = request_text(request, "participant");
	enum err err = round_load(request->db, request->arena, request_int(request, "round"), request->language, &page->round, error);

	if (err == ERR_OK)
		err = round_seat(request->db, request->arena, &page->round, participant, request->language, &page->seat, error);
	if (err == ERR_OK)
		err = duty_of(request->db, &request->visitor.actor, participant, &page->duties, error);
	return err != ERR_OK ? err : seat_list_load(request, &page->round, page->seat.code, &page->list, error);
}

static void show_row(struct request *request, struct template_dict *dict, const struct page *page, const struct round_line *line,
	const struct review_line *look, bool ready)
{
	struct template_dict *row = template_section(dict, ready ? K_AC_ROW : K_AC_OTHER);

	template_printf(row, K_AC_HREF, "%s%s", page->list.href, line->code);
	template_set(row, K_AC_CODE, line->code);
	template_set(row, K_AC_TITLE, line->title);
	template_set(row, K_AC_VALUE, parts_line_value(request, line));
	if (!ready) {
		seat_show_looks(row, look->look);
		return;
	}
	template_set(row, K_AC_AUDIENCE, line->audience != NULL ? answer_audience_title(line->audience) : "—");
	template_set_int(row, K_AC_EVIDENCE, look->evidence);
	template_set(row, K_AC_LAST, look->last_period == NULL ? "—" : look->last >= look->value && look->last <= look->value
		? arena_printf(request->arena, _("as in %s"), look->last_period)
		: arena_printf(request->arena, _("%s in %s"), parts_number(request, look->last), look->last_period));
	template_printf(row, K_AC_STEP, "%s:%lld", line->code, (long long)look->revision);
}

MUST_USE static enum err show(struct request *request, struct response *response, const struct page *page, const char *problem,
	struct error *error)
{
	struct template_dict *dict = response_page(response, "accept.tpl", arena_printf(request->arena, "%s, %s: %s", page->seat.title,
		page->round.period, _("Accept what needs no look")));
	struct template_dict *table = NULL, *others = NULL;
	size_t ready = seat_list_ready(&page->list);

	(void)error;
	template_printf(dict, K_ROUND_HREF, "/secretariat/rounds/%lld/", (long long)page->round.id);
	template_printf(dict, K_ROUND_TITLE, "%s, %s", page->round.framework_title, page->round.period);
	template_set(dict, K_LIST_HREF, page->list.href);
	template_set(dict, K_LIST_TITLE, page->seat.title);
	show_text(dict, K_A_PROBLEM, K_A_PROBLEM_TEXT, problem);
	if ((page->duties & DUTY_BELONG) != 0) {
		template_show(dict, K_AC_OWN);
		return ERR_OK;
	}
	for (size_t i = 0; i < page->list.lines.count; i++) {
		const struct round_line *line = &page->list.lines.rows[i];
		const struct review_line *look = review_line(&page->list.looks, line->code);

		if (line->state != STATE_CLEARED || look == NULL)
			continue;
		if (review_ready(look) && table == NULL) {
			table = template_section(dict, K_AC_TABLE);
			template_printf(table, K_AC_ACTION, "%saccept", page->list.href);
			template_set(table, K_CSRF, request->csrf);
			template_set(table, K_AC_TEXT, arena_printf(request->arena,
				i18n_plural("Accept this %zu answer", "Accept these %zu answers", (unsigned long)ready), ready));
		}
		if (!review_ready(look) && others == NULL)
			others = template_section(dict, K_AC_OTHERS);
		show_row(request, review_ready(look) ? table : others, page, line, look, review_ready(look));
	}
	if (table == NULL)
		template_show(dict, K_AC_NONE);
	return ERR_OK;
}

enum err seat_accept_page(struct request *request, struct response *response, struct error *error)
{
	struct page page;
	enum err err = load(request, &page, error);

	return err != ERR_OK ? err : show(request, response, &page, NULL, error);
}

enum err seat_accept_post(struct request *request, struct response *response, struct error *error)
{
	struct answer_step *steps = NULL;
	struct page page;
	size_t count = 0;
	enum err err = parts_steps(request, STEPS_MAX, &steps, &count, error);

	if (err == ERR_OK)
		err = review_accept(request->db, &request->visitor.actor, request_int(request, "round"), request_text(request, "participant"),
			steps, count, error);
	if (err == ERR_INVALID || err == ERR_CONFLICT) {
		struct error why = *error;
		if ((err = load(request, &page, error)) == ERR_OK)
			err = show(request, response, &page, arena_strdup(request->arena, why.text), error);
		parts_status(response, why.code);
		return err;
	}
	if (err != ERR_OK)
		return err;
	response_notice(response, "accepted-all");
	response_redirect(response, arena_printf(request->arena, "/secretariat/rounds/%lld/%s/", (long long)request_int(request, "round"),
		request_text(request, "participant")));
	return ERR_OK;
}
