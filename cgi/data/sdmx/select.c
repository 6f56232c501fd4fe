/* select: see select.h. */
#include "cgi/data/sdmx/select.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "indicators/base/i18n.h"

/* --- series --- */

/* The dimension that tells the observations of a series apart. */
static size_t within_series(const struct sdmx_set *set)
{
	return set->at == SDMX_FLAT ? set->flow->dimension_count : set->at;
}

bool sdmx_same_series(const struct sdmx_set *set, size_t a, size_t b)
{
	for (size_t i = 0; i <= set->flow->dimension_count; i++)
		if (i != within_series(set) && strcmp(set->rows[a][i], set->rows[b][i]) != 0)
			return false;
	return true;
}

const char *sdmx_row_key(struct arena *arena, const struct sdmx_set *set, size_t row, bool whole)
{
	struct buffer key = BUFFER_INIT(4096);

	for (size_t i = 0; i <= set->flow->dimension_count; i++)
		if (whole || i != within_series(set))
			buffer_printf(&key, "%s%s", key.length > 0 ? "." : "", set->rows[row][i]);
	const char *text = arena_strdup(arena, buffer_text(&key));
	buffer_release(&key);
	return text;
}

/* --- reading --- */

static void copy_row(struct arena *arena, struct sdmx_set *set, const char *const *values)
{
	const char **last = set->count > 0 ? set->rows[set->count - 1] : NULL;
	const char **row = arena_array(arena, set->flow->count, sizeof *row);

	if (set->count == set->room) {
		const char ***rows = arena_array(arena, set->room * 2 + 256, sizeof *rows);
		if (set->count > 0)
			memcpy(rows, set->rows, set->count * sizeof *rows);
		set->rows = rows;
		set->room = set->room * 2 + 256;
	}
	/* Most values are those of the row before: one copy serves for all of them. */
	for (size_t i = 0; i < set->flow->count; i++)
		row[i] = values[i] != NULL && last != NULL && last[i] != NULL && strcmp(last[i], values[i]) == 0 ? last[i] : arena_strdup(arena, values[i]);
	set->rows[set->count++] = row;
}

/* `most`: more are refused. `enough`: more are not asked for. */
static enum err read_rows(struct arena *arena, struct database *snapshot, const struct sdmx_ask *ask, struct sdmx_set *set, size_t most,
	size_t enough, struct error *error)
{
	struct sdmx_rows *rows;
	enum err err = sdmx_bind(set, ask, error);

	if (err != ERR_OK)
		return err;
	rows = sdmx_rows_open(set->flow, snapshot, arena);
	while (set->count <= most && set->count < enough && sdmx_rows_next(rows))
		if (sdmx_fits(set, ask, rows->values, SIZE_MAX))
			copy_row(arena, set, rows->values);
	err = sdmx_rows_end(rows, error);
	if (err == ERR_OK && set->count > most)
		return error_set(error, ERR_TOO_LARGE,
			_("More than %zu observations fit this query. Ask for less: by one dataflow, a key or c[TIME_PERIOD]=ge:…."),
			SDMX_ROWS_MOST);
	return err;
}

/* --- order --- */

static int compare_rows(const void *a, const void *b, void *context)
{
	const char *const *one = *(const char **const *)a, *const *other = *(const char **const *)b;
	const struct sdmx_set *set = context;
	int order = 0;

	for (size_t i = 0; order == 0 && i <= set->flow->dimension_count; i++)
		if (i != set->at)
			order = strcmp(one[i], other[i]);
	return order != 0 ? order : strcmp(one[set->at], other[set->at]);
}

/* Series of another dimension than time do not stand together yet. */
static void put_series_together(struct sdmx_set *set)
{
	if (set->at == SDMX_FLAT || set->at == set->flow->dimension_count || set->count < 2)
		return;
	qsort_r(set->rows, set->count, sizeof *set->rows, compare_rows, set);
}

/* --- what is kept of them --- */

static void keep_ends(const struct sdmx_ask *ask, struct sdmx_set *set)
{
	size_t kept = 0;

	if (ask->first < 0 && ask->last < 0)
		return;
	for (size_t begin = 0, end; begin < set->count; begin = end) {
		for (end = begin + 1; end < set->count && sdmx_same_series(set, begin, end);)
			end++;
		for (size_t i = begin; i < end; i++)
			if ((ask->first >= 0 && i - begin < (size_t)ask->first) || (ask->last >= 0 && end - i <= (size_t)ask->last))
				set->rows[kept++] = set->rows[i];
	}
	set->count = kept;
}

static void keep_one_of_each(struct sdmx_set *set)
{
	size_t kept = 0;

	for (size_t i = 0; i < set->count; i++)
		if (kept == 0 || !sdmx_same_series(set, kept - 1, i))
			set->rows[kept++] = set->rows[i];
	set->count = kept;
}

/* The part of all rows that limit= and offset= ask for. */
static void keep_page(struct sdmx_selection *selection)
{
	size_t skip = (size_t)selection->ask->offset;
	size_t left = selection->ask->limit >= 0 ? (size_t)selection->ask->limit : SIZE_MAX;
	size_t kept = 0;

	for (size_t i = 0; i < selection->count; i++) {
		struct sdmx_set set = selection->sets[i];
		size_t skipped = skip < set.count ? skip : set.count;
		skip -= skipped;
		set.count -= skipped;
		if (set.count > 0)
			set.rows += skipped;
		set.count = set.count < left ? set.count : left;
		left -= set.count;
		if (set.count > 0)
			selection->sets[kept++] = set;
	}
	selection->count = kept;
}

static bool shows_figures(const struct sdmx_selection *selection)
{
	for (size_t i = 0; i < selection->count; i++)
		for (size_t n = selection->sets[i].flow->dimension_count + 1; n < selection->sets[i].flow->count; n++)
			if (selection->sets[i].shown[n])
				return true;
	return false;
}

/* How many rows of a set can be in the answer, `before` standing before them: all that limit= leaves, where rows come as they will stay. */
static size_t enough_rows(const struct sdmx_selection *selection, const struct sdmx_set *set, size_t before)
{
	const struct sdmx_ask *ask = selection->ask;
	bool stay = ask->first < 0 && ask->last < 0 && !selection->keys_only && (set->at == SDMX_FLAT || set->at == set->flow->dimension_count);

	if (ask->limit < 0 || !stay)
		return SIZE_MAX;
	size_t asked = (size_t)(ask->offset + ask->limit);
	return before < asked ? asked - before : 0;
}

enum err sdmx_select(struct arena *arena, struct database *snapshot, const struct sdmx_model *model, const struct sdmx_ask *ask,
	const char *language, struct sdmx_selection *selection, struct error *error)
{
	size_t left = SDMX_ROWS_MOST, before = 0;

	*selection = (struct sdmx_selection){ .model = model, .ask = ask, .language = language };
	enum err err = sdmx_sets(arena, model, ask, &selection->sets, &selection->count, error);
	selection->keys_only = err == ERR_OK && !shows_figures(selection);
	for (size_t i = 0; err == ERR_OK && i < selection->count; i++) {
		struct sdmx_set *set = &selection->sets[i];
		if ((err = read_rows(arena, snapshot, ask, set, left, enough_rows(selection, set, before), error)) != ERR_OK)
			break;
		left -= set->count;
		put_series_together(set);
		keep_ends(ask, set);
		if (selection->keys_only && set->at != SDMX_FLAT)
			keep_one_of_each(set);
		before += set->count;
	}
	if (err != ERR_OK)
		return err;
	keep_page(selection);
	if (selection->count == 0)
		return error_set(error, ERR_NOT_FOUND, "%s",
			_("No observation fits this query. What there is data for is told at the same address with availability in the place of data."));
	return ERR_OK;
}
