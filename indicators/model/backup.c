/* backup: see backup.h. */
#include "indicators/model/backup.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indicators/base/arena.h"
#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/store/copy.h"

#define STAMP 17 /* "20261123T190500Z" and NUL */
#define NAMES_MAX 10000

static void stamp_now(char stamp[static STAMP])
{
	char now[CLOCK_TEXT];
	size_t length = 0;

	clock_text(now);
	for (const char *p = now; *p != '\0'; p++)
		if (*p != '-' && *p != ':' && length < STAMP - 1)
			stamp[length++] = *p;
	stamp[length] = '\0';
}

MUST_USE static enum err join(char path[static PATH_MAX], const char *folder, const char *name, struct error *error)
{
	if (snprintf(path, PATH_MAX, "%s/%s", folder, name) >= PATH_MAX)
		return error_set(error, ERR_INVALID, "%s", _("The name of the folder is too long."));
	return ERR_OK;
}

MUST_USE static enum err make_folder(const char *folder, struct error *error)
{
	struct stat st;

	if (mkdir(folder, 0700) == 0 || (errno == EEXIST && stat(folder, &st) == 0 && S_ISDIR(st.st_mode)))
		return ERR_OK;
	return error_set(error, ERR_IO, _("The directory %s cannot be made (%s)."), folder, strerror(errno));
}

/* The rename is on the disk too once this returns. */
MUST_USE static enum err sync_folder(const char *folder, struct error *error)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return good ? ERR_OK : error_set(error, ERR_IO, _("%s cannot be read or written (%s)."), folder, strerror(errno));
}

/* "reports-20261123T190500Z.db" and nothing else, so that nobody's other file is ever removed. */
static bool is_backup(const char *name)
{
	static const char pattern[] = "reports-00000000T000000Z.db";

	for (size_t i = 0; pattern[i] != '\0'; i++) {
		bool digit = name[i] >= '0' && name[i] <= '9';
		if (pattern[i] == '0' ? !digit : name[i] != pattern[i])
			return false;
	}
	return name[sizeof pattern - 1] == '\0';
}

static int newest_first(const void *a, const void *b)
{
	return strcmp(*(const char *const *)b, *(const char *const *)a);
}

MUST_USE static enum err remove_old(const char *folder, int keep, int *removed, struct error *error)
{
	struct arena arena = ARENA_INIT;
	const char **names = arena_array(&arena, NAMES_MAX, sizeof *names);
	size_t count = 0;
	struct dirent *entry;
	enum err err = ERR_OK;
	DIR *dir = opendir(folder);

	*removed = 0;
	if (dir == NULL) {
		err = error_set(error, ERR_IO, _("%s cannot be read or written (%s)."), folder, strerror(errno));
		goto out;
	}
	while ((entry = readdir(dir)) != NULL && count < NAMES_MAX)
		if (is_backup(entry->d_name))
			names[count++] = arena_strdup(&arena, entry->d_name);
	closedir(dir);
	/* The stamps sort as time does. */
	qsort(names, count, sizeof *names, newest_first);
	for (size_t i = (size_t)keep; i < count && err == ERR_OK; i++) {
		char path[PATH_MAX];
		if ((err = join(path, folder, names[i], error)) != ERR_OK)
			break;
		if (unlink(path) != 0)
			err = error_set(error, ERR_IO, _("The old backup %s cannot be removed (%s)."), path, strerror(errno));
		else
			++*removed;
	}
out:
	arena_release(&arena);
	return err;
}

enum err backup_make(const char *data, const char *folder, int keep, struct backup_made *made, struct error *error)
{
	char from[PATH_MAX];
	char part[PATH_MAX];
	char name[64];
	char stamp[STAMP];

	*made = (struct backup_made){ .removed = 0 };
	if (keep < 1)
		return error_set(error, ERR_INVALID, "%s", _("At least one backup must be kept."));
	stamp_now(stamp);
	snprintf(name, sizeof name, "reports-%s.db", stamp);
	enum err err = join(from, data, "reports.db", error);
	if (err == ERR_OK)
		err = join(made->path, folder, name, error);
	snprintf(name, sizeof name, ".reports-%s.%ld.part", stamp, (long)getpid());
	if (err == ERR_OK)
		err = join(part, folder, name, error);
	if (err == ERR_OK)
		err = make_folder(folder, error);
	if (err == ERR_OK)
		err = copy_to_file(from, part, error);
	if (err != ERR_OK)
		return err;
	if (rename(part, made->path) != 0) {
		err = error_set(error, ERR_IO, _("%s cannot be read or written (%s)."), made->path, strerror(errno));
		(void)unlink(part);
		return err;
	}
	if ((err = sync_folder(folder, error)) != ERR_OK)
		return err;
	return remove_old(folder, keep, &made->removed, error);
}

/* A copy of the present database; where it is too damaged for that, its files are put aside as they are. */
MUST_USE static enum err put_aside(const char *data, const char *present, char before[static PATH_MAX], struct error *error)
{
	static const char *const tails[] = { "", "-wal", "-shm" };
	char stamp[STAMP];
	char name[64];
	char from[PATH_MAX + 8];
	char to[PATH_MAX + 8];

	stamp_now(stamp);
	snprintf(name, sizeof name, "reports-before-restore-%s.db", stamp);
	enum err err = join(before, data, name, error);
	if (err != ERR_OK)
		return err;
	err = copy_to_file(present, before, error);
	if (err != ERR_IO)
		return err;
	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
		snprintf(from, sizeof from, "%s%s", present, tails[i]);
		snprintf(to, sizeof to, "%s%s", before, tails[i]);
		if (rename(from, to) != 0 && errno != ENOENT)
			return error_set(error, ERR_IO, _("%s cannot be read or written (%s)."), from, strerror(errno));
	}
	return ERR_OK;
}

MUST_USE static enum err note(const char *data, const char *file, const struct actor *actor, struct error *error)
{
	struct database *db = NULL;
	enum err err = reports_open(&db, data, DATABASE_WRITE, error);

	if (err != ERR_OK)
		return err;
	const char *slash = strrchr(file, '/');
	if ((err = database_begin(db, error)) == ERR_OK)
		err = audit_add(db, actor, "backup.restore", slash != NULL ? slash + 1 : file, "", error);
	/* Snapshots may show what the restored database does not know. */
	if (err == ERR_OK)
		err = reports_catalogue_changed(db, error);
	if (err == ERR_OK)
		err = database_commit(db, error);
	database_rollback(db);
	database_close(db);
	return err;
}

enum err backup_restore(const char *data, const char *file, const struct actor *actor, struct backup_restored *restored,
	struct error *error)
{
	char present[PATH_MAX];
	struct copy_identity identity;
	struct stat st;

	*restored = (struct backup_restored){ .schema = 0 };
	enum err err = copy_verify(file, &identity, error);
	if (err != ERR_OK)
		return err;
	if (identity.application_id != REPORTS_APPLICATION_ID || identity.schema < 1)
		return error_set(error, ERR_SCHEMA, _("%s is no backup of a reports database."), file);
	if (identity.schema > REPORTS_SCHEMA)
		return error_set(error, ERR_SCHEMA, _("%s has schema %d, newer than this program's %d. Install the newer program."), file,
			(int)identity.schema, REPORTS_SCHEMA);
	restored->schema = identity.schema;
	if ((err = make_folder(data, error)) != ERR_OK || (err = join(present, data, "reports.db", error)) != ERR_OK)
		return err;
	if (stat(present, &st) == 0 && (err = put_aside(data, present, restored->before, error)) != ERR_OK)
		return err;
	if ((err = copy_into(file, present, error)) != ERR_OK)
		return err;
	return identity.schema == REPORTS_SCHEMA ? note(data, file, actor, error) : ERR_OK;
}
