/* Tests of files that come in pieces. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indicators/model/upload.h"
#include "tests/unit/desk.h"

static struct desk desk;
static struct arena arena = ARENA_INIT;
static struct error error = ERROR_INIT;
static const char pdf[] = "%PDF-1.4\ntrailer<<>>\n%%EOF\n";
#define SIZE ((int64_t)sizeof pdf - 1)

static struct upload_place place(const char *participant)
{
	return (struct upload_place){ .round = desk.round, .participant = participant };
}

static enum err begin(int64_t person, const char *participant, const char *name, int64_t size, struct upload *upload)
{
	struct actor actor = desk_actor(person);
	struct upload_place at = place(participant);

	error = (struct error)ERROR_INIT;
	return upload_begin(desk.db, &arena, &actor, &at, name, size, upload, &error);
}

static enum err load(int64_t person, const char *participant, const char *id, struct upload *upload)
{
	struct actor actor = desk_actor(person);
	struct upload_place at = place(participant);

	return upload_load(desk.db, &arena, &actor, &at, id, upload, &error);
}

static enum err append(struct upload *upload, int64_t offset, const char *text)
{
	struct actor actor = desk_actor(FOCAL);
	struct upload_place at = place("XAA");

	return upload_append(desk.db, &actor, &at, upload, offset, kit_write("piece", text), &error);
}

static const char *part(size_t from, size_t to)
{
	return arena_strndup(&arena, pdf + from, to - from);
}

START_TEST(a_file_comes_in_pieces_and_becomes_evidence)
{
	struct upload upload, again;
	struct evidence_file file;

	desk_open(&desk);
	ck_ok(begin(FOCAL, "XAA", "Закон.pdf", SIZE, &upload), error);
	ck_assert_uint_eq(strlen(upload.id), 64);
	ck_ok(append(&upload, 0, part(0, 5)), error);
	ck_refused(upload_store(desk.db, &arena, &upload, &file, &error), ERR_CONFLICT, error);
	ck_ok(append(&upload, 5, part(5, 20)), error);
	ck_assert_int_eq(upload.received, 20);
	/* Asked after a reload. */
	ck_ok(load(FOCAL, "XAA", upload.id, &again), error);
	ck_assert_int_eq(again.received, 20);
	ck_assert_str_eq(again.name, "Закон.pdf");
	ck_ok(append(&again, 20, part(20, (size_t)SIZE)), error);
	ck_ok(upload_store(desk.db, &arena, &again, &file, &error), error);
	ck_assert_str_eq(file.name, "Закон.pdf");
	ck_assert_str_eq(file.type, "application/pdf");
	char hash[INCOMING_HASH];
	ck_ok(incoming_hash_of(evidence_path(&arena, desk.db, file.hash), hash, &error), error);
	ck_assert_str_eq(hash, file.hash);
	/* It stays until it is taken away: the form may be refused for something else. */
	ck_ok(upload_store(desk.db, &arena, &again, &file, &error), error);
	ck_ok(upload_remove(desk.db, again.id, &error), error);
	ck_refused(load(FOCAL, "XAA", upload.id, &again), ERR_NOT_FOUND, error);
	ck_assert_int_ne(access(upload_path(&arena, desk.db, upload.id), F_OK), 0);
	ck_assert_int_eq(access(evidence_path(&arena, desk.db, file.hash), F_OK), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(a_piece_from_another_place_is_refused_with_the_right_one)
{
	struct upload upload;

	desk_open(&desk);
	ck_ok(begin(FOCAL, "XAA", "a.pdf", SIZE, &upload), error);
	ck_ok(append(&upload, 0, part(0, 5)), error);
	static const int64_t offsets[] = { 0, 4, 6, SIZE, -1, INT64_MAX };
	for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++) {
		upload.received = 0;
		ck_refused(append(&upload, offsets[i], "x"), ERR_CONFLICT, error);
		ck_assert_int_eq(upload.received, 5);
	}
	desk_close(&desk);
}
END_TEST

START_TEST(more_than_was_announced_is_refused)
{
	struct upload upload;

	desk_open(&desk);
	ck_ok(begin(FOCAL, "XAA", "a.pdf", 4, &upload), error);
	ck_ok(append(&upload, 0, "abc"), error);
	ck_refused(append(&upload, 3, "de"), ERR_TOO_LARGE, error);
	ck_assert_int_eq(upload.received, 3);
	ck_ok(append(&upload, 3, "d"), error);
	ck_refused(append(&upload, 4, "e"), ERR_TOO_LARGE, error);
	desk_close(&desk);
}
END_TEST

START_TEST(what_a_killed_process_left_behind_does_not_count)
{
	struct upload upload;
	struct evidence_file file;

	desk_open(&desk);
	ck_ok(begin(FOCAL, "XAA", "a.pdf", SIZE, &upload), error);
	FILE *left = fopen(upload_path(&arena, desk.db, upload.id), "w");
	fprintf(left, "%s", "rubbish, longer than the whole file that is to come");
	fclose(left);
	ck_ok(append(&upload, 0, pdf), error);
	ck_ok(upload_store(desk.db, &arena, &upload, &file, &error), error);
	struct stat status;
	ck_assert_int_eq(stat(evidence_path(&arena, desk.db, file.hash), &status), 0);
	ck_assert_int_eq(status.st_size, SIZE);
	desk_close(&desk);
}
END_TEST

START_TEST(only_who_began_an_upload_sees_it)
{
	struct upload upload, other;

	desk_open(&desk);
	ck_ok(begin(FOCAL, "XAA", "a.pdf", SIZE, &upload), error);
	static const int64_t others[] = { DEPUTY, CLEARING, OBSERVER, FOCAL_B, SECRETARIAT, 0 };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ck_refused(load(others[i], "XAA", upload.id, &other), ERR_NOT_FOUND, error);
	ck_refused(load(FOCAL, "XBB", upload.id, &other), ERR_NOT_FOUND, error);
	static const char *const ids[] = { "", "1", "../../reports.db", "0000000000000000000000000000000000000000000000000000000000000000" };
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
		ck_refused(load(FOCAL, "XAA", ids[i], &other), ERR_NOT_FOUND, error);
	desk_close(&desk);
}
END_TEST

START_TEST(only_who_reports_begins_one_and_only_of_what_can_be_evidence)
{
	struct upload upload;
	static const int64_t others[] = { CLEARING, OBSERVER, FOCAL_B, SECRETARIAT, DONOR, FOCAL_ENDED, FOCAL_GONE };

	desk_open(&desk);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ck_refused(begin(others[i], "XAA", "a.pdf", SIZE, &upload), ERR_DENIED, error);
	ck_refused(begin(FOCAL, "XAA", "a.exe", SIZE, &upload), ERR_INVALID, error);
	ck_refused(begin(FOCAL, "XAA", "a.pdf", 0, &upload), ERR_INVALID, error);
	ck_refused(begin(FOCAL, "XAA", "a.pdf", -5, &upload), ERR_INVALID, error);
	ck_refused(begin(FOCAL, "XAA", "a.pdf", EVIDENCE_FILE_MAX + 1, &upload), ERR_TOO_LARGE, error);
	ck_assert_int_eq(kit_number("SELECT count(*) FROM upload"), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(beginning_too_many_gives_up_the_oldest)
{
	struct upload first, upload;

	desk_open(&desk);
	desk_today("2026-03-09");
	ck_ok(begin(FOCAL, "XAA", "first.pdf", SIZE, &first), error);
	desk_today("2026-03-10");
	for (int i = 0; i < UPLOAD_OPEN_MAX; i++)
		ck_ok(begin(FOCAL, "XAA", "a.pdf", SIZE, &upload), error);
	ck_assert_int_eq(kit_number("SELECT count(*) FROM upload"), UPLOAD_OPEN_MAX);
	ck_refused(load(FOCAL, "XAA", first.id, &upload), ERR_NOT_FOUND, error);
	ck_assert_int_ne(access(upload_path(&arena, desk.db, first.id), F_OK), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(a_file_that_came_at_once_can_wait_for_its_form)
{
	struct upload upload;
	struct evidence_file file;
	struct actor actor = desk_actor(FOCAL);

	desk_open(&desk);
	struct upload_place at = place("XAA");
	const char *path = kit_write("whole", pdf);
	ck_ok(upload_keep(desk.db, &arena, &actor, &at, path, "a.pdf", SIZE, &upload, &error), error);
	unlink(path);
	ck_ok(upload_store(desk.db, &arena, &upload, &file, &error), error);
	ck_assert_int_eq(file.size, SIZE);
	desk_close(&desk);
}
END_TEST

START_TEST(abandoned_ones_are_swept_after_a_day)
{
	struct upload old, young, found;
	struct evidence_swept swept;

	desk_open(&desk);
	desk_today("2026-03-08");
	ck_ok(begin(FOCAL, "XAA", "a.pdf", SIZE, &old), error);
	desk_today("2026-03-10");
	ck_ok(begin(FOCAL, "XAA", "b.pdf", SIZE, &young), error);
	ck_ok(evidence_sweep(desk.db, &kit_actor, &swept, &error), error);
	ck_assert_int_eq(swept.uploads, 1);
	ck_refused(load(FOCAL, "XAA", old.id, &found), ERR_NOT_FOUND, error);
	ck_ok(load(FOCAL, "XAA", young.id, &found), error);
	ck_assert_int_ne(access(upload_path(&arena, desk.db, old.id), F_OK), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(a_full_disk_takes_no_part_of_a_piece)
{
	struct upload upload;
	struct rlimit limit = { .rlim_max = RLIM_INFINITY };

	desk_open(&desk);
	ck_ok(begin(FOCAL, "XAA", "a.pdf", 400000, &upload), error);
	char *text = arena_alloc(&arena, 200001);
	memset(text, 'a', 200000);
	const char *piece = kit_write("large", text);
	struct actor actor = desk_actor(FOCAL);
	struct upload_place at = place("XAA");
	signal(SIGXFSZ, SIG_IGN);
	limit.rlim_cur = 100000;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_refused(upload_append(desk.db, &actor, &at, &upload, 0, piece, &error), ERR_FULL, error);
	limit.rlim_cur = RLIM_INFINITY;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_assert_int_eq(upload.received, 0);
	ck_ok(upload_append(desk.db, &actor, &at, &upload, 0, piece, &error), error);
	ck_assert_int_eq(upload.received, 200000);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_file_comes_in_pieces_and_becomes_evidence),
	KIT_TEST(a_piece_from_another_place_is_refused_with_the_right_one),
	KIT_TEST(more_than_was_announced_is_refused),
	KIT_TEST(what_a_killed_process_left_behind_does_not_count),
	KIT_TEST(only_who_began_an_upload_sees_it),
	KIT_TEST(only_who_reports_begins_one_and_only_of_what_can_be_evidence),
	KIT_TEST(beginning_too_many_gives_up_the_oldest),
	KIT_TEST(a_file_that_came_at_once_can_wait_for_its_form),
	KIT_TEST(abandoned_ones_are_swept_after_a_day),
	KIT_TEST(a_full_disk_takes_no_part_of_a_piece),
};
KIT_MAIN("upload", tests)
