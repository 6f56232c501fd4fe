/* catalogue_zip: see catalogue_zip.h. */
#include "indicators/model/catalogue_zip.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "indicators/base/i18n.h"
#include "indicators/store/incoming.h"

#define FIELD "file"
#define NAME_MAX_BYTES 100
#define TAIL ((size_t)22 + 65535 + 20) /* where a ZIP's end can stand */

MUST_USE static enum err no_zip(struct error *error)
{
	return error_set_field(error, ERR_INVALID, FIELD, "%s",
		_("That is no ZIP file, or it is damaged. Pack the folder with framework.yaml and the files of the indicators, and choose it again."));
}

MUST_USE static enum err too_many(struct error *error)
{
	return error_set_field(error, ERR_TOO_LARGE, FIELD, _("The archive holds more than %d files; a framework has one for each indicator."),
		CATALOGUE_ZIP_FILES);
}

MUST_USE static enum err too_large(struct error *error)
{
	return error_set_field(error, ERR_TOO_LARGE, FIELD, _("The archive holds far more than a framework: at most %d MB unpacked, and %d MB in one file."),
		(int)(CATALOGUE_ZIP_TOTAL >> 20), (int)(CATALOGUE_ZIP_ONE >> 20));
}

static unsigned u16(const unsigned char *p)
{
	return (unsigned)p[0] | (unsigned)p[1] << 8;
}

/*
 * The library makes room for as many entries as the end of the file announces, so that is looked at first: whichever end record it
 * would choose, none may tell of too many, nor send on to a 64-bit one.
 */
static bool announces_too_many(const unsigned char *tail, size_t length)
{
	for (size_t i = 0; i + 22 <= length; i++) {
		if (memcmp(tail + i, "PK\6\7", 4) == 0)
			return true;
		if (memcmp(tail + i, "PK\5\6", 4) == 0 && (u16(tail + i + 8) > CATALOGUE_ZIP_FILES || u16(tail + i + 10) > CATALOGUE_ZIP_FILES))
			return true;
	}
	return false;
}

MUST_USE static enum err look_at_end(struct arena *arena, const char *path, struct error *error)
{
	FILE *file = fopen(path, "rbe");
	unsigned char *tail = arena_alloc(arena, TAIL);
	enum err err = ERR_OK;

	if (file == NULL)
		return error_set(error, ERR_IO, "%s", _("The file cannot be read any more. Choose it again."));
	long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
	size_t length = size > 0 && (size_t)size < TAIL ? (size_t)size : TAIL;
	if (size < 22)
		err = no_zip(error);
	else if ((size_t)size > CATALOGUE_ZIP_SIZE)
		err = error_set_field(error, ERR_TOO_LARGE, FIELD, _("The file is too large; a framework's archive has at most %d MB."),
			(int)(CATALOGUE_ZIP_SIZE >> 20));
	else if (fseek(file, size - (long)length, SEEK_SET) != 0 || fread(tail, 1, length, file) != length)
		err = no_zip(error);
	else if (announces_too_many(tail, length))
		err = too_many(error);
	fclose(file);
	return err;
}

/* --- names --- */

/* What leads out of the folder, or hides where it leads. */
static bool leads_elsewhere(const char *name)
{
	if (name[0] == '/' || strchr(name, '\\') != NULL || strchr(name, ':') != NULL)
		return true;
	for (const char *p = name; *p != '\0'; p++)
		if ((unsigned char)*p < 0x20 || *p == 0x7F)
			return true;
	for (const char *part = name; part != NULL; part = strchr(part, '/')) {
		part += *part == '/';
		size_t length = strcspn(part, "/");
		if (length == 2 && strncmp(part, "..", 2) == 0)
			return true;
	}
	return false;
}

/* The file's name, of one to be unpacked; NULL of one that is left out. */
static const char *wanted(const char *name)
{
	const char *slash = strrchr(name, '/');
	const char *base = slash != NULL ? slash + 1 : name;
	size_t length = strlen(base);

	if (length < 6 || base[0] == '.' || strcmp(base + length - 5, ".yaml") != 0 || strncmp(name, "__MACOSX/", 9) == 0)
		return NULL;
	return base;
}

MUST_USE static enum err check_name(const char *name, const char **folder, struct arena *arena, struct error *error)
{
	if (leads_elsewhere(name))
		return error_set_field(error, ERR_INVALID, FIELD, _("The name of a file in the archive, “%.60s”, leads out of its folder. Pack the folder anew."), name);
	const char *base = wanted(name);
	if (base == NULL)
		return ERR_OK;
	const char *above = arena_strndup(arena, name, (size_t)(base - name));
	if (strlen(base) > NAME_MAX_BYTES || strspn(base, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-") != strlen(base))
		return error_set_field(error, ERR_INVALID, FIELD, _("“%.60s” in the archive is no name of a catalogue file."), base);
	if (*folder != NULL && strcmp(*folder, above) != 0)
		return error_set_field(error, ERR_INVALID, FIELD, _("The archive has YAML files in several folders (“%.60s”). Pack only the folder of one framework."),
			name);
	*folder = above;
	return ERR_OK;
}

MUST_USE static enum err check_entry(zip_t *zip, zip_uint64_t index, const char **folder, struct arena *arena, struct error *error)
{
	zip_stat_t stat;
	zip_uint8_t system = 0;
	zip_uint32_t attributes = 0;

	if (zip_stat_index(zip, index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0)
		return no_zip(error);
	if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
		return error_set_field(error, ERR_INVALID, FIELD, "%s", _("The archive has a password. Pack the folder without one."));
	if ((stat.valid & ZIP_STAT_COMP_METHOD) != 0 && stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
		return no_zip(error);
	/* The upper half is the mode of a Unix file, whatever system is named. */
	if (zip_file_get_external_attributes(zip, index, 0, &system, &attributes) == 0) {
		mode_t mode = (mode_t)(attributes >> 16);
		if ((mode & S_IFMT) != 0 && !S_ISREG(mode) && !S_ISDIR(mode))
			return error_set_field(error, ERR_INVALID, FIELD, _("“%.60s” in the archive is a link or something else that is no file. Pack the files themselves."),
				stat.name);
	}
	return check_name(stat.name, folder, arena, error);
}

/* --- unpacking --- */

MUST_USE static enum err write_entry(zip_t *zip, zip_uint64_t index, const char *path, size_t *total, struct error *error)
{
	char piece[16384];
	size_t size = 0;
	zip_int64_t got = 0;
	enum err err = ERR_OK;
	zip_file_t *from = zip_fopen_index(zip, index, 0);
	int to = from == NULL ? -1 : open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (from == NULL)
		return no_zip(error);
	if (to < 0)
		err = errno == EEXIST ? error_set_field(error, ERR_INVALID, FIELD, _("“%.60s” stands in the archive twice."), strrchr(path, '/') + 1)
			: incoming_failed(error, path);
	while (err == ERR_OK && (got = zip_fread(from, piece, sizeof piece)) > 0) {
		size += (size_t)got;
		*total += (size_t)got;
		if (size > CATALOGUE_ZIP_ONE || *total > CATALOGUE_ZIP_TOTAL)
			err = too_large(error);
		else if (write(to, piece, (size_t)got) != got)
			err = incoming_failed(error, path);
	}
	if (err == ERR_OK && got < 0)
		err = no_zip(error);
	if (to >= 0)
		close(to);
	zip_fclose(from);
	return err;
}

MUST_USE static enum err unpack_all(zip_t *zip, struct arena *arena, const char *directory, struct error *error)
{
	const char *folder = NULL;
	zip_int64_t count = zip_get_num_entries(zip, 0);
	size_t total = 0;
	enum err err = count > CATALOGUE_ZIP_FILES ? too_many(error) : ERR_OK;

	/* All names first: nothing is unpacked of an archive that is refused. */
	for (zip_int64_t i = 0; i < count && err == ERR_OK; i++)
		err = check_entry(zip, (zip_uint64_t)i, &folder, arena, error);
	if (err == ERR_OK && folder == NULL)
		err = error_set_field(error, ERR_INVALID, FIELD, "%s", _("There is no YAML file in the archive. Pack the folder with framework.yaml."));
	for (zip_int64_t i = 0; i < count && err == ERR_OK; i++) {
		const char *base = wanted(zip_get_name(zip, (zip_uint64_t)i, 0));
		if (base != NULL)
			err = write_entry(zip, (zip_uint64_t)i, arena_printf(arena, "%s/%s", directory, base), &total, error);
	}
	return err;
}

enum err catalogue_zip_unpack(struct database *db, struct arena *arena, const char *path, const char **directory, struct error *error)
{
	const char *incoming = incoming_folder(arena, database_path(db), "incoming");
	int code = 0;

	*directory = NULL;
	enum err err = look_at_end(arena, path, error);
	if (err == ERR_OK)
		err = incoming_make_folder(incoming, error);
	if (err != ERR_OK)
		return err;
	zip_t *zip = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code);
	if (zip == NULL)
		return code == ZIP_ER_MEMORY ? error_memory(error) : no_zip(error);
	char *made = arena_printf(arena, "%s/catalogue-XXXXXX", incoming);
	if (mkdtemp(made) == NULL)
		err = incoming_failed(error, made);
	else
		*directory = made;
	if (err == ERR_OK)
		err = unpack_all(zip, arena, made, error);
	zip_discard(zip);
	return err;
}

void catalogue_zip_remove(struct arena *arena, const char *directory)
{
	DIR *folder = directory != NULL ? opendir(directory) : NULL;
	struct dirent *entry;

	if (folder == NULL)
		return;
	while ((entry = readdir(folder)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			unlink(arena_printf(arena, "%s/%s", directory, entry->d_name));
	closedir(folder);
	rmdir(directory);
}

const char *catalogue_zip_kept(struct database *db, struct arena *arena, const char *hash)
{
	if (strlen(hash) != INCOMING_HASH - 1 || strspn(hash, "0123456789abcdef") != INCOMING_HASH - 1)
		return NULL;
	return arena_printf(arena, "%s/catalogue-%s", incoming_folder(arena, database_path(db), "incoming"), hash);
}
