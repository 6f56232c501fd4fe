/* sessions: where a person is signed in, and ending it from afar. Part of the own profile. */
#include "cgi/account/account.h"
#include "indicators/base/day.h"
#include "indicators/model/session.h"

enum err sessions_show(struct request *request, struct template_dict *page, struct error *error)
{
	struct session_rows sessions;
	enum err err = session_list(request->db, request->arena, request->visitor.actor.person, request_cookie(request, "session"), &sessions, error);

	for (size_t i = 0; err == ERR_OK && i < sessions.count; i++) {
		struct template_dict *row = template_section(page, K_SESSION);
		template_set(row, K_SESSION_BEGAN, day_moment(request->arena, sessions.rows[i].began_at));
		template_set(row, K_SESSION_SEEN, day_moment(request->arena, sessions.rows[i].seen_at));
		template_set(row, K_SESSION_ADDRESS, sessions.rows[i].address);
		if (sessions.rows[i].own) {
			template_show(row, K_SESSION_OWN);
			continue;
		}
		struct template_dict *end = template_section(row, K_SESSION_END);
		template_set(end, K_CSRF, request->csrf);
		template_set(end, K_SESSION_ID, sessions.rows[i].id);
	}
	if (err == ERR_OK && sessions.count > 1)
		template_set(template_section(page, K_SESSION_OTHERS), K_CSRF, request->csrf);
	return err;
}

enum err sessions_post(struct request *request, struct response *response, struct error *error)
{
	const struct actor *actor = &request->visitor.actor;
	const char *one = request_text(request, "session");
	enum err err = *one != '\0' ? session_end_one(request->db, actor, actor->person, one, error)
		: session_end_all(request->db, actor, actor->person, request_cookie(request, "session"), error);

	if (err != ERR_OK)
		return err;
	response_notice(response, "session-ended");
	response_redirect(response, "/account/");
	return ERR_OK;
}
