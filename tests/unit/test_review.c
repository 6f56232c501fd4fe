/* review: what needs a look, what is accepted together, and the spread of what others released. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "indicators/model/message.h"
#include "indicators/model/review.h"
#include "tests/unit/desk.h"

static struct desk desk;

static struct round the_round(void)
{
	struct round round;

	ck_ok(round_load(desk.db, &desk.arena, desk.round, "en", &round, &desk.error), desk.error);
	return round;
}

static struct review_line line_of(const char *participant, const char *code)
{
	struct round round = the_round();
	struct review_lines lines;

	ck_ok(review_seat(desk.db, &desk.arena, &round, participant, "en", &lines, &desk.error), desk.error);
	const struct review_line *line = review_line(&lines, code);
	ck_assert_ptr_nonnull(line);
	return *line;
}

/* A former round of 2015 + n with a released count of XAA and of others. */
static void former(int year, const char *participant, double value)
{
	char script[1024];

	snprintf(script, sizeof script,
		"INSERT INTO round (framework, period, opens_on, due_on, closes_on, origin, created_at)"
		" VALUES ('probe', '%d', '2020-01-01', '2020-01-01', '2020-01-01', 'import', 't') ON CONFLICT DO NOTHING;"
		"INSERT INTO answer (round, participant, indicator_version, state, audience, revision, released_revision, released_audience)"
		" SELECT id, '%s', 4, 'accepted', 'members', 1, 1, 'members' FROM round WHERE period = '%d';"
		"INSERT INTO answer_revision (answer, number, status, value, at) SELECT MAX(id), 1, 'reported', %g, 't' FROM answer;",
		year, participant, year, value);
	ck_ok(database_script(desk.db, script, &desk.error), desk.error);
}

static enum err accept(int64_t person, const char *code, int64_t revision)
{
	struct actor actor = desk_actor(person);
	struct answer_step step = { .indicator = code, .revision = revision };

	return review_accept(desk.db, &actor, desk.round, "XAA", &step, 1, &desk.error);
}

START_TEST(of_what_is_not_cleared_only_the_state_is_told)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_SUBMITTED);
	struct review_line line = line_of("XAA", "CNT");
	ck_assert_int_eq(line.state, STATE_SUBMITTED);
	ck_assert(isnan(line.value));
	ck_assert_uint_eq(line.look, 0);
	ck_assert(!review_ready(&line));
	ck_ok(desk_act(&desk, CLEARING, "XAA", "CNT", 1, ACTION_CLEAR, "members"), desk.error);
	line = line_of("XAA", "CNT");
	ck_assert_double_eq(line.value, 1);
	ck_assert(review_ready(&line));
	desk_close(&desk);
}
END_TEST

START_TEST(a_figure_far_from_its_own_past_needs_a_look)
{
	desk_open(&desk);
	for (int year = 2016; year < 2021; year++) {
		former(year, "XAA", 100 + year % 3);
		former(year, "XBB", 1); /* what others report is no past of one's own */
	}
	desk_bring(&desk, "CNT", STATE_CLEARED);
	struct review_line line = line_of("XAA", "CNT");
	ck_assert(line.outlier.judged && line.outlier.is);
	ck_assert_uint_eq(line.look & REVIEW_JUMP, REVIEW_JUMP);
	ck_assert_str_eq(line.last_period, "2020");
	ck_assert(!review_ready(&line));
	ck_refused(accept(SECRETARIAT, "CNT", 1), ERR_CONFLICT, desk.error);
	ck_assert_ptr_nonnull(strstr(desk.error.text, "CNT"));
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_CLEARED);
	desk_close(&desk);
}
END_TEST

START_TEST(a_former_figure_that_was_never_accepted_is_no_past)
{
	desk_open(&desk);
	for (int year = 2016; year < 2021; year++)
		former(year, "XAA", 100);
	ck_ok(database_script(desk.db, "UPDATE answer SET state = 'submitted', released_revision = NULL, released_audience = NULL", &desk.error),
		desk.error);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	struct review_line line = line_of("XAA", "CNT");
	ck_assert(!line.outlier.judged);
	ck_assert_ptr_null(line.last_period);
	desk_close(&desk);
}
END_TEST

START_TEST(level_three_without_evidence_and_small_cells_need_a_look)
{
	desk_open(&desk);
	desk_bring(&desk, "LAD", STATE_CLEARED);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	/* As an import brings them. */
	ck_ok(database_script(desk.db,
		"INSERT INTO answer_revision (answer, number, status, value, at) SELECT id, 2, 'reported', 3, 't' FROM answer WHERE indicator_version = 1;"
		"UPDATE answer SET revision = 2 WHERE indicator_version = 1;"
		"INSERT INTO answer_cell (answer, number, cell, value) SELECT id, 1, 'sex=female', 4 FROM answer WHERE indicator_version = 4;"
		"INSERT INTO answer_cell (answer, number, cell, value) SELECT id, 1, 'sex=male', 5 FROM answer WHERE indicator_version = 4;"
		"INSERT INTO answer_cell (answer, number, cell, value) SELECT id, 1, 'sex=unknown', 0 FROM answer WHERE indicator_version = 4;",
		&desk.error), desk.error);
	ck_assert_uint_eq(line_of("XAA", "LAD").look & REVIEW_EVIDENCE, REVIEW_EVIDENCE);
	ck_assert_uint_eq(line_of("XAA", "CNT").look & REVIEW_SMALL, REVIEW_SMALL);
	ck_assert_int_eq(line_of("XAA", "CNT").small, 1);
	desk_close(&desk);
}
END_TEST

START_TEST(an_open_question_and_a_reply_need_a_look)
{
	struct actor secretariat = desk_actor(SECRETARIAT), focal = desk_actor(FOCAL);

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	struct answer_key key = { .round = desk.round, .participant = "XAA", .indicator = "CNT" };
	ck_ok(message_add(desk.db, &secretariat, &key, MESSAGE_SECRETARIAT, "Why?", NULL, &desk.error), desk.error);
	ck_assert_uint_eq(line_of("XAA", "CNT").look, REVIEW_ASKED);
	ck_ok(message_add(desk.db, &focal, &key, MESSAGE_GOVERNMENT, "So.", NULL, &desk.error), desk.error);
	ck_assert_uint_eq(line_of("XAA", "CNT").look, REVIEW_REPLIED);
	desk_close(&desk);
}
END_TEST

START_TEST(late_is_what_came_or_is_missing_after_the_own_deadline)
{
	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	ck_assert_uint_eq(line_of("XAA", "YES").look, 0);
	desk_today("2026-03-21");
	ck_assert_uint_eq(line_of("XAA", "YES").look, REVIEW_LATE);
	ck_assert_uint_eq(line_of("XAA", "CNT").look, 0);
	desk_bring(&desk, "YES", STATE_CLEARED);
	struct review_line line = line_of("XAA", "YES");
	ck_assert_uint_eq(line.look, REVIEW_LATE);
	ck_assert(review_ready(&line)); /* lateness says nothing about the figure */
	ck_ok(database_script(desk.db, "UPDATE round_participant SET extended_to = '2026-04-10', extension_reason = 'Elections'"
		" WHERE participant = 'XAA'", &desk.error), desk.error);
	ck_assert_uint_eq(line_of("XAA", "YES").look, 0);
	ck_assert_uint_eq(line_of("XBB", "YES").look, REVIEW_LATE);
	desk_close(&desk);
}
END_TEST

START_TEST(what_needs_no_look_is_accepted_all_or_none)
{
	static const char *const codes[] = { "CNT", "YES" };
	struct actor secretariat = desk_actor(SECRETARIAT), own = desk_actor(SECRETARIAT_A), focal = desk_actor(FOCAL);
	struct answer_step steps[] = { { codes[0], 1 }, { codes[1], 1 } };

	desk_open(&desk);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	desk_bring(&desk, "YES", STATE_SUBMITTED);
	ck_refused(review_accept(desk.db, &secretariat, desk.round, "XAA", steps, 2, &desk.error), ERR_CONFLICT, desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_CLEARED);
	ck_ok(desk_act(&desk, CLEARING, "XAA", "YES", 1, ACTION_CLEAR, "members"), desk.error);
	ck_refused(review_accept(desk.db, &own, desk.round, "XAA", steps, 2, &desk.error), ERR_DENIED, desk.error);
	ck_refused(review_accept(desk.db, &focal, desk.round, "XAA", steps, 2, &desk.error), ERR_DENIED, desk.error);
	ck_assert_int_eq(kit_number("SELECT COUNT(*) FROM audit_log WHERE action = 'answer.refused'"), 2);
	steps[1].revision = 7;
	ck_refused(review_accept(desk.db, &secretariat, desk.round, "XAA", steps, 2, &desk.error), ERR_CONFLICT, desk.error);
	ck_refused(review_accept(desk.db, &secretariat, desk.round, "XAA", steps, 0, &desk.error), ERR_INVALID, desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_CLEARED);
	steps[1].revision = 1;
	ck_ok(review_accept(desk.db, &secretariat, desk.round, "XAA", steps, 2, &desk.error), desk.error);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "CNT").state, STATE_ACCEPTED);
	ck_assert_int_eq(desk_answer(&desk, "XAA", "YES").state, STATE_ACCEPTED);
	desk_close(&desk);
}
END_TEST

START_TEST(the_spread_is_that_of_enough_others_released_figures)
{
	static const struct { const char *code; double value; } others[] = { { "XBB", 10 }, { "XCC", 40 }, { "XDD", 20 } };
	struct review_spread spread;

	desk_open(&desk);
	ck_ok(database_script(desk.db, "INSERT INTO participant VALUES ('XDD', 904, 'member', '2020-01-01', NULL);", &desk.error), desk.error);
	desk_bring(&desk, "CNT", STATE_CLEARED);
	struct answer answer = desk_answer(&desk, "XAA", "CNT");
	ck_ok(review_spread(desk.db, &desk.arena, &answer, &spread, &desk.error), desk.error);
	ck_assert_ptr_null(spread.period);
	former(2019, "XAA", 999); /* one's own figure is none of the others' */
	for (size_t i = 0; i < 3; i++) {
		ck_ok(review_spread(desk.db, &desk.arena, &answer, &spread, &desk.error), desk.error);
		ck_assert(spread.period == NULL || spread.withheld);
		former(2019, others[i].code, others[i].value);
	}
	/* Accepted and not released; and one of an older period. */
	former(2020, "XBB", 7777);
	ck_ok(database_script(desk.db, "UPDATE answer SET released_revision = NULL, released_audience = NULL WHERE round ="
		" (SELECT id FROM round WHERE period = '2020')", &desk.error), desk.error);
	former(2018, "XBB", 5555);
	ck_ok(review_spread(desk.db, &desk.arena, &answer, &spread, &desk.error), desk.error);
	ck_assert_str_eq(spread.period, "2019");
	ck_assert(!spread.withheld);
	ck_assert_uint_eq(spread.count, 3);
	ck_assert_double_eq(spread.lowest, 10);
	ck_assert_double_eq(spread.median, 20);
	ck_assert_double_eq(spread.highest, 40);
	desk_close(&desk);
}
END_TEST

START_TEST(each_reason_has_a_name_and_a_title)
{
	for (unsigned i = 0; i < REVIEW_LOOKS; i++) {
		ck_assert_uint_eq(review_look_named(review_look_name(1u << i)), 1u << i);
		ck_assert_str_ne(review_look_title(1u << i), "");
	}
	ck_assert_uint_eq(review_look_named("wild"), 0);
	ck_assert_ptr_null(review_look_name(0));
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(of_what_is_not_cleared_only_the_state_is_told),
	KIT_TEST(a_figure_far_from_its_own_past_needs_a_look),
	KIT_TEST(a_former_figure_that_was_never_accepted_is_no_past),
	KIT_TEST(level_three_without_evidence_and_small_cells_need_a_look),
	KIT_TEST(an_open_question_and_a_reply_need_a_look),
	KIT_TEST(late_is_what_came_or_is_missing_after_the_own_deadline),
	KIT_TEST(what_needs_no_look_is_accepted_all_or_none),
	KIT_TEST(the_spread_is_that_of_enough_others_released_figures),
	KIT_TEST(each_reason_has_a_name_and_a_title),
};
KIT_MAIN("review", tests)
