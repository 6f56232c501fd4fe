/* message: see message.h. */
#include "indicators/model/message.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"
#include "indicators/model/audit.h"
#include "indicators/model/duty.h"

#define WAITING_MAX 2000

enum err message_list(struct database *db, struct arena *arena, int64_t answer, struct messages *messages, struct error *error)
{
	struct query *query = database_query(db, REPORTS_message_rows);

	*messages = (struct messages){ .rows = arena_array(arena, MESSAGES_MAX, sizeof *messages->rows) };
	query_int(query, "answer", answer);
	while (messages->count < MESSAGES_MAX && query_next(query)) {
		struct message *message = &messages->rows[messages->count++];

		message->id = query_column_int(query, 0);
		message->text = arena_strdup(arena, query_column_text(query, 1));
		message->by = arena_strdup(arena, query_column_text(query, 2));
		message->side = query_column_int(query, 3) != 0 ? MESSAGE_SECRETARIAT : MESSAGE_GOVERNMENT;
		message->at = arena_strdup(arena, query_column_text(query, 4));
	}
	return query_end(query, error);
}

void message_personal(struct arena *arena, const char *text, struct answer_personals *found)
{
	struct answer_content content = { .status = "reported", .narrative = text, .value = NAN, .numerator = NAN, .denominator = NAN };

	answer_personal(arena, &content, NULL, 0, NULL, found);
}

MUST_USE static enum err check_personal(struct arena *arena, const char *text, const char *confirmed, struct error *error)
{
	struct answer_personals found;

	message_personal(arena, text, &found);
	if (found.count == 0 || (confirmed != NULL && strcmp(confirmed, found.confirm) == 0))
		return ERR_OK;
	return error_set_field(error, ERR_INVALID, "confirmed",
		_("This may be data of a person: %s. Take it out, or confirm that nobody can be recognised by it."),
		answer_personal_places(arena, &found));
}

MUST_USE static enum err check_text(struct arena *arena, const char *text, const char *confirmed, struct error *error)
{
	if (utf8_is_blank(text))
		return error_set_field(error, ERR_INVALID, "message", "%s", _("Write what you want to ask or tell."));
	if (strlen(text) > MESSAGE_TEXT_MAX)
		return error_set_field(error, ERR_INVALID, "message", _("This text is too long; at most %zu bytes fit."), (size_t)MESSAGE_TEXT_MAX);
	return check_personal(arena, text, confirmed, error);
}

MUST_USE static enum err check_duty(struct database *db, const struct actor *actor, const char *participant, enum message_side side,
	struct error *error)
{
	unsigned duties;

	if (side == MESSAGE_SECRETARIAT)
		return duty_require_review(db, actor, participant, error);
	enum err err = duty_of(db, actor, participant, &duties, error);
	if (err == ERR_OK && (duties & (DUTY_REPORT | DUTY_CLEAR)) == 0)
		err = error_set(error, ERR_DENIED, "%s", _("Only those who report or clear for this participant write here."));
	return err;
}

/* Whether the same person has just said the same; ERR_CONFLICT where the thread is full. */
MUST_USE static enum err look_at_last(struct database *db, const struct actor *actor, const struct answer *answer, enum message_side side,
	const char *text, bool *repeated, struct error *error)
{
	struct query *query = database_query(db, REPORTS_message_last);
	int64_t count = 0;

	*repeated = false;
	query_int(query, "answer", answer->id);
	if (query_next(query)) {
		*repeated = strcmp(query_column_text(query, 0), text) == 0 && query_column_int(query, 1) == actor->person
			&& query_column_int(query, 2) == (side == MESSAGE_SECRETARIAT);
		count = query_column_int(query, 3);
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && !*repeated && count >= MESSAGES_MAX)
		err = error_set(error, ERR_CONFLICT, _("There are %d messages on this answer already; no more fit."), MESSAGES_MAX);
	return err;
}

MUST_USE static enum err insert(struct database *db, const struct actor *actor, const struct answer *answer, enum message_side side,
	const char *text, struct error *error)
{
	char now[CLOCK_TEXT], detail[64];
	struct query *query = database_query(db, REPORTS_message_insert);

	clock_text(now);
	query_int(query, "answer", answer->id);
	query_text(query, "text", text);
	query_int(query, "author", actor->person);
	query_int(query, "from_secretariat", side == MESSAGE_SECRETARIAT);
	query_text(query, "at", now);
	enum err err = query_run(query, error);
	snprintf(detail, sizeof detail, "{\"from\":\"%s\"}", side == MESSAGE_SECRETARIAT ? "secretariat" : "government");
	return err != ERR_OK ? err : audit_add(db, actor, "answer.message", answer->place, detail, error);
}

enum err message_add(struct database *db, const struct actor *actor, const struct answer_key *key, enum message_side side, const char *text,
	const char *confirmed, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct answer answer;
	bool repeated;
	enum err err = check_duty(db, actor, key->participant, side, error);

	if (err != ERR_OK) {
		err = duty_refused(db, actor, "answer.refused", key->round, arena_printf(&arena, "%s/%s", key->participant, key->indicator),
			"message", err);
		goto out;
	}
	err = check_text(&arena, text, confirmed, error);
	if (err == ERR_OK)
		err = database_begin(db, error);
	if (err != ERR_OK)
		goto out;
	err = answer_load(db, &arena, key, &answer, error);
	if (err == ERR_OK && answer.id == 0)
		err = error_set(error, ERR_CONFLICT, "%s", _("Nothing is saved here yet that could be asked about."));
	if (err == ERR_OK)
		err = look_at_last(db, actor, &answer, side, text, &repeated, error);
	if (err == ERR_OK && !repeated)
		err = insert(db, actor, &answer, side, text, error);
	err = database_end(db, err, error);
out:
	arena_release(&arena);
	return err;
}

enum err message_waiting(struct database *db, struct arena *arena, int64_t round, const char *participant, enum message_side side,
	struct message_waitings *waiting, struct error *error)
{
	struct query *query = database_query(db, REPORTS_message_waiting);

	*waiting = (struct message_waitings){ .rows = arena_array(arena, WAITING_MAX, sizeof *waiting->rows) };
	query_int(query, "round", round);
	query_text(query, "participant", participant);
	query_int(query, "from_secretariat", side == MESSAGE_SECRETARIAT);
	while (waiting->count < WAITING_MAX && query_next(query))
		waiting->rows[waiting->count++] = (struct message_waiting){ .indicator = arena_strdup(arena, query_column_text(query, 0)),
			.by = arena_strdup(arena, query_column_text(query, 1)), .at = arena_strdup(arena, query_column_text(query, 2)) };
	return query_end(query, error);
}
