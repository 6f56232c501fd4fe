/* team: who acts for a participant, now and soon; see handover.h. */
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/handover.h"

#define MEMBERS_MAX 500

enum err team_rights(struct database *db, struct arena *arena, const struct actor *actor, const char *participant,
	struct team_rights *rights, struct error *error)
{
	char today[CLOCK_DATE];
	bool open = false;
	struct query *query = database_query(db, REPORTS_handover_rights);

	*rights = (struct team_rights){ 0 };
	clock_today(today);
	query_int(query, "person", actor->person);
	query_text(query, "participant", participant);
	query_text(query, "today", today);
	while (query_next(query)) {
		const char *until = query_column_text(query, 1);

		if (strcmp(query_column_text(query, 0), "focal_point") == 0)
			rights->focal = true;
		else
			rights->clearing = true;
		open = open || until == NULL;
		if (until != NULL && (rights->until == NULL || strcmp(until, rights->until) > 0))
			rights->until = arena_strdup(arena, until);
	}
	if (open)
		rights->until = NULL;
	return query_end(query, error);
}

MUST_USE static enum err load(struct database *db, struct arena *arena, const char *participant, int64_t person, const char *language,
	struct team *team, struct error *error)
{
	char today[CLOCK_DATE];
	struct query *query = database_query(db, REPORTS_handover_team);

	*team = (struct team){ .rows = arena_array(arena, MEMBERS_MAX, sizeof *team->rows) };
	clock_today(today);
	query_text(query, "participant", participant);
	query_int(query, "person", person);
	query_text(query, "lang", language);
	query_text(query, "today", today);
	while (team->count < MEMBERS_MAX && query_next(query)) {
		struct team_member *member = &team->rows[team->count++];

		member->grant = query_column_int(query, 0);
		member->person = query_column_int(query, 1);
		member->name = arena_strdup(arena, query_column_text(query, 2));
		member->email = arena_strdup(arena, query_column_text(query, 3));
		member->role = arena_strdup(arena, query_column_text(query, 4));
		member->participant = arena_strdup(arena, query_column_text(query, 5));
		member->starts_on = arena_strdup(arena, query_column_text(query, 6));
		member->ends_on = arena_strdup(arena, query_column_text(query, 7));
		member->invited = query_column_int(query, 8) != 0;
		member->participant_title = arena_strdup(arena, query_column_text(query, 9));
		member->came_from = arena_strdup(arena, query_column_text(query, 10));
		member->passes_to = arena_strdup(arena, query_column_text(query, 11));
		member->passes_on = arena_strdup(arena, query_column_text(query, 12));
		member->came_from_person = query_column_int(query, 13);
		member->coming = strcmp(member->starts_on, today) > 0;
	}
	return query_end(query, error);
}

static void fill_rights(struct team *team, const struct actor *actor, const struct team_rights *rights)
{
	team->may_appoint = rights->focal || rights->clearing;
	for (size_t i = 0; i < team->count; i++) {
		struct team_member *member = &team->rows[i];
		bool focal = strcmp(member->role, "focal_point") == 0, deputy = strcmp(member->role, "deputy") == 0;

		member->may_hand_over = focal && !member->coming && member->passes_to == NULL
			&& (rights->clearing || (rights->focal && member->person == actor->person));
		member->may_end = deputy && !member->coming && team->may_appoint;
		member->may_take_back = member->coming && (deputy ? team->may_appoint
			: member->came_from != NULL && (rights->clearing || (rights->focal && member->came_from_person == actor->person)));
	}
}

enum err team_list(struct database *db, struct arena *arena, const struct actor *actor, const char *participant, const char *language,
	struct team *team, struct error *error)
{
	struct team_rights rights;
	struct query *query = database_query(db, REPORTS_handover_title);
	const char *title = NULL;

	query_text(query, "participant", participant);
	query_text(query, "lang", language);
	if (query_next(query))
		title = arena_strdup(arena, query_column_text(query, 0));
	enum err err = query_end(query, error);
	if (err == ERR_OK && title == NULL)
		err = error_set(error, ERR_NOT_FOUND, _("There is no participant %s."), participant);
	if (err == ERR_OK)
		err = load(db, arena, participant, 0, language, team, error);
	if (err == ERR_OK)
		err = team_rights(db, arena, actor, participant, &rights, error);
	if (err != ERR_OK)
		return err;
	team->title = title;
	fill_rights(team, actor, &rights);
	return ERR_OK;
}

enum err team_of_person(struct database *db, struct arena *arena, int64_t person, const char *language, struct team *team,
	struct error *error)
{
	enum err err = load(db, arena, "", person, language, team, error);
	size_t kept = 0;

	for (size_t i = 0; err == ERR_OK && i < team->count; i++)
		if (!team->rows[i].coming)
			team->rows[kept++] = team->rows[i];
	team->count = kept;
	return err;
}
