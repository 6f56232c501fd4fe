/* cmd_participant: `monitor participant load`, `add`, `list`. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cron/command.h"
#include "indicators/base/clock.h"
#include "indicators/base/i18n.h"
#include "indicators/model/participant.h"

enum err cmd_participant_load(const struct arguments *arguments, struct error *error)
{
	struct database *db = NULL;
	struct problems problems = PROBLEMS_INIT(1000);
	struct participant_changes changes;
	enum err err = command_open(arguments, &db, error);

	if (err != ERR_OK)
		return err;
	err = participant_load(db, &command_actor, arguments->words[0], &changes, &problems, error);
	if (problems.count > 1)
		command_print_problems(&problems);
	if (err == ERR_OK) {
		printf(_("Participants: %d added, %d revised, %d unchanged."), changes.added, changes.revised, changes.same);
		putchar('\n');
	}
	problems_release(&problems);
	database_close(db);
	return err;
}

/* The parser's words are constant and a participant's are not, because YAML fills it; nothing writes through it here. */
static char *word(const char *text)
{
	return (char *)(uintptr_t)text;
}

enum err cmd_participant_add(const struct arguments *arguments, struct error *error)
{
	struct database *db = NULL;
	char today[CLOCK_DATE];
	const char *m49 = argument_value(arguments, "m49");
	const char *name = argument_value(arguments, "name");
	const char *name_ru = argument_value(arguments, "name-ru");
	const char *status = argument_value(arguments, "status");
	const char *from = argument_value(arguments, "from");
	long number = 0;

	clock_today(today);
	if (m49 != NULL) {
		char *end;
		number = strtol(m49, &end, 10);
		if (*m49 == '\0' || *end != '\0' || number < 1 || number > 999)
			return command_usage(error, _("--m49 must be a number from 1 to 999, not “%s”."), m49);
	}
	if (arguments->word_count > 1 && (m49 != NULL || name != NULL || name_ru != NULL))
		return command_usage(error, "%s", _("Several codes cannot share a number or a name."));
	enum err err = command_open(arguments, &db, error);
	if (err != ERR_OK)
		return err;
	for (size_t w = 0; w < arguments->word_count && err == ERR_OK; w++) {
		const char *code = arguments->words[w];
		struct yaml_text title = { { NULL } };
		for (size_t i = 0; i18n_languages[i].code != NULL; i++)
			title.in[i] = word(name != NULL ? name : code);
		for (size_t i = 0; i18n_languages[i].code != NULL && name_ru != NULL; i++)
			if (strcmp(i18n_languages[i].code, "ru") == 0)
				title.in[i] = word(name_ru);
		const struct participant participant = {
			.code = word(code),
			.m49 = (int)number,
			.status = word(status != NULL ? status : "member"),
			.valid_from = word(from != NULL ? from : today),
			.valid_to = word(argument_value(arguments, "to")),
			.title = &title,
		};
		err = participant_add(db, &command_actor, &participant, error);
		if (err == ERR_OK) {
			printf(_("%s added."), code);
			putchar('\n');
		}
	}
	database_close(db);
	return err;
}

static void print_participant(void *context, const struct participant *participant, const char *name)
{
	(void)context;
	printf("%s %03d %-8s %s %-10s %s\n", participant->code, participant->m49, participant->status, participant->valid_from,
		participant->valid_to != NULL ? participant->valid_to : "", name);
}

enum err cmd_participant_list(const struct arguments *arguments, struct error *error)
{
	struct database *db = NULL;
	enum err err = reports_open(&db, arguments->data, DATABASE_READ, error);

	if (err != ERR_OK)
		return err;
	err = participant_each(db, i18n_current(), print_participant, NULL, error);
	database_close(db);
	return err;
}
