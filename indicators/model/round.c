/* round: see round.h. Reading; opening and extending are in round_open.c. */
#include "indicators/model/round.h"

#include <string.h>

#include "indicators/base/clock.h"
#include "indicators/base/fold.h"
#include "indicators/base/i18n.h"
#include "indicators/base/period.h"

#define ROUNDS_MAX 2000
#define SEATS_MAX 300
#define CHOICES_MAX 2000

static const char *later(const char *a, const char *b)
{
	return b != NULL && strcmp(b, a) > 0 ? b : a;
}

enum round_phase round_phase_on(const char *opens_on, const char *due_on, const char *closes_on, const char *extended_to,
	const char *today)
{
	if (strcmp(today, opens_on) < 0)
		return ROUND_NOT_OPEN;
	if (strcmp(today, later(closes_on, extended_to)) > 0)
		return ROUND_CLOSED;
	return strcmp(today, later(due_on, extended_to)) > 0 ? ROUND_OVERDUE : ROUND_OPEN;
}

const char *round_phase_title(enum round_phase phase)
{
	switch (phase) {
	case ROUND_NOT_OPEN:
		return _("Not open yet");
	case ROUND_OPEN:
		return _("Open");
	case ROUND_OVERDUE:
		return _("Overdue");
	case ROUND_CLOSED:
		break;
	}
	return _("Closed");
}

bool round_in_force(const char *period, const char *first, const char *last)
{
	struct period periods[3];

	return period_parse(period, &periods[0], NULL) == ERR_OK
		&& (first == NULL || period_parse(first, &periods[1], NULL) == ERR_OK)
		&& (last == NULL || period_parse(last, &periods[2], NULL) == ERR_OK)
		&& period_within(&periods[0], first != NULL ? &periods[1] : NULL, last != NULL ? &periods[2] : NULL);
}

static void read_round(struct query *query, struct arena *arena, const char *today, struct round *round)
{
	*round = (struct round){ 0 };
	round->id = query_column_int(query, 0);
	round->framework = arena_strdup(arena, query_column_text(query, 1));
	round->period = arena_strdup(arena, query_column_text(query, 2));
	round->opens_on = arena_strdup(arena, query_column_text(query, 3));
	round->due_on = arena_strdup(arena, query_column_text(query, 4));
	round->closes_on = arena_strdup(arena, query_column_text(query, 5));
	round->imported = strcmp(query_column_text(query, 6), "import") == 0;
	round->framework_title = arena_strdup(arena, query_column_text(query, 7));
	round->indicators = query_column_int(query, 8);
	round->participants = query_column_int(query, 9);
	round->answers[STATE_NONE] = round->indicators * round->participants;
	round->releases = query_column_int(query, 10);
	round->released_at = arena_strdup(arena, query_column_text(query, 11));
	round->phase = round_phase_on(round->opens_on, round->due_on, round->closes_on, NULL, today);
}

MUST_USE static enum err read_rounds(struct database *db, struct arena *arena, int64_t id, const char *language,
	struct round_list *list, struct error *error)
{
	char today[CLOCK_DATE];
	struct query *query = database_query(db, REPORTS_round_rows);

	clock_today(today);
	list->count = 0;
	list->rows = arena_array(arena, id == 0 ? ROUNDS_MAX : 1, sizeof *list->rows);
	query_int(query, "id", id);
	query_text(query, "lang", language);
	while (list->count < (id == 0 ? ROUNDS_MAX : 1) && query_next(query))
		read_round(query, arena, today, &list->rows[list->count++]);
	return query_end(query, error);
}

/* Adds the counts of answers to `count` rounds; `id` 0 stands for all rounds. */
MUST_USE static enum err count_answers(struct database *db, struct round *rounds, size_t count, int64_t id, struct error *error)
{
	struct query *query = database_query(db, REPORTS_round_states);

	query_int(query, "id", id);
	while (query_next(query)) {
		for (size_t i = 0; i < count; i++) {
			if (rounds[i].id != query_column_int(query, 0))
				continue;
			int64_t answers = query_column_int(query, 2);
			rounds[i].answers[state_from_name(query_column_text(query, 1))] = answers;
			rounds[i].answers[STATE_NONE] -= answers;
			rounds[i].unreleased += query_column_int(query, 3);
		}
	}
	return query_end(query, error);
}

enum err round_count(struct database *db, struct round *round, struct error *error)
{
	return count_answers(db, round, 1, round->id, error);
}

enum err round_list(struct database *db, struct arena *arena, const char *language, struct round_list *list, struct error *error)
{
	enum err err = read_rounds(db, arena, 0, language, list, error);

	return err != ERR_OK ? err : count_answers(db, list->rows, list->count, 0, error);
}

enum err round_load(struct database *db, struct arena *arena, int64_t id, const char *language, struct round *round,
	struct error *error)
{
	struct round_list list = { 0 };
	enum err err = id > 0 ? read_rounds(db, arena, id, language, &list, error) : ERR_OK;

	if (err != ERR_OK)
		return err;
	if (list.count == 0)
		return error_set(error, ERR_NOT_FOUND, _("There is no round number %lld."), (long long)id);
	*round = list.rows[0];
	return ERR_OK;
}

MUST_USE static enum err read_seats(struct database *db, struct arena *arena, const struct round *round, const char *participant,
	const char *language, struct round_seats *seats, struct error *error)
{
	char today[CLOCK_DATE];
	size_t most = participant[0] == '\0' ? SEATS_MAX : 1;
	struct query *query = database_query(db, REPORTS_round_seat_rows);

	clock_today(today);
	seats->count = 0;
	seats->rows = arena_array(arena, most, sizeof *seats->rows);
	query_int(query, "round", round->id);
	query_text(query, "participant", participant);
	query_text(query, "lang", language);
	while (seats->count < most && query_next(query)) {
		struct round_seat *seat = &seats->rows[seats->count++];

		seat->code = arena_strdup(arena, query_column_text(query, 0));
		seat->title = arena_strdup(arena, query_column_text(query, 1));
		seat->extended_to = arena_strdup(arena, query_column_text(query, 2));
		seat->extension_reason = arena_strdup(arena, query_column_text(query, 3));
		seat->due_on = later(round->due_on, seat->extended_to);
		seat->closes_on = later(round->closes_on, seat->extended_to);
		seat->phase = round_phase_on(round->opens_on, round->due_on, round->closes_on, seat->extended_to, today);
		seat->expected = seat->answers[STATE_NONE] = round->indicators;
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;

	query = database_query(db, REPORTS_round_seat_states);
	query_int(query, "round", round->id);
	query_text(query, "participant", participant);
	while (query_next(query)) {
		for (size_t i = 0; i < seats->count; i++) {
			if (strcmp(seats->rows[i].code, query_column_text(query, 0)) != 0)
				continue;
			int64_t count = query_column_int(query, 2);
			seats->rows[i].answers[state_from_name(query_column_text(query, 1))] = count;
			seats->rows[i].answers[STATE_NONE] -= count;
		}
	}
	return query_end(query, error);
}

enum err round_seats(struct database *db, struct arena *arena, const struct round *round, const char *language,
	struct round_seats *seats, struct error *error)
{
	return read_seats(db, arena, round, "", language, seats, error);
}

enum err round_seat(struct database *db, struct arena *arena, const struct round *round, const char *participant,
	const char *language, struct round_seat *seat, struct error *error)
{
	struct round_seats seats = { 0 };
	enum err err = participant[0] == '\0' ? ERR_OK : read_seats(db, arena, round, participant, language, &seats, error);

	if (err != ERR_OK)
		return err;
	if (seats.count == 0)
		return error_set(error, ERR_NOT_FOUND, _("%s is not expected to report in this round."), participant);
	*seat = seats.rows[0];
	return ERR_OK;
}

enum err round_tasks_of(struct database *db, struct arena *arena, const struct actor *actor, const char *language,
	struct round_tasks *tasks, struct error *error)
{
	char today[CLOCK_DATE];
	struct query *query = database_query(db, REPORTS_round_task_rows);
	struct { int64_t round; const char *participant; } *found = arena_array(arena, ROUNDS_MAX, sizeof *found);
	size_t count = 0;

	clock_today(today);
	query_int(query, "person", actor->person);
	query_text(query, "today", today);
	while (count < ROUNDS_MAX && query_next(query)) {
		found[count].round = query_column_int(query, 0);
		found[count++].participant = arena_strdup(arena, query_column_text(query, 1));
	}
	enum err err = query_end(query, error);
	tasks->count = count;
	tasks->rows = arena_array(arena, count, sizeof *tasks->rows);
	for (size_t i = 0; err == ERR_OK && i < count; i++) {
		err = round_load(db, arena, found[i].round, language, &tasks->rows[i].round, error);
		if (err == ERR_OK)
			err = round_seat(db, arena, &tasks->rows[i].round, found[i].participant, language, &tasks->rows[i].seat, error);
	}
	return err;
}

/* Rows of code, title, group and, with a period, the first and last one in which the row is in force. */
MUST_USE static enum err read_choices(struct query *query, struct arena *arena, bool grouped, const char *period,
	struct round_choices *choices, struct error *error)
{
	choices->count = 0;
	choices->rows = arena_array(arena, CHOICES_MAX, sizeof *choices->rows);
	while (choices->count < CHOICES_MAX && query_next(query)) {
		if (period != NULL && !round_in_force(period, query_column_text(query, 3), query_column_text(query, 4)))
			continue;
		struct round_choice *choice = &choices->rows[choices->count++];

		choice->code = arena_strdup(arena, query_column_text(query, 0));
		choice->title = arena_strdup(arena, query_column_text(query, 1));
		choice->group = grouped ? arena_strdup(arena, query_column_text(query, 2)) : "";
		choice->chosen = true;
	}
	return query_end(query, error);
}

enum err round_choose_frameworks(struct database *db, struct arena *arena, const char *language, struct round_choices *choices,
	struct error *error)
{
	struct query *query = database_query(db, REPORTS_round_frameworks);

	query_text(query, "lang", language);
	return read_choices(query, arena, false, NULL, choices, error);
}

enum err round_choose_indicators(struct database *db, struct arena *arena, const char *framework, const char *period,
	const char *language, struct round_choices *choices, struct error *error)
{
	struct query *query = database_query(db, REPORTS_round_indicators_in_force);

	query_text(query, "framework", framework);
	query_text(query, "lang", language);
	return read_choices(query, arena, true, period, choices, error);
}

enum err round_choose_participants(struct database *db, struct arena *arena, const char *language,
	struct round_choices *choices, struct error *error)
{
	char today[CLOCK_DATE];
	struct query *query = database_query(db, REPORTS_round_participants_valid);

	clock_today(today);
	query_text(query, "lang", language);
	query_text(query, "today", today);
	enum err err = read_choices(query, arena, true, NULL, choices, error);
	for (size_t i = 0; i < choices->count; i++)
		choices->rows[i].chosen = strcmp(choices->rows[i].group, "member") == 0;
	return err;
}

static void choose(struct round_choices *choices, const char *code)
{
	for (size_t i = 0; i < choices->count; i++)
		if (strcmp(choices->rows[i].code, code) == 0)
			choices->rows[i].chosen = true;
}

enum err round_choose_as(struct database *db, int64_t former, struct round_choices *indicators, struct round_choices *participants,
	struct error *error)
{
	struct round_choices *const both[] = { indicators, participants };
	struct query *query;
	enum err err = ERR_OK;

	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < both[k]->count; i++)
			both[k]->rows[i].chosen = false;
	for (size_t k = 0; err == ERR_OK && k < 2; k++) {
		query = database_query(db, k == 0 ? REPORTS_round_asked : REPORTS_round_expected);
		query_int(query, "round", former);
		while (query_next(query))
			choose(both[k], query_column_text(query, 0));
		err = query_end(query, error);
	}
	return err;
}

enum err round_board(struct database *db, struct arena *arena, const struct round *round, const struct round_seats *seats,
	const char *language, struct round_board *board, struct error *error)
{
	struct query *query = database_query(db, REPORTS_round_domains);
	int64_t *expected = arena_array(arena, CHOICES_MAX, sizeof *expected);

	board->domain_count = 0;
	board->domains = arena_array(arena, CHOICES_MAX, sizeof *board->domains);
	query_int(query, "round", round->id);
	query_text(query, "lang", language);
	while (board->domain_count < CHOICES_MAX && query_next(query)) {
		board->domains[board->domain_count].code = arena_strdup(arena, query_column_text(query, 0));
		board->domains[board->domain_count].title = arena_strdup(arena, query_column_text(query, 1));
		expected[board->domain_count++] = query_column_int(query, 2);
	}
	enum err err = query_end(query, error);
	if (err != ERR_OK)
		return err;
	board->cells = arena_array(arena, seats->count * board->domain_count + 1, sizeof *board->cells);
	for (size_t i = 0; i < seats->count * board->domain_count; i++)
		board->cells[i].expected = board->cells[i].answers[STATE_NONE] = expected[i % board->domain_count];

	query = database_query(db, REPORTS_round_domain_states);
	query_int(query, "round", round->id);
	while (query_next(query)) {
		for (size_t i = 0; i < seats->count; i++) {
			for (size_t j = 0; j < board->domain_count; j++) {
				if (strcmp(seats->rows[i].code, query_column_text(query, 0)) != 0
					|| strcmp(board->domains[j].code, query_column_text(query, 1)) != 0)
					continue;
				struct round_cell *cell = &board->cells[i * board->domain_count + j];
				int64_t count = query_column_int(query, 3);
				cell->answers[state_from_name(query_column_text(query, 2))] = count;
				cell->answers[STATE_NONE] -= count;
			}
		}
	}
	return query_end(query, error);
}

static bool same_text(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

enum err round_questionnaire(struct database *db, struct arena *arena, int64_t round, const char *participant,
	const char *language, struct round_lines *lines, struct error *error)
{
	struct query *query = database_query(db, REPORTS_round_lines);

	lines->count = 0;
	lines->rows = arena_array(arena, CHOICES_MAX, sizeof *lines->rows);
	query_int(query, "round", round);
	query_text(query, "participant", participant);
	query_text(query, "lang", language);
	while (lines->count < CHOICES_MAX && query_next(query)) {
		struct round_line *line = &lines->rows[lines->count++];

		line->code = arena_strdup(arena, query_column_text(query, 0));
		line->title = arena_strdup(arena, query_column_text(query, 1));
		line->type = arena_strdup(arena, query_column_text(query, 2));
		line->domain = arena_strdup(arena, query_column_text(query, 3));
		line->domain_title = arena_strdup(arena, query_column_text(query, 4));
		line->state = state_from_name(query_column_text(query, 5));
		line->revision = query_column_int(query, 6);
		line->released = !query_column_is_null(query, 7);
		line->audience = arena_strdup(arena, query_column_text(query, 9));
		line->published = line->released && query_column_int(query, 7) == line->revision
			&& same_text(query_column_text(query, 8), line->audience);
		line->status = arena_strdup(arena, query_column_text(query, 10));
		line->reason = line->state == STATE_RETURNED ? arena_strdup(arena, query_column_text(query, 11)) : NULL;
		line->by = arena_strdup(arena, query_column_text(query, 12));
		line->at = arena_strdup(arena, query_column_text(query, 13));
		line->unit = arena_strdup(arena, query_column_text(query, 14));
		line->levels = query_column_int(query, 15);
		line->items = query_column_int(query, 16);
		line->has_fraction = query_column_int(query, 17) > 0;
		line->value = query_column_real(query, 18);
		line->numerator = query_column_real(query, 19);
		line->denominator = query_column_real(query, 20);
		line->level = arena_strdup(arena, query_column_text(query, 21));
		line->explained = query_column_int(query, 22) != 0;
	}
	return query_end(query, error);
}

bool round_lines_have_domain(const struct round_lines *lines, const char *domain)
{
	for (size_t i = 0; i < lines->count; i++)
		if (strcmp(lines->rows[i].domain, domain) == 0)
			return true;
	return false;
}

bool round_line_has_words(struct arena *arena, const struct round_line *line, const char *folded)
{
	return fold_has_words(arena, fold_text(arena, arena_printf(arena, "%s %s", line->code, line->title)), folded);
}
