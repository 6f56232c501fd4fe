/* cmd_export: `monitor export`. */
#include <errno.h>
#include <stdio.h>
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

enum err cmd_export(const struct arguments *arguments, struct error *error)
{
	const char *framework = argument_value(arguments, "framework");
	const char *period = argument_value(arguments, "period");
	const char *audience_name = argument_value(arguments, "audience");
	struct arena arena = ARENA_INIT;
	enum statistics_audience audience = STATISTICS_PUBLIC;
	enum export_kind kind;
	struct snapshot snapshot;
	struct database *db = NULL;

	if (!export_kind_named(arguments->words[0], &kind))
		return command_usage(error, _("There is no export %s; there are regional, answers, cells and sdg."), arguments->words[0]);
	if (kind == EXPORT_SDG && period != NULL)
		return command_usage(error, "%s", _("The SDG series have years, not reporting periods: leave --period out."));
	if (kind != EXPORT_SDG && framework == NULL)
		return command_usage(error, "%s", _("Name the framework: --framework F"));
	if (!statistics_audience_named(audience_name, &audience))
		return error_set(error, ERR_INVALID, _("There is no audience %s; there are public, donors and members."), audience_name);
	enum err err = snapshot_open(&db, snapshot_path(&arena, arguments->data, audience), &arena, &snapshot, error);
	if (err == ERR_OK)
		err = export_csv(db, kind, framework, period, print_part, NULL, error);
	if (err == ERR_OK && fflush(stdout) != 0)
		err = error_set(error, ERR_IO, _("The export cannot be written (%s)."), strerror(errno));
	database_close(db);
	arena_release(&arena);
	return err;
}
