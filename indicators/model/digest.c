/* digest: see digest.h. What waits for one person; the words are in digest_text.c, the mails in digest_make.c. */
#include "indicators/model/digest.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "indicators/base/day.h"
#include "indicators/base/i18n.h"
#include "indicators/model/duty.h"
#include "indicators/model/round.h"

#define KEYS_MAX ((size_t)256 * 1024)
#define PARTS_MAX 2000

int digest_reminder(int64_t days)
{
	static const int64_t before[DIGEST_REMINDER_COUNT] = DIGEST_REMINDERS;
	int stage = 0;

	for (int i = 0; i < DIGEST_REMINDER_COUNT && days >= 0; i++)
		if (days <= before[i])
			stage = i + 1;
	return stage;
}

/* --- one person being looked at --- */

struct look {
	struct database *db;
	struct arena *arena;
	const struct person *person;
	struct actor actor;
	const char *told;
	const char *today;
	struct digest *digest;
};

/* Whether the key stands in no earlier mail; does not note it. */
static bool is_new(const struct look *look, const char *key)
{
	return strstr(look->told, arena_printf(look->arena, " %s ", key)) == NULL;
}

static void note(struct look *look, const char *key)
{
	buffer_printf(&look->digest->keys, "%s ", key);
	look->digest->due |= is_new(look, key);
}

/* News are told once and then no more. */
static bool note_news(struct look *look, const char *key)
{
	if (!is_new(look, key))
		return false;
	note(look, key);
	return true;
}

/* The part of this round and participant, begun where there is none. NULL: more than anybody has to do. */
static struct digest_part *part_of(struct look *look, const struct round *round, const struct round_seat *seat)
{
	struct digest *digest = look->digest;

	for (size_t i = 0; i < digest->count; i++)
		if (digest->parts[i].round == round->id && strcmp(digest->parts[i].participant, seat->code) == 0)
			return &digest->parts[i];
	if (digest->count == PARTS_MAX)
		return NULL;
	struct digest_part *part = &digest->parts[digest->count++];
	*part = (struct digest_part){ .round = round->id, .participant = seat->code, .due_on = seat->due_on, .closes_on = seat->closes_on };
	part->title = arena_printf(look->arena, "%s — %s, %s", seat->title, round->framework_title, round->period);
	part->days_left = day_count(look->today, seat->due_on);
	return part;
}

MUST_USE static enum err note_answers(struct look *look, const struct digest_part *part, const char *state, const char *prefix, long long *count,
	struct error *error)
{
	struct query *query = database_query(look->db, REPORTS_digest_answers);

	query_int(query, "round", part->round);
	query_text(query, "participant", part->participant);
	query_text(query, "state", state);
	while (query_next(query)) {
		note(look, arena_printf(look->arena, "%s%" PRId64, prefix, query_column_int(query, 0)));
		(*count)++;
	}
	return query_end(query, error);
}

/* Messages of the other side; only news where an answer to them is no task. */
MUST_USE static enum err note_messages(struct look *look, const struct digest_part *part, bool from_secretariat, bool news, long long *count,
	const char **about, struct error *error)
{
	struct query *query = database_query(look->db, REPORTS_digest_messages);

	query_int(query, "round", part->round);
	query_text(query, "participant", part->participant);
	query_int(query, "from_secretariat", from_secretariat);
	while (query_next(query)) {
		const char *key = arena_printf(look->arena, "m%" PRId64, query_column_int(query, 0));

		if (news && !is_new(look, key))
			continue;
		note(look, key);
		*about = ++*count == 1 ? arena_strdup(look->arena, query_column_text(query, 1)) : NULL;
	}
	return query_end(query, error);
}

/* --- government --- */

/* What is missing and drafted, with the deadline: told of whenever there is a mail, and a reason for one when the round opens, when the
 * deadline is moved, and when it comes near. */
static void look_at_open_work(struct look *look, const struct round_task *task, struct digest_part *part)
{
	const struct round_seat *seat = &task->seat;
	struct arena *arena = look->arena;

	if (seat->phase != ROUND_OPEN && seat->phase != ROUND_OVERDUE)
		return;
	part->missing = seat->answers[STATE_NONE];
	part->drafts = seat->answers[STATE_DRAFT];
	if (part->missing + part->drafts + part->returned == 0)
		return;
	part->opened = note_news(look, arena_printf(arena, "o%" PRId64 "/%s", part->round, part->participant));
	if (seat->extended_to != NULL)
		part->extended = note_news(look, arena_printf(arena, "x%" PRId64 "/%s/%s", part->round, part->participant, seat->extended_to));
	part->reminder = seat->phase == ROUND_OPEN ? digest_reminder(part->days_left) : 0;
	if (part->reminder > 0 && !note_news(look, arena_printf(arena, "d%" PRId64 "/%s/%s/%d", part->round, part->participant, part->due_on,
		part->reminder)))
		part->reminder = 0;
}

MUST_USE static enum err look_at_task(struct look *look, const struct round_task *task, struct error *error)
{
	unsigned duties;
	enum err err = duty_of(look->db, &look->actor, task->seat.code, &duties, error);

	if (err != ERR_OK || (duties & (DUTY_REPORT | DUTY_CLEAR)) == 0 || task->seat.phase == ROUND_NOT_OPEN)
		return err;
	struct digest_part *part = part_of(look, &task->round, &task->seat);
	if (part == NULL)
		return ERR_OK;
	if ((duties & DUTY_REPORT) != 0) {
		err = note_answers(look, part, "returned", "r", &part->returned, error);
		if (err == ERR_OK)
			err = note_messages(look, part, true, false, &part->asked, &part->asked_about, error);
		if (err == ERR_OK)
			look_at_open_work(look, task, part);
	}
	if (err == ERR_OK && (duties & DUTY_CLEAR) != 0)
		err = note_answers(look, part, "submitted", "s", &part->to_clear, error);
	return err;
}

MUST_USE static enum err look_at_tasks(struct look *look, struct error *error)
{
	struct round_tasks tasks;
	enum err err = round_tasks_of(look->db, look->arena, &look->actor, look->person->lang, &tasks, error);

	for (size_t i = 0; err == ERR_OK && i < tasks.count; i++)
		err = look_at_task(look, &tasks.rows[i], error);
	return err;
}

/* --- secretariat --- */

struct review { int64_t round; const char *participant; };

MUST_USE static enum err read_reviews(struct look *look, struct review *reviews, size_t *count, struct error *error)
{
	struct query *query = database_query(look->db, REPORTS_digest_review);

	while (*count < PARTS_MAX && query_next(query)) {
		reviews[*count].round = query_column_int(query, 0);
		reviews[(*count)++].participant = arena_strdup(look->arena, query_column_text(query, 1));
	}
	return query_end(query, error);
}

MUST_USE static enum err look_at_review(struct look *look, const struct review *review, struct error *error)
{
	struct round round;
	struct round_seat seat;
	unsigned duties;
	enum err err = duty_of(look->db, &look->actor, review->participant, &duties, error);

	/* Nobody is told of answers of the government they belong to: others review those. */
	if (err != ERR_OK || (duties & DUTY_REVIEW) == 0 || (duties & DUTY_BELONG) != 0)
		return err;
	if ((err = round_load(look->db, look->arena, review->round, look->person->lang, &round, error)) != ERR_OK
		|| (err = round_seat(look->db, look->arena, &round, review->participant, look->person->lang, &seat, error)) != ERR_OK)
		return err;
	struct digest_part *part = part_of(look, &round, &seat);
	if (part == NULL)
		return ERR_OK;
	err = note_answers(look, part, "cleared", "c", &part->to_review, error);
	if (err == ERR_OK)
		err = note_messages(look, part, false, true, &part->replied, &part->replied_about, error);
	return err;
}

MUST_USE static enum err look_at_reviews(struct look *look, struct error *error)
{
	struct review *reviews = arena_array(look->arena, PARTS_MAX, sizeof *reviews);
	size_t count = 0;
	unsigned duties;
	enum err err = duty_of(look->db, &look->actor, NULL, &duties, error);

	if (err != ERR_OK || (duties & DUTY_REVIEW) == 0)
		return err;
	err = read_reviews(look, reviews, &count, error);
	for (size_t i = 0; err == ERR_OK && i < count; i++)
		err = look_at_review(look, &reviews[i], error);
	return err;
}

enum err digest_of(struct database *db, struct arena *arena, const struct person *person, const char *told, struct digest *digest,
	struct error *error)
{
	char today[CLOCK_DATE];
	struct look look = { .db = db, .arena = arena, .person = person, .told = told, .today = today, .digest = digest,
		.actor = { .person = person->id, .name = person->email, .address = "" } };
	enum err err;

	clock_today(today);
	*digest = (struct digest){ .keys = BUFFER_INIT(KEYS_MAX), .parts = arena_array(arena, PARTS_MAX, sizeof *digest->parts) };
	buffer_putc(&digest->keys, ' ');
	if ((err = look_at_tasks(&look, error)) == ERR_OK)
		err = look_at_reviews(&look, error);
	return err != ERR_OK ? err : buffer_check(&digest->keys, error);
}

void digest_release(struct digest *digest)
{
	buffer_release(&digest->keys);
}
