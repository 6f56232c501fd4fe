/* answer_act: the steps that pass an answer on or back; see answer.h. */
#include <stdio.h>
#include <string.h>

#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"
#include "indicators/model/answer.h"
#include "indicators/model/change.h"
#include "indicators/model/duty.h"

#define REASON_MAX 2000
#define STEPS_MAX 2000

/* A reason never needs data of a person, so there is nothing to confirm: it is said without. */
MUST_USE static enum err check_reason(const char *reason, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct answer_content content = { .status = "reported", .reason = reason };
	struct answer_personals found;
	enum err err = ERR_OK;

	answer_personal(&arena, &content, NULL, 0, NULL, &found);
	if (found.count > 0)
		err = error_set_field(error, ERR_INVALID, "reason", _("This may be data of a person: %s. Say it without; the reason is kept for good."),
			answer_personal_places(&arena, &found));
	arena_release(&arena);
	return err;
}

MUST_USE static enum err check_words(enum answer_action action, const char *audience, const char *reason, struct error *error)
{
	if (action == ACTION_SAVE || action >= ACTION_COUNT)
		return error_set(error, ERR_INTERNAL, "Not a step of answer_act.");
	if (action == ACTION_CLEAR && (audience == NULL || (strcmp(audience, "members") != 0 && strcmp(audience, "donors") != 0
		&& strcmp(audience, "public") != 0)))
		return error_set_field(error, ERR_INVALID, "audience", "%s", _("Choose who may see the answer: members, donors or everybody."));
	if ((action == ACTION_RETURN || action == ACTION_REOPEN) && utf8_is_blank(reason))
		return error_set_field(error, ERR_INVALID, "reason", "%s", _("Say why; the focal point has to know what to mend."));
	if (reason != NULL && strlen(reason) > REASON_MAX)
		return error_set_field(error, ERR_INVALID, "reason", _("This text is too long; at most %zu bytes fit."), (size_t)REASON_MAX);
	return check_reason(reason, error);
}

enum err answer_check_submit(struct database *db, struct arena *arena, const struct answer *answer, struct error *error)
{
	struct question question;
	struct answer_content content = answer->content;
	enum err err = question_load(db, arena, answer->round, answer->indicator, i18n_current(), &question, error);

	if (err == ERR_OK && answer->phase == ROUND_NOT_OPEN)
		return error_set(error, ERR_CONFLICT, "%s", _("This round is not open yet."));
	if (err == ERR_OK && answer->phase == ROUND_CLOSED && answer->state != STATE_RETURNED)
		return error_set(error, ERR_CONFLICT, "%s", _("This round is closed. The secretariat can extend the deadline."));
	if (err == ERR_OK)
		err = answer_check(arena, &question, &content, error);
	if (err == ERR_OK)
		err = answer_check_complete(db, arena, &question, answer, &content, answer->evidence_count, error);
	return err;
}

MUST_USE static enum err act_on(struct database *db, struct arena *arena, const struct actor *actor, unsigned duties,
	const struct answer_key *key, int64_t revision, enum answer_action action, const char *audience, const char *reason,
	struct error *error)
{
	struct answer answer;
	enum answer_state next;

	enum err err = answer_load(db, arena, key, &answer, error);
	if (err != ERR_OK)
		return err;
	if ((err = workflow_next(answer.state, action, duties, answer.published, &next, error)) == ERR_DENIED)
		return err;
	/* Who did what is worth more than "not possible now". */
	if (revision != answer.revision)
		return answer_conflict(&answer, revision, error);
	if (err == ERR_CONFLICT && answer.event_by != NULL && error != NULL) {
		struct error said = *error;
		return error_set(error, ERR_CONFLICT, _("%s (%s: %s, %s)"), said.text, answer.event_by, event_title(answer.event),
			day_moment(arena, answer.event_at));
	}
	if (err == ERR_OK && action == ACTION_SUBMIT)
		err = answer_check_submit(db, arena, &answer, error);
	if (err != ERR_OK)
		return err;

	/* An audience that was set stays until clearing sets another: a returned answer keeps what it was. */
	const char *now = action == ACTION_CLEAR ? audience : answer.audience;
	struct query *query = database_query(db, REPORTS_answer_set);
	query_int(query, "answer", answer.id);
	query_text(query, "state", state_name(next));
	query_text(query, "audience", now);
	query_int(query, "revision", answer.revision);
	if ((err = query_run(query, error)) != ERR_OK)
		return err;
	return answer_note(db, actor, &answer, answer.revision, action, next, action == ACTION_CLEAR ? audience : NULL,
		utf8_is_blank(reason) ? NULL : reason, error);
}

MUST_USE static enum err act_on_all(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const struct answer_step *steps, size_t step_count, enum answer_action action, const char *audience, const char *reason,
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	unsigned duties;
	enum err err = duty_of(db, actor, participant, &duties, error);

	for (size_t i = 0; err == ERR_OK && i < step_count; i++) {
		struct answer_key key = { .round = round, .participant = participant, .indicator = steps[i].indicator };

		err = act_on(db, &arena, actor, duties, &key, steps[i].revision, action, audience, reason, error);
		if (err != ERR_OK && step_count > 1)
			err = error_context(error, "%s", steps[i].indicator);
	}
	arena_release(&arena);
	return err;
}

/* Whoever tried what they may not is in the audit log. */
MUST_USE static enum err refused(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const char *indicator, enum answer_action action, enum err err)
{
	struct arena arena = ARENA_INIT;

	if (err == ERR_DENIED) {
		const char *whose = indicator == NULL ? participant : arena_printf(&arena, "%s/%s", participant, indicator);
		err = duty_refused(db, actor, "answer.refused", round, whose, action_event(action), err);
	}
	arena_release(&arena);
	return err;
}

enum err answer_act(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const struct answer_step *steps, size_t step_count, enum answer_action action, const char *audience, const char *reason,
	struct error *error)
{
	struct error own = ERROR_INIT;
	bool own_transaction = false;

	if (error == NULL)
		error = &own;
	enum err err = check_words(action, audience, reason, error);
	if (err == ERR_OK && step_count == 0)
		err = error_set(error, ERR_INVALID, "%s", _("Choose at least one answer."));
	if (err == ERR_OK)
		err = change_begin(db, &own_transaction, error);
	if (err != ERR_OK)
		return err;
	err = act_on_all(db, actor, round, participant, steps, step_count, action, audience, reason, error);
	err = change_end(db, own_transaction, err, error);
	return refused(db, actor, round, participant, step_count == 1 ? steps[0].indicator : NULL, action, err);
}

enum err answer_review(struct database *db, const struct actor *actor, int64_t round, const char *participant,
	const struct answer_step *step, enum answer_action action, const char *reason, struct error *error)
{
	enum err err = duty_require_review(db, actor, participant, error);

	if (err != ERR_OK)
		return refused(db, actor, round, participant, step->indicator, action, err);
	return answer_act(db, actor, round, participant, step, 1, action, NULL, reason, error);
}

enum err answer_accept_all(struct database *db, const struct actor *actor, int64_t round, const char *participant, size_t *count,
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct answer_step *steps = arena_array(&arena, STEPS_MAX, sizeof *steps);

	*count = 0;
	enum err err = duty_require_review(db, actor, participant, error);
	if (err != ERR_OK) {
		err = refused(db, actor, round, participant, NULL, ACTION_ACCEPT, err);
		goto out;
	}
	/* Read before the transaction; each is checked again in it by its revision and state. */
	struct query *query = database_query(db, REPORTS_answer_cleared);
	query_int(query, "round", round);
	query_text(query, "participant", participant);
	while (*count < STEPS_MAX && query_next(query)) {
		steps[*count].indicator = arena_strdup(&arena, query_column_text(query, 0));
		steps[(*count)++].revision = query_column_int(query, 1);
	}
	if ((err = query_end(query, error)) != ERR_OK)
		goto out;
	if (*count == 0)
		err = error_set(error, ERR_CONFLICT, "%s", _("No answer of this participant is waiting for review."));
	else
		err = answer_act(db, actor, round, participant, steps, *count, ACTION_ACCEPT, NULL, NULL, error);
out:
	if (err != ERR_OK)
		*count = 0;
	arena_release(&arena);
	return err;
}
