/* release: see release.h. */
#include "indicators/model/release.h"

#include <stdio.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/model/duty.h"
#include "indicators/model/round.h"

#define NOTE_MAX 2000
#define RELEASES_MAX 500

MUST_USE static enum err write_release(struct database *db, const struct actor *actor, const struct round *round, const char *note,
	int64_t *number, int64_t *answers, struct error *error)
{
	char now[CLOCK_TEXT], object[256], detail[128];
	struct query *query;
	enum err err;

	clock_text(now);
	*number = round->releases + 1;
	query = database_query(db, REPORTS_release_insert);
	query_int(query, "round", round->id);
	query_int(query, "number", *number);
	query_text(query, "note", note != NULL && note[0] != '\0' ? note : NULL);
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
	snprintf(object, sizeof object, "%s/%s", round->framework, round->period);
	snprintf(detail, sizeof detail, "{\"release\":%lld,\"number\":%lld,\"answers\":%lld}", (long long)release, (long long)*number,
		(long long)*answers);
	return audit_add(db, actor, "round.release", object, detail, error);
}

enum err release_round(struct database *db, const struct actor *actor, int64_t id, const char *note, int64_t *number,
	int64_t *answers, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct round round;

	*number = *answers = 0;
	if (note != NULL && strlen(note) > NOTE_MAX)
		return error_set_field(error, ERR_INVALID, "note", _("This text is too long; at most %zu bytes fit."), (size_t)NOTE_MAX);
	enum err err = database_begin(db, error);
	if (err != ERR_OK)
		return err;
	if ((err = duty_require_review(db, actor, NULL, error)) != ERR_OK
		|| (err = round_load(db, &arena, id, "en", &round, error)) != ERR_OK
		|| (err = round_count(db, &round, error)) != ERR_OK)
		goto out;
	if (round.answers[STATE_ACCEPTED] == 0)
		err = error_set(error, ERR_CONFLICT, "%s", _("No answer of this round has been accepted yet, so there is nothing to release."));
	else if (round.unreleased == 0)
		err = error_set(error, ERR_CONFLICT, "%s", _("Nothing changed since the last release, so there is nothing to release."));
	else
		err = write_release(db, actor, &round, note, number, answers, error);
	if (err == ERR_OK)
		err = database_commit(db, error);
out:
	if (err != ERR_OK) {
		database_rollback(db);
		*number = *answers = 0;
	}
	arena_release(&arena);
	return err;
}

enum err release_list(struct database *db, struct arena *arena, int64_t round, struct release_list *list, struct error *error)
{
	struct query *query = database_query(db, REPORTS_release_rows);

	list->count = 0;
	list->rows = arena_array(arena, RELEASES_MAX, sizeof *list->rows);
	query_int(query, "round", round);
	while (list->count < RELEASES_MAX && query_next(query)) {
		struct release *release = &list->rows[list->count++];

		release->number = query_column_int(query, 0);
		release->answers = query_column_int(query, 1);
		release->note = arena_strdup(arena, query_column_text(query, 2));
		release->by = arena_strdup(arena, query_column_text(query, 3));
		release->at = arena_strdup(arena, query_column_text(query, 4));
	}
	return query_end(query, error);
}
