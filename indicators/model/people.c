/* people: see people.h. */
#include "indicators/model/people.h"

#include <string.h>

#include "indicators/base/fold.h"
#include "indicators/base/i18n.h"

struct grant_of {
	int64_t person;
	struct role_grant grant;
};

struct all {
	struct database *db;
	struct arena *arena;
	char today[CLOCK_DATE], now[CLOCK_TEXT];
	struct people_row *rows;
	size_t count;
};

const char *people_state_name(enum people_state state)
{
	static const char *const names[PEOPLE_STATES] = { "", "active", "never", "expired", "no_role", "deactivated" };

	return names[state];
}

static bool given(const char *text)
{
	return text != NULL && *text != '\0';
}

static void read_row(struct all *all, struct query *query, struct people_row *row)
{
	struct arena *arena = all->arena;
	const char *until = query_column_text(query, 8);

	row->person = (struct person){ .id = query_column_int(query, 0), .email = arena_strdup(arena, query_column_text(query, 1)),
		.name = arena_strdup(arena, query_column_text(query, 2)), .lang = arena_strdup(arena, query_column_text(query, 3)),
		.has_password = query_column_int(query, 4) != 0, .deactivated_at = arena_strdup(arena, query_column_text(query, 5)) };
	row->signed_in_at = arena_strdup(arena, query_column_text(query, 6));
	row->factor_since = arena_strdup(arena, query_column_text(query, 10));
	row->invited_at = arena_strdup(arena, query_column_text(query, 7));
	row->invitation_until = arena_strdup(arena, until);
	row->invitation_works = until != NULL && query_column_is_null(query, 9) && strcmp(until, all->now) > 0;
}

MUST_USE static enum err read_people(struct all *all, int64_t person, struct error *error)
{
	struct query *query = database_query(all->db, REPORTS_people_rows);

	query_int(query, "person", person);
	while (query_next(query)) {
		all->rows = arena_grow(all->arena, all->rows, all->count, sizeof *all->rows);
		read_row(all, query, &all->rows[all->count++]);
	}
	return query_end(query, error);
}

/* The grants of all, by person. */
MUST_USE static enum err read_grants(struct all *all, int64_t person, struct grant_of **grants, size_t *count, struct error *error)
{
	struct query *query = database_query(all->db, REPORTS_people_grants);

	*grants = NULL;
	*count = 0;
	query_text(query, "today", all->today);
	query_int(query, "person", person);
	while (query_next(query)) {
		*grants = arena_grow(all->arena, *grants, *count, sizeof **grants);
		(*grants)[(*count)++] = (struct grant_of){ .person = query_column_int(query, 0), .grant = { .id = query_column_int(query, 1),
			.role = arena_strdup(all->arena, query_column_text(query, 2)), .participant = arena_strdup(all->arena, query_column_text(query, 3)),
			.starts_on = arena_strdup(all->arena, query_column_text(query, 4)), .ends_on = arena_strdup(all->arena, query_column_text(query, 5)) } };
	}
	return query_end(query, error);
}

static void give_grants(struct all *all, struct people_row *row, const struct grant_of *grants, size_t count)
{
	size_t first = 0, low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (grants[middle].person < row->person.id)
			low = middle + 1;
		else
			high = middle;
	}
	for (first = low; low < count && grants[low].person == row->person.id; low++) {
	}
	struct role_grant *own = arena_array(all->arena, low - first, sizeof *own);
	row->grant_count = low - first;
	row->held = 0;
	for (size_t i = first; i < low; i++) {
		own[i - first] = grants[i].grant;
		row->held += strcmp(grants[i].grant.starts_on, all->today) <= 0;
	}
	row->grants = own;
}

MUST_USE static enum err read_all(struct all *all, struct database *db, struct arena *arena, int64_t person, struct error *error)
{
	struct grant_of *grants;
	size_t count;

	*all = (struct all){ .db = db, .arena = arena };
	clock_today(all->today);
	clock_text(all->now);
	enum err err = read_people(all, person, error);
	if (err == ERR_OK)
		err = read_grants(all, person, &grants, &count, error);
	for (size_t i = 0; err == ERR_OK && i < all->count; i++)
		give_grants(all, &all->rows[i], grants, count);
	return err;
}

static bool is_in(const struct people_row *row, enum people_state state)
{
	bool gone = row->person.deactivated_at != NULL;

	switch (state) {
	case PEOPLE_ACTIVE:
		return !gone && row->signed_in_at != NULL;
	case PEOPLE_NEVER:
		return !gone && row->signed_in_at == NULL;
	case PEOPLE_EXPIRED:
		return !gone && row->signed_in_at == NULL && !row->person.has_password && !row->invitation_works;
	case PEOPLE_NO_ROLE:
		return !gone && row->held == 0;
	case PEOPLE_DEACTIVATED:
		return gone;
	case PEOPLE_ALL:
	case PEOPLE_STATES:
		break;
	}
	return true;
}

/* One grant fits both role and participant. */
static bool holds(const struct people_row *row, const char *role, const char *participant)
{
	if (!given(role) && !given(participant))
		return true;
	for (size_t i = 0; i < row->held; i++) {
		const struct role_grant *grant = &row->grants[i];

		if ((!given(role) || strcmp(grant->role, role) == 0)
			&& (!given(participant) || (grant->participant != NULL && strcmp(grant->participant, participant) == 0)))
			return true;
	}
	return false;
}

enum err people_find(struct database *db, struct arena *arena, const struct people_filter *filter, struct people *people, struct error *error)
{
	struct all all;
	const char *words = given(filter->words) ? fold_text(arena, filter->words) : NULL;
	enum err err = read_all(&all, db, arena, 0, error);

	*people = (struct people){ .rows = all.rows };
	for (size_t i = 0; err == ERR_OK && i < all.count; i++) {
		const struct people_row *row = &all.rows[i];

		if (!holds(row, filter->role, filter->participant))
			continue;
		if (words != NULL && !fold_has_words(arena, fold_text(arena, arena_printf(arena, "%s %s", row->person.name, row->person.email)), words))
			continue;
		for (int state = 0; state < PEOPLE_STATES; state++)
			people->by_state[state] += is_in(row, (enum people_state)state);
		if (is_in(row, filter->state))
			people->rows[people->count++] = *row;
	}
	return err;
}

enum err people_one(struct database *db, struct arena *arena, int64_t person, struct people_row *row, struct error *error)
{
	struct all all;
	enum err err = read_all(&all, db, arena, person, error);

	*row = (struct people_row){ 0 };
	if (err == ERR_OK && all.count == 0)
		err = error_set(error, ERR_NOT_FOUND, "%s", _("There is no such person."));
	if (err == ERR_OK)
		*row = all.rows[0];
	return err;
}
