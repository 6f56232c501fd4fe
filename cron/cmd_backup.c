/* cmd_backup: `monitor backup` and `monitor restore`. */
#include <stdio.h>
#include <stdlib.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"
#include "indicators/model/backup.h"

enum err cmd_backup(const struct arguments *arguments, struct error *error)
{
	struct backup_made made;
	const char *keep = argument_value(arguments, "keep");
	long count = BACKUP_KEEP;

	if (keep != NULL) {
		char *end;
		count = strtol(keep, &end, 10);
		if (*keep == '\0' || *end != '\0' || count < 1 || count > 9999)
			return command_usage(error, _("--keep must be a number from 1 to 9999, not “%s”."), keep);
	}
	enum err err = backup_make(arguments->data, arguments->words[0], (int)count, &made, error);
	if (err != ERR_OK)
		return err;
	printf(_("%s written and checked; %d older removed."), made.path, made.removed);
	putchar('\n');
	return ERR_OK;
}

enum err cmd_restore(const struct arguments *arguments, struct error *error)
{
	struct backup_restored restored;
	enum err err = backup_restore(arguments->data, arguments->words[0], &command_actor, &restored, error);

	if (err != ERR_OK)
		return err;
	printf(_("%s restored."), arguments->words[0]);
	putchar('\n');
	if (restored.before[0] != '\0') {
		printf(_("What was there before is kept in %s."), restored.before);
		putchar('\n');
	}
	if (restored.schema < REPORTS_SCHEMA)
		printf(_("It has schema %d; run: monitor migrate --data %s"), (int)restored.schema, arguments->data);
	else
		printf(_("The pages show it after: monitor summarise --full --data %s"), arguments->data);
	putchar('\n');
	return ERR_OK;
}
