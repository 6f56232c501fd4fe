/* handover: passing roles on, deputies, and undoing it; see handover.h. The lists are in team.c. */
#include "indicators/model/handover.h"

#include <inttypes.h>
#include <string.h>

#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/model/change.h"

struct work {
	struct database *db;
	struct arena *arena;
	const struct actor *actor;
	const char *participant;
	char today[CLOCK_DATE];
	struct team_rights rights;
};

/* A grant of the participant, with the handover that it comes from or goes into. */
struct held {
	int64_t person;
	const char *role, *starts_on, *ends_on;
	int64_t from_grant;      /* 0: none */
	const char *former_end;
	const char *passes_to, *passes_on;
};

MUST_USE static enum err begin(struct work *work, bool *own, struct error *error)
{
	enum err err = change_begin(work->db, own, error);

	clock_today(work->today);
	return err != ERR_OK ? err : team_rights(work->db, work->arena, work->actor, work->participant, &work->rights, error);
}

MUST_USE static enum err load_grant(struct work *work, int64_t grant, struct held *held, struct error *error)
{
	struct query *query = database_query(work->db, REPORTS_handover_grant);

	*held = (struct held){ 0 };
	query_int(query, "grant", grant);
	query_text(query, "participant", work->participant);
	if (query_next(query)) {
		held->person = query_column_int(query, 0);
		held->role = arena_strdup(work->arena, query_column_text(query, 1));
		held->starts_on = arena_strdup(work->arena, query_column_text(query, 2));
		held->ends_on = arena_strdup(work->arena, query_column_text(query, 3));
		held->from_grant = query_column_int(query, 4);
		held->former_end = arena_strdup(work->arena, query_column_text(query, 5));
		held->passes_to = arena_strdup(work->arena, query_column_text(query, 6));
		held->passes_on = arena_strdup(work->arena, query_column_text(query, 7));
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && held->role == NULL)
		err = error_set(error, ERR_NOT_FOUND, _("This is no role of %s. It may have been taken back or ended meanwhile."), work->participant);
	return err;
}

/* Roles that somebody has, or will have, in the days of the new one, and that don't go together with it. */
MUST_USE static enum err check_roles(struct work *work, const struct person *person, const char *role, const char *starts_on,
	const char *ends_on, struct error *error)
{
	struct query *query = database_query(work->db, REPORTS_handover_holds);
	enum err found = ERR_OK;

	query_int(query, "person", person->id);
	query_text(query, "starts_on", starts_on);
	query_text(query, "ends_on", ends_on != NULL ? ends_on : "");
	while (found == ERR_OK && query_next(query)) {
		const char *other = query_column_text(query, 0);

		if (strcmp(query_column_text(query, 1), work->participant) != 0)
			found = error_set_field(error, ERR_CONFLICT, "email",
				_("%s acts for another government. If that is meant, ask an administrator to grant the role."), person->email);
		else if (strcmp(other, role) == 0 || strcmp(other, "focal_point") == 0)
			found = error_set_field(error, ERR_CONFLICT, "email", _("%s holds the role already in these days: %s."), person->email,
				role_title(other));
		else if (strcmp(other, "clearing_officer") == 0)
			found = error_set_field(error, ERR_CONFLICT, "email",
				_("%s clears these answers, so somebody else should write them. If it can't be otherwise, ask an administrator."), person->email);
	}
	enum err err = query_end(query, found == ERR_OK ? error : NULL);
	return found != ERR_OK ? found : err;
}

/* Finds the person, or adds a new one with an invitation. */
MUST_USE static enum err find_successor(struct work *work, const struct successor *successor, const char *role, const char *starts_on,
	const char *ends_on, struct handed *handed, struct error *error)
{
	struct person person;
	const char *email = email_normal(work->arena, successor->email);

	if (email == NULL)
		return error_set_field(error, ERR_INVALID, "email", "%s", _("That is not an e-mail address."));
	enum err err = person_by_email(work->db, work->arena, email, &person, error);
	if (err == ERR_NOT_FOUND && (successor->name == NULL || successor->name[0] == '\0'))
		return error_set_field(error, ERR_INVALID, "name",
			_("Nobody has the e-mail address %s here. For somebody new, give the name as well."), email);
	if (err == ERR_NOT_FOUND) {
		err = person_add(work->db, work->actor, email, successor->name, successor->lang, &handed->person, error);
		handed->name = arena_strdup(work->arena, successor->name);
		return err != ERR_OK ? err : invitation_create(work->db, work->actor, handed->person, handed->token, error);
	}
	if (err != ERR_OK)
		return err;
	if (person.id == work->actor->person)
		return error_set_field(error, ERR_CONFLICT, "email", "%s", _("Nobody can give a role to themselves. Name somebody else."));
	if (person.deactivated_at != NULL)
		return error_set_field(error, ERR_CONFLICT, "email", _("The account of %s is deactivated. An administrator can reactivate it."),
			person.name);
	handed->person = person.id;
	handed->name = person.name;
	return check_roles(work, &person, role, starts_on, ends_on, error);
}

MUST_USE static enum err check_handover(struct work *work, const struct held *held, const char *date, struct error *error)
{
	bool own = held->person == work->actor->person;

	if (strcmp(held->role, "focal_point") != 0)
		return error_set(error, ERR_DENIED, "%s", _("Only a focal point's role can be handed over here. For other roles ask an administrator."));
	if (!work->rights.clearing && !(work->rights.focal && own))
		return error_set(error, ERR_DENIED, "%s",
			_("Only the focal point themselves or a clearing officer of this participant can hand the role over."));
	if (held->passes_to != NULL)
		return error_set(error, ERR_CONFLICT, _("This role passes to %s on %s already. Take that back first."), held->passes_to,
			day_text(work->arena, held->passes_on));
	if (strcmp(held->starts_on, work->today) > 0)
		return error_set(error, ERR_CONFLICT, _("This role begins only on %s. It can be handed over once it is held."),
			day_text(work->arena, held->starts_on));
	if (!clock_is_date(date))
		return error_set_field(error, ERR_INVALID, "starts_on", "%s", _("The first day is not a date (year-month-day, 2026-01-31)."));
	if (strcmp(date, work->today) < 0)
		return error_set_field(error, ERR_INVALID, "starts_on", _("%s has passed. Choose today or a later day."), day_text(work->arena, date));
	if (own && strcmp(date, work->today) == 0)
		return error_set_field(error, ERR_INVALID, "starts_on", "%s",
			_("You can hand your own role over from tomorrow, so that what you have open can still be saved today."));
	if (strcmp(date, held->starts_on) <= 0)
		return error_set_field(error, ERR_INVALID, "starts_on", _("The role is held from %s; it can pass on after that day."),
			day_text(work->arena, held->starts_on));
	if (held->ends_on != NULL && strcmp(date, held->ends_on) > 0)
		return error_set_field(error, ERR_INVALID, "starts_on",
			_("This role ends on %s, so it can pass on until then. For anything later ask an administrator."), day_text(work->arena, held->ends_on));
	return ERR_OK;
}

MUST_USE static enum err hand_over(struct work *work, int64_t grant, const struct successor *successor, const char *date,
	struct handed *handed, struct error *error)
{
	struct held held;
	char now[CLOCK_TEXT];
	int64_t made = 0;
	enum err err = load_grant(work, grant, &held, error);

	if (err != ERR_OK || (err = check_handover(work, &held, date, error)) != ERR_OK
		|| (err = find_successor(work, successor, "focal_point", date, held.ends_on, handed, error)) != ERR_OK
		|| (err = role_grant_end(work->db, work->actor, grant, day_shift(work->arena, date, -1), error)) != ERR_OK
		|| (err = role_grant_add(work->db, work->actor, handed->person, held.role, work->participant, date, held.ends_on, &made, error)) != ERR_OK)
		return err;
	clock_text(now);
	struct query *query = database_query(work->db, REPORTS_handover_insert);
	query_int(query, "to_grant", made);
	query_int(query, "from_grant", grant);
	query_text(query, "former_end", held.ends_on);
	query_int(query, "made_by", work->actor->person);
	query_text(query, "now", now);
	if ((err = query_run(query, error)) != ERR_OK)
		return err;
	return audit_add(work->db, work->actor, "role.handover", arena_printf(work->arena, "person:%" PRId64, held.person),
		arena_printf(work->arena, "{\"participant\":\"%s\",\"from_grant\":%" PRId64 ",\"to_grant\":%" PRId64 ",\"to\":%" PRId64 ",\"on\":\"%s\"}",
			work->participant, grant, made, handed->person, date), error);
}

enum err handover_make(struct database *db, struct arena *arena, const struct actor *actor, const char *participant, int64_t grant,
	const struct successor *successor, const char *date, struct handed *handed, struct error *error)
{
	struct work work = { .db = db, .arena = arena, .actor = actor, .participant = participant };
	bool own = false;

	*handed = (struct handed){ 0 };
	enum err err = begin(&work, &own, error);
	if (err == ERR_OK)
		err = hand_over(&work, grant, successor, date, handed, error);
	if (err != ERR_OK)
		*handed = (struct handed){ 0 };
	return change_end(db, own, err, error);
}

MUST_USE static enum err check_days(const struct work *work, const char *starts_on, const char *ends_on, struct error *error)
{
	if (!clock_is_date(starts_on))
		return error_set_field(error, ERR_INVALID, "starts_on", "%s", _("The first day is not a date (year-month-day, 2026-01-31)."));
	if (strcmp(starts_on, work->today) < 0)
		return error_set_field(error, ERR_INVALID, "starts_on", _("%s has passed. Choose today or a later day."),
			day_text(work->arena, starts_on));
	if (ends_on != NULL && !clock_is_date(ends_on))
		return error_set_field(error, ERR_INVALID, "ends_on", "%s", _("The last day is not a date (year-month-day, 2026-01-31)."));
	if (ends_on != NULL && strcmp(ends_on, starts_on) < 0)
		return error_set_field(error, ERR_INVALID, "ends_on", "%s", _("The last day lies before the first."));
	if (work->rights.until != NULL && (ends_on == NULL || strcmp(ends_on, work->rights.until) > 0))
		return error_set_field(error, ERR_INVALID, "ends_on", _("Your own role ends on %s; a deputy can be appointed until that day."),
			day_text(work->arena, work->rights.until));
	return ERR_OK;
}

MUST_USE static enum err require_arranging(const struct work *work, struct error *error)
{
	return work->rights.focal || work->rights.clearing ? ERR_OK : error_set(error, ERR_DENIED, "%s",
		_("Only a focal point or clearing officer of this participant can appoint deputies or end their role."));
}

enum err handover_appoint(struct database *db, struct arena *arena, const struct actor *actor, const char *participant,
	const struct successor *deputy, const char *starts_on, const char *ends_on, struct handed *handed, struct error *error)
{
	struct work work = { .db = db, .arena = arena, .actor = actor, .participant = participant };
	bool own = false;
	int64_t made;

	*handed = (struct handed){ 0 };
	if (ends_on != NULL && *ends_on == '\0')
		ends_on = NULL;
	enum err err = begin(&work, &own, error);
	if (err == ERR_OK)
		err = require_arranging(&work, error);
	if (err == ERR_OK)
		err = check_days(&work, starts_on, ends_on, error);
	if (err == ERR_OK)
		err = find_successor(&work, deputy, "deputy", starts_on, ends_on, handed, error);
	if (err == ERR_OK)
		err = role_grant_add(db, actor, handed->person, "deputy", participant, starts_on, ends_on, &made, error);
	if (err != ERR_OK)
		*handed = (struct handed){ 0 };
	return change_end(db, own, err, error);
}

/* The role that would have passed on lasts as it did before. */
MUST_USE static enum err restore_former(struct work *work, int64_t grant, const struct held *held, struct error *error)
{
	struct query *query = database_query(work->db, REPORTS_handover_restore);

	query_int(query, "grant", held->from_grant);
	query_text(query, "former_end", held->former_end);
	query_text(query, "ends_on", day_shift(work->arena, held->starts_on, -1));
	enum err err = query_run(query, error);
	if (err == ERR_OK && database_changes(work->db) == 0)
		err = error_set(error, ERR_CONFLICT, "%s", _("The role that was handed over has been changed since, so it can't be taken back. Ask an administrator."));
	if (err != ERR_OK)
		return err;
	query = database_query(work->db, REPORTS_handover_delete);
	query_int(query, "grant", grant);
	return query_run(query, error);
}

MUST_USE static enum err take_back(struct work *work, int64_t grant, struct error *error)
{
	struct held held, former;
	enum err err = load_grant(work, grant, &held, error);

	if (err != ERR_OK)
		return err;
	bool deputy = strcmp(held.role, "deputy") == 0;
	if (!deputy && held.from_grant == 0)
		return error_set(error, ERR_DENIED, "%s", _("This role was granted by an administrator, who alone can take it back."));
	if (!deputy && (err = load_grant(work, held.from_grant, &former, error)) != ERR_OK)
		return err;
	if (!work->rights.clearing && !(work->rights.focal && (deputy || former.person == work->actor->person)))
		return error_set(error, ERR_DENIED, "%s",
			_("Only the focal point whose role it is, or a clearing officer of this participant, can take it back."));
	if (strcmp(held.starts_on, work->today) <= 0)
		return error_set(error, ERR_CONFLICT, _("This role is held since %s, so it can't be taken back any more."),
			day_text(work->arena, held.starts_on));
	if (!deputy && (err = restore_former(work, grant, &held, error)) != ERR_OK)
		return err;
	struct query *query = database_query(work->db, REPORTS_handover_grant_delete);
	query_int(query, "grant", grant);
	query_text(query, "today", work->today);
	if ((err = query_run(query, error)) != ERR_OK)
		return err;
	return audit_add(work->db, work->actor, "role.take_back", arena_printf(work->arena, "person:%" PRId64, held.person),
		arena_printf(work->arena, "{\"grant\":%" PRId64 ",\"role\":\"%s\",\"participant\":\"%s\",\"starts_on\":\"%s\"}", grant, held.role,
			work->participant, held.starts_on), error);
}

enum err handover_take_back(struct database *db, const struct actor *actor, const char *participant, int64_t grant, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct work work = { .db = db, .arena = &arena, .actor = actor, .participant = participant };
	bool own = false;
	enum err err = begin(&work, &own, error);

	if (err == ERR_OK)
		err = take_back(&work, grant, error);
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

enum err handover_end(struct database *db, const struct actor *actor, const char *participant, int64_t grant, const char *ends_on,
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct work work = { .db = db, .arena = &arena, .actor = actor, .participant = participant };
	struct held held;
	bool own = false;
	enum err err = begin(&work, &own, error);

	if (err == ERR_OK)
		err = require_arranging(&work, error);
	if (err == ERR_OK)
		err = load_grant(&work, grant, &held, error);
	if (err == ERR_OK && strcmp(held.role, "deputy") != 0)
		err = error_set(error, ERR_DENIED, "%s", _("Only a deputy's role can be ended here. For other roles ask an administrator."));
	if (err == ERR_OK && clock_is_date(ends_on) && strcmp(ends_on, work.today) < 0)
		err = error_set_field(error, ERR_INVALID, "ends_on", _("%s has passed. Choose today or a later day."), day_text(&arena, ends_on));
	if (err == ERR_OK)
		err = role_grant_end(db, actor, grant, ends_on, error);
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}
