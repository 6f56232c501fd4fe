/* duty: see duty.h. */
#include "indicators/model/duty.h"

#include <stddef.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"

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
