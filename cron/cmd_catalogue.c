/* cmd_catalogue: `monitor catalogue load` and `monitor catalogue check`. */
#include <stdio.h>

#include "cron/command.h"
#include "indicators/base/arena.h"
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

static void print_step(const struct catalogue_step *step)
{
	switch (step->kind) {
	case CATALOGUE_ADDED:
		printf(_("%s is new: %s"), step->code, step->title);
		break;
	case CATALOGUE_REDEFINED:
		printf(_("%s has a new definition, version %lld, a break in its series: %s"), step->code, (long long)step->version, step->title);
		break;
	case CATALOGUE_REWORDED:
		printf(_("%s is reworded, its series goes on: %s"), step->code, step->title);
		break;
	case CATALOGUE_RETIRED:
		printf(_("%s is retired: %s"), step->code, step->title);
		break;
	case CATALOGUE_REINSTATED:
		printf(_("%s comes back: %s"), step->code, step->title);
		break;
	}
	putchar('\n');
	if (*step->rounds != '\0') {
		printf(_("  rounds that are open ask for it as it was: %s"), step->rounds);
		putchar('\n');
	}
}

/* What a load would do; nothing is changed. */
MUST_USE static enum err preview(struct database *db, const char *directory, struct catalogue_changes *changes, struct problems *problems,
	struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct catalogue_steps steps;
	enum err err = catalogue_preview(db, &arena, directory, i18n_current(), changes, &steps, problems, error);

	for (size_t i = 0; err == ERR_OK && i < steps.count; i++)
		print_step(&steps.rows[i]);
	arena_release(&arena);
	return err;
}

enum err cmd_catalogue_load(const struct arguments *arguments, struct error *error)
{
	struct database *db = NULL;
	struct catalogue_changes changes;
	struct problems problems = PROBLEMS_INIT(SHOWN_PROBLEMS);
	enum err err = command_open(arguments, &db, error);

	if (err != ERR_OK)
		return err;
	bool dry = argument_flag(arguments, "dry-run");
	err = dry ? preview(db, arguments->words[0], &changes, &problems, error)
		: catalogue_load(db, &command_actor, arguments->words[0], &changes, &problems, error);
	if (problems.count > 1)
		command_print_problems(&problems);
	if (err == ERR_OK)
		print_changes(&changes);
	if (err == ERR_OK && dry)
		puts(_("That is only what would be done; nothing was changed."));
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
