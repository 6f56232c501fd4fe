/* panel: see panel.h. The catalogue and the rounds are read by panel_catalogue.c; the answers here. */
#include "indicators/snapshot/panel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/snapshot/panel_catalogue.h"

#define PANEL_MOST UINT32_MAX /* places of answers are 32 bits */

const char *panel_status_name(enum panel_status status)
{
	static const char *const names[] = { "reported", "not_available", "not_applicable" };

	return names[status];
}

enum err panel_open(struct panel *panel, struct database *reports, struct error *error)
{
	*panel = (struct panel){ .arena = ARENA_INIT };
	enum err err = panel_read_catalogue(panel, reports, error);

	return err != ERR_OK ? err : panel_read_rounds(panel, reports, error);
}

void panel_release(struct panel *panel)
{
	free(panel->answers);
	arena_release(&panel->arena);
	*panel = (struct panel){ .arena = ARENA_INIT };
}

/* --- looking up --- */

size_t panel_round(const struct panel *panel, int64_t id)
{
	size_t low = 0;
	size_t high = panel->round_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (panel->rounds[panel->rounds_by_id[middle]].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == panel->round_count || panel->rounds[panel->rounds_by_id[low]].id != id)
		return SIZE_MAX;
	return panel->rounds_by_id[low];
}

size_t panel_version(const struct panel *panel, int64_t id)
{
	size_t low = 0;
	size_t high = panel->version_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (panel->versions[panel->versions_by_id[middle]].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == panel->version_count || panel->versions[panel->versions_by_id[low]].id != id)
		return SIZE_MAX;
	return panel->versions_by_id[low];
}

size_t panel_participant(const struct panel *panel, const char *code)
{
	size_t low = 0;
	size_t high = panel->participant_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (strcmp(panel->participants[middle], code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < panel->participant_count && strcmp(panel->participants[low], code) == 0 ? low : SIZE_MAX;
}

const struct panel_answer *panel_cell(const struct panel *panel, const struct panel_round *round, size_t participant, size_t column)
{
	uint32_t place = round->cells[participant * round->column_count + column];

	return place == 0 ? NULL : &panel->answers[place - 1];
}

/* --- answers --- */

/* A copy that lives as long as the panel; texts met lately are kept once. */
static const char *keep_text(struct panel *panel, const char *text)
{
	uint32_t hash = 2166136261u;

	if (text == NULL)
		return NULL;
	for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++)
		hash = (hash ^ *p) * 16777619u;
	const char **slot = &panel->seen[(hash ^ (hash >> 16)) % (sizeof panel->seen / sizeof *panel->seen)];
	if (*slot == NULL || strcmp(*slot, text) != 0)
		*slot = arena_strdup(&panel->arena, text);
	return *slot;
}

enum panel_status panel_status_named(const char *text)
{
	if (text[0] == 'r')
		return PANEL_REPORTED;
	return strcmp(text, "not_available") == 0 ? PANEL_NOT_AVAILABLE : PANEL_NOT_APPLICABLE;
}

static enum statistics_audience read_audience(const char *text)
{
	return text[0] == 'p' ? STATISTICS_PUBLIC : text[0] == 'd' ? STATISTICS_DONORS : STATISTICS_MEMBERS;
}

/* An answer whose value was left to its numerator and denominator gets it here. */
static void complete(const struct score_scale *scale, struct panel_answer *answer)
{
	if (answer->status != PANEL_REPORTED) {
		answer->score = NAN;
		return;
	}
	if (isnan(answer->value) && !isnan(answer->numerator) && !isnan(answer->denominator)) {
		struct score_answer given = SCORE_ANSWER_INIT;
		given.numerator = answer->numerator;
		given.denominator = answer->denominator;
		if (score_check(scale, &given, NULL) == ERR_OK)
			answer->value = given.value;
	}
	answer->score = isnan(answer->value) ? NAN : score_of(scale, answer->value);
}

MUST_USE static enum err make_room(struct panel *panel, struct error *error)
{
	if (panel->answer_count < panel->answer_room)
		return ERR_OK;
	if (panel->answer_room >= PANEL_MOST / 2)
		return error_set(error, ERR_TOO_LARGE, "%s", _("There are more released answers than one summary can hold."));
	size_t room = panel->answer_room == 0 ? 4096 : panel->answer_room * 2;
	struct panel_answer *grown = realloc(panel->answers, room * sizeof *grown);
	if (grown == NULL)
		return error_memory(error);
	panel->answers = grown;
	panel->answer_room = room;
	return ERR_OK;
}

enum err panel_put(struct panel *panel, size_t round_place, size_t participant, size_t column, const struct panel_answer *answer,
	struct error *error)
{
	struct panel_round *round = &panel->rounds[round_place];
	uint32_t *cell = &round->cells[participant * round->column_count + column];

	if (*cell != 0)
		return ERR_OK;
	enum err err = make_room(panel, error);
	if (err != ERR_OK)
		return err;
	panel->answers[panel->answer_count++] = *answer;
	*cell = (uint32_t)panel->answer_count;
	return ERR_OK;
}

/* Where the answer of the query's current row stands. Answers to what their round does not ask have no cell. */
struct place {
	size_t round, participant, column;
};

static bool find_place(const struct panel *panel, struct query *query, struct place *place)
{
	size_t version_place = panel_version(panel, query_column_int(query, 2));

	place->round = panel_round(panel, query_column_int(query, 0));
	place->participant = panel_participant(panel, query_column_text(query, 1));
	if (place->round == SIZE_MAX || version_place == SIZE_MAX || place->participant == SIZE_MAX)
		return false;
	const struct panel_round *round = &panel->rounds[place->round];
	const struct panel_version *version = &panel->versions[version_place];
	if (version->framework != round->framework)
		return false;
	int column = round->column_of[version->code];
	if (column < 0 || round->columns[column] != version_place)
		return false;
	place->column = (size_t)column;
	return true;
}

/* Audience, status, numbers and texts, from the query's column 3 on. */
static struct panel_answer read_answer(struct panel *panel, const struct place *place, struct query *query)
{
	struct panel_answer answer = {
		.audience = read_audience(query_column_text(query, 3)),
		.status = panel_status_named(query_column_text(query, 4)),
		.value = query_column_real(query, 5),
		.numerator = query_column_real(query, 6),
		.denominator = query_column_real(query, 7),
		.reason = keep_text(panel, query_column_text(query, 8)),
		.source = keep_text(panel, query_column_text(query, 9)),
		.note = keep_text(panel, query_column_text(query, 10)),
		.since = 1,
	};

	complete(&panel->versions[panel->rounds[place->round].columns[place->column]].scale, &answer);
	return answer;
}

/* Puts the query's current row into its cell, where that is still empty. */
MUST_USE static enum err take_row(struct panel *panel, struct query *query, struct error *error)
{
	struct place place;

	if (!find_place(panel, query, &place)
		|| panel_cell(panel, &panel->rounds[place.round], place.participant, place.column) != NULL)
		return ERR_OK;
	const struct panel_answer answer = read_answer(panel, &place, query);
	return panel_put(panel, place.round, place.participant, place.column, &answer, error);
}

MUST_USE static enum err take_rows(struct panel *panel, struct query *query, struct error *error)
{
	enum err err = ERR_OK;

	while (err == ERR_OK && query_next(query))
		err = take_row(panel, query, error);
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

enum err panel_load(struct panel *panel, struct database *reports, struct error *error)
{
	return take_rows(panel, database_query(reports, REPORTS_summary_answers), error);
}

enum err panel_load_row(struct panel *panel, struct database *reports, size_t round, size_t participant, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_answers_of_row);

	query_int(query, "round", panel->rounds[round].id);
	query_text(query, "participant", panel->participants[participant]);
	return take_rows(panel, query, error);
}

/* --- what earlier releases had published --- */

static int by_column(const void *a, const void *b)
{
	const struct panel_past *one = a, *other = b;

	if (one->column != other->column)
		return one->column < other->column ? -1 : 1;
	if (one->participant != other->participant)
		return one->participant < other->participant ? -1 : 1;
	return one->until < other->until ? -1 : one->until > other->until;
}

static void add_past(struct panel *panel, const struct place *place, const struct panel_answer *answer, int64_t until)
{
	struct panel_round *round = &panel->rounds[place->round];

	round->past = arena_grow(&panel->arena, round->past, round->past_count, sizeof *round->past);
	round->past[round->past_count++] = (struct panel_past){ .participant = place->participant, .column = place->column,
		.until = until, .answer = *answer };
}

enum err panel_load_past(struct panel *panel, struct database *reports, int64_t first, int64_t last, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_past);
	struct place before = { SIZE_MAX, SIZE_MAX, SIZE_MAX };
	struct panel_answer standing = { .since = 0 };

	query_int(query, "first", first);
	query_int(query, "last", last);
	/* An answer's releases come one after the other, the newest last. */
	while (query_next(query)) {
		struct place place;
		if (!find_place(panel, query, &place))
			continue;
		struct panel_answer answer = read_answer(panel, &place, query);
		answer.since = query_column_int(query, 11);
		if (place.round == before.round && place.participant == before.participant && place.column == before.column)
			add_past(panel, &place, &standing, answer.since);
		before = place;
		standing = answer;
		const struct panel_round *round = &panel->rounds[place.round];
		uint32_t cell = round->cells[place.participant * round->column_count + place.column];
		if (cell != 0)
			panel->answers[cell - 1].since = answer.since;
	}
	for (size_t i = 0; i < panel->round_count; i++)
		if (panel->rounds[i].id >= first && panel->rounds[i].id <= last && panel->rounds[i].past_count > 1)
			qsort(panel->rounds[i].past, panel->rounds[i].past_count, sizeof *panel->rounds[i].past, by_column);
	return query_end(query, error);
}

void panel_past_of(const struct panel_round *round, size_t column, size_t *first, size_t *end)
{
	size_t low = 0, high = round->past_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (round->past[middle].column < column)
			low = middle + 1;
		else
			high = middle;
	}
	*first = low;
	while (low < round->past_count && round->past[low].column == column)
		low++;
	*end = low;
}
