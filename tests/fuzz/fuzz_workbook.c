/*
 * Fuzz target: files that somebody sends as a filled-in workbook. Beginning with 'P' the input is a ZIP as it is; with 'x' the rest becomes
 * the sheet of a small workbook, so that the XML behind the ZIP's checksums is reached too; anything else is a CSV.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zip.h>

#include "indicators/workbook/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char types[] = "<Types><Override PartName=\"/xl/workbook.xml\""
	" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
static const char workbook[] = "<workbook><sheets><sheet name=\"I\" r:id=\"a\"/><sheet name=\"monitor\" r:id=\"b\"/>"
	"<sheet name=\"X\" r:id=\"c\"/></sheets></workbook>";
static const char relations[] = "<R><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"a.xml\"/><Relationship Id=\"b\" Type=\"/worksheet\""
	" Target=\"b.xml\"/><Relationship Id=\"c\" Type=\"/worksheet\" Target=\"c.xml\"/><Relationship Id=\"s\" Type=\"/sharedStrings\" Target=\"c.xml\"/>"
	"<Relationship Id=\"t\" Type=\"/styles\" Target=\"c.xml\"/></R>";
static const char meta[] = "<w><row r=\"1\"><c t=\"str\"><v>digest</v></c><c t=\"str\"><v>00</v></c></row></w>";

static void add(zip_t *zip, const char *name, const void *data, size_t size)
{
	zip_source_t *source = zip_source_buffer(zip, data, size, 0);

	if (zip_file_add(zip, name, source, 0) < 0)
		abort();
}

static void write_sheet(const char *path, const uint8_t *data, size_t size)
{
	zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

	if (zip == NULL)
		abort();
	add(zip, "[Content_Types].xml", types, sizeof types - 1);
	add(zip, "xl/workbook.xml", workbook, sizeof workbook - 1);
	add(zip, "xl/_rels/workbook.xml.rels", relations, sizeof relations - 1);
	add(zip, "xl/a.xml", "<w/>", 4);
	add(zip, "xl/b.xml", meta, sizeof meta - 1);
	add(zip, "xl/c.xml", data, size);
	if (zip_close(zip) != 0)
		abort();
}

static void write_plain(const char *path, const uint8_t *data, size_t size)
{
	FILE *file = fopen(path, "wb");

	if (file == NULL || fwrite(data, 1, size, file) != size || fclose(file) != 0)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char path[64];
	struct arena arena = ARENA_INIT;
	struct filled filled;
	struct error error = ERROR_INIT;

	if (path[0] == '\0')
		snprintf(path, sizeof path, "/dev/shm/fuzz-workbook-%ld", (long)getpid());
	if (size > 0 && data[0] == 'x')
		write_sheet(path, data + 1, size - 1);
	else
		write_plain(path, data, size);
	enum err err = read_filled(&arena, path, &filled, &error);
	/* What is refused says why; what is taken has rows whose texts are all there. */
	if (err != ERR_OK && error.text[0] == '\0')
		abort();
	size_t length = 0;
	for (size_t i = 0; err == ERR_OK && i < filled.count; i++)
		length += strlen(filled.rows[i].id) + strlen(filled.rows[i].place)
			+ (filled.rows[i].value.kind == BOOK_TEXT ? strlen(filled.rows[i].value.text) : 0);
	if (length > READ_TEXTS_MAX * 4)
		abort();
	arena_release(&arena);
	unlink(path);
	return 0;
}
