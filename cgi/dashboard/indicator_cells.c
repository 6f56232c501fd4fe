/* indicator_cells: the breakdowns of an indicator in one period, one table for each dimension; see indicator.h. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/explain.h"
#include "cgi/dashboard/indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"
#include "indicators/base/number.h"

/* Columns of the statement indicator_cells. */
enum { CELL_DIMENSION, CELL_CATEGORY, CELL_PARTICIPANT, CELL_TITLE, CELL_VALUE, CELL_STATUS, CELL_SHARE, CELL_TOTAL };

/* How many periods besides the chosen one are shown. */
#define OTHERS_MOST 5

/* A column of a table. */
struct category {
	const char *dimension, *category;
};

struct categories {
	struct category *list;
	size_t count;
};

static struct query *ask(struct request *request, size_t statement, const struct framework *framework, const struct indicator *indicator,
	const char *period)
{
	struct query *query = database_query(request->db, statement);

	query_text(query, "framework", framework->code);
	query_text(query, "indicator", indicator->code);
	query_text(query, "period", period);
	return query;
}

static enum err read_categories(struct request *request, struct query *query, struct categories *categories, struct error *error)
{
	*categories = (struct categories){ .list = NULL };
	while (query_next(query)) {
		categories->list = arena_grow(request->arena, categories->list, categories->count, sizeof *categories->list);
		categories->list[categories->count++] = (struct category){
			.dimension = arena_strdup(request->arena, query_column_text(query, 0)),
			.category = arena_strdup(request->arena, query_column_text(query, 1)),
		};
	}
	return query_end(query, error);
}

static const char *or_code(const char *text, const char *code)
{
	return *text != '\0' ? text : code;
}

static const char *category_title(const struct category *category, const struct texts *texts)
{
	return or_code(texts_getf(texts, "dimension.%s.%s", category->dimension, category->category), category->category);
}

/* The table's head; `first` is the dimension's place in the list, the place after its last one is returned. */
static size_t begin_table(struct template_dict *part, const struct categories *categories, size_t first, const struct texts *texts,
	struct template_dict **table)
{
	const char *dimension = categories->list[first].dimension;
	size_t end = first;

	*table = template_section(part, K_BREAKDOWN);
	template_set(*table, K_TITLE, or_code(texts_getf(texts, "dimension.%s", dimension), dimension));
	for (; end < categories->count && strcmp(categories->list[end].dimension, dimension) == 0; end++)
		template_set(template_section(*table, K_CATEGORY), K_TITLE, category_title(&categories->list[end], texts));
	return end;
}

/* What is shown of a part; share NaN: none. */
static void show_cell(struct request *request, struct template_dict *row, const char *title, const char *status, double value, double share)
{
	struct template_dict *cell = template_section(row, K_CELL);

	template_set(cell, K_LABEL, title);
	if (strcmp(status, "shown") == 0) {
		struct template_dict *shown = template_section(cell, K_CELL_SHOWN);
		template_set(shown, K_TEXT, words_number(request->arena, value, 0));
		if (isnan(share))
			return;
		struct template_dict *part = template_section(shown, K_SHARE);
		template_set(part, K_TEXT, words_value(request->arena, "percent", number_round_half_even(share, 0)));
		template_set_coordinate(part, K_WIDTH, share > 100 ? 100 : share);
	} else if (strcmp(status, "missing") == 0) {
		template_set(template_section(cell, K_CELL_MISSING), K_TEXT, _("not given"));
	} else {
		template_set(template_section(cell, K_CELL_HIDDEN), K_TEXT, strcmp(status, "suppressed") == 0 ? _("suppressed") : _("withheld"));
	}
}

static void show_missing(struct request *request, struct template_dict *row, const struct categories *categories, const struct texts *texts,
	size_t from, size_t to)
{
	for (; row != NULL && from < to; from++)
		show_cell(request, row, category_title(&categories->list[from], texts), "missing", 0, NAN);
}

/* Rows come by dimension, participant and category, in the order of the columns. */
static void show_rows(struct request *request, struct template_dict *part, struct query *query, const struct categories *categories,
	const struct texts *texts)
{
	struct template_dict *table = NULL, *row = NULL;
	size_t first = 0, end = 0, column = 0; /* of the dimension; the next cell's */
	const char *participant = "";

	while (query_next(query)) {
		bool next = end == 0 || strcmp(categories->list[first].dimension, query_column_text(query, CELL_DIMENSION)) != 0;
		if (next || strcmp(participant, query_column_text(query, CELL_PARTICIPANT)) != 0) {
			show_missing(request, row, categories, texts, column, end);
			if (next) {
				first = end;
				end = begin_table(part, categories, first, texts, &table);
			}
			row = template_section(table, K_BREAKDOWN_ROW);
			participant = arena_strdup(request->arena, query_column_text(query, CELL_PARTICIPANT));
			template_set(row, K_CODE, participant);
			template_set(row, K_TITLE, query_column_text(query, CELL_TITLE));
			template_set(row, K_TOTAL, words_number(request->arena, query_column_real(query, CELL_TOTAL), 0));
			column = first;
		}
		size_t place = column;
		while (place < end && strcmp(categories->list[place].category, query_column_text(query, CELL_CATEGORY)) != 0)
			place++;
		if (place == end)
			continue;
		show_missing(request, row, categories, texts, column, place);
		show_cell(request, row, category_title(&categories->list[place], texts), query_column_text(query, CELL_STATUS), query_column_real(query, CELL_VALUE),
			query_column_real(query, CELL_SHARE));
		column = place + 1;
	}
	show_missing(request, row, categories, texts, column, end);
}

/* One period's tables at `section` of the page; *part is NULL where there are none. */
static enum err show_period(struct request *request, struct template_dict *page, enum template_key section, const struct framework *framework,
	const struct indicator *indicator, const struct texts *texts, const char *period, struct template_dict **part, struct error *error)
{
	struct categories categories;
	enum err err = read_categories(request, ask(request, SNAPSHOT_indicator_categories, framework, indicator, period), &categories, error);

	*part = NULL;
	if (err != ERR_OK || categories.count == 0)
		return err;
	*part = template_section(page, section);
	template_set(*part, K_PERIOD, period);
	struct query *query = ask(request, SNAPSHOT_indicator_cells, framework, indicator, period);
	query_text(query, "lang", request->language);
	show_rows(request, *part, query, &categories, texts);
	return query_end(query, error);
}

enum err indicator_cells(struct request *request, struct template_dict *page, const struct framework *framework,
	const struct indicator *indicator, const struct periods *periods, size_t period, struct error *error)
{
	struct template_dict *part, *other;
	struct texts texts;
	const char *code = periods->list[period].code;
	size_t others = 0;
	enum err err = texts_read(request, "framework", framework->code, &texts, error);

	if (err == ERR_OK)
		err = show_period(request, page, K_BREAKDOWNS, framework, indicator, &texts, code, &part, error);
	if (err != ERR_OK || part == NULL)
		return err;
	template_set(part, K_EXPLAIN_HREF, explain_breakdown_href(request, framework->code, indicator->code, code));
	for (size_t i = periods->count; err == ERR_OK && i-- > 0 && others < OTHERS_MOST;) {
		if (i == period)
			continue;
		err = show_period(request, part, K_BREAKDOWN_OTHER, framework, indicator, &texts, periods->list[i].code, &other, error);
		others += other != NULL;
	}
	if (others > 0)
		template_show(part, K_OTHERS_HEAD);
	return err;
}
