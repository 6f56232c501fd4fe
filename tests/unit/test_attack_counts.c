/*
 * Attacks what is counted over answers: coverage, and how many governments meet each item of a checklist. Neither may depend on an answer that
 * the audience may not see: every such answer is made another one, again and again, and the files of those who may not see it have to stay as
 * they are, to the last row. So no file, and no two files of an audience, tell anything of it.
 */
#include <stdio.h>
#include <string.h>

#include "indicators/base/buffer.h"
#include "tests/unit/world.h"

enum { PERIODS = 30, PARTICIPANTS = 6, ITEMS = 4, ROUNDS_OF_CHANGE = 3 };

#define COUNTS "SELECT 'c', period, participant, n_reported, n_not_available, n_not_applicable, n_expected FROM coverage" \
	" UNION ALL SELECT 'i', period, item, n_met, n_known, '', '' FROM item_regional"

static const char *const participants[PARTICIPANTS] = { "XAA", "XAB", "XAC", "XAD", "XAE", "XAF" };
static const char *const audiences[] = { "public", "donors", "members" };
static uint32_t seed = 20261127;

static struct answer {
	bool given, reported, told; /* told: which items; else a number alone */
	bool met[ITEMS];
	size_t audience;
} answers[PERIODS][PARTICIPANTS];

static uint32_t drawn(uint32_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

static void draw(struct answer *answer)
{
	answer->reported = drawn(6) > 0;
	answer->told = drawn(5) > 0;
	for (size_t i = 0; i < ITEMS; i++)
		answer->met[i] = drawn(2) == 0;
}

static void put(struct buffer *sql, size_t period, size_t p, int revision)
{
	const struct answer *answer = &answers[period][p];
	int met = 0;

	for (size_t i = 0; i < ITEMS; i++)
		met += answer->met[i];
	buffer_printf(sql, "INSERT INTO answer (round, participant, indicator_version, state, audience, revision) VALUES (%zu, '%s', 7, 'accepted', '%s', 1)"
		" ON CONFLICT DO UPDATE SET audience = excluded.audience, revision = %d;"
		"INSERT INTO answer_revision (answer, number, status, value, reason, at) SELECT id, revision, ", period + 1, participants[p],
		audiences[answer->audience], revision);
	if (answer->reported)
		buffer_printf(sql, "'reported', %d, NULL", met);
	else
		buffer_puts(sql, "'not_available', NULL, 'because'");
	buffer_printf(sql, ", '2026-01-01T00:00:00Z' FROM answer WHERE round = %zu AND participant = '%s' AND indicator_version = 7;", period + 1,
		participants[p]);
	for (size_t i = 0; answer->reported && answer->told && i < ITEMS; i++)
		if (answer->met[i])
			buffer_printf(sql, "INSERT INTO answer_item SELECT id, revision, '%c' FROM answer WHERE round = %zu AND participant = '%s'"
				" AND indicator_version = 7;", (char)('a' + i), period + 1, participants[p]);
}

/* Draws every answer for `from` or fewer anew, and releases them. The first time it is also drawn whom they are for. */
static void release(int revision, size_t from)
{
	struct buffer sql = BUFFER_INIT(4 << 20);

	for (size_t period = 0; period < PERIODS; period++)
		for (size_t p = 0; p < PARTICIPANTS; p++) {
			struct answer *answer = &answers[period][p];
			if (revision == 1) {
				answer->given = drawn(6) > 0;
				answer->audience = drawn(2) == 0 ? 0 : 1 + drawn(2);
			}
			if (!answer->given || answer->audience < from)
				continue;
			draw(answer);
			put(&sql, period, p, revision);
		}
	ck_assert_int_eq(sql.failure, ERR_OK);
	world_sql("%s", buffer_text(&sql));
	buffer_release(&sql);
	for (size_t period = 0; period < PERIODS; period++) {
		char name[24];
		snprintf(name, sizeof name, "%zu", 2000 + period);
		world_release(name);
	}
	world_summarise(false);
}

/* What a file has to count: the items of those whose answers its audience sees and who told which they meet; with none met there is nothing to tell. */
static void put_items_of(struct buffer *out, size_t audience)
{
	for (size_t period = 0; period < PERIODS; period++)
		for (size_t i = 0; i < ITEMS; i++) {
			int met = 0, known = 0;
			for (size_t p = 0; p < PARTICIPANTS; p++) {
				const struct answer *answer = &answers[period][p];
				bool any = answer->met[0] || answer->met[1] || answer->met[2] || answer->met[3];
				if (!answer->given || !answer->reported || answer->audience > audience || (any && !answer->told))
					continue;
				known++;
				met += answer->met[i];
			}
			if (known >= 3)
				buffer_printf(out, "%s%zu|%c|%d|%d", out->length > 0 ? "\n" : "", 2000 + period, (char)('a' + i), met, known);
		}
}

START_TEST(counts_tell_nothing_of_answers_that_an_audience_may_not_see)
{
	world_make();
	world_sql("INSERT INTO indicator (id, framework, code, retired_at) VALUES (7, 't', 'K1', NULL);"
		"INSERT INTO indicator_version VALUES (7, 7, 1, 1, 'D1', 4, 'checklist', 'items', 'increase', NULL, NULL, NULL, NULL, NULL, 'd',"
		" '2026-01-01T00:00:00Z');"
		"INSERT INTO indicator_item (indicator_version, position, code, group_code) VALUES (7, 1, 'a', 'g'), (7, 2, 'b', 'g'), (7, 3, 'c', 'g'),"
		" (7, 4, 'd', 'g');"
		"UPDATE catalogue_state SET generation = generation + 1");
	for (size_t period = 0; period < PERIODS; period++) {
		char name[24];
		snprintf(name, sizeof name, "%zu", 2000 + period);
		world_round(name);
	}
	release(1, 0);
	for (size_t hidden = 2; hidden > 0; hidden--) {
		char file[40];
		snprintf(file, sizeof file, "snapshots/%s.db", audiences[hidden - 1]);
		const char *before = world_query(file, COUNTS);
		ck_assert_uint_gt(strlen(before), 1000);
		struct buffer items = BUFFER_INIT(1 << 20);
		put_items_of(&items, hidden - 1);
		ck_assert_str_eq(world_query(file, "SELECT period, item, n_met, n_known FROM item_regional"), buffer_text(&items));
		buffer_release(&items);
		const char *members = world_query("snapshots/members.db", COUNTS);
		for (int n = 0; n < ROUNDS_OF_CHANGE; n++) {
			release(2 + n + (hidden == 2 ? 0 : ROUNDS_OF_CHANGE), hidden);
			ck_assert_str_eq(world_query(file, COUNTS), before);
		}
		/* Those who may see them do see that they are others. */
		ck_assert_str_ne(world_query("snapshots/members.db", COUNTS), members);
	}
}
END_TEST

START_TEST(coverage_is_what_the_answers_of_the_file_come_to)
{
	world_make();
	world_round("2025");
	world_answer("2025", "XAA", "L1", "reported", "1", "public");
	world_answer("2025", "XAA", "L2", "not_available", "NULL", "donors");
	world_answer("2025", "XAB", "L1", "not_applicable", "NULL", "members");
	world_release("2025");
	world_summarise(false);
	for (size_t i = 0; i < 3; i++) {
		char file[40];
		snprintf(file, sizeof file, "snapshots/%s.db", audiences[i]);
		ck_rows(file, "SELECT c.period, c.participant FROM coverage c WHERE"
			" c.n_reported <> (SELECT COUNT(*) FROM answer a WHERE a.period = c.period AND a.participant = c.participant AND a.status = 'reported') OR"
			" c.n_not_available <> (SELECT COUNT(*) FROM answer a WHERE a.period = c.period AND a.participant = c.participant AND a.status = 'not_available') OR"
			" c.n_not_applicable <> (SELECT COUNT(*) FROM answer a WHERE a.period = c.period AND a.participant = c.participant AND a.status = 'not_applicable') OR"
			" c.n_expected <> (SELECT COUNT(*) FROM questionnaire q WHERE q.period = c.period)", "");
		ck_rows(file, "SELECT COUNT(*) FROM coverage", "6");
	}
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(counts_tell_nothing_of_answers_that_an_audience_may_not_see),
	KIT_TEST(coverage_is_what_the_answers_of_the_file_come_to),
};

KIT_MAIN("attack_counts", tests)
