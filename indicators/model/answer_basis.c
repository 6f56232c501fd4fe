/* answer_basis: see answer_basis.h. */
#include "indicators/model/answer_basis.h"

#include <string.h>

#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/base/link.h"
#include "indicators/model/duty.h"

#define EXHIBITS_MAX 1000

enum err answer_exhibits(struct database *db, struct arena *arena, int64_t answer, struct answer_exhibits *exhibits, struct error *error)
{
	struct query *query = database_query(db, REPORTS_answer_evidence_ever);

	exhibits->count = 0;
	exhibits->rows = arena_array(arena, EXHIBITS_MAX, sizeof *exhibits->rows);
	query_int(query, "answer", answer);
	while (exhibits->count < EXHIBITS_MAX && query_next(query)) {
		struct answer_exhibit *exhibit = &exhibits->rows[exhibits->count++];

		exhibit->evidence = (struct answer_evidence){
			.id = query_column_int(query, 0),
			.kind = arena_strdup(arena, query_column_text(query, 1)),
			.text = link_without_credentials(arena, arena_strdup(arena, query_column_text(query, 2))),
			.file = arena_strdup(arena, query_column_text(query, 3)),
			.shareable = query_column_int(query, 4) != 0,
			.by = arena_strdup(arena, query_column_text(query, 5)),
			.at = arena_strdup(arena, query_column_text(query, 6)),
			.size = query_column_int(query, 8),
			.type = arena_strdup(arena, query_column_text(query, 9)),
		};
		exhibit->removed_at = arena_strdup(arena, query_column_text(query, 7));
	}
	return query_end(query, error);
}

static bool same_text(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static bool same_evidence(const struct answer_evidence *a, const struct answer_evidence *b)
{
	return same_text(a->kind, b->kind) && same_text(a->text, b->text) && same_text(a->file, b->file) && a->shareable == b->shareable;
}

static bool holds(const struct answer_evidence_list *list, const struct answer_evidence *evidence)
{
	for (size_t i = 0; i < list->count; i++)
		if (same_evidence(list->rows[i], evidence))
			return true;
	return false;
}

/*
 * What stood there at the moment, or stands now where it is NULL. A moment is a second: what was added in it counts as later, so that
 * a change is rather shown once too often.
 */
static struct answer_evidence_list standing(struct arena *arena, const struct answer_exhibits *exhibits, const char *moment)
{
	struct answer_evidence_list list = { .rows = arena_array(arena, exhibits->count + 1, sizeof *list.rows), .count = 0 };

	for (size_t i = 0; i < exhibits->count; i++) {
		const struct answer_exhibit *exhibit = &exhibits->rows[i];
		bool there = moment == NULL ? exhibit->removed_at == NULL : strcmp(exhibit->evidence.at, moment) < 0
			&& (exhibit->removed_at == NULL || strcmp(exhibit->removed_at, moment) >= 0);

		if (there)
			list.rows[list.count++] = &exhibit->evidence;
	}
	return list;
}

static struct answer_evidence_list without(struct arena *arena, const struct answer_evidence_list *list, const struct answer_evidence_list *others)
{
	struct answer_evidence_list left = { .rows = arena_array(arena, list->count + 1, sizeof *left.rows), .count = 0 };

	for (size_t i = 0; i < list->count; i++)
		if (!holds(others, list->rows[i]))
			left.rows[left.count++] = list->rows[i];
	return left;
}

/* The last clearing, newest events first; *saved_since tells whether somebody saved after it. */
static const struct answer_event *last_clearing(const struct answer_history *history, bool *saved_since)
{
	*saved_since = false;
	for (size_t i = 0; i < history->count; i++) {
		if (strcmp(history->rows[i].event, "cleared") == 0)
			return &history->rows[i];
		*saved_since = *saved_since || strcmp(history->rows[i].event, "saved") == 0;
	}
	return NULL;
}

MUST_USE static enum err since_clearing(struct database *db, struct arena *arena, const struct answer *answer,
	const struct answer_event *event, bool saved_since, struct answer_basis *basis, struct error *error)
{
	struct answer_exhibits exhibits;
	enum err err = answer_revision(db, arena, answer->id, event->revision, &basis->content, error);

	if (err == ERR_OK)
		err = answer_exhibits(db, arena, answer->id, &exhibits, error);
	if (err != ERR_OK)
		return err;
	basis->kind = BASIS_CLEARED;
	basis->revision = event->revision;
	basis->audience = event->audience;
	basis->by = event->by;
	basis->at = event->at;
	struct answer_evidence_list now = standing(arena, &exhibits, NULL);
	struct answer_evidence_list then = saved_since ? standing(arena, &exhibits, event->at) : now;
	basis->added = without(arena, &now, &then);
	basis->removed = without(arena, &then, &now);
	return ERR_OK;
}

MUST_USE static enum err since_last_round(struct database *db, struct arena *arena, const struct answer *answer, struct answer_basis *basis,
	struct error *error)
{
	struct answer_exhibits ours, theirs;
	struct query *query = database_query(db, REPORTS_answer_accepted_before);
	int64_t id = 0;

	query_int(query, "version", answer->version);
	query_text(query, "participant", answer->participant);
	query_text(query, "period", answer->period);
	if (query_next(query)) {
		id = query_column_int(query, 0);
		basis->revision = query_column_int(query, 1);
		basis->period = arena_strdup(arena, query_column_text(query, 2));
		basis->other_version = query_column_int(query, 3) != answer->version;
		basis->audience = arena_strdup(arena, query_column_text(query, 4));
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK || id == 0)
		return err;
	basis->kind = BASIS_LAST_ROUND;
	if ((err = answer_revision(db, arena, id, basis->revision, &basis->content, error)) != ERR_OK
		|| (err = answer_exhibits(db, arena, id, &theirs, error)) != ERR_OK
		|| (err = answer_exhibits(db, arena, answer->id, &ours, error)) != ERR_OK)
		return err;
	struct answer_evidence_list now = standing(arena, &ours, NULL), then = standing(arena, &theirs, NULL);
	basis->added = without(arena, &now, &then);
	basis->removed = without(arena, &then, &now);
	return ERR_OK;
}

enum err answer_basis(struct database *db, struct arena *arena, const struct answer *answer, struct answer_basis *basis, struct error *error)
{
	struct answer_history history;
	bool saved_since;
	enum err err = answer_history(db, arena, answer->id, &history, error);

	*basis = (struct answer_basis){ .kind = BASIS_NONE };
	if (err != ERR_OK)
		return err;
	const struct answer_event *event = last_clearing(&history, &saved_since);
	if (event != NULL)
		err = since_clearing(db, arena, answer, event, saved_since, basis, error);
	else
		err = since_last_round(db, arena, answer, basis, error);
	basis->unchanged = basis->kind != BASIS_NONE && !basis->other_version && basis->added.count == 0 && basis->removed.count == 0
		&& answer_content_equal(&basis->content, &answer->content);
	return err;
}

/* Asked first, so that nobody else learns what happened to an answer. */
MUST_USE static enum err require_clearing_officer(struct database *db, const struct actor *actor, const char *participant, struct error *error)
{
	unsigned duties;
	enum err err = duty_of(db, actor, participant, &duties, error);

	if (err == ERR_OK && (duties & DUTY_CLEAR) == 0)
		err = error_set(error, ERR_DENIED, "%s", _("Only a clearing officer of this participant may do that."));
	return err;
}

/* What the page showed still stands there and waits; `answer` is loaded. Who saved another revision is told by answer_act. */
MUST_USE static enum err require_waiting(struct database *db, struct arena *arena, int64_t round, const char *participant,
	const struct answer_step *step, struct answer *answer, struct error *error)
{
	struct answer_key key = { .round = round, .participant = participant, .indicator = step->indicator };
	enum err err = answer_load(db, arena, &key, answer, error);

	if (err == ERR_OK && answer->id == 0)
		err = error_set(error, ERR_CONFLICT, "%s", _("The page that you sent does not fit what is saved here. Open it anew."));
	if (err == ERR_OK && answer->revision == step->revision && answer->state != STATE_SUBMITTED)
		err = error_set(error, ERR_CONFLICT, _("It does not wait for clearing any more (%s: %s, %s). Nothing was cleared."),
			answer->event_by != NULL ? answer->event_by : "–", event_title(answer->event), day_moment(arena, answer->event_at));
	return err;
}

enum err answer_clear_waiting(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const struct answer_step *steps, size_t count, const char *audience, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct answer answer;
	enum err err = require_clearing_officer(db, actor, participant, error);

	if (err == ERR_OK)
		err = database_begin(db, error);
	if (err != ERR_OK)
		return err;
	for (size_t i = 0; err == ERR_OK && i < count; i++) {
		err = require_waiting(db, &arena, round, participant, &steps[i], &answer, error);
		if (err != ERR_OK && count > 1)
			err = error_context(error, "%s", steps[i].indicator);
	}
	if (err == ERR_OK)
		err = answer_act(db, actor, round, participant, steps, count, ACTION_CLEAR, audience, NULL, error);
	err = database_end(db, err, error);
	arena_release(&arena);
	return err;
}

MUST_USE static enum err clear_one(struct database *db, struct arena *arena, const struct actor *actor, int64_t round, const char *participant,
	const struct answer_same *same, struct error *error)
{
	struct answer answer;
	struct answer_basis basis;
	enum err err = require_waiting(db, arena, round, participant, &same->step, &answer, error);

	if (err == ERR_OK && answer.revision == same->step.revision) {
		err = answer_basis(db, arena, &answer, &basis, error);
		if (err == ERR_OK && (!basis.unchanged || strcmp(basis.audience, same->audience) != 0))
			err = error_set(error, ERR_CONFLICT, "%s", _("It is no longer the same as what was cleared before. Nothing was cleared; look at the page anew."));
	}
	if (err == ERR_OK)
		err = answer_act(db, actor, round, participant, &same->step, 1, ACTION_CLEAR, same->audience, NULL, error);
	return err != ERR_OK ? error_context(error, "%s", same->step.indicator) : ERR_OK;
}

enum err answer_clear_unchanged(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const struct answer_same *same, size_t count, struct error *error)
{
	struct arena arena = ARENA_INIT;
	enum err err = require_clearing_officer(db, actor, participant, error);

	if (err == ERR_OK && count == 0)
		err = error_set(error, ERR_INVALID, "%s", _("No answer is unchanged."));
	if (err == ERR_OK)
		err = database_begin(db, error);
	if (err != ERR_OK)
		return err;
	for (size_t i = 0; err == ERR_OK && i < count; i++)
		err = clear_one(db, &arena, actor, round, participant, &same[i], error);
	err = database_end(db, err, error);
	arena_release(&arena);
	return err;
}
