/* person: see person.h. Passwords and invitations are in password.c. */
#include "indicators/model/person.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/model/change.h"

const char *const role_names[] = { "focal_point", "deputy", "clearing_officer", "observer", "secretariat", "donor", "administrator", NULL };

static const char *const role_titles[] = { N_("Focal point"), N_("Deputy focal point"), N_("Clearing officer"), N_("Observer"),
	N_("Secretariat"), N_("Donor"), N_("Administrator") };

/* The role's place in the list, or -1. */
static int role_index(const char *role)
{
	for (int i = 0; role != NULL && role_names[i] != NULL; i++)
		if (strcmp(role_names[i], role) == 0)
			return i;
	return -1;
}

/* Whether a role is held for a participant: all but secretariat, donor, administrator. */
static bool needs_participant(const char *role)
{
	int index = role_index(role);

	return index >= 0 && index < 4;
}

const char *role_title(const char *role)
{
	int index = role_index(role);

	return index >= 0 ? _(role_titles[index]) : role;
}

const char *email_normal(struct arena *arena, const char *email)
{
	if (email == NULL)
		return NULL;
	email += strspn(email, " \t\r\n");
	size_t length = strlen(email);
	while (length > 0 && strchr(" \t\r\n", email[length - 1]) != NULL)
		length--;
	if (length > PERSON_EMAIL_MAX)
		return NULL;
	char *normal = arena_strndup(arena, email, length);
	const char *at = NULL;
	for (char *p = normal; *p != '\0'; p++) {
		if ((unsigned char)*p <= 0x20 || *p == 0x7F || strchr("<>()[]\\,;:\"", *p) != NULL || (*p == '@' && at != NULL))
			return NULL;
		if (*p == '@')
			at = p;
		/* As SQL's lower() does: ASCII only. */
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	}
	if (at == NULL || at == normal || at[1] == '\0' || at[1] == '.' || at[strlen(at) - 1] == '.')
		return NULL;
	return normal;
}

static void read_person(struct query *query, struct arena *arena, struct person *person)
{
	person->id = query_column_int(query, 0);
	person->email = arena_strdup(arena, query_column_text(query, 1));
	person->name = arena_strdup(arena, query_column_text(query, 2));
	person->lang = arena_strdup(arena, query_column_text(query, 3));
	person->has_password = query_column_int(query, 4) != 0;
	person->deactivated_at = arena_strdup(arena, query_column_text(query, 5));
}

enum err person_by_email(struct database *db, struct arena *arena, const char *email, struct person *person, struct error *error)
{
	const char *normal = email_normal(arena, email);
	struct query *query = database_query(db, REPORTS_person_by_email);
	bool found = false;

	*person = (struct person){ 0 };
	query_text(query, "email", normal != NULL ? normal : "");
	if (query_next(query)) {
		read_person(query, arena, person);
		found = true;
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !found)
		err = error_set_field(error, ERR_NOT_FOUND, "email", _("Nobody has the e-mail address %s here."), email != NULL ? email : "");
	return err;
}

enum err person_by_id(struct database *db, struct arena *arena, int64_t id, struct person *person, struct error *error)
{
	struct query *query = database_query(db, REPORTS_person_by_id);
	bool found = false;

	*person = (struct person){ 0 };
	query_int(query, "person", id);
	if (query_next(query)) {
		read_person(query, arena, person);
		found = true;
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !found)
		err = error_set(error, ERR_NOT_FOUND, "%s", _("There is no such person."));
	return err;
}

enum err person_list(struct database *db, struct arena *arena, struct person **people, size_t *count, struct error *error)
{
	struct query *query = database_query(db, REPORTS_person_all);

	*people = NULL;
	*count = 0;
	while (query_next(query)) {
		*people = arena_grow(arena, *people, *count, sizeof **people);
		read_person(query, arena, &(*people)[(*count)++]);
	}
	return query_end(query, error);
}

static bool has_control(const char *text)
{
	for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++)
		if (*p < 0x20 || *p == 0x7F)
			return true;
	return false;
}

enum err person_add(struct database *db, const struct actor *actor, const char *email, const char *name, const char *lang, int64_t *id,
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct person there;
	char now[CLOCK_TEXT];
	bool own = false;
	const char *normal = email_normal(&arena, email);
	enum err err;

	*id = 0;
	if (normal == NULL)
		err = error_set_field(error, ERR_INVALID, "email", "%s", _("That is not an e-mail address."));
	else if (name == NULL || *name == '\0' || strlen(name) > 200 || has_control(name))
		err = error_set_field(error, ERR_INVALID, "name", "%s", _("A name is needed, of at most 200 bytes on one line."));
	else if (i18n_known(lang) == NULL)
		err = error_set_field(error, ERR_INVALID, "lang", "%s", _("That is not a language of this site."));
	else
		err = change_begin(db, &own, error);
	if (err != ERR_OK)
		goto out;
	if (person_by_email(db, &arena, normal, &there, NULL) == ERR_OK) {
		err = error_set_field(error, ERR_CONFLICT, "email", _("Somebody with the e-mail address %s is there already."), normal);
		goto out;
	}
	clock_text(now);
	struct query *query = database_query(db, REPORTS_person_insert);
	query_text(query, "email", normal);
	query_text(query, "name", name);
	query_text(query, "lang", lang);
	query_text(query, "now", now);
	if ((err = query_run(query, error)) != ERR_OK)
		goto out;
	*id = database_last_id(db);
	err = audit_add(db, actor, "person.add", arena_printf(&arena, "person:%" PRId64, *id), change_detail(&arena, "email", normal), error);
out:
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

enum err person_set_lang(struct database *db, const struct actor *actor, int64_t id, const char *lang, struct error *error)
{
	struct arena arena = ARENA_INIT;
	bool own = false;
	enum err err;

	if (i18n_known(lang) == NULL)
		return error_set_field(error, ERR_INVALID, "lang", "%s", _("That is not a language of this site."));
	if ((err = change_begin(db, &own, error)) != ERR_OK)
		goto out;
	struct query *query = database_query(db, REPORTS_person_set_lang);
	query_int(query, "person", id);
	query_text(query, "lang", lang);
	err = query_run(query, error);
	if (err == ERR_OK && database_changes(db) == 0)
		err = error_set(error, ERR_NOT_FOUND, "%s", _("There is no such person."));
	if (err == ERR_OK)
		err = audit_add(db, actor, "person.lang", arena_printf(&arena, "person:%" PRId64, id), change_detail(&arena, "lang", lang), error);
out:
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

static enum err end_sessions(struct database *db, int64_t person, struct error *error)
{
	static const unsigned char none[32];
	struct query *query = database_query(db, REPORTS_session_delete_others);

	query_int(query, "person", person);
	query_blob(query, "token_hash", none, sizeof none);
	return query_run(query, error);
}

static enum err set_active(struct database *db, const struct actor *actor, int64_t id, bool active, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct person person;
	char now[CLOCK_TEXT];
	bool own = false;
	enum err err = change_begin(db, &own, error);

	if (err == ERR_OK)
		err = person_by_id(db, &arena, id, &person, error);
	if (err != ERR_OK)
		goto out;
	if (!active && actor->person == id) {
		err = error_set(error, ERR_CONFLICT, "%s", _("Nobody can deactivate themselves; another administrator can."));
		goto out;
	}
	clock_text(now);
	struct query *query = database_query(db, active ? REPORTS_person_reactivate : REPORTS_person_deactivate);
	query_int(query, "person", id);
	if (!active)
		query_text(query, "now", now);
	err = query_run(query, error);
	if (err == ERR_OK && database_changes(db) == 0)
		err = error_set(error, ERR_CONFLICT, active ? _("%s is active already.") : _("%s is deactivated already."), person.name);
	if (err == ERR_OK && !active)
		err = end_sessions(db, id, error);
	if (err == ERR_OK)
		err = audit_add(db, actor, active ? "person.reactivate" : "person.deactivate", arena_printf(&arena, "person:%" PRId64, id), "", error);
out:
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

enum err person_deactivate(struct database *db, const struct actor *actor, int64_t id, struct error *error)
{
	return set_active(db, actor, id, false, error);
}

enum err person_reactivate(struct database *db, const struct actor *actor, int64_t id, struct error *error)
{
	return set_active(db, actor, id, true, error);
}

static enum err participant_known(struct database *db, const char *participant, struct error *error)
{
	struct query *query = database_query(db, REPORTS_person_participant_exists);

	query_text(query, "participant", participant);
	bool found = query_next(query);
	enum err err = query_end(query, error);
	if (err == ERR_OK && !found)
		err = error_set_field(error, ERR_INVALID, "participant", _("There is no participant %s."), participant);
	return err;
}

static enum err check_grant(struct database *db, const char *role, const char *participant, const char *starts_on, const char *ends_on,
	struct error *error)
{
	if (role_index(role) < 0)
		return error_set_field(error, ERR_INVALID, "role",
			_("There is no role “%s”. The roles are: focal_point, deputy, clearing_officer, observer, secretariat, donor, administrator."),
			role != NULL ? role : "");
	if (participant == NULL && needs_participant(role))
		return error_set_field(error, ERR_INVALID, "participant", "%s", _("This role is held for a participant, so one is needed."));
	if (!clock_is_date(starts_on))
		return error_set_field(error, ERR_INVALID, "starts_on", "%s", _("The first day is not a date (year-month-day, 2026-01-31)."));
	if (ends_on != NULL && !clock_is_date(ends_on))
		return error_set_field(error, ERR_INVALID, "ends_on", "%s", _("The last day is not a date (year-month-day, 2026-01-31)."));
	if (ends_on != NULL && strcmp(ends_on, starts_on) < 0)
		return error_set_field(error, ERR_INVALID, "ends_on", "%s", _("The last day lies before the first."));
	return participant != NULL ? participant_known(db, participant, error) : ERR_OK;
}

enum err role_grant_add(struct database *db, const struct actor *actor, int64_t person, const char *role, const char *participant,
	const char *starts_on, const char *ends_on, int64_t *id, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct person whom;
	char now[CLOCK_TEXT];
	bool own = false;
	enum err err = change_begin(db, &own, error);

	*id = 0;
	if (participant != NULL && *participant == '\0')
		participant = NULL;
	if (ends_on != NULL && *ends_on == '\0')
		ends_on = NULL;
	if (err == ERR_OK)
		err = check_grant(db, role, participant, starts_on, ends_on, error);
	/* An administrator sees no figures, and does not decide alone to see them. */
	if (err == ERR_OK && actor->person != 0 && actor->person == person)
		err = error_set(error, ERR_CONFLICT, "%s", _("Nobody can grant a role to themselves; another administrator can."));
	if (err == ERR_OK)
		err = person_by_id(db, &arena, person, &whom, error);
	if (err != ERR_OK)
		goto out;
	clock_text(now);
	struct query *query = database_query(db, REPORTS_role_grant_insert);
	query_int(query, "person", person);
	query_text(query, "role", role);
	query_text(query, "participant", participant);
	query_text(query, "starts_on", starts_on);
	query_text(query, "ends_on", ends_on);
	if (actor->person != 0)
		query_int(query, "granted_by", actor->person);
	query_text(query, "now", now);
	if ((err = query_run(query, error)) != ERR_OK)
		goto out;
	*id = database_last_id(db);
	err = audit_add(db, actor, "role.grant", arena_printf(&arena, "person:%" PRId64, person),
		arena_printf(&arena, "{\"grant\":%" PRId64 ",\"role\":\"%s\",\"participant\":\"%s\",\"starts_on\":\"%s\",\"ends_on\":\"%s\"}", *id, role,
			participant != NULL ? participant : "", starts_on, ends_on != NULL ? ends_on : ""), error);
out:
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

enum err role_grant_end(struct database *db, const struct actor *actor, int64_t grant, const char *ends_on, struct error *error)
{
	struct arena arena = ARENA_INIT;
	const char *starts = NULL;
	const char *ends = NULL;
	int64_t person = 0;
	bool own = false;
	enum err err = change_begin(db, &own, error);

	if (err != ERR_OK)
		goto out;
	struct query *query = database_query(db, REPORTS_role_grant_by_id);
	query_int(query, "grant", grant);
	if (query_next(query)) {
		person = query_column_int(query, 0);
		starts = arena_strdup(&arena, query_column_text(query, 3));
		ends = arena_strdup(&arena, query_column_text(query, 4));
	}
	if ((err = query_end(query, error)) != ERR_OK)
		goto out;
	if (starts == NULL)
		err = error_set(error, ERR_NOT_FOUND, "%s", _("There is no such role to end."));
	else if (!clock_is_date(ends_on))
		err = error_set_field(error, ERR_INVALID, "ends_on", "%s", _("The last day is not a date (year-month-day, 2026-01-31)."));
	else if (strcmp(ends_on, starts) < 0)
		err = error_set_field(error, ERR_INVALID, "ends_on", "%s", _("The last day lies before the first."));
	else if (ends != NULL && strcmp(ends, ends_on) <= 0)
		err = error_set_field(error, ERR_CONFLICT, "ends_on", _("This role ends on %s already."), ends);
	if (err != ERR_OK)
		goto out;
	query = database_query(db, REPORTS_role_grant_end);
	query_int(query, "grant", grant);
	query_text(query, "ends_on", ends_on);
	if ((err = query_run(query, error)) == ERR_OK)
		err = audit_add(db, actor, "role.end", arena_printf(&arena, "person:%" PRId64, person),
			arena_printf(&arena, "{\"grant\":%" PRId64 ",\"ends_on\":\"%s\"}", grant, ends_on), error);
out:
	err = change_end(db, own, err, error);
	arena_release(&arena);
	return err;
}

enum err role_grants(struct database *db, struct arena *arena, int64_t person, bool held_today, struct role_grant **grants, size_t *count,
	struct error *error)
{
	char today[CLOCK_DATE];
	struct query *query = database_query(db, held_today ? REPORTS_role_grants_held : REPORTS_role_grants_of_person);

	clock_today(today);
	*grants = NULL;
	*count = 0;
	query_int(query, "person", person);
	if (held_today)
		query_text(query, "today", today);
	while (query_next(query)) {
		*grants = arena_grow(arena, *grants, *count, sizeof **grants);
		struct role_grant *grant = &(*grants)[(*count)++];
		grant->id = query_column_int(query, 0);
		grant->role = arena_strdup(arena, query_column_text(query, 1));
		grant->participant = arena_strdup(arena, query_column_text(query, 2));
		grant->starts_on = arena_strdup(arena, query_column_text(query, 3));
		grant->ends_on = arena_strdup(arena, query_column_text(query, 4));
	}
	return query_end(query, error);
}
