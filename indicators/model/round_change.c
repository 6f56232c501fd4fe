/* round_change: other dates, closing early, one participant more or less; see round.h. */
#include "indicators/model/round.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/model/duty.h"
#include "indicators/model/round_check.h"

/* One change on its way, within its transaction. */
struct change {
	struct database *db;
	const struct actor *actor;
	struct round round;
	struct arena arena;
	char today[CLOCK_DATE];
};

/* Everything here is about a round of the desk. Begins the transaction; the round is read in it. */
MUST_USE static enum err begin(struct change *change, struct database *db, const struct actor *actor, int64_t id, const char *participant,
	struct error *error)
{
	*change = (struct change){ .db = db, .actor = actor, .arena = ARENA_INIT };
	clock_today(change->today);
	enum err err = database_begin(db, error);
	if (err == ERR_OK)
		err = duty_require_review(db, actor, participant, error);
	if (err == ERR_OK)
		err = round_load(db, &change->arena, id, i18n_current(), &change->round, error);
	if (err == ERR_OK && change->round.imported)
		err = error_set(error, ERR_CONFLICT, "%s", _("These answers were imported; there is nothing to open or close."));
	return err;
}

/* Commits or takes everything back; a refusal goes to the audit log. */
MUST_USE static enum err end(struct change *change, int64_t id, const char *participant, const char *step, enum err err,
	struct error *error)
{
	err = database_end(change->db, err, error);
	arena_release(&change->arena);
	return duty_refused(change->db, change->actor, "round.refused", id, participant, step, err);
}

/* What was changed, why, and `facts` (taken over; NULL: none), for ever. */
MUST_USE static enum err note(struct change *change, const char *action, const char *participant, json_t *facts, const char *reason,
	struct error *error)
{
	const struct round *round = &change->round;
	const char *object = arena_printf(&change->arena, "%s/%s%s%s", round->framework, round->period, participant != NULL ? "/" : "",
		participant != NULL ? participant : "");
	json_t *all = facts != NULL ? facts : json_object();
	char *detail = NULL;

	if (all != NULL && (reason == NULL || json_object_set_new(all, "reason", json_string(reason)) == 0))
		detail = json_dumps(all, JSON_COMPACT);
	enum err err = detail != NULL ? audit_add(change->db, change->actor, action, object, detail, error) : error_memory(error);
	free(detail);
	json_decref(all);
	return err;
}

/* --- dates --- */

MUST_USE static enum err check_dates(const struct change *change, const struct round_dates *dates, struct error *error)
{
	const struct round *round = &change->round;

	if (strcmp(change->today, round->closes_on) > 0)
		return error_set(error, ERR_CONFLICT, "%s", _("This round is closed; its dates stay. The deadline of one participant can be extended."));
	if (strcmp(dates->opens_on, round->opens_on) != 0 && strcmp(change->today, round->opens_on) >= 0)
		return error_set_field(error, ERR_INVALID, "opens_on", _("The round has opened on %s; that day stays."), round->opens_on);
	if (strcmp(dates->closes_on, change->today) < 0)
		return error_set_field(error, ERR_INVALID, "closes_on", "%s",
			_("This day has passed. Choose today or a later one, or close the round now."));
	if (strcmp(dates->opens_on, round->opens_on) == 0 && strcmp(dates->due_on, round->due_on) == 0
		&& strcmp(dates->closes_on, round->closes_on) == 0)
		return error_set_field(error, ERR_INVALID, "due_on", "%s", _("These are the dates that hold now."));
	return ERR_OK;
}

MUST_USE static enum err set_dates(struct change *change, const struct round_dates *dates, struct error *error)
{
	struct query *query = database_query(change->db, REPORTS_round_set_dates);

	query_int(query, "round", change->round.id);
	query_text(query, "opens_on", dates->opens_on);
	query_text(query, "due_on", dates->due_on);
	query_text(query, "closes_on", dates->closes_on);
	return query_run(query, error);
}

/* Both as they were and as they are. */
static json_t *both(const struct change *change, const struct round_dates *dates)
{
	const struct round *round = &change->round;

	return json_pack("{s:[s,s], s:[s,s], s:[s,s]}", "opens", round->opens_on, dates->opens_on, "due", round->due_on, dates->due_on,
		"closes", round->closes_on, dates->closes_on);
}

enum err round_change_dates(struct database *db, const struct actor *actor, int64_t id, const struct round_dates *dates,
	const char *reason, struct error *error)
{
	struct change change;
	enum err err = round_check_dates(dates, error);

	if (err == ERR_OK)
		err = round_check_reason(reason, _("Say why the dates are changed."), error);
	if (err != ERR_OK)
		return err;
	if ((err = begin(&change, db, actor, id, NULL, error)) == ERR_OK
		&& (err = check_dates(&change, dates, error)) == ERR_OK
		&& (err = set_dates(&change, dates, error)) == ERR_OK)
		err = note(&change, "round.dates", NULL, both(&change, dates), reason, error);
	return end(&change, id, NULL, "dates", err, error);
}

/* --- closing --- */

static const char *earlier(const char *a, const char *b)
{
	return strcmp(a, b) < 0 ? a : b;
}

/* Whether anybody can still draft. */
MUST_USE static enum err check_open(struct change *change, struct error *error)
{
	const struct round *round = &change->round;
	struct query *query = database_query(change->db, REPORTS_round_last_day);

	query_int(query, "round", round->id);
	bool extended = query_next(query) && strcmp(query_column_text(query, 0), change->today) >= 0;
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;
	if (strcmp(change->today, round->opens_on) < 0)
		return error_set(error, ERR_CONFLICT, "%s", _("This round is not open yet. Change its dates instead."));
	if (strcmp(change->today, round->closes_on) > 0 && !extended)
		return error_set(error, ERR_CONFLICT, "%s", _("This round is closed already."));
	return ERR_OK;
}

MUST_USE static enum err close_now(struct change *change, struct round_dates *dates, struct error *error)
{
	char yesterday[CLOCK_TEXT];

	clock_text_in(-24L * 3600, yesterday);
	const char *last = arena_strndup(&change->arena, yesterday, CLOCK_DATE - 1);
	*dates = (struct round_dates){ .opens_on = earlier(change->round.opens_on, last), .due_on = earlier(change->round.due_on, last),
		.closes_on = earlier(change->round.closes_on, last) };
	enum err err = set_dates(change, dates, error);
	if (err != ERR_OK)
		return err;
	struct query *query = database_query(change->db, REPORTS_round_end_extensions);
	query_int(query, "round", change->round.id);
	query_text(query, "last", last);
	return query_run(query, error);
}

enum err round_close(struct database *db, const struct actor *actor, int64_t id, const char *reason, struct error *error)
{
	struct change change;
	struct round_dates dates;
	enum err err = round_check_reason(reason, _("Say why the round is closed."), error);

	if (err != ERR_OK)
		return err;
	if ((err = begin(&change, db, actor, id, NULL, error)) == ERR_OK
		&& (err = check_open(&change, error)) == ERR_OK
		&& (err = close_now(&change, &dates, error)) == ERR_OK)
		err = note(&change, "round.close", NULL, both(&change, &dates), reason, error);
	return end(&change, id, NULL, "close", err, error);
}

/* --- who is expected --- */

MUST_USE static enum err check_roster(const struct change *change, struct error *error)
{
	if (strcmp(change->today, change->round.closes_on) > 0)
		return error_set(error, ERR_CONFLICT, "%s", _("This round is closed, so who is expected stays."));
	if (change->round.releases > 0)
		return error_set(error, ERR_CONFLICT, "%s", _("This round was released, so who was expected stays."));
	return ERR_OK;
}

MUST_USE static enum err is_expected(const struct change *change, const char *participant, bool *is, struct error *error)
{
	struct query *query = database_query(change->db, REPORTS_round_expected);

	*is = false;
	query_int(query, "round", change->round.id);
	while (query_next(query))
		*is = *is || strcmp(query_column_text(query, 0), participant) == 0;
	return query_end(query, error);
}

enum err round_add_participant(struct database *db, const struct actor *actor, int64_t id, const char *participant, struct error *error)
{
	struct change change;
	bool expected;
	enum err err;

	if ((err = begin(&change, db, actor, id, participant, error)) == ERR_OK
		&& (err = check_roster(&change, error)) == ERR_OK)
		err = is_expected(&change, participant, &expected, error);
	if (err == ERR_OK && expected)
		err = error_set_field(error, ERR_CONFLICT, "participant", _("%s is expected already."), participant);
	if (err == ERR_OK && (err = round_expect(db, id, participant, error)) == ERR_OK)
		err = note(&change, "round.expect", participant, NULL, NULL, error);
	return end(&change, id, participant, "expect", err, error);
}

MUST_USE static enum err check_withdrawal(const struct change *change, const char *participant, struct error *error)
{
	bool expected;
	enum err err = is_expected(change, participant, &expected, error);

	if (err != ERR_OK)
		return err;
	if (!expected)
		return error_set_field(error, ERR_NOT_FOUND, "participant", _("%s is not expected in this round."), participant);
	struct query *query = database_query(change->db, REPORTS_round_participant_answers);
	query_int(query, "round", change->round.id);
	query_text(query, "participant", participant);
	bool answered = query_next(query) && query_column_int(query, 0) > 0;
	if ((err = query_end(query, error)) != ERR_OK)
		return err;
	if (answered)
		return error_set_field(error, ERR_CONFLICT, "participant", "%s",
			_("This participant has begun to answer, so it can't be withdrawn; what it wrote would be lost."));
	if (change->round.participants < 2)
		return error_set_field(error, ERR_CONFLICT, "participant", "%s", _("Nobody would be expected any more. Close the round instead."));
	return ERR_OK;
}

enum err round_withdraw_participant(struct database *db, const struct actor *actor, int64_t id, const char *participant,
	const char *reason, struct error *error)
{
	struct change change;
	enum err err = round_check_reason(reason, _("Say why the participant is withdrawn."), error);

	if (err != ERR_OK)
		return err;
	if ((err = begin(&change, db, actor, id, participant, error)) == ERR_OK
		&& (err = check_roster(&change, error)) == ERR_OK
		&& (err = check_withdrawal(&change, participant, error)) == ERR_OK) {
		struct query *query = database_query(db, REPORTS_round_participant_remove);
		query_int(query, "round", id);
		query_text(query, "participant", participant);
		err = query_run(query, error);
	}
	if (err == ERR_OK)
		err = note(&change, "round.withdraw", participant, NULL, reason, error);
	return end(&change, id, participant, "withdraw", err, error);
}
