/* cmd_import: `monitor import`. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"
#include "indicators/model/import.h"

static void show_progress(size_t done, size_t rows)
{
	command_progress(_("row %zu of %zu"), done, rows);
}

enum err cmd_import(const struct arguments *arguments, struct error *error)
{
	const char *audience = argument_value(arguments, "audience");
	const char *path = arguments->words[0];
	struct import_source source = {
		.framework = argument_value(arguments, "framework"),
		.source = argument_value(arguments, "source"),
		.audience = audience != NULL ? audience : "members",
		.progress = show_progress,
	};
	struct database *db = NULL;
	struct problems problems = PROBLEMS_INIT(20);
	struct import_counts counts;
	FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");

	if (file == NULL)
		return error_set(error, ERR_NOT_FOUND, _("The file %s cannot be read (%s)."), path, strerror(errno));
	enum err err = command_open(arguments, &db, error);
	if (err == ERR_OK)
		err = import_csv(db, &command_actor, &source, file, &counts, &problems, error);
	command_progress_end();
	if (problems.count > 1)
		command_print_problems(&problems);
	if (err == ERR_OK) {
		printf(_("Answers: %lld added, %lld revised, %lld unchanged, in %lld periods."), (long long)counts.added,
			(long long)counts.revised, (long long)counts.unchanged, (long long)counts.periods);
		putchar('\n');
	}
	problems_release(&problems);
	database_close(db);
	if (file != stdin)
		fclose(file);
	return err;
}
