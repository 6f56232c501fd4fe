/* summarise: see summarise.h. */
#include "indicators/snapshot/summarise.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <pthread.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/snapshot/breakdown.h"
#include "indicators/snapshot/copy.h"
#include "indicators/snapshot/figures.h"
#include "indicators/snapshot/moves.h"
#include "indicators/snapshot/items.h"
#include "indicators/snapshot/official_figures.h"
#include "indicators/snapshot/practice.h"
#include "indicators/snapshot/schema.h"
#include "indicators/snapshot/update.h"
#include "snapshot_statements.h"

/* One audience's snapshot on its way. */
struct build {
	char path[PATH_MAX];  /* public.db */
	char aside[PATH_MAX]; /* public.db.new */
	gid_t group;          /* of the new file; -1: whichever it is */
	mode_t mode;
	int old;              /* the file that is replaced, open; -1: none */
	struct figures figures;
	const struct breakdown *breakdown;
	const struct items *items;
	const struct practice *practice; /* NULL: it stands as the file has it */
	pthread_t thread;
	bool running;
	enum err err;
	struct error error;
};

struct job {
	const struct summarise_options *options;
	struct summarise_result *result;
	char folder[PATH_MAX - 64];
	char made_at[CLOCK_TEXT];
	int lock;
	struct database *reports;
	struct panel panel;
	struct update update;
	struct breakdown breakdown;
	struct items items;
	struct practice practice;
	struct build builds[STATISTICS_AUDIENCES];
};

static void say(const struct job *job, const char *what)
{
	if (job->options->progress != NULL)
		job->options->progress(what);
}

MUST_USE static enum err io_error(struct error *error, const char *path)
{
	if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
		return error_set(error, ERR_FULL, _("There is no room for %s. Free some and run it again; the old snapshots are as they were."),
			path);
	return error_set(error, ERR_IO, _("%s cannot be written (%s)."), path, strerror(errno));
}

/* --- folder and lock --- */

MUST_USE static enum err open_folder(struct job *job, struct error *error)
{
	char lock[PATH_MAX];

	if (snprintf(job->folder, sizeof job->folder, "%s/snapshots", job->options->directory) >= (int)sizeof job->folder)
		return error_set(error, ERR_INVALID, "%s", _("The name of the data directory is too long."));
	if (mkdir(job->folder, 0755) != 0 && errno != EEXIST)
		return io_error(error, job->folder);
	snprintf(lock, sizeof lock, "%s/summarise.lock", job->folder);
	job->lock = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0640);
	if (job->lock < 0)
		return io_error(error, lock);
	if (flock(job->lock, LOCK_EX | LOCK_NB) != 0) {
		if (errno == EWOULDBLOCK)
			return error_set(error, ERR_BUSY, "%s",
				_("Another summarise is at work on these snapshots. Wait until it is done; nothing was changed."));
		return io_error(error, lock);
	}
	return ERR_OK;
}

/*
 * Who may read the new file: as the old one, so that what the installation set once stays; a first one is for the group of its
 * reader, where there is such a group (monitor-public, …).
 */
static void choose_reader(struct build *build, enum statistics_audience audience)
{
	char name[32];
	struct stat old;

	build->group = (gid_t)-1;
	build->mode = 0640;
	if (stat(build->path, &old) == 0) {
		build->group = old.st_gid;
		build->mode = old.st_mode & 0777;
		return;
	}
	snprintf(name, sizeof name, "monitor-%s", statistics_audience_name(audience));
	const struct group *group = getgrnam(name);
	if (group != NULL)
		build->group = group->gr_gid;
}

/* What this run, or one that was killed, has left aside. Under the lock. */
static void clear_aside(struct job *job)
{
	for (enum statistics_audience a = STATISTICS_PUBLIC; a < STATISTICS_AUDIENCES; a++) {
		struct build *build = &job->builds[a];
		snprintf(build->path, sizeof build->path, "%s/%s.db", job->folder, statistics_audience_name(a));
		snprintf(build->aside, sizeof build->aside, "%s/%s.db.new", job->folder, statistics_audience_name(a));
		unlink(build->aside);
		choose_reader(build, a);
	}
}

static void new_run(struct job *job)
{
	unsigned char random[4];
	char hex[9];

	clock_text(job->made_at);
	randombytes_buf(random, sizeof random);
	sodium_bin2hex(hex, sizeof hex, random, sizeof random);
	/* 20261123T190500Z-1a2b3c4d: sorts by time, and is fit for file names and ETags. */
	snprintf(job->result->run, sizeof job->result->run, "%.4s%.2s%.5s%.2s%.3s-%s", job->made_at, job->made_at + 5, job->made_at + 8,
		job->made_at + 14, job->made_at + 17, hex);
}

/* --- new files --- */

MUST_USE static enum err copy_file(const char *from, const char *to, struct error *error)
{
	struct stat st;
	enum err err = ERR_OK;
	int in = open(from, O_RDONLY | O_CLOEXEC);
	int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
	off_t done = 0;

	if (in < 0 || out < 0 || fstat(in, &st) != 0)
		err = io_error(error, to);
	/* The kernel copies; where the file system can, both files share their blocks until one changes. */
	while (err == ERR_OK && done < st.st_size) {
		ssize_t n = copy_file_range(in, NULL, out, NULL, (size_t)(st.st_size - done), 0);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			err = n == 0 ? error_set(error, ERR_IO, _("%s became shorter while it was copied."), from) : io_error(error, to);
		else
			done += n;
	}
	/* The disk begins on it while the changes are computed; fsync() then waits for less. A hint, whatever it answers. */
	if (err == ERR_OK)
		(void)sync_file_range(out, 0, 0, SYNC_FILE_RANGE_WRITE);
	if (in >= 0)
		close(in);
	if (out >= 0 && close(out) != 0 && err == ERR_OK)
		err = io_error(error, to);
	return err;
}

MUST_USE static enum err open_aside(struct build *build, bool fresh, struct error *error)
{
	struct figures *figures = &build->figures;
	char identity[96];
	enum err err = database_open(&figures->db, build->aside, DATABASE_BUILD, &snapshot_statements, error);
	if (err == ERR_OK && fresh) {
		snprintf(identity, sizeof identity, "PRAGMA page_size=8192; PRAGMA application_id=%d; PRAGMA user_version=%d;", SNAPSHOT_APPLICATION_ID, SNAPSHOT_SCHEMA);
		err = database_script(figures->db, identity, error);
	}
	if (err == ERR_OK && !fresh)
		err = database_script(figures->db, "PRAGMA secure_delete=ON;", error);
	if (err == ERR_OK)
		err = database_begin(figures->db, error);
	if (err == ERR_OK && fresh)
		err = database_script(figures->db, snapshot_schema, error);
	return err;
}

MUST_USE static enum err put_meta(struct database *snapshot, const char *key, const char *value, struct error *error)
{
	struct query *query = database_query(snapshot, SNAPSHOT_put_meta);

	query_text(query, "key", key);
	query_text(query, "value", value);
	return query_run(query, error);
}

MUST_USE static enum err write_meta(const struct job *job, enum statistics_audience audience, struct error *error)
{
	struct database *snapshot = job->builds[audience].figures.db;
	char methods[256], release[24], catalogue[24], vintage[24];
	enum err err = ERR_OK;

	update_methods(methods, sizeof methods);
	snprintf(release, sizeof release, "%lld", (long long)job->panel.release);
	snprintf(catalogue, sizeof catalogue, "%lld", (long long)job->panel.generation);
	snprintf(vintage, sizeof vintage, "%lld", (long long)job->panel.vintage);
	const struct {
		const char *key, *value;
	} rows[] = {
		{ "run", job->result->run }, { "audience", statistics_audience_name(audience) }, { "made_at", job->made_at },
		{ "methods", methods }, { "release", release }, { "catalogue", catalogue }, { "vintage", vintage },
		{ "participants", job->panel.participants_digest },
	};
	for (size_t i = 0; err == ERR_OK && i < sizeof rows / sizeof *rows; i++)
		err = put_meta(snapshot, rows[i].key, rows[i].value, error);
	return err;
}

/* On the disk before it gets its name. */
MUST_USE static enum err finish_file(const struct build *build, struct error *error)
{
	int file = open(build->aside, O_RDWR | O_CLOEXEC);
	enum err err = ERR_OK;

	if (file < 0)
		return io_error(error, build->aside);
	/* Not being a member of the group is no reason to fail: then the web server runs as this user. */
	if (build->group != (gid_t)-1 && fchown(file, (uid_t)-1, build->group) != 0)
		errno = 0;
	if (fchmod(file, build->mode) != 0)
		err = io_error(error, build->aside);
	if (err == ERR_OK && fsync(file) != 0)
		err = io_error(error, build->aside);
	if (close(file) != 0 && err == ERR_OK)
		err = io_error(error, build->aside);
	return err;
}

/* --- one thread an audience --- */

static void *copy_audience(void *argument)
{
	struct build *build = argument;

	build->err = copy_file(build->path, build->aside, &build->error);
	return NULL;
}

static void *write_audience(void *argument)
{
	struct build *build = argument;

	build->err = figures_write(&build->figures, &build->error);
	if (build->err == ERR_OK)
		build->err = moves_write(&build->figures, &build->error);
	if (build->err == ERR_OK)
		build->err = breakdown_write(&build->figures, build->breakdown, &build->error);
	if (build->err == ERR_OK)
		build->err = items_write(&build->figures, build->items, &build->error);
	if (build->err == ERR_OK && build->practice != NULL)
		build->err = practice_write(&build->figures, build->practice, &build->error);
	if (build->err == ERR_OK)
		build->err = database_commit(build->figures.db, &build->error);
	if (build->err == ERR_OK)
		build->err = finish_file(build, &build->error);
	return NULL;
}

static void *close_old(void *argument)
{
	struct build *build = argument;

	if (build->old >= 0)
		close(build->old);
	build->old = -1;
	return NULL;
}

/* Starts the same step for all audiences, side by side. */
static void start(struct job *job, void *(*step)(void *build))
{
	for (size_t i = 0; i < STATISTICS_AUDIENCES; i++) {
		struct build *build = &job->builds[i];
		build->running = pthread_create(&build->thread, NULL, step, build) == 0;
		if (!build->running)
			step(build);
	}
}

/* Waits until it is done. The first error of any. */
MUST_USE static enum err finish(struct job *job, struct error *error)
{
	for (size_t i = 0; i < STATISTICS_AUDIENCES; i++)
		if (job->builds[i].running)
			pthread_join(job->builds[i].thread, NULL);
	for (size_t i = 0; i < STATISTICS_AUDIENCES; i++)
		if (job->builds[i].err != ERR_OK) {
			if (error != NULL)
				*error = job->builds[i].error;
			return job->builds[i].err;
		}
	return ERR_OK;
}

/* --- the run --- */

/* What is the same in all three: who made them, catalogue, official series, rounds. */
MUST_USE static enum err write_common(struct job *job, struct error *error)
{
	bool fresh = job->result->kind == SUMMARISE_FULL;
	struct database *snapshots[STATISTICS_AUDIENCES];
	enum err err = ERR_OK;

	for (enum statistics_audience a = STATISTICS_PUBLIC; err == ERR_OK && a < STATISTICS_AUDIENCES; a++) {
		snapshots[a] = job->builds[a].figures.db;
		err = write_meta(job, a, error);
	}
	if (err == ERR_OK && fresh)
		err = copy_catalogue(job->reports, &job->panel, snapshots, STATISTICS_AUDIENCES, error);
	if (err == ERR_OK && (fresh || job->update.official))
		err = official_figures_write(job->reports, snapshots, STATISTICS_AUDIENCES, error);
	for (size_t i = 0; err == ERR_OK && i < job->panel.round_count; i++)
		if (fresh || job->update.touched.rounds[i].is)
			err = copy_round(job->reports, &job->panel, i, fresh || job->update.touched.rounds[i].added, snapshots,
				STATISTICS_AUDIENCES, error);
	return err;
}

MUST_USE static enum err write_snapshots(struct job *job, struct error *error)
{
	const struct touched *touched = job->result->kind == SUMMARISE_FULL ? NULL : &job->update.touched;

	for (enum statistics_audience a = STATISTICS_PUBLIC; a < STATISTICS_AUDIENCES; a++) {
		job->builds[a].figures = (struct figures){ .panel = &job->panel, .audience = a, .touched = touched };
		job->builds[a].breakdown = &job->breakdown;
		job->builds[a].items = &job->items;
		job->builds[a].practice = touched == NULL || job->update.practice ? &job->practice : NULL;
	}
	enum err err = ERR_OK;
	if (job->result->kind == SUMMARISE_UPDATED) {
		start(job, copy_audience);
		err = update_load(&job->update, &job->panel, job->reports, error);
		enum err copied = finish(job, err == ERR_OK ? error : NULL);
		err = err != ERR_OK ? err : copied;
	}
	if (err == ERR_OK)
		err = breakdown_load(&job->breakdown, &job->panel, touched, job->options->suppression, job->reports, error);
	if (err == ERR_OK)
		err = items_load(&job->items, &job->panel, job->reports, error);
	/* One after the other: opening sets the mode of new files, which is the process's. */
	for (size_t i = 0; err == ERR_OK && i < STATISTICS_AUDIENCES; i++)
		err = open_aside(&job->builds[i], job->result->kind == SUMMARISE_FULL, error);
	if (err == ERR_OK)
		err = write_common(job, error);
	/* Nothing more is read; a long read transaction would keep the log of reports.db growing. */
	database_rollback(job->reports);
	if (err == ERR_OK) {
		start(job, write_audience);
		err = finish(job, error);
	}
	for (size_t i = 0; i < STATISTICS_AUDIENCES; i++)
		job->result->answers[i] = job->builds[i].figures.answers;
	return err;
}

static void close_builds(struct job *job)
{
	for (size_t i = 0; i < STATISTICS_AUDIENCES; i++) {
		database_close(job->builds[i].figures.db);
		job->builds[i].figures.db = NULL;
	}
}

/* The narrowest audience first: what more people read is never newer than what fewer do. */
MUST_USE static enum err put_in_place(struct job *job, struct error *error)
{
	close_builds(job);
	/* Held open, so that their room is given back afterwards, side by side, and the three names change in one go. */
	for (size_t i = 0; i < STATISTICS_AUDIENCES; i++)
		job->builds[i].old = open(job->builds[i].path, O_RDONLY | O_CLOEXEC);
	for (size_t i = STATISTICS_AUDIENCES; i-- > 0;)
		if (rename(job->builds[i].aside, job->builds[i].path) != 0)
			return io_error(error, job->builds[i].path);
	int folder = open(job->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder < 0 || fsync(folder) != 0) {
		enum err err = io_error(error, job->folder);
		if (folder >= 0)
			close(folder);
		return err;
	}
	close(folder);
	start(job, close_old);
	return finish(job, error);
}

/* What kind of run it is, and the answers that it needs. */
MUST_USE static enum err read_panel(struct job *job, struct error *error)
{
	struct summarise_result *result = job->result;

	say(job, _("reading the catalogue"));
	enum err err = panel_open(&job->panel, job->reports, error);
	if (err == ERR_OK)
		err = practice_load(&job->practice, &job->panel, job->reports, error);
	if (err != ERR_OK)
		return err;
	if (!job->options->full) {
		say(job, _("looking for what changed"));
		err = update_plan(&job->update, job->folder, &job->panel, &job->practice, job->reports, error);
		if (err != ERR_OK)
			return err;
		result->why = job->update.why != NULL ? i18n_text(job->update.why) : NULL;
		if (job->update.why == NULL) {
			result->kind = job->update.any ? SUMMARISE_UPDATED : SUMMARISE_UNCHANGED;
			result->changed = (int64_t)job->update.touched.cell_count;
			memcpy(result->run, job->update.run, sizeof result->run);
			return ERR_OK;
		}
	}
	result->kind = SUMMARISE_FULL;
	say(job, _("reading the answers"));
	err = panel_load(&job->panel, job->reports, error);
	return err != ERR_OK ? err : panel_load_past(&job->panel, job->reports, 0, INT64_MAX, error);
}

enum err summarise(const struct summarise_options *options, struct summarise_result *result, struct error *error)
{
	struct job *job = calloc(1, sizeof *job);
	enum err err;

	*result = (struct summarise_result){ .kind = SUMMARISE_FULL };
	if (job == NULL)
		return error_memory(error);
	job->options = options;
	job->result = result;
	job->lock = -1;
	for (size_t i = 0; i < STATISTICS_AUDIENCES; i++)
		job->builds[i].old = -1;
	err = reports_open(&job->reports, options->directory, DATABASE_READ, error);
	if (err == ERR_OK)
		err = open_folder(job, error);
	if (err != ERR_OK)
		goto out;
	clear_aside(job);
	err = database_script(job->reports, "BEGIN", error);
	if (err == ERR_OK)
		err = read_panel(job, error);
	if (err != ERR_OK || result->kind == SUMMARISE_UNCHANGED)
		goto out;
	new_run(job);
	say(job, _("writing the snapshots"));
	err = write_snapshots(job, error);
	if (err == ERR_OK)
		err = put_in_place(job, error);
	if (err != ERR_OK)
		for (size_t i = 0; i < STATISTICS_AUDIENCES; i++)
			unlink(job->builds[i].aside);
out:
	close_builds(job);
	for (size_t i = 0; i < STATISTICS_AUDIENCES; i++)
		close_old(&job->builds[i]);
	database_close(job->reports); /* and with it the read transaction */
	update_release(&job->update);
	breakdown_release(&job->breakdown);
	panel_release(&job->panel);
	if (job->lock >= 0)
		close(job->lock);
	free(job);
	return err;
}
