/*
 * audit_find: see audit_find.h.
 *
 * A search walks one of these, the first that is asked for:
 *	- an object, or an address, of few rows: its index;
 *	- one or a few people: for each of them and each action, the index of both, newest first, merged;
 *	- an action or a family: for each action, its index, newest first, merged;
 *	- else the log itself, from the newest row back.
 * Whatever else is asked for is looked at row by row. The actions and the people of the log are few, and found by leaping along their index.
 */
#include "indicators/model/audit_find.h"

#include <sodium.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/base/clock.h"
#include "indicators/base/day.h"

#define ACTIONS_MAX 400
#define PEOPLE_MAX 8        /* more than these who fit: it is quicker to look at every row */
#define RARE_ROWS 20000     /* more than these of one object or address: as with people */
#define EVERYTHING "%"

struct search {
	struct database *db;
	struct arena *arena;
	const struct audit_filter *filter;
	const char *who, *action, *below, *address;  /* patterns of LIKE; `below`: all that lies below `object` */
	const char *object;                          /* without a slash at its end */
	const char *from, *until;                    /* moments, the second one excluded */
	int64_t before, lowest;
	size_t most;
	struct audit_entry *rows;                    /* newest first, room for twice `most` */
	size_t count;
	struct error *error;
};

static bool given(const char *text)
{
	return text != NULL && *text != '\0';
}

/* "answer." is all that happens to answers. */
static bool is_family(const char *action)
{
	return action[strlen(action) - 1] == '.';
}

/* A pattern of LIKE for a text that begins so, or has it anywhere. */
static const char *pattern(struct arena *arena, const char *text, bool anywhere)
{
	struct buffer out = BUFFER_INIT(4096);

	if (!given(text))
		return EVERYTHING;
	if (anywhere)
		buffer_puts(&out, "%");
	for (; *text != '\0'; text++) {
		if (strchr("%_!", *text) != NULL)
			buffer_puts(&out, "!");
		buffer_putc(&out, *text);
	}
	buffer_puts(&out, "%");
	const char *found = arena_strdup(arena, buffer_text(&out));
	buffer_release(&out);
	return found;
}

static const char *without_slash(struct arena *arena, const char *text)
{
	size_t length = given(text) ? strlen(text) : 0;

	while (length > 0 && text[length - 1] == '/')
		length--;
	return arena_strndup(arena, length > 0 ? text : "", length);
}

/* --- rows --- */

static const char *hash_text(struct arena *arena, struct query *query, int column)
{
	char text[65] = "";
	size_t length;
	const void *hash = query_column_blob(query, column, &length);

	if (length == 32)
		sodium_bin2hex(text, sizeof text, hash, length);
	return arena_strdup(arena, text);
}

static void read_entry(struct search *search, struct query *query, struct audit_entry *entry)
{
	entry->id = query_column_int(query, 0);
	entry->at = arena_strdup(search->arena, query_column_text(query, 1));
	entry->person = query_column_int(query, 2);
	entry->actor = arena_strdup(search->arena, query_column_text(query, 3));
	entry->action = arena_strdup(search->arena, query_column_text(query, 4));
	entry->object = arena_strdup(search->arena, query_column_text(query, 5));
	entry->detail = arena_strdup(search->arena, query_column_text(query, 6));
	entry->address = arena_strdup(search->arena, query_column_text(query, 7));
	entry->hash = hash_text(search->arena, query, 8);
}

/* Merges the rows of a query, newest first, into those that are there; ends it. */
MUST_USE static enum err merge(struct search *search, struct query *query)
{
	struct audit_entry *there = search->rows;
	struct audit_entry *merged = arena_array(search->arena, search->most, sizeof *merged);
	size_t next = 0, count = 0;
	bool more = query_next(query);

	while (count < search->most && (more || next < search->count)) {
		if (more && (next == search->count || query_column_int(query, 0) > there[next].id)) {
			read_entry(search, query, &merged[count++]);
			more = query_next(query);
		} else {
			merged[count++] = there[next++];
		}
	}
	enum err err = query_end(query, search->error);
	if (count == search->most)
		search->lowest = merged[count - 1].id; /* older ones are not wanted any more */
	search->rows = merged;
	search->count = count;
	return err;
}

/* All that is asked; a search along an index then says which part of the index. */
static struct query *ask(struct search *search, size_t statement)
{
	struct query *query = database_query(search->db, statement);

	query_int(query, "before", search->before);
	query_int(query, "lowest", search->lowest);
	query_text(query, "from", search->from);
	query_text(query, "until", search->until);
	query_text(query, "who", search->who);
	query_text(query, "action", search->action);
	query_text(query, "object", search->object);
	query_text(query, "below", search->below);
	query_text(query, "address", search->address);
	query_int(query, "most", (int64_t)search->most);
	return query;
}

/* Of objects, or addresses, that begin so. */
static void bind_beginning(struct search *search, struct query *query, const char *beginning)
{
	query_text(query, "beginning", beginning);
	query_text(query, "beginning_end", arena_printf(search->arena, "%s\xF4\x8F\xBF\xBF", beginning)); /* behind all of them */
}

MUST_USE static enum err find_by_beginning(struct search *search, size_t statement, const char *beginning)
{
	struct query *query = ask(search, statement);

	bind_beginning(search, query, beginning);
	return merge(search, query);
}

/* `actor` NULL: whoever fits. */
MUST_USE static enum err find_by_action(struct search *search, const char *actor, const char *action)
{
	struct query *query = ask(search, actor != NULL ? REPORTS_audit_find_by_actor : REPORTS_audit_find_by_action);

	query_text(query, "action", action);
	if (actor != NULL)
		query_text(query, "who", actor);
	return merge(search, query);
}

/* --- who and what there is --- */

/* The texts of an index in their order, each found by leaping over those before it. */
MUST_USE static enum err leap(struct database *db, struct arena *arena, size_t statement, const char *parameter, const char **found, size_t most,
	size_t *count, struct error *error)
{
	const char *last = "";
	enum err err = ERR_OK;

	*count = 0;
	while (err == ERR_OK && last != NULL && *count < most) {
		struct query *query = database_query(db, statement);
		query_text(query, parameter, last);
		const char *next = query_next(query) ? arena_strdup(arena, query_column_text(query, 0)) : NULL;
		if ((err = query_end(query, error)) == ERR_OK && next != NULL)
			found[(*count)++] = next;
		last = next;
	}
	return err;
}

enum err audit_actions(struct database *db, struct arena *arena, const char ***actions, size_t *count, struct error *error)
{
	*actions = arena_array(arena, ACTIONS_MAX, sizeof **actions);
	return leap(db, arena, REPORTS_audit_next_action, "action", *actions, ACTIONS_MAX, count, error);
}

static bool action_fits(const char *action, const char *asked)
{
	if (!given(asked))
		return true;
	return is_family(asked) ? strncmp(action, asked, strlen(asked)) == 0 : strcmp(action, asked) == 0;
}

/* The people of the log who fit, as far as they are no more than PEOPLE_MAX. */
MUST_USE static enum err people_who_fit(struct search *search, const char *fitting[static PEOPLE_MAX + 1], size_t *count)
{
	const size_t most = 20000;
	const char **all = arena_array(search->arena, most, sizeof *all);
	size_t all_count;
	enum err err = leap(search->db, search->arena, REPORTS_audit_next_actor, "who", all, most, &all_count, search->error);

	*count = 0;
	for (size_t i = 0; i < all_count && *count <= PEOPLE_MAX; i++)
		if (strcasestr(all[i], search->filter->who) != NULL)
			fitting[(*count)++] = all[i];
	return err;
}

/* One after the other: for each of `people` (NULL: whoever), the actions asked for. */
MUST_USE static enum err find_by_actions(struct search *search, const char *const *people, size_t person_count)
{
	const char **actions;
	size_t count;
	enum err err = audit_actions(search->db, search->arena, &actions, &count, search->error);

	for (size_t p = 0; p < person_count; p++)
		for (size_t a = 0; a < count && err == ERR_OK; a++)
			if (action_fits(actions[a], search->filter->action))
				err = find_by_action(search, people[p], actions[a]);
	return err;
}

/* Whether there are so few rows that begin so that they are best looked at all. Not where nothing is asked. */
MUST_USE static enum err is_rare(struct search *search, size_t statement, const char *beginning, bool *rare)
{
	*rare = given(beginning);
	if (!*rare)
		return ERR_OK;
	struct query *query = database_query(search->db, statement);
	bind_beginning(search, query, beginning);
	query_int(query, "most", RARE_ROWS);
	if (query_next(query))
		*rare = query_column_int(query, 0) < RARE_ROWS;
	return query_end(query, search->error);
}

/* The numbers of the rows of these days: clocks may have been set back, so the first day need not have the lowest. */
MUST_USE static enum err bound_by_days(struct search *search)
{
	struct query *query = database_query(search->db, REPORTS_audit_numbers);
	int64_t highest = 0;

	query_text(query, "from", search->from);
	query_text(query, "until", search->until);
	if (query_next(query)) {
		search->lowest = query_column_int(query, 0);
		highest = query_column_int(query, 1);
	}
	if (highest < search->before)
		search->before = highest + 1;
	return query_end(query, search->error);
}

MUST_USE static enum err find(struct search *search)
{
	const char *people[PEOPLE_MAX + 1];
	static const char *const whoever[] = { NULL };
	size_t count = 0;
	bool rare = false;
	enum err err = ERR_OK;

	if (given(search->filter->from) || given(search->filter->until))
		err = bound_by_days(search);
	if (err == ERR_OK)
		err = is_rare(search, REPORTS_audit_object_rows, search->object, &rare);
	if (err != ERR_OK || rare)
		return err != ERR_OK ? err : find_by_beginning(search, REPORTS_audit_find_by_object, search->object);
	if ((err = is_rare(search, REPORTS_audit_address_rows, search->filter->address, &rare)) != ERR_OK || rare)
		return err != ERR_OK ? err : find_by_beginning(search, REPORTS_audit_find_by_address, search->filter->address);
	if (given(search->filter->who)) {
		err = people_who_fit(search, people, &count);
		if (err != ERR_OK || count <= PEOPLE_MAX)
			return err != ERR_OK ? err : find_by_actions(search, people, count);
	}
	return given(search->filter->action) ? find_by_actions(search, whoever, 1) : merge(search, ask(search, REPORTS_audit_find));
}

enum err audit_find(struct database *db, struct arena *arena, const struct audit_filter *filter, size_t most, struct audit_entries *entries,
	struct error *error)
{
	struct search search = { .db = db, .arena = arena, .filter = filter, .most = most, .error = error };

	search.who = pattern(arena, filter->who, true);

	search.action = given(filter->action) && !is_family(filter->action) ? filter->action : pattern(arena, filter->action, false);
	search.object = without_slash(arena, filter->object);
	search.below = given(search.object) ? pattern(arena, arena_printf(arena, "%s/", search.object), false) : EVERYTHING;
	search.address = pattern(arena, filter->address, false);
	search.from = given(filter->from) ? filter->from : "";
	search.until = given(filter->until) ? day_shift(arena, filter->until, 1) : "~";
	search.before = filter->before > 0 ? filter->before : INT64_MAX;
	enum err err = find(&search);
	*entries = (struct audit_entries){ .rows = search.rows, .count = search.count };
	return err;
}

/* --- the chain --- */

enum err audit_verify_and_note(struct database *db, struct audit_state *state, struct error *error)
{
	char now[CLOCK_TEXT];
	int64_t broken;
	enum err err = audit_walk(db, 1, state, &broken, error);

	if (err != ERR_OK)
		return err;
	clock_text(now);
	struct query *query = database_query(db, REPORTS_audit_check_put);
	query_text(query, "at", now);
	query_int(query, "rows", state->rows);
	query_text(query, "last_hash", state->last_hash);
	query_int(query, "whole", broken == 0 ? 1 : 0);
	if ((err = query_run(query, error)) != ERR_OK)
		return err;
	return audit_verified(broken, error);
}

MUST_USE static enum err read_newest(struct database *db, struct arena *arena, struct audit_standing *standing, struct error *error)
{
	struct query *query = database_query(db, REPORTS_audit_last);

	standing->last_hash = "";
	if (query_next(query)) {
		standing->rows = query_column_int(query, 0);
		standing->last_hash = hash_text(arena, query, 1);
	}
	return query_end(query, error);
}

MUST_USE static enum err read_check(struct database *db, struct arena *arena, struct audit_standing *standing, struct error *error)
{
	const char *hash = "";
	struct query *query = database_query(db, REPORTS_audit_check_get);

	if (query_next(query)) {
		standing->verified_at = arena_strdup(arena, query_column_text(query, 0));
		standing->verified_rows = query_column_int(query, 1);
		hash = arena_strdup(arena, query_column_text(query, 2));
		standing->verified_whole = query_column_int(query, 3) != 0;
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK || standing->verified_at == NULL)
		return err;
	standing->still_there = standing->verified_rows == 0;
	query = database_query(db, REPORTS_audit_hash_of);
	query_int(query, "id", standing->verified_rows);
	if (query_next(query))
		standing->still_there = strcmp(hash_text(arena, query, 0), hash) == 0;
	return query_end(query, error);
}

enum err audit_standing(struct database *db, struct arena *arena, int64_t most, struct audit_standing *standing, struct error *error)
{
	struct audit_state state = { 0 };

	*standing = (struct audit_standing){ 0 };
	enum err err = read_newest(db, arena, standing, error);
	if (err == ERR_OK)
		err = audit_walk(db, standing->rows > most ? standing->rows - most + 1 : 1, &state, &standing->broken, error);
	standing->newest = state.rows;
	return err != ERR_OK ? err : read_check(db, arena, standing, error);
}
