/* cmd_export: `monitor export`. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"
#include "indicators/snapshot/export.h"
#include "indicators/snapshot/snapshot.h"

static enum err print_part(void *context, const char *text, size_t length, struct error *error)
{
	(void)context;
	if (fwrite(text, 1, length, stdout) != length)
		return error_set(error, ERR_IO, _("The export cannot be written (%s)."), strerror(errno));
	return ERR_OK;
}

static bool read_release(const char *text, int64_t *release)
{
	char *end;

	errno = 0;
	*release = strtoll(text, &end, 10);
	return *text >= '1' && *text <= '9' && *end == '\0' && errno == 0;
}

enum err cmd_export(const struct arguments *arguments, struct error *error)
{
	const char *framework = argument_value(arguments, "framework");
	const char *period = argument_value(arguments, "period");
	const char *audience_name = argument_value(arguments, "audience");
	struct arena arena = ARENA_INIT;
	enum statistics_audience audience = STATISTICS_PUBLIC;
	int64_t release = 0;
	enum export_kind kind;
	struct snapshot snapshot;
	struct database *db = NULL;

	if (!export_kind_named(arguments->words[0], &kind))
		return command_usage(error, _("There is no export %s; there are regional, answers, cells, coverage, items and sdg."), arguments->words[0]);
	if (kind == EXPORT_SDG && period != NULL)
		return command_usage(error, "%s", _("The SDG series have years, not reporting periods: leave --period out."));
	if (kind != EXPORT_SDG && framework == NULL)
		return command_usage(error, "%s", _("Name the framework: --framework F"));
	if (argument_value(arguments, "release") != NULL && !read_release(argument_value(arguments, "release"), &release))
		return command_usage(error, "%s", _("A release is its number within the period: --release 1"));
	if (release != 0 && (period == NULL || (kind != EXPORT_REGIONAL && kind != EXPORT_ANSWERS)))
		return command_usage(error, "%s", _("Answers and regional figures are kept as they stood after a release: name its period too, --period P --release N."));
	if (!statistics_audience_named(audience_name, &audience))
		return error_set(error, ERR_INVALID, _("There is no audience %s; there are public, donors and members."), audience_name);
	enum err err = snapshot_open(&db, snapshot_path(&arena, arguments->data, audience), &arena, &snapshot, error);
	if (err == ERR_OK)
		err = export_csv(db, kind, framework, period, release, print_part, NULL, error);
	if (err == ERR_OK && fflush(stdout) != 0)
		err = error_set(error, ERR_IO, _("The export cannot be written (%s)."), strerror(errno));
	database_close(db);
	arena_release(&arena);
	return err;
}
