/* round_open: opening a round and extending a deadline; see round.h. */
#include "indicators/model/round.h"

#include <stdio.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/base/period.h"
#include "indicators/model/audit.h"
#include "indicators/model/duty.h"
#include "indicators/model/round_check.h"

#define REASON_MAX 2000

MUST_USE static enum err check_date(const char *date, const char *field, struct error *error)
{
	if (!clock_is_date(date))
		return error_set_field(error, ERR_INVALID, field, _("Enter a date as year-month-day, for example 2026-03-31."));
	return ERR_OK;
}

enum err round_check_dates(const struct round_dates *dates, struct error *error)
{
	enum err err;

	if ((err = check_date(dates->opens_on, "opens_on", error)) != ERR_OK
		|| (err = check_date(dates->due_on, "due_on", error)) != ERR_OK
		|| (err = check_date(dates->closes_on, "closes_on", error)) != ERR_OK)
		return err;
	if (strcmp(dates->due_on, dates->opens_on) < 0)
		return error_set_field(error, ERR_INVALID, "due_on", _("The round cannot be due before it opens."));
	if (strcmp(dates->closes_on, dates->due_on) < 0)
		return error_set_field(error, ERR_INVALID, "closes_on", _("The round cannot close before it is due."));
	return ERR_OK;
}

enum err round_check_reason(const char *reason, const char *missing, struct error *error)
{
	if (reason == NULL || reason[strspn(reason, " \t\r\n")] == '\0')
		return error_set_field(error, ERR_INVALID, "reason", "%s", missing);
	if (strlen(reason) > REASON_MAX)
		return error_set_field(error, ERR_INVALID, "reason", _("This text is too long; at most %zu bytes fit."), (size_t)REASON_MAX);
	return ERR_OK;
}

MUST_USE static enum err check_input(const struct round_input *input, struct error *error)
{
	struct period period;
	enum err err = period_parse(input->period, &period, error);

	if (err != ERR_OK) {
		if (error != NULL)
			snprintf(error->field, sizeof error->field, "period");
		return err;
	}
	if ((err = round_check_dates(&(struct round_dates){ input->opens_on, input->due_on, input->closes_on }, error)) != ERR_OK)
		return err;
	if (input->indicator_count == 0)
		return error_set_field(error, ERR_INVALID, "indicator", _("Choose at least one indicator."));
	if (input->participant_count == 0)
		return error_set_field(error, ERR_INVALID, "participant", _("Choose at least one participant."));
	return ERR_OK;
}

MUST_USE static enum err check_place(struct database *db, const struct round_input *input, struct error *error)
{
	struct query *query = database_query(db, REPORTS_round_framework_exists);

	query_text(query, "framework", input->framework);
	bool known = query_next(query);
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;
	if (!known)
		return error_set_field(error, ERR_INVALID, "framework", _("There is no framework “%s”."), input->framework);

	query = database_query(db, REPORTS_round_exists);
	query_text(query, "framework", input->framework);
	query_text(query, "period", input->period);
	bool taken = query_next(query);
	bool imported = taken && strcmp(query_column_text(query, 1), "import") == 0;
	if ((err = query_end(query, error)) != ERR_OK || !taken)
		return err;
	if (imported)
		return error_set_field(error, ERR_CONFLICT, "period",
			_("Answers for %s were already imported, so there can be no round for it. Single answers can be reopened."), input->period);
	return error_set_field(error, ERR_CONFLICT, "period", _("There is already a round for %s."), input->period);
}

MUST_USE static enum err add_indicator(struct database *db, int64_t round, const struct round_input *input, const char *code,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_round_indicator_find);

	query_text(query, "framework", input->framework);
	query_text(query, "code", code);
	bool found = query_next(query);
	int64_t version = found ? query_column_int(query, 0) : 0;
	bool retired = found && !query_column_is_null(query, 1);
	bool in_force = found && round_in_force(input->period, query_column_text(query, 2), query_column_text(query, 3));
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;
	if (!found)
		return error_set_field(error, ERR_INVALID, "indicator", _("There is no indicator %s in this framework."), code);
	if (retired)
		return error_set_field(error, ERR_INVALID, "indicator", _("Indicator %s was retired."), code);
	if (!in_force)
		return error_set_field(error, ERR_INVALID, "indicator", _("Indicator %s is not in force in %s."), code, input->period);
	query = database_query(db, REPORTS_round_indicator_add);
	query_int(query, "round", round);
	query_int(query, "version", version);
	return query_run(query, error);
}

enum err round_expect(struct database *db, int64_t round, const char *code, struct error *error)
{
	struct query *query = database_query(db, REPORTS_round_participant_find);

	query_text(query, "code", code);
	bool found = query_next(query);
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;
	if (!found)
		return error_set_field(error, ERR_INVALID, "participant", _("There is no participant %s."), code);
	query = database_query(db, REPORTS_round_participant_add);
	query_int(query, "round", round);
	query_text(query, "participant", code);
	return query_run(query, error);
}

MUST_USE static enum err write_round(struct database *db, const struct actor *actor, const struct round_input *input, int64_t *id,
	struct error *error)
{
	char now[CLOCK_TEXT], object[256], detail[256];
	struct query *query = database_query(db, REPORTS_round_insert);

	clock_text(now);
	query_text(query, "framework", input->framework);
	query_text(query, "period", input->period);
	query_text(query, "opens_on", input->opens_on);
	query_text(query, "due_on", input->due_on);
	query_text(query, "closes_on", input->closes_on);
	query_int(query, "created_by", actor->person);
	query_text(query, "created_at", now);
	enum err err = query_run(query, error);
	*id = database_last_id(db);
	for (size_t i = 0; err == ERR_OK && i < input->indicator_count; i++)
		err = add_indicator(db, *id, input, input->indicators[i], error);
	for (size_t i = 0; err == ERR_OK && i < input->participant_count; i++)
		err = round_expect(db, *id, input->participants[i], error);
	if (err != ERR_OK)
		return err;
	snprintf(object, sizeof object, "%s/%s", input->framework, input->period);
	snprintf(detail, sizeof detail, "{\"round\":%lld,\"opens\":\"%s\",\"due\":\"%s\",\"closes\":\"%s\",\"indicators\":%zu,\"participants\":%zu}",
		(long long)*id, input->opens_on, input->due_on, input->closes_on, input->indicator_count, input->participant_count);
	return audit_add(db, actor, "round.open", object, detail, error);
}

enum err round_create(struct database *db, const struct actor *actor, const struct round_input *input, int64_t *id,
	struct error *error)
{
	*id = 0;
	enum err err = check_input(input, error);
	if (err == ERR_OK)
		err = database_begin(db, error);
	if (err != ERR_OK)
		return err;
	if ((err = duty_require_review(db, actor, NULL, error)) == ERR_OK
		&& (err = check_place(db, input, error)) == ERR_OK)
		err = write_round(db, actor, input, id, error);
	if ((err = database_end(db, err, error)) != ERR_OK)
		*id = 0;
	return duty_refused(db, actor, "round.refused", 0, NULL, "open", err);
}

MUST_USE static enum err write_extension(struct database *db, const struct actor *actor, int64_t id, const char *participant,
	const char *until, const char *reason, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct round round;
	struct round_seat seat;
	char object[256], detail[128];

	enum err err = round_load(db, &arena, id, "en", &round, error);
	if (err == ERR_OK)
		err = round_seat(db, &arena, &round, participant, "en", &seat, error);
	if (err == ERR_OK && strcmp(until, seat.due_on) <= 0)
		err = error_set_field(error, ERR_INVALID, "until", _("The new deadline has to be after %s, the one that holds now."), seat.due_on);
	if (err != ERR_OK)
		goto out;
	struct query *query = database_query(db, REPORTS_round_extend);
	query_int(query, "round", id);
	query_text(query, "participant", participant);
	query_text(query, "extended_to", until);
	query_text(query, "reason", reason);
	if ((err = query_run(query, error)) != ERR_OK)
		goto out;
	snprintf(object, sizeof object, "%s/%s/%s", round.framework, round.period, participant);
	snprintf(detail, sizeof detail, "{\"until\":\"%s\"}", until);
	err = audit_add(db, actor, "round.extend", object, detail, error);
out:
	arena_release(&arena);
	return err;
}

enum err round_extend(struct database *db, const struct actor *actor, int64_t round, const char *participant, const char *until,
	const char *reason, struct error *error)
{
	enum err err = check_date(until, "until", error);

	if (err != ERR_OK)
		return err;
	if ((err = round_check_reason(reason, _("Say why the deadline is extended."), error)) != ERR_OK)
		return err;
	if ((err = database_begin(db, error)) != ERR_OK)
		return err;
	if ((err = duty_require_review(db, actor, participant, error)) == ERR_OK)
		err = write_extension(db, actor, round, participant, until, reason, error);
	err = database_end(db, err, error);
	return duty_refused(db, actor, "round.refused", round, participant, "extend", err);
}
