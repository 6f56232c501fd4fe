/* duty: see duty.h. */
#include "indicators/model/duty.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"

#define REVIEWERS_MAX 200

static const struct {
	const char *role;
	unsigned duty;
	bool bound; /* only for the participant it was granted for */
} duties_of_roles[] = {
	{ "focal_point", DUTY_REPORT, true },
	{ "deputy", DUTY_REPORT, true },
	{ "clearing_officer", DUTY_CLEAR, true },
	{ "observer", DUTY_OBSERVE, true },
	{ "secretariat", DUTY_REVIEW, false },
	{ "administrator", DUTY_ADMINISTER, false },
};

enum err duty_of(struct database *db, const struct actor *actor, const char *participant, unsigned *duties,
	struct error *error)
{
	char today[CLOCK_DATE];
	struct query *query = database_query(db, REPORTS_duty_grants);

	*duties = 0;
	clock_today(today);
	query_int(query, "person", actor->person);
	query_text(query, "today", today);
	while (query_next(query)) {
		const char *role = query_column_text(query, 0);
		const char *whose = query_column_text(query, 1);
		bool own = participant != NULL && whose != NULL && strcmp(whose, participant) == 0;

		if (own)
			*duties |= DUTY_BELONG;
		for (size_t i = 0; i < sizeof duties_of_roles / sizeof *duties_of_roles; i++)
			if (strcmp(duties_of_roles[i].role, role) == 0 && (own || !duties_of_roles[i].bound))
				*duties |= duties_of_roles[i].duty;
	}
	return query_end(query, error);
}

enum err duty_require_review(struct database *db, const struct actor *actor, const char *participant, struct error *error)
{
	unsigned duties;
	enum err err = duty_of(db, actor, participant, &duties, error);

	if (err != ERR_OK)
		return err;
	if ((duties & DUTY_REVIEW) == 0)
		return error_set(error, ERR_DENIED, "%s", _("Only the secretariat may do this."));
	if ((duties & DUTY_BELONG) != 0)
		return error_set(error, ERR_DENIED, "%s",
			_("You belong to this participant, so somebody else of the secretariat has to do this."));
	return ERR_OK;
}

enum err duty_refused(struct database *db, const struct actor *actor, const char *action, int64_t round, const char *whose,
	const char *step, enum err err)
{
	char object[256] = "", detail[96];

	if (err != ERR_DENIED || database_in_transaction(db) || database_begin(db, NULL) != ERR_OK)
		return err;
	struct query *query = database_query(db, REPORTS_duty_round);
	query_int(query, "round", round);
	if (query_next(query))
		snprintf(object, sizeof object, "%s/%s%s%s", query_column_text(query, 0), query_column_text(query, 1),
			whose != NULL ? "/" : "", whose != NULL ? whose : "");
	snprintf(detail, sizeof detail, "{\"step\":\"%s\"}", step);
	if (query_end(query, NULL) != ERR_OK || audit_add(db, actor, action, object, detail, NULL) != ERR_OK
		|| database_commit(db, NULL) != ERR_OK)
		database_rollback(db);
	return err;
}

enum err duty_reviewers(struct database *db, struct arena *arena, const char *participant, struct duty_reviewers *reviewers,
	struct error *error)
{
	char today[CLOCK_DATE];
	struct query *query = database_query(db, REPORTS_duty_reviewers);

	clock_today(today);
	reviewers->count = 0;
	reviewers->names = arena_array(arena, REVIEWERS_MAX, sizeof *reviewers->names);
	query_text(query, "participant", participant);
	query_text(query, "today", today);
	while (reviewers->count < REVIEWERS_MAX && query_next(query))
		reviewers->names[reviewers->count++] = arena_strdup(arena, query_column_text(query, 0));
	return query_end(query, error);
}

const char *duty_reviewers_text(struct arena *arena, const struct duty_reviewers *reviewers)
{
	const char *names = "";

	if (reviewers->count == 0)
		return _("Nobody can review it now: whoever runs rounds belongs to it too. Ask the administrator to appoint a second reviewer,"
			" by giving the secretariat's role to a person of another participant or of none.");
	for (size_t i = 0; i < reviewers->count; i++)
		names = i == 0 ? reviewers->names[i] : i + 1 < reviewers->count ? arena_printf(arena, "%s, %s", names, reviewers->names[i])
			: arena_printf(arena, _("%s and %s"), names, reviewers->names[i]);
	return arena_printf(arena, _("It can be reviewed by %s."), names);
}
