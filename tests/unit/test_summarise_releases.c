/* Tests of what a snapshot holds of earlier releases: answers and figures as they stood, for those who may see them. */
#include <string.h>

#include "tests/unit/world.h"

#define PUBLIC "snapshots/public.db"
#define DONORS "snapshots/donors.db"
#define MEMBERS "snapshots/members.db"

#define FIGURES "SELECT since, until, n_reporting, n_hidden, hidden_included, mean, status FROM regional_standing WHERE indicator = 'L1' ORDER BY since"
#define ANSWERS "SELECT participant, since, until, value, note FROM answer_standing WHERE indicator = 'L1' ORDER BY participant, since"

static const char *const codes[] = { "XAA", "XAB", "XAC", "XAD", "XAE", "XAF" };

/* Levels of L1 by participant: 'p', 'd' or 'm' for whom, then the level; NULL: left as it is. */
static void report(const char *const levels[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (levels[i] != NULL)
			world_answer("2025", codes[i], "L1", "reported", levels[i] + 1,
				levels[i][0] == 'p' ? "public" : levels[i][0] == 'd' ? "donors" : "members");
	world_release("2025");
}

/* Brings the snapshots up to date; a full run must make the same of it. */
static enum summarise_kind run(void)
{
	static const char *const audiences[] = { "public", "donors", "members" };
	const char *updated[3];
	enum summarise_kind kind = world_summarise(false).kind;

	for (size_t i = 0; i < 3; i++)
		updated[i] = world_dump(audiences[i]);
	world_summarise(true);
	for (size_t i = 0; i < 3; i++)
		ck_assert_str_eq(updated[i], world_dump(audiences[i]));
	return kind;
}

static void begin(const char *const levels[], size_t count)
{
	world_make();
	world_round("2025");
	report(levels, count);
	ck_assert_int_eq(run(), SUMMARISE_FULL);
}

START_TEST(a_correction_leaves_the_old_answer_and_figure_beside_the_new)
{
	begin((const char *[]){ "p1", "p2", "p3" }, 3);
	ck_rows(PUBLIC, FIGURES, "1||3|0|0|50|ok");
	world_sql("UPDATE release SET name = 'First release', note = 'All in.'");
	world_answer("2025", "XAB", "L1", "reported", "4", "public");
	world_sql("DROP TRIGGER answer_revision_is_append_only_u; UPDATE answer_revision SET note = 'The law came into force.' WHERE number = 2");
	world_release("2025");
	world_sql("UPDATE release SET name = 'Correction of May' WHERE number = 2");
	ck_assert_int_eq(run(), SUMMARISE_UPDATED);
	ck_rows(PUBLIC, ANSWERS, "XAA|1||1|\nXAB|1|2|2|\nXAB|2||4|The law came into force.\nXAC|1||3|");
	ck_rows(PUBLIC, FIGURES, "1|2|3|0|0|50|ok\n2||3|0|0|66.666666666666671|ok");
	ck_rows(MEMBERS, FIGURES, "1|2|3|0|0|50|ok\n2||3|0|0|66.666666666666671|ok");
	ck_rows(PUBLIC, "SELECT period, number, name, note, released_at FROM release",
		"2025|1|First release|All in.|2026-02-01T00:00:00Z\n2025|2|Correction of May||2026-02-01T00:00:00Z");
	/* What no release touched stands from the first one on. */
	ck_rows(PUBLIC, "SELECT DISTINCT since FROM regional WHERE indicator <> 'L1'", "1");
}
END_TEST

START_TEST(an_answer_that_came_late_is_not_in_the_older_figure)
{
	begin((const char *[]){ "p1", "p2" }, 2);
	report((const char *[]){ NULL, NULL, "p3" }, 3);
	ck_assert_int_eq(run(), SUMMARISE_UPDATED);
	ck_rows(PUBLIC, FIGURES, "1|2|2|0|0||withheld\n2||3|0|0|50|ok");
	ck_rows(PUBLIC, ANSWERS, "XAA|1||1|\nXAB|1||2|\nXAC|2||3|");
	/* A whole round that comes with all its releases at once. */
	world_round("2026");
	world_report("2026", "XAA", "L2", "1", "public");
	world_report("2026", "XAA", "L2", "2", "public");
	world_report("2026", "XAA", "L2", "3", "public");
	ck_assert_int_eq(run(), SUMMARISE_UPDATED);
	ck_rows(PUBLIC, "SELECT since, until, value FROM answer_standing WHERE indicator = 'L2' ORDER BY since", "1|2|1\n2|3|2\n3||3");
}
END_TEST

START_TEST(an_audience_never_sees_an_older_value_that_was_not_for_it)
{
	begin((const char *[]){ "p1", "p2", "p3", "m4" }, 4);
	/* The correction is for everybody; what it corrects was for members. */
	report((const char *[]){ NULL, NULL, NULL, "p3" }, 4);
	ck_assert_int_eq(run(), SUMMARISE_UPDATED);
	ck_rows(PUBLIC, "SELECT since, until, value FROM answer_standing WHERE participant = 'XAD'", "2||3");
	ck_rows(DONORS, "SELECT since, until, value FROM answer_standing WHERE participant = 'XAD'", "2||3");
	ck_rows(MEMBERS, "SELECT since, until, value FROM answer_standing WHERE participant = 'XAD' ORDER BY since", "1|2|4\n2||3");
	ck_rows(PUBLIC, FIGURES, "1|2|3|1|0|50|ok\n2||4|0|0|56.25|ok");
	ck_rows(MEMBERS, FIGURES, "1|2|4|0|0|62.5|ok\n2||4|0|0|56.25|ok");
}
END_TEST

START_TEST(an_answer_cleared_for_fewer_takes_its_past_along)
{
	begin((const char *[]){ "p1", "p2", "p3", "p4" }, 4);
	world_answer("2025", "XAA", "C1", "reported", "7", "public");
	world_release("2025");
	run();
	ck_rows(PUBLIC, "SELECT value FROM answer WHERE indicator = 'C1'", "7");
	world_answer("2025", "XAA", "C1", "reported", "9", "donors");
	world_answer("2025", "XAD", "L1", "reported", "0", "donors");
	world_release("2025");
	ck_assert_int_eq(run(), SUMMARISE_FULL);
	ck_rows(PUBLIC, "SELECT COUNT(*) FROM answer_standing WHERE indicator = 'C1' OR participant = 'XAD'", "0");
	ck_rows(DONORS, "SELECT since, until, value FROM answer_standing WHERE indicator = 'C1' ORDER BY since", "2|3|7\n3||9");
	/* The older figure is over what may be seen of it today: 25, 50, 75. */
	ck_rows(PUBLIC, FIGURES, "1||3|1|0|50|ok");
	ck_rows(DONORS, FIGURES, "1|3|4|0|0|62.5|ok\n3||4|0|0|37.5|ok");
}
END_TEST

START_TEST(two_releases_do_not_tell_a_hidden_value_by_their_difference)
{
	begin((const char *[]){ "p2", "p2", "m1", "m2", "m3" }, 5);
	ck_rows(PUBLIC, FIGURES, "1||5|3|1|50|ok");
	/* One hidden value is corrected: 3 levels up, which the mean would tell. */
	report((const char *[]){ NULL, NULL, "m4" }, 3);
	ck_assert_int_eq(run(), SUMMARISE_UPDATED);
	ck_rows(PUBLIC, FIGURES, "1|2|5|3|1|50|ok\n2||2|3|0||withheld");
	ck_rows(MEMBERS, FIGURES, "1|2|5|0|0|50|ok\n2||5|0|0|65|ok");
	/* A correction in sight of everybody leaves that as it is. */
	report((const char *[]){ "p4" }, 1);
	run();
	ck_rows(PUBLIC, FIGURES, "1|2|5|3|1|50|ok\n2||2|3|0||withheld");
	ck_rows(PUBLIC, "SELECT participant, since FROM answer_standing WHERE until IS NULL AND indicator = 'L1'", "XAA|3\nXAB|1");
}
END_TEST

START_TEST(a_hidden_value_that_came_later_is_not_told_by_the_difference)
{
	begin((const char *[]){ "p2", "m1", "m2", "m3" }, 4);
	report((const char *[]){ NULL, NULL, NULL, NULL, "m4" }, 5);
	run();
	ck_rows(PUBLIC, FIGURES, "1|2|4|3|1|50|ok\n2||1|4|0||withheld");
	ck_rows(DONORS, FIGURES, "1|2|4|3|1|50|ok\n2||1|4|0||withheld");
}
END_TEST

START_TEST(values_carried_forward_stand_in_older_figures_until_the_own_answer_comes)
{
	world_make();
	world_sql("UPDATE framework SET carry_forward = 1 WHERE code = 't'");
	world_round("2024");
	for (size_t i = 0; i < 3; i++)
		world_answer("2024", codes[i], "L1", "reported", "1", "public");
	world_release("2024");
	world_round("2025");
	report((const char *[]){ "p3" }, 1);
	report((const char *[]){ NULL, "p3" }, 2);
	run();
	ck_rows(PUBLIC, "SELECT since, until, n_reporting, mean FROM regional_standing WHERE indicator = 'L1' AND period = '2025' ORDER BY since",
		"1|2|3|41.666666666666664\n2||3|58.333333333333336");
}
END_TEST

#define SCORES(of, release) "SELECT participant, domain, score, n_scored, n_possible FROM domain_score" of " WHERE period = '2025'" release " ORDER BY 1, 2"
#define SPREAD(of, release) "SELECT domain, n_reporting, n_expected, mean, median, min, max, q1, q3, status FROM domain_regional" of \
	" WHERE period = '2025'" release " ORDER BY 1"
#define COVERAGE(of, release) "SELECT participant, n_reported, n_not_available, n_not_applicable, n_expected FROM coverage" of \
	" WHERE period = '2025'" release " ORDER BY 1"

/* What a file says of today; what a later one says of release `release` must be the same. */
struct stood {
	const char *scores, *spread, *coverage;
};

static struct stood today(const char *file)
{
	return (struct stood){ world_query(file, SCORES("", "")), world_query(file, SPREAD("", "")), world_query(file, COVERAGE("", "")) };
}

static void ck_stands(const char *file, const struct stood *then, int release)
{
	const struct stood now = release == 1
		? (struct stood){ world_query(file, SCORES("_past", " AND release = 1")), world_query(file, SPREAD("_past", " AND release = 1")),
			world_query(file, COVERAGE("_past", " AND release = 1")) }
		: (struct stood){ world_query(file, SCORES("_past", " AND release = 2")), world_query(file, SPREAD("_past", " AND release = 2")),
			world_query(file, COVERAGE("_past", " AND release = 2")) };

	ck_assert_uint_gt(strlen(then->scores), 50);
	ck_assert_str_eq(now.scores, then->scores);
	ck_assert_str_eq(now.spread, then->spread);
	ck_assert_str_eq(now.coverage, then->coverage);
}

START_TEST(scores_and_coverage_of_earlier_releases_are_what_their_files_had)
{
	static const char *const files[] = { PUBLIC, DONORS, MEMBERS };
	struct stood first[3], second[3];

	world_make();
	world_round("2025");
	world_answer("2025", "XAA", "Y1", "reported", "1", "public");
	world_answer("2025", "XAA", "L2", "reported", "3", "public");
	world_answer("2025", "XAB", "Y1", "not_available", "NULL", "public");
	world_answer("2025", "XAC", "P1", "not_applicable", "NULL", "donors");
	world_answer("2025", "XAB", "L2", "reported", "2", "public");
	world_answer("2025", "XAF", "L2", "reported", "0", "public");
	report((const char *const[]){ "p1", "p3", "p4", "d2", "m0", "p2" }, 6);
	run();
	for (size_t i = 0; i < 3; i++)
		first[i] = today(files[i]);
	/* Corrections, one that comes late, one that is for more now. */
	world_answer("2025", "XAB", "Y1", "reported", "0", "public");
	world_answer("2025", "XAC", "L2", "reported", "4", "donors");
	report((const char *const[]){ "p4", NULL, NULL, "p2", "m1", NULL }, 6);
	run();
	for (size_t i = 0; i < 3; i++)
		second[i] = today(files[i]);
	report((const char *const[]){ "p1", NULL, NULL, NULL, NULL, "p0" }, 6);
	run();
	for (size_t i = 0; i < 3; i++) {
		ck_assert_str_ne(first[i].scores, second[i].scores);
		ck_assert_str_ne(first[i].spread, second[i].spread);
		ck_assert_str_ne(first[i].coverage, second[i].coverage);
		ck_stands(files[i], &first[i], 1);
		ck_stands(files[i], &second[i], 2);
		ck_rows(files[i], "SELECT DISTINCT release FROM coverage_past", "1\n2");
	}
	/* A release that brings nothing new stands beside the others all the same. */
	world_release("2025");
	run();
	ck_rows(PUBLIC, "SELECT DISTINCT release FROM coverage_past", "1\n2\n3");
}
END_TEST

START_TEST(a_score_that_stood_is_of_what_may_be_seen_of_it_today)
{
	world_make();
	world_round("2025");
	world_answer("2025", "XAA", "L2", "reported", "4", "public");
	world_answer("2025", "XAA", "Y1", "reported", "1", "public");
	report((const char *const[]){ "p0", "p1", "p2", "p3" }, 4);
	run();
	/* Cleared for fewer: it takes its past along. */
	world_answer("2025", "XAA", "L2", "reported", "4", "donors");
	world_release("2025");
	run();
	ck_rows(PUBLIC, "SELECT release, score, n_scored FROM domain_score_past WHERE participant = 'XAA' AND domain = 'D1'", "1|50|2");
	ck_rows(PUBLIC, "SELECT n_reported FROM coverage_past WHERE participant = 'XAA'", "2");
	ck_rows(DONORS, "SELECT release, score, n_scored FROM domain_score_past WHERE participant = 'XAA' AND domain = 'D1'", "1|66.666666666666671|3");
	ck_rows(DONORS, "SELECT n_reported FROM coverage_past WHERE participant = 'XAA'", "3");
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_correction_leaves_the_old_answer_and_figure_beside_the_new),
	KIT_TEST(an_answer_that_came_late_is_not_in_the_older_figure),
	KIT_TEST(an_audience_never_sees_an_older_value_that_was_not_for_it),
	KIT_TEST(an_answer_cleared_for_fewer_takes_its_past_along),
	KIT_TEST(two_releases_do_not_tell_a_hidden_value_by_their_difference),
	KIT_TEST(a_hidden_value_that_came_later_is_not_told_by_the_difference),
	KIT_TEST(scores_and_coverage_of_earlier_releases_are_what_their_files_had),
	KIT_TEST(a_score_that_stood_is_of_what_may_be_seen_of_it_today),
	KIT_TEST(values_carried_forward_stand_in_older_figures_until_the_own_answer_comes),
};
KIT_MAIN("summarise_releases", tests)
