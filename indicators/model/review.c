/* review: see review.h. */
#include "indicators/model/review.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/methods/rule.h"
#include "indicators/methods/statistics.h"
#include "indicators/model/duty.h"

#define LINES_MAX 60000
#define FORMER_MAX 400000
#define OTHERS_MAX 400

static const struct { unsigned look; const char *name, *title; } looks[REVIEW_LOOKS] = {
	{ REVIEW_UNUSUAL, "unusual", N_("unusual") },
	{ REVIEW_JUMP, "jump", N_("far from its own past") },
	{ REVIEW_EVIDENCE, "evidence", N_("no evidence") },
	{ REVIEW_SMALL, "small", N_("small cells, hidden from others") },
	{ REVIEW_ASKED, "asked", N_("a question is open") },
	{ REVIEW_REPLIED, "replied", N_("the government wrote") },
	{ REVIEW_LATE, "late", N_("late") },
};

const char *review_look_name(unsigned look)
{
	for (size_t i = 0; i < REVIEW_LOOKS; i++)
		if (looks[i].look == look)
			return looks[i].name;
	return NULL;
}

unsigned review_look_named(const char *name)
{
	for (size_t i = 0; i < REVIEW_LOOKS; i++)
		if (strcmp(looks[i].name, name) == 0)
			return looks[i].look;
	return 0;
}

const char *review_look_title(unsigned look)
{
	for (size_t i = 0; i < REVIEW_LOOKS; i++)
		if (looks[i].look == look)
			return i18n_text(looks[i].title);
	return "";
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

/* What a line is judged by besides what it shows. */
struct facts {
	int64_t version;
	struct score_scale scale;
	struct rule jump; /* factor 0: none */
};

struct former { const char *participant, *period; int64_t version; double value; };
struct formers { struct former *rows; size_t count; };

static int compare_formers(const void *a, const void *b)
{
	const struct former *x = a, *y = b;
	int order = strcmp(x->participant, y->participant);

	if (order == 0)
		order = (x->version > y->version) - (x->version < y->version);
	return order != 0 ? order : strcmp(x->period, y->period);
}

MUST_USE static enum err load_past(struct database *db, struct arena *arena, const struct round *round, const char *participant,
	struct formers *past, struct error *error)
{
	struct query *query = database_query(db, REPORTS_review_past);

	query_text(query, "framework", round->framework);
	query_text(query, "period", round->period);
	query_text(query, "participant", participant);
	while (past->count < FORMER_MAX && query_next(query)) {
		past->rows = arena_grow(arena, past->rows, past->count, sizeof *past->rows);
		past->rows[past->count++] = (struct former){ .participant = arena_strdup(arena, query_column_text(query, 0)),
			.version = query_column_int(query, 1), .value = query_column_real(query, 2),
			.period = arena_strdup(arena, query_column_text(query, 3)) };
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK && past->count > 0)
		qsort(past->rows, past->count, sizeof *past->rows, compare_formers);
	return err;
}

static bool is_late(const struct round *round, const struct review_line *line, const char *extended_to, const char *submitted_at, const char *today)
{
	const char *due = extended_to != NULL && strcmp(extended_to, round->due_on) > 0 ? extended_to : round->due_on;

	if (round->imported)
		return false;
	if (submitted_at != NULL)
		return strncmp(submitted_at, due, CLOCK_DATE - 1) > 0;
	return line->state < STATE_SUBMITTED && strcmp(today, due) > 0;
}

/* The first of the past values of the line's government by the same definition, and how many there are. */
static const struct former *past_of(const struct formers *past, const struct review_line *line, int64_t version, size_t *count)
{
	struct former wanted = { .participant = line->participant, .version = version, .period = "" };
	size_t low = 0, high = past->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare_formers(&past->rows[middle], &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*count = 0;
	while (low + *count < past->count && past->rows[low + *count].version == version
		&& strcmp(past->rows[low + *count].participant, line->participant) == 0)
		(*count)++;
	return *count > 0 ? &past->rows[low] : NULL;
}

static void judge(struct arena *arena, const struct formers *past, const struct facts *facts, struct review_line *line)
{
	size_t count;
	const struct former *former = past_of(past, line, facts->version, &count);
	double *values = arena_array(arena, count + 1, sizeof *values);

	outlier_judge(NULL, 0, line->value, 0, &line->outlier);
	if (former == NULL || isnan(line->value))
		return;
	for (size_t i = 0; i < count; i++)
		values[i] = former[i].value;
	line->last = former[count - 1].value;
	line->last_period = former[count - 1].period;
	outlier_of(&facts->scale, values, count, line->value, &line->outlier);
	struct rule_numbers own = { line->value, NAN, NAN }, last = { line->last, NAN, NAN };
	if (line->outlier.is || (facts->jump.factor > 1 && rule_broken(&facts->jump, &own, &last, NULL)))
		line->look |= REVIEW_JUMP;
}

static void read_line(struct query *query, struct arena *arena, struct review_line *line, struct facts *facts)
{
	const char *status = query_column_text(query, 10);

	*line = (struct review_line){ .participant = arena_strdup(arena, query_column_text(query, 0)),
		.code = arena_strdup(arena, query_column_text(query, 1)), .title = arena_strdup(arena, query_column_text(query, 3)),
		.domain = arena_strdup(arena, query_column_text(query, 4)), .state = state_from_name(query_column_text(query, 8)),
		.revision = query_column_int(query, 9), .value = NAN, .last = NAN };
	*facts = (struct facts){ .version = query_column_int(query, 2),
		.scale = { .levels = (int)query_column_int(query, 6), .items = (int)query_column_int(query, 7) },
		.jump = { .kind = RULE_JUMP, .part = RULE_VALUE, .lowest = NAN, .highest = NAN,
			.factor = query_column_is_null(query, 17) ? 0 : query_column_real(query, 17),
			.above = query_column_is_null(query, 18) ? 0 : query_column_real(query, 18) } };
	if (!score_type_named(query_column_text(query, 5), &facts->scale.type))
		facts->scale.type = SCORE_TYPES;
	if (status != NULL && strcmp(status, "reported") == 0)
		line->value = query_column_real(query, 11);
	line->explained = query_column_int(query, 12) != 0;
	line->evidence = query_column_int(query, 13);
	line->small = query_column_int(query, 14);
	if (line->explained)
		line->look |= REVIEW_UNUSUAL;
	if (facts->scale.type == SCORE_LADDER && line->value >= 3 && line->evidence == 0)
		line->look |= REVIEW_EVIDENCE;
	if (line->small > 0)
		line->look |= REVIEW_SMALL;
	if (!query_column_is_null(query, 16))
		line->look |= query_column_int(query, 16) != 0 ? REVIEW_ASKED : REVIEW_REPLIED;
}

enum err review_lines(struct database *db, struct arena *arena, const struct round *round, const char *participant, const char *language,
	struct review_lines *lines, struct error *error)
{
	char today[CLOCK_DATE];
	struct formers past = { 0 };
	enum err err = load_past(db, arena, round, participant, &past, error);

	*lines = (struct review_lines){ 0 };
	if (err != ERR_OK)
		return err;
	clock_today(today);
	struct query *query = database_query(db, REPORTS_review_rows);
	query_int(query, "round", round->id);
	query_text(query, "participant", participant);
	query_text(query, "lang", language);
	query_int(query, "small", STATISTICS_COUNT_WIDTH);
	while (lines->count < LINES_MAX && query_next(query)) {
		struct facts facts;

		lines->rows = arena_grow(arena, lines->rows, lines->count, sizeof *lines->rows);
		struct review_line *line = &lines->rows[lines->count++];
		read_line(query, arena, line, &facts);
		if (is_late(round, line, query_column_text(query, 19), query_column_text(query, 15), today))
			line->look |= REVIEW_LATE;
		judge(arena, &past, &facts, line);
	}
	return query_end(query, error);
}

/* --- one participant --------------------------------------------------------------------------------------------- */

MUST_USE static enum err check_rules(struct database *db, struct arena *arena, int64_t round, const char *language, struct review_line *line,
	struct error *error)
{
	struct answer_key key = { .round = round, .participant = line->participant, .indicator = line->code };
	struct answer_findings findings;
	struct question question;
	struct answer answer;
	enum err err = question_load(db, arena, round, line->code, language, &question, error);

	if (err == ERR_OK)
		err = answer_load(db, arena, &key, &answer, error);
	if (err == ERR_OK)
		err = answer_findings_cleared(db, arena, &question, &answer, &findings, error);
	if (err == ERR_OK && findings.count > 0)
		line->look |= REVIEW_UNUSUAL;
	return err;
}

enum err review_seat(struct database *db, struct arena *arena, const struct round *round, const char *participant, const char *language,
	struct review_lines *lines, struct error *error)
{
	enum err err = review_lines(db, arena, round, participant, language, lines, error);

	for (size_t i = 0; err == ERR_OK && i < lines->count; i++)
		if (lines->rows[i].state == STATE_CLEARED)
			err = check_rules(db, arena, round->id, language, &lines->rows[i], error);
	return err;
}

bool review_ready(const struct review_line *line)
{
	return line->state == STATE_CLEARED && (line->look & REVIEW_STOPS) == 0;
}

const struct review_line *review_line(const struct review_lines *lines, const char *code)
{
	for (size_t i = 0; i < lines->count; i++)
		if (strcmp(lines->rows[i].code, code) == 0)
			return &lines->rows[i];
	return NULL;
}

/* --- accepting together ------------------------------------------------------------------------------------------ */

MUST_USE static enum err check_ready(const struct review_lines *lines, const struct answer_step *steps, size_t count, struct error *error)
{
	for (size_t i = 0; i < count; i++) {
		const struct review_line *line = review_line(lines, steps[i].indicator);

		/* Who was quicker, and an answer that is not asked for, are told by answer_act. */
		if (line == NULL || line->state != STATE_CLEARED || line->revision != steps[i].revision || review_ready(line))
			continue;
		unsigned first = line->look & REVIEW_STOPS;
		return error_set(error, ERR_CONFLICT, _("%s needs a look by now (%s). Nothing was accepted."), line->code,
			review_look_title(first & ~(first - 1)));
	}
	return ERR_OK;
}

enum err review_accept(struct database *db, const struct actor *actor, int64_t id, const char *participant, const struct answer_step *steps,
	size_t count, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct review_lines lines;
	struct round round;
	enum err err = duty_require_review(db, actor, participant, error);

	if (err == ERR_OK)
		err = database_begin(db, error);
	if (err != ERR_OK)
		return duty_refused(db, actor, "answer.refused", id, participant, "accepted", err);
	err = round_load(db, &arena, id, i18n_current(), &round, error);
	if (err == ERR_OK)
		err = review_seat(db, &arena, &round, participant, i18n_current(), &lines, error);
	if (err == ERR_OK)
		err = check_ready(&lines, steps, count, error);
	if (err == ERR_OK)
		err = answer_act(db, actor, id, participant, steps, count, ACTION_ACCEPT, NULL, NULL, error);
	err = database_end(db, err, error);
	arena_release(&arena);
	return err;
}

/* --- the other governments --------------------------------------------------------------------------------------- */

static int compare_values(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

MUST_USE static enum err load_minimum(struct database *db, const char *framework, int64_t *minimum, struct error *error)
{
	struct query *query = database_query(db, REPORTS_review_minimum);

	query_text(query, "framework", framework);
	*minimum = query_next(query) ? query_column_int(query, 0) : 1;
	return query_end(query, error);
}

enum err review_spread(struct database *db, struct arena *arena, const struct answer *answer, struct review_spread *spread, struct error *error)
{
	double values[OTHERS_MAX];
	int64_t minimum;
	struct query *query = database_query(db, REPORTS_review_others);

	*spread = (struct review_spread){ .lowest = NAN, .median = NAN, .highest = NAN };
	query_int(query, "version", answer->version);
	query_text(query, "participant", answer->participant);
	query_text(query, "period", answer->period);
	while (spread->count < OTHERS_MAX && query_next(query)) {
		if (spread->period != NULL && strcmp(spread->period, query_column_text(query, 0)) != 0)
			break;
		if (spread->period == NULL)
			spread->period = arena_strdup(arena, query_column_text(query, 0));
		values[spread->count++] = query_column_real(query, 1);
	}
	enum err err = query_end(query, error);
	if (err == ERR_OK)
		err = load_minimum(db, answer->framework, &minimum, error);
	if (err != ERR_OK || spread->count == 0)
		return err;
	spread->withheld = (int64_t)spread->count < minimum;
	if (spread->withheld)
		return ERR_OK;
	qsort(values, spread->count, sizeof *values, compare_values);
	spread->lowest = values[0];
	spread->median = statistics_quantile(values, spread->count, 0.5);
	spread->highest = values[spread->count - 1];
	return ERR_OK;
}
