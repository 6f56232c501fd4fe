/* import: see import.h. The file is read and checked by import_rows.c; here it is written. */
#include "indicators/model/import.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/model/change.h"
#include "indicators/model/import_rows.h"

#define PROGRESS_ROWS 10000

struct import {
	struct database *db;
	const struct actor *actor;
	const struct import_source *source;
	const struct import_facts *facts;
	const struct import_rows *rows;
	struct import_counts *counts;
	char at[CLOCK_TEXT];
	/* of the period at hand */
	int64_t round;
	bool new_round;   /* nothing to look up in it */
	int64_t release;  /* 0: nothing has changed yet */
};

static void actor_or_null(struct query *query, const char *name, const struct actor *actor)
{
	if (actor->person != 0)
		query_int(query, name, actor->person);
}

MUST_USE static enum err make_round(struct import *import, const struct period *period, const char *text, struct error *error)
{
	char first[PERIOD_DATE];
	char last[PERIOD_DATE];
	struct query *query = database_query(import->db, REPORTS_import_round_insert);

	period_first_day(period, first);
	period_last_day(period, last);
	query_text(query, "framework", import->source->framework);
	query_text(query, "period", text);
	query_text(query, "first", first);
	query_text(query, "last", last);
	actor_or_null(query, "created_by", import->actor);
	query_text(query, "at", import->at);
	enum err err = query_run(query, error);
	import->round = database_last_id(import->db);
	import->new_round = true;

	for (size_t i = 0; err == ERR_OK && i < import->facts->indicator_count; i++) {
		if (!import_in_force(&import->facts->indicators[i], period))
			continue;
		query = database_query(import->db, REPORTS_round_indicator_add);
		query_int(query, "round", import->round);
		query_int(query, "version", import->facts->indicators[i].version);
		err = query_run(query, error);
	}
	return err;
}

MUST_USE static enum err expect(struct import *import, const struct import_participant *participant, struct error *error)
{
	struct query *query = database_query(import->db, REPORTS_round_participant_add);

	query_int(query, "round", import->round);
	query_text(query, "participant", participant->code);
	return query_run(query, error);
}

/* The round of the period, made where there is none. */
MUST_USE static enum err begin_period(struct import *import, const struct period *period, struct error *error)
{
	char text[PERIOD_TEXT];
	bool imported = true;
	struct query *query = database_query(import->db, REPORTS_round_exists);

	period_text(period, text);
	import->round = 0;
	import->new_round = false;
	import->release = 0;
	import->counts->periods++;
	query_text(query, "framework", import->source->framework);
	query_text(query, "period", text);
	if (query_next(query)) {
		import->round = query_column_int(query, 0);
		imported = strcmp(query_column_text(query, 1), "import") == 0;
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;
	if (!imported)
		return error_set(error, ERR_CONFLICT,
			_("%s is being reported by a round, with people who answer for it; nothing can be imported into it."), text);
	if (import->round != 0)
		return ERR_OK;
	err = make_round(import, period, text, error);
	for (size_t i = 0; err == ERR_OK && i < import->facts->participant_count; i++)
		if (import->facts->participants[i].expected)
			err = expect(import, &import->facts->participants[i], error);
	return err;
}

MUST_USE static enum err publish(struct import *import, int64_t answer, int64_t revision, struct error *error)
{
	enum err err = ERR_OK;
	struct query *query;

	if (import->release == 0) {
		query = database_query(import->db, REPORTS_import_release_insert);
		query_int(query, "round", import->round);
		actor_or_null(query, "released_by", import->actor);
		query_text(query, "at", import->at);
		if ((err = query_run(query, error)) != ERR_OK)
			return err;
		import->release = database_last_id(import->db);
	}
	query = database_query(import->db, REPORTS_import_release_answer);
	query_int(query, "release", import->release);
	query_int(query, "answer", answer);
	query_int(query, "revision", revision);
	query_text(query, "audience", import->source->audience);
	return query_run(query, error);
}

MUST_USE static enum err add_revision(struct import *import, int64_t answer, int64_t number, const struct import_row *row,
	struct error *error)
{
	struct query *query = database_query(import->db, REPORTS_import_revision_insert);

	query_int(query, "answer", answer);
	query_int(query, "number", number);
	query_text(query, "status", row->status);
	query_real(query, "value", row->value);
	query_real(query, "numerator", row->numerator);
	query_real(query, "denominator", row->denominator);
	/* What is said about a missing value is the reason why it is missing. */
	query_text(query, "reason", strcmp(row->status, "reported") != 0 ? row->note : NULL);
	query_text(query, "source", import->source->source);
	query_text(query, "note", row->note);
	actor_or_null(query, "author", import->actor);
	query_text(query, "at", import->at);
	return query_run(query, error);
}

static bool same_number(struct query *query, int column, double value)
{
	double there = query_column_real(query, column);

	return isnan(there) ? isnan(value) : there == value;
}

static bool same_text(struct query *query, int column, const char *text)
{
	const char *there = query_column_text(query, column);

	return there == NULL || text == NULL ? there == text : strcmp(there, text) == 0;
}

/* What is there of a row: 0 for nothing. */
struct existing {
	int64_t answer;
	int64_t revision;
	bool same_content;   /* the newest revision says the same */
	bool published;      /* and it is what is published, to this audience */
};

MUST_USE static enum err look_up(struct import *import, const struct import_row *row, struct existing *existing, struct error *error)
{
	struct query *query = database_query(import->db, REPORTS_import_answer_find);

	*existing = (struct existing){ 0 };
	query_int(query, "round", import->round);
	query_text(query, "participant", import->facts->participants[row->participant].code);
	query_int(query, "version", import->facts->indicators[row->indicator].version);
	if (query_next(query)) {
		existing->answer = query_column_int(query, 0);
		existing->revision = query_column_int(query, 1);
		existing->same_content = same_text(query, 5, row->status) && same_number(query, 6, row->value) &&
			same_number(query, 7, row->numerator) && same_number(query, 8, row->denominator) && same_text(query, 9, row->note) &&
			same_text(query, 10, import->source->source);
		existing->published = strcmp(query_column_text(query, 2), "accepted") == 0 &&
			query_column_int(query, 3) == existing->revision && same_text(query, 4, import->source->audience);
	}
	return query_end(query, error);
}

MUST_USE static enum err add_answer(struct import *import, const struct import_row *row, struct error *error)
{
	struct query *query = database_query(import->db, REPORTS_import_answer_insert);

	query_int(query, "round", import->round);
	query_text(query, "participant", import->facts->participants[row->participant].code);
	query_int(query, "version", import->facts->indicators[row->indicator].version);
	query_text(query, "audience", import->source->audience);
	enum err err = query_run(query, error);
	if (err != ERR_OK)
		return err;
	int64_t answer = database_last_id(import->db);
	if ((err = add_revision(import, answer, 1, row, error)) != ERR_OK)
		return err;
	import->counts->added++;
	return publish(import, answer, 1, error);
}

MUST_USE static enum err revise_answer(struct import *import, const struct import_row *row, const struct existing *existing,
	struct error *error)
{
	int64_t revision = existing->revision + (existing->same_content ? 0 : 1);
	enum err err = ERR_OK;

	if (!existing->same_content)
		err = add_revision(import, existing->answer, revision, row, error);
	if (err != ERR_OK)
		return err;
	struct query *query = database_query(import->db, REPORTS_import_answer_update);
	query_int(query, "answer", existing->answer);
	query_int(query, "revision", revision);
	query_text(query, "audience", import->source->audience);
	if ((err = query_run(query, error)) != ERR_OK)
		return err;
	import->counts->revised++;
	return publish(import, existing->answer, revision, error);
}

MUST_USE static enum err write_row(struct import *import, const struct import_row *row, struct error *error)
{
	struct existing existing = { 0 };
	enum err err = ERR_OK;

	if (!import->facts->participants[row->participant].expected || !import->new_round)
		err = expect(import, &import->facts->participants[row->participant], error);
	if (err == ERR_OK && !import->new_round)
		err = look_up(import, row, &existing, error);
	if (err != ERR_OK)
		return err;
	if (existing.answer == 0)
		return add_answer(import, row, error);
	if (!existing.same_content || !existing.published)
		return revise_answer(import, row, &existing, error);
	import->counts->unchanged++;
	return ERR_OK;
}

MUST_USE static enum err write_all(struct import *import, struct error *error)
{
	const struct import_rows *rows = import->rows;
	struct arena arena = ARENA_INIT;
	enum err err = ERR_OK;

	for (size_t i = 0; err == ERR_OK && i < rows->count; i++) {
		if (i == 0 || rows->rows[i].period != rows->rows[i - 1].period)
			err = begin_period(import, &rows->periods[rows->rows[i].period], error);
		if (err == ERR_OK)
			err = write_row(import, &rows->rows[i], error);
		if (import->source->progress != NULL && i % PROGRESS_ROWS == 0)
			import->source->progress(i, rows->count);
	}
	if (err == ERR_OK && import->counts->added + import->counts->revised > 0) {
		const char *detail = arena_printf(&arena,
			"{\"added\":%" PRId64 ",\"revised\":%" PRId64 ",\"unchanged\":%" PRId64 ",\"audience\":\"%s\",\"file\":\"%s\"}",
			import->counts->added, import->counts->revised, import->counts->unchanged, import->source->audience, rows->digest);
		err = audit_add(import->db, import->actor, "answers.import", import->source->framework, detail, error);
	}
	arena_release(&arena);
	return err;
}

static bool is_audience(const char *text)
{
	return strcmp(text, "members") == 0 || strcmp(text, "donors") == 0 || strcmp(text, "public") == 0;
}

enum err import_csv(struct database *db, const struct actor *actor, const struct import_source *source, FILE *file,
	struct import_counts *counts, struct problems *problems, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct import_facts facts;
	struct import_rows rows = { 0 };
	bool own = false;

	*counts = (struct import_counts){ 0 };
	if (!is_audience(source->audience))
		return error_set(error, ERR_INVALID, _("“%s” is no audience; it is members, donors or public."), source->audience);
	struct import import = { .db = db, .actor = actor, .source = source, .facts = &facts, .rows = &rows, .counts = counts };
	clock_text(import.at);
	/* One transaction from the first look at the catalogue, so that it cannot change between the check and the writing. */
	enum err err = change_begin(db, &own, error);
	if (err != ERR_OK)
		return err;
	if ((err = import_facts_load(db, &arena, source->framework, &facts, error)) != ERR_OK)
		goto out;
	if ((err = import_rows_read(file, &facts, &arena, &rows, problems, error)) != ERR_OK)
		goto out;
	if ((err = problems_check(problems, error)) != ERR_OK)
		goto out;
	err = write_all(&import, error);
out:
	err = change_end(db, own, err, error);
	import_rows_release(&rows);
	arena_release(&arena);
	return err;
}
