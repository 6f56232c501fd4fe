/* Tests of bringing snapshots up to date: when it is done, when a full run is made instead, and that both give the same. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indicators/base/buffer.h"
#include "tests/unit/world.h"

static const char *const audiences[] = { "public", "donors", "members" };
static const char *const participants[] = { "XAA", "XAB", "XAC", "XAD", "XAE", "XAF" };
static const char *const indicators[] = { "C1", "L1", "L2", "L3", "P1", "Y1" };

static const char *run_of(const char *audience)
{
	char file[64];

	snprintf(file, sizeof file, "snapshots/%s.db", audience);
	return world_query(file, "SELECT value FROM meta WHERE key = 'run'");
}

/* Both ways on the same reports: byte for byte the same rows. */
static struct summarise_result same_either_way(void)
{
	const char *updated[3];
	struct summarise_result result = world_summarise(false);

	for (size_t i = 0; i < 3; i++)
		updated[i] = world_dump(audiences[i]);
	world_summarise(true);
	for (size_t i = 0; i < 3; i++)
		ck_assert_str_eq(updated[i], world_dump(audiences[i]));
	return result;
}

static void one_round_released(void)
{
	world_make();
	world_round("2025");
	world_report("2025", "XAA", "L1", "1", "public");
	ck_assert_int_eq(world_summarise(false).kind, SUMMARISE_FULL);
}

START_TEST(nothing_new_leaves_the_snapshots_as_they_are)
{
	one_round_released();
	const char *before = run_of("public");
	struct summarise_result result = world_summarise(false);
	ck_assert_int_eq(result.kind, SUMMARISE_UNCHANGED);
	ck_assert_str_eq(result.run, before);
	ck_assert_str_eq(run_of("public"), before);
	/* What is not released is nothing new. */
	world_answer("2025", "XAB", "L1", "reported", "2", "public");
	ck_assert_int_eq(world_summarise(false).kind, SUMMARISE_UNCHANGED);
}
END_TEST

START_TEST(a_changed_answer_changes_what_follows_from_it_and_no_more)
{
	one_round_released();
	world_report("2025", "XAB", "L1", "2", "donors");
	world_report("2025", "XAC", "L2", "3", "members");
	struct summarise_result result = same_either_way();
	ck_assert_int_eq(result.kind, SUMMARISE_UPDATED);
	ck_assert_int_eq((int)result.changed, 2);
	ck_assert_int_eq((int)result.answers[STATISTICS_PUBLIC], 0);
	ck_assert_int_eq((int)result.answers[STATISTICS_DONORS], 1);
	ck_assert_int_eq((int)result.answers[STATISTICS_MEMBERS], 2);
}
END_TEST

START_TEST(a_new_round_between_two_others_moves_the_change_of_the_later)
{
	world_make();
	world_round("2023");
	world_round("2025");
	world_report("2023", "XAA", "L3", "1", "public");
	world_report("2025", "XAA", "L3", "3", "public");
	world_summarise(false);
	world_round("2024");
	world_report("2024", "XAA", "L3", "2", "public");
	ck_assert_int_eq(same_either_way().kind, SUMMARISE_UPDATED);
	ck_rows("snapshots/public.db", "SELECT period, change, change_from FROM domain_score WHERE domain = 'D2' AND participant = 'XAA'",
		"2023||\n2024|25|2023\n2025|25|2024");
}
END_TEST

START_TEST(a_new_vintage_replaces_the_official_part_alone)
{
	one_round_released();
	world_sql("INSERT INTO series VALUES ('S', '16.2.1', '16.2', 'percent', 'decrease', 0, 2030, NULL, 2015, NULL),"
		" ('N', '16.2.2', '16.2', 'number', 'neutral', NULL, 2030, NULL, 2015, NULL);"
		"UPDATE catalogue_state SET generation = generation + 1;"
		"INSERT INTO vintage VALUES (1, '2020-10', 1, 'UN', 'f', 'd1', '2026-01-01T00:00:00Z');"
		"INSERT INTO official_value VALUES (1, 'S', 'XAA', '', 2015, 10, '10', 'c', 'percent'), (1, 'S', 'XAA', '', 2016, 9, '9', 'c', 'percent'),"
		" (1, 'S', 'XAA', '', 2018, 7, '7', 'c', 'percent'), (1, 'N', 'XAA', '', 2015, 4, '4', 'c', 'number'),"
		" (1, 'N', 'XAA', '', 2019, 8, '8', 'c', 'number')");
	world_summarise(false);
	ck_rows("snapshots/public.db", "SELECT series, current_year, status, reason, un2023_class FROM sdg_progress",
		"N|2019|not_available|neutral|\nS|2018|limited_progress||2");
	world_sql("INSERT INTO vintage VALUES (2, '2023-12', 1, 'UN', 'f', 'd2', '2026-01-01T00:00:00Z');"
		"INSERT INTO official_value VALUES (2, 'S', 'XAA', '', 2015, 11, '11', 'c', 'percent'), (2, 'S', 'XAA', '', 2017, 8, '8', 'c', 'percent'),"
		" (2, 'S', 'XAA', '', 2018, 7.0, '7.0', 'c', 'percent'), (2, 'S', 'XAA', '', 2019, NULL, '<5', 'c', 'percent')");
	ck_assert_int_eq(same_either_way().kind, SUMMARISE_UPDATED);
	ck_rows("snapshots/public.db", "SELECT year, kind, old_text, new_text FROM official_revision",
		"2015|revised|10|11\n2016|dropped|9|\n2017|added||8");
	/* The later vintage has no N: the earlier one stands. */
	ck_rows("snapshots/public.db", "SELECT series, vintage, COUNT(*) FROM official GROUP BY series", "N|1|2\nS|2|4");
	world_sql("INSERT INTO official_conflict VALUES (2, 'S', 'XAA', '', 2018, '7.5')");
	world_summarise(true);
	ck_rows("snapshots/public.db", "SELECT status, reason FROM sdg_progress WHERE series = 'S'", "not_available|two_values");
}
END_TEST

START_TEST(an_answer_that_was_narrowed_leaves_no_byte_behind)
{
	world_make();
	world_round("2025");
	world_report("2025", "XAA", "L1", "1", "public");
	world_answer("2025", "XAB", "L1", "not_available", "NULL", "public");
	world_sql("DROP TRIGGER answer_revision_is_append_only_u; UPDATE answer_revision SET note = 'distinctive-note-81652' WHERE status <> 'reported'");
	world_release("2025");
	world_summarise(false);
	ck_rows("snapshots/public.db", "SELECT note FROM answer WHERE participant = 'XAB'", "distinctive-note-81652");
	world_sql("UPDATE answer SET audience = 'donors' WHERE participant = 'XAB'");
	world_release("2025");
	ck_assert_int_eq(same_either_way().kind, SUMMARISE_FULL);
	ck_rows("snapshots/public.db", "SELECT participant FROM answer", "XAA");
	ck_rows("snapshots/donors.db", "SELECT note FROM answer WHERE participant = 'XAB'", "distinctive-note-81652");
	ck_assert(!world_holds("snapshots/public.db", "distinctive-note-81652", strlen("distinctive-note-81652")));
}
END_TEST

START_TEST(a_full_run_is_made_where_the_old_snapshots_cannot_be_built_on)
{
	static const char *const changes[] = {
		"UPDATE catalogue_state SET generation = generation + 1",
		"INSERT INTO participant VALUES ('XAG', 907, 'member', '2000-01-01', NULL)",
		"UPDATE participant SET status = 'former' WHERE code = 'XAF'",
		"DELETE FROM round_participant WHERE participant = 'XAF'",
		"DELETE FROM round_indicator WHERE indicator_version = 1",
	};
	one_round_released();
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		world_sql("%s", changes[i]);
		struct summarise_result result = same_either_way();
		ck_assert_msg(result.kind == SUMMARISE_FULL, "%s", changes[i]);
		ck_assert_ptr_nonnull(result.why);
		ck_assert_int_eq(world_summarise(false).kind, SUMMARISE_UNCHANGED);
	}
}
END_TEST

static void break_snapshot(const char *how)
{
	const char *path = kit_path("snapshots/donors.db");

	if (strcmp(how, "missing") == 0) {
		ck_assert_int_eq(unlink(path), 0);
	} else if (strcmp(how, "half") == 0) {
		ck_assert_int_eq(truncate(path, 5000), 0);
	} else if (strcmp(how, "foreign") == 0) {
		ck_assert_int_eq(rename(kit_write("text", "No database at all; only a text that is long enough to be read as one's header.\n"), path), 0);
	} else {
		/* The public's in the donors' place: another audience's file is no basis. */
		ck_assert_int_eq(unlink(path), 0);
		ck_assert_int_eq(link(kit_path("snapshots/public.db"), path), 0);
	}
}

START_TEST(a_snapshot_that_is_missing_half_or_foreign_is_made_anew)
{
	static const char *const ways[] = { "missing", "half", "foreign", "another's" };

	one_round_released();
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		break_snapshot(ways[i]);
		struct summarise_result result = world_summarise(false);
		ck_assert_msg(result.kind == SUMMARISE_FULL && result.why != NULL, "%s", ways[i]);
		ck_rows("snapshots/donors.db", "SELECT value FROM meta WHERE key = 'audience'", "donors");
		ck_assert_str_eq(run_of("donors"), run_of("public"));
	}
}
END_TEST

START_TEST(snapshots_of_another_program_or_another_database_are_made_anew)
{
	static const struct {
		const char *file, *sql, *why;
	} changes[] = {
		{ "snapshots/public.db", "PRAGMA user_version = 1", "schema" },
		{ "snapshots/donors.db", "UPDATE meta SET value = 'score 0' WHERE key = 'methods'", "method" },
		{ "snapshots/members.db", "UPDATE meta SET value = '99' WHERE key = 'release'", "newer than reports.db" },
		{ "snapshots/members.db", "UPDATE meta SET value = '20200101T000000Z-00000000' WHERE key = 'run'", "different runs" },
		{ "snapshots/members.db", "DROP TABLE meta", "damaged" },
	};
	one_round_released();
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		world_alter(changes[i].file, changes[i].sql);
		struct summarise_result result = world_summarise(false);
		ck_assert_int_eq(result.kind, SUMMARISE_FULL);
		ck_assert_msg(result.why != NULL && strstr(result.why, changes[i].why) != NULL, "%s: %s", changes[i].sql, result.why);
		ck_assert_int_eq(world_summarise(false).kind, SUMMARISE_UNCHANGED);
	}
}
END_TEST

START_TEST(what_cannot_be_written_is_refused_and_nothing_is_changed)
{
	const struct summarise_options options = { .directory = kit_folder(), .full = true };
	struct summarise_result result;
	struct error error = ERROR_INIT;

	one_round_released();
	const char *before = run_of("public");
	/* A folder stands where the new file would. */
	ck_assert_int_eq(mkdir(kit_path("snapshots/donors.db.new"), 0700), 0);
	ck_refused(summarise(&options, &result, &error), ERR_IO, error);
	ck_assert_int_eq(rmdir(kit_path("snapshots/donors.db.new")), 0);
	ck_assert_str_eq(run_of("public"), before);
	ck_assert_int_ne(access(kit_path("snapshots/members.db.new"), F_OK), 0);
	ck_assert_int_eq(world_summarise(false).kind, SUMMARISE_UNCHANGED);
}
END_TEST

/* --- the same after any history --- */

static unsigned long seed;

static size_t pick(size_t count)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (size_t)(seed >> 33) % count;
}

static void random_answer(const char *period)
{
	static const char *const values[] = { "0", "1", "1", "0" };
	const char *audience = audiences[pick(3)];

	if (pick(8) == 0)
		world_answer(period, participants[pick(6)], indicators[pick(6)], pick(2) == 0 ? "not_available" : "not_applicable", "NULL", audience);
	else
		world_answer(period, participants[pick(6)], indicators[pick(6)], "reported", values[pick(4)], audience);
}

START_TEST(any_history_gives_the_same_as_a_full_run)
{
	static const char *const periods[] = { "2021", "2022", "2022-S1", "2023", "2022-S2", "2024" };
	int updated = 0;

	for (unsigned long history = 1; history <= 6; history++) {
		seed = history;
		world_make();
		size_t rounds = 0;
		for (int step = 0; step < 12; step++) {
			if (rounds < 6 && (rounds == 0 || pick(3) == 0))
				world_round(periods[rounds++]);
			const char *period = periods[pick(rounds)];
			for (size_t i = 1 + pick(step == 0 ? 30 : 6); i > 0; i--)
				random_answer(period);
			world_release(period);
			updated += same_either_way().kind == SUMMARISE_UPDATED;
		}
		ck_assert_int_eq(unlink(kit_path("reports.db")), 0);
	}
	ck_assert_int_gt(updated, 20);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(nothing_new_leaves_the_snapshots_as_they_are),
	KIT_TEST(a_changed_answer_changes_what_follows_from_it_and_no_more),
	KIT_TEST(a_new_round_between_two_others_moves_the_change_of_the_later),
	KIT_TEST(a_new_vintage_replaces_the_official_part_alone),
	KIT_TEST(an_answer_that_was_narrowed_leaves_no_byte_behind),
	KIT_TEST(a_full_run_is_made_where_the_old_snapshots_cannot_be_built_on),
	KIT_TEST(a_snapshot_that_is_missing_half_or_foreign_is_made_anew),
	KIT_TEST(snapshots_of_another_program_or_another_database_are_made_anew),
	KIT_TEST(what_cannot_be_written_is_refused_and_nothing_is_changed),
	KIT_TEST(any_history_gives_the_same_as_a_full_run),
};
KIT_MAIN("update", tests)
