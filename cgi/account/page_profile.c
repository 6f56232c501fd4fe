/* profile: what a person sees of themselves. */
#include <string.h>

#include "cgi/account/account.h"
#include "cgi/web/choice_parts.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/second_factor.h"

static void show_role(struct arena *arena, struct template_dict *page, const struct role_grant *grant, const char *today)
{
	struct template_dict *row = template_section(page, K_PROFILE_ROLE);
	bool held = strcmp(grant->starts_on, today) <= 0 && (grant->ends_on == NULL || strcmp(grant->ends_on, today) >= 0);

	template_set(row, K_ROLE_TITLE, role_title(grant->role));
	template_set(row, K_ROLE_PARTICIPANT, grant->participant != NULL ? grant->participant : "—");
	template_set(row, K_ROLE_FROM, day_text(arena, grant->starts_on));
	template_set(row, K_ROLE_TO, grant->ends_on != NULL ? day_text(arena, grant->ends_on) : "—");
	template_show(row, held ? K_ROLE_HELD : strcmp(grant->starts_on, today) > 0 ? K_ROLE_FUTURE : K_ROLE_ENDED);
}

MUST_USE static enum err show_factor(struct request *request, struct template_dict *page, struct error *error)
{
	struct arena *arena = request->arena;
	struct second_factor factor;
	enum err err = second_factor_state(request->db, arena, request->visitor.actor.person, &factor, error);

	if (err != ERR_OK)
		return err;
	if (factor.on_since == NULL) {
		template_show(page, K_PROFILE_FACTOR_OFF);
		return ERR_OK;
	}
	unsigned long left = (unsigned long)factor.recovery_left;
	struct template_dict *on = template_section(page, K_PROFILE_FACTOR_ON);
	template_set(on, K_PROFILE_FACTOR_TEXT, arena_printf(arena, "%s %s", arena_printf(arena, _("On since %s."), day_text(arena, factor.on_since)),
		arena_printf(arena, i18n_plural("%lu recovery code is left.", "%lu recovery codes are left.", left), left)));
	if (left < 3)
		template_show(page, K_PROFILE_FACTOR_FEW);
	return ERR_OK;
}

enum err profile_page(struct request *request, struct response *response, struct error *error)
{
	char today[CLOCK_DATE];
	struct person person;
	struct role_grant *grants;
	size_t count;
	enum err err = person_by_id(request->db, request->arena, request->visitor.actor.person, &person, error);

	if (err == ERR_OK)
		err = role_grants(request->db, request->arena, person.id, false, &grants, &count, error);
	if (err != ERR_OK)
		return err;
	clock_today(today);
	struct template_dict *page = response_page(response, "profile.tpl", _("My account"));
	template_set(page, K_CSRF, request->csrf);
	template_set(page, K_PROFILE_NAME, person.name);
	template_set(page, K_PROFILE_EMAIL, person.email);
	for (size_t i = 0; i < count; i++)
		show_role(request->arena, page, &grants[i], today);
	if (count == 0)
		template_show(page, K_PROFILE_NO_ROLES);
	choice_languages(page, K_PROFILE_LANGUAGE, person.lang);
	err = show_factor(request, page, error);
	return err != ERR_OK ? err : sessions_show(request, page, error);
}

enum err language_post(struct request *request, struct response *response, struct error *error)
{
	const char *language = request_text(request, "language");
	enum err err = person_set_lang(request->db, &request->visitor.actor, request->visitor.actor.person, language, error);

	if (err != ERR_OK)
		return err;
	/* What was chosen for this browser earlier would win over the profile. */
	response_cookie(response, "lang", "", 0);
	response_notice(response, "saved");
	response_redirect(response, "/account/");
	return ERR_OK;
}
