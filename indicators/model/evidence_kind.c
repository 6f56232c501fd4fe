/* evidence_kind: what a file is, by its name and by its content; see evidence.h. Storing is in evidence.c. */
#include <errno.h>
#include <fcntl.h>
#include <magic.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "indicators/base/i18n.h"
#include "indicators/base/utf8.h"
#include "indicators/model/evidence.h"

#define FIELD "evidence"
#define PARTS_MAX 5000                               /* of an office file */
#define DIRECTORY_MAX (1024 * 1024)                  /* bytes of its list of parts */
#define UNPACKED_MAX ((zip_uint64_t)300 * 1024 * 1024)
#define TYPES_MAX (256 * 1024)                       /* bytes of [Content_Types].xml */
#define TAIL (22 + 65535 + 20)                       /* where a zip's end stands, with the locator of a large one before it */

struct kind {
	const char *ending;
	const char *type;
	const char *main; /* content type of the main part of an office file, else NULL */
	const char *title;
};

static const struct kind kinds[] = {
	{ "pdf", "application/pdf", NULL, "PDF" },
	{ "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "DOCX" },
	{ "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "XLSX" },
	{ "jpg", "image/jpeg", NULL, "JPEG" },
	{ "jpeg", "image/jpeg", NULL, "JPEG" },
	{ "png", "image/png", NULL, "PNG" },
};

const char *evidence_accept(void)
{
	return ".pdf,.docx,.xlsx,.jpg,.jpeg,.png";
}

/* --- names --- */

static const struct kind *kind_of_name(const char *name)
{
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; dot != NULL && dot > name && i < sizeof kinds / sizeof *kinds; i++)
		if (strcasecmp(dot + 1, kinds[i].ending) == 0)
			return &kinds[i];
	return NULL;
}

/* The next character of valid UTF-8. */
static unsigned long next_character(const unsigned char **at)
{
	const unsigned char *p = *at;
	int more = *p < 0x80 ? 0 : *p < 0xE0 ? 1 : *p < 0xF0 ? 2 : 3;
	unsigned long c = more == 0 ? *p : *p & (0x3Fu >> more);

	for (int i = 1; i <= more; i++)
		c = c << 6 | (p[i] & 0x3F);
	*at = p + more + 1;
	return c;
}

/* What would make a name look like another one: it turns the direction of writing, or is a line of its own, or is not seen. */
static bool is_deceptive(unsigned long c)
{
	return c == 0x00AD || c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x180E || c == 0x3164 || c == 0xFFA0 || (c >= 0xE0000 && c <= 0xE007F)
		|| c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)
		|| c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

enum err evidence_check_name(const char *name, struct error *error)
{
	const unsigned char *p = (const unsigned char *)name;
	size_t characters = 0;

	if (*name == '\0')
		return error_set_field(error, ERR_INVALID, FIELD, "%s", _("The file has no name."));
	if (!utf8_is_valid(name, strlen(name)))
		return error_set_field(error, ERR_INVALID, FIELD, "%s", _("The name of the file is not valid UTF-8. Give the file another name."));
	while (*p != '\0') {
		unsigned long c = next_character(&p);

		if (c == '/' || c == '\\')
			return error_set_field(error, ERR_INVALID, FIELD, "%s",
				_("The name of the file has a slash or backslash in it. Give the file another name."));
		if (c < 0x20 || (c >= 0x7F && c < 0xA0))
			return error_set_field(error, ERR_INVALID, FIELD, "%s",
				_("The name of the file has a control character in it. Give the file another name."));
		if (is_deceptive(c))
			return error_set_field(error, ERR_INVALID, FIELD, "%s",
				_("The name of the file has an invisible character in it that changes how it is read. Give the file another name."));
		characters++;
	}
	if (characters > EVIDENCE_NAME_MAX)
		return error_set_field(error, ERR_INVALID, FIELD, _("The name of the file is longer than %d characters. Give the file a shorter one."),
			EVIDENCE_NAME_MAX);
	if (kind_of_name(name) == NULL)
		return error_set_field(error, ERR_INVALID, FIELD, "%s",
			_("Files can be PDF, DOCX, XLSX, JPEG or PNG; the name ends with .pdf, .docx, .xlsx, .jpg, .jpeg or .png."));
	return ERR_OK;
}

/* --- content --- */

MUST_USE static enum err not_what_it_says(const struct kind *kind, struct error *error)
{
	return error_set_field(error, ERR_INVALID, FIELD, _("By its name the file is %s, but its content is something else, or it is damaged. Open it, save it as %s and choose it again."),
		kind->title, kind->title);
}

static unsigned little(const unsigned char *p, int bytes)
{
	unsigned value = 0;

	while (bytes-- > 0)
		value = value << 8 | p[bytes];
	return value;
}

/*
 * Before the archive is opened: every place that could be its end must announce few parts and a short list of them, since a reader
 * takes memory for as many as are announced. Office files never need the large form of the format.
 */
static bool archive_is_small(const unsigned char *tail, size_t length)
{
	bool found = false;

	for (size_t i = 0; i + 22 <= length; i++) {
		if (memcmp(tail + i, "PK\6\6", 4) == 0 || memcmp(tail + i, "PK\6\7", 4) == 0)
			return false;
		if (memcmp(tail + i, "PK\5\6", 4) != 0)
			continue;
		if (little(tail + i + 8, 2) > PARTS_MAX || little(tail + i + 10, 2) > PARTS_MAX || little(tail + i + 12, 4) > DIRECTORY_MAX)
			return false;
		found = true;
	}
	return found;
}

/* The text of [Content_Types].xml in `text`, of TYPES_MAX + 1 bytes. */
static bool read_types(zip_t *archive, char *text)
{
	zip_int64_t index = zip_name_locate(archive, "[Content_Types].xml", 0);
	zip_stat_t stat;
	zip_file_t *file;

	if (index < 0 || zip_stat_index(archive, (zip_uint64_t)index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 || stat.size > TYPES_MAX)
		return false;
	if ((file = zip_fopen_index(archive, (zip_uint64_t)index, 0)) == NULL)
		return false;
	zip_int64_t got = zip_fread(file, text, TYPES_MAX);
	zip_fclose(file);
	if (got < 0)
		return false;
	text[got] = '\0';
	return strlen(text) == (size_t)got;
}

MUST_USE static enum err inspect_parts(zip_t *archive, const struct kind *kind, struct error *error)
{
	zip_int64_t count = zip_get_num_entries(archive, 0);
	zip_uint64_t unpacked = 0;

	for (zip_int64_t i = 0; i < count; i++) {
		zip_stat_t stat;

		if (zip_stat_index(archive, (zip_uint64_t)i, 0, &stat) != 0 || (stat.valid & (ZIP_STAT_NAME | ZIP_STAT_SIZE)) != (ZIP_STAT_NAME | ZIP_STAT_SIZE))
			return not_what_it_says(kind, error);
		if (strcasestr(stat.name, "vbaProject") != NULL)
			return error_set_field(error, ERR_INVALID, FIELD, "%s", _("The file has macros in it. Save it without macros and choose it again."));
		if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
			return error_set_field(error, ERR_INVALID, FIELD, "%s", _("The file is protected by a password. Save it without one and choose it again."));
		if (stat.name[0] == '/' || strstr(stat.name, "../") != NULL)
			return not_what_it_says(kind, error);
		unpacked = stat.size > UNPACKED_MAX ? UNPACKED_MAX + 1 : unpacked + stat.size;
		if (unpacked > UNPACKED_MAX)
			return error_set_field(error, ERR_INVALID, FIELD, "%s", _("The file would be far too large once opened, so it is not taken."));
	}
	return ERR_OK;
}

MUST_USE static enum err inspect_office(const char *path, const struct kind *kind, struct error *error)
{
	struct arena arena = ARENA_INIT;
	zip_t *archive = zip_open(path, ZIP_RDONLY, NULL);
	char *types = arena_alloc(&arena, TYPES_MAX + 1);
	enum err err = archive == NULL ? not_what_it_says(kind, error) : inspect_parts(archive, kind, error);

	if (err == ERR_OK && !read_types(archive, types))
		err = not_what_it_says(kind, error);
	if (err == ERR_OK && strcasestr(types, "macroEnabled") != NULL)
		err = error_set_field(error, ERR_INVALID, FIELD, "%s", _("The file has macros in it. Save it without macros and choose it again."));
	if (err == ERR_OK && strstr(types, kind->main) == NULL)
		err = not_what_it_says(kind, error);
	if (archive != NULL)
		zip_discard(archive);
	arena_release(&arena);
	return err;
}

/* What libmagic calls the content: a media type, copied. "" where it cannot say. */
static void magic_type(const char *path, char *type, size_t size)
{
	magic_t magic = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR | MAGIC_NO_CHECK_ELF | MAGIC_NO_CHECK_JSON
		| MAGIC_NO_CHECK_CSV);
	size_t bytes = 1024 * 1024;
	const char *found = NULL;

	type[0] = '\0';
	if (magic == NULL)
		return;
	magic_setparam(magic, MAGIC_PARAM_BYTES_MAX, &bytes);
	if (magic_load(magic, NULL) == 0)
		found = magic_file(magic, path);
	if (found != NULL)
		snprintf(type, size, "%s", found);
	magic_close(magic);
}

/* The first bytes and the last ones, as far as there are any. */
MUST_USE static enum err read_ends(const char *path, unsigned char head[8], unsigned char *tail, size_t *tail_length, int64_t *size,
	struct error *error)
{
	struct stat status;
	int file = open(path, O_RDONLY | O_CLOEXEC);
	enum err err = ERR_OK;

	if (file < 0 || fstat(file, &status) != 0) {
		err = error_set(error, ERR_IO, "%s: %s.", path, strerror(errno));
	} else {
		*size = status.st_size;
		*tail_length = *size < TAIL ? (size_t)*size : TAIL;
		if (pread(file, head, 8, 0) < 0 || pread(file, tail, *tail_length, *size - (off_t)*tail_length) != (ssize_t)*tail_length)
			err = error_set(error, ERR_IO, "%s: %s.", path, strerror(errno));
	}
	if (file >= 0)
		close(file);
	return err;
}

MUST_USE static enum err inspect_content(const char *path, const struct kind *kind, const unsigned char head[8], const unsigned char *tail,
	size_t tail_length, struct error *error)
{
	static const unsigned char ole[] = { 0xD0, 0xCF, 0x11, 0xE0 };
	char type[128];

	if (kind->main != NULL && memcmp(head, ole, sizeof ole) == 0)
		return error_set_field(error, ERR_INVALID, FIELD, _("The file is protected by a password, or it is of an older Office format. Save it as %s without a password and choose it again."),
			kind->title);
	magic_type(path, type, sizeof type);
	if (type[0] == '\0')
		return error_set(error, ERR_INTERNAL, "libmagic cannot read its database or the file %s.", path);
	if (kind->main == NULL)
		return strcmp(type, kind->type) == 0 && (strcmp(kind->ending, "pdf") != 0 || memcmp(head, "%PDF-", 5) == 0)
			? ERR_OK : not_what_it_says(kind, error);
	/* libmagic knows an office file only where its parts stand in the usual order; the archive itself decides. */
	if (memcmp(head, "PK\3\4", 4) != 0 || (strcmp(type, kind->type) != 0 && strcmp(type, "application/zip") != 0
			&& strcmp(type, "application/octet-stream") != 0))
		return not_what_it_says(kind, error);
	if (!archive_is_small(tail, tail_length))
		return not_what_it_says(kind, error);
	return inspect_office(path, kind, error);
}

enum err evidence_inspect(const char *path, const char *name, const char **type, struct error *error)
{
	struct arena arena = ARENA_INIT;
	const struct kind *kind = kind_of_name(name);
	unsigned char head[8] = { 0 };
	unsigned char *tail = arena_alloc(&arena, TAIL);
	size_t tail_length = 0;
	int64_t size = 0;

	*type = "";
	enum err err = kind == NULL ? evidence_check_name(name, error) : ERR_OK;
	if (err == ERR_OK && kind == NULL)
		err = error_set_field(error, ERR_INVALID, FIELD, "%s", _("The file has no name."));
	if (err == ERR_OK)
		err = read_ends(path, head, tail, &tail_length, &size, error);
	if (err == ERR_OK && size == 0)
		err = error_set_field(error, ERR_INVALID, FIELD, "%s", _("The file is empty."));
	if (err == ERR_OK && size > EVIDENCE_FILE_MAX)
		err = error_set_field(error, ERR_TOO_LARGE, FIELD, _("The file is larger than the %lld MB that are taken here."),
			(long long)(EVIDENCE_FILE_MAX / (1024 * 1024)));
	if (err == ERR_OK)
		err = inspect_content(path, kind, head, tail, tail_length, error);
	if (err == ERR_OK)
		*type = kind->type;
	arena_release(&arena);
	return err;
}
