/* panel_catalogue: see panel_catalogue.h. */
#include "indicators/snapshot/panel_catalogue.h"

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

static void digest_end(struct digest *digest, char text[static PANEL_DIGEST])
{
	unsigned char bytes[16];

	crypto_generichash_final(&digest->state, bytes, sizeof bytes);
	sodium_bin2hex(text, PANEL_DIGEST, bytes, sizeof bytes);
}

static void add_text(struct arena *arena, const char ***list, size_t *count, const char *text)
{
	*list = arena_grow(arena, *list, *count, sizeof **list);
	(*list)[(*count)++] = arena_strdup(arena, text);
}

static size_t find_text(const char **list, size_t count, const char *text)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i], text) == 0)
			return i;
	return SIZE_MAX;
}

static size_t find_framework(const struct panel *panel, const char *code)
{
	for (size_t i = 0; i < panel->framework_count; i++)
		if (strcmp(panel->frameworks[i].code, code) == 0)
			return i;
	return SIZE_MAX;
}

/* --- the catalogue --- */

MUST_USE static enum err read_state(struct panel *panel, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_state);

	if (query_next(query)) {
		panel->generation = query_column_int(query, 0);
		panel->release = query_column_int(query, 1);
		panel->vintage = query_column_int(query, 2);
	}
	return query_end(query, error);
}

MUST_USE static enum err read_participants(struct panel *panel, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_participants);
	struct arena *arena = &panel->arena;
	struct digest digest;

	digest_begin(&digest);
	while (query_next(query)) {
		size_t count = panel->participant_count;
		size_t statuses = count;
		panel->m49 = arena_grow(arena, panel->m49, count, sizeof *panel->m49);
		panel->m49[count] = query_column_int(query, 1);
		add_text(arena, &panel->participant_status, &statuses, query_column_text(query, 2));
		add_text(arena, &panel->participants, &panel->participant_count, query_column_text(query, 0));
		digest_text(&digest, query_column_text(query, 0));
		digest_number(&digest, query_column_int(query, 1));
		digest_text(&digest, query_column_text(query, 2));
	}
	digest_end(&digest, panel->participants_digest);
	return query_end(query, error);
}

MUST_USE static enum err read_frameworks(struct panel *panel, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_frameworks);

	while (query_next(query)) {
		panel->frameworks = arena_grow(&panel->arena, panel->frameworks, panel->framework_count, sizeof *panel->frameworks);
		panel->frameworks[panel->framework_count++] = (struct panel_framework){
			.code = arena_strdup(&panel->arena, query_column_text(query, 0)),
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
		struct panel_framework *framework = &panel->frameworks[find_framework(panel, query_column_text(query, 0))];
		add_text(&panel->arena, &framework->domains, &framework->domain_count, query_column_text(query, 1));
	}
	return query_end(query, error);
}

static int by_version_id(const void *a, const void *b, void *context)
{
	const struct panel *panel = context;
	int64_t left = panel->versions[*(const size_t *)a].id;
	int64_t right = panel->versions[*(const size_t *)b].id;

	return left < right ? -1 : left > right;
}

static int by_round_id(const void *a, const void *b, void *context)
{
	const struct panel *panel = context;
	int64_t left = panel->rounds[*(const size_t *)a].id;
	int64_t right = panel->rounds[*(const size_t *)b].id;

	return left < right ? -1 : left > right;
}

static size_t *sorted_places(struct panel *panel, size_t count, int (*compare)(const void *, const void *, void *))
{
	size_t *places = arena_array(&panel->arena, count + 1, sizeof *places);

	for (size_t i = 0; i < count; i++)
		places[i] = i;
	qsort_r(places, count, sizeof *places, compare, panel);
	return places;
}

MUST_USE static enum err read_versions(struct panel *panel, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_versions);

	while (query_next(query)) {
		size_t framework_place = find_framework(panel, query_column_text(query, 1));
		struct panel_framework *framework = &panel->frameworks[framework_place];
		const char *code = query_column_text(query, 2);
		struct panel_version version = {
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
			add_text(&panel->arena, &framework->codes, &framework->code_count, code);
		version.code = framework->code_count - 1;
		panel->versions = arena_grow(&panel->arena, panel->versions, panel->version_count, sizeof *panel->versions);
		panel->versions[panel->version_count++] = version;
	}
	enum err err = query_end(query, error);
	panel->versions_by_id = sorted_places(panel, panel->version_count, by_version_id);
	return err;
}

MUST_USE static enum err read_targets(struct panel *panel, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_targets);

	/* They come by framework and target: first the names, then who serves which. */
	while (query_next(query)) {
		struct panel_framework *framework = &panel->frameworks[find_framework(panel, query_column_text(query, 0))];
		const char *target = query_column_text(query, 1);
		if (framework->target_count == 0 || strcmp(framework->targets[framework->target_count - 1], target) != 0)
			add_text(&panel->arena, &framework->targets, &framework->target_count, target);
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;
	for (size_t i = 0; i < panel->version_count; i++) {
		struct panel_version *version = &panel->versions[i];
		version->targets = arena_array(&panel->arena, panel->frameworks[version->framework].target_count + 1, sizeof(bool));
	}
	query = database_query(reports, REPORTS_summary_targets);
	while (query_next(query)) {
		size_t place = panel_version(panel, query_column_int(query, 2));
		if (place == SIZE_MAX)
			continue;
		const struct panel_framework *framework = &panel->frameworks[panel->versions[place].framework];
		panel->versions[place].targets[find_text(framework->targets, framework->target_count, query_column_text(query, 1))] = true;
	}
	return query_end(query, error);
}

enum err panel_read_catalogue(struct panel *panel, struct database *reports, struct error *error)
{
	enum err err = read_state(panel, reports, error);

	if (err == ERR_OK)
		err = read_participants(panel, reports, error);
	if (err == ERR_OK)
		err = read_frameworks(panel, reports, error);
	if (err == ERR_OK)
		err = read_versions(panel, reports, error);
	if (err == ERR_OK)
		err = read_targets(panel, reports, error);
	return err;
}

/* --- rounds --- */

MUST_USE static enum err read_round_list(struct panel *panel, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_rounds);
	enum err err = ERR_OK;

	while (err == ERR_OK && query_next(query)) {
		struct panel_round round = {
			.id = query_column_int(query, 0),
			.framework = find_framework(panel, query_column_text(query, 1)),
			.period = arena_strdup(&panel->arena, query_column_text(query, 2)),
			.release = query_column_int(query, 3),
			.released_at = arena_strdup(&panel->arena, query_column_text(query, 4)),
			.expected = arena_array(&panel->arena, panel->participant_count + 1, sizeof(bool)),
		};
		struct panel_framework *framework = &panel->frameworks[round.framework];
		err = period_parse(round.period, &round.when, error);
		if (framework->round_count++ == 0)
			framework->first_round = panel->round_count;
		round.column_of = arena_array(&panel->arena, framework->code_count + 1, sizeof *round.column_of);
		for (size_t i = 0; i < framework->code_count; i++)
			round.column_of[i] = -1;
		panel->rounds = arena_grow(&panel->arena, panel->rounds, panel->round_count, sizeof *panel->rounds);
		panel->rounds[panel->round_count++] = round;
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	panel->rounds_by_id = sorted_places(panel, panel->round_count, by_round_id);
	return err != ERR_OK ? err : end;
}

MUST_USE static enum err read_expected(struct panel *panel, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_expected);

	while (query_next(query)) {
		size_t place = panel_round(panel, query_column_int(query, 0));
		size_t participant = panel_participant(panel, query_column_text(query, 1));
		if (place == SIZE_MAX || participant == SIZE_MAX)
			continue;
		panel->rounds[place].expected[participant] = true;
		panel->rounds[place].expected_count++;
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
MUST_USE static enum err choose_version(struct panel *panel, struct database *reports, struct panel_round *round, size_t place,
	struct error *error)
{
	size_t code = panel->versions[place].code;
	int before = round->column_of[code];
	bool is = true;

	if (before < 0) {
		round->columns = arena_grow(&panel->arena, round->columns, round->column_count, sizeof *round->columns);
		round->columns[round->column_count] = place;
		round->column_of[code] = (int)round->column_count++;
		return ERR_OK;
	}
	size_t other = round->columns[before];
	size_t newer = panel->versions[other].number > panel->versions[place].number ? other : place;
	enum err err = answered(reports, round->id, panel->versions[newer].id, &is, error);
	round->columns[before] = is ? newer : newer == other ? place : other;
	return err;
}

MUST_USE static enum err read_questionnaires(struct panel *panel, struct database *reports, struct error *error)
{
	struct query *query = database_query(reports, REPORTS_summary_questionnaire);
	enum err err = ERR_OK;

	while (err == ERR_OK && query_next(query)) {
		size_t round = panel_round(panel, query_column_int(query, 0));
		size_t version = panel_version(panel, query_column_int(query, 1));
		if (round != SIZE_MAX && version != SIZE_MAX && panel->versions[version].framework == panel->rounds[round].framework)
			err = choose_version(panel, reports, &panel->rounds[round], version, error);
	}
	enum err end = query_end(query, err == ERR_OK ? error : NULL);
	return err != ERR_OK ? err : end;
}

static void digest_version(struct digest *digest, const struct panel *panel, const struct panel_version *version)
{
	digest_text(digest, panel->frameworks[version->framework].codes[version->code]);
	digest_number(digest, version->number);
}

static void digest_columns(struct panel *panel, struct panel_round *round)
{
	size_t domains = panel->frameworks[round->framework].domain_count;
	struct digest digest;

	digest_begin(&digest);
	for (size_t i = 0; i < round->column_count; i++)
		digest_version(&digest, panel, &panel->versions[round->columns[i]]);
	digest_end(&digest, round->basis);
	round->domain_bases = arena_array(&panel->arena, domains + 1, sizeof *round->domain_bases);
	for (size_t domain = 0; domain < domains; domain++) {
		digest_begin(&digest);
		for (size_t i = 0; i < round->column_count; i++)
			if (panel->versions[round->columns[i]].domain == domain)
				digest_version(&digest, panel, &panel->versions[round->columns[i]]);
		digest_end(&digest, round->domain_bases[domain]);
	}
}

/* Puts the columns in the order of their codes and makes the table of cells. */
static void lay_out(struct panel *panel, struct panel_round *round, const struct panel_round *before)
{
	size_t codes = panel->frameworks[round->framework].code_count;
	size_t *columns = arena_array(&panel->arena, round->column_count + 1, sizeof *columns);
	size_t count = 0;
	struct digest digest;

	for (size_t code = 0; code < codes; code++) {
		if (round->column_of[code] < 0)
			continue;
		columns[count] = round->columns[round->column_of[code]];
		round->column_of[code] = (int)count++;
	}
	round->columns = columns;
	round->cells = arena_array(&panel->arena, panel->participant_count * round->column_count + 1, sizeof *round->cells);
	/* Most rounds ask what the one before asked. */
	if (before != NULL && before->framework == round->framework && before->column_count == count &&
		memcmp(before->columns, columns, count * sizeof *columns) == 0) {
		memcpy(round->basis, before->basis, sizeof round->basis);
		round->domain_bases = before->domain_bases;
	} else {
		digest_columns(panel, round);
	}

	digest_begin(&digest);
	digest_text(&digest, round->basis);
	for (size_t i = 0; i < panel->participant_count; i++)
		if (round->expected[i])
			digest_text(&digest, panel->participants[i]);
	digest_end(&digest, round->roster);
}

enum err panel_read_rounds(struct panel *panel, struct database *reports, struct error *error)
{
	enum err err = read_round_list(panel, reports, error);

	if (err == ERR_OK)
		err = read_expected(panel, reports, error);
	if (err == ERR_OK)
		err = read_questionnaires(panel, reports, error);
	for (size_t i = 0; err == ERR_OK && i < panel->round_count; i++)
		lay_out(panel, &panel->rounds[i], i > 0 ? &panel->rounds[i - 1] : NULL);
	return err;
}
