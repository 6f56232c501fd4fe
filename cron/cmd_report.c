/* cmd_report: `monitor report`, one report or all that were asked for on the secretariat's pages. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cron/command.h"
#include "cron/report.h"
#include "indicators/base/i18n.h"
#include "indicators/model/report_request.h"
#include "indicators/snapshot/summarise.h"

#define SECONDS 300

MUST_USE static enum err read_seconds(const struct arguments *arguments, long *seconds, struct error *error)
{
	const char *text = argument_value(arguments, "timeout");
	char *end = NULL;

	*seconds = text != NULL ? strtol(text, &end, 10) : SECONDS;
	if (text != NULL && (*text == '\0' || *end != '\0' || *seconds < 1 || *seconds > 3600))
		return command_usage(error, _("--timeout takes seconds from 1 to 3600, not “%s”."), text);
	return ERR_OK;
}

/* Codes are parts of addresses and of file names. */
static bool is_code(const char *text)
{
	return *text != '\0' && *text != '.' && strlen(text) <= 64 &&
		text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")] == '\0';
}

/* --- one report --- */

MUST_USE static enum err make_one(const struct arguments *arguments, long seconds, struct arena *arena, struct error *error)
{
	const char *audience = argument_value(arguments, "audience"), *out = argument_value(arguments, "out");
	struct report report = { .data = arguments->data, .framework = argument_value(arguments, "framework"),
		.period = argument_value(arguments, "period"), .language = argument_value(arguments, "lang"), .seconds = seconds };
	struct report_files files;

	if (report.framework == NULL || report.period == NULL || audience == NULL)
		return command_usage(error, "%s", _("Name the round and its readers: --framework F --period P --audience A; or --waiting"));
	if (!is_code(report.framework) || !is_code(report.period))
		return error_set(error, ERR_INVALID, _("“%s” and “%s” are no framework and period."), report.framework, report.period);
	if (!statistics_audience_named(audience, &report.audience))
		return error_set(error, ERR_INVALID, _("There is no audience %s; there are public, donors and members."), audience);
	if (report.language == NULL)
		report.language = i18n_languages[0].code;
	if (i18n_known(report.language) == NULL)
		return error_set(error, ERR_INVALID, _("There is no language “%s” here."), report.language);
	report.directory = out != NULL ? out : arena_printf(arena, "%s/reports", arguments->data);
	enum err err = report_make(&report, arena, &files, error);
	if (err == ERR_OK)
		printf("%s\n%s\n", files.html, files.pdf);
	return err;
}

/* --- what waits --- */

/* Makes one; that it could not be made is told on the page, and here. */
MUST_USE static enum err make_request(const struct arguments *arguments, struct database *db, const struct report_request *request, long seconds,
	struct arena *arena, bool *failed, struct error *error)
{
	struct report report = { .data = arguments->data, .framework = request->framework, .period = request->period,
		.language = request->language, .directory = arena_printf(arena, "%s/reports", arguments->data), .seconds = seconds };
	struct report_files files = { .run = NULL };
	struct error why = ERROR_INIT;
	enum err err = ERR_INVALID;

	/* Whoever reads the sentence on the page reads the language of the report. */
	const char *before = i18n_current();
	i18n_use(request->language);
	if (statistics_audience_named(request->audience, &report.audience))
		err = report_make(&report, arena, &files, &why);
	i18n_use(before);
	if (err != ERR_OK) {
		fprintf(stderr, "%s %s, %s, %s: %s\n", request->framework, request->period, request->audience, request->language, why.text);
		*failed = true;
		return report_request_end(db, request->id, NULL, why.text, error);
	}
	printf("%s\n%s\n", files.html, files.pdf);
	return report_request_end(db, request->id, files.run, NULL, error);
}

MUST_USE static enum err make_waiting(const struct arguments *arguments, long seconds, struct error *error)
{
	const struct summarise_options options = { .directory = arguments->data };
	struct summarise_result result;
	struct database *db = NULL;
	int64_t waiting;
	bool failed = false;
	enum err err = command_open(arguments, &db, error);

	if (err == ERR_OK)
		err = report_request_waiting(db, &waiting, error);
	if (err != ERR_OK || waiting == 0)
		goto out;
	/* So that a report asked for right after a release is of that release. While the scheduled job runs, all waits for the next time. */
	if ((err = summarise(&options, &result, error)) != ERR_OK)
		goto out;
	for (bool more = true; err == ERR_OK && more;) {
		struct arena arena = ARENA_INIT;
		struct report_request request;
		err = report_request_take(db, &arena, &request, error);
		more = request.id != 0;
		if (err == ERR_OK && more)
			err = make_request(arguments, db, &request, seconds, &arena, &failed, error);
		arena_release(&arena);
	}
	if (err == ERR_OK && failed)
		err = error_set(error, ERR_IO, "%s", _("Not every report could be made, see above."));
out:
	database_close(db);
	return err;
}

enum err cmd_report(const struct arguments *arguments, struct error *error)
{
	struct arena arena = ARENA_INIT;
	long seconds;
	enum err err = read_seconds(arguments, &seconds, error);

	/* A file size limit is a refusal that can be told, not a death. */
	signal(SIGXFSZ, SIG_IGN);
	if (err == ERR_OK)
		err = argument_flag(arguments, "waiting") ? make_waiting(arguments, seconds, error) : make_one(arguments, seconds, &arena, error);
	arena_release(&arena);
	return err;
}
