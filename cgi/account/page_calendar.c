/* calendar: the secret address of a participant's calendar of deadlines, and the calendar itself. */
#include <string.h>

#include "cgi/account/account.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/calendar.h"

/* The address that was just made, for each language; shown this once. */
static void show_address(struct request *request, struct template_dict *page, const char *title, const char *token)
{
	struct template_dict *section = template_section(page, K_CAL_MADE);

	template_set(section, K_CAL_TITLE, title);
	for (const struct language *language = i18n_languages; language->code != NULL; language++) {
		struct template_dict *row = template_section(section, K_CAL_ADDRESS);

		template_set(row, K_CAL_LANGUAGE, language->name);
		template_set(row, K_CAL_LANG, language->code);
		template_set(row, K_CAL_HREF, arena_printf(request->arena, "%s/account/calendar.ics?token=%s&lang=%s", request_site(request), token,
			language->code));
	}
}

MUST_USE static enum err show(struct request *request, struct response *response, const char *made_for, const char *token, struct error *error)
{
	struct calendar_feeds feeds;
	enum err err = calendar_mine(request->db, request->arena, &request->visitor.actor, request->language, &feeds, error);

	if (err != ERR_OK)
		return err;
	struct template_dict *page = response_page(response, "calendar.tpl", _("Calendar of deadlines"));
	if (feeds.count == 0)
		template_show(page, K_CAL_NONE);
	for (size_t i = 0; i < feeds.count; i++) {
		const struct calendar_feed *feed = &feeds.rows[i];
		struct template_dict *row = template_section(page, K_CAL_ROW);

		if (token != NULL && strcmp(feed->participant, made_for) == 0)
			show_address(request, page, feed->title, token);
		template_set(row, K_CAL_TITLE, feed->title);
		template_set(row, K_CAL_PARTICIPANT, feed->participant);
		template_set(row, K_CSRF, request->csrf);
		if (feed->made_at == NULL) {
			template_show(row, K_CAL_FIRST);
			continue;
		}
		template_show(row, K_CAL_AGAIN);
		template_set(template_section(row, K_CAL_STATE), K_CAL_STATE_TEXT, arena_printf(request->arena, _("Made on %s by %s."),
			day_text(request->arena, feed->made_at), feed->made_by != NULL ? feed->made_by : "—"));
	}
	return ERR_OK;
}

enum err calendar_page(struct request *request, struct response *response, struct error *error)
{
	return show(request, response, NULL, NULL, error);
}

enum err calendar_post(struct request *request, struct response *response, struct error *error)
{
	const char *participant = request_text(request, "participant");
	char token[TOKEN_TEXT];
	enum err err = calendar_renew(request->db, &request->visitor.actor, participant, token, error);

	return err != ERR_OK ? err : show(request, response, participant, token, error);
}

enum err calendar_file(struct request *request, struct response *response, struct error *error)
{
	const char *participant;
	enum err err = calendar_find(request->db, request->arena, request_text(request, "token"), &participant, error);

	if (err != ERR_OK)
		return err;
	return calendar_write(request->db, request->arena, participant, response_body(response, "text/calendar; charset=utf-8"), error);
}
