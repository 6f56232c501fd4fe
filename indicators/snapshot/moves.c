/* moves: see moves.h. The statements are those of statements/moves.sql. */
#include "indicators/snapshot/moves.h"

#include "snapshot_statements.h"

/* The nearest round of the same framework and frequency, before `round` or behind it; SIZE_MAX where there is none. */
static size_t neighbour(const struct panel *panel, size_t round, bool before)
{
	const struct panel_framework *framework = &panel->frameworks[panel->rounds[round].framework];
	size_t end = framework->first_round + framework->round_count;

	for (size_t at = round; before ? at-- > framework->first_round : ++at < end;)
		if (panel->rounds[at].when.frequency == panel->rounds[round].when.frequency)
			return at;
	return SIZE_MAX;
}

MUST_USE static enum err clear(struct figures *figures, size_t statement, size_t round_place, const char *indicator, struct error *error)
{
	const struct panel_round *round = &figures->panel->rounds[round_place];
	struct query *query = database_query(figures->db, statement);

	query_text(query, "framework", figures->panel->frameworks[round->framework].code);
	query_text(query, "period", round->period);
	if (indicator != NULL)
		query_text(query, "indicator", indicator);
	return query_run(query, error);
}

MUST_USE static enum err put(struct figures *figures, size_t statement, size_t round_place, size_t before, const char *indicator,
	struct error *error)
{
	const struct panel_round *round = &figures->panel->rounds[round_place];
	const struct panel_framework *framework = &figures->panel->frameworks[round->framework];
	struct query *query = database_query(figures->db, statement);

	query_text(query, "framework", framework->code);
	query_text(query, "period", round->period);
	query_text(query, "since", figures->panel->rounds[before].period);
	query_int(query, "minimum", framework->minimum_reporting);
	if (indicator != NULL)
		query_text(query, "indicator", indicator);
	return query_run(query, error);
}

/* One round against the one before. `columns` are those of `of` that changed; NULL: all. */
MUST_USE static enum err write_round(struct figures *figures, size_t round_place, const bool *columns, const struct panel_round *of,
	struct error *error)
{
	const struct panel *panel = figures->panel;
	const struct panel_round *round = &panel->rounds[round_place];
	size_t before = neighbour(panel, round_place, true);
	enum err err = ERR_OK;

	if (before == SIZE_MAX)
		return ERR_OK;
	if (figures->touched != NULL)
		err = clear(figures, SNAPSHOT_clear_domain_moves, round_place, NULL, error);
	if (err == ERR_OK)
		err = put(figures, SNAPSHOT_put_domain_moves, round_place, before, NULL, error);
	for (size_t column = 0; err == ERR_OK && column < round->column_count; column++) {
		size_t code = panel->versions[round->columns[column]].code;
		const char *indicator = panel->frameworks[round->framework].codes[code];
		if (columns != NULL && (of->column_of[code] < 0 || !columns[of->column_of[code]]))
			continue;
		if (figures->touched != NULL)
			err = clear(figures, SNAPSHOT_clear_indicator_move, round_place, indicator, error);
		if (err == ERR_OK)
			err = put(figures, SNAPSHOT_put_indicator_move, round_place, before, indicator, error);
	}
	return err;
}

enum err moves_write(struct figures *figures, struct error *error)
{
	const struct panel *panel = figures->panel;
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < panel->round_count; i++) {
		if (figures->touched == NULL) {
			err = write_round(figures, i, NULL, NULL, error);
			continue;
		}
		const struct touched_round *touched = &figures->touched->rounds[i];
		size_t next = neighbour(panel, i, false);
		if (!touched->is)
			continue;
		err = write_round(figures, i, touched->columns, &panel->rounds[i], error);
		/* A round that came between two others is what the later one is told against now, in all that it asks. */
		if (err == ERR_OK && next != SIZE_MAX)
			err = write_round(figures, next, touched->added ? NULL : touched->columns, &panel->rounds[i], error);
	}
	return err;
}
