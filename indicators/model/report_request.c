/* report_request: see report_request.h. */
#include "indicators/model/report_request.h"

#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/methods/statistics.h"
#include "indicators/model/audit.h"
#include "indicators/model/duty.h"
#include "indicators/model/round.h"

#define REQUESTS_MAX 64 /* audiences times languages */

const char *report_file(struct arena *arena, const char *directory, const char *framework, const char *period, const char *audience,
	const char *language, const char *ending)
{
	return arena_printf(arena, "%s/%s-%s-%s-%s.%s", directory, framework, period, audience, language, ending);
}

MUST_USE static enum err check_asked(const struct round *round, const char *audience, const char *language, struct error *error)
{
	enum statistics_audience known;

	if (!statistics_audience_named(audience, &known))
		return error_set_field(error, ERR_INVALID, "audience", _("There is no audience %s; there are public, donors and members."), audience);
	if (i18n_known(language) == NULL)
		return error_set_field(error, ERR_INVALID, "lang", _("There is no language “%s” here."), language);
	if (round->releases == 0)
		return error_set(error, ERR_CONFLICT, "%s", _("This round has not been released yet. A report is made of what was released: release the round first."));
	return ERR_OK;
}

MUST_USE static enum err insert(struct database *db, const struct actor *actor, const struct round *round, const char *audience,
	const char *language, struct arena *arena, struct error *error)
{
	char now[CLOCK_TEXT];
	struct query *query = database_query(db, REPORTS_report_request_insert);

	clock_text(now);
	query_int(query, "round", round->id);
	query_text(query, "audience", audience);
	query_text(query, "lang", language);
	query_int(query, "asked_by", actor->person);
	query_text(query, "asked_at", now);
	enum err err = query_run(query, error);
	if (err != ERR_OK || database_changes(db) == 0)
		return err;
	return audit_add(db, actor, "report.ask", arena_printf(arena, "%s/%s", round->framework, round->period),
		arena_printf(arena, "{\"readers\":\"%s\",\"lang\":\"%s\"}", audience, language), error);
}

enum err report_request_add(struct database *db, const struct actor *actor, int64_t id, const char *audience, const char *language,
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct round round;
	enum err err = database_begin(db, error);

	if (err != ERR_OK)
		return err;
	err = duty_require_review(db, actor, NULL, error);
	if (err == ERR_OK)
		err = round_load(db, &arena, id, "en", &round, error);
	if (err == ERR_OK)
		err = check_asked(&round, audience, language, error);
	if (err == ERR_OK)
		err = insert(db, actor, &round, audience, language, &arena, error);
	err = database_end(db, err, error);
	arena_release(&arena);
	return err;
}

enum err report_request_list(struct database *db, struct arena *arena, int64_t round, struct report_requests *list, struct error *error)
{
	struct query *query = database_query(db, REPORTS_report_request_rows);
	char lost[CLOCK_TEXT];

	clock_text_in(-REPORT_REQUEST_LOST, lost);
	list->rows = arena_array(arena, REQUESTS_MAX, sizeof *list->rows);
	list->count = 0;
	query_int(query, "round", round);
	while (list->count < REQUESTS_MAX && query_next(query)) {
		struct report_request *request = &list->rows[list->count++];
		*request = (struct report_request){ .id = query_column_int(query, 0), .audience = arena_strdup(arena, query_column_text(query, 1)),
			.language = arena_strdup(arena, query_column_text(query, 2)), .by = arena_strdup(arena, query_column_text(query, 3)),
			.asked_at = arena_strdup(arena, query_column_text(query, 4)), .begun_at = arena_strdup(arena, query_column_text(query, 5)),
			.ended_at = arena_strdup(arena, query_column_text(query, 6)), .run = arena_strdup(arena, query_column_text(query, 7)),
			.problem = arena_strdup(arena, query_column_text(query, 8)), .ready_at = arena_strdup(arena, query_column_text(query, 9)) };
		request->lost = request->begun_at != NULL && request->ended_at == NULL && strcmp(request->begun_at, lost) < 0;
	}
	return query_end(query, error);
}

enum err report_request_waiting(struct database *db, int64_t *count, struct error *error)
{
	struct query *query = database_query(db, REPORTS_report_request_waiting);

	*count = query_next(query) ? query_column_int(query, 0) : 0;
	return query_end(query, error);
}

enum err report_request_take(struct database *db, struct arena *arena, struct report_request *request, struct error *error)
{
	struct query *query;
	char now[CLOCK_TEXT];
	enum err err = database_begin(db, error);

	*request = (struct report_request){ .id = 0 };
	if (err != ERR_OK)
		return err;
	query = database_query(db, REPORTS_report_request_oldest);
	if (query_next(query))
		*request = (struct report_request){ .id = query_column_int(query, 0), .framework = arena_strdup(arena, query_column_text(query, 1)),
			.period = arena_strdup(arena, query_column_text(query, 2)), .audience = arena_strdup(arena, query_column_text(query, 3)),
			.language = arena_strdup(arena, query_column_text(query, 4)) };
	err = query_end(query, error);
	if (err == ERR_OK && request->id != 0) {
		clock_text(now);
		query = database_query(db, REPORTS_report_request_begin);
		query_int(query, "id", request->id);
		query_text(query, "begun_at", now);
		err = query_run(query, error);
	}
	return database_end(db, err, error);
}

enum err report_request_end(struct database *db, int64_t id, const char *run, const char *problem, struct error *error)
{
	struct query *query;
	char now[CLOCK_TEXT];

	clock_text(now);
	query = database_query(db, REPORTS_report_request_end);
	query_int(query, "id", id);
	query_text(query, "ended_at", now);
	query_text(query, "run", run);
	query_text(query, "problem", problem);
	return query_run(query, error);
}
