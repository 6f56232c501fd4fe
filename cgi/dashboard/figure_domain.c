/* figure_domain: scores of domains: one through time, all of them by participants, or all of one participant. */
#include <math.h>
#include <string.h>

#include "cgi/dashboard/figure_indicator.h"
#include "cgi/dashboard/words.h"
#include "indicators/base/i18n.h"

#define ALL "all" /* the code in addresses for all domains together */

static const char *why_none(struct arena *arena, int64_t scored, int64_t possible)
{
	return scored > 0 ? arena_printf(arena, _("too few answers: %lld of %lld"), (long long)scored, (long long)possible) : _("no data");
}

/* --- one domain through time --- */

struct domain_rows {
	struct chart_point *own, *region; /* by participant, then period: those of participant p begin at p * periods */
	size_t *count;
	const char **bases;               /* by period */
	bool *breaks;
};

static enum err read_rows(struct request *request, const struct framework *framework, const char *domain, const struct names *participants,
	const struct periods *periods, struct domain_rows *rows, struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_figure_domain);
	size_t all = participants->count * periods->count + 1;

	rows->own = arena_array(arena, all, sizeof *rows->own);
	rows->region = arena_array(arena, all, sizeof *rows->region);
	rows->count = arena_array(arena, participants->count + 1, sizeof *rows->count);
	query_text(query, "framework", framework->code);
	query_text(query, "domain", domain);
	const char *basis = "";
	while (query_next(query)) {
		size_t p = names_find(participants, query_column_text(query, 0)), period = periods_find(periods, query_column_text(query, 1));
		if (p == participants->count || period == periods->count || rows->count[p] == periods->count)
			continue;
		size_t at = p * periods->count + rows->count[p];
		double score = query_column_real(query, 2), median = query_column_real(query, 5);
		rows->own[at] = (struct chart_point){ .at = chart_time(periods->list[period].code), .value = score, .low = query_column_real(query, 6),
			.high = query_column_real(query, 7), .when = periods->list[period].code, .breaks = rows->count[p] > 0 && strcmp(basis, query_column_text(query, 8)) != 0,
			.absence = isnan(score) ? ABSENT_UNKNOWN : ABSENT_NOT,
			.text = isnan(score) ? why_none(arena, query_column_int(query, 3), query_column_int(query, 4)) : words_number(arena, score, 0) };
		rows->region[at] = rows->own[at];
		rows->region[at].value = median;
		rows->region[at].low = rows->region[at].high = NAN;
		rows->region[at].absence = ABSENT_NOT;
		rows->region[at].text = words_number(arena, median, 0);
		basis = arena_strdup(arena, query_column_text(query, 8));
		rows->count[p]++;
	}
	return query_end(query, error);
}

static void fill_panels(struct request *request, struct figure *figure, const struct names *shown, const struct names *participants,
	const struct periods *periods, const struct domain_rows *rows)
{
	struct arena *arena = request->arena;
	const char *description = _("The area is the region’s spread, the thin line its median.");

	figure->panels = arena_array(arena, shown->count + 1, sizeof *figure->panels);
	for (size_t i = 0; i < shown->count; i++) {
		size_t p = names_find(participants, shown->list[i].code), n = rows->count[p];
		const struct chart_point *own = rows->own + p * periods->count;
		struct chart_line *lines = arena_array(arena, 2, sizeof *lines);
		lines[0] = (struct chart_line){ .points = rows->region + p * periods->count, .count = n, .style = -1, .label = _("median") };
		lines[1] = (struct chart_line){ .points = own, .count = n, .style = 0, .label = shown->list[i].code };
		const char *told = n > 0 ? figure_tell(arena, own, n, _("no score")) : _("not asked");
		figure->panels[figure->panel_count++] = (struct figure_panel){ .title = shown->list[i].title, .description = told, .lines = lines,
			.count = n > 0 ? 2 : 0 };
		description = arena_printf(arena, "%s %s: %s", description, shown->list[i].title, told);
		for (size_t j = 0; j < n; j++) {
			figure->absent[own[j].absence] = true;
			figure->lines.signs = figure->lines.signs || own[j].absence != ABSENT_NOT;
			figure->notes |= own[j].breaks ? NOTE_BREAK : 0;
		}
	}
	figure->description = description;
	figure->form = figure->panel_count == 1 && figure->panels[0].count > 0 ? FIGURE_LINES : FIGURE_PANELS;
	if (figure->form == FIGURE_LINES) {
		figure->lines.lines = figure->panels[0].lines;
		figure->lines.count = 2;
	}
}

static void fill_domain_table(struct request *request, struct figure *figure, const struct names *shown, const struct names *participants,
	const struct periods *periods, const struct domain_rows *rows)
{
	figure_table_begin(request, figure, shown->count + 2, periods->count, true);
	figure->table.heads[0] = _("Period");
	for (size_t row = 0; row < periods->count; row++) {
		figure_table_set(figure, row, 0, periods->list[row].code);
		for (size_t column = 1; column < figure->table.columns; column++)
			figure_table_set(figure, row, column, _("not asked"));
	}
	for (size_t i = 0; i < shown->count; i++) {
		size_t p = names_find(participants, shown->list[i].code);
		figure->table.heads[i + 1] = shown->list[i].title;
		for (size_t j = 0; j < rows->count[p]; j++) {
			const struct chart_point *own = &rows->own[p * periods->count + j], *region = &rows->region[p * periods->count + j];
			size_t row = periods_find(periods, own->when);
			figure_table_set(figure, row, i + 1, own->text);
			figure_table_set(figure, row, shown->count + 1, isnan(region->value) ? "–" : region->text);
		}
	}
	figure->table.heads[shown->count + 1] = _("Region, median");
}

/* The domain's code as the snapshot has it, in *code, and its title; refuses an unknown one. */
static enum err find_domain(struct request *request, const struct framework *framework, struct figure *figure, struct name *domain,
	struct error *error)
{
	struct names domains;
	enum err err = domains_read(request, framework->code, &domains, error);

	if (err != ERR_OK)
		return err;
	size_t at = names_find(&domains, figure->ref.code);
	if (strcmp(figure->ref.code, ALL) == 0) {
		*domain = (struct name){ .code = "", .title = _("All domains") };
	} else if (at < domains.count) {
		*domain = domains.list[at];
	} else {
		domains.list = arena_grow(request->arena, domains.list, domains.count, sizeof *domains.list);
		domains.list[domains.count++] = (struct name){ .code = ALL, .title = _("All domains") };
		figure_refuse(figure, "code", arena_printf(request->arena, _("The framework “%s” has no domain “%s”."), framework->title, figure->ref.code), domains);
	}
	return ERR_OK;
}

static enum err find_periods(struct request *request, const struct framework *framework, struct figure *figure, struct periods *periods,
	size_t *period, struct error *error)
{
	struct names names = { .list = NULL };
	enum err err = periods_read(request, framework->code, periods, error);

	*period = 0;
	if (err != ERR_OK)
		return err;
	if (periods->count == 0) {
		figure_refuse(figure, "period", _("No period of this framework has been released yet."), names);
		return ERR_OK;
	}
	*period = periods_find(periods, figure->ref.period != NULL ? figure->ref.period : "");
	if (*period < periods->count) {
		figure->ref.period = figure->ref.period != NULL ? periods->list[*period].code : NULL;
		return ERR_OK;
	}
	for (size_t i = 0; i < periods->count; i++) {
		names.list = arena_grow(request->arena, names.list, names.count, sizeof *names.list);
		names.list[names.count++] = (struct name){ .code = periods->list[i].code, .title = periods->list[i].code };
	}
	figure_refuse(figure, "period", arena_printf(request->arena, _("There are no figures of “%s” for the period “%s”."), framework->title,
		figure->ref.period), names);
	return ERR_OK;
}

enum err figure_domain(struct request *request, const struct framework *framework, struct figure *figure, struct error *error)
{
	struct arena *arena = request->arena;
	struct name domain = { .code = "", .title = "" }, one;
	struct names participants, shown;
	struct periods periods;
	struct domain_rows rows = { .own = NULL };
	size_t newest;
	enum err err = find_domain(request, framework, figure, &domain, error);

	if (err != ERR_OK || figure->refused != NULL)
		return err;
	if ((err = participants_read(request, &participants, error)) != ERR_OK ||
		(err = figure_participant_find(request, figure, &participants, &one, error)) != ERR_OK || figure->refused != NULL ||
		(err = find_periods(request, framework, figure, &periods, &newest, error)) != ERR_OK || figure->refused != NULL ||
		(err = read_rows(request, framework, domain.code, &participants, &periods, &rows, error)) != ERR_OK ||
		(err = figure_framework_source(request, framework, &figure->source, error)) != ERR_OK)
		return err;
	shown = one.code != NULL ? (struct names){ .list = &one, .count = 1 } : participants;
	figure->lines = (struct chart_lines){ .low = 0, .high = 100, .first = chart_time(periods.list[0].code),
		.last = chart_time(periods.list[periods.count - 1].code), .one_break_set = true };
	fill_panels(request, figure, &shown, &participants, &periods, &rows);
	figure->notes |= NOTE_AREA | NOTE_MEDIAN;
	figure->title = *domain.code == '\0' ? arena_printf(arena, _("%s: all domains"), framework->title) : domain.title;
	figure->subtitle = arena_printf(arena, "%s · %s%s%s–%s", _("score, 0–100"), one.code != NULL ? one.title : "", one.code != NULL ? " · " : "",
		periods.list[0].code, periods.list[periods.count - 1].code);
	figure->page = one.code != NULL ? arena_printf(arena, "countries/%s", one.code) : "";
	figure->data = one.code != NULL ? arena_printf(arena, "countries/%s.csv", one.code) : "index.csv";
	fill_domain_table(request, figure, &shown, &participants, &periods, &rows);
	return ERR_OK;
}

/* --- all domains in one period --- */

struct domain_region {
	const char *code, *title, *status;
	struct chart_range range;
};

struct board {
	struct domain_region *domains;
	size_t count;
	struct names participants;
	struct chart_cell *cells;      /* by domain, then participant */
};

static enum err read_board_domains(struct request *request, const struct framework *framework, const char *period, struct board *board,
	struct error *error)
{
	struct arena *arena = request->arena;
	struct query *query = database_query(request->db, SNAPSHOT_overview_domains);

	query_text(query, "framework", framework->code);
	query_text(query, "period", period);
	query_text(query, "lang", request->language);
	while (query_next(query)) {
		board->domains = arena_grow(arena, board->domains, board->count, sizeof *board->domains);
		board->domains[board->count] = (struct domain_region){ .code = arena_strdup(arena, query_column_text(query, 0)),
			.title = board->count == 0 ? _("All domains") : arena_strdup(arena, query_column_text(query, 1)),
			.status = arena_strdup(arena, query_column_text(query, 10)),
			.range = { .median = query_column_real(query, 5), .min = query_column_real(query, 6), .max = query_column_real(query, 7),
				.q1 = query_column_real(query, 8), .q3 = query_column_real(query, 9) } };
		board->count++;
	}
	return query_end(query, error);
}

static enum err read_board(struct request *request, const struct framework *framework, const char *period, struct board *board, struct error *error)
{
	struct arena *arena = request->arena;
	enum err err = expected_read(request, framework->code, period, &board->participants, error);

	if (err != ERR_OK || (err = read_board_domains(request, framework, period, board, error)) != ERR_OK)
		return err;
	board->cells = arena_array(arena, board->count * board->participants.count + 1, sizeof *board->cells);
	for (size_t i = 0; i < board->count * board->participants.count; i++)
		board->cells[i] = (struct chart_cell){ .score = NAN, .absence = ABSENT_UNKNOWN,
			.text = board->domains[i / board->participants.count].status == NULL ? _("not asked") : _("no data") };
	struct query *query = database_query(request->db, SNAPSHOT_overview_scores);
	query_text(query, "framework", framework->code);
	query_text(query, "period", period);
	while (query_next(query)) {
		size_t participant = names_find(&board->participants, query_column_text(query, 1)), domain = 0;
		while (domain < board->count && strcmp(board->domains[domain].code, query_column_text(query, 0)) != 0)
			domain++;
		if (domain == board->count || participant == board->participants.count)
			continue;
		double score = query_column_real(query, 2);
		board->cells[domain * board->participants.count + participant] = (struct chart_cell){
			.score = score, .absence = isnan(score) ? ABSENT_UNKNOWN : ABSENT_NOT,
			.text = isnan(score) ? why_none(arena, query_column_int(query, 3), query_column_int(query, 4)) : words_number(arena, score, 0) };
	}
	return query_end(query, error);
}

static void fill_grid(struct request *request, struct figure *figure, const struct board *board)
{
	struct arena *arena = request->arena;
	const char **rows = arena_array(arena, board->count + 1, sizeof *rows);
	size_t columns = board->participants.count;
	const char *description = _("Scores of each government in each domain.");

	figure_table_begin(request, figure, columns + 1, board->count, true);
	figure->table.heads[0] = _("Domain");
	for (size_t p = 0; p < columns; p++)
		figure->table.heads[p + 1] = board->participants.list[p].title;
	for (size_t d = 0; d < board->count; d++) {
		rows[d] = board->domains[d].title;
		figure_table_set(figure, d, 0, rows[d]);
		for (size_t p = 0; p < columns; p++) {
			const struct chart_cell *cell = &board->cells[d * columns + p];
			figure_table_set(figure, d, p + 1, cell->text);
			figure->absent[cell->absence] = true;
			if (d == 0)
				description = arena_printf(arena, "%s%s%s: %s", description, p == 0 ? arena_printf(arena, " %s: ", rows[d]) : "; ",
					board->participants.list[p].title, cell->text);
		}
	}
	figure->description = arena_printf(arena, "%s.", description);
	figure->form = FIGURE_GRID;
	figure->grid = (struct chart_grid){ .columns = board->participants.list, .column_count = columns, .rows = rows, .row_count = board->count,
		.cells = board->cells };
}

enum err figure_bands(struct request *request, const struct framework *framework, struct figure *figure, struct error *error)
{
	struct names only = { .list = NULL };
	struct board board = { .domains = NULL };
	struct periods periods;
	size_t period;
	enum err err;

	if (strcmp(figure->ref.code, ALL) != 0) {
		only.list = arena_grow(request->arena, NULL, 0, sizeof *only.list);
		only.list[only.count++] = (struct name){ .code = ALL, .title = _("All domains") };
		figure_refuse(figure, "code", arena_printf(request->arena, _("The chart of all domains by governments has the code “%s”, not “%s”."), ALL,
			figure->ref.code), only);
		return ERR_OK;
	}
	if ((err = find_periods(request, framework, figure, &periods, &period, error)) != ERR_OK || figure->refused != NULL ||
		(err = read_board(request, framework, periods.list[period].code, &board, error)) != ERR_OK ||
		(err = figure_framework_source(request, framework, &figure->source, error)) != ERR_OK)
		return err;
	figure->ref.period = periods.list[period].code;
	figure->title = framework->title;
	figure->subtitle = arena_printf(request->arena, "%s · %s", _("score, 0–100"), figure->ref.period);
	figure->page = arena_printf(request->arena, "?period=%s", figure->ref.period);
	figure->data = arena_printf(request->arena, "index.csv?period=%s", figure->ref.period);
	figure->notes |= NOTE_BARS;
	fill_grid(request, figure, &board);
	return ERR_OK;
}

/* --- all domains of one participant --- */

static void fill_profile(struct request *request, struct figure *figure, const struct board *board, size_t participant)
{
	struct arena *arena = request->arena;
	struct chart_row *rows = arena_array(arena, board->count + 1, sizeof *rows);
	const char *description = "";

	figure_table_begin(request, figure, 5, board->count, true);
	figure->table.heads[0] = _("Domain");
	figure->table.heads[1] = board->participants.list[participant].title;
	figure->table.heads[2] = _("Region, lowest");
	figure->table.heads[3] = _("Region, median");
	figure->table.heads[4] = _("Region, highest");
	for (size_t d = 0; d < board->count; d++) {
		const struct domain_region *domain = &board->domains[d];
		const struct chart_cell *cell = &board->cells[d * board->participants.count + participant];
		const double region[] = { domain->range.min, domain->range.median, domain->range.max };
		rows[d] = (struct chart_row){ .label = domain->title, .value = cell->score, .absence = cell->absence, .text = cell->text,
			.region = domain->range };
		figure_table_set(figure, d, 0, domain->title);
		figure_table_set(figure, d, 1, cell->text);
		for (size_t i = 0; i < 3; i++)
			figure_table_set(figure, d, i + 2, isnan(region[i]) ? "–" : words_number(arena, region[i], 0));
		description = arena_printf(arena, "%s%s%s: %s", description, d > 0 ? "; " : "", domain->title, cell->text);
		figure->absent[cell->absence] = true;
	}
	figure->description = arena_printf(arena, "%s.", description);
	figure->form = FIGURE_DOTS;
	figure->dots = (struct chart_dots){ .low = 0, .high = 100, .banded = true, .rows = rows, .count = board->count };
}

enum err figure_country(struct request *request, const struct framework *framework, struct figure *figure, struct error *error)
{
	struct board board = { .domains = NULL };
	struct names participants;
	struct periods periods;
	struct name one;
	size_t period;
	enum err err = participants_read(request, &participants, error);

	if (err != ERR_OK)
		return err;
	figure->ref.participant = figure->ref.code;
	if ((err = figure_participant_find(request, figure, &participants, &one, error)) != ERR_OK || figure->refused != NULL ||
		(err = find_periods(request, framework, figure, &periods, &period, error)) != ERR_OK || figure->refused != NULL) {
		if (figure->refused != NULL && strcmp(figure->field, "participant") == 0)
			figure->field = "code";
		return err;
	}
	figure->ref.participant = NULL;
	figure->ref.period = periods.list[period].code;
	if ((err = read_board(request, framework, figure->ref.period, &board, error)) != ERR_OK ||
		(err = figure_framework_source(request, framework, &figure->source, error)) != ERR_OK)
		return err;
	size_t at = names_find(&board.participants, one.code);
	if (at == board.participants.count) {
		figure_refuse(figure, "period", arena_printf(request->arena, _("%s was not expected to report for %s."), one.title, figure->ref.period),
			(struct names){ .list = NULL });
		return ERR_OK;
	}
	figure->title = arena_printf(request->arena, _("%s: domains beside the region"), one.title);
	figure->subtitle = arena_printf(request->arena, "%s · %s · %s", framework->title, _("score, 0–100"), figure->ref.period);
	figure->page = arena_printf(request->arena, "countries/%s?period=%s", one.code, figure->ref.period);
	figure->data = arena_printf(request->arena, "countries/%s.csv?period=%s", one.code, figure->ref.period);
	figure->notes |= NOTE_BANDS | NOTE_SPREAD;
	fill_profile(request, figure, &board, at);
	return ERR_OK;
}
