/* breakdown: see breakdown.h. Reading and deciding here, writing in breakdown_write.c. */
#include "indicators/snapshot/breakdown.h"

#include <math.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/model/secret.h"

#define RELEASES 64 /* of one answer; later ones are withheld */

/* One breakdown of one answer, over its releases. */
struct table {
	const char *dimension;
	const char *names[DISCLOSURE_CATEGORIES + 1]; /* the framework's, then those it no longer has */
	size_t name_count, asked;                     /* of them asked today */
	bool overfull;
	int64_t values[RELEASES][DISCLOSURE_CATEGORIES + 1];
	bool hidden[RELEASES][DISCLOSURE_CATEGORIES + 1];
	bool withheld[RELEASES];
};

#define TABLES 16 /* breakdowns of one answer; the catalogue takes 10 dimensions */

struct loader {
	struct breakdown *breakdown;
	const struct panel *panel;
	size_t round, participant, column; /* whose cells come; round SIZE_MAX: nobody's yet */
	size_t release_count;
	int64_t totals[RELEASES];
	int64_t numbers[RELEASES]; /* of the releases */
	struct table *tables;
	size_t table_count;
	enum suppression suppression;
	struct disclosure_options options;
	unsigned char key[SECRET_BYTES];
	struct disclosure_system room;
};

/* --- the catalogue --- */

MUST_USE static void *grown(void *list, size_t count, size_t size)
{
	return (count & (count - 1)) == 0 ? realloc(list, (count == 0 ? 1 : count * 2) * size) : list;
}

MUST_USE static enum err read_categories(struct breakdown *breakdown, const struct panel *panel, struct database *reports,
	struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_categories);
	size_t framework = 0;
	enum err err = ERR_OK;

	/* Both come by the framework's code. */
	while (err == ERR_OK && query_next(query)) {
		while (framework < panel->framework_count && strcmp(panel->frameworks[framework].code, query_column_text(query, 0)) < 0)
			framework++;
		struct breakdown_category *more = grown(breakdown->categories, breakdown->category_count, sizeof *more);
		if (more == NULL) {
			err = error_memory(error);
			break;
		}
		breakdown->categories = more;
		const char *dimension = query_column_text(query, 1);
		struct breakdown_category *before = breakdown->category_count > 0 ? &more[breakdown->category_count - 1] : NULL;
		more[breakdown->category_count++] = (struct breakdown_category){
			.framework = framework,
			.dimension = before != NULL && strcmp(before->dimension, dimension) == 0 ? before->dimension
				: arena_strdup(&breakdown->arena, dimension),
			.category = arena_strdup(&breakdown->arena, query_column_text(query, 2)),
		};
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

/* --- one answer --- */

static void begin_answer(struct loader *loader, size_t round, size_t participant, size_t column)
{
	loader->round = round;
	loader->participant = participant;
	loader->column = column;
	loader->release_count = loader->table_count = 0;
}

static int64_t whole(double value)
{
	return value >= 0 && value <= (double)DISCLOSURE_LARGEST && value <= floor(value) ? (int64_t)value : DISCLOSURE_BROKEN;
}

/* False where there are too many to look at. */
static bool begin_release(struct loader *loader, int64_t number, double total)
{
	if (loader->release_count == RELEASES)
		return false;
	for (size_t t = 0; t < loader->table_count; t++)
		for (size_t c = 0; c <= DISCLOSURE_CATEGORIES; c++)
			loader->tables[t].values[loader->release_count][c] = DISCLOSURE_MISSING;
	loader->numbers[loader->release_count] = number;
	loader->totals[loader->release_count++] = whole(total);
	return true;
}

static void add_name(struct table *table, const char *name)
{
	if (table->name_count < DISCLOSURE_CATEGORIES)
		table->names[table->name_count++] = name;
	else
		table->overfull = true;
}

/* NULL where the answer has more breakdowns than the catalogue takes. */
static struct table *find_table(struct loader *loader, const char *cell, size_t length)
{
	const struct breakdown *breakdown = loader->breakdown;

	for (size_t t = 0; t < loader->table_count; t++)
		if (strncmp(loader->tables[t].dimension, cell, length) == 0 && loader->tables[t].dimension[length] == '\0')
			return &loader->tables[t];
	if (loader->table_count == TABLES)
		return NULL;
	struct table *table = &loader->tables[loader->table_count++];
	table->dimension = NULL;
	table->name_count = 0;
	table->overfull = false;
	for (size_t i = 0; i < breakdown->category_count; i++) {
		const struct breakdown_category *category = &breakdown->categories[i];
		if (category->framework != loader->panel->rounds[loader->round].framework || strncmp(category->dimension, cell, length) != 0
			|| category->dimension[length] != '\0')
			continue;
		table->dimension = category->dimension;
		add_name(table, category->category);
	}
	table->asked = table->name_count;
	if (table->dimension == NULL)
		table->dimension = arena_printf(&loader->breakdown->arena, "%.*s", (int)length, cell);
	for (size_t r = 0; r < loader->release_count; r++)
		for (size_t c = 0; c <= DISCLOSURE_CATEGORIES; c++)
			table->values[r][c] = DISCLOSURE_MISSING;
	return table;
}

/* A cell "sex=female" of the newest release. */
static void add_cell(struct loader *loader, const char *cell, double value)
{
	const char *equals = strchr(cell, '=');
	struct table *table = equals != NULL ? find_table(loader, cell, (size_t)(equals - cell)) : NULL;

	if (table == NULL)
		return;
	size_t c = 0;
	while (c < table->name_count && strcmp(table->names[c], equals + 1) != 0)
		c++;
	if (c == table->name_count)
		add_name(table, arena_strdup(&loader->breakdown->arena, equals + 1));
	if (c < table->name_count)
		table->values[loader->release_count - 1][c] = whole(value);
}

MUST_USE static enum err put_cell(struct loader *loader, const struct breakdown_cell *cell, struct error *error)
{
	struct breakdown *breakdown = loader->breakdown;
	struct breakdown_cell *more = grown(breakdown->cells, breakdown->cell_count, sizeof *more);

	if (more == NULL)
		return error_memory(error);
	breakdown->cells = more;
	more[breakdown->cell_count++] = *cell;
	return ERR_OK;
}

static bool is_empty(const struct table *table, size_t release)
{
	for (size_t c = 0; c < table->name_count; c++)
		if (table->values[release][c] != DISCLOSURE_MISSING)
			return false;
	return true;
}

static void hash_text(crypto_generichash_state *state, const char *text)
{
	crypto_generichash_update(state, (const unsigned char *)text, strlen(text) + 1);
}

/*
 * In which order the categories are chosen that hide others: known to nobody without the key, and the same in each run. By place, not by value,
 * so that it tells nothing about values, and not by release, so that it stays the same where a figure is corrected.
 */
static void rank_categories(const struct loader *loader, const struct table *table, uint64_t *ranks)
{
	const struct panel *panel = loader->panel;
	const struct panel_round *round = &panel->rounds[loader->round];
	const struct panel_framework *framework = &panel->frameworks[round->framework];

	for (size_t c = 0; c < table->name_count; c++) {
		crypto_generichash_state state;
		unsigned char hash[crypto_generichash_BYTES_MIN];
		crypto_generichash_init(&state, loader->key, sizeof loader->key, sizeof hash);
		hash_text(&state, framework->code);
		hash_text(&state, framework->codes[panel->versions[round->columns[loader->column]].code]);
		hash_text(&state, panel->participants[loader->participant]);
		hash_text(&state, round->period);
		hash_text(&state, table->dimension);
		hash_text(&state, table->names[c]);
		crypto_generichash_final(&state, hash, sizeof hash);
		ranks[c] = 0;
		for (size_t i = 0; i < sizeof *ranks; i++) /* alike on every machine */
			ranks[c] = ranks[c] << 8 | hash[i];
	}
}

/* Decides one breakdown in all its releases. */
static void decide_table(struct loader *loader, struct table *table)
{
	struct disclosure_table releases[RELEASES];
	uint64_t ranks[DISCLOSURE_CATEGORIES];
	bool open = loader->suppression == SUPPRESSION_NONE;

	memset(table->hidden, 0, sizeof table->hidden);
	for (size_t r = 0; r < loader->release_count; r++) {
		releases[r] = (struct disclosure_table){ .total = loader->totals[r], .values = table->values[r], .hidden = table->hidden[r],
			.withheld = table->overfull && !open };
	}
	if (!table->overfull && !open) {
		if (!disclosure_is_plain(releases, loader->release_count, table->name_count, &loader->options))
			rank_categories(loader, table, ranks);
		disclosure_history(releases, loader->release_count, table->name_count, ranks, &loader->options, &loader->room);
	}
	for (size_t r = 0; r < loader->release_count; r++)
		table->withheld[r] = releases[r].withheld;
}

/* Keeps what a release may show of it. */
MUST_USE static enum err keep_table(struct loader *loader, const struct table *table, size_t release, struct error *error)
{
	enum err err = ERR_OK;

	if (is_empty(table, release))
		return ERR_OK;
	for (size_t c = 0; err == ERR_OK && c < table->name_count; c++) {
		int64_t value = table->values[release][c];
		bool given = value != DISCLOSURE_MISSING;
		bool shown = given && !table->withheld[release] && !table->hidden[release][c];
		if (!given && c >= table->asked)
			continue;
		/* Of a withheld one not even what was given: a single part would be its total. */
		err = put_cell(loader, &(struct breakdown_cell){ .dimension = table->dimension, .category = table->names[c],
			.value = shown ? value : 0,
			.status = table->withheld[release] ? BREAKDOWN_WITHHELD : !given ? BREAKDOWN_MISSING
				: shown ? BREAKDOWN_SHOWN : BREAKDOWN_SUPPRESSED }, error);
	}
	return err;
}

static int by_dimension(const void *a, const void *b)
{
	return strcmp(((const struct table *)a)->dimension, ((const struct table *)b)->dimension);
}

MUST_USE static enum err keep_release(struct loader *loader, size_t release, struct breakdown_answer **list, size_t *count, struct error *error)
{
	struct breakdown *breakdown = loader->breakdown;
	size_t first = breakdown->cell_count;
	enum err err = ERR_OK;

	for (size_t t = 0; err == ERR_OK && t < loader->table_count; t++)
		err = keep_table(loader, &loader->tables[t], release, error);
	if (err != ERR_OK || breakdown->cell_count == first)
		return err;
	struct breakdown_answer *more = grown(*list, *count, sizeof *more);
	if (more == NULL)
		return error_memory(error);
	*list = more;
	more[(*count)++] = (struct breakdown_answer){ .round = loader->round, .participant = loader->participant, .column = loader->column,
		.since = loader->numbers[release], .first = first, .count = breakdown->cell_count - first };
	return ERR_OK;
}

MUST_USE static enum err end_answer(struct loader *loader, struct error *error)
{
	struct breakdown *breakdown = loader->breakdown;
	enum err err = ERR_OK;

	if (loader->round == SIZE_MAX || loader->release_count == 0)
		return ERR_OK;
	if (loader->table_count > 1)
		qsort(loader->tables, loader->table_count, sizeof *loader->tables, by_dimension);
	for (size_t t = 0; t < loader->table_count; t++)
		decide_table(loader, &loader->tables[t]);
	for (size_t r = 0; err == ERR_OK && loader->suppression != SUPPRESSION_NONE && r + 1 < loader->release_count; r++)
		err = keep_release(loader, r, &breakdown->past, &breakdown->past_count, error);
	return err != ERR_OK ? err : keep_release(loader, loader->release_count - 1, &breakdown->answers, &breakdown->answer_count, error);
}

/* --- reading --- */

/* An answer with all its releases. */
MUST_USE static enum err load_history(struct loader *loader, struct database *reports, size_t round, size_t participant, size_t column,
	struct error *error)
{
	const struct panel *panel = loader->panel;
	struct query *query = database_query(reports, REPORTS_summary_cells_of_answer);
	int64_t before = 0;
	bool room = true;

	begin_answer(loader, round, participant, column);
	query_int(query, "round", panel->rounds[round].id);
	query_text(query, "participant", panel->participants[participant]);
	query_int(query, "version", panel->versions[panel->rounds[round].columns[column]].id);
	while (room && query_next(query)) {
		if (query_column_int(query, 0) != before)
			room = begin_release(loader, query_column_int(query, 0), query_column_real(query, 1));
		before = query_column_int(query, 0);
		if (room && query_column_text(query, 2) != NULL)
			add_cell(loader, query_column_text(query, 2), query_column_real(query, 3));
	}
	/* More than anybody could have looked at: nothing of it is shown. */
	if (!room)
		loader->table_count = 0;
	enum err err = query_end(query, error);
	return err != ERR_OK ? err : end_answer(loader, error);
}

/* Where the current row's answer stands; false for one that is not in the panel, or that has more releases than one which count. */
static bool find_plain(const struct loader *loader, struct query *query, size_t *round, size_t *participant, size_t *column)
{
	const struct panel *panel = loader->panel;
	size_t version = panel_version(panel, query_column_int(query, 2));

	*round = panel_round(panel, query_column_int(query, 0));
	*participant = panel_participant(panel, query_column_text(query, 1));
	if (*round == SIZE_MAX || *participant == SIZE_MAX || version == SIZE_MAX
		|| panel->versions[version].framework != panel->rounds[*round].framework)
		return false;
	int place = panel->rounds[*round].column_of[panel->versions[version].code];
	if (place < 0 || panel->rounds[*round].columns[place] != version)
		return false;
	*column = (size_t)place;
	const struct panel_answer *answer = panel_cell(panel, &panel->rounds[*round], *participant, *column);
	return answer != NULL && (answer->since == 1 || loader->suppression == SUPPRESSION_NONE);
}

/* The answers of one release each, which are nearly all: one pass through the table of cells. */
MUST_USE static enum err load_plain(struct loader *loader, struct database *reports, struct error *error)
{
	const struct panel *panel = loader->panel;
	struct query *query = database_query(reports, REPORTS_summary_cells);
	size_t round, participant, column;
	enum err err = ERR_OK;

	loader->round = SIZE_MAX;
	while (err == ERR_OK && query_next(query)) {
		if (!find_plain(loader, query, &round, &participant, &column))
			continue;
		if (round != loader->round || participant != loader->participant || column != loader->column) {
			err = end_answer(loader, error);
			begin_answer(loader, round, participant, column);
			const struct panel_answer *answer = panel_cell(panel, &panel->rounds[round], participant, column);
			begin_release(loader, answer->since, answer->value);
		}
		add_cell(loader, query_column_text(query, 3), query_column_real(query, 4));
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	err = err != ERR_OK ? err : end;
	return err != ERR_OK ? err : end_answer(loader, error);
}

/* Those that later releases published too, one by one. */
MUST_USE static enum err load_histories(struct loader *loader, struct database *reports, struct error *error)
{
	const struct panel *panel = loader->panel;
	enum err err = ERR_OK;

	for (size_t r = 0; err == ERR_OK && r < panel->round_count; r++) {
		const struct panel_round *round = &panel->rounds[r];
		for (size_t c = 0; err == ERR_OK && c < round->column_count; c++) {
			if (panel->versions[round->columns[c]].scale.type != SCORE_COUNT)
				continue;
			for (size_t p = 0; err == ERR_OK && p < panel->participant_count; p++) {
				const struct panel_answer *answer = panel_cell(panel, round, p, c);
				if (answer != NULL && answer->since > 1)
					err = load_history(loader, reports, r, p, c, error);
			}
		}
	}
	return err;
}

MUST_USE static enum err load_touched(struct loader *loader, struct database *reports, const struct touched *touched, struct error *error)
{
	const struct panel *panel = loader->panel;
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < touched->cell_count; i++) {
		const struct touched_cell *cell = &touched->cells[i];
		if (panel->versions[panel->rounds[cell->round].columns[cell->column]].scale.type == SCORE_COUNT)
			err = load_history(loader, reports, cell->round, cell->participant, cell->column, error);
	}
	return err;
}

/* Framework, indicator, period, participant, release: rounds lie by framework and period, codes of a framework in order. */
static int by_key(const void *a, const void *b, void *context)
{
	const struct breakdown_answer *one = a, *other = b;
	const struct panel *panel = context;
	const struct panel_round *first = &panel->rounds[one->round], *second = &panel->rounds[other->round];
	size_t code = panel->versions[first->columns[one->column]].code, against = panel->versions[second->columns[other->column]].code;

	if (first->framework != second->framework)
		return first->framework < second->framework ? -1 : 1;
	if (code != against)
		return code < against ? -1 : 1;
	if (one->round != other->round)
		return one->round < other->round ? -1 : 1;
	if (one->participant != other->participant)
		return one->participant < other->participant ? -1 : 1;
	return one->since < other->since ? -1 : one->since > other->since;
}

enum err breakdown_load(struct breakdown *breakdown, const struct panel *panel, const struct touched *touched,
	enum suppression suppression, struct database *reports, struct error *error)
{
	struct loader *loader = calloc(1, sizeof *loader);
	struct table *tables = calloc(TABLES, sizeof *tables);
	enum err err;

	*breakdown = (struct breakdown){ .arena = ARENA_INIT };
	if (loader == NULL || tables == NULL) {
		err = error_memory(error);
		goto out;
	}
	*loader = (struct loader){ .breakdown = breakdown, .panel = panel, .tables = tables, .round = SIZE_MAX,
		.options = DISCLOSURE_OPTIONS };
	loader->suppression = suppression;
	loader->options.primary_only = suppression == SUPPRESSION_ONLY_PRIMARY;
	err = secret_disclosure(reports, loader->key, error);
	if (err == ERR_OK)
		err = read_categories(breakdown, panel, reports, error);
	if (err == ERR_OK && touched != NULL)
		err = load_touched(loader, reports, touched, error);
	else if (err == ERR_OK && (err = load_plain(loader, reports, error)) == ERR_OK && suppression != SUPPRESSION_NONE)
		err = load_histories(loader, reports, error);
	if (err == ERR_OK && breakdown->answer_count > 1)
		qsort_r(breakdown->answers, breakdown->answer_count, sizeof *breakdown->answers, by_key, (void *)(uintptr_t)panel);
	if (err == ERR_OK && breakdown->past_count > 1)
		qsort_r(breakdown->past, breakdown->past_count, sizeof *breakdown->past, by_key, (void *)(uintptr_t)panel);
out:
	free(tables);
	if (loader != NULL)
		sodium_memzero(loader->key, sizeof loader->key);
	free(loader);
	return err;
}

void breakdown_release(struct breakdown *breakdown)
{
	free(breakdown->categories);
	free(breakdown->cells);
	free(breakdown->answers);
	free(breakdown->past);
	arena_release(&breakdown->arena);
	*breakdown = (struct breakdown){ .arena = ARENA_INIT };
}
