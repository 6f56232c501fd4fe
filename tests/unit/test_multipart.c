/* Tests of multipart forms: the reader, given its body in every cut; and what becomes of fields and files in the kit. */
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "cgi/web/kit.h"
#include "cgi/web/multipart.h"
#include "indicators/store/database.h"
#include "tests/unit/kit.h"

static struct arena arena = ARENA_INIT;
static struct error error = ERROR_INIT;

/* --- the reader --- */

static struct buffer seen = BUFFER_INIT((size_t)1 << 22);

static enum err note_begin(void *context, const struct multipart_part *part, struct error *problem)
{
	(void)context;
	(void)problem;
	buffer_printf(&seen, "%s", part->name);
	if (part->filename != NULL)
		buffer_printf(&seen, "|%s", part->filename);
	buffer_putc(&seen, '=');
	return ERR_OK;
}

static enum err note_data(void *context, const char *data, size_t length, struct error *problem)
{
	(void)context;
	(void)problem;
	ck_assert_uint_gt(length, 0);
	buffer_append(&seen, data, length);
	return ERR_OK;
}

static enum err note_end(void *context, struct error *problem)
{
	(void)context;
	(void)problem;
	buffer_putc(&seen, ';');
	return ERR_OK;
}

static const struct multipart_sink sink = { .begin = note_begin, .data = note_data, .end = note_end };

static enum err read_cut(const char *type, const char *body, size_t length, size_t piece)
{
	static struct multipart multipart;

	buffer_clear(&seen);
	enum err err = multipart_init(&multipart, type, &sink, &error);
	for (size_t at = 0; err == ERR_OK && at < length; at += piece)
		err = multipart_feed(&multipart, body + at, at + piece < length ? piece : length - at, &error);
	return err == ERR_OK ? multipart_end(&multipart, &error) : err;
}

#define TYPE "multipart/form-data; boundary=xYz"
#define PART(head, data) "--xYz\r\nContent-Disposition: form-data; " head "\r\n\r\n" data "\r\n"
#define LAST "--xYz--\r\n"

/* The same, whatever the pieces. */
static void reads(const char *body, const char *expected)
{
	size_t length = strlen(body);

	for (size_t piece = 1; piece <= length; piece++) {
		ck_ok(read_cut(TYPE, body, length, piece), error);
		ck_assert_msg(strcmp(buffer_text(&seen), expected) == 0, "in pieces of %zu: %s", piece, buffer_text(&seen));
	}
}

static void refuses(const char *type, const char *body)
{
	size_t length = strlen(body);

	for (size_t piece = 1; piece <= length + 1; piece += length / 7 + 1) {
		error.text[0] = '\0';
		ck_assert_msg(read_cut(type, body, length, piece) == ERR_INVALID, "%s in pieces of %zu", body, piece);
		ck_assert_str_ne(error.text, "");
	}
}

START_TEST(fields_and_files_are_read_in_whatever_pieces_they_come)
{
	reads(PART("name=\"a\"", "1") PART("name=\"b\"", "") PART("name=\"f\"; filename=\"x.pdf\"", "%PDF\r\n--xY\r\n\r\n--\r\r\n") LAST,
		"a=1;b=;f|x.pdf=%PDF\r\n--xY\r\n\r\n--\r\r\n;");
	reads(LAST, "");
	reads(PART("name=a", "\r") "--xYz--", "a=\r;");
	reads(PART("name=\"a\"", "--xYz") LAST, "a=--xYz;");
	reads(PART("name=\"a\"", "\r\n\r\n--xY--xYz") LAST, "a=\r\n\r\n--xY--xYz;");
}
END_TEST

START_TEST(what_comes_after_the_last_boundary_is_let_go_by)
{
	reads(PART("name=\"a\"", "1") "--xYz--\r\nepilogue\r\n--xYz\r\n", "a=1;");
	reads(PART("name=\"a\"", "1") "--xYz \t \r\nContent-Disposition: form-data; name=b\r\n\r\n2\r\n" LAST, "a=1;b=2;");
}
END_TEST

START_TEST(names_are_read_as_browsers_write_them)
{
	static const struct { const char *head, *expected; } cases[] = {
		{ "name=\"f\"; filename=\"Закон №5 😀.pdf\"", "f|Закон №5 😀.pdf=;" },
		{ "name=\"f\"; filename=\"a%22b%22.pdf\"", "f|a\"b\".pdf=;" },
		{ "name=\"f\"; filename=\"a\\\"b\\\\c.pdf\"", "f|a\"b\\c.pdf=;" },
		{ "name=\"f\"; filename=\"C:\\dir\\a.pdf\"", "f|C:\\dir\\a.pdf=;" },
		{ "name=\"f\"; filename=\"100%.pdf\"", "f|100%.pdf=;" },
		{ "name=\"f\"; filename=\"a%41%2.pdf\"", "f|a%41%2.pdf=;" },
		{ "name=\"f\"; filename=\"a%0D%0ab.pdf\"", "f|a\r\nb.pdf=;" },
		{ "name=\"f\"; filename=\"a;b=c.pdf\"", "f|a;b=c.pdf=;" },
		{ "name=\"f\"; filename=\"\"", "f|=;" },
		{ "name=\"f\"; filename=x.pdf", "f|x.pdf=;" },
		{ "filename=\"x.pdf\"; name=\"f\"", "f|x.pdf=;" },
		{ "NAME=\"f\" ; FileName=\"x.pdf\" ;", "f|x.pdf=;" },
		{ "name=\"f\"; filename=\"e.pdf\"; filename*=UTF-8''%e2%82%ac.pdf", "f|€.pdf=;" },
		{ "name=\"f\"; filename*=utf-8'en'%D0%9A.pdf; filename=\"K.pdf\"", "f|К.pdf=;" },
		{ "name=\"cell:sex=female\"", "cell:sex=female=;" },
		{ "name=\"f\"; size=12; filename=\"x.pdf\"", "f|x.pdf=;" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char body[512];
		snprintf(body, sizeof body, "--xYz\r\nContent-Type: application/pdf\r\nContent-Disposition: form-data; %s\r\n\r\n\r\n" LAST, cases[i].head);
		reads(body, cases[i].expected);
	}
}
END_TEST

START_TEST(a_body_that_breaks_off_is_refused_wherever_it_does)
{
	static const char body[] = PART("name=\"a\"", "1") PART("name=\"f\"; filename=\"x.pdf\"", "data") "--xYz--";

	for (size_t length = 0; length < sizeof body - 1; length++) {
		ck_refused(read_cut(TYPE, body, length, 5), ERR_INVALID, error);
		ck_assert_ptr_nonnull(strstr(error.text, "broke off"));
	}
	ck_ok(read_cut(TYPE, body, sizeof body - 1, 5), error);
}
END_TEST

START_TEST(a_hostile_head_is_refused)
{
	static const char *const heads[] = {
		"", "Content-Disposition", "Content-Disposition:", ": form-data; name=\"a\"", "Content-Disposition: attachment; name=\"a\"",
		"Content-Disposition: form-datax; name=\"a\"", "Content-Disposition: form-data", "Content-Disposition: form-data; name=\"\"",
		"Content-Disposition: form-data; name=", "Content-Disposition: form-data; name=\"a", "Content-Disposition: form-data; name=\"a\" b",
		"Content-Disposition: form-data; name=\"a\"; name=\"b\"", "Content-Disposition: form-data; name=\"a\"; filename=\"x\"; filename=\"y\"",
		"Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
		"Content-Disposition: form-data;\r\n name=\"a\"", " Content-Disposition: form-data; name=\"a\"",
		"Content-Disposition: form-data; name=\"a\nb\"", "Content-Disposition: form-data; name=\"a\rb\"",
		"Content-Disposition: form-data; name=\"a\001b\"", "Content-Disposition: form-data; name=\"a\177b\"",
		"Content-Disposition: form-data; name=\"a\"\nX: y", "Content Disposition: form-data; name=\"a\"",
		"Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64",
		"Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: quoted-printable",
		"Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''%", "Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''%0",
		"Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''%00", "Content-Disposition: form-data; name=\"a\"; filename*=koi8-r''%c0",
		"Content-Disposition: form-data; name=\"a\"; filename*=UTF-8'x", "Content-Disposition: form-data; name=\"a\"; filename*=x",
		"Content-Disposition: form-data; name=\"a\"; ;", "Content-Disposition: form-data; name=\"a\"; =b", "Content-Disposition: form-data, name=a",
	};

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		char body[512];
		snprintf(body, sizeof body, "--xYz\r\n%s\r\n\r\nx\r\n" LAST, heads[i]);
		refuses(TYPE, body);
	}
}
END_TEST

START_TEST(a_nul_in_a_head_is_refused)
{
	static const char body[] = "--xYz\r\nContent-Disposition: form-data; name=\"a\0b\"\r\n\r\nx\r\n" LAST;

	ck_refused(read_cut(TYPE, body, sizeof body - 1, 9), ERR_INVALID, error);
}
END_TEST

START_TEST(what_surrounds_the_parts_must_be_boundaries)
{
	refuses(TYPE, "preamble\r\n" PART("name=\"a\"", "1") LAST);
	refuses(TYPE, "\r\n" PART("name=\"a\"", "1") LAST);
	refuses(TYPE, "--xYzz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n" LAST);
	refuses(TYPE, PART("name=\"a\"", "1") "--xYz-\r\n" LAST);
	refuses(TYPE, PART("name=\"a\"", "1") "--xYz\n" LAST);
	refuses(TYPE, PART("name=\"a\"", "1") "--xYz - \r\n" LAST);
	refuses(TYPE, "a=1&b=2");
	refuses(TYPE, "-");
}
END_TEST

START_TEST(a_type_without_a_usable_boundary_is_refused)
{
	static const char *const types[] = {
		"multipart/form-data", "multipart/form-data;", "multipart/form-data; boundary", "multipart/form-data; boundary=",
		"multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\"a", "multipart/form-data; boundary=a; boundary=b",
		"multipart/form-data; boundary=\"a\r\nb\"", "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=\"ä\"",
		"multipart/form-data; boundary=1234567890123456789012345678901234567890123456789012345678901234567890x", "multipart/mixed; boundary=a", "",
	};

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		refuses(types[i], LAST);
	ck_ok(read_cut("Multipart/Form-Data;charset=utf-8; boundary=\"x Y:z\"", "--x Y:z--", 9, 2), error);
	ck_ok(read_cut("multipart/form-data; boundary=1234567890123456789012345678901234567890123456789012345678901234567890",
		"--1234567890123456789012345678901234567890123456789012345678901234567890--", 74, 3), error);
}
END_TEST

START_TEST(heads_and_parts_are_capped)
{
	struct buffer body = BUFFER_INIT((size_t)1 << 20);

	buffer_puts(&body, "--xYz\r\nContent-Disposition: form-data; name=\"");
	for (size_t i = 0; i < MULTIPART_HEAD_MAX; i++)
		buffer_putc(&body, 'a');
	buffer_puts(&body, "\"\r\n\r\nx\r\n" LAST);
	ck_refused(read_cut(TYPE, buffer_text(&body), body.length, 1000), ERR_INVALID, error);
	buffer_clear(&body);
	for (size_t i = 0; i < MULTIPART_PARTS_MAX + 1; i++)
		buffer_puts(&body, PART("name=\"a\"", ""));
	ck_refused(read_cut(TYPE, buffer_text(&body), body.length, 1000), ERR_INVALID, error);
	buffer_release(&body);
}
END_TEST

START_TEST(every_byte_of_a_file_arrives)
{
	static char body[70000];
	static char content[60000];
	unsigned state = 1;

	/* Many beginnings of boundaries among them. */
	for (size_t i = 0; i < sizeof content; i++) {
		state = state * 1103515245u + 12345u;
		content[i] = "\r\n-xYz\0a"[state >> 16 & 7];
	}
	for (size_t i = 0; i + 7 <= sizeof content; i++)
		if (memcmp(content + i, "\r\n--xYz", 7) == 0)
			content[i + 6] = 'a';
	size_t head = (size_t)snprintf(body, sizeof body, "--xYz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n");
	memcpy(body + head, content, sizeof content);
	memcpy(body + head + sizeof content, "\r\n" LAST, sizeof "\r\n" LAST);
	for (size_t piece = 1; piece < 80000; piece = piece * 3 + 1) {
		ck_ok(read_cut(TYPE, body, head + sizeof content + sizeof LAST + 1, piece), error);
		ck_assert_uint_eq(seen.length, sizeof content + 5);
		ck_assert(memcmp(buffer_text(&seen) + 4, content, sizeof content) == 0);
	}
}
END_TEST

/* --- the kit --- */

struct source {
	const char *body;
	size_t length, at;
};

static size_t read_source(void *stream, char *data, size_t length)
{
	struct source *source = stream;
	size_t got = source->length - source->at < length ? source->length - source->at : length;

	memcpy(data, source->body + source->at, got);
	source->at += got;
	return got;
}

static const struct param_spec params[] = {
	{ .name = "text", .type = PARAM_TEXT }, { .name = "file", .type = PARAM_FILE, .max = 1000 },
	{ .name = "other", .type = PARAM_FILE, .max = 1000 }, { .name = "cell", .type = PARAM_LINE, .family = true }, { 0 },
};
static const struct route route = { .pattern = "/", .flags = ROUTE_POST | ROUTE_MULTIPART | ROUTE_LENIENT, .max_body = 100000,
	.params = params };
static const struct route strict_route = { .pattern = "/", .flags = ROUTE_POST | ROUTE_MULTIPART, .max_body = 100000, .params = params };
static const struct route plain_route = { .pattern = "/", .flags = ROUTE_POST, .max_body = 100000, .params = params };

static struct database *db;
static struct source source;
static struct raw_request raw;
static struct request_parts parts;
static struct request request;

static enum err read_form(const struct route *of, const char *body, size_t length, int *status)
{
	static char number[32];

	if (db == NULL)
		db = kit_reports();
	snprintf(number, sizeof number, "%zu", length);
	source = (struct source){ .body = body, .length = length };
	raw = (struct raw_request){ .method = "POST", .content_type = TYPE, .content_length = number, .read = read_source, .stream = &source };
	parts = (struct request_parts){ .raw = &raw, .route = of };
	request = (struct request){ .arena = &arena, .parts = &parts, .method = "POST", .path = "/", .db = db, .visitor.actor.person = 1 };
	return request_read_form(&request, status, &error);
}

static size_t files_waiting(void)
{
	glob_t found;
	size_t count = 0;

	if (glob(kit_path("evidence/incoming/*"), 0, NULL, &found) == 0) {
		count = found.gl_pathc;
		globfree(&found);
	}
	return count;
}

static const char *content_of(const char *path)
{
	static char text[4096];
	FILE *file = fopen(path, "r");

	ck_assert_ptr_nonnull(file);
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	fclose(file);
	return text;
}

#define READ(of, body) read_form(of, body, sizeof(body) - 1, &status)

START_TEST(texts_become_fields_as_from_any_form_and_files_become_files)
{
	int status = 0;
	const struct request_file *file;

	ck_ok(READ(&route, PART("name=\"text\"", "a\r\nb & ü=😀 %41+") PART("name=\"cell:sex=female\"", " 7 ") PART("name=\"file\"; filename=\"x.pdf\"", "data")
		PART("name=\"csrf\"", "token") LAST), error);
	ck_ok(params_read(&request, &error), error);
	ck_assert_str_eq(request_text(&request, "text"), "a\nb & ü=😀 %41+");
	ck_assert_str_eq(request_family_key(&request, "cell", 0), "sex=female");
	ck_assert_str_eq(request_family_text(&request, "cell", 0), "7");
	ck_assert_str_eq(fields_get(&parts.body, "csrf"), "token");
	ck_ok(request_file(&request, "file", &file, &error), error);
	ck_assert_str_eq(file->name, "x.pdf");
	ck_assert_int_eq(file->size, 4);
	/* BLAKE2b-256 of "data" */
	char hash[INCOMING_HASH];
	ck_ok(incoming_hash_of(file->path, hash, &error), error);
	ck_assert_str_eq(file->hash, hash);
	ck_assert_uint_eq(strlen(hash), 64);
	ck_assert_str_eq(content_of(file->path), "data");
	ck_assert_uint_eq(files_waiting(), 1);
	ck_ok(request_file(&request, "other", &file, &error), error);
	ck_assert_ptr_null(file);
	request_drop_files(&request);
	ck_assert_uint_eq(files_waiting(), 0);
}
END_TEST

START_TEST(the_hash_is_blake2b_256)
{
	char hash[INCOMING_HASH];

	ck_ok(incoming_hash_of(kit_write("abc", "abc"), hash, &error), error);
	ck_assert_str_eq(hash, "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
	ck_refused(incoming_hash_of(kit_path("none"), hash, &error), ERR_NOT_FOUND, error);
}
END_TEST

START_TEST(where_no_file_was_chosen_there_is_none)
{
	int status = 0;
	const struct request_file *file;

	ck_ok(READ(&route, PART("name=\"file\"; filename=\"\"", "") LAST), error);
	ck_ok(params_read(&request, &error), error);
	ck_ok(request_file(&request, "file", &file, &error), error);
	ck_assert_ptr_null(file);
	ck_assert_int_eq(request_state(&request, "file"), PARAM_MISSING);
	/* A text where a file belongs is none either. */
	ck_ok(READ(&route, PART("name=\"file\"", "text") LAST), error);
	ck_ok(params_read(&request, &error), error);
	ck_ok(request_file(&request, "file", &file, &error), error);
	ck_assert_ptr_null(file);
}
END_TEST

START_TEST(a_file_that_nobody_asked_for_is_not_written)
{
	int status = 0;

	ck_ok(READ(&route, PART("name=\"stray\"; filename=\"x.pdf\"", "data") PART("name=\"text\"; filename=\"x.pdf\"", "data") LAST), error);
	ck_ok(params_read(&request, &error), error);
	ck_assert_uint_eq(files_waiting(), 0);
	ck_assert_uint_eq(parts.file_count, 0);
	ck_assert_int_eq(request_state(&request, "text"), PARAM_MISSING);
}
END_TEST

START_TEST(a_file_that_is_too_large_is_marked_and_the_text_is_kept)
{
	int status = 0;
	const struct request_file *file;
	struct buffer body = BUFFER_INIT(10000);

	buffer_puts(&body, "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n");
	for (size_t i = 0; i < 1001; i++)
		buffer_putc(&body, 'a');
	buffer_puts(&body, "\r\n" PART("name=\"text\"", "kept") LAST);
	ck_ok(read_form(&route, buffer_text(&body), body.length, &status), error);
	ck_ok(params_read(&request, &error), error);
	ck_refused(request_file(&request, "file", &file, &error), ERR_TOO_LARGE, error);
	ck_assert_str_eq(error.field, "file");
	ck_assert_ptr_null(file);
	ck_assert_str_eq(request_text(&request, "text"), "kept");
	ck_assert_uint_eq(files_waiting(), 0);
	/* Where the route is not lenient the request is refused. */
	ck_ok(read_form(&strict_route, buffer_text(&body), body.length, &status), error);
	ck_refused(params_read(&request, &error), ERR_TOO_LARGE, error);
	buffer_release(&body);
}
END_TEST

START_TEST(a_second_file_of_one_field_is_refused)
{
	int status = 0;
	const struct request_file *file;

	ck_ok(READ(&route, PART("name=\"file\"; filename=\"a\"", "1") PART("name=\"file\"; filename=\"b\"", "2") PART("name=\"other\"; filename=\"c\"", "3") LAST),
		error);
	ck_ok(params_read(&request, &error), error);
	ck_refused(request_file(&request, "file", &file, &error), ERR_INVALID, error);
	ck_ok(request_file(&request, "other", &file, &error), error);
	ck_assert_ptr_nonnull(file);
	request_drop_files(&request);
	ck_assert_uint_eq(files_waiting(), 0);
}
END_TEST

START_TEST(a_full_disk_is_told_and_the_text_is_kept)
{
	int status = 0;
	const struct request_file *file;
	struct rlimit limit = { .rlim_cur = 2, .rlim_max = RLIM_INFINITY };

	db = kit_reports();
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_ok(READ(&route, PART("name=\"file\"; filename=\"a\"", "123456") PART("name=\"text\"", "kept") LAST), error);
	limit.rlim_cur = RLIM_INFINITY;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_ok(params_read(&request, &error), error);
	ck_refused(request_file(&request, "file", &file, &error), ERR_FULL, error);
	ck_assert_str_eq(request_text(&request, "text"), "kept");
	ck_assert_uint_eq(files_waiting(), 0);
}
END_TEST

START_TEST(bad_text_is_refused_as_in_any_form_and_leaves_no_file)
{
	static const struct { const char *body; size_t length; } bodies[] = {
#define BODY(text) { PART("name=\"file\"; filename=\"a\"", "1") text, sizeof(PART("name=\"file\"; filename=\"a\"", "1") text) - 1 }
		BODY(PART("name=\"text\"", "\xff") LAST), BODY(PART("name=\"text\"", "a\0b") LAST), BODY(PART("name=\"text\"", "\x1b[0m") LAST),
		BODY(PART("name=\"\xff\"", "a") LAST), BODY(PART("name=\"text\"", "\xed\xa0\x80") LAST), BODY("--xYz\r\n"), BODY("--xYz"), BODY("x"),
	};

	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		int status = 0;
		ck_refused(read_form(&route, bodies[i].body, bodies[i].length, &status), ERR_INVALID, error);
		ck_assert_int_eq(status, 400);
		request_drop_files(&request);
		ck_assert_uint_eq(files_waiting(), 0);
	}
}
END_TEST

START_TEST(a_client_that_goes_away_leaves_no_file)
{
	static const char body[] = PART("name=\"text\"", "1") PART("name=\"file\"; filename=\"a\"", "1234567890");
	int status = 0;

	for (size_t length = 0; length < sizeof body; length++) {
		read_form(&route, body, length, &status) == ERR_OK ? ck_abort() : (void)0;
		raw.content_length = "5000";
		source.at = 0;
		ck_assert_int_eq(request_read_form(&request, &status, &error), ERR_IO);
		request_drop_files(&request);
	}
	ck_assert_uint_eq(files_waiting(), 0);
}
END_TEST

START_TEST(text_is_capped_however_it_comes)
{
	struct buffer body = BUFFER_INIT((size_t)1 << 23);
	static const struct route large = { .pattern = "/", .flags = ROUTE_POST | ROUTE_MULTIPART, .max_body = (size_t)1 << 23, .params = params };
	int status = 0;

	buffer_puts(&body, "--xYz\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n");
	for (size_t i = 0; i <= FORM_TEXT_MAX; i++)
		buffer_putc(&body, 'a');
	buffer_puts(&body, "\r\n" LAST);
	ck_refused(read_form(&large, buffer_text(&body), body.length, &status), ERR_TOO_LARGE, error);
	ck_assert_int_eq(status, 413);
	/* Long names are text too. */
	buffer_clear(&body);
	for (size_t i = 0; i < 150; i++) {
		buffer_puts(&body, "--xYz\r\nContent-Disposition: form-data; name=\"");
		for (size_t j = 0; j < 8000; j++)
			buffer_putc(&body, 'a');
		buffer_puts(&body, "\"\r\n\r\n\r\n");
	}
	buffer_puts(&body, LAST);
	ck_refused(read_form(&large, buffer_text(&body), body.length, &status), ERR_TOO_LARGE, error);
	raw.content_type = "application/x-www-form-urlencoded";
	source.at = 0;
	ck_refused(request_read_form(&request, &status, &error), ERR_TOO_LARGE, error);
	ck_assert_int_eq(status, 413);
	ck_refused(read_form(&route, buffer_text(&body), body.length, &status), ERR_TOO_LARGE, error);
	buffer_release(&body);
}
END_TEST

START_TEST(files_of_nobody_are_not_written)
{
	int status = 0;

	ck_ok(READ(&route, LAST), error);
	request.visitor.actor.person = 0;
	source = (struct source){ .body = PART("name=\"file\"; filename=\"a.pdf\"", "1") LAST, .length = sizeof(PART("name=\"file\"; filename=\"a.pdf\"", "1") LAST) - 1 };
	raw.content_length = arena_printf(&arena, "%zu", source.length);
	ck_ok(request_read_form(&request, &status, &error), error);
	ck_assert_uint_eq(parts.file_count, 0);
	ck_assert_uint_eq(files_waiting(), 0);
	ck_assert_str_eq(parts.left_file, "a.pdf");
}
END_TEST

START_TEST(other_routes_take_no_multipart)
{
	int status = 0;

	ck_refused(READ(&plain_route, PART("name=\"text\"", "1") LAST), ERR_INVALID, error);
	ck_assert_int_eq(status, 415);
}
END_TEST

static const struct kit_test tests[] = {
	KIT_TEST(fields_and_files_are_read_in_whatever_pieces_they_come),
	KIT_TEST(what_comes_after_the_last_boundary_is_let_go_by),
	KIT_TEST(names_are_read_as_browsers_write_them),
	KIT_TEST(a_body_that_breaks_off_is_refused_wherever_it_does),
	KIT_TEST(a_hostile_head_is_refused),
	KIT_TEST(a_nul_in_a_head_is_refused),
	KIT_TEST(what_surrounds_the_parts_must_be_boundaries),
	KIT_TEST(a_type_without_a_usable_boundary_is_refused),
	KIT_TEST(heads_and_parts_are_capped),
	KIT_TEST(every_byte_of_a_file_arrives),
	KIT_TEST(texts_become_fields_as_from_any_form_and_files_become_files),
	KIT_TEST(the_hash_is_blake2b_256),
	KIT_TEST(where_no_file_was_chosen_there_is_none),
	KIT_TEST(a_file_that_nobody_asked_for_is_not_written),
	KIT_TEST(a_file_that_is_too_large_is_marked_and_the_text_is_kept),
	KIT_TEST(a_second_file_of_one_field_is_refused),
	KIT_TEST(a_full_disk_is_told_and_the_text_is_kept),
	KIT_TEST(bad_text_is_refused_as_in_any_form_and_leaves_no_file),
	KIT_TEST(a_client_that_goes_away_leaves_no_file),
	KIT_TEST(text_is_capped_however_it_comes),
	KIT_TEST(files_of_nobody_are_not_written),
	KIT_TEST(other_routes_take_no_multipart),
};
KIT_MAIN("multipart", tests)
