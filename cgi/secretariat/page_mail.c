/* mail: every mail that was made: sent, waiting, given up and why. For the secretariat and administrators. */
#include <string.h>

#include "cgi/secretariat/secretariat.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/mail.h"

#define ROWS 50

static const struct {
	const char *state;
	const char *title;
} tabs[] = {
	{ "", N_("All") },
	{ "waiting", N_("Waiting") },
	{ "given_up", N_("Given up") },
	{ "sent", N_("Sent") },
};
#define TABS (sizeof tabs / sizeof *tabs)

/* The filter of the address, or all. */
static const char *state_of(struct request *request)
{
	for (size_t i = 0; i < TABS; i++)
		if (strcmp(tabs[i].state, request_text(request, "state")) == 0)
			return tabs[i].state;
	return "";
}

static const char *kind_title(const char *kind)
{
	if (strcmp(kind, "invitation") == 0)
		return _("Invitation");
	return strcmp(kind, "reminder") == 0 ? _("Reminder of a deadline") : _("What waits");
}

static const char *href(struct request *request, const char *state, int64_t page)
{
	const char *query = state[0] != '\0' ? arena_printf(request->arena, "?state=%s", state) : "";

	if (page <= 1)
		return arena_printf(request->arena, "/secretariat/mail%s", query);
	return arena_printf(request->arena, "/secretariat/mail%s%spage=%lld", query, query[0] != '\0' ? "&" : "?", (long long)page);
}

static void show_state(struct request *request, struct template_dict *row, const struct mail *mail, const char *back)
{
	struct arena *arena = request->arena;

	if (mail->sent_at != NULL) {
		template_set(template_section(row, K_MA_SENT), K_MA_AT, day_moment(arena, mail->sent_at));
		return;
	}
	show_text(row, K_MA_ERROR, K_MA_ERROR_TEXT, mail->last_error);
	if (mail->attempts > 0)
		template_set(template_section(row, K_MA_ATTEMPTS), K_MA_ATTEMPTS_TEXT, arena_printf(arena,
			i18n_plural("%lld attempt", "%lld attempts", (unsigned long)mail->attempts), (long long)mail->attempts));
	if (mail->given_up_at == NULL) {
		template_set(template_section(row, K_MA_WAITS), K_MA_AT, day_moment(arena, mail->next_attempt_at));
		return;
	}
	struct template_dict *given_up = template_section(row, K_MA_GIVEN_UP);
	template_set(given_up, K_MA_AT, day_moment(arena, mail->given_up_at));
	template_set(given_up, K_CSRF, request->csrf);
	template_set_int(given_up, K_MA_ID, mail->id);
	template_set(given_up, K_MA_STATE, back);
	template_set(given_up, K_MA_TO, mail->email);
}

static void show_mail(struct request *request, struct template_dict *table, const struct mail *mail, const char *state)
{
	struct template_dict *row = template_section(table, K_MA_ROW);

	template_set(row, K_MA_NAME, mail->name);
	template_set(row, K_MA_EMAIL, mail->email);
	template_set(row, K_MA_KIND, kind_title(mail->kind));
	template_set(row, K_MA_MADE, day_moment(request->arena, mail->made_at));
	template_set(row, K_MA_SUBJECT, mail->subject);
	template_set(row, K_MA_LANG, mail->lang);
	show_text(row, K_MA_BODY, K_MA_BODY_TEXT, mail->body);
	show_state(request, row, mail, state);
}

static void show_tabs(struct request *request, struct template_dict *page, const struct mail_counts *counts, const char *state)
{
	const int64_t numbers[TABS] = { counts->all, counts->waiting, counts->given_up, counts->sent };

	for (size_t i = 0; i < TABS; i++) {
		struct template_dict *tab = template_section(page, K_MA_TAB);

		template_set(tab, K_MA_TAB_HREF, href(request, tabs[i].state, 1));
		template_set(tab, K_MA_TAB_TITLE, _(tabs[i].title));
		template_set_int(tab, K_MA_TAB_COUNT, numbers[i]);
		if (strcmp(tabs[i].state, state) == 0)
			template_show(tab, K_MA_TAB_HERE);
	}
}

enum err mail_page(struct request *request, struct response *response, struct error *error)
{
	const char *state = state_of(request);
	int64_t number = request_state(request, "page") == PARAM_OK ? request_int(request, "page") : 1;
	struct mail_counts counts;
	struct mail_list list;

	/* One more than is shown tells whether there is an older page. */
	enum err err = mail_list(request->db, request->arena, state, (size_t)(number - 1) * ROWS, ROWS + 1, &list, error);
	if (err == ERR_OK)
		err = mail_count(request->db, &counts, error);
	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "mail.tpl", _("Mails"));
	show_tabs(request, page, &counts, state);
	if (list.count == 0) {
		template_show(page, K_MA_NONE);
		return ERR_OK;
	}
	struct template_dict *table = template_section(page, K_MA_TABLE);
	for (size_t i = 0; i < list.count && i < ROWS; i++)
		show_mail(request, table, &list.rows[i], state);
	if (number > 1)
		template_set(template_section(page, K_MA_NEWER), K_MA_NEWER_HREF, href(request, state, number - 1));
	if (list.count > ROWS)
		template_set(template_section(page, K_MA_OLDER), K_MA_OLDER_HREF, href(request, state, number + 1));
	return ERR_OK;
}

enum err mail_post(struct request *request, struct response *response, struct error *error)
{
	enum err err = mail_try_again(request->db, &request->visitor.actor, request_int(request, "mail"), error);

	if (err != ERR_OK)
		return err;
	response_notice(response, "mail-again");
	response_redirect(response, href(request, state_of(request), 1));
	return ERR_OK;
}
