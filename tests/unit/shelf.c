/* shelf: see shelf.h. */
#include "tests/unit/shelf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

struct book shelf_book(struct desk *desk)
{
	struct round *round = arena_alloc(&desk->arena, sizeof *round);
	struct round_seat *seat = arena_alloc(&desk->arena, sizeof *seat);
	struct book book;

	ck_ok(round_load(desk->db, &desk->arena, desk->round, "en", round, &desk->error), desk->error);
	ck_ok(round_seat(desk->db, &desk->arena, round, "XAA", "en", seat, &desk->error), desk->error);
	ck_ok(book_load(desk->db, &desk->arena, round, seat, &book, &desk->error), desk->error);
	return book;
}

const char *shelf_xlsx(struct desk *desk, const struct book *book)
{
	const char *path = kit_path("book.xlsx");

	ck_ok(write_xlsx(&desk->arena, book, path, &desk->error), desk->error);
	return path;
}

const char *shelf_csv(struct desk *desk, const struct book *book)
{
	struct buffer out = BUFFER_INIT(1 << 20);

	write_csv(&desk->arena, book, &out);
	const char *path = kit_write("book.csv", buffer_text(&out));
	buffer_release(&out);
	return path;
}

struct filled shelf_read(struct desk *desk, const char *path)
{
	struct filled filled;

	ck_ok(read_filled(&desk->arena, path, &filled, &desk->error), desk->error);
	return filled;
}

struct filled_row *shelf_row(struct filled *filled, const char *id)
{
	for (size_t i = 0; i < filled->count; i++)
		if (strcmp(filled->rows[i].id, id) == 0)
			return &filled->rows[i];
	ck_abort_msg("no row %s", id);
}

void shelf_type(struct filled *filled, const char *id, const char *text)
{
	shelf_row(filled, id)->value = text != NULL ? (struct book_value){ .kind = BOOK_TEXT, .text = text } : (struct book_value){ .kind = BOOK_EMPTY };
}

void shelf_number(struct filled *filled, const char *id, double number)
{
	shelf_row(filled, id)->value = (struct book_value){ .kind = BOOK_NUMBER, .number = number };
}

const char *shelf_pack(const char *name, const struct shelf_part *parts, size_t count)
{
	const char *path = kit_path(name);
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	ck_assert_ptr_nonnull(zip);
	for (size_t i = 0; i < count; i++)
		ck_assert_int_ge(zip_file_add(zip, parts[i].name, zip_source_buffer(zip, parts[i].text, strlen(parts[i].text), 0), 0), 0);
	ck_assert_int_eq(zip_close(zip), 0);
	return path;
}

const char *shelf_replace(const char *path, const char *name, const char *part, const char *text)
{
	const char *copy = kit_path(name);
	char data[4096];
	size_t got;
	FILE *from = fopen(path, "rb"), *to = fopen(copy, "wb");

	ck_assert(from != NULL && to != NULL);
	while ((got = fread(data, 1, sizeof data, from)) > 0)
		ck_assert_uint_eq(fwrite(data, 1, got, to), got);
	fclose(from);
	fclose(to);
	zip_t *zip = zip_open(copy, 0, NULL);
	ck_assert_ptr_nonnull(zip);
	if (text == NULL)
		ck_assert_int_eq(zip_delete(zip, (zip_uint64_t)zip_name_locate(zip, part, 0)), 0);
	else
		ck_assert_int_ge(zip_file_add(zip, part, zip_source_buffer(zip, text, strlen(text), 0), ZIP_FL_OVERWRITE), 0);
	ck_assert_int_eq(zip_close(zip), 0);
	return copy;
}

const char *shelf_part(struct desk *desk, const char *path, const char *part)
{
	zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
	zip_stat_t stat;

	ck_assert_ptr_nonnull(zip);
	ck_assert_int_eq(zip_stat(zip, part, 0, &stat), 0);
	char *text = arena_alloc(&desk->arena, stat.size + 1);
	zip_file_t *file = zip_fopen(zip, part, 0);
	ck_assert_int_eq((int)zip_fread(file, text, stat.size), (int)stat.size);
	zip_fclose(file);
	zip_discard(zip);
	return text;
}
