/* Tests of files as evidence: names, contents of every kind, the store, and its sweeping. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <zip.h>

#include "indicators/model/evidence.h"
#include "indicators/model/upload.h"
#include "tests/unit/desk.h"

static struct arena arena = ARENA_INIT;
static struct error error = ERROR_INIT;

static const char pdf[] = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
	"trailer<</Root 1 0 R>>\n%%EOF\n";
static const unsigned char png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0,
	0x90, 0x77, 0x53, 0xDE, 0, 0, 0, 12, 'I', 'D', 'A', 'T', 8, 0xD7, 0x63, 0xF8, 0xCF, 0xC0, 0, 0, 3, 1, 1, 0, 0x18, 0xDD, 0x8D, 0xB0, 0, 0, 0, 0, 'I',
	'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82 };
static const unsigned char jpeg[] = { 0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9 };

static const char *write_bytes(const char *name, const void *bytes, size_t length)
{
	const char *path = kit_path(name);
	FILE *file = fopen(path, "wb");

	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
	ck_assert_int_eq(fclose(file), 0);
	return path;
}

#define DOCX_MAIN "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#define XLSX_MAIN "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
#define DOCX_MACRO "application/vnd.ms-word.document.macroEnabled.main+xml"

/* An office file with this main type and, besides, an entry of this name. */
static const char *office(const char *name, const char *main_type, const char *more, size_t more_size)
{
	const char *path = kit_path(name);
	char *types = arena_printf(&arena, "<?xml version=\"1.0\"?><Types><Override PartName=\"/main.xml\" ContentType=\"%s\"/></Types>", main_type);
	zip_t *archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	ck_assert_ptr_nonnull(archive);
	ck_assert(zip_file_add(archive, "[Content_Types].xml", zip_source_buffer(archive, types, strlen(types), 0), 0) >= 0);
	ck_assert(zip_file_add(archive, "_rels/.rels", zip_source_buffer(archive, "<x/>", 4, 0), 0) >= 0);
	if (more != NULL)
		ck_assert(zip_file_add(archive, more, zip_source_buffer(archive, arena_alloc(&arena, more_size + 1), more_size, 0), 0) >= 0);
	ck_assert_int_eq(zip_close(archive), 0);
	return path;
}

static enum err inspect(const char *path, const char *name)
{
	const char *type;

	error = (struct error)ERROR_INIT;
	return evidence_inspect(path, name, &type, &error);
}

static void is_taken(const char *path, const char *name, const char *expected)
{
	const char *type;

	ck_ok(evidence_inspect(path, name, &type, &error), error);
	ck_assert_str_eq(type, expected);
}

START_TEST(a_name_in_any_script_is_kept)
{
	static const char *const names[] = {
		"a.pdf", "Закон о противодействии торговле людьми №5.PDF", "Қазақстан Республикасы.docx", "法律.xlsx", "📄😀.png", "a b (1) [2] 'x' \"y\".jpg",
		"..jpeg", "semi;colon%20.pdf", "किताब.pdf", "<script>.pdf", "می‌خواهم.pdf", "a.docx.pdf", "no\xC2\xA0" "break.pdf",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		ck_assert_msg(evidence_check_name(names[i], &error) == ERR_OK, "%s: %s", names[i], error.text);
}
END_TEST

START_TEST(a_name_that_deceives_or_harms_is_refused)
{
	static const char *const names[] = {
		"", "a", ".pdf", "pdf", "a.exe", "a.pdf.exe", "a.docm", "a.xlsm", "a.doc", "a.xls", "a.svg", "a.html", "a.zip", "a.pdf ", "a.pdf.",
		"../a.pdf", "/etc/a.pdf", "a/b.pdf", "C:\\a.pdf", "a\\b.pdf", "a\nb.pdf", "a\rb.pdf", "a\tb.pdf", "\x1b[0m.pdf", "a\x7f.pdf", "a\xC2\x85.pdf",
		"a\xE2\x80\xAE" "fdp.exe.pdf", "a\xE2\x80\xAD.pdf", "a\xE2\x80\xAA.pdf", "a\xE2\x81\xA6.pdf", "a\xE2\x81\xA9.pdf", "a\xE2\x80\x8F.pdf",
		"a\xE2\x80\x8E.pdf", "a\xD8\x9C.pdf", "a\xC2\xAD" "b.pdf", "a\xE3\x85\xA4" "b.pdf", "a\xEF\xBE\xA0.pdf",
		"a\xF3\xA0\x81\x81.pdf", "a\xE2\x80\xA8.pdf", "a\xE2\x80\x8B.pdf", "\xEF\xBB\xBF" "a.pdf",
		"a\xFF.pdf", "a\xC0\xAF.pdf", "a\xED\xA0\x80.pdf", "a\xF4\x90\x80\x80.pdf", "a\xE2\x82.pdf",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		error = (struct error)ERROR_INIT;
		ck_refused(evidence_check_name(names[i], &error), ERR_INVALID, error);
		ck_assert_str_eq(error.field, "evidence");
	}
}
END_TEST

START_TEST(a_name_is_as_long_as_any_system_takes_it)
{
	char name[2000];
	size_t n = 0;

	for (int i = 0; i < EVIDENCE_NAME_MAX - 4; i++, n += 4)
		memcpy(name + n, "😀", 4);
	memcpy(name + n, ".pdf", 5);
	ck_ok(evidence_check_name(name, &error), error);
	memcpy(name + n, "x.pdf", 6);
	ck_refused(evidence_check_name(name, &error), ERR_INVALID, error);
}
END_TEST

START_TEST(each_kind_is_known_by_its_content)
{
	is_taken(write_bytes("1", pdf, sizeof pdf - 1), "a.pdf", "application/pdf");
	is_taken(write_bytes("2", png, sizeof png), "a.PNG", "image/png");
	is_taken(write_bytes("3", jpeg, sizeof jpeg), "a.jpg", "image/jpeg");
	is_taken(kit_path("3"), "a.jpeg", "image/jpeg");
	is_taken(office("4", DOCX_MAIN, "word/document.xml", 100), "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
	is_taken(office("5", XLSX_MAIN, "xl/workbook.xml", 100), "a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
}
END_TEST

START_TEST(content_that_is_not_what_the_name_says_is_refused)
{
	static const char *const texts[] = { "MZ\x90", "<html><script>alert(1)</script>", "#!/bin/sh\n", "plain text", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
		"\x7f" "ELF", "GIF89a", "PK\3\4", "PK\5\6", "%PD", "\n%PDF-1.4\n", "\xff\xd8", "\x89PNG", "{\"a\":1}" };
	static const char *const names[] = { "a.pdf", "a.docx", "a.xlsx", "a.jpg", "a.png" };
	const char *files[6] = { write_bytes("1", pdf, sizeof pdf - 1), office("2", DOCX_MAIN, "word/document.xml", 10), office("3", XLSX_MAIN, "xl/workbook.xml", 10),
		write_bytes("4", jpeg, sizeof jpeg), write_bytes("5", png, sizeof png) };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (size_t j = 0; j < 5; j++)
			ck_refused(inspect(kit_write("text", texts[i]), names[j]), ERR_INVALID, error);
	for (size_t i = 0; i < 5; i++)
		for (size_t j = 0; j < 5; j++)
			ck_assert_int_eq(inspect(files[i], names[j]), i == j ? ERR_OK : ERR_INVALID);
	ck_refused(inspect(kit_write("empty", ""), "a.pdf"), ERR_INVALID, error);
	ck_refused(inspect(files[0], "a.exe"), ERR_INVALID, error);
}
END_TEST

START_TEST(an_office_file_with_macros_a_password_or_of_another_kind_is_refused)
{
	static const unsigned char ole[512] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };

	ck_refused(inspect(office("1", DOCX_MAIN, "word/vbaProject.bin", 10), "a.docx"), ERR_INVALID, error);
	ck_assert_ptr_nonnull(strstr(error.text, "macros"));
	ck_refused(inspect(office("2", DOCX_MACRO, "word/document.xml", 10), "a.docx"), ERR_INVALID, error);
	ck_assert_ptr_nonnull(strstr(error.text, "macros"));
	ck_refused(inspect(office("3", "text/plain", "word/document.xml", 10), "a.docx"), ERR_INVALID, error);
	ck_refused(inspect(office("4", DOCX_MAIN, "../../etc/passwd", 10), "a.docx"), ERR_INVALID, error);
	ck_refused(inspect(write_bytes("5", ole, sizeof ole), "a.docx"), ERR_INVALID, error);
	ck_assert_ptr_nonnull(strstr(error.text, "password"));
	zip_t *archive = zip_open(office("6", DOCX_MAIN, "word/document.xml", 10), 0, NULL);
	ck_assert_int_eq(zip_file_set_encryption(archive, 2, ZIP_EM_AES_256, "secret"), 0);
	ck_assert_int_eq(zip_close(archive), 0);
	ck_refused(inspect(kit_path("6"), "a.docx"), ERR_INVALID, error);
	ck_assert_ptr_nonnull(strstr(error.text, "password"));
}
END_TEST

START_TEST(a_zip_bomb_is_refused_without_being_unpacked)
{
	/* Very much of nothing, packed small. */
	const char *path = office("1", XLSX_MAIN, "xl/worksheets/sheet1.xml", (size_t)301 * 1024 * 1024);
	struct stat status;

	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_int_lt(status.st_size, 2 * 1024 * 1024);
	ck_refused(inspect(path, "a.xlsx"), ERR_INVALID, error);
	/* A list of types that would not fit. */
	zip_t *archive = zip_open(office("2", XLSX_MAIN, NULL, 0), 0, NULL);
	ck_assert(zip_file_add(archive, "[Content_Types].xml", zip_source_buffer(archive, arena_alloc(&arena, 300 * 1024), 300 * 1024, 0), ZIP_FL_OVERWRITE) >= 0);
	ck_assert_int_eq(zip_close(archive), 0);
	ck_refused(inspect(kit_path("2"), "a.xlsx"), ERR_INVALID, error);
	/* More parts than any office file has. */
	archive = zip_open(office("3", XLSX_MAIN, NULL, 0), 0, NULL);
	for (int i = 0; i < 5001; i++)
		ck_assert(zip_file_add(archive, arena_printf(&arena, "p%d", i), zip_source_buffer(archive, "", 0, 0), 0) >= 0);
	ck_assert_int_eq(zip_close(archive), 0);
	ck_refused(inspect(kit_path("3"), "a.xlsx"), ERR_INVALID, error);
}
END_TEST

START_TEST(an_office_file_cut_off_anywhere_is_refused)
{
	char bytes[4096];
	FILE *file = fopen(office("1", DOCX_MAIN, "word/document.xml", 10), "rb");
	size_t length = fread(bytes, 1, sizeof bytes, file);

	fclose(file);
	ck_assert_uint_gt(length, 100);
	for (size_t n = 1; n < length; n += 3)
		ck_refused(inspect(write_bytes("cut", bytes, n), "a.docx"), ERR_INVALID, error);
}
END_TEST

/* --- the store --- */

static struct desk desk;

static const char *folder_of(const char *below)
{
	return kit_path(below);
}

static struct evidence_file stored(const char *name)
{
	struct incoming incoming;
	struct evidence_file file;

	ck_ok(incoming_open(&incoming, &arena, database_path(desk.db), 1000, &error), error);
	ck_ok(incoming_write(&incoming, pdf, sizeof pdf - 1, &error), error);
	ck_ok(incoming_finish(&incoming, &error), error);
	ck_ok(evidence_store(desk.db, &arena, incoming.path, name, incoming.hash, incoming.size, &file, &error), error);
	incoming_drop(&incoming);
	return file;
}

static enum err save_file(const struct evidence_file *file, const int64_t *removed, enum answer_outcome *outcome)
{
	struct actor actor = desk_actor(FOCAL);
	struct answer_key key = { .round = desk.round, .participant = "XAA", .indicator = "LAD" };
	struct answer_evidence added = { .kind = "file", .text = file->name, .file = file->hash, .size = file->size, .type = file->type };
	struct answer answer = desk_answer(&desk, "XAA", "LAD");
	struct answer_change change = { .base = answer.revision, .content = desk_value(3), .added = &added, .added_count = 1,
		.removed = removed, .removed_count = removed != NULL };

	return answer_save(desk.db, &actor, &key, &change, outcome, &error);
}

START_TEST(the_same_content_is_stored_once_whatever_it_is_called)
{
	struct stat status;

	desk_open(&desk);
	struct evidence_file first = stored("a.pdf"), second = stored("Закон.pdf");
	ck_assert_str_eq(first.hash, second.hash);
	ck_assert_str_eq(first.type, "application/pdf");
	const char *path = evidence_path(&arena, desk.db, first.hash);
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_int_eq(status.st_mode & 0777, 0640);
	ck_assert_uint_eq(status.st_nlink, 1);
	ck_assert_int_eq(status.st_size, (int)sizeof pdf - 1);
	ck_assert_ptr_nonnull(strstr(path, arena_printf(&arena, "/evidence/%.2s/%s", first.hash, first.hash + 2)));
	ck_assert_int_eq(stat(folder_of("evidence"), &status), 0);
	ck_assert_int_eq(status.st_mode & 0777, 0750);
	desk_close(&desk);
}
END_TEST

START_TEST(a_file_is_evidence_for_level_3_and_read_back_with_the_answer)
{
	enum answer_outcome outcome;

	desk_open(&desk);
	struct evidence_file file = stored("Закон 😀.pdf");
	ck_ok(save_file(&file, NULL, &outcome), error);
	ck_assert_int_eq(outcome, ANSWER_SAVED);
	struct answer answer = desk_answer(&desk, "XAA", "LAD");
	ck_assert_uint_eq(answer.evidence_count, 1);
	ck_assert_str_eq(answer.evidence[0].kind, "file");
	ck_assert_str_eq(answer.evidence[0].text, "Закон 😀.pdf");
	ck_assert_str_eq(answer.evidence[0].file, file.hash);
	ck_assert_int_eq(answer.evidence[0].size, file.size);
	ck_assert_str_eq(answer.evidence[0].type, "application/pdf");
	ck_ok(save_file(&file, NULL, &outcome), error);
	ck_assert_int_eq(outcome, ANSWER_UNCHANGED);
	ck_ok(desk_save(&desk, FOCAL, "XAA", "LAD", answer.revision, desk_value(3), true), desk.error);
	desk_close(&desk);
}
END_TEST

START_TEST(an_answer_holds_no_more_evidence_than_is_ever_shown)
{
	enum answer_outcome outcome;

	desk_open(&desk);
	struct evidence_file file = stored("a.pdf");
	for (int i = 0; i < ANSWER_EVIDENCE_MAX; i++) {
		file.name = arena_printf(&arena, "%d.pdf", i);
		ck_ok(save_file(&file, NULL, &outcome), error);
	}
	file.name = "one more.pdf";
	ck_refused(save_file(&file, NULL, &outcome), ERR_INVALID, error);
	ck_assert_str_eq(error.field, "evidence");
	ck_assert_uint_eq(desk_answer(&desk, "XAA", "LAD").evidence_count, ANSWER_EVIDENCE_MAX);
	int64_t id = desk_answer(&desk, "XAA", "LAD").evidence[0].id;
	ck_ok(save_file(&file, &id, &outcome), error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_new_edition_under_the_same_name_is_another_file)
{
	enum answer_outcome outcome;

	desk_open(&desk);
	struct evidence_file file = stored("a.pdf");
	ck_ok(save_file(&file, NULL, &outcome), error);
	const char *path = write_bytes("evidence/incoming/second", png, sizeof png);
	char hash[INCOMING_HASH];
	ck_ok(incoming_hash_of(path, hash, &error), error);
	ck_refused(evidence_store(desk.db, &arena, path, "a.pdf", hash, sizeof png, &file, &error), ERR_INVALID, error);
	ck_ok(evidence_store(desk.db, &arena, path, "a.png", hash, sizeof png, &file, &error), error);
	file.name = "a.pdf";
	ck_ok(save_file(&file, NULL, &outcome), error);
	ck_assert_uint_eq(desk_answer(&desk, "XAA", "LAD").evidence_count, 2);
	desk_close(&desk);
}
END_TEST

START_TEST(a_row_never_names_a_content_that_is_not_there)
{
	enum answer_outcome outcome;

	desk_open(&desk);
	struct evidence_file file = stored("a.pdf");
	ck_assert_int_eq(unlink(evidence_path(&arena, desk.db, file.hash)), 0);
	ck_refused(save_file(&file, NULL, &outcome), ERR_CONFLICT, error);
	ck_assert_int_eq(kit_number("SELECT count(*) FROM evidence_file"), 0);
	ck_assert_int_eq(kit_number("SELECT count(*) FROM answer"), 0);
	file.hash = "../../etc/passwd";
	ck_refused(save_file(&file, NULL, &outcome), ERR_CONFLICT, error);
	file.hash = NULL;
	ck_refused(save_file(&file, NULL, &outcome), ERR_INVALID, error);
	desk_close(&desk);
}
END_TEST

START_TEST(a_full_disk_stores_nothing)
{
	struct incoming incoming;
	struct rlimit limit = { .rlim_cur = 10, .rlim_max = RLIM_INFINITY };

	desk_open(&desk);
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_ok(incoming_open(&incoming, &arena, database_path(desk.db), 1000, &error), error);
	ck_refused(incoming_write(&incoming, pdf, sizeof pdf - 1, &error), ERR_FULL, error);
	limit.rlim_cur = RLIM_INFINITY;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_assert_ptr_null(incoming.path);
	desk_close(&desk);
}
END_TEST

static void age(const char *path)
{
	struct timespec old[2] = { { .tv_sec = time(NULL) - 25 * 3600 }, { .tv_sec = time(NULL) - 25 * 3600 } };

	ck_assert_int_eq(utimensat(AT_FDCWD, path, old, 0), 0);
}

START_TEST(what_no_answer_names_is_swept_after_a_day)
{
	struct evidence_swept swept;
	enum answer_outcome outcome;

	desk_open(&desk);
	struct evidence_file kept = stored("a.pdf");
	const char *path = evidence_path(&arena, desk.db, kept.hash);
	const char *orphan = write_bytes("evidence/incoming/x", png, sizeof png);
	char hash[INCOMING_HASH];
	struct evidence_file other;
	ck_ok(incoming_hash_of(orphan, hash, &error), error);
	ck_ok(evidence_store(desk.db, &arena, orphan, "a.png", hash, sizeof png, &other, &error), error);
	const char *other_path = evidence_path(&arena, desk.db, hash);
	ck_ok(save_file(&kept, NULL, &outcome), error);
	/* Nothing is a day old. */
	ck_ok(evidence_sweep(desk.db, &kit_actor, &swept, &error), error);
	ck_assert_int_eq(swept.files + swept.uploads + swept.remains, 0);
	ck_assert_int_eq(kit_number("SELECT count(*) FROM audit_log WHERE action = 'evidence.swept'"), 0);
	age(path);
	age(other_path);
	age(orphan);
	ck_ok(evidence_sweep(desk.db, &kit_actor, &swept, &error), error);
	ck_assert_int_eq(swept.files, 1);
	ck_assert_int_eq(swept.remains, 1);
	ck_assert_int_eq(access(path, F_OK), 0);
	ck_assert_int_ne(access(other_path, F_OK), 0);
	ck_assert_int_ne(access(orphan, F_OK), 0);
	ck_assert_int_eq(kit_number("SELECT count(*) FROM audit_log WHERE action = 'evidence.swept'"), 1);
	/* Also evidence that was taken away keeps its file: the history names it. */
	int64_t id = desk_answer(&desk, "XAA", "LAD").evidence[0].id;
	struct evidence_file again = stored("b.pdf");
	ck_ok(save_file(&again, &id, &outcome), error);
	age(path);
	ck_ok(evidence_sweep(desk.db, &kit_actor, &swept, &error), error);
	ck_assert_int_eq(access(path, F_OK), 0);
	desk_close(&desk);
}
END_TEST

START_TEST(a_content_sent_again_is_not_swept_before_it_is_named)
{
	struct evidence_swept swept;
	enum answer_outcome outcome;

	desk_open(&desk);
	struct evidence_file file = stored("a.pdf");
	age(evidence_path(&arena, desk.db, file.hash));
	file = stored("a.pdf");
	ck_ok(evidence_sweep(desk.db, &kit_actor, &swept, &error), error);
	ck_ok(save_file(&file, NULL, &outcome), error);
	desk_close(&desk);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(a_name_in_any_script_is_kept),
	KIT_TEST(a_name_that_deceives_or_harms_is_refused),
	KIT_TEST(a_name_is_as_long_as_any_system_takes_it),
	KIT_TEST(each_kind_is_known_by_its_content),
	KIT_TEST(content_that_is_not_what_the_name_says_is_refused),
	KIT_TEST(an_office_file_with_macros_a_password_or_of_another_kind_is_refused),
	KIT_TEST(a_zip_bomb_is_refused_without_being_unpacked),
	KIT_TEST(an_office_file_cut_off_anywhere_is_refused),
	KIT_TEST(the_same_content_is_stored_once_whatever_it_is_called),
	KIT_TEST(a_file_is_evidence_for_level_3_and_read_back_with_the_answer),
	KIT_TEST(an_answer_holds_no_more_evidence_than_is_ever_shown),
	KIT_TEST(a_new_edition_under_the_same_name_is_another_file),
	KIT_TEST(a_row_never_names_a_content_that_is_not_there),
	KIT_TEST(a_full_disk_stores_nothing),
	KIT_TEST(what_no_answer_names_is_swept_after_a_day),
	KIT_TEST(a_content_sent_again_is_not_swept_before_it_is_named),
};
KIT_MAIN("evidence", tests)
