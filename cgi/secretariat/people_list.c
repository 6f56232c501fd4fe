/* people_list: the part of the people's page that finds somebody: by words, role, participant and state of the account. */
#include <string.h>

#include "cgi/secretariat/secretariat.h"
#include "cgi/web/choice_parts.h"
#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/people.h"

#define SHOWN 300

static const char *const state_titles[PEOPLE_STATES] = {
	[PEOPLE_ALL] = N_("all"),
	[PEOPLE_ACTIVE] = N_("active"),
	[PEOPLE_NEVER] = N_("never signed in"),
	[PEOPLE_EXPIRED] = N_("invitation no longer works"),
	[PEOPLE_NO_ROLE] = N_("no role today"),
	[PEOPLE_DEACTIVATED] = N_("deactivated"),
};

static enum people_state state_of(const char *name)
{
	for (int state = 0; state < PEOPLE_STATES; state++)
		if (strcmp(people_state_name((enum people_state)state), name) == 0)
			return (enum people_state)state;
	return PEOPLE_ALL;
}

/* "Focal point (XAA), Donor from 1 May 2026" */
static const char *roles_text(struct request *request, const struct people_row *row)
{
	struct arena *arena = request->arena;
	const char *text = "";

	for (size_t i = 0; i < row->grant_count; i++) {
		const struct role_grant *grant = &row->grants[i];
		const char *role = role_title(grant->role);

		if (grant->participant != NULL)
			role = arena_printf(arena, "%s (%s)", role, grant->participant);
		if (i >= row->held)
			role = arena_printf(arena, _("%s from %s"), role, day_text(arena, grant->starts_on));
		else if (grant->ends_on != NULL)
			role = arena_printf(arena, _("%s until %s"), role, day_text(arena, grant->ends_on));
		text = arena_printf(arena, "%s%s%s", text, i > 0 ? ", " : "", role);
	}
	return *text != '\0' ? text : _("none");
}

const char *people_account_text(struct request *request, const struct people_row *row)
{
	struct arena *arena = request->arena;

	if (row->person.deactivated_at != NULL)
		return arena_printf(arena, _("deactivated on %s"), day_text(arena, row->person.deactivated_at));
	if (row->signed_in_at != NULL)
		return arena_printf(arena, _("signed in last on %s"), day_moment(arena, row->signed_in_at));
	if (row->person.has_password)
		return _("has a password, never signed in");
	if (row->invited_at == NULL)
		return _("not invited yet");
	return arena_printf(arena, row->invitation_works ? _("never signed in; the invitation of %s works until %s")
		: _("never signed in; the invitation of %s stopped working on %s"), day_text(arena, row->invited_at), day_text(arena, row->invitation_until));
}

static void show_row(struct request *request, struct template_dict *table, const struct people_row *found)
{
	struct template_dict *row = template_section(table, K_PE_ROW);

	template_printf(row, K_PE_HREF, "/secretariat/people/%lld", (long long)found->person.id);
	template_set(row, K_PE_NAME, found->person.name);
	template_set(row, K_PE_EMAIL, found->person.email);
	template_set(row, K_PE_ROLES, roles_text(request, found));
	template_set(row, K_PE_ACCOUNT, people_account_text(request, found));
	if (found->factor_since != NULL)
		template_show(row, K_PE_FACTOR);
	if (found->person.deactivated_at != NULL)
		template_show(row, K_PE_GONE);
	else if (found->signed_in_at != NULL)
		template_show(row, K_PE_ACTIVE);
	else
		template_show(row, found->invitation_works || found->person.has_password ? K_PE_INVITED : K_PE_EXPIRED);
}

MUST_USE static enum err show_choices(struct request *request, struct template_dict *page, const struct people_filter *filter,
	const struct people *people, struct error *error)
{
	struct round_choices participants;
	enum err err = round_choose_participants(request->db, request->arena, request->language, &participants, error);

	for (size_t i = 0; role_names[i] != NULL; i++)
		choice_option(page, K_PE_ROLE, role_names[i], role_title(role_names[i]), filter->role);
	for (size_t i = 0; err == ERR_OK && i < participants.count; i++)
		choice_option(page, K_PE_PARTICIPANT, participants.rows[i].code, participants.rows[i].title, filter->participant);
	for (int state = 0; state < PEOPLE_STATES; state++)
		choice_option(page, K_PE_STATE, people_state_name((enum people_state)state), arena_printf(request->arena, "%s (%zu)",
			i18n_text(state_titles[state]), people->by_state[state]), people_state_name(filter->state));
	return err;
}

enum err people_list_show(struct request *request, struct template_dict *page, struct error *error)
{
	bool asked = strcmp(request->method, "POST") != 0;
	struct people_filter filter = { .words = asked ? request_text(request, "q") : "", .role = asked ? request_text(request, "role") : "",
		.participant = asked ? request_text(request, "participant") : "", .state = asked ? state_of(request_text(request, "state")) : PEOPLE_ALL };
	struct people people;
	enum err err = people_find(request->db, request->arena, &filter, &people, error);

	if (err == ERR_OK)
		err = show_choices(request, page, &filter, &people, error);
	if (err != ERR_OK)
		return err;
	template_set(page, K_PE_WORDS, filter.words);
	if (filter.words[0] != '\0' || filter.role[0] != '\0' || filter.participant[0] != '\0' || filter.state != PEOPLE_ALL)
		template_show(page, K_PE_SHOW_ALL);
	if (people.by_state[PEOPLE_NEVER] > 0 && filter.state != PEOPLE_NEVER)
		show_text(page, K_PE_WAITING, K_PE_WAITING_TEXT, arena_printf(request->arena,
			i18n_plural("%zu person has not signed in yet.", "%zu people have not signed in yet.", people.by_state[PEOPLE_NEVER]),
			people.by_state[PEOPLE_NEVER]));
	if (people.count == 0) {
		template_show(page, K_PE_NOBODY);
		return ERR_OK;
	}
	struct template_dict *table = template_section(page, K_PE_TABLE);
	for (size_t i = 0; i < people.count && i < SHOWN; i++)
		show_row(request, table, &people.rows[i]);
	if (people.count > SHOWN)
		show_text(page, K_PE_MORE, K_PE_MORE_TEXT, arena_printf(request->arena, _("These are the first %d of %zu. Narrow the search to see the others."),
			SHOWN, people.count));
	return ERR_OK;
}
