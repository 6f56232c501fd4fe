/* indicator_trend: the indicator through time and beside official series; see indicator.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/chart.h"
#include "cgi/dashboard/figure_indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

enum err indicator_chain_read(struct request *request, const char *framework, const struct indicator *indicator, struct names *chain,
	struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_indicator_generations);
	struct { const char *code; int64_t generation; } found[24];
	int in_generation[25] = { 0 };
	size_t n = 0;

	*chain = (struct names){ .list = NULL };
	query_text(query, "framework", framework);
	query_text(query, "indicator", indicator->code);
	while (query_next(query)) {
		int64_t generation = query_column_int(query, 1);
		if (n == sizeof found / sizeof *found || generation < -12 || generation > 12)
			continue;
		found[n].code = arena_strdup(request->arena, query_column_text(query, 0));
		found[n++].generation = generation;
		in_generation[generation + 12]++;
	}
	int64_t from = 0, to = 0;
	while (from > -12 && in_generation[from - 1 + 12] == 1)
		from--;
	while (to < 12 && in_generation[to + 1 + 12] == 1)
		to++;
	for (size_t i = 0; i < n; i++)
		if (found[i].generation >= from && found[i].generation <= to) {
			chain->list = arena_grow(request->arena, chain->list, chain->count, sizeof *chain->list);
			chain->list[chain->count++] = (struct name){ .code = found[i].code, .title = found[i].generation < 0 ? "before" : "after" };
		}
	return query_end(query, error);
}

/* --- the table: a column for each period, a row for each government --- */

/* The moment that stands for its period and definition in the head: the first of its kind. In order of time, by insertion: there are few. */
static size_t read_columns(const struct moments *moments, const struct moment **columns)
{
	size_t n = 0;

	for (size_t i = 0; i < moments->count; i++) {
		const struct moment *moment = &moments->list[i];
		bool known = false;
		for (size_t j = 0; j < n && !known; j++)
			known = strcmp(columns[j]->period, moment->period) == 0 && strcmp(columns[j]->basis, moment->basis) == 0;
		if (known)
			continue;
		size_t place = n++;
		for (; place > 0 && columns[place - 1]->at > moment->at; place--)
			columns[place] = columns[place - 1];
		columns[place] = moment;
	}
	return n;
}

static void show_head(struct template_dict *table, const struct moment *column, bool breaks, bool chained)
{
	struct template_dict *head = template_section(table, K_TREND_HEAD);

	template_set(head, K_WHEN, column->period);
	template_set(head, K_CLASS, breaks ? "num break-before" : "num");
	if (chained)
		template_set(template_section(head, K_TREND_CODE), K_CODE, column->code);
	if (breaks)
		template_show(head, K_VALUE_BREAK);
}

static void show_table(struct request *request, struct template_dict *part, const struct moments *moments, const struct names *participants,
	const char *type, bool scored, bool chained)
{
	struct arena *arena = request->arena;
	const struct moment **columns = arena_array(arena, moments->count + 1, sizeof *columns);
	size_t n = read_columns(moments, columns);

	for (size_t i = 0; i < n; i++)
		show_head(part, columns[i], i > 0 && strcmp(columns[i]->basis, columns[i - 1]->basis) != 0, chained);
	for (size_t p = 0; p < participants->count; p++) {
		struct template_dict *row = NULL;
		for (size_t m = 0; m < moments->count && row == NULL; m++)
			if (strcmp(moments->list[m].participant, participants->list[p].code) == 0)
				row = template_section(part, K_TREND_ROW);
		if (row == NULL)
			continue;
		template_set(row, K_CODE, participants->list[p].code);
		template_set(row, K_TITLE, participants->list[p].title);
		for (size_t i = 0; i < n; i++) {
			const char *text = "–";
			for (size_t m = 0; m < moments->count; m++) {
				const struct moment *moment = &moments->list[m];
				if (strcmp(moment->participant, participants->list[p].code) == 0 && strcmp(moment->period, columns[i]->period) == 0
					&& strcmp(moment->basis, columns[i]->basis) == 0)
					text = figure_moment_text(arena, moment, type, scored);
			}
			template_set(template_section(row, K_TREND_VALUE), K_VALUE, text);
		}
	}
}

static bool any_value(const struct moments *moments)
{
	for (size_t i = 0; i < moments->count; i++)
		if (moments->list[i].absence == ABSENT_NOT)
			return true;
	return false;
}

enum err indicator_trends(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error)
{
	bool scored = indicator_is_banded(indicator->type, indicator->direction);
	struct moments moments = { .list = NULL };
	struct names participants, chain;
	enum err err = participants_read(request, &participants, error);

	if (err == ERR_OK)
		err = figure_moments_read(request, framework, indicator, scored, &moments, &chain, error);
	if (err != ERR_OK || !any_value(&moments))
		return err;
	struct template_dict *part = template_section(page, K_TRENDS);
	for (size_t i = 0; i < chain.count; i++) {
		struct template_dict *item = template_section(part, K_CHAIN);
		template_set(item, K_COMMA, i > 0 ? ", " : "");
		template_set(item, K_CODE, chain.list[i].code);
	}
	if (chain.count > 0)
		template_show(part, K_CHAINED);
	show_table(request, part, &moments, &participants, indicator->type, scored, chain.count > 0);
	const struct figure_ref ref = { .kind = "trend", .code = indicator->code };
	return figure_show(request, part, K_FIGURE_TREND, framework, &ref, error);
}

/* --- official series beside it --- */

/* The participants that the series has a value of: the table's columns. */
static enum err read_official_columns(struct request *request, const struct names *participants, const char *series, const char *dims,
	struct names *columns, struct error *error)
{
	struct query *query = database_query(request->db, SNAPSHOT_indicator_official);
	bool *there = arena_array(request->arena, participants->count + 1, sizeof *there);

	*columns = (struct names){ .list = NULL };
	query_text(query, "series", series);
	query_text(query, "dims", dims);
	while (query_next(query)) {
		size_t at = names_find(participants, query_column_text(query, 0));
		if (at < participants->count)
			there[at] = true;
	}
	for (size_t i = 0; i < participants->count; i++)
		if (there[i]) {
			columns->list = arena_grow(request->arena, columns->list, columns->count, sizeof *columns->list);
			columns->list[columns->count++] = participants->list[i];
		}
	return query_end(query, error);
}

static enum err show_series(struct request *request, struct template_dict *part, const struct names *participants, const char *series,
	const char *dims, bool *any, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_indicator_official);
	struct template_dict *row = NULL;
	const char **cells = arena_array(arena, participants->count + 1, sizeof *cells);
	const char *vintage = "";
	int64_t year = 0;

	*any = false;
	query_text(query, "series", series);
	query_text(query, "dims", dims);
	bool more = query_next(query);
	while (more) {
		if (row == NULL || query_column_int(query, 1) != year) {
			year = query_column_int(query, 1);
			row = template_section(part, K_SERIES_ROW);
			template_set_int(row, K_YEAR, year);
			memset(cells, 0, participants->count * sizeof *cells);
		}
		size_t at = names_find(participants, query_column_text(query, 0));
		if (at < participants->count)
			cells[at] = words_source(arena, arena_strdup(arena, query_column_text(query, 2)));
		vintage = arena_strdup(arena, query_column_text(query, 4));
		*any = true;
		more = query_next(query);
		if (!more || query_column_int(query, 1) != year)
			for (size_t i = 0; i < participants->count; i++)
				template_set(template_section(row, K_SERIES_CELL), K_TEXT, cells[i] != NULL ? cells[i] : "–");
	}
	template_set(part, K_VINTAGE, vintage);
	return query_end(query, error);
}

enum err indicator_official(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_indicator_series);
	struct { const char *series, *dims, *title, *number, *target; } list[16];
	struct names participants;
	struct dimensions dimensions;
	size_t n = 0;
	enum err err;

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator->code);
	query_int(query, "version", indicator->version);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		if (n == sizeof list / sizeof *list)
			continue;
		list[n].series = arena_strdup(arena, query_column_text(query, 0));
		list[n].dims = arena_strdup(arena, query_column_text(query, 1));
		list[n].title = arena_strdup(arena, query_column_text(query, 2));
		list[n].number = arena_strdup(arena, query_column_text(query, 3));
		list[n++].target = arena_strdup(arena, query_column_text(query, 4));
	}
	if ((err = query_end(query, error)) != ERR_OK || n == 0)
		return err;
	if ((err = participants_read(request, &participants, error)) != ERR_OK || (err = dimensions_read(request, &dimensions, error)) != ERR_OK)
		return err;
	struct template_dict *all = template_section(page, K_OFFICIAL);
	for (size_t i = 0; i < n && err == ERR_OK; i++) {
		struct template_dict *part = template_section(all, K_SERIES);
		bool any;
		if (i == 0)
			template_show(part, K_SERIES_OPEN);
		template_set(part, K_TITLE, list[i].title);
		template_set(part, K_CODE, list[i].series);
		template_set(part, K_NUMBER, list[i].number);
		template_set(part, K_DIMENSIONS, dimensions_text(arena, &dimensions, list[i].dims));
		if (list[i].target != NULL)
			template_set(template_section(part, K_SERIES_TARGET), K_TARGET_CODE, list[i].target);
		struct names columns;
		if ((err = read_official_columns(request, &participants, list[i].series, list[i].dims, &columns, error)) != ERR_OK)
			return err;
		for (size_t j = 0; j < columns.count; j++)
			template_set(template_section(part, K_SERIES_HEAD), K_TITLE, columns.list[j].title);
		err = show_series(request, part, &columns, list[i].series, list[i].dims, &any, error);
		template_show(part, any ? K_SERIES_FILLED : K_SERIES_EMPTY);
		const struct figure_ref ref = { .kind = "official", .code = list[i].series, .dims = list[i].dims };
		/* The first one is open: it has its chart beside the table. */
		if (err == ERR_OK && any && i == 0)
			err = figure_show(request, part, K_FIGURE_OFFICIAL, framework, &ref, error);
		else if (err == ERR_OK && any)
			figure_links(request, part, K_FIGURE_OFFICIAL, framework, &ref);
	}
	return err;
}
