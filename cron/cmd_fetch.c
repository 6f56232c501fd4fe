/* cmd_fetch: `monitor fetch`: official series into the reports database, as a dated vintage. */
#include <stdio.h>
#include <string.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"
#include "indicators/model/official.h"

/* The last part of a path: where the checkout lies is nobody's business. */
static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL && slash[1] != '\0' ? slash + 1 : path;
}

MUST_USE static enum err read_file(const struct arguments *arguments, struct official_batch *batch, const char *path, struct error *error)
{
	struct problems problems = PROBLEMS_INIT(20);
	size_t series_count;
	size_t ignored = 0;
	const char *const *series = argument_values(arguments, "series", &series_count);
	enum err err = official_read_file(batch, path, series, series_count, &ignored, &problems, error);

	if (problems.count > 1)
		command_print_problems(&problems);
	problems_release(&problems);
	if (err == ERR_OK && ignored > 0) {
		printf(i18n_plural("%zu row of other areas or series was left out.", "%zu rows of other areas or series were left out.", ignored), ignored);
		putchar('\n');
	}
	return err;
}

static void report(const struct official_stored *stored)
{
	if (!stored->added)
		printf(_("The values are those of vintage %s (%lld) already; nothing was added."), stored->label, (long long)stored->number);
	else
		printf(i18n_plural("Vintage %s (%lld): %zu value.", "Vintage %s (%lld): %zu values.", stored->values), stored->label,
			(long long)stored->number, stored->values);
	putchar('\n');
	if (stored->conflicts > 0) {
		printf(i18n_plural("%zu further value contradicts another of the same year; no progress is computed from such years.",
			"%zu further values contradict others of the same year; no progress is computed from such years.", stored->conflicts),
			stored->conflicts);
		putchar('\n');
	}
}

enum err cmd_fetch(const struct arguments *arguments, struct error *error)
{
	struct database *db = NULL;
	struct official_batch *batch = NULL;
	struct official_stored stored;
	const char *path = argument_value(arguments, "from-file");
	const char *source = argument_value(arguments, "source");
	const struct official_vintage about = {
		.label = argument_value(arguments, "vintage"),
		.source = source != NULL ? source : OFFICIAL_SOURCE,
		.origin = file_name(path),
	};

	if (!official_is_label(about.label))
		return command_usage(error, _("A vintage is a month, YYYY-MM, not “%s”."), about.label);
	enum err err = command_open(arguments, &db, error);
	if (err != ERR_OK)
		return err;
	if ((err = official_open(&batch, db, error)) != ERR_OK)
		goto out;
	if ((err = read_file(arguments, batch, path, error)) != ERR_OK)
		goto out;
	if ((err = official_store(batch, db, &command_actor, &about, &stored, error)) == ERR_OK)
		report(&stored);
out:
	official_close(batch);
	database_close(db);
	return err;
}
