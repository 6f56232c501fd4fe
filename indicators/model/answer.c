/* answer: see answer.h. Reading, and what the changes share; they are in answer_save.c and answer_act.c. */
#include "indicators/model/answer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/base/link.h"
#include "indicators/model/audit.h"

#define ITEMS_MAX 500
#define CELLS_MAX 500
#define EVENTS_MAX 1000

MUST_USE static enum err load_place(struct database *db, struct arena *arena, const struct answer_key *key,
	struct answer *answer, struct error *error)
{
	char today[CLOCK_DATE];
	struct query *query = database_query(db, REPORTS_answer_place);

	clock_today(today);
	query_int(query, "round", key->round);
	query_text(query, "participant", key->participant);
	query_text(query, "indicator", key->indicator);
	bool found = query_next(query);
	if (found) {
		answer->framework = arena_strdup(arena, query_column_text(query, 0));
		answer->period = arena_strdup(arena, query_column_text(query, 1));
		answer->phase = round_phase_on(query_column_text(query, 2), query_column_text(query, 3), query_column_text(query, 4),
			query_column_text(query, 5), today);
		answer->version = query_column_int(query, 6);
		answer->indicator = arena_strdup(arena, query_column_text(query, 7));
		answer->id = query_column_int(query, 8);
		answer->state = state_from_name(query_column_text(query, 9));
		answer->audience = arena_strdup(arena, query_column_text(query, 10));
		answer->revision = query_column_int(query, 11);
		answer->released_revision = query_column_int(query, 12);
		answer->released_audience = arena_strdup(arena, query_column_text(query, 13));
		answer->published = answer->id != 0 && answer->released_revision == answer->revision;
		answer->place = arena_printf(arena, "%s/%s/%s/%s", answer->framework, answer->period, key->participant, answer->indicator);
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !found)
		err = error_set(error, ERR_NOT_FOUND, _("This round does not ask %s for indicator %s."), key->participant, key->indicator);
	return err;
}

MUST_USE static enum err load_items(struct database *db, struct arena *arena, int64_t answer, int64_t revision,
	struct answer_content *content, struct error *error)
{
	struct query *query = database_query(db, REPORTS_answer_items);
	const char **items = arena_array(arena, ITEMS_MAX, sizeof *items);

	query_int(query, "answer", answer);
	query_int(query, "number", revision);
	content->items = items;
	content->item_count = 0;
	while (content->item_count < ITEMS_MAX && query_next(query))
		items[content->item_count++] = arena_strdup(arena, query_column_text(query, 0));
	return query_end(query, error);
}

MUST_USE static enum err load_cells(struct database *db, struct arena *arena, int64_t answer, int64_t revision,
	struct answer_content *content, struct error *error)
{
	struct query *query = database_query(db, REPORTS_answer_cells);
	struct answer_cell *cells = arena_array(arena, CELLS_MAX, sizeof *cells);

	query_int(query, "answer", answer);
	query_int(query, "number", revision);
	content->cells = cells;
	content->cell_count = 0;
	while (content->cell_count < CELLS_MAX && query_next(query)) {
		cells[content->cell_count].cell = arena_strdup(arena, query_column_text(query, 0));
		cells[content->cell_count++].value = query_column_real(query, 1);
	}
	return query_end(query, error);
}

MUST_USE static enum err load_content(struct database *db, struct arena *arena, int64_t answer, int64_t revision,
	struct answer_content *content, const char **author, const char **at, struct error *error)
{
	struct query *query = database_query(db, REPORTS_answer_revision_row);

	query_int(query, "answer", answer);
	query_int(query, "number", revision);
	bool found = query_next(query);
	if (found) {
		content->status = arena_strdup(arena, query_column_text(query, 0));
		content->value = query_column_real(query, 1);
		content->numerator = query_column_real(query, 2);
		content->denominator = query_column_real(query, 3);
		content->reason = arena_strdup(arena, query_column_text(query, 4));
		content->narrative = arena_strdup(arena, query_column_text(query, 5));
		content->source = arena_strdup(arena, query_column_text(query, 6));
		content->note = arena_strdup(arena, query_column_text(query, 7));
		content->explanation = arena_strdup(arena, query_column_text(query, 8));
		*author = arena_strdup(arena, query_column_text(query, 9));
		*at = arena_strdup(arena, query_column_text(query, 10));
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !found)
		err = error_set(error, ERR_NOT_FOUND, _("There is no revision %lld of this answer."), (long long)revision);
	if (err == ERR_OK)
		err = load_items(db, arena, answer, revision, content, error);
	return err != ERR_OK ? err : load_cells(db, arena, answer, revision, content, error);
}

MUST_USE static enum err load_evidence(struct database *db, struct arena *arena, struct answer *answer, struct error *error)
{
	struct query *query = database_query(db, REPORTS_answer_evidence);

	answer->evidence = arena_array(arena, ANSWER_EVIDENCE_MAX, sizeof *answer->evidence);
	query_int(query, "answer", answer->id);
	while (answer->evidence_count < ANSWER_EVIDENCE_MAX && query_next(query)) {
		struct answer_evidence *evidence = &answer->evidence[answer->evidence_count++];

		evidence->id = query_column_int(query, 0);
		evidence->kind = arena_strdup(arena, query_column_text(query, 1));
		/* None is taken with a password in it any more; what was taken before is shown without. */
		evidence->text = link_without_credentials(arena, arena_strdup(arena, query_column_text(query, 2)));
		evidence->shareable = query_column_int(query, 3) != 0;
		evidence->by = arena_strdup(arena, query_column_text(query, 4));
		evidence->at = arena_strdup(arena, query_column_text(query, 5));
		evidence->file = arena_strdup(arena, query_column_text(query, 6));
		evidence->size = query_column_int(query, 7);
		evidence->type = arena_strdup(arena, query_column_text(query, 8));
	}
	return query_end(query, error);
}

enum err answer_load(struct database *db, struct arena *arena, const struct answer_key *key, struct answer *answer,
	struct error *error)
{
	struct answer_history history = { 0 };

	*answer = (struct answer){ .round = key->round, .participant = arena_strdup(arena, key->participant) };
	answer->content = (struct answer_content){ .status = "reported", .value = NAN, .numerator = NAN,
		.denominator = NAN };
	enum err err = load_place(db, arena, key, answer, error);
	if (err != ERR_OK || answer->id == 0)
		return err;
	if ((err = load_content(db, arena, answer->id, answer->revision, &answer->content, &answer->author, &answer->at, error)) != ERR_OK
		|| (err = load_evidence(db, arena, answer, error)) != ERR_OK
		|| (err = answer_history(db, arena, answer->id, &history, error)) != ERR_OK)
		return err;
	if (history.count > 0) {
		answer->event = history.rows[0].event;
		answer->event_reason = history.rows[0].reason;
		answer->event_by = history.rows[0].by;
		answer->event_at = history.rows[0].at;
	}
	return ERR_OK;
}

enum err answer_revision(struct database *db, struct arena *arena, int64_t answer, int64_t revision,
	struct answer_content *content, struct error *error)
{
	const char *author, *at;

	return load_content(db, arena, answer, revision, content, &author, &at, error);
}

/* The first row of a statement that gives answer, revision, period and version. */
MUST_USE static enum err load_former(struct database *db, struct arena *arena, const struct answer *answer, struct query *query,
	struct answer_content *content, const char **period, bool *other_version, struct error *error)
{
	int64_t id = 0, revision = 0;

	*period = NULL;
	*other_version = false;
	query_int(query, "version", answer->version);
	query_text(query, "participant", answer->participant);
	query_text(query, "period", answer->period);
	if (query_next(query)) {
		id = query_column_int(query, 0);
		revision = query_column_int(query, 1);
		*period = arena_strdup(arena, query_column_text(query, 2));
		*other_version = query_column_int(query, 3) != answer->version;
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && id != 0)
		err = answer_revision(db, arena, id, revision, content, error);
	return err;
}

enum err answer_of_last_round(struct database *db, struct arena *arena, const struct answer *answer,
	struct answer_content *content, const char **period, bool *other_version, struct error *error)
{
	return load_former(db, arena, answer, database_query(db, REPORTS_answer_last_round), content, period, other_version, error);
}

enum err answer_accepted_before(struct database *db, struct arena *arena, const struct answer *answer,
	struct answer_content *content, const char **period, bool *other_version, struct error *error)
{
	return load_former(db, arena, answer, database_query(db, REPORTS_answer_accepted_before), content, period, other_version, error);
}

enum err answer_history(struct database *db, struct arena *arena, int64_t answer, struct answer_history *history,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_answer_events);

	history->count = 0;
	history->rows = arena_array(arena, EVENTS_MAX, sizeof *history->rows);
	query_int(query, "answer", answer);
	while (history->count < EVENTS_MAX && query_next(query)) {
		struct answer_event *event = &history->rows[history->count++];

		event->revision = query_column_int(query, 0);
		event->event = arena_strdup(arena, query_column_text(query, 1));
		event->state = state_from_name(query_column_text(query, 2));
		event->audience = arena_strdup(arena, query_column_text(query, 3));
		event->reason = arena_strdup(arena, query_column_text(query, 4));
		event->by = arena_strdup(arena, query_column_text(query, 5));
		event->at = arena_strdup(arena, query_column_text(query, 6));
	}
	return query_end(query, error);
}

const char *answer_status_title(const char *status)
{
	if (strcmp(status, "not_available") == 0)
		return _("Not available");
	return strcmp(status, "not_applicable") == 0 ? _("Not applicable") : _("Reported");
}

const char *answer_audience_title(const char *audience)
{
	if (strcmp(audience, "public") == 0)
		return _("Everybody");
	return strcmp(audience, "donors") == 0 ? _("Members and donors") : _("Members");
}

enum err answer_note(struct database *db, const struct actor *actor, const struct answer *answer, int64_t revision,
	enum answer_action action, enum answer_state state, const char *audience, const char *reason, struct error *error)
{
	char now[CLOCK_TEXT], name[64], detail[256];
	struct query *query = database_query(db, REPORTS_answer_event_insert);

	clock_text(now);
	query_int(query, "answer", answer->id);
	query_int(query, "revision", revision);
	query_text(query, "event", action_event(action));
	query_text(query, "state", state_name(state));
	query_text(query, "audience", audience);
	query_text(query, "reason", reason);
	query_int(query, "actor", actor->person);
	query_text(query, "at", now);
	enum err err = query_run(query, error);
	if (err != ERR_OK)
		return err;
	snprintf(name, sizeof name, "answer.%s", action_event(action));
	snprintf(detail, sizeof detail, "{\"revision\":%lld,\"from\":\"%s\",\"to\":\"%s\",\"audience\":\"%s\"}", (long long)revision,
		state_name(answer->state), state_name(state), audience != NULL ? audience : "");
	return audit_add(db, actor, name, answer->place, detail, error);
}

enum err answer_conflict(const struct answer *answer, int64_t base, struct error *error)
{
	if (answer->id == 0 || base > answer->revision)
		return error_set(error, ERR_CONFLICT, "%s", _("The page that you sent does not fit what is saved here. Open it anew."));
	return error_set(error, ERR_CONFLICT,
		_("%s saved revision %lld of %s on %.10s at %.5s UTC, after you had opened this page. Nothing of yours was saved yet."),
		answer->author != NULL ? answer->author : _("The secretariat's import"), (long long)answer->revision, answer->indicator,
		answer->at, answer->at + 11);
}
