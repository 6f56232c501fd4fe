/* sdg_entry: the official series of a target, a short entry each; all of a series stands on its own page (page_series.c). See sdg.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/sdg.h"
#include "cgi/dashboard/series.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

/* What is read once for all entries. */
struct shelf {
	const struct sdg_view *view;
	struct dimensions dimensions;
	struct names revised;  /* series → how many values of its history, in words */
};

static enum err read_revised(struct request *request, const char *target, struct names *revised, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_sdg_revision_counts);

	query_text(query, "target", target);
	while (query_next(query)) {
		unsigned long n = (unsigned long)query_column_int(query, 1);
		revised->list = arena_grow(request->arena, revised->list, revised->count, sizeof *revised->list);
		revised->list[revised->count++] = (struct name){ .code = arena_strdup(request->arena, query_column_text(query, 0)),
			.title = arena_printf(request->arena, i18n_plural("%lu value of its history changed by the source since the vintage before",
				"%lu values of its history changed by the source since the vintage before", n), n) };
	}
	return query_end(query, error);
}

/* One line for each government in one drawing; none where there are fewer than two values. */
static void show_chart(struct request *request, struct template_dict *entry, const struct shelf *shelf, const struct series *series,
	const struct series_values *values, const char *dims)
{
	struct arena *arena = request->arena;
	const struct names *participants = &shelf->view->participants;
	struct chart_line *lines = arena_array(arena, participants->count + 1, sizeof *lines);
	struct chart_lines chart = { .size = CHART_NARROW, .quiet = true, .lines = lines, .title = arena_printf(arena, "%s (%s)", series->title, series->unit),
		.description = "", .goal = series_goal(arena, series) };
	size_t total = 0;

	for (size_t p = 0; p < participants->count; p++) {
		struct chart_point *points = arena_array(arena, values->count + 1, sizeof *points);
		size_t n = series_points(arena, values, dims, participants->list[p].code, points);
		if (n == 0)
			continue;
		total += n;
		lines[chart.count++] = (struct chart_line){ .points = points, .count = n, .style = (int)(p % 8), .label = participants->list[p].code };
		chart.description = arena_printf(arena, "%s%s%s: %s", chart.description, *chart.description != '\0' ? " " : "", participants->list[p].title,
			n == 1 ? arena_printf(arena, _("%s in %s."), points[0].text, points[0].when) :
			arena_printf(arena, _("%s in %s, %s in %s."), points[0].text, points[0].when, points[n - 1].text, points[n - 1].when));
	}
	if (total < 2)
		return;
	if (chart.goal != NULL)
		chart.description = arena_printf(arena, "%s %s", chart.description, chart.goal->text);
	chart_lines(template_section(entry, K_CHART_ITEM), K_CHART, arena, &chart);
}

static void show_standing(struct request *request, struct template_dict *entry, const struct shelf *shelf, const struct series *series, const char *dims)
{
	struct arena *arena = request->arena;
	const struct sdg_line *line = sdg_line_of(&shelf->view->lines, series->code);

	for (size_t i = 0; line != NULL && i < shelf->view->participants.count; i++) {
		const struct sdg_verdict *verdict = &line->verdicts[i];
		const struct name *participant = &shelf->view->participants.list[i];
		if (!verdict->there)
			continue;
		struct template_dict *row = template_section(entry, K_PROGRESS_ROW);
		template_set(row, K_CODE, participant->code);
		template_set(row, K_TITLE, participant->title);
		if (strcmp(verdict->dims, dims) != 0)
			template_set(template_section(row, K_OTHER_DIMENSIONS), K_TEXT, dimensions_text(arena, &shelf->dimensions, verdict->dims));
		if (verdict->text != NULL)
			template_printf(row, K_VALUE, "%s (%lld)", words_source(arena, verdict->text), (long long)verdict->year);
		else
			template_set(row, K_VALUE, "–");
		if (verdict->neutral)
			continue;
		template_set(template_section(row, K_VERDICT_GIVEN), K_VERDICT_LINE, sdg_verdict_line(arena, verdict));
		if (*verdict->difference != '\0')
			template_printf(template_section(row, K_DIFFERS), K_HREF, "%s#why-%s",
				series_href(request, shelf->view->framework, series->target, series->code), participant->code);
	}
}

static enum err show_entry(struct request *request, struct template_dict *page, const struct shelf *shelf, const struct series *series,
	struct error *error)
{
	struct template_dict *entry = template_section(page, K_SERIES);
	struct series_values values;
	struct names breakdowns;
	enum err err = series_values_read(request, series->code, &values, error);

	series_show(request, entry, shelf->view->framework, series);
	if (err != ERR_OK)
		return err;
	series_breakdowns(request->arena, &shelf->dimensions, &values, sdg_main_dims(shelf->view, series->code), &breakdowns);
	if (breakdowns.count == 0) {
		template_show(entry, K_SERIES_EMPTY);
		return ERR_OK;
	}
	const struct name *main = &breakdowns.list[0];
	struct template_dict *source = template_section(entry, K_MAIN_TABLE);
	if (*main->title != '\0')
		template_set(template_section(source, K_BREAKDOWN), K_DIMENSIONS, main->title);
	for (size_t i = 0; i < values.count; i++)
		if (values.list[i].dims == main->code) {
			template_set(source, K_VINTAGE, values.list[i].vintage);
			break;
		}
	if (breakdowns.count > 1)
		template_printf(template_section(source, K_BREAKDOWNS), K_TEXT, i18n_plural("%lu breakdown", "%lu breakdowns",
			(unsigned long)(breakdowns.count - 1)), (unsigned long)(breakdowns.count - 1));
	size_t at = names_find(&shelf->revised, series->code);
	if (at < shelf->revised.count)
		template_set(template_section(source, K_REVISIONS), K_TEXT, shelf->revised.list[at].title);
	show_chart(request, entry, shelf, series, &values, main->code);
	show_standing(request, entry, shelf, series, main->code);
	return ERR_OK;
}

enum err sdg_entries(struct request *request, struct template_dict *page, const struct sdg_view *view, const char *target, struct error *error)
{
	struct shelf shelf = { .view = view };
	struct series_list all;
	bool victims = false, other = false;
	enum err err = series_read(request, target, NULL, &all, error);

	if (err == ERR_OK)
		err = dimensions_read(request, &shelf.dimensions, error);
	if (err == ERR_OK)
		err = read_revised(request, target, &shelf.revised, error);
	for (size_t i = 0; err == ERR_OK && i < all.count; i++) {
		victims |= series_counts_victims(&all.list[i]);
		other |= all.list[i].neutral && !series_counts_victims(&all.list[i]);
		err = show_entry(request, page, &shelf, &all.list[i], error);
	}
	/* Said once, not in each entry. */
	if (victims)
		template_show(page, K_NEUTRAL_VICTIMS);
	if (other)
		template_show(page, K_NEUTRAL_OTHER);
	if (all.count == 0)
		template_show(page, K_NO_SERIES);
	return err;
}
