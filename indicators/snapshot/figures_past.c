/* figures_past: see figures_past.h. */
#include "indicators/snapshot/figures_past.h"

#include "indicators/methods/releases.h"
#include "snapshot_statements.h"

enum statistics_audience figures_past_audience(const struct panel *panel, const struct panel_round *round, const struct panel_past *past)
{
	const struct panel_answer *newest = panel_cell(panel, round, past->participant, past->column);

	return releases_audience(past->answer.audience, newest != NULL ? newest->audience : STATISTICS_MEMBERS);
}

/* The columns that name the answer. */
static void put_key(struct query *query, const struct panel *panel, const struct panel_round *round, size_t participant, size_t column)
{
	const struct panel_framework *framework = &panel->frameworks[round->framework];

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", framework->codes[panel->versions[round->columns[column]].code]);
	query_text(query, "period", round->period);
	query_text(query, "participant", panel->participants[participant]);
}

MUST_USE static enum err write_one(struct figures *figures, const struct panel_round *round, const struct panel_past *past,
	struct error *error)
{
	const struct panel_answer *answer = &past->answer;

	if (figures_past_audience(figures->panel, round, past) > figures->audience)
		return ERR_OK;
	struct query *query = database_query(figures->db, SNAPSHOT_put_answer_past);
	put_key(query, figures->panel, round, past->participant, past->column);
	query_int(query, "until", past->until);
	query_int(query, "since", answer->since);
	query_text(query, "status", panel_status_name(answer->status));
	query_real(query, "value", answer->value);
	query_real(query, "numerator", answer->numerator);
	query_real(query, "denominator", answer->denominator);
	query_real(query, "score", answer->score);
	query_text(query, "reason", answer->reason);
	query_text(query, "source", answer->source);
	query_text(query, "note", answer->note);
	return query_run(query, error);
}

enum err figures_past_write(struct figures *figures, size_t place, struct error *error)
{
	const struct panel_round *round = &figures->panel->rounds[place];
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < round->past_count; i++)
		err = write_one(figures, round, &round->past[i], error);
	return err;
}

enum err figures_past_replace(struct figures *figures, const struct touched_cell *cell, struct error *error)
{
	const struct panel_round *round = &figures->panel->rounds[cell->round];
	size_t first, end;

	panel_past_of(round, cell->column, &first, &end);
	struct query *query = database_query(figures->db, SNAPSHOT_clear_answer_past);
	put_key(query, figures->panel, round, cell->participant, cell->column);
	enum err err = query_run(query, error);
	for (size_t i = first; err == ERR_OK && i < end; i++)
		if (round->past[i].participant == cell->participant)
			err = write_one(figures, round, &round->past[i], error);
	return err;
}
