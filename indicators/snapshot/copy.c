/* copy: see copy.h. */
#include "indicators/snapshot/copy.h"

#include "snapshot_statements.h"

/* Every row that the query gives, into a statement of each snapshot. */
MUST_USE static enum err copy_query(struct query *query, struct database *const *snapshots, size_t count, size_t to, struct error *error)
{
	enum err err = ERR_OK;

	while (err == ERR_OK && query_next(query)) {
		for (size_t i = 0; err == ERR_OK && i < count; i++) {
			struct query *put = database_query(snapshots[i], to);
			query_row(put, query);
			err = query_run(put, error);
		}
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

enum err copy_rows(struct database *reports, size_t from, struct database *const *snapshots, size_t count, size_t to,
	struct error *error)
{
	return copy_query(database_query(reports, from), snapshots, count, to, error);
}

MUST_USE static enum err copy_members(const struct panel *panel, struct database *snapshot, struct error *error)
{
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < panel->participant_count; i++) {
		struct query *query = database_query(snapshot, SNAPSHOT_put_participant);
		query_text(query, "code", panel->participants[i]);
		query_int(query, "m49", panel->m49[i]);
		query_text(query, "status", panel->participant_status[i]);
		err = query_run(query, error);
	}
	for (size_t i = 0; err == ERR_OK && i < panel->framework_count; i++) {
		const struct panel_framework *framework = &panel->frameworks[i];
		struct query *query = database_query(snapshot, SNAPSHOT_put_framework);
		query_text(query, "code", framework->code);
		query_int(query, "position", framework->position);
		query_int(query, "minimum_reporting", framework->minimum_reporting);
		query_int(query, "carry_forward", framework->carry_forward);
		err = query_run(query, error);
	}
	return err;
}

enum err copy_catalogue(struct database *reports, const struct panel *panel, struct database *const *snapshots, size_t count,
	struct error *error)
{
	static const struct {
		enum reports_statement from;
		enum snapshot_statement to;
	} tables[] = {
		{ REPORTS_summary_copy_domain, SNAPSHOT_put_domain },
		{ REPORTS_summary_copy_breakdown, SNAPSHOT_put_breakdown },
		{ REPORTS_summary_copy_indicator, SNAPSHOT_put_indicator },
		{ REPORTS_summary_copy_criterion, SNAPSHOT_put_criterion },
		{ REPORTS_summary_copy_item, SNAPSHOT_put_item },
		{ REPORTS_summary_copy_sdg, SNAPSHOT_put_indicator_sdg },
		{ REPORTS_summary_copy_series_of_indicator, SNAPSHOT_put_indicator_series },
		{ REPORTS_summary_copy_replaces, SNAPSHOT_put_replaces },
		{ REPORTS_summary_copy_instrument, SNAPSHOT_put_instrument },
		{ REPORTS_summary_copy_goal, SNAPSHOT_put_goal },
		{ REPORTS_summary_copy_target, SNAPSHOT_put_target },
		{ REPORTS_summary_copy_series, SNAPSHOT_put_series },
		{ REPORTS_summary_copy_dimension_code, SNAPSHOT_put_dimension_code },
		{ REPORTS_summary_copy_text, SNAPSHOT_put_text },
	};
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < count; i++)
		err = copy_members(panel, snapshots[i], error);
	for (size_t i = 0; err == ERR_OK && i < sizeof tables / sizeof *tables; i++)
		err = copy_rows(reports, tables[i].from, snapshots, count, tables[i].to, error);
	return err;
}

MUST_USE static enum err copy_roster(const struct panel *panel, const struct panel_round *round, struct database *snapshot,
	struct error *error)
{
	const struct panel_framework *framework = &panel->frameworks[round->framework];
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < panel->participant_count; i++) {
		if (!round->expected[i])
			continue;
		struct query *query = database_query(snapshot, SNAPSHOT_put_expected);
		query_text_at(query, 1, framework->code);
		query_text_at(query, 2, round->period);
		query_text_at(query, 3, panel->participants[i]);
		err = query_run(query, error);
	}
	for (size_t i = 0; err == ERR_OK && i < round->column_count; i++) {
		const struct panel_version *version = &panel->versions[round->columns[i]];
		struct query *query = database_query(snapshot, SNAPSHOT_put_questionnaire);
		query_text_at(query, 1, framework->code);
		query_text_at(query, 2, round->period);
		query_text_at(query, 3, framework->codes[version->code]);
		query_int_at(query, 4, version->number);
		err = query_run(query, error);
	}
	return err;
}

MUST_USE static enum err copy_releases(struct database *reports, const struct panel_round *round, struct database *const *snapshots,
	size_t count, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_releases);

	query_int(query, "round", round->id);
	return copy_query(query, snapshots, count, SNAPSHOT_put_release, error);
}

enum err copy_round(struct database *reports, const struct panel *panel, size_t place, bool added, struct database *const *snapshots,
	size_t count, struct error *error)
{
	const struct panel_round *round = &panel->rounds[place];
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < count; i++) {
		struct query *query = database_query(snapshots[i], SNAPSHOT_put_period);
		query_text(query, "framework", panel->frameworks[round->framework].code);
		query_text(query, "period", round->period);
		query_int(query, "release", round->release);
		query_text(query, "released_at", round->released_at);
		query_int(query, "n_expected", round->expected_count);
		query_text(query, "basis", round->basis);
		query_text(query, "roster", round->roster);
		err = query_run(query, error);
		if (err == ERR_OK && added)
			err = copy_roster(panel, round, snapshots[i], error);
	}
	return err != ERR_OK ? err : copy_releases(reports, round, snapshots, count, error);
}
