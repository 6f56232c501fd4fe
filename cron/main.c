/*
 * monitor: everything of Almaty Monitor that runs without a browser.
 *
 * This file is the table of commands, help and the exit status: 0 done; 1 refused or failed, with a line on standard error that says
 * what to do; 2 the command line makes no sense. What follows a command's name is read in arguments.c.
 */
#include <locale.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cron/command.h"
#include "indicators/base/i18n.h"

enum { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2 };

static const struct option_spec no_options[] = { { NULL, OPTION_END } };

static const struct command commands[] = {
	{ "migrate", "", N_("brings reports.db to the current schema; safe to repeat"),
		N_("Creates the data directory and reports.db in it when they are missing, and applies what is not yet applied of the\n"
		   "numbered migrations, each in a transaction of its own. Run it after installing a new version."),
		no_options, 0, 0, cmd_migrate },
	{ "catalogue load", "DIR [--dry-run]", N_("loads or revises a framework, or the SDG series, from a folder of YAML files"),
		N_("DIR holds framework.yaml and one file an indicator, or sdg.yaml. All files are checked first; with a mistake in\n"
		   "any of them nothing is loaded. A changed definition (type, unit, direction, criteria, items, what is measured)\n"
		   "becomes a new version of the indicator, and a break in series; better wording, translations, breakdowns and\n"
		   "rules do not.\n"
		   "An indicator whose file is gone is retired; its answers stay. Load sdg before the frameworks that name its targets.\n"
		   "With --dry-run only prints what would change, indicator by indicator, and which open rounds ask for the older definition."),
		(const struct option_spec[]){ { "dry-run", OPTION_FLAG }, { NULL, OPTION_END } }, 1, 1, cmd_catalogue_load },
	{ "catalogue check", "DIR", N_("only validates such a folder; errors with file and line"),
		N_("Reads the folder as `catalogue load` does and prints every mistake as \"file:line: sentence\". Needs no database:\n"
		   "SDG targets, series and units are looked up in ../sdg/sdg.yaml beside the folder, where there is one."),
		no_options, 1, 1, cmd_catalogue_check },
	{ "participant load", "FILE", N_("adds and revises participants from a YAML file"),
		N_("Participants that are not in the file stay as they are; nobody is ever removed."),
		no_options, 1, 1, cmd_participant_load },
	{ "participant add", "CODE… [--m49 NUMBER] [--name NAME] [--name-ru NAME] [--status STATUS] [--from DATE] [--to DATE]",
		N_("adds participants"),
		N_("CODE is the ISO 3166 alpha-3 code, NUMBER the UN M49 code, which every country needs; a code that ISO gives to no\n"
		   "country (XAA: for rehearsals) does without. STATUS is member (default), observer or former. Several codes share\n"
		   "status and dates and are named by their codes."),
		(const struct option_spec[]){ { "m49", OPTION_ONE }, { "name", OPTION_ONE }, { "name-ru", OPTION_ONE },
			{ "status", OPTION_ONE }, { "from", OPTION_ONE }, { "to", OPTION_ONE }, { NULL, OPTION_END } },
		1, 1000, cmd_participant_add },
	{ "participant list", "", N_("lists the participants"),
		N_("Code, M49 code, status, dates and name, a line each."),
		no_options, 0, 0, cmd_participant_list },
	{ "user add", "EMAIL --role ROLE [--participant CODE] [--name NAME] [--lang LANG] [--from DATE] [--to DATE]",
		N_("adds a person, or one more role to a person"),
		N_("ROLE is focal_point, deputy, clearing_officer, observer (these four for a participant), secretariat, donor or\n"
		   "administrator. Prints the address at which a new person chooses a password; see also user passwd."),
		(const struct option_spec[]){ { "role", OPTION_REQUIRED }, { "participant", OPTION_ONE }, { "name", OPTION_ONE },
			{ "lang", OPTION_ONE }, { "from", OPTION_ONE }, { "to", OPTION_ONE }, { NULL, OPTION_END } },
		1, 1, cmd_user_add },
	{ "user invite", "EMAIL [--mail]", N_("makes a new link with which a person chooses a password"),
		N_("The link works once, within ten days; an older one stops working. With --mail it is not shown: `monitor notify` makes it\n"
		   "when it sends the invitation, and the ten days begin then."),
		(const struct option_spec[]){ { "mail", OPTION_FLAG }, { NULL, OPTION_END } },
		1, 1, cmd_user_invite },
	{ "user passwd", "EMAIL", N_("sets a person's password, read from the terminal or a line of standard input"),
		N_("At least twelve characters. All sessions of the person end."),
		no_options, 1, 1, cmd_user_passwd },
	{ "user reset-2fa", "EMAIL", N_("takes away the second factor of a person who has lost telephone and recovery codes"),
		N_("The key and the recovery codes are removed, all sessions of the person end, and signing in asks for the password only until\n"
		   "the person sets a second factor up again. Be sure who asks for it: by voice or in person, not by a mail. The audit log has\n"
		   "a row of it. Where the telephone was stolen, make a new password too: user invite."),
		no_options, 1, 1, cmd_user_reset_2fa },
	{ "user list", "", N_("lists the people with their roles"),
		N_("A line for each person, and one for each role with its first and last day."),
		no_options, 0, 0, cmd_user_list },
	{ "round accept", "FRAMEWORK PERIOD PARTICIPANT [INDICATOR] --as EMAIL", N_("accepts a cleared answer, or all that are cleared"),
		N_("Acts as the person of the secretariat named with --as, under the rules of the pages: nobody reviews a participant that they\n"
		   "belong to. What is refused is in the audit log."),
		(const struct option_spec[]){ { "as", OPTION_REQUIRED }, { "reason", OPTION_ONE }, { NULL, OPTION_END } }, 3, 4, cmd_round_accept },
	{ "round return", "FRAMEWORK PERIOD PARTICIPANT INDICATOR --reason TEXT --as EMAIL", N_("returns an answer to its government"),
		N_("As the person named with --as; the focal point reads the reason. Not for one's own participant."),
		(const struct option_spec[]){ { "as", OPTION_REQUIRED }, { "reason", OPTION_REQUIRED }, { NULL, OPTION_END } }, 4, 4, cmd_round_return },
	{ "round reopen", "FRAMEWORK PERIOD PARTICIPANT INDICATOR --reason TEXT --as EMAIL", N_("reopens a released answer for a correction"),
		N_("As the person named with --as. What was released goes on being shown until the correction is released; the\n"
		   "government writes a public note with it. Not for one's own participant."),
		(const struct option_spec[]){ { "as", OPTION_REQUIRED }, { "reason", OPTION_REQUIRED }, { NULL, OPTION_END } }, 4, 4, cmd_round_reopen },
	{ "round extend", "FRAMEWORK PERIOD PARTICIPANT --until DATE --reason TEXT --as EMAIL", N_("gives one participant a later deadline"),
		N_("As the person named with --as. Not for one's own participant."),
		(const struct option_spec[]){ { "as", OPTION_REQUIRED }, { "until", OPTION_REQUIRED }, { "reason", OPTION_REQUIRED },
			{ NULL, OPTION_END } }, 3, 3, cmd_round_extend },
	{ "round withdraw", "FRAMEWORK PERIOD PARTICIPANT --reason TEXT --as EMAIL", N_("expects a participant no more that has answered nothing"),
		N_("As the person named with --as, before the round is closed or released. Not for one's own participant."),
		(const struct option_spec[]){ { "as", OPTION_REQUIRED }, { "reason", OPTION_REQUIRED }, { NULL, OPTION_END } }, 3, 3, cmd_round_withdraw },
	{ "round close", "FRAMEWORK PERIOD --reason TEXT --as EMAIL", N_("closes an open round now, for everybody"),
		N_("As the person named with --as. Clearing, review and releases go on."),
		(const struct option_spec[]){ { "as", OPTION_REQUIRED }, { "reason", OPTION_REQUIRED }, { NULL, OPTION_END } }, 2, 2, cmd_round_close },
	{ "round release", "FRAMEWORK PERIOD --name NAME [--note TEXT] --as EMAIL", N_("releases the accepted answers of a round"),
		N_("As the person named with --as. Everybody can read the name and the note. The pages show it after `monitor summarise`."),
		(const struct option_spec[]){ { "as", OPTION_REQUIRED }, { "name", OPTION_REQUIRED }, { "note", OPTION_ONE }, { "reason", OPTION_ONE },
			{ NULL, OPTION_END } }, 2, 2, cmd_round_release },
	{ "import", "--framework F [--source TEXT] [--audience A] FILE.csv", N_("takes in historical answers from a CSV file"),
		N_("The columns are participant, period, indicator, value, numerator, denominator, status, note, in any order. The answers\n"
		   "are taken as accepted and released, for the audience A: members (default), donors or public. All rows are imported or\n"
		   "none; repeating an import changes nothing. FILE may be - for standard input."),
		(const struct option_spec[]){ { "framework", OPTION_REQUIRED }, { "source", OPTION_ONE }, { "audience", OPTION_ONE },
			{ NULL, OPTION_END } },
		1, 1, cmd_import },
	{ "fetch", "[--base URL] [--series CODE…] [--area CODE…] [--timeout SECONDS] | --from-file FILE --vintage YYYY-MM [--series CODE…]"
		" [--source TEXT]", N_("fetches official series as a dated vintage"),
		N_("From the UN SDG API at --base (default https://unstats.un.org/SDGAPI): the catalogue's series for all participants, or\n"
		   "those named; areas are ISO alpha-3 or M49 codes. A page has --timeout seconds (60). When anything fails, nothing is changed.\n"
		   "With --from-file from a saved extract of month --vintage: CSV with the columns\n"
		   "series,iso3,m49,year,nature,units,dims,value. Rows of areas that are no participants are left out.\n"
		   "A vintage is never overwritten: other values of the same month become its next number, the same ones add nothing."),
		(const struct option_spec[]){ { "base", OPTION_ONE }, { "series", OPTION_MANY }, { "area", OPTION_MANY }, { "timeout", OPTION_ONE },
			{ "from-file", OPTION_ONE }, { "vintage", OPTION_ONE }, { "source", OPTION_ONE }, { NULL, OPTION_END } },
		0, 0, cmd_fetch },
	{ "summarise", "[--full]", N_("computes the regional comparisons and SDG progress and replaces the three snapshots"),
		N_("The scheduled job. Only what changed since the last run is computed again; with --full everything is, with the same\n"
		   "result. Each snapshot is replaced as a whole: readers always find one complete run, also when this one is stopped."),
		(const struct option_spec[]){ { "full", OPTION_FLAG }, { NULL, OPTION_END } },
		0, 0, cmd_summarise },
	{ "export", "regional|answers|cells|coverage|items|sdg --framework F --audience A [--period P [--release N]]", N_("writes an audience's figures as CSV to standard output"),
		N_("From the snapshot of audience A (public, donors or members). regional: the regional figures; answers: each participant's;\n"
		   "cells: their breakdowns; coverage: how much each answered; items: how many meet each item of a checklist;\n"
		   "sdg: how the official series move, which are the same for every framework, so that --framework may be left out.\n"
		   "With --release answers and regional figures are as they stood after that release of the period."),
		(const struct option_spec[]){ { "framework", OPTION_ONE }, { "audience", OPTION_REQUIRED }, { "period", OPTION_ONE },
			{ "release", OPTION_ONE }, { NULL, OPTION_END } },
		1, 1, cmd_export },
	{ "notify", "[--waiting] [--smtp URL] [--from ADDRESS] [--site URL] [--timeout SECONDS]",
		N_("sends each person one mail of what waits for them, only when there is something new"),
		N_("Focal points and deputies: returned answers, questions, a round that opened, a deadline moved, and 14, 5 and 1 days before\n"
		   "it what is still to do. Clearing officers: answers waiting for clearing. Secretariat: answers waiting for review and questions\n"
		   "answered. Counts and links, in the person's language; at most one mail a day (UTC), nothing twice. Invitations too.\n"
		   "--waiting makes no digests and only sends what waits: run it every few minutes, and notify itself once a day.\n"
		   "--smtp, else $MONITOR_SMTP: smtp://host:587 or smtps://host. TLS is required except on this machine. User name and password\n"
		   "only from $MONITOR_SMTP_USER and $MONITOR_SMTP_PASSWORD. --from, else $MONITOR_MAIL_FROM: the sender's address. --site, else\n"
		   "$MONITOR_SITE: https://host, the address before the links. A mail has --timeout seconds (60).\n"
		   "What fails is tried again after 5 minutes, then after growing pauses, and given up after three and a half days;\n"
		   "/secretariat/mail shows all of it. A run that is killed loses no mail; the one that it was sending may come twice, with\n"
		   "the same Message-ID."),
		(const struct option_spec[]){ { "waiting", OPTION_FLAG }, { "smtp", OPTION_ONE }, { "from", OPTION_ONE }, { "site", OPTION_ONE },
			{ "timeout", OPTION_ONE }, { NULL, OPTION_END } },
		0, 0, cmd_notify },
	{ "report", "--framework F --period P --audience A [--lang L] [--out DIR] | --waiting [--timeout SECONDS]",
		N_("makes the report of a round as HTML and PDF"),
		N_("From the snapshot of audience A (public, donors or members), in language L (en): DIR/F-P-A-L.html and .pdf, DIR being reports/ of\n"
		   "the data directory. Both files are there at the end, or neither is changed. The PDF is made by WeasyPrint, which may take\n"
		   "--timeout seconds (300) and fetches nothing. With --waiting the reports that the secretariat asked for on its pages are\n"
		   "made, after a `monitor summarise`; a timer runs that every minute."),
		(const struct option_spec[]){ { "framework", OPTION_ONE }, { "period", OPTION_ONE }, { "audience", OPTION_ONE }, { "lang", OPTION_ONE },
			{ "out", OPTION_ONE }, { "waiting", OPTION_FLAG }, { "timeout", OPTION_ONE }, { NULL, OPTION_END } },
		0, 0, cmd_report },
	{ "backup", "DIR [--keep NUMBER]", N_("copies reports.db into a folder, while it is in use, and checks the copy"),
		N_("Writes DIR/reports-TIME.db, which has that name only when it is whole and checked: page by page, against the schema and\n"
		   "along the audit log. The newest NUMBER such files (14) stay; other files of the folder are left alone. It holds\n"
		   "password hashes, the keys of second factors and uncleared answers: keep it as safe as the data directory. Snapshots are not copied;\n"
		   "`monitor summarise` makes them. Nor are the files of evidence/: copy that folder afterwards, so that it has every file that\n"
		   "the copied database names."),
		(const struct option_spec[]){ { "keep", OPTION_ONE }, { NULL, OPTION_END } },
		1, 1, cmd_backup },
	{ "restore", "FILE", N_("puts a backup in the place of reports.db"),
		N_("FILE must be a whole reports database that this program knows. Stop the web server and the timers first: nothing is done\n"
		   "while somebody has reports.db open. What was there stays beside it as reports-before-restore-TIME.db."),
		no_options, 1, 1, cmd_restore },
	{ "tidy", "", N_("sweeps files that nobody needs any more"),
		N_("Removes, once they have lain for a day: files sent as evidence that no answer names, uploads that nobody finished, and what\n"
		   "ended processes left in evidence/incoming/. What an answer names, or ever named, stays. Safe to repeat; the audit log has a\n"
		   "row where anything was removed. A timer runs it every night."),
		no_options, 0, 0, cmd_tidy },
	{ "audit verify", "", N_("walks the hash chain of the audit log"),
		N_("Prints the number of rows and the last hash. Note both elsewhere from time to time: rows cut off at the end of the\n"
		   "log cannot be noticed from inside. What was found is noted for the page of the log; a timer runs it every night."),
		no_options, 0, 0, cmd_audit_verify },
};
#define COMMAND_COUNT (sizeof commands / sizeof *commands)

static void print_list(FILE *out)
{
	fprintf(out, "%s\n\n", _("monitor COMMAND [--data DIR] …"));
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		fprintf(out, "  %-18s %s\n", commands[i].name, _(commands[i].summary));
	fprintf(out, "  %-18s %s\n", "help [COMMAND]", _("this list, or one command explained"));
	fprintf(out, "\n%s\n", _("The data directory is --data DIR, else $MONITOR_DATA, else var."));
}

static void print_usage(FILE *out, const struct command *command)
{
	fprintf(out, "monitor %s%s%s [--data DIR]\n", command->name, *command->usage != '\0' ? " " : "", command->usage);
}

static void print_help(FILE *out, const struct command *command)
{
	print_usage(out, command);
	fprintf(out, "\n%s.\n\n%s\n", _(command->summary), _(command->help));
}

/* The command that the first words name ("catalogue load", "migrate") and how many words that takes. */
static const struct command *find_command(char **words, int count, int *taken)
{
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		const char *space = strchr(commands[i].name, ' ');
		if (space == NULL) {
			if (count >= 1 && strcmp(words[0], commands[i].name) == 0) {
				*taken = 1;
				return &commands[i];
			}
			continue;
		}
		size_t length = (size_t)(space - commands[i].name);
		if (count >= 2 && strlen(words[0]) == length && strncmp(words[0], commands[i].name, length) == 0 &&
			strcmp(words[1], space + 1) == 0) {
			*taken = 2;
			return &commands[i];
		}
	}
	return NULL;
}

/* The terminal's language: the first of LC_ALL, LC_MESSAGES and LANG that is set. Read before gettext is set up. */
static void choose_language(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *locales = getenv("MONITOR_LOCALE");
	char code[3] = "";

	for (size_t i = 0; i < sizeof names / sizeof *names && code[0] == '\0'; i++) {
		const char *value = getenv(names[i]);
		if (value != NULL && strlen(value) >= 2)
			snprintf(code, sizeof code, "%s", value);
	}
	if (locales == NULL)
		return;
	i18n_init(locales);
	i18n_use(code);
}

/* Help that was asked for goes to standard output, help that nobody asked for beside it. */
static int help(FILE *out, char **words, int count)
{
	int taken = 0;

	if (count == 0) {
		print_list(out);
		return EXIT_DONE;
	}
	const struct command *command = find_command(words, count, &taken);
	if (command != NULL && taken == count) {
		print_help(out, command);
		return EXIT_DONE;
	}
	/* `help catalogue`: every command of that family. */
	bool found = false;
	for (size_t i = 0; i < COMMAND_COUNT && count == 1; i++) {
		size_t length = strlen(words[0]);
		if (strncmp(commands[i].name, words[0], length) == 0 && commands[i].name[length] == ' ') {
			if (found)
				fputc('\n', out);
			print_help(out, &commands[i]);
			found = true;
		}
	}
	if (found)
		return EXIT_DONE;
	fprintf(stderr, _("There is no command “%s”. `monitor help` lists them."), words[0]);
	fputc('\n', stderr);
	return EXIT_USAGE;
}

static int run(const struct command *command, char **words, int count, const char *program)
{
	struct arena arena = ARENA_INIT;
	struct error error = ERROR_INIT;
	const char *data = getenv("MONITOR_DATA");
	struct arguments arguments = { .program = program, .data = data != NULL && *data != '\0' ? data : "var" };
	int status = EXIT_DONE;

	if (arguments_read(command, words, count, &arena, &arguments, &error) != ERR_OK || command->run(&arguments, &error) != ERR_OK) {
		command_progress_end();
		fprintf(stderr, "monitor %s: %s\n", command->name, error.text);
		status = strcmp(error.field, "usage") == 0 ? EXIT_USAGE : EXIT_REFUSED;
		if (status == EXIT_USAGE)
			print_usage(stderr, command);
	}
	/* Output that did not reach the disk (`monitor export > full-disk`) is a failure too. */
	if (fflush(stdout) != 0 && status == EXIT_DONE) {
		fprintf(stderr, "monitor %s: %s\n", command->name, _("Writing the output failed."));
		status = EXIT_REFUSED;
	}
	arena_release(&arena);
	return status;
}

int main(int argc, char **argv)
{
	int taken = 0;
	const char *data = NULL;
	char **words = argv + 1;
	int count = argc - 1;

	choose_language();
	if (sodium_init() < 0) {
		fputs("libsodium does not start.\n", stderr);
		return EXIT_REFUSED;
	}
	/* --data may stand before the command too. */
	while (count > 0 && strncmp(words[0], "--data", 6) == 0 && (words[0][6] == '=' || words[0][6] == '\0')) {
		bool joined = words[0][6] == '=';
		data = joined ? words[0] + 7 : count > 1 ? words[1] : "";
		words += joined ? 1 : 2;
		count -= joined ? 1 : 2;
		if (*data == '\0' || setenv("MONITOR_DATA", data, 1) != 0) {
			print_list(stderr);
			return EXIT_USAGE;
		}
	}
	if (count <= 0) {
		print_list(stderr);
		return EXIT_USAGE;
	}
	if (strcmp(words[0], "help") == 0 || strcmp(words[0], "--help") == 0 || strcmp(words[0], "-h") == 0)
		return help(stdout, words + 1, count - 1);
	const struct command *command = find_command(words, count, &taken);
	if (command == NULL) {
		/* `monitor catalogue`: what that family has. */
		(void)help(stderr, words, 1);
		return EXIT_USAGE;
	}
	if (count > taken && (strcmp(words[taken], "--help") == 0 || strcmp(words[taken], "-h") == 0)) {
		print_help(stdout, command);
		return EXIT_DONE;
	}
	return run(command, words + taken, count - taken, argv[0]);
}
