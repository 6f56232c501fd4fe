/* facts_catalogue: see facts_catalogue.h. */
#include "indicators/snapshot/facts_catalogue.h"

#include <math.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- digests --- */

struct digest {
	crypto_generichash_state state;
};

static void digest_begin(struct digest *digest)
{
	crypto_generichash_init(&digest->state, NULL, 0, 16);
}

static void digest_text(struct digest *digest, const char *text)
{
	crypto_generichash_update(&digest->state, (const unsigned char *)text, strlen(text) + 1);
}

static void digest_number(struct digest *digest, int64_t number)
{
	char text[24];

	snprintf(text, sizeof text, "%lld", (long long)number);
	digest_text(digest, text);
}

static void digest_end(struct digest *digest, char text[static FACTS_DIGEST])
{
	unsigned char bytes[16];

	crypto_generichash_final(&digest->state, bytes, sizeof bytes);
	sodium_bin2hex(text, FACTS_DIGEST, bytes, sizeof bytes);
}

/* --- growing lists in the arena: the old part is left behind, which is little --- */

static void *grow(struct arena *arena, void *list, size_t count, size_t size)
{
	if (count != 0 && (count & (count - 1)) != 0)
		return list;
	void *grown = arena_array(arena, count == 0 ? 1 : count * 2, size);
	if (count != 0)
		memcpy(grown, list, count * size);
	return grown;
}

static void add_text(struct arena *arena, const char ***list, size_t *count, const char *text)
{
	*list = grow(arena, *list, *count, sizeof **list);
	(*list)[(*count)++] = arena_strdup(arena, text);
}

static size_t find_text(const char **list, size_t count, const char *text)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i], text) == 0)
			return i;
	return SIZE_MAX;
}

static size_t find_framework(const struct facts *facts, const char *code)
{
	for (size_t i = 0; i < facts->framework_count; i++)
		if (strcmp(facts->frameworks[i].code, code) == 0)
			return i;
	return SIZE_MAX;
}

/* --- the catalogue --- */

MUST_USE static enum err read_state(struct facts *facts, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_state);

	if (query_next(query)) {
		facts->generation = query_column_int(query, 0);
		facts->release = query_column_int(query, 1);
		facts->vintage = query_column_int(query, 2);
	}
	return query_end(query, error);
}

MUST_USE static enum err read_participants(struct facts *facts, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_participants);
	struct arena *arena = &facts->arena;
	struct digest digest;

	digest_begin(&digest);
	while (query_next(query)) {
		size_t count = facts->participant_count;
		size_t statuses = count;
		facts->m49 = grow(arena, facts->m49, count, sizeof *facts->m49);
		facts->m49[count] = query_column_int(query, 1);
		add_text(arena, &facts->participant_status, &statuses, query_column_text(query, 2));
		add_text(arena, &facts->participants, &facts->participant_count, query_column_text(query, 0));
		digest_text(&digest, query_column_text(query, 0));
		digest_number(&digest, query_column_int(query, 1));
		digest_text(&digest, query_column_text(query, 2));
	}
	digest_end(&digest, facts->participants_digest);
	return query_end(query, error);
}

MUST_USE static enum err read_frameworks(struct facts *facts, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_frameworks);

	while (query_next(query)) {
		facts->frameworks = grow(&facts->arena, facts->frameworks, facts->framework_count, sizeof *facts->frameworks);
		facts->frameworks[facts->framework_count++] = (struct fact_framework){
			.code = arena_strdup(&facts->arena, query_column_text(query, 0)),
			.position = query_column_int(query, 1),
			.minimum_reporting = (int)query_column_int(query, 2),
			.carry_forward = query_column_int(query, 3) != 0,
		};
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;

	query = database_query(reports, REPORTS_summary_domains);
	while (query_next(query)) {
		struct fact_framework *framework = &facts->frameworks[find_framework(facts, query_column_text(query, 0))];
		add_text(&facts->arena, &framework->domains, &framework->domain_count, query_column_text(query, 1));
	}
	return query_end(query, error);
}

static int by_version_id(const void *a, const void *b, void *context)
{
	const struct facts *facts = context;
	int64_t left = facts->versions[*(const size_t *)a].id;
	int64_t right = facts->versions[*(const size_t *)b].id;

	return left < right ? -1 : left > right;
}

static int by_round_id(const void *a, const void *b, void *context)
{
	const struct facts *facts = context;
	int64_t left = facts->rounds[*(const size_t *)a].id;
	int64_t right = facts->rounds[*(const size_t *)b].id;

	return left < right ? -1 : left > right;
}

static size_t *sorted_places(struct facts *facts, size_t count, int (*compare)(const void *, const void *, void *))
{
	size_t *places = arena_array(&facts->arena, count + 1, sizeof *places);

	for (size_t i = 0; i < count; i++)
		places[i] = i;
	qsort_r(places, count, sizeof *places, compare, facts);
	return places;
}

MUST_USE static enum err read_versions(struct facts *facts, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_versions);

	while (query_next(query)) {
		size_t framework_place = find_framework(facts, query_column_text(query, 1));
		struct fact_framework *framework = &facts->frameworks[framework_place];
		const char *code = query_column_text(query, 2);
		struct fact_version version = {
			.id = query_column_int(query, 0),
			.framework = framework_place,
			.number = (int)query_column_int(query, 3),
			.domain = find_text(framework->domains, framework->domain_count, query_column_text(query, 4)),
			.scale = { .levels = (int)query_column_int(query, 7), .items = (int)query_column_int(query, 9),
				.per = query_column_real(query, 8) },
		};
		if (!score_type_named(query_column_text(query, 5), &version.scale.type) ||
			!score_direction_named(query_column_text(query, 6), &version.direction))
			continue;
		/* They come by framework and code. */
		if (framework->code_count == 0 || strcmp(framework->codes[framework->code_count - 1], code) != 0)
			add_text(&facts->arena, &framework->codes, &framework->code_count, code);
		version.code = framework->code_count - 1;
		facts->versions = grow(&facts->arena, facts->versions, facts->version_count, sizeof *facts->versions);
		facts->versions[facts->version_count++] = version;
	}
	enum err err = query_end(query, error);
	facts->versions_by_id = sorted_places(facts, facts->version_count, by_version_id);
	return err;
}

MUST_USE static enum err read_targets(struct facts *facts, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_targets);

	/* They come by framework and target: first the names, then who serves which. */
	while (query_next(query)) {
		struct fact_framework *framework = &facts->frameworks[find_framework(facts, query_column_text(query, 0))];
		const char *target = query_column_text(query, 1);
		if (framework->target_count == 0 || strcmp(framework->targets[framework->target_count - 1], target) != 0)
			add_text(&facts->arena, &framework->targets, &framework->target_count, target);
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;
	for (size_t i = 0; i < facts->version_count; i++) {
		struct fact_version *version = &facts->versions[i];
		version->targets = arena_array(&facts->arena, facts->frameworks[version->framework].target_count + 1, sizeof(bool));
	}
	query = database_query(reports, REPORTS_summary_targets);
	while (query_next(query)) {
		size_t place = facts_version(facts, query_column_int(query, 2));
		if (place == SIZE_MAX)
			continue;
		const struct fact_framework *framework = &facts->frameworks[facts->versions[place].framework];
		facts->versions[place].targets[find_text(framework->targets, framework->target_count, query_column_text(query, 1))] = true;
	}
	return query_end(query, error);
}

enum err facts_read_catalogue(struct facts *facts, struct database *reports, struct error *error)
{
	enum err err = read_state(facts, reports, error);

	if (err == ERR_OK)
		err = read_participants(facts, reports, error);
	if (err == ERR_OK)
		err = read_frameworks(facts, reports, error);
	if (err == ERR_OK)
		err = read_versions(facts, reports, error);
	if (err == ERR_OK)
		err = read_targets(facts, reports, error);
	return err;
}

/* --- rounds --- */

MUST_USE static enum err read_round_list(struct facts *facts, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_rounds);
	enum err err = ERR_OK;

	while (err == ERR_OK && query_next(query)) {
		struct fact_round round = {
			.id = query_column_int(query, 0),
			.framework = find_framework(facts, query_column_text(query, 1)),
			.period = arena_strdup(&facts->arena, query_column_text(query, 2)),
			.release = query_column_int(query, 3),
			.released_at = arena_strdup(&facts->arena, query_column_text(query, 4)),
			.expected = arena_array(&facts->arena, facts->participant_count + 1, sizeof(bool)),
		};
		struct fact_framework *framework = &facts->frameworks[round.framework];
		err = period_parse(round.period, &round.when, error);
		if (framework->round_count++ == 0)
			framework->first_round = facts->round_count;
		round.column_of = arena_array(&facts->arena, framework->code_count + 1, sizeof *round.column_of);
		for (size_t i = 0; i < framework->code_count; i++)
			round.column_of[i] = -1;
		facts->rounds = grow(&facts->arena, facts->rounds, facts->round_count, sizeof *facts->rounds);
		facts->rounds[facts->round_count++] = round;
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	facts->rounds_by_id = sorted_places(facts, facts->round_count, by_round_id);
	return err != ERR_OK ? err : end;
}

MUST_USE static enum err read_expected(struct facts *facts, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_expected);

	while (query_next(query)) {
		size_t place = facts_round(facts, query_column_int(query, 0));
		size_t participant = facts_participant(facts, query_column_text(query, 1));
		if (place == SIZE_MAX || participant == SIZE_MAX)
			continue;
		facts->rounds[place].expected[participant] = true;
		facts->rounds[place].expected_count++;
	}
	return query_end(query, error);
}

MUST_USE static enum err answered(struct database *reports, int64_t round, int64_t version, bool *is, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_answered);

	query_int(query, "round", round);
	query_int(query, "indicator_version", version);
	*is = query_next(query) && query_column_int(query, 0) != 0;
	return query_end(query, error);
}

/*
 * A round asks one version of an indicator. Where two are listed (it was imported again after its definition had changed)
 * the newer one counts once it has released answers.
 */
MUST_USE static enum err choose_version(struct facts *facts, struct database *reports, struct fact_round *round, size_t place,
	struct error *error)
{
	size_t code = facts->versions[place].code;
	int before = round->column_of[code];
	bool is = true;

	if (before < 0) {
		round->columns = grow(&facts->arena, round->columns, round->column_count, sizeof *round->columns);
		round->columns[round->column_count] = place;
		round->column_of[code] = (int)round->column_count++;
		return ERR_OK;
	}
	size_t other = round->columns[before];
	size_t newer = facts->versions[other].number > facts->versions[place].number ? other : place;
	enum err err = answered(reports, round->id, facts->versions[newer].id, &is, error);
	round->columns[before] = is ? newer : newer == other ? place : other;
	return err;
}

MUST_USE static enum err read_questionnaires(struct facts *facts, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_questionnaire);
	enum err err = ERR_OK;

	while (err == ERR_OK && query_next(query)) {
		size_t round = facts_round(facts, query_column_int(query, 0));
		size_t version = facts_version(facts, query_column_int(query, 1));
		if (round != SIZE_MAX && version != SIZE_MAX && facts->versions[version].framework == facts->rounds[round].framework)
			err = choose_version(facts, reports, &facts->rounds[round], version, error);
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

static void digest_version(struct digest *digest, const struct facts *facts, const struct fact_version *version)
{
	digest_text(digest, facts->frameworks[version->framework].codes[version->code]);
	digest_number(digest, version->number);
}

void facts_domain_basis(const struct facts *facts, const struct fact_round *round, size_t domain, char text[static FACTS_DIGEST])
{
	struct digest digest;

	digest_begin(&digest);
	for (size_t i = 0; i < round->column_count; i++)
		if (facts->versions[round->columns[i]].domain == domain)
			digest_version(&digest, facts, &facts->versions[round->columns[i]]);
	digest_end(&digest, text);
}

/* Puts the columns in the order of their codes and makes the table of cells. */
static void lay_out(struct facts *facts, struct fact_round *round)
{
	size_t codes = facts->frameworks[round->framework].code_count;
	size_t *columns = arena_array(&facts->arena, round->column_count + 1, sizeof *columns);
	size_t count = 0;
	struct digest digest;

	digest_begin(&digest);
	for (size_t code = 0; code < codes; code++) {
		if (round->column_of[code] < 0)
			continue;
		columns[count] = round->columns[round->column_of[code]];
		round->column_of[code] = (int)count;
		digest_version(&digest, facts, &facts->versions[columns[count]]);
		count++;
	}
	round->columns = columns;
	digest_end(&digest, round->basis);
	round->cells = arena_array(&facts->arena, facts->participant_count * round->column_count + 1, sizeof *round->cells);

	digest_begin(&digest);
	digest_text(&digest, round->basis);
	for (size_t i = 0; i < facts->participant_count; i++)
		if (round->expected[i])
			digest_text(&digest, facts->participants[i]);
	digest_end(&digest, round->roster);
}

enum err facts_read_rounds(struct facts *facts, struct database *reports, struct error *error)
{
	enum err err = read_round_list(facts, reports, error);

	if (err == ERR_OK)
		err = read_expected(facts, reports, error);
	if (err == ERR_OK)
		err = read_questionnaires(facts, reports, error);
	for (size_t i = 0; err == ERR_OK && i < facts->round_count; i++)
		lay_out(facts, &facts->rounds[i]);
	return err;
}
