/* release: see release.h. */
#include "indicators/model/release.h"

#include <jansson.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/model/duty.h"
#include "indicators/model/round.h"

#define NOTE_MAX 2000
#define RELEASES_MAX 500
#define CHANGES_MAX 20000

/* --- what a release changes --- */

/* Status, numbers, note and audience from column `at` on. */
static struct release_side read_side(struct query *query, struct arena *arena, int at)
{
	struct release_side side = { .is = !query_column_is_null(query, at) };

	side.content.status = arena_strdup(arena, query_column_text(query, at));
	side.content.value = query_column_real(query, at + 1);
	side.content.numerator = query_column_real(query, at + 2);
	side.content.denominator = query_column_real(query, at + 3);
	side.content.note = arena_strdup(arena, query_column_text(query, at + 4));
	side.audience = arena_strdup(arena, query_column_text(query, at + 5));
	return side;
}

static void read_change(struct query *query, struct arena *arena, struct release_change *change)
{
	*change = (struct release_change){
		.participant = arena_strdup(arena, query_column_text(query, 0)),
		.participant_title = arena_strdup(arena, query_column_text(query, 1)),
		.indicator = arena_strdup(arena, query_column_text(query, 2)),
		.title = arena_strdup(arena, query_column_text(query, 3)),
		.unit = arena_strdup(arena, query_column_text(query, 5)),
		.items = query_column_int(query, 6),
		.old_level = arena_strdup(arena, query_column_text(query, 7)),
		.new_level = arena_strdup(arena, query_column_text(query, 8)),
		.revision = query_column_int(query, 9),
		.before = read_side(query, arena, 10),
		.after = read_side(query, arena, 16),
	};
	if (!score_type_named(query_column_text(query, 4), &change->type))
		change->type = SCORE_COUNT;
}

static void add_seen(crypto_generichash_state *state, const struct release_change *change)
{
	char text[64];

	snprintf(text, sizeof text, "%lld", (long long)change->revision);
	for (size_t i = 0; i < 4; i++) {
		const char *part = i == 0 ? change->participant : i == 1 ? change->indicator : i == 2 ? text : change->after.audience;
		crypto_generichash_update(state, (const unsigned char *)part, strlen(part) + 1);
	}
}

/* What the release `number` changed; 0: what one made now would. */
MUST_USE static enum err read_changes(struct database *db, struct arena *arena, int64_t round, int64_t number, const char *language,
	struct release_changes *changes, struct error *error)
{
	crypto_generichash_state state;
	unsigned char bytes[(RELEASE_SEEN - 1) / 2];
	struct query *query = database_query(db, REPORTS_release_changes);

	query_int(query, "round", round);
	if (number > 0)
		query_int(query, "number", number);
	query_text(query, "lang", language);
	*changes = (struct release_changes){ .count = 0 };
	crypto_generichash_init(&state, NULL, 0, sizeof bytes);
	while (changes->count < CHANGES_MAX && query_next(query)) {
		changes->rows = arena_grow(arena, changes->rows, changes->count, sizeof *changes->rows);
		struct release_change *change = &changes->rows[changes->count++];
		read_change(query, arena, change);
		add_seen(&state, change);
	}
	crypto_generichash_final(&state, bytes, sizeof bytes);
	sodium_bin2hex(changes->seen, sizeof changes->seen, bytes, sizeof bytes);
	return query_end(query, error);
}

enum err release_preview(struct database *db, struct arena *arena, int64_t round, const char *language,
	struct release_changes *changes, struct error *error)
{
	return read_changes(db, arena, round, 0, language, changes, error);
}

/* --- releasing --- */

MUST_USE static enum err check_input(const struct release_input *input, struct error *error)
{
	if (input->name == NULL || input->name[strspn(input->name, " \t\r\n")] == '\0')
		return error_set_field(error, ERR_INVALID, "name", "%s", _("Give the release a name, for example “First release” or “Correction of May”."));
	if (strlen(input->name) > RELEASE_NAME_MAX)
		return error_set_field(error, ERR_INVALID, "name", _("This text is too long; at most %zu bytes fit."), (size_t)RELEASE_NAME_MAX);
	if (strpbrk(input->name, "\r\n") != NULL)
		return error_set_field(error, ERR_INVALID, "name", "%s", _("A name is one line."));
	if (input->note != NULL && strlen(input->note) > NOTE_MAX)
		return error_set_field(error, ERR_INVALID, "note", _("This text is too long; at most %zu bytes fit."), (size_t)NOTE_MAX);
	return ERR_OK;
}

MUST_USE static enum err note_release(struct database *db, const struct actor *actor, const struct round *round, int64_t release,
	int64_t number, int64_t answers, const char *name, struct error *error)
{
	char object[256];
	json_t *json = json_pack("{s:I, s:I, s:I, s:s}", "release", (json_int_t)release, "number", (json_int_t)number, "answers",
		(json_int_t)answers, "name", name);
	char *detail = json != NULL ? json_dumps(json, JSON_COMPACT) : NULL;

	snprintf(object, sizeof object, "%s/%s", round->framework, round->period);
	enum err err = detail != NULL ? audit_add(db, actor, "round.release", object, detail, error) : error_memory(error);
	free(detail);
	json_decref(json);
	return err;
}

/* Whether there is something, and it is what was confirmed. Within the transaction. */
MUST_USE static enum err check_changes(struct database *db, struct arena *arena, const struct round *round,
	const struct release_input *input, struct error *error)
{
	struct release_changes changes;
	struct release_list list;

	if (round->answers[STATE_ACCEPTED] == 0)
		return error_set(error, ERR_CONFLICT, "%s", _("No answer of this round has been accepted yet, so there is nothing to release."));
	if (round->unreleased == 0)
		return error_set(error, ERR_CONFLICT, "%s", _("Nothing changed since the last release, so there is nothing to release."));
	enum err err = check_input(input, error);
	if (err == ERR_OK)
		err = release_list(db, arena, round->id, &list, error);
	for (size_t i = 0; err == ERR_OK && i < list.count; i++)
		if (strcmp(list.rows[i].name, input->name) == 0)
			return error_set_field(error, ERR_INVALID, "name", _("Release %lld of this round has this name. Give another one."),
				(long long)list.rows[i].number);
	if (err != ERR_OK || input->seen == NULL)
		return err;
	if ((err = release_preview(db, arena, round->id, "en", &changes, error)) != ERR_OK)
		return err;
	if (strcmp(changes.seen, input->seen) != 0)
		return error_set(error, ERR_CONFLICT, "%s",
			_("What would be released changed since this page was made. Look at the list anew; nothing was released."));
	return ERR_OK;
}

MUST_USE static enum err write_release(struct database *db, const struct actor *actor, const struct round *round,
	const struct release_input *input, int64_t *number, int64_t *answers, struct error *error)
{
	char now[CLOCK_TEXT];
	struct query *query;
	enum err err;

	clock_text(now);
	*number = round->releases + 1;
	query = database_query(db, REPORTS_release_insert);
	query_int(query, "round", round->id);
	query_int(query, "number", *number);
	query_text(query, "name", input->name);
	query_text(query, "note", input->note != NULL && input->note[0] != '\0' ? input->note : NULL);
	query_int(query, "released_by", actor->person);
	query_text(query, "released_at", now);
	if ((err = query_run(query, error)) != ERR_OK)
		return err;
	int64_t release = database_last_id(db);

	query = database_query(db, REPORTS_release_take_answers);
	query_int(query, "release", release);
	query_int(query, "round", round->id);
	if ((err = query_run(query, error)) != ERR_OK)
		return err;
	*answers = database_changes(db);
	query = database_query(db, REPORTS_release_mark_answers);
	query_int(query, "round", round->id);
	if ((err = query_run(query, error)) != ERR_OK)
		return err;
	return note_release(db, actor, round, release, *number, *answers, input->name, error);
}

enum err release_round(struct database *db, const struct actor *actor, int64_t id, const struct release_input *input,
	int64_t *number, int64_t *answers, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct round round;

	*number = *answers = 0;
	enum err err = database_begin(db, error);
	if (err != ERR_OK)
		return err;
	if ((err = duty_require_review(db, actor, NULL, error)) == ERR_OK
		&& (err = round_load(db, &arena, id, "en", &round, error)) == ERR_OK
		&& (err = round_count(db, &round, error)) == ERR_OK
		&& (err = check_changes(db, &arena, &round, input, error)) == ERR_OK)
		err = write_release(db, actor, &round, input, number, answers, error);
	if ((err = database_end(db, err, error)) != ERR_OK)
		*number = *answers = 0;
	arena_release(&arena);
	return duty_refused(db, actor, "round.refused", id, NULL, "release", err);
}

/* --- the record --- */

static void read_release(struct query *query, struct arena *arena, struct release *release)
{
	release->number = query_column_int(query, 0);
	release->answers = query_column_int(query, 1);
	release->note = arena_strdup(arena, query_column_text(query, 2));
	release->by = arena_strdup(arena, query_column_text(query, 3));
	release->at = arena_strdup(arena, query_column_text(query, 4));
	release->name = arena_strdup(arena, query_column_text(query, 5));
}

enum err release_list(struct database *db, struct arena *arena, int64_t round, struct release_list *list, struct error *error)
{
	struct query *query = database_query(db, REPORTS_release_rows);

	list->count = 0;
	list->rows = arena_array(arena, RELEASES_MAX, sizeof *list->rows);
	query_int(query, "round", round);
	while (list->count < RELEASES_MAX && query_next(query))
		read_release(query, arena, &list->rows[list->count++]);
	return query_end(query, error);
}

enum err release_load(struct database *db, struct arena *arena, int64_t round, int64_t number, const char *language,
	struct release *release, struct release_changes *changes, struct error *error)
{
	struct release_list list;
	size_t i = 0;
	enum err err = release_list(db, arena, round, &list, error);

	if (err != ERR_OK)
		return err;
	while (i < list.count && list.rows[i].number != number)
		i++;
	if (i == list.count)
		return error_set(error, ERR_NOT_FOUND, _("This round has no release number %lld."), (long long)number);
	*release = list.rows[i];
	return read_changes(db, arena, round, number, language, changes, error);
}
