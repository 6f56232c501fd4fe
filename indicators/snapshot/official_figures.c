/* official_figures: see official_figures.h. */
#include "indicators/snapshot/official_figures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/arena.h"
#include "indicators/base/number.h"
#include "indicators/snapshot/copy.h"
#include "indicators/snapshot/official_verdicts.h"
#include "reports_statements.h"
#include "snapshot_statements.h"

/* A second value for one point of a vintage. */
struct conflict {
	int64_t vintage;
	char *series, *dims, *participant;
	struct progress_point point;
};

/* One series of one participant, as its rows come. */
struct line {
	char *series, *dims, *participant;
	int64_t vintage;
	struct progress_point *points;
	size_t count, room;
};

struct official {
	struct arena arena;
	struct official_series *series;
	size_t series_count;
	struct conflict *conflicts;
	size_t conflict_count;
	struct official_totals totals;
	struct line line;
	struct official_line *lines;
	size_t line_count, line_room;
	struct database *const *snapshots;
	size_t snapshot_count;
};

MUST_USE static enum err read_series(struct official *official, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_copy_series);
	enum err err = ERR_OK;

	while (err == ERR_OK && query_next(query)) {
		struct official_series *grown = realloc(official->series, (official->series_count + 1) * sizeof *grown);
		if (grown == NULL) {
			err = error_memory(error);
			break;
		}
		official->series = grown;
		struct official_series *series = &official->series[official->series_count];
		*series = (struct official_series){ .code = arena_strdup(&official->arena, query_column_text(query, 0)),
			.target = arena_strdup(&official->arena, query_column_text(query, 2)),
			.superseded = !query_column_is_null(query, 9),
			.rules = { .target = query_column_real(query, 5), .target_year = (int)query_column_int(query, 6),
				.limit = query_column_real(query, 7), .base_year = (int)query_column_int(query, 8) } };
		if (score_direction_named(query_column_text(query, 4), &series->rules.direction))
			official->series_count++;
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

MUST_USE static enum err read_conflicts(struct official *official, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_conflicts);
	enum err err = ERR_OK;

	while (err == ERR_OK && query_next(query)) {
		struct conflict *grown = realloc(official->conflicts, (official->conflict_count + 1) * sizeof *grown);
		if (grown == NULL) {
			err = error_memory(error);
			break;
		}
		official->conflicts = grown;
		struct conflict *conflict = &official->conflicts[official->conflict_count++];
		*conflict = (struct conflict){ .vintage = query_column_int(query, 0),
			.series = arena_strdup(&official->arena, query_column_text(query, 1)),
			.dims = arena_strdup(&official->arena, query_column_text(query, 2)),
			.participant = arena_strdup(&official->arena, query_column_text(query, 3)),
			.point = { .year = (int)query_column_int(query, 4), .value = NAN } };
		double value;
		if (number_parse(query_column_text(query, 5), &value))
			conflict->point.value = value;
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

MUST_USE static enum err read_totals(struct official *official, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_copy_dimension_code);
	enum err err = ERR_OK;

	while (err == ERR_OK && query_next(query)) {
		if (query_column_int(query, 3) == 0)
			continue;
		char **grown = realloc(official->totals.list, (official->totals.count + 1) * sizeof *grown);
		if (grown == NULL) {
			err = error_memory(error);
			break;
		}
		official->totals.list = grown;
		grown[official->totals.count++] = arena_printf(&official->arena, "%s=%s", query_column_text(query, 0), query_column_text(query, 1));
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

MUST_USE static enum err add_point(struct line *line, struct progress_point point, struct error *error)
{
	if (line->count == line->room) {
		size_t room = line->room == 0 ? 64 : line->room * 2;
		struct progress_point *grown = realloc(line->points, room * sizeof *grown);
		if (grown == NULL)
			return error_memory(error);
		line->points = grown;
		line->room = room;
	}
	line->points[line->count++] = point;
	return ERR_OK;
}

MUST_USE static enum err add_line(struct official *official, const struct official_series *series, struct error *error)
{
	const struct line *line = &official->line;

	if (official->line_count == official->line_room) {
		size_t room = official->line_room == 0 ? 256 : official->line_room * 2;
		struct official_line *grown = realloc(official->lines, room * sizeof *grown);
		if (grown == NULL)
			return error_memory(error);
		official->lines = grown;
		official->line_room = room;
	}
	struct official_line *judged = &official->lines[official->line_count++];
	*judged = (struct official_line){ .series = series, .dims = line->dims, .participant = line->participant, .vintage = line->vintage,
		.depth = official_depth(line->dims, &official->totals) };
	progress_compute(line->points, line->count, &series->rules, &judged->progress);
	return ERR_OK;
}

/* The line is whole: judges it and begins an empty one. */
MUST_USE static enum err end_line(struct official *official, struct error *error)
{
	struct line *line = &official->line;
	const struct official_series *series = NULL;
	enum err err = ERR_OK;

	if (line->series == NULL)
		return ERR_OK;
	for (size_t i = 0; i < official->series_count && series == NULL; i++)
		if (strcmp(official->series[i].code, line->series) == 0)
			series = &official->series[i];
	for (size_t i = 0; err == ERR_OK && series != NULL && i < official->conflict_count; i++) {
		const struct conflict *conflict = &official->conflicts[i];
		if (conflict->vintage == line->vintage && strcmp(conflict->series, line->series) == 0 &&
			strcmp(conflict->dims, line->dims) == 0 && strcmp(conflict->participant, line->participant) == 0)
			err = add_point(line, conflict->point, error);
	}
	if (err == ERR_OK && series != NULL)
		err = add_line(official, series, error);
	line->count = 0;
	line->series = NULL;
	return err;
}

MUST_USE static enum err write_values(struct official *official, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_official);
	struct line *line = &official->line;
	enum err err = ERR_OK;

	while (err == ERR_OK && query_next(query)) {
		const char *series = query_column_text(query, 0);
		const char *dims = query_column_text(query, 1);
		const char *participant = query_column_text(query, 2);
		if (line->series == NULL || strcmp(line->series, series) != 0 || strcmp(line->dims, dims) != 0 ||
			strcmp(line->participant, participant) != 0) {
			err = end_line(official, error);
			line->series = arena_strdup(&official->arena, series);
			line->dims = arena_strdup(&official->arena, dims);
			line->participant = arena_strdup(&official->arena, participant);
			line->vintage = query_column_int(query, 8);
		}
		if (err == ERR_OK)
			err = add_point(line, (struct progress_point){ .year = (int)query_column_int(query, 3),
				.value = query_column_real(query, 4) }, error);
		for (size_t i = 0; err == ERR_OK && i < official->snapshot_count; i++) {
			struct query *put = database_query(official->snapshots[i], SNAPSHOT_put_official);
			query_row(put, query);
			err = query_run(put, error);
		}
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	if (err == ERR_OK)
		err = end;
	return err == ERR_OK ? end_line(official, error) : err;
}

MUST_USE static enum err clear(struct database *snapshot, struct error *error)
{
	static const enum snapshot_statement statements[] = { SNAPSHOT_clear_vintage, SNAPSHOT_clear_official,
		SNAPSHOT_clear_revision, SNAPSHOT_clear_progress, SNAPSHOT_clear_target_progress };
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < sizeof statements / sizeof *statements; i++)
		err = query_run(database_query(snapshot, statements[i]), error);
	return err;
}

enum err official_figures_write(struct database *reports, struct database *const *snapshots, size_t count, struct error *error)
{
	struct official official = { .arena = ARENA_INIT, .snapshots = snapshots, .snapshot_count = count };
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < count; i++)
		err = clear(snapshots[i], error);
	if (err == ERR_OK)
		err = copy_rows(reports, REPORTS_summary_copy_vintage, snapshots, count, SNAPSHOT_put_vintage, error);
	if (err == ERR_OK)
		err = copy_rows(reports, REPORTS_summary_revisions, snapshots, count, SNAPSHOT_put_revision, error);
	if (err == ERR_OK)
		err = read_series(&official, reports, error);
	if (err == ERR_OK)
		err = read_conflicts(&official, reports, error);
	if (err == ERR_OK)
		err = read_totals(&official, reports, error);
	if (err == ERR_OK)
		err = write_values(&official, reports, error);
	if (err == ERR_OK) {
		official_headlines(official.lines, official.line_count);
		err = official_verdicts_write(official.lines, official.line_count, official.series, official.series_count, snapshots, count,
			&official.arena, error);
	}
	free(official.lines);
	free(official.totals.list);
	free(official.series);
	free(official.conflicts);
	free(official.line.points);
	arena_release(&official.arena);
	return err;
}
