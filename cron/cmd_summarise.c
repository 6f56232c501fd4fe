/* cmd_summarise: `monitor summarise`. */
#include <signal.h>
#include <stdio.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"
#include "indicators/snapshot/summarise.h"

static void show_progress(const char *what)
{
	command_progress("%s…", what);
}

static void print_result(const struct summarise_result *result)
{
	switch (result->kind) {
	case SUMMARISE_UNCHANGED:
		printf(_("Nothing has changed since run %s; the snapshots stay as they are."), result->run);
		break;
	case SUMMARISE_UPDATED:
		printf(_("Run %s: the snapshots are brought up to date (changed answers: %lld)."), result->run, (long long)result->changed);
		break;
	case SUMMARISE_FULL:
		printf(_("Run %s: the snapshots are made anew (answers: public %lld, donors %lld, members %lld)."), result->run,
			(long long)result->answers[STATISTICS_PUBLIC], (long long)result->answers[STATISTICS_DONORS],
			(long long)result->answers[STATISTICS_MEMBERS]);
		if (result->why != NULL)
			printf(" %s", result->why);
		break;
	}
	putchar('\n');
}

enum err cmd_summarise(const struct arguments *arguments, struct error *error)
{
	const struct summarise_options options = { .directory = arguments->data, .full = argument_flag(arguments, "full"),
		.progress = show_progress };
	struct summarise_result result;

	/* A file size limit is a refusal that can be told, not a death. */
	signal(SIGXFSZ, SIG_IGN);
	enum err err = summarise(&options, &result, error);
	command_progress_end();
	if (err == ERR_OK)
		print_result(&result);
	return err;
}
