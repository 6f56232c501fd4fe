/* official_verdicts: see official_verdicts.h. */
#include "indicators/snapshot/official_verdicts.h"

#include <math.h>
#include <string.h>

#include "indicators/methods/verdicts.h"
#include "snapshot_statements.h"

/* --- which line stands for a series --- */

static bool is_total(const char *code, size_t length, const struct official_totals *totals)
{
	for (size_t i = 0; i < totals->count; i++)
		if (strncmp(totals->list[i], code, length) == 0 && totals->list[i][length] == '\0')
			return true;
	return false;
}

size_t official_depth(const char *dims, const struct official_totals *totals)
{
	static const char mark[] = "observation_status=";
	size_t depth = 0;

	for (const char *part = dims; *part != '\0';) {
		size_t length = strcspn(part, ";");
		depth += strncmp(part, mark, sizeof mark - 1) != 0 && !is_total(part, length, totals);
		part += length + (part[length] == ';');
	}
	return depth;
}

/* The end of the lines from `from` on that share its series, or its series and dims. */
static size_t end_of(const struct official_line *lines, size_t count, size_t from, bool dims)
{
	size_t end = from;

	while (end < count && lines[end].series == lines[from].series && (!dims || strcmp(lines[end].dims, lines[from].dims) == 0))
		end++;
	return end;
}

/* Whether a participant has an earlier claim in its series: the breakdown of most, or one no farther from a total. */
static bool is_outdone(const struct official_line *lines, size_t from, size_t end, size_t at, const char *main_dims)
{
	bool is_main = strcmp(lines[at].dims, main_dims) == 0;

	for (size_t i = from; i < end; i++) {
		if (i == at || strcmp(lines[i].participant, lines[at].participant) != 0)
			continue;
		if (strcmp(lines[i].dims, main_dims) == 0)
			return true;
		if (!is_main && (lines[i].depth < lines[at].depth || (lines[i].depth == lines[at].depth && i < at)))
			return true;
	}
	return false;
}

void official_headlines(struct official_line *lines, size_t count)
{
	for (size_t from = 0, end; from < count; from = end) {
		const char *main_dims = lines[from].dims;
		size_t depth = SIZE_MAX, most = 0;
		end = end_of(lines, count, from, false);
		for (size_t i = from, next; i < end; i = next) {
			next = end_of(lines, end, i, true);
			if (lines[i].depth > depth || (lines[i].depth == depth && next - i <= most))
				continue;
			depth = lines[i].depth;
			most = next - i;
			main_dims = lines[i].dims;
		}
		for (size_t i = from; i < end; i++)
			lines[i].headline = !is_outdone(lines, from, end, i, main_dims);
	}
}

/* --- into the files --- */

static void put_year(struct query *query, const char *name, int year)
{
	if (year == 0)
		query_null(query, name);
	else
		query_int(query, name, year);
}

MUST_USE static enum err put_line(struct database *snapshot, const struct official_line *line, struct error *error)
{
	const struct progress *progress = &line->progress;
	const struct progress_series *rules = &line->series->rules;
	struct query *query = database_query(snapshot, SNAPSHOT_put_progress);

	query_text(query, "series", line->series->code);
	query_text(query, "dims", line->dims);
	query_text(query, "participant", line->participant);
	put_year(query, "base_year", progress->base_year);
	query_real(query, "base_value", progress->base_value);
	put_year(query, "current_year", progress->current_year);
	query_real(query, "current_value", progress->current_value);
	query_text(query, "direction", score_direction_name(rules->direction));
	query_real(query, "target", rules->target);
	put_year(query, "target_year", progress->target_year);
	query_int(query, "method", isnan(rules->target) ? 1 : 2);
	query_real(query, "natural_c", progress->natural_c);
	query_real(query, "progress", progress->progress);
	query_text(query, "status", progress_status_name(progress->status));
	query_real(query, "score", progress->score);
	query_real(query, "un2023_cagr", progress->un2023_cagr);
	query_real(query, "un2023_ratio", progress->un2023_ratio);
	put_year(query, "un2023_class", progress->un2023_class);
	query_text(query, "reason", progress_reason_name(progress->reason));
	query_real(query, "growth", progress->growth);
	query_real(query, "growth_needed", progress->growth_needed);
	query_int(query, "zero_base", progress->zero_base);
	query_int(query, "zero_target", progress->zero_target);
	query_int(query, "un2023_guard", progress->un2023_guard);
	query_text(query, "difference", verdicts_difference_name(verdicts_compare(progress)));
	query_int(query, "headline", line->headline);
	query_int(query, "vintage", line->vintage);
	return query_run(query, error);
}

MUST_USE static enum err put_target(struct database *snapshot, const char *target, const char *participant,
	const struct progress_aggregate *together, struct error *error)
{
	struct query *query = database_query(snapshot, SNAPSHOT_put_target_progress);

	query_text(query, "target", target);
	query_text(query, "participant", participant);
	query_text(query, "status", progress_status_name(together->status));
	query_real(query, "score", together->score);
	query_int(query, "n_judged", together->n_judged);
	query_int(query, "n_series", together->n_series);
	return query_run(query, error);
}

/* The headlines of one target and participant, one for each judged series; a series without one is not available. The same thing is not
 * counted twice: what another series took the place of is left out. */
static size_t gather(const struct official_line *lines, size_t count, const struct official_series *series, size_t series_count,
	const char *target, const char *participant, struct progress *gathered)
{
	size_t n = 0;

	for (size_t s = 0; s < series_count; s++) {
		if (strcmp(series[s].target, target) != 0 || series[s].rules.direction == SCORE_NEUTRAL || series[s].superseded)
			continue;
		gathered[n] = (struct progress){ .status = PROGRESS_NOT_AVAILABLE, .score = NAN };
		for (size_t i = 0; i < count; i++)
			if (lines[i].headline && lines[i].series == &series[s] && strcmp(lines[i].participant, participant) == 0)
				gathered[n] = lines[i].progress;
		n++;
	}
	return n;
}

/* Whether an earlier line already spoke for the participant and target of line `at`. */
static bool is_done(const struct official_line *lines, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (lines[i].headline && lines[i].series->rules.direction != SCORE_NEUTRAL &&
			strcmp(lines[i].participant, lines[at].participant) == 0 && strcmp(lines[i].series->target, lines[at].series->target) == 0)
			return true;
	return false;
}

enum err official_verdicts_write(const struct official_line *lines, size_t count, const struct official_series *series,
	size_t series_count, struct database *const *snapshots, size_t snapshot_count, struct arena *arena, struct error *error)
{
	struct progress *gathered = arena_array(arena, series_count + 1, sizeof *gathered);
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < count; i++) {
		const struct official_line *line = &lines[i];
		for (size_t s = 0; err == ERR_OK && s < snapshot_count; s++)
			err = put_line(snapshots[s], line, error);
		if (err != ERR_OK || !line->headline || line->series->rules.direction == SCORE_NEUTRAL || is_done(lines, i))
			continue;
		struct progress_aggregate together;
		progress_aggregate(gathered, gather(lines, count, series, series_count, line->series->target, line->participant, gathered), &together);
		for (size_t s = 0; err == ERR_OK && s < snapshot_count; s++)
			err = put_target(snapshots[s], line->series->target, line->participant, &together, error);
	}
	return err;
}
