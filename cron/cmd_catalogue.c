/* cmd_catalogue: `monitor catalogue load` and `monitor catalogue check`. */
#include <stdio.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"
#include "indicators/model/catalogue.h"

#define SHOWN_PROBLEMS 1000

static void print_changes(const struct catalogue_changes *changes)
{
	if (!changes->changed)
		printf(_("%s is loaded as it is in the files; nothing was changed."), changes->name);
	else if (changes->kind == CATALOGUE_SDG)
		printf(_("sdg: %d series loaded."), changes->indicators);
	else
		printf(_("%s, version %d: %d indicators; %d new, %d with a new definition, %d reworded, %d retired, %d reinstated."),
			changes->name, changes->version, changes->indicators, changes->added, changes->redefined, changes->reworded,
			changes->retired, changes->reinstated);
	putchar('\n');
}

enum err cmd_catalogue_load(const struct arguments *arguments, struct error *error)
{
	struct database *db = NULL;
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(SHOWN_PROBLEMS);
	enum err err = command_open(arguments, &db, error);

	if (err != ERR_OK)
		return err;
	err = catalogue_load(db, &command_actor, arguments->words[0], &changes, &problems, error);
	if (problems.count > 1)
		command_print_problems(&problems);
	if (err == ERR_OK)
		print_changes(&changes);
	problems_release(&problems);
	database_close(db);
	return err;
}

enum err cmd_catalogue_check(const struct arguments *arguments, struct error *error)
{
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(SHOWN_PROBLEMS);
	enum err err = catalogue_check(arguments->words[0], &changes, &problems, error);

	if (problems.count > 1)
		command_print_problems(&problems);
	if (err == ERR_OK) {
		printf(changes.kind == CATALOGUE_SDG ? _("%s is good: %d series.") : _("%s is good: %d indicators."), changes.name, changes.indicators);
		putchar('\n');
	}
	problems_release(&problems);
	return err;
}
