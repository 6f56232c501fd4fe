/* facts: see facts.h. The catalogue and the rounds are read by facts_catalogue.c; the answers here. */
#include "indicators/snapshot/facts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/i18n.h"
#include "indicators/snapshot/facts_catalogue.h"

#define FACTS_MOST UINT32_MAX /* places of facts are 32 bits */

const char *fact_status_name(enum fact_status status)
{
	static const char *const names[] = { "reported", "not_available", "not_applicable" };

	return names[status];
}

enum err facts_open(struct facts *facts, struct database *reports, struct error *error)
{
	*facts = (struct facts){ .arena = ARENA_INIT };
	enum err err = facts_read_catalogue(facts, reports, error);

	return err != ERR_OK ? err : facts_read_rounds(facts, reports, error);
}

void facts_release(struct facts *facts)
{
	free(facts->facts);
	arena_release(&facts->arena);
	*facts = (struct facts){ .arena = ARENA_INIT };
}

/* --- looking up --- */

size_t facts_round(const struct facts *facts, int64_t id)
{
	size_t low = 0;
	size_t high = facts->round_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (facts->rounds[facts->rounds_by_id[middle]].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == facts->round_count || facts->rounds[facts->rounds_by_id[low]].id != id)
		return SIZE_MAX;
	return facts->rounds_by_id[low];
}

size_t facts_version(const struct facts *facts, int64_t id)
{
	size_t low = 0;
	size_t high = facts->version_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (facts->versions[facts->versions_by_id[middle]].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == facts->version_count || facts->versions[facts->versions_by_id[low]].id != id)
		return SIZE_MAX;
	return facts->versions_by_id[low];
}

size_t facts_participant(const struct facts *facts, const char *code)
{
	size_t low = 0;
	size_t high = facts->participant_count;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (strcmp(facts->participants[middle], code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < facts->participant_count && strcmp(facts->participants[low], code) == 0 ? low : SIZE_MAX;
}

const struct fact *facts_cell(const struct facts *facts, const struct fact_round *round, size_t participant, size_t column)
{
	uint32_t place = round->cells[participant * round->column_count + column];

	return place == 0 ? NULL : &facts->facts[place - 1];
}

/* --- answers --- */

/* A copy that lives as long as the facts; texts met lately are kept once. */
static const char *keep_text(struct facts *facts, const char *text)
{
	uint32_t hash = 2166136261u;

	if (text == NULL)
		return NULL;
	for (const unsigned char *p = (const unsigned char *)text; *p != '\0'; p++)
		hash = (hash ^ *p) * 16777619u;
	const char **slot = &facts->seen[(hash ^ (hash >> 16)) % (sizeof facts->seen / sizeof *facts->seen)];
	if (*slot == NULL || strcmp(*slot, text) != 0)
		*slot = arena_strdup(&facts->arena, text);
	return *slot;
}

static enum fact_status read_status(const char *text)
{
	if (text[0] == 'r')
		return FACT_REPORTED;
	return strcmp(text, "not_available") == 0 ? FACT_NOT_AVAILABLE : FACT_NOT_APPLICABLE;
}

static enum statistics_audience read_audience(const char *text)
{
	return text[0] == 'p' ? STATISTICS_PUBLIC : text[0] == 'd' ? STATISTICS_DONORS : STATISTICS_MEMBERS;
}

/* An answer whose value was left to its numerator and denominator gets it here. */
static void complete(const struct score_scale *scale, struct fact *fact)
{
	if (fact->status != FACT_REPORTED) {
		fact->score = NAN;
		return;
	}
	if (isnan(fact->value) && !isnan(fact->numerator) && !isnan(fact->denominator)) {
		struct score_answer answer = SCORE_ANSWER_INIT;
		answer.numerator = fact->numerator;
		answer.denominator = fact->denominator;
		if (score_check(scale, &answer, NULL) == ERR_OK)
			fact->value = answer.value;
	}
	fact->score = isnan(fact->value) ? NAN : score_of(scale, fact->value);
}

MUST_USE static enum err make_room(struct facts *facts, struct error *error)
{
	if (facts->fact_count < facts->fact_room)
		return ERR_OK;
	if (facts->fact_room >= FACTS_MOST / 2)
		return error_set(error, ERR_TOO_LARGE, "%s", _("There are more released answers than one summary can hold."));
	size_t room = facts->fact_room == 0 ? 4096 : facts->fact_room * 2;
	struct fact *grown = realloc(facts->facts, room * sizeof *grown);
	if (grown == NULL)
		return error_memory(error);
	facts->facts = grown;
	facts->fact_room = room;
	return ERR_OK;
}

/* Puts the query's current row into its cell. Answers to what their round does not ask have none and are left out. */
MUST_USE static enum err take_row(struct facts *facts, struct query *query, struct error *error)
{
	size_t round_place = facts_round(facts, query_column_int(query, 0));
	size_t version_place = facts_version(facts, query_column_int(query, 2));
	size_t participant = facts_participant(facts, query_column_text(query, 1));

	if (round_place == SIZE_MAX || version_place == SIZE_MAX || participant == SIZE_MAX)
		return ERR_OK;
	struct fact_round *round = &facts->rounds[round_place];
	const struct fact_version *version = &facts->versions[version_place];
	if (version->framework != round->framework)
		return ERR_OK;
	int column = round->column_of[version->code];
	if (column < 0 || round->columns[column] != version_place)
		return ERR_OK;
	uint32_t *cell = &round->cells[participant * round->column_count + (size_t)column];
	if (*cell != 0)
		return ERR_OK;
	enum err err = make_room(facts, error);
	if (err != ERR_OK)
		return err;
	struct fact *fact = &facts->facts[facts->fact_count++];
	*fact = (struct fact){
		.audience = read_audience(query_column_text(query, 3)),
		.status = read_status(query_column_text(query, 4)),
		.value = query_column_real(query, 5),
		.numerator = query_column_real(query, 6),
		.denominator = query_column_real(query, 7),
		.reason = keep_text(facts, query_column_text(query, 8)),
		.source = keep_text(facts, query_column_text(query, 9)),
		.note = keep_text(facts, query_column_text(query, 10)),
	};
	complete(&version->scale, fact);
	*cell = (uint32_t)facts->fact_count;
	return ERR_OK;
}

MUST_USE static enum err take_rows(struct facts *facts, struct query *query, struct error *error)
{
	enum err err = ERR_OK;

	while (err == ERR_OK && query_next(query))
		err = take_row(facts, query, error);
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

enum err facts_load(struct facts *facts, struct database *reports, struct error *error)
{
	return take_rows(facts, database_query(reports, REPORTS_summary_answers), error);
}

enum err facts_load_row(struct facts *facts, struct database *reports, size_t round, size_t participant, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_answers_of_row);

	query_int(query, "round", facts->rounds[round].id);
	query_text(query, "participant", facts->participants[participant]);
	return take_rows(facts, query, error);
}

enum err facts_load_column(struct facts *facts, struct database *reports, size_t round, size_t column, struct error *error)
{
	int64_t version = facts->versions[facts->rounds[round].columns[column]].id;

	for (size_t i = 0; i < facts->participant_count; i++) {
		struct query *query = database_query(reports, REPORTS_summary_answer);
		query_int(query, "round", facts->rounds[round].id);
		query_text(query, "participant", facts->participants[i]);
		query_int(query, "indicator_version", version);
		enum err err = take_rows(facts, query, error);
		if (err != ERR_OK)
			return err;
	}
	return ERR_OK;
}
