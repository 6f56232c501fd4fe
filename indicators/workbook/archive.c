/* archive: see archive.h. */
#include "indicators/workbook/archive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <zip.h>

#include "indicators/base/i18n.h"

#define TAIL_MAX ((size_t)65536 + 22 + 20) /* where the end record can stand */

struct archive {
	zip_t *zip;
	size_t total;
};

MUST_USE static enum err no_workbook(struct error *error)
{
	return error_set(error, ERR_INVALID, "%s",
		_("This file is no Excel workbook (.xlsx) and no CSV, or it is damaged. Save it as “Excel workbook (.xlsx)” and send it again."));
}

MUST_USE static enum err too_large(struct error *error)
{
	return error_set(error, ERR_TOO_LARGE, "%s",
		_("This workbook holds far more than a questionnaire has. Download it anew and only fill in the answers."));
}

static unsigned u16(const unsigned char *p)
{
	return (unsigned)p[0] | (unsigned)p[1] << 8;
}

/*
 * The library makes room for as many entries as the end of the file says that there are, so that is looked at first. Whichever
 * end record it would choose, of several: none may tell of too many, nor send on to one with 64 bits.
 */
static bool tells_of_too_many(const unsigned char *tail, size_t length)
{
	for (size_t i = 0; i + 4 <= length; i++) {
		if (tail[i] != 'P' || tail[i + 1] != 'K')
			continue;
		if (tail[i + 2] == 6 && tail[i + 3] == 7)
			return true;
		if (tail[i + 2] == 5 && tail[i + 3] == 6 && i + 22 <= length
			&& (u16(tail + i + 8) > ARCHIVE_ENTRIES_MAX || u16(tail + i + 10) > ARCHIVE_ENTRIES_MAX))
			return true;
	}
	return false;
}

MUST_USE static enum err look_at_ends(FILE *file, struct error *error)
{
	static const unsigned char compound[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };
	unsigned char head[8] = { 0 };
	size_t got = fread(head, 1, sizeof head, file);

	if (got == sizeof head && memcmp(head, compound, sizeof head) == 0)
		return error_set(error, ERR_INVALID, "%s",
			_("This workbook is protected by a password, or in the old format .xls. Save it without a password as “Excel workbook (.xlsx)”."));
	if (got < 4 || memcmp(head, "PK\x03\x04", 4) != 0)
		return no_workbook(error);
	if (fseek(file, 0, SEEK_END) != 0)
		return no_workbook(error);
	long size = ftell(file);
	if (size < 0 || (size_t)size > ARCHIVE_SIZE_MAX)
		return error_set(error, ERR_TOO_LARGE, _("The file is too large; a workbook has at most %d MB."), (int)(ARCHIVE_SIZE_MAX / 1024 / 1024));
	size_t length = (size_t)size < TAIL_MAX ? (size_t)size : TAIL_MAX;
	unsigned char *tail = malloc(length);
	if (tail == NULL)
		return error_memory(error);
	enum err err = ERR_OK;
	if (fseek(file, size - (long)length, SEEK_SET) != 0 || fread(tail, 1, length, file) != length)
		err = no_workbook(error);
	else if (tells_of_too_many(tail, length))
		err = too_large(error);
	free(tail);
	return err;
}

MUST_USE static enum err check_entries(zip_t *zip, struct error *error)
{
	zip_int64_t count = zip_get_num_entries(zip, 0);

	if (count > ARCHIVE_ENTRIES_MAX)
		return too_large(error);
	for (zip_int64_t i = 0; i < count; i++) {
		zip_stat_t stat;

		if (zip_stat_index(zip, (zip_uint64_t)i, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0)
			return no_workbook(error);
		if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
			return error_set(error, ERR_INVALID, "%s", _("This workbook is encrypted. Save it without a password."));
		if ((stat.valid & ZIP_STAT_COMP_METHOD) != 0 && stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
			return no_workbook(error);
		for (zip_int64_t j = 0; j < i; j++)
			if (strcasecmp(stat.name, zip_get_name(zip, (zip_uint64_t)j, 0)) == 0)
				return error_set(error, ERR_INVALID, "%s", _("This workbook is damaged: a part of it stands there twice. Save it anew."));
	}
	return ERR_OK;
}

enum err archive_open(struct archive **archive, const char *path, struct error *error)
{
	FILE *file = fopen(path, "rbe");
	int code = 0;

	*archive = NULL;
	if (file == NULL)
		return error_set(error, ERR_IO, "%s", _("The file cannot be read any more. Send it again."));
	enum err err = look_at_ends(file, error);
	fclose(file);
	if (err != ERR_OK)
		return err;
	zip_t *zip = zip_open(path, ZIP_RDONLY, &code);
	if (zip == NULL)
		return code == ZIP_ER_MEMORY ? error_memory(error) : no_workbook(error);
	if ((err = check_entries(zip, error)) != ERR_OK) {
		zip_discard(zip);
		return err;
	}
	*archive = calloc(1, sizeof **archive);
	if (*archive == NULL) {
		zip_discard(zip);
		return error_memory(error);
	}
	(*archive)->zip = zip;
	return ERR_OK;
}

void archive_close(struct archive *archive)
{
	if (archive == NULL)
		return;
	zip_discard(archive->zip);
	free(archive);
}

bool archive_has(const struct archive *archive, const char *name)
{
	return zip_name_locate(archive->zip, name, 0) >= 0;
}

bool archive_has_below(const struct archive *archive, const char *beginning)
{
	zip_int64_t count = zip_get_num_entries(archive->zip, 0);

	for (zip_int64_t i = 0; i < count; i++)
		if (strncasecmp(zip_get_name(archive->zip, (zip_uint64_t)i, 0), beginning, strlen(beginning)) == 0)
			return true;
	return false;
}

MUST_USE static enum err pump(struct archive *archive, zip_file_t *file, archive_take *take, void *context, struct error *error)
{
	char piece[16384];
	size_t size = 0;

	for (;;) {
		zip_int64_t got = zip_fread(file, piece, sizeof piece);

		if (got < 0)
			return no_workbook(error);
		size += (size_t)got;
		archive->total += (size_t)got;
		if (size > ARCHIVE_ENTRY_MAX || archive->total > ARCHIVE_TOTAL_MAX)
			return too_large(error);
		enum err err = take(context, piece, (size_t)got, got == 0, error);
		if (err != ERR_OK || got == 0)
			return err;
	}
}

enum err archive_read(struct archive *archive, const char *name, archive_take *take, void *context, struct error *error)
{
	zip_file_t *file = zip_fopen(archive->zip, name, 0);

	if (file == NULL)
		return no_workbook(error);
	enum err err = pump(archive, file, take, context, error);
	zip_fclose(file);
	return err;
}
