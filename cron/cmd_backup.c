/* cmd_backup: `monitor backup` and `monitor restore`. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cron/command.h"
#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/audit.h"
#include "indicators/store/backup.h"
#include "migrations/migrate.h"

#define KEEP 14
#define SCHEMA_MAX ((size_t)4 * 1024 * 1024)
#define STAMP 17 /* "20261123T190500Z" and NUL */

static void stamp(char text[static STAMP])
{
	char now[CLOCK_TEXT];
	size_t length = 0;

	clock_text(now);
	for (const char *p = now; *p != '\0' && length < STAMP - 1; p++)
		if (*p != '-' && *p != ':')
			text[length++] = *p;
	text[length] = '\0';
}

MUST_USE static enum err join(char path[static PATH_MAX], const char *directory, const char *name, struct error *error)
{
	if (snprintf(path, PATH_MAX, "%s/%s", directory, name) >= PATH_MAX)
		return error_set(error, ERR_INVALID, _("The name %s is too long."), directory);
	return ERR_OK;
}

MUST_USE static enum err fail_io(const char *path, struct error *error)
{
	return error_set(error, ERR_IO, _("%s cannot be read or written (%s)."), path, strerror(errno));
}

/* --- what makes a file ours --- */

/* The schema that the migrations up to `version` make, in a database made for that under `scratch`. */
MUST_USE static enum err schema_of_version(const char *scratch, int version, struct buffer *schema, struct error *error)
{
	int applied;

	backup_remove(scratch);
	enum err err = migrate(scratch, version, &applied, error);
	if (err == ERR_OK)
		err = backup_schema(scratch, schema, error);
	backup_remove(scratch);
	return err;
}

/* Whether the file at `path` is a whole reports database of a schema that this program knows. */
MUST_USE static enum err check_file(const char *path, const char *scratch, int64_t *version, struct error *error)
{
	struct buffer schema = BUFFER_INIT(SCHEMA_MAX);
	struct buffer expected = BUFFER_INIT(SCHEMA_MAX);
	int64_t application_id;
	enum err err = backup_identity(path, &application_id, version, error);

	if (err != ERR_OK)
		goto out;
	if (application_id != REPORTS_APPLICATION_ID || *version < 1) {
		err = error_set(error, ERR_SCHEMA, _("%s is no reports database of this system."), path);
		goto out;
	}
	if (*version > REPORTS_SCHEMA) {
		err = error_set(error, ERR_SCHEMA, _("%s has schema %d, newer than this program's %d. Install the newer program."), path, (int)*version,
			REPORTS_SCHEMA);
		goto out;
	}
	if ((err = backup_check(path, error)) != ERR_OK)
		goto out;
	if ((err = schema_of_version(scratch, (int)*version, &expected, error)) != ERR_OK)
		goto out;
	if ((err = backup_schema(path, &schema, error)) != ERR_OK)
		goto out;
	if (strcmp(buffer_text(&schema), buffer_text(&expected)) != 0)
		err = error_set(error, ERR_SCHEMA, _("The schema of %s is not the one that its number %d stands for."), path, (int)*version);
out:
	buffer_release(&schema);
	buffer_release(&expected);
	return err;
}

/* The hash chain of the audit log; only for the schema that the statements are made for. */
MUST_USE static enum err check_audit(const char *path, struct error *error)
{
	struct database *db = NULL;
	struct audit_state state;
	enum err err = database_open(&db, path, DATABASE_IMMUTABLE, &reports_statements, error);

	if (err == ERR_OK)
		err = audit_verify(db, &state, error);
	database_close(db);
	return err;
}

/* --- backup --- */

/* "reports-20261123T190500Z.db", and with "-2" to "-9" before the dot for more than one in a second. */
static bool is_backup(const char *name)
{
	static const char pattern[] = "reports-ddddddddTddddddZ";
	size_t i;

	for (i = 0; pattern[i] != '\0'; i++)
		if (pattern[i] == 'd' ? name[i] < '0' || name[i] > '9' : name[i] != pattern[i])
			return false;
	if (name[i] == '-' && name[i + 1] >= '2' && name[i + 1] <= '9')
		i += 2;
	return strcmp(name + i, ".db") == 0;
}

/* By age: names without their ending sort as the times do. */
static int by_age(const void *a, const void *b)
{
	const char *x = *(const char *const *)a, *y = *(const char *const *)b;
	size_t length_x = strlen(x) - 3, length_y = strlen(y) - 3;
	int order = memcmp(x, y, length_x < length_y ? length_x : length_y);

	return order != 0 ? order : (length_x > length_y) - (length_x < length_y);
}

/* Removes all but the newest `keep` backups; other files of the folder are none of ours. *removed how many. */
MUST_USE static enum err prune(const char *directory, size_t keep, size_t *removed, struct error *error)
{
	struct arena arena = ARENA_INIT;
	const char **names = NULL;
	size_t count = 0;
	enum err err = ERR_OK;
	char path[PATH_MAX];
	DIR *dir = opendir(directory);

	*removed = 0;
	if (dir == NULL)
		return fail_io(directory, error);
	for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
		if (!is_backup(entry->d_name))
			continue;
		names = arena_grow(&arena, names, count, sizeof *names);
		names[count++] = arena_strdup(&arena, entry->d_name);
	}
	closedir(dir);
	if (count > 0)
		qsort(names, count, sizeof *names, by_age);
	for (size_t i = 0; i + keep < count && err == ERR_OK; i++) {
		if ((err = join(path, directory, names[i], error)) == ERR_OK && unlink(path) != 0)
			err = fail_io(path, error);
		*removed += err == ERR_OK;
	}
	arena_release(&arena);
	return err;
}

/* A name that is free in the folder. */
MUST_USE static enum err free_name(const char *directory, char path[static PATH_MAX], struct error *error)
{
	char now[STAMP], name[64];
	enum err err;

	/* One digit, so that names sort as they were made; when a second is full, the next one will do. */
	for (int tries = 0; tries < 3; tries++) {
		if (tries > 0)
			nanosleep(&(struct timespec){ .tv_sec = 1 }, NULL);
		stamp(now);
		snprintf(name, sizeof name, "reports-%s.db", now);
		for (int more = 2; more <= 10; more++) {
			if ((err = join(path, directory, name, error)) != ERR_OK)
				return err;
			if (access(path, F_OK) != 0)
				return ERR_OK;
			snprintf(name, sizeof name, "reports-%s-%d.db", now, more);
		}
	}
	return error_set(error, ERR_CONFLICT, "%s", _("There are nine backups of this second already."));
}

/* Opens the folder, made when it is missing. One backup at a time in it: *fd holds it until it is closed. */
MUST_USE static enum err lock_folder(const char *directory, int *fd, struct error *error)
{
	if (mkdir(directory, 0700) != 0 && errno != EEXIST)
		return fail_io(directory, error);
	*fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (*fd < 0)
		return fail_io(directory, error);
	if (flock(*fd, LOCK_EX | LOCK_NB) == 0)
		return ERR_OK;
	enum err err = errno == EWOULDBLOCK ? error_set(error, ERR_BUSY, _("Another backup into %s is at work."), directory) : fail_io(directory, error);
	close(*fd);
	*fd = -1;
	return err;
}

enum err cmd_backup(const struct arguments *arguments, struct error *error)
{
	const char *directory = arguments->words[0];
	const char *keep_text = argument_value(arguments, "keep");
	char from[PATH_MAX], partial[PATH_MAX], scratch[PATH_MAX], path[PATH_MAX];
	size_t removed = 0;
	int64_t version;
	long keep = KEEP;
	int fd = -1;
	enum err err;

	if (keep_text != NULL) {
		char *end;
		keep = strtol(keep_text, &end, 10);
		if (*keep_text == '\0' || *end != '\0' || keep < 1 || keep > 100000)
			return command_usage(error, "%s", _("--keep takes a number from 1 to 100000."));
	}
	/* A file size limit is a refusal that can be told, not a death. */
	signal(SIGXFSZ, SIG_IGN);
	if ((err = join(from, arguments->data, "reports.db", error)) != ERR_OK || (err = join(partial, directory, ".partial.db", error)) != ERR_OK ||
		(err = join(scratch, directory, ".schema.db", error)) != ERR_OK)
		return err;
	if ((err = lock_folder(directory, &fd, error)) != ERR_OK)
		return err;
	if ((err = backup_copy(from, partial, error)) != ERR_OK)
		goto out;
	if ((err = check_file(partial, scratch, &version, error)) != ERR_OK)
		goto out;
	if (version == REPORTS_SCHEMA && (err = check_audit(partial, error)) != ERR_OK)
		goto out;
	if ((err = free_name(directory, path, error)) != ERR_OK)
		goto out;
	if ((err = backup_replace(partial, path, path, error)) != ERR_OK)
		goto out;
	printf(_("%s: written and verified."), path);
	putchar('\n');
	if ((err = prune(directory, (size_t)keep, &removed, error)) == ERR_OK && removed > 0) {
		printf(i18n_plural("%zu older backup was removed.", "%zu older backups were removed.", removed), removed);
		putchar('\n');
	}
out:
	backup_remove(partial);
	close(fd);
	return err;
}

/* --- restore --- */

/* The restored database says in its own log where it comes from. */
MUST_USE static enum err note_restore(const char *path, const char *from, struct error *error)
{
	struct database *db = NULL;
	const char *slash = strrchr(from, '/');
	enum err err = database_open(&db, path, DATABASE_WRITE, &reports_statements, error);

	if (err == ERR_OK)
		err = database_begin(db, error);
	if (err == ERR_OK)
		err = audit_add(db, &command_actor, "database.restore", slash != NULL ? slash + 1 : from, "", error);
	/* Snapshots may show what the restored database does not know. */
	if (err == ERR_OK)
		err = reports_catalogue_changed(db, error);
	if (err == ERR_OK)
		err = database_commit(db, error);
	database_close(db);
	return err;
}

/* Whose file it is and who may read it stays as it was, also when root restores. */
MUST_USE static enum err take_over_owner(const char *data, const char *path, const char *fresh, struct error *error)
{
	struct stat st, made;
	bool there = stat(path, &st) == 0;

	if ((!there && stat(data, &st) != 0) || stat(fresh, &made) != 0)
		return fail_io(data, error);
	if (chmod(fresh, there ? st.st_mode & 0777 : 0640) != 0)
		return fail_io(fresh, error);
	if ((st.st_uid != made.st_uid || st.st_gid != made.st_gid) && chown(fresh, st.st_uid, st.st_gid) != 0)
		return fail_io(fresh, error);
	return ERR_OK;
}

/* A log beside the file holds what the file does not: it is no backup, but somebody's working database. */
MUST_USE static enum err check_alone(const char *path, struct error *error)
{
	static const char *const endings[] = { "-wal", "-journal" };
	char beside[PATH_MAX];
	struct stat st;

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		if (snprintf(beside, sizeof beside, "%s%s", path, endings[i]) >= (int)sizeof beside)
			return error_set(error, ERR_INVALID, _("The name %s is too long."), path);
		if (stat(beside, &st) == 0 && st.st_size > 0)
			return error_set(error, ERR_CONFLICT, _("%s has a log beside it, so it is not a backup but in use. Make one with: monitor backup DIR"), path);
	}
	return ERR_OK;
}

enum err cmd_restore(const struct arguments *arguments, struct error *error)
{
	const char *file = arguments->words[0];
	char path[PATH_MAX], fresh[PATH_MAX], scratch[PATH_MAX], aside[PATH_MAX], name[64], now[STAMP];
	struct stat old, given;
	int64_t version = 0;
	enum err err;

	stamp(now);
	snprintf(name, sizeof name, "reports-before-restore-%s.db", now);
	signal(SIGXFSZ, SIG_IGN);
	if ((err = join(path, arguments->data, "reports.db", error)) != ERR_OK || (err = join(fresh, arguments->data, ".restore.db", error)) != ERR_OK ||
		(err = join(scratch, arguments->data, ".schema.db", error)) != ERR_OK || (err = join(aside, arguments->data, name, error)) != ERR_OK)
		return err;
	if (stat(file, &given) != 0)
		return fail_io(file, error);
	bool there = stat(path, &old) == 0;
	if (there && old.st_dev == given.st_dev && old.st_ino == given.st_ino)
		return error_set(error, ERR_INVALID, _("%s is the database itself."), file);
	if ((err = check_alone(file, error)) != ERR_OK)
		return err;
	if (mkdir(arguments->data, 0750) != 0 && errno != EEXIST)
		return fail_io(arguments->data, error);
	if ((err = backup_copy(file, fresh, error)) != ERR_OK)
		return err;
	if ((err = check_file(fresh, scratch, &version, error)) != ERR_OK)
		goto out;
	if (version == REPORTS_SCHEMA && ((err = check_audit(fresh, error)) != ERR_OK || (err = note_restore(fresh, file, error)) != ERR_OK))
		goto out;
	if ((err = take_over_owner(arguments->data, path, fresh, error)) != ERR_OK)
		goto out;
	/* A damaged database cannot be brought in order; it is kept aside as it is, with its log. */
	if (there && backup_checkpoint(path, error) == ERR_BUSY) {
		err = ERR_BUSY;
		goto out;
	}
	if ((err = backup_replace(fresh, path, aside, error)) != ERR_OK)
		goto out;
	printf(_("%s is restored from %s."), path, file);
	putchar('\n');
	if (there) {
		printf(_("The former database is kept as %s."), aside);
		putchar('\n');
	}
	printf("%s\n", version < REPORTS_SCHEMA ? _("Its schema is older than this program's. Next: monitor migrate, then monitor summarise") :
		_("Next: monitor summarise"));
out:
	if (err != ERR_OK)
		backup_remove(fresh);
	return err;
}
