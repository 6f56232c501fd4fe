/* update: see update.h. */
#include "indicators/snapshot/update.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/methods/compliance.h"
#include "indicators/methods/disclosure.h"
#include "indicators/methods/progress.h"
#include "indicators/snapshot/schema.h"
#include "snapshot_statements.h"

/* What a snapshot says about the run that made it. */
struct origin {
	char run[SUMMARISE_RUN];
	char audience[16];
	char methods[256];
	char participants[PANEL_DIGEST];
	char release[24], catalogue[24], vintage[24];
};

void update_methods(char *text, size_t size)
{
	snprintf(text, size, "score %d; regional statistics %d; compliance %d; SDG progress %d; disclosure control %d",
		SCORE_VERSION, STATISTICS_VERSION, COMPLIANCE_VERSION, PROGRESS_VERSION, DISCLOSURE_VERSION);
}

MUST_USE static enum err read_meta(struct database *snapshot, const char *key, char *value, size_t size, struct error *error)
{
	struct query *query = database_query(snapshot, SNAPSHOT_meta);

	value[0] = '\0';
	query_text(query, "key", key);
	if (query_next(query))
		snprintf(value, size, "%s", query_column_text(query, 0));
	return query_end(query, error);
}

MUST_USE static enum err read_origin(struct database *snapshot, struct origin *origin, struct error *error)
{
	int64_t application_id = 0;
	int64_t schema = 0;
	enum err err = database_identity(snapshot, &application_id, &schema, error);

	if (err == ERR_OK && (application_id != SNAPSHOT_APPLICATION_ID || schema != SNAPSHOT_SCHEMA))
		return error_set(error, ERR_SCHEMA, "%s", _("The snapshots are of another schema."));
	if (err == ERR_OK)
		err = read_meta(snapshot, "run", origin->run, sizeof origin->run, error);
	if (err == ERR_OK)
		err = read_meta(snapshot, "audience", origin->audience, sizeof origin->audience, error);
	if (err == ERR_OK)
		err = read_meta(snapshot, "methods", origin->methods, sizeof origin->methods, error);
	if (err == ERR_OK)
		err = read_meta(snapshot, "participants", origin->participants, sizeof origin->participants, error);
	if (err == ERR_OK)
		err = read_meta(snapshot, "release", origin->release, sizeof origin->release, error);
	if (err == ERR_OK)
		err = read_meta(snapshot, "catalogue", origin->catalogue, sizeof origin->catalogue, error);
	if (err == ERR_OK)
		err = read_meta(snapshot, "vintage", origin->vintage, sizeof origin->vintage, error);
	return err;
}

static bool is_number(const char *text, int64_t number)
{
	return *text != '\0' && strtoll(text, NULL, 10) == number;
}

/* Whether all three are of one run that this program and today's catalogue could have made. Opens them. */
static const char *compare_origins(const char *folder, const struct panel *panel, struct origin *origin,
	struct database *snapshots[static STATISTICS_AUDIENCES])
{
	char methods[256];

	update_methods(methods, sizeof methods);
	for (enum statistics_audience audience = STATISTICS_PUBLIC; audience < STATISTICS_AUDIENCES; audience++) {
		char path[PATH_MAX];
		struct origin found;
		snprintf(path, sizeof path, "%s/%s.db", folder, statistics_audience_name(audience));
		if (database_open(&snapshots[audience], path, DATABASE_IMMUTABLE, &snapshot_statements, NULL) != ERR_OK)
			return N_("There was none to build on, or it could not be read.");
		enum err err = read_origin(snapshots[audience], &found, NULL);
		if (err == ERR_SCHEMA)
			return N_("The snapshots are of another schema.");
		if (err != ERR_OK || strcmp(found.audience, statistics_audience_name(audience)) != 0)
			return N_("A snapshot is damaged or is not one.");
		if (audience != STATISTICS_PUBLIC && strcmp(found.run, origin->run) != 0)
			return N_("The snapshots are of different runs.");
		if (strcmp(found.methods, methods) != 0)
			return N_("A method has changed.");
		if (!is_number(found.catalogue, panel->generation))
			return N_("The catalogue has changed.");
		if (strcmp(found.participants, panel->participants_digest) != 0)
			return N_("The participants have changed.");
		*origin = found;
	}
	int64_t release = strtoll(origin->release, NULL, 10);
	int64_t vintage = strtoll(origin->vintage, NULL, 10);
	if (release > panel->release || vintage > panel->vintage)
		return N_("The snapshots are newer than reports.db, which was perhaps restored from a backup.");
	return NULL;
}

/* --- what was touched --- */

static const char carries_forward[] = N_("Answers are carried forward into later periods.");

static void touch_round(struct touched *touched, struct panel *panel, size_t round)
{
	struct touched_round *touch = &touched->rounds[round];

	if (touch->is)
		return;
	touch->is = true;
	touch->participants = arena_array(&panel->arena, panel->participant_count + 1, sizeof *touch->participants);
	touch->columns = arena_array(&panel->arena, panel->rounds[round].column_count + 1, sizeof *touch->columns);
}

MUST_USE static enum err touch_cell(struct touched *touched, size_t round, size_t participant, size_t column, struct error *error)
{
	size_t count = touched->cell_count;

	if ((count & (count - 1)) == 0) {
		struct touched_cell *grown = realloc(touched->cells, (count == 0 ? 1 : count * 2) * sizeof *grown);
		if (grown == NULL)
			return error_memory(error);
		touched->cells = grown;
	}
	touched->cells[touched->cell_count++] = (struct touched_cell){ .round = round, .participant = participant, .column = column };
	touched->rounds[round].participants[participant] = true;
	touched->rounds[round].columns[column] = true;
	return ERR_OK;
}

/* A round that the snapshots don't have yet: all its rows and columns; its cells as far as there are answers. */
MUST_USE static enum err touch_whole(struct update *update, struct panel *panel, struct database *reports, size_t place,
	struct error *error)
{
	const struct panel_round *round = &panel->rounds[place];
	struct touched *touched = &update->touched;
	enum err err = ERR_OK;

	if (panel->frameworks[round->framework].carry_forward) {
		update->why = carries_forward;
		return ERR_OK;
	}
	touch_round(touched, panel, place);
	touched->rounds[place].added = true;
	for (size_t column = 0; column < round->column_count; column++)
		touched->rounds[place].columns[column] = true;
	for (size_t p = 0; err == ERR_OK && p < panel->participant_count; p++) {
		touched->rounds[place].participants[p] = true;
		err = panel_load_row(panel, reports, place, p, error);
		for (size_t column = 0; err == ERR_OK && column < round->column_count; column++)
			if (panel_cell(panel, round, p, column) != NULL)
				err = touch_cell(touched, place, p, column, error);
	}
	return err;
}

/* Rounds that are new, changed what they ask, or had another release. */
MUST_USE static enum err compare_rounds(struct update *update, struct panel *panel, struct database *reports,
	struct database *members, struct error *error)
{
	struct query *query = database_query(members, SNAPSHOT_filed_periods);
	size_t place = 0;
	enum err err = ERR_OK;

	/* Both come by framework and period. */
	while (err == ERR_OK && update->why == NULL && query_next(query)) {
		const char *framework = query_column_text(query, 0);
		const char *period = query_column_text(query, 1);
		while (err == ERR_OK && update->why == NULL && place < panel->round_count &&
			(strcmp(panel->frameworks[panel->rounds[place].framework].code, framework) != 0 ||
				strcmp(panel->rounds[place].period, period) != 0))
			err = touch_whole(update, panel, reports, place++, error);
		if (err != ERR_OK || update->why != NULL)
			break;
		if (place == panel->round_count || strcmp(panel->rounds[place].roster, query_column_text(query, 4)) != 0) {
			update->why = N_("What a released round asks, or whom, has changed.");
			break;
		}
		if (panel->rounds[place].release != query_column_int(query, 2))
			touch_round(&update->touched, panel, place);
		place++;
	}
	while (err == ERR_OK && update->why == NULL && place < panel->round_count)
		err = touch_whole(update, panel, reports, place++, error);
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

/* Whether an audience that may not see the answer now could see it until now. */
MUST_USE static enum err is_narrowed(const struct panel *panel, const struct panel_round *round, size_t participant, size_t version,
	enum statistics_audience audience, struct database *const *snapshots, bool *is, struct error *error)
{
	const struct panel_framework *framework = &panel->frameworks[round->framework];
	enum err err = ERR_OK;

	*is = false;
	for (enum statistics_audience other = STATISTICS_PUBLIC; err == ERR_OK && !*is && other < audience; other++) {
		struct query *query = database_query(snapshots[other], SNAPSHOT_filed_answer);
		query_text(query, "framework", framework->code);
		query_text(query, "indicator", framework->codes[panel->versions[version].code]);
		query_text(query, "period", round->period);
		query_text(query, "participant", panel->participants[participant]);
		*is = query_next(query);
		err = query_end(query, error);
	}
	return err;
}

MUST_USE static enum err compare_answers(struct update *update, struct panel *panel, struct database *reports, int64_t release,
	struct database *const *snapshots, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_changed);
	enum err err = ERR_OK;

	query_int(query, "release", release);
	while (err == ERR_OK && update->why == NULL && query_next(query)) {
		size_t place = panel_round(panel, query_column_int(query, 0));
		size_t participant = panel_participant(panel, query_column_text(query, 1));
		size_t version = panel_version(panel, query_column_int(query, 2));
		enum statistics_audience audience = STATISTICS_MEMBERS;
		bool narrowed = false;
		if (place == SIZE_MAX || participant == SIZE_MAX || version == SIZE_MAX)
			continue;
		const struct panel_round *round = &panel->rounds[place];
		int column = panel->versions[version].framework == round->framework ? round->column_of[panel->versions[version].code] : -1;
		if (column < 0 || round->columns[column] != version || update->touched.rounds[place].added)
			continue;
		if (statistics_audience_named(query_column_text(query, 3), &audience))
			err = is_narrowed(panel, round, participant, version, audience, snapshots, &narrowed, error);
		if (err != ERR_OK) {
			break;
		} else if (panel->frameworks[round->framework].carry_forward) {
			update->why = carries_forward;
		} else if (narrowed) {
			/* Bytes of a row that left stay in a file that is only brought up to date. */
			update->why = N_("An answer that was released to more is now released to fewer.");
		} else {
			touch_round(&update->touched, panel, place);
			err = touch_cell(&update->touched, place, participant, (size_t)column, error);
		}
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

/* One column as one old snapshot has it. `audience` is whose snapshot it is; who sees more was asked before. */
MUST_USE static enum err load_column(struct database *old, enum statistics_audience audience, struct panel *panel, size_t place,
	size_t column, struct error *error)
{
	const struct panel_round *round = &panel->rounds[place];
	const struct panel_framework *framework = &panel->frameworks[round->framework];
	struct query *query = database_query(old, SNAPSHOT_filed_column);
	enum err err = ERR_OK;

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", framework->codes[panel->versions[round->columns[column]].code]);
	query_text(query, "period", round->period);
	while (err == ERR_OK && query_next(query)) {
		const struct panel_answer answer = {
			.audience = audience,
			.status = panel_status_named(query_column_text(query, 1)),
			.value = query_column_real(query, 2),
			.numerator = query_column_real(query, 3),
			.denominator = query_column_real(query, 4),
			.score = query_column_real(query, 5),
			.since = 1, /* or later, which panel_load_past finds out */
		};
		size_t participant = panel_participant(panel, query_column_text(query, 0));
		if (participant != SIZE_MAX)
			err = panel_put(panel, place, participant, column, &answer, error);
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

static void close_old(struct update *update)
{
	for (size_t i = 0; i < STATISTICS_AUDIENCES; i++) {
		database_close(update->old[i]);
		update->old[i] = NULL;
	}
}

enum err update_load(struct update *update, struct panel *panel, struct database *reports, struct error *error)
{
	const struct touched *touched = &update->touched;
	enum err err = ERR_OK;

	for (size_t round = 0; err == ERR_OK && round < panel->round_count; round++) {
		const struct touched_round *touch = &touched->rounds[round];
		if (!touch->is)
			continue;
		int64_t id = panel->rounds[round].id;
		if (touch->added) {
			err = panel_load_past(panel, reports, id, id, error);
			continue;
		}
		/* The rows first: the changed answers stand in them, and the old snapshots don't know those yet. */
		for (size_t p = 0; err == ERR_OK && p < panel->participant_count; p++)
			if (touch->participants[p])
				err = panel_load_row(panel, reports, round, p, error);
		for (size_t column = 0; err == ERR_OK && column < panel->rounds[round].column_count; column++)
			for (enum statistics_audience a = STATISTICS_PUBLIC; err == ERR_OK && touch->columns[column] && a < STATISTICS_AUDIENCES; a++)
				err = load_column(update->old[a], a, panel, round, column, error);
		if (err == ERR_OK)
			err = panel_load_past(panel, reports, id, id, error);
	}
	close_old(update);
	return err;
}

MUST_USE static enum err compare_practice(struct update *update, const struct panel *panel, const struct practice *practice, struct error *error)
{
	enum err err = ERR_OK;

	for (enum statistics_audience a = STATISTICS_PUBLIC; err == ERR_OK && update->why == NULL && a < STATISTICS_AUDIENCES; a++) {
		bool changed = false, lost = false;
		err = practice_compare(practice, panel, a, update->old[a], &changed, &lost, error);
		update->practice = update->practice || changed;
		if (lost)
			/* As with an answer: bytes of a row that left would stay in the file. */
			update->why = N_("Evidence that was shared is no longer shared.");
	}
	return err;
}

enum err update_plan(struct update *update, const char *folder, struct panel *panel, const struct practice *practice, struct database *reports,
	struct error *error)
{
	struct origin origin = { .run = "" };
	enum err err = ERR_OK;

	*update = (struct update){ .why = NULL };
	update->why = compare_origins(folder, panel, &origin, update->old);
	update->touched.rounds = arena_array(&panel->arena, panel->round_count + 1, sizeof *update->touched.rounds);
	if (update->why != NULL)
		return ERR_OK;
	memcpy(update->run, origin.run, sizeof update->run);
	update->official = !is_number(origin.vintage, panel->vintage);
	err = compare_rounds(update, panel, reports, update->old[STATISTICS_MEMBERS], error);
	if (err == ERR_OK && update->why == NULL)
		err = compare_answers(update, panel, reports, strtoll(origin.release, NULL, 10), update->old, error);
	if (err == ERR_OK)
		err = compare_practice(update, panel, practice, error);
	update->any = update->official || update->practice || !is_number(origin.release, panel->release);
	for (size_t i = 0; i < panel->round_count; i++)
		update->any = update->any || update->touched.rounds[i].is;
	return err;
}

void update_release(struct update *update)
{
	close_old(update);
	free(update->touched.cells);
	*update = (struct update){ .why = NULL };
}
