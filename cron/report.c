/* report: see report.h. */
#include "cron/report.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cron/child.h"
#include "cron/report_script.h"
#include "indicators/base/i18n.h"
#include "indicators/model/report_request.h"
#include "indicators/snapshot/snapshot.h"
#include "snapshot_statements.h"

#define HTML_MAX ((size_t)64 * 1024 * 1024)
#define PDF_MAX ((size_t)128 * 1024 * 1024)
#define RENDER_MEMORY ((size_t)1024 * 1024 * 1024)
#define PDF_MEMORY ((size_t)3 * 1024 * 1024 * 1024)
#define NO_WEASYPRINT 3 /* exit status of report_pdf.py */

/* --- where things are --- */

/* The folder of this program: build/bin of a checkout, /usr/bin when installed. */
static const char *own_folder(struct arena *arena)
{
	char path[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);

	if (length <= 0)
		return ".";
	path[length] = '\0';
	char *slash = strrchr(path, '/');
	if (slash != NULL)
		*slash = '\0';
	return arena_strdup(arena, path);
}

/* The first of the two that is there, else the first. */
static const char *either(const char *one, const char *other)
{
	return access(one, F_OK) == 0 || access(other, F_OK) != 0 ? one : other;
}

static const char *dashboard(struct arena *arena)
{
	const char *bin = getenv("MONITOR_BIN"), *folder = own_folder(arena);

	if (bin != NULL)
		return arena_printf(arena, "%s/dashboard.fcgi", bin);
	return either(arena_printf(arena, "%s/dashboard.fcgi", folder), arena_printf(arena, "%s/../lib/almaty-monitor/dashboard.fcgi", folder));
}

/* $NAME, or NAME=value for where it is in a checkout or when installed. */
static const char *folder_of(struct arena *arena, const char *name, const char *checkout, const char *installed)
{
	const char *value = getenv(name), *share = getenv("MONITOR_SHARE"), *folder = own_folder(arena);

	if (value == NULL && share != NULL)
		value = arena_printf(arena, "%s/%s", share, installed);
	if (value == NULL)
		value = either(arena_printf(arena, "%s/%s", folder, checkout), arena_printf(arena, "%s/../share/almaty-monitor/%s", folder, installed));
	return arena_printf(arena, "%s=%s", name, value);
}

/* Where the audience's addresses begin. */
static const char *prefix(struct arena *arena, const struct report *report)
{
	return report->audience == STATISTICS_PUBLIC ? "" : arena_printf(arena, "/%s", statistics_audience_name(report->audience));
}

/* What the programs may know of us: where to look, the time of rehearsals, the folder for caches. */
static const char *const *environment(struct arena *arena, const struct report *report)
{
	static const char *const passed[] = { "PATH", "HOME", "MONITOR_NOW", "TMPDIR", "XDG_CACHE_HOME" };
	const char **list = arena_array(arena, 16, sizeof *list);
	size_t n = 0;

	for (size_t i = 0; i < sizeof passed / sizeof *passed; i++)
		if (getenv(passed[i]) != NULL)
			list[n++] = arena_printf(arena, "%s=%s", passed[i], getenv(passed[i]));
	list[n++] = arena_printf(arena, "MONITOR_SNAPSHOT=%s", snapshot_path(arena, report->data, report->audience));
	list[n++] = arena_printf(arena, "MONITOR_PREFIX=%s", prefix(arena, report));
	list[n++] = folder_of(arena, "MONITOR_TEMPLATES", "../../templates", "templates");
	list[n++] = folder_of(arena, "MONITOR_LOCALE", "../locale", "locale");
	list[n++] = "LC_ALL=C.UTF-8";
	list[n] = NULL;
	return list;
}

/* --- making --- */

/* Whether the snapshot has the round; its run. */
MUST_USE static enum err check_round(const struct report *report, struct arena *arena, const char **run, struct error *error)
{
	struct database *db = NULL;
	struct snapshot snapshot;
	enum err err = snapshot_open(&db, snapshot_path(arena, report->data, report->audience), arena, &snapshot, error);

	if (err != ERR_OK)
		return err;
	*run = snapshot.run;
	struct query *query = database_query(db, SNAPSHOT_report_release);
	query_text(query, "framework", report->framework);
	query_text(query, "period", report->period);
	bool there = query_next(query);
	err = query_end(query, error);
	if (err == ERR_OK && !there)
		err = error_set(error, ERR_NOT_FOUND, _("The figures for “%s” hold no released round of %s for %s. After a release run: monitor summarise"),
			statistics_audience_name(report->audience), report->framework, report->period);
	database_close(db);
	return err;
}

MUST_USE static enum err make_html(const struct report *report, struct arena *arena, const char *const *env, struct buffer *html,
	struct error *error)
{
	const char *const words[] = { dashboard(arena), "--render", arena_printf(arena, "%s/%s/report?period=%s", prefix(arena, report), report->framework,
		report->period), "--lang", report->language, NULL };
	const struct child child = { .words = words, .environment = env, .input = "", .seconds = report->seconds, .memory = RENDER_MEMORY };
	struct child_end end;
	enum err err = child_run(&child, html, &end, error);

	if (err == ERR_OK && (end.status != 0 || html->length == 0))
		err = error_set(error, ERR_IO, _("The page of the report could not be made (%s)."), *end.complaint != '\0' ? end.complaint : words[0]);
	return err;
}

MUST_USE static enum err make_pdf(const struct report *report, const char *const *env, const struct buffer *html, struct buffer *pdf,
	struct error *error)
{
	/* Debian's WeasyPrint is Debian's Python's, whatever else PATH holds. */
	const char *python = getenv("MONITOR_PYTHON");
	const char *const words[] = { python != NULL ? python : "/usr/bin/python3", "-I", "-c", report_script, NULL };
	const struct child child = { .words = words, .environment = env, .input = buffer_text(html), .input_length = html->length,
		.seconds = report->seconds, .memory = PDF_MEMORY };
	struct child_end end;
	enum err err = child_run(&child, pdf, &end, error);

	if (err == ERR_NOT_FOUND || (err == ERR_OK && end.status == NO_WEASYPRINT))
		return error_set(error, ERR_NOT_FOUND, "%s", _("WeasyPrint is not installed, so no report was made. Install it (Debian: apt-get install weasyprint) and try again."));
	if (err == ERR_BUSY)
		return error_set(error, ERR_BUSY, _("WeasyPrint did not end within %ld seconds, so no report was made."), report->seconds);
	if (err == ERR_OK && (end.status != 0 || pdf->length < 5 || memcmp(buffer_text(pdf), "%PDF-", 5) != 0))
		return error_set(error, ERR_IO, _("WeasyPrint could not make the PDF, so no report was made (%s)."),
			*end.complaint != '\0' ? end.complaint : _("it said nothing"));
	return err;
}

/* --- writing --- */

MUST_USE static enum err fail_write(const char *path, struct error *error)
{
	return error_set(error, errno == ENOSPC || errno == EDQUOT ? ERR_FULL : ERR_IO, _("%s cannot be read or written (%s)."), path, strerror(errno));
}

MUST_USE static enum err write_file(const char *path, const struct buffer *text, struct error *error)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
	enum err err = ERR_OK;

	if (file < 0)
		return fail_write(path, error);
	for (size_t done = 0; done < text->length && err == ERR_OK;) {
		ssize_t length = write(file, text->data + done, text->length - done);
		if (length > 0)
			done += (size_t)length;
		else if (errno != EINTR)
			err = fail_write(path, error);
	}
	if (err == ERR_OK && fsync(file) != 0)
		err = fail_write(path, error);
	if (close(file) != 0 && err == ERR_OK)
		err = fail_write(path, error);
	return err;
}

MUST_USE static enum err write_both(const struct report_files *files, struct arena *arena, const struct buffer *html, const struct buffer *pdf,
	struct error *error)
{
	const char *html_part = arena_printf(arena, "%s.%ld.part", files->html, (long)getpid());
	const char *pdf_part = arena_printf(arena, "%s.%ld.part", files->pdf, (long)getpid());
	enum err err = write_file(html_part, html, error);

	if (err == ERR_OK)
		err = write_file(pdf_part, pdf, error);
	if (err == ERR_OK && (rename(html_part, files->html) != 0 || rename(pdf_part, files->pdf) != 0))
		err = fail_write(files->pdf, error);
	if (err != ERR_OK) {
		unlink(html_part);
		unlink(pdf_part);
	}
	return err;
}

enum err report_make(const struct report *report, struct arena *arena, struct report_files *files, struct error *error)
{
	const char *audience = statistics_audience_name(report->audience);
	const char *const *env = environment(arena, report);
	struct buffer html = BUFFER_INIT(HTML_MAX), pdf = BUFFER_INIT(PDF_MAX);
	enum err err = check_round(report, arena, &files->run, error);

	if (err == ERR_OK)
		err = make_html(report, arena, env, &html, error);
	if (err == ERR_OK)
		err = make_pdf(report, env, &html, &pdf, error);
	if (err != ERR_OK)
		goto out;
	files->html = report_file(arena, report->directory, report->framework, report->period, audience, report->language, "html");
	files->pdf = report_file(arena, report->directory, report->framework, report->period, audience, report->language, "pdf");
	if (mkdir(report->directory, 0750) != 0 && errno != EEXIST)
		err = fail_write(report->directory, error);
	else
		err = write_both(files, arena, &html, &pdf, error);
out:
	buffer_release(&html);
	buffer_release(&pdf);
	return err;
}
